/* SPDX-License-Identifier: Apache-2.0
**
** out.h - the file that a generator writes.  `gen` is the generator's name, for
** messages; what fails ends the program. */
#ifndef TRUC_GEN_OUT_H
#define TRUC_GEN_OUT_H

#include <stdio.h>

FILE *out_open(const char *gen, const char *dir, const char *name);
void out_close(const char *gen, FILE *f);

#endif

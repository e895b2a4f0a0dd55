/* SPDX-License-Identifier: Apache-2.0
**
** name - (essay to be written with the room)
*/
#ifndef TRUC_NAME_H
#define TRUC_NAME_H

#include "base/doc.h"

truc_rc truc__name_run(truc_doc *d);
void truc__name_release(truc_doc *d);

/* ----------------------------------------------------------------- hits.c */

/* Fills d->hit and d->hit_at; false when out of memory. */
bool truc__hits_run(truc_doc *d);

#endif

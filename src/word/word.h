/* SPDX-License-Identifier: Apache-2.0
**
** word - (essay to be written with the room)
*/
#ifndef TRUC_WORD_H
#define TRUC_WORD_H

#include "base/doc.h"

truc_rc truc__word_run(truc_doc *d);
void truc__word_release(truc_doc *d);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** sentence - (essay to be written with the room)
*/
#ifndef TRUC_SENTENCE_H
#define TRUC_SENTENCE_H

#include "base/doc.h"

truc_rc truc__sentence_run(truc_doc *d);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** tag - (essay to be written with the room)
*/
#ifndef TRUC_TAG_H
#define TRUC_TAG_H

#include "base/doc.h"

truc_rc truc__tag_run(truc_doc *d);
void truc__tag_release(truc_doc *d);

#endif

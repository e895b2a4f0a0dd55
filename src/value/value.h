/* SPDX-License-Identifier: Apache-2.0
**
** value - (essay to be written with the room)
*/
#ifndef TRUC_VALUE_H
#define TRUC_VALUE_H

#include "base/doc.h"

truc_rc truc__value_run(truc_doc *d);
void truc__value_release(truc_doc *d);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** fact - (essay to be written with the room)
*/
#ifndef TRUC_FACT_H
#define TRUC_FACT_H

#include "base/doc.h"

truc_rc truc__fact_run(truc_doc *d);
void truc__fact_release(truc_doc *d);

#endif

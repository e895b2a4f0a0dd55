/* SPDX-License-Identifier: Apache-2.0
**
** text - (essay to be written with the room)
*/
#ifndef TRUC_TEXT_H
#define TRUC_TEXT_H

#include "base/doc.h"

truc_rc truc__text_run(truc_doc *d); /* text, map, joins, token */

#endif

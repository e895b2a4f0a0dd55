/* SPDX-License-Identifier: Apache-2.0
**
** source - (essay to be written with the room)
*/
#ifndef TRUC_SOURCE_H
#define TRUC_SOURCE_H

#include "base/doc.h"

/* Raw or word-segmented? Decides from the bytes alone. */
truc_form truc__source_form(const char *raw, size_t n);
/* "2023", "2023-11" or "2023-11-27"; checks the calendar. */
bool truc__date_parse(const char *s, truc_date *out, uint8_t *precision);

#endif

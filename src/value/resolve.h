/* SPDX-License-Identifier: Apache-2.0
**
** resolve.h - what resolve.c, reference.c and relative.c share while dates are
** resolved. */
#ifndef TRUC_VALUE_RESOLVE_H
#define TRUC_VALUE_RESOLVE_H

#include "value/value.h"

typedef struct truc__resolver {
  truc_doc *d;
  truc__valuework *w;
  truc_date last; /* the date mentioned before, as exact as it was */
  uint8_t last_precision;
  uint32_t at; /* the value being resolved */
} truc__resolver;

/* Other values of a sentence are looked at this far: keeps the room linear. */
#define NEIGHBOURS 30

static inline bool is_date(const truc_value *v) {
  return v->kind == TRUC_VAL_DATE;
}

/* ------------------------------------------------------------ reference.c */

/* Fills w->ref and the like: the day or year that the text speaks from. */
void truc__find_reference(truc__resolver *s);

/* -------------------------------------------------------------- relative.c */

/* One that counts from the day of the text, or from the date before. */
void truc__resolve_relative(truc__resolver *s, truc_value *v,
                            const truc__pending *w);
/* "65 năm qua", "trong 10 ngày tới" */
void truc__resolve_span(const truc__resolver *s, truc_value *v,
                        const truc__pending *w);
/* A basis that names the publication date says so where that is inferred. */
const char *truc__by_pub(const truc__resolver *s, const char *given,
                         const char *inferred);

#endif

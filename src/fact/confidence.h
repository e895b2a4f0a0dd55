/* SPDX-License-Identifier: Apache-2.0
**
** confidence.h - how likely a record is right with all its core slots.
**
** In:   a record with its trail.
** Out:  its confidence in percent, and the doubts that lower it.
**
** The log-odds are a sum: a weight for the kind, one for the pattern, one for
** each doubt.  tools/confidence.py fits the weights (ridge regression on
** records that were scored or judged) and writes data/confidence.tsv, which
** gen/confidence.c compiles; nobody edits a figure.  A pattern without a row
** has weight 0, that is, the confidence of its kind.
**
** Why a sum and not a table of patterns: most patterns are seen a few times in
** all the records that anybody has judged, so they can only be told from their
** kind as far as the counts allow, and what makes a record doubtful (a party
** filled in from the article, a long gap) is the same for all of them.
*/
#ifndef TRUC_CONFIDENCE_H
#define TRUC_CONFIDENCE_H

#include "base/doc.h"

/* One list: bits, and names in JSON and in data/confidence.tsv. */
#define TRUC__DOUBTS(X)                                                     \
  X(open)     /* a core slot has no item */                                 \
  X(implicit) /* an item of a core slot is not said in the sentence */      \
  X(pair)     /* "hai nước": the two countries were worked out */           \
  X(gap)      /* the pattern went over many tokens */                       \
  X(long)     /* the sentence is long */                                    \
  X(marker)   /* what marks the modality stands far off */                  \
  X(late)     /* a marker follows the predicate */
typedef enum truc__doubt {
#define X(name) DOUBT_##name,
  TRUC__DOUBTS(X)
#undef X
  NDOUBTS
} truc__doubt;

typedef struct truc__confidence_row {
  const char *pattern;
  int16_t weight; /* hundredths of log-odds */
} truc__confidence_row;

/* tables/confidence.c; rows sorted by name */
extern const int16_t truc__confidence_kinds[TRUC_NKINDS];
extern const int16_t truc__confidence_doubts[NDOUBTS];
extern const truc__confidence_row truc__confidence_patterns[];
extern const uint32_t truc__nconfidence_pattern;

/* Sets the confidence of all records; false when out of memory. */
struct truc__fact_work;
bool truc__confidences(truc_doc *d, struct truc__fact_work *w);
/* The doubts about one, bits 1 << DOUBT_. */
unsigned truc__doubts(const truc_doc *d, uint32_t fact);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** history.h - what changed over time: the parts that history.c and
** history_steps.c share.
**
** In:  the best known propositions of a query.
** Out: those about one thing, in order of time.
**
** A claim without the slot that varies (rank, sum, step, holder) says what a
** history is about.  So candidates are read with their claims and
** put together by a hash of what is left; only then the records of the steps
** that will be told are read.
*/
#ifndef TRUC_LEDGER_HISTORY_H
#define TRUC_LEDGER_HISTORY_H

#include "ledger/ledger.h"

/* A proposition on its way into a history. */
typedef struct truc__candidate {
  int64_t id, lo, last; /* days; TRUC__NO_INT: unknown */
  uint64_t about;       /* hash of the rule and of what does not vary */
  const char *value, *between;
  const char *time;        /* its date, "" */
  uint32_t sources, order; /* place by sources */
  uint8_t rule, change, modality;
} truc__candidate;

typedef struct truc__told {
  truc_histories pub;
  truc__arena arena;
  VEC(truc_history) history;
  VEC(truc_step) step;
} truc__told;

typedef struct truc__telling {
  truc_ledger *l;
  truc__told *h;
  bool brief;
  VEC(truc__candidate) v;
  VEC(truc__candidate) taken; /* one for each step */
} truc__telling;

/* A copy that lives as long as the histories; never NULL. */
const char *truc__kept_text(truc__telling *x, const char *s, size_t n);
/* Steps and records of the histories that were found. */
void truc__read_steps(truc__telling *x);

#endif

/* SPDX-License-Identifier: Apache-2.0 */
/* trail.c - what made a record: the match, the marker, the fills. */
#include "fact/fact.h"

bool truc__trail_push(truc__fact_work *w) {
  truc__trail t;
  memset(&t, 0, sizeof t);
  t.marker = t.speech = TRUC_NONE;
  t.nitem = w->item.n;
  return VEC_PUSH(w->trail, t);
}

/* The most tokens that stand between two elements of a match: what its gaps
** went over. */
static uint32_t widest_gap(const truc__trace *t, uint32_t n) {
  uint32_t most = 0, end = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (!t[i].ntok) continue;
    if (end && t[i].tok > end && t[i].tok - end > most) most = t[i].tok - end;
    end = t[i].tok + t[i].ntok;
  }
  return most;
}

void truc__trail_match(truc__fact_work *w, const truc__match *m) {
  truc__trail *t = &w->trail.v[w->trail.n - 1];
  t->pattern = m->pattern;
  t->tok = m->tok;
  t->end = m->end;
  t->anchor = m->anchor;
  t->gap = widest_gap(w->traces.v + m->trace, m->ntrace);
  t->fill = w->filled_from;
  t->nfill = w->filled.n - w->filled_from;
}

void truc__trail_filled(truc__fact_work *w, uint32_t fill) {
  if (!VEC_PUSH(w->filled, fill)) w->rc = TRUC_ENOMEM;
}

const truc__trail *truc__trail_of(const truc_doc *d, uint32_t fact) {
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  return w && fact < w->trail.n ? &w->trail.v[fact] : NULL;
}

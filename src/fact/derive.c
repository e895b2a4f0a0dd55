/* SPDX-License-Identifier: Apache-2.0 */
/* derive.c - facts that follow by arithmetic from one that the text states.
**
** "Năm 2023, hai nước kỷ niệm 50 năm thiết lập quan hệ ngoại giao": the ties
** are of 1973.  The year is all that follows: the day of a celebration need not
** be that of the event.  What the text says itself is not derived again. */
#include <stdio.h>

#include "fact/fact.h"
#include "tables/lex.h"

static const truc_item *first(const truc_doc *d, const truc_fact *f,
                              const char *slot) {
  return truc__first_item(d->item.v + f->item, f->nitem, slot);
}

static bool is_type(const truc_doc *d, const truc_fact *f, const char *type) {
  const truc_item *it =
      f->kind == TRUC_KIND_MILESTONE ? first(d, f, "type") : NULL;
  return it && it->code && !strcmp(it->code, type);
}

/* Is it the ties that are celebrated, and not their level? */
static bool of_ties(const truc_doc *d, const truc_fact *f) {
  const truc_item *of = first(d, f, "of");
  if (!of || !of->at.len) return false;
  const truc_sentence *s = &d->sentence.v[d->evidence.v[f->evidence]];
  uint32_t end = of->at.off + of->at.len;
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++) {
    if (d->token.v[t].at.off < of->at.off) continue;
    if (d->token.v[t].at.off >= end) return false;
    const truc__hit *h = truc__hit_longest(d, t, LEX_TIES_ESTABLISH);
    if (!h) continue;
    const truc_span last = d->token.v[t + h->ntok - 1].at;
    return last.off + last.len == end;
  }
  return false;
}

/* The year in which it was, 0 if that does not follow. */
static int year_of(const truc_doc *d, const truc_fact *f) {
  int year = 0;
  if (!f->has_date || f->modality == TRUC_DENIED) return 0;
  for (int i = 0; i < 4; i++) {
    if (f->date[i] < '0' || f->date[i] > '9') return 0;
    year = year * 10 + f->date[i] - '0';
  }
  int ago = (int)truc__whole_number(first(d, f, "years"), year - 1);
  return ago ? year - ago : 0;
}

/* Do all parties of `a` stand among those of `b`? */
static bool parties_within(const truc_doc *d, const truc_fact *a,
                           const truc_fact *b) {
  for (uint32_t i = a->item; i < a->item + a->nitem; i++) {
    const truc_item *x = &d->item.v[i];
    if (!truc__slot_is(x->slot, "parties") || !x->ref) continue;
    bool there = false;
    for (uint32_t k = b->item; k < b->item + b->nitem && !there; k++) {
      const truc_item *y = &d->item.v[k];
      there = truc__slot_is(y->slot, "parties") && y->ref &&
              !strcmp(x->ref, y->ref);
    }
    if (!there) return false;
  }
  return true;
}

static bool is_told(const truc_doc *d, const truc_fact *f) {
  for (uint32_t i = 0; i < d->fact.n; i++)
    if (is_type(d, &d->fact.v[i], "establishment") &&
        parties_within(d, f, &d->fact.v[i]))
      return true;
  return false;
}

static bool push(truc_doc *d, truc__fact_work *w, truc_fact of, int year) {
  w->item.n = 0;
  for (uint32_t i = of.item; i < of.item + of.nitem; i++)
    if (truc__slot_is(d->item.v[i].slot, "parties") &&
        !VEC_PUSH(w->item, d->item.v[i]))
      return false;
  truc_item type = truc__blank_item("type");
  type.code = "establishment";
  type.at = first(d, &of, "of")->at;
  if (!VEC_PUSH(w->item, type)) return false;
  truc_fact *f =
      truc__fact_push(d, w, TRUC_KIND_MILESTONE, d->evidence.v[of.evidence]);
  if (!f) return !w->rc;
  f->pattern = of.pattern;
  f->speaker = of.speaker;
  f->nspeaker = of.nspeaker;
  f->has_date = f->derived = 1;
  f->precision = TRUC_PREC_YEAR;
  f->basis = "arithmetic";
  f->modality = TRUC_ACTUAL;
  snprintf(f->date, sizeof f->date, "%04d", year);
  return true;
}

bool truc__derive(truc_doc *d, truc__fact_work *w) {
  for (uint32_t i = 0, n = d->fact.n; i < n; i++) {
    const truc_fact *f = &d->fact.v[i];
    if (!is_type(d, f, "anniversary") || !of_ties(d, f)) continue;
    int year = year_of(d, f);
    if (year && first(d, f, "parties") && !is_told(d, f) &&
        !push(d, w, *f, year))
      return false;
  }
  return true;
}

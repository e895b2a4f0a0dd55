/* SPDX-License-Identifier: Apache-2.0 */
/* earlier.c - slots filled from records of the same document.
**
** A sentence says "chuyến thăm này", "tại hội đàm", "ông về nước" and leaves it
** to the text before who and where.  A pattern asks by name: for a slot of the
** record that its match holds ([VISIT], found by an earlier phase), for a slot
** of the latest record of a kind, or for that record itself.  Records are built
** in the order of the text, so "latest" is what a reader has in mind; of what
** is denied, and of what only accompanies it (`aside`), nobody goes on to
** speak. */
#include "fact/fact.h"

/* Records of a kind that are looked at, at most: bounds the time. */
#define LOOK_BACK 100u

static bool in_mind(const truc_fact *f, const truc__trail *t) {
  return f->modality != TRUC_DENIED &&
         !(t->pattern && (t->pattern->flags & PATTERN_ASIDE));
}

static const truc_item *slot_of(const truc_doc *d, const truc_fact *f,
                                const char *slot) {
  return truc__first_item(d->item.v + f->item, f->nitem, slot);
}

static bool same_item(const truc_item *a, const truc_item *b) {
  if (!a || !b) return false;
  if (a->ref || b->ref) return a->ref && b->ref && !strcmp(a->ref, b->ref);
  return a->code && b->code && !strcmp(a->code, b->code);
}

/* The record that a fill line means, or NONE. */
static uint32_t latest(const truc_doc *d, const truc__fact_work *w,
                       const truc__fill *f) {
  const truc_item *own =
      f->same ? truc__first_item(w->item.v, w->item.n, f->same) : NULL;
  uint32_t i = w->last[f->mask];
  for (uint32_t n = 0; i != TRUC_NONE && n < LOOK_BACK; n++, i = w->kin.v[i]) {
    const truc_fact *x = &d->fact.v[i];
    if (!in_mind(x, &w->trail.v[i])) continue;
    if (!f->same || same_item(own, slot_of(d, x, f->same))) return i;
  }
  return TRUC_NONE;
}

/* The items of slot `of`, as items of `slot` that are not said here. */
static bool copy_items(const truc_doc *d, truc__fact_work *w, const char *slot,
                       uint32_t fact, const char *of) {
  const truc_fact *f = &d->fact.v[fact];
  bool any = false;
  for (uint32_t i = 0; i < f->nitem; i++) {
    truc_item it = d->item.v[f->item + i];
    if (strcmp(it.slot, of)) continue;
    it.slot = slot;
    it.at = (truc_span){0, 0};
    it.implicit = 1;
    truc__item_push(w, it);
    any = true;
  }
  return any;
}

bool truc__fill_latest(truc_doc *d, truc__fact_work *w, const truc__fill *f) {
  const char *slot = truc__slots[f->slot];
  uint32_t fact = latest(d, w, f);
  if (fact == TRUC_NONE) return false;
  if (f->code) return copy_items(d, w, slot, fact, f->code);
  truc_item it = truc__blank_item(slot);
  it.fact = fact;
  it.implicit = 1;
  truc__item_push(w, it);
  return true;
}

bool truc__fill_found(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__match *m, const char *of) {
  const truc__trace *t = w->traces.v + m->trace;
  for (uint32_t i = 0; i < m->ntrace; i++) {
    if (t[i].kind != TRACE_FOUND) continue;
    uint32_t fact = w->match.v[t[i].index].fact;
    if (fact != TRUC_NONE && copy_items(d, w, slot, fact, of)) return true;
  }
  return false;
}

bool truc__mean_latest(const truc_doc *d, truc__fact_work *w,
                       const truc__fill *f) {
  uint32_t fact = latest(d, w, f);
  bool any = false;
  for (uint32_t i = 0; i < w->item.n && fact != TRUC_NONE; i++) {
    truc_item *it = &w->item.v[i];
    if (it->ref || it->fact != TRUC_NONE ||
        !truc__slot_is(it->slot, truc__slots[f->slot]))
      continue;
    it->fact = fact;
    any = true;
  }
  return any;
}

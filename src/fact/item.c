/* SPDX-License-Identifier: Apache-2.0 */
/* item.c - the items of the record being built, w->item: added, looked up,
** copied and dropped slot by slot. */
#include "fact/fact.h"

void truc__item_push(truc__fact_work *w, truc_item it) {
  if (!VEC_PUSH(w->item, it)) w->rc = TRUC_ENOMEM;
}

truc_item truc__blank_item(const char *slot) {
  truc_item it;
  memset(&it, 0, sizeof it);
  it.slot = slot;
  it.fact = TRUC_NONE;
  return it;
}

bool truc__has_slot(const truc__fact_work *w, const char *slot) {
  return truc__first_item(w->item.v, w->item.n, slot) != NULL;
}

const truc_item *truc__first_item(const truc_item *items, uint32_t n,
                                  const char *slot) {
  for (uint32_t i = 0; i < n; i++)
    if (truc__slot_is(items[i].slot, slot)) return &items[i];
  return NULL;
}

bool truc__ref_there(const truc__fact_work *w, const char *slot,
                     const char *ref) {
  for (uint32_t i = 0; i < w->item.n; i++)
    if (truc__slot_is(w->item.v[i].slot, slot) && w->item.v[i].ref && ref &&
        !strcmp(w->item.v[i].ref, ref))
      return true;
  return false;
}

void truc__item_entity(truc_doc *d, truc__fact_work *w, const char *slot,
                       uint32_t entity, truc_span at) {
  if (entity == TRUC_NONE) return;
  const char *ref = d->entity.v[entity].ref;
  if (truc__ref_there(w, slot, ref)) return;
  truc_item it = truc__blank_item(slot);
  it.ref = ref;
  it.at = at;
  it.implicit = at.len == 0;
  truc__item_push(w, it);
}

/* "X là lãnh đạo đầu tiên của Y đến thăm Z", "X - lãnh đạo cấp cao của Y": the
** group stands for X, who is its member. */
static const truc__fchunk *member_named(const truc_doc *d,
                                        const truc__fact_work *w,
                                        const truc__fchunk *c) {
  uint32_t first = d->sentence.v[c->sent].tok;
  if (c->type != CH_GROUP || c->tok < first + 2) return c;
  if (!truc__tok_is(d, c->tok - 1, "là") && !truc__tok_is(d, c->tok - 1, "-"))
    return c;
  const truc__fchunk *x = truc__chunk_ending(w, first, c->tok - 1, CH_PERSON);
  return x && !x->credit ? x : c;
}

/* "Hai nước", of which the names told only one: the article's pair has the
** other. */
static uint32_t other_of(const truc__fact_work *w, const truc__fchunk *c) {
  if (c->type != CH_PAIR || c->other != TRUC_NONE) return c->other;
  if (c->entity == w->pair[0]) return w->pair[1];
  return c->entity == w->pair[1] ? w->pair[0] : TRUC_NONE;
}

void truc__item_chunk(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__fchunk *c) {
  c = member_named(d, w, c);
  truc_span at = truc__tok_span(d, c->item_tok, c->item_ntok);
  if (c->ref) {
    truc_item it = truc__blank_item(slot);
    it.ref = c->ref;
    it.at = at;
    truc__item_push(w, it);
    return;
  }
  if (c->entity == TRUC_NONE) {
    truc_item it = truc__blank_item(slot);
    it.at = at;
    truc__item_push(w, it);
    return;
  }
  truc__item_entity(d, w, slot, c->entity, at);
  truc__item_entity(d, w, slot, other_of(w, c), at);
}

/* The country entity an item's ref stands for: itself, or that of a person. */
uint32_t truc__country_of(const truc_doc *d, const truc_item *it) {
  if (!it || !it->ref) return TRUC_NONE;
  for (uint32_t e = 0; e < d->entity.n; e++) {
    if (strcmp(d->entity.v[e].ref, it->ref)) continue;
    return d->entity.v[e].type == TRUC_GPE ? e : d->entity.v[e].country;
  }
  return TRUC_NONE;
}

bool truc__copy_slot(truc__fact_work *w, const char *slot, const char *of) {
  uint32_t n = w->item.n;
  for (uint32_t i = 0; i < n; i++) {
    if (strcmp(w->item.v[i].slot, of)) continue;
    truc_item it = w->item.v[i];
    it.slot = slot;
    truc__item_push(w, it);
  }
  return w->item.n > n;
}

void truc__drop_slot(truc__fact_work *w, const char *slot) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < w->item.n; i++)
    if (strcmp(w->item.v[i].slot, slot)) w->item.v[n++] = w->item.v[i];
  w->item.n = n;
}

int64_t truc__whole_number(const truc_item *it, int64_t most) {
  if (!it || !it->has_number || it->exponent < 0 || it->mantissa < 0) return 0;
  int64_t n = it->mantissa;
  for (int i = 0; i < it->exponent && n && n <= most; i++) n *= 10;
  return n <= most ? n : 0;
}

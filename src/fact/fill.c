/* SPDX-License-Identifier: Apache-2.0 */
/* fill.c - slots that a match left open.
**
** What a pattern names stands in one place; who does it often stands far off or
** is not said at all.  The `fill` lines of a pattern say where to look, in
** order of preference; the first source that yields something wins. */
#include "fact/fact.h"
#include "tables/lex.h"

static bool fill_nearest(truc_doc *d, truc__fact_work *w, const char *slot,
                         const truc__match *m, uint32_t mask, bool left,
                         bool right) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t lo = s->tok, hi = s->tok + s->ntok;
  for (uint32_t k = 1; k < s->ntok; k++) {
    if (left && m->anchor >= lo + k) {
      const truc__fchunk *c =
          truc__chunk_ending(w, lo, m->anchor - k + 1, mask);
      if (c && !c->credit) {
        truc__item_chunk(d, w, slot, c);
        return true;
      }
    }
    if (right && m->end + k - 1 < hi) {
      const truc__fchunk *c = truc__chunk_at(w, m->end + k - 1, mask);
      if (c && !c->credit && !c->inner) {
        truc__item_chunk(d, w, slot, c);
        return true;
      }
    }
  }
  return false;
}

static bool fill_object(truc_doc *d, truc__fact_work *w, const char *slot,
                        const truc__match *m, uint32_t mask) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t t = m->end, end = s->tok + s->ntok;
  if (t < end && (truc__hit_at(d, t, LEX_WITH) || truc__hit_at(d, t, LEX_TO) ||
                  truc__hit_at(d, t, LEX_OF)))
    t++;
  const truc__fchunk *c = t < end ? truc__chunk_at(w, t, mask) : NULL;
  if (!c) return false;
  truc__item_chunk(d, w, slot, c);
  return true;
}

static bool fill_other(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m, const char *of) {
  const truc_item *have = truc__first_item(w->item.v, w->item.n, of);
  uint32_t one = truc__country_of(d, have), e[2];
  const truc__fchunk *seen[2];
  if (one == TRUC_NONE) return false;
  truc__pair_in_focus(d, w, m, e, seen);
  for (int round = 0; round < 2; round++) {
    for (int i = 0; i < 2; i++) {
      if (e[1 - i] != one || e[i] == TRUC_NONE || e[i] == one) continue;
      truc__item_entity(d, w, slot, e[i], truc__span_of(d, seen[i]));
      return true;
    }
    e[0] = w->pair[0]; /* not in this sentence: the article's pair */
    e[1] = w->pair[1];
    seen[0] = seen[1] = NULL;
  }
  return false;
}

static bool fill_country(truc_doc *d, truc__fact_work *w, const char *slot,
                         const char *of) {
  uint32_t c = truc__country_of(d, truc__first_item(w->item.v, w->item.n, of));
  if (c == TRUC_NONE) return false;
  truc__item_entity(d, w, slot, c, (truc_span){0, 0});
  return true;
}

/* A country that something is seen from: behind tại, của, cho ... */
static bool fill_reference(truc_doc *d, truc__fact_work *w, const char *slot,
                           const truc__match *m, const char *of) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t not =
      truc__country_of(d, truc__first_item(w->item.v, w->item.n, of));
  const truc__fchunk *best = NULL;
  uint32_t best_distance = UINT32_MAX;
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[s->tok + s->ntok];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->type != CH_COUNTRY || x->inner || x->entity == not ) continue;
    if (x->tok == s->tok || !truc__hit_at(d, x->tok - 1, LEX_PREP)) continue;
    uint32_t far = x->tok > m->anchor ? x->tok - m->anchor : m->anchor - x->tok;
    if (far >= best_distance) continue;
    best = x;
    best_distance = far;
  }
  if (!best) return false;
  truc__item_chunk(d, w, slot, best);
  return true;
}

static bool fill_code(truc__fact_work *w, const char *slot, const char *code) {
  truc_item it = truc__blank_item(slot);
  it.code = code;
  it.implicit = 1;
  truc__item_push(w, it);
  return true;
}

/* The nearest chunk behind a word of class `cls`: "tại", "của", "cho" ... */
static bool fill_after(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m, uint32_t mask, int cls) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  const truc__fchunk *best = NULL;
  uint32_t best_distance = UINT32_MAX, end = s->tok + s->ntok;
  for (uint32_t t = s->tok + 1; t < end; t++) {
    const truc__fchunk *x = truc__chunk_at(w, t, mask);
    if (!x || x->inner || x->credit || !truc__hit_at(d, t - 1, cls)) continue;
    uint32_t far = t > m->anchor ? t - m->anchor : m->anchor - t;
    if (far >= best_distance) continue;
    best = x;
    best_distance = far;
  }
  if (!best) return false;
  truc__item_chunk(d, w, slot, best);
  return true;
}

static bool fill_unit(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__match *m) {
  uint32_t i = w->value_at.v[m->anchor];
  if (i == TRUC_NONE || !d->value.v[i].unit_ntok) return false;
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t from = d->value.v[i].unit_tok;
  uint32_t end = truc__phrase_end(d, w, from, s->tok + s->ntok);
  if (end < from + d->value.v[i].unit_ntok)
    end = from + d->value.v[i].unit_ntok;
  truc_item it = truc__blank_item(slot);
  it.at = truc__tok_span(d, from, end - from);
  truc__item_push(w, it);
  return true;
}

static bool fill(truc_doc *d, truc__fact_work *w, const truc__match *m,
                 const truc__fill *f) {
  const char *slot = truc__slots[f->slot];
  switch ((truc__source)f->source) {
    case SRC_CODE: return fill_code(w, slot, f->code);
    case SRC_SUBJECT: return truc__fill_subject(d, w, slot, m, f->mask);
    case SRC_OBJECT: return fill_object(d, w, slot, m, f->mask);
    case SRC_PAIR: return truc__fill_pair(d, w, slot, m);
    case SRC_OTHER: return fill_other(d, w, slot, m, f->code);
    case SRC_COUNTRY: return fill_country(d, w, slot, f->code);
    case SRC_REFERENCE: return fill_reference(d, w, slot, m, f->code);
    case SRC_SLOT: return truc__copy_slot(w, slot, f->code);
    case SRC_LEFT: return fill_nearest(d, w, slot, m, f->mask, true, false);
    case SRC_RIGHT: return fill_nearest(d, w, slot, m, f->mask, false, true);
    case SRC_ANYWHERE: return fill_nearest(d, w, slot, m, f->mask, true, true);
    case SRC_CLASS: return truc__fill_class(d, w, slot, m, (int)f->mask);
    case SRC_INSIDE: return truc__fill_inside(d, w, slot, m, f->code);
    case SRC_BEHIND: return truc__fill_behind(d, w, slot, m, (int)f->mask);
    case SRC_WORDS: return truc__fill_words(d, w, slot, m, f->mask, false);
    case SRC_AFTER: return truc__fill_words(d, w, slot, m, f->mask, true);
    case SRC_AT: return fill_after(d, w, slot, m, f->mask, LEX_AT);
    case SRC_OWNER: return fill_after(d, w, slot, m, f->mask, LEX_OF);
    case SRC_TOWARD: return fill_after(d, w, slot, m, f->mask, LEX_TOWARD);
    case SRC_HOLDER: return truc__fill_holder(d, w, slot, m);
    case SRC_UNIT: return fill_unit(d, w, slot, m);
    case SRC_GIVER: return truc__fill_flow(d, w, slot, m, true);
    case SRC_TAKER: return truc__fill_flow(d, w, slot, m, false);
    case SRC_LATEST: return truc__fill_latest(d, w, f);
    case SRC_FOUND: return truc__fill_found(d, w, slot, m, f->code);
    case SRC_NWORDS: break;
  }
  return false;
}

/* "fill!" with what the words of the slot stand for: a code, or the latest
** record of a kind.  The words stay. */
static bool gives_meaning(const truc__fill *f) {
  return f->always &&
         (f->source == SRC_CODE || (f->source == SRC_LATEST && !f->code));
}

static bool recode(const truc_doc *d, truc__fact_work *w, const truc__fill *f) {
  bool any = false;
  if (f->source == SRC_LATEST) return truc__mean_latest(d, w, f);
  for (uint32_t i = 0; i < w->item.n; i++)
    if (!strcmp(w->item.v[i].slot, truc__slots[f->slot])) {
      w->item.v[i].code = f->code;
      any = true;
    }
  return any;
}

/* "A và B hội đàm": two items of the one slot, none of the other. */
static void split_slot(truc__fact_work *w, const truc__pattern *p) {
  const char *from = truc__slots[p->split], *to = truc__slots[p->split_to];
  uint32_t last = TRUC_NONE, n = 0;
  if (truc__has_slot(w, to)) return;
  for (uint32_t i = 0; i < w->item.n; i++)
    if (!strcmp(w->item.v[i].slot, from)) {
      last = i;
      n++;
    }
  if (n >= 2) w->item.v[last].slot = to;
}

/* Consecutive fill entries of one slot are alternatives. */
void truc__fill_slots(truc_doc *d, truc__fact_work *w, const truc__match *m) {
  const truc__pattern *p = m->pattern;
  for (uint32_t i = 0; i < p->nfill;) {
    const truc__fill *f = &truc__fills[p->fill + i];
    bool got = !f->always && truc__has_slot(w, truc__slots[f->slot]);
    if (gives_meaning(f) && truc__has_slot(w, truc__slots[f->slot])) {
      got = true;
      if (recode(d, w, f)) truc__trail_filled(w, p->fill + i);
    } else if (f->always) {
      truc__drop_slot(w, truc__slots[f->slot]);
    }
    for (; i < p->nfill && truc__fills[p->fill + i].slot == f->slot; i++)
      if (!got && (got = fill(d, w, m, &truc__fills[p->fill + i])))
        truc__trail_filled(w, p->fill + i);
  }
  if (p->flags & PATTERN_SPLIT) split_slot(w, p);
}

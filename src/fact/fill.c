/* SPDX-License-Identifier: Apache-2.0 */
/* fill.c - slots that a match left open.
**
** What a pattern names stands in one place; who does it often stands far off or
** is not said at all.  The `fill` lines of a pattern say where to look, in
** order of preference; the first source that yields something wins. */
#include "fact/fact.h"
#include "tables/lex.h"

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

/* The longest chunk that ends at `tok`, none before `first`. */
static const truc__fchunk *chunk_ending(const truc__fact_work *w,
                                        uint32_t first, uint32_t tok,
                                        uint32_t mask) {
  for (uint32_t from = tok > first + 24 ? tok - 24 : first; from < tok; from++)
    for (uint32_t c = w->chunk_at.v[from]; c < w->chunk_at.v[from + 1]; c++)
      if (w->chunk.v[c].tok + w->chunk.v[c].ntok == tok &&
          (w->chunk.v[c].type & mask) && !w->chunk.v[c].inner)
        return &w->chunk.v[c];
  return NULL;
}

/* "X là lãnh đạo đầu tiên của Y đến thăm Z": the group stands for X, who is its
** member. */
static const truc__fchunk *member_named(const truc_doc *d,
                                        const truc__fact_work *w,
                                        const truc__fchunk *c) {
  uint32_t first = d->sentence.v[c->sent].tok;
  if (c->type != CH_GROUP || c->tok < first + 2) return c;
  if (!truc__tok_is(d, c->tok - 1, "là")) return c;
  const truc__fchunk *x = chunk_ending(w, first, c->tok - 1, CH_PERSON);
  return x && !x->credit ? x : c;
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
  truc__item_entity(d, w, slot, c->other, at);
}

/* ------------------------------------------------------------------ subject */

/* The object of đón, tiếp, gặp ...: no subject of what comes after it, save of
** the next verb in a row ("đón X thăm"), which patterns see for themselves. */
static const truc__hit *pivot_before(const truc_doc *d, uint32_t first,
                                     uint32_t tok) {
  for (uint32_t n = 1; n <= 3 && tok >= first + n; n++) {
    const truc__hit *h = truc__hit_at(d, tok - n, LEX_PIVOT);
    if (h && h->ntok == n) return h;
  }
  return NULL;
}

static bool is_object(const truc_doc *d, uint32_t first, uint32_t tok) {
  return pivot_before(d, first, tok) != NULL;
}

/* "hoan nghênh X tiếp tục là ...": whom one bids, lets or welcomes to do it is
** the subject of the same clause, from `end` of the chunk to the predicate. */
static bool is_bidden(const truc_doc *d, uint32_t first,
                      const truc__fchunk *first_of_list, uint32_t end,
                      uint32_t anchor) {
  const truc__hit *h = pivot_before(d, first, first_of_list->tok);
  if (!h || strcmp(truc__hit_id(h), "cause")) return false;
  for (uint32_t t = end; t < anchor; t++)
    if (d->token.v[t].kind == TRUC_TOK_PUNCT) return false;
  return true;
}

/* A chunk behind a preposition is an object or a modifier, no subject. */
bool truc__governed(const truc_doc *d, uint32_t first, uint32_t tok) {
  if (tok == first) return false;
  if (truc__hit_at(d, tok - 1, LEX_PREP)) return true;
  if (tok < first + 2) return false;
  const truc__hit *h = truc__hit_at(d, tok - 2, LEX_PREP);
  return h && h->ntok == 2;
}

#define SUBJECTS \
  (CH_PERSON | CH_COUNTRY | CH_PAIR | CH_BOTH | CH_ORG | CH_FORUM | CH_GROUP)

/* "theo lời mời của X": who invites. */
static bool invites(const truc_doc *d, uint32_t first, const truc__fchunk *c) {
  return c->tok >= first + 2 && truc__tok_is(d, c->tok - 1, "của") &&
         truc__tok_is(d, c->tok - 2, "mời");
}

/* Is the chunk a later member of a list?  Behind a comma only if the list goes
** on: in "theo lời mời của A, B thăm ..." B begins a clause, and in "... B và C
** thăm" too. */
static const truc__fchunk *member_before(const truc_doc *d,
                                         const truc__fact_work *w,
                                         uint32_t first, const truc__fchunk *c,
                                         uint32_t mask) {
  if (c->tok < first + 2) return NULL;
  uint32_t sep = c->tok - 1, after = c->tok + c->ntok;
  if (!truc__hit_at(d, sep, LEX_LIST_SEP)) return NULL;
  if (truc__tok_is(d, sep, ",") &&
      (after >= d->token.n || !truc__hit_at(d, after, LEX_LIST_SEP)))
    return NULL;
  const truc__fchunk *before = chunk_ending(w, first, sep, mask);
  return before && truc__tok_is(d, sep, ",") && invites(d, first, before)
             ? NULL
             : before;
}

/* Where the list ends that the chunk is a member of. */
static uint32_t list_end(const truc_doc *d, const truc__fact_work *w,
                         const truc__fchunk *c, uint32_t anchor) {
  uint32_t end = c->tok + c->ntok;
  while (end < anchor) {
    const truc__hit *h = truc__hit_at(d, end, LEX_LIST_SEP);
    if (!h || end + h->ntok >= anchor) break;
    c = truc__chunk_at(w, end + h->ntok, SUBJECTS);
    if (!c) break;
    end = c->tok + c->ntok;
  }
  return end;
}

bool truc__list_governed(const truc_doc *d, const truc__fact_work *w,
                         uint32_t first, uint32_t tok, uint32_t anchor) {
  const truc__fchunk *c = truc__chunk_at(w, tok, SUBJECTS), *prev;
  if (!c) return truc__governed(d, first, tok);
  while (c->inner && c > w->chunk.v) c--; /* as its whole phrase is */
  uint32_t end = list_end(d, w, c, anchor);
  while ((prev = member_before(d, w, first, c, SUBJECTS)) != NULL) c = prev;
  if (truc__governed(d, first, c->tok)) return true;
  if (!is_object(d, first, c->tok)) return false;
  if (c->type & (CH_FORUM | CH_ORG)) return true; /* "dự APEC | cho rằng" */
  /* "đón X thăm": X is the subject of what follows directly */
  for (uint32_t t = end; t < anchor; t++)
    if (truc__hit_at(d, t, LEX_LIST_SEP)) return true;
  return false;
}

/* The subject of the predicate at `anchor`: the nearest chunk to the left that
** no preposition or verb governs, with those coordinated to it. */
static bool fill_subject(truc_doc *d, truc__fact_work *w, const char *slot,
                         const truc__match *m, uint32_t mask) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (!mask) mask = SUBJECTS;
  for (uint32_t t = m->anchor; t > first; t--) {
    const truc__fchunk *c = chunk_ending(w, first, t, mask), *prev;
    if (!c || c->credit) continue;
    const truc__fchunk *found[8];
    int n = 0;
    uint32_t end = c->tok + c->ntok;
    found[n++] = c;
    while (n < 8 && (prev = member_before(d, w, first, c, mask)) != NULL)
      found[n++] = c = prev;
    if (truc__governed(d, first, c->tok) ||
        (is_object(d, first, c->tok) &&
         !is_bidden(d, first, c, end, m->anchor))) {
      t = c->tok + 1;
      continue;
    }
    while (n-- > 0) truc__item_chunk(d, w, slot, found[n]);
    return true;
  }
  return false;
}

/* ------------------------------------------------------------- other places */

static bool fill_nearest(truc_doc *d, truc__fact_work *w, const char *slot,
                         const truc__match *m, uint32_t mask, bool left,
                         bool right) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t lo = s->tok, hi = s->tok + s->ntok;
  for (uint32_t k = 1; k < s->ntok; k++) {
    if (left && m->anchor >= lo + k) {
      const truc__fchunk *c = chunk_ending(w, lo, m->anchor - k + 1, mask);
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

/* The country entity an item's ref stands for: itself, or that of a person. */
uint32_t truc__country_of(const truc_doc *d, const truc_item *it) {
  if (!it || !it->ref) return TRUC_NONE;
  for (uint32_t e = 0; e < d->entity.n; e++) {
    if (strcmp(d->entity.v[e].ref, it->ref)) continue;
    return d->entity.v[e].type == TRUC_GPE ? e : d->entity.v[e].country;
  }
  return TRUC_NONE;
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

static bool copy_slot(truc__fact_work *w, const char *slot, const char *of) {
  uint32_t n = w->item.n;
  for (uint32_t i = 0; i < n; i++) {
    if (strcmp(w->item.v[i].slot, of)) continue;
    truc_item it = w->item.v[i];
    it.slot = slot;
    truc__item_push(w, it);
  }
  return w->item.n > n;
}

/* The last visit of the visitor that the record names already, else the visit
** in focus. */
static uint32_t visit_meant(const truc_doc *d, const truc__fact_work *w) {
  const truc_item *who = truc__first_item(w->item.v, w->item.n, "visitor");
  for (uint32_t i = d->fact.n; who && who->ref && i-- > 0;) {
    const truc_fact *f = &d->fact.v[i];
    if (f->kind != TRUC_KIND_VISIT || f->modality == TRUC_DENIED) continue;
    const truc_item *v =
        truc__first_item(d->item.v + f->item, f->nitem, "visitor");
    if (v && v->ref && !strcmp(v->ref, who->ref)) return i;
  }
  return w->visit;
}

static bool fill_visit(truc_doc *d, truc__fact_work *w, const char *slot,
                       const char *of) {
  uint32_t visit = visit_meant(d, w);
  if (visit == TRUC_NONE) return false;
  const truc_fact *f = &d->fact.v[visit];
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

/* Whose wish, plan or promise it is: who stands right before its marker, where
** that is not simply both. */
static bool fill_holder(truc_doc *d, truc__fact_work *w, const char *slot,
                        const truc__match *m) {
  uint32_t marker, first = d->sentence.v[m->sent].tok;
  truc_modality how = truc__modality(d, w, m, &marker);
  if (marker == TRUC_NONE || how == TRUC_ACTUAL || how == TRUC_EXPECTED)
    return false;
  uint32_t t = d->hit.v[marker].tok;
  for (int passed = 0; t > first && passed < 4; passed++, t--) {
    const truc__fchunk *c = chunk_ending(
        w, first, t, CH_PERSON | CH_COUNTRY | CH_ORG | CH_GROUP | CH_FORUM);
    if (c && !c->credit && !truc__governed(d, first, c->tok)) {
      if (member_before(d, w, first, c, SUBJECTS)) return false; /* both */
      truc__item_chunk(d, w, slot, c);
      return true;
    }
    if (!truc__hit_at(d, t - 1, LEX_SPEECH_ADVERB)) return false;
  }
  return false;
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
    case SRC_SUBJECT: return fill_subject(d, w, slot, m, f->mask);
    case SRC_OBJECT: return fill_object(d, w, slot, m, f->mask);
    case SRC_PAIR: return truc__fill_pair(d, w, slot, m);
    case SRC_OTHER: return fill_other(d, w, slot, m, f->code);
    case SRC_COUNTRY: return fill_country(d, w, slot, f->code);
    case SRC_REFERENCE: return fill_reference(d, w, slot, m, f->code);
    case SRC_SLOT: return copy_slot(w, slot, f->code);
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
    case SRC_HOLDER: return fill_holder(d, w, slot, m);
    case SRC_UNIT: return fill_unit(d, w, slot, m);
    case SRC_GIVER: return truc__fill_flow(d, w, slot, m, true);
    case SRC_TAKER: return truc__fill_flow(d, w, slot, m, false);
    case SRC_VISITOR: return fill_visit(d, w, slot, "visitor");
    case SRC_HOST: return fill_visit(d, w, slot, "host");
    case SRC_NWORDS: break;
  }
  return false;
}

static void drop_slot(truc__fact_work *w, const char *slot) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < w->item.n; i++)
    if (strcmp(w->item.v[i].slot, slot)) w->item.v[n++] = w->item.v[i];
  w->item.n = n;
}

static bool recode(truc__fact_work *w, const truc__fill *f) {
  bool any = false;
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

/* "mối quan hệ giữa hai nước", "trong quan hệ Việt - Pháp". */
static bool is_relation(const truc_doc *d, const truc__match *m, truc_span at) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t t = s->tok, end = s->tok + s->ntok;
  while (t < end && d->token.v[t].at.off < at.off) t++;
  if (t < end && truc__tok_is(d, t, "trong")) t++;
  if (t < end && truc__tok_is(d, t, "mối")) t++;
  return t + 1 < end && truc__tok_is(d, t, "quan") &&
         truc__tok_is(d, t + 1, "hệ");
}

/* An effect on the relation is one on both countries. */
static void relation_target(truc_doc *d, truc__fact_work *w,
                            const truc__match *m) {
  const truc_item *it = truc__first_item(w->item.v, w->item.n, "target");
  uint32_t e[2];
  const truc__fchunk *seen[2];
  if (!it || it->ref || it->code || !is_relation(d, m, it->at)) return;
  truc_span at = it->at;
  truc__pair_in_focus(d, w, m, e, seen);
  if (e[0] == TRUC_NONE || e[1] == TRUC_NONE) return;
  drop_slot(w, "target");
  for (int i = 0; i < 2; i++) truc__item_entity(d, w, "target", e[i], at);
}

/* Consecutive fill entries of one slot are alternatives. */
void truc__fill_slots(truc_doc *d, truc__fact_work *w, const truc__match *m) {
  const truc__pattern *p = m->pattern;
  for (uint32_t i = 0; i < p->nfill;) {
    const truc__fill *f = &truc__fills[p->fill + i];
    bool got = !f->always && truc__has_slot(w, truc__slots[f->slot]);
    /* a code replaces a code but keeps the words it stood for */
    if (f->always && f->source == SRC_CODE && recode(w, f)) {
      got = true;
      truc__trail_filled(w, p->fill + i);
    } else if (f->always) {
      drop_slot(w, truc__slots[f->slot]);
    }
    for (; i < p->nfill && truc__fills[p->fill + i].slot == f->slot; i++)
      if (!got && (got = fill(d, w, m, &truc__fills[p->fill + i])))
        truc__trail_filled(w, p->fill + i);
  }
  if (p->flags & PATTERN_SPLIT) split_slot(w, p);
  if (p->kind == TRUC_KIND_IMPACT) relation_target(d, w, m);
  if (p->kind == TRUC_KIND_AGREEMENT) truc__settle_signers(d, w, m);
}

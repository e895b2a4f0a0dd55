/* SPDX-License-Identifier: Apache-2.0 */
/* memory.c - what the document said elsewhere decides what is undecided. */
#include "name/name.h"

uint64_t truc__key_hash(const truc__work *w, const truc__note *n,
                        uint32_t count) {
  uint64_t h = KEY_SEED;
  for (uint32_t i = 0; i < count; i++) h = KEY_STEP(h, w->key.v[n->key + i]);
  return h ^ (h >> 29);
}

static bool sure(const truc_doc *d, uint32_t m) {
  return d->mention.v[m].type < TRUC_OFFICE &&
         d->mention.v[m].form == TRUC_FORM_NAME;
}

/* Every sure name, and every part of a person's. */
static bool learn(const truc_doc *d, truc__work *w) {
  truc__table_clear(&w->whole);
  truc__table_clear(&w->part);
  for (uint32_t m = 0; m < d->mention.n; m++) {
    const truc__note *n = &w->note.v[m];
    if (!sure(d, m) || n->weak) continue;
    if (!truc__table_put(&w->whole, truc__key_hash(w, n, n->nkey), m))
      return false;
    if (d->mention.v[m].type != TRUC_PER || n->nkey < 2 ||
        (d->mention.v[m].flags & TRUC_MF_CREDIT))
      continue;
    for (uint32_t k = 0; k < n->nkey; k++)
      if (!truc__table_put(&w->part, w->key.v[n->key + k], m)) return false;
  }
  return true;
}

static bool all_foreign(const truc_doc *d, const truc_mention *m) {
  for (uint32_t i = m->tok; i < m->tok + m->ntok; i++)
    if (!(d->token.v[i].flags & TRUC_TF_FOREIGN) &&
        d->token.v[i].kind != TRUC_TOK_ABBR)
      return false;
  return true;
}

static bool some_foreign(const truc_doc *d, const truc_mention *m) {
  for (uint32_t i = m->tok; i < m->tok + m->ntok; i++)
    if (d->token.v[i].flags & TRUC_TF_FOREIGN) return true;
  return false;
}

/* A member of a list is of the same kind as its neighbour: "Pertamina và
** Rosneft". */
static unsigned neighbour(const truc_doc *d, uint32_t m) {
  const truc_mention *at = &d->mention.v[m];
  for (int side = -1; side <= 1; side += 2) {
    if ((side < 0 && m == 0) || (side > 0 && m + 1 >= d->mention.n)) continue;
    const truc_mention *b = &d->mention.v[side < 0 ? m - 1 : m + 1];
    uint32_t gap = side < 0 ? at->tok - 1 : at->tok + at->ntok;
    bool next = side < 0 ? b->tok + b->ntok == gap : b->tok == gap + 1;
    if (!next || b->sent != at->sent || b->form != TRUC_FORM_NAME) continue;
    if (!truc__name_is(d, gap, "và") && !truc__tok_mark(d, gap, ',') &&
        !truc__tok_mark(d, gap, '/'))
      continue;
    if (b->type == TRUC_ORG || b->type == TRUC_LOC || b->type == TRUC_PER)
      return b->type;
  }
  return UNDECIDED;
}

/* Type of an undecided run, UNDECIDED if nothing tells. */
static unsigned decide(const truc_doc *d, const truc__work *w, uint32_t m,
                       const char **why) {
  const truc__note *n = &w->note.v[m];
  const truc_mention *at = &d->mention.v[m];
  uint32_t same = truc__table_get(&w->whole, truc__key_hash(w, n, n->nkey));
  if (same != TRUC_NONE && d->mention.v[same].type != TRUC_GPE) {
    *why = "the same name elsewhere in the document";
    return d->mention.v[same].type;
  }
  if (n->nkey == 1 && (n->hint != HINT_FIRST || all_foreign(d, at)) &&
      truc__table_get(&w->part, w->key.v[n->key]) != TRUC_NONE) {
    *why = "part of a person's name in the document";
    return TRUC_PER;
  }
  bool foreign = all_foreign(d, at);
  if (n->hint == HINT_PLACE && (foreign || n->nkey > 1)) {
    *why = "name after a word of place";
    return TRUC_LOC;
  }
  if (n->hint == HINT_SPEAKER && (foreign || n->nkey > 1)) {
    *why = "name before a verb of saying";
    return TRUC_PER;
  }
  if (n->hint == HINT_BODY && (foreign || n->nkey > 1)) {
    *why = "name after a word for bodies";
    return TRUC_ORG;
  }
  if (n->nkey >= 2 && n->nkey <= 4 && n->hint != HINT_PLACE &&
      n->hint != HINT_BODY && some_foreign(d, at)) {
    *why = "foreign name of several parts";
    return TRUC_PER;
  }
  if (n->hint == HINT_FIRST || (!foreign && n->nkey < 2)) return UNDECIDED;
  *why = "as its neighbour in a list";
  unsigned type = neighbour(d, m);
  return foreign || type == TRUC_LOC ? type : UNDECIDED;
}

static void settle(const truc_doc *d, truc__work *w) {
  for (uint32_t m = 0; m < d->mention.n; m++) {
    truc_mention *at = &d->mention.v[m];
    truc__note *n = &w->note.v[m];
    if (at->type == TRUC_ORG && !n->id && !n->kind && at->ntok == 1 &&
        truc__table_get(&w->product, truc__key_hash(w, n, n->nkey)) !=
            TRUC_NONE)
      at->type = UNDECIDED;
    else if (at->type == UNDECIDED) {
      at->type = (uint8_t)decide(d, w, m, &at->why);
    } else if (n->weak) {
      uint32_t same = truc__table_get(&w->whole, truc__key_hash(w, n, n->nkey));
      const truc__hit *h = truc__hit_of(d, at->tok, LEX_GPE);
      bool split = h && (h->flags & HIT_SPLIT);
      if (same == TRUC_NONE && (split || truc__hit_of(d, at->tok, LEX_HONOR) ||
                                truc__hit_of(d, at->tok, LEX_ORGWORD)))
        at->type = UNDECIDED;
    }
  }
}

/* "Long name (ABC)": the abbreviation is of the same kind, the same body. */
static void brackets(const truc_doc *d, truc__work *w) {
  for (uint32_t m = 0; m + 1 < d->mention.n; m++) {
    const truc_mention *a = &d->mention.v[m];
    uint32_t k = m + 1, end = a->tok + a->ntok;
    while (k < d->mention.n && d->mention.v[k].tok < end) k++;
    if (k >= d->mention.n) continue;
    truc_mention *b = &d->mention.v[k];
    if (a->type < TRUC_ORG || a->type > TRUC_EVENT || b->tok != end + 1 ||
        b->sent != a->sent || !truc__tok_mark(d, end, '(') ||
        !truc__tok_mark(d, b->tok + b->ntok, ')') || a->outer != TRUC_NONE)
      continue;
    if (b->type < TRUC_ORG && b->type != UNDECIDED) continue;
    if (b->ntok > 2 || d->token.v[b->tok].shape == TRUC_SHAPE_TITLE) continue;
    if (w->note.v[k].id) {
      if (!w->note.v[m].id && a->type == b->type)
        w->note.v[m].id = w->note.v[k].id;
      continue;
    }
    b->type = a->type;
    b->why = "abbreviation defined in brackets";
    w->note.v[k].alias = m;
  }
}

/* ------------------------------------------------------------- compaction */

static void point(uint32_t *at, const uint32_t *to) {
  if (*at != TRUC_NONE) *at = to[*at];
}

/* Drops what stayed undecided and renumbers. */
static bool compact(truc_doc *d, truc__work *w) {
  w->given.n = 0;
  if (!VEC_ROOM(w->given, d->mention.n)) return false;
  uint32_t *to = w->given.v, n = 0;
  for (uint32_t m = 0; m < d->mention.n; m++)
    to[m] = d->mention.v[m].type == UNDECIDED ? TRUC_NONE : n++;
  for (uint32_t m = 0; m < d->mention.n; m++) {
    if (to[m] == TRUC_NONE) continue;
    truc_mention x = d->mention.v[m];
    truc__note y = w->note.v[m];
    point(&x.outer, to);
    point(&y.country, to);
    point(&y.alias, to);
    d->mention.v[to[m]] = x;
    w->note.v[to[m]] = y;
  }
  for (uint32_t o = 0; o < d->office.n; o++) {
    point(&d->office.v[o].mention, to);
    point(&d->office.v[o].holder_mention, to);
    point(&d->office.v[o].org_mention, to);
    point(&d->office.v[o].country_mention, to);
  }
  d->mention.n = w->note.n = n;
  return true;
}

bool truc__memory_run(truc_doc *d, truc__work *w) {
  if (!learn(d, w)) return false;
  settle(d, w);
  brackets(d, w);
  return compact(d, w);
}

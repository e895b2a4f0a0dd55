/* SPDX-License-Identifier: Apache-2.0 */
/* phrases.c - the phrases that begin at a token, read from the nodes to which
** the walk of hits.c came: for this room, and for the rooms behind it those of
** their classes, when they ask.
**
** Most tokens are never asked about: the bits of their classes have said no. */
#include "name/name.h"

/* The word layer may have joined other tokens than the phrase does. */
static inline uint16_t splits(const truc_doc *d, uint32_t tok, uint32_t ntok) {
  const uint32_t end = tok + ntok;
  unsigned flags = d->token.v[tok].flags;
  if (end < d->token.n) flags |= d->token.v[end].flags;
  return (flags & TRUC_TF_JOIN) != 0;
}

/* "Un" is not the abbreviation UN: several letters, and not all capitals. */
static bool title_case(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  uint32_t letters = 0;
  for (uint32_t i = 0; i < t->text_len; i++) {
    unsigned char c = (unsigned char)p[i];
    letters += (c & 0xc0) != 0x80 && !(c < 0x80 && (c < 'A' || c > 'z'));
  }
  return t->shape == TRUC_SHAPE_TITLE && letters > 1;
}

/* In a sentence without any capital the names of several words do without. */
static bool small_name(uint32_t ntok, const truc__lexentry *e) {
  if (ntok < 2 || (e->flags & (LEX_UPPER | LEX_AMBIGUOUS))) return false;
  return e->cls == LEX_PLACE || e->cls == LEX_SEAT || e->cls == LEX_AGENCY ||
         e->cls == LEX_FORUM || e->cls == LEX_ORG || e->cls == LEX_GPE;
}

/* Only phrases that ask for all capitals need a look at every letter. */
static bool fits(const truc_doc *d, uint32_t tok, uint32_t ntok,
                 unsigned flags) {
  if (!truc__lex_fits(d->token.v + tok, ntok, flags)) return false;
  for (uint32_t i = 0; (flags & LEX_UPPER) && i < ntok; i++)
    if (title_case(d, tok + i)) return false;
  return true;
}

/* The same, where the first token has the shape. */
static inline bool shape_fits(const truc_doc *d, uint32_t tok, uint32_t ntok,
                              unsigned flags) {
  const uint8_t shape = d->token.v[tok].shape;
  if (shape == TRUC_SHAPE_TITLE && !(flags & (LEX_UPPER | LEX_ALLCAP)))
    return true;
  return fits(d, tok, ntok, flags);
}

/* An entry is a half of the hit as it lies there. */
static inline truc__hit *put(truc__hit *h, uint32_t tok, uint32_t ntok,
                             uint16_t split, const truc__lexentry *e) {
  h->tok = tok;
  h->ntok = (uint16_t)ntok;
  h->split = split;
  memcpy((char *)h + offsetof(truc__hit, cls), e, sizeof *e);
  return h + 1;
}
typedef char truc__halves_fit
    [sizeof(truc__lexentry) == 8 && sizeof(truc__hit) == 16 ? 1 : -1];

/* The `n` entries before `end`, the last one first. As many as most nodes have
** are copied without asking whether they are there, since nobody can guess how
** many are: the table begins with LEX_SLACK empty ones, and behind `h` there is
** room for as many. */
static inline truc__hit *copy(truc__hit *h, uint32_t tok, uint32_t ntok,
                              uint16_t split, const truc__lexentry *end,
                              uint32_t n) {
  const truc__hit first = {tok, (uint16_t)ntok, split, 0, 0, 0};
  truc__hit *const to = h + n;
  do {
    for (uint32_t i = 0; i < LEX_SLACK; i++, h++) {
      memcpy(h, &first, offsetof(truc__hit, cls));
      memcpy((char *)h + offsetof(truc__hit, cls), --end, sizeof *end);
    }
  } while (h < to);
  return to;
}

/* Adds those of `n` entries that fit the `ntok` tokens at `tok`; the first
** `nplain` ask for no shape. The last ones come first. */
static truc__hit *keep(const truc_doc *d, truc__hit *h, uint32_t tok,
                       uint32_t ntok, const truc__lexentry *e, uint32_t nplain,
                       uint32_t n, bool small) {
  const uint16_t split = splits(d, tok, ntok);
  if (d->token.v[tok].shape == TRUC_SHAPE_LOWER) {
    for (; small && n > nplain; n--)
      if (small_name(ntok, &e[n - 1])) h = put(h, tok, ntok, split, &e[n - 1]);
    if (n > nplain) n = nplain;
  }
  for (; n > nplain; n--)
    if (shape_fits(d, tok, ntok, e[n - 1].flags))
      h = put(h, tok, ntok, split, &e[n - 1]);
  return copy(h, tok, ntok, split, e + n, n);
}

/* ------------------------------------------------------------------ nodes */

/* The nodes on the way from a token: the one below the root is known by its
** symbol, further ones are kept. */
typedef struct nodes {
  uint32_t first, n;
  const truc__onward *more;
} nodes;

static inline nodes nodes_at(const truc_doc *d, const truc__work *w,
                             uint32_t tok) {
  uint32_t first = truc__lex_first(d->token.v[tok].sym);
  nodes x = {first, first != 0, NULL};
  if (w->classes.v[tok] >> BIT_WAY & 1) {
    x.more = w->way.v + w->begin.v[tok].way;
    x.n = 1 + x.more[0].node;
  }
  return x;
}

/* The n-th of them, from 1. */
static inline const truc__lexcell *node_at(const nodes *x, uint32_t n) {
  return truc__lex.cell + (n > 1 ? x->more[n - 1].node : x->first);
}

/* Back on the way: readers want the longest phrase first. */
bool truc__read_names(const truc_doc *d, truc__work *w, uint32_t tok,
                      bool small) {
  const nodes x = nodes_at(d, w, tok);
  truc__begin *at = &w->begin.v[tok];
  at->hit = w->hit.n;
  for (uint32_t n = x.n; n; n--) {
    const truc__lexcell *c = node_at(&x, n);
    const truc__lexkind *some = &truc__lex.kind[c->kind];
    if (some->to == some->from) continue;
    if (!VEC_ROOM(w->hit, some->to - some->from + LEX_SLACK)) return false;
    truc__hit *h = w->hit.v + w->hit.n;
    h = keep(d, h, tok, n, truc__lex.entry + c->entry + some->from,
             some->shaped - some->from, some->to - some->from, small);
    w->hit.n = (uint32_t)(h - w->hit.v);
  }
  at->nhit = w->hit.n - at->hit;
  w->classes.v[tok] |= TRUC__BIT(READ);
  return true;
}

const truc__hit *truc__hits_late(const truc_doc *d, truc__work *w,
                                 uint32_t tok) {
  /* room was made; only a token of a sentence with capitals comes here */
  if (!truc__read_names(d, w, tok, false))
    w->begin.v[tok] = (truc__begin){0, 0, 0};
  return w->hit.v + w->begin.v[tok].hit;
}

/* ------------------------------------------------------ for the other rooms */

void truc__shaped(const truc_doc *d, uint32_t tok, truc__shaped_found *found,
                  void *ctx) {
  const truc__work *w = d->scratch[SCRATCH_NAME];
  const bool lower = d->token.v[tok].shape == TRUC_SHAPE_LOWER;
  const bool small = w->classes.v[tok] >> BIT_SMALL & 1;
  if (lower && !small) return;
  const nodes x = nodes_at(d, w, tok);
  for (uint32_t n = x.n; n; n--) {
    const truc__lexcell *c = node_at(&x, n);
    const truc__lexentry *e = truc__lex.entry + c->entry;
    for (uint32_t i = c->nplain; i < c->nentry; i++)
      if (lower ? small_name(n, &e[i]) : shape_fits(d, tok, n, e[i].flags))
        found(ctx, tok, n, e[i].cls);
  }
}

bool truc__phrases_begin(const truc_doc *d, truc__phrases *p) {
  const size_t n = d->token.n, words = n / 64 + 1;
  p->hit.n = p->at.n = p->read.n = 0;
  if (!VEC_ROOM(p->at, n + 1) || !VEC_ROOM(p->read, words)) return false;
  memset(p->read.v, 0, words * sizeof *p->read.v);
  return true;
}

void truc__phrases_release(truc__phrases *p) {
  VEC_FREE(p->hit);
  VEC_FREE(p->at);
  VEC_FREE(p->read);
}

/* The phrases at the token end before `h`. */
static void mark_read(truc__phrases *p, uint32_t tok, const truc__hit *h) {
  const uint32_t n = (uint32_t)(h - p->hit.v);
  p->at.v[tok] = (truc__phrases_at){p->hit.n, n - p->hit.n};
  p->read.v[tok / 64] |= (uint64_t)1 << tok % 64;
  p->hit.n = n;
}

void truc__phrases_facts(const truc_doc *d, truc__phrases *p, uint32_t tok) {
  const truc__work *w = d->scratch[SCRATCH_NAME];
  const bool shaped = w->classes.v[tok] >> BIT_SHAPED & 1;
  const bool small = w->classes.v[tok] >> BIT_SMALL & 1;
  const nodes x = nodes_at(d, w, tok);
  truc__hit *h = p->hit.v + p->hit.n;
  for (uint32_t n = x.n; n; n--) {
    const truc__lexcell *c = node_at(&x, n);
    const uint32_t skip = truc__lex.kind[c->kind].nbefore;
    const truc__lexentry *e = truc__lex.entry + c->entry + skip;
    const uint32_t nplain = c->nplain - skip;
    if (shaped && c->nentry > c->nplain)
      h = keep(d, h, tok, n, e, nplain, c->nentry - skip, small);
    else if (nplain)
      h = copy(h, tok, n, splits(d, tok, n), e + nplain, nplain);
  }
  mark_read(p, tok, h);
}

/* Of a node those for the value room that ask for a shape. */
static truc__hit *put_shaped(const truc_doc *d, truc__hit *h, uint32_t tok,
                             uint32_t ntok, const truc__lexcell *c) {
  const truc__lexentry *e = truc__lex.entry + c->entry;
  if (d->token.v[tok].shape == TRUC_SHAPE_LOWER) return h;
  for (uint32_t n = c->nentry; n > c->nplain; n--)
    if (e[n - 1].cls >= LEX_NFACTS && shape_fits(d, tok, ntok, e[n - 1].flags))
      h = put(h, tok, ntok, splits(d, tok, ntok), &e[n - 1]);
  return h;
}

void truc__phrases_values(const truc_doc *d, truc__phrases *p, uint32_t tok) {
  const nodes x = nodes_at(d, d->scratch[SCRATCH_NAME], tok);
  truc__hit *h = p->hit.v + p->hit.n;
  for (uint32_t n = x.n; n; n--) {
    const truc__lexcell *c = node_at(&x, n);
    const truc__lexkind *some = &truc__lex.kind[c->kind];
    if (!some->nvalues) continue;
    h = put_shaped(d, h, tok, n, c);
    h = copy(h, tok, n, splits(d, tok, n),
             truc__lex.entry + c->entry + some->nvalue, some->nvalue);
  }
  mark_read(p, tok, h);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* hits.c - the lexicon phrases of the text: one walk into the trie, then those
** of the name room, and when a room behind it asks, those of all. */
#include "name/name.h"

/* The word layer may have joined other tokens than the phrase does. */
static uint16_t split_flag(const truc_doc *d, uint32_t tok, uint32_t ntok) {
  const truc_token *t = d->token.v;
  uint32_t end = tok + ntok;
  if (tok > 0 && t[tok].word != TRUC_NONE && t[tok].word == t[tok - 1].word)
    return HIT_SPLIT;
  if (end < d->token.n && t[end].word != TRUC_NONE &&
      t[end].word == t[end - 1].word)
    return HIT_SPLIT;
  return 0;
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

static bool fits(const truc_doc *d, uint32_t tok, uint32_t ntok,
                 unsigned flags) {
  if (!truc__lex_fits(d->token.v + tok, ntok, flags)) return false;
  for (uint32_t i = 0; (flags & LEX_UPPER) && i < ntok; i++)
    if (title_case(d, tok + i)) return false;
  return true;
}

static inline truc__hit *put(truc__hit *h, uint32_t tok, uint32_t ntok,
                             uint16_t split, const truc__lexentry *e) {
  *h = (truc__hit){tok, (uint16_t)ntok, e->cls, (uint16_t)(e->flags | split),
                   truc__lex.pool + e->id};
  return h + 1;
}

/* Adds the phrases of entries [from, end) of a node, `ntok` tokens behind
** `tok`. The last ones come first. */
static inline bool keep(const truc_doc *d, truc__hits *to, uint32_t tok,
                        uint32_t ntok, const truc__lexcell *at, uint32_t from,
                        uint32_t end, bool small) {
  const truc__lexentry *e = truc__lex.entry + at->entry;
  uint32_t n = end;
  if (!VEC_ROOM(*to, end - from)) return false;
  truc__hit *h = to->v + to->n;
  const uint16_t split = split_flag(d, tok, ntok);
  if (d->token.v[tok].shape == TRUC_SHAPE_LOWER) {
    for (; small && n > at->nplain; n--)
      if (small_name(ntok, &e[n - 1])) h = put(h, tok, ntok, split, &e[n - 1]);
    if (n > at->nplain) n = at->nplain;
  }
  for (; n > at->nplain; n--)
    if (fits(d, tok, ntok, e[n - 1].flags))
      h = put(h, tok, ntok, split, &e[n - 1]);
  for (; n > from; n--) h = put(h, tok, ntok, split, &e[n - 1]);
  to->n = (uint32_t)(h - to->v);
  return true;
}

typedef struct step {
  uint32_t n;     /* nodes on the way */
  uint32_t room;  /* phrases of names, at most */
  uint64_t plain; /* classes of those that ask for no shape */
} step;

/* The way into the trie as far as it goes. */
static inline step walk(const truc_token *t, uint32_t left, uint32_t *way) {
  step s = {0, 0, 0};
  uint32_t node = t->sym ? truc__lex_step(0, t->sym) : 0;
  while (node && s.n < TRUC__LEX_DEPTH) {
    way[s.n++] = node;
    const truc__lexnames *x = truc__lex.names + truc__lex.cell[node].names;
    s.plain |= x->plain;
    s.room += (uint32_t)x->to - x->from;
    if (s.n >= left || !t[s.n].sym) break;
    node = truc__lex_step(node, t[s.n].sym);
  }
  return s;
}

/* Back on the way: readers want the longest phrase first. */
static bool read_names(const truc_doc *d, truc__work *w, uint32_t tok,
                       uint32_t n, bool small) {
  const uint32_t *way = w->way.v + w->begin.v[tok].way;
  w->begin.v[tok].hit = w->hit.n;
  for (; n; n--) {
    const truc__lexcell *at = &truc__lex.cell[way[n - 1]];
    const truc__lexnames *x = &truc__lex.names[at->names];
    if (at->names && !keep(d, &w->hit, tok, n, at, x->from, x->to, small))
      return false;
  }
  w->begin.v[tok].nhit = w->hit.n - w->begin.v[tok].hit;
  return true;
}

static bool read_all(truc_doc *d, const truc__work *w, uint32_t tok,
                     bool small) {
  const uint32_t *way = w->way.v + w->begin.v[tok].way;
  for (uint32_t n = w->begin.v[tok + 1].way - w->begin.v[tok].way; n; n--) {
    const truc__lexcell *at = &truc__lex.cell[way[n - 1]];
    if (at->nentry && !keep(d, &d->hit, tok, n, at, 0, at->nentry, small))
      return false;
  }
  return true;
}

bool truc__all_small(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t words = 0;
  for (uint32_t i = tok; i < end; i++) {
    uint8_t shape = d->token.v[i].shape;
    if (shape != TRUC_SHAPE_LOWER && shape != TRUC_SHAPE_NONE) return false;
    words += shape == TRUC_SHAPE_LOWER;
  }
  return words > 4;
}

/* A token in small letters, in a sentence with capitals: what its phrases are,
** the nodes say; the phrases themselves are read when they are asked for. */
static bool read_token(truc_doc *d, truc__work *w, uint32_t tok, uint32_t end,
                       bool small, uint32_t *room) {
  const truc_token *t = d->token.v + tok;
  truc__begin *at = &w->begin.v[tok];
  if (!VEC_ROOM(w->way, TRUC__LEX_DEPTH)) return false;
  step s = walk(t, end - tok, w->way.v + w->way.n);
  at->way = w->way.n;
  at->hit = TRUC_NONE;
  at->nhit = 0;
  w->way.n += s.n;
  if (t->shape == TRUC_SHAPE_LOWER && !small) {
    w->classes.v[tok] = s.plain;
    *room += s.room;
    return true;
  }
  bool starts = truc__tok_capital(d, tok) || truc__tok_mark(d, tok, '(');
  uint64_t classes = (uint64_t)starts << BIT_STARTS;
  if (s.room && !read_names(d, w, tok, s.n, small)) return false;
  for (uint32_t i = 0; i < at->nhit; i++)
    classes |= (uint64_t)1 << truc__name_bit(w->hit.v[at->hit + i].cls);
  w->classes.v[tok] = classes;
  return true;
}

/* Tokens of no sentence lead nowhere. */
static void pass(const truc_doc *d, truc__work *w, uint32_t from, uint32_t to) {
  for (; from < to; from++) {
    w->begin.v[from] = (truc__begin){w->way.n, 0, 0};
    if (from < d->token.n) w->classes.v[from] = 0;
  }
}

bool truc__hits_run(truc_doc *d, truc__work *w) {
  uint32_t n = d->token.n, tok = 0, room = 0;
  w->hit.n = w->way.n = w->begin.n = w->classes.n = 0;
  if (!VEC_ROOM(w->begin, (uint64_t)n + 1) || !VEC_ROOM(w->classes, n))
    return false;
  w->begin.n = n + 1;
  w->classes.n = n;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    const truc_sentence *s = &d->sentence.v[i];
    const uint32_t end = s->tok + s->ntok;
    const bool small = truc__all_small(d, s->tok, end);
    pass(d, w, tok, s->tok);
    for (tok = s->tok; tok < end; tok++)
      if (!read_token(d, w, tok, end, small, &room)) return false;
  }
  pass(d, w, tok, n + 1);
  return VEC_ROOM(w->hit, room); /* no hit moves while it is in use */
}

const truc__hit *truc__hits_late(const truc_doc *d, truc__work *w,
                                 uint32_t tok) {
  /* room was made; only a token of a sentence with capitals comes here */
  uint32_t n = w->begin.v[tok + 1].way - w->begin.v[tok].way;
  if (!read_names(d, w, tok, n, false)) w->begin.v[tok].hit = 0;
  return w->hit.v + w->begin.v[tok].hit;
}

bool truc__hits_all(truc_doc *d) {
  const truc__work *w = d->scratch[SCRATCH_NAME];
  d->hit.n = d->hit_at.n = 0;
  if (!w || !VEC_ROOM(d->hit_at, (uint64_t)d->token.n + 1)) return false;
  d->hit_at.n = d->token.n + 1;
  for (uint32_t i = 0, tok = 0; i <= d->sentence.n; i++) {
    const truc_sentence *s = i < d->sentence.n ? &d->sentence.v[i] : NULL;
    uint32_t from = s ? s->tok : d->token.n + 1;
    for (; tok < from; tok++) d->hit_at.v[tok] = d->hit.n;
    uint32_t end = s ? s->tok + s->ntok : tok;
    const bool small = s && truc__all_small(d, tok, end);
    for (; tok < end; tok++) {
      d->hit_at.v[tok] = d->hit.n;
      if (!read_all(d, w, tok, small)) return false;
    }
  }
  return true;
}

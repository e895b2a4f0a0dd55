/* SPDX-License-Identifier: Apache-2.0 */
/* hits.c - every lexicon phrase of the text, once, for all rooms below. */
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

static void put(truc_doc *d, uint32_t tok, uint32_t ntok, uint16_t split,
                const truc__lexentry *e) {
  truc__hit *h = &d->hit.v[d->hit.n++];
  h->tok = tok;
  h->ntok = (uint16_t)ntok;
  h->cls = e->cls;
  h->flags = e->flags | split;
  h->id = truc__lex.pool + e->id;
}

/* Adds the phrases that end at a node, `ntok` tokens behind `tok`. */
static bool keep(truc_doc *d, uint32_t tok, uint32_t ntok, uint32_t node,
                 bool small) {
  const truc__lexcell *at = &truc__lex.cell[node];
  const truc__lexentry *e = truc__lex.entry + at->entry;
  uint32_t n = at->nentry;
  if (!n) return true;
  if (!VEC_ROOM(d->hit, n)) return false;
  const uint16_t split = split_flag(d, tok, ntok);
  if (d->token.v[tok].shape == TRUC_SHAPE_LOWER) {
    for (; small && n > at->nplain; n--)
      if (small_name(ntok, &e[n - 1])) put(d, tok, ntok, split, &e[n - 1]);
    n = at->nplain;
  }
  for (; n > at->nplain; n--)
    if (fits(d, tok, ntok, e[n - 1].flags)) put(d, tok, ntok, split, &e[n - 1]);
  for (; n; n--) put(d, tok, ntok, split, &e[n - 1]);
  return true;
}

/* The way into the trie as far as it goes, then back: readers want the longest
** phrase first. */
static bool read_token(truc_doc *d, uint32_t tok, uint32_t end, bool small) {
  uint32_t way[TRUC__LEX_DEPTH], n = 0;
  const truc_token *t = d->token.v;
  uint32_t node = t[tok].sym ? truc__lex_step(0, t[tok].sym) : 0;
  while (node && n < TRUC__LEX_DEPTH) {
    way[n++] = node;
    if (tok + n >= end || !t[tok + n].sym) break;
    node = truc__lex_step(node, t[tok + n].sym);
  }
  for (; n; n--)
    if (!keep(d, tok, n, way[n - 1], small)) return false;
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

static bool read_sentence(truc_doc *d, const truc_sentence *s) {
  uint32_t end = s->tok + s->ntok;
  const bool small = truc__all_small(d, s->tok, end);
  for (uint32_t tok = s->tok; tok < end; tok++) {
    d->hit_at.v[tok] = d->hit.n;
    if (!read_token(d, tok, end, small)) return false;
  }
  return true;
}

bool truc__hits_run(truc_doc *d) {
  uint32_t n = d->token.n, next = 0;
  d->hit.n = d->hit_at.n = 0;
  if (!VEC_ROOM(d->hit_at, (uint64_t)n + 1)) return false;
  d->hit_at.n = n + 1;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    const truc_sentence *s = &d->sentence.v[i];
    for (; next < s->tok; next++) d->hit_at.v[next] = d->hit.n;
    if (!read_sentence(d, s)) return false;
    next = s->tok + s->ntok;
  }
  for (; next <= n; next++) d->hit_at.v[next] = d->hit.n;
  return true;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* hits.c - every lexicon phrase of the text, once, for all rooms below. */
#include "name/name.h"

typedef struct collector {
  truc_doc *d;
  uint32_t tok;
  bool ok;
} collector;

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
  for (uint32_t i = 0; i < t->text_len; i++)
    letters += ((unsigned char)p[i] & 0xc0) != 0x80;
  return t->shape == TRUC_SHAPE_TITLE && letters > 1;
}

static void keep(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  collector *c = ctx;
  for (uint32_t i = 0; (e->flags & LEX_UPPER) && i < ntok; i++)
    if (title_case(c->d, c->tok + i)) return;
  truc__hit h;
  h.tok = c->tok;
  h.ntok = (uint16_t)ntok;
  h.cls = e->cls;
  h.flags = (uint16_t)(e->flags | split_flag(c->d, c->tok, ntok));
  h.id = truc__lex_id(e);
  c->ok = VEC_PUSH(c->d->hit, h) && c->ok;
}

/* The walk finds the shortest first; readers want the longest first. */
static void turn_round(truc__hit *v, uint32_t n) {
  for (uint32_t i = 0; i < n / 2; i++) {
    truc__hit h = v[i];
    v[i] = v[n - 1 - i];
    v[n - 1 - i] = h;
  }
}

static bool walk_sentence(truc_doc *d, const truc_sentence *s) {
  collector c = {d, 0, true};
  uint32_t end = s->tok + s->ntok;
  for (uint32_t tok = s->tok; tok < end; tok++) {
    uint32_t before = d->hit.n;
    d->hit_at.v[tok] = before;
    c.tok = tok;
    truc__lex_walk(d->token.v, end, tok, keep, &c);
    turn_round(d->hit.v + before, d->hit.n - before);
  }
  return c.ok;
}

bool truc__hits_run(truc_doc *d) {
  uint32_t n = d->token.n, next = 0;
  d->hit.n = d->hit_at.n = 0;
  if (!VEC_ROOM(d->hit_at, (uint64_t)n + 1)) return false;
  d->hit_at.n = n + 1;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    const truc_sentence *s = &d->sentence.v[i];
    for (; next < s->tok; next++) d->hit_at.v[next] = d->hit.n;
    if (!walk_sentence(d, s)) return false;
    next = s->tok + s->ntok;
  }
  for (; next <= n; next++) d->hit_at.v[next] = d->hit.n;
  return true;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* pieces.c - the tokens of profile vlsp: 30/11 is three, 7,5% is two. */
#include "text/text.h"

/* Length of the piece of a token that begins at byte `from` of it. */
static uint32_t piece_length(const truc_doc *d, const truc_token *t,
                             uint32_t from) {
  const char *s = d->text.p + t->text;
  uint32_t end = from;
  bool date = t->kind == TRUC_TOK_DATE;
  if (!date && t->kind != TRUC_TOK_PERCENT) return t->text_len;
  char mark = date ? '/' : '%';
  if (s[from] == mark) return 1;
  while (end < t->text_len && s[end] != mark) end++;
  return end - from;
}

static truc_token piece(const truc_doc *d, const truc_token *t, uint32_t from,
                        uint32_t n, uint32_t *map) {
  truc_token p = *t;
  char c = d->text.p[t->text + from];
  if (n == t->text_len) return p;
  p.text = t->text + from;
  p.text_len = n;
  p.at = truc__raw_span(d, p.text, p.text + n, map);
  p.kind = c == '/' || c == '%' ? TRUC_TOK_PUNCT : TRUC_TOK_NUMBER;
  p.sym = 0;
  if (from) p.flags = 0;
  return p;
}

/* The pieces of a token are odd, as it was: there is room for them. */
static void list_odd(truc_doc *d) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < d->token.n; i++)
    if (truc__is_odd(&d->token.v[i])) d->odd.v[n++] = i;
  d->odd.v[n] = d->token.n;
  d->odd.n = n;
}

truc_rc truc__pieces_run(truc_doc *d) {
  uint32_t n = d->token.n, more = 0, map = 0;
  for (uint32_t i = 0; i < n; i++) {
    const truc_token *t = &d->token.v[i];
    for (uint32_t at = piece_length(d, t, 0); at < t->text_len; more++)
      at += piece_length(d, t, at);
  }
  if (!more) return TRUC_OK;
  if (!VEC_ROOM(d->token, more) ||
      !VEC_ROOM(d->syllable, more + TRUC__MORE_SYLLABLES) ||
      !VEC_ROOM(d->odd, more + 1))
    return TRUC_ENOMEM;
  truc_token *token = d->token.v;
  uint16_t *syllable = d->syllable.v;
  memmove(token + more, token, n * sizeof *token);
  memmove(syllable + more, syllable,
          (n + TRUC__MORE_SYLLABLES) * sizeof *syllable);
  for (uint32_t i = more, k = 0; i < n + more; i++) {
    truc_token t = token[i]; /* may be written over by its own pieces */
    uint16_t id = syllable[i];
    for (uint32_t at = 0; at < t.text_len; k++) {
      uint32_t len = piece_length(d, &t, at);
      token[k] = piece(d, &t, at, len, &map);
      syllable[k] = len == t.text_len ? id : 0;
      at += len;
    }
  }
  d->token.n = d->syllable.n = n + more;
  list_odd(d);
  return TRUC_OK;
}

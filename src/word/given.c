/* SPDX-License-Identifier: Apache-2.0 */
/* given.c - sentences and words that the caller has found. */
#include "word/word.h"

const char *truc__given_wrong(const truc_doc *d, const truc_given *g,
                              uint32_t n, uint32_t *i) {
  uint64_t end = 0;
  for (*i = 0; *i < n; ++*i) {
    const truc_span at = g[*i].at;
    if (at.off < end) return "begins before the end of the one before it";
    if (at.len == 0) return "is empty";
    if (at.len > UINT16_MAX) /* as many tokens at most */
      return "is longer than 65535 bytes";
    end = (uint64_t)at.off + at.len;
    if (end > d->nraw) return "ends behind the text";
  }
  return NULL;
}

/* One word of the tokens [from, end). */
static void put_word(truc_doc *d, uint32_t from, uint32_t end) {
  uint32_t word = d->word.n++;
  d->word.v[word] = (truc_word){.at = truc__tok_span(d, from, end - from),
                                .tok = from,
                                .ntok = (uint16_t)(end - from),
                                .tag = TRUC_TAG_X,
                                .sent = d->sentence.n - 1};
  for (uint32_t t = from; t < end; t++) {
    truc_token *tok = &d->token.v[t];
    unsigned others = tok->flags & (0xFFu ^ TRUC_TF_JOIN);
    tok->flags = (uint8_t)(others | (t > from ? TRUC_TF_JOIN : 0));
    tok->margin = 255;
    tok->word = word;
  }
}

static void begin_sentence(truc_doc *d, uint32_t tok) {
  d->sentence.v[d->sentence.n++] =
      (truc_sentence){.tok = tok, .word = d->word.n, .kind = TRUC_SENT_BODY};
}

static void end_sentences(truc_doc *d) {
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    truc_sentence *s = &d->sentence.v[i];
    bool last = i + 1 == d->sentence.n;
    s->ntok = (last ? d->token.n : s[1].tok) - s->tok;
    s->nword = (last ? d->word.n : s[1].word) - s->word;
    s->at = truc__tok_span(d, s->tok, s->ntok);
    truc__word_types(d, s, d->type.v + s->tok);
  }
}

truc_rc truc__words_given(truc_doc *d, const truc_given *g, uint32_t n) {
  uint32_t tok = 0, ntok = d->token.n;
  bool first = true;
  d->sentence.n = d->word.n = d->type.n = 0;
  if (!VEC_ROOM(d->sentence, n) || !VEC_ROOM(d->word, n) ||
      !VEC_ROOM(d->type, ntok))
    return TRUC_ENOMEM;
  d->type.n = ntok;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t from = tok, end = g[i].at.off + g[i].at.len;
    while (tok < ntok && (i + 1 == n || d->token.v[tok].at.off < end)) tok++;
    first = first || g[i].begins;
    if (tok == from) continue;
    if (tok - from > UINT16_MAX) return TRUC_EARG;
    if (first) begin_sentence(d, from);
    put_word(d, from, tok);
    first = false;
  }
  end_sentences(d);
  return TRUC_OK;
}

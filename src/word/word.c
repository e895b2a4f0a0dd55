/* SPDX-License-Identifier: Apache-2.0 */
/* word.c - the room's entry: tokens into the decoder, words out of it. */
#include "word/word.h"

static truc__wordline *line_get(truc_doc *d) {
  truc__wordline *s = d->scratch[SCRATCH_WORD];
  if (!s) {
    s = truc__realloc(NULL, sizeof *s);
    if (!s) return NULL;
    memset(s, 0, sizeof *s);
    d->scratch[SCRATCH_WORD] = s;
  }
  return s;
}

void truc__word_release(truc_doc *d) {
  truc__search_release(d);
  truc__user_free(d);
  truc__wordline *s = d->scratch[SCRATCH_WORD];
  if (!s) return;
  truc__wordline_free(s);
  truc__free(s);
  d->scratch[SCRATCH_WORD] = NULL;
}

/* ------------------------------------------------------------------ marks */

/* Each of these leaves the flags, margins and words of a sentence's tokens, the
** first word being `word`, and in l->begin the first token of each word; it
** returns the number of words. */

static uint32_t mark_none(truc__wordline *l, truc_token *tok, uint32_t n,
                          uint32_t word) {
  for (uint32_t i = 0; i < n; i++) {
    tok[i].flags &= (uint8_t)~TRUC_TF_JOIN;
    tok[i].margin = 255;
    tok[i].word = word + i;
    l->begin[i] = i;
  }
  return n;
}

/* A run of joins too long for a word is none. */
static void cut_long(truc_token *tok, uint32_t n) {
  for (uint32_t i = 1, run = 0; i <= n; i++) {
    if (i < n && (tok[i].flags & TRUC_TF_JOIN)) {
      run++;
      continue;
    }
    for (uint32_t k = i - run; run >= WORD_LONGEST && k < i; k++)
      tok[k].flags &= (uint8_t)~TRUC_TF_JOIN;
    run = 0;
  }
}

static uint32_t count_words(truc__wordline *l, truc_token *tok, uint32_t n,
                            uint32_t word) {
  uint32_t nword = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (!(tok[i].flags & TRUC_TF_JOIN)) l->begin[nword++] = i;
    tok[i].word = word + nword - 1;
  }
  return nword;
}

/* From the differences that the decoder left (`t` NULL: where there was nothing
** to decide, it was certain).  No branch depends on a decision:
** one in four would be guessed wrong. */
static uint32_t mark_joins(const truc__wordtabs *t, truc__wordline *l,
                           truc_token *tok, uint32_t n, uint32_t word) {
  const int32_t *diff = l->score + 2;
  const uint8_t *cls = l->cls + 2;
  static const uint8_t nothing[2][WORD_MARGINS];
  const uint8_t(*margins)[WORD_MARGINS] = t ? t->margin : nothing;
  uint32_t run = 0, longest = 0, shift = t ? t->step : 0, nword = 0;
  uint32_t *begin = l->begin;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t apart = diff[i] <= 0, none = cls[i] == CLASS_NOGAP;
    uint32_t step = ((uint32_t)diff[i] ^ (0u - apart)) + apart; /* no sign */
    step >>= shift;
    if (step >= WORD_MARGINS) step = WORD_MARGINS - 1;
    unsigned margin = margins[1 - apart][step] | (0u - none);
    unsigned others = tok[i].flags & (0xFFu ^ TRUC_TF_JOIN);
    begin[nword] = i; /* it stays if it is one */
    nword += apart;
    run = (run + 1) & (apart - 1);
    longest = run > longest ? run : longest;
    tok[i].margin = (uint8_t)margin;
    tok[i].flags = (uint8_t)(others | (TRUC_TF_JOIN & (apart - 1)));
    tok[i].word = word + nword - 1;
  }
  if (longest < WORD_LONGEST) return nword;
  cut_long(tok, n);
  return count_words(l, tok, n, word);
}

/* ------------------------------------------------------------------ words */

static bool put_words(truc_doc *d, const truc__wordline *l, truc_sentence *s,
                      uint32_t sent, uint32_t nword) {
  if (!VEC_ROOM(d->word, nword)) return false;
  const truc_token *tok = d->token.v + s->tok;
  truc_word *word = d->word.v + d->word.n;
  for (uint32_t k = 0; k < nword; k++) {
    uint32_t from = l->begin[k],
             end = k + 1 < nword ? l->begin[k + 1] : s->ntok;
    uint32_t off = tok[from].at.off;
    word[k] = (truc_word){
        .at = {off, tok[end - 1].at.off + tok[end - 1].at.len - off},
        .tok = s->tok + from,
        .ntok = (uint16_t)(end - from),
        .tag = TRUC_TAG_X,
        .sent = sent};
  }
  s->word = d->word.n;
  s->nword = nword;
  d->word.n += nword;
  return true;
}

/* Gaps of which the model has nothing to say. */
static void score_none(truc__wordline *l, uint32_t n) {
  memset(l->cls, CLASS_NOGAP, (size_t)n + 4);
  for (uint32_t i = 0; i < n + 4; i++) {
    l->score[i] = WORD_NOGAP;
    l->both[i] = 0;
  }
}

/* The caller's words overrule the model. */
static void force(const truc_doc *d, truc__wordline *l,
                  const truc_sentence *s) {
  l->forced = truc__user_find(d, s, l->mask);
  for (uint32_t i = 1; l->forced && i < s->ntok; i++) {
    if (l->mask[i] == FORCE_NONE) continue;
    l->score[i + 2] = l->mask[i] == FORCE_JOIN ? WORD_FORCED : WORD_NOGAP;
    l->cls[i + 2] = CLASS_NOGAP;
  }
}

const truc__wordmodel *truc__word_tables(const truc_doc *d) {
  return truc__model_profile(d->model, d->profile);
}

static void score(const truc_doc *d, const truc__wordmodel *w,
                  truc__wordline *l, const truc_sentence *s) {
  if (w && s->ntok > 1) {
    memcpy(l->type + 2, d->type.v + s->tok, s->ntok);
    truc__wordline_score(w, l, d->token.v + s->tok, d->syllable.v + s->tok,
                         s->ntok);
  } else {
    score_none(l, s->ntok);
  }
  l->forced = false;
  if (d->user) force(d, l, s);
}

truc__wordline *truc__word_scores(truc_doc *d, const truc_sentence *s) {
  const truc__wordmodel *w = truc__word_tables(d);
  truc__wordline *l = line_get(d);
  if (!l || !truc__wordline_room(l, s->ntok)) return NULL;
  score(d, w, l, s);
  return l;
}

/* Returns the number of words. */
static uint32_t segment(truc_doc *d, const truc__wordmodel *w,
                        truc__wordline *l, const truc_sentence *s) {
  truc_token *tok = d->token.v + s->tok;
  if (s->ntok < 2 || !(w || d->user))
    return mark_none(l, tok, s->ntok, d->word.n);
  score(d, w, l, s);
  truc__wordline_solve(l, s->ntok);
  return mark_joins(w ? w->tabs : NULL, l, tok, s->ntok, d->word.n);
}

truc_rc truc__word_run(truc_doc *d) {
  const truc__wordmodel *w = truc__word_tables(d);
  truc__wordline *l = line_get(d);
  if (!l) return TRUC_ENOMEM;
  d->word.n = d->type.n = 0;
  if (!VEC_ROOM(d->type, d->token.n)) return TRUC_ENOMEM;
  d->type.n = d->token.n;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    truc_sentence *s = &d->sentence.v[i];
    truc__word_types(d, s, d->type.v + s->tok);
    if (!truc__wordline_room(l, s->ntok) ||
        !put_words(d, l, s, i, segment(d, w, l, s)))
      return TRUC_ENOMEM;
  }
  return TRUC_OK;
}

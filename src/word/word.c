/* SPDX-License-Identifier: Apache-2.0 */
/* word.c - the room's entry: ids of tokens, decoder, words. */
#include "word/word.h"

#include "text/fold.h"

/* Surfaces seen lately. A surface of up to 16 bytes is compared whole. */
#define CACHE_SIZE 8192 /* a power of two: 160 KB, fits the second cache */
typedef struct surface {
  uint64_t lo, hi; /* bytes, filled up with NUL; both 0: empty */
} surface;

typedef struct word_scratch {
  truc__wordline line;
  const truc_model *model; /* the ids below are of this one */
  uint16_t id[CACHE_SIZE];
  surface seen[CACHE_SIZE];
} word_scratch;

static word_scratch *scratch_get(truc_doc *d) {
  word_scratch *s = d->scratch[SCRATCH_WORD];
  if (!s) {
    s = truc__realloc(NULL, sizeof *s);
    if (!s) return NULL;
    memset(s, 0, sizeof *s);
    s->model = d->model;
    d->scratch[SCRATCH_WORD] = s;
  }
  return s;
}

void truc__word_release(truc_doc *d) {
  word_scratch *s = d->scratch[SCRATCH_WORD];
  if (!s) return;
  truc__wordline_free(&s->line);
  truc__free(s);
  d->scratch[SCRATCH_WORD] = NULL;
}

/* -------------------------------------------------------------------- ids */

static uint16_t lookup(const truc__wordmodel *w, const char *p, size_t n) {
  char key[TRUC__FOLD_MAX];
  size_t len = truc__fold_key(p, n, key);
  return len ? (uint16_t)truc__words_syllable(w, key, len) : 0;
}

static surface surface_of(const char *p, uint32_t n) {
  surface s = {0, 0};
  if (n <= 8) {
    memcpy(&s.lo, p, n);
  } else {
    memcpy(&s.lo, p, 8);
    memcpy(&s.hi, p + 8, n - 8);
  }
  return s;
}

static uint16_t syllable_id(const truc__wordmodel *w, word_scratch *sc,
                            const char *p, uint32_t n) {
  if (n == 0 || n > sizeof(surface)) return lookup(w, p, n);
  surface s = surface_of(p, n);
  uint64_t h = (s.lo ^ (s.hi * 0xD6E8FEB86659FD93u)) * 0x9E3779B97F4A7C15u;
  uint32_t at = (uint32_t)(h >> 40) & (CACHE_SIZE - 1);
  if (sc->seen[at].lo != s.lo || sc->seen[at].hi != s.hi) {
    sc->id[at] = lookup(w, p, n);
    sc->seen[at] = s;
  }
  return sc->id[at];
}

/* Types, ids and gaps of a sentence into the line. */
static void fill_line(const truc_doc *d, const truc__wordmodel *w,
                      word_scratch *sc, const truc_sentence *s) {
  truc__wordline *l = &sc->line;
  const truc_token *tok = d->token.v + s->tok;
  uint32_t n = s->ntok;
  memset(l->type, WORD_EDGE, 2);
  memset(l->type + n + 2, WORD_EDGE, 2);
  memset(l->cls, CLASS_NOGAP, 3);
  memset(l->cls + n + 2, CLASS_NOGAP, 2);
  truc__word_types(d, s, l->type + 2);
  for (uint32_t i = 0; i < n; i++)
    l->id[i + 2] = l->type[i + 2] < WORD_LOWER
                       ? 0
                       : syllable_id(w, sc, d->text.p + tok[i].text,
                                     tok[i].text_len);
  for (uint32_t i = 1; i < n; i++)
    l->cls[i + 2] = truc__word_gap(tok, l->type + 2, i) ? CLASS_UNKNOWN
                                                        : CLASS_NOGAP;
}

/* ------------------------------------------------------------------ words */

/* Joins and margins from the differences that the decoder left. */
static void mark_joins(const truc__wordtabs *t, const truc__wordline *l,
                       truc_token *tok, uint32_t n) {
  for (uint32_t i = 1; i < n; i++) {
    if (l->cls[i + 2] == CLASS_NOGAP) continue;
    int32_t diff = l->score[i + 2];
    bool join = diff > 0;
    uint32_t step = (uint32_t)(join ? diff : -diff) >> t->step;
    if (step >= WORD_MARGINS) step = WORD_MARGINS - 1;
    tok[i].margin = t->margin[join][step];
    if (join) tok[i].flags |= TRUC_TF_JOIN;
  }
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

static bool emit_words(truc_doc *d, truc_sentence *s, uint32_t sent) {
  s->word = d->word.n;
  for (uint32_t i = s->tok; i < s->tok + s->ntok;) {
    uint32_t k = i + 1;
    while (k < s->tok + s->ntok && (d->token.v[k].flags & TRUC_TF_JOIN)) k++;
    for (uint32_t j = i; j < k; j++) d->token.v[j].word = d->word.n;
    truc_word word = {.at = truc__tok_span(d, i, k - i),
                      .tok = i,
                      .ntok = (uint16_t)(k - i),
                      .tag = TRUC_TAG_X,
                      .sent = sent};
    if (!VEC_PUSH(d->word, word)) return false;
    i = k;
  }
  s->nword = d->word.n - s->word;
  return true;
}

static bool segment(truc_doc *d, const truc__wordmodel *w, word_scratch *sc,
                    const truc_sentence *s) {
  if (!truc__wordline_room(&sc->line, s->ntok)) return false;
  truc_token *tok = d->token.v + s->tok;
  fill_line(d, w, sc, s);
  truc__wordline_score(w, &sc->line, s->ntok);
  truc__wordline_solve(w->tabs->both, &sc->line, s->ntok);
  mark_joins(w->tabs, &sc->line, tok, s->ntok);
  cut_long(tok, s->ntok);
  return true;
}

truc_rc truc__word_run(truc_doc *d) {
  const truc__wordmodel *w = truc__model_words(d->model);
  word_scratch *sc = scratch_get(d);
  if (!sc) return TRUC_ENOMEM;
  d->word.n = 0;
  for (uint32_t i = 0; i < d->token.n; i++) {
    d->token.v[i].flags &= (uint8_t)~TRUC_TF_JOIN;
    d->token.v[i].margin = 255;
  }
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    truc_sentence *s = &d->sentence.v[i];
    if (w && s->ntok > 1 && !segment(d, w, sc, s)) return TRUC_ENOMEM;
    if (!emit_words(d, s, i)) return TRUC_ENOMEM;
  }
  return TRUC_OK;
}

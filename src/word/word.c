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
  truc__wordline *s = d->scratch[SCRATCH_WORD];
  if (!s) return;
  truc__wordline_free(s);
  truc__free(s);
  d->scratch[SCRATCH_WORD] = NULL;
}

/* ------------------------------------------------------------------- line */

/* Types, ids and gaps of a sentence into the line. */
static void fill_line(const truc_doc *d, const truc__wordmodel *w,
                      truc__wordline *l, const truc_sentence *s) {
  const uint16_t *syllable = d->syllable.v + s->tok;
  const truc_token *tok = d->token.v + s->tok;
  uint32_t n = s->ntok;
  memset(l->type, WORD_EDGE, 2);
  memset(l->type + n + 2, WORD_EDGE, 2);
  memset(l->cls, CLASS_NOGAP, 3);
  memset(l->cls + n + 2, CLASS_NOGAP, 2);
  memcpy(l->type + 2, d->type.v + s->tok, n);
  uint32_t base = 0;
  for (uint32_t i = 0; i < n; i++) {
    bool gap = i > 0 && truc__word_gap(tok, l->type + 2, i);
    uint16_t id = l->type[i + 2] >= WORD_LOWER ? syllable[i] : 0;
    l->cls[i + 2] = gap ? CLASS_UNKNOWN : CLASS_NOGAP;
    l->id[i + 2] = id;
    __builtin_prefetch(&w->cell[base + id]); /* of the pair, if it is one */
    base = w->row[id].base;
  }
}

/* ------------------------------------------------------------------ words */

static void mark_none(truc_token *tok, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    tok[i].flags &= (uint8_t)~TRUC_TF_JOIN;
    tok[i].margin = 255;
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

/* Joins and margins from the differences that the decoder left.  No branch
** depends on a decision: one in four would be guessed wrong. */
static void mark_joins(const truc__wordtabs *t, const truc__wordline *l,
                       truc_token *tok, uint32_t n) {
  const int32_t *diff = l->score + 2;
  const uint8_t *cls = l->cls + 2;
  uint32_t run = 0, longest = 0;
  mark_none(tok, 1);
  for (uint32_t i = 1; i < n; i++) {
    unsigned join = diff[i] > 0;
    uint32_t step = (uint32_t)(join ? diff[i] : -diff[i]) >> t->step;
    if (step >= WORD_MARGINS) step = WORD_MARGINS - 1;
    uint8_t margin = t->margin[join][step];
    tok[i].margin = cls[i] == CLASS_NOGAP ? 255 : margin;
    tok[i].flags =
        (uint8_t)((tok[i].flags & ~TRUC_TF_JOIN) | (join ? TRUC_TF_JOIN : 0));
    run = join ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  if (longest >= WORD_LONGEST) cut_long(tok, n);
}

/* Writes the word that token i belongs to anew for every token of it, again
** without a branch. */
static bool emit_words(truc_doc *d, truc_sentence *s, uint32_t sent) {
  if (!VEC_ROOM(d->word, s->ntok)) return false;
  truc_token *tok = d->token.v;
  truc_word *word = d->word.v;
  uint32_t n = d->word.n - 1, first = s->tok, off = 0;
  s->word = d->word.n;
  for (uint32_t i = s->tok; i < s->tok + s->ntok; i++) {
    bool begins = !(tok[i].flags & TRUC_TF_JOIN);
    n += begins;
    first = begins ? i : first;
    off = begins ? tok[i].at.off : off;
    tok[i].word = n;
    word[n] = (truc_word){.at = {off, tok[i].at.off + tok[i].at.len - off},
                          .tok = first,
                          .ntok = (uint16_t)(i - first + 1),
                          .tag = TRUC_TAG_X,
                          .sent = sent};
  }
  d->word.n = n + 1;
  s->nword = d->word.n - s->word;
  return true;
}

static bool segment(truc_doc *d, const truc__wordmodel *w, truc__wordline *l,
                    const truc_sentence *s) {
  if (!truc__wordline_room(l, s->ntok)) return false;
  fill_line(d, w, l, s);
  truc__wordline_score(w, l, s->ntok);
  truc__wordline_solve(w->tabs->both, l, s->ntok);
  mark_joins(w->tabs, l, d->token.v + s->tok, s->ntok);
  return true;
}

truc_rc truc__word_run(truc_doc *d) {
  const truc__wordmodel *w = truc__model_words(d->model);
  truc__wordline *l = line_get(d);
  if (!l) return TRUC_ENOMEM;
  d->word.n = d->type.n = 0;
  if (!VEC_ROOM(d->type, d->token.n)) return TRUC_ENOMEM;
  d->type.n = d->token.n;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    truc_sentence *s = &d->sentence.v[i];
    truc__word_types(d, s, d->type.v + s->tok);
    if (!w || s->ntok < 2)
      mark_none(d->token.v + s->tok, s->ntok);
    else if (!segment(d, w, l, s))
      return TRUC_ENOMEM;
    if (!emit_words(d, s, i)) return TRUC_ENOMEM;
  }
  return TRUC_OK;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* why.c - the score of every gap of a sentence, taken apart again. */
#include "word/word.h"

/* What decode.c summed up without keeping the parts. */
static void take_apart(const truc__wordmodel *w, const truc__wordline *l,
                       const uint16_t *id, uint32_t i, truc_boundary *b) {
  const truc__wordtabs *t = w->tabs;
  const truc__wordrow *x = &w->row[id[i - 1]], *y = &w->row[id[i]];
  const truc__wordcell *c = &w->cell[x->base + id[i]];
  const uint8_t *type = l->type + 2 + i, *cls = l->cls + 2 + i;
  unsigned types = (unsigned)type[-2] << 9 | (unsigned)type[-1] << 6 |
                   (unsigned)type[0] << 3 | type[1];
  unsigned pairs =
      (unsigned)cls[-1] << 8 | (unsigned)cls[0] << 4 | (unsigned)cls[1];
  b->left = x->left[truc__word_capital(type[-1])];
  b->right = y->right[truc__word_capital(type[0])];
  b->kinds = t->kind[x->kind << 4 | y->kind];
  b->known = c->owner == id[i - 1];
  b->pair = b->known ? c->score : 0;
  if (b->known && w->shift) b->pair += w->shift[c - w->cell] * WORD_SHIFT;
  b->capitals = t->type[types];
  b->around = t->cls[pairs];
  /* what is left is what long words say: their marks are not kept */
  b->longer = b->score - b->left - b->right - b->kinds - b->pair - b->capitals -
              b->around;
}

/* Why nothing was to decide before token i, or that something was. */
static uint8_t reason(const truc_doc *d, const truc__wordline *l,
                      const truc_sentence *s, uint32_t i) {
  const truc_token *t = &d->token.v[s->tok + i];
  int32_t score = l->score[i + 2];
  if (i == 0) return TRUC_WHY_START;
  if (l->forced && l->mask[i] != FORCE_NONE) return TRUC_WHY_USER;
  if (score > WORD_NOGAP / 2) return TRUC_WHY_SCORE;
  if (t[-1].kind != TRUC_TOK_SYLLABLE || t->kind != TRUC_TOK_SYLLABLE)
    return TRUC_WHY_MARK;
  return t->flags & (TRUC_TF_LINE | TRUC_TF_PARA) ? TRUC_WHY_LINE
                                                  : TRUC_WHY_NO_MODEL;
}

truc_rc truc__word_why(truc_doc *d, const truc_sentence *s,
                       truc_boundary *out) {
  truc__wordline *l = truc__word_scores(d, s);
  const truc__wordmodel *w = truc__word_tables(d);
  const uint16_t *id = d->syllable.v + s->tok;
  if (!l) return TRUC_ENOMEM;
  for (uint32_t i = 0; i < s->ntok; i++) {
    const truc_token *t = &d->token.v[s->tok + i];
    out[i] = (truc_boundary){.tok = s->tok + i,
                             .why = reason(d, l, s, i),
                             .joined = (t->flags & TRUC_TF_JOIN) != 0,
                             .margin = t->margin};
    if (out[i].why != TRUC_WHY_SCORE) continue;
    out[i].score = l->score[i + 2];
    take_apart(w, l, id, i, &out[i]);
  }
  truc__wordline_solve(l, s->ntok);
  for (uint32_t i = 1; i < s->ntok; i++) {
    if (out[i].why != TRUC_WHY_SCORE) continue;
    out[i].before = l->ahead[i + 2];
    out[i].after = l->score[i + 2] - out[i].score - out[i].before;
  }
  return TRUC_OK;
}

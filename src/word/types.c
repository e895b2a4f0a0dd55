/* SPDX-License-Identifier: Apache-2.0 */
/* types.c - the kinds of neighbour: what capitals mean at a place. */
#include "word/word.h"

#define TITLED_LEAST 8 /* a shorter run of capitals may well be one name */

/* What a token is by itself, before its place is looked at: by its kind, and of
** syllables by spelling and shape. */
static uint8_t plain_type(const truc_token *t) {
#define SHAPES(lower, title, upper) \
  lower, title, upper, lower, lower, lower, lower, lower
#define NUMBERS SHAPES(WORD_NUMBER, WORD_NUMBER, WORD_NUMBER)
  static const uint8_t type[16][16] = {
      [TRUC_TOK_SYLLABLE] = {SHAPES(WORD_LOWER, WORD_TITLE, WORD_UPPER),
                             SHAPES(WORD_FOREIGN, WORD_FOREIGN_TITLE,
                                    WORD_UPPER)},
      [TRUC_TOK_NUMBER] = {NUMBERS, NUMBERS},
      [TRUC_TOK_DATE] = {NUMBERS, NUMBERS},
      [TRUC_TOK_TIME] = {NUMBERS, NUMBERS},
      [TRUC_TOK_PERCENT] = {NUMBERS, NUMBERS}};
#undef NUMBERS
#undef SHAPES
  unsigned foreign = (t->flags & TRUC_TF_FOREIGN) / TRUC_TF_FOREIGN;
  return type[t->kind & 15][foreign << 3 | (t->shape & 7)];
}

/* Behind these a capital is due: all marks but the comma and its like. */
static bool opens(const truc_doc *d, const truc_token *t) {
  char c = d->text.p[t->text];
  return c != ',' && c != ';' && c != '/' && c != '&' && c != '(' && c != ')';
}

/* Would token i have a capital anyway?  It follows the beginning, or marks. */
static bool capital_due(const truc_doc *d, const truc_token *tok, uint32_t i) {
  for (; i > 0; i--) {
    if (tok[i - 1].kind != TRUC_TOK_PUNCT) return false;
    if (opens(d, &tok[i - 1])) return true;
  }
  return true;
}

static bool upper_syllable(const truc_token *t) {
  return t->kind == TRUC_TOK_SYLLABLE && t->shape == TRUC_SHAPE_UPPER &&
         !(t->flags & TRUC_TF_FOREIGN);
}

/* Syllables in capitals side by side are a phrase set in capitals; one alone is
** an acronym that happens to be spelled like a syllable. */
static bool upper_phrase(const truc_token *tok, uint32_t n, uint32_t i) {
  return upper_syllable(&tok[i]) &&
         ((i > 0 && upper_syllable(&tok[i - 1])) ||
          (i + 1 < n && upper_syllable(&tok[i + 1])));
}

/* A sentence without small letters: what are its capitals worth? */
static void no_small_letters(const truc_token *tok, uint32_t n, uint8_t *type) {
  uint32_t title = 0, upper = 0;
  for (uint32_t i = 0; i < n; i++) {
    title +=
        tok[i].kind == TRUC_TOK_SYLLABLE && tok[i].shape == TRUC_SHAPE_TITLE;
    upper += upper_syllable(&tok[i]);
  }
  bool capitals = upper >= 2 && upper >= title;
  if (!capitals && title < TITLED_LEAST) return;
  for (uint32_t i = 0; i < n; i++) {
    if (type[i] < WORD_LOWER) continue;
    if (tok[i].flags & TRUC_TF_FOREIGN)
      type[i] = !capitals && type[i] == WORD_UPPER ? WORD_UPPER : WORD_FOREIGN;
    else
      type[i] = !capitals && tok[i].shape == TRUC_SHAPE_TITLE ? WORD_FIRST
                : capitals                                    ? WORD_LOWER
                                                              : type[i];
  }
}

void truc__word_types(const truc_doc *d, const truc_sentence *s,
                      uint8_t *type) {
  const truc_token *tok = d->token.v + s->tok;
  uint32_t n = s->ntok;
  bool small = false;
  for (uint32_t i = 0; i < n; i++) {
    uint8_t t = plain_type(&tok[i]);
    if (t == WORD_TITLE && capital_due(d, tok, i)) t = WORD_FIRST;
    if (t == WORD_UPPER && upper_phrase(tok, n, i)) t = WORD_LOWER;
    small |=
        tok[i].shape == TRUC_SHAPE_LOWER && tok[i].kind == TRUC_TOK_SYLLABLE;
    type[i] = t;
  }
  if (!small) no_small_letters(tok, n, type);
}

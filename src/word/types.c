/* SPDX-License-Identifier: Apache-2.0 */
/* types.c - the kinds of neighbour: what capitals mean at a place. */
#include "word/word.h"

/* What capitals are worth in a sentence. */
typedef enum letters {
  LETTERS_MIXED,   /* as usual */
  LETTERS_CAPITAL, /* ALL CAPITALS: nothing */
  LETTERS_TITLED   /* Every Syllable Capital: nothing */
} letters;

/* A shorter run of capital syllables may well be one name. */
#define TITLED_LEAST 8

static letters sentence_letters(const truc_token *tok, uint32_t n) {
  uint32_t lower = 0, title = 0, upper = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (tok[i].kind != TRUC_TOK_SYLLABLE) continue;
    lower += tok[i].shape == TRUC_SHAPE_LOWER;
    title += tok[i].shape == TRUC_SHAPE_TITLE;
    upper += tok[i].shape == TRUC_SHAPE_UPPER &&
             !(tok[i].flags & TRUC_TF_FOREIGN);
  }
  if (lower) return LETTERS_MIXED;
  if (upper >= 2 && upper >= title) return LETTERS_CAPITAL;
  return title >= TITLED_LEAST ? LETTERS_TITLED : LETTERS_MIXED;
}

/* Behind these a capital is due: all marks but the comma and its like. */
static bool opens(const truc_doc *d, const truc_token *t) {
  if (t->kind != TRUC_TOK_PUNCT) return false;
  char c = d->text.p[t->text];
  return c != ',' && c != ';' && c != '/' && c != '&' && c != '(' && c != ')';
}

/* Capitals in a row inside ordinary text: a phrase set in capitals. */
static bool upper_syllable(const truc_token *t) {
  return t->kind == TRUC_TOK_SYLLABLE && t->shape == TRUC_SHAPE_UPPER &&
         !(t->flags & TRUC_TF_FOREIGN);
}

static uint8_t upper_type(const truc_token *tok, uint32_t n, uint32_t i) {
  if (tok[i].flags & TRUC_TF_FOREIGN) return WORD_UPPER;
  bool phrase = (i > 0 && upper_syllable(&tok[i - 1])) ||
                (i + 1 < n && upper_syllable(&tok[i + 1]));
  return phrase ? WORD_LOWER : WORD_UPPER;
}

static uint8_t syllable_type(const truc_token *t, letters how, bool due) {
  bool foreign = t->flags & TRUC_TF_FOREIGN;
  if (how == LETTERS_CAPITAL) return foreign ? WORD_FOREIGN : WORD_LOWER;
  if (t->shape != TRUC_SHAPE_TITLE) return foreign ? WORD_FOREIGN : WORD_LOWER;
  if (how == LETTERS_TITLED) return foreign ? WORD_FOREIGN : WORD_FIRST;
  if (foreign) return WORD_FOREIGN_TITLE;
  return due ? WORD_FIRST : WORD_TITLE;
}

static uint8_t other_type(uint8_t kind) {
  switch (kind) {
    case TRUC_TOK_NUMBER:
    case TRUC_TOK_DATE:
    case TRUC_TOK_TIME:
    case TRUC_TOK_PERCENT: return WORD_NUMBER;
    default: return WORD_EDGE;
  }
}

void truc__word_types(const truc_doc *d, const truc_sentence *s,
                      uint8_t *type) {
  const truc_token *tok = d->token.v + s->tok;
  letters how = sentence_letters(tok, s->ntok);
  bool due = true; /* a capital says nothing here */
  for (uint32_t i = 0; i < s->ntok; i++) {
    const truc_token *t = &tok[i];
    if (t->kind != TRUC_TOK_SYLLABLE) {
      type[i] = other_type(t->kind);
      due = opens(d, t) || (due && t->kind == TRUC_TOK_PUNCT);
      continue;
    }
    if (t->shape == TRUC_SHAPE_UPPER && how != LETTERS_CAPITAL)
      type[i] = upper_type(tok, s->ntok, i);
    else
      type[i] = syllable_type(t, how, due);
    due = false;
  }
}

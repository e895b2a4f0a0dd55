/* SPDX-License-Identifier: Apache-2.0
**
** tags.h - the tables of the tag room in the model file: their layout, checks
** and look-ups.  What they are for is told in tag/tag.h.
**
**   t.slot, t.key, t.pool     the words, see keys.c
**   t.class u8[number of words + 1]  class of each
**   t.word  tagword[nseen + 1]  the words 1..nseen, those with rows of their
**   own t.row   tagrow[nrow]
**   t.base  u32[2 * npair + 2]  where the pairs of word `pair` lie
**   t.cell  tagcell[ncell]
**   t.tabs  tagtabs
**
** Rows are bytes: a weight of the learner times 16, which loses nothing in
** accuracy, halves the tables and lets one load bring a whole row.
*/
#ifndef TRUC_MODEL_TAGS_H
#define TRUC_MODEL_TAGS_H

#include "model/model.h"

#define TAG_COLUMNS 16
#define TAG_EDGE 16     /* in place of a column: the sentence's end */
#define TAG_CLASSES 256 /* 0 none, 1 the sentence's end, 2.. learned */
#define TAG_CLASS_EDGE 1
#define TAG_SHAPES 256
#define TAG_MARGINS 256 /* steps of score difference */

/* Rows at fixed places; those of words follow. */
enum {
  TAG_ROW_HERE = 0,                           /* by class of the word */
  TAG_ROW_PREV = TAG_ROW_HERE + TAG_CLASSES,  /* of the one before */
  TAG_ROW_NEXT = TAG_ROW_PREV + TAG_CLASSES,  /* of the one after */
  TAG_ROW_SHAPE = TAG_ROW_NEXT + TAG_CLASSES, /* by shape of the word */
  TAG_ROW_WORDS = TAG_ROW_SHAPE + TAG_SHAPES
};

typedef struct truc__tagrow {
  int8_t w[TAG_COLUMNS];
} truc__tagrow;

/* A word of the training text. Rows are numbers, 0: none of its own. */
typedef struct truc__tagword {
  uint16_t here[2];     /* as itself; [1]: with a capital */
  uint16_t prev, next;  /* for the word after it; for the word before it */
  uint16_t first, last; /* as first and last syllable of an unknown word */
  uint16_t pair;        /* 0, or the number of its pairs */
  uint16_t may;         /* bit c: it can have column c; 0: any */
} truc__tagword;

/* A word beside a class: cell[base[2 * pair + side] + class] is theirs if its
** owner is 2 * pair + side. Side 0: the class stands before, 1: after. */
typedef struct truc__tagcell {
  uint16_t owner, row;
} truc__tagcell;

typedef struct truc__tagtabs {
  int16_t move[TAG_COLUMNS + 1][TAG_COLUMNS]; /* [from][to] */
  int16_t back[TAG_COLUMNS + 1][TAG_COLUMNS]; /* [to][from], the same */
  uint16_t open;            /* columns that an unknown word can have, as bits */
  uint16_t capital;         /* and any word with a capital, besides its own */
  uint16_t step;            /* a step of `margin` is 2^step of score; < 16 */
  uint8_t tag[TAG_COLUMNS]; /* truc_tag of a column */
  uint8_t margin[TAG_MARGINS]; /* chance that the tag is right, of 255 */
  uint8_t sure;                /* the same for words with one tag only */
  uint8_t zero[41];
} truc__tagtabs;

/* The view; keys.n 0: the file has none. */
typedef struct truc__tagmodel {
  truc__keys keys; /* of words */
  uint32_t nseen, nrow, nbase, ncell;
  const uint8_t *cls;
  const truc__tagword *word;
  const truc__tagrow *row;
  const uint32_t *base;
  const truc__tagcell *cell;
  const truc__tagtabs *tabs;
} truc__tagmodel;

/* NULL for a NULL model or one without tag tables. */
const truc__tagmodel *truc__model_tags(const truc_model *m);
/* Resolves and checks the sections; true if they are whole or absent. */
bool truc__tags_open(const truc_model *m, truc__tagmodel *t);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** tags - from a treebank and raw text to the tag tables of a model.
**
** In:  CoNLL-U files, each of one round of labels; text in any form; a model
**      with word tables.
** Out: the same model with tag tables.
**
** Step by step (tags.c has the recipe, recipes/tags.sh calls it):
**
**   tags_class.c  classes: raw text is split into words by the model at hand,
**                 and frequent words are moved between classes as long as that
**                 makes their neighbours easier to guess
**   tags_data.c   CoNLL-U sentences become words with key, shape, class, tag:
**                 with the words of the treebank, or with those that a word
**                 model finds in its text
**   tags_learn.c  features; a conditional random field of first order
**   tags_pack.c   nested features are summed, rounded and laid out
**   tags_test.c   accuracy, and the calibration of margins on held-out text
**
** Keys and shapes come from the tag room itself, so training and tagging see
** the same.  The sums of the learner are made of additions, multiplications,
** divisions and square roots alone (exp and log are our own), in a fixed order:
** the same inputs give the same file.
*/
#ifndef TRUC_TRAIN_TAGS_H
#define TRUC_TRAIN_TAGS_H

#include "model/tags.h"
#include "train.h"

#define TAGS_FOLDS 4  /* parts of round 0 that are held out in turn */
#define TAGS_ROUNDS 4 /* of labels; what is shipped speaks as round 0 */

/* ------------------------------------------------------------ tags_data.c */

typedef struct tags_word {
  uint32_t key, first, last; /* names; 0: none */
  uint8_t cls, shape, gold;  /* gold: column */
  bool capital;
} tags_word;

/* Sentences one behind another. */
typedef struct tags_set {
  VEC(tags_word) word;
  VEC(uint32_t) start; /* [nsent + 1] */
  VEC(uint8_t) round;  /* [nsent] */
  VEC(uint8_t) fold;   /* [nsent] number in its file modulo TAGS_FOLDS */
  uint32_t nsent;
} tags_set;

/* One sentence of a CoNLL-U file. */
typedef struct tags_gold {
  truc__buf text;    /* its words, "raw" or with a blank after each */
  VEC(uint32_t) end; /* of each word in the text */
  VEC(uint8_t) tag;  /* truc_tag of each word */
} tags_gold;
/* Reads the next sentence; false at the end. `glued`: as SpaceAfter=No says. */
bool tags_next(train_lines *l, tags_gold *g, bool glued);
void tags_gold_free(tags_gold *g);
/* Runs sentences over the text and gives the document the words of `g`. */
void tags_impose(truc_doc *d, const tags_gold *g);
/* Tag of the word of `g` that has most of the bytes of `at`; *exact tells if
** it is just that word. */
uint8_t tags_beneath(const tags_gold *g, truc_span at, bool *exact);

uint8_t tags_column(uint8_t tag);
extern const uint8_t tags_of_column[TAG_COLUMNS];

/* Behind what is there; `words` NULL: with the words of the treebank. */
void tags_read(tags_set *s, train_names *names, const uint8_t *cls,
               uint32_t ncls, const char *path, uint8_t round,
               const truc_model *words);
/* The names of the document's word `w`. */
uint32_t tags_name(train_names *names, const truc_doc *d, const truc_word *w,
                   bool add);

/* ----------------------------------------------------------- tags_class.c */

typedef struct tags_class_options {
  uint32_t classes;  /* learned, < TAG_CLASSES - 1 */
  uint32_t words;    /* the most frequent that get one */
  uint32_t contexts; /* the most frequent that count as neighbours */
  uint32_t rounds;
} tags_class_options;

/* Words of raw text, one behind another; name 0 is a sentence's end. */
typedef struct tags_text {
  VEC(uint32_t) name;
} tags_text;
/* `seg`: blocks of word-segmented text, else JSON Lines with "text"; stops when
** the text has `limit` words. */
void tags_text_read(tags_text *t, train_names *names, const truc_model *m,
                    const char *path, bool seg, uint64_t limit);
/* Class of each name, [names->count + 1]; 0: none. */
uint8_t *tags_classes(const tags_text *t, const train_names *names,
                      const tags_class_options *o);

/* ----------------------------------------------------------- tags_learn.c */

/* What speaks for the tag of a word. */
enum {
  T_HERE,
  T_CAPITAL,
  T_FIRST,
  T_LAST,
  T_CLASS,
  T_SHAPE,
  T_PREV,
  T_PREV_CLASS,
  T_NEXT,
  T_NEXT_CLASS,
  T_PAIR_PREV,
  T_PAIR_NEXT,
  T_TEMPLATES
};
/* Key of a feature: template, a word or another number, a class. */
static inline uint64_t tags_feature(unsigned t, uint32_t a, unsigned cls) {
  return (uint64_t)t << 56 | (uint64_t)a << 16 | cls;
}

typedef struct tags_learn_options {
  uint32_t epochs, seed;
  double rate, decay, own; /* own: strength of a round's own part */
} tags_learn_options;

typedef struct tags_weights {
  train_keys feature;
  uint8_t *many; /* [names] seen with several tags, and often: has pairs */
  uint16_t *may; /* [names] bit c: seen with column c */
  uint16_t open; /* columns of words seen once: those of unknown words */
  uint32_t nname;
  float (*w)[TAG_COLUMNS];                       /* [features], of round 0 */
  double move[TAG_COLUMNS + 1][TAG_COLUMNS + 1]; /* edge: 16 */
} tags_weights;

/* Learns from the sentences k with use[k] (all if `use` is NULL). */
void tags_learn(const tags_set *s, const uint8_t *use, uint32_t nname,
                const tags_learn_options *o, tags_weights *out);
void tags_weights_free(tags_weights *w);
double tags_exp(double x);
double tags_log2(double x); /* x > 0 */

/* ------------------------------------------------------------ tags_pack.c */

/* The sections "t.*" in the order of the file. */
#define TAGS_SECTIONS 9
typedef struct tags_tables {
  truc__buf part[TAGS_SECTIONS];
} tags_tables;
extern const char *const tags_section[TAGS_SECTIONS];
/* `margin` as tags_calibrate leaves it, or NULL: step k gives k. */
#define TAGS_SURE (TAG_MARGINS - 1)
void tags_pack(tags_weights *w, train_names *names, const uint8_t *cls,
               uint32_t ncls, const uint8_t *margin, tags_tables *out);
/* `base` with these tables in place of its own; `about` (may be NULL) goes
** behind its provenance. */
void tags_model(const truc_model *base, uint32_t nprofile, const tags_tables *t,
                const char *about, truc__buf *out);
void tags_tables_free(tags_tables *t);

/* ------------------------------------------------------------ tags_test.c */

typedef struct tags_score {
  uint32_t gold, guess, same, right; /* words; same: spans, right: and tags */
} tags_score;
/* Tags a file with `m`: with the words of the treebank, or from its text. */
tags_score tags_test(const truc_model *m, const char *path, bool raw);

/* Counts of right and wrong by margin, for calibration. */
typedef struct tags_hits {
  uint32_t n[TAG_MARGINS], right[TAG_MARGINS];
} tags_hits;
/* Adds the sentences of `path` of that fold. */
void tags_hit(const truc_model *m, const char *path, uint32_t fold,
              tags_hits *h);
/* Chance of being right by step, of 255; rises with the step. The last entry
** is for words with one tag only. */
void tags_calibrate(const tags_hits *h, uint8_t margin[TAG_MARGINS]);

/* ----------------------------------------------------------------- tags.c */

/* `truc train tags ...`; argv[0] is "tags". Returns an exit code. */
int train_tags(int argc, char **argv);

#endif

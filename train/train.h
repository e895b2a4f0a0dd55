/* SPDX-License-Identifier: Apache-2.0
**
** train - from corpora to the model file.
**
** In:  segmented text (people's and a tool's), raw text, lists of names.
** Out: a model file, and what it scored.
**
** Used by no room; uses them all, so that the trainer sees exactly what the
** decoder will see: texts come in through truc_doc_read, kinds of neighbours
** through truc__word_types, and a segmenter's underscores arrive as
** TRUC_TF_HINT.
**
** WORDS, step by step (words.c has the recipe in C, recipes/words.sh calls it):
**
**   corpus.c   texts become sentences of (syllable, kind of neighbour, gap)
**   counts.c   how often a pair stands together, how often it is joined; words
**              of three and more syllables, with the same two figures
**   lexicon.c  words listed by hand
**   learn.c    features of a gap; the averaged structured perceptron
**   measure.c  word F1 of held-out text, calibration of the margins
**   pack.c     sums nested features, rounds, lays out the tables
**
** Deterministic: own generator of random numbers, seeds given, sums in a fixed
** order, no threads inside a step; the same inputs give the same file.
*/
#ifndef TRUC_TRAIN_H
#define TRUC_TRAIN_H

#include <stdio.h>

#include "base/doc.h"
#include "model/model.h"

/* ------------------------------------------------------------------ util.c */

/* The trainer is a program: it says what is wrong and ends. */
void train_die(const char *fmt, ...) __attribute__((format(printf, 1, 2)))
__attribute__((noreturn));
void *train_alloc(size_t n); /* zeroed */
#define TRAIN_PUSH(a, x) \
  (VEC_PUSH(a, x) ? (void)0 : train_die("out of memory"))

/* Moves `j` to the string of the field "text" of one JSON object, left in
** j->str; false: it has none. `path` is for messages. */
bool train_json_text(truc__json *j, const char *path);

/* Isotonic: neighbouring steps are pooled until the share of right ones rises
** with the step.  n[k] and right[k] of `size` steps become those of pool k,
** last[k] its last step. */
void train_pool(double *n, double *right, uint32_t *last, uint32_t size);

/* A generator of random numbers (splitmix64). */
typedef struct train_random {
  uint64_t s;
} train_random;
uint64_t train_next(train_random *r);
uint32_t train_below(train_random *r, uint32_t n);

/* Strings to numbers from 1; 0 is a string that is not there. */
typedef struct train_names {
  uint32_t *slot, nslot;
  VEC(uint32_t) at; /* [count + 1] offset in the pool of each, [0] unused */
  truc__buf pool;
  uint32_t count;
  bool closed; /* nothing is added any more */
} train_names;
uint32_t train_name(train_names *t, const char *s, size_t n, bool add);
const char *train_spell(const train_names *t, uint32_t id, size_t *n);

/* 64-bit keys to numbers from 1, in the order they came. */
typedef struct train_keys {
  uint32_t *slot, nslot;
  VEC(uint64_t) key; /* [0] unused */
} train_keys;
uint32_t train_key(train_keys *t, uint64_t key, bool add);
void train_keys_free(train_keys *t);

/* Lines of a file ("-": standard input); false at the end. */
typedef struct train_lines {
  FILE *f;
  const char *path;
  char *line;
  size_t cap;
} train_lines;
void train_lines_open(train_lines *l, const char *path);
bool train_lines_next(train_lines *l, const char **s, size_t *n);

/* ---------------------------------------------------------------- corpus.c */

enum { GAP_NONE, GAP_APART, GAP_JOINED };

/* Sentences one behind another. Token t has syllable syl[t] (0: none), kind
** type[t], and before it the gap gap[t]. */
typedef struct train_corpus {
  VEC(uint32_t) syl;
  VEC(uint8_t) type;
  VEC(uint8_t) gap;
  VEC(uint32_t) start; /* [nsent + 1] */
  uint32_t nsent;
} train_corpus;

/* Reads a file in .seg form (one text a line, "#" lines skipped), or JSON Lines
** with a field "text" (raw, so every gap is GAP_APART), behind what is there.
** Stops after `limit` tokens. */
void train_read_seg(train_corpus *c, train_names *vocab, const char *path,
                    uint64_t limit);
void train_read_jsonl(train_corpus *c, train_names *vocab, const char *path,
                      uint64_t limit);
/* Appends every `every`-th sentence of `c` as if set in other letters. */
typedef enum train_case { CASE_LOWER, CASE_TITLE } train_case;
void train_recast(train_corpus *to, const train_corpus *c, train_case how,
                  uint32_t every);
/* Appends sentences [from, to) of `c`. */
void train_corpus_slice(train_corpus *to, const train_corpus *c,
                        uint32_t from, uint32_t end);
/* Gives the words of a list their gaps wherever they stand: `a_b` is joined,
** `a b` apart; by commas, "#" begins a comment line. */
void train_relabel(train_corpus *c, train_names *vocab, const char *path);
void train_corpus_free(train_corpus *c);

/* ---------------------------------------------------------------- counts.c */

/* What a segmented corpus says about two neighbours. */
typedef struct train_pair {
  uint32_t n;      /* times side by side with a gap */
  uint32_t joined; /* times in one word */
  uint32_t word;   /* times the two alone make the word */
  uint32_t titled; /* of n: both with a capital */
} train_pair;

/* And about three and more. */
typedef struct train_long {
  uint32_t seen; /* times side by side */
  uint32_t word; /* times just they make a word */
  uint32_t titled; /* of word: all with a capital */
  uint8_t length;
  uint8_t listed; /* a word of the hand-made list */
  uint8_t keep;   /* 0: not in the model, else 1 + its class */
} train_long;

typedef struct train_counts {
  train_keys pair;       /* left << 32 | right */
  VEC(train_pair) stat;  /* by pair */
  train_keys trie;       /* node << 32 | syllable -> node; a first syllable
                         ** hangs on node 0 */
  VEC(train_long) word;  /* by node */
} train_counts;

/* Steps of a count, 0 to 9, and of a share, 0 to 11.  Shares near 0 and 1 tell
** most, so the steps are close there. */
unsigned train_count_step(uint32_t n);
unsigned train_ratio_step(uint32_t part, uint32_t n);

/* The pair of two syllables, made known if it is not. */
uint32_t train_pair_id(train_counts *c, uint32_t a, uint32_t b);
void train_count_pairs(train_counts *c, const train_corpus *t);
/* Words of 3 to 6 syllables, then how often they stand side by side. */
void train_count_long(train_counts *c, const train_corpus *t);
/* A word of the hand-made list. */
void train_list_long(train_counts *c, const uint32_t *syl, uint32_t n);
/* Decides which long words the model holds, and their classes. */
void train_choose_long(train_counts *c, uint32_t least);

/* --------------------------------------------------------------- lexicon.c */

/* Words by commas; "#" begins a comment line. Read twice: with `listed` NULL,
** which makes their pairs known, then with `listed` to fill, by pair. */
void train_read_lexicon(train_counts *c, train_names *vocab, const char *path,
                        uint8_t *listed);

/* ----------------------------------------------------------------- learn.c */

/* What is known of each pair before training; pair 0 is the unknown pair. */
typedef struct train_pairs {
  uint32_t n;
  uint8_t *bucket; /* [n] of the counts, < PAIR_BUCKETS */
  uint8_t *self[3]; /* [n] of the model's own decisions, < SELF_BUCKETS: by all,
                    ** by one half, by the other half of the training text */
  uint8_t *cls[3]; /* [n] < WORD_CLASSES, in the same three editions */
  uint8_t *listed; /* [n] < LISTED_BUCKETS; 0: not in the hand-made list, else
                   ** by its counts */
} train_pairs;
#define PAIR_BUCKETS 128
#define SELF_BUCKETS 64
#define LISTED_BUCKETS 64

/* A corpus with what depends on the tables looked up. */
typedef struct train_view {
  const train_corpus *c;
  uint32_t *pair; /* [tokens] of the gap before it, 0 unknown */
  uint8_t *mask;  /* [tokens] */
  uint8_t self;   /* which of the three */
} train_view;
train_view train_view_new(const train_corpus *c, train_counts *k,
                          uint8_t self);
void train_view_free(train_view *v);

/* Blocks of weights, one behind another. */
enum {
  W_TYPE4, W_TYPE3, W_TYPE2, W_LEFT, W_RIGHT, W_PAIR, W_BUCKET, W_SELF,
  W_CLS3, W_CLS_LEFT, W_CLS_RIGHT, W_MASK, W_LEFT_KIND, W_RIGHT_KIND,
  W_KINDS, W_LISTED, W_BOTH, W_BOTH_LETTERS, W_BOTH_CLS,
  W_BLOCKS
};

typedef struct train_options {
  uint32_t epochs, seeds;
  int32_t cost;        /* of a wrong gap, added while training */
  const double *init;  /* weights to begin with, or NULL */
  uint32_t fixed;      /* bits of the blocks that keep them */
} train_options;

typedef struct train_weights {
  uint32_t at[W_BLOCKS + 1];
  double *w; /* averaged over steps and seeds */
} train_weights;

typedef struct train_learner {
  const train_pairs *pairs;
  uint32_t nsyl;
  const uint8_t *kind; /* [nsyl + 1] of syllable, < 16 */
} train_learner;

uint32_t train_type3(uint32_t type4); /* index of W_TYPE3 */
uint32_t train_cover(uint32_t cover);   /* index of W_BOTH_CLS */
void train_perceptron(const train_learner *l, const train_view *v,
                      uint32_t nview, const train_options *o,
                      train_weights *out);
/* Labels the corpus; joined[t] is 1 where the gap before t is joined, and
** diff[t] (may be NULL) the difference of scores, in 1/256. */
void train_decode(const train_learner *l, const train_weights *w,
                  const train_view *v, uint8_t *joined, int32_t *diff);

/* --------------------------------------------------------------- measure.c */

#define TRAIN_MARGIN_STEP 5 /* 2^5 of score in a step of the margins */
/* Word F1 of a segmented corpus, in percent, over given tokens; with `margin`,
** also the calibration of both sides. */
double train_measure(const train_learner *l, const train_weights *w,
                     train_counts *k, const train_corpus *c,
                     uint8_t margin[2][WORD_MARGINS]);

/* ------------------------------------------------------------------ pack.c */

/* Sums, rounds, lays out; writes the file. */
typedef struct train_pack {
  const train_names *vocab;
  const train_counts *counts;
  const train_learner *learner;
  const train_weights *weights;
  const train_weights *other; /* of profile vlsp, or NULL */
  uint8_t (*margin)[2][WORD_MARGINS]; /* [NPROFILES] */
  double scale; /* a weight of 1 in the file */
  uint32_t step;
  const char *about;
} train_pack;
void train_write(const train_pack *p, const char *path);

/* ----------------------------------------------------------------- words.c */

/* `truc train words ...`; argv[0] is "words". Returns an exit code. */
int train_words(int argc, char **argv);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** tag - parts of speech: what each word is in its sentence.
**
** In:  words and sentences; the tag tables of the model (model/tags.h).
** Out: tag and tag_margin of every word.
**
** A word has a row of sixteen whole numbers, one per column (nearly: per tag),
** and so has everything around it that speaks for a tag.  The rows are added:
**
**     here     the word; its class; of an unknown word the first and the last
**              syllable; of some words another row when they bear a capital
**     shape    capitals, number of syllables, kind of token
**     prev     the word before and its class
**     next     the word after and its class
**     pair     the word beside the class before, and beside the class after
**
** and `move` is added for each two neighbouring columns.  The best of all
** labellings of the sentence is found exactly (decode.c).
**
** CLASSES are groups of words that stand among the same neighbours, learned
** from raw text (train/tags_class.c).  Most words that the treebank lacks have
** one; of unknown words 81 in 100 are then right, without classes 75.
**
** SIXTEEN COLUMNS for seventeen tags: PUNCT and INTJ share one, since the kind
** of the token says which of both is meant.  So a row is one load.
**
** WHICH TAGS.  A word of the training text can only have the tags that it had
** there, and PROPN if it bears a capital; other words those of open classes.
** That is right more often than not (0.3 on dev, 0.5 where no document is
** shared), and it saves the search: a word with one tag only, four of ten, is
** not scored at all.  Between two of them lies a run of few words, and as the
** tag on either side is fixed, each run is decided alone.
**
** WHICH PAIRS.  A word beside a class has a row of its own only if the word was
** seen with more than one tag, and often; other pairs add nothing.
**
** ROUNDS OF LABELS.  The treebank was labelled over in rounds that disagree
** (`lại` after a verb is ADV in one, VERB in the other).  The learner gives
** each weight a part that all rounds share and a part of each round, and what
** is shipped is the sum for the round of the present release: 0.4 on held-out
** sentences of that round.
**
** CASE.  Letters are damaged in many sentences of the treebank, so words are
** looked up folded (text/fold.h), and capitals enter through the kinds of the
** word room (word/word.h), to which a text in capitals looks like a small one.
**
** CONFIDENCE.  `tag_margin` is the estimated chance that the tag is right, of
** 255; calibrated on sentences held out in training.
**
** WITHOUT TAG TABLES every word is X with margin 0.
**
** SPEED.  What a word brings wherever it stands is one line of a memo (look.c),
** under the ids its syllables have already; the rows that hang on its
** neighbours are asked for a sentence ahead of their use; sixteen columns are
** two vectors (row.h); and the steps of all words are taken one after another,
** without branches on what a word is like: 1.8 times as fast as folding,
** hashing and adding word by word.
**
** WORDS come from the word room with its faults.  So the learner sees each
** sentence twice, with the words of people, and with those that a word model
** finds which has not seen the sentence.  Measured, that is no better than the
** first alone, and 0.15 better than the second alone.
**
** Tried and dropped: words two places away, pairs of words, pairs of classes,
** tags of raw text by type of word ("self-training"): none above the noise of
** 0.1; pair rows for all words (twice the file, the same score).
**
**   look.c     keys, and what is known of a word wherever it stands
**   tag.c      shapes, the rows of a word in its place, runs
**   row.h      sixteen numbers at a time
**   decode.c   the best labelling of a run
*/
#ifndef TRUC_TAG_H
#define TRUC_TAG_H

#include "base/doc.h"
#include "model/tags.h"

truc_rc truc__tag_run(truc_doc *d);
/* Tags one sentence: words[0 .. its number of words), which are those of
** d->word or a copy of them, get tag and margin; d->word is only read.  For who
** needs tags here and there: a sentence is tagged without regard to others.
** false: out of memory. */
bool truc__tag_sentence(truc_doc *d, uint32_t sent, truc_word *words);
void truc__tag_release(truc_doc *d);

/* ----------------------------------------------------------------- look.c */

#define TAG_KEY_MAX 512

/* What a word is called in the tables: its folded tokens joined by blanks; for
** numbers, addresses and the like "#" and the letter of the kind. 0 if it
** would not fit: such a word is in no table. */
size_t truc__tag_key(const truc_doc *d, const truc_word *w,
                     char key[TAG_KEY_MAX]);
/* Key of one token, as a syllable; `key` has room for TRUC__FOLD_MAX. */
size_t truc__tag_syllable(const truc_doc *d, uint32_t tok, char *key);
/* May its syllables speak for the word, if it is unknown? */
bool truc__tag_spelled(const truc_doc *d, const truc_word *w);
/* Shape from the kinds of the word's tokens (truc__word_types), below
** TAG_SHAPES: of syllables, the kinds of the first and the last, and whether
** there are one, two or more; of other tokens, the kind. */
static inline uint8_t truc__tag_shape(const truc_token *tok,
                                      const uint8_t *type, uint32_t ntok) {
  unsigned many = ntok > 2 ? 2 : ntok - 1;
  unsigned spelled = many << 6 | (type[0] & 7u) << 3 | (type[ntok - 1] & 7u);
  unsigned kind = tok->kind;
  return (uint8_t)(kind == TRUC_TOK_SYLLABLE ? spelled : 192 + kind);
}

/* What is known of a word, and the rows that it always brings. */
typedef struct truc__tagknown {
  uint64_t key;    /* of the memo; 0: none */
  uint16_t may;    /* bit c: it can have column c */
  uint16_t row[2]; /* known: with a capital, and its pairs; unknown: rows of
                   ** its first and last syllable.  0: none */
  uint8_t cls;
  bool known;       /* it has a row of its own */
  truc__tagrow here;
  truc__tagrow prev, next; /* for the word after it; for the word before it */
} truc__tagknown;

/* A word in its place. */
typedef struct truc__tagplace {
  truc__tagknown word;
  uint8_t shape;
  bool capital, mark;
  const truc__tagrow *here;
  uint32_t more[2]; /* rows of its pairs, or of its syllables */
  int mask[2];      /* -1 if there is such a row, else 0 */
} truc__tagplace;

#define TAG_MEMO_BITS 13 /* 512 KB */
typedef struct truc__tagscore truc__tagscore;
typedef struct truc__tagwork {
  VEC(truc__tagplace) place; /* [words + 2] of a sentence and its two edges */
  VEC(truc__tagscore) score; /* [words] */
  truc__tagknown *memo;      /* [1 << TAG_MEMO_BITS] */
} truc__tagwork;

/* Fills the places of a sentence's words, work->place.v[1 ..]. */
void truc__tag_places(const truc__tagmodel *m, const truc__tagwork *work,
                      const truc_doc *d, const truc_sentence *s);

/* ------------------------------------------------------------------ tag.c */

/* The tag that a column means for this word. */
static inline uint8_t truc__tag_of(uint8_t tag, bool mark) {
  return tag == TRUC_TAG_INTJ && mark ? TRUC_TAG_PUNCT : tag;
}

/* --------------------------------------------------------------- decode.c */

/* One word on its way through the decoder. */
struct truc__tagscore {
  int16_t own[TAG_COLUMNS];  /* of the word alone */
  int16_t from[TAG_COLUMNS]; /* best up to the word, if it has this column */
  int32_t diff;              /* best column against the second */
  uint16_t may;              /* bit c: it can have column c; one bit at least */
  uint8_t column;            /* the best */
};

/* Decides s[0 .. n) between the columns `left` and `right` (TAG_EDGE at the
** ends of the sentence). */
void truc__tag_solve(const truc__tagtabs *t, truc__tagscore *s, uint32_t n,
                     unsigned left, unsigned right);

#endif

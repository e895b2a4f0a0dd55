/* SPDX-License-Identifier: Apache-2.0
**
** word - which syllables make a word.
**
** In:  tokens and sentences; the word tables of the model.
** Out: words (every token lies in exactly one), TRUC_TF_JOIN and margin of the
**      tokens, the words of each sentence.
**
** A blank in Vietnamese stands between syllables, so the question is asked at
** every gap between two of them: does the word go on?  A gap has a score, the
** sum of a few whole numbers:
**
**     left[a] + right[b]       the syllable before it and after it
**   + score[a,b]               the pair, all that was counted about it summed
**   + type[t,a,b,u]            the kinds of four neighbours: small, capital,
**   ... + kind[a,b]              how each of them stands in words at large
**   + cls[before,here,after]   how the pairs on both sides compete with this
**   one + mask                     words of three and more syllables over the
**   gap
**
** and where two neighbouring gaps are joined, so that three syllables hang
** together,
**
**     both[before,here,capitals,long]
**
** is added: by the classes of the two pairs, the capitals of the three
** syllables, and whether a long word lies over both gaps.  So three small
** syllables that no long word vouches for are rarely one word, however strong
** the pairs are (dự án | mạng), and three capitals often are.  The best of all
** labellings of the sentence is found exactly; with two states it needs one
** number per gap and direction (decode.c).
**
** WHY THIS WAY.  The weights come from a structured perceptron (train/), whose
** many features are nested and so are summed when the model is packed.  At run
** time a gap costs one probe of a double array and a dozen additions.  Three
** neighbours more on each side, triples of syllables, forward and backward
** longest match brought less than 0.05 F1 and cost half the speed.
**
** WHERE WORDS END ANYWAY: at a sentence's end, a line's end, and at every token
** that is not a syllable (number, mark, address).  A run of more than 12
** syllables is left apart.
**
** HINTS of segmented input (TRUC_TF_HINT) are not used here: the same article
** gives the same words from its raw and its segmented form.
**
** CASE.  Syllables are looked up folded (text/fold.h); capitals enter only
** through `type` and the second weight of left and right.  A text in capitals
** is read as if it were small, and one With Every Syllable Capital as if each
** stood at the start of a sentence, where a capital says nothing.
**
** PROFILES.  Another convention is other small tables, and a shift of the
** scores of pairs (model/model.h); its tokens may be smaller (text/pieces.c).
** Later rooms know `ud` alone, and src/truc.c keeps the other from them.
**
** CONFIDENCE.  `margin` of a token tells how sure the boundary before it is:
** the estimated probability that the decision there is right is
** (1 + margin / 255) / 2.  Where nothing was to decide it is 255.
**
** THE CALLER'S WORDS (truc_doc_add_words) are looked up as keys, the longest
** that begins at a token first, and decide their gaps before the search: joined
** inside, apart at both ends.  Without any, that costs one test a sentence.
**
** MORE THAN THE BEST.  The k best readings, the lattice of all words that could
** stand, and the parts of each score are worked out anew for one sentence when
** they are asked for, from the same scores as the layer (search.c, why.c).
**
** The ids of the syllables come with the tokens: the text room looks up each
** spelling once and remembers it (text/look.c).
*/
#ifndef TRUC_WORD_H
#define TRUC_WORD_H

#include "base/doc.h"
#include "model/model.h"

/* Kinds of neighbour; those from WORD_LOWER on are syllables and can join. */
enum {
  WORD_EDGE,    /* end of the sentence, mark, anything without a meaning here */
  WORD_NUMBER,  /* number, date, percentage */
  WORD_LOWER,   /* small letters */
  WORD_TITLE,   /* capital that means a name */
  WORD_FIRST,   /* capital where the place asks for one */
  WORD_UPPER,   /* acronym */
  WORD_FOREIGN, /* not a Vietnamese syllable, small or mixed */
  WORD_FOREIGN_TITLE
};

#define WORD_LONGEST 12 /* syllables in a word */

truc_rc truc__word_run(truc_doc *d);
/* What is wrong with the first word given that cannot be taken, *i; NULL: all
** can be taken. */
const char *truc__given_wrong(const truc_doc *d, const truc_given *g,
                              uint32_t n, uint32_t *i);
/* Sentences and words as given, for a document that has tokens; of such as
** truc__given_wrong() finds nothing wrong with (given.c). */
truc_rc truc__words_given(truc_doc *d, const truc_given *g, uint32_t n);
void truc__word_release(truc_doc *d);

/* --------------------------------------------------------------- types.c */

/* The kinds of the sentence's tokens, type[0 .. ntok). */
void truc__word_types(const truc_doc *d, const truc_sentence *s,
                      uint8_t *type);
/* May tokens i - 1 and i of the sentence be joined? i > 0. */
static inline bool truc__word_gap(const truc_token *tok, const uint8_t *type,
                                  uint32_t i) {
  return type[i - 1] >= WORD_LOWER && type[i] >= WORD_LOWER &&
         !(tok[i].flags & (TRUC_TF_LINE | TRUC_TF_PARA));
}
/* Capital that counts as one for the weights of a syllable. */
static inline unsigned truc__word_capital(unsigned type) {
  const unsigned capitals =
      1u << WORD_TITLE | 1u << WORD_UPPER | 1u << WORD_FOREIGN_TITLE;
  return capitals >> type & 1;
}

/* -------------------------------------------------------------- decode.c */

/* A sentence on its way through the decoder. Entry i + 2 belongs to token i;
** the two before and the two after are edges. Gap i lies before token i. */
typedef struct truc__wordline {
  uint32_t cap;
  uint8_t *type;   /* [n + 4] */
  uint8_t *cls;    /* [n + 4] class of the pair at the gap; 0: no gap */
  uint8_t *mask;   /* [n + 4] of the long words */
  uint32_t *begin; /* [n] gaps at which long words may begin */
  int32_t *score;  /* [n + 4] of the gap alone */
  int32_t *both;   /* [n + 4] added if the gap before and this one join */
  int32_t *ahead;  /* [n + 4] what the gap before adds if this one joins */
  bool forced;     /* mask[i] is FORCE_ of the gap before token i */
} truc__wordline;
#define WORD_NOGAP (-(1 << 24)) /* added where nothing can be joined */

#define WORD_FORCED (1 << 22)    /* score where the caller's words join */

/* Kinds of gap for `cls` where there is no cell. */
enum { CLASS_NOGAP, CLASS_UNKNOWN, CLASS_KNOWN };

/* Bits of `mask`: in a word of 3, in a longer one, one begins behind the gap,
** one ends before it; and in bits 4-5 the best class of those over it. */
enum { MASK_IN3 = 1, MASK_IN4 = 2, MASK_BEGIN = 4, MASK_END = 8 };

/* Index of `both`: the capitals of the three syllables, the first one highest;
** the masks of the two gaps; their classes. */
static inline unsigned truc__word_cover(unsigned capitals, unsigned before,
                                        unsigned here, unsigned classes) {
  const unsigned in = MASK_IN3 | MASK_IN4;
  unsigned over = ((before & in) != 0) & ((here & in) != 0);
  return over << 11 | capitals << 8 | classes;
}

bool truc__wordline_room(truc__wordline *l, uint32_t n);
void truc__wordline_free(truc__wordline *l);
/* Scores the gaps of the sentence with the tokens tok[0..n), n > 1, and their
** ids, whose types stand; fills cls. */
void truc__wordline_score(const truc__wordmodel *w, truc__wordline *l,
                          const truc_token *tok, const uint16_t *id,
                          uint32_t n);
/* Turns scores into differences: > 0 join, else not; see decode.c. */
void truc__wordline_solve(truc__wordline *l, uint32_t n);

/* ---------------------------------------------------------------- word.c */

/* The word tables that a document is read with; NULL: none. */
const truc__wordmodel *truc__word_tables(const truc_doc *d);
/* Scores of the gaps of a sentence, before the search: ready for
** truc__wordline_solve. NULL when out of memory. */
truc__wordline *truc__word_scores(truc_doc *d, const truc_sentence *s);

/* ---------------------------------------------------------------- user.c */

/* What the caller's words say of a gap. */
enum { FORCE_NONE, FORCE_JOIN, FORCE_APART };

/* Adds the tokens of `word` as one word; ELIMIT if they are too many or too
** long for a key, ENOMEM. */
truc_rc truc__user_add(truc_doc *d, const truc_doc *word);
/* The gap before each token of a sentence; false: no word stands in it. */
bool truc__user_find(const truc_doc *d, const truc_sentence *s,
                     uint8_t *force);
void truc__user_free(truc_doc *d);

/* ----------------------------------------------------------------- why.c */

/* Fills out[ntok]. ENOMEM. */
truc_rc truc__word_why(truc_doc *d, const truc_sentence *s,
                       truc_boundary *out);

/* -------------------------------------------------------------- search.c */

void truc__search_release(truc_doc *d);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** search.h - words that somebody typed, and the sentences that hold them.
**
** In:  "hợp tác -kinh", a sentence with the words that the model cut.
** Out: an expression for FTS5, which proposes sentences by their syllables;
**      whether one matches, where, and how well.
**
** words.c reads what was typed, and forgives; match.c decides sentence by
** sentence.  What was typed must match, what was left out is free: `duong`
** finds đường, `đường` only đường.
*/
#ifndef TRUC_LEDGER_SEARCH_H
#define TRUC_LEDGER_SEARCH_H

#include "ledger/ledger.h"

/* ---------------------------------------------------------------- words.c */

typedef VEC(truc_span) truc__spans;
#define TRUC__FORMS 64

/* One syllable of a search. */
typedef struct truc__asked {
  const char *exact, *blind;
  size_t nexact, nblind;
  const char *form[TRUC__FORMS]; /* written forms that are meant too */
  uint8_t nform;
  bool loose;  /* any marks will do */
  bool prefix; /* the beginning of a syllable */
  bool joined; /* to the one before it: they are one word */
} truc__asked;

/* A word or phrase. */
typedef struct truc__term {
  uint32_t first, n; /* its syllables */
  uint32_t group;    /* alternatives are groups */
  bool negative;
  bool joined;       /* some of its syllables are */
  uint8_t found;     /* in the sentence at hand, see match.c; 0: no */
  uint32_t at;       /* where best */
} truc__term;

/* One syllable of the sentence at hand. */
typedef struct truc__keys {
  truc_span at;
  uint32_t exact, nexact, blind, nblind; /* in truc__search.keys */
  bool joined;                           /* to the one before it */
} truc__keys;

/* A parsed search. */
typedef struct truc__search {
  truc__arena arena;
  VEC(truc__asked) asked;
  VEC(truc__term) term;
  uint32_t ngroup;
  bool strict, operators;
  bool blind; /* keys without marks are needed */
  truc__buf expression;
  truc__buf keys;
  VEC(truc__keys) seen;
  bool cut; /* its words are known */
} truc__search;
/* Never fails on what a user typed; NULL is out of memory. */
truc__search *truc__search_parse(truc_ledger *l, const char *words,
                                 bool strict);
void truc__search_free(truc__search *q); /* NULL is fine */
/* The FTS5 expression, NULL if nothing can match. */
const char *truc__search_expression(const truc__search *q);
/* Does an alternative ask for anything? */
bool truc__has_positive(const truc__search *q, uint32_t group);
/* Do the marks of `typed` all stand in `form`?  Their blind keys are equal. */
bool truc__has_marks_of(const char *form, size_t nf, const char *typed,
                        size_t nt);
/* Bytes of the first `letters` letters. */
size_t truc__first_letters(const char *s, size_t n, uint32_t letters);

/* ---------------------------------------------------------------- match.c */

/* Does it match this sentence, with these words (NULL: not known)?  What
** matched is left in `marks`, sorted, in bytes of `s`; *rank gets lower the
** better the match. */
bool truc__search_match(truc_ledger *l, truc__search *q, const char *s,
                        size_t n, const truc__joins *joins, truc__spans *marks,
                        double *rank);

#endif

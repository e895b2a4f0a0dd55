/* SPDX-License-Identifier: Apache-2.0
**
** claim.h - what makes a fact this fact and no other, as text.
**
** In:  a document with its layers (truc_doc), one fact of it.
** Out: a claim: what must be equal, its time, what must agree.
**
** Two facts of two documents are one if their claims agree.  So a claim says
** everything in the same words however the press put it: names by their refs or
** by the exact keys of their syllables, dates as intervals of days, lists in
** order.  Nothing here knows of SQLite but for a number in a column.
*/
#ifndef TRUC_LEDGER_CLAIM_H
#define TRUC_LEDGER_CLAIM_H

#include <sqlite3.h>

#include "base/base.h"
#include "text/fold.h"
#include "truc/ledger.h"

#define TRUC__NO_INT INT64_MIN /* NULL, unknown */

/* ------------------------------------------------------------ syllables.c */

/* The next syllable (run of letters, marks, digits) at or after *i; false at
** the end.  What stands between is blanks, marks, underscores. */
bool truc__syllable(const char *s, size_t n, size_t *i, size_t *start,
                    size_t *len);
/* Exact keys met lately, by the bytes of the syllable: a few thousand make up
** all texts. Zeroed, it is empty. */
#define TRUC__FOLDS 4096 /* a power of two */
typedef struct truc__fold_slot {
  uint64_t from[2];
  char key[16];
  uint8_t n, k; /* lengths of both */
} truc__fold_slot;
typedef struct truc__folds {
  truc__fold_slot slot[TRUC__FOLDS];
} truc__folds;

/* truc__fold_key by way of these; `f` may be NULL. */
size_t truc__fold_known(truc__folds *f, const char *s, size_t n,
                        char out[TRUC__FOLD_MAX]);
/* Exact keys of all syllables, joined by one blank: the form in which names
** and sentences are compared. */
void truc__fold_words(truc__buf *out, const char *s, size_t n,
                      truc__folds *folds);
/* The same with blind keys. */
void truc__fold_words_blind(truc__buf *out, const char *s, size_t n);
/* Is the folded text `a` a run of syllables of `b`? *at says where, in
** syllables. */
bool truc__words_inside(const char *a, size_t na, const char *b, size_t nb,
                        uint32_t *at);
uint32_t truc__words_count(const char *a, size_t na);

/* ----------------------------------------------------------------- when.c */

/* A date or an interval as days since 1970-01-01. */
typedef struct truc__when {
  int32_t lo, hi;       /* valid if `known` */
  truc_date start, end; /* as written, 0 for X */
  uint8_t known;        /* the year is known */
  uint8_t some;         /* there is a date at all */
  uint8_t near;         /* not a date: published on lo */
  uint8_t fine;         /* 3 days, 2 months, 1 years, of the finer end */
} truc__when;
#define TRUC__FAR 40000000 /* an open end */
/* "2024-11-21/2024-11-23", "XXXX-05-29", "2013/..", "~2024-11-21", "". */
truc__when truc__when_parse(const char *iso);
int32_t truc__day_number(int year, int month, int day);
void truc__day_iso(int32_t day, char out[16]);
/* Could both be said of one thing?  `window`: days that "near" reaches;
** `slack`: days that two single days may lie apart. */
bool truc__when_agree(const truc__when *a, const truc__when *b, int window,
                      int slack);

/* ---------------------------------------------------------------- claim.c */

/* What makes a fact this fact; see above.  A list of slots reads
** "slot=value|slot=value"; a value is a folded ref ("per:tô lâm"), a "#code", a
** number, "'" and folded words, or several of these joined by "+". */
typedef struct truc__claim {
  truc__buf core, time, rest;
  truc__buf topic; /* "" if nothing can contradict it or share a list */
  truc__buf value; /* "" for lists */
  int64_t lo, hi;  /* TRUC__NO_INT: no bounds */
  int32_t weight;  /* how full a statement */
  truc__buf key;   /* scratch: keys of a slot's items, and where they end */
  VEC(truc_span) keys;
} truc__claim;
void truc__claim_release(truc__claim *c);

/* A document as the claims are made from it. */
typedef struct truc__reading {
  const truc_doc *doc;
  truc__folds *folds; /* or NULL */
  const char *raw; /* the article's bytes */
  int64_t day;     /* publication, TRUC__NO_INT unknown */
  const truc_fact *fact;
  const truc_item *item;
  const truc_sentence *sentence;
  const truc_mention *mention;
  const truc_entity *entity;
  const uint32_t *evidence;
  const truc_word *word;
  uint32_t nword;
  uint32_t nfact, nitem, nsentence, nmention, nentity, nevidence;
} truc__reading;

/* Fills `c` from one fact. False when out of memory. */
bool truc__claim_make(truc__claim *c, const truc__reading *r, uint32_t fact);
/* Does it say when?  An office that somebody holds at no known time is still
** that office, but two such statements do not support each other: they are no
** sources to be counted. */
bool truc__is_timed(const truc_fact *f);
/* Days that an undated report may lie from what it reports. */
int truc__kind_window(truc_kind k);
/* Days by which two single days may differ and mean one thing: a visit lasts
** some days and is dated by any of them. */
int truc__kind_slack(truc_kind k);

/* ---------------------------------------------------------------- kinds.c */

truc_kind truc__kind_of(const char *core); /* its first word */
/* The number in a column; TRUC_NKINDS if it is none. */
truc_kind truc__kind_column(sqlite3_stmt *s, int column);
int truc__kind_named(const char *name);    /* -1 if there is none */
int truc__modality_named(const char *name);

/* -------------------------------------------------------------- reading.c */

void truc__reading_make(truc__reading *r, const truc_doc *d, const char *raw,
                        int64_t day);
/* Countries that the sentences of a fact name, in their order, at most `room`;
** indexes of entities. */
uint32_t truc__countries_named(const truc__reading *r, uint32_t fact,
                               uint32_t *out, uint32_t room);

/* ---------------------------------------------------------------- slots.c */

/* Keys of the items of one slot into c->keys; `lead`: of the principal one
** alone. */
void truc__slot_keys(truc__claim *c, const truc__reading *r,
                     const truc_fact *f, const char *slot, bool lead);
/* They, joined by '+'. */
void truc__put_keys(truc__buf *b, const truc__claim *c);
/* "slot=" and they, behind '|' if `b` has something already. */
void truc__put_slot(truc__buf *b, const truc__claim *c, const char *slot);
/* Words alone, without a ref, code or number? */
bool truc__only_words(const truc__reading *r, const truc_fact *f,
                      const char *slot);
/* The value of `slot` in a list of slots; its length in *n.  NULL: none. */
const char *truc__slot_value(const char *list, const char *slot, size_t *n);
static inline bool truc__starts(const char *s, const char *with) {
  return s && !strncmp(s, with, strlen(with));
}
static inline bool truc__in_slot(const truc_item *i, const char *slot) {
  return !strcmp(i->slot, slot);
}

/* ---------------------------------------------------------------- agree.c */

/* Do the optional slots agree? */
bool truc__rest_agree(const char *a, const char *b);

#endif

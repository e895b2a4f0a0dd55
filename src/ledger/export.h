/* SPDX-License-Identifier: Apache-2.0
**
** export.h - what the formats of `truc export` share.
**
** In:  propositions in the order of their keys, a page at a time.
** Out: bytes, by way of the caller's function.
**
** A format is a row of functions (truc__form), one file each: a head, a line
** for each proposition that has a place in it, a tail.  export.c walks through
** the ledger and counts what had no place.
*/
#ifndef TRUC_LEDGER_EXPORT_H
#define TRUC_LEDGER_EXPORT_H

#include "ledger/ledger.h"

/* Numbers for texts, 1, 2, 3 ... in the order in which they were met. */
typedef struct truc__numbers {
  struct truc__number {
    uint64_t hash;
    uint32_t number; /* 0: free */
  } *v;
  uint32_t n, cap;
} truc__numbers;

/* An export under way. */
typedef struct truc__export {
  truc_ledger *l;
  truc__buf out;
  const truc_records *r; /* the page */
  int64_t id;            /* row of the proposition, for `ids_only` */
  uint64_t done;         /* at the end: records written */
  truc__numbers seen;    /* what was written already, for some formats */
  truc__arena arena;     /* strings of the page */
  truc__buf line;        /* scratch of a format */
  truc__buf notes; /* the format's own, until its end */
  truc_write_fn *write;
  void *ctx;
} truc__export;

/* A format.  Every export_*.c has its own. */
typedef struct truc__form {
  const char *name, *lacks; /* what has no place in it, in words */
  uint32_t max_evidence;    /* sentences it wants, 0: all */
  bool ids_only;            /* it asks for itself: the record is NULL */
  void (*head)(truc__export *x), (*tail)(truc__export *x); /* or NULL */
  /* False: the proposition has no place. */
  bool (*put)(truc__export *x, const truc_record *p);
} truc__form;
extern const truc__form truc__form_jsonl, truc__form_clusters, truc__form_tsv,
    truc__form_plover, truc__form_gdelt, truc__form_graphml, truc__form_ics,
    truc__form_ftm, truc__form_md, truc__form_brat,
    truc__form_conllu;

/* For formats of documents: propositions are chosen one by one (one has a place
** if a document of clean UTF-8 states it), and at the end the documents that
** state them are asked for: id and name, by name. */
void truc__take_head(truc__export *x);
bool truc__take(truc__export *x, const truc_record *none);
sqlite3_stmt *truc__taken_documents(truc__export *x);

/* Hands over what is in `out`, for a tail that is long; false: stop. */
bool truc__export_flush(truc__export *x);

/* The number of a text; *fresh: it is new. */
uint32_t truc__number_of(truc__export *x, const char *text, bool *fresh);
/* One line of clean UTF-8: tabs, line ends and other controls are blanks, an
** ill-formed byte is U+FFFD. */
void truc__put_cell(truc__buf *b, const char *s, size_t n);
/* The same of words of the press, as people write them: a segmenter's
** underscores and blanks undone. */
void truc__put_words(truc__buf *b, const char *s, size_t n);
void truc__json_words(truc__buf *b, const char *words); /* ["a","b"] */
/* "VNM", NULL if not known. */
const char *truc__item_country(const truc_record_item *i);
/* Its name as entity_name has it, else its words; lives as long as the page. */
const char *truc__item_name(truc__export *x, const truc_record_item *i);
const truc_record_item *truc__item_of(const truc_records *r,
                                      const truc_record *p, const char *slot);
/* Who does it [0] to or with whom [1]; only what has a ref. */
#define TRUC__SIDE 16
typedef struct truc__sides {
  uint32_t n[2];
  const truc_record_item *item[2][TRUC__SIDE];
} truc__sides;
void truc__sides_of(const truc_records *r, const truc_record *p,
                    truc__sides *s);
/* First and last day of a date that is known to the day. */
bool truc__days_of(const char *iso, int32_t *first, int32_t *last);
/* The same of a proposition; else the day of the first report. */
bool truc__event_days(const truc_record *p, int32_t *first, int32_t *last);
void truc__put_day(truc__buf *b, int32_t day, bool dashes);
/* A proposition in one line: "Visit (state): Tô Lâm → Malaysia". */
void truc__put_label(truc__export *x, truc__buf *b, const truc_record *p);
/* ISO 3166-1: "VNM" -> "VN"; false if there is none. */
bool truc__alpha2(const char *alpha3, char out[3]);

#endif

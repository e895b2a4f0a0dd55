/* SPDX-License-Identifier: Apache-2.0
**
** records.h - propositions, read back whole.
**
** In:  rows of propositions, how much of each is wanted.
** Out: a truc_records: arguments, sentences, who says so, who says otherwise.
**
** What makes a page dear is not what it shows but what it looks at: every row
** lies on a page of the file of its own.  So a record is read by its keys, row
** by row and no further than is asked: of a proposition with hundreds of
** statements a few, for a brief no sentence but the one that is quoted.
*/
#ifndef TRUC_LEDGER_RECORDS_H
#define TRUC_LEDGER_RECORDS_H

#include "ledger/ledger.h"

/* A proposition with more facts is read in part. */
#define TRUC__MANY 12

typedef struct truc__result {
  truc_records pub;
  truc__arena arena;
  VEC(truc_record) record;
  VEC(truc_record_item) item;
  VEC(truc_record_evidence) evidence;
  VEC(const char *) speaker, conflict, partial;
  truc__documents documents;
} truc__result;

/* A fact that states the proposition at hand. */
typedef struct truc__statement {
  int64_t fact, document, n, weight, day, hash; /* day: unknown is the last */
} truc__statement;

/* An item of a list, of one of those that speak of a topic. */
typedef struct truc__mate {
  int64_t id, hash, item;
} truc__mate;
typedef struct truc__topic {
  uint32_t first, n; /* in `mate`, by name */
} truc__topic;

typedef struct truc__reader {
  truc_ledger *l;
  truc__result *r;
  uint32_t max_evidence;
  bool brief, contradicted; /* as the query says */
  bool settled;             /* proposition.disputed can be relied on */
  truc__place place;
  VEC(truc__statement) stated;
  VEC(const char *) ref; /* of entities met, and */
  truc__memo ref_at;     /* where, by row */
  VEC(truc__mate) mate;
  VEC(truc__topic) topic;
  truc__memo topic_at; /* by its number */
} truc__reader;

const char *truc__kept_column(truc__reader *x, sqlite3_stmt *s, int i);
const char *truc__kept_or_null(truc__reader *x, sqlite3_stmt *s, int i);
void truc__no_memory(truc__reader *x);

/* ------------------------------------------------------------ statements.c */

/* Those that state a proposition, into x->stated. */
void truc__read_facts(truc__reader *x, int64_t id);
/* The arguments of the fullest statement, then the slots that only others
** fill. */
void truc__read_items(truc__reader *x, truc_record *p, int64_t best,
                      int64_t document);
void truc__read_evidence(truc__reader *x, truc_record *p, int64_t id,
                         int64_t best);

/* ----------------------------------------------------------------- beside.c */

void truc__read_speakers(truc__reader *x, truc_record *p, int64_t best);
void truc__read_conflicts(truc__reader *x, truc_record *p, int64_t id);
/* What shares part of its list, the first fifty by name: the view `partial`,
** put for speed. */
void truc__read_partial(truc__reader *x, truc_record *p, int64_t id,
                        int64_t about);

#endif

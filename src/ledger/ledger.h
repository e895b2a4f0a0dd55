/* SPDX-License-Identifier: Apache-2.0
**
** ledger - one proposition, many sources.
**
** In:  documents with their layers (truc_doc), the bytes they came from.
** Out: a SQLite file; from it propositions with evidence, sentences that hold
**      words, exports.
**
** FROM FACT TO PROPOSITION
**
**     fact  ->  claim  ->  proposition
**
** A FACT is what one document states.  A CLAIM is everything in it that makes
** it this fact and no other, as text: `core` (kind and the slots that must be
** equal), `time` (its date) and `rest` (slots that must agree where both say
** them).  Thousands of facts fall on one claim ("Tô Lâm is Tổng Bí thư").  A
** PROPOSITION is a group of claims that agree with one another: the visit of
** "2024-11-21/2024-11-23", that of "2024-11-21" and that of "2024-11".
**
** Agreement is not transitive: "2023" agrees with March and with November,
** which do not agree.  So grouping cannot be done by joining each newcomer to
** what it meets first; the record would depend on the order of adding.  Instead
** the groups are a function of the SET of claims (merge.c): sorted from the
** finest to the coarsest, each claim joins the one group with all of whose
** members it agrees; where it could join two, it says too little and stays
** alone.  Only claims that can be reached from the new one by agreement are
** sorted anew, so that the cost of adding does not grow with the ledger.
**
** WHY NOT ...
**   - a hash of the core slots as the proposition's identity: dates and
**     optional slots do not compare by equality.
**   - clustering by similarity of sentences: two articles on one event share
**     most words and differ in the number that matters.
**   - storing conflicts and partial matches: both are a join over `topic`, and
**     a view cannot be out of date.  Only whether there is a conflict is kept.
**
** WHAT IS SHOWN FIRST (concern.c): rows by entity, by pair of countries and by
** kind in the order in which a brief shows them, so that the page of a country
** of which a hundred thousand propositions tell is read in milliseconds.
**
** INDEPENDENT SOURCES (copies.c): near-copies of a text share an `origin`, and
** sources are counted by origin.
**
** THE TEXT INDEX (fts.c, words.c, match.c): one row of FTS5 per sentence, our
** tokenizer.  It proposes sentences by their syllables; the matcher decides,
** and knows by a bit a syllable (joins.c) what is one word.
** A commit of FTS5 writes a segment, and the counts of names lie scattered over
** the file, so that doing both per document would cost more than all the rest.
** Documents therefore wait in `waiting` and are indexed by the batch (index.c),
** at the latest when somebody asks or the ledger is closed.  A search that may
** not write reads those that still wait one by one, with the same matcher that
** marks the hits.
**
** TEXT is stored sentence by sentence, with what stands between: rows of this
** size fill pages (whole articles left a fifth of the file empty), and a
** sentence is read without its article.
**
** THE OTHER HEADERS: claim.h (from facts to claims), search.h (words and the
** sentences that hold them), records.h and history.h (propositions read back),
** export.h (formats).
**
** ERRORS: as buffers do, a ledger keeps the first error of a call in `err` and
** turns the SQL that follows into no-ops; each public call starts with
** truc__begin_call and ends with truc__end_call.
*/
#ifndef TRUC_LEDGER_ROOM_H
#define TRUC_LEDGER_ROOM_H

#include <sqlite3.h>

#include "base/base.h"
#include "ledger/claim.h"
#include "truc/ledger.h"

#define TRUC__APPLICATION_ID 0x54727563 /* "Truc" */

/* A set of 64-bit hashes with a number each, to spare look-ups. */
typedef struct truc__memo {
  uint64_t *key;
  int64_t *value;
  uint32_t n, cap;
} truc__memo;

/* Rows on their way into a table, see pour.c. */
typedef struct truc__cell {
  const char *text;
  int64_t number; /* or the length of `text` */
  uint8_t type;   /* SQLITE_INTEGER, _TEXT, _BLOB or _NULL */
} truc__cell;
typedef struct truc__rows {
  VEC(truc__cell) cell; /* [rows * width] */
  uint32_t width;
  truc__arena texts;
} truc__rows;

/* ------------------------------------------------------------- the handle */

#define TRUC__NSTMT 512 /* slots for prepared statements */

struct truc_ledger {
  sqlite3 *db;
  truc_err err; /* the first error of this call */
  const truc_model *words; /* to cut words with, or NULL */
  bool writable;
  bool in_transaction;
  uint32_t batch;       /* documents of one commit; 1: each by itself */
  uint32_t uncommitted; /* documents stored since the last one */
  uint64_t batch_bytes; /* their bytes, roughly */
  uint32_t lost;        /* of these by a failure, since the opening */
  int64_t old_documents;  /* documents up to this id were there at opening */
  uint32_t waiting;       /* documents not indexed yet, and */
  uint64_t waiting_bytes; /* their bytes */
  struct {
    const char *sql; /* the literal's address is the key */
    sqlite3_stmt *stmt;
  } cache[TRUC__NSTMT];
  struct truc__marks *marks; /* of the documents that wait, see copies.c */
  struct truc__pending *pending; /* and the rest of the indexes, see index.c */
  bool pending_lost; /* both must be recalled before they are needed */
  int64_t version;           /* PRAGMA data_version: have others written? */
  uint64_t written;          /* transactions of our own */
  bool unranked;             /* rows of `concern` were taken out */
  struct {
    int64_t entity[3], version;
    uint64_t written;
    unsigned kinds;
    int n;
  } scope;              /* what TEMP TABLE scope holds, see filter.c */
  truc__memo entities;  /* hash of ref -> entity.id */
  truc__memo readings;  /* hash of a reading -> reading.id */
  truc__memo syllables; /* hash of a syllable -> of its exact key */
  truc__buf a, b, c;    /* scratch of whoever holds no other's result */
  truc__arena names;    /* strings of truc_ledger_lookup */
  truc__memo named;     /* hash of a ref -> its name, at so many in `name` */
  VEC(const char *) name;
  truc__rows pour;      /* rows of the statement being prepared */
  truc__claim claim;    /* scratch of the one being made */
  truc__folds folds;
};

/* ------------------------------------------------------------------ sql.c */

/* Records a failure of SQLite (the message names what went on) or ours. */
void truc__sql_fail(truc_ledger *l, int sqlite_rc, const char *doing);
void truc__set_fail(truc_ledger *l, truc_rc rc, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
static inline bool truc__failed(const truc_ledger *l) {
  return l->err.rc != TRUC_OK;
}
void truc__begin_call(truc_ledger *l);
truc_rc truc__end_call(truc_ledger *l, truc_err *err);

/* SQL with values bound in order; `sql` must be a literal (its address is the
** key of the statement cache).  types: i int64_t, o int64_t with TRUC__NO_INT
** for NULL, s C string or NULL, t text (pointer, size_t), b the same as BLOB.
** Texts are not copied: they must live until the statement has been stepped
** to its end. */
void truc__exec(truc_ledger *l, const char *sql, const char *types, ...);
sqlite3_stmt *truc__ask(truc_ledger *l, const char *sql, const char *types,
                        ...);
/* Next row of a truc__ask; false at the end or on failure. */
bool truc__next(truc_ledger *l, sqlite3_stmt *s);
void truc__end(sqlite3_stmt *s); /* leave before the end; NULL is fine */
/* First column of the first row, `otherwise` if there is none or it is NULL. */
int64_t truc__ask_int(truc_ledger *l, int64_t otherwise, const char *sql,
                      const char *types, ...);
/* Several statements, no values. */
void truc__script(truc_ledger *l, const char *sql);
/* Column as text, never NULL. */
const char *truc__text(sqlite3_stmt *s, int column);
/* TRUC__NO_INT for NULL. */
int64_t truc__int_or_none(sqlite3_stmt *s, int column);
void truc__finalize_all(truc_ledger *l);

/* All or nothing: BEGIN IMMEDIATE, or a savepoint in an open batch. */
bool truc__transaction(truc_ledger *l);
/* Its end; everything is undone if the call has failed.  Outside a batch it is
** committed. */
void truc__finish(truc_ledger *l);
/* Commits the open batch, if there is one. */
void truc__commit(truc_ledger *l);
/* What is read between the two is of one moment, and the file is locked once,
** not for each statement. True: it was not so yet, and must be ended. */
bool truc__hold_still(truc_ledger *l);
void truc__let_go(truc_ledger *l, bool held);

/* ----------------------------------------------------------------- pour.c */

/* One row, with the types of truc__exec; rows of one statement have one
** width.  Texts must live until it is poured. */
void truc__row(truc_ledger *l, const char *types, ...);
/* A copy that lives so long. */
const char *truc__pour_text(truc_ledger *l, const char *s, size_t n);
/* "INSERT INTO ... SELECT a, b, c FROM poured": the rows so far, which are then
** forgotten. */
void truc__pour(truc_ledger *l, const char *sql);
int truc__pour_register(sqlite3 *db, truc__rows *p); /* code of SQLite */
void truc__pour_release(truc__rows *p);

bool truc__memo_get(const truc__memo *m, uint64_t key, int64_t *value);
void truc__memo_put(truc__memo *m, uint64_t key, int64_t value);
void truc__memo_clear(truc__memo *m);
void truc__memo_release(truc__memo *m);

/* --------------------------------------------------------------- schema.c */

void truc__schema_create(truc_ledger *l);
/* From version `from` to TRUC_LEDGER_SCHEMA. */
void truc__schema_migrate(truc_ledger *l, int from);

/* ---------------------------------------------------------------- views.c */

void truc__views_create(truc_ledger *l);
void truc__views_drop(truc_ledger *l);

/* ------------------------------------------------------------------- sets */

typedef VEC(int64_t) truc__ids;
/* Adds it if it is not there. Out of memory becomes the ledger's error. */
void truc__ids_add(truc_ledger *l, truc__ids *v, int64_t id);

/* ------------------------------------------------- add.c, facts.c, remove.c */

/* A fact whose claim has its row. */
typedef struct truc__placed {
  int64_t claim, proposition;
  int32_t weight;
  uint32_t dated; /* the fact whose date it bears: itself, but for an office */
  bool alone;     /* the proposition is new and counted */
} truc__placed;

/* A mention of an entity with a row. */
typedef struct truc__named {
  int64_t row;
  truc_span at;
  uint32_t sentence, entity;
  bool named;
} truc__named;

/* An entity that is concerned by a claim. */
typedef struct truc__concerned {
  int64_t claim, entity, role;
} truc__concerned;

/* What is known while one document is stored. */
typedef struct truc__storing {
  truc_ledger *l;
  const truc_article *a;
  truc__reading r;
  int64_t document, first_sentence, first_fact;
  bool clean;       /* UTF-8 without a NUL */
  bool copied;      /* its source has other documents */
  truc__memo local; /* hash of ref -> index of the document's entity */
  truc__ids entity; /* [entities] their rows */
  truc__ids claim;  /* new ones that are not alone: to be grouped */
  uint32_t beside;  /* the first fact that may date the next office */
  VEC(truc__named) named;
  VEC(truc__placed) placed;       /* [facts] */
  VEC(truc__concerned) concerned; /* in the order met */
} truc__storing;

/* Row of an entity; `type` NULL: by its ref. */
int64_t truc__entity_row(truc_ledger *l, const char *ref, const char *type);
/* Facts, arguments, speakers, evidence, parties; new claims that are not alone
** are left in `claim`. */
void truc__insert_facts(truc__storing *w);
/* Inside the caller's transaction. */
void truc__remove_document(truc_ledger *l, int64_t document);

/* ----------------------------------------------- stated.c, merge.c */

/* How much a claim says. */
typedef struct truc__fine {
  const char *time, *rest;
  truc__when when;
  int32_t date;   /* the greater, the finer */
  uint32_t nslot; /* of `rest` */
} truc__fine;
truc__fine truc__fine_of(truc_kind kind, const char *time, const char *rest);
/* A total order: no two claims of a core are equal in both time and rest. */
bool truc__finer(const truc__fine *a, const truc__fine *b);

#define TRUC__REST_BITS \
  0x7fffffffll /* of a proposition's hash, see make_hash */

/* Is there no claim yet of the same core? */
bool truc__claim_alone(truc_ledger *l, const truc__claim *c);
/* The very same claim, 0 if there is none; *proposition is 0 if it waits to be
** grouped. */
int64_t truc__claim_find(truc_ledger *l, const truc__claim *c,
                         int64_t *proposition);
int64_t truc__claim_insert(truc_ledger *l, const truc__claim *c,
                           int64_t proposition);
/* The day on which a fact `f` of a document `d` was reported; an office is seen
** on the day that it bears, if it bears a date. */
#define TRUC__DAY_OF_FACT                                                   \
  "iif(f.kind = 'OFFICE' AND f.date IS NOT NULL, iif(length(f.date) = 10, " \
  "unixepoch(f.date) / 86400, NULL), d.day)"
/* A proposition of one claim with one fact, about to be stored as `fact`: what
** grouping and counting would make of it, at once. */
int64_t truc__proposition_of(truc_ledger *l, const truc__claim *c,
                             const truc_fact *f, int64_t day, int64_t fact);
/* Groups everything that can be reached from these claims by agreement, stores
** the groups as propositions and counts them. */
void truc__regroup(truc_ledger *l, const truc__ids *claims);
/* The claims that agree with one: those to regroup when it goes. */
void truc__neighbours(truc_ledger *l, int64_t claim, truc__ids *out);
/* Name, date, topic and value of a proposition, from its finest claim. */
void truc__count_claims(truc_ledger *l, int64_t proposition);
/* Would grouping and counting from scratch give what is stored? */
void truc__check_groups(truc_ledger *l);

/* ---------------------------------------------------------------- count.c */

/* Counts and dates of a proposition from its facts; removes it if there are
** none. */
void truc__recount(truc_ledger *l, int64_t proposition);
/* The same after one more fact, at a cost that does not grow with it.  The
** document's facts begin with `first_fact`; copied: its source has others. */
void truc__count_fact(truc_ledger *l, int64_t proposition, int64_t fact,
                      int64_t first_fact, bool copied);

/* --------------------------------------------------------------- copies.c */

/* Marks of the text; finds near-copies and sets document.origin; notes written
** forms (`duong` is looked for as all of its forms).  Number of sources that it
** was united with: two or more have become one. */
uint32_t truc__copies_add(truc_ledger *l, int64_t document, const char *s,
                          size_t n);
/* A document leaves: the others of its source are compared anew. */
void truc__copies_remove(truc_ledger *l, int64_t document);
/* Writes the marks of the documents that wait. */
void truc__copies_index(truc_ledger *l);
/* Those marks again, from the texts. */
void truc__copies_recall(truc_ledger *l, const truc__ids *waiting);
void truc__copies_release(truc_ledger *l);

/* ---------------------------------------------------------------- joins.c */

/* Bit i: a word joins syllable i of a sentence to the one before it.  What is
** missing at the end is 0. */
typedef struct truc__joins {
  const unsigned char *bits;
  size_t n;   /* bytes */
  bool known; /* false: nobody has cut words */
} truc__joins;
static inline bool truc__joined(const truc__joins *j, size_t i) {
  return i / 8 < j->n && (j->bits[i / 8] >> i % 8 & 1);
}
/* The bits of the sentence raw[from..end).  *word is the first word that may
** lie in it and moves on: sentences are asked for in order. */
void truc__joins_make(const truc__reading *r, uint32_t *word, size_t from,
                      size_t end, truc__buf *out);
/* As it stands in a column; lives as long as the row. */
truc__joins truc__joins_column(sqlite3_stmt *s, int column);

/* ------------------------------------------------------------------ fts.c */

truc_rc truc__fts_register(sqlite3 *db);

/* ---------------------------------------------------------------- index.c */

/* For the indexes: one mention of an entity in a document that waits. */
void truc__pend_mention(truc_ledger *l, int64_t document, int64_t entity,
                        const char *ref, bool named, const char *s, size_t n);
/* All that is kept of documents that wait once more, if need be: after an end
** without a close, a failed transaction, or another process's writing. */
void truc__recall(truc_ledger *l);
void truc__pending_release(truc_ledger *l);
/* Indexes the documents that wait, if the ledger may be written. Own
** transaction. */
void truc__settle(truc_ledger *l);
/* Takes one document out of the indexes, inside the caller's transaction. */
void truc__unindex(truc_ledger *l, int64_t document);

/* ---------------------------------------------------------------- find.c */

/* Evidence by sentence: `g` the sentence, `e` the evidence, `f` the fact.  The
** facts of a document stand together and are few. */
#define TRUC__STATING                                                       \
  "sentence g CROSS JOIN document gd ON gd.id = g.document CROSS JOIN "     \
  "evidence e ON e.fact BETWEEN gd.first_fact AND gd.last_fact "            \
  "AND e.sentence = g.id CROSS JOIN fact f ON f.id = e.fact "

/* Sentences that hold the words, as rows of TEMP TABLE picked. */
void truc__pick_sentences(truc_ledger *l, const char *words, bool strict);

/* -------------------------------------------------------------- concern.c */

#define TRUC__DISPUTED 64 /* added to the kind of what is contradicted */
/* proposition.ranked of what is new: as long as a rank gets at the most. */
#define TRUC__RANK_LATER (-((int64_t)1 << 40))

/* Propositions whose rows in `concern` are not up to date: those that documents
** that wait state, and those whose rows were taken out.  Some come twice. */
#define TRUC__UNRANKED                                                       \
  "(SELECT wc.proposition AS id FROM waiting w CROSS JOIN document wd "      \
  "ON wd.id = w.document CROSS JOIN fact wf "                                \
  "ON wf.id BETWEEN wd.first_fact AND wd.last_fact "                         \
  "CROSS JOIN claim wc ON wc.id = wf.claim "                                 \
  "UNION ALL SELECT id FROM proposition WHERE ranked > 0)"

/* Its order in SQL, best known first. */
#define TRUC__BY_RANK \
  " ORDER BY p.sources DESC, p.last_day DESC, p.hash & 4095, p.kind, p.hash"
/* Takes out the rows of a proposition, before anything changes but by one more
** document that waits. */
void truc__concern_forget(truc_ledger *l, int64_t proposition);
/* Brings all rows up to date, inside the caller's transaction. */
void truc__concern_index(truc_ledger *l);
/* Entities of a query as the beginning of a key in `concern`. Two countries are
** one key; of two others the rarer one leads, and `second` is looked up. */
typedef struct truc__concern_key {
  int64_t entity, other, second; /* second: entity if there is none */
} truc__concern_key;
truc__concern_key truc__concern_key_of(truc_ledger *l, const int64_t *entity,
                                       int n); /* [1 or 2] */
/* Are they? Then proposition.disputed is, too. */
bool truc__concern_settled(truc_ledger *l);

/* --------------------------------------------------------------- filter.c */

/* Conditions of a query as SQL over `proposition p`, and their values. */
typedef struct truc__filter {
  truc__buf sql; /* "1" or "p.kind IN (...) AND ..." */
  struct {
    const char *text; /* NULL: the number */
    int64_t number;
  } value[16];
  int nvalue;
  bool scoped; /* TEMP TABLE scope stands for proposition */
  bool facts; /* asks for anything but words and publication dates */
} truc__filter;
void truc__filter_make(truc_ledger *l, const truc_query *q, truc__filter *f);
/* Prepares `head` + conditions + `tail` and binds the values.  The first word
** "proposition" in `head` may become "temp.scope", which has only columns that
** conditions, orders and sums need (filter.c). */
sqlite3_stmt *truc__filter_ask(truc_ledger *l, const truc__filter *f,
                               const char *head, const char *tail);
void truc__filter_release(truc__filter *f);

/* ---------------------------------------------------------------- texts.c */

/* The whole text of a document, byte for byte. */
void truc__document_text(truc_ledger *l, int64_t document, truc__buf *out);
/* Code points; an ill-formed sequence counts as one. */
uint32_t truc__points(const char *s, size_t n);
/* A sentence kept at hand, to turn bytes of a document into code points. */
typedef struct truc__place {
  int64_t document;
  uint32_t start, chars;
  truc__buf text;
} truc__place;
void truc__points_of(truc_ledger *l, truc__place *at, int64_t document,
                     uint32_t off, uint32_t len, uint32_t *cp, uint32_t *cplen);
/* The words there, if they lie in the sentence at hand; else NULL. */
const char *truc__place_text(const truc__place *at, int64_t document,
                             uint32_t off, uint32_t len);

/* Documents of a result set, each once. */
typedef struct truc__documents {
  VEC(truc_record_document) v;
  truc__memo at; /* id -> place in `v` */
} truc__documents;
uint32_t truc__documents_add(truc_ledger *l, truc__documents *d, truc__arena *a,
                             int64_t id);

/* --------------------------------------------------------------- choose.c */

/* Rows of the propositions that a query asks for, in its order, up to its
** limit; how many there are, and how many have two sources or more. */
typedef struct truc__chosen {
  truc__ids id;
  uint32_t total, supported;
} truc__chosen;
void truc__choose(truc_ledger *l, const truc_query *q, truc__chosen *out);
/* The first `most` of these in the order of their keys. */
void truc__order_by_key(truc_ledger *l, truc__ids *id, uint32_t most);
/* The same by `concern` alone; false if the query asks for more than that can
** answer, or not all propositions are ranked. */
bool truc__concern_choose(truc_ledger *l, const truc_query *q,
                          truc__chosen *out);
/* Adds the offices of the people in TEMP TABLE picked that are not of what the
** query asks for itself. */
void truc__concern_holders(truc_ledger *l, const truc_query *q,
                           truc__chosen *out);

/* -------------------------------------------------------------- records.c */

/* Some of them, with as much of each as the query says; NULL on failure. */
truc_records *truc__read_records(truc_ledger *l, const int64_t *id, uint32_t n,
                                 const truc_query *q);

/* ----------------------------------------------- history.c, history_json.c */

/* One history as a JSON object: its kind, what it is about, its steps. */
void truc__history_json(truc__buf *b, const truc_histories *h, uint32_t index);
/* Does an argument say what the history is about? */
bool truc__history_about(truc_change c, const char *slot);

/* ---------------------------------------------------------------- names.c */

/* What alias.key has for the letters of a name. */
int64_t truc__name_key(const char *letters, size_t n);
/* The name of what `ref` names: a country that no document calls by a name
** bears its code, for which the lexicon has one. */
const char *truc__spoken_name(const char *ref, const char *name);
/* Is a ref an abbreviation such as org:asean, which is no name to show? */
bool truc__ref_is_code(const char *ref);

/* ---------------------------------------------------------------- strings */

/* Strings that grow a result set; a truc_records, truc_finds begins with its
** public part. */
char *truc__keep(truc_ledger *l, truc__arena *a, const char *s, size_t n);

#endif

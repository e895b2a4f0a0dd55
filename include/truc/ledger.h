/* SPDX-License-Identifier: Apache-2.0
**
** ledger.h - the store: documents, what they say, and who else says it.
**
** This header is the manual.  It needs SQLite (3.40 or later); truc.h does not.
**
** A ledger is one SQLite file.  Documents go in with the facts that the engine
** read in them; PROPOSITIONS come out: every fact once, with the sentences that
** state it, over all documents, the number of independent sources, and what
** contradicts it.
**
**   truc_doc -> truc_ledger_add -> [ ledger ] -> truc_ledger_records (facts)
**                                             -> truc_ledger_find    (text)
**                                             -> truc_ledger_export  (files)
**
** SAFETY
**   A document is stored in one transaction: after a crash, a kill or a full
**   disk it is there whole or not at all, and what was stored before stays.
**   Adding the same text again changes nothing.  The record does not depend on
**   the order in which documents were added.
**
** THREADS
**   One handle per thread.  Any number of processes may read while one writes;
**   a second writer waits (`wait_ms`) and then gets TRUC_EBUSY.
**
** ERRORS
**   TRUC_EIO      cannot open, read or write: no such file, no permission, disk
**                 full
**   TRUC_ELEDGER  not a database, a database of another program, of a later
**                 version of this one, or damaged; the message says which
**   TRUC_EBUSY    another process is writing
**   TRUC_EARG, TRUC_ENOMEM as everywhere
**
** OWNERSHIP
**   A result set owns its arrays and strings; they live until it is freed.
**   Strings are UTF-8 and end in NUL; where a text may hold a NUL, its length
**   stands beside it.
*/
#ifndef TRUC_LEDGER_H
#define TRUC_LEDGER_H

#include "truc/truc.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Version of the tables (doc/DATABASE.md).  An older ledger is brought up to
** date when opened for writing. */
#define TRUC_LEDGER_SCHEMA 7

typedef struct truc_ledger truc_ledger;

typedef enum truc_ledger_mode {
  TRUC_LEDGER_READ,   /* must exist; nothing is written */
  TRUC_LEDGER_WRITE,  /* must exist */
  TRUC_LEDGER_CREATE, /* made if there is no file, or an empty one */
  TRUC_LEDGER_MEMORY  /* no file; gone when closed */
} truc_ledger_mode;

typedef struct truc_ledger_options {
  size_t size; /* sizeof(truc_ledger_options) */
  truc_ledger_mode mode;
  uint32_t wait_ms;   /* how long to wait for another writer */
  uint64_t max_bytes; /* the file never grows beyond; 0: no limit */
  uint32_t batch;     /* documents of one commit.  0 or 1: each is committed by
                      ** itself.  More is faster: but until the commit nobody
                      ** else sees them or may write, and an end without a
                      ** close or a full disk may take them all, each whole. */
  const truc_model *words; /* lent until the close: TRUC_EXPORT_CONLLU cuts
                           ** words with it; NULL: each syllable is one */
} truc_ledger_options;
#define TRUC_LEDGER_OPTIONS \
  { sizeof(truc_ledger_options), TRUC_LEDGER_READ, 5000, 0, 0, NULL }

/* `opt` NULL means TRUC_LEDGER_OPTIONS.  *out is NULL on failure. */
TRUC_API truc_rc truc_ledger_open(const char *path,
                                  const truc_ledger_options *opt, truc_err *err,
                                  truc_ledger **out);
/* Ends pending work (the text index) and gives everything back, also when it
** reports a failure. NULL is fine. */
TRUC_API truc_rc truc_ledger_close(truc_ledger *l, truc_err *err);
/* Ends a batch before it is full. Nothing open: nothing done. */
TRUC_API truc_rc truc_ledger_commit(truc_ledger *l, truc_err *err);
/* Documents that were reported as stored and then went with a batch that could
** not be committed, since the ledger was opened. */
TRUC_API uint32_t truc_ledger_lost(const truc_ledger *l);

/* ----------------------------------------------------------------- adding */

/* What the ledger keeps of an article besides its layers. */
typedef struct truc_article {
  size_t size;       /* sizeof(truc_article) */
  const char *id;    /* name of the document; needed */
  const char *path;  /* file it came from, or NULL */
  const char *title; /* NULL: the first title sentence */
  const char *date;  /* publication date, as in truc_read_options; or NULL */
  const char *url;   /* or NULL */
  const char *model; /* truc_model_id(), or NULL: read without a model */
  const void *text;  /* the very bytes that were given to truc_doc_read() */
  size_t n;
} truc_article;
#define TRUC_ARTICLE \
  { sizeof(truc_article), NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0 }

typedef enum truc_stored {
  TRUC_STORED_NEW,
  TRUC_STORED_SAME,    /* this text with this date was there: nothing done */
  TRUC_STORED_REPLACED /* it was read by another model or version of the
                       ** program, or an earlier text of the same id and path
                       ** was there */
} truc_stored;

/* Is this text with this date there already, read by this model and version?
** Saves reading it again. Needs id, date, model, text, n. */
TRUC_API truc_rc truc_ledger_known(truc_ledger *l, const truc_article *a,
                                   int *known, truc_err *err);
/* Stores one document.  The document must have run TRUC_FACTS, and TRUC_WORDS
** if it is to be searched for words (`hợp_tác`).  If another
** document bears the id already, this one is kept as "ID~2".
** On failure the ledger is as it was before the call. */
TRUC_API truc_rc truc_ledger_add(truc_ledger *l, const truc_doc *d,
                                 const truc_article *a, truc_stored *what,
                                 truc_err *err);
/* Takes a document out again, with all that only it stated.
** TRUC_DONE if there is none of that id. */
TRUC_API truc_rc truc_ledger_remove(truc_ledger *l, const char *id,
                                    truc_err *err);

typedef struct truc_ledger_counts {
  uint64_t documents;
  uint64_t sources; /* independent ones: near-copies count once */
  uint64_t sentences;
  uint64_t facts; /* as stated */
  uint64_t propositions;
  uint64_t corroborated; /* stated by two independent sources or more */
  uint64_t text_bytes;
  uint64_t file_bytes;
} truc_ledger_counts;
TRUC_API truc_rc truc_ledger_count(truc_ledger *l, truc_ledger_counts *out,
                                   truc_err *err);
/* Pairs of propositions that contradict each other; counted up to `most`, since
** every pair must be looked at. */
TRUC_API truc_rc truc_ledger_conflicts(truc_ledger *l, uint64_t most,
                                       uint64_t *n, truc_err *err);

/* Looks for damage: the file's own structure, dangling references, counts that
** are not what the facts add up to, a partition that is not the one the rules
** give.  TRUC_ELEDGER and a message for the first finding. */
TRUC_API truc_rc truc_ledger_check(truc_ledger *l, truc_err *err);

/* Makes the file as small as it can be; what it holds stays the same.  Needs
** free room on the disk as large as the ledger, and the ledger for itself. */
TRUC_API truc_rc truc_ledger_compact(truc_ledger *l, truc_err *err);

/* ---------------------------------------------------------------- records */

/* One argument of a proposition, read in `doc`; spans are bytes there. */
typedef struct truc_record_item {
  const char *slot;
  const char *ref;     /* or NULL */
  const char *name;    /* of the entity that `ref` names, or NULL */
  const char *country; /* ref of its country, "gpe:VNM", or NULL */
  const char *code;    /* or NULL */
  const char *number;  /* plain decimal, or NULL */
  const char *text;    /* as the document says it, or NULL */
  const char *fact;    /* id of another fact of the document, "f3", or NULL */
  uint32_t doc;        /* index in `document` */
  uint32_t off, len;   /* len 0: not said */
  uint32_t cp, cplen;  /* the same in code points */
  uint8_t implicit;
} truc_record_item;

/* One sentence that states it. */
typedef struct truc_record_evidence {
  uint32_t doc;       /* index in `document` */
  uint32_t fact;      /* number of the fact in that document: "f3" is 3 */
  uint32_t off, len;  /* bytes of the document */
  uint32_t cp, cplen; /* the same in code points */
  const char *text;   /* bytes of the document, `len` long, then NUL; "" if the
                      ** query was for a brief and it is not the first */
} truc_record_evidence;

typedef struct truc_record_document {
  const char *id, *title, *date, *url, *path; /* "" if not known */
  uint32_t source; /* documents of one independent source share this number */
} truc_record_document;

/* One proposition. */
typedef struct truc_record {
  const char *id; /* stable: made from kind and core slots */
  uint8_t kind, modality, tier, confidence, precision;
  uint8_t derived;
  uint8_t disputed; /* another proposition contradicts it */
  uint8_t timeless; /* an office of which nobody says when: its statements do
                    ** not support each other, nsource is 1 */
  const char *date; /* ISO 8601, the finest that was stated; "" if none */
  const char *first, *last; /* publication dates of the earliest and latest
                            ** document that states it; of an OFFICE the days
                            ** on which it was first and last seen held; ""
                            ** if unknown */
  uint32_t nfact, ndoc;
  uint32_t nsource;    /* independent sources */
  const char *pattern; /* that read the fullest statement, "" if unknown */
  uint32_t doc;        /* document of the fullest statement: its arguments */
  uint32_t fact;       /* and its number there */
  uint32_t item, nitem;
  uint32_t speaker, nspeaker;   /* refs */
  uint32_t evidence, nevidence; /* the fullest statement first */
  uint32_t conflict, nconflict; /* ids of propositions that contradict it */
  uint32_t partial, npartial;   /* ids of those that share part of a list */
  const char *event, *mode, *context, *cameo; /* see truc_doc_codes; contexts
                                              ** joined by blanks; "" if none */
} truc_record;

typedef struct truc_records {
  uint32_t nrecord, nitem, nevidence, nspeaker, nconflict, npartial, ndocument;
  const truc_record *record;
  const truc_record_item *item;
  const truc_record_evidence *evidence;
  const truc_record_document *document;
  const char *const *speaker;
  const char *const *conflict;
  const char *const *partial;
  uint32_t total;     /* all there are, `limit` or not */
  uint32_t supported; /* of these by two independent sources or more */
  const char *next;   /* for truc_query.after; NULL when nothing follows */
} truc_records;

typedef enum truc_order {
  TRUC_ORDER_KEY,     /* by id: the same in every ledger with the same facts */
  TRUC_ORDER_SOURCES, /* most sources first, then latest */
  TRUC_ORDER_DATE     /* by date, undated last */
} truc_order;

typedef struct truc_query {
  size_t size;           /* sizeof(truc_query) */
  unsigned kinds;        /* 1u << TRUC_KIND_..., or-ed; 0: all */
  unsigned modalities;   /* 1u << TRUC_ACTUAL ..., or-ed; 0: all */
  const char *actor[2];  /* refs "gpe:JPN" "per:Tô Lâm", or NULL: any;
                        ** two: both must be concerned */
  const char *sector;    /* "sector:trade" or "trade", or NULL */
  const char *from, *to; /* ISO dates; NULL: open. Undated facts count by the
                        ** publication dates of what states them */
  const char *id;        /* one proposition, or NULL */
  const char *words;     /* see truc_ledger_find; or NULL */
  int strict;            /* what has no marks matches only what has none */
  int holders;           /* with two actors: also the OFFICEs of people whom
                        ** the pair's propositions name */
  int contradicted;      /* only what another proposition contradicts; then
                         ** no more than `limit` are counted */
  truc_order order;
  uint32_t limit;        /* 0: no limit */
  const char *after;     /* TRUC_ORDER_KEY only: truc_records.next of the page
                        ** before, or NULL */
  uint32_t max_evidence; /* sentences per proposition, 0: all */
  int brief; /* for a page: one sentence of each proposition, the rest of its
             ** evidence only names a document each, `len` 0; of arguments no
             ** places, of speakers and what it shares nothing, and who
             ** contradicts only if `contradicted` asks for that */
} truc_query;
#define TRUC_QUERY                                                           \
  {                                                                          \
    sizeof(truc_query), 0, 0, {NULL, NULL}, NULL, NULL, NULL, NULL, NULL, 0, \
        0, 0, TRUC_ORDER_SOURCES, 0, NULL, 0, 0                              \
  }

/* Propositions that a query asks for; `q` NULL asks for all.  None is no
** error: nrecord is 0. */
TRUC_API truc_rc truc_ledger_records(truc_ledger *l, const truc_query *q,
                                     truc_err *err, truc_records **out);
TRUC_API void truc_records_free(truc_records *r); /* NULL is fine */

/* WHAT CHANGED: propositions about one thing at different times, in order.
** What is said differently of one time stands side by side. */
typedef enum truc_change {
  TRUC_CHANGE_RANK,      /* a place among others over the years */
  TRUC_CHANGE_SUM,       /* a sum over the years */
  TRUC_CHANGE_RELATION,  /* ties, partnership, strategic, comprehensive */
  TRUC_CHANGE_PLAN,      /* cooperation wished, planned, agreed, in place */
  TRUC_CHANGE_AGREEMENT, /* an instrument negotiated, signed, in force */
  TRUC_CHANGE_OFFICE,    /* an office and its holders, first and last seen */
  TRUC_NCHANGE
} truc_change;
/* "rank"; "" if there is none. */
TRUC_API const char *truc_change_name(truc_change c);

typedef struct truc_step {
  uint32_t record;   /* index in records->record: the proposition */
  const char *value; /* "4", "30000000000 USD", "strategic_partnership",
                     ** "agreed", "sign", or a name */
  const char *time;  /* its date; else the day it was first reported; "" */
  uint8_t differs;   /* another step contradicts it */
  uint8_t modality;
  uint32_t sources;  /* independent ones; 0: at no known time */
} truc_step;
typedef struct truc_history {
  uint8_t change;       /* truc_change */
  uint32_t step, nstep; /* by time; what has none comes last */
  uint32_t sources;     /* of the best known step */
  const char *between;  /* refs by blanks: the countries of a sum of which
                        ** neither giver nor taker is said; "" */
} truc_history;
typedef struct truc_histories {
  uint32_t nhistory, nstep;
  const truc_history *history; /* by kind of change, the best known first */
  const truc_step *step;
  const truc_records *records; /* a sentence of evidence each */
} truc_histories;
/* Histories of what a query asks for; `q->limit` is of each kind of change (0:
** all).  Of a very large country the best known propositions are looked at.
** For a brief (`q->brief`) these are fewer, only the best known step of each
** history but that of an office has its record, which all its steps point to,
** and `differs` is not looked up. */
TRUC_API truc_rc truc_ledger_histories(truc_ledger *l, const truc_query *q,
                                       truc_err *err, truc_histories **out);
TRUC_API void truc_histories_free(truc_histories *h); /* NULL is fine */

/* Who or what does a reader mean?  "VNM", "gpe:VNM", "Nhật Bản", "nhat ban",
** "Tô Lâm", "asean", "sector:trade".  Best known first; up to `room` refs are
** written (they belong to the ledger until its next call), *n says how many.
** Only what the ledger has met is found. */
typedef struct truc_known {
  const char *ref, *name;
  uint8_t type; /* truc_entity_type */
  uint32_t mentions;
} truc_known;
TRUC_API truc_rc truc_ledger_lookup(truc_ledger *l, const char *words,
                                    truc_known *out, uint32_t room, uint32_t *n,
                                    truc_err *err);
/* People whose name holds the words, most often named first: "Biden" finds Joe
** Biden.  Every person of the ledger is looked at.  As truc_ledger_lookup. */
TRUC_API truc_rc truc_ledger_people(truc_ledger *l, const char *words,
                                    truc_known *out, uint32_t room, uint32_t *n,
                                    truc_err *err);
/* The full name of a person; of all else the commonest form ("gpe:JPN": "Nhật
** Bản"), of a country that no document names the lexicon's.  Belongs to the
** ledger until its next call of truc_ledger_lookup.  Never NULL. */
TRUC_API const char *truc_ledger_name(truc_ledger *l, const char *ref);

/* Fields of cooperation in the propositions that a query asks for: how often
** each is said in each modality. Most sources first; strings as truc_known. */
typedef struct truc_field {
  const char *ref;  /* "sector:trade" */
  const char *text; /* its shortest wording, "" if none */
  uint32_t n[7];    /* by truc_modality */
  uint32_t sources; /* summed up */
} truc_field;
TRUC_API truc_rc truc_ledger_fields(truc_ledger *l, const truc_query *q,
                                    truc_field *out, uint32_t room, uint32_t *n,
                                    truc_err *err);

/* Pairs of countries by number of propositions that concern both. */
typedef struct truc_pair {
  char a[24], b[24]; /* refs */
  uint32_t propositions;
} truc_pair;
TRUC_API truc_rc truc_ledger_pairs(truc_ledger *l, truc_pair *out,
                                   uint32_t room, uint32_t *n, truc_err *err);

/* The countries that propositions name together with one of them: `a` is it,
** `b` the other; most propositions first. */
TRUC_API truc_rc truc_ledger_partners(truc_ledger *l, const char *ref,
                                      truc_pair *out, uint32_t room,
                                      uint32_t *n, truc_err *err);

/* ----------------------------------------------------------------- search */

/* Sentences that hold the words of `q->words`.
**
** The language forgives: words stand for "all of these, in any order"; "..."
** is a phrase; -word or KHÔNG excludes; OR, HOẶC or | is an alternative; word*
** is a beginning; hợp_tác is the word, as the model cut it.  Anything else is
** text.  Sentences in which no word is cut come first.  `duong` finds đường,
** dương and đương; `đường` finds only đường; `hòa` and `hoà` are one.
** The other fields of the query keep the sentences that are evidence for a
** proposition they ask for.  Orders: TRUC_ORDER_SOURCES is by rank. */
typedef struct truc_found {
  uint32_t doc;         /* index in `document` */
  uint32_t off, len;    /* bytes of the document */
  const char *text;     /* the sentence, `len` bytes, then NUL */
  uint32_t mark, nmark; /* what matched: spans within `text`, bytes */
  uint32_t kinds;       /* kinds of fact it states, 1u << kind */
  double rank;          /* lower is better */
} truc_found;
typedef struct truc_finds {
  uint32_t nfound, nmark, ndocument;
  const truc_found *found;
  const truc_span *mark;
  const truc_record_document *document;
  uint64_t total; /* all there are, `limit` or not; unless */
  int more;       /* there are more: of what is very common the sentences added
                  ** last are ranked, and counting ends there */
} truc_finds;
TRUC_API truc_rc truc_ledger_find(truc_ledger *l, const truc_query *q,
                                  truc_err *err, truc_finds **out);
TRUC_API void truc_finds_free(truc_finds *f); /* NULL is fine */

/* ----------------------------------------------------------------- export */

typedef enum truc_export_format {
  TRUC_EXPORT_JSONL,   /* one proposition a line, evidence over all documents;
                       ** offsets in code points */
  TRUC_EXPORT_TSV,     /* one proposition a row, for a sheet */
  TRUC_EXPORT_CLUSTERS, /* propositions of two documents or more:
                       ** {"members":["DOC:f3",...]} */
  TRUC_EXPORT_PLOVER,  /* event data, a line of JSON each */
  TRUC_EXPORT_GDELT,   /* event data, the 61 columns of GDELT 2.0 */
  TRUC_EXPORT_GRAPHML, /* who is linked with whom */
  TRUC_EXPORT_ICS,     /* iCalendar: visits, milestones, agreements by day */
  TRUC_EXPORT_FTM,     /* entities of FollowTheMoney, a line of JSON each */
  TRUC_EXPORT_MD,      /* Markdown, to read */
  TRUC_EXPORT_BRAT,    /* standoff annotation of brat: an archive of tar */
  TRUC_EXPORT_CONLLU,  /* CoNLL-U: documents word by word, roles in MISC */
  TRUC_NEXPORT
} truc_export_format;
/* "jsonl"; "" if there is no such format. */
TRUC_API const char *truc_export_name(truc_export_format f);
/* What has no place in it, for people: "no code, no actor"; "" if all has. */
TRUC_API const char *truc_export_lacks(truc_export_format f);
/* Receives pieces of the output in order; any other value than 0 ends the
** export with TRUC_EIO. */
typedef int truc_write_fn(void *ctx, const char *bytes, size_t n);
/* Written in the order of TRUC_ORDER_KEY: same facts, same bytes.  The query's
** own order and limit say which of them.
** *nrecord propositions were written; *nleft have no place in the format.
** Both may be NULL. */
TRUC_API truc_rc truc_ledger_export(truc_ledger *l, const truc_query *q,
                                    truc_export_format format,
                                    truc_write_fn *write, void *ctx,
                                    uint64_t *nrecord, uint64_t *nleft,
                                    truc_err *err);

#ifdef __cplusplus
}
#endif
#endif /* TRUC_LEDGER_H */

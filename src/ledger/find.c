/* SPDX-License-Identifier: Apache-2.0 */
/* find.c - sentences that hold words. */
#include <stdio.h>
#include <stdlib.h>

#include "ledger/search.h"

/* A sentence that matches, before it is known whether it will be shown. */
typedef struct hit {
  int64_t sentence, document, day; /* day TRUC__NO_INT: unknown */
  uint32_t off, len;
  double rank;
} hit;

typedef struct finding {
  truc_ledger *l;
  const truc_query *q;
  truc__search *search; /* NULL: no words asked for */
  truc__spans marks;
  VEC(hit) hit;
  bool named;            /* the actors must be named in the sentence */
  sqlite3_stmt *stated;  /* it must be evidence for what is asked; or NULL */
  int64_t from, to;      /* published, where no facts are asked for */
  uint64_t looked, most; /* sentences looked at; hits that are enough */
  bool more;             /* it was enough before the end */
} finding;

/* Of common words so many hits are ranked, the latest added; and so many
** sentences are looked at for one hit.  Of one who is often named so many are
** counted. */
enum { ENOUGH = 2000, LOOKED = 10, COUNTED = 400 };

typedef struct finds {
  truc_finds pub;
  truc__arena arena;
  VEC(truc_found) found;
  VEC(truc_span) mark;
  truc__documents documents;
} finds;

/* ------------------------------------------------------------- candidates */

#define COLUMNS "s.id, s.document, s.start, s.kind, d.day, s.text, s.joins "

static bool in_statement(const finding *f, const hit *h) {
  sqlite3_stmt *s = f->stated;
  sqlite3_reset(s);
  sqlite3_bind_int64(s, sqlite3_bind_parameter_count(s), h->sentence);
  return sqlite3_step(s) == SQLITE_ROW;
}

static bool has_mentions(const finding *f, const hit *h) {
  for (int i = 0; i < 2; i++)
    if (f->q->actor[i] &&
        !truc__ask_int(f->l, 0,
                       "SELECT 1 FROM mention m JOIN entity n "
                       "ON n.id = m.entity WHERE m.sentence = ? "
                       "AND n.ref = ? LIMIT 1",
                       "is", h->sentence, f->q->actor[i]))
      return false;
  return true;
}

/* All that is asked for but the words. */
static bool passes(const finding *f, const hit *h) {
  if ((f->from != -TRUC__FAR || f->to != TRUC__FAR) &&
      (h->day == TRUC__NO_INT || h->day < f->from || h->day > f->to))
    return false;
  if (f->named && !has_mentions(f, h)) return false;
  return !f->stated || in_statement(f, h);
}

static void consider(finding *f, sqlite3_stmt *s) {
  hit h = {.sentence = sqlite3_column_int64(s, 0),
           .document = sqlite3_column_int64(s, 1),
           .off = (uint32_t)sqlite3_column_int64(s, 2),
           .day = sqlite3_column_type(s, 4) == SQLITE_NULL
                      ? TRUC__NO_INT
                      : sqlite3_column_int64(s, 4)};
  f->looked++;
  if (!passes(f, &h)) return;
  const char *kind = truc__text(s, 3);
  const char *p = sqlite3_column_blob(s, 5);
  h.len = (uint32_t)sqlite3_column_bytes(s, 5);
  if (!p) return;
  truc__joins joins = truc__joins_column(s, 6);
  if (f->search && !truc__search_match(f->l, f->search, p, h.len, &joins,
                                       &f->marks, &h.rank))
    return;
  if (!strcmp(kind, "title")) h.rank -= 0.3;
  if (!strcmp(kind, "credit") || !strcmp(kind, "byline")) h.rank += 1;
  if (!VEC_PUSH(f->hit, h)) truc__set_fail(f->l, TRUC_ENOMEM, "out of memory");
}

static bool enough(const finding *f) {
  return f->most && (f->hit.n >= f->most || f->looked >= LOOKED * f->most);
}

static void consider_all(finding *f, sqlite3_stmt *s) {
  while (truc__next(f->l, s)) {
    if (enough(f)) {
      f->more = true;
      truc__end(s);
      return;
    }
    consider(f, s);
  }
}

static void search_index(finding *f) {
  const char *expression = truc__search_expression(f->search);
  if (!expression) return;
  consider_all(
      f, truc__ask(f->l,
                   "SELECT " COLUMNS "FROM waiting w CROSS JOIN document d "
                   "ON d.id = w.document CROSS JOIN sentence s "
                   "ON s.id BETWEEN d.first AND d.last",
                   ""));
  f->looked = 0;
  consider_all(
      f, truc__ask(f->l,
                   "SELECT " COLUMNS "FROM search x CROSS JOIN sentence s "
                   "ON s.id = x.rowid "
                   "CROSS JOIN document d ON d.id = s.document "
                   "WHERE search MATCH ? ORDER BY x.rowid DESC",
                   "s", expression));
}

/* Sentences that state what the query asks for. */
static void from_facts(finding *f, const truc__filter *filter) {
  sqlite3_stmt *s = truc__filter_ask(
      f->l, filter,
      "SELECT " COLUMNS
      "FROM sentence s JOIN document d "
      "ON d.id = s.document WHERE s.id IN (SELECT e.sentence "
      "FROM proposition p CROSS JOIN claim k ON k.proposition = p.id "
      "CROSS JOIN fact f ON f.claim = k.id "
      "CROSS JOIN evidence e ON e.fact = f.id WHERE ",
      ")");
  f->most = 0;
  consider_all(f, s);
  sqlite3_finalize(s);
}

/* Sentences that name someone, if that is all that is asked for. */
static bool only_actor(const truc_query *q) {
  return q->actor[0] && !q->kinds && !q->modalities && !q->sector && !q->id;
}

/* The documents that name both, by date. */
typedef struct dated {
  int64_t document, day;
} dated;

static int earlier(const void *a, const void *b) {
  const dated *x = a, *y = b;
  if (x->day != y->day) {
    if (x->day == TRUC__NO_INT) return 1;
    if (y->day == TRUC__NO_INT) return -1;
    return x->day < y->day ? -1 : 1;
  }
  return (x->document > y->document) - (x->document < y->document);
}

static void in_document(finding *f, int64_t document, int64_t a, int64_t b) {
  consider_all(f,
               truc__ask(f->l,
                         "SELECT DISTINCT " COLUMNS "FROM document d "
                         "CROSS JOIN mention m ON m.sentence BETWEEN d.first "
                         "AND d.last AND m.entity = ?2 "
                         "CROSS JOIN sentence s ON s.id = m.sentence "
                         "WHERE d.id = ?1 AND (?3 = ?2 OR EXISTS (SELECT 1 "
                         "FROM mention n WHERE n.sentence = s.id "
                         "AND n.entity = ?3))",
                         "iii", document, a, b));
}

static void from_mentions(finding *f) {
  VEC(dated) found = {0};
  truc_ledger *l = f->l;
  int64_t e[2];
  for (int i = 0; i < 2; i++) {
    const char *ref = f->q->actor[i] ? f->q->actor[i] : f->q->actor[0];
    e[i] = truc__ask_int(l, 0, "SELECT id FROM entity WHERE ref = ?", "s", ref);
  }
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT d.id, d.day FROM appearance p CROSS JOIN document d "
      "ON d.id = p.document WHERE p.entity = ?1 AND (?2 = ?1 OR EXISTS "
      "(SELECT 1 FROM appearance q WHERE q.entity = ?2 "
      "AND q.document = p.document)) "
      "UNION ALL SELECT d.id, d.day FROM waiting w CROSS JOIN document d "
      "ON d.id = w.document",
      "ii", e[0], e[1]);
  while (truc__next(l, s)) {
    dated x = {sqlite3_column_int64(s, 0), TRUC__NO_INT};
    if (sqlite3_column_type(s, 1) != SQLITE_NULL)
      x.day = sqlite3_column_int64(s, 1);
    if (!VEC_PUSH(found, x)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
  if (found.n) qsort(found.v, found.n, sizeof *found.v, earlier);
  f->most = !f->q->limit ? 0 : f->q->limit > COUNTED ? f->q->limit : COUNTED;
  for (uint32_t i = 0; i < found.n && !f->more && !truc__failed(l); i++)
    in_document(f, found.v[i].document, e[0], e[1]);
  VEC_FREE(found);
}

/* Do so few propositions concern them that all their sentences are looked at
** sooner than the index? */
static bool few_facts(finding *f, const truc__filter *filter) {
  if (!filter->facts || !(f->q->actor[0] || f->q->sector || f->q->id))
    return false;
  if (f->q->id) return true;
  return truc__ask_int(f->l, 0, "SELECT count(*) FROM temp.scope", "") < ENOUGH;
}

/* ---------------------------------------------------------------- results */

/* By rank, the latest first; or by date, undated last. */
static int by_rank(const void *a, const void *b) {
  const hit *x = a, *y = b;
  if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
  if (x->day != y->day) return x->day > y->day ? -1 : 1;
  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static int by_day(const void *a, const void *b) {
  const hit *x = a, *y = b;
  if (x->day != y->day) {
    if (x->day == TRUC__NO_INT) return 1;
    if (y->day == TRUC__NO_INT) return -1;
    return x->day < y->day ? -1 : 1;
  }
  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static uint32_t kinds_of(truc_ledger *l, int64_t sentence) {
  uint32_t set = 0;
  sqlite3_stmt *s = truc__ask(
      l, "SELECT DISTINCT f.kind_no FROM " TRUC__STATING "WHERE g.id = ?", "i",
      sentence);
  while (truc__next(l, s)) set |= 1u << truc__kind_column(s, 0);
  return set & ((1u << TRUC_NKINDS) - 1);
}

static void show_hit(finding *f, finds *r, const hit *h) {
  double rank;
  truc_found x = {.off = h->off,
                  .len = h->len,
                  .mark = r->mark.n,
                  .kinds = kinds_of(f->l, h->sentence),
                  .rank = h->rank};
  sqlite3_stmt *s = truc__ask(
      f->l, "SELECT text, joins FROM sentence WHERE id = ?", "i", h->sentence);
  if (!truc__next(f->l, s)) return;
  x.text = truc__keep(f->l, &r->arena, sqlite3_column_blob(s, 0), h->len);
  truc__joins joins = truc__joins_column(s, 1);
  f->marks.n = 0;
  if (f->search && x.text)
    truc__search_match(f->l, f->search, x.text, h->len, &joins, &f->marks,
                       &rank);
  truc__end(s);
  x.nmark = f->marks.n;
  x.doc = truc__documents_add(f->l, &r->documents, &r->arena, h->document);
  bool ok = VEC_PUSH(r->found, x);
  for (uint32_t i = 0; ok && i < f->marks.n; i++)
    ok = VEC_PUSH(r->mark, f->marks.v[i]);
  if (!ok) truc__set_fail(f->l, TRUC_ENOMEM, "out of memory");
}

static void from_words(finding *f, const truc__filter *filter) {
  if (few_facts(f, filter)) {
    from_facts(f, filter);
    return;
  }
  f->most = !f->q->limit ? 0 : f->q->limit > ENOUGH ? f->q->limit : ENOUGH;
  if (filter->facts)
    f->stated =
        truc__filter_ask(f->l, filter,
                         "SELECT 1 FROM " TRUC__STATING
                         "CROSS JOIN claim k ON k.id = f.claim "
                         "CROSS JOIN proposition p ON p.kind_no = f.kind_no "
                         "AND p.id = k.proposition WHERE ",
                         " AND g.id = ? LIMIT 1");
  search_index(f);
  sqlite3_finalize(f->stated);
  f->stated = NULL;
}

static void gather(finding *f) {
  truc__filter filter;
  truc_query q = *f->q;
  bool mentions = only_actor(&q);
  if (mentions) q.actor[0] = q.actor[1] = NULL;
  truc__filter_make(f->l, &q, &filter);
  if (q.words) f->search = truc__search_parse(f->l, q.words, q.strict);
  f->named = mentions && f->search;
  if (!filter.facts && q.from) f->from = truc__when_parse(q.from).lo;
  if (!filter.facts && q.to) f->to = truc__when_parse(q.to).hi;
  if (truc__failed(f->l)) {
    /* nothing more */
  } else if (f->search) {
    from_words(f, &filter);
  } else if (mentions) {
    from_mentions(f);
  } else {
    from_facts(f, &filter);
  }
  truc__filter_release(&filter);
}

static void order(finding *f) {
  if (f->hit.n)
    qsort(f->hit.v, f->hit.n, sizeof *f->hit.v,
          f->search && f->q->order != TRUC_ORDER_DATE ? by_rank : by_day);
}

static void release(finding *f) {
  truc__search_free(f->search);
  VEC_FREE(f->marks);
  VEC_FREE(f->hit);
}

truc_rc truc_ledger_find(truc_ledger *l, const truc_query *q, truc_err *err,
                         truc_finds **out) {
  truc__begin_call(l);
  finding f = {.l = l, .q = q, .from = -TRUC__FAR, .to = TRUC__FAR};
  *out = NULL;
  if (!q || q->size != sizeof *q)
    return truc__fail(err, TRUC_EARG, 0, 0, "query of another version");
  finds *r = truc__realloc(NULL, sizeof *r);
  if (!r) return truc__fail(err, TRUC_ENOMEM, 0, 0, "out of memory");
  memset(r, 0, sizeof *r);
  truc__settle(l);
  bool held = truc__hold_still(l);
  gather(&f);
  order(&f);
  for (uint32_t i = 0; i < f.hit.n && !truc__failed(l); i++)
    if (!q->limit || i < q->limit) show_hit(&f, r, &f.hit.v[i]);
  r->pub =
      (truc_finds){r->found.n, r->mark.n,        r->documents.v.n, r->found.v,
                   r->mark.v,  r->documents.v.v, f.hit.n,          f.more};
  release(&f);
  truc__let_go(l, held);
  if (truc__failed(l)) {
    truc_finds_free(&r->pub);
    return truc__end_call(l, err);
  }
  *out = &r->pub;
  return TRUC_OK;
}

void truc_finds_free(truc_finds *pub) {
  finds *r = (finds *)pub;
  if (!r) return;
  truc__arena_release(&r->arena);
  VEC_FREE(r->found);
  VEC_FREE(r->mark);
  VEC_FREE(r->documents.v);
  truc__memo_release(&r->documents.at);
  truc__free(r);
}

void truc__pick_sentences(truc_ledger *l, const char *words, bool strict) {
  truc_query q = TRUC_QUERY;
  finding f = {.l = l, .q = &q, .from = -TRUC__FAR, .to = TRUC__FAR};
  truc__script(l,
               "CREATE TEMP TABLE IF NOT EXISTS picked("
               "id INTEGER PRIMARY KEY); DELETE FROM picked;");
  if (!truc__failed(l)) f.search = truc__search_parse(l, words, strict);
  if (!truc__failed(l)) search_index(&f);
  for (uint32_t i = 0; i < f.hit.n; i++)
    truc__exec(l, "INSERT OR IGNORE INTO picked VALUES(?)", "i",
               f.hit.v[i].sentence);
  release(&f);
}

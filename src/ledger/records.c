/* SPDX-License-Identifier: Apache-2.0 */
/* records.c - propositions, read back whole. */
#include <stdlib.h>

#include "ledger/ledger.h"

typedef struct records {
  truc_records pub;
  truc__arena arena;
  VEC(truc_record) record;
  VEC(truc_record_item) item;
  VEC(truc_record_evidence) evidence;
  VEC(const char *) speaker, conflict, partial;
  truc__documents documents;
} records;

/* A fact that states the proposition at hand. */
typedef struct stated {
  int64_t fact, document, n, weight, day, hash; /* day: unknown is the last */
} stated;

/* An item of a list, of one of those that speak of a topic. */
typedef struct mate {
  int64_t id, hash, item;
} mate;
typedef struct topic {
  uint32_t first, n; /* in `mate`, by name */
} topic;

typedef struct reader {
  truc_ledger *l;
  records *r;
  uint32_t max_evidence;
  bool brief, contradicted; /* as the query says */
  bool settled;             /* proposition.disputed can be relied on */
  truc__place place;
  VEC(stated) stated;
  VEC(const char *) ref; /* of entities met, and */
  truc__memo ref_at;     /* where, by row */
  VEC(mate) mate;
  VEC(topic) topic;
  truc__memo topic_at; /* by its number */
} reader;

static const char *kept_column(reader *x, sqlite3_stmt *s, int i) {
  const char *p = truc__text(s, i);
  char *kept = truc__keep(x->l, &x->r->arena, p, strlen(p));
  return kept ? kept : "";
}

static const char *column_or_null(reader *x, sqlite3_stmt *s, int i) {
  return sqlite3_column_type(s, i) == SQLITE_NULL ? NULL : kept_column(x, s, i);
}

static void no_memory(reader *x) {
  truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
}

/* ------------------------------------------------------------------ facts */

/* A proposition with more facts is read in part; of the slots that the fullest
** leaves open a few others tell. For a brief less is read, of what comes first
** to hand. */
enum { MANY = 12, FULLEST = 4, AT_HAND = 6 };

/* A brief puts in order only the documents that it names, see
** read_documents. */
static void read_day(reader *x, stated *f) {
  sqlite3_stmt *s = truc__ask(
      x->l, "SELECT day, hash FROM document WHERE id = ?", "i", f->document);
  if (!truc__next(x->l, s)) return;
  if (sqlite3_column_type(s, 0) != SQLITE_NULL)
    f->day = sqlite3_column_int64(s, 0);
  f->hash = sqlite3_column_int64(s, 1);
  truc__end(s);
}

static void read_facts(reader *x, int64_t id) {
  sqlite3_stmt *s =
      truc__ask(x->l,
                "SELECT f.id, f.document, f.n, f.weight FROM claim c "
                "CROSS JOIN fact f ON f.claim = c.id WHERE c.proposition = ? "
                "LIMIT ?",
                "ii", id, x->brief ? (int64_t)AT_HAND : INT64_MAX);
  x->stated.n = 0;
  while (truc__next(x->l, s)) {
    stated f = {.fact = sqlite3_column_int64(s, 0),
                .document = sqlite3_column_int64(s, 1),
                .n = sqlite3_column_int64(s, 2),
                .weight = sqlite3_column_int64(s, 3),
                .day = INT64_MAX};
    if (!x->brief) read_day(x, &f);
    if (!VEC_PUSH(x->stated, f)) no_memory(x);
  }
}

static int by_number(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int by_text(const stated *a, const stated *b) {
  int d = by_number(a->hash, b->hash);
  if (!d) d = by_number(a->document, b->document); /* of a brief */
  return d ? d : by_number(a->n, b->n);
}

static int by_fullness(const void *a, const void *b) {
  const stated *x = a, *y = b;
  int d = by_number(y->weight, x->weight);
  return d ? d : by_text(x, y);
}

static int by_day(const void *a, const void *b) {
  const stated *x = a, *y = b;
  int d = by_number(x->day, y->day);
  return d ? d : by_text(x, y);
}

static void sort_facts(reader *x, int (*order)(const void *, const void *)) {
  if (x->stated.n) qsort(x->stated.v, x->stated.n, sizeof *x->stated.v, order);
}

/* ------------------------------------------------------------------ items */

/* The ref of an entity, NULL if the column is. */
static const char *ref_of(reader *x, sqlite3_stmt *s, int column) {
  int64_t at;
  if (sqlite3_column_type(s, column) == SQLITE_NULL) return NULL;
  int64_t entity = sqlite3_column_int64(s, column);
  if (truc__memo_get(&x->ref_at, (uint64_t)entity, &at)) return x->ref.v[at];
  const char *ref = "";
  sqlite3_stmt *e =
      truc__ask(x->l, "SELECT ref FROM entity WHERE id = ?", "i", entity);
  if (truc__next(x->l, e)) {
    ref = kept_column(x, e, 0);
    truc__end(e);
  }
  truc__memo_put(&x->ref_at, (uint64_t)entity, x->ref.n);
  if (!VEC_PUSH(x->ref, ref)) no_memory(x);
  return ref;
}

/* Columns: slot, entity, country, code, number, other, start, end, text,
** implicit. */
static void add_item(reader *x, sqlite3_stmt *s, int64_t document) {
  truc_record_item i = {.slot = kept_column(x, s, 0),
                        .ref = ref_of(x, s, 1),
                        .country = ref_of(x, s, 2),
                        .code = column_or_null(x, s, 3),
                        .number = column_or_null(x, s, 4),
                        .text = column_or_null(x, s, 8),
                        .implicit = (uint8_t)sqlite3_column_int(s, 9)};
  if (sqlite3_column_type(s, 5) != SQLITE_NULL) {
    char *f = truc__arena_get(&x->r->arena, 24);
    if (!f) no_memory(x);
    if (f) sqlite3_snprintf(24, f, "f%lld", sqlite3_column_int64(s, 5));
    i.fact = f;
  }
  if (i.ref) {
    const char *colon = strchr(i.ref, ':');
    i.name = colon ? colon + 1 : i.ref;
  }
  if (sqlite3_column_type(s, 6) != SQLITE_NULL && !x->brief) {
    i.off = (uint32_t)sqlite3_column_int64(s, 6);
    i.len = (uint32_t)sqlite3_column_int64(s, 7) - i.off;
    truc__points_of(x->l, &x->place, document, i.off, i.len, &i.cp, &i.cplen);
    const char *words =
        i.text ? NULL : truc__place_text(&x->place, document, i.off, i.len);
    if (words) i.text = truc__keep(x->l, &x->r->arena, words, i.len);
  }
  i.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena, document);
  if (!VEC_PUSH(x->r->item, i)) no_memory(x);
}

/* Has a fuller statement filled this slot? */
static bool slot_taken(const reader *x, uint32_t from, uint32_t to,
                       const char *slot) {
  for (uint32_t i = from; i < to; i++)
    if (!strcmp(x->r->item.v[i].slot, slot)) return true;
  return false;
}

static void add_items(reader *x, uint32_t from, int64_t fact,
                      int64_t document) {
  uint32_t upto = x->r->item.n;
  sqlite3_stmt *s = truc__ask(
      x->l,
      "SELECT slot, entity, country, code, number, other, start, end, text, "
      "implicit FROM argument WHERE fact = ? ORDER BY n",
      "i", fact);
  while (truc__next(x->l, s))
    if (!slot_taken(x, from, upto, truc__text(s, 0))) add_item(x, s, document);
}

/* The arguments of the fullest statement, then the slots that only others
** fill. */
static void read_items(reader *x, truc_record *p, int64_t best,
                       int64_t document) {
  uint32_t from = p->item = x->r->item.n;
  add_items(x, from, best, document);
  uint32_t most = x->brief ? FULLEST / 2 : FULLEST;
  sort_facts(x, by_fullness);
  for (uint32_t i = 0; i < x->stated.n && i < most; i++)
    if (x->stated.v[i].fact != best)
      add_items(x, from, x->stated.v[i].fact, x->stated.v[i].document);
  p->nitem = x->r->item.n - from;
}

/* --------------------------------------------------------------- evidence */

/* Two facts of one text may point to one sentence: it is shown once. */
static bool shown(const reader *x, const truc_record *p, uint32_t doc,
                  uint32_t off) {
  for (uint32_t i = p->evidence; i < x->r->evidence.n; i++)
    if (x->r->evidence.v[i].doc == doc && x->r->evidence.v[i].off == off)
      return true;
  return false;
}

#define EVIDENCE "SELECT f.document, f.n, s.start, s.char, s.text "
#define SENTENCES                           \
  "CROSS JOIN evidence e ON e.fact = f.id " \
  "CROSS JOIN sentence s ON s.id = e.sentence "

static bool enough(const reader *x, const truc_record *p) {
  return x->max_evidence && p->nevidence >= x->max_evidence;
}

static void put_evidence(reader *x, truc_record *p, truc_record_evidence *e) {
  if (!VEC_PUSH(x->r->evidence, *e)) no_memory(x);
  p->nevidence = x->r->evidence.n - p->evidence;
}

/* A row of EVIDENCE. */
static void add_sentence(reader *x, truc_record *p, sqlite3_stmt *s) {
  const char *text = sqlite3_column_blob(s, 4);
  truc_record_evidence e = {.fact = (uint32_t)sqlite3_column_int64(s, 1),
                            .off = (uint32_t)sqlite3_column_int64(s, 2),
                            .cp = (uint32_t)sqlite3_column_int64(s, 3),
                            .len = (uint32_t)sqlite3_column_bytes(s, 4)};
  e.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena,
                              sqlite3_column_int64(s, 0));
  if (!text || shown(x, p, e.doc, e.off)) return;
  e.cplen = truc__points(text, e.len);
  e.text = truc__keep(x->l, &x->r->arena, text, e.len);
  put_evidence(x, p, &e);
}

static void add_sentences(reader *x, truc_record *p, sqlite3_stmt *s) {
  while (truc__next(x->l, s)) {
    add_sentence(x, p, s);
    if (!enough(x, p) && !(x->brief && p->nevidence)) continue;
    truc__end(s);
    return;
  }
}

static void evidence_of(reader *x, truc_record *p, int64_t fact) {
  add_sentences(
      x, p,
      truc__ask(x->l,
                EVIDENCE "FROM fact f " SENTENCES "WHERE f.id = ? ORDER BY e.n",
                "i", fact));
}

/* Of many statements those that come first to hand. */
static void evidence_at_hand(reader *x, truc_record *p, int64_t id) {
  add_sentences(
      x, p,
      truc__ask(x->l,
                EVIDENCE
                "FROM claim c CROSS JOIN fact f ON f.claim = c.id " SENTENCES
                "WHERE c.proposition = ?",
                "i", id));
}

/* What has no date comes last. */
static bool later(const reader *x, const truc_record_evidence *a,
                  const truc_record_evidence *b) {
  const truc_record_document *d = x->r->documents.v.v;
  const char *one = d[a->doc].date, *other = d[b->doc].date;
  if (!*one || !*other) return !*one && *other;
  return strcmp(one, other) > 0;
}

/* Another document that states it, without its sentence. */
static void add_document(reader *x, truc_record *p, int64_t document,
                         int64_t n) {
  truc_record_evidence e = {.fact = (uint32_t)n, .text = ""};
  e.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena, document);
  for (uint32_t i = p->evidence; i < x->r->evidence.n; i++)
    if (x->r->evidence.v[i].doc == e.doc) return;
  put_evidence(x, p, &e);
}

/* Those that are at hand, by date. */
static void read_documents(reader *x, truc_record *p) {
  for (uint32_t i = 0; i < x->stated.n && !enough(x, p); i++)
    add_document(x, p, x->stated.v[i].document, x->stated.v[i].n);
  truc_record_evidence *v = x->r->evidence.v + p->evidence;
  for (uint32_t i = 2; i < p->nevidence; i++) { /* the first is the fullest */
    truc_record_evidence e = v[i];
    uint32_t k = i;
    for (; k > 1 && later(x, &v[k - 1], &e); k--) v[k] = v[k - 1];
    v[k] = e;
  }
}

/* The fullest statement first, then in the order of publication; of many, where
** a few are asked for, those that come first to hand. */
static void read_evidence(reader *x, truc_record *p, int64_t id, int64_t best) {
  p->evidence = x->r->evidence.n;
  evidence_of(x, p, best);
  if (enough(x, p) || p->nfact == 1) return;
  if (x->brief) {
    read_documents(x, p);
    return;
  }
  if (x->max_evidence && p->nfact > MANY) {
    evidence_at_hand(x, p, id);
    return;
  }
  if (p->nfact > MANY) read_facts(x, id);
  sort_facts(x, by_day);
  for (uint32_t i = 0; i < x->stated.n && !enough(x, p); i++)
    if (x->stated.v[i].fact != best) evidence_of(x, p, x->stated.v[i].fact);
}

/* ------------------------------------------------------------------ lists */

static void read_speakers(reader *x, truc_record *p, int64_t best) {
  p->speaker = x->r->speaker.n;
  sqlite3_stmt *s = truc__ask(x->l,
                              "SELECT e.ref FROM speaker s JOIN entity e "
                              "ON e.id = s.entity WHERE s.fact = ? "
                              "ORDER BY s.n",
                              "i", best);
  while (truc__next(x->l, s))
    if (!VEC_PUSH(x->r->speaker, kept_column(x, s, 0))) no_memory(x);
  p->nspeaker = x->r->speaker.n - p->speaker;
}

/* What contradicts it. */
static void read_conflicts(reader *x, truc_record *p, int64_t id) {
  sqlite3_stmt *s = truc__ask(x->l,
                              "SELECT DISTINCT other FROM conflict "
                              "WHERE a = ? ORDER BY other",
                              "i", id);
  while (truc__next(x->l, s))
    if (!VEC_PUSH(x->r->conflict, kept_column(x, s, 0))) no_memory(x);
  p->nconflict = x->r->conflict.n - p->conflict;
}

static int by_name(const void *a, const void *b) {
  const mate *x = a, *y = b;
  return (x->hash > y->hash) - (x->hash < y->hash);
}

/* The lists of one topic: whose, and what is in them; a row for each item. */
static topic read_topic(reader *x, int64_t id) {
  topic t = {x->mate.n, 0};
  sqlite3_stmt *s = truc__ask(
      x->l,
      "SELECT b.id, b.hash, y.entity FROM proposition b CROSS JOIN argument y "
      "ON y.fact = b.fact WHERE b.topic = ? AND b.value IS NULL "
      "AND y.slot IN ('sectors', 'forums') AND y.entity IS NOT NULL",
      "i", id);
  while (truc__next(x->l, s)) {
    mate m = {sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1),
              sqlite3_column_int64(s, 2)};
    if (!VEC_PUSH(x->mate, m)) no_memory(x);
  }
  t.n = x->mate.n - t.first;
  if (t.n) qsort(x->mate.v + t.first, t.n, sizeof *x->mate.v, by_name);
  return t;
}

/* Topics are read once: those of a page are few. */
static topic topic_of(reader *x, int64_t id) {
  int64_t at;
  uint64_t key = (uint64_t)id;
  if (truc__memo_get(&x->topic_at, key, &at)) return x->topic.v[at];
  topic t = read_topic(x, id);
  if (VEC_PUSH(x->topic, t))
    truc__memo_put(&x->topic_at, key, x->topic.n - 1);
  else
    no_memory(x);
  return t;
}

/* What is in its own list. */
static uint32_t own_items(const reader *x, topic t, int64_t id, int64_t *own,
                          uint32_t room) {
  uint32_t n = 0;
  for (uint32_t i = t.first; i < t.first + t.n && n < room; i++)
    if (x->mate.v[i].id == id) own[n++] = x->mate.v[i].item;
  return n;
}

static bool among(const int64_t *v, uint32_t n, int64_t item) {
  for (uint32_t i = 0; i < n; i++)
    if (v[i] == item) return true;
  return false;
}

static void add_partial(reader *x, truc_record *p, int64_t hash) {
  char *key = truc__arena_get(&x->r->arena, 40);
  if (key)
    sqlite3_snprintf(40, key, "%s-%016llx", truc_kind_name((truc_kind)p->kind),
                     hash);
  if (!key || !VEC_PUSH(x->r->partial, key)) no_memory(x);
  p->npartial = x->r->partial.n - p->partial;
}

/* What shares part of its list, the first fifty by name: the view `partial`,
** put for speed. */
static void read_partial(reader *x, truc_record *p, int64_t id, int64_t about) {
  enum { MOST = 50, ITEMS = 64 };
  topic t = topic_of(x, about);
  int64_t last = 0, own[ITEMS];
  uint32_t nown = own_items(x, t, id, own, ITEMS);
  for (uint32_t i = t.first; i < t.first + t.n && p->npartial < MOST; i++) {
    const mate *m = &x->mate.v[i];
    if (m->id == id || m->id == last || !among(own, nown, m->item)) continue;
    last = m->id;
    add_partial(x, p, m->hash);
  }
}

/* ------------------------------------------------------------ proposition */

static const char *day_text(reader *x, sqlite3_stmt *s, int i) {
  char *out = truc__arena_get(&x->r->arena, 16);
  if (!out) no_memory(x);
  if (!out || sqlite3_column_type(s, i) == SQLITE_NULL) return "";
  truc__day_iso((int32_t)sqlite3_column_int64(s, i), out);
  return out;
}

static uint8_t precision_named(const char *s) {
  return !strcmp(s, "day")     ? TRUC_PREC_DAY
         : !strcmp(s, "month") ? TRUC_PREC_MONTH
         : !strcmp(s, "year")  ? TRUC_PREC_YEAR
                               : TRUC_PREC_NONE;
}

static void read_one(reader *x, int64_t id) {
  sqlite3_stmt *s = truc__ask(
      x->l,
      "SELECT p.key, p.kind_no, p.modality_no, p.date, p.precision, "
      "p.first_day, "
      "p.last_day, p.facts, p.documents, p.sources, p.fact, f.document, f.n, "
      "f.confidence, f.derived, g.pattern, p.topic, "
      "p.value IS NOT NULL, g.event, g.mode, g.context, g.cameo, "
      "p.disputed FROM proposition p "
      "JOIN fact f ON f.id = p.fact LEFT JOIN reading g ON g.id = f.reading "
      "WHERE p.id = ?",
      "i", id);
  if (!truc__next(x->l, s)) return;
  truc_kind kind = truc__kind_column(s, 1);
  int64_t best = sqlite3_column_int64(s, 10);
  int64_t document = sqlite3_column_int64(s, 11);
  truc_record p = {.id = kept_column(x, s, 0),
                   .kind = (uint8_t)(kind == TRUC_NKINDS ? 0 : kind),
                   .modality = (uint8_t)(sqlite3_column_int(s, 2) & 7),
                   .date = kept_column(x, s, 3),
                   .precision = precision_named(truc__text(s, 4)),
                   .first = day_text(x, s, 5),
                   .last = day_text(x, s, 6),
                   .nfact = (uint32_t)sqlite3_column_int64(s, 7),
                   .ndoc = (uint32_t)sqlite3_column_int64(s, 8),
                   .nsource = (uint32_t)sqlite3_column_int64(s, 9),
                   .fact = (uint32_t)sqlite3_column_int64(s, 12),
                   .confidence = (uint8_t)sqlite3_column_int(s, 13),
                   .derived = (uint8_t)sqlite3_column_int(s, 14),
                   .pattern = kept_column(x, s, 15),
                   .event = kept_column(x, s, 18),
                   .mode = kept_column(x, s, 19),
                   .context = kept_column(x, s, 20),
                   .cameo = kept_column(x, s, 21)};
  p.timeless = !p.nsource;
  if (p.timeless) p.nsource = 1;
  p.tier = p.kind == TRUC_KIND_STATUS || p.kind == TRUC_KIND_IMPACT ? 2 : 1;
  bool related = sqlite3_column_type(s, 16) != SQLITE_NULL;
  int64_t about = sqlite3_column_int64(s, 16);
  bool value = sqlite3_column_int(s, 17);
  bool disputed = sqlite3_column_int(s, 22) || !x->settled;
  truc__end(s);
  p.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena, document);
  x->stated.n = 0;
  if (p.nfact > 1 && (x->brief || p.nfact <= MANY)) read_facts(x, id);
  read_items(x, &p, best, document);
  if (!x->brief) read_speakers(x, &p, best);
  read_evidence(x, &p, id, best);
  p.conflict = x->r->conflict.n;
  p.partial = x->r->partial.n;
  p.disputed = related && value && disputed;
  if (p.disputed && (!x->brief || x->contradicted || !x->settled)) {
    read_conflicts(x, &p, id);
    p.disputed = p.nconflict > 0;
  }
  if (related && !value && !x->brief) read_partial(x, &p, id, about);
  if (!VEC_PUSH(x->r->record, p)) no_memory(x);
}

/* ---------------------------------------------------------------- results */

static void publish(records *r) {
  r->pub = (truc_records){.nrecord = r->record.n,
                          .nitem = r->item.n,
                          .nevidence = r->evidence.n,
                          .nspeaker = r->speaker.n,
                          .nconflict = r->conflict.n,
                          .npartial = r->partial.n,
                          .ndocument = r->documents.v.n,
                          .record = r->record.v,
                          .item = r->item.v,
                          .evidence = r->evidence.v,
                          .document = r->documents.v.v,
                          .speaker = r->speaker.v,
                          .conflict = r->conflict.v,
                          .partial = r->partial.v,
                          .total = r->record.n};
}

truc_records *truc__read_records(truc_ledger *l, const int64_t *id, uint32_t n,
                                 const truc_query *q) {
  records *r = truc__realloc(NULL, sizeof *r);
  if (!r) {
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    return NULL;
  }
  memset(r, 0, sizeof *r);
  reader x = {.l = l,
              .r = r,
              .max_evidence = q->max_evidence,
              .brief = q->brief,
              .contradicted = q->contradicted,
              .settled = truc__concern_settled(l)};
  for (uint32_t i = 0; i < n && !truc__failed(l); i++) read_one(&x, id[i]);
  truc__buf_release(&x.place.text);
  truc__memo_release(&x.ref_at);
  truc__memo_release(&x.topic_at);
  VEC_FREE(x.mate);
  VEC_FREE(x.topic);
  VEC_FREE(x.ref);
  VEC_FREE(x.stated);
  publish(r);
  if (!truc__failed(l)) return &r->pub;
  truc_records_free(&r->pub);
  return NULL;
}

truc_rc truc_ledger_records(truc_ledger *l, const truc_query *query,
                            truc_err *err, truc_records **out) {
  truc_query q = TRUC_QUERY;
  truc__chosen c = {0};
  truc__begin_call(l);
  *out = NULL;
  if (query && query->size != sizeof q)
    return truc__fail(err, TRUC_EARG, 0, 0, "query of another version");
  if (query) q = *query;
  truc__settle(l);
  bool held = truc__hold_still(l);
  truc__choose(l, &q, &c);
  uint32_t n = q.limit && c.id.n > q.limit ? q.limit : c.id.n;
  truc_records *r =
      truc__failed(l) ? NULL : truc__read_records(l, c.id.v, n, &q);
  if (r) {
    r->total = c.total;
    r->supported = c.supported;
    r->next = n < c.total && r->nrecord ? r->record[r->nrecord - 1].id : NULL;
    *out = r;
  }
  VEC_FREE(c.id);
  truc__let_go(l, held);
  return truc__end_call(l, err);
}

void truc_records_free(truc_records *pub) {
  records *r = (records *)pub;
  if (!r) return;
  truc__arena_release(&r->arena);
  VEC_FREE(r->record);
  VEC_FREE(r->item);
  VEC_FREE(r->evidence);
  VEC_FREE(r->speaker);
  VEC_FREE(r->conflict);
  VEC_FREE(r->partial);
  VEC_FREE(r->documents.v);
  truc__memo_release(&r->documents.at);
  truc__free(r);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* records.c - propositions, read back whole. */
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

typedef struct reader {
  truc_ledger *l;
  records *r;
  truc__place place;
} reader;

static const char *column(reader *x, sqlite3_stmt *s, int i) {
  const char *p = truc__text(s, i);
  char *kept = truc__keep(x->l, &x->r->arena, p, strlen(p));
  return kept ? kept : "";
}

static const char *column_or_null(reader *x, sqlite3_stmt *s, int i) {
  return sqlite3_column_type(s, i) == SQLITE_NULL ? NULL : column(x, s, i);
}

static void no_memory(reader *x) {
  truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
}

/* ------------------------------------------------------------------ items */

/* Columns: slot, ref, country, code, number, other, start, end, text, implicit,
** document. */
static void add_item(reader *x, sqlite3_stmt *s) {
  truc_record_item i = {.slot = column(x, s, 0),
                        .ref = column_or_null(x, s, 1),
                        .country = column_or_null(x, s, 2),
                        .code = column_or_null(x, s, 3),
                        .number = column_or_null(x, s, 4),
                        .text = column_or_null(x, s, 8),
                        .implicit = (uint8_t)sqlite3_column_int(s, 9)};
  int64_t document = sqlite3_column_int64(s, 10);
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
  if (sqlite3_column_type(s, 6) != SQLITE_NULL) {
    i.off = (uint32_t)sqlite3_column_int64(s, 6);
    i.len = (uint32_t)sqlite3_column_int64(s, 7) - i.off;
    truc__points_of(x->l, &x->place, document, i.off, i.len, &i.cp, &i.cplen);
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

#define ITEM_COLUMNS                                                         \
  "SELECT a.slot, e.ref, k.ref, a.code, a.number, a.other, a.start, a.end, " \
  "a.text, a.implicit, f.document, f.id "
#define ITEM_NAMES                         \
  "LEFT JOIN entity e ON e.id = a.entity " \
  "LEFT JOIN entity k ON k.id = a.country "

/* A proposition with more facts is read in part. */
enum { MANY = 40 };

/* The arguments of the fullest statement, then the slots that only others
** fill (a few statements will do). */
static void read_items(reader *x, truc_record *p, int64_t id, int64_t best) {
  int64_t fact = 0;
  p->item = x->r->item.n;
  uint32_t upto = p->item;
  sqlite3_stmt *s =
      p->nfact == 1 || p->nfact > MANY
          ? truc__ask(x->l,
                      ITEM_COLUMNS
                      "FROM fact f CROSS JOIN argument a "
                      "ON a.fact = f.id " ITEM_NAMES
                      "WHERE f.id = ? ORDER BY a.n",
                      "i", best)
          : truc__ask(x->l,
                      ITEM_COLUMNS
                      "FROM (SELECT f.id, f.document, f.id = ?2 AS best, "
                      " f.weight, d.hash, f.n "
                      " FROM claim c CROSS JOIN fact f ON f.claim = c.id "
                      " CROSS JOIN document d ON d.id = f.document "
                      " WHERE c.proposition = ?1 ORDER BY f.id = ?2 DESC, "
                      " f.weight DESC, d.hash, f.n LIMIT 20) f "
                      "CROSS JOIN argument a ON a.fact = f.id " ITEM_NAMES
                      "ORDER BY f.best DESC, f.weight DESC, f.hash, f.n, a.n",
                      "ii", id, best);
  while (truc__next(x->l, s)) {
    if (sqlite3_column_int64(s, 11) != fact) {
      fact = sqlite3_column_int64(s, 11);
      upto = x->r->item.n;
    }
    if (!slot_taken(x, p->item, upto, truc__text(s, 0))) add_item(x, s);
  }
  p->nitem = x->r->item.n - p->item;
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

/* Until there are `max`; 0: all. */
static void add_evidence(reader *x, truc_record *p, sqlite3_stmt *s,
                         uint32_t max) {
  while (truc__next(x->l, s)) {
    const char *text = sqlite3_column_blob(s, 4);
    truc_record_evidence e = {.fact = (uint32_t)sqlite3_column_int64(s, 1),
                              .off = (uint32_t)sqlite3_column_int64(s, 2),
                              .cp = (uint32_t)sqlite3_column_int64(s, 3),
                              .len = (uint32_t)sqlite3_column_bytes(s, 4)};
    e.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena,
                                sqlite3_column_int64(s, 0));
    if (!text || shown(x, p, e.doc, e.off)) continue;
    e.cplen = truc__points(text, e.len);
    e.text = truc__keep(x->l, &x->r->arena, text, e.len);
    if (!VEC_PUSH(x->r->evidence, e)) no_memory(x);
    p->nevidence = x->r->evidence.n - p->evidence;
    if (max && p->nevidence >= max) {
      truc__end(s);
      return;
    }
  }
}

/* The fullest statement first, then in the order of publication; of thousands,
** where a few are asked for, those that come first to hand. */
static void read_evidence(reader *x, truc_record *p, int64_t id, int64_t best,
                          uint32_t max) {
  p->evidence = x->r->evidence.n;
  add_evidence(
      x, p,
      truc__ask(x->l,
                EVIDENCE "FROM fact f " SENTENCES "WHERE f.id = ? ORDER BY e.n",
                "i", best),
      max);
  if (p->nfact == 1 || (max && p->nevidence >= max)) return;
  add_evidence(
      x, p,
      max && p->nfact > MANY
          ? truc__ask(x->l,
                      EVIDENCE "FROM claim c CROSS JOIN fact f "
                               "ON f.claim = c.id " SENTENCES
                               "WHERE c.proposition = ?",
                      "i", id)
          : truc__ask(x->l,
                      EVIDENCE "FROM claim c CROSS JOIN fact f "
                               "ON f.claim = c.id CROSS JOIN document d "
                               "ON d.id = f.document " SENTENCES
                               "WHERE c.proposition = ? AND f.id <> ? "
                               "ORDER BY d.day IS NULL, d.day, d.hash, f.n, "
                               "e.n",
                      "ii", id, best),
      max);
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
    if (!VEC_PUSH(x->r->speaker, column(x, s, 0))) no_memory(x);
  p->nspeaker = x->r->speaker.n - p->speaker;
}

/* `topic`: there may be others; `value`: they contradict it, else they share
** part of a list. */
static void read_relations(reader *x, truc_record *p, int64_t id, bool topic,
                           bool value) {
  p->conflict = x->r->conflict.n;
  p->partial = x->r->partial.n;
  if (!topic) return;
  sqlite3_stmt *s =
      value ? truc__ask(x->l,
                        "SELECT DISTINCT other FROM conflict WHERE a = ? "
                        "ORDER BY other",
                        "i", id)
            : truc__ask(x->l,
                        "SELECT other FROM partial WHERE a = ? "
                        "ORDER BY other LIMIT 50",
                        "i", id);
  while (truc__next(x->l, s)) {
    const char *other = column(x, s, 0);
    if (value ? !VEC_PUSH(x->r->conflict, other)
              : !VEC_PUSH(x->r->partial, other))
      no_memory(x);
  }
  p->nconflict = x->r->conflict.n - p->conflict;
  p->npartial = x->r->partial.n - p->partial;
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

static void read_one(reader *x, int64_t id, uint32_t max_evidence) {
  sqlite3_stmt *s = truc__ask(
      x->l,
      "SELECT p.key, p.kind, p.modality, p.date, p.precision, p.first_day, "
      "p.last_day, p.facts, p.documents, p.sources, p.fact, f.document, f.n, "
      "f.confidence, f.derived, f.pattern, p.topic IS NOT NULL, "
      "p.value IS NOT NULL, f.event, f.mode, f.context, f.cameo "
      "FROM proposition p "
      "JOIN fact f ON f.id = p.fact WHERE p.id = ?",
      "i", id);
  if (!truc__next(x->l, s)) return;
  int kind = truc__kind_named(truc__text(s, 1));
  int modality = truc__modality_named(truc__text(s, 2));
  int64_t best = sqlite3_column_int64(s, 10);
  int64_t document = sqlite3_column_int64(s, 11);
  truc_record p = {.id = column(x, s, 0),
                   .kind = (uint8_t)(kind < 0 ? 0 : kind),
                   .modality = (uint8_t)(modality < 0 ? 0 : modality),
                   .date = column(x, s, 3),
                   .precision = precision_named(truc__text(s, 4)),
                   .first = day_text(x, s, 5),
                   .last = day_text(x, s, 6),
                   .nfact = (uint32_t)sqlite3_column_int64(s, 7),
                   .ndoc = (uint32_t)sqlite3_column_int64(s, 8),
                   .nsource = (uint32_t)sqlite3_column_int64(s, 9),
                   .fact = (uint32_t)sqlite3_column_int64(s, 12),
                   .confidence = (uint8_t)sqlite3_column_int(s, 13),
                   .derived = (uint8_t)sqlite3_column_int(s, 14),
                   .pattern = column(x, s, 15),
                   .event = column(x, s, 18),
                   .mode = column(x, s, 19),
                   .context = column(x, s, 20),
                   .cameo = column(x, s, 21)};
  if (!p.nsource) p.nsource = 1; /* at no known time, but said */
  p.tier = p.kind == TRUC_KIND_STATUS || p.kind == TRUC_KIND_IMPACT ? 2 : 1;
  bool topic = sqlite3_column_int(s, 16), value = sqlite3_column_int(s, 17);
  truc__end(s);
  p.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena, document);
  read_items(x, &p, id, best);
  read_speakers(x, &p, best);
  read_evidence(x, &p, id, best, max_evidence);
  read_relations(x, &p, id, topic, value);
  if (!VEC_PUSH(x->r->record, p)) no_memory(x);
}

/* ------------------------------------------------------------------ which */

static const char *order_sql(truc_order o) {
  switch (o) {
    case TRUC_ORDER_KEY: return " ORDER BY p.kind, p.hash";
    case TRUC_ORDER_DATE:
      return " ORDER BY p.lo IS NULL, p.lo, p.hi, p.date IS NULL, p.date, "
             "p.kind, p.hash";
    default:
      return " ORDER BY p.sources DESC, p.last_day DESC, p.facts DESC, "
             "p.kind, p.hash";
  }
}

static bool has_conflict(truc_ledger *l, int64_t id) {
  return truc__ask_int(l, 0, "SELECT 1 FROM conflict WHERE a = ? LIMIT 1", "i",
                       id);
}

/* How many there are; only the first need to be put in order. */
static void count_ids(truc_ledger *l, const truc__filter *f, const char *tail,
                      truc__chosen *out) {
  sqlite3_stmt *s = truc__filter_ask(
      l, f, "SELECT count(*), total(p.sources > 1) FROM proposition p WHERE ",
      tail);
  if (truc__next(l, s)) {
    out->total = (uint32_t)sqlite3_column_int64(s, 0);
    out->supported = (uint32_t)sqlite3_column_int64(s, 1);
  }
  sqlite3_finalize(s);
}

/* Whether a proposition is contradicted is looked up one by one, and no further
** than the limit. */
static void take_ids(truc_ledger *l, const truc_query *q, sqlite3_stmt *s,
                     bool counted, truc__chosen *out) {
  while (truc__next(l, s)) {
    int64_t id = sqlite3_column_int64(s, 0);
    if (q->contradicted && !has_conflict(l, id)) continue;
    if (!counted) {
      out->total++;
      out->supported += sqlite3_column_int64(s, 1) > 1;
    }
    if (!VEC_PUSH(out->id, id)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    if (q->contradicted && q->limit && out->id.n >= q->limit) break;
  }
}

static void select_ids(truc_ledger *l, const truc_query *q,
                       const truc__filter *f, truc__chosen *out) {
  truc__buf tail = {0};
  bool count = q->limit && !q->after && !q->contradicted;
  truc__buf_str(
      &tail, q->words ? " AND p.id IN (SELECT k.proposition FROM temp.picked t "
                        "CROSS JOIN evidence e ON e.sentence = t.id "
                        "CROSS JOIN fact f ON f.id = e.fact "
                        "CROSS JOIN claim k ON k.id = f.claim)"
                      : "");
  truc__buf_put(&tail, "", 0);
  if (count && !tail.rc) count_ids(l, f, tail.p, out);
  if (q->after) truc__buf_str(&tail, " AND p.key > @after");
  truc__buf_str(&tail, order_sql(q->after ? TRUC_ORDER_KEY : q->order));
  if (count) truc__buf_fmt(&tail, " LIMIT %u", (unsigned)q->limit);
  if (tail.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  sqlite3_stmt *s =
      truc__failed(l)
          ? NULL
          : truc__filter_ask(l, f,
                             "SELECT p.id, p.sources FROM proposition p WHERE ",
                             tail.p);
  if (s && q->after)
    sqlite3_bind_text(s, sqlite3_bind_parameter_index(s, "@after"), q->after,
                      -1, SQLITE_STATIC);
  take_ids(l, q, s, count, out);
  sqlite3_finalize(s);
  truc__buf_release(&tail);
}

/* Rows of one column into TEMP TABLE picked. */
static void pick_ids(truc_ledger *l, const truc__ids *id) {
  truc__script(l,
               "CREATE TEMP TABLE IF NOT EXISTS picked("
               "id INTEGER PRIMARY KEY); DELETE FROM picked;");
  for (uint32_t i = 0; i < id->n && !truc__failed(l); i++)
    truc__exec(l, "INSERT OR IGNORE INTO picked VALUES(?)", "i", id->v[i]);
}

/* Those of the query and the holders' in one order, no more than asked for. */
static void order_again(truc_ledger *l, const truc_query *q,
                        truc__chosen *out) {
  pick_ids(l, &out->id);
  out->id.n = 0;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT p.id FROM temp.picked t CROSS JOIN proposition p ON p.id = t.id "
      "ORDER BY p.sources DESC, p.last_day DESC, p.facts DESC, p.kind, p.hash",
      "");
  while (truc__next(l, s)) {
    if (q->limit && out->id.n >= q->limit) continue;
    if (!VEC_PUSH(out->id, sqlite3_column_int64(s, 0)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
}

/* Offices of the people whom most of the pair's propositions name; `out` holds
** those of the query's own kinds. */
static void add_holders(truc_ledger *l, const truc_query *q,
                        truc__chosen *out) {
  truc_query all = *q;
  truc__filter f;
  truc__chosen pair = {0};
  if (q->kinds && !(q->kinds >> TRUC_KIND_OFFICE & 1)) return;
  all.kinds = 0;
  all.words = NULL;
  all.limit = 0;
  all.order = TRUC_ORDER_KEY;
  truc__filter_make(l, &all, &f);
  select_ids(l, &all, &f, &pair);
  truc__filter_release(&f);
  pick_ids(l, &pair.id);
  VEC_FREE(pair.id);
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT p.id, p.sources FROM proposition p WHERE p.kind = 'OFFICE' "
      "AND p.id NOT IN (SELECT id FROM temp.picked) AND p.id IN "
      "(SELECT c2.proposition FROM (SELECT y.entity "
      " FROM temp.picked t CROSS JOIN claim c ON c.proposition = t.id "
      " CROSS JOIN party y ON y.claim = c.id CROSS JOIN entity e "
      " ON e.id = y.entity WHERE e.type = 'PER' AND y.role <> 3 "
      " GROUP BY y.entity ORDER BY count(*) DESC, y.entity LIMIT 16) who "
      " CROSS JOIN concern x ON x.entity = who.entity "
      " CROSS JOIN claim c2 ON c2.id = x.claim) "
      "ORDER BY p.sources DESC, p.last_day DESC, p.hash",
      "");
  for (uint32_t n = 0; truc__next(l, s); n++) {
    out->total++;
    out->supported += sqlite3_column_int64(s, 1) > 1;
    if (q->limit && n >= q->limit) continue;
    if (!VEC_PUSH(out->id, sqlite3_column_int64(s, 0)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
  if (q->order == TRUC_ORDER_SOURCES) order_again(l, q, out);
}

void truc__order_by_key(truc_ledger *l, truc__ids *id, uint32_t most) {
  if (id->n > most) id->n = most;
  pick_ids(l, id);
  id->n = 0;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT p.id FROM temp.picked t CROSS JOIN proposition p ON p.id = t.id "
      "ORDER BY p.key",
      "");
  while (truc__next(l, s))
    if (!VEC_PUSH(*id, sqlite3_column_int64(s, 0)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

void truc__choose(truc_ledger *l, const truc_query *q, truc__chosen *out) {
  truc__filter f;
  truc__settle(l);
  truc__filter_make(l, q, &f);
  if (q->words) truc__pick_sentences(l, q->words, q->strict);
  select_ids(l, q, &f, out);
  truc__filter_release(&f);
  if (q->holders && q->actor[1]) add_holders(l, q, out);
}

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
                                 uint32_t max_evidence) {
  records *r = truc__realloc(NULL, sizeof *r);
  if (!r) {
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    return NULL;
  }
  memset(r, 0, sizeof *r);
  reader x = {.l = l, .r = r};
  for (uint32_t i = 0; i < n && !truc__failed(l); i++)
    read_one(&x, id[i], max_evidence);
  truc__buf_release(&x.place.text);
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
  truc__choose(l, &q, &c);
  uint32_t n = q.limit && c.id.n > q.limit ? q.limit : c.id.n;
  truc_records *r =
      truc__failed(l) ? NULL : truc__read_records(l, c.id.v, n, q.max_evidence);
  if (r) {
    r->total = c.total;
    r->supported = c.supported;
    r->next = n < c.total && r->nrecord ? r->record[r->nrecord - 1].id : NULL;
    *out = r;
  }
  VEC_FREE(c.id);
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

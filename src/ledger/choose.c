/* SPDX-License-Identifier: Apache-2.0 */
/* choose.c - which propositions a query asks for, and in what order. */
#include "ledger/ledger.h"

static const char *order_sql(truc_order o) {
  switch (o) {
    case TRUC_ORDER_KEY: return " ORDER BY p.kind, p.hash";
    case TRUC_ORDER_DATE:
      return " ORDER BY p.lo IS NULL, p.lo, p.hi, p.date IS NULL, p.date, "
             "p.kind, p.hash";
    default: return TRUC__BY_RANK;
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
                        "CROSS JOIN " TRUC__STATING
                        "CROSS JOIN claim k ON k.id = f.claim "
                        "WHERE g.id = t.id)"
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

/* Those of the query and the holders' in one order, no more than asked for. */
static void order_again(truc_ledger *l, const truc_query *q,
                        truc__chosen *out) {
  pick_ids(l, &out->id);
  out->id.n = 0;
  sqlite3_stmt *s = truc__ask(l,
                              "SELECT p.id FROM temp.picked t CROSS JOIN "
                              "proposition p ON p.id = t.id" TRUC__BY_RANK,
                              "");
  while (truc__next(l, s)) {
    if (q->limit && out->id.n >= q->limit) continue;
    if (!VEC_PUSH(out->id, sqlite3_column_int64(s, 0)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
}

static void choose_plain(truc_ledger *l, const truc_query *q,
                         truc__chosen *out) {
  truc__filter f;
  if (truc__concern_choose(l, q, out)) return;
  truc__filter_make(l, q, &f);
  if (q->words) truc__pick_sentences(l, q->words, q->strict);
  select_ids(l, q, &f, out);
  truc__filter_release(&f);
}

/* The best known propositions of the pair, whose people are looked at. */
enum { KNOWN = 100 };

/* The people whom most of these name, into TEMP TABLE picked in their place. */
static void pick_people(truc_ledger *l, const truc__ids *known) {
  truc__ids people = {0};
  pick_ids(l, known);
  sqlite3_stmt *s =
      truc__ask(l,
                "SELECT y.entity FROM temp.picked t CROSS JOIN claim c "
                "ON c.proposition = t.id CROSS JOIN party y ON y.claim = c.id "
                "CROSS JOIN entity e ON e.id = y.entity "
                "WHERE e.type = 'PER' AND y.role <> 3 "
                "GROUP BY y.entity ORDER BY count(*) DESC, e.ref LIMIT 24",
                "");
  while (truc__next(l, s))
    if (!VEC_PUSH(people, sqlite3_column_int64(s, 0)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  pick_ids(l, &people);
  VEC_FREE(people);
}

/* Offices of the people whom most of those name, without what names the pair
** itself: `out` holds that. */
static void add_holders(truc_ledger *l, const truc_query *q,
                        truc__chosen *out) {
  truc_query known = TRUC_QUERY;
  truc__chosen pair = {0};
  if (q->kinds && !(q->kinds >> TRUC_KIND_OFFICE & 1)) return;
  known.actor[0] = q->actor[0];
  known.actor[1] = q->actor[1];
  known.limit = KNOWN;
  choose_plain(l, &known, &pair);
  pick_people(l, &pair.id);
  VEC_FREE(pair.id);
  truc__concern_holders(l, q, out);
  if (q->order == TRUC_ORDER_SOURCES) order_again(l, q, out);
  if (q->order == TRUC_ORDER_KEY) truc__order_by_key(l, &out->id, UINT32_MAX);
}

void truc__choose(truc_ledger *l, const truc_query *q, truc__chosen *out) {
  truc__settle(l);
  choose_plain(l, q, out);
  if (q->holders && q->actor[1]) add_holders(l, q, out);
}

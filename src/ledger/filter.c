/* SPDX-License-Identifier: Apache-2.0 */
/* filter.c - the conditions of a query as SQL over `proposition p`. */
#include "ledger/ledger.h"

static void value(truc_ledger *l, truc__filter *f, const char *text,
                  int64_t number) {
  if ((size_t)f->nvalue == sizeof f->value / sizeof f->value[0]) {
    truc__set_fail(l, TRUC_EARG, "too many conditions");
    return;
  }
  f->value[f->nvalue].text = text;
  f->value[f->nvalue++].number = number;
}

static void also(truc__filter *f) {
  truc__buf_str(&f->sql, f->sql.n ? " AND " : "");
}

/* "p.kind_no IN (1, 3)" of a set of bits. */
static void numbers(truc__filter *f, const char *column, unsigned set, int n) {
  const char *between = "";
  also(f);
  truc__buf_fmt(&f->sql, "%s IN (", column);
  for (int k = 0; k < n; k++) {
    if (!(set >> k & 1)) continue;
    truc__buf_fmt(&f->sql, "%s%d", between, k);
    between = ", ";
  }
  truc__buf_str(&f->sql, ")");
}

static int64_t entity_of(truc_ledger *l, const char *prefix, const char *ref) {
  truc__buf_reset(&l->a);
  if (strncmp(ref, prefix, strlen(prefix))) truc__buf_str(&l->a, prefix);
  truc__buf_str(&l->a, ref);
  if (l->a.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  return truc__ask_int(l, 0, "SELECT id FROM entity WHERE ref = ?", "t", l->a.p,
                       l->a.n);
}

/* A brief asks again and again for what concerns one pair: those propositions
** are copied to where it is asked in their place, as far as conditions, orders
** and sums need them, and by kind. */
static void make_scope(truc_ledger *l) {
  truc__script(l,
               "CREATE TEMP TABLE IF NOT EXISTS scope(id INTEGER, "
               "kind_no INTEGER, kind TEXT, hash INTEGER, "
               "key TEXT AS (kind || '-' || printf('%016x', hash)), "
               "modality_no INTEGER, date TEXT, lo INTEGER, "
               "hi INTEGER, sources INTEGER, facts INTEGER, "
               "first_day INTEGER, last_day INTEGER, fact INTEGER, "
               "value TEXT, PRIMARY KEY(kind_no, id)) WITHOUT ROWID; "
               "DELETE FROM scope;");
}

#define INTO_SCOPE                                                    \
  "INSERT OR IGNORE INTO temp.scope SELECT p.id, p.kind_no, p.kind, " \
  "p.hash, p.modality_no, p.date, p.lo, p.hi, p.sources, p.facts, "   \
  "p.first_day, "                                                     \
  "p.last_day, p.fact, p.value FROM "

static void fill_kind(truc_ledger *l, const truc__concern_key *k, int64_t third,
                      int kind) {
  truc__exec(l,
             INTO_SCOPE
             "concern x CROSS JOIN proposition p ON p.id = x.proposition "
             "WHERE x.entity = ?1 AND x.other = ?2 AND x.kind = ?5 "
             "AND (?3 = ?1 OR EXISTS (SELECT 1 FROM concern y "
             " WHERE y.entity = ?3 AND y.other = 0 AND y.kind = x.kind "
             " AND y.rank = x.rank AND y.proposition = x.proposition)) "
             "AND (?4 = ?1 OR EXISTS (SELECT 1 FROM concern z "
             " WHERE z.entity = ?4 AND z.other = 0 AND z.kind = x.kind "
             " AND z.rank = x.rank AND z.proposition = x.proposition))",
             "iiiii", k->entity, k->other, k->second, third, (int64_t)kind);
}

/* What concerns all the entities, of some kinds; and what is not ranked yet. */
static void fill_scope(truc_ledger *l, const int64_t *entity, int n,
                       unsigned kinds) {
  truc__concern_key k = truc__concern_key_of(l, entity, n > 2 ? 2 : n);
  int64_t second = n > 1 ? entity[1] : entity[0];
  int64_t third = n > 2 ? entity[2] : k.entity;
  make_scope(l);
  for (int kind = 0; kind < TRUC_NKINDS; kind++)
    if (kinds >> kind & 1) fill_kind(l, &k, third, kind);
  truc__exec(l,
             INTO_SCOPE TRUC__UNRANKED
             " x CROSS JOIN proposition p ON p.id = x.id WHERE 3 = "
             "(SELECT max(y.entity = ?1) + max(y.entity = ?2) "
             " + max(y.entity = ?3) FROM claim c CROSS JOIN party y "
             " ON y.claim = c.id WHERE c.proposition = x.id)",
             "iii", entity[0], second, third);
}

/* They are kept while nothing is written and nobody else is asked for. */
static bool in_scope(const truc_ledger *l, const int64_t *entity, int n,
                     unsigned kinds, int64_t version) {
  if (l->scope.n != n || l->scope.version != version ||
      l->scope.written != l->written || kinds & ~l->scope.kinds)
    return false;
  for (int i = 0; i < n; i++) {
    bool asked = false, kept = false;
    for (int k = 0; k < n; k++) {
      asked |= l->scope.entity[k] == entity[i];
      kept |= l->scope.entity[i] == entity[k];
    }
    if (!asked || !kept) return false;
  }
  return true;
}

static void parties(truc_ledger *l, truc__filter *f, const int64_t *entity,
                    int n, unsigned set) {
  if (!n) return;
  f->scoped = true;
  if (!set) set = (1u << TRUC_NKINDS) - 1;
  int64_t version = truc__ask_int(l, 0, "PRAGMA data_version", "");
  if (in_scope(l, entity, n, set, version)) return;
  l->scope.n = 0;
  fill_scope(l, entity, n, set);
  if (truc__failed(l)) return;
  l->scope.n = n;
  l->scope.kinds = set;
  l->scope.version = version;
  l->scope.written = l->written;
  memcpy(l->scope.entity, entity, (size_t)n * sizeof *entity);
}

static bool date_bound(truc_ledger *l, const char *iso, truc__when *w) {
  *w = truc__when_parse(iso);
  if (!w->known)
    truc__set_fail(l, TRUC_EDATE, "invalid date '%.32s'; write YYYY-MM-DD",
                   iso);
  return w->known;
}

static void dates(truc_ledger *l, truc__filter *f, const truc_query *q) {
  truc__when w;
  if (q->from && date_bound(l, q->from, &w)) {
    also(f);
    truc__buf_str(&f->sql, "coalesce(p.hi, p.last_day) >= ?");
    value(l, f, NULL, w.lo);
  }
  if (q->to && date_bound(l, q->to, &w)) {
    also(f);
    truc__buf_str(&f->sql, "coalesce(p.lo, p.first_day) <= ?");
    value(l, f, NULL, w.hi);
  }
}

/* Hexadecimal digits as the range of hashes that begin with them. */
static bool hash_range(const char *digits, int64_t *low, int64_t *high) {
  static const char all[] = "0123456789abcdef";
  uint64_t a = 0, b;
  int n = 0;
  for (; digits[n] && n < 16; n++) {
    const char *d = strchr(all, digits[n] | 32);
    if (!d) return false;
    a = a << 4 | (uint64_t)(d - all);
  }
  b = a;
  for (; n < 16; n++) a <<= 4, b = b << 4 | 15;
  *low = (int64_t)(a & INT64_MAX);
  *high = (int64_t)(b & INT64_MAX);
  return a <= INT64_MAX;
}

static const char *kind_before(const char *id, const char *dash) {
  for (int k = 0; k < TRUC_NKINDS; k++) {
    const char *name = truc_kind_name((truc_kind)k);
    size_t n = strlen(name);
    if (n == (size_t)(dash - id) && !strncmp(name, id, n)) return name;
  }
  return "";
}

/* A proposition's name, or its beginning. */
static void id_range(truc_ledger *l, truc__filter *f, const char *id) {
  const char *dash = strrchr(id, '-');
  int64_t low, high;
  also(f);
  if (!dash || !hash_range(dash + 1, &low, &high)) {
    truc__buf_str(&f->sql, "0");
    return;
  }
  truc__buf_str(&f->sql,
                "p.id IN (SELECT proposition FROM claim WHERE block "
                "BETWEEN ? AND ?) AND p.hash BETWEEN ? AND ? "
                "AND p.kind = ?");
  value(l, f, NULL, low & ~TRUC__REST_BITS);
  value(l, f, NULL, high | TRUC__REST_BITS);
  value(l, f, NULL, low);
  value(l, f, NULL, high);
  value(l, f, kind_before(id, dash), 0);
}

void truc__filter_make(truc_ledger *l, const truc_query *q, truc__filter *f) {
  int64_t entity[3];
  int n = 0;
  memset(f, 0, sizeof *f);
  for (int i = 0; i < 2; i++)
    if (q->actor[i]) entity[n++] = entity_of(l, "", q->actor[i]);
  if (q->sector) entity[n++] = entity_of(l, "sector:", q->sector);
  f->facts = q->kinds || q->modalities || n || q->id || q->contradicted;
  if (q->kinds) numbers(f, "p.kind_no", q->kinds, TRUC_NKINDS);
  if (q->modalities)
    numbers(f, "p.modality_no", q->modalities, TRUC_DENIED + 1);
  parties(l, f, entity, n, q->kinds);
  dates(l, f, q);
  if (q->id) id_range(l, f, q->id);
  if (q->contradicted) {
    also(f);
    truc__buf_str(&f->sql, "p.value IS NOT NULL");
  }
  if (!f->sql.n) truc__buf_str(&f->sql, "1");
  if (f->sql.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

#define PROPOSITION "proposition" /* in "proposition p" */

sqlite3_stmt *truc__filter_ask(truc_ledger *l, const truc__filter *f,
                               const char *head, const char *tail) {
  truc__buf sql = {0};
  sqlite3_stmt *s = NULL;
  const char *table = strstr(head, PROPOSITION);
  if (f->scoped && table) {
    truc__buf_put(&sql, head, (size_t)(table - head));
    truc__buf_str(&sql, "temp.scope");
    head = table + strlen(PROPOSITION);
  }
  truc__buf_str(&sql, head);
  truc__buf_put(&sql, f->sql.p, f->sql.n);
  truc__buf_str(&sql, tail);
  if (sql.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  if (!truc__failed(l)) {
    int rc = sqlite3_prepare_v2(l->db, sql.p, (int)sql.n, &s, NULL);
    for (int i = 0; i < f->nvalue && !rc; i++)
      rc = f->value[i].text ? sqlite3_bind_text(s, i + 1, f->value[i].text, -1,
                                                SQLITE_STATIC)
                            : sqlite3_bind_int64(s, i + 1, f->value[i].number);
    if (rc) truc__sql_fail(l, rc, "searching the ledger");
  }
  truc__buf_release(&sql);
  if (truc__failed(l)) {
    sqlite3_finalize(s);
    return NULL;
  }
  return s;
}

void truc__filter_release(truc__filter *f) { truc__buf_release(&f->sql); }

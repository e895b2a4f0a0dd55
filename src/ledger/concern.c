/* SPDX-License-Identifier: Apache-2.0 */
/* concern.c - who is concerned by a proposition, the best known first.
**
** A brief shows twenty of thousands: the most sources first, then the latest.
** `concern` has a row for every entity of a proposition, and one for every two
** countries, in just that order, so that the first twenty are read and the
** others only counted.  What another proposition contradicts stands there once
** more, as a kind of its own.
**
** Counts change with every document, so the rows are written by the batch.
** proposition.ranked is the rank under which they stand; TRUC__RANK_LATER (NULL
** in old ledgers): the document that stated it first waits; 1: they were taken
** out.  Who takes claims from a
** proposition or facts from a claim, or recounts it, takes its rows out first,
** while it is still known whom it concerns. */
#include <stdlib.h>

#include "ledger/ledger.h"

#define DAYS (1 << 18)    /* room for a day: 1696 to 2413 */
#define FIRST_DAY -100000 /* days before 1970 */
#define NAMES (1 << 12)   /* and for some bits of the name */

/* Negative; the less, the better known: sources, then the day of the latest
** report; some bits of the name, so that thousands of unknown days are not one
** rank. */
static int64_t rank_of(int64_t sources, int64_t last_day, int64_t hash) {
  int64_t day = last_day == TRUC__NO_INT ? 0 : last_day - FIRST_DAY;
  if (day < 0) day = 0;
  if (day >= DAYS) day = DAYS - 1;
  return -(sources * DAYS + day + 1) * NAMES + (hash & (NAMES - 1));
}

/* Below it ranks have two sources or more. */
#define SUPPORTED (-2 * (int64_t)DAYS * NAMES)

/* ------------------------------------------------------------------- rows */

typedef struct row {
  int64_t entity, other, kind, rank, proposition;
} row;

typedef struct ranking {
  truc_ledger *l;
  VEC(row) row;
  truc__ids countries; /* of the proposition at hand */
} ranking;

enum { BATCH = 1 << 16 }; /* rows that are written at once */

static void add_row(ranking *x, int64_t entity, int64_t other, const row *of) {
  row r = *of;
  r.entity = entity;
  r.other = other;
  if (!VEC_PUSH(x->row, r)) truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
}

/* All rows of a proposition, under one kind; some twice, if it has several
** claims. */
static void add_rows(ranking *x, const row *of) {
  x->countries.n = 0;
  sqlite3_stmt *s = truc__ask(
      x->l,
      "SELECT y.entity, e.type = 'GPE' FROM claim c CROSS JOIN party y "
      "ON y.claim = c.id CROSS JOIN entity e ON e.id = y.entity "
      "WHERE c.proposition = ?",
      "i", of->proposition);
  while (truc__next(x->l, s)) {
    int64_t entity = sqlite3_column_int64(s, 0);
    add_row(x, entity, 0, of);
    if (!sqlite3_column_int(s, 1)) continue;
    for (uint32_t i = 0; i < x->countries.n; i++) {
      int64_t other = x->countries.v[i];
      if (other < entity) add_row(x, other, entity, of);
      if (other > entity) add_row(x, entity, other, of);
    }
    truc__ids_add(x->l, &x->countries, entity);
  }
}

static void add_all(ranking *x, int64_t proposition, int64_t kind, int64_t rank,
                    bool disputed) {
  row r = {0, 0, kind, rank, proposition};
  add_rows(x, &r);
  uint32_t n = x->row.n;
  for (uint32_t i = 0; disputed && i < n; i++) {
    if (x->row.v[i].proposition != proposition) continue;
    r = x->row.v[i];
    r.kind += TRUC__DISPUTED;
    add_row(x, r.entity, r.other, &r);
  }
}

static int by_key(const void *a, const void *b) {
  const int64_t *x = a, *y = b; /* the members of a row, in order */
  for (int i = 0; i < 5; i++)
    if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
  return 0;
}
_Static_assert(sizeof(row) == 5 * sizeof(int64_t), "a row is its key");

static void write_rows(ranking *x) {
  if (x->row.n) qsort(x->row.v, x->row.n, sizeof *x->row.v, by_key);
  for (uint32_t i = 0; i < x->row.n; i++) {
    const row *r = &x->row.v[i];
    if (i && !by_key(r - 1, r)) continue;
    truc__row(x->l, "iiiii", r->entity, r->other, r->kind, r->rank,
              r->proposition);
  }
  truc__pour(x->l,
             "INSERT OR IGNORE INTO concern SELECT a, b, c, d, e FROM poured");
  x->row.n = 0;
}

static void delete_rows(ranking *x) {
  for (uint32_t i = 0; i < x->row.n; i++) {
    const row *r = &x->row.v[i];
    truc__exec(x->l,
               "DELETE FROM concern WHERE entity = ? AND other = ? "
               "AND kind = ? AND rank = ? AND proposition = ?",
               "iiiii", r->entity, r->other, r->kind, r->rank, r->proposition);
  }
}

static void release(ranking *x) {
  VEC_FREE(x->row);
  VEC_FREE(x->countries);
}

/* --------------------------------------------------------------- forgetting */

/* A proposition as far as its rows need it. */
typedef struct ranked {
  int64_t kind, rank, now; /* TRUC__NO_INT: no rows; now: as it should be */
  int64_t topic;           /* if it has a value, else TRUC__NO_INT */
  bool disputed;
} ranked;

static bool read_ranked(truc_ledger *l, int64_t proposition, ranked *out) {
  sqlite3_stmt *s = truc__ask(l,
                              "SELECT kind_no, ranked, sources, last_day, "
                              "iif(value IS NULL, NULL, topic), "
                              "disputed, hash FROM proposition WHERE id = ?",
                              "i", proposition);
  if (!truc__next(l, s)) return false;
  out->kind = sqlite3_column_int64(s, 0);
  out->rank = truc__int_or_none(s, 1);
  if (out->rank > 0 || out->rank == TRUC__RANK_LATER) out->rank = TRUC__NO_INT;
  out->now = rank_of(sqlite3_column_int64(s, 2), truc__int_or_none(s, 3),
                     sqlite3_column_int64(s, 6));
  out->topic = truc__int_or_none(s, 4);
  out->disputed = sqlite3_column_int(s, 5);
  truc__end(s);
  return true;
}

static void take_out(truc_ledger *l, int64_t proposition, const ranked *p) {
  ranking x = {.l = l};
  if (p->rank == TRUC__NO_INT) return;
  add_all(&x, proposition, p->kind, p->rank, p->disputed);
  delete_rows(&x);
  truc__exec(l, "UPDATE proposition SET ranked = 1, disputed = 0 WHERE id = ?",
             "i", proposition);
  release(&x);
  l->unranked = true;
}

/* Those that speak of the same thing, whom it may contradict. */
static void add_mates(truc_ledger *l, int64_t topic, truc__ids *out) {
  sqlite3_stmt *s = truc__ask(l,
                              "SELECT id FROM proposition WHERE topic = ? "
                              "AND value IS NOT NULL",
                              "i", topic);
  while (truc__next(l, s))
    if (!VEC_PUSH(*out, sqlite3_column_int64(s, 0)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

void truc__concern_forget(truc_ledger *l, int64_t proposition) {
  truc__ids mates = {0};
  ranked p;
  if (!read_ranked(l, proposition, &p) || p.rank == TRUC__NO_INT) return;
  take_out(l, proposition, &p);
  if (p.topic != TRUC__NO_INT && p.disputed) add_mates(l, p.topic, &mates);
  for (uint32_t i = 0; i < mates.n && !truc__failed(l); i++)
    if (read_ranked(l, mates.v[i], &p)) take_out(l, mates.v[i], &p);
  VEC_FREE(mates);
}

/* ----------------------------------------------------------------- ranking */

static int by_number(const void *a, const void *b) {
  const int64_t *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

static void sort_unique(truc__ids *v) {
  uint32_t n = 0;
  if (v->n) qsort(v->v, v->n, sizeof *v->v, by_number);
  for (uint32_t i = 0; i < v->n; i++)
    if (!n || v->v[i] != v->v[n - 1]) v->v[n++] = v->v[i];
  v->n = n;
}

/* What has changed: stated by documents that wait, or taken out; and what may
** contradict it. */
static void changed(truc_ledger *l, truc__ids *out) {
  truc__ids topics = {0};
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT p.id, iif(p.value IS NULL, NULL, p.topic) FROM " TRUC__UNRANKED
      " u CROSS JOIN proposition p ON p.id = u.id",
      "");
  while (truc__next(l, s)) {
    bool ok = VEC_PUSH(*out, sqlite3_column_int64(s, 0));
    if (ok && sqlite3_column_type(s, 1) != SQLITE_NULL)
      ok = VEC_PUSH(topics, sqlite3_column_int64(s, 1));
    if (!ok) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
  sort_unique(&topics);
  for (uint32_t i = 0; i < topics.n; i++) add_mates(l, topics.v[i], out);
  sort_unique(out);
  VEC_FREE(topics);
}

/* Writes its rows anew; a rank that stays may have got more entities. */
static void rank(ranking *x, int64_t proposition) {
  truc_ledger *l = x->l;
  ranked p;
  if (!read_ranked(l, proposition, &p)) return;
  bool disputed =
      p.topic != TRUC__NO_INT &&
      truc__ask_int(l, 0, "SELECT 1 FROM conflict WHERE a = ? LIMIT 1", "i",
                    proposition);
  if (p.rank != p.now || p.disputed != disputed) {
    take_out(l, proposition, &p);
    truc__exec(l,
               "UPDATE proposition SET ranked = ?, disputed = ? WHERE id = ?",
               "iii", p.now, (int64_t)disputed, proposition);
  }
  add_all(x, proposition, p.kind, p.now, disputed);
}

void truc__concern_index(truc_ledger *l) {
  ranking x = {.l = l};
  truc__ids v = {0};
  changed(l, &v);
  for (uint32_t i = 0; i < v.n && !truc__failed(l); i++) {
    rank(&x, v.v[i]);
    if (x.row.n >= BATCH || i + 1 == v.n) write_rows(&x);
  }
  if (!truc__failed(l)) l->unranked = false;
  VEC_FREE(v);
  release(&x);
}

/* ------------------------------------------------------------------ reading */

static bool is_country(truc_ledger *l, int64_t entity) {
  return truc__ask_int(l, 0, "SELECT type = 'GPE' FROM entity WHERE id = ?",
                       "i", entity);
}

static int64_t how_many(truc_ledger *l, int64_t entity) {
  return truc__ask_int(l, 0,
                       "SELECT count(*) FROM (SELECT 1 FROM concern "
                       "WHERE entity = ? AND other = 0 LIMIT 4000)",
                       "i", entity);
}

truc__concern_key truc__concern_key_of(truc_ledger *l, const int64_t *entity,
                                       int n) {
  int64_t a = entity[0], b = n > 1 ? entity[1] : a;
  if (a == b) return (truc__concern_key){a, 0, a};
  if (is_country(l, a) && is_country(l, b))
    return (truc__concern_key){a < b ? a : b, a < b ? b : a, a < b ? a : b};
  if (how_many(l, b) < how_many(l, a)) return (truc__concern_key){b, 0, a};
  return (truc__concern_key){a, 0, b};
}

#define OF_KEY                                                           \
  "FROM concern x WHERE x.entity = ?1 AND x.other = ?2 AND x.kind = ?4 " \
  "AND (?3 = ?1 OR EXISTS (SELECT 1 FROM concern y WHERE y.entity = ?3 " \
  "AND y.other = 0 AND y.kind = x.kind AND y.rank = x.rank "             \
  "AND y.proposition = x.proposition)) "

static uint32_t count_kind(truc_ledger *l, const truc__concern_key *k,
                           int64_t kind, int64_t upto) {
  return (uint32_t)truc__ask_int(
      l, 0, "SELECT count(*) " OF_KEY "AND x.rank < ?5", "iiiii", k->entity,
      k->other, k->second, kind, upto);
}

static truc__concern_key key_of_query(truc_ledger *l, const truc_query *q) {
  int64_t entity[2];
  int n = 0;
  for (int i = 0; i < 2; i++)
    if (q->actor[i])
      entity[n++] = truc__ask_int(l, 0, "SELECT id FROM entity WHERE ref = ?",
                                  "s", q->actor[i]);
  return truc__concern_key_of(l, entity, n);
}

typedef struct best {
  int64_t rank, id, hash, kind;
} best;
typedef VEC(best) bests;

/* The first of a kind; of equal rank all, for their order is by name. */
static void first_of_kind(truc_ledger *l, const truc__concern_key *k,
                          int64_t kind, uint32_t limit, bests *out) {
  uint32_t n = 0;
  int64_t last = 0;
  sqlite3_stmt *s =
      truc__ask(l, "SELECT x.rank, x.proposition " OF_KEY "ORDER BY x.rank",
                "iiii", k->entity, k->other, k->second, kind);
  while (truc__next(l, s)) {
    best b = {sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), 0, kind};
    if (n >= limit && b.rank != last) {
      truc__end(s);
      return;
    }
    last = b.rank;
    n++;
    if (!VEC_PUSH(*out, b)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
}

static int by_rank(const void *a, const void *b) {
  const best *x = a, *y = b;
  if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
  if (x->kind != y->kind)
    return strcmp(truc_kind_name((truc_kind)(x->kind % TRUC__DISPUTED)),
                  truc_kind_name((truc_kind)(y->kind % TRUC__DISPUTED)));
  return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Puts equal ranks at the border in the order of their names, and cuts. */
static void put_in_order(truc_ledger *l, bests *v, uint32_t limit) {
  if (!v->n) return;
  qsort(v->v, v->n, sizeof *v->v, by_rank);
  int64_t border = v->n > limit ? v->v[limit - 1].rank : v->v[v->n - 1].rank;
  while (v->n && v->v[v->n - 1].rank > border) v->n--;
  for (uint32_t i = 0; i < v->n; i++)
    if ((i && v->v[i - 1].rank == v->v[i].rank) ||
        (i + 1 < v->n && v->v[i + 1].rank == v->v[i].rank))
      v->v[i].hash = truc__ask_int(
          l, 0, "SELECT hash FROM proposition WHERE id = ?", "i", v->v[i].id);
  qsort(v->v, v->n, sizeof *v->v, by_rank);
  if (v->n > limit) v->n = limit;
}

/* Actors and kinds, and no more than some of them. */
static bool is_plain(const truc_query *q) {
  return q->actor[0] && q->limit && q->order == TRUC_ORDER_SOURCES &&
         !q->modalities && !q->sector && !q->from && !q->to && !q->id &&
         !q->words && !q->after;
}

bool truc__concern_settled(truc_ledger *l) {
  return !truc__ask_int(l, 0, "SELECT 1 FROM " TRUC__UNRANKED " LIMIT 1", "");
}

bool truc__concern_choose(truc_ledger *l, const truc_query *q,
                          truc__chosen *out) {
  bests v = {0};
  if (!is_plain(q) || !truc__concern_settled(l)) return false;
  truc__concern_key k = key_of_query(l, q);
  for (int kind = 0; kind < TRUC_NKINDS && !truc__failed(l); kind++) {
    if (q->kinds && !(q->kinds >> kind & 1)) continue;
    int64_t as = kind + (q->contradicted ? TRUC__DISPUTED : 0);
    uint32_t total = count_kind(l, &k, as, INT64_MAX);
    out->total += total;
    out->supported += count_kind(l, &k, as, SUPPORTED);
    if (total) first_of_kind(l, &k, as, q->limit, &v);
  }
  put_in_order(l, &v, q->limit);
  for (uint32_t i = 0; i < v.n; i++)
    if (!VEC_PUSH(out->id, v.v[i].id))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  VEC_FREE(v);
  return true;
}

/* Of equal rank at the border all are taken: their order is by name. */
void truc__concern_holders(truc_ledger *l, const truc_query *q,
                           truc__chosen *out) {
  truc__concern_key k = key_of_query(l, q);
  int64_t border = 0;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT DISTINCT h.rank, h.proposition FROM temp.picked t "
      "CROSS JOIN concern h ON h.entity = t.id AND h.other = 0 "
      "AND h.kind = ?4 WHERE NOT EXISTS (SELECT 1 " OF_KEY
      "AND x.rank = h.rank AND x.proposition = h.proposition) ORDER BY h.rank",
      "iiii", k.entity, k.other, k.second, (int64_t)TRUC_KIND_OFFICE);
  for (uint32_t n = 0; truc__next(l, s); n++) {
    int64_t rank = sqlite3_column_int64(s, 0);
    out->total++;
    out->supported += rank < SUPPORTED;
    if (q->limit && n >= q->limit && rank > border) continue;
    border = rank;
    if (!VEC_PUSH(out->id, sqlite3_column_int64(s, 1)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
}

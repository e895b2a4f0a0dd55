/* SPDX-License-Identifier: Apache-2.0 */
/* stated.c - rows of claims, and what a proposition takes from its finest
** claim: name, date, topic, value. */
#include "ledger/ledger.h"

/* ------------------------------------------------------------- fineness */

/* How much a date says.  A visit's interval tells more than its first day; for
** all else the shortest stretch is the finest. */
static int32_t date_fineness(truc_kind kind, const truc__when *w) {
  if (!w->some) return 0;
  if (w->near) return 1;
  if (!w->known) return 2;
  bool interval = memcmp(&w->start, &w->end, sizeof w->start) != 0;
  if (interval && kind == TRUC_KIND_VISIT && w->fine == 3) return 9;
  return 2 + 2 * w->fine - interval;
}

static uint32_t count_slots(const char *rest) {
  uint32_t n = *rest != '\0';
  for (; *rest; rest++) n += *rest == '|';
  return n;
}

/* Finest first; a total order, since no two claims of a core are equal in both
** time and rest. */
static int compare(const truc__fine *a, const truc__fine *b) {
  if (a->date != b->date) return a->date > b->date ? -1 : 1;
  if (a->nslot != b->nslot) return a->nslot > b->nslot ? -1 : 1;
  size_t na = strlen(a->rest), nb = strlen(b->rest);
  if (na != nb) return na > nb ? -1 : 1;
  int d = strcmp(a->time, b->time);
  return d ? d : strcmp(a->rest, b->rest);
}

bool truc__finer(const truc__fine *a, const truc__fine *b) {
  return compare(a, b) < 0;
}

truc__fine truc__fine_of(truc_kind kind, const char *time, const char *rest) {
  truc__fine x = {.time = time, .rest = rest};
  x.when = truc__when_parse(time);
  x.date = date_fineness(kind, &x.when);
  x.nslot = count_slots(rest);
  return x;
}

/* ------------------------------------------------------------------ names */

/* The block of a claim: 63 bits of a hash stand for its core.  Of ten million
** cores two would fall together once in two hundred thousand ledgers. */
static int64_t block_of(const truc__claim *c) {
  return (int64_t)(truc__hash(c->core.p, c->core.n) >> 1);
}

/* Half of a proposition's public name: what its finest claim says.  The upper
** bits are those of the block, so that a name is found through the claims and
** needs no index of its own. */
static int64_t make_hash(truc_ledger *l, int64_t block, const char *time,
                         const char *rest) {
  truc__buf_reset(&l->a);
  truc__buf_str(&l->a, time);
  truc__buf_chr(&l->a, '|');
  truc__buf_str(&l->a, rest);
  if (l->a.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  if (truc__failed(l)) return 0;
  return (block & ~TRUC__REST_BITS) |
         ((int64_t)truc__hash(l->a.p, l->a.n) & TRUC__REST_BITS);
}

/* ---------------------------------------------------------------- claims */

bool truc__claim_alone(truc_ledger *l, const truc__claim *c) {
  return !truc__ask_int(l, 0, "SELECT 1 FROM claim WHERE block = ? LIMIT 1",
                        "i", block_of(c));
}

int64_t truc__claim_find(truc_ledger *l, const truc__claim *c,
                         int64_t *proposition) {
  int64_t id = 0;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT id, proposition FROM claim WHERE block = ? AND time = ? "
      "AND rest = ?",
      "itt", block_of(c), c->time.p, c->time.n, c->rest.p, c->rest.n);
  *proposition = 0;
  if (!truc__next(l, s)) return 0;
  id = sqlite3_column_int64(s, 0);
  *proposition = sqlite3_column_int64(s, 1);
  truc__end(s);
  return id;
}

static int64_t topic_of(const truc__claim *c) {
  return c->topic.n ? (int64_t)truc__hash(c->topic.p, c->topic.n)
                    : TRUC__NO_INT;
}

/* The core of what may have a history is looked into (history.c); all else is
** only compared, by its block.  An agreement needs its instrument by name, a
** sum a topic.  Kind, modality and what stands for things unsaid are left
** out. */
static void put_core(truc__buf *b, const truc__claim *c) {
  const unsigned kept = 1u << TRUC_KIND_RANKING | 1u << TRUC_KIND_MILESTONE |
                        1u << TRUC_KIND_COOPERATION | 1u << TRUC_KIND_OFFICE;
  size_t n;
  truc_kind kind = truc__kind_of(c->core.p);
  truc__buf_reset(b);
  truc__buf_put(b, "", 0);
  if (kind == TRUC_KIND_AGREEMENT
          ? !truc__slot_value(c->core.p, "instrument", &n)
      : kind == TRUC_KIND_AMOUNT ? !c->topic.n
                                 : !(kept >> kind & 1))
    return;
  for (const char *p = c->core.p; *p; p += n + (p[n] == '|')) {
    n = strcspn(p, "|");
    if (!memchr(p, '=', n) || truc__starts(p, "said=")) continue;
    if (b->n) truc__buf_chr(b, '|');
    truc__buf_put(b, p, n);
  }
}

int64_t truc__claim_insert(truc_ledger *l, const truc__claim *c,
                           int64_t proposition) {
  put_core(&l->c, c);
  if (l->c.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  truc__exec(l,
             "INSERT INTO claim(block, core, time, rest, lo, hi, topic, value, "
             "proposition) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
             "isttooosi", block_of(c), l->c.p, c->time.p, c->time.n, c->rest.p,
             c->rest.n, c->lo, c->hi, topic_of(c),
             c->value.n ? c->value.p : NULL, proposition);
  return sqlite3_last_insert_rowid(l->db);
}

/* -------------------------------------------------------------- counting */

/* A claim's time as the date of its proposition. */
typedef struct dating {
  const char *date;
  int64_t lo, hi;
} dating;

static dating date_of(const char *time) {
  truc__when w = truc__when_parse(time);
  dating d = {NULL, TRUC__NO_INT, TRUC__NO_INT};
  if (!w.some || w.near) return d;
  d.date = time;
  if (w.known) d.lo = w.lo, d.hi = w.hi;
  return d;
}

static const char *keep_column(truc_ledger *l, truc__arena *a, sqlite3_stmt *s,
                               int column) {
  const char *t = truc__text(s, column);
  const char *kept = truc__keep(l, a, t, strlen(t));
  return kept ? kept : "";
}

/* Date, topic and value are those of the finest claim. */
void truc__count_claims(truc_ledger *l, int64_t id) {
  int64_t block = 0, topic = TRUC__NO_INT;
  truc__fine best = {0};
  const char *value = NULL;
  truc__arena texts = {0};
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT c.time, c.rest, c.topic, c.value, c.block, p.kind_no "
      "FROM proposition p JOIN claim c ON c.proposition = p.id WHERE p.id = ?",
      "i", id);
  while (truc__next(l, s)) {
    const char *time = keep_column(l, &texts, s, 0);
    const char *rest = keep_column(l, &texts, s, 1);
    block = sqlite3_column_int64(s, 4);
    if (truc__failed(l)) break;
    truc__fine x = truc__fine_of(truc__kind_column(s, 5), time, rest);
    if (best.time && truc__finer(&best, &x)) continue;
    best = x;
    topic = truc__int_or_none(s, 2);
    value = sqlite3_column_type(s, 3) == SQLITE_NULL
                ? NULL
                : keep_column(l, &texts, s, 3);
  }
  if (best.time && !truc__failed(l)) {
    dating d = date_of(best.time);
    truc__exec(l,
               "UPDATE proposition SET hash = ?, date = ?, lo = ?, hi = ?, "
               "topic = ?, value = ? WHERE id = ?",
               "isooosi", make_hash(l, block, best.time, best.rest), d.date,
               d.lo, d.hi, topic, value, id);
  }
  truc__arena_release(&texts);
}

int64_t truc__proposition_of(truc_ledger *l, const truc__claim *c,
                             const truc_fact *f, int64_t day, int64_t fact) {
  dating d = date_of(c->time.p);
  int64_t hash = make_hash(l, block_of(c), c->time.p, c->rest.p);
  truc__exec(l,
             "INSERT INTO proposition(kind_no, hash, modality_no, date, "
             "lo, hi, sources, documents, facts, first_day, "
             "last_day, fact, topic, value, ranked) "
             "VALUES(?, ?, ?, ?, ?, ?, ?7, 1, 1, ?8, ?8, ?, ?, ?, ?)",
             "iiisooioiosi", (int64_t)f->kind, hash, (int64_t)f->modality,
             d.date, d.lo, d.hi, (int64_t)truc__is_timed(f), day, fact,
             topic_of(c), c->value.n ? c->value.p : NULL, TRUC__RANK_LATER);
  return sqlite3_last_insert_rowid(l->db);
}

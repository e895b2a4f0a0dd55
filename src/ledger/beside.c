/* SPDX-License-Identifier: Apache-2.0 */
/* beside.c - who says a proposition, what contradicts it, what shares part of
** it. */
#include <stdlib.h>

#include "ledger/records.h"

void truc__read_speakers(truc__reader *x, truc_record *p, int64_t best) {
  p->speaker = x->r->speaker.n;
  sqlite3_stmt *s = truc__ask(x->l,
                              "SELECT e.ref FROM speaker s JOIN entity e "
                              "ON e.id = s.entity WHERE s.fact = ? "
                              "ORDER BY s.n",
                              "i", best);
  while (truc__next(x->l, s))
    if (!VEC_PUSH(x->r->speaker, truc__kept_column(x, s, 0)))
      truc__no_memory(x);
  p->nspeaker = x->r->speaker.n - p->speaker;
}

/* What contradicts it. */
void truc__read_conflicts(truc__reader *x, truc_record *p, int64_t id) {
  sqlite3_stmt *s = truc__ask(x->l,
                              "SELECT DISTINCT other FROM conflict "
                              "WHERE a = ? ORDER BY other",
                              "i", id);
  while (truc__next(x->l, s))
    if (!VEC_PUSH(x->r->conflict, truc__kept_column(x, s, 0)))
      truc__no_memory(x);
  p->nconflict = x->r->conflict.n - p->conflict;
}

static int by_name(const void *a, const void *b) {
  const truc__mate *x = a, *y = b;
  return (x->hash > y->hash) - (x->hash < y->hash);
}

/* The lists of one topic: whose, and what is in them; a row for each item. */
static truc__topic read_topic(truc__reader *x, int64_t id) {
  truc__topic t = {x->mate.n, 0};
  sqlite3_stmt *s = truc__ask(
      x->l,
      "SELECT b.id, b.hash, y.entity FROM proposition b CROSS JOIN argument y "
      "ON y.fact = b.fact WHERE b.topic = ? AND b.value IS NULL "
      "AND y.slot IN ('sectors', 'forums') AND y.entity IS NOT NULL",
      "i", id);
  while (truc__next(x->l, s)) {
    truc__mate m = {sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1),
                    sqlite3_column_int64(s, 2)};
    if (!VEC_PUSH(x->mate, m)) truc__no_memory(x);
  }
  t.n = x->mate.n - t.first;
  if (t.n) qsort(x->mate.v + t.first, t.n, sizeof *x->mate.v, by_name);
  return t;
}

/* Topics are read once: those of a page are few. */
static truc__topic topic_of(truc__reader *x, int64_t id) {
  int64_t at;
  uint64_t key = (uint64_t)id;
  if (truc__memo_get(&x->topic_at, key, &at)) return x->topic.v[at];
  truc__topic t = read_topic(x, id);
  if (VEC_PUSH(x->topic, t))
    truc__memo_put(&x->topic_at, key, x->topic.n - 1);
  else
    truc__no_memory(x);
  return t;
}

/* What is in its own list. */
static uint32_t own_items(const truc__reader *x, truc__topic t, int64_t id,
                          int64_t *own, uint32_t room) {
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

static void add_partial(truc__reader *x, truc_record *p, int64_t hash) {
  char *key = truc__arena_get(&x->r->arena, 40);
  if (key)
    sqlite3_snprintf(40, key, "%s-%016llx", truc_kind_name((truc_kind)p->kind),
                     hash);
  if (!key || !VEC_PUSH(x->r->partial, key)) truc__no_memory(x);
  p->npartial = x->r->partial.n - p->partial;
}

/* What shares part of its list, the first fifty by name: the view `partial`,
** put for speed. */
void truc__read_partial(truc__reader *x, truc_record *p, int64_t id,
                        int64_t about) {
  enum { MOST = 50, ITEMS = 64 };
  truc__topic t = topic_of(x, about);
  int64_t last = 0, own[ITEMS];
  uint32_t nown = own_items(x, t, id, own, ITEMS);
  for (uint32_t i = t.first; i < t.first + t.n && p->npartial < MOST; i++) {
    const truc__mate *m = &x->mate.v[i];
    if (m->id == id || m->id == last || !among(own, nown, m->item)) continue;
    last = m->id;
    add_partial(x, p, m->hash);
  }
}

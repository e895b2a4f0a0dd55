/* SPDX-License-Identifier: Apache-2.0 */
/* merge.c - from claims to propositions: groups that depend on what is there,
** not on the order in which it came. */
#include <stdlib.h>

#include "ledger/ledger.h"

/* A claim that agrees with more than so many others says too little to belong
** anywhere ("10 %" of nothing in particular): it stands alone and links
** nothing.  This also bounds the work of adding. */
#define VAGUE 64

typedef struct node {
  int64_t id, proposition, lo, hi;
  truc__fine fine;
  bool reached, vague;
  uint32_t group;
} node;

typedef struct pool {
  truc_ledger *l;
  truc__arena arena;
  VEC(node) node;
  VEC(uint32_t) reached; /* in the order found */
  VEC(uint32_t) sorted;  /* the same, finest first */
  int64_t block;
  truc_kind kind;
  int window;
} pool;

void truc__ids_add(truc_ledger *l, truc__ids *v, int64_t id) {
  for (uint32_t i = 0; i < v->n; i++)
    if (v->v[i] == id) return;
  if (!VEC_PUSH(*v, id)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

char *truc__keep(truc_ledger *l, truc__arena *a, const char *s, size_t n) {
  char *p = truc__arena_str(a, s, n);
  if (!p) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  return p;
}

/* -------------------------------------------------------------- reaching */

static char *keep_column(pool *p, sqlite3_stmt *s, int column) {
  const char *t = truc__text(s, column);
  char *kept = truc__keep(p->l, &p->arena, t, strlen(t));
  return kept ? kept : "";
}

/* All claims of the block whose days touch [lo, hi]. */
static void load(pool *p, int64_t lo, int64_t hi) {
  p->node.n = 0;
  truc__arena_reset(&p->arena);
  sqlite3_stmt *s =
      truc__ask(p->l,
                "SELECT id, proposition, lo, hi, time, rest FROM claim "
                "WHERE block = ? AND (lo IS NULL OR (lo <= ? AND hi >= ?))",
                "iii", p->block, hi, lo);
  while (truc__next(p->l, s)) {
    node x = {.id = sqlite3_column_int64(s, 0),
              .proposition = sqlite3_column_int64(s, 1),
              .lo = truc__int_or_none(s, 2),
              .hi = truc__int_or_none(s, 3)};
    const char *time = keep_column(p, s, 4), *rest = keep_column(p, s, 5);
    x.fine = truc__fine_of(p->kind, time, rest);
    if (!VEC_PUSH(p->node, x))
      truc__set_fail(p->l, TRUC_ENOMEM, "out of memory");
  }
}

static bool agree(const pool *p, const node *a, const node *b) {
  return truc__when_agree(&a->fine.when, &b->fine.when, p->window,
                          truc__kind_slack(p->kind)) &&
         truc__rest_agree(a->fine.rest, b->fine.rest);
}

static void reach(pool *p, uint32_t i) {
  p->node.v[i].reached = true;
  if (!VEC_PUSH(p->reached, i))
    truc__set_fail(p->l, TRUC_ENOMEM, "out of memory");
}

static bool is_start(const truc__ids *from, int64_t id) {
  for (uint32_t i = 0; i < from->n; i++)
    if (from->v[i] == id) return true;
  return false;
}

/* Degree of a node, counted no further than just past VAGUE: one more claim may
** just have made it vague, and then its neighbours must be grouped anew. */
static uint32_t degree(const pool *p, const node *a) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < p->node.n && n < VAGUE + 2; i++)
    n += &p->node.v[i] != a && agree(p, a, &p->node.v[i]);
  return n;
}

/* Everything that hangs together with the claims `from`, among those loaded. */
static void reach_all(pool *p, const truc__ids *from) {
  p->reached.n = 0;
  for (uint32_t i = 0; i < p->node.n; i++)
    if (is_start(from, p->node.v[i].id)) reach(p, i);
  uint32_t starts = p->reached.n;
  for (uint32_t k = 0; k < p->reached.n && !truc__failed(p->l); k++) {
    node *a = &p->node.v[p->reached.v[k]];
    uint32_t n = degree(p, a);
    a->vague = n > VAGUE;
    if (n > VAGUE + 1 && k >= starts) continue;
    for (uint32_t i = 0; i < p->node.n; i++)
      if (!p->node.v[i].reached && agree(p, a, &p->node.v[i])) reach(p, i);
  }
}

/* Days that the reached claims span; false if they are all inside [lo, hi]. */
static bool wider(const pool *p, int64_t *lo, int64_t *hi) {
  int64_t l = *lo, h = *hi;
  for (uint32_t k = 0; k < p->reached.n; k++) {
    const node *x = &p->node.v[p->reached.v[k]];
    if (x->lo == TRUC__NO_INT || x->lo < l)
      l = x->lo == TRUC__NO_INT ? INT64_MIN : x->lo;
    if (x->lo == TRUC__NO_INT || x->hi > h)
      h = x->lo == TRUC__NO_INT ? INT64_MAX : x->hi;
  }
  bool more = l < *lo || h > *hi;
  *lo = l;
  *hi = h;
  return more;
}

/* Loads as few claims as will do: a spokesman's statements are thousands, but
** those of one week do not touch those of another. */
static void gather(pool *p, const truc__ids *from, int64_t lo, int64_t hi) {
  do {
    load(p, lo, hi);
    reach_all(p, from);
  } while (!truc__failed(p->l) && wider(p, &lo, &hi));
}

/* -------------------------------------------------------------- grouping */

/* Insertion sort: the reached are few. */
static void sort_reached(pool *p) {
  p->sorted.n = 0;
  if (!VEC_ROOM(p->sorted, p->reached.n)) {
    truc__set_fail(p->l, TRUC_ENOMEM, "out of memory");
    return;
  }
  for (uint32_t k = 0; k < p->reached.n; k++) {
    uint32_t i = p->reached.v[k], at = p->sorted.n;
    while (at && truc__finer(&p->node.v[i].fine,
                             &p->node.v[p->sorted.v[at - 1]].fine))
      at--;
    memmove(p->sorted.v + at + 1, p->sorted.v + at,
            (p->sorted.n - at) * sizeof i);
    p->sorted.v[at] = i;
    p->sorted.n++;
  }
}

/* Days between a report and what a group tells of. */
static int64_t distance(const node *report, const node *of) {
  if (report->fine.when.lo < of->fine.when.lo)
    return of->fine.when.lo - report->fine.when.lo;
  if (report->fine.when.lo > of->fine.when.hi)
    return report->fine.when.lo - of->fine.when.hi;
  return 0;
}

static bool fits(const pool *p, uint32_t upto, uint32_t group, const node *x) {
  for (uint32_t k = 0; k < upto; k++) {
    const node *y = &p->node.v[p->sorted.v[k]];
    if (y->group == group && !agree(p, x, y)) return false;
  }
  return true;
}

/* The group for the claim at `at`: the only one that it agrees with; of
** several, if it has no date of its own, the one nearest to its report. */
static uint32_t choose(const pool *p, uint32_t at) {
  const node *x = &p->node.v[p->sorted.v[at]];
  uint32_t best = TRUC_NONE;
  int64_t near = INT64_MAX;
  bool tie = false;
  if (x->vague) return at;
  for (uint32_t k = 0; k < at; k++) { /* k opens group k */
    const node *head = &p->node.v[p->sorted.v[k]];
    if (head->group != k || head->vague || !fits(p, at, k, x)) continue;
    bool by_report =
        x->fine.when.near && head->fine.when.known && !head->fine.when.near;
    int64_t d = by_report ? distance(x, head) : 0;
    if (best == TRUC_NONE || d < near) {
      best = k;
      near = d;
      tie = false;
    } else if (d == near) {
      tie = true;
    }
  }
  return tie || best == TRUC_NONE ? at : best;
}

static void group(pool *p) {
  sort_reached(p);
  for (uint32_t k = 0; k < p->sorted.n; k++)
    p->node.v[p->sorted.v[k]].group = choose(p, k);
}

/* --------------------------------------------------------------- storing */

/* The row for group k: one that a member belongs to already, unless another
** group has taken it; its name follows from its claims (count_claims). */
static int64_t proposition_for(pool *p, uint32_t k, truc__ids *taken) {
  truc_ledger *l = p->l;
  for (uint32_t j = k; j < p->sorted.n; j++) {
    const node *x = &p->node.v[p->sorted.v[j]];
    if (x->group != k || !x->proposition || is_start(taken, x->proposition))
      continue;
    truc__ids_add(l, taken, x->proposition);
    return x->proposition;
  }
  truc__exec(l,
             "INSERT INTO proposition(kind_no, hash, modality_no, sources, "
             "documents, facts, fact, ranked) VALUES(?, 0, 0, 0, 0, 0, 0, 1)",
             "i", (int64_t)p->kind);
  l->unranked = true;
  int64_t id = sqlite3_last_insert_rowid(l->db);
  truc__ids_add(l, taken, id);
  return id;
}

static void store(pool *p, truc__ids *touched) {
  truc_ledger *l = p->l;
  truc__ids taken = {0};
  for (uint32_t k = 0; k < p->sorted.n && !truc__failed(l); k++) {
    if (p->node.v[p->sorted.v[k]].group != k) continue;
    int64_t id = proposition_for(p, k, &taken);
    truc__ids_add(l, touched, id);
    for (uint32_t j = k; j < p->sorted.n; j++) {
      node *x = &p->node.v[p->sorted.v[j]];
      if (x->group != k || x->proposition == id) continue;
      truc__concern_forget(l, id);
      if (x->proposition) truc__concern_forget(l, x->proposition);
      truc__exec(l, "UPDATE claim SET proposition = ? WHERE id = ?", "ii", id,
                 x->id);
      if (x->proposition) truc__ids_add(l, touched, x->proposition);
    }
  }
  VEC_FREE(taken);
}

static void pool_release(pool *p) {
  truc__arena_release(&p->arena);
  VEC_FREE(p->node);
  VEC_FREE(p->reached);
  VEC_FREE(p->sorted);
}

/* Finds block and kind of a claim and what hangs together with it. */
static bool pool_from(pool *p, truc_ledger *l, const truc__ids *from,
                      int64_t claim) {
  memset(p, 0, sizeof *p);
  p->l = l;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT c.block, coalesce(p.kind_no, (SELECT f.kind_no FROM fact f "
      "WHERE f.claim = c.id LIMIT 1)), c.lo, c.hi FROM claim c "
      "LEFT JOIN proposition p ON p.id = c.proposition WHERE c.id = ?",
      "i", claim);
  if (!truc__next(l, s)) return false;
  p->block = sqlite3_column_int64(s, 0);
  int64_t lo = truc__int_or_none(s, 2), hi = truc__int_or_none(s, 3);
  if (lo == TRUC__NO_INT) hi = INT64_MAX;
  p->kind = truc__kind_column(s, 1);
  truc__end(s);
  if (p->kind == TRUC_NKINDS) {
    truc__set_fail(l, TRUC_ELEDGER, "the ledger is damaged: claim %lld",
                   (long long)claim);
    return false;
  }
  p->window = truc__kind_window(p->kind);
  gather(p, from, lo, hi);
  return !truc__failed(l);
}

void truc__regroup(truc_ledger *l, const truc__ids *claims) {
  truc__ids touched = {0}, one = {0}, done = {0};
  for (uint32_t i = 0; i < claims->n && !truc__failed(l); i++) {
    pool p;
    bool again = false;
    for (uint32_t k = 0; k < done.n; k++) again |= done.v[k] == claims->v[i];
    if (again) continue;
    one.n = 0;
    truc__ids_add(l, &one, claims->v[i]);
    if (pool_from(&p, l, &one, claims->v[i])) {
      group(&p);
      store(&p, &touched);
      for (uint32_t k = 0; k < p.reached.n; k++)
        if (is_start(claims, p.node.v[p.reached.v[k]].id))
          truc__ids_add(l, &done, p.node.v[p.reached.v[k]].id);
    }
    pool_release(&p);
  }
  for (uint32_t i = 0; i < touched.n; i++) truc__recount(l, touched.v[i]);
  VEC_FREE(touched);
  VEC_FREE(one);
  VEC_FREE(done);
}

void truc__neighbours(truc_ledger *l, int64_t claim, truc__ids *out) {
  pool p;
  truc__ids one = {0};
  truc__ids_add(l, &one, claim);
  if (pool_from(&p, l, &one, claim))
    for (uint32_t k = 0; k < p.reached.n; k++) {
      int64_t id = p.node.v[p.reached.v[k]].id;
      if (id != claim) truc__ids_add(l, out, id);
    }
  pool_release(&p);
  VEC_FREE(one);
}

/* -------------------------------------------------------------- checking */

/* Compares the groups of everything that hangs together with `claim`. */
static void check_from(truc_ledger *l, int64_t claim) {
  pool p;
  truc__ids one = {0};
  truc__ids_add(l, &one, claim);
  if (pool_from(&p, l, &one, claim)) {
    group(&p);
    for (uint32_t i = 0; i < p.sorted.n && !truc__failed(l); i++)
      for (uint32_t j = 0; j < i; j++) {
        const node *a = &p.node.v[p.sorted.v[i]], *b = &p.node.v[p.sorted.v[j]];
        if ((a->group == b->group) != (a->proposition == b->proposition))
          truc__set_fail(l, TRUC_ELEDGER,
                         "the ledger is damaged: claims %lld and %lld are "
                         "grouped wrongly",
                         (long long)a->id, (long long)b->id);
      }
  }
  pool_release(&p);
  VEC_FREE(one);
}

void truc__check_groups(truc_ledger *l) {
  truc__ids all = {0};
  sqlite3_stmt *s = truc__ask(l, "SELECT id FROM claim", "");
  while (truc__next(l, s))
    if (!VEC_PUSH(all, sqlite3_column_int64(s, 0)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  for (uint32_t i = 0; i < all.n && !truc__failed(l); i++)
    check_from(l, all.v[i]);
  VEC_FREE(all);
}

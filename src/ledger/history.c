/* SPDX-License-Identifier: Apache-2.0 */
/* history.c - what changed over time.
**
** A claim says all that makes a statement this one and no other.  Leave out the
** slot that changes (the rank, the sum, the step, the holder), and the claims
** that are still equal are a history of one thing. */
#include <stdlib.h>

#include "ledger/history.h"

/* Propositions looked at, in all; of each kind for a brief; steps kept. */
enum { MOST = 4000, KNOWN = 60, MOST_STEPS = 48 };

static const struct {
  uint8_t kind, change;
  const char *varies; /* slot of the core; NULL: the modality */
  const char *also;   /* slots of the rest that it is about, by blanks */
  const char *about;  /* slots that say what it is about */
} rules[] = {
    {TRUC_KIND_RANKING, TRUC_CHANGE_RANK, "rank", "set",
     "subject domain relative_to set"},
    {TRUC_KIND_AMOUNT, TRUC_CHANGE_SUM, "value",
     "what provider recipient between", "what unit provider recipient"},
    {TRUC_KIND_MILESTONE, TRUC_CHANGE_RELATION, "type", "", "parties"},
    {TRUC_KIND_COOPERATION, TRUC_CHANGE_PLAN, NULL, "", "parties sectors"},
    {TRUC_KIND_AGREEMENT, TRUC_CHANGE_AGREEMENT, "action", "",
     "parties instrument"},
    {TRUC_KIND_OFFICE, TRUC_CHANGE_OFFICE, "person", "org country",
     "office org country"},
};
enum { NRULES = sizeof rules / sizeof rules[0] };

static const char *const names[TRUC_NCHANGE] = {"rank", "sum",       "relation",
                                                "plan", "agreement", "office"};

const char *truc_change_name(truc_change c) {
  return (unsigned)c < TRUC_NCHANGE ? names[c] : "";
}

/* Is `slot` one of these? */
static bool among(const char *slots, const char *slot) {
  size_t n = strlen(slot);
  for (const char *s = slots; (s = strstr(s, slot)) != NULL; s += n)
    if ((s == slots || s[-1] == ' ') && (!s[n] || s[n] == ' ')) return true;
  return false;
}

bool truc__history_about(truc_change c, const char *slot) {
  for (int i = 0; i < NRULES; i++)
    if (rules[i].change == c) return among(rules[i].about, slot);
  return false;
}

/* ------------------------------------------------------------- gathering */

static bool is_slot(const char *part, size_t n, const char *slot) {
  size_t k = strlen(slot);
  return n > k && part[k] == '=' && !memcmp(part, slot, k);
}

static void put_part(truc__buf *b, const char *part, size_t n) {
  truc__buf_put(b, part, n);
  truc__buf_chr(b, '|');
}

/* What a claim is about, as text: its core without kind and modality, which
** have no '=', without what varies and without the sentence that stands in for
** what was not said; then what is known besides. */
static void put_key(truc__buf *b, int rule, const char *core,
                    const char *rest) {
  size_t n;
  truc__buf_reset(b);
  for (const char *p = core; *p; p += n + (p[n] == '|')) {
    n = strcspn(p, "|");
    bool varies = rules[rule].varies && is_slot(p, n, rules[rule].varies);
    if (memchr(p, '=', n) && !varies && !is_slot(p, n, "said"))
      put_part(b, p, n);
  }
  for (const char *p = rest; *p; p += n + (p[n] == '|')) {
    char slot[16];
    n = strcspn(p, "|");
    size_t k = strcspn(p, "=");
    if (k >= sizeof slot || k >= n) continue;
    memcpy(slot, p, k);
    slot[k] = '\0';
    if (among(rules[rule].also, slot)) put_part(b, p, n);
  }
}

/* Is enough said for two statements to be about one thing?  An agreement needs
** its instrument by name, a sum a topic. */
static bool says_what(int rule, const char *core, bool topic) {
  size_t n;
  switch (rules[rule].kind) {
    case TRUC_KIND_AGREEMENT:
      return truc__slot_value(core, "instrument", &n) != NULL;
    case TRUC_KIND_AMOUNT: return topic;
    default: return true;
  }
}

const char *truc__kept_text(truc__telling *x, const char *s, size_t n) {
  const char *p = truc__keep(x->l, &x->h->arena, s, n);
  return p ? p : "";
}

/* What the step is, for people; NULL: none. */
static const char *value_of(truc__telling *x, int rule, const char *core,
                            const char *rest, const char *modality) {
  size_t n, k;
  const char *v = rules[rule].varies
                      ? truc__slot_value(core, rules[rule].varies, &n)
                      : modality;
  if (!rules[rule].varies) return truc__kept_text(x, v, strlen(v));
  if (!v) return NULL;
  if (*v == '#') v++, n--;
  if (rules[rule].change == TRUC_CHANGE_RELATION) {
    const char *of = truc__slot_value(rest, "of", &k);
    if (n >= 11 && !memcmp(v, "anniversary", 11)) return NULL;
    if (of && *of == '#') v = of + 1, n = k - 1;
  }
  if (rules[rule].change != TRUC_CHANGE_SUM) return truc__kept_text(x, v, n);
  const char *unit = truc__slot_value(core, "unit", &k);
  truc__buf_reset(&x->l->b);
  truc__buf_put(&x->l->b, v, n);
  if (unit && *unit == '#')
    truc__buf_fmt(&x->l->b, " %.*s", (int)k - 1, unit + 1);
  return x->l->b.rc ? NULL : truc__kept_text(x, x->l->b.p, x->l->b.n);
}

static int rule_of(const char *kind) {
  for (int i = 0; i < NRULES; i++)
    if (!strcmp(kind, truc_kind_name((truc_kind)rules[i].kind))) return i;
  return -1;
}

/* The countries of a sum that says neither giver nor taker: refs, by blanks. */
static const char *between(truc__telling *x, const char *rest) {
  size_t n;
  const char *v = truc__slot_value(rest, "between", &n);
  if (!v) return "";
  char *p = truc__keep(x->l, &x->h->arena, v, n);
  for (char *c = p; c && *c; c++)
    if (*c == '+') *c = ' ';
  return p ? p : "";
}

/* Plans have stages; else only what is so changes.  A rank or a sum of no known
** time has no place among those of known ones. */
static bool belongs(const truc__candidate *c) {
  switch (rules[c->rule].change) {
    case TRUC_CHANGE_PLAN:
    case TRUC_CHANGE_AGREEMENT: return true;
    case TRUC_CHANGE_RANK:
    case TRUC_CHANGE_SUM:
      return c->modality == TRUC_ACTUAL && c->lo != TRUC__NO_INT;
    default: return c->modality == TRUC_ACTUAL;
  }
}

static int64_t day(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL
             ? TRUC__NO_INT
             : sqlite3_column_int64(s, column);
}

/* By the date of the proposition; a rank has none of its own (said of several
** years it is one), but its fullest statement may; else it is as old as its
** first report.  Of an office that is all that counts. */
static void place_in_time(truc__telling *x, truc__candidate *c,
                          sqlite3_stmt *s) {
  const char *date = truc__text(s, 10);
  c->time = "";
  if (rules[c->rule].kind != TRUC_KIND_OFFICE && *date) {
    truc__when w = truc__when_parse(date);
    c->time = truc__kept_text(x, date, strlen(date));
    if (c->lo == TRUC__NO_INT && w.known) c->lo = w.lo;
    if (c->lo != TRUC__NO_INT) return;
  }
  c->lo = day(s, 4);
}

static void add(truc__telling *x, sqlite3_stmt *s) {
  truc_ledger *l = x->l;
  int rule = rule_of(truc__text(s, 1));
  const char *modality = truc__text(s, 2);
  const char *core = truc__text(s, 7), *rest = truc__text(s, 8);
  bool topic = sqlite3_column_type(s, 9) != SQLITE_NULL;
  if (rule < 0 || !says_what(rule, core, topic)) return;
  put_key(&l->a, rule, core, rest);
  if (l->a.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  if (l->a.rc) return;
  truc__candidate c = {.id = sqlite3_column_int64(s, 0),
                       .lo = day(s, 3),
                       .last = day(s, 5),
                       .about = truc__hash(l->a.p, l->a.n) + (uint64_t)rule,
                       .sources = (uint32_t)sqlite3_column_int64(s, 6),
                       .order = x->v.n,
                       .rule = (uint8_t)rule,
                       .change = rules[rule].change,
                       .modality = (uint8_t)truc__modality_named(modality)};
  place_in_time(x, &c, s);
  c.value = value_of(x, rule, core, rest, modality);
  c.between = between(x, rest);
  if (!c.value || !belongs(&c)) return;
  if (!VEC_PUSH(x->v, c)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

#define CANDIDATE                                                    \
  "SELECT o.id, o.kind, o.modality, o.lo, o.first_day, o.last_day, " \
  "o.sources, c.core, c.rest, o.topic, coalesce(o.date, t.date) FROM "
#define ITS_CLAIM                       \
  "CROSS JOIN fact t ON t.id = o.fact " \
  "CROSS JOIN claim c ON c.id = t.claim WHERE "

/* For a brief the first of each kind, as a brief shows them; false if that is
** not to be had. */
static bool gather_first(truc__telling *x, const truc_query *query) {
  for (int i = 0; i < NRULES && !truc__failed(x->l); i++) {
    truc_query q = *query;
    truc__chosen c = {0};
    q.kinds &= 1u << rules[i].kind;
    q.limit = KNOWN;
    if (!q.kinds) continue;
    bool known = truc__concern_choose(x->l, &q, &c);
    for (uint32_t k = 0; k < c.id.n; k++) {
      sqlite3_stmt *s =
          truc__ask(x->l, CANDIDATE "proposition o " ITS_CLAIM "o.id = ?", "i",
                    c.id.v[k]);
      while (truc__next(x->l, s)) add(x, s);
    }
    VEC_FREE(c.id);
    if (!known) return false;
  }
  return true;
}

/* The best known propositions of the query, of kinds that have a history. */
static void gather(truc__telling *x, const truc_query *query) {
  truc_query q = *query;
  truc__filter f;
  unsigned kinds = 0;
  for (int i = 0; i < NRULES; i++) kinds |= 1u << rules[i].kind;
  q.kinds = q.kinds ? q.kinds & kinds : kinds;
  if (!q.kinds || (x->brief && gather_first(x, &q))) return;
  truc__filter_make(x->l, &q, &f);
  char tail[80];
  sqlite3_snprintf(sizeof tail, tail,
                   " ORDER BY p.sources DESC, p.kind, p.hash LIMIT %d", MOST);
  sqlite3_stmt *s = truc__filter_ask(x->l, &f,
                                     CANDIDATE
                                     "proposition p CROSS JOIN proposition o "
                                     "ON o.id = p.id " ITS_CLAIM,
                                     tail);
  while (truc__next(x->l, s)) add(x, s);
  sqlite3_finalize(s);
  truc__filter_release(&f);
}

/* --------------------------------------------------------------- grouping */

static int by_about(const void *a, const void *b) {
  const truc__candidate *x = a, *y = b;
  if (x->rule != y->rule) return x->rule < y->rule ? -1 : 1;
  if (x->about != y->about) return x->about < y->about ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

/* Plans go from the wish to the deed, instruments from the talks on. */
static int stage(const truc__candidate *c) {
  static const uint8_t modality[] = {
      [TRUC_DESIRED] = 0,  [TRUC_CONDITIONAL] = 1, [TRUC_PLANNED] = 2,
      [TRUC_EXPECTED] = 3, [TRUC_AGREED] = 4,      [TRUC_ACTUAL] = 5,
      [TRUC_DENIED] = 6};
  static const char *const action[] = {"study",      "negotiate", "adopt",
                                       "sign",       "exchange",  "ratify",
                                       "promulgate", "issue",     "implement"};
  int n = sizeof action / sizeof action[0], step = 0;
  if (rules[c->rule].change == TRUC_CHANGE_AGREEMENT)
    while (step < n && strcmp(c->value, action[step])) step++;
  else if (rules[c->rule].change != TRUC_CHANGE_PLAN)
    return 0;
  return step * 8 + modality[c->modality];
}

/* What has no day comes last. */
static int by_time(const void *a, const void *b) {
  const truc__candidate *x = a, *y = b;
  if (x->lo != y->lo) {
    if (x->lo == TRUC__NO_INT) return 1;
    if (y->lo == TRUC__NO_INT) return -1;
    return x->lo < y->lo ? -1 : 1;
  }
  int d = stage(x) - stage(y);
  return d ? d : (x->order > y->order) - (x->order < y->order);
}

/* Holders of one office follow each other; a title that several bear at once
** (a minister of nothing named) has no history. */
static bool is_office_of_one(const truc__candidate *v, uint32_t n) {
  uint32_t together = 0;
  for (uint32_t i = 1; i < n; i++)
    together += v[i].lo == TRUC__NO_INT || v[i].lo + 60 < v[i - 1].last;
  return 3 * together < n;
}

/* Is something said of two times, or two things of one? */
static bool changes(const truc__candidate *v, uint32_t n) {
  bool times = false, values = false;
  for (uint32_t i = 1; i < n; i++) {
    times |= v[i].lo != v[0].lo && v[i].lo != TRUC__NO_INT;
    values |= strcmp(v[i].value, v[0].value) || v[i].modality != v[0].modality;
  }
  switch (rules[v->rule].change) {
    case TRUC_CHANGE_OFFICE: return values && is_office_of_one(v, n);
    case TRUC_CHANGE_RANK:
    case TRUC_CHANGE_SUM: return times;
    default: return values;
  }
}

/* The same said of the same time once more adds nothing; the best known stays.
** How many are left. */
static uint32_t each_once(truc__candidate *v, uint32_t n) {
  uint32_t m = 0;
  for (uint32_t i = 0; i < n && m < MOST_STEPS; i++) {
    bool again = false;
    for (uint32_t k = 0; k < m; k++)
      again |= v[k].lo == v[i].lo && v[k].modality == v[i].modality &&
               !strcmp(v[k].value, v[i].value);
    if (!again) v[m++] = v[i];
  }
  return m;
}

static void take_group(truc__telling *x, truc__candidate *v, uint32_t n) {
  uint32_t steps = each_once(v, n);
  truc_history h = {.change = rules[v->rule].change,
                    .step = x->taken.n,
                    .nstep = steps,
                    .sources = v->sources,
                    .between = v->between};
  if (steps < 2) return;
  qsort(v, steps, sizeof *v, by_time); /* of the best known */
  if (!changes(v, steps)) return;
  bool ok = VEC_PUSH(x->h->history, h);
  for (uint32_t i = 0; ok && i < steps; i++) ok = VEC_PUSH(x->taken, v[i]);
  if (!ok) truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
}

static int best_known(const void *a, const void *b) {
  const truc_history *x = a, *y = b;
  if (x->change != y->change) return x->change < y->change ? -1 : 1;
  if (x->sources != y->sources) return x->sources > y->sources ? -1 : 1;
  if (x->nstep != y->nstep) return x->nstep > y->nstep ? -1 : 1;
  return (x->step > y->step) - (x->step < y->step);
}

static void group(truc__telling *x, uint32_t limit) {
  uint32_t n[TRUC_NCHANGE] = {0}, m = 0;
  truc__told *h = x->h;
  if (x->v.n) qsort(x->v.v, x->v.n, sizeof *x->v.v, by_about);
  for (uint32_t i = 0, k; i < x->v.n; i = k) {
    for (k = i + 1; k < x->v.n && x->v.v[k].rule == x->v.v[i].rule &&
                    x->v.v[k].about == x->v.v[i].about;)
      k++;
    take_group(x, &x->v.v[i], k - i);
  }
  if (!h->history.n) return;
  qsort(h->history.v, h->history.n, sizeof *h->history.v, best_known);
  for (uint32_t i = 0; i < h->history.n; i++)
    if (!limit || n[h->history.v[i].change]++ < limit)
      h->history.v[m++] = h->history.v[i];
  h->history.n = m;
}

truc_rc truc_ledger_histories(truc_ledger *l, const truc_query *q,
                              truc_err *err, truc_histories **out) {
  truc__begin_call(l);
  *out = NULL;
  if (!q || q->size != sizeof *q)
    return truc__fail(err, TRUC_EARG, 0, 0, "query of another version");
  truc__told *h = truc__realloc(NULL, sizeof *h);
  if (!h) return truc__fail(err, TRUC_ENOMEM, 0, 0, "out of memory");
  memset(h, 0, sizeof *h);
  truc__telling x = {.l = l, .h = h, .brief = q->brief};
  truc__settle(l);
  bool held = truc__hold_still(l);
  gather(&x, q);
  group(&x, q->limit);
  truc__read_steps(&x);
  truc__let_go(l, held);
  VEC_FREE(x.v);
  VEC_FREE(x.taken);
  if (truc__failed(l)) {
    truc_histories_free(&h->pub);
    return truc__end_call(l, err);
  }
  *out = &h->pub;
  return TRUC_OK;
}

void truc_histories_free(truc_histories *pub) {
  truc__told *h = (truc__told *)pub;
  if (!h) return;
  truc_records_free((truc_records *)pub->records);
  truc__arena_release(&h->arena);
  VEC_FREE(h->history);
  VEC_FREE(h->step);
  truc__free(h);
}

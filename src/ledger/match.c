/* SPDX-License-Identifier: Apache-2.0 */
/* match.c - does a sentence answer a search, how well, and where. */
#include "ledger/search.h"
#include "text/fold.h"

/* How a term fits a place, more being better; 0: it does not. */
enum { AT_ALL = 1, WHOLE = 2 /* it cuts no word */, AS_TYPED = 4 };

/* The syllables of a sentence with their keys. */
static bool read_sentence(truc_ledger *l, truc__search *q, const char *s,
                          size_t n, const truc__joins *joins) {
  size_t i = 0, start, len;
  q->seen.n = 0;
  q->cut = joins && joins->known;
  truc__buf_reset(&q->keys);
  while (truc__syllable(s, n, &i, &start, &len)) {
    char key[TRUC__FOLD_MAX], blind[TRUC__FOLD_MAX];
    size_t k = truc__fold_known(&l->folds, s + start, len, key);
    size_t m = q->blind ? truc__fold_blind(key, k, blind) : 0;
    truc__keys x = {{(uint32_t)start, (uint32_t)len},
                    (uint32_t)q->keys.n,
                    (uint32_t)k,
                    (uint32_t)(q->keys.n + k),
                    (uint32_t)m,
                    q->cut && truc__joined(joins, q->seen.n)};
    truc__buf_put(&q->keys, key, k);
    truc__buf_put(&q->keys, blind, m);
    if (!VEC_PUSH(q->seen, x)) return false;
  }
  return !q->keys.rc;
}

static bool same(const char *a, size_t na, const char *b, size_t nb,
                 bool prefix) {
  return (prefix ? na <= nb : na == nb) && !memcmp(a, b, na);
}

/* A beginning with some of the marks. */
static bool starts_with_marks(const truc__asked *a, const char *exact, size_t n,
                              const char *blind, size_t nblind) {
  size_t k = truc__first_letters(exact, n, truc__points(a->blind, a->nblind));
  return same(a->blind, a->nblind, blind, nblind, true) &&
         truc__has_marks_of(exact, k, a->exact, a->nexact);
}

static bool syllable_matches(const truc__search *q, const truc__asked *a,
                             const truc__keys *x, bool *exactly) {
  const char *exact = q->keys.p + x->exact, *blind = q->keys.p + x->blind;
  if (!x->nexact) return false;
  if (same(a->exact, a->nexact, exact, x->nexact, a->prefix)) return true;
  *exactly = false;
  if (a->loose) return same(a->blind, a->nblind, blind, x->nblind, a->prefix);
  if (a->prefix && !q->strict)
    return starts_with_marks(a, exact, x->nexact, blind, x->nblind);
  for (uint8_t i = 0; i < a->nform; i++)
    if (same(a->form[i], strlen(a->form[i]), exact, x->nexact, a->prefix))
      return true;
  return false;
}

/* Does [from, to) begin and end where words do? */
static bool cuts_no_word(const truc__search *q, uint32_t from, uint32_t to) {
  return !q->seen.v[from].joined && (to >= q->seen.n || !q->seen.v[to].joined);
}

/* Syllables that the search joins are one word here: AS_TYPED.  They are also
** found where they are several words and not each its own: people and models
** differ about `hội_nghị_thượng_đỉnh`. */
static uint8_t word_fit(const truc__search *q, uint32_t from, uint32_t to) {
  uint32_t joins = 0;
  for (uint32_t i = from + 1; i < to; i++) joins += q->seen.v[i].joined;
  if (!joins || !cuts_no_word(q, from, to)) return 0;
  return joins + 1 == to - from ? AS_TYPED : AT_ALL;
}

/* The worst fit of its joined syllables. */
static uint8_t words_fit(const truc__search *q, const truc__term *t,
                         uint32_t at) {
  uint8_t worst = AS_TYPED;
  for (uint32_t i = 0, k; i < t->n && worst; i = k) {
    for (k = i + 1; k < t->n && q->asked.v[t->first + k].joined;) k++;
    uint8_t fit = k > i + 1 ? word_fit(q, at + i, at + k) : worst;
    if (fit < worst) worst = fit;
  }
  return worst;
}

static uint8_t term_at(const truc__search *q, const truc__term *t,
                       uint32_t at) {
  bool exactly = true;
  if (at + t->n > q->seen.n) return 0;
  for (uint32_t i = 0; i < t->n; i++)
    if (!syllable_matches(q, &q->asked.v[t->first + i], &q->seen.v[at + i],
                          &exactly))
      return 0;
  uint8_t fit = t->joined ? (q->cut ? words_fit(q, t, at) : AT_ALL) : AS_TYPED;
  if (!fit) return 0;
  bool whole = q->cut && t->n > 1 && cuts_no_word(q, at, at + t->n);
  return (uint8_t)(AT_ALL | (exactly ? fit & AS_TYPED : 0) |
                   (whole ? WHOLE : 0));
}

static void look_for(truc__search *q, truc__term *t) {
  uint8_t best =
      t->n > 1 && q->cut ? AT_ALL | WHOLE | AS_TYPED : AT_ALL | AS_TYPED;
  t->found = 0;
  for (uint32_t at = 0; at < q->seen.n && t->found < best; at++) {
    uint8_t fit = term_at(q, t, at);
    if (fit <= t->found) continue;
    t->found = fit;
    t->at = at;
  }
}

static bool group_matches(const truc__search *q, uint32_t group) {
  if (!truc__has_positive(q, group)) return false;
  for (uint32_t i = 0; i < q->term.n; i++)
    if (q->term.v[i].group == group &&
        (q->term.v[i].found != 0) == q->term.v[i].negative)
      return false;
  return true;
}

/* Marks every place of a term. */
static bool mark(truc__search *q, const truc__term *t, truc__spans *marks) {
  for (uint32_t at = 0; at < q->seen.n; at++) {
    if (!term_at(q, t, at)) continue;
    truc_span a = q->seen.v[at].at, b = q->seen.v[at + t->n - 1].at;
    truc_span s = {a.off, b.off + b.len - a.off};
    if (!VEC_PUSH(*marks, s)) return false;
  }
  return true;
}

/* In order, and joined where they overlap. Marks are few. */
static void tidy(truc__spans *m) {
  uint32_t n = 0;
  for (uint32_t i = 1; i < m->n; i++) {
    truc_span s = m->v[i];
    uint32_t k = i;
    for (; k && m->v[k - 1].off > s.off; k--) m->v[k] = m->v[k - 1];
    m->v[k] = s;
  }
  for (uint32_t i = 0; i < m->n; i++) {
    truc_span *last = n ? &m->v[n - 1] : NULL;
    if (last && m->v[i].off < last->off + last->len) {
      uint32_t end = m->v[i].off + m->v[i].len;
      if (end > last->off + last->len) last->len = end - last->off;
    } else {
      m->v[n++] = m->v[i];
    }
  }
  m->n = n;
}

/* Does `b` follow `a` somewhere?  2: and both are one word there. */
static int side_by_side(const truc__search *q, const truc__term *a,
                        const truc__term *b) {
  int best = 0;
  for (uint32_t at = 0; at + a->n + b->n <= q->seen.n && best < 2; at++) {
    uint32_t then = at + a->n;
    if (!term_at(q, a, at) || !term_at(q, b, then)) continue;
    best = q->seen.v[then].joined && cuts_no_word(q, at, then + b->n) ? 2 : 1;
  }
  return best;
}

/* Better: as typed, the words side by side in the order typed, of whole words,
** short. */
static double rank_of(const truc__search *q, uint32_t group) {
  static const double beside[] = {0, 0.5, 0.7};
  double rank = 0.004 * q->seen.n;
  const truc__term *before = NULL;
  for (uint32_t i = 0; i < q->term.n; i++) {
    const truc__term *t = &q->term.v[i];
    if (t->group != group || t->negative) continue;
    if (!(t->found & AS_TYPED)) rank += 1;
    if (t->found & WHOLE) rank -= 0.4;
    if (before) rank -= beside[side_by_side(q, before, t)];
    before = t;
  }
  return rank;
}

bool truc__search_match(truc_ledger *l, truc__search *q, const char *s,
                        size_t n, const truc__joins *joins, truc__spans *marks,
                        double *rank) {
  bool any = false, ok = read_sentence(l, q, s, n, joins);
  marks->n = 0;
  for (uint32_t i = 0; ok && i < q->term.n; i++) look_for(q, &q->term.v[i]);
  for (uint32_t g = 0; ok && g <= q->ngroup; g++) {
    if (!group_matches(q, g)) continue;
    double r = rank_of(q, g);
    if (!any || r < *rank) *rank = r;
    any = true;
    for (uint32_t i = 0; i < q->term.n; i++)
      if (q->term.v[i].group == g && !q->term.v[i].negative)
        ok = ok && mark(q, &q->term.v[i], marks);
  }
  if (!ok) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  tidy(marks);
  return any && ok;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* words.c - what a user types, as an expression for FTS5 and as a matcher.
**
** The matcher decides and marks; the index only proposes.  So what the index
** cannot say (strict search, sentences not indexed yet) costs nothing extra,
** and marks lie on the bytes of the original. */
#include "ledger/ledger.h"
#include "text/fold.h"
#include "text/letter.h"

enum { MAX_TERMS = 32, MAX_SYLLABLES = 96, MAX_FORMS = 64 };

/* One syllable of the query. */
typedef struct asked {
  const char *exact, *blind;
  size_t nexact, nblind;
  const char *form[MAX_FORMS]; /* written forms that are meant too */
  uint8_t nform;
  bool loose;  /* any marks will do */
  bool prefix; /* the beginning of a syllable */
} asked;

/* A word or phrase. */
typedef struct term {
  uint32_t first, n; /* its syllables */
  uint32_t group;    /* alternatives are groups */
  bool negative;
  bool found, exactly; /* in the sentence at hand */
  uint32_t at;         /* where first */
} term;

typedef struct seen {
  truc_span at;
  uint32_t exact, nexact, blind, nblind; /* in `keys` */
} seen;

struct truc__search {
  truc__arena arena;
  VEC(asked) asked;
  VEC(term) term;
  uint32_t ngroup;
  bool strict, operators;
  bool blind; /* keys without marks are needed */
  truc__buf expression, keys;
  VEC(seen) seen;
};

/* ---------------------------------------------------------------- parsing */

static bool has_lower(const char *s) {
  size_t n = strlen(s);
  for (size_t i = 0; i < n;) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
    if (cp > 0x40 && truc__lower((uint32_t)cp) == (uint32_t)cp &&
        (cp >= 'a' || cp > 0x7f))
      return true;
  }
  return false;
}

/* Do the marks of `typed` all stand in `form`? Their blind keys are equal. */
static bool has_marks_of(const char *form, size_t nf, const char *typed,
                         size_t nt) {
  size_t i = 0, j = 0;
  while (i < nf && j < nt) {
    int32_t a, b;
    i += truc__utf8_next(form + i, nf - i, &a);
    j += truc__utf8_next(typed + j, nt - j, &b);
    if (a == b || (a == 0x111 && b == 'd')) continue;
    unsigned ca = truc__vowel_code((uint32_t)a);
    unsigned cb = truc__vowel_code((uint32_t)b);
    if (!ca || !cb) return false;
    unsigned va = V_VOWEL(ca), vb = V_VOWEL(cb);
    bool plain = vb == V_A || vb == V_E || vb == V_I || vb == V_O ||
                 vb == V_U || vb == V_Y;
    if (va != vb && !plain) return false;
    if (V_TONE(ca) != V_TONE(cb) && V_TONE(cb) != T_LEVEL) return false;
  }
  return i == nf && j == nt;
}

static void add_form(truc__search *q, asked *a, const char *form, size_t n) {
  for (uint8_t i = 0; i < a->nform; i++)
    if (strlen(a->form[i]) == n && !memcmp(a->form[i], form, n)) return;
  if (a->nform == MAX_FORMS) return;
  char *kept = truc__arena_str(&q->arena, form, n);
  if (kept) a->form[a->nform++] = kept;
}

/* Bytes of the first `letters` letters. */
static size_t first_letters(const char *s, size_t n, uint32_t letters) {
  size_t i = 0;
  for (; letters && i < n; letters--) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
  }
  return i;
}

/* The written forms that a syllable stands for: without marks, all of its
** letters; with some marks but written nowhere so, those that have these marks
** and more (đuong: đường, đương).  Of a beginning, the beginnings. */
static void find_forms(truc_ledger *l, truc__search *q, asked *a) {
  uint32_t letters = truc__points(a->blind, a->nblind);
  if (!a->loose && !a->prefix &&
      truc__ask_int(l, 0,
                    "SELECT 1 FROM syllable WHERE blind = ? AND exact = ?",
                    "tt", a->blind, a->nblind, a->exact, a->nexact))
    return;
  sqlite3_stmt *s =
      a->prefix ? truc__ask(l,
                            "SELECT exact FROM syllable WHERE blind >= ?1 "
                            "AND blind < ?1 || x'ff'",
                            "t", a->blind, a->nblind)
                : truc__ask(l, "SELECT exact FROM syllable WHERE blind = ?",
                            "t", a->blind, a->nblind);
  while (truc__next(l, s)) {
    const char *form = truc__text(s, 0);
    size_t n = first_letters(form, strlen(form), letters);
    if (a->loose || has_marks_of(form, n, a->exact, a->nexact))
      add_form(q, a, form, n);
  }
}

static void add_syllable(truc_ledger *l, truc__search *q, const char *s,
                         size_t n, bool prefix) {
  char exact[TRUC__FOLD_MAX], blind[TRUC__FOLD_MAX];
  asked a = {0};
  a.nexact = truc__fold_key(s, n, exact);
  a.nblind = truc__fold_blind(exact, a.nexact, blind);
  if (!a.nexact || !a.nblind || q->asked.n >= MAX_SYLLABLES) return;
  bool marks = a.nexact != a.nblind || memcmp(exact, blind, a.nexact);
  a.exact = truc__arena_str(&q->arena, exact, a.nexact);
  a.blind = truc__arena_str(&q->arena, blind, a.nblind);
  if (!a.exact || !a.blind) {
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    return;
  }
  a.loose = !marks && !q->strict;
  a.prefix = prefix;
  if (!q->strict) find_forms(l, q, &a);
  q->blind |= a.loose || a.prefix;
  if (!VEC_PUSH(q->asked, a)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

static void add_term(truc_ledger *l, truc__search *q, const char *s, size_t n,
                     bool negative) {
  size_t i = 0, start, len;
  term t = {q->asked.n, 0, q->ngroup, negative, false, false, 0};
  if (q->term.n >= MAX_TERMS) return;
  while (truc__syllable(s, n, &i, &start, &len))
    add_syllable(l, q, s + start, len, start + len == n - 1 && s[n - 1] == '*');
  t.n = q->asked.n - t.first;
  if (!t.n) return;
  if (!VEC_PUSH(q->term, t)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

static bool is_word(const char *s, size_t n, const char *what) {
  return n == strlen(what) && !memcmp(s, what, n);
}

/* Length of a quotation mark at s, 0 if there is none. */
static size_t quote(const char *s) {
  if (*s == '"') return 1;
  return !strncmp(s, "\xE2\x80\x9C", 3) || !strncmp(s, "\xE2\x80\x9D", 3) ? 3
                                                                          : 0;
}

/* Takes one item at s; returns what follows. */
static const char *item(truc_ledger *l, truc__search *q, const char *s,
                        bool *negative) {
  size_t n = quote(s);
  if (n) {
    const char *from = s + n, *p = from;
    while (*p && !quote(p)) p++;
    add_term(l, q, from, (size_t)(p - from), *negative);
    *negative = false;
    return *p ? p + quote(p) : p;
  }
  if (*s == '|') {
    q->ngroup++;
    return s + 1;
  }
  if (*s == '-' && (unsigned char)s[1] > ' ') {
    *negative = true;
    return s + 1;
  }
  const char *p = s;
  while ((unsigned char)*p > ' ' && *p != '|' && !quote(p)) p++;
  n = (size_t)(p - s);
  if (q->operators && (is_word(s, n, "OR") || is_word(s, n, "HOẶC"))) {
    q->ngroup++;
  } else if (q->operators && (is_word(s, n, "NOT") || is_word(s, n, "KHÔNG"))) {
    *negative = true;
  } else if (!q->operators || !(is_word(s, n, "AND") || is_word(s, n, "VÀ"))) {
    add_term(l, q, s, n, *negative);
    *negative = false;
  }
  return p;
}

/* ------------------------------------------------------------- expression */

/* A phrase; further forms of a syllable stand behind a byte 0x02 (fts.c). */
static void put_term(truc__search *q, const term *t) {
  truc__buf *b = &q->expression;
  truc__buf_chr(b, '"');
  for (uint32_t i = 0; i < t->n; i++) {
    const asked *a = &q->asked.v[t->first + i];
    if (i) truc__buf_chr(b, ' ');
    truc__buf_put(b, a->exact, a->nexact);
    for (uint8_t k = 0; k < a->nform; k++) {
      truc__buf_chr(b, '\x02');
      truc__buf_str(b, a->form[k]);
    }
  }
  truc__buf_chr(b, '"');
  if (q->asked.v[t->first + t->n - 1].prefix) truc__buf_str(b, " *");
}

/* A beginning of one or two letters: the index would put together the places of
** a hundred syllables. */
static bool is_broad(const truc__search *q, const term *t) {
  const asked *a = &q->asked.v[t->first + t->n - 1];
  return t->n == 1 && a->prefix && truc__points(a->blind, a->nblind) < 3;
}

static bool has_narrow(const truc__search *q, uint32_t group) {
  for (uint32_t i = 0; i < q->term.n; i++)
    if (q->term.v[i].group == group && !q->term.v[i].negative &&
        !is_broad(q, &q->term.v[i]))
      return true;
  return false;
}

/* The terms of a group that are (not) negative.  What is broad is left to the
** matcher where another term leads to the sentences. */
static uint32_t put_terms(truc__search *q, uint32_t group, bool negative,
                          const char *between) {
  uint32_t n = 0;
  bool narrow = has_narrow(q, group);
  for (uint32_t i = 0; i < q->term.n; i++) {
    const term *t = &q->term.v[i];
    if (t->group != group || t->negative != negative) continue;
    if ((negative || narrow) && is_broad(q, t)) continue;
    if (n++ || negative) truc__buf_str(&q->expression, between);
    put_term(q, t);
  }
  return n;
}

static bool has_positive(const truc__search *q, uint32_t group) {
  for (uint32_t i = 0; i < q->term.n; i++)
    if (q->term.v[i].group == group && !q->term.v[i].negative) return true;
  return false;
}

static void make_expression(truc__search *q) {
  bool any = false;
  for (uint32_t g = 0; g <= q->ngroup; g++) {
    if (!has_positive(q, g)) continue;
    truc__buf_str(&q->expression, any ? " OR ((" : "((");
    put_terms(q, g, false, " AND ");
    truc__buf_chr(&q->expression, ')');
    put_terms(q, g, true, " NOT ");
    truc__buf_chr(&q->expression, ')');
    any = true;
  }
}

truc__search *truc__search_parse(truc_ledger *l, const char *words,
                                 bool strict) {
  truc__search *q = truc__realloc(NULL, sizeof *q);
  bool negative = false;
  if (!q) {
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    return NULL;
  }
  memset(q, 0, sizeof *q);
  q->strict = strict;
  q->operators = has_lower(words); /* all in capitals: no operators */
  for (const char *s = words; *s && !truc__failed(l);)
    if ((unsigned char)*s <= ' ')
      s++;
    else
      s = item(l, q, s, &negative);
  make_expression(q);
  if (q->expression.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  return q;
}

void truc__search_free(truc__search *q) {
  if (!q) return;
  truc__arena_release(&q->arena);
  VEC_FREE(q->asked);
  VEC_FREE(q->term);
  VEC_FREE(q->seen);
  truc__buf_release(&q->expression);
  truc__buf_release(&q->keys);
  truc__free(q);
}

const char *truc__search_expression(const truc__search *q) {
  return q->expression.n ? q->expression.p : NULL;
}

/* --------------------------------------------------------------- matching */

/* The syllables of a sentence with their keys. */
static bool read_sentence(truc_ledger *l, truc__search *q, const char *s,
                          size_t n) {
  size_t i = 0, start, len;
  q->seen.n = 0;
  truc__buf_reset(&q->keys);
  while (truc__syllable(s, n, &i, &start, &len)) {
    char key[TRUC__FOLD_MAX], blind[TRUC__FOLD_MAX];
    size_t k = truc__fold_known(&l->folds, s + start, len, key);
    size_t m = q->blind ? truc__fold_blind(key, k, blind) : 0;
    seen x = {{(uint32_t)start, (uint32_t)len},
              (uint32_t)q->keys.n,
              (uint32_t)k,
              (uint32_t)(q->keys.n + k),
              (uint32_t)m};
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
static bool starts_with_marks(const asked *a, const char *exact, size_t n,
                              const char *blind, size_t nblind) {
  size_t k = first_letters(exact, n, truc__points(a->blind, a->nblind));
  return same(a->blind, a->nblind, blind, nblind, true) &&
         has_marks_of(exact, k, a->exact, a->nexact);
}

static bool syllable_matches(const truc__search *q, const asked *a,
                             const seen *x, bool *exactly) {
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

static bool term_at(const truc__search *q, const term *t, uint32_t at,
                    bool *exactly) {
  *exactly = true;
  if (at + t->n > q->seen.n) return false;
  for (uint32_t i = 0; i < t->n; i++)
    if (!syllable_matches(q, &q->asked.v[t->first + i], &q->seen.v[at + i],
                          exactly))
      return false;
  return true;
}

static void look_for(truc__search *q, term *t) {
  t->found = t->exactly = false;
  for (uint32_t at = 0; at < q->seen.n; at++) {
    bool exactly;
    if (!term_at(q, t, at, &exactly)) continue;
    if (!t->found || (exactly && !t->exactly)) t->at = at;
    t->found = true;
    t->exactly |= exactly;
    if (exactly) return;
  }
}

static bool group_matches(const truc__search *q, uint32_t group) {
  if (!has_positive(q, group)) return false;
  for (uint32_t i = 0; i < q->term.n; i++)
    if (q->term.v[i].group == group &&
        q->term.v[i].found == q->term.v[i].negative)
      return false;
  return true;
}

/* Marks every place of a term. */
static bool mark(truc__search *q, const term *t, truc__spans *marks) {
  for (uint32_t at = 0; at < q->seen.n; at++) {
    bool exactly;
    if (!term_at(q, t, at, &exactly)) continue;
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

/* Better: as typed, the words side by side in the order typed, short. */
static double rank_of(const truc__search *q, uint32_t group) {
  double rank = 0.004 * q->seen.n;
  const term *before = NULL;
  for (uint32_t i = 0; i < q->term.n; i++) {
    const term *t = &q->term.v[i];
    if (t->group != group || t->negative) continue;
    if (!t->exactly) rank += 1;
    if (before && before->at + before->n == t->at) rank -= 0.5;
    before = t;
  }
  return rank;
}

bool truc__search_match(truc_ledger *l, truc__search *q, const char *s,
                        size_t n, truc__spans *marks, double *rank) {
  bool any = false, ok = read_sentence(l, q, s, n);
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

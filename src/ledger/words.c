/* SPDX-License-Identifier: Apache-2.0 */
/* words.c - what a user types, as an expression for FTS5 and as terms for the
** matcher.
**
** The matcher (match.c) decides and marks; the index only proposes.  So what
** the index cannot say (strict search, words, sentences not indexed yet) costs
** nothing extra, and marks lie on the bytes of the original. */
#include "ledger/search.h"
#include "text/fold.h"
#include "text/letter.h"

enum { MAX_TERMS = 32, MAX_SYLLABLES = 96 };

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

bool truc__has_marks_of(const char *form, size_t nf, const char *typed,
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

static void add_form(truc__search *q, truc__asked *a, const char *form,
                     size_t n) {
  for (uint8_t i = 0; i < a->nform; i++)
    if (strlen(a->form[i]) == n && !memcmp(a->form[i], form, n)) return;
  if (a->nform == TRUC__FORMS) return;
  char *kept = truc__arena_str(&q->arena, form, n);
  if (kept) a->form[a->nform++] = kept;
}

size_t truc__first_letters(const char *s, size_t n, uint32_t letters) {
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
static void find_forms(truc_ledger *l, truc__search *q, truc__asked *a) {
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
    size_t n = truc__first_letters(form, strlen(form), letters);
    if (a->loose || truc__has_marks_of(form, n, a->exact, a->nexact))
      add_form(q, a, form, n);
  }
}

static void add_syllable(truc_ledger *l, truc__search *q, const char *s,
                         size_t n, bool prefix) {
  char exact[TRUC__FOLD_MAX], blind[TRUC__FOLD_MAX];
  truc__asked a = {0};
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
  truc__term t = {
      .first = q->asked.n, .group = q->ngroup, .negative = negative};
  if (q->term.n >= MAX_TERMS) return;
  for (size_t end = 0; truc__syllable(s, n, &i, &start, &len);) {
    uint32_t next = q->asked.n;
    bool joined = next > t.first && start == end + 1 && s[end] == '_';
    end = start + len;
    add_syllable(l, q, s + start, len, end == n - 1 && s[end] == '*');
    if (q->asked.n > next) q->asked.v[next].joined = joined;
    t.joined |= joined;
  }
  t.n = q->asked.n - t.first;
  if (!t.n) return;
  if (!VEC_PUSH(q->term, t)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

static bool is_word(const char *s, size_t n, const char *what) {
  return n == strlen(what) && !memcmp(s, what, n);
}

/* In one language or the other; in a query all in capitals ("KHÔNG QUÂN") the
** Vietnamese ones are words. */
static bool is_operator(const truc__search *q, const char *s, size_t n,
                        const char *foreign, const char *own) {
  return is_word(s, n, foreign) || (q->operators && is_word(s, n, own));
}

/* Length of a quotation mark at s, 0 if there is none. */
static size_t quote(const char *s) {
  if (*s == '"') return 1;
  return !strncmp(s, "\xE2\x80\x9C", 3) || !strncmp(s, "\xE2\x80\x9D", 3) ? 3
                                                                          : 0;
}

/* An alternative begins, if the last one is not empty. */
static void next_group(truc__search *q) {
  if (q->term.n && q->term.v[q->term.n - 1].group == q->ngroup) q->ngroup++;
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
    next_group(q);
    return s + 1;
  }
  if (*s == '-' && (unsigned char)s[1] > ' ') {
    *negative = true;
    return s + 1;
  }
  const char *p = s;
  while ((unsigned char)*p > ' ' && *p != '|' && !quote(p)) p++;
  n = (size_t)(p - s);
  if (is_operator(q, s, n, "OR", "HOẶC")) {
    next_group(q);
  } else if (is_operator(q, s, n, "NOT", "KHÔNG")) {
    *negative = true;
  } else if (!is_operator(q, s, n, "AND", "VÀ")) {
    add_term(l, q, s, n, *negative);
    *negative = false;
  }
  return p;
}

/* ------------------------------------------------------------- expression */

/* A phrase; further forms of a syllable stand behind a byte 0x02 (fts.c). */
static void put_term(truc__search *q, const truc__term *t) {
  truc__buf *b = &q->expression;
  truc__buf_chr(b, '"');
  for (uint32_t i = 0; i < t->n; i++) {
    const truc__asked *a = &q->asked.v[t->first + i];
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
static bool is_broad(const truc__search *q, const truc__term *t) {
  const truc__asked *a = &q->asked.v[t->first + t->n - 1];
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
** matcher where another term leads to the sentences; so are words, of which the
** index knows nothing: what does not hold one may well hold its syllables. */
static uint32_t put_terms(truc__search *q, uint32_t group, bool negative,
                          const char *between) {
  uint32_t n = 0;
  bool narrow = has_narrow(q, group);
  for (uint32_t i = 0; i < q->term.n; i++) {
    const truc__term *t = &q->term.v[i];
    if (t->group != group || t->negative != negative) continue;
    if ((negative || narrow) && is_broad(q, t)) continue;
    if (negative && t->joined) continue;
    if (n++ || negative) truc__buf_str(&q->expression, between);
    put_term(q, t);
  }
  return n;
}

bool truc__has_positive(const truc__search *q, uint32_t group) {
  for (uint32_t i = 0; i < q->term.n; i++)
    if (q->term.v[i].group == group && !q->term.v[i].negative) return true;
  return false;
}

static void make_expression(truc__search *q) {
  bool any = false;
  for (uint32_t g = 0; g <= q->ngroup; g++) {
    if (!truc__has_positive(q, g)) continue;
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
  q->operators = has_lower(words); /* else they are words */
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

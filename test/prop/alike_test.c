/* SPDX-License-Identifier: Apache-2.0
**
** alike_test.c - the same text in other letters is cut into the same words.
**
** Over the articles of demo/ (the working folder is the root of the source
** tree).  Decomposed letters, the tone mark on the other vowel and no-break
** blanks change nothing at all.  Capitals do say something, so that for a text
** in capitals, and for one whose names have lost theirs, a share of the gaps is
** asked for: the floors stand a little below what was measured. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/doc.h"
#include "text/letter.h"
#include "test/unit/with_model.h"

typedef void change(truc__buf *b, uint32_t cp);

static void put(truc__buf *b, uint32_t cp) {
  char out[4];
  truc__buf_put(b, out, truc__utf8_put(cp, out));
}

/* ----------------------------------------------------------------- changes */

static uint32_t upper(uint32_t cp) {
  if (cp >= 32 && truc__lower(cp - 32) == cp) return cp - 32;
  return truc__lower(cp - 1) == cp ? cp - 1 : cp;
}

static void to_upper(truc__buf *b, uint32_t cp) { put(b, upper(cp)); }

static void to_lower(truc__buf *b, uint32_t cp) { put(b, truc__lower(cp)); }

static void to_nbsp(truc__buf *b, uint32_t cp) {
  put(b, cp == ' ' ? 0xA0 : cp);
}

static const uint32_t marks[] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};

/* The tone alone set apart: ế is ê and an acute. */
static void to_half(truc__buf *b, uint32_t cp) {
  unsigned code = truc__vowel_code(cp);
  if (!code || V_TONE(code) == T_LEVEL) {
    put(b, cp);
    return;
  }
  put(b, truc__vowel_letter(V_CODE(V_VOWEL(code), T_LEVEL)));
  put(b, marks[V_TONE(code)]);
}

static bool is_letter(uint32_t cp) {
  return (cp | 32) - 'a' < 26u || (cp >= 0xC0 && cp < 0x2000);
}

/* The vowel and its tone, if the letter is a small one. */
static unsigned vowel_of(uint32_t cp, unsigned *tone) {
  unsigned code = truc__vowel_code(cp);
  *tone = code ? V_TONE(code) : T_LEVEL;
  return code ? V_VOWEL(code) : 99;
}

static bool glides(unsigned glide, unsigned last) {
  return (glide == V_O && (last == V_A || last == V_E)) ||
         (glide == V_U && last == V_Y);
}

/* hòa becomes hoà, small letters alone. */
static void to_new_tone(truc__buf *b, const uint32_t *cp, size_t n) {
  for (size_t i = 0; i < n; i++) {
    unsigned tone, none = T_LEVEL;
    unsigned glide = vowel_of(cp[i], &tone);
    unsigned last = i + 1 < n ? vowel_of(cp[i + 1], &none) : 99;
    bool final = i + 2 >= n || !is_letter(cp[i + 2]);
    if (tone == T_LEVEL || !glides(glide, last) || none != T_LEVEL || !final ||
        (i && (cp[i - 1] | 32) == 'q')) {
      put(b, cp[i]);
      continue;
    }
    put(b, truc__vowel_letter(V_CODE(glide, T_LEVEL)));
    put(b, truc__vowel_letter(V_CODE(last, tone)));
    i++;
  }
}

/* ------------------------------------------------------------- comparison */

static char *slurp(const char *path, size_t *n) {
  FILE *f = fopen(path, "rb");
  assert_non_null(f);
  char *p = malloc(1 << 20);
  assert_non_null(p);
  *n = fread(p, 1, 1 << 20, f);
  fclose(f);
  return p;
}

static size_t decode(const char *s, size_t n, uint32_t *cp) {
  size_t k = 0;
  for (size_t i = 0; i < n;) {
    int32_t c;
    i += truc__utf8_next(s + i, n - i, &c);
    cp[k++] = c < 0 ? 0xFFFD : (uint32_t)c;
  }
  return k;
}

static truc_doc *cut(const char *s, size_t n) {
  truc_doc *d = truc_doc_new(model);
  truc_read_options o = TRUC_READ_OPTIONS;
  o.form = TRUC_FORM_RAW;
  assert_int_equal(truc_doc_read(d, s, n, &o, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
  return d;
}

typedef struct {
  unsigned same, gaps;
} tally;

/* Gaps of `a` at which something was to decide, and those of them that `b`
** decides alike; tokens are known by their place in code points. */
static void compare(const truc_doc *a, const truc_doc *b, tally *t) {
  uint32_t k = 0;
  for (uint32_t i = 0; i < a->token.n; i++) {
    const truc_token *x = &a->token.v[i];
    uint32_t at = truc_doc_units(a, x->at, TRUC_CODEPOINT).off;
    while (k < b->token.n &&
           truc_doc_units(b, b->token.v[k].at, TRUC_CODEPOINT).off < at)
      k++;
    if (x->margin == 255) continue;
    t->gaps++;
    t->same += k < b->token.n &&
               truc_doc_units(b, b->token.v[k].at, TRUC_CODEPOINT).off == at &&
               !((x->flags ^ b->token.v[k].flags) & TRUC_TF_JOIN);
  }
}

/* Token by token, since code points differ. */
static void compare_exactly(const truc_doc *a, const truc_doc *b, tally *t) {
  t->gaps += a->token.n;
  for (uint32_t i = 0; i < a->token.n && i < b->token.n; i++)
    t->same += !((a->token.v[i].flags ^ b->token.v[i].flags) & TRUC_TF_JOIN) &&
               a->token.v[i].margin == b->token.v[i].margin;
  if (a->token.n != b->token.n) t->same = 0;
}

typedef void comparison(const truc_doc *a, const truc_doc *b, tally *t);

/* Over all raw articles; `whole` or `one` makes the other text. */
static tally over_articles(change *one,
                           void (*whole)(truc__buf *, const uint32_t *, size_t),
                           comparison *how) {
  tally t = {0, 0};
  glob_t g;
  assert_int_equal(glob("demo/articles/*.txt", 0, NULL, &g), 0);
  for (size_t f = 0; f < g.gl_pathc; f++) {
    if (strstr(g.gl_pathv[f], ".seg.")) continue;
    size_t n;
    char *s = slurp(g.gl_pathv[f], &n);
    uint32_t *cp = malloc((n + 1) * sizeof *cp);
    assert_non_null(cp);
    size_t m = decode(s, n, cp);
    truc__buf b = {0};
    for (size_t i = 0; one && i < m; i++) one(&b, cp[i]);
    if (whole) whole(&b, cp, m);
    truc_doc *x = cut(s, n), *y = cut(b.p, b.n);
    how(x, y, &t);
    truc_doc_free(x);
    truc_doc_free(y);
    truc__buf_release(&b);
    free(cp);
    free(s);
  }
  globfree(&g);
  assert_true(t.gaps > 1000);
  return t;
}

static void expect_all(tally t) { assert_int_equal(t.same, t.gaps); }

static void expect_share(const char *what, tally t, double floor) {
  double share = (double)t.same / t.gaps;
  print_message("%s: %.4f of %u gaps\n", what, share, t.gaps);
  if (share < floor) fail_msg("%s: %.4f, floor %.4f", what, share, floor);
}

/* ------------------------------------------------------------------- tests */

static void decomposed_letters_change_nothing(void **state) {
  (void)state;
  expect_all(over_articles(to_half, NULL, compare_exactly));
}

static void the_place_of_the_tone_changes_nothing(void **state) {
  (void)state;
  expect_all(over_articles(NULL, to_new_tone, compare_exactly));
}

static void no_break_blanks_change_nothing(void **state) {
  (void)state;
  expect_all(over_articles(to_nbsp, NULL, compare_exactly));
}

static void capitals_change_little(void **state) {
  (void)state;
  expect_share("all capitals", over_articles(to_upper, NULL, compare), 0.985);
}

static void small_names_change_little(void **state) {
  (void)state;
  expect_share("all small", over_articles(to_lower, NULL, compare), 0.985);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decomposed_letters_change_nothing),
      cmocka_unit_test(the_place_of_the_tone_changes_nothing),
      cmocka_unit_test(no_break_blanks_change_nothing),
      cmocka_unit_test(capitals_change_little),
      cmocka_unit_test(small_names_change_little)};
  return cmocka_run_group_tests(tests, open_model, close_model);
}

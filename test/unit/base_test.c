/* SPDX-License-Identifier: Apache-2.0 */
/* base_test.c - memory, buffers, UTF-8, JSON, the walk over the lexicon. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <locale.h>

#include "base/base.h"
#include "base/lexicon.h"
#include "lex.h"
#include "text/fold.h"

/* ------------------------------------------------------------------- memory */

static void vectors_grow_and_keep(void **state) {
  VEC(uint32_t) v = {NULL, 0, 0};
  (void)state;
  for (uint32_t k = 0; k < 1000; k++) assert_true(VEC_PUSH(v, k * 3));
  for (uint32_t k = 0; k < 1000; k++) assert_int_equal(v.v[k], k * 3);
  uint32_t cap = v.cap;
  v.n = 0;
  assert_true(VEC_ROOM(v, 1000));
  assert_int_equal(v.cap, cap);
  v.n = 1;
  assert_false(VEC_ROOM(v, UINT32_MAX)); /* one more than can be counted */
  VEC_FREE(v);
}

static void the_arena_gives_and_takes_back(void **state) {
  truc__arena a = {NULL, NULL};
  (void)state;
  char *first = truc__arena_str(&a, "abc", 3);
  assert_string_equal(first, "abc");
  for (int k = 0; k < 100; k++) {
    unsigned char *p = truc__arena_get(&a, 1000);
    assert_int_equal((uintptr_t)p % 16, 0);
    memset(p, k, 1000);
  }
  assert_string_equal(first, "abc");
  assert_non_null(truc__arena_get(&a, 1 << 20));
  truc__arena_reset(&a);
  assert_ptr_equal(truc__arena_str(&a, "xyz", 3), first);
  truc__arena_release(&a);
}

static void a_buffer_keeps_its_first_error(void **state) {
  truc__buf b = {0};
  (void)state;
  truc__buf_str(&b, "một");
  truc__fail_alloc_after(1);
  for (int k = 0; k < 200; k++) truc__buf_str(&b, "hai");
  truc__fail_alloc_after(0);
  assert_int_equal(b.rc, TRUC_ENOMEM);
  assert_int_equal(b.p[b.n], '\0');
  truc__buf_reset(&b);
  assert_int_equal(b.rc, TRUC_OK);
  truc__buf_fmt(&b, "%s-%d", "ba", 4);
  assert_string_equal(b.p, "ba-4");
  truc__buf_release(&b);
}

/* ------------------------------------------------------------------ numbers */

static void decimals_are_plain(void **state) {
  static const struct {
    int64_t mantissa;
    int32_t exponent;
    const char *want;
  } rows[] = {
      {0, 0, "0"},
      {0, 5, "0"},
      {0, -5, "0"},
      {30, 0, "30"},
      {3, 10, "30000000000"},
      {25, -1, "2.5"},
      {-25, -1, "-2.5"},
      {5, -3, "0.005"},
      {-5, -1, "-0.5"},
      {1000, -3, "1"},
      {1230, -2, "12.3"},
      {1234567, -3, "1234.567"},
      {INT64_MAX, 0, "9223372036854775807"},
      {INT64_MIN, 0, "-9223372036854775808"},
      {INT64_MIN, -1, "-922337203685477580.8"},
  };
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
    truc__buf b = {0};
    truc__buf_decimal(&b, rows[k].mantissa, rows[k].exponent);
    assert_string_equal(b.p, rows[k].want);
    truc__buf_release(&b);
  }
}

/* -------------------------------------------------------------------- UTF-8 */

static void every_code_point_goes_round(void **state) {
  (void)state;
  for (uint32_t cp = 0; cp < 0x110000; cp++) {
    char s[4];
    int32_t back;
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    unsigned n = truc__utf8_put(cp, s);
    assert_int_equal(truc__utf8_next(s, n, &back), n);
    assert_int_equal(back, cp);
    for (unsigned cut = 1; cut < n; cut++) { /* and no part of it does */
      assert_int_equal(truc__utf8_next(s, cut, &back), cut);
      assert_int_equal(back, -1);
    }
  }
}

static void ill_formed_parts_are_maximal(void **state) {
  static const struct {
    const char *s;
    unsigned n, len;
  } rows[] = {{"\x80", 1, 1},
              {"\xC0\x80", 2, 1},
              {"\xC1\xBF", 2, 1},
              {"\xC3(", 2, 1},
              {"\xE0\x80\x80", 3, 1},
              {"\xE1\xBA(", 3, 2},
              {"\xED\xA0\x80", 3, 1},
              {"\xF0\x80\x80\x80", 4, 1},
              {"\xF0\x9F\x98(", 4, 3},
              {"\xF4\x90\x80\x80", 4, 1},
              {"\xF5\x80\x80\x80", 4, 1},
              {"\xFF", 1, 1}};
  int32_t cp;
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
    assert_int_equal(truc__utf8_next(rows[k].s, rows[k].n, &cp), rows[k].len);
    assert_int_equal(cp, -1);
  }
}

/* --------------------------------------------------------------------- JSON */

static void strings_are_written_and_read(void **state) {
  static const char in[] = "a\"\\\n\t\r\x01\x7F/ế😀\0z";
  truc__buf b = {0};
  truc__json j = {0};
  (void)state;
  truc__buf_json(&b, in, sizeof in - 1);
  truc__json_init(&j, b.p, b.n);
  assert_int_equal(truc__json_next(&j), JSON_STRING);
  assert_int_equal(j.str.n, sizeof in - 1);
  assert_memory_equal(j.str.p, in, sizeof in - 1);
  assert_int_equal(truc__json_next(&j), JSON_END);
  truc__buf_reset(&b);
  truc__buf_json(&b, "x\xFFy", 3);
  assert_string_equal(b.p, "\"x\xEF\xBF\xBDy\"");
  truc__json_release(&j);
  truc__buf_release(&b);
}

/* The same, each character by itself: too short for steps of many bytes. */
static void quote_by_character(truc__buf *b, const char *s, size_t n) {
  truc__buf one = {0};
  truc__buf_chr(b, '"');
  for (size_t i = 0; i < n;) {
    int32_t cp;
    unsigned len = truc__utf8_next(s + i, n - i, &cp);
    truc__buf_reset(&one);
    truc__buf_json(&one, s + i, len);
    truc__buf_put(b, one.p + 1, one.n - 2);
    i += len;
  }
  truc__buf_chr(b, '"');
  truc__buf_release(&one);
}

static void long_strings_are_written_like_short_ones(void **state) {
  static const char *const piece[] = {
      "a",    "ngày ", "hội nghị",     "đ",           "ế",    "\"",
      "\\",   "\n",    "\x7F",         "😀",           "\xFF", "\xE1\xBA",
      "\xC3", "\x80",  "\xE0\xA4\x85", "\xED\xA0\x80"};
  truc__buf text = {0}, whole = {0}, parts = {0};
  uint32_t seed = 1;
  (void)state;
  for (unsigned k = 0; k < 20000; k++) {
    truc__buf_reset(&text);
    for (unsigned i = 0; i < k % 60; i++) {
      seed = seed * 1664525u + 1013904223u;
      /* mostly the first five, so that there are long plain runs */
      unsigned r = seed >> 24;
      truc__buf_str(&text, piece[r < 230 ? r % 5 : r % 16]);
    }
    if (!text.n) continue;
    truc__buf_reset(&whole);
    truc__buf_reset(&parts);
    truc__buf_json(&whole, text.p, text.n);
    quote_by_character(&parts, text.p, text.n);
    assert_string_equal(whole.p, parts.p);
  }
  truc__buf_release(&text);
  truc__buf_release(&whole);
  truc__buf_release(&parts);
}

static void escapes_are_understood(void **state) {
  static const char text[] =
      "\"\\u0041\\u1EBF\\ud83d\\ude00\\ud83dx\\/\\b\\f\\n\\r\\t\\\"\\\\\"";
  truc__json j = {0};
  (void)state;
  truc__json_init(&j, text, sizeof text - 1);
  assert_int_equal(truc__json_next(&j), JSON_STRING);
  assert_string_equal(j.str.p, "Aế😀\xEF\xBF\xBDx/\b\f\n\r\t\"\\");
  truc__json_release(&j);
}

/* One letter a token. */
static char letter_of(truc__jtype t) { return "E!ntf0s[]{}k"[t]; }

static void structure_is_checked(void **state) {
  static const struct {
    const char *text, *want;
  } rows[] = {
      {"{}", "{}E"},
      {" [ ] ", "[]E"},
      {"{\"a\":[1,null,{\"b\":true}],\"c\":false}", "{k[0n{kt}]kf}E"},
      {"\"x\"", "sE"},
      {"", "!"},
      {"{", "{!"},
      {"[1,]", "[0!"},
      {"{\"a\":1,}", "{k0!"},
      {"{\"a\"}", "{!"},
      {"{\"a\":}", "{k!"},
      {"{1:2}", "{!"},
      {"[1 2]", "[0!"},
      {"[1}", "[0!"},
      {"1 2", "0!"},
      {"01", "!"},
      {"1.", "!"},
      {"-", "!"},
      {"1e", "!"},
      {"+1", "!"},
      {"nul", "!"},
      {"\"a", "!"},
      {"\"\\x\"", "!"},
      {"\"\\u12\"", "!"},
      {"\"\n\"", "!"},
  };
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
    truc__json j = {0};
    char got[64];
    size_t n = 0;
    truc__json_init(&j, rows[k].text, strlen(rows[k].text));
    for (truc__jtype t; n < 63;) {
      got[n++] = letter_of(t = truc__json_next(&j));
      if (t == JSON_END || t == JSON_ERROR) break;
    }
    got[n] = '\0';
    assert_string_equal(got, rows[k].want);
    truc__json_release(&j);
  }
}

static void depth_is_bounded(void **state) {
  char text[200];
  truc__json j = {0};
  truc__jtype t;
  (void)state;
  memset(text, '[', sizeof text);
  truc__json_init(&j, text, sizeof text);
  while ((t = truc__json_next(&j)) == JSON_ARRAY) {
  }
  assert_int_equal(t, JSON_ERROR);
  assert_int_equal(j.depth, 64);
}

static void values_are_skipped_whole(void **state) {
  static const char text[] = "{\"a\":{\"b\":[1,{\"c\":[]}]},\"d\":7}";
  truc__json j = {0};
  (void)state;
  truc__json_init(&j, text, sizeof text - 1);
  assert_int_equal(truc__json_next(&j), JSON_OBJECT);
  assert_int_equal(truc__json_next(&j), JSON_KEY);
  assert_true(truc__json_skip(&j, truc__json_next(&j)));
  assert_int_equal(truc__json_next(&j), JSON_KEY);
  assert_string_equal(j.str.p, "d");
  assert_int_equal(truc__json_next(&j), JSON_NUMBER);
  assert_true(j.num == 7);
  assert_true(text[j.at] == '7');
  truc__json_release(&j);
}

static void numbers_do_not_know_the_locale(void **state) {
  static const struct {
    const char *text;
    double want;
  } rows[] = {{"0", 0},
              {"-0.5", -0.5},
              {"3.25", 3.25},
              {"1e3", 1000},
              {"12E-2", 0.12},
              {"1.5e+10", 1.5e10},
              {"123456789012345678", 123456789012345678.0},
              {"0.1", 0.1},
              {"2.2250738585072014e-308", 2.2250738585072014e-308},
              {"1e22", 1e22},
              {"0e999", 0},
              {"1e-999", 0}};
  (void)state;
  setlocale(LC_ALL, "de_DE.UTF-8"); /* a comma, where it is installed */
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
    truc__json j = {0};
    truc__json_init(&j, rows[k].text, strlen(rows[k].text));
    assert_int_equal(truc__json_next(&j), JSON_NUMBER);
    double off = j.num - rows[k].want;
    double most = rows[k].want < 0 ? -rows[k].want : rows[k].want;
    assert_true(off <= most * 1e-15 && -off <= most * 1e-15);
  }
  setlocale(LC_ALL, "C");
}

/* ------------------------------------------------------------------ lexicon */

static uint32_t symbol(const char *s) {
  char key[TRUC__FOLD_MAX];
  size_t n = truc__fold_key(s, strlen(s), key);
  return truc__lex_symbol(key, n);
}

static void symbols_are_exact(void **state) {
  (void)state;
  assert_true(symbol(",") != 0);
  assert_true(symbol(",") != symbol("."));
  assert_int_equal(symbol("…"), symbol("…"));
  assert_int_equal(truc__lex_symbol("khôngcótrongbảng", 20), 0);
  assert_int_equal(truc__lex_symbol("", 0), 0);
  assert_int_equal(truc__lex_class("punct"), LEX_PUNCT);
  assert_int_equal(truc__lex_class("không có"), -1);
}

static void note(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  uint32_t *seen = ctx;
  if (e->cls == LEX_ABBREV && ntok == 1) (*seen)++;
}

static uint32_t abbrevs_at(const char *word, uint8_t shape) {
  uint32_t seen = 0;
  truc_token t;
  memset(&t, 0, sizeof t);
  t.sym = symbol(word);
  t.shape = shape;
  t.text_len = (uint32_t)strlen(word);
  truc__lex_walk(&t, 1, 0, note, &seen);
  return seen;
}

static void flags_ask_for_capitals(void **state) {
  (void)state;
  assert_int_equal(abbrevs_at("GS.", TRUC_SHAPE_UPPER), 1);
  assert_int_equal(abbrevs_at("Gs.", TRUC_SHAPE_TITLE), 1);
  assert_int_equal(abbrevs_at("gs.", TRUC_SHAPE_LOWER), 0); /* flag C */
  assert_int_equal(abbrevs_at("tr.", TRUC_SHAPE_LOWER), 1); /* no flag */
}

/* What stands in one table by symbol is what the trie says. */
static void first_words_are_as_in_the_trie(void **state) {
  (void)state;
  uint32_t begin = 0, lead = 0;
  for (uint32_t sym = 0; sym <= truc__lex.nsymbol; sym++) {
    const truc__lexfirst *x = &truc__lex.first[sym];
    const uint32_t node = truc__lex_first(sym);
    const truc__lexcell *cell = &truc__lex.cell[node];
    const truc__lexkind *kind = &truc__lex.kind[cell->kind];
    assert_int_equal(x->base, node ? cell->base : 0);
    assert_int_equal(x->kind, node ? cell->kind : 0);
    assert_true(x->names == kind->names);
    assert_int_equal(x->nname, kind->to - kind->from);
    assert_int_equal(x->looks, kind->to || kind->nshaped);
    begin += node != 0;
    for (uint32_t next = 1; x->base && next <= truc__lex.nsymbol; next++) {
      if (!truc__lex_step(node, next)) continue;
      lead++;
      assert_true(x->next >> truc__lex_next(next) & 1);
    }
  }
  assert_true(begin > 1000 && lead > 5000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(vectors_grow_and_keep),
      cmocka_unit_test(the_arena_gives_and_takes_back),
      cmocka_unit_test(a_buffer_keeps_its_first_error),
      cmocka_unit_test(decimals_are_plain),
      cmocka_unit_test(every_code_point_goes_round),
      cmocka_unit_test(ill_formed_parts_are_maximal),
      cmocka_unit_test(strings_are_written_and_read),
      cmocka_unit_test(long_strings_are_written_like_short_ones),
      cmocka_unit_test(escapes_are_understood),
      cmocka_unit_test(structure_is_checked),
      cmocka_unit_test(depth_is_bounded),
      cmocka_unit_test(values_are_skipped_whole),
      cmocka_unit_test(numbers_do_not_know_the_locale),
      cmocka_unit_test(symbols_are_exact),
      cmocka_unit_test(first_words_are_as_in_the_trie),
      cmocka_unit_test(flags_ask_for_capitals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

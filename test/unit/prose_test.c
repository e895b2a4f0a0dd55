/* SPDX-License-Identifier: Apache-2.0 */
/* prose_test.c - segmented text as people write it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/base.h"
#include "text/prose.h"

static char *shown(const char *s, size_t n) {
  truc__prose p;
  truc__buf b = {0};
  size_t from, len, last = 0;
  bool blank;
  truc__buf_str(&b, "");
  truc__prose_begin(&p, s, n, NULL, 0);
  while (truc__prose_next(&p, &from, &len, &blank)) {
    assert_true(len > 0 && from >= last && from + len <= n); /* in order */
    last = from + len;
    if (blank)
      truc__buf_chr(&b, ' ');
    else
      truc__buf_put(&b, s + from, len);
  }
  assert_int_equal(b.rc, TRUC_OK);
  return b.p;
}

static const struct {
  const char *text, *want;
} cases[] = {
    {"", ""},
    {"  ", ""},
    {"Ông đến Hà_Nội , rồi về ( tối qua ) .",
     "Ông đến Hà Nội, rồi về (tối qua)."},
    {"Bà nói : \" Chúng_tôi sẽ đi \" , rồi \" về \" .",
     "Bà nói: \"Chúng tôi sẽ đi\", rồi \"về\"."},
    {"' Đi ' và ' ở ' ?", "'Đi' và 'ở'?"},
    {"Bà: ' Tôi ở lại '", "Bà: 'Tôi ở lại'"},
    {"gỗ 5 ' dài", "gỗ 5 ' dài"},
    {"“ Đi ” và ‘ ở ’ ...", "“Đi” và ‘ở’..."},
    {"tăng 5 % , đạt 3,5 tỷ", "tăng 5%, đạt 3,5 tỷ"},
    {"hai nước Việt - Mỹ", "hai nước Việt - Mỹ"},
    {"dùng .NET , rồi nghỉ", "dùng .NET, rồi nghỉ"},
    {"xem https://a.vn/b_c_d nhé", "xem https://a.vn/b_c_d nhé"},
    {"thư cho le_an@a.vn .", "thư cho le_an@a.vn."},
    {" Không  có\ngì\tkhác. ", "Không có gì khác."},
    {"chữ \"lạ\" và 'quen'", "chữ \"lạ\" và 'quen'"},
    {"_đầu_ và __cuối__", "_đầu_ và __cuối__"},
    {"Việt\xC2\xA0Nam", "Việt Nam"},
    {"một ) ) ) . , .", "một))).,."},
    {"h\xff_\xffi", "h\xff \xffi"},
};

static void what_is_shown(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    char *got = shown(cases[i].text, strlen(cases[i].text));
    assert_string_equal(got, cases[i].want);
    truc__free(got);
  }
}

/* Only blanks go: what stands between them is there to the letter. */
static void nothing_is_lost(void **state) {
  static const char *const piece[] = {
      "a", "ế", " ", "_", ".", ",",  "\"",   "'",  "“",
      "”", "(", ")", "…", "%", "\n", "\xff", "//", "\xC2\xA0"};
  uint32_t seed = 5;
  (void)state;
  for (int round = 0; round < 20000; round++) {
    truc__buf text = {0}, want = {0}, have = {0};
    for (int k = 0; k < 14; k++) {
      seed = seed * 1664525u + 1013904223u;
      truc__buf_str(&text, piece[(seed >> 16) % 18]);
    }
    char *got = shown(text.p, text.n);
    for (size_t i = 0; i < text.n; i++)
      if (text.p[i] == '\xC2')
        i++;
      else if (!strchr(" _\n", text.p[i]))
        truc__buf_chr(&want, text.p[i]);
    for (const char *s = got; *s; s++)
      if (!strchr(" _", *s)) truc__buf_chr(&have, *s);
    assert_string_equal(have.p ? have.p : "", want.p ? want.p : "");
    truc__free(got);
    truc__buf_release(&text);
    truc__buf_release(&want);
    truc__buf_release(&have);
  }
}

/* A long line of marks costs no more than its length. */
static void marks_without_end(void **state) {
  (void)state;
  truc__buf b = {0};
  for (int i = 0; i < 200000; i++) truc__buf_str(&b, i % 2 ? ")" : " .");
  char *got = shown(b.p, b.n);
  assert_int_equal(strlen(got), 200000);
  truc__free(got);
  truc__buf_release(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_shown),
                                     cmocka_unit_test(nothing_is_lost),
                                     cmocka_unit_test(marks_without_end)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

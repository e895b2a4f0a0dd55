/* SPDX-License-Identifier: Apache-2.0
**
** classes_test.c - every class of input that segmenters are known to lose, cut
** or alter, with what must come out.
**
** The small classes stand in a table: the text, and its tokens one after
** another, with a bar between them.  Each is also checked for the laws of every
** layer (fuzz/laws.h), for being kept (no byte outside the tokens but blanks,
** controls, zero-width characters and damaged bytes) and, where it says so, for
** giving the same words as a plainer text.  The big classes are made, and their
** time is compared with that of ordinary text of the same size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/doc.h"
#include "fuzz/laws.h"

static truc_model *model;
static truc_doc *doc;

static void run(const char *s, size_t n, unsigned layers) {
  truc_read_options o = TRUC_READ_OPTIONS;
  o.form = TRUC_FORM_RAW;
  assert_int_equal(truc_doc_read(doc, s, n, &o, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(doc, layers, NULL), TRUC_OK);
}

/* Tokens as they stand in the input, a bar between two; an underscore for the
** join of a word if `words`, then marked where a blank is. */
static void show(truc__buf *b, const char *s, bool words) {
  truc__buf_reset(b);
  truc__buf_str(b, "");
  for (uint32_t i = 0; i < doc->token.n; i++) {
    const truc_token *t = &doc->token.v[i];
    if (i) truc__buf_chr(b, words && (t->flags & TRUC_TF_JOIN) ? '_' : '|');
    truc__buf_put(b, s + t->at.off, t->at.len);
  }
}

/* ------------------------------------------------------------ small classes */

#define TEXT(s) s, sizeof(s) - 1
static const struct {
  int number;
  const char *s;
  size_t n;
  const char *tokens;
  const char *like; /* gives the same words, token for token; or NULL */
} classes[] = {
    {1, TEXT("quan he\xCC\xA3\xCC\x82 ngoa\xCC\xA3i giao"),
     "quan|he\xCC\xA3\xCC\x82|ngoa\xCC\xA3i|giao", "quan hệ ngoại giao"},
    {2, TEXT("HỢP TÁC QUỐC TẾ"), "HỢP|TÁC|QUỐC|TẾ", "hợp tác quốc tế"},
    {2, TEXT("ủY bAN tỈNH"), "ủY|bAN|tỈNH", NULL},
    {3, TEXT("hoà bình, thuỷ thủ, sức khoẻ"), "hoà|bình|,|thuỷ|thủ|,|sức|khoẻ",
     "hòa bình, thủy thủ, sức khỏe"},
    {4, TEXT("HômnaytrờiđẹpởHàNội"), "HômnaytrờiđẹpởHàNội", NULL},
    {6, TEXT("a\xFF b\xC3 c\xE1\xBA d\xED\xA0\x80 e\xC0\xAF f"), "a|b|c|d|e|f",
     NULL},
    {7, TEXT("Vui 👨‍👩‍👧 🇻🇳🇯🇵 👍🏽 ❤️ =))"),
     "Vui|👨‍👩‍👧|🇻🇳|🇯🇵|👍🏽|❤️|=))", NULL},
    {8, TEXT("Xem https://vi-du.vn/tìm?q=a_b&c=d#e, (www.x.net/tin-tuc)."),
     "Xem|https://vi-du.vn/tìm?q=a_b&c=d#e|,|(|www.x.net/tin-tuc|)|.", NULL},
    {9, TEXT("Gửi a.b+c_d@e.com.vn; nhé"), "Gửi|a.b+c_d@e.com.vn|;|nhé", NULL},
    {10, TEXT("if (a == b && c->d) x[i];"), "if|(|a|==|b|&&|c|->|d|)|x|[|i|]|;",
     NULL},
    {11, TEXT("The U.S. Army's 3.5-inch disk doesn't work."),
     "The|U.S.|Army's|3.5|-|inch|disk|doesn't|work|.", NULL},
    {12, TEXT("Hà\0Nội\0 đẹp"), "Hà|Nội|đẹp", "Hà Nội đẹp"},
    {13, TEXT("Một.\r\nHai\r\n\r\nBa"), "Một|.|Hai|Ba", "Một.\nHai\n\nBa"},
    {14, TEXT("Vi\xEA\xF2t Nam"), "Vi|t|Nam", NULL},
    {15, TEXT("ViÖt \xAE\xAD Nam"), "ViÖt|Nam", NULL},
    {17, TEXT(""), "", NULL},
    {17, TEXT(" \n\t\n"), "", NULL},
    {18, TEXT("Hà_Nội my_var_name __init__ _ x"),
     "Hà_Nội|my_var_name|__init__|_|x", NULL},
    {19, TEXT("\n\n\tMột\n \t \nHai ...\n!!!\n"), "Một|Hai|...|!|!|!", NULL},
    {20,
     TEXT("Hà\xC2\xA0Nội\xE3\x80\x80"
          "đô thị"),
     "Hà|Nội|đô|thị", "Hà Nội đô thị"},
    {20, TEXT("thu\xE2\x80\x8B nhập\xC2\xAD \xE2\x81\xA0xa\xEF\xBB\xBF"),
     "thu|nhập|xa", "thu nhập xa"},
    {20,
     TEXT("một\xE2\x80\xA8hai\xC2\x85"
          "ba"),
     "một|hai|ba", "một\nhai\nba"},
    {23, TEXT("30/11/2023 7h30 1.234.567,89 (5,2%) 10kg 25°C COVID-19 F-16"),
     "30/11/2023|7h30|1.234.567,89|(|5,2%|)|10|kg|25|°C|COVID-19|F-16", NULL},
    {23, TEXT("50.000đ/kg 3-4"), "50.000|đ|/|kg|3|-|4", NULL},
    {24, TEXT("\xEF\xBB\xBFHà Nội"), "Hà|Nội", "Hà Nội"},
    {25, TEXT("\x1B[31mđỏ\x07 a\xCC\x81\xCC\x81"), "[|31|mđỏ|a\xCC\x81\xCC\x81",
     NULL},
    {27, TEXT("- – — “ ” ‘ ’ « » … ₫"), "-|–|—|“|”|‘|’|«|»|…|₫", NULL},
    {27, TEXT("kinh tế-xã hội"), "kinh|tế|-|xã|hội", "kinh tế - xã hội"},
    {28, TEXT("Ánh sáng\n\"Ô\n(Ở đây)\nĐi!\n)"),
     "Ánh|sáng|\"|Ô|(|Ở|đây|)|Đi|!|)", NULL}};

static void expect_like(const char *s, size_t n, const char *like) {
  uint8_t join[64];
  uint32_t ntok = doc->token.n;
  assert_in_range(ntok, 1, sizeof join);
  for (uint32_t i = 0; i < ntok; i++)
    join[i] = doc->token.v[i].flags & TRUC_TF_JOIN;
  run(like, strlen(like), TRUC_WORDS);
  assert_int_equal(doc->token.n, ntok);
  for (uint32_t i = 0; i < ntok; i++)
    if ((doc->token.v[i].flags & TRUC_TF_JOIN) != join[i])
      fail_msg("'%.*s' and '%s' differ at token %u", (int)n, s, like, i);
}

static void small_classes(void **state) {
  (void)state;
  truc__buf b = {0};
  for (size_t k = 0; k < sizeof classes / sizeof classes[0]; k++) {
    const char *s = classes[k].s;
    size_t n = classes[k].n;
    run(s, n, ALL_LAYERS);
    laws(doc, n, ALL_LAYERS);
    show(&b, s, false);
    if (strcmp(b.p, classes[k].tokens) != 0)
      fail_msg("class %d:\n want %s\n got  %s", classes[k].number,
               classes[k].tokens, b.p);
    if (classes[k].like) expect_like(s, n, classes[k].like);
  }
  truc__buf_release(&b);
}

/* Mixed case never joins more than small letters. */
static void mixed_case_joins_no_more(void **state) {
  (void)state;
  static const char *const pairs[][2] = {
      {"ủY bAN nHÂN dÂN", "ủy ban nhân dân"},
      {"hỢp tÁc qUốc tẾ", "hợp tác quốc tế"},
      {"gIÁO dỤC vÀ đÀO tẠO", "giáo dục và đào tạo"}};
  for (size_t k = 0; k < sizeof pairs / sizeof pairs[0]; k++) {
    run(pairs[k][0], strlen(pairs[k][0]), TRUC_WORDS);
    uint32_t mixed = doc->word.n;
    run(pairs[k][1], strlen(pairs[k][1]), TRUC_WORDS);
    assert_true(mixed >= doc->word.n);
  }
}

/* ------------------------------------------------------------- big classes */

#define MEGABYTE 1000000

static void repeat(truc__buf *b, const char *piece, size_t n) {
  size_t k = strlen(piece);
  truc__buf_reset(b);
  while (b->n + k <= n) truc__buf_put(b, piece, k);
}

/* CPU seconds for the words of b, the best of `rounds`. */
static double seconds(const truc__buf *b, int rounds) {
  double best = 1e9;
  while (rounds-- > 0) {
    clock_t start = clock();
    run(b->p, b->n, TRUC_WORDS);
    double s = (double)(clock() - start) / CLOCKS_PER_SEC;
    if (s < best) best = s;
  }
  return best;
}

/* Each byte may cost `times` what a byte of ordinary text costs.  A rule that
** is quadratic costs thousands of times as much, so that a busy machine does
** not matter: it gets three more chances. */
static void expect_cost(const char *name, const truc__buf *b, double times) {
  truc__buf usual = {0};
  bool fine = false;
  double a = 0, c = 0;
  repeat(&usual, "Hôm nay trời đẹp, gió nhẹ.\n", b->n);
  for (int chance = 0; chance < 4 && !fine; chance++) {
    a = seconds(&usual, 1 + chance);
    c = seconds(b, 1 + chance);
    fine = c <= times * a + 0.01;
  }
  truc__buf_release(&usual);
  if (!fine) fail_msg("%s: %.3f s, ordinary text %.3f s", name, c, a);
}

static void a_megabyte_without_a_blank(void **state) {
  (void)state;
  truc__buf b = {0};
  repeat(&b, "trờiđẹp", MEGABYTE);
  run(b.p, b.n, TRUC_WORDS);
  assert_int_equal(doc->token.n, 1);
  assert_int_equal(doc->token.v[0].at.len, b.n);
  expect_cost("no blank", &b, 8);
  truc__buf_release(&b);
}

static void one_syllable_again_and_again(void **state) {
  (void)state;
  truc__buf b = {0};
  repeat(&b, "xa ", 6000);
  run(b.p, b.n, ALL_LAYERS);
  laws(doc, b.n, ALL_LAYERS);
  assert_int_equal(doc->token.n, 2000);
  for (uint32_t i = 0; i < doc->word.n; i++)
    assert_in_range(doc->word.v[i].ntok, 1, 12);
  repeat(&b, "xa ", MEGABYTE);
  expect_cost("one syllable", &b, 8);
  truc__buf_release(&b);
}

static void brackets_and_commas_without_end(void **state) {
  (void)state;
  truc__buf b = {0}, close = {0};
  repeat(&b, "(", 10000);
  repeat(&close, ")", 10000);
  truc__buf_put(&b, close.p, close.n);
  run(b.p, b.n, ALL_LAYERS);
  laws(doc, b.n, ALL_LAYERS);
  assert_int_equal(doc->token.n, 20000);
  expect_cost("brackets", &b, 40); /* a token a byte */
  repeat(&b, ",", 20001);
  b.p[0] = 'a';
  run(b.p, b.n, ALL_LAYERS);
  laws(doc, b.n, ALL_LAYERS);
  assert_int_equal(doc->token.n, 20001);
  expect_cost("commas", &b, 40);
  truc__buf_release(&b);
  truc__buf_release(&close);
}

/* The same sentences on one line and on many. */
static void a_megabyte_on_one_line(void **state) {
  (void)state;
  truc__buf b = {0};
  repeat(&b, "Hai bên nhất trí tăng cường hợp tác kinh tế. ", MEGABYTE);
  run(b.p, b.n, TRUC_WORDS);
  uint32_t nword = doc->word.n, nsent = doc->sentence.n;
  expect_cost("one line", &b, 3);
  repeat(&b, "Hai bên nhất trí tăng cường hợp tác kinh tế.\n", MEGABYTE);
  run(b.p, b.n, TRUC_WORDS);
  assert_int_equal(doc->word.n, nword);
  assert_in_range(doc->sentence.n, nsent - 1, nsent + 1);
  truc__buf_release(&b);
}

static int setup(void **state) {
  (void)state;
  if (truc_model_open("models/truc.model", NULL, &model)) return -1;
  doc = truc_doc_new(model);
  return doc ? 0 : -1;
}

static int teardown(void **state) {
  (void)state;
  truc_doc_free(doc);
  truc_model_close(model);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(small_classes),
      cmocka_unit_test(mixed_case_joins_no_more),
      cmocka_unit_test(a_megabyte_without_a_blank),
      cmocka_unit_test(one_syllable_again_and_again),
      cmocka_unit_test(brackets_and_commas_without_end),
      cmocka_unit_test(a_megabyte_on_one_line)};
  return cmocka_run_group_tests(tests, setup, teardown);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* tag_test.c - parts of speech: plain cases, what must not change them, the
** exact search, models without tables, and the bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "model/model.h"
#include "tag/tag.h"
#include "test/unit/with_model.h"

/* ----------------------------------------------------------------- helpers */

static truc_doc *read_with(const truc_model *m, const char *s, truc_form form) {
  truc_read_options o = TRUC_READ_OPTIONS;
  truc_doc *d = truc_doc_new(m);
  o.form = form;
  assert_non_null(d);
  assert_int_equal(truc_doc_read(d, s, strlen(s), &o, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_TAGS, NULL), TRUC_OK);
  return d;
}

/* Tags by blanks. */
static char *tags_of(const truc_model *m, const char *s, truc_form form) {
  truc__buf b = {0};
  truc_doc *d = read_with(m, s, form);
  truc__buf_str(&b, "");
  for (uint32_t i = 0; i < d->word.n; i++) {
    if (i) truc__buf_chr(&b, ' ');
    truc__buf_str(&b, truc_tag_name((truc_tag)d->word.v[i].tag));
  }
  assert_int_equal(b.rc, TRUC_OK);
  truc_doc_free(d);
  return b.p;
}

static void expect(const char *s, const char *want) {
  char *got = tags_of(model, s, TRUC_FORM_RAW);
  assert_string_equal(got, want);
  truc__free(got);
}

static void expect_same(const char *a, truc_form fa, const char *b,
                        truc_form fb) {
  char *x = tags_of(model, a, fa), *y = tags_of(model, b, fb);
  assert_string_equal(x, y);
  truc__free(x);
  truc__free(y);
}

/* ------------------------------------------------------------------- tests */

static void names_of_tags(void **state) {
  (void)state;
  assert_int_equal(TRUC_NTAGS, 17);
  assert_string_equal(truc_tag_name(TRUC_TAG_ADJ), "ADJ");
  assert_string_equal(truc_tag_name(TRUC_TAG_PROPN), "PROPN");
  assert_string_equal(truc_tag_name(TRUC_TAG_VERB), "VERB");
  assert_string_equal(truc_tag_name(TRUC_TAG_X), "X");
  assert_string_equal(truc_tag_name((truc_tag)99), "X");
}

static void plain_sentences(void **state) {
  (void)state;
  expect("Tôi đọc sách.", "PRON VERB NOUN PUNCT");
  expect("Ông Minh đang uống trà ở Huế.",
         "NOUN PROPN ADV VERB NOUN ADP PROPN PUNCT");
  expect("Nhưng hai nước đã ký hiệp định.",
         "SCONJ NUM NOUN ADV VERB NOUN PUNCT");
  expect("Những ngôi nhà đẹp và rẻ", "DET NOUN NOUN ADJ CCONJ ADJ");
}

static void kinds_of_tokens(void **state) {
  (void)state;
  expect("Có 250.000 người", "VERB NUM NOUN");
  expect("Nhà cao 12%!", "NOUN ADJ NUM PUNCT");
  expect("Vui quá 😀", "ADJ ADV SYM");
}

/* The word between two others decides; so does the other way round. */
static void context_decides(void **state) {
  (void)state;
  truc_doc *d = read_with(model,
                          "Anh ấy cho tôi năm quyển sách. "
                          "Anh ấy về năm ngoái.",
                          TRUC_FORM_RAW);
  uint32_t num = 0, noun = 0;
  for (uint32_t i = 0; i < d->word.n; i++) {
    if (!truc__tok_is(d, d->word.v[i].tok, "năm")) continue;
    num += d->word.v[i].tag == TRUC_TAG_NUM;
    noun += d->word.v[i].tag == TRUC_TAG_NOUN;
  }
  assert_int_equal(num, 1);
  assert_int_equal(noun, 1);
  truc_doc_free(d);
}

static void form_changes_nothing(void **state) {
  (void)state;
  expect_same(
      "Thủ tướng Nhật Bản thăm Việt Nam, ký ba văn kiện.", TRUC_FORM_RAW,
      "Thủ_tướng Nhật_Bản thăm Việt_Nam , ký ba văn_kiện .", TRUC_FORM_SEG);
  expect_same("Hai bên nhất trí mở rộng hợp tác.", TRUC_FORM_RAW,
              "Hai bên nhất_trí mở_rộng hợp_tác .", TRUC_FORM_SEG);
}

static void spelling_changes_nothing(void **state) {
  (void)state;
  /* decomposed */
  expect_same("ông ấy là người Việt", TRUC_FORM_RAW,
              "o\xCC\x82ng a\xCC\x82\xCC\x81y la\xCC\x80 "
              "ng\xC6\xB0\xC6\xA1\xCC\x80i Vie\xCC\xA3\xCC\x82t",
              TRUC_FORM_RAW);
  expect_same("hòa bình và khỏe mạnh", TRUC_FORM_RAW, "hoà bình và khoẻ mạnh",
              TRUC_FORM_RAW);
  expect_same("Tôi  đọc\tsách.", TRUC_FORM_RAW, "Tôi đọc sách.", TRUC_FORM_RAW);
}

static void capitals_are_no_names(void **state) {
  (void)state;
  expect_same("hai nước ký hiệp định", TRUC_FORM_RAW, "HAI NƯỚC KÝ HIỆP ĐỊNH",
              TRUC_FORM_RAW);
}

/* ------------------------------------------------------------------ models */

static void without_tables(void **state) {
  (void)state;
  char *got = tags_of(NULL, "Tôi đọc sách.", TRUC_FORM_RAW);
  assert_string_equal(got, "X X X X");
  truc__free(got);
  truc_doc *d = read_with(NULL, "Tôi đọc", TRUC_FORM_RAW);
  assert_int_equal(d->word.v[0].tag_margin, 0);
  truc_doc_free(d);
  d = read_with(model, "", TRUC_FORM_RAW);
  assert_int_equal(d->word.n, 0);
  truc_doc_free(d);
}

/* A copy of the shipped model that leaves out or cuts a section. */
static truc_rc open_cut(const char *leave, const char *cut, truc_model **out,
                        void **bytes) {
  truc__section s[MODEL_MAX_SECTIONS];
  char name[MODEL_MAX_SECTIONS][9];
  truc__buf b = {0};
  uint32_t n = 0;
  size_t size;
  for (uint32_t i = 0; truc__model_nth(model, i, name[n], &size); i++) {
    if (leave && strncmp(name[n], leave, strlen(leave)) == 0) continue;
    s[n].name = name[n];
    s[n].bytes = truc__model_section(model, name[n], &s[n].n);
    if (cut && strcmp(name[n], cut) == 0) s[n].n /= 2;
    n++;
  }
  assert_int_equal(truc__model_build(&b, s, n, 1), TRUC_OK);
  size = (b.n + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
  *bytes = aligned_alloc(MODEL_ALIGN, size);
  assert_non_null(*bytes);
  memcpy(*bytes, b.p, b.n);
  truc_rc rc = truc_model_open_memory(*bytes, b.n, NULL, out);
  truc__buf_release(&b);
  return rc;
}

static void words_alone(void **state) {
  (void)state;
  truc_model *m;
  void *bytes;
  assert_int_equal(open_cut("t.", NULL, &m, &bytes), TRUC_OK);
  assert_null(truc__model_tags(m));
  char *got = tags_of(m, "Việt Nam hợp tác.", TRUC_FORM_RAW);
  assert_string_equal(got, "X X X");
  truc__free(got);
  truc_model_close(m);
  free(bytes);
}

static void cut_tables_are_refused(void **state) {
  static const char *const name[] = {"t.key",  "t.pool", "t.class", "t.row",
                                     "t.base", "t.cell", "t.tabs"};
  (void)state;
  for (size_t i = 0; i < sizeof name / sizeof name[0]; i++) {
    truc_model *m;
    void *bytes;
    assert_int_equal(open_cut(NULL, name[i], &m, &bytes), TRUC_EMODEL);
    assert_null(m);
    free(bytes);
    assert_int_equal(open_cut(name[i], NULL, &m, &bytes), TRUC_EMODEL);
    free(bytes);
  }
}

/* ------------------------------------------------------------------ search */

static int32_t sum_of(const truc__tagtabs *t, const truc__tagscore *s,
                      const unsigned *c, uint32_t n, unsigned left,
                      unsigned right) {
  int32_t sum = t->move[left][c[0]] + t->back[right][c[n - 1]];
  for (uint32_t i = 0; i < n; i++) {
    sum += s[i].own[c[i]];
    if (i) sum += t->move[c[i - 1]][c[i]];
  }
  return sum;
}

/* All labellings of a run in turn; `best[i][c]` the best with word i in c. */
static void try_all(const truc__tagtabs *t, const truc__tagscore *s, uint32_t n,
                    int32_t best[][TAG_COLUMNS]) {
  unsigned c[3] = {0, 0, 0};
  for (uint32_t i = 0; i < n; i++)
    for (int k = 0; k < TAG_COLUMNS; k++) best[i][k] = INT32_MIN;
  for (uint32_t code = 0; code < 1u << 4 * n; code++) {
    bool may = true;
    for (uint32_t i = 0; i < n; i++) {
      c[i] = code >> 4 * i & 15;
      may = may && (s[i].may >> c[i] & 1);
    }
    int32_t sum = may ? sum_of(t, s, c, n, 3, TAG_EDGE) : INT32_MIN;
    for (uint32_t i = 0; may && i < n; i++)
      if (sum > best[i][c[i]]) best[i][c[i]] = sum;
  }
}

static void check_run(const truc__tagtabs *t, truc__tagscore *s, uint32_t n) {
  int32_t best[3][TAG_COLUMNS];
  try_all(t, s, n, best);
  truc__tag_solve(t, s, n, 3, TAG_EDGE);
  for (uint32_t i = 0; i < n; i++) {
    int32_t top = INT32_MIN, second = INT32_MIN;
    for (unsigned c = 0; c < TAG_COLUMNS; c++) {
      if (best[i][c] > top) {
        second = top;
        top = best[i][c];
      } else if (best[i][c] > second) {
        second = best[i][c];
      }
    }
    assert_int_equal(best[i][s[i].column], top);
    if (second != INT32_MIN) assert_int_equal(s[i].diff, top - second);
  }
}

static void search_is_exact(void **state) {
  (void)state;
  truc__tagtabs *t = calloc(1, sizeof *t);
  uint32_t r = 1;
  assert_non_null(t);
  for (int round = 0; round < 30; round++) {
    truc__tagscore s[3];
    memset(s, 0, sizeof s);
    for (int a = 0; a <= TAG_COLUMNS; a++)
      for (int b = 0; b <= TAG_COLUMNS; b++) {
        r = r * 1664525u + 1013904223u;
        int16_t x = (int16_t)((int)(r >> 24) - 128);
        if (b < TAG_COLUMNS) t->move[a][b] = x;
        if (a < TAG_COLUMNS) t->back[b][a] = x;
      }
    for (int i = 0; i < 3; i++) {
      r = r * 1664525u + 1013904223u;
      s[i].may = round % 2 ? 0xFFFF : (uint16_t)(r >> 16 | 1);
      for (int c = 0; c < TAG_COLUMNS; c++) {
        r = r * 1664525u + 1013904223u;
        s[i].own[c] = (int16_t)((int)(r >> 22) - 512);
      }
    }
    check_run(t, s, 1 + (uint32_t)round % 3);
  }
  free(t);
}

/* ------------------------------------------------------------------- rest */

static void margins_tell_doubt(void **state) {
  (void)state;
  truc_doc *d = read_with(model, "Chúng tôi và họ, của ai bông bốc phềnh?",
                          TRUC_FORM_RAW);
  uint8_t least = 255, most = 0;
  for (uint32_t i = 0; i < d->word.n; i++) {
    uint8_t m = d->word.v[i].tag_margin;
    if (m < least) least = m;
    if (m > most) most = m;
  }
  assert_true(most > 240);
  assert_true(least < 240);
  truc_doc_free(d);
}

static void warm_runs_allocate_nothing(void **state) {
  (void)state;
  static const char text[] =
      "Bộ trưởng tiếp đoàn, và hai bên trao đổi về hợp tác. Năm 2023 đạt 12%.";
  truc_doc *d = truc_doc_new(model);
  assert_non_null(d);
  for (int i = 0; i < 2; i++) {
    assert_int_equal(truc_doc_read(d, text, sizeof text - 1, NULL, NULL), 0);
    if (i == 1) truc__fail_alloc_after(1);
    truc_rc rc = truc_doc_run(d, TRUC_TAGS, NULL);
    truc__fail_alloc_after(0);
    assert_int_equal(rc, TRUC_OK);
  }
  truc_doc_free(d);
}

/* A token of the same letters may be a date here and a number there; and what
** was read before changes nothing. */
static void kinds_stay_apart(void **state) {
  (void)state;
  static const char *const text[] = {"Giá tăng 27.5 điểm.",
                                     "Đoàn đến Huế ngày 27.5 vừa qua."};
  truc_doc *d = truc_doc_new(model);
  assert_non_null(d);
  for (int i = 0; i < 4; i++) {
    const char *s = text[i % 2];
    truc_doc *fresh = read_with(model, s, TRUC_FORM_AUTO);
    assert_int_equal(truc_doc_read(d, s, strlen(s), NULL, NULL), TRUC_OK);
    assert_int_equal(truc_doc_run(d, TRUC_TAGS, NULL), TRUC_OK);
    assert_int_equal(d->word.n, fresh->word.n);
    for (uint32_t k = 0; k < d->word.n; k++) {
      assert_int_equal(d->word.v[k].tag, fresh->word.v[k].tag);
      assert_int_equal(d->word.v[k].tag_margin, fresh->word.v[k].tag_margin);
    }
    truc_doc_free(fresh);
  }
  truc_doc_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_of_tags),
      cmocka_unit_test(plain_sentences),
      cmocka_unit_test(kinds_of_tokens),
      cmocka_unit_test(context_decides),
      cmocka_unit_test(form_changes_nothing),
      cmocka_unit_test(spelling_changes_nothing),
      cmocka_unit_test(capitals_are_no_names),
      cmocka_unit_test(without_tables),
      cmocka_unit_test(words_alone),
      cmocka_unit_test(cut_tables_are_refused),
      cmocka_unit_test(search_is_exact),
      cmocka_unit_test(margins_tell_doubt),
      cmocka_unit_test(kinds_stay_apart),
      cmocka_unit_test(warm_runs_allocate_nothing),
  };
  return cmocka_run_group_tests(tests, open_model, close_model);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* word_test.c - words: the conventions, what must not change them, the exact
** search, and the bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "word/word.h"
#include "test/unit/with_model.h"

/* ----------------------------------------------------------------- helpers */

static truc_doc *read_with(const truc_model *m, const char *s, truc_form form) {
  truc_read_options o = TRUC_READ_OPTIONS;
  truc_doc *d = truc_doc_new(m);
  o.form = form;
  assert_non_null(d);
  assert_int_equal(truc_doc_read(d, s, strlen(s), &o, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
  return d;
}

/* Words by blanks, their tokens joined by "_"; as in the input, or folded by
** leaving out the letters: "2 1 3" is the number of tokens of each. */
static char *show(const truc_doc *d, bool lengths) {
  truc__buf b = {0};
  truc__buf_str(&b, "");
  for (uint32_t i = 0; i < d->word.n; i++) {
    const truc_word *w = &d->word.v[i];
    if (i) truc__buf_chr(&b, ' ');
    if (lengths) truc__buf_int(&b, w->ntok);
    for (uint32_t k = w->tok; !lengths && k < w->tok + w->ntok; k++) {
      const truc_token *t = &d->token.v[k];
      if (k > w->tok) truc__buf_chr(&b, '_');
      truc__buf_put(&b, d->raw + t->at.off, t->at.len);
    }
  }
  assert_int_equal(b.rc, TRUC_OK);
  return b.p;
}

/* Words of a text under a profile, as `show` writes them. */
static void expect_profile(const char *profile, const char *raw,
                           const char *want) {
  truc_doc *d = truc_doc_new(model);
  assert_non_null(d);
  assert_int_equal(truc_doc_set_profile(d, profile, NULL), TRUC_OK);
  assert_string_equal(truc_doc_profile(d), profile);
  assert_int_equal(truc_doc_read(d, raw, strlen(raw), NULL, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
  char *got = show(d, false);
  assert_string_equal(got, want);
  truc__free(got);
  truc_doc_free(d);
}

static char *words_of(const truc_model *m, const char *s, truc_form form,
                      bool lengths) {
  truc_doc *d = read_with(m, s, form);
  char *out = show(d, lengths);
  truc_doc_free(d);
  return out;
}

/* The sentence is given as it should be segmented; it is read without its
** underscores, which stand between syllables here. */
static void expect(const char *want) {
  char raw[512];
  size_t n = strlen(want);
  assert_true(n < sizeof raw);
  for (size_t i = 0; i <= n; i++) raw[i] = want[i] == '_' ? ' ' : want[i];
  char *got = words_of(model, raw, TRUC_FORM_RAW, false);
  if (strcmp(got, want) != 0) fail_msg("\n want %s\n got  %s", want, got);
  truc__free(got);
}

/* Both read the same, but for their letters. */
static void expect_same(const char *a, truc_form fa, const char *b,
                        truc_form fb) {
  char *x = words_of(model, a, fa, true), *y = words_of(model, b, fb, true);
  if (strcmp(x, y) != 0) fail_msg("\n %s\n %s\n %s\n %s", a, x, b, y);
  truc__free(x);
  truc__free(y);
}

/* ------------------------------------------------------------- conventions */

static void names_are_one_word(void **state) {
  (void)state;
  expect("Bà Võ_Thị_Sáu sinh ra ở Đất_Đỏ .");
  expect("Thủ_tướng Phan_Văn_Khải gặp ông Lê_Đức_Anh .");
  expect("Chị Nguyễn_Thị_Minh_Khai quê ở Nghệ_An .");
  expect("Tổng_thống Donald_Trump đã đến Hà_Nội .");
  expect("Ông Vũ và bà Hoa cùng đi .");
}

static void places_and_bodies(void **state) {
  (void)state;
  expect("Họ sống ở tỉnh Phú_Yên .");
  expect("Việt_Nam và Nhật_Bản thiết_lập quan_hệ ngoại_giao .");
  expect("Bộ Ngoại_giao Việt_Nam tổ_chức họp_báo .");
  expect("Thành_phố Đà_Nẵng đón nhiều du_khách Thái_Lan .");
}

static void common_words(void **state) {
  (void)state;
  expect("Hai bên nhất_trí tăng_cường hợp_tác kinh_tế .");
  expect("Hôm_nay trời mưa to nên chúng_tôi ở nhà .");
  expect("Người_ta nói rằng cơ_sở_hạ_tầng còn yếu .");
  expect("Nông_dân ở đồng_bằng trồng lúa .");
  expect("Anh ấy làm_việc ở công_ty xây_dựng .");
}

static void numbers_stand_alone(void **state) {
  (void)state;
  expect("Công_ty thu được 80 triệu đồng .");
  expect("Giá tăng 7,5% so với năm 2022 .");
  expect("Họ gặp nhau ngày 30/11/2023 .");
}

/* ------------------------------------------------ what must not change them */

static void hints_change_nothing(void **state) {
  (void)state;
  const char *raw = "Hai nước sẽ tăng cường hợp tác, ông Nam nói.";
  expect_same(raw, TRUC_FORM_RAW,
              "Hai nước sẽ tăng_cường hợp_tác , ông Nam nói .", TRUC_FORM_SEG);
  expect_same(raw, TRUC_FORM_RAW,
              "Hai_nước_sẽ tăng cường_hợp tác , ông_Nam_nói .", TRUC_FORM_SEG);
  expect_same(raw, TRUC_FORM_RAW,
              "Hai nước sẽ tăng cường hợp tác , ông Nam nói .", TRUC_FORM_SEG);
}

static void capitals_change_nothing(void **state) {
  (void)state;
  expect_same("ủy ban nhân dân tỉnh tổ chức hội nghị", TRUC_FORM_RAW,
              "ỦY BAN NHÂN DÂN TỈNH TỔ CHỨC HỘI NGHỊ", TRUC_FORM_RAW);
  expect_same("giáo dục và đào tạo nguồn nhân lực", TRUC_FORM_RAW,
              "GIÁO DỤC VÀ ĐÀO TẠO NGUỒN NHÂN LỰC", TRUC_FORM_RAW);
  expect_same("kinh tế phát triển nhờ hợp tác quốc tế", TRUC_FORM_RAW,
              "Kinh Tế Phát Triển Nhờ Hợp Tác Quốc Tế", TRUC_FORM_RAW);
}

static void spelling_changes_nothing(void **state) {
  (void)state;
  expect_same("hòa bình và hữu nghị, sức khỏe", TRUC_FORM_RAW,
              "hoà bình và hữu nghị, sức khoẻ", TRUC_FORM_RAW);
  /* decomposed: o + grave, i + hook, e + hook */
  expect_same("hòa bình, sức khỏe", TRUC_FORM_RAW,
              "ho\xCC\x80"
              "a bi\xCC\x80nh, sư\xCC\x81"
              "c kho\xCC\x89"
              "e",
              TRUC_FORM_RAW);
  expect_same("hợp tác quốc tế", TRUC_FORM_RAW, "hợp\xC2\xA0tác  quốc\ttế",
              TRUC_FORM_RAW);
}

/* -------------------------------------------------------------- boundaries */

static void words_end_at_marks_and_lines(void **state) {
  (void)state;
  expect("hợp , tác");
  expect("kinh \" tế");
  char *got = words_of(model, "Hà\n\nNội", TRUC_FORM_RAW, true);
  assert_string_equal(got, "1 1");
  truc__free(got);
  got = words_of(model, "quốc 5 tế", TRUC_FORM_RAW, true);
  assert_string_equal(got, "1 1 1");
  truc__free(got);
}

static void every_token_has_a_word(void **state) {
  (void)state;
  truc_doc *d = read_with(
      model,
      "Chủ tịch nước thăm Lào.\n\nHai bên ký 3 văn kiện; ông Nam dự.\n"
      "Ảnh: TTXVN\n",
      TRUC_FORM_RAW);
  uint32_t tok = 0, word = 0;
  for (uint32_t s = 0; s < d->sentence.n; s++) {
    assert_int_equal(d->sentence.v[s].word, word);
    word += d->sentence.v[s].nword;
    for (uint32_t i = d->sentence.v[s].word; i < word; i++) {
      const truc_word *w = &d->word.v[i];
      assert_int_equal(w->sent, s);
      assert_int_equal(w->tok, tok);
      assert_true(w->ntok > 0);
      for (uint32_t k = 0; k < w->ntok; k++, tok++) {
        const truc_token *t = &d->token.v[tok];
        assert_int_equal(t->word, i);
        assert_int_equal((t->flags & TRUC_TF_JOIN) != 0, k > 0);
      }
      const truc_token *last = &d->token.v[tok - 1];
      assert_int_equal(w->at.off, d->token.v[w->tok].at.off);
      assert_int_equal(w->at.off + w->at.len, last->at.off + last->at.len);
    }
  }
  assert_int_equal(word, d->word.n);
  assert_int_equal(tok, d->token.n);
  truc_doc_free(d);
}

static void profiles_differ(void **state) {
  (void)state;
  const char *raw = "Người dân ở đây cho biết hôm 30/11, tăng 7,5%.";
  expect_profile("ud", raw, "Người dân ở đây cho biết hôm 30/11 , tăng 7,5% .");
  expect_profile("vlsp", raw,
                 "Người_dân ở đây cho_biết hôm 30 / 11 , tăng 7,5 % .");
  expect_profile("vlsp", "Con gái của người ta", "Con gái của người ta");
  expect_profile("ud", "Con gái của người ta", "Con_gái của người_ta");
}

/* The profile stays from text to text, and later layers refuse the other. */
static void profiles_of_a_document(void **state) {
  (void)state;
  truc_err err;
  truc_doc *d = truc_doc_new(model);
  assert_non_null(d);
  assert_string_equal(truc_doc_profile(d), "ud");
  assert_int_equal(truc_doc_set_profile(d, "xx", &err), TRUC_EARG);
  assert_int_equal(truc_doc_set_profile(d, "vlsp", NULL), TRUC_OK);
  for (int i = 0; i < 2; i++) {
    assert_int_equal(truc_doc_read(d, "ngày 2/9", 9, NULL, NULL), TRUC_OK);
    assert_int_equal(truc_doc_run(d, TRUC_TAGS, &err), TRUC_ESTATE);
    assert_int_equal(truc_doc_run(d, TRUC_FACTS, &err), TRUC_ESTATE);
    assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
    assert_int_equal(d->word.n, 4);
  }
  assert_int_equal(truc_doc_set_profile(d, "ud", NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_ESTATE);
  assert_int_equal(truc_doc_read(d, "ngày 2/9", 9, NULL, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_TAGS, NULL), TRUC_OK);
  assert_int_equal(d->word.n, 2);
  truc_doc_free(d);
  d = truc_doc_new(NULL);
  assert_non_null(d);
  assert_int_equal(truc_doc_set_profile(d, "vlsp", &err), TRUC_EARG);
  truc_doc_free(d);
}

static void without_a_model(void **state) {
  (void)state;
  truc_doc *d = read_with(NULL, "hợp tác quốc tế.", TRUC_FORM_RAW);
  assert_int_equal(d->word.n, 5);
  assert_int_equal(d->token.n, 5);
  truc_doc_free(d);
  d = read_with(model, "", TRUC_FORM_RAW);
  assert_int_equal(d->word.n, 0);
  truc_doc_free(d);
}

static void margins_tell_doubt(void **state) {
  (void)state;
  truc_doc *d = read_with(model, "Việt Nam, 5 hợp tác.", TRUC_FORM_RAW);
  const truc_token *t = d->token.v; /* Việt Nam , 5 hợp tác . */
  assert_int_equal(d->token.n, 7);
  assert_int_equal(t[0].margin, 255);
  assert_in_range(t[1].margin, 200, 254); /* joined, and sure of it */
  assert_int_equal(t[2].margin, 255);
  assert_int_equal(t[4].margin, 255);
  assert_in_range(t[5].margin, 200, 254);
  truc_doc_free(d);
}

/* ------------------------------------------------------------------- search */

/* Best sum over all labellings in which gap `fixed` has label `label`. */
static int32_t best_sum(const int32_t *score, uint32_t n, const int32_t *both,
                        uint32_t fixed, unsigned label) {
  int32_t best = INT32_MIN;
  for (uint32_t mask = 0; mask < 1u << n; mask++) {
    int32_t sum = 0;
    if ((mask >> fixed & 1) != label) continue;
    for (uint32_t i = 0; i < n; i++) {
      if (mask >> i & 1) sum += score[i];
      if (i && (mask >> i & 1) && (mask >> (i - 1) & 1)) sum += both[i];
    }
    if (sum > best) best = sum;
  }
  return best;
}

static void search_is_exact(void **state) {
  (void)state;
  uint32_t seed = 1;
  truc__wordline l = {0};
  for (int round = 0; round < 300; round++) {
    int32_t score[9], both[9];
    uint32_t n = 1 + (uint32_t)round % 9;
    assert_true(truc__wordline_room(&l, n + 1));
    for (uint32_t i = 0; i < n; i++) {
      seed = seed * 1664525u + 1013904223u;
      score[i] = (int32_t)(seed >> 20) % 200 - 100;
      if (seed % 7 == 0) score[i] = WORD_NOGAP;
      l.score[i + 3] = score[i];
      seed = seed * 1664525u + 1013904223u;
      l.both[i + 3] = both[i] = (int32_t)(seed >> 20) % 120 - 60;
    }
    truc__wordline_solve(&l, n + 1);
    for (uint32_t i = 0; i < n; i++)
      assert_int_equal(l.score[i + 3], best_sum(score, n, both, i, 1) -
                                           best_sum(score, n, both, i, 0));
  }
  truc__wordline_free(&l);
}

/* ------------------------------------------------------------------ bounds */

/* A model that joins whatever can be joined; `three` is added for every small
** syllable that follows two joined ones. */
static truc_model *eager(truc__buf *file, void **bytes, int16_t three) {
  static const uint16_t slot[2] = {0, 1};
  static const uint32_t key[3] = {0, 0, 1};
  static const truc__wordrow row[2];
  static const truc__wordcell cell[2] = {{CELL_FREE, 0, 0, 0, 0},
                                         {CELL_FREE, 0, 0, 0, 0}};
  static const truc__wordnode node[1];
  truc__wordtabs *t = calloc(1, sizeof *t);
  assert_non_null(t);
  for (size_t i = 0; i < 4096; i++) t->type[i] = 100;
  for (unsigned i = 0; i < 256; i++)
    t->both[truc__word_cover(0, 0, 0, i)] = three;
  const truc__section s[] = {{"w.slot", slot, sizeof slot},
                             {"w.key", key, sizeof key},
                             {"w.pool", "a", 1},
                             {"w.row", row, sizeof row},
                             {"w.cell", cell, sizeof cell},
                             {"w.node", node, sizeof node},
                             {"w.edge", NULL, 0},
                             {"w.tabs", t, sizeof *t}};
  truc_model *m;
  assert_int_equal(truc__model_build(file, s, 8, 1), TRUC_OK);
  *bytes = aligned_alloc(64, (file->n + 63) / 64 * 64);
  assert_non_null(*bytes);
  memcpy(*bytes, file->p, file->n);
  assert_int_equal(truc_model_open_memory(*bytes, file->n, NULL, &m), TRUC_OK);
  free(t);
  return m;
}

static void long_runs_are_no_words(void **state) {
  (void)state;
  truc__buf file = {0};
  void *bytes;
  truc_model *m = eager(&file, &bytes, 0);
  char *got = words_of(m, "a a a a a a a a a a a a, a a", TRUC_FORM_RAW, true);
  assert_string_equal(got, "12 1 2");
  truc__free(got);
  got = words_of(m, "b b b b b b b b b b b b b, b", TRUC_FORM_RAW, true);
  assert_string_equal(got, "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1");
  truc__free(got);
  truc_model_close(m);
  free(bytes);
  truc__buf_release(&file);
}

static void three_join_by_their_letters(void **state) {
  (void)state;
  truc__buf file = {0};
  void *bytes;
  truc_model *m = eager(&file, &bytes, -150);
  char *got = words_of(m, "a a, a a a a, b A A A", TRUC_FORM_RAW, true);
  assert_string_equal(got, "2 1 2 2 1 4");
  truc__free(got);
  truc_model_close(m);
  free(bytes);
  truc__buf_release(&file);
}

static void warm_runs_allocate_nothing(void **state) {
  (void)state;
  static const char text[] =
      "Hai bên nhất trí tăng cường hợp tác. Kim ngạch đạt 50 tỷ USD.\n"
      "Bộ Ngoại giao hai nước sẽ phối hợp tổ chức hội nghị ở Hà Nội.\n";
  truc_doc *d = truc_doc_new(model);
  for (int round = 0; round < 3; round++) {
    if (round == 2) truc__fail_alloc_after(1);
    assert_int_equal(truc_doc_read(d, text, sizeof text - 1, NULL, NULL),
                     TRUC_OK);
    assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
  }
  truc__fail_alloc_after(0);
  truc_doc_free(d);
}

/* ------------------------------------------------------------ given words */

static void given_words_stand(void **state) {
  (void)state;
  static const char text[] = "Ông Minh đang uống trà Anh về nhà";
  static const truc_given words[] = {{{0, 4}, 1},  {{5, 4}, 0},  {{10, 12}, 0},
                                     {{23, 4}, 0}, {{28, 3}, 1}, {{32, 9}, 0}};
  truc_doc *d = truc_doc_new(model);
  truc_err err;
  assert_non_null(d);
  assert_int_equal(truc_doc_set_words(d, words, 6, &err), TRUC_ESTATE);
  assert_int_equal(truc_doc_read(d, text, sizeof text - 1, NULL, &err), 0);
  assert_int_equal(truc_doc_set_words(d, words, 6, &err), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_FACTS, &err), TRUC_OK);
  assert_int_equal(d->word.n, 6);
  assert_int_equal(d->sentence.n, 2);
  assert_int_equal(d->sentence.v[0].nword, 4);
  assert_int_equal(d->sentence.v[1].tok, d->word.v[4].tok);
  for (uint32_t i = 0; i < 6; i++) {
    assert_int_equal(d->word.v[i].at.off, words[i].at.off);
    assert_int_equal(d->word.v[i].at.len, words[i].at.len);
    assert_int_equal(d->word.v[i].sent, i >= 4);
    for (uint32_t t = 0; t < d->word.v[i].ntok; t++)
      assert_int_equal(d->token.v[d->word.v[i].tok + t].word, i);
  }
  assert_int_equal(truc_doc_set_words(d, words, 6, &err), TRUC_ESTATE);
  truc_doc_free(d);
}

static void bad_given_words_are_refused(void **state) {
  (void)state;
  static const char text[] = "Ông nghe";
  static const truc_given bad[][2] = {
      {{{5, 4}, 1}, {{0, 4}, 0}},  /* backwards */
      {{{0, 4}, 1}, {{3, 5}, 0}},  /* one in the other */
      {{{0, 4}, 1}, {{5, 40}, 0}}, /* behind the end */
      {{{0, 0}, 1}, {{5, 4}, 0}}}; /* of no length */
  truc_doc *d = truc_doc_new(model);
  assert_non_null(d);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    assert_int_equal(truc_doc_read(d, text, sizeof text - 1, NULL, NULL), 0);
    assert_int_equal(truc_doc_set_words(d, bad[i], 2, NULL), TRUC_EARG);
    assert_int_equal(d->word.n, 0);
    assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
    assert_int_equal(d->word.n, 2);
  }
  assert_int_equal(truc_doc_read(d, text, sizeof text - 1, NULL, NULL), 0);
  assert_int_equal(truc_doc_set_words(d, NULL, 0, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_FACTS, NULL), TRUC_OK);
  assert_int_equal(d->word.n, 0);
  truc_doc_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_one_word),
      cmocka_unit_test(places_and_bodies),
      cmocka_unit_test(common_words),
      cmocka_unit_test(numbers_stand_alone),
      cmocka_unit_test(hints_change_nothing),
      cmocka_unit_test(capitals_change_nothing),
      cmocka_unit_test(spelling_changes_nothing),
      cmocka_unit_test(words_end_at_marks_and_lines),
      cmocka_unit_test(every_token_has_a_word),
      cmocka_unit_test(profiles_differ),
      cmocka_unit_test(profiles_of_a_document),
      cmocka_unit_test(without_a_model),
      cmocka_unit_test(margins_tell_doubt),
      cmocka_unit_test(search_is_exact),
      cmocka_unit_test(long_runs_are_no_words),
      cmocka_unit_test(three_join_by_their_letters),
      cmocka_unit_test(given_words_stand),
      cmocka_unit_test(bad_given_words_are_refused),
      cmocka_unit_test(warm_runs_allocate_nothing)};
  return cmocka_run_group_tests(tests, open_model, close_model);
}

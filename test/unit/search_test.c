/* SPDX-License-Identifier: Apache-2.0 */
/* search_test.c - readings, lattice, boundaries, the caller's words, keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "word/word.h"
#include "test/unit/with_model.h"

static void read_text(truc_doc *d, const char *s) {
  assert_int_equal(truc_doc_read(d, s, strlen(s), NULL, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
}

/* Words by blanks, their tokens joined by "_". */
static void expect_words(const truc_doc *d, const char *want) {
  truc__buf b = {0};
  for (uint32_t i = 0; i < d->word.n; i++) {
    const truc_word *w = &d->word.v[i];
    if (i) truc__buf_chr(&b, ' ');
    for (uint32_t k = w->tok; k < w->tok + w->ntok; k++) {
      const truc_token *t = &d->token.v[k];
      if (k > w->tok) truc__buf_chr(&b, '_');
      truc__buf_put(&b, d->raw + t->at.off, t->at.len);
    }
  }
  assert_string_equal(b.p, want);
  truc__buf_release(&b);
}

static void add(truc_doc *d, const char *words) {
  truc_err err;
  if (truc_doc_add_words(d, words, strlen(words), &err))
    fail_msg("%s", err.msg);
}

/* ------------------------------------------------------------ exact search */

static const char *const samples[] = {
    "Hai nước xây dựng cơ sở hạ tầng.",
    "Ông Nam nói: hợp tác xã phát triển, 5 tỷ đồng.",
    "Thủ tướng thăm Nhật Bản",
    "học sinh học sinh học",
    "Bộ Ngoại giao tổ chức họp báo thường kỳ",
    "a",
    "- - -"};
#define NSAMPLES (sizeof samples / sizeof samples[0])

/* Sum of a labelling, as the decoder counts. */
static int64_t sum_of(const int32_t *score, const int32_t *both, uint32_t n,
                      uint32_t mask) {
  int64_t sum = 0;
  for (uint32_t i = 1; i < n; i++) {
    if (!(mask >> i & 1)) continue;
    sum += score[i];
    if (i > 1 && (mask >> (i - 1) & 1)) sum += both[i];
  }
  return sum;
}

static int by_sum(const void *a, const void *b) {
  const int64_t *x = a, *y = b;
  return (*x < *y) - (*x > *y);
}

/* The sums of all labellings without impossible joins, best first. */
static size_t all_sums(const int32_t *score, const int32_t *both, uint32_t n,
                       int64_t **out) {
  size_t k = 0;
  *out = malloc(((size_t)1 << n) * sizeof **out);
  assert_non_null(*out);
  for (uint32_t mask = 0; mask < 1u << n; mask += 2) {
    int64_t sum = sum_of(score, both, n, mask);
    if (sum > WORD_NOGAP / 2) (*out)[k++] = sum;
  }
  qsort(*out, k, sizeof **out, by_sum);
  return k;
}

static uint32_t mask_of(const truc_reading *r, uint32_t n) {
  uint32_t mask = 0;
  for (uint32_t i = 1; i < n; i++) mask |= (uint32_t)r->join[i] << i;
  return mask;
}

static void readings_are_the_best(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(model);
  for (size_t s = 0; s < NSAMPLES; s++) {
    read_text(d, samples[s]);
    uint32_t n, ntok = d->sentence.v[0].ntok;
    const truc_reading *r;
    assert_in_range(ntok, 1, 14);
    assert_int_equal(truc_doc_readings(d, 0, 20, &r, &n, NULL), TRUC_OK);
    const truc__wordline *l = truc__word_scores(d, &d->sentence.v[0]);
    int64_t *all;
    size_t nall = all_sums(l->score + 2, l->both + 2, ntok, &all);
    assert_int_equal(n, nall < 20 ? nall : 20);
    for (uint32_t k = 0; k < n; k++) {
      uint32_t mask = mask_of(&r[k], ntok);
      assert_int_equal(sum_of(l->score + 2, l->both + 2, ntok, mask), all[k]);
      assert_int_equal(r[k].score, all[k] - all[0]);
      for (uint32_t q = 0; q < k; q++)
        assert_int_not_equal(mask, mask_of(&r[q], ntok));
    }
    for (uint32_t i = 0; i < ntok; i++)
      assert_int_equal(r[0].join[i], (d->token.v[i].flags & TRUC_TF_JOIN) != 0);
    assert_int_equal(r[0].nword, d->sentence.v[0].nword);
    free(all);
  }
  truc_doc_free(d);
}

/* Best sum of the labellings that hold the word [i, j). */
static int64_t best_with(const int32_t *score, const int32_t *both, uint32_t n,
                         uint32_t i, uint32_t j) {
  int64_t best = INT64_MIN;
  for (uint32_t mask = 0; mask < 1u << n; mask += 2) {
    bool has = !(mask >> i & 1) && (j == n || !(mask >> j & 1));
    for (uint32_t k = i + 1; k < j; k++) has &= mask >> k & 1;
    int64_t sum = has ? sum_of(score, both, n, mask) : INT64_MIN;
    if (sum > best) best = sum;
  }
  return best;
}

static void edges_are_exact(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(model);
  for (size_t s = 0; s < NSAMPLES; s++) {
    read_text(d, samples[s]);
    uint32_t n, ntok = d->sentence.v[0].ntok, nbest = 0;
    const truc_edge *e;
    assert_int_equal(truc_doc_lattice(d, 0, 20000, &e, &n, NULL), TRUC_OK);
    const truc__wordline *l = truc__word_scores(d, &d->sentence.v[0]);
    const int32_t *score = l->score + 2, *both = l->both + 2;
    int64_t *all;
    all_sums(score, both, ntok, &all);
    for (uint32_t k = 0; k < n; k++) {
      uint32_t i = e[k].tok, j = i + e[k].ntok;
      assert_int_equal(e[k].score, best_with(score, both, ntok, i, j) - all[0]);
      nbest += e[k].flags & TRUC_EDGE_BEST;
    }
    assert_int_equal(nbest, d->word.n);
    /* and none is missing */
    uint32_t seen = 0;
    for (uint32_t i = 0; i < ntok; i++)
      for (uint32_t j = i + 1; j <= ntok; j++)
        seen += best_with(score, both, ntok, i, j) - all[0] >= -20000;
    assert_in_range(seen, 1, n);
    free(all);
  }
  truc_doc_free(d);
}

static void the_lattice_has_both_granularities(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(model);
  read_text(d, "Họ xây cơ sở hạ tầng.");
  uint32_t n, end = 0;
  const truc_edge *e;
  assert_int_equal(truc_doc_lattice(d, 0, 0, &e, &n, NULL), TRUC_OK);
  truc__buf b = {0};
  for (uint32_t k = 0; k < n; k++) {
    if (e[k].flags & TRUC_EDGE_BEST) end = e[k].tok + e[k].ntok;
    truc__buf_str(&b, e[k].flags & TRUC_EDGE_BEST ? " " : " +");
    truc__buf_put(&b, d->raw + e[k].at.off, e[k].at.len);
  }
  assert_string_equal(b.p, " Họ xây +cơ sở cơ sở hạ tầng +hạ tầng .");
  assert_int_equal(end, d->token.n);
  truc__buf_release(&b);
  truc_doc_free(d);
}

static void weights_add_up(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(model);
  for (size_t s = 0; s < NSAMPLES; s++) {
    read_text(d, samples[s]);
    uint32_t n;
    const truc_boundary *b;
    assert_int_equal(truc_doc_boundaries(d, 0, &b, &n, NULL), TRUC_OK);
    assert_int_equal(n, d->sentence.v[0].ntok);
    assert_int_equal(b[0].why, TRUC_WHY_START);
    for (uint32_t i = 0; i < n; i++) {
      const truc_boundary *x = &b[i];
      assert_int_equal(x->tok, i);
      assert_int_equal(x->margin, d->token.v[i].margin);
      assert_int_equal(x->score, x->left + x->right + x->pair + x->kinds +
                                     x->capitals + x->around + x->longer);
      if (x->why != TRUC_WHY_SCORE) continue;
      assert_int_equal(x->joined, x->score + x->before + x->after > 0);
      assert_true(x->known || !x->pair);
    }
  }
  truc_doc_free(d);
}

static void questions_too_early_or_wrong(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(model);
  const truc_reading *r;
  const truc_edge *e;
  uint32_t n;
  truc_doc_read(d, "xin chào", 9, NULL, NULL);
  assert_int_equal(truc_doc_readings(d, 0, 2, &r, &n, NULL), TRUC_ESTATE);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
  assert_int_equal(truc_doc_readings(d, 1, 2, &r, &n, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_readings(d, 0, 0, &r, &n, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_readings(d, 0, 65, &r, &n, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_lattice(d, 9, 0, &e, &n, NULL), TRUC_EARG);
  assert_int_equal(n, 0);
  truc_doc_free(d);
}

static void memory_may_fail(void **state) {
  (void)state;
  static const char words[] = "nước xây\nhạ_tầng\n";
  for (long k = 1; k < 120; k++) {
    truc_doc *d = truc_doc_new(model);
    const truc_reading *r;
    const truc_edge *e;
    const truc_boundary *b;
    uint32_t n;
    truc__fail_alloc_after(k);
    truc_rc rc = truc_doc_add_words(d, words, sizeof words - 1, NULL);
    if (!rc) rc = truc_doc_read(d, samples[0], strlen(samples[0]), NULL, NULL);
    if (!rc) rc = truc_doc_run(d, TRUC_WORDS, NULL);
    if (!rc) rc = truc_doc_readings(d, 0, 5, &r, &n, NULL);
    if (!rc) rc = truc_doc_lattice(d, 0, 100, &e, &n, NULL);
    if (!rc) rc = truc_doc_boundaries(d, 0, &b, &n, NULL);
    truc__fail_alloc_after(0);
    assert_true(rc == TRUC_OK || rc == TRUC_ENOMEM);
    truc_doc_free(d);
  }
}

/* ------------------------------------------------------- the caller's words */

static void words_of_ones_own(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(model);
  const char *text = "Hoa hồng nhung nở, iPhone 15 Pro đẹp.";
  add(d, "# what we sell\r\n\nhồng_nhung\r\n  iphone 15_PRO  \n");
  read_text(d, text);
  expect_words(d, "Hoa hồng_nhung nở , iPhone_15_Pro đẹp .");
  assert_int_equal(d->token.v[2].margin, 255);
  add(d, "hoa hồng nhung"); /* the longest wins */
  read_text(d, text);
  expect_words(d, "Hoa_hồng_nhung nở , iPhone_15_Pro đẹp .");
  truc_doc_forget_words(d);
  read_text(d, "hợp tác xã iPhone 15");
  expect_words(d, "hợp_tác_xã iPhone 15");
  add(d, "hợp"); /* one syllable stands alone */
  read_text(d, "hợp tác xã");
  assert_int_equal(d->word.v[0].ntok, 1);
  truc_doc_free(d);
}

static void words_know_all_spellings(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(NULL); /* without a model too */
  add(d, "Hoà_Thuý");
  read_text(d,
            "hòa thúy HÒA THÚY ho\xCC\x80"
            "a thu\xCC\x81y Hòa\nThúy");
  expect_words(d,
               "hòa_thúy HÒA_THÚY ho\xCC\x80"
               "a_thu\xCC\x81y Hòa Thúy");
  truc_doc_free(d);
}

static void wrong_words_are_refused(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(NULL);
  truc_err err;
  assert_int_equal(truc_doc_add_words(d, "a b\nxin\nc\xFF\n", 10, &err),
                   TRUC_EUTF8);
  assert_int_equal(err.line, 3);
  assert_int_equal(err.byte, 10);
  const char *many = "x\na b c d e f g h i j k l m";
  assert_int_equal(truc_doc_add_words(d, many, strlen(many), &err),
                   TRUC_ELIMIT);
  assert_int_equal(err.line, 2);
  assert_int_equal(err.byte, 3);
  read_text(d, "a b"); /* the lines before have been added */
  expect_words(d, "a_b");
  assert_int_equal(truc_doc_add_words(d, "", 0, &err), TRUC_OK);
  truc_doc_free(d);
}

/* Another document object with the same model does not know them. */
static void words_belong_to_one_object(void **state) {
  (void)state;
  truc_doc *a = truc_doc_new(model), *b = truc_doc_new(model);
  add(a, "xin chào_bạn");
  read_text(a, "xin chào bạn");
  read_text(b, "xin chào bạn");
  assert_int_equal(a->word.n, 1);
  assert_int_not_equal(b->word.n, 1);
  truc_doc_free(a);
  truc_doc_free(b);
}

static void many_words_are_found(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(NULL);
  truc__buf b = {0};
  for (int i = 0; i < 3000; i++)
    truc__buf_fmt(&b, "w%c%c x%c\n", 'a' + i % 26, 'a' + i / 26 % 26,
                  'a' + i / 676);
  assert_int_equal(truc_doc_add_words(d, b.p, b.n, NULL), TRUC_OK);
  for (size_t i = 0; i < b.n; i++)
    if (b.p[i] == '\n') b.p[i] = ',';
  assert_int_equal(truc_doc_read(d, b.p, b.n, NULL, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
  assert_int_equal(d->word.n, 6000); /* a word and a comma */
  truc__buf_release(&b);
  truc_doc_free(d);
}

/* -------------------------------------------------------------------- keys */

static void words_have_keys(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(model);
  char key[64];
  read_text(d, "Hoà bình Đường");
  assert_int_equal(truc_doc_word_key(d, 0, TRUC_KEY_EXACT, key, sizeof key),
                   strlen("hòa_bình"));
  assert_string_equal(key, "hòa_bình");
  assert_int_equal(truc_doc_word_key(d, 1, TRUC_KEY_PLAIN, key, sizeof key), 5);
  assert_string_equal(key, "duong");
  assert_int_equal(truc_doc_word_key(d, 1, TRUC_KEY_PLAIN, key, 4), 5);
  assert_string_equal(key, "duo");
  assert_int_equal(truc_doc_word_key(d, 1, TRUC_KEY_PLAIN, NULL, 0), 5);
  assert_int_equal(truc_doc_word_key(d, 9, TRUC_KEY_PLAIN, key, 4), 0);
  assert_string_equal(key, "");
  truc_doc_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(readings_are_the_best),
      cmocka_unit_test(edges_are_exact),
      cmocka_unit_test(the_lattice_has_both_granularities),
      cmocka_unit_test(weights_add_up),
      cmocka_unit_test(questions_too_early_or_wrong),
      cmocka_unit_test(memory_may_fail),
      cmocka_unit_test(words_of_ones_own),
      cmocka_unit_test(words_know_all_spellings),
      cmocka_unit_test(wrong_words_are_refused),
      cmocka_unit_test(words_belong_to_one_object),
      cmocka_unit_test(many_words_are_found),
      cmocka_unit_test(words_have_keys)};
  return cmocka_run_group_tests(tests, open_model, close_model);
}

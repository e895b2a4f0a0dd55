/* SPDX-License-Identifier: Apache-2.0
**
** oom_test.c - the 1st, 2nd, 3rd ... request for memory fails, until none is
** left to fail: every call then says so, what was there stays, nothing leaks
** (the asan build looks), and the same document object works afterwards.
*/
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/base.h"
#include "fuzz/laws.h"

static const char article[] =
    "Thủ tướng thăm Nhật Bản\n\n"
    "Từ ngày 27 đến 30/11/2023, Thủ tướng Nguyễn Văn An thăm chính thức Nhật "
    "Bản. Tại cuộc hội đàm, hai bên nhất trí tăng cường hợp tác kinh tế, giáo "
    "dục và lao động. Nhật Bản là nhà cung cấp ODA lớn nhất, đứng thứ ba về "
    "đầu tư. Kim ngạch thương mại đạt gần 50 tỷ USD, tăng 7,5%.\n"
    "Ảnh: TTXVN\n";

/* Sizes of all layers: two runs that agree in them read the same. */
typedef struct sizes {
  uint32_t tok, sent, word, mention, entity, office, value, fact, item;
} sizes;

static sizes measure(const truc_doc *d) {
  sizes s;
  memset(&s, 0, sizeof s);
  truc_doc_tokens(d, &s.tok);
  truc_doc_sentences(d, &s.sent);
  truc_doc_words(d, &s.word);
  truc_doc_mentions(d, &s.mention);
  truc_doc_entities(d, &s.entity);
  truc_doc_offices(d, &s.office);
  truc_doc_values(d, &s.value);
  truc_doc_facts(d, &s.fact);
  truc_doc_items(d, &s.item);
  return s;
}

static truc_rc read_all(truc_doc *d) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  opt.date = "2023-11-30";
  truc_rc rc = truc_doc_read(d, article, sizeof article - 1, &opt, NULL);
  return rc ? rc : truc_doc_run(d, ALL_LAYERS, NULL);
}

static sizes expected(const truc_model *m) {
  truc_doc *d = truc_doc_new(m);
  assert_non_null(d);
  assert_int_equal(read_all(d), TRUC_OK);
  sizes s = measure(d);
  truc_doc_free(d);
  return s;
}

/* One round: the k-th request fails; false when there was none. */
static bool round_of(const truc_model *m, long k, const sizes *want) {
  truc__fail_alloc_after(k);
  truc_doc *d = truc_doc_new(m);
  truc_rc rc = d ? read_all(d) : TRUC_ENOMEM;
  truc__fail_alloc_after(0);
  if (!d) return true;
  if (rc) {
    assert_int_equal(rc, TRUC_ENOMEM);
    /* Layers are whole or absent, and those that stand were not touched. */
    sizes got = measure(d);
    if (got.tok) assert_int_equal(got.tok, want->tok);
    if (got.sent) assert_int_equal(got.sent, want->sent);
    if (got.word) assert_int_equal(got.word, want->word);
    if (got.mention) assert_int_equal(got.mention, want->mention);
    if (got.value) assert_int_equal(got.value, want->value);
    assert_int_equal(got.fact, 0);
    assert_int_equal(got.item, 0);
    /* With memory back, the rest is done where it stopped. */
    assert_int_equal(truc_doc_run(d, ALL_LAYERS, NULL), TRUC_OK);
  }
  sizes got = measure(d);
  assert_memory_equal(&got, want, sizeof got);
  laws(d, sizeof article - 1, ALL_LAYERS);
  truc_doc_free(d);
  return rc != TRUC_OK;
}

static void every_request(const truc_model *m) {
  sizes want = expected(m);
  assert_true(want.tok > 0 && want.sent > 0 && want.fact > 0);
  long k = 1;
  while (round_of(m, k, &want)) k++;
  /* It ends because none failed, not at the first. */
  assert_true(k > 10);
}

static void without_model(void **state) {
  (void)state;
  every_request(NULL);
}

static void with_model(void **state) {
  (void)state;
  truc_model *m = NULL;
  assert_int_equal(truc_model_open("models/truc.model", NULL, &m), TRUC_OK);
  every_request(m);
  truc_model_close(m);
}

static void opening_a_model(void **state) {
  (void)state;
  truc_model *m = NULL;
  long k = 1;
  for (;; k++) {
    truc__fail_alloc_after(k);
    truc_rc rc = truc_model_open("models/truc.model", NULL, &m);
    truc__fail_alloc_after(0);
    if (rc == TRUC_OK) break;
    assert_int_equal(rc, TRUC_ENOMEM);
    assert_null(m);
  }
  assert_true(k > 1);
  truc_model_close(m);
}

/* Once warm, the same text asks for no memory at all. */
static void warm(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(NULL);
  assert_non_null(d);
  assert_int_equal(read_all(d), TRUC_OK);
  assert_int_equal(read_all(d), TRUC_OK);
  truc__fail_alloc_after(1);
  truc_rc rc = read_all(d);
  truc__fail_alloc_after(0);
  assert_int_equal(rc, TRUC_OK);
  truc_doc_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_model),
      cmocka_unit_test(with_model),
      cmocka_unit_test(opening_a_model),
      cmocka_unit_test(warm),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

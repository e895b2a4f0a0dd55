/* SPDX-License-Identifier: Apache-2.0
**
** null_test.c - NULL for a handle, a text or a result is told, never a crash;
** and the message says what is wrong with an argument. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "with_model.h"

static const char text[] = "Ông Vũ thăm Nhật Bản ngày 27/11/2023.";

static truc_doc *whole(void) {
  truc_doc *d = truc_doc_new(model);
  assert_non_null(d);
  assert_int_equal(truc_doc_read(d, text, sizeof text - 1, NULL, NULL), 0);
  assert_int_equal(truc_doc_run(d, TRUC_TAGS | TRUC_FACTS, NULL), 0);
  return d;
}

static void models(void **state) {
  (void)state;
  truc_model *m = model;
  truc_err e;
  size_t n;
  assert_int_equal(truc_model_open(NULL, &e, &m), TRUC_EARG);
  assert_null(m);
  assert_int_equal(truc_model_open("models/truc.model", &e, NULL), TRUC_EARG);
  assert_int_equal(truc_model_open_memory(NULL, 0, &e, &m), TRUC_EARG);
  assert_int_equal(truc_model_open_memory(NULL, 64, NULL, NULL), TRUC_EARG);
  assert_string_equal(truc_model_id(NULL), "");
  assert_string_equal(truc_model_provenance(NULL, &n), "");
  assert_int_not_equal(*truc_model_provenance(model, NULL), '\0');
  truc_model_close(NULL);
}

/* Every call with a document's place empty. */
static void no_document(void **state) {
  (void)state;
  const truc_reading *r;
  const truc_edge *e;
  const truc_boundary *b;
  truc_agency agency;
  truc_codes codes;
  const char *doubts[TRUC_MAX_DOUBTS];
  uint32_t n = 7;
  int inferred = 7;
  truc_span s = {1, 2};
  truc_doc_free(NULL);
  truc_doc_reset(NULL);
  truc_doc_forget_words(NULL);
  assert_int_equal(truc_doc_set_profile(NULL, "ud", NULL), TRUC_EARG);
  assert_string_equal(truc_doc_profile(NULL), "");
  assert_int_equal(truc_doc_read(NULL, "a", 1, NULL, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_run(NULL, TRUC_WORDS, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_set_words(NULL, NULL, 0, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_add_words(NULL, "a", 1, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_readings(NULL, 0, 1, &r, &n, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_lattice(NULL, 0, 1, &e, &n, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_boundaries(NULL, 0, &b, &n, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_form(NULL), TRUC_FORM_RAW);
  assert_int_equal(truc_doc_invalid(NULL, &n), 0);
  assert_string_equal(truc_doc_text(NULL, &n), "");
  assert_int_equal(n, 0);
  assert_int_equal(truc_doc_units(NULL, s, TRUC_UTF16).len, 2);
  assert_int_equal(truc_doc_word_key(NULL, 0, TRUC_KEY_EXACT, NULL, 0), 0);
  assert_int_equal(truc_doc_agency(NULL, 0, &agency), 0);
  assert_int_equal(truc_doc_codes(NULL, 0, &codes), 0);
  assert_int_equal(truc_doc_doubts(NULL, 0, doubts), 0);
  assert_int_equal(truc_doc_date(NULL, NULL, &inferred).year, 0);
  assert_int_equal(inferred, 0);
}

static void layers(void **state) {
  (void)state;
  truc_doc *d = whole();
  uint32_t n = 7;
#define LAYER(name)                       \
  assert_null(truc_doc_##name(NULL, &n)); \
  assert_int_equal(n, 0);                 \
  (void)truc_doc_##name(d, NULL);         \
  n = 7
  LAYER(tokens);
  LAYER(sentences);
  LAYER(words);
  LAYER(mentions);
  LAYER(entities);
  LAYER(offices);
  LAYER(values);
  LAYER(facts);
  LAYER(items);
  LAYER(speakers);
  LAYER(evidence);
#undef LAYER
  assert_non_null(truc_doc_words(d, NULL));
  truc_doc_free(d);
}

static void no_result(void **state) {
  (void)state;
  truc_doc *d = whole();
  char iso[32] = "x";
  assert_int_equal(truc_doc_readings(d, 0, 1, NULL, NULL, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_lattice(d, 0, 1, NULL, NULL, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_boundaries(d, 0, NULL, NULL, NULL), TRUC_EARG);
  assert_int_equal(truc_doc_word_key(d, 0, TRUC_KEY_PLAIN, NULL, 9), 3);
  assert_int_equal(truc_doc_agency(d, 0, NULL), 0);
  assert_int_equal(truc_doc_codes(d, 0, NULL), 0);
  assert_int_equal(truc_doc_doubts(d, 0, NULL), 0);
  assert_non_null(truc_doc_text(d, NULL));
  truc_value_iso(NULL, iso);
  assert_string_equal(iso, "");
  truc_doc_free(d);
}

static void wrong_arguments(void **state) {
  (void)state;
  truc_doc *d = truc_doc_new(model);
  truc_err e;
  truc_read_options o = TRUC_READ_OPTIONS;
  o.form = (truc_form)77;
  assert_int_equal(truc_doc_read(d, NULL, 5, NULL, &e), TRUC_EARG);
  assert_int_equal(truc_doc_read(d, NULL, 0, NULL, &e), TRUC_OK);
  assert_int_equal(truc_doc_read(d, "a", 1, &o, &e), TRUC_EARG);
  assert_string_equal(e.msg, "no form 77");
  assert_int_equal(truc_doc_set_profile(d, NULL, &e), TRUC_EARG);
  assert_int_equal(truc_doc_add_words(d, NULL, 3, &e), TRUC_EARG);
  assert_int_equal(truc_doc_read(d, text, 9, NULL, &e), TRUC_OK);
  assert_int_equal(truc_doc_run(d, 0x100, &e), TRUC_EARG);
  assert_string_equal(e.msg, "no layer 0x100");
  assert_int_equal(truc_doc_set_words(d, NULL, 3, &e), TRUC_EARG);
  truc_doc_free(d);
}

static void wrong_words(void **state) {
  (void)state;
  static const struct {
    truc_given words[2];
    const char *says;
  } cases[] = {
      {{{{4, 2}, 1}, {{0, 3}, 0}},
       "words[1] begins before the end of the one before it"},
      {{{{0, 3}, 1}, {{4, 100}, 0}}, "words[1] ends behind the text"},
      {{{{0, 0}, 1}, {{4, 2}, 0}}, "words[0] is empty"},
      {{{{0, 70000}, 1}, {{4, 2}, 0}}, "words[0] is longer than 65535 bytes"},
  };
  truc_doc *d = truc_doc_new(model);
  truc_err e;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(truc_doc_read(d, text, 9, NULL, &e), TRUC_OK);
    assert_int_equal(truc_doc_set_words(d, cases[i].words, 2, &e), TRUC_EARG);
    assert_string_equal(e.msg, cases[i].says);
  }
  truc_doc_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(models),          cmocka_unit_test(no_document),
      cmocka_unit_test(layers),          cmocka_unit_test(no_result),
      cmocka_unit_test(wrong_arguments), cmocka_unit_test(wrong_words),
  };
  return cmocka_run_group_tests(tests, open_model, close_model);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* source_test.c - form, date, records. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "source/source.h"

/* -------------------------------------------------------------------- form */

static void form_is_told_from_the_bytes(void **state) {
  static const struct {
    const char *text;
    truc_form form;
  } rows[] = {
      {"", TRUC_FORM_RAW},
      {"Hôm nay trời đẹp, gió nhẹ.", TRUC_FORM_RAW},
      {"Biến my_var và ten_bien trong tệp a.c, b.c, c.c.", TRUC_FORM_RAW},
      {"Hôm_nay trời đẹp , gió nhẹ .", TRUC_FORM_SEG},
      {"Bộ_trưởng đến Hà_Nội", TRUC_FORM_SEG},
      /* joins in plenty, but the marks are not apart */
      {"Hà_Nội, Huế_xưa, Sài_Gòn, Đà_Lạt.", TRUC_FORM_RAW},
      /* few joins, but every mark apart */
      {"một hai ba bốn năm , sáu bảy tám chín mười . a b c d e f , g h i . "
       "một hai ba bốn năm , sáu bảy tám chín mười . a_b c d_e f_g h_i k , l "
       "một hai ba bốn năm , sáu bảy tám chín mười . a b c d e f , g h i .",
       TRUC_FORM_SEG},
      {"_ _ _ _ __ _", TRUC_FORM_RAW},
      /* an identifier in a few words without a mark */
      {"Tệp my_var_x của Việt Nam", TRUC_FORM_RAW},
      {"my_var_x", TRUC_FORM_RAW},
      {"Hà_Nội", TRUC_FORM_SEG},
  };
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++)
    assert_int_equal(truc__source_form(rows[k].text, strlen(rows[k].text)),
                     rows[k].form);
}

/* -------------------------------------------------------------------- date */

static void dates_obey_the_calendar(void **state) {
  static const struct {
    const char *text;
    int year, month, day, precision;
  } good[] = {
      {"2023", 2023, 0, 0, TRUC_PREC_YEAR},
      {"2023-11", 2023, 11, 0, TRUC_PREC_MONTH},
      {"2023-11-27", 2023, 11, 27, TRUC_PREC_DAY},
      {"2024-02-29", 2024, 2, 29, TRUC_PREC_DAY},
      {"2000-02-29", 2000, 2, 29, TRUC_PREC_DAY},
      {"20231127", 2023, 11, 27, TRUC_PREC_DAY},
  };
  static const char *const bad[] = {
      "",           "23",         "2023-",      "2023-13",   "2023-00",
      "2023-11-31", "2023-02-29", "1900-02-29", "2023-11-0", "2023-11-27x",
      "2023/11/27", "0000-01-01", "x",          "2023-1-1",  "202311",
      "20231131",   "20231327",   "2023-1127",  "202311-27", "202311270"};
  truc_date d;
  uint8_t precision;
  (void)state;
  for (size_t k = 0; k < sizeof good / sizeof good[0]; k++) {
    assert_true(truc__date_parse(good[k].text, &d, &precision));
    assert_int_equal(d.year, good[k].year);
    assert_int_equal(d.month, good[k].month);
    assert_int_equal(d.day, good[k].day);
    assert_int_equal(precision, good[k].precision);
  }
  for (size_t k = 0; k < sizeof bad / sizeof bad[0]; k++)
    assert_false(truc__date_parse(bad[k], &d, &precision));
}

/* ----------------------------------------------------------------- records */

/* Gives the bytes in pieces of `step`. */
typedef struct {
  truc__bytes bytes;
  size_t step;
} slow;
static ptrdiff_t read_slowly(void *ctx, char *to, size_t n) {
  slow *s = ctx;
  return truc__read_bytes(&s->bytes, to, n < s->step ? n : s->step);
}

static const size_t steps[] = {1, 2, 3, 7, 64, 65536};

static void lines_become_records(void **state) {
  static const char text[] =
      "\xEF\xBB\xBF{\"id\":\"a\",\"title\":\"Tin\",\"date\":\"2023-11-27\","
      "\"text\":\"Một.\\nHai.\"}\r\n"
      "\n"
      "   \r\n"
      "{\"text\":\"Ba "
      "\\u0111\\u00f3\",\"id\":17,\"date\":2013,\"x\":[{\"text\":"
      "1}]}\n"
      "{\"id\":null,\"date\":null,\"title\":\"\",\"text\":\"\"}";
  (void)state;
  for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
    slow s = {{text, sizeof text - 1}, steps[k]};
    truc__records *r = truc__records_new(read_slowly, &s, STREAM_JSONL, NULL);
    truc__record x;
    assert_int_equal(truc__records_next(r, &x, NULL), TRUC_ROW);
    assert_string_equal(x.id, "a");
    assert_string_equal(x.title, "Tin");
    assert_string_equal(x.date, "2023-11-27");
    assert_string_equal(x.text, "Tin\n\nMột.\nHai.");
    assert_true(x.has_title);
    assert_int_equal(x.line, 1);
    assert_int_equal(x.byte, 1);
    assert_int_equal(truc__records_next(r, &x, NULL), TRUC_ROW);
    assert_string_equal(x.id, "17");
    assert_null(x.title);
    assert_string_equal(x.date, "2013");
    assert_string_equal(x.text, "Ba đó");
    assert_false(x.has_title);
    assert_int_equal(x.line, 4);
    assert_int_equal(truc__records_next(r, &x, NULL), TRUC_ROW);
    assert_null(x.id);
    assert_null(x.date);
    assert_int_equal(x.ntext, 0);
    assert_int_equal(truc__records_next(r, &x, NULL), TRUC_DONE);
    assert_int_equal(truc__records_next(r, &x, NULL), TRUC_DONE);
    truc__records_free(r);
  }
}

/* Each line is damaged; the good one behind it is still read. */
static void damage_is_reported_with_its_place(void **state) {
  static const struct {
    const char *line;
    truc_rc rc;
    uint64_t column; /* from 1; 0: not checked */
  } rows[] = {
      {"{", TRUC_EJSON, 0},
      {"{\"text\":\"a\"", TRUC_EJSON, 0},
      {"{\"text\":\"a}", TRUC_EJSON, 0},
      {"[1,2]", TRUC_EJSON, 1},
      {"nonsense", TRUC_EJSON, 1},
      {"{\"text\":\"a\"} x", TRUC_EJSON, 14},
      {"{\"text\":7}", TRUC_EJSON, 9},
      {"{\"text\":null}", TRUC_EJSON, 9},
      {"{\"id\":\"k\"}", TRUC_EJSON, 1},
      {"{\"text\":\"a\",\"date\":\"2023-02-30\"}", TRUC_EDATE, 20},
      {"{\"text\":\"a\",\"date\":\"27/11/2023\"}", TRUC_EDATE, 20},
      {"{\"text\":\"\\q\"}", TRUC_EJSON, 0},
  };
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
    truc__buf b = {0};
    truc__buf_str(&b, "{\"text\":\"đầu\"}\n");
    size_t before = b.n;
    truc__buf_str(&b, rows[k].line);
    truc__buf_str(&b, "\n{\"text\":\"cuối\"}\n");
    truc__bytes bytes = {b.p, b.n};
    truc__records *r =
        truc__records_new(truc__read_bytes, &bytes, STREAM_JSONL, NULL);
    truc__record x;
    truc_err err = {0};
    assert_int_equal(truc__records_next(r, &x, &err), TRUC_ROW);
    assert_int_equal(truc__records_next(r, &x, &err), rows[k].rc);
    assert_int_equal(err.rc, rows[k].rc);
    assert_int_equal(err.line, 2);
    assert_int_equal(x.line, 2);
    assert_int_equal(x.byte, before + 1);
    assert_in_range(err.byte, before + 1, before + strlen(rows[k].line) + 1);
    if (rows[k].column) assert_int_equal(err.byte, before + rows[k].column);
    assert_true(strlen(err.msg) > 0);
    assert_int_equal(truc__records_next(r, &x, &err), TRUC_ROW);
    assert_string_equal(x.text, "cuối");
    assert_int_equal(truc__records_next(r, &x, &err), TRUC_DONE);
    truc__records_free(r);
    truc__buf_release(&b);
  }
}

static void field_names_can_be_set(void **state) {
  static const char text[] =
      "{\"tiêu đề\":\"T\",\"nd\":\"N\",\"k\":\"1\",\"ngày\":\"2020-01\","
      "\"text\":5}\n";
  truc__field_names f = {"k", "tiêu đề", "ngày", "nd"};
  truc__bytes bytes = {text, sizeof text - 1};
  truc__record x;
  (void)state;
  truc__records *r =
      truc__records_new(truc__read_bytes, &bytes, STREAM_JSONL, &f);
  assert_int_equal(truc__records_next(r, &x, NULL), TRUC_ROW);
  assert_string_equal(x.id, "1");
  assert_string_equal(x.date, "2020-01");
  assert_string_equal(x.text, "T\n\nN");
  truc__records_free(r);
}

static void a_long_line_is_read_whole(void **state) {
  enum { N = 3000000 };
  truc__buf b = {0};
  (void)state;
  truc__buf_str(&b, "{\"text\":\"");
  for (int k = 0; k < N; k++) truc__buf_chr(&b, 'a');
  truc__buf_str(&b, "\"}\n{\"text\":\"b\"}");
  truc__bytes bytes = {b.p, b.n};
  truc__record x;
  truc__records *r =
      truc__records_new(truc__read_bytes, &bytes, STREAM_JSONL, NULL);
  assert_int_equal(truc__records_next(r, &x, NULL), TRUC_ROW);
  assert_int_equal(x.ntext, N);
  assert_int_equal(truc__records_next(r, &x, NULL), TRUC_ROW);
  assert_string_equal(x.text, "b");
  truc__records_free(r);
  truc__buf_release(&b);
}

static void a_plain_stream_is_one_record(void **state) {
  static const char text[] = "Một.\n{\"text\":1}\n\0Hai.";
  (void)state;
  for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
    slow s = {{text, sizeof text - 1}, steps[k]};
    truc__records *r = truc__records_new(read_slowly, &s, STREAM_PLAIN, NULL);
    truc__record x;
    assert_int_equal(truc__records_next(r, &x, NULL), TRUC_ROW);
    assert_int_equal(x.ntext, sizeof text - 1);
    assert_memory_equal(x.text, text, sizeof text - 1);
    assert_int_equal(truc__records_next(r, &x, NULL), TRUC_DONE);
    truc__records_free(r);
  }
}

static ptrdiff_t read_fails(void *ctx, char *to, size_t n) {
  (void)ctx, (void)to, (void)n;
  return -1;
}

static void a_failing_stream_ends(void **state) {
  truc__record x;
  truc_err err = {0};
  (void)state;
  truc__records *r = truc__records_new(read_fails, NULL, STREAM_JSONL, NULL);
  assert_int_equal(truc__records_next(r, &x, &err), TRUC_EIO);
  assert_int_equal(truc__records_next(r, &x, &err), TRUC_DONE);
  truc__records_free(r);
}

/* Whatever request fails, the reader says so and nothing leaks. */
static void memory_may_fail(void **state) {
  static const char text[] =
      "{\"id\":\"a\",\"title\":\"T\",\"date\":\"2020\",\"text\":\"x\"}\n";
  (void)state;
  for (long k = 1; k < 20; k++) {
    truc__bytes bytes = {text, sizeof text - 1};
    truc__record x;
    truc__fail_alloc_after(k);
    truc__records *r =
        truc__records_new(truc__read_bytes, &bytes, STREAM_JSONL, NULL);
    truc_rc rc = r ? truc__records_next(r, &x, NULL) : TRUC_ENOMEM;
    truc__fail_alloc_after(0);
    assert_true(rc == TRUC_ROW || rc == TRUC_ENOMEM);
    truc__records_free(r);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(form_is_told_from_the_bytes),
      cmocka_unit_test(dates_obey_the_calendar),
      cmocka_unit_test(lines_become_records),
      cmocka_unit_test(damage_is_reported_with_its_place),
      cmocka_unit_test(field_names_can_be_set),
      cmocka_unit_test(a_long_line_is_read_whole),
      cmocka_unit_test(a_plain_stream_is_one_record),
      cmocka_unit_test(a_failing_stream_ends),
      cmocka_unit_test(memory_may_fail),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* agency_test.c - ministries of Viet Nam, and when they were there.
**
** An expectation lists the ministries and agencies of a text in order, joined
** by "; ": the full name and how the mention stands to its time; "A | B" where
** no date decides between a body and its successor; "-" for a body that is none
** of Viet Nam's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/doc.h"

#define OLD_FARM "Bộ Nông nghiệp và Phát triển nông thôn"
#define NEW_FARM "Bộ Nông nghiệp và Môi trường"
#define OLD_LAND "Bộ Tài nguyên và Môi trường"

static truc_doc *read_text(const char *text, const char *date, truc_form form) {
  truc_doc *d = truc_doc_new(NULL);
  assert_non_null(d);
  truc_read_options opt = TRUC_READ_OPTIONS;
  opt.date = date;
  opt.form = form;
  assert_int_equal(truc_doc_read(d, text, strlen(text), &opt, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_VALUES, NULL), TRUC_OK);
  return d;
}

static void show(truc__buf *b, const truc_doc *d, uint32_t mention) {
  truc_agency a;
  int found = truc_doc_agency(d, mention, &a);
  if (b->n) truc__buf_str(b, "; ");
  if (!found)
    truc__buf_chr(b, '-');
  else if (found == 2)
    truc__buf_fmt(b, "%s | %s", a.name, a.successor);
  else
    truc__buf_fmt(b, "%s %s", a.name,
                  truc_standing_name((truc_standing)a.standing));
}

static void expect(const char *date, const char *text, const char *want) {
  truc_doc *d = read_text(text, date, TRUC_FORM_RAW);
  uint32_t n;
  const truc_mention *m = truc_doc_mentions(d, &n);
  truc__buf b = {0};
  for (uint32_t i = 0; i < n; i++)
    if (m[i].type == TRUC_ORG && m[i].form == TRUC_SAID_NAME) show(&b, d, i);
  assert_string_equal(b.p ? b.p : "", want);
  truc__buf_release(&b);
  truc_doc_free(d);
}

/* ------------------------------------------------------------------- tests */

static void by_publication(void **state) {
  (void)state;
  const char *text = "Bộ Nông nghiệp lấy ý kiến về nghị định mới.";
  expect("2019-08-02", text, OLD_FARM " within");
  expect("2025-02-28", text, OLD_FARM " within");
  expect("2025-03-01", text, NEW_FARM " within");
  expect("2026", text, NEW_FARM " within");
  expect("2025", text, OLD_FARM " | " NEW_FARM);
  expect(NULL, text, OLD_FARM " | " NEW_FARM);
  expect("2018-01-09", "Bộ Môi trường công bố báo cáo.", OLD_LAND " within");
  expect("2025-11-09", "Bộ Môi trường công bố báo cáo.", NEW_FARM " within");
}

static void by_the_sentence(void **state) {
  (void)state;
  expect("2025-10-01", "Năm 2018, Bộ Nông nghiệp từng cấm loại thuốc này.",
         OLD_FARM " within");
  expect("2025-10-01", "Bộ Nông nghiệp hôm 4/5/2021 từng cấm loại thuốc này.",
         OLD_FARM " within");
  /* the year of what it reports, and of a plan, is not its own */
  expect("2025-10-01", "Bộ Nông nghiệp công bố số liệu năm 2018.",
         NEW_FARM " within");
  expect("2019-10-01", "Đến năm 2030, Bộ Nông nghiệp sẽ phủ xanh đồi trọc.",
         OLD_FARM " within");
  /* two times in one text */
  expect("2025-10-01",
         "Tháng 6/2020, Bộ Nông nghiệp ra thông tư. Nay Bộ Nông nghiệp sửa.",
         OLD_FARM " within; " NEW_FARM " within");
}

static void without_publication_date(void **state) {
  (void)state;
  expect(NULL, "Ngày 7/4/2025, đoàn lên đường. Bộ Nông nghiệp tiễn đoàn.",
         NEW_FARM " within");
  expect(NULL, "Hà Nội, ngày 12-5-2024\nBộ Nông nghiệp tiễn đoàn.",
         OLD_FARM " within");
  expect(NULL, "Bộ Giao thông vận tải tiễn đoàn.",
         "Bộ Giao thông vận tải open");
}

static void outside_its_time(void **state) {
  (void)state;
  expect("2025-06-10", "Bộ TN&MT cấp phép cho dự án.", OLD_LAND " after");
  expect("2024-06-10", "Bộ TN&MT cấp phép cho dự án.", OLD_LAND " within");
  expect("2024-06-10", "Bộ NN&MT sẽ ra đời.", NEW_FARM " before");
  expect("2025-06-10", "Bộ KH&ĐT, Bộ GTVT, Bộ TT&TT, Bộ LĐ-TB&XH không còn.",
         "Bộ Kế hoạch và Đầu tư after; Bộ Giao thông vận tải after; "
         "Bộ Thông tin và Truyền thông after; "
         "Bộ Lao động - Thương binh và Xã hội after");
  expect("2025-06-10", "Ban Đối ngoại Trung ương dự lễ.",
         "Ban Đối ngoại Trung ương open");
  expect("2026-01-10", "Ban Đối ngoại Trung ương dự lễ.",
         "Ban Đối ngoại Trung ương after");
}

static void of_other_countries(void **state) {
  (void)state;
  expect("2025-06-10", "Bộ Nông nghiệp Mỹ phản đối.", "-");
  expect("2025-06-10", "Bộ Thông tin và Truyền thông Lào gửi điện.", "-");
  expect("2025-06-10",
         "Nhật Bản họp báo. Bộ Nông nghiệp của nước này nói Nhật Bản sẽ mua.",
         "-");
  expect("2025-06-10", "Bộ Nông nghiệp Việt Nam gửi điện.", NEW_FARM " within");
}

static void called_in_full(void **state) {
  (void)state;
  expect(NULL, "Bộ Tài nguyên và Môi trường họp. Bộ Môi trường chưa trả lời.",
         OLD_LAND " open; " OLD_LAND " open");
}

/* ------------------------------------------------------------ one reference */

static void expect_refs(const char *text, const char *first,
                        const char *second) {
  truc_doc *d = read_text(text, NULL, TRUC_FORM_RAW);
  uint32_t n;
  const truc_mention *m = truc_doc_mentions(d, &n);
  assert_int_equal(n, 2);
  assert_string_equal(d->entity.v[m[0].entity].ref, first);
  assert_string_equal(d->entity.v[m[1].entity].ref, second);
  truc_doc_free(d);
}

static void abbreviations_are_linked(void **state) {
  (void)state;
  expect_refs("Bộ TN&MT họp. Bộ Tài nguyên và Môi trường chưa trả lời.",
              "org:" OLD_LAND, "org:" OLD_LAND);
  expect_refs("Bộ GT-VT họp. Bộ GTVT chưa trả lời.", "org:Bộ GT-VT",
              "org:Bộ GT-VT");
  expect_refs(NEW_FARM " họp. Bộ Nông nghiệp chưa trả lời.", "org:" NEW_FARM,
              "org:" NEW_FARM);
  /* before its full name, or where both bodies are named, it stays open */
  expect_refs("Bộ Nông nghiệp họp. Bộ GTVT chưa trả lời.", "org:Bộ Nông nghiệp",
              "org:Bộ GTVT");
}

static void what_it_holds(void **state) {
  (void)state;
  truc_doc *d = read_text("Ngày 2/6/2025, Bộ Giao thông vận tải giải thể.",
                          "2025-06-10", TRUC_FORM_RAW);
  truc_agency a;
  assert_int_equal(truc_doc_agency(d, 0, &a), 1);
  assert_string_equal(a.successor, "Bộ Xây dựng");
  assert_int_equal(a.from.year, 0);
  assert_int_equal(a.until.year, 2025);
  assert_int_equal(a.until.month, 2);
  assert_int_equal(a.until.day, 0);
  assert_int_equal(a.said, 0);
  assert_int_equal(a.when.start.day, 2);
  assert_int_equal(truc_doc_agency(d, 1, &a), 0);
  assert_int_equal(truc_doc_agency(d, TRUC_NONE, &a), 0);
  truc_doc_free(d);
}

static void segmented_equals_raw(void **state) {
  (void)state;
  truc_doc *d = read_text("Bộ Lao_động , Thương_binh và Xã_hội trả_lời .",
                          "2023-06-10", TRUC_FORM_SEG);
  truc_agency a;
  assert_int_equal(truc_doc_agency(d, 0, &a), 1);
  assert_string_equal(a.name, "Bộ Lao động - Thương binh và Xã hội");
  assert_int_equal(a.said, TRUC_NONE);
  assert_int_equal(a.standing, TRUC_STANDING_WITHIN);
  truc_doc_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_publication),
      cmocka_unit_test(by_the_sentence),
      cmocka_unit_test(without_publication_date),
      cmocka_unit_test(outside_its_time),
      cmocka_unit_test(of_other_countries),
      cmocka_unit_test(called_in_full),
      cmocka_unit_test(abbreviations_are_linked),
      cmocka_unit_test(what_it_holds),
      cmocka_unit_test(segmented_equals_raw),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

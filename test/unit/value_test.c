/* SPDX-License-Identifier: Apache-2.0 */
/* value_test.c - dates, sums, counts, ranks: sentences and what they say.
**
** An expectation is the list of values in order, joined by "; ":
**
**     2024-11-27/2024-11-30     a date; ~ part of a name, < base of a
**                               comparison, ! now, "?" not resolved
**     30000000000 USD approx    a sum, percentage or count with its modifier
**     for 50 year               a duration
**     #2 ord.5                  a rank; an ordinal
**     =3                        a bare number */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/doc.h"
#include "value/value.h"

/* ----------------------------------------------------------------- showing */

static const char *const mods[] = {"",           " approx", " more_than",
                                   " less_than", " nearly", " up_to"};

static void show_date(truc__buf *b, const truc_value *v) {
  char iso[32];
  truc_value_iso(v, iso);
  truc__buf_str(b, iso[0] ? iso : "?");
  if (v->flags & TRUC_VF_INNAME) truc__buf_chr(b, '~');
  if (v->flags & TRUC_VF_COMPARED) truc__buf_chr(b, '<');
  if (v->flags & TRUC_VF_NOW) truc__buf_chr(b, '!');
}

static void show(truc__buf *b, const truc_value *v) {
  static const char *const lead[] = {"", "for ", "=", "", "", "", "#", "ord."};
  if (b->n) truc__buf_str(b, "; ");
  if (v->kind == TRUC_VAL_DATE) {
    show_date(b, v);
    return;
  }
  truc__buf_str(b, lead[v->kind]);
  truc__buf_decimal(b, v->mantissa, v->exponent);
  if (v->unit[0]) truc__buf_fmt(b, " %s", v->unit);
  truc__buf_str(b, mods[v->mod]);
}

static truc_doc *read_text(const char *text, const char *date, truc_form form) {
  truc_doc *d = truc_doc_new(NULL);
  assert_non_null(d);
  truc_read_options opt = TRUC_READ_OPTIONS;
  opt.date = date;
  opt.form = form;
  truc_err e;
  assert_int_equal(truc_doc_read(d, text, strlen(text), &opt, &e), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_VALUES, &e), TRUC_OK);
  return d;
}

typedef struct row {
  const char *text, *want;
} row;

static void check_row(const char *date, const row *x) {
  truc_doc *d = read_text(x->text, date, TRUC_FORM_RAW);
  truc__buf b;
  memset(&b, 0, sizeof b);
  truc__buf_str(&b, "");
  uint32_t n;
  const truc_value *v = truc_doc_values(d, &n);
  for (uint32_t i = 0; i < n; i++) show(&b, &v[i]);
  if (strcmp(b.p, x->want)) print_error("%s\n", x->text);
  assert_string_equal(b.p, x->want);
  truc__buf_release(&b);
  truc_doc_free(d);
}

static void check_rows(const char *date, const row *rows, size_t n) {
  for (size_t i = 0; i < n; i++) check_row(date, &rows[i]);
}
#define CHECK(date, rows) check_rows(date, rows, sizeof rows / sizeof *rows)

/* ------------------------------------------------------------------- dates */

static void days(void **state) {
  static const row rows[] = {
      {"Ông đến ngày 30/11.", "2024-11-30"},
      {"Ông đến ngày 30-11.", "2024-11-30"},
      {"Ông đến ngày 30.11.", "2024-11-30"},
      {"Đoàn rời Viêng Chăn hôm 5/11.", "2024-11-05"},
      {"Hiệp định được ký ngày 21/9/1973 tại Paris.", "1973-09-21"},
      {"Văn kiện ký ngày 21-9-1973.", "1973-09-21"},
      {"Lễ ký diễn ra ngày 21 tháng 11 năm 2024.", "2024-11-21"},
      {"Ngày 2 tháng 9, hai bên họp.", "2024-09-02"},
      {"Sáng 21-11, hai bên hội đàm.", "2024-11-21"},
      {"Rạng sáng 20/11, chuyên cơ hạ cánh.", "2024-11-20"},
      {"Lúc 22h ngày 19-11, chuyên cơ hạ cánh.", "2024-11-19"},
      {"Máy bay cất cánh lúc 9 giờ 30 sáng 20-11.", "2024-11-20"},
      {"Cuộc gặp (27/11) diễn ra cởi mở.", "2024-11-27"},
      {"Chiều ngày 14/11/2024 tại Lima, hai ông gặp nhau.", "2024-11-14"},
      {"Ngày 15/10 năm nay, họ ký.", "2024-10-15"},
      {"Ngày 15/10 năm ngoái, họ ký.", "2023-10-15"},
      {"Đoàn tới Huế ngày 27.", "2024-11-27"},
      {"Bản tin ngày 2024-11-05 nói thế.", "2024-11-05"},
      {"Hai bên gặp nhau ngày 31/2.", ""},
      {"Hội nghị sẽ họp ngày 29/2/2023.", ""},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

static void intervals(void **state) {
  static const row rows[] = {
      {"Chuyến thăm từ ngày 27 đến 30/11.", "2023-11-27/2023-11-30"},
      {"Chuyến thăm ngày 27 đến 30/11.", "2023-11-27/2023-11-30"},
      {"Chuyến thăm từ 27 đến 30/11.", "2023-11-27/2023-11-30"},
      {"Chuyến thăm 27-30/11 đã xong.", "2023-11-27/2023-11-30"},
      {"Chuyến thăm 27 - 30/11 đã xong.", "2023-11-27/2023-11-30"},
      {"Chuyến thăm từ ngày 27 tới ngày 30-11.", "2023-11-27/2023-11-30"},
      {"Ông ở lại từ 29/11 đến 2/12.", "2023-11-29/2023-12-02"},
      {"Ông ở lại từ 29-11 đến 2-12.", "2023-11-29/2023-12-02"},
      {"Ông ở lại từ ngày 28 đến 3/12.", "2023-11-28/2023-12-03"},
      {"Hội nghị sẽ họp từ ngày 30/12 đến 3/1.", "2023-12-30/2024-01-03"},
      {"Từ 28-2 đến 5-3 năm 2017, Nhà vua thăm Huế.", "2017-02-28/2017-03-05"},
      {"Từ ngày 5/3/2017 đến 7/3, ông ở Hà Nội.", "2017-03-05/2017-03-07"},
      {"Từ 30/12/2016 đến 2/1/2017, ông nghỉ.", "2016-12-30/2017-01-02"},
      {"Trong hai ngày 20 và 21/11, hai bên họp.", "2023-11-20/2023-11-21"},
      {"Các ngày 5, 6 và 7/11, đoàn ở Huế.", "2023-11-05/2023-11-07"},
      {"Các ngày 3, 7 và 9/11, đoàn họp.",
       "2023-11-03; 2023-11-07; 2023-11-09"},
      {"Từ ngày 25 đến 27 - 4, đoàn họp.", "2023-04-25/2023-04-27"},
      {"Trong 2 ngày 31/5 và 1/6, đoàn họp.", "2023-05-31/2023-06-01"},
      {"Ngày 31/5 và 2/6, đoàn họp.", "2023-05-31; 2023-06-02"},
      {"Ông thăm Lào ngày 8-9 tháng 7 năm 2022.", "2022-07-08/2022-07-09"},
      {"Từ hôm nay đến 30/11, đoàn ở Tokyo.", "2023-11-27/2023-11-30"},
      {"Từ tháng 3 đến tháng 5/2022, họ họp.", "2022-03/2022-05"},
      {"Từ năm 2016 đến năm 2020, vốn tăng.", "2016/2020"},
      {"Từ năm 2016 đến 2020, vốn tăng.", "2016/2020"},
      {"Giai đoạn 2016-2020 đã khép lại.", "2016/2020"},
      {"Nhiệm kỳ 2021 - 2026 bắt đầu.", "2021/2026"},
      {"Từ năm 2016 đến nay, vốn tăng.", "2016/.."},
      {"Kể từ năm 1991, quan hệ tốt lên.", "1991/.."},
      {"Quan hệ được nâng cấp từ tháng 8-2015.", "2015-08"},
  };
  (void)state;
  CHECK("2023-11-27", rows);
}

static void months_and_years(void **state) {
  static const row rows[] = {
      {"Ông thăm Hà Nội tháng 6/2014.", "2014-06"},
      {"Hội nghị họp vào 11-2023.", "2023-11"},
      {"Chuyến thăm hồi cuối tháng 3 thành công.", "2024-03"},
      {"Hội nghị sẽ họp vào tháng 3.", "2025-03"},
      {"Tháng 8 vừa qua, Kiev tấn công.", "2024-08"},
      {"Tháng 11 năm 2022, họ ký.", "2022-11"},
      {"Tháng 3 năm ngoái, họ ký.", "2023-03"},
      {"Tháng Tư tới, họ sẽ gặp.", "2025-04"},
      {"Hai nước lập quan hệ năm 2005.", "2005"},
      {"Trong năm 2019, ông thăm Nga.", "2019"},
      {"Đầu năm 2025, đoàn sẽ đi.", "2025"},
      {"Quý I/2023, xuất khẩu tăng.", "2023-01/2023-03"},
      {"Quý 3 năm 2022, xuất khẩu tăng.", "2022-07/2022-09"},
      {"Trong quý II năm nay, xuất khẩu tăng.", "2024-04/2024-06"},
      {"Nửa đầu năm 2023, vốn tăng.", "2023-01/2023-06"},
      {"Nửa cuối năm ngoái, vốn giảm.", "2023-07/2023-12"},
      {"7 tháng đầu năm nay, vốn tăng.", "2024-01/2024-07"},
      {"Trong sáu tháng cuối năm 2023, vốn tăng.", "2023-07/2023-12"},
      {"Trong 10 tháng năm 2024, vốn tăng.", "2024-01/2024-10"},
      {"6 tháng đầu năm, vốn tăng.", "2024-01/2024-06"},
      {"Thập niên 1990, hai bên xích lại.", "1990/1999"},
      {"Những năm 1980, hai bên xa cách.", "1980/1989"},
      {"Đầu thế kỷ XX, nước này độc lập.", "1901/2000"},
      {"Thế kỷ 21 là của châu Á.", "2001/2100"},
      {"Vốn tăng các năm 2016, 2017 và 2018.", "2016; 2017; 2018"},
      {"Cuộc họp tháng 7 và tháng 11-2022 đã xong.", "2022-07; 2022-11"},
      {"Cuối năm, hai bên sẽ gặp lại.", "2024"},
      {"Cuối tháng này, hai bên gặp lại.", "2024-11"},
      {"Trong năm, hai bên gặp nhiều.", ""},
      {"Mỗi năm người dân đóng góp.", ""},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

static void relative_days(void **state) {
  static const row rows[] = {
      {"Hôm nay ông đến Hà Nội.", "2024-11-21"},
      {"Ông đến hôm qua.", "2024-11-20"},
      {"Ngày mai ông đi.", "2024-11-22"},
      {"Sáng nay hai bên họp.", "2024-11-21"},
      {"Trưa nay, tối nay và đêm qua.", "2024-11-21; 2024-11-21; 2024-11-20"},
      {"Hôm nay (21/11), ông đến.", "2024-11-21"},
      {"Hôm qua, ngày 20-11, ông đến.", "2024-11-20"},
      {"Trưa nay 7-11, ông đến.", "2024-11-07"},
      {"Ngày mai (2-6) ông đi.", "2024-06-02"},
      {"Luật có hiệu lực từ 1-7.", "2024-07-01"},
      {"Ngày 5/11 ông đến. Cùng ngày, ông gặp Thủ tướng.",
       "2024-11-05; 2024-11-05"},
      {"Ngày 5/11 ông đến, hai ngày sau ông đi.", "2024-11-05; 2024-11-07"},
      {"Ngày 5/11 ông đến. Hôm sau, ông đi.", "2024-11-05; 2024-11-06"},
      {"Tháng 1-2017 ông thăm Huế, tháng 11 cùng năm ông trở lại.",
       "2017-01; 2017-11"},
      {"Hai ngày sau khi đến, ông đi.", "for 2 day"},
      {"Năm nay vốn tăng, năm ngoái vốn giảm, năm tới sẽ tăng.",
       "2024; 2023; 2025"},
      {"Tuần tới, tuần trước, tuần này.",
       "2024-11-25/2024-12-01; 2024-11-11/2024-11-17; 2024-11-18/2024-11-24"},
      {"Tháng trước ông đến, tháng tới ông đi.", "2024-10; 2024-12"},
      {"Quan hệ được lập 65 năm trước.", "1959"},
      {"Hơn 20 năm trước, họ gặp nhau.", "for 20 year more_than"},
      {"Quý trước vốn giảm.", "2024-07/2024-09"},
      {"Trong những năm qua, vốn tăng.", ""},
      {"Hiện ông ở Huế, hiện nay vốn tăng, ở thời điểm hiện tại.",
       "2024-11-21!; 2024-11-21!; 2024-11-21!"},
      {"Họ thể hiện thiện chí, thực hiện cam kết, mua vũ khí hiện đại.", ""},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

/* So many units up to now, or from now on. */
static void spans_of_time(void **state) {
  static const row rows[] = {
      {"Trong 65 năm qua, quan hệ tốt.", "1959/2024"},
      {"65 năm qua Lào đã đổi thay.", "1959/2024"},
      {"Trong hai thập kỷ qua, vốn tăng.", "2004/2024"},
      {"Trong 6 tháng gần đây, vốn tăng.", "2024-05/2024-11"},
      {"Hai tuần vừa qua, họ họp.", "2024-11-07/2024-11-21"},
      {"Trong 3 ngày tới, ông ở Huế.", "2024-11-21/2024-11-24"},
      {"Trong 10 năm tới Lào sẽ đổi thay.", "2024/2034"},
      {"Từ 3 năm nay, vốn tăng.", "2021/2024"},
      {"Giải thưởng lần 10 năm nay.", "ord.10; 2024"},
      {"Hơn 20 năm qua, vốn tăng.", "for 20 year more_than"},
      {"Chuyến thăm 3 ngày tới Lào đã xong.", "for 3 day"},
      {"Chuyến đi 3 ngày qua Lào đã xong.", "for 3 day"},
      {"Kỷ niệm 50 năm quan hệ.", "for 50 year"},
      {"Ông ở Huế trong hai ngày.", "for 2 day"},
      {"Ông ở Huế trong hai ngày 7-8/6.", "2024-06-07/2024-06-08"},
      {"Trong ba ngày từ 20 đến 22/11, họ họp.", "2024-11-20/2024-11-22"},
      {"Cuối tuần này ông đi, cuối tuần qua ông ở nhà.",
       "2024-11-23/2024-11-24; 2024-11-16/2024-11-17"},
      {"Thứ bảy cuối tuần này, họ họp.", "2024-11-23"},
      {"Mỗi cuối tuần, họ nghỉ.", ""},
      {"Từ hôm nay đến 5/1, họ họp.", "2024-11-21/2025-01-05"},
  };
  static const row unknown[] = {
      {"Trong 65 năm qua, quan hệ tốt.", "for 65 year"},
      {"Trong 3 ngày tới, ông ở Huế.", "for 3 day"},
      {"Hôm nay (21/11/2024) họ gặp, 65 năm qua quan hệ tốt.",
       "2024-11-21; 1959/2024"},
  };
  static const row year[] = {
      {"Trong 65 năm qua, quan hệ tốt.", "1959/2024"},
      {"Trong 6 tháng qua, vốn tăng.", "for 6 month"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
  CHECK(NULL, unknown);
  CHECK("2024", year);
}

/* Dates of the lunar calendar, and dates that come again: kept as text, or
** without a year. */
static void of_no_one_year(void **state) {
  static const row rows[] = {
      {"Đêm mùng 1 Tết Nguyên đán Kỷ Hợi, ông đến.", "?"},
      {"Sáng mùng 2 Tết ông đi.", "?"},
      {"Hôm mùng 3 tháng 4, ông đến.", "2024-04-03"},
      {"Lễ hội vào rằm tháng 8.", "?"},
      {"Vào đêm giao thừa, họ gặp nhau.", "?"},
      {"Lễ giỗ vào ngày 10/3 âm lịch.", "?"},
      {"Họ nghỉ từ 26 tháng Chạp.", "?"},
      {"Họ đón năm Giáp Thìn.", "?"},
      {"Quý III, vốn tăng.", "2024-07/2024-09"},
      {"Ông thăm Huế tháng Giêng năm 2007.", "2007-01"},
      {"Đầu tháng Giêng, ông đi.", ""},
      {"Họ nộp trước ngày 31-3 hằng năm.", "XXXX-03-31"},
      {"Từ tháng 4 đến tháng 9 hằng năm, mưa.", "XXXX-04/XXXX-09"},
      {"Thứ Hai hằng tuần, họ họp.", "?"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
  truc_doc *d =
      read_text("Ông đến sáng mùng 2 Tết.", "2024-11-21", TRUC_FORM_RAW);
  uint32_t n;
  const truc_value *v = truc_doc_values(d, &n);
  assert_int_equal(n, 1);
  assert_int_equal(v->kind, TRUC_VAL_DATE);
  assert_int_equal(v->precision, TRUC_PREC_NONE);
  assert_string_equal(v->basis, "lunar, kept as text");
  truc_doc_free(d);
}

static void weekdays(void **state) {
  static const row rows[] = {
      {"Hôm thứ Hai, ông đến.", "2024-11-18"},
      {"Thứ Sáu, ông sẽ đi.", "2024-11-22"},
      {"Sáng thứ ba, ông họp.", "2024-11-19"},
      {"Thứ năm tuần trước, ông họp.", "2024-11-14"},
      {"Thứ hai tuần tới, ông họp.", "2024-11-25"},
      {"Ông về vào thứ sáu.", "2024-11-15"},
      {"Chủ nhật, ông nghỉ.", "2024-11-17"},
      {"Hôm thứ 5, ông họp.", "2024-11-21"},
      {"Thứ Ba (26/11), ông sẽ họp.", "2024-11-26"},
      {"Đây là đối tác thương mại thứ ba của Lào.", "#3"},
  };
  (void)state;
  CHECK("2024-11-21", rows); /* a Thursday */
}

/* The year that is nearest, unless the tense of the clause forbids it. */
static void years_nearest(void **state) {
  static const row january[] = {
      {"Ông đến ngày 25/12.", "2023-12-25"},
      {"Ông đã đến ngày 25/12.", "2023-12-25"},
      {"Ông sẽ đến vào ngày 20/10.", "2024-10-20"},
      {"Ông đã đến vào ngày 20/10.", "2023-10-20"},
      {"Ông đã đến hồi tháng 2.", "2023-02"},
      {"Ông sẽ đến vào tháng 2.", "2024-02"},
      {"Từ ngày 30/12 đến 3/1, ông ở Lào.", "2023-12-30/2024-01-03"},
      {"Ông đến ngày 29/2.", "2024-02-29"},
  };
  static const row june[] = {
      {"Ông đến ngày 22/5.", "2018-05-22"},
      {"Ngày 2/9, ông sẽ đi.", "2018-09-02"},
      {"Hồi tháng 7, ông đến.", "2017-07"},
      {"Bộ Ngoại giao thông báo ông sẽ thăm Huế từ ngày 29-6 đến 2-7.",
       "2018-06-29/2018-07-02"},
      {"Họ đã nói vào tháng 9 rằng họ sẽ chi thêm.", "2017-09"},
  };
  (void)state;
  CHECK("2024-01-10", january);
  CHECK("2018-06-01", june);
}

/* A publication date that is not a day. */
static void coarse_publication_dates(void **state) {
  static const row year[] = {
      {"Ông đến ngày 30/11.", "2019-11-30"},
      {"Hôm nay ông đến.", "2019"},
      {"Hôm qua ông đến.", "?"},
      {"Năm ngoái ông đến.", "2018"},
      {"Hiện ông ở Huế.", "2019!"},
  };
  static const row month[] = {
      {"Ông đến ngày 30/11.", "2018-11-30"},
      {"Hôm nay ông đến.", "2019-02"},
      {"Tháng trước ông đến.", "2019-01"},
      {"Tuần trước ông đến.", "?"},
  };
  (void)state;
  CHECK("2019", year);
  CHECK("2019-02", month);
}

/* Nothing is known from outside. */
static void without_publication_date(void **state) {
  static const row rows[] = {
      {"Ông đến ngày 30/11.", "XXXX-11-30"},
      {"Ông ở Huế từ ngày 29-5 đến 2-6.", "XXXX-05-29/XXXX-06-02"},
      {"Ông ở Huế từ ngày 30/12 đến 3/1.", "XXXX-12-30/XXXX-01-03"},
      {"Ông đến hồi cuối tháng 3.", "XXXX-03"},
      {"Hôm nay ông đến.", "?"},
      {"Hiện ông ở Huế.", "?!"},
      {"Năm ngoái ông đến.", "?"},
      {"Trong 7 tháng đầu năm nay, vốn tăng.", "XXXX-01/XXXX-07"},
      {"Ngày 5/11 ông đến. Ngày 27, ông đi.", "XXXX-11-05; XXXX-11-27"},
      {"Đoàn ở Huế ngày 27.", "XXXX-XX-27"},
      /* the text's own year */
      {"Ông đến ngày 30/11. Các bộ trưởng đã gặp nhau trong năm 2023.",
       "2023-11-30; 2023"},
      {"Ông đến ngày 30/11. Ông dự kiến trở lại trong năm 2019.",
       "XXXX-11-30; 2019"},
      {"Vốn đã đạt 5 tỷ USD trong năm 2017. Ông đến ngày 2/3.",
       "5000000000 USD; 2017; XXXX-03-02"},
      {"Năm nay hai nước kỷ niệm 50 năm lập quan hệ (21/9/1973-21/9/2023).",
       "2023; for 50 year; 1973-09-21; 2023-09-21"},
      {"Hai nước hướng tới kỷ niệm 50 năm quan hệ (21/9/1973-21/9/2023). "
       "Ông đến ngày 2/3.",
       "for 50 year; 1973-09-21; 2023-09-21; XXXX-03-02"},
      {"Đến tháng 8/2018, Áo có 31 dự án. 7 tháng đầu năm nay, vốn tăng.",
       "2018-08; 31 project; 2018-01/2018-07"},
      /* the text's own day */
      {"Ông hôm nay đến Tokyo, bắt đầu chuyến thăm từ ngày 27 đến 30/11. "
       "Trưa nay, ông lên đường.",
       "XXXX-11-27; XXXX-11-27/XXXX-11-30; XXXX-11-27"},
      {"Hôm nay (27/11), ông đến. Ông rời Huế hôm qua.",
       "XXXX-11-27; XXXX-11-26"},
      {"Hôm nay (1/3/2023), ông đến. Ông rời Huế hôm qua.",
       "2023-03-01; 2023-02-28"},
  };
  (void)state;
  CHECK(NULL, rows);
}

/* A dateline gives the publication date; a date of the body does not. */
static void datelines(void **state) {
  static const row rows[] = {
      {"Tin vắn\n\nHà Nội, ngày 12-5-2024\n\nHôm nay ông đến.", "2024-05-12"},
      {"Tin vắn\n\nHà Nội, ngày 12 tháng 5 năm 2024\n\nHôm nay ông đến.",
       "2024-05-12"},
      {"Tin vắn\nThứ sáu, 22/11/2024, 10:45 GMT+7\nHôm nay ông đến.",
       "2024-11-22"},
      {"Hôm nay ông đến.\n28/05/13 05:05 GMT+7\nThế giới", "2013-05-28"},
      {"Hôm nay ông đến.\nCập nhật lúc 8 giờ 30 ngày 3/4/2020", "2020-04-03"},
      {"Tin vắn\nHà Nội, 12/5/2024 (TTXVN) - Hôm nay ông đến.", "2024-05-12"},
      {"Tin vắn\n(Hà Nội, 12/5/2024) Hôm nay ông đến.", "2024-05-12"},
      {"Hôm nay ông đến Huế.", ""},
      {"Ngày 27/2/2019, tại Hà Nội, hôm nay ông gặp bà.", ""},
      {"Hôm nay ông đến.\nÔng sinh ngày 25-12-1933.", ""},
      {"Hà Nội 12/5/2024 rất đẹp.\nHôm nay ông đến.", ""},
      {"Hà Nội, ngày 12-5-2024\nHôm nay ông đến.\nNgày 13-5-2024", ""},
      {"Hôm nay ông đến.\nNgày 31/2/2024", ""},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    truc_doc *d = read_text(rows[i].text, NULL, TRUC_FORM_RAW);
    truc_precision precision;
    int inferred;
    truc_date x = truc_doc_date(d, &precision, &inferred);
    char iso[16] = "";
    if (x.year)
      snprintf(iso, sizeof iso, "%04d-%02d-%02d", x.year, x.month, x.day);
    if (strcmp(iso, rows[i].want)) print_error("%s\n", rows[i].text);
    assert_string_equal(iso, rows[i].want);
    assert_int_equal(inferred, x.year != 0);
    assert_int_equal(precision, x.year ? TRUC_PREC_DAY : TRUC_PREC_NONE);
    truc_doc_free(d);
  }
  truc_doc *d = read_text("Hà Nội, ngày 12-5-2024\nHôm nay ông đến.",
                          "2020-01-02", TRUC_FORM_RAW);
  int inferred;
  assert_int_equal(truc_doc_date(d, NULL, &inferred).year, 2020);
  assert_false(inferred);
  truc_doc_free(d);
}

/* What hangs on such a date says so. */
static void basis_of_inferred(void **state) {
  static const row rows[] = {
      {"Hà Nội, ngày 12-5-2024\nÔng đến hôm nay.", "inferred publication date"},
      {"Hà Nội, ngày 12-5-2024\nÔng đến hôm qua.",
       "arithmetic, from the inferred publication date"},
      {"Hà Nội, ngày 12-5-2024\nÔng đến ngày 3/5.",
       "year from the inferred publication date"},
      {"Hà Nội, ngày 12-5-2024\nÔng ở từ ngày 3 đến 5/5.",
       "month carried back, year from the inferred publication date"},
      {"Hà Nội, ngày 12-5-2024\nÔng đến ngày 3.",
       "month from the inferred publication date"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    truc_doc *d = read_text(rows[i].text, NULL, TRUC_FORM_RAW);
    uint32_t n;
    const truc_value *v = truc_doc_values(d, &n);
    assert_int_equal(n, 2);
    assert_string_equal(v[1].basis, rows[i].want);
    truc_doc_free(d);
  }
}

/* "TYPE value mod begin end" of the only value. */
static void timex(void **state) {
  static const row rows[] = {
      {"Ông đến ngày 20/11.", "DATE 2024-11-20"},
      {"Ông đến tháng 3/2023.", "DATE 2023-03"},
      {"Ông đến lúc 22h ngày 19-11.", "TIME 2024-11-19T22:00"},
      {"Ông đến lúc 9 giờ 30 sáng 20-11.", "TIME 2024-11-20T09:30"},
      {"Ông đến lúc 3h chiều ngày 5/11.", "TIME 2024-11-05T15:00"},
      {"Ông đến chiều 3/11.", "TIME 2024-11-03TAF"},
      {"Ông đến tối qua.", "TIME 2024-11-20TEV"},
      {"Ông đến hiện nay.", "DATE PRESENT_REF"},
      {"Vốn tăng quý I/2023.", "DATE 2023-Q1"},
      {"Vốn tăng nửa cuối năm 2023.", "DATE 2023-H2"},
      {"Vốn tăng thập niên 1990.", "DATE 199"},
      {"Vốn tăng thế kỷ 20.", "DATE 19"},
      {"Ông đến tuần tới.", "DATE 2024-W48"},
      {"Ông đến cuối tuần này.", "DATE 2024-W47-WE"},
      {"Ông đến mùa xuân năm 2024.", "DATE 2024-SP"},
      {"Ông đến đầu năm 2025.", "DATE 2025 START"},
      {"Ông đến cuối tháng 3.", "DATE 2024-03 END"},
      {"Vốn tăng khoảng năm 2010.", "DATE 2010 APPROX"},
      {"Vốn tăng sau năm 2030.", "DATE 2030 AFTER"},
      {"Ông ở từ ngày 27 đến 30/11.", "DURATION P4D 2024-11-27 2024-11-30"},
      {"Ông ở từ ngày 29/2 đến 2/3.", "DURATION P3D 2024-02-29 2024-03-02"},
      {"Vốn tăng từ năm 2016 đến nay.", "DURATION PXY 2016 PRESENT_REF"},
      {"Vốn tăng giai đoạn 2016-2020.", "DURATION P5Y 2016 2020"},
      {"Vốn tăng 7 tháng đầu năm nay.", "DURATION P7M 2024-01 2024-07"},
      {"Vốn tăng 65 năm qua.", "DURATION P65Y 1959 2024"},
      {"Kỷ niệm 50 năm quan hệ.", "DURATION P50Y"},
      {"Họ bay hơn 6 tiếng.", "DURATION PT6H MORE_THAN"},
      {"Sau hai năm rưỡi.", "DURATION P2.5Y"},
      {"Sau gần ba quý.", "DURATION P9M LESS_THAN"},
      {"Họ nộp trước ngày 31-3 hằng năm.", "SET XXXX-03-31 BEFORE"},
      {"Họ họp thứ Hai hằng tuần.", "SET XXXX-WXX-1"},
      {"Ông đến sáng mùng 2 Tết.", "DATE XXXX-XX-XX"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    truc_doc *d = read_text(rows[i].text, "2024-11-21", TRUC_FORM_RAW);
    uint32_t n;
    const truc_value *v = truc_doc_values(d, &n);
    truc__timex t;
    assert_int_equal(n, 1);
    assert_true(truc__value_timex(d, v, &t));
    truc__buf b;
    memset(&b, 0, sizeof b);
    truc__buf_fmt(&b, "%s %s", t.type, t.value);
    const char *more[] = {t.mod, t.begin, t.end};
    for (int k = 0; k < 3; k++)
      if (more[k] && more[k][0]) truc__buf_fmt(&b, " %s", more[k]);
    if (strcmp(b.p, rows[i].want)) print_error("%s\n", rows[i].text);
    assert_string_equal(b.p, rows[i].want);
    truc__buf_release(&b);
    truc_doc_free(d);
  }
}

static void names_and_look_alikes(void **state) {
  static const row rows[] = {
      {"Công ước về Luật Biển năm 1982 là cơ sở.", "1982~"},
      {"Malaysia là Chủ tịch ASEAN 2025.", "2025~"},
      {"Tầm nhìn 2025 được nhắc lại.", "2025~"},
      {"Hiệp định Paris được ký năm 2015.", "2015"},
      {"Đội dự AFF Cup 2018.", "2018~"},
      {"Vụ khủng bố 11/9 gây chấn động.", "2024-09-11~"},
      {"Vốn năm 2023 tăng so với năm 2022.", "2023; 2022<"},
      {"Vốn tăng so với cùng kỳ năm trước.", "2023<"},
      {"Đội chủ nhà thắng 5-3.", ""},
      {"Cửa hàng mở 24/7.", ""},
      {"Em học lớp 3/2 ở đường 29/3.", ""},
      {"Uống ngày 1-2 lần.", ""},
      {"Kể từ Cách mạng Tháng Tám.", "2024-08~"},
      {"Su-35, S-400 và máy bay B -52.", ""},
      {"Tỷ phú đến Huế.", ""},
      {"Máy bay F-16, A321neo và T-6C đã đến.", ""},
      {"Các nước G7 và G20 họp.", ""},
      {"Điều 5 và khoản 2 của luật.", ""},
      {"Boeing 787 hạ cánh.", ""},
      {"Cách mạng công nghiệp 4.0 đã đến.", ""},
      {"Hai là, cần tăng vốn.", ""},
      {"Nhất là một số đồng chí.", ""},
      {"Chuyến bay hạ cánh lúc 7 giờ.", ""},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

/* ----------------------------------------------------------------- amounts */

static void numbers(void **state) {
  static const row rows[] = {
      {"Có 5.000 dự án.", "5000 project"},
      {"Có 1.234.567 người.", "1234567 person"},
      {"Đạt 2,58 tỷ USD.", "2580000000 USD"},
      {"Đạt 3 triệu.", "=3000000"},
      {"Đạt 5 nghìn tỷ đồng.", "5000000000000 VND"},
      {"Đạt 3.800 tỉ USD.", "3800000000000 USD"},
      {"Đạt ba tỉ rưỡi đô la Mỹ.", "3500000000 USD"},
      {"Đạt 1 tỷ 200 triệu USD.", "1200000000 USD"},
      {"Có hai mươi lăm nghìn người.", "25000 person"},
      {"Có hai trăm năm mươi nghìn người.", "250000 person"},
      {"Có một trăm linh năm người.", "105 person"},
      {"Có mười hai nước tham gia.", "12 country"},
      {"Có bốn mươi tư nước tham gia.", "44 country"},
      {"Năm nước tham gia.", "5 country"},
      {"Đạt nửa triệu tấn.", "500000 tonne"},
      {"Đạt 0,8%.", "0.8 %"},
      {"Hàng nghìn người đến.", ""},
      {"Vài triệu USD đã mất.", ""},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

/* Of 1,234 the rest of the text says whether it is one or a thousand. */
static void separators_by_text(void **state) {
  static const row rows[] = {
      {"Giá 2,580 USD, sau đó 1.234,5 USD.", "2.58 USD; 1234.5 USD"},
      {"Giá 2,580 USD, sau đó 1,234,567.8 USD.", "2580 USD; 1234567.8 USD"},
      {"Giá 12.5 USD và 1,250 USD.", "12.5 USD; 1250 USD"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

static void units(void **state) {
  static const row rows[] = {
      {"Vay 91 tỉ yen và 5 triệu euro.", "91000000000 JPY; 5000000 EUR"},
      {"Chi 500.000 đồng.", "500000 VND"},
      {"Chi $500 triệu.", "500000000 USD"},
      {"Chi 40 triệu bảng Anh, 3 tỷ nhân dân tệ.",
       "40000000 GBP; 3000000000 CNY"},
      {"Hai đồng chủ tịch và 18 đồng minh.", "=2; 18 party"},
      {"Vốn tăng 47%.", "47 %"},
      {"Vốn tăng 3,5 phần trăm.", "3.5 %"},
      {"Vốn tăng gấp ba lần.", "3 times"},
      {"Vốn tăng tới hơn 1.500 lần.", "1500 times more_than"},
      {"Họ gặp nhau ba lần.", "3 occasion"},
      {"Mua 50 máy bay.", "50 aircraft"},
      {"Giao 5 trong số 12 chiếc máy bay.", "5 aircraft; 12 aircraft"},
      {"Máy bay được giao đợt đầu, gồm 5 trong số 12 chiếc.",
       "5 aircraft; 12 aircraft"},
      {"Giải quyết 2 trong 3 vấn đề.", "2 issue; 3 issue"},
      {"Ký 18 thỏa thuận và 3 biên bản ghi nhớ.", "18 agreement; 3 agreement"},
      {"Ký 18 thoả thuận.", "18 agreement"},
      {"Có 129 quốc gia và vùng lãnh thổ.", "129 country_or_territory"},
      {"Cấp 200 suất học bổng.", "200 scholarship"},
      {"Đón 3 triệu lượt khách.", "3000000 visit"},
      {"Có 300.000 lao động và 50.000 du học sinh.",
       "300000 person; 50000 person"},
      {"Xuất 6 triệu tấn gạo.", "6000000 tonne"},
      {"Nhà máy 1.200 MW trên 50 ha.", "1200 MW; 50 ha more_than"},
      {"Cách bờ 200 hải lý.", "200 nautical_mile"},
      {"Ông 70 tuổi.", "70 year_of_age"},
      {"Bốn dân tộc gần gũi.", "=4"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

/* Parts of a whole, and days that look like them. */
static void fractions(void **state) {
  static const row rows[] = {
      {"Nước này chiếm 1/3 dân số thế giới.", "=1 third"},
      {"Nước này chiếm 1/3.", "=1 third"},
      {"Cây cầu xong 4/6 nhịp.", "=4 sixth"},
      {"Họ cắt giảm tới 1/3 doanh thu.", "=1 third up_to"},
      {"Gần 2/3 số nước đồng ý.", "=2 third nearly"},
      {"Hai phần ba số nước đồng ý.", "=2 third"},
      {"Một phần tư số nước đồng ý.", "=1 fourth"},
      {"Hơn một nửa số nước đồng ý.", "=1 half more_than"},
      {"Quá nửa số nước đồng ý.", "=1 half more_than"},
      {"Hai phần trăm số nước đồng ý.", "2 %"},
      {"Hai phần nghìn số nước đồng ý.", "2 permille"},
      {"Một nửa thế kỷ đã qua.", "for 50 year"},
      {"Sau 1/4 thế kỷ, họ gặp lại.", "=1 fourth"},
      {"Giá vàng hôm nay 4/9 tăng.", "2024-09-04"},
      {"Kỳ họp từ ngày 25/9 đến 1/10 tại Huế.", "2024-09-25/2024-10-01"},
      {"Ông thăm Lào ngày 1-2/3 theo lời mời.", "2024-03-01/2024-03-02"},
      {"Họ họp ngày 29/7-3/8 tại Huế.", "2024-07-29/2024-08-03"},
      {"Thuế tăng vào 1/7 và tiếp tục tăng.", "2024-07-01"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

/* "từ … lên …": the unit is given once. */
static void growth(void **state) {
  static const row rows[] = {
      {"Vốn tăng từ 7,8 tỷ lên 10 tỷ USD.", "7800000000 USD; 10000000000 USD"},
      {"Vốn tăng từ khoảng 7,8 tỷ năm 2010 lên hơn 10 tỷ USD năm 2015.",
       "7800000000 USD approx; 2010; 10000000000 USD more_than; 2015"},
      {"Vốn giảm từ mức 300 triệu xuống còn 250 triệu USD.",
       "300000000 USD; 250000000 USD"},
      {"Vốn tăng từ 5 lên tới 8 tỷ USD.",
       "5000000000 USD; 8000000000 USD up_to"},
      {"Tỷ lệ tăng từ 5 lên 7%.", "5 %; 7 %"},
      {"Số nước tăng từ 5 lên 8 nước.", "5 country; 8 country"},
      {"Vốn đạt 12 tỷ năm 2007.", "=12000000000; 2007"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

static void counts_of_nothing(void **state) {
  static const row rows[] = {
      {"Hai nước và hai bên hợp tác.", ""},
      {"Ông gặp 4 lãnh đạo cấp cao.", "=4"},
      {"Có 13 bộ trưởng dự họp.", "13 leader"},
      {"Nước này nằm trong top 10 đối tác.", ""},
      {"Nước này đứng thứ 10, ở vị trí thứ 3.", "#10; #3"},
      {"Kim ngạch hai chiều đạt 5 tỷ USD.", "5000000000 USD"},
      {"Hai miền đàm phán.", ""},
      {"Máy bay hạ cánh lúc 22 h.", ""},
      {"Vốn trong hai năm 2017 và 2018 tăng.", "2017; 2018"},
      {"Ông là một trong 50 nhà giáo.", "50 person"},
      {"Họ xét từ 3-5 học kỳ.", "3 semester; 5 semester"},
      {"Khoảng năm 2010, vốn tăng.", "2010"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

static void durations(void **state) {
  static const row rows[] = {
      {"Kỷ niệm 50 năm quan hệ.", "for 50 year"},
      {"Trong nửa thế kỷ, quan hệ tốt.", "for 50 year"},
      {"Thăm ba ngày.", "for 3 day"},
      {"Bay hơn 6 tiếng.", "for 6 hour more_than"},
      {"Sau hai thập kỷ.", "for 20 year"},
      {"Sau hai năm rưỡi.", "for 2.5 year"},
      {"Sau gần một năm.", "for 1 year nearly"},
      {"Kéo dài 30 phút.", "for 30 minute"},
      {"Họ chờ năm ngày.", "for 5 day"},
      {"Họ ở từ 4 đến 5 ngày.", "for 4 day; for 5 day"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

static void modifiers(void **state) {
  static const row rows[] = {
      {"Khoảng 30 tỷ USD.", "30000000000 USD approx"},
      {"Ước đạt 30 tỷ USD.", "30000000000 USD approx"},
      {"Hơn 30 tỷ USD.", "30000000000 USD more_than"},
      {"Vượt 30 tỷ USD.", "30000000000 USD more_than"},
      {"Có trên 5.000 dự án.", "5000 project more_than"},
      {"Hợp tác trên 3 lĩnh vực.", "3 field"},
      {"Dưới 30 tỷ USD.", "30000000000 USD less_than"},
      {"Chưa đến 30 tỷ USD.", "30000000000 USD less_than"},
      {"Gần 30 tỷ USD.", "30000000000 USD nearly"},
      {"Lên tới 30 tỷ USD.", "30000000000 USD up_to"},
      {"Tối đa 5 năm.", "for 5 year up_to"},
      {"Ký 18 thỏa thuận tới tổng trị giá 10 tỷ USD.",
       "18 agreement; 10000000000 USD up_to"},
      {"Thăm tới 5 nước.", "5 country"},
      {"Đạt 18 tỉ USD trở lên.", "18000000000 USD more_than"},
      {"Ít nhất 5 người.", "5 person more_than"},
      {"Từ 3 đến 5 tỷ USD.", "3000000000 USD; 5000000000 USD"},
      {"Đạt 10-12 tỷ USD.", "10000000000 USD; 12000000000 USD"},
      {"Tăng 5 - 7%.", "5 %; 7 %"},
      {"Giảm từ 21% xuống còn 8%.", "21 %; 8 %"},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

/* ------------------------------------------------------------------- ranks */

static void ranks(void **state) {
  static const row rows[] = {
      {"Nhật Bản là nhà cung cấp ODA lớn nhất.", "#1"},
      {"Nhật Bản là đối tác lao động thứ hai, du lịch và đầu tư thứ ba và "
       "thương mại thứ tư.",
       "#2; #3; #4"},
      {"Nhật Bản đứng thứ nhất về ODA, thứ hai về lao động.", "#1; #2"},
      {"Lào đứng thứ 3 trong số các nước.", "#3"},
      {"Áo là thị trường lớn thứ 6 ở châu Âu.", "#6"},
      {"Áo là đối tác số một của Lào.", "#1"},
      {"Áo ở vị trí thứ hai.", "#2"},
      {"Áo ở vị trí số 2.", "#2"},
      {"Áo đạt hạng 5.", "#5"},
      {"Áo đứng đầu về vốn.", "#1"},
      {"Áo dẫn đầu danh sách.", "#1"},
      {"Áo có tốc độ cao nhất khu vực.", "#1"},
      {"Áo xếp thứ 8 trong số các nước.", "#8"},
      {"Đoàn do ông An đứng đầu.", ""},
      {"Áo là đối tác hàng đầu.", ""},
      {"Áo là một trong những đối tác lớn nhất.", ""},
      {"Ba nền kinh tế lớn nhất thế giới.", "3 country"},
      {"Quan hệ tốt đẹp nhất.", ""},
      {"Lễ đón theo nghi thức cao nhất dành cho nguyên thủ.", ""},
      {"Đợt giao lớn nhất từ trước đến nay.", ""},
      {"Hội nghị lần thứ 43 đã họp.", "ord.43"},
      {"Ông đến lần thứ hai.", "ord.2"},
      {"Kỳ họp lần thứ XIII đã xong.", "ord.13"},
      {"Đây là chuyến thăm cấp cao thứ hai trong năm.", "ord.2"},
      {"Ông là tổng thống thứ 45 của Mỹ.", "ord.45"},
      {"Thứ trưởng thứ nhất đã đến.", "ord.1"},
      {"Ông An (thứ ba từ trái sang) phát biểu.", ""},
      {"Thứ nhất, cần vốn. Thứ hai, cần người.", ""},
      {"Họ gặp ở nước thứ ba.", "ord.3"},
      {"Thượng đỉnh lần 2 đã xong.", "ord.2"},
      {"Lào đứng thứ 19/126 nước.", "#19"},
      {"Huân chương Lao động hạng nhì.", ""},
  };
  (void)state;
  CHECK("2024-11-21", rows);
}

/* -------------------------------------------------------------------- spans */

static void assert_span(const truc_doc *d, uint32_t tok, uint32_t ntok,
                        const char *want) {
  assert_true(tok != TRUC_NONE && ntok > 0);
  truc_span s = truc__tok_span(d, tok, ntok);
  assert_int_equal(s.len, strlen(want));
  assert_memory_equal(d->raw + s.off, want, s.len);
}

static void parts_of_a_sum(void **state) {
  (void)state;
  truc_doc *d =
      read_text("Vốn đạt khoảng 30 tỷ USD, đứng thứ tư.", NULL, TRUC_FORM_RAW);
  uint32_t n;
  const truc_value *v = truc_doc_values(d, &n);
  assert_int_equal(n, 2);
  assert_span(d, v[0].tok, v[0].ntok, "30 tỷ USD");
  assert_span(d, v[0].num_tok, v[0].num_ntok, "30 tỷ");
  assert_span(d, v[0].unit_tok, v[0].unit_ntok, "USD");
  assert_span(d, v[0].mod_tok, v[0].mod_ntok, "khoảng");
  assert_span(d, v[1].num_tok, v[1].num_ntok, "thứ tư");
  assert_int_equal(v[1].mod_ntok, 0);
  assert_int_equal(v[0].at.off, strlen("Vốn đạt khoảng "));
  truc_doc_free(d);
}

static void a_unit_given_once(void **state) {
  (void)state;
  truc_doc *d = read_text("Vốn từ 3 đến 5 tỷ USD.", NULL, TRUC_FORM_RAW);
  uint32_t n;
  const truc_value *v = truc_doc_values(d, &n);
  assert_int_equal(n, 2);
  assert_span(d, v[0].tok, v[0].ntok, "3");
  assert_span(d, v[0].unit_tok, v[0].unit_ntok, "USD");
  assert_span(d, v[1].tok, v[1].ntok, "5 tỷ USD");
  truc_doc_free(d);
}

static void spans_of_dates(void **state) {
  static const row rows[] = {
      {"Lúc 22h ngày 19-11 họ đến.", "22h ngày 19-11"},
      {"Họ ở từ ngày 27 đến 30/11 tại Huế.", "từ ngày 27 đến 30/11"},
      {"Họ đến hôm nay (27/11) từ Huế.", "hôm nay (27/11)"},
      {"Họ đến tháng 3 năm ngoái từ Huế.", "tháng 3 năm ngoái"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    truc_doc *d = read_text(rows[i].text, NULL, TRUC_FORM_RAW);
    uint32_t n;
    const truc_value *v = truc_doc_values(d, &n);
    assert_int_equal(n, 1);
    assert_span(d, v->tok, v->ntok, rows[i].want);
    truc_doc_free(d);
  }
}

static void how_dates_were_found(void **state) {
  static const row rows[] = {
      {"Họ đến ngày 3/11/2024.", "explicit"},
      {"Họ đến ngày 3/11.", "year from the publication date"},
      {"Họ ở từ ngày 3 đến 5/11/2024.", "month carried back"},
      {"Họ đến hôm nay.", "publication date"},
      {"Họ đến hôm qua.", "arithmetic, from the publication date"},
      {"Họ đến ngày 3.", "month from the publication date"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    truc_doc *d = read_text(rows[i].text, "2024-11-21", TRUC_FORM_RAW);
    uint32_t n;
    const truc_value *v = truc_doc_values(d, &n);
    assert_int_equal(n, 1);
    assert_string_equal(v->basis, rows[i].want);
    bool relative = v->flags & TRUC_VF_RELATIVE;
    assert_int_equal(relative, i != 0 && i != 2);
    truc_doc_free(d);
  }
}

/* --------------------------------------------------------------------- laws */

/* Segmented text gives the same values. */
static void segmented_equals_raw(void **state) {
  static const row rows[] = {
      {"Ông hôm nay đến Nhật Bản, bắt đầu chuyến thăm chính thức từ ngày 27 "
       "đến 30/11.",
       "Ông hôm_nay đến Nhật_Bản , bắt_đầu chuyến thăm chính_thức từ ngày 27 "
       "đến 30/11 ."},
      {"Lào đứng thứ tư với khoảng 30 tỷ USD (21/9/1973-21/9/2023).",
       "Lào đứng thứ_tư với khoảng 30 tỷ USD ( 21/9/1973 - 21/9/2023 ) ."},
      {"Trong 7 tháng đầu năm nay, vốn tăng 47% so với năm 2016.",
       "Trong 7 tháng đầu năm_nay , vốn tăng 47 % so với năm 2016 ."},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    truc_doc *a = read_text(rows[i].text, "2023-11-27", TRUC_FORM_RAW);
    truc_doc *b = read_text(rows[i].want, "2023-11-27", TRUC_FORM_SEG);
    uint32_t n, m;
    const truc_value *v = truc_doc_values(a, &n);
    const truc_value *w = truc_doc_values(b, &m);
    assert_int_equal(n, m);
    for (uint32_t k = 0; k < n; k++) {
      assert_int_equal(v[k].kind, w[k].kind);
      assert_int_equal(v[k].mantissa, w[k].mantissa);
      assert_int_equal(v[k].exponent, w[k].exponent);
      assert_string_equal(v[k].unit, w[k].unit);
      char x[32], y[32];
      truc_value_iso(&v[k], x);
      truc_value_iso(&w[k], y);
      assert_string_equal(x, y);
      assert_int_equal(v[k].flags, w[k].flags);
    }
    truc_doc_free(a);
    truc_doc_free(b);
  }
}

/* Values are sorted and do not overlap, whatever the words. */
static void soup(void **state) {
  static const char *const words[] = {
      "ngày", "tháng", "năm",  "từ",   "đến",  "-",    "30/11", "27",   "2023",
      "thứ",  "hai",   "ba",   "tỷ",   "USD",  "%",    "hơn",   "và",   ",",
      "(",    ")",     "quý",  "đầu",  "cuối", "sáng", "lần",   "gấp",  "trong",
      "số",   "chiếc", "một",  "rưỡi", "hôm",  "nay",  "trước", "sau",  "5.000",
      "1/3",  "lớn",   "nhất", "nửa",  "thế",  "kỷ",   "XX",    "mươi", "trăm",
      "hiện", "tuần",  "tới",  "22h",  "12-8", "3,5",  "mười",  "linh", "."};
  uint32_t seed = 12345;
  (void)state;
  for (int round = 0; round < 3000; round++) {
    truc__buf b;
    memset(&b, 0, sizeof b);
    for (int k = 0; k < 14; k++) {
      seed = seed * 1664525u + 1013904223u;
      truc__buf_str(&b, words[(seed >> 8) % (sizeof words / sizeof *words)]);
      truc__buf_chr(&b, ' ');
    }
    truc_doc *d =
        read_text(b.p, round % 2 ? "2024-03-31" : NULL, TRUC_FORM_RAW);
    uint32_t n, end = 0;
    const truc_value *v = truc_doc_values(d, &n);
    for (uint32_t i = 0; i < n; i++) {
      char iso[32];
      assert_true(v[i].ntok > 0 && v[i].tok >= end);
      end = v[i].tok + v[i].ntok;
      assert_true(end <= d->token.n);
      truc_value_iso(&v[i], iso);
      assert_true(strlen(iso) < 32);
      truc__timex t;
      if (truc__value_timex(d, &v[i], &t)) assert_true(t.value[0] != '\0');
    }
    truc_doc_free(d);
    truc__buf_release(&b);
  }
}

/* A document object gives the same values when it is used again, and a failed
** allocation is reported. */
static void memory(void **state) {
  static const char text[] = "Từ ngày 27 đến 30/11, vốn đạt 30 tỷ USD.";
  (void)state;
  truc_err e;
  for (long k = 1; k < 200; k++) {
    truc_doc *d = truc_doc_new(NULL);
    assert_non_null(d);
    assert_int_equal(truc_doc_read(d, text, sizeof text - 1, NULL, &e),
                     TRUC_OK);
    truc__fail_alloc_after(k);
    truc_rc rc = truc_doc_run(d, TRUC_VALUES, &e);
    truc__fail_alloc_after(0);
    assert_true(rc == TRUC_OK || rc == TRUC_ENOMEM);
    if (rc) assert_int_equal(truc_doc_run(d, TRUC_VALUES, &e), TRUC_OK);
    assert_int_equal(d->value.n, 2);
    truc_doc_free(d);
  }
}

static void calendar(void **state) {
  (void)state;
  truc_date x = {1970, 1, 1};
  assert_int_equal(truc__date_days(x), 0);
  for (int32_t day = -200000; day < 200000; day += 37) {
    truc_date y = truc__date_of_days(day);
    assert_true(truc__date_valid(y.year, y.month, y.day));
    assert_int_equal(truc__date_days(y), day);
  }
  truc_date end = truc__date_add_months((truc_date){2024, 1, 31}, 1);
  assert_int_equal(end.month, 2);
  assert_int_equal(end.day, 29);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days),
      cmocka_unit_test(intervals),
      cmocka_unit_test(months_and_years),
      cmocka_unit_test(relative_days),
      cmocka_unit_test(spans_of_time),
      cmocka_unit_test(of_no_one_year),
      cmocka_unit_test(weekdays),
      cmocka_unit_test(years_nearest),
      cmocka_unit_test(coarse_publication_dates),
      cmocka_unit_test(without_publication_date),
      cmocka_unit_test(datelines),
      cmocka_unit_test(basis_of_inferred),
      cmocka_unit_test(timex),
      cmocka_unit_test(names_and_look_alikes),
      cmocka_unit_test(numbers),
      cmocka_unit_test(separators_by_text),
      cmocka_unit_test(units),
      cmocka_unit_test(fractions),
      cmocka_unit_test(growth),
      cmocka_unit_test(counts_of_nothing),
      cmocka_unit_test(durations),
      cmocka_unit_test(modifiers),
      cmocka_unit_test(ranks),
      cmocka_unit_test(parts_of_a_sum),
      cmocka_unit_test(a_unit_given_once),
      cmocka_unit_test(spans_of_dates),
      cmocka_unit_test(how_dates_were_found),
      cmocka_unit_test(segmented_equals_raw),
      cmocka_unit_test(soup),
      cmocka_unit_test(memory),
      cmocka_unit_test(calendar),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

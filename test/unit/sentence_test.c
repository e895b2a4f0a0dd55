/* SPDX-License-Identifier: Apache-2.0 */
/* sentence_test.c - where sentences end, and their kinds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "sentence/sentence.h"

static truc_doc *split(const char *s, truc_form form, int has_title) {
  truc_read_options o = TRUC_READ_OPTIONS;
  truc_doc *d = truc_doc_new(NULL);
  o.form = form;
  o.has_title = has_title;
  assert_non_null(d);
  assert_int_equal(truc_doc_read(d, s, strlen(s), &o, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_SENTENCES, NULL), TRUC_OK);
  return d;
}

/* Sentences joined by " | ", a kind other than body in front: "T:", "P:" (the
** picture's caption), "C:", "B:". */
static char *show(const truc_doc *d) {
  static const char letters[] = "-TPCB";
  truc__buf b = {0};
  for (uint32_t k = 0; k < d->sentence.n; k++) {
    const truc_sentence *s = &d->sentence.v[k];
    if (k) truc__buf_str(&b, " | ");
    if (s->kind != TRUC_SENT_BODY) {
      truc__buf_chr(&b, letters[s->kind]);
      truc__buf_chr(&b, ':');
    }
    truc__buf_put(&b, d->raw + s->at.off, s->at.len);
  }
  return b.p;
}

static void expect(const char *in, truc_form form, int has_title,
                   const char *want) {
  truc_doc *d = split(in, form, has_title);
  char *got = show(d);
  if (strcmp(got ? got : "", want) != 0)
    fail_msg("\n in   %s\n got  %s\n want %s", in, got, want);
  truc__free(got);
  truc_doc_free(d);
}

typedef struct {
  const char *in, *out;
} row;

static void expect_rows(const row *rows, size_t n, truc_form form) {
  for (size_t k = 0; k < n; k++) expect(rows[k].in, form, 0, rows[k].out);
}
#define ROWS(rows, form) expect_rows(rows, sizeof rows / sizeof rows[0], form)

static void stops_end_sentences(void **state) {
  static const row rows[] = {
      {"", ""},
      {"Trời đẹp", "Trời đẹp"},
      {"Trời đẹp. Gió nhẹ.", "Trời đẹp. | Gió nhẹ."},
      {"Đẹp quá! Thật ư? Thật.", "Đẹp quá! | Thật ư? | Thật."},
      {"Sao?! Vậy à...", "Sao?! | Vậy à..."},
      {"Năm 2013. 5 người đến.", "Năm 2013. | 5 người đến."},
      /* no blank behind the stop */
      {"Trời đẹp.Sau đó mưa.", "Trời đẹp. | Sau đó mưa."},
      {"Dùng Node.JS và vidu.vn nhé.", "Dùng Node.JS và vidu.vn nhé."},
      /* a dot that is no stop */
      {"Giá 1.500.000 đồng. Rẻ.", "Giá 1.500.000 đồng. | Rẻ."},
      {"Anh ở TP. Huế. Chị ở TP.HCM. Em ở xa.",
       "Anh ở TP. Huế. | Chị ở TP.HCM. | Em ở xa."},
      {"GS. Nguyễn Văn An và PGS.TS. Bình. Họ vui.",
       "GS. Nguyễn Văn An và PGS.TS. Bình. | Họ vui."},
      {"Ông H. Nguyễn gặp bà T. Tuy nhiên họ im.",
       "Ông H. Nguyễn gặp bà T. | Tuy nhiên họ im."},
      {"Có hoa, quả, v.v. Sau đó nghỉ.", "Có hoa, quả, v.v. | Sau đó nghỉ."},
      {"1. Mở đầu. 2. Kết.", "1. Mở đầu. | 2. Kết."},
      {"Anh nói ừ. rồi đi.", "Anh nói ừ. rồi đi."}};
  (void)state;
  ROWS(rows, TRUC_FORM_RAW);
}

static void an_ellipsis_ends_before_a_capital(void **state) {
  static const row rows[] = {
      {"Gồm cam, quýt... và bưởi.", "Gồm cam, quýt... và bưởi."},
      {"Gồm cam, quýt... Mùa này rẻ.", "Gồm cam, quýt... | Mùa này rẻ."},
      {"Cam, quýt… Rẻ.", "Cam, quýt… | Rẻ."},
      {"Bà nói: “Ôi... Thôi.” rồi đi.", "Bà nói: “Ôi... Thôi.” rồi đi."}};
  (void)state;
  ROWS(rows, TRUC_FORM_RAW);
}

static void quotes_and_brackets_hold_to_their_sentence(void **state) {
  static const row rows[] = {
      {"Ông nói: “Tốt lắm.” Bà cười.", "Ông nói: “Tốt lắm.” | Bà cười."},
      {"Ông nói: \"Tốt lắm.\" Bà cười.", "Ông nói: \"Tốt lắm.\" | Bà cười."},
      {"“Tốt!”, ông nói. Bà cười.", "“Tốt!”, ông nói. | Bà cười."},
      {"“Tốt!” ông nói.", "“Tốt!” ông nói."},
      {"Hết giờ. “Về thôi.”", "Hết giờ. | “Về thôi.”"},
      {"Hết giờ. \"Về thôi.\" Rồi đi.", "Hết giờ. | \"Về thôi.\" | Rồi đi."},
      {"\"Ta về. Tối rồi. \"", "\"Ta về. | Tối rồi. \""},
      {"(Trời đẹp.) Ta đi.", "(Trời đẹp.) | Ta đi."},
      {"Ông (tên A. Sau này đổi) vui. Bà buồn.",
       "Ông (tên A. Sau này đổi) vui. | Bà buồn."}};
  (void)state;
  ROWS(rows, TRUC_FORM_RAW);
}

static void lines_end_sentences_unless_wrapped(void **state) {
  static const row rows[] = {
      {"Một dòng.\nHai dòng\nBa dòng.", "Một dòng. | Hai dòng | Ba dòng."},
      {"Một câu dài bị\ncắt thành nhiều\ndòng ngắn. Câu\nsau cũng vậy.",
       "Một câu dài bị\ncắt thành nhiều\ndòng ngắn. | Câu\nsau cũng vậy."},
      {"Một câu.\r\n\r\nHai câu.", "Một câu. | Hai câu."}};
  (void)state;
  ROWS(rows, TRUC_FORM_RAW);
}

static void titles_are_found(void **state) {
  static const row rows[] = {
      {"Mùa xuân về\n\nTrời ấm dần. Hoa nở.",
       "T:Mùa xuân về | Trời ấm dần. | Hoa nở."},
      {"Mùa xuân về\nTrời ấm dần.", "T:Mùa xuân về | Trời ấm dần."},
      {"Trời ấm dần.\n\nHoa nở.", "Trời ấm dần. | Hoa nở."},
      {"'Mùa xuân đã về thật rồi' Ông An nói với mọi người.",
       "T:'Mùa xuân đã về thật rồi' | Ông An nói với mọi người."}};
  (void)state;
  ROWS(rows, TRUC_FORM_RAW);
  expect("Xuân về. Hoa nở.\n\nTrời ấm.", TRUC_FORM_RAW, 1,
         "T:Xuân về. Hoa nở. | Trời ấm.");
  /* what goes on from a text before has none */
  expect("Mùa xuân về\n\nTrời ấm dần. Hoa nở.", TRUC_FORM_RAW, -1,
         "Mùa xuân về | Trời ấm dần. | Hoa nở.");
}

static void captions_and_credits_are_set_apart(void **state) {
  static const row raw[] = {
      {"Họ đến sớm.\nHai người bắt tay. Ảnh: TTXVN\nHọ vui.",
       "Họ đến sớm. | P:Hai người bắt tay. | C:Ảnh: TTXVN | Họ vui."},
      {"Họ đến.\nHai người bắt tay (Ảnh: An Bình).\nHọ vui.",
       "Họ đến. | P:Hai người bắt tay | C:(Ảnh: An Bình). | Họ vui."},
      {"Họ đến.\nHai người bắt tay - Ảnh: AFP\nHọ vui.",
       "Họ đến. | P:Hai người bắt tay | C:- Ảnh: AFP | Họ vui."},
      {"Họ đến.\nHai người bắt tay\nẢnh: AFP/TTXVN\nHọ vui.",
       "Họ đến. | P:Hai người bắt tay | C:Ảnh: AFP/TTXVN | Họ vui."},
      {"Họ bắt tay. Ảnh: Reuters Bộ trưởng nói về hợp tác rất lâu hôm nay.",
       "P:Họ bắt tay. | C:Ảnh: Reuters | "
       "Bộ trưởng nói về hợp tác rất lâu hôm nay."},
      {"Clip: Vi phạm giao thông tăng mạnh ở nhiều nơi trong thành phố này.",
       "Clip: Vi phạm giao thông tăng mạnh ở nhiều nơi trong thành phố này."},
  };
  /* a segmenter has glued the credit to the next sentence */
  static const row seg[] = {
      {"Họ bắt_tay . Ảnh : BNG_Ông An cho_biết sẽ đến thăm nhiều nơi .",
       "P:Họ bắt_tay . | C:Ảnh : BNG | "
       "Ông An cho_biết sẽ đến thăm nhiều nơi ."},
      {"Họ bắt_tay . Ảnh : TTXVN Việt_Nam mong_muốn hợp_tác thật lâu_dài .",
       "P:Họ bắt_tay . | C:Ảnh : TTXVN | "
       "Việt_Nam mong_muốn hợp_tác thật lâu_dài ."},
  };
  (void)state;
  ROWS(raw, TRUC_FORM_RAW);
  ROWS(seg, TRUC_FORM_SEG);
}

static void bylines_are_set_apart(void **state) {
  static const row rows[] = {
      {"Trời đẹp.\nNguyễn An", "Trời đẹp. | B:Nguyễn An"},
      {"Trời đẹp...\nTheo TTXVN", "Trời đẹp... | B:Theo TTXVN"},
      {"Trời đẹp. (Theo Vi Dụ)", "Trời đẹp. | B:(Theo Vi Dụ)"},
      {"(VOV) - Trời đẹp. Gió nhẹ.", "B:(VOV) - | Trời đẹp. | Gió nhẹ."},
      {"TTO - Trời đẹp.", "B:TTO - | Trời đẹp."},
      {"Việt - Nhật hợp tác.", "Việt - Nhật hợp tác."},
      {"EU - Việt Nam hợp tác.", "EU - Việt Nam hợp tác."},
      {"Bosnia - Herzegovina vui.", "Bosnia - Herzegovina vui."},
      {"Trời đẹp.\nÔng Nguyễn An", "Trời đẹp. | Ông Nguyễn An"}};
  (void)state;
  ROWS(rows, TRUC_FORM_RAW);
  expect("Trời đẹp ... Nguyễn_An", TRUC_FORM_SEG, 0,
         "Trời đẹp ... | B:Nguyễn_An");
}

static void every_token_is_in_one_sentence(void **state) {
  static const char in[] =
      "Tin\n\n(VOV) - Một. Hai! \"Ba?\" (bốn). Ảnh: A. B\nNăm… Sáu\n\nAn Bình";
  uint32_t next = 0, para = 0;
  (void)state;
  truc_doc *d = split(in, TRUC_FORM_RAW, 0);
  for (uint32_t k = 0; k < d->sentence.n; k++) {
    const truc_sentence *s = &d->sentence.v[k];
    assert_int_equal(s->tok, next);
    assert_true(s->ntok > 0);
    assert_true(s->para >= para);
    next += s->ntok;
    para = s->para;
  }
  assert_int_equal(next, d->token.n);
  truc_doc_free(d);
}

static void an_endless_sentence_is_cut(void **state) {
  truc__buf b = {0};
  (void)state;
  for (int k = 0; k < 3 * TRUC__SENTENCE_MAX; k++) truc__buf_str(&b, "và ");
  truc_doc *d = split(b.p, TRUC_FORM_RAW, 0);
  assert_int_equal(d->sentence.n, 3);
  for (uint32_t k = 0; k < d->sentence.n; k++)
    assert_true(d->sentence.v[k].ntok <= TRUC__SENTENCE_MAX);
  truc_doc_free(d);
  truc__buf_release(&b);
}

/* It is cut after its last comma, and the rest is read from there. */
static void a_cut_goes_back_to_a_comma(void **state) {
  truc__buf b = {0};
  (void)state;
  for (int k = 0; k < TRUC__SENTENCE_MAX - 100; k++) truc__buf_str(&b, "và ");
  truc__buf_str(&b, "xa, ");
  for (int k = 0; k < 50; k++) truc__buf_str(&b, "lại \"và\" ");
  truc__buf_str(&b, "đi. Hết giờ.");
  truc_doc *d = split(b.p, TRUC_FORM_RAW, 0);
  assert_int_equal(d->sentence.n, 3);
  assert_int_equal(d->sentence.v[0].ntok, TRUC__SENTENCE_MAX - 98);
  assert_int_equal(d->sentence.v[1].ntok, 202);
  assert_int_equal(d->sentence.v[2].ntok, 3);
  truc_doc_free(d);
  truc__buf_release(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(stops_end_sentences),
      cmocka_unit_test(an_ellipsis_ends_before_a_capital),
      cmocka_unit_test(quotes_and_brackets_hold_to_their_sentence),
      cmocka_unit_test(lines_end_sentences_unless_wrapped),
      cmocka_unit_test(titles_are_found),
      cmocka_unit_test(captions_and_credits_are_set_apart),
      cmocka_unit_test(bylines_are_set_apart),
      cmocka_unit_test(every_token_is_in_one_sentence),
      cmocka_unit_test(an_endless_sentence_is_cut),
      cmocka_unit_test(a_cut_goes_back_to_a_comma),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

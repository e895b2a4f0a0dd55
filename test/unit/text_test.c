/* SPDX-License-Identifier: Apache-2.0 */
/* text_test.c - normal text, segmented layout, tokens, keys, units. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "text/fold.h"
#include "text/letter.h"
#include "text/text.h"

/* --------------------------------------------------------------------- keys */

static void keys_level_case_marks_and_tone_place(void **state) {
  static const struct {
    const char *in, *key, *blind;
  } rows[] = {
      {"Hà", "hà", "ha"},
      {"HÒA", "hòa", "hoa"},
      {"hoà", "hòa", "hoa"},
      {"hoa\xCC\x80", "hòa", "hoa"}, /* a + grave */
      {"KHOẺ", "khỏe", "khoe"},
      {"thuỷ", "thủy", "thuy"},
      {"Uỷ", "ủy", "uy"},
      {"quý", "quý", "quy"}, /* not after q */
      {"quỳ", "quỳ", "quy"},
      {"hoàn", "hoàn", "hoan"}, /* not before a coda */
      {"ngoáy", "ngoáy", "ngoay"},
      {"hoà-bình", "hòa-bình", "hoa-binh"},
      {"vie\xCC\xA3\xCC\x82t", "việt", "viet"}, /* dot, circumflex */
      {"vie\xCC\x82\xCC\xA3t", "việt", "viet"}, /* circumflex, dot */
      {"vi\xC3\xAA\xCC\xA3t", "việt", "viet"},  /* half composed */
      {"ĐƯỜNG", "đường", "duong"},
      {"u\xCC\x9B\xCC\x83", "ữ", "u"},
      {"Ă", "ă", "a"},
      {"Côte", "côte", "cote"},
      {"ÇA", "ça", "ca"},
      {"n\xCC\x83", "ñ", "n"},
      {"vi\xC2\xADrút", "virút", "virut"}, /* soft hyphen */
      {"Na\xE2\x80\x8Cm", "nam", "nam"},   /* zero-width non-joiner */
      {"ПРАВДА", "правда", "правда"},
      {"COVID-19", "covid-19", "covid-19"},
      {"", "", ""},
  };
  char out[TRUC__FOLD_MAX];
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
    size_t n = truc__fold_key(rows[k].in, strlen(rows[k].in), out);
    assert_int_equal(n, strlen(rows[k].key));
    assert_memory_equal(out, rows[k].key, n);
    n = truc__fold_blind(rows[k].in, strlen(rows[k].in), out);
    assert_int_equal(n, strlen(rows[k].blind));
    assert_memory_equal(out, rows[k].blind, n);
  }
}

/* What is quick for common letters gives the key that the long way gives, which
** a joiner asks for. */
static void common_letters_fold_as_all_do(void **state) {
  static const char *const before[] = {"",  "h",  "o",        "ho",
                                       "U", "qu", "t\xc4\x91"};
  static const char *const behind[] = {"", "n", "-b", "\xc3\xa0", "YA"};
  (void)state;
  for (uint32_t cp = 0x21; cp < 0x1F00; cp += cp == 0x2FF ? 0x1B01 : 1)
    for (size_t k = 0; k < 7 * 5; k++) {
      char in[32], quick[TRUC__FOLD_MAX], slow[TRUC__FOLD_MAX];
      const char *a = before[k % 7], *b = behind[k / 7];
      size_t n = strlen(a), m = strlen(b);
      memcpy(in, a, n);
      n += truc__utf8_put(cp, in + n);
      memcpy(in + n, b, m);
      n += m;
      memcpy(in + n, "\xe2\x80\x8d", 3);
      size_t len = truc__fold_key(in, n, quick);
      assert_int_equal(truc__fold_key(in, n + 3, slow), len);
      assert_memory_equal(quick, slow, len);
    }
}

static void a_long_token_has_no_key(void **state) {
  char in[3 * TRUC__FOLD_MAX], out[TRUC__FOLD_MAX];
  (void)state;
  memset(in, 'a', sizeof in);
  assert_int_equal(truc__fold_key(in, TRUC__FOLD_MAX, out), TRUC__FOLD_MAX);
  assert_int_equal(truc__fold_key(in, TRUC__FOLD_MAX + 1, out), 0);
  for (size_t k = 0; k < sizeof in; k += 2) memcpy(in + k, "\xC4\x91", 2);
  assert_int_equal(truc__fold_key(in, TRUC__FOLD_MAX + 2, out), 0);
}

static void vowels_are_codes(void **state) {
  (void)state;
  for (unsigned v = V_A; v <= V_Y; v++)
    for (unsigned t = T_LEVEL; t <= T_DOT; t++) {
      uint32_t cp = truc__vowel_letter(V_CODE(v, t));
      assert_int_equal(truc__vowel_code(cp), V_CODE(v, t));
      assert_int_equal(truc__lower(cp), cp);
    }
  assert_int_equal(truc__vowel_code('b'), 0);
  assert_int_equal(truc__vowel_code(0x111), 0);
  assert_int_equal(truc__vowel_code(0x10FFFF), 0);
}

/* ---------------------------------------------------------------- syllables */

static void syllables_are_told_from_foreign_words(void **state) {
  static const char *const good[] = {
      "nghiêng", "nghĩa", "Việt", "quốc",   "quý",    "quanh", "quyển", "khuỷu",
      "khuya",   "gì",    "giết", "giêng",  "giao",   "già",   "hòa",   "hoà",
      "thuở",    "yêu",   "yểng", "uyên",   "ưu",     "oai",   "xoong", "ngoẹo",
      "ỦY",      "đẹp",   "phở",  "trường", "chuyện", "tuýp",  "a",     "ở",
      "kỹ",      "kĩ",    "quít", "quơ",    "nguyễn", "huỳnh", "bạch",  "hích"};
  static const char *const bad[] = {
      "Ukraine", "Trump", "ASEAN",    "USD",  "cà phê", "xcơ",  "Jong", "fa",
      "hat",     "hàt",   "cẽ",       "kà",   "ngê",    "ghà",  "q",    "qý",
      "bcd",     "",      "nghiêngg", "oooo", "aă",     "viêt", "hóà",  "w"};
  (void)state;
  for (size_t k = 0; k < sizeof good / sizeof good[0]; k++)
    if (!truc__is_syllable(good[k], strlen(good[k]))) fail_msg("%s", good[k]);
  for (size_t k = 0; k < sizeof bad / sizeof bad[0]; k++)
    if (truc__is_syllable(bad[k], strlen(bad[k]))) fail_msg("%s", bad[k]);
}

/* ------------------------------------------------------------------- helper */

static truc_doc *read_text(const char *s, size_t n, truc_form form) {
  truc_read_options o = TRUC_READ_OPTIONS;
  truc_doc *d = truc_doc_new(NULL);
  o.form = form;
  assert_non_null(d);
  assert_int_equal(truc_doc_read(d, s, n, &o, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_TOKENS, NULL), TRUC_OK);
  return d;
}

/* Letters of truc_token_kind, in its order. */
static const char kinds[] = "sndtpcauge.o";

/* "Hà/s Nội/s": tokens of the normal text with their kinds. */
static char *show(const truc_doc *d) {
  truc__buf b = {0};
  for (uint32_t k = 0; k < d->token.n; k++) {
    const truc_token *t = &d->token.v[k];
    if (k) truc__buf_chr(&b, ' ');
    truc__buf_put(&b, d->text.p + t->text, t->text_len);
    if (t->kind == TRUC_TOK_SYLLABLE || t->kind == TRUC_TOK_PUNCT) continue;
    truc__buf_chr(&b, '/');
    truc__buf_chr(&b, kinds[t->kind]);
  }
  return b.p;
}

static void expect_tokens(const char *in, truc_form form, const char *want) {
  truc_doc *d = read_text(in, strlen(in), form);
  char *got = show(d);
  if (strcmp(got ? got : "", want) != 0)
    fail_msg("\n in   %s\n got  %s\n want %s", in, got, want);
  truc__free(got);
  truc_doc_free(d);
}

/* ------------------------------------------------------------------- tokens */

/* Only kinds other than syllables and marks are shown. */
static const struct {
  const char *in, *out;
} token_rows[] = {
    /* numbers, percent */
    {"250.000 3,8 1.234.567,89 1,234.5",
     "250.000/n 3,8/n 1.234.567,89/n 1,234.5/n"},
    {"tăng 95%, 7,5% và 7,5 %", "tăng 95%/p , 7,5%/p và 7,5/n %"},
    {"lớp 1,2,3", "lớp 1,2/n , 3/n"},
    {"phiên bản 1.2.3", "phiên bản 1.2.3/n"},
    {"được 1/4 số 9/10", "được 1/4/d số 9/10/d"},
    {"tỷ lệ 27/100", "tỷ lệ 27/100/n"},
    /* dates */
    {"ngày 30/11/2023", "ngày 30/11/2023/d"},
    {"ngày 30-4-1975", "ngày 30-4-1975/d"},
    {"ngày 30.4.1975", "ngày 30.4.1975/d"},
    {"ngày 8.3 và 8.3 triệu", "ngày 8.3/d và 8.3/n triệu"},
    {"sáng 21-5", "sáng 21-5/d"},
    {"hôm 19-11", "hôm 19-11/d"},
    {"(19-11)", "( 19-11/d )"},
    {"từ ngày 21 đến 23-11", "từ ngày 21/n đến 23-11/d"},
    {"tháng 12-2003", "tháng 12-2003/d"},
    {"tháng 9/2023", "tháng 9/2023/d"},
    {"2023-11-27", "2023-11-27/d"},
    /* ranges */
    {"150-200 người", "150/n - 200/n người"},
    {"từ 3-4 năm", "từ 3/n - 4/n năm"},
    {"ngày 27-30/11", "ngày 27/n - 30/11/d"},
    {"21/9/1973-21/9/2023", "21/9/1973/d - 21/9/2023/d"},
    {"giai đoạn 2021-2025", "giai đoạn 2021/n - 2025/n"},
    {"ngày 24-26 tháng 11", "ngày 24/n - 26/n tháng 11/n"},
    {"ngày 10-12 tháng 11", "ngày 10/n - 12/n tháng 11/n"},
    {"quý I-2013", "quý I - 2013/n"},
    /* times */
    {"lúc 7h30, 16:45, 22h và 24 h", "lúc 7h30/t , 16:45/t , 22h/t và 24/n h"},
    {"tỷ số 3:2", "tỷ số 3/n : 2/n"},
    /* units and codes */
    {"10kg 25°C 50.000đ/kg 220V", "10/n kg 25/n °C 50.000/n đ / kg 220/n V"},
    {"120km/h", "120/n km / h"},
    {"F-16 COVID-19 T-6C 25A A321neo G7 COP28 5G",
     "F-16/c COVID-19/c T-6C/c 25A/c A321neo/c G7/c COP28/c 5G/c"},
    {"năm2023 50triệu", "năm 2023/n 50/n triệu"},
    {"R&D, AT&T", "R&D/c , AT&T/c"},
    /* abbreviations */
    {"TP.HCM, TP. Đà Nẵng.", "TP.HCM/a , TP./a Đà Nẵng ."},
    {"ở TP.HCM.", "ở TP.HCM/a ."},
    {"ở TP.HCM.Sau đó", "ở TP.HCM/a . Sau đó"},
    {"PGS.TS. An và GS.TS Bình", "PGS.TS./a An và GS.TS/a Bình"},
    {"ông H. và bà Th. ở q.1", "ông H./a và bà Th./a ở q.1/a"},
    {"xe 29A-168.78 ở tp.HCM và q.Bình Thạnh",
     "xe 29A-168.78/c ở tp.HCM/a và q./a Bình Thạnh"},
    {"hoa, quả, v.v.", "hoa , quả , v.v./a"},
    {"nước Ý. Sau đó", "nước Ý . Sau đó"},
    {"quân đội NATO. Sau", "quân đội NATO . Sau"},
    /* a blank that was lost before a capital */
    {"Liam NeesonHiện tại, Diệu NgọcÁ hậu",
     "Liam Neeson Hiện tại , Diệu Ngọc Á hậu"},
    {"Phạm LoanTheo báo", "Phạm Loan Theo báo"},
    {"ông C.. Sau đó, ông C... Sau", "ông C./a . Sau đó , ông C ... Sau"},
    {"VinFast, McDonald, VietnamNet, LĐBĐ",
     "VinFast , McDonald , VietnamNet , LĐBĐ"},
    /* hyphens */
    {"kinh tế-xã hội", "kinh tế - xã hội"},
    {"Việt-Nhật, Việt Nam-Nhật Bản", "Việt - Nhật , Việt Nam - Nhật Bản"},
    {"Mát-xcơ-va và xi-măng", "Mát-xcơ-va và xi-măng"},
    {"Bộ GD-ĐT", "Bộ GD-ĐT"},
    {"Kim Jong-un, Jean-Claude", "Kim Jong-un , Jean-Claude"},
    {"V-League, e-mail, Cam-pu-chia", "V-League , e-mail , Cam-pu-chia"},
    {"Việt-nam, Emma-người, dân số-KHHGĐ",
     "Việt - nam , Emma - người , dân số - KHHGĐ"},
    {"ThS. An, Bộ VH-TT&DL, A-rập", "ThS./a An , Bộ VH-TT&DL , A-rập"},
    {"nghị định NĐ-CP, châu Á-TBD", "nghị định NĐ-CP , châu Á - TBD"},
    {"an ninh - quốc phòng", "an ninh - quốc phòng"},
    {"xa -- gần", "xa -- gần"},
    /* dots */
    {"Hết... Rồi… Xong.", "Hết ... Rồi … Xong ."},
    {"ma túy.Sau đó", "ma túy . Sau đó"},
    /* quotes */
    {"“Tốt” 'tốt' \"tốt\" «tốt»", "“ Tốt ” ' tốt ' \" tốt \" « tốt »"},
    {"doesn't O'Brien H'leo", "doesn't O'Brien H'leo"},
    /* addresses */
    {"xem https://a.vn/x?y=1&z#k_m, nhé",
     "xem https://a.vn/x?y=1&z#k_m/u , nhé"},
    {"(www.vi-du.vn/tin-tức).", "( www.vi-du.vn/tin-tức/u ) ."},
    {"báo vidu.net và a.b+c@d.com.", "báo vidu.net/u và a.b+c@d.com/u ."},
    {"#ngàyhội @tôi_đây", "#ngàyhội/g @tôi_đây/g"},
    /* code, identifiers */
    {"my_var __init__ _", "my_var/c __init__/c _"},
    {"a == b && c->d", "a == b && c -> d"},
    /* emoji */
    {"vui 🇻🇳👨‍👩‍👧 =)) 👍🏽",
     "vui 🇻🇳/e 👨‍👩‍👧/e =))/e 👍🏽/e"},
};

static void tokens_follow_the_conventions(void **state) {
  (void)state;
  for (size_t k = 0; k < sizeof token_rows / sizeof token_rows[0]; k++)
    expect_tokens(token_rows[k].in, TRUC_FORM_RAW, token_rows[k].out);
}

/* -------------------------------------------------------------- normal text */

static void expect_normal(const char *in, size_t n, const char *want) {
  truc_doc *d = read_text(in, n, TRUC_FORM_RAW);
  uint32_t m;
  const char *got = truc_doc_text(d, &m);
  assert_string_equal(got, want);
  assert_int_equal(m, strlen(want));
  truc_doc_free(d);
}

static void the_normal_text_is_normal(void **state) {
  static const struct {
    const char *in, *out;
  } rows[] = {
      {"Hà Nội", "Hà Nội"},
      {"Ha\xCC\x80 No\xCC\xA3\xCC\x82i", "Hà Nội"},
      {"Ha\xCC\x80 No\xCC\x82\xCC\xA3i", "Hà Nội"},
      {"Ha\xCC\x80 N\xC3\xB4\xCC\xA3i", "Hà Nội"},
      {"Hà\xC2\xA0Nội", "Hà Nội"},
      {"Hà\xE3\x80\x80Nội\tđẹp", "Hà Nội đẹp"},
      {"một\r\nhai\rba\xE2\x80\xA8"
       "bốn\xC2\x85năm",
       "một\nhai\nba\nbốn\nnăm"},
      {"\xEF\xBB\xBFHà", "Hà"},
      {"H\xC2\xAD"
       "à\xE2\x80\x8B",
       "Hà"},
      {"x\x01y\x7Fz", "x y z"},
      {"\xC3\x90\xC6\xB0\xE1\xBB\x9Dng", "Đường"}, /* eth */
      {"\xC3\xB0i", "đi"},
      {"Gar\xC3\xB0"
       "ar",
       "Gar\xC3\xB0"
       "ar"}, /* a true eth */
      {"a\xFF"
       "b\xC3(",
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD("},
      {"\xCC\x81 lạ", "\xCC\x81 lạ"}, /* a mark upon nothing */
  };
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++)
    expect_normal(rows[k].in, strlen(rows[k].in), rows[k].out);
  expect_normal("a\0b", 3, "a b");
  expect_normal("", 0, "");
}

/* The bytes of the input that each token came from. */
static void spans_lead_back_to_the_bytes(void **state) {
  static const struct {
    const char *in, *first, *last;
  } rows[] = {
      {"Ha\xCC\x80 No\xCC\xA3\xCC\x82i", "Ha\xCC\x80", "No\xCC\xA3\xCC\x82i"},
      {"\xEF\xBB\xBFHà\xC2\xA0Nội", "Hà", "Nội"},
      {"a\xCC\x80\xE2\x80\x8B x", "a\xCC\x80", "x"}, /* dropped behind */
      {"\xC2\xADHà \xC2\xADNội\xC2\xAD", "Hà", "Nội"},
      {"H\xC2\xADà N\xE2\x80\x8Cội", "H\xC2\xADà", "N\xE2\x80\x8Cội"},
      {"một\r\nhai", "một", "hai"},
      {"\xFF\xFE"
       "xa\xFF"
       "gần\xC3",
       "xa", "gần"},
  };
  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
    truc_doc *d = read_text(rows[k].in, strlen(rows[k].in), TRUC_FORM_RAW);
    uint32_t n;
    const truc_token *t = truc_doc_tokens(d, &n);
    assert_true(n >= 2);
    assert_int_equal(t[0].at.len, strlen(rows[k].first));
    assert_memory_equal(rows[k].in + t[0].at.off, rows[k].first, t[0].at.len);
    assert_int_equal(t[n - 1].at.len, strlen(rows[k].last));
    assert_memory_equal(rows[k].in + t[n - 1].at.off, rows[k].last,
                        t[n - 1].at.len);
    truc_doc_free(d);
  }
}

static void ill_formed_sequences_are_counted(void **state) {
  static const char in[] = "ab\xFF c\xE1\xBA \xED\xA0\x80";
  uint32_t first;
  (void)state;
  truc_doc *d = read_text(in, sizeof in - 1, TRUC_FORM_RAW);
  assert_int_equal(truc_doc_invalid(d, &first), 5); /* FF, E1BA, ED, A0, 80 */
  assert_int_equal(first, 2);
  truc_doc_free(d);
}

/* --------------------------------------------------------- segmented layout */

static const struct {
  const char *in, *out;
} layout_rows[] = {
    {"Hà_Nội đẹp , Huế thơ .", "Hà Nội đẹp, Huế thơ."},
    {"Ông nói : “ Rất tốt . ”", "Ông nói: “Rất tốt.”"},
    {"( một ) [ hai ] « ba »", "(một) [hai] «ba»"},
    {"Gọi là \" bạn_bè \" và ' thân ' .", "Gọi là \"bạn bè\" và 'thân'."},
    {"' Quan_hệ tốt ' Bộ_trưởng nói .", "'Quan hệ tốt' Bộ trưởng nói."},
    {"tăng 2 , 4 % so với năm trước", "tăng 2,4% so với năm trước"},
    {"tăng 2,4 % năm 2020 , 30 % năm sau", "tăng 2,4% năm 2020, 30% năm sau"},
    {"giá 25 . 000 đồng / kg", "giá 25.000 đồng/kg"},
    {"ngày 21 / 9 / 1973", "ngày 21/9/1973"},
    {"ngày 30 - 4 - 1975", "ngày 30-4-1975"},
    {"giai_đoạn 1 , 2 và 3", "giai đoạn 1, 2 và 3"},
    {"Việt - Nhật , an_ninh - quốc_phòng", "Việt - Nhật, an ninh - quốc phòng"},
    {"máy_bay F - 16 và Covid - 19", "máy bay F-16 và Covid-19"},
    {"ở TP. HCM và TP. Huế", "ở TP.HCM và TP. Huế"},
    {"báo People ' s Daily , ông O ' Brien", "báo People's Daily, ông O'Brien"},
    {"bao xi - măng , Bashar al - Assad", "bao xi-măng, Bashar al-Assad"},
    {"ông_Karl - a - Bolan , Mar_Chan - o - cha",
     "ông Karl-a-Bolan, Mar Chan-o-cha"},
    {"khu A - b và c - d , Huế - a - Lào", "khu A - b và c - d, Huế - a - Lào"},
    {"Bộ GD & ĐT", "Bộ GD&ĐT"},
    {"Bộ_LĐ - TB & XH , Sở GD - ĐT , EU - USA",
     "Bộ LĐ-TB&XH, Sở GD-ĐT, EU - USA"},
    {"Ảnh : BNG_Ông Vũ nói", "Ảnh: BNG Ông Vũ nói"},
    {"xem https://a.vn/b_c_d và a_b@c.vn",
     "xem https://a.vn/b_c_d và a_b@c.vn"},
    {"biến __init__ và my_var2 , _", "biến __init__ và my_var2, _"},
    {"tệp a\\_b của tôi_đó", "tệp a_b của tôi đó"},
    {"Rồi ... Hết … Xong !", "Rồi... Hết… Xong!"},
    {"", ""},
    {" \n ", " \n "},
};

static void the_layout_of_a_segmenter_is_undone(void **state) {
  (void)state;
  for (size_t k = 0; k < sizeof layout_rows / sizeof layout_rows[0]; k++) {
    const char *in = layout_rows[k].in;
    truc_doc *d = read_text(in, strlen(in), TRUC_FORM_SEG);
    uint32_t n;
    assert_string_equal(truc_doc_text(d, &n), layout_rows[k].out);
    /* every token's span still holds its own bytes */
    const truc_token *t = truc_doc_tokens(d, &n);
    for (uint32_t i = 0; i < n; i++) {
      assert_true(in[t[i].at.off] == d->text.p[t[i].text] ||
                  in[t[i].at.off] == '\\');
      assert_true(in[t[i].at.off + t[i].at.len - 1] ==
                  d->text.p[t[i].text + t[i].text_len - 1]);
    }
    truc_doc_free(d);
  }
}

static void joins_are_hints(void **state) {
  static const char in[] = "Hà_Nội , Việt_Nam và phu_nhân_vẫy .";
  static const char want[] =
      "01001"
      "0011"
      "0"; /* và is apart */
  uint32_t n;
  (void)state;
  truc_doc *d = read_text(in, sizeof in - 1, TRUC_FORM_SEG);
  const truc_token *t = truc_doc_tokens(d, &n);
  assert_int_equal(n, 10);
  for (uint32_t k = 0; k < n; k++)
    assert_int_equal(!!(t[k].flags & TRUC_TF_HINT), want[k] == '1');
  assert_int_equal(d->joins.n, 4);
  for (uint32_t k = 0; k < 4; k++)
    assert_int_equal(d->text.p[d->joins.v[k]], ' ');
  truc_doc_free(d);
}

/* -------------------------------------------------------------------- flags */

static void flags_tell_of_blanks_and_lines(void **state) {
  static const char in[] = "Một, hai\nba\n\n\nbốn Jazz\n \nnăm";
  static const unsigned want[] = {TRUC_TF_LINE,
                                  0,
                                  TRUC_TF_SPACE,
                                  TRUC_TF_SPACE | TRUC_TF_LINE,
                                  TRUC_TF_SPACE | TRUC_TF_LINE | TRUC_TF_PARA,
                                  TRUC_TF_SPACE | TRUC_TF_FOREIGN,
                                  TRUC_TF_SPACE | TRUC_TF_LINE | TRUC_TF_PARA};
  uint32_t n;
  (void)state;
  truc_doc *d = read_text(in, sizeof in - 1, TRUC_FORM_RAW);
  const truc_token *t = truc_doc_tokens(d, &n);
  assert_int_equal(n, sizeof want / sizeof want[0]);
  for (uint32_t k = 0; k < n; k++) assert_int_equal(t[k].flags, want[k]);
  truc_doc_free(d);
}

static void shapes_are_told(void **state) {
  static const char in[] = "hợp Hợp HỢP hỢp iPhone A 12 F-16";
  static const uint8_t want[] = {
      TRUC_SHAPE_LOWER, TRUC_SHAPE_TITLE, TRUC_SHAPE_UPPER, TRUC_SHAPE_MIXED,
      TRUC_SHAPE_MIXED, TRUC_SHAPE_TITLE, TRUC_SHAPE_NONE,  TRUC_SHAPE_TITLE};
  uint32_t n;
  (void)state;
  truc_doc *d = read_text(in, sizeof in - 1, TRUC_FORM_RAW);
  const truc_token *t = truc_doc_tokens(d, &n);
  assert_int_equal(n, sizeof want);
  for (uint32_t k = 0; k < n; k++) assert_int_equal(t[k].shape, want[k]);
  truc_doc_free(d);
}

static void marks_and_variants_share_symbols(void **state) {
  static const char in[] = "hòa hoà HÒA ho\x61\xCC\x80 , ,";
  uint32_t n;
  (void)state;
  truc_doc *d = read_text(in, sizeof in - 1, TRUC_FORM_RAW);
  const truc_token *t = truc_doc_tokens(d, &n);
  assert_int_equal(n, 6);
  for (uint32_t k = 1; k < 4; k++) assert_int_equal(t[k].sym, t[0].sym);
  assert_true(t[4].sym != 0);
  assert_int_equal(t[4].sym, t[5].sym);
  truc_doc_free(d);
}

/* -------------------------------------------------------------------- units */

static void units_are_counted(void **state) {
  static const char in[] = "Hà 😀 x\xFFy";
  (void)state;
  truc_doc *d = read_text(in, sizeof in - 1, TRUC_FORM_RAW);
  truc_span all = {0, sizeof in - 1}, face = {4, 4}, y = {11, 1};
  truc_span s = truc_doc_units(d, all, TRUC_CODEPOINT);
  assert_int_equal(s.len, 8);
  s = truc_doc_units(d, all, TRUC_UTF16);
  assert_int_equal(s.len, 9);
  s = truc_doc_units(d, face, TRUC_CODEPOINT);
  assert_int_equal(s.off, 3);
  assert_int_equal(s.len, 1);
  s = truc_doc_units(d, face, TRUC_UTF16);
  assert_int_equal(s.len, 2);
  s = truc_doc_units(d, y, TRUC_UTF16);
  assert_int_equal(s.off, 8);
  s = truc_doc_units(d, (truc_span){5000, 7}, TRUC_CODEPOINT); /* outside */
  assert_int_equal(s.len, 0);
  truc_doc_free(d);
}

/* Long text, against counting from the start; clean and with damage. */
static void units_agree_with_counting(void **state) {
  static const char *const bits[] = {"a", "ế", "😀", " ", "đ", "\xFF", "\xE1"};
  (void)state;
  for (int damaged = 0; damaged < 2; damaged++) {
    truc__buf b = {0};
    unsigned seed = 7;
    while (b.n < 5000) {
      seed = seed * 1103515245u + 12345u;
      truc__buf_str(&b, bits[(seed >> 16) % (damaged ? 7 : 5)]);
    }
    truc_doc *d = read_text(b.p, b.n, TRUC_FORM_RAW);
    uint32_t points = 0, wide = 0;
    for (size_t i = 0; i < b.n;) {
      truc_span s = {(uint32_t)i, 0};
      assert_int_equal(truc_doc_units(d, s, TRUC_CODEPOINT).off, points);
      assert_int_equal(truc_doc_units(d, s, TRUC_UTF16).off, points + wide);
      int32_t cp;
      i += truc__utf8_next(b.p + i, b.n - i, &cp);
      points++;
      wide += cp >= 0x10000;
    }
    truc_doc_free(d);
    truc__buf_release(&b);
  }
}

/* ------------------------------------------------------------------- memory */

/* The letters of a block by vectors, and byte by byte. */
static void letters_are_found_either_way(void **state) {
  static const char pool[] =
      "aZ z5.\xC3\x97\xC3\xA0\xC4\x91\xC6\xB0\xE1\xBA\xA1\xE1"
      "\xBB\x87\xE1\xB8\x81\xC3\xB7\xCC\x81\xE2\x80\x9C\xF0\x9F";
  unsigned char block[65];
  uint32_t seed = 7;
  (void)state;
  for (unsigned round = 0; round < 20000; round++) {
    for (size_t i = 0; i < sizeof block; i++) {
      seed = seed * 1664525u + 1013904223u;
      block[i] = round % 2 ? (unsigned char)(seed >> 24)
                           : (unsigned char)pool[(seed >> 8) % sizeof pool];
    }
    assert_true(truc__letters((char *)block) ==
                truc__letters_plain((char *)block));
  }
}

static void memory_may_fail(void **state) {
  static const char in[] = "Ha\xCC\x80_Nội đẹp , 2 , 4 % và Huế .";
  (void)state;
  for (long k = 1; k < 60; k++) {
    truc__fail_alloc_after(k);
    truc_doc *d = truc_doc_new(NULL);
    truc_rc rc = TRUC_ENOMEM;
    truc_read_options o = TRUC_READ_OPTIONS;
    o.form = TRUC_FORM_SEG;
    if (d && !truc_doc_read(d, in, sizeof in - 1, &o, NULL))
      rc = truc_doc_run(d, TRUC_TOKENS, NULL);
    truc__fail_alloc_after(0);
    assert_true(rc == TRUC_OK || rc == TRUC_ENOMEM);
    if (d) assert_true(rc == TRUC_OK || d->token.n == 0);
    truc_doc_free(d);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_level_case_marks_and_tone_place),
      cmocka_unit_test(common_letters_fold_as_all_do),
      cmocka_unit_test(a_long_token_has_no_key),
      cmocka_unit_test(vowels_are_codes),
      cmocka_unit_test(syllables_are_told_from_foreign_words),
      cmocka_unit_test(tokens_follow_the_conventions),
      cmocka_unit_test(the_normal_text_is_normal),
      cmocka_unit_test(spans_lead_back_to_the_bytes),
      cmocka_unit_test(ill_formed_sequences_are_counted),
      cmocka_unit_test(the_layout_of_a_segmenter_is_undone),
      cmocka_unit_test(joins_are_hints),
      cmocka_unit_test(flags_tell_of_blanks_and_lines),
      cmocka_unit_test(shapes_are_told),
      cmocka_unit_test(marks_and_variants_share_symbols),
      cmocka_unit_test(units_are_counted),
      cmocka_unit_test(units_agree_with_counting),
      cmocka_unit_test(letters_are_found_either_way),
      cmocka_unit_test(memory_may_fail),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

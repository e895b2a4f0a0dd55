/* SPDX-License-Identifier: Apache-2.0 */
/* agree_test.c - which statements of two texts are one proposition, and which
** only look like it. */
#include "test/unit/ledger_docs.h"

#define VNM_JPN "parties=gpe:VNM;parties=gpe:JPN;"
#define SUM "AMOUNT;actual;"
#define TALK \
  "CONTACT;actual;2024-11-21;actor=per:Lê An;counterpart=per:Trần Bình;"
#define APEC "EVENT;actual;"

/* Facts of one text, facts of another, and how many propositions they are. */
static const struct {
  const char *why, *a, *b;
  int n;
} cases[] = {
    {"a round figure is anybody's",
     SUM "-;what='năm tỉnh lớn;value=5;"
         "unit=#locality;@2\n",
     SUM "-;what='năm tỉnh lớn;value=5;"
         "unit=#locality;@2\n",
     2},
    {"unless it is of one day",
     SUM "2013-05-20;what='năm tỉnh lớn;value=5;"
         "unit=#locality;@2\n",
     SUM "2013-05-20;what='năm tỉnh lớn;value=5;"
         "unit=#locality;@2\n",
     1},
    {"which is that day",
     SUM "2013-05-20;what='năm tỉnh lớn;value=5;"
         "unit=#locality;@2\n",
     SUM "-;what='năm tỉnh lớn;value=5;"
         "unit=#locality;@2\n",
     2},
    {"or somebody's",
     SUM "2013;what=#oda;value=5;unit=#USD;"
         "provider=gpe:JPN;@2\n",
     SUM "-;what=#oda;value=5;unit=#USD;"
         "provider=gpe:JPN;@2\n",
     1},
    {"three digits are a mark",
     SUM "2013;what=#trade;value=52300000;"
         "unit=#USD;@2\n",
     SUM "2013-05;what=#trade;value=52300000;"
         "unit=#USD;@2\n",
     1},
    {"zeros inside count", SUM "-;what=#trade;value=1005;unit=#USD;@2\n",
     SUM "-;what=#trade;value=1005;unit=#USD;@2\n", 1},
    {"zeros behind do not", SUM "-;what=#trade;value=1200;unit=#USD;@2\n",
     SUM "-;what=#trade;value=1200;unit=#USD;@2\n", 2},
    {"growth is of anything",
     SUM "2013;what=#growth;value=20;unit=#%;"
         "provider=gpe:JPN;@2\n",
     SUM "2013;what=#growth;value=20;unit=#%;"
         "provider=gpe:JPN;@2\n",
     2},
    {"but for a figure of its own",
     SUM "2013;what=#growth;value=489;"
         "unit=#%;@2\n",
     SUM "2013;what=#growth;value=489;unit=#%;@2\n", 1},
    {"a meeting was talks", TALK "form=#meeting;@2\n", TALK "form=#talks;@2\n",
     1},
    {"talks were no reception", TALK "form=#reception;@2\n",
     TALK "form=#talks;@2\n", 2},
    {"nor a call", TALK "form=#meeting;@2\n", TALK "form=#call;@2\n", 2},
    {"agreed to and done",
     "MILESTONE;agreed;2016-09;" VNM_JPN "type=#upgrade;@2\n",
     "MILESTONE;actual;2016;" VNM_JPN "type=#upgrade;@2\n", 1},
    {"wished and done",
     "MILESTONE;desired;2016-09;" VNM_JPN "type=#upgrade;@2\n",
     "MILESTONE;actual;2016;" VNM_JPN "type=#upgrade;@2\n", 2},
    {"cooperation agreed on is not in place yet",
     "COOPERATION;agreed;-;" VNM_JPN "sectors=sector:trade;@2\n",
     "COOPERATION;actual;-;" VNM_JPN "sectors=sector:trade;@2\n", 2},
    {"pieces of one phrase",
     "MILESTONE;actual;2013;" VNM_JPN
     "type=#anniversary;years=40;of='lập quan hệ;@2\n",
     "MILESTONE;actual;2013;" VNM_JPN
     "type=#anniversary;years=40;of='quan hệ ngoại giao;@2\n",
     1},
    {"phrases that share a syllable",
     "MILESTONE;actual;2013;" VNM_JPN
     "type=#anniversary;years=40;of='lập quan hệ;@2\n",
     "MILESTONE;actual;2013;" VNM_JPN
     "type=#anniversary;years=40;of='hệ ngoại giao;@2\n",
     2},
    {"an event that names its year", APEC "2017-11-10;name=ev:APEC 2017;@2\n",
     APEC "-;name=ev:APEC 2017;@2\n", 1},
    {"an agreement by its name",
     "AGREEMENT;actual;2019-06-30;" VNM_JPN
     "instrument=#evfta;action=#sign;@2\n",
     "AGREEMENT;actual;-;" VNM_JPN "instrument=#evfta;action=#sign;@2\n", 1},
    {"and by words",
     "AGREEMENT;actual;2019-06-30;" VNM_JPN
     "instrument='lập quan hệ;action=#sign;@2\n",
     "AGREEMENT;actual;-;" VNM_JPN "instrument='lập quan hệ;action=#sign;@2\n",
     2},
    {"one that does not", APEC "2017-11-10;name=ev:APEC;@2\n",
     APEC "-;name=ev:APEC;@2\n", 2},
    {"one that says the how manieth",
     APEC "2018-11;name=ev:APEC lần thứ 26;@2\n",
     APEC "-;name=ev:APEC lần thứ 26;@2\n", 1},
    {"a coarser date agrees with a finer one in it",
     "VISIT;actual;2024-11;visitor=per:Lê An;host=gpe:JPN;@2\n",
     "VISIT;actual;2024-11-21/2024-11-23;visitor=per:Lê An;host=gpe:JPN;@2\n",
     1},
    {"and not with one outside",
     "VISIT;actual;2024-11;visitor=per:Lê An;host=gpe:JPN;@2\n",
     "VISIT;actual;2024-12-01;visitor=per:Lê An;host=gpe:JPN;@2\n", 2},
};

/* The texts have all the words that facts are read from, and differ. */
static const char *const texts[] = {
    "Tin thứ nhất\nCâu này có năm tỉnh lớn, lập quan hệ, quan hệ ngoại giao và "
    "hệ ngoại giao.\n",
    "Một bài khác hẳn\nỞ đây cũng viết năm tỉnh lớn cùng quan hệ ngoại giao, "
    "hệ ngoại giao; rồi lập quan hệ nữa.\n"};

static int64_t propositions(const char *a, const char *b) {
  const sample s[] = {{"a", NULL, texts[0], a}, {"b", NULL, texts[1], b}};
  truc_ledger_counts n;
  truc_ledger *l = in_memory();
  for (int i = 0; i < 2; i++) add(l, &s[i]);
  assert_int_equal(truc_ledger_count(l, &n, NULL), TRUC_OK);
  assert_int_equal(n.sources, 2);
  close_checked(l);
  return (int64_t)n.propositions;
}

static void one_or_two(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    for (int turned = 0; turned < 2; turned++) {
      const char *a = turned ? cases[i].b : cases[i].a;
      const char *b = turned ? cases[i].a : cases[i].b;
      int64_t n = propositions(a, b);
      if (n != cases[i].n)
        fail_msg("%s: %lld propositions, not %d", cases[i].why, (long long)n,
                 cases[i].n);
    }
}

/* A day lies in its month and year; stretches agree where one holds the other;
** X stands for any digit; what lies apart does not agree. */
static void a_date_agrees_with_a_coarser_one(void **state) {
  static const char *const months[] = {"2024-02", "2024-12", "1999-01"};
  (void)state;
  for (size_t m = 0; m < 3; m++)
    for (int day = 1; day < 29; day++) {
      char iso[16], year[8], unknown[16];
      snprintf(iso, sizeof iso, "%s-%02d", months[m], day);
      snprintf(year, sizeof year, "%.4s", iso);
      snprintf(unknown, sizeof unknown, "XXXX%s", iso + 4);
      truc__when d = truc__when_parse(iso);
      for (size_t k = 0; k < 3; k++) {
        truc__when w = truc__when_parse(months[k]);
        assert_int_equal(truc__when_agree(&d, &w, 0, 0), k == m);
        assert_int_equal(truc__when_agree(&w, &d, 0, 0), k == m);
      }
      truc__when y = truc__when_parse(year), x = truc__when_parse(unknown);
      assert_true(truc__when_agree(&d, &y, 0, 0));
      assert_true(truc__when_agree(&d, &x, 0, 0));
      assert_true(truc__when_agree(&x, &y, 0, 0));
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_or_two),
      cmocka_unit_test(a_date_agrees_with_a_coarser_one)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: Apache-2.0
**
** ledger_test.c - the laws of the ledger.
*/
#include "test/unit/ledger_docs.h"
#include "old_tables.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static truc_rc open_rc(const char *path, truc_ledger_mode mode, truc_err *err) {
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l;
  o.mode = mode;
  o.wait_ms = 50;
  truc_rc rc = truc_ledger_open(path, &o, err, &l);
  if (!rc) truc_ledger_close(l, NULL);
  return rc;
}

static char folder[64];
static char path_buf[128];
static const char *in_folder(const char *name) {
  snprintf(path_buf, sizeof path_buf, "%s/%s", folder, name);
  return path_buf;
}
static void forget(const char *path) {
  char name[256];
  unlink(path);
  snprintf(name, sizeof name, "%s-wal", path);
  unlink(name);
  snprintf(name, sizeof name, "%s-shm", path);
  unlink(name);
}

static truc_ledger_counts counts(truc_ledger *l) {
  truc_ledger_counts n;
  assert_int_equal(truc_ledger_count(l, &n, NULL), TRUC_OK);
  return n;
}

static uint64_t conflicts(truc_ledger *l) {
  uint64_t n = 0;
  assert_int_equal(truc_ledger_conflicts(l, 1000, &n, NULL), TRUC_OK);
  return n;
}

static uint64_t seed = 1;
static uint32_t random_below(uint32_t n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(seed >> 33) % n;
}

/* ------------------------------------------------------------------- dates */

static void test_dates(void **state) {
  static const struct {
    const char *a, *b;
    int window;
    bool agree;
  } rows[] = {
      {"2024-11-21", "2024-11-21", 0, true},
      {"2024-11-21", "2024-11-22", 0, false},
      {"2024-11", "2024-11-22", 0, true},
      {"2024", "2024-11", 0, true},
      {"2024", "2023-12-31", 0, false},
      {"2024-11-21/2024-11-23", "2024-11-22", 0, true},
      {"2024-11-21/2024-11-23", "2024-11-21/2024-11-24", 0, true},
      {"2024-11-21/2024-11-23", "2024-11-22/2024-11-24", 0, false},
      {"2020/..", "2023-05", 0, true},
      {"../2020", "2023-05", 0, false},
      {"XXXX-05-29/XXXX-06-02", "2018-05-29/2018-06-02", 0, true},
      {"XXXX-05-29", "2018-05-30", 0, false},
      {"XXXX-05-29", "XXXX-05-29", 0, true},
      {"", "2018-05-30", 0, true},
      {"~2024-11-20", "2024-11-21/2024-11-23", 3, true},
      {"~2024-11-10", "2024-11-21/2024-11-23", 3, false},
      {"~2024-11-10", "~2024-11-12", 3, true},
      {"~2024-11-10", "XXXX-11-10", 3, false},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    truc__when a = truc__when_parse(rows[i].a);
    truc__when b = truc__when_parse(rows[i].b);
    if (truc__when_agree(&a, &b, rows[i].window, 0) != rows[i].agree ||
        truc__when_agree(&b, &a, rows[i].window, 0) != rows[i].agree)
      fail_msg("%s with %s", rows[i].a, rows[i].b);
  }
}

static void test_day_numbers(void **state) {
  (void)state;
  assert_int_equal(truc__day_number(1970, 1, 1), 0);
  assert_int_equal(truc__day_number(2000, 3, 1), 11017);
  for (int32_t day = -200000; day < 200000; day += 7) {
    char iso[16];
    truc__day_iso(day, iso);
    truc__when w = truc__when_parse(iso);
    assert_true(w.known);
    assert_int_equal(w.lo, day);
  }
  static const char *const bad[] = {"x",        "2024-13",    "2024-01-32",
                                    "2024-1-1", "20240101",   "2024/",
                                    "2024-",    "2024-01-01x"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_false(truc__when_parse(bad[i]).some);
}

/* ------------------------------------------------------------ same or not */

#define TITLE "Tin ngoại giao\n"
#define A "Việt Nam và Malaysia đã bàn chuyện ấy hôm đầu tuần ở thủ đô.\n"
#define B "Malaysia cùng Việt Nam nói về điều này trong buổi gặp mới đây.\n"

/* Two documents with one fact each: one proposition or two? */
static const struct {
  const char *what, *date_a, *fact_a, *date_b, *fact_b;
  bool same;
} pairs[] = {
    {"office of one person, a year apart", "2023-01-05",
     "OFFICE;actual;2023-01-05;person=per:Tô Lâm;office=office:Tổng Bí thư;@2",
     "2024-02-05",
     "OFFICE;actual;2024-02-05;person=per:Tô Lâm;office=office:Tổng bí thư;"
     "country=gpe:VNM;@2",
     true},
    {"another office", "2023-01-05",
     "OFFICE;actual;-;person=per:Tô Lâm;office=office:Chủ tịch nước;@2",
     "2023-01-05",
     "OFFICE;actual;-;person=per:Tô Lâm;office=office:Tổng Bí thư;@2", false},
    {"the same title of two bodies", "2023-01-05",
     "OFFICE;actual;-;person=per:Lê An;office=office:Chủ tịch;org=org:X y;@2",
     "2023-01-05",
     "OFFICE;actual;-;person=per:Lê An;office=office:Chủ tịch;org=org:Z t;@2",
     false},
    {"tone placement and underscores in a name", NULL,
     "OFFICE;actual;2023;person=per:Nguyễn Hoà;office=office:Đại sứ;@2", NULL,
     "OFFICE;actual;2022;person=per:Nguyễn_Hòa;office=office:Đại sứ;@2", true},
    {"a visit, its spouse and a delegation aside", "2024-11-21",
     "VISIT;actual;2024-11-21/2024-11-23;visitor=per:Tô Lâm;"
     "visitor=per:phu nhân của Tô Lâm;host=gpe:MYS;phase=#whole;@2",
     "2024-11-23",
     "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;visitor=grp:đoàn;"
     "host=gpe:MYS;@2",
     true},
    {"planned, then done", "2024-11-18",
     "VISIT;planned;2024-11-21/2024-11-23;visitor=per:Tô Lâm;host=gpe:MYS;@2",
     "2024-11-23", "VISIT;actual;2024-11;visitor=per:Tô Lâm;host=gpe:MYS;@2",
     true},
    {"a visit dated by its first and by its second day", "2024-11-23",
     "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2", "2024-11-23",
     "VISIT;actual;2024-11-22;visitor=per:Tô Lâm;host=gpe:MYS;@2", true},
    {"talks on two days", "2024-11-23",
     "CONTACT;actual;2024-11-21;actor=per:Tô Lâm;counterpart=per:Anwar;@2",
     "2024-11-23",
     "CONTACT;actual;2024-11-22;actor=per:Tô Lâm;counterpart=per:Anwar;@2",
     false},
    {"an invitation is no visit", "2024-11-18",
     "VISIT;desired;2024-11;visitor=per:Tô Lâm;host=gpe:MYS;@2", "2024-11-23",
     "VISIT;actual;2024-11;visitor=per:Tô Lâm;host=gpe:MYS;@2", false},
    {"two visits", "2024-11-18",
     "VISIT;actual;2024-03-02;visitor=per:Tô Lâm;host=gpe:MYS;@2", "2024-11-23",
     "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2", false},
    {"undated, told of in the same days", "2024-11-20",
     "VISIT;actual;-;visitor=per:Tô Lâm;host=gpe:MYS;@2", "2024-11-23",
     "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2", true},
    {"undated, told of a year later", "2025-11-20",
     "VISIT;actual;-;visitor=per:Tô Lâm;host=gpe:MYS;@2", "2024-11-23",
     "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2", false},
    {"undated in a text without a date", NULL,
     "VISIT;actual;-;visitor=per:Tô Lâm;host=gpe:MYS;@2", "2024-11-23",
     "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2", false},
    {"the year unknown", NULL,
     "VISIT;actual;XXXX-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2", "2024-11-23",
     "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2", true},
    {"an arrival is a part", "2024-11-21",
     "VISIT;actual;2024-11-21;visitor=per:Tô "
     "Lâm;host=gpe:MYS;phase=#arrival;@2",
     "2024-11-21", "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2",
     false},
    {"talks, the other way round", "2024-11-21",
     "CONTACT;actual;2024-11-21;actor=per:Tô Lâm;counterpart=per:Anwar;"
     "form=#talks;@2",
     "2024-11-23",
     "CONTACT;actual;2024-11-21/2024-11-23;actor=per:Anwar;"
     "counterpart=per:Tô Lâm;form=#talks;@2",
     true},
    {"talks and a call", "2024-11-21",
     "CONTACT;actual;2024-11-21;actor=per:Tô Lâm;counterpart=per:Anwar;"
     "form=#talks;@2",
     "2024-11-21",
     "CONTACT;actual;2024-11-21;actor=per:Tô Lâm;counterpart=per:Anwar;"
     "form=#call;@2",
     false},
    {"an anniversary, one date in the other", NULL,
     "MILESTONE;actual;2023;parties=gpe:VNM;parties=gpe:JPN;"
     "type=#anniversary;years=50;@2",
     NULL,
     "MILESTONE;actual;2023-09-21;parties=gpe:JPN;parties=gpe:VNM;"
     "type=#anniversary;years=50;@2",
     true},
    {"ties without a date and with one", NULL,
     "MILESTONE;actual;-;parties=gpe:VNM;parties=gpe:JPN;type=#establishment;@"
     "2",
     NULL,
     "MILESTONE;actual;1973-09-21;parties=gpe:VNM;parties=gpe:JPN;"
     "type=#establishment;@2",
     true},
    {"two rungs of the ladder", NULL,
     "MILESTONE;actual;2014;parties=gpe:VNM;parties=gpe:JPN;type=#upgrade;"
     "of=#strategic_partnership;@2",
     NULL,
     "MILESTONE;actual;2023;parties=gpe:VNM;parties=gpe:JPN;type=#upgrade;"
     "of=#comprehensive_strategic_partnership;@2",
     false},
    {"one list of fields", NULL,
     "COOPERATION;agreed;-;parties=gpe:VNM;parties=gpe:MYS;"
     "sectors=sector:trade;sectors=sector:oda;@2",
     NULL,
     "COOPERATION;agreed;-;parties=gpe:MYS;parties=gpe:VNM;"
     "sectors=sector:oda;sectors=sector:trade;sectors=sector:general;@2",
     true},
    {"lists that overlap", NULL,
     "COOPERATION;agreed;-;parties=gpe:VNM;parties=gpe:MYS;"
     "sectors=sector:trade;sectors=sector:oda;@2",
     NULL,
     "COOPERATION;agreed;-;parties=gpe:VNM;parties=gpe:MYS;"
     "sectors=sector:oda;@2",
     false},
    {"wished and agreed", NULL,
     "COOPERATION;agreed;-;parties=gpe:VNM;parties=gpe:MYS;"
     "sectors=sector:oda;@2",
     NULL,
     "COOPERATION;desired;-;parties=gpe:VNM;parties=gpe:MYS;"
     "sectors=sector:oda;@2",
     false},
    {"no field at all, in other words", NULL,
     "COOPERATION;desired;-;parties=gpe:VNM;parties=gpe:MYS;@2", NULL,
     "COOPERATION;desired;-;parties=gpe:VNM;parties=gpe:MYS;@2", false},
    {"support for a chair, done and planned", NULL,
     "FORUM;actual;-;parties=gpe:VNM;parties=gpe:MYS;forums=org:asean;"
     "action=#support_chair;@2",
     NULL,
     "FORUM;planned;-;parties=gpe:VNM;parties=gpe:MYS;forums=org:asean;"
     "action=#support_chair;@2",
     true},
    {"work in a forum, done and planned", NULL,
     "FORUM;actual;-;parties=gpe:VNM;parties=gpe:MYS;forums=org:asean;"
     "action=#coordinate;@2",
     NULL,
     "FORUM;planned;-;parties=gpe:VNM;parties=gpe:MYS;forums=org:asean;"
     "action=#coordinate;@2",
     false},
    {"a rank, its set named once", NULL,
     "RANKING;actual;-;subject=gpe:JPN;rank=3;domain=sector:investment;"
     "relative_to=gpe:VNM;set=#countries;@2",
     "2023-11-27",
     "RANKING;actual;2023-11-27;subject=gpe:JPN;rank=3;"
     "domain=sector:investment;relative_to=gpe:VNM;@2",
     true},
    {"two ranks", NULL,
     "RANKING;actual;-;subject=gpe:JPN;rank=3;domain=sector:investment;"
     "relative_to=gpe:VNM;@2",
     NULL,
     "RANKING;actual;-;subject=gpe:JPN;rank=2;domain=sector:investment;"
     "relative_to=gpe:VNM;@2",
     false},
    {"a rank seen from two countries", NULL,
     "RANKING;actual;-;subject=gpe:JPN;rank=3;domain=sector:investment;"
     "relative_to=gpe:VNM;@2",
     NULL,
     "RANKING;actual;-;subject=gpe:JPN;rank=3;domain=sector:investment;"
     "relative_to=gpe:LAO;@2",
     false},
    {"a sum, giver unnamed", NULL,
     "AMOUNT;actual;-;what=#oda;value=30;unit=#USD;provider=gpe:JPN;"
     "recipient=gpe:VNM;@2",
     NULL, "AMOUNT;actual;-;what=#oda;value=30;unit=#USD;recipient=gpe:VNM;@2",
     true},
    {"a sum of nothing in particular", NULL,
     "AMOUNT;actual;-;what='chuyện;value=30;unit=#USD;@2", NULL,
     "AMOUNT;actual;-;what='điều;value=30;unit=#USD;@2", false},
    {"a sum of two years", NULL,
     "AMOUNT;actual;2022;what=#trade;value=30;unit=#USD;@2", NULL,
     "AMOUNT;actual;2023;what=#trade;value=30;unit=#USD;@2", false},
    {"a target is no sum", NULL,
     "AMOUNT;actual;-;what=#trade;value=18;unit=#USD;@2", NULL,
     "AMOUNT;planned;-;what=#trade;value=18;unit=#USD;@2", false},
    {"denied", NULL,
     "AGREEMENT;denied;2023-05-05;parties=gpe:VNM;parties=gpe:MYS;"
     "instrument=org:coc;action=#sign;@2",
     NULL,
     "AGREEMENT;actual;2023-05-05;parties=gpe:VNM;parties=gpe:MYS;"
     "instrument=org:coc;action=#sign;@2",
     false},
    {"words, one within the other", "2023-05-05",
     "AGREEMENT;actual;-;parties=gpe:VNM;parties=gpe:MYS;"
     "instrument='chuyện ấy;action=#sign;@2",
     "2023-05-06",
     "AGREEMENT;actual;2023-05-05;parties=gpe:VNM;parties=gpe:MYS;"
     "instrument='điều này;action=#sign;@2",
     false},
    {"support for a chair, wished", NULL,
     "FORUM;actual;-;parties=gpe:VNM;parties=gpe:MYS;forums=org:asean;"
     "action=#support_chair;@2",
     NULL,
     "FORUM;desired;-;parties=gpe:VNM;parties=gpe:MYS;forums=org:asean;"
     "action=#support_chair;@2",
     false},
    {"a ceremony, somewhere", "2023-11-05",
     "EVENT;actual;2023-11-05;name=#welcome_ceremony;@2", "2023-11-05",
     "EVENT;actual;2023-11-05;name=#welcome_ceremony;@2", false},
    {"a ceremony for two countries", "2023-11-05",
     "EVENT;actual;2023-11-05;name=#welcome_ceremony;parties=gpe:MYS;"
     "parties=gpe:VNM;@2",
     "2023-11-06",
     "EVENT;actual;-;name=#welcome_ceremony;parties=gpe:VNM;parties=gpe:MYS;@2",
     true},
    {"another kind", NULL,
     "STATUS;actual;-;subject=gpe:JPN;label=#top_partner;object=gpe:VNM;@2",
     NULL,
     "STATUS;actual;-;subject=gpe:VNM;label=#top_partner;object=gpe:JPN;@2",
     false},
};

static void test_pairs(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
    for (int swap = 0; swap < 2; swap++) {
      sample two[] = {{"a", pairs[i].date_a, TITLE A, pairs[i].fact_a},
                      {"b", pairs[i].date_b, TITLE B, pairs[i].fact_b}};
      truc_ledger *l = in_memory();
      add(l, &two[swap]);
      add(l, &two[!swap]);
      truc_ledger_counts n = counts(l);
      if (n.propositions != (pairs[i].same ? 1 : 2) ||
          n.corroborated != pairs[i].same)
        fail_msg("%s: %d propositions", pairs[i].what, (int)n.propositions);
      close_checked(l);
    }
}

/* An office held at no known time: one proposition, but no support. */
static void test_untimed(void **state) {
  static const char *const fact[] = {
      "OFFICE;actual;-;person=per:Lê An;office=office:Đại sứ;@2",
      "OFFICE;actual;2023-05-05;person=per:Lê An;office=office:Đại sứ;@2",
      "OFFICE;actual;2023-05-06;person=per:Lê An;office=office:Đại sứ;@2"};
  const sample four[] = {
      {"a", NULL, TITLE A, fact[0]},
      {"b", NULL, TITLE B, fact[0]},
      {"c", NULL, TITLE "Chuyện thứ ba kể về một người đi xa nhà.\n", fact[1]},
      {"d", NULL, TITLE "Tin thứ tư thì ngắn, chỉ có mấy chữ thôi.\n",
       fact[2]}};
  static const unsigned supported[] = {0, 0, 0, 1};
  truc_ledger *l = in_memory();
  (void)state;
  for (int i = 0; i < 4; i++) {
    add(l, &four[i]);
    assert_int_equal(counts(l).propositions, 1);
    assert_int_equal(counts(l).corroborated, supported[i]);
  }
  char *clusters = dump(l, TRUC_EXPORT_CLUSTERS);
  assert_non_null(strstr(clusters, "[\"c:f1\",\"d:f1\"]"));
  free(clusters);
  truc_ledger_remove(l, "c", NULL);
  assert_int_equal(counts(l).corroborated, 0);
  close_checked(l);
}

/* A coarse date that could mean two visits belongs to neither. */
static void test_ambiguous(void **state) {
  static const sample three[] = {
      {"a", NULL, TITLE A,
       "VISIT;actual;2023-03-01;visitor=per:Lê An;host=gpe:MYS;@2"},
      {"b", NULL, TITLE B,
       "VISIT;actual;2023-11-01;visitor=per:Lê An;host=gpe:MYS;@2"},
      {"c", NULL, TITLE "Ông đã tới đó trong năm ấy, như mọi người còn nhớ.\n",
       "VISIT;actual;2023;visitor=per:Lê An;host=gpe:MYS;@2"}};
  static const int order[][3] = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {0, 2, 1}};
  (void)state;
  for (size_t i = 0; i < 4; i++) {
    truc_ledger *l = in_memory();
    for (int k = 0; k < 3; k++) add(l, &three[order[i][k]]);
    assert_int_equal(counts(l).propositions, 3);
    truc_ledger_remove(l, "b", NULL); /* now it is clear */
    assert_int_equal(counts(l).propositions, 1);
    close_checked(l);
  }
}

/* ------------------------------------------------------------------- order */

enum { NMANY = 24 };
static char many_text[NMANY][512], many_facts[NMANY][1024], many_id[NMANY][16],
    many_date[NMANY][16];
static sample many[NMANY];

/* Documents that agree, half agree and disagree with each other. */
static void make_many(void) {
  static const char *const dates[] = {"2023",
                                      "2023-03",
                                      "2023-03-05",
                                      "2023-03-06",
                                      "2023-11-01",
                                      "-",
                                      "2023-03-05/2023-03-07",
                                      "XXXX-03-05"};
  static const char *const people[] = {"Lê An", "Trần Bình"};
  static const char *const fields[] = {"trade", "oda", "labour"};
  seed = 7;
  for (int i = 0; i < NMANY; i++) {
    char *f = many_facts[i];
    int n = 0;
    snprintf(many_id[i], sizeof many_id[i], "d%02d", i);
    snprintf(many_date[i], sizeof many_date[i], "2023-%02u-%02u",
             1 + random_below(12), 1 + random_below(28));
    snprintf(many_text[i], sizeof many_text[i],
             "Tin số %d\nBản tin %u của Việt Nam viết về Malaysia lần thứ %u "
             "trong %u ngày qua ở %u nơi.\nCâu sau cùng mang số %u và số %u.\n",
             i, random_below(9999), random_below(9999), random_below(9999),
             random_below(9999), random_below(9999), random_below(9999));
    for (int k = 0; k < 5; k++) {
      const char *date = dates[random_below(8)];
      const char *who = people[random_below(2)];
      switch (random_below(4)) {
        case 0:
          n += snprintf(f + n, sizeof many_facts[i] - (size_t)n,
                        "VISIT;%s;%s;visitor=per:%s;host=gpe:MYS;@2\n",
                        random_below(2) ? "actual" : "planned", date, who);
          break;
        case 1:
          n += snprintf(f + n, sizeof many_facts[i] - (size_t)n,
                        "COOPERATION;agreed;-;parties=gpe:VNM;"
                        "parties=gpe:MYS;sectors=sector:%s;sectors=sector:%s;"
                        "@3\n",
                        fields[random_below(3)], fields[random_below(3)]);
          break;
        case 2:
          n += snprintf(f + n, sizeof many_facts[i] - (size_t)n,
                        "AMOUNT;actual;%s;what=#trade;value=%u;unit=#USD;"
                        "%s@2\n",
                        date, random_below(3),
                        random_below(2) ? "provider=gpe:VNM;" : "");
          break;
        default:
          n += snprintf(f + n, sizeof many_facts[i] - (size_t)n,
                        "RANKING;actual;-;subject=gpe:MYS;rank=%u;"
                        "domain=sector:trade;relative_to=gpe:VNM;@2,3\n",
                        1 + random_below(2));
      }
    }
    many[i] = (sample){many_id[i], random_below(4) ? many_date[i] : NULL,
                       many_text[i], many_facts[i]};
  }
}

static void shuffle(int *order, int n) {
  for (int i = 0; i < n; i++) order[i] = i;
  for (int i = n - 1; i > 0; i--) {
    int k = (int)random_below((uint32_t)i + 1), t = order[i];
    order[i] = order[k];
    order[k] = t;
  }
}

static void test_order(void **state) {
  char *first[3] = {NULL, NULL, NULL};
  (void)state;
  make_many();
  for (int round = 0; round < 12; round++) {
    int order[NMANY];
    truc_ledger *l = in_memory();
    shuffle(order, NMANY);
    for (int i = 0; i < NMANY; i++) add(l, &many[order[i]]);
    for (int f = 0; f < 3; f++) {
      char *now = dump(l, (truc_export_format)f);
      if (!first[f])
        first[f] = now;
      else
        assert_string_equal(first[f], now);
      if (now != first[f]) free(now);
    }
    close_checked(l);
  }
  for (int f = 0; f < 3; f++) free(first[f]);
}

/* What is taken out again leaves no trace. */
static void test_remove(void **state) {
  (void)state;
  make_many();
  for (int round = 0; round < 8; round++) {
    int order[NMANY];
    truc_ledger *all = in_memory(), *some = in_memory();
    truc_err err;
    shuffle(order, NMANY);
    for (int i = 0; i < NMANY; i++) {
      add(all, &many[order[i]]);
      if (i < NMANY / 2) add(some, &many[order[i]]);
    }
    for (int i = NMANY / 2; i < NMANY; i++)
      if (truc_ledger_remove(all, many[order[i]].id, &err))
        fail_msg("%s", err.msg);
    char *a = dump(all, TRUC_EXPORT_JSONL), *b = dump(some, TRUC_EXPORT_JSONL);
    assert_string_equal(a, b);
    free(a);
    free(b);
    assert_int_equal(truc_ledger_remove(all, "nobody", NULL), TRUC_DONE);
    close_checked(all);
    close_checked(some);
  }
}

/* --------------------------------------------------------- adding and names */

static const sample visit = {
    "v", "2024-11-21",
    "Chuyến thăm\nÔng Tô Lâm thăm Malaysia từ hôm nay, Việt Nam cho biết.\n",
    "VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@2,1\n"
    "OFFICE;actual;2024-11-21;person=per:Tô Lâm;office=office:Tổng Bí "
    "thư;@2\n"};

static void test_idempotent(void **state) {
  truc_ledger *l = in_memory();
  truc_stored what;
  truc_err err;
  (void)state;
  assert_int_equal(add_as(l, &visit, "x", "m1", &what, &err), TRUC_OK);
  assert_int_equal(what, TRUC_STORED_NEW);
  char *before = dump(l, TRUC_EXPORT_JSONL);
  for (int i = 0; i < 3; i++) {
    assert_int_equal(add_as(l, &visit, i ? "x" : "y", "m1", &what, &err), 0);
    assert_int_equal(what, TRUC_STORED_SAME);
  }
  char *after = dump(l, TRUC_EXPORT_JSONL);
  assert_string_equal(before, after);
  assert_int_equal(counts(l).documents, 1);
  /* Another model has read it: replaced, under its old name. */
  assert_int_equal(add_as(l, &visit, "x", "m2", &what, &err), TRUC_OK);
  assert_int_equal(what, TRUC_STORED_REPLACED);
  free(after);
  after = dump(l, TRUC_EXPORT_JSONL);
  assert_string_equal(before, after);
  free(before);
  free(after);
  close_checked(l);
}

static void test_known(void **state) {
  truc_ledger *l = in_memory();
  truc_article a = TRUC_ARTICLE;
  int known;
  (void)state;
  a.id = "other";
  a.text = visit.text;
  a.n = strlen(visit.text);
  a.date = visit.date;
  a.model = "m1";
  assert_int_equal(truc_ledger_known(l, &a, &known, NULL), TRUC_OK);
  assert_false(known);
  add(l, &visit);
  assert_int_equal(truc_ledger_known(l, &a, &known, NULL), TRUC_OK);
  assert_true(known);
  a.model = "m2";
  assert_int_equal(truc_ledger_known(l, &a, &known, NULL), TRUC_OK);
  assert_false(known);
  a.model = "m1";
  a.date = "2024-11-22";
  assert_int_equal(truc_ledger_known(l, &a, &known, NULL), TRUC_OK);
  assert_false(known);
  close_checked(l);
}

static void test_same_id(void **state) {
  const char *path = in_folder("names.db");
  sample other = visit;
  truc_stored what;
  truc_err err;
  (void)state;
  forget(path);
  other.text = "Bản sửa\nÔng Tô Lâm đã thăm Malaysia và gặp nhiều người.\n";
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  add_as(l, &visit, "f.txt", "m1", &what, &err);
  /* Two records of one input that bear one id are two documents. */
  assert_int_equal(add_as(l, &other, "f.txt", "m1", &what, &err), TRUC_OK);
  assert_int_equal(what, TRUC_STORED_NEW);
  assert_int_equal(counts(l).documents, 2);
  assert_int_equal(truc_ledger_remove(l, "v~2", &err), TRUC_OK);
  close_checked(l);
  /* Later, the same file with another text is a new version of it. */
  l = open_mode(path, TRUC_LEDGER_WRITE);
  assert_int_equal(add_as(l, &other, "f.txt", "m1", &what, &err), TRUC_OK);
  assert_int_equal(what, TRUC_STORED_REPLACED);
  assert_int_equal(counts(l).documents, 1);
  /* Another file with the same id is another document. */
  assert_int_equal(add_as(l, &visit, "g/f.txt", "m1", &what, &err), TRUC_OK);
  assert_int_equal(what, TRUC_STORED_NEW);
  assert_int_equal(counts(l).documents, 2);
  close_checked(l);
}

/* Any bytes go in and come out again. */
static void test_bytes(void **state) {
  static const char raw[] = "Tiêu đề\nMalaysia \xff\xc3 và \0 Việt Nam\r\n\n";
  truc_ledger *l = in_memory();
  truc_doc *d = make_n(raw, sizeof raw - 1,
                       "OFFICE;actual;-;person=per:Lê An;"
                       "office=office:Đại sứ;@2");
  truc_article a = TRUC_ARTICLE;
  truc_records *r;
  truc_finds *f;
  truc_query q = TRUC_QUERY;
  (void)state;
  a.id = "bytes";
  a.text = raw;
  a.n = sizeof raw - 1;
  assert_int_equal(truc_ledger_add(l, d, &a, NULL, NULL), TRUC_OK);
  assert_int_equal(truc_ledger_records(l, NULL, NULL, &r), TRUC_OK);
  assert_int_equal(r->nrecord, 1);
  const truc_record_evidence *e = &r->evidence[0];
  assert_memory_equal(e->text, raw + e->off, e->len);
  assert_int_equal(e->off, strlen("Tiêu đề\n"));
  assert_int_equal(e->cp, 8);
  assert_int_equal(e->cplen, 26); /* NUL and bad bytes count one each */
  truc_records_free(r);
  q.words = "việt nam";
  assert_int_equal(truc_ledger_find(l, &q, NULL, &f), TRUC_OK);
  assert_int_equal(f->nfound, 1);
  assert_memory_equal(f->found[0].text + f->mark[0].off, "Việt", 6);
  truc_finds_free(f);
  truc_doc_free(d);
  close_checked(l);
}

/* ------------------------------------------------------------------ copies */

/* clang-format off */
#define LONG \
  "Hai bên bàn về con đường mới nối cảng biển với vùng núi phía tây.\n" \
  "Dự án này cần nhiều vốn và thời gian, các kỹ sư nói như thế.\n" \
  "Người dân ở hai đầu con đường mong chờ ngày xe chạy thông suốt.\n" \
  "Đoàn khảo sát sẽ trở lại vào mùa khô để đo đạc phần còn lại.\n"
#define HALF1 \
  "Con tàu trắng rời bến lúc sáng sớm với chín thủy thủ trên boong.\n" \
  "Họ mang theo nước ngọt, gạo, muối và một chiếc la bàn cũ.\n"
#define HALF2 \
  "Trên đỉnh đồi có ngôi trường nhỏ dạy tiếng nói của bảy dân tộc.\n" \
  "Mỗi chiều thứ sáu lũ trẻ hát những bài ca xưa bên bếp lửa hồng.\n"
/* clang-format on */

static const char *const rank_fact =
    "RANKING;actual;-;subject=gpe:JPN;rank=1;domain=sector:oda;"
    "relative_to=gpe:VNM;@2";

static void test_copies(void **state) {
  const sample docs[] = {
      {"a", NULL, "Báo một\n" LONG, rank_fact},
      {"b", NULL, "Báo hai đưa lại\n" LONG "Theo hãng tin.\n", rank_fact},
      {"c", NULL, "Khác\nMột bài khác hẳn, viết bằng lời của chính tác giả.\n",
       rank_fact}};
  truc_ledger *l = in_memory();
  truc_records *r;
  (void)state;
  for (int i = 0; i < 3; i++) add(l, &docs[i]);
  assert_int_equal(counts(l).documents, 3);
  assert_int_equal(counts(l).sources, 2);
  assert_int_equal(truc_ledger_records(l, NULL, NULL, &r), TRUC_OK);
  assert_int_equal(r->nrecord, 1);
  assert_int_equal(r->record[0].ndoc, 3);
  assert_int_equal(r->record[0].nsource, 2);
  truc_records_free(r);
  truc_ledger_remove(l, "a", NULL);
  assert_int_equal(counts(l).sources, 2);
  truc_ledger_remove(l, "b", NULL);
  assert_int_equal(counts(l).sources, 1);
  assert_int_equal(counts(l).corroborated, 0);
  close_checked(l);
}

/* Two independent halves become one source when the whole appears, and two
** again when it goes. */
static void test_bridge(void **state) {
  const sample docs[] = {{"a", NULL, HALF1, rank_fact},
                         {"b", NULL, HALF2, rank_fact},
                         {"c", NULL, HALF1 HALF2, rank_fact}};
  static const int order[][3] = {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}};
  (void)state;
  for (int i = 0; i < 3; i++) {
    truc_ledger *l = in_memory();
    for (int k = 0; k < 3; k++) add(l, &docs[order[i][k]]);
    assert_int_equal(counts(l).sources, 1);
    assert_int_equal(counts(l).corroborated, 0);
    truc_ledger_remove(l, "c", NULL);
    assert_int_equal(counts(l).sources, 2);
    assert_int_equal(counts(l).corroborated, 1);
    close_checked(l);
  }
}

/* ------------------------------------------ contradictions, partial lists */

static uint64_t conflicts_of(const char *date_a, const char *fact_a,
                             const char *date_b, const char *fact_b) {
  const sample two[] = {{"a", date_a, TITLE A, fact_a},
                        {"b", date_b, TITLE B, fact_b}};
  truc_ledger *l = in_memory();
  add(l, &two[0]);
  add(l, &two[1]);
  uint64_t n = conflicts(l);
  close_checked(l);
  return n;
}

#define RANK(n)                               \
  "RANKING;actual;-;subject=gpe:JPN;rank=" #n \
  ";domain=sector:investment;relative_to=gpe:VNM;@2"
#define SUM(n, date)                           \
  "AMOUNT;actual;" date ";what=#oda;value=" #n \
  ";unit=#USD;provider=gpe:JPN;recipient=gpe:VNM;@2"
#define TIES(date)                    \
  "MILESTONE;actual;" date            \
  ";parties=gpe:VNM;parties=gpe:JPN;" \
  "type=#establishment;@2"

static void test_conflicts(void **state) {
  (void)state;
  assert_int_equal(conflicts_of("2023-11-01", RANK(2), "2023-11-05", RANK(3)),
                   1);
  assert_int_equal(conflicts_of(NULL, RANK(2), NULL, RANK(3)), 1);
  /* Years apart: a history. */
  assert_int_equal(conflicts_of("2013-11-01", RANK(2), "2023-11-05", RANK(3)),
                   0);
  assert_int_equal(conflicts_of(NULL, SUM(27, "2023"), NULL, SUM(30, "2023")),
                   1);
  assert_int_equal(conflicts_of(NULL, SUM(27, "2022"), NULL, SUM(30, "2023")),
                   0);
  /* Of no known time sums are of different times. */
  assert_int_equal(conflicts_of(NULL, SUM(27, "-"), NULL, SUM(35, "2023")), 0);
  assert_int_equal(
      conflicts_of("2023-11-01", SUM(27, "-"), "2023-11-09", SUM(35, "-")), 1);
  assert_int_equal(conflicts_of(NULL,
                                "AMOUNT;actual;2023;what=#growth;value=7;"
                                "unit=#%;provider=gpe:JPN;@2",
                                NULL,
                                "AMOUNT;actual;2023;what=#growth;value=9;"
                                "unit=#%;provider=gpe:JPN;@2"),
                   0);
  /* "about 30" and "30.2" do not contradict each other. */
  assert_int_equal(conflicts_of(NULL, SUM(299, "2023"), NULL, SUM(300, "2023")),
                   0);
  assert_int_equal(
      conflicts_of(NULL, TIES("1973-09-21"), NULL, TIES("1973-09-12")), 1);
  assert_int_equal(conflicts_of(NULL, TIES("1973-09-21"), NULL, TIES("1973")),
                   0);
  assert_int_equal(
      conflicts_of(NULL,
                   "VISIT;actual;2024-11-21/2024-11-23;visitor=per:Lê An;"
                   "host=gpe:MYS;@2",
                   NULL,
                   "VISIT;actual;2024-11-22/2024-11-25;visitor=per:Lê An;"
                   "host=gpe:MYS;@2"),
      1);
  /* One text that says both means two things. */
  const sample one = {"a", NULL, TITLE A, RANK(2) "\n" RANK(3)};
  truc_ledger *l = in_memory();
  add(l, &one);
  assert_int_equal(counts(l).propositions, 2);
  assert_int_equal(conflicts(l), 0);
  close_checked(l);
}

static void test_partial(void **state) {
  const sample two[] = {{"a", NULL, TITLE A,
                         "COOPERATION;actual;-;parties=gpe:VNM;parties=gpe:MYS;"
                         "sectors=sector:trade;sectors=sector:oda;@2\n"
                         "COOPERATION;actual;-;parties=gpe:VNM;parties=gpe:MYS;"
                         "sectors=sector:labour;@2"},
                        {"b", NULL, TITLE B,
                         "COOPERATION;agreed;-;parties=gpe:VNM;parties=gpe:MYS;"
                         "sectors=sector:oda;@2"}};
  truc_ledger *l = in_memory();
  truc_records *r;
  uint32_t partial = 0;
  (void)state;
  add(l, &two[0]);
  add(l, &two[1]);
  assert_int_equal(truc_ledger_records(l, NULL, NULL, &r), TRUC_OK);
  assert_int_equal(r->nrecord, 3);
  for (uint32_t i = 0; i < 3; i++) partial += r->record[i].npartial;
  assert_int_equal(partial, 2); /* from both sides */
  truc_records_free(r);
  assert_int_equal(counts(l).corroborated, 0);
  close_checked(l);
}

/* ------------------------------------------------------------------ search */

static const char *const library =
    "Con đường sắt\n"
    "Tàu chạy trên đường sắt mới.\n"
    "Duong lịch là lịch mặt trời, viết không dấu.\n"
    "Họ sống trong hòa bình và đang trông chờ.\n"
    "Hoà bình là mong ước, đương nhiên.\n"
    "Bà ba kể ba câu chuyện về 30/11.\n"
    "Chủ_tịch nước thăm Hà_Nội, TP.HCM.\n";

/* Sentences (numbered from 1) that a query finds, in order of the text. */
static void finds(truc_ledger *l, const char *words, bool strict, char *out) {
  truc_query q = TRUC_QUERY;
  truc_finds *f;
  truc_err err;
  bool hit[16] = {false};
  q.words = words;
  q.strict = strict;
  if (truc_ledger_find(l, &q, &err, &f)) fail_msg("'%s': %s", words, err.msg);
  for (uint32_t i = 0; i < f->nfound; i++) {
    int line = 1;
    for (uint32_t k = 0; k < f->found[i].off; k++) line += library[k] == '\n';
    hit[line] = true;
  }
  truc_finds_free(f);
  for (int i = 1; i < 16; i++)
    if (hit[i]) *out++ = (char)('0' + i);
  *out = '\0';
}

static const struct {
  const char *words;
  bool strict;
  const char *found;
} searches[] = {
    {"duong", false, "1235"},
    {"đường", false, "12"},
    {"Đường", false, "12"},
    {"duong", true, "3"},
    {"hòa bình", false, "45"},
    {"hoà bình", false, "45"},
    {"hoa binh", false, "45"},
    {"\"bình hòa\"", false, ""},
    {"bình hòa", false, "45"},
    {"\"đường sắt\"", false, "12"},
    {"\"sat moi\"", false, "2"},
    {"đuong", false, "125"}, /* typed with one of the marks */
    {"dường", false, "12"},  /* đ left out */
    {"ba", false, "6"},
    {"ba", true, "6"},
    {"bà", false, "6"},
    {"30/11", false, "6"},
    {"11/30", false, ""},
    {"tàu -mới", false, ""},
    {"đường -tàu", false, "1"},
    {"lịch OR tàu", false, "23"},
    {"lịch | tàu", false, "23"},
    {"lịch HOẶC chuyện", false, "36"},
    {"đường KHÔNG tàu", false, "1"},
    {"mo*", false, "25"},
    {"hà nội", false, "7"},
    {"Hà_Nội", false, "7"},
    {"tphcm", false, ""},
    {"tp.hcm", false, "7"},
    {"ĐƯỜNG OR TÀU", false, "12"},
    {"ĐƯỜNG HOẶC TÀU", false, ""},
    {"", false, ""},
    {"-", false, ""},
    {"-tàu", false, ""},
    {"\"", false, ""},
    {"((( AND NEAR/2 ^*", false, ""},
    {"text:tàu", false, ""},
    {"tàu)", false, "2"},
    {"\"tàu chạy", false, "2"},
};

static void test_search(void **state) {
  const sample s = {"lib", NULL, library, ""};
  (void)state;
  for (int indexed = 0; indexed < 2; indexed++) {
    truc_ledger *l = in_memory();
    add(l, &s);
    if (indexed) {
      truc__begin_call(l);
      truc__settle(l);
      assert_int_equal(l->err.rc, TRUC_OK);
    }
    l->writable = false; /* as a reader, who does not index */
    for (size_t i = 0; i < sizeof searches / sizeof searches[0]; i++) {
      char found[16];
      finds(l, searches[i].words, searches[i].strict, found);
      if (strcmp(found, searches[i].found))
        fail_msg("'%s'%s%s finds %s, not %s", searches[i].words,
                 searches[i].strict ? " strict" : "",
                 indexed ? "" : " unindexed", found, searches[i].found);
    }
    close_checked(l);
  }
}

static void test_marks(void **state) {
  const sample s = {"lib", NULL, library, ""};
  truc_ledger *l = in_memory();
  truc_query q = TRUC_QUERY;
  truc_finds *f;
  (void)state;
  add(l, &s);
  q.words = "\"chu tich\" ha noi";
  assert_int_equal(truc_ledger_find(l, &q, NULL, &f), TRUC_OK);
  assert_int_equal(f->nfound, 1);
  assert_int_equal(f->found[0].nmark, 3);
  static const char *const want[] = {"Chủ_tịch", "Hà", "Nội"};
  for (uint32_t i = 0; i < 3; i++) {
    assert_int_equal(f->mark[i].len, strlen(want[i]));
    assert_memory_equal(f->found[0].text + f->mark[i].off, want[i],
                        f->mark[i].len);
    assert_memory_equal(library + f->found[0].off + f->mark[i].off, want[i],
                        f->mark[i].len);
  }
  truc_finds_free(f);
  close_checked(l);
}

/* Whatever is typed: no error, and the index finds what the matcher finds. */
static void test_any_query(void **state) {
  static const char *const piece[] = {
      "đường", "duong", "\"",   "-",     "*",   " ",    " ",        "|",
      "OR",    "(",     ")",    "NEAR",  "hòa", "^",    "hoa bình", ":",
      "{",     "}",     "\xff", "đuong", "+",   "KHÔNG"};
  const sample s = {"lib", NULL, library, ""};
  truc_ledger *l[2] = {in_memory(), in_memory()};
  (void)state;
  for (int i = 0; i < 2; i++) add(l[i], &s);
  truc__begin_call(l[1]);
  truc__settle(l[1]);
  l[0]->writable = false; /* as a reader, who does not index */
  seed = 3;
  for (int round = 0; round < 2000; round++) {
    char words[256] = "", found[2][16];
    for (uint32_t k = 1 + random_below(8); k; k--)
      strcat(words, piece[random_below(sizeof piece / sizeof piece[0])]);
    for (int i = 0; i < 2; i++) finds(l[i], words, round & 1, found[i]);
    if (strcmp(found[0], found[1]))
      fail_msg("'%s': matcher %s, index %s", words, found[0], found[1]);
  }
  close_checked(l[0]);
  close_checked(l[1]);
}

static void test_names(void **state) {
  truc_ledger *l = in_memory();
  truc_records *r;
  (void)state;
  add(l, &visit);
  assert_int_equal(truc_ledger_records(l, NULL, NULL, &r), TRUC_OK);
  for (uint32_t i = 0; i < r->nrecord; i++) { /* by name, by its beginning */
    char id[64];
    truc_records *one;
    truc_query by_id = TRUC_QUERY;
    snprintf(id, sizeof id, "%s", r->record[i].id);
    for (size_t n = strlen(id); id[n - 1] != '-'; n -= 2) {
      id[n] = '\0';
      by_id.id = id;
      assert_int_equal(truc_ledger_records(l, &by_id, NULL, &one), TRUC_OK);
      assert_true(one->nrecord >= 1);
      assert_string_equal(one->record[0].id, r->record[i].id);
      truc_records_free(one);
    }
    by_id.id = "VISIT-xyz";
    assert_int_equal(truc_ledger_records(l, &by_id, NULL, &one), TRUC_OK);
    assert_int_equal(one->nrecord, 0);
    truc_records_free(one);
  }
  truc_records_free(r);
  close_checked(l);
}

static void test_filters(void **state) {
  truc_ledger *l = in_memory();
  truc_query q = TRUC_QUERY;
  truc_records *r;
  truc_finds *f;
  truc_known known[4];
  uint32_t n;
  (void)state;
  add(l, &visit);
  q.actor[0] = "gpe:MYS";
  q.kinds = 1u << TRUC_KIND_VISIT;
  q.from = "2024-11";
  q.to = "2024-11-21";
  assert_int_equal(truc_ledger_records(l, &q, NULL, &r), TRUC_OK);
  assert_int_equal(r->nrecord, 1);
  assert_string_equal(r->record[0].date, "2024-11-21");
  assert_int_equal(r->record[0].nevidence, 2);
  truc_records_free(r);
  q.from = "2024-12";
  q.to = NULL;
  assert_int_equal(truc_ledger_records(l, &q, NULL, &r), TRUC_OK);
  assert_int_equal(r->nrecord, 0);
  truc_records_free(r);
  q.from = "soon";
  assert_int_equal(truc_ledger_records(l, &q, NULL, &r), TRUC_EDATE);
  q = (truc_query)TRUC_QUERY;
  q.words = "thăm";
  q.kinds = 1u << TRUC_KIND_OFFICE;
  assert_int_equal(truc_ledger_find(l, &q, NULL, &f), TRUC_OK);
  assert_int_equal(f->nfound, 1);
  assert_int_equal(f->found[0].kinds,
                   1u << TRUC_KIND_OFFICE | 1u << TRUC_KIND_VISIT);
  truc_finds_free(f);
  assert_int_equal(truc_ledger_lookup(l, "MYS", known, 4, &n, NULL), TRUC_OK);
  assert_int_equal(n, 1);
  assert_string_equal(known[0].ref, "gpe:MYS");
  assert_int_equal(truc_ledger_lookup(l, "viet nam", known, 4, &n, NULL), 0);
  assert_int_equal(n, 1);
  assert_string_equal(known[0].name, "Việt Nam");
  assert_int_equal(truc_ledger_lookup(l, "viẽt nam", known, 4, &n, NULL), 0);
  assert_int_equal(n, 0);
  close_checked(l);
}

/* ------------------------------------------------------------------- files */

static void put_file(const char *path, const void *bytes, size_t n) {
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  if (n) assert_int_equal(fwrite(bytes, 1, n, f), n);
  fclose(f);
}

static void sql(const char *path, const char *text) {
  sqlite3 *db;
  assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
  assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(db);
}

static void expect(const char *path, truc_ledger_mode mode, truc_rc rc,
                   const char *message) {
  truc_err err = {.msg = ""};
  truc_rc got = open_rc(path, mode, &err);
  if (got != rc || !strstr(err.msg, message))
    fail_msg("%s: %s '%s', not '%s'", path, truc_rc_name(got), err.msg,
             message);
}

static void test_foreign(void **state) {
  static const truc_ledger_mode modes[] = {TRUC_LEDGER_READ, TRUC_LEDGER_WRITE,
                                           TRUC_LEDGER_CREATE};
  char path[128];
  struct stat before, after;
  (void)state;
  snprintf(path, sizeof path, "%s", in_folder("foreign.db"));
  for (int i = 0; i < 3; i++) {
    put_file(path, "This is a text, not a database, and rather short.", 49);
    expect(path, modes[i], TRUC_ELEDGER, "not a database");
    forget(path);
    sql(path, "CREATE TABLE theirs(x); INSERT INTO theirs VALUES(1)");
    assert_int_equal(stat(path, &before), 0);
    expect(path, modes[i], TRUC_ELEDGER, "another program");
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_size, after.st_size);
    assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
    forget(path);
    truc_ledger_close(open_mode(path, TRUC_LEDGER_CREATE), NULL);
    sql(path, "PRAGMA user_version = 999");
    expect(path, modes[i], TRUC_ELEDGER, "later version");
    forget(path);
    expect(in_folder("."), modes[i], TRUC_EIO, "ledger");
    expect(in_folder("no/such/folder.db"), modes[i], TRUC_EIO, "folder.db");
  }
  expect(in_folder("absent.db"), TRUC_LEDGER_READ, TRUC_EIO, "no ledger");
  expect(in_folder("absent.db"), TRUC_LEDGER_WRITE, TRUC_EIO, "no ledger");
  put_file(path, "", 0);
  expect(path, TRUC_LEDGER_READ, TRUC_ELEDGER, "empty");
  expect(path, TRUC_LEDGER_CREATE, TRUC_OK, "");
}

static void test_damaged(void **state) {
  char path[128], copy[128];
  static char bytes[4 << 20];
  (void)state;
  snprintf(path, sizeof path, "%s", in_folder("sound.db"));
  snprintf(copy, sizeof copy, "%s", in_folder("damaged.db"));
  forget(path);
  make_many();
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  for (int i = 0; i < NMANY; i++) add(l, &many[i]);
  close_checked(l);
  FILE *f = fopen(path, "rb");
  assert_non_null(f);
  size_t n = fread(bytes, 1, sizeof bytes, f);
  fclose(f);
  assert_true(n > 50000 && n < sizeof bytes);
  int found = 0;
  seed = 11;
  for (int round = 0; round < 60; round++) {
    forget(copy);
    size_t at = 100 + random_below((uint32_t)(n - 4196));
    char old[4096];
    memcpy(old, bytes + at, sizeof old);
    for (size_t i = 0; i < sizeof old; i++)
      bytes[at + i] = (char)random_below(256);
    put_file(copy, bytes, round % 4 ? n : at); /* or cut there */
    memcpy(bytes + at, old, sizeof old);
    truc_ledger_options o = TRUC_LEDGER_OPTIONS;
    truc_err err;
    truc_stored what;
    o.mode = TRUC_LEDGER_WRITE;
    truc_rc rc = truc_ledger_open(copy, &o, &err, &l);
    if (!rc) {
      rc = truc_ledger_check(l, &err);
      /* Whatever happens, nothing but a code may come of it. */
      truc_records *r;
      if (!truc_ledger_records(l, NULL, NULL, &r)) truc_records_free(r);
      add_as(l, &visit, NULL, "m1", &what, &err);
      truc_ledger_remove(l, "d03", NULL);
      truc_ledger_close(l, NULL);
    }
    found += rc != TRUC_OK;
  }
  assert_true(found > 40);
}

static void test_locked(void **state) {
  const char *path = in_folder("locked.db");
  truc_err err;
  truc_stored what;
  sqlite3 *db;
  (void)state;
  forget(path);
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  add(l, &many[0]);
  assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
  assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), 0);
  assert_int_equal(add_as(l, &visit, NULL, "m1", &what, &err), TRUC_EBUSY);
  assert_non_null(strstr(err.msg, "another process"));
  /* Reading goes on. */
  assert_int_equal(counts(l).documents, 1);
  truc_ledger *reader = open_mode(path, TRUC_LEDGER_READ);
  assert_int_equal(counts(reader).documents, 1);
  assert_int_equal(sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), 0);
  sqlite3_close(db);
  add(l, &visit);
  assert_int_equal(counts(reader).documents, 2);
  assert_int_equal(add_as(reader, &many[1], NULL, "m1", &what, &err),
                   TRUC_EARG);
  truc_ledger_close(reader, NULL);
  close_checked(l);
}

/* The file may grow by a few pages only.  What is said to be stored is there,
** by itself or by the batch. */
static void full_with(uint32_t batch) {
  const char *path = in_folder("full.db");
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l;
  truc_err err;
  truc_rc rc = TRUC_OK;
  int stored = 0;
  forget(path);
  make_many();
  l = open_mode(path, TRUC_LEDGER_CREATE);
  o.mode = TRUC_LEDGER_CREATE;
  o.max_bytes = counts(l).file_bytes + (16 << 10);
  o.batch = batch;
  truc_ledger_close(l, NULL);
  assert_int_equal(truc_ledger_open(path, &o, &err, &l), TRUC_OK);
  for (; stored < NMANY && !rc; stored += !rc) {
    truc_stored what;
    rc = add_as(l, &many[stored], NULL, "m1", &what, &err);
  }
  assert_int_equal(rc, TRUC_EIO);
  assert_non_null(strstr(err.msg, "full"));
  assert_true(stored > 2);
  assert_true(truc_ledger_lost(l) == 0 || batch > 1);
  assert_int_equal(counts(l).documents, stored - (int)truc_ledger_lost(l));
  if (truc_ledger_check(l, &err)) fail_msg("%s", err.msg);
  truc_ledger_close(l, NULL);
  l = open_mode(path, TRUC_LEDGER_CREATE);
  for (int i = 0; i < NMANY; i++) add(l, &many[i]);
  assert_int_equal(counts(l).documents, NMANY);
  close_checked(l);
}

static void test_full(void **state) {
  (void)state;
  full_with(0);
  full_with(8);
}

/* Until a batch is committed nobody else sees it or may write. */
static void test_batch(void **state) {
  const char *path = in_folder("batch.db");
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l;
  truc_err err;
  truc_stored what;
  (void)state;
  forget(path);
  make_many();
  truc_ledger_close(open_mode(path, TRUC_LEDGER_CREATE), NULL);
  o.mode = TRUC_LEDGER_CREATE;
  o.batch = 4;
  assert_int_equal(truc_ledger_open(path, &o, &err, &l), TRUC_OK);
  truc_ledger *reader = open_mode(path, TRUC_LEDGER_READ);
  o.batch = 0;
  o.wait_ms = 20;
  truc_ledger *other;
  assert_int_equal(truc_ledger_open(path, &o, &err, &other), TRUC_OK);
  for (int i = 0; i < 6; i++) {
    add(l, &many[i]);
    assert_int_equal(counts(l).documents, i + 1);
    assert_int_equal(counts(reader).documents, i < 3 ? 0 : 4);
  }
  assert_int_equal(add_as(other, &many[6], NULL, "m1", &what, &err),
                   TRUC_EBUSY);
  assert_int_equal(truc_ledger_remove(l, many[0].id, &err), TRUC_OK);
  assert_int_equal(truc_ledger_commit(l, &err), TRUC_OK);
  assert_int_equal(counts(reader).documents, 5);
  add(other, &many[6]);
  add(l, &many[0]);
  assert_int_equal(truc_ledger_lost(l), 0);
  truc_ledger_close(reader, NULL);
  close_checked(l);
  assert_int_equal(counts(other).documents, 7);
  close_checked(other);
}

/* As a user who may not write: in a child, since root may everything. */
static void test_read_only(void **state) {
  char dir[128], path[160];
  int status;
  (void)state;
  snprintf(dir, sizeof dir, "%s", in_folder("ro"));
  snprintf(path, sizeof path, "%s/l.db", dir);
  mkdir(dir, 0755);
  forget(path);
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  add(l, &visit);
  close_checked(l);
  chmod(folder, 0755);
  chmod(path, 0444);
  chmod(dir, 0555);
  pid_t child = fork();
  if (!child) {
    truc_err err;
    int bad = 0;
    if (getuid() == 0 && setuid(65534)) _exit(0);
    bad |= open_rc(path, TRUC_LEDGER_CREATE, &err) != TRUC_EIO;
    bad |= !strstr(err.msg, "read-only") && !strstr(err.msg, "cannot");
    truc_ledger_options o = TRUC_LEDGER_OPTIONS;
    if (truc_ledger_open(path, &o, &err, &l)) {
      fprintf(stderr, "%s\n", err.msg);
      _exit(2);
    }
    truc_ledger_counts n;
    bad |= truc_ledger_count(l, &n, &err) != TRUC_OK || n.documents != 1;
    truc_ledger_close(l, NULL);
    snprintf(path, sizeof path, "%s/new.db", dir);
    bad |= open_rc(path, TRUC_LEDGER_CREATE, &err) != TRUC_EIO;
    _exit(bad);
  }
  waitpid(child, &status, 0);
  chmod(dir, 0755);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
}

/* --------------------------------------------------------------- kill, OOM */

static truc_ledger *open_batch(const char *path, uint32_t batch) {
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l;
  o.mode = TRUC_LEDGER_CREATE;
  o.batch = batch;
  if (truc_ledger_open(path, &o, NULL, &l)) _exit(1);
  return l;
}

static void add_all(truc_ledger *l) {
  for (int i = 0; i < NMANY; i++) {
    truc_stored what;
    if (add_as(l, &many[i], NULL, "m1", &what, NULL)) _exit(1);
    if (i % 5 == 4) { /* so that the index is written in between too */
      truc__begin_call(l);
      truc__settle(l);
    }
  }
}

/* What a child does until it is killed. */
static void add_and_exit(const char *path) {
  truc_ledger *l = open_batch(path, random_below(2) ? 4 : 1);
  add_all(l);
  truc_ledger_close(l, NULL);
  _exit(0);
}

enum { REMOVED = 7 };
static void remove_and_exit(const char *path) {
  truc_ledger *l = open_batch(path, 1);
  for (;;) {
    for (int i = 0; i < REMOVED; i++)
      if (truc_ledger_remove(l, many[i * 3].id, NULL) < 0) _exit(1);
    if (truc_ledger_compact(l, NULL)) _exit(1);
    add_all(l);
  }
}

/* Lets a child work and kills it after a random time; was it hit at work? */
static bool kill_one(const char *path, void (*work)(const char *), long us) {
  int status;
  pid_t child = fork();
  if (!child) work(path);
  struct timespec t = {0, (long)random_below((uint32_t)us) * 1000};
  nanosleep(&t, NULL);
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

/* Documents that are there after a kill; all else must be sound. */
static uint64_t sound(const char *path, int kill) {
  truc_err err;
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  if (truc_ledger_check(l, &err)) fail_msg("kill %d: %s", kill, err.msg);
  uint64_t n = counts(l).documents;
  truc_ledger_close(l, NULL);
  return n;
}

/* The record that the documents give, whatever happened before. */
static char *record_of(const char *path) {
  truc_ledger *l = path ? open_mode(path, TRUC_LEDGER_CREATE) : in_memory();
  for (int i = 0; i < NMANY; i++) add(l, &many[i]);
  char *s = dump(l, TRUC_EXPORT_JSONL);
  close_checked(l);
  return s;
}

static int kills_wanted(void) {
  const char *wanted = getenv("TRUC_TEST_KILLS");
  return wanted ? atoi(wanted) : 200;
}

static void start_kills(char path[128], const char *name) {
  snprintf(path, 128, "%s", in_folder(name));
  make_many();
  forget(path);
  seed = (uint64_t)time(NULL);
}

/* Kills at random instants until enough have hit; each time the ledger is
** sound, holds whole documents only, and the next run goes on from there. */
static void test_kill(void **state) {
  int kills = kills_wanted(), hit = 0;
  char path[128];
  uint64_t before = 0;
  (void)state;
  start_kills(path, "kill.db");
  for (int round = 0; hit < kills && round < kills * 40; round++) {
    if (!before) forget(path);
    hit += kill_one(path, add_and_exit, 30000);
    uint64_t now = sound(path, hit);
    if (now < before) fail_msg("kill %d: documents lost", hit);
    before = now == NMANY ? 0 : now;
  }
  assert_int_equal(hit, kills);
  char *want = record_of(NULL), *got = record_of(path);
  assert_string_equal(got, want);
  free(got);
  free(want);
}

/* The same while documents are taken out, put back, and the file is made
** small. */
static void test_kill_upkeep(void **state) {
  int kills = kills_wanted() / 2;
  char path[128];
  (void)state;
  start_kills(path, "upkeep.db");
  free(record_of(path));
  for (int hit = 0; hit < kills; hit++) {
    if (!kill_one(path, remove_and_exit, 60000)) fail_msg("it ended");
    uint64_t now = sound(path, hit);
    if (now < NMANY - REMOVED || now > NMANY)
      fail_msg("kill %d: %d documents", hit, (int)now);
  }
  char *want = record_of(NULL), *got = record_of(path);
  assert_string_equal(got, want);
  free(got);
  free(want);
}

/* Tables of version 1 have no codes; adding again brings them. */
static void test_migrate(void **state) {
  const char *path = in_folder("old.db");
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  truc_stored what;
  truc_err err;
  (void)state;
  add(l, &visit);
  char *want = dump(l, TRUC_EXPORT_PLOVER);
  assert_non_null(strstr(want, "CONSULT"));
  close_checked(l);
  sql(path, TABLES_3);
  sql(path,
      "ALTER TABLE fact DROP COLUMN event; ALTER TABLE fact DROP COLUMN mode;"
      "ALTER TABLE fact DROP COLUMN context;"
      "ALTER TABLE fact DROP COLUMN cameo; "
      "PRAGMA user_version = 1;");
  assert_int_equal(open_rc(path, TRUC_LEDGER_READ, &err), TRUC_ELEDGER);
  l = open_mode(path, TRUC_LEDGER_WRITE);
  char *got = dump(l, TRUC_EXPORT_PLOVER);
  assert_string_equal(got, "");
  free(got);
  assert_int_equal(add_as(l, &visit, NULL, "m1", &what, &err), TRUC_OK);
  assert_int_equal(what, TRUC_STORED_REPLACED);
  got = dump(l, TRUC_EXPORT_PLOVER);
  assert_string_equal(got, want);
  free(got);
  free(want);
  close_checked(l);
  forget(path);
}

/* A page asks for one sentence of each, and who else says so. */
static void test_brief(void **state) {
  truc_ledger *l = open_mode(NULL, TRUC_LEDGER_MEMORY);
  truc_query q = TRUC_QUERY;
  truc_records *all, *page;
  (void)state;
  make_many();
  for (int i = 0; i < NMANY; i++) add(l, &many[i]);
  assert_int_equal(truc_ledger_records(l, &q, NULL, &all), TRUC_OK);
  q.brief = 1;
  q.max_evidence = 3;
  assert_int_equal(truc_ledger_records(l, &q, NULL, &page), TRUC_OK);
  assert_int_equal(all->nrecord, page->nrecord);
  uint32_t others = 0;
  for (uint32_t i = 0; i < page->nrecord; i++) {
    const truc_record *a = &all->record[i], *b = &page->record[i];
    const truc_record_evidence *e = &page->evidence[b->evidence];
    assert_string_equal(a->id, b->id);
    assert_string_equal(all->evidence[a->evidence].text, e->text);
    assert_int_equal(b->nevidence, b->ndoc < 3 ? b->ndoc : 3);
    for (uint32_t k = 1; k < b->nevidence; k++, others++) {
      assert_int_equal(e[k].len, 0);
      assert_int_not_equal(e[k].doc, e->doc);
      const char *before = page->document[e[k - 1].doc].date;
      const char *date = page->document[e[k].doc].date; /* undated: last */
      assert_true(k < 2 || !*date || (*before && strcmp(before, date) <= 0));
    }
    assert_int_equal(a->nitem, b->nitem);
    for (uint32_t k = 0; k < b->nitem; k++)
      assert_int_equal(page->item[b->item + k].len, 0);
  }
  assert_true(others > 0);
  truc_records_free(all);
  truc_records_free(page);
  truc_ledger_close(l, NULL);
}

/* Version 6 had kinds, modalities and precisions as names. */
static void test_migrate_names(void **state) {
  const char *path = in_folder("names.db");
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  (void)state;
  add(l, &visit);
  char *want = dump(l, TRUC_EXPORT_JSONL);
  close_checked(l);
  sql(path, TABLES_6);
  l = open_mode(path, TRUC_LEDGER_WRITE);
  char *got = dump(l, TRUC_EXPORT_JSONL);
  assert_string_equal(got, want);
  free(got);
  free(want);
  close_checked(l);
  forget(path);
}

/* The names that are worked out in the tables are those of the library. */
static void test_numbers(void **state) {
  truc_ledger *l = open_mode(NULL, TRUC_LEDGER_MEMORY);
  (void)state;
  truc__begin_call(l);
  for (int i = 0; i < TRUC_NKINDS * (TRUC_DENIED + 1); i++) {
    int k = i % TRUC_NKINDS, m = i / TRUC_NKINDS;
    truc__exec(l,
               "INSERT INTO fact(id, document, n, claim, kind_no, modality_no, "
               "confidence, derived, timed, weight) "
               "VALUES(1, 0, 0, 0, ?, ?, 0, 0, 0, 0)",
               "ii", (int64_t)k, (int64_t)m);
    sqlite3_stmt *s = truc__ask(l, "SELECT kind, modality FROM fact", "");
    assert_true(truc__next(l, s));
    assert_string_equal(truc__text(s, 0), truc_kind_name((truc_kind)k));
    assert_string_equal(truc__text(s, 1), truc_modality_name((truc_modality)m));
    truc__end(s);
    truc__exec(l, "DELETE FROM fact", "");
  }
  assert_false(truc__failed(l));
  truc_ledger_close(l, NULL);
}

/* And so is the precision of a date, whichever digits it lacks. */
static void test_precision(void **state) {
  static const char *const cases[][2] = {
      {"2024-11-21", "day"},
      {"XXXX-XX-17", "day"},
      {"2024-11", "month"},
      {"XXXX-12", "month"},
      {"2024", "year"},
      {"202X", "year"},
      {"2013/..", "year"},
      {"../2013-06", "month"},
      {"2024-11/2024-12-05", "day"},
      {"2013-05/2013-06", "month"},
  };
  truc_ledger *l = open_mode(NULL, TRUC_LEDGER_MEMORY);
  (void)state;
  truc__begin_call(l);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    truc__exec(
        l,
        "INSERT INTO proposition(kind_no, modality_no, hash, date, "
        "sources, documents, facts, fact) VALUES(0, 0, 0, ?, 1, 1, 1, 0)",
        "s", cases[i][0]);
    sqlite3_stmt *s = truc__ask(l, "SELECT precision FROM proposition", "");
    assert_true(truc__next(l, s));
    assert_string_equal(truc__text(s, 0), cases[i][1]);
    truc__end(s);
    truc__exec(l, "DELETE FROM proposition", "");
  }
  assert_false(truc__failed(l));
  truc_ledger_close(l, NULL);
}

/* Version 2 lacked views: every version makes its own anew. */
static void test_migrate_views(void **state) {
  const char *path = in_folder("views.db");
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  (void)state;
  add(l, &visit);
  close_checked(l);
  sql(path, TABLES_3);
  sql(path, "CREATE VIEW timeline AS SELECT 1; PRAGMA user_version = 2;");
  l = open_mode(path, TRUC_LEDGER_WRITE);
  truc__begin_call(l);
  assert_int_equal(
      truc__ask_int(l, -1, "SELECT count(*) FROM rank_history", ""), 0);
  assert_int_equal(truc__ask_int(l, -1, "SELECT count(kind) FROM timeline", ""),
                   1);
  close_checked(l);
  forget(path);
}

/* ---------------------------------------------------------------- histories */

static const sample history[] = {
    {"a", "2013-05-02", TITLE A,
     "RANKING;actual;2013;subject=gpe:JPN;rank=4;domain=sector:trade;"
     "relative_to=gpe:VNM;@2\n"
     "MILESTONE;actual;1973-09-21;parties=gpe:VNM;parties=gpe:JPN;"
     "type=#establishment;@2\n"
     "COOPERATION;desired;-;parties=gpe:VNM;parties=gpe:JPN;"
     "sectors=sector:trade;@2\n"
     "OFFICE;actual;-;person=per:Lê An;office=office:Bộ trưởng;"
     "country=gpe:VNM;@2\n"
     "AGREEMENT;actual;2013-05-01;parties=gpe:VNM;parties=gpe:JPN;"
     "action=#negotiate;instrument='chuyện ấy;@2\n"},
    {"b", "2019-05-02", TITLE B,
     "RANKING;actual;-;subject=gpe:JPN;rank=3;domain=sector:trade;"
     "relative_to=gpe:VNM;@2\n"
     "MILESTONE;actual;2014-03-18;parties=gpe:VNM;parties=gpe:JPN;"
     "type=#upgrade;of=#strategic_partnership;@2\n"
     "COOPERATION;agreed;-;parties=gpe:VNM;parties=gpe:JPN;"
     "sectors=sector:trade;@2\n"
     "OFFICE;actual;-;person=per:Lê An;office=office:Bộ trưởng;"
     "country=gpe:VNM;@2\n"
     "AGREEMENT;actual;2019-05-01;parties=gpe:VNM;parties=gpe:JPN;"
     "action=#sign;instrument='điều này;@2\n"},
};

/* Rows of a view, columns by a bar, rows by a slash. */
static void assert_rows(truc_ledger *l, const char *query, const char *want) {
  truc__buf b = {0};
  sqlite3_stmt *s = NULL;
  assert_int_equal(sqlite3_prepare_v2(l->db, query, -1, &s, NULL), SQLITE_OK);
  while (sqlite3_step(s) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(s); i++) {
      if (i) truc__buf_chr(&b, '|');
      truc__buf_str(&b, truc__text(s, i));
    }
    truc__buf_chr(&b, '/');
  }
  sqlite3_finalize(s);
  truc__buf_put(&b, "", 0);
  assert_string_equal(b.p, want);
  truc__buf_release(&b);
}

static void test_histories(void **state) {
  truc_ledger *l = in_memory();
  (void)state;
  add(l, &history[1]); /* the order of adding does not count */
  add(l, &history[0]);
  assert_rows(l,
              "SELECT subject, domain, relative_to, year, rank "
              "FROM rank_history",
              "gpe:JPN|sector:trade|gpe:VNM|2013|4/"
              "gpe:JPN|sector:trade|gpe:VNM|2019|3/");
  assert_rows(l, "SELECT a, b, date, step FROM relation_ladder",
              "gpe:JPN|gpe:VNM|1973-09-21|establishment/"
              "gpe:JPN|gpe:VNM|2014-03-18|strategic_partnership/");
  assert_rows(l,
              "SELECT wished, planned, agreed, done, sources, stages "
              "FROM plan_history",
              "2013-05-02||2019-05-02||2|2/");
  assert_rows(l,
              "SELECT parties, action, date, first_said FROM agreement_history "
              "ORDER BY date",
              "gpe:JPN gpe:VNM|negotiate|2013-05-01|2013-05-02/"
              "gpe:JPN gpe:VNM|sign|2019-05-01|2019-05-02/");
  assert_rows(l,
              "SELECT person, office, country, first_seen, last_seen "
              "FROM office_holder",
              "per:Lê An|office:Bộ trưởng|gpe:VNM|2013-05-02|2019-05-02/");
  close_checked(l);
}

/* The file gets smaller, what it holds stays. */
static void test_compact(void **state) {
  const char *path = in_folder("compact.db");
  truc_ledger *l = open_mode(path, TRUC_LEDGER_CREATE);
  truc_query q = TRUC_QUERY;
  truc_finds *f;
  truc_err err;
  (void)state;
  make_many();
  for (int i = 0; i < NMANY; i++) add(l, &many[i]);
  for (int i = 2; i < NMANY; i++)
    assert_int_equal(truc_ledger_remove(l, many[i].id, &err), TRUC_OK);
  char *want = dump(l, TRUC_EXPORT_JSONL);
  truc_ledger_counts before = counts(l);
  if (truc_ledger_compact(l, &err)) fail_msg("%s", err.msg);
  truc_ledger_counts after = counts(l);
  assert_true(after.file_bytes <= before.file_bytes);
  assert_int_equal(after.documents, 2);
  char *got = dump(l, TRUC_EXPORT_JSONL);
  assert_string_equal(got, want);
  free(got);
  free(want);
  q.words = "tin";
  assert_int_equal(truc_ledger_find(l, &q, NULL, &f), TRUC_OK);
  truc_finds_free(f);
  close_checked(l);
  l = open_mode(path, TRUC_LEDGER_READ);
  assert_int_equal(truc_ledger_compact(l, NULL), TRUC_EARG);
  close_checked(l);
  forget(path);
}

/* The k-th allocation fails: an error, and nothing has changed. */
static void test_oom(void **state) {
  truc_ledger *l = in_memory();
  (void)state;
  make_many();
  for (int i = 0; i < 4; i++) add(l, &many[i]);
  char *before = dump(l, TRUC_EXPORT_JSONL);
  for (long k = 1;; k++) {
    truc_err err;
    truc_stored what;
    truc_doc *d = make_n(visit.text, strlen(visit.text), visit.facts);
    truc_article a = TRUC_ARTICLE;
    a.id = visit.id;
    a.text = visit.text;
    a.n = strlen(visit.text);
    a.date = visit.date;
    truc__fail_alloc_after(k);
    truc_rc rc = truc_ledger_add(l, d, &a, &what, &err);
    truc__fail_alloc_after(0);
    truc_doc_free(d);
    if (!rc) break;
    assert_int_equal(rc, TRUC_ENOMEM);
    char *after = dump(l, TRUC_EXPORT_JSONL);
    assert_string_equal(before, after);
    free(after);
  }
  free(before);
  for (long k = 1, ok = 0; !ok; k++) {
    truc_query q = TRUC_QUERY;
    truc_finds *f;
    truc_records *r;
    q.words = "tin \"viet nam\" đuong";
    truc__fail_alloc_after(k);
    truc_rc a = truc_ledger_find(l, &q, NULL, &f);
    truc_rc b = truc_ledger_records(l, NULL, NULL, &r);
    truc__fail_alloc_after(0);
    if (!a) truc_finds_free(f);
    if (!b) truc_records_free(r);
    ok = !a && !b;
  }
  close_checked(l);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_dates),
                                     cmocka_unit_test(test_day_numbers),
                                     cmocka_unit_test(test_pairs),
                                     cmocka_unit_test(test_ambiguous),
                                     cmocka_unit_test(test_untimed),
                                     cmocka_unit_test(test_order),
                                     cmocka_unit_test(test_remove),
                                     cmocka_unit_test(test_idempotent),
                                     cmocka_unit_test(test_known),
                                     cmocka_unit_test(test_same_id),
                                     cmocka_unit_test(test_bytes),
                                     cmocka_unit_test(test_copies),
                                     cmocka_unit_test(test_bridge),
                                     cmocka_unit_test(test_conflicts),
                                     cmocka_unit_test(test_partial),
                                     cmocka_unit_test(test_search),
                                     cmocka_unit_test(test_marks),
                                     cmocka_unit_test(test_any_query),
                                     cmocka_unit_test(test_filters),
                                     cmocka_unit_test(test_names),
                                     cmocka_unit_test(test_foreign),
                                     cmocka_unit_test(test_damaged),
                                     cmocka_unit_test(test_locked),
                                     cmocka_unit_test(test_full),
                                     cmocka_unit_test(test_batch),
                                     cmocka_unit_test(test_histories),
                                     cmocka_unit_test(test_brief),
                                     cmocka_unit_test(test_migrate_names),
                                     cmocka_unit_test(test_numbers),
                                     cmocka_unit_test(test_precision),
                                     cmocka_unit_test(test_migrate_views),
                                     cmocka_unit_test(test_kill_upkeep),
                                     cmocka_unit_test(test_read_only),
                                     cmocka_unit_test(test_kill),
                                     cmocka_unit_test(test_oom),
                                     cmocka_unit_test(test_migrate),
                                     cmocka_unit_test(test_compact)};
  snprintf(folder, sizeof folder, "/tmp/truc-ledger-XXXXXX");
  if (!mkdtemp(folder)) return 1;
  make_many();
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  char command[96];
  snprintf(command, sizeof command, "rm -rf '%s'", folder);
  return system(command) || failed;
}

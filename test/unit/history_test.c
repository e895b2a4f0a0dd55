/* SPDX-License-Identifier: Apache-2.0 */
/* history_test.c - what changed over time, and what is said differently of one
** time. */
#include "test/unit/ledger_docs.h"

#define JPN_TRADE "subject=gpe:JPN;domain=sector:trade;relative_to=gpe:VNM;"
#define BOTH "parties=gpe:VNM;parties=gpe:JPN;"
#define CHIEF "office=office:Thủ tướng;country=gpe:JPN;@2\n"

static const sample samples[] = {
    {"a", "2013-05-02", "Tin một\nCâu thứ nhất nói nhiều việc.\n",
     "RANKING;actual;2013;rank=4;" JPN_TRADE "@2\n"
     "MILESTONE;actual;1973-09-21;" BOTH "type=#establishment;@2\n"
     "MILESTONE;actual;2013-09-21;" BOTH "type=#anniversary;years=40;@2\n"
     "COOPERATION;desired;-;" BOTH "sectors=sector:trade;@2\n"
     "OFFICE;actual;-;person=per:Abe Shinzo;" CHIEF
     "OFFICE;actual;-;person=per:Lê An;office=office:Bộ trưởng;"
     "country=gpe:VNM;@2\n"
     "AGREEMENT;planned;-;" BOTH "instrument=#evfta;action=#sign;@2\n"
     "AMOUNT;actual;2012;what=#trade;value=25000000000;unit=#USD;"
     "provider=gpe:JPN;recipient=gpe:VNM;@2\n"},
    {"b", "2021-11-02", "Tin hai\nCâu khác hẳn kể những điều về sau.\n",
     "RANKING;actual;2021;rank=3;" JPN_TRADE "@2\n"
     "MILESTONE;actual;2014-03-18;" BOTH
     "type=#upgrade;of=#strategic_partnership;@2\n"
     "COOPERATION;agreed;-;" BOTH "sectors=sector:trade;@2\n"
     "OFFICE;actual;-;person=per:Kishida Fumio;" CHIEF
     "OFFICE;actual;-;person=per:Trần Bình;office=office:Bộ trưởng;"
     "country=gpe:VNM;@2\n"
     "AGREEMENT;actual;2020-06-30;" BOTH "instrument=#evfta;action=#sign;@2\n"
     "AMOUNT;actual;2020;what=#trade;value=40000000000;unit=#USD;"
     "provider=gpe:JPN;recipient=gpe:VNM;@2\n"},
    {"c", "2013-06-02", "Tin ba\nBài này nói ngược lại các bài kia.\n",
     "RANKING;actual;2013;rank=2;" JPN_TRADE "@2\n"
     "OFFICE;actual;-;person=per:Phạm Chi;office=office:Bộ trưởng;"
     "country=gpe:VNM;@2\n"
     "OFFICE;actual;-;person=per:Trần Bình;office=office:Bộ trưởng;"
     "country=gpe:VNM;@2\n"
     "AMOUNT;actual;2020;what=#trade;value=40100000000;unit=#USD;"
     "provider=gpe:JPN;recipient=gpe:VNM;@2\n"},
};

static truc_ledger *filled(void) {
  truc_ledger *l = in_memory();
  for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
    add(l, &samples[i]);
  return l;
}

static truc_histories *histories(truc_ledger *l, uint32_t limit) {
  truc_query q = TRUC_QUERY;
  truc_histories *h;
  q.limit = limit;
  assert_int_equal(truc_ledger_histories(l, &q, NULL, &h), TRUC_OK);
  return h;
}

/* "time value" of every step, "!" where another contradicts it. */
static void expect(const truc_histories *h, truc_change c, const char *want) {
  truc__buf got = {0};
  for (uint32_t i = 0; i < h->nhistory; i++) {
    const truc_history *t = &h->history[i];
    if (t->change != c) continue;
    truc__buf_str(&got, got.n ? " / " : "");
    for (uint32_t k = t->step; k < t->step + t->nstep; k++)
      truc__buf_fmt(&got, "%s%s %s%s", k > t->step ? ", " : "", h->step[k].time,
                    h->step[k].value, h->step[k].differs ? "!" : "");
  }
  truc__buf_str(&got, "");
  assert_string_equal(got.p, want);
  truc__buf_release(&got);
}

static void what_changed(void **state) {
  (void)state;
  truc_ledger *l = filled();
  truc_histories *h = histories(l, 0);
  expect(h, TRUC_CHANGE_RANK, "2013 4!, 2013 2!, 2021 3");
  /* 40 and 40.1 do not contradict each other */
  expect(h, TRUC_CHANGE_SUM,
         "2012 25000000000 USD, 2020 40000000000 USD, 2020 40100000000 USD");
  /* an anniversary is no step */
  expect(h, TRUC_CHANGE_RELATION,
         "1973-09-21 establishment, 2014-03-18 strategic_partnership");
  expect(h, TRUC_CHANGE_PLAN, "2013-05-02 desired, 2021-11-02 agreed");
  expect(h, TRUC_CHANGE_AGREEMENT, "2013-05-02 sign, 2020-06-30 sign");
  /* ministers of nothing named are there at once: that is no history */
  expect(h, TRUC_CHANGE_OFFICE,
         "2013-05-02 Abe Shinzo, 2021-11-02 Kishida Fumio");
  truc_histories_free(h);
  close_checked(l);
}

static void order_does_not_matter(void **state) {
  (void)state;
  truc_ledger *l[2] = {filled(), in_memory()};
  for (size_t i = sizeof samples / sizeof samples[0]; i--;)
    add(l[1], &samples[i]);
  truc__buf b[2] = {{0}, {0}};
  for (int k = 0; k < 2; k++) {
    truc_histories *h = histories(l[k], 0);
    for (uint32_t i = 0; i < h->nhistory; i++) truc__history_json(&b[k], h, i);
    truc_histories_free(h);
    close_checked(l[k]);
  }
  assert_string_equal(b[0].p, b[1].p);
  truc__buf_release(&b[0]);
  truc__buf_release(&b[1]);
}

/* Nothing changed, nothing is asked for that changes, nobody is named. */
static void none(void **state) {
  truc_query q = TRUC_QUERY;
  truc_histories *h;
  (void)state;
  truc_ledger *l = in_memory();
  add(l, &samples[0]);
  h = histories(l, 0);
  assert_int_equal(h->nhistory, 0);
  truc_histories_free(h);
  add(l, &samples[1]);
  q.kinds = 1u << TRUC_KIND_VISIT;
  assert_int_equal(truc_ledger_histories(l, &q, NULL, &h), TRUC_OK);
  assert_int_equal(h->nhistory, 0);
  truc_histories_free(h);
  q.kinds = 0;
  q.actor[0] = "gpe:FRA";
  assert_int_equal(truc_ledger_histories(l, &q, NULL, &h), TRUC_OK);
  assert_int_equal(h->nhistory, 0);
  truc_histories_free(h);
  q.size = 1;
  assert_int_equal(truc_ledger_histories(l, &q, NULL, &h), TRUC_EARG);
  close_checked(l);
}

static void as_json(void **state) {
  (void)state;
  truc_ledger *l = filled();
  truc_histories *h = histories(l, 1);
  truc__buf b = {0};
  assert_int_equal(h->history[0].change, TRUC_CHANGE_RANK);
  truc__history_json(&b, h, 0);
  static const char about[] =
      "{\"history\":\"rank\",\"about\":[{\"slot\":\"subject\",\"ref\":"
      "\"gpe:JPN\",\"name\":\"JPN\"},{\"slot\":\"domain\",\"ref\":"
      "\"sector:trade\",\"name\":\"trade\"},{\"slot\":\"relative_to\","
      "\"ref\":\"gpe:VNM\",\"name\":\"VNM\"}],\"steps\":[{\"proposition\":"
      "\"RANKING-";
  assert_memory_equal(b.p, about, sizeof about - 1);
  truc__json j = {0};
  truc__json_init(&j, b.p, b.n);
  truc__jtype t;
  while ((t = truc__json_next(&j)) > JSON_ERROR) continue;
  assert_int_equal(t, JSON_END);
  truc__json_release(&j);
  truc__buf_release(&b);
  truc_histories_free(h);
  close_checked(l);
}

/* Those of one country are what the pairs of all say of it. */
static void partners(void **state) {
  truc_pair pair[16], partner[16];
  uint32_t npair, n, found = 0;
  (void)state;
  truc_ledger *l = filled();
  assert_int_equal(truc_ledger_pairs(l, pair, 16, &npair, NULL), TRUC_OK);
  assert_int_equal(truc_ledger_partners(l, "gpe:JPN", partner, 16, &n, NULL),
                   TRUC_OK);
  for (uint32_t i = 0; i < npair; i++) {
    bool first = !strcmp(pair[i].a, "gpe:JPN");
    if (!first && strcmp(pair[i].b, "gpe:JPN")) continue;
    assert_true(found < n);
    assert_string_equal(partner[found].b, first ? pair[i].b : pair[i].a);
    assert_int_equal(partner[found++].propositions, pair[i].propositions);
  }
  assert_int_equal(found, n);
  assert_true(n > 0);
  assert_int_equal(truc_ledger_partners(l, "gpe:FRA", partner, 16, &n, NULL),
                   TRUC_OK);
  assert_int_equal(n, 0);
  close_checked(l);
}

/* Memory that runs out at any place is an error and leaks nothing. */
static void out_of_memory(void **state) {
  truc_query q = TRUC_QUERY;
  (void)state;
  truc_ledger *l = filled();
  for (long k = 1, ok = 0; !ok; k++) {
    truc_histories *h;
    truc_err err;
    truc__fail_alloc_after(k);
    truc_rc rc = truc_ledger_histories(l, &q, &err, &h);
    truc__fail_alloc_after(0);
    ok = rc == TRUC_OK;
    assert_int_equal(rc, ok ? TRUC_OK : TRUC_ENOMEM);
    if (ok) {
      expect(h, TRUC_CHANGE_RANK, "2013 4!, 2013 2!, 2021 3");
      truc_histories_free(h);
    } else {
      assert_null(h);
    }
  }
  close_checked(l);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_changed), cmocka_unit_test(order_does_not_matter),
      cmocka_unit_test(none),         cmocka_unit_test(as_json),
      cmocka_unit_test(partners),     cmocka_unit_test(out_of_memory)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

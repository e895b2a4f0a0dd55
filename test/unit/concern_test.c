/* SPDX-License-Identifier: Apache-2.0
**
** concern_test.c - what is shown first: the index answers as a search through
** everything would, and no statement of a page reads a whole table.
*/
#include "ledger_docs.h"

static unsigned seed;
static unsigned below(unsigned n) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 16) % n;
}

static const char *const refs[] = {
    "gpe:VNM",   "gpe:JPN",       "gpe:MYS",    "gpe:LAO",
    "per:Lê An", "per:Trần Bình", "sector:oda", "office:Bộ trưởng"};
enum { REFS = 8, DOCUMENTS = 40 };

static int put_fact(char *out, size_t room) {
  static const char *const dates[] = {"2023-03-05", "2023-03-06", "2023-11-01",
                                      "-"};
  const char *a = refs[below(4)], *b = refs[below(4)],
             *who = refs[4 + below(2)];
  const char *date = dates[below(4)];
  switch (below(5)) {
    case 0:
      return snprintf(out, room, "VISIT;actual;%s;visitor=%s;host=%s;@2\n",
                      date, who, a);
    case 1:
      return snprintf(out, room,
                      "COOPERATION;agreed;-;parties=%s;parties=%s;"
                      "sectors=sector:oda;@2\n",
                      a, b);
    case 2:
      return snprintf(out, room,
                      "OFFICE;actual;-;person=%s;office=office:Bộ trưởng;"
                      "country=%s;@2\n",
                      who, a);
    case 3:
      return snprintf(out, room,
                      "STATEMENT;actual;%s;speaker=%s;act=#criticise;@2\n",
                      date, a);
    default:
      return snprintf(out, room,
                      "RANKING;actual;2023;subject=%s;rank=%u;"
                      "domain=sector:oda;relative_to=%s;@2\n",
                      a, 1 + below(3), b);
  }
}

/* Document `i`; every third says nothing of its date. */
static void add_random(truc_ledger *l, int i) {
  char id[16], date[16], text[160], facts[2048];
  size_t n = 0;
  snprintf(id, sizeof id, "d%d", i);
  snprintf(date, sizeof date, "2023-%02u-%02u", 1 + below(12), 1 + below(28));
  snprintf(text, sizeof text, "Tin %d\nViệt Nam và %u nước, %u lần.\n", i,
           below(9999), below(9999));
  *facts = '\0';
  for (unsigned k = 2 + below(5); k; k--)
    n += (size_t)put_fact(facts + n, sizeof facts - n);
  sample s = {id, i % 3 ? date : NULL, text, facts};
  add(l, &s);
}

static char *ids(truc_ledger *l, const truc_query *q) {
  truc__buf b = {0};
  truc_records *r;
  truc_err err;
  if (truc_ledger_records(l, q, &err, &r)) fail_msg("%s", err.msg);
  truc__buf_fmt(&b, "%u %u", (unsigned)r->total, (unsigned)r->supported);
  for (uint32_t i = 0; i < r->nrecord; i++) {
    truc__buf_chr(&b, ' ');
    truc__buf_str(&b, r->record[i].id);
  }
  truc_records_free(r);
  truc__buf_put(&b, "", 0);
  return b.p;
}

/* Asking for all modalities is the same question, and goes the long way. */
static void assert_same_answer(truc_ledger *l, truc_query q) {
  char *quick = ids(l, &q);
  q.modalities = ~0u;
  char *slow = ids(l, &q);
  assert_string_equal(quick, slow);
  free(quick);
  free(slow);
}

static void ask_all(truc_ledger *l) {
  static const unsigned kinds[] = {
      0, 1u << TRUC_KIND_OFFICE,
      1u << TRUC_KIND_VISIT | 1u << TRUC_KIND_RANKING};
  for (int a = 0; a < REFS; a++)
    for (int b = -1; b < REFS; b++)
      for (int k = 0; k < 3; k++) {
        truc_query q = TRUC_QUERY;
        q.actor[0] = refs[a];
        q.actor[1] = b < 0 ? NULL : refs[b];
        q.kinds = kinds[k];
        q.limit = 1 + below(6);
        assert_same_answer(l, q);
      }
}

static void test_index_is_right(void **state) {
  truc_err err;
  (void)state;
  seed = 3;
  for (int round = 0; round < 3; round++) {
    truc_ledger *l = in_memory();
    for (int i = 0; i < DOCUMENTS; i++) {
      add_random(l, i);
      if (i % 9 == 8) ask_all(l);
    }
    for (int i = 0; i < DOCUMENTS; i += 2) {
      char id[16];
      snprintf(id, sizeof id, "d%d", i);
      assert_int_equal(truc_ledger_remove(l, id, &err), TRUC_OK);
      if (i % 8 == 0) ask_all(l);
    }
    free(dump(l, TRUC_EXPORT_CLUSTERS)); /* nothing waits: all is checked */
    close_checked(l);
  }
}

/* Nothing is lost while documents wait, or after an end without a close. */
static void test_what_waits_is_found(void **state) {
  truc_ledger *l = in_memory();
  truc_query q = TRUC_QUERY;
  (void)state;
  seed = 5;
  q.actor[0] = "gpe:VNM";
  q.limit = 100;
  for (int i = 0; i < 20; i++) add_random(l, i);
  char *want = ids(l, &q);
  truc__begin_call(l);
  truc__script(l,
               "INSERT INTO waiting SELECT id FROM document WHERE id > 7;"
               "DELETE FROM concern WHERE proposition IN (SELECT id FROM "
               "proposition WHERE ranked <= 0 AND id % 3 = 0);"
               "UPDATE proposition SET ranked = 1 WHERE id % 3 = 0;");
  assert_int_equal(l->err.rc, TRUC_OK);
  l->writable = false; /* a reader, who cannot settle it */
  char *got = ids(l, &q);
  assert_string_equal(got, want);
  free(got);
  l->writable = true; /* what waited was indexed already */
  truc__script(l, "DELETE FROM waiting");
  l->unranked = true;
  got = ids(l, &q);
  assert_string_equal(got, want);
  free(got);
  free(want);
  truc_ledger_close(l, NULL);
}

/* ------------------------------------------------------------------- plans */

typedef struct statements {
  char *sql[256];
  int n;
} statements;

static int note(unsigned what, void *ctx, void *statement, void *unused) {
  statements *v = ctx;
  const char *sql = sqlite3_sql(statement);
  (void)what;
  (void)unused;
  for (int i = 0; i < v->n; i++)
    if (!strcmp(v->sql[i], sql)) return 0;
  assert_true(v->n < 256);
  v->sql[v->n++] = strdup(sql);
  return 0;
}

/* Tables of what is few: documents that wait, what was chosen before. */
static bool is_small(const char *detail, const char *sql) {
  static const char *const small[] = {
      "SCAN w",
      "SCAN t",
      "SCAN waiting",
      "SCAN picked",
      "SCAN (",
      "SCAN poured",
      "SCAN CONSTANT",
      "SCAN who",
      "SCAN o",
      "SCAN u",
      "SCAN scope",
      "SCAN x",
      "SCAN sqlite_schema",
      "SCAN proposition USING COVERING INDEX proposition_unranked",
      "SCAN proposition USING INDEX proposition_unranked"};
  if (!strncmp(detail, "SCAN p", 6) && strstr(sql, "temp.scope p")) return true;
  if (strstr(detail, "VIRTUAL TABLE")) return true;
  for (size_t i = 0; i < sizeof small / sizeof small[0]; i++) {
    size_t n = strlen(small[i]);
    if (!strncmp(detail, small[i], n) &&
        (small[i][n - 1] == '(' || detail[n] == '\0'))
      return true;
  }
  return false;
}

/* The step of its plan that reads a whole table; "" if there is none. */
static void whole_table(sqlite3 *db, const char *sql, char out[200]) {
  sqlite3_stmt *s = NULL;
  truc__buf b = {0};
  *out = '\0';
  truc__buf_str(&b, "EXPLAIN QUERY PLAN ");
  truc__buf_str(&b, sql);
  if (sqlite3_prepare_v2(db, b.p, -1, &s, NULL) == SQLITE_OK)
    while (sqlite3_step(s) == SQLITE_ROW) {
      const char *detail = (const char *)sqlite3_column_text(s, 3);
      if (detail && !strncmp(detail, "SCAN", 4) && !is_small(detail, sql))
        snprintf(out, 200, "%.190s", detail);
    }
  sqlite3_finalize(s);
  truc__buf_release(&b);
}

static void read_page(truc_ledger *l, const char *a, const char *b) {
  truc_field fields[8];
  truc_known known[4];
  uint32_t n;
  for (int kind = -1; kind < TRUC_NKINDS; kind++) {
    truc_query q = TRUC_QUERY;
    q.actor[0] = a;
    q.actor[1] = b;
    q.kinds = kind < 0 ? 0 : 1u << kind;
    q.limit = 20;
    q.max_evidence = 4;
    q.holders = b && kind == TRUC_KIND_OFFICE;
    for (q.contradicted = 0; q.contradicted < 2; q.contradicted++)
      for (q.brief = 0; q.brief < 2; q.brief++) free(ids(l, &q));
    q.contradicted = q.brief = 0;
    if (kind == TRUC_KIND_COOPERATION)
      assert_int_equal(truc_ledger_fields(l, &q, fields, 8, &n, NULL), TRUC_OK);
  }
  assert_int_equal(truc_ledger_lookup(l, "Việt Nam", known, 4, &n, NULL),
                   TRUC_OK);
  truc_ledger_name(l, a);
}

static void search_page(truc_ledger *l, const char *words, const char *actor,
                        unsigned kinds) {
  truc_query q = TRUC_QUERY;
  truc_finds *f;
  q.words = words;
  q.actor[0] = actor;
  q.kinds = kinds;
  q.limit = 20;
  assert_int_equal(truc_ledger_find(l, &q, NULL, &f), TRUC_OK);
  truc_finds_free(f);
}

static void test_no_page_reads_a_table(void **state) {
  truc_ledger *l = in_memory();
  statements v = {.n = 0};
  char step[200];
  (void)state;
  seed = 11;
  for (int i = 0; i < 30; i++) add_random(l, i);
  free(ids(l, &(truc_query){sizeof(truc_query), .actor = {"gpe:VNM"}}));
  sqlite3_trace_v2(l->db, SQLITE_TRACE_STMT, note, &v);
  read_page(l, "gpe:VNM", "gpe:JPN");
  read_page(l, "gpe:VNM", NULL);
  read_page(l, "per:Lê An", "gpe:MYS");
  search_page(l, "việt nam", NULL, 0);
  search_page(l, "vi*", "gpe:VNM", 0);
  search_page(l, NULL, "gpe:JPN", 1u << TRUC_KIND_VISIT);
  search_page(l, "nước", "gpe:VNM", 1u << TRUC_KIND_VISIT);
  sqlite3_trace_v2(l->db, 0, NULL, NULL);
  assert_true(v.n > 30);
  for (int i = 0; i < v.n; i++) {
    whole_table(l->db, v.sql[i], step);
    if (*step) fail_msg("%s\n  in: %s", step, v.sql[i]);
    free(v.sql[i]);
  }
  whole_table(l->db, "SELECT count(*) FROM sentence WHERE text = 'x'", step);
  assert_string_not_equal(step, ""); /* one that does is seen */
  whole_table(l->db, "SELECT p.id FROM proposition p WHERE p.facts > 1", step);
  assert_string_not_equal(step, "");
  close_checked(l);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_index_is_right),
      cmocka_unit_test(test_what_waits_is_found),
      cmocka_unit_test(test_no_page_reads_a_table)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: Apache-2.0
**
** extension_test.c - the tokenizer in a database that knows nothing of us.
*/
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

static char library[512]; /* beside the folder of this program */

static sqlite3 *loaded(void) {
  sqlite3 *db;
  char *why = NULL;
  assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  if (sqlite3_load_extension(db, library, NULL, &why)) fail_msg("%s", why);
  return db;
}

static void run(sqlite3 *db, const char *sql) {
  char *why = NULL;
  if (sqlite3_exec(db, sql, NULL, NULL, &why)) fail_msg("%s: %s", sql, why);
}

/* The first column of all rows, joined. */
static void assert_finds(sqlite3 *db, const char *query, const char *want) {
  char got[256] = "";
  sqlite3_stmt *s = NULL;
  if (sqlite3_prepare_v2(db, query, -1, &s, NULL))
    fail_msg("%s: %s", query, sqlite3_errmsg(db));
  while (sqlite3_step(s) == SQLITE_ROW)
    snprintf(got + strlen(got), sizeof got - strlen(got), "%s,",
             (const char *)sqlite3_column_text(s, 0));
  sqlite3_finalize(s);
  if (strcmp(got, want)) fail_msg("%s: %s, not %s", query, got, want);
}
#define MATCH(words) "SELECT rowid FROM t WHERE t MATCH '" words "'"

static void test_blind(void **state) {
  sqlite3 *db = loaded();
  (void)state;
  run(db,
      "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'truc blind');"
      "INSERT INTO t VALUES('Con đường sắt'), ('Dương lịch, hoà bình'), "
      "('DUONG va HÒA'), ('đường mòn; hòa giải');");
  assert_finds(db, MATCH("duong"), "1,2,3,4,");
  assert_finds(db, MATCH("đường"), "1,4,");
  assert_finds(db, MATCH("hoà"), "2,3,4,");
  assert_finds(db, MATCH("hòa"), "2,3,4,");
  assert_finds(db, MATCH("\"duong sat\""), "1,");
  assert_finds(db, MATCH("duon*"), "1,2,3,4,");
  assert_finds(db,
               "SELECT snippet(t, 0, '<', '>', '', 8) FROM t WHERE t MATCH "
               "'duong' AND rowid = 1",
               "Con <đường> sắt,");
  sqlite3_close(db);
}

static void test_compounds(void **state) {
  sqlite3 *db = loaded();
  (void)state;
  run(db,
      "CREATE VIRTUAL TABLE t USING fts5(x, "
      "tokenize = 'truc compounds blind');"
      "INSERT INTO t VALUES('Hai nước hợp_tác kinh_tế'), "
      "('họp hợp tác xã'), ('cùng hợp_tác_xã'), ('a_ _b __ c_');");
  assert_finds(db, MATCH("\"hợp tác\""), "1,2,3,");
  assert_finds(db, MATCH("hợp_tác"), "1,");
  assert_finds(db, MATCH("hợp_tác_xã"), "3,");
  assert_finds(db, MATCH("\"tác kinh\""), "1,"); /* positions are syllables */
  assert_finds(db, MATCH("\"hop tac\""), "1,2,3,");
  assert_finds(db, MATCH("a_b"), "");
  assert_finds(db, MATCH("\"a b c\""), "4,");
  run(db, "INSERT INTO t(t) VALUES('integrity-check')");
  sqlite3_close(db);
}

static void test_refused(void **state) {
  sqlite3 *db = loaded();
  (void)state;
  assert_int_not_equal(sqlite3_exec(db,
                                    "CREATE VIRTUAL TABLE t USING fts5(x, "
                                    "tokenize = 'truc deaf')",
                                    NULL, NULL, NULL),
                       SQLITE_OK);
  sqlite3_close(db);
}

int main(int argc, char **argv) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_blind),
      cmocka_unit_test(test_compounds),
      cmocka_unit_test(test_refused),
  };
  const char *slash = argc ? strrchr(argv[0], '/') : NULL;
  snprintf(library, sizeof library, "%.*s/../../truc_fts5",
           slash ? (int)(slash - argv[0]) : 1, slash ? argv[0] : ".");
  return cmocka_run_group_tests(tests, NULL, NULL);
}

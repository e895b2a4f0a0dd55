/* SPDX-License-Identifier: Apache-2.0
**
** gen_known_test.c - the compiler of known names says what is wrong, in which
** line and column; also of what only all lines together show. */
#include "generator.h"

#define COUNTRY "country\tLAO\tLào\n"

/* The line stands second. */
static void says(const char *line, const char *want) {
  char text[1024];
  snprintf(text, sizeof text, COUNTRY "%s\nper\tTrần Văn Sang\n", line);
  const char *have = generate_after(NULL, text, "tsv");
  if (strcmp(have, want)) fail_msg("%s\nsays  %s\nnot   %s", line, have, want);
}

static void right(void **state) {
  (void)state;
  says("where\tLAO\tViêng Chăn | Pakse", "");
  says("part\t12\t-3\tboun | kham", "");
  says("agency\tBộ Thử\t2021-03\t-\t-\tBT", "");
  says("per\tTrần Văn Sang", ""); /* twice the same is none */
}

static void wrong(void **state) {
  (void)state;
  says("pers\tTrần An",
       "2:1: no kind 'pers'; one of: per loc org thing part where country "
       "agency");
  says("per Trần An", "2:1: too few columns: they are parted by tabs");
  says("per\tTrần An |", "2:14: empty name");
  says("part\tx\t1\tboun", "2:6: expected a whole number, -99 to 99, not 'x'");
  says("where\tlao\tPakse", "2:7: expected a country's code, three capitals");
  says("agency\tBộ Thử\t3/2021\t-\t-\tBT", "2:15: expected YYYY-MM, YYYY or -");
  says("agency\tBộ Thử\t2021-03\t2020\t-\tBT",
       "2:23: it ended before it began");
}

static void together(void **state) {
  (void)state;
  says("where\tLAX\tPakse", "2:11: no line 'country' has this place's code");
  says("agency\tBộ Thử\t-\t-\tBộ Khác\tBT",
       "2:19: no line 'agency' has the successor 'Bộ Khác'; '-' for none");
}

static void two_kinds(void **state) {
  (void)state;
  char text[] = COUNTRY "loc\tTrần Văn Sang\nper\tLê An | Trần Văn Sang\n";
  const char *have = generate_after(NULL, text, "tsv");
  assert_non_null(strstr(have, "'trần văn sang' is something else in "));
  assert_int_equal(strncmp(have, "3:13: ", 6), 0);
  char twice[] =
      "agency\tBộ Thử\t-\t-\t-\tBT\n"
      "agency\tBộ Khác\t-\t-\t-\tBT\n";
  assert_string_equal(generate_after(NULL, twice, "tsv"),
                      "2:22: 'bt' is another agency's name, too");
}

int main(int argc, char **argv) {
  (void)argc;
  if (!find_generator(argv[0], "gen-known")) return 1;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(right),
      cmocka_unit_test(wrong),
      cmocka_unit_test(together),
      cmocka_unit_test(two_kinds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

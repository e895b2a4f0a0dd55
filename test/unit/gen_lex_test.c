/* SPDX-License-Identifier: Apache-2.0
**
** gen_lex_test.c - the compiler of the word lists says what is wrong, in which
** line and column. */
#include "generator.h"

/* The line stands second. */
static void says(const char *line, const char *want) {
  char text[1024];
  snprintf(text, sizeof text, "# a list\n%s\ngpe\tLAO\tC\tLào\n", line);
  const char *have = generate(text, "tsv");
  if (strcmp(have, want)) fail_msg("%s\nsays  %s\nnot   %s", line, have, want);
}

static void right(void **state) {
  (void)state;
  says("gpe\tTHA\tC*\tThái Lan | Vương quốc Thái Lan", "");
  says("forum\tun\tU\tLHQ\ta note", "");
  says("abbrev\t\t-\tTS.", "");
  says("gpe\tLAO\tC\tLào", "");
}

static void wrong(void **state) {
  (void)state;
  says("gpe\tTHA\tC", "2:9: expected four columns, parted by tabs");
  says("gpe THA C Thái Lan", "2:1: expected four columns, parted by tabs");
  says("\tTHA\tC\tThái Lan", "2:1: no class");
  says("gpe\tTHA\tCX\tThái Lan", "2:10: unknown flag (known: - C A U *)");
  says("gpe\tTHA\tC\tThái Lan | ", "2:21: empty form");
  says("gpe\tTHA\tC\t", "2:11: empty form");
}

static void contradictory(void **state) {
  (void)state;
  says("gpe\tTHA\t-\tThái Lan | Lào",
       "3:11: the form has another country's code already");
  says("place\tLào\tC\tLào", ""); /* something else of that name */
}

int main(int argc, char **argv) {
  (void)argc;
  if (!find_generator(argv[0], "gen-lex")) return 1;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(right),
      cmocka_unit_test(wrong),
      cmocka_unit_test(contradictory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: Apache-2.0
**
** gen_lex_test.c - the compiler of the word lists says what is wrong, in which
** line and column. */
#include "generator.h"

/* The line stands second. */
static void says(const char *line, const char *want) {
  char text[1024];
  snprintf(text, sizeof text,
           "#classes gpe abbrev forum\n%s\ngpe\tLAO\tC\tLào\n"
           "forum\tun\tU\tLHQ\nabbrev\t\t-\tTS.\n",
           line);
  const char *have = generate_after(
      "country\tLAO\tLào\ncountry\tTHA\tThái Lan\n", text, "tsv");
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
  says("gpe\tTHA\t\tThái Lan", "2:9: no flags; '-' is none");
  says("gpe\tTHA\tC\tTh\xE1i Lan", "2:13: invalid UTF-8");
  says("\xEF\xBB\xBFgpe\tTHA\tC\tThái Lan",
       "2:1: an invisible mark (U+FEFF); write the line anew");
}

static void unknown_class(void **state) {
  (void)state;
  says("gpee\tTHA\tC\tThái Lan",
       "2:1: no class 'gpee' here; one of: gpe abbrev forum");
  says(" gpe\tTHA\tC\tThái Lan",
       "2:1: no class ' gpe' here; one of: gpe abbrev forum");
  says("Gpe\tTHA\tC\tThái Lan",
       "2:1: no class 'Gpe' here; one of: gpe abbrev forum");
  says("#classes other", "2:10: no line has the class 'other'");
  const char *have = generate_after(NULL, "abbrev\t\t-\tTS.\n", "tsv");
  assert_string_equal(have,
                      "1:1: a line '#classes NAME ...' must say which "
                      "classes the file has");
}

static void unknown_country(void **state) {
  (void)state;
  says("gpe\tTHX\tC\tThái Lan",
       "2:5: no country has the code 'THX' (data/known/where.tsv)");
  says("gpe\ttha\tC\tThái Lan",
       "2:5: no country has the code 'tha' (data/known/where.tsv)");
  says("gpe\t\tC\tThái Lan", "2:5: no country's code");
}

static void contradictory(void **state) {
  (void)state;
  says("gpe\tTHA\t-\tThái Lan | Lào",
       "3:11: the form stands for 'THA' already");
  says("forum\tother\tU\tLHQ", "4:12: the form stands for 'other' already");
  says("abbrev\tLào\t-\tLào", ""); /* something else of that name */
}

int main(int argc, char **argv) {
  (void)argc;
  if (!find_generator(argv[0], "gen-lex")) return 1;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(right),         cmocka_unit_test(wrong),
      cmocka_unit_test(unknown_class), cmocka_unit_test(unknown_country),
      cmocka_unit_test(contradictory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

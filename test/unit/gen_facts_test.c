/* SPDX-License-Identifier: Apache-2.0
**
** gen_facts_test.c - the compiler of patterns says what is wrong, in which line
** and column; it makes tables of what is right. */
#include "generator.h"

#define HEAD                \
  "pattern t VISIT\n"       \
  "  why says who visits\n" \
  "  match visitor:PERSON !@visit.verb\n"
#define TAIL                              \
  "  + \"An thăm Lào.\" => visitor=a\n" \
  "  + \"An sang Lào.\" => visitor=a\n"  \
  "  - \"An đi.\"\n"

/* The line stands fourth in an otherwise right pattern. */
static void says(const char *line, const char *want) {
  char text[1024];
  snprintf(text, sizeof text, HEAD "%s\n" TAIL, line);
  const char *have = generate_after(NULL, text, "pat");
  if (strcmp(have, want)) fail_msg("%s\nsays  %s\nnot   %s", line, have, want);
}

static void whole(const char *text, const char *want) {
  assert_string_equal(generate_after(NULL, text, "pat"), want);
}

static void right(void **state) {
  (void)state;
  whole(HEAD TAIL, "");
  says("  match LIST(PERSON, LEADER) ..3 ( \"và\" | \"cùng\" )? !@visit.verb",
       "");
  says("  match ^ not @visit.verb DATE? ...12 visitor:( PERSON | ORG )", "");
  says("  fill host = object(COUNTRY), other(visitor), 'x'", "");
  says("  priority -3", "");
  says("  date before needed", "");
  says("  # nothing", "");
  whole("class a b = c\n", ""); /* for gen-lex */
}

static void elements(void **state) {
  (void)state;
  says("  match PERSONS", "4:9: unknown element 'PERSONS'");
  says("  match PERSON ]", "4:16: unknown element ']'");
  says("  match", "4:8: expected an element");
  says("  match @no.class",
       "4:10: no class 'no.class' in data/lex or "
       "data/facts");
  says("  match @time.day",
       "4:10: class 'time.day' is the value room's: see "
       "src/value/classes.h");
  says("  match @surname",
       "4:10: class 'surname' is the name room's: see "
       "src/name/classes.h");
  says("  match \"thăm xyzq\"", "4:15: unknown word 'xyzq'");
  says("  match \"thăm", "4:10: quotation without an end");
  says("  match . PERSON", "4:9: a gap is '..' or '...'");
  says("  match ....3 PERSON", "4:9: a gap is '..' or '...'");
  says("  match PERSON ..61 PERSON", "4:16: a gap of at most 60 elements");
  says("  match ( PERSON", "4:17: expected ')'");
  says("  match LIST(PERSON", "4:20: expected ')'");
  says("  match PERSON )", "4:16: unexpected text");
  says("  match not PERSON", "4:13: expected @class or <TAG> after 'not'");
}

static void tags(void **state) {
  (void)state;
  says("  match visitor:PERSON <ADV|AUX>? !@visit.verb<VERB> COUNTRY", "");
  says("  match \"thăm chính thức\"<VERB> not <NOUN>", "");
  says("  match <NOUN | ADJ> @visit.verb", "");
  says("  match PERSON <VB>", "4:17: no tag 'VB': see truc_tag in truc.h");
  says("  match PERSON <>", "4:17: no tag '>': see truc_tag in truc.h");
  says("  match PERSON <NOUN", "4:21: expected '>'");
  says("  match PERSON <NOUN,VERB>", "4:21: expected '>'");
  says("  match @visit.verb<VERB|NOM>",
       "4:26: no tag 'NOM': see truc_tag in truc.h");
  says("  match \"thăm\"<VERB", "4:20: expected '>'");
  says("  match PERSON not <N>", "4:21: no tag 'N': see truc_tag in truc.h");
  says("  match <ADV>? visitor:<NOUN> <VERB>",
       "4:9: beside tags a line needs a class, a word or a name");
  says("  match ^ \"thăm\"? <NOUN>",
       "4:19: beside tags a line needs a class, a word or a name");
}

static void phases(void **state) {
  (void)state;
  const char *two =
      "pattern u EVENT\n"
      "  why what a visit brings\n"
      "  phase 2\n"
      "  match place:[VISIT|CONTACT] !@visit.verb\n"
      "  fill name = found(visitor), latest(VISIT.visitor, place)\n"
      "  fill! place = latest(VISIT)\n"
      "  + \"An thăm Lào.\" => place=a\n"
      "  + \"An sang Lào.\" => place=a\n"
      "  - \"An đi.\"\n";
  char text[2048];
  snprintf(text, sizeof text, HEAD "  fill place = 'x'\n" TAIL "%s", two);
  whole(text, "");
  says("  aside", "");
  says("  aside or not", "4:9: unexpected text");
  says("  phase late", "4:9: expected a number");
  says("  phase 2", "4:9: the phase stands before the match lines");
  says("  match [VISIT] @visit.verb", "4:9: [KIND] needs a phase above 1");
  says("  match @visit.verb ( [VISIT] )?",
       "4:23: [KIND] needs a phase above 1");
  says("  match [VISITS] @visit.verb", "4:10: unknown kind 'VISITS'");
  says("  match [VISIT @visit.verb", "4:16: expected ']'");
#define SECOND "pattern u IMPACT\n  why w\n"
  whole(SECOND "  phase 0\n", "3:9: a phase of 1 to 9");
  whole(SECOND "  phase 10\n", "3:9: a phase of 1 to 9");
  whole(SECOND "  phase 2 now\n", "3:11: unexpected text");
  whole(SECOND "  phase 2\n  match PERSON @visit.verb\n",
        "4:9: a line of phase 2 needs a [KIND]");
  whole(SECOND "  phase 2\n  match PERSON [VISIT]? @visit.verb\n",
        "4:9: a line of phase 2 needs a [KIND]");
}

static void earlier_records(void **state) {
  (void)state;
  says("  fill host = latest(VISIT.visitor, visitor)", "");
  says("  fill host = latest", "4:21: expected '('");
  says("  fill host = latest(VISITS)", "4:22: unknown kind 'VISITS'");
  says("  fill host = latest(VISIT.visitr)",
       "4:28: no pattern of that kind gives slot 'visitr'");
  says("  fill host = latest(CONTACT.visitor)",
       "4:30: no pattern of that kind gives slot 'visitor'");
  says("  fill host = latest(VISIT.visitor,)", "4:36: expected a slot");
  says("  fill host = latest(VISIT.visitor, form)",
       "4:37: no match or fill line gives slot 'form'");
  says("  fill frm = 'x'",
       "4:8: VISIT has no slot 'frm'; it has visitor host visit_type phase "
       "place occasion date");
  says("  fill host = latest(VISIT.visitor", "4:35: expected ')'");
  says("  fill host = found(visitor)",
       "4:21: found needs a [KIND] in a match line before");
  whole(HEAD TAIL SECOND
        "  phase 2\n"
        "  match cause:[VISIT] @visit.verb\n"
        "  fill target = found(effect)\n"
        "  + \"An thăm Lào.\" => cause=a\n"
        "  + \"An sang Lào.\" => cause=a\n"
        "  - \"An đi.\"\n",
        "11:23: no pattern of that kind gives slot 'effect'");
}

static void fills(void **state) {
  (void)state;
  says("  fill = pair", "4:8: expected a slot");
  says("  fill host pair", "4:13: expected '='");
  says("  fill host = somewhere", "4:15: unknown source 'somewhere'");
  says("  fill host = object", "4:21: expected '('");
  says("  fill host = object(CITY)", "4:22: unknown type 'CITY'");
  says("  fill host = object(COUNTRY", "4:29: expected ')'");
  says("  fill host = class(no.class)",
       "4:21: no class 'no.class' in data/lex "
       "or data/facts");
  says("  fill host = 'whole", "4:16: code without an end");
  says("  fill host = pair pair", "4:20: unexpected text");
  says("  fill host = other(visitr)",
       "4:21: no match or fill line gives slot "
       "'visitr'");
}

static void other_lines(void **state) {
  (void)state;
  says("  modality wanted", "4:12: unknown modality");
  says("  modality planned soon", "4:20: unexpected text");
  says("  date tomorrow",
       "4:8: date is none, clause, before, year, now or "
       "document");
  says("  date clause always", "4:15: unexpected text");
  says("  priority high", "4:12: expected a number");
  says("  priority 5000", "4:12: a priority of -1000 to 1000");
  says("  priority 5 or 6", "4:14: unexpected text");
  says("  require visitor host",
       "4:19: no match or fill line gives slot "
       "'host'");
  says("  distribute host", "4:14: no match or fill line gives slot 'host'");
  says("  require visitor, host", "4:18: unexpected text");
  says("  split host visitor", "4:9: no match or fill line gives slot 'host'");
  says("  split visitor", "4:16: expected two slots");
  says("  refuse", "4:9: expected a slot and codes");
  says("  refuse host x", "4:10: no match or fill line gives slot 'host'");
  says("  context CITY", "4:11: unknown type 'CITY'");
  says("  matches PERSON", "4:3: unknown line");
}

static void sentences(void **state) {
  (void)state;
  says("  + An thăm Lào.", "4:5: expected a sentence in quotes");
  says("  + \"An thăm Lào.", "4:5: quotation without an end");
  says("  + \"\" => visitor=a", "4:5: an empty sentence");
  says("  + \"An đi.\"", "4:13: expected '=>' and the slots");
  says("  + \"An đi.\" => visitor", "4:17: expected slot=value");
  says("  + \"An đi.\" => visitor= host=b", "4:25: expected a value");
  says("  + \"An đi.\" => host=b",
       "4:17: no match or fill line gives slot "
       "'host'");
  says("  - \"An đi.\" => visitor=a", "4:14: unexpected text");
}

static void patterns(void **state) {
  (void)state;
  whole("pattern\n", "1:8: expected a name");
  whole("pattern t VISITS\n", "1:11: unknown kind 'VISITS'");
  whole("pattern t VISIT too\n", "1:17: unexpected text");
  whole(HEAD TAIL HEAD TAIL, "7:9: pattern 't' stands twice");
  whole("  why not\n", "1:3: expected 'class' or 'pattern'");
  whole("pattern t VISIT\n  why w\n" TAIL, "1:9: pattern without a match line");
  whole("pattern t VISIT\n  match visitor:PERSON\n" TAIL,
        "1:9: pattern without a why");
  whole(HEAD "  - \"An đi.\"\n",
        "1:9: at least two sentences that match, not 0");
  whole(HEAD "  + \"An thăm Lào.\" => visitor=a\n  - \"An đi.\"\n",
        "1:9: at least two sentences that match, not 1");
  whole("\n" HEAD
        "  + \"An thăm Lào.\" => visitor=a\n"
        "  + \"An thăm.\" => visitor=a\n",
        "2:9: at least one sentence that must not match");
}

int main(int argc, char **argv) {
  (void)argc;
  if (!find_generator(argv[0], "gen-facts")) return 1;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(right),
      cmocka_unit_test(elements),
      cmocka_unit_test(tags),
      cmocka_unit_test(phases),
      cmocka_unit_test(earlier_records),
      cmocka_unit_test(fills),
      cmocka_unit_test(other_lines),
      cmocka_unit_test(sentences),
      cmocka_unit_test(patterns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

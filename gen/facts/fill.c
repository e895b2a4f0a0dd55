/* SPDX-License-Identifier: Apache-2.0 */
/* fill.c - a fill line: what to do when the match left a slot empty.
**
**     fill slot = source, source(ARGUMENT), 'code'     in order of preference
*/
#include "compile.h"

static const char *p; /* the reading place in a line */

static void blanks(void) { p += strspn(p, " \t"); }

static void expect(char c) {
  blanks();
  if (*p != c) fail(p, "expected '%c'", c);
  p++;
}

/* What stands in brackets behind a source. */
enum {
  ARG_NONE,
  ARG_TYPE,
  ARG_TYPE_IF,
  ARG_SLOT,
  ARG_CLASS,
  ARG_LATEST,
  ARG_FOUND
};

static const struct {
  const char *name;
  truc__source src;
  int arg; /* ARG_ */
} sources[] = {{"subject", SRC_SUBJECT, ARG_TYPE_IF},
               {"object", SRC_OBJECT, ARG_TYPE},
               {"pair", SRC_PAIR, ARG_NONE},
               {"other", SRC_OTHER, ARG_SLOT},
               {"country", SRC_COUNTRY, ARG_SLOT},
               {"slot", SRC_SLOT, ARG_SLOT},
               {"reference", SRC_REFERENCE, ARG_SLOT},
               {"inside", SRC_INSIDE, ARG_SLOT},
               {"left", SRC_LEFT, ARG_TYPE},
               {"right", SRC_RIGHT, ARG_TYPE},
               {"class", SRC_CLASS, ARG_CLASS},
               {"behind", SRC_BEHIND, ARG_CLASS},
               {"words", SRC_WORDS, ARG_CLASS},
               {"after", SRC_AFTER, ARG_CLASS},
               {"at", SRC_AT, ARG_TYPE},
               {"owner", SRC_OWNER, ARG_TYPE},
               {"toward", SRC_TOWARD, ARG_TYPE},
               {"holder", SRC_HOLDER, ARG_NONE},
               {"unit", SRC_UNIT, ARG_NONE},
               {"giver", SRC_GIVER, ARG_NONE},
               {"taker", SRC_TAKER, ARG_NONE},
               {"anywhere", SRC_ANYWHERE, ARG_TYPE},
               {"latest", SRC_LATEST, ARG_LATEST},
               {"found", SRC_FOUND, ARG_FOUND}};

/* latest(KIND), latest(KIND.slot), latest(KIND.slot, same) */
static void latest(truc__fill *f) {
  size_t n = name_length(p), kind = 0;
  while (kind < n && p[kind] != '.') kind++;
  f->mask = (uint32_t)kind_named(p, kind);
  if (kind < n)
    f->code = made.slots.v[take(1u << f->mask, p + kind + 1, n - kind - 1)];
  p += n;
  blanks();
  if (*p != ',') return;
  p++;
  blanks();
  n = name_length(p);
  if (!n) fail(p, "expected a slot");
  f->same = made.slots.v[speak(p, n)];
  take(1u << f->mask, p, n);
  p += n;
}

static void argument(truc__fill *f, int arg) {
  if (*p++ != '(') fail(p - 1, "expected '('");
  size_t n = name_length(p);
  switch (arg) {
    case ARG_TYPE:
    case ARG_TYPE_IF: f->mask = type_mask(p, n); break;
    case ARG_CLASS: f->mask = (uint32_t)class_named(p, n); break;
    case ARG_LATEST:
      latest(f);
      n = 0;
      break;
    case ARG_FOUND:
      if (!held_kinds()) fail(p, "found needs a [KIND] in a match line before");
      f->code = made.slots.v[take(held_kinds(), p, n)];
      break;
    default: f->code = made.slots.v[speak(p, n)];
  }
  p += n;
  expect(')');
}

static void code(truc__fill *f) {
  const char *from = ++p;
  while (*p && *p != '\'') p++;
  if (!*p) fail(from, "code without an end");
  f->source = SRC_CODE;
  f->code = copy(from, (size_t)(p++ - from));
}

static void source(truc__fill *f) {
  size_t n = name_length(p), i = 0, ns = sizeof sources / sizeof sources[0];
  while (i < ns &&
         (strlen(sources[i].name) != n || memcmp(sources[i].name, p, n)))
    i++;
  if (i == ns) fail(p, "unknown source '%.*s'", (int)n, p);
  f->source = (uint8_t)sources[i].src;
  p += n;
  if (sources[i].arg && (sources[i].arg != ARG_TYPE_IF || *p == '('))
    argument(f, sources[i].arg);
}

void read_fill(const char *from, bool always) {
  p = from;
  blanks();
  size_t n = name_length(p);
  if (!n) fail(p, "expected a slot");
  uint16_t slot = give(p, n);
  p += n;
  expect('=');
  do {
    truc__fill f = {slot, 0, always, 0, NULL, NULL};
    blanks();
    if (*p == '\'')
      code(&f);
    else
      source(&f);
    PUSH(made.fills, f);
    blanks();
  } while (*p == ',' && p++);
  if (*p) fail(p, "unexpected text");
}

/* SPDX-License-Identifier: Apache-2.0 */
/* facts.c - host program: the patterns of data/facts -> tables/facts.c.
**
**     gen-facts OUT_DIR FILE.pat ...
**
** The language is taught in doc/PATTERNS.md.  In short, by line:
**
**     class NAME [id] = form | form        (compiled by gen/lex.c)
**     pattern NAME KIND
**       why text
**       match EXPRESSION                   (several: alternatives)
**       fill slot = source, source ...     ("fill!": even if it has items)
**       require slot ...
**       date none|clause|before|year|now|document [needed]
**       modality noun|bare|follows|actual|planned|...
**       priority N
**       distribute slot
**       split slot slot
**       refuse slot code code ...
**       context TYPE TYPE ...
**       + "a sentence that must match" => slot=value ...
**       - "a sentence that must not"
**
** What an EXPRESSION is, facts/expression.c tells.
*/
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "facts/compile.h"
#include "lex.h"
#include "out/out.h"

static const char *file_name;
static unsigned line_no;
static const char *line_start;

/* Where something stands; columns count letters from 1. */
typedef struct place {
  unsigned line, column;
} place;

static place place_of(const char *at) {
  unsigned column = 1;
  for (const char *q = line_start; at && q && q < at; q++)
    column += ((unsigned char)*q & 0xC0) != 0x80;
  return (place){line_no, column};
}

/* Reports file:line:column and stops: a table half made is of no use. */
static void vfail(place where, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0), noreturn));
static void vfail(place where, const char *fmt, va_list ap) {
  fprintf(stderr, "%s:%u:%u: ", file_name, where.line, where.column);
  vfprintf(stderr, fmt, ap);
  fputc('\n', stderr);
  exit(1);
}

void fail(const char *at, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  vfail(place_of(at), fmt, ap);
}

static void fail_there(place where, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), noreturn));
static void fail_there(place where, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  vfail(where, fmt, ap);
}

compiled made;

char *copy(const char *s, size_t n) {
  char *p = malloc(n + 1);
  if (!p) fail(NULL, "out of memory");
  memcpy(p, s, n);
  p[n] = '\0';
  return p;
}

static uint16_t slot_of(const char *s, size_t n) {
  for (uint32_t i = 0; i < made.slots.n; i++)
    if (strlen(made.slots.v[i]) == n && !memcmp(made.slots.v[i], s, n))
      return (uint16_t)i;
  PUSH(made.slots, copy(s, n));
  return (uint16_t)(made.slots.n - 1);
}

/* What must be true of a pattern as a whole: the slots that it gives, those
** that it speaks of, and how many sentences stand behind it. */
typedef struct mention {
  uint16_t slot;
  place where;
} mention;
static VEC(uint16_t) given;
static VEC(mention) spoken;
static place head; /* of its name */
static unsigned nmatching, nnot;

uint16_t give(const char *at, size_t n) {
  uint16_t s = slot_of(at, n);
  PUSH(given, s);
  return s;
}

static uint16_t speak(const char *at, size_t n) {
  mention m = {slot_of(at, n), place_of(at)};
  PUSH(spoken, m);
  return m.slot;
}

static bool is_given(const char *slot) {
  for (uint32_t i = 0; i < given.n; i++) {
    const char *have = made.slots.v[given.v[i]];
    if (!strcmp(have, slot)) return true;
    /* a sum brings its unit and its "about" */
    if (!strcmp(have, "value") &&
        (!strcmp(slot, "unit") || !strcmp(slot, "mod")))
      return true;
  }
  return false;
}

/* ------------------------------------------------------------------ lines */

static const char *p; /* the reading place in a line */

static void blanks(void) { p += strspn(p, " \t"); }

static truc__pattern *cur;

static const struct {
  const char *name;
  truc__source src;
  int arg;
} sources[] = {{"subject", SRC_SUBJECT, 4},
               {"object", SRC_OBJECT, 1},
               {"pair", SRC_PAIR, 0},
               {"other", SRC_OTHER, 2},
               {"country", SRC_COUNTRY, 2},
               {"slot", SRC_SLOT, 2},
               {"reference", SRC_REFERENCE, 2},
               {"inside", SRC_INSIDE, 2},
               {"left", SRC_LEFT, 1},
               {"right", SRC_RIGHT, 1},
               {"class", SRC_CLASS, 3},
               {"behind", SRC_BEHIND, 3},
               {"words", SRC_WORDS, 3},
               {"after", SRC_AFTER, 3},
               {"at", SRC_AT, 1},
               {"owner", SRC_OWNER, 1},
               {"toward", SRC_TOWARD, 1},
               {"holder", SRC_HOLDER, 0},
               {"unit", SRC_UNIT, 0},
               {"giver", SRC_GIVER, 0},
               {"taker", SRC_TAKER, 0},
               {"anywhere", SRC_ANYWHERE, 1},
               {"visitor", SRC_VISITOR, 0},
               {"host", SRC_HOST, 0}};

/* source, source(ARG), 'code', in order of preference */
static void fill_line(bool always) {
  blanks();
  size_t n = name_length(p);
  if (!n) fail(p, "expected a slot");
  truc__fill f;
  memset(&f, 0, sizeof f);
  f.slot = give(p, n);
  f.always = always;
  p += n;
  blanks();
  if (*p++ != '=') fail(p - 1, "expected '='");
  do {
    blanks();
    f.code = NULL;
    f.mask = 0;
    if (*p == '\'') {
      const char *from = ++p;
      while (*p && *p != '\'') p++;
      if (!*p) fail(from, "code without an end");
      f.source = SRC_CODE;
      f.code = copy(from, (size_t)(p++ - from));
      PUSH(made.fills, f);
      blanks();
      continue;
    }
    n = name_length(p);
    size_t i = 0, ns = sizeof sources / sizeof sources[0];
    while (i < ns &&
           (strlen(sources[i].name) != n || memcmp(sources[i].name, p, n)))
      i++;
    if (i == ns) fail(p, "unknown source '%.*s'", (int)n, p);
    f.source = (uint8_t)sources[i].src;
    p += n;
    if (sources[i].arg && (sources[i].arg != 4 || *p == '(')) {
      if (*p++ != '(') fail(p - 1, "expected '('");
      n = name_length(p);
      if (sources[i].arg == 1 || sources[i].arg == 4)
        f.mask = type_mask(p, n);
      else if (sources[i].arg == 3)
        f.mask = (uint32_t)class_named(p, n);
      else
        f.code = made.slots.v[speak(p, n)];
      p += n;
      if (*p++ != ')') fail(p - 1, "expected ')'");
    }
    PUSH(made.fills, f);
    blanks();
  } while (*p == ',' && p++);
  if (*p) fail(p, "unexpected text");
}

static void end_of_line(void) {
  blanks();
  if (*p) fail(p, "unexpected text");
}

static int modality_named(const char *s, size_t n) {
  static const char *const names[] = {"actual", "planned",  "desired",
                                      "agreed", "expected", "conditional",
                                      "denied"};
  for (int i = 0; i < 7; i++)
    if (strlen(names[i]) == n && !memcmp(names[i], s, n)) return i;
  return -1;
}

static void modality_line(void) {
  blanks();
  size_t n = name_length(p);
  if (n == 4 && !memcmp(p, "noun", 4)) {
    cur->flags |= PATTERN_NOUN;
  } else if (n == 4 && !memcmp(p, "bare", 4)) {
    cur->flags |= PATTERN_BARE_PLANNED;
  } else if (n == 7 && !memcmp(p, "follows", 7)) {
    cur->flags |= PATTERN_FOLLOWS;
  } else {
    int m = modality_named(p, n);
    if (m < 0) fail(p, "unknown modality");
    cur->modality = (int8_t)m;
  }
  p += n;
  end_of_line();
}

static void date_line(void) {
  static const char *const names[] = {"none", "clause", "before",
                                      "year", "now",    "document"};
  blanks();
  size_t n = name_length(p);
  int i = 0;
  while (i < 6 && (strlen(names[i]) != n || memcmp(names[i], p, n))) i++;
  if (i == 6) fail(p, "date is none, clause, before, year, now or document");
  cur->date = (uint8_t)i;
  p += n;
  blanks();
  if (!strncmp(p, "needed", 6)) {
    cur->flags |= PATTERN_NEEDDATE;
    p += 6;
  }
  end_of_line();
}

static void priority_line(void) {
  char *end;
  long n = strtol(p, &end, 10);
  if (end == p) fail(p, "expected a number");
  if (n < -1000 || n > 1000) fail(p, "a priority of -1000 to 1000");
  cur->priority = (int16_t)n;
  p = end;
  end_of_line();
}

static void match_line(void) {
  blanks();
  truc__line l;
  memset(&l, 0, sizeof l);
  static words cuts;
  line_needs needs;
  p = read_expression(p, &needs, &cuts);
  if (*p) fail(p, "unexpected text");
  if (!made.code.n) fail(p, "expected an element");
  for (int i = 0; i < TRUC__NEEDS; i++) {
    l.cls[i] = needs.cls[i];
    if (l.cls[i] == 0xFFFF) l.cls[i] = (uint16_t)truc__lex.nclass;
    l.types[i] = needs.types[i] ? needs.types[i] : TRUC__NO_TYPE;
  }
  l.pattern = (uint16_t)(made.patterns.n - 1);
  tree_plant(&cuts, made.lines.n);
  PUSH(made.lines, l);
  /* a line that stands only at the start of a sentence is rare enough */
  bool by_word = l.cls[0] == truc__lex.nclass && !needs.first;
  bool by_nothing = by_word ? !needs.word : l.cls[0] == truc__lex.nclass;
  if (needs.tags && by_nothing && !needs.types[0])
    fail(needs.tags, "beside tags a line needs a class, a word or a name");
  PUSH(made.line_words, by_word ? needs.word : 0);
  cur->nline++;
}

static void names_line(bool distribute) {
  for (;;) {
    blanks();
    size_t n = name_length(p);
    if (!n) break;
    uint16_t s = speak(p, n);
    p += n;
    if (distribute) {
      cur->distribute = s;
      cur->flags |= PATTERN_DISTRIBUTE;
    } else {
      PUSH(made.requires, s);
    }
  }
  if (*p) fail(p, "unexpected text");
}

/* context TYPE TYPE ... */
static void context_line(void) {
  for (size_t n; blanks(), (n = name_length(p)) > 0; p += n)
    cur->context |= type_mask(p, n);
  if (*p) fail(p, "unexpected text");
}

/* refuse SLOT code code ... -> "SLOT|code|code|" */
static void refuse_line(void) {
  truc__buf b = {0};
  if (name_length(p)) speak(p, name_length(p));
  for (size_t n; blanks(), (n = name_length(p)) > 0; p += n) {
    truc__buf_put(&b, p, n);
    truc__buf_chr(&b, '|');
  }
  if (b.rc || !b.n || *p) fail(p, "expected a slot and codes");
  cur->refuse = copy(b.p, b.n);
  truc__buf_release(&b);
}

/* split FROM TO */
static void split_line(void) {
  size_t n = name_length(p);
  if (!n) fail(p, "expected two slots");
  cur->split = speak(p, n);
  p += n;
  blanks();
  n = name_length(p);
  if (!n) fail(p, "expected two slots");
  cur->split_to = give(p, n);
  cur->flags |= PATTERN_SPLIT;
  p += n;
  end_of_line();
}

/* "sentence" => slot=value ..., or "sentence" alone that must not match.  A
** value runs up to the next "slot=". */
static void sentence_line(bool matches) {
  blanks();
  const char *from = p;
  if (*p != '"') fail(p, "expected a sentence in quotes");
  const char *to = strstr(from, "\" =>");
  if (!to) to = strrchr(from, '"');
  if (to == from) fail(from, "quotation without an end");
  if (to == from + 1) fail(from, "an empty sentence");
  p = to + 1;
  blanks();
  if (!matches) {
    if (*p) fail(p, "unexpected text");
    nnot++;
    return;
  }
  nmatching++;
  if (strncmp(p, "=>", 2)) fail(p, "expected '=>' and the slots");
  p += 2;
  blanks();
  size_t n = name_length(p);
  if (!n || p[n] != '=') fail(p, "expected slot=value");
  for (const char *q = p; (q = strchr(q, '=')) != NULL; q++) {
    const char *name = q;
    while (name > p && name_char(name[-1])) name--;
    n = (size_t)(q - name);
    if (!n) fail(q, "expected slot=value");
    if (!q[1] || q[1] == ' ') fail(q + 1, "expected a value");
    if (n != 8 || memcmp(name, "modality", 8)) speak(name, n);
  }
}

static void pattern_line(void) {
  static const char *const kinds[] = {
#define X(name) #name,
      TRUC_KINDS(X)
#undef X
  };
  blanks();
  size_t n = name_length(p);
  if (!n) fail(p, "expected a name");
  truc__pattern t;
  memset(&t, 0, sizeof t);
  head = place_of(p);
  given.n = spoken.n = nmatching = nnot = 0;
  t.name = copy(p, n);
  t.why = "";
  for (uint32_t i = 0; i < made.patterns.n; i++)
    if (!strcmp(made.patterns.v[i].name, t.name))
      fail(p, "pattern '%s' stands twice", t.name);
  p += n;
  blanks();
  n = name_length(p);
  int k = 0;
  while (k < TRUC_NKINDS && (strlen(kinds[k]) != n || memcmp(kinds[k], p, n)))
    k++;
  if (k == TRUC_NKINDS) fail(p, "unknown kind '%.*s'", (int)n, p);
  p += n;
  end_of_line();
  t.kind = (uint16_t)k;
  t.line = made.lines.n;
  t.modality = -1;
  t.date = DATE_CLAUSE;
  t.fill = made.fills.n;
  t.require = made.requires.n;
  PUSH(made.patterns, t);
  cur = &made.patterns.v[made.patterns.n - 1];
}

static bool keyword(const char *w) {
  size_t n = strlen(w);
  if (strncmp(p, w, n) || (p[n] && p[n] != ' ' && p[n] != '\t')) return false;
  p += n;
  blanks();
  return true;
}

static void end_pattern(void) {
  if (!cur) return;
  if (!cur->nline) fail_there(head, "pattern without a match line");
  if (!*cur->why) fail_there(head, "pattern without a why");
  for (uint32_t i = 0; i < spoken.n; i++)
    if (!is_given(made.slots.v[spoken.v[i].slot]))
      fail_there(spoken.v[i].where, "no match or fill line gives slot '%s'",
                 made.slots.v[spoken.v[i].slot]);
  if (nmatching < 2)
    fail_there(head, "at least two sentences that match, not %u", nmatching);
  if (!nnot) fail_there(head, "at least one sentence that must not match");
  cur->nfill = made.fills.n - cur->fill;
  cur->nrequire = made.requires.n - cur->require;
}

static void parse_line(char *s) {
  line_start = p = s;
  blanks();
  if (!*p || *p == '#') return;
  if (keyword("class")) return; /* gen/lex.c reads those */
  if (keyword("pattern")) {
    end_pattern();
    pattern_line();
    return;
  }
  if (!cur) fail(p, "expected 'class' or 'pattern'");
  if (keyword("why"))
    cur->why = copy(p, strlen(p));
  else if (keyword("match"))
    match_line();
  else if (keyword("fill"))
    fill_line(false);
  else if (keyword("fill!"))
    fill_line(true);
  else if (keyword("require"))
    names_line(false);
  else if (keyword("distribute"))
    names_line(true);
  else if (keyword("refuse"))
    refuse_line();
  else if (keyword("context"))
    context_line();
  else if (keyword("split"))
    split_line();
  else if (keyword("date"))
    date_line();
  else if (keyword("modality"))
    modality_line();
  else if (keyword("priority"))
    priority_line();
  else if (*p == '+' || *p == '-')
    sentence_line(*p++ == '+');
  else
    fail(p, "unknown line");
}

static void read_file(const char *name) {
  FILE *f = fopen(name, "rb");
  if (!f) {
    fprintf(stderr, "gen-facts: %s: %s\n", name, strerror(errno));
    exit(1);
  }
  static char buf[1 << 16];
  file_name = name;
  cur = NULL;
  for (line_no = 1; fgets(buf, sizeof buf, f); line_no++) {
    size_t n = strlen(buf);
    if (n == sizeof buf - 1) fail(NULL, "line too long");
    while (n && isspace((unsigned char)buf[n - 1])) buf[--n] = '\0';
    parse_line(buf);
  }
  end_pattern();
  cur = NULL;
  fclose(f);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: gen-facts OUT_DIR FILE.pat ...\n");
    return 2;
  }
  for (int i = 2; i < argc; i++) read_file(argv[i]);
  FILE *f = out_open("gen-facts", argv[1], "facts.c");
  put_tables(f);
  out_close("gen-facts", f);
  return 0;
}

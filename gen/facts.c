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
**     EXPRESSION := alternatives separated by '|'
**     item       := [!] [slot:] atom [? | +]
**     atom       := "words" | @class | TYPE | LIST(expr) | LIST(expr, expr)
**                 | ( expr ) | ..N | ...N | SECTORS | PHRASE | ^ | not @class
*/
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "facts/compile.h"
#include "lex.h"
#include "name/classes.h"
#include "text/fold.h"
#include "value/classes.h"

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

static char *copy(const char *s, size_t n) {
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

static uint16_t give(const char *at, size_t n) {
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

/* ------------------------------------------------------------- expression */

static const char *p; /* the reading place in a line */

static void blanks(void) {
  while (*p == ' ' || *p == '\t') p++;
}

static bool name_char(char c) {
  return isalnum((unsigned char)c) || c == '_' || c == '.' || c == '-';
}

static size_t name_length(const char *s) {
  size_t n = 0;
  while (name_char(s[n])) n++;
  while (n && s[n - 1] == '.') n--; /* ".." is a gap, not part of a name */
  return n;
}

static uint32_t emit(uint32_t op, uint32_t a) {
  PUSH(made.code, op | a << 8);
  return made.code.n - 1;
}

static uint32_t emit_split(void) {
  uint32_t at = emit(OP_SPLIT, 0);
  PUSH(made.code, 0);
  PUSH(made.code, 0); /* filled by find_sought */
  return at;
}

static void set_split(uint32_t at, uint32_t x, uint32_t y) {
  made.code.v[at] = OP_SPLIT | x << 8;
  made.code.v[at + 1] = y;
}

/* Of these classes no phrase comes to the fact room: whose they are. */
static const char *other_reader(int c) {
#define X(name) || c == LEX_##name
  if (false TRUC__NAME_SHARED(X)) return NULL;
  if (false TRUC__NAME_BEGINS(X) TRUC__NAME_NAMES(X) TRUC__NAME_OTHERS(X))
    return "name";
#undef X
#define X(name, bit) || c == LEX_##name
  return false TRUC__VALUE_CLASSES(X) ? "value" : NULL;
#undef X
}

static int class_named(const char *s, size_t n) {
  char *name = copy(s, n);
  int c = truc__lex_class(name);
  if (c < 0) fail(s, "no class '%s' in data/lex or data/facts", name);
  const char *room = other_reader(c);
  if (room)
    fail(s, "class '%s' is the %s room's: see src/%s/classes.h", name, room,
         room);
  free(name);
  return c;
}

static const struct {
  const char *name;
  uint32_t op, mask;
} types[] = {
    {"PERSON", OP_CHUNK, CH_PERSON},
    {"COUNTRY", OP_CHUNK, CH_COUNTRY},
    {"PAIR", OP_CHUNK, CH_PAIR},
    {"BOTH", OP_CHUNK, CH_BOTH},
    {"ORG", OP_CHUNK, CH_ORG | CH_FORUM},
    {"FORUM", OP_CHUNK, CH_FORUM},
    {"FRAME", OP_CHUNK, CH_FORUM | CH_AGREEMENT},
    {"AGREEMENT", OP_CHUNK, CH_AGREEMENT},
    {"PLACE", OP_CHUNK, CH_PLACE},
    {"EVENT", OP_CHUNK, CH_EVENT},
    {"GROUP", OP_CHUNK, CH_GROUP},
    {"LEADER", OP_CHUNK, CH_PERSON | CH_GROUP | CH_BOTH},
    {"PARTY", OP_CHUNK, CH_COUNTRY | CH_PAIR | CH_ORG | CH_FORUM | CH_GROUP},
    {"STATE", OP_CHUNK, CH_COUNTRY | CH_PAIR | CH_ORG | CH_FORUM},
    {"ACTOR", OP_CHUNK,
     CH_PERSON | CH_COUNTRY | CH_PAIR | CH_ORG | CH_FORUM | CH_GROUP | CH_BOTH},
    {"SITE", OP_CHUNK, CH_PLACE | CH_ORG | CH_EVENT},
    {"DATE", OP_VALUE, 1u << TRUC_VAL_DATE},
    {"DURATION", OP_VALUE, 1u << TRUC_VAL_DURATION},
    {"NUMBER", OP_VALUE, 1u << TRUC_VAL_NUMBER},
    {"MONEY", OP_VALUE, 1u << TRUC_VAL_MONEY},
    {"PERCENT", OP_VALUE, 1u << TRUC_VAL_PERCENT},
    {"QUANTITY", OP_VALUE, 1u << TRUC_VAL_QUANTITY},
    {"RANK", OP_VALUE, 1u << TRUC_VAL_RANK},
    {"ORDINAL", OP_VALUE, 1u << TRUC_VAL_ORDINAL},
    {"SUM", OP_VALUE,
     1u << TRUC_VAL_MONEY | 1u << TRUC_VAL_PERCENT | 1u << TRUC_VAL_QUANTITY},
    {"SECTORS", OP_SECTORS, 0},
    {"PHRASE", OP_PHRASE, 0},
};
#define NTYPES (sizeof types / sizeof types[0])

/* What a line cannot match without: of the elements outside options and
** alternatives, the predicate's class (or the first one) and another, the types
** of chunk and kinds of value, and the predicate's word (or the first one). */
static struct needs {
  uint16_t cls[TRUC__NEEDS];
  uint32_t types[TRUC__NEEDS];
  uint32_t word; /* symbol, 0 none */
  bool fixed;    /* cls[0] is the predicate's */
  bool first;    /* the line stands at the start of a sentence */
} needs;
static bool at_anchor; /* the atom being read is the predicate */
static int depth;      /* 0: what is read here must occur */

static void expression(void);

static void need_class(uint32_t c) {
  if (depth) return;
  uint16_t *n = needs.cls;
  if (at_anchor && !needs.fixed) {
    n[1] = n[0];
    n[0] = (uint16_t)c;
    needs.fixed = true;
  } else if (n[0] == 0xFFFF) {
    n[0] = (uint16_t)c;
  } else if (n[0] != c) {
    n[1] = (uint16_t)c;
  }
}

static void need_type(uint32_t op, uint32_t mask) {
  if (depth) return;
  if (op == OP_VALUE) mask <<= TRUC__CHUNK_BITS;
  if (op != OP_VALUE && op != OP_CHUNK) return;
  for (int i = 0; i < TRUC__NEEDS; i++) {
    if (needs.types[i] == mask) return;
    if (needs.types[i]) continue;
    needs.types[i] = mask;
    return;
  }
}

/* "words ...": every word a symbol. */
static void literal(void) {
  const char *start = ++p;
  while (*p && *p != '"') {
    while (*p == ' ') p++;
    const char *w = p;
    while (*p && *p != ' ' && *p != '"') p++;
    if (p == w) continue;
    char key[TRUC__FOLD_MAX];
    size_t n = truc__fold_key(w, (size_t)(p - w), key);
    uint32_t sym = n ? truc__lex_symbol(key, n) : 0;
    if (!sym) fail(w, "unknown word '%.*s'", (int)(p - w), w);
    emit(OP_LIT, sym);
    if (!depth && (at_anchor || !needs.word)) needs.word = sym;
  }
  if (*p != '"') fail(start, "quotation without an end");
  p++;
}

/* ..N (within a comma) and ...N (over commas): at most N elements, as few as
** possible. */
static void gap(void) {
  const char *at = p;
  uint32_t dots = 0, n = 6;
  while (*p == '.') p++, dots++;
  if (dots < 2 || dots > 3) fail(at, "a gap is '..' or '...'");
  if (isdigit((unsigned char)*p)) n = (uint32_t)strtoul(p, (char **)&p, 10);
  if (n > 60) fail(at, "a gap of at most 60 elements");
  emit(OP_SEEK, n * 2 + (dots == 3));
  PUSH(made.code, 0); /* filled by find_sought */
}

static void list(void) {
  /* x ( SEPARATOR x )*, or LIST(x, y): x ( SEPARATOR y )* */
  const char *from = p;
  expression();
  if (*p == ',') from = ++p;
  const char *to = from == p ? NULL : p;
  uint32_t again = emit_split();
  emit(OP_SEPARATOR, 0);
  p = from;
  depth++; /* there need be no second member */
  expression();
  depth--;
  if (to && p != to) fail(from, "internal: list read differently");
  uint32_t s = emit(OP_JUMP, again);
  (void)s;
  set_split(again, again + 3, made.code.n);
}

static void type_atom(void) {
  size_t n = name_length(p);
  if (n == 4 && !memcmp(p, "LIST", 4) && p[4] == '(') {
    p += 5;
    list();
    blanks();
    if (*p != ')') fail(p, "expected ')'");
    p++;
    return;
  }
  for (size_t i = 0; i < NTYPES; i++) {
    if (strlen(types[i].name) != n || memcmp(types[i].name, p, n)) continue;
    emit(types[i].op, types[i].mask);
    need_type(types[i].op, types[i].mask);
    p += n;
    return;
  }
  fail(p, "unknown element '%.*s'", (int)(n ? n : 1), p);
}

static void atom(void) {
  blanks();
  if (*p == '"') {
    literal();
  } else if (*p == '@') {
    size_t n = name_length(++p);
    int c = class_named(p, n);
    need_class((uint32_t)c);
    emit(OP_CLASS, (uint32_t)c);
    p += n;
  } else if (*p == '(') {
    p++;
    expression();
    blanks();
    if (*p != ')') fail(p, "expected ')'");
    p++;
  } else if (*p == '.') {
    gap();
  } else if (*p == '^') {
    p++;
    emit(OP_START, 0);
    if (!depth) needs.first = true;
  } else if (!strncmp(p, "not ", 4)) {
    p += 4;
    blanks();
    if (*p != '@') fail(p, "expected @class after 'not'");
    size_t n = name_length(++p);
    emit(OP_NOTNEXT, (uint32_t)class_named(p, n));
    p += n;
  } else {
    type_atom();
  }
}

/* Is an item followed by '?' ?  The atom is read twice: first to find out. */
static bool option_follows(void) {
  uint32_t mark = made.code.n;
  struct needs keep = needs;
  const char *from = p;
  atom();
  bool yes = *p == '?';
  made.code.n = mark;
  needs = keep;
  p = from;
  return yes;
}

static void item(void) {
  bool anchor = *p == '!';
  if (anchor) p++;
  size_t n = name_length(p);
  bool slot = n && p[n] == ':';
  uint32_t s = 0;
  if (slot) {
    s = give(p, n);
    p += n + 1;
  }
  bool option = option_follows();
  uint32_t split = option ? emit_split() : 0;
  if (option) depth++;
  if (anchor) emit(OP_ANCHOR, 0);
  if (slot) emit(OP_OPEN, s);
  at_anchor = anchor && !option;
  atom();
  at_anchor = false;
  if (slot) emit(OP_CLOSE, s);
  if (option) {
    depth--;
    p++;
    set_split(split, split + 3, made.code.n);
  }
}

static words cuts;  /* where the elements of the line end */
static int nesting; /* of expressions: 1 is the line itself */

/* A gap belongs to what follows it, which it looks for. */
static bool is_gap(uint32_t from) {
  return made.code.n == from + 2 && (made.code.v[from] & 0xFF) == OP_SEEK;
}

static void sequence(void) {
  for (;;) {
    blanks();
    if (!*p || *p == ')' || *p == '|' || *p == ',') return;
    uint32_t from = made.code.n;
    item();
    if (nesting == 1 && !depth && !is_gap(from)) PUSH(cuts, made.code.n);
  }
}

static void expression(void) {
  /* SPLIT a, b; a ...; JUMP end; b ... */
  const char *from = p;
  bool many = false;
  int level = 0;
  bool quoted = false;
  nesting++;
  for (const char *q = p; *q && (level > 0 || *q != ')' || quoted); q++) {
    if (*q == '"') quoted = !quoted;
    if (quoted) continue;
    if (*q == '(') level++;
    if (*q == ')') level--;
    if (*q == '|' && level == 0) many = true;
  }
  if (!many) {
    sequence();
    nesting--;
    return;
  }
  p = from;
  depth++;
  VEC(uint32_t) ends = {0};
  for (;;) {
    uint32_t s = emit_split();
    sequence();
    if (*p != '|') { /* the last one: its split needs no second way */
      set_split(s, s + 3, s + 3);
      break;
    }
    p++;
    uint32_t j = emit(OP_JUMP, 0);
    PUSH(ends, j);
    set_split(s, s + 3, made.code.n);
  }
  for (uint32_t i = 0; i < ends.n; i++)
    made.code.v[ends.v[i]] = OP_JUMP | made.code.n << 8;
  VEC_FREE(ends);
  depth--;
  nesting--;
}

/* ------------------------------------------------------------------ lines */

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
               {"at", SRC_AT, 1},
               {"owner", SRC_OWNER, 1},
               {"toward", SRC_TOWARD, 1},
               {"holder", SRC_HOLDER, 0},
               {"unit", SRC_UNIT, 0},
               {"anywhere", SRC_ANYWHERE, 1},
               {"visitor", SRC_VISITOR, 0},
               {"host", SRC_HOST, 0}};

static uint32_t type_mask(const char *s, size_t n) {
  for (size_t i = 0; i < NTYPES; i++)
    if (types[i].op == OP_CHUNK && strlen(types[i].name) == n &&
        !memcmp(types[i].name, s, n))
      return types[i].mask;
  fail(s, "unknown type '%.*s'", (int)n, s);
}

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
  needs = (struct needs){{0xFFFF, 0xFFFF}, {0}, 0, false, false};
  at_anchor = false;
  expression();
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
  char path[4096];
  snprintf(path, sizeof path, "%s/facts.c", argv[1]);
  FILE *f = fopen(path, "wb");
  if (!f) {
    fprintf(stderr, "gen-facts: %s: %s\n", path, strerror(errno));
    return 1;
  }
  put_tables(f);
  if (fclose(f)) {
    fprintf(stderr, "gen-facts: cannot write: %s\n", strerror(errno));
    return 1;
  }
  return 0;
}

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

#include "base/lexicon.h"
#include "fact/pattern.h"
#include "lex.h"
#include "name/classes.h"
#include "text/fold.h"

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

static void fail(const char *at, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), noreturn));
static void fail(const char *at, const char *fmt, ...) {
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

#define PUSH(a, x)                                    \
  do {                                                \
    if (!VEC_PUSH(a, x)) fail(NULL, "out of memory"); \
  } while (0)

static VEC(uint32_t) code;
static VEC(truc__line) lines;
static VEC(uint32_t) line_words; /* [lines] the word each is looked up by */
static VEC(truc__opening) begins;
static VEC(truc__fill) fills;
static VEC(uint16_t) requires;
static VEC(truc__pattern) patterns;
static VEC(char *) slots;

static char *copy(const char *s, size_t n) {
  char *p = malloc(n + 1);
  if (!p) fail(NULL, "out of memory");
  memcpy(p, s, n);
  p[n] = '\0';
  return p;
}

static uint16_t slot_of(const char *s, size_t n) {
  for (uint32_t i = 0; i < slots.n; i++)
    if (strlen(slots.v[i]) == n && !memcmp(slots.v[i], s, n))
      return (uint16_t)i;
  PUSH(slots, copy(s, n));
  return (uint16_t)(slots.n - 1);
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
    const char *have = slots.v[given.v[i]];
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
  PUSH(code, op | a << 8);
  return code.n - 1;
}

static uint32_t emit_split(void) {
  uint32_t at = emit(OP_SPLIT, 0);
  PUSH(code, 0);
  PUSH(code, 0); /* filled by find_sought */
  return at;
}

static void set_split(uint32_t at, uint32_t x, uint32_t y) {
  code.v[at] = OP_SPLIT | x << 8;
  code.v[at + 1] = y;
}

/* Of these classes no phrase comes to the fact room. */
static bool for_names_alone(int c) {
#define X(name) || c == LEX_##name
  if (false TRUC__NAME_SHARED(X)) return false;
  return false TRUC__NAME_BEGINS(X) TRUC__NAME_NAMES(X) TRUC__NAME_OTHERS(X);
#undef X
}

static int class_named(const char *s, size_t n) {
  char *name = copy(s, n);
  int c = truc__lex_class(name);
  if (c < 0) fail(s, "no class '%s' in data/lex or data/facts", name);
  if (for_names_alone(c))
    fail(s, "class '%s' is the name room's: see src/name/classes.h", name);
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
  PUSH(code, 0); /* filled by find_sought */
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
  set_split(again, again + 3, code.n);
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
  uint32_t mark = code.n;
  struct needs keep = needs;
  const char *from = p;
  atom();
  bool yes = *p == '?';
  code.n = mark;
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
    set_split(split, split + 3, code.n);
  }
}

static VEC(uint32_t) cuts; /* where the elements of the line end */
static int nesting;        /* of expressions: 1 is the line itself */

/* A gap belongs to what follows it, which it looks for. */
static bool is_gap(uint32_t from) {
  return code.n == from + 2 && (code.v[from] & 0xFF) == OP_SEEK;
}

static void sequence(void) {
  for (;;) {
    blanks();
    if (!*p || *p == ')' || *p == '|' || *p == ',') return;
    uint32_t from = code.n;
    item();
    if (nesting == 1 && !depth && !is_gap(from)) PUSH(cuts, code.n);
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
    set_split(s, s + 3, code.n);
  }
  for (uint32_t i = 0; i < ends.n; i++)
    code.v[ends.v[i]] = OP_JUMP | code.n << 8;
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
      PUSH(fills, f);
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
        f.code = slots.v[speak(p, n)];
      p += n;
      if (*p++ != ')') fail(p - 1, "expected ')'");
    }
    PUSH(fills, f);
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

/* Words of an instruction. */
static uint32_t words_of(uint32_t word) {
  uint32_t op = word & 0xFF;
  return op == OP_SPLIT ? 3 : op == OP_SEEK ? 2 : 1;
}

/* Sets of instructions, each ended by 0. */
static VEC(uint32_t) sets;

typedef VEC(uint32_t) words;

static void add_word(words *set, uint32_t word) {
  for (uint32_t i = 0; i < set->n; i++)
    if (set->v[i] == word) return;
  PUSH(*set, word);
}

/* Adds what a program can consume first; false: not known, or nothing. */
static bool first_of(words *set, const uint32_t *program, uint32_t pc,
                     uint32_t end) {
  while (pc < end) {
    uint32_t op = program[pc] & 0xFF, a = program[pc] >> 8;
    switch (op) {
      case OP_LIT:
      case OP_CLASS:
      case OP_CHUNK:
      case OP_VALUE:
      case OP_SEPARATOR: add_word(set, program[pc]); return true;
      case OP_OPEN:
      case OP_CLOSE:
      case OP_ANCHOR:
      case OP_NOTNEXT: pc++; break;
      case OP_JUMP: pc = a; break;
      case OP_SPLIT:
        if (a != program[pc + 1] &&
            !first_of(set, program, program[pc + 1], end))
          return false;
        pc = a;
        break;
      default: return false;
    }
  }
  return false;
}

static uint32_t set_of(const words *set) {
  for (uint32_t from = 0; from < sets.n; from++) {
    uint32_t n = 0;
    while (n < set->n && sets.v[from + n] == set->v[n]) n++;
    if (n == set->n && !sets.v[from + n]) return OP_ANYOF | from << 8;
  }
  uint32_t from = sets.n;
  for (uint32_t i = 0; i < set->n; i++) PUSH(sets, set->v[i]);
  PUSH(sets, 0);
  return OP_ANYOF | from << 8;
}

/* What the program at `pc` consumes first: an instruction, a set of them, or 0:
** not known. */
static uint32_t consumes(const uint32_t *program, uint32_t pc, uint32_t end) {
  words set = {0};
  uint32_t word = 0;
  if (first_of(&set, program, pc, end))
    word = set.n == 1 ? set.v[0] : set_of(&set);
  VEC_FREE(set);
  return word;
}

/* Tells every SEEK and SPLIT of the line what it looks for. */
static void find_sought(uint32_t from) {
  for (uint32_t pc = from; pc < code.n; pc += words_of(code.v[pc])) {
    uint32_t op = code.v[pc] & 0xFF;
    if (op == OP_SEEK)
      code.v[pc + 1] = consumes(code.v, pc + 2, code.n);
    else if (op == OP_SPLIT && code.v[pc] >> 8 != code.v[pc + 1])
      code.v[pc + 2] = consumes(code.v, code.v[pc] >> 8, code.n);
  }
}

/* ------------------------------------------------------------------- tree
**
** Lines that begin with the same elements share them: a node of the tree is an
** element with its program, in addresses relative to its beginning; a line ends
** in a node of its own. */

#define NO_NODE UINT32_MAX
typedef struct node {
  uint32_t *program, n;
  uint32_t parent, line; /* NO_NODE: a root; an element */
  uint32_t code;         /* where the program stands in the end */
} node;
static VEC(node) nodes;

static void shift(uint32_t *program, uint32_t n, uint32_t by) {
  for (uint32_t pc = 0; pc < n; pc += words_of(program[pc])) {
    uint32_t op = program[pc] & 0xFF;
    if (op != OP_SPLIT && op != OP_JUMP) continue;
    program[pc] += by << 8;
    if (op == OP_SPLIT) program[pc + 1] += by;
  }
}

static uint32_t node_of(uint32_t parent, uint32_t from, uint32_t end) {
  uint32_t n = end - from;
  shift(code.v + from, n, -from);
  for (uint32_t i = 0; i < nodes.n; i++) {
    const node *x = &nodes.v[i];
    if (x->parent == parent && x->line == NO_NODE && x->n == n &&
        !memcmp(x->program, code.v + from, n * sizeof *code.v))
      return i;
  }
  node x = {malloc((n + 1) * sizeof *code.v), n, parent, NO_NODE, 0};
  if (!x.program) fail(NULL, "out of memory");
  memcpy(x.program, code.v + from, n * sizeof *code.v);
  PUSH(nodes, x);
  return nodes.n - 1;
}

/* Moves the program of the line just read into the tree. */
static void plant(void) {
  uint32_t at = NO_NODE, from = 0;
  if (!cuts.n || cuts.v[cuts.n - 1] != code.n) PUSH(cuts, code.n);
  for (uint32_t i = 0; i < cuts.n; i++) {
    at = node_of(at, from, cuts.v[i]);
    from = cuts.v[i];
  }
  node end = {NULL, 0, at, lines.n, 0};
  PUSH(nodes, end);
  code.n = cuts.n = 0;
}

static void match_line(void) {
  blanks();
  truc__line l;
  memset(&l, 0, sizeof l);
  needs = (struct needs){{0xFFFF, 0xFFFF}, {0}, 0, false, false};
  at_anchor = false;
  expression();
  if (*p) fail(p, "unexpected text");
  if (!code.n) fail(p, "expected an element");
  find_sought(0);
  for (int i = 0; i < TRUC__NEEDS; i++) {
    l.cls[i] = needs.cls[i];
    if (l.cls[i] == 0xFFFF) l.cls[i] = (uint16_t)truc__lex.nclass;
    l.types[i] = needs.types[i] ? needs.types[i] : TRUC__NO_TYPE;
  }
  l.pattern = (uint16_t)(patterns.n - 1);
  plant();
  PUSH(lines, l);
  /* a line that stands only at the start of a sentence is rare enough */
  bool by_word = l.cls[0] == truc__lex.nclass && !needs.first;
  PUSH(line_words, by_word ? needs.word : 0);
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
      PUSH(requires, s);
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
  for (uint32_t i = 0; i < patterns.n; i++)
    if (!strcmp(patterns.v[i].name, t.name))
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
  t.line = lines.n;
  t.modality = -1;
  t.date = DATE_CLAUSE;
  t.fill = fills.n;
  t.require = requires.n;
  PUSH(patterns, t);
  cur = &patterns.v[patterns.n - 1];
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
    if (!is_given(slots.v[spoken.v[i].slot]))
      fail_there(spoken.v[i].where, "no match or fill line gives slot '%s'",
                 slots.v[spoken.v[i].slot]);
  if (nmatching < 2)
    fail_there(head, "at least two sentences that match, not %u", nmatching);
  if (!nnot) fail_there(head, "at least one sentence that must not match");
  cur->nfill = fills.n - cur->fill;
  cur->nrequire = requires.n - cur->require;
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

/* ----------------------------------------------------------------- output */

static void put_string(FILE *f, const char *s) {
  fputc('"', f);
  for (; *s; s++) {
    if (*s == '"' || *s == '\\') fputc('\\', f);
    fputc(*s, f);
  }
  fputc('"', f);
}

/* Nodes in their final order: first those in which lines end. */
static VEC(uint32_t) order;  /* [nodes] index in `nodes` */
static VEC(uint32_t) number; /* [nodes] the other way round */

/* The only child of an element, if that is an element too, else NO_NODE. */
static uint32_t only_child(uint32_t of) {
  uint32_t found = NO_NODE;
  for (uint32_t i = 0; i < nodes.n; i++) {
    if (nodes.v[i].parent != of) continue;
    if (found != NO_NODE || nodes.v[i].line != NO_NODE) return NO_NODE;
    found = i;
  }
  return found;
}

/* Elements that only follow one another are one node. */
static void join_elements(void) {
  for (uint32_t i = 0, c; i < nodes.n; i++) {
    node *x = &nodes.v[i];
    if (x->line != NO_NODE || !x->program) continue;
    while ((c = only_child(i)) != NO_NODE) {
      node *y = &nodes.v[c];
      x->program = realloc(x->program, (x->n + y->n) * sizeof *code.v);
      if (!x->program) fail(NULL, "out of memory");
      shift(y->program, y->n, x->n);
      memcpy(x->program + x->n, y->program, y->n * sizeof *code.v);
      x->n += y->n;
      free(y->program);
      y->program = NULL;
      y->parent = c; /* nobody's child */
      for (uint32_t k = 0; k < nodes.n; k++)
        if (nodes.v[k].parent == c && k != c) nodes.v[k].parent = i;
    }
  }
}

static void lay_out(void) {
  join_elements();
  for (uint32_t i = 0; i < nodes.n; i++)
    if (nodes.v[i].line != NO_NODE) PUSH(order, i);
  for (uint32_t i = 0; i < nodes.n; i++)
    if (nodes.v[i].program) PUSH(order, i);
  for (uint32_t i = 0; i < nodes.n; i++) PUSH(number, 0);
  for (uint32_t i = 0; i < order.n; i++) number.v[order.v[i]] = i;
  for (uint32_t i = lines.n; i < order.n; i++) {
    node *x = &nodes.v[order.v[i]];
    x->code = code.n;
    shift(x->program, x->n, code.n);
    for (uint32_t k = 0; k < x->n; k++) PUSH(code, x->program[k]);
    emit(OP_FORK, i);
  }
}

static uint32_t root_begins; /* first entry of the root at work */

static void begins_with(int sort, uint32_t which) {
  truc__opening b = {(uint16_t)sort, which};
  PUSH(begins, b);
}

static void begins_with_chunk(uint32_t mask) {
  for (uint32_t i = 0; i < begins.n; i++)
    if (i >= root_begins && begins.v[i].sort == BEGIN_CHUNK) {
      begins.v[i].which |= mask;
      return;
    }
  begins_with(BEGIN_CHUNK, mask);
}

static void begins_with_bits(int sort, uint32_t bits) {
  for (uint32_t i = 0; bits; i++, bits >>= 1)
    if (bits & 1) begins_with(sort, i);
}

/* What may the program of a root begin with?  Follows all ways up to the first
** instruction that consumes something. */
static void find_begins(truc__root *r, uint32_t root) {
  VEC(uint32_t) todo = {0};
  VEC(uint32_t) seen = {0};
  PUSH(todo, nodes.v[order.v[root]].code);
  while (todo.n) {
    uint32_t pc = todo.v[--todo.n];
    bool old = false;
    for (uint32_t i = 0; i < seen.n; i++) old |= seen.v[i] == pc;
    if (old) continue;
    PUSH(seen, pc);
    uint32_t a = code.v[pc] >> 8;
    switch (code.v[pc] & 0xFF) {
      case OP_SPLIT:
        PUSH(todo, a);
        PUSH(todo, code.v[pc + 1]);
        break;
      case OP_FORK:
        for (uint32_t i = lines.n; i < order.n; i++)
          if (nodes.v[order.v[i]].parent == order.v[a])
            PUSH(todo, nodes.v[order.v[i]].code);
        break;
      case OP_JUMP: PUSH(todo, a); break;
      case OP_START: r->at_start = 1; /* fall through */
      case OP_OPEN:
      case OP_CLOSE:
      case OP_ANCHOR:
      case OP_NOTNEXT: PUSH(todo, pc + 1); break;
      case OP_LIT: begins_with(BEGIN_SYM, a); break;
      case OP_CLASS: begins_with(BEGIN_CLASS, a); break;
      case OP_CHUNK: begins_with_chunk(a); break;
      case OP_VALUE: begins_with_bits(BEGIN_VALUE, a); break;
      default: begins_with(BEGIN_ANY, 0); break;
    }
  }
  VEC_FREE(todo);
  VEC_FREE(seen);
}

static int by_begin(const void *a, const void *b) {
  const truc__opening *x = a, *y = b;
  if (x->sort != y->sort) return x->sort < y->sort ? -1 : 1;
  return x->which < y->which ? -1 : x->which > y->which;
}

/* Sorts the begins from `from` on and drops what stands twice, or beside
** "anything". */
static void tidy_begins(uint32_t from) {
  uint32_t n = from;
  qsort(begins.v + from, begins.n - from, sizeof *begins.v, by_begin);
  for (uint32_t i = from; i < begins.n; i++)
    if (begins.v[i].sort == BEGIN_ANY) {
      begins.v[from] = begins.v[i];
      begins.n = from + 1;
    }
  for (uint32_t i = from; i < begins.n; i++)
    if (i == from || by_begin(&begins.v[i], &begins.v[i - 1]))
      begins.v[n++] = begins.v[i];
  begins.n = n;
}

static void put_nodes(FILE *f) {
  uint32_t nroot = 0, root = 0;
  fputs("const truc__node truc__nodes[] = {", f);
  for (uint32_t i = 0; i < order.n; i++) {
    const node *x = &nodes.v[order.v[i]];
    uint32_t up =
        x->parent == NO_NODE ? TRUC__ROOT | root++ : number.v[x->parent];
    fprintf(f, "%s{%u,%u,%u},", i % 6 ? "" : "\n", (unsigned)x->code,
            (unsigned)consumes(code.v, x->code, x->code + x->n), (unsigned)up);
  }
  fprintf(f, "{0,0,0}};\nconst uint32_t truc__nnode = %u;\n",
          (unsigned)order.n);
  fputs("const truc__root truc__roots[] = {", f);
  for (uint32_t i = lines.n; i < order.n; i++) {
    if (nodes.v[order.v[i]].parent != NO_NODE) continue;
    truc__root r = {i, begins.n, 0, 0};
    root_begins = begins.n;
    find_begins(&r, i);
    tidy_begins(r.begin);
    r.nbegin = (uint16_t)(begins.n - r.begin);
    fprintf(f, "%s{%u,%u,%u,%u},", nroot++ % 6 ? "" : "\n", (unsigned)r.node,
            (unsigned)r.begin, r.nbegin, r.at_start);
  }
  fputs("{0,0,0,0}};\nconst truc__opening truc__openings[] = {", f);
  for (uint32_t i = 0; i < begins.n; i++)
    fprintf(f, "%s{%u,%u},", i % 8 ? "" : "\n", begins.v[i].sort,
            (unsigned)begins.v[i].which);
  fputs("{0,0}};\n", f);
}

static void put_tables(FILE *f) {
  fprintf(f, "const uint32_t truc__sets[] = {");
  for (uint32_t i = 0; i < sets.n; i++)
    fprintf(f, "%s%uu,", i % 10 ? "" : "\n", (unsigned)sets.v[i]);
  fprintf(f, "0};\nconst uint32_t truc__programs[] = {");
  for (uint32_t i = 0; i < code.n; i++)
    fprintf(f, "%s%uu,", i % 10 ? "" : "\n", (unsigned)code.v[i]);
  fprintf(f, "0};\nconst truc__fill truc__fills[] = {\n");
  for (uint32_t i = 0; i < fills.n; i++) {
    truc__fill *x = &fills.v[i];
    fprintf(f, "{%u,%u,%u,%uu,", x->slot, x->source, x->always,
            (unsigned)x->mask);
    if (x->code)
      put_string(f, x->code);
    else
      fputs("0", f);
    fputs("},\n", f);
  }
  fprintf(f, "{0,0,0,0,0}};\nconst uint16_t truc__requires[] = {");
  for (uint32_t i = 0; i < requires.n; i++) fprintf(f, "%u,", requires.v[i]);
  fprintf(f, "0};\nconst char *const truc__slots[] = {\n");
  for (uint32_t i = 0; i < slots.n; i++) {
    put_string(f, slots.v[i]);
    fputs(",\n", f);
  }
  fprintf(f, "0};\nconst uint32_t truc__nslot = %u;\n", (unsigned)slots.n);
}

/* Is the line looked up by this class (by_type: by this type)? */
static bool keyed(uint32_t line, bool by_type, uint32_t which) {
  const truc__line *l = &lines.v[line];
  if (!by_type) return l->cls[0] == which;
  return l->cls[0] == truc__lex.nclass && !line_words.v[line] &&
         l->types[0] >> which & 1;
}

/* The lines by what they are looked up by: list and where each slice begins. */
static void put_keys(FILE *f, const char *name, bool by_type, uint32_t n) {
  VEC(uint32_t) at = {0};
  uint32_t k = 0;
  fprintf(f, "static const uint16_t %s_line[] = {", name);
  for (uint32_t w = 0; w < n; w++) {
    PUSH(at, k);
    for (uint32_t i = 0; i < lines.n; i++)
      if (keyed(i, by_type, w))
        fprintf(f, "%s%u,", k++ % 16 ? "" : "\n", (unsigned)i);
  }
  PUSH(at, k);
  fprintf(f, "0};\nstatic const uint16_t %s_at[] = {", name);
  for (uint32_t i = 0; i < at.n; i++)
    fprintf(f, "%s%u,", i % 16 ? "" : "\n", (unsigned)at.v[i]);
  fputs("};\n", f);
  VEC_FREE(at);
}

static int by_symbol(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* The words that lines are looked up by, the lines of each, and one bit for
** every symbol: is it one of them? */
static void put_word_keys(FILE *f) {
  words known = {0};
  uint32_t k = 0;
  for (uint32_t i = 0; i < lines.n; i++)
    if (line_words.v[i]) add_word(&known, line_words.v[i]);
  if (known.n) qsort(known.v, known.n, sizeof *known.v, by_symbol);
  fputs("static const uint32_t word_keys[] = {", f);
  for (uint32_t w = 0; w < known.n; w++)
    fprintf(f, "%u,", (unsigned)known.v[w]);
  fputs("0};\nstatic const uint64_t word_set[] = {", f);
  for (uint32_t w = 0, i = 0; i < known.n; w++) {
    uint64_t bits = 0;
    for (; i < known.n && known.v[i] / 64 == w; i++)
      bits |= UINT64_C(1) << known.v[i] % 64;
    fprintf(f, "0x%llx,%s", (unsigned long long)bits, w % 8 ? "" : "\n");
  }
  fputs("0};\nstatic const uint16_t by_word_line[] = {", f);
  VEC(uint32_t) at = {0};
  for (uint32_t w = 0; w < known.n; w++) {
    PUSH(at, k);
    for (uint32_t i = 0; i < lines.n; i++)
      if (line_words.v[i] == known.v[w])
        fprintf(f, "%s%u,", k++ % 16 ? "" : "\n", (unsigned)i);
  }
  fputs("0};\nstatic const uint16_t by_word_at[] = {", f);
  for (uint32_t w = 0; w < at.n; w++) fprintf(f, "%u,", (unsigned)at.v[w]);
  fprintf(f, "%u};\n#define NWORD_KEYS %u\n", (unsigned)k, (unsigned)known.n);
  VEC_FREE(at);
  VEC_FREE(known);
}

static void put_lines(FILE *f) {
  uint32_t k = 0;
  fprintf(f, "const truc__line truc__lines[] = {\n");
  for (uint32_t i = 0; i < lines.n; i++)
    fprintf(f, "{%u,{%u,%u},{%uu,%uu}},%s", lines.v[i].pattern,
            lines.v[i].cls[0], lines.v[i].cls[1], (unsigned)lines.v[i].types[0],
            (unsigned)lines.v[i].types[1], i % 4 == 3 ? "\n" : "");
  fprintf(f, "{0,{0,0},{0,0}}};\nconst uint32_t truc__nline = %u;\n",
          (unsigned)lines.n);
  put_keys(f, "by_class", false, truc__lex.nclass);
  put_keys(f, "by_type", true, TRUC__TYPE_BITS);
  put_word_keys(f);
  fputs("static const uint8_t wakes[] = {", f);
  for (uint32_t c = 0; c < truc__lex.nclass; c++) {
    bool any = false;
    for (uint32_t i = 0; i < lines.n; i++) any |= lines.v[i].cls[0] == c;
    fprintf(f, "%s%d,", c % 32 ? "" : "\n", any);
  }
  fputs("0};\nstatic const uint16_t by_nothing[] = {", f);
  for (uint32_t i = 0; i < lines.n; i++)
    if (lines.v[i].cls[0] == truc__lex.nclass && !line_words.v[i] &&
        lines.v[i].types[0] == TRUC__NO_TYPE)
      fprintf(f, "%s%u,", k++ % 16 ? "" : "\n", (unsigned)i);
  fprintf(f,
          "0};\nconst truc__line_index truc__line_keys = {wakes,"
          "\n  by_class_line, by_class_at, by_word_line, by_word_at, word_keys,"
          "\n  word_set, sizeof word_set * 8, NWORD_KEYS, by_type_line,"
          "\n  by_type_at, by_nothing, %u};\n",
          (unsigned)k);
}

static void put_patterns(FILE *f) {
  fprintf(f, "const truc__pattern truc__patterns[] = {\n");
  for (uint32_t i = 0; i < patterns.n; i++) {
    truc__pattern *t = &patterns.v[i];
    fputs("{", f);
    put_string(f, t->name);
    fputs(",", f);
    put_string(f, t->why);
    fprintf(f, ",%u,%u,%u,%d,%u,%u,%d,%u,%u,%u,%u,%u,%u,%u,%uu,",
            (unsigned)t->line, (unsigned)t->nline, t->kind, t->priority,
            t->date, t->flags, t->modality, t->distribute, t->split,
            t->split_to, (unsigned)t->fill, (unsigned)t->nfill,
            (unsigned)t->require, (unsigned)t->nrequire, (unsigned)t->context);
    if (t->refuse)
      put_string(f, t->refuse);
    else
      fputs("0", f);
    fputs("},\n", f);
  }
  fprintf(f,
          "{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}};\n"
          "const uint32_t truc__npattern = %u;\n",
          (unsigned)patterns.n);
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
  fputs(
      "/* Generated by gen/facts.c from data/facts; do not edit. */\n"
      "#include \"fact/pattern.h\"\n",
      f);
  lay_out();
  put_nodes(f);
  put_lines(f);
  put_tables(f);
  put_patterns(f);
  if (fclose(f)) {
    fprintf(stderr, "gen-facts: cannot write: %s\n", strerror(errno));
    return 1;
  }
  return 0;
}

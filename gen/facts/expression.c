/* SPDX-License-Identifier: Apache-2.0 */
/* expression.c - the expression of a match line -> its code.
**
**     EXPRESSION := alternatives separated by '|'
**     item       := [!] [slot:] atom [?]
**     atom       := "words" [tags] | @class [tags] | tags | TYPE | LIST(expr)
**                 | LIST(expr, expr) | ( expr ) | ..N [tags] | ...N [tags]
**                 | SECTORS | PHRASE | ^ | not @class | not tags | [KIND]
**                 | [KIND|KIND ...]
**     tags       := <TAG> | <TAG|TAG ...>
*/
#include <ctype.h>

#include "compile.h"
#include "lex.h"
#include "name/classes.h"
#include "text/fold.h"
#include "value/classes.h"

static const char *p; /* the reading place in a line */

static void blanks(void) { p += strspn(p, " \t"); }

bool name_char(char c) {
  return isalnum((unsigned char)c) || c == '_' || c == '.' || c == '-';
}

size_t name_length(const char *s) {
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
  if (false TRUC__NAME_BEGINS(X) TRUC__NAME_NAMES(X) TRUC__NAME_OTHERS(X)
          TRUC__NAME_NOBODY(X))
    return "name";
#undef X
#define X(name, bit) || c == LEX_##name
  return false TRUC__VALUE_CLASSES(X) ? "value" : NULL;
#undef X
}

int class_named(const char *s, size_t n) {
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

uint32_t type_mask(const char *s, size_t n) {
  for (size_t i = 0; i < NTYPES; i++)
    if (types[i].op == OP_CHUNK && strlen(types[i].name) == n &&
        !memcmp(types[i].name, s, n))
      return types[i].mask;
  fail(s, "unknown type '%.*s'", (int)n, s);
}

static line_needs needs; /* of the line being read */
static bool at_anchor;   /* the atom being read is the predicate */
static int depth;        /* 0: what is read here must occur */

static const char *const tag_names[] = {
#define X(name) #name,
    TRUC_TAGS_LIST(X)
#undef X
};

static uint32_t tag_bit(const char *s, size_t n) {
  for (unsigned i = 0; i < TRUC_NTAGS; i++)
    if (strlen(tag_names[i]) == n && !memcmp(tag_names[i], s, n))
      return 1u << i;
  fail(s, "no tag '%.*s': see truc_tag in truc.h", (int)(n ? n : 1), s);
}

/* <TAG|TAG>: its tags as bits. */
static uint32_t tags(void) {
  uint32_t mask = 0;
  if (!needs.tags) needs.tags = p;
  do {
    p++; /* '<' or '|' */
    blanks();
    size_t n = name_length(p);
    mask |= tag_bit(p, n);
    p += n;
    blanks();
  } while (*p == '|');
  if (*p != '>') fail(p, "expected '>'");
  p++;
  return mask;
}

/* Behind an element whose first word was compiled up to `at`: is that word, in
** its sentence, what the tags say? */
static void tagged(uint32_t at) {
  if (*p != '<') return;
  emit(OP_TAGGED, tags());
  uint32_t *code = made.code.v, test = code[made.code.n - 1];
  memmove(code + at + 1, code + at, (made.code.n - 1 - at) * sizeof *code);
  code[at] = test;
}

/* [KIND|KIND]: what an earlier phase found in the sentence. */
static void found(void) {
  uint32_t mask = 0;
  if (!needs.held) needs.held = p;
  do {
    p++; /* '[' or '|' */
    blanks();
    size_t n = name_length(p);
    mask |= 1u << kind_named(p, n);
    p += n;
    blanks();
  } while (*p == '|');
  if (*p != ']') fail(p, "expected ']'");
  p++;
  emit(OP_FOUND, mask);
  needs.kinds |= mask;
  if (!depth) needs.found = mask;
}

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
  uint32_t from = made.code.n;
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
    if (!depth) needs.words |= TRUC__WORD_BIT(sym);
  }
  if (*p != '"') fail(start, "quotation without an end");
  p++;
  tagged(from + 1);
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
  if (*p == '<') emit(OP_BETWEEN, tags());
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
    tagged(made.code.n);
  } else if (*p == '<') {
    emit(OP_TAG, tags());
  } else if (*p == '[') {
    found();
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
    if (*p == '<') {
      emit(OP_NOTTAG, tags());
      return;
    }
    if (*p != '@') fail(p, "expected @class or <TAG> after 'not'");
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
  line_needs keep = needs;
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

static words *cuts; /* where the elements of the line end */
static int nesting; /* of expressions: 1 is the line itself */

/* A gap belongs to what follows it, which it looks for. */
static bool is_gap(uint32_t from) {
  uint32_t n = made.code.n - from;
  return (made.code.v[from] & 0xFF) == OP_SEEK &&
         (n == 2 || (n == 3 && (made.code.v[from + 2] & 0xFF) == OP_BETWEEN));
}

static void sequence(void) {
  for (;;) {
    blanks();
    if (!*p || *p == ')' || *p == '|' || *p == ',') return;
    uint32_t from = made.code.n;
    item();
    if (nesting == 1 && !depth && !is_gap(from)) PUSH(*cuts, made.code.n);
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
    if (*q == '(' || *q == '<' || *q == '[') level++;
    if (*q == ')' || *q == '>' || *q == ']') level--;
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

const char *read_expression(const char *from, line_needs *of, words *ends) {
  memset(&needs, 0, sizeof needs);
  needs.cls[0] = needs.cls[1] = 0xFFFF;
  at_anchor = false;
  cuts = ends;
  p = from;
  expression();
  *of = needs;
  return p;
}

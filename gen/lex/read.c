/* SPDX-License-Identifier: Apache-2.0 */
/* read.c - the lines of lists and patterns, and what may be wrong in them. */
#include "lists.h"
#include "text/fold.h"

node_list nodes;

/* --------------------------------------------------------------- countries */

typedef struct code {
  char text[4];
} code;
static VEC(code) codes;

/* Of a line "country <tab> CODE <tab> name"; other lines are of no concern. */
static void country_line(char *s) {
  char *col[3];
  if (columns(s, col, 3) < 3 || strcmp(col[0], "country")) return;
  code x;
  if (strlen(col[1]) != 3) fail(col[1], "a country's code has three letters");
  memcpy(x.text, col[1], 4);
  PUSH(codes, x);
}

static bool of_country(uint16_t cls) {
  const char *name = class_name(cls);
  return !strncmp(name, "gpe", 3) || !strcmp(name, "seat") ||
         !strcmp(name, "palace");
}

static void check_code(const char *s) {
  for (uint32_t i = 0; i < codes.n; i++)
    if (!strcmp(codes.v[i].text, s)) return;
  if (!*s) fail(s, "no country's code");
  fail(s, "no country has the code '%s' (data/known/where.tsv)", s);
}

/* ----------------------------------------------------------------- classes */

/* Those of the file that is read, as its line "#classes" names them. */
typedef struct declared {
  char name[64];
  bool used;
  place where;
} declared;
static VEC(declared) of_file;

static void classes_line(const char *s) {
  while (*(s += strspn(s, " ")) != '\0') {
    declared x = {"", false, place_of(s)};
    size_t n = strcspn(s, " ");
    if (n >= sizeof x.name) fail(s, "a class's name is shorter");
    memcpy(x.name, s, n);
    PUSH(of_file, x);
    s += n;
  }
}

static void no_class(const char *s) __attribute__((noreturn));
static void no_class(const char *s) {
  truc__buf all = {0};
  if (!*s) fail(s, "no class");
  if (!of_file.n)
    fail(s, "a line '#classes NAME ...' must say which classes the file has");
  for (uint32_t i = 0; i < of_file.n; i++)
    truc__buf_fmt(&all, " %s", of_file.v[i].name);
  truc__buf_chr(&all, '\0');
  if (all.rc) need(NULL);
  fail(s, "no class '%s' here; one of:%s", s, all.p);
}

static uint16_t class_named(const char *s) {
  for (uint32_t i = 0; i < of_file.n; i++) {
    if (strcmp(of_file.v[i].name, s)) continue;
    of_file.v[i].used = true;
    return class_of(s, strlen(s));
  }
  no_class(s);
}

static void check_used(void) {
  for (uint32_t i = 0; i < of_file.n; i++)
    if (!of_file.v[i].used)
      fail_there(of_file.v[i].where, "no line has the class '%s'",
                 of_file.v[i].name);
  of_file.n = 0;
}

/* -------------------------------------------------------------------- trie */

static uint32_t child(uint32_t at, uint32_t sym) {
  for (uint32_t i = 0; i < nodes.v[at].edge.n; i++)
    if (nodes.v[at].edge.v[i].sym == sym) return nodes.v[at].edge.v[i].node;
  node fresh;
  memset(&fresh, 0, sizeof fresh);
  PUSH(nodes, fresh);
  edge e = {sym, nodes.n - 1};
  PUSH(nodes.v[at].edge, e);
  return nodes.n - 1;
}

/* Of these classes a form stands for one thing. */
static bool names_one(uint16_t cls) {
  const char *name = class_name(cls);
  return of_country(cls) || !strcmp(name, "forum") ||
         !strcmp(name, "agreement") || !strcmp(name, "agency");
}

static void check_twice(const char *at, const node *n,
                        const truc__lexentry *e) {
  for (uint32_t k = 0; k < n->entry.n; k++) {
    const truc__lexentry *o = &n->entry.v[k];
    if (o->cls == e->cls && o->id != e->id && names_one(e->cls))
      fail(at, "the form stands for '%s' already", pool.p + o->id);
  }
}

static uint32_t grow(const char *s, size_t n) {
  uint32_t at = 0, depth = 0;
  size_t i = 0;
  while (i < n) {
    while (i < n && s[i] == ' ') i++;
    size_t from = i;
    while (i < n && s[i] != ' ') i++;
    if (i == from) break;
    if (i - from >= TRUC__FOLD_MAX) fail(s + from, "token too long");
    if (++depth > TRUC__LEX_DEPTH) fail(s + from, "form too long");
    uint32_t sym = symbol(s + from, i - from);
    use(sym);
    at = child(at, sym);
  }
  if (at == 0) fail(s, "empty form");
  return at;
}

static void add_form(const char *s, size_t n, truc__lexentry e) {
  uint32_t at = grow(s, n);
  node *x = &nodes.v[at];
  for (uint32_t k = 0; k < x->entry.n; k++) {
    const truc__lexentry *o = &x->entry.v[k];
    if (o->cls == e.cls && o->id == e.id && o->flags == e.flags) return;
  }
  check_twice(s, x, &e);
  PUSH(x->entry, e);
}

static void add_forms(const char *s, truc__lexentry e) {
  for (;;) {
    const char *bar = strchr(s, '|');
    add_form(s, bar ? (size_t)(bar - s) : strlen(s), e);
    if (!bar) return;
    s = bar + 1;
  }
}

/* ------------------------------------------------------------------- lists */

static uint16_t parse_flags(const char *s) {
  uint16_t f = 0;
  if (!*s) fail(s, "no flags; '-' is none");
  for (; *s; s++) {
    switch (*s) {
      case '-': break;
      case 'C': f |= LEX_CAPITAL; break;
      case 'A': f |= LEX_ALLCAP; break;
      case 'U': f |= LEX_UPPER; break;
      case '*': f |= LEX_AMBIGUOUS; break;
      default: fail(s, "unknown flag (known: - C A U *)");
    }
  }
  return f;
}

/* Columns behind the forms are notes for people. */
static void list_line(char *s) {
  char *col[4];
  if (!strncmp(s, "#classes ", 9)) classes_line(s + 9);
  if (!*s || *s == '#') return;
  const int n = columns(s, col, 4);
  if (n < 4) fail(col[n - 1], "expected four columns, parted by tabs");
  truc__lexentry e;
  e.cls = class_named(col[0]);
  if (of_country(e.cls)) check_code(col[1]);
  e.id = string(col[1], strlen(col[1]));
  e.flags = parse_flags(col[2]);
  add_forms(col[3], e);
}

/* ---------------------------------------------------------------- patterns */

/* class NAME [id] = form | form ...; the id is the name unless given */
static void class_line(char *s) {
  char *eq = strstr(s, " = ");
  if (!eq) fail(s, "expected 'class NAME = form | form'");
  *eq = '\0';
  char *id = strchr(s, ' ');
  if (id) *id++ = '\0';
  size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789._");
  if (s[n]) fail(s + n, "a class's name has small letters, digits, '.', '_'");
  truc__lexentry e;
  e.cls = class_of(s, n);
  if (!id) id = s;
  e.id = string(id, strlen(id));
  e.flags = 0;
  add_forms(eq + 3, e);
}

/* "quoted words" of a match line become symbols. */
static void match_line(const char *s) {
  while ((s = strchr(s, '"')) != NULL) {
    const char *end = strchr(++s, '"');
    if (!end) fail(s, "quotation without an end");
    while (s < end) {
      while (*s == ' ') s++;
      const char *from = s;
      while (s < end && *s != ' ') s++;
      if (s > from) symbol(from, (size_t)(s - from));
    }
    s = end + 1;
  }
}

static void pattern_line(char *s) {
  s += strspn(s, " \t");
  if (!strncmp(s, "class ", 6)) class_line(s + 6);
  if (!strncmp(s, "match ", 6)) match_line(s + 6);
}

/* ------------------------------------------------------------------- files */

void begin_lists(void) {
  node root;
  memset(&root, 0, sizeof root);
  truc__buf_chr(&pool, '\0');
  PUSH(nodes, root);
}

static bool ends_in(const char *file, const char *ending) {
  size_t n = strlen(file), k = strlen(ending);
  return n > k && !strcmp(file + n - k, ending);
}

void read_list(const char *file) {
  bool list = !ends_in(file, ".pat") && !ends_in(file, "where.tsv");
  read_lines(file, list                    ? list_line
                   : ends_in(file, ".pat") ? pattern_line
                                           : country_line);
  check_used();
}

/* SPDX-License-Identifier: Apache-2.0 */
/* lex.c - host program: the files of data/lex -> tables/lex.c, tables/lex.h.
**
**     gen-lex OUT_DIR FILE.tsv ... FILE.pat ...
**
** Lines: class <tab> id <tab> flags <tab> form | form | ...
** Of the pattern files it takes the `class NAME [id] = form | form` lines, and
** the quoted words of `match` lines, which must have symbols.
** '#' begins a comment line.  flags: "-" or letters of C A U *.
** A form is written as it is tokenised: blanks between tokens
** ("an ninh - quốc phòng").  Output depends on the content of the files and
** their order alone. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/lexicon.h"
#include "lex/readers.h"
#include "out/out.h"
#include "text/fold.h"

/* base/lexicon.c is not linked here: the table does not exist yet. */

/* Where the reader stands; a table half made is of no use, so that the first
** mistake ends the program. Columns count letters from 1. */
static struct {
  const char *file, *start;
  unsigned line;
} here;

static void die(const char *at, const char *why) {
  unsigned column = 1;
  for (const char *p = here.start; at && p && p < at; p++)
    column += ((unsigned char)*p & 0xC0) != 0x80;
  fprintf(stderr, "%s:%u:%u: %s\n", here.file, here.line, column, why);
  exit(1);
}

static void *need(void *p) {
  if (!p) {
    fprintf(stderr, "gen-lex: out of memory\n");
    exit(1);
  }
  return p;
}
#define PUSH(a, x)                   \
  do {                               \
    if (!VEC_PUSH(a, x)) need(NULL); \
  } while (0)

static void too_many(const char *what) {
  fprintf(stderr, "gen-lex: too many %s\n", what);
  exit(1);
}

/* ------------------------------------------------------- strings, symbols */

static truc__buf pool; /* offset 0 is the empty string */

/* Interning by a linear-probing table of offsets. */
typedef struct {
  uint32_t *slot, *val;
  uint32_t n, cap;
} table;

static uint32_t *table_find(table *t, const char *s, size_t n, bool *isnew) {
  if (t->n * 2 >= t->cap) {
    table old = *t;
    t->cap = old.cap ? old.cap * 2 : 1024;
    t->slot = need(calloc(t->cap, sizeof *t->slot));
    t->val = need(calloc(t->cap, sizeof *t->val));
    for (uint32_t i = 0; i < old.cap; i++) {
      if (!old.slot[i]) continue;
      const char *k = pool.p + old.slot[i];
      uint32_t j = (uint32_t)truc__hash(k, strlen(k)) & (t->cap - 1);
      while (t->slot[j]) j = (j + 1) & (t->cap - 1);
      t->slot[j] = old.slot[i];
      t->val[j] = old.val[i];
    }
    free(old.slot);
    free(old.val);
  }
  uint32_t i = (uint32_t)truc__hash(s, n) & (t->cap - 1);
  for (; t->slot[i]; i = (i + 1) & (t->cap - 1)) {
    const char *k = pool.p + t->slot[i];
    if (strlen(k) == n && !memcmp(k, s, n)) {
      *isnew = false;
      return &t->val[i];
    }
  }
  t->slot[i] = (uint32_t)pool.n;
  truc__buf_put(&pool, s, n);
  truc__buf_chr(&pool, '\0');
  if (pool.rc) need(NULL);
  t->n++;
  *isnew = true;
  return &t->val[i];
}

static table symbols, strings, classes;
static VEC(uint32_t) class_names;

static uint32_t symbol(const char *s, size_t n) {
  char key[TRUC__FOLD_MAX];
  size_t k = truc__fold_key(s, n, key);
  bool isnew;
  uint32_t *v = table_find(&symbols, key, k, &isnew);
  if (isnew) *v = symbols.n; /* ids from 1 */
  return *v;
}

static uint32_t string(const char *s, size_t n) {
  bool isnew;
  uint32_t before = (uint32_t)pool.n;
  uint32_t *v = table_find(&strings, s, n, &isnew);
  if (isnew) *v = before;
  return *v;
}

/* Symbols are told apart by first coming first; in the tables the ones of many
** phrases have the small numbers, so that what is looked at often lies
** together. */
static VEC(uint32_t) uses; /* [symbols + 1] */
static VEC(uint32_t) rank; /* [symbols + 1] the number in the tables */

static void use(uint32_t sym) {
  while (uses.n <= sym) PUSH(uses, 0);
  uses.v[sym]++;
}

static int by_use(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  if (uses.v[x] != uses.v[y]) return uses.v[x] > uses.v[y] ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void rank_symbols(void) {
  uint32_t *order = need(calloc(symbols.n + 1, sizeof *order));
  while (uses.n <= symbols.n) PUSH(uses, 0);
  for (uint32_t s = 1; s <= symbols.n; s++) order[s] = s;
  qsort(order + 1, symbols.n, sizeof *order, by_use);
  for (uint32_t s = 0; s <= symbols.n; s++) PUSH(rank, 0);
  for (uint32_t s = 1; s <= symbols.n; s++) rank.v[order[s]] = s;
  free(order);
}

static uint16_t class_of(const char *s, size_t n) {
  bool isnew;
  uint32_t before = (uint32_t)pool.n;
  uint32_t *v = table_find(&classes, s, n, &isnew);
  if (isnew) {
    *v = class_names.n;
    PUSH(class_names, before);
  }
  return (uint16_t)*v;
}

static const char *class_name(uint32_t cls) {
  return pool.p + class_names.v[cls];
}

/* ------------------------------------------------------------------- trie */

typedef struct {
  uint32_t sym, node;
} edge;
typedef struct {
  VEC(edge) edge;
  VEC(truc__lexentry) entry;
  uint32_t cell; /* its place in the double array */
} node;
static VEC(node) nodes;

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

/* A country's form has one code. */
static bool contradicts(const truc__lexentry *a, const truc__lexentry *b) {
  return a->cls == b->cls && a->id != b->id &&
         !strcmp(class_name(a->cls), "gpe");
}

static void add_form(const char *s, size_t n, truc__lexentry e) {
  uint32_t at = 0, depth = 0;
  size_t i = 0;
  while (i < n) {
    while (i < n && s[i] == ' ') i++;
    size_t from = i;
    while (i < n && s[i] != ' ') i++;
    if (i > from) {
      if (i - from >= TRUC__FOLD_MAX) die(s + from, "token too long");
      if (++depth > TRUC__LEX_DEPTH) die(s + from, "form too long");
      uint32_t sym = symbol(s + from, i - from);
      use(sym);
      at = child(at, sym);
    }
  }
  if (at == 0) die(s, "empty form");
  for (uint32_t k = 0; k < nodes.v[at].entry.n; k++) {
    truc__lexentry *o = &nodes.v[at].entry.v[k];
    if (o->cls == e.cls && o->id == e.id && o->flags == e.flags) return;
    if (contradicts(o, &e))
      die(s, "the form has another country's code already");
  }
  PUSH(nodes.v[at].entry, e);
}

/* ------------------------------------------------------------------ input */

static uint16_t parse_flags(const char *s, size_t n) {
  uint16_t f = 0;
  for (size_t i = 0; i < n; i++) {
    switch (s[i]) {
      case '-': break;
      case 'C': f |= LEX_CAPITAL; break;
      case 'A': f |= LEX_ALLCAP; break;
      case 'U': f |= LEX_UPPER; break;
      case '*': f |= LEX_AMBIGUOUS; break;
      default: die(s + i, "unknown flag (known: - C A U *)");
    }
  }
  return f;
}

static void parse_line(char *s) {
  char *col[4];
  for (int c = 0; c < 4; c++) {
    col[c] = s;
    char *tab = strchr(s, '\t');
    if (c < 3 && !tab) die(s, "expected four columns, parted by tabs");
    if (c < 3) {
      *tab = '\0';
      s = tab + 1;
    } else if (tab) {
      *tab = '\0'; /* further columns are notes for people */
    }
  }
  if (!*col[0]) die(col[0], "no class");
  truc__lexentry e;
  e.cls = class_of(col[0], strlen(col[0]));
  e.id = string(col[1], strlen(col[1]));
  e.flags = parse_flags(col[2], strlen(col[2]));
  for (char *form = col[3];;) {
    char *bar = strchr(form, '|');
    add_form(form, bar ? (size_t)(bar - form) : strlen(form), e);
    if (!bar) break;
    form = bar + 1;
  }
}

/* class NAME [id] = form | form ...; the id is the name unless given */
static void parse_class(char *s) {
  char *eq = strstr(s, " = ");
  if (!eq) die(s, "expected 'class NAME = form | form'");
  *eq = '\0';
  char *id = strchr(s, ' ');
  if (id) *id++ = '\0';
  truc__lexentry e;
  e.cls = class_of(s, strlen(s));
  if (!id) id = s;
  e.id = string(id, strlen(id));
  e.flags = 0;
  for (char *form = eq + 3;;) {
    char *bar = strchr(form, '|');
    add_form(form, bar ? (size_t)(bar - form) : strlen(form), e);
    if (!bar) break;
    form = bar + 1;
  }
}

/* "quoted words" of a match line become symbols. */
static void parse_match(const char *s) {
  while ((s = strchr(s, '"')) != NULL) {
    const char *end = strchr(++s, '"');
    if (!end) die(s, "quotation without an end");
    while (s < end) {
      while (*s == ' ') s++;
      const char *from = s;
      while (s < end && *s != ' ') s++;
      if (s > from) symbol(from, (size_t)(s - from));
    }
    s = end + 1;
  }
}

static void parse_pattern_line(char *s) {
  while (*s == ' ' || *s == '\t') s++;
  if (!strncmp(s, "class ", 6)) parse_class(s + 6);
  if (!strncmp(s, "match ", 6)) parse_match(s + 6);
}

static void read_file(const char *file) {
  size_t name = strlen(file);
  bool patterns = name > 4 && !strcmp(file + name - 4, ".pat");
  FILE *f = fopen(file, "rb");
  if (!f) {
    fprintf(stderr, "gen-lex: %s: %s\n", file, strerror(errno));
    exit(1);
  }
  static char buf[1 << 16];
  here.file = file;
  here.start = buf;
  here.line = 1;
  for (; fgets(buf, sizeof buf, f); here.line++) {
    size_t n = strlen(buf);
    if (n == sizeof buf - 1) die(buf, "line too long");
    while (n && (buf[n - 1] == '\n' || buf[n - 1] == '\r')) buf[--n] = '\0';
    if (n == 0 || buf[0] == '#') continue;
    if (patterns)
      parse_pattern_line(buf);
    else
      parse_line(buf);
  }
  fclose(f);
}

/* ----------------------------------------------------------------- classes */

/* The classes of the fact room have the smallest numbers, then come those of
** the value room: so a room's are a range, and the fact room's fit a few words
** of bits. */
static uint32_t nfacts, values_end;

static uint32_t count_readers(reader from, reader to, uint32_t *number,
                              uint32_t next) {
  for (uint32_t c = 0; c < class_names.n; c++) {
    const reader who = reader_of(class_name(c));
    if (who >= from && who <= to) number[c] = next++;
  }
  return next;
}

static void number_classes(void) {
  uint32_t *number = need(calloc(class_names.n, sizeof *number));
  uint32_t *names = need(calloc(class_names.n, sizeof *names));
  nfacts = count_readers(FOR_OTHERS, FOR_BOTH, number, 0);
  values_end = count_readers(FOR_VALUES, FOR_VALUES, number, nfacts);
  uint32_t end = count_readers(FOR_NAMES, FOR_NAMES, number, values_end);
  count_readers(FOR_NOBODY, FOR_NOBODY, number, end);
  if (nfacts > 64 * TRUC__LEX_WORDS - 1) too_many("classes of facts");
  for (uint32_t i = 0; i < nodes.n; i++)
    for (uint32_t k = 0; k < nodes.v[i].entry.n; k++)
      nodes.v[i].entry.v[k].cls = (uint16_t)number[nodes.v[i].entry.v[k].cls];
  for (uint32_t c = 0; c < class_names.n; c++)
    names[number[c]] = class_names.v[c];
  memcpy(class_names.v, names, class_names.n * sizeof *names);
  free(number);
  free(names);
}

/* ----------------------------------------------------------------- output */

static FILE *out_file(const char *dir, const char *name) {
  FILE *f = out_open("gen-lex", dir, name);
  fputs("/* Generated by gen/lex.c from data/; do not edit. */\n", f);
  return f;
}

static void put_header(const char *dir) {
  FILE *f = out_file(dir, "lex.h");
  fputs("#ifndef TRUC_TABLES_LEX_H\n#define TRUC_TABLES_LEX_H\nenum {\n", f);
  for (uint32_t c = 0; c < class_names.n; c++) {
    fputs("  LEX_", f);
    for (const char *p = class_name(c); *p; p++) fputc(c_name(*p), f);
    fprintf(f, " = %u,\n", (unsigned)c);
  }
  fprintf(f,
          "  LEX_NCLASSES = %u,\n  LEX_NFACTS = %u, /* the first so many */\n"
          "  LEX_VALUES_END = %u /* behind these */\n};\n#endif\n",
          (unsigned)class_names.n, (unsigned)nfacts, (unsigned)values_end);
  out_close("gen-lex", f);
}

static void put_pool(FILE *f) {
  fputs("static const unsigned char pool[] = {", f);
  for (size_t i = 0; i < pool.n; i++)
    fprintf(f, "%s%u,", i % 20 ? "" : "\n", (unsigned char)pool.p[i]);
  fputs("};\n", f);
}

static void put_u32(FILE *f, const char *name, const uint32_t *v, uint32_t n) {
  fprintf(f, "static const uint32_t %s[] = {", name);
  for (uint32_t i = 0; i < n; i++)
    fprintf(f, "%s%u,", i % 12 ? "" : "\n", (unsigned)v[i]);
  fputs("};\n", f);
}

static void put_symbols(FILE *f, uint32_t *nslot) {
  uint32_t cap = 16;
  while (cap < symbols.n * 2) cap *= 2;
  uint32_t *off = need(calloc(cap, sizeof *off));
  uint32_t *id = need(calloc(cap, sizeof *id));
  /* in order of id, so that the layout depends on the input alone */
  uint32_t *by_id = need(calloc(symbols.n + 1, sizeof *by_id));
  for (uint32_t i = 0; i < symbols.cap; i++)
    if (symbols.slot[i]) by_id[symbols.val[i]] = symbols.slot[i];
  for (uint32_t s = 1; s <= symbols.n; s++) {
    const char *k = pool.p + by_id[s];
    uint32_t j = (uint32_t)truc__hash(k, strlen(k)) & (cap - 1);
    while (off[j]) j = (j + 1) & (cap - 1);
    off[j] = by_id[s];
    id[j] = rank.v[s];
  }
  put_u32(f, "symbol", off, cap);
  put_u32(f, "symbol_id", id, cap);
  *nslot = cap;
  free(off);
  free(id);
  free(by_id);
}

/* ------------------------------------------------------------ double array */

static VEC(truc__lexcell) cells;

static void reach(uint32_t n) {
  static const truc__lexcell none = {UINT32_MAX, 0, 0, 0, 0, 0};
  while (cells.n < n) PUSH(cells, none);
}

static bool is_free(uint32_t at) { return cells.v[at].owner == UINT32_MAX; }

static bool room_at(const node *n, uint32_t base) {
  reach(base + symbols.n + 1);
  for (uint32_t k = 0; k < n->edge.n; k++)
    if (!is_free(base + n->edge.v[k].sym)) return false;
  return true;
}

/* The children go to the first place where all of them find an empty cell;
** *from is the first empty cell. */
static void place(node *n, uint32_t *from) {
  uint32_t first = n->edge.v[0].sym, at = *from > first ? *from : first + 1;
  while (!room_at(n, at - first)) at++;
  uint32_t base = n == nodes.v ? 0 : at - first;
  cells.v[n->cell].base = base;
  for (uint32_t k = 0; k < n->edge.n; k++) {
    nodes.v[n->edge.v[k].node].cell = base + n->edge.v[k].sym;
    cells.v[base + n->edge.v[k].sym].owner = n->cell;
  }
  while (*from < cells.n && !is_free(*from)) ++*from;
}

static int by_symbol(const void *a, const void *b) {
  const edge *x = a, *y = b;
  return x->sym < y->sym ? -1 : x->sym > y->sym;
}

static int by_edges(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  if (nodes.v[x].edge.n != nodes.v[y].edge.n)
    return nodes.v[x].edge.n > nodes.v[y].edge.n ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* Level by level, since a cell must know its owner's place; in a level the
** nodes of many edges first. */
static void place_all(void) {
  VEC(uint32_t) level = {NULL, 0, 0}, next = {NULL, 0, 0};
  uint32_t from = 1;
  reach(symbols.n + 1);
  cells.v[0].owner = 0;
  PUSH(level, 0);
  while (level.n) {
    next.n = 0;
    qsort(level.v, level.n, sizeof *level.v, by_edges);
    for (uint32_t k = 0; k < level.n; k++) {
      node *n = &nodes.v[level.v[k]];
      if (!n->edge.n) continue;
      qsort(n->edge.v, n->edge.n, sizeof *n->edge.v, by_symbol);
      place(n, &from);
      for (uint32_t i = 0; i < n->edge.n; i++) PUSH(next, n->edge.v[i].node);
    }
    level.n = 0;
    for (uint32_t k = 0; k < next.n; k++) PUSH(level, next.v[k]);
  }
  VEC_FREE(level);
  VEC_FREE(next);
}

static void put_cells(FILE *f) {
  fputs("static const truc__lexcell cell[] = {\n", f);
  for (uint32_t i = 0; i < cells.n; i++) {
    const truc__lexcell *c = &cells.v[i];
    if (is_free(i))
      fputs("{~0u,0,0,0,0,0},", f);
    else
      fprintf(f, "{%u,%u,%u,%u,%u,%u},", (unsigned)c->owner, (unsigned)c->base,
              (unsigned)c->entry, (unsigned)c->nplain, (unsigned)c->nentry,
              (unsigned)c->kind);
    if (i % 4 == 3) fputc('\n', f);
  }
  fputs("};\n", f);
}

/* A bit per edge below the root. */
static void put_maybe(FILE *f) {
  static uint32_t bits[TRUC__LEX_MAYBE / 32];
  for (uint32_t i = 1; i < nodes.n; i++) {
    const node *n = &nodes.v[i];
    for (uint32_t k = 0; k < n->edge.n; k++) {
      uint32_t bit = truc__lex_bit(n->cell, n->edge.v[k].sym);
      bits[bit / 32] |= (uint32_t)1 << bit % 32;
    }
  }
  put_u32(f, "maybe", bits, TRUC__LEX_MAYBE / 32);
}

/* -------------------------------------------------------- kinds of node */

static VEC(truc__lexkind) kinds;

static void add_class(truc__lexkind *x, uint16_t cls) {
  unsigned name = name_bit(class_name(cls)), value = value_bit(class_name(cls));
  if (name) x->names |= (uint64_t)1 << name;
  if (value) x->values |= (uint64_t)1 << value;
  if (cls < nfacts) x->facts[cls / 64] |= (uint64_t)1 << cls % 64;
}

static uint16_t kind_of(const node *n, truc__lexkind x) {
  for (uint32_t j = 0; j < n->entry.n; j++)
    if (!(n->entry.v[j].flags & LEX_SHAPES)) add_class(&x, n->entry.v[j].cls);
  for (uint32_t k = 0; k < kinds.n; k++)
    if (!memcmp(&kinds.v[k], &x, sizeof x)) return (uint16_t)k;
  PUSH(kinds, x);
  return (uint16_t)(kinds.n - 1);
}

static void put_word(FILE *f, uint64_t word) {
  fprintf(f, "0x%08lx%08lxu,", (unsigned long)(word >> 32),
          (unsigned long)(word & 0xffffffffu));
}

static void put_kinds(FILE *f) {
  fputs("static const truc__lexkind kind[] = {\n", f);
  for (uint32_t k = 0; k < kinds.n; k++) {
    const truc__lexkind *x = &kinds.v[k];
    fputc('{', f);
    put_word(f, x->names);
    put_word(f, x->values);
    fputc('{', f);
    for (uint32_t i = 0; i < TRUC__LEX_WORDS; i++) put_word(f, x->facts[i]);
    fprintf(f, "},%u,%u,%u,%u,%u,%u,%u,%u},\n", (unsigned)x->from,
            (unsigned)x->shaped, (unsigned)x->to, (unsigned)x->nvalue,
            (unsigned)x->nbefore, (unsigned)x->nvalues, (unsigned)x->nfacts,
            (unsigned)x->nshaped);
  }
  fputs("};\n", f);
}

/* ---------------------------------------------------------------- entries */

/* The entries of a node with or without flags of shape, of classes that some
** read; their number. */
static uint8_t put_entries(FILE *f, const node *n, bool shaped, reader from,
                           reader to, uint32_t k) {
  uint32_t before = k;
  for (uint32_t j = 0; j < n->entry.n; j++) {
    const truc__lexentry *e = &n->entry.v[j];
    const reader who = reader_of(class_name(e->cls));
    if (shaped != ((e->flags & LEX_SHAPES) != 0)) continue;
    if (who < from || who > to) continue;
    fprintf(f, "{%u,%u,%u},%s", (unsigned)e->cls, (unsigned)e->flags,
            (unsigned)e->id, k % 6 == 5 ? "\n" : "");
    k++;
  }
  return (uint8_t)(k - before);
}

static uint32_t put_node(FILE *f, const node *n, truc__lexcell *c, uint32_t k) {
  truc__lexkind x;
  memset(&x, 0, sizeof x);
  const uint32_t first = c->entry = k;
  k += x.nvalue = put_entries(f, n, false, FOR_VALUES, FOR_VALUES, k);
  k += put_entries(f, n, false, FOR_NOBODY, FOR_NOBODY, k);
  x.nbefore = (uint8_t)(k - first);
  k += put_entries(f, n, false, FOR_OTHERS, FOR_OTHERS, k);
  k += put_entries(f, n, false, FOR_BOTH, FOR_BOTH, k);
  c->nplain = (uint8_t)(k - first);
  k += put_entries(f, n, true, FOR_BOTH, FOR_BOTH, k);
  uint32_t shaped = k;
  k += put_entries(f, n, true, FOR_VALUES, FOR_VALUES, k);
  x.nvalues = (uint8_t)(x.nvalue + (k - shaped));
  k += put_entries(f, n, true, FOR_OTHERS, FOR_OTHERS, k);
  c->nentry = (uint8_t)(k - first);
  x.nfacts = (uint8_t)(c->nentry - x.nbefore);
  x.nshaped = (uint8_t)(c->nentry - c->nplain);
  x.from = (uint8_t)(k - first);
  k += put_entries(f, n, false, FOR_BOTH, FOR_NAMES, k);
  x.shaped = (uint8_t)(k - first);
  k += put_entries(f, n, true, FOR_BOTH, FOR_NAMES, k);
  x.to = (uint8_t)(k - first);
  if (x.from == x.to) x.from = x.shaped = x.to = 0;
  if (x.nvalues) x.names = TRUC__LEX_VALUES;
  if (x.nshaped) x.names |= TRUC__LEX_SHAPED;
  c->kind = kind_of(n, x);
  return k;
}

static void put_trie(FILE *f) {
  for (uint32_t i = 0; i < nodes.n; i++)
    for (uint32_t k = 0; k < nodes.v[i].edge.n; k++)
      nodes.v[i].edge.v[k].sym = rank.v[nodes.v[i].edge.v[k].sym];
  place_all();
  truc__lexkind none;
  memset(&none, 0, sizeof none);
  PUSH(kinds, none);
  fputs("static const truc__lexentry entry[] = {\n", f);
  for (uint32_t k = 0; k < LEX_SLACK; k++) fputs("{0,0,0},", f);
  for (uint32_t i = 0, k = LEX_SLACK; i < nodes.n; i++) {
    const node *n = &nodes.v[i];
    if (n->entry.n > UINT8_MAX / 2) too_many("meanings of a form");
    k = put_node(f, n, &cells.v[n->cell], k);
  }
  fputs("};\n", f);
  if (kinds.n > UINT16_MAX) too_many("kinds of node");
  put_kinds(f);
  put_cells(f);
  put_maybe(f);
}

/* visit.verb and visit.noun are one family. */
static void put_families(FILE *f) {
  uint32_t *family = need(calloc(class_names.n + 1, sizeof *family));
  for (uint32_t c = 0; c < class_names.n; c++) {
    const char *name = class_name(c);
    size_t n = strcspn(name, ".");
    family[c] = c;
    if (name[n] != '.') continue;
    uint32_t k = 0;
    while (strncmp(class_name(k), name, n + 1)) k++;
    family[c] = k;
  }
  put_u32(f, "class_family", family, class_names.n);
  fputs("static const uint64_t class_kin[] = {\n", f);
  for (uint32_t c = 0; c < class_names.n; c++) {
    uint64_t bits = 0;
    for (uint32_t k = 0; k < class_names.n; k++)
      if (family[k] == family[c]) bits |= TRUC__CLASS_BIT(k);
    put_word(f, bits);
  }
  fputs("};\n", f);
  free(family);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: gen-lex OUT_DIR FILE.tsv ...\n");
    return 2;
  }
  truc__buf_chr(&pool, '\0');
  node root;
  memset(&root, 0, sizeof root);
  PUSH(nodes, root);
  for (int i = 2; i < argc; i++) read_file(argv[i]);
  number_classes();
  put_header(argv[1]);
  FILE *f = out_file(argv[1], "lex.c");
  fputs("#include \"base/lexicon.h\"\n", f);
  put_pool(f);
  uint32_t nslot;
  rank_symbols();
  put_symbols(f, &nslot);
  put_trie(f);
  put_u32(f, "class_name", class_names.v, class_names.n);
  put_families(f);
  fprintf(f,
          "const truc__lexicon truc__lex = {(const char *)pool, symbol, "
          "symbol_id, %u, %u,\n  cell, maybe, entry, kind, class_name, "
          "class_family, class_kin, %u};\n",
          (unsigned)nslot, (unsigned)symbols.n, (unsigned)class_names.n);
  out_close("gen-lex", f);
  return 0;
}

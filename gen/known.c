/* SPDX-License-Identifier: Apache-2.0 */
/* known.c - host program: data/known/ -> tables/known.c.
**
**     gen-known OUT_DIR FILE.tsv ...
**
** Lines: per|loc|org|thing <tab> name | name | ...
**        part <tab> first <tab> last <tab> word | word | ...
**        where <tab> country code <tab> place | place | ...
**        country <tab> code <tab> name
**        agency <tab> name <tab> from <tab> until <tab> successor <tab>
**          spelling | ... ~ short name | ...
** '#' begins a comment line.  A name that stands in two kinds is an error; so
** is a spelling of two agencies, unless it is a short name and one of them the
** other's successor. */
#include <stdio.h>
#include <stdlib.h>

#include "name/known.h"
#include "text/fold.h"
#include "out/lines.h"
#include "out/out.h"

#define PUSH(a, x)                              \
  do {                                          \
    if (!VEC_PUSH(a, x) || pool.rc) need(NULL); \
  } while (0)

static truc__buf pool; /* offset 0 is the empty string */

typedef struct {
  uint32_t text, kind;
  int first, last;
  place where;
} entry;
static VEC(entry) names;
static VEC(entry) parts;
static VEC(entry) wheres; /* kind: the code as a number */
static VEC(truc__knowncountry) countries;
static VEC(truc__knownagency) agencies; /* the successor's text, not 1 + n */
static VEC(place) agency_lines;         /* [agencies] */
static VEC(entry) spellings;            /* kind: agency; first: a short name */

static bool parts_words(char c) { return c == ' ' || c == '-' || c == ','; }

/* Folded words joined by blanks; a hyphen or comma parts words too. */
static uint32_t folded(const char *s, size_t n) {
  uint32_t at = (uint32_t)pool.n;
  size_t i = 0;
  while (i < n) {
    while (i < n && parts_words(s[i])) i++;
    size_t from = i;
    while (i < n && !parts_words(s[i])) i++;
    if (i == from) break;
    char key[TRUC__FOLD_MAX];
    size_t k = truc__fold_key(s + from, i - from, key);
    if (!k) fail(s + from, "word too long");
    if (pool.n > at) truc__buf_chr(&pool, ' ');
    truc__buf_put(&pool, key, k);
  }
  if (pool.n == at) fail(s, "empty name");
  if (pool.n - at >= KNOWN_TEXT_MAX) fail(s, "name too long");
  truc__buf_chr(&pool, '\0');
  return at;
}

enum { PART = 0, WHERE = 100, COUNTRY, AGENCY };

static entry folded_entry(const char *s, size_t n, entry e) {
  while (n && *s == ' ') s++, n--;
  while (n && s[n - 1] == ' ') n--;
  e.where = place_of(s);
  e.text = folded(s, n);
  return e;
}

static void add(const char *s, size_t n, entry e) {
  e = folded_entry(s, n, e);
  if (e.kind == PART)
    PUSH(parts, e);
  else if (e.kind >= WHERE)
    PUSH(wheres, e);
  else
    PUSH(names, e);
}

static uint32_t kind_of(const char *s) {
  static const char *const kinds[] = {"part", "per", "loc", "org", "thing"};
  for (uint32_t k = 0; k < 5; k++)
    if (!strcmp(s, kinds[k])) return k;
  if (!strcmp(s, "where")) return WHERE;
  if (!strcmp(s, "country")) return COUNTRY;
  if (!strcmp(s, "agency")) return AGENCY;
  fail(s, "no kind '%s'; one of: per loc org thing part where country agency",
       s);
}

static uint32_t code_of(const char *s) {
  if (strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3 || s[3])
    fail(s, "expected a country's code, three capitals");
  return WHERE + 1 +
         ((uint32_t)(unsigned char)s[0] << 16 |
          (uint32_t)(unsigned char)s[1] << 8 | (uint32_t)(unsigned char)s[2]);
}

/* Text as it is written. */
static uint32_t plain(const char *s) {
  uint32_t at = (uint32_t)pool.n;
  truc__buf_put(&pool, s, strlen(s) + 1);
  return at;
}

static void add_country(const char *code, const char *name) {
  truc__knowncountry c;
  code_of(code);
  memcpy(c.code, code, 4);
  c.name = plain(name);
  PUSH(countries, c);
}

static char *next_column(char **s) {
  char *tab = strchr(*s, '\t'), *column = *s;
  if (!tab) fail(*s, "too few columns: they are parted by tabs");
  *tab = '\0';
  *s = tab + 1;
  return column;
}

/* "2025-02", "2025"; "-" is no date. */
static truc_date month_of(const char *s) {
  truc_date x = {0, 0, 0};
  int year = 0, month = 0, end = 0;
  if (!strcmp(s, "-")) return x;
  int n = sscanf(s, "%4d%n-%2d%n", &year, &end, &month, &end);
  if (n < 1 || s[end] || year < 1900 || month > 12 || (n == 2 && month < 1))
    fail(s, "expected YYYY-MM, YYYY or -");
  x.year = (int16_t)year;
  x.month = (uint8_t)month;
  return x;
}

/* Spellings parted by '|'; those behind '~' are short names. */
static void add_spellings(char *s, entry e) {
  while (*s) {
    size_t n = strcspn(s, "|~");
    if (n > strspn(s, " ")) {
      entry x = folded_entry(s, n, e);
      PUSH(spellings, x);
    }
    e.first |= s[n] == '~';
    s += n + (s[n] != '\0');
  }
}

static int months(truc_date x) { return x.year * 12 + x.month; }

static void add_agency(char *s) {
  truc__knownagency a;
  entry e = {0, agencies.n, 0, 0, place_of(s)};
  char *name = next_column(&s);
  a.name = plain(name);
  a.from = month_of(next_column(&s));
  char *until = next_column(&s);
  a.until = month_of(until);
  if (a.until.year && months(a.until) < months(a.from))
    fail(until, "it ended before it began");
  char *successor = next_column(&s);
  place where = place_of(successor);
  a.successor = plain(successor);
  add_spellings(name, e);
  add_spellings(s, e);
  PUSH(agencies, a);
  PUSH(agency_lines, where);
}

static int weight(const char *s) {
  char *end;
  long n = strtol(s, &end, 10);
  if (end == s || *end || n < -99 || n > 99)
    fail(s, "expected a whole number, -99 to 99, not '%s'", s);
  return (int)n;
}

static void parse_line(char *s) {
  if (!*s || *s == '#') return;
  entry e = {0, kind_of(next_column(&s)), 0, 0, place_of(s)};
  if (e.kind == PART) {
    e.first = weight(next_column(&s));
    e.last = weight(next_column(&s));
  }
  if (e.kind == WHERE) e.kind = code_of(next_column(&s));
  if (e.kind == COUNTRY) {
    char *code = next_column(&s);
    add_country(code, s);
    return;
  }
  if (e.kind == AGENCY) {
    add_agency(s);
    return;
  }
  for (;;) {
    char *bar = strchr(s, '|');
    add(s, bar ? (size_t)(bar - s) : strlen(s), e);
    if (!bar) break;
    s = bar + 1;
  }
}

/* ----------------------------------------------------------------- output */

static uint32_t table_size(uint32_t n) {
  uint32_t cap = 16;
  while (cap < n + n / 2) cap *= 2;
  return cap;
}

/* The slot of each entry, in order of the input; the same text in two kinds is
** an error, the same text twice is none. */
static uint32_t *slots(const entry *v, uint32_t n, uint32_t cap) {
  uint32_t *slot = need(calloc(cap, sizeof *slot));
  for (uint32_t i = 0; i < n; i++) {
    const char *s = pool.p + v[i].text;
    uint32_t k = (uint32_t)truc__hash(s, strlen(s)) & (cap - 1);
    while (slot[k] && strcmp(pool.p + v[slot[k] - 1].text, s))
      k = (k + 1) & (cap - 1);
    const entry *o = slot[k] ? &v[slot[k] - 1] : NULL;
    if (o && o->kind != v[i].kind)
      fail_there(v[i].where, "'%s' is something else in %s:%u", s,
                 o->where.file, o->where.line);
    if (!slot[k]) slot[k] = i + 1;
  }
  return slot;
}

static void put_names(FILE *f, uint32_t cap) {
  uint32_t *slot = slots(names.v, names.n, cap);
  fputs("static const truc__knownname name[] = {\n", f);
  for (uint32_t i = 0; i < cap; i++) {
    const entry *e = slot[i] ? &names.v[slot[i] - 1] : NULL;
    fprintf(f, "{%u,%u},%s", e ? (unsigned)e->text : 0u,
            e ? (unsigned)e->kind : 0u, i % 8 == 7 ? "\n" : "");
  }
  fputs("};\n", f);
  free(slot);
}

static void put_parts(FILE *f, uint32_t cap) {
  uint32_t *slot = slots(parts.v, parts.n, cap);
  fputs("static const truc__knownpart part[] = {\n", f);
  for (uint32_t i = 0; i < cap; i++) {
    const entry *e = slot[i] ? &parts.v[slot[i] - 1] : NULL;
    fprintf(f, "{%u,%d,%d},%s", e ? (unsigned)e->text : 0u, e ? e->first : 0,
            e ? e->last : 0, i % 8 == 7 ? "\n" : "");
  }
  fputs("};\n", f);
  free(slot);
}

static int by_code(const void *a, const void *b) { return memcmp(a, b, 3); }

static uint32_t country_of(const entry *e) {
  for (uint32_t i = 0; i < countries.n; i++)
    if (code_of(countries.v[i].code) == e->kind) return i;
  fail_there(e->where, "no line 'country' has this place's code");
}

static void put_wheres(FILE *f, uint32_t cap) {
  if (countries.n)
    qsort(countries.v, countries.n, sizeof *countries.v, by_code);
  uint32_t *slot = slots(wheres.v, wheres.n, cap);
  fputs("static const truc__knownwhere where[] = {\n", f);
  for (uint32_t i = 0; i < cap; i++) {
    const entry *e = slot[i] ? &wheres.v[slot[i] - 1] : NULL;
    fprintf(f, "{%u,%u},%s", e ? (unsigned)e->text : 0u,
            e ? (unsigned)country_of(e) : 0u, i % 8 == 7 ? "\n" : "");
  }
  fputs("};\nstatic const truc__knowncountry country[] = {\n", f);
  for (uint32_t i = 0; i < countries.n; i++)
    fprintf(f, "{\"%s\",%u},%s", countries.v[i].code,
            (unsigned)countries.v[i].name, i % 6 == 5 ? "\n" : "");
  fputs("};\n", f);
  free(slot);
}

/* ---------------------------------------------------------------- agencies */

/* The texts of successors become 1 + their number, 0 where there is none. */
static void find_successors(void) {
  for (uint32_t i = 0; i < agencies.n; i++) {
    const char *name = pool.p + agencies.v[i].successor;
    uint32_t k = 0;
    while (k < agencies.n && strcmp(pool.p + agencies.v[k].name, name) != 0)
      k++;
    if (k == agencies.n && strcmp(name, "-") != 0)
      fail_there(agency_lines.v[i],
                 "no line 'agency' has the successor '%s'; '-' for none", name);
    agencies.v[i].successor = k == agencies.n ? 0 : k + 1;
  }
}

/* The second agency of a name that is borne by two: the one that took over from
** the first stands second. */
static void join(truc__knowncalled *x, const entry *e) {
  uint32_t a = x->agency[0], b = e->kind + 1;
  const char *name = pool.p + e->text;
  if (x->agency[1] || !e->first || !x->brief)
    fail_there(e->where, "'%s' is another agency's name, too", name);
  bool turned = agencies.v[b - 1].successor == a;
  if (!turned && agencies.v[a - 1].successor != b)
    fail_there(e->where,
               "'%s' is also '%s', and neither is the other's successor", name,
               pool.p + agencies.v[a - 1].name);
  x->agency[0] = (uint16_t)(turned ? b : a);
  x->agency[1] = (uint16_t)(turned ? a : b);
}

static truc__knowncalled *called(uint32_t cap) {
  truc__knowncalled *v = need(calloc(cap, sizeof *v));
  for (uint32_t i = 0; i < spellings.n; i++) {
    const entry *e = &spellings.v[i];
    const char *s = pool.p + e->text;
    uint32_t k = (uint32_t)truc__hash(s, strlen(s)) & (cap - 1);
    while (v[k].text && strcmp(pool.p + v[k].text, s)) k = (k + 1) & (cap - 1);
    if (!v[k].text)
      v[k] = (truc__knowncalled){
          e->text, {(uint16_t)(e->kind + 1), 0}, (uint16_t)e->first};
    else if (v[k].agency[0] != e->kind + 1 && v[k].agency[1] != e->kind + 1)
      join(&v[k], e);
  }
  return v;
}

static void put_agencies(FILE *f, uint32_t cap) {
  find_successors();
  truc__knowncalled *v = called(cap);
  fputs("static const truc__knownagency agency[] = {\n", f);
  for (uint32_t i = 0; i < agencies.n; i++) {
    const truc__knownagency *a = &agencies.v[i];
    fprintf(f, "{%u,{%d,%u,0},{%d,%u,0},%u},\n", (unsigned)a->name,
            a->from.year, a->from.month, a->until.year, a->until.month,
            (unsigned)a->successor);
  }
  fputs("};\nstatic const truc__knowncalled called[] = {\n", f);
  for (uint32_t i = 0; i < cap; i++)
    fprintf(f, "{%u,{%u,%u},%u},%s", (unsigned)v[i].text, v[i].agency[0],
            v[i].agency[1], v[i].brief, i % 6 == 5 ? "\n" : "");
  fputs("};\n", f);
  free(v);
}

static void put_pool(FILE *f) {
  fputs("static const unsigned char pool[] = {", f);
  for (size_t i = 0; i < pool.n; i++)
    fprintf(f, "%s%u,", i % 20 ? "" : "\n", (unsigned char)pool.p[i]);
  fputs("};\n", f);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: gen-known OUT_DIR FILE.tsv ...\n");
    return 2;
  }
  truc__buf_chr(&pool, '\0');
  for (int i = 2; i < argc; i++) read_lines(argv[i], parse_line);
  FILE *f = out_open("gen-known", argv[1], "known.c");
  uint32_t nname = table_size(names.n), npart = table_size(parts.n);
  uint32_t nwhere = table_size(wheres.n), ncalled = table_size(spellings.n);
  fputs(
      "/* Generated by gen/known.c from data/; do not edit. */\n"
      "#include \"name/known.h\"\n",
      f);
  put_pool(f);
  put_names(f, nname);
  put_parts(f, npart);
  put_wheres(f, nwhere);
  put_agencies(f, ncalled);
  fprintf(f,
          "const truc__knowntable truc__known = {(const char *)pool, name, "
          "part, where, country,\n  agency, called, %u, %u, %u, %u, %u};\n",
          (unsigned)nname, (unsigned)npart, (unsigned)nwhere,
          (unsigned)countries.n, (unsigned)ncalled);
  out_close("gen-known", f);
  return 0;
}

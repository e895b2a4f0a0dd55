/* SPDX-License-Identifier: Apache-2.0 */
/* plover.c - host program: data/plover.tsv -> tables/plover.c.
**
**     gen-plover OUT_DIR plover.tsv
**
** The columns stand in the file itself.  Names of kinds, modalities, families,
** contexts and modes are checked here, so that a record never carries a word
** that the manual does not have. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "fact/plover.h"
#include "out/out.h"

static const char *file_name;
static unsigned line_no;

static void fail(const char *fmt, ...)
    __attribute__((format(printf, 1, 2), noreturn));
static void fail(const char *fmt, ...) {
  fprintf(stderr, "%s:%u: ", file_name, line_no);
  va_list ap;
  va_start(ap, fmt);
  vfprintf(stderr, fmt, ap);
  va_end(ap);
  fputc('\n', stderr);
  exit(1);
}

#define X(name) #name,
static const char *const kinds[] = {TRUC_KINDS(X) NULL};
static const char *const families[] = {TRUC__FAMILIES(X) NULL};
static const char *const contexts[] = {TRUC__CONTEXTS(X) NULL};
#undef X
static const char *const modalities[] = {"actual", "planned",  "desired",
                                         "agreed", "expected", "conditional",
                                         "denied", NULL};
static const char *const modes[] = {"visit",        "phone",      "third-party",
                                    "multilateral", "assist",     "change",
                                    "meet",         "disapprove", NULL};
static const char *const events[] = {
    "AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
    "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT", NULL};

static unsigned named(const char *what, const char *const *names, const char *s,
                      size_t n) {
  for (unsigned i = 0; names[i]; i++)
    if (strlen(names[i]) == n && !memcmp(names[i], s, n)) return i;
  fail("unknown %s '%.*s'", what, (int)n, s);
}

/* "a|b" as bits; "-" is none, "*" all. */
static unsigned bits(const char *what, const char *const *names,
                     const char *s) {
  if (!strcmp(s, "-")) return 0;
  if (!strcmp(s, "*")) return 0xFFFF;
  unsigned all = 0;
  for (;;) {
    size_t n = strcspn(s, "|");
    all |= 1u << named(what, names, s, n);
    if (!s[n]) return all;
    s += n + 1;
  }
}

/* ----------------------------------------------------------------- output */

static truc__buf sectors, goods, rules;

static void put(truc__buf *b, const char *s) {
  if (!strcmp(s, "-"))
    truc__buf_str(b, "0");
  else
    truc__buf_fmt(b, "\"%s\"", s);
}

static void field_line(truc__buf *b, char **col) {
  truc__buf_fmt(b, "{\"%s\",%u,%u},\n", col[1],
                named("family", families, col[2], strlen(col[2])),
                bits("context", contexts, col[3]));
}

static void rule_line(char **col) {
  char *slot = col[2], *codes = slot;
  if (strcmp(slot, "-")) {
    codes = strchr(slot, '=');
    if (!codes) fail("expected '-' or slot=code, not '%s'", slot);
    *codes++ = '\0';
  }
  if (strcmp(col[5], "-")) named("event", events, col[5], strlen(col[5]));
  if (strcmp(col[6], "-")) named("mode", modes, col[6], strlen(col[6]));
  if (strspn(col[7], "0123456789-") != strlen(col[7]))
    fail("'%s' is no CAMEO code", col[7]);
  truc__buf_fmt(
      &rules, "{%u,%u,%u,%u,", named("kind", kinds, col[1], strlen(col[1])),
      bits("modality", modalities, col[3]) & 0xFF,
      bits("family", families, col[4]), bits("context", contexts, col[8]));
  for (int i = 0; i < 5; i++) {
    const char *const part[] = {slot, codes, col[5], col[6], col[7]};
    put(&rules, part[i]);
    truc__buf_str(&rules, i < 4 ? "," : "},\n");
  }
}

/* ------------------------------------------------------------------ input */

static void parse_line(char *s) {
  char *col[9];
  int n = 0;
  for (; n < 9 && s; n++) {
    col[n] = s;
    s = strchr(s, '\t');
    if (s) *s++ = '\0';
  }
  bool rule = !strcmp(col[0], "rule");
  if (s || n != (rule ? 9 : 4)) fail("wrong number of columns");
  if (rule)
    rule_line(col);
  else if (!strcmp(col[0], "sector"))
    field_line(&sectors, col);
  else if (!strcmp(col[0], "goods"))
    field_line(&goods, col);
  else
    fail("expected sector, goods or rule, not '%s'", col[0]);
}

static void read_file(const char *name) {
  FILE *f = fopen(name, "rb");
  file_name = name;
  if (!f) fail("%s", strerror(errno));
  char buf[1024];
  for (line_no = 1; fgets(buf, sizeof buf, f); line_no++) {
    size_t n = strlen(buf);
    if (n == sizeof buf - 1) fail("line too long");
    while (n && (buf[n - 1] == '\n' || buf[n - 1] == '\r')) buf[--n] = '\0';
    if (n && buf[0] != '#') parse_line(buf);
  }
  fclose(f);
}

static void put_table(FILE *f, const char *type, const char *name,
                      const char *count, const truc__buf *b, const char *last) {
  unsigned n = 0;
  for (size_t i = 0; i < b->n; i++) n += b->p[i] == '\n';
  fprintf(f, "const truc__plover_%s truc__plover_%s[] = {\n%s{%s}};\n", type,
          name, b->n ? b->p : "", last);
  fprintf(f, "const uint32_t truc__nplover_%s = %u;\n", count, n);
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: gen-plover OUT_DIR plover.tsv\n");
    return 2;
  }
  read_file(argv[2]);
  FILE *f = out_open("gen-plover", argv[1], "plover.c");
  fputs(
      "/* Generated by gen/plover.c from data/plover.tsv; do not edit. */\n"
      "#include \"fact/plover.h\"\n",
      f);
  truc__buf_chr(&sectors, '\0');
  truc__buf_chr(&goods, '\0');
  truc__buf_chr(&rules, '\0');
  put_table(f, "field", "sectors", "sector", &sectors, "0,0,0");
  put_table(f, "field", "goods", "goods", &goods, "0,0,0");
  put_table(f, "rule", "rules", "rule", &rules, "0,0,0,0,0,0,0,0,0");
  out_close("gen-plover", f);
  return 0;
}

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
**       phase N                            (before its match lines)
**       aside
**       distribute slot
**       split slot slot
**       refuse slot code code ...
**       context TYPE TYPE ...
**       + "a sentence that must match" => slot=value ...
**       - "a sentence that must not"
**
** What an EXPRESSION is, facts/expression.c tells; this file reads the files
** and says where something is wrong.
*/
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>

#include "facts/compile.h"
#include "out/out.h"

static const char *file_name;
static unsigned line_no;
static const char *line_start;

place place_of(const char *at) {
  unsigned column = 1;
  for (const char *q = line_start; at && q && q < at; q++)
    column += ((unsigned char)*q & 0xC0) != 0x80;
  return (place){file_name, line_no, column};
}

/* Reports file:line:column and stops: a table half made is of no use. */
static void vfail(place where, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0), noreturn));
static void vfail(place where, const char *fmt, va_list ap) {
  fprintf(stderr, "%s:%u:%u: ", where.file, where.line, where.column);
  vfprintf(stderr, fmt, ap);
  fputc('\n', stderr);
  exit(1);
}

void fail(const char *at, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  vfail(place_of(at), fmt, ap);
}

void fail_there(place where, const char *fmt, ...) {
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

static void read_file(const char *name) {
  FILE *f = fopen(name, "rb");
  if (!f) {
    fprintf(stderr, "gen-facts: %s: %s\n", name, strerror(errno));
    exit(1);
  }
  static char buf[1 << 16];
  file_name = name;
  for (line_no = 1; fgets(buf, sizeof buf, f); line_no++) {
    size_t n = strlen(buf);
    if (n == sizeof buf - 1) fail(NULL, "line too long");
    while (n && isspace((unsigned char)buf[n - 1])) buf[--n] = '\0';
    line_start = buf;
    read_line(buf);
  }
  end_pattern();
  fclose(f);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: gen-facts OUT_DIR FILE.pat ...\n");
    return 2;
  }
  for (int i = 2; i < argc; i++) read_file(argv[i]);
  check_references();
  FILE *f = out_open("gen-facts", argv[1], "facts.c");
  put_tables(f);
  out_close("gen-facts", f);
  return 0;
}

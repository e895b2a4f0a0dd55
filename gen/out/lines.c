/* SPDX-License-Identifier: Apache-2.0 */
/* lines.c - reads lines; says where one is wrong. */
#include "lines.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/base.h"

static struct {
  const char *file, *start;
  unsigned line;
} here = {"data", NULL, 1};

place place_of(const char *at) {
  unsigned column = 1;
  for (const char *p = here.start; at && p && p < at; p++)
    column += ((unsigned char)*p & 0xC0) != 0x80;
  return (place){here.file, here.line, column};
}

static void stop(place where, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0), noreturn));
static void stop(place where, const char *fmt, va_list ap) {
  fprintf(stderr, "%s:%u:%u: ", where.file, where.line, where.column);
  vfprintf(stderr, fmt, ap);
  fputc('\n', stderr);
  exit(1);
}

void fail(const char *at, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  stop(place_of(at), fmt, ap);
}

void fail_there(place where, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  stop(where, fmt, ap);
}

void *need(void *p) {
  if (!p) fail(NULL, "out of memory");
  return p;
}

static void check_letters(const char *s, size_t n) {
  for (size_t i = 0; i < n;) {
    int32_t cp;
    size_t from = i;
    i += truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0) fail(s + from, "invalid UTF-8");
    if (cp == 0xFEFF)
      fail(s + from, "an invisible mark (U+FEFF); write the line anew");
  }
}

void read_lines(const char *file, void (*take)(char *line)) {
  static char buf[1 << 16];
  FILE *f = fopen(file, "rb");
  here.file = file;
  here.line = 1;
  here.start = NULL;
  if (!f) fail(NULL, "%s", strerror(errno));
  for (; fgets(buf, sizeof buf, f); here.line++) {
    char *line = buf;
    size_t n = strlen(buf);
    here.start = buf;
    if (n == sizeof buf - 1) fail(NULL, "line too long");
    while (n && strchr("\n\r ", buf[n - 1])) buf[--n] = '\0';
    if (here.line == 1 && !strncmp(buf, "\xEF\xBB\xBF", 3)) {
      here.start = line += 3;
      n -= 3;
    }
    check_letters(line, n);
    take(line);
  }
  fclose(f);
  here.start = NULL;
}

int columns(char *line, char **column, int most) {
  int n = 0;
  while (line && n < most) {
    column[n++] = line;
    line = strchr(line, '\t');
    if (line) *line++ = '\0';
  }
  return n;
}

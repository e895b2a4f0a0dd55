/* SPDX-License-Identifier: Apache-2.0
**
** report.c - what goes to stdout as data and to stderr as talk.
*/
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"

/* ----------------------------------------------------------------- errors */

int cli_exit_code(truc_rc rc) {
  switch (rc) {
    case TRUC_OK:
    case TRUC_ROW:
    case TRUC_DONE: return CLI_OK;
    case TRUC_EMODEL: return CLI_BADMODEL;
    case TRUC_EARG:
    case TRUC_EPATTERN: return CLI_USAGE;
    case TRUC_EUTF8:
    case TRUC_EJSON:
    case TRUC_EDATE:
    case TRUC_ELIMIT: return CLI_RECORDS;
    default: return CLI_IO;
  }
}

/* How grave a code is: what could not be opened outweighs what failed in it. */
static int gravity(int code) {
  static const int order[] = {0, 1, 4, 2, 3, 5};
  return code >= 0 && code < 6 ? order[code] : 6;
}

static int raise_status(cli *c, int code) {
  if (gravity(code) > gravity(c->status)) c->status = code;
  return code;
}

void cli_put_safe(truc__buf *b, const char *s, size_t n) {
  size_t from = 0; /* what is not put yet */
  for (size_t i = 0; i < n;) {
    int32_t cp = (unsigned char)s[i];
    unsigned k = cp < 0x80 ? 1 : truc__utf8_next(s + i, n - i, &cp);
    i += k;
    if (cp >= 0x20 && (cp < 0x7f || cp >= 0xa0)) continue;
    truc__buf_put(b, s + from, i - k - from);
    for (from = i - k; from < i; from++)
      truc__buf_fmt(b, "\\x%02X", (unsigned char)s[from]);
  }
  truc__buf_put(b, s + from, n - from);
}

/* Columns of a terminal that a text takes, near enough for a caret: one per
** code point, none for combining marks. */
static size_t columns(const char *s, size_t n) {
  size_t w = 0;
  for (size_t i = 0; i < n;) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
    w += !(cp >= 0x300 && cp < 0x370);
  }
  return w;
}

/* The line of the place, at most 72 bytes around it, and a caret below. */
static void put_caret(truc__buf *b, const cli_place *p) {
  enum { AROUND = 36 };
  size_t at = p->at < p->n ? (size_t)p->at : p->n;
  size_t from = at, to = at;
  while (from > 0 && at - from < AROUND && p->text[from - 1] != '\n') from--;
  while (to < p->n && to - at < AROUND && p->text[to] != '\n') to++;
  /* Not inside a character. */
  while (from < at && ((unsigned char)p->text[from] & 0xC0) == 0x80) from++;
  while (to > at && to < p->n && ((unsigned char)p->text[to] & 0xC0) == 0x80)
    to--;
  size_t start = b->n;
  truc__buf_str(b, "  ");
  cli_put_safe(b, p->text + from, at - from);
  size_t width = b->p ? columns(b->p + start, b->n - start) : 0;
  cli_put_safe(b, p->text + at, to - at);
  truc__buf_chr(b, '\n');
  for (size_t i = 0; i < width; i++) truc__buf_chr(b, ' ');
  truc__buf_str(b, "^\n");
}

static void put_place(truc__buf *b, const cli_place *p) {
  truc__buf_str(b, p->file);
  if (p->line) truc__buf_fmt(b, ":%u", (unsigned)p->line);
  if (p->byte && !p->line)
    truc__buf_fmt(b, ": byte %llu", (unsigned long long)p->byte);
  else if (p->byte)
    truc__buf_fmt(b, ":%llu", (unsigned long long)p->byte);
  truc__buf_str(b, ": ");
}

int cli_fail(cli *c, int code, const cli_place *p, const char *hint,
             const char *fmt, ...) {
  char message[400];
  va_list ap;
  va_start(ap, fmt);
  vsnprintf(message, sizeof message, fmt, ap);
  va_end(ap);

  truc__buf b = {0};
  if (p && p->file)
    put_place(&b, p);
  else
    truc__buf_str(&b, "truc: ");
  cli_put_safe(&b, message, strlen(message));
  truc__buf_chr(&b, '\n');
  if (p && p->text) put_caret(&b, p);
  if (hint) truc__buf_fmt(&b, "  try: %s\n", hint);
  if (b.p) fwrite(b.p, 1, b.n, stderr);
  truc__buf_release(&b);
  return raise_status(c, code);
}

int cli_fail_err(cli *c, const char *file, const truc_err *err) {
  cli_place p = {file, NULL, 0, 0, err->line, err->byte};
  const char *message = err->msg[0] ? err->msg : truc_rc_message(err->rc);
  return cli_fail(c, cli_exit_code(err->rc), file ? &p : NULL, NULL, "%s",
                  message);
}

/* ----------------------------------------------------------------- output */

void cli_put(cli *c, const char *fmt, ...) {
  char small[512];
  va_list ap;
  va_start(ap, fmt);
  int n = vsnprintf(small, sizeof small, fmt, ap);
  va_end(ap);
  if (n < 0) return;
  if ((size_t)n < sizeof small) {
    truc__buf_put(&c->out, small, (size_t)n);
    return;
  }
  char *large = truc__realloc(NULL, (size_t)n + 1);
  if (!large) {
    c->out.rc = TRUC_ENOMEM;
    return;
  }
  va_start(ap, fmt);
  vsnprintf(large, (size_t)n + 1, fmt, ap);
  va_end(ap);
  truc__buf_put(&c->out, large, (size_t)n);
  truc__free(large);
}

/* write(2) to the end; false with errno. */
static bool write_all(const char *s, size_t n) {
  while (n > 0) {
    ssize_t k = write(STDOUT_FILENO, s, n);
    if (k < 0 && errno == EINTR) continue;
    if (k < 0) return false;
    s += k;
    n -= (size_t)k;
  }
  return true;
}

bool cli_flush(cli *c) {
  if (c->out.rc) {
    cli_fail(c, CLI_IO, NULL, NULL, "%s", truc_rc_message(c->out.rc));
    truc__buf_release(&c->out);
    c->out = (truc__buf){0};
    return false;
  }
  if (c->broken) {
    truc__buf_reset(&c->out);
    return false;
  }
  fflush(stdout);
  if (!write_all(c->out.p, c->out.n)) {
    c->broken = true;
    cli_fail(c, CLI_IO, NULL, NULL, "cannot write standard output: %s",
             strerror(errno));
  }
  truc__buf_reset(&c->out);
  return !c->broken;
}

bool cli_colour(void) {
  const char *term = getenv("TERM"), *no = getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") && !(no && *no);
}

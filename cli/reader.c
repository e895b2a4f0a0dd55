/* SPDX-License-Identifier: Apache-2.0
**
** reader.c - files and standard input, as pieces of text.
**
** Plain text streams through: never more than a piece and what was read beyond
** it is held.  JSON Lines are read by the source room, a record at a time, and
** a record's long text is cut the same way.
*/
#include "cli/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "source/source.h"

enum {
  READ_SIZE = 64 << 10,
  PIECE_MAX = 4 << 20 /* a piece without any blank is cut here */
};

struct cli_reader {
  cli *c;
  int next;         /* operand to be opened next */
  int fd;           /* -1: none is open */
  const char *file; /* its name as given */
  bool eof, jsonl;
  truc__buf held;   /* plain text read and not yet handed over, from `used` */
  size_t used;
  /* The text being handed over. */
  truc__buf id;
  uint32_t piece, line;
  uint64_t base[3];
  truc_form form;
};

cli_reader *cli_reader_new(cli *c, int first) {
  cli_reader *r = truc__realloc(NULL, sizeof *r);
  if (!r) return NULL;
  *r = (cli_reader){.c = c, .next = first, .fd = -1};
  return r;
}

static void close_file(cli_reader *r) {
  if (r->fd > STDIN_FILENO) close(r->fd);
  r->fd = -1;
}

void cli_reader_free(cli_reader *r) {
  if (!r) return;
  close_file(r);
  truc__buf_release(&r->held);
  truc__buf_release(&r->id);
  truc__free(r);
}

/* ----------------------------------------------------------------- pieces */

/* A bracket or quote that may follow the end of a sentence is passed over. */
static bool sentence_end(const char *s, size_t i) {
  return i > 1 && s[i] == ' ' && strchr(".!?", s[i - 1]) && s[i - 1];
}

/* Back from `to` to the last place where `ends` holds; 0 if there is none. */
static size_t last_place(const char *s, size_t from, size_t to,
                         bool (*ends)(const char *s, size_t i)) {
  for (size_t i = to; i > from; i--)
    if (ends(s, i - 1)) return i;
  return 0;
}
static bool paragraph_end(const char *s, size_t i) {
  return s[i] == '\n' && i > 0 &&
         (s[i - 1] == '\n' || (i > 1 && s[i - 1] == '\r' && s[i - 2] == '\n'));
}
static bool line_end(const char *s, size_t i) { return s[i] == '\n'; }
static bool blank(const char *s, size_t i) {
  return s[i] == ' ' || s[i] == '\t' || s[i] == '\n';
}

size_t cli_piece(const char *s, size_t n) {
  static bool (*const kinds[])(const char *, size_t) = {
      paragraph_end, line_end, sentence_end, blank};
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
    size_t at = last_place(s, CLI_PIECE / 2, CLI_PIECE, kinds[k]);
    if (at) return at;
  }
  /* One unbroken run: on to its end, or to a character's end. */
  size_t i = CLI_PIECE;
  while (i < n && i < PIECE_MAX && !blank(s, i)) i++;
  while (i < n && ((unsigned char)s[i] & 0xC0) == 0x80) i++;
  return i;
}

/* Counts a piece that was handed over. */
static void advance(cli_reader *r, const char *s, size_t n) {
  r->base[TRUC_BYTE] += n;
  for (size_t i = 0; i < n;) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
    r->base[TRUC_CODEPOINT]++;
    r->base[TRUC_UTF16] += cp > 0xFFFF ? 2 : 1;
  }
  for (const char *p = s; (p = memchr(p, '\n', n - (size_t)(p - s))); p++)
    r->line++;
}

/* ------------------------------------------------------------------ files */

/* The file's name without folder and extension. */
static void name_record(cli_reader *r) {
  const char *name = strrchr(r->file, '/');
  name = name ? name + 1 : r->file;
  const char *dot = strrchr(name, '.');
  truc__buf_reset(&r->id);
  truc__buf_put(&r->id, name, dot > name ? (size_t)(dot - name) : strlen(name));
}

/* Reads more; false on an error, which is reported. */
static bool fill(cli_reader *r) {
  if (r->used > 0 && r->used * 2 >= r->held.n) {
    r->held.n -= r->used;
    memmove(r->held.p, r->held.p + r->used, r->held.n);
    r->used = 0;
  }
  if (!truc__buf_room(&r->held, READ_SIZE)) {
    cli_fail(r->c, CLI_IO, NULL, NULL, "%s", truc_rc_message(TRUC_ENOMEM));
    return false;
  }
  ssize_t k;
  do
    k = read(r->fd, r->held.p + r->held.n, READ_SIZE);
  while (k < 0 && errno == EINTR);
  if (k < 0) {
    cli_place p = {r->file, NULL, 0, 0, 0, 0};
    cli_fail(r->c, CLI_IO, &p, NULL, "cannot read: %s", strerror(errno));
    return false;
  }
  r->held.n += (size_t)k;
  r->held.p[r->held.n] = '\0';
  r->eof = k == 0;
  return true;
}

static bool ends_in(const char *s, const char *end) {
  size_t n = strlen(s), k = strlen(end);
  return n > k && !strcmp(s + n - k, end);
}

/* By the name, or by an opening brace and a quote. */
static bool looks_like_jsonl(const cli_reader *r) {
  if (ends_in(r->file, ".jsonl") || ends_in(r->file, ".ndjson")) return true;
  const char *s = r->held.p;
  size_t i = strspn(s, " \t\r\n");
  if (s[i] != '{') return false;
  i++;
  i += strspn(s + i, " \t");
  return s[i] == '"' || s[i] == '}';
}

/* Opens the next operand; false if it cannot be read (reported). */
static bool open_file(cli_reader *r) {
  cli *c = r->c;
  bool none = c->nargs == 0 && r->next == 0;
  r->file = none ? "-" : c->args[r->next];
  r->next++;
  r->fd = !strcmp(r->file, "-") ? STDIN_FILENO
                                : open(r->file, O_RDONLY | O_CLOEXEC);
  if (r->fd < 0) {
    cli_place p = {r->file, NULL, 0, 0, 0, 0};
    cli_fail(c, CLI_IO, &p, NULL, "cannot open: %s", strerror(errno));
    return false;
  }
  truc__buf_reset(&r->held);
  r->used = 0;
  r->eof = false;
  r->piece = 0;
  r->line = 1;
  memset(r->base, 0, sizeof r->base);
  name_record(r);
  return true;
}

/* ---------------------------------------------------------------- records */

static void set_text(cli_slot *s, const char *p, size_t n) {
  truc__buf_reset(&s->text);
  truc__buf_put(&s->text, p, n);
}

/* Hands over the first n bytes of what is held. */
static void hand_over(cli_reader *r, cli_slot *s, size_t n, bool last) {
  const cli *c = r->c;
  const char *p = r->held.p + r->used;
  if (r->piece == 0)
    r->form = c->form == TRUC_FORM_AUTO ? truc__source_form(p, n) : c->form;
  set_text(s, p, n);
  truc__buf_reset(&s->id);
  truc__buf_str(&s->id, r->id.p);
  s->job.rec = (cli_record){.file = r->file,
                            .date = c->date,
                            .has_title = c->title && r->piece == 0,
                            .form = r->form,
                            .line = r->line,
                            .byte = r->base[TRUC_BYTE] + 1,
                            .piece = r->piece++,
                            .last = last};
  memcpy(s->job.base, r->base, sizeof s->job.base);
  if (!last) advance(r, p, n);
  r->used += n;
}

/* The next piece of a plain text; false: the file ended in an error. */
static bool next_text(cli_reader *r, cli_slot *s) {
  bool fine = true;
  while (fine && !r->eof && r->held.n - r->used <= CLI_PIECE) fine = fill(r);
  size_t n = r->held.n - r->used;
  if (!fine) return false;
  /* An unbroken run wants more than a piece before it can be cut. */
  size_t cut = n > CLI_PIECE ? cli_piece(r->held.p + r->used, n) : n;
  while (fine && !r->eof && cut == n && n < PIECE_MAX) {
    fine = fill(r);
    n = r->held.n - r->used;
    cut = n > CLI_PIECE ? cli_piece(r->held.p + r->used, n) : n;
  }
  hand_over(r, s, cut, cut == n && r->eof);
  return fine;
}

bool cli_reader_next(cli_reader *r, cli_slot *s) {
  s->err = (truc_err){0};
  for (;;) {
    if (r->fd < 0) {
      if (r->next > 0 && r->next >= r->c->nargs) return false;
      if (!open_file(r)) continue;
      if (!fill(r)) {
        close_file(r);
        continue;
      }
      r->jsonl = !strcmp(r->c->in, "jsonl") ||
                 (!strcmp(r->c->in, "auto") && looks_like_jsonl(r));
    }
    bool got = next_text(r, s);
    if (!got || s->job.rec.last) close_file(r);
    if (got) return true;
  }
}

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

#include "cli/unpack.h"
#include "source/source.h"

enum {
  READ_SIZE = 64 << 10,
  PIECE_MAX = 4 << 20 /* a piece without any blank is cut here */
};

struct cli_reader {
  cli *c;
  int first, next;    /* operands: the first, and the one to be opened next */
  int fd;             /* -1: none is open */
  cli_unpack *unpack; /* over it */
  const char *file;   /* its name as given */
  bool eof;
  truc__buf held; /* bytes read and not yet handed over, from `used` on */
  size_t used;
  truc__buf name;         /* the file's name without folder and extension */
  truc__records *records; /* of JSON Lines, else NULL */
  truc__field_names fields;
  char key[4][64]; /* what `fields` points to */
  /* The text being handed over. */
  truc__record rec; /* of JSON Lines; text NULL: none is under way */
  size_t rec_used;
  uint32_t piece, line;
  uint64_t base[3];
  truc_form form;
  uint64_t taken; /* bytes of the files closed before */
};

/* Names of JSON fields from --field. */
static void name_fields(cli_reader *r) {
  const char *list = cli_value(r->c, "field");
  const char **field[] = {&r->fields.id, &r->fields.title, &r->fields.date,
                          &r->fields.text};
  static const char *const names[] = {"id", "title", "date", "text"};
  for (int i = 0; i < 4; i++)
    if (cli_pair(list, names[i], r->key[i], sizeof r->key[i]))
      *field[i] = r->key[i];
}

cli_reader *cli_reader_new(cli *c, int first) {
  cli_reader *r = truc__realloc(NULL, sizeof *r);
  if (!r) return NULL;
  *r = (cli_reader){.c = c, .first = first, .next = first, .fd = -1};
  name_fields(r);
  return r;
}

static void close_file(cli_reader *r) {
  if (r->fd > STDIN_FILENO) close(r->fd);
  r->fd = -1;
  if (r->unpack) r->taken += cli_unpack_taken(r->unpack);
  cli_unpack_free(r->unpack);
  r->unpack = NULL;
  truc__records_free(r->records);
  r->records = NULL;
}

void cli_reader_free(cli_reader *r) {
  if (!r) return;
  close_file(r);
  truc__buf_release(&r->held);
  truc__buf_release(&r->name);
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

size_t cli_piece(const char *s, size_t n, size_t most) {
  static bool (*const kinds[])(const char *, size_t) = {paragraph_end, line_end,
                                                        sentence_end, blank};
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
    size_t at = last_place(s, most / 2, most, kinds[k]);
    if (at) return at;
  }
  /* One unbroken run: on to its end, or to a character's end. */
  size_t i = most;
  while (i < n && i < PIECE_MAX && !blank(s, i)) i++;
  while (i < n && ((unsigned char)s[i] & 0xC0) == 0x80) i++;
  return i;
}

/* Counts a piece that was handed over. */
static void advance(cli_reader *r, const char *s, size_t n) {
  r->base[TRUC_BYTE] += n;
  for (size_t i = 0; r->c->unit != TRUC_BYTE && i < n;) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
    r->base[TRUC_CODEPOINT]++;
    r->base[TRUC_UTF16] += cp > 0xFFFF ? 2 : 1;
  }
  for (const char *p = s; (p = memchr(p, '\n', n - (size_t)(p - s))); p++)
    r->line++;
}

/* ------------------------------------------------------------------ files */

static const char *const packed[] = {".gz", ".xz", ".zst"};

/* Length of a name without the ending of a packed file. */
static size_t unpacked(const char *name) {
  size_t n = strlen(name);
  for (size_t i = 0; i < sizeof packed / sizeof packed[0]; i++) {
    size_t m = strlen(packed[i]);
    if (n > m && !strcmp(name + n - m, packed[i])) return n - m;
  }
  return n;
}

static void name_file(cli_reader *r) {
  const char *name = strrchr(r->file, '/');
  name = name ? name + 1 : r->file;
  size_t n = unpacked(name);
  const char *dot = memrchr(name, '.', n);
  truc__buf_reset(&r->name);
  truc__buf_put(&r->name, name, dot > name ? (size_t)(dot - name) : n);
}

/* Does the name end in `end`, packed or not? */
static bool ends_in(const char *s, const char *end) {
  size_t n = unpacked(s), k = strlen(end);
  return n > k && !memcmp(s + n - k, end, k);
}

bool cli_reader_wants(const char *name) {
  return ends_in(name, ".txt") || ends_in(name, ".jsonl") ||
         ends_in(name, ".ndjson");
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

/* Reports an error of the system; false. */
static bool cannot(cli_reader *r, const char *what) {
  cli_place p = {r->file, NULL, 0, 0, 0, 0};
  cli_fail(r->c, CLI_IO, &p, NULL, "cannot %s: %s", what, strerror(errno));
  return false;
}

/* Reads on; -1: reported. */
static ptrdiff_t read_some(cli_reader *r, char *to, size_t n) {
  const cli_unpack *u = r->unpack;
  ptrdiff_t k = cli_unpack_read(r->unpack, to, n);
  if (k >= 0) return k;
  if (!cli_unpack_error(u)) return cannot(r, "read"), -1;
  cli_place p = {r->file, NULL, 0, 0, cli_unpack_line(u), cli_unpack_byte(u)};
  cli_fail(r->c, CLI_IO, &p, NULL, "%s", cli_unpack_error(u));
  return -1;
}

/* Reads more; false on an error, which is reported. */
static bool fill(cli_reader *r) {
  if (r->used > 0 && r->used * 2 >= r->held.n) {
    r->held.n -= r->used;
    memmove(r->held.p, r->held.p + r->used, r->held.n);
    r->used = 0;
  }
  if (!truc__buf_room(&r->held, READ_SIZE)) {
    errno = ENOMEM;
    return cannot(r, "read");
  }
  ptrdiff_t k = read_some(r, r->held.p + r->held.n, READ_SIZE);
  if (k < 0) return false;
  r->held.n += (size_t)k;
  r->held.p[r->held.n] = '\0';
  r->eof = k == 0;
  return true;
}

/* For the source room: first what was read to look at, then the file. */
static ptrdiff_t read_on(void *ctx, char *to, size_t n) {
  cli_reader *r = ctx;
  size_t held = r->held.n - r->used;
  if (held == 0) return r->eof ? 0 : read_some(r, to, n);
  if (n > held) n = held;
  memcpy(to, r->held.p + r->used, n);
  r->used += n;
  return (ptrdiff_t)n;
}

/* One array of all records, as many programs write them: no text either. */
static bool is_array(const cli_reader *r) {
  const char *s = r->held.p;
  if (strcmp(r->c->in, "auto")) return false;
  s += strspn(s, " \t\r\n");
  if (*s++ != '[') return false;
  s += strspn(s, " \t\r\n");
  if (*s++ != '{') return false;
  s += strspn(s, " \t\r\n");
  return *s == '"';
}

static bool is_jsonl(const cli_reader *r) {
  if (strcmp(r->c->in, "auto")) return !strcmp(r->c->in, "jsonl");
  return looks_like_jsonl(r);
}

/* Opens the next operand; false if it cannot be read (reported). */
static bool open_file(cli_reader *r) {
  cli *c = r->c;
  bool none = r->next >= c->nargs;
  r->file = none ? "-" : c->args[r->next];
  r->next++;
  r->fd = !strcmp(r->file, "-") ? STDIN_FILENO
                                : open(r->file, O_RDONLY | O_CLOEXEC);
  if (r->fd < 0) return cannot(r, "open");
  errno = ENOMEM;
  r->unpack = cli_unpack_new(r->fd);
  truc__buf_reset(&r->held);
  r->used = 0;
  r->eof = false;
  r->piece = 0;
  r->line = 1;
  memset(r->base, 0, sizeof r->base);
  name_file(r);
  bool fine = r->unpack ? fill(r) : cannot(r, "read");
  if (fine && is_array(r)) {
    cli_place p = {r->file, NULL, 0, 0, 1, 1};
    cli_fail(c, CLI_IO, &p, "jq -c '.[]'",
             "a JSON array; JSON Lines have an object a line");
    fine = false;
  }
  if (fine && is_jsonl(r)) {
    r->records = truc__records_new(read_on, r, STREAM_JSONL, &r->fields);
    r->rec.text = NULL;
    errno = ENOMEM;
    if (!r->records) fine = cannot(r, "read");
  }
  if (!fine) close_file(r);
  return fine;
}

/* ----------------------------------------------------------------- slots */

static void set(truc__buf *b, const char *p, size_t n) {
  truc__buf_reset(b);
  truc__buf_put(b, p, n);
}

/* A string that outlives the reader's; NULL stays NULL. */
static const char *keep(truc__buf *b, const char *s) {
  if (!s) return NULL;
  set(b, s, strlen(s));
  return b->p;
}

static size_t piece_of(const cli_reader *r) {
  return r->c->piece ? r->c->piece : CLI_PIECE;
}

/* Hands over the piece p[0..n). */
static void hand_over(cli_reader *r, cli_slot *s, const char *p, size_t n,
                      bool last) {
  const cli *c = r->c;
  if (r->piece == 0)
    r->form = c->form == TRUC_FORM_AUTO ? truc__source_form(p, n) : c->form;
  set(&s->text, p, n);
  set(&s->id, r->name.p ? r->name.p : "", r->name.n);
  s->job.rec = (cli_record){.file = r->file,
                            .date = c->date,
                            .has_title = c->title && r->piece == 0,
                            .form = r->form,
                            .line = r->line,
                            .byte = r->base[TRUC_BYTE] + 1,
                            .piece = r->piece++,
                            .taken = r->taken + cli_unpack_taken(r->unpack),
                            .last = last};
  memcpy(s->job.base, r->base, sizeof s->job.base);
  if (!last) advance(r, p, n);
}

/* ------------------------------------------------------------ plain text */

/* Shortens *n to the lines that are whole; false if none is. */
static bool whole_lines(const char *s, size_t *n) {
  const char *end = memrchr(s, '\n', *n);
  if (end) *n = (size_t)(end - s) + 1;
  return end != NULL;
}

/* The next piece of a plain text; false: the file ended in an error. */
static bool next_text(cli_reader *r, cli_slot *s) {
  size_t n = r->held.n - r->used, cut = n, most = piece_of(r);
  /* Enough is held if a piece can be cut off; an unbroken run wants more. */
  for (;;) {
    n = r->held.n - r->used;
    cut = n > most ? cli_piece(r->held.p + r->used, n, most) : n;
    if (r->eof || cut < n) break;
    if (r->c->line_buffered && whole_lines(r->held.p + r->used, &cut)) break;
    if (!fill(r)) return false;
  }
  hand_over(r, s, r->held.p + r->used, cut, r->eof && cut == n);
  r->used += cut;
  return true;
}

/* ------------------------------------------------------------ JSON Lines */

/* What is known of the record, into the slot. */
static void describe(const cli_reader *r, cli_slot *s) {
  const truc__record *from = &r->rec;
  cli_record *to = &s->job.rec;
  if (from->id) set(&s->id, from->id, strlen(from->id));
  to->file = r->file;
  to->title = keep(&s->title, from->title);
  if (from->date) to->date = keep(&s->date, from->date);
  to->has_title = from->has_title && to->piece == 0;
  to->line = from->line;
  to->byte = from->byte;
}

static void damaged(cli_reader *r, cli_slot *s) {
  set(&s->id, "", 0);
  s->job.rec = (cli_record){.last = true};
  describe(r, s);
  set(&s->line, r->rec.source ? r->rec.source : "", r->rec.nsource);
  s->column = s->err.byte > r->rec.byte ? s->err.byte - r->rec.byte : 0;
}

/* The next piece of a record, or a damaged one; false at the end. */
static bool next_record(cli_reader *r, cli_slot *s) {
  if (!r->rec.text) {
    truc_rc rc = truc__records_next(r->records, &r->rec, &s->err);
    s->err.rc = rc > 0 ? TRUC_OK : rc;
    if (rc == TRUC_EJSON || rc == TRUC_EDATE) {
      damaged(r, s);
      r->rec.text = NULL;
      return true;
    }
    if (rc != TRUC_ROW) r->rec.text = NULL;
    if (rc < 0 && rc != TRUC_EIO) cli_fail_err(r->c, r->file, &s->err);
    if (rc != TRUC_ROW) return false;
    r->piece = 0;
    r->rec_used = 0;
    memset(r->base, 0, sizeof r->base);
  }
  const char *p = r->rec.text + r->rec_used;
  size_t n = r->rec.ntext - r->rec_used;
  size_t most = piece_of(r), cut = n > most ? cli_piece(p, n, most) : n;
  hand_over(r, s, p, cut, cut == n);
  describe(r, s);
  r->rec_used += cut;
  if (cut == n) r->rec.text = NULL;
  return true;
}

/* ----------------------------------------------------------------- both */

bool cli_reader_next(cli_reader *r, cli_slot *s) {
  s->err = (truc_err){0};
  s->line.n = 0;
  for (;;) {
    if (r->fd < 0) {
      bool first = r->next == r->first;
      if (r->next >= r->c->nargs && !first) return false;
      if (!open_file(r)) continue;
    }
    bool got = r->records ? next_record(r, s) : next_text(r, s);
    if (!got || (!r->records && s->job.rec.last)) close_file(r);
    if (got) return true;
  }
}

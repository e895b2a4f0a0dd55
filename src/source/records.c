/* SPDX-License-Identifier: Apache-2.0 */
/* records.c - a stream of plain text or JSON Lines, record by record. */
#include <errno.h>
#include <unistd.h>

#include "source/source.h"

/* ----------------------------------------------------------------- reading */

#define PIECE ((size_t)64 * 1024)

struct truc__records {
  truc__read_fn *read;
  void *ctx;
  truc__stream kind;
  truc__field_names fields;
  truc__buf held;      /* read and not yet handed over, from `used` on */
  size_t used, length; /* the record handed out last begins at `used` */
  uint32_t line;       /* of the record at `used` */
  uint64_t byte;       /* its offset in the stream */
  bool eof, failed, begun;
  truc__json json;
  truc__buf id, title, date, text, body;
  truc__buf
      keys; /* of an object, for the message when the text's is not there */
};

ptrdiff_t truc__read_fd(void *ctx, char *to, size_t n) {
  const int *fd = ctx;
  ssize_t k;
  do k = read(*fd, to, n);
  while (k < 0 && errno == EINTR);
  return k;
}

ptrdiff_t truc__read_bytes(void *ctx, char *to, size_t n) {
  truc__bytes *b = ctx;
  if (n > b->n) n = b->n;
  if (n) memcpy(to, b->p, n);
  b->p += n;
  b->n -= n;
  return (ptrdiff_t)n;
}

truc__records *truc__records_new(truc__read_fn *read_fn, void *ctx,
                                 truc__stream kind,
                                 const truc__field_names *fields) {
  truc__records *r = truc__realloc(NULL, sizeof *r);
  if (!r) return NULL;
  memset(r, 0, sizeof *r);
  r->read = read_fn;
  r->ctx = ctx;
  r->kind = kind;
  r->line = 1;
  if (fields) r->fields = *fields;
  if (!r->fields.id) r->fields.id = "id";
  if (!r->fields.title) r->fields.title = "title";
  if (!r->fields.date) r->fields.date = "date";
  if (!r->fields.text) r->fields.text = "text";
  return r;
}

void truc__records_free(truc__records *r) {
  if (!r) return;
  truc__buf_release(&r->held);
  truc__json_release(&r->json);
  truc__buf_release(&r->id);
  truc__buf_release(&r->title);
  truc__buf_release(&r->date);
  truc__buf_release(&r->text);
  truc__buf_release(&r->body);
  truc__buf_release(&r->keys);
  truc__free(r);
}

/* Reads a further piece; what was handed over makes room for it. */
static truc_rc fill(truc__records *r, truc_err *err) {
  if (r->used) {
    r->held.n -= r->used;
    memmove(r->held.p, r->held.p + r->used, r->held.n);
    r->used = 0;
  }
  if (!truc__buf_room(&r->held, PIECE))
    return truc__fail(err, TRUC_ENOMEM, r->line, r->byte + 1, "%s",
                      truc_rc_message(TRUC_ENOMEM));
  ptrdiff_t k = r->read(r->ctx, r->held.p + r->held.n, PIECE);
  if (k < 0)
    return truc__fail(err, TRUC_EIO, r->line, r->byte + r->held.n + 1, "%s",
                      truc_rc_message(TRUC_EIO));
  r->held.n += (size_t)k;
  r->held.p[r->held.n] = '\0';
  r->eof = k == 0;
  return TRUC_OK;
}

/* Passes over the record handed out last. */
static void pass(truc__records *r) {
  r->used += r->length;
  r->byte += r->length;
  r->length = 0;
}

/* Holds the next line at `used`, with its length; 0 at the end of the stream.
** The search goes on where it stopped, so that a long line costs no more. */
static truc_rc next_line(truc__records *r, truc_err *err) {
  size_t seen = 0;
  for (;;) {
    size_t n = r->held.n - r->used;
    const char *from = n ? r->held.p + r->used : "";
    const char *end = n > seen ? memchr(from + seen, '\n', n - seen) : NULL;
    r->length = end ? (size_t)(end - from) + 1 : n;
    if (end || r->eof) return TRUC_OK;
    seen = n;
    truc_rc rc = fill(r, err);
    if (rc) return rc;
  }
}

/* ------------------------------------------------------------------- JSON */

/* An error at offset `at` of the record. */
static truc_rc bad(const truc__records *r, truc_err *err, truc_rc rc, size_t at,
                   const char *what, const char *name) {
  return truc__fail(err, rc, r->line, r->byte + at + 1, "%s%s%s%s", what,
                    name ? " '" : "", name ? name : "", name ? "'" : "");
}

/* The value of a field that was just read, as a string; false: it is none. */
static bool copy_value(truc__records *r, truc__jtype t, truc__buf *to) {
  const truc__json *j = &r->json;
  truc__buf_reset(to);
  if (t == JSON_STRING) {
    truc__buf_put(to, j->str.p, j->str.n);
    return true;
  }
  if (t == JSON_NUMBER) {
    truc__buf_put(to, j->s + j->at, j->i - j->at);
    return true;
  }
  return false;
}

typedef struct {
  bool id, title, date, text;
  size_t date_at;
} found;

/* One member: its key is read, its value is next. */
static truc_rc member(truc__records *r, found *f, truc_err *err) {
  truc__json *j = &r->json;
  const truc__field_names *w = &r->fields;
  bool id = !strcmp(j->str.p, w->id), title = !strcmp(j->str.p, w->title);
  bool date = !strcmp(j->str.p, w->date), text = !strcmp(j->str.p, w->text);
  if (r->keys.n < 60)
    truc__buf_fmt(&r->keys, "%s'%.20s'", r->keys.n ? ", " : "", j->str.p);
  truc__jtype t = truc__json_next(j);
  if (t == JSON_ERROR) return bad(r, err, TRUC_EJSON, j->i, j->error, NULL);
  if (id) f->id = copy_value(r, t, &r->id);
  if (title) f->title = copy_value(r, t, &r->title) && r->title.n;
  if (date) {
    f->date = copy_value(r, t, &r->date) && r->date.n;
    f->date_at = j->at;
  }
  if (text && t != JSON_STRING)
    return bad(r, err, TRUC_EJSON, j->at, "not a string: field", w->text);
  if (text) f->text = copy_value(r, t, &r->body);
  if (!truc__json_skip(j, t))
    return bad(r, err, TRUC_EJSON, j->i, j->error, NULL);
  return TRUC_OK;
}

/* A time may stand behind a date: 2023-11-27T08:00. */
static truc_rc check_date(truc__records *r, const found *f, truc_err *err) {
  truc_date d;
  uint8_t precision;
  char *p = r->date.p;
  if (r->date.n > 10 && (p[10] == 'T' || p[10] == ' ')) {
    p[10] = '\0';
    r->date.n = 10;
  }
  if (strlen(p) == r->date.n && truc__date_parse(p, &d, &precision))
    return TRUC_OK;
  return truc__fail(err, TRUC_EDATE, r->line, r->byte + f->date_at + 1,
                    "invalid date '%.32s'; write YYYY-MM-DD", p);
}

static truc_rc read_object(truc__records *r, size_t from, found *f,
                           truc_err *err) {
  truc__json *j = &r->json;
  const char *s = r->held.p + r->used;
  size_t n = r->length; /* an error at the end is not on the next line */
  while (n > from && (s[n - 1] == '\n' || s[n - 1] == '\r')) n--;
  truc__json_init(j, s, n);
  j->i = from;
  truc__jtype t = truc__json_next(j);
  if (t != JSON_OBJECT)
    return bad(r, err, TRUC_EJSON, t == JSON_ERROR ? j->i : j->at,
               t == JSON_ERROR ? j->error : "expected an object", NULL);
  truc__buf_reset(&r->keys);
  while ((t = truc__json_next(j)) == JSON_KEY) {
    truc_rc rc = member(r, f, err);
    if (rc) return rc;
  }
  if (t == JSON_OBJECT_END) t = truc__json_next(j);
  if (t != JSON_END) return bad(r, err, TRUC_EJSON, j->i, j->error, NULL);
  if (!f->text)
    return truc__fail(err, TRUC_EJSON, r->line, r->byte + from + 1,
                      "no field '%.32s', but %s", r->fields.text,
                      r->keys.n ? r->keys.p : "nothing");
  return f->date ? check_date(r, f, err) : TRUC_OK;
}

/* The line at `used` becomes a record. */
static truc_rc read_record(truc__records *r, size_t from, truc__record *out,
                           truc_err *err) {
  found f = {false, false, false, false, 0};
  truc_rc rc = read_object(r, from, &f, err);
  if (f.id) out->id = r->id.p;
  if (rc && !r->json.str.rc) return rc;
  truc__buf_reset(&r->text);
  if (f.title) {
    truc__buf_put(&r->text, r->title.p, r->title.n);
    truc__buf_str(&r->text, "\n\n");
  }
  truc__buf_put(&r->text, r->body.p, r->body.n);
  if (rc || r->id.rc || r->title.rc || r->date.rc || r->body.rc || r->text.rc)
    return truc__fail(err, TRUC_ENOMEM, r->line, r->byte + 1, "%s",
                      truc_rc_message(TRUC_ENOMEM));
  out->title = f.title ? r->title.p : NULL;
  out->date = f.date ? r->date.p : NULL;
  out->text = r->text.p;
  out->ntext = r->text.n;
  out->has_title = f.title;
  return TRUC_ROW;
}

/* -------------------------------------------------------------------- next */

static bool is_empty(const char *s, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (s[i] != ' ' && s[i] != '\t' && s[i] != '\r' && s[i] != '\n')
      return false;
  return true;
}

static void describe(const truc__records *r, truc__record *out) {
  memset(out, 0, sizeof *out);
  out->line = r->line;
  out->byte = r->byte + 1;
  out->source = r->length ? r->held.p + r->used : "";
  out->nsource = r->length;
}

static truc_rc next_plain(truc__records *r, truc__record *out, truc_err *err) {
  if (r->begun) return TRUC_DONE;
  while (!r->eof) {
    truc_rc rc = fill(r, err);
    if (rc) return rc;
    if (r->held.n >= UINT32_MAX)
      return truc__fail(err, TRUC_ELIMIT, 1, 1, "%s",
                        truc_rc_message(TRUC_ELIMIT));
  }
  r->begun = true;
  r->length = r->held.n;
  describe(r, out);
  out->text = out->source;
  out->ntext = out->nsource;
  return TRUC_ROW;
}

static truc_rc next_jsonl(truc__records *r, truc__record *out, truc_err *err) {
  for (;;) {
    bool more = r->length > 0;
    pass(r);
    r->line += more;
    truc_rc rc = next_line(r, err);
    if (rc) return rc;
    if (r->length == 0) return TRUC_DONE;
    describe(r, out);
    size_t from = 0; /* a mark of byte order may stand at the very start */
    if (!r->begun && r->length >= 3 && !memcmp(out->source, "\xEF\xBB\xBF", 3))
      from = 3;
    r->begun = true;
    if (is_empty(out->source + from, r->length - from)) continue;
    return read_record(r, from, out, err);
  }
}

truc_rc truc__records_next(truc__records *r, truc__record *out, truc_err *err) {
  if (r->failed) return TRUC_DONE;
  truc_rc rc = r->kind == STREAM_PLAIN ? next_plain(r, out, err)
                                       : next_jsonl(r, out, err);
  if (rc == TRUC_EIO || rc == TRUC_ENOMEM || rc == TRUC_ELIMIT)
    r->failed = true;
  return rc;
}

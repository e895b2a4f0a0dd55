/* SPDX-License-Identifier: Apache-2.0
**
** source - what came in: its form, its date, and files of many records.
**
** In:  bytes of one document, or a stream of plain text or JSON Lines.
** Out: raw or word-segmented; a checked date; one record after another.
**
** A stream is read in pieces by a function that the caller gives (a file, a
** socket, memory), and only the record being read is held.  A record that is
** damaged is a record too: it comes out with its error, line and byte, and the
** reader goes on after its line end.
**
** Considered and left: mapping the input file (standard input and pipes need
** the reading loop anyway, and a file that shrinks while mapped kills the
** process); parsing a JSON value straight from the pieces (a line is held
** anyway, since its text is).
*/
#ifndef TRUC_SOURCE_H
#define TRUC_SOURCE_H

#include "base/doc.h"

/* ----------------------------------------------------------------- form.c */

/* Raw or word-segmented? Decides from the bytes alone: segmented when more than
** a tenth of the letter tokens have a '_' inside and most '.' and ',' stand
** apart; a fiftieth is enough if all but a few of those marks do. */
truc_form truc__source_form(const char *raw, size_t n);

/* ----------------------------------------------------------------- date.c */

/* "2023", "2023-11" or "2023-11-27"; checks the calendar. */
bool truc__date_parse(const char *s, truc_date *out, uint8_t *precision);
/* 1..31; 0 for a month that does not exist. */
unsigned truc__days_in_month(int year, unsigned month);

/* -------------------------------------------------------------- records.c */

/* Reads up to n bytes into `to`; returns how many, 0 at the end, -1 on an error
** (then `ctx` knows more). */
typedef ptrdiff_t truc__read_fn(void *ctx, char *to, size_t n);
/* A truc__read_fn over a file descriptor; ctx points to the int. */
ptrdiff_t truc__read_fd(void *ctx, char *to, size_t n);
/* A truc__read_fn over memory; ctx points to one of these, which it moves
** on. */
typedef struct truc__bytes {
  const char *p;
  size_t n;
} truc__bytes;
ptrdiff_t truc__read_bytes(void *ctx, char *to, size_t n);

typedef enum truc__stream {
  STREAM_PLAIN, /* the whole stream is one text */
  STREAM_JSONL  /* an object a line */
} truc__stream;

/* The fields of an object that count; NULL takes the usual name. */
typedef struct truc__field_names {
  const char *id, *title, *date, *text;
} truc__field_names;

/* One document.  All is borrowed until the next call. */
typedef struct truc__record {
  const char *id;    /* NULL if it has none; a number as it is written */
  const char *title; /* NULL if it has none, or an empty one */
  const char *date;  /* checked by truc__date_parse; NULL unknown */
  const char *text;  /* title, blank line, body; or the body alone */
  size_t ntext;
  bool has_title;
  uint32_t line; /* where it begins in the stream, both from 1 */
  uint64_t byte;
  const char *source; /* the line of the stream it was read from */
  size_t nsource;
} truc__record;

typedef struct truc__records truc__records;
/* `fields` may be NULL and is borrowed. NULL when out of memory. */
truc__records *truc__records_new(truc__read_fn *read, void *ctx,
                                 truc__stream kind,
                                 const truc__field_names *fields);
/* ROW: a document.  DONE: none is left.  EJSON, EDATE: this record is damaged
** (err says where; id, line, byte and source of *out are set as far as they are
** known), and the next call goes on behind it.  EIO, ENOMEM, ELIMIT: it cannot
** go on. */
truc_rc truc__records_next(truc__records *r, truc__record *out, truc_err *err);
void truc__records_free(truc__records *r);

#endif

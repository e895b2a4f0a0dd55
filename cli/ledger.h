/* SPDX-License-Identifier: Apache-2.0
**
** ledger.h - what the verbs over a ledger share: add, read, show, find, export,
** remove, check, compact.
**
** In:  a ledger's file name, names of actors, filters, a result set.
** Out: text for people.
**
** A view (struct cli_view) is where a brief is written: it knows the width, the
** colours and whether Markdown is wanted, and offers headings, entries and
** quotations.  What is said in them is decided in show.c.
*/
#ifndef TRUC_CLI_LEDGER_H
#define TRUC_CLI_LEDGER_H

#include "cli/cli.h"
#include "truc/ledger.h"

/* --------------------------------------------------------------- ledger.c */

/* Opens; NULL after a message. */
truc_ledger *cli_ledger_open(cli *c, const char *path, truc_ledger_mode mode);
/* Closes; a failure is reported. */
void cli_ledger_close(cli *c, truc_ledger *l);
/* Ends a line on stderr: "; the ledger: 2 documents of 1 source, ...". */
void cli_ledger_summary(truc_ledger *l);
/* A failure of the ledger `path`. */
int cli_ledger_fail(cli *c, const char *path, const truc_err *err);

/* "VNM", "Nhật Bản", "per:Tô Lâm" -> a ref, copied to `out`; false after a
** message if nobody of that name is known. */
bool cli_actor(cli *c, truc_ledger *l, const char *words, char *out,
               size_t size);

/* --------------------------------------------------------------- filter.c */

/* Options of truc_query that find and export share. */
#define CLI_FILTER_OPTIONS                                                  \
  {"kind", 'k', "KIND,...", "kinds of fact: VISIT,RANKING ..."},            \
      {"actor", 'a', "NAME",                                                \
       "a country, person or body; up to two by commas"},                   \
      {"sector", 0, "NAME", "a field: trade, oda, 'bán dẫn' (? lists all)"},\
      {"from", 0, "DATE", "not before; YYYY, YYYY-MM or YYYY-MM-DD"},       \
      {"to", 0, "DATE", "not after"}, {                                     \
    "modality", 0, "NAME,...", "actual planned desired agreed expected ..." \
  }
typedef struct cli_filter {
  truc_query q;
  char actor[2][256];
} cli_filter;
/* False after a message. */
bool cli_filter_read(cli *c, truc_ledger *l, cli_filter *f);
/* Id of the field that the words name ("oda", "sector:oda", "bán dẫn"), or
** NULL.  Lives for ever. */
const char *cli_sector(const char *words);

/* ------------------------------------------------------------------ add.c */

/* Adds the records of operands from `first` on; false if the ledger failed. */
bool cli_add_records(cli *c, truc_ledger *l, int first, bool quiet);

/* ----------------------------------------------------------------- view.c */

typedef struct cli_view {
  cli *c;
  truc_ledger *l;
  int width, label; /* columns: of the page, of an entry's label */
  bool colour, markdown;
  truc__buf line; /* scratch */
} cli_view;

typedef enum cli_style {
  STYLE_PLAIN,
  STYLE_HEAD,
  STYLE_STRONG,
  STYLE_FAINT,
  STYLE_MARK,
  STYLE_WARN
} cli_style;

void cli_view_init(cli_view *v, cli *c, truc_ledger *l, bool markdown);
void cli_view_release(cli_view *v);
/* The title of a brief, with a remark at its right end. */
void cli_view_title(cli_view *v, const char *title, const char *remark);
void cli_view_section(cli_view *v, const char *title, const char *remark);
/* One entry: a label in a column of its own ("2023-11-27"), what it says, and a
** remark at the right end ("2 sources"). */
void cli_view_entry(cli_view *v, const char *label, const char *what,
                    const char *remark);
/* The words of a document, wrapped and indented; `marks` are shown bright. */
void cli_view_quote(cli_view *v, const char *s, size_t n,
                    const truc_span *marks, uint32_t nmark);
/* A faint line below an entry: where it is said. */
void cli_view_note(cli_view *v, const char *s);
void cli_view_blank(cli_view *v);
/* Columns of a terminal. */
int cli_columns(const char *s, size_t n);
/* Appends a document's words for the eye: a segmenter's underscores and blanks
** before marks undone, line ends levelled, controls shown as \xNN. */
void cli_put_tidy(truc__buf *b, const char *s, size_t n);

/* ----------------------------------------------------------------- show.c */

/* A proposition in one line. */
void cli_put_headline(truc__buf *b, truc_ledger *l, const truc_records *r,
                      const truc_record *p);
/* "2024-11-21/23", "" if undated. */
void cli_put_date(truc__buf *b, const char *iso);
/* The brief of a pair, or of one actor (b NULL); at most `limit` entries in a
** section, 0: all.  False if there is nothing, or after a message. */
bool cli_show_actors(cli_view *v, const char *a, const char *b, uint32_t limit);
/* Of truc show and truc read: --limit, --all. */
extern const cli_option cli_show_options[];

#endif

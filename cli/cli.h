/* SPDX-License-Identifier: Apache-2.0
**
** cli.h - what the verbs of the program share.
**
** In:  the command line, files, standard input.
** Out: data on stdout, talk on stderr, one exit code.
**
** A verb is one file with one `const cli_verb`, listed in main.c.  It says in
** data what it takes (shared option groups, its own options, its formats); from
** that one description grow the parsing, the two help pages, the nearest-name
** hints and the shell completion.  When `run` is called everything is parsed
** and checked, and the verb only does its work:
**
**     static void emit(cli *c, cli_job *j) { ... append to j->out ... }
**     static int run(cli *c) { return cli_each(c, TRUC_FACTS, emit); }
**
** cli_each walks files and records, reads each into a document, runs the
** layers, calls the verb, and writes what it appended, in the order of the
** input.  A record that fails is reported and the next one is done.
**
** Why options of a verb are looked up by name (cli_value(c, "limit")) and not
** by an enum: the table stays the one place that knows them, and a verb written
** elsewhere needs no entry here.  A name that is not in the table is a mistake
** of ours and ends in an assert.
**
** Memory: a text larger than c->piece is handed over in pieces cut at a
** paragraph, line or sentence end, so that the layers of a long input never
** stand in memory together.  `j->base` says where the piece begins.
*/
#ifndef TRUC_CLI_H
#define TRUC_CLI_H

#include <stdio.h>

#include "base/base.h"

/* ------------------------------------------------------------ exit codes */

enum {
  CLI_OK = 0,
  CLI_NOTHING = 1, /* nothing found, or below a threshold */
  CLI_USAGE = 2,
  CLI_RECORDS = 3, /* some records failed, the rest is done */
  CLI_IO = 4,      /* cannot read or write; damaged or foreign ledger */
  CLI_BADMODEL = 5
};

/* ---------------------------------------------------------------- options */

typedef struct cli_option {
  const char *name; /* long name, without the dashes */
  char letter;      /* one letter form, or 0 */
  const char *arg;  /* what it takes, "FILE"; NULL: a flag */
  const char *help; /* one line */
} cli_option;

/* Groups of shared options. */
#define CLI_INPUT 0x01u  /* --in --date --title --field --strict ... */
#define CLI_OUTPUT 0x02u /* --format; the verb's `formats` */
#define CLI_UNITS 0x04u  /* --offsets */
#define CLI_MODEL 0x08u  /* --model; run() finds it open in c->model */
#define CLI_JOBS 0x10u   /* -j */
#define CLI_REST 0x40u   /* what follows the first operand is not parsed */
#define CLI_CHARS 0x20u  /* the verb's offsets are code points by default */
#define CLI_CONLLU 0x80u /* --in=conllu too: c->in says so */

typedef struct cli cli;

typedef struct cli_verb {
  const char *name;
  const char *summary;   /* one line, lower case, no full stop */
  const char *usage;     /* "[options] [FILE...|-]" */
  const char *examples;  /* three lines, each a command */
  const char *more;      /* further text of --help, or NULL */
  unsigned takes;        /* CLI_INPUT | ... */
  const char *formats;   /* "seg jsonl tsv", the first is the default */
  const cli_option *own; /* own options, ended by a NULL name; or NULL */
  int (*run)(cli *c);    /* returns an exit code */
} cli_verb;

#define CLI_MAXOPT 48

struct cli {
  const cli_verb *verb;
  char **args; /* operands: what is no option */
  int nargs;
  const cli_option *option[CLI_MAXOPT]; /* all that the verb takes */
  const char *value[CLI_MAXOPT];        /* NULL: not given */
  int noption;

  const char *format; /* checked against the verb's formats */
  truc_unit unit;
  const char *unit_name; /* "byte" "char" "utf16" */
  const char *in;        /* "auto" "raw" "seg" "jsonl" "conllu" */
  truc_form form;        /* from --in */
  const char *date;      /* --date, checked; or NULL */
  bool title;            /* --title: the first line is the title */
  bool strict;           /* stop at the first bad record */
  bool line_buffered;    /* answer as soon as a line is whole */
  int jobs;              /* -j, at least 1 */
  const char *profile;   /* of the words, set by a verb; NULL: the default */
  size_t piece;          /* longest text read at once; 0: CLI_PIECE */
  truc__buf words;       /* the caller's own, for every document object */
  truc_model *model;     /* NULL without CLI_MODEL */

  void *own;     /* the verb's own: a ledger, sums ... */
  truc__buf out; /* data for stdout, see cli_flush */
  bool broken;   /* stdout takes no more; said once */
  int status;    /* the gravest exit code so far */
  uint64_t nrecords, nfailed;
};

/* Parses argv[2..] of the verb in c->verb and checks it; false: it ended there,
** c->status is the exit code (help was printed, or a complaint). */
bool cli_parse(cli *c, int argc, char **argv);
/* The value of an option ("" for a flag that is set), NULL if not given. */
const char *cli_value(const cli *c, const char *name);
/* A whole number in [low, high]; `otherwise` if not given.  Anything else is
** refused with a message and *bad becomes true. */
long cli_number(cli *c, const char *name, long otherwise, long low, long high,
                bool *bad);
/* A list by commas, "text=content,title=headline": the value of a key, copied
** to `out`; false if the key is not there. */
bool cli_pair(const char *list, const char *key, char *out, size_t size);
void cli_help(const cli_verb *v, bool full); /* to stdout */
/* A completion script for bash, from the same tables; to stdout. */
void cli_completion(const cli_verb *const *verbs, size_t n);

/* ------------------------------------------------------------------ model */

/* Opens --model FILE, else $TRUC_MODEL, else the shipped one; reports.  With
** --model=none c->model stays NULL: rules alone. */
bool cli_open_model(cli *c);

/* ---------------------------------------------------------------- records */

/* One document of the input, or a piece of one. */
typedef struct cli_record {
  const char *id;   /* its id field; else the file name without folder and
                      ** extension; "-" for standard input */
  const char *file; /* as given on the command line, "-" for stdin */
  const char *text;
  size_t n;
  const char *date;  /* its date field or --date; NULL unknown */
  const char *title; /* its title field, NULL if none; the text already
                      ** begins with it (title, blank line, body) */
  bool has_title;    /* the first line of the text is the title */
  truc_form form;
  uint32_t line; /* where it begins in the file, from 1 */
  uint64_t byte;
  uint64_t taken; /* bytes of all operands that were read by then, as packed
                  ** as they are */
  uint32_t piece; /* 0, 1, 2 ... when a text comes in pieces */
  bool last;      /* the last piece */
} cli_record;

typedef struct cli_job {
  cli_record rec;
  uint64_t base[3]; /* where the piece begins in its text, by truc_unit */
  truc_doc *doc;    /* the layers asked for are there */
  truc__buf *out;   /* append here */
  truc_err *err;    /* set rc and all, and the record is reported as failed */
  bool own;         /* the verb's, from emit to in_turn */
} cli_job;

/* With -j it is called from several threads at once, each with a job of its
** own: it may read `c`, and writes to the job alone. */
typedef void cli_emit(const cli *c, cli_job *j);

#define CLI_PIECE ((size_t)512 << 10)
/* Does every record of the operands (stdin if there is none).  Returns the
** exit code so far; CLI_NOTHING is the verb's own affair. */
int cli_each(cli *c, unsigned layers, cli_emit *emit);
/* The same over operands [first, nargs): verbs whose first operands are
** something else (a ledger).  `in_turn` (or NULL) is called after `emit` for
** every record that is sound, one at a time and in the order of the input: what
** it does is the same with any number of threads. */
int cli_each_from(cli *c, int first, unsigned layers, cli_emit *emit,
                  cli_emit *in_turn);

/* A span of the piece in the unit asked for, counted from the whole text. */
typedef struct cli_range {
  uint64_t start, end;
} cli_range;
cli_range cli_span(const cli *c, const cli_job *j, truc_span s);
/* Appends `"start":N,"end":N`. */
void cli_json_span(const cli *c, cli_job *j, truc_span s);
/* Appends `{"id":ID,"schema":1,"model":MODEL,"offsets":UNIT`, the head of a
** record of JSON Lines; for a text in pieces also `"piece":K,"last":BOOL`. */
void cli_json_head(const cli *c, cli_job *j);

/* ----------------------------------------------------------------- output */

/* Bytes of the text, as they stand. */
static inline const char *cli_bytes(const cli_job *j, truc_span s) {
  return j->rec.text + s.off;
}
/* Appends a span for a column of TSV or CoNLL-U: line ends, tabs and runs of
** blanks become one blank. */
void cli_put_cell(truc__buf *b, const cli_job *j, truc_span s);
/* Appends the sentences of a piece as CoNLL-U; `tags` fills UPOS. */
void cli_put_conllu(const cli *c, cli_job *j, bool tags);
/* The same with more in MISC: `misc` appends "|Key=value" for a word, the words
** coming in order. */
typedef void cli_misc(void *ctx, cli_job *j, const truc_word *w);
void cli_put_conllu_with(const cli *c, cli_job *j, bool tags, cli_misc *misc,
                         void *ctx);

/* Appends printf-style to c->out. */
void cli_put(cli *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* Writes c->out to stdout and empties it; false (reported once, CLI_IO) if that
** fails.  main calls it at the end and checks the closing of stdout too. */
bool cli_flush(cli *c);
/* Is stdout a terminal, and may it have colour? */
bool cli_colour(void);
/* Appends text for a terminal: controls and invalid bytes as \xNN. */
void cli_put_safe(truc__buf *b, const char *s, size_t n);

/* ----------------------------------------------------------------- errors */

/* A place in an input.  `text` NULL: no caret line is shown. */
typedef struct cli_place {
  const char *file;
  const char *text; /* bytes from the start of the file, or of a record */
  size_t n;
  uint64_t at;   /* offset in `text` */
  uint32_t line; /* from 1, in the file; 0 unknown */
  uint64_t byte; /* from 1, in the file; 0 unknown */
} cli_place;

/* "file:line:byte: message", the line with a caret, "try: hint".  Place and
** hint may be NULL.  Raises c->status to `code` and returns it. */
int cli_fail(cli *c, int code, const cli_place *p, const char *hint,
             const char *fmt, ...) __attribute__((format(printf, 5, 6)));
/* The same for an error of the library: picks code and hint from it. */
int cli_fail_err(cli *c, const char *file, const truc_err *err);
/* The exit code that stands for a result code of the library. */
int cli_exit_code(truc_rc rc);
/* The nearest of `n` names, NULL if none is near. */
const char *cli_nearest(const char *word, const char *const *names, size_t n);

/* ------------------------------------------------------------------ verbs */

extern const cli_verb cli_words, cli_sents, cli_tags, cli_names, cli_facts,
    cli_read, cli_add, cli_show, cli_find, cli_export, cli_train, cli_eval,
    cli_explain, cli_model, cli_serve, cli_remove, cli_check, cli_compact;

#endif

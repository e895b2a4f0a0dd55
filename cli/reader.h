/* SPDX-License-Identifier: Apache-2.0
**
** reader.h - operands -> records -> pieces, for records.c alone.
**
** A slot is one piece of work on its way through: the text to be read, copied
** so that several can be under way at once, and room for what comes of it.
*/
#ifndef TRUC_CLI_READER_H
#define TRUC_CLI_READER_H

#include "cli/cli.h"

typedef struct cli_slot {
  cli_job job;
  truc__buf text, id, date, title; /* what job.rec points to */
  truc__buf out;
  truc_err err;    /* rc != 0: the record is damaged, there is no text */
  truc__buf line;  /* then: the line of the input, for the caret */
  uint64_t column; /*      and the place in it */
} cli_slot;

typedef struct cli_reader cli_reader;
/* Reads the operands from `first` on; NULL when out of memory. */
cli_reader *cli_reader_new(cli *c, int first);
/* Fills the slot with the next piece, or with a damaged record; false at the
** end.  A file that cannot be read is reported, and the next one is taken. */
bool cli_reader_next(cli_reader *r, cli_slot *s);
void cli_reader_free(cli_reader *r);
/* Is a file of a folder one of articles, by its name? */
bool cli_reader_wants(const char *name);

/* The length of the first piece of s[0..n), n > most: up to the last
** paragraph, line, sentence or blank among the first `most` bytes, at a
** character's end. */
size_t cli_piece(const char *s, size_t n, size_t most);

#endif

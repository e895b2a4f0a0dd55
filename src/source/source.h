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
** Tried and dropped: mapping the input file (standard input and pipes need the
** reading loop anyway, and a file that shrinks while mapped kills the process);
** parsing a JSON value straight from the pieces (a line is held anyway, since
** its text is).
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

#endif

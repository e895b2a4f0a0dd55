/* SPDX-License-Identifier: Apache-2.0
**
** lines.h - the files that a generator reads, line by line, and how it says
** where one is wrong: file:line:column. A table half made is of no use, so that
** the first mistake ends the program. */
#ifndef TRUC_GEN_LINES_H
#define TRUC_GEN_LINES_H

/* Where something stands; columns count letters from 1. */
typedef struct place {
  const char *file;
  unsigned line, column;
} place;

/* Gives `take` every line of the file, without its end, a BOM before the first
** and the blanks at its end; it may write into the line. Ill-formed UTF-8
** stops. */
void read_lines(const char *file, void (*take)(char *line));

/* Of a letter of the line being read; NULL: of its beginning. */
place place_of(const char *at);

/* Reports the place and stops. */
void fail(const char *at, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), noreturn));
void fail_there(place where, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), noreturn));

/* `p`, unless memory is out. */
void *need(void *p);

/* Parts the line at tabs into at most `most` columns, in place, and returns
** their number; those behind are left out. */
int columns(char *line, char **column, int most);

#endif

/* SPDX-License-Identifier: Apache-2.0 */
/* lex.c - host program: the files of data/lex -> tables/lex.c, tables/lex.h.
**
**     gen-lex OUT_DIR where.tsv FILE.tsv ... FILE.pat ...
**
** Lines: class <tab> id <tab> flags <tab> form | form | ...
** A line `#classes NAME ...` says which classes a file has; another '#' begins
** a comment line.  flags: "-" or letters of C A U *.  A form is written as it
** is tokenised: blanks between tokens ("an ninh - quốc phòng").
** Of where.tsv it takes the codes of countries; of the pattern files the lines
** `class NAME [id] = form | form` and the quoted words of `match` lines, which
** must have symbols.
** Output depends on the content of the files and their order alone. */
#include "lex/lists.h"

/* base/lexicon.c is not linked here: the table does not exist yet. */

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: gen-lex OUT_DIR where.tsv FILE.tsv ...\n");
    return 2;
  }
  begin_lists();
  for (int i = 2; i < argc; i++) read_list(argv[i]);
  put_tables(argv[1]);
  return 0;
}

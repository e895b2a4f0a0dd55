/* SPDX-License-Identifier: Apache-2.0
**
** prose.h - press text as people want to see it.
**
** Half of the texts that one meets are segmented: `đất_nước` for `đất nước`, a
** blank before every mark, one on each side of a quotation mark.  Evidence
** stays as it is to the byte; what is shown to people is walked through here,
** piece by piece, with the place of each, so that highlights stay where they
** belong.
*/
#ifndef TRUC_PROSE_H
#define TRUC_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "truc/truc.h"

typedef struct truc__prose {
  const char *s;
  size_t n, i;
  const truc_span *mark; /* no piece goes beyond an end of one */
  uint32_t nmark;
  bool joined; /* underscores stand for blanks */
  bool spaced; /* marks stand apart */
  bool quoted[2]; /* inside '...', inside "..." */
} truc__prose;

/* Decides from the text itself whether it is segmented. Marks are in order and
** apart; who highlights none gives none. */
void truc__prose_begin(truc__prose *p, const char *s, size_t n,
                       const truc_span *mark, uint32_t nmark);
/* The next piece to show: s[*from .. *from + *len), letters and marks up to the
** next blank at most; *blank: show one blank for it.  Runs of blanks are one,
** at the ends none.  False at the end. */
bool truc__prose_next(truc__prose *p, size_t *from, size_t *len, bool *blank);

#endif

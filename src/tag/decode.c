/* SPDX-License-Identifier: Apache-2.0 */
/* decode.c - the best labelling of a run of words. */
#include "tag/row.h"
#include "tag/tag.h"

/* With own[k] the scores of word k, the best sum of a labelling that gives
** word k column c is from[k][c] + to[k][c], where
**
**     from[k][c] = own[k][c] + max_b (from[k-1][b] + move[b][c])
**     to[k][c]   =             max_b (move[c][b] + own[k+1][b] + to[k+1][b])
**
** and b runs over the columns that the neighbour can have.  The best column of
** a word is that of the best sum, the difference to the second best its
** confidence.  Rows are 16-bit: own lies within 12 * 128, and each `from` and
** `to` is lowered by one of its own entries, so that neither grows with the
** sentence.  Entries of columns that a word cannot have are computed, for the
** sake of whole vectors, and never read. */

/* The lowest column of a set, which is then without it. */
static unsigned take(unsigned *set) {
  unsigned c = (unsigned)__builtin_ctz(*set);
  *set &= *set - 1;
  return c;
}

static row moved(const int16_t (*by)[TAG_COLUMNS], const int16_t *score,
                 unsigned b) {
  return row_add(row_get(by[b]), row_all(score[b]));
}

/* max_b (score[b] + by[b]), two at a time: how many there are is hard to
** foresee.  Of an odd number the last is taken twice. */
static row best_move(const int16_t (*by)[TAG_COLUMNS], const int16_t *score,
                     unsigned may) {
  unsigned b = take(&may), c = may ? take(&may) : b;
  row best = row_max(moved(by, score, b), moved(by, score, c));
  while (may) {
    b = take(&may);
    c = may ? take(&may) : b;
    best = row_max(best, row_max(moved(by, score, b), moved(by, score, c)));
  }
  return best;
}

static void decide(truc__tagscore *s, row sum) {
  truc__best best = row_best(sum, s->may);
  s->column = (uint8_t)best.column;
  s->diff = best.diff;
}

void truc__tag_solve(const truc__tagtabs *t, truc__tagscore *s, uint32_t n,
                     unsigned left, unsigned right) {
  row to = row_get(t->back[right]);
  row from = row_add(row_get(s[0].own), row_get(t->move[left]));
  for (uint32_t k = 1; k < n; k++) {
    row_put(s[k - 1].from, from);
    from = best_move(t->move, s[k - 1].from, s[k - 1].may);
    from = row_lower(row_add(from, row_get(s[k].own)));
  }
  decide(&s[n - 1], row_add(from, to));
  for (uint32_t k = n - 1; k > 0; k--) {
    int16_t sum[TAG_COLUMNS];
    row_put(sum, row_lower(row_add(row_get(s[k].own), to)));
    to = best_move(t->back, sum, s[k].may);
    decide(&s[k - 1], row_add(row_get(s[k - 1].from), to));
  }
}

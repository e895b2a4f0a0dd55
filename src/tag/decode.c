/* SPDX-License-Identifier: Apache-2.0 */
/* decode.c - the best labelling of a run of words. */
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

typedef int16_t row[TAG_COLUMNS];

/* The lowest column of a set, which is then without it. */
static unsigned take(unsigned *set) {
  unsigned c = (unsigned)__builtin_ctz(*set);
  *set &= *set - 1;
  return c;
}

/* out[c] = max_b (score[b] + by[b][c]) */
static void best_move(const int16_t (*by)[TAG_COLUMNS], const row score,
                      unsigned may, row out) {
  row best;
  unsigned b = take(&may);
  for (int c = 0; c < TAG_COLUMNS; c++)
    best[c] = (int16_t)(by[b][c] + score[b]);
  while (may) {
    b = take(&may);
    for (int c = 0; c < TAG_COLUMNS; c++) {
      int16_t v = (int16_t)(by[b][c] + score[b]);
      best[c] = v > best[c] ? v : best[c];
    }
  }
  memcpy(out, best, sizeof best);
}

/* Sums, lowered by that of a column the word can have. */
static void add(row out, const row a, const row b, unsigned may) {
  unsigned first = take(&may);
  int16_t less = (int16_t)(a[first] + b[first]);
  for (int c = 0; c < TAG_COLUMNS; c++) out[c] = (int16_t)(a[c] + b[c] - less);
}

static void decide(truc__tagscore *s, const row to) {
  int32_t best = INT32_MIN, second = INT32_MIN;
  for (unsigned may = s->may; may;) {
    unsigned c = take(&may);
    int32_t v = s->from[c] + to[c];
    if (v > best) {
      second = best;
      best = v;
      s->column = (uint8_t)c;
    } else if (v > second) {
      second = v;
    }
  }
  s->diff = second == INT32_MIN ? INT16_MAX : best - second;
}

void truc__tag_solve(const truc__tagtabs *t, truc__tagscore *s, uint32_t n,
                     unsigned left, unsigned right) {
  row to, sum;
  add(s[0].from, s[0].own, t->move[left], s[0].may);
  for (uint32_t k = 1; k < n; k++) {
    best_move(t->move, s[k - 1].from, s[k - 1].may, sum);
    add(s[k].from, sum, s[k].own, s[k].may);
  }
  decide(&s[n - 1], t->back[right]);
  if (n == 1) return; /* the most frequent case */
  memcpy(to, t->back[right], sizeof to);
  for (uint32_t k = n - 1; k > 0; k--) {
    add(sum, s[k].own, to, s[k].may);
    best_move(t->back, sum, s[k].may, to);
    decide(&s[k - 1], to);
  }
}

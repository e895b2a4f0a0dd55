/* SPDX-License-Identifier: Apache-2.0 */
/* decode.c - the best labelling of a run of words. */
#include "tag/tag.h"

/* With own[k] the scores of word k, the best sum of a labelling that gives
** word k column c is from[k][c] + to[k][c], where
**
**     from[k][c] = own[k][c] + max_b (from[k-1][b] + move[b][c])
**     to[k][c]   =             max_b (move[c][b] + own[k+1][b] + to[k+1][b])
**
** The best column of a word is that of the best sum, the difference to the
** second best its confidence.  Rows are 16-bit: own lies within 12 * 128, and
** each `from` and `to` is lowered so that its best entry is 0.  Loops run over
** a fixed number of columns, so that the compiler makes vectors of them. */

typedef int16_t row[TAG_COLUMNS];

/* out[c] = max_b (score[b] + by[b][c]) */
static void best_move(const int16_t (*by)[TAG_COLUMNS], const row score,
                      row out) {
  row best;
  for (int c = 0; c < TAG_COLUMNS; c++)
    best[c] = (int16_t)(by[0][c] + score[0]);
  for (int b = 1; b < TAG_COLUMNS; b++)
    for (int c = 0; c < TAG_COLUMNS; c++) {
      int16_t v = (int16_t)(by[b][c] + score[b]);
      best[c] = v > best[c] ? v : best[c];
    }
  memcpy(out, best, sizeof best);
}

/* The largest entry. Halving by hand makes vectors of the first steps. */
static int16_t top_of(const row score) {
  int16_t half[TAG_COLUMNS / 2];
  for (int c = 0; c < TAG_COLUMNS / 2; c++) {
    int16_t a = score[c], b = score[c + TAG_COLUMNS / 2];
    half[c] = a > b ? a : b;
  }
  int16_t top = half[0];
  for (int c = 1; c < TAG_COLUMNS / 2; c++) top = half[c] > top ? half[c] : top;
  return top;
}

static void lower(row score) {
  int16_t top = top_of(score);
  for (int c = 0; c < TAG_COLUMNS; c++) score[c] = (int16_t)(score[c] - top);
}

static void add(row out, const row a, const row b) {
  for (int c = 0; c < TAG_COLUMNS; c++) out[c] = (int16_t)(a[c] + b[c]);
}

static void decide(truc__tagscore *s, const row to) {
  row sum;
  uint8_t c = 0;
  add(sum, s->from, to);
  int16_t best = top_of(sum);
  while (sum[c] != best) c++;
  sum[c] = INT16_MIN;
  s->column = c;
  s->diff = best - top_of(sum);
}

void truc__tag_solve(const truc__tagtabs *t, truc__tagscore *s, uint32_t n,
                     unsigned left, unsigned right) {
  row to, sum;
  add(s[0].from, s[0].own, t->move[left]);
  if (n == 1) { /* the most frequent case */
    decide(&s[0], t->back[right]);
    return;
  }
  lower(s[0].from);
  for (uint32_t k = 1; k < n; k++) {
    best_move(t->move, s[k - 1].from, sum);
    add(s[k].from, sum, s[k].own);
    lower(s[k].from);
  }
  memcpy(to, t->back[right], sizeof to);
  for (uint32_t k = n; k-- > 0;) {
    decide(&s[k], to);
    if (k == 0) break;
    add(sum, s[k].own, to);
    best_move(t->back, sum, to);
    lower(to);
  }
}

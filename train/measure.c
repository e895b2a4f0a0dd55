/* SPDX-License-Identifier: Apache-2.0 */
/* measure.c - how right the words of held-out text are, and how sure. */
#include <math.h>
#include <stdlib.h>

#include "train.h"

/* Word F1 over tokens, in percent. */
static double word_f1(const train_corpus *c, const uint8_t *joined) {
  uint32_t gold = 0, guess = 0, right = 0;
  bool same = false;
  for (uint32_t i = 0; i <= c->type.n; i++) {
    bool end = i == c->type.n;
    bool g = end || c->gap.v[i] != GAP_JOINED, p = end || !joined[i];
    gold += g;
    guess += p;
    right += g && p && same;
    same = (g && p) || (same && !g && !p);
  }
  return 200.0 * right / (gold + guess - 2);
}

/* Isotonic calibration on held-out text: neighbouring steps are pooled until
** the share of right decisions rises with the difference of scores. */
static void calibrate(const train_corpus *c, const int32_t *diff, bool joined,
                      uint8_t margin[WORD_MARGINS]) {
  double n[WORD_MARGINS] = {0}, right[WORD_MARGINS] = {0};
  uint32_t last[WORD_MARGINS];
  for (uint32_t i = 1; i < c->type.n; i++) {
    if (c->gap.v[i] == GAP_NONE || (diff[i] > 0) != joined) continue;
    uint32_t k = (uint32_t)abs(diff[i]) >> TRAIN_MARGIN_STEP;
    if (k >= WORD_MARGINS) k = WORD_MARGINS - 1;
    n[k]++;
    right[k] += (c->gap.v[i] == GAP_JOINED) == joined;
  }
  train_pool(n, right, last, WORD_MARGINS);
  for (uint32_t k = 0, pool = 0; k < WORD_MARGINS; k++) {
    if (k > last[pool]) pool++;
    double p = (right[pool] + 0.5) / (n[pool] + 1);
    long m = lround((2 * p - 1) * 255);
    margin[k] = (uint8_t)(m < 0 ? 0 : m > 254 ? 254 : m);
  }
}

double train_measure(const train_learner *l, const train_weights *w,
                     train_counts *k, const train_corpus *c,
                     uint8_t margin[2][WORD_MARGINS]) {
  train_view v = train_view_new(c, k, 0);
  uint8_t *joined = train_alloc(c->type.n + 1);
  int32_t *diff = train_alloc((c->type.n + 1) * sizeof *diff);
  train_decode(l, w, &v, joined, diff);
  double f1 = word_f1(c, joined);
  for (int side = 0; margin && side < 2; side++)
    calibrate(c, diff, side, margin[side]);
  truc__free(diff);
  truc__free(joined);
  train_view_free(&v);
  return f1;
}

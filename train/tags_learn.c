/* SPDX-License-Identifier: Apache-2.0 */
/* tags_learn.c - a conditional random field of first order (Lafferty and others
** 2001), trained sentence by sentence with steps of AdaGrad (Duchi and others
** 2011); the weights are averaged over the second half of the epochs.
**
** A weight that a sentence of round r sees is shared + own * (part of round r),
** so that rounds agree where nothing speaks against it (Daumé 2007). */
#include <math.h>

#include "tags.h"

#define C TAG_COLUMNS
#define E TAG_EDGE

/* ----------------------------------------------- exponential and logarithm */

/* Of additions and multiplications only: every machine gets the same. */
double tags_exp(double x) {
  static const double ln2_hi = 6.93147180369123816490e-01,
                      ln2_lo = 1.90821492927058770002e-10;
  if (x < -700) return 0;
  if (x > 700) x = 700;
  int k = (int)(x / ln2_hi + (x < 0 ? -0.5 : 0.5));
  double r = (x - k * ln2_hi) - k * ln2_lo, sum = 1;
  for (int i = 13; i > 0; i--) sum = 1 + sum * r / i;
  return ldexp(sum, k);
}

double tags_log2(double x) {
  int k;
  double m = frexp(x, &k); /* 0.5 <= m < 1 */
  if (m < 0.70710678118654752440) {
    m *= 2;
    k--;
  }
  double z = (m - 1) / (m + 1), zz = z * z, sum = 0;
  for (int i = 23; i > 0; i -= 2) sum = sum * zz + 1.0 / i;
  return k + 2 * z * sum * 1.44269504088896340736;
}

/* --------------------------------------------------------------- features */

/* Unknown words can be what so many of a thousand words seen once are. */
#define OPEN_LEAST 5
/* Words that were seen with several columns, and how often, speak together
** with the classes of their neighbours. */
#define MANY_LEAST 5
#define PAIR_LEAST 3 /* times that they stood beside that class */

static void count_columns(const tags_set *s, const uint8_t *use,
                          tags_weights *w) {
  uint32_t(*n)[C] = train_alloc((w->nname + 1) * sizeof *n);
  uint32_t once[C] = {0}, nonce = 0;
  for (uint32_t k = 0; k < s->nsent; k++)
    for (uint32_t i = s->start.v[k]; i < s->start.v[k + 1]; i++)
      if ((!use || use[k]) && s->round.v[k] < 2)
        n[s->word.v[i].key][s->word.v[i].gold]++;
  for (uint32_t i = 1; i <= w->nname; i++) {
    uint32_t all = 0, kinds = 0;
    for (uint8_t c = 0; c < C; c++) {
      all += n[i][c];
      kinds += n[i][c] > 0;
      if (n[i][c]) w->may[i] |= (uint16_t)(1u << c);
    }
    for (uint8_t c = 0; all == 1 && c < C; c++) once[c] += n[i][c];
    nonce += all == 1;
    w->many[i] = kinds > 1 && all >= MANY_LEAST;
  }
  for (uint8_t c = 0; c < C; c++)
    if (once[c] * 1000 >= nonce * OPEN_LEAST) w->open |= (uint16_t)(1u << c);
  truc__free(n);
}

/* Features of word i of [from, end); 0 are left out. */
static uint32_t list_features(const tags_set *s, const uint8_t *many,
                              uint32_t from, uint32_t i, uint32_t end,
                              uint64_t f[T_TEMPLATES]) {
  const tags_word *w = &s->word.v[i], *p = i > from ? w - 1 : NULL,
                  *q = i + 1 < end ? w + 1 : NULL;
  unsigned before = p ? p->cls : 1u, after = q ? q->cls : 1u;
  uint32_t n = 0;
  f[n++] = tags_feature(T_SHAPE, w->shape, 0);
  f[n++] = tags_feature(T_CLASS, w->cls, 0);
  f[n++] = tags_feature(T_PREV_CLASS, before, 0);
  f[n++] = tags_feature(T_NEXT_CLASS, after, 0);
  if (w->key) f[n++] = tags_feature(T_HERE, w->key, 0);
  if (w->key && w->capital) f[n++] = tags_feature(T_CAPITAL, w->key, 0);
  if (w->first) f[n++] = tags_feature(T_FIRST, w->first, 0);
  if (w->last) f[n++] = tags_feature(T_LAST, w->last, 0);
  if (p && p->key) f[n++] = tags_feature(T_PREV, p->key, 0);
  if (q && q->key) f[n++] = tags_feature(T_NEXT, q->key, 0);
  if (many[w->key]) {
    f[n++] = tags_feature(T_PAIR_PREV, w->key, before);
    f[n++] = tags_feature(T_PAIR_NEXT, w->key, after);
  }
  return n;
}

/* --------------------------------------------------------------- learning */

typedef float weight_row[C];

typedef struct learner {
  const tags_set *s;
  const tags_learn_options *o;
  uint32_t nfeature;
  uint32_t (*f)[T_TEMPLATES];   /* [words] */
  uint8_t *nf;                  /* [words] */
  weight_row *w, *square, *sum; /* [1 + rounds][features] */
  double move[1 + TAGS_ROUNDS][C + 1][C + 1];
  double move_square[1 + TAGS_ROUNDS][C + 1][C + 1];
  double move_sum[1 + TAGS_ROUNDS][C + 1][C + 1];
  uint32_t nsum;
  /* the sentence at hand */
  double jump[C + 1][C + 1], slope[C + 1][C + 1];
  double (*own)[C], (*ahead)[C], (*back)[C];
  uint32_t cap;
} learner;

static weight_row *part(weight_row *w, const learner *l, unsigned round) {
  return w + (size_t)round * l->nfeature;
}

/* Pairs of words and classes, and how often each was seen. */
typedef struct pairs {
  train_keys key;
  VEC(uint32_t) n;
} pairs;

static bool is_pair(uint64_t feature) { return feature >> 56 >= T_PAIR_PREV; }

static void count_pairs(const tags_set *s, const uint8_t *use,
                        const uint8_t *many, pairs *p) {
  memset(p, 0, sizeof *p);
  for (uint32_t k = 0; k < s->nsent; k++) {
    uint32_t from = s->start.v[k], end = s->start.v[k + 1];
    for (uint32_t i = from; (!use || use[k]) && i < end; i++) {
      uint64_t f[T_TEMPLATES];
      uint32_t n = list_features(s, many, from, i, end, f);
      for (uint32_t j = 0; j < n; j++) {
        if (!is_pair(f[j])) continue;
        uint32_t id = train_key(&p->key, f[j], true);
        while (p->n.n <= id) TRAIN_PUSH(p->n, 0);
        p->n.v[id]++;
      }
    }
  }
}

/* Features of word i as numbers. */
static void number_word(learner *l, tags_weights *w, pairs *p, uint32_t from,
                        uint32_t i, uint32_t end) {
  uint64_t key[T_TEMPLATES];
  uint32_t n = list_features(l->s, w->many, from, i, end, key);
  for (uint32_t j = 0; j < n; j++) {
    if (is_pair(key[j]) &&
        p->n.v[train_key(&p->key, key[j], false)] < PAIR_LEAST)
      continue;
    l->f[i][l->nf[i]++] = train_key(&w->feature, key[j], true);
  }
}

static void number_all(learner *l, const uint8_t *use, tags_weights *w) {
  const tags_set *s = l->s;
  pairs p;
  count_pairs(s, use, w->many, &p);
  l->f = train_alloc(s->word.n * sizeof *l->f);
  l->nf = train_alloc(s->word.n);
  for (uint32_t k = 0; k < s->nsent; k++) {
    uint32_t from = s->start.v[k], end = s->start.v[k + 1];
    for (uint32_t i = from; (!use || use[k]) && i < end; i++)
      number_word(l, w, &p, from, i, end);
  }
  l->nfeature = w->feature.key.n;
  train_keys_free(&p.key);
  VEC_FREE(p.n);
}

static void room(learner *l, uint32_t n) {
  if (n <= l->cap) return;
  l->cap = n * 2;
  truc__free(l->own);
  truc__free(l->ahead);
  truc__free(l->back);
  l->own = train_alloc(l->cap * sizeof *l->own);
  l->ahead = train_alloc(l->cap * sizeof *l->ahead);
  l->back = train_alloc(l->cap * sizeof *l->back);
}

/* exp of the scores of a sentence, moves and words; own parts of round `r`. */
static void score(learner *l, uint32_t from, uint32_t n, unsigned r) {
  double own = l->o->own;
  for (int a = 0; a <= C; a++)
    for (int b = 0; b <= C; b++) {
      l->jump[a][b] = tags_exp(l->move[0][a][b] + own * l->move[r][a][b]);
      l->slope[a][b] = 0;
    }
  for (uint32_t i = 0; i < n; i++) {
    double e[C] = {0}, top;
    for (uint32_t j = 0; j < l->nf[from + i]; j++) {
      uint32_t f = l->f[from + i][j];
      const float *shared = l->w[f], *mine = part(l->w, l, r)[f];
      for (int c = 0; c < C; c++) e[c] += shared[c] + own * mine[c];
    }
    top = e[0];
    for (int c = 1; c < C; c++) top = e[c] > top ? e[c] : top;
    for (int c = 0; c < C; c++) l->own[i][c] = tags_exp(e[c] - top);
  }
}

static void scale(double v[C]) {
  double sum = 0;
  for (int c = 0; c < C; c++) sum += v[c];
  for (int c = 0; c < C; c++) v[c] /= sum;
}

/* ahead: of the words up to i; back: of those behind it; both scaled. */
static void sweep(learner *l, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    for (int c = 0; c < C; c++) {
      double v = i ? 0 : l->jump[E][c];
      for (int b = 0; i && b < C; b++) v += l->ahead[i - 1][b] * l->jump[b][c];
      l->ahead[i][c] = v * l->own[i][c];
    }
    scale(l->ahead[i]);
  }
  for (uint32_t i = n; i-- > 0;) {
    for (int c = 0; c < C; c++) {
      double v = i + 1 < n ? 0 : l->jump[c][E];
      for (int b = 0; i + 1 < n && b < C; b++)
        v += l->jump[c][b] * l->own[i + 1][b] * l->back[i + 1][b];
      l->back[i][c] = v;
    }
    scale(l->back[i]);
  }
}

/* One step of AdaGrad on one weight. */
static void step(const tags_learn_options *o, float *w, float *square,
                 double slope) {
  float g = (float)(slope + o->decay * *w);
  *square += g * g;
  *w -= (float)o->rate * g / (sqrtf(*square) + 1e-8f);
}

static void step_move(learner *l, unsigned r, int a, int b, double slope) {
  double g = slope + l->o->decay * l->move[r][a][b];
  l->move_square[r][a][b] += g * g;
  l->move[r][a][b] -= l->o->rate * g / (sqrt(l->move_square[r][a][b]) + 1e-8);
}

/* Chances of word i's columns; its slopes into the weights. */
static void learn_word(learner *l, uint32_t from, uint32_t i, unsigned r) {
  double p[C];
  uint8_t gold = l->s->word.v[from + i].gold;
  for (int c = 0; c < C; c++) p[c] = l->ahead[i][c] * l->back[i][c];
  scale(p);
  p[gold] -= 1;
  for (int c = 0; c < C; c++) {
    if (p[c] > -1e-4 && p[c] < 1e-4) continue;
    for (uint32_t j = 0; j < l->nf[from + i]; j++) {
      uint32_t f = l->f[from + i][j];
      step(l->o, &l->w[f][c], &l->square[f][c], p[c]);
      step(l->o, &part(l->w, l, r)[f][c], &part(l->square, l, r)[f][c],
           p[c] * l->o->own);
    }
  }
}

/* Slopes of the moves. */
static void slope_moves(learner *l, uint32_t from, uint32_t n) {
  double p[C];
  const tags_word *w = &l->s->word.v[from];
  for (uint32_t i = 0; i < n; i++) {
    for (int c = 0; c < C; c++) p[c] = l->ahead[i][c] * l->back[i][c];
    scale(p);
    for (int c = 0; i == 0 && c < C; c++) l->slope[E][c] += p[c];
    for (int c = 0; i + 1 == n && c < C; c++) l->slope[c][E] += p[c];
    if (i == 0) continue;
    double pair[C][C], sum = 0;
    for (int a = 0; a < C; a++)
      for (int b = 0; b < C; b++) {
        pair[a][b] =
            l->ahead[i - 1][a] * l->jump[a][b] * l->own[i][b] * l->back[i][b];
        sum += pair[a][b];
      }
    for (int a = 0; a < C; a++)
      for (int b = 0; b < C; b++) l->slope[a][b] += pair[a][b] / sum;
    l->slope[w[i - 1].gold][w[i].gold] -= 1;
  }
  l->slope[E][w[0].gold] -= 1;
  l->slope[w[n - 1].gold][E] -= 1;
}

static void learn_sentence(learner *l, uint32_t k) {
  uint32_t from = l->s->start.v[k], n = l->s->start.v[k + 1] - from;
  unsigned r = 1u + l->s->round.v[k];
  if (n == 0) return;
  room(l, n);
  score(l, from, n, r);
  sweep(l, n);
  slope_moves(l, from, n);
  for (uint32_t i = 0; i < n; i++) learn_word(l, from, i, r);
  for (int a = 0; a <= C; a++)
    for (int b = 0; b <= C; b++) {
      double slope = l->slope[a][b];
      if (slope == 0) continue;
      step_move(l, 0, a, b, slope);
      step_move(l, r, a, b, slope * l->o->own);
    }
}

/* ---------------------------------------------------------------- average */

static void add_up(learner *l) {
  size_t n = (size_t)(1 + TAGS_ROUNDS) * l->nfeature;
  for (size_t i = 0; i < n; i++)
    for (int c = 0; c < C; c++) l->sum[i][c] += l->w[i][c];
  for (int r = 0; r <= TAGS_ROUNDS; r++)
    for (int a = 0; a <= C; a++)
      for (int b = 0; b <= C; b++) l->move_sum[r][a][b] += l->move[r][a][b];
  l->nsum++;
}

/* What sentences of round 0 see. */
static void take_out(const learner *l, tags_weights *w) {
  double own = l->o->own, n = l->nsum;
  w->w = train_alloc(l->nfeature * sizeof *w->w);
  for (uint32_t f = 0; f < l->nfeature; f++)
    for (int c = 0; c < C; c++)
      w->w[f][c] = (float)((l->sum[f][c] + own * part(l->sum, l, 1)[f][c]) / n);
  for (int a = 0; a <= C; a++)
    for (int b = 0; b <= C; b++)
      w->move[a][b] = (l->move_sum[0][a][b] + own * l->move_sum[1][a][b]) / n;
}

static uint32_t *order_of(const tags_set *s, const uint8_t *use, uint32_t *n) {
  uint32_t *order = train_alloc((s->nsent + 1) * sizeof *order);
  *n = 0;
  for (uint32_t k = 0; k < s->nsent; k++)
    if (!use || use[k]) order[(*n)++] = k;
  return order;
}

static void shuffle(uint32_t *v, uint32_t n, train_random *r) {
  for (uint32_t i = n; i > 1; i--) {
    uint32_t k = train_below(r, i), t = v[i - 1];
    v[i - 1] = v[k];
    v[k] = t;
  }
}

void tags_learn(const tags_set *s, const uint8_t *use, uint32_t nname,
                const tags_learn_options *o, tags_weights *out) {
  learner *l = train_alloc(sizeof *l);
  train_random random = {o->seed};
  uint32_t n, *order = order_of(s, use, &n);
  l->s = s;
  l->o = o;
  memset(out, 0, sizeof *out);
  out->nname = nname;
  out->many = train_alloc(nname + 1);
  out->may = train_alloc((nname + 1) * sizeof *out->may);
  count_columns(s, use, out);
  number_all(l, use, out);
  size_t each = (size_t)(1 + TAGS_ROUNDS) * l->nfeature * sizeof *l->w;
  l->w = train_alloc(each);
  l->square = train_alloc(each);
  l->sum = train_alloc(each);
  for (uint32_t e = 0; e < o->epochs; e++) {
    shuffle(order, n, &random);
    for (uint32_t i = 0; i < n; i++) learn_sentence(l, order[i]);
    if (e >= o->epochs / 2) add_up(l);
  }
  take_out(l, out);
  void *all[] = {order,  l->f,   l->nf,    l->w,    l->square,
                 l->sum, l->own, l->ahead, l->back, l};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) truc__free(all[i]);
}

void tags_weights_free(tags_weights *w) {
  train_keys_free(&w->feature);
  truc__free(w->many);
  truc__free(w->may);
  truc__free(w->w);
  memset(w, 0, sizeof *w);
}

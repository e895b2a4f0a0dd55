/* SPDX-License-Identifier: Apache-2.0 */
/* learn.c - features of a gap, and the averaged structured perceptron.
**
** M. Collins, Discriminative training methods for hidden Markov models: theory
** and experiments with perceptron algorithms, EMNLP 2002.  One sentence at a
** time is labelled with the weights so far; where the labelling differs from
** the given one, the features of the given are raised and those of the other
** lowered by one.  The result is the mean of the weights over all steps.
**
** While training, a wrong label gets `cost` for nothing, so that right ones
** must win clearly (margin).
**
** Tried and dropped: a conditional random field by gradient steps (no better,
** twenty times slower, and exp() differs from machine to machine); training
** some gaps without the weight of their own pair, so that buckets learn more;
** given names, reduplication and pointwise mutual information as features of a
** pair; what people's text does with a pair in other sentences; pairs met once
** without a weight of their own; of a pair's counts, the share of words of two
** and of capitals, and the kinds of both syllables by share and list; classes
** of their own for listed long words that the news does not join; the tool's
** text relabelled as people have it before the first steps; syllables two away,
** triples, a pair with the kinds around it; weights of its own for the newest
** round of labels, and the older rounds levelled to it; steps that shrink, a
** limit on how often one gap may teach; a wider margin, more seeds, more epochs
** (all within the noise of 0.08 between seeds; models/truc.model.md has the
** figures).
*/
#include <math.h>
#include <stdlib.h>

#include "train.h"
#include "word/word.h"

#define NFEATURES 16
#define SCALE 256 /* of the differences that train_decode gives */
#define UNIT 64   /* weights are whole numbers of 1/UNIT */

static void layout(const train_learner *l, uint32_t at[W_BLOCKS + 1]) {
  const uint32_t size[W_BLOCKS] = {
      [W_TYPE4] = 4096,
      [W_TYPE3] = 512,
      [W_TYPE2] = 64,
      [W_LEFT] = (l->nsyl + 1) * 2,
      [W_RIGHT] = (l->nsyl + 1) * 2,
      [W_PAIR] = l->pairs->n,
      [W_BUCKET] = PAIR_BUCKETS,
      [W_SELF] = SELF_BUCKETS,
      [W_CLS3] = 4096,
      [W_CLS_LEFT] = 256,
      [W_CLS_RIGHT] = 256,
      [W_MASK] = WORD_MASKS,
      [W_LEFT_KIND] = 16,
      [W_RIGHT_KIND] = 16,
      [W_KINDS] = 256,
      [W_LISTED] = LISTED_BUCKETS,
      [W_BOTH] = 1,
      [W_BOTH_LETTERS] = WORD_COVERS >> 9,
      [W_BOTH_CLS] = WORD_COVERS >> 1,
  };
  at[0] = 0;
  for (int i = 0; i < W_BLOCKS; i++) at[i + 1] = at[i] + size[i];
}

/* --------------------------------------------------------------- features */

enum { OWN_PAIR }; /* this one is left out for unknown pairs */

/* The block of each of them. */
static const uint8_t block_of[NFEATURES] = {
    W_PAIR,   W_LEFT,      W_RIGHT,      W_TYPE4, W_TYPE3,    W_TYPE2,
    W_BUCKET, W_SELF,      W_LISTED,     W_CLS3,  W_CLS_LEFT, W_CLS_RIGHT,
    W_MASK,   W_LEFT_KIND, W_RIGHT_KIND, W_KINDS};

/* The two in the middle, and whether the outer ones are words. */
uint32_t train_type3(uint32_t type4) {
  uint32_t outer = (type4 >> 9 > WORD_NUMBER ? 4u : 0u) |
                   ((type4 & 7) > WORD_NUMBER ? 1u : 0u);
  return (type4 >> 3 & 63) << 3 | outer;
}

static unsigned type_at(const train_corpus *c, uint32_t k, int64_t t) {
  return t < c->start.v[k] || t >= c->start.v[k + 1] ? WORD_EDGE : c->type.v[t];
}

/* Class of the gap before token t. */
static unsigned class_at(const train_learner *l, const train_view *v,
                         uint32_t t) {
  if (t >= v->c->type.n || v->c->gap.v[t] == GAP_NONE) return CLASS_NOGAP;
  uint32_t p = v->pair[t];
  return l->pairs->cls[v->self][p];
}

/* Indexes of the weights that speak at the gap before token t of sentence k. */
static void features(const train_learner *l, const uint32_t *at,
                     const train_view *v, uint32_t k, uint32_t t,
                     uint32_t f[NFEATURES]) {
  const train_corpus *c = v->c;
  unsigned w = type_at(c, k, (int64_t)t - 2), x = c->type.v[t - 1],
           y = c->type.v[t], z = type_at(c, k, (int64_t)t + 1);
  unsigned before = class_at(l, v, t - 1), here = class_at(l, v, t),
           after = class_at(l, v, t + 1);
  uint32_t a = c->syl.v[t - 1], b = c->syl.v[t], p = v->pair[t];
  f[OWN_PAIR] = at[W_PAIR] + p;
  f[1] = at[W_LEFT] + a * 2 + truc__word_capital(x);
  f[2] = at[W_RIGHT] + b * 2 + truc__word_capital(y);
  f[3] = at[W_TYPE4] + (w << 9 | x << 6 | y << 3 | z);
  f[4] = at[W_TYPE3] + train_type3(w << 9 | x << 6 | y << 3 | z);
  f[5] = at[W_TYPE2] + (x << 3 | y);
  f[6] = at[W_BUCKET] + l->pairs->bucket[p];
  f[7] = at[W_SELF] + l->pairs->self[v->self][p];
  f[8] = at[W_LISTED] + l->pairs->listed[p];
  f[9] = at[W_CLS3] + (before << 8 | here << 4 | after);
  f[10] = at[W_CLS_LEFT] + (before << 4 | here);
  f[11] = at[W_CLS_RIGHT] + (here << 4 | after);
  f[12] = at[W_MASK] + v->mask[t];
  f[13] = at[W_LEFT_KIND] + l->kind[a];
  f[14] = at[W_RIGHT_KIND] + l->kind[b];
  f[15] = at[W_KINDS] + (unsigned)(l->kind[a] << 4 | l->kind[b]);
}

/* The eight ways to set three capitals in four: none; the last two, not all;
** others; all.  Without its lowest eight bits it is the index of the
** letters. */
uint32_t train_cover(uint32_t cover) {
  static const uint8_t letters[8] = {0, 2, 2, 1, 2, 2, 2, 3};
  return (cover >> 11) << 10 | (uint32_t)letters[cover >> 8 & 7] << 8 |
         (cover & 255);
}

#define NBOTH 3

/* And those that speak if this gap and the one before are joined. */
static void both_features(const train_learner *l, const uint32_t *at,
                          const train_view *v, uint32_t t, uint32_t f[NBOTH]) {
  const train_corpus *c = v->c;
  unsigned capitals = truc__word_capital(c->type.v[t - 2]) << 2 |
                      truc__word_capital(c->type.v[t - 1]) << 1 |
                      truc__word_capital(c->type.v[t]);
  unsigned classes = class_at(l, v, t - 1) << 4 | class_at(l, v, t);
  uint32_t cover = train_cover(
      truc__word_cover(capitals, v->mask[t - 1], v->mask[t], classes));
  f[0] = at[W_BOTH];
  f[1] = at[W_BOTH_LETTERS] + (cover >> 8);
  f[2] = at[W_BOTH_CLS] + cover;
}

/* --------------------------------------------------------------- training */

typedef struct trainer {
  const train_learner *l;
  const train_options *o;
  uint32_t at[W_BLOCKS + 1];
  int32_t *w;    /* weights now */
  int64_t *late; /* sum over updates of (step - 1) * change */
  int64_t step;
  train_random random;
  truc__wordline line;
  uint32_t (*f)[NFEATURES]; /* of the sentence */
  uint32_t (*both)[NBOTH];
  uint32_t cap;
} trainer;

static void room(trainer *t, uint32_t n) {
  if (!truc__wordline_room(&t->line, n)) train_die("out of memory");
  if (n <= t->cap) return;
  t->cap = n * 2;
  t->f = truc__realloc(t->f, t->cap * sizeof *t->f);
  t->both = truc__realloc(t->both, t->cap * sizeof *t->both);
  if (!t->f || !t->both) train_die("out of memory");
}

static void change(trainer *t, uint32_t feature, int32_t by) {
  t->w[feature] += by;
  t->late[feature] += (t->step - 1) * by;
}

/* Scores of the gaps of a sentence under the current weights. */
static void score_sentence(trainer *t, const train_view *v, uint32_t k) {
  const train_corpus *c = v->c;
  uint32_t from = c->start.v[k], n = c->start.v[k + 1] - from;
  const uint32_t none = t->at[W_BLOCKS]; /* a weight that stays 0 */
  for (uint32_t i = 1; i < n; i++) {
    t->line.score[i + 2] = WORD_NOGAP;
    t->line.both[i + 2] = 0;
    if (i > 1) both_features(t->l, t->at, v, from + i, t->both[i]);
    for (int j = 0; i > 1 && j < NBOTH; j++)
      t->line.both[i + 2] += t->w[t->both[i][j]];
    if (c->gap.v[from + i] == GAP_NONE) continue;
    uint32_t *f = t->f[i];
    features(t->l, t->at, v, k, from + i, f);
    if (f[OWN_PAIR] == t->at[W_PAIR]) f[OWN_PAIR] = none;
    bool joined = c->gap.v[from + i] == GAP_JOINED;
    int32_t s = joined ? -t->o->cost * UNIT : t->o->cost * UNIT;
    for (int j = 0; j < NFEATURES; j++) s += t->w[f[j]];
    t->line.score[i + 2] = s;
  }
}

static void learn_sentence(trainer *t, const train_view *v, uint32_t k) {
  const train_corpus *c = v->c;
  uint32_t from = c->start.v[k], n = c->start.v[k + 1] - from;
  if (n < 2) return;
  room(t, n);
  score_sentence(t, v, k);
  truc__wordline_solve(&t->line, n);
  t->step++;
  bool was = false, is = false;
  for (uint32_t i = 1; i < n; i++) {
    bool gold = c->gap.v[from + i] == GAP_JOINED;
    bool guess = t->line.score[i + 2] > 0;
    if (gold != guess)
      for (int j = 0; j < NFEATURES; j++)
        if (t->f[i][j] != t->at[W_BLOCKS] && !(t->o->fixed >> block_of[j] & 1))
          change(t, t->f[i][j], gold ? UNIT : -UNIT);
    int both = (gold && was) - (guess && is);
    for (int j = 0; both && j < NBOTH; j++)
      change(t, t->both[i][j], both * UNIT);
    was = gold;
    is = guess;
  }
}

/* Sentences of all views, in an order of the seed's own. */
typedef struct place {
  uint32_t view, sentence;
} place;

static place *shuffled(const train_view *v, uint32_t nview, uint32_t *n) {
  *n = 0;
  for (uint32_t i = 0; i < nview; i++) *n += v[i].c->nsent;
  place *p = train_alloc(*n * sizeof *p);
  uint32_t at = 0;
  for (uint32_t i = 0; i < nview; i++)
    for (uint32_t k = 0; k < v[i].c->nsent; k++) p[at++] = (place){i, k};
  return p;
}

static void shuffle(place *p, uint32_t n, train_random *r) {
  for (uint32_t i = n; i > 1; i--) {
    uint32_t k = train_below(r, i);
    place tmp = p[i - 1];
    p[i - 1] = p[k];
    p[k] = tmp;
  }
}

void train_perceptron(const train_learner *l, const train_view *v,
                      uint32_t nview, const train_options *o,
                      train_weights *out) {
  trainer t = {.l = l, .o = o};
  layout(l, t.at);
  layout(l, out->at);
  uint32_t nw = t.at[W_BLOCKS], n;
  out->w = train_alloc((nw + 1) * sizeof *out->w);
  place *order = shuffled(v, nview, &n);
  for (uint32_t seed = 1; seed <= o->seeds; seed++) {
    t.w = train_alloc((nw + 1) * sizeof *t.w);
    t.late = train_alloc((nw + 1) * sizeof *t.late);
    for (uint32_t i = 0; o->init && i < nw; i++)
      t.w[i] = (int32_t)lround(o->init[i] * UNIT);
    t.random.s = seed * 1000003;
    t.step = 0;
    for (uint32_t e = 0; e < o->epochs; e++) {
      shuffle(order, n, &t.random);
      for (uint32_t i = 0; i < n; i++)
        learn_sentence(&t, &v[order[i].view], order[i].sentence);
    }
    for (uint32_t i = 0; i < nw; i++)
      out->w[i] += ((double)t.w[i] - (double)t.late[i] / (double)t.step) /
                   (double)o->seeds / UNIT;
    truc__free(t.w);
    truc__free(t.late);
  }
  truc__free(order);
  truc__free(t.f);
  truc__free(t.both);
  truc__wordline_free(&t.line);
}

/* --------------------------------------------------------------- decoding */

static int32_t decode_both(const train_learner *l, const train_weights *w,
                           const train_view *v, uint32_t t) {
  uint32_t f[NBOTH];
  double s = 0;
  both_features(l, w->at, v, t, f);
  for (int j = 0; j < NBOTH; j++) s += w->w[f[j]];
  return (int32_t)lround(s * SCALE);
}

void train_decode(const train_learner *l, const train_weights *w,
                  const train_view *v, uint8_t *joined, int32_t *diff) {
  const train_corpus *c = v->c;
  truc__wordline line = {0};
  for (uint32_t k = 0; k < c->nsent; k++) {
    uint32_t from = c->start.v[k], n = c->start.v[k + 1] - from;
    if (!truc__wordline_room(&line, n)) train_die("out of memory");
    for (uint32_t i = 1; i < n; i++) {
      line.score[i + 2] = WORD_NOGAP;
      line.both[i + 2] = i > 1 ? decode_both(l, w, v, from + i) : 0;
      if (c->gap.v[from + i] == GAP_NONE) continue;
      uint32_t f[NFEATURES];
      double s = 0;
      features(l, w->at, v, k, from + i, f);
      for (int j = 0; j < NFEATURES; j++)
        if (f[j] != w->at[W_PAIR]) s += w->w[f[j]];
      line.score[i + 2] = (int32_t)lround(s * SCALE);
    }
    if (n > 1) truc__wordline_solve(&line, n);
    if (n) joined[from] = 0;
    for (uint32_t i = 1; i < n; i++) {
      joined[from + i] = line.score[i + 2] > 0;
      if (diff) diff[from + i] = line.score[i + 2];
    }
  }
  truc__wordline_free(&line);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* counts.c - pairs and long words of a segmented corpus. */
#include "train.h"
#include "word/word.h"

/* ------------------------------------------------------------------ steps */

unsigned train_ratio_step(uint32_t part, uint32_t n) {
  static const double at[] = {0.005, 0.02, 0.06, 0.15, 0.3,  0.5,
                              0.7,   0.85, 0.94, 0.98, 0.995};
  double r = n ? (double)part / n : 0;
  unsigned i = 0;
  while (i < sizeof at / sizeof at[0] && r > at[i]) i++;
  return i; /* 0..11 */
}

unsigned train_count_step(uint32_t n) {
  static const uint32_t at[] = {1, 2, 3, 5, 10, 20, 50, 200, 1000};
  unsigned i = 0;
  while (i < sizeof at / sizeof at[0] && n >= at[i]) i++;
  return i; /* 0..9 */
}

/* ------------------------------------------------------------------ pairs */

static bool is_title(uint8_t type) {
  return type == WORD_TITLE || type == WORD_FOREIGN_TITLE || type == WORD_UPPER;
}

uint32_t train_pair_id(train_counts *c, uint32_t a, uint32_t b) {
  uint32_t id = train_key(&c->pair, (uint64_t)a << 32 | b, true);
  while (c->stat.n <= id) TRAIN_PUSH(c->stat, ((train_pair){0}));
  return id;
}

void train_count_pairs(train_counts *c, const train_corpus *t) {
  for (uint32_t i = 1; i < t->type.n; i++) {
    if (t->gap.v[i] == GAP_NONE) continue;
    uint32_t id = train_pair_id(c, t->syl.v[i - 1], t->syl.v[i]);
    train_pair *p = &c->stat.v[id];
    bool joined = t->gap.v[i] == GAP_JOINED;
    p->n++;
    p->joined += joined;
    p->word += joined && t->gap.v[i - 1] != GAP_JOINED &&
               (i + 1 == t->type.n || t->gap.v[i + 1] != GAP_JOINED);
    p->titled += is_title(t->type.v[i - 1]) && is_title(t->type.v[i]);
  }
}

/* ------------------------------------------------------------- long words */

#define LONGEST 6

static uint32_t child(train_counts *c, uint32_t node, uint32_t syl, bool add) {
  uint32_t id = train_key(&c->trie, (uint64_t)node << 32 | syl, add);
  while (add && c->word.n <= id) TRAIN_PUSH(c->word, ((train_long){0}));
  return id;
}

static void add_word(train_counts *c, const train_corpus *t, uint32_t from,
                     uint32_t n) {
  uint32_t node = 0;
  bool titled = true;
  for (uint32_t i = from; i < from + n; i++) {
    if (!t->syl.v[i]) return;
    node = child(c, node, t->syl.v[i], true);
    titled = titled && is_title(t->type.v[i]);
  }
  c->word.v[node].length = (uint8_t)n;
  c->word.v[node].word++;
  c->word.v[node].titled += titled;
}

static void count_seen(train_counts *c, const train_corpus *t) {
  for (uint32_t from = 0; from < t->type.n; from++) {
    uint32_t node = child(c, 0, t->syl.v[from], false);
    for (uint32_t i = from + 1; node && i < t->type.n; i++) {
      if (t->gap.v[i] == GAP_NONE) break;
      node = child(c, node, t->syl.v[i], false);
      if (node) c->word.v[node].seen++;
    }
  }
}

void train_count_long(train_counts *c, const train_corpus *t) {
  for (uint32_t from = 0; from < t->type.n;) {
    uint32_t n = 1;
    while (from + n < t->type.n && t->gap.v[from + n] == GAP_JOINED) n++;
    if (n >= 3 && n <= LONGEST) add_word(c, t, from, n);
    from += n;
  }
  count_seen(c, t);
}

void train_list_long(train_counts *c, const uint32_t *syl, uint32_t n) {
  uint32_t node = 0;
  for (uint32_t i = 0; i < n; i++) node = child(c, node, syl[i], true);
  c->word.v[node].length = (uint8_t)n;
  c->word.v[node].listed = 1;
}

/* Classes: 0 names; 1, 2, 3 words joined seldom, mostly, almost always. */
void train_choose_long(train_counts *c, uint32_t least) {
  for (uint32_t id = 1; id < c->word.n; id++) {
    train_long *w = &c->word.v[id];
    w->keep = 0;
    if (w->listed) w->keep = 4;
    if (w->listed || w->word < least || w->word * 5 < w->seen) continue;
    if (w->titled * 2 > w->word)
      w->keep = 1;
    else
      w->keep = w->word * 10 > w->seen * 9   ? 4
                : w->word * 10 > w->seen * 6 ? 3
                                             : 2;
  }
}

/* ------------------------------------------------------------------- view */

/* Marks the gaps of the word of tokens [from, to], as decode.c does. */
static void mark_long(uint8_t *mask, uint32_t from, uint32_t to, unsigned cls) {
  uint8_t in = to - from == 2 ? MASK_IN3 : MASK_IN4;
  for (uint32_t g = from + 1; g <= to; g++) {
    unsigned best = (unsigned)mask[g] >> 4;
    if (cls > best) best = cls;
    mask[g] = (uint8_t)((mask[g] & 15) | in | best << 4);
  }
  mask[from] |= MASK_BEGIN;
  mask[to + 1] |= MASK_END;
}

static void mark_all_long(const train_corpus *c, train_counts *k,
                          uint8_t *mask) {
  for (uint32_t from = 0; from < c->type.n; from++) {
    uint32_t node = child(k, 0, c->syl.v[from], false);
    for (uint32_t i = from + 1; node && i < c->type.n; i++) {
      if (c->gap.v[i] == GAP_NONE) break;
      node = child(k, node, c->syl.v[i], false);
      if (node && k->word.v[node].keep && i - from >= 2)
        mark_long(mask, from, i, k->word.v[node].keep - 1u);
    }
  }
}

train_view train_view_new(const train_corpus *c, train_counts *k,
                          uint8_t self) {
  train_view v = {c, train_alloc((c->type.n + 1) * sizeof *v.pair),
                  train_alloc(c->type.n + 1), self};
  for (uint32_t i = 1; i < c->type.n; i++) {
    uint32_t a = c->syl.v[i - 1], b = c->syl.v[i];
    if (c->gap.v[i] != GAP_NONE && a && b)
      v.pair[i] = train_key(&k->pair, (uint64_t)a << 32 | b, false);
  }
  mark_all_long(c, k, v.mask);
  return v;
}

void train_view_free(train_view *v) {
  truc__free(v->pair);
  truc__free(v->mask);
  memset(v, 0, sizeof *v);
}

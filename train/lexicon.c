/* SPDX-License-Identifier: Apache-2.0 */
/* lexicon.c - words that are listed by hand before anything is learned. */
#include "text/fold.h"
#include "train.h"

/* A listed pair by what the counts say of it, as they may know better. */
static uint8_t listed_as(const train_pair *s) {
  unsigned step = train_count_step(s->n) / 2 * 12;
  return (uint8_t)(s->n ? 2 + step + train_ratio_step(s->joined, s->n) : 1);
}

/* One word of the list: its pair, or its path in the trie. */
static void add_entry(train_counts *c, uint8_t *listed, const uint32_t *syl,
                      uint32_t n) {
  if (n == 2) {
    uint32_t id = train_pair_id(c, syl[0], syl[1]);
    if (listed) listed[id] = listed_as(&c->stat.v[id]);
  } else if (n > 2 && listed) {
    train_list_long(c, syl, n);
  }
}

void train_read_lexicon(train_counts *c, train_names *vocab, const char *path,
                        uint8_t *listed) {
  train_lines l;
  const char *s;
  size_t n;
  train_lines_open(&l, path);
  while (train_lines_next(&l, &s, &n)) {
    uint32_t syl[8], k = 0;
    if (n && s[0] == '#') continue;
    for (size_t i = 0, from = 0; i <= n; i++) {
      if (i < n && s[i] != ' ' && s[i] != ',') continue;
      char key[TRUC__FOLD_MAX];
      size_t len = i > from ? truc__fold_key(s + from, i - from, key) : 0;
      if (len && k < 8) syl[k++] = train_name(vocab, key, len, true);
      from = i + 1;
      if (i < n && s[i] == ' ') continue;
      add_entry(c, listed, syl, k);
      k = 0;
    }
  }
}

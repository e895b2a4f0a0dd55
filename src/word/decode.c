/* SPDX-License-Identifier: Apache-2.0 */
/* decode.c - scores of the gaps, and the best labelling of a sentence. */
#include "word/word.h"

/* ------------------------------------------------------------------- room */

bool truc__wordline_room(truc__wordline *l, uint32_t n) {
  if (n <= l->cap) return true;
  uint32_t cap = n < 64 ? 64 : n + n / 2;
  size_t each = sizeof *l->score + sizeof *l->ahead + sizeof *l->id +
                sizeof *l->type + sizeof *l->cls + sizeof *l->mask;
  unsigned char *p = truc__realloc(l->score, ((size_t)cap + 4) * each);
  if (!p) return false;
  size_t all = (size_t)cap + 4; /* widest first, so that all are aligned */
  l->cap = cap;
  l->score = (void *)p;
  l->ahead = l->score + all;
  l->id = (void *)(l->ahead + all);
  l->type = (void *)(l->id + all);
  l->cls = l->type + all;
  l->mask = l->cls + all;
  return true;
}

void truc__wordline_free(truc__wordline *l) {
  truc__free(l->score);
  memset(l, 0, sizeof *l);
}

/* ------------------------------------------------------------- long words */

/* Marks the gaps of a word of tokens [from, from + n). */
static void mark_long(truc__wordline *l, uint32_t from, uint32_t n,
                      unsigned cls) {
  uint8_t in = n == 3 ? MASK_IN3 : MASK_IN4;
  for (uint32_t i = from + 1; i < from + n; i++) {
    unsigned best = (unsigned)l->mask[i] >> 4;
    if (cls > best) best = cls;
    l->mask[i] = (uint8_t)((l->mask[i] & 15) | in | best << 4);
  }
  l->mask[from] |= MASK_BEGIN;
  l->mask[from + n] |= MASK_END;
}

/* All words of three and more that begin with the pair before `i` and `i`. */
static void find_long(const truc__wordmodel *w, truc__wordline *l, uint32_t i,
                      uint32_t node) {
  for (uint32_t k = i + 1; l->cls[k] != CLASS_NOGAP; k++) {
    node = truc__words_child(w, node, l->id[k]);
    if (!node) return;
    if (w->node[node].end)
      mark_long(l, i - 1, k - i + 2, w->node[node].end - 1u);
  }
}

/* ------------------------------------------------------------------ score */

/* Pair score, class and trie node of every gap.  Local pointers, because a
** store of a byte could, for all the compiler knows, change any of them. */
static void score_pairs(const truc__wordmodel *w, truc__wordline *l,
                        uint32_t n) {
  const truc__wordrow *row = w->row, *a = &row[l->id[2]];
  const truc__wordcell *cell = w->cell;
  const int16_t *kind = w->tabs->kind;
  const uint16_t *id = l->id;
  const uint8_t *type = l->type;
  uint8_t *cls = l->cls;
  int32_t *score = l->score;
  unsigned many = 0; /* a pair that begins a longer word */
  for (uint32_t i = 3; i < n + 2; i++) {
    const truc__wordrow *b = &row[id[i]];
    const truc__wordcell c = cell[a->base + id[i]];
    unsigned gap = cls[i], hit = gap & (c.owner == id[i - 1]);
    score[i] = a->left[truc__word_capital(type[i - 1])] +
               b->right[truc__word_capital(type[i])] +
               kind[a->kind << 4 | b->kind] + (c.score & -(int32_t)hit);
    cls[i] = (uint8_t)(hit ? c.cls : gap);
    many |= c.node & (0u - hit);
    a = b;
  }
  for (uint32_t i = 3; many && i < n + 2; i++) {
    const truc__wordcell *c = &cell[row[id[i - 1]].base + id[i]];
    if (cls[i] != CLASS_NOGAP && c->owner == id[i - 1] && c->node)
      find_long(w, l, i, c->node);
  }
}

_Static_assert(CLASS_NOGAP == 0 && CLASS_UNKNOWN == 1, "as score_pairs reads");
_Static_assert(WORD_TYPES == 8 && WORD_CLASSES == 16, "three and four bits");

void truc__wordline_score(const truc__wordmodel *w, truc__wordline *l,
                          uint32_t n) {
  const truc__wordtabs *t = w->tabs;
  memset(l->mask, 0, (size_t)n + 4);
  score_pairs(w, l, n);
  const uint8_t *type = l->type, *cls = l->cls, *mask = l->mask;
  int32_t *score = l->score;
  /* Four types and three classes, the last ones in the lowest bits. */
  unsigned types = (unsigned)type[1] << 6 | (unsigned)type[2] << 3 | type[3];
  unsigned pairs = (unsigned)cls[2] << 4 | cls[3];
  for (uint32_t i = 3; i < n + 2; i++) {
    types = (types << 3 | type[i + 1]) & 0xFFF;
    pairs = (pairs << 4 | cls[i + 1]) & 0xFFF;
    int32_t s = score[i] + t->type[types] + t->cls[pairs] + t->mask[mask[i]];
    score[i] = cls[i] == CLASS_NOGAP ? WORD_NOGAP : s;
  }
}

/* ------------------------------------------------------------------ solve */

/* Label gap i joined (1) or not (0).  The best labelling maximises
**     sum of score[i] over joined gaps + both * (neighbouring joined pairs).
** Let f be the best sum up to gap i if it is joined, less the best if it is
** not. Then the next gap has
**     f' = score' + max(f + both, 0) - max(f, 0),
** and the same holds from the right.  The middle term is what the other side
** adds to this gap, so score + left term + right term is the difference between
** the best labelling that joins and the best that does not: its sign is the
** decision, its size the confidence. */
static int32_t passed_on(int32_t f, int32_t both) {
  int32_t joined = f + both;
  return (joined > 0 ? joined : 0) - (f > 0 ? f : 0);
}

void truc__wordline_solve(int32_t both, truc__wordline *l, uint32_t n) {
  int32_t pass = 0, *score = l->score, *ahead = l->ahead;
  for (uint32_t i = 3; i < n + 2; i++) {
    ahead[i] = pass;
    pass = passed_on(score[i] + pass, both);
  }
  pass = 0;
  for (uint32_t i = n + 1; i >= 3; i--) {
    int32_t f = score[i] + pass;
    score[i] = f + ahead[i];
    pass = passed_on(f, both);
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* decode.c - scores of the gaps, and the best labelling of a sentence. */
#include "word/word.h"

/* ------------------------------------------------------------------- room */

bool truc__wordline_room(truc__wordline *l, uint32_t n) {
  if (n <= l->cap) return true;
  uint32_t cap = n < 64 ? 64 : n + n / 2;
  size_t each = sizeof *l->score + sizeof *l->both + sizeof *l->ahead +
                sizeof *l->begin + sizeof *l->type + sizeof *l->cls +
                sizeof *l->mask;
  unsigned char *p = truc__realloc(l->score, ((size_t)cap + 4) * each);
  if (!p) return false;
  size_t all = (size_t)cap + 4; /* widest first, so that all are aligned */
  l->cap = cap;
  l->score = (void *)p;
  l->both = l->score + all;
  l->ahead = l->both + all;
  l->begin = (void *)(l->ahead + all);
  l->type = (void *)(l->begin + all);
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
static void mark_long(uint8_t *mask, uint32_t from, uint32_t n, unsigned cls) {
  uint8_t in = n == 3 ? MASK_IN3 : MASK_IN4;
  for (uint32_t i = from + 1; i < from + n; i++) {
    unsigned best = (unsigned)mask[i] >> 4;
    if (cls > best) best = cls;
    mask[i] = (uint8_t)((mask[i] & 15) | in | best << 4);
  }
  mask[from] |= MASK_BEGIN;
  mask[from + n] |= MASK_END;
}

/* All words of three and more that begin with tokens i - 1 and i. */
static void find_long(const truc__wordmodel *w, truc__wordline *l,
                      const uint16_t *id, uint32_t i) {
  const uint8_t *cls = l->cls + 2;
  uint32_t node = w->cell[w->row[id[i - 1]].base + id[i]].node;
  for (uint32_t k = i + 1; cls[k] != CLASS_NOGAP; k++) {
    node = truc__words_child(w, node, id[k]);
    if (!node) return;
    if (w->node[node].end)
      mark_long(l->mask + 2, i - 1, k - i + 2, w->node[node].end - 1u);
  }
}

/* Where long words lie.  Most gaps are under none. */
static void mark_all_long(const truc__wordmodel *w, truc__wordline *l,
                          const uint16_t *id, uint32_t n, uint32_t nbegin) {
  memset(l->mask, 0, (size_t)n + 4);
  for (uint32_t k = 0; k < nbegin; k++) find_long(w, l, id, l->begin[k]);
}

/* ------------------------------------------------------------------ score */

/* Where can two tokens be joined at all? */
static void find_gaps(truc__wordline *l, const truc_token *tok, uint32_t n) {
  const uint8_t *type = l->type + 2;
  uint8_t *cls = l->cls + 2;
  unsigned was = 0;
  for (uint32_t i = 0; i < n; i++) {
    unsigned is = type[i] >= WORD_LOWER;
    unsigned same = !(tok[i].flags & (TRUC_TF_LINE | TRUC_TF_PARA));
    cls[i] = (uint8_t)(is & was & same);
    was = is;
  }
}

#define EARLY 24 /* tokens: a sentence, or so */
_Static_assert(EARLY + 2 <= TRUC__MORE_SYLLABLES, "they are looked at");

/* What a gap has of its two syllables alone; returns at how many of them long
** words may begin.  Local pointers, because a store of a byte could, for all
** the compiler knows, change any of them; and no branch on what is found, as
** one in four would be guessed wrong. */
static uint32_t score_pairs(const truc__wordmodel *w, truc__wordline *l,
                            const uint16_t *id, uint32_t n) {
  const truc__wordrow *row = w->row, *a = &row[id[0]];
  const truc__wordcell *cell = w->cell;
  const int16_t *kind = w->tabs->kind;
  const uint8_t *type = l->type + 2;
  uint8_t *cls = l->cls + 2;
  uint32_t *begin = l->begin, nbegin = 0;
  int32_t *score = l->score + 2, left = a->left[truc__word_capital(type[0])];
  score[0] = WORD_NOGAP;
  for (size_t i = 1; i < n; i++) {
    /* the pairs lie far apart in a large table: ask early */
    __builtin_prefetch(&cell[row[id[i + EARLY]].base + id[i + EARLY + 1]]);
    const truc__wordrow *b = &row[id[i]];
    const truc__wordcell *c = &cell[a->base + id[i]];
    unsigned big = truc__word_capital(type[i]), gap = cls[i];
    unsigned hit = gap & (c->owner == id[i - 1]);
    score[i] = left + b->right[big] + kind[a->kind << 4 | b->kind] +
               (c->score & -(int32_t)hit);
    cls[i] = (uint8_t)(gap ^ ((gap ^ c->cls) & (0u - hit)));
    begin[nbegin] = (uint32_t)i;
    nbegin += hit & (c->node != 0);
    left = b->left[big];
    a = b;
  }
  return nbegin;
}

/* What another profile adds to the pairs. */
static void score_shift(const truc__wordmodel *w, truc__wordline *l,
                        const uint16_t *id, uint32_t n) {
  for (uint32_t i = 1; i < n; i++) {
    uint32_t at = w->row[id[i - 1]].base + id[i];
    if (l->cls[i + 2] != CLASS_NOGAP && w->cell[at].owner == id[i - 1])
      l->score[i + 2] += w->shift[at] * WORD_SHIFT;
  }
}

/* What long words and the neighbours on both sides add; and what joining a gap
** and the one before it does. */
static void score_around(const truc__wordtabs *t, truc__wordline *l,
                         uint32_t n) {
  const uint8_t *type = l->type, *cls = l->cls, *mask = l->mask;
  int32_t *score = l->score, *both = l->both;
  /* Four types and three classes, the last ones in the lowest bits. */
  unsigned types = (unsigned)type[1] << 6 | (unsigned)type[2] << 3 | type[3];
  unsigned pairs = (unsigned)cls[2] << 4 | cls[3];
  unsigned capitals = truc__word_capital(type[2]);
  for (uint32_t i = 3; i < n + 2; i++) {
    types = (types << 3 | type[i + 1]) & 0xFFF;
    pairs = (pairs << 4 | cls[i + 1]) & 0xFFF;
    capitals = (capitals << 1 | truc__word_capital(type[i])) & 7;
    score[i] += t->type[types] + t->cls[pairs] + t->mask[mask[i]] +
                (WORD_NOGAP & -(cls[i] == CLASS_NOGAP));
    both[i] =
        t->both[truc__word_cover(capitals, mask[i - 1], mask[i], pairs >> 4)];
  }
}

_Static_assert(CLASS_NOGAP == 0 && CLASS_UNKNOWN == 1, "as read above");
_Static_assert(WORD_TYPES == 8 && WORD_CLASSES == 16, "three and four bits");

void truc__wordline_score(const truc__wordmodel *w, truc__wordline *l,
                          const truc_token *tok, const uint16_t *id,
                          uint32_t n) {
  memset(l->type, WORD_EDGE, 2);
  memset(l->type + n + 2, WORD_EDGE, 2);
  memset(l->cls, CLASS_NOGAP, 2);
  memset(l->cls + n + 2, CLASS_NOGAP, 2);
  find_gaps(l, tok, n);
  uint32_t nbegin = score_pairs(w, l, id, n);
  if (w->shift) score_shift(w, l, id, n);
  mark_all_long(w, l, id, n, nbegin);
  score_around(w->tabs, l, n);
}

/* ------------------------------------------------------------------ solve */

/* Label gap i joined (1) or not (0).  The best labelling maximises
**     sum of score[i] over joined gaps + sum of both[i] over gaps joined like
**     the one before.
** Let f be the best sum up to gap i if it is joined, less the best if it is
** not. Then the next gap has
**     f' = score' + max(f + both', 0) - max(f, 0),
** and the same holds from the right.  The middle term is what the other side
** adds to this gap, so score + left term + right term is the difference between
** the best labelling that joins and the best that does not: its sign is the
** decision, its size the confidence. */
static int32_t passed_on(int32_t f, int32_t both) {
  int32_t joined = f + both;
  return (joined > 0 ? joined : 0) - (f > 0 ? f : 0);
}

void truc__wordline_solve(truc__wordline *l, uint32_t n) {
  int32_t f = WORD_NOGAP, pass, *score = l->score, *ahead = l->ahead;
  const int32_t *both = l->both;
  for (uint32_t i = 3; i < n + 2; i++) {
    pass = passed_on(f, both[i]);
    ahead[i] = pass;
    f = score[i] + pass;
  }
  pass = 0;
  for (uint32_t i = n + 1; i >= 3; i--) {
    f = score[i] + pass;
    score[i] = f + ahead[i];
    pass = passed_on(f, both[i]);
  }
}

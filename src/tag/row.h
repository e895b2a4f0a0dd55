/* SPDX-License-Identifier: Apache-2.0
**
** row.h - sixteen 16-bit numbers at a time, one per column: in two vectors
** where the machine has them (SSE2, that is every x86-64), else one by one.
** Both give the same numbers, for sums wrap the same way; -DTAG_PLAIN builds
** the second everywhere.
*/
#ifndef TRUC_TAG_ROW_H
#define TRUC_TAG_ROW_H

#include "model/tags.h"

/* The best of some columns; the lowest, if several are. */
typedef struct truc__best {
  unsigned column;
  int32_t diff; /* to the second best */
} truc__best;

#if defined(__SSE2__) && !defined(TAG_PLAIN)
#include <emmintrin.h>

typedef struct row {
  __m128i a, b; /* columns 0..7 and 8..15 */
} row;

static inline row row_get(const int16_t *p) {
  const __m128i *v = (const void *)p;
  return (row){_mm_loadu_si128(v), _mm_loadu_si128(v + 1)};
}

static inline void row_put(int16_t *p, row x) {
  __m128i *v = (void *)p;
  _mm_storeu_si128(v, x.a);
  _mm_storeu_si128(v + 1, x.b);
}

static inline row row_all(int16_t n) {
  __m128i v = _mm_set1_epi16(n);
  return (row){v, v};
}

static inline row row_add(row x, row y) {
  return (row){_mm_add_epi16(x.a, y.a), _mm_add_epi16(x.b, y.b)};
}

static inline row row_max(row x, row y) {
  return (row){_mm_max_epi16(x.a, y.a), _mm_max_epi16(x.b, y.b)};
}

/* The numbers less that of column 0. */
static inline row row_lower(row x) {
  __m128i v = _mm_shufflelo_epi16(x.a, 0);
  v = _mm_unpacklo_epi64(v, v);
  return (row){_mm_sub_epi16(x.a, v), _mm_sub_epi16(x.b, v)};
}

/* Bytes of the file as numbers; none where `mask` is 0 and not -1. */
static inline row row_of(const truc__tagrow *r, int mask) {
  __m128i v = _mm_loadu_si128((const void *)r->w);
  v = _mm_and_si128(v, _mm_set1_epi32(mask));
  return (row){_mm_srai_epi16(_mm_unpacklo_epi8(v, v), 8),
               _mm_srai_epi16(_mm_unpackhi_epi8(v, v), 8)};
}

static inline row row_min(row x, row y) {
  return (row){_mm_min_epi16(x.a, y.a), _mm_min_epi16(x.b, y.b)};
}

/* The greatest number in the columns of a set, the least elsewhere. */
static inline row row_set(unsigned columns) {
  const __m128i low = _mm_setr_epi16(1, 2, 4, 8, 16, 32, 64, 128);
  const __m128i high = _mm_slli_epi16(low, 8);
  const __m128i least = _mm_set1_epi16(INT16_MIN);
  __m128i v = _mm_set1_epi16((int16_t)columns);
  __m128i a = _mm_cmpeq_epi16(_mm_and_si128(v, low), low);
  __m128i b = _mm_cmpeq_epi16(_mm_and_si128(v, high), high);
  return (row){_mm_xor_si128(a, least), _mm_xor_si128(b, least)};
}

static inline int16_t row_top(row x) {
  __m128i v = _mm_max_epi16(x.a, x.b);
  v = _mm_max_epi16(v, _mm_shuffle_epi32(v, 0x4E));
  v = _mm_max_epi16(v, _mm_shuffle_epi32(v, 0xB1));
  v = _mm_max_epi16(v, _mm_shufflelo_epi16(v, 0xB1));
  return (int16_t)_mm_extract_epi16(v, 0);
}

/* The columns where `n` stands, as bits. */
static inline unsigned row_where(row x, int16_t n) {
  __m128i v = _mm_set1_epi16(n);
  return (unsigned)_mm_movemask_epi8(
      _mm_packs_epi16(_mm_cmpeq_epi16(x.a, v), _mm_cmpeq_epi16(x.b, v)));
}

#else

typedef struct row {
  int16_t v[TAG_COLUMNS];
} row;

#define ROW_EACH(x) \
  for (int c = 0; c < TAG_COLUMNS; c++) out.v[c] = (int16_t)(x)

static inline row row_get(const int16_t *p) {
  row out;
  memcpy(&out, p, sizeof out);
  return out;
}

static inline void row_put(int16_t *p, row x) { memcpy(p, &x, sizeof x); }

static inline row row_all(int16_t n) {
  row out;
  ROW_EACH(n);
  return out;
}

static inline row row_add(row x, row y) {
  row out;
  ROW_EACH(x.v[c] + y.v[c]);
  return out;
}

static inline row row_max(row x, row y) {
  row out;
  ROW_EACH(x.v[c] > y.v[c] ? x.v[c] : y.v[c]);
  return out;
}

static inline row row_lower(row x) {
  row out;
  ROW_EACH(x.v[c] - x.v[0]);
  return out;
}

static inline row row_of(const truc__tagrow *r, int mask) {
  row out;
  ROW_EACH(r->w[c] & mask);
  return out;
}

static inline row row_min(row x, row y) {
  row out;
  ROW_EACH(x.v[c] < y.v[c] ? x.v[c] : y.v[c]);
  return out;
}

static inline row row_set(unsigned columns) {
  row out;
  ROW_EACH(columns >> c & 1 ? INT16_MAX : INT16_MIN);
  return out;
}

static inline int16_t row_top(row x) {
  int16_t top = x.v[0];
  for (int c = 1; c < TAG_COLUMNS; c++)
    if (x.v[c] > top) top = x.v[c];
  return top;
}

static inline unsigned row_where(row x, int16_t n) {
  unsigned columns = 0;
  for (unsigned c = 0; c < TAG_COLUMNS; c++)
    columns |= (unsigned)(x.v[c] == n) << c;
  return columns;
}

#undef ROW_EACH
#endif

/* The best column of the set `may`, which has two at least. */
static inline truc__best row_best(row x, unsigned may) {
  x = row_min(x, row_set(may));
  int16_t top = row_top(x);
  unsigned column = (unsigned)__builtin_ctz(row_where(x, top) & may);
  int16_t second = row_top(row_min(x, row_set(~(1u << column))));
  return (truc__best){column, top - second};
}

#endif

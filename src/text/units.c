/* SPDX-License-Identifier: Apache-2.0 */
/* units.c - byte offsets of the input as code points or UTF-16 units.
**
** The index has one entry for each STEP bytes: how many code points begin
** before that place, and how many of them take two UTF-16 units.  In
** well-formed text a code point begins at each byte that is no continuation;
** in text with ill-formed sequences the bytes are decoded, and the place of
** an entry is the first sequence at or after it.  A truc__map serves as
** entry:
**
**   text  code points before      raw  4 * pairs before + bytes to the sequence
*/
#include "text/text.h"

#define STEP 128

typedef struct {
  uint32_t points, pairs;
} count;

#ifdef __SSE2__
#include <emmintrin.h>

/* Sum of the 16 bytes of v. */
static uint32_t sum(__m128i v) {
  __m128i two = _mm_sad_epu8(v, _mm_setzero_si128());
  return (uint32_t)(_mm_cvtsi128_si32(two) + _mm_extract_epi16(two, 4));
}

/* A byte 10xxxxxx continues, a byte 1111xxxx begins a pair of UTF-16 units.
** Sixteen bytes a step; *from moves on to what is left. No counter of a byte
** is full before STEP bytes. */
static count count_blocks(const char *s, size_t *from, size_t to) {
  const __m128i low = _mm_set1_epi8((char)0xC0), top = _mm_set1_epi8('\xF0');
  __m128i more = _mm_setzero_si128(), pair = more;
  size_t i = *from;
  for (; to - i >= 16; i += 16) {
    __m128i v = _mm_loadu_si128((const void *)(s + i));
    more = _mm_sub_epi8(more, _mm_cmplt_epi8(v, low));
    pair = _mm_sub_epi8(pair, _mm_cmpeq_epi8(_mm_max_epu8(v, top), v));
  }
  uint32_t n = (uint32_t)(i - *from);
  *from = i;
  return (count){n - sum(more), sum(pair)};
}
#else
static count count_blocks(const char *s, size_t *from, size_t to) {
  (void)s, (void)from, (void)to;
  return (count){0, 0};
}
#endif

_Static_assert(STEP / 16 < 256, "count_blocks");

/* What begins in [from, to) of well-formed text, at most STEP bytes. */
static count count_clean(const char *s, size_t from, size_t to) {
  count c = count_blocks(s, &from, to);
  for (; from < to; from++) {
    c.points += ((unsigned char)s[from] & 0xC0) != 0x80;
    c.pairs += (unsigned char)s[from] >= 0xF0;
  }
  return c;
}

/* Sequences that end by `to`; *from moves on to the first that does not. */
static count count_decoded(const char *s, size_t n, size_t *from, size_t to) {
  count c = {0, 0};
  while (*from < to) {
    int32_t cp;
    unsigned len = truc__utf8_next(s + *from, n - *from, &cp);
    if (*from + len > to && to < n) break;
    c.points++;
    c.pairs += cp >= 0x10000;
    *from += len;
  }
  return c;
}

bool truc__units_run(truc_doc *d) {
  count sum = {0, 0};
  size_t i = 0;
  d->unit_index.n = 0;
  if (!VEC_ROOM(d->unit_index, d->nraw / STEP + 1)) return false;
  for (size_t k = 0; k * STEP <= d->nraw; k++) {
    size_t place = k * STEP;
    count c = {0, 0};
    if (!d->invalid) {
      c = count_clean(d->raw, i, place);
      i = place;
    } else {
      while (i < place) {
        int32_t cp;
        i += truc__utf8_next(d->raw + i, d->nraw - i, &cp);
        c.points++;
        c.pairs += cp >= 0x10000;
      }
    }
    sum.points += c.points;
    sum.pairs += c.pairs;
    truc__map e = {sum.points, sum.pairs * 4 + (uint32_t)(i - place), false};
    d->unit_index.v[d->unit_index.n++] = e;
  }
  return true;
}

static uint32_t convert(const truc_doc *d, uint32_t off, truc_unit u) {
  count c = {0, 0}, more;
  /* a character that `off` cuts has not begun yet */
  while (!d->invalid && off && off < d->nraw &&
         ((unsigned char)d->raw[off] & 0xC0) == 0x80)
    off--;
  size_t from = 0, k = off / STEP;
  if (k < d->unit_index.n) {
    const truc__map *e = &d->unit_index.v[k];
    if (k && k * STEP + (e->raw & 3) > off) e--, k--;
    c = (count){e->text, e->raw / 4};
    from = k * STEP + (e->raw & 3);
  }
  if (d->invalid)
    more = count_decoded(d->raw, d->nraw, &from, off);
  else
    more = count_clean(d->raw, from, off);
  c.points += more.points;
  c.pairs += more.pairs;
  return c.points + (u == TRUC_UTF16 ? c.pairs : 0);
}

truc_span truc_doc_units(const truc_doc *d, truc_span s, truc_unit u) {
  if (u == TRUC_BYTE || !d || !d->raw) return s;
  uint32_t n = d->nraw, off = s.off < n ? s.off : n;
  uint32_t end = s.len < n - off ? off + s.len : n;
  uint32_t a = convert(d, off, u), b = convert(d, end, u);
  return (truc_span){a, b - a};
}

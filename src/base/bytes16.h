/* SPDX-License-Identifier: Apache-2.0 */
/* bytes16.h - what several files ask of sixteen bytes at once, where the
** machine can.  Each of them has a scalar twin that gives the same result. */
#ifndef TRUC_BYTES16_H
#define TRUC_BYTES16_H

#ifdef __SSE2__
#include <emmintrin.h>

static inline __m128i truc__all16(unsigned byte) {
  return _mm_set1_epi8((char)byte);
}

/* FF for those bytes of v that are `byte`, else 00. */
static inline __m128i truc__equal16(__m128i v, unsigned byte) {
  return _mm_cmpeq_epi8(v, truc__all16(byte));
}

/* The same for bytes in [low, low + span]. */
static inline __m128i truc__range16(__m128i v, unsigned low, unsigned span) {
  __m128i off = _mm_sub_epi8(v, truc__all16(low));
  return _mm_cmpeq_epi8(_mm_min_epu8(off, truc__all16(span)), off);
}

/* The same for bytes of UTF-8 that continue a character: 80..BF. */
static inline __m128i truc__more16(__m128i v) {
  return _mm_cmplt_epi8(v, truc__all16(0xC0));
}
#endif

#endif

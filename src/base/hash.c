/* SPDX-License-Identifier: Apache-2.0 */
/* hash.c - a fixed 64-bit hash of a byte string.
**
** Tables and models on disk are keyed by it, so it may never change.  Eight
** bytes a step, multiply and fold; short keys (a syllable) cost two steps.
** Not meant to withstand an attacker: tables keep the exact key beside it. */
#include "base/base.h"

static uint64_t load(const unsigned char *p, size_t n) {
  uint64_t v = 0;
  for (size_t i = 0; i < n; i++) v |= (uint64_t)p[i] << (8 * i);
  return v;
}

/* Written out, so that a compiler makes one load of it. */
static uint64_t load_eight(const unsigned char *p) {
  return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
         (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
         (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

static uint64_t mix(uint64_t h) {
  h ^= h >> 32;
  h *= 0x9FB21C651E98DF25u; /* odd, with an even spread of bits */
  h ^= h >> 29;
  return h;
}

uint64_t truc__hash(const void *s, size_t n) {
  const unsigned char *p = s;
  uint64_t h = (uint64_t)n * 0x9E3779B97F4A7C15u;
  for (; n >= 8; p += 8, n -= 8) h = mix(h ^ load_eight(p));
  if (n) h = mix(h ^ load(p, n));
  return mix(h);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* quote.c - a string of JSON: most of its bytes are copied as they are.
**
** Of the bytes of a Vietnamese article all but a few marks need no look, so
** they are passed sixteen at a time where the machine can, and else character
** by character, with the same result. */
#include "base/base.h"
#include "base/bytes16.h"

/* Bytes of a character that JSON takes as it is, 0 if it wants a look.  Letters
** with marks have two bytes or three; of three, those whose first byte alone
** says that they are well formed. */
static inline unsigned plain(const unsigned char *s, size_t n) {
  const unsigned c = *s;
  if (c < 0x80) return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
  if (n < 3 || (s[1] & 0xC0) != 0x80) return 0;
  if (c >= 0xC2 && c < 0xE0) return 2;
  return c > 0xE0 && c < 0xED && (s[2] & 0xC0) == 0x80 ? 3 : 0;
}

#ifdef __SSE2__

#define BLOCK 16

static inline unsigned bits(__m128i v) {
  return (unsigned)_mm_movemask_epi8(v);
}

/* How many of the sixteen bytes, of whole characters, are as plain() has them;
** the first byte begins a character. */
static inline unsigned plain_block(const char *s) {
  __m128i v = _mm_loadu_si128((const void *)s);
  unsigned more = bits(truc__more16(v));
  unsigned two = bits(truc__range16(v, 0xC2, 0xDF - 0xC2));
  unsigned three = bits(truc__range16(v, 0xE1, 0xEC - 0xE1));
  __m128i look =
      _mm_or_si128(truc__range16(v, 0, 0x1F), truc__equal16(v, 0x7F));
  look = _mm_or_si128(
      look, _mm_or_si128(truc__equal16(v, '"'), truc__equal16(v, '\\')));
  unsigned other = bits(v) & ~(more | two | three);
  unsigned odd = more ^ ((two | three) << 1 | three << 2);
  unsigned wrong = bits(look) | other | odd | 1u << BLOCK;
  unsigned n = (unsigned)__builtin_ctz(wrong);
  /* a character that this cuts is left for the next step */
  if (n > 0 && (two | three) >> (n - 1) & 1) return n - 1;
  return n > 1 && three >> (n - 2) & 1 ? n - 2 : n;
}

static size_t plain_run(const char *s, size_t n) {
  size_t i = 0;
  unsigned k = BLOCK;
  while (k > BLOCK - 3 && n - i >= BLOCK) i += k = plain_block(s + i);
  while (i < n && (k = plain((const unsigned char *)s + i, n - i)) > 0) i += k;
  return i;
}
#else
static size_t plain_run(const char *s, size_t n) {
  size_t i = 0;
  unsigned k;
  while (i < n && (k = plain((const unsigned char *)s + i, n - i)) > 0) i += k;
  return i;
}
#endif

static void put_escaped(truc__buf *b, unsigned char c) {
  static const char hex[] = "0123456789abcdef";
  const char u[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
  switch (c) {
    case '"': truc__buf_str(b, "\\\""); break;
    case '\\': truc__buf_str(b, "\\\\"); break;
    case '\n': truc__buf_str(b, "\\n"); break;
    case '\t': truc__buf_str(b, "\\t"); break;
    case '\r': truc__buf_str(b, "\\r"); break;
    default: truc__buf_put(b, u, sizeof u);
  }
}

void truc__buf_json(truc__buf *b, const char *s, size_t n) {
  truc__buf_chr(b, '"');
  size_t from = 0;
  for (size_t i = 0; (i += plain_run(s + i, n - i)) < n;) {
    int32_t cp;
    unsigned len = truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0x80) { /* -1: broken */
      truc__buf_put(b, s + from, i - from);
      if (cp < 0)
        truc__buf_str(b, "\xEF\xBF\xBD");
      else
        put_escaped(b, (unsigned char)s[i]);
      from = i + len;
    }
    i += len;
  }
  truc__buf_put(b, s + from, n - from);
  truc__buf_chr(b, '"');
}

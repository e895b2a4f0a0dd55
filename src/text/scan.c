/* SPDX-License-Identifier: Apache-2.0 */
/* scan.c - classes of characters, capitals, shapes. */
#include "base/bytes16.h"
#include "text/letter.h"
#include "text/text.h"

/* Ranges by rising first code point; what lies between is C_OTHER. */
static const struct {
  uint32_t first, last;
  uint8_t cls;
} ranges[] = {
    {0xA0, 0xA0, C_GAP},          {0xA1, 0xA9, C_PUNCT},
    {0xAA, 0xAA, C_LETTER},       {0xAB, 0xAC, C_PUNCT},
    {0xAD, 0xAD, C_JOINER},       {0xAE, 0xB1, C_PUNCT},
    {0xB2, 0xB3, C_MARK},         {0xB4, 0xB4, C_PUNCT},
    {0xB5, 0xB5, C_LETTER},       {0xB6, 0xB8, C_PUNCT},
    {0xB9, 0xB9, C_MARK},         {0xBA, 0xBA, C_LETTER},
    {0xBB, 0xBF, C_PUNCT},        {0xC0, 0xD6, C_LETTER},
    {0xD7, 0xD7, C_PUNCT},        {0xD8, 0xF6, C_LETTER},
    {0xF7, 0xF7, C_PUNCT},        {0xF8, 0x2FF, C_LETTER},
    {0x300, 0x36F, C_MARK},       {0x370, 0x482, C_LETTER},
    {0x483, 0x489, C_MARK},       {0x48A, 0x590, C_LETTER},
    {0x591, 0x5BD, C_MARK},       {0x5BE, 0x5CF, C_PUNCT},
    {0x5D0, 0x609, C_LETTER},     {0x60A, 0x60F, C_PUNCT},
    {0x610, 0x61A, C_MARK},       {0x61B, 0x61F, C_PUNCT},
    {0x620, 0x64A, C_LETTER},     {0x64B, 0x65F, C_MARK},
    {0x660, 0x1AAF, C_LETTER},    {0x1AB0, 0x1AFF, C_MARK},
    {0x1B00, 0x1DBF, C_LETTER},   {0x1DC0, 0x1DFF, C_MARK},
    {0x1E00, 0x1FFF, C_LETTER},   {0x200B, 0x200F, C_JOINER},
    {0x2010, 0x2027, C_PUNCT},    {0x202A, 0x202E, C_JOINER},
    {0x2030, 0x205E, C_PUNCT},    {0x2060, 0x206F, C_JOINER},
    {0x2070, 0x209F, C_MARK},     {0x20A0, 0x20CF, C_PUNCT},
    {0x20D0, 0x20FF, C_MARK},     {0x2100, 0x218F, C_LETTER},
    {0x2190, 0x2319, C_PUNCT},    {0x231A, 0x231B, C_EMOJI},
    {0x231C, 0x23E8, C_PUNCT},    {0x23E9, 0x23FA, C_EMOJI},
    {0x23FB, 0x25FC, C_PUNCT},    {0x25FD, 0x25FE, C_EMOJI},
    {0x25FF, 0x25FF, C_PUNCT},    {0x2600, 0x27BF, C_EMOJI},
    {0x27C0, 0x2B04, C_PUNCT},    {0x2B05, 0x2B55, C_EMOJI},
    {0x2B56, 0x2BFF, C_PUNCT},    {0x2C00, 0x2DFF, C_LETTER},
    {0x2E00, 0x2E7F, C_PUNCT},    {0x2E80, 0x2FDF, C_LETTER},
    {0x3001, 0x3004, C_PUNCT},    {0x3005, 0x3007, C_LETTER},
    {0x3008, 0x3020, C_PUNCT},    {0x3021, 0x302F, C_LETTER},
    {0x3030, 0x3030, C_PUNCT},    {0x3031, 0xD7FF, C_LETTER},
    {0xE000, 0xF8FF, C_OTHER},    {0xF900, 0xFDFF, C_LETTER},
    {0xFE00, 0xFE0F, C_JOINER},   {0xFE10, 0xFE1F, C_PUNCT},
    {0xFE20, 0xFE2F, C_MARK},     {0xFE30, 0xFE6F, C_PUNCT},
    {0xFE70, 0xFEFE, C_LETTER},   {0xFEFF, 0xFEFF, C_JOINER},
    {0xFF01, 0xFF20, C_PUNCT},    {0xFF21, 0xFF3A, C_LETTER},
    {0xFF3B, 0xFF40, C_PUNCT},    {0xFF41, 0xFF5A, C_LETTER},
    {0xFF5B, 0xFF65, C_PUNCT},    {0xFF66, 0xFFDF, C_LETTER},
    {0xFFE0, 0xFFEF, C_PUNCT},    {0x10000, 0x1D0FF, C_LETTER},
    {0x1D400, 0x1EFFF, C_LETTER}, {0x1F000, 0x1FAFF, C_EMOJI},
    {0x20000, 0x3FFFF, C_LETTER}, {0xE0020, 0xE007F, C_JOINER},
    {0xE0100, 0xE01EF, C_JOINER},
};

static truc__class class_of(uint32_t cp) {
  size_t lo = 0, hi = sizeof ranges / sizeof ranges[0];
  while (lo < hi) {
    size_t mid = lo + (hi - lo) / 2;
    if (ranges[mid].last < cp)
      lo = mid + 1;
    else
      hi = mid;
  }
  if (lo < sizeof ranges / sizeof ranges[0] && ranges[lo].first <= cp)
    return (truc__class)ranges[lo].cls;
  return C_OTHER;
}

/* Classes of ASCII, four to a word of the eye: controls and blank are gaps. */
static truc__class class_ascii(unsigned char c) {
  if (c <= ' ' || c == 0x7F) return C_GAP;
  if (c >= '0' && c <= '9') return C_DIGIT;
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? C_LETTER : C_PUNCT;
}

truc__class truc__class_at(const char *s, size_t n, unsigned *len) {
  unsigned char c = (unsigned char)s[0];
  if (c < 0x80) {
    *len = 1;
    return class_ascii(c);
  }
  if (c >= 0xC4 && c <= 0xCB && n > 1) { /* Latin Extended, IPA */
    *len = 2;
    return C_LETTER;
  }
  int32_t cp;
  *len = truc__utf8_next(s, n, &cp);
  if (cp < 0) return C_OTHER;
  return cp >= 0x1E00 && cp < 0x2000 ? C_LETTER : class_of((uint32_t)cp);
}

bool truc__is_capital(const char *s, size_t n) {
  int32_t cp;
  if (n == 0) return false;
  truc__utf8_next(s, n, &cp);
  return cp > 0 && truc__lower((uint32_t)cp) != (uint32_t)cp;
}

uint8_t truc__shape(const char *s, size_t n) {
  unsigned letters = 0, capitals = 0;
  bool first = false;
  for (size_t i = 0; i < n;) {
    unsigned len;
    if (truc__class_at(s + i, n - i, &len) == C_LETTER) {
      bool capital = truc__is_capital(s + i, len);
      if (letters == 0) first = capital;
      letters++;
      capitals += capital;
    }
    i += len;
  }
  if (letters == 0) return TRUC_SHAPE_NONE;
  if (capitals == 0) return TRUC_SHAPE_LOWER;
  if (capitals == letters && letters > 1) return TRUC_SHAPE_UPPER;
  return first && capitals == 1 ? TRUC_SHAPE_TITLE : TRUC_SHAPE_MIXED;
}

size_t truc__letters_end(const char *s, size_t n, size_t i) {
  size_t from = i;
  while (i < n) {
    unsigned len;
    truc__class c = truc__class_at(s + i, n - i, &len);
    if (c != C_LETTER && !(c == C_MARK && i > from)) break;
    i += len;
  }
  return i;
}

/* By bytes, since the text is well-formed: those that continue a character
** count as letters, as they stand behind a lead that decides. */
uint64_t truc__letters_plain(const char *str) {
  const unsigned char *s = (const unsigned char *)str;
  uint64_t bits = 0;
  for (unsigned k = 0; k < 64; k++) {
    unsigned c = s[k];
    bool is = (c | 32) - 'a' < 26u || (c >= 0x80 && c < 0xC0);
    if (c >= 0xC3 && c <= 0xC9) /* but times and divided */
      is = c != 0xC3 || (s[k + 1] & 0xDF) != 0x97;
    if (c == 0xE1) is = (s[k + 1] & 0xFE) == 0xBA;
    bits |= (uint64_t)is << k;
  }
  return bits;
}

#ifdef __SSE2__

/* Sixteen bytes, and the same one further on. */
static __m128i letters(__m128i v, __m128i next) {
  __m128i ascii = truc__range16(_mm_or_si128(v, truc__all16(0x20)), 'a', 25);
  __m128i more = truc__more16(v);
  __m128i two = truc__range16(v, 0xC3, 6);
  __m128i sign = _mm_and_si128(
      truc__equal16(v, 0xC3),
      truc__equal16(_mm_and_si128(next, truc__all16(0xDF)), 0x97));
  __m128i viet = _mm_and_si128(
      truc__equal16(v, 0xE1),
      truc__equal16(_mm_and_si128(next, truc__all16(0xFE)), 0xBA));
  return _mm_or_si128(_mm_or_si128(ascii, more),
                      _mm_or_si128(_mm_andnot_si128(sign, two), viet));
}

uint64_t truc__letters(const char *s) {
  uint64_t bits = 0;
  for (unsigned k = 0; k < 64; k += 16) {
    __m128i is = letters(_mm_loadu_si128((const void *)(s + k)),
                         _mm_loadu_si128((const void *)(s + k + 1)));
    bits |= (uint64_t)(unsigned)_mm_movemask_epi8(is) << k;
  }
  return bits;
}
#else
uint64_t truc__letters(const char *s) { return truc__letters_plain(s); }
#endif

/* SPDX-License-Identifier: Apache-2.0 */
/* normal.c - the caller's bytes become the normal text.
**
** Most bytes are copied as they stand, in runs.  The map gets an entry only
** where the distance between text and input changes, so that it is empty for
** ordinary input and short for most. */
#include "base/bytes16.h"
#include "text/letter.h"
#include "text/text.h"

/* ------------------------------------------------------------------ writer */

typedef struct {
  truc_doc *d;
  const char *s; /* input */
  size_t n, i;   /* its length; the reading place */
  bool failed, has_eth;
} reader;

/* From here on text + k comes from raw + k (atom: from raw alone). */
static void map_to(reader *r, size_t raw, bool atom) {
  truc_doc *d = r->d;
  uint32_t text = (uint32_t)d->text.n;
  if (d->map.n) {
    const truc__map *m = &d->map.v[d->map.n - 1];
    if (!atom && !m->atom && text - m->text == raw - m->raw) return;
  }
  truc__map e = {text, (uint32_t)raw, atom};
  if (!VEC_PUSH(d->map, e)) r->failed = true;
}

/* Copies n bytes at r->i. */
static void keep(reader *r, size_t n) {
  map_to(r, r->i, false);
  truc__buf_put(&r->d->text, r->s + r->i, n);
  r->i += n;
}

/* Writes t[0..k) for the n bytes at r->i. */
static void replace(reader *r, const char *t, size_t k, size_t n) {
  map_to(r, r->i, true);
  truc__buf_put(&r->d->text, t, k);
  r->i += n;
}

/* Passes over n bytes. What was written before them must not seem to come from
** them, so an atom is closed first. */
static void drop(reader *r, size_t n) {
  const truc_doc *d = r->d;
  if (d->map.n && d->map.v[d->map.n - 1].atom) map_to(r, r->i, false);
  r->i += n;
}

/* ------------------------------------------------------------- composition */

/* Start of the last character of the text, if letters can end there. */
static size_t last_char(const truc_doc *d) {
  size_t at = d->text.n;
  while (at > 0 && ((unsigned char)d->text.p[--at] & 0xC0) == 0x80) {
  }
  return at;
}

/* Takes back the text from `at` on; returns where it began in the input. */
static size_t take_back(truc_doc *d, size_t at) {
  uint32_t k = d->map.n;
  while (k > 1 && d->map.v[k - 1].text > at) k--;
  truc__map *m = &d->map.v[k - 1];
  size_t raw = m->atom ? m->raw : m->raw + (at - m->text);
  d->map.n = m->text == at && k > 1 ? k - 1 : k;
  if (m->text == at && k == 1) d->map.n = 0;
  d->text.n = at;
  return raw;
}

/* A combining mark stands at r->i: joins the letter before, if it can. */
static bool compose(reader *r, uint32_t mark, unsigned len) {
  truc_doc *d = r->d;
  if (d->text.n == 0) return false;
  size_t at = last_char(d);
  int32_t letter;
  truc__utf8_next(d->text.p + at, d->text.n - at, &letter);
  uint32_t made = letter > 0 ? truc__compose((uint32_t)letter, mark) : 0;
  if (!made) return false;
  char out[4];
  unsigned k = truc__utf8_put(made, out);
  size_t end = r->i + len;
  r->i = take_back(d, at);
  replace(r, out, k, end - r->i);
  return true;
}

/* --------------------------------------------------------------- one by one */

static bool is_blank(uint32_t cp) {
  return cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
         cp == 0x205F || cp == 0x3000 || cp == 0x1680;
}

static void ill_formed(reader *r, unsigned len) {
  truc_doc *d = r->d;
  if (!d->invalid++) d->first_invalid = (uint32_t)r->i;
  replace(r, "\xEF\xBF\xBD", 3, len);
}

static void control(reader *r, unsigned char c) {
  if (c == '\r' && r->i + 1 < r->n && r->s[r->i + 1] == '\n') {
    drop(r, 1); /* its line feed follows */
    return;
  }
  map_to(r, r->i, false);
  truc__buf_chr(&r->d->text, c == '\r' || c == '\n' ? '\n' : ' ');
  r->i++;
}

/* A character that is not in a plain run. */
static void special(reader *r) {
  int32_t c;
  unsigned len = truc__utf8_next(r->s + r->i, r->n - r->i, &c);
  uint32_t cp = (uint32_t)c;
  if (c < 0)
    ill_formed(r, len);
  else if (cp < 0x80)
    control(r, (unsigned char)cp);
  else if (cp == 0x85 || cp == 0x2028 || cp == 0x2029)
    replace(r, "\n", 1, len);
  else if (cp < 0xA0 || is_blank(cp))
    replace(r, " ", 1, len);
  else if (truc__is_mark(cp)) {
    if (!compose(r, cp, len)) keep(r, len);
  } else if (truc__is_ignorable(cp) && cp != 0x200D)
    drop(r, len);
  else {
    r->has_eth |= cp == 0xF0 || cp == 0xD0;
    keep(r, len);
  }
}

/* End of the run of characters from s[i] on that stay as they are: printable
** ASCII, line feeds, and the letters of two and three bytes that nothing is
** ever done to. */
static size_t plain_end(const unsigned char *s, size_t n, size_t i) {
  while (i < n) {
    unsigned c = s[i];
    if (c < 0x80) {
      if ((c < 0x20 && c != '\n') || c == 0x7F) break;
      i++;
    } else if (c >= 0xC3 && c <= 0xCB) {
      if (i + 1 >= n || (s[i + 1] & 0xC0) != 0x80) break;
      if (c == 0xC3 && (s[i + 1] & 0xDF) == 0x90) break; /* eth */
      i += 2;
    } else if (c == 0xE1) {
      if (i + 2 >= n || (s[i + 1] & 0xFE) != 0xBA || (s[i + 2] & 0xC0) != 0x80)
        break;
      i += 3;
    } else {
      break;
    }
  }
  return i;
}

#ifdef __SSE2__

static uint64_t bits(__m128i v, unsigned k) {
  return (uint64_t)(unsigned)_mm_movemask_epi8(v) << k;
}

/* The same by 64 bytes.  What depends on a byte and the next is found in the
** bytes themselves, what on those before it in masks of 64 bits.  Returns how
** many whole characters' bytes are plain, 0 if the block holds anything else;
** byte 64 is looked at too. */
static size_t plain_block(const unsigned char *s) {
#define EQ(x, c) truc__equal16(x, c)
#define AND(x, c) _mm_and_si128(x, truc__all16(c))
  uint64_t cont = 0, lead = 0, e1 = 0;
  __m128i bad = _mm_setzero_si128();
  for (unsigned k = 0; k < 64; k += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s + k));
    __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(s + k + 1));
    __m128i control = _mm_andnot_si128(EQ(v, '\n'), truc__range16(v, 0, 0x1F));
    __m128i more = truc__more16(v);
    __m128i two = truc__range16(v, 0xC3, 8), three = EQ(v, 0xE1);
    __m128i known = _mm_or_si128(_mm_or_si128(more, two), three);
    __m128i eth = _mm_and_si128(EQ(v, 0xC3), EQ(AND(next, 0xDF), 0x90));
    __m128i odd = _mm_andnot_si128(EQ(AND(next, 0xFE), 0xBA), three);
    bad = _mm_or_si128(bad, _mm_or_si128(control, EQ(v, 0x7F)));
    bad = _mm_or_si128(bad, _mm_andnot_si128(known, v)); /* its sign bits */
    bad = _mm_or_si128(bad, _mm_or_si128(eth, odd));
    cont |= bits(more, k);
    lead |= bits(_mm_or_si128(two, three), k);
    e1 |= bits(three, k);
  }
#undef EQ
#undef AND
  /* a character that the end of the block cuts is left for the next */
  uint64_t last = (uint64_t)1 << 63;
  size_t whole = e1 & last >> 1 ? 62 : lead & last ? 63 : 64;
  return _mm_movemask_epi8(bad) || cont != (lead << 1 | e1 << 2) ? 0 : whole;
}

static size_t plain_run(const char *str, size_t n, size_t i) {
  const unsigned char *s = (const unsigned char *)str;
  size_t from = i, k;
  while (n - i > 64 && (k = plain_block(s + i)) > 0) i += k;
  return plain_end(s, n - i > 64 ? i + 64 : n, i) - from;
}
#else
static size_t plain_run(const char *str, size_t n, size_t i) {
  return plain_end((const unsigned char *)str, n, i) - i;
}
#endif

/* eth written for đ: only at the head of a Vietnamese syllable, since most are
** true eths of Icelandic names.  Both letters are two bytes, so this needs no
** map. */
static void mend_eths(truc__buf *text) {
  char *s = text->p;
  for (size_t i = 0; i + 1 < text->n; i++) {
    if (s[i] != '\xC3' || ((unsigned char)s[i + 1] & 0xDF) != 0x90) continue;
    size_t end = truc__letters_end(s, text->n, i);
    char second = s[i + 1];
    s[i] = '\xC4';
    s[i + 1] = second == '\xB0' ? '\x91' : '\x90';
    if (truc__is_syllable(s + i, end - i)) continue;
    s[i] = '\xC3';
    s[i + 1] = second;
  }
}

truc_rc truc__normal_run(truc_doc *d) {
  reader r = {d, d->raw, d->nraw, 0, false, false};
  truc__buf_reset(&d->text);
  d->map.n = 0;
  d->invalid = d->first_invalid = 0;
  if (!truc__buf_room(&d->text, (size_t)d->nraw + TRUC__SLACK))
    return TRUC_ENOMEM;
  while (r.i < r.n && !r.failed && !d->text.rc) {
    size_t run = plain_run(r.s, r.n, r.i);
    if (run) keep(&r, run);
    if (r.i < r.n && !r.failed && !d->text.rc) special(&r);
  }
  if (r.has_eth && !d->text.rc) mend_eths(&d->text);
  if (!truc__buf_room(&d->text, TRUC__SLACK) || d->text.n >= UINT32_MAX)
    return TRUC_ENOMEM;
  memset(d->text.p + d->text.n, 0, TRUC__SLACK);
  if (d->map.n == 1 && !d->map.v[0].atom && d->text.n == d->nraw) d->map.n = 0;
  truc__map end = {(uint32_t)d->text.n, d->nraw, false};
  if (d->map.n && !VEC_PUSH(d->map, end)) r.failed = true;
  return r.failed || d->text.rc ? TRUC_ENOMEM : TRUC_OK;
}

/* -------------------------------------------------------------------- back */

/* Several entries may stand at one place of the text (bytes were dropped
** there): a beginning takes the last of them, an end the first. */
truc_span truc__raw_span(const truc_doc *d, uint32_t from, uint32_t to,
                         uint32_t *at) {
  if (!d->map.n) return (truc_span){from, to - from};
  const truc__map *m = d->map.v;
  uint32_t k = *at;
  while (k + 1 < d->map.n && m[k + 1].text <= from) k++;
  *at = k;
  uint32_t off = m[k].atom ? m[k].raw : m[k].raw + (from - m[k].text);
  while (k + 1 < d->map.n && m[k + 1].text < to) k++;
  uint32_t end = m[k].atom ? m[k + 1].raw : m[k].raw + (to - m[k].text);
  return (truc_span){off, end - off};
}

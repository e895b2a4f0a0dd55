/* SPDX-License-Identifier: Apache-2.0 */
/* syllables.c - text as a run of syllables, and the folded form in which names
** and sentences are compared. */
#include "ledger/ledger.h"
#include "text/fold.h"

/* Does a code point above ASCII belong to a syllable?  Letters of all scripts
** do; blanks, marks, symbols and pictures do not. */
static bool in_syllable(uint32_t cp) {
  if (cp < 0xC0) return cp == 0xAA || cp == 0xAD || cp == 0xB5 || cp == 0xBA;
  if (cp == 0xD7 || cp == 0xF7) return false;
  if (cp < 0x2000) return cp != 0x1680;
  if (cp < 0x2C00) /* zero-width signs that may stand inside a syllable */
    return (cp >= 0x200B && cp <= 0x200D) || cp == 0x2060;
  if (cp < 0x3000) return cp < 0x2E00 || cp >= 0x2E80;
  if (cp < 0x3040) return cp >= 0x3005 && cp <= 0x3007;
  if (cp < 0xE000) return true;
  if (cp < 0xF900) return false;
  if (cp < 0xFE00) return true;
  if (cp < 0xFF00) return cp >= 0xFE70;
  if (cp < 0x10000) return cp >= 0xFF10 && cp < 0xFFF0 && cp != 0xFF1A;
  return cp < 0x1F000 || cp >= 0x20000;
}

static bool ascii_in(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

bool truc__syllable(const char *s, size_t n, size_t *i, size_t *start,
                    size_t *len) {
  size_t at = *i, from = n;
  while (at < n) {
    unsigned char c = (unsigned char)s[at];
    unsigned k = 1;
    bool in = c < 0x80 ? ascii_in(c) : false;
    if (c >= 0x80) {
      int32_t cp;
      k = truc__utf8_next(s + at, n - at, &cp);
      in = cp >= 0 && in_syllable((uint32_t)cp);
    }
    if (in && from == n) from = at;
    if (!in && from < n) break;
    at += k;
  }
  *i = at;
  *start = from;
  *len = at - from;
  return from < n;
}

/* Up to 16 bytes as two numbers. */
static void two_words(const char *s, size_t n, uint64_t out[2]) {
  char padded[16] = {0};
  memcpy(padded, s, n);
  memcpy(out, padded, sizeof padded);
}

size_t truc__fold_known(truc__folds *f, const char *s, size_t n,
                        char out[TRUC__FOLD_MAX]) {
  uint64_t w[2];
  if (!f || n > sizeof w) return truc__fold_key(s, n, out);
  two_words(s, n, w);
  uint64_t h = (w[0] ^ (w[1] << 7)) * 0x9E3779B97F4A7C15u + n;
  truc__fold_slot *x = &f->slot[h >> 32 & (TRUC__FOLDS - 1)];
  if (x->n != n || x->from[0] != w[0] || x->from[1] != w[1]) {
    size_t k = truc__fold_key(s, n, out);
    if (!k || k > sizeof x->key) return k;
    x->from[0] = w[0];
    x->from[1] = w[1];
    x->n = (uint8_t)n;
    x->k = (uint8_t)k;
    memcpy(x->key, out, k);
    return k;
  }
  memcpy(out, x->key, sizeof x->key);
  return x->k;
}

static void put_key(truc__buf *out, bool first, const char *key, size_t k,
                    const char *s, size_t n) {
  if (!first) truc__buf_chr(out, ' ');
  if (k)
    truc__buf_put(out, key, k);
  else /* too long for a key: as it stands */
    truc__buf_put(out, s, n);
}

void truc__fold_words(truc__buf *out, const char *s, size_t n,
                      truc__folds *folds) {
  size_t i = 0, start, len;
  char key[TRUC__FOLD_MAX];
  for (bool first = true; truc__syllable(s, n, &i, &start, &len); first = false)
    put_key(out, first, key, truc__fold_known(folds, s + start, len, key),
            s + start, len);
}

void truc__fold_words_blind(truc__buf *out, const char *s, size_t n) {
  size_t i = 0, start, len;
  char key[TRUC__FOLD_MAX];
  for (bool first = true; truc__syllable(s, n, &i, &start, &len); first = false)
    put_key(out, first, key, truc__fold_blind(s + start, len, key), s + start,
            len);
}

bool truc__words_inside(const char *a, size_t na, const char *b, size_t nb,
                        uint32_t *at) {
  *at = 0;
  for (size_t i = 0; na && i + na <= nb;) {
    if (!memcmp(a, b + i, na) && (i + na == nb || b[i + na] == ' '))
      return true;
    const char *blank = memchr(b + i, ' ', nb - i);
    if (!blank) return false;
    i = (size_t)(blank - b) + 1;
    ++*at;
  }
  return false;
}

uint32_t truc__words_count(const char *a, size_t na) {
  uint32_t n = na != 0;
  for (size_t i = 0; i < na; i++) n += a[i] == ' ';
  return n;
}

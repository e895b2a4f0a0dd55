/* SPDX-License-Identifier: Apache-2.0 */
/* buf.c - the growing byte string and numbers written into it; strings of JSON
** are in quote.c. */
#include <stdarg.h>
#include <stdio.h>

#include "base/base.h"

void truc__buf_release(truc__buf *b) {
  truc__free(b->p);
  memset(b, 0, sizeof *b);
}

void truc__buf_reset(truc__buf *b) {
  b->n = 0;
  b->rc = TRUC_OK;
  if (b->p) b->p[0] = '\0';
}

bool truc__buf_room(truc__buf *b, size_t more) {
  if (b->rc) return false;
  if (more < b->cap - b->n) return true; /* one byte is kept for the NUL */
  size_t want = b->n + more + 1, cap = b->cap ? b->cap * 2 : 256;
  if (want < more) {
    b->rc = TRUC_ENOMEM;
    return false;
  }
  if (cap < want) cap = want;
  char *p = truc__realloc(b->p, cap);
  if (!p) {
    b->rc = TRUC_ENOMEM;
    return false;
  }
  b->p = p;
  b->cap = cap;
  return true;
}

void truc__buf_put(truc__buf *b, const char *s, size_t n) {
  if (!truc__buf_room(b, n)) return;
  if (n) memcpy(b->p + b->n, s, n);
  b->n += n;
  b->p[b->n] = '\0';
}

void truc__buf_int(truc__buf *b, int64_t v) {
  char tmp[24];
  size_t i = sizeof tmp;
  uint64_t u = v < 0 ? (uint64_t)0 - (uint64_t)v : (uint64_t)v;
  do {
    tmp[--i] = (char)('0' + u % 10);
    u /= 10;
  } while (u);
  if (v < 0) tmp[--i] = '-';
  truc__buf_put(b, tmp + i, sizeof tmp - i);
}

void truc__buf_fmt(truc__buf *b, const char *fmt, ...) {
  char tmp[512];
  va_list ap;
  va_start(ap, fmt);
  int n = vsnprintf(tmp, sizeof tmp, fmt, ap);
  va_end(ap);
  if (n < 0) return;
  if ((size_t)n < sizeof tmp) {
    truc__buf_put(b, tmp, (size_t)n);
    return;
  }
  if (!truc__buf_room(b, (size_t)n)) return;
  va_start(ap, fmt);
  vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
  va_end(ap);
  b->n += (size_t)n;
}

void truc__buf_decimal(truc__buf *b, int64_t mantissa, int32_t exponent) {
  while (exponent < 0 && mantissa % 10 == 0) mantissa /= 10, exponent++;
  if (exponent >= 0) {
    truc__buf_int(b, mantissa);
    if (mantissa == 0) return;
    for (int32_t i = 0; i < exponent && i < 300; i++) truc__buf_chr(b, '0');
    return;
  }
  truc__buf digits = {0};
  truc__buf_int(&digits, mantissa);
  bool minus = mantissa < 0 && digits.n; /* INT64_MIN has no positive twin */
  if (minus) {
    truc__buf_chr(b, '-');
    memmove(digits.p, digits.p + 1, digits.n--);
  }
  size_t frac = (size_t)-exponent;
  if (digits.rc) {
    b->rc = digits.rc;
  } else if (digits.n <= frac) {
    truc__buf_str(b, "0.");
    for (size_t i = digits.n; i < frac; i++) truc__buf_chr(b, '0');
    truc__buf_put(b, digits.p, digits.n);
  } else {
    truc__buf_put(b, digits.p, digits.n - frac);
    truc__buf_chr(b, '.');
    truc__buf_put(b, digits.p + digits.n - frac, frac);
  }
  truc__buf_release(&digits);
}

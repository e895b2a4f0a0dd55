/* SPDX-License-Identifier: Apache-2.0 */
/* json.c - a pull reader for JSON (RFC 8259), no recursion, no allocation but
** the string buffer. */
#include "base/base.h"

void truc__json_init(truc__json *j, const char *s, size_t n) {
  truc__buf keep = j->str;
  memset(j, 0, sizeof *j);
  j->str = keep;
  truc__buf_reset(&j->str);
  j->s = s;
  j->n = n;
  j->want_value = true;
}

void truc__json_release(truc__json *j) { truc__buf_release(&j->str); }

static truc__jtype fail(truc__json *j, const char *why) {
  j->error = why;
  return JSON_ERROR;
}

static void blanks(truc__json *j) {
  while (j->i < j->n && (j->s[j->i] == ' ' || j->s[j->i] == '\t' ||
                         j->s[j->i] == '\n' || j->s[j->i] == '\r'))
    j->i++;
}

static int hex4(truc__json *j, size_t at) {
  int v = 0;
  if (j->n - at < 4) return -1;
  for (size_t k = at; k < at + 4; k++) {
    char c = j->s[k];
    int d = c >= '0' && c <= '9'   ? c - '0'
            : c >= 'a' && c <= 'f' ? c - 'a' + 10
            : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                   : -1;
    if (d < 0) return -1;
    v = v * 16 + d;
  }
  return v;
}

/* The escape at j->i (just after the backslash). */
static bool escape(truc__json *j) {
  char c = j->s[j->i++];
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *p = memchr(from, c, 8);
  if (p) {
    truc__buf_chr(&j->str, to[p - from]);
    return true;
  }
  if (c != 'u') return false;
  int v = hex4(j, j->i);
  if (v < 0) return false;
  j->i += 4;
  uint32_t cp = (uint32_t)v;
  if (cp >= 0xD800 && cp <= 0xDBFF && j->n - j->i >= 6 && j->s[j->i] == '\\' &&
      j->s[j->i + 1] == 'u') {
    int w = hex4(j, j->i + 2);
    if (w >= 0xDC00 && w <= 0xDFFF) {
      cp = 0x10000 + ((cp - 0xD800) << 10) + ((uint32_t)w - 0xDC00);
      j->i += 6;
    }
  }
  if (cp >= 0xD800 && cp <= 0xDFFF) cp = 0xFFFD; /* a lone surrogate */
  char out[4];
  truc__buf_put(&j->str, out, truc__utf8_put(cp, out));
  return true;
}

static bool string(truc__json *j) {
  truc__buf_reset(&j->str);
  truc__buf_put(&j->str, "", 0);
  for (size_t from = ++j->i;;) {
    if (j->i >= j->n) return fail(j, "string without an end"), false;
    unsigned char c = (unsigned char)j->s[j->i];
    if (c < 0x20) return fail(j, "control character in a string"), false;
    if (c != '"' && c != '\\') {
      j->i++;
      continue;
    }
    truc__buf_put(&j->str, j->s + from, j->i - from);
    j->i++;
    if (c == '"') break;
    if (j->i >= j->n || !escape(j))
      return fail(j, "invalid escape in a string"), false;
    from = j->i;
  }
  if (j->str.rc) return fail(j, "out of memory"), false;
  return true;
}

static bool word(truc__json *j, const char *w) {
  size_t n = strlen(w);
  if (j->n - j->i < n || memcmp(j->s + j->i, w, n)) return false;
  j->i += n;
  return true;
}

/* A decimal number being read: mantissa * 10^exponent. The mantissa holds the
** first 19 digits, which is more than a double can tell apart. */
typedef struct {
  uint64_t mantissa;
  int exponent, ndigit;
} decimal;

/* Digits from j->i on; `scale` is what each adds to the exponent when it is
** kept (-1 behind the point). Returns how many there were. */
static size_t digits(truc__json *j, decimal *d, int scale) {
  size_t from = j->i;
  for (; j->i < j->n && j->s[j->i] >= '0' && j->s[j->i] <= '9'; j->i++) {
    if (d->ndigit < 19) {
      d->mantissa = d->mantissa * 10 + (uint64_t)(j->s[j->i] - '0');
      d->ndigit += d->mantissa != 0;
      d->exponent += scale;
    } else if (scale == 0 && d->exponent < 1000) {
      d->exponent++;
    }
  }
  return j->i - from;
}

/* No strtod: it reads the decimal point of the locale.  Exact for up to 15
** digits and powers up to 22, and within a few units of the last place
** beyond. */
static double to_double(const decimal *d) {
  double v = (double)d->mantissa, power = 10;
  int e = d->exponent;
  if (!d->mantissa || e < -345) return 0;
  if (e > 310) e = 310; /* infinity */
  bool down = e < 0;
  if (down && e < -300) { /* the power alone would be too large */
    v /= 1e50;
    e += 50;
  }
  double scale = 1;
  for (unsigned k = (unsigned)(down ? -e : e); k; k >>= 1, power *= power)
    if (k & 1) scale *= power;
  return down ? v / scale : v * scale;
}

/* The part after 'e'. */
static bool exponent(truc__json *j, decimal *d) {
  bool minus = false;
  decimal e = {0, 0, 0};
  if (j->i < j->n && (j->s[j->i] == '+' || j->s[j->i] == '-'))
    minus = j->s[j->i++] == '-';
  if (!digits(j, &e, 0)) return false;
  int v = e.exponent || e.mantissa > 9999 ? 9999 : (int)e.mantissa;
  d->exponent += minus ? -v : v;
  return true;
}

static truc__jtype number(truc__json *j) {
  decimal d = {0, 0, 0};
  bool minus = j->s[j->i] == '-';
  j->i += minus;
  size_t first = j->i;
  size_t whole = digits(j, &d, 0);
  if (!whole || (whole > 1 && j->s[first] == '0'))
    return fail(j, "invalid number");
  if (j->i < j->n && j->s[j->i] == '.') {
    j->i++;
    if (!digits(j, &d, -1)) return fail(j, "invalid number");
  }
  if (j->i < j->n && (j->s[j->i] == 'e' || j->s[j->i] == 'E')) {
    j->i++;
    if (!exponent(j, &d)) return fail(j, "invalid number");
  }
  j->num = minus ? -to_double(&d) : to_double(&d);
  return JSON_NUMBER;
}

static truc__jtype open_level(truc__json *j, char c) {
  if (j->depth == (int)sizeof j->stack) return fail(j, "nested too deeply");
  j->stack[j->depth++] = (unsigned char)c;
  j->i++;
  j->after_value = false;
  j->want_value = c == '[';
  return c == '{' ? JSON_OBJECT : JSON_ARRAY;
}

static truc__jtype close_level(truc__json *j, char c) {
  char open = c == '}' ? '{' : '[';
  if (!j->depth || j->stack[j->depth - 1] != (unsigned char)open)
    return fail(j, "unexpected closing bracket");
  j->depth--;
  j->i++;
  j->after_value = true;
  j->want_value = false;
  return c == '}' ? JSON_OBJECT_END : JSON_ARRAY_END;
}

static truc__jtype value(truc__json *j) {
  char c = j->s[j->i];
  j->at = j->i;
  if (c == '{' || c == '[') return open_level(j, c);
  truc__jtype t = c == '"'           ? (string(j) ? JSON_STRING : JSON_ERROR)
                  : word(j, "null")  ? JSON_NULL
                  : word(j, "true")  ? JSON_TRUE
                  : word(j, "false") ? JSON_FALSE
                  : c == '-' || (c >= '0' && c <= '9')
                      ? number(j)
                      : fail(j, "unexpected character");
  j->after_value = true;
  j->want_value = false;
  return t;
}

static truc__jtype key(truc__json *j) {
  j->at = j->i;
  if (j->s[j->i] != '"') return fail(j, "expected a key in quotes");
  if (!string(j)) return JSON_ERROR;
  blanks(j);
  if (j->i >= j->n || j->s[j->i] != ':')
    return fail(j, "expected ':' after a key");
  j->i++;
  j->want_value = true;
  return JSON_KEY;
}

truc__jtype truc__json_next(truc__json *j) {
  if (j->error) return JSON_ERROR;
  blanks(j);
  if (j->i >= j->n)
    return j->depth == 0 && j->after_value ? JSON_END
                                           : fail(j, "unexpected end");
  if (j->depth == 0 && j->after_value)
    return fail(j, "text after the end of the value");
  char c = j->s[j->i];
  char level = j->depth ? (char)j->stack[j->depth - 1] : '\0';
  if (j->after_value) {
    if (c == '}' || c == ']') return close_level(j, c);
    if (c != ',') return fail(j, "expected ',' or a closing bracket");
    j->i++;
    j->after_value = false;
    j->want_value = level == '[';
    blanks(j);
    if (j->i >= j->n) return fail(j, "unexpected end");
    return level == '{' ? key(j) : value(j);
  }
  if (level == '{' && !j->want_value)
    return c == '}' ? close_level(j, c) : key(j);
  if (level == '[' && c == ']') return close_level(j, c);
  return value(j);
}

bool truc__json_skip(truc__json *j, truc__jtype first) {
  if (first != JSON_OBJECT && first != JSON_ARRAY) return first != JSON_ERROR;
  int depth = j->depth;
  for (;;) {
    truc__jtype t = truc__json_next(j);
    if (t == JSON_ERROR || t == JSON_END) return false;
    if ((t == JSON_OBJECT_END || t == JSON_ARRAY_END) && j->depth < depth)
      return true;
  }
}

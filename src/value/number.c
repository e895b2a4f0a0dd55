/* SPDX-License-Identifier: Apache-2.0 */
/* number.c - numerals in digits and words.
**
**     numeral   = group { group }             1 tỷ 200 triệu
**     group     = (digits | words < 1000) { magnitude } [rưỡi]
**     words     = [1-9 trăm] [linh] [1-9 mươi | mười] [1-9]
**
** A second group must be worth less than the magnitude of the first.
*/
#include "lex.h"
#include "value/value.h"

/* --------------------------------------------------------- exact arithmetic */

static bool scale(int64_t *m, int32_t *e, int32_t to) {
  while (*e > to) {
    if (*m > INT64_MAX / 10) return false;
    *m *= 10;
    (*e)--;
  }
  return true;
}

/* 5.000 and 5000 have one form: no zeros at the end of the mantissa. */
static void shorten(int64_t *m, int32_t *e) {
  if (*m == 0) {
    *e = 0;
    return;
  }
  for (; *m % 10 == 0; (*e)++) *m /= 10;
}

bool truc__decimal_add(int64_t *am, int32_t *ae, int64_t bm, int32_t be) {
  int32_t low = *ae < be ? *ae : be;
  if (!scale(am, ae, low) || !scale(&bm, &be, low)) return false;
  if (*am > INT64_MAX - bm) return false;
  *am += bm;
  shorten(am, ae);
  return true;
}

/* ------------------------------------------------------------------- digits */

/* Lengths of the runs of digits in a token and the marks between them. */
typedef struct runs {
  unsigned n;
  unsigned len[8];
  char mark[8]; /* mark[i] stands after run i */
  bool percent;
  bool ok;
} runs;

static runs split_runs(const char *s, uint32_t n) {
  runs x;
  memset(&x, 0, sizeof x);
  if (n && s[n - 1] == '%') {
    x.percent = true;
    n--;
  }
  for (uint32_t i = 0; i < n; i++) {
    if (s[i] >= '0' && s[i] <= '9') {
      x.len[x.n]++;
    } else if ((s[i] == '.' || s[i] == ',') && x.len[x.n] && x.n < 7) {
      x.mark[x.n++] = s[i];
    } else {
      return x;
    }
  }
  if (n == 0 || x.len[x.n] == 0) return x;
  x.n++;
  x.ok = true;
  return x;
}

/* Does every run from the second to `last` have three digits? */
static bool groups(const runs *x, unsigned last) {
  for (unsigned i = 1; i <= last; i++)
    if (x->len[i] != 3) return false;
  return x->len[0] <= 3;
}

/* Index of the run that begins the fraction; x->n if there is none. */
static unsigned fraction_run(const char *s, const runs *x, bool comma_groups) {
  unsigned last = x->n - 1;
  if (x->n == 1) return x->n;
  char mark = x->mark[last - 1];
  bool mixed = x->n > 2 && x->mark[0] != mark;
  if (mixed) return groups(x, last - 1) ? last : 0;
  if (x->n > 2) return groups(x, last) ? x->n : 0;
  if (x->len[1] != 3 || x->len[0] > 3 || s[0] == '0') return 1;
  return (mark == ',') == comma_groups ? x->n : 1;
}

static bool parse_digits(const char *s, uint32_t n, bool comma_groups,
                         truc__num *out) {
  runs x = split_runs(s, n);
  if (!x.ok) return false;
  unsigned fraction = fraction_run(s, &x, comma_groups);
  if (fraction == 0) return false;
  unsigned run = 0, digits = 0;
  out->mantissa = 0;
  out->exponent = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (s[i] < '0' || s[i] > '9') {
      run += s[i] != '%';
      continue;
    }
    if (out->mantissa || s[i] != '0') digits++;
    if (digits > 18) return false;
    out->mantissa = out->mantissa * 10 + (s[i] - '0');
    out->exponent -= run >= fraction;
  }
  out->percent = x.percent;
  out->big = out->mantissa >= 10 || out->exponent < 0;
  shorten(&out->mantissa, &out->exponent);
  return true;
}

int truc__comma_vote(const truc_doc *d, uint32_t tok) {
  runs x = split_runs(truc__tok_text(d, tok), d->token.v[tok].text_len);
  if (!x.ok || x.n < 2) return 0;
  char mark = x.mark[x.n - 2];
  bool three = x.len[x.n - 1] == 3;
  if (x.n == 2 && three && mark == ',') return 0; /* says nothing */
  return (mark == '.') == three ? -1 : 1;
}

/* -------------------------------------------------------------------- words */

static int digit_of(const truc__hit *h) {
  return h ? truc__hit_id(h)[0] - '0' : 0;
}

/* A word that is part of a longer word of another kind is no numeral. */
static bool in_lower_case(const truc__reader *r, uint32_t tok) {
  unsigned shape = r->d->token.v[tok].shape;
  if (shape == TRUC_SHAPE_LOWER) return true;
  return shape == TRUC_SHAPE_TITLE && truc__is_first(r, tok);
}

/* "năm" is five before a magnitude or a counted noun, else a year. */
static bool is_five(const truc__reader *r, uint32_t tok) {
  uint32_t next = tok + 1;
  if (truc__phrase_len(r, next, LEX_NUM_TEN) ||
      truc__phrase_len(r, next, LEX_NUM_MAG) ||
      truc__phrase_len(r, next, LEX_UNIT_PERCENT))
    return true;
  static const char each[] =
      "mỗi hàng hằng một nhiều các những từng qua suốt trong cả";
  if (truc__is_any(r, tok - 1, each)) return false;
  if (tok > r->begin && truc__small_int(r, tok - 1) >= 0) return false;
  const truc__hit *u = truc__phrase(r, next, LEX_UNIT_COUNT);
  if (!u) u = truc__phrase(r, next, LEX_UNIT_TIME);
  return u && truc__small_int(r, next + u->ntok) < 0;
}

/* 1..9, or 10 for "mười"; 0 if the token is no such word. */
static int unit_word(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_NUM_WORD);
  if (!h || !in_lower_case(r, tok)) return 0;
  if (truc__is_word(r, tok, "năm") && !is_five(r, tok)) return 0;
  return truc__hit_id(h)[1] ? 10 : digit_of(h);
}

/* After "mươi" or "mười": một, mốt, hai, ba, bốn, tư, lăm ... but not "năm". */
static int last_word(const truc__reader *r, uint32_t tok) {
  int v = digit_of(truc__phrase(r, tok, LEX_NUM_TAIL));
  if (v) return v;
  if (truc__is_word(r, tok, "năm")) return 0;
  const truc__hit *h = truc__phrase(r, tok, LEX_NUM_WORD);
  return h && !truc__hit_id(h)[1] && in_lower_case(r, tok) ? digit_of(h) : 0;
}

static bool is_ten_word(const truc__reader *r, uint32_t tok, char power) {
  const truc__hit *h = truc__phrase(r, tok, LEX_NUM_TEN);
  return h && truc__hit_id(h)[0] == power;
}

/* Words below a hundred at `tok`: value, and where they end. */
static int below_hundred(const truc__reader *r, uint32_t tok, uint32_t *end) {
  int v = unit_word(r, tok);
  *end = tok;
  if (!v) return 0;
  tok++;
  if (v < 10 && is_ten_word(r, tok, '1')) {
    v *= 10;
    tok++;
  } else if (v < 10) {
    *end = tok;
    return v;
  }
  int last = last_word(r, tok);
  *end = tok + (last != 0);
  return v + last;
}

static int below_thousand(const truc__reader *r, uint32_t tok, uint32_t *end) {
  int v = below_hundred(r, tok, end);
  if (!v || v > 9 || !is_ten_word(r, *end, '2')) return v;
  uint32_t at = *end + 1, rest_end;
  if (truc__phrase_len(r, at, LEX_NUM_LINK)) at++;
  bool linked = at > *end + 1;
  int rest = below_hundred(r, at, &rest_end);
  if (!rest && linked) { /* một trăm linh năm */
    rest = truc__is_word(r, at, "năm") ? 5 : last_word(r, at);
    rest_end = at + 1;
  }
  *end = rest ? rest_end : linked ? at - 1 : at;
  return v * 100 + rest;
}

/* ------------------------------------------------------------------- groups */

static void take_magnitudes(const truc__reader *r, truc__num *g, uint32_t *at) {
  for (;;) {
    const truc__hit *h = truc__phrase(r, *at, LEX_NUM_MAG);
    if (!h && !g->words) h = truc__phrase(r, *at, LEX_NUM_TEN);
    if (!h || g->exponent > 15) return;
    int32_t power = 0;
    for (const char *p = truc__hit_id(h); *p; p++)
      power = power * 10 + (*p - '0');
    g->exponent += power;
    g->magnitude = g->big = true;
    *at += h->ntok;
  }
}

/* "ba tỷ rưỡi": half of the magnitude more. */
static void take_half(const truc__reader *r, truc__num *g, int32_t magnitude,
                      uint32_t *at) {
  if (!truc__phrase_len(r, *at, LEX_NUM_HALF)) return;
  if (truc__decimal_add(&g->mantissa, &g->exponent, 5, magnitude - 1)) (*at)++;
}

/* One group. */
static truc__num read_group(const truc__reader *r, uint32_t tok) {
  truc__num g;
  memset(&g, 0, sizeof g);
  uint32_t at = tok;
  const truc_token *t = &r->d->token.v[tok];
  if (t->kind == TRUC_TOK_NUMBER || t->kind == TRUC_TOK_PERCENT) {
    if (!parse_digits(truc__tok_text(r->d, tok), t->text_len,
                      r->w->comma_groups, &g))
      return g;
    at++;
  } else if (truc__phrase_len(r, tok, LEX_UNIT_HALF) &&
             truc__phrase_len(r, tok + 1, LEX_NUM_MAG)) {
    g.mantissa = 5; /* nửa triệu */
    g.exponent = -1;
    g.words = true;
    at++;
  } else {
    g.mantissa = below_thousand(r, tok, &at);
    g.words = true;
    g.big = g.mantissa >= 10;
    if (!g.mantissa) return g;
    g.one = g.mantissa == 1;
  }
  int32_t before = g.exponent;
  if (!g.percent) take_magnitudes(r, &g, &at);
  g.worth = g.exponent - before;
  if (g.magnitude) take_half(r, &g, g.worth, &at);
  if (g.magnitude) g.one = false;
  shorten(&g.mantissa, &g.exponent);
  g.ntok = at - tok;
  return g;
}

/* "hai nghìn không trăm ba": words for an empty place. */
static uint32_t empty_place(const truc__reader *r, uint32_t tok) {
  return truc__is_word(r, tok, "không") && is_ten_word(r, tok + 1, '2') ? 2 : 0;
}

/* May `b` go on after `a`? Digits need a magnitude. */
static bool continues(const truc__num *a, const truc__num *b) {
  if (!b->ntok || b->percent || b->worth >= a->worth) return false;
  return b->words || b->magnitude;
}

truc__num truc__read_number(const truc__reader *r, uint32_t tok) {
  truc__num a = read_group(r, tok);
  if (!a.ntok || a.percent) return a;
  while (a.worth >= 2 && tok + a.ntok < r->end) {
    uint32_t at = tok + a.ntok;
    at += empty_place(r, at);
    bool linked = truc__phrase_len(r, at, LEX_NUM_LINK) != 0;
    at += linked;
    if (at >= r->end) break;
    truc__num b = read_group(r, at);
    if (linked && !b.ntok && truc__is_word(r, at, "năm"))
      b = (truc__num){.mantissa = 5, .ntok = 1, .words = true};
    if (!continues(&a, &b)) break;
    if (!truc__decimal_add(&a.mantissa, &a.exponent, b.mantissa, b.exponent))
      break;
    a.ntok = at + b.ntok - tok;
    a.worth = b.worth;
  }
  return a;
}

int truc__small_number(const truc__reader *r, uint32_t tok, uint32_t *ntok) {
  int v = truc__small_int(r, tok);
  *ntok = 1;
  if (v >= 0) return v <= 99 ? v : 0;
  const truc__hit *h = truc__phrase(r, tok, LEX_NUM_TAIL);
  if (h) return digit_of(h);
  if (truc__is_word(r, tok, "năm") || truc__is_word(r, tok, "Năm")) return 5;
  uint32_t end;
  v = below_hundred(r, tok, &end);
  if (!v && (h = truc__phrase(r, tok, LEX_NUM_WORD)) != NULL) { /* Hai, Ba */
    int one = truc__hit_id(h)[1] ? last_word(r, tok + 1) : 0; /* Mười hai */
    *ntok = one ? 2 : 1;
    return truc__hit_id(h)[1] ? 10 + one : digit_of(h);
  }
  *ntok = end - tok;
  return v;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* look.c - phrases, marks and digits at a token. */
#include "lex.h"
#include "value/value.h"

/* -------------------------------------------------------------------- signs */

/* Bits of truc__bit().  At one of the first a value may begin; 0 is every class
** that this room does not ask for. */
#define BIT_DIGITS 1
#define BIT_BEGIN 26 /* the last of those */
#define BIT_NOT 27
const uint8_t truc__value_bit[LEX_NCLASSES] = {
    [LEX_NUM_WORD] = 2,        [LEX_UNIT_HALF] = 3,
    [LEX_UNIT_SIGN] = 4,       [LEX_RANK_FIRST] = 5,
    [LEX_RANK_BEST] = 6,       [LEX_RANK_LEAD] = 7,
    [LEX_RANK_THU] = 8,        [LEX_RANK_DEGREE] = 9,
    [LEX_RANK_PLACE] = 10,     [LEX_TIME_DAY] = 11,
    [LEX_TIME_DATE] = 12,      [LEX_TIME_MONTH] = 13,
    [LEX_TIME_YEAR] = 14,      [LEX_TIME_QUARTER] = 15,
    [LEX_TIME_DECADE] = 16,    [LEX_TIME_CENTURY] = 17,
    [LEX_TIME_PART] = 18,      [LEX_TIME_WEEKDAY] = 19,
    [LEX_TIME_REL] = 20,       [LEX_TIME_LAST] = 21,
    [LEX_TIME_EDGE] = 22,      [LEX_TIME_HALF] = 23,
    [LEX_TIME_NOW] = 24,       [LEX_TIME_FROM] = 25,
    [LEX_VALUE_BEGIN] = 26,    [LEX_TIME_TET] = 26,
    [LEX_TIME_EVE] = 26,       [LEX_TIME_FULL_MOON] = 26,
    [LEX_VALUE_NOT] = BIT_NOT, [LEX_MOD_APPROX] = 28,
    [LEX_MOD_MORE] = 28,       [LEX_MOD_LESS] = 28,
    [LEX_MOD_NEAR] = 28,       [LEX_MOD_UPTO] = 28,
    [LEX_MOD_SKIP] = 28,       [LEX_UNIT_OF] = 29,
    [LEX_MOD_AFTER] = 29,      [LEX_UNIT_COUNT] = 30,
    [LEX_UNIT_TIME] = 31,      [LEX_UNIT_MONEY] = 32,
    [LEX_UNIT_TIMES] = 33,     [LEX_UNIT_PERCENT] = 34,
    [LEX_UNIT_MEASURE] = 34,   [LEX_UNIT_AGE] = 34,
    [LEX_UNIT_FACTOR] = 35,    [LEX_NUM_TEN] = 36,
    [LEX_NUM_MAG] = 36,        [LEX_NUM_TAIL] = 37,
    [LEX_NUM_HALF] = 37,       [LEX_NUM_LINK] = 37,
    [LEX_NUM_VAGUE] = 38,      [LEX_NUM_LABEL] = 39,
    [LEX_NUM_ROMAN] = 40,      [LEX_TIME_STEM] = 40,
    [LEX_TIME_BRANCH] = 40,    [LEX_TIME_LUNAR] = 40,
    [LEX_TIME_EVERY] = 40,     [LEX_RANK_WORD] = 40,
    [LEX_RANK_SET] = 41,       [LEX_RANK_EVENT] = 42,
    [LEX_RANK_HAPPENING] = 43, [LEX_RANK_AMONG] = 44,
    [LEX_RANK_LEVEL] = 45,     [LEX_RANK_VERB] = 46,
    [LEX_RANK_FIELD] = 47,     [LEX_RANK_TIME] = 48,
    [LEX_RANK_PHOTO] = 48,     [LEX_TIME_TO] = 49,
    [LEX_TIME_AND] = 50,       [LEX_TIME_SINCE] = 51,
    [LEX_TIME_UNTIL] = 51,     [LEX_TIME_AHEAD] = 52,
    [LEX_TIME_SPAN] = 52,      [LEX_TIME_AGO] = 52,
    [LEX_TIME_LATER] = 53,     [LEX_TIME_BEFORE] = 53,
    [LEX_TIME_PERIOD] = 54,    [LEX_TIME_FIRST] = 55,
    [LEX_TIME_CLOCK] = 55,     [LEX_TIME_FUTURE] = 56,
    [LEX_TIME_PAST] = 57,      [LEX_TIME_TITLE] = 58,
    [LEX_TIME_VERB] = 59,      [LEX_TIME_EVENT] = 60,
    [LEX_TIME_AGAINST] = 61,   [LEX_TIME_BEGIN] = 62,
    [LEX_TIME_JUBILEE] = 62,   [LEX_TIME_TOWARD] = 62,
    [LEX_TIME_WISH] = 63,
};

/* First byte of a mark; all dashes are one, and all quotes. */
static char mark_of(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const char *s = truc__tok_text(d, tok);
  if (t->text_len == 1) return s[0] == '\'' ? '"' : s[0];
  if (t->text_len == 3 && !memcmp(s, "\xE2\x80", 2)) {
    unsigned char c = (unsigned char)s[2];
    if (c >= 0x90 && c <= 0x95) return '-';
    if (c >= 0x98 && c <= 0x9F) return '"';
    if (c == 0xA6) return '.';
  }
  return s[0];
}

static void sign_token(const truc_doc *d, uint32_t tok, truc__sign *s) {
  switch (d->token.v[tok].kind) {
    case TRUC_TOK_NUMBER:
    case TRUC_TOK_DATE:
    case TRUC_TOK_TIME:
    case TRUC_TOK_PERCENT: s->begins = (uint64_t)1 << BIT_DIGITS; break;
    case TRUC_TOK_PUNCT:
    case TRUC_TOK_OTHER: s->mark = mark_of(d, tok); break;
    default: break;
  }
}

static bool is_lunar(unsigned cls) {
  return cls == LEX_TIME_TET || cls == LEX_TIME_EVE ||
         cls == LEX_TIME_FULL_MOON || cls == LEX_TIME_STEM ||
         cls == LEX_TIME_LUNAR || cls == LEX_TIME_MOON;
}

bool truc__signs_run(const truc_doc *d, truc__valuework *w) {
  uint32_t n = d->token.n;
  w->sign.n = 0;
  if (!VEC_ROOM(w->sign, (uint64_t)n + 1)) return false;
  w->sign.n = n + 1;
  memset(w->sign.v, 0, w->sign.n * sizeof *w->sign.v);
  for (uint32_t t = 0; t < n; t++) sign_token(d, t, &w->sign.v[t]);
  w->lunar = false;
  for (uint32_t i = 0; i < d->hit.n; i++) {
    const truc__hit *h = &d->hit.v[i];
    uint64_t bit = truc__bit(h->cls);
    w->lunar = w->lunar || is_lunar(h->cls);
    w->sign.v[h->tok].begins |= bit;
    if (h->ntok <= 5) w->sign.v[h->tok + h->ntok].ends |= bit;
  }
  return true;
}

bool truc__may_begin(const truc__sign *s) {
  const uint64_t any = (((uint64_t)1 << BIT_BEGIN) - 1) << 1;
  return s->begins & any;
}

bool truc__is_digits(const truc__reader *r, uint32_t tok) {
  return tok >= r->begin && tok < r->end &&
         (r->sign[tok].begins & (uint64_t)1 << BIT_DIGITS);
}

/* ------------------------------------------------------------------ phrases */

const truc__hit *truc__find_phrase(const truc__reader *r, uint32_t tok,
                                   unsigned cls) {
  const truc_doc *d = r->d;
  const truc__hit *found = NULL;
  uint32_t alike = 0;
  for (uint32_t i = d->hit_at.v[tok]; i < d->hit_at.v[tok + 1]; i++) {
    const truc__hit *h = &d->hit.v[i];
    if (h->cls == cls && !found) found = h;
    if (h->cls == LEX_VALUE_NOT && h->ntok > alike) alike = h->ntok;
  }
  if (!found || tok + found->ntok > r->end) return NULL;
  return alike > found->ntok ? NULL : found;
}

const truc__hit *truc__find_back(const truc__reader *r, uint32_t tok,
                                 unsigned cls) {
  const truc__hit *best = NULL;
  for (uint32_t k = 1; k <= 5 && tok >= r->begin + k; k++) {
    uint32_t at = tok - k;
    if (!(r->sign[at].begins & truc__bit(cls))) continue;
    for (uint32_t i = r->d->hit_at.v[at]; i < r->d->hit_at.v[at + 1]; i++) {
      const truc__hit *h = &r->d->hit.v[i];
      if (h->cls == cls && h->ntok == k) best = h;
    }
  }
  return best;
}

/* ----------------------------------------------------------- words, numbers */

bool truc__is_any(const truc__reader *r, uint32_t tok, const char *words) {
  if (tok < r->begin || tok >= r->end) return false;
  size_t len = r->d->token.v[tok].text_len;
  const char *s = truc__tok_text(r->d, tok);
  for (; words; words = strchr(words, ' ')) {
    words += *words == ' ';
    if (*words == *s && !strncmp(words, s, len) &&
        (words[len] == ' ' || !words[len]))
      return true;
  }
  return false;
}

bool truc__is_capital_token(const truc__reader *r, uint32_t tok) {
  if (tok < r->begin || tok >= r->end) return false;
  unsigned shape = r->d->token.v[tok].shape;
  return shape == TRUC_SHAPE_TITLE || shape == TRUC_SHAPE_UPPER;
}

bool truc__is_first(const truc__reader *r, uint32_t tok) {
  if (tok == r->begin) return true;
  char m = truc__mark_at(r, tok - 1);
  return m == '"' || m == '(' || m == ':' || m == '-' || m == '.';
}

truc__dmy truc__split_dmy(const truc__reader *r, uint32_t tok) {
  truc__dmy f = {0, {0, 0, 0}, {0, 0, 0}, 0};
  if (!truc__is_digits(r, tok)) return f;
  const char *s = truc__tok_text(r->d, tok);
  uint32_t n = r->d->token.v[tok].text_len;
  for (uint32_t i = 0; i < n; i++) {
    char c = s[i];
    if (c >= '0' && c <= '9') {
      if (++f.digits[f.n] > 4) goto none;
      f.value[f.n] = f.value[f.n] * 10 + (c - '0');
    } else if (c == '/' || c == '-' || c == '.') {
      if (f.separator && c != f.separator) goto none;
      if (!f.digits[f.n] || f.n == 2) goto none;
      f.separator = c;
      f.n++;
    } else {
      goto none;
    }
  }
  if (f.n < 3 && f.digits[f.n] && f.separator) {
    f.n++;
    return f;
  }
none:
  return (truc__dmy){0, {0, 0, 0}, {0, 0, 0}, 0};
}

int truc__small_int(const truc__reader *r, uint32_t tok) {
  if (!truc__is_digits(r, tok)) return -1;
  const truc_token *t = &r->d->token.v[tok];
  const char *s = truc__tok_text(r->d, tok);
  int v = 0;
  if (t->text_len == 0 || t->text_len > 4) return -1;
  for (uint32_t i = 0; i < t->text_len; i++) {
    if (s[i] < '0' || s[i] > '9') return -1;
    v = v * 10 + (s[i] - '0');
  }
  return v;
}

int truc__year_token(const truc__reader *r, uint32_t tok) {
  int v = truc__small_int(r, tok);
  return v >= 1000 && v <= 2999 ? v : 0;
}

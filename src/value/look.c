/* SPDX-License-Identifier: Apache-2.0 */
/* look.c - phrases, marks and digits at a token. */
#include "lex.h"
#include "name/name.h"
#include "value/value.h"

/* -------------------------------------------------------------------- signs */

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

/* The sign of a token by itself; *votes gets what a number says. */
static truc__sign sign_of(const truc_doc *d, uint32_t tok, int32_t *votes) {
  truc__sign s = {0, 0, '\0', 0};
  switch (d->token.v[tok].kind) {
    case TRUC_TOK_NUMBER:
    case TRUC_TOK_PERCENT:
      s.begins = BIT_DIGITS;
      *votes += truc__comma_vote(d, tok);
      break;
    case TRUC_TOK_DATE:
    case TRUC_TOK_TIME: s.begins = BIT_DIGITS; break;
    case TRUC_TOK_PUNCT:
    case TRUC_TOK_OTHER: s.mark = mark_of(d, tok); break;
    default: break;
  }
  return s;
}

static bool is_lunar(unsigned cls) {
  return cls == LEX_TIME_TET || cls == LEX_TIME_EVE ||
         cls == LEX_TIME_FULL_MOON || cls == LEX_TIME_STEM ||
         cls == LEX_TIME_LUNAR || cls == LEX_TIME_MOON;
}

bool truc__signs_run(const truc_doc *d, truc__valuework *w) {
  uint32_t n = d->token.n;
  w->sign.n = w->hit_at.n = 0;
  if (!VEC_ROOM(w->sign, (uint64_t)n + 1) ||
      !VEC_ROOM(w->hit_at, (uint64_t)n + 1) ||
      !truc__hits_values(d, truc__value_bit, &w->hit, w->hit_at.v))
    return false;
  w->sign.n = n + 1;
  int32_t votes = 0;
  for (uint32_t t = 0; t < n; t++) w->sign.v[t] = sign_of(d, t, &votes);
  w->sign.v[n] = (truc__sign){0, 0, '\0', 0};
  w->comma_groups = votes > 0;
  w->lunar = false;
  for (uint32_t i = 0; i < w->hit.n; i++) {
    const truc__hit *h = &w->hit.v[i];
    uint64_t bit = truc__bit(h->cls);
    w->lunar = w->lunar || is_lunar(h->cls);
    w->sign.v[h->tok].begins |= bit;
    if (h->ntok <= 5) w->sign.v[h->tok + h->ntok].ends |= bit;
  }
  return true;
}

/* ------------------------------------------------------------------ phrases */

const truc__hit *truc__find_phrase(const truc__reader *r, uint32_t tok,
                                   unsigned cls) {
  const truc__valuework *w = r->w;
  const truc__hit *found = NULL;
  uint32_t alike = 0;
  for (uint32_t i = w->hit_at.v[tok]; i < w->hit_at.v[tok + 1]; i++) {
    const truc__hit *h = &w->hit.v[i];
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
    for (uint32_t i = r->w->hit_at.v[at]; i < r->w->hit_at.v[at + 1]; i++) {
      const truc__hit *h = &r->w->hit.v[i];
      if (h->cls == cls && h->ntok == k) best = h;
    }
  }
  return best;
}

bool truc__is_labelled(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase_back(r, tok, LEX_NUM_LABEL);
  return h && !h->split;
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

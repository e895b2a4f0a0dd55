/* SPDX-License-Identifier: Apache-2.0 */
/* look.c - phrases, marks and digits at a token. */
#include "lex.h"
#include "value/value.h"

/* Longest hit of the class, and the length of the longest look-alike. */
static const truc__hit *longest(const truc_doc *d, uint32_t tok, unsigned cls,
                                uint32_t *alike) {
  const truc__hit *found = NULL;
  *alike = 0;
  for (uint32_t i = d->hit_at.v[tok]; i < d->hit_at.v[tok + 1]; i++) {
    const truc__hit *h = &d->hit.v[i];
    if (h->cls == cls && !found) found = h;
    if (h->cls == LEX_VALUE_NOT && h->ntok > *alike) *alike = h->ntok;
  }
  return found;
}

const truc__hit *truc__phrase(const truc__reader *r, uint32_t tok,
                              unsigned cls) {
  uint32_t alike;
  if (tok < r->begin || tok >= r->end) return NULL;
  const truc__hit *h = longest(r->d, tok, cls, &alike);
  if (!h || tok + h->ntok > r->end) return NULL;
  return alike > h->ntok ? NULL : h;
}

uint32_t truc__phrase_len(const truc__reader *r, uint32_t tok, unsigned cls) {
  const truc__hit *h = truc__phrase(r, tok, cls);
  return h ? h->ntok : 0;
}

const truc__hit *truc__phrase_back(const truc__reader *r, uint32_t tok,
                                   unsigned cls) {
  const truc__hit *best = NULL;
  for (uint32_t k = 1; k <= 5 && tok >= r->begin + k; k++) {
    uint32_t at = tok - k;
    for (uint32_t i = r->d->hit_at.v[at]; i < r->d->hit_at.v[at + 1]; i++) {
      const truc__hit *h = &r->d->hit.v[i];
      if (h->cls == cls && h->ntok == k) best = h;
    }
  }
  return best;
}

char truc__mark_at(const truc__reader *r, uint32_t tok) {
  if (tok < r->begin || tok >= r->end) return 0;
  const truc_token *t = &r->d->token.v[tok];
  if (t->kind != TRUC_TOK_PUNCT && t->kind != TRUC_TOK_OTHER) return 0;
  const char *s = truc__tok_text(r->d, tok);
  if (t->text_len == 1) return s[0] == '\'' ? '"' : s[0];
  if (t->text_len == 3 && !memcmp(s, "\xE2\x80", 2)) {
    unsigned char c = (unsigned char)s[2];
    if (c >= 0x90 && c <= 0x95) return '-';
    if (c >= 0x98 && c <= 0x9F) return '"';
    if (c == 0xA6) return '.';
  }
  return s[0];
}

bool truc__is_word(const truc__reader *r, uint32_t tok, const char *word) {
  if (tok < r->begin || tok >= r->end) return false;
  size_t n = strlen(word);
  const truc_token *t = &r->d->token.v[tok];
  return t->text_len == n && !memcmp(truc__tok_text(r->d, tok), word, n);
}

bool truc__is_any(const truc__reader *r, uint32_t tok, const char *const *words,
                  size_t n) {
  for (size_t i = 0; i < n; i++)
    if (truc__is_word(r, tok, words[i])) return true;
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
  if (tok < r->begin || tok >= r->end) return f;
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
  if (tok < r->begin || tok >= r->end) return -1;
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

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

/* The classes of a token's sign by itself; *votes gets what a number says. */
static uint64_t digits_of(const truc_doc *d, uint32_t tok, int32_t *votes) {
  switch (d->token.v[tok].kind) {
    case TRUC_TOK_NUMBER:
    case TRUC_TOK_PERCENT:
      *votes += truc__comma_vote(d, tok);
      return BIT_DIGITS;
    case TRUC_TOK_DATE:
    case TRUC_TOK_TIME: return BIT_DIGITS;
    default: return 0;
  }
}

/* Phrases of five tokens at most are looked for from behind. */
static void sign(truc__valuework *w, uint32_t tok, uint32_t ntok,
                 uint64_t classes) {
  w->sign.v[tok].begins |= classes;
  w->named |= classes;
  if (ntok <= 5) w->sign.v[tok + ntok].ends |= classes;
}

static void sign_shaped(void *ctx, uint32_t tok, uint32_t ntok, unsigned cls) {
  if (cls >= LEX_NFACTS) sign(ctx, tok, ntok, truc__bit(cls));
}

/* Words that are phrases by themselves: every token has a sign.  Their number
** of phrases goes to *room. */
static void sign_tokens(const truc_doc *d, const truc__work *names,
                        truc__valuework *w, uint32_t *room) {
  const uint32_t n = d->token.n;
  uint64_t named = 0;
  uint32_t sum = 0;
  w->sign.v[0].ends = 0;
  for (uint32_t t = 0; t < n; t++) {
    const truc__lexkind *k = truc__lexkind_at(names, t);
    truc__sign *s = &w->sign.v[t];
    s->begins = s[1].ends = k->values;
    s->mark = '\0';
    s->inside = 0;
    named |= k->values;
    sum += k->nvalues;
  }
  w->sign.v[n].begins = 0;
  w->sign.v[n].mark = '\0';
  w->sign.v[n].inside = 0;
  w->named = named;
  *room += sum;
}

/* Marks and digits. */
static void sign_odd(const truc_doc *d, truc__valuework *w) {
  int32_t votes = 0;
  for (uint32_t k = 0; k < d->odd.n; k++) {
    const uint32_t t = d->odd.v[k];
    const uint8_t kind = d->token.v[t].kind;
    if (kind == TRUC_TOK_PUNCT || kind == TRUC_TOK_OTHER)
      w->sign.v[t].mark = mark_of(d, t);
    else
      w->sign.v[t].begins |= digits_of(d, t, &votes);
  }
  w->comma_groups = votes > 0;
}

/* Phrases of several words. */
static void sign_ways(const truc__work *names, truc__valuework *w,
                      uint32_t *room) {
  for (uint32_t i = 0; i < names->ways.n; i++) {
    const uint32_t tok = names->ways.v[i];
    uint32_t n;
    const truc__onward *x = truc__onward_of(names, tok, &n);
    for (uint32_t k = 0; k < n; k++) {
      const truc__lexkind *kind = &truc__lex.kind[x[k].kind];
      if (!kind->nvalues) continue;
      sign(w, tok, k + 2, kind->values);
      *room += kind->nvalues;
    }
  }
}

bool truc__signs_run(const truc_doc *d, truc__valuework *w) {
  const truc__work *names = d->scratch[SCRATCH_NAME];
  uint32_t room = LEX_SLACK;
  w->sign.n = 0;
  if (!names || !VEC_ROOM(w->sign, (uint64_t)d->token.n + 1) ||
      !truc__phrases_begin(d, &w->phrases))
    return false;
  w->sign.n = d->token.n + 1;
  sign_tokens(d, names, w, &room);
  sign_odd(d, w);
  sign_ways(names, w, &room);
  for (uint32_t i = 0; i < names->shaped.n; i++)
    if (names->classes.v[names->shaped.v[i]] & TRUC__BIT(VALUES))
      truc__shaped(d, names->shaped.v[i], sign_shaped, w);
  w->lunar = (w->named & (BIT(TIME_TET) | BIT(TIME_LUNAR))) != 0;
  return VEC_ROOM(w->phrases.hit, room); /* none moves while it is in use */
}

/* ------------------------------------------------------------------ phrases */

const truc__hit *truc__value_phrases(const truc_doc *d, uint32_t tok,
                                     uint32_t *n) {
  truc__valuework *w = d->scratch[SCRATCH_VALUE];
  if (!truc__is_read(&w->phrases, tok))
    truc__phrases_values(d, &w->phrases, tok);
  *n = w->phrases.at.v[tok].n;
  return w->phrases.hit.v + w->phrases.at.v[tok].hit;
}

const truc__hit *truc__find_phrase(const truc__reader *r, uint32_t tok,
                                   unsigned cls) {
  const truc__hit *found = NULL;
  uint32_t alike = 0, n;
  const truc__hit *h = truc__value_phrases(r->d, tok, &n);
  for (; n; n--, h++) {
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
    uint32_t at = tok - k, n;
    if (!(r->sign[at].begins & truc__bit(cls))) continue;
    const truc__hit *h = truc__value_phrases(r->d, at, &n);
    for (; n; n--, h++)
      if (h->cls == cls && h->ntok == k) best = h;
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
  for (const char *p = words; (p = strchr(p, *s)) != NULL; p++)
    if ((p == words || p[-1] == ' ') && !strncmp(p, s, len) &&
        (p[len] == ' ' || !p[len]))
      return true;
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

/* SPDX-License-Identifier: Apache-2.0 */
/* known.c - what counts say of a run of capitals. */
#include "name/known.h"
#include "name/name.h"
#include "text/fold.h"

/* The folded words of a run, joined by blanks; a hyphen or comma parts words,
** too. */
typedef struct folded {
  char text[KNOWN_TEXT_MAX + TRUC__FOLD_MAX];
  size_t n, first, last; /* length; end of the first, start of the last word */
} folded;

static void add_word(folded *f, const char *s, size_t n) {
  if (f->n) f->text[f->n++] = ' ';
  f->last = f->n;
  size_t k = truc__fold_key(s, n, f->text + f->n);
  f->n += k;
  if (!f->first) f->first = f->n;
}

/* The words of a token; false if they are too long. */
static bool add_token(const truc_doc *d, uint32_t tok, folded *f) {
  const char *s = truc__tok_text(d, tok);
  size_t n = d->token.v[tok].text_len, from = 0;
  if (truc__tok_dash(d, tok) || truc__tok_mark(d, tok, ',')) return true;
  for (size_t k = 0; k <= n; k++) {
    if (k < n && s[k] != '-') continue;
    if (f->n + (k - from) >= KNOWN_TEXT_MAX) return false;
    if (k > from) add_word(f, s + from, k - from);
    from = k + 1;
  }
  return true;
}

static bool fold_run(const truc_doc *d, uint32_t tok, uint32_t end, folded *f) {
  f->n = f->first = f->last = 0;
  for (uint32_t i = tok; i < end; i++)
    if (!add_token(d, i, f)) return false;
  return f->n > 0;
}

static bool same(uint32_t text, const char *s, size_t n) {
  const char *key = truc__known.pool + text;
  return !strncmp(key, s, n) && key[n] == '\0';
}

static unsigned kind_of(const char *s, size_t n) {
  uint32_t mask = truc__known.nname - 1, i = (uint32_t)truc__hash(s, n) & mask;
  for (; truc__known.name[i].text; i = (i + 1) & mask)
    if (same(truc__known.name[i].text, s, n)) return truc__known.name[i].kind;
  return KNOWN_NONE;
}

static const truc__knownpart *part_of(const char *s, size_t n) {
  static const truc__knownpart none = {0, 0, 0};
  uint32_t mask = truc__known.npart - 1, i = (uint32_t)truc__hash(s, n) & mask;
  for (; truc__known.part[i].text; i = (i + 1) & mask)
    if (same(truc__known.part[i].text, s, n)) return &truc__known.part[i];
  return &none;
}

unsigned truc__known_kind(const truc_doc *d, uint32_t tok, uint32_t end) {
  folded f;
  return fold_run(d, tok, end, &f) ? kind_of(f.text, f.n) : KNOWN_NONE;
}

int truc__known_score(const truc_doc *d, uint32_t tok, uint32_t end) {
  folded f;
  if (!fold_run(d, tok, end, &f)) return 0;
  return part_of(f.text, f.first)->first +
         part_of(f.text + f.last, f.n - f.last)->last;
}

uint32_t truc__known_place(const truc_doc *d, uint32_t tok, uint32_t end) {
  folded f;
  uint32_t found = tok;
  f.n = f.first = f.last = 0;
  for (uint32_t i = tok; i < end && add_token(d, i, &f); i++)
    if (f.n && kind_of(f.text, f.n) == KNOWN_LOC) found = i + 1;
  return found;
}

static const truc__knowncountry *country_of(const char *s, size_t n) {
  uint32_t mask = truc__known.nwhere - 1, i = (uint32_t)truc__hash(s, n) & mask;
  for (; truc__known.where[i].text; i = (i + 1) & mask)
    if (same(truc__known.where[i].text, s, n))
      return &truc__known.country[truc__known.where[i].country];
  return NULL;
}

const char *truc__known_country(const truc_doc *d, uint32_t tok, uint32_t end) {
  folded f;
  size_t from[4]; /* where the text of a token begins */
  f.n = f.first = f.last = 0;
  for (uint32_t i = tok; i < end; i++) {
    if (i < tok + 4) from[i - tok] = f.n ? f.n + 1 : 0;
    if (!add_token(d, i, &f)) return NULL;
  }
  for (uint32_t i = 0; i < 4 && tok + i < end && from[i] < f.n; i++) {
    const truc__knowncountry *c = country_of(f.text + from[i], f.n - from[i]);
    if (c) return c->code;
  }
  return NULL;
}

const char *truc__known_name(const char *code) {
  uint32_t lo = 0, hi = truc__known.ncountry;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    int cmp = strncmp(truc__known.country[mid].code, code, 4);
    if (!cmp) return truc__known.pool + truc__known.country[mid].name;
    if (cmp < 0)
      lo = mid + 1;
    else
      hi = mid;
  }
  return NULL;
}

truc__agencies truc__known_agencies(const truc_doc *d, uint32_t tok,
                                    uint32_t end) {
  truc__agencies out = {{NULL, NULL}, false};
  folded f;
  if (!fold_run(d, tok, end, &f)) return out;
  uint32_t mask = truc__known.ncalled - 1;
  uint32_t i = (uint32_t)truc__hash(f.text, f.n) & mask;
  while (truc__known.called[i].text &&
         !same(truc__known.called[i].text, f.text, f.n))
    i = (i + 1) & mask;
  const truc__knowncalled *x = &truc__known.called[i];
  for (int k = 0; k < 2 && x->text && x->agency[k]; k++)
    out.v[k] = &truc__known.agency[x->agency[k] - 1];
  out.brief = x->brief;
  return out;
}

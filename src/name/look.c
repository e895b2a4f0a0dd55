/* SPDX-License-Identifier: Apache-2.0 */
/* look.c - questions about tokens and hits; a hash table of numbers. */
#include "name/name.h"
#include "text/fold.h"

/* Bits of truc__has(): the classes that this room asks for. The first
** BEGIN_CLASSES can begin a mention, whatever the letter case. */
#define BEGIN_CLASSES 18
const uint8_t truc__name_bit[LEX_NCLASSES] = {
    [LEX_TITLE] = 1, [LEX_TITLE_PRE] = 2, [LEX_SPOUSE] = 3, [LEX_PRO] = 4,
    [LEX_GPE] = 5, [LEX_GPE_BYNAME] = 6, [LEX_ORGHEAD] = 7,
    [LEX_PLACEHEAD] = 8, [LEX_PLACE] = 9, [LEX_HONOR] = 10, [LEX_FORUM] = 11,
    [LEX_ORG] = 12, [LEX_AGENCY] = 13, [LEX_AGREEMENT] = 14,
    [LEX_PERSON] = 15, [LEX_EVENT] = 16, [LEX_SEAT] = 17, [LEX_PALACE] = 18,
    [LEX_ORGWORD] = 19, [LEX_SURNAME] = 20, [LEX_EVENTHEAD] = 21,
    [LEX_AGRHEAD] = 22, [LEX_MINISTRY] = 23, [LEX_GPE_SHORT] = 24,
    [LEX_WHERE] = 25, [LEX_SAY] = 26, [LEX_HONOR_FOREIGN] = 27,
    [LEX_TITLE_POST] = 28, [LEX_NAME_STOP] = 29, [LEX_WITH_BODY] = 30,
    [LEX_THING_TOKEN] = 31, [LEX_PRODUCT] = 32, [LEX_ORG_TOKEN] = 33,
    [LEX_NOT_NAME] = 34, [LEX_NOT_HEAD] = 35, [LEX_NOT_COUNTRY] = 36,
    [LEX_METONYM] = 37, [LEX_GROUP] = 38, [LEX_FUNC] = 39, [LEX_CREDIT] = 40,
    [LEX_ACT] = 41, [LEX_ACRONYM] = 42, [LEX_ABBREV] = 43,
    [LEX_GIVEN_DASH] = 44,
};

bool truc__classes_run(const truc_doc *d, truc__work *w) {
  w->classes.n = 0;
  if (!VEC_ROOM(w->classes, d->token.n)) return false;
  w->classes.n = d->token.n;
  if (d->token.n)
    memset(w->classes.v, 0, d->token.n * sizeof *w->classes.v);
  for (uint32_t i = 0; i < d->hit.n; i++) {
    const truc__hit *h = &d->hit.v[i];
    w->classes.v[h->tok] |= (uint64_t)1 << truc__name_bit[h->cls];
  }
  return true;
}

bool truc__begins(const truc_doc *d, const truc__work *w, uint32_t tok) {
  const uint64_t any = (((uint64_t)1 << BEGIN_CLASSES) - 1) << 1;
  return (w->classes.v[tok] & any) || truc__tok_capital(d, tok) ||
         truc__tok_mark(d, tok, '(');
}

const truc__hit *truc__hit_in(const truc_doc *d, uint32_t tok, uint32_t end,
                              unsigned cls) {
  if (tok >= d->token.n ||
      !truc__has(d->scratch[SCRATCH_NAME], tok, cls))
    return NULL;
  for (uint32_t i = d->hit_at.v[tok]; i < d->hit_at.v[tok + 1]; i++) {
    const truc__hit *h = &d->hit.v[i];
    if (h->cls == cls && tok + h->ntok <= end) return h;
  }
  return NULL;
}

const truc__hit *truc__hit_of(const truc_doc *d, uint32_t tok, unsigned cls) {
  return truc__hit_in(d, tok, d->token.n, cls);
}

bool truc__tok_word(const truc_doc *d, uint32_t tok, const char *word) {
  if (tok >= d->token.n) return false;
  const truc_token *t = &d->token.v[tok];
  size_t n = strlen(word);
  char key[TRUC__FOLD_MAX];
  if (t->text_len > n + 2) return false;
  size_t k = truc__fold_key(truc__tok_text(d, tok), t->text_len, key);
  return k == n && !memcmp(key, word, n);
}

bool truc__name_is(const truc_doc *d, uint32_t tok, const char *word) {
  if (tok >= d->token.n) return false;
  const truc_token *t = &d->token.v[tok];
  size_t n = strlen(word);
  char key[TRUC__FOLD_MAX];
  if (t->text_len != n) return false;
  if (!memcmp(truc__tok_text(d, tok), word, n)) return true;
  if (t->shape == TRUC_SHAPE_LOWER) return false;
  size_t k = truc__fold_key(truc__tok_text(d, tok), t->text_len, key);
  return k == n && !memcmp(key, word, n);
}

bool truc__tok_capital(const truc_doc *d, uint32_t tok) {
  if (tok >= d->token.n) return false;
  const truc_token *t = &d->token.v[tok];
  if (t->shape == TRUC_SHAPE_TITLE || t->shape == TRUC_SHAPE_UPPER)
    return true;
  if (t->shape != TRUC_SHAPE_MIXED) return false;
  const unsigned char *p = (const unsigned char *)truc__tok_text(d, tok);
  return p[0] >= 'A' && p[0] <= 'Z'; /* VinFast, but not iPhone */
}

bool truc__tok_mark(const truc_doc *d, uint32_t tok, char mark) {
  return tok < d->token.n && d->token.v[tok].text_len == 1 &&
         *truc__tok_text(d, tok) == mark;
}

bool truc__tok_initial(const truc_doc *d, uint32_t tok) {
  if (tok >= d->token.n) return false;
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  return t->text_len >= 2 && t->text_len <= 4 && p[t->text_len - 1] == '.' &&
         truc__tok_capital(d, tok);
}

bool truc__tok_dash(const truc_doc *d, uint32_t tok) {
  if (tok >= d->token.n) return false;
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  return (t->text_len == 1 && *p == '-') ||
         (t->text_len == 3 && !memcmp(p, "\xe2\x80\x93", 3));
}

bool truc__tok_quote(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  if (t->text_len == 1) return *p == '"';
  return t->text_len == 3 && (!memcmp(p, "\xe2\x80\x9c", 3) ||
                              !memcmp(p, "\xe2\x80\x9d", 3));
}

/* Opening marks: what follows them begins with a capital anyway. */
static bool opens(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  if (t->kind != TRUC_TOK_PUNCT) return false;
  if (t->text_len == 1) return strchr("\"':*", *p) != NULL;
  return t->text_len == 3 && (!memcmp(p, "\xe2\x80\x9c", 3) ||
                              !memcmp(p, "\xe2\x80\x98", 3) ||
                              !memcmp(p, "\xe2\x80\xa2", 3));
}

bool truc__tok_first(const truc__scan *s, uint32_t tok) {
  return tok == s->begin || opens(s->d, tok - 1) ||
         (tok == s->begin + 1 && truc__tok_dash(s->d, tok - 1));
}

uint64_t truc__tok_hash(const truc_doc *d, uint32_t tok) {
  char key[TRUC__FOLD_MAX];
  const truc_token *t = &d->token.v[tok];
  size_t n = truc__fold_key(truc__tok_text(d, tok), t->text_len, key);
  if (n) return truc__hash(key, n);
  return truc__hash(truc__tok_text(d, tok), t->text_len);
}

/* ------------------------------------------------------------------ table */

static truc__slot *find(const truc__table *t, uint64_t key) {
  uint32_t i = (uint32_t)(key ^ (key >> 32)) & (t->cap - 1);
  while (t->v[i].key && t->v[i].key != key) i = (i + 1) & (t->cap - 1);
  return &t->v[i];
}

uint32_t truc__table_get(const truc__table *t, uint64_t key) {
  if (!t->n) return TRUC_NONE;
  const truc__slot *s = find(t, key | 1);
  return s->key ? s->val : TRUC_NONE;
}

static bool grow(truc__table *t) {
  truc__table old = *t;
  uint32_t cap = old.cap ? old.cap * 2 : 256;
  truc__slot *v = truc__realloc(NULL, cap * sizeof *v);
  if (!v) return false;
  memset(v, 0, cap * sizeof *v);
  t->v = v;
  t->cap = cap;
  for (uint32_t i = 0; i < old.cap; i++)
    if (old.v[i].key) *find(t, old.v[i].key) = old.v[i];
  truc__free(old.v);
  return true;
}

bool truc__table_put(truc__table *t, uint64_t key, uint32_t val) {
  if (t->n * 2 >= t->cap && !grow(t)) return false;
  truc__slot *s = find(t, key | 1);
  if (!s->key) t->n++;
  s->key = key | 1;
  s->val = val;
  return true;
}

void truc__table_clear(truc__table *t) {
  if (t->n) memset(t->v, 0, t->cap * sizeof *t->v);
  t->n = 0;
}

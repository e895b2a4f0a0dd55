/* SPDX-License-Identifier: Apache-2.0 */
/* look.c - questions about tokens and hits; a hash table of numbers. */
#include "name/name.h"
#include "text/fold.h"

const truc__hit *truc__hit_find(const truc_doc *d, uint32_t tok, uint32_t end,
                                unsigned cls) {
  uint32_t n;
  const truc__hit *h = truc__hits_at(d, tok, &n);
  for (; n; n--, h++)
    if (h->cls == cls && tok + h->ntok <= end) return h;
  return NULL;
}

static bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool truc__name_among(const truc_doc *d, uint32_t tok, const truc__word *words,
                      size_t n) {
  if (tok >= d->token.n) return false;
  const uint32_t len = d->token.v[tok].text_len;
  for (size_t k = 0; k < n; k++)
    if (words[k].n == len && truc__name_same(d, tok, words[k].s, len))
      return true;
  return false;
}

static bool final_consonant(char c) {
  return c == 'c' || c == 'g' || c == 'h' || c == 'm' || c == 'n' || c == 'p' ||
         c == 't';
}

bool truc__name_folds_to(const truc_doc *d, uint32_t tok, const char *word,
                         size_t n) {
  const char *text = truc__tok_text(d, tok);
  char key[TRUC__FOLD_MAX];
  if (is_ascii_letter(*text) && !memcmp(text + 1, word + 1, n - 1))
    return (*text | 0x20) == *word; /* but for the first letter the same */
  if (final_consonant(word[n - 1]) && (text[n - 1] | 0x20) != word[n - 1])
    return false; /* which folding leaves where it is */
  size_t k = truc__fold_key(text, d->token.v[tok].text_len, key);
  return k == n && !memcmp(key, word, n);
}

bool truc__mixed_capital(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const unsigned char *p = (const unsigned char *)truc__tok_text(d, tok);
  uint32_t i = 0;
  if (p[0] >= 'A' && p[0] <= 'Z') return true; /* VinFast, but not iPhone */
  while (i < 3 && i < t->text_len && p[i] >= 'a' && p[i] <= 'z') i++;
  return i > 1 && i + 1 < t->text_len && p[i] == '-' && p[i + 1] >= 'A' &&
         p[i + 1] <= 'Z'; /* al-Assad */
}

bool truc__tok_initial(const truc_doc *d, uint32_t tok) {
  if (tok >= d->token.n) return false;
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  return t->text_len >= 2 && t->text_len <= 3 && p[t->text_len - 1] == '.' &&
         truc__tok_capital(d, tok);
}

bool truc__tok_quote(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  if (t->text_len == 1) return *p == '"';
  return t->text_len == 3 &&
         (!memcmp(p, "\xe2\x80\x9c", 3) || !memcmp(p, "\xe2\x80\x9d", 3));
}

bool truc__tok_surname(const truc_doc *d, uint32_t tok) {
  uint32_t sym = d->token.v[tok].sym;
  const truc__lexcell *c = &truc__lex.cell[sym ? truc__lex_step(0, sym) : 0];
  for (uint32_t k = 0; k < truc__lex_entries(c); k++)
    if (truc__lex.entry[c->entry + k].cls == LEX_SURNAME) return true;
  return false;
}

/* Opening marks: what follows them begins with a capital anyway. */
static bool opens(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  if (t->kind != TRUC_TOK_PUNCT) return false;
  if (t->text_len == 1) return strchr("\"':*", *p) != NULL;
  return t->text_len == 3 &&
         (!memcmp(p, "\xe2\x80\x9c", 3) || !memcmp(p, "\xe2\x80\x98", 3) ||
          !memcmp(p, "\xe2\x80\xa2", 3));
}

bool truc__lost_blank(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  return !(t->flags & TRUC_TF_SPACE) && t->kind == TRUC_TOK_SYLLABLE &&
         t[-1].kind == TRUC_TOK_SYLLABLE;
}

bool truc__tok_first(const truc__scan *s, uint32_t tok) {
  return tok == s->begin || opens(s->d, tok - 1) ||
         truc__lost_blank(s->d, tok) ||
         (tok == s->begin + 1 && truc__tok_dash(s->d, tok - 1));
}

uint64_t truc__text_hash(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  char key[TRUC__FOLD_MAX];
  size_t n = truc__fold_key(truc__tok_text(d, tok), t->text_len, key);
  if (n) return truc__hash(key, n);
  return truc__hash(truc__tok_text(d, tok), t->text_len);
}

uint64_t truc__word_hash(const char *s, size_t n) {
  char key[TRUC__FOLD_MAX];
  size_t k = truc__fold_key(s, n, key);
  if (!k) return truc__hash(s, n);
  uint32_t sym = truc__lex_symbol(key, k);
  return sym ? truc__symbol_hash(sym) : truc__hash(key, k);
}

/* ------------------------------------------------------------------ table */

static truc__slot *find(const truc__table *t, uint64_t key) {
  uint32_t i = (uint32_t)(key ^ (key >> 32)) & (t->cap - 1);
  while (t->v[i].age == t->age && t->v[i].key != key)
    i = (i + 1) & (t->cap - 1);
  return &t->v[i];
}

uint32_t truc__table_get(const truc__table *t, uint64_t key) {
  if (!t->n) return TRUC_NONE;
  const truc__slot *s = find(t, key);
  return s->age == t->age ? s->val : TRUC_NONE;
}

static bool grow(truc__table *t) {
  truc__table old = *t;
  uint32_t cap = old.cap ? old.cap * 2 : 256;
  truc__slot *v = truc__realloc(NULL, cap * sizeof *v);
  if (!v) return false;
  memset(v, 0, cap * sizeof *v);
  t->v = v;
  t->cap = cap;
  t->age = 1;
  for (uint32_t i = 0; i < old.cap; i++) {
    if (old.v[i].age != old.age) continue;
    truc__slot *s = find(t, old.v[i].key);
    *s = old.v[i];
    s->age = 1;
  }
  truc__free(old.v);
  return true;
}

bool truc__table_put(truc__table *t, uint64_t key, uint32_t val) {
  if (t->n * 2 >= t->cap && !grow(t)) return false;
  truc__slot *s = find(t, key);
  if (s->age != t->age) t->n++;
  s->key = key;
  s->val = val;
  s->age = t->age;
  return true;
}

/* What is older is empty. A table much too large is used in part, so that what
** is in it lies close together. */
void truc__table_clear(truc__table *t) {
  if (t->cap > 256 && t->n * 8 < t->cap) t->cap /= 2;
  t->n = 0;
  if (t->cap && ++t->age == 0) {
    memset(t->v, 0, t->cap * sizeof *t->v);
    t->age = 1;
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* intern.c - texts, symbols and classes get their numbers. */
#include "lists.h"
#include "text/fold.h"

truc__buf pool;

uint32_t *table_find(table *t, const char *s, size_t n, bool *isnew) {
  if (t->n * 2 >= t->cap) {
    table old = *t;
    t->cap = old.cap ? old.cap * 2 : 1024;
    t->slot = need(calloc(t->cap, sizeof *t->slot));
    t->val = need(calloc(t->cap, sizeof *t->val));
    for (uint32_t i = 0; i < old.cap; i++) {
      if (!old.slot[i]) continue;
      const char *k = pool.p + old.slot[i];
      uint32_t j = (uint32_t)truc__hash(k, strlen(k)) & (t->cap - 1);
      while (t->slot[j]) j = (j + 1) & (t->cap - 1);
      t->slot[j] = old.slot[i];
      t->val[j] = old.val[i];
    }
    free(old.slot);
    free(old.val);
  }
  uint32_t i = (uint32_t)truc__hash(s, n) & (t->cap - 1);
  for (; t->slot[i]; i = (i + 1) & (t->cap - 1)) {
    const char *k = pool.p + t->slot[i];
    if (strlen(k) == n && !memcmp(k, s, n)) {
      *isnew = false;
      return &t->val[i];
    }
  }
  t->slot[i] = (uint32_t)pool.n;
  truc__buf_put(&pool, s, n);
  truc__buf_chr(&pool, '\0');
  if (pool.rc) need(NULL);
  t->n++;
  *isnew = true;
  return &t->val[i];
}

table symbols;
static table strings, classes;
numbers class_names;

uint32_t symbol(const char *s, size_t n) {
  char key[TRUC__FOLD_MAX];
  size_t k = truc__fold_key(s, n, key);
  bool isnew;
  uint32_t *v = table_find(&symbols, key, k, &isnew);
  if (isnew) *v = symbols.n; /* ids from 1 */
  return *v;
}

uint32_t string(const char *s, size_t n) {
  bool isnew;
  uint32_t before = (uint32_t)pool.n;
  uint32_t *v = table_find(&strings, s, n, &isnew);
  if (isnew) *v = before;
  return *v;
}

/* Symbols are told apart by first coming first; in the tables the ones of many
** phrases have the small numbers, so that what is looked at often lies
** together. */
static numbers uses; /* [symbols + 1] */
numbers rank;

void use(uint32_t sym) {
  while (uses.n <= sym) PUSH(uses, 0);
  uses.v[sym]++;
}

static int by_use(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  if (uses.v[x] != uses.v[y]) return uses.v[x] > uses.v[y] ? -1 : 1;
  return x < y ? -1 : x > y;
}

void rank_symbols(void) {
  uint32_t *order = need(calloc(symbols.n + 1, sizeof *order));
  while (uses.n <= symbols.n) PUSH(uses, 0);
  for (uint32_t s = 1; s <= symbols.n; s++) order[s] = s;
  qsort(order + 1, symbols.n, sizeof *order, by_use);
  for (uint32_t s = 0; s <= symbols.n; s++) PUSH(rank, 0);
  for (uint32_t s = 1; s <= symbols.n; s++) rank.v[order[s]] = s;
  free(order);
}

uint16_t class_of(const char *s, size_t n) {
  bool isnew;
  uint32_t before = (uint32_t)pool.n;
  uint32_t *v = table_find(&classes, s, n, &isnew);
  if (isnew) {
    *v = class_names.n;
    PUSH(class_names, before);
  }
  return (uint16_t)*v;
}

const char *class_name(uint32_t cls) { return pool.p + class_names.v[cls]; }

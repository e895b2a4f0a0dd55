/* SPDX-License-Identifier: Apache-2.0 */
/* tags.c - the tag tables: their checks and their look-ups. */
#include "model/tags.h"

#include "model/model.h"

_Static_assert(sizeof(truc__tagrow) == 16, "as on disk");
_Static_assert(sizeof(truc__tagword) == 16, "as on disk");
_Static_assert(sizeof(truc__tagcell) == 4, "as on disk");
_Static_assert(sizeof(truc__tagtabs) % 64 == 0, "as on disk");

/* A section of whole elements; *n becomes their number. */
static const void *table(const truc_model *m, const char *name, size_t each,
                         uint32_t *n) {
  size_t bytes;
  const void *p = truc__model_section(m, name, &bytes);
  if (!p || bytes % each || bytes / each > UINT32_MAX - 2) return NULL;
  *n = (uint32_t)(bytes / each);
  return p;
}

static bool check_keys(const truc__tagmodel *t, uint32_t npool) {
  if (t->nslot == 0 || (t->nslot & (t->nslot - 1))) return false;
  uint32_t used = 0;
  for (uint32_t i = 0; i < t->nslot; i++) {
    if (t->slot[i] > t->nword) return false;
    used += t->slot[i] != 0;
  }
  if (used >= t->nslot) return false; /* a search ends at an empty slot */
  for (uint32_t i = 0; i <= t->nword; i++)
    if (t->key[i] > t->key[i + 1]) return false;
  return t->key[t->nword + 1] <= npool;
}

/* Every row that is named is there, and every pair finds its cells. */
static bool check_words(const truc__tagmodel *t) {
  for (uint32_t i = 0; i <= t->nseen; i++) {
    const truc__tagword *w = &t->word[i];
    const uint16_t row[] = {w->here[0], w->here[1], w->prev,
                            w->next,    w->first,   w->last};
    for (size_t k = 0; k < sizeof row / sizeof row[0]; k++)
      if (row[k] >= t->nrow) return false;
    if (2u * w->pair + 1 >= t->nbase) return false;
    if (w->pair && !w->here[0]) return false; /* see tag/look.c */
  }
  return true;
}

static bool check_pairs(const truc__tagmodel *t) {
  for (uint32_t i = 0; i < t->nbase; i++)
    if (t->base[i] > t->ncell || t->ncell - t->base[i] < TAG_CLASSES)
      return false;
  for (uint32_t i = 0; i < t->ncell; i++)
    if (t->cell[i].row >= t->nrow) return false;
  return true;
}

static bool check_tabs(const truc__tagtabs *t) {
  for (int i = 0; i < TAG_COLUMNS; i++)
    if (t->tag[i] >= TRUC_NTAGS) return false;
  return t->step < 16 && t->open;
}

bool truc__tags_open(const truc_model *m, truc__tagmodel *t) {
  uint32_t nkey = 0, npool = 0, nclass = 0, nword = 0, ntabs = 0;
  size_t n;
  memset(t, 0, sizeof *t);
  if (!truc__model_section(m, "t.slot", &n)) return true;
  truc__tagmodel v = {0};
  v.slot = table(m, "t.slot", sizeof *v.slot, &v.nslot);
  v.key = table(m, "t.key", sizeof *v.key, &nkey);
  v.pool = table(m, "t.pool", 1, &npool);
  v.cls = table(m, "t.class", 1, &nclass);
  v.word = table(m, "t.word", sizeof *v.word, &nword);
  v.row = table(m, "t.row", sizeof *v.row, &v.nrow);
  v.base = table(m, "t.base", sizeof *v.base, &v.nbase);
  v.cell = table(m, "t.cell", sizeof *v.cell, &v.ncell);
  v.tabs = table(m, "t.tabs", sizeof *v.tabs, &ntabs);
  if (!v.slot || !v.key || !v.pool || !v.cls || !v.word || !v.row || !v.base ||
      !v.cell || !v.tabs || ntabs != 1)
    return false;
  if (nclass < 2 || nkey != nclass + 1 || nword < 1 || nword > nclass ||
      v.nrow < TAG_ROW_WORDS)
    return false;
  v.nword = nclass - 1;
  v.nseen = nword - 1;
  if (!check_keys(&v, npool) || !check_words(&v) || !check_pairs(&v) ||
      !check_tabs(v.tabs))
    return false;
  *t = v;
  return true;
}

uint32_t truc__tags_word(const truc__tagmodel *t, const char *key, size_t n) {
  uint32_t at = (uint32_t)truc__hash(key, n) & (t->nslot - 1);
  for (; t->slot[at]; at = (at + 1) & (t->nslot - 1)) {
    const uint32_t *k = &t->key[t->slot[at]];
    if (k[1] - k[0] == n && memcmp(t->pool + k[0], key, n) == 0)
      return t->slot[at];
  }
  return 0;
}

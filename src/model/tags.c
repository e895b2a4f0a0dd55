/* SPDX-License-Identifier: Apache-2.0 */
/* tags.c - the tag tables: their checks and their look-ups. */
#include "model/tags.h"

_Static_assert(sizeof(truc__tagrow) == 16, "as on disk");
_Static_assert(sizeof(truc__tagword) == 16, "as on disk");
_Static_assert(sizeof(truc__tagcell) == 4, "as on disk");
_Static_assert(sizeof(truc__tagtabs) % 64 == 0, "as on disk");

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
  uint32_t nclass = 0, nword = 0, ntabs = 0;
  size_t n;
  memset(t, 0, sizeof *t);
  if (!truc__model_section(m, "t.slot", &n)) return true;
  truc__tagmodel v = {0};
  v.cls = truc__model_table(m, "t.class", 1, &nclass);
  v.word = truc__model_table(m, "t.word", sizeof *v.word, &nword);
  v.row = truc__model_table(m, "t.row", sizeof *v.row, &v.nrow);
  v.base = truc__model_table(m, "t.base", sizeof *v.base, &v.nbase);
  v.cell = truc__model_table(m, "t.cell", sizeof *v.cell, &v.ncell);
  v.tabs = truc__model_table(m, "t.tabs", sizeof *v.tabs, &ntabs);
  if (!v.cls || !v.word || !v.row || !v.base || !v.cell || !v.tabs ||
      ntabs != 1)
    return false;
  if (nclass < 2 || nword < 1 || nword > nclass || v.nrow < TAG_ROW_WORDS)
    return false;
  v.nseen = nword - 1;
  if (!truc__keys_open(m, 't', nclass - 1, &v.keys) || !check_words(&v) ||
      !check_pairs(&v) || !check_tabs(v.tabs))
    return false;
  *t = v;
  return true;
}

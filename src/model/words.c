/* SPDX-License-Identifier: Apache-2.0 */
/* words.c - the word tables: their checks and their look-ups.
**
**   w.slot   u16[nslot]            hash table of ids
**   w.key    u32[nsyllable + 2]    where each key begins in the pool
**   w.pool   bytes
**   w.row    wordrow[nsyllable + 1]
**   w.cell   wordcell[ncell]
**   w.node   wordnode[nnode]       node 0 is "none"
**   w.edge   wordedge[nedge]
**   w.tabs   wordtabs
**   v.tabs   wordtabs              profile vlsp: in place of w.tabs
**   v.shift  i8[ncell]             and what its pairs have more, by WORD_SHIFT
*/
#include "model/model.h"

_Static_assert(sizeof(truc__wordrow) == 16, "as on disk");
_Static_assert(sizeof(truc__wordcell) == 8, "as on disk");
_Static_assert(sizeof(truc__wordnode) == 8, "as on disk");
_Static_assert(sizeof(truc__wordedge) == 4, "as on disk");
_Static_assert(sizeof(truc__wordtabs) % 64 == 0, "as on disk");

/* A section of whole elements; *n becomes their number. */
static const void *table(const truc_model *m, const char *name, size_t each,
                         uint32_t *n) {
  size_t bytes;
  const void *p = truc__model_section(m, name, &bytes);
  if (!p || bytes % each || bytes / each > UINT32_MAX - 2) return NULL;
  *n = (uint32_t)(bytes / each);
  return p;
}

static bool check_keys(const truc__wordmodel *w, uint32_t npool) {
  if (w->nslot == 0 || (w->nslot & (w->nslot - 1))) return false;
  uint32_t used = 0;
  for (uint32_t i = 0; i < w->nslot; i++) {
    if (w->slot[i] > w->nsyllable) return false;
    used += w->slot[i] != 0;
  }
  if (used >= w->nslot) return false; /* a search ends at an empty slot */
  for (uint32_t i = 0; i <= w->nsyllable; i++)
    if (w->key[i] > w->key[i + 1]) return false;
  return w->key[w->nsyllable + 1] <= npool;
}

static bool check_cells(const truc__wordmodel *w) {
  for (uint32_t i = 0; i <= w->nsyllable; i++)
    if (w->row[i].base >= w->ncell ||
        w->ncell - w->row[i].base <= w->nsyllable ||
        w->row[i].kind >= WORD_KINDS)
      return false;
  /* the largest node, and all bits of the classes, whose number is a power of
  ** two: this is half of the time that a model takes to open */
  uint32_t node = 0, cls = 0;
  for (uint32_t i = 0; i < w->ncell; i++) {
    cls |= w->cell[i].cls;
    node = w->cell[i].node > node ? w->cell[i].node : node;
  }
  return cls < WORD_CLASSES && node < w->nnode;
}
_Static_assert((WORD_CLASSES & (WORD_CLASSES - 1)) == 0, "a power of two");

/* Edges lead to nodes of a higher number, so every walk ends. */
static bool check_trie(const truc__wordmodel *w) {
  if (w->nnode == 0 || w->nnode > 0x10000) return false;
  for (uint32_t i = 0; i < w->nnode; i++) {
    const truc__wordnode *node = &w->node[i];
    if (node->end > 4 || node->edge > w->nedge ||
        node->nedge > w->nedge - node->edge)
      return false;
    for (uint32_t k = node->edge; k < node->edge + node->nedge; k++)
      if (w->edge[k].node <= i || w->edge[k].node >= w->nnode) return false;
  }
  return true;
}

/* The tables of profile vlsp over those of `ud`. */
static bool open_vlsp(const truc_model *m, const truc__wordmodel *ud,
                      truc__wordmodel *w) {
  uint32_t nshift = 0, ntabs = 0;
  size_t n;
  if (!truc__model_section(m, "v.tabs", &n)) return true;
  *w = *ud;
  w->tabs = table(m, "v.tabs", sizeof *w->tabs, &ntabs);
  w->shift = table(m, "v.shift", sizeof *w->shift, &nshift);
  return w->tabs && w->shift && ntabs == 1 && w->tabs->step <= 15 &&
         nshift == ud->ncell;
}

bool truc__words_open(const truc_model *m, truc__wordmodel *w) {
  uint32_t nkey = 0, npool = 0, nrow = 0, ntabs = 0;
  memset(w, 0, NPROFILES * sizeof *w);
  size_t n;
  if (!truc__model_section(m, "w.slot", &n)) return true;
  truc__wordmodel v = {0};
  v.slot = table(m, "w.slot", sizeof *v.slot, &v.nslot);
  v.key = table(m, "w.key", sizeof *v.key, &nkey);
  v.pool = table(m, "w.pool", 1, &npool);
  v.row = table(m, "w.row", sizeof *v.row, &nrow);
  v.cell = table(m, "w.cell", sizeof *v.cell, &v.ncell);
  v.node = table(m, "w.node", sizeof *v.node, &v.nnode);
  v.edge = table(m, "w.edge", sizeof *v.edge, &v.nedge);
  v.tabs = table(m, "w.tabs", sizeof *v.tabs, &ntabs);
  if (!v.slot || !v.key || !v.pool || !v.row || !v.cell || !v.node || !v.edge ||
      !v.tabs || ntabs != 1 || v.tabs->step > 15)
    return false;
  if (nrow < 2 || nrow >= CELL_FREE || nkey != nrow + 1) return false;
  v.nsyllable = nrow - 1;
  if (!check_keys(&v, npool) || !check_cells(&v) || !check_trie(&v))
    return false;
  w[PROFILE_UD] = v;
  return open_vlsp(m, &v, &w[PROFILE_VLSP]);
}

uint32_t truc__words_syllable(const truc__wordmodel *w, const char *key,
                              size_t n) {
  uint32_t at = (uint32_t)truc__hash(key, n) & (w->nslot - 1);
  for (; w->slot[at]; at = (at + 1) & (w->nslot - 1)) {
    const uint32_t *k = &w->key[w->slot[at]];
    if (k[1] - k[0] == n && memcmp(w->pool + k[0], key, n) == 0)
      return w->slot[at];
  }
  return 0;
}

uint32_t truc__words_child(const truc__wordmodel *w, uint32_t node,
                           uint32_t syllable) {
  const truc__wordnode *p = &w->node[node];
  uint32_t lo = p->edge, hi = p->edge + p->nedge;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (w->edge[mid].syllable < syllable)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < p->edge + p->nedge && w->edge[lo].syllable == syllable
             ? w->edge[lo].node
             : 0;
}

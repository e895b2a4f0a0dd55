/* SPDX-License-Identifier: Apache-2.0 */
/* words.c - the word tables: their checks and their look-ups.
**
**   w.slot, w.key, w.pool          the syllables, see keys.c
**   w.row    wordrow[number of syllables + 1]
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

static bool check_cells(const truc__wordmodel *w) {
  for (uint32_t i = 0; i <= w->keys.n; i++)
    if (w->row[i].base >= w->ncell || w->ncell - w->row[i].base <= w->keys.n ||
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
  w->tabs = truc__model_table(m, "v.tabs", sizeof *w->tabs, &ntabs);
  w->shift = truc__model_table(m, "v.shift", sizeof *w->shift, &nshift);
  return w->tabs && w->shift && ntabs == 1 && w->tabs->step <= 15 &&
         nshift == ud->ncell;
}

bool truc__words_open(const truc_model *m, truc__wordmodel *w) {
  uint32_t nrow = 0, ntabs = 0;
  memset(w, 0, NPROFILES * sizeof *w);
  size_t n;
  if (!truc__model_section(m, "w.slot", &n)) return true;
  truc__wordmodel v = {0};
  v.row = truc__model_table(m, "w.row", sizeof *v.row, &nrow);
  v.cell = truc__model_table(m, "w.cell", sizeof *v.cell, &v.ncell);
  v.node = truc__model_table(m, "w.node", sizeof *v.node, &v.nnode);
  v.edge = truc__model_table(m, "w.edge", sizeof *v.edge, &v.nedge);
  v.tabs = truc__model_table(m, "w.tabs", sizeof *v.tabs, &ntabs);
  if (!v.row || !v.cell || !v.node || !v.edge || !v.tabs || ntabs != 1 ||
      v.tabs->step > 15)
    return false;
  if (nrow < 2 || nrow >= CELL_FREE) return false;
  if (!truc__keys_open(m, 'w', nrow - 1, &v.keys) || !check_cells(&v) ||
      !check_trie(&v))
    return false;
  w[PROFILE_UD] = v;
  return open_vlsp(m, &v, &w[PROFILE_VLSP]);
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

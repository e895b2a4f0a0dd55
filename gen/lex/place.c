/* SPDX-License-Identifier: Apache-2.0 */
/* place.c - the trie as a double array. */
#include "lists.h"

cell_list cells;

static void reach(uint32_t n) {
  static const truc__lexcell none = {UINT32_MAX, 0, 0, 0, 0, 0};
  while (cells.n < n) PUSH(cells, none);
}

bool is_free(uint32_t at) { return cells.v[at].owner == UINT32_MAX; }

static bool room_at(const node *n, uint32_t base) {
  reach(base + symbols.n + 1);
  for (uint32_t k = 0; k < n->edge.n; k++)
    if (!is_free(base + n->edge.v[k].sym)) return false;
  return true;
}

/* The children go to the first place where all of them find an empty cell;
** *from is the first empty cell. */
static void put_children(node *n, uint32_t *from) {
  uint32_t first = n->edge.v[0].sym, at = *from > first ? *from : first + 1;
  while (!room_at(n, at - first)) at++;
  uint32_t base = n == nodes.v ? 0 : at - first;
  cells.v[n->cell].base = base;
  for (uint32_t k = 0; k < n->edge.n; k++) {
    nodes.v[n->edge.v[k].node].cell = base + n->edge.v[k].sym;
    cells.v[base + n->edge.v[k].sym].owner = n->cell;
  }
  while (*from < cells.n && !is_free(*from)) ++*from;
}

static int by_symbol(const void *a, const void *b) {
  const edge *x = a, *y = b;
  return x->sym < y->sym ? -1 : x->sym > y->sym;
}

static int by_edges(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  if (nodes.v[x].edge.n != nodes.v[y].edge.n)
    return nodes.v[x].edge.n > nodes.v[y].edge.n ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* Level by level, since a cell must know its owner's place; in a level the
** nodes of many edges first. */
void place_all(void) {
  VEC(uint32_t) level = {NULL, 0, 0}, next = {NULL, 0, 0};
  uint32_t from = 1;
  reach(symbols.n + 1);
  cells.v[0].owner = 0;
  PUSH(level, 0);
  while (level.n) {
    next.n = 0;
    qsort(level.v, level.n, sizeof *level.v, by_edges);
    for (uint32_t k = 0; k < level.n; k++) {
      node *n = &nodes.v[level.v[k]];
      if (!n->edge.n) continue;
      qsort(n->edge.v, n->edge.n, sizeof *n->edge.v, by_symbol);
      put_children(n, &from);
      for (uint32_t i = 0; i < n->edge.n; i++) PUSH(next, n->edge.v[i].node);
    }
    level.n = 0;
    for (uint32_t k = 0; k < next.n; k++) PUSH(level, next.v[k]);
  }
  VEC_FREE(level);
  VEC_FREE(next);
}

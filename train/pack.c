/* SPDX-License-Identifier: Apache-2.0 */
/* pack.c - from weights to the tables of src/model/words.c.
**
** Nested features are summed: a pair's own weight, its bucket and the model's
** own decisions become one number in its cell; three type tables become one;
** three class tables become one, and so do three of neighbouring joins.  What a
** missing pair would get is moved into the type table, so that a missing cell
** adds nothing. */
#include <math.h>
#include <stdlib.h>

#include "train.h"
#include "word/word.h"

typedef struct packer {
  const train_pack *in;
  const train_weights *w; /* of the profile at hand */
  double scale;
  uint32_t *id;  /* [vocab + 1] id in the model, 0 unknown */
  uint32_t *syl; /* [nsyl + 1] back */
  uint32_t nsyl;
  uint32_t *node; /* [trie nodes] number in the model, 0 none */
  VEC(truc__wordnode) nodes;
  VEC(truc__wordedge) edges;
  VEC(truc__wordcell) cells;
  VEC(uint32_t) pair; /* of each cell */
  truc__wordrow *row;
} packer;

static double weight(const packer *p, int block, uint32_t i) {
  return p->w->w[p->w->at[block] + i];
}

static int16_t rounded(const packer *p, double w) {
  double v = nearbyint(w * p->scale);
  return (int16_t)(v > 32767 ? 32767 : v < -32768 ? -32768 : v);
}

/* ------------------------------------------------------------------ pairs */

static double missing_pair(const packer *p) {
  return weight(p, W_BUCKET, 0) + weight(p, W_SELF, 0) + weight(p, W_LISTED, 0);
}

static double pair_score(const packer *p, uint32_t pair) {
  const train_pairs *q = p->in->learner->pairs;
  return weight(p, W_PAIR, pair) + weight(p, W_BUCKET, q->bucket[pair]) +
         weight(p, W_SELF, q->self[0][pair]) +
         weight(p, W_LISTED, q->listed[pair]) - missing_pair(p);
}

/* Of pairs without counts, those with a weight worth a cell. */
static bool pair_matters(const packer *p, uint32_t pair) {
  return p->in->learner->pairs->cls[0][pair] != CLASS_UNKNOWN ||
         fabs(pair_score(p, pair)) > 0.25;
}

/* -------------------------------------------------------------- syllables */

static double left_weight(const packer *p, uint32_t a, int capital) {
  return weight(p, W_LEFT, a * 2 + (uint32_t)capital) +
         weight(p, W_LEFT_KIND, p->in->learner->kind[a]);
}

static double right_weight(const packer *p, uint32_t b, int capital) {
  return weight(p, W_RIGHT, b * 2 + (uint32_t)capital) +
         weight(p, W_RIGHT_KIND, p->in->learner->kind[b]);
}

/* Is a syllable more than an unknown one? Differences under `least` are not. */
static bool row_matters(const packer *p, uint32_t s, double least) {
  if (p->in->learner->kind[s]) return true;
  double left = weight(p, W_LEFT_KIND, 0), right = weight(p, W_RIGHT_KIND, 0);
  for (int k = 0; k < 2; k++)
    if (fabs(left_weight(p, s, k) - left) > least ||
        fabs(right_weight(p, s, k) - right) > least)
      return true;
  return false;
}

static int by_use(const void *x, const void *y) {
  const uint64_t *a = x, *b = y;
  return *a < *b ? 1 : *a > *b ? -1 : 0;
}

/* Which syllables the model holds: those of its pairs and long words, and those
** with weights of their own.  Those that stand on the right of most pairs get
** the lowest ids: so the cells of one left syllable lie close together, and the
** double array fills well. */
static void choose_syllables(packer *p) {
  uint32_t nvocab = p->in->vocab->count;
  const train_counts *c = p->in->counts;
  uint32_t *want = train_alloc((nvocab + 1) * sizeof *want);
  for (uint32_t i = 1; i < p->in->learner->pairs->n; i++) {
    if (!pair_matters(p, i)) continue;
    want[(uint32_t)c->pair.key.v[i]] += 2;
    want[c->pair.key.v[i] >> 32] |= 1;
  }
  for (uint32_t i = 1; i < c->trie.key.n; i++)
    if (p->node[i]) want[(uint32_t)c->trie.key.v[i]] |= 1;
  uint64_t *order = train_alloc((nvocab + 1) * sizeof *order);
  for (uint32_t s = 1; s <= nvocab; s++)
    if (want[s] || row_matters(p, s, 0.5))
      order[p->nsyl++] = (uint64_t)(want[s] >> 1) << 32 | s;
  if (p->nsyl >= CELL_FREE - 1) train_die("too many syllables");
  qsort(order, p->nsyl, sizeof *order, by_use);
  p->id = train_alloc((nvocab + 1) * sizeof *p->id);
  p->syl = train_alloc((p->nsyl + 1) * sizeof *p->syl);
  for (uint32_t i = 1; i <= p->nsyl; i++) {
    p->syl[i] = (uint32_t)order[i - 1];
    p->id[p->syl[i]] = i;
  }
  truc__free(order);
  truc__free(want);
}

static void fill_rows(packer *p) {
  p->row = train_alloc((p->nsyl + 1) * sizeof *p->row);
  for (uint32_t i = 0; i <= p->nsyl; i++)
    for (int k = 0; k < 2; k++) {
      p->row[i].left[k] = rounded(p, left_weight(p, p->syl[i], k));
      p->row[i].right[k] = rounded(p, right_weight(p, p->syl[i], k));
      p->row[i].kind = p->in->learner->kind[p->syl[i]];
    }
}

/* ------------------------------------------------------------- long words */

/* Marks the trie nodes that lead to a word that is kept. Children have higher
** numbers than their parents. */
static void mark_nodes(packer *p) {
  const train_counts *c = p->in->counts;
  p->node = train_alloc((c->trie.key.n + 1) * sizeof *p->node);
  for (uint32_t i = c->trie.key.n; i-- > 1;) {
    if (c->word.v[i].keep) p->node[i] = 1;
    if (p->node[i]) p->node[c->trie.key.v[i] >> 32] = 1;
  }
  p->node[0] = 0;
}

typedef struct edge {
  uint32_t parent, syllable, child; /* parent and child: numbers in the model */
} edge;

static int by_parent(const void *x, const void *y) {
  const edge *a = x, *b = y;
  if (a->parent != b->parent) return a->parent < b->parent ? -1 : 1;
  return a->syllable < b->syllable ? -1 : a->syllable > b->syllable;
}

/* Numbers the nodes below pairs, level by level of the training trie. */
static void build_trie(packer *p) {
  const train_counts *c = p->in->counts;
  VEC(edge) edges = {0};
  truc__wordnode none = {0};
  TRAIN_PUSH(p->nodes, none);
  for (uint32_t i = 1; i < c->trie.key.n; i++) {
    uint32_t parent = (uint32_t)(c->trie.key.v[i] >> 32);
    if (!p->node[i]) continue;
    if (parent == 0) {
      p->node[i] = 0; /* single syllables have no node */
      continue;
    }
    truc__wordnode node = {0, 0, c->word.v[i].keep};
    p->node[i] = p->nodes.n;
    TRAIN_PUSH(p->nodes, node);
    if (c->trie.key.v[parent] >> 32) /* the parent is a pair or longer */
      TRAIN_PUSH(edges,
                 ((edge){p->node[parent], p->id[(uint32_t)c->trie.key.v[i]],
                         p->node[i]}));
  }
  if (p->nodes.n > 0xFFFF) train_die("too many long words");
  if (edges.n) qsort(edges.v, edges.n, sizeof *edges.v, by_parent);
  for (uint32_t i = 0; i < edges.n; i++) {
    truc__wordnode *n = &p->nodes.v[edges.v[i].parent];
    if (n->nedge++ == 0) n->edge = i;
    truc__wordedge e = {(uint16_t)edges.v[i].syllable,
                        (uint16_t)edges.v[i].child};
    TRAIN_PUSH(p->edges, e);
  }
  VEC_FREE(edges);
}

/* ----------------------------------------------------------- double array */

typedef struct cell {
  uint32_t a, b, pair;
  truc__wordcell cell;
} cell;

static int by_left(const void *x, const void *y) {
  const cell *a = x, *b = y;
  if (a->a != b->a) return a->a < b->a ? -1 : 1;
  return a->b < b->b ? -1 : a->b > b->b;
}

/* The pairs that get a cell: those that matter, and those that begin a long
** word. */
static cell *list_cells(const packer *p, uint32_t *n) {
  const train_counts *c = p->in->counts;
  const train_pairs *q = p->in->learner->pairs;
  VEC(cell) v = {0};
  uint32_t *node = train_alloc((c->pair.key.n + 1) * sizeof *node);
  for (uint32_t i = 1; i < c->trie.key.n; i++) {
    uint32_t parent = (uint32_t)(c->trie.key.v[i] >> 32);
    if (!p->node[i] || !parent || c->trie.key.v[parent] >> 32) continue;
    uint64_t a = (uint32_t)c->trie.key.v[parent];
    uint32_t pair = train_key((train_keys *)(uintptr_t)&c->pair,
                              a << 32 | (uint32_t)c->trie.key.v[i], false);
    if (pair) node[pair] = p->node[i];
  }
  for (uint32_t i = 1; i < q->n; i++) {
    if (!pair_matters(p, i) && !node[i]) continue;
    uint32_t a = p->id[c->pair.key.v[i] >> 32];
    uint32_t b = p->id[(uint32_t)c->pair.key.v[i]];
    if (!a || !b) continue;
    truc__wordcell w = {(uint16_t)a, rounded(p, pair_score(p, i)),
                        (uint16_t)node[i], q->cls[0][i], 0};
    TRAIN_PUSH(v, ((cell){a, b, i, w}));
  }
  truc__free(node);
  if (v.n) qsort(v.v, v.n, sizeof *v.v, by_left);
  *n = v.n;
  return v.v;
}

static bool fits(const packer *p, uint32_t base, const cell *c, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    uint32_t at = base + c[i].b;
    if (at < p->cells.n && p->cells.v[at].owner != CELL_FREE) return false;
  }
  return true;
}

static void grow_cells(packer *p, uint32_t n) {
  const truc__wordcell empty = {CELL_FREE, 0, 0, 0, 0};
  while (p->cells.n < n) {
    TRAIN_PUSH(p->cells, empty);
    TRAIN_PUSH(p->pair, 0);
  }
}

/* The runs of one left syllable, longest first: they are hardest to place. */
typedef struct run {
  uint32_t from, n;
} run;

static int by_length(const void *x, const void *y) {
  const run *a = x, *b = y;
  if (a->n != b->n) return a->n > b->n ? -1 : 1;
  return a->from < b->from ? -1 : a->from > b->from;
}

static void place_cells(packer *p) {
  uint32_t n, low = 0;
  cell *c = list_cells(p, &n);
  VEC(run) runs = {0};
  for (uint32_t i = 0; i < n; i++) {
    if (i == 0 || c[i].a != c[i - 1].a) TRAIN_PUSH(runs, ((run){i, 0}));
    runs.v[runs.n - 1].n++;
  }
  if (runs.n) qsort(runs.v, runs.n, sizeof *runs.v, by_length);
  for (uint32_t r = 0; r < runs.n; r++) {
    const cell *mine = &c[runs.v[r].from];
    while (low < p->cells.n && p->cells.v[low].owner != CELL_FREE) low++;
    uint32_t base = low > mine[0].b ? low - mine[0].b : 0;
    while (!fits(p, base, mine, runs.v[r].n)) base++;
    grow_cells(p, base + mine[runs.v[r].n - 1].b + 1);
    p->row[mine[0].a].base = base;
    for (uint32_t i = 0; i < runs.v[r].n; i++) {
      p->cells.v[base + mine[i].b] = mine[i].cell;
      p->pair.v[base + mine[i].b] = mine[i].pair;
    }
  }
  uint32_t top = 0;
  for (uint32_t i = 0; i <= p->nsyl; i++)
    if (p->row[i].base > top) top = p->row[i].base;
  grow_cells(p, top + p->nsyl + 1);
  VEC_FREE(runs);
  truc__free(c);
}

/* ----------------------------------------------------------- small tables */

static void fill_tabs(const packer *p, unsigned profile, truc__wordtabs *t) {
  memset(t, 0, sizeof *t);
  for (uint32_t i = 0; i < 4096; i++) {
    t->type[i] =
        rounded(p, weight(p, W_TYPE4, i) + weight(p, W_TYPE3, train_type3(i)) +
                       weight(p, W_TYPE2, i >> 3 & 63) + missing_pair(p));
    t->cls[i] =
        rounded(p, weight(p, W_CLS3, i) + weight(p, W_CLS_LEFT, i >> 4) +
                       weight(p, W_CLS_RIGHT, i & 255));
  }
  for (uint32_t i = 0; i < WORD_MASKS; i++)
    t->mask[i] = rounded(p, weight(p, W_MASK, i));
  for (uint32_t i = 0; i < 256; i++)
    t->kind[i] = rounded(p, weight(p, W_KINDS, i));
  for (uint32_t i = 0; i < WORD_COVERS; i++) {
    uint32_t cover = train_cover(i);
    t->both[i] = rounded(p, weight(p, W_BOTH, 0) +
                                weight(p, W_BOTH_LETTERS, cover >> 8) +
                                weight(p, W_BOTH_CLS, cover));
  }
  t->step = (uint16_t)p->in->step;
  memcpy(t->margin, p->in->margin[profile], sizeof t->margin);
}

/* What the pairs of profile vlsp have more; the tables of `w` then say the
** rest. */
static void fill_shift(packer *p, int8_t *shift) {
  for (uint32_t i = 0; i < p->cells.n; i++) {
    if (!p->pair.v[i]) continue;
    p->w = p->in->other;
    double d = pair_score(p, p->pair.v[i]);
    p->w = p->in->weights;
    d = nearbyint((d - pair_score(p, p->pair.v[i])) * p->scale / WORD_SHIFT);
    shift[i] = (int8_t)(d > 127 ? 127 : d < -127 ? -127 : d);
  }
}

/* Keys, their offsets and the hash table over them. */
static void fill_keys(const packer *p, truc__buf *pool, uint32_t *key,
                      uint16_t *slot, uint32_t nslot) {
  for (uint32_t i = 1; i <= p->nsyl; i++) {
    size_t n;
    const char *s = train_spell(p->in->vocab, p->syl[i], &n);
    key[i] = (uint32_t)pool->n;
    truc__buf_put(pool, s, n);
    uint32_t at = (uint32_t)truc__hash(s, n) & (nslot - 1);
    while (slot[at]) at = (at + 1) & (nslot - 1);
    slot[at] = (uint16_t)i;
  }
  key[p->nsyl + 1] = (uint32_t)pool->n;
}

static void write_file(const char *path, const truc__buf *b) {
  FILE *f = fopen(path, "wb");
  if (!f || fwrite(b->p, 1, b->n, f) != b->n || fclose(f) != 0)
    train_die("cannot write '%s'", path);
}

void train_write(const train_pack *in, const char *path) {
  packer p = {.in = in, .w = in->weights, .scale = in->scale};
  mark_nodes(&p);
  choose_syllables(&p);
  fill_rows(&p);
  build_trie(&p);
  place_cells(&p);
  truc__wordtabs tabs, vtabs;
  int8_t *shift = train_alloc(p.cells.n);
  fill_tabs(&p, PROFILE_UD, &tabs);
  if (in->other) {
    fill_shift(&p, shift);
    p.w = in->other;
    fill_tabs(&p, PROFILE_VLSP, &vtabs);
  }
  uint32_t nslot = 1;
  while (nslot < p.nsyl * 2) nslot *= 2;
  truc__buf pool = {0}, file = {0};
  uint32_t *key = train_alloc((p.nsyl + 2) * sizeof *key);
  uint16_t *slot = train_alloc(nslot * sizeof *slot);
  fill_keys(&p, &pool, key, slot, nslot);
  const truc__section s[] = {
      {"about", in->about, strlen(in->about)},
      {"w.slot", slot, nslot * sizeof *slot},
      {"w.key", key, (p.nsyl + 2) * sizeof *key},
      {"w.pool", pool.p, pool.n},
      {"w.row", p.row, (p.nsyl + 1) * sizeof *p.row},
      {"w.cell", p.cells.v, p.cells.n * sizeof *p.cells.v},
      {"w.node", p.nodes.v, p.nodes.n * sizeof *p.nodes.v},
      {"w.edge", p.edges.v, p.edges.n * sizeof *p.edges.v},
      {"w.tabs", &tabs, sizeof tabs},
      {"v.tabs", &vtabs, sizeof vtabs}, /* these two not without `other` */
      {"v.shift", shift, p.cells.n * sizeof *shift},
  };
  uint32_t n = sizeof s / sizeof s[0] - (in->other ? 0 : 2);
  if (truc__model_build(&file, s, n, in->other ? NPROFILES : 1))
    train_die("cannot build the model");
  write_file(path, &file);
  fprintf(stderr, "%s: %zu bytes, %u syllables, %u cells, %u nodes\n", path,
          file.n, p.nsyl, p.cells.n, p.nodes.n);
}

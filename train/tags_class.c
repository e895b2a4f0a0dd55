/* SPDX-License-Identifier: Apache-2.0 */
/* tags_class.c - classes of words from raw text.
**
** Every word belongs to one class.  A neighbour guesses the class, the class
** guesses the word; both from the left and from the right.  With N(v,c) the
** times that class c stands beside v on a given side, and N(c) the size of c,
** the text becomes most likely when
**
**     sum N(v,c) log N(v,c)  -  2 sum N(c) log N(c)
**
** is largest (Uszkoreit and Brants 2008, made to look both ways).  Words are
** taken in turn, the frequent ones first, and moved to the class where that sum
** is largest, until few move.  Ties keep the word where it is. */
#include "tags.h"

/* ------------------------------------------------------------------- text */

static void add_words(tags_text *t, train_names *names, const truc_doc *d) {
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    const truc_sentence *s = &d->sentence.v[i];
    if (!s->nword) continue;
    TRAIN_PUSH(t->name, 0);
    for (uint32_t k = 0; k < s->nword; k++) {
      uint32_t name = tags_name(names, d, &d->word.v[s->word + k], true);
      if (name) TRAIN_PUSH(t->name, name);
    }
  }
}

static void run_text(tags_text *t, train_names *names, truc_doc *d,
                     const char *s, size_t n, bool seg) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  opt.form = seg ? TRUC_FORM_SEG : TRUC_FORM_RAW;
  if (truc_doc_read(d, s, n, &opt, &err) || truc_doc_run(d, TRUC_WORDS, &err))
    train_die("%s", err.msg);
  add_words(t, names, d);
}

void tags_text_read(tags_text *t, train_names *names, const truc_model *m,
                    const char *path, bool seg, uint64_t limit) {
  train_lines l;
  const char *s;
  size_t n;
  truc_doc *d = truc_doc_new(m);
  if (!d) train_die("out of memory");
  train_lines_open(&l, path);
  while (t->name.n < limit && train_lines_next(&l, &s, &n)) {
    if (n == 0 || s[0] == '#') continue;
    if (seg) {
      run_text(t, names, d, s, n, true);
      continue;
    }
    truc__json j = {0};
    truc__json_init(&j, s, n);
    if (train_json_text(&j, path))
      run_text(t, names, d, j.str.p, j.str.n, false);
    truc__json_release(&j);
  }
  truc_doc_free(d);
}

/* ----------------------------------------------------------------- counts */

/* Everything is by rank: the most frequent name is 0. */
typedef struct counts {
  uint32_t nword, ncontext, nclass;
  uint32_t *name;    /* [nword] */
  VEC(uint32_t) n;   /* by pair */
  uint32_t *start;   /* [nword + 1] its part of `pair` */
  uint32_t *context; /* context * 2 + side, of each of a word's neighbours */
  uint32_t *times;
  uint32_t *size;   /* [nword] sum of times */
  uint32_t *beside; /* [contexts * 2][classes] N(v,c) */
  uint64_t *total;  /* [classes] N(c) */
  uint8_t *cls;     /* [nword] */
} counts;

/* Names by frequency, the earlier of equals first: a sort by counting. */
static uint32_t *by_frequency(const uint32_t *freq, uint32_t n) {
  uint32_t top = 0, *name = train_alloc((n + 1) * sizeof *name);
  for (uint32_t i = 0; i < n; i++)
    if (freq[i] > top) top = freq[i];
  uint32_t *at = train_alloc(((size_t)top + 2) * sizeof *at);
  for (uint32_t i = 0; i < n; i++) at[top - freq[i] + 1]++;
  for (uint32_t f = 1; f <= top; f++) at[f] += at[f - 1];
  for (uint32_t i = 0; i < n; i++) name[at[top - freq[i]]++] = i;
  truc__free(at);
  return name;
}

static void count_pair(train_keys *keys, counts *c, uint32_t word,
                       uint32_t context, uint32_t side) {
  if (word >= c->nword || context >= c->ncontext) return;
  uint32_t id =
      train_key(keys, (uint64_t)word << 32 | (context * 2 + side), true);
  while (c->n.n <= id) TRAIN_PUSH(c->n, 0);
  c->n.v[id]++;
}

/* Lays the pairs of each word together. */
static void lay_out(train_keys *keys, counts *c) {
  uint32_t n = c->n.n;
  c->start = train_alloc((c->nword + 2) * sizeof *c->start);
  c->context = train_alloc(n * sizeof *c->context);
  c->times = train_alloc(n * sizeof *c->times);
  c->size = train_alloc(c->nword * sizeof *c->size);
  for (uint32_t i = 1; i < n; i++) c->start[(keys->key.v[i] >> 32) + 2]++;
  for (uint32_t w = 1; w < c->nword + 2; w++) c->start[w] += c->start[w - 1];
  for (uint32_t i = 1; i < n; i++) {
    uint32_t w = (uint32_t)(keys->key.v[i] >> 32), at = c->start[w + 1]++;
    c->context[at] = (uint32_t)keys->key.v[i];
    c->times[at] = c->n.v[i];
    c->size[w] += c->n.v[i];
  }
}

static void count_text(counts *c, const tags_text *t, uint32_t nname,
                       const tags_class_options *o) {
  uint32_t *freq = train_alloc((nname + 1) * sizeof *freq);
  for (uint32_t i = 0; i < t->name.n; i++) freq[t->name.v[i]]++;
  c->name = by_frequency(freq, nname + 1);
  uint32_t *rank = freq;
  for (uint32_t i = 0; i <= nname; i++) rank[c->name[i]] = i;
  c->nword = o->words < nname + 1 ? o->words : nname + 1;
  c->ncontext = o->contexts < c->nword ? o->contexts : c->nword;
  c->nclass = o->classes;
  train_keys keys = {0};
  train_key(&keys, 0, false);
  TRAIN_PUSH(c->n, 0);
  for (uint32_t i = 1; i < t->name.n; i++) {
    uint32_t a = rank[t->name.v[i - 1]], b = rank[t->name.v[i]];
    count_pair(&keys, c, b, a, 0);
    count_pair(&keys, c, a, b, 1);
  }
  lay_out(&keys, c);
  train_keys_free(&keys);
  truc__free(freq);
}

/* ----------------------------------------------------------------- moving */

#define TABLE 65536
typedef struct nlogn {
  float at[TABLE];
} nlogn;

static float f(const nlogn *t, uint32_t n) {
  return n < TABLE ? t->at[n] : (float)(n * tags_log2(n));
}

static double size_of(uint64_t n) {
  return n ? (double)n * tags_log2((double)n) : 0;
}

/* Moves the pairs of a word out of a class, or into it. */
static void shift(counts *c, uint32_t w, uint32_t cls, bool in) {
  for (uint32_t i = c->start[w]; i < c->start[w + 1]; i++) {
    uint32_t *n = &c->beside[(size_t)c->context[i] * c->nclass + cls];
    *n = in ? *n + c->times[i] : *n - c->times[i];
  }
  if (in)
    c->total[cls] += c->size[w];
  else
    c->total[cls] -= c->size[w];
}

/* What each class would gain by the word. */
static void gains(const counts *c, const nlogn *t, uint32_t w, float *gain) {
  for (uint32_t k = 0; k < c->nclass; k++) gain[k] = 0;
  for (uint32_t i = c->start[w]; i < c->start[w + 1]; i++) {
    const uint32_t *n = &c->beside[(size_t)c->context[i] * c->nclass];
    for (uint32_t k = 0; k < c->nclass; k++)
      gain[k] += f(t, n[k] + c->times[i]) - f(t, n[k]);
  }
}

static bool move(counts *c, const nlogn *t, uint32_t w, float *gain) {
  uint8_t was = c->cls[w], best = was;
  shift(c, w, was, false);
  gains(c, t, w, gain);
  double top = 0;
  for (uint32_t k = 0; k < c->nclass; k++) {
    double v =
        gain[k] - (size_of(c->total[k] + c->size[w]) - size_of(c->total[k]));
    if (k && (v < top || (v == top && k != was))) continue;
    top = v;
    best = (uint8_t)k;
  }
  shift(c, w, best, true);
  c->cls[w] = best;
  return best != was;
}

static void settle(counts *c, uint32_t rounds) {
  nlogn *t = train_alloc(sizeof *t);
  float *gain = train_alloc(c->nclass * sizeof *gain);
  for (uint32_t n = 1; n < TABLE; n++) t->at[n] = (float)(n * tags_log2(n));
  for (uint32_t w = 0; w < c->nword; w++) {
    c->cls[w] = (uint8_t)(w % c->nclass);
    shift(c, w, c->cls[w], true);
  }
  for (uint32_t r = 0, moved = c->nword; r < rounds; r++) {
    if (moved * 500 < c->nword) break;
    moved = 0;
    for (uint32_t w = 0; w < c->nword; w++)
      if (c->size[w]) moved += move(c, t, w, gain);
    fprintf(stderr, "classes: round %u, %u words moved\n", r + 1, moved);
  }
  truc__free(gain);
  truc__free(t);
}

uint8_t *tags_classes(const tags_text *t, const train_names *names,
                      const tags_class_options *o) {
  counts c = {0};
  uint8_t *cls = train_alloc(names->count + 1);
  if (t->name.n == 0) return cls;
  count_text(&c, t, names->count, o);
  c.beside = train_alloc((size_t)c.ncontext * 2 * c.nclass * sizeof *c.beside);
  c.total = train_alloc(c.nclass * sizeof *c.total);
  c.cls = train_alloc(c.nword);
  settle(&c, o->rounds);
  for (uint32_t w = 0; w < c.nword; w++)
    if (c.size[w]) cls[c.name[w]] = (uint8_t)(2 + c.cls[w]);
  cls[0] = 0;
  truc__free(c.name);
  VEC_FREE(c.n);
  truc__free(c.start);
  truc__free(c.context);
  truc__free(c.times);
  truc__free(c.size);
  truc__free(c.beside);
  truc__free(c.total);
  truc__free(c.cls);
  return cls;
}

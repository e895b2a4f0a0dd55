/* SPDX-License-Identifier: Apache-2.0 */
/* tags_pack.c - weights become the tables of the file. */
#include <math.h>

#include "tags.h"

#define C TAG_COLUMNS
#define SCALE 16    /* a weight of 1 in the file */
#define SILENT 0.05 /* a row of weights below this is left out */

const char *const tags_section[TAGS_SECTIONS] = {"t.slot",  "t.key",  "t.pool",
                                                 "t.class", "t.word", "t.row",
                                                 "t.base",  "t.cell", "t.tabs"};

typedef struct pack {
  tags_weights *w;
  train_names *names;
  const uint8_t *cls;
  uint32_t ncls;
  VEC(uint32_t) name; /* of each id, from 1 */
  VEC(truc__tagword) word;
  VEC(truc__tagrow) row;
  VEC(uint32_t) base;
  VEC(truc__tagcell) cell;
  uint32_t nseen;
} pack;

/* ------------------------------------------------------------------- rows */

static uint32_t feature(const pack *p, unsigned t, uint32_t a, unsigned cls) {
  return train_key(&p->w->feature, tags_feature(t, a, cls), false);
}

/* Adds the weights of a feature; false if there is none. */
static bool add(const pack *p, double v[C], unsigned t, uint32_t a,
                unsigned cls) {
  uint32_t f = feature(p, t, a, cls);
  for (int c = 0; f && c < C; c++) v[c] += p->w->w[f][c];
  return f != 0;
}

static truc__tagrow rounded(const double v[C]) {
  truc__tagrow row;
  for (int c = 0; c < C; c++) {
    long x = lround(v[c] * SCALE);
    row.w[c] = (int8_t)(x > 127 ? 127 : x < -127 ? -127 : x);
  }
  return row;
}

static bool silent(const double v[C]) {
  for (int c = 0; c < C; c++)
    if (v[c] > SILENT || v[c] < -SILENT) return false;
  return true;
}

static uint16_t new_row(pack *p, const double v[C]) {
  if (p->row.n > UINT16_MAX) train_die("more than 65536 rows");
  TRAIN_PUSH(p->row, rounded(v));
  return (uint16_t)(p->row.n - 1);
}

/* The row of one feature, 0 if it would say nothing. */
static uint16_t single(pack *p, unsigned t, uint32_t name) {
  double v[C] = {0};
  add(p, v, t, name, 0);
  return silent(v) ? 0 : new_row(p, v);
}

static void fixed_rows(pack *p) {
  static const unsigned block[] = {T_CLASS, T_PREV_CLASS, T_NEXT_CLASS,
                                   T_SHAPE};
  for (int b = 0; b < 4; b++)
    for (uint32_t i = 0; i < 256; i++) {
      double v[C] = {0};
      add(p, v, block[b], i, 0);
      new_row(p, v);
    }
}

static uint8_t class_of(const pack *p, uint32_t name) {
  return name < p->ncls ? p->cls[name] : 0;
}

/* A row for a neighbour: the word and its class together. */
static uint16_t neighbour(pack *p, unsigned t, unsigned t_class,
                          uint32_t name) {
  double v[C] = {0};
  if (!add(p, v, t, name, 0) || silent(v)) return 0;
  add(p, v, t_class, class_of(p, name), 0);
  return new_row(p, v);
}

/* ------------------------------------------------------------------ words */

/* First and last syllable of a name, as names. */
static void ends_of(const pack *p, uint32_t name, uint32_t *first,
                    uint32_t *last) {
  size_t n;
  const char *s = train_spell(p->names, name, &n);
  const char *a = memchr(s, ' ', n), *b = a;
  *first = *last = 0;
  if (!a) return;
  for (const char *q = a; q; q = memchr(b + 1, ' ', n - (size_t)(b + 1 - s)))
    b = q;
  *first = train_name(p->names, s, (size_t)(a - s), false);
  *last = train_name(p->names, b + 1, n - (size_t)(b + 1 - s), false);
}

static void here_rows(pack *p, truc__tagword *w, uint32_t name) {
  double v[C] = {0};
  uint32_t first, last;
  if (!add(p, v, T_HERE, name, 0)) return;
  ends_of(p, name, &first, &last);
  add(p, v, T_CLASS, class_of(p, name), 0);
  if (first) add(p, v, T_FIRST, first, 0);
  if (last) add(p, v, T_LAST, last, 0);
  w->here[0] = new_row(p, v);
  if (add(p, v, T_CAPITAL, name, 0)) w->here[1] = new_row(p, v);
}

static bool seen(const pack *p, uint32_t name) {
  static const unsigned t[] = {T_HERE, T_PREV, T_NEXT, T_FIRST, T_LAST};
  for (int i = 0; i < 5; i++)
    if (feature(p, t[i], name, 0)) return true;
  return false;
}

static void seen_words(pack *p) {
  for (uint32_t name = 1; name <= p->names->count; name++) {
    if (!seen(p, name)) continue;
    truc__tagword w = {.may = p->w->may[name]};
    here_rows(p, &w, name);
    w.prev = neighbour(p, T_PREV, T_PREV_CLASS, name);
    w.next = neighbour(p, T_NEXT, T_NEXT_CLASS, name);
    w.first = single(p, T_FIRST, name);
    w.last = single(p, T_LAST, name);
    TRAIN_PUSH(p->name, name);
    TRAIN_PUSH(p->word, w);
  }
  p->nseen = p->name.n - 1;
}

static void class_words(pack *p) {
  for (uint32_t name = 1; name <= p->names->count; name++)
    if (class_of(p, name) && !seen(p, name)) TRAIN_PUSH(p->name, name);
  if (p->name.n > UINT16_MAX) train_die("more than 65535 words");
}

/* ------------------------------------------------------------------ pairs */

/* Lays the rows of an owner where they do not meet those laid before. */
static uint32_t place(pack *p, const uint16_t row[TAG_CLASSES],
                      uint16_t owner) {
  for (uint32_t base = 0;; base++) {
    while (p->cell.n < base + TAG_CLASSES)
      TRAIN_PUSH(p->cell, ((truc__tagcell){0, 0}));
    bool free = true;
    for (uint32_t c = 0; free && c < TAG_CLASSES; c++)
      free = !row[c] || !p->cell.v[base + c].owner;
    if (!free) continue;
    for (uint32_t c = 0; c < TAG_CLASSES; c++)
      if (row[c]) p->cell.v[base + c] = (truc__tagcell){owner, row[c]};
    return base;
  }
}

static void pair_words(pack *p) {
  static const unsigned t[2] = {T_PAIR_PREV, T_PAIR_NEXT};
  TRAIN_PUSH(p->base, 0); /* owners 0 and 1 are nobody */
  TRAIN_PUSH(p->base, 0);
  while (p->cell.n < TAG_CLASSES) TRAIN_PUSH(p->cell, ((truc__tagcell){0, 0}));
  for (uint32_t id = 1; id <= p->nseen; id++) {
    uint32_t name = p->name.v[id];
    if (!p->w->many[name]) continue;
    p->word.v[id].pair = (uint16_t)(p->base.n / 2);
    for (int side = 0; side < 2; side++) {
      uint16_t row[TAG_CLASSES] = {0};
      for (unsigned c = 0; c < TAG_CLASSES; c++) {
        double v[C] = {0};
        if (add(p, v, t[side], name, c) && !silent(v)) row[c] = new_row(p, v);
      }
      uint32_t base = place(p, row, (uint16_t)p->base.n);
      TRAIN_PUSH(p->base, base);
    }
  }
}

/* --------------------------------------------------------------- sections */

static void put(truc__buf *b, const void *s, size_t n) {
  truc__buf_put(b, s, n);
  if (b->rc) train_die("out of memory");
}

static void put_keys(pack *p, tags_tables *t) {
  uint32_t nslot = 64, at = 0;
  while (nslot < p->name.n * 3 / 2) nslot *= 2;
  uint16_t *slot = train_alloc(nslot * sizeof *slot);
  put(&t->part[1], &at, sizeof at);
  for (uint32_t id = 1; id < p->name.n; id++) {
    size_t n;
    const char *s = train_spell(p->names, p->name.v[id], &n);
    uint32_t h = (uint32_t)truc__hash(s, n) & (nslot - 1);
    while (slot[h]) h = (h + 1) & (nslot - 1);
    slot[h] = (uint16_t)id;
    put(&t->part[1], &at, sizeof at);
    put(&t->part[2], s, n);
    at += (uint32_t)n;
  }
  put(&t->part[1], &at, sizeof at);
  put(&t->part[0], slot, nslot * sizeof *slot);
  for (uint32_t id = 0; id < p->name.n; id++) {
    uint8_t c = id ? class_of(p, p->name.v[id]) : 0;
    put(&t->part[3], &c, 1);
  }
  truc__free(slot);
}

static void put_tabs(const pack *p, const uint8_t *margin, truc__buf *b) {
  truc__tagtabs t;
  memset(&t, 0, sizeof t);
  for (int a = 0; a <= C; a++)
    for (int c = 0; c <= C; c++) {
      int16_t x = (int16_t)lround(p->w->move[a][c] * SCALE);
      if (c < C) t.move[a][c] = x;
      if (a < C) t.back[c][a] = x;
    }
  t.open = p->w->open;
  t.capital = (uint16_t)(1u << tags_column(TRUC_TAG_PROPN));
  memcpy(t.tag, tags_of_column, sizeof t.tag);
  for (int k = 0; k < TAGS_SURE; k++)
    t.margin[k] = margin ? margin[k] : (uint8_t)k;
  t.margin[TAGS_SURE] = t.margin[TAGS_SURE - 1];
  t.sure = margin ? margin[TAGS_SURE] : TAGS_SURE;
  put(b, &t, sizeof t);
}

void tags_pack(tags_weights *w, train_names *names, const uint8_t *cls,
               uint32_t ncls, const uint8_t *margin, tags_tables *out) {
  pack p = {.w = w, .names = names, .cls = cls, .ncls = ncls};
  memset(out, 0, sizeof *out);
  TRAIN_PUSH(p.name, 0);
  TRAIN_PUSH(p.word, ((truc__tagword){.may = 0}));
  fixed_rows(&p);
  seen_words(&p);
  class_words(&p);
  pair_words(&p);
  put_keys(&p, out);
  put(&out->part[4], p.word.v, p.word.n * sizeof *p.word.v);
  put(&out->part[5], p.row.v, p.row.n * sizeof *p.row.v);
  put(&out->part[6], p.base.v, p.base.n * sizeof *p.base.v);
  put(&out->part[7], p.cell.v, p.cell.n * sizeof *p.cell.v);
  put_tabs(&p, margin, &out->part[8]);
  VEC_FREE(p.name);
  VEC_FREE(p.word);
  VEC_FREE(p.row);
  VEC_FREE(p.base);
  VEC_FREE(p.cell);
}

void tags_tables_free(tags_tables *t) {
  for (int i = 0; i < TAGS_SECTIONS; i++) truc__buf_release(&t->part[i]);
}

/* The provenance without the lines about tags, then `about`. */
static void provenance(const char *s, size_t n, const char *about,
                       truc__buf *out) {
  for (size_t i = 0; i < n;) {
    const char *end = memchr(s + i, '\n', n - i);
    size_t len = end ? (size_t)(end - s) - i + 1 : n - i;
    if (len < 5 || memcmp(s + i, "tags ", 5) != 0) put(out, s + i, len);
    i += len;
  }
  if (about) put(out, about, strlen(about));
}

void tags_model(const truc_model *base, uint32_t nprofile, const tags_tables *t,
                const char *about, truc__buf *out) {
  truc__section s[MODEL_MAX_SECTIONS + TAGS_SECTIONS];
  static char names[MODEL_MAX_SECTIONS][9];
  uint32_t n = 0;
  truc__buf told = {0};
  char name[9];
  size_t size;
  for (uint32_t i = 0; truc__model_nth(base, i, name, &size); i++) {
    if (name[0] == 't' && name[1] == '.') continue;
    memcpy(names[n], name, sizeof name);
    s[n].name = names[n];
    s[n].bytes = truc__model_section(base, name, &s[n].n);
    if (strcmp(name, "about") == 0) {
      provenance(s[n].bytes, s[n].n, about, &told);
      s[n].bytes = told.p;
      s[n].n = told.n;
    }
    n++;
  }
  for (int i = 0; i < TAGS_SECTIONS; i++)
    s[n++] = (truc__section){tags_section[i], t->part[i].p, t->part[i].n};
  if (n > MODEL_MAX_SECTIONS || truc__model_build(out, s, n, nprofile))
    train_die("cannot build the model");
  truc__buf_release(&told);
}

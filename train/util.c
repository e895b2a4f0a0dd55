/* SPDX-License-Identifier: Apache-2.0 */
/* util.c - what every part of the trainer needs. */
#include <stdarg.h>
#include <stdlib.h>

#include "train.h"

void train_die(const char *fmt, ...) {
  va_list ap;
  fputs("truc train: ", stderr);
  va_start(ap, fmt);
  vfprintf(stderr, fmt, ap);
  va_end(ap);
  fputc('\n', stderr);
  exit(4);
}

void *train_alloc(size_t n) {
  void *p = truc__realloc(NULL, n ? n : 1);
  if (!p) train_die("out of memory");
  memset(p, 0, n);
  return p;
}

/* ----------------------------------------------------------------- random */

uint64_t train_next(train_random *r) {
  uint64_t z = (r->s += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

uint32_t train_below(train_random *r, uint32_t n) {
  return (uint32_t)(((train_next(r) >> 32) * n) >> 32);
}

/* ------------------------------------------------------------------ names */

const char *train_spell(const train_names *t, uint32_t id, size_t *n) {
  *n = t->at.v[id + 1] - t->at.v[id];
  return t->pool.p + t->at.v[id];
}

static uint32_t *name_slot(const train_names *t, const char *s, size_t n) {
  uint32_t at = (uint32_t)truc__hash(s, n) & (t->nslot - 1);
  for (; t->slot[at]; at = (at + 1) & (t->nslot - 1)) {
    size_t len;
    const char *p = train_spell(t, t->slot[at], &len);
    if (len == n && memcmp(p, s, n) == 0) break;
  }
  return &t->slot[at];
}

static void names_grow(train_names *t) {
  truc__free(t->slot);
  t->nslot = t->nslot ? t->nslot * 2 : 1024;
  t->slot = train_alloc(t->nslot * sizeof *t->slot);
  for (uint32_t id = 1; id <= t->count; id++) {
    size_t n;
    const char *s = train_spell(t, id, &n);
    *name_slot(t, s, n) = id;
  }
}

uint32_t train_name(train_names *t, const char *s, size_t n, bool add) {
  if (t->count * 2 >= t->nslot) names_grow(t);
  uint32_t *slot = name_slot(t, s, n);
  if (*slot || !add || t->closed) return *slot;
  if (t->at.n == 0) {
    TRAIN_PUSH(t->at, 0);
    TRAIN_PUSH(t->at, 0);
  }
  truc__buf_put(&t->pool, s, n);
  if (t->pool.rc) train_die("out of memory");
  TRAIN_PUSH(t->at, (uint32_t)t->pool.n);
  return *slot = ++t->count;
}

/* ------------------------------------------------------------------- keys */

static uint32_t *key_slot(const train_keys *t, uint64_t key) {
  uint64_t h = key * 0x9E3779B97F4A7C15u;
  uint32_t at = (uint32_t)(h >> 32) & (t->nslot - 1);
  while (t->slot[at] && t->key.v[t->slot[at]] != key)
    at = (at + 1) & (t->nslot - 1);
  return &t->slot[at];
}

static void keys_grow(train_keys *t) {
  truc__free(t->slot);
  t->nslot = t->nslot ? t->nslot * 2 : 1024;
  t->slot = train_alloc(t->nslot * sizeof *t->slot);
  for (uint32_t id = 1; id < t->key.n; id++) *key_slot(t, t->key.v[id]) = id;
}

uint32_t train_key(train_keys *t, uint64_t key, bool add) {
  if (t->key.n == 0) TRAIN_PUSH(t->key, 0);
  if (t->key.n * 2 >= t->nslot) keys_grow(t);
  uint32_t *slot = key_slot(t, key);
  if (*slot || !add) return *slot;
  *slot = t->key.n;
  TRAIN_PUSH(t->key, key);
  return t->key.n - 1;
}

void train_keys_free(train_keys *t) {
  truc__free(t->slot);
  VEC_FREE(t->key);
  memset(t, 0, sizeof *t);
}

void train_pool(double *n, double *right, uint32_t *last, uint32_t size) {
  uint32_t top = 0; /* pools are [0, top) */
  for (uint32_t k = 0; k < size; k++) {
    double pn = n[k], pr = right[k];
    while (top && (pn == 0 || right[top - 1] * pn >= pr * n[top - 1])) {
      top--;
      pn += n[top];
      pr += right[top];
    }
    n[top] = pn;
    right[top] = pr;
    last[top++] = k;
  }
}

/* ------------------------------------------------------------------ lines */

void train_lines_open(train_lines *l, const char *path) {
  memset(l, 0, sizeof *l);
  l->path = path;
  l->f = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
  if (!l->f) train_die("cannot read '%s'", path);
}

bool train_lines_next(train_lines *l, const char **s, size_t *n) {
  ssize_t got = getline(&l->line, &l->cap, l->f);
  if (got < 0) {
    if (ferror(l->f)) train_die("cannot read '%s'", l->path);
    if (l->f != stdin) fclose(l->f);
    free(l->line);
    return false;
  }
  while (got > 0 && (l->line[got - 1] == '\n' || l->line[got - 1] == '\r'))
    got--;
  *s = l->line;
  *n = (size_t)got;
  return true;
}

bool train_json_text(truc__json *j, const char *path) {
  truc__jtype t = truc__json_next(j);
  if (t != JSON_OBJECT) train_die("'%s': a line is no JSON object", path);
  while ((t = truc__json_next(j)) == JSON_KEY) {
    bool found = strcmp(j->str.p, "text") == 0;
    t = truc__json_next(j);
    if (found && t == JSON_STRING) return true;
    if (!truc__json_skip(j, t)) train_die("'%s': invalid JSON", path);
  }
  return false;
}

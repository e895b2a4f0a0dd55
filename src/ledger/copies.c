/* SPDX-License-Identifier: Apache-2.0 */
/* copies.c - which documents are one source.
**
** A SHINGLE is a run of five syllables, folded, so that marks, blanks, letter
** case and a segmenter's underscores do not count.  Two texts are near-copies
** when they share at least half of the shingles of the shorter one.  To find
** candidates without comparing all pairs, each text gets 12 marks; a mark is
** three minima of the shingles under three random orders (MinHash).  Texts with
** a share s of common shingles have a mark in common with probability
** 1 - (1 - s^3)^12: 0.80 for s = 0.5, 0.99 for s = 0.7, 0.0001 for 0.02.
** Candidates are then compared shingle by shingle, so chance adds nothing.
**
** Near-copies of near-copies are one source: document.origin is the smallest
** document of the connected component, which does not depend on the order. */
#include <stdlib.h>

#include "ledger/ledger.h"
#include "text/fold.h"

/* Marks lie scattered in the file: those of documents that wait are kept here
** and written with the other indexes. */
typedef struct waiting_mark {
  int64_t hash, document;
  uint32_t before; /* entry + 1 of the same mark, 0: none */
} waiting_mark;
typedef struct truc__marks {
  VEC(waiting_mark) v;
  truc__memo last; /* mark -> entry + 1 */
} truc__marks;

enum { RUN = 5, MARKS = 12, ORDERS = 3, LEAST = 4 };

typedef VEC(uint64_t) hashes;

static bool add_hash(hashes *h, uint64_t x) { return VEC_PUSH(*h, x); }

/* The hash of a syllable's exact key, remembered by the hash of its bytes: a
** few thousand syllables make up all texts.  A written form met for the first
** time is noted in `syllable`, where searches look (words.c). */
static uint64_t syllable_hash(truc_ledger *l, const char *s, size_t n,
                              bool note) {
  truc__memo *memo = &l->syllables;
  char exact[TRUC__FOLD_MAX], blind[TRUC__FOLD_MAX];
  int64_t known;
  uint64_t surface = truc__hash(s, n);
  if (truc__memo_get(memo, surface, &known)) return (uint64_t)known;
  size_t k = truc__fold_key(s, n, exact);
  uint64_t h = k ? truc__hash(exact, k) : surface;
  size_t m = k ? truc__fold_blind(exact, k, blind) : 0;
  if (note && m && (m != k || memcmp(exact, blind, k)))
    truc__exec(l, "INSERT OR IGNORE INTO syllable VALUES(?, ?)", "tt", blind, m,
               exact, k);
  if (note) truc__memo_put(memo, surface, (int64_t)h);
  return h;
}

/* All shingles of a text, in order, with doubles. `note`: a text that is being
** added, whose written forms are noted. */
static bool shingles(truc_ledger *l, hashes *out, const char *s, size_t n,
                     bool note) {
  uint64_t last[RUN] = {0};
  size_t i = 0, start, len, count = 0;
  out->n = 0;
  while (truc__syllable(s, n, &i, &start, &len)) {
    last[count++ % RUN] = syllable_hash(l, s + start, len, note);
    if (count < RUN) continue;
    uint64_t run = 0;
    for (size_t j = 0; j < RUN; j++)
      run = (run ^ last[(count + j) % RUN]) * 0x9E3779B97F4A7C15u + (run >> 29);
    if (!add_hash(out, run ^ (run >> 31))) return false;
  }
  return true;
}

/* The i-th odd multiplier: a random order of the shingles. */
static uint64_t order(unsigned i) {
  uint64_t x = (i + 1) * 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return (x ^ (x >> 31)) | 1;
}

static void make_marks(const hashes *h, int64_t out[MARKS]) { /* [h] > 0 */
  for (unsigned m = 0; m < MARKS; m++) {
    uint64_t mark = m;
    for (unsigned k = 0; k < ORDERS; k++) {
      uint64_t times = order(m * ORDERS + k), least = UINT64_MAX;
      for (uint32_t i = 0; i < h->n; i++) {
        uint64_t x = h->v[i] * times;
        if (x < least) least = x;
      }
      mark = (mark ^ least) * 0xBF58476D1CE4E5B9u;
      mark ^= mark >> 32;
    }
    out[m] = (int64_t)(mark >> 16); /* 48 bits: shorter on disk */
  }
}

static int by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static void sort_unique(hashes *h) {
  if (!h->n) return;
  qsort(h->v, h->n, sizeof *h->v, by_value);
  uint32_t n = 1;
  for (uint32_t i = 1; i < h->n; i++)
    if (h->v[i] != h->v[n - 1]) h->v[n++] = h->v[i];
  h->n = n;
}

/* Do they share half of the shorter one? Both sorted. */
static bool copies(const hashes *a, const hashes *b) {
  uint32_t common = 0, least = a->n < b->n ? a->n : b->n;
  for (uint32_t i = 0, j = 0; i < a->n && j < b->n;) {
    if (a->v[i] == b->v[j])
      common++, i++, j++;
    else if (a->v[i] < b->v[j])
      i++;
    else
      j++;
  }
  return least >= LEAST && common * 2 >= least;
}

/* Shingles of a stored document, in order. */
static void load_shingles(truc_ledger *l, int64_t document, hashes *out) {
  truc__document_text(l, document, &l->c);
  out->n = 0;
  if (!truc__failed(l) && !shingles(l, out, l->c.p, l->c.n, false))
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

static int64_t origin_of(truc_ledger *l, int64_t document) {
  return truc__ask_int(l, document, "SELECT origin FROM document WHERE id = ?",
                       "i", document);
}

/* Makes the sources of two documents one. */
static void unite(truc_ledger *l, int64_t a, int64_t b) {
  int64_t x = origin_of(l, a), y = origin_of(l, b);
  if (x == y) return;
  truc__exec(l,
             "UPDATE document SET origin = ?1 WHERE id = ?2 "
             "OR (origin = ?2 AND origin <> id)",
             "ii", x < y ? x : y, x < y ? y : x);
}

static void same_mark(truc_ledger *l, int64_t mark, int64_t document,
                      truc__ids *found) {
  int64_t at = 0;
  sqlite3_stmt *s = truc__ask(
      l, "SELECT document FROM shingle WHERE hash = ? AND document <> ?", "ii",
      mark, document);
  while (truc__next(l, s)) truc__ids_add(l, found, sqlite3_column_int64(s, 0));
  if (!l->marks || !truc__memo_get(&l->marks->last, (uint64_t)mark, &at))
    return;
  for (uint32_t i = (uint32_t)at; i; i = l->marks->v.v[i - 1].before)
    if (l->marks->v.v[i - 1].document &&
        l->marks->v.v[i - 1].document != document)
      truc__ids_add(l, found, l->marks->v.v[i - 1].document);
}

static void keep_mark(truc_ledger *l, int64_t mark, int64_t document) {
  int64_t at = 0;
  truc__memo_get(&l->marks->last, (uint64_t)mark, &at);
  waiting_mark m = {mark, document, (uint32_t)at};
  if (!VEC_PUSH(l->marks->v, m))
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  truc__memo_put(&l->marks->last, (uint64_t)mark, l->marks->v.n);
}

/* Compares `document` with all that have a mark in common; number of sources
** that it was united with. */
static uint32_t find_copies(truc_ledger *l, int64_t document, hashes *own,
                            const int64_t marks[MARKS]) {
  truc__ids found = {0};
  hashes other = {0};
  uint32_t united = 0;
  for (unsigned m = 0; m < MARKS; m++) same_mark(l, marks[m], document, &found);
  if (found.n) sort_unique(own);
  for (uint32_t i = 0; i < found.n && !truc__failed(l); i++) {
    if (origin_of(l, found.v[i]) == origin_of(l, document)) continue;
    load_shingles(l, found.v[i], &other);
    sort_unique(&other);
    if (!copies(own, &other)) continue;
    unite(l, document, found.v[i]);
    united++;
  }
  VEC_FREE(found);
  VEC_FREE(other);
  return united;
}

static bool ready(truc_ledger *l) {
  if (!l->marks && (l->marks = truc__realloc(NULL, sizeof *l->marks)) != NULL)
    memset(l->marks, 0, sizeof *l->marks);
  if (!l->marks) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  return l->marks != NULL;
}

uint32_t truc__copies_add(truc_ledger *l, int64_t document, const char *s,
                          size_t n) {
  hashes own = {0};
  int64_t marks[MARKS];
  uint32_t united = 0;
  if (!shingles(l, &own, s, n, true))
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  if (own.n >= LEAST && !truc__failed(l) && ready(l)) {
    make_marks(&own, marks);
    united = find_copies(l, document, &own, marks);
    for (unsigned m = 0; m < MARKS; m++) keep_mark(l, marks[m], document);
  }
  VEC_FREE(own);
  return united;
}

static int by_hash(const void *a, const void *b) {
  const waiting_mark *x = a, *y = b;
  return (x->hash > y->hash) - (x->hash < y->hash);
}

void truc__copies_index(truc_ledger *l) {
  truc__marks *w = l->marks;
  if (!w || !w->v.n) return;
  qsort(w->v.v, w->v.n, sizeof *w->v.v, by_hash);
  for (uint32_t i = 0; i < w->v.n; i++)
    if (w->v.v[i].document)
      truc__exec(l, "INSERT OR IGNORE INTO shingle VALUES(?, ?)", "ii",
                 w->v.v[i].hash, w->v.v[i].document);
  w->v.n = 0;
  truc__memo_release(&w->last);
}

void truc__copies_recall(truc_ledger *l, const truc__ids *waiting) {
  hashes own = {0};
  int64_t marks[MARKS];
  if (!ready(l)) return;
  l->marks->v.n = 0;
  truc__memo_release(&l->marks->last);
  for (uint32_t i = 0; i < waiting->n && !truc__failed(l); i++) {
    load_shingles(l, waiting->v[i], &own);
    if (own.n < LEAST) continue;
    make_marks(&own, marks);
    for (unsigned m = 0; m < MARKS; m++) keep_mark(l, marks[m], waiting->v[i]);
  }
  VEC_FREE(own);
}

void truc__copies_release(truc_ledger *l) {
  if (!l->marks) return;
  VEC_FREE(l->marks->v);
  truc__memo_release(&l->marks->last);
  truc__free(l->marks);
  l->marks = NULL;
}

static void forget_marks(truc_ledger *l, int64_t document) {
  uint32_t n = l->marks ? l->marks->v.n : 0;
  for (uint32_t i = 0; i < n; i++)
    if (l->marks->v.v[i].document == document)
      l->marks->v.v[i].document = 0; /* is no document; see same_mark */
}

void truc__copies_remove(truc_ledger *l, int64_t document) {
  truc__ids others = {0};
  hashes own = {0};
  int64_t marks[MARKS];
  int64_t origin = origin_of(l, document);
  forget_marks(l, document);
  sqlite3_stmt *s =
      truc__ask(l,
                "SELECT id FROM document WHERE (id = ?1 OR (origin = ?1 "
                "AND origin <> id)) AND id <> ?2 ORDER BY id",
                "ii", origin, document);
  while (truc__next(l, s))
    truc__ids_add(l, &others, sqlite3_column_int64(s, 0));
  load_shingles(l, document, &own);
  if (own.n >= LEAST) make_marks(&own, marks);
  for (unsigned m = 0; m < MARKS && own.n >= LEAST; m++)
    truc__exec(l, "DELETE FROM shingle WHERE hash = ? AND document = ?", "ii",
               marks[m], document);
  for (uint32_t i = 0; i < others.n; i++)
    truc__exec(l, "UPDATE document SET origin = id WHERE id = ?", "i",
               others.v[i]);
  for (uint32_t i = 0; i < others.n && !truc__failed(l); i++) {
    load_shingles(l, others.v[i], &own);
    if (own.n < LEAST) continue;
    make_marks(&own, marks);
    find_copies(l, others.v[i], &own, marks);
  }
  VEC_FREE(own);
  VEC_FREE(others);
}

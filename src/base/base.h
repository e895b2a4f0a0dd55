/* SPDX-License-Identifier: Apache-2.0
**
** base - memory, bytes, UTF-8, hashing, JSON.  Knows no language.
**
** Every other room stands on this one, so it holds only what at least two of
** them need.  Three habits come from here and hold everywhere:
**
**   * Growing things keep their first error (`rc`) and turn later calls into
**     no-ops, so that code tests once, at the end (as SQLite's FTS5 does).
**   * An array is a pointer, a count and a capacity, grown by VEC_PUSH; it is
**     emptied by setting the count to 0 and keeps its memory for the next
**     document.
**   * Strings that live as long as a document come from the arena, whose pieces
**     are given back all at once by truc__arena_reset().
**
** Tried and dropped: one arena for arrays too (growth left holes that doubled
** the peak on long documents).
*/
#ifndef TRUC_BASE_H
#define TRUC_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "truc/truc.h"

/* ---------------------------------------------------------------- error.c */

/* Fills `e` (may be NULL) and returns `rc`, so that callers can write
** `return truc__fail(e, TRUC_EJSON, line, byte, "...")`.  printf-style. */
truc_rc truc__fail(truc_err *e, truc_rc rc, uint32_t line, uint64_t byte,
                   const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));

/* --------------------------------------------------------------- memory.c */

/* All memory of the library goes through here; a test build can make the k-th
** request fail. `n` 0 frees and returns NULL. */
void *truc__realloc(void *p, size_t n);
void truc__free(void *p);
/* Tests only: the k-th request from now on fails (0: never). Per thread. */
void truc__fail_alloc_after(long k);

/* A vector: VEC(T) name; zero-initialise to start. */
#define VEC(T)      \
  struct {          \
    T *v;           \
    uint32_t n, cap; \
  }
/* Makes room for `more` further entries; false when out of memory. */
#define VEC_ROOM(a, more)                                      \
  (((uint64_t)(a).n + (more) <= (a).cap) ||                    \
   truc__vec_grow(&(a).v, &(a).cap, (uint64_t)(a).n + (more),   \
                  sizeof *(a).v))
/* Appends; evaluates to false when out of memory. */
#define VEC_PUSH(a, x) (VEC_ROOM(a, 1) ? ((a).v[(a).n++] = (x), true) : false)
#define VEC_FREE(a) (truc__free((a).v), (a).v = NULL, (a).n = (a).cap = 0)
/* `v` points to the pointer, of whatever type. */
bool truc__vec_grow(void *v, uint32_t *cap, uint64_t want, size_t each);

/* Memory that is given back all at once. */
typedef struct truc__chunk truc__chunk;
typedef struct truc__arena {
  truc__chunk *first, *cur;
} truc__arena;
void *truc__arena_get(truc__arena *a, size_t n); /* aligned to 16; NULL */
char *truc__arena_str(truc__arena *a, const char *s, size_t n); /* + NUL */
void truc__arena_reset(truc__arena *a);
void truc__arena_release(truc__arena *a);

/* ------------------------------------------------------------------ buf.c */

/* A growing byte string that ends in NUL; keeps its first error. */
typedef struct truc__buf {
  char *p;
  size_t n, cap;
  truc_rc rc;
} truc__buf;
void truc__buf_release(truc__buf *b);
void truc__buf_reset(truc__buf *b);
bool truc__buf_room(truc__buf *b, size_t more);
void truc__buf_put(truc__buf *b, const char *s, size_t n);
static inline void truc__buf_str(truc__buf *b, const char *s) {
  truc__buf_put(b, s, strlen(s)); /* the length of a literal costs nothing */
}
static inline void truc__buf_chr(truc__buf *b, char c) {
  if (b->rc || b->cap - b->n < 2) {
    truc__buf_put(b, &c, 1);
    return;
  }
  b->p[b->n++] = c;
  b->p[b->n] = '\0';
}
void truc__buf_int(truc__buf *b, int64_t v);
void truc__buf_fmt(truc__buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* mantissa * 10^exponent in plain decimal: 30, 2.5, 10000000000. */
void truc__buf_decimal(truc__buf *b, int64_t mantissa, int32_t exponent);

/* ---------------------------------------------------------------- quote.c */

/* Writes a JSON string with its quotes; ill-formed UTF-8 becomes U+FFFD. */
void truc__buf_json(truc__buf *b, const char *s, size_t n);

/* ----------------------------------------------------------------- utf8.c */

/* Decodes one code point at s[0..n), n > 0.  Sets *cp and returns its length;
** for an ill-formed sequence (overlong, surrogate, truncated, > U+10FFFF)
** *cp is -1 and the length is that of the maximal ill-formed subpart
** (Unicode 15, table 3-7), 1 to 3. */
unsigned truc__utf8_next(const char *s, size_t n, int32_t *cp);
/* Encodes; returns 1..4. */
unsigned truc__utf8_put(uint32_t cp, char out[4]);

/* ----------------------------------------------------------------- hash.c */

uint64_t truc__hash(const void *s, size_t n); /* 64 bits, fixed for ever */

/* ----------------------------------------------------------------- json.c */

/* A pull reader over one JSON text held in memory; depth at most 64. */
typedef enum truc__jtype {
  JSON_END, JSON_ERROR, JSON_NULL, JSON_TRUE, JSON_FALSE, JSON_NUMBER,
  JSON_STRING, JSON_ARRAY, JSON_ARRAY_END, JSON_OBJECT, JSON_OBJECT_END,
  JSON_KEY
} truc__jtype;
typedef struct truc__json {
  const char *s;
  size_t n, i;          /* text, its length, the reading place */
  size_t at;            /* where the last key or value began */
  truc__buf str;        /* the last key or string, unescaped */
  double num;           /* the last number */
  int depth;
  unsigned char stack[64]; /* '{' or '[' per level */
  bool want_value, after_value;
  const char *error;    /* static message once JSON_ERROR was returned */
} truc__json;
/* Keeps the memory of `str`; `j` is all zero before the first time. */
void truc__json_init(truc__json *j, const char *s, size_t n);
truc__jtype truc__json_next(truc__json *j);
/* Skips the value whose first token was just returned. false on error. */
bool truc__json_skip(truc__json *j, truc__jtype first);
void truc__json_release(truc__json *j);

#endif

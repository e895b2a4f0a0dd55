/* SPDX-License-Identifier: Apache-2.0 */
/* memory.c - the allocator, vectors and the arena. */
#include <stdlib.h>

#include "base/base.h"

/* Tests make a chosen request fail.  Thread-local, so that it is no global
** state of the library in use; 0 in every shipped program. */
static _Thread_local long fail_after;

void truc__fail_alloc_after(long k) { fail_after = k; }

void *truc__realloc(void *p, size_t n) {
  if (n == 0) {
    free(p);
    return NULL;
  }
  if (fail_after > 0 && --fail_after == 0) return NULL;
  return realloc(p, n);
}

void truc__free(void *p) { free(p); }

bool truc__vec_grow(void *v, uint32_t *cap, uint64_t want, size_t each) {
  uint64_t n = *cap ? (uint64_t)*cap * 2 : 16;
  if (n < want) n = want;
  if (n > UINT32_MAX || n > SIZE_MAX / each) return false;
  void *p;
  memcpy(&p, v, sizeof p); /* the pointer's own type is not known here */
  p = truc__realloc(p, (size_t)n * each);
  if (!p) return false;
  memcpy(v, &p, sizeof p);
  *cap = (uint32_t)n;
  return true;
}

/* Chunks stay in a list in the order they were made; `cur` is the one being
** filled, those after it are empty and wait to be used again. */
struct truc__chunk {
  truc__chunk *next;
  size_t used, size;
  _Alignas(16) unsigned char bytes[];
};
#define CHUNK_MIN ((size_t)16 * 1024)

static truc__chunk *chunk_new(size_t n) {
  size_t size = n > CHUNK_MIN ? n : CHUNK_MIN;
  if (size > SIZE_MAX - sizeof(truc__chunk)) return NULL;
  truc__chunk *c = truc__realloc(NULL, sizeof *c + size);
  if (!c) return NULL;
  c->next = NULL;
  c->used = 0;
  c->size = size;
  return c;
}

void *truc__arena_get(truc__arena *a, size_t n) {
  if (n > SIZE_MAX - 15) return NULL;
  n = (n + 15) & ~(size_t)15;
  while (a->cur && a->cur->size - a->cur->used < n && a->cur->next)
    a->cur = a->cur->next;
  if (!a->cur || a->cur->size - a->cur->used < n) {
    truc__chunk *c = chunk_new(n);
    if (!c) return NULL;
    if (a->cur) {
      c->next = a->cur->next;
      a->cur->next = c;
    } else {
      a->first = c;
    }
    a->cur = c;
  }
  void *p = a->cur->bytes + a->cur->used;
  a->cur->used += n;
  return p;
}

char *truc__arena_str(truc__arena *a, const char *s, size_t n) {
  char *p = truc__arena_get(a, n + 1);
  if (!p) return NULL;
  if (n) memcpy(p, s, n);
  p[n] = '\0';
  return p;
}

void truc__arena_reset(truc__arena *a) {
  for (truc__chunk *c = a->first; c; c = c->next) c->used = 0;
  a->cur = a->first;
}

void truc__arena_release(truc__arena *a) {
  for (truc__chunk *c = a->first; c;) {
    truc__chunk *next = c->next;
    truc__free(c);
    c = next;
  }
  a->first = a->cur = NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* pool.c - ledger handles with a clock. */
#include <pthread.h>
#include <time.h>

#include "serve/serve.h"

enum {
  KEPT = 8,     /* handles that wait for the next request */
  STEPS = 2000, /* of SQLite's machine between two looks at the clock */
};

typedef struct handle {
  truc_ledger *l;
  struct timespec end;
  bool late;
  struct handle *next;
} handle;

struct truc__pool {
  pthread_mutex_t lock;
  handle *idle, *busy;
  int nidle, patience;
  char path[];
};

static struct timespec now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t;
}

/* Called by SQLite; anything but 0 interrupts the query. */
static int look_at_clock(void *ctx) {
  handle *h = ctx;
  struct timespec t = now();
  h->late = h->late || t.tv_sec > h->end.tv_sec ||
            (t.tv_sec == h->end.tv_sec && t.tv_nsec >= h->end.tv_nsec);
  return h->late;
}

static handle *handle_open(const char *path, truc_err *err) {
  handle *h = truc__realloc(NULL, sizeof *h);
  if (!h) {
    truc__fail(err, TRUC_ENOMEM, 0, 0, "out of memory");
    return NULL;
  }
  memset(h, 0, sizeof *h);
  if (truc_ledger_open(path, NULL, err, &h->l)) {
    truc__free(h);
    return NULL;
  }
  sqlite3_progress_handler(h->l->db, STEPS, look_at_clock, h);
  return h;
}

static void handle_close(handle *h) {
  sqlite3_progress_handler(h->l->db, 0, NULL, NULL);
  truc_ledger_close(h->l, NULL);
  truc__free(h);
}

truc__pool *truc__pool_new(const char *path, int patience, truc_err *err) {
  size_t n = strlen(path) + 1;
  handle *h = handle_open(path, err); /* now, so that faults show at once */
  if (!h) return NULL;
  truc__pool *p = truc__realloc(NULL, sizeof *p + n);
  if (!p) {
    handle_close(h);
    truc__fail(err, TRUC_ENOMEM, 0, 0, "out of memory");
    return NULL;
  }
  memset(p, 0, sizeof *p);
  memcpy(p->path, path, n);
  pthread_mutex_init(&p->lock, NULL);
  p->patience = patience;
  p->idle = h;
  p->nidle = 1;
  return p;
}

void truc__pool_free(truc__pool *p) {
  if (!p) return;
  while (p->idle) {
    handle *h = p->idle;
    p->idle = h->next;
    handle_close(h);
  }
  pthread_mutex_destroy(&p->lock);
  truc__free(p);
}

static void start_clock(const truc__pool *p, handle *h) {
  h->late = false;
  h->end = now();
  h->end.tv_sec += p->patience / 1000;
  h->end.tv_nsec += p->patience % 1000 * 1000000L;
  if (h->end.tv_nsec < 1000000000L) return;
  h->end.tv_nsec -= 1000000000L;
  h->end.tv_sec++;
}

truc_ledger *truc__pool_take(truc__pool *p, truc_err *err) {
  pthread_mutex_lock(&p->lock);
  handle *h = p->idle;
  if (h) {
    p->idle = h->next;
    p->nidle--;
  }
  pthread_mutex_unlock(&p->lock);
  if (!h) h = handle_open(p->path, err);
  if (!h) return NULL;
  start_clock(p, h);
  pthread_mutex_lock(&p->lock);
  h->next = p->busy;
  p->busy = h;
  pthread_mutex_unlock(&p->lock);
  return h->l;
}

bool truc__pool_give(truc__pool *p, truc_ledger *l) {
  pthread_mutex_lock(&p->lock);
  handle **at = &p->busy;
  while ((*at)->l != l) at = &(*at)->next;
  handle *h = *at;
  bool late = h->late, keep = !late && p->nidle < KEPT;
  *at = h->next;
  if (keep) {
    truc__arena_reset(&l->names);
    h->next = p->idle;
    p->idle = h;
    p->nidle++;
  }
  pthread_mutex_unlock(&p->lock);
  if (!keep) handle_close(h);
  return late;
}

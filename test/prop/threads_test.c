/* SPDX-License-Identifier: Apache-2.0
**
** threads_test.c - one model, many threads, a document object each: the same
** result as alone.  Under ThreadSanitizer (make V=tsan check-threads) it also
** shows that the model is only read.
*/
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glob.h>
#include <pthread.h>
#include <stdio.h>

#include "base/base.h"
#include "fact/fact.h"
#include "fuzz/laws.h"

enum { THREADS = 4, ROUNDS = 3, MAX_TEXTS = 64 };

typedef struct text {
  char *p;
  size_t n;
} text;

typedef struct worker {
  const truc_model *model;
  const text *texts;
  size_t ntext;
  size_t first; /* each begins with another text */
  uint64_t hash[MAX_TEXTS];
  bool failed;
} worker;

static text slurp(const char *path) {
  text t = {NULL, 0};
  FILE *f = fopen(path, "rb");
  if (!f) return t;
  t.p = malloc(1 << 20);
  if (t.p) t.n = fread(t.p, 1, 1 << 20, f);
  fclose(f);
  return t;
}

static void add_names(truc__buf *b, const truc_doc *d) {
  uint32_t nmention, nentity;
  const truc_mention *m = truc_doc_mentions(d, &nmention);
  const truc_entity *e = truc_doc_entities(d, &nentity);
  for (uint32_t i = 0; i < nmention; i++) {
    uint32_t v[] = {m[i].tok, m[i].ntok, m[i].entity, m[i].type, m[i].form};
    truc__buf_put(b, (const char *)v, sizeof v);
  }
  for (uint32_t i = 0; i < nentity; i++)
    truc__buf_put(b, e[i].ref, strlen(e[i].ref));
}

/* All names and records of a text and the joins of its words, as one number. */
static uint64_t digest(truc_doc *d, const char *id) {
  truc__buf b = {0};
  uint32_t nfact, ntok;
  truc_doc_facts(d, &nfact);
  const truc_token *tok = truc_doc_tokens(d, &ntok);
  truc__fact_out how = {id, TRUC_UTF16, 0, 0};
  for (uint32_t i = 0; i < nfact; i++) truc__fact_json(&b, d, i, &how);
  add_names(&b, d);
  for (uint32_t i = 0; i < ntok; i++)
    truc__buf_chr(&b, tok[i].flags & TRUC_TF_JOIN ? '_' : ' ');
  uint64_t h = truc__hash(b.p, b.n);
  truc__buf_release(&b);
  return h;
}

static void *work(void *arg) {
  worker *w = arg;
  truc_doc *d = truc_doc_new(w->model);
  w->failed = !d;
  for (size_t i = 0; i < w->ntext * ROUNDS && !w->failed; i++) {
    size_t k = (w->first + i) % w->ntext;
    const text *t = &w->texts[k];
    w->failed = truc_doc_read(d, t->p, t->n, NULL, NULL) ||
                truc_doc_run(d, ALL_LAYERS, NULL);
    if (!w->failed) w->hash[k] = digest(d, "x");
  }
  truc_doc_free(d);
  return NULL;
}

static void threads_agree(void **state) {
  (void)state;
  truc_model *m = NULL;
  assert_int_equal(truc_model_open("models/truc.model", NULL, &m), TRUC_OK);
  glob_t g;
  assert_int_equal(glob("demo/articles/*.txt", 0, NULL, &g), 0);
  static text texts[MAX_TEXTS];
  size_t n = 0;
  for (; n < g.gl_pathc && n < MAX_TEXTS; n++) texts[n] = slurp(g.gl_pathv[n]);
  globfree(&g);
  assert_true(n > 4);

  static worker w[THREADS + 1]; /* the last works alone */
  pthread_t thread[THREADS];
  for (size_t i = 0; i <= THREADS; i++)
    w[i] = (worker){.model = m, .texts = texts, .ntext = n, .first = i};
  for (size_t i = 0; i < THREADS; i++)
    assert_int_equal(pthread_create(&thread[i], NULL, work, &w[i]), 0);
  for (size_t i = 0; i < THREADS; i++) pthread_join(thread[i], NULL);
  work(&w[THREADS]);
  for (size_t i = 0; i <= THREADS; i++) {
    assert_false(w[i].failed);
    for (size_t k = 0; k < n; k++)
      assert_int_equal(w[i].hash[k], w[THREADS].hash[k]);
  }
  for (size_t k = 0; k < n; k++) free(texts[k].p);
  truc_model_close(m);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(threads_agree)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: Apache-2.0
**
** stages.c - what every stage costs, in MB of input per CPU second.
**
**     stages MODEL PASSES FILE...
**
** FILE is a document, or JSON Lines with a field "text".  Each pass runs all
** documents through one document object, stage after stage, with the clock of
** this thread read in between; the best pass of each stage counts.  The same
** run measures three baselines over the same bytes, so that figures of
** different machines and days can be compared as ratios.
*/
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/base.h"

typedef struct text {
  char *p;
  size_t n;
} text;
typedef VEC(text) texts;

static void die(const char *what, const char *why) {
  fprintf(stderr, "stages: %s: %s\n", what, why);
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* ------------------------------------------------------------------ input */

static char *slurp(const char *path, size_t *n) {
  FILE *f = fopen(path, "rb");
  if (!f) die(path, "cannot open");
  truc__buf b = {0};
  char chunk[1 << 16];
  size_t k;
  while ((k = fread(chunk, 1, sizeof chunk, f)) > 0)
    truc__buf_put(&b, chunk, k);
  fclose(f);
  if (b.rc) die(path, "out of memory");
  *n = b.n;
  return b.p;
}

static void add(texts *t, const char *s, size_t n) {
  text x = {malloc(n + 1), n};
  if (!x.p || !VEC_PUSH(*t, x)) die("texts", "out of memory");
  memcpy(x.p, s, n);
}

/* The field "text" of one line. */
static void add_json(texts *t, const char *line, size_t n) {
  truc__json j = {0};
  truc__json_init(&j, line, n);
  bool wanted = false;
  int depth = 0;
  for (truc__jtype k; (k = truc__json_next(&j)) > JSON_ERROR;) {
    if (k == JSON_OBJECT || k == JSON_ARRAY) depth++;
    if (k == JSON_OBJECT_END || k == JSON_ARRAY_END) depth--;
    if (wanted && k == JSON_STRING) add(t, j.str.p, j.str.n);
    wanted = k == JSON_KEY && depth == 1 && !strcmp(j.str.p, "text");
  }
  truc__json_release(&j);
}

static void load(texts *t, const char *path) {
  size_t n, len = strlen(path);
  char *s = slurp(path, &n);
  if (len > 6 && !strcmp(path + len - 6, ".jsonl")) {
    for (size_t i = 0; i < n;) {
      char *end = memchr(s + i, '\n', n - i);
      size_t k = end ? (size_t)(end - s) - i : n - i;
      add_json(t, s + i, k);
      i += k + 1;
    }
  } else {
    add(t, s, n);
  }
  truc__free(s);
}

/* -------------------------------------------------------------- baselines */

static size_t count_lines(const text *x) {
  size_t n = 0;
  for (const char *p = x->p, *end = x->p + x->n;
       (p = memchr(p, '\n', (size_t)(end - p))); p++)
    n++;
  return n;
}

static size_t count_valid(const text *x) {
  size_t n = 0;
  for (size_t i = 0; i < x->n;) {
    int32_t cp;
    i += truc__utf8_next(x->p + i, x->n - i, &cp);
    n += cp >= 0;
  }
  return n;
}

static size_t count_words(const text *x) {
  size_t n = 0;
  bool in = false;
  for (size_t i = 0; i < x->n; i++) {
    bool blank = x->p[i] == ' ' || x->p[i] == '\n' || x->p[i] == '\t';
    n += !blank && !in;
    in = !blank;
  }
  return n;
}

/* ------------------------------------------------------------------ stages */

static const struct {
  const char *name;
  unsigned layer;
} stages[] = {{"text", TRUC_TOKENS}, {"sentences", TRUC_SENTENCES},
              {"words", TRUC_WORDS}, {"tags", TRUC_TAGS},
              {"names", TRUC_NAMES}, {"values", TRUC_VALUES},
              {"facts", TRUC_FACTS}};
#define NSTAGES (sizeof stages / sizeof stages[0])

/* One pass; adds the seconds of each stage. */
static void pass(truc_doc *d, const texts *t, double seconds[NSTAGES]) {
  for (uint32_t i = 0; i < t->n; i++) {
    double before = now();
    if (truc_doc_read(d, t->v[i].p, t->v[i].n, NULL, NULL)) die("read", "?");
    for (size_t s = 0; s < NSTAGES; s++) {
      if (truc_doc_run(d, stages[s].layer, NULL)) die(stages[s].name, "?");
      double after = now();
      seconds[s] += after - before;
      before = after;
    }
  }
}

static void print_row(const char *name, double mb, double seconds,
                      double total) {
  printf("%-12s %9.1f MB/s", name, mb / seconds);
  if (total > 0) printf("   %5.1f %%", 100 * seconds / total);
  printf("\n");
}

static void bench_stages(truc_doc *d, const texts *t, double mb, int passes) {
  double best[NSTAGES], best_total = 1e9;
  for (size_t s = 0; s < NSTAGES; s++) best[s] = 1e9;
  for (int k = 0; k < passes; k++) {
    double seconds[NSTAGES] = {0}, total = 0;
    pass(d, t, seconds);
    for (size_t s = 0; s < NSTAGES; s++) {
      if (seconds[s] < best[s]) best[s] = seconds[s];
      total += seconds[s];
    }
    if (total < best_total) best_total = total;
  }
  for (size_t s = 0; s < NSTAGES; s++)
    print_row(stages[s].name, mb, best[s], best_total);
  print_row("all", mb, best_total, 0);
}

/* From bytes to a layer and no further, as one uses the engine who wants no
** more: then its tables stay in the caches, which later stages would fill with
** theirs.  A layer brings along only those that it needs: names and facts are
** read from words, without tags. */
static void bench_up_to(const char *name, unsigned layer, truc_doc *d,
                        const texts *t, double mb, int passes) {
  double best = 1e9;
  for (int k = 0; k < passes; k++) {
    double start = now();
    for (uint32_t i = 0; i < t->n; i++)
      if (truc_doc_read(d, t->v[i].p, t->v[i].n, NULL, NULL) ||
          truc_doc_run(d, layer, NULL))
        die(name, "?");
    double seconds = now() - start;
    if (seconds < best) best = seconds;
  }
  print_row(name, mb, best, 0);
}

static void bench_baseline(const char *name, size_t (*count)(const text *),
                           const texts *t, double mb, int passes) {
  double best = 1e9;
  volatile size_t sink = 0;
  for (int k = 0; k < passes; k++) {
    double start = now();
    for (uint32_t i = 0; i < t->n; i++) sink += count(&t->v[i]);
    double seconds = now() - start;
    if (seconds < best) best = seconds;
  }
  (void)sink;
  print_row(name, mb, best, 0);
}

int main(int argc, char **argv) {
  if (argc < 4) die("usage", "stages MODEL PASSES FILE...");
  truc_err err;
  truc_model *m = NULL;
  if (truc_model_open(argv[1], &err, &m))
    fprintf(stderr, "stages: %s; going on without a model\n", err.msg);
  int passes = atoi(argv[2]);
  texts t = {0};
  for (int i = 3; i < argc; i++) load(&t, argv[i]);
  size_t bytes = 0;
  for (uint32_t i = 0; i < t.n; i++) bytes += t.v[i].n;
  double mb = (double)bytes / 1e6;
  printf("%u documents, %.2f MB, best of %d passes, MB per CPU second\n",
         (unsigned)t.n, mb, passes);
  truc_doc *d = truc_doc_new(m);
  if (!d) die("document", "out of memory");
  bench_stages(d, &t, mb, passes);
  puts("from bytes to a layer");
  bench_up_to("words", TRUC_WORDS, d, &t, mb, passes);
  bench_up_to("+ tags", TRUC_TAGS, d, &t, mb, passes);
  bench_up_to("+ tags, names", TRUC_TAGS | TRUC_NAMES, d, &t, mb, passes);
  bench_up_to("names", TRUC_NAMES, d, &t, mb, passes);
  bench_up_to("facts", TRUC_FACTS, d, &t, mb, passes);
  printf("baselines in the same run\n");
  bench_baseline("memchr", count_lines, &t, mb, passes);
  bench_baseline("utf8", count_valid, &t, mb, passes);
  bench_baseline("wc", count_words, &t, mb, passes);
  truc_doc_free(d);
  truc_model_close(m);
  for (uint32_t i = 0; i < t.n; i++) free(t.v[i].p);
  VEC_FREE(t);
  return 0;
}

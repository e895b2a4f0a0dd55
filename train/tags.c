/* SPDX-License-Identifier: Apache-2.0 */
/* tags.c - the recipe for the tag tables. */
#include <getopt.h>
#include <stdlib.h>

#include "tags.h"

#define MAXFILES 16
typedef struct source {
  const char *path, *model;
  uint8_t round;
  bool seg;
} source;
typedef struct sources {
  source v[MAXFILES];
  uint32_t n;
} sources;

typedef struct recipe {
  sources gold, text, dev, about;
  const char *model, *out;
  tags_class_options classes;
  tags_learn_options learn;
  uint32_t tokens;
  truc_model *base;
  uint32_t nprofile;
  train_names names;
  uint8_t *cls;
  uint32_t ncls;
  tags_set set;
} recipe;

/* ---------------------------------------------------------------- reading */

static truc_model *open_model(const char *path) {
  truc_model *m;
  truc_err err;
  if (truc_model_open(path, &err, &m)) train_die("%s", err.msg);
  return m;
}

/* The count of profiles stands in the header's fifth word. */
static uint32_t profiles_of(const char *path) {
  uint32_t head[5];
  FILE *f = fopen(path, "rb");
  if (!f || fread(head, sizeof head, 1, f) != 1)
    train_die("cannot read '%s'", path);
  fclose(f);
  return head[4];
}

static void make_classes(recipe *r) {
  tags_text t;
  memset(&t, 0, sizeof t);
  for (uint32_t i = 0; i < r->text.n; i++)
    tags_text_read(&t, &r->names, r->base, r->text.v[i].path, r->text.v[i].seg,
                   r->tokens);
  fprintf(stderr, "text: %u words, %u different\n", t.name.n, r->names.count);
  r->ncls = r->names.count + 1;
  r->cls = tags_classes(&t, &r->names, &r->classes);
  VEC_FREE(t.name);
}

static void read_gold(recipe *r) {
  for (uint32_t i = 0; i < r->gold.n; i++) {
    const source *s = &r->gold.v[i];
    truc_model *words = s->model ? open_model(s->model) : NULL;
    tags_read(&r->set, &r->names, r->cls, r->ncls, s->path, s->round, words);
    truc_model_close(words);
  }
  fprintf(stderr, "gold: %u sentences, %u words\n", r->set.nsent,
          r->set.word.n);
}

/* --------------------------------------------------------------- learning */

/* A model in memory, aligned as a model has to be. */
typedef struct image {
  void *bytes;
  truc_model *m;
} image;

static image load(const truc__buf *b) {
  image im;
  truc_err err;
  im.bytes = aligned_alloc(
      MODEL_ALIGN, (b->n + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN);
  if (!im.bytes) train_die("out of memory");
  memcpy(im.bytes, b->p, b->n);
  if (truc_model_open_memory(im.bytes, b->n, &err, &im.m))
    train_die("%s", err.msg);
  return im;
}

static void unload(image *im) {
  truc_model_close(im->m);
  free(im->bytes);
}

/* Learns from the sentences with use[k] and builds a model. */
static void build(recipe *r, const uint8_t *use, const uint8_t *margin,
                  const char *about, truc__buf *out) {
  tags_weights w;
  tags_tables t;
  tags_learn(&r->set, use, r->names.count, &r->learn, &w);
  tags_pack(&w, &r->names, r->cls, r->ncls, margin, &t);
  tags_model(r->base, r->nprofile, &t, about, out);
  tags_tables_free(&t);
  tags_weights_free(&w);
}

/* Holds out each fold of round 0 in turn, to see how often a margin is
** right. */
static void hold_out(recipe *r, uint8_t margin[TAG_MARGINS]) {
  tags_hits h;
  uint32_t n = 0, right = 0;
  uint8_t *use = train_alloc(r->set.nsent + 1);
  memset(&h, 0, sizeof h);
  for (uint32_t fold = 0; fold < TAGS_FOLDS; fold++) {
    truc__buf out = {0};
    for (uint32_t k = 0; k < r->set.nsent; k++)
      use[k] = r->set.round.v[k] || r->set.fold.v[k] != fold;
    build(r, use, NULL, NULL, &out);
    image im = load(&out);
    for (uint32_t i = 0; i < r->gold.n; i++)
      if (!r->gold.v[i].round && !r->gold.v[i].model)
        tags_hit(im.m, r->gold.v[i].path, fold, &h);
    unload(&im);
    truc__buf_release(&out);
  }
  for (uint32_t k = 0; k < TAG_MARGINS; k++) {
    n += h.n[k];
    right += h.right[k];
  }
  printf("held out\t%.2f\tof %u words; one tag only: %.2f of %u\n",
         100.0 * right / (n + !n), n,
         100.0 * h.right[TAGS_SURE] / (h.n[TAGS_SURE] + !h.n[TAGS_SURE]),
         h.n[TAGS_SURE]);
  tags_calibrate(&h, margin);
  truc__free(use);
}

static void measure(const recipe *r, const truc_model *m) {
  for (uint32_t i = 0; i < r->dev.n; i++) {
    const char *path = r->dev.v[i].path;
    tags_score g = tags_test(m, path, false), t = tags_test(m, path, true);
    printf("gold words %.2f\traw: words %.2f, tags %.2f\t%s\n",
           100.0 * g.right / (g.gold + !g.gold),
           200.0 * t.same / (t.gold + t.guess + !t.gold),
           200.0 * t.right / (t.gold + t.guess + !t.gold), path);
  }
}

/* ---------------------------------------------------------------- writing */

static void describe(const recipe *r, truc__buf *b) {
  truc__buf_fmt(b, "tags trainer: truc train tags %s\n", TRUC_VERSION);
  truc__buf_fmt(b, "tags seed: %u\ntags epochs: %u\ntags classes: %u\n",
                r->learn.seed, r->learn.epochs, r->classes.classes);
  for (uint32_t i = 0; i < r->about.n; i++)
    truc__buf_fmt(b, "tags %s\n", r->about.v[i].path);
  if (b->rc) train_die("out of memory");
}

static void write_file(const char *path, const truc__buf *b) {
  FILE *f = fopen(path, "wb");
  if (!f || fwrite(b->p, 1, b->n, f) != b->n || fclose(f) != 0)
    train_die("cannot write '%s'", path);
}

/* ---------------------------------------------------------------- options */

static const char usage[] =
    "usage: truc train tags --model=FILE --gold=ROUND:FILE... --out=FILE\n"
    "  --model=FILE    a model with word tables; all but its tag tables is "
    "kept\n"
    "  --gold=R:FILE   CoNLL-U of round of labels R, 0 to 3; the model will "
    "tag\n"
    "                  as round 0\n"
    "  --gold=R:FILE:MODEL  the same text, split into words by MODEL\n"
    "  --seg=FILE      word-segmented text, for classes of words\n"
    "  --raw=FILE      JSON Lines with a field \"text\", for classes\n"
    "  --dev=FILE      CoNLL-U to measure on\n"
    "  --tokens=N      words of text to use, 30000000\n"
    "  --classes=N     250\n"
    "  --words=N       words with a class, 50000\n"
    "  --epochs=N      6\n"
    "  --seed=N        1\n"
    "  --about=LINE    \"key: value\" for the model's provenance\n"
    "  --out=FILE      the model\n"
    "Options that take a file can be given several times.\n";

static source *add(sources *s, const char *path) {
  if (s->n == MAXFILES) train_die("more than %d files of a kind", MAXFILES);
  s->v[s->n] = (source){.path = path};
  return &s->v[s->n++];
}

static void add_gold(sources *s, char *arg) {
  if (arg[0] < '0' || arg[0] >= '0' + TAGS_ROUNDS || arg[1] != ':')
    train_die("'%s' is no ROUND:FILE", arg);
  source *g = add(s, arg + 2);
  g->round = (uint8_t)(arg[0] - '0');
  char *colon = strchr(arg + 2, ':');
  if (!colon) return;
  *colon = '\0';
  g->model = colon + 1;
}

static uint32_t number(const char *s, uint32_t most) {
  char *end;
  unsigned long v = strtoul(s, &end, 10);
  if (*end || end == s || v == 0 || v > most)
    train_die("'%s' is no number from 1 to %u", s, most);
  return (uint32_t)v;
}

static bool take_option(recipe *r, int c, char *arg) {
  switch (c) {
    case 'm': r->model = arg; return true;
    case 'g': add_gold(&r->gold, arg); return true;
    case 's': add(&r->text, arg)->seg = true; return true;
    case 'r': add(&r->text, arg); return true;
    case 'd': add(&r->dev, arg); return true;
    case 'a': add(&r->about, arg); return true;
    case 't': r->tokens = number(arg, UINT32_MAX); return true;
    case 'c': r->classes.classes = number(arg, TAG_CLASSES - 2); return true;
    case 'w': r->classes.words = number(arg, UINT16_MAX); return true;
    case 'e': r->learn.epochs = number(arg, 1000); return true;
    case 'n': r->learn.seed = number(arg, UINT32_MAX); return true;
    case 'o': r->out = arg; return true;
    default: return false;
  }
}

static bool take_options(recipe *r, int argc, char **argv) {
  static const struct option longs[] = {
      {"model", 1, NULL, 'm'},  {"gold", 1, NULL, 'g'},
      {"seg", 1, NULL, 's'},    {"raw", 1, NULL, 'r'},
      {"dev", 1, NULL, 'd'},    {"about", 1, NULL, 'a'},
      {"tokens", 1, NULL, 't'}, {"classes", 1, NULL, 'c'},
      {"words", 1, NULL, 'w'},  {"epochs", 1, NULL, 'e'},
      {"seed", 1, NULL, 'n'},   {"out", 1, NULL, 'o'},
      {NULL, 0, NULL, 0}};
  int c;
  optind = 1;
  while ((c = getopt_long(argc, argv, "", longs, NULL)) != -1)
    if (!take_option(r, c, optarg)) return false;
  return optind == argc && r->model && r->gold.n && r->out;
}

static const recipe defaults = {
    .classes = {.classes = 250, .words = 50000, .contexts = 8000, .rounds = 12},
    .learn = {.epochs = 6, .seed = 1, .rate = 0.06, .decay = 1e-3, .own = 0.2},
    .tokens = 30000000};

int train_tags(int argc, char **argv) {
  recipe *r = train_alloc(sizeof *r);
  uint8_t margin[TAG_MARGINS];
  truc__buf about = {0}, out = {0};
  *r = defaults;
  if (!take_options(r, argc, argv)) {
    fputs(usage, stderr);
    return 2;
  }
  r->base = open_model(r->model);
  r->nprofile = profiles_of(r->model);
  make_classes(r);
  read_gold(r);
  hold_out(r, margin);
  describe(r, &about);
  build(r, NULL, margin, about.p, &out);
  image im = load(&out);
  measure(r, im.m);
  unload(&im);
  truc_model_close(r->base);
  write_file(r->out, &out);
  truc__buf_release(&about);
  truc__buf_release(&out);
  return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* words.c - the recipe for the word tables: what is read, what is counted, in
** which order things are learned, what is written. */
#include <getopt.h>
#include <math.h>
#include <stdlib.h>

#include "text/text.h"
#include "train.h"
#include "word/word.h"

/* What can be left out, to see what it is worth. */
enum {
  PART_SILVER = 1,    /* counts of the tool-segmented news */
  PART_LONG = 2,      /* words of three and more syllables */
  PART_LEXICON = 4,   /* words listed by hand */
  PART_CASE = 8,      /* copies in other letters */
  PART_PRETRAIN = 16, /* first steps on tool-segmented news */
  PART_SELF = 32,     /* the model's own decisions on raw text */
  PART_KINDS = 64     /* kinds of syllables */
};
static const struct {
  const char *name;
  unsigned part;
} part_names[] = {{"silver", PART_SILVER},     {"long", PART_LONG},
                  {"lexicon", PART_LEXICON},   {"case", PART_CASE},
                  {"pretrain", PART_PRETRAIN}, {"self", PART_SELF},
                  {"kinds", PART_KINDS}};
#define NPARTS (sizeof part_names / sizeof part_names[0])

#define MAXFILES 32
typedef struct files {
  const char *path[MAXFILES];
  uint32_t n;
} files;

typedef struct recipe {
  files gold, silver, raw, lexicon, dev, about;
  files vlsp, vlsp_dev; /* conventions; text to measure on */
  const char *out;
  unsigned parts;
  uint32_t seeds, epochs, pretrain; /* pretrain: tokens */
  train_names vocab;
  train_corpus ours, tool, text; /* gold, silver, raw */
  train_corpus head;             /* the end of silver, for the first steps */
  train_counts counts;
  train_pairs pairs;
  uint8_t *kind;
  train_learner learner;
  train_weights weights;
  train_weights other; /* of profile vlsp; w NULL: none */
} recipe;

static void add_pairs(train_counts *c, const train_corpus *t) {
  for (uint32_t i = 1; i < t->type.n; i++)
    if (t->gap.v[i] != GAP_NONE) train_pair_id(c, t->syl.v[i - 1], t->syl.v[i]);
}

/* ---------------------------------------------------------------- reading */

static void read_files(recipe *r) {
  for (uint32_t i = 0; i < r->gold.n; i++)
    train_read_seg(&r->ours, &r->vocab, r->gold.path[i], UINT64_MAX);
  for (uint32_t i = 0; i < r->silver.n && (r->parts & PART_SILVER); i++)
    train_read_seg(&r->tool, &r->vocab, r->silver.path[i], UINT64_MAX);
  for (uint32_t i = 0; i < r->raw.n && (r->parts & PART_SELF); i++)
    train_read_jsonl(&r->text, &r->vocab, r->raw.path[i], UINT64_MAX);
  fprintf(stderr, "tokens: gold %u, silver %u, raw %u; %u syllables\n",
          r->ours.type.n, r->tool.type.n, r->text.type.n, r->vocab.count);
}

/* Takes the last sentences of silver away for the first steps: their counts
** must not be in the tables that they are trained with. */
static void split_silver(recipe *r) {
  train_corpus *t = &r->tool;
  uint32_t from = t->nsent;
  if (!(r->parts & PART_PRETRAIN)) return;
  while (from > 0 && t->type.n - t->start.v[from] < r->pretrain) from--;
  train_corpus_slice(&r->head, t, from, t->nsent);
  if (from < t->nsent) {
    t->type.n = t->syl.n = t->gap.n = t->start.v[from];
    t->start.n = from + 1;
    t->nsent = from;
  }
}

/* ----------------------------------------------------------------- tables */

/* Pairs that were never joined and are not frequent are as good as unknown. */
#define APART_LEAST 50
#define LONG_LEAST 10

/* Classes of a pair by a share of joins among n cases; 2 and 3 for few cases,
** 4 to 15 by the share. */
static uint8_t pair_class(uint32_t joined, uint32_t n) {
  if (n < 8) return joined * 2 > n ? 3 : 2;
  return (uint8_t)(4 + train_ratio_step(joined, n));
}

static bool is_syllable(const recipe *r, uint32_t id) {
  size_t n;
  const char *s = train_spell(&r->vocab, id, &n);
  return truc__is_syllable(s, n);
}

/* Joined, or frequent; and of pairs met a few times only those of Vietnamese
** syllables: the others are foreign names, which capitals tell as well. */
#define FEW 5
static bool pair_known(const recipe *r, uint32_t pair) {
  const train_pair *s = &r->counts.stat.v[pair];
  uint64_t key = r->counts.pair.key.v[pair];
  if (s->n >= APART_LEAST) return true;
  if (s->n >= FEW || !s->joined) return s->joined;
  return key >> 32 && (uint32_t)key && is_syllable(r, (uint32_t)(key >> 32)) &&
         is_syllable(r, (uint32_t)key);
}

static void fill_pairs(recipe *r) {
  train_pairs *p = &r->pairs;
  p->n = r->counts.stat.n;
  p->bucket = train_alloc(p->n);
  p->listed = train_alloc(p->n);
  for (int h = 0; h < 3; h++) {
    p->self[h] = train_alloc(p->n);
    p->cls[h] = train_alloc(p->n);
  }
  for (uint32_t i = 0; i < p->n; i++) {
    const train_pair *s = &r->counts.stat.v[i];
    bool known = i > 0 && pair_known(r, i);
    p->bucket[i] = !known ? 0
                          : (uint8_t)(train_count_step(s->n) * 12 +
                                      train_ratio_step(s->joined, s->n));
    uint8_t cls = known ? pair_class(s->joined, s->n) : CLASS_UNKNOWN;
    for (int h = 0; h < 3; h++) p->cls[h][i] = cls;
  }
}

/* A listed word competes with its neighbours like one that is nearly always
** joined, whatever the counts say. */
#define CLASS_LISTED 13
static void class_listed(train_pairs *p) {
  for (uint32_t i = 0; i < p->n; i++)
    for (int h = 0; h < 3; h++)
      if (p->listed[i] && p->cls[h][i] < CLASS_LISTED)
        p->cls[h][i] = CLASS_LISTED;
}

/* Kinds of syllables: how often they stand alone, and on which side of a word
** they are met. 0: rare; 1 to 12: level of 4, side of 3; 15: mostly alone. */
#define KIND_LEAST 30
static uint8_t syllable_kind(uint32_t n, uint32_t alone, uint32_t first,
                             uint32_t last) {
  static const double at[] = {0.02, 0.1, 0.3, 0.6};
  double a = n ? (double)alone / n : 0;
  double f = first + last ? (double)first / (first + last) : 0;
  unsigned level = 0, side = f < 0.2 ? 0 : f < 0.8 ? 1 : 2;
  while (level < 4 && a >= at[level]) level++;
  if (n < KIND_LEAST) return 0;
  return (uint8_t)(level == 4 ? 15 : 1 + level * 3 + side);
}

static void fill_kinds(recipe *r) {
  uint32_t nsyl = r->vocab.count + 1;
  r->vocab.closed = true;
  uint32_t(*n)[4] = train_alloc(nsyl * sizeof *n);
  const train_corpus *t = &r->tool;
  for (uint32_t i = 0; i + 1 < t->type.n; i++) {
    bool left = t->gap.v[i] == GAP_JOINED;
    bool right = t->gap.v[i + 1] == GAP_JOINED;
    uint32_t *of = n[t->syl.v[i]];
    of[0]++;
    of[1] += !left && !right;
    of[2] += !left && right;
    of[3] += left && !right;
  }
  r->kind = train_alloc(nsyl);
  for (uint32_t s = 1; s < nsyl && (r->parts & PART_KINDS); s++)
    r->kind[s] = syllable_kind(n[s][0], n[s][1], n[s][2], n[s][3]);
  truc__free(n);
}

/* Words listed by hand; `listed` as in lexicon.c. */
static void list_words(recipe *r, uint8_t *listed) {
  for (uint32_t i = 0; i < r->lexicon.n && (r->parts & PART_LEXICON); i++)
    train_read_lexicon(&r->counts, &r->vocab, r->lexicon.path[i], listed);
}

static void count_all(recipe *r) {
  train_counts *c = &r->counts;
  train_count_pairs(c, &r->tool);
  if (r->parts & PART_LONG) train_count_long(c, &r->tool);
  add_pairs(c, &r->ours);
  add_pairs(c, &r->text);
  list_words(r, NULL);
  fill_pairs(r);
  list_words(r, r->pairs.listed);
  class_listed(&r->pairs);
  train_choose_long(c, LONG_LEAST);
  fill_kinds(r);
  r->learner = (train_learner){&r->pairs, r->vocab.count, r->kind};
}

/* --------------------------------------------------------------- training */

/* The model's own decisions over raw text, averaged by pair. */
static void note_decisions(recipe *r, const train_weights *w, int edition) {
  train_pairs *p = &r->pairs;
  train_view v = train_view_new(&r->text, &r->counts, 0);
  uint8_t *joined = train_alloc(r->text.type.n + 1);
  uint32_t(*n)[2] = train_alloc(p->n * sizeof *n);
  train_decode(&r->learner, w, &v, joined, NULL);
  for (uint32_t i = 0; i < r->text.type.n; i++) {
    n[v.pair[i]][0]++;
    n[v.pair[i]][1] += joined[i];
  }
  for (uint32_t i = 1; i < p->n; i++) {
    unsigned step = train_count_step(n[i][0]) / 2; /* 0..4 */
    p->self[edition][i] = step ? (uint8_t)(1 + (step - 1) * 12 +
                                           train_ratio_step(n[i][1], n[i][0]))
                               : 0;
  }
  truc__free(n);
  truc__free(joined);
  train_view_free(&v);
}

#define CASE_EVERY 6  /* of so many sentences, one copy each */
#define HALF_BLOCK 20 /* sentences that stay together */

/* Gold text in the editions that the last training needs: one, or two halves
** that see what the model of the other half decided. */
static uint32_t training_views(recipe *r, train_corpus *part, train_view *v,
                               const train_options *o) {
  if (!(r->parts & PART_SELF)) {
    v[0] = train_view_new(&r->ours, &r->counts, 0);
    return 1;
  }
  for (uint32_t h = 0; h < 2; h++) {
    for (uint32_t k = h * HALF_BLOCK; k < r->ours.nsent; k += 2 * HALF_BLOCK)
      train_corpus_slice(
          &part[h], &r->ours, k,
          k + HALF_BLOCK < r->ours.nsent ? k + HALF_BLOCK : r->ours.nsent);
    v[h] = train_view_new(&part[h], &r->counts, 0);
  }
  train_options once = *o;
  train_weights w[3];
  train_view all = train_view_new(&r->ours, &r->counts, 0);
  once.seeds = 1;
  for (int h = 0; h < 2; h++)
    train_perceptron(&r->learner, &v[h], 1, &once, &w[h + 1]);
  train_perceptron(&r->learner, &all, 1, &once, &w[0]);
  uint8_t *self[3];
  for (int h = 0; h < 3; h++) { /* all decisions before any is used */
    note_decisions(r, &w[h], h);
    self[h] = r->pairs.self[h];
    r->pairs.self[h] = train_alloc(r->pairs.n);
    truc__free(w[h].w);
  }
  for (int h = 0; h < 3; h++) {
    truc__free(r->pairs.self[h]);
    r->pairs.self[h] = self[h];
  }
  train_view_free(&all);
  v[0].self = 2;
  v[1].self = 1;
  return 2;
}

static void learn(recipe *r) {
  train_options o = {.epochs = r->epochs, .seeds = r->seeds, .cost = 1};
  train_weights first = {0};
  if (r->head.nsent) {
    train_options once = o;
    once.seeds = 1;
    once.epochs = 3;
    train_view v = train_view_new(&r->head, &r->counts, 0);
    train_perceptron(&r->learner, &v, 1, &once, &first);
    train_view_free(&v);
    o.init = first.w;
  }
  train_corpus part[2];
  train_view v[6];
  memset(part, 0, sizeof part);
  uint32_t n = training_views(r, part, v, &o), m = n;
  train_corpus copy[4];
  memset(copy, 0, sizeof copy);
  for (uint32_t i = 0; i < n && (r->parts & PART_CASE); i++)
    for (int how = CASE_LOWER; how <= CASE_TITLE; how++, m++) {
      train_recast(&copy[m - n], v[i].c, (train_case)how, CASE_EVERY);
      v[m] = train_view_new(&copy[m - n], &r->counts, v[i].self);
    }
  train_perceptron(&r->learner, v, m, &o, &r->weights);
  for (uint32_t i = 0; i < m; i++) train_view_free(&v[i]);
  for (int i = 0; i < 4; i++) train_corpus_free(&copy[i]);
  for (int i = 0; i < 2; i++) train_corpus_free(&part[i]);
  truc__free(first.w);
}

/* Profile vlsp: the same pairs, but as the tool's text has them, with what its
** convention says of some words.  The weights of syllables stay, so that the
** file needs no second table of them. */
static void learn_vlsp(recipe *r) {
  train_options o = {.epochs = 3, .seeds = 1, .cost = 1};
  o.init = r->weights.w;
  o.fixed = 1u << W_LEFT | 1u << W_RIGHT | 1u << W_LEFT_KIND |
            1u << W_RIGHT_KIND | 1u << W_KINDS;
  for (uint32_t i = 0; i < r->vlsp.n; i++)
    train_relabel(&r->head, &r->vocab, r->vlsp.path[i]);
  train_view v = train_view_new(&r->head, &r->counts, 0);
  train_perceptron(&r->learner, &v, 1, &o, &r->other);
  train_view_free(&v);
}

/* -------------------------------------------------------------- measuring */

static double measure_one(recipe *r, const train_weights *w,
                          const train_corpus *c,
                          uint8_t margin[2][WORD_MARGINS]) {
  return train_measure(&r->learner, w, &r->counts, c, margin);
}

/* Scores of the held-out files, as they are and in other letters, and from the
** first of them the margins. */
static void measure(recipe *r, uint8_t margin[2][WORD_MARGINS]) {
  memset(margin, 0, 2 * WORD_MARGINS);
  for (uint32_t i = 0; i < r->dev.n; i++) {
    train_corpus c = {0}, copy[2];
    memset(copy, 0, sizeof copy);
    train_read_seg(&c, &r->vocab, r->dev.path[i], UINT64_MAX);
    train_recast(&copy[0], &c, CASE_LOWER, 1);
    train_recast(&copy[1], &c, CASE_TITLE, 1);
    printf("%.2f\tsmall %.2f\ttitled %.2f\t%s\n",
           measure_one(r, &r->weights, &c, i == 0 ? margin : NULL),
           measure_one(r, &r->weights, &copy[0], NULL),
           measure_one(r, &r->weights, &copy[1], NULL), r->dev.path[i]);
    for (int k = 0; k < 2; k++) train_corpus_free(&copy[k]);
    train_corpus_free(&c);
  }
}

static void measure_vlsp(recipe *r, uint8_t margin[2][WORD_MARGINS]) {
  memset(margin, 0, 2 * WORD_MARGINS);
  for (uint32_t i = 0; i < r->vlsp_dev.n; i++) {
    train_corpus c = {0};
    train_read_seg(&c, &r->vocab, r->vlsp_dev.path[i], UINT64_MAX);
    printf("ud %.2f\t", measure_one(r, &r->weights, &c, NULL));
    for (uint32_t k = 0; k < r->vlsp.n; k++)
      train_relabel(&c, &r->vocab, r->vlsp.path[k]);
    printf("vlsp %.2f\t%s\n",
           measure_one(r, &r->other, &c, i == 0 ? margin : NULL),
           r->vlsp_dev.path[i]);
    train_corpus_free(&c);
  }
}

/* ---------------------------------------------------------------- writing */

static void describe(const recipe *r, truc__buf *b) {
  truc__buf_fmt(b, "trainer: truc train words %s\n", TRUC_VERSION);
  truc__buf_fmt(b, "seeds: 1..%u\nepochs: %u\nparts:", r->seeds, r->epochs);
  for (size_t i = 0; i < NPARTS; i++)
    if (r->parts & part_names[i].part)
      truc__buf_fmt(b, " %s", part_names[i].name);
  truc__buf_chr(b, '\n');
  for (uint32_t i = 0; i < r->about.n; i++)
    truc__buf_fmt(b, "%s\n", r->about.path[i]);
  if (b->rc) train_die("out of memory");
}

static void write_model(recipe *r, uint8_t margin[NPROFILES][2][WORD_MARGINS]) {
  truc__buf about = {0};
  describe(r, &about);
  train_pack p = {.vocab = &r->vocab,
                  .counts = &r->counts,
                  .learner = &r->learner,
                  .weights = &r->weights,
                  .other = r->other.w ? &r->other : NULL,
                  .margin = margin,
                  .step = TRAIN_MARGIN_STEP,
                  .scale = 256,
                  .about = about.p};
  train_write(&p, r->out);
  truc__buf_release(&about);
}

/* ---------------------------------------------------------------- options */

static const char usage[] =
    "usage: truc train words --gold=FILE... --out=FILE [options]\n"
    "  --gold=FILE     segmented by people, one sentence a line (.seg)\n"
    "  --silver=FILE   segmented by a tool; counted, and first steps\n"
    "  --lexicon=FILE  words by commas, '#' comments\n"
    "  --raw=FILE      JSON Lines with a field \"text\"\n"
    "  --dev=FILE      .seg to measure on; the first sets the margins\n"
    "  --vlsp=FILE     words of profile vlsp, as they differ from silver\n"
    "  --vlsp-dev=FILE held-out silver to measure it on\n"
    "  --seeds=N       5\n"
    "  --epochs=N      10\n"
    "  --pretrain=N    tokens of silver for the first steps, 2000000\n"
    "  --without=PART  silver, long, lexicon, case, pretrain, self, kinds\n"
    "  --about=LINE    \"key: value\" for the model's provenance\n"
    "  --out=FILE      the model\n"
    "Options that take a file can be given several times.\n";

static void add_file(files *f, const char *path) {
  if (f->n == MAXFILES) train_die("more than %d files of a kind", MAXFILES);
  f->path[f->n++] = path;
}

static unsigned part_of(const char *name) {
  for (size_t i = 0; i < NPARTS; i++)
    if (strcmp(part_names[i].name, name) == 0) return part_names[i].part;
  train_die("no part is called '%s'", name);
}

static uint32_t number(const char *s) {
  char *end;
  unsigned long v = strtoul(s, &end, 10);
  if (*end || end == s || v > UINT32_MAX) train_die("'%s' is no number", s);
  return (uint32_t)v;
}

static bool take_option(recipe *r, int c, const char *arg) {
  switch (c) {
    case 'g': add_file(&r->gold, arg); return true;
    case 's': add_file(&r->silver, arg); return true;
    case 'l': add_file(&r->lexicon, arg); return true;
    case 'r': add_file(&r->raw, arg); return true;
    case 'd': add_file(&r->dev, arg); return true;
    case 'v': add_file(&r->vlsp, arg); return true;
    case 'm': add_file(&r->vlsp_dev, arg); return true;
    case 'a': add_file(&r->about, arg); return true;
    case 'n': r->seeds = number(arg); return true;
    case 'e': r->epochs = number(arg); return true;
    case 'p': r->pretrain = number(arg); return true;
    case 'w': r->parts &= ~part_of(arg); return true;
    case 'o': r->out = arg; return true;
    default: return false;
  }
}

static bool take_options(recipe *r, int argc, char **argv) {
  static const struct option longs[] = {
      {"gold", 1, NULL, 'g'},     {"silver", 1, NULL, 's'},
      {"lexicon", 1, NULL, 'l'},  {"raw", 1, NULL, 'r'},
      {"dev", 1, NULL, 'd'},      {"about", 1, NULL, 'a'},
      {"seeds", 1, NULL, 'n'},    {"epochs", 1, NULL, 'e'},
      {"pretrain", 1, NULL, 'p'}, {"without", 1, NULL, 'w'},
      {"out", 1, NULL, 'o'},      {"vlsp", 1, NULL, 'v'},
      {"vlsp-dev", 1, NULL, 'm'}, {NULL, 0, NULL, 0}};
  int c;
  optind = 1;
  while ((c = getopt_long(argc, argv, "", longs, NULL)) != -1)
    if (!take_option(r, c, optarg)) return false;
  return optind == argc && r->gold.n && r->out && r->seeds && r->epochs;
}

int train_words(int argc, char **argv) {
  recipe *r = train_alloc(sizeof *r);
  r->seeds = 5;
  r->epochs = 10;
  r->pretrain = 2000000;
  r->parts = ~0u;
  if (!take_options(r, argc, argv)) {
    fputs(usage, stderr);
    return 2;
  }
  if (!r->raw.n) r->parts &= ~(unsigned)PART_SELF;
  if (!r->silver.n) r->parts &= ~(unsigned)PART_SILVER;
  if (!(r->parts & PART_SILVER)) r->parts &= ~(unsigned)PART_PRETRAIN;
  uint8_t margin[NPROFILES][2][WORD_MARGINS];
  read_files(r);
  split_silver(r);
  count_all(r);
  learn(r);
  measure(r, margin[PROFILE_UD]);
  if (r->vlsp.n && r->head.nsent) {
    learn_vlsp(r);
    measure_vlsp(r, margin[PROFILE_VLSP]);
  }
  write_model(r, margin);
  return 0;
}

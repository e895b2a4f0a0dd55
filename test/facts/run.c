/* SPDX-License-Identifier: Apache-2.0 */
/* run.c - reads the items, reads their texts, prints what was found. */
#include <stdio.h>
#include <stdlib.h>

#include "suite.h"

typedef struct tally {
  uint32_t wanted; /* records that had to be found */
  uint32_t missed; /* of them */
  uint32_t found;  /* pairs, also with optional records */
  uint32_t extra;  /* records given that nothing asked for */
  uint32_t strict, other, other_right, date, modality, speaker; /* of pairs */
} tally;

typedef struct run {
  truc_doc *doc;
  truc__arena arena;
  tally kind[TRUC_NKINDS];
  uint32_t items, forbidden; /* records of a kind the item forbids */
  uint32_t clean;            /* items with nothing missed, extra, wrong */
  bool quiet, show_all;
  bool rows;        /* print every record given, with its verdict */
  const char *only; /* this item alone */
} run;

/* ---------------------------------------------------------------- listing */

static void print_item(const truc_item *x, const char *text) {
  printf(" %s=%s", x->slot, x->ref ? x->ref : x->code ? x->code : "");
  if (x->has_number) printf("%lldE%d", (long long)x->mantissa, x->exponent);
  if (x->at.len) printf("\"%.*s\"", (int)x->at.len, text + x->at.off);
}

static void print_fact(const run *r, uint32_t k, const char *text) {
  uint32_t n;
  const truc_fact *f = truc_doc_facts(r->doc, &n) + k;
  const truc_item *item = truc_doc_items(r->doc, &n) + f->item;
  const uint32_t *who = truc_doc_speakers(r->doc, &n) + f->speaker;
  const truc_entity *ent = truc_doc_entities(r->doc, &n);
  printf("%s", truc_kind_name(f->kind));
  for (uint32_t i = 0; i < f->nitem; i++) print_item(&item[i], text);
  printf(" @%s !%s", f->has_date ? f->date : "-",
         truc_modality_name(f->modality));
  for (uint32_t i = 0; i < f->nspeaker; i++)
    printf(" <%s", who[i] == TRUC_NONE ? "?" : ent[who[i]].ref);
  printf("  [%s]\n", f->pattern ? f->pattern : "");
}

/* Expected values, short. */
static void print_want_item(const node *x) {
  const node *any = tree_get(x, "any");
  if (x->type == JSON_STRING)
    printf("%s ", x->str);
  else if (x->type == JSON_NUMBER)
    printf("%.10g ", x->num);
  else if (any)
    print_want_item(any->child);
  else
    for (const node *y = x->child; y; y = y->next)
      if (y->type == JSON_STRING) printf("%s ", y->str);
}

static void print_want(const node *want) {
  printf("%s", tree_str(want, "kind"));
  for (const node *x = tree_get(want, "args")->child; x; x = x->next) {
    printf(" %s=", x->key);
    for (const node *y = x->child; y; y = y->next) print_want_item(y);
  }
  const char *date = tree_str(want, "date");
  printf("@%s !%s", date ? date : "-", tree_str(want, "modality"));
  for (const node *y = tree_get(want, "speaker")->child; y; y = y->next)
    printf(" <%s", y->str);
  printf("%s\n", tree_true(want, "optional") ? " (optional)" : "");
}

/* ---------------------------------------------------------------- pairing */

enum { MOST = 128 }; /* records of one item, wanted or given */

typedef struct pairing {
  const node *want[MOST];
  uint32_t nwant, ngot;
  uint32_t of_want[MOST]; /* the fact paired with it, or TRUC_NONE */
  bool used[MOST];        /* facts that are paired */
  verdict verdict[MOST];  /* of the pair, by expected record */
} pairing;

/* Same kind before accepted kind, required before optional, then slots. */
static int worth(const node *want, const verdict *v) {
  if (!v->possible) return -1;
  return v->same_kind * 1000 + !tree_true(want, "optional") * 500 +
         v->core_right * 20 + v->other_right * 2 + v->date * 6 +
         v->modality * 5 + v->speaker * 4;
}

static bool best_pair(const run *r, const char *text, pairing *p) {
  int best = -1;
  uint32_t bw = 0, bg = 0;
  verdict bv;
  memset(&bv, 0, sizeof bv);
  for (uint32_t w = 0; w < p->nwant; w++) {
    if (p->of_want[w] != TRUC_NONE) continue;
    for (uint32_t g = 0; g < p->ngot; g++) {
      if (p->used[g]) continue;
      verdict v = compare(r->doc, text, p->want[w], g);
      int x = worth(p->want[w], &v);
      if (x > best) best = x, bw = w, bg = g, bv = v;
    }
  }
  if (best < 0) return false;
  p->of_want[bw] = bg;
  p->used[bg] = true;
  p->verdict[bw] = bv;
  return true;
}

/* Records for the parts of one that may be split are no error. */
static void take_parts(const run *r, const char *text, pairing *p) {
  for (uint32_t w = 0; w < p->nwant; w++) {
    if (!tree_true(tree_get(p->want[w], "accept"), "split")) continue;
    for (uint32_t g = 0; g < p->ngot; g++) {
      verdict v;
      if (p->used[g]) continue;
      v = compare(r->doc, text, p->want[w], g);
      p->used[g] = v.possible && v.same_kind;
    }
  }
}

static void make_pairs(const run *r, const node *item, const char *text,
                       pairing *p) {
  memset(p, 0, sizeof *p);
  const node *facts = tree_get(item, "facts");
  for (const node *x = facts->child; x && p->nwant < MOST; x = x->next) {
    p->of_want[p->nwant] = TRUC_NONE;
    p->want[p->nwant++] = x;
  }
  truc_doc_facts(r->doc, &p->ngot);
  if (p->ngot > MOST) p->ngot = MOST;
  while (best_pair(r, text, p)) continue;
  take_parts(r, text, p);
}

/* ---------------------------------------------------------------- figures */

static truc_kind kind_of(const char *name) {
  int k = 0;
  while (k < TRUC_NKINDS - 1 && strcmp(truc_kind_name((truc_kind)k), name)) k++;
  return (truc_kind)k;
}

static void count_pair(tally *t, const verdict *v) {
  t->found++;
  t->strict += v->strict;
  t->other += (uint32_t)v->other;
  t->other_right += (uint32_t)v->other_right;
  t->date += v->date;
  t->modality += v->modality;
  t->speaker += v->speaker;
}

static bool forbidden(const node *item, const char *kind) {
  const node *list = tree_get(item, "not");
  for (const node *x = list ? list->child : NULL; x; x = x->next)
    if (!strcmp(x->str, kind)) return true;
  return false;
}

/* Prints and counts one item; true if all of it is right. */
static bool count_item(run *r, const node *item, const char *text,
                       const pairing *p, bool print) {
  bool clean = true;
  uint32_t n;
  const truc_fact *facts = truc_doc_facts(r->doc, &n);
  for (uint32_t w = 0; w < p->nwant; w++) {
    bool optional = tree_true(p->want[w], "optional");
    tally *t = &r->kind[kind_of(tree_str(p->want[w], "kind"))];
    if (!print) t->wanted += !optional;
    const verdict *v = &p->verdict[w];
    if (p->of_want[w] != TRUC_NONE) {
      if (!print) count_pair(t, v);
      if (!*v->wrong) continue;
      clean = false;
      if (!print) continue;
      printf("  wrong %s: ", v->wrong), print_want(p->want[w]);
      printf("    got   "), print_fact(r, p->of_want[w], text);
    } else if (!optional) {
      clean = false;
      if (!print)
        t->missed++;
      else
        printf("  missed "), print_want(p->want[w]);
    }
  }
  for (uint32_t g = 0; g < p->ngot; g++) {
    if (p->used[g]) continue;
    clean = false;
    if (!print) {
      r->kind[facts[g].kind].extra++;
      r->forbidden += forbidden(item, truc_kind_name(facts[g].kind));
    } else {
      printf("  extra "), print_fact(r, g, text);
    }
  }
  return clean;
}

/* What tools/confidence.py learns from: kind, pattern, doubts, confidence,
** record right, all core slots right. */
static void print_rows(const run *r, const pairing *p) {
  uint32_t n;
  const truc_fact *f = truc_doc_facts(r->doc, &n);
  for (uint32_t g = 0; g < p->ngot; g++) {
    const char *doubt[TRUC_MAX_DOUBTS];
    uint32_t ndoubt = truc_doc_doubts(r->doc, g, doubt);
    bool core = p->used[g];
    for (uint32_t w = 0; w < p->nwant; w++)
      if (p->of_want[w] == g) core = p->verdict[w].strict;
    printf("row\t%s\t%s\t", truc_kind_name(f[g].kind), f[g].pattern);
    for (uint32_t k = 0; k < ndoubt; k++) printf(k ? ",%s" : "%s", doubt[k]);
    printf("%s\t%u\t%d\t%d\n", ndoubt ? "" : "-", f[g].confidence, p->used[g],
           core);
  }
}

static bool read_text(run *r, const node *item, const char *text) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  memset(&err, 0, sizeof err);
  opt.date = tree_str(item, "date");
  opt.form = TRUC_FORM_RAW;
  if (!truc_doc_read(r->doc, text, strlen(text), &opt, &err) &&
      !truc_doc_run(r->doc, TRUC_FACTS, &err))
    return true;
  fprintf(stderr, "%s: %s\n", tree_str(item, "id"), err.msg);
  return false;
}

static bool do_item(run *r, const node *item) {
  const char *id = tree_str(item, "id"), *text = tree_str(item, "text");
  if (!id || !text || !tree_get(item, "facts")) return false;
  if (r->only && strcmp(r->only, id)) return true;
  if (!read_text(r, item, text)) return false;
  pairing p;
  make_pairs(r, item, text, &p);
  r->items++;
  if (r->rows) print_rows(r, &p);
  bool clean = count_item(r, item, text, &p, false);
  r->clean += clean;
  if (r->quiet || (clean && !r->show_all)) return true;
  printf("%s %s\n  %s\n", id,
         tree_str(item, "date") ? tree_str(item, "date") : "(no date)", text);
  count_item(r, item, text, &p, true);
  return true;
}

/* ------------------------------------------------------------------ table */

static double share(uint32_t k, uint32_t n) {
  return n ? 100.0 * k / n : 100.0;
}

static void add(tally *a, const tally *b) {
  a->wanted += b->wanted;
  a->missed += b->missed;
  a->found += b->found;
  a->extra += b->extra;
  a->strict += b->strict;
  a->other += b->other;
  a->other_right += b->other_right;
  a->date += b->date;
  a->modality += b->modality;
  a->speaker += b->speaker;
}

static double precision(const tally *t) {
  return share(t->found, t->found + t->extra);
}

static double recall(const tally *t) {
  return share(t->wanted - t->missed, t->wanted);
}

static void row(const char *name, const tally *t) {
  printf("%-12s %6u %6.1f %6.1f %7.1f %7.1f %6.1f %6.1f %7.1f\n", name,
         t->wanted, precision(t), recall(t), share(t->strict, t->found),
         share(t->other_right, t->other), share(t->date, t->found),
         share(t->modality, t->found), share(t->speaker, t->found));
}

static tally table(const run *r) {
  tally sum[2];
  memset(sum, 0, sizeof sum);
  puts(
      "kind         wanted   prec recall  strict  others   date  modal"
      " speaker");
  for (int k = 0; k < TRUC_NKINDS; k++) {
    row(truc_kind_name((truc_kind)k), &r->kind[k]);
    add(&sum[k == TRUC_KIND_STATUS || k == TRUC_KIND_IMPACT], &r->kind[k]);
  }
  row("tier 1", &sum[0]);
  row("tier 2", &sum[1]);
  printf("%u items, %u without a fault, %u records of a forbidden kind\n",
         r->items, r->clean, r->forbidden);
  return sum[0];
}

/* ---------------------------------------------------------------- program */

static bool do_line(run *r, const char *file, unsigned line, const char *s,
                    size_t n) {
  const char *why;
  truc__arena_reset(&r->arena);
  const node *item = tree_read(&r->arena, s, n, &why);
  if (item && do_item(r, item)) return true;
  fprintf(stderr, "%s:%u: %s\n", file, line, why ? why : "not an item");
  return false;
}

static bool do_file(run *r, const char *file) {
  FILE *f = fopen(file, "rb");
  if (!f) return perror(file), false;
  char *line = NULL;
  size_t cap = 0;
  unsigned number = 0;
  bool ok = true;
  for (ssize_t n; (n = getline(&line, &cap, f)) > 0;) {
    number++;
    if (line[n - 1] == '\n') n--;
    if (n) ok &= do_line(r, file, number, line, (size_t)n);
  }
  free(line);
  fclose(f);
  return ok;
}

typedef struct floors {
  double precision, recall, strict;
} floors;

static bool above(const tally *t, const floors *f) {
  bool ok = precision(t) >= f->precision && recall(t) >= f->recall &&
            share(t->strict, t->found) >= f->strict;
  if (!ok)
    fprintf(stderr, "tier 1 below its floor: %.1f %.1f %.1f\n", f->precision,
            f->recall, f->strict);
  return ok;
}

/* Reads the files, prints the table; 0, 1 below a floor, 3 a damaged item. */
static int run_files(run *r, char **files, const floors *least) {
  bool ok = true;
  for (; *files; files++) ok &= do_file(r, *files);
  tally t = table(r);
  if (!ok) return 3;
  return above(&t, least) ? 0 : 1;
}

/* Every file of the list with its floors: "held.jsonl 61.5 50 40". */
static int run_list(run *r, const char *folder) {
  char path[256], name[64];
  floors least;
  snprintf(path, sizeof path, "%s/floors.txt", folder);
  FILE *f = fopen(path, "r");
  if (!f) return perror(path), 4;
  int worst = 0;
  while (fscanf(f, "%63s %lf %lf %lf", name, &least.precision, &least.recall,
                &least.strict) == 4) {
    run each = {.doc = r->doc, .quiet = true};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    puts(name);
    int rc = run_files(&each, (char *[]){path, NULL}, &least);
    truc__arena_release(&each.arena);
    if (rc > worst) worst = rc;
  }
  fclose(f);
  return worst;
}

static int usage(void) {
  fputs(
      "usage: facts-suite [-m MODEL] [-q] [-a] [-c] [-i ID] [-p MIN] [-r MIN]"
      " [-s MIN] [FILE...]\n"
      "  -q  figures only    -a  also items without a fault\n"
      "  -c  a row for every record, for tools/confidence.py\n"
      "  -i  one item        -p -r -s  least precision, recall, strict share"
      " of tier 1, percent\n"
      "Without a FILE: those of test/facts/floors.txt, with their floors.\n",
      stderr);
  return 2;
}

static int run_all(run *r, const char *model_path, char **files,
                   const floors *least) {
  truc_model *model = NULL;
  truc_err err;
  memset(&err, 0, sizeof err);
  if (model_path && truc_model_open(model_path, &err, &model))
    return fprintf(stderr, "%s: %s\n", model_path, err.msg), 5;
  r->doc = truc_doc_new(model);
  int rc = !r->doc  ? 3
           : *files ? run_files(r, files, least)
                    : run_list(r, "test/facts");
  truc_doc_free(r->doc);
  truc_model_close(model);
  truc__arena_release(&r->arena);
  return rc;
}

/* One option with its value. */
static void set(run *r, floors *least, const char **model, char c,
                const char *value) {
  switch (c) {
    case 'm': *model = value; break;
    case 'i': r->only = value, r->show_all = true; break;
    case 'p': least->precision = atof(value); break;
    case 'r': least->recall = atof(value); break;
    default: least->strict = atof(value); break;
  }
}

int main(int argc, char **argv) {
  run r;
  floors least = {0, 0, 0};
  const char *model = "models/truc.model";
  int i = 1;
  memset(&r, 0, sizeof r);
  for (; i < argc && argv[i][0] == '-'; i++) {
    char c = argv[i][1];
    if (c == 'q')
      r.quiet = true;
    else if (c == 'a')
      r.show_all = true;
    else if (c == 'c')
      r.rows = r.quiet = true;
    else if (!c || !strchr("mipsr", c) || i + 1 == argc)
      return usage();
    else
      set(&r, &least, &model, c, argv[i + 1]), i++;
  }
  return run_all(&r, model, argv + i, &least);
}

/* SPDX-License-Identifier: Apache-2.0
**
** run - sentences of our own against the name layer, grouped by trap.
**
** In:  test/names/FILE.jsonl, items as README.md describes them.
** Out: per file how many items are wholly right, and how many of the wanted
**      names, offices and references were found; the items that are not right.
**
** Names and offices must be there in order, and no others; of the words that
** only point at somebody those that are asked for must be there in order. */
#include <stdio.h>
#include <stdlib.h>

#include "test/facts/suite.h"

typedef struct tally {
  uint32_t items, clean, wanted, found;
} tally;

typedef struct run {
  truc_doc *doc;
  truc__arena arena;
  tally sum;
  bool quiet;
} run;

static const char *ref_of(const truc_doc *d, uint32_t e) {
  uint32_t n;
  const truc_entity *v = truc_doc_entities(d, &n);
  return e < n ? v[e].ref : "-";
}

static void words(truc__buf *b, const char *text, truc_span at) {
  for (uint32_t i = 0; i < at.len; i++) {
    char c = text[at.off + i];
    truc__buf_chr(b, c == '_' || c == '\n' ? ' ' : c);
  }
}

/* A mention inside another one that is no pair. */
static bool inner(const truc_mention *v, uint32_t i) {
  uint32_t o = v[i].outer;
  while (o != TRUC_NONE && v[o].form == TRUC_SAID_PAIR) o = v[o].outer;
  return o != TRUC_NONE;
}

/* ------------------------------------------------- what the document has */

typedef VEC(char *) lines;

static bool push(run *r, lines *out, truc__buf *b) {
  char *s = truc__arena_str(&r->arena, b->p ? b->p : "", b->n);
  truc__buf_reset(b);
  return s && VEC_PUSH(*out, s);
}

/* "TYPE:words=ref" of every outermost name. */
static bool list_names(run *r, const char *text, lines *out) {
  uint32_t n;
  const truc_mention *v = truc_doc_mentions(r->doc, &n);
  truc__buf b = {0};
  bool ok = true;
  for (uint32_t i = 0; i < n && ok; i++) {
    if (v[i].form != TRUC_SAID_NAME || v[i].type >= TRUC_OFFICE || inner(v, i))
      continue;
    truc__buf_fmt(&b,
                  "%s:", truc_entity_type_name((truc_entity_type)v[i].type));
    words(&b, text, v[i].at);
    truc__buf_fmt(&b, "=%s", ref_of(r->doc, v[i].entity));
    ok = push(r, out, &b);
  }
  truc__buf_release(&b);
  return ok;
}

/* "title;holder;org;country;flags" of every office. */
static bool list_offices(run *r, lines *out) {
  uint32_t n;
  const truc_office *v = truc_doc_offices(r->doc, &n);
  truc__buf b = {0};
  bool ok = true;
  for (uint32_t i = 0; i < n && ok; i++) {
    truc__buf_fmt(&b, "%s;%s;%s;%s;%u", v[i].title, ref_of(r->doc, v[i].holder),
                  ref_of(r->doc, v[i].org), ref_of(r->doc, v[i].country),
                  (unsigned)v[i].flags);
    ok = push(r, out, &b);
  }
  truc__buf_release(&b);
  return ok;
}

/* "words=ref" or "words=ref+ref" of all that points at somebody. */
static bool list_refs(run *r, const char *text, lines *out) {
  uint32_t n;
  const truc_mention *v = truc_doc_mentions(r->doc, &n);
  truc__buf b = {0};
  bool ok = true;
  for (uint32_t i = 0; i < n && ok; i++) {
    words(&b, text, v[i].at);
    truc__buf_fmt(&b, "=%s", ref_of(r->doc, v[i].entity));
    if (v[i].other != TRUC_NONE)
      truc__buf_fmt(&b, "+%s", ref_of(r->doc, v[i].other));
    ok = push(r, out, &b);
  }
  truc__buf_release(&b);
  return ok;
}

/* -------------------------------------------------------------- comparing */

/* Does `got` say what `want` says? The part from '=' on may be left out. */
static bool agrees(const char *want, const char *got) {
  if (!strcmp(want, got)) return true;
  size_t n = strlen(want);
  return !strchr(want, '=') && !strncmp(want, got, n) && got[n] == '=';
}

static void complain(const run *r, const char *id, const char *what,
                     const node *want, const lines *got) {
  if (r->quiet) return;
  printf("# %s %s\n#   want", id, what);
  for (const node *x = want->child; x; x = x->next) printf(" | %s", x->str);
  printf("\n#   got ");
  for (uint32_t i = 0; i < got->n; i++) printf(" | %s", got->v[i]);
  printf("\n");
}

/* Counts the wanted ones found in order; `all`: no others may stand between. */
static bool compare_lists(run *r, const char *id, const char *what,
                          const node *want, const lines *got, bool all) {
  uint32_t g = 0, found = 0, wanted = 0;
  for (const node *x = want->child; x; x = x->next) {
    uint32_t k = g;
    while (k < got->n && !agrees(x->str, got->v[k])) k++;
    wanted++;
    if (k == got->n) continue;
    found++;
    g = k + 1;
  }
  r->sum.wanted += wanted;
  r->sum.found += found;
  bool right = found == wanted && (!all || got->n == wanted);
  if (!right) complain(r, id, what, want, got);
  return right;
}

/* -------------------------------------------------------------------- items */

static bool read_text(run *r, const char *text, truc_form form) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  opt.form = form;
  return !truc_doc_read(r->doc, text, strlen(text), &opt, &err) &&
         !truc_doc_run(r->doc, TRUC_NAMES, &err);
}

static bool check_names(run *r, const node *item, const char *id,
                        const char *text, const char *what) {
  const node *want = tree_get(item, "names");
  lines got = {NULL, 0, 0};
  bool right = !want || (list_names(r, text, &got) &&
                         compare_lists(r, id, what, want, &got, true));
  VEC_FREE(got);
  return right;
}

static bool check_rest(run *r, const node *item, const char *id,
                       const char *text) {
  const node *offices = tree_get(item, "offices");
  const node *refs = tree_get(item, "refs");
  lines got = {NULL, 0, 0};
  bool right = true;
  if (offices)
    right = list_offices(r, &got) &&
            compare_lists(r, id, "offices", offices, &got, true);
  got.n = 0;
  if (refs)
    right = list_refs(r, text, &got) &&
            compare_lists(r, id, "refs", refs, &got, false) && right;
  VEC_FREE(got);
  return right;
}

static bool do_item(run *r, const node *item) {
  const char *id = tree_str(item, "id"), *text = tree_str(item, "text");
  const char *seg = tree_str(item, "seg");
  if (!id || !text || !read_text(r, text, TRUC_FORM_RAW)) return false;
  bool right = check_names(r, item, id, text, "names");
  right = check_rest(r, item, id, text) && right;
  if (seg) {
    if (!read_text(r, seg, TRUC_FORM_SEG)) return false;
    right = check_names(r, item, id, seg, "names, segmented") && right;
  }
  r->sum.items++;
  r->sum.clean += right;
  return true;
}

static bool do_file(run *r, const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f) return perror(path), false;
  char *line = NULL;
  size_t cap = 0;
  unsigned number = 0;
  bool ok = true;
  for (ssize_t n; (n = getline(&line, &cap, f)) > 0;) {
    const char *why = "not an item";
    number++;
    if (line[n - 1] == '\n') n--;
    if (!n) continue;
    truc__arena_reset(&r->arena);
    const node *item = tree_read(&r->arena, line, (size_t)n, &why);
    if (item && do_item(r, item)) continue;
    fprintf(stderr, "%s:%u: %s\n", path, number, why ? why : "not an item");
    ok = false;
  }
  free(line);
  fclose(f);
  return ok;
}

/* Every file of floors.txt: its name, and how many percent of its items must
** be wholly right. */
static int run_list(run *r, const char *folder) {
  char path[256], name[64];
  double floor;
  int failed = 0, number = 0;
  snprintf(path, sizeof path, "%s/floors.txt", folder);
  FILE *f = fopen(path, "r");
  if (!f) return perror(path), 4;
  while (fscanf(f, "%63s %lf", name, &floor) == 2) {
    snprintf(path, sizeof path, "%s/%s", folder, name);
    memset(&r->sum, 0, sizeof r->sum);
    bool ok = do_file(r, path);
    const tally *t = &r->sum;
    ok = ok && t->items && 100.0 * t->clean >= floor * t->items;
    failed += !ok;
    printf("%sok %d - %s: %u of %u items right, %u of %u found\n",
           ok ? "" : "not ", ++number, name, t->clean, t->items, t->found,
           t->wanted);
  }
  fclose(f);
  return failed ? 1 : 0;
}

int main(int argc, char **argv) {
  run r;
  truc_model *model = NULL;
  truc_err err;
  memset(&r, 0, sizeof r);
  r.quiet = argc > 1 && !strcmp(argv[1], "-q");
  if (truc_model_open("models/truc.model", &err, &model))
    return fprintf(stderr, "models/truc.model: %s\n", err.msg), 5;
  r.doc = truc_doc_new(model);
  int rc = r.doc ? run_list(&r, "test/names") : 3;
  truc_doc_free(r.doc);
  truc_model_close(model);
  truc__arena_release(&r.arena);
  return rc;
}

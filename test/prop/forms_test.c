/* SPDX-License-Identifier: Apache-2.0
**
** forms_test.c - the raw and the word-segmented form of an article give the
** same records.
**
** Over every article of demo/articles.tsv that has both forms (the working
** folder is the root of the source tree).  Two records are the same if kind,
** items, date, modality and speakers are; spans are compared by their words,
** since offsets differ.  The segmented forms hold the faults of real
** segmenters, so this also tests that a wrong join costs nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/base.h"

enum { MAXRECORDS = 512 };

typedef struct records {
  char *line[MAXRECORDS];
  uint32_t n;
} records;

static char *read_file(const char *path, size_t *n) {
  FILE *f = fopen(path, "rb");
  if (!f) return NULL;
  truc__buf b = {0};
  char piece[4096];
  for (size_t k; (k = fread(piece, 1, sizeof piece, f)) > 0;)
    truc__buf_put(&b, piece, k);
  fclose(f);
  *n = b.n;
  return b.p;
}

/* The words of a span without the blanks and joins between them. */
static void put_words(truc__buf *b, const char *raw, truc_span at) {
  for (uint32_t i = 0; i < at.len; i++) {
    char c = raw[at.off + i];
    if (c != ' ' && c != '_' && c != '\n') truc__buf_chr(b, c);
  }
}

static void put_item(truc__buf *b, const char *raw, const truc_item *x) {
  truc__buf_fmt(b, " %s=", x->slot);
  if (x->ref) truc__buf_str(b, x->ref);
  if (x->code) truc__buf_str(b, x->code);
  if (x->has_number) truc__buf_decimal(b, x->mantissa, x->exponent);
  if (x->fact != TRUC_NONE) truc__buf_str(b, "(fact)");
  truc__buf_chr(b, '"');
  put_words(b, raw, x->at);
  truc__buf_chr(b, '"');
}

static char *record_line(const truc_doc *d, const char *raw,
                         const truc_fact *f) {
  uint32_t n;
  truc__buf b = {0};
  const truc_item *item = truc_doc_items(d, &n) + f->item;
  const uint32_t *who = truc_doc_speakers(d, &n) + f->speaker;
  const truc_entity *ent = truc_doc_entities(d, &n);
  truc__buf_fmt(&b, "%s", truc_kind_name((truc_kind)f->kind));
  for (uint32_t i = 0; i < f->nitem; i++) put_item(&b, raw, &item[i]);
  truc__buf_fmt(&b, " @%s !%s", f->has_date ? f->date : "-",
                truc_modality_name((truc_modality)f->modality));
  for (uint32_t i = 0; i < f->nspeaker; i++)
    if (who[i] != TRUC_NONE) truc__buf_fmt(&b, " <%s", ent[who[i]].ref);
  return b.p;
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void read_records(const char *path, const char *date, truc_model *m,
                         records *out) {
  size_t n;
  char *raw = read_file(path, &n);
  assert_non_null(raw);
  truc_read_options opt = TRUC_READ_OPTIONS;
  if (*date) opt.date = date;
  truc_err e;
  truc_doc *d = truc_doc_new(m);
  assert_non_null(d);
  assert_int_equal(truc_doc_read(d, raw, n, &opt, &e), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_FACTS, &e), TRUC_OK);
  const truc_fact *f = truc_doc_facts(d, &out->n);
  assert_true(out->n <= MAXRECORDS);
  for (uint32_t i = 0; i < out->n; i++)
    out->line[i] = record_line(d, raw, &f[i]);
  qsort(out->line, out->n, sizeof out->line[0], by_text);
  truc_doc_free(d);
  truc__free(raw);
}

/* Prints what only one side has; returns how much that is. */
static unsigned differences(const char *id, records *a, records *b) {
  unsigned only = 0;
  for (uint32_t i = 0, k = 0; i < a->n || k < b->n;) {
    int c = i == a->n ? 1 : k == b->n ? -1 : strcmp(a->line[i], b->line[k]);
    if (c) only++;
    if (c < 0) print_error("%s: raw only: %s\n", id, a->line[i]);
    if (c > 0) print_error("%s: seg only: %s\n", id, b->line[k]);
    if (c <= 0) truc__free(a->line[i++]);
    if (c >= 0) truc__free(b->line[k++]);
  }
  return only;
}

static unsigned compare_forms(const char *id, const char *date, truc_model *m) {
  static records raw, seg;
  char path[256];
  snprintf(path, sizeof path, "demo/articles/%s.txt", id);
  read_records(path, date, m, &raw);
  snprintf(path, sizeof path, "demo/articles/%s.seg.txt", id);
  read_records(path, date, m, &seg);
  assert_true(raw.n > 0);
  return differences(id, &raw, &seg);
}

/* Cuts a line of the table at its tabs; false if it has too few. */
static bool cut(char *line, char *field[4]) {
  for (int i = 0; i < 4; i++) {
    field[i] = line;
    line = strchr(line, '\t');
    if (!line) return false;
    *line++ = '\0';
  }
  return true;
}

static void forms_agree(void **state) {
  (void)state;
  FILE *f = fopen("demo/articles.tsv", "r");
  assert_non_null(f);
  truc_model *m = NULL;
  truc_err e;
  if (truc_model_open("models/truc.model", &e, &m)) m = NULL;
  char line[1024], *field[4];
  unsigned pairs = 0, wrong = 0;
  while (fgets(line, sizeof line, f)) {
    if (*line == '#' || !cut(line, field) || !strstr(field[3], "seg")) continue;
    pairs++;
    wrong += compare_forms(field[0], field[1], m);
  }
  fclose(f);
  truc_model_close(m);
  assert_true(pairs >= 6);
  assert_int_equal(wrong, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(forms_agree)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

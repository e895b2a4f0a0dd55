/* SPDX-License-Identifier: Apache-2.0
**
** records.h - the records of a text as lines that can be compared.
**
** A line holds kind, items, date, modality and speakers; spans are given by
** their words without blanks and joins, since offsets differ from form to form.
** For test programs, which are one file each: everything here is static. */
#ifndef PROP_RECORDS_H
#define PROP_RECORDS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/base.h"

enum { MAXRECORDS = 2048 };

typedef struct records {
  char *line[MAXRECORDS];
  uint32_t n;
} records;

static inline char *read_file(const char *path, size_t *n) {
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
static inline void put_words(truc__buf *b, const char *raw, truc_span at) {
  for (uint32_t i = 0; i < at.len; i++) {
    char c = raw[at.off + i];
    if (c != ' ' && c != '_' && c != '\n') truc__buf_chr(b, c);
  }
}

static inline void put_item(truc__buf *b, const char *raw,
                            const truc_item *x) {
  truc__buf_fmt(b, " %s=", x->slot);
  if (x->ref) truc__buf_str(b, x->ref);
  if (x->code) truc__buf_str(b, x->code);
  if (x->has_number) truc__buf_decimal(b, x->mantissa, x->exponent);
  if (x->fact != TRUC_NONE) truc__buf_str(b, "(fact)");
  truc__buf_chr(b, '"');
  put_words(b, raw, x->at);
  truc__buf_chr(b, '"');
}

static inline char *record_line(const truc_doc *d, const char *raw,
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

static inline int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static inline truc_doc *read_doc(const truc_model *m, const char *text,
                                 size_t n, const char *date, truc_form form) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  if (date && *date) opt.date = date;
  opt.form = form;
  truc_err e;
  truc_doc *d = truc_doc_new(m);
  assert_non_null(d);
  assert_int_equal(truc_doc_read(d, text, n, &opt, &e), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_FACTS, &e), TRUC_OK);
  return d;
}

/* The records of a document that has run, sorted. */
static inline void list_records(const truc_doc *d, const char *raw,
                                records *out) {
  const truc_fact *f = truc_doc_facts(d, &out->n);
  assert_true(out->n <= MAXRECORDS);
  for (uint32_t i = 0; i < out->n; i++)
    out->line[i] = record_line(d, raw, &f[i]);
  qsort(out->line, out->n, sizeof out->line[0], by_text);
}

static inline void free_records(records *r) {
  for (uint32_t i = 0; i < r->n; i++) truc__free(r->line[i]);
  r->n = 0;
}

/* How many records only one side has; prints them if `name` is not NULL. */
static inline unsigned differences(const char *name, const records *a,
                                   const records *b) {
  unsigned only = 0;
  for (uint32_t i = 0, k = 0; i < a->n || k < b->n;) {
    int c = i == a->n ? 1 : k == b->n ? -1 : strcmp(a->line[i], b->line[k]);
    if (c) only++;
    if (c < 0 && name) print_error("%s: first only: %s\n", name, a->line[i]);
    if (c > 0 && name) print_error("%s: other only: %s\n", name, b->line[k]);
    if (c <= 0) i++;
    if (c >= 0) k++;
  }
  return only;
}

#endif

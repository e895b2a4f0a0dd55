/* SPDX-License-Identifier: Apache-2.0 */
/* model_test.c - the model file: what is written is read, what is damaged is
** refused, and tables that point outside are refused even if the checksums are
** right. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "model/model.h"

/* ------------------------------------------------------------- small model */

/* Three syllables (ba, mẹ, con), the pairs "ba mẹ" and "mẹ con", and the long
** word "ba mẹ con". */
typedef struct tables {
  uint16_t slot[8];
  uint32_t key[5];
  truc__wordrow row[4];
  truc__wordcell cell[12];
  truc__wordnode node[3];
  truc__wordedge edge[1];
  truc__wordtabs tabs;
} tables;
static const char pool[] = "bamẹcon";

static void put_slot(tables *t, uint16_t id, const char *s) {
  uint32_t at = (uint32_t)truc__hash(s, strlen(s)) & 7;
  while (t->slot[at]) at = (at + 1) & 7;
  t->slot[at] = id;
}

static tables *small(void) {
  tables *t = calloc(1, sizeof *t);
  assert_non_null(t);
  put_slot(t, 1, "ba");
  put_slot(t, 2, "mẹ");
  put_slot(t, 3, "con");
  const uint32_t key[5] = {0, 0, 2, 6, 9};
  memcpy(t->key, key, sizeof key);
  for (int i = 0; i < 12; i++) t->cell[i].owner = CELL_FREE;
  t->row[2].base = 4;
  t->cell[0 + 2] = (truc__wordcell){1, 500, 1, 9, 0}; /* ba mẹ */
  t->cell[4 + 3] = (truc__wordcell){2, -70, 0, 5, 0}; /* mẹ con */
  t->node[1] = (truc__wordnode){0, 1, 0};
  t->node[2] = (truc__wordnode){1, 0, 2};
  t->edge[0] = (truc__wordedge){3, 2};
  t->tabs.both[1] = -3;
  return t;
}

#define NSECTIONS 9
static void list(const tables *t, truc__section s[NSECTIONS]) {
  const truc__section all[NSECTIONS] = {
      {"about", "licence: none\n", 14},    {"w.slot", t->slot, sizeof t->slot},
      {"w.key", t->key, sizeof t->key},    {"w.pool", pool, sizeof pool - 1},
      {"w.row", t->row, sizeof t->row},    {"w.cell", t->cell, sizeof t->cell},
      {"w.node", t->node, sizeof t->node}, {"w.edge", t->edge, sizeof t->edge},
      {"w.tabs", &t->tabs, sizeof t->tabs}};
  memcpy(s, all, sizeof all);
}

/* A file in memory aligned as the library asks. */
typedef struct image {
  unsigned char *p;
  size_t n;
} image;

static image copy(const void *p, size_t n) {
  image m = {aligned_alloc(64, (n + 64) / 64 * 64), n};
  assert_non_null(m.p);
  memcpy(m.p, p, n);
  return m;
}

static image build(const truc__section *s, uint32_t n) {
  truc__buf b = {0};
  assert_int_equal(truc__model_build(&b, s, n, 1), TRUC_OK);
  image m = copy(b.p, b.n);
  truc__buf_release(&b);
  return m;
}

static image build_tables(const tables *t) {
  truc__section s[NSECTIONS];
  list(t, s);
  return build(s, NSECTIONS);
}

static truc_rc try_open(image m) {
  truc_model *model;
  truc_err e = {TRUC_OK, 0, 0, ""};
  truc_rc rc = truc_model_open_memory(m.p, m.n, &e, &model);
  if (rc) {
    assert_null(model);
    assert_int_equal(e.rc, rc);
    assert_true(e.msg[0] != '\0');
  }
  truc_model_close(model);
  return rc;
}

/* ------------------------------------------------------------------ tests */

static void sections_come_back(void **state) {
  (void)state;
  const truc__section s[] = {
      {"one", "abc", 3}, {"two", NULL, 0}, {"eight888", "x", 1}};
  image m = build(s, 3);
  truc_model *model;
  size_t n;
  assert_int_equal(truc_model_open_memory(m.p, m.n, NULL, &model), TRUC_OK);
  const char *p = truc__model_section(model, "one", &n);
  assert_int_equal(n, 3);
  assert_memory_equal(p, "abc", 3);
  assert_int_equal((uintptr_t)p % MODEL_ALIGN, 0);
  assert_non_null(truc__model_section(model, "eight888", &n));
  assert_int_equal(n, 1);
  assert_non_null(truc__model_section(model, "two", &n));
  assert_int_equal(n, 0);
  assert_null(truc__model_section(model, "three", &n));
  assert_null(truc__model_words(model));
  assert_int_equal(strlen(truc_model_id(model)), 16);
  assert_string_equal(truc_model_provenance(model, &n), "");
  assert_int_equal(n, 0);
  truc_model_close(model);
  free(m.p);
}

static void names_are_checked(void **state) {
  (void)state;
  truc__buf b = {0};
  const truc__section longer[] = {{"ninechars", "x", 1}};
  const truc__section none[] = {{"", "x", 1}};
  const truc__section twice[] = {{"a", "x", 1}, {"a", "y", 1}};
  assert_int_equal(truc__model_build(&b, longer, 1, 1), TRUC_EARG);
  assert_int_equal(truc__model_build(&b, none, 1, 1), TRUC_EARG);
  assert_int_equal(truc__model_build(&b, twice, 2, 1), TRUC_EARG);
  truc__buf_release(&b);
}

static void id_names_the_content(void **state) {
  (void)state;
  const truc__section a[] = {{"x", "1", 1}}, b[] = {{"x", "2", 1}};
  image m[3] = {build(a, 1), build(a, 1), build(b, 1)};
  char id[3][17];
  for (int i = 0; i < 3; i++) {
    truc_model *model;
    assert_int_equal(truc_model_open_memory(m[i].p, m[i].n, NULL, &model),
                     TRUC_OK);
    memcpy(id[i], truc_model_id(model), 17);
    truc_model_close(model);
    free(m[i].p);
  }
  assert_string_equal(id[0], id[1]);
  assert_string_not_equal(id[0], id[2]);
}

static void every_cut_is_refused(void **state) {
  (void)state;
  tables *t = small();
  image m = build_tables(t);
  assert_int_equal(try_open(m), TRUC_OK);
  for (size_t n = 0; n < m.n; n++) {
    image cut = copy(m.p, n);
    assert_int_equal(try_open(cut), TRUC_EMODEL);
    free(cut.p);
  }
  image more = copy(m.p, m.n);
  more.n++; /* the padding of copy() holds the byte */
  assert_int_equal(try_open(more), TRUC_EMODEL);
  free(more.p);
  free(m.p);
  free(t);
}

static void every_flip_is_refused(void **state) {
  (void)state;
  tables *t = small();
  image m = build_tables(t);
  for (size_t bit = 0; bit < m.n * 8; bit++) {
    m.p[bit / 8] ^= (unsigned char)(1u << bit % 8);
    if (try_open(m) != TRUC_EMODEL) fail_msg("bit %zu", bit);
    m.p[bit / 8] ^= (unsigned char)(1u << bit % 8);
  }
  assert_int_equal(try_open(m), TRUC_OK);
  free(m.p);
  free(t);
}

static void expect_refused(tables *t, const char *what) {
  image m = build_tables(t);
  if (try_open(m) != TRUC_EMODEL) fail_msg("%s", what);
  free(m.p);
  free(t);
}

/* Tables made to deceive: the checksums are right, an index is not. */
#define LIE(change)             \
  do {                          \
    tables *t = small();        \
    change;                     \
    expect_refused(t, #change); \
  } while (0)

static void lies_are_refused(void **state) {
  (void)state;
  LIE(t->slot[0] = 4);
  LIE(memset(t->slot, 1, sizeof t->slot));
  LIE(for (int i = 0; i < 8; i++) t->slot[i] = 1);
  LIE(t->key[2] = 7);
  LIE(t->key[4] = 10);
  LIE(t->row[1].base = 9);
  LIE(t->row[3].base = UINT32_MAX);
  LIE(t->row[2].kind = WORD_KINDS);
  LIE(t->cell[2].node = 3);
  LIE(t->cell[11].cls = WORD_CLASSES);
  LIE(t->node[1].nedge = 2);
  LIE(t->node[1].edge = 1);
  LIE(t->node[2].edge = 2);
  LIE(t->node[2].end = 5);
  LIE(t->edge[0].node = 1);
  LIE(t->edge[0].node = 3);
  LIE(t->tabs.step = 16);
}

static void missing_tables_are_refused(void **state) {
  (void)state;
  tables *t = small();
  for (uint32_t gone = 2; gone < NSECTIONS; gone++) {
    truc__section s[NSECTIONS];
    list(t, s);
    s[gone].name = "other";
    image m = build(s, NSECTIONS);
    assert_int_equal(try_open(m), TRUC_EMODEL);
    free(m.p);
    list(t, s);
    s[gone].n--; /* no whole number of entries, or too few */
    m = build(s, NSECTIONS);
    assert_int_equal(try_open(m), TRUC_EMODEL);
    free(m.p);
  }
  free(t);
}

/* Tables of another profile: whole, or the file is refused. */
static void profiles_are_checked(void **state) {
  (void)state;
  static const int8_t shift[13] = {1, -1};
  tables *t = small();
  for (size_t cells = 11; cells <= 13; cells++) {
    truc__section s[NSECTIONS + 2];
    list(t, s);
    s[NSECTIONS] = (truc__section){"v.tabs", &t->tabs, sizeof t->tabs};
    s[NSECTIONS + 1] = (truc__section){"v.shift", shift, cells};
    image m = build(s, NSECTIONS + 2);
    assert_int_equal(try_open(m), cells == 12 ? TRUC_OK : TRUC_EMODEL);
    free(m.p);
  }
  free(t);
}

static void look_ups_are_exact(void **state) {
  (void)state;
  tables *t = small();
  image m = build_tables(t);
  truc_model *model;
  assert_int_equal(truc_model_open_memory(m.p, m.n, NULL, &model), TRUC_OK);
  const truc__wordmodel *w = truc__model_words(model);
  assert_non_null(w);
  assert_int_equal(truc__keys_find(&w->keys, "ba", 2), 1);
  assert_int_equal(truc__keys_find(&w->keys, "mẹ", strlen("mẹ")), 2);
  assert_int_equal(truc__keys_find(&w->keys, "con", 3), 3);
  const char *const strangers[] = {"", "b", "bam", "bb", "me", "conn", "co"};
  for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
    assert_int_equal(
        truc__keys_find(&w->keys, strangers[i], strlen(strangers[i])), 0);
  assert_int_equal(truc__words_child(w, 1, 3), 2);
  assert_int_equal(truc__words_child(w, 1, 2), 0);
  assert_int_equal(truc__words_child(w, 2, 3), 0);
  size_t n;
  const char *about = truc_model_provenance(model, &n);
  assert_int_equal(n, 14);
  assert_memory_equal(about, "licence: none\n", n);
  truc_model_close(model);
  free(m.p);
  free(t);
}

static void files_that_are_none(void **state) {
  (void)state;
  truc_model *model;
  truc_err e;
  assert_int_equal(truc_model_open("no/such/file", &e, &model), TRUC_EIO);
  assert_non_null(strstr(e.msg, "no/such/file"));
  assert_null(model);
  assert_int_equal(truc_model_open(".", &e, &model), TRUC_EIO);
  char path[] = "/tmp/truc-model-XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_int_equal(truc_model_open(path, &e, &model), TRUC_EMODEL);
  assert_int_equal(write(fd, "no model", 8), 8);
  assert_int_equal(truc_model_open(path, &e, &model), TRUC_EMODEL);
  assert_non_null(strstr(e.msg, "not a truc model"));
  close(fd);
  unlink(path);
}

static void misaligned_bytes(void **state) {
  (void)state;
  tables *t = small();
  image m = build_tables(t);
  image off = copy(m.p, m.n);
  truc_model *model;
  assert_int_equal(truc_model_open_memory(off.p + 1, m.n - 1, NULL, &model),
                   TRUC_EARG);
  assert_null(model);
  free(off.p);
  free(m.p);
  free(t);
}

static void no_memory(void **state) {
  (void)state;
  tables *t = small();
  image m = build_tables(t);
  truc__fail_alloc_after(1);
  assert_int_equal(try_open(m), TRUC_ENOMEM);
  truc__fail_alloc_after(0);
  assert_int_equal(try_open(m), TRUC_OK);
  free(m.p);
  free(t);
}

static void the_shipped_model(void **state) {
  (void)state;
  truc_model *model;
  truc_err e;
  if (truc_model_open("models/truc.model", &e, &model)) fail_msg("%s", e.msg);
  assert_non_null(truc__model_words(model));
  size_t n;
  const char *about = truc_model_provenance(model, &n);
  assert_true(n > 0);
  assert_non_null(strstr(about, "licence: CC BY-SA 4.0"));
  truc_model_close(model);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sections_come_back),
      cmocka_unit_test(names_are_checked),
      cmocka_unit_test(id_names_the_content),
      cmocka_unit_test(every_cut_is_refused),
      cmocka_unit_test(every_flip_is_refused),
      cmocka_unit_test(lies_are_refused),
      cmocka_unit_test(missing_tables_are_refused),
      cmocka_unit_test(profiles_are_checked),
      cmocka_unit_test(look_ups_are_exact),
      cmocka_unit_test(files_that_are_none),
      cmocka_unit_test(misaligned_bytes),
      cmocka_unit_test(no_memory),
      cmocka_unit_test(the_shipped_model)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

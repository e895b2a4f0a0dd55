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
#include "records.h"

static void read_records(const char *path, const char *date, truc_model *m,
                         records *out) {
  size_t n;
  char *raw = read_file(path, &n);
  assert_non_null(raw);
  truc_doc *d = read_doc(m, raw, n, date, TRUC_FORM_AUTO);
  list_records(d, raw, out);
  truc_doc_free(d);
  truc__free(raw);
}

static unsigned compare_forms(const char *id, const char *date, truc_model *m) {
  static records raw, seg;
  char path[256];
  snprintf(path, sizeof path, "demo/articles/%s.txt", id);
  read_records(path, date, m, &raw);
  snprintf(path, sizeof path, "demo/articles/%s.seg.txt", id);
  read_records(path, date, m, &seg);
  assert_true(raw.n > 0);
  unsigned wrong = differences(id, &raw, &seg);
  free_records(&raw);
  free_records(&seg);
  return wrong;
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

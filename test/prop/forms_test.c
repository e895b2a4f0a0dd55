/* SPDX-License-Identifier: Apache-2.0
**
** forms_test.c - the raw and the word-segmented form of an article give the
** same names and the same records.
**
** Over every article of demo/articles.tsv that has both forms (the working
** folder is the root of the source tree).  Two records are the same if kind,
** items, date, modality and speakers are, two mentions if type, form and
** reference are; spans are compared by their words, since offsets differ.  The
** segmented forms hold the faults of real segmenters, so this also tests that a
** wrong join costs nothing.
**
** Names with marks in them are the hard ones: a segmenter puts blanks round
** every mark, and texts that were once segmented keep them.  So sentences with
** such names are read as they are printed, with blanks, and segmented. */
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

/* ------------------------------------------------------------------- names */

static char *mention_line(const truc_doc *d, const char *raw,
                          const truc_mention *m) {
  uint32_t n;
  const truc_entity *e = truc_doc_entities(d, &n);
  truc__buf b = {0};
  truc__buf_fmt(&b, "%s %u \"",
                truc_entity_type_name((truc_entity_type)m->type),
                (unsigned)m->form);
  put_words(&b, raw, m->at);
  truc__buf_chr(&b, '"');
  if (m->entity < n) truc__buf_fmt(&b, " %s", e[m->entity].ref);
  if (m->other < n) truc__buf_fmt(&b, " %s", e[m->other].ref);
  return b.p;
}

/* All mentions in order. */
static void list_names(const char *text, size_t n, truc_model *m,
                       truc_form form, records *out) {
  truc_doc *d = read_doc(m, text, n, NULL, form);
  const truc_mention *v = truc_doc_mentions(d, &out->n);
  assert_true(out->n <= MAXRECORDS);
  for (uint32_t i = 0; i < out->n; i++)
    out->line[i] = mention_line(d, text, &v[i]);
  truc_doc_free(d);
}

static void same_names(const char *id, const records *a, const records *b) {
  for (uint32_t i = 0; i < a->n || i < b->n; i++) {
    const char *x = i < a->n ? a->line[i] : "nothing";
    const char *y = i < b->n ? b->line[i] : "nothing";
    if (strcmp(x, y) != 0) fail_msg("%s: %s, but: %s", id, x, y);
  }
}

static void compare_names(const char *id, truc_model *m) {
  static records raw, seg;
  char path[256];
  size_t n = 0;
  snprintf(path, sizeof path, "demo/articles/%s.txt", id);
  char *text = read_file(path, &n);
  list_names(text, n, m, TRUC_FORM_RAW, &raw);
  truc__free(text);
  snprintf(path, sizeof path, "demo/articles/%s.seg.txt", id);
  text = read_file(path, &n);
  list_names(text, n, m, TRUC_FORM_SEG, &seg);
  truc__free(text);
  assert_true(raw.n > 0);
  same_names(id, &raw, &seg);
  free_records(&raw);
  free_records(&seg);
}

/* As printed, with a segmenter's blanks, segmented; how many mentions. */
static const struct {
  const char *printed, *blanks, *seg;
  unsigned mentions;
} marked[] = {
    {"Ông Donald Trump nghỉ ở Mar-a-Lago.",
     "Ông Donald Trump nghỉ ở Mar - a - Lago.",
     "Ông Donald_Trump nghỉ ở Mar - a - Lago .", 2},
    {"Thủ tướng Papua New Guinea Peter O'Neill đến Hà Nội. Ông O'Neill vui.",
     "Thủ tướng Papua New Guinea Peter O ' Neill đến Hà Nội. Ông O ' Neill "
     "vui.",
     "Thủ_tướng Papua_New_Guinea_Peter_O ' Neill đến Hà_Nội . Ông O ' Neill "
     "vui .",
     5},
    {"Bà Sinead O’Brien và ông al-Barak gặp nhau ở Bắc Kinh.",
     "Bà Sinead O ’ Brien và ông al - Barak gặp nhau ở Bắc Kinh.",
     "Bà Sinead_O ’ Brien và ông al - Barak gặp nhau ở Bắc_Kinh .", 3},
    {"Tổng thống Syria al-Assad phản đối. Chính quyền al-Assad im lặng.",
     "Tổng thống Syria al - Assad phản đối. Chính quyền al - Assad im lặng.",
     "Tổng_thống Syria_al - Assad phản_đối . Chính_quyền al - Assad im_lặng .",
     4},
    {"Quốc vương Sabah Al-Ahmad Al-Jaber Al-Sabah tiếp đoàn Việt Nam.",
     "Quốc vương Sabah Al - Ahmad Al - Jaber Al - Sabah tiếp đoàn Việt Nam.",
     "Quốc_vương Sabah_Al - Ahmad_Al - Jaber_Al - Sabah tiếp đoàn Việt_Nam .",
     3},
    {"Thủ tướng Thái Lan Prayut Chan-o-cha thăm Lào.",
     "Thủ tướng Thái Lan Prayut Chan - o - cha thăm Lào.",
     "Thủ_tướng Thái_Lan_Prayut_Chan - o - cha thăm Lào .", 4},
    {"Đoàn ở khách sạn Shangri-La. Shangri-La đông khách.",
     "Đoàn ở khách sạn Shangri - La. Shangri - La đông khách.",
     "Đoàn ở khách_sạn Shangri - La . Shangri - La đông khách .", 2},
    {"Viện Khoa học Việt Nam - Hàn Quốc (V-KIST) mở cửa. Nhiều người đến "
     "V-KIST.",
     "Viện Khoa học Việt Nam - Hàn Quốc (V - KIST) mở cửa. Nhiều người đến "
     "V - KIST.",
     "Viện Khoa_học Việt_Nam - Hàn_Quốc ( V - KIST ) mở_cửa . Nhiều người đến "
     "V - KIST .",
     3},
    {"Ngoại trưởng Jean-Yves Le Drian đến Đà Nẵng.",
     "Ngoại trưởng Jean - Yves Le Drian đến Đà Nẵng.",
     "Ngoại_trưởng Jean - Yves_Le_Drian đến Đà_Nẵng .", 3},
    {"Bộ LĐ-TB&XH họp với Bộ TN&MT.", "Bộ LĐ-TB&XH họp với Bộ TN&MT.",
     "Bộ LĐ - TB & XH họp với Bộ TN & MT .", 2},
};

static void marks_in_names(void **state) {
  (void)state;
  static records as[3];
  for (size_t k = 0; k < sizeof marked / sizeof *marked; k++) {
    const char *form[] = {marked[k].printed, marked[k].blanks, marked[k].seg};
    for (int i = 0; i < 3; i++)
      list_names(form[i], strlen(form[i]), NULL,
                 i == 2 ? TRUC_FORM_SEG : TRUC_FORM_RAW, &as[i]);
    same_names(marked[k].printed, &as[0], &as[1]);
    same_names(marked[k].printed, &as[0], &as[2]);
    if (as[0].n != marked[k].mentions)
      fail_msg("%s: %u mentions", marked[k].printed, (unsigned)as[0].n);
    for (int i = 0; i < 3; i++) free_records(&as[i]);
  }
}

/* ---------------------------------------------------------------- the demo */

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
    compare_names(field[0], m);
  }
  fclose(f);
  truc_model_close(m);
  assert_true(pairs >= 6);
  assert_int_equal(wrong, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(forms_agree),
                                     cmocka_unit_test(marks_in_names)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

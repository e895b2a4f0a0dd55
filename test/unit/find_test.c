/* SPDX-License-Identifier: Apache-2.0 */
/* find_test.c - searches that know words, and marks on the right bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ledger/search.h"
#include "truc/truc.h"
#include "old_tables.h"

static truc_ledger *in_memory(void) {
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l;
  o.mode = TRUC_LEDGER_MEMORY;
  assert_int_equal(truc_ledger_open(NULL, &o, NULL, &l), TRUC_OK);
  return l;
}

/* What stands between blanks is a word; a line is a sentence. */
static void give_words(truc_doc *d, const char *text) {
  truc_given word[128];
  uint32_t n = 0;
  bool begins = true;
  for (const char *p = text; *p && n < 128;) {
    size_t len = strcspn(p, " \n");
    if (len) {
      word[n++] = (truc_given){{(uint32_t)(p - text), (uint32_t)len}, begins};
      begins = false;
    }
    p += len;
    if (*p) begins |= *p++ == '\n';
  }
  assert_int_equal(truc_doc_set_words(d, word, n, NULL), TRUC_OK);
}

static void add(truc_ledger *l, const char *text, bool words) {
  truc_article a = TRUC_ARTICLE;
  truc_doc *d = truc_doc_new(NULL);
  a.id = "doc";
  a.model = words ? "m1" : NULL;
  a.text = text;
  a.n = strlen(text);
  assert_int_equal(truc_doc_read(d, text, a.n, NULL, NULL), TRUC_OK);
  if (words) give_words(d, text);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS | TRUC_FACTS, NULL), TRUC_OK);
  assert_int_equal(truc_ledger_add(l, d, &a, NULL, NULL), TRUC_OK);
  truc_doc_free(d);
}

static int line_of(const char *text, uint32_t off) {
  int line = 1;
  for (uint32_t i = 0; i < off; i++) line += text[i] == '\n';
  return line;
}

/* Lines that a search finds, the best first. */
static void expect(truc_ledger *l, const char *text, const char *words,
                   const char *want) {
  char got[16], *p = got;
  truc_query q = TRUC_QUERY;
  truc_finds *f;
  q.words = words;
  assert_int_equal(truc_ledger_find(l, &q, NULL, &f), TRUC_OK);
  for (uint32_t i = 0; i < f->nfound && i < 15; i++)
    *p++ = (char)('0' + line_of(text, f->found[i].off));
  *p = '\0';
  truc_finds_free(f);
  if (strcmp(got, want)) fail_msg("'%s' finds %s, not %s", words, got, want);
}

static const char soil[] =
    "Trên đất nước_mặn không ai trồng được lúa .\n"
    "Họ yêu đất_nước và con_người nơi này , nơi họ đã sinh ra và lớn lên .\n"
    "Hợp_tác_xã mới bán gạo .\n"
    "Hai nước hợp_tác về lúa_gạo và nhiều việc khác trong nhiều năm qua .\n"
    "Hội_nghị thượng_đỉnh bàn về gạo .\n";

static const struct {
  const char *words, *found;
} searches[] = {
    {"đất_nước", "2"},
    {"dat_nuoc", "2"},
    {"Đất_Nước", "2"},
    {"nước_mặn", "1"},
    {"\"đất nước\"", "21"}, /* the word before what meets by accident */
    {"đất nước", "21"},
    {"hợp_tác", "4"},
    {"\"hợp tác\"", "43"},
    {"hợp_tác_xã", "3"},
    {"hội_nghị_thượng_đỉnh", "5"}, /* whole words, if not one */
    {"nghị_thượng", ""},
    {"\"đất_nước và con_người\"", "2"},
    {"\"đất nước_mặn\"", "1"},
    {"\"đất_nước mặn\"", ""},
    {"gạo -hợp_tác", "35"},
    {"lúa_gạo OR đất_nước", "42"},
    {"lúa_g*", "4"},
};

static void compounds_are_words(void **state) {
  (void)state;
  for (int indexed = 0; indexed < 2; indexed++) {
    truc_ledger *l = in_memory();
    add(l, soil, true);
    if (indexed) truc__settle(l);
    l->writable = false; /* as a reader, who does not index */
    for (size_t i = 0; i < sizeof searches / sizeof searches[0]; i++)
      expect(l, soil, searches[i].words, searches[i].found);
    assert_int_equal(truc_ledger_close(l, NULL), TRUC_OK);
  }
}

/* Where nobody has cut words, joined syllables stand side by side. */
static void without_words(void **state) {
  static const char text[] =
      "Trên đất nước mặn không ai trồng lúa.\n"
      "Nước ở đây mặn hơn đất.\n";
  (void)state;
  truc_ledger *l = in_memory();
  add(l, text, false);
  expect(l, text, "đất_nước", "1");
  expect(l, text, "đất nước", "12");
  assert_int_equal(truc_ledger_close(l, NULL), TRUC_OK);
}

/* A ledger of the third version has no words; it gets room for them, and the
** documents are read again when they come again. */
static void older_tables(void **state) {
  (void)state;
  truc_ledger *l = in_memory();
  add(l, soil, true);
  truc__begin_call(l);
  truc__script(l, TABLES_3);
  truc__schema_migrate(l, 3);
  assert_int_equal(l->err.rc, TRUC_OK);
  expect(l, soil, "đất_nước", "12");
  add(l, soil, true);
  expect(l, soil, "đất_nước", "2");
  assert_int_equal(truc_ledger_check(l, NULL), TRUC_OK);
  assert_int_equal(truc_ledger_close(l, NULL), TRUC_OK);
}

/* ------------------------------------------------------------------- marks */

/* Syllables and ways to write them: composed and decomposed, both places of a
** tone, capitals. */
#define FORMS 5
static const char *const syllables[][FORMS] = {
    {"hòa", "hoà", "Hòa", "HOÀ",
     "ho\xCC\x80"
     "a"},
    {"đường", "Đường", "ĐƯỜNG", "đươ\xCC\x80ng",
     "đu\xCC\x9Bo\xCC\x9B\xCC\x80ng"},
    {"dương", "Dương", "DƯƠNG", "du\xCC\x9Bo\xCC\x9Bng", "dương"},
    {"nước", "Nước", "NƯỚC",
     "nươ\xCC\x81"
     "c",
     "nu\xCC\x9Bo\xCC\x9B\xCC\x81"
     "c"},
    {"thúy", "thuý", "Thúy", "THUÝ", "thu\xCC\x81y"},
    {"tác", "Tác", "TÁC",
     "ta\xCC\x81"
     "c",
     "tác"},
    {"2024", "2024", "2024", "2024", "2024"},
    {"nghị", "Nghị", "NGHỊ", "nghi\xCC\xA3", "nghị"},
};
enum { KINDS = sizeof syllables / sizeof syllables[0], LENGTH = 24 };

static const char *const between[] = {
    " ", " ", " ", "_", ", ", " – ", " (", "\xC2\xA0", "”, “", "…", " 😀 "};

/* A sentence whose syllables and their places are known. */
typedef struct made {
  truc__buf text;
  unsigned kind[LENGTH];
  truc_span at[LENGTH];
} made;

static uint32_t seed;
static uint32_t below(uint32_t n) {
  seed = seed * 1664525u + 1013904223u;
  return (uint32_t)((uint64_t)(seed >> 8) * n >> 24);
}

static void make(made *m) {
  truc__buf_reset(&m->text);
  for (unsigned i = 0; i < LENGTH; i++) {
    if (i)
      truc__buf_str(&m->text,
                    between[below(sizeof between / sizeof between[0])]);
    m->kind[i] = below(KINDS);
    m->at[i].off = (uint32_t)m->text.n;
    truc__buf_str(&m->text, syllables[m->kind[i]][below(FORMS)]);
    m->at[i].len = (uint32_t)m->text.n - m->at[i].off;
  }
  truc__buf_str(&m->text, ".");
}

/* Where the phrase of these kinds stands, overlapping places as one. */
static uint32_t places(const made *m, const unsigned *kind, unsigned n,
                       truc_span *out) {
  uint32_t found = 0;
  for (unsigned i = 0; i + n <= LENGTH; i++) {
    if (memcmp(m->kind + i, kind, n * sizeof *kind)) continue;
    uint32_t end = m->at[i + n - 1].off + m->at[i + n - 1].len;
    truc_span *last = found ? &out[found - 1] : NULL;
    if (last && m->at[i].off < last->off + last->len)
      last->len = end - last->off;
    else
      out[found++] = (truc_span){m->at[i].off, end - m->at[i].off};
  }
  return found;
}

static void compare_marks(truc_ledger *l, const made *m, const char *words,
                          const truc_span *want, uint32_t nwant) {
  truc__spans marks = {0};
  double rank;
  truc__search *q = truc__search_parse(l, words, false);
  assert_non_null(q);
  bool found =
      truc__search_match(l, q, m->text.p, m->text.n, NULL, &marks, &rank);
  if (found != (nwant > 0) || marks.n != nwant)
    fail_msg("'%s' in '%s': %u marks, not %u", words, m->text.p, marks.n,
             nwant);
  for (uint32_t i = 0; i < nwant; i++) {
    assert_int_equal(marks.v[i].off, want[i].off);
    assert_int_equal(marks.v[i].len, want[i].len);
  }
  VEC_FREE(marks);
  truc__search_free(q);
}

static void marks_lie_on_the_original(void **state) {
  (void)state;
  made m = {0};
  truc__buf words = {0};
  truc_ledger *l = in_memory();
  truc_span want[LENGTH];
  seed = 11;
  for (int round = 0; round < 4000; round++) {
    unsigned n = 1 + below(3), from;
    make(&m);
    from = below(LENGTH - n + 1);
    truc__buf_reset(&words);
    truc__buf_str(&words, "\"");
    for (unsigned i = 0; i < n; i++) {
      if (i) truc__buf_str(&words, below(2) ? " " : "  ");
      truc__buf_str(&words, syllables[m.kind[from + i]][below(FORMS)]);
    }
    truc__buf_str(&words, "\"");
    compare_marks(l, &m, words.p, want, places(&m, m.kind + from, n, want));
  }
  truc__buf_release(&words);
  truc__buf_release(&m.text);
  assert_int_equal(truc_ledger_close(l, NULL), TRUC_OK);
}

/* The same by way of the index: marks count from the sentence, its offset from
** the document. */
static void marks_of_what_is_found(void **state) {
  static const char text[] =
      "Lời đầu.\n\n  Ho\xCC\x80"
      "a bình là đ\xC6\xB0\xE1\xBB\x9Dng dài; "
      "HOÀ_BÌNH còn xa.\n";
  static const char *const want[] = {
      "Ho\xCC\x80"
      "a bình",
      "HOÀ_BÌNH"};
  truc_query q = TRUC_QUERY;
  truc_finds *f;
  (void)state;
  truc_ledger *l = in_memory();
  add(l, text, false);
  q.words = "\"hoa binh\"";
  assert_int_equal(truc_ledger_find(l, &q, NULL, &f), TRUC_OK);
  assert_int_equal(f->nfound, 1);
  assert_int_equal(f->found[0].nmark, 2);
  for (uint32_t i = 0; i < 2; i++) {
    assert_int_equal(f->mark[i].len, strlen(want[i]));
    assert_memory_equal(text + f->found[0].off + f->mark[i].off, want[i],
                        f->mark[i].len);
  }
  truc_finds_free(f);
  assert_int_equal(truc_ledger_close(l, NULL), TRUC_OK);
}

/* An alternative without words is none, however many there are. */
static void empty_alternatives(void **state) {
  (void)state;
  truc_ledger *l = in_memory();
  truc__search *q =
      truc__search_parse(l, "| || OR tàu ||| | mới | OR |", false);
  assert_non_null(q);
  assert_int_equal(q->ngroup, 2);
  assert_string_equal(truc__search_expression(q), "((\"tàu\")) OR ((\"mới\"))");
  truc__search_free(q);
  assert_int_equal(truc_ledger_close(l, NULL), TRUC_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(compounds_are_words),
      cmocka_unit_test(without_words),
      cmocka_unit_test(older_tables),
      cmocka_unit_test(marks_lie_on_the_original),
      cmocka_unit_test(marks_of_what_is_found),
      cmocka_unit_test(empty_alternatives)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

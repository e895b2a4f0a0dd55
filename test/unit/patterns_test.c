/* SPDX-License-Identifier: Apache-2.0
**
** patterns_test.c - every pattern matches the sentences it promises to match,
** with the slots it promises, and none of those it must not.
**
** Reads the `+` and `-` lines of data/facts/ (the working folder is the root of
** the source tree):
**
**     + "sentence" => slot=value slot=value
**     - "sentence"
**
** A value is a ref, a code, a number, the kind of another record, or the words
** where there is none of these, and runs up to the next "slot=".
**
** The same sentences give the same records whatever layers were asked for, and
** where their words were joined before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <glob.h>

#include "base/doc.h"
#include "fact/fact.h"

static truc_model *model;
static unsigned checked, wrong;

static void complain(const char *file, unsigned line, const char *why,
                     const char *what) {
  print_error("%s:%u: %s: %s\n", file, line, why, what);
  wrong++;
}

static truc_doc *read_layers(const char *s, size_t n, truc_form form,
                             unsigned layers) {
  truc_doc *d = truc_doc_new(model);
  assert_non_null(d);
  truc_err e;
  truc_read_options o = {.size = sizeof o, .form = form};
  assert_int_equal(truc_doc_read(d, s, n, &o, &e), TRUC_OK);
  assert_int_equal(truc_doc_run(d, layers, &e), TRUC_OK);
  return d;
}

static truc_doc *read_text(const char *s, size_t n) {
  return read_layers(s, n, TRUC_FORM_RAW, TRUC_FACTS);
}

/* All records of a document, without the '_' of joined words. */
static char *records(const truc_doc *d) {
  truc__buf b = {0};
  const truc__fact_out how = {.doc = "t", .unit = TRUC_BYTE};
  for (uint32_t i = 0; i < d->fact.n; i++) {
    truc__fact_json(&b, d, i, &how);
    truc__buf_chr(&b, '\n');
  }
  truc__buf_chr(&b, '\0');
  assert_int_equal(b.rc, TRUC_OK);
  for (char *p = b.p; *p; p++)
    if (*p == '_') *p = ' ';
  return b.p;
}

/* The text with its words joined, at the same offsets. */
static char *join_words(const truc_doc *d) {
  char *s = test_malloc(d->nraw);
  memcpy(s, d->raw, d->nraw);
  for (uint32_t i = 0; i < d->word.n; i++)
    for (uint32_t k = 0; k < d->word.v[i].at.len; k++)
      if (s[d->word.v[i].at.off + k] == ' ') s[d->word.v[i].at.off + k] = '_';
  return s;
}

static bool item_is(const truc_doc *d, const truc_item *it, const char *want,
                    size_t n) {
  if (it->fact != TRUC_NONE && it->at.len != n) {
    const char *kind = truc_kind_name((truc_kind)d->fact.v[it->fact].kind);
    return strlen(kind) == n && !memcmp(kind, want, n);
  }
  if (!it->ref && !it->code && !it->has_number)
    return it->at.len == n && !memcmp(d->raw + it->at.off, want, n);
  truc__buf num = {0};
  const char *have = it->ref ? it->ref : it->code;
  if (it->has_number) {
    truc__buf_decimal(&num, it->mantissa, it->exponent);
    have = num.p;
  }
  bool same = have && strlen(have) == n && !memcmp(have, want, n);
  truc__buf_release(&num);
  return same;
}

static bool fact_has(const truc_doc *d, const truc_fact *f, const char *slot,
                     size_t nslot, const char *want, size_t n) {
  if (nslot == 8 && !memcmp(slot, "modality", 8)) {
    const char *m = truc_modality_name((truc_modality)f->modality);
    return strlen(m) == n && !memcmp(m, want, n);
  }
  for (uint32_t i = 0; i < f->nitem; i++) {
    const truc_item *it = &d->item.v[f->item + i];
    if (strlen(it->slot) == nslot && !memcmp(it->slot, slot, nslot) &&
        item_is(d, it, want, n))
      return true;
  }
  return false;
}

/* "slot=value slot=value": the value ends before the next word with '='. */
static bool all_there(const truc_doc *d, const truc_fact *f, const char *s) {
  while (*s) {
    while (*s == ' ') s++;
    const char *eq = strchr(s, '=');
    if (!eq) return true;
    const char *end = eq + 1 + strlen(eq + 1), *next = strchr(eq + 1, '=');
    if (next)
      for (end = next; end > eq && *end != ' '; end--) {
      }
    if (!fact_has(d, f, s, (size_t)(eq - s), eq + 1, (size_t)(end - eq - 1)))
      return false;
    s = end;
  }
  return true;
}

static void must_agree(const char *file, unsigned line, const char *how,
                       const char *want, truc_doc *d) {
  char *have = records(d);
  if (strcmp(have, want)) complain(file, line, how, "other records");
  truc__free(have);
  truc_doc_free(d);
}

/* The records of a text hang neither on the layers asked for nor on its
** form, and asking for them shows no tags. */
static void same_records(const char *file, unsigned line, const truc_doc *d) {
  char *want = records(d), *joined = join_words(d);
  for (uint32_t i = 0; i < d->word.n; i++)
    if (d->word.v[i].tag != TRUC_TAG_X) complain(file, line, "a tag", "shows");
  must_agree(
      file, line, "with tags", want,
      read_layers(d->raw, d->nraw, TRUC_FORM_RAW, TRUC_FACTS | TRUC_TAGS));
  must_agree(file, line, "segmented", want,
             read_layers(joined, d->nraw, TRUC_FORM_SEG, TRUC_FACTS));
  test_free(joined);
  truc__free(want);
}

static void must_match(const char *file, unsigned line, const char *pattern,
                       const char *kind, const char *text, size_t n,
                       const char *slots) {
  truc_doc *d = read_text(text, n);
  bool found = false;
  for (uint32_t i = 0; i < d->fact.n && !found; i++) {
    const truc_fact *f = &d->fact.v[i];
    found = !strcmp(truc_kind_name((truc_kind)f->kind), kind) &&
            all_there(d, f, slots);
  }
  if (!found) complain(file, line, pattern, "does not give the record");
  same_records(file, line, d);
  truc_doc_free(d);
}

static void must_not(const char *file, unsigned line, const char *pattern,
                     const char *text, size_t n) {
  truc_doc *d = read_text(text, n);
  for (uint32_t i = 0; i < d->fact.n; i++)
    if (!strcmp(d->fact.v[i].pattern, pattern))
      complain(file, line, pattern, "matches what it must not");
  truc_doc_free(d);
}

static void check_file(const char *file) {
  FILE *f = fopen(file, "rb");
  assert_non_null(f);
  static char line[1 << 16];
  char pattern[128] = "", kind[64] = "";
  for (unsigned no = 1; fgets(line, sizeof line, f); no++) {
    char *s = line + strspn(line, " ");
    s[strcspn(s, "\n")] = '\0';
    if (sscanf(s, "pattern %127s %63s", pattern, kind) == 2) continue;
    if ((*s != '+' && *s != '-') || s[1] != ' ') continue;
    char *from = strchr(s, '"');
    char *to = strstr(s, "\" =>");
    if (!to) to = strrchr(s, '"');
    if (!from || to <= from) {
      complain(file, no, pattern, "no sentence in quotes");
      continue;
    }
    char *slots = strstr(to, "=>");
    checked++;
    if (*s == '+')
      must_match(file, no, pattern, kind, from + 1, (size_t)(to - from - 1),
                 slots ? slots + 2 : "");
    else
      must_not(file, no, pattern, from + 1, (size_t)(to - from - 1));
  }
  fclose(f);
}

static void patterns_keep_their_promises(void **state) {
  (void)state;
  glob_t g;
  assert_int_equal(glob("data/facts/*.pat", 0, NULL, &g), 0);
  for (size_t i = 0; i < g.gl_pathc; i++) check_file(g.gl_pathv[i]);
  globfree(&g);
  print_message("%u sentences of patterns checked\n", checked);
  assert_true(checked > 0);
  assert_int_equal(wrong, 0);
}

int main(void) {
  truc_err e;
  if (truc_model_open("models/truc.model", &e, &model)) {
    print_error("models/truc.model: %s\n", e.msg);
    return 1;
  }
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(patterns_keep_their_promises),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  truc_model_close(model);
  return failed;
}

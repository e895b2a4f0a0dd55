/* SPDX-License-Identifier: Apache-2.0
**
** run - sentences of our own against the value layer, grouped by trap.
**
** In:  test/values/FILE.tsv, lines as README.md describes them.
** Out: per file how many lines are right, in every form of the text; the lines
**      that are not.
**
** A line is right if its values are those that it says, and if the laws hold:
** segmented as raw, decomposed as composed, and with a publication date a year
** later nothing moves but what hangs on it. */
#include <stdio.h>
#include <stdlib.h>

#include "base/doc.h"
#include "text/letter.h"
#include "value/value.h"

typedef struct run {
  truc_doc *doc;
  unsigned lines, right;
} run;

/* ----------------------------------------------------------------- showing */

static void show_date(truc__buf *b, const truc_doc *d, const truc_value *v) {
  char iso[32];
  truc__timex t;
  truc_value_iso(v, iso);
  truc__buf_str(b, iso[0] ? iso : "?");
  if (v->flags & TRUC_VF_INNAME) truc__buf_chr(b, '~');
  if (v->flags & TRUC_VF_COMPARED) truc__buf_chr(b, '<');
  if (v->flags & TRUC_VF_NOW) truc__buf_chr(b, '!');
  if (v->flags & TRUC_VF_SET) truc__buf_chr(b, '*');
  if (truc__value_timex(d, v, &t) && t.mod) truc__buf_fmt(b, " %s", t.mod);
}

static void show(truc__buf *b, const truc_doc *d, const truc_value *v) {
  static const char *const lead[] = {"", "for ", "=", "", "", "", "#", "ord."};
  if (b->n) truc__buf_str(b, "; ");
  if (v->kind == TRUC_VAL_DATE) {
    show_date(b, d, v);
    return;
  }
  truc__buf_str(b, lead[v->kind]);
  truc__buf_decimal(b, v->mantissa, v->exponent);
  if (v->unit[0]) truc__buf_fmt(b, " %s", v->unit);
  if (v->mod)
    truc__buf_fmt(b, " %s", truc_modifier_name((truc_modifier)v->mod));
}

static bool read_as(run *r, const char *text, size_t n, const char *date,
                    truc_form form) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  opt.date = date;
  opt.form = form;
  return !truc_doc_read(r->doc, text, n, &opt, &err) &&
         !truc_doc_run(r->doc, TRUC_VALUES, &err);
}

static bool list(run *r, truc__buf *out) {
  uint32_t n;
  const truc_value *v = truc_doc_values(r->doc, &n);
  truc__buf_reset(out);
  truc__buf_str(out, "");
  for (uint32_t i = 0; i < n; i++) show(out, r->doc, &v[i]);
  return !out->rc;
}

/* ------------------------------------------------------------------- forms */

/* The document read last, as a segmenter writes it. */
static void segmented(const truc_doc *d, truc__buf *out) {
  for (uint32_t i = 0; i < d->token.n; i++) {
    const truc_token *t = &d->token.v[i];
    bool line = t->flags & TRUC_TF_LINE, join = t->flags & TRUC_TF_JOIN;
    if (i) truc__buf_chr(out, line ? '\n' : join ? '_' : ' ');
    truc__buf_put(out, d->text.p + t->text, t->text_len);
  }
}

/* Vowels and tones apart, in canonical order. */
static void decomposed(const char *s, size_t n, truc__buf *out) {
  static const char *const vowel[] = {
      "a", "a\xCC\x86", "a\xCC\x82", "e", "e\xCC\x82", "i",
      "o", "o\xCC\x82", "o\xCC\x9B", "u", "u\xCC\x9B", "y"};
  static const char *const tone[] = {"",         "\xCC\x80", "\xCC\x81",
                                     "\xCC\x89", "\xCC\x83", "\xCC\xA3"};
  for (size_t i = 0; i < n;) {
    int32_t cp;
    size_t len = truc__utf8_next(s + i, n - i, &cp);
    unsigned code = cp < 0x80 ? 0 : truc__vowel_code((uint32_t)cp);
    if (code) {
      const char *v = vowel[V_VOWEL(code)], *t = tone[V_TONE(code)];
      bool below = V_TONE(code) == T_DOT && v[1] == '\xCC' && v[2] != '\x9B';
      truc__buf_put(out, v, below ? 1 : strlen(v)); /* the dot comes first */
      truc__buf_str(out, t);
      if (below) truc__buf_str(out, v + 1);
    } else {
      truc__buf_put(out, s + i, len);
    }
    i += len;
  }
}

/* -------------------------------------------------------------------- laws */

typedef struct line {
  const char *date, *text, *want;
  size_t n;
} line;

static bool same(run *r, const line *l, const char *law, const truc__buf *got,
                 const char *want) {
  (void)r;
  if (!strcmp(got->p, want)) return true;
  printf("# %s%s%s\n#   want %s\n#   got  %s\n", l->text, *law ? ", " : "", law,
         want, got->p);
  return false;
}

static bool in_form(run *r, const line *l, const truc__buf *text,
                    truc_form form, const char *law) {
  truc__buf got = {0};
  bool right = read_as(r, text->p, text->n, l->date, form) && list(r, &got) &&
               same(r, l, law, &got, l->want);
  truc__buf_release(&got);
  return right;
}

/* What does not hang on the publication date stays where it was. */
static bool a_year_later(run *r, const line *l) {
  char date[16];
  uint32_t n, m;
  if (!l->date) return true;
  if (!read_as(r, l->text, l->n, l->date, TRUC_FORM_RAW)) return false;
  const truc_value *v = truc_doc_values(r->doc, &n);
  truc_value *old = malloc((n + 1) * sizeof *old);
  if (!old) return false;
  memcpy(old, v, n * sizeof *old);
  snprintf(date, sizeof date, "%d%s", atoi(l->date) + 1, l->date + 4);
  bool right = read_as(r, l->text, l->n, date, TRUC_FORM_RAW);
  v = truc_doc_values(r->doc, &m);
  right = right && n == m;
  for (uint32_t i = 0; right && i < n; i++) {
    bool fixed = v[i].kind != TRUC_VAL_DATE ||
                 !strcmp(v[i].basis, "explicit") || v[i].start.year == 0;
    if (fixed)
      right = !truc__date_compare(v[i].start, old[i].start) &&
              v[i].mantissa == old[i].mantissa && v[i].kind == old[i].kind;
    else if (v[i].flags & TRUC_VF_RELATIVE)
      right = v[i].start.year - old[i].start.year <= 1;
  }
  if (!right) printf("# %s, a year later\n", l->text);
  free(old);
  return right;
}

static bool check(run *r, const line *l) {
  truc__buf got = {0}, seg = {0}, apart = {0};
  bool right = read_as(r, l->text, l->n, l->date, TRUC_FORM_RAW) &&
               list(r, &got) && same(r, l, "", &got, l->want);
  segmented(r->doc, &seg);
  decomposed(l->text, l->n, &apart);
  right = right && in_form(r, l, &seg, TRUC_FORM_SEG, "segmented") &&
          in_form(r, l, &apart, TRUC_FORM_RAW, "decomposed") &&
          a_year_later(r, l);
  truc__buf_release(&got);
  truc__buf_release(&seg);
  truc__buf_release(&apart);
  return right;
}

/* ------------------------------------------------------------------- files */

/* "\n" in a text is the end of a line. */
static size_t unescape(char *s) {
  char *to = s;
  for (; *s; s++) {
    bool end = s[0] == '\\' && s[1] == 'n';
    *to++ = end ? '\n' : *s;
    s += end;
  }
  *to = '\0';
  return 0;
}

static bool do_line(run *r, char *s) {
  char *text = strchr(s, '\t'), *want = text ? strchr(text + 1, '\t') : NULL;
  if (!want) return false;
  *text++ = *want++ = '\0';
  unescape(text);
  line l = {strcmp(s, "-") ? s : NULL, text, want, strlen(text)};
  r->lines++;
  r->right += check(r, &l);
  return true;
}

static bool do_file(run *r, const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f) return perror(path), false;
  char *s = NULL;
  size_t cap = 0;
  bool ok = true;
  for (ssize_t n; (n = getline(&s, &cap, f)) > 0;) {
    if (s[n - 1] == '\n') s[n - 1] = '\0';
    if (!*s || *s == '#') continue;
    if (do_line(r, s)) continue;
    fprintf(stderr, "%s: no line of three columns: %s\n", path, s);
    ok = false;
  }
  free(s);
  fclose(f);
  return ok;
}

int main(int argc, char **argv) {
  static const char *const files[] = {
      "days",   "intervals", "periods", "relative", "weekdays",
      "lunar",  "unknown",   "names",   "amounts",  "counts",
      "growth", "modifiers", "ranks"};
  run r = {NULL, 0, 0};
  truc_model *model = NULL;
  truc_err err;
  int failed = 0;
  const char *folder = argc > 1 ? argv[1] : "test/values";
  if (truc_model_open("models/truc.model", &err, &model))
    return fprintf(stderr, "models/truc.model: %s\n", err.msg), 5;
  r.doc = truc_doc_new(model);
  if (!r.doc) return 3;
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s.tsv", folder, files[i]);
    r.lines = r.right = 0;
    bool ok = do_file(&r, path) && r.lines && r.right == r.lines;
    failed += !ok;
    printf("%sok %u - %s: %u of %u right\n", ok ? "" : "not ", (unsigned)i + 1,
           files[i], r.right, r.lines);
  }
  truc_doc_free(r.doc);
  truc_model_close(model);
  return failed ? 1 : 0;
}

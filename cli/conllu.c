/* SPDX-License-Identifier: Apache-2.0
**
** conllu.c - CoNLL-U in and out: the words of a file get their tags.
**
** A file is read a sentence at a time; what it says stays as it is, but for
** UPOS and for what is added to MISC: the confidence of the tag, and the
** offsets of the word unless it has some.  Offsets count in the text that the
** words make: one blank between two, none behind SpaceAfter=No, a line end
** between two sentences.  Ranges (3-4) and empty nodes (5.1) are no words.
*/
#include "cli/conllu.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "cli/unpack.h"

typedef struct row {
  size_t line, n;  /* place and length in the block */
  size_t cell[11]; /* where each column begins, and behind the last */
  bool word;
  uint64_t at[3], end[3]; /* by truc_unit, in the text of the file */
} row;

typedef struct file {
  cli *c;
  const char *name;
  cli_unpack *unpack;
  truc__buf held; /* bytes read, from `used` on not yet taken */
  size_t used;
  bool eof, failed;
  uint32_t line; /* lines taken */
  truc__buf block, text;
  VEC(row) row;
  VEC(truc_given) given;
  uint64_t base[3]; /* where the sentence begins, by truc_unit */
  truc_doc *doc;
} file;

static void complain(file *f, const char *why) {
  cli_place p = {f->name, NULL, 0, 0, f->line, 0};
  cli_fail(f->c, CLI_RECORDS, &p, NULL, "%s", why);
  f->failed = true;
}

/* ------------------------------------------------------------------ lines */

static bool fill(file *f) {
  f->held.n -= f->used;
  if (f->used) memmove(f->held.p, f->held.p + f->used, f->held.n);
  f->used = 0;
  ptrdiff_t k = -1;
  if (truc__buf_room(&f->held, 1 << 16))
    k = cli_unpack_read(f->unpack, f->held.p + f->held.n, 1 << 16);
  if (k < 0) {
    const char *why = cli_unpack_error(f->unpack);
    complain(f, why ? why : strerror(errno));
    return false;
  }
  f->held.n += (size_t)k;
  f->eof = k == 0;
  return true;
}

/* The next line without its end; false: there is none. */
static bool next_line(file *f, const char **s, size_t *n) {
  size_t looked = f->used;
  if (!f->held.p && !fill(f)) return false;
  for (;;) {
    char *p = f->held.p + looked, *all = f->held.p + f->used;
    char *end = f->held.n > looked ? memchr(p, '\n', f->held.n - looked) : NULL;
    if (end || (f->eof && f->held.n > f->used)) {
      *s = all;
      *n = end ? (size_t)(end - all) : f->held.n - f->used;
      f->used += *n + (end != NULL);
      if (*n && all[*n - 1] == '\r') --*n;
      f->line++;
      return true;
    }
    if (f->eof) return false;
    looked = f->held.n - f->used;
    if (!fill(f)) return false;
  }
}

/* ------------------------------------------------------------------- rows */

static bool is_word(const char *s, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (s[i] < '0' || s[i] > '9') return false;
  return n > 0;
}

/* A line of ten columns; false if it is none. */
static bool split(const char *s, size_t n, row *r) {
  int k = 1;
  r->cell[0] = 0;
  for (size_t i = 0; i < n; i++)
    if (s[i] == '\t' && k < 10) r->cell[k++] = i + 1;
  r->cell[10] = n + 1;
  r->word = is_word(s, r->cell[1] ? r->cell[1] - 1 : 0);
  return k == 10 && r->cell[2] > r->cell[1] + 1;
}

/* Has MISC this key? */
static bool has_key(const char *misc, size_t n, const char *key) {
  size_t k = strlen(key);
  for (size_t i = 0; i + k <= n; i++)
    if ((i == 0 || misc[i - 1] == '|') && !memcmp(misc + i, key, k))
      return true;
  return false;
}

/* The lines of the next sentence into the block; false: there is none. */
static bool next_block(file *f) {
  const char *s;
  size_t n;
  bool words = false;
  truc__buf_reset(&f->block);
  f->row.n = 0;
  while (next_line(f, &s, &n)) {
    if (n == 0 && f->row.n) return true;
    if (n == 0) continue;
    row r = {.line = f->block.n, .n = n};
    if (s[0] != '#' && !split(s, n, &r)) {
      complain(f, "no row of CoNLL-U: it has not ten columns, parted by tabs");
      return false;
    }
    words = words || r.word;
    truc__buf_put(&f->block, s, n);
    truc__buf_chr(&f->block, '\n');
    if (f->block.rc || !VEC_PUSH(f->row, r)) {
      complain(f, truc_rc_message(TRUC_ENOMEM));
      return false;
    }
  }
  return !f->failed && f->row.n;
}

/* ------------------------------------------------------------------- text */

static void count_units(const char *s, size_t n, uint64_t units[3]) {
  units[TRUC_BYTE] += n;
  for (size_t i = 0; i < n;) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
    units[TRUC_CODEPOINT]++;
    units[TRUC_UTF16] += cp > 0xFFFF ? 2 : 1;
  }
}

static void step(file *f) {
  for (int u = 0; u < 3; u++) f->base[u]++;
}

/* The words of the block as a text, a blank between any two, so that no token
** reaches over two words; and where each stands in the file's own text. */
static bool build(file *f) {
  bool blank = false;
  truc__buf_reset(&f->text);
  f->given.n = 0;
  for (uint32_t i = 0; i < f->row.n; i++) {
    row *r = &f->row.v[i];
    if (!r->word) continue;
    const char *s = f->block.p + r->line;
    const char *form = s + r->cell[1], *misc = s + r->cell[9];
    size_t n = r->cell[2] - r->cell[1] - 1;
    if (f->text.n) truc__buf_chr(&f->text, ' ');
    if (blank) step(f);
    truc_given g = {{(uint32_t)f->text.n, (uint32_t)n}, f->given.n == 0};
    memcpy(r->at, f->base, sizeof r->at);
    count_units(form, n, f->base);
    memcpy(r->end, f->base, sizeof r->end);
    truc__buf_put(&f->text, form, n);
    if (f->text.rc || !VEC_PUSH(f->given, g)) return false;
    blank = !has_key(misc, r->n - r->cell[9], "SpaceAfter=No");
  }
  return true;
}

static bool tag(file *f) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  truc_rc rc = build(f) ? TRUC_OK : TRUC_ENOMEM;
  opt.form = TRUC_FORM_RAW;
  if (!rc) rc = truc_doc_read(f->doc, f->text.p, f->text.n, &opt, &err);
  if (!rc) rc = truc_doc_set_words(f->doc, f->given.v, f->given.n, &err);
  if (!rc) rc = truc_doc_run(f->doc, TRUC_TAGS, &err);
  if (rc) complain(f, truc_rc_message(rc));
  return !rc;
}

/* ----------------------------------------------------------------- output */

static void put_offsets(truc__buf *b, const cli *c, const row *r) {
  truc__buf_fmt(b, "start_%s=%llu|end_%s=%llu|", c->unit_name,
                (unsigned long long)r->at[c->unit], c->unit_name,
                (unsigned long long)r->end[c->unit]);
}

static void put_row(file *f, const row *r, const truc_word *w) {
  truc__buf *b = &f->c->out;
  const char *s = f->block.p + r->line, *misc = s + r->cell[9];
  size_t n = r->n - r->cell[9];
  truc__buf_put(b, s, r->cell[3]);
  truc__buf_fmt(b, "%s\t", w ? truc_tag_name((truc_tag)w->tag) : "_");
  truc__buf_put(b, s + r->cell[4], r->cell[9] - r->cell[4]);
  if (n && !(n == 1 && misc[0] == '_')) {
    truc__buf_put(b, misc, n);
    truc__buf_chr(b, '|');
  }
  if (!has_key(misc, n, "start_")) put_offsets(b, f->c, r);
  cli_put_confidence(b, w);
  truc__buf_chr(b, '\n');
}

static void put_block(file *f) {
  truc__buf *b = &f->c->out;
  uint32_t n, word = 0, k = 0;
  const truc_word *w = truc_doc_words(f->doc, &n);
  for (uint32_t i = 0; i < f->row.n; i++) {
    const row *r = &f->row.v[i];
    if (!r->word) {
      truc__buf_put(b, f->block.p + r->line, r->n + 1);
      continue;
    }
    uint32_t off = f->given.v[k++].at.off;
    while (word < n && w[word].at.off < off) word++;
    bool there = word < n && w[word].at.off == off;
    put_row(f, r, there ? &w[word] : NULL);
  }
  truc__buf_chr(b, '\n');
}

/* ------------------------------------------------------------------ files */

static void do_file(cli *c, const char *name, truc_doc *doc) {
  file f = {.c = c, .name = name, .doc = doc};
  int fd = strcmp(name, "-") ? open(name, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  cli_place p = {name, NULL, 0, 0, 0, 0};
  f.unpack = fd >= 0 ? cli_unpack_new(fd) : NULL;
  if (!f.unpack) {
    cli_fail(c, CLI_IO, &p, NULL, "cannot open: %s", strerror(errno));
    return;
  }
  while (!c->broken && next_block(&f) && tag(&f)) {
    put_block(&f);
    step(&f); /* the line end */
    c->nrecords++;
    if (c->out.n > 1 << 16) cli_flush(c);
  }
  cli_unpack_free(f.unpack);
  if (fd > STDIN_FILENO) close(fd);
  truc__buf_release(&f.held);
  truc__buf_release(&f.block);
  truc__buf_release(&f.text);
  VEC_FREE(f.row);
  VEC_FREE(f.given);
}

int cli_tag_conllu(cli *c) {
  truc_doc *doc = truc_doc_new(c->model);
  if (!doc) return cli_fail(c, CLI_IO, NULL, NULL, "out of memory");
  if (!c->nargs) do_file(c, "-", doc);
  for (int i = 0; i < c->nargs; i++) do_file(c, c->args[i], doc);
  truc_doc_free(doc);
  cli_flush(c);
  return c->status;
}

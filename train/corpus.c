/* SPDX-License-Identifier: Apache-2.0 */
/* corpus.c - texts become sentences of syllables, kinds and gaps. */
#include "text/fold.h"
#include "train.h"
#include "word/word.h"

static uint32_t syllable(train_names *vocab, const truc_doc *d,
                         const truc_token *t) {
  char key[TRUC__FOLD_MAX];
  size_t n = truc__fold_key(d->text.p + t->text, t->text_len, key);
  return n ? train_name(vocab, key, n, true) : 0;
}

static void add_sentence(train_corpus *c, train_names *vocab, const truc_doc *d,
                         const truc_sentence *s) {
  uint32_t n = s->ntok, from = c->type.n;
  const truc_token *tok = d->token.v + s->tok;
  if (!VEC_ROOM(c->type, n)) train_die("out of memory");
  uint8_t *type = c->type.v + from;
  c->type.n += n;
  truc__word_types(d, s, type);
  for (uint32_t i = 0; i < n; i++) {
    bool gap = i > 0 && truc__word_gap(tok, type, i);
    bool hint = tok[i].flags & TRUC_TF_HINT;
    TRAIN_PUSH(c->syl, type[i] < WORD_LOWER ? 0 : syllable(vocab, d, &tok[i]));
    TRAIN_PUSH(c->gap, !gap ? GAP_NONE : hint ? GAP_JOINED : GAP_APART);
  }
  if (c->nsent == 0) TRAIN_PUSH(c->start, 0);
  TRAIN_PUSH(c->start, c->type.n);
  c->nsent++;
}

static void add_text(train_corpus *c, train_names *vocab, truc_doc *d,
                     const char *s, size_t n, truc_form form) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  opt.form = form;
  if (truc_doc_read(d, s, n, &opt, &err) ||
      truc_doc_run(d, TRUC_SENTENCES, &err))
    train_die("%s", err.msg);
  for (uint32_t i = 0; i < d->sentence.n; i++)
    if (d->sentence.v[i].ntok) add_sentence(c, vocab, d, &d->sentence.v[i]);
}

/* ---------------------------------------------------------------- letters */

void train_corpus_slice(train_corpus *to, const train_corpus *c, uint32_t from,
                        uint32_t end) {
  if (to->nsent == 0 && to->start.n == 0) TRAIN_PUSH(to->start, 0);
  for (uint32_t k = from; k < end; k++) {
    for (uint32_t t = c->start.v[k]; t < c->start.v[k + 1]; t++) {
      TRAIN_PUSH(to->syl, c->syl.v[t]);
      TRAIN_PUSH(to->gap, c->gap.v[t]);
      TRAIN_PUSH(to->type, c->type.v[t]);
    }
    TRAIN_PUSH(to->start, to->type.n);
    to->nsent++;
  }
}

/* What the sentence would be in other letters. */
static uint8_t recast(uint8_t type, train_case how) {
  bool foreign = type == WORD_FOREIGN || type == WORD_FOREIGN_TITLE;
  if (type < WORD_LOWER) return type;
  if (how == CASE_TITLE && !foreign) return WORD_FIRST;
  return foreign || type == WORD_UPPER ? WORD_FOREIGN : WORD_LOWER;
}

void train_recast(train_corpus *to, const train_corpus *c, train_case how,
                  uint32_t every) {
  for (uint32_t k = 0; k < c->nsent; k += every) {
    uint32_t from = to->type.n;
    train_corpus_slice(to, c, k, k + 1);
    for (uint32_t t = from; t < to->type.n; t++)
      to->type.v[t] = recast(to->type.v[t], how);
  }
}

/* ---------------------------------------------------------------- readers */

static truc_doc *new_doc(void) {
  truc_doc *d = truc_doc_new(NULL);
  if (!d) train_die("out of memory");
  return d;
}

void train_read_seg(train_corpus *c, train_names *vocab, const char *path,
                    uint64_t limit) {
  train_lines l;
  const char *s;
  size_t n;
  truc_doc *d = new_doc();
  train_lines_open(&l, path);
  while (c->type.n < limit && train_lines_next(&l, &s, &n)) {
    if (n == 0 || s[0] == '#') continue;
    add_text(c, vocab, d, s, n, TRUC_FORM_SEG);
  }
  truc_doc_free(d);
}

void train_read_jsonl(train_corpus *c, train_names *vocab, const char *path,
                      uint64_t limit) {
  train_lines l;
  const char *s;
  size_t n;
  truc_doc *d = new_doc();
  train_lines_open(&l, path);
  while (c->type.n < limit && train_lines_next(&l, &s, &n)) {
    truc__json j = {0};
    truc__json_init(&j, s, n);
    if (train_json_text(&j, path))
      add_text(c, vocab, d, j.str.p, j.str.n, TRUC_FORM_RAW);
    truc__json_release(&j);
  }
  truc_doc_free(d);
}

/* ---------------------------------------------------------------- relabel */

/* Sets the gaps of one word wherever its syllables stand side by side. */
static void relabel(train_corpus *c, const uint32_t *syl, const uint8_t *gap,
                    uint32_t n) {
  for (uint32_t t = 0; t + n <= c->type.n; t++) {
    uint32_t k = 0;
    while (k < n && c->syl.v[t + k] == syl[k] &&
           (k == 0 || c->gap.v[t + k] != GAP_NONE))
      k++;
    for (uint32_t i = 1; k == n && i < n; i++) c->gap.v[t + i] = gap[i];
  }
}

static void relabel_line(train_corpus *c, train_names *vocab, const char *s,
                         size_t n) {
  uint32_t syl[8], k = 0;
  uint8_t gap[8] = {GAP_NONE};
  for (size_t i = 0, from = 0; i <= n && k < 8; i++) {
    char mark = i < n ? s[i] : ',';
    if (mark != ' ' && mark != '_' && mark != ',') continue;
    char key[TRUC__FOLD_MAX];
    size_t len = truc__fold_key(s + from, i - from, key);
    syl[k++] = train_name(vocab, key, len, true);
    from = i + 1;
    if (mark != ',') {
      if (k < 8) gap[k] = mark == '_' ? GAP_JOINED : GAP_APART;
      continue;
    }
    relabel(c, syl, gap, k);
    k = 0;
  }
}

void train_relabel(train_corpus *c, train_names *vocab, const char *path) {
  train_lines l;
  const char *s;
  size_t n;
  train_lines_open(&l, path);
  while (train_lines_next(&l, &s, &n))
    if (n && s[0] != '#') relabel_line(c, vocab, s, n);
}

void train_corpus_free(train_corpus *c) {
  VEC_FREE(c->syl);
  VEC_FREE(c->type);
  VEC_FREE(c->gap);
  VEC_FREE(c->start);
  c->nsent = 0;
}

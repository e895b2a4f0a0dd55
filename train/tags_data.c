/* SPDX-License-Identifier: Apache-2.0 */
/* tags_data.c - CoNLL-U sentences become words with key, shape, class, tag. */
#include "tags.h"

#include "tag/tag.h"
#include "word/word.h"

/* ---------------------------------------------------------------- columns */

const uint8_t tags_of_column[TAG_COLUMNS] = {
    TRUC_TAG_ADJ,   TRUC_TAG_ADP,  TRUC_TAG_ADV,  TRUC_TAG_AUX,
    TRUC_TAG_CCONJ, TRUC_TAG_DET,  TRUC_TAG_INTJ, TRUC_TAG_NOUN,
    TRUC_TAG_NUM,   TRUC_TAG_PART, TRUC_TAG_PRON, TRUC_TAG_PROPN,
    TRUC_TAG_SCONJ, TRUC_TAG_SYM,  TRUC_TAG_VERB, TRUC_TAG_X};

uint8_t tags_column(uint8_t tag) {
  if (tag == TRUC_TAG_PUNCT) tag = TRUC_TAG_INTJ;
  for (uint8_t c = 0; c < TAG_COLUMNS; c++)
    if (tags_of_column[c] == tag) return c;
  return TAG_COLUMNS - 1;
}

/* The tag of a name; the first edition of the guidelines had two others. */
static uint8_t tag_named(const char *s, size_t n, const char *path) {
  if (n == 3 && memcmp(s, "PRT", 3) == 0) return TRUC_TAG_PART;
  if (n == 4 && memcmp(s, "CONJ", 4) == 0) return TRUC_TAG_CCONJ;
  for (int t = 0; t < TRUC_NTAGS; t++) {
    const char *name = truc_tag_name((truc_tag)t);
    if (strlen(name) == n && memcmp(name, s, n) == 0) return (uint8_t)t;
  }
  train_die("'%s': no tag is called '%.*s'", path, (int)n, s);
}

/* ---------------------------------------------------------------- CoNLL-U */

typedef struct cell {
  const char *s;
  size_t n;
} cell;

static void split(const char *s, size_t n, cell out[10], const char *path) {
  const char *end = s + n;
  for (int i = 0; i < 10; i++) {
    const char *tab = memchr(s, '\t', (size_t)(end - s));
    if (!tab != (i == 9)) train_die("'%s': a row has not 10 columns", path);
    out[i] = (cell){s, (size_t)((tab ? tab : end) - s)};
    if (tab) s = tab + 1;
  }
}

static bool holds(cell c, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i + n <= c.n; i++)
    if (memcmp(c.s + i, word, n) == 0) return true;
  return false;
}

bool tags_next(train_lines *l, tags_gold *g, bool glued) {
  const char *s;
  size_t n;
  bool space = false, any = false;
  truc__buf_reset(&g->text);
  g->end.n = g->tag.n = 0;
  while (train_lines_next(l, &s, &n)) {
    if (n == 0 && any) return true;
    if (n == 0 || s[0] == '#') continue;
    cell c[10];
    split(s, n, c, l->path);
    if (space) truc__buf_chr(&g->text, ' ');
    truc__buf_put(&g->text, c[1].s, c[1].n);
    if (g->text.rc) train_die("out of memory");
    TRAIN_PUSH(g->end, (uint32_t)g->text.n);
    TRAIN_PUSH(g->tag, tag_named(c[3].s, c[3].n, l->path));
    space = !glued || !holds(c[9], "SpaceAfter=No");
    any = true;
  }
  return any;
}

void tags_gold_free(tags_gold *g) {
  truc__buf_release(&g->text);
  VEC_FREE(g->end);
  VEC_FREE(g->tag);
}

/* ------------------------------------------------------------------ words */

static void read_text(truc_doc *d, const tags_gold *g, unsigned layers) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  opt.form = TRUC_FORM_RAW;
  if (truc_doc_read(d, g->text.p, g->text.n, &opt, &err) ||
      truc_doc_run(d, layers, &err))
    train_die("%s", err.msg);
}

void tags_impose(truc_doc *d, const tags_gold *g) {
  read_text(d, g, TRUC_SENTENCES);
  d->word.n = d->type.n = 0;
  if (!VEC_ROOM(d->type, d->token.n)) train_die("out of memory");
  d->type.n = d->token.n;
  uint32_t tok = 0;
  for (uint32_t s = 0; s < d->sentence.n; s++) {
    truc_sentence *sent = &d->sentence.v[s];
    truc__word_types(d, sent, d->type.v + sent->tok);
    sent->word = d->word.n;
    truc__word_types(d, sent, d->type.v + sent->tok);
    while (tok < sent->tok + sent->ntok) {
      uint32_t from = tok, i = 0;
      while (g->end.v[i] <= d->token.v[from].at.off) i++;
      while (tok < sent->tok + sent->ntok &&
             d->token.v[tok].at.off < g->end.v[i])
        d->token.v[tok++].word = d->word.n;
      truc_word w = {.at = truc__tok_span(d, from, tok - from),
                     .tok = from,
                     .ntok = (uint16_t)(tok - from),
                     .tag = TRUC_TAG_X,
                     .sent = s};
      TRAIN_PUSH(d->word, w);
    }
    sent->nword = d->word.n - sent->word;
  }
  d->done |= TRUC_WORDS;
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }
static uint32_t most(uint32_t a, uint32_t b) { return a > b ? a : b; }

uint8_t tags_beneath(const tags_gold *g, truc_span at, bool *exact) {
  uint32_t best = 0, shared = 0, end = at.off + at.len;
  *exact = false;
  for (uint32_t i = 0; i < g->end.n; i++) {
    uint32_t from = i ? g->end.v[i - 1] : 0, to = g->end.v[i];
    if (i && g->text.p[from] == ' ') from++;
    uint32_t lo = most(from, at.off), hi = least(to, end);
    if (hi <= lo || hi - lo <= shared) continue;
    shared = hi - lo;
    best = i;
    *exact = from == at.off && to == end;
  }
  return g->tag.n ? g->tag.v[best] : TRUC_TAG_X;
}

/* ------------------------------------------------------------------- sets */

uint32_t tags_name(train_names *names, const truc_doc *d, const truc_word *w,
                   bool add) {
  char key[TAG_KEY_MAX];
  size_t n = truc__tag_key(d, w, key);
  return n ? train_name(names, key, n, add) : 0;
}

static uint32_t syllable_name(train_names *names, const truc_doc *d,
                              uint32_t tok) {
  char key[TAG_KEY_MAX];
  size_t n = truc__tag_syllable(d, tok, key);
  return n ? train_name(names, key, n, true) : 0;
}

static void add_sentence(tags_set *s, train_names *names, const uint8_t *cls,
                         uint32_t ncls, const truc_doc *d,
                         const truc_sentence *sent, const tags_gold *g) {
  uint8_t *type = train_alloc(sent->ntok);
  truc__word_types(d, sent, type);
  for (uint32_t i = 0; i < sent->nword; i++) {
    const truc_word *w = &d->word.v[sent->word + i];
    const uint8_t *t = type + (w->tok - sent->tok);
    bool exact, spelled = truc__tag_spelled(d, w);
    tags_word x = {.key = tags_name(names, d, w, true),
                   .shape = truc__tag_shape(&d->token.v[w->tok], t, w->ntok),
                   .gold = tags_column(tags_beneath(g, w->at, &exact)),
                   .capital = truc__word_capital(t[0])};
    if (x.key < ncls) x.cls = cls[x.key];
    if (spelled) {
      x.first = syllable_name(names, d, w->tok);
      x.last = syllable_name(names, d, w->tok + w->ntok - 1);
    }
    TRAIN_PUSH(s->word, x);
  }
  truc__free(type);
}

void tags_read(tags_set *s, train_names *names, const uint8_t *cls,
               uint32_t ncls, const char *path, uint8_t round,
               const truc_model *words) {
  train_lines l;
  tags_gold g;
  memset(&g, 0, sizeof g);
  truc_doc *d = truc_doc_new(words);
  if (!d) train_die("out of memory");
  if (s->nsent == 0) TRAIN_PUSH(s->start, 0);
  train_lines_open(&l, path);
  for (uint32_t k = 0; tags_next(&l, &g, words != NULL); k++) {
    if (words)
      read_text(d, &g, TRUC_WORDS);
    else
      tags_impose(d, &g);
    for (uint32_t i = 0; i < d->sentence.n; i++) {
      if (!d->sentence.v[i].nword) continue;
      add_sentence(s, names, cls, ncls, d, &d->sentence.v[i], &g);
      TRAIN_PUSH(s->start, s->word.n);
      TRAIN_PUSH(s->round, round);
      TRAIN_PUSH(s->fold, (uint8_t)(k % TAGS_FOLDS));
      s->nsent++;
    }
  }
  tags_gold_free(&g);
  truc_doc_free(d);
}

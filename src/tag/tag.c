/* SPDX-License-Identifier: Apache-2.0 */
/* tag.c - the room's entry: keys, shapes, rows, runs. */
#include "tag/tag.h"

#include "text/fold.h"
#include "text/text.h"
#include "word/word.h"

/* ------------------------------------------------------------------- keys */

/* Kinds of token whose spelling says less than the kind. */
static char kind_letter(uint8_t kind) {
  switch (kind) {
    case TRUC_TOK_NUMBER: return 'n';
    case TRUC_TOK_DATE: return 'd';
    case TRUC_TOK_TIME: return 't';
    case TRUC_TOK_PERCENT: return 'p';
    case TRUC_TOK_URL: return 'u';
    case TRUC_TOK_TAG: return 'h';
    case TRUC_TOK_EMOJI: return 'e';
    default: return 0;
  }
}

size_t truc__tag_syllable(const truc_doc *d, uint32_t tok, char *key) {
  const truc_token *t = &d->token.v[tok];
  return truc__fold_key(d->text.p + t->text, t->text_len, key);
}

size_t truc__tag_key(const truc_doc *d, const truc_word *w,
                     char key[TAG_KEY_MAX]) {
  size_t n = 0;
  char kind = kind_letter(d->token.v[w->tok].kind);
  if (kind) {
    key[0] = '#';
    key[1] = kind;
    return 2;
  }
  for (uint32_t i = 0; i < w->ntok; i++) {
    if (n + 1 + TRUC__FOLD_MAX > TAG_KEY_MAX) return 0;
    if (i) key[n++] = ' ';
    size_t len = truc__tag_syllable(d, w->tok + i, key + n);
    if (!len) return 0;
    n += len;
  }
  return n;
}

bool truc__tag_spelled(const truc_doc *d, const truc_word *w) {
  return w->ntok > 1 && !kind_letter(d->token.v[w->tok].kind);
}

/* Syllables: kinds of the first and the last, and whether there are one, two
** or more; other tokens: the kind. */
uint8_t truc__tag_shape(const truc_token *tok, const uint8_t *type,
                        uint32_t ntok) {
  if (tok->kind != TRUC_TOK_SYLLABLE) return (uint8_t)(192 + tok->kind);
  unsigned many = ntok > 2 ? 2 : ntok - 1;
  return (uint8_t)(many << 6 | (type[0] & 7u) << 3 | (type[ntok - 1] & 7u));
}

/* ------------------------------------------------------------------ words */

/* What is known of a word wherever it stands. Of an unknown word `first` and
** `last` are the rows of its syllables, and `may` holds the open columns. */
typedef struct entry {
  truc__tagword w;
  uint8_t cls;
} entry;

/* Surfaces seen lately: looking up is slow, and words repeat. */
#define CACHE_SIZE 8192 /* a power of two: 384 KB */
#define CACHE_BYTES 24
_Static_assert(CACHE_BYTES <= TRUC__SLACK, "read behind the text");
typedef struct seen {
  uint64_t bytes[CACHE_BYTES / 8]; /* filled up with NUL; all 0: empty */
  entry e;
} seen;

/* A word of the sentence at hand. */
typedef struct place {
  uint64_t bytes[CACHE_BYTES / 8]; /* its surface */
  uint32_t slot; /* of the cache; CACHE_SIZE: too long for it */
  entry e;
  uint8_t shape;
  bool capital, mark;
} place;

typedef struct tag_scratch {
  VEC(uint8_t) type;
  VEC(place) place;
  VEC(truc__tagscore) score;
  seen cache[CACHE_SIZE];
} tag_scratch;

static tag_scratch *scratch_get(truc_doc *d) {
  tag_scratch *s = d->scratch[SCRATCH_TAG];
  if (!s) {
    s = truc__realloc(NULL, sizeof *s);
    if (!s) return NULL;
    memset(s, 0, sizeof *s);
    d->scratch[SCRATCH_TAG] = s;
  }
  return s;
}

void truc__tag_release(truc_doc *d) {
  tag_scratch *s = d->scratch[SCRATCH_TAG];
  if (!s) return;
  VEC_FREE(s->type);
  VEC_FREE(s->place);
  VEC_FREE(s->score);
  truc__free(s);
  d->scratch[SCRATCH_TAG] = NULL;
}

static truc__tagword word_of(const truc__tagmodel *m, uint32_t id) {
  return m->word[id <= m->nseen ? id : 0];
}

/* Most text is spelled as keys are; what equals a key need not be folded. */
static uint32_t plain_id(const truc__tagmodel *m, const truc_doc *d,
                         uint32_t tok, uint32_t ntok) {
  const truc_token *a = &d->token.v[tok], *b = a + ntok - 1;
  return truc__tags_word(m, d->text.p + a->text,
                         b->text + b->text_len - a->text);
}

static truc__tagword syllable_of(const truc__tagmodel *m, const truc_doc *d,
                                 uint32_t tok) {
  char key[TAG_KEY_MAX];
  uint32_t id = plain_id(m, d, tok, 1);
  if (id) return word_of(m, id);
  size_t n = truc__tag_syllable(d, tok, key);
  return word_of(m, n ? truc__tags_word(m, key, n) : 0);
}

static uint32_t word_id(const truc__tagmodel *m, const truc_doc *d,
                        const truc_word *w) {
  char key[TAG_KEY_MAX];
  uint32_t id = 0;
  if (!kind_letter(d->token.v[w->tok].kind))
    id = plain_id(m, d, w->tok, w->ntok);
  if (id) return id;
  size_t n = truc__tag_key(d, w, key);
  return n ? truc__tags_word(m, key, n) : 0;
}

static unsigned column_of(const truc__tagtabs *t, truc_tag tag) {
  unsigned c = 0;
  while (c < TAG_COLUMNS - 1 && t->tag[c] != tag) c++;
  return c;
}

/* Emoji are symbols by definition; no treebank of ours has any. */
static entry look_up(const truc__tagmodel *m, const truc_doc *d,
                     const truc_word *w) {
  uint32_t id = word_id(m, d, w);
  entry e = {word_of(m, id), m->cls[id]};
  if (!e.w.may) e.w.may = m->tabs->open;
  if (d->token.v[w->tok].kind == TRUC_TOK_EMOJI)
    e.w.may = (uint16_t)(1u << column_of(m->tabs, TRUC_TAG_SYM));
  if (e.w.here[0]) return e;
  bool spelled = truc__tag_spelled(d, w);
  e.w.first = spelled ? syllable_of(m, d, w->tok).first : 0;
  e.w.last = spelled ? syllable_of(m, d, w->tok + w->ntok - 1).last : 0;
  return e;
}

/* The surface and where it should be in the cache; asks for that place ahead
** of use.  Text has TRUC__SLACK zeros behind it, so that a whole surface can be
** read anywhere. */
static void aim(tag_scratch *sc, const truc_doc *d, const truc_word *w,
                place *p) {
  const truc_token *a = &d->token.v[w->tok], *b = a + w->ntok - 1;
  uint32_t n = b->text + b->text_len - a->text;
  p->slot = CACHE_SIZE;
  if (n == 0 || n > CACHE_BYTES) return;
  memcpy(p->bytes, d->text.p + a->text, CACHE_BYTES);
  for (uint32_t k = 0; k < CACHE_BYTES / 8; k++) {
    uint32_t left = n > 8 * k ? n - 8 * k : 0; /* bytes of it in this part */
    if (left < 8) p->bytes[k] &= ((uint64_t)1 << 8 * left) - 1;
  }
  uint64_t h = (p->bytes[0] ^ (p->bytes[1] * 0xD6E8FEB86659FD93u) ^
                (p->bytes[2] * 0xA0761D6478BD642Fu)) *
               0x9E3779B97F4A7C15u;
  p->slot = (uint32_t)(h >> 40) & (CACHE_SIZE - 1);
  __builtin_prefetch(&sc->cache[p->slot]);
}

static void find(const truc__tagmodel *m, tag_scratch *sc, const truc_doc *d,
                 const truc_word *w, place *p) {
  if (p->slot == CACHE_SIZE) {
    p->e = look_up(m, d, w);
    return;
  }
  seen *c = &sc->cache[p->slot];
  uint64_t differ = (c->bytes[0] ^ p->bytes[0]) | (c->bytes[1] ^ p->bytes[1]) |
                    (c->bytes[2] ^ p->bytes[2]);
  if (differ) {
    c->e = look_up(m, d, w);
    memcpy(c->bytes, p->bytes, sizeof c->bytes);
  }
  p->e = c->e;
}

/* Places of a sentence's words. */
static void fill_places(const truc__tagmodel *m, tag_scratch *sc,
                        const truc_doc *d, const truc_sentence *s) {
  const truc_word *w = d->word.v + s->word;
  for (uint32_t i = 0; i < s->nword; i++) aim(sc, d, &w[i], &sc->place.v[i]);
  truc__word_types(d, s, sc->type.v);
  for (uint32_t i = 0; i < s->nword; i++) {
    const truc_token *tok = &d->token.v[w[i].tok];
    const uint8_t *type = sc->type.v + (w[i].tok - s->tok);
    place *p = &sc->place.v[i];
    find(m, sc, d, &w[i], p);
    p->shape = truc__tag_shape(tok, type, w[i].ntok);
    p->capital = truc__word_capital(type[0]);
    p->mark = tok->kind == TRUC_TOK_PUNCT;
    if (p->capital) p->e.w.may |= m->tabs->capital;
  }
}

/* ------------------------------------------------------------------- rows */

/* "restrict", or else no compiler makes a vector of the loop. */
static void add_row(int16_t *restrict own, const truc__tagmodel *m,
                    uint32_t row) {
  const int8_t *restrict w = m->row[row].w;
  for (int c = 0; c < TAG_COLUMNS; c++) own[c] = (int16_t)(own[c] + w[c]);
}

static void add_pair(int16_t own[TAG_COLUMNS], const truc__tagmodel *m,
                     uint32_t pair, uint32_t side, uint8_t cls) {
  uint32_t owner = 2 * pair + side;
  const truc__tagcell *c = &m->cell[m->base[owner] + cls];
  if (c->owner == owner) add_row(own, m, c->row);
}

/* The scores of one word between its neighbours; NULL at a sentence's end. */
static void score_word(const truc__tagmodel *m, const place *before,
                       const place *p, const place *after,
                       int16_t own[TAG_COLUMNS]) {
  const truc__tagword *w = &p->e.w;
  unsigned left = before ? before->e.cls : 1u;
  unsigned right = after ? after->e.cls : 1u;
  uint32_t prev = before ? before->e.w.prev : 0;
  uint32_t next = after ? after->e.w.next : 0;
  memset(own, 0, TAG_COLUMNS * sizeof *own);
  add_row(own, m, TAG_ROW_SHAPE + (uint32_t)p->shape);
  add_row(own, m, prev ? prev : TAG_ROW_PREV + left);
  add_row(own, m, next ? next : TAG_ROW_NEXT + right);
  if (w->here[0]) {
    add_row(own, m, p->capital && w->here[1] ? w->here[1] : w->here[0]);
  } else {
    add_row(own, m, TAG_ROW_HERE + (uint32_t)p->e.cls);
    if (w->first) add_row(own, m, w->first);
    if (w->last) add_row(own, m, w->last);
  }
  if (w->pair) {
    add_pair(own, m, w->pair, 0, (uint8_t)left);
    add_pair(own, m, w->pair, 1, (uint8_t)right);
  }
}

/* ------------------------------------------------------------------- runs */

static uint8_t margin_of(const truc__tagtabs *t, int32_t diff) {
  uint32_t step = (uint32_t)diff >> t->step;
  return t->margin[step < TAG_MARGINS ? step : TAG_MARGINS - 1];
}

static void set_tag(truc_word *w, const truc__tagtabs *t, unsigned column,
                    bool mark, uint8_t margin) {
  w->tag = truc__tag_of(t->tag[column], mark);
  w->tag_margin = margin;
}

/* The only column of a word, or TAG_EDGE. */
static unsigned only_column(const place *p) {
  unsigned may = p->e.w.may;
  return may & (may - 1) ? TAG_EDGE : (unsigned)__builtin_ctz(may);
}

/* Words [from, end) of the sentence, each with more than one way. */
static void solve_run(const truc__tagmodel *m, tag_scratch *sc, truc_word *w,
                      uint32_t n, uint32_t from, uint32_t end) {
  const place *p = sc->place.v;
  truc__tagscore *s = sc->score.v;
  for (uint32_t i = from; i < end; i++) {
    s[i - from].may = p[i].e.w.may;
    score_word(m, i ? &p[i - 1] : NULL, &p[i], i + 1 < n ? &p[i + 1] : NULL,
               s[i - from].own);
  }
  truc__tag_solve(m->tabs, s, end - from,
                  from ? only_column(&p[from - 1]) : TAG_EDGE,
                  end < n ? only_column(&p[end]) : TAG_EDGE);
  for (uint32_t i = from; i < end; i++)
    set_tag(&w[i], m->tabs, s[i - from].column, p[i].mark,
            margin_of(m->tabs, s[i - from].diff));
}

static void tag_sentence(const truc__tagmodel *m, tag_scratch *sc, truc_word *w,
                         uint32_t n) {
  const place *p = sc->place.v;
  uint32_t from = 0;
  for (uint32_t i = 0; i < n; i++) {
    unsigned column = only_column(&p[i]);
    if (column == TAG_EDGE) continue;
    if (from < i) solve_run(m, sc, w, n, from, i);
    set_tag(&w[i], m->tabs, column, p[i].mark, m->tabs->sure);
    from = i + 1;
  }
  if (from < n) solve_run(m, sc, w, n, from, n);
}

truc_rc truc__tag_run(truc_doc *d) {
  const truc__tagmodel *m = truc__model_tags(d->model);
  for (uint32_t i = 0; i < d->word.n; i++) {
    d->word.v[i].tag = TRUC_TAG_X;
    d->word.v[i].tag_margin = 0;
  }
  if (!m) return TRUC_OK;
  tag_scratch *sc = scratch_get(d);
  if (!sc) return TRUC_ENOMEM;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    const truc_sentence *s = &d->sentence.v[i];
    sc->type.n = sc->place.n = sc->score.n = 0;
    if (!VEC_ROOM(sc->type, s->ntok) || !VEC_ROOM(sc->place, s->nword) ||
        !VEC_ROOM(sc->score, s->nword))
      return TRUC_ENOMEM;
    fill_places(m, sc, d, s);
    tag_sentence(m, sc, d->word.v + s->word, s->nword);
  }
  return TRUC_OK;
}

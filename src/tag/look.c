/* SPDX-License-Identifier: Apache-2.0 */
/* look.c - what is known of a word wherever it stands.
**
** News repeats its words, so what was found for one is kept in a table of the
** document object: all that a sentence asks of it, rows and all, in one line of
** the cache.  An entry simply gives way to the next that falls on it.
**
** The key is exact.  A word of one to four syllables that the word tables know
** is their ids; a token whose kind says it all, the kind; another short token
** its bytes.  What is left, one word of a hundred, is looked up each time. */
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

/* ---------------------------------------------------------------- look-ups */

static truc__tagword word_of(const truc__tagmodel *m, uint32_t id) {
  return m->word[id <= m->nseen ? id : 0];
}

/* Most text is spelled as keys are; what equals a key need not be folded. */
static uint32_t plain_id(const truc__tagmodel *m, const truc_doc *d,
                         uint32_t tok, uint32_t ntok) {
  const truc_token *a = &d->token.v[tok], *b = a + ntok - 1;
  return truc__keys_find(&m->keys, d->text.p + a->text,
                         b->text + b->text_len - a->text);
}

static truc__tagword syllable_of(const truc__tagmodel *m, const truc_doc *d,
                                 uint32_t tok) {
  char key[TAG_KEY_MAX];
  uint32_t id = plain_id(m, d, tok, 1);
  if (id) return word_of(m, id);
  size_t n = truc__tag_syllable(d, tok, key);
  return word_of(m, n ? truc__keys_find(&m->keys, key, n) : 0);
}

static uint32_t word_id(const truc__tagmodel *m, const truc_doc *d,
                        const truc_word *w) {
  char key[TAG_KEY_MAX];
  uint32_t id = 0;
  if (!kind_letter(d->token.v[w->tok].kind))
    id = plain_id(m, d, w->tok, w->ntok);
  if (id) return id;
  size_t n = truc__tag_key(d, w, key);
  return n ? truc__keys_find(&m->keys, key, n) : 0;
}

static unsigned column_of(const truc__tagtabs *t, truc_tag tag) {
  unsigned c = 0;
  while (c < TAG_COLUMNS - 1 && t->tag[c] != tag) c++;
  return c;
}

/* Emoji are symbols by definition; no treebank of ours has any. */
static uint16_t columns_of(const truc__tagmodel *m, const truc_doc *d,
                           const truc_word *w, const truc__tagword *known) {
  if (d->token.v[w->tok].kind == TRUC_TOK_EMOJI)
    return (uint16_t)(1u << column_of(m->tabs, TRUC_TAG_SYM));
  return known->may ? known->may : m->tabs->open;
}

static void look_up(const truc__tagmodel *m, const truc_doc *d,
                    const truc_word *w, truc__tagknown *p) {
  uint32_t id = word_id(m, d, w);
  truc__tagword x = word_of(m, id);
  p->cls = m->cls[id];
  p->known = x.here[0] != 0;
  p->may = columns_of(m, d, w, &x);
  p->here = m->row[p->known ? x.here[0] : TAG_ROW_HERE + (uint32_t)p->cls];
  p->prev = m->row[x.prev ? x.prev : TAG_ROW_PREV + (uint32_t)p->cls];
  p->next = m->row[x.next ? x.next : TAG_ROW_NEXT + (uint32_t)p->cls];
  p->row[0] = x.here[1];
  p->row[1] = x.pair;
  if (p->known) return;
  bool spelled = truc__tag_spelled(d, w);
  p->row[0] = spelled ? syllable_of(m, d, w->tok).first : 0;
  p->row[1] = spelled ? syllable_of(m, d, w->tok + w->ntok - 1u).last : 0;
}

/* ------------------------------------------------------------------- table */

#define OTHER ((uint64_t)0xFFFF << 48) /* no id of a fourth syllable */
_Static_assert(CELL_FREE <= 0xFFFF, "ids lie below");
_Static_assert(TRUC__SLACK >= 8, "read behind the text");

/* Key of a word that is not all ids; 0 if it has none. */
static uint64_t other_key(const truc_doc *d, const truc_word *w) {
  const truc_token *t = &d->token.v[w->tok];
  uint64_t key;
  if (kind_letter(t->kind)) return OTHER | t->kind;
  if (w->ntok > 1 || t->text_len > 5) return 0;
  memcpy(&key, d->text.p + t->text, sizeof key);
  key &= ((uint64_t)1 << 8 * t->text_len) - 1;
  return OTHER | key << 8 | 0xFF; /* the lowest byte is no kind */
}

/* Ids lie side by side; behind the last there is room for three more. */
static uint64_t key_of(const truc_doc *d, const truc_word *w) {
  const uint64_t ones = 0x0001000100010001u;
  unsigned n = w->ntok < 4 ? w->ntok : 4;
  uint64_t key, part = ~(uint64_t)0 >> (64 - 16 * n);
  memcpy(&key, d->syllable.v + w->tok, sizeof key);
  key &= part;
  uint64_t none = (key - (ones & part)) & ~key & ones << 15;
  bool other = d->token.v[w->tok].kind != TRUC_TOK_SYLLABLE;
  return none || other || w->ntok > 4 ? other_key(d, w) : key;
}

/* Two entries share a place; the first is the one used last. */
static truc__tagknown *place_of(const truc__tagwork *w, uint64_t key) {
  return w->memo + 2 * (key * 0x9E3779B97F4A7C15u >> (65 - TAG_MEMO_BITS));
}

static void find(const truc__tagmodel *m, const truc__tagwork *work,
                 const truc_doc *d, const truc_word *w, truc__tagknown *p) {
  uint64_t key = p->key;
  truc__tagknown *k = place_of(work, key);
  if (k[0].key == key && key) {
    *p = k[0];
    return;
  }
  if (k[1].key == key && key)
    *p = k[1];
  else
    look_up(m, d, w, p);
  if (!key) return;
  k[1] = k[0];
  k[0] = *p;
}

void truc__tag_places(const truc__tagmodel *m, const truc__tagwork *work,
                      const truc_doc *d, const truc_sentence *s) {
  const truc_word *w = d->word.v + s->word;
  truc__tagplace *p = work->place.v + 1;
  for (uint32_t i = 0; i < s->nword; i++) {
    p[i].word.key = key_of(d, &w[i]);
    __builtin_prefetch(place_of(work, p[i].word.key));
  }
  for (uint32_t i = 0; i < s->nword; i++) {
    const truc_token *tok = &d->token.v[w[i].tok];
    const uint8_t *type = d->type.v + w[i].tok;
    find(m, work, d, &w[i], &p[i].word);
    p[i].shape = truc__tag_shape(tok, type, w[i].ntok);
    p[i].capital = truc__word_capital(type[0]);
    p[i].mark = tok->kind == TRUC_TOK_PUNCT;
    if (p[i].capital) p[i].word.may |= m->tabs->capital;
  }
}

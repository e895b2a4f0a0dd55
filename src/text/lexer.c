/* SPDX-License-Identifier: Apache-2.0 */
/* lexer.c - the pass over the normal text that makes the tokens.
**
** Most of a text is letters of Vietnamese between blanks, so that case has a
** way of its own: the letters of 64 bytes are one number, whose lowest zero
** above a place is the end of the run that begins there.  Everything else goes
** by the rules of token.c. */
#include "text/text.h"

typedef struct {
  truc_doc *d;
  truc__lexed t;
  truc_token *tok; /* [cap] as in d, while the pass runs */
  uint16_t *syl;   /* [cap] */
  uint32_t *odd;   /* [cap] */
  uint32_t n, nodd, cap;
  uint64_t letters;   /* of block `block`, a bit per byte */
  size_t block;       /* place / 64 */
  uint32_t map, join; /* cursors */
  unsigned flags;     /* of the next token */
  bool mapped;        /* the text is not the input as it stands */
  bool empty;         /* no token on this line yet */
  bool failed;
} lexer;

/* ------------------------------------------------------------------ tokens */

static bool room(lexer *x, uint32_t n) {
  truc_doc *d = x->d;
  d->token.n = d->syllable.n = d->odd.n = x->n; /* alike, so long */
  if (!VEC_ROOM(d->token, n) || !VEC_ROOM(d->syllable, n) ||
      !VEC_ROOM(d->odd, n)) {
    x->failed = true;
    return false;
  }
  x->tok = d->token.v;
  x->syl = d->syllable.v;
  x->odd = d->odd.v;
  x->cap = d->token.cap < d->syllable.cap ? d->token.cap : d->syllable.cap;
  if (d->odd.cap < x->cap) x->cap = d->odd.cap;
  return true;
}

static bool is_hint(lexer *x, size_t i) {
  const truc_doc *d = x->d;
  while (x->join < d->joins.n && d->joins.v[x->join] + 1 < i) x->join++;
  return x->join < d->joins.n && d->joins.v[x->join] + 1 == i;
}

/* What a normal text that differs from the input asks for besides. */
static void place(lexer *x, truc_token *tok) {
  if (x->d->joins.n && is_hint(x, tok->text)) tok->flags |= TRUC_TF_HINT;
  tok->at = truc__raw_span(x->d, tok->text, tok->text + tok->text_len, &x->map);
}

static inline void push(lexer *x, size_t i, size_t len, truc_token_kind kind,
                        truc__looked look) {
  if (x->n == x->cap && !room(x, 1)) return;
  truc_token *tok = &x->tok[x->n];
  uint32_t from = (uint32_t)i, n = (uint32_t)len;
  unsigned foreign = kind == TRUC_TOK_SYLLABLE ? look.traits & LOOK_FOREIGN : 0;
  *tok = (truc_token){.at = {from, n},
                      .text = from,
                      .text_len = n,
                      .sym = look.sym,
                      .word = TRUC_NONE,
                      .kind = (uint8_t)kind,
                      .shape = look.shape,
                      .flags = (uint8_t)(x->flags | foreign),
                      .margin = 255};
  x->odd[x->nodd] = x->n; /* it stays if it is one */
  x->nodd += truc__is_odd(tok);
  x->syl[x->n++] = kind == TRUC_TOK_SYLLABLE ? look.id : 0;
  if (x->mapped) place(x, tok);
  x->flags = 0;
  x->empty = false;
}

/* ------------------------------------------------------------ by the rules */

/* U+FFFD stands for ill-formed bytes, unless the input really has one. */
static bool is_ill_formed(lexer *x, size_t i) {
  const truc_doc *d = x->d;
  if (!d->invalid || x->t.n - i < 3 || memcmp(x->t.s + i, "\xEF\xBF\xBD", 3))
    return false;
  truc_span raw = truc__raw_span(d, (uint32_t)i, (uint32_t)i + 3, &x->map);
  return raw.len != 3 || memcmp(d->raw + raw.off, "\xEF\xBF\xBD", 3);
}

static void gap(lexer *x, size_t i) {
  if (x->t.s[i] == '\n') {
    if (x->empty && x->n) x->flags |= TRUC_TF_PARA;
    x->flags |= TRUC_TF_LINE;
    x->empty = true;
    x->t.begin = i + 1;
  }
  x->flags |= TRUC_TF_SPACE;
}

/* The token or gap at i; returns what comes after it. */
static size_t slow_step(lexer *x, size_t i) {
  unsigned len;
  truc_token_kind kind;
  truc__class c = truc__class_at(x->t.s + i, x->t.n - i, &len);
  if (c == C_GAP || c == C_JOINER || is_ill_formed(x, i)) {
    if (c == C_GAP) gap(x, i);
    return i + len;
  }
  size_t n = truc__token_length(&x->t, i, c, len, &kind);
  push(x, i, n, kind, truc__token_look(x->t.work, x->t.s + i, n));
  return i + n;
}

/* ----------------------------------------------------------- the usual way */

/* What may follow letters without any rule having a say: blanks and marks. */
static bool ends_letters(const unsigned char *s, truc__looked look) {
  unsigned char c = s[0];
  if (c == '.')
    return !(look.traits & LOOK_DOTTED) &&
           (s[1] <= ' ' || s[1] == '"' || s[1] == ')');
  if (c >= 0x80) /* a curly double quote, a dash, an ellipsis */
    return c == 0xE2 && s[1] == 0x80 &&
           (s[2] == 0x9C || s[2] == 0x9D || s[2] == 0xA6 || s[2] == 0x93);
  if (c <= ' ') return true;
  return c == ',' || c == ';' || c == ')' || c == '"' || c == '!' || c == '?' ||
         c == '/';
}

/* End of the run of common letters at i; i if there is none. */
static inline size_t letters_end(lexer *x, size_t i) {
  for (;;) {
    if (i / 64 != x->block) {
      x->block = i / 64;
      x->letters = truc__letters(x->t.s + i / 64 * 64);
    }
    uint64_t other = ~x->letters >> i % 64;
    if (other) return i + (size_t)__builtin_ctzll(other);
    i = i / 64 * 64 + 64;
  }
}

/* Letters and what ends them. Returns i if what stands there is something
** else. */
static inline size_t fast_step(lexer *x, size_t i) {
  size_t end = letters_end(x, i);
  if (end == i) return i;
  truc__looked look = truc__token_known(x->t.work, x->t.s + i, end - i);
  if (look.shape == TRUC_SHAPE_MIXED) return i; /* two words, perhaps */
  if (x->t.s[end] == ' ') {
    push(x, i, end - i, TRUC_TOK_SYLLABLE, look);
    x->flags = TRUC_TF_SPACE;
    return end + 1;
  }
  if (!ends_letters((const unsigned char *)x->t.s + end, look)) return i;
  push(x, i, end - i, TRUC_TOK_SYLLABLE, look);
  return end;
}

static truc_rc lexer_run(truc_doc *d) {
  lexer x = {.d = d,
             .t = {d->text.p, d->text.n, 0, truc__textwork_of(d)},
             .block = SIZE_MAX,
             .mapped = d->map.n || d->joins.n,
             .flags = TRUC_TF_LINE,
             .empty = true};
  d->token.n = d->syllable.n = d->odd.n = 0;
  /* a token for five bytes is enough for news, and more come when needed */
  if (!x.t.work || !room(&x, (uint32_t)(d->text.n / 5) + 16))
    return TRUC_ENOMEM;
  for (size_t i = 0; i < x.t.n && !x.failed;) {
    if (x.t.s[i] == ' ') {
      x.flags |= TRUC_TF_SPACE;
      i++;
      continue;
    }
    size_t next = fast_step(&x, i);
    i = next > i ? next : slow_step(&x, i);
  }
  if (x.failed || !room(&x, TRUC__MORE_SYLLABLES)) return TRUC_ENOMEM;
  memset(x.syl + x.n, 0, TRUC__MORE_SYLLABLES * sizeof *x.syl);
  x.odd[x.nodd] = x.n;
  d->odd.n = x.nodd;
  return TRUC_OK;
}

truc_rc truc__text_run(truc_doc *d) {
  d->joins.n = d->unit_index.n = 0;
  truc_rc rc = truc__normal_run(d);
  if (!rc && d->form == TRUC_FORM_SEG) rc = truc__layout_run(d);
  if (!rc) rc = lexer_run(d);
  if (!rc && d->profile) rc = truc__pieces_run(d);
  return rc ? rc : truc__units_run(d) ? TRUC_OK : TRUC_ENOMEM;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* hits.c - the one walk into the lexicon: which phrases begin at each token of
** the text, as bits of their classes.  What they are phrases.c reads. */
#include "name/name.h"
#include "text/text.h"

bool truc__all_small(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t words = 0;
  for (uint32_t i = tok; i < end; i++) {
    uint8_t shape = d->token.v[i].shape;
    if (shape != TRUC_SHAPE_LOWER && shape != TRUC_SHAPE_NONE) return false;
    words += shape == TRUC_SHAPE_LOWER;
  }
  return words > 4;
}

/* Does what begins at a token depend on its shape?  One with a capital always
** does, one without a letter if there is something to ask. */
static inline unsigned is_open(unsigned shape, unsigned asked) {
  const unsigned capital =
      1u << TRUC_SHAPE_TITLE | 1u << TRUC_SHAPE_UPPER | 1u << TRUC_SHAPE_MIXED;
  return (capital >> shape | (asked & 1u << TRUC_SHAPE_NONE >> shape)) & 1;
}

/* The classes of each token by its first node, and which tokens need more.
** Without a branch: a processor guesses wrong where one word in three leads
** on. */
static void first_nodes(const truc_doc *d, truc__work *w, uint32_t tok,
                        uint32_t end, uint32_t *room) {
  const truc_token *t = d->token.v;
  uint64_t *classes = w->classes.v;
  uint16_t *kind = w->kind.v;
  uint32_t *on = w->on.v, *open = w->open.v, non = 0, nopen = 0, sum = 0;
  uint32_t next = tok < end ? t[tok].sym : 0;
  for (; tok < end; tok++) {
    const uint32_t sym = next, more = tok + 1 < end;
    const truc__lexfirst *x = truc__lex.first + sym;
    next = t[tok + more].sym;
    const unsigned leads = more & (unsigned)(x->next >> truc__lex_next(next));
    kind[tok] = x->kind;
    classes[tok] = x->names;
    sum += x->nname;
    on[non] = open[nopen] = tok;
    non += leads;
    nopen += is_open(t[tok].shape, x->looks | leads);
  }
  w->on.n = non;
  w->open.n = nopen;
  *room += sum;
}

/* The second nodes of the tokens in `on`, again without a branch; of those only
** the tokens stay that may lead on to a third. */
static bool second_nodes(const truc_doc *d, truc__work *w, uint32_t end,
                         uint32_t *room) {
  if (!w->on.n) return true;
  if (!VEC_ROOM(w->way, (uint64_t)w->on.n * 2) || !VEC_ROOM(w->ways, w->on.n))
    return false;
  const truc_token *t = d->token.v;
  const truc__lexcell *cell = truc__lex.cell;
  uint32_t *on = w->on.v, *ways = w->ways.v + w->ways.n, non = 0, nway = 0;
  uint32_t at = w->way.n, sum = 0;
  for (uint32_t i = 0; i < w->on.n; i++) {
    const uint32_t tok = on[i], first = t[tok].sym;
    const uint32_t to = truc__lex.first[first].base + t[tok + 1].sym;
    const unsigned found = cell[to].owner == first;
    const uint32_t node = to & (0u - found), kind = cell[node].kind;
    const truc__lexkind *x = truc__lex.kind + kind;
    w->way.v[at] = (truc__onward){1, 0};
    w->way.v[at + 1] = (truc__onward){node, kind};
    w->begin.v[tok].way = at;
    w->classes.v[tok] |= x->names | (uint64_t)found << BIT_WAY;
    sum += (uint32_t)x->to - x->from;
    at += found * 2;
    ways[nway] = on[non] = tok;
    nway += found;
    const uint32_t next = tok + 2 < end ? t[tok + 2].sym : 0;
    non += found & (next != 0) & truc__lex_maybe(node, next);
  }
  w->way.n = at;
  w->ways.n += nway;
  w->on.n = non;
  *room += sum;
  return true;
}

/* The nodes from the third on of a token; with the second they move to the end
** of work.way. */
static bool read_way(const truc_doc *d, truc__work *w, uint32_t tok,
                     uint32_t end, uint32_t *room) {
  const truc_token *t = d->token.v;
  if (!VEC_ROOM(w->way, TRUC__LEX_DEPTH + 1)) return false;
  truc__onward *way = w->way.v + w->way.n;
  way[1] = w->way.v[w->begin.v[tok].way + 1];
  uint32_t n = 1, node = way[1].node;
  uint64_t classes = 0;
  for (uint32_t i = tok + 2; i < end && t[i].sym && n < TRUC__LEX_DEPTH; i++) {
    node = truc__lex_step(node, t[i].sym);
    if (!node) break;
    const uint32_t kind = truc__lex.cell[node].kind;
    const truc__lexkind *x = truc__lex.kind + kind;
    way[++n] = (truc__onward){node, kind};
    classes |= x->names;
    *room += (uint32_t)x->to - x->from;
  }
  if (n == 1) return true;
  way[0] = (truc__onward){n, 0};
  w->begin.v[tok].way = w->way.n;
  w->way.n += n + 1;
  w->classes.v[tok] |= classes;
  return true;
}

static bool in_names(unsigned kind) {
  return kind == TRUC_TOK_SYLLABLE || kind == TRUC_TOK_CODE ||
         kind == TRUC_TOK_ABBR;
}

/* "al - Assad", with the blanks that stored texts have: the name begins at its
** small word. */
static void tie_small_head(const truc_doc *d, truc__work *w, uint32_t tok) {
  const truc_token *t = d->token.v + tok - 2;
  if (t->text_len == 2 && t->shape == TRUC_SHAPE_LOWER &&
      truc__tok_dash(d, tok - 1) &&
      truc__is_hyphen_head(truc__tok_text(d, tok - 2), 2))
    w->classes.v[tok - 2] |= TRUC__BIT(STARTS) | TRUC__BIT(RUN);
}

/* Of a token with a capital, or of a sentence that has none, the classes are
** those of its phrases, which depend on more than the nodes. */
static bool read_token(const truc_doc *d, truc__work *w, uint32_t tok,
                       bool small) {
  const uint64_t way = w->classes.v[tok] & TRUC__BIT(WAY);
  const uint64_t others =
      w->classes.v[tok] & (TRUC__BIT(VALUES) | TRUC__BIT(SHAPED));
  uint64_t classes = way | others | TRUC__BIT(READ);
  w->begin.v[tok].hit = w->begin.v[tok].nhit = 0;
  if (small) classes |= TRUC__BIT(SMALL);
  if (way || truc__lex.kind[w->kind.v[tok]].to) {
    if (!truc__read_names(d, w, tok, small)) return false;
    const truc__begin *at = &w->begin.v[tok];
    for (uint32_t i = 0; i < at->nhit; i++)
      classes |= (uint64_t)1 << truc__name_bit(w->hit.v[at->hit + i].cls);
  }
  if (truc__tok_capital(d, tok)) {
    classes |= TRUC__BIT(STARTS);
    if (in_names(d->token.v[tok].kind) && !(classes & TRUC__BIT(ABBREV)))
      classes |= TRUC__BIT(RUN);
    if (tok > 1 && d->token.v[tok - 1].kind == TRUC_TOK_PUNCT)
      tie_small_head(d, w, tok);
  }
  w->classes.v[tok] = classes;
  return !(others & TRUC__BIT(SHAPED)) || VEC_PUSH(w->shaped, tok);
}

/* Of a token in small letters, in a sentence with capitals, the nodes say what
** its phrases are; these are read when they are asked for. */
static bool read_sentence(const truc_doc *d, truc__work *w, uint32_t begin,
                          uint32_t end, uint32_t *room) {
  const bool small = truc__all_small(d, begin, end);
  w->on.n = w->open.n = 0;
  if (!VEC_ROOM(w->on, end - begin + 1) || !VEC_ROOM(w->open, end - begin + 1))
    return false;
  first_nodes(d, w, begin, end, room);
  if (!second_nodes(d, w, end, room)) return false;
  for (uint32_t i = 0; i < w->on.n; i++)
    if (!read_way(d, w, w->on.v[i], end, room)) return false;
  for (uint32_t tok = begin; small && tok < end; tok++)
    if (!read_token(d, w, tok, true)) return false;
  for (uint32_t i = 0; !small && i < w->open.n; i++)
    if (!read_token(d, w, w->open.v[i], false)) return false;
  if (truc__tok_mark(d, begin, '(')) w->classes.v[begin] |= TRUC__BIT(STARTS);
  return true;
}

/* Tokens of no sentence lead nowhere. */
static void pass(truc__work *w, uint32_t from, uint32_t to) {
  for (; from < to; from++) {
    w->begin.v[from] = (truc__begin){0, 0, 0};
    w->kind.v[from] = 0;
    w->classes.v[from] = TRUC__BIT(READ);
  }
}

/* Where something may begin, a bit per token. */
static bool mark_starts(truc__work *w) {
  const uint32_t n = w->classes.n, words = n / 64 + 1;
  w->starts.n = 0;
  if (!VEC_ROOM(w->starts, words)) return false;
  for (uint32_t k = 0; k < words; k++) {
    const uint64_t *classes = w->classes.v + k * 64;
    const uint32_t count = n - k * 64 < 64 ? n - k * 64 : 64;
    uint64_t bits = 0;
    for (uint32_t i = 0; i < count; i++)
      bits |= (uint64_t)((classes[i] & TRUC__MAY_BEGIN) != 0) << i;
    w->starts.v[k] = bits;
  }
  w->starts.n = words;
  return true;
}

bool truc__hits_run(truc_doc *d, truc__work *w) {
  uint32_t n = d->token.n, tok = 0, room = 0;
  w->hit.n = w->way.n = w->ways.n = w->shaped.n = w->kind.n = 0;
  w->begin.n = w->classes.n = 0;
  if (!VEC_ROOM(w->begin, n) || !VEC_ROOM(w->classes, (uint64_t)n + 1) ||
      !VEC_ROOM(w->kind, n))
    return false;
  w->begin.n = w->classes.n = w->kind.n = n;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    const truc_sentence *s = &d->sentence.v[i];
    pass(w, tok, s->tok);
    tok = s->tok + s->ntok;
    if (!read_sentence(d, w, s->tok, tok, &room)) return false;
  }
  pass(w, tok, n);
  w->classes.v[n] = 0; /* behind the last token nothing begins */
  return mark_starts(w) &&
         VEC_ROOM(w->hit,
                  room + LEX_SLACK); /* no hit moves while it is in use */
}

/* SPDX-License-Identifier: Apache-2.0 */
/* hits.c - the lexicon phrases of the text: one walk into the trie, then those
** of the name room, and when a room behind it asks, those of all. */
#include "name/name.h"
#include "text/text.h"

/* The word layer may have joined other tokens than the phrase does. */
static inline uint16_t splits(const truc_doc *d, uint32_t tok, uint32_t ntok) {
  const uint32_t end = tok + ntok;
  unsigned flags = d->token.v[tok].flags;
  if (end < d->token.n) flags |= d->token.v[end].flags;
  return (flags & TRUC_TF_JOIN) != 0;
}

/* "Un" is not the abbreviation UN: several letters, and not all capitals. */
static bool title_case(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  uint32_t letters = 0;
  for (uint32_t i = 0; i < t->text_len; i++) {
    unsigned char c = (unsigned char)p[i];
    letters += (c & 0xc0) != 0x80 && !(c < 0x80 && (c < 'A' || c > 'z'));
  }
  return t->shape == TRUC_SHAPE_TITLE && letters > 1;
}

/* In a sentence without any capital the names of several words do without. */
static bool small_name(uint32_t ntok, const truc__lexentry *e) {
  if (ntok < 2 || (e->flags & (LEX_UPPER | LEX_AMBIGUOUS))) return false;
  return e->cls == LEX_PLACE || e->cls == LEX_SEAT || e->cls == LEX_AGENCY ||
         e->cls == LEX_FORUM || e->cls == LEX_ORG || e->cls == LEX_GPE;
}

/* Only phrases that ask for all capitals need a look at every letter. */
static bool fits(const truc_doc *d, uint32_t tok, uint32_t ntok,
                 unsigned flags) {
  if (!truc__lex_fits(d->token.v + tok, ntok, flags)) return false;
  for (uint32_t i = 0; (flags & LEX_UPPER) && i < ntok; i++)
    if (title_case(d, tok + i)) return false;
  return true;
}

/* The same, where the first token has the shape. */
static inline bool shape_fits(const truc_doc *d, uint32_t tok, uint32_t ntok,
                              unsigned flags) {
  const uint8_t shape = d->token.v[tok].shape;
  if (shape == TRUC_SHAPE_TITLE && !(flags & (LEX_UPPER | LEX_ALLCAP)))
    return true;
  return fits(d, tok, ntok, flags);
}

/* An entry is a half of the hit as it lies there. */
static inline truc__hit *put(truc__hit *h, uint32_t tok, uint32_t ntok,
                             uint16_t split, const truc__lexentry *e) {
  h->tok = tok;
  h->ntok = (uint16_t)ntok;
  h->split = split;
  memcpy((char *)h + offsetof(truc__hit, cls), e, sizeof *e);
  return h + 1;
}
typedef char truc__halves_fit
    [sizeof(truc__lexentry) == 8 && sizeof(truc__hit) == 16 ? 1 : -1];

/* The `n` entries before `end`, the last one first. As many as most nodes have
** are copied without asking whether they are there, since nobody can guess how
** many are: the table begins with LEX_SLACK empty ones, and behind `h` there is
** room for as many. */
static inline truc__hit *copy(truc__hit *h, uint32_t tok, uint32_t ntok,
                              uint16_t split, const truc__lexentry *end,
                              uint32_t n) {
  const truc__hit first = {tok, (uint16_t)ntok, split, 0, 0, 0};
  truc__hit *const to = h + n;
  do {
    for (uint32_t i = 0; i < LEX_SLACK; i++, h++) {
      memcpy(h, &first, offsetof(truc__hit, cls));
      memcpy((char *)h + offsetof(truc__hit, cls), --end, sizeof *end);
    }
  } while (h < to);
  return to;
}

/* Adds those of `n` entries that fit the `ntok` tokens at `tok`; the first
** `nplain` ask for no shape. The last ones come first. */
static truc__hit *keep(const truc_doc *d, truc__hit *h, uint32_t tok,
                       uint32_t ntok, const truc__lexentry *e, uint32_t nplain,
                       uint32_t n, bool small) {
  const uint16_t split = splits(d, tok, ntok);
  if (d->token.v[tok].shape == TRUC_SHAPE_LOWER) {
    for (; small && n > nplain; n--)
      if (small_name(ntok, &e[n - 1])) h = put(h, tok, ntok, split, &e[n - 1]);
    if (n > nplain) n = nplain;
  }
  for (; n > nplain; n--)
    if (shape_fits(d, tok, ntok, e[n - 1].flags))
      h = put(h, tok, ntok, split, &e[n - 1]);
  return copy(h, tok, ntok, split, e + n, n);
}

/* ------------------------------------------------------------------ nodes */

/* The nodes on the way from a token: the one below the root is known by its
** symbol, further ones are kept. */
typedef struct nodes {
  uint32_t first, n;
  const uint32_t *more;
} nodes;

static inline nodes nodes_at(const truc_doc *d, const truc__work *w,
                             uint32_t tok) {
  uint32_t first = truc__lex_first(d->token.v[tok].sym);
  nodes x = {first, first != 0, NULL};
  if (w->classes.v[tok] >> BIT_WAY & 1) {
    x.more = w->way.v + w->begin.v[tok].way;
    x.n = 1 + x.more[0];
  }
  return x;
}

/* The n-th of them, from 1. */
static inline const truc__lexcell *node_at(const nodes *x, uint32_t n) {
  return truc__lex.cell + (n > 1 ? x->more[n - 1] : x->first);
}

/* Back on the way: readers want the longest phrase first. */
static bool read_names(const truc_doc *d, truc__work *w, uint32_t tok,
                       bool small) {
  const nodes x = nodes_at(d, w, tok);
  truc__begin *at = &w->begin.v[tok];
  at->hit = w->hit.n;
  for (uint32_t n = x.n; n; n--) {
    const truc__lexcell *c = node_at(&x, n);
    const truc__lexnames *some = &truc__lex.names[c->names];
    if (some->to == some->from) continue;
    if (!VEC_ROOM(w->hit, some->to - some->from + LEX_SLACK)) return false;
    truc__hit *h = w->hit.v + w->hit.n;
    h = keep(d, h, tok, n, truc__lex.entry + c->entry + some->from,
             some->shaped - some->from, some->to - some->from, small);
    w->hit.n = (uint32_t)(h - w->hit.v);
  }
  at->nhit = w->hit.n - at->hit;
  w->classes.v[tok] |= TRUC__BIT(READ);
  return true;
}

bool truc__all_small(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t words = 0;
  for (uint32_t i = tok; i < end; i++) {
    uint8_t shape = d->token.v[i].shape;
    if (shape != TRUC_SHAPE_LOWER && shape != TRUC_SHAPE_NONE) return false;
    words += shape == TRUC_SHAPE_LOWER;
  }
  return words > 4;
}

/* The classes of each token by its first node, and which tokens need more.
** Without a branch: a processor guesses wrong where one word in three leads
** on. */
static void first_nodes(const truc_doc *d, truc__work *w, uint32_t tok,
                        uint32_t end, uint32_t *room) {
  const truc_token *t = d->token.v;
  const truc__lexcell *cell = truc__lex.cell;
  const truc__lexnames *names = truc__lex.names;
  uint64_t *classes = w->classes.v;
  uint32_t *on = w->on.v, *open = w->open.v, non = 0, nopen = 0, sum = 0;
  uint32_t next = tok < end ? t[tok].sym : 0;
  for (; tok < end; tok++) {
    const uint32_t node = truc__lex_first(next);
    const truc__lexnames *x = names + cell[node].names;
    next = tok + 1 < end ? t[tok + 1].sym : 0;
    classes[tok] = x->plain;
    sum += (uint32_t)x->to - x->from;
    on[non] = open[nopen] = tok;
    const uint8_t shape = t[tok].shape;
    const unsigned leads =
        (node != 0) & (next != 0) & truc__lex_maybe(node, next);
    non += leads;
    nopen += (shape != TRUC_SHAPE_LOWER) &
             ((shape != TRUC_SHAPE_NONE) | (x->to != 0) | leads);
  }
  w->on.n = non;
  w->open.n = nopen;
  *room += sum;
}

/* The further nodes of a token. */
static bool read_way(const truc_doc *d, truc__work *w, uint32_t tok,
                     uint32_t end, uint32_t *room) {
  const truc_token *t = d->token.v;
  if (!VEC_ROOM(w->way, TRUC__LEX_DEPTH + 1)) return false;
  uint32_t *way = w->way.v + w->way.n, n = 0, node = t[tok].sym;
  uint64_t classes = 0;
  for (uint32_t i = tok + 1; i < end && t[i].sym && n < TRUC__LEX_DEPTH; i++) {
    node = truc__lex_step(node, t[i].sym);
    if (!node) break;
    const truc__lexnames *x = truc__lex.names + truc__lex.cell[node].names;
    way[++n] = node;
    classes |= x->plain;
    *room += (uint32_t)x->to - x->from;
  }
  if (!n) return true;
  way[0] = n;
  w->begin.v[tok].way = w->way.n;
  w->way.n += n + 1;
  w->classes.v[tok] |= classes | TRUC__BIT(WAY);
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
  const uint64_t values = w->classes.v[tok] & TRUC__BIT(VALUES);
  uint32_t first = truc__lex_first(d->token.v[tok].sym);
  uint64_t classes = way | values | TRUC__BIT(READ);
  w->begin.v[tok].hit = w->begin.v[tok].nhit = 0;
  if (way || truc__lex.names[truc__lex.cell[first].names].to) {
    if (!read_names(d, w, tok, small)) return false;
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
  return true;
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
    w->classes.v[from] = TRUC__BIT(READ);
  }
}

bool truc__hits_run(truc_doc *d, truc__work *w) {
  uint32_t n = d->token.n, tok = 0, room = 0;
  w->hit.n = w->way.n = w->begin.n = w->classes.n = 0;
  if (!VEC_ROOM(w->begin, n) || !VEC_ROOM(w->classes, (uint64_t)n + 1))
    return false;
  w->begin.n = w->classes.n = n;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    const truc_sentence *s = &d->sentence.v[i];
    pass(w, tok, s->tok);
    tok = s->tok + s->ntok;
    if (!read_sentence(d, w, s->tok, tok, &room)) return false;
  }
  pass(w, tok, n);
  w->classes.v[n] = 0; /* behind the last token nothing begins */
  return VEC_ROOM(w->hit,
                  room + LEX_SLACK); /* no hit moves while it is in use */
}

const truc__hit *truc__hits_late(const truc_doc *d, truc__work *w,
                                 uint32_t tok) {
  /* room was made; only a token of a sentence with capitals comes here */
  if (!read_names(d, w, tok, false)) w->begin.v[tok] = (truc__begin){0, 0, 0};
  return w->hit.v + w->begin.v[tok].hit;
}

/* ------------------------------------------------------ for the other rooms */

/* A token in small letters, in a sentence with capitals: what asks for no shape
** fits, all else does not. */
static bool add_plain(truc_doc *d, const truc__work *w, uint32_t tok) {
  const nodes x = nodes_at(d, w, tok);
  for (uint32_t n = x.n; n; n--) {
    const truc__lexcell *c = node_at(&x, n);
    const uint32_t skip = truc__lex.names[c->names].nbefore;
    if (c->nplain == skip) continue;
    if (!VEC_ROOM(d->hit, c->nplain + LEX_SLACK)) return false;
    copy(d->hit.v + d->hit.n, tok, n, splits(d, tok, n),
         truc__lex.entry + c->entry + c->nplain, c->nplain - skip);
    d->hit.n += c->nplain - skip;
  }
  return true;
}

static bool add_others(truc_doc *d, const truc__work *w, uint32_t tok,
                       bool small) {
  const nodes x = nodes_at(d, w, tok);
  for (uint32_t n = x.n; n; n--) {
    const truc__lexcell *c = node_at(&x, n);
    const uint32_t skip = truc__lex.names[c->names].nbefore;
    if (c->nentry == skip) continue;
    if (!VEC_ROOM(d->hit, c->nentry + LEX_SLACK)) return false;
    truc__hit *h = d->hit.v + d->hit.n;
    h = keep(d, h, tok, n, truc__lex.entry + c->entry + skip, c->nplain - skip,
             c->nentry - skip, small);
    d->hit.n = (uint32_t)(h - d->hit.v);
  }
  return true;
}

/* Those that ask for a shape: few nodes have any. */
static truc__hit *put_shaped(const truc_doc *d, truc__hit *h, uint32_t tok,
                             uint32_t ntok, const truc__lexcell *c,
                             const uint8_t *wanted) {
  const truc__lexentry *e = truc__lex.entry + c->entry;
  if (d->token.v[tok].shape == TRUC_SHAPE_LOWER) return h;
  for (uint32_t n = c->nentry; n > c->nplain; n--)
    if (wanted[e[n - 1].cls] && shape_fits(d, tok, ntok, e[n - 1].flags))
      h = put(h, tok, ntok, splits(d, tok, ntok), &e[n - 1]);
  return h;
}

static bool add_values(const truc_doc *d, const truc__work *w, uint32_t tok,
                       const uint8_t *wanted, truc__hits *to) {
  const nodes x = nodes_at(d, w, tok);
  for (uint32_t n = x.n; n; n--) {
    const truc__lexcell *c = node_at(&x, n);
    const truc__lexnames *some = &truc__lex.names[c->names];
    const truc__lexentry *e = truc__lex.entry + c->entry;
    if (!(some->plain & TRUC__LEX_VALUES)) continue;
    if (!VEC_ROOM(*to, c->nentry + LEX_SLACK)) return false;
    truc__hit *h = to->v + to->n;
    if (c->nentry > c->nplain) h = put_shaped(d, h, tok, n, c, wanted);
    h = copy(h, tok, n, splits(d, tok, n), e + some->nvalue, some->nvalue);
    to->n = (uint32_t)(h - to->v);
  }
  return true;
}

bool truc__hits_values(const truc_doc *d, const uint8_t *wanted, truc__hits *to,
                       uint32_t *at) {
  const truc__work *w = d->scratch[SCRATCH_NAME];
  to->n = 0;
  if (!w) return false;
  for (uint32_t tok = 0; tok < d->token.n; tok++) {
    at[tok] = to->n;
    if ((w->classes.v[tok] & TRUC__BIT(VALUES)) &&
        !add_values(d, w, tok, wanted, to))
      return false;
  }
  at[d->token.n] = to->n;
  return true;
}

bool truc__hits_facts(truc_doc *d) {
  const truc__work *w = d->scratch[SCRATCH_NAME];
  d->hit.n = d->hit_at.n = 0;
  if (!w || !VEC_ROOM(d->hit_at, (uint64_t)d->token.n + 1)) return false;
  uint32_t *at = d->hit_at.v, tok = 0, n = d->token.n;
  d->hit_at.n = n + 1;
  for (uint32_t i = 0; i < d->sentence.n; i++) {
    const truc_sentence *s = &d->sentence.v[i];
    const uint32_t end = s->tok + s->ntok;
    const bool small = truc__all_small(d, s->tok, end);
    for (; tok < s->tok; tok++) at[tok] = d->hit.n;
    for (; tok < end; tok++) {
      at[tok] = d->hit.n;
      bool lower = d->token.v[tok].shape == TRUC_SHAPE_LOWER && !small;
      if (!(lower ? add_plain(d, w, tok) : add_others(d, w, tok, small)))
        return false;
    }
  }
  for (; tok <= n; tok++) at[tok] = d->hit.n;
  return true;
}

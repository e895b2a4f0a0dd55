/* SPDX-License-Identifier: Apache-2.0 */
/* wake.c - which patterns may speak of a sentence, and where they begin.
**
** One look at the phrases of a sentence says which predicates it names; the
** lines of these are looked at, and those whose other needs are met are woken
** with all nodes above them.  The machine starts only at roots awake, only
** where something stands that they can begin with, and only as long as what
** they need can follow in its order (posts.c).  In a sentence that names no
** predicate it does not start. */
#include "fact/fact.h"
#include "tables/lex.h"

typedef struct place {
  truc_doc *d;
  truc__fact_work *w;
  uint32_t sent, first, end; /* the sentence */
  uint32_t chunk, chunk_end; /* its chunks */
} place;

bool truc__match_begin(truc_doc *d, truc__fact_work *w) {
  if (!w->branch.v) {
    if (!VEC_ROOM(w->branch, truc__nnode)) return false;
    memset(w->branch.v, 0, truc__nnode * sizeof *w->branch.v);
  }
  w->root.n = w->waking.n = 0;
  if (!VEC_ROOM(w->root, truc__nnode) ||
      !VEC_ROOM(w->waking, (uint64_t)d->token.n + 1))
    return false;
  return truc__posts_begin(w) && truc__machine_room(w);
}

/* Every sentence has a stamp of its own, so that nothing need be put to sleep
** again; after four billion they begin anew. */
static void new_stamp(truc__fact_work *w) {
  w->place.n = 0;
  if (++w->stamp) return;
  memset(w->branch.v, 0, truc__nnode * sizeof *w->branch.v);
  memset(w->places.v, 0, LEX_NFACTS * sizeof *w->places.v);
  w->stamp = 1;
}

/* ------------------------------------------------------------ what is there */

static unsigned lowest_bit(uint32_t bits) {
  return (unsigned)__builtin_ctz(bits);
}

static void read_types(const place *p) {
  truc__fact_work *w = p->w;
  const truc_doc *d = p->d;
  w->types = TRUC__NO_TYPE;
  for (uint32_t c = p->chunk; c < p->chunk_end; c++) {
    w->types |= w->chunk.v[c].type;
  }
  for (uint32_t v = w->value; v < w->value_end; v++) {
    uint32_t t = d->value.v[v].tok;
    if (w->value_at.v[t] != v) continue;
    w->types |= 1u << (TRUC__CHUNK_BITS + d->value.v[v].kind);
  }
}

/* ------------------------------------------------------------------- waking */

/* Does all of it stand in the sentence? */
static bool can_wake(const place *p, const truc__need *l) {
  const truc__fact_work *w = p->w;
  unsigned classes = (unsigned)truc__hit_within(w, l->cls[0]) &
                     (unsigned)truc__hit_within(w, l->cls[1]);
  return classes & ((w->types & l->types[0]) != 0) &
         ((w->types & l->types[1]) != 0) & ((w->words & l->words) == l->words);
}

/* Wakes a line, which can match up to `until`, and what is above it. */
static void wake(truc__fact_work *w, uint32_t line, uint32_t until) {
  uint32_t below = TRUC_NONE;
  for (uint32_t n = line;; n = truc__nodes[n].parent) {
    truc__branch *x = &w->branch.v[n];
    bool fresh = x->stamp != w->stamp;
    if (fresh) {
      *x = (truc__branch){w->stamp, until, below, TRUC_NONE, 0};
    } else {
      if (below != TRUC_NONE) {
        w->branch.v[below].next = x->child;
        x->child = below;
      }
      if (x->until >= until) return;
      x->until = until;
    }
    below = fresh ? n : TRUC_NONE;
    if (!(truc__nodes[n].parent & TRUC__ROOT)) continue;
    if (fresh) w->root.v[w->root.n++] = truc__nodes[n].parent & ~TRUC__ROOT;
    return;
  }
}

/* Wakes the lines that need it. */
static void wake_need(const place *p, const truc__need *need) {
  const truc_sentence *s = &p->d->sentence.v[p->sent];
  const uint32_t until = truc__posts_until(p->d, p->w, s, need);
  if (until <= p->first) return;
  for (uint32_t i = 0; i < need->nline; i++)
    wake(p->w, truc__need_lines[need->line + i], until);
}

static void wake_slice(const place *p, const uint16_t *need, uint32_t from,
                       uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    if (can_wake(p, &truc__needs[need[i]])) wake_need(p, &truc__needs[need[i]]);
}

/* The lines that are looked up by this word. */
static void wake_word(const place *p, uint32_t sym) {
  const truc__need_index *k = &truc__need_keys;
  uint32_t lo = 0, hi = k->nword;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (k->word[mid] < sym)
      lo = mid + 1;
    else
      hi = mid;
  }
  wake_slice(p, k->by_word, k->by_word_at[lo], k->by_word_at[lo + 1]);
}

/* Which words stand in the sentence (a bit for some of them together), and
** which of them wake lines. */
static void read_words(const place *p) {
  const uint64_t *set = truc__need_keys.word_set;
  const uint32_t n = truc__need_keys.nword ? truc__need_keys.nword_set : 0;
  truc__fact_work *w = p->w;
  uint64_t words = 0;
  const truc_token *t = p->d->token.v + p->first;
  uint32_t *waking = w->waking.v, k = 0;
  for (const truc_token *end = p->d->token.v + p->end; t < end; t++) {
    const uint32_t sym = t->sym < n ? t->sym : 0; /* 0 is no word */
    words |= TRUC__WORD_BIT(t->sym);
    waking[k] = sym;
    k += set[sym / 64] >> sym % 64 & 1;
  }
  w->waking.n = k;
  w->words = words;
}

static void wake_lines(const place *p) {
  const truc__need_index *k = &truc__need_keys;
  truc__fact_work *w = p->w;
  w->root.n = 0;
  new_stamp(w);
  for (uint32_t i = 0; i < TRUC__LEX_WORDS; i++)
    for (uint64_t bits = w->named[i] & k->wakes[i]; bits; bits &= bits - 1) {
      uint32_t c = 64 * i + (uint32_t)__builtin_ctzll(bits);
      wake_slice(p, k->by_class, k->by_class_at[c], k->by_class_at[c + 1]);
    }
  for (uint32_t i = 0; i < w->waking.n; i++) wake_word(p, w->waking.v[i]);
  for (uint32_t bits = w->types & ~TRUC__NO_TYPE; bits; bits &= bits - 1) {
    unsigned t = lowest_bit(bits);
    wake_slice(p, k->by_type, k->by_type_at[t], k->by_type_at[t + 1]);
  }
  wake_slice(p, k->by_nothing, 0, k->nby_nothing);
}

/* The lines of a later phase, by what was found before; false: there are none
** for what was. */
static bool wake_later(const place *p, uint32_t phase) {
  const truc__need_index *k = &truc__need_keys;
  truc__fact_work *w = p->w;
  uint32_t kinds = 0;
  for (uint32_t i = w->sent_from; i < w->match.n; i++)
    kinds |= 1u << w->match.v[i].pattern->kind;
  w->root.n = 0;
  new_stamp(w);
  for (uint32_t i = 0; i < k->nlater; i++) {
    const truc__need *need = &truc__needs[k->later[i]];
    if (need->phase == phase && (need->found & kinds) && can_wake(p, need))
      wake_need(p, need);
  }
  return w->root.n > 0;
}

/* ----------------------------------------------------------------- starting */

static void start(const place *p, const truc__root *r, uint32_t tok) {
  if (tok < p->w->branch.v[r->node].until)
    truc__machine_run(p->d, p->w, p->sent, r->node, tok);
}

static void start_class(const place *p, const truc__root *r, uint32_t cls) {
  uint64_t bit = TRUC__CLASS_BIT(cls);
  uint32_t until = p->w->branch.v[r->node].until;
  for (uint32_t t = p->first; t < until; t++)
    if (truc__hit_maybe(p->d, t, bit) && truc__hit_at(p->d, t, (int)cls))
      start(p, r, t);
}

static void start_word(const place *p, const truc__root *r, uint32_t sym) {
  if (!(p->w->words & TRUC__WORD_BIT(sym))) return;
  uint32_t until = p->w->branch.v[r->node].until;
  for (uint32_t t = p->first; t < p->end && t < until; t++)
    if (p->d->token.v[t].sym == sym) start(p, r, t);
}

static void start_chunk(const place *p, const truc__root *r, uint32_t types) {
  uint32_t last = TRUC_NONE;
  for (uint32_t c = p->chunk; c < p->chunk_end; c++) {
    const truc__fchunk *x = &p->w->chunk.v[c];
    if (!(x->type & types) || x->tok == last) continue;
    start(p, r, x->tok);
    last = x->tok;
  }
}

static void start_value(const place *p, const truc__root *r, uint32_t kind) {
  const truc_doc *d = p->d;
  for (uint32_t v = p->w->value; v < p->w->value_end; v++) {
    uint32_t t = d->value.v[v].tok;
    if (d->value.v[v].kind == kind && p->w->value_at.v[t] == v) start(p, r, t);
  }
}

/* Has an earlier phase found a record of one of these kinds there? */
static bool is_found(const place *p, uint32_t kinds, uint32_t tok) {
  const truc__match *m = p->w->match.v;
  for (uint32_t i = p->w->sent_from; i < p->w->match_from; i++)
    if (m[i].tok == tok && kinds >> m[i].pattern->kind & 1) return true;
  return false;
}

static bool is_tagged(const place *p, uint32_t tags, uint32_t t) {
  const truc_word *x = truc__tagged_at(p->d, p->w, p->sent, t);
  return x && tags >> x->tag & 1;
}

/* Can the root's program begin at this token? */
static bool can_begin(const place *p, const truc__root *r, uint32_t t) {
  for (uint32_t i = r->begin; i < r->begin + r->nbegin; i++) {
    uint32_t which = truc__openings[i].which, v = p->w->value_at.v[t];
    switch (truc__openings[i].sort) {
      case BEGIN_CLASS:
        if (truc__hit_at(p->d, t, (int)which)) return true;
        break;
      case BEGIN_CHUNK:
        if (truc__chunk_at(p->w, t, which)) return true;
        break;
      case BEGIN_VALUE:
        if (v != TRUC_NONE && p->d->value.v[v].kind == which) return true;
        break;
      case BEGIN_SYM:
        if (p->d->token.v[t].sym == which) return true;
        break;
      case BEGIN_TAG:
        if (is_tagged(p, which, t)) return true;
        break;
      case BEGIN_FOUND:
        if (is_found(p, which, t)) return true;
        break;
      default: return true;
    }
  }
  return false;
}

static void start_root(const place *p, const truc__root *r) {
  if (r->at_start) {
    if (can_begin(p, r, p->first)) start(p, r, p->first);
    return;
  }
  for (uint32_t i = r->begin; i < r->begin + r->nbegin; i++) {
    uint32_t which = truc__openings[i].which;
    switch (truc__openings[i].sort) {
      case BEGIN_CLASS: start_class(p, r, which); break;
      case BEGIN_CHUNK: start_chunk(p, r, which); break;
      case BEGIN_VALUE: start_value(p, r, which); break;
      case BEGIN_SYM: start_word(p, r, which); break;
      case BEGIN_TAG:
        for (uint32_t t = p->first; t < p->end; t++)
          if (is_tagged(p, which, t)) start(p, r, t);
        break;
      case BEGIN_FOUND:
        for (uint32_t t = p->first; t < p->end; t++)
          if (is_found(p, which, t)) start(p, r, t);
        break;
      default:
        for (uint32_t t = p->first; t < p->end; t++) start(p, r, t);
    }
  }
}

/* ------------------------------------------------------------------ matches */

static int by_anchor(const truc__match *a, const truc__match *b) {
  if (a->anchor != b->anchor) return a->anchor < b->anchor ? -1 : 1;
  return a->pattern < b->pattern ? -1 : a->pattern > b->pattern;
}

/* Few matches a sentence: insertion sort, stable and without a call. */
static void sort_matches(truc__fact_work *w) {
  for (uint32_t i = w->match_from + 1; i < w->match.n; i++) {
    truc__match x = w->match.v[i];
    uint32_t j = i;
    for (; j > w->match_from && by_anchor(&x, &w->match.v[j - 1]) < 0; j--)
      w->match.v[j] = w->match.v[j - 1];
    w->match.v[j] = x;
  }
}

/* Runs what is awake, beside what earlier phases have found. */
static void run_phase(const place *p) {
  truc__fact_work *w = p->w;
  w->match_from = w->match.n;
  for (uint32_t i = 0; i < w->root.n; i++)
    start_root(p, &truc__roots[w->root.v[i]]);
  sort_matches(w);
}

bool truc__match_sentence(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  uint32_t end = s->tok + s->ntok;
  place p = {
      d, w, sent, s->tok, end, w->chunk_at.v[s->tok], w->chunk_at.v[end]};
  read_types(&p);
  truc__steps(d, w, s);
  read_words(&p);
  wake_lines(&p);
  if (!w->root.n) return true;
  w->sent_from = w->match.n;
  run_phase(&p);
  for (uint32_t phase = 2; phase <= truc__need_keys.nphase; phase++)
    if (w->match.n > w->sent_from && wake_later(&p, phase)) run_phase(&p);
  return !w->rc;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* hits.c - the phrases of the lexicon, for this room: which classes a sentence
** names, and what begins at a token.
**
** A sentence is read class by class, from what the kinds of its words' nodes
** hold; the phrases themselves are read where one is asked for, at one token in
** five.  Nodes with phrases are listed (work.spot) for posts.c. */
#include "fact/fact.h"
#include "name/name.h"

bool truc__hits_begin(truc_doc *d, truc__fact_work *w) {
  w->classes.n = 0;
  const truc__work *names = d->scratch[SCRATCH_NAME];
  w->way = w->shaped = w->hit_room = 0;
  if (!names || !truc__phrases_begin(d, &w->phrases) ||
      !VEC_ROOM(w->spot, (uint64_t)d->token.n + names->way.n + 1) ||
      !VEC_ROOM(w->classes, (uint64_t)d->token.n + 1))
    return false;
  memset(w->classes.v, 0, ((size_t)d->token.n + 1) * sizeof *w->classes.v);
  return true;
}

/* Adds the classes of a node's kind to those of the sentence; returns them
** folded.  Written out: a loop of five would cost as much again. */
static inline uint64_t add_kind(uint64_t all[TRUC__LEX_WORDS],
                                const truc__lexkind *k) {
  const uint64_t *x = k->facts;
  _Static_assert(TRUC__LEX_WORDS == 5, "as many as are written out");
  all[0] |= x[0];
  all[1] |= x[1];
  all[2] |= x[2];
  all[3] |= x[3];
  all[4] |= x[4];
  return x[0] | x[1] | x[2] | x[3] | x[4];
}

/* There is room; one without classes is passed over. */
static inline void add_spot(truc__fact_work *w, uint64_t classes, uint32_t tok,
                            uint32_t ntok, uint32_t kind) {
  w->spot.v[w->spot.n] =
      (truc__spot){classes, tok, (uint16_t)ntok, (uint16_t)kind};
  w->spot.n += classes != 0;
}

/* Words that are phrases by themselves; returns the number of phrases. */
static uint32_t read_tokens(truc__fact_work *w, const truc__work *names,
                            uint32_t tok, uint32_t end) {
  uint64_t all[TRUC__LEX_WORDS] = {0}, *classes = w->classes.v;
  uint32_t room = 0;
  for (; tok < end; tok++) {
    const truc__lexkind *k = truc__lexkind_at(names, tok);
    classes[tok] = add_kind(all, k);
    room += k->nfacts;
    add_spot(w, classes[tok], tok, 1, names->kind.v[tok]);
  }
  memcpy(w->named, all, sizeof all);
  return room;
}

/* Phrases of several words that begin at the token. */
static uint32_t read_way(truc__fact_work *w, const truc__work *names,
                         uint32_t tok) {
  uint32_t n, room = 0;
  const truc__onward *x = truc__onward_of(names, tok, &n);
  for (uint32_t k = 0; k < n; k++) {
    const truc__lexkind *kind = &truc__lex.kind[x[k].kind];
    const uint64_t classes = add_kind(w->named, kind);
    w->classes.v[tok] |= classes;
    room += kind->nfacts;
    add_spot(w, classes, tok, k + 2, x[k].kind);
  }
  return room;
}

static void read_shaped(void *ctx, uint32_t tok, uint32_t ntok, unsigned cls) {
  truc__fact_work *w = ctx;
  if (cls >= LEX_NFACTS) return;
  if (VEC_ROOM(w->spot, 1))
    add_spot(w, TRUC__CLASS_BIT(cls), tok, ntok, 0);
  else
    w->rc = TRUC_ENOMEM;
  w->classes.v[tok] |= TRUC__CLASS_BIT(cls);
  w->named[cls / 64] |= TRUC__CLASS_BIT(cls);
}

bool truc__read_hits(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  const truc__work *names = d->scratch[SCRATCH_NAME];
  const uint32_t end = s->tok + s->ntok;
  w->spot.n = 0;
  uint32_t room = read_tokens(w, names, s->tok, end);
  for (; w->way < names->ways.n && names->ways.v[w->way] < end; w->way++)
    room += read_way(w, names, names->ways.v[w->way]);
  const uint32_t *shaped = names->shaped.v;
  for (; w->shaped < names->shaped.n && shaped[w->shaped] < end; w->shaped++)
    truc__shaped(d, shaped[w->shaped], read_shaped, w);
  w->named[LEX_NFACTS / 64] |= TRUC__CLASS_BIT(LEX_NFACTS);
  w->hit_room += room;
  return VEC_ROOM(w->phrases.hit, w->hit_room - w->phrases.hit.n + LEX_SLACK);
}

void truc__read_phrases(const truc_doc *d, truc__fact_work *w, uint32_t tok) {
  truc__phrases_facts(d, &w->phrases, tok);
}

const truc__hit *truc__hit_longest(const truc_doc *d, uint32_t tok, int cls) {
  uint32_t n;
  const truc__hit *h = truc__fact_phrases(d, tok, &n);
  for (; n; n--, h++)
    if (h->cls == cls && (h->ntok > 1 || !h->split)) return h;
  return NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* hits.c - the phrases of the lexicon, for this room: which classes a sentence
** names, and what begins at a token.
**
** A sentence is read class by class, from what the kinds of its words' nodes
** hold; the phrases themselves are read where one is asked for, at one token in
** five. */
#include "fact/fact.h"
#include "name/name.h"

bool truc__hits_begin(truc_doc *d, truc__fact_work *w) {
  w->classes.n = 0;
  w->way = w->shaped = w->hit_room = 0;
  if (!d->scratch[SCRATCH_NAME] || !truc__phrases_begin(d, &w->phrases) ||
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

/* Words that are phrases by themselves; returns the number of phrases. */
static uint32_t read_tokens(truc__fact_work *w, const truc__work *names,
                            uint32_t tok, uint32_t end) {
  uint64_t all[TRUC__LEX_WORDS] = {0}, *classes = w->classes.v;
  uint32_t room = 0;
  for (; tok < end; tok++) {
    const truc__lexkind *k = truc__lexkind_at(names, tok);
    classes[tok] = add_kind(all, k);
    room += k->nfacts;
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
    w->classes.v[tok] |= add_kind(w->named, kind);
    room += kind->nfacts;
  }
  return room;
}

static void read_shaped(void *ctx, uint32_t tok, uint32_t ntok, unsigned cls) {
  truc__fact_work *w = ctx;
  (void)ntok;
  if (cls >= LEX_NFACTS) return;
  w->classes.v[tok] |= TRUC__CLASS_BIT(cls);
  w->named[cls / 64] |= TRUC__CLASS_BIT(cls);
}

bool truc__read_hits(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  const truc__work *names = d->scratch[SCRATCH_NAME];
  const uint32_t end = s->tok + s->ntok;
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

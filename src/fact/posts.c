/* SPDX-License-Identifier: Apache-2.0 */
/* posts.c - up to where a line may begin.
**
** A line finds its posts (pattern.h) one behind the other.  Looked for from the
** end of the sentence back, each as late as it can stand before the next, they
** say where the line can begin at the latest, or that it cannot at all: that it
** names a meeting and a leader is not enough, one leader must stand before it
** and one behind.  Half of what the machine was started for, it is not.
**
** The phrases of a class are taken from what hits.c has read of the nodes, so
** that none is read for this; the few that the machine does not count (a longer
** one of their family holds them) may stand here. */
#include "fact/fact.h"
#include "tables/lex.h"

bool truc__posts_begin(truc__fact_work *w) {
  if (w->places.v) return true;
  if (!VEC_ROOM(w->places, LEX_NFACTS)) return false;
  memset(w->places.v, 0, LEX_NFACTS * sizeof *w->places.v);
  return true;
}

typedef struct look {
  const truc_doc *d;
  truc__fact_work *w;
  uint32_t first, end; /* the sentence */
} look;

/* A phrase of one word that is a part of a longer word. */
static bool splits_word(const truc_doc *d, const truc__spot *x) {
  const uint32_t end = x->tok + 1;
  unsigned flags = d->token.v[x->tok].flags;
  if (end < d->token.n) flags |= d->token.v[end].flags;
  return x->ntok == 1 && (flags & TRUC_TF_JOIN);
}

static bool is_of(const truc__spot *x, uint32_t cls) {
  const uint64_t *facts = truc__lex.kind[x->kind].facts;
  return (x->classes & TRUC__CLASS_BIT(cls)) &&
         (!x->kind || (facts[cls / 64] & TRUC__CLASS_BIT(cls)));
}

static truc__places places_of(const look *l, uint32_t cls) {
  truc__fact_work *w = l->w;
  truc__places *k = &w->places.v[cls];
  if (k->stamp == w->stamp) return *k;
  k->stamp = w->stamp;
  k->from = w->place.n;
  const truc__spot *x = w->spot.v, *end = x + w->spot.n;
  for (; x < end; x++) {
    truc__place p = {x->tok, x->tok + x->ntok};
    if (!is_of(x, cls) || splits_word(l->d, x) || p.end > l->end) continue;
    if (!VEC_PUSH(w->place, p)) w->rc = TRUC_ENOMEM;
  }
  k->to = w->place.n;
  return *k;
}

/* The last token before `before` where the post's class begins, or NONE. */
static uint32_t last_phrase(const look *l, const truc__post *post,
                            uint32_t before) {
  const truc__stand *behind = &truc__stands[post->behind];
  const truc__places k = places_of(l, post->cls);
  uint32_t last = 0; /* + 1 */
  for (uint32_t i = k.from; i < k.to; i++) {
    const truc__place *x = &l->w->place.v[i];
    if (x->tok < before && x->tok >= last &&
        (!post->behind ||
         (x->end < l->end && truc__can_stand(l->d, l->w, behind, x->end))))
      last = x->tok + 1;
  }
  return last ? last - 1 : TRUC_NONE;
}

/* The same of a chunk of one of these types. */
static uint32_t last_chunk(const look *l, uint32_t types, uint32_t before) {
  const uint32_t *at = l->w->chunk_at.v;
  const truc__fchunk *chunk = l->w->chunk.v;
  for (uint32_t c = at[before]; c-- > at[l->first];)
    if (chunk[c].type & types) return chunk[c].tok;
  return TRUC_NONE;
}

uint32_t truc__posts_until(const truc_doc *d, truc__fact_work *w,
                           const truc_sentence *s, const truc__need *need) {
  const look l = {d, w, s->tok, s->tok + s->ntok};
  uint32_t until = l.end, before = until;
  for (uint32_t i = need->npost; i-- > 0;) {
    const truc__post *x = &truc__posts[need->post + i];
    before = x->types ? last_chunk(&l, x->types, before)
                      : last_phrase(&l, x, before);
    if (before == TRUC_NONE) return 0;
    until = before + 1;
  }
  return until;
}

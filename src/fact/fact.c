/* SPDX-License-Identifier: Apache-2.0 */
/* fact.c - the entry of the room: the order of its steps. */
#include "fact/fact.h"

#include "fact/confidence.h"
#include "name/name.h"

static truc__fact_work *work_of(truc_doc *d) {
  truc__fact_work *w = d->scratch[SCRATCH_FACT];
  if (w) return w;
  w = truc__realloc(NULL, sizeof *w);
  if (!w) return NULL;
  memset(w, 0, sizeof *w);
  d->scratch[SCRATCH_FACT] = w;
  return w;
}

/* Of so few sentences the only two countries are the pair. */
#define FEW_SENTENCES 4u

/* Does the text name two countries in one ("hai nước", "Việt - Nhật")?  An
** article that never does is about no pair: what a pattern would fill in from
** it was wrong in 23 of 25 records, and pages of crime and markets live on
** it. */
static bool names_pair(const truc_doc *d, uint32_t countries) {
  if (countries == 2 && d->sentence.n <= FEW_SENTENCES) return true;
  for (uint32_t m = 0; m < d->mention.n; m++) {
    const truc_mention *x = &d->mention.v[m];
    if (x->form == TRUC_SAID_PAIR && x->entity != TRUC_NONE &&
        d->entity.v[x->entity].type == TRUC_GPE)
      return true;
  }
  return false;
}

/* The two countries the article is about: Viet Nam and the one named most
** beside it, or the two named most. */
static void article_pair(const truc_doc *d, truc__fact_work *w) {
  uint32_t best = TRUC_NONE, second = TRUC_NONE, vnm = TRUC_NONE;
  uint32_t countries = 0;
  for (uint32_t e = 0; e < d->entity.n; e++) {
    const truc_entity *x = &d->entity.v[e];
    if (x->type != TRUC_GPE) continue;
    countries++;
    if (!strcmp(x->ref, "gpe:VNM")) {
      vnm = e;
      continue;
    }
    if (best == TRUC_NONE || x->nmention > d->entity.v[best].nmention) {
      second = best;
      best = e;
    } else if (second == TRUC_NONE ||
               x->nmention > d->entity.v[second].nmention) {
      second = e;
    }
  }
  w->pair[0] = vnm != TRUC_NONE ? vnm : best;
  w->pair[1] = vnm != TRUC_NONE ? best : second;
  if (!names_pair(d, countries)) w->pair[0] = w->pair[1] = TRUC_NONE;
}

static bool reads(const truc_sentence *s) {
  return s->ntok && s->kind != TRUC_SENT_CREDIT && s->kind != TRUC_SENT_BYLINE;
}

/* All that is looked up while a sentence is at hand. */
static bool read_sentence(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  return truc__read_hits(d, w, sent) && truc__chunks(d, w, sent) &&
         truc__interview(d, w, sent) && truc__speeches(d, w, sent) &&
         (!reads(&d->sentence.v[sent]) || truc__match_sentence(d, w, sent));
}

/* Records in the order of the text, when all of it is known. */
static bool build(truc_doc *d, truc__fact_work *w) {
  for (uint32_t i = 0; i < w->match.n; i++) {
    uint32_t n = d->fact.n;
    if (w->match.v[i].replaced) continue;
    if (!truc__build(d, w, &w->match.v[i])) return false;
    if (d->fact.n > n) w->match.v[i].fact = n;
  }
  return true;
}

truc_rc truc__fact_run(truc_doc *d) {
  truc__fact_work *w = work_of(d);
  d->fact.n = d->item.n = d->speaker.n = d->evidence.n = 0;
  if (!w || !truc__hits_begin(d, w)) return TRUC_ENOMEM;
  w->rc = TRUC_OK;
  memset(w->last, 0xFF, sizeof w->last);
  w->speech_over = 0;
  w->interview = (truc__interview_state){false, TRUC_NONE, TRUC_NONE};
  w->kin.n = w->trail.n = w->filled.n = w->speech.n = w->match.n = w->traces.n =
      0;
  article_pair(d, w);
  truc__tags_begin(w);
  if (!truc__match_begin(d, w) || !truc__chunks_begin(d, w)) return TRUC_ENOMEM;
  for (uint32_t s = 0; s < d->sentence.n; s++)
    if (!read_sentence(d, w, s)) return TRUC_ENOMEM;
  if (!truc__offices(d, w) || !build(d, w) || !truc__merge(d, w) ||
      !truc__derive(d, w) || !truc__links(d) || !truc__confidences(d, w))
    return TRUC_ENOMEM;
  return w->rc;
}

void truc__fact_release(truc_doc *d) {
  truc__fact_work *w = d->scratch[SCRATCH_FACT];
  if (!w) return;
  VEC_FREE(w->chunk);
  VEC_FREE(w->chunk_at);
  VEC_FREE(w->value_at);
  VEC_FREE(w->close_at);
  VEC_FREE(w->speech);
  VEC_FREE(w->trace);
  VEC_FREE(w->traces);
  VEC_FREE(w->match);
  VEC_FREE(w->stack);
  VEC_FREE(w->branch);
  VEC_FREE(w->root);
  VEC_FREE(w->places);
  VEC_FREE(w->spot);
  VEC_FREE(w->place);
  VEC_FREE(w->waking);
  VEC_FREE(w->step);
  VEC_FREE(w->classes);
  truc__phrases_release(&w->phrases);
  VEC_FREE(w->sector);
  VEC_FREE(w->item);
  VEC_FREE(w->spread);
  VEC_FREE(w->tagged);
  VEC_FREE(w->tagged_at);
  VEC_FREE(w->kin);
  VEC_FREE(w->moved);
  VEC_FREE(w->brand);
  VEC_FREE(w->weight);
  VEC_FREE(w->trail);
  VEC_FREE(w->filled);
  truc__free(w);
  d->scratch[SCRATCH_FACT] = NULL;
}

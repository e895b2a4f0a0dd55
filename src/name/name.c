/* SPDX-License-Identifier: Apache-2.0 */
/* name.c - the entry of the room: its steps in order. */
#include "name/name.h"

static truc__work *work_of(truc_doc *d) {
  truc__work *w = d->scratch[SCRATCH_NAME];
  if (w) return w;
  w = truc__realloc(NULL, sizeof *w);
  if (!w) return NULL;
  memset(w, 0, sizeof *w);
  d->scratch[SCRATCH_NAME] = w;
  return w;
}

truc_rc truc__name_run(truc_doc *d) {
  truc__work *w = work_of(d);
  d->mention.n = d->entity.n = d->office.n = 0;
  if (!w) return TRUC_ENOMEM;
  w->note.n = w->key.n = w->chain.n = w->proto.n = 0;
  truc__table_clear(&w->product);
  bool ok = truc__hits_run(d, w) && truc__scan_run(d, w) &&
            truc__memory_run(d, w) && truc__entity_run(d, w) &&
            truc__coref_offices(d, w) && truc__coref_pairs(d, w) &&
            truc__entity_bodies(d, w) && truc__coref_run(d, w);
  return ok ? TRUC_OK : TRUC_ENOMEM;
}

void truc__name_release(truc_doc *d) {
  truc__work *w = d->scratch[SCRATCH_NAME];
  if (!w) return;
  VEC_FREE(w->classes);
  VEC_FREE(w->starts);
  VEC_FREE(w->kind);
  VEC_FREE(w->way);
  VEC_FREE(w->ways);
  VEC_FREE(w->shaped);
  VEC_FREE(w->on);
  VEC_FREE(w->open);
  VEC_FREE(w->begin);
  VEC_FREE(w->hit);
  VEC_FREE(w->note);
  VEC_FREE(w->key);
  VEC_FREE(w->chain);
  VEC_FREE(w->like);
  VEC_FREE(w->given);
  VEC_FREE(w->proto);
  VEC_FREE(w->meant);
  truc__free(w->whole.v);
  truc__free(w->part.v);
  truc__free(w->title.v);
  truc__free(w->ref.v);
  truc__free(w->product.v);
  truc__free(w);
  d->scratch[SCRATCH_NAME] = NULL;
}

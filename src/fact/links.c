/* SPDX-License-Identifier: Apache-2.0 */
/* links.c - records that point to records of the same document.
**
** A departure, an arrival or a stop on the way is part of the whole visit of
** the same visitor to the same host.  What a statement says (slot `topics`) are
** the records with its speaker that stand in its sentences.  Runs last: it
** relies on the numbers that merging leaves. */
#include "fact/fact.h"

/* Topics of one statement; a longer list helps nobody. */
#define MAX_TOPICS 24u

static const truc_item *slot(const truc_doc *d, const truc_fact *f,
                             const char *name) {
  return truc__first_item(d->item.v + f->item, f->nitem, name);
}

static bool same_ref(const truc_item *a, const truc_item *b) {
  return a && b && a->ref && b->ref && !strcmp(a->ref, b->ref);
}

static bool is_whole(const truc_doc *d, const truc_fact *f) {
  const truc_item *phase = slot(d, f, "phase");
  return !phase || !phase->code || !strcmp(phase->code, "whole");
}

static bool is_visit(const truc_fact *f) {
  return f->kind == TRUC_KIND_VISIT && f->modality != TRUC_DENIED;
}

/* The nearest whole visit before the part, else the first one behind it. */
static uint32_t whole_of(const truc_doc *d, uint32_t part) {
  const truc_fact *f = &d->fact.v[part];
  uint32_t best = TRUC_NONE;
  for (uint32_t i = 0; i < d->fact.n; i++) {
    const truc_fact *v = &d->fact.v[i];
    if (i == part || !is_visit(v) || !is_whole(d, v)) continue;
    if (!same_ref(slot(d, f, "visitor"), slot(d, v, "visitor")) ||
        !same_ref(slot(d, f, "host"), slot(d, v, "host")))
      continue;
    if (i > part && best != TRUC_NONE) break;
    best = i;
  }
  return best;
}

static bool shares_sentence(const truc_doc *d, const truc_fact *a,
                            const truc_fact *b) {
  for (uint32_t i = 0; i < a->nevidence; i++)
    for (uint32_t k = 0; k < b->nevidence; k++)
      if (d->evidence.v[a->evidence + i] == d->evidence.v[b->evidence + k])
        return true;
  return false;
}

static bool says(const truc_doc *d, const truc_fact *statement,
                 const truc_fact *f) {
  const truc_item *who = slot(d, statement, "speaker");
  if (f->kind == TRUC_KIND_STATEMENT || f->kind == TRUC_KIND_OFFICE)
    return false;
  for (uint32_t i = 0; who && who->ref && i < f->nspeaker; i++) {
    const char *ref = d->entity.v[d->speaker.v[f->speaker + i]].ref;
    if (!strcmp(ref, who->ref)) return shares_sentence(d, statement, f);
  }
  return false;
}

/* Appends the topics to the statement's items, which move to the end. */
static bool link_topics(truc_doc *d, uint32_t index) {
  uint32_t from = d->item.n, n = d->fact.v[index].nitem, topics = 0;
  for (uint32_t i = 0; i < d->fact.n && topics < MAX_TOPICS; i++) {
    const truc_fact *s = &d->fact.v[index];
    if (i == index || !says(d, s, &d->fact.v[i])) continue;
    if (!topics++) {
      if (!VEC_ROOM(d->item, n)) return false;
      memcpy(d->item.v + from, d->item.v + s->item, n * sizeof *d->item.v);
      d->item.n += n;
    }
    truc_item it;
    memset(&it, 0, sizeof it);
    it.slot = "topics";
    it.fact = i;
    it.implicit = 1;
    if (!VEC_PUSH(d->item, it)) return false;
  }
  if (!topics) return true;
  d->fact.v[index].item = from;
  d->fact.v[index].nitem = n + topics;
  return true;
}

bool truc__links(truc_doc *d) {
  uint32_t statements = 0;
  for (uint32_t i = 0; i < d->fact.n; i++) {
    truc_fact *f = &d->fact.v[i];
    if (is_visit(f) && !is_whole(d, f)) f->part_of = whole_of(d, i);
    /* a text of thousands of records is no article: bounds the time */
    if (f->kind == TRUC_KIND_STATEMENT && statements++ < MAX_TOPICS &&
        !link_topics(d, i))
      return false;
  }
  return true;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* history_steps.c - the steps of histories, told with their records. */
#include "ledger/history.h"

/* Does one of the history's other steps contradict it? */
static bool differs(const truc_records *r, uint32_t first, uint32_t n,
                    uint32_t i) {
  const truc_record *p = &r->record[i];
  for (uint32_t k = 0; k < p->nconflict; k++)
    for (uint32_t other = first; other < first + n; other++)
      if (!strcmp(r->conflict[p->conflict + k], r->record[other].id))
        return true;
  return false;
}

/* The name of the holder as it is written; else the value. */
static const char *value_for_people(const truc_records *r, uint32_t record,
                                    const truc__candidate *c) {
  if (c->change != TRUC_CHANGE_OFFICE) return c->value;
  const truc_record *p = &r->record[record];
  for (uint32_t i = 0; i < p->nitem; i++)
    if (!strcmp(r->item[p->item + i].slot, "person") &&
        r->item[p->item + i].name)
      return r->item[p->item + i].name;
  return c->value;
}

/* Has each of its steps a record of its own? */
static bool is_whole(const truc__telling *x, const truc_history *t) {
  return !x->brief || t->change == TRUC_CHANGE_OFFICE;
}

/* Its date, else the day of the first report. */
static const char *time_of(truc__telling *x, const truc__candidate *c) {
  char day[16] = "";
  if (*c->time) return c->time;
  if (c->lo != TRUC__NO_INT) truc__day_iso((int32_t)c->lo, day);
  return truc__kept_text(x, day, strlen(day));
}

static void tell(truc__telling *x, const truc_records *r, uint32_t *record) {
  truc__told *h = x->h;
  for (uint32_t i = 0; i < h->history.n && !truc__failed(x->l); i++) {
    truc_history *t = &h->history.v[i];
    const truc__candidate *v = &x->taken.v[t->step];
    bool whole = is_whole(x, t);
    uint32_t first = h->step.n, begin = *record;
    for (uint32_t k = 0; k < t->nstep; k++) {
      uint32_t at = whole ? begin + k : begin;
      truc_step s = {.record = at,
                     .value = value_for_people(r, at, &v[k]),
                     .time = time_of(x, &v[k]),
                     .differs = whole && differs(r, begin, t->nstep, at),
                     .modality = v[k].modality,
                     .sources = v[k].sources};
      if (!VEC_PUSH(h->step, s))
        truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
    }
    *record += whole ? t->nstep : 1;
    t->step = first;
  }
}

/* The records that are to be read: of all steps, or of the best known one. */
static void steps_to_read(truc__telling *x, const truc_history *t,
                          truc__ids *out) {
  const truc__candidate *v = &x->taken.v[t->step], *best = v;
  bool whole = is_whole(x, t);
  for (uint32_t k = 0; k < t->nstep; k++) {
    if (v[k].order < best->order) best = &v[k];
    if (whole && !VEC_PUSH(*out, v[k].id))
      truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
  }
  if (!whole && !VEC_PUSH(*out, best->id))
    truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
}

void truc__read_steps(truc__telling *x) {
  truc__ids id = {0};
  truc_query q = TRUC_QUERY;
  uint32_t record = 0;
  truc__told *h = x->h;
  q.max_evidence = 1;
  q.brief = x->brief;
  for (uint32_t i = 0; i < h->history.n; i++)
    steps_to_read(x, &h->history.v[i], &id);
  truc_records *r =
      truc__failed(x->l) ? NULL : truc__read_records(x->l, id.v, id.n, &q);
  if (r) tell(x, r, &record);
  h->pub =
      (truc_histories){h->history.n, h->step.n, h->history.v, h->step.v, r};
  VEC_FREE(id);
}

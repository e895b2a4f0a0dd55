/* SPDX-License-Identifier: Apache-2.0 */
/* settle.c - what a kind makes of its items once every slot is filled.
**
** A pattern and its fills see words; that an effect on "quan hệ" is one on both
** countries, that nobody meets himself, or that a list of two people was none,
** is a matter of the kind. */
#include "fact/fact.h"
#include "tables/lex.h"

/* "mối quan hệ giữa hai nước", "trong quan hệ Việt - Pháp". */
static bool is_relation(const truc_doc *d, const truc__match *m, truc_span at) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t t = s->tok, end = s->tok + s->ntok;
  while (t < end && d->token.v[t].at.off < at.off) t++;
  if (t < end && truc__tok_is(d, t, "trong")) t++;
  if (t < end && truc__tok_is(d, t, "mối")) t++;
  return t + 1 < end && truc__tok_is(d, t, "quan") &&
         truc__tok_is(d, t + 1, "hệ");
}

/* An effect on the relation is one on both countries. */
static void relation_target(truc_doc *d, truc__fact_work *w,
                            const truc__match *m) {
  const truc_item *it = truc__first_item(w->item.v, w->item.n, "target");
  uint32_t e[2];
  const truc__fchunk *seen[2];
  if (!it || it->ref || it->code || !is_relation(d, m, it->at)) return;
  truc_span at = it->at;
  truc__pair_in_focus(d, w, m, e, seen);
  if (e[0] == TRUC_NONE || e[1] == TRUC_NONE) return;
  truc__drop_slot(w, "target");
  for (int i = 0; i < 2; i++) truc__item_entity(d, w, "target", e[i], at);
}

/* "Ông X, nhà nghiên cứu của Viện A, Viện B nói": X says it, not the body. */
static void name_speaker(truc_doc *d, truc__fact_work *w,
                         const truc__match *m) {
  const truc__trace *t = w->traces.v + m->trace;
  for (uint32_t i = 0; i < m->ntrace; i++) {
    if (t[i].kind != TRACE_CHUNK) continue;
    if (w->chunk.v[t[i].index].type != CH_ORG) return;
    const truc__fchunk *who =
        truc__described(d, w, d->sentence.v[m->sent].tok, t[i].tok);
    if (!who) return;
    truc__drop_slot(w, "speaker");
    truc__item_chunk(d, w, "speaker", who);
    return;
  }
}

/* "Gặp A, | B nhấn mạnh": whom he meets does not speak with him. */
static void drop_met(truc_doc *d, truc__fact_work *w, const truc__match *m) {
  const truc__trace *t = w->traces.v + m->trace;
  const truc__fchunk *met = NULL, *speaks = NULL;
  uint32_t n = 0;
  for (uint32_t i = 0; i < m->ntrace; i++) {
    if (t[i].kind != TRACE_CHUNK) continue;
    met = speaks;
    speaks = &w->chunk.v[t[i].index];
    n++;
  }
  if (n != 2 || met->tok + met->ntok + 1 != speaks->tok) return;
  if (!truc__tok_is(d, speaks->tok - 1, ",")) return;
  if (!truc__is_object(d, d->sentence.v[m->sent].tok, met->tok)) return;
  truc__drop_slot(w, "speaker");
  truc__item_chunk(d, w, "speaker", speaks);
}

/* "tiếp A, Bộ trưởng ...": the office of A may stand for the one who receives
** him.  Nobody meets himself. */
static void drop_self(truc__fact_work *w) {
  uint32_t n = 0, others = 0;
  for (uint32_t i = 0; i < w->item.n; i++)
    others += truc__slot_is(w->item.v[i].slot, "counterpart") &&
              !truc__ref_there(w, "actor", w->item.v[i].ref);
  if (!others) return;
  for (uint32_t i = 0; i < w->item.n; i++)
    if (!truc__slot_is(w->item.v[i].slot, "counterpart") ||
        !truc__ref_there(w, "actor", w->item.v[i].ref))
      w->item.v[n++] = w->item.v[i];
  w->item.n = n;
}

/* Does nothing but a comma, with or without blanks, stand between the two? */
static bool comma_apart(const truc_doc *d, truc_span a, truc_span b) {
  uint32_t i = a.off + a.len, commas = 0;
  for (; i < b.off; i++) {
    if (d->raw[i] != ',' && d->raw[i] != ' ') return false;
    commas += d->raw[i] == ',';
  }
  return commas == 1;
}

/* "A, Đại sứ Lào, ...": an office behind a comma tells what A is. */
static void drop_apposed(const truc_doc *d, truc__fact_work *w,
                         const char *slot) {
  truc_span before = {0, 0};
  uint32_t n = 0;
  for (uint32_t i = 0; i < w->item.n; i++) {
    const truc_item it = w->item.v[i];
    bool mine = truc__slot_is(it.slot, slot) && it.ref && it.at.len;
    if (mine && before.len && !strncmp(it.ref, "office:", 7) &&
        comma_apart(d, before, it.at))
      continue;
    w->item.v[n++] = it;
    if (mine && !strncmp(it.ref, "per:", 4)) before = it.at;
  }
  w->item.n = n;
}

void truc__settle_items(truc_doc *d, truc__fact_work *w, const truc__match *m) {
  switch (m->pattern->kind) {
    case TRUC_KIND_IMPACT: relation_target(d, w, m); break;
    case TRUC_KIND_AGREEMENT: truc__settle_signers(d, w, m); break;
    case TRUC_KIND_VISIT: drop_apposed(d, w, "visitor"); break;
    case TRUC_KIND_CONTACT:
      drop_apposed(d, w, "actor");
      drop_apposed(d, w, "counterpart");
      drop_self(w);
      break;
    case TRUC_KIND_STATEMENT:
      name_speaker(d, w, m);
      drop_met(d, w, m);
      drop_apposed(d, w, "speaker");
      break;
    default: break;
  }
}

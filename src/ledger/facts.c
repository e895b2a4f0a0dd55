/* SPDX-License-Identifier: Apache-2.0 */
/* facts.c - what a document states, on its way into the tables. */
#include <stdlib.h>

#include "ledger/ledger.h"

/* ---------------------------------------------------------------- parties */

static void add_party(truc__storing *w, int64_t claim, int64_t entity,
                      int64_t role) {
  truc__concerned x = {claim, entity, role};
  if (entity && !VEC_PUSH(w->concerned, x))
    truc__set_fail(w->l, TRUC_ENOMEM, "out of memory");
}

static int by_claim(const void *a, const void *b) {
  const truc__concerned *x = a, *y = b;
  if (x->claim != y->claim) return x->claim < y->claim ? -1 : 1;
  if (x->entity != y->entity) return x->entity < y->entity ? -1 : 1;
  return (x->role > y->role) - (x->role < y->role);
}

/* In the order of the key, each once, with the closest role. */
static void insert_parties(truc__storing *w) {
  const truc__concerned *last = NULL;
  if (w->concerned.n)
    qsort(w->concerned.v, w->concerned.n, sizeof *w->concerned.v, by_claim);
  for (uint32_t i = 0; i < w->concerned.n; i++) {
    const truc__concerned *x = &w->concerned.v[i];
    if (last && last->claim == x->claim && last->entity == x->entity) continue;
    truc__row(w->l, "iii", x->entity, x->claim, x->role);
    last = x;
  }
  truc__pour(w->l,
             "INSERT INTO party SELECT a, b, c FROM poured WHERE 1 "
             "ON CONFLICT DO UPDATE SET role = excluded.role "
             "WHERE excluded.role < role");
}

/* Row of the country of what `ref` names, 0 if the document does not say. */
static int64_t country_of(truc__storing *w, const char *ref) {
  int64_t i;
  if (!truc__memo_get(&w->local, truc__hash(ref, strlen(ref)), &i)) return 0;
  uint32_t c = w->r.entity[i].country;
  return c < w->r.nentity ? w->entity.v[c] : 0;
}

/* Does it stand in one sentence?  Then its words are read from there. */
static bool in_sentence(const truc__storing *w, truc_span at) {
  uint32_t lo = 0, hi = w->r.nsentence;
  while (lo < hi) { /* the first that begins behind it */
    uint32_t mid = lo + (hi - lo) / 2;
    if (w->r.sentence[mid].at.off <= at.off)
      lo = mid + 1;
    else
      hi = mid;
  }
  if (!lo) return false;
  truc_span s = w->r.sentence[lo - 1].at;
  bool whole =
      lo == w->r.nsentence || s.off + s.len <= w->r.sentence[lo].at.off;
  return whole && at.off + at.len <= s.off + s.len;
}

/* The words of a name stand in its sentence, and nowhere else; how a field is
** put is what people want to see of it. */
static bool keeps_words(const truc__storing *w, const truc_item *i) {
  return i->at.len &&
         (!i->ref || !strncmp(i->ref, "sector:", 7) || !in_sentence(w, i->at));
}

static void add_item(truc__storing *w, int64_t fact, int64_t claim, uint32_t n,
                     const truc_item *i) {
  truc_ledger *l = w->l;
  int64_t entity = i->ref ? truc__entity_row(l, i->ref, NULL) : 0;
  int64_t country = i->ref ? country_of(w, i->ref) : 0;
  bool said = i->at.len != 0, words = keeps_words(w, i);
  const char *number = NULL;
  if (i->has_number) {
    truc__buf_reset(&l->a);
    truc__buf_decimal(&l->a, i->mantissa, i->exponent);
    if (l->a.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    number = l->a.rc ? NULL : truc__pour_text(l, l->a.p, l->a.n);
  }
  truc__row(l, words ? "iisoossoooit" : "iisoossooois", fact, (int64_t)n,
            i->slot, entity ? entity : TRUC__NO_INT,
            country ? country : TRUC__NO_INT, i->code, number,
            i->fact < w->r.nfact ? (int64_t)i->fact + 1 : TRUC__NO_INT,
            said ? (int64_t)i->at.off : TRUC__NO_INT,
            said ? (int64_t)i->at.off + i->at.len : TRUC__NO_INT,
            (int64_t)i->implicit, words ? w->r.raw + i->at.off : NULL,
            (size_t)i->at.len);
  add_party(w, claim, entity, 1);
  add_party(w, claim, country, 2);
}

/* Kinds whose arguments often leave out the countries that they concern. */
static bool wants_context(uint8_t kind) {
  return kind == TRUC_KIND_STATEMENT || kind == TRUC_KIND_EVENT ||
         kind == TRUC_KIND_AMOUNT || kind == TRUC_KIND_STATUS ||
         kind == TRUC_KIND_IMPACT || kind == TRUC_KIND_AGREEMENT ||
         kind == TRUC_KIND_PROVISION;
}

static void insert_items(truc__storing *w) {
  for (uint32_t i = 0; i < w->placed.n; i++) {
    const truc_fact *f = &w->r.fact[i];
    for (uint32_t k = 0; k < f->nitem; k++)
      add_item(w, w->first_fact + i, w->placed.v[i].claim, k,
               &w->r.item[f->item + k]);
  }
  truc__pour(w->l,
             "INSERT INTO argument SELECT a, b, c, d, e, f, g, h, i, j, l, k "
             "FROM poured");
}

static void insert_speakers(truc__storing *w) {
  uint32_t ns;
  const uint32_t *speaker = truc_doc_speakers(w->r.doc, &ns);
  for (uint32_t i = 0; i < w->placed.n; i++) {
    const truc_fact *f = &w->r.fact[i];
    for (uint32_t k = 0; k < f->nspeaker; k++) {
      uint32_t e = speaker[f->speaker + k];
      if (e >= w->r.nentity || !w->entity.v[e]) continue;
      truc__row(w->l, "iii", w->first_fact + i, (int64_t)k, w->entity.v[e]);
      add_party(w, w->placed.v[i].claim, w->entity.v[e], 3);
    }
  }
  truc__pour(w->l, "INSERT INTO speaker SELECT a, b, c FROM poured");
}

static void insert_evidence(truc__storing *w) {
  for (uint32_t i = 0; i < w->placed.n; i++) {
    const truc_fact *f = &w->r.fact[i];
    for (uint32_t k = 0; k < f->nevidence; k++)
      truc__row(w->l, "iii", w->first_fact + i, (int64_t)k,
                w->first_sentence + w->r.evidence[f->evidence + k]);
  }
  truc__pour(w->l, "INSERT INTO evidence SELECT a, b, c FROM poured");
}

static void add_context(truc__storing *w) {
  uint32_t countries[16];
  for (uint32_t i = 0; i < w->placed.n; i++) {
    if (!wants_context(w->r.fact[i].kind)) continue;
    uint32_t n = truc__countries_named(&w->r, i, countries, 16);
    for (uint32_t k = 0; k < n; k++)
      add_party(w, w->placed.v[i].claim, w->entity.v[countries[k]], 3);
  }
}

/* ------------------------------------------------- when an office was seen */

static uint32_t sentence_of(const truc__storing *w, const truc_fact *f) {
  return f->nevidence ? w->r.evidence[f->evidence] : 0;
}

static bool takes_part(const truc__storing *w, const truc_fact *f,
                       const char *person) {
  for (uint32_t k = 0; k < f->nitem; k++) {
    const char *ref = w->r.item[f->item + k].ref;
    if (ref && !strcmp(ref, person)) return true;
  }
  return false;
}

/* Did it happen, in a year that is known, and before the report? */
static bool is_past(const truc__storing *w, const truc_fact *f) {
  truc__when t = truc__when_parse(f->has_date ? f->date : "");
  return f->modality == TRUC_ACTUAL && t.known && t.start.year &&
         (w->r.day == TRUC__NO_INT || t.lo <= w->r.day);
}

/* The fact whose date is that of an office: one of its sentence in which the
** person takes part ("on 7 October 2024, on his visit to France, President Tô
** Lâm"), else its own, which is that of the report.  Offices and other facts
** come in the order of their sentences, so `beside` only moves on. */
static uint32_t dated_by(truc__storing *w, uint32_t index) {
  const truc_fact *office = &w->r.fact[index], *f;
  const char *person = NULL;
  if (office->kind != TRUC_KIND_OFFICE) return index;
  for (uint32_t k = 0; k < office->nitem; k++)
    if (!strcmp(w->r.item[office->item + k].slot, "person"))
      person = w->r.item[office->item + k].ref;
  uint32_t at = sentence_of(w, office), n = w->r.nfact;
  while (w->beside < n && ((f = &w->r.fact[w->beside])->kind == office->kind ||
                           sentence_of(w, f) < at))
    w->beside++;
  for (uint32_t i = w->beside; person && i < n; i++) {
    f = &w->r.fact[i];
    if (f->kind == office->kind) continue;
    if (sentence_of(w, f) != at) break;
    if (is_past(w, f) && takes_part(w, f, person)) return i;
  }
  return index;
}

/* The day that TRUC__DAY_OF_FACT will give. */
static int64_t day_of(const truc__storing *w, uint32_t index, uint32_t dated) {
  const truc_fact *f = &w->r.fact[dated];
  if (w->r.fact[index].kind != TRUC_KIND_OFFICE || !f->has_date)
    return w->r.day;
  truc__when t = truc__when_parse(f->date);
  return t.known && t.start.day ? t.lo : TRUC__NO_INT;
}

static const char *or_null(const char *s) { return s && *s ? s : NULL; }

/* The row of the claim in l->claim.  proposition: that it belongs to; 0 if it
** is new and must be grouped; the new one of its own if nothing is like it. */
static truc__placed place(truc__storing *w, uint32_t index) {
  truc_ledger *l = w->l;
  truc__placed p = {.weight = l->claim.weight,
                    .dated = dated_by(w, index),
                    .alone = truc__claim_alone(l, &l->claim)};
  if (!p.alone) p.claim = truc__claim_find(l, &l->claim, &p.proposition);
  if (p.claim) return p;
  if (p.alone)
    p.proposition =
        truc__proposition_of(l, &l->claim, &w->r.fact[index],
                             day_of(w, index, p.dated), w->first_fact + index);
  p.claim = truc__claim_insert(l, &l->claim, p.proposition);
  if (!p.alone) truc__ids_add(l, &w->claim, p.claim);
  return p;
}

static void place_facts(truc__storing *w) {
  truc_ledger *l = w->l;
  for (uint32_t i = 0; i < w->r.nfact && !truc__failed(l); i++) {
    bool made = truc__claim_make(&l->claim, &w->r, i);
    truc__placed p = {.dated = i};
    if (made) p = place(w, i);
    if (!made || !VEC_PUSH(w->placed, p))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
}

/* Contexts joined by blanks, NULL if there is none. */
static const char *join_contexts(truc_ledger *l, const truc_codes *c) {
  truc__buf_reset(&l->a);
  for (uint32_t i = 0; i < c->ncontext; i++)
    truc__buf_fmt(&l->a, i ? " %s" : "%s", c->context[i]);
  if (l->a.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  if (!c->ncontext || l->a.rc) return NULL;
  return truc__pour_text(l, l->a.p, l->a.n);
}

/* Row of how a fact was read; some hundreds do for all. */
static int64_t reading_row(truc_ledger *l, const truc_fact *f,
                           const truc_codes *codes) {
  const char *context = join_contexts(l, codes);
  const char *part[] = {or_null(f->pattern), or_null(f->basis), codes->event,
                        codes->mode,         context,           codes->cameo};
  uint64_t h = 0;
  int64_t id;
  for (int i = 0; i < 6; i++)
    h = (h ^ (part[i] ? truc__hash(part[i], strlen(part[i])) : 1)) *
        0x9E3779B97F4A7C15u;
  h ^= h >> 31;
  if (truc__memo_get(&l->readings, h, &id)) return id;
  id = truc__ask_int(l, 0,
                     "SELECT id FROM reading WHERE pattern IS ? AND basis IS ? "
                     "AND event IS ? AND mode IS ? AND context IS ? "
                     "AND cameo IS ?",
                     "ssssss", part[0], part[1], part[2], part[3], part[4],
                     part[5]);
  if (!id && !truc__failed(l)) {
    truc__exec(l,
               "INSERT INTO reading(pattern, basis, event, mode, context, "
               "cameo) VALUES(?, ?, ?, ?, ?, ?)",
               "ssssss", part[0], part[1], part[2], part[3], part[4], part[5]);
    id = sqlite3_last_insert_rowid(l->db);
  }
  if (!truc__failed(l)) truc__memo_put(&l->readings, h, id);
  return id;
}

static void add_fact(truc__storing *w, uint32_t index) {
  const truc_fact *f = &w->r.fact[index];
  const truc__placed *p = &w->placed.v[index];
  const truc_fact *dated = &w->r.fact[p->dated];
  const char *date = dated->has_date ? dated->date : NULL;
  truc_codes codes;
  if (date && f->kind == TRUC_KIND_OFFICE) /* seen on its first day */
    date = truc__pour_text(w->l, date, strcspn(date, "/"));
  truc_doc_codes(w->r.doc, index, &codes);
  truc__row(w->l, "iiiiiisiioiii", w->first_fact + index, w->document,
            (int64_t)index + 1, p->claim, (int64_t)f->kind,
            (int64_t)f->modality, date, (int64_t)f->confidence,
            (int64_t)f->derived,
            f->part_of < w->r.nfact ? (int64_t)f->part_of + 1 : TRUC__NO_INT,
            (int64_t)truc__is_timed(f), (int64_t)p->weight,
            reading_row(w->l, f, &codes));
}

void truc__insert_facts(truc__storing *w) {
  truc_ledger *l = w->l;
  place_facts(w);
  for (uint32_t i = 0; i < w->placed.n; i++) add_fact(w, i);
  truc__pour(l,
             "INSERT INTO fact(id, document, n, claim, kind_no, modality_no, "
             "date, confidence, derived, part_of, timed, weight, reading) "
             "SELECT a, b, c, d, e, f, g, h, i, j, k, l, m FROM poured");
  insert_items(w);
  insert_speakers(w);
  insert_evidence(w);
  add_context(w);
  insert_parties(w);
  for (uint32_t i = 0; i < w->placed.n; i++)
    if (w->placed.v[i].proposition && !w->placed.v[i].alone)
      truc__count_fact(l, w->placed.v[i].proposition, w->first_fact + i,
                       w->first_fact, w->copied);
}

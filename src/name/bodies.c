/* SPDX-License-Identifier: Apache-2.0 */
/* bodies.c - which body, forum or instrument is meant.
**
** Bodies of one key are one: a fixed id; of a state's bodies the name and the
** country, so that "Bộ Ngoại giao" of two countries are two; of ministries the
** abbreviation and the full name alike; else all words.  An entity is called by
** the fullest name that the document gives it. */
#include "name/name.h"

static bool of_state(const truc__note *n) {
  return n->kind &&
         (truc__same_id(n->kind, "ministry") || truc__same_id(n->kind, "gov") ||
          truc__same_id(n->kind, "parliament"));
}

/* Country of a body that does not name it: of the office it stands with, or
** of the words right behind it ("Bộ Ngoại giao nước bạn"). */
static uint32_t country_beside(const truc_doc *d, const truc__work *w,
                               uint32_t m) {
  const truc_mention *at = &d->mention.v[m];
  for (uint32_t k = m + 1; k < d->mention.n; k++) {
    const truc_mention *b = &d->mention.v[k];
    if (b->tok < at->tok + at->ntok) continue;
    if (b->tok == at->tok + at->ntok && b->form == TRUC_SAID_PRO &&
        b->type == TRUC_GPE)
      return b->entity;
    /* "Chính phủ và Quốc hội Mỹ" */
    const truc__note *n = &w->note.v[k];
    if (b->tok == at->tok + at->ntok + 1 && of_state(&w->note.v[m]) &&
        of_state(n) && n->country != TRUC_NONE &&
        (truc__name_is(d, b->tok - 1, "và") ||
         truc__tok_mark(d, b->tok - 1, ',')))
      return d->mention.v[n->country].entity;
    break;
  }
  return TRUC_NONE;
}

static void office_countries(const truc_doc *d, truc__work *w) {
  uint32_t n;
  const uint32_t *at = truc__meant(w, MEANT_BODY, &n);
  for (uint32_t o = 0; o < d->office.n; o++) {
    const truc_office *x = &d->office.v[o];
    if (x->org_mention == TRUC_NONE || x->country == TRUC_NONE) continue;
    w->note.v[x->org_mention].owner = x->country;
  }
  for (uint32_t k = 0; k < n; k++) {
    truc__note *x = &w->note.v[at[k]];
    if (x->country != TRUC_NONE) x->owner = d->mention.v[x->country].entity;
    if (x->owner == TRUC_NONE) x->owner = country_beside(d, w, at[k]);
  }
}

static uint64_t agency_key(const truc__knownagency *a) {
  return KEY_STEP(KEY_SEED, (uint64_t)a->name);
}

/* "Bộ TN&MT" is called as its full name is.  A short name is so only where just
** one of those that bear it was called in full before; `country` is the hash of
** whose ministry it is. */
static uint64_t ministry_key(const truc_doc *d, const truc__work *w,
                             uint32_t tok, uint32_t end, uint64_t whole,
                             uint64_t country) {
  uint64_t key = whole;
  truc__agencies a = truc__known_agencies(d, tok, end);
  if (a.v[0] && !a.brief) return agency_key(a.v[0]);
  int said = 0;
  for (int k = 0; k < 2 && a.v[k]; k++) {
    uint64_t full = agency_key(a.v[k]);
    if (truc__table_get(&w->whole, full ^ country) == TRUC_NONE) continue;
    if (++said == 2) return whole;
    key = full;
  }
  return key;
}

/* Key of a body: fixed id; head and field with the country for bodies of a
** state; else all its words, of missions up to their country. */
static uint64_t body_key(const truc_doc *d, const truc__work *w, uint32_t m) {
  const truc__note *n = &w->note.v[m];
  const truc_mention *at = &d->mention.v[m];
  uint32_t count = n->nkey, end = at->tok + at->ntok;
  if (n->id) return truc__hash(n->id, strlen(n->id));
  if (n->country != TRUC_NONE) {
    const truc_mention *c = &d->mention.v[n->country];
    if (of_state(n))
      count = c->tok - at->tok, end = c->tok;
    else if (n->kind && truc__same_id(n->kind, "embassy"))
      count = c->tok + c->ntok - at->tok;
  }
  if (count > n->nkey) count = n->nkey;
  uint64_t h = truc__key_hash(w, n, count);
  if (!of_state(n)) return h;
  const char *ref =
      n->owner == TRUC_NONE ? "gpe:VNM" : d->entity.v[n->owner].ref;
  uint64_t country = truc__hash(ref, strlen(ref));
  if (truc__same_id(n->kind, "ministry"))
    h = ministry_key(d, w, at->tok, end, h, country);
  return h ^ country;
}

static bool body_protos(truc_doc *d, truc__work *w) {
  uint32_t count;
  const uint32_t *at = truc__meant(w, MEANT_BODY, &count);
  truc__table_clear(&w->whole);
  w->proto.n = 0;
  for (uint32_t k = 0; k < count; k++) {
    const uint32_t m = at[k];
    if (d->mention.v[m].form != TRUC_SAID_NAME) continue;
    truc__note *n = &w->note.v[m];
    uint64_t h = body_key(d, w, m);
    uint32_t p = truc__table_get(&w->whole, h);
    if (n->alias != TRUC_NONE) p = w->note.v[n->alias].proto;
    if (p == TRUC_NONE) {
      truc__proto x = {m, TRUC_NONE, TRUC_NONE};
      if (!VEC_PUSH(w->proto, x)) return false;
      p = w->proto.n - 1;
    }
    if (!truc__table_put(&w->whole, h, p)) return false;
    n->proto = p;
    uint32_t *full = &w->proto.v[p].mention;
    if (n->alias != TRUC_NONE) continue;
    if (n->nkey > w->note.v[*full].nkey ||
        (n->nkey == w->note.v[*full].nkey && truc__better_said(d, m, *full)))
      *full = m;
  }
  return true;
}

static char *join(truc_doc *d, const char *a, const char *b, const char *c) {
  size_t x = strlen(a), y = strlen(b), z = strlen(c);
  char *out = truc__arena_get(&d->arena, x + y + z + 1);
  if (!out) return NULL;
  memcpy(out, a, x);
  memcpy(out + x, b, y);
  memcpy(out + x + y, c, z + 1);
  return out;
}

/* A foreign state's body, never said with its country, gets it. */
static const char *body_name(truc_doc *d, truc__work *w, uint32_t m) {
  const truc__note *n = &w->note.v[m];
  char *name = truc__name_text(d, m);
  if (!name || n->country != TRUC_NONE || !of_state(n) ||
      n->owner == TRUC_NONE ||
      truc__same_id(d->entity.v[n->owner].ref, "gpe:VNM"))
    return name;
  return join(d, name, " ", d->entity.v[n->owner].name);
}

/* "asean vision +": the year at the end belongs to the id. */
static const char *fixed_id(truc_doc *d, const char *id, uint32_t m) {
  size_t n = strlen(id);
  if (n < 2 || id[n - 1] != '+' || id[n - 2] != ' ') return id;
  const truc_mention *at = &d->mention.v[m];
  char *stem = truc__arena_str(&d->arena, id, n - 1);
  char *year = truc__span_text(d, at->tok + at->ntok - 1, 1);
  return stem && year ? join(d, stem, year, "") : NULL;
}

/* The entity of the mention `m`; a fixed id is no name, so the words that call
** it most fully are. */
static uint32_t body_entity(truc_doc *d, truc__work *w, uint32_t m,
                            const truc__proto *x) {
  const char *own = w->note.v[m].id, *id = w->note.v[x->mention].id;
  const char *name = own  ? fixed_id(d, own, m)
                     : id ? fixed_id(d, id, x->mention)
                          : body_name(d, w, x->mention);
  uint32_t e = truc__entity_ref(d, w, "org", name, d->mention.v[m].type, m);
  if (e == TRUC_NONE) return e;
  if (own || id) name = truc__name_text(d, x->mention);
  if (!name) return TRUC_NONE;
  if (own || id) d->entity.v[e].name = name;
  d->entity.v[e].country = w->note.v[x->mention].owner;
  return e;
}

bool truc__entity_bodies(truc_doc *d, truc__work *w) {
  uint32_t count;
  const uint32_t *at = truc__meant(w, MEANT_BODY, &count);
  office_countries(d, w);
  if (!body_protos(d, w)) return false;
  for (uint32_t k = 0; k < count; k++) {
    const uint32_t m = at[k];
    const truc__note *n = &w->note.v[m];
    if (d->mention.v[m].form != TRUC_SAID_NAME) continue;
    truc__proto *x = &w->proto.v[n->proto];
    uint32_t e = x->entity;
    if (n->id && strlen(n->id) > 2 && n->id[strlen(n->id) - 1] == '+')
      e = TRUC_NONE; /* one entity per year */
    if (e == TRUC_NONE) e = x->entity = body_entity(d, w, m, x);
    if (e == TRUC_NONE) return false;
    truc__entity_link(d, m, e);
  }
  return true;
}

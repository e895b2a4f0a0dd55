/* SPDX-License-Identifier: Apache-2.0 */
/* entity.c - from mentions to who is meant.
**
** Distinct spellings become protos; a proto that is part of a fuller one gets
** it as parent; an entity is made per root.  A person's single name part is
** decided per mention, by the nearest full name before it. */
#include "name/name.h"

/* ------------------------------------------------------------------ groups */

/* Sorts the mentions into groups, so that who looks for countries does not ask
** each mention whether it is one. */
static bool group_mentions(const truc_doc *d, truc__work *w) {
  static const uint8_t meant[TRUC_NENTITY_TYPES] = {
      [TRUC_PER] = MEANT_PERSON,  [TRUC_GPE] = MEANT_COUNTRY,
      [TRUC_LOC] = MEANT_PLACE,   [TRUC_ORG] = MEANT_BODY,
      [TRUC_FORUM] = MEANT_BODY,  [TRUC_AGREEMENT] = MEANT_BODY,
      [TRUC_EVENT] = MEANT_EVENT, [TRUC_OFFICE] = MEANT_OTHER,
      [TRUC_GROUP] = MEANT_OTHER};
  const truc_mention *at = d->mention.v;
  const uint32_t n = d->mention.n;
  uint32_t count[MEANT_ALL] = {0}, *end = w->meant_end;
  w->meant.n = 0;
  if (!VEC_ROOM(w->meant, n)) return false;
  for (uint32_t m = 0; m < n; m++) count[meant[at[m].type]]++;
  for (uint32_t k = 0, sum = 0; k < MEANT_ALL; sum += count[k++]) end[k] = sum;
  for (uint32_t m = 0; m < n; m++) w->meant.v[end[meant[at[m].type]]++] = m;
  return true;
}

/* ---------------------------------------------------------------- entities */

uint32_t truc__entity_ref(truc_doc *d, truc__work *w, const char *prefix,
                          const char *name, unsigned type, uint32_t mention) {
  char near[64], *ref = near;
  if (!name) return TRUC_NONE;
  size_t n = strlen(prefix), k = strlen(name);
  if (n + k + 2 > sizeof near) ref = truc__arena_get(&d->arena, n + k + 2);
  if (!ref) return TRUC_NONE;
  memcpy(ref, prefix, n);
  ref[n] = ':';
  memcpy(ref + n + 1, name, k + 1);
  uint64_t h = truc__hash(ref, n + k + 1);
  uint32_t e = truc__table_get(&w->ref, h);
  if (e != TRUC_NONE) return e;
  if (ref == near) ref = truc__arena_str(&d->arena, near, n + k + 1);
  if (!ref) return TRUC_NONE;
  truc_entity x;
  memset(&x, 0, sizeof x);
  x.ref = ref;
  x.name = ref + n + 1;
  x.country = TRUC_NONE;
  x.head = mention;
  x.type = (uint8_t)type;
  if (!VEC_PUSH(d->entity, x)) return TRUC_NONE;
  if (!truc__table_put(&w->ref, h, d->entity.n - 1)) return TRUC_NONE;
  return d->entity.n - 1;
}

uint32_t truc__entity_country(const truc_doc *d, const truc__work *w,
                              const char *iso) {
  char ref[16];
  size_t n = strlen(iso);
  (void)d;
  if (n > 8) return TRUC_NONE;
  memcpy(ref, "gpe:", 4);
  memcpy(ref + 4, iso, n);
  return truc__table_get(&w->ref, truc__hash(ref, n + 4));
}

void truc__entity_link(truc_doc *d, uint32_t mention, uint32_t entity) {
  d->mention.v[mention].entity = entity;
  if (entity == TRUC_NONE) return;
  truc_entity *e = &d->entity.v[entity];
  if (e->nmention < UINT16_MAX) e->nmention++;
  if (e->head == TRUC_NONE || mention < e->head) e->head = mention;
}

/* --------------------------------------------------------------- countries */

/* "Dominica" in a text about "Cộng hòa Dominica" is that republic. */
static bool republics(truc_doc *d, truc__work *w) {
  uint32_t n;
  const uint32_t *at = truc__meant(w, MEANT_COUNTRY, &n);
  truc__table_clear(&w->title);
  for (uint32_t k = 0; k < n; k++) {
    const truc__note *x = &w->note.v[at[k]];
    if (x->nkey < 3 || !x->id) continue;
    if (!truc__name_is(d, d->mention.v[at[k]].tok, "cộng")) continue;
    if (!truc__table_put(&w->title, truc__hash_keys(w, x->key + 2, x->nkey - 2),
                         at[k]))
      return false;
  }
  for (uint32_t k = 0; w->title.n && k < n; k++) {
    truc__note *x = &w->note.v[at[k]];
    if (!x->id) continue;
    uint32_t r = truc__table_get(&w->title, x->whole);
    if (r != TRUC_NONE) x->id = w->note.v[r].id;
  }
  return true;
}

/* The ids of the lexicon are few, and each stands in one place: that place is
** asked for before the words. */
static uint32_t country_ref(truc_doc *d, truc__work *w, const char *id,
                            uint32_t mention) {
  uint64_t place = KEY_STEP(KEY_SEED, (uint64_t)(uintptr_t)id);
  uint32_t e = truc__table_get(&w->ref, place);
  if (e != TRUC_NONE) return e;
  e = truc__entity_ref(d, w, "gpe", id, TRUC_GPE, mention);
  return truc__table_put(&w->ref, place, e) ? e : TRUC_NONE;
}

static bool link_countries(truc_doc *d, truc__work *w) {
  uint32_t n;
  const uint32_t *at = truc__meant(w, MEANT_COUNTRY, &n);
  if (!republics(d, w)) return false;
  for (uint32_t k = 0; k < n; k++) {
    const uint32_t m = at[k];
    if (!w->note.v[m].id) continue;
    uint32_t e = country_ref(d, w, w->note.v[m].id, m);
    if (e == TRUC_NONE) return false;
    truc_entity *x = &d->entity.v[e];
    if (x->name == x->ref + 4 && !(d->mention.v[m].flags & TRUC_MF_METONYM)) {
      x->name = truc__name_text(d, m);
      if (!x->name) return false;
    }
    truc__entity_link(d, m, e);
  }
  for (uint32_t e = 0; e < d->entity.n; e++) { /* said only as "Bắc Kinh" */
    truc_entity *x = &d->entity.v[e];
    const char *name = x->name == x->ref + 4 ? truc__known_name(x->name) : NULL;
    if (name) x->name = name;
  }
  return true;
}

/* A country's entity, made if the document does not name it. */
uint32_t truc__entity_state(truc_doc *d, truc__work *w, const char *iso) {
  uint32_t e = truc__entity_country(d, w, iso);
  if (e != TRUC_NONE) return e;
  e = truc__entity_ref(d, w, "gpe", iso, TRUC_GPE, TRUC_NONE);
  const char *name = truc__known_name(iso);
  if (e != TRUC_NONE && name) d->entity.v[e].name = name;
  return e;
}

/* ------------------------------------------------------------------ people */

enum { PART_LAST = 1, PART_FIRST = 2, PART_INNER = 3 };

static uint64_t part_key(uint64_t key, unsigned role) {
  return (key ^ role) * 0xc4ceb9fe1a85ec53u;
}

static bool is_name(const truc_doc *d, uint32_t m) {
  return d->mention.v[m].form == TRUC_SAID_NAME;
}

/* Are the keys of `a` found in `b` in order? */
static bool within(const truc__work *w, const truc__note *a,
                   const truc__note *b) {
  uint32_t i = 0;
  for (uint32_t k = 0; k < b->nkey && i < a->nkey; k++)
    if (w->key.v[b->key + k] == w->key.v[a->key + i]) i++;
  return i == a->nkey;
}

bool truc__better_said(const truc_doc *d, uint32_t m, uint32_t than) {
  return truc__name_shouted(d, than) && !truc__name_shouted(d, m);
}

static uint32_t proto_of(truc_doc *d, truc__work *w, uint32_t m) {
  truc__note *n = &w->note.v[m];
  uint64_t h = n->whole ^ d->mention.v[m].type;
  uint32_t p = truc__table_get(&w->whole, h);
  if (p == TRUC_NONE) {
    truc__proto x = {m, TRUC_NONE, TRUC_NONE};
    if (!VEC_PUSH(w->proto, x)) return TRUC_NONE;
    p = w->proto.n - 1;
    if (!truc__table_put(&w->whole, h, p)) return TRUC_NONE;
  } else if (truc__better_said(d, m, w->proto.v[p].mention)) {
    w->proto.v[p].mention = m;
  }
  n->proto = p;
  return p;
}

static bool put_parts(truc__work *w, uint32_t p) {
  const truc__note *n = &w->note.v[w->proto.v[p].mention];
  for (uint32_t k = 0; k < n->nkey; k++) {
    unsigned role = k + 1 == n->nkey ? PART_LAST
                    : k == 0         ? PART_FIRST
                                     : PART_INNER;
    uint64_t key = part_key(w->key.v[n->key + k], role);
    uint32_t q = truc__table_get(&w->part, key);
    if (q != TRUC_NONE && q != p) { /* a fuller form of the same name stays */
      const truc__note *o = &w->note.v[w->proto.v[q].mention];
      if (o->nkey > n->nkey && within(w, n, o)) continue;
    }
    if (!truc__table_put(&w->part, key, p)) return false;
  }
  return true;
}

/* Protos of people; fuller names become parents of shorter ones of two parts
** and more ("Abinader" is left to the mention). */
static bool person_protos(truc_doc *d, truc__work *w) {
  uint32_t count;
  const uint32_t *at = truc__meant(w, MEANT_PERSON, &count);
  for (uint32_t k = 0; k < count; k++) {
    const uint32_t m = at[k];
    if (!is_name(d, m)) continue;
    uint32_t p = proto_of(d, w, m);
    if (p == TRUC_NONE) return false;
    if (w->note.v[m].nkey < 2 || (d->mention.v[m].flags & TRUC_MF_CREDIT))
      continue;
    if (!put_parts(w, p)) return false;
  }
  for (uint32_t p = 0; p < w->proto.n; p++) {
    const truc__note *n = &w->note.v[w->proto.v[p].mention];
    if (n->nkey < 2) continue;
    for (unsigned role = PART_LAST; role <= PART_INNER; role++) {
      uint64_t last = w->key.v[n->key + n->nkey - 1];
      uint32_t q = truc__table_get(&w->part, part_key(last, role));
      if (q == TRUC_NONE || q == p) continue;
      const truc__note *o = &w->note.v[w->proto.v[q].mention];
      if (o->nkey > n->nkey && within(w, n, o)) w->proto.v[p].parent = q;
    }
  }
  return true;
}

static uint32_t root(const truc__work *w, uint32_t p) {
  for (int k = 0; k < 8 && w->proto.v[p].parent != TRUC_NONE; k++)
    p = w->proto.v[p].parent;
  return p;
}

static uint32_t person_entity(truc_doc *d, truc__work *w, uint32_t p,
                              uint32_t m) {
  uint32_t r = root(w, p);
  truc__proto *x = &w->proto.v[r];
  if (x->entity != TRUC_NONE) return x->entity;
  const char *id = w->note.v[x->mention].id;
  const char *name = id ? id : truc__name_text(d, x->mention);
  x->entity = truc__entity_ref(d, w, "per", name, TRUC_PER, m);
  return x->entity;
}

/* The full name that a single part stands for: last part first, then the
** first (Kim, Tập), then an inner one. `table` holds names read so far. */
static uint32_t whose_part(const truc__work *w, const truc__note *n) {
  for (unsigned role = PART_LAST; role <= PART_INNER; role++) {
    uint32_t p = truc__table_get(&w->part, part_key(w->key.v[n->key], role));
    if (p != TRUC_NONE) return p;
  }
  return TRUC_NONE;
}

/* The proto that a mention of a person is linked by.  A single part takes the
** nearest name before, by the table, which the others fill; it finds none: then
** *p is TRUC_NONE.  False when out of memory. */
static bool nearest_proto(const truc_doc *d, truc__work *w, uint32_t m,
                          uint32_t *p) {
  const truc__note *n = &w->note.v[m];
  const bool credit = (d->mention.v[m].flags & TRUC_MF_CREDIT) != 0;
  *p = n->proto;
  if (n->nkey == 1 && !n->id && !credit)
    *p = whose_part(w, n);
  else if (!credit)
    return put_parts(w, root(w, *p));
  return true;
}

/* The table of parts is filled again as the names come.  What finds nothing
** before takes what comes after. */
static bool link_people(truc_doc *d, truc__work *w) {
  uint32_t n;
  const uint32_t *at = truc__meant(w, MEANT_PERSON, &n);
  if (!person_protos(d, w)) return false;
  truc__table_clear(&w->part);
  bool open = true;
  for (int pass = 0; pass < 2 && open; pass++) {
    open = false;
    for (uint32_t k = 0; k < n; k++) {
      const uint32_t m = at[k];
      uint32_t p;
      if (!is_name(d, m) || d->mention.v[m].entity != TRUC_NONE) continue;
      if (!nearest_proto(d, w, m, &p)) return false;
      open |= p == TRUC_NONE;
      if (p == TRUC_NONE && pass == 0) continue;
      uint32_t e =
          person_entity(d, w, p == TRUC_NONE ? w->note.v[m].proto : p, m);
      if (e == TRUC_NONE) return false;
      truc__entity_link(d, m, e);
    }
  }
  return true;
}

/* ---------------------------------------------------------- places, events */

/* The country where a place lies, if it is known. */
static bool put_country(truc_doc *d, truc__work *w, uint32_t entity,
                        uint32_t mention) {
  const truc_mention *at = &d->mention.v[mention];
  const truc__hit *seat = truc__hit_of(d, at->tok, LEX_SEAT);
  const char *iso = seat && seat->ntok == at->ntok
                        ? truc__hit_id(seat)
                        : truc__known_country(d, at->tok, at->tok + at->ntok);
  if (!iso) return true;
  uint32_t country = truc__entity_state(d, w, iso);
  if (country == TRUC_NONE) return false;
  d->entity.v[entity].country = country;
  return true;
}

static uint32_t plain_entity(truc_doc *d, truc__work *w, truc__proto *x,
                             const char *prefix) {
  const truc_mention *at = &d->mention.v[x->mention];
  const char *id = w->note.v[x->mention].id;
  x->entity =
      truc__entity_ref(d, w, prefix, id ? id : truc__name_text(d, x->mention),
                       at->type, x->mention);
  if (x->entity != TRUC_NONE && at->type == TRUC_LOC &&
      !put_country(d, w, x->entity, x->mention))
    return TRUC_NONE;
  return x->entity;
}

/* First the protos, whose mention is the one that says the name best. */
static bool link_plain(truc_doc *d, truc__work *w, unsigned what,
                       const char *prefix) {
  uint32_t n;
  const uint32_t *at = truc__meant(w, what, &n);
  for (uint32_t k = 0; k < n; k++)
    if (is_name(d, at[k]) && proto_of(d, w, at[k]) == TRUC_NONE) return false;
  for (uint32_t k = 0; k < n; k++) {
    if (!is_name(d, at[k])) continue;
    truc__proto *x = &w->proto.v[w->note.v[at[k]].proto];
    if (x->entity == TRUC_NONE && plain_entity(d, w, x, prefix) == TRUC_NONE)
      return false;
    truc__entity_link(d, at[k], x->entity);
  }
  return true;
}

bool truc__entity_run(truc_doc *d, truc__work *w) {
  truc__table_clear(&w->whole);
  truc__table_clear(&w->part);
  truc__table_clear(&w->ref);
  w->proto.n = 0;
  return group_mentions(d, w) && link_countries(d, w) && link_people(d, w) &&
         link_plain(d, w, MEANT_PLACE, "loc") &&
         link_plain(d, w, MEANT_EVENT, "ev");
}

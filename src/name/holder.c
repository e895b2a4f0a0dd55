/* SPDX-License-Identifier: Apache-2.0 */
/* holder.c - whose offices are: their countries, and who holds them. */
#include "name/name.h"

static uint32_t home(truc_doc *d, truc__work *w) {
  return truc__entity_state(d, w, "VNM");
}

/* ------------------------------------------------- what the text is about */

/* Counts mentions per country; the title counts five times. The pair is Viet
** Nam and the most frequent other, or the two most frequent. */
static bool find_pair(truc_doc *d, truc__work *w) {
  w->pair[0] = w->pair[1] = TRUC_NONE;
  w->given.n = 0;
  if (!VEC_ROOM(w->given, d->entity.n + 1u)) return false;
  uint32_t *count = w->given.v, n;
  const uint32_t *named = truc__meant(w, MEANT_COUNTRY, &n);
  memset(count, 0, d->entity.n * sizeof *count);
  for (uint32_t k = 0; k < n; k++) {
    const truc_mention *at = &d->mention.v[named[k]];
    if (at->entity == TRUC_NONE) continue;
    bool title = d->sentence.v[at->sent].kind == TRUC_SENT_TITLE;
    count[at->entity] += title || at->sent == 0 ? 5 : 1;
  }
  for (int k = 0; k < 2; k++) w->pair_said[k] = 0;
  uint32_t vn = truc__entity_country(d, w, "VNM");
  uint32_t best = TRUC_NONE, second = TRUC_NONE;
  for (uint32_t e = 0; e < d->entity.n; e++) {
    if (!count[e] || e == vn) continue;
    if (best == TRUC_NONE || count[e] > count[best]) {
      second = best;
      best = e;
    } else if (second == TRUC_NONE || count[e] > count[second]) {
      second = e;
    }
  }
  if (vn != TRUC_NONE && count[vn] &&
      (second == TRUC_NONE || count[vn] * 2 >= count[second])) {
    w->pair[0] = vn;
    w->pair[1] = best;
  } else {
    w->pair[0] = best;
    w->pair[1] = second;
  }
  for (uint32_t i = 0; i < n; i++)
    for (int k = 0; k < 2; k++)
      w->pair_said[k] += w->pair[k] != TRUC_NONE &&
                         d->mention.v[named[i]].entity == w->pair[k];
  return true;
}

/* ----------------------------------------------------- countries of offices */

static bool vietnamese_name(const truc_doc *d, uint32_t m) {
  const truc_mention *at = &d->mention.v[m];
  for (uint32_t i = at->tok; i < at->tok + at->ntok; i++)
    if (d->token.v[i].flags & TRUC_TF_FOREIGN) return false;
  return at->ntok < 2 || truc__hit_of(d, at->tok, LEX_SURNAME);
}

static void link_fields(truc_doc *d) {
  for (uint32_t o = 0; o < d->office.n; o++) {
    truc_office *x = &d->office.v[o];
    if (x->holder_mention != TRUC_NONE)
      x->holder = d->mention.v[x->holder_mention].entity;
    if (x->country_mention != TRUC_NONE)
      x->country = d->mention.v[x->country_mention].entity;
  }
}

/* "Chủ tịch Hạ viện và Chủ tịch Thượng viện Malaysia": of both. */
static bool shares_country(const truc_doc *d, const truc_office *a,
                           const truc_office *b) {
  if (a->holder_mention != TRUC_NONE || a->org_mention == TRUC_NONE ||
      b->org_mention == TRUC_NONE || a->country != TRUC_NONE)
    return false;
  const truc_mention *body = &d->mention.v[a->org_mention];
  uint32_t end = body->tok + body->ntok;
  return d->mention.v[b->mention].tok == end + 1 && truc__name_is(d, end, "và");
}

/* A country said with one of a person's offices is the person's; offices of
** one chain share it. */
static void spread_countries(truc_doc *d, truc__work *w) {
  for (uint32_t o = 0; o < d->office.n; o++) {
    truc_office *x = &d->office.v[o];
    if (x->country == TRUC_NONE || x->holder == TRUC_NONE) continue;
    truc_entity *p = &d->entity.v[x->holder];
    if (p->country == TRUC_NONE) p->country = x->country;
  }
  for (uint32_t o = 1; o < d->office.n; o++) {
    truc_office *a = &d->office.v[o - 1], *b = &d->office.v[o];
    if (w->chain.v[o - 1] != w->chain.v[o] && !shares_country(d, a, b))
      continue;
    if (a->country == TRUC_NONE)
      a->country = b->country;
    else if (b->country == TRUC_NONE)
      b->country = a->country;
  }
}

static uint32_t sentence_of(const truc_doc *d, uint32_t office) {
  return d->mention.v[d->office.v[office].mention].sent;
}

/* Is office `o` joined to the holder of the one before it: "Ngoại trưởng Nga A
** và Bộ trưởng Quốc phòng B"? */
static bool joined_offices(const truc_doc *d, const truc_office *a,
                           const truc_office *b) {
  if (a->holder_mention == TRUC_NONE) return false;
  const truc_mention *h = &d->mention.v[a->holder_mention];
  uint32_t end = h->tok + h->ntok;
  return d->mention.v[b->mention].tok == end + 1 &&
         (truc__name_is(d, end, "và") || truc__tok_mark(d, end, ','));
}

/* "Tổng thống X thăm Nhật Bản": where somebody goes, or what he speaks of, is
** not his own. It is said soon. */
static bool goes_there(const truc_doc *d, const truc__work *w,
                       const truc_office *x, uint32_t country) {
  uint32_t m = x->holder_mention;
  if (m == TRUC_NONE) return false;
  uint32_t sent = d->mention.v[m].sent;
  for (uint32_t end = m++ + 50;
       m < end && m < d->mention.n && d->mention.v[m].sent == sent; m++) {
    const truc_mention *at = &d->mention.v[m];
    if (at->entity == TRUC_NONE || !at->tok) continue;
    bool there = at->type == TRUC_GPE
                     ? at->entity == country
                     : at->type == TRUC_LOC &&
                           d->entity.v[at->entity].country == country;
    if (!there || at->outer != TRUC_NONE) continue;
    return truc__name_is(d, at->tok - 1, "thăm") ||
           truc__has(w, at->tok - 1, LEX_WHERE);
  }
  return false;
}

/* Of two foreign countries, one of them China: a name that is written as a
** Vietnamese one would be is Chinese, another is not.  Of two others neither is
** likelier. */
static uint32_t by_spelling(const truc_doc *d, const truc__work *w,
                            uint32_t holder) {
  for (int k = 0; k < 2; k++)
    if (truc__is_country(d, w->pair[k], "CHN"))
      return w->pair[vietnamese_name(d, holder) ? k : 1 - k];
  return TRUC_NONE;
}

/* The country of the office that this one is joined to, or the other one of
** the pair that the document is about; that must be said three times, for a
** short text names those who are visited as often as those who visit. */
static uint32_t foreign_guess(const truc_doc *d, const truc__work *w,
                              uint32_t office, uint32_t abroad) {
  const truc_office *x = &d->office.v[office], *y = x;
  const uint32_t sent = sentence_of(d, office);
  /* those before it that one person holds */
  while (y > d->office.v && y[-1].holder_mention == x[-1].holder_mention) {
    y--;
    if (sentence_of(d, (uint32_t)(y - d->office.v)) != sent) break;
    if (!joined_offices(d, y, x)) break;
    if (y->country != TRUC_NONE && !truc__is_country(d, y->country, "VNM"))
      return y->country;
  }
  /* "Quốc vương A và Hoàng hậu Campuchia" */
  const truc_office *next = office + 1 < d->office.n ? x + 1 : NULL;
  if (next && next->country != TRUC_NONE && joined_offices(d, x, next) &&
      truc__same_id(truc__kind_of(w, x->mention), "royal") &&
      truc__same_id(truc__kind_of(w, next->mention), "royal"))
    return next->country;
  bool home = truc__is_country(d, w->pair[0], "VNM");
  if (!home && w->pair[1] != TRUC_NONE && w->pair_said[1] >= 3)
    return by_spelling(d, w, x->holder_mention);
  for (int k = 0; k < 2; k++) {
    uint32_t e = w->pair[k];
    if (e == TRUC_NONE || truc__is_country(d, e, "VNM") || e == abroad)
      continue;
    return w->pair_said[k] >= 3 && !goes_there(d, w, x, e) ? e : TRUC_NONE;
  }
  return TRUC_NONE;
}

static bool state_kind(const char *kind) {
  return truc__same_id(kind, "head") || truc__same_id(kind, "headvn") ||
         truc__same_id(kind, "party") || truc__same_id(kind, "minister") ||
         truc__same_id(kind, "royal") || truc__same_id(kind, "rank") ||
         truc__same_id(kind, "chair") || truc__same_id(kind, "role") ||
         truc__same_id(kind, "envoy");
}

/* Is the body one of a state, so that its office has a country? */
static bool state_body(const truc__work *w, uint32_t m) {
  if (m == TRUC_NONE) return true;
  const char *kind = truc__kind_of(w, m);
  return truc__same_id(kind, "ministry") || truc__same_id(kind, "gov") ||
         truc__same_id(kind, "parliament") || truc__same_id(kind, "force") ||
         truc__same_id(kind, "council") || truc__same_id(kind, "party");
}

static uint64_t leader_key(const truc_doc *d, uint32_t country) {
  return truc__post_country(d, truc__hash("leader", 6), country);
}

/* For each office the one that "người đồng cấp" would be the like of: the last
** one before it in the sentence, TRUC_NONE if there is none. */
static bool find_likes(const truc_doc *d, truc__work *w) {
  uint32_t like = TRUC_NONE;
  w->like.n = 0;
  if (!VEC_ROOM(w->like, d->office.n)) return false;
  for (uint32_t o = 0; o < d->office.n; o++) {
    const truc_office *x = &d->office.v[o];
    if (o && sentence_of(d, o) != sentence_of(d, o - 1)) like = TRUC_NONE;
    w->like.v[w->like.n++] = like;
    if (!(x->flags & (TRUC_OF_RANK | TRUC_OF_FORMER)) &&
        !truc__same_id(truc__kind_of(w, x->mention), "mp"))
      like = o;
  }
  return true;
}

/* "Ngoại trưởng A gặp người đồng cấp Nga B": B holds that office of Russia. */
static bool learn_peer(truc_doc *d, truc__work *w, uint32_t office) {
  const truc_office *x = &d->office.v[office];
  uint32_t like = w->like.v[office];
  if (like == TRUC_NONE || x->holder == TRUC_NONE || x->country == TRUC_NONE)
    return true;
  uint64_t key = truc__post_country(d, truc__post_key(d, w, &d->office.v[like]),
                                    x->country);
  return truc__table_get(&w->title, key) != TRUC_NONE ||
         truc__table_put(&w->title, key, x->holder);
}

/* Holders by title, by title and country, and the leader of a country. */
static bool learn_holders(truc_doc *d, truc__work *w) {
  truc__table_clear(&w->title);
  for (uint32_t o = 0; o < d->office.n; o++) {
    const truc_office *x = &d->office.v[o];
    if (x->holder == TRUC_NONE || (x->flags & TRUC_OF_FORMER)) continue;
    uint64_t key = truc__post_key(d, w, x);
    const char *kind = truc__kind_of(w, x->mention);
    if (x->country != TRUC_NONE &&
        !truc__table_put(&w->title, truc__post_country(d, key, x->country),
                         x->holder))
      return false;
    if (truc__same_id(kind, "peer") && !learn_peer(d, w, o)) return false;
    bool leader = truc__same_id(kind, "head") ||
                  truc__same_id(kind, "headvn") ||
                  truc__same_id(kind, "party") || truc__same_id(kind, "peer") ||
                  (truc__same_id(kind, "chair") && x->org_mention == TRUC_NONE);
    if (leader && x->country != TRUC_NONE &&
        !truc__table_put(&w->title, leader_key(d, x->country), x->holder))
      return false;
    if (truc__table_get(&w->title, key) == TRUC_NONE &&
        !truc__table_put(&w->title, key, x->holder))
      return false;
  }
  return true;
}

/* A minister whose field is said may be called "Bộ trưởng" alone afterwards. */
static bool learn_bare(truc_doc *d, truc__work *w, const truc_office *x,
                       uint32_t holder) {
  uint64_t head = truc__post_head(d, w, x);
  if (!head || (x->flags & TRUC_OF_FORMER)) return true;
  return truc__table_put(&w->title, head, holder) &&
         (x->country == TRUC_NONE ||
          truc__table_put(&w->title, truc__post_country(d, head, x->country),
                          holder));
}

/* Is another person said to hold this office of this country? */
static bool taken(const truc_doc *d, const truc__work *w,
                  const truc_office *x) {
  if (x->country == TRUC_NONE) return false;
  uint64_t key = truc__post_country(d, truc__post_key(d, w, x), x->country);
  uint32_t e = truc__table_get(&w->title, key);
  return e != TRUC_NONE && e != x->holder;
}

/* `abroad` is the first foreign country of an office in the sentence. */
static bool guess_country(truc_doc *d, truc__work *w, uint32_t office,
                          uint32_t abroad) {
  truc_office *x = &d->office.v[office];
  const char *kind = truc__kind_of(w, x->mention);
  if (x->country != TRUC_NONE || !state_kind(kind)) return true;
  if (x->holder != TRUC_NONE && d->entity.v[x->holder].country != TRUC_NONE) {
    x->country = d->entity.v[x->holder].country;
    return true;
  }
  bool vn_only = truc__same_id(kind, "headvn") || truc__same_id(kind, "party");
  if (x->holder_mention == TRUC_NONE) {
    if (vn_only) x->country = home(d, w);
    return !vn_only || x->country != TRUC_NONE;
  }
  if (truc__same_id(kind, "chair") && x->org_mention == TRUC_NONE) {
    /* whose chairman is not said; a name in full says the nation */
    if (truc__national_name(d, x->holder_mention)) x->country = home(d, w);
  } else if (vietnamese_name(d, x->holder_mention)) {
    if (!vn_only && !truc__same_id(kind, "head") &&
        !truc__same_id(kind, "minister") && !truc__same_id(kind, "rank") &&
        x->org_mention == TRUC_NONE && !truc__same_id(kind, "chair"))
      return true;
    if (x->org_mention != TRUC_NONE && !state_body(w, x->org_mention) &&
        w->note.v[x->org_mention].kind)
      return true;
    x->country = home(d, w);
  } else if (state_body(w, x->org_mention) &&
             (!truc__same_id(kind, "chair") || x->org_mention != TRUC_NONE) &&
             (!truc__same_id(kind, "role") || x->org_mention != TRUC_NONE)) {
    x->country = foreign_guess(d, w, office, abroad);
    if (taken(d, w, x)) x->country = TRUC_NONE;
  }
  if (x->country != TRUC_NONE && x->holder != TRUC_NONE)
    d->entity.v[x->holder].country = x->country;
  return true;
}

/* What the document says elsewhere of the same title and no other country. */
static bool shared_countries(truc_doc *d, truc__work *w) {
  truc__table_clear(&w->title);
  for (uint32_t o = 0; o < d->office.n; o++) {
    const truc_office *x = &d->office.v[o];
    if (x->country == TRUC_NONE ||
        !truc__same_id(truc__kind_of(w, x->mention), "royal"))
      continue;
    if (!truc__table_put(&w->title, truc__post_title(d, w, x->mention),
                         x->country))
      return false;
  }
  for (uint32_t o = 0; o < d->office.n; o++) {
    truc_office *x = &d->office.v[o];
    if (x->country != TRUC_NONE ||
        !truc__same_id(truc__kind_of(w, x->mention), "royal"))
      continue;
    x->country = truc__table_get(&w->title, truc__post_title(d, w, x->mention));
  }
  return true;
}

bool truc__coref_offices(truc_doc *d, truc__work *w) {
  if (!find_pair(d, w)) return false;
  link_fields(d);
  spread_countries(d, w);
  if (!shared_countries(d, w)) return false;
  spread_countries(d, w);
  if (!find_likes(d, w) || !learn_holders(d, w)) return false;
  for (uint32_t o = 0, abroad = TRUC_NONE; o < d->office.n; o++) {
    if (o && sentence_of(d, o) != sentence_of(d, o - 1)) abroad = TRUC_NONE;
    if (!guess_country(d, w, o, abroad)) return false;
    uint32_t c = d->office.v[o].country;
    if (abroad == TRUC_NONE && !truc__is_country(d, c, "VNM")) abroad = c;
  }
  spread_countries(d, w);
  return true;
}

/* ------------------------------------------------------------ offices alone */

static char *office_ref(truc_doc *d, const truc_office *x) {
  const char *c = x->country == TRUC_NONE ? "" : d->entity.v[x->country].name;
  size_t a = strlen(x->title), b = strlen(c);
  char *out = truc__arena_get(&d->arena, a + b + 2);
  if (!out) return NULL;
  memcpy(out, x->title, a);
  out[a] = '\0';
  if (!b) return out;
  out[a] = ' ';
  memcpy(out + a + 1, c, b + 1);
  return out;
}

/* Who is meant by "người đồng cấp Campuchia": the holder of the same office
** there, if the text names it; of a head's peer also the leader. */
static uint32_t peer_of(const truc_doc *d, const truc__work *w,
                        const truc_office *x) {
  if (x->country == TRUC_NONE) return TRUC_NONE;
  uint32_t like = w->like.v[x - d->office.v];
  uint32_t e = TRUC_NONE;
  if (like != TRUC_NONE) {
    const truc_office *o = &d->office.v[like];
    e = truc__table_get(
        &w->title, truc__post_country(d, truc__post_key(d, w, o), x->country));
    const char *kind = truc__kind_of(w, o->mention);
    if (e != TRUC_NONE || truc__same_id(kind, "minister")) return e;
  }
  return truc__table_get(&w->title, leader_key(d, x->country));
}

/* The holder of an office said alone, TRUC_NONE if the text names none. */
static uint32_t holder_of(truc_doc *d, truc__work *w, truc_office *x) {
  uint64_t key = truc__post_key(d, w, x);
  if (truc__same_id(truc__kind_of(w, x->mention), "peer"))
    return peer_of(d, w, x);
  if (x->country != TRUC_NONE)
    return truc__table_get(&w->title, truc__post_country(d, key, x->country));
  uint32_t vn = truc__entity_country(d, w, "VNM");
  uint32_t e = TRUC_NONE;
  if (vn != TRUC_NONE)
    e = truc__table_get(&w->title, truc__post_country(d, key, vn));
  if (e == TRUC_NONE) e = truc__table_get(&w->title, key);
  if (e != TRUC_NONE) x->country = d->entity.v[e].country;
  return e;
}

bool truc__coref_holders(truc_doc *d, truc__work *w) {
  if (!learn_holders(d, w)) return false;
  for (uint32_t o = 0; o < d->office.n; o++) {
    truc_office *x = &d->office.v[o];
    if (x->org_mention != TRUC_NONE)
      x->org = d->mention.v[x->org_mention].entity;
    uint32_t e = x->holder;
    if (e != TRUC_NONE && !learn_bare(d, w, x, e)) return false;
    bool peer = truc__same_id(truc__kind_of(w, x->mention), "peer");
    if (e == TRUC_NONE && !(x->flags & TRUC_OF_FORMER) &&
        (peer || !(x->flags & TRUC_OF_RANK)) && !truc__post_general(d, x))
      e = x->holder = holder_of(d, w, x);
    if (e == TRUC_NONE) {
      e = truc__entity_ref(d, w, "office", office_ref(d, x), TRUC_OFFICE,
                           x->mention);
      if (e == TRUC_NONE) return false;
      d->entity.v[e].country = x->country;
    }
    truc__entity_link(d, x->mention, e);
  }
  return true;
}

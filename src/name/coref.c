/* SPDX-License-Identifier: Apache-2.0 */
/* coref.c - words that stand for names said elsewhere. */
#include "name/name.h"

/* ---------------------------------------------------------- people by words */

/* Who was named before the mention that is read. Kept on the way, since a text
** of nothing but pronouns would be read again for each of them. */
typedef struct recent {
  uint32_t sent, first;   /* a sentence and the person it names first */
  uint32_t before, named; /* the same of the last sentence before it that names
                          ** one */
  uint32_t last, other;   /* the person named last, the last one but that */
  uint32_t partner, seen; /* last holder or person, also by a pronoun; where */
  uint32_t wife, husband; /* a spouse who was named, and of whom */
  uint32_t spoke, at;     /* who said the quotation last read; where */
} recent;

static bool person_like(const truc_doc *d, const truc_mention *b) {
  if (b->flags & (TRUC_MF_SPOUSE | TRUC_MF_CREDIT)) return false;
  if (b->entity == TRUC_NONE) return false;
  if (b->type == TRUC_PER) return b->form == TRUC_SAID_NAME;
  return b->type == TRUC_OFFICE && d->entity.v[b->entity].type == TRUC_PER;
}

static void enter_sentence(recent *r, uint32_t sent) {
  if (r->sent == sent) return;
  if (r->first != TRUC_NONE) {
    r->named = r->first;
    r->before = r->sent;
  }
  r->sent = sent;
  r->first = TRUC_NONE;
}

/* '"...", | Đại sứ X': who said it stands behind the quotation. */
static bool ends_quote(const truc_doc *d, uint32_t tok) {
  uint32_t t = tok;
  if (t && (truc__name_is(d, t - 1, ",") || truc__tok_dash(d, t - 1))) t--;
  return t && (truc__name_is(d, t - 1, "\"") || truc__name_is(d, t - 1, "”"));
}

static void remember(const truc_doc *d, const truc_mention *b, recent *r) {
  if (person_like(d, b)) {
    if (r->first == TRUC_NONE) r->first = b->entity;
    if (r->spoke != b->entity && ends_quote(d, b->tok)) {
      r->spoke = b->entity;
      r->at = b->sent;
    }
    if (b->entity != r->last) {
      r->other = r->last;
      r->last = b->entity;
    }
  }
  if ((b->type == TRUC_PER || b->type == TRUC_OFFICE) &&
      !(b->flags & (TRUC_MF_SPOUSE | TRUC_MF_CREDIT)) &&
      b->entity != TRUC_NONE && b->entity != r->wife) {
    r->partner = b->entity;
    r->seen = b->sent;
  }
}

/* "Phu nhân Tổng Bí thư X": the title or name that follows at once. */
static uint32_t named_behind(const truc_doc *d, uint32_t m) {
  const truc_mention *at = &d->mention.v[m];
  for (uint32_t k = m + 1; k < d->mention.n; k++) {
    const truc_mention *b = &d->mention.v[k];
    if (b->tok > at->tok + at->ntok + 1 || b->sent != at->sent) break;
    if (b->tok + 1 < at->tok + at->ntok) continue;
    if ((b->type == TRUC_OFFICE || b->type == TRUC_PER) &&
        !(b->flags & TRUC_MF_SPOUSE))
      return k;
  }
  return TRUC_NONE;
}

/* "Tổng thống X và Phu nhân Y", "phu nhân Y của ông X": the name is her own. */
static bool own_name(const truc_doc *d, uint32_t m, uint32_t k) {
  const truc_mention *at = &d->mention.v[m], *b = &d->mention.v[k];
  uint32_t end = b->tok + b->ntok;
  if (b->type != TRUC_PER || b->form != TRUC_SAID_NAME) return false;
  if (b->tok == at->tok + at->ntok && at->tok > 0 &&
      truc__name_is(d, at->tok - 1, "và"))
    return true;
  return end < d->token.n && truc__name_is(d, end, "của");
}

static bool spouse(truc_doc *d, truc__work *w, uint32_t m, recent *r) {
  uint32_t behind = named_behind(d, m), of = TRUC_NONE;
  if (behind != TRUC_NONE) of = d->mention.v[behind].entity;
  if (of != TRUC_NONE && own_name(d, m, behind)) {
    r->wife = of;
    r->husband = r->partner;
    truc__entity_link(d, m, of);
    return true;
  }
  if (of == TRUC_NONE && r->partner != TRUC_NONE &&
      r->seen + 1 >= d->mention.v[m].sent)
    of = r->partner;
  if (of != TRUC_NONE && of == r->husband) {
    truc__entity_link(d, m, r->wife);
    return true;
  }
  const char *whose = of == TRUC_NONE ? "" : d->entity.v[of].name;
  size_t n = strlen(whose);
  static const char head[] = "phu nhân của ";
  char *name = truc__arena_get(&d->arena, sizeof head + n);
  if (!name) return false;
  memcpy(name, head, sizeof head - 1);
  memcpy(name + sizeof head - 1, whose, n + 1);
  uint32_t e = truc__entity_ref(d, w, "per", name, TRUC_PER, m);
  if (e == TRUC_NONE) return false;
  if (of != TRUC_NONE) d->entity.v[e].country = d->entity.v[of].country;
  truc__entity_link(d, m, e);
  return true;
}

/* The person last named: the first one of the nearest sentence that names
** any, since subjects stand first; of one that quotes, who is quoted. */
static uint32_t last_person(const recent *r) {
  if (r->first != TRUC_NONE) return r->first;
  if (r->named == TRUC_NONE || r->sent - r->before > 4) return TRUC_NONE;
  return r->spoke != TRUC_NONE && r->at == r->before ? r->spoke : r->named;
}

/* Two people: the two last named that are not the same. */
static void both(truc_mention *at, const recent *r) {
  if (r->other == TRUC_NONE) return;
  at->other = r->last;
  at->entity = r->other;
}

/* ------------------------------------------------------------------- pairs */

/* The countries that a sentence names: the first two, and whether there are
** more. */
typedef struct named {
  uint32_t pair[2];
  bool more;
} named;
static const named nobody = {{TRUC_NONE, TRUC_NONE}, false};

static void name_country(named *n, uint32_t e) {
  if (e == TRUC_NONE || e == n->pair[0] || e == n->pair[1]) return;
  if (n->pair[1] != TRUC_NONE)
    n->more = true;
  else
    n->pair[n->pair[0] != TRUC_NONE] = e;
}

/* Are they just two? */
static bool is_pair(const named *n) {
  return n->pair[1] != TRUC_NONE && !n->more;
}

/* Names joined: "A - B", "A và B". */
static bool coordinated(const truc_doc *d, uint32_t m, uint32_t pair[2]) {
  if (m + 1 >= d->mention.n) return false;
  const truc_mention *a = &d->mention.v[m], *b = &d->mention.v[m + 1];
  if (a->type != TRUC_GPE || b->type != TRUC_GPE || a->form != TRUC_SAID_NAME ||
      b->form != TRUC_SAID_NAME)
    return false;
  uint32_t end = a->tok + a->ntok;
  if (b->tok != end + 1 || a->entity == b->entity) return false;
  if (!truc__name_is(d, end, "và") && !truc__tok_dash(d, end)) return false;
  pair[0] = a->entity;
  pair[1] = b->entity;
  return true;
}

static bool same_pair(const uint32_t a[2], const uint32_t b[2]) {
  return (a[0] == b[0] && a[1] == b[1]) || (a[0] == b[1] && a[1] == b[0]);
}

/* A text about Viet Nam keeps its pair unless another one with Viet Nam, or
** one that is joined by words, comes into focus. */
static bool takes_focus(const truc_doc *d, const truc__work *w,
                        const uint32_t pair[2], bool joined) {
  if (w->pair[1] == TRUC_NONE || same_pair(pair, w->pair)) return true;
  (void)d;
  return joined;
}

static uint32_t not_home(const truc_doc *d, const uint32_t pair[2]) {
  return truc__is_country(d, pair[0], "VNM") ? pair[1] : pair[0];
}

typedef struct focus {
  uint32_t pair[2];
  uint32_t country; /* last foreign one named */
  uint32_t any;     /* last one named */
  uint32_t subject; /* the one the sentence of `any` begins with, or NONE */
  uint32_t host;    /* where somebody went last */
  bool of;          /* `any` only says whose something is */
  named named;      /* in this sentence */
} focus;

static void link_pro(truc_doc *d, truc__work *w, uint32_t m, const focus *f) {
  truc_mention *at = &d->mention.v[m];
  const char *kind = truc__kind_of(w, m);
  if (at->entity != TRUC_NONE) return;
  if (at->form == TRUC_SAID_PAIR && at->type == TRUC_GPE) {
    at->entity = f->pair[0];
    at->other = f->pair[1];
  } else if (truc__same_id(kind, "this")) {
    at->entity = f->of && f->subject != TRUC_NONE ? f->subject : f->any;
  } else if (truc__same_id(kind, "host") && f->host != TRUC_NONE) {
    at->entity = f->host;
  } else if (truc__same_id(kind, "own")) {
    at->entity = truc__entity_country(d, w, "VNM");
  } else if (truc__same_id(kind, "that") || truc__same_id(kind, "host")) {
    at->entity = not_home(d, f->pair);
    if (at->entity == TRUC_NONE) at->entity = f->country;
  }
  if (at->entity != TRUC_NONE) truc__entity_link(d, m, at->entity);
}

/* A pair written out takes its two members. */
static void link_written(truc_doc *d, uint32_t m) {
  truc_mention *at = &d->mention.v[m];
  if (m + 2 >= d->mention.n || d->mention.v[m + 1].outer != m) return;
  at->entity = d->mention.v[m + 1].entity;
  at->other = d->mention.v[m + 2].entity;
}

/* "thăm Lào", "tới Hà Nội": the country where that is. */
static uint32_t gone_to(const truc_doc *d, const truc__work *w,
                        const truc_mention *at) {
  if (!at->tok || at->entity == TRUC_NONE) return TRUC_NONE;
  uint32_t before = at->tok - 1;
  if (!truc__has(w, before, LEX_WHERE) && !truc__name_is(d, before, "thăm"))
    return TRUC_NONE;
  return at->type == TRUC_LOC ? d->entity.v[at->entity].country : at->entity;
}

static void follow(const truc_doc *d, const truc__work *w, uint32_t m,
                   focus *f) {
  const truc_mention *at = &d->mention.v[m];
  if (at->form != TRUC_SAID_NAME) return;
  if (at->type != TRUC_GPE && at->type != TRUC_LOC) return;
  uint32_t host = gone_to(d, w, at);
  if (host != TRUC_NONE) f->host = host;
  if (at->type != TRUC_GPE) return;
  if (at->tok == d->sentence.v[at->sent].tok) f->subject = at->entity;
  f->of = at->tok && truc__name_is(d, at->tok - 1, "của");
  uint32_t pair[2];
  if (coordinated(d, m, pair) && takes_focus(d, w, pair, true))
    memcpy(f->pair, pair, sizeof pair);
  name_country(&f->named, at->entity);
  f->any = at->entity;
  if (!truc__is_country(d, at->entity, "VNM")) f->country = at->entity;
}

/* A new sentence, which begins with mention `m`: the pair of the last one may
** come into focus. */
static void leave_sentence(const truc_doc *d, const truc__work *w, uint32_t m,
                           focus *f) {
  const truc_mention *at = &d->mention.v[m];
  if (at->type == TRUC_GPE && at->form == TRUC_SAID_NAME)
    f->subject = TRUC_NONE;
  if (is_pair(&f->named) && takes_focus(d, w, f->named.pair, false))
    memcpy(f->pair, f->named.pair, sizeof f->pair);
  f->named = nobody;
}

bool truc__coref_pairs(truc_doc *d, truc__work *w) {
  focus f = {{w->pair[0], w->pair[1]},
             TRUC_NONE,
             TRUC_NONE,
             TRUC_NONE,
             TRUC_NONE,
             false,
             nobody};
  uint32_t sent = TRUC_NONE;
  for (uint32_t m = 0; m < d->mention.n; m++) {
    const truc_mention *at = &d->mention.v[m];
    if (at->sent != sent) leave_sentence(d, w, m, &f);
    sent = at->sent;
    if (at->form == TRUC_SAID_PAIR && !w->note.v[m].kind)
      link_written(d, m);
    else if (at->type == TRUC_GPE && at->form != TRUC_SAID_NAME)
      link_pro(d, w, m, &f);
    else
      follow(d, w, m, &f);
  }
  return true;
}

/* -------------------------------------------------------------------- all */

bool truc__coref_run(truc_doc *d, truc__work *w) {
  if (!truc__coref_holders(d, w)) return false;
  recent r;
  memset(&r, 0xff, sizeof r); /* TRUC_NONE */
  r.sent = r.before = r.seen = 0;
  for (uint32_t m = 0; m < d->mention.n; m++) {
    truc_mention *at = &d->mention.v[m];
    enter_sentence(&r, at->sent);
    if (at->flags & TRUC_MF_SPOUSE) {
      if (!spouse(d, w, m, &r)) return false;
    } else if (at->type == TRUC_PER && at->form == TRUC_SAID_PRO) {
      truc__entity_link(d, m, last_person(&r));
    } else if (at->type == TRUC_GROUP && at->form == TRUC_SAID_PAIR) {
      both(at, &r);
    } else if (at->type == TRUC_ORG && at->form == TRUC_SAID_PRO) {
      uint32_t of = w->note.v[m].alias;
      truc__entity_link(d, m, of < m ? d->mention.v[of].entity : TRUC_NONE);
    }
    remember(d, at, &r);
  }
  return true;
}

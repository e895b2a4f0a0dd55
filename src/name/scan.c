/* SPDX-License-Identifier: Apache-2.0 */
/* scan.c - the walk over a sentence that finds its mentions. */
#include "name/name.h"

/* --------------------------------------------------------------- mentions */

/* A hash per word: "Jong-un" has two, as "Jong - un" and "Jong Un" have. */
static bool push_key(truc__work *w, const truc_doc *d, uint32_t tok,
                     uint32_t end) {
  for (uint32_t i = tok; i < end; i++) {
    const char *s = truc__tok_text(d, i);
    uint32_t n = d->token.v[i].text_len;
    if (truc__tok_dash(d, i)) continue;
    if (!(d->token.v[i].flags & TRUC_TF_FOREIGN) || !memchr(s, '-', n)) {
      if (!VEC_PUSH(w->key, truc__tok_hash(d, i))) return false;
      continue;
    }
    for (uint32_t from = 0, k = 0; k <= n; k++) {
      if (k < n && s[k] != '-') continue;
      if (k > from && !VEC_PUSH(w->key, truc__word_hash(s + from, k - from)))
        return false;
      from = k + 1;
    }
  }
  return true;
}

uint32_t truc__mention_add(truc__scan *s, uint32_t tok, uint32_t end,
                           unsigned type, const char *id, const char *why) {
  truc_doc *d = s->d;
  truc__note n;
  memset(&n, 0, sizeof n);
  n.id = id && *id && *id != '-' ? id : NULL;
  n.key = s->w->key.n;
  n.country = n.alias = n.proto = n.owner = TRUC_NONE;
  bool ok = push_key(s->w, d, tok, end);
  n.nkey = s->w->key.n - n.key;
  truc_mention m;
  memset(&m, 0, sizeof m);
  m.at = truc__tok_span(d, tok, end - tok);
  m.tok = tok;
  m.ntok = end - tok;
  m.sent = s->sent;
  m.entity = m.other = m.office = m.outer = TRUC_NONE;
  m.type = (uint8_t)type;
  m.form = TRUC_FORM_NAME;
  m.flags = s->credit ? TRUC_MF_CREDIT : 0;
  m.why = why;
  if (!ok || !VEC_PUSH(s->w->note, n) || !VEC_PUSH(d->mention, m)) {
    s->failed = true;
    return TRUC_NONE;
  }
  return d->mention.n - 1;
}

static truc_mention *mention_at(truc__scan *s, uint32_t m) {
  return &s->d->mention.v[m];
}

/* Longest hit of a class that ends right before `tok`. */
const truc__hit *truc__before(const truc__scan *s, uint32_t tok, unsigned cls) {
  for (uint32_t k = 4; k >= 1; k--) {
    if (tok < s->begin + k || !truc__has(s->w, tok - k, cls)) continue;
    uint32_t n;
    const truc__hit *h = truc__hits_at(s->d, tok - k, &n);
    for (; n; n--, h++)
      if (h->cls == cls && h->ntok == k) return h;
  }
  return NULL;
}

/* -------------------------------------------------------------- countries */

static bool chain_wants_country(const truc__scan *s, uint32_t tok) {
  if (s->expect != tok || !s->nchain) return false;
  const truc_office *o = &s->d->office.v[s->d->office.n - 1];
  const char *kind = s->w->note.v[o->mention].kind;
  return strcmp(kind, "rank") && strcmp(kind, "acad");
}

/* A country word that is also a name or a common word. */
static bool ambiguous_fits(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t next = h->tok + h->ntok;
  if (!truc__tok_capital(d, h->tok)) return false;
  if (chain_wants_country(s, h->tok)) return true;
  if (truc__before(s, h->tok, LEX_FORMER_NAME)) return false;
  /* "Anh Đức về quê." */
  if (truc__has(s->w, h->tok, LEX_HONOR) && truc__tok_first(s, h->tok) &&
      next < s->end && truc__run_end(s, next) == next + 1)
    return false;
  if (truc__run_vietnamese(d, h->tok, truc__run_end(s, h->tok)) &&
      truc__run_end(s, h->tok) > h->tok + 2)
    return false;
  if (next < s->end && truc__tok_capital(d, next) &&
      !(d->token.v[next].flags & TRUC_TF_FOREIGN) &&
      !truc__hit_of(d, next, LEX_GPE) && !truc__hit_of(d, next, LEX_TITLE) &&
      !truc__hit_of(d, next, LEX_ORGHEAD))
    return false;
  return true;
}

const truc__hit *truc__country_at(const truc__scan *s, uint32_t tok) {
  if (tok >= s->end) return NULL;
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_GPE);
  if (!h) return NULL;
  if ((h->flags & LEX_AMBIGUOUS) && !ambiguous_fits(s, h)) return NULL;
  return h;
}

/* A member of "A - B": a full or a short country name, or a capital city. */
static const truc__hit *pair_member(const truc__scan *s, uint32_t tok) {
  if (tok >= s->end || !truc__tok_capital(s->d, tok)) return NULL;
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_GPE);
  if (!h) h = truc__hit_in(s->d, tok, s->end, LEX_GPE_SHORT);
  if (!h) h = truc__hit_in(s->d, tok, s->end, LEX_SEAT);
  const truc__hit *p = truc__hit_in(s->d, tok, s->end, LEX_PLACE);
  return h && p && p->ntok > h->ntok ? NULL : h; /* "Hà Nội - Lào Cai" */
}

static uint32_t add_country(truc__scan *s, const truc__hit *h,
                            const char *why) {
  uint32_t m =
      truc__mention_add(s, h->tok, h->tok + h->ntok, TRUC_GPE, h->id, why);
  if (m == TRUC_NONE) return m;
  if (h->cls == LEX_SEAT) mention_at(s, m)->flags |= TRUC_MF_METONYM;
  if (truc__before(s, h->tok, LEX_GROUP))
    mention_at(s, m)->flags |= TRUC_MF_POSSESSIVE;
  if (truc__tok_first(s, h->tok) && (h->flags & LEX_AMBIGUOUS) &&
      h->cls == LEX_GPE)
    s->w->note.v[m].weak = true;
  return m;
}

/* Members of "A - B - C" from `tok` on; their number, at most 8. */
static uint32_t pair_members(const truc__scan *s, uint32_t tok,
                             const truc__hit *v[8]) {
  uint32_t n = 0;
  while (n < 8 && (v[n] = pair_member(s, tok)) != NULL) {
    if (n && !strcmp(v[n]->id, v[n - 1]->id)) break;
    tok += v[n++]->ntok;
    if (tok + 1 >= s->end || !truc__tok_dash(s->d, tok)) break;
    tok++;
  }
  return n;
}

/* "Việt - Nhật": two countries, and the pair of them around. */
static uint32_t read_pair(truc__scan *s, uint32_t tok) {
  const truc__hit *v[8];
  uint32_t n = pair_members(s, tok, v), pair = TRUC_NONE;
  if (n < 2) return tok;
  if (v[0]->cls == LEX_SEAT && v[1]->cls == LEX_SEAT &&
      !strcmp(v[0]->id, "VNM"))
    return tok;
  uint32_t end = v[n - 1]->tok + v[n - 1]->ntok;
  if (n == 2) {
    pair = truc__mention_add(s, tok, end, TRUC_GPE, NULL, "pair of countries");
    if (pair == TRUC_NONE) return end;
    mention_at(s, pair)->form = TRUC_FORM_PAIR;
  }
  for (uint32_t i = 0; i < n; i++) {
    uint32_t m = add_country(s, v[i], "member of a pair");
    if (m == TRUC_NONE) return end;
    s->w->note.v[m].weak = false;
    mention_at(s, m)->outer = pair;
  }
  if (s->nchain && s->expect == tok) truc__office_close(s);
  return end;
}

static uint32_t take_country(truc__scan *s, const truc__hit *h) {
  if (truc__before(s, h->tok, LEX_TONGUE)) return h->tok + h->ntok;
  uint32_t m = add_country(s, h, "country of the lexicon");
  if (m != TRUC_NONE) truc__office_country(s, m);
  return h->tok + h->ntok;
}

/* "giữa Washington và Manila": the second is as the first. */
static bool after_metonym(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (!d->mention.n || tok < s->begin + 2) return false;
  const truc_mention *m = &d->mention.v[d->mention.n - 1];
  return m->tok + m->ntok + 1 == tok && m->sent == s->sent &&
         truc__name_is(d, tok - 1, "và") && m->type == TRUC_GPE &&
         (m->flags & TRUC_MF_METONYM);
}

/* "tại Paris, London": a member of a list of places. */
static bool listed_place(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (!d->mention.n || tok < s->begin + 2) return false;
  const truc_mention *m = &d->mention.v[d->mention.n - 1];
  return m->type == TRUC_LOC && m->sent == s->sent &&
         m->tok + m->ntok + 1 == tok &&
         (truc__name_is(d, tok - 1, "và") || truc__tok_mark(d, tok - 1, ',') ||
          truc__tok_dash(d, tok - 1));
}

/* "Manila, Philippines", "Brussels (Bỉ)": the country says where it lies. */
static bool lies_in(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (tok + 1 >= s->end) return false;
  if (!truc__tok_mark(d, tok, ',') && !truc__tok_mark(d, tok, '('))
    return false;
  const truc__hit *g = truc__hit_of(d, tok + 1, LEX_GPE);
  return g && truc__tok_capital(d, tok + 1);
}

/* A capital city: the government that sits there, unless something says that
** the place is meant. Of Viet Nam's own, and of cities that are disputed, it
** must be said that they act. */
static bool is_seat(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t end = h->tok + h->ntok;
  if (!strcmp(h->id, "VNM")) return false;
  if (truc__before(s, h->tok, LEX_WHERE)) return false;
  if (truc__before(s, h->tok, LEX_METONYM)) return !lies_in(s, end);
  if (truc__before(s, h->tok, LEX_PLACEHEAD)) return false;
  if (end < s->end &&
      (truc__hit_of(d, end, LEX_ACT) || truc__hit_of(d, end, LEX_SAY)))
    return true;
  if (after_metonym(s, h->tok)) return true;
  return !s->credit && !(h->flags & LEX_AMBIGUOUS) && !lies_in(s, end) &&
         !listed_place(s, h->tok) && !truc__before(s, h->tok, LEX_NOT_SEAT);
}

static uint32_t take_seat(truc__scan *s, const truc__hit *h) {
  uint32_t end = h->tok + h->ntok;
  bool seat = is_seat(s, h);
  uint32_t m = truc__mention_add(
      s, h->tok, end, seat ? TRUC_GPE : TRUC_LOC, seat ? h->id : NULL,
      seat ? "capital that acts is its government" : "capital as a place");
  if (m == TRUC_NONE) return end;
  if (seat) mention_at(s, m)->flags |= TRUC_MF_METONYM;
  truc__office_country(s, m);
  return end;
}

/* ---------------------------------------------------------------- lexicon */

/* "UNCLOS 1982", "... về Luật Biển năm 1982". */
static uint32_t with_year(const truc__scan *s, uint32_t end) {
  const truc_doc *d = s->d;
  uint32_t i = end;
  if (i < s->end && truc__name_is(d, i, "năm")) i++;
  if (i < s->end && d->token.v[i].kind == TRUC_TOK_NUMBER &&
      d->token.v[i].text_len == 4)
    return i + 1;
  return end;
}

static uint32_t add_name(truc__scan *s, const truc__hit *h, uint32_t end,
                         unsigned type, const char *why) {
  uint32_t m = truc__mention_add(s, h->tok, end, type, h->id, why);
  if (m == TRUC_NONE) return end;
  if (type == TRUC_ORG || type == TRUC_FORUM) truc__office_body(s, m);
  if (type == TRUC_LOC) truc__office_country(s, m);
  return end;
}

static bool place_fits(const truc__scan *s, const truc__hit *h) {
  if (!(h->flags & LEX_AMBIGUOUS)) return true;
  return truc__before(s, h->tok, LEX_WHERE) ||
         truc__before(s, h->tok, LEX_PLACEHEAD);
}

/* A country name inside a body's name is a mention of its own, marked so. */
static void add_inner(truc__scan *s, uint32_t outer, uint32_t tok) {
  const truc__hit *h = truc__hit_of(s->d, tok, LEX_GPE);
  if (tok == TRUC_NONE || !h) return;
  uint32_t m = truc__mention_add(s, tok, tok + h->ntok, TRUC_GPE, h->id,
                                 "country inside a name");
  if (m == TRUC_NONE) return;
  mention_at(s, m)->outer = outer;
  mention_at(s, m)->flags |= TRUC_MF_INNAME;
  s->w->note.v[outer].country = m;
}

/* "Đảng" alone counts where "..., Nhà nước Việt Nam" says whose it is. */
static bool party_of_state(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t i = h->tok + 1, inside;
  if (!truc__tok_capital(d, h->tok)) return false;
  for (int k = 0; k < 4 && i + 1 < s->end; k++) {
    if (!truc__tok_mark(d, i, ',') && !truc__name_is(d, i, "và")) return false;
    const truc__hit *g = truc__hit_of(d, i + 1, LEX_ORGHEAD);
    if (!g || (strcmp(g->id, "gov") && strcmp(g->id, "parliament")))
      return false;
    uint32_t end = truc__bound_body(s, g, &inside);
    if (end > i + 1 && inside != TRUC_NONE) return true;
    i += 1u + g->ntok;
  }
  return false;
}

static uint32_t take_body(truc__scan *s, const truc__hit *h) {
  uint32_t inside = TRUC_NONE;
  uint32_t end = truc__bound_body(s, h, &inside);
  if (!strcmp(h->id, "gov") && inside == TRUC_NONE &&
      !truc__name_is(s->d, h->tok + 1, "phủ"))
    return h->tok;
  if (!strcmp(h->id, "party") && end == h->tok && party_of_state(s, h))
    end = h->tok + 1;
  if (end == h->tok) return end;
  uint32_t from = h->tok;
  bool media = !strcmp(h->id, "media") && (!truc__tok_capital(s->d, from) ||
                                           truc__name_is(s->d, from, "tờ"));
  if (media) from += h->ntok; /* "báo Tuổi Trẻ": the name alone */
  uint32_t m = truc__mention_add(s, from, end, TRUC_ORG, NULL,
                                 "body after its head word");
  if (m == TRUC_NONE) return end;
  s->w->note.v[m].kind = h->id;
  if (from == h->tok && !strcmp(h->id, "company"))
    s->w->note.v[m].nhead = (uint8_t)h->ntok;
  if (inside != TRUC_NONE) add_inner(s, m, inside);
  truc__office_body(s, m);
  return end;
}

static uint32_t take_place(truc__scan *s, const truc__hit *h) {
  uint32_t from;
  uint32_t end = truc__bound_place(s, h, &from);
  if (end == h->tok) return end;
  uint32_t m = truc__mention_add(s, from, end, TRUC_LOC, NULL,
                                 "place after its head word");
  if (m == TRUC_NONE) return end;
  s->w->note.v[m].kind = h->id;
  if (from == h->tok) s->w->note.v[m].nhead = (uint8_t)h->ntok;
  truc__office_country(s, m);
  return end;
}

/* A head word that is half of another word: "thị trường Việt Nam", "thăm cấp
** Nhà nước Việt Nam". */
static bool no_head(const truc__scan *s, const truc__hit *h) {
  if (h->ntok > 1 && truc__before(s, h->tok + h->ntok, LEX_NOT_HEAD))
    return true;
  if (truc__tok_capital(s->d, h->tok) && !s->caps) return false;
  return (h->flags & HIT_SPLIT) || truc__before(s, h->tok + 1, LEX_NOT_HEAD);
}

/* "Đài Loan", and no "Đài". */
static bool in_country(const truc__scan *s, const truc__hit *h) {
  const truc__hit *g = truc__hit_in(s->d, h->tok, s->end, LEX_GPE);
  return g && g->ntok > h->ntok;
}

/* "... APEC, ASEAN, Mekong": the forum, by the list it stands in; else the
** river. */
static bool among_forums(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t end = h->tok + h->ntok;
  if (end + 1 < s->end && truc__tok_mark(d, end, ',') &&
      truc__hit_of(d, end + 1, LEX_FORUM))
    return true;
  if (!d->mention.n || h->tok < s->begin + 2) return false;
  const truc_mention *m = &d->mention.v[d->mention.n - 1];
  return m->type == TRUC_FORUM && m->tok + m->ntok + 1 == h->tok &&
         (truc__tok_mark(d, h->tok - 1, ',') ||
          truc__name_is(d, h->tok - 1, "và"));
}

/* End of the name that begins with hit `h`; h->tok if it is none here. */
static uint32_t reach(const truc__scan *s, const truc__hit *h) {
  uint32_t end = h->tok + h->ntok, other;
  switch (h->cls) {
    case LEX_AGREEMENT: return with_year(s, end);
    case LEX_PLACE: return place_fits(s, h) ? end : h->tok;
    case LEX_GPE: return truc__country_at(s, h->tok) == h ? end : h->tok;
    case LEX_ORG:
    case LEX_AGENCY:
      if (!(h->flags & LEX_AMBIGUOUS) || s->credit) return end;
      return truc__tok_first(s, h->tok) ? h->tok : end;
    case LEX_FORUM:
      return h->flags & LEX_AMBIGUOUS && !among_forums(s, h) ? h->tok : end;
    case LEX_SEAT:
      if (h->ntok > 1 || !(h->flags & LEX_AMBIGUOUS) ||
          (s->d->token.v[h->tok].flags & TRUC_TF_FOREIGN))
        return end; /* but "Viên" */
      return truc__before(s, h->tok, LEX_WHERE) ||
                     truc__before(s, h->tok, LEX_PLACEHEAD)
                 ? end
                 : h->tok;
    case LEX_PALACE:
    case LEX_EVENT:
    case LEX_PERSON: return end;
    case LEX_ORGHEAD:
      if (no_head(s, h) || in_country(s, h)) return h->tok;
      end = truc__bound_body(s, h, &other);
      if (end == h->tok && !strcmp(h->id, "party") && party_of_state(s, h))
        return end + 1;
      return end;
    case LEX_AGRHEAD: return truc__bound_instrument(s, h);
    case LEX_EVENTHEAD: return truc__bound_event(s, h);
    case LEX_PLACEHEAD:
      return no_head(s, h) ? h->tok : truc__bound_place(s, h, &other);
    default: return h->tok;
  }
}

static bool head_class(unsigned cls) {
  return cls == LEX_ORGHEAD || cls == LEX_AGRHEAD || cls == LEX_EVENTHEAD ||
         cls == LEX_PLACEHEAD;
}

static unsigned head_bit(unsigned cls) {
  return cls == LEX_ORGHEAD     ? 1u
         : cls == LEX_AGRHEAD   ? 2u
         : cls == LEX_EVENTHEAD ? 4u
                                : 8u;
}

/* The hit at `tok` whose name reaches farthest; a fixed name before a head
** word of equal reach, and a long fixed name before any head word. */
const truc__hit *truc__farthest(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  const truc__hit *best = NULL;
  uint32_t end = tok;
  bool fixed = false;
  unsigned heads = 0; /* classes of head words seen: the longest counts */
  uint32_t n;
  const truc__hit *h = truc__hits_at(d, tok, &n);
  for (; n; n--, h++) {
    if (tok + h->ntok > s->end) continue;
    bool head = head_class(h->cls);
    unsigned bit = head ? head_bit(h->cls) : 0;
    if (heads & bit) continue;
    heads |= bit;
    if (head && fixed && best->ntok >= 3 && best->cls != LEX_AGENCY) continue;
    uint32_t e = reach(s, h);
    bool forum = best && best->cls == LEX_PLACE && h->cls == LEX_FORUM;
    if (e == tok || e < end || (e == end && !forum && (head || fixed)))
      continue;
    best = h;
    end = e;
    fixed = !head;
  }
  return best;
}

static uint32_t take_name(truc__scan *s, const truc__hit *h) {
  uint32_t end = h->tok + h->ntok;
  switch (h->cls) {
    case LEX_GPE: return take_country(s, h);
    case LEX_SEAT: return take_seat(s, h);
    case LEX_PALACE: {
      uint32_t m = add_country(s, h, "seat of power for its country");
      if (m != TRUC_NONE) mention_at(s, m)->flags |= TRUC_MF_METONYM;
      return end;
    }
    case LEX_ORGHEAD: return take_body(s, h);
    case LEX_PLACEHEAD: return take_place(s, h);
    case LEX_AGREEMENT:
      return add_name(s, h, with_year(s, end), TRUC_AGREEMENT,
                      "instrument of the lexicon");
    case LEX_AGRHEAD:
      truc__mention_add(s, h->tok, truc__bound_instrument(s, h), TRUC_AGREEMENT,
                        NULL, "instrument after its head word");
      return truc__bound_instrument(s, h);
    case LEX_EVENTHEAD:
      truc__mention_add(s, h->tok, truc__bound_event(s, h), TRUC_EVENT, NULL,
                        "event after its head word");
      return truc__bound_event(s, h);
    case LEX_EVENT:
      return add_name(s, h, end, TRUC_EVENT, "event of the lexicon");
    case LEX_FORUM:
      return add_name(s, h, end, TRUC_FORUM, "forum of the lexicon");
    case LEX_PLACE:
      return add_name(s, h, end, TRUC_LOC, "place of the lexicon");
    case LEX_PERSON: {
      uint32_t m = truc__mention_add(s, h->tok, end, TRUC_PER, h->id,
                                     "byname of a person");
      if (m != TRUC_NONE) truc__office_person(s, m);
      return end;
    }
    default: return add_name(s, h, end, TRUC_ORG, "body of the lexicon");
  }
}

/* ---------------------------------------------------------------- persons */

static uint32_t skip_foreign_honor(const truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_HONOR_FOREIGN);
  while (h && tok + h->ntok < s->end &&
         truc__tok_capital(s->d, tok + h->ntok)) {
    tok += h->ntok;
    h = truc__hit_in(s->d, tok, s->end, LEX_HONOR_FOREIGN);
  }
  return tok;
}

static bool small_pronoun(const truc_doc *d, uint32_t tok) {
  return truc__name_is(d, tok, "ông") || truc__name_is(d, tok, "bà") ||
         truc__name_is(d, tok, "ngài");
}

/* One Vietnamese syllable with a capital that begins something else, or is no
** family name: "duyệt Đội danh dự", "Chủ tịch Đảng". */
static bool plain_word(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (d->token.v[tok].flags & TRUC_TF_FOREIGN) return false;
  if (truc__hit_of(d, tok, LEX_ORGHEAD) || truc__hit_of(d, tok, LEX_EVENTHEAD))
    return true;
  if (tok > s->begin && small_pronoun(d, tok - 1)) return false;
  const truc__hit *h = truc__hit_of(d, tok, LEX_SURNAME);
  const truc_token *next = tok + 1 < s->end ? &d->token.v[tok + 1] : NULL;
  if (!h && !truc__before(s, tok, LEX_HONOR)) return true;
  return next && next->kind == TRUC_TOK_SYLLABLE && next->word != TRUC_NONE &&
         next->word == d->token.v[tok].word;
}

/* A name after an office or "ông": returns its end, `tok` if there is none. */
static uint32_t read_person(truc__scan *s, uint32_t tok, const char *why) {
  uint32_t from = skip_foreign_honor(s, tok);
  uint32_t end = truc__run_name(s, from);
  if (end == from && truc__tok_initial(s->d, from)) end++; /* "cháu H." */
  if (end == from) return tok;
  if (end == from + 1 && plain_word(s, from)) return truc__bare_run(s, from);
  const truc__hit *a = truc__hit_in(s->d, from, end, LEX_ACRONYM);
  if (a && from + a->ntok == end) return end; /* "cán bộ CSGT" */
  uint32_t m = truc__mention_add(s, from, end, TRUC_PER, NULL, why);
  if (m == TRUC_NONE) return end;
  if (from > tok && s->expect == tok) s->expect = from;
  truc__office_person(s, m);
  return end;
}

/* "Bí thư Quận ủy Liên Chiểu [Nguyễn Văn A]": a place that counts know. */
static uint32_t read_committee(truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  const truc_office *o = &d->office.v[d->office.n - 1];
  if (strcmp(s->w->note.v[o->mention].kind, "party")) return tok;
  uint32_t end = truc__run_end(s, tok);
  uint32_t place = truc__known_place(d, tok, end);
  if (place < tok + 2 || (place < end && !truc__run_vietnamese(d, place, end)))
    return tok;
  uint32_t m =
      truc__mention_add(s, tok, place, TRUC_LOC, NULL, "place by its counts");
  if (m != TRUC_NONE) truc__office_country(s, m);
  return place;
}

/* A word that goes on behind a name. */
static bool goes_on(const truc__scan *s, uint32_t tok) {
  const truc__work *w = s->w;
  return tok >= s->end || s->d->token.v[tok].kind != TRUC_TOK_SYLLABLE ||
         truc__has(w, tok, LEX_NAME_STOP) || truc__has(w, tok, LEX_SAY) ||
         truc__has(w, tok, LEX_ACT) || truc__has(w, tok, LEX_WHERE) ||
         truc__has(w, tok, LEX_TITLE) || truc__has(w, tok, LEX_METONYM) ||
         truc__name_is(s->d, tok, "và");
}

/* "thủ tướng nguyễn văn an nói" where nothing has a capital: a family name and
** what follows it, up to a word that goes on otherwise; three syllables, if
** there is none. */
static uint32_t read_small(truc__scan *s, uint32_t tok, const char *why) {
  const truc_doc *d = s->d;
  if (!s->small || tok >= s->end || !truc__tok_surname(d, tok)) return tok;
  uint32_t end = tok + 1;
  while (end < tok + 4 && !goes_on(s, end)) end++;
  if (end < tok + 2) return tok;
  if (end == tok + 4) end = tok + 3;
  uint32_t m = truc__mention_add(s, tok, end, TRUC_PER, NULL, why);
  if (m != TRUC_NONE) truc__office_person(s, m);
  return end;
}

/* "đàn ông Malaysia", "người đàn bà" */
static bool half_word(const truc__scan *s, uint32_t tok) {
  return tok > s->begin && truc__name_is(s->d, tok - 1, "đàn");
}

/* "ông Vũ", "bà", "đồng chí Nguyễn Văn A". */
static uint32_t read_honor(truc__scan *s, uint32_t tok) {
  truc_doc *d = s->d;
  const truc__hit *h = truc__hit_in(d, tok, s->end, LEX_HONOR);
  if (!h || half_word(s, tok)) return tok;
  if (truc__tok_capital(d, tok) && !truc__tok_first(s, tok) &&
      !(h->ntok == 1 && small_pronoun(d, tok)) && !(h->flags & LEX_CAPITAL) &&
      d->token.v[tok].shape != TRUC_SHAPE_UPPER)
    return tok;
  uint32_t next = tok + h->ntok;
  if (next < s->end && truc__tok_capital(d, next)) {
    uint32_t run = truc__run_end(s, next);
    bool single = run == next + 1 && truc__tok_first(s, tok) &&
                  !(d->token.v[next].flags & TRUC_TF_FOREIGN);
    if (h->ntok == 1 && !small_pronoun(d, tok) && !single &&
        truc__hit_of(d, tok, LEX_GPE) && !truc__run_vietnamese(d, next, run))
      return tok;
    if (s->expect == tok) s->expect = next;
    const truc__hit *g = truc__country_at(s, next);
    bool any = !strcmp(h->id, "any"); /* not "bé Apple" */
    if (any && (g || truc__farthest(s, next)) &&
        !truc__run_vietnamese(d, next, truc__run_end(s, next)))
      return next;
    return read_person(s, next, "name after a form of address");
  }
  uint32_t small = read_small(s, next, "name after a form of address");
  if (small > next) return small;
  if (h->ntok == 1 && small_pronoun(d, tok)) {
    uint32_t m = truc__mention_add(s, tok, next, TRUC_PER, NULL, "pronoun");
    if (m == TRUC_NONE) return next;
    d->mention.v[m].form = TRUC_FORM_PRO;
    s->w->note.v[m].kind = h->id;
    return next;
  }
  return tok;
}

/* "Phu nhân" belongs to the person just named. */
static uint32_t read_spouse(truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_SPOUSE);
  if (!h) return tok;
  uint32_t end = tok + h->ntok;
  uint32_t m = truc__mention_add(s, tok, end, TRUC_PER, NULL, "spouse");
  if (m == TRUC_NONE) return end;
  mention_at(s, m)->form = TRUC_FORM_TITLE;
  mention_at(s, m)->flags |= TRUC_MF_SPOUSE;
  return end;
}

/* ------------------------------------------------------- pronouns, groups */

static uint32_t read_pro(truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_PRO);
  unsigned type = TRUC_GPE;
  if (!h) {
    h = truc__hit_in(s->d, tok, s->end, LEX_GPE_BYNAME);
    if (!h) return tok;
  } else if (!strcmp(h->id, "both")) {
    type = TRUC_GROUP;
  } else if (!strcmp(h->id, "he") || !strcmp(h->id, "she")) {
    type = TRUC_PER;
  }
  uint32_t end = tok + h->ntok;
  uint32_t m = truc__mention_add(s, tok, end, type, NULL, "pronoun");
  if (m == TRUC_NONE) return end;
  bool pair = !strcmp(h->id, "pair") || !strcmp(h->id, "both");
  mention_at(s, m)->form = pair ? TRUC_FORM_PAIR : TRUC_FORM_PRO;
  s->w->note.v[m].kind = h->id;
  if (h->cls == LEX_GPE_BYNAME) s->w->note.v[m].id = h->id;
  if (s->expect == tok) truc__office_country(s, m);
  return end;
}

/* ------------------------------------------------------------------- walk */

/* A line of nothing but a name is the author's, also where the sentence room
** took it for text. */
static bool bare_name(const truc__scan *s) {
  uint32_t n = s->end - s->begin;
  if (n < 2 || n > 5 || truc__run_end(s, s->begin) != s->end) return false;
  return !truc__farthest(s, s->begin) &&
         !truc__hit_of(s->d, s->begin, LEX_TITLE);
}

/* "Ngọc Ánh (Theo AFP)" */
static bool name_and_source(const truc__scan *s) {
  uint32_t end = truc__run_end(s, s->begin);
  return end > s->begin + 1 && end < s->begin + 5 && end + 2 < s->end &&
         s->end < s->begin + 12 && truc__tok_mark(s->d, end, '(') &&
         truc__name_is(s->d, end + 1, "theo");
}

static uint32_t read_credit_mark(truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_CREDIT);
  if (!h || !truc__tok_mark(s->d, tok + h->ntok, ':')) return tok;
  s->credit = true;
  return tok + h->ntok + 1;
}

/* "Bộ trưởng Thái Văn A": a country word that begins a full name. */
static bool name_not_country(const truc__scan *s, const truc__hit *h) {
  if (h->ntok >= 3) return false; /* "Thái Bình Dương" */
  if (h->cls == LEX_GPE && !(h->flags & LEX_AMBIGUOUS)) return false;
  if (h->cls != LEX_GPE && h->cls != LEX_PLACE) return false;
  uint32_t end = truc__run_name(s, h->tok), rest = h->tok + h->ntok;
  if (end <= rest || !truc__run_vietnamese(s->d, h->tok, end)) return false;
  /* "Bí thư Thành ủy Hà Nội Đinh Văn A" */
  return h->ntok < 2 || !truc__run_vietnamese(s->d, rest, end);
}

/* "Manila Times", "NBC News": a name, and a foreign word for bodies. */
static bool place_of_body(const truc__scan *s, const truc__hit *h) {
  uint32_t next = h->tok + h->ntok;
  return (h->cls == LEX_GPE || h->cls == LEX_SEAT || h->cls == LEX_PLACE ||
          h->cls == LEX_ORG) &&
         next < s->end && truc__has(s->w, next, LEX_ORG_TOKEN) &&
         truc__hit_find(s->d, next, s->end, LEX_ORG_TOKEN) &&
         !truc__hit_of(s->d, next, LEX_GPE) && truc__run_end(s, h->tok) > next;
}

/* "(VTC News) - ...": the source before a text. */
static uint32_t read_source(truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (tok != s->begin || !truc__tok_mark(d, tok, '(')) return tok;
  uint32_t end = truc__run_end(s, tok + 1);
  if (end == tok + 1 || end + 1 >= s->end || !truc__tok_mark(d, end, ')') ||
      !truc__tok_dash(d, end + 1))
    return tok;
  uint32_t m = truc__mention_add(s, tok + 1, end, TRUC_ORG, NULL,
                                 "source before the text");
  if (m != TRUC_NONE) mention_at(s, m)->flags |= TRUC_MF_CREDIT;
  return end + 1;
}

#define BIT(c) ((uint64_t)1 << BIT_##c)

/* Only the bracket of a source before the text, and the mark of a credit, come
** before all else. */
static uint32_t read_marks(truc__scan *s, uint32_t tok) {
  uint32_t end = tok;
  if (truc__has(s->w, tok, LEX_CREDIT)) end = read_credit_mark(s, tok);
  return end == tok && tok == s->begin ? read_source(s, tok) : end;
}

/* "Tiểu vương quốc Ả Rập", "Tiểu vương" */
static bool title_in_country(const truc__scan *s, uint32_t tok) {
  const truc__hit *g = truc__hit_in(s->d, tok, s->end, LEX_GPE);
  const truc__hit *t = truc__hit_in(s->d, tok, s->end, LEX_TITLE);
  return g && t && g->ntok > t->ntok;
}

static uint32_t read_words(truc__scan *s, uint32_t tok, uint64_t classes) {
  uint32_t end = tok;
  if ((classes & (BIT(TITLE) | BIT(TITLE_PRE))) && !title_in_country(s, tok))
    end = truc__office_read(s, tok);
  if (end == tok && (classes & BIT(SPOUSE))) end = read_spouse(s, tok);
  if (end == tok && (classes & (BIT(PRO) | BIT(GPE_BYNAME))))
    end = read_pro(s, tok);
  if (end == tok && (classes & (BIT(GPE) | BIT(GPE_SHORT) | BIT(SEAT))))
    end = read_pair(s, tok);
  return end;
}

static uint32_t read_any(truc__scan *s, uint32_t tok) {
  const uint64_t classes = s->w->classes.v[tok];
  if (s->small && truc__name_due(s, tok)) {
    uint32_t small = read_small(s, tok, "name after an office");
    if (small > tok) return small;
  }
  const uint64_t named =
      ((((uint64_t)1 << BITS_NAME) - 1) & ~(((uint64_t)1 << BITS_BEGIN) - 1)) |
      BIT(AGRHEAD) | BIT(EVENTHEAD);
  if (!(classes & TRUC__MAY_BEGIN)) return tok;
  const truc__hit *no = truc__hit_in(s->d, tok, s->end, LEX_NOT_NAME);
  uint32_t n;
  if (no && truc__hits_at(s->d, tok, &n)->ntok == no->ntok)
    return tok + no->ntok; /* no longer phrase begins here */
  uint32_t end = read_marks(s, tok);
  if (end == tok) end = read_words(s, tok, classes);
  if (end > tok) return end;
  const truc__hit *h = classes & named ? truc__farthest(s, tok) : NULL;
  bool person = truc__name_due(s, tok) && truc__tok_capital(s->d, tok);
  if (h && person && name_not_country(s, h)) h = NULL;
  if (h && place_of_body(s, h)) h = NULL;
  if (h) return take_name(s, h);
  if (classes & BIT(HONOR)) end = read_honor(s, tok);
  if (end > tok || !truc__tok_capital(s->d, tok)) return end;
  if (person && (truc__abbreviated_body(s, tok) || truc__foreign_body(s, tok)))
    person = false;
  if (person) end = read_committee(s, tok);
  if (person && end == tok) end = read_person(s, tok, "name after an office");
  return end > tok ? end : truc__bare_run(s, tok);
}

static void walk(truc__scan *s) {
  const uint64_t *classes = s->w->classes.v;
  uint32_t tok = s->begin;
  while (tok < s->end && !s->failed) {
    if (!s->nchain && !(classes[tok] & TRUC__MAY_BEGIN)) {
      tok++;
      continue;
    }
    uint32_t end = s->nchain ? truc__office_link(s, tok) : tok;
    if (end > tok) {
      s->expect = end;
      tok = end;
      continue;
    }
    bool due = truc__name_due(s, tok);
    end = read_any(s, tok);
    if (due && s->expect == tok) truc__office_close(s);
    if (end == tok) end++;
    /* whatever was read did not carry the chain on: it ends here */
    if (s->nchain && s->expect != TRUC_NONE && s->expect < end)
      truc__office_close(s);
    tok = end;
  }
  truc__office_close(s);
}

/* A heading in capitals: letter case tells nothing then. */
static bool all_caps(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t upper = 0, other = 0;
  for (uint32_t i = tok; i < end; i++) {
    const truc_token *t = &d->token.v[i];
    if (t->kind != TRUC_TOK_SYLLABLE || t->text_len < 2) continue;
    if (t->shape == TRUC_SHAPE_UPPER)
      upper++;
    else
      other++;
    if (other > 2) return false;
  }
  return upper > 4 && other * 8 < upper;
}

bool truc__scan_run(truc_doc *d, truc__work *w) {
  truc__scan s;
  memset(&s, 0, sizeof s);
  s.d = d;
  s.w = w;
  s.expect = s.person = s.appos = s.share = TRUC_NONE;
  for (uint32_t i = 0; i < d->sentence.n && !s.failed; i++) {
    const truc_sentence *t = &d->sentence.v[i];
    s.sent = i;
    s.begin = t->tok;
    s.end = t->tok + t->ntok;
    s.person = TRUC_NONE;
    s.small = truc__all_small(d, s.begin, s.end);
    s.caps = all_caps(d, s.begin, s.end);
    s.credit = t->kind == TRUC_SENT_CREDIT || t->kind == TRUC_SENT_BYLINE ||
               (t->kind == TRUC_SENT_BODY && i > 0 &&
                (bare_name(&s) || name_and_source(&s)));
    walk(&s);
  }
  return !s.failed;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* named.c - names of the lexicon, and names behind its head words. */
#include "name/name.h"

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
  uint32_t m = truc__mention_add(s, h->tok, end, type, truc__hit_id(h), why);
  if (m == TRUC_NONE) return end;
  if (type == TRUC_ORG || type == TRUC_FORUM) truc__office_body(s, m);
  if (type == TRUC_LOC) truc__office_country(s, m);
  return end;
}

/* "Mekong" is a forum, too, and some places are words. */
static const char *place_why(const truc__scan *s, const truc__hit *h) {
  const truc__hit *forum = truc__hit_in(s->d, h->tok, s->end, LEX_FORUM);
  if (forum && forum->ntok == h->ntok)
    return "place: no forum stands beside it";
  return h->flags & LEX_AMBIGUOUS ? "place: a word of place before it"
                                  : "place of the lexicon";
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
  uint32_t m = truc__mention_add(s, tok, tok + h->ntok, TRUC_GPE,
                                 truc__hit_id(h), "country inside a name");
  if (m == TRUC_NONE) return;
  truc__mention_at(s, m)->outer = outer;
  truc__mention_at(s, m)->flags |= TRUC_MF_INNAME;
  s->w->note.v[outer].country = m;
}

/* Token where the country begins that ends the name [from, end); TRUC_NONE. */
static uint32_t tail_country(const truc_doc *d, uint32_t from, uint32_t end) {
  for (uint32_t i = end; i-- > from + 1 && i + 4 > end;) {
    const truc__hit *h = truc__hit_of(d, i, LEX_GPE);
    if (h && i + h->ntok == end) return i;
  }
  return TRUC_NONE;
}

/* "Ban Bí thư Trung ương Đảng Cộng sản Trung Quốc": an organ, of which the
** lexicon has only ours, and the party behind it.  Its end; that of `h` if no
** party follows. */
static uint32_t party_organ(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t end = h->tok + h->ntok, i = end, inside;
  const char *id = truc__hit_id(h); /* "Ban Bí thư", "Trung ương Đảng" */
  if (h->ntok < 3 || (*id != 'B' && id[0] != '\xe1')) return end;
  if (truc__name_is(d, end - 1, "đảng"))
    i = end - 1;
  else if (truc__name_is(d, i, "trung") && truc__name_is(d, i + 1, "ương"))
    i += 2;
  if (i >= s->end || i <= h->tok || !truc__name_is(d, i, "đảng")) return end;
  const truc__hit *party = truc__hit_in(d, i, s->end, LEX_ORG);
  if (party) return i + party->ntok;
  party = truc__hit_in(d, i, s->end, LEX_ORGHEAD);
  uint32_t far = party ? truc__bound_body(s, party, &inside) : i;
  if (far > end && inside != TRUC_NONE) return far;
  return i >= end ? i + 1 : end; /* "Ban Bí thư Trung ương Đảng" */
}

/* "Đảng" alone counts where "..., Nhà nước Việt Nam" says whose it is. */
static bool party_of_state(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t i = h->tok + 1, inside;
  if (!truc__tok_capital(d, h->tok)) return false;
  for (int k = 0; k < 4 && i + 1 < s->end; k++) {
    if (!truc__tok_mark(d, i, ',') && !truc__name_is(d, i, "và")) return false;
    const truc__hit *g = truc__hit_of(d, i + 1, LEX_ORGHEAD);
    if (!g || (!truc__same_id(truc__hit_id(g), "gov") &&
               !truc__same_id(truc__hit_id(g), "parliament")))
      return false;
    uint32_t end = truc__bound_body(s, g, &inside);
    if (end > i + 1 && inside != TRUC_NONE) return true;
    i += 1u + g->ntok;
  }
  return false;
}

static uint32_t take_body(truc__scan *s, truc__named x) {
  const truc__hit *h = x.hit;
  uint32_t end = x.end, inside = x.inside;
  if (truc__same_id(truc__hit_id(h), "gov") && inside == TRUC_NONE &&
      !truc__name_is(s->d, h->tok + 1, "phủ"))
    return h->tok;
  uint32_t from = h->tok;
  bool media =
      truc__same_id(truc__hit_id(h), "media") &&
      (!truc__tok_capital(s->d, from) || truc__name_is(s->d, from, "tờ"));
  if (media) from += h->ntok; /* "báo Tuổi Trẻ": the name alone */
  uint32_t m = truc__mention_add(s, from, end, TRUC_ORG, NULL,
                                 "body after its head word");
  if (m == TRUC_NONE) return end;
  s->w->note.v[m].kind = truc__hit_id(h);
  if (from == h->tok && truc__same_id(truc__hit_id(h), "company"))
    s->w->note.v[m].nhead = (uint8_t)h->ntok;
  if (inside != TRUC_NONE) add_inner(s, m, inside);
  truc__office_body(s, m);
  return end;
}

static uint32_t take_place(truc__scan *s, truc__named x) {
  const truc__hit *h = x.hit;
  const uint32_t from = x.inside, end = x.end;
  uint32_t m = truc__mention_add(s, from, end, TRUC_LOC, NULL,
                                 "place after its head word");
  if (m == TRUC_NONE) return end;
  s->w->note.v[m].kind = truc__hit_id(h);
  if (from == h->tok) s->w->note.v[m].nhead = (uint8_t)h->ntok;
  truc__office_country(s, m);
  return end;
}

/* A head word that is half of another word: "thị trường Việt Nam", "thăm cấp
** Nhà nước Việt Nam". */
static bool no_head(const truc__scan *s, const truc__hit *h) {
  if (truc__name_is(s->d, h->tok, "biển") &&
      truc__name_is(s->d, h->tok + 1, "đông") &&
      truc__tok_capital(s->d, h->tok + 1))
    return false; /* "ra biển Đông" */
  if (h->ntok > 1 && truc__before(s, h->tok + h->ntok, LEX_NOT_HEAD))
    return true;
  if (truc__tok_capital(s->d, h->tok) && !s->caps) return false;
  return h->split || truc__before(s, h->tok + 1, LEX_NOT_HEAD);
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

/* End of the name that begins with hit `h`, h->tok if it is none here; and what
** is inside. */
static uint32_t reach(const truc__scan *s, const truc__hit *h,
                      uint32_t *inside) {
  uint32_t end = h->tok + h->ntok;
  switch (h->cls) {
    case LEX_AGREEMENT: return with_year(s, end);
    case LEX_PLACE: return place_fits(s, h) ? end : h->tok;
    case LEX_GPE: return truc__country_at(s, h->tok) == h ? end : h->tok;
    case LEX_AGENCY:
    case LEX_ORG:
      if (h->cls == LEX_AGENCY && party_organ(s, h) > end)
        return party_organ(s, h);
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
      if (truc__same_id(truc__hit_id(h), "unit"))
        return truc__name_due(s, h->tok) ? truc__bound_body(s, h, inside)
                                         : h->tok;
      if (no_head(s, h) || in_country(s, h)) return h->tok;
      end = truc__bound_body(s, h, inside);
      if (end == h->tok && truc__same_id(truc__hit_id(h), "party") &&
          party_of_state(s, h))
        return end + 1;
      return end;
    case LEX_AGRHEAD: return truc__bound_instrument(s, h);
    case LEX_EVENTHEAD: return truc__bound_event(s, h);
    case LEX_PLACEHEAD:
      return no_head(s, h) ? h->tok : truc__bound_place(s, h, inside);
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
truc__named truc__farthest(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  truc__named best = {NULL, tok, TRUC_NONE};
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
    if (head && fixed && best.hit->ntok >= 3 && best.hit->cls != LEX_AGENCY)
      continue;
    uint32_t inside = TRUC_NONE, e = reach(s, h, &inside);
    bool forum = best.hit && best.hit->cls == LEX_PLACE && h->cls == LEX_FORUM;
    if (e == tok || e < best.end ||
        (e == best.end && !forum && (head || fixed)))
      continue;
    best = (truc__named){h, e, inside};
    fixed = !head;
  }
  return best;
}

/* "Hiệp hội sẽ ra tuyên bố": the kind of a body named before, with a capital,
** stands for it. */
uint32_t truc__head_alone(truc__scan *s, uint32_t tok) {
  truc_doc *d = s->d;
  const truc__hit *h = truc__hit_in(d, tok, s->end, LEX_ORGHEAD);
  if (!h || !truc__tok_capital(d, tok) || no_head(s, h) || s->caps) return tok;
  bool kind = truc__same_id(truc__hit_id(h), "society") ||
              truc__same_id(truc__hit_id(h), "company") ||
              truc__same_id(truc__hit_id(h), "council");
  uint32_t end = tok + h->ntok;
  if (!kind || h->ntok < 2 || (end < s->end && truc__tok_capital(d, end)))
    return tok;
  const truc__work *w = s->w;
  for (uint32_t m = d->mention.n, k = 0; m-- > 0 && k < 48; k++) {
    const truc_mention *at = &d->mention.v[m];
    if ((at->type != TRUC_ORG && at->type != TRUC_FORUM) ||
        at->form != TRUC_SAID_NAME || w->note.v[m].nkey <= h->ntok)
      continue;
    bool same = true;
    for (uint32_t i = 0; i < h->ntok; i++)
      same &= w->key.v[w->note.v[m].key + i] == truc__tok_hash(d, tok + i);
    if (!same) continue;
    uint32_t x = truc__mention_add(s, tok, end, TRUC_ORG, NULL,
                                   "kind of a body named before");
    if (x == TRUC_NONE) return end;
    d->mention.v[x].form = TRUC_SAID_PRO;
    s->w->note.v[x].kind = truc__hit_id(h);
    s->w->note.v[x].alias = m;
    return end;
  }
  return tok;
}

/* A body of the lexicon; of a party's the country that ends its name is whose
** it is. */
static uint32_t take_fixed(truc__scan *s, const truc__hit *h) {
  uint32_t own = h->tok + h->ntok;
  uint32_t end = h->cls == LEX_AGENCY ? party_organ(s, h) : own;
  uint32_t inside = TRUC_NONE;
  if (end > own || truc__name_is(s->d, h->tok, "đảng"))
    inside = tail_country(s->d, h->tok, end);
  bool others = end > own && inside != TRUC_NONE;
  uint32_t m =
      truc__mention_add(s, h->tok, end, TRUC_ORG,
                        others ? NULL : truc__hit_id(h), "body of the lexicon");
  if (m == TRUC_NONE) return end;
  add_inner(s, m, inside);
  truc__office_body(s, m);
  return end;
}

uint32_t truc__named_take(truc__scan *s, truc__named x) {
  const truc__hit *h = x.hit;
  const uint32_t end = h->tok + h->ntok;
  switch (h->cls) {
    case LEX_GPE: return truc__country_take(s, h);
    case LEX_SEAT: return truc__seat_take(s, h);
    case LEX_PALACE: {
      uint32_t m = truc__country_add(s, h, "seat of power for its country");
      if (m != TRUC_NONE) truc__mention_at(s, m)->flags |= TRUC_MF_METONYM;
      return end;
    }
    case LEX_ORGHEAD: return take_body(s, x);
    case LEX_PLACEHEAD: return take_place(s, x);
    case LEX_AGREEMENT:
      return add_name(s, h, x.end, TRUC_AGREEMENT, "instrument of the lexicon");
    case LEX_AGRHEAD:
      truc__mention_add(s, h->tok, x.end, TRUC_AGREEMENT, NULL,
                        "instrument after its head word");
      return x.end;
    case LEX_EVENTHEAD:
      truc__mention_add(s, h->tok, x.end, TRUC_EVENT, NULL,
                        "event after its head word");
      return x.end;
    case LEX_EVENT:
      return add_name(s, h, end, TRUC_EVENT, "event of the lexicon");
    case LEX_FORUM:
      return add_name(s, h, end, TRUC_FORUM,
                      h->flags & LEX_AMBIGUOUS ? "forum: in a list of forums"
                                               : "forum of the lexicon");
    case LEX_PLACE: return add_name(s, h, end, TRUC_LOC, place_why(s, h));
    case LEX_PERSON: {
      uint32_t m = truc__mention_add(s, h->tok, end, TRUC_PER, truc__hit_id(h),
                                     "byname of a person");
      if (m != TRUC_NONE) truc__office_person(s, m);
      return end;
    }
    default: return take_fixed(s, h);
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* country.c - countries, pairs of them, and capitals that stand for them. */
#include "name/name.h"

static bool chain_wants_country(const truc__scan *s, uint32_t tok) {
  if (s->expect != tok || !s->nchain) return false;
  const truc_office *o = &s->d->office.v[s->d->office.n - 1];
  const char *kind = s->w->note.v[o->mention].kind;
  return !truc__same_id(kind, "rank") && !truc__same_id(kind, "acad");
}

/* "MỸ ÁP THUẾ", where a capital behind it says nothing; but no "MỸ THUẬT". */
static bool own_word(const truc_doc *d, const truc__hit *h) {
  const truc_token *last = &d->token.v[h->tok + h->ntok - 1];
  bool joined = last->word != TRUC_NONE && h->tok + h->ntok < d->token.n &&
                last[1].word == last->word;
  return !joined && !truc__name_is(d, h->tok, "anh");
}

/* A country word that is also a name or a common word. */
static bool ambiguous_fits(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t next = h->tok + h->ntok;
  if (!truc__tok_capital(d, h->tok)) return false;
  if (chain_wants_country(s, h->tok)) return true;
  if (truc__before(s, h->tok, LEX_FORMER_NAME)) return false;
  if (s->credit && truc__run_end(s, h->tok) == h->tok + 2 && h->ntok == 1)
    return false; /* "Ảnh: Đức Anh" */
  /* "Anh Đức về quê." */
  if (truc__has(s->w, h->tok, LEX_HONOR) && truc__tok_first(s, h->tok) &&
      next < s->end && truc__run_end(s, next) == next + 1)
    return false;
  if (truc__run_vietnamese(d, h->tok, truc__run_end(s, h->tok)) &&
      truc__run_end(s, h->tok) > h->tok + 2)
    return false;
  if (s->caps) return own_word(d, h);
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
  return h ? h : truc__hit_in(s->d, tok, s->end, LEX_SEAT);
}

/* "Hà Nội - Lào Cai" */
static bool in_place(const truc__scan *s, const truc__hit *h) {
  const truc__hit *p = truc__hit_in(s->d, h->tok, s->end, LEX_PLACE);
  return p && p->ntok > h->ntok;
}

uint32_t truc__country_add(truc__scan *s, const truc__hit *h, const char *why) {
  uint32_t m = truc__mention_add(s, h->tok, h->tok + h->ntok, TRUC_GPE,
                                 truc__hit_id(h), why);
  if (m == TRUC_NONE) return m;
  if (h->cls == LEX_SEAT) truc__mention_at(s, m)->flags |= TRUC_MF_METONYM;
  if (truc__before(s, h->tok, LEX_GROUP))
    truc__mention_at(s, m)->flags |= TRUC_MF_POSSESSIVE;
  if (truc__tok_first(s, h->tok) && (h->flags & LEX_AMBIGUOUS) &&
      h->cls == LEX_GPE)
    s->w->note.v[m].weak = true;
  return m;
}

/* Members of "A - B - C" from `tok` on; their number, at most 8. */
static uint32_t pair_members(const truc__scan *s, uint32_t tok,
                             const truc__hit *v[8]) {
  const truc__hit *h;
  uint32_t n = 0;
  while (n < 8 && (h = pair_member(s, tok)) != NULL) {
    tok += h->ntok;
    bool more = tok + 1 < s->end && truc__tok_dash(s->d, tok);
    if ((!n && !more) || in_place(s, h)) break;
    if (n && truc__same_id(truc__hit_id(h), truc__hit_id(v[n - 1]))) break;
    v[n++] = h;
    if (!more) break;
    tok++;
  }
  return n;
}

/* "Việt - Nhật": two countries, and the pair of them around. */
uint32_t truc__country_pair(truc__scan *s, uint32_t tok) {
  const truc__hit *v[8];
  uint32_t n = pair_members(s, tok, v), pair = TRUC_NONE;
  if (n < 2) return tok;
  if (v[0]->cls == LEX_SEAT && v[1]->cls == LEX_SEAT &&
      truc__same_id(truc__hit_id(v[0]), "VNM"))
    return tok;
  uint32_t end = v[n - 1]->tok + v[n - 1]->ntok;
  if (n == 2) {
    pair = truc__mention_add(s, tok, end, TRUC_GPE, NULL, "pair of countries");
    if (pair == TRUC_NONE) return end;
    truc__mention_at(s, pair)->form = TRUC_SAID_PAIR;
  }
  for (uint32_t i = 0; i < n; i++) {
    uint32_t m = truc__country_add(s, v[i], "member of a pair");
    if (m == TRUC_NONE) return end;
    s->w->note.v[m].weak = false;
    truc__mention_at(s, m)->outer = pair;
  }
  if (s->nchain && s->expect == tok) truc__office_close(s);
  return end;
}

/* "phía Hàn", "sang Triều": a short name behind a word that wants a country;
** those that are words or names of people besides need "phía". */
uint32_t truc__country_short(truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  const truc__hit *h = truc__hit_in(d, tok, s->end, LEX_GPE_SHORT);
  if (!h || tok == s->begin || truc__hit_of(d, tok, LEX_GPE) ||
      truc__run_end(s, tok) != tok + h->ntok ||
      truc__same_id(truc__hit_id(h), "VNM"))
    return tok;
  bool side = truc__name_is(d, tok - 1, "phía");
  bool there = truc__name_is(d, tok - 1, "sang") ||
               truc__name_is(d, tok - 1, "tới") ||
               truc__name_is(d, tok - 1, "đến");
  if (!(there && truc__name_is(d, tok, "hàn")) &&
      !(side && !truc__name_is(d, tok, "trung")))
    return tok;
  uint32_t m = truc__country_add(s, h, "short name of a country");
  if (m != TRUC_NONE) truc__office_country(s, m);
  return tok + h->ntok;
}

/* "A, B và": a member of a list behind another country. */
static bool listed_country(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (!d->mention.n || tok < s->begin + 2) return false;
  const truc_mention *m = &d->mention.v[d->mention.n - 1];
  return m->type == TRUC_GPE && m->sent == s->sent &&
         m->tok + m->ntok + 1 == tok;
}

/* What says that a word such as Ý, Anh, Đức is the country here. */
static const char *country_reason(const truc__scan *s, const truc__hit *h) {
  uint32_t end = h->tok + h->ntok;
  if (!(h->flags & LEX_AMBIGUOUS)) return "country of the lexicon";
  if (chain_wants_country(s, h->tok)) return "country: the office before it";
  if (end < s->end &&
      (truc__hit_of(s->d, end, LEX_ACT) || truc__hit_of(s->d, end, LEX_SAY)))
    return "country: it acts or speaks";
  if (listed_country(s, h->tok)) return "country: beside another";
  if (truc__before(s, h->tok, LEX_WHERE)) return "country: a word of place";
  if (truc__before(s, h->tok, LEX_METONYM) ||
      truc__before(s, h->tok, LEX_GROUP))
    return "country: the words before it want one";
  return truc__tok_first(s, h->tok)
             ? "country: begins a sentence, no name goes on behind it"
             : "country: a capital inside a sentence, no name around it";
}

uint32_t truc__country_take(truc__scan *s, const truc__hit *h) {
  if (truc__before(s, h->tok, LEX_TONGUE)) return h->tok + h->ntok;
  uint32_t m = truc__country_add(s, h, country_reason(s, h));
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

/* What says that a capital city is the place; NULL if nothing does. */
static const char *place_reason(const truc__scan *s, const truc__hit *h) {
  uint32_t end = h->tok + h->ntok;
  if (s->credit) return "capital in a credit: the place";
  if (h->flags & LEX_AMBIGUOUS) return "capital that must be seen to act";
  if (lies_in(s, end)) return "capital with its country beside it: the place";
  if (listed_place(s, h->tok)) return "capital among places";
  return truc__before(s, h->tok, LEX_NOT_SEAT)
             ? "capital behind a word for travel or meeting: the place"
             : NULL;
}

/* A capital city: the government that sits there, unless something says that
** the place is meant. Of Viet Nam's own, and of cities that are disputed, it
** must be said that they act. */
static bool is_seat(const truc__scan *s, const truc__hit *h, const char **why) {
  const truc_doc *d = s->d;
  uint32_t end = h->tok + h->ntok;
  const truc__hit *where = truc__before(s, h->tok, LEX_WHERE);
  const truc__hit *means = truc__before(s, h->tok, LEX_METONYM);
  *why = "capital of Viet Nam: the place";
  if (truc__same_id(truc__hit_id(h), "VNM")) return false;
  *why = "capital behind a word of place";
  if (where && (!means || means->ntok <= where->ntok)) return false;
  *why = "capital behind words that want a government";
  if (means && !lies_in(s, end)) return true; /* "liên quan đến Washington" */
  *why = "capital with its country beside it: the place";
  if (means) return false;
  *why = "capital behind a word for cities";
  if (truc__before(s, h->tok, LEX_PLACEHEAD)) return false;
  *why = "capital that acts or speaks is its government";
  if (end < s->end &&
      (truc__hit_of(d, end, LEX_ACT) || truc__hit_of(d, end, LEX_SAY)))
    return true;
  *why = "capital beside one that is a government";
  if (after_metonym(s, h->tok)) return true;
  *why = place_reason(s, h);
  if (*why) return false;
  *why = "capital for its government: nothing says that the place is meant";
  return true;
}

uint32_t truc__seat_take(truc__scan *s, const truc__hit *h) {
  uint32_t end = h->tok + h->ntok;
  const char *why;
  bool seat = is_seat(s, h, &why);
  uint32_t m = truc__mention_add(s, h->tok, end, seat ? TRUC_GPE : TRUC_LOC,
                                 seat ? truc__hit_id(h) : NULL, why);
  if (m == TRUC_NONE) return end;
  if (seat) truc__mention_at(s, m)->flags |= TRUC_MF_METONYM;
  truc__office_country(s, m);
  return end;
}

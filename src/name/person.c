/* SPDX-License-Identifier: Apache-2.0 */
/* person.c - people: after an office, after "ông"; spouses; pronouns. */
#include "name/name.h"

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
uint32_t truc__person_read(truc__scan *s, uint32_t tok, const char *why) {
  uint32_t from = skip_foreign_honor(s, tok);
  uint32_t end = truc__run_name(s, from);
  if (end == from && truc__tok_initial(s->d, from)) end++; /* "cháu H." */
  if (end == from) return tok;
  if (end == from + 1 && plain_word(s, from)) return truc__bare_run(s, from);
  const truc__hit *a = truc__hit_in(s->d, from, end, LEX_ACRONYM);
  if (a && from + a->ntok == end) return end; /* "cán bộ CSGT" */
  if (truc__hit_of(s->d, from, LEX_THING_TOKEN)) return tok;
  uint32_t m = truc__mention_add(s, from, end, TRUC_PER, NULL, why);
  if (m == TRUC_NONE) return end;
  if (from > tok && s->expect == tok) s->expect = from;
  truc__office_person(s, m);
  return end;
}

/* "Bí thư Quận ủy Liên Chiểu [Nguyễn Văn A]": a place that counts know. */
uint32_t truc__committee_read(truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  const truc_office *o = &d->office.v[d->office.n - 1];
  if (!truc__same_id(s->w->note.v[o->mention].kind, "party")) return tok;
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
uint32_t truc__small_read(truc__scan *s, uint32_t tok, const char *why) {
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

/* "ANH THƯ" at the end of an article is the author. */
static bool caps_name(const truc__scan *s, uint32_t tok, uint32_t next) {
  const truc_token *t = s->d->token.v;
  return !s->caps && next == tok + 1 && next < s->end &&
         t[tok].shape == TRUC_SHAPE_UPPER &&
         t[next].shape == TRUC_SHAPE_UPPER &&
         truc__run_end(s, tok) == tok + 2 &&
         !truc__has(s->w, next, LEX_ACRONYM);
}

/* "ông Vũ", "bà", "đồng chí Nguyễn Văn A". */
uint32_t truc__honor_read(truc__scan *s, uint32_t tok) {
  truc_doc *d = s->d;
  const truc__hit *h = truc__hit_in(d, tok, s->end, LEX_HONOR);
  if (!h || half_word(s, tok)) return tok;
  if (truc__same_id(truc__hit_id(h), "one") &&
      (truc__run_end(s, tok + 1) != tok + 2 ||
       truc__has(s->w, tok + 1, LEX_ORGHEAD)))
    return tok;
  if (truc__tok_capital(d, tok) && !truc__tok_first(s, tok) &&
      !(h->ntok == 1 && small_pronoun(d, tok)) && !(h->flags & LEX_CAPITAL) &&
      d->token.v[tok].shape != TRUC_SHAPE_UPPER)
    return tok;
  uint32_t next = tok + h->ntok;
  if (caps_name(s, tok, next)) return truc__bare_run(s, tok);
  if (next < s->end &&
      (truc__tok_capital(d, next) || truc__run_end(s, next) > next)) {
    uint32_t run = truc__run_end(s, next);
    bool single = run == next + 1 && truc__tok_first(s, tok) &&
                  !(d->token.v[next].flags & TRUC_TF_FOREIGN);
    if (h->ntok == 1 && !small_pronoun(d, tok) && !single &&
        truc__hit_of(d, tok, LEX_GPE) && !truc__run_vietnamese(d, next, run))
      return tok;
    if (s->expect == tok) s->expect = next;
    const truc__hit *g = truc__country_at(s, next);
    if (g && !(g->flags & LEX_AMBIGUOUS) && next + g->ntok == run)
      return next; /* "giới học giả Hàn Quốc" */
    bool any = truc__same_id(truc__hit_id(h), "any"); /* not "bé Apple" */
    if (any && (g || truc__farthest(s, next).hit) &&
        !truc__run_vietnamese(d, next, truc__run_end(s, next)))
      return next;
    return truc__person_read(s, next, "name after a form of address");
  }
  uint32_t small = truc__small_read(s, next, "name after a form of address");
  if (small > next) return small;
  if (h->ntok == 1 && small_pronoun(d, tok)) {
    uint32_t m = truc__mention_add(s, tok, next, TRUC_PER, NULL, "pronoun");
    if (m == TRUC_NONE) return next;
    d->mention.v[m].form = TRUC_SAID_PRO;
    s->w->note.v[m].kind = truc__hit_id(h);
    return next;
  }
  return tok;
}

/* "Phu nhân" belongs to the person just named. */
uint32_t truc__spouse_read(truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_SPOUSE);
  if (!h) return tok;
  uint32_t end = tok + h->ntok;
  uint32_t m = truc__mention_add(s, tok, end, TRUC_PER, NULL, "spouse");
  if (m == TRUC_NONE) return end;
  truc__mention_at(s, m)->form = TRUC_SAID_TITLE;
  truc__mention_at(s, m)->flags |= TRUC_MF_SPOUSE;
  return end;
}

/* ------------------------------------------------------- pronouns, groups */

uint32_t truc__pro_read(truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_PRO);
  unsigned type = TRUC_GPE;
  if (!h) {
    h = truc__hit_in(s->d, tok, s->end, LEX_GPE_BYNAME);
    if (!h) return tok;
  } else if (truc__same_id(truc__hit_id(h), "both")) {
    type = TRUC_GROUP;
  } else if (truc__same_id(truc__hit_id(h), "he") ||
             truc__same_id(truc__hit_id(h), "she")) {
    type = TRUC_PER;
  }
  uint32_t end = tok + h->ntok;
  uint32_t m = truc__mention_add(s, tok, end, type, NULL, "pronoun");
  if (m == TRUC_NONE) return end;
  bool pair = truc__same_id(truc__hit_id(h), "pair") ||
              truc__same_id(truc__hit_id(h), "both");
  truc__mention_at(s, m)->form = pair ? TRUC_SAID_PAIR : TRUC_SAID_PRO;
  s->w->note.v[m].kind = truc__hit_id(h);
  if (h->cls == LEX_GPE_BYNAME) s->w->note.v[m].id = truc__hit_id(h);
  if (s->expect == tok) truc__office_country(s, m);
  return end;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* flow.c - from whom to whom a sum goes.
**
** "Xuất khẩu của X sang Y đạt ...", "X có 31 dự án tại Y", "Y nhận 3 tỷ USD từ
** X": who gives stands as the subject or behind "của", "từ", who receives
** behind "cho", "sang", "vào"; a verb of taking turns the subject round.  Trade
** both ways, a share, a price go from nobody to nobody: only what is exported,
** invested, given or lent does, or what a verb of giving or taking governs. */
#include "fact/fact.h"
#include "tables/lex.h"

/* So far before the sum its verb of giving or taking may stand. */
#define VERB_REACH 14u

typedef enum { NO_FLOW, GIVES, TAKES, INVESTS } direction;

/* What the code of slot `what` says of itself. */
static direction of_kind(const char *code) {
  static const char *const given[] = {"exports", "oda", "aid", "loan"};
  static const char *const placed[] = {"investment", "registered_capital",
                                       "investment_projects"};
  if (!code) return NO_FLOW;
  for (size_t i = 0; i < sizeof given / sizeof *given; i++)
    if (!strcmp(code, given[i])) return GIVES;
  for (size_t i = 0; i < sizeof placed / sizeof *placed; i++)
    if (!strcmp(code, placed[i])) return INVESTS;
  return strcmp(code, "imports") ? NO_FLOW : TAKES;
}

/* "xuất khẩu ... tăng 12%": the growth is of what was named before it. */
static direction of_growth(const truc_doc *d, uint32_t first, uint32_t tok) {
  for (; tok > first && !truc__tok_is(d, tok - 1, ";"); tok--) {
    const truc__hit *h = truc__hit_at(d, tok - 1, LEX_AMOUNT_WHAT);
    if (h) return of_kind(truc__hit_id(h));
  }
  return NO_FLOW;
}

/* The verb that governs the sum: it is a matter of one clause. */
static direction of_verb(const truc_doc *d, uint32_t first, uint32_t tok,
                         uint32_t *verb_end) {
  *verb_end = TRUC_NONE;
  for (uint32_t n = 0; tok > first && n < VERB_REACH; n++, tok--) {
    if (truc__tok_is(d, tok - 1, ",") || truc__tok_is(d, tok - 1, ";")) break;
    const truc__hit *give = truc__hit_at(d, tok - 1, LEX_GIVING);
    const truc__hit *take = truc__hit_at(d, tok - 1, LEX_TAKING);
    if (!give && !take) continue;
    bool gives = give && (!take || give->ntok >= take->ntok);
    *verb_end = tok - 1 + (gives ? give->ntok : take->ntok);
    return gives ? GIVES : TAKES;
  }
  return NO_FLOW;
}

static direction flow_of(const truc_doc *d, const truc__fact_work *w,
                         const truc__match *m, uint32_t *verb_end) {
  const truc_item *what = truc__first_item(w->item.v, w->item.n, "what");
  const truc_item *unit = truc__first_item(w->item.v, w->item.n, "unit");
  uint32_t first = d->sentence.v[m->sent].tok;
  direction verb = of_verb(d, first, m->anchor, verb_end);
  if (verb != NO_FLOW) return verb;
  if (what && what->code &&
      (!strcmp(what->code, "growth") || !strcmp(what->code, "decline")))
    return of_growth(d, first, m->tok);
  if (unit && unit->code && !strcmp(unit->code, "project")) return INVESTS;
  return of_kind(what ? what->code : NULL);
}

/* Does a phrase of the class end right before `tok`? */
static bool behind(const truc_doc *d, uint32_t first, uint32_t tok, int cls) {
  for (uint32_t n = 1; n <= 2 && tok >= first + n; n++) {
    const truc__hit *h = truc__hit_at(d, tok - n, cls);
    if (h && h->ntok == n) return true;
  }
  return false;
}

typedef enum { ELSEWHERE, FROM, OWNER, TO, SUBJECT, NROLES } role;

static role role_of(const truc_doc *d, const truc__fact_work *w,
                    const truc__match *m, const truc__fchunk *x, direction how,
                    uint32_t verb_end) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (x->tok == verb_end) return how == GIVES ? TO : ELSEWHERE;
  if (behind(d, first, x->tok, LEX_WHITHER)) return TO;
  if (how == INVESTS && x->tok > first && truc__hit_at(d, x->tok - 1, LEX_AT))
    return TO;
  if (behind(d, first, x->tok, LEX_WHENCE)) return FROM;
  /* "mua của Nga 6 tàu ngầm" */
  if (how == TAKES && x->tok == verb_end + 1 && x->tok + x->ntok == m->anchor &&
      behind(d, first, x->tok, LEX_OF))
    return FROM;
  if (behind(d, first, x->tok, LEX_OF))
    return x->tok < m->anchor || how == TAKES ? OWNER : ELSEWHERE;
  if (x->tok > m->anchor) return ELSEWHERE;
  return truc__list_governed(d, w, first, x->tok, m->anchor) ? ELSEWHERE
                                                             : SUBJECT;
}

/* The nearest chunk of each role. */
static void cast(const truc_doc *d, const truc__fact_work *w,
                 const truc__match *m, direction how, uint32_t verb_end,
                 const truc__fchunk *of[NROLES]) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t nearest[NROLES], mask = CH_COUNTRY;
  if (verb_end != TRUC_NONE) mask |= CH_ORG | CH_FORUM;
  for (int r = 0; r < NROLES; r++) {
    of[r] = NULL;
    nearest[r] = UINT32_MAX;
  }
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[s->tok + s->ntok];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (!(x->type & mask) || x->inner || x->credit) continue;
    role r = role_of(d, w, m, x, how, verb_end);
    uint32_t far = x->tok > m->anchor ? x->tok - m->anchor : m->anchor - x->tok;
    if (far >= nearest[r]) continue;
    of[r] = x;
    nearest[r] = far;
  }
}

/* "X cảm ơn | Y (đã) | tặng 5.000 tấn gạo": who is thanked for giving, and who
** thanks. */
static const truc__fchunk *thanked(const truc_doc *d, const truc__fact_work *w,
                                   const truc__match *m,
                                   const truc__fchunk **by) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  *by = NULL;
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[m->anchor]; c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    uint32_t end = x->tok + x->ntok;
    if (x->type != CH_COUNTRY || x->inner) continue;
    if (*by && behind(d, s->tok, x->tok, LEX_PROV_THANK)) {
      if (truc__tok_is(d, end, "đã")) end++;
      if (truc__hit_at(d, end, LEX_GIVING)) return x;
    }
    *by = x;
  }
  return NULL;
}

/* Who gives what the record counts, or who receives it.  A giver alone is only
** somebody who has it; so is one who takes from nobody. */
bool truc__fill_flow(truc_doc *d, truc__fact_work *w, const char *slot,
                     const truc__match *m, bool giver) {
  uint32_t verb_end;
  direction how = flow_of(d, w, m, &verb_end);
  const truc__fchunk *of[NROLES], *from, *to;
  if (how == NO_FLOW) return false;
  /* "đứng thứ 43 trong 129 quốc gia đầu tư vào Y": they invest, not who
  ** stands among them */
  if (giver && m->tok > d->sentence.v[m->sent].tok &&
      (truc__tok_is(d, m->tok - 1, "trong") ||
       truc__tok_is(d, m->tok - 1, "số")))
    return false;
  cast(d, w, m, how, verb_end, of);
  if (how == TAKES) {
    /* "nhập khẩu của X" */
    bool owned = of[OWNER] && of[OWNER]->tok < m->anchor;
    to = owned ? of[OWNER] : of[SUBJECT] ? of[SUBJECT] : of[TO];
    from = of[FROM] || owned ? of[FROM] : of[OWNER];
    if (!from) return false;
  } else {
    to = of[TO];
    from = of[FROM] ? of[FROM] : of[OWNER] ? of[OWNER] : of[SUBJECT];
    if (!to && !(from = thanked(d, w, m, &to))) return false;
  }
  if (from && to && from->entity == to->entity) return false;
  const truc__fchunk *found = giver ? from : to;
  if (found) truc__item_chunk(d, w, slot, found);
  return found != NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* date.c - which reading of a date is taken, and what is noted of it. */
#include "lex.h"
#include "value/value.h"

/* ------------------------------------------------------------------ writing */

truc_value *truc__add_moment(truc__found *f, uint32_t tok, uint32_t ntok,
                             const truc__moment *m) {
  truc_value *v = truc__found_add(f, TRUC_VAL_DATE, tok, ntok);
  if (!v) return NULL;
  v->start = m->start;
  v->end = m->end;
  v->precision = m->precision;
  if (m->interval) v->flags |= TRUC_VF_INTERVAL;
  if (m->now) v->flags |= TRUC_VF_NOW;
  f->w[f->n - 1] = m->when;
  f->ntok = tok + ntok - f->v[0].tok;
  return v;
}

/* Tense, and whether it is a date at all or part of a name. */
static void look_round(const truc__reader *r, truc__found *f) {
  for (unsigned i = 0; i < f->n; i++) {
    truc_value *v = &f->v[i];
    if (v->kind != TRUC_VAL_DATE) continue;
    f->w[i].tense = (int8_t)truc__clause_tense(r, v->tok, v->ntok);
    bool named = (r->sign[v->tok].inside & INSIDE_NAME) &&
                 !truc__phrase_len(r, v->tok, LEX_TIME_QUARTER);
    bool bare = truc__year_token(r, v->tok) > 0;
    bool plain = bare || truc__is_word(r, v->tok, "năm");
    if (v->precision == TRUC_PREC_YEAR && plain)
      named = named || truc__in_title(r, v->tok, bare) ||
              (bare && v->ntok == 1 && !truc__year_is_placed(r, v->tok));
    if (v->precision == TRUC_PREC_DAY && truc__split_dmy(r, v->tok).n)
      named = named || truc__phrase_back(r, v->tok, LEX_TIME_EVENT);
    if (v->precision == TRUC_PREC_MONTH) /* Cách mạng Tháng Tám */
      named = named || (truc__is_word(r, v->tok, "Tháng") &&
                        truc__is_capital_token(r, v->tok + 1) &&
                        !truc__is_first(r, v->tok));
    if (named) v->flags |= TRUC_VF_INNAME;
    if (truc__compared(r, v->tok)) v->flags |= TRUC_VF_COMPARED;
    const truc__hit *about = truc__phrase_back(r, v->tok, LEX_MOD_APPROX);
    if (about && !(about->flags & LEX_AMBIGUOUS)) { /* khoảng năm 2010 */
      v->mod = TRUC_MOD_APPROX;
      v->mod_tok = about->tok;
      v->mod_ntok = about->ntok;
    }
  }
}

/* -------------------------------------------------------------------- entry */

/* "Đến tháng 8/2018, …", "tính đến ngày 22/5" */
static bool is_as_of(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase_back(r, tok, LEX_TIME_TO);
  if (!h || truc__mark_at(r, h->tok) == '-') return false;
  return h->tok == r->begin || truc__mark_at(r, h->tok - 1) == ',' ||
         truc__is_word(r, h->tok - 1, "tính") ||
         truc__is_word(r, h->tok - 1, "Tính");
}

/* A single moment, and the hints it gives about the day of the text. */
static void read_single(const truc__reader *r, uint32_t tok, truc__moment m,
                        truc__found *f) {
  if (!m.ntok) return;
  if (m.start.year && m.precision != TRUC_PREC_YEAR && is_as_of(r, tok))
    m.when.hint |= HINT_UNTIL;
  if ((m.when.hint & HINT_WITHIN) && !truc__happened(r, tok))
    m.when.hint = (uint8_t)(m.when.hint & ~HINT_WITHIN);
  truc__add_moment(f, tok, m.ntok, &m);
}

/* "bắt đầu chuyến thăm từ ngày 27 đến 30/11" */
static void note_begin(const truc__reader *r, truc__found *f) {
  if (f->n != 1 || !(f->v[0].flags & TRUC_VF_INTERVAL)) return;
  for (uint32_t k = 1; k <= 12 && f->v[0].tok >= r->begin + k; k++)
    if (truc__phrase_len(r, f->v[0].tok - k, LEX_TIME_BEGIN)) {
      f->w[0].hint |= HINT_BEGINS;
      return;
    }
}

/* "ngày 31-3 hằng năm", "thứ Hai hằng tuần": no day of the calendar. */
static void note_every(const truc__reader *r, truc__found *f) {
  if (f->n != 1) return;
  truc_value *v = &f->v[0];
  truc__pending *w = &f->w[0];
  const truc__hit *h = truc__phrase(r, v->tok + v->ntok, LEX_TIME_EVERY);
  if (!h) return;
  bool yearly = truc__hit_id(h)[0] == 'y' && !v->start.year && v->start.month &&
                w->base == BASE_NONE && !w->year_base;
  bool weekly = truc__hit_id(h)[0] == 'w' && w->base == BASE_WEEKDAY;
  if (!yearly && !weekly) return;
  if (yearly) w->hint = HINT_YEARLY;
  if (weekly) {
    w->base = BASE_TEXT;
    v->precision = TRUC_PREC_NONE;
    v->basis = "every week";
  }
  v->flags |= TRUC_VF_SET;
  v->ntok += h->ntok;
  f->ntok = v->ntok;
}

/* The longest so far; a reader leaves x->ntok 0 if it finds nothing. */
static void keep_longer(truc__found *f, truc__found *x) {
  if (x->ntok > f->ntok) *f = *x;
  x->ntok = x->n = 0;
}

void truc__read_date(const truc__reader *r, uint32_t tok, truc__found *f) {
  const uint64_t may = r->sign[tok].begins;
  truc__moment m = truc__read_moment(r, tok);
  truc__found x;
  f->ntok = f->n = x.ntok = x.n = 0;
  read_single(r, tok, m, f);
  truc__read_interval(r, tok, &m, &x);
  keep_longer(f, &x);
  truc__read_lunar(r, tok, &m, &x);
  keep_longer(f, &x);
  if (may & (BIT_DIGITS | BIT(TIME_FROM))) truc__read_years(r, tok, &x);
  keep_longer(f, &x);
  if (may & TRUC__SERIES) truc__read_series(r, tok, &x);
  keep_longer(f, &x);
  if (may & TRUC__NUMBERS) truc__read_months(r, tok, &x);
  keep_longer(f, &x);
  if (may & (TRUC__NUMBERS | BIT(UNIT_HALF))) truc__read_counted(r, tok, &x);
  keep_longer(f, &x);
  if (!f->n) return;
  note_begin(r, f);
  note_every(r, f);
  look_round(r, f);
}

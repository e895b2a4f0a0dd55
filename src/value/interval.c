/* SPDX-License-Identifier: Apache-2.0 */
/* interval.c - from one moment to another.
**
**     interval = [from] side to side          từ ngày 27 đến 30/11, 27-30/11
**              | from side until              từ năm 2016 đến nay
**
** The side that lacks a month or a year takes it from the other. */
#include "lex.h"
#include "value/value.h"

/* One side: a moment, or a number whose meaning the other side gives. */
typedef struct side {
  truc__moment m;
  int bare; /* "27", "2016", "3"; -1 if a moment */
} side;

static side read_side(const truc__reader *r, uint32_t tok, bool after_from) {
  side s = {truc__no_moment(), -1};
  if (tok >= r->end) return s;
  s.m = truc__read_moment(r, tok);
  if (s.m.ntok || !truc__is_digits(r, tok)) return s;
  if (after_from && (s.m.ntok = truc__hyphen_day(r, tok, &s.m)) != 0) {
    s.m.ntok += truc__trailing_year(r, tok + 3, &s.m);
    return s;
  }
  int v = truc__small_int(r, tok);
  if (v < 1 || v > 2999) return s;
  s.bare = v;
  s.m.ntok = 1;
  return s;
}

/* Gives the number on one side the meaning of the other side. */
static bool explain_bare(side *s, const truc__moment *like) {
  truc_date x = {0, 0, 0};
  if (s->bare < 0) return true;
  if (like->when.base || like->interval) return false;
  switch (like->precision) {
    case TRUC_PREC_DAY:
      if (s->bare > 31) return false;
      x.day = (uint8_t)s->bare;
      break;
    case TRUC_PREC_MONTH:
      if (s->bare > 12) return false;
      x.month = (uint8_t)s->bare;
      break;
    case TRUC_PREC_YEAR:
      if (s->bare < 1000) return false;
      x.year = (int16_t)s->bare;
      break;
    default: return false;
  }
  s->m.start = s->m.end = x;
  s->m.precision = like->precision;
  return true;
}

/* The month before, for "ngày 28 đến 3/12". */
static void step_month_back(truc_date *x) {
  if (x->month > 1) {
    x->month--;
    return;
  }
  x->month = 12;
  if (x->year) x->year--;
}

bool truc__carry(truc__moment *a, truc__moment *b) {
  truc_date *s = &a->start, *e = &b->end;
  if (a->precision == TRUC_PREC_DAY) {
    if (!s->month && e->month) {
      s->month = e->month;
      s->year = e->year;
      if (s->day > e->day) step_month_back(s);
      b->when.month_carried = true;
    } else if (s->month && !e->month) {
      e->month = s->month;
      e->year = s->year;
    }
  }
  truc_date as = *s, ae = *e;
  as.year = ae.year = 0;
  bool turns = truc__date_compare(as, ae) > 0;
  if (e->year && !s->year) s->year = (int16_t)(e->year - turns);
  if (s->year && !e->year) e->year = (int16_t)(s->year + turns);
  if (!truc__date_valid(s->year, s->month, s->day) ||
      !truc__date_valid(e->year, e->month, e->day))
    return false;
  return !s->year || truc__date_compare(*s, *e) <= 0;
}

/* (21/9/1973-21/9/2023): the day and its anniversary, not fifty years. */
static bool is_anniversary(const truc__moment *a, const truc__moment *b) {
  return a->precision == TRUC_PREC_DAY && a->start.year && b->start.year &&
         a->start.year < b->start.year && a->start.month == b->start.month &&
         a->start.day == b->start.day;
}

/* "50 năm … (1973-2023)": the number of years stands before. */
static bool years_said(const truc__reader *r, uint32_t tok, int years) {
  for (uint32_t k = 2; k <= 25 && tok >= r->begin + k; k++) {
    uint32_t at = tok - k;
    if (!truc__is_word(r, at + 1, "năm")) continue;
    truc__num n = truc__read_number(r, at);
    int v = truc__small_int(r, at);
    if (v == years || (n.ntok == 1 && n.exponent == 0 && n.mantissa == years))
      return true;
  }
  return false;
}

static bool is_year_anniversary(const truc__reader *r, uint32_t tok,
                                const truc__moment *a, const truc__moment *b) {
  return a->precision == TRUC_PREC_YEAR && !a->when.base && !b->when.base &&
         truc__mark_at(r, tok - 1) == '(' &&
         years_said(r, tok, b->start.year - a->start.year);
}

/* Is a jubilee kept here, so that its year is that of the text, or is it still
** ahead?  "(21/10/2016 - 21/10/2017)" is neither, but a term of one year. */
static uint8_t jubilee_hint(const truc__reader *r, uint32_t tok, int years) {
  uint8_t hint = 0;
  for (uint32_t k = 1; k <= 60 && tok >= r->begin + k; k++) {
    if (truc__phrase_len(r, tok - k, LEX_TIME_TOWARD)) return HINT_AHEAD;
    if (years >= 5 && truc__phrase_len(r, tok - k, LEX_TIME_JUBILEE))
      hint = HINT_ANNIVERSARY;
  }
  return hint;
}

static void add_anniversary(const truc__reader *r, uint32_t tok, uint32_t sep,
                            truc__moment *a, truc__moment *b, truc__found *f) {
  truc__add_moment(f, tok, a->ntok, a);
  b->when.hint |= jubilee_hint(r, tok, b->start.year - a->start.year);
  truc__add_moment(f, tok + a->ntok + sep, b->ntok, b);
}

/* Length of what joins the two sides. */
static uint32_t read_to(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_TO);
  return h ? h->ntok : 0;
}

bool truc__same_kind(const truc__moment *a, const truc__moment *b) {
  if (a->now || b->now || a->precision != b->precision) return false;
  if (b->when.base) return false;
  return !a->when.base || a->when.base == BASE_PUB;
}

/* "từ nay đến 30/11", "từ nay đến năm 2030": today, this year. */
static side read_from_now(const truc__reader *r, uint32_t tok) {
  side s = {truc__no_moment(), -1};
  uint32_t to = truc__phrase_len(r, tok + 1, LEX_TIME_TO);
  if (!truc__is_word(r, tok, "nay") || !to) return s;
  truc__moment b = truc__read_moment(r, tok + 1 + to);
  if (!b.ntok || b.when.base || b.now || b.interval) return s;
  s.m.precision = b.precision;
  s.m.when.base = BASE_PUB;
  s.m.when.unit = "ydmy"[b.precision & 3];
  s.m.marked = true;
  s.m.ntok = 1;
  return s;
}

void truc__add_interval(uint32_t tok, uint32_t ntok, const truc__moment *a,
                        const truc__moment *b, truc__found *f) {
  truc__moment m = *b;
  m.start = a->start;
  m.interval = true;
  m.when.hint = 0;
  if (a->when.base) {
    m.when.base = a->when.base;
    m.when.unit = a->when.unit;
    m.when.shift = a->when.shift;
    m.when.hint = HINT_START;
  }
  if (!m.when.year_base) {
    m.when.year_base = a->when.year_base;
    m.when.year_shift = a->when.year_shift;
  }
  truc__add_moment(f, tok, ntok, &m);
}

/* "từ năm 2016 đến nay", "kể từ ngày 1/7" */
static bool read_open(const truc__reader *r, uint32_t tok, uint32_t from,
                      const truc__moment *a, truc__found *f) {
  uint32_t until = truc__phrase_len(r, tok + from + a->ntok, LEX_TIME_UNTIL);
  bool since = truc__phrase_len(r, tok, LEX_TIME_SINCE) > 0;
  if (!until && !since) return false;
  if (a->now || a->when.base == BASE_LAST || !a->precision) return false;
  truc__moment m = *a;
  m.end = (truc_date){0, 0, 0};
  m.interval = false;
  truc_value *v = truc__add_moment(f, tok, from + a->ntok + until, &m);
  if (v) v->flags |= TRUC_VF_OPEN;
  return v != NULL;
}

void truc__read_interval(const truc__reader *r, uint32_t tok,
                         const truc__moment *first, truc__found *f) {
  if (!first->ntok && !truc__may_any(r, tok, BIT_DIGITS | BIT(TIME_FROM)))
    return;
  uint32_t from = truc__phrase_len(r, tok, LEX_TIME_FROM), at = tok + from;
  side a = {*first, -1};
  if (from || !first->ntok) a = read_side(r, at, from > 0);
  if (from && !a.m.ntok) a = read_from_now(r, at);
  if (!a.m.ntok) return;
  uint32_t sep = read_to(r, at + a.m.ntok);
  if (a.bare < 0 && from && read_open(r, tok, from, &a.m, f)) return;
  if (!sep) return;
  side b = read_side(r, at + a.m.ntok + sep, from > 0);
  if (!b.m.ntok) return;
  if (a.bare >= 0 && b.bare >= 0) return;
  bool dash = truc__mark_at(r, at + a.m.ntok) == '-';
  if (b.bare >= 0 && !(a.m.marked && (from || dash))) return;
  if (!explain_bare(&a, &b.m) || !explain_bare(&b, &a.m)) return;
  if (!truc__same_kind(&a.m, &b.m)) return;
  if (is_anniversary(&a.m, &b.m) || is_year_anniversary(r, at, &a.m, &b.m)) {
    add_anniversary(r, at, sep, &a.m, &b.m, f);
    return;
  }
  if (!truc__carry(&a.m, &b.m)) return;
  truc__add_interval(tok, from + a.m.ntok + sep + b.m.ntok, &a.m, &b.m, f);
}

/* "2016-2020": two years and nothing else. */
void truc__read_years(const truc__reader *r, uint32_t tok, truc__found *f) {
  uint32_t from = truc__phrase_len(r, tok, LEX_TIME_FROM), at = tok + from;
  int a = truc__year_token(r, at);
  uint32_t sep = a ? read_to(r, at + 1) : 0;
  int b = sep ? truc__year_token(r, at + 1 + sep) : 0;
  bool usual = a >= 1800 && b <= 2200 && a < b;
  if (!usual || truc__phrase_len(r, at + 2 + sep, LEX_UNIT_COUNT) ||
      truc__phrase_len(r, at + 2 + sep, LEX_UNIT_MONEY))
    return;
  truc__moment x, y;
  memset(&x, 0, sizeof x);
  x.precision = TRUC_PREC_YEAR;
  x.ntok = 1;
  y = x;
  x.start = x.end = (truc_date){(int16_t)a, 0, 0};
  y.start = y.end = (truc_date){(int16_t)b, 0, 0};
  if (is_year_anniversary(r, at, &x, &y))
    add_anniversary(r, at, sep, &x, &y, f);
  else
    truc__add_interval(tok, from + 2 + sep, &x, &y, f);
}

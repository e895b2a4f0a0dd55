/* SPDX-License-Identifier: Apache-2.0 */
/* date.c - intervals and series of moments.
**
**     interval = [from] side to side          từ ngày 27 đến 30/11, 27-30/11
**              | from side until              từ năm 2016 đến nay
**     series   = [number] "ngày" d {, d} và day      hai ngày 20 và 21/5
**
** The side that lacks a month or a year takes it from the other. */
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

/* ---------------------------------------------------------------- intervals */

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

/* Carries month and year from side to side. */
static bool carry(truc__moment *a, truc__moment *b) {
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

static bool same_kind(const truc__moment *a, const truc__moment *b) {
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

static void add_interval(uint32_t tok, uint32_t ntok, const truc__moment *a,
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

/* `first` is the moment at `tok`, if there is one. */
static void read_interval(const truc__reader *r, uint32_t tok,
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
  if (!same_kind(&a.m, &b.m)) return;
  if (is_anniversary(&a.m, &b.m) || is_year_anniversary(r, at, &a.m, &b.m)) {
    add_anniversary(r, at, sep, &a.m, &b.m, f);
    return;
  }
  if (!carry(&a.m, &b.m)) return;
  add_interval(tok, from + a.m.ntok + sep + b.m.ntok, &a.m, &b.m, f);
}

/* "2016-2020": two years and nothing else. */
static void read_years(const truc__reader *r, uint32_t tok, truc__found *f) {
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
    add_interval(tok, from + 2 + sep, &x, &y, f);
}

/* ------------------------------------------------------------------- series */

typedef struct days {
  int day[FOUND_MAX];
  uint32_t tok[FOUND_MAX];
  unsigned n;
} days;

/* "27, 28 và" */
static uint32_t read_day_list(const truc__reader *r, uint32_t tok, days *l) {
  uint32_t at = tok;
  for (l->n = 0; l->n < FOUND_MAX - 1;) {
    int v = truc__small_int(r, at);
    if (v < 1 || v > 31) break;
    uint32_t join = truc__phrase_len(r, at + 1, LEX_TIME_AND);
    if (!join) break;
    l->day[l->n] = v;
    l->tok[l->n++] = at;
    at += 1 + join;
  }
  return at;
}

static bool consecutive(const days *l, truc_date last) {
  for (unsigned i = 0; i < l->n; i++)
    if (l->day[i] + (int)(l->n - i) != last.day) return false;
  return true;
}

/* "hai ngày 31/5 và 1/6": two days in a row, both with their month. */
static void read_pair(const truc__reader *r, uint32_t tok, uint32_t at,
                      truc__found *f) {
  truc__moment a = truc__read_moment(r, at);
  if (!a.ntok || a.precision != TRUC_PREC_DAY || a.when.base) return;
  if (!truc__is_word(r, at + a.ntok, "và")) return;
  uint32_t second = at + a.ntok + 1;
  if (second >= r->end) return;
  truc__moment b = truc__read_moment(r, second);
  if (!b.ntok || !same_kind(&a, &b) || !a.start.month || !b.start.month) return;
  if (!carry(&a, &b)) return;
  truc_date x = a.start, y = b.end;
  if (!x.year) x.year = y.year = 2001;
  if (truc__date_days(y) - truc__date_days(x) != 1) return;
  add_interval(tok, second + b.ntok - tok, &a, &b, f);
}

/* "hai ngày 7-8/6", "trong ba ngày từ 20 đến 22/11" */
static void read_stretch(const truc__reader *r, uint32_t tok, uint32_t at,
                         truc__found *f) {
  truc__moment m = truc__read_moment(r, at);
  read_interval(r, at, &m, f);
  bool stretch = f->n == 1 && (f->v[0].flags & TRUC_VF_INTERVAL) &&
                 f->v[0].precision == TRUC_PREC_DAY;
  if (!stretch) {
    f->n = f->ntok = 0;
    return;
  }
  f->v[0].tok = tok;
  f->v[0].ntok += at - tok;
  f->ntok = f->v[0].ntok;
}

/* The two days of "28,29", which is one number; false if it is no such pair. */
static bool split_comma(const truc__reader *r, uint32_t tok, int day[2]) {
  if (!truc__is_digits(r, tok)) return false;
  const char *s = truc__tok_text(r->d, tok);
  uint32_t n = r->d->token.v[tok].text_len, k = 0;
  day[0] = day[1] = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (s[i] >= '0' && s[i] <= '9' && day[k] < 10)
      day[k] = day[k] * 10 + (s[i] - '0');
    else if (s[i] != ',' || ++k > 1)
      return false;
  }
  return k == 1 && day[0] > 0 && day[1] == day[0] + 1;
}

/* "ngày 28,29 tháng 5" */
static void read_comma_days(const truc__reader *r, uint32_t tok, uint32_t at,
                            truc__found *f) {
  int day[2];
  uint32_t ntok;
  if (!split_comma(r, at, day) || !truc__is_word(r, at + 1, "tháng")) return;
  int month = at + 2 < r->end ? truc__small_number(r, at + 2, &ntok) : 0;
  if (month < 1 || !truc__date_valid(0, month, day[1])) return;
  truc__moment m = truc__no_moment();
  truc__set_point(&m, (truc_date){0, (uint8_t)month, (uint8_t)day[0]},
                  TRUC_PREC_DAY);
  m.end.day = (uint8_t)day[1];
  m.interval = true;
  uint32_t end = at + 2 + ntok;
  end += truc__trailing_year(r, end, &m);
  truc__add_moment(f, tok, end - tok, &m);
}

static void read_series(const truc__reader *r, uint32_t tok, truc__found *f) {
  static const char each[] = "các những hai ba bốn Các Những Hai Ba Bốn";
  uint32_t at = tok;
  days l;
  const uint64_t day_word = BIT(TIME_DAY) | BIT(TIME_PART);
  if (!truc__may_any(r, tok, day_word) &&
      !truc__may_any(r, tok + 1, day_word) &&
      !truc__may_any(r, tok + 2, day_word))
    return;
  if (truc__is_any(r, at, "trong Trong")) at++;
  bool counted = truc__small_int(r, at) > 0;
  if (truc__may(r, at, LEX_NUM_WORD) || truc__may(r, at, LEX_VALUE_BEGIN))
    counted = counted || truc__is_any(r, at, each);
  at += counted;
  uint32_t day = truc__phrase_len(r, at, LEX_TIME_DAY);
  if (!day) day = truc__phrase_len(r, at, LEX_TIME_PART);
  if (!day) return;
  read_comma_days(r, tok, at + day, f);
  if (f->ntok) return;
  uint32_t end = read_day_list(r, at + day, &l);
  if (!l.n && counted && at + day < r->end) {
    read_pair(r, tok, at + day, f);
    if (!f->n) read_stretch(r, tok, at + day, f);
  }
  if (!l.n || end >= r->end) return;
  truc__moment m = truc__read_moment(r, end);
  if (!m.ntok || m.precision != TRUC_PREC_DAY || !m.start.month || m.when.base)
    return;
  for (unsigned i = 0; i < l.n; i++)
    if (l.day[i] >= m.start.day) return;
  m.when.month_carried = true;
  if (consecutive(&l, m.start)) {
    truc__moment a = m;
    a.start.day = (uint8_t)l.day[0];
    add_interval(tok, end + m.ntok - tok, &a, &m, f);
    return;
  }
  for (unsigned i = 0; i < l.n; i++) {
    truc__moment x = m;
    x.start.day = x.end.day = (uint8_t)l.day[i];
    uint32_t first = i ? l.tok[i] : tok;
    truc__add_moment(f, first, l.tok[i] + 1 - first, &x);
  }
  m.when.month_carried = false;
  truc__add_moment(f, end, m.ntok, &m);
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
  read_interval(r, tok, &m, &x);
  keep_longer(f, &x);
  truc__read_lunar(r, tok, &m, &x);
  keep_longer(f, &x);
  if (may & (BIT_DIGITS | BIT(TIME_FROM))) read_years(r, tok, &x);
  keep_longer(f, &x);
  if (may & TRUC__SERIES) read_series(r, tok, &x);
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

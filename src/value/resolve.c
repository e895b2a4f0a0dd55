/* SPDX-License-Identifier: Apache-2.0 */
/* resolve.c - what a date lacks, in the order of the text: from the day that
** the text speaks from (reference.c) and from the dates before it. */
#include "value/resolve.h"

/* ------------------------------------------------------------ years, months */

/* Some day of the date, for distances. */
static int32_t about(truc_date x) {
  truc_date y = {x.year, x.month ? x.month : 7, x.day ? x.day : 15};
  if (x.month && !x.day) y.day = 15;
  return truc__date_days(y);
}

/* How badly a date lies, given the tense.  A marker somewhere in the clause
** may belong to another verb, so it forbids nothing within six weeks; one at
** the date itself ("hồi tháng 3") forbids all but half a month, the middle
** of which stands for it.  Where the tense is not said, news speak of the
** past more often than of a far future: of 15 dates in 1,121 dated articles
** that lie nearest more than six weeks ahead, 13 were past.  So the future
** counts threefold beyond six weeks. */
static int32_t cost(int32_t ahead, int tense) {
  int32_t distance = ahead < 0 ? -ahead : ahead;
  int32_t slack = tense == 2 || tense == -2 ? 16 : 45;
  if (tense > 0 && ahead < -slack) distance += 1000;
  if (tense < 0 && ahead > slack) distance += 1000;
  if (tense == 0 && ahead > slack) distance *= 3;
  return distance;
}

/* The year in which month and day lie nearest to the publication date. */
static int16_t nearest_year(const truc__valuework *w, truc_date x, int tense) {
  int16_t best = 0;
  int32_t least = INT32_MAX;
  for (int shift = -1; shift <= 1; shift++) {
    truc_date y = {(int16_t)(w->ref.year + shift), x.month, x.day};
    if (!truc__date_valid(y.year, y.month, y.day)) continue;
    int32_t c = cost(about(y) - about(w->ref), tense);
    if (c < least) {
      least = c;
      best = y.year;
    }
  }
  return best;
}

static int16_t missing_year(const truc__resolver *s, truc_date x, int tense) {
  const truc__valuework *w = s->w;
  if (!w->ref.year) return 0;
  if (w->ref_from_text || w->ref_precision == TRUC_PREC_YEAR)
    return truc__date_valid(w->ref.year, x.month, x.day) ? w->ref.year : 0;
  return nearest_year(w, x, tense);
}

/* "ngày 27" without a month: nearest to the publication date. */
static bool fill_month(const truc__resolver *s, truc_date *x, int tense) {
  const truc__valuework *w = s->w;
  if (!w->ref.month || w->ref_precision < TRUC_PREC_DAY || !w->ref.day) {
    if (!s->last.month) return false;
    x->month = s->last.month;
    x->year = s->last.year;
    return truc__date_valid(x->year, x->month, x->day);
  }
  int16_t base = w->ref.year ? w->ref.year : 2001;
  truc_date ref = {base, w->ref.month, 15}, best = {0, 0, 0};
  truc_date day = {base, w->ref.month, w->ref.day};
  int32_t least = INT32_MAX;
  for (int shift = -1; shift <= 1; shift++) {
    truc_date y = truc__date_add_months(ref, shift);
    y.day = x->day;
    if (!truc__date_valid(y.year, y.month, y.day)) continue;
    int32_t ahead = truc__date_days(y) - truc__date_days(day);
    int32_t c = ahead < 0 ? -ahead : ahead;
    if ((tense > 0 && ahead < -3) || (tense < 0 && ahead > 3)) c += 100;
    if (c < least) {
      least = c;
      best = y;
    }
  }
  if (!best.month) return false;
  *x = best;
  if (!w->ref.year) x->year = 0;
  return true;
}

/* ---------------------------------------------------------------- absolutes */

typedef enum year_source {
  YEAR_EXPLICIT,
  YEAR_PUB,
  YEAR_TEXT,
  YEAR_LAST,
  YEAR_NEIGHBOUR,
  YEAR_UNKNOWN,
  YEAR_INFERRED
} year_source;

static const char *basis_of(bool carried, year_source y) {
  static const char *const plain[] = {
      "explicit",
      "year from the publication date",
      "year from the text",
      "year from the date before",
      "year from the date beside it",
      "year not stated",
      "year from the inferred publication date"};
  static const char *const with_month[] = {
      "month carried back",
      "month carried back, year from the publication date",
      "month carried back, year from the text",
      "month carried back, year from the date before",
      "month carried back, year from the date beside it",
      "month carried back, year not stated",
      "month carried back, year from the inferred publication date"};
  return carried ? with_month[y] : plain[y];
}

/* Are two values joined by one token, "và", "hoặc" or a comma? */
static bool joined(const truc_doc *d, const truc_value *a,
                   const truc_value *b) {
  uint32_t tok = a->tok + a->ntok;
  if (a->sent != b->sent || b->tok != tok + 1) return false;
  const char *s = truc__tok_text(d, tok);
  uint32_t n = d->token.v[tok].text_len;
  return (n == 1 && s[0] == ',') || (n == 3 && !memcmp(s, "v\xC3\xA0", 3)) ||
         (n == 6 && !memcmp(s,
                            "ho\xE1\xBA\xB7"
                            "c",
                            6));
}

/* "tháng 7 và tháng 11-2022", "ngày 3/6/2023 và 5/7": one year for both. */
static int16_t neighbour_year(const truc__resolver *s) {
  const truc_doc *d = s->d;
  const truc_value *v = &d->value.v[s->at];
  for (int side = -1; side <= 1; side += 2) {
    if (side < 0 ? s->at == 0 : s->at + 1 == d->value.n) continue;
    const truc_value *o = v + side;
    if (!is_date(o) || o->precision != v->precision) continue;
    if ((&s->w->when.v[s->at])[side].base || !o->start.month) continue;
    if (side < 0 && strncmp(o->basis, "explicit", 8)) continue;
    if (!o->start.year) continue;
    if (side < 0 ? !joined(d, o, v) : !joined(d, v, o)) continue;
    bool turns = side < 0 ? v->start.month < o->start.month
                          : v->start.month > o->start.month;
    return (int16_t)(o->start.year + (turns ? -side : 0));
  }
  return 0;
}

/* A stay written with its year, and days around it, are of one year. */
#define AROUND 7

static bool states_year(const truc_value *v) {
  return is_date(v) && !(v->flags & (TRUC_VF_INNAME | TRUC_VF_COMPARED)) &&
         v->end.year <= v->start.year + 1 && v->precision == TRUC_PREC_DAY &&
         v->start.year && v->start.day && v->end.day &&
         (!strcmp(v->basis, "explicit") ||
          !strcmp(v->basis, "month carried back"));
}

/* "Từ ngày 27 đến 30/11/2023, ... Ngày 27/11, ...": without a publication date,
** the year of the last stay or day that holds this one. */
static int16_t year_of_stay(const truc__resolver *s, truc_date x) {
  uint32_t first = s->at > NEIGHBOURS ? s->at - NEIGHBOURS : 0;
  for (uint32_t i = s->at; x.day && i-- > first;) {
    const truc_value *v = &s->d->value.v[i];
    if (!states_year(v)) continue;
    for (int year = v->start.year - 1; year <= v->end.year + 1; year++) {
      x.year = (int16_t)year;
      if (!truc__date_valid(x.year, x.month, x.day)) continue;
      int32_t day = truc__date_days(x);
      if (day >= truc__date_days(v->start) - AROUND &&
          day <= truc__date_days(v->end) + AROUND)
        return x.year;
    }
  }
  return 0;
}

/* Year of "tháng 3 năm ngoái", "tháng 11 cùng năm". */
static year_source hanging_year(const truc__resolver *s, const truc__pending *w,
                                truc_date *x) {
  bool last = w->year_base == BASE_LAST;
  int base = last && s->last.year ? s->last.year : s->w->ref.year;
  if (!base) return YEAR_UNKNOWN;
  x->year = (int16_t)(base + w->year_shift);
  if (last && s->last.year) return YEAR_LAST;
  return s->w->ref_from_text ? YEAR_TEXT : YEAR_PUB;
}

static void set_end_year(truc_value *v) {
  truc_date a = v->start, b = v->end;
  a.year = b.year = 0;
  bool turns = truc__date_compare(a, b) > 0;
  v->end.year = v->start.year ? (int16_t)(v->start.year + turns) : 0;
}

static void resolve_absolute(truc__resolver *s, truc_value *v,
                             const truc__pending *w) {
  bool open = v->flags & TRUC_VF_OPEN;
  year_source y = YEAR_EXPLICIT;
  if (!v->start.month && v->start.day && !v->start.year) {
    if (!fill_month(s, &v->start, w->tense)) {
      v->basis = "month not stated";
      return;
    }
    v->end = open ? v->end : v->start;
    v->basis = s->w->ref.day
                   ? truc__by_pub(s, "month from the publication date",
                                  "month from the inferred publication date")
                   : "month from the date before";
    if (s->w->ref_from_text && s->w->ref.day)
      v->basis = "month from the day of the text";
    if (s->w->ref.day) v->flags |= TRUC_VF_RELATIVE;
    return;
  }
  if (!v->start.year) {
    if (w->year_base) {
      y = hanging_year(s, w, &v->start);
    } else if ((v->start.year = neighbour_year(s)) != 0) {
      y = YEAR_NEIGHBOUR;
    } else if (!s->w->ref.year &&
               (v->start.year = year_of_stay(s, v->start)) != 0) {
      y = YEAR_LAST;
    } else {
      v->start.year = missing_year(s, v->start, w->tense);
      y = !v->start.year        ? YEAR_UNKNOWN
          : s->w->ref_from_text ? YEAR_TEXT
                                : YEAR_PUB;
    }
    if (!open) set_end_year(v);
  }
  bool inferred = y == YEAR_PUB && s->d->date_inferred;
  v->basis = basis_of(w->month_carried, inferred ? YEAR_INFERRED : y);
  if (y == YEAR_PUB) v->flags |= TRUC_VF_RELATIVE;
}

/* "từ hôm nay đến 30/11" */
static void resolve_start(truc__resolver *s, truc_value *v,
                          const truc__pending *w) {
  bool filled = !v->end.year;
  truc_value first = *v;
  truc__resolve_relative(s, &first, w);
  truc_value last = *v;
  last.start = last.end;
  resolve_absolute(s, &last, w);
  v->start = first.start;
  v->end = last.end;
  filled = filled && v->end.year && !w->year_base;
  if (filled && truc__date_compare(v->start, v->end) > 0)
    v->end.year++; /* "từ hôm nay (20/12) đến 5/1" */
  v->basis = first.basis;
  v->flags |= (uint8_t)(first.flags & TRUC_VF_RELATIVE);
  if (!first.precision) { /* the end alone is known */
    v->flags |= TRUC_VF_OPEN;
    v->start = (truc_date){0, 0, 0};
  }
}

static void resolve_now(truc__resolver *s, truc_value *v) {
  v->start = v->end = s->w->ref;
  v->precision = s->w->ref_precision;
  v->basis = s->w->ref_from_text ? "the day of the text"
                                 : truc__publication_basis(s->d);
  if (!v->precision) v->basis = "not resolved";
  v->flags |= TRUC_VF_RELATIVE;
}

static void resolve_one(truc__resolver *s, truc_value *v,
                        const truc__pending *w) {
  if (w->base == BASE_TEXT) return;
  if (w->hint & HINT_YEARLY)
    v->basis = "every year";
  else if (v->flags & TRUC_VF_NOW)
    resolve_now(s, v);
  else if (w->hint & HINT_START)
    resolve_start(s, v, w);
  else if (w->base == BASE_SPAN)
    truc__resolve_span(s, v, w);
  else if (w->base != BASE_NONE)
    truc__resolve_relative(s, v, w);
  else
    resolve_absolute(s, v, w);
}

/* What later dates may hang on. */
static void remember(truc__resolver *s, const truc_value *v) {
  if (v->flags & (TRUC_VF_INNAME | TRUC_VF_NOW | TRUC_VF_COMPARED)) return;
  if (!v->precision) return;
  s->last = v->start;
  s->last_precision = v->precision;
}

truc_date truc__value_today(const truc_doc *d, uint8_t *precision) {
  const truc__valuework *w = d->scratch[SCRATCH_VALUE];
  if (!w || !(d->done & TRUC_VALUES)) {
    *precision = d->date_precision;
    return d->date;
  }
  *precision = w->ref_precision;
  return w->ref;
}

void truc__resolve(truc_doc *d, truc__valuework *w) {
  truc__resolver s = {d, w, {0, 0, 0}, TRUC_PREC_NONE, 0};
  truc__find_reference(&s);
  for (uint32_t i = 0; i < d->value.n; i++) {
    truc_value *v = &d->value.v[i];
    if (!is_date(v)) continue;
    s.at = i;
    resolve_one(&s, v, &w->when.v[i]);
    if (w->when.v[i].base != BASE_SPAN) remember(&s, v);
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* relative.c - dates that count from another: hôm qua, tuần tới, 65 năm qua. */
#include "value/resolve.h"

/* Arithmetic with an unknown year is done in 2001 and the year dropped. */
static truc_date shift_days(truc_date x, int days) {
  bool known = x.year > 0;
  if (!known) x.year = 2001;
  truc_date y = truc__date_of_days(truc__date_days(x) + days);
  if (!known) y.year = 0;
  return y;
}

static unsigned weekday(truc_date x) { /* 1 Monday .. 7 Sunday */
  int32_t k = (truc__date_days(x) + 3) % 7;
  return (unsigned)((k + 7) % 7) + 1;
}

static void nothing(truc_value *v) {
  v->start = v->end = (truc_date){0, 0, 0};
  v->precision = TRUC_PREC_NONE;
  v->flags = (uint8_t)(v->flags & ~TRUC_VF_INTERVAL);
}

/* `from` moved by the value's shift, as exact as `from` allows. */
static void move(truc_value *v, const truc__pending *w, truc_date from,
                 unsigned precision) {
  truc_date x = from;
  switch (w->unit) {
    case 'd':
      if (!from.day) {
        if (w->shift == 0 && from.year && precision) {
          v->start = v->end = from; /* the publication month, or year */
          v->precision = (uint8_t)precision;
          return;
        }
        nothing(v);
        return;
      }
      x = shift_days(from, w->shift);
      break;
    case 'm':
      if (!from.month || !from.year) {
        nothing(v);
        return;
      }
      x.day = 0;
      x = truc__date_add_months(x, w->shift);
      break;
    default:
      if (!from.year || from.year + w->shift < 1) {
        nothing(v);
        return;
      }
      x = (truc_date){(int16_t)(from.year + w->shift), 0, 0};
      break;
  }
  v->start = v->end = x;
}

/* From Monday to Sunday; of a weekend, from Saturday. */
static void move_week(truc_value *v, const truc__pending *w, truc_date from) {
  if (!from.day || !from.year) {
    nothing(v);
    return;
  }
  int32_t monday = truc__date_days(from) - (int32_t)weekday(from) + 1;
  monday += 7 * w->shift;
  v->start = truc__date_of_days(monday + (w->unit == 'e' ? 5 : 0));
  v->end = truc__date_of_days(monday + 6);
}

static void move_quarter(truc_value *v, const truc__pending *w,
                         truc_date from) {
  if (!from.month || !from.year) {
    nothing(v);
    return;
  }
  truc_date first = {from.year, (uint8_t)((from.month - 1) / 3 * 3 + 1), 0};
  v->start = truc__date_add_months(first, 3 * w->shift);
  v->end = truc__date_add_months(first, 3 * w->shift + 2);
}

/* Unmarked, a weekday is the last one; the news reports. */
static void find_weekday(truc_value *v, const truc__pending *w,
                         truc_date from) {
  if (!from.day || !from.year) {
    nothing(v);
    return;
  }
  int32_t today = truc__date_days(from);
  int32_t day = today - (int32_t)weekday(from) + w->shift;
  if (w->of_week)
    day += 7 * w->week;
  else if (w->tense > 0 && day < today)
    day += 7;
  else if (w->tense <= 0 && day > today)
    day -= 7;
  v->start = v->end = truc__date_of_days(day);
}

const char *truc__by_pub(const truc__resolver *s, const char *given,
                         const char *inferred) {
  return s->d->date_inferred ? inferred : given;
}

static const char *relative_basis(const truc__resolver *s,
                                  const truc__pending *w) {
  if (w->base == BASE_LAST)
    return w->shift ? "arithmetic, from the date before" : "the date before";
  if (s->w->ref_from_text)
    return w->shift ? "arithmetic, from the day of the text"
                    : "the day of the text";
  if (w->shift || w->unit != 'd')
    return truc__by_pub(s, "arithmetic, from the publication date",
                        "arithmetic, from the inferred publication date");
  return truc__publication_basis(s->d);
}

/* A duration after all: without "qua", "tới". */
static void leave_duration(const truc_doc *d, truc_value *v) {
  v->kind = TRUC_VAL_DURATION;
  v->ntok = v->unit_tok + v->unit_ntok - v->tok;
  v->at = truc__tok_span(d, v->tok, v->ntok);
  v->flags = 0;
  v->basis = "";
}

void truc__resolve_span(const truc__resolver *s, truc_value *v,
                        const truc__pending *w) {
  truc_value far = *v;
  move(&far, w, s->w->ref, s->w->ref_precision);
  if (!far.precision) {
    nothing(v);
    leave_duration(s->d, v);
    return;
  }
  truc_date now = s->w->ref;
  if (v->precision != TRUC_PREC_DAY) now.day = 0;
  if (v->precision == TRUC_PREC_YEAR) now.month = 0;
  v->start = w->shift < 0 ? far.start : now;
  v->end = w->shift < 0 ? now : far.start;
  v->flags |= TRUC_VF_RELATIVE;
  v->basis = relative_basis(s, w);
}

void truc__resolve_relative(truc__resolver *s, truc_value *v,
                            const truc__pending *w) {
  truc_date from = s->w->ref;
  unsigned precision = s->w->ref_precision;
  if (w->base == BASE_LAST) {
    bool same_day = w->unit == 'd' && !s->last.day;
    from = same_day ? (truc_date){0, 0, 0} : s->last;
    precision = s->last_precision;
    if (!from.year && w->unit == 'y') from = s->w->ref;
  }
  if (w->base == BASE_WEEKDAY)
    find_weekday(v, w, from);
  else if (w->unit == 'w' || w->unit == 'e')
    move_week(v, w, from);
  else if (w->unit == 'q')
    move_quarter(v, w, from);
  else
    move(v, w, from, precision);
  v->basis = v->precision ? relative_basis(s, w) : "not resolved";
  if (w->base != BASE_LAST && v->precision) v->flags |= TRUC_VF_RELATIVE;
}

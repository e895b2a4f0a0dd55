/* SPDX-License-Identifier: Apache-2.0 */
/* when.c - the date of a record: the one that the pattern took, else the
** nearest of the sentence that is not another clause's or sum's, no term and no
** age. */
#include <stdio.h>

#include "fact/fact.h"
#include "tables/lex.h"
#include "value/value.h"

/* A longer stretch is an age, no date of an event. */
#define MAX_YEARS 20
/* No anniversary is of more years. */
#define MAX_AGE 5000

static bool ends_clause(const truc_doc *d, uint32_t t) {
  return truc__tok_is(d, t, ",") || truc__tok_is(d, t, ";");
}

/* "ngày 7/3, sáu năm | sau khi hai nước nâng ...": what happened that long
** before or after is not of the day named first. */
static bool years_apart(const truc_doc *d, const truc__fact_work *w,
                        const truc_sentence *s, const truc__match *m,
                        uint32_t t) {
  for (uint32_t k = m->anchor; k > s->tok && !ends_clause(d, k); k--) {
    if (!truc__hit_at(d, k, LEX_TIME_BARRIER)) continue;
    for (uint32_t n = 1; n <= 4 && k >= s->tok + n; n++) {
      uint32_t v = w->value_at.v[k - n];
      if (v != TRUC_NONE && d->value.v[v].kind == TRUC_VAL_DURATION &&
          d->value.v[v].ntok == n)
        return t < k;
    }
  }
  return false;
}

/* Is the date at `t` that of a clause with a time of its own ("kể từ khi ...
** năm 1995"), to which the predicate does not belong?  A sum or a rank may be
** of the time "đến hết quý 1". */
static bool other_clause(const truc_doc *d, const truc_sentence *s,
                         const truc__match *m, uint32_t t) {
  uint32_t anchor = m->anchor;
  bool stand = m->pattern->kind == TRUC_KIND_AMOUNT ||
               m->pattern->kind == TRUC_KIND_RANKING;
  uint32_t k = t, end = t;
  while (k > s->tok && !ends_clause(d, k - 1)) {
    k--;
    const truc__hit *h = truc__hit_at(d, k, LEX_TIME_BARRIER);
    if (!h || (stand && !strcmp(truc__hit_id(h), "until"))) continue;
    while (end < s->tok + s->ntok && !ends_clause(d, end)) end++;
    return anchor < k || anchor >= end;
  }
  return false;
}

static bool comma_between(const truc_doc *d, uint32_t from, uint32_t to) {
  for (uint32_t t = from; t < to; t++)
    if (truc__tok_is(d, t, ",")) return true;
  return false;
}

/* "nâng kim ngạch lên 18 tỷ USD vào năm 2028, ký kết ...": the year is that of
** the sum right before it, not of what stands behind the comma. */
static bool sum_of_clause(const truc_doc *d, const truc__fact_work *w,
                          const truc__match *m, uint32_t t) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (m->anchor < t ? !comma_between(d, m->anchor, t)
                    : !comma_between(d, t, m->anchor))
    return false;
  for (uint32_t k = t > first + 8 ? t - 8 : first; k < t; k++) {
    uint32_t v = w->value_at.v[k];
    if (v == TRUC_NONE || d->value.v[v].kind != TRUC_VAL_MONEY) continue;
    uint32_t after = k + d->value.v[v].ntok;
    if (after == t || (after + 1 == t && !ends_clause(d, after))) return true;
  }
  return false;
}

/* "từ 36 tỷ USD năm 2014 lên 50 tỷ USD": the year belongs to the sum before
** it. */
static bool other_sum(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m, uint32_t t) {
  if (m->pattern->kind != TRUC_KIND_AMOUNT) return sum_of_clause(d, w, m, t);
  uint32_t first = d->sentence.v[m->sent].tok;
  for (uint32_t k = t > first + 8 ? t - 8 : first; k < t; k++) {
    uint32_t v = w->value_at.v[k];
    if (v == TRUC_NONE || d->value.v[v].kind == TRUC_VAL_DATE) continue;
    if (k + d->value.v[v].ntok == t) return k < m->tok || k >= m->end;
  }
  return false;
}

/* "chương trình hợp tác giai đoạn 2030 - 2035": the years of the instrument. */
static bool is_term(const truc_doc *d, const truc_sentence *s,
                    const truc__match *m, uint32_t t) {
  unsigned kind = m->pattern->kind;
  if (t < s->tok + 2 || kind == TRUC_KIND_AMOUNT || kind == TRUC_KIND_RANKING)
    return false;
  return truc__tok_is(d, t - 2, "giai") || truc__tok_is(d, t - 2, "nhiệm");
}

/* "mục tiêu đến năm 2030": no time of what happens on a day. */
static bool is_horizon(const truc_doc *d, const truc_sentence *s,
                       const truc__match *m, uint32_t t, const truc_value *v) {
  unsigned kind = m->pattern->kind;
  return v->precision == TRUC_PREC_YEAR && t > s->tok &&
         truc__tok_is(d, t - 1, "đến") &&
         (kind == TRUC_KIND_VISIT || kind == TRUC_KIND_CONTACT ||
          kind == TRUC_KIND_EVENT);
}

/* A date that is taken only for want of a better one. */
#define AWAY 100u

static const truc_value *nearest_date(const truc_doc *d,
                                      const truc__fact_work *w,
                                      const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  const truc_value *best = NULL;
  uint32_t best_distance = UINT32_MAX;
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++) {
    uint32_t i = w->value_at.v[t];
    if (i == TRUC_NONE) continue;
    const truc_value *v = &d->value.v[i];
    bool behind = t == m->end && m->pattern->kind == TRUC_KIND_MILESTONE;
    if (v->kind != TRUC_VAL_DATE || (v->flags & TRUC_VF_NOW)) continue;
    if ((v->flags & TRUC_VF_INNAME) && !behind) continue;
    if (v->end.year - v->start.year > MAX_YEARS && v->start.year) continue;
    if (m->pattern->date == DATE_BEFORE &&
        (t > m->anchor || v->precision != TRUC_PREC_DAY ||
         (v->flags & TRUC_VF_INTERVAL)))
      continue; /* the day of speaking; other dates are of what is said */
    uint32_t distance = t > m->anchor ? t - m->anchor : m->anchor - t;
    /* the stay, not the day of arrival; of the arrival, the day */
    if (m->pattern->kind == TRUC_KIND_VISIT && (v->flags & TRUC_VF_INTERVAL))
      distance = m->pattern->flags & PATTERN_ASIDE ? distance + AWAY : 0;
    if (t > m->tok && t < m->end && distance > 1)
      distance = 1; /* inside the match */
    if (m->pattern->kind == TRUC_KIND_VISIT && v->precision == TRUC_PREC_YEAR &&
        comma_between(d, m->end, t))
      continue; /* ", khuôn khổ thiết lập từ năm 2013" */
    if (is_horizon(d, s, m, t, v) || is_term(d, s, m, t) ||
        other_clause(d, s, m, t) || years_apart(d, w, s, m, t) ||
        other_sum(d, w, m, t))
      continue;
    if (t == m->end || (t == m->end + 1 && !ends_clause(d, m->end)))
      distance = 0; /* right behind it */
    if (distance < best_distance) {
      best = v;
      best_distance = distance;
    }
  }
  return best;
}

static void set_date(truc_fact *f, const truc_value *v) {
  if (v->precision == TRUC_PREC_NONE) return;
  truc_value_iso(v, f->date);
  f->has_date = f->date[0] != '\0';
  f->precision = v->precision;
  f->basis = v->basis;
}

static void set_document_date(const truc_doc *d, truc_fact *f) {
  if (!d->date.year) return;
  truc_value v;
  memset(&v, 0, sizeof v);
  v.kind = TRUC_VAL_DATE;
  v.start = v.end = d->date;
  v.precision = d->date_precision;
  v.basis = truc__publication_basis(d);
  set_date(f, &v);
}

/* An anniversary is told of about the year it is in. */
static bool about(int year, int today) {
  return year >= today - 3 && year <= today + 3;
}

/* The year in which `years` years are over that began on a day in the sentence
** ("60 năm (5/9/1962)": 2022), else the one that the sentence opens with, else
** that of a day in it, if it is about `today`; 0 if it says none. */
static int year_marked(const truc_doc *d, const truc__fact_work *w,
                       const truc_sentence *s, int years, int today) {
  int opens = 0, near = 0;
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++) {
    uint32_t i = w->value_at.v[t];
    if (i == TRUC_NONE || d->value.v[i].kind != TRUC_VAL_DATE) continue;
    const truc_value *v = &d->value.v[i];
    int over = v->start.year + years;
    if (years && v->start.year && about(over, today)) return over;
    if (t == s->tok && v->precision == TRUC_PREC_YEAR) opens = v->start.year;
    if (about(v->start.year, today)) near = v->start.year;
  }
  return opens ? opens : near;
}

/* An anniversary is of a year: one that the clause gives, else the text's. */
static void set_year(const truc_doc *d, const truc__fact_work *w,
                     const truc__match *m, const truc_value *v, truc_fact *f) {
  truc_value year;
  uint8_t precision;
  if (v && v->precision == TRUC_PREC_YEAR) {
    set_date(f, v);
    return;
  }
  int years = (int)truc__whole_number(
      truc__first_item(w->item.v, w->item.n, "years"), MAX_AGE);
  int today = truc__value_today(d, &precision).year;
  int said = year_marked(d, w, &d->sentence.v[m->sent], years, today);
  memset(&year, 0, sizeof year);
  year.kind = TRUC_VAL_DATE;
  year.precision = TRUC_PREC_YEAR;
  year.basis = "year of the text";
  year.start.year = year.end.year = (int16_t)(said ? said : today);
  if (year.start.year) set_date(f, &year);
}

static bool says_now(const truc_doc *d, const truc_sentence *s) {
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++)
    if (truc__hit_at(d, t, LEX_NOW)) return true;
  return false;
}

void truc__find_date(truc_doc *d, truc__fact_work *w, const truc__match *m,
                     truc_fact *f) {
  const truc__trace *trace = w->traces.v + m->trace;
  if (m->pattern->date == DATE_DOCUMENT) {
    set_document_date(d, f);
    return;
  }
  /* a DATE that the pattern itself took under slot `date` */
  for (uint32_t i = 0, open = 0; i < m->ntrace; i++) {
    if (trace[i].kind == TRACE_OPEN)
      open = !strcmp(truc__slots[trace[i].slot], "date");
    if (trace[i].kind == TRACE_CLOSE) open = 0;
    if (open && trace[i].kind == TRACE_VALUE &&
        d->value.v[trace[i].index].kind == TRUC_VAL_DATE) {
      set_date(f, &d->value.v[trace[i].index]);
      return;
    }
  }
  if (m->pattern->date == DATE_NONE) return;
  const truc_value *v = nearest_date(d, w, m);
  if (m->pattern->date == DATE_YEAR) {
    set_year(d, w, m, v, f);
    return;
  }
  if (v)
    set_date(f, v);
  else if (m->pattern->date == DATE_NOW && says_now(d, &d->sentence.v[m->sent]))
    set_document_date(d, f);
}

bool truc__to_come(const truc_doc *d, const truc__fact_work *w,
                   const truc_fact *f) {
  char today[16];
  if (f->modality != TRUC_ACTUAL || d->date_precision != TRUC_PREC_DAY)
    return false;
  if (w->trail.v[w->trail.n - 1].marker != TRUC_NONE) return false;
  if (!f->has_date || !strstr(f->basis, "publication date")) return false;
  if (f->kind != TRUC_KIND_VISIT && f->kind != TRUC_KIND_CONTACT &&
      f->kind != TRUC_KIND_EVENT && f->kind != TRUC_KIND_AGREEMENT)
    return false;
  snprintf(today, sizeof today, "%04d-%02d-%02d", d->date.year, d->date.month,
           d->date.day);
  return strncmp(f->date, today, strcspn(f->date, "/")) > 0;
}

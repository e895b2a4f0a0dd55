/* SPDX-License-Identifier: Apache-2.0 */
/* reference.c - what the text says of its own day.
**
** Known from outside: the publication date.  Known from inside, where that
** is missing: the day ("hôm nay (27/11)"; "hôm nay … bắt đầu chuyến thăm từ
** ngày 27 đến 30/11"; a dateline without a year) and the year, if all that
** speaks of it agrees: the second date of a jubilee, "trong năm 2023" of things
** that have happened, "đến tháng 8/2018" beside "năm nay". */
#include "value/resolve.h"

/* A sentence of figures, or of several years, may look back on a year that is
** over: "trong năm 2015 xuất khẩu đã đạt …". */
static bool is_statistic(const truc_doc *d, uint32_t at) {
  uint32_t from = at > NEIGHBOURS ? at - NEIGHBOURS : 0;
  for (uint32_t i = from; i < d->value.n && i < at + NEIGHBOURS; i++) {
    const truc_value *v = &d->value.v[i];
    if (v->sent != d->value.v[at].sent || i == at) continue;
    if (v->kind == TRUC_VAL_MONEY || v->kind == TRUC_VAL_PERCENT) return true;
    if (v->kind == TRUC_VAL_QUANTITY && (v->mantissa >= 100 || v->exponent > 1))
      return true;
    if (is_date(v) && v->start.year && v->start.year != d->value.v[at].end.year)
      return true;
  }
  return false;
}

static int year_hint(const truc__resolver *s, uint32_t i, bool this_year) {
  const truc_value *v = &s->d->value.v[i];
  const truc__pending *w = &s->w->when.v[i];
  if (!is_date(v) || (v->flags & (TRUC_VF_INNAME | TRUC_VF_COMPARED))) return 0;
  int year = v->end.year;
  if (w->hint & (HINT_ANNIVERSARY | HINT_TODAY)) return year;
  if (w->hint & HINT_WITHIN) return is_statistic(s->d, i) ? 0 : year;
  bool year_end = v->end.month == 12;
  return (w->hint & HINT_UNTIL) && this_year && w->tense <= 0 && !year_end
             ? year
             : 0;
}

static bool says_this_year(const truc__resolver *s) {
  for (uint32_t i = 0; i < s->d->value.n; i++) {
    const truc__pending *w = &s->w->when.v[i];
    bool plain = w->base == BASE_PUB && w->unit == 'y' && w->shift == 0;
    bool year = w->year_base == BASE_PUB && w->year_shift == 0;
    if (is_date(&s->d->value.v[i]) && (plain || year)) return true;
  }
  return false;
}

/* Does the text speak of a later year that is past or next, or of a jubilee of
** `year` as of one to come, so that `year` is not its own? */
static bool is_outdated(const truc__resolver *s, int year) {
  for (uint32_t i = 0; i < s->d->value.n; i++) {
    const truc_value *v = &s->d->value.v[i];
    if (!is_date(v) || v->end.year < year) continue;
    if (v->end.year == year) {
      if (s->w->when.v[i].hint & HINT_AHEAD) return true;
      continue;
    }
    if (v->end.year == year + 1) return true;
    if (s->w->when.v[i].tense < 0 && !(v->flags & TRUC_VF_INNAME)) return true;
  }
  return false;
}

/* The one year the text speaks from; 0 if it gives none, or two. */
static int16_t find_text_year(const truc__resolver *s) {
  bool this_year = says_this_year(s);
  int found = 0;
  for (uint32_t i = 0; i < s->d->value.n; i++) {
    int y = year_hint(s, i, this_year);
    if (y && found && y != found) return 0;
    if (y) found = y;
  }
  return (int16_t)(found && !is_outdated(s, found) ? found : 0);
}

/* The day that "hôm nay" means, from an explicit date beside it. */
static truc_date find_text_day(const truc__resolver *s) {
  const truc_value *today = NULL;
  for (uint32_t i = 0; i < s->d->value.n; i++) {
    const truc_value *v = &s->d->value.v[i];
    const truc__pending *w = &s->w->when.v[i];
    if (!is_date(v)) continue;
    if ((w->hint & HINT_TODAY) && w->shift == 0) return v->start;
    if ((w->hint & HINT_BEGINS) && today && today->sent == v->sent &&
        v->start.day && v->start.month)
      return v->start;
    bool now = w->base == BASE_PUB && w->unit == 'd' && w->shift == 0 &&
               !(w->hint & HINT_START);
    today = now ? v : NULL;
  }
  return (truc_date){0, 0, 0};
}

void truc__find_reference(truc__resolver *s) {
  truc__valuework *w = s->w;
  w->ref = s->d->date;
  w->ref_precision = s->d->date_precision;
  w->ref_from_text = false;
  w->text_year = 0;
  if (w->ref.year) return;
  w->text_year = find_text_year(s);
  w->ref = find_text_day(s);
  if (!w->ref.day) w->ref = w->day;
  if (w->ref.day) w->ref_precision = TRUC_PREC_DAY;
  if (!w->ref.year) w->ref.year = w->text_year;
  if (!w->ref.day) w->ref_precision = w->text_year ? TRUC_PREC_YEAR : 0;
  w->ref_from_text = true;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* calendar.c - days, months, and the ISO 8601 form. */
#include <stdio.h>

#include "source/source.h"
#include "value/value.h"

/* Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in
** March, so that the leap day comes last; 400 years are 146,097 days. */
int32_t truc__date_days(truc_date x) {
  int32_t y = x.year - (x.month <= 2);
  int32_t era = (y >= 0 ? y : y - 399) / 400;
  int32_t yoe = y - era * 400;
  int32_t doy = (153 * (x.month + (x.month > 2 ? -3 : 9)) + 2) / 5 + x.day - 1;
  int32_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

truc_date truc__date_of_days(int32_t days) {
  int32_t z = days + 719468;
  int32_t era = (z >= 0 ? z : z - 146096) / 146097;
  int32_t doe = z - era * 146097;
  int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int32_t mp = (5 * doy + 2) / 153;
  int32_t month = mp + (mp < 10 ? 3 : -9);
  truc_date x;
  x.day = (uint8_t)(doy - (153 * mp + 2) / 5 + 1);
  x.month = (uint8_t)month;
  x.year = (int16_t)(yoe + era * 400 + (month <= 2));
  return x;
}

bool truc__date_valid(int year, int month, int day) {
  if (year < 0 || year > 2999 || month < 0 || month > 12 || day < 0)
    return false;
  unsigned last = month ? truc__days_in_month(year, (unsigned)month) : 31;
  return (unsigned)day <= last;
}

int truc__date_compare(truc_date a, truc_date b) {
  if (a.year != b.year) return a.year < b.year ? -1 : 1;
  if (a.month != b.month) return a.month < b.month ? -1 : 1;
  return a.day < b.day ? -1 : a.day > b.day;
}

truc_date truc__date_add_months(truc_date x, int months) {
  int at = x.year * 12 + (x.month ? x.month - 1 : 0) + months;
  if (at < 12 || at >= 3000 * 12) return (truc_date){0, 0, 0};
  truc_date y = {(int16_t)(at / 12), (uint8_t)(at % 12 + 1), x.day};
  unsigned last = truc__days_in_month(y.year, y.month);
  if (y.day > last) y.day = (uint8_t)last;
  return y;
}

static char *put_field(char *p, unsigned v, unsigned width) {
  for (unsigned i = width; i-- > 0; v /= 10) p[i] = (char)('0' + v % 10);
  return p + width;
}

static char *put_unknown(char *p, unsigned width) {
  memset(p, 'X', width);
  return p + width;
}

static char *put_date(char *p, truc_date x, unsigned precision) {
  p = x.year > 0 ? put_field(p, (unsigned)x.year, 4) : put_unknown(p, 4);
  if (precision == TRUC_PREC_YEAR) return p;
  *p++ = '-';
  p = x.month ? put_field(p, x.month, 2) : put_unknown(p, 2);
  if (precision == TRUC_PREC_MONTH) return p;
  *p++ = '-';
  return x.day ? put_field(p, x.day, 2) : put_unknown(p, 2);
}

static bool blank(truc_date x) { return !x.year && !x.month && !x.day; }

static char *put_side(char *p, const truc_value *v, truc_date x) {
  if (blank(x) && (v->flags & TRUC_VF_OPEN)) {
    *p++ = '.';
    *p++ = '.';
    return p;
  }
  return put_date(p, x, v->precision);
}

void truc_value_iso(const truc_value *v, char out[32]) {
  char *p = out;
  bool known = v && (!blank(v->start) || !blank(v->end));
  if (!out) return;
  if (known && v->precision != TRUC_PREC_NONE) {
    p = put_side(p, v, v->start);
    if (v->flags & (TRUC_VF_INTERVAL | TRUC_VF_OPEN)) {
      *p++ = '/';
      p = put_side(p, v, v->end);
    }
  }
  *p = '\0';
}

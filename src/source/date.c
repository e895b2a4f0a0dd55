/* SPDX-License-Identifier: Apache-2.0 */
/* date.c - dates as they come with a document. */
#include "source/source.h"

unsigned truc__days_in_month(int year, unsigned month) {
  static const unsigned char days[] = {31, 28, 31, 30, 31, 30,
                                       31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

/* Reads exactly `n` digits. */
static bool digits(const char **s, unsigned n, unsigned *v) {
  *v = 0;
  for (; n; n--, (*s)++) {
    if (**s < '0' || **s > '9') return false;
    *v = *v * 10 + (unsigned)(**s - '0');
  }
  return true;
}

static bool month_of(const char **s, unsigned *v) {
  return digits(s, 2, v) && *v >= 1 && *v <= 12;
}

static bool day_of(const char **s, unsigned year, unsigned month, unsigned *v) {
  return digits(s, 2, v) && *v >= 1 &&
         *v <= truc__days_in_month((int)year, month);
}

/* The extended form of ISO 8601, to the year, month or day, and the basic one,
** which has a day: archives store "20241121". */
bool truc__date_parse(const char *s, truc_date *out, uint8_t *precision) {
  unsigned year, month = 0, day = 0;
  if (!digits(&s, 4, &year) || year == 0) return false;
  const bool basic = *s >= '0' && *s <= '9';
  if (basic || *s == '-') {
    s += !basic;
    if (!month_of(&s, &month)) return false;
  }
  if (basic || (month && *s == '-')) {
    s += !basic;
    if (!day_of(&s, year, month, &day)) return false;
  }
  if (*s) return false;
  *out = (truc_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
  *precision = (uint8_t)(day     ? TRUC_PREC_DAY
                         : month ? TRUC_PREC_MONTH
                                 : TRUC_PREC_YEAR);
  return true;
}

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

bool truc__date_parse(const char *s, truc_date *out, uint8_t *precision) {
  unsigned year, month = 0, day = 0;
  uint8_t prec = TRUC_PREC_YEAR;
  if (!digits(&s, 4, &year) || year == 0) return false;
  if (*s == '-') {
    s++;
    if (!digits(&s, 2, &month) || month < 1 || month > 12) return false;
    prec = TRUC_PREC_MONTH;
  }
  if (month && *s == '-') {
    s++;
    if (!digits(&s, 2, &day) || day < 1 ||
        day > truc__days_in_month((int)year, month))
      return false;
    prec = TRUC_PREC_DAY;
  }
  if (*s) return false;
  *out = (truc_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
  *precision = prec;
  return true;
}

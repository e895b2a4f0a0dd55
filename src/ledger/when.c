/* SPDX-License-Identifier: Apache-2.0 */
/* when.c - dates as the ledger compares them. */
#include <stdio.h>

#include "ledger/ledger.h"

/* Days since 1970-01-01 of the proleptic Gregorian calendar: years are counted
** from March, so that the leap day is the last of its year. */
int32_t truc__day_number(int year, int month, int day) {
  year -= month <= 2;
  int era = (year >= 0 ? year : year - 399) / 400;
  int yoe = year - era * 400;
  int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

void truc__day_iso(int32_t day, char out[16]) {
  int z = day + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int mp = (5 * doy + 2) / 153;
  int d = doy - (153 * mp + 2) / 5 + 1, m = mp < 10 ? mp + 3 : mp - 9;
  unsigned year = (unsigned)(yoe + era * 400 + (m <= 2));
  snprintf(out, 16, "%04u-%02u-%02u", year % 10000, (unsigned)m % 100,
           (unsigned)d % 100);
}

static int days_in(int year, int month) {
  static const uint8_t n[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : n[month - 1];
}

/* `n` digits or as many X (then 0); false if neither. */
static bool digits(const char **p, int n, int *out) {
  int v = 0, x = 0;
  for (int i = 0; i < n; i++, (*p)++) {
    if (**p >= '0' && **p <= '9')
      v = v * 10 + (**p - '0');
    else if (**p == 'X')
      x++;
    else
      return false;
  }
  *out = x ? 0 : v;
  return true;
}

/* One end of a date: YYYY[-MM[-DD]]. */
static bool one_date(const char **p, truc_date *d) {
  int y = 0, m = 0, day = 0;
  if (!digits(p, 4, &y)) return false;
  if (**p == '-') {
    (*p)++;
    if (!digits(p, 2, &m)) return false;
    if (**p == '-') {
      (*p)++;
      if (!digits(p, 2, &day)) return false;
    }
  }
  if (m > 12 || day > 31) return false;
  *d = (truc_date){(int16_t)y, (uint8_t)m, (uint8_t)day};
  return true;
}

static int32_t first_day(truc_date d) {
  return truc__day_number(d.year, d.month ? d.month : 1, d.day ? d.day : 1);
}
static int32_t last_day(truc_date d) {
  int m = d.month ? d.month : 12;
  return truc__day_number(d.year, m, d.day ? d.day : days_in(d.year, m));
}
static uint8_t fineness(truc_date d) {
  return d.day ? 3 : d.month ? 2 : d.year ? 1 : 0;
}

truc__when truc__when_parse(const char *iso) {
  truc__when w = {0}, none = {0};
  const char *p = iso;
  bool open_start = false, open_end = false;
  if (!*p) return w;
  if (*p == '~') p++, w.near = 1;
  if (!strncmp(p, "..", 2))
    p += 2, open_start = true;
  else if (!one_date(&p, &w.start))
    return none;
  w.end = w.start;
  if (*p == '/') {
    p++;
    if (!strncmp(p, "..", 2))
      p += 2, open_end = true, w.end = (truc_date){0, 0, 0};
    else if (!one_date(&p, &w.end))
      return none;
  }
  if (*p) return none;
  w.some = 1;
  w.known = (open_start || w.start.year) && (open_end || w.end.year) &&
            !(open_start && open_end);
  uint8_t a = fineness(w.start), b = fineness(w.end);
  w.fine = a > b ? a : b;
  if (!w.known) return w;
  w.lo = open_start ? -TRUC__FAR : first_day(w.start);
  w.hi = open_end ? TRUC__FAR : last_day(w.end);
  if (w.hi < w.lo) w.hi = w.lo; /* a text may have it the wrong way round */
  return w;
}

/* With an X in one of them: the parts that both know must be equal. */
static bool parts_agree(truc_date a, truc_date b) {
  return (!a.year || !b.year || a.year == b.year) &&
         (!a.month || !b.month || a.month == b.month) &&
         (!a.day || !b.day || a.day == b.day);
}

static bool unknown_agree(const truc__when *a, const truc__when *b) {
  return parts_agree(a->start, b->start) && parts_agree(a->end, b->end);
}

bool truc__when_agree(const truc__when *a, const truc__when *b, int window,
                      int slack) {
  if (!a->some || !b->some) return true;
  if (!a->known || !b->known)
    return a->near || b->near ? false : unknown_agree(a, b);
  if (a->near || b->near)
    return a->lo <= b->hi + window && b->lo <= a->hi + window;
  if (a->lo == a->hi && b->lo == b->hi)
    return a->lo <= b->lo + slack && b->lo <= a->lo + slack;
  return (a->lo <= b->lo && b->hi <= a->hi) ||
         (b->lo <= a->lo && a->hi <= b->hi);
}

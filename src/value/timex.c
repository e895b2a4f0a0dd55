/* SPDX-License-Identifier: Apache-2.0 */
/* timex.c - a value as TIMEX3 says it.
**
** TIMEX3 has one point of time or one length; what we keep as an interval is
** there a named period (2023-Q1, 2023-W48, 199), or a DURATION with its two
** ends.  The part of the day, the clock and the edges of a period are read from
** the words of the value: the value itself does not need them. */
#include <stdio.h>

#include "lex.h"
#include "value/value.h"

/* Longest hit of the class at a token of the value; NULL if none. */
static const truc__hit *hit_inside(const truc_doc *d, const truc_value *v,
                                   unsigned cls) {
  const truc__hit *best = NULL;
  uint32_t end = v->tok + v->ntok, n;
  for (uint32_t t = v->tok; t < end; t++) {
    const truc__hit *h = truc__value_phrases(d, t, &n);
    for (; n; n--, h++) {
      bool fits = h->cls == cls && h->tok + h->ntok <= end;
      if (fits && (!best || h->ntok > best->ntok)) best = h;
    }
  }
  return best;
}

/* -------------------------------------------------------------- durations */

/* mantissa * 10^exponent; a length of time has few digits. */
static void put_count(char *p, size_t n, int64_t m, int32_t e) {
  long long v = (long long)m, scale = 1;
  for (; e > 0 && e < 12; e--) v *= 10;
  for (; e < 0 && e > -9; e++) scale *= 10;
  int k = snprintf(p, n, "%lld", v / scale);
  if (v % scale == 0 || k < 0) return;
  p[k++] = '.';
  for (v %= scale; v && (size_t)k + 1 < n; v %= scale) {
    scale /= 10;
    p[k++] = (char)('0' + v / scale);
  }
  p[k] = '\0';
}

static void put_duration(truc__timex *t, const truc_value *v) {
  static const struct {
    const char *unit, *before;
    char letter;
    int times;
  } units[] = {{"year", "P", 'Y', 1},    {"month", "P", 'M', 1},
               {"week", "P", 'W', 1},    {"day", "P", 'D', 1},
               {"quarter", "P", 'M', 3}, {"hour", "PT", 'H', 1},
               {"minute", "PT", 'M', 1}, {"second", "PT", 'S', 1}};
  char count[32];
  t->type = "DURATION";
  snprintf(t->value, sizeof t->value, "PXX");
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    if (strcmp(units[i].unit, v->unit)) continue;
    put_count(count, sizeof count, v->mantissa * units[i].times, v->exponent);
    snprintf(t->value, sizeof t->value, "%s%s%c", units[i].before, count,
             units[i].letter);
  }
}

/* ---------------------------------------------------------------- periods */

static void put_ends(truc__timex *t, const truc_value *v) {
  truc_value side = *v;
  side.flags = 0;
  if (v->start.year || v->start.month || v->start.day) {
    side.end = v->start;
    truc_value_iso(&side, t->begin);
  }
  side.start = side.end = v->end;
  if (v->end.year || v->end.month || v->end.day)
    truc_value_iso(&side, t->end);
  else
    snprintf(t->end, sizeof t->end, "PRESENT_REF");
}

/* Length of a stretch, both ends counted. */
static void put_stretch(truc__timex *t, const truc_value *v) {
  static const char letters[] = {'X', 'D', 'M', 'Y'};
  char letter = letters[v->precision & 3];
  int32_t n = 0;
  t->type = "DURATION";
  put_ends(t, v);
  bool known = v->start.year && v->end.year;
  if (known && letter == 'D')
    n = truc__date_days(v->end) - truc__date_days(v->start) + 1;
  else if (known && letter == 'M')
    n = (v->end.year - v->start.year) * 12 + v->end.month - v->start.month + 1;
  else if (known)
    n = v->end.year - v->start.year + 1;
  if (n > 0)
    snprintf(t->value, sizeof t->value, "P%d%c", (int)n, letter);
  else
    snprintf(t->value, sizeof t->value, "PX%c", letter);
}

/* ISO week of a day: the week of its Thursday. */
static int iso_week(truc_date x, int *year) {
  int32_t days = truc__date_days(x);
  int32_t thursday = days - (days + 3) % 7 + 3; /* after 1970 */
  truc_date y = truc__date_of_days(thursday);
  *year = y.year;
  return 1 + (thursday - truc__date_days((truc_date){y.year, 1, 1})) / 7;
}

/* "quý I/2023", "nửa đầu năm", "thập niên 1990", "tuần tới"; false if the
** interval has no name of its own. */
static bool put_period(const truc_doc *d, truc__timex *t, const truc_value *v) {
  const truc__hit *rel = hit_inside(d, v, LEX_TIME_REL);
  char unit = rel ? truc__hit_id(rel)[0] : 0, year[8] = "XXXX";
  int y = v->start.year, week_year;
  if (y) snprintf(year, sizeof year, "%04d", y);
  if (hit_inside(d, v, LEX_TIME_QUARTER) || unit == 'q')
    snprintf(t->value, sizeof t->value, "%s-Q%d", year, v->end.month / 3);
  else if (hit_inside(d, v, LEX_TIME_HALF))
    snprintf(t->value, sizeof t->value, "%s-H%d", year, v->end.month / 6);
  else if (hit_inside(d, v, LEX_TIME_CENTURY))
    snprintf(t->value, sizeof t->value, "%02d", y / 100);
  else if (hit_inside(d, v, LEX_TIME_DECADE))
    snprintf(t->value, sizeof t->value, "%03d", y / 10);
  else if ((unit == 'w' || unit == 'e') && y) {
    int week = iso_week(v->start, &week_year);
    snprintf(t->value, sizeof t->value, "%04d-W%02d%s", week_year, week,
             unit == 'e' ? "-WE" : "");
  } else {
    return false;
  }
  return true;
}

/* ----------------------------------------------------------------- points */

/* "22h", "7h30", "16:45", "9 giờ 30": hour * 60 + minute, or -1. */
static int read_clock(const truc_doc *d, const truc_value *v) {
  const truc_token *t = &d->token.v[v->tok];
  const char *s = truc__tok_text(d, v->tok);
  int field[2] = {0, 0}, n = 0;
  if (t->kind == TRUC_TOK_TIME) {
    for (uint32_t i = 0; i < t->text_len && n < 2; i++) {
      if (s[i] >= '0' && s[i] <= '9')
        field[n] = field[n] * 10 + (s[i] - '0');
      else
        n++;
    }
  } else {
    if (v->ntok < 3 || !truc__tok_is(d, v->tok + 1, "giờ")) return -1;
    for (uint32_t k = 0; k <= 2; k += 2) {
      s = truc__tok_text(d, v->tok + k);
      uint32_t len = d->token.v[v->tok + k].text_len;
      bool digits = len <= 2 && d->token.v[v->tok + k].kind == TRUC_TOK_NUMBER;
      for (uint32_t i = 0; digits && i < len; i++)
        field[k / 2] = field[k / 2] * 10 + (s[i] - '0');
    }
  }
  if (field[0] > 24 || field[1] > 59) return -1;
  return field[0] * 60 + field[1];
}

/* Clock or part of the day behind the date. */
static void put_time(const truc_doc *d, truc__timex *t, const truc_value *v) {
  const truc__hit *part = hit_inside(d, v, LEX_TIME_PART);
  int clock = read_clock(d, v);
  size_t n = strlen(t->value);
  if (clock < 0 && !part) return;
  t->type = "TIME";
  if (clock < 0) {
    snprintf(t->value + n, sizeof t->value - n, "T%s", truc__hit_id(part));
    return;
  }
  bool late = part && (!strcmp(truc__hit_id(part), "AF") ||
                       !strcmp(truc__hit_id(part), "EV") ||
                       (!strcmp(truc__hit_id(part), "NI") && clock >= 6 * 60));
  if (late && clock < 12 * 60) clock += 12 * 60;
  snprintf(t->value + n, sizeof t->value - n, "T%02d:%02d", clock / 60,
           clock % 60);
}

/* "đầu", "cuối", "mùa xuân" */
static void put_edge(const truc_doc *d, truc__timex *t, const truc_value *v) {
  const truc__hit *edge = hit_inside(d, v, LEX_TIME_EDGE);
  bool season = edge && truc__hit_id(edge)[2] == '\0';
  if (season && v->precision == TRUC_PREC_YEAR)
    snprintf(t->value + 4, sizeof t->value - 4, "-%s", truc__hit_id(edge));
  else if (edge && !season)
    t->mod = truc__hit_id(edge);
}

/* "đầu tuần này", but not "nửa đầu năm", "cuối tuần này". */
static bool begins_with_edge(const truc_doc *d, const truc_value *v) {
  const truc__hit *edge = hit_inside(d, v, LEX_TIME_EDGE);
  const truc__hit *rel = hit_inside(d, v, LEX_TIME_REL);
  return edge && edge->tok == v->tok && !(rel && rel->tok == v->tok);
}

static void put_point(const truc_doc *d, truc__timex *t, const truc_value *v) {
  truc_value_iso(v, t->value);
  put_edge(d, t, v);
  if (v->precision == TRUC_PREC_DAY) put_time(d, t, v);
}

/* "trước ngày 31-3", "sau năm 2030" */
static void put_side(const truc_doc *d, truc__timex *t, const truc_value *v) {
  uint32_t begin = d->sentence.v[v->sent].tok;
  if (t->mod || v->tok == begin) return;
  if (truc__tok_is(d, v->tok - 1, "trước") ||
      truc__tok_is(d, v->tok - 1, "Trước"))
    t->mod = "BEFORE";
  if (truc__tok_is(d, v->tok - 1, "sau") || truc__tok_is(d, v->tok - 1, "Sau"))
    t->mod = "AFTER";
}

static void put_date(const truc_doc *d, truc__timex *t, const truc_value *v) {
  t->type = v->flags & TRUC_VF_SET ? "SET" : "DATE";
  bool interval = v->flags & (TRUC_VF_INTERVAL | TRUC_VF_OPEN);
  const truc__hit *day = hit_inside(d, v, LEX_TIME_WEEKDAY);
  if (v->flags & TRUC_VF_NOW)
    snprintf(t->value, sizeof t->value, "PRESENT_REF");
  else if (v->precision == TRUC_PREC_NONE && (v->flags & TRUC_VF_SET) && day)
    snprintf(t->value, sizeof t->value, "XXXX-WXX-%s", truc__hit_id(day));
  else if (v->precision == TRUC_PREC_NONE)
    snprintf(t->value, sizeof t->value, "XXXX-XX-XX");
  else if (interval && v->unit[0]) {
    put_duration(t, v); /* 65 năm qua */
    put_ends(t, v);
  } else if (interval && put_period(d, t, v)) {
    if (begins_with_edge(d, v)) put_edge(d, t, v);
  } else if (interval)
    put_stretch(t, v);
  else
    put_point(d, t, v);
}

bool truc__value_timex(const truc_doc *d, const truc_value *v,
                       truc__timex *out) {
  static const char *const mods[] = {NULL,        "APPROX",    "MORE_THAN",
                                     "LESS_THAN", "LESS_THAN", "EQUAL_OR_LESS"};
  memset(out, 0, sizeof *out);
  if (v->kind != TRUC_VAL_DATE && v->kind != TRUC_VAL_DURATION) return false;
  out->mod = mods[v->mod];
  if (v->kind == TRUC_VAL_DURATION) {
    put_duration(out, v);
  } else {
    put_date(d, out, v);
    put_side(d, out, v);
  }
  return true;
}

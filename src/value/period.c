/* SPDX-License-Identifier: Apache-2.0 */
/* period.c - relative phrases, months, quarters, years and longer.
**
**     period  = [edge] (month [year] | year | quarter [year] | relative)
**             | half year | decade | century
**     year    = năm 2024 | năm nay | cùng năm
*/
#include <stdlib.h>

#include "lex.h"
#include "value/value.h"

static void set_years(truc__moment *m, int first, int last) {
  m->start = (truc_date){(int16_t)first, 0, 0};
  m->end = (truc_date){(int16_t)last, 0, 0};
  m->precision = TRUC_PREC_YEAR;
  m->interval = first != last;
}

static void set_months(truc__moment *m, int first, int last) {
  m->start = (truc_date){0, (uint8_t)first, 0};
  m->end = (truc_date){0, (uint8_t)last, 0};
  m->precision = TRUC_PREC_MONTH;
  m->interval = first != last;
}

static bool usual_year(int y) { return y >= 1900 && y <= 2100; }

/* --------------------------------------------------------- relative phrases */

/* "w:-1" */
static void set_relative(truc__moment *m, const char *id, truc__base base) {
  m->when.base = (uint8_t)base;
  m->when.unit = id[0];
  m->when.shift = (int16_t)(id[2] == '-' ? -(id[3] - '0') : id[2] - '0');
  switch (id[0]) {
    case 'y': m->precision = TRUC_PREC_YEAR; break;
    case 'q':
      m->precision = TRUC_PREC_MONTH;
      m->interval = true;
      break;
    case 'm': m->precision = TRUC_PREC_MONTH; break;
    case 'w':
    case 'e':
      m->precision = TRUC_PREC_DAY;
      m->interval = true;
      break;
    default: m->precision = TRUC_PREC_DAY; break;
  }
}

truc__moment truc__read_relative(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_REL);
  const truc__hit *l = truc__phrase(r, tok, LEX_TIME_LAST);
  if (!h && !l) return m;
  if (l && (!h || l->ntok > h->ntok)) {
    set_relative(&m, truc__hit_id(l), BASE_LAST);
    m.ntok = l->ntok;
  } else if (h) {
    set_relative(&m, truc__hit_id(h), BASE_PUB);
    m.ntok = h->ntok;
  }
  m.marked = true;
  return m;
}

uint32_t truc__trailing_year(const truc__reader *r, uint32_t tok,
                             truc__moment *m) {
  uint32_t at = tok + (truc__is_word(r, tok, "của") ? 1 : 0);
  const truc__hit *h = truc__phrase(r, at, LEX_TIME_REL);
  bool last = false;
  if (!h && (h = truc__phrase(r, at, LEX_TIME_LAST)) != NULL) last = true;
  if (h && truc__hit_id(h)[0] == 'y') {
    truc__moment y = truc__no_moment();
    set_relative(&y, truc__hit_id(h), BASE_PUB);
    m->when.year_base = last ? BASE_LAST : BASE_PUB;
    m->when.year_shift = y.when.shift;
    return at + h->ntok - tok;
  }
  if (!truc__is_word(r, at, "năm")) return 0;
  int year = truc__year_token(r, at + 1);
  if (!year || !truc__date_valid(year, m->start.month, m->start.day)) return 0;
  m->start.year = m->end.year = (int16_t)year;
  return at + 2 - tok;
}

/* -------------------------------------------------- months, quarters, years */

/* "tháng Giêng năm 2007" is January; without a year it may be lunar. */
static truc__moment read_january(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  truc__set_point(&m, (truc_date){0, 1, 0}, TRUC_PREC_MONTH);
  uint32_t year = truc__trailing_year(r, tok + 2, &m);
  if (!year) return truc__no_moment();
  m.marked = true;
  m.ntok = 2 + year;
  return m;
}

static truc__moment read_month(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  if (!truc__may(r, tok, LEX_TIME_MONTH)) return m;
  if (truc__is_any(r, tok + 1, "Giêng giêng")) return read_january(r, tok);
  uint32_t ntok = 1;
  if (!truc__phrase_len(r, tok, LEX_TIME_MONTH) || tok + 1 >= r->end) return m;
  truc__dmy f = truc__split_dmy(r, tok + 1);
  if (f.n == 2 && f.digits[1] == 4) {
    truc__moment_of_dmy(&f, &m);
  } else if (!f.n) {
    int month = truc__small_number(r, tok + 1, &ntok);
    if (month < 1 || month > 12) return m;
    if (truc__is_word(r, tok + 1 + ntok, "lần")) return m;
    bool five = truc__is_word(r, tok + 1, "năm");
    if (five && !truc__year_token(r, tok + 2) &&
        !truc__is_word(r, tok + 2, "năm"))
      return m; /* "trong tháng, năm …" and "tháng năm nay" say no May */
    truc__set_point(&m, (truc_date){0, (uint8_t)month, 0}, TRUC_PREC_MONTH);
    if (five && truc__year_token(r, tok + 2)) { /* tháng năm 2023 */
      m.start.year = m.end.year = (int16_t)truc__year_token(r, tok + 2);
      ntok++;
    }
  }
  if (!m.precision) return m;
  uint32_t at = tok + 1 + ntok;
  if (!m.start.year) at += truc__trailing_year(r, at, &m);
  m.marked = true;
  m.ntok = at - tok;
  return m;
}

static truc__moment read_quarter(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  if (!truc__phrase_len(r, tok, LEX_TIME_QUARTER) || tok + 1 >= r->end)
    return m;
  int q = 0, year = 0;
  uint32_t ntok = 1;
  truc__dmy f = truc__split_dmy(r, tok + 1);
  const truc__hit *roman = truc__phrase(r, tok + 1, LEX_NUM_ROMAN);
  if (f.n == 2 && f.digits[1] == 4) {
    q = f.value[0], year = f.value[1];
  } else if (roman) {
    q = truc__hit_id(roman)[1] ? 0 : truc__hit_id(roman)[0] - '0';
  } else {
    q = truc__small_number(r, tok + 1, &ntok);
  }
  if (q < 1 || q > 4) return m;
  uint32_t at = tok + 1 + ntok;
  set_months(&m, q * 3 - 2, q * 3);
  char mark = truc__mark_at(r, at); /* quý I/2023, quý II-2023 */
  if (!year && (mark == '/' || mark == '-') && truc__year_token(r, at + 1)) {
    year = truc__year_token(r, at + 1);
    at += 2;
  }
  m.start.year = m.end.year = (int16_t)year;
  if (!year) at += truc__trailing_year(r, at, &m);
  m.marked = true;
  m.ntok = at - tok;
  return m;
}

static truc__moment read_decade(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  uint32_t n = truc__phrase_len(r, tok, LEX_TIME_DECADE);
  if (!n) return m;
  int v = truc__small_int(r, tok + n);
  if (v >= 10 && v < 100) v += 1900;
  if (v < 1000 || v > 2999 || v % 10) return m;
  set_years(&m, v, v + 9);
  m.marked = true;
  m.ntok = n + 1;
  return m;
}

static truc__moment read_century(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  uint32_t n = truc__phrase_len(r, tok, LEX_TIME_CENTURY), ntok = 1;
  if (!n || tok + n >= r->end) return m;
  if (truc__is_word(r, tok + n, "thứ")) n++;
  if (tok + n >= r->end) return m;
  const truc__hit *roman = truc__phrase(r, tok + n, LEX_NUM_ROMAN);
  int v = 0;
  if (roman)
    for (const char *p = truc__hit_id(roman); *p; p++) v = v * 10 + (*p - '0');
  else
    v = truc__small_int(r, tok + n);
  if (v < 1 || v > 29) return m;
  set_years(&m, v * 100 - 99, v * 100);
  m.marked = true;
  m.ntok = n + ntok;
  return m;
}

bool truc__year_is_placed(const truc__reader *r, uint32_t tok) {
  static const char ahead[] = "từ đến tới vào trong mùa sau trước hết";
  if (tok == r->begin) return false;
  if (truc__mark_at(r, tok - 1) == '(') return true;
  if (truc__mark_at(r, tok - 1) == '-' && truc__year_token(r, tok - 2))
    return true;
  if (truc__phrase_len(r, tok - 1, LEX_TIME_AND) &&
      truc__year_token(r, tok - 2))
    return true;
  return truc__is_any(r, tok - 1, ahead) ||
         truc__phrase_back(r, tok, LEX_TIME_EDGE) ||
         truc__phrase_back(r, tok, LEX_TIME_PERIOD);
}

/* May a number of four digits stand for a year here, without "năm"?  Thousands
** are written with a dot, so it is one unless a word of quantity precedes. */
static bool bare_year_holds(const truc__reader *r, uint32_t tok, int year) {
  static const char ahead[] =
      "được có với đạt lên còn mức giá số khoản cả gồm thêm mua bán bằng thu "
      "chi xuống";
  if (truc__year_is_placed(r, tok)) return true;
  if (year == 2000 || truc__is_any(r, tok - 1, ahead)) return false;
  if (truc__is_labelled(r, tok)) return false;
  return !truc__phrase_back(r, tok, LEX_MOD_MORE) &&
         !truc__phrase_back(r, tok, LEX_MOD_NEAR) &&
         !truc__phrase_back(r, tok, LEX_MOD_LESS) &&
         !truc__phrase_back(r, tok, LEX_MOD_APPROX);
}

static truc__moment read_year(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  uint32_t n = truc__phrase_len(r, tok, LEX_TIME_YEAR);
  int year = truc__year_token(r, tok + n);
  if (!year || (!n && (!usual_year(year) || !bare_year_holds(r, tok, year))))
    return m;
  set_years(&m, year, year);
  m.marked = n > 0;
  if (n == 2 && truc__is_word(r, tok, "trong")) m.when.hint = HINT_WITHIN;
  m.ntok = n + 1;
  return m;
}

/* "đầu năm", "cuối tháng": of the current one. */
static truc__moment read_current(const truc__reader *r, uint32_t tok) {
  static const char other[] = "mới học ấy đó này Giêng giêng Chạp chạp";
  truc__moment m = truc__no_moment();
  bool year = truc__is_word(r, tok, "năm");
  if (!year && !truc__is_word(r, tok, "tháng")) return m;
  if (truc__is_any(r, tok + 1, other)) return m;
  set_relative(&m, year ? "y:0" : "m:0", BASE_PUB);
  m.marked = true;
  m.ntok = 1;
  return m;
}

static truc__moment read_plain(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  if (tok >= r->end) return m;
  const uint64_t may = r->sign[tok].begins;
  if (!(may & TRUC__PERIODS)) return m;
  if (may & TRUC__RELATIVES) m = truc__read_relative(r, tok);
  if (may & BIT(TIME_MONTH)) truc__keep_longer(&m, read_month(r, tok));
  if (may & BIT(TIME_QUARTER)) truc__keep_longer(&m, read_quarter(r, tok));
  if (may & BIT(TIME_DECADE)) truc__keep_longer(&m, read_decade(r, tok));
  if (may & BIT(TIME_CENTURY)) truc__keep_longer(&m, read_century(r, tok));
  if (may & (BIT(TIME_YEAR) | BIT_DIGITS))
    truc__keep_longer(&m, read_year(r, tok));
  return m;
}

/* "cuối tháng 3", "đầu tuần này": no more exact than the month or week. */
static truc__moment read_edge(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_EDGE);
  if (!h) return truc__no_moment();
  uint32_t n = h->ntok;
  truc__moment m = read_plain(r, tok + n);
  if (!m.ntok) m = read_current(r, tok + n);
  bool week = m.interval &&
              strcmp(truc__hit_id(h), "END"); /* the weekend is a phrase */
  if (m.precision == TRUC_PREC_DAY && !week) return truc__no_moment();
  if (m.ntok) m.ntok += n;
  m.when.hint = 0;
  return m;
}

/* "nửa đầu năm 2023", "quý cuối năm nay" */
static truc__moment read_half_year(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_HALF);
  if (!h) return truc__no_moment();
  truc__moment y = read_year(r, tok + h->ntok), m = truc__no_moment();
  if (!y.ntok) y = truc__read_relative(r, tok + h->ntok);
  if (!y.ntok) y = read_current(r, tok + h->ntok);
  if (!y.ntok || y.precision != TRUC_PREC_YEAR) return m;
  const char *to = strchr(truc__hit_id(h), '-') + 1; /* 7-12 */
  set_months(&m, atoi(truc__hit_id(h)), atoi(to));
  m.start.year = m.end.year = y.start.year;
  m.when.year_base = y.when.base;
  m.when.year_shift = y.when.shift;
  m.marked = true;
  m.ntok = h->ntok + y.ntok;
  return m;
}

truc__moment truc__read_period(const truc__reader *r, uint32_t tok) {
  truc__moment m = read_plain(r, tok);
  if (truc__may(r, tok, LEX_TIME_EDGE))
    truc__keep_longer(&m, read_edge(r, tok));
  if (truc__may(r, tok, LEX_TIME_HALF))
    truc__keep_longer(&m, read_half_year(r, tok));
  return m;
}

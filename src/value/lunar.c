/* SPDX-License-Identifier: Apache-2.0 */
/* lunar.c - dates of the lunar calendar: found, and kept as text.
**
**     lunar = {part} (mùng|mồng) day (Tết | month [year])   đêm mùng 1 Tết
**           | {part} rằm month | giao thừa | 30 Tết
**           | tháng Chạp [year] | (năm|Tết|xuân) stem branch    năm Giáp Thìn
**           | date "âm lịch"                              ngày 10/3 âm lịch
**
** They are not turned into solar days: what the text counts by is not always
** said ("tháng Giêng" of foreign news is January), and nobody asks for them.
*/
#include "lex.h"
#include "value/value.h"

/* A reading that goes on: where it ends, and whether it is surely lunar. */
typedef struct lunar {
  uint32_t end; /* 0: none */
  bool sure;
} lunar;

static uint32_t skip_parts(const truc__reader *r, uint32_t tok) {
  static const uint16_t classes[] = {LEX_TIME_PART, LEX_TIME_DAY,
                                     LEX_TIME_EDGE};
  uint32_t at = tok;
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    at += truc__phrase_len(r, at, classes[i]);
  return at;
}

/* "Giáp Thìn" */
static bool is_year(const truc__reader *r, uint32_t tok) {
  return truc__phrase_len(r, tok, LEX_TIME_STEM) &&
         truc__phrase_len(r, tok + 1, LEX_TIME_BRANCH);
}

/* "tháng Chạp", "tháng 8" */
static lunar read_month(const truc__reader *r, uint32_t tok) {
  lunar l = {0, false};
  uint32_t n;
  if (!truc__is_any(r, tok, "tháng Tháng") || tok + 1 >= r->end) return l;
  if (truc__is_any(r, tok + 1, "Giêng giêng Chạp chạp")) {
    l.end = tok + 2;
    l.sure = truc__is_any(r, tok + 1, "Chạp chạp");
    return l;
  }
  int month = truc__small_number(r, tok + 1, &n);
  if (month >= 1 && month <= 12) l.end = tok + 1 + n;
  return l;
}

/* "rằm tháng 8", "giao thừa", "mùng 1", "30 Tết" */
static lunar read_day(const truc__reader *r, uint32_t tok, bool parts) {
  lunar l = {0, false};
  uint32_t n = truc__phrase_len(r, tok, LEX_TIME_FULL_MOON);
  if (n) {
    bool month = read_month(r, tok + n).end > 0;
    if (month || parts || n > 1) l = (lunar){tok + n, true};
    return l;
  }
  if ((n = truc__phrase_len(r, tok, LEX_TIME_EVE)) != 0)
    return (lunar){tok + n, true};
  uint32_t mark = truc__phrase_len(r, tok, LEX_TIME_DATE);
  if (tok + mark >= r->end) return l;
  int day = truc__small_number(r, tok + mark, &n);
  uint32_t end = tok + mark + n, tet = truc__phrase_len(r, end, LEX_TIME_TET);
  if (day < 1 || day > 30) return l;
  if (tet && (mark || day > 20)) return (lunar){end + tet, true};
  lunar month = read_month(r, end);
  bool named = month.end && truc__is_any(r, month.end - 1, "Giêng giêng");
  return (lunar){month.end ? end : 0, month.sure || named};
}

/* "năm Giáp Thìn", "Tết Giáp Thìn" */
static uint32_t read_year(const truc__reader *r, uint32_t tok) {
  uint32_t n = truc__is_any(r, tok, "năm Năm xuân Xuân");
  if (!n) n = truc__phrase_len(r, tok, LEX_TIME_TET);
  return n && is_year(r, tok + n) ? tok + n + 2 : 0;
}

/* "âm lịch", "(âm lịch)" */
static uint32_t read_tail(const truc__reader *r, uint32_t tok) {
  bool bracket = truc__mark_at(r, tok) == '(';
  uint32_t n = truc__phrase_len(r, tok + bracket, LEX_TIME_LUNAR);
  if (!n) return 0;
  uint32_t end = tok + bracket + n;
  return bracket && truc__mark_at(r, end) == ')' ? end + 1 : end;
}

static uint32_t read_lunar(const truc__reader *r, uint32_t tok) {
  uint32_t at = skip_parts(r, tok);
  lunar day = read_day(r, at, at > tok), month;
  uint32_t end = day.end ? day.end : at, next;
  month = read_month(r, end);
  if (month.end) end = month.end;
  bool sure = day.sure || month.sure;
  if ((next = read_year(r, end)) != 0) end = next, sure = true;
  if (is_year(r, end) && day.sure) end += 2; /* mùng 1 Tết Kỷ Hợi */
  if (end > at && (next = read_tail(r, end)) != 0) end = next, sure = true;
  return sure ? end : 0;
}

void truc__read_lunar(const truc__reader *r, uint32_t tok,
                      const truc__moment *solar, truc__found *f) {
  if (!r->w->lunar) return;
  uint32_t end = read_lunar(r, tok), tail = 0;
  if (solar->ntok && !solar->when.base)
    tail = read_tail(r, tok + solar->ntok); /* ngày 10/3 âm lịch */
  if (tail > end) end = tail;
  if (!end) return;
  truc__moment m = truc__no_moment();
  m.when.base = BASE_TEXT;
  truc_value *v = truc__add_moment(f, tok, end - tok, &m);
  if (v) v->basis = "lunar, kept as text";
}

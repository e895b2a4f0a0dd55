/* SPDX-License-Identifier: Apache-2.0 */
/* series.c - several days in one phrase.
**
**     series   = [number] "ngày" d {, d} và day      hai ngày 20 và 21/5
*/
#include "lex.h"
#include "value/value.h"

typedef struct days {
  int day[FOUND_MAX];
  uint32_t tok[FOUND_MAX];
  unsigned n;
} days;

/* "27, 28 và" */
static uint32_t read_day_list(const truc__reader *r, uint32_t tok, days *l) {
  uint32_t at = tok;
  for (l->n = 0; l->n < FOUND_MAX - 1;) {
    int v = truc__small_int(r, at);
    if (v < 1 || v > 31) break;
    uint32_t join = truc__phrase_len(r, at + 1, LEX_TIME_AND);
    if (!join) break;
    l->day[l->n] = v;
    l->tok[l->n++] = at;
    at += 1 + join;
  }
  return at;
}

static bool consecutive(const days *l, truc_date last) {
  for (unsigned i = 0; i < l->n; i++)
    if (l->day[i] + (int)(l->n - i) != last.day) return false;
  return true;
}

/* "hai ngày 31/5 và 1/6": two days in a row, both with their month. */
static void read_pair(const truc__reader *r, uint32_t tok, uint32_t at,
                      truc__found *f) {
  truc__moment a = truc__read_moment(r, at);
  if (!a.ntok || a.precision != TRUC_PREC_DAY || a.when.base) return;
  if (!truc__is_word(r, at + a.ntok, "và")) return;
  uint32_t second = at + a.ntok + 1;
  if (second >= r->end) return;
  truc__moment b = truc__read_moment(r, second);
  if (!b.ntok || !truc__same_kind(&a, &b) || !a.start.month || !b.start.month)
    return;
  if (!truc__carry(&a, &b)) return;
  truc_date x = a.start, y = b.end;
  if (!x.year) x.year = y.year = 2001;
  if (truc__date_days(y) - truc__date_days(x) != 1) return;
  truc__add_interval(tok, second + b.ntok - tok, &a, &b, f);
}

/* "hai ngày 7-8/6", "trong ba ngày từ 20 đến 22/11" */
static void read_stretch(const truc__reader *r, uint32_t tok, uint32_t at,
                         truc__found *f) {
  truc__moment m = truc__read_moment(r, at);
  truc__read_interval(r, at, &m, f);
  bool stretch = f->n == 1 && (f->v[0].flags & TRUC_VF_INTERVAL) &&
                 f->v[0].precision == TRUC_PREC_DAY;
  if (!stretch) {
    f->n = f->ntok = 0;
    return;
  }
  f->v[0].tok = tok;
  f->v[0].ntok += at - tok;
  f->ntok = f->v[0].ntok;
}

/* The two days of "28,29", which is one number; false if it is no such pair. */
static bool split_comma(const truc__reader *r, uint32_t tok, int day[2]) {
  if (!truc__is_digits(r, tok)) return false;
  const char *s = truc__tok_text(r->d, tok);
  uint32_t n = r->d->token.v[tok].text_len, k = 0;
  day[0] = day[1] = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (s[i] >= '0' && s[i] <= '9' && day[k] < 10)
      day[k] = day[k] * 10 + (s[i] - '0');
    else if (s[i] != ',' || ++k > 1)
      return false;
  }
  return k == 1 && day[0] > 0 && day[1] == day[0] + 1;
}

/* "ngày 28,29 tháng 5" */
static void read_comma_days(const truc__reader *r, uint32_t tok, uint32_t at,
                            truc__found *f) {
  int day[2];
  uint32_t ntok;
  if (!split_comma(r, at, day) || !truc__is_word(r, at + 1, "tháng")) return;
  int month = at + 2 < r->end ? truc__small_number(r, at + 2, &ntok) : 0;
  if (month < 1 || !truc__date_valid(0, month, day[1])) return;
  truc__moment m = truc__no_moment();
  truc__set_point(&m, (truc_date){0, (uint8_t)month, (uint8_t)day[0]},
                  TRUC_PREC_DAY);
  m.end.day = (uint8_t)day[1];
  m.interval = true;
  uint32_t end = at + 2 + ntok;
  end += truc__trailing_year(r, end, &m);
  truc__add_moment(f, tok, end - tok, &m);
}

void truc__read_series(const truc__reader *r, uint32_t tok, truc__found *f) {
  static const char each[] = "các những hai ba bốn Các Những Hai Ba Bốn";
  uint32_t at = tok;
  days l;
  const uint64_t day_word = BIT(TIME_DAY) | BIT(TIME_PART);
  if (!truc__may_any(r, tok, day_word) &&
      !truc__may_any(r, tok + 1, day_word) &&
      !truc__may_any(r, tok + 2, day_word))
    return;
  if (truc__is_any(r, at, "trong Trong")) at++;
  bool counted = truc__small_int(r, at) > 0;
  if (truc__may(r, at, LEX_NUM_WORD) || truc__may(r, at, LEX_VALUE_BEGIN))
    counted = counted || truc__is_any(r, at, each);
  at += counted;
  uint32_t day = truc__phrase_len(r, at, LEX_TIME_DAY);
  if (!day) day = truc__phrase_len(r, at, LEX_TIME_PART);
  if (!day) return;
  read_comma_days(r, tok, at + day, f);
  if (f->ntok) return;
  uint32_t end = read_day_list(r, at + day, &l);
  if (!l.n && counted && at + day < r->end) {
    read_pair(r, tok, at + day, f);
    if (!f->n) read_stretch(r, tok, at + day, f);
  }
  if (!l.n || end >= r->end) return;
  truc__moment m = truc__read_moment(r, end);
  if (!m.ntok || m.precision != TRUC_PREC_DAY || !m.start.month || m.when.base)
    return;
  for (unsigned i = 0; i < l.n; i++)
    if (l.day[i] >= m.start.day) return;
  m.when.month_carried = true;
  if (consecutive(&l, m.start)) {
    truc__moment a = m;
    a.start.day = (uint8_t)l.day[0];
    truc__add_interval(tok, end + m.ntok - tok, &a, &m, f);
    return;
  }
  for (unsigned i = 0; i < l.n; i++) {
    truc__moment x = m;
    x.start.day = x.end.day = (uint8_t)l.day[i];
    uint32_t first = i ? l.tok[i] : tok;
    truc__add_moment(f, first, l.tok[i] + 1 - first, &x);
  }
  m.when.month_carried = false;
  truc__add_moment(f, end, m.ntok, &m);
}

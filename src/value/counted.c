/* SPDX-License-Identifier: Apache-2.0 */
/* counted.c - so many days, months, years from a known date.
**
**     months   = number "tháng" (đầu|cuối) year      7 tháng đầu năm nay
**     shifted  = number unit (sau|trước|nữa)         hai ngày sau
**              | cách đây number unit                cách đây 5 năm
**     span     = number unit (qua|gần đây|tới)       65 năm qua
**
** A span is an interval if the day of the text is known, as exact as its unit;
** else it is the duration it says.  With a modifier ("hơn 20 năm qua") nothing
** exact can be said, and it is a duration too. */
#include "lex.h"
#include "value/value.h"

/* "7 tháng đầu năm nay", "6 tháng cuối năm 2023", "10 tháng năm 2024" */
void truc__read_months(const truc__reader *r, uint32_t tok, truc__found *f) {
  uint32_t ntok, k = 1;
  while (k <= 4 && !truc__may(r, tok + k, LEX_TIME_MONTH)) k++;
  if (k > 4) return;
  int count = truc__small_number(r, tok, &ntok);
  uint32_t at = tok + ntok;
  if (count < 1 || count > 11 || !truc__is_word(r, at, "tháng")) return;
  const truc__hit *h = truc__phrase(r, at + 1, LEX_TIME_FIRST);
  at += 1;
  if (h) at += h->ntok;
  if (h && truc__is_word(r, at, "của")) at++;
  truc__moment y = truc__read_moment(r, at), m;
  memset(&m, 0, sizeof m);
  if (!h && !(y.start.year && truc__is_word(r, at, "năm"))) return;
  if (y.ntok && y.precision != TRUC_PREC_YEAR) return;
  if (!y.ntok) { /* "6 tháng đầu năm" */
    if (!truc__is_word(r, at, "năm")) return;
    y.when.base = BASE_PUB;
    y.ntok = 1;
  }
  bool first = !h || truc__hit_id(h)[0] != '-';
  m.start = (truc_date){y.start.year, (uint8_t)(first ? 1 : 13 - count), 0};
  m.end = (truc_date){y.start.year, (uint8_t)(first ? count : 12), 0};
  m.precision = TRUC_PREC_MONTH;
  m.interval = true;
  m.when.year_base = y.when.base;
  m.when.year_shift = y.when.shift;
  truc__add_moment(f, tok, at + y.ntok - tok, &m);
}

static char unit_letter(const char *id) {
  static const char *const names[] = {"day", "week", "month", "year", "decade"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (!strcmp(id, names[i])) return "dwmyD"[i];
  return 0;
}

/* A number of units of time; exact, and without a modifier before it. */
typedef struct count {
  uint32_t ntok; /* 0: none */
  truc__num number;
  const truc__hit *unit;
  char letter; /* d m y, weeks and decades turned into these */
  int16_t n;
} count;

static bool is_modified(const truc__reader *r, uint32_t tok) {
  return truc__phrase_back(r, tok, LEX_MOD_APPROX) ||
         truc__phrase_back(r, tok, LEX_MOD_NEAR) ||
         truc__phrase_back(r, tok, LEX_MOD_MORE) ||
         truc__phrase_back(r, tok, LEX_NUM_VAGUE);
}

static count read_count(const truc__reader *r, uint32_t tok) {
  count c;
  memset(&c, 0, sizeof c);
  truc__num n = truc__read_number(r, tok);
  if (!n.ntok || n.magnitude || n.exponent < 0 || n.exponent > 2) return c;
  c.unit = truc__phrase(r, tok + n.ntok, LEX_UNIT_TIME);
  c.letter = c.unit ? unit_letter(truc__hit_id(c.unit)) : 0;
  if (!c.letter || is_modified(r, tok)) return c;
  int64_t v = n.mantissa;
  for (int32_t e = 0; e < n.exponent; e++) v *= 10;
  if (c.letter == 'D') v *= 10, c.letter = 'y';
  if (c.letter == 'w') v *= 7, c.letter = 'd';
  if (v > 2000) return c;
  c.n = (int16_t)v;
  c.number = n;
  c.ntok = n.ntok + c.unit->ntok;
  return c;
}

static truc__moment moment_of(const count *c, truc__base base, int sign) {
  truc__moment m = truc__no_moment();
  m.precision = c->letter == 'd'   ? TRUC_PREC_DAY
                : c->letter == 'm' ? TRUC_PREC_MONTH
                                   : TRUC_PREC_YEAR;
  m.when.base = (uint8_t)base;
  m.when.unit = c->letter;
  m.when.shift = (int16_t)(sign * c->n);
  return m;
}

/* "cách đây 65 năm" */
static void read_ago(const truc__reader *r, uint32_t tok, count c,
                     truc__found *f) {
  if (!truc__is_word(r, tok - 1, "đây")) return;
  if (!truc__is_any(r, tok - 2, "cách Cách")) return;
  truc__moment m = moment_of(&c, BASE_PUB, -1);
  truc__add_moment(f, tok, c.ntok, &m);
}

/* "hai ngày sau", "65 năm trước" */
static void read_shifted(const truc__reader *r, uint32_t tok, count c,
                         truc__found *f) {
  uint32_t at = tok + c.ntok;
  const truc__hit *later = truc__phrase(r, at, LEX_TIME_LATER);
  const truc__hit *before = truc__phrase(r, at, LEX_TIME_BEFORE);
  bool ago = truc__is_word(r, at, "trước"), on = truc__is_word(r, at, "nữa");
  uint32_t more = before ? before->ntok : later ? later->ntok : ago || on;
  if (ago && !before && truc__is_word(r, at + 1, "đây")) more = 2;
  if (!more || truc__is_word(r, at + more, "khi")) return;
  truc__moment m = moment_of(&c, before || later ? BASE_LAST : BASE_PUB,
                             later || on ? 1 : -1);
  truc__add_moment(f, tok, at + more - tok, &m);
}

/* "chuyến thăm 3 ngày tới Nhật Bản", "3 ngày qua Lào" go somewhere; after
** "trong", or of years, the same words speak of time. */
static bool is_time(const truc__reader *r, uint32_t tok, const count *c,
                    const truc__hit *h) {
  uint32_t end = h->tok + h->ntok;
  bool within = truc__is_any(r, tok - 1, "trong Trong vòng suốt Suốt");
  if (truc__is_word(r, h->tok, "nay")) /* "giải thưởng 10 năm nay" */
    return within || truc__is_any(r, tok - 1, "từ Từ đã");
  if (h->ntok > 1 || !truc__is_any(r, h->tok, "qua tới")) return true;
  bool capital = truc__is_capital_token(r, end);
  if (c->letter == 'y' || (within && !capital)) return true;
  return truc__hit_id(h)[0] == '-' ? !capital : truc__is_ahead(r, h->tok);
}

/* "65 năm qua", "trong 10 ngày tới".  What the number and its unit say stays
** with it, for a text of unknown date. */
static void read_span(const truc__reader *r, uint32_t tok, count c,
                      truc__found *f) {
  const truc__hit *h = truc__phrase(r, tok + c.ntok, LEX_TIME_SPAN);
  if (!h || !is_time(r, tok, &c, h)) return;
  truc__moment m = moment_of(&c, BASE_SPAN, truc__hit_id(h)[0] == '-' ? -1 : 1);
  m.interval = true;
  truc_value *v = truc__add_moment(f, tok, c.ntok + h->ntok, &m);
  if (!v) return;
  v->mantissa = c.number.mantissa;
  v->exponent = c.number.exponent;
  v->num_tok = tok;
  v->num_ntok = c.number.ntok;
  v->unit_tok = c.unit->tok;
  v->unit_ntok = c.unit->ntok;
  truc__set_duration(v, truc__hit_id(c.unit));
}

void truc__read_counted(const truc__reader *r, uint32_t tok, truc__found *f) {
  count c = read_count(r, tok);
  if (!c.ntok) return;
  read_shifted(r, tok, c, f);
  if (!f->ntok) read_span(r, tok, c, f);
  if (!f->ntok) read_ago(r, tok, c, f);
}

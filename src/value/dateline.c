/* SPDX-License-Identifier: Apache-2.0 */
/* dateline.c - the publication date, where the text itself prints it.
**
** A dateline is a line of its own among the first or last lines, of nothing but
** a date, its weekday and clock, and perhaps a place before it:
**
**     Thứ sáu, 22/11/2024, 10:45 GMT+7      Hà Nội, ngày 12-5-2024
**
** or it opens the first lines of the body and ends in a dash:
**
**     Hà Nội, 12/5/2024 (TTXVN) - ...       (Hà Nội, 12/5/2024) - ...
**
** Any other date speaks of an event.  Two datelines that differ are none.  One
** at the head of the text without a year, "(Hà Nội, 12/5) - ...", says which
** day the text calls "hôm nay", but no publication date. */
#include "lex.h"
#include "value/value.h"

/* Lines looked at from either end, and tokens of a line. */
enum { HEAD_LINES = 4, TAIL_LINES = 6, LINE_TOKENS = 24 };

/* ------------------------------------------------------------------- parts */

/* The date at `tok`; 0 if there is none, else its length. */
static uint32_t full_date(const truc__reader *r, uint32_t tok, truc_date *x) {
  truc__moment m = truc__no_moment();
  truc__dmy f = truc__split_dmy(r, tok);
  uint32_t n = f.n == 3 || (f.n == 2 && f.separator == '/');
  if (n)
    truc__moment_of_dmy(&f, &m);
  else if (truc__is_digits(r, tok) || truc__phrase_len(r, tok, LEX_TIME_DAY))
    m = truc__read_moment(r, tok), n = m.ntok;
  bool usual = !m.start.year || (m.start.year >= 1945 && m.start.year <= 2100);
  if (!m.start.month || m.when.year_base) return 0;
  if (!n || m.precision != TRUC_PREC_DAY || m.when.base || !usual) return 0;
  *x = m.start;
  return n;
}

/* What may stand beside the date: marks, a weekday, a clock. */
static uint32_t skip_beside(const truc__reader *r, uint32_t tok) {
  static const char words[] =
      "ngày Ngày lúc Lúc giờ Giờ phút h cập Cập nhật Đăng đăng AM PM am pm "
      "sáng chiều tối trưa Thứ thứ hai ba tư năm sáu bảy Hai Ba Tư Năm Sáu "
      "Bảy Chủ chủ Nhật GMT UTC";
  const truc_token *t = &r->d->token.v[tok];
  const char *s = truc__tok_text(r->d, tok);
  uint32_t day = truc__phrase_len(r, tok, LEX_TIME_WEEKDAY);
  if (day) return day;
  if (truc__mark_at(r, tok) || t->kind == TRUC_TOK_TIME) return 1;
  if (truc__small_int(r, tok) >= 0 && truc__small_int(r, tok) < 60) return 1;
  if (t->text_len > 3 && (!memcmp(s, "GMT", 3) || !memcmp(s, "UTC", 3)))
    return 1;
  return truc__is_any(r, tok, words);
}

/* "Hà Nội," before a date: capitals, at most six, and a mark. */
static uint32_t skip_place(const truc__reader *r, uint32_t tok) {
  uint32_t at = tok;
  while (at < r->end && at - tok < 6 && truc__is_capital_token(r, at)) at++;
  char m = truc__mark_at(r, at);
  return at > tok && (m == ',' || m == '-') ? at + 1 - tok : 0;
}

static bool has_place(const truc__reader *r, uint32_t tok, uint32_t end) {
  for (uint32_t i = 0; i < r->d->mention.n; i++) {
    const truc_mention *m = &r->d->mention.v[i];
    if (m->tok >= end) return false;
    if (m->tok >= tok && (m->type == TRUC_GPE || m->type == TRUC_LOC))
      return true;
  }
  return false;
}

/* ------------------------------------------------------------------- lines */

/* The whole line is a dateline. */
static bool whole_line(const truc__reader *r, truc_date *x) {
  uint32_t at = r->begin, n;
  bool found = false;
  if (r->end - r->begin > LINE_TOKENS) return false;
  if (!truc__phrase_len(r, at, LEX_TIME_WEEKDAY)) at += skip_place(r, at);
  while (at < r->end) {
    truc_date y;
    if (!found && (n = full_date(r, at, &y)) != 0)
      *x = y, found = true;
    else
      n = skip_beside(r, at);
    if (!n) return false;
    at += n;
  }
  return found;
}

/* "(TTXVN)" after the date */
static uint32_t skip_agency(const truc__reader *r, uint32_t tok) {
  uint32_t at = tok + 1;
  if (truc__mark_at(r, tok) != '(') return 0;
  while (at < r->end && at - tok < 6 && truc__mark_at(r, at) != ')') at++;
  return truc__mark_at(r, at) == ')' ? at + 1 - tok : 0;
}

/* The line opens with one, which ends in a dash or its bracket. */
static bool line_head(const truc__reader *r, truc_date *x) {
  bool bracket = truc__mark_at(r, r->begin) == '(';
  uint32_t from = r->begin + bracket, at = from, n = 0;
  while (at < r->end && at - from < 9 && !(n = full_date(r, at, x))) {
    char m = truc__mark_at(r, at);
    if (!truc__is_capital_token(r, at) && m != ',' && m != '-' && m != '(')
      return false;
    bracket = bracket || m == '(';
    at++;
  }
  if (!n || at == from || !has_place(r, from, at)) return false;
  at += n;
  bool closed = bracket && truc__mark_at(r, at) == ')';
  at += closed;
  at += skip_agency(r, at);
  return closed || truc__mark_at(r, at) == '-';
}

/* -------------------------------------------------------------- both ends */

typedef struct search {
  const truc_doc *d;
  const truc__valuework *w;
  truc_date date, day; /* with and without a year */
  bool clash, day_clash;
} search;

static bool begins_line(const truc_doc *d, uint32_t tok) {
  return tok == 0 || (d->token.v[tok].flags & TRUC_TF_LINE);
}

static void look_at(search *s, uint32_t begin, uint32_t end, bool head) {
  truc__reader r = {s->d, s->w, s->w->sign.v, begin, end, 0};
  truc_date x = {0, 0, 0};
  if (!whole_line(&r, &x) && !(head && line_head(&r, &x))) return;
  if (!x.year) {
    if (s->day.day && truc__date_compare(s->day, x)) s->day_clash = true;
    if (head) s->day = x;
    return;
  }
  if (s->date.year && truc__date_compare(s->date, x)) s->clash = true;
  s->date = x;
}

static bool is_title(const truc_doc *d, uint32_t tok) {
  return d->sentence.n && d->sentence.v[0].kind == TRUC_SENT_TITLE &&
         tok < d->sentence.v[0].tok + d->sentence.v[0].ntok;
}

truc_date truc__find_dateline(const truc_doc *d, const truc__valuework *w) {
  const truc_date none = {0, 0, 0};
  search s = {d, w, none, none, false, false};
  const uint32_t *odd = d->odd.v; /* all that begin a line are among them */
  uint32_t begin = 0, n = d->token.n, k = 0;
  for (int line = 0; line < HEAD_LINES && begin < n; line++) {
    for (k++; k < d->odd.n && !begins_line(d, odd[k]);) k++;
    uint32_t end = k < d->odd.n ? odd[k] : n;
    look_at(&s, begin, end, !is_title(d, begin));
    begin = end;
  }
  uint32_t end = n, head = begin;
  k = d->odd.n;
  for (int line = 0; line < TAIL_LINES && end > head; line++) {
    for (k--; odd[k] > head && !begins_line(d, odd[k]);) k--;
    begin = odd[k];
    look_at(&s, begin, end, false);
    end = begin;
  }
  if (s.date.year) return s.clash ? none : s.date;
  return s.day_clash ? none : s.day;
}

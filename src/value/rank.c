/* SPDX-License-Identifier: Apache-2.0 */
/* rank.c - thứ ba, lớn nhất, hạng 5; and ordinals, which rank nothing.
**
** "thứ hai" … "thứ bảy" are weekdays only where a word of time stands beside
** them (date.c reads those, and is longer).  Most of the rest count things in
** time, "lần thứ hai", "tổng thống thứ 45", "vòng đàm phán thứ ba", and are
** ordinals; a rank needs a sign of its own, see is_ranked(). */
#include "lex.h"
#include "value/value.h"

static truc_value *add_rank(truc__found *f, truc_value_kind kind, uint32_t tok,
                            uint32_t ntok, int value) {
  truc_value *v = truc__found_add(f, kind, tok, ntok);
  v->mantissa = value;
  v->num_tok = tok;
  v->num_ntok = ntok;
  f->ntok = ntok;
  return v;
}

/* ------------------------------------------------------------- thứ + number */

/* Number after "thứ"; 0 if there is none. */
static int ordinal_number(const truc__reader *r, uint32_t tok, uint32_t *ntok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_RANK_WORD);
  if (!h) h = truc__phrase(r, tok, LEX_NUM_ROMAN);
  truc__dmy share = truc__split_dmy(r, tok); /* thứ 19/126 */
  *ntok = 1;
  if (share.n == 2 && share.separator == '/' &&
      share.value[0] <= share.value[1])
    return share.value[0];
  if (!h) return truc__small_number(r, tok, ntok);
  *ntok = h->ntok;
  int v = 0;
  for (const char *p = truc__hit_id(h); *p; p++) v = v * 10 + (*p - '0');
  return v;
}

/* "lần thứ hai"; and from afar "chuyến thăm cấp cao thứ hai". */
static bool counts_event(const truc__reader *r, uint32_t tok) {
  if (truc__phrase_back(r, tok, LEX_RANK_EVENT)) return true;
  for (uint32_t k = 1; k <= 6 && tok >= r->begin + k; k++) {
    uint32_t at = tok - k;
    if (truc__mark_at(r, at) || truc__phrase_len(r, at, LEX_TIME_VERB))
      return false;
    const truc__hit *h = truc__phrase(r, at, LEX_RANK_HAPPENING);
    if (h && at + h->ntok <= tok) return true;
  }
  return false;
}

/* "thứ 3 và thứ 4": the second is what the first is. */
static bool follows_rank(const truc__reader *r, uint32_t tok) {
  const truc_doc *d = r->d;
  if (!d->value.n || !truc__phrase_len(r, tok - 1, LEX_TIME_AND)) return false;
  const truc_value *v = &d->value.v[d->value.n - 1];
  return v->kind == TRUC_VAL_RANK && v->tok + v->ntok + 1 == tok;
}

/* What makes an ordinal a rank: a verb of standing, a field or a partner before
** it, or "về", "thế giới" after it. */
static bool is_ranked(const truc__reader *r, uint32_t tok, uint32_t end) {
  if (truc__phrase_back(r, tok, LEX_RANK_VERB)) return true;
  if (truc__phrase_len(r, end, LEX_RANK_SET)) return true;
  if (follows_rank(r, tok)) return true;
  for (uint32_t k = 1; k <= 7 && tok >= r->begin + k; k++) {
    uint32_t at = tok - k;
    if (truc__mark_at(r, at)) return false;
    const truc__hit *h = truc__phrase(r, at, LEX_RANK_FIELD);
    if (h && at + h->ntok <= tok) return true;
  }
  return false;
}

/* "Thứ hai, …" opens a point of an argument. */
static bool is_point(const truc__reader *r, uint32_t tok, uint32_t end) {
  if (tok != r->begin) return false;
  return truc__mark_at(r, end) == ',' || truc__mark_at(r, end) == ':' ||
         truc__is_word(r, end, "là");
}

static void read_thu(const truc__reader *r, uint32_t tok, truc__found *f) {
  uint32_t thu = tok, ntok;
  const truc__hit *degree = truc__phrase(r, tok, LEX_RANK_DEGREE);
  if (degree && truc__phrase_back(r, tok, LEX_RANK_LEVEL)) return;
  if (degree) thu += degree->ntok;
  if (!truc__phrase_len(r, thu, LEX_RANK_THU) || thu + 1 >= r->end) return;
  int v = ordinal_number(r, thu + 1, &ntok);
  if (!v || thu + 1 + ntok > r->end) return;
  uint32_t end = thu + 1 + ntok;
  if (is_point(r, tok, end) || truc__phrase_len(r, end, LEX_RANK_PHOTO)) {
    f->ntok = end - tok;
    return;
  }
  bool named = r->sign[tok].inside & INSIDE_NAME; /* Hội nghị lần thứ 43 */
  bool rank =
      !named && (degree || (!counts_event(r, thu) && is_ranked(r, thu, end)));
  truc_value *x =
      add_rank(f, rank ? TRUC_VAL_RANK : TRUC_VAL_ORDINAL, tok, end - tok, v);
  x->num_tok = thu;
  x->num_ntok = end - thu;
}

/* "hội nghị lần 2": as "lần thứ 2". */
static void read_time(const truc__reader *r, uint32_t tok, truc__found *f) {
  uint32_t ntok;
  if (!truc__is_word(r, tok, "lần") || tok + 1 >= r->end) return;
  int v = truc__small_number(r, tok + 1, &ntok);
  uint32_t end = tok + 1 + ntok;
  bool counted = truc__phrase_len(r, end, LEX_UNIT_COUNT) &&
                 !truc__is_capital_token(r, end); /* kỳ họp lần 9 Ủy ban */
  bool timed = truc__phrase_len(r, end, LEX_UNIT_TIME) &&
               !truc__phrase_len(r, end, LEX_TIME_REL) && /* lần 10 năm nay */
               !truc__year_token(r, end + 1);
  if (!v || counted || timed || truc__phrase_len(r, end, LEX_NUM_MAG) ||
      truc__mark_at(r, end) == '-')
    return;
  truc_value *x = add_rank(f, TRUC_VAL_ORDINAL, tok, end - tok, v);
  x->num_tok = tok + 1;
  x->num_ntok = ntok;
}

/* ------------------------------------------------------------- superlatives */

/* "một trong những nước lớn nhất", "hai nền kinh tế lớn nhất": of several one
** is not the first.  The words of the phrase are walked back to its verb. */
static bool is_plural(const truc__reader *r, uint32_t tok) {
  for (uint32_t k = 1; k <= 12 && tok >= r->begin + k; k++) {
    uint32_t at = tok - k;
    char m = truc__mark_at(r, at);
    if (m && m != '-') return false;
    if (truc__phrase_len(r, at, LEX_RANK_AMONG)) return true;
    truc__num n = truc__read_number(r, at);
    if (n.ntok && !n.percent && !n.one && n.ntok <= k &&
        !truc__phrase_len(r, at + n.ntok, LEX_UNIT_MONEY))
      return true;
    if (truc__phrase_len(r, at, LEX_TIME_VERB)) return false;
  }
  return false;
}

/* A superlative against the past ("lớn nhất từ trước đến nay") ranks nobody. */
static bool is_place_among(const truc__reader *r, uint32_t tok, uint32_t end) {
  return !is_plural(r, tok) && !truc__phrase_len(r, end, LEX_RANK_TIME);
}

static void read_superlative(const truc__reader *r, uint32_t tok,
                             truc__found *f) {
  const truc__hit *h = truc__phrase(r, tok, LEX_RANK_FIRST);
  if (h && is_place_among(r, tok, tok + h->ntok))
    add_rank(f, TRUC_VAL_RANK, tok, h->ntok, 1);
  if (f->ntok) return;
  h = truc__phrase(r, tok, LEX_RANK_BEST);
  if (h && !truc__phrase_back(r, tok, LEX_RANK_LEVEL) &&
      truc__phrase_len(r, tok + h->ntok, LEX_RANK_SET) &&
      is_place_among(r, tok, tok + h->ntok))
    add_rank(f, TRUC_VAL_RANK, tok, h->ntok, 1);
}

/* "đứng đầu" leads a list, or a delegation. */
static void read_lead(const truc__reader *r, uint32_t tok, truc__found *f) {
  const truc__hit *h = truc__phrase(r, tok, LEX_RANK_LEAD);
  if (!h || !truc__phrase_len(r, tok + h->ntok, LEX_RANK_SET)) return;
  if (is_plural(r, tok) || truc__is_word(r, tok - 1, "người")) return;
  add_rank(f, TRUC_VAL_RANK, tok, h->ntok, 1);
}

/* "Huân chương Lao động hạng nhì" */
static bool is_order(const truc__reader *r, uint32_t tok) {
  for (uint32_t k = 1; k <= 6 && tok >= r->begin + k; k++)
    if (truc__phrase_len(r, tok - k, LEX_RANK_LEVEL)) return true;
  return false;
}

/* "hạng 5", "vị trí số 2", "hạng nhất", "số 1" */
static void read_place(const truc__reader *r, uint32_t tok, truc__found *f) {
  const truc__hit *h = truc__phrase(r, tok, LEX_RANK_PLACE);
  uint32_t at = h ? tok + h->ntok : tok, ntok;
  if (truc__is_word(r, at, "số")) {
    at++;
    if (!h && !truc__phrase_len(r, at + 1, LEX_RANK_SET) &&
        !truc__is_word(r, at + 1, "của"))
      return;
    if (!h && truc__small_int(r, at) != 1) return;
  } else if (!h) {
    return;
  }
  int v = at < r->end ? ordinal_number(r, at, &ntok) : 0;
  if (!v || is_plural(r, tok) || is_order(r, tok)) return;
  add_rank(f, TRUC_VAL_RANK, tok, at + ntok - tok, v);
}

void truc__read_rank(const truc__reader *r, uint32_t tok, truc__found *f) {
  f->ntok = f->n = 0;
  read_thu(r, tok, f);
  if (!f->ntok) read_time(r, tok, f);
  if (r->sign[tok].inside & INSIDE_NAME) return;
  if (!f->ntok) read_superlative(r, tok, f);
  if (!f->ntok) read_lead(r, tok, f);
  if (!f->ntok) read_place(r, tok, f);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* rank.c - thứ ba, lớn nhất, hạng 5; and ordinals, which rank nothing.
**
** "thứ hai" … "thứ bảy" are ranks unless a word of time stands beside them
** (then date.c reads a weekday, which is longer) or the noun before them is one
** that is counted in time: "lần thứ hai", "chuyến thăm cấp cao thứ hai". */
#include "lex.h"
#include "value/value.h"

/* Is `cls` found in the `reach` tokens before `tok`, within the clause? */
static bool before(const truc__reader *r, uint32_t tok, unsigned cls,
                   uint32_t reach) {
  for (uint32_t k = 1; k <= reach && tok >= r->begin + k; k++) {
    char m = truc__mark(r, tok - k);
    if (m && m != '-') return false;
    const truc__hit *h = truc__look(r, tok - k, cls);
    if (h && tok - k + h->ntok <= tok) return true;
  }
  return false;
}

static truc_value *add_rank(truc__found *f, truc_value_kind kind, uint32_t tok,
                            uint32_t ntok, int value) {
  truc_value *v = truc__found_add(f, kind, tok, ntok);
  v->mantissa = value;
  v->num_tok = tok;
  v->num_ntok = ntok;
  f->ntok = ntok;
  return v;
}

/* --------------------------------------------------------------- thứ + number */

/* Number after "thứ"; 0 if there is none. */
static int ordinal_number(const truc__reader *r, uint32_t tok, uint32_t *ntok) {
  const truc__hit *h = truc__look(r, tok, LEX_RANK_WORD);
  if (!h) h = truc__look(r, tok, LEX_NUM_ROMAN);
  if (!h) return truc__small_number(r, tok, ntok);
  *ntok = h->ntok;
  int v = 0;
  for (const char *p = h->id; *p; p++) v = v * 10 + (*p - '0');
  return v;
}

/* A noun counted in time governs the ordinal, though other words may stand
** between: "chuyến thăm cấp cao thứ hai". A verb or a degree word cuts it off. */
static bool counts_event(const truc__reader *r, uint32_t tok) {
  if (truc__look_back(r, tok, LEX_RANK_EVENT)) return true;
  for (uint32_t k = 1; k <= 5 && tok >= r->begin + k; k++) {
    uint32_t at = tok - k;
    if (truc__mark(r, at) || truc__len(r, at, LEX_TIME_VERB)) return false;
    const truc__hit *h = truc__look(r, at, LEX_RANK_EVENT);
    if (h && h->ntok >= 2 && at + h->ntok <= tok) return true;
  }
  return false;
}

/* "Thứ hai, …" opens a point of an argument. */
static bool is_point(const truc__reader *r, uint32_t tok, uint32_t end) {
  if (tok != r->begin) return false;
  return truc__mark(r, end) == ',' || truc__mark(r, end) == ':' ||
         truc__word_is(r, end, "là");
}

static void read_thu(const truc__reader *r, uint32_t tok, truc__found *f) {
  uint32_t thu = tok, ntok;
  const truc__hit *degree = truc__look(r, tok, LEX_RANK_DEGREE);
  if (degree) thu += degree->ntok;
  if (!truc__len(r, thu, LEX_RANK_THU) || thu + 1 >= r->end) return;
  int v = ordinal_number(r, thu + 1, &ntok);
  if (!v) return;
  uint32_t end = thu + 1 + ntok;
  if (is_point(r, tok, end)) {
    f->ntok = end - tok;
    return;
  }
  bool event = !degree && counts_event(r, thu);
  truc_value *x = add_rank(f, event ? TRUC_VAL_ORDINAL : TRUC_VAL_RANK, tok,
                           end - tok, v);
  x->num_tok = thu;
  x->num_ntok = end - thu;
}

/* -------------------------------------------------------------- superlatives */

/* "một trong những nước lớn nhất" is one of several; a superlative against the
** past ("lớn nhất từ trước đến nay") ranks no country. */
static bool is_place_among(const truc__reader *r, uint32_t tok, uint32_t end) {
  if (before(r, tok, LEX_RANK_AMONG, 12)) return false;
  return !truc__len(r, end, LEX_RANK_TIME);
}

static void read_superlative(const truc__reader *r, uint32_t tok,
                             truc__found *f) {
  const truc__hit *h = truc__look(r, tok, LEX_RANK_FIRST);
  if (h && is_place_among(r, tok, tok + h->ntok))
    add_rank(f, TRUC_VAL_RANK, tok, h->ntok, 1);
  if (f->ntok) return;
  h = truc__look(r, tok, LEX_RANK_BEST);
  if (h && !truc__look_back(r, tok, LEX_RANK_LEVEL) &&
      truc__len(r, tok + h->ntok, LEX_RANK_SET) &&
      is_place_among(r, tok, tok + h->ntok))
    add_rank(f, TRUC_VAL_RANK, tok, h->ntok, 1);
}

/* "đứng đầu" leads a list, or a delegation. */
static void read_lead(const truc__reader *r, uint32_t tok, truc__found *f) {
  const truc__hit *h = truc__look(r, tok, LEX_RANK_LEAD);
  if (!h || !truc__len(r, tok + h->ntok, LEX_RANK_SET)) return;
  if (before(r, tok, LEX_RANK_AMONG, 12) || truc__word_is(r, tok - 1, "người"))
    return;
  add_rank(f, TRUC_VAL_RANK, tok, h->ntok, 1);
}

/* "hạng 5", "vị trí số 2", "hạng nhất", "số 1" */
static void read_place(const truc__reader *r, uint32_t tok, truc__found *f) {
  const truc__hit *h = truc__look(r, tok, LEX_RANK_PLACE);
  uint32_t at = h ? tok + h->ntok : tok, ntok;
  if (truc__word_is(r, at, "số")) {
    at++;
    if (!h && !truc__len(r, at + 1, LEX_RANK_SET) &&
        !truc__word_is(r, at + 1, "của"))
      return;
    if (!h && truc__small_int(r, at) != 1) return;
  } else if (!h) {
    return;
  }
  int v = at < r->end ? ordinal_number(r, at, &ntok) : 0;
  if (!v || before(r, tok, LEX_RANK_AMONG, 6)) return;
  add_rank(f, TRUC_VAL_RANK, tok, at + ntok - tok, v);
}

void truc__read_rank(const truc__reader *r, uint32_t tok, truc__found *f) {
  f->ntok = f->n = 0;
  if (r->w->inside.v[tok] & INSIDE_NAME) return;
  read_thu(r, tok, f);
  if (!f->ntok) read_superlative(r, tok, f);
  if (!f->ntok) read_lead(r, tok, f);
  if (!f->ntok) read_place(r, tok, f);
}

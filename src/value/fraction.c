/* SPDX-License-Identifier: Apache-2.0 */
/* fraction.c - parts of a whole: 1/3, hai phần ba, một nửa.
**
** A third has no exact decimal, so the part is a unit: two thirds are 2 of the
** unit "third". */
#include "lex.h"
#include "value/value.h"

/* The part that one of 2..10 is; NULL for another number. */
static const char *part_name(int of) {
  static const char *const names[] = {"half",   "third", "fourth",
                                      "fifth",  "sixth", "seventh",
                                      "eighth", "ninth", "tenth"};
  return of >= 2 && of <= 10 ? names[of - 2] : NULL;
}

static void add_fraction(truc__found *f, uint32_t tok, uint32_t ntok, int parts,
                         int of) {
  truc_value *v = truc__found_add(f, TRUC_VAL_NUMBER, tok, ntok);
  if (!v) return;
  v->mantissa = parts;
  if (parts % 10 == 0) v->mantissa = parts / 10, v->exponent = 1;
  v->unit = part_name(of);
  v->num_tok = v->unit_tok = tok;
  v->num_ntok = v->unit_ntok = ntok;
  f->ntok = ntok;
}

/* "2/3" */
static void read_slash(const truc__reader *r, uint32_t tok, truc__found *f) {
  if (!truc__is_share(r, tok) || truc__phrase_back(r, tok, LEX_NUM_LABEL))
    return;
  truc__dmy x = truc__split_dmy(r, tok);
  add_fraction(f, tok, 1, x.value[0], x.value[1]);
}

/* "hai phần ba", "3 phần 4"; but "hai phần trăm" is a percentage. */
static void read_words(const truc__reader *r, uint32_t tok, truc__found *f) {
  uint32_t first, second;
  bool part = truc__is_word(r, tok + 1, "phần") ||
              truc__is_word(r, tok + 2, "phần") ||
              truc__is_word(r, tok + 3, "phần");
  if (!part) return;
  int parts = truc__small_number(r, tok, &first);
  uint32_t at = tok + first;
  if (!parts || !truc__is_word(r, at, "phần") || at + 1 >= r->end) return;
  if (truc__phrase_len(r, at, LEX_UNIT_PERCENT)) return;
  int of = truc__small_number(r, at + 1, &second);
  uint32_t end = at + 1 + second;
  if (!part_name(of) || parts >= of) return;
  if (truc__is_word(r, at + 1, "năm") && truc__year_token(r, end)) return;
  add_fraction(f, tok, end - tok, parts, of);
}

/* "một nửa", "hơn nửa"; but "nửa năm", "nửa đầu", "nửa đêm" */
static void read_half(const truc__reader *r, uint32_t tok, truc__found *f) {
  uint32_t one =
      truc__may(r, tok + 1, LEX_UNIT_HALF) && truc__is_any(r, tok, "một Một");
  uint32_t at = tok + one;
  uint32_t n = truc__phrase_len(r, at, LEX_UNIT_HALF), end = at + n;
  if (!n || truc__phrase_len(r, end, LEX_UNIT_TIME) ||
      truc__phrase_len(r, end, LEX_NUM_MAG) ||
      truc__phrase_len(r, at, LEX_TIME_HALF) ||
      truc__phrase_len(r, at, LEX_TIME_PART))
    return;
  if (!one && !truc__phrase_back(r, tok, LEX_MOD_MORE) &&
      !truc__phrase_back(r, tok, LEX_MOD_NEAR))
    return;
  add_fraction(f, tok, one + n, 1, 2);
}

void truc__read_fraction(const truc__reader *r, uint32_t tok, truc__found *f) {
  f->ntok = f->n = 0;
  read_slash(r, tok, f);
  if (!f->ntok) read_words(r, tok, f);
  if (!f->ntok) read_half(r, tok, f);
  if (f->ntok) truc__set_modifier(r, &f->v[0], true);
}

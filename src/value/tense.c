/* SPDX-License-Identifier: Apache-2.0 */
/* tense.c - what the words round a date say about it. */
#include "lex.h"
#include "value/value.h"

/* A clause is searched this far to either side: keeps the room linear. */
#define REACH 25

static bool ends_clause(const truc__reader *r, uint32_t tok) {
  char mark = truc__mark_at(r, tok);
  if (mark) return strchr(",;:\".()", mark) != NULL;
  return truc__is_word(r, tok, "rằng");
}

static int tense_at(const truc__reader *r, uint32_t tok) {
  if (truc__phrase_len(r, tok, LEX_TIME_FUTURE)) return 1;
  return truc__phrase_len(r, tok, LEX_TIME_PAST) ? -1 : 0;
}

/* Nearest marker to the left; *distance in tokens. */
static int tense_left(const truc__reader *r, uint32_t tok, uint32_t *distance) {
  for (uint32_t k = 1; k <= REACH && tok >= r->begin + k; k++) {
    if (ends_clause(r, tok - k)) break;
    int t = tense_at(r, tok - k);
    *distance = k;
    if (t) return t;
  }
  *distance = REACH + 1;
  return 0;
}

/* The same to the right; "Ngày 2/9, ông sẽ đi" reaches over its comma. */
static int tense_right(const truc__reader *r, uint32_t tok,
                       uint32_t *distance) {
  if (truc__mark_at(r, tok) == ',') tok++;
  for (uint32_t k = 0; k < REACH && tok + k < r->end; k++) {
    if (ends_clause(r, tok + k)) break;
    int t = tense_at(r, tok + k);
    *distance = k + 1;
    if (t) return t;
  }
  *distance = REACH + 1;
  return 0;
}

bool truc__is_ahead(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_AHEAD);
  if (!h) return false;
  if (h->ntok > 1) return true;
  uint32_t next = tok + 1;
  if (next >= r->end || truc__mark_at(r, next)) return true;
  static const char words[] = "tại theo là để và ở của nhân nhằm sẽ hai";
  return truc__is_any(r, next, words);
}

int truc__clause_tense(const truc__reader *r, uint32_t tok, uint32_t ntok) {
  uint32_t left, right, end = tok + ntok;
  if (truc__is_ahead(r, end)) return 2;
  if (truc__phrase_len(r, end, LEX_TIME_AGO) &&
      !truc__is_word(r, end, "trước") && !truc__is_word(r, end, "qua"))
    return -2;
  if (truc__is_word(r, tok - 1, "hồi") || truc__is_word(r, tok - 1, "Hồi"))
    return -2;
  for (uint32_t k = 0; k < ntok; k++) /* "hồi cuối tháng 3" */
    if (tense_at(r, tok + k)) return 2 * tense_at(r, tok + k);
  int a = tense_left(r, tok, &left), b = tense_right(r, end, &right);
  return left <= right ? a : b;
}

bool truc__happened(const truc__reader *r, uint32_t tok) {
  uint32_t from = tok > r->begin + 60 ? tok - 60 : r->begin;
  uint32_t to = r->end - tok > 60 ? tok + 60 : r->end;
  bool past = false;
  for (uint32_t t = from; t < to; t++) {
    int tense = tense_at(r, t);
    if (tense > 0 || truc__phrase_len(r, t, LEX_TIME_WISH)) return false;
    past = past || tense < 0;
  }
  return past;
}

bool truc__in_title(const truc__reader *r, uint32_t tok, bool bare) {
  bool capital = false;
  for (uint32_t k = 1; k <= 16 && tok >= r->begin + k; k++) {
    uint32_t at = tok - k;
    if (truc__mark_at(r, at) && truc__mark_at(r, at) != '-') break;
    capital = capital || truc__is_capital_token(r, at);
    const truc__hit *h = truc__phrase(r, at, LEX_TIME_TITLE);
    if (h && capital && at + h->ntok <= tok) return true;
    if (truc__phrase_len(r, at, LEX_TIME_VERB)) break;
  }
  return bare && truc__is_capital_token(r, tok - 1);
}

bool truc__compared(const truc__reader *r, uint32_t tok) {
  for (uint32_t k = 1; k <= 8 && tok >= r->begin + k; k++) {
    char m = truc__mark_at(r, tok - k);
    if (m && m != '-') return false;
    if (truc__phrase_len(r, tok - k, LEX_TIME_AGAINST)) return true;
  }
  return false;
}

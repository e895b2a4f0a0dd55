/* SPDX-License-Identifier: Apache-2.0 */
/* layout.c - titles, captions, credits, bylines. */
#include "lex.h"
#include "sentence/sentence.h"

static bool capital(const truc_token *t) {
  return t->shape == TRUC_SHAPE_TITLE || t->shape == TRUC_SHAPE_UPPER ||
         t->shape == TRUC_SHAPE_MIXED;
}

static bool is_any(const truc_doc *d, uint32_t tok, const char *const *list) {
  const char first = *truc__tok_text(d, tok);
  for (; *list; list++)
    if (**list == first && truc__tok_is(d, tok, *list)) return true;
  return false;
}

/* ------------------------------------------------------------------- title */

static bool has_stop(const truc_doc *d, uint32_t tok) {
  char mark = truc__mark(d, tok);
  while (tok > 0 && mark && strchr("\"'cC)", mark)) mark = truc__mark(d, --tok);
  return mark == '.' || mark == 'e';
}

static bool is_quote(char mark, const char *kinds) {
  return mark && strchr(kinds, mark);
}

/* A headline in quotes that runs straight into the first sentence, as in text
** whose line ends are lost: 'Quan hệ tốt đẹp' Bộ trưởng cho rằng ... */
static uint32_t quoted_title(const truc_doc *d, uint32_t end) {
  uint32_t k = 1, limit = end < 40 ? end : 40;
  if (!is_quote(truc__mark(d, 0), "'\"oO")) return 0;
  while (k < limit && !is_quote(truc__mark(d, k), "'\"cC") && !has_stop(d, k))
    k++;
  if (k + 1 >= limit || k < 4 || has_stop(d, k)) return 0;
  return capital(&d->token.v[k + 1]) && capital(&d->token.v[1]) ? k + 1 : 0;
}

/* A line of its own at the head, without a full stop. */
static bool is_headline(const truc_doc *d, uint32_t end) {
  if (end == d->token.n || end > 60 || has_stop(d, end - 1)) return false;
  for (uint32_t k = 1; k + 1 < end; k++)
    if (truc__mark(d, k) == '.' && truc__can_begin(d, k + 1)) return false;
  return true;
}

uint32_t truc__title_length(const truc_doc *d, uint32_t end) {
  return d->has_title > 0 || is_headline(d, end) ? end : quoted_title(d, end);
}

/* ------------------------------------------------------------------ credits */

/* Agencies are written in capitals, or in another language, or as a site. */
static bool is_agency(const truc_token *t) {
  if (t->kind == TRUC_TOK_URL || t->kind == TRUC_TOK_ABBR ||
      t->kind == TRUC_TOK_CODE || t->kind == TRUC_TOK_TAG)
    return true;
  if (t->kind != TRUC_TOK_SYLLABLE) return false;
  return t->shape == TRUC_SHAPE_UPPER || t->shape == TRUC_SHAPE_MIXED ||
         ((t->flags & TRUC_TF_FOREIGN) && t->shape != TRUC_SHAPE_LOWER);
}

static void note_longest(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  uint32_t *longest = ctx;
  (void)e;
  if (ntok > *longest) *longest = ntok;
}

/* Does a known phrase of two words or more begin here? */
static bool begins_phrase(const truc_doc *d, uint32_t tok) {
  uint32_t longest = 0;
  truc__lex_walk(d->token.v, d->token.n, tok, note_longest, &longest);
  return longest > 1;
}

/* End of the name of a photographer at `tok`, `tok` if there is none.  Where
** the line goes on, the name is cut before a known phrase, or before a
** capital that a small letter follows: that is the next sentence. */
static uint32_t name_end(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t k = tok;
  while (k < end && k - tok < 5 && d->token.v[k].kind == TRUC_TOK_SYLLABLE &&
         capital(&d->token.v[k])) {
    bool hint = d->token.v[k].flags & TRUC_TF_HINT;
    if (k > tok + 1 && !hint && begins_phrase(d, k)) return k;
    k++;
  }
  bool runs_on = k < end && d->token.v[k].kind == TRUC_TOK_SYLLABLE &&
                 d->token.v[k].shape == TRUC_SHAPE_LOWER;
  if (!runs_on) return k;
  return k - tok == 1 ? tok : k - tok == 2 ? k : k - 1;
}

/* Does the paragraph end within a few words of `tok`, with no stop before? */
static bool is_short_rest(const truc_doc *d, uint32_t tok, uint32_t end) {
  if (end - tok > 8) return false;
  for (uint32_t k = tok; k + 1 < end; k++)
    if (truc__is_stop(d, k, truc__mark(d, k))) return false;
  return true;
}

static bool is_link(char mark) { return mark && strchr("/-d,&+", mark); }

/* End of the source named in a credit: agencies and persons, joined by / - , */
static uint32_t source_end(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t k = tok;
  if (is_short_rest(d, tok, end))
    return truc__mark(d, end - 1) == ')' ? end - 1 : end;
  for (;;) {
    uint32_t from = k;
    while (k < end && is_agency(&d->token.v[k])) k++;
    if (k == from) k = name_end(d, k, end);
    if (k == from || k + 1 >= end || !is_link(truc__mark(d, k))) break;
    if (!capital(&d->token.v[k + 1])) break;
    k++;
  }
  return k;
}

/* `Ảnh`, `Nguồn` ... before a colon; in brackets also with a small letter. */
static bool is_credit_word(const truc_doc *d, uint32_t tok, bool bracket) {
  static const char *const words[] = {"Ảnh",  "ẢNH",   "Hình",  "Video",
                                      "Clip", "Photo", "Nguồn", NULL};
  static const char *const inside[] = {"ảnh",   "hình", "nguồn",
                                       "video", "clip", NULL};
  return is_any(d, tok, words) || (bracket && is_any(d, tok, inside));
}

uint32_t truc__credit_length(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t k = tok;
  char mark = truc__mark(d, k);
  if (mark == '-' || mark == 'd') { /* caption - Ảnh: X */
    if (++k + 1 >= end) return 0;
    mark = truc__mark(d, k);
  }
  bool bracket = mark == '(';
  k += bracket;
  if (k + 2 >= end || !is_credit_word(d, k, bracket)) return 0;
  k++;
  if (truc__tok_is(d, k, "minh") && k + 3 < end) k += 2; /* minh họa */
  if (truc__mark(d, k) != ':') return 0;
  uint32_t from = ++k;
  if (bracket)
    while (k < end && k - from < 16 && truc__mark(d, k) != ')') k++;
  else
    k = source_end(d, k, end);
  if (k == from || k - from == 16) return 0;
  if (k < end && truc__mark(d, k) == ')') k++;
  if (k < end && truc__mark(d, k) == '.') k++;
  return k - tok;
}

/* ----------------------------------------------------------------- bylines */

static void note_place(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  bool *place = ctx;
  *place |= ntok == 1 && (e->cls == LEX_GPE || e->cls == LEX_GPE_SHORT ||
                          e->cls == LEX_FORUM || e->cls == LEX_PLACE);
}

/* A newsroom: TTO, VOV.VN, VnExpress; but not `EU - Việt Nam`. */
static bool is_newsroom(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  bool place = false;
  truc__lex_walk(d->token.v, d->token.n, tok, note_place, &place);
  if (place) return false;
  return t->kind == TRUC_TOK_URL || t->kind == TRUC_TOK_ABBR ||
         (t->kind == TRUC_TOK_SYLLABLE &&
          (t->shape == TRUC_SHAPE_UPPER || t->shape == TRUC_SHAPE_MIXED));
}

/* (VOV) -   TTO -   VOV.VN - */
uint32_t truc__dateline_length(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t k = tok, limit = end - tok > 8 ? tok + 8 : end;
  bool bracket = truc__mark(d, k) == '(';
  if (bracket) {
    while (k < limit && truc__mark(d, k) != ')') k++;
    k++;
  } else if (is_newsroom(d, k)) {
    k++;
  }
  if (k == tok || k + 1 >= end) return 0;
  char mark = truc__mark(d, k);
  if (mark != '-' && mark != 'd')
    return bracket && k == tok + 3 && d->token.v[tok + 1].kind == TRUC_TOK_URL
               ? 3
               : 0;
  bool apart = (d->token.v[k].flags | d->token.v[k + 1].flags) & TRUC_TF_SPACE;
  return (bracket || apart) && truc__can_begin(d, k + 1) ? k + 1 - tok : 0;
}

bool truc__is_byline(const truc_doc *d, uint32_t tok, uint32_t end) {
  static const char *const by[] = {"Theo", "theo",  "THEO", "và",
                                   "Bài",  "Nguồn", NULL};
  static const char *const people[] = {"Ông", "Bà", "Anh", "Chị", NULL};
  bool bracket = truc__mark(d, tok) == '(';
  uint32_t words = 0;
  if (end - tok > 12 || is_any(d, tok, people)) return false;
  for (uint32_t k = tok; k < end; k++) {
    const truc_token *t = &d->token.v[k];
    char mark = truc__mark(d, k);
    if (mark && strchr("-d/,()&:", mark)) continue;
    if (mark == '.' && bracket && k + 1 == end) continue;
    if (is_any(d, k, by)) continue;
    if (!capital(t) && t->kind != TRUC_TOK_ABBR && t->kind != TRUC_TOK_URL)
      return false;
    words++;
  }
  return words > 0 && words <= 8;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* sentence.c - the pass over the tokens. */
#include "sentence/sentence.h"

/* ------------------------------------------------------------- odd tokens */

/* Moves a place in d->odd to the first that is not before `tok`. */
static uint32_t odd_from(const truc_doc *d, uint32_t k, uint32_t tok) {
  const uint32_t *odd = d->odd.v;
  while (k && odd[k - 1] >= tok) k--;
  while (odd[k] < tok) k++;
  return k;
}

/* ------------------------------------------------------------- paragraphs */

/* A line end inside a sentence: nothing stopped before, a small letter goes
** on. */
static bool goes_on(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  return t->kind == TRUC_TOK_SYLLABLE && t->shape == TRUC_SHAPE_LOWER &&
         !(t->flags & TRUC_TF_PARA) && truc__mark(d, tok - 1) != '.';
}

/* Lines cut at a margin: a good part of them go on with a small letter. */
static bool is_hard_wrapped(const truc_doc *d) {
  uint32_t lines = 0, on = 0;
  for (uint32_t k = 0; k < d->odd.n; k++) {
    const uint32_t tok = d->odd.v[k];
    if (!tok || !(d->token.v[tok].flags & TRUC_TF_LINE)) continue;
    lines++;
    on += goes_on(d, tok);
  }
  return on >= 2 && on * 3 > lines;
}

/* --------------------------------------------------------------- sentences */

typedef struct {
  truc_doc *d;
  uint32_t para;
  uint32_t colon; /* no colon stands between here and the last place */
  uint32_t line, mark, event; /* places in d->odd that were reached: for the
                              ** paragraph's end, the colon, the next event */
  bool failed, body;          /* body: a body sentence was seen */
} splitter;

static uint32_t paragraph_end(splitter *x, uint32_t tok, bool wrapped) {
  const truc_doc *d = x->d;
  const uint8_t flag = wrapped ? TRUC_TF_PARA : TRUC_TF_LINE;
  uint32_t k = odd_from(d, x->line, tok + 1);
  while (k < d->odd.n && !(d->token.v[d->odd.v[k]].flags & flag)) k++;
  x->line = k;
  return d->odd.v[k];
}

static void emit(splitter *x, uint32_t tok, uint32_t end, uint8_t kind) {
  if (end == tok) return;
  truc_sentence s;
  memset(&s, 0, sizeof s);
  s.at = truc__tok_span(x->d, tok, end - tok);
  s.tok = tok;
  s.ntok = end - tok;
  s.para = x->para;
  s.kind = kind;
  if (!VEC_PUSH(x->d->sentence, s)) x->failed = true;
}

/* The sentence just before a credit says what the picture shows: on the same
** line, or alone on the line before and without a full stop. */
static void mark_caption(splitter *x, uint32_t tok) {
  uint32_t n = x->d->sentence.n;
  if (!n) return;
  truc_sentence *s = &x->d->sentence.v[n - 1];
  if (s->kind != TRUC_SENT_BODY) return;
  bool line_before = s->para + 1 == x->para &&
                     (n == 1 || s[-1].para != s->para) &&
                     !truc__is_stop(x->d, tok - 1, truc__mark(x->d, tok - 1));
  if (s->para == x->para || line_before) s->kind = TRUC_SENT_CAPTION;
}

/* A credit at `tok`, after the sentence begun at `first`: both are emitted. */
static uint32_t credit(splitter *x, uint32_t first, uint32_t tok,
                       uint32_t end) {
  uint32_t n = truc__credit_length(x->d, tok, end);
  if (!n) return 0;
  emit(x, first, tok, TRUC_SENT_BODY);
  mark_caption(x, tok);
  emit(x, tok, tok + n, TRUC_SENT_CREDIT);
  return n;
}

/* Where a sentence that has grown too long is cut. */
static uint32_t cut(const truc_doc *d, uint32_t first, uint32_t tok) {
  for (uint32_t k = tok; k > first + TRUC__SENTENCE_MAX / 2; k--)
    if (truc__mark(d, k - 1) == ',' || truc__mark(d, k - 1) == ';') return k;
  return tok;
}

/* The first colon at or behind `tok`, or the end of the paragraph. */
static uint32_t next_colon(splitter *x, uint32_t tok, uint32_t end) {
  const uint32_t *odd = x->d->odd.v;
  uint32_t k = odd_from(x->d, x->mark, x->colon < tok ? tok : x->colon);
  while (odd[k] < end && truc__mark(x->d, odd[k]) != ':') k++;
  x->mark = k;
  return x->colon = odd[k] < end ? odd[k] : end;
}

/* A credit has a colon among its first five tokens. */
#define CREDIT_COLON 5

/* The first token from `tok` on at which anything can happen: no syllable, or
** close before a colon, or the last that the sentence may have. */
static uint32_t next_event(splitter *x, uint32_t first, uint32_t tok,
                           uint32_t end) {
  const uint32_t *odd = x->d->odd.v;
  uint32_t colon = next_colon(x, tok, end), limit = end;
  if (colon < end && colon - tok <= CREDIT_COLON) return tok;
  if (colon < end) limit = colon - CREDIT_COLON;
  if (limit - first >= TRUC__SENTENCE_MAX)
    limit = first + TRUC__SENTENCE_MAX - 1;
  uint32_t k = odd_from(x->d, x->event, tok);
  while (odd[k] < limit && x->d->token.v[odd[k]].kind == TRUC_TOK_SYLLABLE) k++;
  x->event = k;
  return odd[k] < limit ? odd[k] : limit;
}

static void paragraph(splitter *x, uint32_t tok, uint32_t end) {
  truc__quoting q = {false, false, 0};
  uint32_t first = tok, n;
  if (!x->body && (n = truc__dateline_length(x->d, tok, end)) > 0) {
    emit(x, tok, tok + n, TRUC_SENT_BYLINE);
    first = tok += n;
  }
  while ((tok = next_event(x, first, tok, end)) < end && !x->failed) {
    if (x->colon < end && x->colon - tok <= CREDIT_COLON &&
        (n = credit(x, first, tok, end)) > 0) {
      first = tok += n;
      continue;
    }
    char mark = truc__mark(x->d, tok);
    bool ends = false;
    n = truc__is_stop(x->d, tok, mark)
            ? truc__stop_at(x->d, first, tok, end, &q, &ends)
            : 1;
    for (uint32_t k = tok; mark && k < tok + n; k++)
      truc__quoting_pass(&q, x->d, k, end, truc__mark(x->d, k));
    tok += n;
    if (!ends && tok - first < TRUC__SENTENCE_MAX) continue;
    if (!ends) tok = cut(x->d, first, tok);
    emit(x, first, tok, TRUC_SENT_BODY);
    first = tok;
  }
  emit(x, first, end, TRUC_SENT_BODY);
  x->body = true;
}

static void mark_bylines(truc_doc *d) {
  uint32_t n = d->sentence.n;
  for (uint32_t k = n; k > 1 && n - k < 2; k--) {
    truc_sentence *s = &d->sentence.v[k - 1];
    if (s->kind != TRUC_SENT_BODY ||
        !truc__is_byline(d, s->tok, s->tok + s->ntok))
      return;
    s->kind = TRUC_SENT_BYLINE;
  }
}

truc_rc truc__sentence_run(truc_doc *d) {
  splitter x = {.d = d, .body = d->has_title < 0};
  d->sentence.n = 0;
  if (!d->token.n) return TRUC_OK;
  bool wrapped = is_hard_wrapped(d);
  for (uint32_t tok = 0; tok < d->token.n && !x.failed;) {
    uint32_t end = paragraph_end(&x, tok, wrapped);
    uint32_t title = tok || d->has_title < 0 ? 0 : truc__title_length(d, end);
    emit(&x, tok, tok + title, TRUC_SENT_TITLE);
    if (tok + title < end) paragraph(&x, tok + title, end);
    x.para++;
    tok = end;
  }
  mark_bylines(d);
  return x.failed ? TRUC_ENOMEM : TRUC_OK;
}

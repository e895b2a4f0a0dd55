/* SPDX-License-Identifier: Apache-2.0 */
/* boundary.c - does a sentence end here? */
#include "lex.h"
#include "sentence/sentence.h"

static bool is_any(const truc_doc *d, uint32_t tok, const char *const *list) {
  for (; *list; list++)
    if (truc__tok_is(d, tok, *list)) return true;
  return false;
}

static bool is_mark(const truc_doc *d, uint32_t tok) {
  return d->token.v[tok].kind == TRUC_TOK_PUNCT;
}

/* First and last byte of a token's text. */
static char head(const truc_doc *d, uint32_t tok) {
  return *truc__tok_text(d, tok);
}
static char tail(const truc_doc *d, uint32_t tok) {
  return truc__tok_text(d, tok)[d->token.v[tok].text_len - 1];
}

/* ------------------------------------------------------------------ quoting */

void truc__quoting_pass(truc__quoting *q, const truc_doc *d, uint32_t tok) {
  if (!is_mark(d, tok)) return;
  if (head(d, tok) == '(') {
    if (!q->bracket++) q->bracket_at = tok;
  } else if (head(d, tok) == ')') {
    q->bracket -= q->bracket > 0;
  } else if (head(d, tok) == '"') {
    q->straight = !q->straight;
  } else if (truc__tok_is(d, tok, "“")) {
    q->curly = 1; /* a second opening repeats the first, as papers do */
  } else if (truc__tok_is(d, tok, "”")) {
    q->curly = 0;
  } else if (truc__tok_is(d, tok, "«")) {
    q->guillemet++;
  } else if (truc__tok_is(d, tok, "»")) {
    q->guillemet -= q->guillemet > 0;
  }
}

/* -------------------------------------------------------------------- stops */

enum stop { NO_STOP, DOT, MARK, ELLIPSIS };

static enum stop stop_of(const truc_doc *d, uint32_t tok) {
  if (!is_mark(d, tok)) return NO_STOP;
  const truc_token *t = &d->token.v[tok];
  char c = head(d, tok);
  if (c == '.') return t->text_len > 1 ? ELLIPSIS : DOT;
  if (c == '!' || c == '?') return MARK;
  return truc__tok_is(d, tok, "…") ? ELLIPSIS : NO_STOP;
}

/* Closing quotes and brackets, and further stops. */
static bool is_closer(const truc_doc *d, uint32_t tok, bool *straight) {
  static const char *const closers[] = {"”", "’", "»", ")", "]", NULL};
  if (!is_mark(d, tok)) return false;
  if (stop_of(d, tok) || is_any(d, tok, closers)) return true;
  bool quote = head(d, tok) == '"' || head(d, tok) == '\'';
  if (!quote || (d->token.v[tok].flags & TRUC_TF_SPACE)) return false;
  /* no blank before it; with none behind it either, the parity decides */
  bool open = *straight;
  bool space = tok + 1 == d->token.n ||
               (d->token.v[tok + 1].flags & TRUC_TF_SPACE) ||
               is_mark(d, tok + 1);
  *straight = false;
  return space || open;
}

bool truc__can_begin(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  static const char *const no[] = {",", ";", ":", ")", "]", "”", "’", "»",
                                   "%", "/", "-", "–", "—", "&", "+", "=",
                                   NULL};
  switch (t->kind) {
    case TRUC_TOK_PUNCT: return !stop_of(d, tok) && !is_any(d, tok, no);
    case TRUC_TOK_SYLLABLE:
    case TRUC_TOK_CODE:
    case TRUC_TOK_ABBR: return t->shape != TRUC_SHAPE_LOWER;
    default: return true;
  }
}

/* Capital letter, or a quote or bracket with one behind it. */
static bool begins_with_capital(const truc_doc *d, uint32_t tok, uint32_t end) {
  while (tok < end && is_mark(d, tok)) tok++;
  if (tok == end) return false;
  uint8_t shape = d->token.v[tok].shape;
  return shape == TRUC_SHAPE_TITLE || shape == TRUC_SHAPE_UPPER;
}

/* "1." or "a)" at the head of a sentence counts what follows. */
static bool is_count(const truc_doc *d, uint32_t first, uint32_t tok) {
  return tok == first + 1 && (d->token.v[first].kind == TRUC_TOK_NUMBER ||
                              d->token.v[first].text_len == 1);
}

/* A dot with no blank behind it: `...lớn.Sau đó`. */
static bool splits_glued(const truc_doc *d, uint32_t tok, uint32_t next) {
  const truc_token *b = &d->token.v[next];
  const truc_token *a = tok ? &d->token.v[tok - 1] : b;
  if (b->kind == TRUC_TOK_PUNCT)
    return head(d, next) != '"' && head(d, next) != '\'';
  if (b->shape != TRUC_SHAPE_TITLE && b->shape != TRUC_SHAPE_UPPER)
    return false;
  return !((a->flags & TRUC_TF_FOREIGN) && (b->flags & TRUC_TF_FOREIGN));
}

static bool splits(const truc_doc *d, uint32_t tok, uint32_t next, uint32_t end,
                   enum stop stop, const truc__quoting *q) {
  bool space = d->token.v[next].flags & TRUC_TF_SPACE;
  if (!truc__can_begin(d, next)) return false;
  if (stop == ELLIPSIS)
    return begins_with_capital(d, next, end) && !q->curly && !q->straight;
  return space || splits_glued(d, tok, next);
}

/* ------------------------------------------------------------ abbreviations */

typedef struct {
  bool abbrev, end, starter;
} classes;

static void note_class(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  classes *c = ctx;
  if (ntok == 1 && e->cls == LEX_ABBREV) c->abbrev = true;
  if (ntok == 1 && e->cls == LEX_ABBREV_END) c->end = true;
  if (ntok == 1 && e->cls == LEX_STARTER) c->starter = true;
}

static classes classes_of(const truc_doc *d, uint32_t tok) {
  classes c = {false, false, false};
  truc__lex_walk(d->token.v, d->token.n, tok, note_class, &c);
  return c;
}

/* A token that took its dot along: `TP.` never ends a sentence, `v.v.` may, and
** an initial does when a word that begins sentences follows. */
static bool splits_abbrev(const truc_doc *d, uint32_t tok, uint32_t next,
                          uint32_t end) {
  if (!truc__can_begin(d, next) || !(d->token.v[next].flags & TRUC_TF_SPACE))
    return false;
  classes c = classes_of(d, tok);
  if (c.abbrev && d->token.v[tok].text_len > 3) return false;
  if (c.end) return begins_with_capital(d, next, end);
  return classes_of(d, next).starter;
}

uint32_t truc__stop_at(const truc_doc *d, uint32_t first, uint32_t tok,
                       uint32_t end, const truc__quoting *q) {
  bool abbrev = d->token.v[tok].kind == TRUC_TOK_ABBR && tail(d, tok) == '.';
  enum stop stop = abbrev ? DOT : stop_of(d, tok);
  if (!stop) return 0;
  truc__quoting now = *q;
  uint32_t next = tok + 1;
  while (next < end && is_closer(d, next, &now.straight)) {
    enum stop more = stop_of(d, next);
    if (more) stop = more;
    truc__quoting_pass(&now, d, next);
    now.straight = now.straight && head(d, next) != '"';
    abbrev = false;
    next++;
  }
  if (next == end) return next - tok;
  if (stop == DOT && !abbrev && is_count(d, first, tok)) return 0;
  if (now.bracket && tok - now.bracket_at < 60) return 0;
  bool yes = abbrev ? splits_abbrev(d, tok, next, end)
                    : splits(d, next - 1, next, end, stop, &now);
  return yes ? next - tok : 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* boundary.c - does a sentence end here? */
#include "lex.h"
#include "sentence/sentence.h"

/* ------------------------------------------------------------------- marks */

/* Three bytes E2 80 xx hold the quotes, dashes and the ellipsis of the
** press. */
static char long_mark(const char *s, uint32_t n) {
  if (n == 2 && !memcmp(s, "«", 2)) return 'g';
  if (n == 2 && !memcmp(s, "»", 2)) return 'G';
  if (n != 3 || memcmp(s, "\xE2\x80", 2) != 0) return 'x';
  switch ((unsigned char)s[2]) {
    case 0x90:
    case 0x91: return '-';
    case 0x92:
    case 0x93:
    case 0x94:
    case 0x95: return 'd';
    case 0x98:
    case 0x9B: return 'O';
    case 0x99: return 'C';
    case 0x9C:
    case 0x9F: return 'o';
    case 0x9D: return 'c';
    case 0xA6: return 'e';
    default: return 'x';
  }
}

char truc__mark_letter(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  const char *s = d->text.p + t->text;
  if (t->text_len == 1) return *s;
  return *s == '.' ? 'e' : *s == '-' ? 'd' : long_mark(s, t->text_len);
}

static bool blank_before(const truc_doc *d, uint32_t tok) {
  return tok >= d->token.n || (d->token.v[tok].flags & TRUC_TF_SPACE);
}

/* A bracket counts if it closes before long; a forgotten one does not. */
static uint32_t bracket_end(const truc_doc *d, uint32_t tok, uint32_t end) {
  if (end - tok > 60) end = tok + 60;
  while (tok < end && truc__mark(d, tok) != ')') tok++;
  return tok < end ? tok : 0;
}

/* Quotes do not nest, and papers repeat the opening one: so no depth. */
void truc__quoting_pass(truc__quoting *q, const truc_doc *d, uint32_t tok,
                        uint32_t end, char mark) {
  switch (mark) {
    case '(':
      if (q->bracket <= tok) q->bracket = bracket_end(d, tok, end);
      break;
    case '"':
      if (blank_before(d, tok) == blank_before(d, tok + 1))
        q->straight = !q->straight;
      else
        q->straight = blank_before(d, tok);
      break;
    case 'o': q->curly = true; break;
    case 'c': q->curly = false; break;
    default: break;
  }
}

/* Closing quotes and brackets, and further stops.  A straight quote closes if
** no blank stands before it, or nothing behind it in the paragraph; with no
** blank behind it either, the parity decides. */
static bool is_closer(const truc_doc *d, uint32_t tok, uint32_t end, char mark,
                      bool inside) {
  if (!mark) return false;
  if (strchr(".!?eCcG)]", mark)) return true;
  if (mark != '"' && mark != '\'') return false;
  if (tok + 1 == end) return true;
  if (blank_before(d, tok)) return false;
  return mark == '\'' || inside || blank_before(d, tok + 1) ||
         d->token.v[tok + 1].kind == TRUC_TOK_PUNCT;
}

bool truc__can_begin(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  switch (t->kind) {
    case TRUC_TOK_PUNCT:
      return !strchr(".!?e,;:)]CcG%/-d&+=", truc__mark(d, tok));
    case TRUC_TOK_SYLLABLE:
    case TRUC_TOK_CODE:
    case TRUC_TOK_ABBR: return t->shape != TRUC_SHAPE_LOWER;
    default: return true;
  }
}

/* Capital letter, or a few quotes and brackets with one behind them. */
static bool begins_with_capital(const truc_doc *d, uint32_t tok, uint32_t end) {
  if (end - tok > 4) end = tok + 4;
  while (tok < end && d->token.v[tok].kind == TRUC_TOK_PUNCT) tok++;
  if (tok == end) return false;
  uint8_t shape = d->token.v[tok].shape;
  return shape == TRUC_SHAPE_TITLE || shape == TRUC_SHAPE_UPPER;
}

/* ------------------------------------------------------------------- stops */

/* "1." or "a)" at the head of a sentence counts what follows. */
static bool is_count(const truc_doc *d, uint32_t first, uint32_t tok) {
  return tok == first + 1 && (d->token.v[first].kind == TRUC_TOK_NUMBER ||
                              d->token.v[first].text_len == 1);
}

/* A stop with no blank behind it: `...lớn.Sau đó`; but not `Node.JS`. */
static bool splits_glued(const truc_doc *d, uint32_t tok, uint32_t next) {
  const truc_token *b = &d->token.v[next];
  const truc_token *a = tok ? &d->token.v[tok - 1] : b;
  if (b->kind == TRUC_TOK_PUNCT) return !strchr("\"'", truc__mark(d, next));
  if (b->shape != TRUC_SHAPE_TITLE && b->shape != TRUC_SHAPE_UPPER)
    return false;
  return !((a->flags & TRUC_TF_FOREIGN) && (b->flags & TRUC_TF_FOREIGN));
}

/* "Hết giờ. - Ban tổ chức nói": a dash that opens an item or a speech; but
** after a closing quote it says who spoke. */
static bool is_item(const truc_doc *d, uint32_t tok, uint32_t next) {
  return strchr("-d", truc__mark(d, next)) && next + 1 < d->token.n &&
         strchr(".!?e", truc__mark(d, tok)) && blank_before(d, next) &&
         d->token.v[next + 1].kind == TRUC_TOK_SYLLABLE &&
         truc__can_begin(d, next + 1);
}

static bool splits(const truc_doc *d, uint32_t tok, uint32_t next, uint32_t end,
                   char stop, const truc__quoting *q) {
  bool space = d->token.v[next].flags & TRUC_TF_SPACE;
  if (d->token.v[next].kind == TRUC_TOK_PUNCT && is_item(d, tok, next))
    return true;
  if (!truc__can_begin(d, next)) return false;
  if (stop == 'e')
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

static bool keeps_dot(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  return t->kind == TRUC_TOK_ABBR &&
         d->text.p[t->text + t->text_len - 1] == '.';
}

/* A token that took its dot along: `TP.` never ends a sentence, `v.v.` may, and
** an initial does when a word that begins sentences follows. */
static bool splits_abbrev(const truc_doc *d, uint32_t tok, uint32_t next,
                          uint32_t end) {
  if (!truc__can_begin(d, next) || !(d->token.v[next].flags & TRUC_TF_SPACE))
    return false;
  classes c = classes_of(d, tok);
  if (tok > 0 && truc__tok_is(d, tok - 1, "độ")) return true; /* 30 độ C. */
  if (c.abbrev && d->token.v[tok].text_len > 3) return false;
  if (c.end) return begins_with_capital(d, next, end);
  return classes_of(d, next).starter;
}

uint32_t truc__stop_at(const truc_doc *d, uint32_t first, uint32_t tok,
                       uint32_t end, const truc__quoting *q, bool *ends) {
  bool abbrev = keeps_dot(d, tok);
  char stop = abbrev ? '.' : truc__mark(d, tok), mark;
  *ends = false;
  if (!stop) return 1;
  truc__quoting now = *q;
  uint32_t next = tok + 1;
  while (next < end &&
         is_closer(d, next, end, mark = truc__mark(d, next), now.straight)) {
    if (strchr(".!?e", mark)) stop = mark;
    truc__quoting_pass(&now, d, next, end, mark);
    if (mark == '"') now.straight = false;
    abbrev = false;
    next++;
  }
  if (next == end)
    *ends = true;
  else if ((stop == '.' && !abbrev && is_count(d, first, tok)) ||
           now.bracket >= next)
    *ends = false;
  else
    *ends = abbrev ? splits_abbrev(d, tok, next, end)
                   : splits(d, next - 1, next, end, stop, &now);
  return next - tok;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* spell.c - how a name is called: with the blanks that the press would write,
** and in a heading's capitals as anywhere else. */
#include "name/body.h"
#include "text/letter.h"
#include "text/text.h"

/* ------------------------------------------------------------------- blanks */

static bool apostrophe(const truc_doc *d, uint32_t tok) {
  return truc__tok_mark(d, tok, '\'') || truc__tok_is(d, tok, "’");
}

/* Is the blank before token `i` left out? Some write "Jean - Claude", "al -
** Assad", "O ' Neill" and "TP. HCM", and a segmenter's text has lost the
** blanks: a name is called the same by all. */
static bool tight(const truc_doc *d, uint32_t tok, uint32_t i, uint32_t end) {
  const truc_token *before = &d->token.v[i - 1];
  const char *s = truc__tok_text(d, i - 1);
  if (before->kind == TRUC_TOK_ABBR && s[before->text_len - 1] == '.')
    return before->text_len == 3 && (*s == 'T' || *s == 't'); /* TP., TX. */
  if (before->kind != TRUC_TOK_PUNCT && before[1].kind != TRUC_TOK_PUNCT)
    return false;
  uint32_t mark = truc__tok_dash(d, i) || apostrophe(d, i) ? i : i - 1;
  if (mark == tok || mark + 1 >= end) return false;
  const truc_token *head = &d->token.v[mark - 1], *next = head + 2;
  if (apostrophe(d, mark)) return head->text_len == 1;
  return truc__tok_dash(d, mark) &&
         (truc__is_hyphen_head(truc__tok_text(d, mark - 1), head->text_len) ||
          head->text_len == 1 || next->text_len == 1 ||
          truc__loan_dash(d, mark));
}

/* ----------------------------------------------------------------- capitals */

/* Letters that stand for words, in a heading as anywhere: "FPT", "XIII"; but
** "OSAKA" and "PUTIN" are names. */
static bool stays(const truc_token *t, unsigned type) {
  if (t->kind != TRUC_TOK_SYLLABLE || t->shape != TRUC_SHAPE_UPPER) return true;
  if (!(t->flags & TRUC_TF_FOREIGN)) return false;
  if (type == TRUC_PER) return t->text_len < 3; /* "JD" */
  return type != TRUC_LOC || t->text_len < 4;   /* "HCM" */
}

bool truc__shouted(const truc_doc *d, uint32_t tok, uint32_t ntok,
                   unsigned type) {
  const truc_token *t = &d->token.v[tok];
  bool word = false;
  if (t->shape != TRUC_SHAPE_UPPER && t->text_len > 1) return false;
  for (uint32_t i = 0; i < ntok; i++) {
    if (t[i].shape == TRUC_SHAPE_NONE || t[i].text_len == 1) continue;
    if (t[i].shape != TRUC_SHAPE_UPPER) return false;
    word |= !stays(&t[i], type);
  }
  return word;
}

size_t truc__token_small(const truc_doc *d, uint32_t tok, bool first,
                         char *out) {
  const char *s = truc__tok_text(d, tok);
  size_t n = d->token.v[tok].text_len, k = 0;
  for (size_t i = 0; i < n;) {
    int32_t cp;
    size_t from = i;
    i += truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0 || (from == 0 && first)) {
      memcpy(out + k, s + from, i - from);
      k += i - from;
    } else {
      k += truc__utf8_put(truc__lower((uint32_t)cp), out + k);
    }
  }
  return k;
}

/* --------------------------------------------------------------------- text */

/* The words of a body's name have one capital each: "Bộ Ngoại giao". */
static uint32_t word_length(const truc_doc *d, uint32_t tok, unsigned type) {
  bool long_name = type == TRUC_ORG || type == TRUC_EVENT;
  const truc__hit *h = long_name ? truc__word_of_names(d, tok) : NULL;
  return h ? h->ntok : 1;
}

/* With room for each token and a blank: small letters are never longer than
** their capitals. */
static char *spell(truc_doc *d, uint32_t tok, uint32_t ntok, unsigned type,
                   bool shouted) {
  size_t n = 0, k = 0;
  for (uint32_t i = tok; i < tok + ntok; i++) n += d->token.v[i].text_len + 1;
  char *out = truc__arena_get(&d->arena, n + 1);
  if (!out) return NULL;
  for (uint32_t i = tok, word = tok; i < tok + ntok; i++) {
    const truc_token *t = &d->token.v[i];
    bool first = i >= word;
    if (k && (t->flags & TRUC_TF_SPACE) && !tight(d, tok, i, tok + ntok))
      out[k++] = ' ';
    if (shouted && first) word = i + word_length(d, i, type);
    if (shouted && !stays(t, type)) {
      k += truc__token_small(d, i, first, out + k);
      continue;
    }
    memcpy(out + k, truc__tok_text(d, i), t->text_len);
    k += t->text_len;
  }
  out[k] = '\0';
  return out;
}

char *truc__span_text(truc_doc *d, uint32_t tok, uint32_t ntok) {
  return spell(d, tok, ntok, 0, false);
}

bool truc__name_shouted(const truc_doc *d, uint32_t m) {
  const truc__work *w = d->scratch[SCRATCH_NAME];
  const truc_mention *x = &d->mention.v[m];
  if (x->ntok == 1 && x->type != TRUC_GPE) /* "CSIS", "VOA", but "TRUMP" */
    if (x->type == TRUC_ORG || !w->note.v[m].caps) return false;
  return truc__shouted(d, x->tok, x->ntok, x->type);
}

char *truc__name_text(truc_doc *d, uint32_t m) {
  const truc_mention *x = &d->mention.v[m];
  return spell(d, x->tok, x->ntok, x->type, truc__name_shouted(d, m));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* run.c - runs of capitals: the bodies of names that no table holds. */
#include "name/name.h"
#include "text/text.h"

#define RUN_MAX 8 /* words; what a dash or apostrophe joins is one */

/* Small words inside foreign names: "Charles de Gaulle", "bin Salman". */
static bool particle(const truc_doc *d, uint32_t tok) {
  static const char words[][7] = {"de",  "da",  "do",  "dos", "del", "der",
                                  "van", "von", "bin", "al",  "el",  "la",
                                  "di",  "du",  "le",  "ibn", "af",  "y",
                                  "e",   "of",  "and", "for", "the", "binti"};
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  if (t->text_len > 5 || t->shape != TRUC_SHAPE_LOWER) return false;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (words[i][0] == *p && !strncmp(words[i], p, t->text_len) &&
        !words[i][t->text_len])
      return true;
  return false;
}

/* "Ursula von der Leyen", "Juan de la Cruz" */
static bool two_particles(const truc_doc *d, uint32_t tok) {
  return (truc__tok_is(d, tok, "von") || truc__tok_is(d, tok, "van") ||
          truc__tok_is(d, tok, "de")) &&
         particle(d, tok + 1);
}

static bool name_token(const truc__scan *s, uint32_t tok) {
  return s->w->classes.v[tok] >> BIT_RUN & 1;
}

static bool foreign(const truc_doc *d, uint32_t tok) {
  return (d->token.v[tok].flags & TRUC_TF_FOREIGN) != 0;
}

bool truc__loan_dash(const truc_doc *d, uint32_t i) {
  const truc_token *a = &d->token.v[i - 1], *b = a + 2;
  char word[32];
  uint32_t n = a->text_len;
  if (n + b->text_len >= sizeof word) return false;
  memcpy(word, truc__tok_text(d, i - 1), n);
  word[n++] = '-';
  memcpy(word + n, truc__tok_text(d, i + 1), b->text_len);
  return truc__is_loan_word(word, n + b->text_len);
}

/* A dash inside a name: "Jean-Yves" without blanks, "Jae - in" with a short
** lower-case end. Between Vietnamese syllables it joins two names. */
static bool inner_dash(const truc__scan *s, uint32_t tok, uint32_t i) {
  const truc_doc *d = s->d;
  if (i == tok || i + 1 >= s->end || !truc__tok_dash(d, i)) return false;
  const truc_token *next = &d->token.v[i + 1];
  bool blanks =
      (d->token.v[i].flags & TRUC_TF_SPACE) || (next->flags & TRUC_TF_SPACE);
  /* "Moon Jae - in": family name, one syllable, dash */
  bool korean =
      i == tok + 2 && truc__hit_of(d, tok, LEX_SURNAME) && next->text_len <= 6;
  const truc_token *head = &d->token.v[i - 1];
  if (name_token(s, i + 1) && foreign(d, i + 1) && /* "Al - Sabah" */
      truc__is_hyphen_head(truc__tok_text(d, i - 1), head->text_len))
    return true;
  /* "Chan - o - cha" */
  if (truc__hit_of(d, i - 1, LEX_GIVEN_DASH) || d->token.v[i - 1].text_len == 1)
    return next->kind == TRUC_TOK_SYLLABLE;
  if (!foreign(d, i - 1) && !foreign(d, i + 1) && !(korean && foreign(d, tok)))
    return false;
  if (blanks && truc__loan_dash(d, i)) return true;
  if (name_token(s, i + 1)) return !blanks || korean;
  return next->kind == TRUC_TOK_SYLLABLE &&
         next->text_len <= (korean ? 6 : 4) && (!blanks || korean);
}

/* "Charles de Gaulle", "Bashar al - Assad": tokens of the small word at `i` and
** what it joins; 0 if it joins nothing. */
static uint32_t small_joint(const truc__scan *s, uint32_t i) {
  const truc_doc *d = s->d;
  if (i + 1 >= s->end) return 0;
  if (name_token(s, i + 1))
    return foreign(d, i - 1) && foreign(d, i + 1) && particle(d, i) ? 2 : 0;
  if (i + 2 < s->end && name_token(s, i + 2) && two_particles(d, i))
    return foreign(d, i - 1) && foreign(d, i + 2) ? 3 : 0;
  return i + 2 < s->end && truc__tok_dash(d, i + 1) && particle(d, i) &&
                 name_token(s, i + 2)
             ? 3
             : 0;
}

/* "Peter O ' Neill", "L ' express", as stored texts write them. */
static bool inner_apostrophe(const truc__scan *s, uint32_t i) {
  const truc_doc *d = s->d;
  const truc_token *t = &d->token.v[i];
  bool mark = truc__tok_mark(d, i, '\'') ||
              (t->text_len == 3 && truc__tok_is(d, i, "’"));
  return mark && i + 1 < s->end && t[-1].text_len == 1 &&
         (t->flags & t[1].flags & TRUC_TF_SPACE) &&
         (name_token(s, i + 1) || foreign(d, i + 1));
}

/* The same of initials, dashes, "Johnson & Johnson". */
static uint32_t other_joint(const truc__scan *s, uint32_t tok, uint32_t i) {
  const truc_doc *d = s->d;
  if (truc__tok_initial(d, i)) return 1;
  if (inner_dash(s, tok, i) || inner_apostrophe(s, i)) return 2;
  return i + 1 < s->end && truc__tok_mark(d, i, '&') && name_token(s, i + 1) &&
                 foreign(d, i - 1) && foreign(d, i + 1)
             ? 2
             : 0;
}

/* "Ảnh: Hà An Ngày 27/11", "Hà An Lúc 7h": a date after a name, to which a
** segmenter or a crawl ran on. */
static bool begins_date(const truc_doc *d, uint32_t tok) {
  static const truc__word words[] = {TRUC__WORD("ngày"), TRUC__WORD("tháng"),
                                     TRUC__WORD("lúc"),  TRUC__WORD("sáng"),
                                     TRUC__WORD("trưa"), TRUC__WORD("chiều"),
                                     TRUC__WORD("tối"),  TRUC__WORD("đêm")};
  const uint8_t next = tok + 1 < d->token.n ? d->token.v[tok + 1].kind : 0;
  if (next != TRUC_TOK_NUMBER && next != TRUC_TOK_DATE && next != TRUC_TOK_TIME)
    return false;
  return truc__name_any(d, tok, words);
}

/* Two blanks, or none between two words: what some crawls leave where a line
** ended. */
static bool line_ended(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  uint32_t end = t[-1].text + t[-1].text_len;
  return t->text > end + 1 || (t->text == end && t->kind == TRUC_TOK_SYLLABLE &&
                               t[-1].kind == TRUC_TOK_SYLLABLE);
}

static uint32_t read_run(const truc__scan *s, uint32_t tok) {
  uint32_t i = tok + 1;
  for (int words = 1; i < s->end && words < RUN_MAX; words++) {
    uint32_t n = 1;
    if (!name_token(s, i))
      n = s->d->token.v[i].shape == TRUC_SHAPE_LOWER ? small_joint(s, i)
                                                     : other_joint(s, tok, i);
    if (!n || begins_date(s->d, i) || line_ended(s->d, i)) break;
    i += n;
  }
  return i;
}

uint32_t truc__run_end(const truc__scan *s, uint32_t tok) {
  if (tok >= s->end || !name_token(s, tok)) return tok;
  truc__work *w = s->w;
  if (w->run[0] != tok) { /* it is asked for again and again */
    w->run[1] = read_run(s, tok);
    w->run[0] = tok;
  }
  return w->run[1];
}

bool truc__run_vietnamese(const truc_doc *d, uint32_t tok, uint32_t end) {
  if (end < tok + 2 || end > tok + 5) return false;
  if (!truc__has(d->scratch[SCRATCH_NAME], tok, LEX_SURNAME)) return false;
  if (end > tok + 2 && truc__tok_initial(d, end - 1)) end--; /* "Văn Đ." */
  for (uint32_t i = tok; i < end; i++)
    if (foreign(d, i) || d->token.v[i].kind != TRUC_TOK_SYLLABLE) return false;
  return true;
}

bool truc__person_begins(const truc__scan *s, uint32_t tok) {
  uint32_t end = truc__run_end(s, tok);
  if (!truc__run_vietnamese(s->d, tok, end)) return false;
  if (end == tok + 2 && truc__any_place(s->d, tok)) return false;
  return end >= s->end || !truc__hit_of(s->d, end, LEX_ORGWORD) ||
         end > tok + 2;
}

bool truc__national_name(const truc_doc *d, uint32_t m) {
  const truc_mention *at = &d->mention.v[m];
  if (at->ntok < 3 || !truc__run_vietnamese(d, at->tok, at->tok + at->ntok))
    return false;
  uint32_t n;
  const truc__hit *h = truc__hits_at(d, at->tok, &n);
  for (; n; n--, h++)
    if (h->cls == LEX_SURNAME && truc__same_id(truc__hit_id(h), "vn"))
      return true;
  return false;
}

/* Something else begins here with a capital of its own. */
static bool begins_other(const truc_doc *d, uint32_t tok) {
  const truc__work *w = d->scratch[SCRATCH_NAME];
  if (!(w->classes.v[tok] & (TRUC__BIT(TITLE) | TRUC__BIT(ORGHEAD) |
                             TRUC__BIT(SPOUSE) | TRUC__BIT(PLACEHEAD))))
    return false;
  const truc__hit *h = truc__hit_of(d, tok, LEX_TITLE);
  if (h && h->ntok > 1) return true;
  h = truc__hit_of(d, tok, LEX_ORGHEAD);
  if (h && h->ntok > 1) return true;
  if (truc__hit_of(d, tok, LEX_SPOUSE)) return true;
  h = truc__hit_of(d, tok, LEX_PLACEHEAD); /* "Long Bình TP. Biên Hòa" */
  return h && truc__same_id(truc__hit_id(h), "out") &&
         d->token.v[tok].text_len > 1 &&
         (truc__name_is(d, tok, "tp.") || truc__name_is(d, tok, "tp"));
}

/* Where everything has capitals, a name goes on over what is no word. */
static bool caps_word(const truc__scan *s, uint32_t tok, bool inside) {
  const truc__work *w = s->w;
  const truc_token *t = &s->d->token.v[tok];
  bool joined = inside && tok + 1 < s->end && t->word != TRUC_NONE &&
                t[1].word == t->word && !truc__has(w, tok, LEX_SURNAME);
  return joined || truc__has(w, tok, LEX_NAME_STOP) ||
         truc__has(w, tok, LEX_SAY) || truc__has(w, tok, LEX_ACT) ||
         truc__has(w, tok, LEX_WHERE) || truc__has(w, tok, LEX_METONYM) ||
         truc__has(w, tok, LEX_FUNC) || truc__has(w, tok, LEX_AGRHEAD) ||
         truc__has(w, tok, LEX_EVENTHEAD) || truc__has(w, tok, LEX_ORGWORD);
}

static bool middle_name(const truc_doc *d, uint32_t tok) {
  return truc__name_is(d, tok, "văn") || truc__name_is(d, tok, "thị");
}

/* Is it no family name, or one that is a word, too: "GIÁ VÀNG TĂNG"? */
static bool is_word(const truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_of(s->d, tok, LEX_SURNAME);
  if (!h || !(h->flags & LEX_AMBIGUOUS)) return !h;
  return !truc__name_due(s, tok) && !truc__before(s, tok, LEX_HONOR) &&
         !middle_name(s->d, tok + 1);
}

static uint32_t caps_name(const truc__scan *s, uint32_t tok, uint32_t end) {
  const truc_doc *d = s->d;
  if (!foreign(d, tok) && is_word(s, tok)) return tok;
  for (uint32_t i = tok + 1; i < end; i++) {
    if (i == tok + 2 && middle_name(d, i - 1)) continue; /* "TRẦN VĂN SANG" */
    if (caps_word(s, i, i > tok + 1) || begins_other(d, i)) return i;
  }
  return end;
}

/* "Vũ Hải Quân": the last syllables of a full name are no head word. */
static bool ends_full_name(const truc_doc *d, uint32_t tok, uint32_t i,
                           uint32_t end) {
  return i + 2 == end && i < tok + 3 && truc__run_vietnamese(d, tok, end);
}

uint32_t truc__run_name(const truc__scan *s, uint32_t tok) {
  uint32_t end = truc__run_end(s, tok);
  if (s->caps) return caps_name(s, tok, end);
  for (uint32_t i = tok + 1; i < end; i++)
    if (begins_other(s->d, i) && !ends_full_name(s->d, tok, i, end)) return i;
  if (end > tok + 4 && truc__run_vietnamese(s->d, tok, tok + 4)) return tok + 4;
  return end;
}

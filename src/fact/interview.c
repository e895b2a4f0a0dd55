/* SPDX-License-Identifier: Apache-2.0 */
/* interview.c - what is said in answer to questions.
**
** A paragraph of questions ends in "?" (the last paragraph of one, if it is
** asked in several); the answer behind it opens with who gives it and a colon,
** "Đại sứ Lê Văn A: ...", or in later answers with nothing but a dash, and goes
** on, without any verb of saying, to the next question.  Each of its sentences
** is then a stretch that he says.  Without a question before it a name and a
** colon mean nothing: headlines are written so. */
#include "fact/fact.h"

static bool is_dash(const truc_doc *d, uint32_t t) {
  return truc__tok_is(d, t, "-") || truc__tok_is(d, t, "–") ||
         truc__tok_is(d, t, "*") || truc__tok_is(d, t, "+");
}

/* Is the sentence the last of its paragraph, and a question? */
static bool asks(const truc_doc *d, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  bool last = sent + 1 == d->sentence.n || s[1].para != s->para;
  uint32_t end = s->tok + s->ntok;
  while (end > s->tok &&
         (truc__tok_is(d, end - 1, "\"") || truc__tok_is(d, end - 1, "”")))
    end--;
  return last && end > s->tok && truc__tok_is(d, end - 1, "?");
}

/* Who gives the answer that the sentence opens; TRUC_NONE if nobody is named
** there. */
static uint32_t opens_answer(const truc_doc *d, const truc__fact_work *w,
                             const truc_sentence *s) {
  uint32_t t = s->tok, end = s->tok + s->ntok;
  if (t < end && is_dash(d, t)) t++;
  const truc__fchunk *c = t < end ? truc__chunk_at(w, t, CH_PERSON) : NULL;
  if (!c || c->credit || c->tok + c->ntok >= end) return TRUC_NONE;
  return truc__tok_is(d, c->tok + c->ntok, ":") ? c->entity : TRUC_NONE;
}

bool truc__interview(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  truc__interview_state *at = &w->interview;
  if (s->kind != TRUC_SENT_BODY) return true;
  if (asks(d, sent)) {
    at->asked = true;
    at->answers = TRUC_NONE;
    return true;
  }
  if (!at->asked) return true;
  bool first = sent == 0 || s[-1].para != s->para;
  uint32_t who = first ? opens_answer(d, w, s) : TRUC_NONE;
  if (who != TRUC_NONE)
    at->answers = at->known = who;
  else if (first && s->ntok && is_dash(d, s->tok))
    at->answers = at->known;
  if (at->answers == TRUC_NONE) return true;
  truc__speech said = {s->tok, s->tok + s->ntok, at->answers, TRUC_NONE, sent};
  if (VEC_PUSH(w->speech, said)) return true;
  w->rc = TRUC_ENOMEM;
  return false;
}

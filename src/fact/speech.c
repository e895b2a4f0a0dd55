/* SPDX-License-Identifier: Apache-2.0 */
/* speech.c - who says which stretch of text.
**
** Three forms: the speaker first ("Ông X cho biết ..." up to the end of the
** sentence), last ("..., ông X nói" back to the start of the sentence or of the
** quotation, over several sentences), and "Theo X, ...".  A record whose
** predicate lies in the stretch is attributed; the unmarked sentences that
** follow are not. Agencies named as source are no speakers. */
#include "fact/fact.h"
#include "tables/lex.h"

/* What describes a speaker between commas is no longer. */
#define APPOSED 28u

static bool opens_quote(const truc_doc *d, uint32_t t) {
  return truc__tok_is(d, t, "\"") || truc__tok_is(d, t, "“") ||
         truc__tok_is(d, t, "«");
}

static bool closes_quote(const truc_doc *d, uint32_t t) {
  return truc__tok_is(d, t, "\"") || truc__tok_is(d, t, "”") ||
         truc__tok_is(d, t, "»");
}

/* "A và | B nhấn mạnh": the one before `who` of two who speak; TRUC_NONE if he
** speaks alone. */
static uint32_t beside(const truc_doc *d, const truc__fact_work *w,
                       const truc__fchunk *who) {
  uint32_t first = d->sentence.v[who->sent].tok, t = who->tok;
  if (who->type & (CH_PAIR | CH_BOTH)) return who->other;
  if (!(who->type & CH_PERSON) || t <= first || !truc__tok_is(d, t - 1, "và"))
    return TRUC_NONE;
  const truc__fchunk *c = truc__chunk_ending(w, first, t - 1, CH_PERSON);
  if (!c || c->credit || truc__is_object(d, first, c->tok)) return TRUC_NONE;
  return truc__governed(d, first, c->tok) ? TRUC_NONE : c->entity;
}

static bool push(const truc_doc *d, truc__fact_work *w, uint32_t tok,
                 uint32_t end, const truc__fchunk *who) {
  truc__speech s = {tok, end, who->entity, beside(d, w, who), who->sent};
  if (s.speaker == TRUC_NONE) return true;
  if (VEC_PUSH(w->speech, s)) return true;
  w->rc = TRUC_ENOMEM;
  return false;
}

static bool can_speak(const truc_doc *d, const truc__fchunk *c) {
  if (!c || c->credit || c->inner) return false;
  if (!(c->type & (CH_PERSON | CH_ORG | CH_GROUP | CH_FORUM))) return false;
  return !truc__hit_at(d, c->tok, LEX_NEWS_AGENCY);
}

/* The start of the adverb or date that ends right before `tok`; `tok` if there
** is none. */
static uint32_t adverb_start(const truc_doc *d, const truc__fact_work *w,
                             uint32_t first, uint32_t tok) {
  for (uint32_t n = 1; n <= 3 && tok >= first + n; n++) {
    const truc__hit *h = truc__hit_at(d, tok - n, LEX_SPEECH_ADVERB);
    uint32_t v = w->value_at.v[tok - n];
    if (h && h->ntok == n) return tok - n;
    if (v != TRUC_NONE && d->value.v[v].kind == TRUC_VAL_DATE &&
        d->value.v[v].ntok == n)
      return tok - n;
  }
  return tok;
}

/* The chunk that ends right before `tok` (adverbs such as "cũng", "đã" between
** may be passed). */
static const truc__fchunk *speaker_before(const truc_doc *d,
                                          const truc__fact_work *w,
                                          uint32_t first, uint32_t tok) {
  uint32_t t = tok;
  for (int passed = 0; t > first && passed < 4; passed++) {
    for (uint32_t from = t > first + 24 ? t - 24 : first; from < t; from++) {
      const truc__fchunk *c = truc__chunk_at(w, from, ~0u);
      if (c && !c->inner && c->tok + c->ntok == t && can_speak(d, c)) return c;
    }
    uint32_t before = adverb_start(d, w, first, t);
    if (before == t) return NULL;
    t = before;
  }
  return NULL;
}

/* "Ông X, Giám đốc Trung tâm Y, Mỹ, | cho rằng": the person whom a stretch
** between commas describes. */
const truc__fchunk *truc__described(const truc_doc *d, const truc__fact_work *w,
                                    uint32_t first, uint32_t tok) {
  const truc__fchunk *best = NULL;
  tok = adverb_start(d, w, first, tok);
  uint32_t from = tok > first + APPOSED ? tok - APPOSED : first;
  if (tok < first + 4 || !truc__tok_is(d, tok - 1, ",")) return NULL;
  for (uint32_t t = from; t < tok - 1; t++) {
    if (truc__hit_at(d, t, LEX_VERB_SAY)) return NULL;
    const truc__fchunk *c = truc__chunk_at(w, t, CH_PERSON);
    if (!c || !can_speak(d, c) || c->entity == TRUC_NONE) continue;
    if (best && c->entity == best->entity) continue; /* his office */
    if (best && d->entity.v[c->entity].type == TRUC_PER) return NULL;
    if (d->entity.v[c->entity].type == TRUC_PER &&
        truc__tok_is(d, t + c->ntok, ","))
      best = c;
  }
  return best;
}

/* Where the quotation that closes at `t` opened. */
static uint32_t quote_start(const truc_doc *d, uint32_t sent, uint32_t t) {
  uint32_t back = sent > TRUC__SPEECH_BACK ? sent - TRUC__SPEECH_BACK : 0;
  uint32_t lowest = d->sentence.v[back].tok;
  for (uint32_t k = t; k > lowest; k--)
    if (opens_quote(d, k - 1)) return k - 1;
  return t;
}

/* "..., X nói": the verb ends the sentence or is followed by little. */
static bool speaker_last(truc_doc *d, truc__fact_work *w, uint32_t sent,
                         uint32_t verb, const truc__hit *h,
                         const truc__fchunk *who, bool *done) {
  const truc_sentence *s = &d->sentence.v[sent];
  uint32_t end = s->tok + s->ntok, after = verb + h->ntok;
  *done = false;
  if (who->tok == s->tok) return true;
  uint32_t before = who->tok - 1;
  bool comma = truc__tok_is(d, before, ",") || closes_quote(d, before) ||
               truc__tok_is(d, before, "-");
  bool rest = after >= end || truc__tok_is(d, after, ".") ||
              (truc__tok_is(d, after, ",") && after + 1 < end &&
               truc__hit_at(d, after + 1, LEX_ACCORDING)) ||
              truc__tok_is(d, after, "…") || truc__hit_at(d, after, LEX_AT) ||
              truc__hit_at(d, after, LEX_SPEECH_TAIL);
  if (!comma || !rest) return true;
  *done = true;
  uint32_t from = s->tok;
  uint32_t close =
      truc__tok_is(d, before, ",") && before > s->tok ? before - 1 : before;
  if (closes_quote(d, close)) {
    uint32_t open = quote_start(d, sent, close);
    if (open < from) from = open;
  }
  return push(d, w, from, who->tok, who);
}

/* "theo | thông tin từ | Đại sứ quán Mỹ": past the paper to its author. */
static uint32_t source_end(const truc_doc *d, uint32_t t, uint32_t end) {
  const truc__hit *paper =
      t < end ? truc__hit_at(d, t, LEX_STATEMENT_SOURCE) : NULL;
  if (!paper || t + paper->ntok >= end) return t;
  t += paper->ntok;
  return truc__tok_is(d, t, "của") || truc__tok_is(d, t, "từ") ? t + 1 : t;
}

bool truc__speeches(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  const uint64_t begins =
      TRUC__CLASS_BIT(LEX_ACCORDING) | TRUC__CLASS_BIT(LEX_VERB_SAY);
  const truc_sentence *s = &d->sentence.v[sent];
  uint32_t end = s->tok + s->ntok;
  if (!truc__hit_within(w, LEX_ACCORDING) && !truc__hit_within(w, LEX_VERB_SAY))
    return true;
  for (uint32_t t = s->tok; t < end; t++) {
    if (!truc__hit_maybe(d, t, begins)) continue;
    const truc__hit *according = truc__hit_at(d, t, LEX_ACCORDING);
    if (according) {
      uint32_t n = source_end(d, t + according->ntok, end);
      const truc__fchunk *c = n < end ? truc__chunk_at(w, n, ~0u) : NULL;
      if (can_speak(d, c)) {
        /* at the end of a sentence it governs what stood before */
        bool last = c->tok + c->ntok + 1 >= end;
        if (!push(d, w, last ? s->tok : c->tok + c->ntok, last ? t : end, c))
          return false;
      }
      continue;
    }
    const truc__hit *h = truc__hit_at(d, t, LEX_VERB_SAY);
    if (!h) continue;
    const truc__fchunk *who = speaker_before(d, w, s->tok, t);
    if (!who) who = truc__described(d, w, s->tok, t);
    if (!who) continue;
    if (who->type == CH_ORG) {
      const truc__fchunk *x = truc__described(d, w, s->tok, who->tok);
      if (x) who = x;
    }
    bool done;
    if (!speaker_last(d, w, sent, t, h, who, &done)) return false;
    if (done) continue;
    uint32_t to = end;
    /* a quotation opened here may run over the next sentences */
    uint32_t after = t + h->ntok;
    if (after < end && truc__tok_is(d, after, ":")) after++;
    if (after < end && opens_quote(d, after)) {
      uint32_t k = after + 1,
               limit = d->token.n < after + 400 ? d->token.n : after + 400;
      while (k < limit && !closes_quote(d, k)) k++;
      if (k < limit && k > to) to = k;
    }
    if (!push(d, w, t + h->ntok, to, who)) return false;
  }
  return true;
}

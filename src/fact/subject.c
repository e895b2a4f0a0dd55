/* SPDX-License-Identifier: Apache-2.0 */
/* subject.c - who does it: the chunk that stands as subject before a predicate.
**
** There is no parse. The nearest chunk to the left is the subject unless a
** preposition or a verb with an object (class `pivot`) stands before it; a list
** is judged by its first member.  Whose wish or promise a clause tells is the
** subject of its marker. */
#include "fact/fact.h"
#include "tables/lex.h"

/* The longest chunk that ends at `tok`, none before `first`. */
const truc__fchunk *truc__chunk_ending(const truc__fact_work *w, uint32_t first,
                                       uint32_t tok, uint32_t mask) {
  for (uint32_t from = tok > first + 24 ? tok - 24 : first; from < tok; from++)
    for (uint32_t c = w->chunk_at.v[from]; c < w->chunk_at.v[from + 1]; c++)
      if (w->chunk.v[c].tok + w->chunk.v[c].ntok == tok &&
          (w->chunk.v[c].type & mask) && !w->chunk.v[c].inner)
        return &w->chunk.v[c];
  return NULL;
}

/* The object of đón, tiếp, gặp ...: no subject of what comes after it, save of
** the next verb in a row ("đón X thăm"), which patterns see for themselves. */
static const truc__hit *pivot_before(const truc_doc *d, uint32_t first,
                                     uint32_t tok) {
  for (uint32_t n = 2; n > 0; n--) { /* "gặp | một số | nghị sĩ" */
    const truc__hit *h =
        tok >= first + n ? truc__hit_at(d, tok - n, LEX_QUANTIFIER) : NULL;
    if (h && h->ntok == n) {
      tok -= n;
      break;
    }
  }
  for (uint32_t n = 1; n <= 3 && tok >= first + n; n++) {
    const truc__hit *h = truc__hit_at(d, tok - n, LEX_PIVOT);
    if (h && h->ntok == n) return h;
  }
  return NULL;
}

bool truc__is_object(const truc_doc *d, uint32_t first, uint32_t tok) {
  return pivot_before(d, first, tok) != NULL;
}

/* "hoan nghênh X tiếp tục là ...": whom one bids, lets or welcomes to do it is
** the subject of the same clause, from `end` of the chunk to the predicate. */
static bool is_bidden(const truc_doc *d, uint32_t first,
                      const truc__fchunk *first_of_list, uint32_t end,
                      uint32_t anchor) {
  const truc__hit *h = pivot_before(d, first, first_of_list->tok);
  if (!h || strcmp(truc__hit_id(h), "cause")) return false;
  for (uint32_t t = end; t < anchor; t++)
    if (d->token.v[t].kind == TRUC_TOK_PUNCT) return false;
  return true;
}

/* A chunk behind a preposition is an object or a modifier, no subject. */
bool truc__governed(const truc_doc *d, uint32_t first, uint32_t tok) {
  if (tok == first) return false;
  if (truc__hit_at(d, tok - 1, LEX_PREP)) return true;
  if (tok < first + 2) return false;
  const truc__hit *h = truc__hit_at(d, tok - 2, LEX_PREP);
  return h && h->ntok == 2;
}

#define SUBJECTS \
  (CH_PERSON | CH_COUNTRY | CH_PAIR | CH_BOTH | CH_ORG | CH_FORUM | CH_GROUP)

/* "theo lời mời của X": who invites. */
static bool invites(const truc_doc *d, uint32_t first, const truc__fchunk *c) {
  return c->tok >= first + 2 && truc__tok_is(d, c->tok - 1, "của") &&
         truc__tok_is(d, c->tok - 2, "mời");
}

/* Is the chunk a later member of a list?  Behind a comma only if the list goes
** on: in "theo lời mời của A, B thăm ..." B begins a clause, and in "... B và C
** thăm" too. */
static const truc__fchunk *member_before(const truc_doc *d,
                                         const truc__fact_work *w,
                                         uint32_t first, const truc__fchunk *c,
                                         uint32_t mask) {
  if (c->tok < first + 2) return NULL;
  uint32_t sep = c->tok - 1, after = c->tok + c->ntok;
  if (!truc__hit_at(d, sep, LEX_LIST_SEP)) return NULL;
  if (truc__tok_is(d, sep, ",") &&
      (after >= d->token.n || !truc__hit_at(d, after, LEX_LIST_SEP)))
    return NULL;
  const truc__fchunk *before = truc__chunk_ending(w, first, sep, mask);
  if (!before || !truc__tok_is(d, sep, ",")) return before;
  /* "tại Lào, | Thủ tướng A và phu nhân": a place and people are no list */
  return before->type != c->type || invites(d, first, before) ? NULL : before;
}

/* Where the list ends that the chunk is a member of. */
static uint32_t list_end(const truc_doc *d, const truc__fact_work *w,
                         const truc__fchunk *c, uint32_t anchor) {
  uint32_t end = c->tok + c->ntok;
  while (end < anchor) {
    const truc__hit *h = truc__hit_at(d, end, LEX_LIST_SEP);
    if (!h || end + h->ntok >= anchor) break;
    c = truc__chunk_at(w, end + h->ntok, SUBJECTS);
    if (!c) break;
    end = c->tok + c->ntok;
  }
  return end;
}

/* "với X đang thăm Y": what X is doing follows at once. */
static bool goes_on(const truc_doc *d, uint32_t end, uint32_t anchor) {
  return end + 1 == anchor && truc__tok_is(d, end, "đang");
}

bool truc__list_governed(const truc_doc *d, const truc__fact_work *w,
                         uint32_t first, uint32_t tok, uint32_t anchor) {
  const truc__fchunk *c = truc__chunk_at(w, tok, SUBJECTS), *prev;
  if (!c) return truc__governed(d, first, tok);
  while (c->inner && c > w->chunk.v) c--; /* as its whole phrase is */
  uint32_t end = list_end(d, w, c, anchor);
  while ((prev = member_before(d, w, first, c, SUBJECTS)) != NULL) c = prev;
  if (truc__governed(d, first, c->tok)) return !goes_on(d, end, anchor);
  if (!truc__is_object(d, first, c->tok)) return false;
  if (c->type & (CH_FORUM | CH_ORG)) return true; /* "dự APEC | cho rằng" */
  /* "đón X thăm": X is the subject of what follows directly */
  for (uint32_t t = end; t < anchor; t++)
    if (truc__hit_at(d, t, LEX_LIST_SEP)) return true;
  return false;
}

/* The subject of the predicate at `anchor`: the nearest chunk to the left that
** no preposition or verb governs, with those coordinated to it. */
bool truc__fill_subject(truc_doc *d, truc__fact_work *w, const char *slot,
                        const truc__match *m, uint32_t mask) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (!mask) mask = SUBJECTS;
  for (uint32_t t = m->anchor; t > first; t--) {
    const truc__fchunk *c = truc__chunk_ending(w, first, t, mask), *prev;
    if (!c || c->credit) continue;
    const truc__fchunk *found[8];
    int n = 0;
    uint32_t end = c->tok + c->ntok;
    found[n++] = c;
    while (n < 8 && (prev = member_before(d, w, first, c, mask)) != NULL)
      found[n++] = c = prev;
    if (truc__governed(d, first, c->tok) ||
        (truc__is_object(d, first, c->tok) &&
         !is_bidden(d, first, c, end, m->anchor))) {
      t = c->tok + 1;
      continue;
    }
    while (n-- > 0) truc__item_chunk(d, w, slot, found[n]);
    return true;
  }
  return false;
}

/* Whose wish, plan or promise it is: who stands right before its marker, where
** that is not simply both. */
bool truc__fill_holder(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m) {
  uint32_t marker, first = d->sentence.v[m->sent].tok;
  truc_modality how = truc__modality(d, w, m, &marker);
  if (marker == TRUC_NONE || how == TRUC_ACTUAL || how == TRUC_EXPECTED)
    return false;
  uint32_t t = truc__hit_number(d, marker)->tok;
  for (int passed = 0; t > first && passed < 4; passed++, t--) {
    const truc__fchunk *c = truc__chunk_ending(
        w, first, t, CH_PERSON | CH_COUNTRY | CH_ORG | CH_GROUP | CH_FORUM);
    if (c && !c->credit && !truc__governed(d, first, c->tok)) {
      if (member_before(d, w, first, c, SUBJECTS)) return false; /* both */
      truc__item_chunk(d, w, slot, c);
      return true;
    }
    if (!truc__hit_at(d, t - 1, LEX_SPEECH_ADVERB)) return false;
  }
  return false;
}

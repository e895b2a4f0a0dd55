/* SPDX-License-Identifier: Apache-2.0 */
/* explain.c - why a record is one, in words: the pattern, the marker of
** modality, the speech it lies in, and where each slot came from.  For people;
** the layout may change. */
#include "fact/confidence.h"
#include "fact/fact.h"
#include "tables/lex.h"

#define LABEL "  %-14s "

/* What a fill line did; `%s` is its slot or class. */
static const char *const sources[SRC_NWORDS] = {
    [SRC_CODE] = "fixed by the pattern",
    [SRC_SUBJECT] = "the subject before the predicate",
    [SRC_OBJECT] = "right behind what was matched",
    [SRC_PAIR] = "the two countries in focus",
    [SRC_OTHER] = "of the two countries in focus, the one not in '%s'",
    [SRC_COUNTRY] = "the country of '%s'",
    [SRC_SLOT] = "the same as '%s'",
    [SRC_LEFT] = "the nearest before the predicate",
    [SRC_RIGHT] = "the nearest behind what was matched",
    [SRC_ANYWHERE] = "the nearest in the sentence",
    [SRC_CLASS] = "the nearest phrase of class %s before the predicate",
    [SRC_INSIDE] = "named inside '%s'",
    [SRC_BEHIND] = "the first phrase of class %s behind the predicate",
    [SRC_WORDS] = "the nearest words that begin with class %s",
    [SRC_AFTER] = "the words behind the nearest of class %s",
    [SRC_AT] = "the nearest behind 'tại', 'ở', 'trong'",
    [SRC_OWNER] = "behind 'của'",
    [SRC_TOWARD] = "behind 'cho', 'vào', 'sang', 'tại'",
    [SRC_HOLDER] = "before the marker of modality",
    [SRC_UNIT] = "what the quantity counts",
    [SRC_GIVER] = "who gives the sum",
    [SRC_TAKER] = "who receives the sum",
    [SRC_LATEST] = "the latest record of kind %s before",
    [SRC_FOUND] = "'%s' of the record found inside",
    [SRC_REFERENCE] = "the country it is seen from, not in '%s'",
};

static const char *class_name(uint32_t cls) {
  return truc__lex.pool + truc__lex.class_name[cls];
}

/* The words of a span, in quotes; controls and bad bytes escaped. */
static void put_words(truc__buf *b, const truc_doc *d, truc_span at) {
  truc__buf_json(b, d->raw + at.off, at.len);
}

static void put_tokens(truc__buf *b, const truc_doc *d, uint32_t tok,
                       uint32_t end) {
  truc_span at = {0, 0};
  if (end > tok) at = truc__tok_span(d, tok, end - tok);
  put_words(b, d, at);
  truc__buf_fmt(b, " (bytes %u-%u)\n", (unsigned)at.off,
                (unsigned)(at.off + at.len));
}

/* ---------------------------------------------------------------- modality */

static void put_modality(truc__buf *b, const truc_doc *d, const truc_fact *f,
                         const truc__trail *t) {
  const truc__pattern *p = t->pattern;
  truc__buf_fmt(b, LABEL "%s: ", "modality",
                truc_modality_name((truc_modality)f->modality));
  if (t->marker != TRUC_NONE) {
    const truc__hit *h = truc__hit_number(d, t->marker);
    truc__buf_str(b, "marker ");
    put_words(b, d, truc__tok_span(d, h->tok, h->ntok));
    truc__buf_fmt(b, " of class %s\n", class_name(h->cls));
  } else if (p && p->modality >= 0) {
    truc__buf_str(b, "fixed by the pattern\n");
  } else if (p && p->flags & PATTERN_NOUN) {
    truc__buf_str(b, "a noun phrase, no marker applies\n");
  } else if (f->modality != TRUC_ACTUAL) {
    truc__buf_str(b, "a bare verb opens the sentence or point\n");
  } else {
    truc__buf_str(b, "no marker\n");
  }
}

/* ------------------------------------------------------------------ speech */

static void put_speech(truc__buf *b, const truc_doc *d, const truc_fact *f,
                       const truc__trail *t) {
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  for (uint32_t i = 0; i < f->nspeaker; i++)
    truc__buf_fmt(b, LABEL "%s\n", "speaker",
                  d->entity.v[d->speaker.v[f->speaker + i]].ref);
  if (t->speech == TRUC_NONE) return;
  const truc__speech *s = &w->speech.v[t->speech];
  truc__buf_fmt(b, LABEL, f->nspeaker ? "says" : "also said");
  put_tokens(b, d, s->tok, s->end);
}

/* ------------------------------------------------------------------- slots */

/* The fill line that gave the slot its items, or NULL. */
static const truc__fill *fill_of(const truc__fact_work *w, const truc__trail *t,
                                 const char *slot) {
  for (uint32_t i = 0; i < t->nfill; i++) {
    const truc__fill *f = &truc__fills[w->filled.v[t->fill + i]];
    if (!strcmp(truc__slots[f->slot], slot)) return f;
  }
  return NULL;
}

static void put_origin(truc__buf *b, const truc_doc *d, const truc__trail *t,
                       const truc_item *it, uint32_t nth) {
  if (nth >= t->nitem) {
    truc__buf_str(b, "another sentence that says the same");
    return;
  }
  if (!t->pattern) {
    truc__buf_str(b, "title and name side by side");
    return;
  }
  const truc__fill *f = fill_of(d->scratch[SCRATCH_FACT], t, it->slot);
  const char *how = f && f->source < SRC_NWORDS ? sources[f->source] : NULL;
  bool by_class = f && (f->source == SRC_CLASS || f->source == SRC_BEHIND ||
                        f->source == SRC_WORDS || f->source == SRC_AFTER);
  const char *of = by_class ? class_name(f->mask) : f && f->code ? f->code : "";
  if (f && f->source == SRC_LATEST) of = truc_kind_name((truc_kind)f->mask);
  const char *hole = how ? strstr(how, "%s") : NULL;
  if (!f) how = "matched";
  if (!how) how = "filled";
  if (!hole) {
    truc__buf_str(b, how);
    return;
  }
  truc__buf_put(b, how, (size_t)(hole - how));
  truc__buf_str(b, of);
  truc__buf_str(b, hole + 2);
}

static void put_item(truc__buf *b, const truc_doc *d, const truc_item *it) {
  truc__buf_fmt(b, LABEL, it->slot);
  if (it->ref) truc__buf_fmt(b, "%s ", it->ref);
  if (it->code) truc__buf_fmt(b, "%s ", it->code);
  if (it->has_number) {
    truc__buf_decimal(b, it->mantissa, it->exponent);
    truc__buf_chr(b, ' ');
  }
  if (it->fact != TRUC_NONE) truc__buf_fmt(b, "f%u ", (unsigned)it->fact + 1);
  if (it->at.len) {
    put_words(b, d, it->at);
    truc__buf_chr(b, ' ');
  }
  truc__buf_str(b, it->implicit ? "<- not said here; " : "<- ");
}

/* ------------------------------------------------------------------ record */

/* The longest phrase of any class that begins at the predicate's token. */
static uint32_t predicate_length(const truc_doc *d, const truc__trail *t) {
  uint32_t most = 1, n;
  const truc__hit *h = truc__fact_phrases(d, t->anchor, &n);
  for (; n; n--, h++)
    if (h->ntok > most && t->anchor + h->ntok <= t->end) most = h->ntok;
  return most;
}

static void put_pattern(truc__buf *b, const truc_doc *d, const truc__trail *t) {
  if (!t->pattern) {
    truc__buf_fmt(b, LABEL "the office layer: who holds which title\n",
                  "pattern");
    return;
  }
  truc__buf_fmt(b, LABEL "%s", "pattern", t->pattern->name);
  if (t->pattern->phase > 1) truc__buf_fmt(b, " (phase %u)", t->pattern->phase);
  truc__buf_fmt(b, ": %s\n", t->pattern->why);
  truc__buf_fmt(b, LABEL, "matched");
  put_tokens(b, d, t->tok, t->end);
  truc__buf_fmt(b, LABEL, "predicate");
  put_words(b, d, truc__tok_span(d, t->anchor, predicate_length(d, t)));
  truc__buf_chr(b, '\n');
}

static void put_doubts(truc__buf *b, unsigned doubts) {
  static const char *const words[NDOUBTS] = {
      [DOUBT_open] = "a core slot is open",
      [DOUBT_implicit] = "a core slot is not said in the sentence",
      [DOUBT_pair] = "which two countries are meant was worked out",
      [DOUBT_gap] = "a long gap in the match",
      [DOUBT_long] = "a long sentence",
      [DOUBT_marker] = "the marker of modality stands far off",
      [DOUBT_late] = "a marker follows the predicate",
  };
  for (unsigned k = 0; k < NDOUBTS; k++)
    if (doubts >> k & 1) truc__buf_fmt(b, LABEL "%s\n", "doubt", words[k]);
}

void truc__fact_explain(truc__buf *b, const truc_doc *d, uint32_t fact) {
  const truc_fact *f = &d->fact.v[fact];
  const truc__trail *t = truc__trail_of(d, fact);
  if (!t) return;
  truc__buf_fmt(b, "f%u %s, confidence %u%%\n", (unsigned)fact + 1,
                truc_kind_name((truc_kind)f->kind), (unsigned)f->confidence);
  put_doubts(b, truc__doubts(d, fact));
  put_pattern(b, d, t);
  put_modality(b, d, f, t);
  put_speech(b, d, f, t);
  if (f->has_date)
    truc__buf_fmt(b, LABEL "%s (%s)\n", "date", f->date,
                  f->basis && f->basis[0] ? f->basis : "as written");
  for (uint32_t i = 0; i < f->nitem; i++) {
    const truc_item *it = &d->item.v[f->item + i];
    put_item(b, d, it);
    put_origin(b, d, t, it, i);
    truc__buf_chr(b, '\n');
  }
  truc__buf_fmt(b, LABEL, "sentences");
  for (uint32_t i = 0; i < f->nevidence; i++)
    truc__buf_fmt(b, i ? ", %u" : "%u",
                  (unsigned)d->evidence.v[f->evidence + i] + 1);
  truc__buf_chr(b, '\n');
}

/* SPDX-License-Identifier: Apache-2.0
**
** fact - propositions with slots, modality, attribution and evidence.
**
** In:   tokens, sentences, words, lexicon hits, mentions, entities, offices,
**       values of one document; tags where a pattern asks for them (tags.c).
** Out:  d->fact with d->item, d->speaker, d->evidence: one record per
**       proposition, however many sentences say it.
**
** Why patterns and not a parser or a classifier: a fact must be able to say why
** it is one, somebody who reads Vietnamese must be able to add one, and two
** hundred annotated facts train nothing.  Coders that stand on a full parse
** (PETRARCH2) fail with the parse; shallow patterns with named slots (TABARI,
** Odin) hold up on the long sentences of this genre.  What patterns alone get
** wrong is the reach of things: which marker governs a verb, who speaks, which
** two countries are "hai nước".  So a pattern names only what is said in one
** place, and everything that reaches further is worked out by code that all
** patterns share:
**
**   chunk.c     mentions joined to what a verb takes as one argument: office,
**               body, country and name; "doanh nghiệp hai nước"
**   hits.c      the phrases of the lexicon in a sentence and at a token
**   wake.c      which patterns may speak of a sentence, and where they begin
**   posts.c     up to where a line may begin
**   match.c     the machine that runs the compiled patterns (pattern.h)
**   tags.c      parts of speech, of the sentences where a pattern asks for one
**   sector.c    lists of fields of cooperation
**   speech.c    who says which stretch of text
**   interview.c the same of answers to questions
**   modality.c  planned, desired, agreed ... : the nearest marker whose scope
**               holds the predicate
**   item.c      the items of the record being built
**   subject.c   who does it, whose wish it is
**   fill.c      slots that the match left open: other arguments
**   settle.c    what a kind makes of its items once all are there
**   pair.c      the two countries in focus, the parties of an instrument
**   words.c     slots filled by words of a class
**   earlier.c   slots filled from records of the same document
**   flow.c      from whom to whom a sum goes
**   veto.c      what looks like a fact and is none
**   when.c      the date of a record
**   build.c     a match becomes a record: items, modality, speaker
**   office.c    OFFICE records, straight from the office layer
**   merge.c     records that state the same become one with several evidences
**   derive.c    what follows from one by arithmetic
**   links.c     parts of a visit, what a statement says
**   trail.c     what made a record: the match, the marker, the fills
**   confidence.c  how likely a record is right (confidence.h)
**   plover.c    the codes of event data (plover.h)
**   explain.c   all that in words
**   json.c      the format of doc/ANNOTATION.md
**
** Tried and dropped: matching over words instead of syllable tokens with a
** flag for split words (the segmenter's errors became ours, and the raw and the
** segmented form of an article disagreed); one pattern per word order (four
** times as many patterns, and no better than a gap with a short limit).
*/
#ifndef TRUC_FACT_H
#define TRUC_FACT_H

#include "base/doc.h"
#include "fact/pattern.h"

truc_rc truc__fact_run(truc_doc *d);
void truc__fact_release(truc_doc *d);

/* How a record is written: the document's id, the unit of offsets, and, for a
** piece of a long text, what stands before it in that unit and its number. */
typedef struct truc__fact_out {
  const char *doc;
  truc_unit unit;
  uint64_t base;
  uint32_t piece;
} truc__fact_out;

/* One record as a line of JSON without the line end.  The record's id is "f"
** and its number from 1 (of a later piece "p", its number, "f", number). */
void truc__fact_json(truc__buf *out, const truc_doc *d, uint32_t fact,
                     const truc__fact_out *how);

/* Why a record is one, for people: pattern, marker, speech, origin of slots. */
void truc__fact_explain(truc__buf *out, const truc_doc *d, uint32_t fact);

/* -------------------------------------------------- inside the room only */

/* A stretch of tokens that is one argument. */
typedef struct truc__fchunk {
  uint32_t tok, ntok;         /* "Thủ tướng Malaysia Anwar Ibrahim" */
  uint32_t item_tok, item_ntok; /* what an item's span shows: the name */
  uint32_t type;              /* one CH_ bit */
  uint32_t entity, other;     /* who; `other` for pairs */
  uint32_t sent;
  bool spouse;                /* phu nhân */
  bool inner;                 /* lies inside a longer chunk */
  bool credit;                /* in a photo credit or byline */
  const char *ref;            /* "grp:..." where no entity stands for it */
} truc__fchunk;

/* What the machine consumed, in order, with the marks of slots. */
typedef enum truc__trace_kind {
  TRACE_WORD, TRACE_CLASS, TRACE_CHUNK, TRACE_VALUE, TRACE_SECTORS,
  TRACE_PHRASE, TRACE_TAG, TRACE_FOUND, TRACE_OPEN, TRACE_CLOSE, TRACE_ANCHOR,
  TRACE_ASK /* a question about tags, put when the line has matched */
} truc__trace_kind;
typedef struct truc__trace {
  uint8_t kind;   /* truc__trace_kind */
  uint16_t slot;  /* OPEN, CLOSE; ASK: which OP_ */
  uint32_t tok, ntok;
  uint32_t index; /* hit, chunk, value or match; ASK: tags */
} truc__trace;

typedef struct truc__sector {
  const char *ref; /* "sector:oda" */
  uint32_t tok, ntok;
} truc__sector;

/* A stretch [tok, end) that somebody says. */
typedef struct truc__speech {
  uint32_t tok, end;
  uint32_t speaker, speaker2; /* entities; speaker2 TRUC_NONE unless a pair */
  uint32_t sent;              /* where the speaker is named */
} truc__speech;
/* A stretch begins at most so many sentences before that. */
#define TRUC__SPEECH_BACK 12u

/* Where an interview stands. */
typedef struct truc__interview_state {
  bool asked;       /* a question was read */
  uint32_t answers; /* entity of the one whose answer is read, or NONE */
  uint32_t known;   /* who answered before */
} truc__interview_state;

/* A match, with its place. */
typedef struct truc__match {
  const truc__pattern *pattern;
  uint32_t line;              /* of the pattern, in truc__lines */
  uint32_t sent, tok, end, anchor;
  uint32_t trace, ntrace;     /* slice of work.traces */
  uint32_t fact;              /* the first record made of it, or NONE */
  bool replaced;              /* by one of a later phase */
} truc__match;

/* What made a record, beside d->fact index by index (trail.c). */
typedef struct truc__trail {
  const truc__pattern *pattern; /* NULL: read from the office layer */
  uint32_t tok, end, anchor;    /* the match and its predicate */
  uint32_t gap;                 /* most tokens between two elements of it */
  uint32_t marker;              /* hit that set the modality, or NONE */
  uint32_t speech;              /* index in work.speech, or NONE */
  uint32_t fill, nfill;         /* slice of work.filled */
  uint32_t nitem;               /* items at first; merge.c may add some */
} truc__trail;

/* A way not yet gone. */
typedef struct truc__backtrack {
  uint32_t node, pc, tok, ntrace;
  uint32_t again; /* 0: from the beginning of the instruction */
} truc__backtrack;

/* A node of the tree of lines, for the sentence at hand. */
typedef struct truc__branch {
  uint32_t stamp;       /* awake if it is the sentence's */
  uint32_t until;       /* what it needs stands no more from this token on */
  uint32_t child, next; /* awake nodes below it and beside it, or NONE */
  uint32_t done;        /* token + 1: all its lines have matched from there */
} truc__branch;

/* Tokens of the sentence at hand that are phrases, of one class or several. */
typedef struct truc__spot {
  uint64_t classes; /* TRUC__CLASS_BITs */
  uint32_t tok;
  uint16_t ntok;
  uint16_t kind; /* of their node in the lexicon; 0: ask `classes` alone */
} truc__spot;

/* The spots of a class that count. */
typedef struct truc__place {
  uint32_t tok, end;
} truc__place;
typedef struct truc__places {
  uint32_t stamp;    /* known if it is the sentence's */
  uint32_t from, to; /* slice of work.place */
} truc__places;

/* What stands at a token, beside phrases of classes, and what it takes to pass
** it: where the element at it ends, and whether a gap may go over it. */
typedef struct truc__step {
  uint32_t next;
  uint32_t types; /* as in truc__stand */
  uint8_t stop;   /* 0: any gap; 1: one over commas; 2: none */
} truc__step;

/* Of each slot by which records are compared, a bit for every item: without a
** bit in common two slots have no item in common (merge.c). */
typedef struct truc__brand {
  uint64_t slot[4];
} truc__brand;

typedef struct truc__fact_work {
  VEC(truc__fchunk) chunk;     /* sorted by tok, then longest first */
  VEC(uint32_t) chunk_at;      /* [tokens + 1] first chunk of a token */
  VEC(uint32_t) value_at;      /* [tokens] value that begins here, or NONE */
  VEC(uint32_t) close_at;      /* [tokens] of '(': its ')', else NONE; like
                               ** `step` only for sentences with matches */
  VEC(truc__speech) speech;    /* by `sent` */
  truc__interview_state interview;
  uint32_t speech_over;        /* so many end before the record being built */
  VEC(truc__trace) trace;      /* of the match being tried */
  VEC(truc__trace) traces;     /* of the matches kept */
  VEC(truc__match) match;      /* by sentence, by anchor */
  VEC(truc__backtrack) stack;
  VEC(truc__branch) branch;    /* [nodes] */
  VEC(uint32_t) root;          /* roots awake */
  uint32_t stamp;              /* of the sentence at hand */
  VEC(truc__step) step;        /* [tokens] */
  VEC(truc__spot) spot;        /* those of words before those of ways */
  VEC(truc__place) place;
  VEC(truc__places) places;    /* [classes of this room] */
  VEC(uint32_t) waking;        /* words of it that do: symbols */
  uint64_t words;              /* TRUC__WORD_BITs of its words */
  uint32_t types;              /* of chunk and value, those that stand in it */
  uint32_t value, value_end;   /* values of the sentence at hand */
  uint32_t value_chunk;        /* the first chunk that ends behind them */
  uint32_t mention, office;    /* the next ones */
  uint32_t chunk_end;          /* of the last chunk that is not `inner` */
  uint32_t sent_from;          /* first match of the sentence at hand, */
  uint32_t match_from;         /* and of the phase at hand */
  truc__phrases phrases;       /* of this room's classes, where asked for */
  uint32_t hit_room;           /* so many there may be up to this sentence */
  uint32_t way, shaped;        /* the next ones of the name room's lists */
  VEC(uint64_t) classes;       /* [tokens + 1] TRUC__CLASS_BITs of the phrases
                               ** that begin there */
  uint64_t named[TRUC__LEX_WORDS]; /* the classes of the sentence at hand, a
                               ** bit each; that of LEX_NFACTS is always set */
  VEC(truc__sector) sector;
  VEC(truc_item) item;         /* of the record being built */
  VEC(truc_item) spread;       /* the same before a slot is distributed */
  VEC(truc_word) tagged;       /* words of the sentence tagged last */
  VEC(uint32_t) tagged_at;     /* [tokens of it] word that begins there */
  uint32_t tagged_sent;        /* which it is, or NONE */
  VEC(uint32_t) kin;           /* [facts] the one of its kind before it */
  uint32_t last[TRUC_NKINDS];  /* the last record of each kind, or NONE */
  VEC(uint32_t) moved;         /* [facts] where merging has put each */
  VEC(truc__brand) brand;      /* [facts] */
  VEC(int16_t) weight;         /* [patterns] of confidence.c */
  VEC(truc__trail) trail;      /* [facts] */
  VEC(uint32_t) filled;        /* fill lines that gave items: truc__fills */
  uint32_t filled_from;        /* in it, those of the record being built */
  uint32_t pair[2];            /* entities of the article's pair, or NONE */
  truc_rc rc;                  /* sticky */
} truc__fact_work;

/* chunk.c: before the first sentence; then for each, in order. */
bool truc__chunks_begin(truc_doc *d, truc__fact_work *w);
bool truc__chunks(truc_doc *d, truc__fact_work *w, uint32_t sent);
/* The longest chunk at `tok` of a type in `mask`, or NULL. */
const truc__fchunk *truc__chunk_at(const truc__fact_work *w, uint32_t tok,
                                   uint32_t mask);
/* What truc__element_end and gaps ask of the tokens of the sentence at hand. */
void truc__steps(const truc_doc *d, truc__fact_work *w,
                 const truc_sentence *s);

/* hits.c: before the first sentence of a document; then of each, in order: the
** classes that begin at its tokens, w->classes and w->named. */
bool truc__hits_begin(truc_doc *d, truc__fact_work *w);
bool truc__read_hits(truc_doc *d, truc__fact_work *w, uint32_t sent);
void truc__read_phrases(const truc_doc *d, truc__fact_work *w, uint32_t tok);
/* The phrases that begin at a token, the longest first; *n is their number. */
static inline const truc__hit *truc__fact_phrases(const truc_doc *d,
                                                  uint32_t tok, uint32_t *n) {
  truc__fact_work *w = d->scratch[SCRATCH_FACT];
  if (!truc__is_read(&w->phrases, tok)) truc__read_phrases(d, w, tok);
  *n = w->phrases.at.v[tok].n;
  return w->phrases.hit.v + w->phrases.at.v[tok].hit;
}
/* Phrases by their numbers, which last as long as the document. */
static inline const truc__hit *truc__hit_number(const truc_doc *d, uint32_t i) {
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  return w->phrases.hit.v + i;
}
static inline uint32_t truc__number_of(const truc_doc *d, const truc__hit *h) {
  return (uint32_t)(h - truc__hit_number(d, 0));
}

/* May a hit of one of these classes (CLASS_BITs) begin at the token? */
static inline bool truc__hit_maybe(const truc_doc *d, uint32_t tok,
                                   uint64_t classes) {
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  return (w->classes.v[tok] & classes) != 0;
}
/* Does a hit of the class begin in the sentence at hand?  One that truc__hit_at
** does not count is one here. */
static inline bool truc__hit_within(const truc__fact_work *w, uint32_t cls) {
  return w->named[cls / 64] >> cls % 64 & 1;
}
const truc__hit *truc__hit_longest(const truc_doc *d, uint32_t tok, int cls);
/* The longest hit of class `cls` at `tok` that does not split a word (longer
** phrases may), or NULL. */
static inline const truc__hit *truc__hit_at(const truc_doc *d, uint32_t tok,
                                            int cls) {
  if (!truc__hit_maybe(d, tok, TRUC__CLASS_BIT(cls))) return NULL;
  return truc__hit_longest(d, tok, cls);
}

/* Can it be consumed at the token?  Tags and records apart. */
static inline bool truc__can_stand(const truc_doc *d, const truc__fact_work *w,
                                   const truc__stand *x, uint32_t tok) {
  return (w->classes.v[tok] & x->classes) != 0 ||
         (w->step.v[tok].types & x->types) != 0 ||
         (x->words && (x->words & TRUC__WORD_BIT(d->token.v[tok].sym)));
}

/* posts.c: before the first sentence of a document; then of the sentence at
** hand: the token from which on a line no longer finds all its posts, one
** behind the other; 0: it finds them from nowhere. */
bool truc__posts_begin(truc__fact_work *w);
uint32_t truc__posts_until(const truc_doc *d, truc__fact_work *w,
                           const truc_sentence *s, const truc__need *need);

/* wake.c: before the first sentence of a document. */
bool truc__match_begin(truc_doc *d, truc__fact_work *w);
/* Adds all matches of all patterns in the sentence to w->match. */
bool truc__match_sentence(truc_doc *d, truc__fact_work *w, uint32_t sent);

/* tags.c: before the first sentence of a document. */
void truc__tags_begin(truc__fact_work *w);
/* The word that begins at the token, with its tag; NULL if none begins there.
** Failure leaves w->rc. */
const truc_word *truc__tagged_at(truc_doc *d, truc__fact_work *w, uint32_t sent,
                                 uint32_t tok);

/* match.c: memory for the machine. */
bool truc__machine_room(truc__fact_work *w);
/* Runs what is awake below a root from a token on; matches go to w->match.
** Failure leaves w->rc. */
void truc__machine_run(truc_doc *d, truc__fact_work *w, uint32_t sent,
                       uint32_t root, uint32_t start);
/* The end of a noun phrase that begins at `tok`; `tok` if there is none. */
uint32_t truc__phrase_end(const truc_doc *d, const truc__fact_work *w,
                          uint32_t tok, uint32_t end);
/* The token after the element at `tok` (a chunk, value, bracket or token). */
static inline uint32_t truc__element_end(const truc__fact_work *w,
                                         uint32_t tok) {
  return w->step.v[tok].next;
}

/* sector.c: fields named from `tok` on; fills w->sector if `keep`; returns the
** end of the list, `tok` if it names none. */
uint32_t truc__sectors(truc_doc *d, truc__fact_work *w, uint32_t tok,
                       uint32_t end, bool keep);
/* "sector:ID" in the document's arena; NULL (and w->rc) without memory. */
const char *truc__sector_ref(truc_doc *d, truc__fact_work *w, const char *id);

/* speech.c: adds what is said in the sentence to w->speech. */
bool truc__speeches(truc_doc *d, truc__fact_work *w, uint32_t sent);
/* interview.c: the sentence, if it belongs to an answer. */
bool truc__interview(truc_doc *d, truc__fact_work *w, uint32_t sent);
/* The person whom the stretch between commas before `tok` describes: "Ông X,
** Giám đốc Trung tâm Y, | ...", or NULL. */
const truc__fchunk *truc__described(const truc_doc *d,
                                    const truc__fact_work *w, uint32_t first,
                                    uint32_t tok);

/* when.c: sets the date of the record `f` of a match. */
void truc__find_date(truc_doc *d, truc__fact_work *w, const truc__match *m,
                     truc_fact *f);
/* "dự G20 ngày 18/11" in a paper of 8/11: what is to come is planned, though no
** word says so.  A date with its year written out does not lean on the paper's
** date, and so says nothing here. */
bool truc__to_come(const truc_doc *d, const truc__fact_work *w,
                   const truc_fact *f);

/* modality.c: of the predicate at token `anchor` in its sentence; *marker is
** the hit that decided, TRUC_NONE if none did. */
truc_modality truc__modality(const truc_doc *d, const truc__fact_work *w,
                             const truc__match *m, uint32_t *marker);
bool truc__takes_back(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m);

/* Names of slots: most that differ do so in the first letter. */
static inline bool truc__slot_is(const char *a, const char *b) {
  return a == b || (*a == *b && !strcmp(a, b));
}

/* fill.c: completes w->item by the pattern's fill lines. */
void truc__fill_slots(truc_doc *d, truc__fact_work *w, const truc__match *m);

/* subject.c.  The longest chunk of a type in `mask` that ends at `tok` and
** begins at `first` or later, or NULL. */
const truc__fchunk *truc__chunk_ending(const truc__fact_work *w,
                                       uint32_t first, uint32_t tok,
                                       uint32_t mask);
/* Fills: the subject of the predicate, of a type in `mask` (0: any), with those
** coordinated to it; who stands before its marker of modality. */
bool truc__fill_subject(truc_doc *d, truc__fact_work *w, const char *slot,
                        const truc__match *m, uint32_t mask);
bool truc__fill_holder(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m);
/* Does a verb with an object (đón, gặp ...) stand before the token? `first`: of
** the sentence.  Does a preposition? */
bool truc__is_object(const truc_doc *d, uint32_t first, uint32_t tok);
bool truc__governed(const truc_doc *d, uint32_t first, uint32_t tok);
/* The same for the list that the chunk at `tok` is a member of; also where a
** verb (đón, gặp ...) has it for object, unless `anchor` follows at once. */
bool truc__list_governed(const truc_doc *d, const truc__fact_work *w,
                         uint32_t first, uint32_t tok, uint32_t anchor);

/* item.c: the items of the record being built. */
void truc__item_push(truc__fact_work *w, truc_item it);
void truc__item_chunk(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__fchunk *c);
bool truc__has_slot(const truc__fact_work *w, const char *slot);
const truc_item *truc__first_item(const truc_item *items, uint32_t n,
                                  const char *slot);
/* The whole number of an item, 50 of 5 * 10^1; 0 if `it` is NULL, holds none,
** or one above `most`. */
int64_t truc__whole_number(const truc_item *it, int64_t most);

bool truc__ref_there(const truc__fact_work *w, const char *slot,
                     const char *ref);
void truc__item_entity(truc_doc *d, truc__fact_work *w, const char *slot,
                       uint32_t entity, truc_span at);
truc_item truc__blank_item(const char *slot);
/* The country entity that an item stands for: itself, or that of a person. */
uint32_t truc__country_of(const truc_doc *d, const truc_item *it);
/* All items of slot `of` again under `slot`; false if it has none. */
bool truc__copy_slot(truc__fact_work *w, const char *slot, const char *of);
void truc__drop_slot(truc__fact_work *w, const char *slot);

/* settle.c: after the fills. */
void truc__settle_items(truc_doc *d, truc__fact_work *w, const truc__match *m);

/* pair.c: the pair in focus, `seen` where the sentence names it; fills. */
void truc__pair_in_focus(const truc_doc *d, const truc__fact_work *w,
                         const truc__match *m, uint32_t out[2],
                         const truc__fchunk *seen[2]);
truc_span truc__span_of(const truc_doc *d, const truc__fchunk *c);
bool truc__fill_pair(truc_doc *d, truc__fact_work *w, const char *slot,
                     const truc__match *m);
/* Of an AGREEMENT: who only supports it is no party, "với Y" names one. */
void truc__settle_signers(truc_doc *d, truc__fact_work *w,
                          const truc__match *m);
/* Parties named in, or known for, the instrument of slot `of`. */
bool truc__fill_inside(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m, const char *of);

/* words.c: a phrase of the class: the nearest before the anchor, the first
** behind it; the nearest with the words that it begins, or those `after` it. */
bool truc__fill_class(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__match *m, int cls);
bool truc__fill_behind(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m, int cls);
bool truc__fill_words(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__match *m, uint32_t cls, bool after);

/* earlier.c: items of the record that the match holds; of the latest record of
** a kind; and that record as what the words of the slot mean. */
bool truc__fill_found(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__match *m, const char *of);
bool truc__fill_latest(truc_doc *d, truc__fact_work *w, const truc__fill *f);
bool truc__mean_latest(const truc_doc *d, truc__fact_work *w,
                       const truc__fill *f);

/* flow.c: who gives what an AMOUNT counts, or who receives it. */
bool truc__fill_flow(truc_doc *d, truc__fact_work *w, const char *slot,
                     const truc__match *m, bool giver);

/* veto.c: does a match with its items only look like a fact?  Does the sentence
** name what its pattern wants around? */
bool truc__vetoed(const truc_doc *d, const truc__fact_work *w,
                  const truc__match *m);
bool truc__in_context(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m);

/* build.c */
bool truc__build(truc_doc *d, truc__fact_work *w, const truc__match *m);
/* Appends a record made of w->item. `sent` is its evidence. */
truc_fact *truc__fact_push(truc_doc *d, truc__fact_work *w, truc_kind kind,
                           uint32_t sent);

/* office.c */
bool truc__offices(truc_doc *d, truc__fact_work *w);

/* merge.c */
bool truc__merge(truc_doc *d, truc__fact_work *w);
bool truc__links(truc_doc *d);

/* derive.c: after the merge, behind all others. */
bool truc__derive(truc_doc *d, truc__fact_work *w);

/* trail.c: what made the records, for explain.c and confidence.c.  _push goes
** with every d->fact push; _match notes the match of the last one. */
bool truc__trail_push(truc__fact_work *w);
void truc__trail_match(truc__fact_work *w, const truc__match *m);
void truc__trail_filled(truc__fact_work *w, uint32_t fill);
/* The trail of a fact of a document that has run, NULL if there is none. */
const truc__trail *truc__trail_of(const truc_doc *d, uint32_t fact);

#endif

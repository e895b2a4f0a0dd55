/* SPDX-License-Identifier: Apache-2.0
**
** name - people, offices, bodies, countries, places, forums, agreements and
** events: found, typed, linked, and followed through the article.
**
** In:   tokens and sentences (words only for truc__hit.split).
** Out:  d->mention, d->entity, d->office; phrases, for the rooms that ask.
**
** One walk from left to right finds the mentions of a sentence (scan.c).  At
** each token the first of these that fits takes its stretch, and the walk goes
** on behind it:
**
**   an office          "nguyên Phó Thủ tướng thường trực"        office.c
**   a pronoun or pair  "hai nước", "nước này", "ông"             person.c
**   an instrument or event, a body, a place with its head word   bound.c
**   a name of the lexicon: country, forum, agency, place ...     named.c
**   a run of capitals                                            run.c
**
** What an office governs (body, country, holder) is told by adjacency, so the
** walk carries a chain of open offices from token to token until something
** that cannot belong to them comes (office.c).
**
** A run of capitals without evidence beside it is kept as undecided.  When the
** whole document has been walked, what other sentences said of the same name
** decides (memory.c); what stays undecided is dropped.
**
** Then mentions become entities (entity.c, bodies.c): countries by code, bodies
** by their fixed id or the fullest name, people by the parts of their names.
** Last come the words that stand for names: offices alone, ông and bà, hai nước
** (coref.c).
**
** Everything is told by tokens, never by the word layer: a segmenter that joins
** "Nga Putin" or "phu nhân vẫy" must not cost a name, and raw and segmented
** input must agree to the byte.
**
** Most tokens begin no name, and a walk that asks about each of them in turn
** spends its time on wrong guesses.  So hits.c first goes over the sentence
** without a branch: a token's symbol gives its classes, a bit each, and two
** lists, of tokens that lead further into the lexicon and of tokens whose shape
** counts.  Only those are looked at again; of the first the second words are
** read in the same way, and few lead on to a third.  The walk stops where the
** bits say that something may begin; phrases of a word in small letters are
** copied out when they are asked for.  It is the same for the rooms behind: of
** a token's words they know at once which classes begin there, and phrases.c
** copies out the phrases of the tokens that they ask about, one in five.
** memory.c learns of the document what a name in doubt asks for, and goes over
** those alone; entity.c sorts the mentions into groups, and each later pass
** over one of them has nothing to guess.
**
** Tried and dropped: a first pass that learns and a second that reads the whole
** document again (the undecided runs are all that can change, so only they are
** looked at again); deciding ambiguous country words (Anh, Đức, Lào) by a list
** of neighbours per word (the same five contexts decide for all of them); cells
** of the lexicon fetched ahead of use, or ten bytes long instead of sixteen (it
** is the branches that cost, not the memory); classes numbered so that equally
** frequent ones share a bit (no fewer questions); -O3 and link-time
** optimization (2 %).
**
**   hits.c      the walk into the lexicon: which classes begin at every token
**   phrases.c   what phrases these are, for this room and those behind
**   look.c      questions about tokens and hits
**   run.c       runs of capitals
**   known.c     what counts say of them
**   bound.c     where the name of a body ends (body.h)
**   seat.c      the countries and places in it
**   words.c     the words that it goes on over
**   bracket.c   where it ends by the abbreviation behind it
**   phrase.c    where the name of an instrument, event, place ends
**   office.c    offices and their chains
**   scan.c      the walk
**   country.c   countries, pairs, capitals
**   named.c     names of the lexicon and behind its head words
**   person.c    people, spouses, pronouns
**   bare.c      runs of capitals that nothing explains
**   road.c      those that are places by what stands beside them
**   memory.c    undecided runs, abbreviations defined in brackets
**   compact.c   what stays undecided is dropped
**   entity.c    who is meant
**   spell.c     how it is called
**   bodies.c    which body is meant
**   holder.c    countries and holders of offices, offices alone
**   coref.c     pairs, pronouns
*/
#ifndef TRUC_NAME_H
#define TRUC_NAME_H

#include "base/doc.h"
#include "lex.h"
#include "name/classes.h"
#include "name/known.h"

truc_rc truc__name_run(truc_doc *d);
void truc__name_release(truc_doc *d);

/* -------------------------------------------------- inside the room only */

#define UNDECIDED TRUC_NENTITY_TYPES /* type of a run without evidence */

/* What is known of a mention besides truc_mention; same index. */
typedef struct truc__note {
  const char *id;     /* fixed id ("VNM", "asean"), NULL or "" if none */
  const char *kind;   /* id of the head word that bounded it, or NULL */
  uint64_t whole;     /* hash of all its tokens */
  uint32_t key, nkey; /* hashes of its tokens: slice of work.key */
  uint32_t country;   /* mention of a country inside it, TRUC_NONE */
  uint32_t alias;     /* mention of the long name of an abbreviation */
  uint32_t proto;     /* distinct name, see entity.c */
  uint32_t owner;     /* entity of the country a body belongs to */
  uint8_t nhead;      /* keys of the head word that the name begins with */
  uint8_t hint;       /* HINT_: what the words before an undecided run say */
  bool weak;          /* a kind, not a name: may be dropped later */
  bool state;         /* holder of a state office of Viet Nam */
  bool caps;          /* in a sentence of nothing but capitals */
} truc__note;
enum { HINT_NONE, HINT_PLACE, HINT_SPEAKER, HINT_BODY, HINT_FIRST, HINT_ACTOR };

typedef struct truc__slot { /* of a hash table */
  uint64_t key;
  uint32_t val;
  uint32_t age; /* empty, if it is not the table's */
} truc__slot;
typedef struct truc__table {
  truc__slot *v;
  uint32_t cap, n, age;
} truc__table;

/* A name as it is written, however often. */
typedef struct truc__proto {
  uint32_t mention; /* the first */
  uint32_t parent;  /* the fuller form of the same name, TRUC_NONE */
  uint32_t entity;
} truc__proto;

/* Of a token: where the number of its nodes behind the first one stands in
** work.way, and they behind it (if its class bits say WAY); its first phrase
** (if they say READ). */
typedef struct truc__begin {
  uint32_t way, hit, nhit;
} truc__begin;

/* A node behind the first one on the way from a token, and its kind. */
typedef struct truc__onward {
  uint32_t node, kind;
} truc__onward;

/* Mentions by what is done with them. */
enum {
  MEANT_COUNTRY,
  MEANT_PERSON,
  MEANT_PLACE,
  MEANT_EVENT,
  MEANT_BODY, /* and forum, instrument */
  MEANT_OTHER,
  MEANT_ALL
};

typedef struct truc__work {
  VEC(uint64_t) classes;  /* [T + 1] see truc__has() */
  VEC(uint64_t) starts;   /* a bit per token: TRUC__MAY_BEGIN */
  VEC(uint16_t) kind;     /* [T] of the token's first node in the lexicon */
  VEC(truc__begin) begin; /* [T] what begins at a token */
  VEC(truc__onward) way;  /* nodes of the lexicon that the tokens lead to */
  VEC(uint32_t) ways;     /* tokens that lead to more than one */
  VEC(uint32_t) shaped;   /* tokens that may begin a phrase for the rooms behind
                          ** that asks for a shape */
  VEC(uint32_t) on, open; /* scratch of hits.c: tokens of a sentence */
  truc__hits hit;
  VEC(truc__note) note; /* [M] */
  VEC(uint64_t) key;    /* hashes of the tokens of names */
  VEC(uint32_t) chain;  /* [O] chain number of an office */
  VEC(uint32_t) like;   /* [O] see find_likes() */
  VEC(uint32_t) given;  /* scratch of memory.c */
  VEC(truc__proto) proto;
  VEC(uint32_t) meant;            /* [M] mentions of one MEANT_ after another */
  uint32_t meant_end[MEANT_ALL];  /* and where in `meant` they end */
  truc__table whole, part, title, ref;
  truc__table product; /* names of things: "tên lửa ATACMS" */
  uint32_t pair[2];    /* the countries the document is about, or NONE */
  uint32_t run[2];     /* the run of capitals read last, see run.c */
  uint32_t pair_said[2]; /* how often it names them */
} truc__work;

/* The walk. */
typedef struct truc__scan {
  truc_doc *d;
  truc__work *w;
  uint32_t sent, begin, end; /* sentence and its tokens */
  /* the open chain of offices */
  uint32_t chain, nchain; /* number of the chain; offices in it */
  uint32_t expect;        /* token where it must go on, TRUC_NONE: closed */
  bool after_at;          /* "tại" was read: a country is where, not whose */
  bool joined;            /* "và" was read: the next office is another's */
  bool cut;               /* a comma was read: only a name may follow */
  /* the last name, for an office in apposition behind it */
  uint32_t person, person_end;
  uint32_t appos; /* mention of the person an open chain follows */
  uint32_t share; /* office joined to the chain by "và" */
  bool credit;    /* inside a photo credit */
  bool small;     /* the sentence has no capital at all */
  bool caps;      /* it has nothing but capitals */
  bool failed;    /* out of memory */
} truc__scan;

/* ----------------------------------------------------------------- hits.c */

/* Fills work.classes, .starts, .kind, .begin, .way, and .hit with such phrases
** for this room as must be looked at anyway; false when out of memory. */
bool truc__hits_run(truc_doc *d, truc__work *w);
/* A sentence of more than a few words and no capital. */
bool truc__all_small(const truc_doc *d, uint32_t tok, uint32_t end);

/* -------------------------------------------------------------- phrases.c */

/* Reads the phrases for this room at a token; false when out of memory. */
bool truc__read_names(const truc_doc *d, truc__work *w, uint32_t tok,
                      bool small);
const truc__hit *truc__hits_late(const truc_doc *d, truc__work *w,
                                 uint32_t tok);

/* For the rooms behind.  The classes of their phrases are known by the kinds of
** a token's nodes, but for those that ask for a shape: of these truc__shaped
** tells, of a token in work.shaped. */
static inline const truc__lexkind *truc__lexkind_at(const truc__work *w,
                                                    uint32_t tok) {
  return truc__lex.kind + w->kind.v[tok];
}
/* Of a token in work.ways the nodes behind the first; *n is their number. */
static inline const truc__onward *truc__onward_of(const truc__work *w,
                                                  uint32_t tok, uint32_t *n) {
  const truc__onward *x = w->way.v + w->begin.v[tok].way;
  *n = x->node;
  return x + 1;
}
typedef void truc__shaped_found(void *ctx, uint32_t tok, uint32_t ntok,
                                unsigned cls);
void truc__shaped(const truc_doc *d, uint32_t tok, truc__shaped_found *found,
                  void *ctx);
/* Before the first question: no token is read; false when out of memory. */
bool truc__phrases_begin(const truc_doc *d, truc__phrases *p);
/* Read those at a token: of the fact room's classes (and of the value room's
** some that ask for a shape), of the value room's.  There must be room. */
void truc__phrases_facts(const truc_doc *d, truc__phrases *p, uint32_t tok);
void truc__phrases_values(const truc_doc *d, truc__phrases *p, uint32_t tok);
void truc__phrases_release(truc__phrases *p);

/* ----------------------------------------------------------------- look.c */

/* Are the ids the same? Most differ in the first letter. */
static inline bool truc__same_id(const char *a, const char *b) {
  return *a == *b && !strcmp(a, b);
}

enum {
  BIT_NONE,
#define X(c) BIT_##c,
  TRUC__NAME_BEGINS(X) BITS_BEGIN,
  BITS_BEGIN_LAST = BITS_BEGIN - 1,
  TRUC__NAME_NAMES(X) BITS_NAME,
  BITS_NAME_LAST = BITS_NAME - 1,
  TRUC__NAME_OTHERS(X)
#undef X
  BIT_STARTS, /* no classes: a capital, or "(" that begins a sentence */
  BIT_RUN,    /* a word with a capital that a run of them may hold */
  BIT_WAY,    /* more than one word leads on: see truc__begin */
  BIT_READ,   /* its phrases were read */
  BIT_SMALL,  /* it stands in a sentence without a capital */
  BITS_ALL,
  BIT_SHAPED = 62, /* some for rooms behind ask for a shape: TRUC__LEX_SHAPED */
  BIT_VALUES = 63  /* phrases for the value room: TRUC__LEX_VALUES */
};
/* Where a name or an office may begin. */
#define TRUC__MAY_BEGIN                                            \
  (((((uint64_t)1 << BITS_NAME) - 1) & ~(uint64_t)1) | (uint64_t)1 \
                                                           << BIT_STARTS)
#define TRUC__BIT(c) ((uint64_t)1 << BIT_##c)
typedef char truc__bits_fit[BITS_ALL <= BIT_SHAPED ? 1 : -1];
static const uint8_t truc__name_bits[LEX_NCLASSES] = {
#define X(c) [LEX_##c] = BIT_##c,
    TRUC__NAME_BEGINS(X) TRUC__NAME_NAMES(X) TRUC__NAME_OTHERS(X)
#undef X
};
static inline unsigned truc__name_bit(unsigned cls) {
  return truc__name_bits[cls];
}
/* Classes of the hits that begin at a token, a bit each, so that most questions
** about a token are answered no, and cheaply. */
static inline bool truc__has(const truc__work *w, uint32_t tok, unsigned cls) {
  return w->classes.v[tok] >> truc__name_bit(cls) & 1;
}

/* The phrases that begin at a token; *n gets their number. */
static inline const truc__hit *truc__hits_at(const truc_doc *d, uint32_t tok,
                                             uint32_t *n) {
  truc__work *w = d->scratch[SCRATCH_NAME];
  const truc__hit *h = w->classes.v[tok] & TRUC__BIT(READ)
                           ? w->hit.v + w->begin.v[tok].hit
                           : truc__hits_late(d, w, tok);
  *n = w->begin.v[tok].nhit;
  return h;
}
/* Longest hit of a class at a token that ends before `end`, NULL if none. */
const truc__hit *truc__hit_find(const truc_doc *d, uint32_t tok, uint32_t end,
                                unsigned cls);
static inline const truc__hit *truc__hit_in(const truc_doc *d, uint32_t tok,
                                            uint32_t end, unsigned cls) {
  if (tok >= d->token.n || !truc__has(d->scratch[SCRATCH_NAME], tok, cls))
    return NULL;
  return truc__hit_find(d, tok, end, cls);
}

/* Longest hit of a class at a token, NULL if none. */
static inline const truc__hit *truc__hit_of(const truc_doc *d, uint32_t tok,
                                            unsigned cls) {
  return truc__hit_in(d, tok, d->token.n, cls);
}
/* Is the token this word (a literal)? Letter case and tone placement make no
** difference. */
bool truc__name_folds_to(const truc_doc *d, uint32_t tok, const char *word,
                         size_t n);
static inline bool truc__name_same(const truc_doc *d, uint32_t tok,
                                   const char *word, size_t n) {
  if (tok >= d->token.n || d->token.v[tok].text_len != n) return false;
  const char *text = truc__tok_text(d, tok);
  if (!memcmp(text, word, n)) return true;
  if (d->token.v[tok].shape == TRUC_SHAPE_LOWER) return false;
  /* folding turns no consonant of ASCII into another */
  if (*word >= 'b' && *word <= 'z' && !memchr("eiouy", *word, 5) &&
      (unsigned char)*text < 0x80 && (*text | 0x20) != *word)
    return false;
  return truc__name_folds_to(d, tok, word, n);
}
#define truc__name_is(d, tok, word) \
  truc__name_same(d, tok, "" word, sizeof(word) - 1)
/* Words to be looked for in turn. */
typedef struct truc__word {
  uint8_t n;
  char s[11];
} truc__word;
#define TRUC__WORD(word) \
  { sizeof(word) - 1, word }
/* Is the token one of these words? */
bool truc__name_among(const truc_doc *d, uint32_t tok, const truc__word *words,
                      size_t n);
#define truc__name_any(d, tok, words) \
  truc__name_among(d, tok, words, sizeof(words) / sizeof(words)[0])
/* First letter is a capital; of VinFast and al-Assad too, but not of iPhone. */
bool truc__mixed_capital(const truc_doc *d, uint32_t tok);
static inline bool truc__tok_capital(const truc_doc *d, uint32_t tok) {
  if (tok >= d->token.n) return false;
  uint8_t shape = d->token.v[tok].shape;
  return shape == TRUC_SHAPE_TITLE || shape == TRUC_SHAPE_UPPER ||
         (shape == TRUC_SHAPE_MIXED && truc__mixed_capital(d, tok));
}
static inline bool truc__tok_mark(const truc_doc *d, uint32_t tok, char mark) {
  return tok < d->token.n && d->token.v[tok].text_len == 1 &&
         *truc__tok_text(d, tok) == mark;
}
/* A dash between names: - or an en dash. */
static inline bool truc__tok_dash(const truc_doc *d, uint32_t tok) {
  return truc__tok_mark(d, tok, '-') ||
         (tok < d->token.n && d->token.v[tok].text_len == 3 &&
          !memcmp(truc__tok_text(d, tok), "\xe2\x80\x93", 3));
}
/* A letter with a dot, or a short form such as "B." */
bool truc__tok_initial(const truc_doc *d, uint32_t tok);
/* Two words that the text room has parted: "NeesonHiện". */
bool truc__lost_blank(const truc_doc *d, uint32_t tok);
/* Does a token begin a stretch: of the sentence, of a quote, after a colon or
** a lost blank? */
bool truc__tok_first(const truc__scan *s, uint32_t tok);
/* A family name, whatever its letter case. */
bool truc__tok_surname(const truc_doc *d, uint32_t tok);
/* A double quote, either side. */
bool truc__tok_quote(const truc_doc *d, uint32_t tok);
static inline uint64_t truc__symbol_hash(uint32_t sym) {
  return (sym + 1) * 0x9e3779b97f4a7c15u; /* one per key */
}
uint64_t truc__text_hash(const truc_doc *d, uint32_t tok);
/* Hash of the token's folded form. */
static inline uint64_t truc__tok_hash(const truc_doc *d, uint32_t tok) {
  uint32_t sym = d->token.v[tok].sym;
  return sym ? truc__symbol_hash(sym) : truc__text_hash(d, tok);
}
/* The same of a word that is a part of a token. */
uint64_t truc__word_hash(const char *s, size_t n);

uint32_t truc__table_get(const truc__table *t, uint64_t key); /* or TRUC_NONE */
bool truc__table_put(truc__table *t, uint64_t key, uint32_t val);
void truc__table_clear(truc__table *t);

/* ------------------------------------------------------------------ run.c */

/* End of the run of capitals at `tok` (== tok if there is none), not past
** `end`. */
uint32_t truc__run_end(const truc__scan *s, uint32_t tok);
/* The dash at `i` is one inside a word of the lexicon: "Shangri - La". */
bool truc__loan_dash(const truc_doc *d, uint32_t i);
/* Is [tok, end) written as a Vietnamese full name? */
bool truc__run_vietnamese(const truc_doc *d, uint32_t tok, uint32_t end);
/* A Vietnamese full name stands at `tok` and nothing of the body's name goes
** on behind it. */
bool truc__person_begins(const truc__scan *s, uint32_t tok);
/* A mention of three syllables and more, none of them foreign, whose family
** name Vietnamese bear. */
bool truc__national_name(const truc_doc *d, uint32_t m);
/* End of the name that begins at `tok` after an office or "ông". */
uint32_t truc__run_name(const truc__scan *s, uint32_t tok);

/* -------------------------------------------------------------- known.c */

/* Kind of the name [tok, end), KNOWN_NONE if counts do not know it. */
unsigned truc__known_kind(const truc_doc *d, uint32_t tok, uint32_t end);
/* End of the longest place that [tok, end) begins with; tok if none. */
uint32_t truc__known_place(const truc_doc *d, uint32_t tok, uint32_t end);
/* Code of the country where the place [tok, end) lies, NULL if not known; a
** head word before its name is passed over. */
const char *truc__known_country(const truc_doc *d, uint32_t tok, uint32_t end);
/* The agencies of Viet Nam that the words [tok, end) may mean. */
typedef struct truc__agencies {
  const truc__knownagency *v[2]; /* NULL: none; [1] took over from [0] */
  bool brief;                    /* bodies of other countries bear it, too */
} truc__agencies;
truc__agencies truc__known_agencies(const truc_doc *d, uint32_t tok,
                                    uint32_t end);
/* How much its first and last words speak for a person (above KNOWN_PERSON). */
int truc__known_score(const truc_doc *d, uint32_t tok, uint32_t end);
#define KNOWN_PERSON (-6)

/* ----------------------------------- bound.c, seat.c, bracket.c, phrase.c */

/* Each returns the end of the name whose head word is `h`, or h->tok if the
** head word stands alone and is no name. *country: token where a country name
** inside begins, or TRUC_NONE. */
uint32_t truc__bound_body(const truc__scan *s, const truc__hit *h,
                          uint32_t *country);
/* Place or capital city, NULL if neither begins at the token. */
const truc__hit *truc__any_place(const truc_doc *d, uint32_t tok);
/* Country, written with a capital. */
const truc__hit *truc__country_named(const truc_doc *d, uint32_t tok);
/* Tokens of "Việt - Nhật", "Việt Nam - Singapore"; 0 if there is no pair. */
uint32_t truc__pair_length(const truc__scan *s, uint32_t tok);
/* End of the body [tok, from) by the bracket that follows; else `from`. */
uint32_t truc__bracket_end(const truc__scan *s, uint32_t tok, uint32_t from);
uint32_t truc__bound_instrument(const truc__scan *s, const truc__hit *h);
uint32_t truc__bound_event(const truc__scan *s, const truc__hit *h);
/* A district that has a number for its name. */
bool truc__numbered_place(const truc__scan *s, const truc__hit *h);
uint32_t truc__bound_place(const truc__scan *s, const truc__hit *h,
                           uint32_t *from);

/* --------------------------------------------------------------- office.c */

/* Reads an office at `tok`; returns its end, or `tok` if there is none. */
uint32_t truc__office_read(truc__scan *s, uint32_t tok);
/* A name, body or country was found at [tok, end): give it to the open chain
** if it stands where the chain goes on. */
void truc__office_person(truc__scan *s, uint32_t mention);
void truc__office_body(truc__scan *s, uint32_t mention);
void truc__office_country(truc__scan *s, uint32_t mention);
/* Words that carry a chain on: "của", "tại", ",", "kiêm"; new place or tok. */
uint32_t truc__office_link(truc__scan *s, uint32_t tok);
void truc__office_close(truc__scan *s);

/* ----------------------------------------------------------------- scan.c */

/* Adds a mention; returns its index, TRUC_NONE when out of memory. */
uint32_t truc__mention_add(truc__scan *s, uint32_t tok, uint32_t end,
                           unsigned type, const char *id, const char *why);
static inline truc_mention *truc__mention_at(truc__scan *s, uint32_t m) {
  return &s->d->mention.v[m];
}
bool truc__scan_run(truc_doc *d, truc__work *w);
const truc__hit *truc__find_before(const truc__scan *s, uint32_t tok,
                                   unsigned cls);
/* Longest hit of a class that ends right before `tok`, of at most four tokens;
** mostly one look says that there is none. */
static inline const truc__hit *truc__before(const truc__scan *s, uint32_t tok,
                                            unsigned cls) {
  const uint64_t *c = s->w->classes.v;
  if (tok >= 4 &&
      !((c[tok - 1] | c[tok - 2] | c[tok - 3] | c[tok - 4]) >>
            truc__name_bit(cls) &
        1))
    return NULL;
  return truc__find_before(s, tok, cls);
}
/* May the office that was read last be one of a firm? */
bool truc__firm_due(const truc__scan *s);
/* A name is due here: the open chain of offices has no holder yet. */
static inline bool truc__name_due(const truc__scan *s, uint32_t tok) {
  return s->nchain && s->expect == tok;
}

/* --------------------------------------------- country.c, named.c, person.c */

/* A country name at `tok` that counts here: the hit, or NULL. */
const truc__hit *truc__country_at(const truc__scan *s, uint32_t tok);
/* A name of the lexicon, or behind a head word of it, as far as it reaches. */
typedef struct truc__named {
  const truc__hit *hit; /* NULL: none */
  uint32_t end;
  uint32_t inside; /* of a body the token where its country begins, TRUC_NONE if
                   ** it names none; of a place where its name begins */
} truc__named;
/* The one at `tok` that reaches farthest. */
truc__named truc__farthest(const truc__scan *s, uint32_t tok);
uint32_t truc__country_add(truc__scan *s, const truc__hit *h, const char *why);
/* The rest make mentions; each returns the end of what it read, or `tok`
** (h->tok) if nothing fits. */
uint32_t truc__country_take(truc__scan *s, const truc__hit *h);
uint32_t truc__seat_take(truc__scan *s, const truc__hit *h);
uint32_t truc__head_alone(truc__scan *s, uint32_t tok);
uint32_t truc__named_take(truc__scan *s, truc__named x);
uint32_t truc__country_short(truc__scan *s, uint32_t tok);
uint32_t truc__country_pair(truc__scan *s, uint32_t tok);
uint32_t truc__person_read(truc__scan *s, uint32_t tok, const char *why);
uint32_t truc__committee_read(truc__scan *s, uint32_t tok);
uint32_t truc__small_read(truc__scan *s, uint32_t tok, const char *why);
uint32_t truc__honor_read(truc__scan *s, uint32_t tok);
uint32_t truc__spouse_read(truc__scan *s, uint32_t tok);
uint32_t truc__pro_read(truc__scan *s, uint32_t tok);

/* ----------------------------------------------------------------- bare.c */

/* Reads the run of capitals at `tok`; returns its end, or `tok`. */
uint32_t truc__bare_run(truc__scan *s, uint32_t tok);
/* Such a run is a body's name: "Arton Capital", "OANA" before a name. */
bool truc__foreign_body(const truc__scan *s, uint32_t tok);
bool truc__abbreviated_body(const truc__scan *s, uint32_t tok);

/* ----------------------------------------------------------------- road.c */

/* Does the run [tok, end) stand as a place does? *why says how. */
bool truc__by_neighbours(const truc__scan *s, uint32_t tok, uint32_t end,
                         const char **why);
/* ... and is it a street? */
bool truc__is_road(const truc__scan *s, uint32_t tok, uint32_t end);
/* "thủy điện Rào Trăng 3 ... ở Rào Trăng 3": a place that has been named with
** a number behind it.  Its end with the number, else `end`. */
uint32_t truc__named_number(const truc__scan *s, uint32_t tok, uint32_t end);

/* --------------------------------------------------------------- memory.c */

bool truc__memory_run(truc_doc *d, truc__work *w);
/* Drops the mentions that stayed undecided (compact.c). */
bool truc__compact(truc_doc *d, truc__work *w);
#define KEY_SEED 0x9e3779b97f4a7c15u
#define KEY_STEP(h, key) (((h) ^ (key)) * 0xff51afd7ed558ccdu)
static inline uint64_t truc__hash_keys(const truc__work *w, uint32_t key,
                                       uint32_t count) {
  uint64_t h = KEY_SEED;
  for (uint32_t i = 0; i < count; i++) h = KEY_STEP(h, w->key.v[key + i]);
  return h ^ (h >> 29);
}
/* Hash of the first `count` tokens of a name. */
static inline uint64_t truc__key_hash(const truc__work *w, const truc__note *n,
                                      uint32_t count) {
  return count == n->nkey ? n->whole : truc__hash_keys(w, n->key, count);
}

/* --------------------------------------------------------------- entity.c */

/* The mentions of a MEANT_, in rising order, or NULL; *n gets their number. */
static inline const uint32_t *truc__meant(const truc__work *w, unsigned what,
                                          uint32_t *n) {
  const uint32_t from = what ? w->meant_end[what - 1] : 0;
  *n = w->meant_end[what] - from;
  return *n ? w->meant.v + from : NULL;
}
/* Countries, people, places, events. */
bool truc__entity_run(truc_doc *d, truc__work *w);
/* Entity with the reference PREFIX:NAME, made if it is new; TRUC_NONE when out
** of memory. */
uint32_t truc__entity_ref(truc_doc *d, truc__work *w, const char *prefix,
                          const char *name, unsigned type, uint32_t mention);
/* A country's entity, TRUC_NONE if the document does not name it. */
uint32_t truc__entity_country(const truc_doc *d, const truc__work *w,
                              const char *iso);
/* The same, made if need be; TRUC_NONE when out of memory. */
uint32_t truc__entity_state(truc_doc *d, truc__work *w, const char *iso);
void truc__entity_link(truc_doc *d, uint32_t mention, uint32_t entity);
/* Of two mentions of a name, is the second the one in a heading's capitals? */
bool truc__better_said(const truc_doc *d, uint32_t m, uint32_t than);

/* ---------------------------------------------------------------- spell.c */

/* Tokens of a stretch, joined as they are written; NULL when out of memory. */
char *truc__span_text(truc_doc *d, uint32_t tok, uint32_t ntok);
/* The same of a name; one in the capitals of a heading, TÔ LÂM, is called Tô
** Lâm. */
char *truc__name_text(truc_doc *d, uint32_t m);
bool truc__name_shouted(const truc_doc *d, uint32_t m);
/* Has it nothing but capitals, where a name of its type would have others? */
bool truc__shouted(const truc_doc *d, uint32_t tok, uint32_t ntok,
                   unsigned type);
/* Copies a token in small letters, perhaps but for the first; its length. */
size_t truc__token_small(const truc_doc *d, uint32_t tok, bool first,
                         char *out);

/* --------------------------------------------------------------- bodies.c */

/* Bodies, forums, instruments: these need the countries of offices. */
bool truc__entity_bodies(truc_doc *d, truc__work *w);

/* ----------------------------------------------------------------- post.c */

/* A hash of the title's own words. */
uint64_t truc__post_title(const truc_doc *d, const truc__work *w, uint32_t m);
/* A hash that offices have in common which are the same in two countries. */
uint64_t truc__post_key(const truc_doc *d, const truc__work *w,
                        const truc_office *x);
/* The same key for the office of one country, given by its entity. */
uint64_t truc__post_country(const truc_doc *d, uint64_t key, uint32_t country);
/* Of a minister: the key of the title alone, whatever the field; else 0. */
uint64_t truc__post_head(const truc_doc *d, const truc__work *w,
                         const truc_office *x);
/* Does the title stand for nobody in particular? */
bool truc__post_general(const truc_doc *d, const truc_office *x);

/* ------------------------------------------------------ holder.c, coref.c */

/* Id of the head word of a mention, or "". */
static inline const char *truc__kind_of(const truc__work *w, uint32_t m) {
  return w->note.v[m].kind ? w->note.v[m].kind : "";
}
static inline bool truc__is_country(const truc_doc *d, uint32_t e,
                                    const char *iso) {
  return e != TRUC_NONE && truc__same_id(d->entity.v[e].ref + 4, iso);
}
/* Countries of offices and people; before bodies are linked. */
bool truc__coref_offices(truc_doc *d, truc__work *w);
/* Who holds an office that is said alone. */
bool truc__coref_holders(truc_doc *d, truc__work *w);
/* Pairs and words for countries; before bodies are linked. */
bool truc__coref_pairs(truc_doc *d, truc__work *w);
/* Spouses, pronouns; and truc__coref_holders(). */
bool truc__coref_run(truc_doc *d, truc__work *w);

#endif

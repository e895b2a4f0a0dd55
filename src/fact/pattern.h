/* SPDX-License-Identifier: Apache-2.0
**
** pattern.h - what data/facts is compiled into: programs for the matcher.
**
** A pattern is a regular expression over five kinds of element: words (symbols
** of the lexicon), word classes, parts of speech, chunks (people, countries,
** bodies ... see chunk.c) and values (dates, sums, ranks).  gen/facts.c makes
** programs of its `match` lines: 32-bit words, op | a << 8, for the machine in
** match.c:
**
**     LIT sym          the word
**     CLASS c          a phrase of the class, longest first
**     CHUNK mask       a chunk of one of the types
**     VALUE mask       a value of one of the kinds
**     SECTORS          a list of fields of cooperation (sector.c)
**     SEPARATOR        what stands between the members of a list
**     PHRASE           a noun phrase up to the next stop word (match.c)
**     SEEK n * 2 + c   two words: pass at most n elements of anything, as few
**                      as possible, c 1: also over commas.  The second word
**                      says what is consumed next: the machine stops only where
**                      that can stand
**     SPLIT x, y, i    three words: try x first, then y (offsets in the
**                      program); i says what x consumes first: where that
**                      cannot stand there is only y
**     JUMP x
**     OPEN slot, CLOSE the elements between are captured under the slot
**     ANCHOR           the next element is the predicate: markers of modality
**                      are looked for from here, and two patterns of one kind
**                      with the same anchor are one fact
**     START            the sentence begins here
**     NOTNEXT c        the next element is not of class c
**     TAG mask         a word whose tag is one of these (bits 1 << truc_tag)
**     TAGGED mask      the word at which the element just matched begins is one
**                      of these
**     NOTTAG mask      no such word begins here
**     BETWEEN mask     since the last element there are such words only
**     FOUND mask       what a pattern of an earlier phase has found, a record
**                      of one of these kinds (bits 1 << truc_kind)
**     FORK node        all that may follow this node of the tree
**
** What is consumed next is said by a number in truc__stands; 0 is: not known,
** it may be anything.
**
** The lines are one tree: an element with which several lines go on is a single
** node with a single program, whether two lines share it or two hundred, and
** each line ends in a node of its own, whose number is the line's.  Of this
** tree a sentence wakes only the branches of lines whose predicate it names
** (truc__need_keys) and whose other needs it meets, which lines that need the
** same are asked once; and a line is started no later than it can still find
** its posts, the chunks and phrases that must stand in this order (posts.c).
** So what a sentence costs depends on the patterns that may speak of it, not on
** how many there are.
** Measured (bench/patterns.sh, instructions of the room over 400 articles):
** 269 million with 19 patterns, 407 with all 160 of that day, 491 with eight
** times as many, each of which may speak of what the first may speak of.
**
** Patterns of a later phase are tried where one of an earlier phase has matched
** what they hold (FOUND): most sentences never see them.  Of two matches of one
** kind with the same predicate that of the later phase stands, which knew more.
*/
#ifndef TRUC_PATTERN_H
#define TRUC_PATTERN_H

#include <stdint.h>

#include "truc/truc.h"

enum {
  OP_OPEN, OP_CLOSE, OP_ANCHOR, /* these only leave a note */
  OP_LIT, OP_CLASS, OP_CHUNK, OP_VALUE, OP_SECTORS, OP_PHRASE, OP_SEEK,
  OP_SPLIT, OP_JUMP, OP_START, OP_NOTNEXT, OP_SEPARATOR, OP_FORK, OP_TAG,
  OP_TAGGED, OP_NOTTAG, OP_BETWEEN, OP_FOUND
};

/* Types of chunk, as bits. */
#define CH_PERSON 0x001   /* a name, an office or a pronoun for one */
#define CH_COUNTRY 0x002
#define CH_PAIR 0x004     /* two countries on one span: hai nước, Việt - Nhật */
#define CH_BOTH 0x200     /* two people on one span: hai nhà lãnh đạo */
#define CH_ORG 0x008
#define CH_FORUM 0x010
#define CH_AGREEMENT 0x020
#define CH_PLACE 0x040
#define CH_EVENT 0x080
#define CH_GROUP 0x100

/* What a `fill` line may take a slot's items from, in order of preference. */
typedef enum truc__source {
  SRC_CODE,     /* a fixed code, implicit in the text */
  SRC_SUBJECT,  /* chunk(s) of type `mask` before the anchor, as its subject */
  SRC_OBJECT,   /* chunk(s) right after the match, within the clause */
  SRC_PAIR,     /* the two countries in focus */
  SRC_OTHER,    /* of the pair in focus, the one that slot `code` has not */
  SRC_COUNTRY,  /* country of the first item of slot `code` */
  SRC_SLOT,     /* the items of slot `code` */
  SRC_LEFT,     /* nearest chunk of type `mask` before the anchor */
  SRC_RIGHT,    /* nearest chunk of type `mask` after the match */
  SRC_ANYWHERE, /* nearest chunk of type `mask` in the sentence */
  SRC_CLASS,    /* nearest phrase of class `mask` before the anchor */
  SRC_INSIDE,   /* parties named inside the span of slot `code` */
  SRC_BEHIND,   /* the same after the anchor */
  SRC_WORDS,    /* nearest phrase of class `mask` with the words it begins */
  SRC_AFTER,    /* the words behind it */
  SRC_AT,       /* nearest chunk of type `mask` behind "tại", "ở", "trong" */
  SRC_OWNER,    /* the same behind "của" */
  SRC_TOWARD,   /* the same behind "cho", "vào", "sang", "tại" */
  SRC_HOLDER,   /* who wishes, plans or agrees: before the marker of modality */
  SRC_UNIT,     /* the noun phrase that a quantity counts */
  SRC_GIVER,    /* from whom the sum goes */
  SRC_TAKER,    /* to whom it goes */
  SRC_LATEST,   /* slot `code` of the latest record of kind `mask`, or that
                ** record itself; `same`: of those that have the same there */
  SRC_FOUND,    /* slot `code` of the record that the match holds */
  SRC_REFERENCE, /* a country behind tại, của, cho ... that slot `code` has not:
                 ** "Tại X, Y đứng thứ nhất" */
  SRC_NWORDS
} truc__source;

typedef struct truc__fill {
  uint16_t slot;
  uint8_t source;     /* truc__source */
  uint8_t always;     /* 1: also where the slot has items already */
  uint32_t mask;      /* CH_ bits, a class, a kind */
  const char *code;   /* a code, or the name of a slot; or NULL */
  const char *same;   /* SRC_LATEST: the name of a slot, or NULL */
} truc__fill;

typedef enum truc__datemode {
  DATE_NONE,     /* facts of this pattern carry no date of their own */
  DATE_CLAUSE,   /* nearest date of the clause */
  DATE_BEFORE,   /* the same, but before the anchor */
  DATE_YEAR,     /* a year of the clause, else the year of the text */
  DATE_NOW,      /* publication date if the sentence says "hiện", else clause */
  DATE_DOCUMENT  /* publication date */
} truc__datemode;

#define PATTERN_NOUN 0x01      /* a noun phrase: no marker applies */
#define PATTERN_DISTRIBUTE 0x02 /* one fact per item of slot `distribute` */
#define PATTERN_SPLIT 0x10     /* two items of slot `split` and none of slot
                               ** `split_to`: the last one goes there */
#define PATTERN_NEEDDATE 0x04  /* no fact without a date */
#define PATTERN_FOLLOWS 0x20   /* markers stand behind the predicate, inside the
                               ** match */
#define PATTERN_ASIDE 0x40     /* its records are none that the text goes on to
                               ** speak of: SRC_LATEST passes them over */
#define PATTERN_BARE_PLANNED 0x08 /* a bare verb that opens a sentence or a
                               ** programme point is planned */

/* What a `match` line cannot match without; lines that need the same share it.
** The first class is that of the predicate, if it has one. */
#define TRUC__NEEDS 2
#define TRUC__CHUNK_BITS 10
#define TRUC__VALUE_KINDS 8
#define TRUC__TYPE_BITS (TRUC__CHUNK_BITS + TRUC__VALUE_KINDS)
#define TRUC__NO_TYPE 0x80000000u
#define TRUC__BRACKET 0x40000000u /* an open bracket that closes again */
#define TRUC__WORD_BIT(sym) (UINT64_C(1) << (sym) % 64)
typedef struct truc__need {
  uint64_t words;              /* TRUC__WORD_BITs of words */
  uint32_t types[TRUC__NEEDS]; /* one of each: types of chunk, and above
                               ** TRUC__CHUNK_BITS kinds of value; none:
                               ** TRUC__NO_TYPE */
  uint32_t found;              /* one of these kinds; 0: none in phase 1 */
  uint16_t cls[TRUC__NEEDS];   /* none: LEX_NFACTS */
  uint16_t phase;              /* from 1 */
  uint16_t nline, npost;
  uint32_t line;               /* slice of truc__need_lines: who needs it */
  uint32_t post;               /* slice of truc__posts: what stands one behind
                               ** the other */
} truc__need;

/* One of the elements that a line cannot match without: a chunk, or a phrase
** and what can stand right behind it. */
typedef struct truc__post {
  uint32_t types;  /* of chunk, as bits; 0: a phrase */
  uint16_t cls;    /* of this class, behind which */
  uint16_t behind; /* this can stand: truc__stands; 0: anything */
} truc__post;

typedef struct truc__line {
  uint16_t pattern;
  uint16_t need; /* in truc__needs */
} truc__line;

/* Needs of the first phase by their first class, else by a word, else by their
** first types, else by nothing. */
typedef struct truc__need_index {
  const uint64_t *wakes; /* [TRUC__LEX_WORDS] bit class: it has some */
  const uint16_t *by_class, *by_class_at; /* [classes + 1] */
  const uint16_t *by_word, *by_word_at;   /* [nword + 1] */
  const uint32_t *word;                   /* [nword] sorted symbols */
  const uint64_t *word_set; /* [nword_set / 64] bit sym: it is one of them */
  uint32_t nword_set, nword;
  const uint16_t *by_type, *by_type_at;   /* [TRUC__TYPE_BITS + 1] */
  const uint16_t *by_nothing;
  uint32_t nby_nothing;
  const uint16_t *later; /* those of the phases 2 .. nphase, in none of these */
  uint32_t nlater, nphase;
} truc__need_index;

/* A node of the tree; the first truc__nline are the ends of the lines. */
#define TRUC__ROOT 0x80000000u
typedef struct truc__node {
  uint32_t code;     /* its program, which ends with its FORK */
  uint32_t consumes; /* what it consumes first: truc__stands */
  uint32_t parent;   /* or TRUC__ROOT and its index in truc__roots */
} truc__node;

/* What may be consumed at a token: a phrase of one of these classes, one of
** these words, a chunk or value of one of these types, and so on.  It may say
** yes too often, never no. */
typedef struct truc__stand {
  uint64_t classes; /* TRUC__CLASS_BITs */
  uint64_t words;   /* TRUC__WORD_BITs */
  uint32_t types;   /* as in truc__need, and TRUC__BRACKET */
  uint32_t tags;    /* bits 1 << truc_tag */
  uint32_t found;   /* kinds of record */
} truc__stand;

/* Where a root's program can begin: slice of truc__openings. */
enum {
  BEGIN_CLASS, BEGIN_CHUNK, BEGIN_VALUE, BEGIN_SYM, BEGIN_TAG, BEGIN_FOUND,
  BEGIN_ANY
};
typedef struct truc__opening {
  uint16_t sort;  /* BEGIN_ */
  uint32_t which; /* class, types of chunk as bits, kind of value, symbol,
                  ** tags or kinds of record as bits */
} truc__opening;
typedef struct truc__root {
  uint32_t node, begin;
  uint16_t nbegin;
  uint16_t at_start; /* 1: only at the start of a sentence */
} truc__root;

typedef struct truc__pattern {
  const char *name, *why;
  uint32_t line, nline; /* slice of truc__lines: alternatives */
  uint16_t kind;        /* truc_kind */
  int16_t priority;     /* higher wins */
  uint8_t date;         /* truc__datemode */
  uint8_t flags;        /* PATTERN_ */
  int8_t modality;      /* fixed truc_modality, or -1: by its markers */
  uint16_t distribute;  /* slot */
  uint16_t split, split_to; /* slots */
  uint32_t fill, nfill; /* slice of truc__fills */
  uint32_t require;     /* slice of truc__requires: slots needed */
  uint32_t nrequire;
  uint32_t context;     /* CH_ bits: the sentence must name one of these, or an
                        ** official; 0: anything goes */
  const char *refuse;   /* "unit|party|issue": no record if the slot named first
                        ** has one of the codes; or NULL */
  uint8_t phase;
} truc__pattern;

/* tables/facts.c */
extern const truc__pattern truc__patterns[];
extern const uint32_t truc__npattern;
extern const truc__line truc__lines[];
extern const uint32_t truc__nline;
extern const truc__need truc__needs[];
extern const uint16_t truc__need_lines[];
extern const truc__post truc__posts[];
extern const truc__need_index truc__need_keys;
extern const truc__node truc__nodes[];
extern const uint32_t truc__nnode;
extern const truc__root truc__roots[]; /* in the order of their nodes */
extern const truc__opening truc__openings[];
extern const uint32_t truc__programs[];
extern const truc__stand truc__stands[];
extern const truc__fill truc__fills[];
extern const uint16_t truc__requires[];
extern const char *const truc__slots[];
extern const uint32_t truc__nslot;

#endif

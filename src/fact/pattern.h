/* SPDX-License-Identifier: Apache-2.0
**
** pattern.h - what data/facts is compiled into: programs for the matcher.
**
** A pattern is a regular expression over four kinds of element: words (symbols
** of the lexicon), word classes, chunks (people, countries, bodies ... see
** chunk.c) and values (dates, sums, ranks).  gen/facts.c compiles its `match`
** lines to a program of 32-bit words, op | a << 8, for the machine in match.c:
**
**     LIT sym          the word
**     CLASS c          a phrase of the class, longest first
**     CHUNK mask       a chunk of one of the types
**     VALUE mask       a value of one of the kinds
**     SECTORS          a list of fields of cooperation (sector.c)
**     SEPARATOR        what stands between the members of a list
**     PHRASE           a noun phrase up to the next stop word (match.c)
**     SEEK n * 2 + c   two words: pass at most n elements of anything, as few
**                      as possible, c 1: also over commas.  The second word is
**                      the instruction that comes next, if it consumes: the
**                      machine stops only where that can match. 0: anywhere
**     SPLIT x, y       two words: try x first, then y (offsets in the program)
**     JUMP x
**     OPEN slot, CLOSE the elements between are captured under the slot
**     ANCHOR           the next element is the predicate: markers of modality
**                      are looked for from here, and two patterns of one kind
**                      with the same anchor are one fact
**     START            the sentence begins here
**     NOTNEXT c        the next element is not of class c
**     DONE
*/
#ifndef TRUC_PATTERN_H
#define TRUC_PATTERN_H

#include <stdint.h>

#include "truc/truc.h"

enum {
  OP_LIT, OP_CLASS, OP_CHUNK, OP_VALUE, OP_SECTORS, OP_PHRASE, OP_SEEK,
  OP_SPLIT, OP_JUMP, OP_OPEN, OP_CLOSE, OP_ANCHOR, OP_START, OP_NOTNEXT,
  OP_SEPARATOR, OP_DONE
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
  SRC_AT,       /* nearest chunk of type `mask` behind "tại", "ở", "trong" */
  SRC_OWNER,    /* the same behind "của" */
  SRC_TOWARD,   /* the same behind "cho", "vào", "sang", "tại" */
  SRC_HOLDER,   /* who wishes, plans or agrees: before the marker of modality */
  SRC_UNIT,     /* the noun phrase that a quantity counts */
  SRC_VISITOR,  /* of the visit in focus */
  SRC_HOST,     /* of the visit in focus */
  SRC_REFERENCE, /* a country behind tại, của, cho ... that slot `code` has not:
                 ** "Tại X, Y đứng thứ nhất" */
  SRC_NWORDS
} truc__source;

typedef struct truc__fill {
  uint16_t slot;
  uint8_t source;     /* truc__source */
  uint8_t always;     /* 1: also where the slot has items already */
  uint32_t mask;      /* CH_ bits */
  const char *code;   /* a code, or the name of a slot */
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
#define PATTERN_BARE_PLANNED 0x08 /* a bare verb that opens a sentence or a
                               ** programme point is planned */

/* One `match` line.  What it can begin with is known when it is compiled and
** kept the other way round, in truc__starters: the machine is started only
** where it has a chance. */
#define TRUC__NEEDS 2
typedef struct truc__line {
  uint32_t code;        /* first word of the program */
  uint16_t pattern;
  uint16_t cls[TRUC__NEEDS];   /* classes that must follow; 0xFFFF none */
  uint32_t types[TRUC__NEEDS]; /* one of each must follow: types of chunk, and
                               ** above TRUC__CHUNK_BITS kinds of value */
  uint8_t at_start;     /* 1: only at the start of a sentence */
} truc__line;

/* Lines by what they can begin with: slices of `line`. */
#define TRUC__CHUNK_BITS 10
#define TRUC__VALUE_KINDS 8
typedef struct truc__begin_index {
  const uint16_t *line;
  const uint32_t *cls;      /* [nclass + 1] */
  const uint32_t *chunk;    /* [TRUC__CHUNK_BITS + 1] */
  const uint32_t *value;    /* [TRUC__VALUE_KINDS + 1] */
  const uint32_t *sym;      /* [nsym] sorted symbols */
  const uint32_t *sym_at;   /* [nsym + 1] */
  const uint64_t *symset;   /* [nsymset / 64] bit sym: it is one of them */
  uint32_t nsymset, nsym;
  uint32_t any, nany;       /* lines that can begin with anything */
} truc__begin_index;

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
} truc__pattern;

/* tables/facts.c */
extern const truc__pattern truc__patterns[];
extern const uint32_t truc__npattern;
extern const truc__line truc__lines[];
extern const uint32_t truc__nline;
extern const truc__begin_index truc__starters;
extern const uint32_t truc__programs[];
extern const truc__fill truc__fills[];
extern const uint16_t truc__requires[];
extern const char *const truc__slots[];
extern const uint32_t truc__nslot;

#endif

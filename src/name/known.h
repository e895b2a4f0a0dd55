/* SPDX-License-Identifier: Apache-2.0
**
** known - what counts say of names that no table of the lexicon holds.
**
** In:  the folded words of a run of capitals.
** Out: the kind the whole name is known as, or a score of its parts.
**
** data/known/ holds names met often behind words that tell what they are (a
** title, "tỉnh", "công ty"), and nearly always behind words of one kind: so a
** bare "Aleppo" or "Putin" is known too.  It also holds words of names with two
** numbers each: how much more often the word was the first (the last) one of a
** person's name than of anything else.  Foreign words are weighed against all
** other runs of capitals, Vietnamese syllables against names of places.
**
** And it holds in which country a place lies, and which ministries and agencies
** Viet Nam has had, with the months that they came and went and with those who
** took them over (data/known/agencies.tsv).  A full name and its abbreviations
** mean one of them; a short name ("Bộ Nông nghiệp") may mean one and later its
** successor, which the value room tells by the date (value/agency.c).
**
** These are hints, asked for last: what the text itself says comes before.
**
** They stand in a table of their own and not in the lexicon, since nobody
** needs them at every token, and since the text and sentence rooms take a word
** of the lexicon for more than a hint. */
#ifndef TRUC_KNOWN_H
#define TRUC_KNOWN_H

#include "base/base.h"

enum {
  KNOWN_NONE,
  KNOWN_PER,
  KNOWN_LOC,
  KNOWN_ORG,
  KNOWN_THING /* a name, but of none of these */
};

typedef struct truc__knownname {
  uint32_t text; /* offset in the pool, 0: empty slot */
  uint32_t kind;
} truc__knownname;
typedef struct truc__knownpart {
  uint32_t text;
  int16_t first, last;
} truc__knownpart;

typedef struct truc__knownwhere {
  uint32_t text;
  uint32_t country; /* index */
} truc__knownwhere;
typedef struct truc__knowncountry {
  char code[4];  /* ISO 3166-1 alpha-3 */
  uint32_t name; /* as it is written, not folded */
} truc__knowncountry;

typedef struct truc__knownagency {
  uint32_t name;         /* as it is written, not folded */
  truc_date from, until; /* first and last month; year 0: not told, month 0:
                         ** the year only */
  uint32_t successor;    /* 1 + index, 0: none */
} truc__knownagency;
typedef struct truc__knowncalled {
  uint32_t text;
  uint16_t agency[2]; /* 1 + index, 0: none; [1] took over from [0] */
  uint16_t brief;     /* a short name: other countries' bodies bear it, too */
} truc__knowncalled;

/* Tables of linear probing, whose sizes are powers of two; countries in order
** of their codes, agencies as the file has them. */
typedef struct truc__knowntable {
  const char *pool; /* folded words, joined by blanks, NUL-ended */
  const truc__knownname *name;
  const truc__knownpart *part;
  const truc__knownwhere *where;
  const truc__knowncountry *country;
  const truc__knownagency *agency;
  const truc__knowncalled *called;
  uint32_t nname, npart, nwhere, ncountry, ncalled;
} truc__knowntable;
extern const truc__knowntable truc__known; /* tables/known.c */

#define KNOWN_TEXT_MAX 256

/* What a country is called that the text does not name; NULL if unknown. */
const char *truc__known_name(const char *code);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** body.h - the name of a body while it is read, between bound.c, seat.c and
** words.c: where a name that begins with a common word ends.
**
** Vietnamese writes a capital at the first syllable of a name's parts and small
** letters inside them ("Bộ Phát triển nông thôn"), so the left end is sure and
** the right end is not.  A body's name goes on over capitals, over words that
** occur in names of bodies (class orgword), over a country or place, and over
** a conjunction only if such a word follows it.  It stops before whatever
** begins a name or an office of its own. */
#ifndef TRUC_NAME_BODY_H
#define TRUC_NAME_BODY_H

#include "name/name.h"

typedef struct truc__body {
  const truc__scan *s;
  const char *kind;
  uint32_t from, head; /* the head word; first token behind it */
  uint32_t i, good;    /* reading place; end of the name so far */
  uint32_t country;
  bool full;    /* something besides the head word was read */
  bool capital; /* the head word has one */
  bool placed;  /* a place was read: only a larger one may follow */
} body;

static inline bool is_kind(const body *b, const char *kind) {
  return truc__same_id(b->kind, kind);
}

static inline void take(body *b, uint32_t n) {
  b->i += n;
  b->good = b->i;
  b->full = true;
}

/* Each takes what stands at b->i, if it is what the function is for; *over: the
** name goes on over nothing else. */

/* ----------------------------------------------------------------- seat.c */

/* "Tập đoàn Airbus": a firm of the lexicon. */
bool truc__take_firm(body *b, bool *over);
/* A country or place without a word for it, a pair of countries. */
bool truc__take_country(body *b, bool *over);
/* "tỉnh Nghệ An", "thành phố Hà Nội" */
bool truc__take_place(body *b);
/* "Văn phòng Thủ tướng" */
bool truc__take_ruler(body *b);
/* "tại Việt Nam" */
bool truc__take_seat(body *b);

/* ---------------------------------------------------------------- words.c */

/* A word of names, or one with a capital. */
bool truc__take_word(body *b);
/* "và", "," and the like, if a further word of the name follows. */
bool truc__take_bridge(body *b);
/* Small words up to the name that the body bears. */
bool truc__take_plain_words(body *b);
/* The word of names of bodies or of ministries at `tok`, NULL if none. */
const truc__hit *truc__word_of_names(const truc_doc *d, uint32_t tok);
/* Small words of names from `tok` on, up to a country. */
bool truc__words_to_country(const body *b, uint32_t tok);
/* A list of fields behind the comma, up to its "và". */
bool truc__list_goes_on(const body *b, uint32_t comma);

#endif

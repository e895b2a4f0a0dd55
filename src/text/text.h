/* SPDX-License-Identifier: Apache-2.0
**
** text - from the caller's bytes to a normal text and its tokens.
**
** In:  d->raw, d->nraw, d->form.
** Out: d->text (the normal text), d->map (back to the bytes), d->joins,
**      d->invalid, d->token.
**
** The normal text is what all later rooms read: NFC, one kind of blank, one
** kind of line end, no zero-width characters, no controls.  It is made once,
** so that no later rule has to think of `e` + U+0323 + U+0302 or of NBSP.
** Text that is already normal is copied and has no map.
**
** Word-segmented input (`Việt_Nam mong_muốn , …`) is turned back into the
** layout it was made from: `_` becomes a blank (remembered in d->joins, as a
** hint and no more), and the blanks that a segmenter puts around marks go.
** So the token rules, and everything after them, see one kind of text, and
** both forms of an article give the same tokens.  A hyphen between blanks
** stays, since the original may have had them.
**
** Tokens are found by one pass over the normal text with a table of byte
** classes; a rule looks ahead only inside its own run of non-blank bytes, so
** that time is linear.  Every byte is in exactly one token or in a gap, and
** gaps hold only blanks, line ends, controls, zero-width and ill-formed
** bytes.
**
** Considered and left: regular expressions per token kind (backtracking);
** token rules of its own for the segmented form (two sets of rules never
** agree); rebuilding the layout while normalising (the rules need to look at
** several chunks ahead, in normal form).
** Tried and dropped: folding and hashing every token anew (half of the
** room's time; look.c remembers spellings instead); one slot a hash in that
** memory (common spellings drove each other out).
**
**   fold.c      tables of letters, look-up keys (text/letter.h, text/fold.h)
**   normal.c    bytes -> normal text and map
**   layout.c    segmented text -> layout of ordinary text
**   syllable.c  is this spelled as a Vietnamese syllable?
**   scan.c      classes of bytes and code points
**   look.c      what is known of one spelling
**   lexer.c     normal text -> tokens
**   token.c     how far a token reaches
**   number.c    those that begin with a digit
**   pieces.c    smaller tokens, for another profile
**   units.c     byte offsets -> code points, UTF-16
*/
#ifndef TRUC_TEXT_H
#define TRUC_TEXT_H

#include "base/doc.h"
#include "model/model.h"

truc_rc truc__text_run(truc_doc *d); /* text, map, joins, token */
void truc__text_release(truc_doc *d);

/* --------------------------------------------------------------- normal.c */

/* Zeros behind the normal text, so that its readers may look some bytes beyond
** a token without asking. */
#define TRUC__SLACK 96
/* Fills text, map and invalid; layout as in the input. */
truc_rc truc__normal_run(truc_doc *d);
/* Where normal text [from, to) stands in the input.  `at` is a cursor for
** calls in rising order of place; it starts as 0. */
truc_span truc__raw_span(const truc_doc *d, uint32_t from, uint32_t to,
                         uint32_t *at);

/* --------------------------------------------------------------- layout.c */

/* Undoes a segmenter's layout in d->text; fills d->joins, mends d->map. */
truc_rc truc__layout_run(truc_doc *d);

/* ------------------------------------------------------------- syllable.c */

/* Is s[0..n) (normal text, letters only, any case) spelled as a syllable of
** Vietnamese: onset, rime and tone that go together? */
bool truc__is_syllable(const char *s, size_t n);

/* ----------------------------------------------------------------- scan.c */

/* What a code point is, to the token rules. */
typedef enum truc__class {
  C_GAP, /* blank, line end */
  C_LETTER,
  C_MARK,  /* combining */
  C_DIGIT, /* 0 to 9 */
  C_PUNCT,
  C_EMOJI,
  C_JOINER, /* zero-width joiner, variation selector */
  C_OTHER
} truc__class;

/* Class of the character at s[0..n), n > 0; its length goes to *len. */
truc__class truc__class_at(const char *s, size_t n, unsigned *len);
/* Is the character at s[0..n) a capital letter? */
bool truc__is_capital(const char *s, size_t n);
/* TRUC_SHAPE_ of s[0..n). */
uint8_t truc__shape(const char *s, size_t n);
/* End of the run of letters and marks that begins at s[i]; i if there is
** none. */
size_t truc__letters_end(const char *s, size_t n, size_t i);
/* Which of the 64 bytes at s belong to letters of Vietnamese and its
** neighbours: bit k is byte k.  The text is well-formed, and byte 64 is looked
** at too.  And, to compare, without vector instructions. */
uint64_t truc__letters(const char *s);
uint64_t truc__letters_plain(const char *s);

/* ---------------------------------------------------------------- lexer.c */

/* Does a token belong into d->odd? */
static inline unsigned truc__is_odd(const truc_token *t) {
  const unsigned line = t->flags & (TRUC_TF_LINE | TRUC_TF_PARA);
  return (t->kind != TRUC_TOK_SYLLABLE) | (line != 0);
}

/* --------------------------------------------------------------- pieces.c */

/* Cuts tokens as profile vlsp does. */
truc_rc truc__pieces_run(truc_doc *d);

/* ---------------------------------------------------------------- units.c */

bool truc__units_run(truc_doc *d); /* the index; false when out of memory */

/* ----------------------------------------------------------------- look.c */

/* Is s[0..n) an abbreviation of the lexicon, with its dot: TP.? */
bool truc__is_abbrev(const char *s, size_t n);
/* A loan word of the lexicon: xi-măng? */
bool truc__is_loan_word(const char *s, size_t n);
/* A word that a hyphen ties to the name after it: al-, Jean-? */
bool truc__is_hyphen_head(const char *s, size_t n);
/* A capital letter that may stand for a name: A, Đ, Th? */
bool truc__is_initial(const char *s, size_t n);

/* What is known of a spelling. */
typedef struct truc__looked {
  uint32_t sym;
  uint16_t id; /* in the word tables of the model */
  uint8_t shape;
  uint8_t traits; /* LOOK_ */
} truc__looked;
#define LOOK_FOREIGN TRUC_TF_FOREIGN /* not spelled as a syllable */
#define LOOK_DOTTED 0x01 /* with a dot behind it, maybe an abbreviation */
_Static_assert(sizeof(truc__looked) == 8, "as small as its key");

/* One spelling remembered, of up to 8 bytes or up to 16; filled up with NUL,
** which no token contains, so that its length need not be kept. */
typedef struct truc__short {
  uint64_t key; /* 0: the slot is empty */
  truc__looked look;
} truc__short;
typedef struct truc__longer {
  uint64_t key[2];
  truc__looked look;
} truc__longer;

/* The room's working memory in a document.  Slots stand in sets of two, so that
** two common spellings may fall on one place: the newer is first, and the older
** gives way. */
#define TRUC__SHORT_BITS 13
#define TRUC__LONGER_BITS 10
typedef struct truc__textwork {
  const truc__wordmodel *words; /* of the document's model, or NULL */
  VEC(uint32_t) drops; /* for layout.c: bytes to be dropped, sorted */
  truc__short brief[1u << TRUC__SHORT_BITS][2];
  truc__longer longer[1u << TRUC__LONGER_BITS][2];
} truc__textwork;
/* NULL when out of memory. */
truc__textwork *truc__textwork_of(truc_doc *d);
/* s stands in normal text: eight bytes may be read at s and at s + n. */
truc__looked truc__token_look(truc__textwork *w, const char *s, size_t n);

/* Eight bytes at s as a number, the first in the low bits. */
static inline uint64_t truc__load8(const char *s) {
  const unsigned char *p = (const unsigned char *)s;
  return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
         (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
         (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* Where a key of up to eight bytes is remembered. */
static inline truc__short *truc__short_at(truc__textwork *w, uint64_t key) {
  return w->brief[key * 0x9E3779B97F4A7C15u >> (64 - TRUC__SHORT_BITS)];
}

/* Is s[0..n), of which this is known, a word with a capital that is the name of
** a country, place or body? */
bool truc__is_name_word(truc__looked look, const char *s, size_t n);

/* The same as truc__token_look, quick for what is the newest in its slot. */
static inline truc__looked truc__token_known(truc__textwork *w, const char *s,
                                             size_t n) {
  uint64_t key = truc__load8(s) & (~(uint64_t)0 >> (64 - 8 * (n & 7)) % 64);
  const truc__short *e = truc__short_at(w, key);
  return n <= 8 && e->key == key ? e->look : truc__token_look(w, s, n);
}

/* ---------------------------------------------------------------- token.c */

/* What the rules see of a text. */
typedef struct truc__lexed {
  const char *s;
  size_t n;     /* of the whole text */
  size_t begin; /* of the line */
  truc__textwork *work;
} truc__lexed;
/* Length of the token at i, whose first character has class `c`, not C_GAP or
** C_JOINER, and length `len`; sets its kind. */
size_t truc__token_length(const truc__lexed *t, size_t i, truc__class c,
                          unsigned len, truc_token_kind *kind);

/* --------------------------------------------------------------- number.c */

/* Length of the token at s[i], a digit; sets its kind.  `begin` is where the
** line starts: what stands before i tells dates from ranges. */
size_t truc__number_token(const char *s, size_t n, size_t i, size_t begin,
                          truc_token_kind *kind);

#endif

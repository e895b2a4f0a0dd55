/* SPDX-License-Identifier: Apache-2.0
**
** doc.h - the document object that every room works on.
**
** Each room has one entry point `truc_rc truc__ROOM_run(truc_doc *d)`.  It
** reads the layers before its own as const and fills its own arrays; src/truc.c
** calls the rooms in order.  An entry returns TRUC_OK or TRUC_ENOMEM; on
** failure src/truc.c empties the half-filled layer.  Entries start by setting
** their arrays' counts to 0 (memory is kept from document to document).
*/
#ifndef TRUC_DOC_H
#define TRUC_DOC_H

#include "base/base.h"
#include "base/lexicon.h"

/* The map from the normal text back to the input: from `text` on (until the
** next entry) byte text + k came from byte raw + k, unless `atom` is set: then
** the whole stretch of normal text up to the next entry came from the raw bytes
** [raw, raw of the next entry). Sorted by text; the first entry has text 0 (if
** the normal text is not empty); a last entry stands at the end of both. */
typedef struct truc__map {
  uint32_t text, raw;
  bool atom;
} truc__map;

/* A lexicon phrase found in the text. */
typedef struct truc__hit {
  uint32_t tok;
  uint16_t ntok;
  uint16_t split; /* 1: begins or ends inside a word of the word layer */
  uint16_t cls;   /* this and what follows: the entry as it is */
  uint16_t flags; /* LEX_ */
  uint32_t pool;  /* its id, see truc__hit_id() */
} truc__hit;
static inline const char *truc__hit_id(const truc__hit *h) {
  return truc__lex.pool + h->pool;
}
typedef VEC(truc__hit) truc__hits;

/* Phrases that a room asks for token by token: those of a token are read when
** it first does, for most tokens never (name/phrases.c). */
typedef struct truc__phrases_at {
  uint32_t hit, n; /* slice of `hit` */
} truc__phrases_at;
typedef struct truc__phrases {
  truc__hits hit;           /* token after token as they were asked for, of a
                            ** token the longest first; has room for all */
  VEC(truc__phrases_at) at; /* [tokens + 1] of those that are read */
  VEC(uint64_t) read;       /* a bit for each token */
} truc__phrases;
static inline bool truc__is_read(const truc__phrases *p, uint32_t tok) {
  return p->read.v[tok / 64] >> tok % 64 & 1;
}

struct truc_doc {
  const truc_model *model; /* may be NULL */
  unsigned done;           /* layers present, TRUC_TOKENS ... */
  unsigned profile;        /* PROFILE_ of model/model.h */
  truc__arena arena;       /* strings of this document */
  struct truc__userwords *user; /* of the caller (word/user.c), or NULL */

  /* source: the caller's bytes and what is known about them */
  const char *raw;
  uint32_t nraw;
  truc_form form;          /* decided: RAW or SEG */
  truc_date date;          /* publication date, year 0 unknown */
  uint8_t date_precision;  /* truc_precision */
  bool date_inferred;      /* the value room read it in a dateline */
  int8_t has_title;        /* 1 yes, 0 by its layout, -1 no */

  /* text: normal form and tokens */
  truc__buf text;
  VEC(truc__map) map;      /* empty: the normal text equals the input */
  VEC(uint32_t) joins;     /* segmented input: offsets in the normal text of
                           ** the blanks that were '_', sorted */
  uint32_t invalid, first_invalid;
  VEC(truc_token) token;
  VEC(uint16_t) syllable;  /* by token: id in the word tables of the model, 0
                           ** if it has none, is no TRUC_TOK_SYLLABLE, or
                           ** there is no model; and zeros
                           ** behind the last, for who looks ahead */
  VEC(uint32_t) odd;       /* tokens that are no syllables or begin a line, one
                           ** in eight; behind the last stands token.n */
  VEC(truc__map) unit_index; /* for truc_doc_units, see text/units.c */

  VEC(truc_sentence) sentence;
  VEC(truc_word) word;
  VEC(uint8_t) type;       /* by token: what its capitals mean, word/types.c */

  /* name */
  VEC(truc_mention) mention; /* sorted by tok, then longest first */
  VEC(truc_entity) entity;
  VEC(truc_office) office; /* sorted by the mention's place */

  VEC(truc_value) value;   /* sorted by tok, do not overlap */

  VEC(truc_fact) fact;
  VEC(truc_item) item;
  VEC(uint32_t) speaker;
  VEC(uint32_t) evidence;

  void *scratch[8];        /* a room's own working memory: word, tag, name,
                           ** fact; freed by the room's truc__ROOM_release */
};
#define TRUC__MORE_SYLLABLES 32
enum {
  SCRATCH_WORD, SCRATCH_TAG, SCRATCH_NAME, SCRATCH_VALUE, SCRATCH_FACT,
  SCRATCH_TEXT, SCRATCH_SEARCH
};

/* Span of the input for [tok, tok + ntok). */
static inline truc_span truc__tok_span(const truc_doc *d, uint32_t tok,
                                       uint32_t ntok) {
  const truc_token *a = &d->token.v[tok], *b = &d->token.v[tok + ntok - 1];
  return (truc_span){a->at.off, b->at.off + b->at.len - a->at.off};
}

/* Normal text of one token (not NUL-ended). */
static inline const char *truc__tok_text(const truc_doc *d, uint32_t tok) {
  return d->text.p + d->token.v[tok].text;
}

/* Does the normal text of a token equal `w`, letter case and all? */
static inline bool truc__tok_is(const truc_doc *d, uint32_t tok,
                                const char *w) {
  size_t n = strlen(w);
  return d->token.v[tok].text_len == n &&
         !memcmp(truc__tok_text(d, tok), w, n);
}

#endif

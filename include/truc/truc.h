/* SPDX-License-Identifier: Apache-2.0
**
** truc.h - the Vietnamese language engine, from bytes to facts.
**
** This header is the manual.  The engine reads one document at a time and
** builds layers over it, each one array:
**
**   bytes -> text -> tokens -> sentences -> words -> tags
**                                   -> mentions, entities -> values -> facts
**
** THE TWO HANDLES
**   truc_model   what was learned; read-only once open; share one between any
**                number of threads.
**   truc_doc     scratch and results; one per thread; reuse it from document to
**                document: once warm it allocates nothing per sentence.
**
** OFFSETS
**   Every `truc_span` is (offset, length) in BYTES of the caller's input, the
**   very bytes given to truc_doc_read(), which are never rewritten.
**   truc_doc_units() converts spans to code points or UTF-16 units.
**   Inside, the engine works on the "normal text" (NFC, blanks unified, a
**   segmenter's underscores undone); `text` fields of truc_token are offsets in
**   it, and truc_doc_text() shows it.  Most callers never need that.
**
** OWNERSHIP
**   Arrays and strings returned from a document belong to the document and stay
**   valid until its next truc_doc_read(), truc_doc_reset() or truc_doc_free().
**   Strings are UTF-8 and end in NUL.
**
** ERRORS
**   Calls return a truc_rc: 0 is ok, > 0 is news, < 0 is failure.  A truc_err,
**   which may be NULL, receives the place and a message.  The library never
**   exits, prints, or asserts on input; it reads no environment, no locale and
**   no working directory, and has no global state.
**   NULL where a handle, a text or a place for the result is wanted is EARG;
**   calls that return no code then say 0, "" or no array.  Who does not ask how
**   long a layer is may give NULL for `n`.
**
** OFFSET LIMIT
**   A document holds at most 4 GiB - 1 bytes.
*/
#ifndef TRUC_H
#define TRUC_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define TRUC_API __attribute__((visibility("default")))
#else
#define TRUC_API
#endif

#define TRUC_VERSION_MAJOR 0
#define TRUC_VERSION_MINOR 1
#define TRUC_VERSION_PATCH 0
#define TRUC_VERSION "0.1.0"

/* ------------------------------------------------------------------ codes */

/* One list; the enum, the names and the messages grow from it. */
#define TRUC_CODES(X)                                             \
  X(OK, 0, "ok")                                                  \
  X(ROW, 1, "a record is ready")                                  \
  X(DONE, 2, "no more records")                                   \
  X(ENOMEM, -1, "out of memory")                                  \
  X(EMODEL, -2, "not a truc model, or a damaged one")             \
  X(ELIMIT, -3, "input larger than the limit")                    \
  X(EIO, -4, "cannot read or write")                              \
  X(EUTF8, -5, "invalid UTF-8")                                   \
  X(EJSON, -6, "invalid JSON")                                    \
  X(EARG, -7, "invalid argument")                                 \
  X(EDATE, -8, "invalid date")                                    \
  X(ELEDGER, -9, "not a truc ledger, or a damaged one")           \
  X(EBUSY, -10, "the ledger is in use by another writer")         \
  X(EPATTERN, -11, "invalid pattern or table")                    \
  X(ESTATE, -12, "a layer that this call needs has not been run")

typedef enum truc_rc {
#define X(name, n, msg) TRUC_##name = n,
  TRUC_CODES(X)
#undef X
} truc_rc;

/* Where and why.  `line` and `byte` count from 1; 0 is "not known". */
typedef struct truc_err {
  truc_rc rc;
  uint32_t line;
  uint64_t byte;
  char msg[160];
} truc_err;

/* Name ("EUTF8") and message of a code; static strings, never NULL. */
TRUC_API const char *truc_rc_name(truc_rc rc);
TRUC_API const char *truc_rc_message(truc_rc rc);
TRUC_API const char *truc_version(void);

typedef struct truc_span {
  uint32_t off, len; /* bytes of the caller's input */
} truc_span;

#define TRUC_NONE UINT32_MAX /* "no such index" in every index field */

/* ------------------------------------------------------------------ model */

typedef struct truc_model truc_model;

/* Maps a model file; checks its header, bounds and checksum once.
** EMODEL, EIO, ENOMEM on failure; *out is then NULL. */
TRUC_API truc_rc truc_model_open(const char *path, truc_err *err,
                                 truc_model **out);
/* The same over bytes the caller keeps alive and unchanged until close;
** `bytes` must be aligned to 64. */
TRUC_API truc_rc truc_model_open_memory(const void *bytes, size_t n,
                                        truc_err *err, truc_model **out);
TRUC_API void truc_model_close(truc_model *m); /* NULL is fine */
/* Sixteen hexadecimal digits that name the model's content. */
TRUC_API const char *truc_model_id(const truc_model *m);
/* The provenance section: plain text lines "key: value" (data, licences,
** trainer, seeds, scores). */
TRUC_API const char *truc_model_provenance(const truc_model *m, size_t *n);

/* --------------------------------------------------------------- document */

typedef struct truc_doc truc_doc;

typedef enum truc_form {
  TRUC_FORM_AUTO, /* decide from the text, see truc_doc_form() */
  TRUC_FORM_RAW,  /* ordinary text */
  TRUC_FORM_SEG   /* word-segmented: syllables joined by '_', marks apart */
} truc_form;

typedef struct truc_read_options {
  size_t size;      /* sizeof(truc_read_options); set by TRUC_READ_OPTIONS */
  truc_form form;
  const char *date; /* publication date: "YYYY", "YYYY-MM", "YYYY-MM-DD", or
                    ** "YYYYMMDD"; NULL is unknown, and stays unknown */
  int has_title;    /* 1: the first line is the title; 0: decide from layout;
                    ** -1: it has none, the text goes on from one before */
} truc_read_options;
#define TRUC_READ_OPTIONS \
  { sizeof(truc_read_options), TRUC_FORM_AUTO, NULL, 0 }

/* `m` may be NULL: all rules then work, and words are single syllables. The
** model must outlive the document object. NULL when out of memory. */
TRUC_API truc_doc *truc_doc_new(const truc_model *m);
TRUC_API void truc_doc_free(truc_doc *d); /* NULL is fine */
/* Forgets the text, keeps the memory. */
TRUC_API void truc_doc_reset(truc_doc *d);

/* Which convention of words the document object follows from now on:
**   "ud"    the default, that of UD_Vietnamese-VTB; all layers.
**   "vlsp"  as segmenters trained on VLSP 2013 write: more function pairs are
**           words, dates are cut at slashes, `7,5 %` is two tokens.  Up to
**           the layer of words: running a later one is ESTATE.
** Forgets the text, as truc_doc_reset() does.  EARG for another name, or for a
** model that has no such tables. */
TRUC_API truc_rc truc_doc_set_profile(truc_doc *d, const char *name,
                                      truc_err *err);
TRUC_API const char *truc_doc_profile(const truc_doc *d); /* static string */

/* Takes a document.  The bytes are borrowed: they must stay as they are until
** the next read, reset or free.  `opt` NULL means TRUC_READ_OPTIONS.
** ELIMIT, EDATE, ENOMEM.  Invalid UTF-8 is no error (see truc_doc_invalid). */
TRUC_API truc_rc truc_doc_read(truc_doc *d, const void *bytes, size_t n,
                               const truc_read_options *opt, truc_err *err);

/* Layers, to be or-ed.  A layer brings those it stands on. */
#define TRUC_TOKENS 0x01u
#define TRUC_SENTENCES 0x02u
#define TRUC_WORDS 0x04u
#define TRUC_TAGS 0x08u
#define TRUC_NAMES 0x10u
#define TRUC_VALUES 0x20u
#define TRUC_FACTS 0x40u

/* Fills the layers asked for.  On failure the layers already there stay, and
** none is left half filled.  ESTATE before a read; EARG for another bit. */
TRUC_API truc_rc truc_doc_run(truc_doc *d, unsigned layers, truc_err *err);

/* What the reader decided: TRUC_FORM_RAW or TRUC_FORM_SEG. */
TRUC_API truc_form truc_doc_form(const truc_doc *d);
/* Number of ill-formed UTF-8 sequences, and the offset of the first. */
TRUC_API uint32_t truc_doc_invalid(const truc_doc *d, uint32_t *first);
/* The normal text (see OFFSETS above). */
TRUC_API const char *truc_doc_text(const truc_doc *d, uint32_t *n);

typedef enum truc_unit {
  TRUC_BYTE,
  TRUC_CODEPOINT, /* an ill-formed sequence counts as one */
  TRUC_UTF16
} truc_unit;
/* Converts a byte span of the input; O(1) amortised. */
TRUC_API truc_span truc_doc_units(const truc_doc *d, truc_span s, truc_unit u);

/* ----------------------------------------------------------------- tokens */

typedef enum truc_token_kind {
  TRUC_TOK_SYLLABLE,   /* letters: a Vietnamese syllable or a foreign word */
  TRUC_TOK_NUMBER,     /* 5.000  3,8  50 */
  TRUC_TOK_DATE,       /* 30/11  21-9-1973  11/2023 */
  TRUC_TOK_TIME,       /* 7h30  16:45 */
  TRUC_TOK_PERCENT,    /* 7,5% */
  TRUC_TOK_CODE,       /* F-16  COVID-19  A321neo */
  TRUC_TOK_ABBR,       /* TP.HCM  PGS.TS.  H. */
  TRUC_TOK_URL,        /* also e-mail */
  TRUC_TOK_TAG,        /* #hashtag, @handle */
  TRUC_TOK_EMOJI,
  TRUC_TOK_PUNCT,      /* one mark, or a run such as ... */
  TRUC_TOK_OTHER
} truc_token_kind;

/* The smallest unit: a syllable, a number, a mark. */
typedef struct truc_token {
  truc_span at;
  uint32_t text, text_len; /* the same in the normal text, bytes */
  uint32_t sym;     /* symbol of the compiled tables, 0 if in none of them */
  uint32_t word;    /* its word, TRUC_NONE before that layer has run */
  uint8_t kind;     /* truc_token_kind */
  uint8_t shape;    /* TRUC_SHAPE_ */
  uint8_t flags;    /* TRUC_TF_ */
  uint8_t margin;   /* calibrated confidence of the boundary BEFORE this token,
                    ** 0..255; 255 is certain */
} truc_token;
#define TRUC_SHAPE_LOWER 0   /* hợp */
#define TRUC_SHAPE_TITLE 1   /* Hợp */
#define TRUC_SHAPE_UPPER 2   /* HỢP, two letters or more */
#define TRUC_SHAPE_MIXED 3   /* hỢp, iPhone */
#define TRUC_SHAPE_NONE 4    /* no letter */
#define TRUC_TF_SPACE 0x01   /* a blank or line end stands before it */
#define TRUC_TF_LINE 0x02    /* first token of a line */
#define TRUC_TF_PARA 0x04    /* first token after a blank line */
#define TRUC_TF_HINT 0x08    /* segmented input joined it to the token before */
#define TRUC_TF_FOREIGN 0x10 /* not spelled as a Vietnamese syllable */
#define TRUC_TF_JOIN 0x20    /* our segmenter joined it to the token before */

TRUC_API const truc_token *truc_doc_tokens(const truc_doc *d, uint32_t *n);

/* -------------------------------------------------------------- sentences */

typedef enum truc_sentence_kind {
  TRUC_SENT_BODY,
  TRUC_SENT_TITLE,
  TRUC_SENT_CAPTION,
  TRUC_SENT_CREDIT, /* "Ảnh: TTXVN": nobody in it is an actor */
  TRUC_SENT_BYLINE  /* the author's or the agency's name */
} truc_sentence_kind;

typedef struct truc_sentence {
  truc_span at;
  uint32_t tok, ntok;   /* its tokens */
  uint32_t word, nword; /* its words; 0, 0 before that layer has run */
  uint32_t para;        /* paragraph, counted from 0 */
  uint8_t kind;         /* truc_sentence_kind */
  uint8_t flags;
} truc_sentence;

TRUC_API const truc_sentence *truc_doc_sentences(const truc_doc *d,
                                                 uint32_t *n);

/* ------------------------------------------------------------------ words */

typedef struct truc_word {
  truc_span at;
  uint32_t tok;     /* first token */
  uint16_t ntok;    /* tokens; a word of n syllables has n */
  uint8_t tag;      /* truc_tag; TRUC_TAG_X before that layer has run */
  uint8_t tag_margin; /* confidence of the tag, 0..255 */
  uint32_t sent;
} truc_word;

TRUC_API const truc_word *truc_doc_words(const truc_doc *d, uint32_t *n);

/* A word that the caller has found. */
typedef struct truc_given {
  truc_span at; /* bytes of the input */
  int begins;   /* 1: it is the first of a sentence */
} truc_given;

/* Takes the caller's words and sentences (of a treebank, or of another tool) in
** place of our own, after truc_doc_read(): later layers stand on them.  They
** are in order and do not overlap.  A token belongs to the first of them that
** ends behind its beginning, those behind the last to the last; a word in which
** no token begins is left out, so that words are best parted by blanks.
**   ESTATE before a read, or if those layers are there; EARG for words that are
** out of order, outside the text or longer than 65535 bytes (the message says
** which one); ENOMEM. */
TRUC_API truc_rc truc_doc_set_words(truc_doc *d, const truc_given *words,
                                    uint32_t n, truc_err *err);

/* WORDS OF THE CALLER'S OWN, laid over the model for this document object.
** `text` has one word a line, its syllables parted by '_' or blanks; '#' begins
** a line of remarks; empty lines are skipped.  Letter case, the place of the
** tone mark and composed or decomposed letters make no difference.  Where such
** a word stands in a text it is one word, the longest first, and what stands
** beside it is apart from it; a word of one syllable stands alone.  It may hold
** any token (`iphone_15_pro`), but no line end.
**   Words are kept from document to document and add up from call to call; they
** work from the next truc_doc_run() of TRUC_WORDS on.
**   EUTF8 for an ill-formed line; ELIMIT for a word of more than 12 tokens or a
** token of more than 96 bytes; ENOMEM.  `err` then has line and byte (from 1)
** in `text`; the lines before it have been added. */
TRUC_API truc_rc truc_doc_add_words(truc_doc *d, const void *text, size_t n,
                                    truc_err *err);
TRUC_API void truc_doc_forget_words(truc_doc *d);

/* KEYS, under which spelling variants are equal; for an index or a look-up. */
typedef enum truc_key_kind {
  TRUC_KEY_EXACT, /* small letters, composed, `hoà` as `hòa` */
  TRUC_KEY_PLAIN  /* and no accent: `đường` and `duong` are `duong` */
} truc_key_kind;
/* Writes the key of a word, its tokens joined by '_', and a NUL; at most `size`
** bytes.  Returns its length without the NUL, whether it fitted or not, and 0
** for a word out of range.  A token of more than 96 bytes is its own key. */
TRUC_API size_t truc_doc_word_key(const truc_doc *d, uint32_t word,
                                  truc_key_kind kind, char *out, size_t size);

/* The three calls below look at one sentence (an index of truc_doc_sentences())
** after TRUC_WORDS has run.  What they return belongs to the document until the
** next call of the same function, read, reset or free.  Scores are whole
** numbers in the unit of the model's weights: only their differences mean
** something.  ESTATE if the words have not been run, EARG, ENOMEM. */

/* One way to cut a sentence into words. */
typedef struct truc_reading {
  int32_t score;       /* below the best: 0, then falling */
  uint32_t nword;
  const uint8_t *join; /* [ntok of the sentence] 1: the token continues the word
                       ** of the token before it */
} truc_reading;
#define TRUC_READINGS_MAX 64
/* The `most` (1 to TRUC_READINGS_MAX) best, the layer's own words first; *n is
** less than `most` where there are not so many. */
TRUC_API truc_rc truc_doc_readings(truc_doc *d, uint32_t sentence,
                                   uint32_t most, const truc_reading **out,
                                   uint32_t *n, truc_err *err);

/* A word that the sentence can have. */
typedef struct truc_edge {
  truc_span at;
  uint32_t tok;  /* first token */
  uint16_t ntok;
  uint8_t flags; /* TRUC_EDGE_ */
  int32_t score; /* of the best reading that has it, below the best of all */
} truc_edge;
#define TRUC_EDGE_BEST 0x01 /* it is a word of the layer */
#define TRUC_EDGE_PART 0x02 /* it is a part of a longer word of the layer: the
                            ** parts of each, end to end, are the best way to
                            ** cut it */
/* All words whose score is at most `beam` below the best, by place and length;
** the words of the layer and their parts are always there, so that beam 0 gives
** both granularities and no more. */
TRUC_API truc_rc truc_doc_lattice(truc_doc *d, uint32_t sentence, uint32_t beam,
                                  const truc_edge **out, uint32_t *n,
                                  truc_err *err);

typedef enum truc_why {
  TRUC_WHY_SCORE,   /* the sum of the weights below */
  TRUC_WHY_START,   /* the sentence begins here */
  TRUC_WHY_MARK,    /* on one side stands no syllable */
  TRUC_WHY_LINE,    /* a line ends here */
  TRUC_WHY_USER,    /* truc_doc_add_words() */
  TRUC_WHY_NO_MODEL
} truc_why;

/* Why the boundary before a token is one, or is none.  The token is joined to
** the one before it if score + before + after > 0. */
typedef struct truc_boundary {
  uint32_t tok;
  uint8_t why;     /* truc_why; the rest is 0 but for TRUC_WHY_SCORE */
  uint8_t joined;
  uint8_t margin;  /* as in truc_token */
  uint8_t known;   /* the model has the pair */
  int32_t left;    /* weight of the syllable before, as the left of a gap */
  int32_t right;   /* of the syllable behind, as the right of one */
  int32_t pair;    /* of the pair */
  int32_t kinds;   /* how both stand in words at large */
  int32_t capitals; /* of the kinds of four neighbours: capitals, numbers */
  int32_t around;  /* of the pairs on both sides, which compete with it */
  int32_t longer;  /* of words of three syllables and more over the gap */
  int32_t score;   /* the sum of these */
  int32_t before, after; /* what the best decisions on both sides add */
} truc_boundary;
/* *n is the number of tokens of the sentence. */
TRUC_API truc_rc truc_doc_boundaries(truc_doc *d, uint32_t sentence,
                                     const truc_boundary **out, uint32_t *n,
                                     truc_err *err);

/* Universal part-of-speech tags (https://universaldependencies.org/u/pos/). */
#define TRUC_TAGS_LIST(X)                                                 \
  X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM)      \
  X(PART) X(PRON) X(PROPN) X(PUNCT) X(SCONJ) X(SYM) X(VERB) X(X)
typedef enum truc_tag {
#define X(name) TRUC_TAG_##name,
  TRUC_TAGS_LIST(X)
#undef X
  TRUC_NTAGS
} truc_tag;
TRUC_API const char *truc_tag_name(truc_tag t);

/* ------------------------------------------------------ mentions, entities */

typedef enum truc_entity_type {
  TRUC_PER, TRUC_GPE, TRUC_LOC, TRUC_ORG, TRUC_FORUM, TRUC_AGREEMENT,
  TRUC_EVENT,
  TRUC_OFFICE, /* a title; not a name, but a mention of its own */
  TRUC_GROUP,  /* "doanh nghiệp hai nước", "các nhà lãnh đạo" */
  TRUC_NENTITY_TYPES
} truc_entity_type;
TRUC_API const char *truc_entity_type_name(truc_entity_type t);

/* Who or what is meant, once per document. */
typedef struct truc_entity {
  const char *ref;  /* "gpe:JPN" "per:Võ Văn Thưởng" "org:asean" "loc:Huế"
                    ** "office:Nhà vua Nhật Bản" "grp:..." */
  const char *name; /* the fullest form in this document; one in the capitals
                    ** of a heading as it is written elsewhere: "Tô Lâm" */
  uint32_t country; /* entity of its country, TRUC_NONE if not said */
  uint32_t head;    /* first mention */
  uint8_t type;     /* truc_entity_type */
  uint8_t flags;
  uint16_t nmention;
} truc_entity;

typedef enum truc_mention_form {
  TRUC_SAID_NAME,   /* by a name, full or short */
  TRUC_SAID_TITLE,  /* by an office without a name: "Thủ tướng" */
  TRUC_SAID_PRO,    /* ông, bà, nước này, bộ này */
  TRUC_SAID_PAIR    /* two at once: hai nước, hai bên, Việt - Nhật */
} truc_mention_form;

typedef struct truc_mention {
  truc_span at;      /* of a PER: the name alone, without title or "ông" */
  uint32_t tok, ntok;
  uint32_t sent;
  uint32_t entity;   /* who is meant; TRUC_NONE when not known */
  uint32_t other;    /* second entity of a TRUC_SAID_PAIR */
  uint32_t office;   /* index in offices: the office this name stands with */
  uint32_t outer;    /* the mention around this one, or TRUC_NONE */
  uint8_t type;      /* truc_entity_type of the words as used here */
  uint8_t form;      /* truc_mention_form */
  uint16_t flags;    /* TRUC_MF_ */
  const char *why;   /* static: the rule that decided, for explain */
} truc_mention;
#define TRUC_MF_METONYM 0x01  /* a capital or palace standing for a country */
#define TRUC_MF_INNAME 0x02   /* part of a larger name: "tiếng Nhật" */
#define TRUC_MF_POSSESSIVE 0x04 /* modifies a noun: "doanh nghiệp Nhật" */
#define TRUC_MF_SPOUSE 0x08   /* phu nhân */
#define TRUC_MF_CREDIT 0x10   /* stands in a credit or byline */

TRUC_API const truc_mention *truc_doc_mentions(const truc_doc *d, uint32_t *n);
TRUC_API const truc_entity *truc_doc_entities(const truc_doc *d, uint32_t *n);

/* An office as the text gives it: "Thứ trưởng thường trực | Bộ Ngoại giao |
** Nguyễn Minh Vũ". Two titles of one person are two of these. */
typedef struct truc_office {
  const char *title;  /* as given, joined by blanks: "Thứ trưởng thường trực";
                      ** in small letters where a heading has capitals */
  uint32_t mention;   /* the TRUC_OFFICE mention: span of the title */
  uint32_t holder;    /* entity of the person, TRUC_NONE if unnamed */
  uint32_t holder_mention; /* mention of the name beside it, or TRUC_NONE */
  uint32_t org;       /* entity of the body, or TRUC_NONE */
  uint32_t org_mention;
  uint32_t country;   /* entity of the country, or TRUC_NONE */
  uint32_t country_mention; /* where it is said; TRUC_NONE: implied */
  uint8_t flags;      /* TRUC_OF_ */
} truc_office;
#define TRUC_OF_FORMER 0x01 /* nguyên, cựu, cố */
#define TRUC_OF_ACTING 0x02 /* quyền */
#define TRUC_OF_ELECT 0x04  /* đắc cử */
#define TRUC_OF_RANK 0x08   /* a military or academic rank: no office */
TRUC_API const truc_office *truc_doc_offices(const truc_doc *d, uint32_t *n);

/* ----------------------------------------------------------------- values */

typedef enum truc_value_kind {
  TRUC_VAL_DATE,     /* a day, month, year, or an interval of them */
  TRUC_VAL_DURATION, /* 50 năm, ba ngày */
  TRUC_VAL_NUMBER,
  TRUC_VAL_MONEY,
  TRUC_VAL_PERCENT,
  TRUC_VAL_QUANTITY, /* 50 máy bay */
  TRUC_VAL_RANK,     /* thứ ba, lớn nhất, số một */
  TRUC_VAL_ORDINAL   /* lần thứ 5: counts an event, ranks nothing */
} truc_value_kind;

TRUC_API const char *truc_value_kind_name(truc_value_kind k); /* "DATE" */

typedef enum truc_precision {
  TRUC_PREC_NONE, TRUC_PREC_DAY, TRUC_PREC_MONTH, TRUC_PREC_YEAR
} truc_precision;

typedef enum truc_modifier {
  TRUC_MOD_NONE, TRUC_MOD_APPROX, TRUC_MOD_MORE_THAN, TRUC_MOD_LESS_THAN,
  TRUC_MOD_NEARLY, TRUC_MOD_UP_TO
} truc_modifier;

/* "approx" "more_than" ...; "" for NONE */
TRUC_API const char *truc_modifier_name(truc_modifier m);

/* A calendar date; 0 is "not known" and prints as X. */
typedef struct truc_date {
  int16_t year;
  uint8_t month, day;
} truc_date;

typedef struct truc_value {
  truc_span at;
  uint32_t tok, ntok;
  uint32_t sent;
  uint8_t kind;       /* truc_value_kind */
  uint8_t precision;  /* truc_precision, dates only */
  uint8_t mod;        /* truc_modifier */
  uint8_t flags;      /* TRUC_VF_ */
  truc_date start, end; /* equal for a single date; year 0 in one of them and
                        ** TRUC_VF_OPEN: open on that side */
  int64_t mantissa;   /* value = mantissa * 10^exponent, exact; a span up to
                      ** now ("65 năm qua") is a DATE and has its number too */
  int32_t exponent;
  const char *unit;   /* "USD" "%" "times" "project" "third" ...; "" if none */
  const char *basis;  /* how a date was worked out, static text */
  uint32_t num_tok, num_ntok;   /* the numeral with its magnitude word */
  uint32_t unit_tok, unit_ntok; /* the unit */
  uint32_t mod_tok, mod_ntok;   /* the modifier */
} truc_value;
#define TRUC_VF_RELATIVE 0x01 /* resolved against the publication date */
#define TRUC_VF_OPEN 0x02
#define TRUC_VF_INNAME 0x04   /* inside a name: "Luật Biển năm 1982" */
#define TRUC_VF_INTERVAL 0x08
#define TRUC_VF_NOW 0x10      /* hiện nay, hiện */
#define TRUC_VF_COMPARED 0x20 /* base of a comparison: "so với năm 2016" */
#define TRUC_VF_SET 0x40      /* comes again: "ngày 31-3 hằng năm" */

TRUC_API const truc_value *truc_doc_values(const truc_doc *d, uint32_t *n);
/* Writes the ISO 8601 form ("2023-11-27/2023-11-30", "XXXX-03") and a NUL;
** `out` has room for 32. */
TRUC_API void truc_value_iso(const truc_value *v, char out[32]);
/* The publication date that dates are resolved against: as given to read, or,
** once TRUC_VALUES has run, as a dateline of the text says it ("Hà Nội, ngày
** 12-5-2024"); *inferred then becomes 1.  Year 0 is unknown. */
TRUC_API truc_date truc_doc_date(const truc_doc *d, truc_precision *precision,
                                 int *inferred);

/* A ministry or agency of Viet Nam, and when it was there: ministries merge,
** and an article of 2019 and one of 2025 mean two bodies by "Bộ Nông nghiệp".
** From data/known/agencies.tsv, to the month, as its source has it. */
typedef enum truc_standing {
  TRUC_STANDING_OPEN,   /* no date, or one too coarse to tell */
  TRUC_STANDING_WITHIN, /* spoken of in its time */
  TRUC_STANDING_BEFORE, /* before it was there */
  TRUC_STANDING_AFTER   /* after its successor took over */
} truc_standing;
/* "open" "within" "before" "after" */
TRUC_API const char *truc_standing_name(truc_standing s);

typedef struct truc_agency {
  const char *name;      /* in full: "Bộ Tài nguyên và Môi trường" */
  const char *successor; /* the full name of who took it over, or NULL */
  truc_date from, until; /* its first and last month, day 0; only the year is
                         ** known: month 0, too; not told: all 0 */
  truc_value when;       /* the date that the mention speaks of, start to end;
                         ** start.year 0: unknown */
  uint32_t said;         /* the value that gave it; TRUC_NONE: publication */
  uint8_t standing;      /* truc_standing, of the mention */
} truc_agency;
/* Which agency the mention with this index means; names need TRUC_NAMES, dates
** of the text TRUC_VALUES.  Its date is that of its sentence, if one stands
** before it, or behind it to the day, and is not later than the publication;
** else the publication; else, where that is unknown, the last day named before.
**   0  none that is known, or one of another country; *out is not written
**   1  *out; the entity keeps its reference even outside the time of the body
**   2  *out or its successor, which bore this short name in turn: no date
**      decides
** Strings are static. */
TRUC_API int truc_doc_agency(const truc_doc *d, uint32_t mention,
                             truc_agency *out);

/* ------------------------------------------------------------------ facts */

#define TRUC_KINDS(X)                                                      \
  X(OFFICE) X(VISIT) X(CONTACT) X(STATEMENT) X(MILESTONE) X(COOPERATION)   \
  X(AGREEMENT) X(FORUM) X(PROVISION) X(RANKING) X(AMOUNT) X(EVENT)         \
  X(STATUS) X(IMPACT)
typedef enum truc_kind {
#define X(name) TRUC_KIND_##name,
  TRUC_KINDS(X)
#undef X
  TRUC_NKINDS
} truc_kind;
TRUC_API const char *truc_kind_name(truc_kind k);

typedef enum truc_modality {
  TRUC_ACTUAL, TRUC_PLANNED, TRUC_DESIRED, TRUC_AGREED, TRUC_EXPECTED,
  TRUC_CONDITIONAL, TRUC_DENIED
} truc_modality;
TRUC_API const char *truc_modality_name(truc_modality m);

/* One argument.  An item has `ref`, or `code`, or a number, or `fact`, or the
** span alone; `at` is empty (len 0) where the text does not say it. */
typedef struct truc_item {
  const char *slot;  /* "visitor" */
  const char *ref;   /* "gpe:JPN", or NULL */
  const char *code;  /* "official", or NULL */
  truc_span at;
  uint32_t fact;     /* another fact of the document, or TRUC_NONE */
  uint8_t has_number;
  uint8_t implicit;  /* 1: not said in the evidence sentence */
  int32_t exponent;
  int64_t mantissa;  /* number = mantissa * 10^exponent */
} truc_item;

typedef struct truc_fact {
  uint8_t kind;        /* truc_kind */
  uint8_t modality;    /* truc_modality */
  uint8_t tier;        /* 1, or 2 for STATUS and IMPACT */
  uint8_t confidence;  /* percent, 0..100 */
  uint32_t item, nitem;       /* its slice of truc_doc_items() */
  uint32_t speaker, nspeaker; /* its slice of truc_doc_speakers(): entities */
  uint32_t evidence, nevidence; /* its slice of truc_doc_evidence() */
  uint32_t part_of;    /* fact, or TRUC_NONE */
  uint8_t has_date;
  uint8_t precision;   /* truc_precision */
  uint8_t derived;     /* follows by arithmetic */
  char date[32];       /* ISO 8601, "" if none */
  const char *basis;   /* of the date, static */
  const char *pattern; /* name of the pattern that read it, static */
} truc_fact;

TRUC_API const truc_fact *truc_doc_facts(const truc_doc *d, uint32_t *n);
TRUC_API const truc_item *truc_doc_items(const truc_doc *d, uint32_t *n);
TRUC_API const uint32_t *truc_doc_speakers(const truc_doc *d, uint32_t *n);
/* The codes of event data that a fact has (data/plover.tsv tells how they are
** chosen).  Static text. */
#define TRUC_MAX_CONTEXTS 16
typedef struct truc_codes {
  const char *event; /* of PLOVER: "CONSULT" */
  const char *mode;  /* "visit"; NULL: none */
  const char *cameo; /* "042": a text, its zeros count */
  const char *context[TRUC_MAX_CONTEXTS]; /* "economic" */
  uint32_t ncontext;
} truc_codes;
/* 0: it has none, `out` is empty. */
TRUC_API int truc_doc_codes(const truc_doc *d, uint32_t fact, truc_codes *out);
/* What lowers the confidence of a fact: their number, and their names of
** doc/ANNOTATION.md, "open", "implicit" ..., static. */
#define TRUC_MAX_DOUBTS 8
TRUC_API uint32_t truc_doc_doubts(const truc_doc *d, uint32_t fact,
                                  const char *out[TRUC_MAX_DOUBTS]);
/* Sentence indexes. */
TRUC_API const uint32_t *truc_doc_evidence(const truc_doc *d, uint32_t *n);

#ifdef __cplusplus
}
#endif
#endif /* TRUC_H */

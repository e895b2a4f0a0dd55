/* SPDX-License-Identifier: Apache-2.0
**
** model - the model file: what was learned, mapped and looked up.
**
** In:  the bytes of one file.
** Out: sections by name, and for the layers that this room knows (words, tags)
**      a view of their tables, checked so that look-ups need no test of bounds.
**
** THE FILE, little-endian:
**
**      0  +--------------------------+
**         | header, 64 bytes         |  magic, format, counts, size, checksums
**     64  +--------------------------+
**         | section table, 32 bytes  |  name[8], offset, size, reserved
**         | for each section         |
**         +--------------------------+  each section begins on 64 bytes;
**         | section | 0.. | section  |  what lies between is zero
**         +--------------------------+
**
** Only offsets, no pointers, and only integers, so the file is mapped and used
** as it stands, by any number of processes, and gives the same result on every
** machine.  The body's checksum is also the model's name (truc_model_id).
**
** A DAMAGED FILE is EMODEL.  The two checksums catch every accident: no byte
** lies outside both, header bytes are under the first, the rest under the
** second.  They do not stop a file made to deceive, so every offset, index and
** count that a look-up follows is tested too, once, by truc__model_open's
** checks; whoever adds a section that holds indexes adds a check for it (in
** keys.c, words.c, tags.c).  After that the look-ups trust their tables.
**
** WHY A CHECKSUM AT EVERY OPEN: it costs 0.1 ms per MB in four lanes and
** touches the pages that the first sentence would touch anyway.
**
** EXACT KEYS.  Syllables, and the words of tags.h, are found in an open hash
** table that keeps the key (keys.c), and bigrams in a double array: the cell of
** the pair (a, b) is cell[base[a] + b], and it belongs to the pair only if its
** owner is a.  Nothing is ever taken for something else.  Hashing the pairs
** instead costs five times as much.
**
** Tried and dropped: 6-byte cells (the trie node of a pair then needs a search
** of its own); surface forms as keys (twice the table, for what the cache of
** the word room does better).
*/
#ifndef TRUC_MODEL_H
#define TRUC_MODEL_H

#include "base/base.h"

/* ----------------------------------------------------------------- file.c */

#define MODEL_FORMAT 1
#define MODEL_ALIGN 64
#define MODEL_MAX_SECTIONS 64

/* A section to be written, or read. `name` has at most 8 bytes. */
typedef struct truc__section {
  const char *name;
  const void *bytes;
  size_t n;
} truc__section;

/* The bytes of a section and their number; NULL (and 0) if there is none.
** They are aligned to 64 in memory. */
const void *truc__model_section(const truc_model *m, const char *name,
                                size_t *n);

/* Name and size of the i-th section, for listings; false past the last. */
bool truc__model_nth(const truc_model *m, uint32_t i, char name[9],
                     size_t *n);

/* Writes a whole model file into `out`, sections in the order given. The same
** sections give the same bytes. EARG for a name too long or used twice. */
truc_rc truc__model_build(truc__buf *out, const truc__section *s, uint32_t n,
                          uint32_t nprofile);

/* A section of whole elements of `each` bytes; *n becomes their number.  NULL
** (and *n as it was) if there is none. */
const void *truc__model_table(const truc_model *m, const char *name,
                              size_t each, uint32_t *n);

/* ----------------------------------------------------------------- keys.c */

/* The view of a table of keys, of the syllables or of the words. */
typedef struct truc__keys {
  uint32_t n;           /* ids run 1..n; 0 is the unknown */
  uint32_t nslot;       /* a power of two */
  const uint16_t *slot; /* [nslot] id, 0 empty */
  const uint32_t *at;   /* [n + 2] offset in pool, [0] unused */
  const char *pool;
} truc__keys;

/* Resolves and checks the sections of the keys 1..n, whose names begin with
** `letter`. */
bool truc__keys_open(const truc_model *m, char letter, uint32_t n,
                     truc__keys *k);
/* Id of a key, 0 if unknown. */
uint32_t truc__keys_find(const truc__keys *k, const char *key, size_t n);

/* ---------------------------------------------------------------- words.c */

#define WORD_TYPES 8     /* kinds of neighbour, see word/word.h */
#define WORD_CLASSES 16  /* classes of a pair */
#define WORD_KINDS 16    /* kinds of syllable */
#define WORD_MASKS 64    /* how long words lie over a gap */
#define WORD_COVERS 4096 /* how two neighbouring gaps suit each other */
#define WORD_MARGINS 256 /* steps of score difference */

/* Everything about one syllable. Row 0 is the unknown syllable. */
typedef struct truc__wordrow {
  int16_t left[2];  /* weight as the left of a gap; [1]: capital */
  int16_t right[2]; /* as the right of a gap */
  uint32_t base;    /* its pairs lie at cell[base + id of the right one] */
  uint8_t kind;     /* < WORD_KINDS: how often it stands alone, and where */
  uint8_t zero[3];
} truc__wordrow;

/* Everything about a pair of neighbours. */
typedef struct truc__wordcell {
  uint16_t owner; /* id of the left syllable; CELL_FREE: no pair */
  int16_t score;
  uint16_t node;  /* trie node of words of 3 and more beginning so; 0 none */
  uint8_t cls;    /* < WORD_CLASSES */
  uint8_t zero;
} truc__wordcell;
#define CELL_FREE 0xFFFF

/* A node of the trie of long words; its edges stand together, sorted. */
typedef struct truc__wordnode {
  uint32_t edge;
  uint16_t nedge;
  uint16_t end; /* 0: no word ends here, else 1 + its class (0..3) */
} truc__wordnode;
typedef struct truc__wordedge {
  uint16_t syllable, node;
} truc__wordedge;

/* The small tables, one section. */
typedef struct truc__wordtabs {
  int16_t type[WORD_TYPES * WORD_TYPES * WORD_TYPES * WORD_TYPES];
  int16_t cls[WORD_CLASSES * WORD_CLASSES * WORD_CLASSES];
  int16_t mask[WORD_MASKS];
  int16_t kind[WORD_KINDS * WORD_KINDS];
  int16_t both[WORD_COVERS]; /* two neighbouring gaps are both joined */
  uint16_t step; /* a step of `margin` is 2^step of score; < 16 */
  int16_t zero[31];
  uint8_t margin[2][WORD_MARGINS]; /* [apart, joined][|difference|] */
} truc__wordtabs;

/* Conventions of words that a file can hold.  Both stand on the same pairs; the
** second has small tables of its own and shifts the scores of some pairs. */
enum { PROFILE_UD, PROFILE_VLSP, NPROFILES };
#define WORD_SHIFT 64 /* of score, in a step of `shift` */

/* The view of the word tables; keys.n 0: the file has none. */
typedef struct truc__wordmodel {
  truc__keys keys; /* of folded syllables (text/fold.h) */
  uint32_t ncell, nnode, nedge;
  const truc__wordrow *row;   /* [keys.n + 1] */
  const truc__wordcell *cell; /* [ncell] */
  const int8_t *shift;        /* [ncell] of the score of a cell, or NULL */
  const truc__wordnode *node; /* [nnode] 0 is none */
  const truc__wordedge *edge; /* [nedge] */
  const truc__wordtabs *tabs;
} truc__wordmodel;

/* NULL for a NULL model or one without word tables. */
const truc__wordmodel *truc__model_words(const truc_model *m);
/* The tables of a profile; NULL also if the file has none for it. */
const truc__wordmodel *truc__model_profile(const truc_model *m,
                                           unsigned profile);
/* Resolves and checks the word sections; true if they are whole or absent.
** `w` has an entry for each profile. */
bool truc__words_open(const truc_model *m, truc__wordmodel *w);
/* Child of a trie node, 0 if none. */
uint32_t truc__words_child(const truc__wordmodel *w, uint32_t node,
                           uint32_t syllable);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** lexicon - phrases compiled from data/lex/, found in a token stream.
**
** In:  a token's symbol (an id for its folded form), one after another.
** Out: every phrase that starts at a token, longest first.
**
** data/lex/NAME.tsv holds lines of four columns
**
**     class <tab> id <tab> flags <tab> form | form | ...
**
** (doc/LEXICON.md teaches them), which gen/lex.c compiles into one table
** (tables/lex.c): a symbol table of all syllables that occur in a form, and a
** trie over symbols.  A form is matched without regard to letter case and tone
** placement (`hòa` = `hoà`); flags ask for more:
**
**     C  the first token begins with a capital letter
**     A  every token begins with a capital letter
**     U  every token is all capitals (EU, VN)
**     *  ambiguous: the room that uses the hit must find more evidence
**
** Why a trie over symbols and not over bytes: the token is looked up once, for
** all phrases of all classes together; one walk then serves names, offices,
** units, markers and triggers alike.  Why one table and not one per room: a
** walk costs the same for thirty classes as for one.
*/
#ifndef TRUC_LEXICON_H
#define TRUC_LEXICON_H

#include "base/base.h"

#define LEX_CAPITAL 0x01   /* C */
#define LEX_ALLCAP 0x02    /* A */
#define LEX_UPPER 0x04     /* U */
#define LEX_AMBIGUOUS 0x08 /* * */
/* Each of these asks for a capital at the first token. */
#define LEX_SHAPES (LEX_CAPITAL | LEX_ALLCAP | LEX_UPPER)

typedef struct truc__lexentry {
  uint16_t cls;   /* class, an enum value of tables/lex.h */
  uint16_t flags; /* LEX_ */
  uint32_t id;    /* offset in `pool` */
} truc__lexentry;

/* Sixty-four bits for all classes: one that is set means "perhaps". */
#define TRUC__CLASS_BIT(cls) ((uint64_t)1 << ((cls) % 64))

#define LEX_SLACK 4u /* so many empty entries stand before the first */

/* A node of the trie, in a double array: the child of `node` over `sym` is
** cell[cell[node].base + sym], if the owner of that cell is `node`.  So a step
** costs one look, also where hundreds of phrases begin with the same word, and
** what is found there says all that is asked next.  Cell 0 is the root. */
typedef struct truc__lexcell {
  uint32_t owner; /* UINT32_MAX: empty */
  uint32_t base;  /* 0: no phrase goes on (but the root's is 0 too) */
  uint32_t entry; /* phrases that end here: first those without LEX_SHAPES */
  uint8_t nplain, nentry;
  uint16_t kind; /* what rooms find here: truc__lex.kind */
} truc__lexcell;

/* Which classes of phrases end at a node, and where among its entries they
** stand, for each of the rooms that ask: one line of the cache, which the nodes
** that are alike share.  Classes are bits, of phrases without LEX_SHAPES: those
** of the name room in the order of name/classes.h, from 1; those of the value
** room as in value/classes.h; those of the fact room by their numbers, which
** are the smallest.  A class of the fact room that the name room asks for too
** stands in both lists of entries. */
#define TRUC__LEX_WORDS 5u
typedef struct truc__lexkind {
  _Alignas(64) uint64_t names; /* and TRUC__LEX_VALUES, TRUC__LEX_SHAPED */
  uint64_t values;
  uint64_t facts[TRUC__LEX_WORDS];
  uint8_t from, shaped, to; /* entries of the name room: [from, to), those with
                            ** LEX_SHAPES from `shaped` on */
  uint8_t nvalue;  /* so many of the node's first entries are for values */
  uint8_t nbefore; /* those, and behind them those that nobody here asks for */
  uint8_t nvalues; /* all that are for values, those with LEX_SHAPES too */
  uint8_t nfacts;  /* all for the fact room (and those for values that ask for
                   ** a shape) */
  uint8_t nshaped; /* with LEX_SHAPES, for values or facts */
} truc__lexkind;
#define TRUC__LEX_VALUES ((uint64_t)1 << 63) /* some are for the value room */
#define TRUC__LEX_SHAPED ((uint64_t)1 << 62) /* nshaped is not 0 */

/* What the walk asks of every token: of the node below the root for its
** symbol, which few tokens go beyond.  All 0 if no phrase begins so. */
typedef struct truc__lexfirst {
  uint64_t names; /* of its kind */
  uint64_t next;  /* truc__lex_next() of the symbols that lead on from it */
  uint32_t base;  /* of its cell */
  uint16_t kind;
  uint8_t nname; /* entries of the name room */
  uint8_t looks; /* 1: what begins here depends on the token's shape */
} truc__lexfirst;

typedef struct truc__lexicon {
  const char *pool;          /* NUL-ended: ids, class names, symbols */
  const uint32_t *symbol;    /* [nslot] offset in pool, 0: empty slot */
  const uint32_t *symbol_id; /* [nslot] the symbol's id, from 1 */
  uint32_t nslot;            /* a power of two */
  uint32_t nsymbol;          /* ids run 1..nsymbol */
  const truc__lexcell *cell; /* long enough for every base and symbol */
  const uint32_t *maybe;     /* [TRUC__LEX_MAYBE / 32] a bit per edge below
                                ** the root: most steps lead nowhere, and this
                                ** says so from the nearest cache */
  const truc__lexfirst *first; /* [nsymbol + 1] */
  const truc__lexentry *entry;
  const truc__lexkind *kind;    /* 0: none */
  const uint32_t *class_name;   /* [nclass] offset in pool */
  const uint32_t *class_family; /* [nclass] first class whose name begins with
                                ** the same word up to a dot; itself if none */
  const uint64_t *class_kin; /* [nclass] TRUC__CLASS_BITs of its family */
  uint32_t nclass;
} truc__lexicon;

extern const truc__lexicon truc__lex; /* tables/lex.c */

/* Symbol of a folded form (truc__fold_key of the text room), 0 if unknown. */
uint32_t truc__lex_symbol(const char *folded, size_t n);
const char *truc__lex_id(const truc__lexentry *e);
/* Class by name, -1 if there is none. */
int truc__lex_class(const char *name);

#define TRUC__LEX_MAYBE 262144u
static inline uint32_t truc__lex_bit(uint32_t node, uint32_t sym) {
  return (node * 0x9e3779b1u ^ sym * 0x85ebca77u) >> 14;
}

/* Of sixty-four bits the one for a symbol: of most words that do not lead on
** from a node it is not set there. */
static inline unsigned truc__lex_next(uint32_t sym) {
  return sym * 0x9e3779b1u >> 26;
}

static inline bool truc__lex_maybe(uint32_t node, uint32_t sym) {
  uint32_t bit = truc__lex_bit(node, sym);
  return truc__lex.maybe[bit / 32] >> bit % 32 & 1;
}

/* The child of the root over `sym` (0: none), 0 if there is none. */
static inline uint32_t truc__lex_first(uint32_t sym) {
  return truc__lex.cell[sym].owner ? 0 : sym;
}
/* The child of a node (0: the root) over `sym`, 0 if there is none. */
static inline uint32_t truc__lex_step(uint32_t node, uint32_t sym) {
  const truc__lexcell *cell = truc__lex.cell;
  uint32_t to = cell[node].base + sym;
  if (node && !truc__lex_maybe(node, sym)) return 0;
  return cell[to].owner == node ? to : 0;
}
/* Entries of a node, in both lists. */
static inline uint32_t truc__lex_entries(const truc__lexcell *c) {
  const uint32_t to = truc__lex.kind[c->kind].to;
  return to ? to : c->nentry;
}
#define TRUC__LEX_DEPTH 32 /* tokens of a phrase, at most */

/* Do `n` tokens fit the flags of an entry? */
bool truc__lex_fits(const truc_token *t, uint32_t n, unsigned flags);

/* Walks from token `tok`: calls back for every phrase that starts there, in
** order of length, shortest first, if its flags fit the tokens' shapes; for
** some twice. */
typedef void truc__lex_found(void *ctx, uint32_t ntok, const truc__lexentry *e);
void truc__lex_walk(const truc_token *toks, uint32_t ntok, uint32_t tok,
                    truc__lex_found *found, void *ctx);

#endif

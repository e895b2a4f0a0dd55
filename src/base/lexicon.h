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
** which gen/lex.c compiles into one table (tables/lex.c): a symbol table of all
** syllables that occur in a form, and a trie over symbols.  A form is matched
** without regard to letter case and tone placement (`hòa` = `hoà`); flags ask
** for more:
**
**     C  the first token begins with a capital letter
**     A  every token begins with a capital letter
**     U  every token is all capitals (EU, VN)
**     *  ambiguous: the room that uses the hit must find more evidence
**
** Why a trie over symbols and not over bytes: the token is looked up once, for
** all phrases of all classes together; one walk then serves names, offices,
** units, markers and triggers alike.  Why one table and not one per room: a walk
** costs the same for thirty classes as for one.
*/
#ifndef TRUC_LEXICON_H
#define TRUC_LEXICON_H

#include "base/base.h"

#define LEX_CAPITAL 0x01 /* C */
#define LEX_ALLCAP 0x02  /* A */
#define LEX_UPPER 0x04   /* U */
#define LEX_AMBIGUOUS 0x08 /* * */

typedef struct truc__lexentry {
  uint16_t cls;   /* class, an enum value of tables/lex.h */
  uint16_t flags; /* LEX_ */
  uint32_t id;    /* offset in `pool` */
} truc__lexentry;

/* Edges of a node stand together, sorted by symbol. */
typedef struct truc__lexnode {
  uint32_t edge, nedge;
  uint32_t entry, nentry; /* phrases that end here */
} truc__lexnode;
typedef struct truc__lexedge {
  uint32_t sym, node;
} truc__lexedge;

typedef struct truc__lexicon {
  const char *pool;             /* NUL-ended strings: ids, class names, symbols */
  const uint32_t *symbol;       /* [nslot] offset in pool, 0: empty slot */
  const uint32_t *symbol_id;    /* [nslot] the symbol's id, from 1 */
  uint32_t nslot;               /* a power of two */
  uint32_t nsymbol;             /* ids run 1..nsymbol */
  const uint32_t *first;        /* [nsymbol + 1] node reached from the root, 0 none */
  const truc__lexnode *node;    /* [nnode]; 0 is the root */
  const truc__lexedge *edge;
  const truc__lexentry *entry;
  const uint32_t *class_name;   /* [nclass] offset in pool */
  const uint32_t *class_family; /* [nclass] first class whose name begins with
                                ** the same word up to a dot; itself if none */
  uint32_t nclass;
} truc__lexicon;

extern const truc__lexicon truc__lex; /* tables/lex.c */

/* Symbol of a folded form (truc__fold_key of the text room), 0 if unknown. */
uint32_t truc__lex_symbol(const char *folded, size_t n);
const char *truc__lex_id(const truc__lexentry *e);
/* Class by name, -1 if there is none. */
int truc__lex_class(const char *name);

/* Walks from token `tok`: calls back for every phrase that starts there, in
** order of length, shortest first, if its flags fit the tokens' shapes. */
typedef void truc__lex_found(void *ctx, uint32_t ntok, const truc__lexentry *e);
void truc__lex_walk(const truc_token *toks, uint32_t ntok, uint32_t tok,
                    truc__lex_found *found, void *ctx);

#endif

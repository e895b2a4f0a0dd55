/* SPDX-License-Identifier: Apache-2.0
**
** lists.h - the compiler of the word lists, between its files.
**
**   gen/lex.c   which files are read, which are written
**   read.c      the lines of lists and patterns, and what may be wrong in them
**   intern.c    texts, symbols of tokens and classes, each a number
**   readers.c   which room asks for a class
**   classes.c   the final numbers of classes, by room
**   place.c     the trie's nodes find their places in the double array
**   tables.c    writes all as tables/lex.c and tables/lex.h */
#ifndef TRUC_GEN_LEX_LISTS_H
#define TRUC_GEN_LEX_LISTS_H

#include <stdio.h>
#include <stdlib.h>

#include "base/lexicon.h"
#include "gen/out/lines.h"

#define PUSH(a, x)                   \
  do {                               \
    if (!VEC_PUSH(a, x)) need(NULL); \
  } while (0)

/* ---------------------------------------------------------------- intern.c */

/* Of texts in the pool, a linear-probing table. */
typedef struct table {
  uint32_t *slot, *val; /* offset of the text, 0: empty; what it stands for */
  uint32_t n, cap;
} table;

extern truc__buf pool; /* NUL-ended texts; offset 0 is the empty one */
extern table symbols;  /* of tokens, numbered from 1 */
typedef VEC(uint32_t) numbers;
extern numbers class_names; /* [classes] offset in the pool */
extern numbers rank;        /* [symbols + 1] the number in the tables */

/* Numbers of a token, its folded form being what counts; of a text, its offset
** in the pool; of a class. */
uint32_t symbol(const char *s, size_t n);
uint32_t string(const char *s, size_t n);
uint16_t class_of(const char *s, size_t n);
/* What a text stands for in a table, made if *isnew. */
uint32_t *table_find(table *t, const char *s, size_t n, bool *isnew);
/* Counts a use; after the last of them, fills `rank`. */
void use(uint32_t sym);
void rank_symbols(void);
const char *class_name(uint32_t cls);

/* ------------------------------------------------------------------ read.c */

/* The trie of all forms: over symbols, later over their ranks. */
typedef struct edge {
  uint32_t sym, node;
} edge;
typedef struct node {
  VEC(edge) edge;
  VEC(truc__lexentry) entry;
  uint32_t cell; /* its place in the double array */
} node;
typedef VEC(node) node_list;
extern node_list nodes;

void begin_lists(void);
/* A list, patterns, or the table of countries, by the ending of its name. */
void read_list(const char *file);

/* --------------------------------------------------------------- classes.c */

/* Classes that the fact room asks for are 0 .. nfacts - 1, then come those of
** the value room, up to values_end - 1. */
extern uint32_t nfacts, values_end;
void number_classes(void);

/* ----------------------------------------------------------------- place.c */

typedef VEC(truc__lexcell) cell_list;
extern cell_list cells;

bool is_free(uint32_t at);
void place_all(void);

/* ---------------------------------------------------------------- tables.c */

void put_tables(const char *dir);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** compile.h - the compiler of patterns, between its files.
**
**   gen/facts.c   reads the files
**   lines.c       the lines of a pattern (doc/PATTERNS.md)
**   expression.c  the expression of a match line
**   fill.c        the sources of a fill line
**   slots.c       which slots patterns give and speak of
**   posts.c       what a line finds one behind the other
**   tree.c        lines that begin alike share their elements: the tree that
**                 src/fact/pattern.h tells of
**   tables.c      writes all as tables/facts.c
**
** A line is compiled to code of its own first, whose addresses count from its
** beginning; tree_plant cuts that at the ends of its elements and moves it into
** the tree.  tree_lay_out joins what only follows one another and writes the
** programs one behind the other, with their final addresses. */
#ifndef TRUC_GEN_FACTS_COMPILE_H
#define TRUC_GEN_FACTS_COMPILE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/lexicon.h"
#include "fact/pattern.h"
#include "gen/out/lines.h"

typedef VEC(uint32_t) words;

/* What is made: the arrays of tables/facts.c. */
typedef struct compiled {
  words code;
  VEC(truc__line) lines;
  VEC(truc__need) needs;
  words need_words; /* [needs] the word each is looked up by, 0 none */
  VEC(truc__post) posts;
  VEC(truc__fill) fills;
  VEC(uint16_t) requires;
  VEC(truc__pattern) patterns;
  VEC(char *) slots;
  VEC(truc__stand) stands;
} compiled;
extern compiled made;

#define PUSH(a, x)                   \
  do {                               \
    if (!VEC_PUSH(a, x)) need(NULL); \
  } while (0)

/* A copy of n bytes, ended. */
char *copy(const char *s, size_t n);

/* ----------------------------------------------------------------- lines.c */

/* Reads a line; ends the pattern being read, if there is one. */
void read_line(char *s);
void end_pattern(void);
/* Kinds, as bits, of the [KIND] elements of the pattern so far. */
uint32_t held_kinds(void);

/* ----------------------------------------------------------------- slots.c */

/* A kind by its name; no such one: stops. */
unsigned kind_named(const char *s, size_t n);
/* The number of a slot that the pattern gives, or that it speaks of and must
** give, or takes from records of one of `kinds`, whose patterns must. */
uint16_t give(const char *at, size_t n);
uint16_t speak(const char *at, size_t n);
uint16_t take(uint32_t kinds, const char *at, size_t n);
/* Before and behind a pattern; at the end of all files. What nothing gives, and
** what the kind does not have, stops. */
void begin_slots(void);
void end_slots(unsigned kind);
void check_references(void);

/* ------------------------------------------------------------------ fill.c */

/* The line behind "fill", or "fill!" (`always`). */
void read_fill(const char *from, bool always);

/* ------------------------------------------------------------ expression.c */

/* What a line cannot match without: of the elements outside options and
** alternatives, the predicate's class (or the first one) and another, the types
** of chunk and kinds of value, and the predicate's word (or the first one). */
typedef struct line_needs {
  uint16_t cls[TRUC__NEEDS];
  uint32_t types[TRUC__NEEDS];
  uint32_t word; /* symbol, 0 none */
  uint64_t words; /* of all such words: TRUC__WORD_BITs */
  bool fixed;    /* cls[0] is the predicate's */
  bool first;    /* the line stands at the start of a sentence */
  const char *tags; /* the first <TAG> of the line, NULL if it has none */
  const char *held; /* the first [KIND] */
  uint32_t kinds;   /* of all of them, as bits */
  uint32_t found;   /* of one outside options and alternatives */
} line_needs;

/* Compiles the expression at `from` into made.code, with what it needs and the
** ends of its elements; returns where it ends. */
const char *read_expression(const char *from, line_needs *needs, words *cuts);
/* Names of the language: their letters, and how many stand at `s`. */
bool name_char(char c);
size_t name_length(const char *s);
/* A class, or the kinds of chunk of a type; no such one: stops. */
int class_named(const char *s, size_t n);
uint32_t type_mask(const char *s, size_t n);

/* ----------------------------------------------------------------- posts.c */

/* Adds the posts of the line in made.code to those of `of`; `cuts` are the
** ends of its elements. */
void find_posts(truc__need *of, const words *cuts);

/* ------------------------------------------------------------------ tree.c */

/* A node of the tree: an element with its program, in addresses relative to its
** beginning, or the end of a line. */
#define NO_NODE UINT32_MAX
typedef struct node {
  uint32_t *program, n;
  uint32_t parent, line; /* NO_NODE: a root; an element */
  uint32_t code;         /* where the program stands in the end */
} node;
typedef VEC(node) node_list;

void add_word(words *set, uint32_t word);
/* Words of an instruction that begins with this one. */
uint32_t words_of(uint32_t word);
/* What the program at `pc` consumes first: its number in made.stands, or 0: not
** known. */
uint32_t consumes(const uint32_t *program, uint32_t pc, uint32_t end);
/* Moves the code of the line just read, which is line `line`, into the tree;
** `cuts` are the ends of its elements. */
void tree_plant(words *cuts, uint32_t line);
/* Puts all programs into made.code and returns the nodes in their final order:
** first the ends of lines; parents by that order. */
node_list tree_lay_out(void);

/* ---------------------------------------------------------------- tables.c */

void put_tables(FILE *f);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** suite - the sentences of dev.jsonl and held.jsonl against the fact layer.
**
** In:  items as README.md describes them; a document that has read the text.
** Out: per kind how many records were wanted, found, given, and how many of
**      the found ones have the right core slots, date, modality, speaker.
**
** The comparison follows the rules of the annotation guideline, with one
** difference: a sentence has no room for "same kind, overlapping evidence" to
** mean much, so a record counts as found only if at least one of its core
** slots is right.  Records are paired best first.
**
** Tried and dropped: an optimal assignment.  On items of one to three
** sentences it never differed from best-first.
**
**   tree.c     one JSON text as a tree
**   compare.c  an expected record against one that was read
**   run.c      the program: files, pairing, figures, misses
*/
#ifndef FACTS_SUITE_H
#define FACTS_SUITE_H

#include "base/base.h"

/* ----------------------------------------------------------------- tree.c */

typedef struct node {
  truc__jtype type; /* NULL TRUE FALSE NUMBER STRING ARRAY OBJECT */
  const char *key;  /* inside an object */
  const char *str;  /* of a string */
  double num;       /* of a number */
  struct node *child, *next;
} node;

/* Reads s[0..n) as one JSON value; NULL and *why on error. */
node *tree_read(truc__arena *a, const char *s, size_t n, const char **why);
/* The member of an object, or NULL (also for a null). */
const node *tree_get(const node *object, const char *key);
const char *tree_str(const node *object, const char *key); /* or NULL */
bool tree_true(const node *object, const char *key);

/* -------------------------------------------------------------- compare.c */

enum { MAXSLOTS = 12 };

/* What is right in a pair of records. */
typedef struct verdict {
  bool possible; /* same or accepted kind, a core slot right */
  bool same_kind;
  int core, core_right;   /* core slots that are asked for */
  int other, other_right; /* the other slots that are asked for */
  bool date, modality, speaker;
  bool strict;     /* all core, with what the kind adds to them */
  char wrong[160]; /* names of wrong slots, for the listing */
} verdict;

/* `text` is the item's text, NUL-ended, the one `doc` has read. */
verdict compare(const truc_doc *doc, const char *text, const node *want,
                uint32_t fact);

/* Is `slot` core for the kind of that name? */
bool slot_is_core(const char *kind, const char *slot);

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** brief.h - what a ledger knows of somebody, on a page: the parts that show.c,
** brief.c, sections.c, changes.c and headline.c share.
**
** In:  a view to write to, the actors, how many entries a section may have.
** Out: a title, then sections; each asks the ledger for the best known of its
**      kinds, says how many there are, and shows the first with a sentence.
*/
#ifndef TRUC_CLI_BRIEF_H
#define TRUC_CLI_BRIEF_H

#include "cli/ledger.h"

#define BIT(k) (1u << TRUC_KIND_##k)

typedef struct cli_brief {
  cli_view *v;
  const char *a, *b;     /* refs; b may be NULL */
  uint32_t limit;        /* entries per section, 0: all */
  bool evidence;         /* every sentence, not one */
  bool failed;           /* reported */
  const truc_records *r; /* of the section at hand */
  truc__buf label, what, note;
  const char *quoted; /* the sentence shown last in it, and its length */
  uint32_t nquoted;
} cli_brief;

static inline const char *cli_brief_text(const truc__buf *b) {
  return b->p ? b->p : "";
}
void cli_brief_release(cli_brief *x);

/* -------------------------------------------------------------- headline.c */

void cli_put_word(truc__buf *b, const char *s); /* controls made visible */
void cli_put_words(truc__buf *b, const char *code); /* "oil_gas": oil gas */
const truc_record_item *cli_slot(const truc_records *r, const truc_record *p,
                                 const char *name);
/* Items of a slot, joined; false if there are none. */
bool cli_put_slot(truc__buf *b, truc_ledger *l, const truc_records *r,
                  const truc_record *p, const char *before, const char *slot);

/* ----------------------------------------------------------------- brief.c */

void cli_put_sources(truc__buf *b, const truc_record *p);
void cli_put_modality(truc__buf *b, const truc_record *p);
/* Sentences of a proposition, and where they stand. */
void cli_brief_quote(cli_brief *x, const truc_record *p);
/* One proposition under a label. */
void cli_brief_entry(cli_brief *x, const truc_record *p, const char *label);
/* The records of a section; NULL if there are none. */
truc_records *cli_brief_ask(cli_brief *x, unsigned kinds, bool contradicted);
/* The same with a heading, and the end: how many are left out. */
truc_records *cli_brief_open(cli_brief *x, const char *title, unsigned kinds);
void cli_brief_close(cli_brief *x, truc_records *r);
void cli_brief_section(cli_brief *x, const char *title, unsigned kinds);

/* -------------------------------------------------------------- sections.c */

void cli_brief_ranks(cli_brief *x);
void cli_brief_ladder(cli_brief *x);
void cli_brief_offices(cli_brief *x);
void cli_brief_timeline(cli_brief *x);
void cli_brief_cooperation(cli_brief *x);
void cli_brief_conflicts(cli_brief *x);

/* --------------------------------------------------------------- changes.c */

void cli_brief_changes(cli_brief *x);

#endif

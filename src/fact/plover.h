/* SPDX-License-Identifier: Apache-2.0
**
** plover.h - the codes of event data for our records.
**
** In:   a record of a document.
** Out:  the event type, mode and contexts of PLOVER and the code of CAMEO, for
**       the kinds that have them.
**
** Everything that is a choice stands in data/plover.tsv, which gen/plover.c
** compiles into the two tables below; this code knows how to test a condition
** and no code of either scheme.  The manuals' codes depend on the field
** ("cooperate militarily") where our records carry a list of fields: so each
** field has a family, a record has the family of its fields (fields without a
** code of their own do not count beside others, two families are "mixed"), and
** a rule names the families it is for.  Of goods and instruments the fields are
** those named within their words.
*/
#ifndef TRUC_PLOVER_H
#define TRUC_PLOVER_H

#include "base/doc.h"

/* One list: the names in data/plover.tsv. */
#define TRUC__FAMILIES(X)                                                 \
  X(none) X(soft) X(economic) X(military) X(legal) X(diplomatic)          \
  X(material) X(humanitarian) X(mixed)
typedef enum truc__family {
#define X(name) FAMILY_##name,
  TRUC__FAMILIES(X)
#undef X
  NFAMILIES
} truc__family;

/* The contexts and modes of the PLOVER manual that our records can have. */
#define TRUC__CONTEXTS(X)                                                \
  X(diplomatic) X(economic) X(military) X(technology) X(environment)     \
  X(natural_resource) X(health) X(legal) X(migration) X(cyber)           \
  X(territory) X(peacekeeping)
enum {
#define X(name) CONTEXT_##name,
  TRUC__CONTEXTS(X)
#undef X
  NCONTEXTS
};

typedef struct truc__plover_field {
  const char *id;
  uint8_t family;    /* truc__family */
  uint16_t contexts; /* bits 1 << CONTEXT_ */
} truc__plover_field;

typedef struct truc__plover_rule {
  uint8_t kind;           /* truc_kind */
  uint8_t modalities;     /* bits 1 << truc_modality */
  uint16_t families;      /* bits 1 << truc__family */
  uint16_t contexts;
  const char *slot;       /* what the condition looks at, or NULL */
  const char *codes;      /* "arrival|departure" */
  const char *event;      /* NULL: has no code, and no later rule counts */
  const char *mode;       /* or NULL */
  const char *cameo;
} truc__plover_rule;

/* tables/plover.c */
extern const truc__plover_field truc__plover_sectors[];
extern const uint32_t truc__nplover_sector;
extern const truc__plover_field truc__plover_goods[];
extern const uint32_t truc__nplover_goods;
extern const truc__plover_rule truc__plover_rules[];
extern const uint32_t truc__nplover_rule;

typedef struct truc__plover {
  const char *event, *cameo;
  const char *mode; /* or NULL */
  const char *context[NCONTEXTS];
  uint32_t ncontext;
} truc__plover;

/* The codes of a record; false if its kind has none. */
bool truc__plover_of(const truc_doc *d, uint32_t fact, truc__plover *out);

#endif

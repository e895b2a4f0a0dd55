/* SPDX-License-Identifier: Apache-2.0 */
/* classes.h - the classes of the lexicon that this room reads.
**
** gen/lex.c puts their entries of a node together, so that the walk before this
** room copies no others. The first row can begin a mention in small letters
** too; the second names something by itself (named.c). */
#ifndef TRUC_NAME_CLASSES_H
#define TRUC_NAME_CLASSES_H

#define TRUC__NAME_BEGINS(X) \
  X(TITLE) X(TITLE_PRE) X(SPOUSE) X(PRO) X(GPE_BYNAME) X(HONOR)
#define TRUC__NAME_NAMES(X) \
  X(GPE)                    \
  X(ORGHEAD)                \
  X(PLACEHEAD)              \
  X(PLACE)                  \
  X(FORUM) X(ORG) X(AGENCY) X(AGREEMENT) X(PERSON) X(EVENT) X(SEAT) X(PALACE)
#define TRUC__NAME_OTHERS(X)                                                  \
  X(AGRHEAD)                                                                  \
  X(EVENTHEAD)                                                                \
  X(ORGWORD)                                                                  \
  X(SURNAME)                                                                  \
  X(MINISTRY) X(GPE_SHORT) X(WHERE) X(SAY) X(HONOR_FOREIGN) X(TITLE_POST)     \
      X(NAME_STOP) X(WITH_BODY) X(THING_TOKEN) X(PRODUCT) X(ORG_TOKEN)        \
          X(NOT_NAME) X(NOT_HEAD) X(TONGUE) X(METONYM) X(GROUP) X(FUNC)       \
              X(CREDIT) X(ACT) X(ACRONYM) X(ABBREV) X(GIVEN_DASH) X(NOT_SEAT) \
                  X(FORMER_NAME) X(PLACE_FIRST) X(PLACE_LAST)

/* Those of them that the fact room reads too. Of all others, of those in
** value/classes.h and of TRUC__NAME_NOBODY it sees no phrase: gen/facts.c
** refuses patterns that ask for one, tools/check-rooms.sh code that does. */
#define TRUC__NAME_SHARED(X) X(GPE) X(FORUM) X(ORG)

/* Those that no room asks for: they are there so that marks have symbols. */
#define TRUC__NAME_NOBODY(X) X(PUNCT)

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** readers.h - which rooms read the phrases of a class. */
#ifndef TRUC_GEN_LEX_READERS_H
#define TRUC_GEN_LEX_READERS_H

/* The value room, no room (marks ask for no shape), rooms behind the name room,
** these and the name room, the name room alone. */
typedef enum { FOR_VALUES, FOR_NOBODY, FOR_OTHERS, FOR_BOTH, FOR_NAMES } reader;

reader reader_of(const char *cls);
/* Bits of a class in name/classes.h and value/classes.h; 0: it is not there. */
unsigned name_bit(const char *cls);
unsigned value_bit(const char *cls);
/* A letter of a class as the C source writes it: visit.verb is VISIT_VERB. */
char c_name(char c);

#endif

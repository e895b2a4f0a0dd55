/* SPDX-License-Identifier: Apache-2.0 */
/* readers.c - see readers.h. */
#include "readers.h"

#include <stdbool.h>
#include <stddef.h>

#include "name/classes.h"
#include "value/classes.h"

char c_name(char c) {
  if (c >= 'a' && c <= 'z') return (char)(c - 32);
  return c == '.' || c == '-' ? '_' : c;
}

/* Has the class this name, as C writes it? */
static bool is_named(const char *cls, const char *c) {
  size_t i = 0;
  while (cls[i] && c_name(cls[i]) == c[i]) i++;
  return !cls[i] && !c[i];
}

/* Its place among them, from 1; 0: it is none of them. */
static unsigned place_of(const char *cls, const char *const *names, size_t n) {
  for (size_t k = 0; k < n; k++)
    if (is_named(cls, names[k])) return (unsigned)k + 1;
  return 0;
}
#define PLACE_OF(cls, names) place_of(cls, names, sizeof names / sizeof *names)

unsigned name_bit(const char *cls) {
#define X(c) #c,
  static const char *const names[] = {TRUC__NAME_BEGINS(X) TRUC__NAME_NAMES(X)
                                          TRUC__NAME_OTHERS(X)};
#undef X
  return PLACE_OF(cls, names);
}

unsigned value_bit(const char *cls) {
#define X(c, bit) {#c, bit},
  static const struct {
    const char *name;
    unsigned bit;
  } values[] = {TRUC__VALUE_CLASSES(X)};
#undef X
  for (size_t k = 0; k < sizeof values / sizeof *values; k++)
    if (is_named(cls, values[k].name)) return values[k].bit;
  return 0;
}

reader reader_of(const char *cls) {
#define X(c) #c,
  static const char *const shared[] = {TRUC__NAME_SHARED(X)};
  static const char *const nobody[] = {TRUC__NAME_NOBODY(X)};
#undef X
  if (value_bit(cls)) return FOR_VALUES;
  if (PLACE_OF(cls, nobody)) return FOR_NOBODY;
  if (!name_bit(cls)) return FOR_OTHERS;
  return PLACE_OF(cls, shared) ? FOR_BOTH : FOR_NAMES;
}

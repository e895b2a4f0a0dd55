/* SPDX-License-Identifier: Apache-2.0
**
** bits.h - the classes of phrases that this room asks for, as bits.
**
** Constants, so that a question about a class, or about a dozen of them, is one
** AND.  Classes that are seldom asked for share a bit: a bit that is set means
** "perhaps", one that is not means "no".
*/
#ifndef TRUC_VALUE_BITS_H
#define TRUC_VALUE_BITS_H

#include "lex.h"
#include "value/classes.h"

/* 0 is every other class, 1 stands for digits.  At one of 1..26 a value may
** begin. */
#define X(cls, bit) [LEX_##cls] = bit,
static const uint8_t truc__value_bit[LEX_NCLASSES] = {
    TRUC__VALUE_CLASSES(X)
#undef X
};

#define BIT(cls) truc__bit(LEX_##cls)
static inline uint64_t truc__bit(unsigned cls) {
  return (uint64_t)1 << truc__value_bit[cls];
}
#define BIT_DIGITS ((uint64_t)1 << 1)
#define BIT_BEGIN ((((uint64_t)1 << 26) - 1) << 1)

#endif

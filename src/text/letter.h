/* SPDX-License-Identifier: Apache-2.0
**
** letter.h - Vietnamese letters: twelve vowels, six tones, and case.
**
** A vowel with its tone is one number, its "code": 1 + 6 * vowel + tone, 0 for
** any other letter.  Everything that is done to Vietnamese letters (composing
** marks, moving a tone, dropping it, checking a syllable's shape) is arithmetic
** on codes.  The tables stand in fold.c, which the host program gen/lex.c links
** alone.
*/
#ifndef TRUC_LETTER_H
#define TRUC_LETTER_H

#include <stdint.h>

enum { /* vowels */
       V_A,
       V_AW,
       V_AA,
       V_E,
       V_EE,
       V_I,
       V_O,
       V_OO,
       V_OW,
       V_U,
       V_UW,
       V_Y
};
enum { /* tones */
       T_LEVEL,
       T_GRAVE,
       T_ACUTE,
       T_HOOK,
       T_TILDE,
       T_DOT
};
#define V_CODE(vowel, tone) (1u + 6u * (unsigned)(vowel) + (unsigned)(tone))
#define V_VOWEL(code) (((code)-1u) / 6u)
#define V_TONE(code) (((code)-1u) % 6u)

/* Code of a lower-case code point. */
unsigned truc__vowel_code(uint32_t cp);
/* Lower-case code point of a code. */
uint32_t truc__vowel_letter(unsigned code);

/* Lower case of Latin, Greek and Cyrillic letters; others unchanged. */
uint32_t truc__lower(uint32_t cp);

/* Letter and combining mark as one letter, or 0: any letter of Vietnamese, also
** half composed or marked twice in any order, and the Latin letters of
** Unicode that have a composed form. Keeps case. */
uint32_t truc__compose(uint32_t letter, uint32_t mark);

/* The letter without any mark: đ gives d, ễ gives e, ç gives c. */
uint32_t truc__plain(uint32_t cp);

/* Zero-width characters that may stand inside a syllable. */
static inline int truc__is_ignorable(uint32_t cp) {
  return cp == 0xAD || (cp >= 0x200B && cp <= 0x200D) || cp == 0x2060 ||
         cp == 0xFEFF;
}

/* Combining marks of the Latin script. */
static inline int truc__is_mark(uint32_t cp) {
  return cp >= 0x300 && cp <= 0x36F;
}

#endif

/* SPDX-License-Identifier: Apache-2.0
**
** fold.h - keys under which spelling variants are equal.
**
** The exact key of a syllable is its NFC form in lower case with the tone mark
** where the press puts it: `hoà`, `HÒA` and decomposed `hòa` all give `hòa`
** (only final oa, oe, uy differ between the two habits, and not after q).  The
** blind key drops all marks besides: `đường` gives `duong`.  i/y pairs (kỹ, kĩ)
** stay apart here; where they should meet, the lexicon lists both.
*/
#ifndef TRUC_FOLD_H
#define TRUC_FOLD_H

#include <stddef.h>

#define TRUC__FOLD_MAX 96

/* Writes the exact key of s[0..n) (any UTF-8) without a NUL and returns its
** length; 0 if it would not fit: such a token is in no table. */
size_t truc__fold_key(const char *s, size_t n, char out[TRUC__FOLD_MAX]);
/* The same for the blind key. */
size_t truc__fold_blind(const char *s, size_t n, char out[TRUC__FOLD_MAX]);

#endif

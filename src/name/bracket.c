/* SPDX-License-Identifier: Apache-2.0 */
/* bracket.c - where a name ends whose abbreviation follows in brackets. */
#include "name/name.h"
#include "text/fold.h"

/* First letter of a syllable without its marks, as abbreviations write it. */
static char initial_of(const truc_doc *d, uint32_t tok, uint32_t letter) {
  char key[TRUC__FOLD_MAX];
  const truc_token *t = &d->token.v[tok];
  size_t n = truc__fold_blind(truc__tok_text(d, tok), t->text_len, key);
  return letter < n ? key[letter] : '\0';
}

/* Do the letters of the abbreviation at `abbr` begin syllables from `tok` on,
** in their order, the first one at `tok` itself? */
static bool spells(const truc_doc *d, uint32_t tok, uint32_t end,
                   uint32_t abbr) {
  uint32_t letter = 0, n = 0;
  char c;
  while ((c = initial_of(d, abbr, n)) != '\0') n++;
  if (n < 2 || n > 8 || initial_of(d, tok, 0) != initial_of(d, abbr, 0))
    return false;
  for (uint32_t i = tok; i < end && letter < n; i++)
    if (initial_of(d, i, 0) == initial_of(d, abbr, letter)) letter++;
  return letter == n;
}

/* The abbreviation has a meaning of its own. */
static bool known(const truc_doc *d, uint32_t tok) {
  return truc__hit_of(d, tok, LEX_GPE) || truc__hit_of(d, tok, LEX_ACRONYM) ||
         truc__hit_of(d, tok, LEX_PLACE) || truc__hit_of(d, tok, LEX_FORUM) ||
         truc__hit_of(d, tok, LEX_TITLE) || truc__hit_of(d, tok, LEX_HONOR);
}

static bool no_part(const truc_doc *d, uint32_t tok) {
  return truc__hit_of(d, tok, LEX_NAME_STOP) || truc__hit_of(d, tok, LEX_SAY) ||
         truc__hit_of(d, tok, LEX_ACT) || truc__hit_of(d, tok, LEX_PRO) ||
         truc__hit_of(d, tok, LEX_TITLE) || truc__hit_of(d, tok, LEX_HONOR) ||
         truc__hit_of(d, tok, LEX_METONYM) || truc__hit_of(d, tok, LEX_GROUP);
}

/* "Hội Bảo vệ quyền trẻ em (HBVQTE)": the bracket says where the name ends. */
uint32_t truc__bracket_end(const truc__scan *s, uint32_t tok, uint32_t from) {
  const truc_doc *d = s->d;
  bool plain = true; /* nothing that no name has was passed */
  for (uint32_t i = from; i < s->end && i < from + 10; i++) {
    if (truc__tok_mark(d, i, '('))
      return i + 2 < s->end && truc__tok_mark(d, i + 2, ')') &&
                     d->token.v[i + 1].shape == TRUC_SHAPE_UPPER &&
                     ((plain && i < from + 7 && !known(d, i + 1)) ||
                      spells(d, tok, i, i + 1))
                 ? i
                 : from;
    plain = plain && !no_part(d, i);
    if (d->token.v[i].kind == TRUC_TOK_PUNCT && !truc__tok_mark(d, i, ',') &&
        !truc__tok_dash(d, i))
      break;
  }
  return from;
}

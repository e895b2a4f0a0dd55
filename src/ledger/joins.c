/* SPDX-License-Identifier: Apache-2.0 */
/* joins.c - which syllables of a sentence a word joins, as bits.
**
** A search for `đất_nước` wants the word and not the two syllables that meet by
** accident in "trên đất nước mặn".  To index every compound beside its
** syllables would make the text index a third larger; a bit for each syllable
** says the same at a fifth of that, and is read only with the sentences that
** hold the syllables. */
#include "ledger/ledger.h"

static void set_bit(truc__buf *b, size_t i) {
  while (!b->rc && b->n <= i / 8) truc__buf_chr(b, '\0');
  if (!b->rc) b->p[i / 8] = (char)(b->p[i / 8] | 1 << i % 8);
}

void truc__joins_make(const truc__reading *r, uint32_t *word, size_t from,
                      size_t end, truc__buf *out) {
  size_t i = from, start, len, k = 0;
  uint32_t before = TRUC_NONE; /* the word of the syllable before */
  truc__buf_reset(out);
  truc__buf_put(out, "", 0);
  for (; truc__syllable(r->raw, end, &i, &start, &len); k++) {
    while (*word < r->nword &&
           r->word[*word].at.off + r->word[*word].at.len <= start)
      ++*word;
    bool inside = *word < r->nword && r->word[*word].at.off <= start;
    if (inside && *word == before) set_bit(out, k);
    before = inside ? *word : TRUC_NONE;
  }
}

truc__joins truc__joins_column(sqlite3_stmt *s, int column) {
  truc__joins j = {sqlite3_column_blob(s, column),
                   (size_t)sqlite3_column_bytes(s, column),
                   sqlite3_column_type(s, column) != SQLITE_NULL};
  return j;
}

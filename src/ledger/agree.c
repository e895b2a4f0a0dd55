/* SPDX-License-Identifier: Apache-2.0 */
/* agree.c - do the slots that two claims both have say the same? */
#include "ledger/ledger.h"

/* Words agree if one holds the other: "tổng kim ngạch thương mại" and "kim
** ngạch thương mại".  A single syllable, or two that do not open the longer
** (Vietnamese phrases begin with their head), say too little. */
static bool words_agree(const char *a, size_t na, const char *b, size_t nb) {
  uint32_t at;
  if (na > nb) return words_agree(b, nb, a, na);
  if (na == nb) return !memcmp(a, b, na);
  uint32_t n = truc__words_count(a, na);
  return n >= 2 && truc__words_inside(a, na, b, nb, &at) && (n >= 3 || at == 0);
}

static bool values_agree(const char *a, size_t na, const char *b, size_t nb) {
  if (na == nb && !memcmp(a, b, na)) return true;
  bool wa = na && *a == '\'', wb = nb && *b == '\'';
  if (wa && wb) return words_agree(a + 1, na - 1, b + 1, nb - 1);
  return wa != wb; /* words beside a code: nothing speaks against it */
}

bool truc__rest_agree(const char *a, const char *b) {
  for (const char *p = a; *p;) {
    size_t whole = strcspn(p, "|"), name = strcspn(p, "=");
    char slot[32];
    if (name < whole && name < sizeof slot) {
      size_t n;
      memcpy(slot, p, name);
      slot[name] = '\0';
      const char *v = truc__slot_value(b, slot, &n);
      if (v && !values_agree(p + name + 1, whole - name - 1, v, n))
        return false;
    }
    p += whole + (p[whole] == '|');
  }
  return true;
}

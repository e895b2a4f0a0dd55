/* SPDX-License-Identifier: Apache-2.0 */
/* agree.c - do the slots that two claims both have say the same? */
#include "ledger/ledger.h"

/* Syllables by which the end of `a` is the beginning of `b`. */
static uint32_t overlap(const char *a, size_t na, const char *b, size_t nb) {
  for (size_t i = 0; i < na; i++) {
    size_t n = na - i;
    if (i && a[i - 1] != ' ') continue;
    if (n <= nb && !memcmp(a + i, b, n) && (n == nb || b[n] == ' '))
      return truc__words_count(b, n);
  }
  return 0;
}

/* Words agree if one holds the other: "tổng kim ngạch thương mại" and "kim
** ngạch thương mại".  A single syllable, or two that do not open the longer
** (Vietnamese phrases begin with their head), say too little.  They also agree
** if both are pieces of one phrase: "thiết lập quan hệ", "quan hệ ngoại giao".
*/
static bool words_agree(const char *a, size_t na, const char *b, size_t nb) {
  uint32_t at;
  if (na > nb) return words_agree(b, nb, a, na);
  if (na == nb && !memcmp(a, b, na)) return true;
  uint32_t n = truc__words_count(a, na);
  if (n >= 2 && truc__words_inside(a, na, b, nb, &at) && (n >= 3 || at == 0))
    return true;
  return overlap(a, na, b, nb) >= 2 || overlap(b, nb, a, na) >= 2;
}

static bool is_code(const char *v, size_t n, const char *code) {
  return n == strlen(code) && !memcmp(v, code, n);
}

/* That two met says no more than "talks", "reception" or "audience", and
** nothing else. */
static bool both_met(const char *a, size_t na, const char *b, size_t nb) {
  static const char *const forms[] = {"#meeting", "#talks", "#reception",
                                      "#audience", "#restricted_talks"};
  bool met[2] = {false, false};
  if (!is_code(a, na, forms[0]) && !is_code(b, nb, forms[0])) return false;
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    met[0] |= is_code(a, na, forms[i]);
    met[1] |= is_code(b, nb, forms[i]);
  }
  return met[0] && met[1];
}

static bool values_agree(const char *a, size_t na, const char *b, size_t nb) {
  if (na == nb && !memcmp(a, b, na)) return true;
  if (both_met(a, na, b, nb)) return true;
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

/* SPDX-License-Identifier: Apache-2.0 */
/* fold.c - tables of letters, and the keys made with them. */
#include "text/fold.h"

#include <string.h>

#include "base/base.h"
#include "text/latin.h"
#include "text/letter.h"

/* ---------------------------------------------------------------- letters */

/* Rows: vowels; columns: tones level, grave, acute, hook, tilde, dot. */
#define VOWEL_ROWS(R)                                    \
  R(V_A, 0x61, 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1)         \
  R(V_AW, 0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7) \
  R(V_AA, 0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD)  \
  R(V_E, 0x65, 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9)       \
  R(V_EE, 0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7)  \
  R(V_I, 0x69, 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB)        \
  R(V_O, 0x6F, 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD)         \
  R(V_OO, 0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9)  \
  R(V_OW, 0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3) \
  R(V_U, 0x75, 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5)        \
  R(V_UW, 0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1) \
  R(V_Y, 0x79, 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5)

static const uint16_t letter_of[] = {0,
#define ROW(v, a, b, c, d, e, f) a, b, c, d, e, f,
                                     VOWEL_ROWS(ROW)
#undef ROW
};

/* The inverse: the two ranges that hold vowels, one after the other. */
#define LOW_END 0x1B1
#define HIGH_START 0x1EA0
#define HIGH_END 0x1EFA
#define SLOT(cp) ((cp) < LOW_END ? (cp) : (cp)-HIGH_START + LOW_END)
static const uint8_t code_of[LOW_END + HIGH_END - HIGH_START] = {
#define ROW(v, a, b, c, d, e, f)                      \
  [SLOT(a)] = V_CODE(v, 0), [SLOT(b)] = V_CODE(v, 1), \
  [SLOT(c)] = V_CODE(v, 2), [SLOT(d)] = V_CODE(v, 3), \
  [SLOT(e)] = V_CODE(v, 4), [SLOT(f)] = V_CODE(v, 5),
    VOWEL_ROWS(ROW)
#undef ROW
};

unsigned truc__vowel_code(uint32_t cp) {
  if (cp < LOW_END) return code_of[cp];
  if (cp >= HIGH_START && cp < HIGH_END) return code_of[SLOT(cp)];
  return 0;
}

uint32_t truc__vowel_letter(unsigned code) { return letter_of[code]; }

/* Latin letters come in pairs, capital first; `odd` says which member of the
** pair has the odd number. */
static uint32_t lower_latin(uint32_t cp) {
  if (cp < 0xDF) return cp >= 0xC0 && cp != 0xD7 ? cp + 0x20 : cp;
  if (cp < 0x100) return cp;
  if (cp == 0x130) return 'i';
  if (cp == 0x178) return 0xFF;
  if ((cp >= 0x139 && cp <= 0x148) || (cp >= 0x179 && cp <= 0x17E) ||
      (cp >= 0x1CD && cp <= 0x1DC))
    return cp & 1 ? cp + 1 : cp;
  if (cp == 0x1AF) return 0x1B0;
  if (cp == 0x131 || cp == 0x138 || cp == 0x149) return cp;
  if (cp <= 0x177 || (cp >= 0x1A0 && cp <= 0x1A5) ||
      (cp >= 0x1DE && cp <= 0x1EF) || (cp >= 0x1F8 && cp <= 0x21F))
    return cp & 1 ? cp : cp + 1;
  return cp;
}

uint32_t truc__lower(uint32_t cp) {
  if (cp < 0x80) return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
  if (cp < 0x250) return lower_latin(cp);
  if (cp >= 0x1E00 && cp < 0x1F00)
    return (cp & 1) || (cp >= 0x1E96 && cp <= 0x1E9F) ? cp : cp + 1;
  if (cp >= 0x391 && cp <= 0x3A9 && cp != 0x3A2) return cp + 0x20;
  if (cp >= 0x410 && cp <= 0x42F) return cp + 0x20;
  if (cp >= 0x400 && cp <= 0x40F) return cp + 0x50;
  return cp;
}

/* Capital of a Vietnamese vowel. */
static uint32_t upper_vowel(uint32_t cp) {
  return cp < 0x100 ? cp - 0x20 : cp - 1;
}

/* ------------------------------------------------------------ composition */

static int tone_of_mark(uint32_t mark) {
  switch (mark) {
    case 0x300:
    case 0x340: return T_GRAVE;
    case 0x301:
    case 0x341: return T_ACUTE;
    case 0x309: return T_HOOK;
    case 0x303: return T_TILDE;
    case 0x323: return T_DOT;
    default: return 0;
  }
}

/* Vowel with a circumflex, breve or horn, or -1. */
static int with_shape(unsigned vowel, uint32_t mark) {
  switch (mark) {
    case 0x302:
      return vowel == V_A   ? V_AA
             : vowel == V_E ? V_EE
             : vowel == V_O ? V_OO
                            : -1;
    case 0x306: return vowel == V_A ? V_AW : -1;
    case 0x31B: return vowel == V_O ? V_OW : vowel == V_U ? V_UW : -1;
    default: return -1;
  }
}

static uint32_t compose_vowel(uint32_t letter, uint32_t mark) {
  uint32_t low = truc__lower(letter);
  unsigned code = truc__vowel_code(low);
  if (!code) return 0;
  unsigned vowel = V_VOWEL(code), tone = V_TONE(code);
  int more = tone_of_mark(mark), shape = with_shape(vowel, mark);
  if (more && tone == T_LEVEL)
    tone = (unsigned)more;
  else if (shape >= 0)
    vowel = (unsigned)shape;
  else
    return 0;
  uint32_t made = letter_of[V_CODE(vowel, tone)];
  return low == letter ? made : upper_vowel(made);
}

uint32_t truc__compose(uint32_t letter, uint32_t mark) {
  if (!truc__is_mark(mark) || letter < 'A' || letter >= 0x1F00) return 0;
  uint32_t made = compose_vowel(letter, mark);
  if (made) return made;
  size_t lo = 0, hi = TRUC__NLATIN;
  while (lo < hi) {
    size_t mid = lo + (hi - lo) / 2;
    const truc__latin *p = &truc__latin_pair[mid];
    if (p->letter < letter || (p->letter == letter && p->mark < mark))
      lo = mid + 1;
    else
      hi = mid;
  }
  const truc__latin *p = &truc__latin_pair[lo];
  return lo < TRUC__NLATIN && p->letter == letter && p->mark == mark ? p->whole
                                                                     : 0;
}

static uint32_t plain_latin(uint32_t cp) {
  for (size_t i = 0; i < TRUC__NLATIN; i++)
    if (truc__latin_pair[i].whole == cp)
      return truc__plain(truc__latin_pair[i].letter);
  return cp;
}

uint32_t truc__plain(uint32_t cp) {
  static const char base[] = "aaaeeiooouuy";
  if (cp < 0x80) return cp;
  unsigned code = truc__vowel_code(cp);
  if (code) return (uint32_t)base[V_VOWEL(code)];
  if (cp == 0x111) return 'd';
  if (cp == 0x110) return 'D';
  if ((cp >= 0xC0 && cp < 0x250) || (cp >= 0x1E00 && cp < 0x1F00))
    return plain_latin(cp); /* at most two letters deep */
  return cp;
}

/* ------------------------------------------------------------------- keys */

typedef struct {
  uint32_t cp[TRUC__FOLD_MAX];
  unsigned n;
} letters;

/* Lower case, composed, without zero-width characters. */
static bool read_letters(const char *s, size_t n, letters *out) {
  out->n = 0;
  for (size_t i = 0; i < n;) {
    int32_t c;
    i += truc__utf8_next(s + i, n - i, &c);
    uint32_t cp = c < 0 ? 0xFFFD : truc__lower((uint32_t)c);
    if (cp >= 0xAD && truc__is_ignorable(cp)) continue;
    uint32_t made = out->n ? truc__compose(out->cp[out->n - 1], cp) : 0;
    if (made) {
      out->cp[out->n - 1] = made;
      continue;
    }
    if (out->n == TRUC__FOLD_MAX) return false;
    out->cp[out->n++] = cp;
  }
  return true;
}

static bool is_letter(uint32_t cp) {
  return (cp >= 'a' && cp <= 'z') || (cp >= 0xDF && cp < 0x2000 && cp != 0xF7);
}

/* hoà -> hòa, khoẻ -> khỏe, thuỷ -> thủy, for the letters that end at `end`. */
static void place_tone(letters *l, unsigned end) {
  if (end < 2 || (end < l->n && is_letter(l->cp[end]))) return;
  unsigned code = truc__vowel_code(l->cp[end - 1]);
  if (!code || V_TONE(code) == T_LEVEL) return;
  unsigned last = V_VOWEL(code), tone = V_TONE(code);
  uint32_t *glide = &l->cp[end - 2];
  if (!(*glide == 'o' && (last == V_A || last == V_E)) &&
      !(*glide == 'u' && last == V_Y))
    return;
  if (end >= 3 && l->cp[end - 3] == 'q') return;
  l->cp[end - 1] = letter_of[V_CODE(last, T_LEVEL)];
  *glide = letter_of[V_CODE(*glide == 'o' ? V_O : V_U, tone)];
}

static size_t write_letters(const letters *l, char out[TRUC__FOLD_MAX]) {
  size_t n = 0;
  for (unsigned i = 0; i < l->n; i++) {
    char tmp[4];
    unsigned k = truc__utf8_put(l->cp[i], tmp);
    if (n + k > TRUC__FOLD_MAX) return 0;
    memcpy(out + n, tmp, k);
    n += k;
  }
  return n;
}

/* Pure ASCII, as most marks, numbers and many syllables are; false if not. */
static bool fold_ascii(const char *s, size_t n, char out[TRUC__FOLD_MAX]) {
  if (n > TRUC__FOLD_MAX) return false;
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    if (c >= 0x80) return false;
    out[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return true;
}

/* Is this vowel, behind that letter, one that place_tone() may have to do
** with? */
static bool may_move(uint32_t cp, char before) {
  if (before != 'o' && before != 'u') return false;
  unsigned code = truc__vowel_code(cp);
  if (!code || V_TONE(code) == T_LEVEL) return false;
  unsigned vowel = V_VOWEL(code);
  return before == 'o' ? vowel == V_A || vowel == V_E : vowel == V_Y;
}

/* Length of a letter of two or three bytes as Vietnamese has them, 0 if it is
** another or ill-formed; the letter goes to *cp. */
static unsigned common_letter(const unsigned char *s, size_t n, uint32_t *cp) {
  if (n < 2 || (s[1] & 0xC0) != 0x80) return 0;
  if (s[0] >= 0xC3 && s[0] <= 0xC6) {
    *cp = (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
    return *cp == 0x130 ? 0 : 2; /* whose small letter is ASCII */
  }
  if (n < 3 || s[0] != 0xE1 || (s[1] & 0xFE) != 0xBA || (s[2] & 0xC0) != 0x80)
    return 0;
  *cp = 0x1000u | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
  return 3;
}

/* What most tokens are: nothing but ASCII and letters of Vietnamese, whose tone
** stays where it is.  Small letters are as long as their capitals then; false
** if the token has anything else. */
static bool fold_common(const char *str, size_t n, char out[TRUC__FOLD_MAX]) {
  const unsigned char *s = (const unsigned char *)str;
  if (n > TRUC__FOLD_MAX) return false;
  for (size_t i = 0; i < n;) {
    if (s[i] < 0x80) {
      out[i] = (char)(s[i] >= 'A' && s[i] <= 'Z' ? s[i] + 32 : s[i]);
      i++;
      continue;
    }
    uint32_t cp;
    unsigned len = common_letter(s + i, n - i, &cp);
    if (!len) return false;
    cp = truc__lower(cp);
    if (i && may_move(cp, out[i - 1])) return false;
    truc__utf8_put(cp, out + i);
    i += len;
  }
  return true;
}

/* The en dash stands where others write a hyphen: "Việt Nam – Lào". */
static bool is_dash(const char *s, size_t n) {
  return n == 3 && !memcmp(s, "\xe2\x80\x93", 3);
}

size_t truc__fold_key(const char *s, size_t n, char out[TRUC__FOLD_MAX]) {
  letters l;
  if (fold_common(s, n, out)) return n;
  if (is_dash(s, n)) {
    out[0] = '-';
    return 1;
  }
  if (!read_letters(s, n, &l)) return 0;
  for (unsigned end = 2; end <= l.n; end++) place_tone(&l, end);
  return write_letters(&l, out);
}

size_t truc__fold_blind(const char *s, size_t n, char out[TRUC__FOLD_MAX]) {
  letters l;
  if (fold_ascii(s, n, out)) return n;
  if (!read_letters(s, n, &l)) return 0;
  unsigned k = 0;
  for (unsigned i = 0; i < l.n; i++)
    if (!truc__is_mark(l.cp[i])) l.cp[k++] = truc__plain(l.cp[i]);
  l.n = k;
  return write_letters(&l, out);
}

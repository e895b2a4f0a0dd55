/* SPDX-License-Identifier: Apache-2.0 */
/* syllable.c - the shape of a Vietnamese syllable.
**
**     [onset] rime tone      ngh-iêng-~
**
** A rime is one to three vowels and at most one coda.  `fits` has a row for
** each first vowel and a column for each second (0: none), and in it the
** codas that may follow; the few rimes of three vowels stand in a list.
** This says what is spelled well, not what occurs: it tells foreign words
** apart. */
#include "text/letter.h"
#include "text/text.h"

enum { /* codas, as bits */
       K_NONE = 1,
       K_C = 2,
       K_CH = 4,
       K_M = 8,
       K_N = 16,
       K_NG = 32,
       K_NH = 64,
       K_P = 128,
       K_T = 256,
       K_STOP =
           K_C | K_CH | K_P | K_T /* these take only the acute and the dot */
};

#define BACK (K_C | K_M | K_N | K_NG | K_P | K_T)
#define FRONT (K_CH | K_M | K_N | K_NH | K_P | K_T)
#define COL(v) ((v) + 1)

static const uint16_t fits[12][13] = {
    [V_A] = {[0] = K_NONE | BACK | K_CH | K_NH,
             [COL(V_I)] = K_NONE,
             [COL(V_O)] = K_NONE,
             [COL(V_U)] = K_NONE,
             [COL(V_Y)] = K_NONE},
    [V_AW] = {[0] = BACK},
    [V_AA] = {[0] = BACK, [COL(V_U)] = K_NONE, [COL(V_Y)] = K_NONE},
    [V_E] = {[0] = K_NONE | BACK, [COL(V_O)] = K_NONE},
    [V_EE] = {[0] = K_NONE | FRONT, [COL(V_U)] = K_NONE},
    [V_I] = {[0] = K_NONE | FRONT,
             [COL(V_A)] = K_NONE,
             [COL(V_EE)] = BACK,
             [COL(V_U)] = K_NONE},
    [V_O] = {[0] = K_NONE | BACK,
             [COL(V_A)] = K_NONE | BACK | K_CH | K_NH,
             [COL(V_AW)] = BACK,
             [COL(V_E)] = K_NONE | K_M | K_N | K_T,
             [COL(V_I)] = K_NONE,
             [COL(V_O)] = K_C | K_NG},
    [V_OO] = {[0] = K_NONE | BACK, [COL(V_I)] = K_NONE},
    [V_OW] = {[0] = K_NONE | K_M | K_N | K_P | K_T, [COL(V_I)] = K_NONE},
    [V_U] = {[0] = K_NONE | BACK,
             [COL(V_A)] = K_NONE,
             [COL(V_AA)] = K_N | K_NG | K_T,
             [COL(V_EE)] = K_NONE | K_CH | K_N | K_NH,
             [COL(V_I)] = K_NONE,
             [COL(V_OO)] = BACK,
             [COL(V_OW)] = K_NONE,
             [COL(V_Y)] = K_NONE | K_CH | K_N | K_NH | K_P | K_T},
    [V_UW] = {[0] = K_NONE | K_C | K_M | K_N | K_NG | K_T,
              [COL(V_A)] = K_NONE,
              [COL(V_I)] = K_NONE,
              [COL(V_OW)] = BACK,
              [COL(V_U)] = K_NONE},
    [V_Y] = {[0] = K_NONE | K_T, [COL(V_EE)] = K_M | K_N | K_NG | K_T},
};

static const struct {
  uint8_t v[3];
  uint16_t codas;
} triples[] = {
    {{V_I, V_EE, V_U}, K_NONE},    {{V_Y, V_EE, V_U}, K_NONE},
    {{V_O, V_A, V_I}, K_NONE},     {{V_O, V_A, V_Y}, K_NONE},
    {{V_O, V_A, V_O}, K_NONE},     {{V_O, V_E, V_O}, K_NONE},
    {{V_U, V_AA, V_Y}, K_NONE},    {{V_U, V_OO, V_I}, K_NONE},
    {{V_U, V_Y, V_A}, K_NONE},     {{V_U, V_Y, V_U}, K_NONE},
    {{V_U, V_Y, V_EE}, K_N | K_T}, {{V_UW, V_OW, V_I}, K_NONE},
    {{V_UW, V_OW, V_U}, K_NONE},
};

static unsigned coda_of(const uint32_t *c, unsigned n) {
  if (n == 0) return K_NONE;
  if (n == 1) switch (c[0]) {
      case 'c': return K_C;
      case 'm': return K_M;
      case 'n': return K_N;
      case 'p': return K_P;
      case 't': return K_T;
      default: return 0;
    }
  if (n != 2) return 0;
  if (c[0] == 'c' && c[1] == 'h') return K_CH;
  if (c[0] == 'n') return c[1] == 'g' ? K_NG : c[1] == 'h' ? K_NH : 0;
  return 0;
}

/* Vowels without tone, and the one tone among them. */
typedef struct {
  uint8_t v[3];
  unsigned n, tone;
} nucleus;

static bool rime(const nucleus *u, unsigned coda, bool after_q) {
  unsigned codas = 0;
  if (u->n == 0 || !coda) return false;
  if (u->n == 3) {
    for (size_t i = 0; i < sizeof triples / sizeof triples[0]; i++)
      if (!memcmp(triples[i].v, u->v, 3)) codas = triples[i].codas;
  } else {
    codas = fits[u->v[0]][u->n == 2 ? COL(u->v[1]) : 0];
  }
  if (after_q && u->n >= 2) { /* qua-, quă-, que-, quai ... are oa-, oă- ... */
    nucleus o = *u;
    o.v[0] = V_O;
    if (u->v[0] != V_U) return false;
    if (rime(&o, coda, false) && u->v[1] != V_O && u->v[1] != V_I) return true;
    if (u->n == 2 && u->v[1] == V_I && (coda & FRONT)) codas |= coda;
    if (u->n == 2 && u->v[1] == V_OW) codas |= K_NONE | K_N | K_T;
  }
  if (after_q && u->n < 2) return false;
  if (!(codas & coda)) return false;
  return !(coda & K_STOP) || u->tone == T_ACUTE || u->tone == T_DOT;
}

/* Vowels and coda of the letters c[0..n). */
static bool rest(const uint32_t *c, unsigned n, bool after_q) {
  nucleus u = {{0, 0, 0}, 0, T_LEVEL};
  unsigned i = 0;
  for (; i < n; i++) {
    unsigned code = truc__vowel_code(c[i]);
    if (!code) break;
    if (u.n == 3) return false;
    u.v[u.n++] = (uint8_t)V_VOWEL(code);
    if (V_TONE(code) == T_LEVEL) continue;
    if (u.tone != T_LEVEL) return false;
    u.tone = V_TONE(code);
  }
  return rime(&u, coda_of(c + i, n - i), after_q);
}

/* Spelling rules: k, gh, ngh stand before e ê i (k also before y), and c, g,
** ng do not; g itself may stand before i. */
static bool onset(const uint32_t *c, unsigned n, uint32_t next) {
  unsigned code = truc__vowel_code(next), v = code ? V_VOWEL(code) : V_A;
  bool front = code && (v == V_E || v == V_EE || v == V_I);
  if (n == 0) return true;
  if (n == 1) switch (c[0]) {
      case 'b':
      case 0x111:
      case 'd':
      case 'h':
      case 'l':
      case 'm':
      case 'n':
      case 'p':
      case 'r':
      case 's':
      case 't':
      case 'v':
      case 'x': return true;
      case 'c': return !front && v != V_Y;
      case 'k': return front || v == V_Y;
      case 'g': return !front || v == V_I;
      default: return false;
    }
  if (n == 2) {
    if (c[0] == 'g' && c[1] == 'h') return front;
    if (c[0] == 'n' && c[1] == 'g') return !front;
    if (c[0] == 't' && c[1] == 'r') return true;
    return c[1] == 'h' && (c[0] == 'c' || c[0] == 'k' || c[0] == 'n' ||
                           c[0] == 'p' || c[0] == 't');
  }
  return n == 3 && c[0] == 'n' && c[1] == 'g' && c[2] == 'h' && front;
}

#define LONGEST 7 /* nghiêng */

bool truc__is_syllable(const char *s, size_t n) {
  uint32_t c[LONGEST];
  unsigned k = 0, on = 0;
  for (size_t i = 0; i < n;) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0 || k == LONGEST) return false;
    c[k++] = truc__lower((uint32_t)cp);
  }
  while (on < k && on < 3 && !truc__vowel_code(c[on])) on++;
  if (on == k) return false;
  if (on == 1 && c[0] == 'q') return rest(c + 1, k - 1, true);
  if (!onset(c, on, c[on])) return false;
  if (rest(c + on, k - on, false)) return true;
  /* gi is an onset too: giao, giúp; its i carries no tone then */
  return on == 1 && c[0] == 'g' && c[1] == 'i' && k > 2 &&
         rest(c + 2, k - 2, false);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* look.c - what the compiled tables and the spelling rules know of one
** token.
**
** News repeats its syllables: a few thousand spellings make up nearly all of
** a text.  So what was found for a spelling is kept in a small table of the
** document object, and an entry simply gives way to the next that falls on
** it.  A look-up then costs two loads and a compare instead of folding,
** hashing and parsing. */
#include "lex.h"
#include "text/fold.h"
#include "text/letter.h"
#include "text/text.h"

/* ------------------------------------------------------------ the lexicon */

static uint32_t symbol_of(const char *s, size_t n) {
  char key[TRUC__FOLD_MAX];
  size_t k = truc__fold_key(s, n, key);
  return k ? truc__lex_symbol(key, k) : 0;
}

typedef struct {
  bool (*want)(unsigned cls);
  bool found;
} question;

static void answer(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  question *q = ctx;
  (void)ntok;
  q->found |= q->want(e->cls);
}

/* Is a token of this symbol, length and shape a phrase of the lexicon, of a
** class for which `want` says true? */
static bool is_phrase(uint32_t sym, size_t n, uint8_t shape,
                      bool (*want)(unsigned cls)) {
  question q = {want, false};
  truc_token t = {.sym = sym, .text_len = (uint32_t)n, .shape = shape};
  truc__lex_walk(&t, 1, 0, answer, &q);
  return q.found;
}

/* The same of s[0..n). */
static bool in_lexicon(const char *s, size_t n, bool (*want)(unsigned cls)) {
  uint32_t sym = symbol_of(s, n);
  return sym && is_phrase(sym, n, truc__shape(s, n), want);
}

static bool is_abbrev(unsigned cls) {
  return cls == LEX_ABBREV || cls == LEX_ABBREV_END;
}
static bool is_loan(unsigned cls) { return cls == LEX_LOAN; }
static bool is_head(unsigned cls) { return cls == LEX_HYPHEN_HEAD; }
static bool is_name(unsigned cls) {
  return cls == LEX_GPE || cls == LEX_GPE_SHORT || cls == LEX_GPE_BYNAME ||
         cls == LEX_ORG || cls == LEX_FORUM || cls == LEX_PLACE ||
         cls == LEX_SEAT;
}

bool truc__is_abbrev(const char *s, size_t n) {
  return in_lexicon(s, n, is_abbrev);
}
bool truc__is_loan_word(const char *s, size_t n) {
  return in_lexicon(s, n, is_loan);
}
bool truc__is_hyphen_head(const char *s, size_t n) {
  return in_lexicon(s, n, is_head);
}
bool truc__is_name_word(truc__looked look, const char *s, size_t n) {
  return look.sym && truc__is_capital(s, n) &&
         is_phrase(look.sym, n, look.shape, is_name);
}

bool truc__is_initial(const char *s, size_t n) {
  int32_t cp;
  if (n == 0 || !truc__is_capital(s, n)) return false;
  if (truc__utf8_next(s, n, &cp) == n) { /* with a tone it is a word: Ý, Á */
    unsigned code = truc__vowel_code(truc__lower((uint32_t)cp));
    return !code || V_TONE(code) == T_LEVEL;
  }
  return n == 2 && (s[1] == 'h' || s[1] == 'r') && strchr("TPCKNG", s[0]);
}

/* ------------------------------------------------------------------- memo */

#define KEY_MAX 16

truc__textwork *truc__textwork_of(truc_doc *d) {
  truc__textwork *w = d->scratch[SCRATCH_TEXT];
  if (w) return w;
  w = truc__realloc(NULL, sizeof *w);
  if (!w) return NULL;
  memset(w, 0, sizeof *w);
  w->words = truc__model_words(d->model);
  return d->scratch[SCRATCH_TEXT] = w;
}

void truc__text_release(truc_doc *d) {
  truc__textwork *w = d->scratch[SCRATCH_TEXT];
  if (w) VEC_FREE(w->drops);
  truc__free(d->scratch[SCRATCH_TEXT]);
  d->scratch[SCRATCH_TEXT] = NULL;
}

/* May the spelling, whose key is key[0..k), be an abbreviation if a dot stands
** behind it? */
static bool may_be_abbrev(const char *s, size_t n, uint8_t shape, char *key,
                          size_t k) {
  unsigned len;
  truc__class_at(s, n, &len);
  if (len == n || truc__is_initial(s, n)) return true;
  if (!k || k == TRUC__FOLD_MAX) return false;
  key[k] = '.';
  uint32_t sym = truc__lex_symbol(key, k + 1);
  return sym && is_phrase(sym, n + 1, shape, is_abbrev);
}

static truc__looked find(const truc__textwork *w, const char *s, size_t n) {
  char key[TRUC__FOLD_MAX];
  size_t k = truc__fold_key(s, n, key);
  truc__looked found = {.sym = k ? truc__lex_symbol(key, k) : 0,
                        .shape = truc__shape(s, n),
                        .traits = truc__is_syllable(s, n) ? 0 : LOOK_FOREIGN};
  if (k && w->words)
    found.id = (uint16_t)truc__keys_find(&w->words->keys, key, k);
  if (n <= KEY_MAX && may_be_abbrev(s, n, found.shape, key, k))
    found.traits |= LOOK_DOTTED;
  return found;
}

/* The first n of eight bytes. */
static uint64_t load_part(const char *s, size_t n) {
  return truc__load8(s) & (~(uint64_t)0 >> (64 - 8 * n));
}

static truc__looked look_longer(truc__textwork *w, const char *s, size_t n) {
  uint64_t a = truc__load8(s), b = load_part(s + 8, n - 8);
  uint64_t h = (a ^ b * 0xD6E8FEB86659FD93u) * 0x9E3779B97F4A7C15u;
  truc__longer *e = w->longer[h >> (64 - TRUC__LONGER_BITS)], hit = e[0];
  if (hit.key[0] == a && hit.key[1] == b) return hit.look;
  hit = e[1];
  if (hit.key[0] != a || hit.key[1] != b)
    hit = (truc__longer){{a, b}, find(w, s, n)};
  e[1] = e[0];
  e[0] = hit;
  return hit.look;
}

truc__looked truc__token_look(truc__textwork *w, const char *s, size_t n) {
  if (n > 8) return n > KEY_MAX ? find(w, s, n) : look_longer(w, s, n);
  uint64_t key = load_part(s, n);
  truc__short *e = truc__short_at(w, key), hit = e[0];
  if (hit.key == key) return hit.look;
  hit = e[1];
  if (hit.key != key) hit = (truc__short){key, find(w, s, n)};
  e[1] = e[0];
  e[0] = hit;
  return hit.look;
}

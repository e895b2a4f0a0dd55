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

/* Is s[0..n) alone a phrase of the lexicon, of a class for which `want` says
** true? */
static bool in_lexicon(const char *s, size_t n, bool (*want)(unsigned cls)) {
  question q = {want, false};
  truc_token t = {.sym = symbol_of(s, n),
                  .text_len = (uint32_t)n,
                  .shape = truc__shape(s, n)};
  if (t.sym) truc__lex_walk(&t, 1, 0, answer, &q);
  return q.found;
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
bool truc__is_name_word(const char *s, size_t n) {
  return truc__is_capital(s, n) && in_lexicon(s, n, is_name);
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

static truc__looked find(const truc__textwork *w, const char *s, size_t n) {
  char key[TRUC__FOLD_MAX], dotted[KEY_MAX + 1];
  size_t k = truc__fold_key(s, n, key);
  unsigned len;
  truc__looked found = {.sym = k ? truc__lex_symbol(key, k) : 0,
                        .shape = truc__shape(s, n),
                        .syllable = truc__is_syllable(s, n)};
  if (k && w->words) found.id = (uint16_t)truc__words_syllable(w->words, key, k);
  if (n > KEY_MAX) return found;
  memcpy(dotted, s, n);
  dotted[n] = '.';
  truc__class_at(s, n, &len);
  found.dotted =
      len == n || truc__is_initial(s, n) || truc__is_abbrev(dotted, n + 1);
  return found;
}

/* Eight bytes at s as a number, the first in the low bits. */
static uint64_t load(const char *s) {
  const unsigned char *p = (const unsigned char *)s;
  return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
         (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
         (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

static bool is_slot(const truc__remembered *e, uint64_t a, uint64_t b,
                    size_t n) {
  return e->key[0] == a && e->key[1] == b && e->n == n;
}

truc__looked truc__token_look(truc__textwork *w, const char *s, size_t n) {
  if (n > KEY_MAX) return find(w, s, n);
  uint64_t a = load(s), b = 0;
  if (n < 8)
    a &= ((uint64_t)1 << 8 * n) - 1;
  else if (n > 8)
    b = load(s + n - 8); /* overlaps the first; with the length still exact */
  uint64_t h = (a ^ b * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
  truc__remembered *e = w->sets[h >> (64 - TRUC__SET_BITS)];
  if (is_slot(e, a, b, n)) return e->look;
  truc__remembered hit = e[1];
  if (!is_slot(&hit, a, b, n))
    hit = (truc__remembered){{a, b}, find(w, s, n), (uint8_t)n};
  e[1] = e[0];
  e[0] = hit;
  return hit.look;
}

/* SPDX-License-Identifier: Apache-2.0
**
** phobert.c - text as models want it that were trained on the output of
** VnCoreNLP, such as PhoBERT.
**
**   * profile vlsp, which cuts as its training text is cut (words.c asks for it
**     if no other is named);
**   * a sentence a line, its tokens by single blanks, marks apart, the
**     syllables of a word joined by _;
**   * composed letters (NFC); the blanks and zero-width characters of the
**     source are gone;
**   * the tone of final oa, oe, uy on the last letter, as VnCoreNLP rewrites
**     it (hòa becomes hoà), since the vocabularies know only that;
**   * nothing escaped: a _ of the source stays as it is.
*/
#include "cli/words.h"
#include "text/letter.h"

typedef struct letter {
  uint32_t cp;
  unsigned vowel, tone; /* vowel 12: it is none */
} letter;

static letter letter_at(const char *s, size_t n, unsigned *len) {
  int32_t cp;
  *len = truc__utf8_next(s, n, &cp);
  if (cp < 0) return (letter){0, 12, 0};
  unsigned code = truc__vowel_code(truc__lower((uint32_t)cp));
  return code ? (letter){(uint32_t)cp, V_VOWEL(code), V_TONE(code)}
              : (letter){(uint32_t)cp, 12, 0};
}

/* Where the last character of s[0..n) begins. */
static size_t last_of(const char *s, size_t n) {
  while (n > 0 && ((unsigned char)s[--n] & 0xC0) == 0x80) {
  }
  return n;
}

/* A syllable that ends in òa, òe, ùy of any tone, but not after q. */
static bool put_moved(truc__buf *b, const char *s, size_t n) {
  static const uint32_t mark[] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};
  size_t j = last_of(s, n), i = last_of(s, j);
  unsigned len;
  if (j == 0) return false;
  letter x = letter_at(s + i, n - i, &len), y = letter_at(s + j, n - j, &len);
  bool pair = (x.vowel == V_O && (y.vowel == V_A || y.vowel == V_E)) ||
              (x.vowel == V_U && y.vowel == V_Y);
  if (!pair || x.tone == T_LEVEL || y.tone != T_LEVEL) return false;
  if (i > 0 && (s[i - 1] | 32) == 'q') return false;
  char out[4];
  truc__buf_put(b, s, i);
  truc__buf_put(b, out, truc__utf8_put(truc__plain(x.cp), out));
  uint32_t made = truc__compose(y.cp, mark[x.tone]);
  truc__buf_put(b, out, truc__utf8_put(made, out));
  return true;
}

void cli_put_phobert(cli_job *j) {
  uint32_t nsent, ntok, ntext;
  const truc_sentence *sent = truc_doc_sentences(j->doc, &nsent);
  const truc_token *tok = truc_doc_tokens(j->doc, &ntok);
  const char *text = truc_doc_text(j->doc, &ntext);
  for (uint32_t i = 0; i < nsent; i++) {
    for (uint32_t k = sent[i].tok; k < sent[i].tok + sent[i].ntok; k++) {
      const truc_token *t = &tok[k];
      if (k > sent[i].tok)
        truc__buf_chr(j->out, t->flags & TRUC_TF_JOIN ? '_' : ' ');
      if (t->kind != TRUC_TOK_SYLLABLE || (t->flags & TRUC_TF_FOREIGN) ||
          !put_moved(j->out, text + t->text, t->text_len))
        truc__buf_put(j->out, text + t->text, t->text_len);
    }
    truc__buf_chr(j->out, '\n');
  }
}

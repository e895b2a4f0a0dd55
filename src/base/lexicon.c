/* SPDX-License-Identifier: Apache-2.0 */
/* lexicon.c - looking up symbols and walking the trie. */
#include "base/lexicon.h"

uint32_t truc__lex_symbol(const char *folded, size_t n) {
  uint32_t mask = truc__lex.nslot - 1;
  uint32_t i = (uint32_t)truc__hash(folded, n) & mask;
  for (; truc__lex.symbol[i]; i = (i + 1) & mask) {
    const char *key = truc__lex.pool + truc__lex.symbol[i];
    if (!strncmp(key, folded, n) && key[n] == '\0')
      return truc__lex.symbol_id[i];
  }
  return 0;
}

const char *truc__lex_id(const truc__lexentry *e) {
  return truc__lex.pool + e->id;
}

int truc__lex_class(const char *name) {
  for (uint32_t c = 0; c < truc__lex.nclass; c++)
    if (!strcmp(truc__lex.pool + truc__lex.class_name[c], name)) return (int)c;
  return -1;
}

static bool capital(const truc_token *t) {
  return t->shape != TRUC_SHAPE_LOWER; /* MIXED: VinFast, Rolls-Royce */
}

bool truc__lex_fits(const truc_token *t, uint32_t n, unsigned flags) {
  if ((flags & LEX_CAPITAL) && !capital(t)) return false;
  for (uint32_t i = 0; i < n; i++) {
    if ((flags & LEX_ALLCAP) && !capital(t + i)) return false;
    /* a one-letter token has no second letter to be TITLE or UPPER by */
    if ((flags & LEX_UPPER) && t[i].shape != TRUC_SHAPE_UPPER &&
        t[i].shape != TRUC_SHAPE_NONE &&
        !(t[i].shape == TRUC_SHAPE_TITLE && t[i].text_len <= 3))
      return false;
  }
  return true;
}

void truc__lex_walk(const truc_token *toks, uint32_t ntok, uint32_t tok,
                    truc__lex_found *found, void *ctx) {
  uint32_t sym = toks[tok].sym;
  uint32_t node = sym ? truc__lex_step(0, sym) : 0;
  for (uint32_t n = 1; node; n++) {
    const truc__lexcell *at = &truc__lex.cell[node];
    for (uint32_t k = 0; k < truc__lex_entries(at); k++) {
      const truc__lexentry *e = &truc__lex.entry[at->entry + k];
      if (truc__lex_fits(toks + tok, n, e->flags)) found(ctx, n, e);
    }
    if (tok + n >= ntok || !toks[tok + n].sym) return;
    node = truc__lex_step(node, toks[tok + n].sym);
  }
}

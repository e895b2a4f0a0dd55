/* SPDX-License-Identifier: Apache-2.0
**
** eval.c - truc eval: compares our layers with annotated files.
**
** The measuring itself is in two places: scorers of the shared data folder, run
** by tools/eval.sh (`make eval`), and here what needs nothing but one file: how
** the words of a segmented text agree with ours.
*/
#include "cli/cli.h"

typedef struct score {
  uint64_t gold, found, right;
} score;

/* Words of the annotation: tokens that the segmented input joined. */
static bool gold_start(const truc_token *t) {
  return !(t->flags & TRUC_TF_HINT);
}
static bool our_start(const truc_token *tok, uint32_t i, const truc_word *w) {
  return tok[i].word == TRUC_NONE || w[tok[i].word].tok == i;
}

static void emit(const cli *c, cli_job *j) {
  uint32_t ntok, nword;
  const truc_token *tok = truc_doc_tokens(j->doc, &ntok);
  const truc_word *word = truc_doc_words(j->doc, &nword);
  uint32_t gold_from = 0, our_from = 0;
  score *sum = c->own; /* the verb takes no -j, so nobody else adds to it */
  /* A word is right if both begin and end at the same tokens. */
  for (uint32_t i = 1; i <= ntok; i++) {
    bool gold = i == ntok || gold_start(&tok[i]);
    bool ours = i == ntok || our_start(tok, i, word);
    sum->gold += gold;
    sum->found += ours;
    sum->right += gold && ours && gold_from == our_from;
    if (gold) gold_from = i;
    if (ours) our_from = i;
  }
}

static int run(cli *c) {
  score total = {0, 0, 0};
  c->own = &total;
  if (!strcmp(c->in, "auto")) c->form = TRUC_FORM_SEG;
  int code = cli_each(c, TRUC_WORDS, emit);
  if (!total.gold) return code ? code : CLI_NOTHING;
  double p = (double)total.right / (double)total.found;
  double r = (double)total.right / (double)total.gold;
  cli_put(c, "words %llu, P %.2f, R %.2f, F1 %.2f\n",
          (unsigned long long)total.gold, 100 * p, 100 * r,
          p + r > 0 ? 200 * p * r / (p + r) : 0.0);
  return code;
}

const cli_verb cli_eval = {
    "eval",
    "compare our words with those of a segmented text",
    "[options] FILE.seg...",
    "  truc eval corpus.seg\n"
    "  truc eval --model=my.model corpus.seg\n"
    "  make eval     (all layers, where the shared data folder is there)\n",
    "The joins of the file are the annotation.\n",
    CLI_INPUT | CLI_MODEL,
    NULL,
    NULL,
    run};

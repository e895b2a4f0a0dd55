/* SPDX-License-Identifier: Apache-2.0
**
** format.c - forms of output that several verbs share.
*/
#include "cli/cli.h"

void cli_put_cell(truc__buf *b, const cli_job *j, truc_span s) {
  const char *p = cli_bytes(j, s);
  bool blank = false;
  for (uint32_t i = 0; i < s.len; i++) {
    unsigned char ch = (unsigned char)p[i];
    if (ch == ' ' || (ch >= '\t' && ch <= '\r') || ch == 0) {
      if (!blank) truc__buf_chr(b, ' ');
      blank = true;
    } else {
      truc__buf_chr(b, (char)ch);
      blank = false;
    }
  }
}

/* The surface of a word: its tokens with one blank where any gap stands. */
static void put_form(truc__buf *b, const cli_job *j, const truc_token *tok,
                     const truc_word *w) {
  for (uint32_t k = 0; k < w->ntok; k++) {
    const truc_token *t = &tok[w->tok + k];
    if (k && t->at.off > t[-1].at.off + t[-1].at.len) truc__buf_chr(b, ' ');
    cli_put_cell(b, j, t->at);
  }
}

/* All columns but the end of the last. */
static void put_row(const cli *c, cli_job *j, const truc_token *tok,
                    const truc_word *w, uint32_t id, bool tags, bool glued) {
  truc__buf *b = j->out;
  cli_range r = cli_span(c, j, w->at);
  truc__buf_fmt(b, "%u\t", (unsigned)id);
  put_form(b, j, tok, w);
  truc__buf_fmt(b, "\t_\t%s\t_\t_\t_\t_\t_\t",
                tags ? truc_tag_name((truc_tag)w->tag) : "_");
  if (glued) truc__buf_str(b, "SpaceAfter=No|");
  truc__buf_fmt(b, "start_%s=%llu|end_%s=%llu", c->unit_name,
                (unsigned long long)r.start, c->unit_name,
                (unsigned long long)r.end);
}

static void put_sentence_head(cli_job *j, const truc_sentence *s, uint32_t i) {
  truc__buf *b = j->out;
  if (i == 0 && j->rec.piece == 0)
    truc__buf_fmt(b, "# newdoc id = %s\n", j->rec.id);
  if (j->rec.piece)
    truc__buf_fmt(b, "# sent_id = %s.p%u.%u\n", j->rec.id,
                  (unsigned)j->rec.piece + 1, (unsigned)i + 1);
  else
    truc__buf_fmt(b, "# sent_id = %s.%u\n", j->rec.id, (unsigned)i + 1);
  truc__buf_str(b, "# text = ");
  cli_put_cell(b, j, s->at);
  truc__buf_chr(b, '\n');
}

void cli_put_conllu_with(const cli *c, cli_job *j, bool tags, cli_misc *misc,
                         void *ctx) {
  uint32_t nsent, nword, ntok;
  const truc_sentence *sent = truc_doc_sentences(j->doc, &nsent);
  const truc_word *word = truc_doc_words(j->doc, &nword);
  const truc_token *tok = truc_doc_tokens(j->doc, &ntok);
  for (uint32_t i = 0; i < nsent; i++) {
    const truc_sentence *s = &sent[i];
    put_sentence_head(j, s, i);
    for (uint32_t k = 0; k < s->nword; k++) {
      const truc_word *w = &word[s->word + k];
      bool glued = s->word + k + 1 < nword && w[1].sent == w->sent &&
                   w[1].at.off == w->at.off + w->at.len;
      put_row(c, j, tok, w, k + 1, tags, glued);
      if (misc) misc(ctx, j, w);
      truc__buf_chr(j->out, '\n');
    }
    truc__buf_chr(j->out, '\n');
  }
}

void cli_put_conllu(const cli *c, cli_job *j, bool tags) {
  cli_put_conllu_with(c, j, tags, NULL, NULL);
}

/* SPDX-License-Identifier: Apache-2.0
**
** tags.c - truc tags: words with their parts of speech.
*/
#include "cli/conllu.h"

/* The margin is the chance that the tag is right, of 255. */
static double confidence(const truc_word *w) {
  return w ? w->tag_margin / 255.0 : 0;
}

void cli_put_confidence(truc__buf *b, const truc_word *w) {
  truc__buf_fmt(b, "Confidence=%.3f", confidence(w));
}

static void put_misc(void *ctx, cli_job *j, const truc_word *w) {
  (void)ctx;
  truc__buf_chr(j->out, '|');
  cli_put_confidence(j->out, w);
}

static void put_rows(const cli *c, cli_job *j) {
  uint32_t n;
  truc__buf *b = j->out;
  const truc_word *w = truc_doc_words(j->doc, &n);
  for (uint32_t i = 0; i < n; i++) {
    cli_range r = cli_span(c, j, w[i].at);
    truc__buf_fmt(b, "%s\t%u\t%llu\t%llu\t%s\t%.3f\t", j->rec.id,
                  (unsigned)w[i].sent + 1, (unsigned long long)r.start,
                  (unsigned long long)r.end, truc_tag_name((truc_tag)w[i].tag),
                  confidence(&w[i]));
    cli_put_cell(b, j, w[i].at);
    truc__buf_chr(b, '\n');
  }
}

static void put_json(const cli *c, cli_job *j) {
  uint32_t n;
  truc__buf *b = j->out;
  const truc_word *w = truc_doc_words(j->doc, &n);
  cli_json_head(c, j);
  truc__buf_str(b, ",\"words\":[");
  for (uint32_t i = 0; i < n; i++) {
    truc__buf_str(b, i ? ",{\"text\":" : "{\"text\":");
    truc__buf_json(b, cli_bytes(j, w[i].at), w[i].at.len);
    truc__buf_chr(b, ',');
    cli_json_span(c, j, w[i].at);
    truc__buf_fmt(b, ",\"sentence\":%u,\"tag\":\"%s\",\"confidence\":%.3f}",
                  (unsigned)w[i].sent, truc_tag_name((truc_tag)w[i].tag),
                  confidence(&w[i]));
  }
  truc__buf_str(b, "]}\n");
}

static void emit(const cli *c, cli_job *j) {
  switch (c->format[0]) {
    case 'j': put_json(c, j); break;
    case 't': put_rows(c, j); break;
    default: cli_put_conllu_with(c, j, true, put_misc, NULL);
  }
}

/* --in=conllu, or files of that name. */
static bool is_conllu(const cli *c) {
  if (strcmp(c->in, "auto")) return !strcmp(c->in, "conllu");
  for (int i = 0; i < c->nargs; i++) {
    size_t n = strlen(c->args[i]);
    if (n < 8 || strcmp(c->args[i] + n - 7, ".conllu")) return false;
  }
  return c->nargs > 0;
}

static int run(cli *c) {
  if (is_conllu(c)) {
    if (c->format[0] == 'c') return cli_tag_conllu(c);
    return cli_fail(c, CLI_USAGE, NULL, "--format=conllu",
                    "CoNLL-U in gives CoNLL-U out");
  }
  if (c->format[0] == 't')
    cli_put(c, "doc\tsentence\tstart\tend\ttag\tconfidence\tword\n");
  return cli_each(c, TRUC_TAGS, emit);
}

const cli_verb cli_tags = {
    "tags",
    "words with their parts of speech (universal tags)",
    "[options] [FILE...|-]",
    "  truc tags article.txt\n"
    "  truc tags --format=tsv article.txt | cut -f5,7\n"
    "  truc tags --in=conllu words.conllu\n"
    "  truc tags -j 4 --format=jsonl articles.jsonl\n",
    "conllu  ten columns, UPOS filled; Confidence and offsets in MISC\n"
    "jsonl   words with tag and confidence, a record a text\n"
    "tsv     the same, a word a row\n"
    "\n"
    "The confidence of a tag is the chance that it is right, 0 to 1. From a\n"
    ".conllu file, or with --in=conllu, words and sentences are taken as they\n"
    "are; UPOS is filled, all other columns and the remarks stay.\n",
    CLI_INPUT | CLI_OUTPUT | CLI_UNITS | CLI_MODEL | CLI_JOBS | CLI_CONLLU,
    "conllu jsonl tsv",
    NULL,
    run};

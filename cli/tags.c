/* SPDX-License-Identifier: Apache-2.0
**
** tags.c - truc tags: words with their parts of speech.
*/
#include "cli/cli.h"

static void put_rows(const cli *c, cli_job *j) {
  uint32_t n;
  truc__buf *b = j->out;
  const truc_word *w = truc_doc_words(j->doc, &n);
  for (uint32_t i = 0; i < n; i++) {
    cli_range r = cli_span(c, j, w[i].at);
    truc__buf_fmt(b, "%s\t%u\t%llu\t%llu\t%s\t", j->rec.id,
                  (unsigned)w[i].sent + 1, (unsigned long long)r.start,
                  (unsigned long long)r.end, truc_tag_name((truc_tag)w[i].tag));
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
    truc__buf_fmt(b, ",\"sentence\":%u,\"tag\":\"%s\"}", (unsigned)w[i].sent,
                  truc_tag_name((truc_tag)w[i].tag));
  }
  truc__buf_str(b, "]}\n");
}

static void emit(const cli *c, cli_job *j) {
  switch (c->format[0]) {
    case 'j': put_json(c, j); break;
    case 't': put_rows(c, j); break;
    default: cli_put_conllu(c, j, true);
  }
}

static int run(cli *c) {
  if (c->format[0] == 't') cli_put(c, "doc\tsentence\tstart\tend\ttag\tword\n");
  return cli_each(c, TRUC_TAGS, emit);
}

const cli_verb cli_tags = {
    "tags",
    "words with their parts of speech (universal tags)",
    "[options] [FILE...|-]",
    "  truc tags article.txt\n"
    "  truc tags --format=tsv article.txt | cut -f5,6\n"
    "  truc tags -j 4 --format=jsonl articles.jsonl\n",
    NULL,
    CLI_INPUT | CLI_OUTPUT | CLI_UNITS | CLI_MODEL | CLI_JOBS,
    "conllu jsonl tsv",
    NULL,
    run};

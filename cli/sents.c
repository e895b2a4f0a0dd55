/* SPDX-License-Identifier: Apache-2.0
**
** sents.c - truc sents: text in, one sentence a line out.
*/
#include "cli/cli.h"

static const char *kind_name(uint8_t kind) {
  static const char *const names[] = {"body", "title", "caption", "credit",
                                      "byline"};
  return kind < 5 ? names[kind] : "body";
}

static void put_lines(const cli *c, cli_job *j) {
  uint32_t n;
  const truc_sentence *s = truc_doc_sentences(j->doc, &n);
  for (uint32_t i = 0; i < n; i++) {
    if (c->format[0] == 't') {
      cli_range r = cli_span(c, j, s[i].at);
      truc__buf_fmt(j->out, "%s\t%u\t%s\t%llu\t%llu\t", j->rec.id,
                    (unsigned)s[i].para + 1, kind_name(s[i].kind),
                    (unsigned long long)r.start, (unsigned long long)r.end);
    }
    cli_put_cell(j->out, j, s[i].at);
    truc__buf_chr(j->out, '\n');
  }
}

static void put_json(const cli *c, cli_job *j) {
  uint32_t n;
  truc__buf *b = j->out;
  const truc_sentence *s = truc_doc_sentences(j->doc, &n);
  cli_json_head(c, j);
  truc__buf_str(b, ",\"sentences\":[");
  for (uint32_t i = 0; i < n; i++) {
    cli_range r = cli_span(c, j, s[i].at);
    truc__buf_fmt(b, "%s[%llu,%llu]", i ? "," : "", (unsigned long long)r.start,
                  (unsigned long long)r.end);
  }
  truc__buf_str(b, "],\"kinds\":[");
  for (uint32_t i = 0; i < n; i++)
    truc__buf_fmt(b, "%s\"%s\"", i ? "," : "", kind_name(s[i].kind));
  truc__buf_str(b, "],\"paragraphs\":[");
  for (uint32_t i = 0; i < n; i++)
    truc__buf_fmt(b, "%s%u", i ? "," : "", (unsigned)s[i].para);
  truc__buf_str(b, "]}\n");
}

static void emit(const cli *c, cli_job *j) {
  if (c->format[0] == 'j')
    put_json(c, j);
  else
    put_lines(c, j);
}

static int run(cli *c) {
  if (c->format[0] == 't')
    cli_put(c, "doc\tparagraph\tkind\tstart\tend\ttext\n");
  return cli_each(c, TRUC_SENTENCES, emit);
}

const cli_verb cli_sents = {
    "sents",
    "cut text into sentences, one a line",
    "[options] [FILE...|-]",
    "  truc sents article.txt\n"
    "  truc sents --format=jsonl --offsets=char articles.jsonl\n"
    "  truc sents --format=tsv article.txt | grep title\n",
    "lines   one sentence a line, inner line ends as blanks\n"
    "jsonl   one record per input record: spans of the sentences, their kinds\n"
    "        (body title caption credit byline) and paragraphs\n"
    "tsv     one sentence a row\n",
    CLI_INPUT | CLI_OUTPUT | CLI_UNITS | CLI_JOBS,
    "lines jsonl tsv",
    NULL,
    run};

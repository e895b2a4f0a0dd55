/* SPDX-License-Identifier: Apache-2.0
**
** export.c - truc export: a ledger's propositions for other programs.
*/
#include "cli/ledger.h"

static int write_out(void *ctx, const char *s, size_t n) {
  cli *c = ctx;
  truc__buf_put(&c->out, s, n);
  return !cli_flush(c);
}

/* The option was checked against the verb's list. */
static truc_export_format format_named(const char *name) {
  unsigned f = 0;
  while (f + 1 < TRUC_NEXPORT &&
         strcmp(truc_export_name((truc_export_format)f), name))
    f++;
  return (truc_export_format)f;
}

static int run(cli *c) {
  cli_filter f;
  truc_err err;
  uint64_t n = 0, left = 0;
  truc_export_format format = format_named(c->format);
  if (c->nargs != 1)
    return cli_fail(c, CLI_USAGE, NULL, "truc export relations.db",
                    c->nargs ? "one ledger, please" : "which ledger?");
  truc_ledger *l = cli_ledger_open(c, c->args[0], TRUC_LEDGER_READ);
  if (!l) return c->status;
  if (cli_filter_read(c, l, &f) &&
      truc_ledger_export(l, &f.q, format, write_out, c, &n, &left, &err) &&
      !c->broken)
    cli_ledger_fail(c, c->args[0], &err);
  if (left && !c->status)
    fprintf(stderr,
            "truc: %llu of %llu propositions have no place in this format "
            "(%s)\n",
            (unsigned long long)left, (unsigned long long)(n + left),
            truc_export_lacks(format));
  cli_ledger_close(c, l);
  return c->status ? c->status : n ? CLI_OK : CLI_NOTHING;
}

static const cli_option options[] = {CLI_FILTER_OPTIONS, {NULL, 0, NULL, NULL}};

const cli_verb cli_export = {
    "export",
    "the propositions of a ledger in the formats of other programs",
    "[options] LEDGER",
    "  truc export relations.db > relations.jsonl\n"
    "  truc export --format=tsv --kind=RANKING,AMOUNT relations.db\n"
    "  truc export --actor=VNM,JPN --from=2023 relations.db\n",
    "jsonl     one proposition a line, in the format of truc facts, with the\n"
    "          evidence of all documents; offsets are code points\n"
    "tsv       one proposition a row, with its fullest sentence\n"
    "clusters  propositions of two documents or more: "
    "{\"members\":[\"DOC:f3\"]}\n"
    "plover    event data, PLOVER as JSON Lines\n"
    "gdelt     event data, the 61 columns of GDELT 2.0\n"
    "graphml   a graph: who is linked with whom (Gephi, yEd)\n"
    "ics       a calendar: visits, milestones, agreements of a known day\n"
    "ftm       entities of FollowTheMoney as JSON Lines (Aleph)\n"
    "md        Markdown, to read\n"
    "brat      standoff annotation: a tar archive, `| tar -x -C FOLDER`\n"
    "conllu    documents word by word, with who plays which role\n"
    "What has no place in a format is left out and counted.\n"
    "The order is that of the ids: equal ledgers give equal bytes.\n",
    CLI_OUTPUT | CLI_MODEL,
    "jsonl tsv clusters plover gdelt graphml ics ftm md brat conllu",
    options,
    run};

/* SPDX-License-Identifier: Apache-2.0
**
** read.c - truc read: look at articles at once, without a ledger on disk.
*/
#include "cli/ledger.h"

enum { PAIRS = 64 };

/* All pairs of countries, the one with most propositions first. */
static void show_pairs(cli *c, truc_ledger *l, uint32_t limit) {
  truc_pair pair[PAIRS];
  uint32_t n = 0;
  truc_err err;
  cli_view v;
  bool any = false;
  if (truc_ledger_pairs(l, pair, PAIRS, &n, &err)) {
    cli_ledger_fail(c, NULL, &err);
    return;
  }
  cli_view_init(&v, c, l, c->format[0] == 'm');
  for (uint32_t i = 0; i < n && !c->status; i++) {
    if (any) cli_view_blank(&v);
    any |= cli_show_actors(&v, pair[i].a, pair[i].b, limit);
  }
  cli_view_release(&v);
  if (!any && !c->status)
    cli_fail(c, CLI_NOTHING, NULL, NULL,
             "no relations between countries were found");
}

static int write_out(void *ctx, const char *s, size_t n) {
  cli *c = ctx;
  truc__buf_put(&c->out, s, n);
  return !cli_flush(c);
}

static void show_data(cli *c, truc_ledger *l) {
  truc_err err;
  uint64_t n = 0;
  truc_export_format f =
      c->format[0] == 'j' ? TRUC_EXPORT_JSONL : TRUC_EXPORT_TSV;
  if (truc_ledger_export(l, NULL, f, write_out, c, &n, NULL, &err) &&
      !c->broken)
    cli_ledger_fail(c, NULL, &err);
  if (!n && !c->status)
    cli_fail(c, CLI_NOTHING, NULL, NULL, "no facts were found");
}

static int run(cli *c) {
  bool bad = false;
  long limit = cli_number(c, "limit", 20, 0, 1000000, &bad);
  if (bad) return c->status;
  truc_ledger *l = cli_ledger_open(c, NULL, TRUC_LEDGER_MEMORY);
  if (!l) return c->status;
  cli_add_records(c, l, 0, true);
  if (c->format[0] == 'j' || c->format[1] == 's')
    show_data(c, l);
  else
    show_pairs(c, l, cli_value(c, "all") ? 0 : (uint32_t)limit);
  cli_ledger_close(c, l);
  return c->status;
}

const cli_verb cli_read = {
    "read",
    "look at articles at once: what they say of each pair of countries",
    "[options] [FILE|FOLDER...|-]",
    "  truc read --date=2023-11-27 article.txt\n"
    "  truc read demo/articles/*.txt\n"
    "  truc read --format=md articles.jsonl > relations.md\n",
    "As truc add and truc show, with a ledger in memory that is gone "
    "afterwards.\n",
    CLI_INPUT | CLI_OUTPUT | CLI_MODEL,
    "text json tsv md",
    cli_show_options,
    run};

/* SPDX-License-Identifier: Apache-2.0
**
** read.c - truc read: look at articles at once, without a ledger on disk.
*/
#include "cli/ledger.h"

enum { PAIRS = 64 }; /* unless all are asked for */

/* All pairs there are; NULL after a message. */
static truc_pair *all_pairs(cli *c, truc_ledger *l, uint32_t *n) {
  truc_err err;
  for (uint32_t room = PAIRS;; room *= 2) {
    truc_pair *pair = truc__realloc(NULL, room * sizeof *pair);
    if (!pair) {
      cli_fail(c, CLI_IO, NULL, NULL, "%s", truc_rc_message(TRUC_ENOMEM));
      return NULL;
    }
    truc_rc rc = truc_ledger_pairs(l, pair, room, n, &err);
    if (!rc && *n < room) return pair;
    truc__free(pair);
    if (!rc) continue;
    cli_ledger_fail(c, NULL, &err);
    return NULL;
  }
}

/* Pairs of countries, the one with most propositions first. */
static void show_pairs(cli *c, truc_ledger *l, uint32_t limit) {
  uint32_t n = 0, shown = 0;
  cli_view v;
  int before = c->status; /* records may have failed: the rest is shown */
  truc_pair *pair = all_pairs(c, l, &n);
  if (!pair) return;
  cli_view_init(&v, c, l, c->format[0] == 'm');
  for (; shown < n && (shown < PAIRS || !limit); shown++) {
    if (shown) cli_view_blank(&v);
    cli_show_actors(&v, pair[shown].a, pair[shown].b, limit);
    if (c->status != before || !cli_flush(c)) break;
  }
  cli_view_release(&v);
  truc__free(pair);
  if (shown < n && c->status == before && !c->broken)
    fprintf(stderr, "%u of %u pairs of countries; more with --all\n", shown, n);
  if (!n && !c->status)
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

/* SPDX-License-Identifier: Apache-2.0
**
** compact.c - truc compact: gives back the room that a ledger does not need.
*/
#include "cli/ledger.h"

static uint64_t size_of(truc_ledger *l) {
  truc_ledger_counts n;
  return truc_ledger_count(l, &n, NULL) ? 0 : n.file_bytes;
}

static int run(cli *c) {
  truc_err err;
  if (c->nargs != 1)
    return cli_fail(c, CLI_USAGE, NULL, "truc compact relations.db",
                    c->nargs ? "one ledger, please" : "which ledger?");
  truc_ledger *l = cli_ledger_open(c, c->args[0], TRUC_LEDGER_WRITE);
  if (!l) return c->status;
  uint64_t before = size_of(l);
  if (truc_ledger_compact(l, &err))
    cli_ledger_fail(c, c->args[0], &err);
  else
    fprintf(stderr, "%llu bytes, before %llu\n", (unsigned long long)size_of(l),
            (unsigned long long)before);
  cli_ledger_close(c, l);
  return c->status;
}

const cli_verb cli_compact = {
    "compact",
    "make the file of a ledger as small as it can be",
    "LEDGER",
    "  truc compact relations.db\n"
    "  truc remove relations.db old-1 old-2 && truc compact relations.db\n"
    "  truc check relations.db && truc compact relations.db\n",
    "Joins the parts of the text index and writes the file anew without gaps.\n"
    "What is in the ledger does not change. It needs as much free room on the\n"
    "disk as the ledger has, and that nobody else is using it.\n",
    0,
    NULL,
    NULL,
    run};

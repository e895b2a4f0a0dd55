/* SPDX-License-Identifier: Apache-2.0
**
** remove.c - truc remove: takes documents out of a ledger.
*/
#include "cli/ledger.h"

/* False: the ledger failed, the rest is not tried. */
static bool remove_one(cli *c, truc_ledger *l, const char *id, uint64_t *n) {
  truc_err err;
  truc_rc rc = truc_ledger_remove(l, id, &err);
  if (rc == TRUC_DONE) {
    cli_fail(c, CLI_NOTHING, NULL, NULL, "no document '%.80s' in the ledger",
             id);
    return true;
  }
  if (rc) cli_ledger_fail(c, c->args[0], &err);
  *n += !rc;
  return !rc;
}

static int run(cli *c) {
  uint64_t n = 0;
  if (c->nargs < 2)
    return cli_fail(c, CLI_USAGE, NULL, "truc remove relations.db article-17",
                    c->nargs ? "which documents?" : "which ledger?");
  truc_ledger *l = cli_ledger_open(c, c->args[0], TRUC_LEDGER_WRITE);
  if (!l) return c->status;
  for (int i = 1; i < c->nargs && remove_one(c, l, c->args[i], &n); i++) {
  }
  if (n && c->status == CLI_NOTHING) c->status = CLI_RECORDS; /* not all */
  fprintf(stderr, "removed %llu", (unsigned long long)n);
  cli_ledger_summary(l);
  cli_ledger_close(c, l);
  return c->status;
}

const cli_verb cli_remove = {
    "remove",
    "take documents out of a ledger",
    "LEDGER DOC...",
    "  truc remove relations.db article-17\n"
    "  truc remove relations.db news-3 news-3~2\n"
    "  cut -f2 wrong.tsv | xargs -d '\\n' truc remove relations.db\n",
    "DOC is the id of a document as truc find and truc export show it. What\n"
    "only that document states goes with it; propositions that others state\n"
    "lose a source. Each document is one transaction. The file keeps its\n"
    "size until truc compact. Exit code 1: none of the documents is there;\n"
    "3: some are not, the others are removed.\n",
    0,
    NULL,
    NULL,
    run};

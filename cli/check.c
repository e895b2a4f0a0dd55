/* SPDX-License-Identifier: Apache-2.0
**
** check.c - truc check: does a ledger hold together?
*/
#include <unistd.h>

#include "cli/ledger.h"

/* The text index can be looked at only by one who may write. */
static truc_ledger *open_best(cli *c, const char *path, bool *whole) {
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l = NULL;
  o.mode = TRUC_LEDGER_WRITE;
  *whole = access(path, W_OK) == 0 &&
           truc_ledger_open(path, &o, NULL, &l) == TRUC_OK;
  return *whole ? l : cli_ledger_open(c, path, TRUC_LEDGER_READ);
}

static int run(cli *c) {
  truc_err err;
  bool whole;
  if (c->nargs != 1)
    return cli_fail(c, CLI_USAGE, NULL, "truc check relations.db",
                    c->nargs ? "one ledger, please" : "which ledger?");
  truc_ledger *l = open_best(c, c->args[0], &whole);
  if (!l) return c->status;
  if (truc_ledger_check(l, &err)) {
    cli_ledger_fail(c, c->args[0], &err);
  } else {
    fputs(whole ? "sound" : "sound (without the text index: it is read-only)",
          stderr);
    cli_ledger_summary(l);
  }
  cli_ledger_close(c, l);
  return c->status;
}

const cli_verb cli_check = {
    "check",
    "look for damage in a ledger",
    "LEDGER",
    "  truc check relations.db\n"
    "  truc check relations.db && cp relations.db backup.db\n"
    "  for l in *.db; do truc check \"$l\"; done\n",
    "Looks at the structure of the file, at every reference between its\n"
    "tables, at every count, at the text index, and whether the propositions\n"
    "are those that the facts give. The first finding is shown; the exit code\n"
    "is then 4. Documents that wait to be indexed after an interruption are\n"
    "indexed.\n",
    0,
    NULL,
    NULL,
    run};

/* SPDX-License-Identifier: Apache-2.0
**
** serve.c - truc serve: a ledger as pages, for a browser on this machine.
*/
#include <signal.h>

#include "cli/ledger.h"
#include "serve/serve.h"

/* Before the threads start, so that none of them takes the signal. */
static void hold_signals(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGINT);
  sigaddset(set, SIGTERM);
  sigaddset(set, SIGHUP);
  sigprocmask(SIG_BLOCK, set, NULL);
  signal(SIGPIPE, SIG_IGN);
}

static int run(cli *c) {
  bool bad = false;
  int got;
  sigset_t set;
  truc_err err = {0};
  truc__serve *s;
  long port = cli_number(c, "port", 8474, 0, 65535, &bad);
  if (bad) return c->status;
  if (c->nargs != 1)
    return cli_fail(c, CLI_USAGE, NULL, "truc serve relations.db",
                    "serve which ledger? one, please");
  const char *address = cli_value(c, "bind");
  truc__serve_options o = {.ledger = c->args[0],
                           .address = address,
                           .port = (uint16_t)port,
                           .host = cli_value(c, "host")};
  hold_signals(&set);
  if (truc__serve_start(&o, &err, &s)) return cli_fail_err(c, NULL, &err);
  const char *at = address ? address : "127.0.0.1";
  fprintf(stderr, "http://%s%s%s:%u/  (Ctrl-C ends it)\n",
          strchr(at, ':') ? "[" : "", at, strchr(at, ':') ? "]" : "",
          (unsigned)truc__serve_port(s));
  sigwait(&set, &got);
  truc__serve_stop(s);
  return CLI_OK;
}

static const cli_option options[] = {
    {"port", 'p', "N", "port (8474; 0: any that is free)"},
    {"bind", 'b', "ADDRESS", "numeric address to listen at (127.0.0.1)"},
    {"host", 0, "NAME", "a further name by which browsers may ask"},
    {NULL, 0, NULL, NULL}};

const cli_verb cli_serve = {
    "serve",
    "a ledger as web pages, on this machine",
    "[options] LEDGER",
    "  truc serve relations.db\n"
    "  truc serve relations.db --port=9000\n"
    "  curl 'http://127.0.0.1:8474/pair/VNM/JPN?format=json'\n",
    "Pages: / start, /pair/VNM/JPN, /country/JPN, /actor/per:NAME, /fact/ID,\n"
    "/doc/ID, /find?q=WORDS. Every page is JSON with ?format=json, and\n"
    "Vietnamese with ?lang=vi. The ledger is opened read-only and may grow\n"
    "meanwhile. Whoever can reach the address can read the ledger: with\n"
    "--bind, put a server that asks for a password in front.\n",
    0,
    NULL,
    options,
    run};

/* SPDX-License-Identifier: Apache-2.0
**
** ledger.c - opening ledgers, naming actors.
*/
#include "cli/ledger.h"

#include <sys/stat.h>
#include <unistd.h>

int cli_ledger_fail(cli *c, const char *path, const truc_err *err) {
  const char *hint = NULL;
  if (err->rc == TRUC_EBUSY) hint = "wait until the other program has finished";
  return cli_fail(c, cli_exit_code(err->rc),
                  path ? &(cli_place){path, NULL, 0, 0, 0, 0} : NULL, hint,
                  "%s", err->msg[0] ? err->msg : truc_rc_message(err->rc));
}

/* What comes down a pipe may come slowly: there each document is there at once,
** for other readers too. */
static uint32_t batch(void) {
  struct stat st;
  return fstat(STDIN_FILENO, &st) || S_ISFIFO(st.st_mode) ||
                 S_ISSOCK(st.st_mode)
             ? 0
             : 64;
}

truc_ledger *cli_ledger_open(cli *c, const char *path, truc_ledger_mode mode) {
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l = NULL;
  truc_err err;
  o.mode = mode;
  o.batch = mode == TRUC_LEDGER_CREATE ? batch() : 0;
  o.words = c->model;
  if (truc_ledger_open(path, &o, &err, &l)) cli_ledger_fail(c, NULL, &err);
  return l;
}

void cli_ledger_close(cli *c, truc_ledger *l) {
  truc_err err;
  if (truc_ledger_close(l, &err)) cli_ledger_fail(c, NULL, &err);
}

static void say(uint64_t n, const char *what, const char *then) {
  fprintf(stderr, "%llu %s%s%s", (unsigned long long)n, what, n == 1 ? "" : "s",
          then);
}

void cli_ledger_summary(truc_ledger *l) {
  truc_ledger_counts n;
  if (truc_ledger_count(l, &n, NULL)) {
    fputc('\n', stderr);
    return;
  }
  fputs("; the ledger: ", stderr);
  say(n.documents, "document", " of ");
  say(n.sources, "source", ", ");
  say(n.propositions, "proposition", ", ");
  fprintf(stderr, "%llu with two sources or more\n",
          (unsigned long long)n.corroborated);
}

/* ----------------------------------------------------------------- actors */

static bool copy(const char *ref, char *out, size_t size) {
  size_t n = strlen(ref);
  if (n >= size) return false;
  memcpy(out, ref, n + 1);
  return true;
}

/* The engine knows names that no document of the ledger used. */
static bool ask_engine(const char *words, char *out, size_t size) {
  uint32_t n = 0;
  bool found = false;
  truc_doc *d = truc_doc_new(NULL);
  if (!d) return false;
  if (!truc_doc_read(d, words, strlen(words), NULL, NULL) &&
      !truc_doc_run(d, TRUC_NAMES, NULL)) {
    const truc_entity *e = truc_doc_entities(d, &n);
    for (uint32_t i = 0; i < n && !found; i++)
      found = e[i].ref && copy(e[i].ref, out, size);
  }
  truc_doc_free(d);
  return found;
}

/* Of several people of that name the one named most often is meant. */
static void say_others(const char *words, const truc_known *known, uint32_t n) {
  fprintf(stderr, "truc: '%.80s' is %s; also: ", words, known[0].name);
  for (uint32_t i = 1; i < n; i++)
    fprintf(stderr, "%s%s", i > 1 ? ", " : "", known[i].name);
  fputc('\n', stderr);
}

bool cli_actor(cli *c, truc_ledger *l, const char *words, char *out,
               size_t size) {
  enum { ROOM = 8 };
  truc_known known[ROOM];
  uint32_t n = 0;
  truc_err err;
  if (truc_ledger_lookup(l, words, known, ROOM, &n, &err)) {
    cli_ledger_fail(c, NULL, &err);
    return false;
  }
  if (n && copy(known[0].ref, out, size)) return true;
  bool engine = ask_engine(words, out, size);
  if (engine && !strncmp(out, "gpe:", 4)) return true;
  if (truc_ledger_people(l, words, known, ROOM, &n, &err)) {
    cli_ledger_fail(c, NULL, &err);
    return false;
  }
  if (n > 1) say_others(words, known, n);
  if (n && copy(known[0].ref, out, size)) return true;
  if (engine) return true;
  const char *sector = cli_sector(words);
  if (sector) {
    snprintf(out, size, "sector:%s", sector);
    return true;
  }
  cli_fail(c, CLI_NOTHING, NULL, "a code (JPN) or a name as the press has it",
           "the ledger knows nobody called '%.80s'", words);
  return false;
}

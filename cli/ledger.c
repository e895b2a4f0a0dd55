/* SPDX-License-Identifier: Apache-2.0
**
** ledger.c - opening ledgers, naming actors, reading filters.
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

bool cli_actor(cli *c, truc_ledger *l, const char *words, char *out,
               size_t size) {
  truc_known known[8];
  uint32_t n = 0;
  truc_err err;
  if (truc_ledger_lookup(l, words, known, 8, &n, &err)) {
    cli_ledger_fail(c, NULL, &err);
    return false;
  }
  if (n && copy(known[0].ref, out, size)) return true;
  if (ask_engine(words, out, size)) return true;
  cli_fail(c, CLI_NOTHING, NULL, "a code (JPN) or a name as the press has it",
           "the ledger knows nobody called '%.80s'", words);
  return false;
}

/* ---------------------------------------------------------------- filters */

static int kind_named(const char *s) {
  for (int k = 0; k < TRUC_NKINDS; k++)
    if (!strcasecmp(s, truc_kind_name((truc_kind)k))) return k;
  return -1;
}

static int modality_named(const char *s) {
  for (int m = TRUC_ACTUAL; m <= TRUC_DENIED; m++)
    if (!strcasecmp(s, truc_modality_name((truc_modality)m))) return m;
  return -1;
}

/* "A,B" -> bits. */
static bool read_set(cli *c, const char *option, int (*named)(const char *),
                     unsigned *set) {
  const char *s = cli_value(c, option);
  while (s && *s) {
    char word[32];
    size_t n = strcspn(s, ",");
    snprintf(word, sizeof word, "%.*s", (int)(n < 31 ? n : 31), s);
    int k = named(word);
    if (k < 0) {
      cli_fail(c, CLI_USAGE, NULL, NULL, "unknown %s '%s'", option, word);
      return false;
    }
    *set |= 1u << k;
    s += n + (s[n] == ',');
  }
  return true;
}

static bool read_actors(cli *c, truc_ledger *l, cli_filter *f) {
  const char *s = cli_value(c, "actor");
  for (int i = 0; s && *s; i++) {
    char word[256];
    size_t n = strcspn(s, ",");
    if (i == 2)
      return cli_fail(c, CLI_USAGE, NULL, NULL, "at most two actors"), false;
    snprintf(word, sizeof word, "%.*s", (int)(n < 255 ? n : 255), s);
    if (!cli_actor(c, l, word, f->actor[i], sizeof f->actor[i])) return false;
    f->q.actor[i] = f->actor[i];
    s += n + (s[n] == ',');
  }
  return true;
}

bool cli_filter_read(cli *c, truc_ledger *l, cli_filter *f) {
  f->q = (truc_query)TRUC_QUERY;
  if (!read_set(c, "kind", kind_named, &f->q.kinds) ||
      !read_set(c, "modality", modality_named, &f->q.modalities) ||
      !read_actors(c, l, f))
    return false;
  f->q.sector = cli_value(c, "sector");
  f->q.from = cli_value(c, "from");
  f->q.to = cli_value(c, "to");
  return true;
}

/* SPDX-License-Identifier: Apache-2.0
**
** main.c - picks the verb, opens what it needs, runs it, closes.
*/
#include <errno.h>
#include <unistd.h>

#include "cli/cli.h"

/* In the order of the way through the engine. */
static const cli_verb *const verbs[] = {
    &cli_words, &cli_sents,   &cli_tags,  &cli_names,   &cli_facts,
    &cli_read,  &cli_add,     &cli_show,  &cli_find,    &cli_export,
    &cli_serve, &cli_remove,  &cli_check, &cli_compact, &cli_train,
    &cli_eval,  &cli_explain, &cli_model,
};
#define NVERBS (sizeof verbs / sizeof verbs[0])

static void overview(FILE *to) {
  fprintf(to,
          "truc - Vietnamese news in, a sourced record of foreign "
          "relations out\n\nusage: truc VERB [options] [FILE...|-]\n\n");
  for (size_t i = 0; i < NVERBS; i++)
    fprintf(to, "  %-8s %s\n", verbs[i]->name, verbs[i]->summary);
  fprintf(to,
          "\nexamples:\n"
          "  truc read demo/articles/*.txt\n"
          "  echo 'Thủ tướng thăm Nhật Bản.' | truc words\n"
          "  truc facts --date=2023-11-27 --format=jsonl article.txt\n\n"
          "more: truc VERB -h, truc VERB --help, man truc\n");
}

static const cli_verb *find_verb(const char *name) {
  for (size_t i = 0; i < NVERBS; i++)
    if (!strcmp(verbs[i]->name, name)) return verbs[i];
  return NULL;
}

static int unknown_verb(cli *c, const char *name) {
  const char *names[NVERBS];
  for (size_t i = 0; i < NVERBS; i++) names[i] = verbs[i]->name;
  const char *near = cli_nearest(name, names, NVERBS);
  char hint[48];
  snprintf(hint, sizeof hint, "truc %s", near ? near : "--help");
  return cli_fail(c, CLI_USAGE, NULL, hint, "unknown %s '%.40s'",
                  name[0] == '-' ? "option" : "verb", name);
}

static void version(cli *c) {
  printf("truc %s\nschema 1\n", truc_version());
  c->verb = &cli_model;
  char *none[] = {"truc", "model", NULL};
  if (cli_parse(c, 2, none) && cli_open_model(c))
    printf("model %s\n", c->model ? truc_model_id(c->model) : "none");
  printf("code Apache-2.0, model CC BY-SA 4.0\n");
}

/* Data may be lost as late as here: a full disk shows when stdout is closed. */
static void finish(cli *c) {
  cli_flush(c);
  truc_model_close(c->model);
  truc__buf_release(&c->out);
  truc__buf_release(&c->words);
  if (c->broken) return;
  if ((fflush(stdout) || close(STDOUT_FILENO)) && errno != EBADF)
    cli_fail(c, CLI_IO, NULL, NULL, "cannot write standard output: %s",
             strerror(errno));
}

static void run_verb(cli *c, int argc, char **argv) {
  if (!cli_parse(c, argc, argv)) return;
  if ((c->verb->takes & CLI_MODEL) && !cli_open_model(c)) return;
  int code = c->verb->run(c);
  /* What failed on the way is graver than what the verb says at its end. */
  if (c->status == CLI_OK) c->status = code;
}

int main(int argc, char **argv) {
  cli c = {0};
  const char *word = argc > 1 ? argv[1] : "";
  if (!*word) {
    overview(stderr);
    return CLI_USAGE;
  }
  if (!strcmp(word, "--version") || !strcmp(word, "-V")) {
    version(&c);
  } else if (!strcmp(word, "--help") || !strcmp(word, "-h")) {
    overview(stdout);
  } else if (!strcmp(word, "completion")) {
    cli_completion(verbs, NVERBS);
  } else if (!strcmp(word, "help")) {
    if (argc > 2 && (c.verb = find_verb(argv[2])))
      cli_help(c.verb, true);
    else
      overview(stdout);
  } else if (!(c.verb = find_verb(word))) {
    unknown_verb(&c, word);
  } else {
    run_verb(&c, argc, argv);
  }
  finish(&c);
  return c.status;
}

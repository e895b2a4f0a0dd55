/* SPDX-License-Identifier: Apache-2.0
**
** train.c - truc train: hands the rest of the command line to a trainer.
*/
#include "train/tags.h"
#include "train/train.h"

#include "cli/cli.h"

static const struct {
  const char *name;
  int (*run)(int argc, char **argv);
} trainers[] = {{"words", train_words}, {"tags", train_tags}};
#define NTRAINERS (sizeof trainers / sizeof trainers[0])

static int run(cli *c) {
  const char *want = c->nargs ? c->args[0] : "";
  const char *names[NTRAINERS];
  for (size_t i = 0; i < NTRAINERS; i++) {
    names[i] = trainers[i].name;
    if (!strcmp(want, names[i])) return trainers[i].run(c->nargs, c->args);
  }
  const char *near = cli_nearest(want, names, NTRAINERS);
  char hint[48];
  snprintf(hint, sizeof hint, "truc train %s", near ? near : names[0]);
  return cli_fail(c, CLI_USAGE, NULL, hint, "train what? one of: words, tags");
}

const cli_verb cli_train = {"train",
                            "learn a model from corpora",
                            "words|tags [options of the trainer]",
                            "  truc train words\n"
                            "  truc train words --help\n"
                            "  truc words --model=my.model article.txt\n",
                            NULL,
                            CLI_REST,
                            NULL,
                            NULL,
                            run};

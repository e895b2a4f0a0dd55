/* SPDX-License-Identifier: Apache-2.0
**
** model.c - truc model: which model is used and where it comes from.
*/
#include "model/model.h"

#include "cli/cli.h"

static int run(cli *c) {
  size_t n;
  if (!c->model)
    return cli_fail(c, CLI_USAGE, NULL, NULL,
                    "there is nothing to say of none");
  cli_put(c, "id: %s\n", truc_model_id(c->model));
  cli_put(c, "sections:\n");
  char name[9];
  for (uint32_t i = 0; truc__model_nth(c->model, i, name, &n); i++)
    cli_put(c, "  %-8s %zu bytes\n", name, n);
  const char *text = truc_model_provenance(c->model, &n);
  truc__buf_put(&c->out, text, n);
  if (n && text[n - 1] != '\n') truc__buf_chr(&c->out, '\n');
  return CLI_OK;
}

const cli_verb cli_model = {"model",
                            "name, sections and origin of the model file",
                            "[options]",
                            "  truc model\n"
                            "  truc model --model=models/truc.model\n"
                            "  TRUC_MODEL=my.model truc model\n",
                            "The origin names data, licences, trainer, seeds "
                            "and scores. A damaged file\n"
                            "ends in exit code 5.\n",
                            CLI_MODEL,
                            NULL,
                            NULL,
                            run};

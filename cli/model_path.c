/* SPDX-License-Identifier: Apache-2.0
**
** model_path.c - where the program finds its model.  The library itself reads
** no environment and knows no folders.
*/
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"

#ifndef TRUC_DATADIR
#define TRUC_DATADIR "/usr/local/share/truc"
#endif

/* Beside the program: as installed, then as built (build/VARIANT/truc). */
static const char *const beside[] = {
    "../share/truc/truc.model", "../../models/truc.model", "models/truc.model"};

/* The folder of the running program, with the last slash; false if unknown. */
static bool own_folder(char *out, size_t size) {
  ssize_t n = readlink("/proc/self/exe", out, size - 1);
  if (n <= 0) return false;
  out[n] = '\0';
  char *slash = strrchr(out, '/');
  if (!slash) return false;
  slash[1] = '\0';
  return true;
}

static bool find_model(char *out, size_t size) {
  char folder[PATH_MAX];
  if (own_folder(folder, sizeof folder)) {
    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
      int n = snprintf(out, size, "%s%s", folder, beside[i]);
      if (n > 0 && (size_t)n < size && !access(out, R_OK)) return true;
    }
  }
  snprintf(out, size, "%s/truc.model", TRUC_DATADIR);
  return !access(out, R_OK);
}

bool cli_open_model(cli *c) {
  char found[PATH_MAX + 64];
  const char *path = cli_value(c, "model");
  if (!path) path = getenv("TRUC_MODEL");
  if (path && !strcmp(path, "none")) return true;
  if (!path || !*path) {
    if (!find_model(found, sizeof found)) {
      cli_fail(c, CLI_BADMODEL, NULL, "--model=FILE, or set TRUC_MODEL",
               "no model found; looked beside the program and in '%s'",
               TRUC_DATADIR);
      return false;
    }
    path = found;
  }
  truc_err err = {0};
  if (truc_model_open(path, &err, &c->model) == TRUC_OK) return true;
  cli_fail(c, CLI_BADMODEL, NULL, NULL, "%s",
           err.msg[0] ? err.msg : truc_rc_message(err.rc));
  return false;
}

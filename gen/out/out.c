/* SPDX-License-Identifier: Apache-2.0 */
/* out.c - opens and closes the file that a generator writes. */
#include "out.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

FILE *out_open(const char *gen, const char *dir, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", dir, name);
  FILE *f = fopen(path, "wb");
  if (!f) {
    fprintf(stderr, "%s: %s: %s\n", gen, path, strerror(errno));
    exit(1);
  }
  return f;
}

void out_close(const char *gen, FILE *f) {
  if (!fclose(f)) return;
  fprintf(stderr, "%s: cannot write: %s\n", gen, strerror(errno));
  exit(1);
}

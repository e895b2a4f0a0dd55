/* SPDX-License-Identifier: Apache-2.0
**
** replay.c - a plain main for the fuzz targets: every file named is one input.
** Each stands in a block of just its size, so that the sanitizers see a read
** beyond its end, and is given again cut short at every tenth of its length.
*/
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static uint8_t *slurp(const char *path, size_t *n) {
  FILE *f = fopen(path, "rb");
  if (!f) return NULL;
  fseek(f, 0, SEEK_END);
  long size = ftell(f);
  rewind(f);
  uint8_t *p = malloc(size > 0 ? (size_t)size : 1);
  *n = p ? fread(p, 1, (size_t)size, f) : 0;
  fclose(f);
  return p;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    size_t n;
    uint8_t *p = slurp(argv[i], &n);
    if (!p) {
      fprintf(stderr, "%s: cannot read\n", argv[i]);
      return 1;
    }
    fprintf(stderr, "%s\n", argv[i]);
    LLVMFuzzerTestOneInput(p, n);
    for (size_t k = 0; k < 10; k++) {
      size_t part = n * k / 10;
      uint8_t *q = malloc(part ? part : 1);
      if (!q) return 1;
      for (size_t b = 0; b < part; b++) q[b] = p[b];
      LLVMFuzzerTestOneInput(q, part);
      free(q);
    }
    free(p);
  }
  return 0;
}

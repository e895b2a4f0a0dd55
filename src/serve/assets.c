/* SPDX-License-Identifier: Apache-2.0 */
/* assets.c - the files of page/, built in: the Makefile writes their bytes as
** numbers (a string of this length is more than C promises to take). */
#include "serve/serve.h"

static const unsigned char style[] = {
#include "serve/style.inc"
};

const char *truc__style(size_t *n) {
  *n = sizeof style;
  return (const char *)style;
}

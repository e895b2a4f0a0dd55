/* SPDX-License-Identifier: Apache-2.0 */
/* error.c - codes, their names, and the one way to fill a truc_err. */
#include <stdarg.h>
#include <stdio.h>

#include "base/base.h"

const char *truc_rc_name(truc_rc rc) {
  switch (rc) {
#define X(name, n, msg) \
  case TRUC_##name: return #name;
    TRUC_CODES(X)
#undef X
  }
  return "?";
}

const char *truc_rc_message(truc_rc rc) {
  switch (rc) {
#define X(name, n, msg) \
  case TRUC_##name: return msg;
    TRUC_CODES(X)
#undef X
  }
  return "unknown code";
}

const char *truc_version(void) { return TRUC_VERSION; }

truc_rc truc__fail(truc_err *e, truc_rc rc, uint32_t line, uint64_t byte,
                   const char *fmt, ...) {
  if (!e) return rc;
  e->rc = rc;
  e->line = line;
  e->byte = byte;
  va_list ap;
  va_start(ap, fmt);
  vsnprintf(e->msg, sizeof e->msg, fmt, ap);
  va_end(ap);
  return rc;
}

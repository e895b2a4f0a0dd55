/* SPDX-License-Identifier: Apache-2.0
** json_fuzz.c - any bytes to the JSON reader: it ends, in bounds, and a text
** that it accepts is written back and accepted again. */
#include "base/base.h"
#include "fuzz/laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  truc__json j = {0};
  truc__json_init(&j, (const char *)bytes, n);
  size_t steps = 0;
  for (truc__jtype k; (k = truc__json_next(&j)) > JSON_ERROR;) {
    LAW(j.i <= n && j.depth <= 64);
    LAW(++steps <= 2 * n + 2);
    if (k != JSON_STRING) continue;
    /* What was read and is written is read as the same again. */
    truc__buf out = {0};
    truc__buf_json(&out, j.str.p ? j.str.p : "", j.str.n);
    truc__json again = {0};
    truc__json_init(&again, out.p, out.n);
    LAW(truc__json_next(&again) == JSON_STRING);
    LAW(again.str.n >= j.str.n); /* U+FFFD may be longer than what it is for */
    truc__json_release(&again);
    truc__buf_release(&out);
  }
  truc__json_release(&j);
  return 0;
}

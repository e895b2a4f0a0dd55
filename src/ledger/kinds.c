/* SPDX-License-Identifier: Apache-2.0 */
/* kinds.c - kinds and modalities by their names. */
#include "ledger/ledger.h"

int truc__kind_named(const char *name) {
  for (int k = 0; k < TRUC_NKINDS; k++)
    if (!strcmp(name, truc_kind_name((truc_kind)k))) return k;
  return -1;
}

int truc__modality_named(const char *name) {
  for (int m = TRUC_ACTUAL; m <= TRUC_DENIED; m++)
    if (!strcmp(name, truc_modality_name((truc_modality)m))) return m;
  return -1;
}

truc_kind truc__kind_column(sqlite3_stmt *s, int column) {
  int64_t k = truc__int_or_none(s, column);
  return k >= 0 && k < TRUC_NKINDS ? (truc_kind)k : TRUC_NKINDS;
}

truc_kind truc__kind_of(const char *core) {
  size_t n = strcspn(core, "|");
  for (int k = 0; k < TRUC_NKINDS; k++) {
    const char *name = truc_kind_name((truc_kind)k);
    if (strlen(name) == n && !memcmp(name, core, n)) return (truc_kind)k;
  }
  return TRUC_NKINDS;
}

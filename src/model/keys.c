/* SPDX-License-Identifier: Apache-2.0 */
/* keys.c - a table of keys: its check and its look-up.
**
**   .slot  u16[nslot]   hash table of ids, 0 empty
**   .key   u32[n + 2]   where each key begins in the pool
**   .pool  bytes
*/
#include "model/model.h"

const void *truc__model_table(const truc_model *m, const char *name,
                              size_t each, uint32_t *n) {
  size_t bytes;
  const void *p = truc__model_section(m, name, &bytes);
  if (!p || bytes % each || bytes / each > UINT32_MAX - 2) return NULL;
  *n = (uint32_t)(bytes / each);
  return p;
}

static bool check(const truc__keys *k, uint32_t npool) {
  if (k->nslot == 0 || (k->nslot & (k->nslot - 1))) return false;
  uint32_t used = 0;
  for (uint32_t i = 0; i < k->nslot; i++) {
    if (k->slot[i] > k->n) return false;
    used += k->slot[i] != 0;
  }
  if (used >= k->nslot) return false; /* a search ends at an empty slot */
  for (uint32_t i = 0; i <= k->n; i++)
    if (k->at[i] > k->at[i + 1]) return false;
  return k->at[k->n + 1] <= npool;
}

bool truc__keys_open(const truc_model *m, char letter, uint32_t n,
                     truc__keys *k) {
  const char slot[] = {letter, '.', 's', 'l', 'o', 't', '\0'};
  const char key[] = {letter, '.', 'k', 'e', 'y', '\0'};
  const char pool[] = {letter, '.', 'p', 'o', 'o', 'l', '\0'};
  uint32_t nkey = 0, npool = 0;
  k->n = n;
  k->slot = truc__model_table(m, slot, sizeof *k->slot, &k->nslot);
  k->at = truc__model_table(m, key, sizeof *k->at, &nkey);
  k->pool = truc__model_table(m, pool, 1, &npool);
  return k->slot && k->at && k->pool && nkey == n + 2 && check(k, npool);
}

uint32_t truc__keys_find(const truc__keys *k, const char *key, size_t n) {
  uint32_t at = (uint32_t)truc__hash(key, n) & (k->nslot - 1);
  for (; k->slot[at]; at = (at + 1) & (k->nslot - 1)) {
    const uint32_t *b = &k->at[k->slot[at]];
    if (b[1] - b[0] == n && memcmp(k->pool + b[0], key, n) == 0)
      return k->slot[at];
  }
  return 0;
}

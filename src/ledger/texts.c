/* SPDX-License-Identifier: Apache-2.0 */
/* texts.c - stretches of stored documents, in bytes and in code points. */
#include "ledger/ledger.h"

static bool load(truc__texts *t, int64_t document) {
  if (t->document == document) return true;
  t->document = 0;
  sqlite3_stmt *s = truc__ask(
      t->l, "SELECT text FROM document WHERE id = ?", "i", document);
  if (!truc__next(t->l, s)) return false;
  truc__buf_reset(&t->text);
  truc__buf_put(&t->text, sqlite3_column_blob(s, 0),
                (size_t)sqlite3_column_bytes(s, 0));
  truc__end(s);
  if (t->text.rc) truc__set_fail(t->l, TRUC_ENOMEM, "out of memory");
  t->document = truc__failed(t->l) ? 0 : document;
  return t->document != 0;
}

const char *truc__texts_get(truc__texts *t, int64_t document, uint32_t *off,
                            uint32_t *len) {
  if (!load(t, document)) return NULL;
  if (*off > t->text.n) *off = (uint32_t)t->text.n;
  if (*len > t->text.n - *off) *len = (uint32_t)(t->text.n - *off);
  return t->text.p + *off;
}

/* An ill-formed sequence counts as one, as everywhere. */
static uint32_t points(const char *s, size_t n) {
  uint32_t k = 0;
  for (size_t i = 0; i < n; k++) {
    int32_t cp;
    i += (unsigned char)s[i] < 0x80 ? 1 : truc__utf8_next(s + i, n - i, &cp);
  }
  return k;
}

void truc__texts_points(truc__texts *t, uint32_t off, uint32_t len,
                        uint32_t *cp, uint32_t *cplen) {
  *cp = points(t->text.p, off);
  *cplen = points(t->text.p + off, len);
}

static const char *column(truc_ledger *l, truc__arena *a, sqlite3_stmt *s,
                          int i) {
  const char *p = truc__text(s, i);
  const char *kept = truc__keep(l, a, p, strlen(p));
  return kept ? kept : "";
}

uint32_t truc__documents_add(truc_ledger *l, truc__documents *d,
                             truc__arena *a, int64_t id) {
  int64_t at;
  uint64_t key = (uint64_t)id * 0x9E3779B97F4A7C15u;
  if (truc__memo_get(&d->at, key, &at)) return (uint32_t)at;
  sqlite3_stmt *s = truc__ask(
      l, "SELECT name, title, date, url, path, origin FROM document "
         "WHERE id = ?",
      "i", id);
  if (!truc__next(l, s)) return 0;
  truc_record_document x = {column(l, a, s, 0), column(l, a, s, 1),
                            column(l, a, s, 2), column(l, a, s, 3),
                            column(l, a, s, 4),
                            (uint32_t)sqlite3_column_int64(s, 5)};
  truc__end(s);
  if (!VEC_PUSH(d->v, x)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  truc__memo_put(&d->at, key, d->v.n - 1);
  return d->v.n - 1;
}

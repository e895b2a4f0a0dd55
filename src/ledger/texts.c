/* SPDX-License-Identifier: Apache-2.0 */
/* texts.c - stored documents: their text, places in code points, their names in
** result sets. */
#include "ledger/ledger.h"

static void put_column(truc__buf *out, sqlite3_stmt *s, int i) {
  const char *p = sqlite3_column_blob(s, i);
  if (p) truc__buf_put(out, p, (size_t)sqlite3_column_bytes(s, i));
}

void truc__document_text(truc_ledger *l, int64_t document, truc__buf *out) {
  truc__buf_reset(out);
  truc__buf_put(out, "", 0);
  sqlite3_stmt *s = truc__ask(
      l, "SELECT head, first, last FROM document WHERE id = ?", "i", document);
  if (!truc__next(l, s)) return;
  int64_t first = sqlite3_column_int64(s, 1), last = sqlite3_column_int64(s, 2);
  put_column(out, s, 0);
  truc__end(s);
  s = truc__ask(l,
                "SELECT text, gap FROM sentence WHERE id BETWEEN ? AND ? "
                "ORDER BY id",
                "ii", first, last);
  while (truc__next(l, s)) {
    put_column(out, s, 0);
    put_column(out, s, 1);
  }
  if (out->rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

uint32_t truc__points(const char *s, size_t n) {
  uint32_t k = 0;
  for (size_t i = 0; i < n; k++) {
    int32_t cp;
    i += (unsigned char)s[i] < 0x80 ? 1 : truc__utf8_next(s + i, n - i, &cp);
  }
  return k;
}

/* Has the sentence of this byte been read already? */
static bool at_hand(const truc__place *at, int64_t document, uint32_t off) {
  return at->document == document && off >= at->start &&
         off - at->start < at->text.n;
}

static void go_to(truc_ledger *l, truc__place *at, int64_t document,
                  uint32_t off) {
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT s.start, s.char, s.text FROM document d JOIN sentence s "
      "ON s.id BETWEEN d.first AND d.last WHERE d.id = ? AND s.start <= ? "
      "ORDER BY s.id DESC LIMIT 1",
      "ii", document, (int64_t)off);
  at->document = 0;
  truc__buf_reset(&at->text);
  if (!truc__next(l, s)) return;
  at->start = (uint32_t)sqlite3_column_int64(s, 0);
  at->chars = (uint32_t)sqlite3_column_int64(s, 1);
  put_column(&at->text, s, 2);
  truc__end(s);
  if (at->text.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  at->document = document;
}

void truc__points_of(truc_ledger *l, truc__place *at, int64_t document,
                     uint32_t off, uint32_t len, uint32_t *cp,
                     uint32_t *cplen) {
  *cp = *cplen = 0;
  if (!at_hand(at, document, off)) go_to(l, at, document, off);
  if (!at_hand(at, document, off)) return;
  size_t skip = off - at->start;
  if (len > at->text.n - skip) len = (uint32_t)(at->text.n - skip);
  *cp = at->chars + truc__points(at->text.p, skip);
  *cplen = truc__points(at->text.p + skip, len);
}

const char *truc__place_text(const truc__place *at, int64_t document,
                             uint32_t off, uint32_t len) {
  if (!at_hand(at, document, off)) return NULL;
  size_t skip = off - at->start;
  return len <= at->text.n - skip ? at->text.p + skip : NULL;
}

static const char *column(truc_ledger *l, truc__arena *a, sqlite3_stmt *s,
                          int i) {
  const char *p = truc__text(s, i);
  const char *kept = truc__keep(l, a, p, strlen(p));
  return kept ? kept : "";
}

uint32_t truc__documents_add(truc_ledger *l, truc__documents *d, truc__arena *a,
                             int64_t id) {
  int64_t at;
  uint64_t key = (uint64_t)id * 0x9E3779B97F4A7C15u;
  if (truc__memo_get(&d->at, key, &at)) return (uint32_t)at;
  sqlite3_stmt *s =
      truc__ask(l,
                "SELECT name, title, date, url, path, origin FROM document "
                "WHERE id = ?",
                "i", id);
  if (!truc__next(l, s)) return 0;
  truc_record_document x = {
      column(l, a, s, 0), column(l, a, s, 1),
      column(l, a, s, 2), column(l, a, s, 3),
      column(l, a, s, 4), (uint32_t)sqlite3_column_int64(s, 5)};
  truc__end(s);
  bool kept = VEC_PUSH(d->v, x);
  if (kept) truc__memo_put(&d->at, key, d->v.n - 1);
  if (!kept || !truc__memo_get(&d->at, key, &at))
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  return d->v.n ? d->v.n - 1 : 0;
}

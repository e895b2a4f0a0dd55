/* SPDX-License-Identifier: Apache-2.0 */
/* pour.c - many rows in one statement.
**
** A statement that inserts one row costs more than the row: the machine is
** started, cursors are opened and closed, the tree is searched from its root.
** An article has hundreds of rows of a kind, and they come in the order of
** their keys.  So they are collected and read by SQLite as a table of ours:
**
**     INSERT INTO mention SELECT a, b, c, d, e FROM poured
**
** `poured` is a virtual table without a file, seen by this connection alone. */
#include <stdarg.h>

#include "ledger/ledger.h"

typedef struct cursor {
  sqlite3_vtab_cursor base; /* SQLite's part comes first */
  uint32_t row;
} cursor;

typedef struct table {
  sqlite3_vtab base;
  truc__rows *pour;
} table;

static const truc__rows *pour_of(const sqlite3_vtab_cursor *c) {
  const table *t = (const table *)(const void *)c->pVtab;
  return t->pour;
}

static int connect(sqlite3 *db, void *pour, int argc, const char *const *argv,
                   sqlite3_vtab **out, char **error) {
  (void)argc, (void)argv, (void)error;
  int rc = sqlite3_declare_vtab(
      db,
      "CREATE TABLE x(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, "
      "p, q, r, s)");
  table *t = rc ? NULL : sqlite3_malloc(sizeof *t);
  if (!t) return rc ? rc : SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  t->pour = pour;
  *out = &t->base;
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *t) {
  sqlite3_free(t);
  return SQLITE_OK;
}

static int best_index(sqlite3_vtab *t, sqlite3_index_info *info) {
  (void)t;
  info->estimatedCost = 100;
  return SQLITE_OK;
}

static int open(sqlite3_vtab *t, sqlite3_vtab_cursor **out) {
  (void)t;
  cursor *c = sqlite3_malloc(sizeof *c);
  if (!c) return SQLITE_NOMEM;
  memset(c, 0, sizeof *c);
  *out = &c->base;
  return SQLITE_OK;
}

static int close(sqlite3_vtab_cursor *c) {
  sqlite3_free(c);
  return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *c, int number, const char *string,
                  int argc, sqlite3_value **argv) {
  (void)number, (void)string, (void)argc, (void)argv;
  ((cursor *)(void *)c)->row = 0;
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *c) {
  ((cursor *)(void *)c)->row++;
  return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *c) {
  const truc__rows *p = pour_of(c);
  return ((cursor *)(void *)c)->row * p->width >= p->cell.n;
}

static int column(sqlite3_vtab_cursor *c, sqlite3_context *out, int i) {
  const truc__rows *p = pour_of(c);
  if ((uint32_t)i >= p->width) return SQLITE_OK; /* NULL */
  const truc__cell *x =
      &p->cell
           .v[((const cursor *)(const void *)c)->row * p->width + (uint32_t)i];
  switch (x->type) {
    case SQLITE_INTEGER: sqlite3_result_int64(out, x->number); break;
    case SQLITE_TEXT:
      sqlite3_result_text64(out, x->text, (uint64_t)x->number, SQLITE_STATIC,
                            SQLITE_UTF8);
      break;
    case SQLITE_BLOB:
      sqlite3_result_blob64(out, x->text, (uint64_t)x->number, SQLITE_STATIC);
      break;
    default: break;
  }
  return SQLITE_OK;
}

static int row_id(sqlite3_vtab_cursor *c, sqlite3_int64 *out) {
  *out = ((const cursor *)(const void *)c)->row;
  return SQLITE_OK;
}

int truc__pour_register(sqlite3 *db, truc__rows *p) {
  static const sqlite3_module module = {
      .xConnect = connect,
      .xBestIndex = best_index,
      .xDisconnect = disconnect,
      .xOpen = open,
      .xClose = close,
      .xFilter = filter,
      .xNext = next,
      .xEof = at_end,
      .xColumn = column,
      .xRowid = row_id,
  };
  return sqlite3_create_module(db, "poured", &module, p);
}

static truc__cell text_cell(const char *s, size_t n, uint8_t type) {
  return (truc__cell){s ? s : "", (int64_t)n, type};
}

void truc__row(truc_ledger *l, const char *types, ...) {
  truc__rows *p = &l->pour;
  va_list ap;
  if (truc__failed(l)) return;
  p->width = (uint32_t)strlen(types);
  va_start(ap, types);
  for (; *types; types++) {
    truc__cell x = {NULL, 0, SQLITE_NULL};
    const char *s;
    switch (*types) {
      case 'i':
      case 'o':
        x.number = va_arg(ap, int64_t);
        if (*types == 'i' || x.number != TRUC__NO_INT) x.type = SQLITE_INTEGER;
        break;
      case 's':
        s = va_arg(ap, const char *);
        if (s) x = text_cell(s, strlen(s), SQLITE_TEXT);
        break;
      case 't':
        s = va_arg(ap, const char *);
        x = text_cell(s, va_arg(ap, size_t), SQLITE_TEXT);
        break;
      default: /* b */
        s = va_arg(ap, const char *);
        x = text_cell(s, va_arg(ap, size_t), SQLITE_BLOB);
    }
    if (!VEC_PUSH(p->cell, x)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
  va_end(ap);
}

const char *truc__pour_text(truc_ledger *l, const char *s, size_t n) {
  return truc__keep(l, &l->pour.texts, s, n);
}

void truc__pour(truc_ledger *l, const char *sql) {
  if (l->pour.cell.n) truc__exec(l, sql, "");
  l->pour.cell.n = 0;
  truc__arena_reset(&l->pour.texts);
}

void truc__pour_release(truc__rows *p) {
  VEC_FREE(p->cell);
  truc__arena_release(&p->texts);
}

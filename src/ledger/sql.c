/* SPDX-License-Identifier: Apache-2.0 */
/* sql.c - talking to SQLite: errors, prepared statements, transactions. */
#include <stdarg.h>
#include <stdio.h>

#include "ledger/ledger.h"

/* ----------------------------------------------------------------- errors */

void truc__set_fail(truc_ledger *l, truc_rc rc, const char *fmt, ...) {
  if (truc__failed(l)) return;
  va_list ap;
  va_start(ap, fmt);
  vsnprintf(l->err.msg, sizeof l->err.msg, fmt, ap);
  va_end(ap);
  l->err.rc = rc;
}

static truc_rc code_of(int rc) {
  switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return TRUC_EBUSY;
    case SQLITE_NOMEM: return TRUC_ENOMEM;
    case SQLITE_TOOBIG: return TRUC_ELIMIT;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_PERM:
    case SQLITE_AUTH: return TRUC_EIO;
    default: return TRUC_ELEDGER;
  }
}

void truc__sql_fail(truc_ledger *l, int rc, const char *doing) {
  const char *why;
  switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: why = "another process is writing to the ledger"; break;
    case SQLITE_FULL:
      why = "the disk (or the allowed size) is full; what was stored stays";
      break;
    case SQLITE_READONLY: why = "the ledger or its folder is read-only"; break;
    case SQLITE_CANTOPEN: why = "cannot open the ledger's files"; break;
    case SQLITE_IOERR: why = "the disk cannot be read or written"; break;
    case SQLITE_NOTADB: why = "not a database"; break;
    case SQLITE_CORRUPT: why = "the ledger is damaged"; break;
    case SQLITE_NOMEM: why = "out of memory"; break;
    default: why = l->db ? sqlite3_errmsg(l->db) : sqlite3_errstr(rc);
  }
  truc__set_fail(l, code_of(rc), "%s: %s", doing, why);
}

void truc__begin_call(truc_ledger *l) { memset(&l->err, 0, sizeof l->err); }

truc_rc truc__end_call(truc_ledger *l, truc_err *err) {
  if (err) *err = l->err;
  return l->err.rc;
}

/* ------------------------------------------------------------- statements */

static sqlite3_stmt *prepared(truc_ledger *l, const char *sql) {
  if (truc__failed(l)) return NULL;
  size_t at = ((uintptr_t)sql >> 3) * 0x9E3779B1u % TRUC__NSTMT;
  for (; l->cache[at].sql; at = (at + 1) % TRUC__NSTMT)
    if (l->cache[at].sql == sql) return l->cache[at].stmt;
  sqlite3_stmt *s = NULL;
  int rc =
      sqlite3_prepare_v3(l->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL);
  if (rc) {
    truc__sql_fail(l, rc, "reading the ledger");
    return NULL;
  }
  l->cache[at].sql = sql;
  l->cache[at].stmt = s;
  return s;
}

void truc__finalize_all(truc_ledger *l) {
  for (size_t i = 0; i < TRUC__NSTMT; i++) {
    sqlite3_finalize(l->cache[i].stmt);
    l->cache[i].stmt = NULL;
    l->cache[i].sql = NULL;
  }
}

static int bind_text(sqlite3_stmt *s, int k, const char *p, size_t n) {
  return sqlite3_bind_text64(s, k, p ? p : "", n, SQLITE_STATIC, SQLITE_UTF8);
}

static void bind(truc_ledger *l, sqlite3_stmt *s, const char *types,
                 va_list ap) {
  int rc = SQLITE_OK;
  for (int k = 1; *types && !rc; types++, k++) {
    int64_t i;
    const char *p;
    switch (*types) {
      case 'i': rc = sqlite3_bind_int64(s, k, va_arg(ap, int64_t)); break;
      case 'o':
        i = va_arg(ap, int64_t);
        rc = i == TRUC__NO_INT ? sqlite3_bind_null(s, k)
                               : sqlite3_bind_int64(s, k, i);
        break;
      case 's':
        p = va_arg(ap, const char *);
        rc = p ? bind_text(s, k, p, strlen(p)) : sqlite3_bind_null(s, k);
        break;
      case 't':
        p = va_arg(ap, const char *);
        rc = bind_text(s, k, p, va_arg(ap, size_t));
        break;
      default: /* b */
        p = va_arg(ap, const char *);
        rc = sqlite3_bind_blob64(s, k, p, va_arg(ap, size_t), SQLITE_STATIC);
    }
  }
  if (rc) truc__sql_fail(l, rc, "writing to the ledger");
}

static sqlite3_stmt *ask(truc_ledger *l, const char *sql, const char *types,
                         va_list ap) {
  sqlite3_stmt *s = prepared(l, sql);
  if (!s) return NULL;
  sqlite3_reset(s);
  bind(l, s, types, ap);
  return truc__failed(l) ? NULL : s;
}

sqlite3_stmt *truc__ask(truc_ledger *l, const char *sql, const char *types,
                        ...) {
  va_list ap;
  va_start(ap, types);
  sqlite3_stmt *s = ask(l, sql, types, ap);
  va_end(ap);
  return s;
}

/* Bindings stay: all are bound anew before the next step. */
void truc__end(sqlite3_stmt *s) { sqlite3_reset(s); }

bool truc__next(truc_ledger *l, sqlite3_stmt *s) {
  if (!s || truc__failed(l)) return false;
  int rc = sqlite3_step(s);
  if (rc == SQLITE_ROW) return true;
  if (rc != SQLITE_DONE) {
    bool reading = sqlite3_stmt_readonly(s) && !l->writable;
    truc__sql_fail(l, rc,
                   reading ? "reading the ledger" : "writing to the ledger");
  }
  truc__end(s);
  return false;
}

void truc__exec(truc_ledger *l, const char *sql, const char *types, ...) {
  va_list ap;
  va_start(ap, types);
  sqlite3_stmt *s = ask(l, sql, types, ap);
  va_end(ap);
  while (truc__next(l, s)) {
  }
}

int64_t truc__ask_int(truc_ledger *l, int64_t otherwise, const char *sql,
                      const char *types, ...) {
  va_list ap;
  va_start(ap, types);
  sqlite3_stmt *s = ask(l, sql, types, ap);
  va_end(ap);
  if (!truc__next(l, s)) return otherwise;
  if (sqlite3_column_type(s, 0) != SQLITE_NULL)
    otherwise = sqlite3_column_int64(s, 0);
  truc__end(s);
  return otherwise;
}

void truc__script(truc_ledger *l, const char *sql) {
  if (truc__failed(l)) return;
  int rc = sqlite3_exec(l->db, sql, NULL, NULL, NULL);
  if (rc) truc__sql_fail(l, rc, "writing to the ledger");
}

const char *truc__text(sqlite3_stmt *s, int column) {
  const char *p = (const char *)sqlite3_column_text(s, column);
  return p ? p : "";
}

int64_t truc__int_or_none(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL
             ? TRUC__NO_INT
             : sqlite3_column_int64(s, column);
}

/* ----------------------------------------------------------- transactions */

/* A batch is one transaction of SQLite, in which each document is a savepoint:
** it comes and goes whole, and a hundred of them cost one commit. */
bool truc__transaction(truc_ledger *l) {
  if (truc__failed(l)) return false;
  if (sqlite3_get_autocommit(l->db)) truc__exec(l, "BEGIN IMMEDIATE", "");
  if (l->batch > 1) truc__exec(l, "SAVEPOINT document", "");
  l->in_transaction = !truc__failed(l);
  return l->in_transaction;
}

/* SQLite itself ends the whole transaction when the disk fails it. */
static void roll_back(truc_ledger *l, bool all) {
  for (size_t i = 0; i < TRUC__NSTMT; i++)
    if (l->cache[i].stmt) sqlite3_reset(l->cache[i].stmt);
  if (all || l->batch <= 1)
    sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
  else if (!sqlite3_get_autocommit(l->db))
    sqlite3_exec(l->db, "ROLLBACK TO document; RELEASE document", NULL, NULL,
                 NULL);
  if (sqlite3_get_autocommit(l->db)) {
    l->lost += l->uncommitted;
    l->uncommitted = 0;
  }
  l->in_transaction = false;
  l->pending_lost = true;
  truc__memo_clear(&l->entities); /* ids in them may be gone */
  truc__memo_clear(&l->readings);
  truc__memo_clear(&l->syllables);
}

void truc__commit(truc_ledger *l) {
  if (!sqlite3_get_autocommit(l->db)) {
    if (!truc__failed(l)) truc__exec(l, "COMMIT", "");
    if (truc__failed(l)) roll_back(l, true);
  }
  l->uncommitted = 0;
}

void truc__finish(truc_ledger *l) {
  if (!l->in_transaction) return;
  l->written++;
  if (l->batch > 1)
    truc__exec(l, "RELEASE document", "");
  else
    truc__exec(l, "COMMIT", "");
  if (truc__failed(l))
    roll_back(l, false);
  else
    l->in_transaction = false;
}

bool truc__hold_still(truc_ledger *l) {
  if (truc__failed(l) || !sqlite3_get_autocommit(l->db)) return false;
  truc__exec(l, "BEGIN", "");
  return !truc__failed(l);
}

/* After a failure, too: nothing was written. */
void truc__let_go(truc_ledger *l, bool held) {
  if (!held) return;
  for (size_t i = 0; i < TRUC__NSTMT; i++)
    if (l->cache[i].stmt) sqlite3_reset(l->cache[i].stmt);
  sqlite3_exec(l->db, "COMMIT", NULL, NULL, NULL);
}

/* ------------------------------------------------------------------ memos */

#define MEMO_MAX 65536u /* entries; then it starts afresh */

static bool memo_grow(truc__memo *m) {
  truc__memo big = {0};
  big.cap = m->cap ? m->cap * 2 : 1024;
  big.key = truc__realloc(NULL, big.cap * sizeof *big.key);
  big.value = truc__realloc(NULL, big.cap * sizeof *big.value);
  if (!big.key || !big.value) {
    truc__memo_release(&big);
    return false;
  }
  memset(big.key, 0, big.cap * sizeof *big.key);
  for (uint32_t i = 0; i < m->cap; i++)
    if (m->key[i]) truc__memo_put(&big, m->key[i], m->value[i]);
  truc__memo_release(m);
  *m = big;
  return true;
}

bool truc__memo_get(const truc__memo *m, uint64_t key, int64_t *value) {
  if (!m->cap) return false;
  if (!key) key = 1;
  for (uint32_t i = (uint32_t)key & (m->cap - 1); m->key[i];
       i = (i + 1) & (m->cap - 1))
    if (m->key[i] == key) {
      *value = m->value[i];
      return true;
    }
  return false;
}

void truc__memo_put(truc__memo *m, uint64_t key, int64_t value) {
  if (!key) key = 1;
  if (m->n >= MEMO_MAX) {
    memset(m->key, 0, m->cap * sizeof *m->key);
    m->n = 0;
  }
  if (m->n * 2 >= m->cap && !memo_grow(m)) return; /* only a look-up lost */
  uint32_t i = (uint32_t)key & (m->cap - 1);
  while (m->key[i] && m->key[i] != key) i = (i + 1) & (m->cap - 1);
  if (!m->key[i]) m->n++;
  m->key[i] = key;
  m->value[i] = value;
}

void truc__memo_clear(truc__memo *m) {
  if (m->n) memset(m->key, 0, m->cap * sizeof *m->key);
  m->n = 0;
}

void truc__memo_release(truc__memo *m) {
  truc__free(m->key);
  truc__free(m->value);
  memset(m, 0, sizeof *m);
}

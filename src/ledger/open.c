/* SPDX-License-Identifier: Apache-2.0 */
/* open.c - opening and closing, and what must hold before a byte is written:
** a file that is not ours is recognised and left alone. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger/ledger.h"

/* What the file says of itself. */
typedef struct header {
  int64_t application, version, tables;
} header;

static int64_t pragma(truc_ledger *l, const char *sql, const char *path) {
  int64_t v = 0;
  sqlite3_stmt *s = NULL;
  if (truc__failed(l)) return 0;
  int rc = sqlite3_prepare_v2(l->db, sql, -1, &s, NULL);
  if (!rc) {
    rc = sqlite3_step(s);
    if (rc == SQLITE_ROW) v = sqlite3_column_int64(s, 0);
    if (rc == SQLITE_ROW || rc == SQLITE_DONE) rc = SQLITE_OK;
  }
  sqlite3_finalize(s);
  if ((rc & 0xff) == SQLITE_NOTADB)
    truc__set_fail(l, TRUC_ELEDGER, "'%.100s' is not a database", path);
  else if (rc)
    truc__sql_fail(l, rc, "opening the ledger");
  return v;
}

static header read_header(truc_ledger *l, const char *path) {
  header h;
  h.tables = pragma(l, "SELECT count(*) FROM sqlite_schema", path);
  h.application = pragma(l, "PRAGMA application_id", path);
  h.version = pragma(l, "PRAGMA user_version", path);
  return h;
}

/* Ours, empty, or neither (a failure). */
static bool is_ours(truc_ledger *l, const header *h, const char *path) {
  if (truc__failed(l)) return false;
  if (h->application == TRUC__APPLICATION_ID && h->tables) {
    if (h->version > TRUC_LEDGER_SCHEMA)
      truc__set_fail(l, TRUC_ELEDGER,
                     "'%.60s' was made by a later version (tables %lld, this "
                     "program knows %d)",
                     path, (long long)h->version, TRUC_LEDGER_SCHEMA);
    return !truc__failed(l);
  }
  if (h->tables || h->application || h->version)
    truc__set_fail(l, TRUC_ELEDGER, "'%.80s' is a database of another program",
                   path);
  return false;
}

static void create_or_migrate(truc_ledger *l, const char *path) {
  if (!truc__transaction(l)) return;
  header h =
      read_header(l, path); /* again: another process may have been first */
  if (!is_ours(l, &h, path))
    truc__schema_create(l);
  else if (h.version < TRUC_LEDGER_SCHEMA)
    truc__schema_migrate(l, (int)h.version);
  truc__finish(l);
}

static void set_up_writing(truc_ledger *l, const truc_ledger_options *o) {
  truc__script(l, "PRAGMA secure_delete = 0;");
  if (o->mode != TRUC_LEDGER_MEMORY)
    truc__script(l,
                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                 "PRAGMA wal_autocheckpoint = 16000;");
  if (o->max_bytes) {
    int64_t page = pragma(l, "PRAGMA page_size", "");
    char sql[64];
    snprintf(sql, sizeof sql, "PRAGMA max_page_count = %llu",
             (unsigned long long)(o->max_bytes /
                                  (uint64_t)(page > 0 ? page : 4096)));
    truc__script(l, sql);
  }
}

/* SQLite takes a file of a byte for an empty one, and would write over it. */
static bool is_scrap(const char *path) {
  struct stat st;
  return !stat(path, &st) && S_ISREG(st.st_mode) && st.st_size > 0 &&
         st.st_size < 100; /* the header of a database */
}

/* The state of an existing file decides; nothing is written before. */
static void admit(truc_ledger *l, const char *path,
                  const truc_ledger_options *o) {
  header h = read_header(l, path);
  bool ours = is_ours(l, &h, path);
  truc__script(l, "PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY;");
  if (truc__failed(l)) return;
  bool may_create =
      o->mode == TRUC_LEDGER_CREATE || o->mode == TRUC_LEDGER_MEMORY;
  if (!ours && !may_create)
    truc__set_fail(l, TRUC_ELEDGER, "'%.80s' is empty, no ledger yet", path);
  else if (o->mode == TRUC_LEDGER_READ && h.version < TRUC_LEDGER_SCHEMA)
    truc__set_fail(l, TRUC_ELEDGER,
                   "'%.60s' has tables of an older version; open it for "
                   "writing once",
                   path);
  if (truc__failed(l)) return;
  if (o->mode == TRUC_LEDGER_READ) {
    /* What is asked of it lies in thousands of places, most of them read once:
    ** a small cache is soon in the processor's own, and costs a third less than
    ** the file mapped, whose pages come in one fault each. */
    truc__script(l, "PRAGMA cache_size = -1000");
    return;
  }
  l->writable = true;
  set_up_writing(l, o);
  if (!ours || h.version < TRUC_LEDGER_SCHEMA) create_or_migrate(l, path);
}

static int flags_of(truc_ledger_mode mode) {
  int f = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
  switch (mode) {
    case TRUC_LEDGER_READ: return f | SQLITE_OPEN_READONLY;
    case TRUC_LEDGER_WRITE: return f | SQLITE_OPEN_READWRITE;
    case TRUC_LEDGER_CREATE:
      return f | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    default:
      return f | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
             SQLITE_OPEN_MEMORY;
  }
}

/* A ledger in a folder that cannot be written has no place for the files of a
** reader; if no writer left one behind, nobody can be writing. */
static bool open_immutable(truc_ledger *l, const char *path) {
  truc__buf uri = {0};
  truc__buf_str(&uri, path);
  truc__buf_str(&uri, "-wal");
  bool alone = !uri.rc && access(uri.p, F_OK) != 0;
  truc__buf_reset(&uri);
  truc__buf_str(&uri, "file:");
  for (const char *p = path; *p; p++)
    if (strchr("%?#", *p))
      truc__buf_fmt(&uri, "%%%02X", (unsigned char)*p);
    else
      truc__buf_chr(&uri, *p);
  truc__buf_str(&uri, "?immutable=1");
  sqlite3 *db = NULL;
  bool ok = alone && !uri.rc &&
            sqlite3_open_v2(
                uri.p, &db,
                SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
                NULL) == SQLITE_OK;
  truc__buf_release(&uri);
  if (!ok) {
    sqlite3_close(db);
    return false;
  }
  sqlite3_close(l->db);
  l->db = db;
  return true;
}

static void connect(truc_ledger *l, const char *path,
                    const truc_ledger_options *o) {
  if (o->mode != TRUC_LEDGER_MEMORY && is_scrap(path)) {
    truc__set_fail(l, TRUC_ELEDGER, "'%.100s' is not a database", path);
    return;
  }
  int rc = sqlite3_open_v2(o->mode == TRUC_LEDGER_MEMORY ? ":memory:" : path,
                           &l->db, flags_of(o->mode), NULL);
  if (!rc) {
    sqlite3_extended_result_codes(l->db, 1);
    sqlite3_busy_timeout(l->db,
                         (int)(o->wait_ms > 3600000 ? 3600000 : o->wait_ms));
    if (o->mode == TRUC_LEDGER_READ)
      rc = sqlite3_exec(l->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
    if ((rc & 0xff) == SQLITE_CANTOPEN || (rc & 0xff) == SQLITE_READONLY)
      if (open_immutable(l, path)) rc = SQLITE_OK;
  }
  if ((rc & 0xff) == SQLITE_CANTOPEN) {
    const char *why = access(path, F_OK) == 0 ? "cannot open ledger"
                      : o->mode == TRUC_LEDGER_CREATE
                          ? "cannot make a ledger at"
                          : "no ledger";
    truc__set_fail(l, TRUC_EIO, "%s '%.100s'", why, path);
  } else if ((rc & 0xff) == SQLITE_NOTADB) {
    truc__set_fail(l, TRUC_ELEDGER, "'%.100s' is not a database", path);
  } else if (rc) {
    truc__sql_fail(l, rc, "opening the ledger");
  }
  if (!rc && truc__pour_register(l->db, &l->pour))
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  if (!rc && truc__fts_register(l->db))
    truc__set_fail(l, TRUC_ELEDGER, "this SQLite lacks FTS5");
}

/* No damage inside the file that a cheap look can show. */
static void remember(truc_ledger *l) {
  l->old_documents = truc__ask_int(l, 0, "SELECT max(id) FROM document", "");
  int64_t n = truc__ask_int(l, 0, "SELECT count(*) FROM waiting", "");
  l->waiting = (uint32_t)n;
  l->pending_lost = n != 0;
  l->unranked = truc__ask_int(
      l, 0, "SELECT 1 FROM proposition WHERE ranked > 0 LIMIT 1", "");
}

static void give_back(truc_ledger *l) {
  truc__finalize_all(l);
  sqlite3_close(l->db);
  truc__memo_release(&l->entities);
  truc__memo_release(&l->readings);
  truc__memo_release(&l->syllables);
  truc__copies_release(l);
  truc__pending_release(l);
  truc__claim_release(&l->claim);
  truc__buf_release(&l->a);
  truc__buf_release(&l->b);
  truc__buf_release(&l->c);
  truc__arena_release(&l->names);
  truc__memo_release(&l->named);
  VEC_FREE(l->name);
  truc__pour_release(&l->pour);
  truc__free(l);
}

truc_rc truc_ledger_open(const char *path, const truc_ledger_options *opt,
                         truc_err *err, truc_ledger **out) {
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  if (opt && opt->size != sizeof o)
    return truc__fail(err, TRUC_EARG, 0, 0, "options of another version");
  if (opt) o = *opt;
  *out = NULL;
  if (!path && o.mode != TRUC_LEDGER_MEMORY)
    return truc__fail(err, TRUC_EARG, 0, 0, "a ledger without a name");
  truc_ledger *l = truc__realloc(NULL, sizeof *l);
  if (!l) return truc__fail(err, TRUC_ENOMEM, 0, 0, "out of memory");
  memset(l, 0, sizeof *l);
  l->batch = 1;
  connect(l, path, &o);
  if (!truc__failed(l)) admit(l, path ? path : "", &o);
  remember(l);
  if (truc__failed(l)) {
    truc_rc rc = truc__end_call(l, err);
    give_back(l);
    return rc;
  }
  l->batch = o.batch > 1 ? o.batch : 1;
  l->words = o.words;
  *out = l;
  return TRUC_OK;
}

truc_rc truc_ledger_commit(truc_ledger *l, truc_err *err) {
  truc__begin_call(l);
  truc__commit(l);
  return truc__end_call(l, err);
}

uint32_t truc_ledger_lost(const truc_ledger *l) { return l->lost; }

truc_rc truc_ledger_close(truc_ledger *l, truc_err *err) {
  if (!l) return TRUC_OK;
  truc__begin_call(l);
  truc__settle(l);
  truc_rc rc = truc__end_call(l, err);
  if (!rc) rc = truc_ledger_commit(l, err);
  give_back(l);
  return rc;
}

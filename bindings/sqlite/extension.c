/* SPDX-License-Identifier: Apache-2.0
**
** extension.c - the tokenizer of the ledger's search for any SQLite.
**
**     .load ./truc_fts5
**     CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'truc blind');
**     SELECT * FROM t WHERE t MATCH 'duong';    -- finds đường, too
**
** The host program has a SQLite of its own; it is called through the functions
** that it hands over, never through one that we would bring along.
*/
#include "bindings/sqlite/api.h"

#include "ledger/ledger.h"

const sqlite3_api_routines *sqlite3_api;

/* The entry that SQLite derives from the file's name, truc_fts5.so. */
TRUC_API int sqlite3_trucfts_init(sqlite3 *db, char **message,
                                  const sqlite3_api_routines *api);

int sqlite3_trucfts_init(sqlite3 *db, char **message,
                         const sqlite3_api_routines *api) {
  sqlite3_api = api;
  if (truc__fts_register(db) == TRUC_OK) return SQLITE_OK;
  *message = sqlite3_mprintf("this SQLite lacks FTS5");
  return SQLITE_ERROR;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* fts.c - the text index: our tokenizer for FTS5, and the documents that wait
** to be indexed.
**
** Position is syllable, always.  At its position a syllable is indexed by its
** exact key and, if it has marks, by its blind key behind a byte 0x01: the two
** name spaces never meet.  A query syllable with marks asks for the exact key;
** one without asks for the exact key OR the blind one: `duong` finds đường, and
** `đường` finds only đường.  (Indexing the blind key of a syllable without
** marks too, as one would first think of, adds a third to the index and finds
** nothing more.)  Errors in the text cannot happen: what is no syllable is
** skipped, since an error here would make a database unreadable. */
#include "ledger/ledger.h"
#include "text/fold.h"

/* -------------------------------------------------------------- tokenizer */

typedef int token_fn(void *, int, const char *, int, int, int);

/* Indexing: the blind key beside an exact one that differs.  Asking: the blind
** key beside an exact one that has no marks. */
static int put_syllable(const char *s, size_t start, size_t len, int flags,
                        void *ctx, token_fn *put) {
  char exact[TRUC__FOLD_MAX], blind[TRUC__FOLD_MAX + 1];
  size_t n = truc__fold_key(s + start, len, exact);
  if (!n) { /* longer than any syllable: it holds its position */
    memcpy(exact, "\x02", 1);
    n = 1;
  }
  int rc = put(ctx, 0, exact, (int)n, (int)start, (int)(start + len));
  if (rc) return rc;
  size_t m = truc__fold_blind(exact, n, blind + 1);
  bool same = m == n && !memcmp(exact, blind + 1, n);
  if (!m || same != ((flags & FTS5_TOKENIZE_QUERY) != 0)) return SQLITE_OK;
  blind[0] = '\x01';
  return put(ctx, FTS5_TOKEN_COLOCATED, blind, (int)m + 1, (int)start,
             (int)(start + len));
}

static int tokenize(Fts5Tokenizer *t, void *ctx, int flags, const char *s,
                    int n, token_fn *put) {
  size_t i = 0, start, len;
  (void)t;
  while (truc__syllable(s, (size_t)n, &i, &start, &len)) {
    int rc = put_syllable(s, start, len, flags, ctx, put);
    if (rc) return rc;
  }
  return SQLITE_OK;
}

/* No state: any address that is not NULL will do. */
static int create(void *api, const char **args, int nargs,
                  Fts5Tokenizer **out) {
  (void)args;
  (void)nargs;
  *out = (Fts5Tokenizer *)api;
  return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *t) { (void)t; }

truc_rc truc__fts_register(sqlite3 *db) {
  fts5_api *api = NULL;
  fts5_tokenizer ours = {create, destroy, tokenize};
  sqlite3_stmt *s = NULL;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &s, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer(s, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(s);
  }
  sqlite3_finalize(s);
  if (!api) return TRUC_ELEDGER;
  return api->xCreateTokenizer(api, "truc", api, &ours, NULL)
             ? TRUC_ENOMEM
             : TRUC_OK;
}

/* ------------------------------------------------------- written forms */

void truc__syllables_add(truc_ledger *l, const char *s, size_t n) {
  size_t i = 0, start, len;
  while (truc__syllable(s, n, &i, &start, &len) && !truc__failed(l)) {
    char exact[TRUC__FOLD_MAX], blind[TRUC__FOLD_MAX];
    int64_t there;
    size_t k = truc__fold_key(s + start, len, exact);
    if (!k) continue;
    uint64_t h = truc__hash(exact, k);
    if (truc__memo_get(&l->syllables, h, &there)) continue;
    truc__memo_put(&l->syllables, h, 1);
    size_t m = truc__fold_blind(exact, k, blind);
    if (m && (m != k || memcmp(exact, blind, k)))
      truc__exec(l, "INSERT OR IGNORE INTO syllable VALUES(?, ?)", "tt", blind,
                 m, exact, k);
  }
}

/* --------------------------------------------------------------- indexing */

/* Calls the index for every sentence of a document. */
static void each_sentence(truc_ledger *l, int64_t document, bool remove) {
  sqlite3_stmt *d =
      truc__ask(l, "SELECT text FROM document WHERE id = ?", "i", document);
  if (!truc__next(l, d)) return;
  const char *text = sqlite3_column_blob(d, 0);
  int64_t n = sqlite3_column_bytes(d, 0);
  sqlite3_stmt *s = truc__ask(
      l, "SELECT id, start, end FROM sentence WHERE document = ?", "i",
      document);
  while (truc__next(l, s)) {
    int64_t id = sqlite3_column_int64(s, 0), from = sqlite3_column_int64(s, 1);
    int64_t to = sqlite3_column_int64(s, 2);
    if (from < 0 || to > n || from >= to) continue;
    if (remove)
      truc__exec(l,
                 "INSERT INTO search(search, rowid, text) "
                 "VALUES('delete', ?, ?)",
                 "it", id, text + from, (size_t)(to - from));
    else
      truc__exec(l, "INSERT INTO search(rowid, text) VALUES(?, ?)", "it", id,
                 text + from, (size_t)(to - from));
  }
  truc__end(d);
}

void truc__fts_remove(truc_ledger *l, int64_t document) {
  if (truc__ask_int(l, 0, "SELECT 1 FROM unindexed WHERE document = ?", "i",
                    document))
    truc__exec(l, "DELETE FROM unindexed WHERE document = ?", "i", document);
  else
    each_sentence(l, document, true);
}

void truc__fts_flush(truc_ledger *l) {
  truc__ids waiting = {0};
  if (!truc__transaction(l)) return;
  sqlite3_stmt *s = truc__ask(l, "SELECT document FROM unindexed", "");
  while (truc__next(l, s)) truc__ids_add(l, &waiting, sqlite3_column_int64(s, 0));
  for (uint32_t i = 0; i < waiting.n && !truc__failed(l); i++)
    each_sentence(l, waiting.v[i], false);
  truc__exec(l, "DELETE FROM unindexed", "");
  truc__finish(l);
  if (!truc__failed(l)) l->waiting = 0, l->waiting_bytes = 0;
  VEC_FREE(waiting);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* fts.c - our tokenizer for FTS5.
**
** Position is syllable, always, whatever a segmenter or a query joins.  There
** are two ways to make `duong` find đường while `đường` finds only đường:
**
**   tokenize='truc blind'   every syllable with marks is indexed twice at its
**       position: by its exact key, and by its blind key behind a byte 0x01, a
**       name space of its own.  A query syllable without marks asks for both.
**       Needs nothing but the index: for use outside a ledger.
**   tokenize='truc compounds'   (also with blind) where a segmenter has joined
**       syllables by '_', the compound is indexed too, at the position of its
**       first syllable: phrases of syllables match as before, and `hợp_tác` in
**       a query asks for the one word.  For use outside a ledger, too.
**   tokenize='truc'         by the exact key alone.  Whoever asks gives all the
**       written forms of a syllable (words.c finds them in `syllable`), each
**       further one behind a byte 0x02: they are taken as synonyms.  A third
**       smaller and faster to build: what a ledger uses.
**
** Errors in the text cannot happen: what is no syllable is skipped, since an
** error here would make a database unreadable. */
#include "ledger/ledger.h"
#include "text/fold.h"

enum { COMPOUND_MAX = 256 };

typedef int token_fn(void *, int, const char *, int, int, int);

/* A tokenizer of one table. */
typedef struct tokenizer {
  bool blind, compounds;
  truc__folds folds;
} tokenizer;

static int put_blind(const char *exact, size_t n, int start, int end,
                     bool asking, void *ctx, token_fn *put) {
  char blind[TRUC__FOLD_MAX + 1] = "\x01";
  size_t m = truc__fold_blind(exact, n, blind + 1);
  bool same = m == n && !memcmp(exact, blind + 1, n);
  if (!m || same != asking) return SQLITE_OK;
  return put(ctx, FTS5_TOKEN_COLOCATED, blind, (int)m + 1, start, end);
}

/* Is the syllable that ends at `end` joined to one behind it? */
static bool joined(const char *s, size_t n, size_t end, size_t *i,
                   size_t *start, size_t *len) {
  *i = end;
  return end < n && s[end] == '_' && truc__syllable(s, n, i, start, len) &&
         *start == end + 1;
}

/* The compound that begins with the syllable s[start..start+len), if there is
** one: its keys joined by '_'.  0: none, or too long; *end is set behind it. */
static size_t compound(tokenizer *t, const char *s, size_t n, size_t start,
                       size_t len, char out[COMPOUND_MAX], size_t *end) {
  size_t k = 0, i, next = start, length = len, count = 0;
  bool fits = true;
  do {
    char key[TRUC__FOLD_MAX];
    size_t m = truc__fold_known(&t->folds, s + next, length, key);
    fits = fits && m && k + m + 1 <= COMPOUND_MAX;
    if (fits && count) out[k++] = '_';
    if (fits) memcpy(out + k, key, m);
    if (fits) k += m;
    *end = next + length;
    count++;
  } while (joined(s, n, *end, &i, &next, &length));
  return fits && count > 1 ? k : 0;
}

static int tokenize(Fts5Tokenizer *t, void *ctx, int flags, const char *s,
                    int n, token_fn *put) {
  size_t i = 0, start, len;
  bool asking = (flags & FTS5_TOKENIZE_QUERY) != 0;
  tokenizer *own = (tokenizer *)(void *)t;
  bool blind = own->blind;
  size_t inside = 0; /* where the compound ends that was put last */
  while (truc__syllable(s, (size_t)n, &i, &start, &len)) {
    char word[COMPOUND_MAX];
    size_t end = 0, w = 0;
    if (own->compounds && start >= inside) {
      w = compound(own, s, (size_t)n, start, len, word, &end);
      if (w) inside = end;
    }
    if (w && asking) { /* the word, and nothing of its parts */
      int said = put(ctx, 0, word, (int)w, (int)start, (int)end);
      if (said) return said;
      i = end;
      continue;
    }
    char exact[TRUC__FOLD_MAX];
    size_t k = truc__fold_known(&own->folds, s + start, len, exact);
    int from = (int)start, to = (int)(start + len);
    if (!k) exact[k++] = '\x02'; /* too long: it holds its position */
    bool again = asking && start && s[start - 1] == '\x02';
    int rc =
        put(ctx, again ? FTS5_TOKEN_COLOCATED : 0, exact, (int)k, from, to);
    if (!rc && blind) rc = put_blind(exact, k, from, to, asking, ctx, put);
    if (!rc && w)
      rc = put(ctx, FTS5_TOKEN_COLOCATED, word, (int)w, from, (int)end);
    if (rc) return rc;
  }
  return SQLITE_OK;
}

static int create(void *unused, const char **args, int nargs,
                  Fts5Tokenizer **out) {
  (void)unused;
  bool blind = false, compounds = false;
  for (int i = 0; i < nargs; i++) {
    bool is_blind = !strcmp(args[i], "blind");
    if (!is_blind && strcmp(args[i], "compounds")) return SQLITE_ERROR;
    blind |= is_blind;
    compounds |= !is_blind;
  }
  tokenizer *own = sqlite3_malloc(sizeof *own);
  if (!own) return SQLITE_NOMEM;
  memset(own, 0, sizeof *own);
  own->blind = blind;
  own->compounds = compounds;
  *out = (Fts5Tokenizer *)own;
  return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *t) { sqlite3_free(t); }

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
  return api->xCreateTokenizer(api, "truc", NULL, &ours, NULL) ? TRUC_ENOMEM
                                                               : TRUC_OK;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* user.c - words of the caller's own, laid over the model.
**
** One table holds every beginning of every word, as the keys of its tokens
** one after another, each ended by SEP.  So a walk from a token asks for one
** token more as long as some word goes on, and most walks end at the first. */
#include "text/fold.h"
#include "word/word.h"

#define SEP '\x1F' /* a control: in no token */
#define KEY_MAX (WORD_LONGEST * (TRUC__FOLD_MAX + 1))

typedef struct {
  uint32_t off, len; /* of the key in the pool */
  bool end;          /* a word ends here */
} beginning;

typedef struct truc__userwords {
  truc__buf pool;
  VEC(beginning) entry;
  VEC(uint32_t) slot; /* [a power of two] 1 + index of an entry, 0 empty */
} truc__userwords;

/* ------------------------------------------------------------------- table */

/* The slot of a key, or the empty one where it belongs. */
static uint32_t *slot_of(const truc__userwords *u, const char *key, size_t n) {
  uint32_t mask = u->slot.n - 1, at = (uint32_t)truc__hash(key, n) & mask;
  for (;; at = (at + 1) & mask) {
    uint32_t *slot = &u->slot.v[at];
    if (!*slot) return slot;
    const beginning *e = &u->entry.v[*slot - 1];
    if (e->len == n && !memcmp(u->pool.p + e->off, key, n)) return slot;
  }
}

/* Keeps the table at most half full. */
static bool slot_room(truc__userwords *u) {
  if (u->entry.n < u->slot.n / 2) return true;
  uint32_t n = u->slot.n ? u->slot.n * 2 : 64;
  if (!VEC_ROOM(u->slot, n - u->slot.n)) return false;
  u->slot.n = n;
  memset(u->slot.v, 0, n * sizeof *u->slot.v);
  for (uint32_t i = 0; i < u->entry.n; i++) {
    const beginning *e = &u->entry.v[i];
    *slot_of(u, u->pool.p + e->off, e->len) = i + 1;
  }
  return true;
}

static bool add_beginning(truc__userwords *u, const char *key, size_t n,
                          bool end) {
  if (!slot_room(u)) return false;
  uint32_t *slot = slot_of(u, key, n);
  if (!*slot) {
    beginning e = {(uint32_t)u->pool.n, (uint32_t)n, false};
    truc__buf_put(&u->pool, key, n);
    if (u->pool.rc || !VEC_PUSH(u->entry, e)) return false;
    *slot = u->entry.n;
  }
  u->entry.v[*slot - 1].end |= end;
  return true;
}

/* Appends the key of a token; 0 if it has none, else the new length. */
static size_t add_key(const truc_doc *d, uint32_t tok, char *key, size_t n) {
  size_t k =
      truc__fold_key(truc__tok_text(d, tok), d->token.v[tok].text_len, key + n);
  if (!k) return 0;
  key[n + k] = SEP;
  return n + k + 1;
}

truc_rc truc__user_add(truc_doc *d, const truc_doc *word) {
  char key[KEY_MAX];
  size_t n = 0;
  if (word->token.n > WORD_LONGEST) return TRUC_ELIMIT;
  if (!d->user) {
    d->user = truc__realloc(NULL, sizeof *d->user);
    if (!d->user) return TRUC_ENOMEM;
    memset(d->user, 0, sizeof *d->user);
  }
  for (uint32_t i = 0; i < word->token.n; i++) {
    n = add_key(word, i, key, n);
    if (!n) return TRUC_ELIMIT;
    if (!add_beginning(d->user, key, n, i + 1 == word->token.n))
      return TRUC_ENOMEM;
  }
  return TRUC_OK;
}

void truc__user_free(truc_doc *d) {
  truc__userwords *u = d->user;
  if (!u) return;
  truc__buf_release(&u->pool);
  VEC_FREE(u->entry);
  VEC_FREE(u->slot);
  truc__free(u);
  d->user = NULL;
}

/* ----------------------------------------------------------------- look-up */

/* Tokens of the longest word that begins at `tok` and ends before `end`. */
static uint32_t longest(const truc_doc *d, uint32_t tok, uint32_t end) {
  const truc__userwords *u = d->user;
  char key[KEY_MAX];
  size_t n = 0;
  uint32_t found = 0;
  if (end - tok > WORD_LONGEST) end = tok + WORD_LONGEST;
  for (uint32_t k = tok; k < end; k++) {
    const truc_token *t = &d->token.v[k];
    if (k > tok && (t->flags & (TRUC_TF_LINE | TRUC_TF_PARA))) break;
    n = add_key(d, k, key, n);
    uint32_t at = n ? *slot_of(u, key, n) : 0;
    if (!at) break;
    if (u->entry.v[at - 1].end) found = k - tok + 1;
  }
  return found;
}

bool truc__user_find(const truc_doc *d, const truc_sentence *s,
                     uint8_t *force) {
  bool any = false;
  uint32_t end = s->tok + s->ntok;
  memset(force, FORCE_NONE, s->ntok);
  if (!d->user->entry.n) return false;
  for (uint32_t tok = s->tok; tok < end;) {
    uint32_t n = longest(d, tok, end), at = tok - s->tok;
    if (n) {
      any = true;
      force[at] = FORCE_APART;
      memset(force + at + 1, FORCE_JOIN, n - 1);
      if (tok + n < end) force[at + n] = FORCE_APART;
    }
    tok += n ? n : 1;
  }
  return any;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* index.c - what is written by the batch: the text index, counts of names. */
#include <stdlib.h>

#include "ledger/ledger.h"

/* Names of a batch, summed up before they are written. */
typedef struct name {
  int64_t entity;
  uint32_t off, len; /* in `text` */
  uint32_t n;
} name;
typedef struct names {
  VEC(name) v;
  truc__buf text;
  truc__memo at; /* hash of entity and text -> place in `v` */
} names;

/* The name as it is written, blanks and underscores levelled. */
static void put_name(truc__buf *b, const char *s, size_t n) {
  size_t from = b->n;
  for (size_t i = 0; i < n; i++) {
    bool blank = (unsigned char)s[i] <= ' ' || s[i] == '_';
    if (!blank)
      truc__buf_chr(b, s[i]);
    else if (b->n > from && b->p[b->n - 1] != ' ')
      truc__buf_chr(b, ' ');
  }
}

static void count_name(truc_ledger *l, names *c, int64_t entity, const char *s,
                       size_t n) {
  int64_t at;
  name x = {.entity = entity, .off = (uint32_t)c->text.n, .n = 1};
  put_name(&c->text, s, n);
  x.len = (uint32_t)c->text.n - x.off;
  if (c->text.rc || !x.len) return;
  uint64_t h = truc__hash(c->text.p + x.off, x.len) ^
               (uint64_t)entity * 0x9E3779B97F4A7C15u;
  if (truc__memo_get(&c->at, h, &at)) {
    c->v.v[at].n++;
    c->text.n = x.off;
    return;
  }
  truc__memo_put(&c->at, h, c->v.n);
  if (!VEC_PUSH(c->v, x)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

static int by_entity(const void *a, const void *b) {
  const name *x = a, *y = b;
  return (x->entity > y->entity) - (x->entity < y->entity);
}

static void write_names(truc_ledger *l, names *c, int64_t sign) {
  if (c->v.n) qsort(c->v.v, c->v.n, sizeof *c->v.v, by_entity);
  for (uint32_t i = 0; i < c->v.n && !truc__failed(l); i++) {
    const name *x = &c->v.v[i];
    truc__buf_reset(&l->b);
    truc__fold_words_blind(&l->b, c->text.p + x->off, x->len);
    if (!l->b.n) continue;
    truc__exec(l,
               "INSERT INTO alias VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE "
               "SET n = n + excluded.n",
               "itti", x->entity, c->text.p + x->off, (size_t)x->len, l->b.p,
               l->b.n, sign * (int64_t)x->n);
  }
  if (c->text.rc || l->b.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

/* The names that the sentences of a document hold. */
static void read_names(truc_ledger *l, names *c, int64_t document) {
  sqlite3_stmt *s =
      truc__ask(l,
                "SELECT m.entity, m.start, m.length, s.text FROM document d "
                "CROSS JOIN sentence s ON s.id BETWEEN d.first AND d.last "
                "CROSS JOIN mention m ON m.sentence = s.id AND m.named "
                "CROSS JOIN entity e ON e.id = m.entity "
                "WHERE d.id = ? AND e.type NOT IN ('GROUP', 'OFFICE')",
                "i", document);
  while (truc__next(l, s)) {
    int64_t from = sqlite3_column_int64(s, 1), len = sqlite3_column_int64(s, 2);
    const char *p = sqlite3_column_blob(s, 3);
    if (p && from >= 0 && len > 0 && from + len <= sqlite3_column_bytes(s, 3))
      count_name(l, c, sqlite3_column_int64(s, 0), p + from, (size_t)len);
  }
}

static void release_names(names *c) {
  VEC_FREE(c->v);
  truc__buf_release(&c->text);
  truc__memo_release(&c->at);
}

/* ---------------------------------------------------------------- indexing */

static void index_text(truc_ledger *l) {
  truc__exec(l,
             "INSERT INTO search(rowid, text) SELECT s.id, s.text "
             "FROM waiting w CROSS JOIN document d ON d.id = w.document "
             "CROSS JOIN sentence s ON s.id BETWEEN d.first AND d.last "
             "ORDER BY s.id",
             "");
}

static void index_appearances(truc_ledger *l) {
  truc__exec(l,
             "INSERT INTO appearance SELECT m.entity, w.document, count(*) "
             "FROM waiting w CROSS JOIN document d ON d.id = w.document "
             "CROSS JOIN mention m ON m.sentence BETWEEN d.first AND d.last "
             "GROUP BY m.entity, w.document",
             "");
}

static void index_concerns(truc_ledger *l) {
  truc__exec(l,
             "INSERT OR IGNORE INTO concern SELECT y.entity, y.claim "
             "FROM waiting w CROSS JOIN document d ON d.id = w.document "
             "CROSS JOIN fact f ON f.id BETWEEN d.first_fact AND d.last_fact "
             "CROSS JOIN party y ON y.claim = f.claim "
             "ORDER BY y.entity, y.claim",
             "");
}

static void index_names(truc_ledger *l) {
  names c = {0};
  sqlite3_stmt *s = truc__ask(l, "SELECT document FROM waiting", "");
  while (truc__next(l, s)) read_names(l, &c, sqlite3_column_int64(s, 0));
  write_names(l, &c, 1);
  release_names(&c);
}

void truc__settle(truc_ledger *l) {
  if (!l->writable || !l->waiting || l->in_transaction) return;
  if (!truc__transaction(l)) return;
  truc__copies_recall(l);
  index_text(l);
  index_appearances(l);
  index_concerns(l);
  index_names(l);
  truc__copies_index(l);
  truc__exec(l, "DELETE FROM waiting", "");
  truc__finish(l);
  if (!truc__failed(l)) l->waiting = 0, l->waiting_bytes = 0;
}

void truc__unindex(truc_ledger *l, int64_t document) {
  names c = {0};
  if (truc__ask_int(l, 0, "SELECT 1 FROM waiting WHERE document = ?", "i",
                    document)) {
    truc__exec(l, "DELETE FROM waiting WHERE document = ?", "i", document);
    return;
  }
  truc__exec(l,
             "INSERT INTO search(search, rowid, text) SELECT 'delete', s.id, "
             "s.text FROM document d JOIN sentence s "
             "ON s.id BETWEEN d.first AND d.last WHERE d.id = ?",
             "i", document);
  truc__exec(l,
             "DELETE FROM appearance WHERE document = ?1 AND entity IN "
             "(SELECT m.entity FROM document d JOIN mention m ON m.sentence "
             "BETWEEN d.first AND d.last WHERE d.id = ?1)",
             "i", document);
  read_names(l, &c, document);
  write_names(l, &c, -1);
  for (uint32_t i = 0; i < c.v.n; i++)
    truc__exec(l, "DELETE FROM alias WHERE entity = ? AND n <= 0", "i",
               c.v.v[i].entity);
  release_names(&c);
}

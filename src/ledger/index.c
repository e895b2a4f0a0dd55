/* SPDX-License-Identifier: Apache-2.0 */
/* index.c - what is written by the batch: the text index, counts of names. */
#include <stdlib.h>

#include "ledger/ledger.h"

/* What the documents that wait have for the indexes, so that nothing is read
** back: names summed up, entities by document.  After an end
** without a close, a failed transaction or another process's writing it is
** gathered anew from the tables (truc__recall). */
typedef struct name {
  int64_t entity;
  uint32_t off, len; /* in `text` */
  uint32_t n;
} name;
typedef struct pair {
  int64_t entity, document;
  uint32_t n;
} pair;
typedef struct truc__pending {
  VEC(name) name;
  truc__buf text;
  truc__memo name_at; /* hash of entity and text -> place in `name` */
  VEC(pair) appearance;
  uint32_t first;      /* where those of the last document begin, and */
  int64_t document;    /* which that is */
  truc__memo entities; /* its entities -> place in `appearance` */
} truc__pending;

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

static void count_name(truc_ledger *l, truc__pending *c, int64_t entity,
                       const char *s, size_t n) {
  int64_t at;
  name x = {.entity = entity, .off = (uint32_t)c->text.n, .n = 1};
  put_name(&c->text, s, n);
  x.len = (uint32_t)c->text.n - x.off;
  if (c->text.rc || !x.len) return;
  uint64_t h = truc__hash(c->text.p + x.off, x.len) ^
               (uint64_t)entity * 0x9E3779B97F4A7C15u;
  if (truc__memo_get(&c->name_at, h, &at)) {
    c->name.v[at].n++;
    c->text.n = x.off;
    return;
  }
  truc__memo_put(&c->name_at, h, c->name.n);
  if (!VEC_PUSH(c->name, x)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
}

static truc__pending *pending(truc_ledger *l) {
  if (!l->pending &&
      (l->pending = truc__realloc(NULL, sizeof *l->pending)) != NULL)
    memset(l->pending, 0, sizeof *l->pending);
  if (!l->pending) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  return l->pending;
}

void truc__pend_mention(truc_ledger *l, int64_t document, int64_t entity,
                        const char *ref, bool named, const char *s, size_t n) {
  truc__pending *p = pending(l);
  int64_t at;
  if (!p) return;
  if (p->document != document) {
    p->document = document;
    truc__memo_clear(&p->entities);
  }
  if (truc__memo_get(&p->entities, (uint64_t)entity, &at)) {
    p->appearance.v[at].n++;
  } else {
    truc__memo_put(&p->entities, (uint64_t)entity, p->appearance.n);
    if (!VEC_PUSH(p->appearance, ((pair){entity, document, 1})))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
  if (named && strncmp(ref, "grp:", 4) && strncmp(ref, "office:", 7))
    count_name(l, p, entity, s, n);
}

static void forget(truc__pending *p) {
  if (!p) return;
  p->name.n = p->appearance.n = 0;
  p->document = 0;
  truc__buf_reset(&p->text);
  truc__memo_clear(&p->name_at);
  truc__memo_clear(&p->entities);
}

static void release(truc__pending *p) {
  if (!p) return;
  VEC_FREE(p->name);
  VEC_FREE(p->appearance);
  truc__buf_release(&p->text);
  truc__memo_release(&p->name_at);
  truc__memo_release(&p->entities);
}

void truc__pending_release(truc_ledger *l) {
  release(l->pending);
  truc__free(l->pending);
  l->pending = NULL;
}

/* ----------------------------------------------------------------- recall */

/* What one stored document has. */
static void gather(truc_ledger *l, int64_t document) {
  sqlite3_stmt *s =
      truc__ask(l,
                "SELECT m.entity, e.ref, m.named, m.start, m.length, s.text "
                "FROM document d "
                "CROSS JOIN sentence s ON s.id BETWEEN d.first AND d.last "
                "CROSS JOIN mention m ON m.sentence = s.id "
                "CROSS JOIN entity e ON e.id = m.entity WHERE d.id = ?",
                "i", document);
  while (truc__next(l, s)) {
    int64_t from = sqlite3_column_int64(s, 3), n = sqlite3_column_int64(s, 4);
    const char *p = sqlite3_column_blob(s, 5);
    bool sound =
        p && from >= 0 && n > 0 && from + n <= sqlite3_column_bytes(s, 5);
    truc__pend_mention(l, document, sqlite3_column_int64(s, 0),
                       truc__text(s, 1), sound && sqlite3_column_int(s, 2),
                       sound ? p + from : "", sound ? (size_t)n : 0);
  }
}

void truc__recall(truc_ledger *l) {
  truc__ids waiting = {0};
  int64_t version = truc__ask_int(l, 0, "PRAGMA data_version", "");
  if (version == l->version && !l->pending_lost) return;
  forget(l->pending);
  sqlite3_stmt *s = truc__ask(l, "SELECT document FROM waiting", "");
  while (truc__next(l, s))
    if (!VEC_PUSH(waiting, sqlite3_column_int64(s, 0)))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  truc__copies_recall(l, &waiting);
  for (uint32_t i = 0; i < waiting.n && !truc__failed(l); i++)
    gather(l, waiting.v[i]);
  l->version = version;
  l->pending_lost = truc__failed(l);
  VEC_FREE(waiting);
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

static int by_entity(const void *a, const void *b) {
  const pair *x = a, *y = b;
  if (x->entity != y->entity) return x->entity < y->entity ? -1 : 1;
  return (x->document > y->document) - (x->document < y->document);
}

static void index_appearances(truc_ledger *l, truc__pending *p) {
  if (p->appearance.n)
    qsort(p->appearance.v, p->appearance.n, sizeof *p->appearance.v, by_entity);
  for (uint32_t i = 0; i < p->appearance.n; i++)
    truc__row(l, "iii", p->appearance.v[i].entity, p->appearance.v[i].document,
              (int64_t)p->appearance.v[i].n);
  truc__pour(l, "INSERT INTO appearance SELECT a, b, c FROM poured");
}

static int by_name(const void *a, const void *b) {
  const name *x = a, *y = b;
  if (x->entity != y->entity) return x->entity < y->entity ? -1 : 1;
  return (x->off > y->off) - (x->off < y->off);
}

static void write_names(truc_ledger *l, truc__pending *c, int64_t sign) {
  if (c->name.n) qsort(c->name.v, c->name.n, sizeof *c->name.v, by_name);
  for (uint32_t i = 0; i < c->name.n && !truc__failed(l); i++) {
    const name *x = &c->name.v[i];
    truc__buf_reset(&l->b);
    truc__fold_words_blind(&l->b, c->text.p + x->off, x->len);
    if (!l->b.n) continue;
    truc__row(l, "itii", x->entity, c->text.p + x->off, (size_t)x->len,
              truc__name_key(l->b.p, l->b.n), sign * (int64_t)x->n);
  }
  if (c->text.rc || l->b.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  truc__pour(l,
             "INSERT INTO alias SELECT a, b, c, d FROM poured WHERE 1 "
             "ON CONFLICT DO UPDATE SET n = n + excluded.n");
}

void truc__settle(truc_ledger *l) {
  if (!l->writable || l->in_transaction) return;
  if (!l->waiting && !l->unranked) return;
  if (!truc__transaction(l)) return;
  truc__recall(l);
  index_text(l);
  if (pending(l)) {
    index_appearances(l, l->pending);
    write_names(l, l->pending, 1);
  }
  truc__copies_index(l);
  truc__concern_index(l);
  truc__exec(l, "DELETE FROM waiting", "");
  truc__finish(l);
  if (!truc__failed(l)) {
    forget(l->pending);
    truc__memo_clear(&l->named);
    l->waiting = 0;
    l->waiting_bytes = 0;
  }
  truc__commit(l);
}

/* The names of a document are counted down: gathered on the side. */
static void uncount_names(truc_ledger *l, int64_t document) {
  truc__pending own = {0}, *kept = l->pending;
  l->pending = &own;
  gather(l, document);
  write_names(l, &own, -1);
  for (uint32_t i = 0; i < own.name.n; i++)
    truc__exec(l, "DELETE FROM alias WHERE entity = ? AND n <= 0", "i",
               own.name.v[i].entity);
  release(&own);
  l->pending = kept;
}

void truc__unindex(truc_ledger *l, int64_t document) {
  if (truc__ask_int(l, 0, "SELECT 1 FROM waiting WHERE document = ?", "i",
                    document)) {
    truc__exec(l, "DELETE FROM waiting WHERE document = ?", "i", document);
    l->pending_lost = true;
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
  uncount_names(l, document);
}

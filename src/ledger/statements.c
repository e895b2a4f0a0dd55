/* SPDX-License-Identifier: Apache-2.0 */
/* statements.c - the facts that state a proposition: arguments, evidence. */
#include <stdlib.h>

#include "ledger/records.h"

/* ------------------------------------------------------------------ facts */

/* A proposition with more facts is read in part; of the slots that the fullest
** leaves open a few others tell. For a brief less is read, of what comes first
** to hand. */
enum { FULLEST = 4, AT_HAND = 4 };

/* A brief puts in order only the documents that it names, see
** read_documents. */
static void read_day(truc__reader *x, truc__statement *f) {
  sqlite3_stmt *s = truc__ask(
      x->l, "SELECT day, hash FROM document WHERE id = ?", "i", f->document);
  if (!truc__next(x->l, s)) return;
  if (sqlite3_column_type(s, 0) != SQLITE_NULL)
    f->day = sqlite3_column_int64(s, 0);
  f->hash = sqlite3_column_int64(s, 1);
  truc__end(s);
}

void truc__read_facts(truc__reader *x, int64_t id) {
  sqlite3_stmt *s =
      truc__ask(x->l,
                "SELECT f.id, f.document, f.n, f.weight FROM claim c "
                "CROSS JOIN fact f ON f.claim = c.id WHERE c.proposition = ? "
                "LIMIT ?",
                "ii", id, x->brief ? (int64_t)AT_HAND : INT64_MAX);
  x->stated.n = 0;
  while (truc__next(x->l, s)) {
    truc__statement f = {.fact = sqlite3_column_int64(s, 0),
                         .document = sqlite3_column_int64(s, 1),
                         .n = sqlite3_column_int64(s, 2),
                         .weight = sqlite3_column_int64(s, 3),
                         .day = INT64_MAX};
    if (!x->brief) read_day(x, &f);
    if (!VEC_PUSH(x->stated, f)) truc__no_memory(x);
  }
}

static int by_number(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int by_text(const truc__statement *a, const truc__statement *b) {
  int d = by_number(a->hash, b->hash);
  if (!d) d = by_number(a->document, b->document); /* of a brief */
  return d ? d : by_number(a->n, b->n);
}

static int by_fullness(const void *a, const void *b) {
  const truc__statement *x = a, *y = b;
  int d = by_number(y->weight, x->weight);
  return d ? d : by_text(x, y);
}

static int by_day(const void *a, const void *b) {
  const truc__statement *x = a, *y = b;
  int d = by_number(x->day, y->day);
  return d ? d : by_text(x, y);
}

static void sort_facts(truc__reader *x,
                       int (*order)(const void *, const void *)) {
  if (x->stated.n) qsort(x->stated.v, x->stated.n, sizeof *x->stated.v, order);
}

/* ------------------------------------------------------------------ items */

/* The ref of an entity, NULL if the column is. */
static const char *ref_of(truc__reader *x, sqlite3_stmt *s, int column) {
  int64_t at;
  if (sqlite3_column_type(s, column) == SQLITE_NULL) return NULL;
  int64_t entity = sqlite3_column_int64(s, column);
  if (truc__memo_get(&x->ref_at, (uint64_t)entity, &at)) return x->ref.v[at];
  const char *ref = "";
  sqlite3_stmt *e =
      truc__ask(x->l, "SELECT ref FROM entity WHERE id = ?", "i", entity);
  if (truc__next(x->l, e)) {
    ref = truc__kept_column(x, e, 0);
    truc__end(e);
  }
  truc__memo_put(&x->ref_at, (uint64_t)entity, x->ref.n);
  if (!VEC_PUSH(x->ref, ref)) truc__no_memory(x);
  return ref;
}

/* Columns: slot, entity, country, code, number, other, start, end, text,
** implicit. */
static void add_item(truc__reader *x, sqlite3_stmt *s, int64_t document) {
  truc_record_item i = {.slot = truc__kept_column(x, s, 0),
                        .ref = ref_of(x, s, 1),
                        .country = ref_of(x, s, 2),
                        .code = truc__kept_or_null(x, s, 3),
                        .number = truc__kept_or_null(x, s, 4),
                        .text = truc__kept_or_null(x, s, 8),
                        .implicit = (uint8_t)sqlite3_column_int(s, 9)};
  if (sqlite3_column_type(s, 5) != SQLITE_NULL) {
    char *f = truc__arena_get(&x->r->arena, 24);
    if (!f) truc__no_memory(x);
    if (f) sqlite3_snprintf(24, f, "f%lld", sqlite3_column_int64(s, 5));
    i.fact = f;
  }
  if (i.ref) {
    const char *colon = strchr(i.ref, ':');
    i.name = colon ? colon + 1 : i.ref;
  }
  if (sqlite3_column_type(s, 6) != SQLITE_NULL && !x->brief) {
    i.off = (uint32_t)sqlite3_column_int64(s, 6);
    i.len = (uint32_t)sqlite3_column_int64(s, 7) - i.off;
    truc__points_of(x->l, &x->place, document, i.off, i.len, &i.cp, &i.cplen);
    const char *words =
        i.text ? NULL : truc__place_text(&x->place, document, i.off, i.len);
    if (words) i.text = truc__keep(x->l, &x->r->arena, words, i.len);
  }
  i.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena, document);
  if (!VEC_PUSH(x->r->item, i)) truc__no_memory(x);
}

/* Has a fuller statement filled this slot? */
static bool slot_taken(const truc__reader *x, uint32_t from, uint32_t to,
                       const char *slot) {
  for (uint32_t i = from; i < to; i++)
    if (!strcmp(x->r->item.v[i].slot, slot)) return true;
  return false;
}

static void add_items(truc__reader *x, uint32_t from, int64_t fact,
                      int64_t document) {
  uint32_t upto = x->r->item.n;
  sqlite3_stmt *s = truc__ask(
      x->l,
      "SELECT slot, entity, country, code, number, other, start, end, text, "
      "implicit FROM argument WHERE fact = ? ORDER BY n",
      "i", fact);
  while (truc__next(x->l, s))
    if (!slot_taken(x, from, upto, truc__text(s, 0))) add_item(x, s, document);
}

/* The arguments of the fullest statement, then the slots that only others
** fill. */
void truc__read_items(truc__reader *x, truc_record *p, int64_t best,
                      int64_t document) {
  uint32_t from = p->item = x->r->item.n;
  add_items(x, from, best, document);
  uint32_t most = x->brief ? FULLEST / 2 : FULLEST;
  sort_facts(x, by_fullness);
  for (uint32_t i = 0; i < x->stated.n && i < most; i++)
    if (x->stated.v[i].fact != best)
      add_items(x, from, x->stated.v[i].fact, x->stated.v[i].document);
  p->nitem = x->r->item.n - from;
}

/* --------------------------------------------------------------- evidence */

/* Two facts of one text may point to one sentence: it is shown once. */
static bool shown(const truc__reader *x, const truc_record *p, uint32_t doc,
                  uint32_t off) {
  for (uint32_t i = p->evidence; i < x->r->evidence.n; i++)
    if (x->r->evidence.v[i].doc == doc && x->r->evidence.v[i].off == off)
      return true;
  return false;
}

#define EVIDENCE "SELECT f.document, f.n, s.start, s.char, s.text "
#define SENTENCES                           \
  "CROSS JOIN evidence e ON e.fact = f.id " \
  "CROSS JOIN sentence s ON s.id = e.sentence "

static bool enough(const truc__reader *x, const truc_record *p) {
  return x->max_evidence && p->nevidence >= x->max_evidence;
}

static void put_evidence(truc__reader *x, truc_record *p,
                         truc_record_evidence *e) {
  if (!VEC_PUSH(x->r->evidence, *e)) truc__no_memory(x);
  p->nevidence = x->r->evidence.n - p->evidence;
}

/* A row of EVIDENCE. */
static void add_sentence(truc__reader *x, truc_record *p, sqlite3_stmt *s) {
  const char *text = sqlite3_column_blob(s, 4);
  truc_record_evidence e = {.fact = (uint32_t)sqlite3_column_int64(s, 1),
                            .off = (uint32_t)sqlite3_column_int64(s, 2),
                            .cp = (uint32_t)sqlite3_column_int64(s, 3),
                            .len = (uint32_t)sqlite3_column_bytes(s, 4)};
  e.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena,
                              sqlite3_column_int64(s, 0));
  if (!text || shown(x, p, e.doc, e.off)) return;
  e.cplen = truc__points(text, e.len);
  e.text = truc__keep(x->l, &x->r->arena, text, e.len);
  put_evidence(x, p, &e);
}

static void add_sentences(truc__reader *x, truc_record *p, sqlite3_stmt *s) {
  while (truc__next(x->l, s)) {
    add_sentence(x, p, s);
    if (!enough(x, p) && !(x->brief && p->nevidence)) continue;
    truc__end(s);
    return;
  }
}

static void evidence_of(truc__reader *x, truc_record *p, int64_t fact) {
  add_sentences(
      x, p,
      truc__ask(x->l,
                EVIDENCE "FROM fact f " SENTENCES "WHERE f.id = ? ORDER BY e.n",
                "i", fact));
}

/* Of many statements those that come first to hand. */
static void evidence_at_hand(truc__reader *x, truc_record *p, int64_t id) {
  add_sentences(
      x, p,
      truc__ask(x->l,
                EVIDENCE
                "FROM claim c CROSS JOIN fact f ON f.claim = c.id " SENTENCES
                "WHERE c.proposition = ?",
                "i", id));
}

/* What has no date comes last. */
static bool later(const truc__reader *x, const truc_record_evidence *a,
                  const truc_record_evidence *b) {
  const truc_record_document *d = x->r->documents.v.v;
  const char *one = d[a->doc].date, *other = d[b->doc].date;
  if (!*one || !*other) return !*one && *other;
  return strcmp(one, other) > 0;
}

/* Another document that states it, without its sentence. */
static void add_document(truc__reader *x, truc_record *p, int64_t document,
                         int64_t n) {
  truc_record_evidence e = {.fact = (uint32_t)n, .text = ""};
  e.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena, document);
  for (uint32_t i = p->evidence; i < x->r->evidence.n; i++)
    if (x->r->evidence.v[i].doc == e.doc) return;
  put_evidence(x, p, &e);
}

/* Those that are at hand, by date. */
static void read_documents(truc__reader *x, truc_record *p) {
  for (uint32_t i = 0; i < x->stated.n && !enough(x, p); i++)
    add_document(x, p, x->stated.v[i].document, x->stated.v[i].n);
  truc_record_evidence *v = x->r->evidence.v + p->evidence;
  for (uint32_t i = 2; i < p->nevidence; i++) { /* the first is the fullest */
    truc_record_evidence e = v[i];
    uint32_t k = i;
    for (; k > 1 && later(x, &v[k - 1], &e); k--) v[k] = v[k - 1];
    v[k] = e;
  }
}

/* The fullest statement first, then in the order of publication; of many, where
** a few are asked for, those that come first to hand. */
void truc__read_evidence(truc__reader *x, truc_record *p, int64_t id,
                         int64_t best) {
  p->evidence = x->r->evidence.n;
  evidence_of(x, p, best);
  if (enough(x, p) || p->nfact == 1) return;
  if (x->brief) {
    read_documents(x, p);
    return;
  }
  if (x->max_evidence && p->nfact > TRUC__MANY) {
    evidence_at_hand(x, p, id);
    return;
  }
  if (p->nfact > TRUC__MANY) truc__read_facts(x, id);
  sort_facts(x, by_day);
  for (uint32_t i = 0; i < x->stated.n && !enough(x, p); i++)
    if (x->stated.v[i].fact != best) evidence_of(x, p, x->stated.v[i].fact);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* records.c - propositions, read back whole: the row itself, result sets. */
#include "ledger/records.h"

const char *truc__kept_column(truc__reader *x, sqlite3_stmt *s, int i) {
  const char *p = truc__text(s, i);
  char *kept = truc__keep(x->l, &x->r->arena, p, strlen(p));
  return kept ? kept : "";
}

const char *truc__kept_or_null(truc__reader *x, sqlite3_stmt *s, int i) {
  return sqlite3_column_type(s, i) == SQLITE_NULL ? NULL
                                                  : truc__kept_column(x, s, i);
}

void truc__no_memory(truc__reader *x) {
  truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
}

/* ------------------------------------------------------------ proposition */

static const char *day_text(truc__reader *x, sqlite3_stmt *s, int i) {
  char *out = truc__arena_get(&x->r->arena, 16);
  if (!out) truc__no_memory(x);
  if (!out || sqlite3_column_type(s, i) == SQLITE_NULL) return "";
  truc__day_iso((int32_t)sqlite3_column_int64(s, i), out);
  return out;
}

static uint8_t precision_named(const char *s) {
  return !strcmp(s, "day")     ? TRUC_PREC_DAY
         : !strcmp(s, "month") ? TRUC_PREC_MONTH
         : !strcmp(s, "year")  ? TRUC_PREC_YEAR
                               : TRUC_PREC_NONE;
}

static void read_one(truc__reader *x, int64_t id) {
  sqlite3_stmt *s = truc__ask(
      x->l,
      "SELECT p.key, p.kind_no, p.modality_no, p.date, p.precision, "
      "p.first_day, "
      "p.last_day, p.facts, p.documents, p.sources, p.fact, f.document, f.n, "
      "f.confidence, f.derived, g.pattern, p.topic, "
      "p.value IS NOT NULL, g.event, g.mode, g.context, g.cameo, "
      "p.disputed FROM proposition p "
      "JOIN fact f ON f.id = p.fact LEFT JOIN reading g ON g.id = f.reading "
      "WHERE p.id = ?",
      "i", id);
  if (!truc__next(x->l, s)) return;
  truc_kind kind = truc__kind_column(s, 1);
  int64_t best = sqlite3_column_int64(s, 10);
  int64_t document = sqlite3_column_int64(s, 11);
  truc_record p = {.id = truc__kept_column(x, s, 0),
                   .kind = (uint8_t)(kind == TRUC_NKINDS ? 0 : kind),
                   .modality = (uint8_t)(sqlite3_column_int(s, 2) & 7),
                   .date = truc__kept_column(x, s, 3),
                   .precision = precision_named(truc__text(s, 4)),
                   .first = day_text(x, s, 5),
                   .last = day_text(x, s, 6),
                   .nfact = (uint32_t)sqlite3_column_int64(s, 7),
                   .ndoc = (uint32_t)sqlite3_column_int64(s, 8),
                   .nsource = (uint32_t)sqlite3_column_int64(s, 9),
                   .fact = (uint32_t)sqlite3_column_int64(s, 12),
                   .confidence = (uint8_t)sqlite3_column_int(s, 13),
                   .derived = (uint8_t)sqlite3_column_int(s, 14),
                   .pattern = truc__kept_column(x, s, 15),
                   .event = truc__kept_column(x, s, 18),
                   .mode = truc__kept_column(x, s, 19),
                   .context = truc__kept_column(x, s, 20),
                   .cameo = truc__kept_column(x, s, 21)};
  p.timeless = !p.nsource;
  if (p.timeless) p.nsource = 1;
  p.tier = p.kind == TRUC_KIND_STATUS || p.kind == TRUC_KIND_IMPACT ? 2 : 1;
  bool related = sqlite3_column_type(s, 16) != SQLITE_NULL;
  int64_t about = sqlite3_column_int64(s, 16);
  bool value = sqlite3_column_int(s, 17);
  bool disputed = sqlite3_column_int(s, 22) || !x->settled;
  truc__end(s);
  p.doc = truc__documents_add(x->l, &x->r->documents, &x->r->arena, document);
  x->stated.n = 0;
  if (p.nfact > 1 && (x->brief || p.nfact <= TRUC__MANY))
    truc__read_facts(x, id);
  truc__read_items(x, &p, best, document);
  if (!x->brief) truc__read_speakers(x, &p, best);
  truc__read_evidence(x, &p, id, best);
  p.conflict = x->r->conflict.n;
  p.partial = x->r->partial.n;
  p.disputed = related && value && disputed;
  if (p.disputed && (!x->brief || x->contradicted || !x->settled)) {
    truc__read_conflicts(x, &p, id);
    p.disputed = p.nconflict > 0;
  }
  if (related && !value && !x->brief) truc__read_partial(x, &p, id, about);
  if (!VEC_PUSH(x->r->record, p)) truc__no_memory(x);
}

/* ---------------------------------------------------------------- results */

static void publish(truc__result *r) {
  r->pub = (truc_records){.nrecord = r->record.n,
                          .nitem = r->item.n,
                          .nevidence = r->evidence.n,
                          .nspeaker = r->speaker.n,
                          .nconflict = r->conflict.n,
                          .npartial = r->partial.n,
                          .ndocument = r->documents.v.n,
                          .record = r->record.v,
                          .item = r->item.v,
                          .evidence = r->evidence.v,
                          .document = r->documents.v.v,
                          .speaker = r->speaker.v,
                          .conflict = r->conflict.v,
                          .partial = r->partial.v,
                          .total = r->record.n};
}

truc_records *truc__read_records(truc_ledger *l, const int64_t *id, uint32_t n,
                                 const truc_query *q) {
  truc__result *r = truc__realloc(NULL, sizeof *r);
  if (!r) {
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    return NULL;
  }
  memset(r, 0, sizeof *r);
  truc__reader x = {.l = l,
                    .r = r,
                    .max_evidence = q->max_evidence,
                    .brief = q->brief,
                    .contradicted = q->contradicted,
                    .settled = truc__concern_settled(l)};
  for (uint32_t i = 0; i < n && !truc__failed(l); i++) read_one(&x, id[i]);
  truc__buf_release(&x.place.text);
  truc__memo_release(&x.ref_at);
  truc__memo_release(&x.topic_at);
  VEC_FREE(x.mate);
  VEC_FREE(x.topic);
  VEC_FREE(x.ref);
  VEC_FREE(x.stated);
  publish(r);
  if (!truc__failed(l)) return &r->pub;
  truc_records_free(&r->pub);
  return NULL;
}

truc_rc truc_ledger_records(truc_ledger *l, const truc_query *query,
                            truc_err *err, truc_records **out) {
  truc_query q = TRUC_QUERY;
  truc__chosen c = {0};
  truc__begin_call(l);
  *out = NULL;
  if (query && query->size != sizeof q)
    return truc__fail(err, TRUC_EARG, 0, 0, "query of another version");
  if (query) q = *query;
  truc__settle(l);
  bool held = truc__hold_still(l);
  truc__choose(l, &q, &c);
  uint32_t n = q.limit && c.id.n > q.limit ? q.limit : c.id.n;
  truc_records *r =
      truc__failed(l) ? NULL : truc__read_records(l, c.id.v, n, &q);
  if (r) {
    r->total = c.total;
    r->supported = c.supported;
    r->next = n < c.total && r->nrecord ? r->record[r->nrecord - 1].id : NULL;
    *out = r;
  }
  VEC_FREE(c.id);
  truc__let_go(l, held);
  return truc__end_call(l, err);
}

void truc_records_free(truc_records *pub) {
  truc__result *r = (truc__result *)pub;
  if (!r) return;
  truc__arena_release(&r->arena);
  VEC_FREE(r->record);
  VEC_FREE(r->item);
  VEC_FREE(r->evidence);
  VEC_FREE(r->speaker);
  VEC_FREE(r->conflict);
  VEC_FREE(r->partial);
  VEC_FREE(r->documents.v);
  truc__memo_release(&r->documents.at);
  truc__free(r);
}

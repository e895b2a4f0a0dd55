/* SPDX-License-Identifier: Apache-2.0 */
/* fact.c - one proposition with every sentence that states it. */
#include "serve/serve.h"

#define STATEMENTS_SQL                                                        \
  "SELECT d.name, d.title, coalesce(d.date, ''), coalesce(d.url, ''), "       \
  "d.origin, f.n, f.modality, coalesce(f.date, ''), coalesce(g.basis, ''), "  \
  "f.confidence, coalesce(g.pattern, ''), s.start, s.text, e.n "              \
  "FROM claim c JOIN fact f ON f.claim = c.id "                               \
  "JOIN document d ON d.id = f.document JOIN evidence e ON e.fact = f.id "    \
  "JOIN sentence s ON s.id = e.sentence "                                     \
  "LEFT JOIN reading g ON g.id = f.reading "                                  \
  "WHERE c.proposition = (SELECT p.id FROM claim k CROSS JOIN proposition p " \
  "ON p.id = k.proposition WHERE k.block BETWEEN ?1 & ~2147483647 "           \
  "AND ?1 | 2147483647 AND p.hash = ?1) "                                     \
  "ORDER BY d.day IS NULL, d.day, d.name, f.n, e.n LIMIT ?"

static int64_t hash_of(const char *id) {
  const char *digits = "0123456789abcdef", *d;
  int64_t h = 0;
  const char *p = strrchr(id, '-');
  for (p = p ? p + 1 : ""; *p && (d = strchr(digits, *p)); p++)
    h = h << 4 | (d - digits);
  return h;
}

static void put_statement(truc__page *p, sqlite3_stmt *s) {
  unsigned start = (unsigned)sqlite3_column_int64(s, 11);
  const char *text = sqlite3_column_blob(s, 12);
  truc__html(p, "<li><blockquote lang=\"vi\">");
  if (text)
    truc__put_prose(p, text, (size_t)sqlite3_column_bytes(s, 12), NULL, 0);
  truc__html(p, "</blockquote>\n<p class=\"src\"><a href=\"/doc/%u%q#b%d\" ",
             truc__text(s, 0), start);
  truc__html(p, "lang=\"vi\">%p</a> · %t", truc__text(s, 1), truc__text(s, 0));
  truc__html(p, " · %l: %t", TRUC__L_PUBLISHED,
             *truc__text(s, 2)
                 ? truc__text(s, 2)
                 : truc__label_text(TRUC__L_UNDATED, p->req->vietnamese));
  truc__html(p, " · %l %d</p>\n<p class=\"src\">%c", TRUC__L_SOURCE,
             (unsigned)sqlite3_column_int64(s, 4), truc__text(s, 6));
  if (*truc__text(s, 7))
    truc__html(p, " · %l: %t (%l: %c)", TRUC__L_DATE, truc__text(s, 7),
               TRUC__L_BASIS, truc__text(s, 8));
  truc__html(p, " · %l: %t · %l: %d %%</p></li>\n", TRUC__L_PATTERN,
             truc__text(s, 10), TRUC__L_CONFIDENCE,
             (unsigned)sqlite3_column_int64(s, 9));
}

static void put_statements(truc__page *p, const char *id) {
  truc__begin_call(p->l);
  truc__html(p, "<h2>%l</h2>\n<ol class=\"statements\">\n", TRUC__L_EVIDENCE);
  sqlite3_stmt *s = truc__ask(p->l, STATEMENTS_SQL, "ii", hash_of(id),
                              (int64_t)TRUC__ALL_ROWS);
  while (truc__next(p->l, s)) put_statement(p, s);
  truc__html(p, "</ol>\n");
  truc__end_call(p->l, &p->err);
}

/* Other propositions, whole. */
static void put_others(truc__page *p, truc__label title, const char *const *id,
                       uint32_t n) {
  if (!n || p->err.rc) return;
  truc__html(p, "<h2>%l</h2>\n<ul class=\"facts\">\n", title);
  for (uint32_t i = 0; i < n && i < TRUC__ROWS; i++) {
    truc_query q = TRUC_QUERY;
    truc_records *r;
    q.id = id[i];
    q.max_evidence = 6;
    if (truc_ledger_records(p->l, &q, &p->err, &r)) return;
    if (r->nrecord) truc__put_entry(p, r, &r->record[0]);
    truc_records_free(r);
  }
  truc__html(p, "</ul>\n");
}

static void put_details(truc__page *p, const truc_records *r,
                        const truc_record *x) {
  truc__html(p, "<dl>\n<dt>%l</dt><dd>%c · %c</dd>\n<dt>%l</dt><dd>%t</dd>\n",
             TRUC__L_KIND, truc_kind_name((truc_kind)x->kind),
             truc_modality_name((truc_modality)x->modality), TRUC__L_DATE,
             *x->date ? x->date
                      : truc__label_text(TRUC__L_UNDATED, p->req->vietnamese));
  truc__put_items(p, r, x);
  for (uint32_t k = 0; k < x->nspeaker; k++) {
    truc__html(p, "<dt>%l</dt><dd>", TRUC__L_SPEAKER);
    truc__put_actor(p, r->speaker[x->speaker + k]);
    truc__html(p, "</dd>\n");
  }
  truc__html(p, "<dt>%l</dt><dd>%d (%d %l)</dd>\n", TRUC__L_SOURCES,
             (unsigned)x->nsource, (unsigned)x->ndoc, TRUC__L_DOCUMENTS);
  if (*x->first)
    truc__html(p, "<dt>%l</dt><dd>%t%t%t</dd>\n", TRUC__L_PUBLISHED, x->first,
               strcmp(x->first, x->last) ? " → " : "",
               strcmp(x->first, x->last) ? x->last : "");
  truc__html(p, "</dl>\n");
}

static void put_page(truc__page *p, const truc_records *r) {
  const truc_record *x = &r->record[0];
  truc__buf title = {0};
  truc__put_headline(&title, p, r, x);
  truc__page_begin(p, title.p && !title.rc ? title.p : x->id);
  truc__buf_release(&title);
  truc__html(p, "<p class=\"counts\">%t</p>\n", x->id);
  put_details(p, r, x);
  put_others(p, TRUC__L_CONTRADICTIONS, r->conflict + x->conflict,
             x->nconflict);
  put_statements(p, x->id);
  put_others(p, TRUC__L_PARTIAL, r->partial + x->partial, x->npartial);
  truc__page_end(p);
  if (p->err.rc) truc__page_error(p, 500);
}

void truc__page_proposition(truc__page *p, const char *id) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  q.id = id;
  q.limit = 1;
  q.max_evidence = 1;
  if (truc_ledger_records(p->l, &q, &p->err, &r)) {
    truc__page_error(p, 500);
    return;
  }
  /* The beginning of an id is none. */
  if (!r->nrecord || strcmp(r->record[0].id, id)) {
    truc__page_error(p, 404);
  } else if (p->req->json) {
    p->type = "application/json; charset=utf-8";
    q.max_evidence = 0;
    truc__buf_str(&p->out, "{\"propositions\":");
    truc__json_records(p, &q);
    if (p->status == 200) truc__buf_str(&p->out, "}\n");
  } else {
    put_page(p, r);
  }
  truc_records_free(r);
}

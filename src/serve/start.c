/* SPDX-License-Identifier: Apache-2.0 */
/* start.c - the first page: how much there is, pairs, latest documents. */
#include "serve/serve.h"

enum { PAIRS = 200, LATEST = 30, CONFLICTS = 1000 };

#define LATEST_SQL                                        \
  "SELECT name, title, coalesce(date, '') FROM document " \
  "ORDER BY day IS NULL, day DESC, id DESC LIMIT ?"

static const char *code_of(const char *ref) {
  return strncmp(ref, "gpe:", 4) ? ref : ref + 4;
}

/* Conflicts are counted up to CONFLICTS. */
static void put_counts(truc__page *p, const truc_ledger_counts *c,
                       uint64_t conflicts) {
  truc__html(
      p, "<p class=\"counts\">%d %l · %d %l · %d %l · %d %l · %d%t %l</p>\n",
      (unsigned)c->documents, TRUC__L_DOCUMENTS, (unsigned)c->sources,
      TRUC__L_SOURCES, (unsigned)c->propositions, TRUC__L_PROPOSITIONS,
      (unsigned)c->corroborated, TRUC__L_CORROBORATED, (unsigned)conflicts,
      conflicts < CONFLICTS ? "" : "+",
      conflicts == 1 ? TRUC__L_CONFLICT : TRUC__L_CONFLICTS);
}

static void put_pairs(truc__page *p, const truc_pair *pair, uint32_t n) {
  truc__html(p, "<h2>%l</h2>\n<ul class=\"pairs\">\n", TRUC__L_PAIRS);
  for (uint32_t i = 0; i < n; i++) {
    truc__html(p, "<li><a href=\"/pair/%u/%u%q\">%t – ", code_of(pair[i].a),
               code_of(pair[i].b), truc_ledger_name(p->l, pair[i].a));
    truc__html(p, "%t</a> <span class=\"count\">%d</span></li>\n",
               truc_ledger_name(p->l, pair[i].b),
               (unsigned)pair[i].propositions);
  }
  truc__html(p, "</ul>\n");
}

static void put_latest(truc__page *p) {
  truc__html(p, "<h2>%l</h2>\n<ul class=\"docs\">\n", TRUC__L_LATEST);
  sqlite3_stmt *s = truc__ask(p->l, LATEST_SQL, "i", (int64_t)LATEST);
  while (truc__next(p->l, s)) {
    const char *title = truc__text(s, 1);
    truc__html(p, "<li><span class=\"when\">%t</span> ", truc__text(s, 2));
    truc__html(p, "<a href=\"/doc/%u%q\" lang=\"vi\">%p</a></li>\n",
               truc__text(s, 0), *title ? title : truc__text(s, 0));
  }
  truc__html(p, "</ul>\n");
}

static void put_json(truc__page *p, const truc_ledger_counts *c,
                     uint64_t conflicts, const truc_pair *pair, uint32_t n) {
  truc__buf *b = &p->out;
  p->type = "application/json; charset=utf-8";
  truc__buf_chr(b, '{');
  truc__json_number(b, "documents", c->documents);
  truc__json_number(b, "sources", c->sources);
  truc__json_number(b, "propositions", c->propositions);
  truc__json_number(b, "corroborated", c->corroborated);
  truc__json_number(b, "conflicts", conflicts);
  truc__buf_str(b, ",\"pairs\":[");
  for (uint32_t i = 0; i < n; i++) {
    truc__buf_str(b, i ? ",{" : "{");
    truc__json_text(b, "a", pair[i].a);
    truc__json_text(b, "b", pair[i].b);
    truc__json_number(b, "propositions", pair[i].propositions);
    truc__buf_chr(b, '}');
  }
  truc__buf_str(b, "],\"latest\":[");
  sqlite3_stmt *s = truc__ask(p->l, LATEST_SQL, "i", (int64_t)LATEST);
  for (int i = 0; truc__next(p->l, s); i++) {
    truc__buf_str(b, i ? ",{" : "{");
    truc__json_text(b, "id", truc__text(s, 0));
    truc__json_text(b, "title", truc__text(s, 1));
    truc__json_text(b, "date", truc__text(s, 2));
    truc__buf_chr(b, '}');
  }
  truc__buf_str(b, "]}\n");
}

void truc__page_start(truc__page *p) {
  truc_pair pair[PAIRS];
  truc_ledger_counts c;
  uint32_t n = 0;
  uint64_t conflicts = 0;
  if (truc_ledger_count(p->l, &c, &p->err) ||
      truc_ledger_conflicts(p->l, CONFLICTS, &conflicts, &p->err) ||
      truc_ledger_pairs(p->l, pair, PAIRS, &n, &p->err)) {
    truc__page_error(p, 500);
    return;
  }
  truc__begin_call(p->l);
  if (p->req->json) {
    put_json(p, &c, conflicts, pair, n);
  } else {
    truc__page_begin(p, truc__label_text(TRUC__L_TITLE, p->req->vietnamese));
    put_counts(p, &c, conflicts);
    put_pairs(p, pair, n);
    put_latest(p);
    truc__page_end(p);
  }
  if (truc__end_call(p->l, &p->err)) truc__page_error(p, 500);
}

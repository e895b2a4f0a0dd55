/* SPDX-License-Identifier: Apache-2.0 */
/* document.c - an article with the sentences that state something marked. */
#include "serve/serve.h"

enum { SENTENCES = 20000 };

typedef struct document {
  truc__page *p;
  int64_t first, last; /* sentences */
  char day[16];
} document;

#define SENTENCES_SQL                                                        \
  "SELECT id, iif(kind = '', 'body', kind), start, text, gap FROM sentence " \
  "WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
#define STATED_SQL                                               \
  "SELECT DISTINCT p.key, p.kind, v.summary FROM " TRUC__STATING \
  "JOIN claim c ON c.id = f.claim "                              \
  "JOIN proposition p ON p.id = c.proposition "                  \
  "JOIN summary v ON v.id = p.id WHERE g.id = ? ORDER BY p.kind, p.hash"

static bool is_break(sqlite3_stmt *s, int column) {
  const char *p = sqlite3_column_blob(s, column);
  return p && memchr(p, '\n', (size_t)sqlite3_column_bytes(s, column));
}

/* The propositions of a sentence as small links behind it. */
static bool put_stated(truc__page *p, int64_t sentence, bool show) {
  bool any = false;
  sqlite3_stmt *s = truc__ask(p->l, STATED_SQL, "i", sentence);
  while (truc__next(p->l, s)) {
    any = true;
    if (!show) {
      truc__end(s);
      break;
    }
    truc__html(p, " <a class=\"tag\" href=\"/fact/%u%q\" ", truc__text(s, 0));
    const char *summary = truc__text(s, 2);
    truc__html(p, "title=\"");
    truc__put_prose(p, summary, strlen(summary), NULL, 0);
    truc__html(p, "\">%c</a>", truc__text(s, 1));
  }
  return any;
}

static void put_sentence(truc__page *p, sqlite3_stmt *s) {
  int64_t id = sqlite3_column_int64(s, 0);
  const char *text = sqlite3_column_blob(s, 3);
  bool states = put_stated(p, id, false);
  truc__html(p, "<span id=\"b%d\">%t", (unsigned)sqlite3_column_int64(s, 2),
             "");
  if (states) truc__html(p, "<mark>");
  if (text)
    truc__put_prose(p, text, (size_t)sqlite3_column_bytes(s, 3), NULL, 0);
  if (states) truc__html(p, "</mark>");
  truc__html(p, "</span>");
  if (states) put_stated(p, id, true);
  truc__html(p, "\n");
}

static void put_text(document *d) {
  truc__page *p = d->p;
  bool open = false;
  sqlite3_stmt *s = truc__ask(p->l, SENTENCES_SQL, "iii", d->first, d->last,
                              (int64_t)SENTENCES);
  truc__html(p, "<article lang=\"vi\">\n");
  while (truc__next(p->l, s)) {
    if (!open) truc__html(p, "<p class=\"%t\">\n", truc__text(s, 1));
    put_sentence(p, s);
    open = !is_break(s, 4);
    if (!open) truc__html(p, "</p>\n");
  }
  if (open) truc__html(p, "</p>\n");
  truc__html(p, "</article>\n");
}

/* ------------------------------------------------------------------- JSON */

static void put_keys(truc__page *p, int64_t sentence) {
  sqlite3_stmt *s = truc__ask(p->l, STATED_SQL, "i", sentence);
  truc__buf_str(&p->out, ",\"propositions\":[");
  for (int i = 0; truc__next(p->l, s); i++) {
    const char *key = truc__text(s, 0);
    if (i) truc__buf_chr(&p->out, ',');
    truc__buf_json(&p->out, key, strlen(key));
  }
  truc__buf_str(&p->out, "]}");
}

static void put_json(document *d) {
  truc__buf *b = &d->p->out;
  sqlite3_stmt *s = truc__ask(d->p->l, SENTENCES_SQL, "iii", d->first, d->last,
                              (int64_t)SENTENCES);
  truc__buf_str(b, ",\"offsets\":\"byte\",\"sentences\":[");
  for (int i = 0; truc__next(d->p->l, s); i++) {
    int64_t start = sqlite3_column_int64(s, 2);
    const char *text = sqlite3_column_blob(s, 3);
    size_t n = (size_t)sqlite3_column_bytes(s, 3);
    truc__buf_str(b, i ? ",\n{" : "\n{");
    truc__json_text(b, "kind", truc__text(s, 1));
    truc__json_number(b, "start", (uint64_t)start);
    truc__json_number(b, "end", (uint64_t)start + n);
    truc__buf_str(b, ",\"text\":");
    truc__buf_json(b, text ? text : "", text ? n : 0);
    put_keys(d->p, sqlite3_column_int64(s, 0));
  }
  truc__buf_str(b, "]}\n");
}

/* ------------------------------------------------------------------- page */

/* Only what is an address of the web becomes a link. */
static bool is_web(const char *url) {
  return !strncmp(url, "https://", 8) || !strncmp(url, "http://", 7);
}

static void put_head(truc__page *p, sqlite3_stmt *s) {
  const char *name = truc__text(s, 0), *title = truc__text(s, 1);
  const char *date = truc__text(s, 2), *url = truc__text(s, 3);
  if (p->req->json) {
    p->type = "application/json; charset=utf-8";
    truc__buf_chr(&p->out, '{');
    truc__json_text(&p->out, "id", name);
    truc__json_text(&p->out, "title", title);
    truc__json_text(&p->out, "date", date);
    truc__json_text(&p->out, "url", url);
    return;
  }
  truc__page_begin(p, *title ? title : name);
  truc__html(
      p, "<p class=\"counts\">%t · %t", name,
      *date ? date : truc__label_text(TRUC__L_UNDATED, p->req->vietnamese));
  truc__html(p, " · %l %d", TRUC__L_SOURCE,
             (unsigned)sqlite3_column_int64(s, 6));
  if (is_web(url))
    truc__html(p, " · <a rel=\"noreferrer\" href=\"%t\">%t</a>", url, url);
  else if (*url)
    truc__html(p, " · %t", url);
  truc__html(p, "</p>\n");
}

void truc__page_document(truc__page *p, const char *name) {
  document d = {.p = p};
  truc__begin_call(p->l);
  sqlite3_stmt *s = truc__ask(
      p->l,
      "SELECT name, title, coalesce(date, ''), coalesce(url, ''), first, "
      "last, origin FROM document WHERE name = ?",
      "s", name);
  bool found = truc__next(p->l, s);
  if (found) {
    d.first = sqlite3_column_int64(s, 4);
    d.last = sqlite3_column_int64(s, 5);
    put_head(p, s);
    truc__end(s);
    if (p->req->json) {
      put_json(&d);
    } else {
      put_text(&d);
      truc__page_end(p);
    }
  }
  if (truc__end_call(p->l, &p->err))
    truc__page_error(p, 500);
  else if (!found)
    truc__page_error(p, 404);
}

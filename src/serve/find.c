/* SPDX-License-Identifier: Apache-2.0 */
/* find.c - sentences that hold words, and names that they may mean. */
#include "serve/serve.h"

enum { NAMES = 8 };

static void put_names(truc__page *p, const truc_known *k, uint32_t n) {
  if (!n) return;
  truc__html(p, "<h2>%l</h2>\n<ul class=\"pairs\">\n", TRUC__L_NAMES);
  for (uint32_t i = 0; i < n; i++) {
    truc__html(p, "<li><a href=\"");
    truc__put_path(&p->out, k[i].ref);
    truc__html(p, "%q\">%t</a> <span class=\"count\">%d</span></li>\n",
               k[i].name, (unsigned)k[i].mentions);
  }
  truc__html(p, "</ul>\n");
}

static void put_found(truc__page *p, const truc_finds *f, const truc_found *x) {
  const truc_record_document *d = &f->document[x->doc];
  truc__html(p,
             "<li class=\"fact\"><p class=\"when\">%t</p>\n<div>"
             "<blockquote lang=\"vi\">",
             d->date);
  truc__put_prose(p, x->text, x->len, f->mark + x->mark, x->nmark);
  truc__html(p,
             "</blockquote>\n<p class=\"src\"><a href=\"/doc/%u%q#b%d\" "
             "lang=\"vi\">%p</a>",
             d->id, (unsigned)x->off, *d->title ? d->title : d->id);
  for (int k = 0; k < TRUC_NKINDS; k++)
    if (x->kinds >> k & 1)
      truc__html(p, " <span class=\"tag\">%c</span>",
                 truc_kind_name((truc_kind)k));
  truc__html(p, "</p></div></li>\n");
}

static void put_page(truc__page *p, const truc_finds *f, const truc_known *k,
                     uint32_t n) {
  const char *q = p->req->q;
  truc__page_begin(
      p, *q ? q : truc__label_text(TRUC__L_SEARCH, p->req->vietnamese));
  put_names(p, k, n);
  if (f) {
    truc__html(p, "<h2>%d %l</h2>\n<ol class=\"facts\">\n", (unsigned)f->total,
               TRUC__L_RESULTS);
    for (uint32_t i = 0; i < f->nfound; i++) put_found(p, f, &f->found[i]);
    truc__html(p, "</ol>\n");
    if (f->total > f->nfound && !p->req->all)
      truc__html(p,
                 "<p class=\"more\"><a href=\"?q=%u&amp;all=1%a\">%l</a>"
                 "</p>\n",
                 q, TRUC__L_ALL);
  }
  truc__page_end(p);
}

static void put_json(truc__page *p, const truc_finds *f) {
  truc__buf *b = &p->out;
  p->type = "application/json; charset=utf-8";
  truc__buf_chr(b, '{');
  truc__json_text(b, "q", p->req->q);
  truc__json_number(b, "total", f ? f->total : 0);
  truc__buf_str(b, ",\"offsets\":\"byte\",\"found\":[");
  for (uint32_t i = 0; f && i < f->nfound; i++) {
    const truc_found *x = &f->found[i];
    const truc_record_document *d = &f->document[x->doc];
    truc__buf_str(b, i ? ",\n{" : "\n{");
    truc__json_text(b, "doc", d->id);
    truc__json_text(b, "date", d->date);
    truc__json_text(b, "title", d->title);
    truc__json_number(b, "start", x->off);
    truc__json_number(b, "end", x->off + x->len);
    truc__buf_str(b, ",\"text\":");
    truc__buf_json(b, x->text, x->len);
    truc__buf_str(b, ",\"marks\":[");
    for (uint32_t m = 0; m < x->nmark; m++) {
      truc_span at = f->mark[x->mark + m];
      truc__buf_fmt(b, "%s[%u,%u]", m ? "," : "", x->off + at.off,
                    x->off + at.off + at.len);
    }
    truc__buf_str(b, "]}");
  }
  truc__buf_str(b, "]}\n");
}

void truc__page_find(truc__page *p) {
  truc_query q = TRUC_QUERY;
  truc_finds *f = NULL;
  truc_known known[NAMES];
  uint32_t n = 0;
  q.words = p->req->q;
  q.limit = p->req->all ? TRUC__ALL_ROWS : TRUC__ROWS;
  q.from = *p->req->from ? p->req->from : NULL;
  q.to = *p->req->to ? p->req->to : NULL;
  if (*p->req->q &&
      (truc_ledger_find(p->l, &q, &p->err, &f) ||
       truc_ledger_lookup(p->l, p->req->q, known, NAMES, &n, &p->err)))
    truc__page_error(p, 500);
  else if (p->req->json)
    put_json(p, f);
  else
    put_page(p, f, known, n);
  truc_finds_free(f);
}

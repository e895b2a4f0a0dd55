/* SPDX-License-Identifier: Apache-2.0 */
/* record.c - one proposition: its line, its entry in a list, its arguments. */
#include "serve/serve.h"

/* ------------------------------------------------------------------ names */

/* Words of the press on one line. */
static void put_words(truc__buf *b, const char *s) {
  for (; *s; s++) truc__buf_chr(b, (unsigned char)*s <= ' ' ? ' ' : *s);
}

void truc__put_item_name(truc__buf *b, truc__page *p,
                         const truc_record_item *i) {
  bool vi = p->req->vietnamese;
  bool sector = i->ref && !strncmp(i->ref, "sector:", 7);
  if (i->ref && !sector &&
      (!strncmp(i->ref, "gpe:", 4) || truc__ref_is_code(i->ref)))
    truc__buf_str(b, truc_ledger_name(p->l, i->ref));
  else if (i->ref && !sector)
    truc__buf_str(b, i->name);
  else if (i->text)
    put_words(b, i->text);
  else if (sector)
    truc__put_code(b, i->name, vi);
  else if (i->number)
    truc__buf_str(b, i->number);
  else if (i->code)
    truc__put_code(b, i->code, vi);
}

static const truc_record_item *slot(const truc_records *r, const truc_record *x,
                                    const char *name) {
  for (uint32_t k = 0; k < x->nitem; k++)
    if (!strcmp(r->item[x->item + k].slot, name)) return &r->item[x->item + k];
  return NULL;
}

/* --------------------------------------------------------------- headlines */

/* Slots in the order of speech, each with what stands before it in English and
** in Vietnamese; a slot that begins with '#' is shown by its code. */
typedef struct part {
  const char *slot, *before[2];
} part;
#define DOT \
  { " · ", " · " }
static const part lines[TRUC_NKINDS][8] = {
    [TRUC_KIND_OFFICE] = {{"person", {"", ""}},
                          {"office", {" — ", " — "}},
                          {"org", {", ", ", "}},
                          {"country", {", ", ", "}}},
    [TRUC_KIND_VISIT] = {{"visitor", {"", ""}},
                         {"host", {" → ", " → "}},
                         {"#visit_type", DOT},
                         {"#phase", DOT},
                         {"place", DOT}},
    [TRUC_KIND_CONTACT] = {{"actor", {"", ""}},
                           {"counterpart", {" ↔ ", " ↔ "}},
                           {"#form", DOT},
                           {"place", DOT}},
    [TRUC_KIND_STATEMENT] = {{"speaker", {"", ""}},
                             {"#act", DOT},
                             {"#medium", DOT},
                             {"publisher", DOT}},
    [TRUC_KIND_MILESTONE] = {{"parties", {"", ""}},
                             {"#type", DOT},
                             {"years", DOT},
                             {"of", DOT}},
    [TRUC_KIND_COOPERATION] = {{"sectors", {"", ""}},
                               {"holder",
                                {" · wished by ", " · mong muốn của "}},
                               {"means", DOT}},
    [TRUC_KIND_AGREEMENT] = {{"#action", {"", ""}},
                             {"instrument", DOT},
                             {"parties", DOT}},
    [TRUC_KIND_FORUM] = {{"parties", {"", ""}},
                         {"#action", DOT},
                         {"forums", DOT}},
    [TRUC_KIND_PROVISION] = {{"provider", {"", ""}},
                             {"recipient", {" → ", " → "}},
                             {"goods", DOT}},
    [TRUC_KIND_RANKING] = {{"subject", {"", ""}},
                           {"rank", {" · no. ", " · thứ "}},
                           {"domain", {" in ", " về "}},
                           {"relative_to", {" · for ", " · đối với "}},
                           {"set", {" · among ", " · trong "}}},
    [TRUC_KIND_AMOUNT] = {{"what", {"", ""}},
                          {"#mod", DOT},
                          {"value", DOT},
                          {"unit", {" ", " "}},
                          {"provider", DOT},
                          {"recipient", {" → ", " → "}}},
    [TRUC_KIND_EVENT] = {{"name", {"", ""}}, {"place", DOT}, {"parties", DOT}},
    [TRUC_KIND_STATUS] = {{"subject", {"", ""}},
                          {"label", DOT},
                          {"object", DOT}},
    [TRUC_KIND_IMPACT] = {{"cause", {"", ""}},
                          {"effect", DOT},
                          {"target", {" → ", " → "}}},
};

/* Items of a slot, joined. */
static void put_slot(truc__buf *b, truc__page *p, const truc_records *r,
                     const truc_record *x, const char *before,
                     const char *name) {
  for (uint32_t k = 0; k < x->nitem; k++) {
    const truc_record_item *i = &r->item[x->item + k];
    if (strcmp(i->slot, name)) continue;
    size_t from = b->n;
    truc__buf_str(b, before);
    size_t at = b->n;
    if (!strcmp(name, "rank") && i->number)
      truc__buf_str(b, i->number);
    else
      truc__put_item_name(b, p, i);
    if (b->n == at)
      b->n = from; /* it says nothing that could be shown */
    else
      before = ", ";
  }
}

static void put_code_slot(truc__buf *b, truc__page *p, const truc_records *r,
                          const truc_record *x, const char *before,
                          const char *name) {
  const truc_record_item *i = slot(r, x, name);
  if (!i || !i->code || !strcmp(i->code, "whole")) return;
  truc__buf_str(b, before);
  truc__put_code(b, i->code, p->req->vietnamese);
}

void truc__put_headline(truc__buf *b, truc__page *p, const truc_records *r,
                        const truc_record *x) {
  size_t from = b->n;
  bool vi = p->req->vietnamese;
  for (const part *k = lines[x->kind]; k->slot; k++) {
    const char *before = b->n == from ? "" : k->before[vi];
    if (*k->slot == '#')
      put_code_slot(b, p, r, x, before, k->slot + 1);
    else
      put_slot(b, p, r, x, before, k->slot);
  }
  const truc_record_item *years = slot(r, x, "years");
  if (x->kind == TRUC_KIND_MILESTONE && years && years->number && !years->text)
    truc__buf_str(b, vi ? " năm" : " years");
  if (b->n == from) truc__put_code(b, truc_kind_name((truc_kind)x->kind), vi);
  truc__buf_put(b, "", 0);
}

/* The second half of an interval without what it shares with the first. */
void truc__put_date(truc__buf *b, const char *iso) {
  const char *slash = strchr(iso, '/');
  size_t n = slash ? (size_t)(slash - iso) : strlen(iso);
  truc__buf_put(b, iso, n);
  if (!slash) return;
  const char *end = slash + 1;
  if (n == 10 && strlen(end) == 10)
    end += !strncmp(iso, end, 8) ? 8 : !strncmp(iso, end, 5) ? 5 : 0;
  truc__buf_chr(b, '/');
  truc__buf_str(b, end);
}

/* ------------------------------------------------------------------ entries */

static void put_documents(truc__page *p, const truc_records *r,
                          const truc_record *x) {
  enum { SHOWN = 6 };
  uint32_t seen[SHOWN], n = 0;
  truc__html(p, "<p class=\"src\">");
  for (uint32_t k = 0; k < x->nevidence && n < SHOWN; k++) {
    const truc_record_evidence *e = &r->evidence[x->evidence + k];
    const truc_record_document *d = &r->document[e->doc];
    bool again = false;
    for (uint32_t i = 0; i < n; i++) again |= seen[i] == e->doc;
    if (again) continue;
    seen[n++] = e->doc;
    truc__html(p, "<a href=\"/doc/%u%q#b%d\">%t</a> %t ", d->id,
               (unsigned)e->off, d->id, d->date);
  }
  if (x->ndoc > n) truc__html(p, "+%d", (unsigned)(x->ndoc - n));
  truc__html(p, "</p>\n");
}

/* Documents that name an office at no known time do not support each other. */
void truc__put_sources(truc__page *p, const truc_record *x) {
  bool documents = x->timeless && x->ndoc > 1;
  truc__html(p, " <span class=\"count%t\">%d %l</span>",
             x->nsource > 1 ? " many" : "",
             (unsigned)(documents ? x->ndoc : x->nsource),
             documents         ? TRUC__L_DOCUMENTS
             : x->nsource == 1 ? TRUC__L_SOURCE
                               : TRUC__L_SOURCES);
}

void truc__put_entry(truc__page *p, const truc_records *r,
                     const truc_record *x) {
  truc__buf_reset(&p->a);
  truc__put_date(&p->a, x->date);
  truc__html(p, "<li id=\"%t\" class=\"fact %t\">\n<p class=\"when\">", x->id,
             truc_modality_name((truc_modality)x->modality));
  if (p->a.n)
    truc__html(p, "%t", p->a.p);
  else if (*x->first)
    truc__html(p, "<small>%l<br>%t</small>", TRUC__L_PUBLISHED, x->first);
  truc__html(p, "</p>\n");
  truc__buf_reset(&p->a);
  truc__put_headline(&p->a, p, r, x);
  truc__html(p, "<div><p class=\"say\"><a href=\"/fact/%u%q\">%p</a>", x->id,
             p->a.n ? p->a.p : "");
  if (x->modality != TRUC_ACTUAL)
    truc__html(p, " <span class=\"tag\">%c</span>",
               truc_modality_name((truc_modality)x->modality));
  if (x->nconflict)
    truc__html(p, " <span class=\"tag warn\">%d %l</span>",
               (unsigned)x->nconflict,
               x->nconflict == 1 ? TRUC__L_CONFLICT : TRUC__L_CONFLICTS);
  truc__put_sources(p, x);
  truc__html(p, "</p>\n");
  if (x->nevidence) {
    const truc_record_evidence *e = &r->evidence[x->evidence];
    truc__html(p, "<blockquote lang=\"vi\">");
    truc__put_prose(p, e->text, e->len, NULL, 0);
    truc__html(p, "</blockquote>\n");
  }
  put_documents(p, r, x);
  truc__html(p, "</div></li>\n");
}

void truc__put_items(truc__page *p, const truc_records *r,
                     const truc_record *x) {
  for (uint32_t k = 0; k < x->nitem; k++) {
    const truc_record_item *i = &r->item[x->item + k];
    bool link = i->ref && strncmp(i->ref, "sector:", 7);
    truc__html(p, "<dt>%c</dt><dd>", i->slot);
    truc__buf_reset(&p->a);
    truc__put_item_name(&p->a, p, i);
    if (link) {
      truc__html(p, "<a href=\"");
      truc__put_path(&p->out, i->ref);
      truc__html(p, "%q\">%p</a>", p->a.n ? p->a.p : i->ref);
    } else {
      truc__html(p, "%p", p->a.n ? p->a.p : "");
    }
    if (i->code) truc__html(p, " <span class=\"dim\">%c</span>", i->code);
    if (i->number) truc__html(p, " <span class=\"dim\">%t</span>", i->number);
    if (i->country && strncmp(i->ref ? i->ref : "", "gpe:", 4)) {
      truc__html(p, " · ");
      truc__put_actor(p, i->country);
    }
    if (i->implicit)
      truc__html(p, " <span class=\"dim\">(%l)</span>", TRUC__L_IMPLIED);
    truc__html(p, "</dd>\n");
  }
}

/* ------------------------------------------------------------------- JSON */

enum { JSON_MAX = 16 << 20 };

typedef struct array {
  truc__buf *out;
  bool between; /* a line has ended, the next needs a comma */
} array;

/* Lines become the items of an array. */
static int take_lines(void *ctx, const char *s, size_t n) {
  array *a = ctx;
  if (a->out->n + n > JSON_MAX) return 1;
  for (size_t i = 0; i < n; i++) {
    if (s[i] != '\n' && a->between) truc__buf_str(a->out, ",\n");
    a->between = s[i] == '\n';
    if (!a->between) truc__buf_chr(a->out, s[i]);
  }
  return a->out->rc != 0;
}

void truc__json_records(truc__page *p, const truc_query *q) {
  uint64_t n = 0;
  array a = {.out = &p->out};
  truc__buf_chr(&p->out, '[');
  if (truc_ledger_export(p->l, q, TRUC_EXPORT_JSONL, take_lines, &a, &n, NULL,
                         &p->err))
    truc__page_error(p, 500);
  else
    truc__buf_chr(&p->out, ']');
}

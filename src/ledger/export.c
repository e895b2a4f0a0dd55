/* SPDX-License-Identifier: Apache-2.0 */
/* export.c - propositions as text for other programs: the format of the fact
** layer with evidence over all documents, a sheet, clusters. */
#include "ledger/ledger.h"

#define PAGE 256 /* propositions in memory at a time */

static void put_str(truc__buf *b, const char *s) {
  truc__buf_json(b, s, strlen(s));
}

static void put_key(truc__buf *b, const char *key, const char *value) {
  truc__buf_fmt(b, ",\"%s\":", key);
  put_str(b, value);
}

static void put_span(truc__buf *b, uint32_t cp, uint32_t cplen) {
  truc__buf_fmt(b, "\"start\":%u,\"end\":%u", cp, cp + cplen);
}

/* ------------------------------------------------------------- JSON Lines */

static void put_item(truc__buf *b, const truc_records *r, const truc_record *p,
                     const truc_record_item *i) {
  size_t from = b->n;
  truc__buf_chr(b, '{');
  if (i->ref) put_key(b, "ref", i->ref);
  if (i->country) put_key(b, "country", i->country);
  if (i->code) put_key(b, "value", i->code);
  if (i->number) truc__buf_fmt(b, ",\"value\":%s", i->number);
  if (i->fact) put_key(b, "fact", i->fact);
  if (i->len && i->text) {
    put_key(b, "text", i->text);
    truc__buf_chr(b, ',');
    put_span(b, i->cp, i->cplen);
    if (i->doc != p->doc) put_key(b, "doc", r->document[i->doc].id);
  }
  if (i->implicit) truc__buf_str(b, ",\"implicit\":true");
  truc__buf_chr(b, '}');
  if (!b->rc && b->p[from + 1] == ',') { /* the comma before the first key */
    memmove(b->p + from + 1, b->p + from + 2, b->n - from - 2);
    b->p[--b->n] = '\0';
  }
}

static bool first_of_slot(const truc_records *r, const truc_record *p,
                          uint32_t k) {
  for (uint32_t j = 0; j < k; j++)
    if (!strcmp(r->item[p->item + j].slot, r->item[p->item + k].slot))
      return false;
  return true;
}

static void put_args(truc__buf *b, const truc_records *r,
                     const truc_record *p) {
  const char *between = "";
  truc__buf_str(b, ",\"args\":{");
  for (uint32_t k = 0; k < p->nitem; k++) {
    const truc_record_item *i = &r->item[p->item + k];
    if (!first_of_slot(r, p, k)) continue;
    truc__buf_str(b, between);
    put_str(b, i->slot);
    truc__buf_str(b, ":[");
    between = "";
    for (uint32_t j = k; j < p->nitem; j++) {
      if (strcmp(r->item[p->item + j].slot, i->slot)) continue;
      truc__buf_str(b, between);
      put_item(b, r, p, &r->item[p->item + j]);
      between = ",";
    }
    truc__buf_chr(b, ']');
    between = ",";
  }
  truc__buf_chr(b, '}');
}

static void put_date(truc__buf *b, const truc_record *p) {
  static const char *const name[] = {NULL, "day", "month", "year"};
  if (!*p->date) {
    truc__buf_str(b, ",\"date\":null");
    return;
  }
  truc__buf_str(b, ",\"date\":{\"value\":");
  put_str(b, p->date);
  if (name[p->precision & 3]) put_key(b, "precision", name[p->precision & 3]);
  truc__buf_chr(b, '}');
}

static void put_strings(truc__buf *b, const char *key, const char *const *list,
                        uint32_t n) {
  if (!n) return;
  truc__buf_fmt(b, ",\"%s\":[", key);
  for (uint32_t i = 0; i < n; i++) {
    if (i) truc__buf_chr(b, ',');
    put_str(b, list[i]);
  }
  truc__buf_chr(b, ']');
}

static void put_evidence(truc__buf *b, const truc_records *r,
                         const truc_record *p) {
  truc__buf_str(b, ",\"evidence\":[");
  for (uint32_t k = 0; k < p->nevidence; k++) {
    const truc_record_evidence *e = &r->evidence[p->evidence + k];
    truc__buf_str(b, k ? ",{\"doc\":" : "{\"doc\":");
    put_str(b, r->document[e->doc].id);
    truc__buf_fmt(b, ",\"fact\":\"f%u\",", e->fact);
    put_span(b, e->cp, e->cplen);
    truc__buf_str(b, ",\"text\":");
    truc__buf_json(b, e->text, e->len);
    truc__buf_chr(b, '}');
  }
  truc__buf_chr(b, ']');
}

static void put_speakers(truc__buf *b, const truc_records *r,
                         const truc_record *p) {
  truc__buf_str(b, ",\"speaker\":[");
  for (uint32_t k = 0; k < p->nspeaker; k++) {
    truc__buf_str(b, k ? ",{\"ref\":" : "{\"ref\":");
    put_str(b, r->speaker[p->speaker + k]);
    truc__buf_chr(b, '}');
  }
  truc__buf_chr(b, ']');
}

static void put_jsonl(truc__buf *b, const truc_records *r,
                      const truc_record *p) {
  truc__buf_str(b, "{\"doc\":");
  put_str(b, r->document[p->doc].id);
  put_key(b, "id", p->id);
  put_key(b, "kind", truc_kind_name((truc_kind)p->kind));
  truc__buf_fmt(b, ",\"tier\":%u", p->tier);
  put_args(b, r, p);
  put_date(b, p);
  put_key(b, "modality", truc_modality_name((truc_modality)p->modality));
  put_speakers(b, r, p);
  truc__buf_fmt(b, ",\"sources\":%u,\"documents\":%u", p->nsource, p->ndoc);
  if (*p->first) put_key(b, "first", p->first);
  if (*p->last) put_key(b, "last", p->last);
  if (p->derived) truc__buf_str(b, ",\"derived\":true");
  truc__buf_fmt(b, ",\"confidence\":%u", p->confidence);
  put_strings(b, "conflicts", r->conflict + p->conflict, p->nconflict);
  put_strings(b, "partial", r->partial + p->partial, p->npartial);
  put_evidence(b, r, p);
  truc__buf_str(b, "}\n");
}

/* -------------------------------------------------------------------- TSV */

/* Slots with a column of their own; the others go to "more". */
static const char *const columns[][3] = {
    {"subject", "subject", NULL}, /* heading, slots */
    {"actors", "visitor", "actor"},
    {"speakers", "speaker", NULL},
    {"parties", "parties", "provider"},
    {"target", "host", "counterpart"},
    {"recipient", "recipient", "relative_to"},
    {"person", "person", NULL},
    {"office", "office", NULL},
    {"type", "type", "visit_type"},
    {"action", "action", "form"},
    {"sectors", "sectors", "domain"},
    {"forums", "forums", NULL},
    {"instrument", "instrument", NULL},
    {"what", "what", "goods"},
    {"rank", "rank", NULL},
    {"value", "value", NULL},
    {"unit", "unit", NULL},
};
#define NCOLUMNS (sizeof columns / sizeof columns[0])

/* Tabs and line ends would break the row. */
static void put_cell(truc__buf *b, const char *s, size_t n) {
  for (size_t i = 0; i < n; i++)
    truc__buf_chr(b, (unsigned char)s[i] < ' ' ? ' ' : s[i]);
}

static void put_value(truc__buf *b, const truc_record_item *i) {
  const char *v = i->ref      ? i->ref
                  : i->code   ? i->code
                  : i->number ? i->number
                  : i->text   ? i->text
                  : i->fact   ? i->fact
                              : "";
  put_cell(b, v, strlen(v));
}

static void put_slot(truc__buf *b, const truc_records *r, const truc_record *p,
                     const char *slot, bool *any) {
  for (uint32_t k = 0; slot && k < p->nitem; k++) {
    if (strcmp(r->item[p->item + k].slot, slot)) continue;
    if (*any)
      truc__buf_chr(b, ' '), truc__buf_chr(b, '+'), truc__buf_chr(b, ' ');
    put_value(b, &r->item[p->item + k]);
    *any = true;
  }
}

static bool has_column(const char *slot) {
  for (size_t c = 0; c < NCOLUMNS; c++)
    for (int k = 1; k < 3; k++)
      if (columns[c][k] && !strcmp(columns[c][k], slot)) return true;
  return false;
}

static void put_more(truc__buf *b, const truc_records *r,
                     const truc_record *p) {
  bool any = false;
  for (uint32_t k = 0; k < p->nitem; k++) {
    const truc_record_item *i = &r->item[p->item + k];
    if (has_column(i->slot)) continue;
    truc__buf_str(b, any ? "; " : "");
    truc__buf_str(b, i->slot);
    truc__buf_chr(b, '=');
    put_value(b, i);
    any = true;
  }
}

static void put_tsv_head(truc__buf *b) {
  truc__buf_str(b,
                "id\tkind\tmodality\tdate\tprecision\tsources\tdocuments\t"
                "first\tlast");
  for (size_t c = 0; c < NCOLUMNS; c++) truc__buf_fmt(b, "\t%s", columns[c][0]);
  truc__buf_str(b,
                "\tmore\tsaid_by\tconflicts\tdoc\tstart\tend\ttitle\turl\t"
                "sentence\n");
}

static void put_list(truc__buf *b, const char *const *list, uint32_t n) {
  truc__buf_chr(b, '\t');
  for (uint32_t i = 0; i < n; i++) {
    if (i) truc__buf_chr(b, ' ');
    put_cell(b, list[i], strlen(list[i]));
  }
}

static void put_tsv(truc__buf *b, const truc_records *r, const truc_record *p) {
  static const char *const precision[] = {"", "day", "month", "year"};
  const truc_record_document *d = &r->document[p->doc];
  truc__buf_fmt(b, "%s\t%s\t%s\t%s\t%s\t%u\t%u\t%s\t%s", p->id,
                truc_kind_name((truc_kind)p->kind),
                truc_modality_name((truc_modality)p->modality), p->date,
                precision[p->precision & 3], p->nsource, p->ndoc, p->first,
                p->last);
  for (size_t c = 0; c < NCOLUMNS; c++) {
    bool any = false;
    truc__buf_chr(b, '\t');
    for (int k = 1; k < 3; k++) put_slot(b, r, p, columns[c][k], &any);
  }
  truc__buf_chr(b, '\t');
  put_more(b, r, p);
  put_list(b, r->speaker + p->speaker, p->nspeaker);
  put_list(b, r->conflict + p->conflict, p->nconflict);
  truc__buf_chr(b, '\t');
  put_cell(b, d->id, strlen(d->id));
  const truc_record_evidence *e =
      p->nevidence ? &r->evidence[p->evidence] : NULL;
  if (e)
    truc__buf_fmt(b, "\t%u\t%u\t", e->cp, e->cp + e->cplen);
  else
    truc__buf_str(b, "\t\t\t");
  put_cell(b, d->title, strlen(d->title));
  truc__buf_chr(b, '\t');
  put_cell(b, d->url, strlen(d->url));
  truc__buf_chr(b, '\t');
  if (e) put_cell(b, e->text, e->len);
  truc__buf_chr(b, '\n');
}

/* --------------------------------------------------------------- clusters */

/* Facts of a proposition that support each other, of two documents or more. */
static bool put_cluster(truc__buf *b, truc_ledger *l, int64_t id) {
  size_t from = b->n;
  uint32_t documents = 0;
  int64_t last = 0;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT p.key, d.name || ':f' || f.n, d.id FROM proposition p "
      "CROSS JOIN claim c ON c.proposition = p.id "
      "CROSS JOIN fact f ON f.claim = c.id "
      "CROSS JOIN document d ON d.id = f.document "
      "WHERE p.id = ? AND p.documents > 1 AND f.timed ORDER BY d.name, f.n",
      "i", id);
  while (truc__next(l, s)) {
    if (!documents) {
      truc__buf_str(b, "{\"id\":");
      put_str(b, truc__text(s, 0));
      truc__buf_str(b, ",\"members\":[");
    } else {
      truc__buf_chr(b, ',');
    }
    put_str(b, truc__text(s, 1));
    documents += sqlite3_column_int64(s, 2) != last;
    last = sqlite3_column_int64(s, 2);
  }
  truc__buf_str(b, "]}\n");
  if (documents > 1 || b->rc) return true;
  b->n = from;
  b->p[from] = '\0';
  return false;
}

/* -------------------------------------------------------------- the walk */

static void put_page(truc__buf *b, truc_ledger *l, const int64_t *id,
                     uint32_t n, truc_export_format format, uint64_t *done) {
  if (format == TRUC_EXPORT_CLUSTERS) {
    for (uint32_t i = 0; i < n; i++) *done += put_cluster(b, l, id[i]);
    return;
  }
  truc_records *r =
      truc__read_records(l, id, n, format == TRUC_EXPORT_TSV ? 1 : 0);
  for (uint32_t i = 0; r && i < r->nrecord; i++) {
    if (format == TRUC_EXPORT_JSONL)
      put_jsonl(b, r, &r->record[i]);
    else
      put_tsv(b, r, &r->record[i]);
    ++*done;
  }
  truc_records_free(r);
}

static bool write_out(truc_ledger *l, truc__buf *b, truc_write_fn *write,
                      void *ctx) {
  if (b->rc)
    truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  else if (b->n && !truc__failed(l) && write(ctx, b->p, b->n))
    truc__set_fail(l, TRUC_EIO, "the output cannot be written");
  truc__buf_reset(b);
  return !truc__failed(l);
}

truc_rc truc_ledger_export(truc_ledger *l, const truc_query *query,
                           truc_export_format format, truc_write_fn *write,
                           void *ctx, uint64_t *nrecord, truc_err *err) {
  truc_query q = TRUC_QUERY;
  truc__ids id = {0};
  truc__buf out = {0};
  uint32_t supported;
  uint64_t n = 0;
  if (query) q = *query;
  q.order = TRUC_ORDER_KEY;
  truc__begin_call(l);
  truc__choose(l, &q, &id, &supported);
  if (format == TRUC_EXPORT_TSV) put_tsv_head(&out);
  for (uint32_t i = 0; i < id.n || (i == 0 && out.n); i += PAGE) {
    uint32_t page = id.n - i < PAGE ? id.n - i : PAGE;
    if (page) put_page(&out, l, id.v + i, page, format, &n);
    if (!write_out(l, &out, write, ctx)) break;
  }
  if (nrecord) *nrecord = n;
  VEC_FREE(id);
  truc__buf_release(&out);
  return truc__end_call(l, err);
}

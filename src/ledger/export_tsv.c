/* SPDX-License-Identifier: Apache-2.0 */
/* export_tsv.c - one proposition a row, for a sheet. */
#include "ledger/export.h"

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

static void put_value(truc__buf *b, const truc_record_item *i) {
  const char *v = i->ref      ? i->ref
                  : i->code   ? i->code
                  : i->number ? i->number
                  : i->text   ? i->text
                  : i->fact   ? i->fact
                              : "";
  if (i->ref || i->code || i->number || !i->text)
    truc__put_cell(b, v, strlen(v));
  else
    truc__put_words(b, v, strlen(v));
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

static void put_tsv_head(truc__export *x) {
  truc__buf *b = &x->out;
  truc__buf_str(b,
                "id\tkind\tmodality\tdate\tprecision\tsources\tdocuments\t"
                "first\tlast");
  for (size_t c = 0; c < NCOLUMNS; c++) truc__buf_fmt(b, "\t%s", columns[c][0]);
  truc__buf_str(b,
                "\tmore\tsaid_by\tconflicts\tdoc\tstart\tend\ttitle\turl\t"
                "sentence\n");
}

static void put_list(truc__buf *b, const char *const *list, uint32_t from,
                     uint32_t n) {
  truc__buf_chr(b, '\t');
  for (uint32_t i = 0; i < n; i++) {
    if (i) truc__buf_chr(b, ' ');
    truc__put_cell(b, list[from + i], strlen(list[from + i]));
  }
}

static bool put_tsv(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  const truc_records *r = x->r;
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
  put_list(b, r->speaker, p->speaker, p->nspeaker);
  put_list(b, r->conflict, p->conflict, p->nconflict);
  truc__buf_chr(b, '\t');
  truc__put_cell(b, d->id, strlen(d->id));
  const truc_record_evidence *e =
      p->nevidence ? &r->evidence[p->evidence] : NULL;
  if (e)
    truc__buf_fmt(b, "\t%u\t%u\t", e->cp, e->cp + e->cplen);
  else
    truc__buf_str(b, "\t\t\t");
  truc__put_words(b, d->title, strlen(d->title));
  truc__buf_chr(b, '\t');
  truc__put_cell(b, d->url, strlen(d->url));
  truc__buf_chr(b, '\t');
  if (e) truc__put_words(b, e->text, e->len);
  truc__buf_chr(b, '\n');
  return true;
}

const truc__form truc__form_tsv = {.name = "tsv",
                                   .lacks = "",
                                   .max_evidence = 1,
                                   .head = put_tsv_head,
                                   .put = put_tsv};

/* SPDX-License-Identifier: Apache-2.0
**
** headline.c - a proposition in one line: its names, its slots in the order of
** speech, its date.
*/
#include "cli/brief.h"
#include "ledger/ledger.h"

/* ------------------------------------------------------------------- names */

void cli_put_words(truc__buf *b, const char *code) {
  for (; *code; code++) truc__buf_chr(b, *code == '_' ? ' ' : *code);
}

void cli_put_word(truc__buf *b, const char *s) {
  cli_put_safe(b, s, strlen(s));
}

static void put_name(truc__buf *b, truc_ledger *l, const truc_record_item *i) {
  bool sector = i->ref && !strncmp(i->ref, "sector:", 7);
  if (i->ref && !sector &&
      (!strncmp(i->ref, "gpe:", 4) || truc__ref_is_code(i->ref)))
    cli_put_word(b, truc_ledger_name(l, i->ref));
  else if (i->ref && !sector)
    cli_put_word(b, i->name);
  else if (i->text)
    cli_put_tidy(b, i->text, strlen(i->text));
  else if (sector)
    cli_put_words(b, i->name);
  else if (i->number)
    truc__buf_str(b, i->number);
  else if (i->code)
    cli_put_words(b, i->code);
}

/* "8,77%" is both sum and unit: it is said once. */
static bool is_said(const truc_records *r, const truc_record *p,
                    const truc_record_item *i) {
  if (strcmp(i->slot, "unit") || !i->text) return false;
  for (uint32_t k = 0; k < p->nitem; k++) {
    const truc_record_item *o = &r->item[p->item + k];
    if (o != i && o->text && !strcmp(o->text, i->text)) return true;
  }
  return false;
}

/* Items of a slot, joined; false if there are none. */
bool cli_put_slot(truc__buf *b, truc_ledger *l, const truc_records *r,
                  const truc_record *p, const char *before, const char *slot) {
  bool any = false;
  for (uint32_t k = 0; k < p->nitem; k++) {
    const truc_record_item *i = &r->item[p->item + k];
    if (strcmp(i->slot, slot) || is_said(r, p, i)) continue;
    size_t from = b->n;
    truc__buf_str(b, any ? ", " : before);
    size_t name = b->n;
    put_name(b, l, i);
    if (b->n == name) { /* it says nothing that could be shown */
      b->n = from;
      continue;
    }
    any = true;
  }
  return any;
}

const truc_record_item *cli_slot(const truc_records *r, const truc_record *p,
                                 const char *name) {
  for (uint32_t k = 0; k < p->nitem; k++)
    if (!strcmp(r->item[p->item + k].slot, name)) return &r->item[p->item + k];
  return NULL;
}

static void put_code(truc__buf *b, const truc_records *r, const truc_record *p,
                     const char *before, const char *name) {
  const truc_record_item *i = cli_slot(r, p, name);
  if (!i || !i->code || !strcmp(i->code, "whole")) return;
  truc__buf_str(b, before);
  cli_put_words(b, i->code);
}

/* --------------------------------------------------------------- headlines */

/* Slots in the order of speech, each with what stands before it; a slot that
** begins with '#' is shown by its code. */
typedef struct part {
  const char *before, *slot;
} part;
static const part lines[TRUC_NKINDS][8] = {
    [TRUC_KIND_OFFICE] = {{"", "person"},
                          {" — ", "office"},
                          {", ", "org"},
                          {", ", "country"}},
    [TRUC_KIND_VISIT] = {{"", "visitor"},
                         {" → ", "host"},
                         {" · ", "#visit_type"},
                         {" · ", "#phase"},
                         {" · ", "place"}},
    [TRUC_KIND_CONTACT] = {{"", "actor"},
                           {" ↔ ", "counterpart"},
                           {" · ", "#form"},
                           {" · ", "place"}},
    [TRUC_KIND_STATEMENT] = {{"", "speaker"},
                             {" · ", "#act"},
                             {" · ", "#medium"},
                             {" · ", "publisher"}},
    [TRUC_KIND_MILESTONE] = {{"", "parties"},
                             {" · ", "#type"},
                             {" · ", "years"},
                             {" · ", "of"}},
    [TRUC_KIND_COOPERATION] = {{"", "sectors"},
                               {" · wished by ", "holder"},
                               {" · ", "means"}},
    [TRUC_KIND_AGREEMENT] = {{"", "#action"},
                             {" · ", "instrument"},
                             {" · ", "parties"}},
    [TRUC_KIND_FORUM] = {{"", "parties"},
                         {" · ", "#action"},
                         {" · ", "forums"}},
    [TRUC_KIND_PROVISION] = {{"", "provider"},
                             {" → ", "recipient"},
                             {" · ", "goods"}},
    [TRUC_KIND_RANKING] = {{"", "subject"},
                           {" · no. ", "rank"},
                           {" · ", "domain"},
                           {" · for ", "relative_to"},
                           {" · among ", "set"}},
    [TRUC_KIND_AMOUNT] = {{"", "what"},
                          {" · ", "#mod"},
                          {" · ", "value"},
                          {" ", "unit"},
                          {" · ", "provider"},
                          {" → ", "recipient"}},
    [TRUC_KIND_EVENT] = {{"", "name"}, {" · ", "place"}, {" · ", "parties"}},
    [TRUC_KIND_STATUS] = {{"", "subject"}, {" · ", "label"}, {" · ", "object"}},
    [TRUC_KIND_IMPACT] = {{"", "cause"}, {" · ", "effect"}, {" → ", "target"}},
};

void cli_put_headline(truc__buf *b, truc_ledger *l, const truc_records *r,
                      const truc_record *p) {
  size_t from = b->n;
  for (const part *x = lines[p->kind]; x->slot; x++) {
    const char *before = b->n == from ? "" : x->before;
    const truc_record_item *rank =
        strcmp(x->slot, "rank") ? NULL : cli_slot(r, p, "rank");
    if (*x->slot == '#') {
      put_code(b, r, p, before, x->slot + 1);
    } else if (rank && rank->number) {
      truc__buf_str(b, before);
      truc__buf_str(b, rank->number);
    } else {
      cli_put_slot(b, l, r, p, before, x->slot);
    }
  }
  if (p->kind == TRUC_KIND_MILESTONE && cli_slot(r, p, "years") &&
      cli_slot(r, p, "years")->number && !cli_slot(r, p, "years")->text)
    truc__buf_str(b, " years");
  if (b->n == from) truc__buf_str(b, truc_kind_name((truc_kind)p->kind));
}

/* The second half of an interval without what it shares with the first. */
void cli_put_date(truc__buf *b, const char *iso) {
  const char *slash = strchr(iso, '/');
  size_t n = slash ? (size_t)(slash - iso) : strlen(iso);
  truc__buf_put(b, iso, n);
  if (!slash) return;
  const char *end = slash + 1;
  truc__buf_chr(b, '/');
  if (n == 10 && strlen(end) == 10) {
    if (!strncmp(iso, end, 8))
      end += 8;
    else if (!strncmp(iso, end, 5))
      end += 5;
  }
  truc__buf_str(b, end);
}

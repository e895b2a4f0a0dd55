/* SPDX-License-Identifier: Apache-2.0 */
/* history_json.c - a history as a JSON object. */
#include "ledger/ledger.h"

static void put_text(truc__buf *b, const char *key, const char *value) {
  char last = b->n ? b->p[b->n - 1] : '{';
  if (last != '{' && last != '[') truc__buf_chr(b, ',');
  truc__buf_json(b, key, strlen(key));
  truc__buf_chr(b, ':');
  truc__buf_json(b, value, strlen(value));
}

/* Arguments of the first step that do not vary: {"slot":...,"ref":...}. */
static void put_about_json(truc__buf *b, const truc_records *r,
                           const truc_record *p, truc_change c) {
  truc__buf_str(b, ",\"about\":[");
  for (uint32_t i = 0; i < p->nitem; i++) {
    const truc_record_item *x = &r->item[p->item + i];
    if (!truc__history_about(c, x->slot)) continue;
    truc__buf_str(b, b->p[b->n - 1] == '[' ? "{" : ",{");
    put_text(b, "slot", x->slot);
    if (x->ref) put_text(b, "ref", x->ref);
    if (x->name) put_text(b, "name", x->name);
    if (x->code) put_text(b, "code", x->code);
    if (!x->name && x->text) put_text(b, "text", x->text);
    truc__buf_chr(b, '}');
  }
  truc__buf_chr(b, ']');
}

static void put_step_json(truc__buf *b, const truc_records *r,
                          const truc_step *s) {
  const truc_record *p = &r->record[s->record];
  truc__buf_chr(b, '{');
  put_text(b, "proposition", p->id);
  if (*s->time) put_text(b, "time", s->time);
  put_text(b, "value", s->value);
  put_text(b, "modality", truc_modality_name((truc_modality)p->modality));
  if (*p->date) put_text(b, "date", p->date);
  if (*p->first) put_text(b, "first_reported", p->first);
  if (*p->last) put_text(b, "last_reported", p->last);
  truc__buf_fmt(b, ",\"documents\":%u,\"sources\":%u,\"differs\":%s}", p->ndoc,
                p->nsource, s->differs ? "true" : "false");
}

void truc__history_json(truc__buf *b, const truc_histories *h, uint32_t index) {
  const truc_history *t = &h->history[index];
  truc_change c = (truc_change)t->change;
  truc__buf_chr(b, '{');
  put_text(b, "history", truc_change_name(c));
  if (b->rc) return;
  put_about_json(b, h->records, &h->records->record[h->step[t->step].record],
                 c);
  if (*t->between) put_text(b, "between", t->between);
  truc__buf_str(b, ",\"steps\":[");
  for (uint32_t i = 0; i < t->nstep; i++) {
    if (i) truc__buf_chr(b, ',');
    put_step_json(b, h->records, &h->step[t->step + i]);
  }
  truc__buf_str(b, "]}");
}

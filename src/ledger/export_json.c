/* SPDX-License-Identifier: Apache-2.0 */
/* export_json.c - JSON Lines: propositions in the format of the fact layer
** (doc/ANNOTATION.md) with evidence over all documents; and clusters, the facts
** of one proposition, for a scorer of corroboration. */
#include "ledger/export.h"

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
                        uint32_t from, uint32_t n) {
  if (!n) return;
  truc__buf_fmt(b, ",\"%s\":[", key);
  for (uint32_t i = 0; i < n; i++) {
    if (i) truc__buf_chr(b, ',');
    put_str(b, list[from + i]);
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

/* Codes of event data, as the fact layer writes them. */
static void put_codes(truc__buf *b, const truc_record *p) {
  if (!*p->event) return;
  truc__buf_str(b, ",\"plover\":{\"event\":");
  put_str(b, p->event);
  truc__buf_str(b, ",\"mode\":");
  if (*p->mode)
    put_str(b, p->mode);
  else
    truc__buf_str(b, "null");
  truc__buf_str(b, ",\"context\":");
  truc__json_words(b, p->context);
  truc__buf_chr(b, '}');
  put_key(b, "cameo", p->cameo);
}

static bool put_jsonl(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  const truc_records *r = x->r;
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
  truc__buf_fmt(b, ",\"confidence\":%u.%02u", p->confidence / 100u,
                p->confidence % 100u);
  put_strings(b, "conflicts", r->conflict, p->conflict, p->nconflict);
  put_strings(b, "partial", r->partial, p->partial, p->npartial);
  put_evidence(b, r, p);
  put_codes(b, p);
  truc__buf_str(b, "}\n");
  return true;
}

const truc__form truc__form_jsonl = {
    .name = "jsonl", .lacks = "", .put = put_jsonl};

/* --------------------------------------------------------------- clusters */

/* Facts of a proposition that support each other, of two documents or more. */
static bool put_cluster(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  truc_ledger *l = x->l;
  size_t from = b->n;
  uint32_t documents = 0;
  int64_t last = 0;
  (void)p;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT p.key, d.name || ':f' || f.n, d.id FROM proposition p "
      "CROSS JOIN claim c ON c.proposition = p.id "
      "CROSS JOIN fact f ON f.claim = c.id "
      "CROSS JOIN document d ON d.id = f.document "
      "WHERE p.id = ? AND p.documents > 1 AND f.timed ORDER BY d.name, f.n",
      "i", x->id);
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

const truc__form truc__form_clusters = {.name = "clusters",
                                        .lacks = "stated in one document",
                                        .ids_only = true,
                                        .put = put_cluster};

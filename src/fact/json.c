/* SPDX-License-Identifier: Apache-2.0 */
/* json.c - a record as JSON, in the format of doc/ANNOTATION.md. */
#include "fact/fact.h"
#include "fact/plover.h"

/* Names of ours, which hold nothing that JSON would have escaped. */
static void put_name(truc__buf *b, const char *name) {
  truc__buf_chr(b, '"');
  truc__buf_str(b, name);
  truc__buf_chr(b, '"');
}

static void put_key(truc__buf *b, const char *key) {
  truc__buf_chr(b, ',');
  put_name(b, key);
  truc__buf_chr(b, ':');
}

static void put_names(truc__buf *b, const char *const *name, uint32_t n) {
  truc__buf_chr(b, '[');
  for (uint32_t i = 0; i < n; i++) {
    if (i) truc__buf_chr(b, ',');
    put_name(b, name[i]);
  }
  truc__buf_chr(b, ']');
}

static void put_number(truc__buf *b, const char *key, uint64_t n) {
  put_key(b, key);
  truc__buf_int(b, (int64_t)n);
}

static void put_string(truc__buf *b, const char *key, const char *s) {
  put_key(b, key);
  truc__buf_json(b, s, strlen(s));
}

static void put_span(truc__buf *b, const truc_doc *d, truc_span s,
                     const truc__fact_out *o) {
  put_key(b, "text");
  truc__buf_json(b, d->raw + s.off, s.len);
  truc_span u = truc_doc_units(d, s, o->unit);
  uint64_t start = o->base + u.off;
  put_number(b, "start", start);
  put_number(b, "end", start + u.len);
}

/* A record of this document, by its number. */
static void put_id(truc__buf *b, const char *key, const truc__fact_out *o,
                   uint32_t fact) {
  put_key(b, key);
  truc__buf_chr(b, '"');
  if (o->piece) truc__buf_fmt(b, "p%u", (unsigned)o->piece);
  truc__buf_chr(b, 'f');
  truc__buf_int(b, (int64_t)fact + 1);
  truc__buf_chr(b, '"');
}

static void put_item(truc__buf *b, const truc_doc *d, const truc_item *it,
                     const truc__fact_out *o) {
  size_t at = b->n;
  if (it->ref) put_string(b, "ref", it->ref);
  if (it->code) put_string(b, "value", it->code);
  if (it->has_number) {
    put_key(b, "value");
    truc__buf_decimal(b, it->mantissa, it->exponent);
  }
  if (it->fact != TRUC_NONE) put_id(b, "fact", o, it->fact);
  if (it->at.len) put_span(b, d, it->at, o);
  if (it->implicit) truc__buf_str(b, ",\"implicit\":true");
  if (b->n == at) truc__buf_str(b, ",\"implicit\":true");
  if (!b->rc) b->p[at] = '{'; /* in place of the first comma */
  truc__buf_chr(b, '}');
}

/* Items grouped by slot, slots in order of first appearance. */
static void put_args(truc__buf *b, const truc_doc *d, const truc_fact *f,
                     const truc__fact_out *o) {
  truc__buf_str(b, ",\"args\":{");
  bool first_slot = true;
  for (uint32_t i = 0; i < f->nitem; i++) {
    const truc_item *it = &d->item.v[f->item + i];
    if (truc__first_item(d->item.v + f->item, i, it->slot)) continue;
    if (!first_slot) truc__buf_chr(b, ',');
    first_slot = false;
    put_name(b, it->slot);
    truc__buf_str(b, ":[");
    bool first = true;
    for (uint32_t k = i; k < f->nitem; k++) {
      if (strcmp(d->item.v[f->item + k].slot, it->slot)) continue;
      if (!first) truc__buf_chr(b, ',');
      first = false;
      put_item(b, d, &d->item.v[f->item + k], o);
    }
    truc__buf_chr(b, ']');
  }
  truc__buf_chr(b, '}');
}

static const char *precision_name(unsigned p) {
  return p == TRUC_PREC_DAY ? "day" : p == TRUC_PREC_MONTH ? "month" : "year";
}

static void put_date(truc__buf *b, const truc_fact *f) {
  if (!f->has_date) {
    truc__buf_str(b, ",\"date\":null");
    return;
  }
  truc__buf_str(b, ",\"date\":{\"value\":");
  truc__buf_json(b, f->date, strlen(f->date));
  put_key(b, "precision");
  put_name(b, precision_name(f->precision));
  if (f->basis && f->basis[0]) put_string(b, "basis", f->basis);
  truc__buf_chr(b, '}');
}

static void put_speakers(truc__buf *b, const truc_doc *d, const truc_fact *f) {
  truc__buf_str(b, ",\"speaker\":[");
  for (uint32_t i = 0; i < f->nspeaker; i++) {
    const char *ref = d->entity.v[d->speaker.v[f->speaker + i]].ref;
    truc__buf_str(b, i ? ",{\"ref\":" : "{\"ref\":");
    truc__buf_json(b, ref, strlen(ref));
    truc__buf_chr(b, '}');
  }
  truc__buf_chr(b, ']');
}

static void put_evidence(truc__buf *b, const truc_doc *d, const truc_fact *f,
                         const truc__fact_out *o) {
  truc__buf_str(b, ",\"evidence\":[");
  for (uint32_t i = 0; i < f->nevidence; i++) {
    uint32_t s = d->evidence.v[f->evidence + i];
    truc__buf_str(b, i ? ",{\"sent\":" : "{\"sent\":");
    truc__buf_int(b, s);
    put_span(b, d, d->sentence.v[s].at, o);
    truc__buf_chr(b, '}');
  }
  truc__buf_chr(b, ']');
}

/* Codes of event data, for the kinds that have them. */
static void put_codes(truc__buf *b, const truc_doc *d, uint32_t fact) {
  truc__plover p;
  if (!truc__plover_of(d, fact, &p)) return;
  truc__buf_str(b, ",\"plover\":{\"event\":");
  put_name(b, p.event);
  put_key(b, "mode");
  if (p.mode)
    put_name(b, p.mode);
  else
    truc__buf_str(b, "null");
  put_key(b, "context");
  put_names(b, p.context, p.ncontext);
  truc__buf_chr(b, '}');
  put_key(b, "cameo");
  put_name(b, p.cameo);
}

/* What its confidence is lowered for. */
static void put_doubts(truc__buf *b, const truc_doc *d, uint32_t fact) {
  const char *doubt[TRUC_MAX_DOUBTS];
  uint32_t n = truc_doc_doubts(d, fact, doubt);
  if (!n) return;
  put_key(b, "doubt");
  put_names(b, doubt, n);
}

/* With two digits behind the point. */
static void put_confidence(truc__buf *b, unsigned percent) {
  put_key(b, "confidence");
  truc__buf_int(b, percent / 100);
  truc__buf_chr(b, '.');
  truc__buf_chr(b, (char)('0' + percent / 10 % 10));
  truc__buf_chr(b, (char)('0' + percent % 10));
}

void truc__fact_json(truc__buf *b, const truc_doc *d, uint32_t fact,
                     const truc__fact_out *o) {
  const truc_fact *f = &d->fact.v[fact];
  truc__buf_str(b, "{\"doc\":");
  truc__buf_json(b, o->doc, strlen(o->doc));
  put_id(b, "id", o, fact);
  put_key(b, "kind");
  put_name(b, truc_kind_name((truc_kind)f->kind));
  put_number(b, "tier", f->tier);
  put_args(b, d, f, o);
  put_date(b, f);
  if (d->date_inferred) truc__buf_str(b, ",\"date_inferred\":true");
  put_key(b, "modality");
  put_name(b, truc_modality_name((truc_modality)f->modality));
  put_speakers(b, d, f);
  put_evidence(b, d, f, o);
  if (f->part_of != TRUC_NONE) put_id(b, "part_of", o, f->part_of);
  if (f->derived) truc__buf_str(b, ",\"derived\":true");
  put_codes(b, d, fact);
  put_confidence(b, f->confidence);
  put_doubts(b, d, fact);
  put_key(b, "pattern");
  put_name(b, f->pattern);
  truc__buf_chr(b, '}');
}

/* SPDX-License-Identifier: Apache-2.0
**
** layers.c - offices and values, and all layers as CoNLL-U; see layers.h.
*/
#include "cli/layers.h"

#include "value/value.h"

static const char *entity_ref(const cli_job *j, uint32_t i) {
  uint32_t n;
  const truc_entity *e = truc_doc_entities(j->doc, &n);
  return i < n ? e[i].ref : NULL;
}

static void put_key(truc__buf *b, const char *key, const char *value) {
  if (!value || !*value) return;
  truc__buf_fmt(b, ",\"%s\":", key);
  truc__buf_json(b, value, strlen(value));
}

static void put_flag(truc__buf *b, const char *key, bool set) {
  if (set) truc__buf_fmt(b, ",\"%s\":true", key);
}

void cli_layer_head(cli_job *j, const char *layer) {
  truc__buf_str(j->out, "{\"doc\":");
  truc__buf_json(j->out, j->rec.id, strlen(j->rec.id));
  if (layer) truc__buf_fmt(j->out, ",\"layer\":\"%s\"", layer);
  truc__buf_chr(j->out, ',');
}

static void put_head(const cli *c, cli_job *j, const char *layer, truc_span at,
                     const char *type) {
  cli_layer_head(j, layer);
  cli_json_span(c, j, at);
  put_key(j->out, "type", type);
  truc__buf_str(j->out, ",\"text\":");
  truc__buf_json(j->out, cli_bytes(j, at), at.len);
}

void cli_put_mark(const cli *c, cli_job *j, truc_span at, const char *type,
                  const char *form, const char *ref) {
  truc__buf *b = j->out;
  cli_range r = cli_span(c, j, at);
  truc__buf_fmt(b, "%s\t%llu\t%llu\t%s\t%s\t%s\t", j->rec.id,
                (unsigned long long)r.start, (unsigned long long)r.end, type,
                form, ref ? ref : "");
  cli_put_cell(b, j, at);
  truc__buf_chr(b, '\n');
}

void cli_put_brat(cli_job *j, truc_span at, const char *type, const char *note,
                  uint32_t id) {
  truc__buf *b = j->out;
  truc_span u = truc_doc_units(j->doc, at, TRUC_CODEPOINT);
  uint64_t start = j->base[TRUC_CODEPOINT] + u.off;
  truc__buf_fmt(b, "T%u\t%s %llu %llu\t", (unsigned)id, type,
                (unsigned long long)start, (unsigned long long)(start + u.len));
  cli_put_cell(b, j, at);
  if (note && *note)
    truc__buf_fmt(b, "\n#%u\tAnnotatorNotes T%u\t%s", (unsigned)id,
                  (unsigned)id, note);
  truc__buf_chr(b, '\n');
}

/* --------------------------------------------------------------- offices */

static const truc_mention *office_mention(const cli_job *j,
                                          const truc_office *o) {
  uint32_t n;
  const truc_mention *m = truc_doc_mentions(j->doc, &n);
  return &m[o->mention];
}

static void put_office_json(const cli *c, cli_job *j, const truc_office *o) {
  truc__buf *b = j->out;
  put_head(c, j, "office", office_mention(j, o)->at, "OFFICE");
  put_key(b, "title", o->title);
  put_key(b, "holder", entity_ref(j, o->holder));
  put_key(b, "org", entity_ref(j, o->org));
  put_key(b, "country", entity_ref(j, o->country));
  put_flag(b, "former", o->flags & TRUC_OF_FORMER);
  put_flag(b, "acting", o->flags & TRUC_OF_ACTING);
  put_flag(b, "elect", o->flags & TRUC_OF_ELECT);
  put_flag(b, "rank", o->flags & TRUC_OF_RANK);
  truc__buf_str(b, "}\n");
}

void cli_put_offices(const cli *c, cli_job *j, uint32_t *id) {
  uint32_t n;
  const truc_office *o = truc_doc_offices(j->doc, &n);
  for (uint32_t i = 0; i < n; i++) {
    truc_span at = office_mention(j, &o[i])->at;
    const char *holder = entity_ref(j, o[i].holder);
    switch (c->format[0]) {
      case 'b': cli_put_brat(j, at, "OFFICE", holder, ++*id); break;
      case 't': cli_put_mark(c, j, at, "OFFICE", "office", holder); break;
      default: put_office_json(c, j, &o[i]);
    }
  }
}

/* ---------------------------------------------------------------- values */

static const char *precision_name(unsigned p) {
  static const char *const names[] = {"none", "day", "month", "year"};
  return p < 4 ? names[p] : "?";
}

/* "2023-11-27/2023-11-30", "30000000000 USD approx" */
static void put_normal(truc__buf *b, const truc_value *v) {
  char iso[32];
  if (v->kind == TRUC_VAL_DATE) {
    truc_value_iso(v, iso);
    truc__buf_str(b, iso);
    return;
  }
  truc__buf_decimal(b, v->mantissa, v->exponent);
  if (v->unit[0]) truc__buf_fmt(b, " %s", v->unit);
  if (v->mod)
    truc__buf_fmt(b, " %s", truc_modifier_name((truc_modifier)v->mod));
}

static void put_timex(truc__buf *b, const cli_job *j, const truc_value *v) {
  truc__timex t;
  if (!truc__value_timex(j->doc, v, &t)) return;
  truc__buf_fmt(b, ",\"timex3\":{\"type\":\"%s\"", t.type);
  put_key(b, "value", t.value);
  put_key(b, "mod", t.mod);
  put_key(b, "begin", t.begin);
  put_key(b, "end", t.end);
  truc__buf_chr(b, '}');
}

static void put_date_keys(truc__buf *b, const truc_value *v, bool inferred) {
  char iso[32];
  truc_value_iso(v, iso);
  put_key(b, "value", iso);
  put_key(b, "precision", precision_name(v->precision));
  put_key(b, "basis", v->basis);
  put_flag(b, "now", v->flags & TRUC_VF_NOW);
  put_flag(b, "in_name", v->flags & TRUC_VF_INNAME);
  put_flag(b, "compared", v->flags & TRUC_VF_COMPARED);
  put_flag(b, "date_inferred", inferred && (v->flags & TRUC_VF_RELATIVE));
}

static void put_value_json(const cli *c, cli_job *j, const truc_value *v) {
  truc__buf *b = j->out;
  int inferred;
  truc_doc_date(j->doc, NULL, &inferred);
  put_head(c, j, "value", v->at,
           truc_value_kind_name((truc_value_kind)v->kind));
  if (v->kind == TRUC_VAL_DATE) {
    put_date_keys(b, v, inferred);
  } else {
    truc__buf_str(b, ",\"value\":");
    truc__buf_decimal(b, v->mantissa, v->exponent);
    put_key(b, "unit", v->unit);
  }
  put_key(b, "mod", truc_modifier_name((truc_modifier)v->mod));
  put_timex(b, j, v);
  truc__buf_str(b, "}\n");
}

void cli_put_values(const cli *c, cli_job *j, uint32_t *id) {
  uint32_t n;
  truc__buf normal = {0};
  const truc_value *v = truc_doc_values(j->doc, &n);
  for (uint32_t i = 0; i < n; i++) {
    const char *type = truc_value_kind_name((truc_value_kind)v[i].kind);
    truc__buf_reset(&normal);
    truc__buf_str(&normal, "");
    put_normal(&normal, &v[i]);
    if (normal.rc) {
      j->out->rc = normal.rc;
      break;
    }
    switch (c->format[0]) {
      case 'b': cli_put_brat(j, v[i].at, type, normal.p, ++*id); break;
      case 't': cli_put_mark(c, j, v[i].at, type, "value", normal.p); break;
      default: put_value_json(c, j, &v[i]);
    }
  }
  truc__buf_release(&normal);
}

/* --------------------------------------------------------------- CoNLL-U */

/* How far each layer has been written. */
typedef struct cursor {
  unsigned layers;
  uint32_t name, office, value;
} cursor;

/* Has the word a token of [tok, tok + ntok)? 'B' if the first, else 'I'; 0. */
static char place(const truc_word *w, uint32_t tok, uint32_t ntok) {
  if (tok >= w->tok + w->ntok || tok + ntok <= w->tok) return 0;
  return tok >= w->tok ? 'B' : 'I';
}

/* A '|' parts the keys of MISC. */
static void put_misc(truc__buf *b, const char *key, const char *s) {
  if (!s || !*s) return;
  truc__buf_fmt(b, "|%s=", key);
  for (; *s; s++) {
    if (*s == '|')
      truc__buf_str(b, "\\p");
    else
      truc__buf_chr(b, *s);
  }
}

static void misc_name(cli_job *j, cursor *at, const truc_word *w) {
  uint32_t n;
  const truc_mention *m = truc_doc_mentions(j->doc, &n);
  while (at->name < n && (!cli_is_outer_name(m, &m[at->name]) ||
                          m[at->name].tok + m[at->name].ntok <= w->tok))
    at->name++;
  if (at->name == n) return;
  m += at->name;
  char p = place(w, m->tok, m->ntok);
  if (!p) return;
  truc__buf_fmt(j->out, "|NER=%c-%s", p,
                truc_entity_type_name((truc_entity_type)m->type));
  if (p == 'B') put_misc(j->out, "Ref", entity_ref(j, m->entity));
}

static void misc_office(cli_job *j, cursor *at, const truc_word *w) {
  uint32_t n;
  const truc_office *o = truc_doc_offices(j->doc, &n);
  const truc_mention *m = NULL;
  for (; at->office < n; at->office++) {
    m = office_mention(j, &o[at->office]);
    if (m->tok + m->ntok > w->tok) break;
  }
  char p = at->office < n ? place(w, m->tok, m->ntok) : 0;
  if (!p) return;
  truc__buf_fmt(j->out, "|Office=%c", p);
  if (p == 'B') put_misc(j->out, "Holder", entity_ref(j, o[at->office].holder));
}

static void misc_value(cli_job *j, cursor *at, const truc_word *w) {
  uint32_t n;
  const truc_value *v = truc_doc_values(j->doc, &n);
  while (at->value < n && v[at->value].tok + v[at->value].ntok <= w->tok)
    at->value++;
  if (at->value == n) return;
  v += at->value;
  char p = place(w, v->tok, v->ntok);
  if (!p) return;
  truc__buf_fmt(j->out, "|Value=%c-%s", p,
                truc_value_kind_name((truc_value_kind)v->kind));
  if (p != 'B') return;
  truc__buf_str(j->out, "|Norm=");
  put_normal(j->out, v);
}

static void misc(void *ctx, cli_job *j, const truc_word *w) {
  cursor *at = ctx;
  if (at->layers & LAYER_NAMES) misc_name(j, at, w);
  if (at->layers & LAYER_OFFICES) misc_office(j, at, w);
  if (at->layers & LAYER_VALUES) misc_value(j, at, w);
}

void cli_put_layers_conllu(const cli *c, cli_job *j, unsigned layers) {
  cursor at = {layers, 0, 0, 0};
  cli_put_conllu_with(c, j, false, misc, &at);
}

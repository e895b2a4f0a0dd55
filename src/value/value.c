/* SPDX-License-Identifier: Apache-2.0 */
/* value.c - the two passes over the text. */
#include "value/value.h"

#include "lex.h"
#include "name/name.h"

truc_value *truc__found_add(truc__found *f, truc_value_kind kind, uint32_t tok,
                            uint32_t ntok) {
  if (f->n == FOUND_MAX) return NULL;
  truc_value *v = &f->v[f->n];
  memset(v, 0, sizeof *v);
  memset(&f->w[f->n++], 0, sizeof f->w[0]);
  v->kind = (uint8_t)kind;
  v->tok = tok;
  v->ntok = ntok;
  v->unit = "";
  v->basis = "";
  v->num_tok = v->unit_tok = v->mod_tok = TRUC_NONE;
  return v;
}

static truc__valuework *work_of(truc_doc *d) {
  truc__valuework *w = d->scratch[SCRATCH_VALUE];
  if (w) return w;
  w = truc__realloc(NULL, sizeof *w);
  if (!w) return NULL;
  memset(w, 0, sizeof *w);
  d->scratch[SCRATCH_VALUE] = w;
  return w;
}

void truc__value_release(truc_doc *d) {
  truc__valuework *w = d->scratch[SCRATCH_VALUE];
  if (!w) return;
  VEC_FREE(w->when);
  VEC_FREE(w->sign);
  truc__phrases_release(&w->phrases);
  truc__free(w);
  d->scratch[SCRATCH_VALUE] = NULL;
}

/* --------------------------------------------------------------- first pass */

static bool is_name(const truc_mention *m) {
  if (m->form != TRUC_SAID_NAME) return false;
  return m->type != TRUC_GROUP && m->type != TRUC_OFFICE;
}

/* Marks the tokens that lie inside names, and inside "hai nước". */
static void mark_names(const truc_doc *d, truc__valuework *w) {
  for (uint32_t i = 0; i < d->mention.n; i++) {
    const truc_mention *m = &d->mention.v[i];
    uint8_t mark = is_name(m) ? INSIDE_NAME
                   : m->form == TRUC_SAID_PAIR || m->form == TRUC_SAID_PRO
                       ? INSIDE_PAIR
                       : 0;
    uint32_t end = m->tok + m->ntok;
    for (uint32_t t = m->tok; mark && t < end && t < d->token.n; t++)
      w->sign.v[t].inside |= mark;
  }
}

static bool keep(truc_doc *d, truc__valuework *w, const truc__reader *r,
                 truc__found *f) {
  for (unsigned i = 0; i < f->n; i++) {
    truc_value *v = &f->v[i];
    v->sent = r->sent;
    v->at = truc__tok_span(d, v->tok, v->ntok);
    if (!VEC_PUSH(d->value, *v) || !VEC_PUSH(w->when, f->w[i])) return false;
  }
  return true;
}

/* A look-alike is passed over, so that "thể hiện" hides its "hiện". */
static uint32_t look_alike(const truc__reader *r, uint32_t tok) {
  if (!(r->sign[tok].begins & BIT(VALUE_NOT))) return 0;
  uint32_t n;
  const truc__hit *h = truc__value_phrases(r->d, tok, &n);
  for (uint32_t i = 0; i < n; i++)
    if (h[i].cls == LEX_VALUE_NOT) return h[i].ntok;
  return 0;
}

/* Length of the longest reading at `tok`; *f holds it. */
static uint32_t read_at(const truc__reader *r, uint32_t tok, truc__found *f) {
  const uint64_t may = r->sign[tok].begins;
  truc__found x;
  f->ntok = f->n = 0;
  if (may & TRUC__DATES) truc__read_date(r, tok, f);
  if (may & TRUC__RANKS) {
    truc__read_rank(r, tok, &x);
    if (x.ntok > f->ntok) *f = x;
  }
  if (may & TRUC__AMOUNTS) {
    truc__read_amount(r, tok, &x);
    if (x.ntok > f->ntok) *f = x;
  }
  return f->ntok;
}

static bool read_sentence(truc_doc *d, truc__valuework *w, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  truc__reader r = {d, w, w->sign.v, s->tok, s->tok + s->ntok, sent};
  truc__found f;
  uint32_t first = d->value.n;
  for (uint32_t tok = r.begin; tok < r.end;) {
    if (!(r.sign[tok].begins & (BIT_BEGIN | BIT(VALUE_NOT)))) {
      tok++;
      continue;
    }
    uint32_t alike = look_alike(&r, tok);
    uint32_t n = truc__may_begin(&r.sign[tok]) ? read_at(&r, tok, &f) : 0;
    if (n >= alike && n) {
      if (!keep(d, w, &r, &f)) return false;
      tok += n;
    } else {
      tok += alike ? alike : 1;
    }
  }
  for (; first < d->value.n; first++)
    truc__carry_unit(&r, &d->value.v[first], d->value.n - first);
  return true;
}

/* The reader of dates needs the signs of the tokens, so it comes after them. */
static void infer_date(truc_doc *d, truc__valuework *w) {
  w->day = (truc_date){0, 0, 0};
  if (d->date_inferred) d->date = w->day;
  d->date_inferred = false;
  if (d->date.year) return;
  truc_date x = truc__find_dateline(d, w);
  if (!x.year) {
    w->day = x;
    return;
  }
  d->date = x;
  d->date_inferred = true;
  d->date_precision = TRUC_PREC_DAY;
}

truc_date truc_doc_date(const truc_doc *d, truc_precision *precision,
                        int *inferred) {
  if (precision) *precision = TRUC_PREC_NONE;
  if (inferred) *inferred = 0;
  if (!d) return (truc_date){0, 0, 0};
  if (precision) *precision = (truc_precision)d->date_precision;
  if (inferred) *inferred = d->date_inferred;
  return d->date;
}

const char *truc_value_kind_name(truc_value_kind k) {
  static const char *const names[] = {"DATE",  "DURATION", "NUMBER",
                                      "MONEY", "PERCENT",  "QUANTITY",
                                      "RANK",  "ORDINAL"};
  return (unsigned)k < 8 ? names[k] : "?";
}

const char *truc_modifier_name(truc_modifier m) {
  static const char *const names[] = {"",          "approx", "more_than",
                                      "less_than", "nearly", "up_to"};
  return (unsigned)m < 6 ? names[m] : "?";
}

/* ------------------------------------------------------------------- entry */

truc_rc truc__value_run(truc_doc *d) {
  truc__valuework *w = work_of(d);
  if (!w) return TRUC_ENOMEM;
  d->value.n = w->when.n = 0;
  if (!truc__signs_run(d, w)) return TRUC_ENOMEM;
  mark_names(d, w);
  infer_date(d, w);
  for (uint32_t i = 0; i < d->sentence.n; i++)
    if (!read_sentence(d, w, i)) return TRUC_ENOMEM;
  truc__resolve(d, w);
  return TRUC_OK;
}

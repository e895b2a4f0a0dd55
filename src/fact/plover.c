/* SPDX-License-Identifier: Apache-2.0 */
/* plover.c - see plover.h. */
#include "fact/plover.h"

#include "fact/fact.h"
#include "tables/lex.h"

static const char *const context_names[NCONTEXTS] = {
#define X(name) #name,
    TRUC__CONTEXTS(X)
#undef X
};

/* What the fields of a record come to. */
typedef struct fields {
  uint16_t seen; /* bits 1 << truc__family */
  uint16_t contexts;
} fields;

static void add_field(fields *f, const truc__plover_field *table, uint32_t n,
                      const char *id) {
  for (uint32_t i = 0; i < n; i++) {
    if (strcmp(table[i].id, id)) continue;
    f->seen = (uint16_t)(f->seen | 1u << table[i].family);
    f->contexts |= table[i].contexts;
    return;
  }
}

/* Those of the phrases at a token that lie within the words of an item. */
static void add_phrases(fields *f, const truc_doc *d, uint32_t tok,
                        truc_span at) {
  uint32_t n;
  const truc__hit *x = truc__fact_phrases(d, tok, &n);
  for (; n; n--, x++) {
    truc_span own = truc__tok_span(d, x->tok, x->ntok);
    if (own.off < at.off || own.off + own.len > at.off + at.len) continue;
    if (x->cls == LEX_SECTOR)
      add_field(f, truc__plover_sectors, truc__nplover_sector, truc__hit_id(x));
    if (x->cls == LEX_PLOVER_GOODS)
      add_field(f, truc__plover_goods, truc__nplover_goods, truc__hit_id(x));
  }
}

/* Fields and goods named within the words of an item. */
static void add_words(fields *f, const truc_doc *d, uint32_t sent,
                      truc_span at) {
  const truc_sentence *s = &d->sentence.v[sent];
  const uint64_t classes =
      TRUC__CLASS_BIT(LEX_SECTOR) | TRUC__CLASS_BIT(LEX_PLOVER_GOODS);
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++)
    if (truc__hit_maybe(d, t, classes)) add_phrases(f, d, t, at);
}

static fields fields_of(const truc_doc *d, const truc_fact *fact) {
  fields f = {0, 0};
  for (uint32_t i = 0; i < fact->nitem; i++) {
    const truc_item *it = &d->item.v[fact->item + i];
    if (it->ref && !strncmp(it->ref, "sector:", 7))
      add_field(&f, truc__plover_sectors, truc__nplover_sector, it->ref + 7);
    else if (!strcmp(it->slot, "goods") || !strcmp(it->slot, "instrument"))
      add_words(&f, d, d->evidence.v[fact->evidence], it->at);
  }
  return f;
}

static truc__family family_of(uint16_t seen) {
  uint16_t hard = (uint16_t)(seen & ~(1u << FAMILY_soft));
  if (!hard) return seen ? FAMILY_soft : FAMILY_none;
  if (hard & (hard - 1)) return FAMILY_mixed;
  unsigned f = 0;
  while (!(hard >> f & 1)) f++;
  return (truc__family)f;
}

/* -------------------------------------------------------------- conditions */

static bool listed(const char *codes, const char *code) {
  size_t n = strlen(code);
  for (const char *p = codes; *p; p += strspn(p, "|")) {
    size_t k = strcspn(p, "|");
    if (k == n && !memcmp(p, code, n)) return true;
    p += k;
  }
  return false;
}

/* Does the predicate begin with a word of sale? */
static bool sells(const truc_doc *d, const truc__trail *t) {
  return t && t->pattern && truc__hit_at(d, t->anchor, LEX_PLOVER_TRADE);
}

/* Is the marker of modality a wish put to another? */
static bool asks(const truc_doc *d, const truc__trail *t) {
  return t && t->marker != TRUC_NONE &&
         truc__hit_at(d, truc__hit_number(d, t->marker)->tok, LEX_PLOVER_ASK);
}

static uint32_t country_of(const truc_doc *d, const char *ref) {
  for (uint32_t e = 0; ref && e < d->entity.n; e++)
    if (!strcmp(d->entity.v[e].ref, ref))
      return d->entity.v[e].type == TRUC_GPE ? e : d->entity.v[e].country;
  return TRUC_NONE;
}

/* The place lies in a known country that is none of the two sides'. */
static bool third_place(const truc_doc *d, const truc_fact *f) {
  const truc_item *items = d->item.v + f->item;
  const truc_item *place = truc__first_item(items, f->nitem, "place");
  uint32_t where = place ? country_of(d, place->ref) : TRUC_NONE;
  if (where == TRUC_NONE) return false;
  for (uint32_t i = 0; i < f->nitem; i++) {
    if (strcmp(items[i].slot, "actor") && strcmp(items[i].slot, "counterpart"))
      continue;
    uint32_t side = country_of(d, items[i].ref);
    if (side == TRUC_NONE || side == where) return false;
  }
  return true;
}

static bool holds(const truc_doc *d, uint32_t fact,
                  const truc__plover_rule *r) {
  const truc_fact *f = &d->fact.v[fact];
  const truc__trail *t = truc__trail_of(d, fact);
  if (!r->slot) return true;
  if (!strcmp(r->slot, "says")) return sells(d, t);
  if (!strcmp(r->slot, "marked")) return asks(d, t);
  if (!strcmp(r->slot, "place")) return third_place(d, f);
  for (uint32_t i = 0; i < f->nitem; i++) {
    const truc_item *it = &d->item.v[f->item + i];
    if (!strcmp(it->slot, r->slot) && it->code && listed(r->codes, it->code))
      return true;
  }
  return false;
}

bool truc__plover_of(const truc_doc *d, uint32_t fact, truc__plover *out) {
  const truc_fact *f = &d->fact.v[fact];
  fields have = fields_of(d, f);
  unsigned family = 1u << family_of(have.seen);
  memset(out, 0, sizeof *out);
  for (uint32_t i = 0; i < truc__nplover_rule; i++) {
    const truc__plover_rule *r = &truc__plover_rules[i];
    if (r->kind != f->kind || !(r->modalities >> f->modality & 1) ||
        !(r->families & family) || !holds(d, fact, r))
      continue;
    if (!r->event) return false;
    out->event = r->event;
    out->mode = r->mode;
    out->cameo = r->cameo;
    for (unsigned c = 0; c < NCONTEXTS; c++)
      if ((r->contexts | have.contexts) >> c & 1)
        out->context[out->ncontext++] = context_names[c];
    return true;
  }
  return false;
}

_Static_assert(NCONTEXTS <= TRUC_MAX_CONTEXTS, "a place for every context");

int truc_doc_codes(const truc_doc *d, uint32_t fact, truc_codes *out) {
  truc__plover p;
  if (!out) return 0;
  memset(out, 0, sizeof *out);
  if (!d || fact >= d->fact.n || !truc__plover_of(d, fact, &p)) return 0;
  out->event = p.event;
  out->mode = p.mode;
  out->cameo = p.cameo;
  out->ncontext = p.ncontext;
  memcpy(out->context, p.context, p.ncontext * sizeof p.context[0]);
  return 1;
}

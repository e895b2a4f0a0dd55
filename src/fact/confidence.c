/* SPDX-License-Identifier: Apache-2.0 */
/* confidence.c - see confidence.h. */
#include "fact/confidence.h"

#include "fact/fact.h"
#include "tables/lex.h"

#define GAP 5u   /* tokens */
#define LONG 60u /* tokens */
#define FAR 10u  /* tokens between marker and predicate */
#define AHEAD 8u /* tokens behind the predicate that may hold a marker */

/* The slots without which a record says something else (doc/ANNOTATION.md). */
static const char *const core[TRUC_NKINDS][4] = {
    [TRUC_KIND_OFFICE] = {"person", "office"},
    [TRUC_KIND_VISIT] = {"visitor", "host"},
    [TRUC_KIND_CONTACT] = {"actor", "counterpart"},
    [TRUC_KIND_STATEMENT] = {"speaker", "act"},
    [TRUC_KIND_MILESTONE] = {"parties", "type"},
    [TRUC_KIND_COOPERATION] = {"parties", "sectors"},
    [TRUC_KIND_AGREEMENT] = {"parties", "instrument", "action"},
    [TRUC_KIND_FORUM] = {"parties", "forums"},
    [TRUC_KIND_PROVISION] = {"provider", "recipient", "goods"},
    [TRUC_KIND_RANKING] = {"subject", "rank", "domain", "relative_to"},
    [TRUC_KIND_AMOUNT] = {"what", "value", "unit"},
    [TRUC_KIND_EVENT] = {"name"},
    [TRUC_KIND_STATUS] = {"subject", "label"},
    [TRUC_KIND_IMPACT] = {"cause", "effect", "target"},
};

/* What is open or unsaid among the core slots. */
static unsigned core_doubts(const truc_doc *d, const truc_fact *f) {
  unsigned doubts = 0;
  for (int k = 0; k < 4 && core[f->kind][k]; k++) {
    bool any = false;
    for (uint32_t i = 0; i < f->nitem; i++) {
      const truc_item *it = &d->item.v[f->item + i];
      if (!truc__slot_is(it->slot, core[f->kind][k])) continue;
      any = true;
      /* a code that the pattern gives is as good as its words */
      if (it->implicit && !it->code) doubts |= 1u << DOUBT_implicit;
    }
    if (!any) doubts |= 1u << DOUBT_open;
  }
  return doubts;
}

static bool fills_pair(const truc_doc *d, const truc__trail *t) {
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  for (uint32_t i = 0; i < t->nfill; i++) {
    uint8_t source = truc__fills[w->filled.v[t->fill + i]].source;
    if (source == SRC_PAIR || source == SRC_OTHER) return true;
  }
  return false;
}

static bool marks(const truc_doc *d, uint32_t tok) {
  return truc__hit_at(d, tok, LEX_MOD_PLANNED) ||
         truc__hit_at(d, tok, LEX_MOD_DESIRED) ||
         truc__hit_at(d, tok, LEX_MOD_DENIED);
}

/* "Hợp tác ... cần được nâng lên": the marker behind the predicate. */
static bool marked_late(const truc_doc *d, const truc__trail *t) {
  for (uint32_t k = t->end; k < t->end + AHEAD && k < d->token.n; k++) {
    if (d->token.v[k].kind == TRUC_TOK_PUNCT) return false;
    if (marks(d, k)) return true;
  }
  return false;
}

static unsigned trail_doubts(const truc_doc *d, const truc__trail *t) {
  unsigned doubts = 0;
  if (fills_pair(d, t)) doubts |= 1u << DOUBT_pair;
  if (t->gap >= GAP) doubts |= 1u << DOUBT_gap;
  if (t->marker != TRUC_NONE &&
      truc__hit_number(d, t->marker)->tok + FAR < t->anchor)
    doubts |= 1u << DOUBT_marker;
  if (t->pattern->modality < 0 && t->marker == TRUC_NONE && marked_late(d, t))
    doubts |= 1u << DOUBT_late;
  return doubts;
}

unsigned truc__doubts(const truc_doc *d, uint32_t fact) {
  const truc_fact *f = &d->fact.v[fact];
  const truc__trail *t = truc__trail_of(d, fact);
  unsigned doubts = core_doubts(d, f);
  if (t && t->pattern) doubts |= trail_doubts(d, t);
  if (d->sentence.v[d->evidence.v[f->evidence]].ntok >= LONG)
    doubts |= 1u << DOUBT_long;
  return doubts;
}

/* ----------------------------------------------------------------- percent */

static int16_t weight_of(const char *name) {
  uint32_t lo = 0, hi = truc__nconfidence_pattern;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    int c = strcmp(truc__confidence_patterns[mid].pattern, name);
    if (!c) return truc__confidence_patterns[mid].weight;
    if (c < 0)
      lo = mid + 1;
    else
      hi = mid;
  }
  return 0;
}

/* From hundredths of log-odds: 100 ln((p - 0.5) / (100.5 - p)) is where p
** percent begins, for p from 51 on; the other half mirrors it.  Nothing is
** surer than 99. */
static unsigned percent(int odds) {
  static const int16_t begins[] = {
      2,   6,   10,  14,  18,  22,  26,  30,  34,  38,  43,  47,  51,
      55,  60,  64,  69,  73,  78,  82,  87,  92,  97,  102, 107, 113,
      118, 124, 130, 136, 142, 148, 155, 162, 170, 177, 186, 195, 204,
      214, 225, 238, 251, 267, 284, 306, 332, 366, 418};
  unsigned n = 0, high = (unsigned)(odds < 0 ? -odds : odds);
  while (n < sizeof begins / sizeof begins[0] && (unsigned)begins[n] <= high)
    n++;
  return odds < 0 ? 50 - n : 50 + n;
}

/* The weights by pattern, looked up once. */
static bool know_weights(truc__fact_work *w) {
  if (w->weight.n) return true;
  if (!VEC_ROOM(w->weight, truc__npattern)) return false;
  for (uint32_t i = 0; i < truc__npattern; i++)
    w->weight.v[w->weight.n++] = weight_of(truc__patterns[i].name);
  return true;
}

static int pattern_weight(const truc__fact_work *w, const truc__trail *t,
                          const char *name) {
  return t->pattern ? w->weight.v[t->pattern - truc__patterns]
                    : weight_of(name);
}

bool truc__confidences(truc_doc *d, truc__fact_work *w) {
  if (!know_weights(w)) return false;
  for (uint32_t i = 0; i < d->fact.n; i++) {
    truc_fact *f = &d->fact.v[i];
    unsigned doubts = truc__doubts(d, i);
    int odds = truc__confidence_kinds[f->kind] +
               pattern_weight(w, &w->trail.v[i], f->pattern);
    for (unsigned k = 0; k < NDOUBTS; k++)
      if (doubts >> k & 1) odds += truc__confidence_doubts[k];
    f->confidence = (uint8_t)percent(odds);
  }
  return true;
}

_Static_assert(NDOUBTS <= TRUC_MAX_DOUBTS, "a place for every doubt");

uint32_t truc_doc_doubts(const truc_doc *d, uint32_t fact,
                         const char *out[TRUC_MAX_DOUBTS]) {
  static const char *const names[] = {
#define X(name) #name,
      TRUC__DOUBTS(X)
#undef X
  };
  const bool known = d && out && fact < d->fact.n;
  const unsigned doubts = known ? truc__doubts(d, fact) : 0;
  uint32_t n = 0;
  for (unsigned k = 0; k < NDOUBTS; k++)
    if (doubts >> k & 1) out[n++] = names[k];
  return n;
}

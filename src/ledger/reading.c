/* SPDX-License-Identifier: Apache-2.0 */
/* reading.c - a document as the claims are made from it. */
#include "ledger/ledger.h"

void truc__reading_make(truc__reading *r, const truc_doc *d, const char *raw,
                        int64_t day) {
  r->doc = d;
  r->folds = NULL;
  r->raw = raw;
  r->day = day;
  r->fact = truc_doc_facts(d, &r->nfact);
  r->item = truc_doc_items(d, &r->nitem);
  r->sentence = truc_doc_sentences(d, &r->nsentence);
  r->mention = truc_doc_mentions(d, &r->nmention);
  r->entity = truc_doc_entities(d, &r->nentity);
  r->evidence = truc_doc_evidence(d, &r->nevidence);
  r->word = truc_doc_words(d, &r->nword);
}

/* First mention at or after byte `off`: mentions are sorted by place. */
static uint32_t mention_from(const truc__reading *r, uint32_t off) {
  uint32_t lo = 0, hi = r->nmention;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (r->mention[mid].at.off < off)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

static void add_country(const truc__reading *r, uint32_t entity, uint32_t *out,
                        uint32_t room, uint32_t *n) {
  if (entity >= r->nentity || r->entity[entity].type != TRUC_GPE) return;
  for (uint32_t i = 0; i < *n; i++)
    if (out[i] == entity) return;
  if (*n < room) out[(*n)++] = entity;
}

uint32_t truc__countries_named(const truc__reading *r, uint32_t fact,
                               uint32_t *out, uint32_t room) {
  const truc_fact *f = &r->fact[fact];
  uint32_t n = 0;
  for (uint32_t e = 0; e < f->nevidence; e++) {
    uint32_t s = r->evidence[f->evidence + e];
    if (s >= r->nsentence) continue;
    uint32_t end = r->sentence[s].at.off + r->sentence[s].at.len;
    for (uint32_t m = mention_from(r, r->sentence[s].at.off);
         m < r->nmention && r->mention[m].at.off < end; m++) {
      if (r->mention[m].flags & (TRUC_MF_INNAME | TRUC_MF_CREDIT)) continue;
      add_country(r, r->mention[m].entity, out, room, &n);
      add_country(r, r->mention[m].other, out, room, &n);
    }
  }
  return n;
}

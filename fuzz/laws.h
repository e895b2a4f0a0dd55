/* SPDX-License-Identifier: Apache-2.0
**
** laws.h - what must hold for every input, valid or not.
**
** One function per layer; a law that is broken aborts with its name, so that a
** fuzzer, a replay and a test all see it.
*/
#ifndef TRUC_FUZZ_LAWS_H
#define TRUC_FUZZ_LAWS_H

#include <stdio.h>
#include <stdlib.h>

#include "truc/truc.h"

#define LAW(holds)                                                            \
  do {                                                                        \
    if (!(holds)) {                                                           \
      fprintf(stderr, "%s:%d: broken law: %s\n", __FILE__, __LINE__, #holds); \
      abort();                                                                \
    }                                                                         \
  } while (0)

static inline void law_span(truc_span s, size_t n) {
  LAW(s.off <= n && s.len <= n - s.off);
}

/* Sorted, apart from each other, not empty. */
static inline void laws_of_tokens(const truc_doc *d, size_t n) {
  uint32_t ntok, end = 0;
  const truc_token *t = truc_doc_tokens(d, &ntok);
  for (uint32_t i = 0; i < ntok; i++) {
    law_span(t[i].at, n);
    LAW(t[i].at.len > 0);
    LAW(t[i].at.off >= end);
    end = t[i].at.off + t[i].at.len;
  }
}

/* Every token lies in exactly one sentence. */
static inline void laws_of_sentences(const truc_doc *d, size_t n) {
  uint32_t ntok, nsent, next = 0;
  truc_doc_tokens(d, &ntok);
  const truc_sentence *s = truc_doc_sentences(d, &nsent);
  for (uint32_t i = 0; i < nsent; i++) {
    law_span(s[i].at, n);
    LAW(s[i].tok == next && s[i].ntok > 0);
    next += s[i].ntok;
  }
  LAW(next == ntok);
}

/* Every token lies in exactly one word, every word in one sentence. */
static inline void laws_of_words(const truc_doc *d, size_t n) {
  uint32_t ntok, nsent, nword, next = 0;
  truc_doc_tokens(d, &ntok);
  const truc_sentence *s = truc_doc_sentences(d, &nsent);
  const truc_word *w = truc_doc_words(d, &nword);
  for (uint32_t i = 0; i < nword; i++) {
    law_span(w[i].at, n);
    LAW(w[i].tok == next && w[i].ntok > 0);
    next += w[i].ntok;
    LAW(w[i].sent < nsent);
    LAW(w[i].tok >= s[w[i].sent].tok);
    LAW(next <= s[w[i].sent].tok + s[w[i].sent].ntok);
  }
  LAW(next == ntok);
}

static inline void laws_of_names(const truc_doc *d, size_t n) {
  uint32_t ntok, nsent, nm, ne, no;
  truc_doc_tokens(d, &ntok);
  truc_doc_sentences(d, &nsent);
  const truc_mention *m = truc_doc_mentions(d, &nm);
  const truc_entity *e = truc_doc_entities(d, &ne);
  const truc_office *o = truc_doc_offices(d, &no);
  for (uint32_t i = 0; i < nm; i++) {
    law_span(m[i].at, n);
    LAW(m[i].ntok > 0 && m[i].tok < ntok && m[i].ntok <= ntok - m[i].tok);
    LAW(m[i].sent < nsent && m[i].type < TRUC_NENTITY_TYPES);
    LAW(m[i].entity == TRUC_NONE || m[i].entity < ne);
    LAW(m[i].other == TRUC_NONE || m[i].other < ne);
    LAW(m[i].office == TRUC_NONE || m[i].office < no);
    LAW(m[i].outer == TRUC_NONE || m[i].outer < nm);
  }
  for (uint32_t i = 0; i < ne; i++) {
    LAW(e[i].country == TRUC_NONE || e[i].country < ne);
    LAW(e[i].head == TRUC_NONE || e[i].head < nm);
  }
  for (uint32_t i = 0; i < no; i++) {
    LAW(o[i].mention < nm);
    LAW(o[i].holder == TRUC_NONE || o[i].holder < ne);
    LAW(o[i].org == TRUC_NONE || o[i].org < ne);
    LAW(o[i].country == TRUC_NONE || o[i].country < ne);
  }
}

static inline void laws_of_values(const truc_doc *d, size_t n) {
  uint32_t ntok, nv, end = 0;
  truc_doc_tokens(d, &ntok);
  const truc_value *v = truc_doc_values(d, &nv);
  for (uint32_t i = 0; i < nv; i++) {
    char iso[32];
    law_span(v[i].at, n);
    LAW(v[i].tok >= end && v[i].ntok > 0 && v[i].tok + v[i].ntok <= ntok);
    end = v[i].tok + v[i].ntok;
    LAW(v[i].start.month <= 12 && v[i].start.day <= 31);
    LAW(v[i].end.month <= 12 && v[i].end.day <= 31);
    if (v[i].kind == TRUC_VAL_DATE) truc_value_iso(&v[i], iso);
  }
}

static inline void laws_of_facts(const truc_doc *d, size_t n) {
  uint32_t nf, ni, ns, nev, nsent, ne;
  const truc_fact *f = truc_doc_facts(d, &nf);
  const truc_item *it = truc_doc_items(d, &ni);
  const uint32_t *speaker = truc_doc_speakers(d, &ns);
  const uint32_t *evidence = truc_doc_evidence(d, &nev);
  truc_doc_sentences(d, &nsent);
  truc_doc_entities(d, &ne);
  for (uint32_t i = 0; i < ni; i++) {
    law_span(it[i].at, n);
    LAW(it[i].slot && (it[i].fact == TRUC_NONE || it[i].fact < nf));
  }
  for (uint32_t i = 0; i < ns; i++) LAW(speaker[i] < ne);
  for (uint32_t i = 0; i < nev; i++) LAW(evidence[i] < nsent);
  for (uint32_t i = 0; i < nf; i++) {
    LAW(f[i].kind < TRUC_NKINDS && f[i].nevidence > 0);
    LAW(f[i].item <= ni && f[i].nitem <= ni - f[i].item);
    LAW(f[i].speaker <= ns && f[i].nspeaker <= ns - f[i].speaker);
    LAW(f[i].evidence <= nev && f[i].nevidence <= nev - f[i].evidence);
    LAW(f[i].part_of == TRUC_NONE || f[i].part_of < nf);
  }
}

/* The other units grow with the bytes and never faster. */
static inline void laws_of_units(const truc_doc *d, size_t n) {
  uint32_t last[3] = {0, 0, 0};
  uint32_t step = n < 64 ? 1 : (uint32_t)(n / 64);
  for (uint32_t i = 0; i <= n; i += step) {
    for (int u = TRUC_BYTE; u <= TRUC_UTF16; u++) {
      truc_span s = truc_doc_units(d, (truc_span){0, i}, (truc_unit)u);
      LAW(s.off == 0 && s.len >= last[u] && s.len <= i);
      last[u] = s.len;
    }
  }
}

static inline void laws(const truc_doc *d, size_t n, unsigned layers) {
  laws_of_units(d, n);
  if (layers & TRUC_TOKENS) laws_of_tokens(d, n);
  if (layers & TRUC_SENTENCES) laws_of_sentences(d, n);
  if (layers & TRUC_WORDS) laws_of_words(d, n);
  if (layers & TRUC_NAMES) laws_of_names(d, n);
  if (layers & TRUC_VALUES) laws_of_values(d, n);
  if (layers & TRUC_FACTS) laws_of_facts(d, n);
}

#define ALL_LAYERS                                                      \
  (TRUC_TOKENS | TRUC_SENTENCES | TRUC_WORDS | TRUC_TAGS | TRUC_NAMES | \
   TRUC_VALUES | TRUC_FACTS)

#endif

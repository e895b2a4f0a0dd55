/* SPDX-License-Identifier: Apache-2.0
** words_fuzz.c - any bytes up to a NUL as words of one's own, and all of them
** as a text: the decoder, its readings, lattice and boundaries. */
#include <string.h>

#include "fuzz/laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void laws_of_readings(truc_doc *d, uint32_t sentence, uint32_t ntok) {
  uint32_t n;
  const truc_reading *r;
  LAW(truc_doc_readings(d, sentence, 4, &r, &n, NULL) == TRUC_OK);
  LAW(n > 0 && n <= 4 && r[0].score == 0);
  for (uint32_t k = 0; k < n; k++) {
    uint32_t nword = 0;
    LAW(!r[k].join[0] && (!k || r[k].score <= r[k - 1].score));
    for (uint32_t i = 0; i < ntok; i++) nword += !r[k].join[i];
    LAW(nword == r[k].nword);
  }
}

static void laws_of_lattice(truc_doc *d, uint32_t sentence, size_t n,
                            const truc_sentence *s) {
  uint32_t nedge, best = 0;
  const truc_edge *e;
  LAW(truc_doc_lattice(d, sentence, 3000, &e, &nedge, NULL) == TRUC_OK);
  for (uint32_t k = 0; k < nedge; k++) {
    law_span(e[k].at, n);
    LAW(e[k].score <= 0 && e[k].ntok > 0);
    LAW(e[k].tok >= s->tok && e[k].tok + e[k].ntok <= s->tok + s->ntok);
    best += e[k].flags & TRUC_EDGE_BEST;
  }
  LAW(best == s->nword);
}

static void laws_of_boundaries(truc_doc *d, uint32_t sentence, uint32_t ntok) {
  uint32_t n;
  const truc_boundary *b;
  LAW(truc_doc_boundaries(d, sentence, &b, &n, NULL) == TRUC_OK && n == ntok);
  for (uint32_t i = 0; i < n; i++) {
    LAW(b[i].why <= TRUC_WHY_NO_MODEL && (i || b[i].why == TRUC_WHY_START));
    LAW(b[i].score == b[i].left + b[i].right + b[i].pair + b[i].kinds +
                          b[i].capitals + b[i].around + b[i].longer);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  static truc_model *m;
  if (!m) truc_model_open("models/truc.model", NULL, &m);
  truc_doc *d = truc_doc_new(n % 3 ? m : NULL);
  const uint8_t *end = n ? memchr(bytes, 0, n) : NULL;
  size_t nwords = end ? (size_t)(end - bytes) : 0;
  uint32_t nsent;
  LAW(d != NULL);
  truc_rc rc = truc_doc_add_words(d, bytes, nwords, NULL);
  LAW(rc == TRUC_OK || rc == TRUC_EUTF8 || rc == TRUC_ELIMIT);
  LAW(truc_doc_read(d, bytes, n, NULL, NULL) == TRUC_OK);
  LAW(truc_doc_run(d, ALL_LAYERS, NULL) == TRUC_OK);
  laws(d, n, ALL_LAYERS);
  const truc_sentence *s = truc_doc_sentences(d, &nsent);
  for (uint32_t i = 0; i < nsent; i++) {
    laws_of_readings(d, i, s[i].ntok);
    laws_of_lattice(d, i, n, &s[i]);
    laws_of_boundaries(d, i, s[i].ntok);
  }
  truc_doc_free(d);
  return 0;
}

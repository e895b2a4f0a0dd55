/* SPDX-License-Identifier: Apache-2.0
** text_fuzz.c - any bytes, as raw text, through all layers. */
#include "fuzz/laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static truc_doc *new_doc(void) {
  truc_model *m = NULL;
  /* Run from the source tree the words are real ones; elsewhere syllables. */
  truc_model_open("models/truc.model", NULL, &m);
  return truc_doc_new(m);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  static truc_doc *d; /* warm from input to input, as in use */
  if (!d) d = new_doc();
  truc_read_options opt = TRUC_READ_OPTIONS;
  opt.form = TRUC_FORM_RAW;
  opt.date = n % 2 ? "2023-11-27" : NULL;
  LAW(truc_doc_read(d, bytes, n, &opt, NULL) == TRUC_OK);
  LAW(truc_doc_run(d, ALL_LAYERS, NULL) == TRUC_OK);
  laws(d, n, ALL_LAYERS);
  return 0;
}

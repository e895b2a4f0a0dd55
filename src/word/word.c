/* SPDX-License-Identifier: Apache-2.0 */
#include "word/word.h"

truc_rc truc__word_run(truc_doc *d) {
  (void)d;
  return TRUC_OK;
}

void truc__word_release(truc_doc *d) { (void)d; }

/* SPDX-License-Identifier: Apache-2.0 */
#include "sentence/sentence.h"

truc_rc truc__sentence_run(truc_doc *d) {
  d->sentence.n = 0;
  return TRUC_OK;
}

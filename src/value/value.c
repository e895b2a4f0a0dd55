/* SPDX-License-Identifier: Apache-2.0 */
#include "value/value.h"

truc_rc truc__value_run(truc_doc *d) {
  (void)d;
  return TRUC_OK;
}

void truc__value_release(truc_doc *d) { (void)d; }

/* SPDX-License-Identifier: Apache-2.0 */
#include "name/name.h"

truc_rc truc__name_run(truc_doc *d) {
  (void)d;
  return TRUC_OK;
}

void truc__name_release(truc_doc *d) { (void)d; }

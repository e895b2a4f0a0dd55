/* SPDX-License-Identifier: Apache-2.0 */
#include "name/name.h"

truc_rc truc__name_run(truc_doc *d) {
  d->mention.n = d->entity.n = d->office.n = 0;
  if (!truc__hits_run(d)) return TRUC_ENOMEM;
  return TRUC_OK;
}

void truc__name_release(truc_doc *d) { (void)d; }

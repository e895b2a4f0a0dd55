/* SPDX-License-Identifier: Apache-2.0
**
** with_model.h - the shipped model, open while a group of tests runs.  Include
** it behind cmocka.h and give both functions to cmocka_run_group_tests.
*/
#ifndef WITH_MODEL_H
#define WITH_MODEL_H

#include "truc/truc.h"

static truc_model *model;

static int open_model(void **state) {
  (void)state;
  truc_err e;
  if (truc_model_open("models/truc.model", &e, &model) == TRUC_OK) return 0;
  print_error("%s\n", e.msg);
  return -1;
}

static int close_model(void **state) {
  (void)state;
  truc_model_close(model);
  return 0;
}

#endif

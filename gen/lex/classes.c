/* SPDX-License-Identifier: Apache-2.0 */
/* classes.c - classes get their final numbers, by the room that reads them. */
#include "lists.h"
#include "readers.h"

/* The classes of the fact room have the smallest numbers, then come those of
** the value room: so a room's are a range, and the fact room's fit a few words
** of bits. */
uint32_t nfacts, values_end;

static uint32_t count_readers(reader from, reader to, uint32_t *number,
                              uint32_t next) {
  for (uint32_t c = 0; c < class_names.n; c++) {
    const reader who = reader_of(class_name(c));
    if (who >= from && who <= to) number[c] = next++;
  }
  return next;
}

void number_classes(void) {
  uint32_t *number = need(calloc(class_names.n, sizeof *number));
  uint32_t *names = need(calloc(class_names.n, sizeof *names));
  nfacts = count_readers(FOR_OTHERS, FOR_BOTH, number, 0);
  values_end = count_readers(FOR_VALUES, FOR_VALUES, number, nfacts);
  uint32_t end = count_readers(FOR_NAMES, FOR_NAMES, number, values_end);
  count_readers(FOR_NOBODY, FOR_NOBODY, number, end);
  if (nfacts > 64 * TRUC__LEX_WORDS - 1)
    fail(NULL, "too many classes of facts");
  for (uint32_t i = 0; i < nodes.n; i++)
    for (uint32_t k = 0; k < nodes.v[i].entry.n; k++)
      nodes.v[i].entry.v[k].cls = (uint16_t)number[nodes.v[i].entry.v[k].cls];
  for (uint32_t c = 0; c < class_names.n; c++)
    names[number[c]] = class_names.v[c];
  memcpy(class_names.v, names, class_names.n * sizeof *names);
  free(number);
  free(names);
}

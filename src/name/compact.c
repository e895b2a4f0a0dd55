/* SPDX-License-Identifier: Apache-2.0 */
/* compact.c - mentions that stay undecided go, the others are renumbered. */
#include "name/name.h"

static void point(uint32_t *at, const uint32_t *to) {
  if (*at != TRUC_NONE) *at = to[*at];
}

bool truc__compact(truc_doc *d, truc__work *w) {
  uint32_t n = 0, *to;
  while (n < d->mention.n && d->mention.v[n].type != UNDECIDED) n++;
  if (n == d->mention.n) return true;
  w->given.n = 0;
  if (!VEC_ROOM(w->given, d->mention.n)) return false;
  to = w->given.v;
  for (uint32_t m = 0; m < n; m++) to[m] = m;
  for (uint32_t m = n; m < d->mention.n; m++) {
    to[m] = TRUC_NONE;
    if (d->mention.v[m].type == UNDECIDED) continue;
    d->mention.v[n] = d->mention.v[m];
    w->note.v[n] = w->note.v[m];
    to[m] = n++;
  }
  d->mention.n = w->note.n = n;
  for (uint32_t m = 0; m < n; m++) {
    point(&d->mention.v[m].outer, to);
    point(&w->note.v[m].country, to);
    point(&w->note.v[m].alias, to);
  }
  for (uint32_t o = 0; o < d->office.n; o++) {
    point(&d->office.v[o].mention, to);
    point(&d->office.v[o].holder_mention, to);
    point(&d->office.v[o].org_mention, to);
    point(&d->office.v[o].country_mention, to);
  }
  return true;
}

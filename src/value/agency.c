/* SPDX-License-Identifier: Apache-2.0 */
/* agency.c - which ministry of Viet Nam a name means, by the date.
**
** The name room knows what agencies a spelling may mean (name/known.h).  Where
** they are two, one and its successor, the date of the mention decides; where
** it is one, the date says whether it was there.  Nobody pays for this who does
** not ask. */
#include "name/name.h"
#include "value/value.h"

const char *truc_standing_name(truc_standing s) {
  static const char *const names[] = {"open", "within", "before", "after"};
  return (unsigned)s < 4 ? names[s] : "open";
}

/* ---------------------------------------------------------------- the date */

/* Dates that say when something was. */
static bool tells_when(const truc_value *v) {
  return v->kind == TRUC_VAL_DATE && v->start.year && v->end.year &&
         !(v->flags & (TRUC_VF_INNAME | TRUC_VF_SET | TRUC_VF_COMPARED));
}

/* May it be the date of what is told of a mention in its sentence? A plan for
** "năm 2030" is not, nor "kết quả năm 2019" behind the verb. */
static bool dates(const truc_doc *d, const truc_value *v,
                  const truc_mention *m) {
  if (!tells_when(v) || v->sent != m->sent) return false;
  if (v->tok > m->tok && v->precision != TRUC_PREC_DAY) return false;
  return !d->date.year || truc__date_compare(v->start, d->date) <= 0;
}

/* The first value of a sentence behind `sent`. */
static uint32_t values_end(const truc_doc *d, uint32_t sent) {
  uint32_t lo = 0, hi = d->value.n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (d->value.v[mid].sent <= sent)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

/* The date nearest before the mention in its sentence, else one behind it. */
static uint32_t date_beside(const truc_doc *d, const truc_mention *m) {
  uint32_t behind = TRUC_NONE;
  for (uint32_t i = values_end(d, m->sent); i-- > 0;) {
    const truc_value *v = &d->value.v[i];
    if (v->sent != m->sent) break;
    if (!dates(d, v, m)) continue;
    if (v->tok < m->tok) return i;
    behind = i;
  }
  return behind;
}

/* The last day named before the mention, among the last values. */
static uint32_t day_before(const truc_doc *d, const truc_mention *m) {
  uint32_t i = values_end(d, m->sent), from = i < 256 ? 0 : i - 256;
  while (i-- > from) {
    const truc_value *v = &d->value.v[i];
    if (v->tok < m->tok && v->precision == TRUC_PREC_DAY && tells_when(v))
      return i;
  }
  return TRUC_NONE;
}

static void find_date(const truc_doc *d, const truc_mention *m,
                      truc_agency *out) {
  memset(&out->when, 0, sizeof out->when);
  out->said = date_beside(d, m);
  if (out->said == TRUC_NONE && d->date.year) {
    out->when.start = out->when.end = d->date;
    out->when.precision = d->date_precision;
    return;
  }
  if (out->said == TRUC_NONE) out->said = day_before(d, m);
  if (out->said != TRUC_NONE) out->when = d->value.v[out->said];
}

/* ---------------------------------------------------------------- standing */

/* Months since year 0; of a year alone its first or its last. */
static int first_month(truc_date x) {
  return x.year * 12 + (x.month ? x.month - 1 : 0);
}
static int last_month(truc_date x) {
  return x.year * 12 + (x.month ? x.month - 1 : 11);
}

static truc_standing standing(const truc__knownagency *a,
                              const truc_value *when) {
  if (!when->start.year) return TRUC_STANDING_OPEN;
  int lo = first_month(when->start), hi = last_month(when->end);
  if (a->from.year && hi < first_month(a->from)) return TRUC_STANDING_BEFORE;
  if (a->until.year && lo > last_month(a->until)) return TRUC_STANDING_AFTER;
  bool begun = !a->from.year || lo >= last_month(a->from);
  bool there = !a->until.year || hi <= first_month(a->until);
  return begun && there ? TRUC_STANDING_WITHIN : TRUC_STANDING_OPEN;
}

/* ------------------------------------------------------------------- whose */

/* The end of a body's name without its country: "Bộ Công an Việt Nam". */
static uint32_t own_end(const truc_doc *d, uint32_t m) {
  const truc_mention *at = &d->mention.v[m];
  uint32_t end = at->tok + at->ntok;
  for (uint32_t i = m + 1; i < d->mention.n && d->mention.v[i].tok < end; i++)
    if (d->mention.v[i].type == TRUC_GPE &&
        d->mention.v[i].tok + d->mention.v[i].ntok == end)
      return d->mention.v[i].tok;
  return end;
}

/* No country is said more often than Viet Nam. */
static bool at_home(const truc_doc *d) {
  uint16_t home = 0, most = 0;
  for (uint32_t i = 0; i < d->entity.n; i++) {
    const truc_entity *e = &d->entity.v[i];
    if (e->type != TRUC_GPE) continue;
    if (!strcmp(e->ref, "gpe:VNM")) home = e->nmention;
    if (e->nmention > most) most = e->nmention;
  }
  return home == most;
}

static bool of_viet_nam(const truc_doc *d, const truc_mention *m, bool brief) {
  uint32_t country = d->entity.v[m->entity].country;
  if (country != TRUC_NONE) return !strcmp(d->entity.v[country].ref, "gpe:VNM");
  return !brief || at_home(d);
}

/* ------------------------------------------------------------------ public */

static void describe(truc_agency *out, const truc__knownagency *a) {
  out->name = truc__known.pool + a->name;
  out->successor = a->successor ? truc__known.pool +
                                      truc__known.agency[a->successor - 1].name
                                : NULL;
  out->from = a->from;
  out->until = a->until;
  out->standing = (uint8_t)standing(a, &out->when);
}

/* A short name that the name room has linked to a full one, which stands before
** it, is that one. */
static truc__agencies in_full(const truc_doc *d, uint32_t entity,
                              truc__agencies of) {
  uint32_t head = d->entity.v[entity].head;
  if (!of.brief || head >= d->mention.n) return of;
  truc__agencies a =
      truc__known_agencies(d, d->mention.v[head].tok, own_end(d, head));
  return a.v[0] && !a.brief ? a : of;
}

int truc_doc_agency(const truc_doc *d, uint32_t mention, truc_agency *out) {
  if (!d || !out || mention >= d->mention.n) return 0;
  const truc_mention *m = &d->mention.v[mention];
  if (m->type != TRUC_ORG || m->form != TRUC_SAID_NAME ||
      m->entity == TRUC_NONE)
    return 0;
  truc__agencies of = truc__known_agencies(d, m->tok, own_end(d, mention));
  if (!of.v[0] || !of_viet_nam(d, m, of.brief)) return 0;
  of = in_full(d, m->entity, of);
  find_date(d, m, out);
  describe(out, of.v[0]);
  if (!of.v[1] || out->standing == TRUC_STANDING_WITHIN) return 1;
  truc_standing later = standing(of.v[1], &out->when);
  if (later != TRUC_STANDING_WITHIN) return 2;
  describe(out, of.v[1]);
  return 1;
}

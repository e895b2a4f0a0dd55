/* SPDX-License-Identifier: Apache-2.0 */
/* office.c - OFFICE records, straight from the office layer.
**
** An office counts where it stands beside its holder's name.  It holds at the
** publication date; former offices and ranks make no record. */
#include "fact/fact.h"
#include "value/value.h"
#include "text/fold.h"

static truc_item item(const truc_doc *d, const char *slot, uint32_t mention) {
  truc_item it;
  memset(&it, 0, sizeof it);
  it.slot = slot;
  it.fact = TRUC_NONE;
  if (mention != TRUC_NONE) it.at = d->mention.v[mention].at;
  it.implicit = mention == TRUC_NONE;
  return it;
}

static char *office_ref(truc_doc *d, const char *title) {
  size_t n = strlen(title);
  char *s = truc__arena_get(&d->arena, n + 8);
  if (!s) return NULL;
  memcpy(s, "office:", 7);
  memcpy(s + 7, title, n + 1);
  return s;
}

/* "Phó thủ tướng", "Phó Thủ tướng" */
static bool same_title(const char *a, const char *b) {
  char ka[TRUC__FOLD_MAX], kb[TRUC__FOLD_MAX];
  if (!strcmp(a, b)) return true;
  size_t na = truc__fold_key(a, strlen(a), ka);
  size_t nb = truc__fold_key(b, strlen(b), kb);
  return na && na == nb && !memcmp(ka, kb, na);
}

/* "Bộ trưởng" where "Bộ trưởng Quốc phòng" is known too: one office, said in
** short or with its ministry. */
static bool short_of(const char *a, const char *b) {
  static const char *const heads[] = {"office:Bộ trưởng", "office:Thứ trưởng"};
  for (size_t i = 0; i < 2; i++) {
    size_t n = strlen(heads[i]);
    if (strlen(a) < n || strlen(b) < n) continue;
    if (!strcmp(a + 8, heads[i] + 8) || !strcmp(b + 8, heads[i] + 8))
      return !strncmp(a + 8, heads[i] + 8, n - 8) &&
             !strncmp(b + 8, heads[i] + 8, n - 8);
  }
  return false;
}

/* "Thủ tướng Chính phủ", "Chủ tịch nước", "Đại sứ đặc mệnh toàn quyền" */
static bool of_government(const char *a, const char *b) {
  size_t n = strlen(b);
  return !strncmp(a, b, n) &&
         (!strcmp(a + n, " Chính phủ") || !strcmp(a + n, " nước") ||
          !strcmp(a + n, " đặc mệnh toàn quyền"));
}

/* An earlier record of the same person and title. */
static truc_fact *known(truc_doc *d, uint32_t first, const char *person,
                        const char *office) {
  for (uint32_t i = first; i < d->fact.n; i++) {
    const truc_fact *f = &d->fact.v[i];
    const truc_item *p =
        truc__first_item(d->item.v + f->item, f->nitem, "person");
    const truc_item *o =
        truc__first_item(d->item.v + f->item, f->nitem, "office");
    if (p && o && !strcmp(p->ref, person) &&
        (same_title(o->ref, office) || short_of(o->ref, office) ||
         of_government(o->ref, office) || of_government(office, o->ref)))
      return &d->fact.v[i];
  }
  return NULL;
}

/* "cố Tổng thống X", "cựu Tổng thống X": he holds none on the day of the text,
** also where it says so without the word. */
static bool was_holder(const truc_doc *d, uint32_t holder) {
  for (uint32_t i = 0; i < d->office.n; i++)
    if (d->office.v[i].holder == holder &&
        (d->office.v[i].flags & TRUC_OF_FORMER))
      return true;
  return false;
}

static bool record(truc_doc *d, truc__fact_work *w, const truc_office *o,
                   uint32_t first) {
  const truc_mention *title = &d->mention.v[o->mention];
  const truc_entity *who = &d->entity.v[o->holder];
  char *ref = office_ref(d, o->title);
  if (!ref) return false;
  if (known(d, first, who->ref, ref)) return true;
  w->item.n = 0;
  truc_item it = item(d, "person", o->holder_mention);
  it.ref = who->ref;
  truc__item_push(w, it);
  it = item(d, "office", o->mention);
  it.ref = ref;
  truc__item_push(w, it);
  if (o->org != TRUC_NONE) {
    it = item(d, "org", o->org_mention);
    it.ref = d->entity.v[o->org].ref;
    truc__item_push(w, it);
  }
  uint32_t country = o->country != TRUC_NONE ? o->country : who->country;
  if (country != TRUC_NONE) {
    it = item(d, "country", o->country_mention);
    it.ref = d->entity.v[country].ref;
    truc__item_push(w, it);
  }
  truc_fact *f = truc__fact_push(d, w, TRUC_KIND_OFFICE, title->sent);
  if (!f) return !w->rc;
  f->pattern = "office";
  if (d->date.year && !was_holder(d, o->holder)) {
    truc_value v;
    memset(&v, 0, sizeof v);
    v.kind = TRUC_VAL_DATE;
    v.start = v.end = d->date;
    v.precision = d->date_precision;
    truc_value_iso(&v, f->date);
    f->has_date = 1;
    f->precision = d->date_precision;
    f->basis = truc__publication_basis(d);
  }
  return !w->rc;
}

bool truc__offices(truc_doc *d, truc__fact_work *w) {
  uint32_t first = d->fact.n;
  for (uint32_t i = 0; i < d->office.n; i++) {
    const truc_office *o = &d->office.v[i];
    if (o->holder == TRUC_NONE || o->holder_mention == TRUC_NONE) continue;
    if (o->flags & (TRUC_OF_RANK | TRUC_OF_FORMER)) continue;
    if (d->mention.v[o->mention].flags & TRUC_MF_CREDIT) continue;
    if (d->mention.v[o->holder_mention].flags & TRUC_MF_SPOUSE) continue;
    if (d->fact.n - first > 256) break; /* a register, not an article */
    if (!record(d, w, o, first)) return false;
  }
  return true;
}

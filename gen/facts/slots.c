/* SPDX-License-Identifier: Apache-2.0 */
/* slots.c - the kinds and their slots, and what is said of slots: which a
** pattern gives, which it speaks of, and which it takes from records of another
** kind. */
#include "compile.h"

static uint16_t slot_of(const char *s, size_t n) {
  for (uint32_t i = 0; i < made.slots.n; i++)
    if (strlen(made.slots.v[i]) == n && !memcmp(made.slots.v[i], s, n))
      return (uint16_t)i;
  PUSH(made.slots, copy(s, n));
  return (uint16_t)(made.slots.n - 1);
}

/* Of the pattern being read. */
typedef struct mention {
  uint16_t slot;
  place where;
} mention;
static VEC(mention) given;
static VEC(mention) spoken;

/* The slots of each kind (doc/ANNOTATION.md); "date" is the fact's own. */
#define X(kind) #kind,
static const char *const kind_names[] = {TRUC_KINDS(X)};
#undef X
static const char *const slots_of[TRUC_NKINDS] = {
    [TRUC_KIND_OFFICE] = "person office org country",
    [TRUC_KIND_VISIT] = "visitor host visit_type phase place occasion date",
    [TRUC_KIND_CONTACT] = "actor counterpart form place date",
    [TRUC_KIND_STATEMENT] = "speaker act medium publisher topics date",
    [TRUC_KIND_MILESTONE] = "parties type years of date",
    [TRUC_KIND_COOPERATION] = "parties sectors holder means assessment date",
    [TRUC_KIND_AGREEMENT] = "parties instrument action date",
    [TRUC_KIND_FORUM] = "parties forums action date",
    [TRUC_KIND_PROVISION] = "provider recipient goods date",
    [TRUC_KIND_RANKING] = "subject rank domain relative_to set date",
    [TRUC_KIND_AMOUNT] = "what value unit mod provider recipient date",
    [TRUC_KIND_EVENT] = "name place parties occasion stage date",
    [TRUC_KIND_STATUS] = "subject label object extent affirmed_by date",
    [TRUC_KIND_IMPACT] = "cause effect target date",
};

unsigned kind_named(const char *s, size_t n) {
  for (unsigned k = 0; k < TRUC_NKINDS; k++)
    if (strlen(kind_names[k]) == n && !memcmp(kind_names[k], s, n)) return k;
  fail(s, "unknown kind '%.*s'", (int)n, s);
}

static bool has_slot(unsigned kind, const char *slot) {
  size_t n = strlen(slot);
  for (const char *s = slots_of[kind]; *s; s += strspn(s, " ")) {
    size_t len = strcspn(s, " ");
    if (len == n && !memcmp(s, slot, n)) return true;
    s += len;
  }
  return false;
}

/* Of all patterns: the slots that those of a kind give, and those that are
** taken from records of one of these kinds. */
typedef struct reference {
  uint32_t kinds; /* bits */
  uint16_t slot;
  place where;
} reference;
static VEC(reference) offered;
static VEC(reference) taken;

uint16_t give(const char *at, size_t n) {
  mention m = {slot_of(at, n), place_of(at)};
  PUSH(given, m);
  return m.slot;
}

uint16_t speak(const char *at, size_t n) {
  mention m = {slot_of(at, n), place_of(at)};
  PUSH(spoken, m);
  return m.slot;
}

uint16_t take(uint32_t kinds, const char *at, size_t n) {
  reference r = {kinds, slot_of(at, n), place_of(at)};
  PUSH(taken, r);
  return r.slot;
}

static bool is_given(const char *slot) {
  for (uint32_t i = 0; i < given.n; i++) {
    const char *have = made.slots.v[given.v[i].slot];
    if (!strcmp(have, slot)) return true;
    /* a sum brings its unit and its "about" */
    if (!strcmp(have, "value") &&
        (!strcmp(slot, "unit") || !strcmp(slot, "mod")))
      return true;
  }
  return false;
}

void begin_slots(void) { given.n = spoken.n = 0; }

void end_slots(unsigned kind) {
  for (uint32_t i = 0; i < spoken.n; i++)
    if (!is_given(made.slots.v[spoken.v[i].slot]))
      fail_there(spoken.v[i].where, "no match or fill line gives slot '%s'",
                 made.slots.v[spoken.v[i].slot]);
  for (uint32_t i = 0; i < given.n; i++) {
    const mention *m = &given.v[i];
    if (!has_slot(kind, made.slots.v[m->slot]))
      fail_there(m->where, "%s has no slot '%s'; it has %s", kind_names[kind],
                 made.slots.v[m->slot], slots_of[kind]);
    reference r = {1u << kind, m->slot, m->where};
    PUSH(offered, r);
  }
}

static bool is_offered(const reference *r) {
  for (uint32_t i = 0; i < offered.n; i++)
    if ((offered.v[i].kinds & r->kinds) && offered.v[i].slot == r->slot)
      return true;
  return false;
}

void check_references(void) {
  for (uint32_t i = 0; i < taken.n; i++)
    if (!is_offered(&taken.v[i]))
      fail_there(taken.v[i].where, "no pattern of that kind gives slot '%s'",
                 made.slots.v[taken.v[i].slot]);
}

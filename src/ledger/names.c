/* SPDX-License-Identifier: Apache-2.0 */
/* names.c - who is meant by a name, how somebody is called; fields and pairs
** by how much is said of them. */
#include <stdio.h>
#include <stdlib.h>

#include "ledger/search.h"
#include "name/known.h"

const char *truc__spoken_name(const char *ref, const char *name) {
  bool code = !strncmp(ref, "gpe:", 4) && !strcmp(ref + 4, name);
  const char *known = code ? truc__known_name(name) : NULL;
  return known ? known : name;
}

/* Names of the same letters meet there; others that do are told apart by their
** text. */
int64_t truc__name_key(const char *letters, size_t n) {
  return (int64_t)(truc__hash(letters, n) & 0x7fffffff);
}

bool truc__ref_is_code(const char *ref) {
  const char *p = strchr(ref, ':');
  if (!p) return false;
  for (p++; *p; p++)
    if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == ' '))
      return false;
  return true;
}

/* A name that a reader typed, as a ref with a prefix: "VNM", "asean". */
static const char *const prefixes[] = {"", "gpe:", "org:", "sector:"};

static int type_named(const char *type) {
  for (int t = 0; t < TRUC_NENTITY_TYPES; t++)
    if (!strcmp(type, truc_entity_type_name((truc_entity_type)t))) return t;
  return TRUC_NENTITY_TYPES;
}

static void found_entity(truc_ledger *l, sqlite3_stmt *s, truc_known *out,
                         uint32_t room, uint32_t *n) {
  const char *ref = truc__text(s, 0);
  const char *name = truc__spoken_name(ref, truc__text(s, 1));
  for (uint32_t i = 0; i < *n; i++)
    if (!strcmp(out[i].ref, ref)) return;
  if (*n >= room) return;
  char *kept_ref = truc__keep(l, &l->names, ref, strlen(ref));
  char *kept_name = truc__keep(l, &l->names, name, strlen(name));
  if (!kept_ref || !kept_name) return;
  out[(*n)++] =
      (truc_known){kept_ref, kept_name, (uint8_t)type_named(truc__text(s, 2)),
                   (uint32_t)sqlite3_column_int64(s, 3)};
}

static void look_up_ref(truc_ledger *l, const char *words, truc_known *out,
                        uint32_t room, uint32_t *n) {
  for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
    truc__buf_reset(&l->a);
    truc__buf_str(&l->a, prefixes[i]);
    truc__buf_str(&l->a, words);
    if (l->a.rc) break;
    sqlite3_stmt *s = truc__ask(
        l,
        "SELECT ref, name, type, coalesce(mentions, 0) FROM entity_name "
        "WHERE ref = ?",
        "t", l->a.p, l->a.n);
    while (truc__next(l, s)) found_entity(l, s, out, room, n);
  }
}

/* By the letters; marks that were typed must stand in the name. */
static void look_up_name(truc_ledger *l, const char *words, truc_known *out,
                         uint32_t room, uint32_t *n) {
  truc__search *q = truc__search_parse(l, words, false);
  truc__spans marks = {0};
  double rank;
  truc__buf_reset(&l->c);
  truc__fold_words_blind(&l->c, words, strlen(words));
  sqlite3_stmt *s =
      truc__failed(l) || !l->c.n
          ? NULL
          : truc__ask(l,
                      "SELECT v.ref, v.name, v.type, sum(a.n), max(a.text) "
                      "FROM alias a JOIN entity_name v ON v.entity = a.entity "
                      "WHERE a.key = ? GROUP BY a.entity "
                      "ORDER BY sum(a.n) DESC, v.ref",
                      "i", truc__name_key(l->c.p, l->c.n));
  while (truc__next(l, s)) {
    const char *text = truc__text(s, 4);
    if (truc__search_match(l, q, text, strlen(text), NULL, &marks, &rank))
      found_entity(l, s, out, room, n);
  }
  truc__search_free(q);
  VEC_FREE(marks);
}

/* "jpn": a code in small letters, where nobody bears that name ("nga" is
** Russia, not Nigeria). */
static void look_up_code(truc_ledger *l, const char *words, truc_known *out,
                         uint32_t room, uint32_t *n) {
  char code[4] = "";
  for (int i = 0; i < 3; i++) {
    if (words[i] < 'a' || words[i] > 'z') return;
    code[i] = (char)(words[i] - 'a' + 'A');
  }
  if (!words[3]) look_up_ref(l, code, out, room, n);
}

truc_rc truc_ledger_lookup(truc_ledger *l, const char *words, truc_known *out,
                           uint32_t room, uint32_t *n, truc_err *err) {
  truc__begin_call(l);
  truc__settle(l);
  truc__arena_reset(&l->names);
  truc__memo_clear(&l->named);
  l->name.n = 0;
  *n = 0;
  look_up_ref(l, words, out, room, n);
  look_up_name(l, words, out, room, n);
  if (!*n) look_up_code(l, words, out, room, n);
  return truc__end_call(l, err);
}

/* Into its place by mentions, most first. */
static void take_person(truc_ledger *l, const char *ref, uint32_t mentions,
                        truc_known *out, uint32_t room, uint32_t *n) {
  if (*n == room && (!room || out[room - 1].mentions >= mentions)) return;
  const char *kept = truc__keep(l, &l->names, ref, strlen(ref));
  if (!kept) return;
  uint32_t k = *n < room ? (*n)++ : room - 1;
  for (; k && out[k - 1].mentions < mentions; k--) out[k] = out[k - 1];
  out[k] = (truc_known){kept, kept + strlen("per:"), TRUC_PER, mentions};
}

truc_rc truc_ledger_people(truc_ledger *l, const char *words, truc_known *out,
                           uint32_t room, uint32_t *n, truc_err *err) {
  truc__spans marks = {0};
  double rank;
  truc__begin_call(l);
  truc__settle(l);
  *n = 0;
  truc__search *q = truc__search_parse(l, words, false);
  sqlite3_stmt *s =
      q && truc__search_expression(q)
          ? truc__ask(l,
                      "SELECT id, ref FROM entity WHERE type = 'PER' "
                      "AND ref GLOB 'per:*' ORDER BY ref",
                      "")
          : NULL;
  while (truc__next(l, s)) {
    const char *ref = truc__text(s, 1), *name = ref + strlen("per:");
    if (!truc__search_match(l, q, name, strlen(name), NULL, &marks, &rank))
      continue;
    int64_t mentions =
        truc__ask_int(l, 0, "SELECT sum(n) FROM alias WHERE entity = ?", "i",
                      sqlite3_column_int64(s, 0));
    if (mentions) take_person(l, ref, (uint32_t)mentions, out, room, n);
  }
  truc__search_free(q);
  VEC_FREE(marks);
  return truc__end_call(l, err);
}

/* A page says the same few names again and again. */
const char *truc_ledger_name(truc_ledger *l, const char *ref) {
  truc__begin_call(l);
  const char *name = NULL, *colon = strchr(ref, ':');
  uint64_t key = truc__hash(ref, strlen(ref));
  int64_t at;
  if (truc__memo_get(&l->named, key, &at)) return l->name.v[at];
  sqlite3_stmt *s =
      truc__ask(l, "SELECT name FROM entity_name WHERE ref = ?", "s", ref);
  if (truc__next(l, s)) {
    const char *p = truc__spoken_name(ref, truc__text(s, 0));
    name = truc__keep(l, &l->names, p, strlen(p));
    truc__end(s);
  }
  if (!name) return truc__spoken_name(ref, colon ? colon + 1 : ref);
  if (VEC_PUSH(l->name, name)) truc__memo_put(&l->named, key, l->name.n - 1);
  return name;
}

static int by_sources(const void *a, const void *b) {
  const truc_field *x = a, *y = b;
  if (x->sources != y->sources) return x->sources > y->sources ? -1 : 1;
  return strcmp(x->ref, y->ref);
}

/* Rows come by field, one for each modality. */
static void add_field(truc_ledger *l, sqlite3_stmt *s, truc_field *out,
                      uint32_t room, uint32_t *n) {
  const char *ref = truc__text(s, 0), *text = truc__text(s, 4);
  int modality = sqlite3_column_int(s, 1);
  truc_field *x = *n ? &out[*n - 1] : NULL;
  if (!x || strcmp(x->ref, ref)) {
    if (*n >= room) return;
    x = &out[(*n)++];
    *x = (truc_field){truc__keep(l, &l->names, ref, strlen(ref)), "", {0}, 0};
    if (!x->ref) x->ref = "";
  }
  size_t length = strlen(text) > 4 ? strlen(text) - 4 : 0; /* "0012words" */
  if (length && (!*x->text || length < strlen(x->text))) {
    const char *kept = truc__keep(l, &l->names, text + 4, length);
    if (kept) x->text = kept;
  }
  if (modality >= 0 && modality <= TRUC_DENIED)
    x->n[modality] += (uint32_t)sqlite3_column_int64(s, 2);
  x->sources += (uint32_t)sqlite3_column_int64(s, 3);
}

truc_rc truc_ledger_fields(truc_ledger *l, const truc_query *q, truc_field *out,
                           uint32_t room, uint32_t *n, truc_err *err) {
  truc_query cooperation = *q;
  truc__filter f;
  truc__begin_call(l);
  truc__settle(l);
  *n = 0;
  cooperation.kinds = 1u << TRUC_KIND_COOPERATION;
  truc__filter_make(l, &cooperation, &f);
  sqlite3_stmt *s = truc__filter_ask(
      l, &f,
      "SELECT e.ref, p.modality_no, count(*), sum(max(p.sources, 1)), "
      "min(printf('%04d%s', length(a.text), a.text)) FROM proposition p "
      "CROSS JOIN argument a ON a.fact = p.fact AND a.slot = 'sectors' "
      "CROSS JOIN entity e ON e.id = a.entity WHERE ",
      " GROUP BY e.ref, p.modality_no ORDER BY e.ref");
  while (truc__next(l, s)) add_field(l, s, out, room, n);
  sqlite3_finalize(s);
  truc__filter_release(&f);
  if (*n) qsort(out, *n, sizeof *out, by_sources);
  return truc__end_call(l, err);
}

/* Rows of two refs and a number. */
static uint32_t read_pairs(truc_ledger *l, sqlite3_stmt *s, truc_pair *out) {
  uint32_t n = 0;
  while (truc__next(l, s)) {
    truc_pair *p = &out[n++];
    snprintf(p->a, sizeof p->a, "%s", truc__text(s, 0));
    snprintf(p->b, sizeof p->b, "%s", truc__text(s, 1));
    p->propositions = (uint32_t)sqlite3_column_int64(s, 2);
  }
  return n;
}

truc_rc truc_ledger_pairs(truc_ledger *l, truc_pair *out, uint32_t room,
                          uint32_t *n, truc_err *err) {
  truc__begin_call(l);
  truc__settle(l);
  *n = 0;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT min(a.ref, b.ref), max(a.ref, b.ref), x.many FROM (SELECT "
      "entity, "
      " other, count(*) AS many FROM concern WHERE other > 0 AND kind < ? "
      " GROUP BY entity, other) x CROSS JOIN entity a ON a.id = x.entity "
      "CROSS JOIN entity b ON b.id = x.other "
      "ORDER BY 3 DESC, 1, 2 LIMIT ?",
      "ii", (int64_t)TRUC__DISPUTED, (int64_t)room);
  *n = read_pairs(l, s, out);
  return truc__end_call(l, err);
}

/* The rows of two countries stand under the one whose id is less; the cost is
** that of the country, not of the ledger. */
truc_rc truc_ledger_partners(truc_ledger *l, const char *ref, truc_pair *out,
                             uint32_t room, uint32_t *n, truc_err *err) {
  truc__begin_call(l);
  truc__settle(l);
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT * FROM (SELECT a.ref, b.ref AS other, (SELECT count(*) "
      " FROM concern x WHERE x.entity = min(a.id, b.id) "
      " AND x.other = max(a.id, b.id) AND x.kind < ?) AS many "
      "FROM entity a CROSS JOIN entity b ON b.type = 'GPE' AND b.id <> a.id "
      "WHERE a.ref = ?) WHERE many > 0 ORDER BY many DESC, other LIMIT ?",
      "isi", (int64_t)TRUC__DISPUTED, ref, (int64_t)room);
  *n = read_pairs(l, s, out);
  return truc__end_call(l, err);
}

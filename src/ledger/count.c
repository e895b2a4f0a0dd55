/* SPDX-License-Identifier: Apache-2.0 */
/* count.c - how many state a proposition, since when, and who most fully. */
#include "ledger/ledger.h"

void truc__recount(truc_ledger *l, int64_t id) {
  truc__concern_forget(l, id);
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT count(*), count(DISTINCT f.document), "
      "count(DISTINCT iif(f.timed, d.origin, NULL)), "
      "min(" TRUC__DAY_OF_FACT "), max(" TRUC__DAY_OF_FACT
      "), "
      "min(f.modality) "
      "FROM claim c CROSS JOIN fact f ON f.claim = c.id "
      "CROSS JOIN document d ON d.id = f.document WHERE c.proposition = ?",
      "i", id);
  if (!truc__next(l, s)) return;
  int64_t n[5];
  int modality = truc__modality_named(truc__text(s, 5));
  for (int i = 0; i < 5; i++) n[i] = truc__int_or_none(s, i);
  truc__end(s);
  if (!n[0]) {
    truc__exec(l, "DELETE FROM proposition WHERE id = ?", "i", id);
    return;
  }
  truc__count_claims(l, id);
  int64_t best = truc__ask_int(
      l, 0,
      "SELECT f.id FROM claim c CROSS JOIN fact f ON f.claim = c.id "
      "CROSS JOIN document d ON d.id = f.document WHERE c.proposition = ? "
      "ORDER BY f.weight DESC, d.day IS NULL, d.day, d.hash, f.n LIMIT 1",
      "i", id);
  truc__exec(l,
             "UPDATE proposition SET facts = ?, documents = ?, sources = ?, "
             "first_day = ?, last_day = ?, modality_no = ?, fact = ? "
             "WHERE id = ?",
             "iiiooiii", n[0], n[1], n[2], n[3], n[4],
             (int64_t)(modality < 0 ? 0 : modality), best, id);
}

static void set_best(truc_ledger *l, int64_t id, int64_t fact) {
  truc__exec(l, "UPDATE proposition SET fact = ? WHERE id = ?", "ii", fact, id);
}

/* Is fact `a` the fuller statement? The order of truc__recount. */
static bool fuller(truc_ledger *l, int64_t a, int64_t b) {
  return a == truc__ask_int(
                  l, 0,
                  "SELECT f.id FROM fact f JOIN document d "
                  "ON d.id = f.document WHERE f.id IN (?, ?) ORDER BY "
                  "f.weight DESC, d.day IS NULL, d.day, d.hash, f.n LIMIT 1",
                  "ii", a, b);
}

/* Has another document of this source stated it? */
static bool known_source(truc_ledger *l, int64_t id, int64_t fact) {
  return truc__ask_int(
      l, 0,
      "SELECT 1 FROM fact n JOIN document dn ON dn.id = n.document "
      "JOIN document d ON (d.id = dn.origin OR (d.origin = dn.origin "
      "AND d.origin <> d.id)) AND d.id <> dn.id "
      "JOIN fact f ON f.id BETWEEN d.first_fact AND d.last_fact "
      "JOIN claim c ON c.id = f.claim "
      "WHERE n.id = ?1 AND c.proposition = ?2 AND f.timed LIMIT 1",
      "ii", fact, id);
}

void truc__count_fact(truc_ledger *l, int64_t id, int64_t fact,
                      int64_t first_fact, bool copied) {
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT p.fact, b.weight, n.weight, EXISTS (SELECT 1 FROM fact f "
      "JOIN claim c ON c.id = f.claim WHERE f.id >= ?3 AND f.id < ?2 "
      "AND c.proposition = ?1), n.timed FROM proposition p "
      "JOIN fact b ON b.id = p.fact JOIN fact n ON n.id = ?2 WHERE p.id = ?1",
      "iii", id, fact, first_fact);
  if (!truc__next(l, s)) return;
  int64_t best = sqlite3_column_int64(s, 0);
  int64_t gain = sqlite3_column_int64(s, 2) - sqlite3_column_int64(s, 1);
  bool known_document = sqlite3_column_int(s, 3);
  bool timed = sqlite3_column_int(s, 4);
  truc__end(s);
  bool known =
      known_document || !timed || (copied && known_source(l, id, fact));
  truc__exec(l,
             "UPDATE proposition SET facts = facts + 1, "
             "documents = documents + ?3, sources = sources + ?4, "
             "first_day = coalesce(min(first_day, x.day), first_day, x.day), "
             "last_day = coalesce(max(last_day, x.day), last_day, x.day), "
             "modality_no = iif(x.modality < proposition.modality, "
             " x.modality_no, proposition.modality_no) "
             "FROM (SELECT " TRUC__DAY_OF_FACT
             " AS day, f.modality, f.modality_no "
             " FROM fact f JOIN document d ON d.id = f.document "
             " WHERE f.id = ?1) x WHERE proposition.id = ?2",
             "iiii", fact, id, (int64_t)!known_document, (int64_t)!known);
  if (gain > 0 || (gain == 0 && fuller(l, fact, best))) set_best(l, id, fact);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* remove.c - documents go: what only they state goes with them, all else is as
** if they had never been there. */
#include "ledger/ledger.h"

/* Kinds that name their countries in the sentence alone, see facts.c. */
#define CONTEXT_KINDS                                                  \
  "('STATEMENT', 'EVENT', 'AMOUNT', 'STATUS', 'IMPACT', 'AGREEMENT', " \
  "'PROVISION')"

static void collect(truc_ledger *l, sqlite3_stmt *s, truc__ids *out) {
  while (truc__next(l, s)) truc__ids_add(l, out, sqlite3_column_int64(s, 0));
}

#define OF_DOCUMENT                                          \
  "BETWEEN (SELECT first_fact FROM document WHERE id = ?1) " \
  "AND (SELECT last_fact FROM document WHERE id = ?1)"

static void remove_facts(truc_ledger *l, int64_t document) {
  truc__exec(l, "DELETE FROM argument WHERE fact " OF_DOCUMENT, "i", document);
  truc__exec(l, "DELETE FROM speaker WHERE fact " OF_DOCUMENT, "i", document);
  truc__exec(l, "DELETE FROM evidence WHERE fact " OF_DOCUMENT, "i", document);
  truc__exec(l, "DELETE FROM fact WHERE id " OF_DOCUMENT, "i", document);
}

/* Who is concerned by a claim, from the facts that are left. */
static void rebuild_party(truc_ledger *l, int64_t claim) {
  truc__exec(l, "DELETE FROM party WHERE claim = ?", "i", claim);
  truc__exec(l,
             "INSERT OR IGNORE INTO party SELECT a.entity, f.claim, 1 "
             "FROM fact f JOIN argument a ON a.fact = f.id "
             "WHERE f.claim = ? AND a.entity IS NOT NULL",
             "i", claim);
  truc__exec(l,
             "INSERT OR IGNORE INTO party SELECT a.country, f.claim, 2 "
             "FROM fact f JOIN argument a ON a.fact = f.id "
             "WHERE f.claim = ? AND a.country IS NOT NULL",
             "i", claim);
  truc__exec(l,
             "INSERT OR IGNORE INTO party SELECT s.entity, f.claim, 3 "
             "FROM fact f JOIN speaker s ON s.fact = f.id WHERE f.claim = ?",
             "i", claim);
  truc__exec(l,
             "INSERT OR IGNORE INTO party SELECT m.entity, f.claim, 3 "
             "FROM fact f JOIN evidence e ON e.fact = f.id "
             "JOIN mention m ON m.sentence = e.sentence "
             "JOIN entity n ON n.id = m.entity AND n.type = 'GPE' "
             "WHERE f.claim = ? AND f.kind IN " CONTEXT_KINDS,
             "i", claim);
}

/* Claims that nobody states any more go, and what hung together with them is
** grouped anew; the others are counted anew. */
static void settle_claims(truc_ledger *l, const truc__ids *claims) {
  truc__ids near = {0}, propositions = {0};
  for (uint32_t i = 0; i < claims->n && !truc__failed(l); i++) {
    int64_t id = claims->v[i];
    int64_t of = truc__ask_int(
        l, 0, "SELECT proposition FROM claim WHERE id = ?", "i", id);
    truc__concern_forget(l, of);
    truc__ids_add(l, &propositions, of);
    if (truc__ask_int(l, 0, "SELECT 1 FROM fact WHERE claim = ? LIMIT 1", "i",
                      id)) {
      rebuild_party(l, id);
      continue;
    }
    truc__neighbours(l, id, &near);
    truc__exec(l, "DELETE FROM party WHERE claim = ?", "i", id);
    truc__exec(l, "DELETE FROM claim WHERE id = ?", "i", id);
  }
  for (uint32_t i = 0; i < propositions.n; i++)
    truc__recount(l, propositions.v[i]);
  truc__regroup(l, &near); /* ids in it that have gone are not found */
  VEC_FREE(near);
  VEC_FREE(propositions);
}

void truc__remove_document(truc_ledger *l, int64_t document) {
  truc__ids claims = {0}, relatives = {0}, propositions = {0};
  collect(l,
          truc__ask(l, "SELECT DISTINCT claim FROM fact WHERE id " OF_DOCUMENT,
                    "i", document),
          &claims);
  collect(l,
          truc__ask(l,
                    "SELECT d.id FROM document x JOIN document d "
                    "ON d.id = x.origin OR (d.origin = x.origin "
                    "AND d.origin <> d.id) WHERE x.id = ?1 AND d.id <> ?1",
                    "i", document),
          &relatives);
  truc__unindex(l, document);
  remove_facts(l, document);
  truc__copies_remove(l, document);
  truc__exec(l,
             "DELETE FROM mention WHERE sentence BETWEEN (SELECT first FROM "
             "document WHERE id = ?1) AND (SELECT last FROM document "
             "WHERE id = ?1)",
             "i", document);
  truc__exec(l,
             "DELETE FROM sentence WHERE id BETWEEN (SELECT first FROM "
             "document WHERE id = ?1) AND (SELECT last FROM document "
             "WHERE id = ?1)",
             "i", document);
  truc__exec(l, "DELETE FROM document WHERE id = ?", "i", document);
  settle_claims(l, &claims);
  for (uint32_t i = 0; i < relatives.n && !truc__failed(l); i++)
    collect(l,
            truc__ask(l,
                      "SELECT DISTINCT c.proposition FROM fact f JOIN claim c "
                      "ON c.id = f.claim WHERE f.id " OF_DOCUMENT,
                      "i", relatives.v[i]),
            &propositions);
  for (uint32_t i = 0; i < propositions.n; i++)
    truc__recount(l, propositions.v[i]);
  VEC_FREE(claims);
  VEC_FREE(relatives);
  VEC_FREE(propositions);
}

truc_rc truc_ledger_remove(truc_ledger *l, const char *id, truc_err *err) {
  truc__begin_call(l);
  int64_t document = 0;
  if (!l->writable)
    truc__set_fail(l, TRUC_EARG, "the ledger was opened for reading");
  if (truc__transaction(l)) {
    truc__recall(l);
    document =
        truc__ask_int(l, 0, "SELECT id FROM document WHERE name = ?", "s", id);
    if (document) truc__remove_document(l, document);
    truc__finish(l);
  }
  truc_rc rc = truc__end_call(l, err);
  return rc || document ? rc : TRUC_DONE;
}

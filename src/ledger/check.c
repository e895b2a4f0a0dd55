/* SPDX-License-Identifier: Apache-2.0 */
/* check.c - what a ledger holds, whether it holds together, and how it gets
** smaller. */
#include "ledger/ledger.h"

truc_rc truc_ledger_count(truc_ledger *l, truc_ledger_counts *out,
                          truc_err *err) {
  truc__begin_call(l);
  memset(out, 0, sizeof *out);
#define COUNT(field, sql) out->field = (uint64_t)truc__ask_int(l, 0, sql, "")
  COUNT(documents, "SELECT count(*) FROM document");
  COUNT(sources, "SELECT count(DISTINCT origin) FROM document");
  COUNT(sentences, "SELECT sum(last - first + 1) FROM document");
  COUNT(facts, "SELECT sum(last_fact - first_fact + 1) FROM document");
  COUNT(propositions, "SELECT count(*) FROM proposition");
  COUNT(corroborated, "SELECT count(*) FROM proposition WHERE sources > 1");
  COUNT(text_bytes, "SELECT sum(bytes) FROM document");
  COUNT(file_bytes,
        "SELECT page_count * page_size FROM pragma_page_count, "
        "pragma_page_size");
#undef COUNT
  return truc__end_call(l, err);
}

truc_rc truc_ledger_conflicts(truc_ledger *l, uint64_t most, uint64_t *n,
                              truc_err *err) {
  truc__begin_call(l);
  *n = (uint64_t)truc__ask_int(l, 0,
                               "SELECT count(*) FROM (SELECT 1 FROM conflict "
                               "WHERE a < b LIMIT ?)",
                               "i",
                               (int64_t)(most > INT64_MAX ? INT64_MAX : most));
  return truc__end_call(l, err);
}

/* Each statement finds a row where something is wrong. */
static const struct {
  const char *what, *sql;
} laws[] = {
    {"a fact of no document",
     "SELECT f.id FROM fact f LEFT JOIN document d ON d.id = f.document "
     "WHERE d.id IS NULL LIMIT 1"},
    {"a fact outside its document",
     "SELECT f.id FROM fact f JOIN document d ON d.id = f.document "
     "WHERE f.id <> d.first_fact + f.n - 1 OR f.id > d.last_fact LIMIT 1"},
    {"a fact of no claim",
     "SELECT f.id FROM fact f LEFT JOIN claim c ON c.id = f.claim "
     "WHERE c.id IS NULL LIMIT 1"},
    {"a claim that nobody states",
     "SELECT c.id FROM claim c WHERE NOT EXISTS "
     "(SELECT 1 FROM fact f WHERE f.claim = c.id) LIMIT 1"},
    {"a claim of no proposition",
     "SELECT c.id FROM claim c LEFT JOIN proposition p "
     "ON p.id = c.proposition WHERE p.id IS NULL LIMIT 1"},
    {"a proposition without a claim",
     "SELECT p.id FROM proposition p WHERE NOT EXISTS "
     "(SELECT 1 FROM claim c WHERE c.proposition = p.id) LIMIT 1"},
    {"evidence that is no sentence",
     "SELECT e.fact FROM evidence e LEFT JOIN sentence s "
     "ON s.id = e.sentence WHERE s.id IS NULL LIMIT 1"},
    {"an argument of no fact",
     "SELECT a.fact FROM argument a LEFT JOIN fact f ON f.id = a.fact "
     "WHERE f.id IS NULL LIMIT 1"},
    {"a sentence outside its document",
     "SELECT s.id FROM sentence s LEFT JOIN document d ON d.id = s.document "
     "WHERE d.id IS NULL OR s.id NOT BETWEEN d.first AND d.last LIMIT 1"},
    {"a document whose text is not whole",
     "SELECT d.id FROM document d JOIN (SELECT document, sum(length(CAST("
     "text AS BLOB)) + length(CAST(gap AS BLOB))) AS n, count(*) AS k "
     "FROM sentence GROUP BY document) s ON s.document = d.id "
     "WHERE s.n + length(CAST(d.head AS BLOB)) <> d.bytes "
     "OR s.k <> d.last - d.first + 1 LIMIT 1"},
    {"a mention in no sentence",
     "SELECT m.sentence FROM mention m LEFT JOIN sentence s "
     "ON s.id = m.sentence WHERE s.id IS NULL LIMIT 1"},
    {"an appearance that is none",
     "SELECT a.document FROM appearance a LEFT JOIN (SELECT m.entity, "
     "s.document, count(*) AS n FROM mention m JOIN sentence s "
     "ON s.id = m.sentence GROUP BY 1, 2) c ON c.entity = a.entity "
     "AND c.document = a.document WHERE c.n IS NOT a.n LIMIT 1"},
    {"a source that is not its earliest document",
     "SELECT d.id FROM document d LEFT JOIN document o ON o.id = d.origin "
     "WHERE o.id IS NULL OR o.origin <> o.id OR o.id > d.id LIMIT 1"},
    {"wrong counts of a proposition",
     "SELECT p.id FROM proposition p JOIN (SELECT c.proposition AS id, "
     "count(*) AS f, count(DISTINCT f.document) AS d, "
     "count(DISTINCT iif(f.timed, d.origin, NULL)) AS s, "
     "min(" TRUC__DAY_OF_FACT ") AS lo, max(" TRUC__DAY_OF_FACT ") AS hi "
     "FROM claim c JOIN fact f ON f.claim = c.id "
     "JOIN document d ON d.id = f.document GROUP BY c.proposition) n "
     "ON n.id = p.id WHERE p.facts <> n.f OR p.documents <> n.d "
     "OR p.sources <> n.s OR p.first_day IS NOT n.lo "
     "OR p.last_day IS NOT n.hi LIMIT 1"},
    {"a proposition without its fullest statement",
     "SELECT p.id FROM proposition p LEFT JOIN fact f ON f.id = p.fact "
     "LEFT JOIN claim c ON c.id = f.claim "
     "WHERE c.proposition IS NOT p.id LIMIT 1"},
    {"a party of no claim",
     "SELECT y.claim FROM party y LEFT JOIN claim c ON c.id = y.claim "
     "WHERE c.id IS NULL LIMIT 1"},
    {"a proposition under another rank than its own",
     "SELECT x.proposition FROM concern x LEFT JOIN proposition p "
     "ON p.id = x.proposition WHERE p.ranked IS NOT x.rank "
     "OR x.kind >= 64 AND NOT p.disputed LIMIT 1"},
    {"a concern that is no party's",
     "SELECT x.proposition FROM concern x WHERE NOT EXISTS (SELECT 1 "
     "FROM claim c JOIN party y ON y.claim = c.id AND y.entity = x.entity "
     "WHERE c.proposition = x.proposition) OR x.other AND NOT EXISTS (SELECT 1 "
     "FROM claim c JOIN party y ON y.claim = c.id AND y.entity = x.other "
     "WHERE c.proposition = x.proposition) LIMIT 1"},
    {"a party without its concern",
     "SELECT p.id FROM proposition p JOIN (SELECT proposition, count(*) AS n "
     "FROM concern WHERE other = 0 GROUP BY 1) x ON x.proposition = p.id "
     "JOIN (SELECT c.proposition, count(DISTINCT y.entity) AS n FROM claim c "
     "JOIN party y ON y.claim = c.id GROUP BY 1) e ON e.proposition = p.id "
     "WHERE x.n <> e.n * (1 + p.disputed) "
     "AND NOT EXISTS (SELECT 1 FROM waiting) LIMIT 1"},
    {"a proposition without a rank",
     "SELECT id FROM proposition WHERE (ranked IS NULL "
     "OR ranked = -1099511627776) AND NOT EXISTS (SELECT 1 FROM waiting) LIMIT "
     "1"},
    {"a rank that is not by sources and days",
     "SELECT p.id FROM proposition p WHERE p.ranked IS NOT "
     "-4096 * (1 + 262144 * p.sources + coalesce(min(max(p.last_day + 100000, "
     "0), "
     "262143), 0)) + (p.hash & 4095) "
     "AND coalesce(p.ranked, 1) <> 1 AND NOT EXISTS (SELECT 1 FROM waiting) "
     "LIMIT 1"},
    {"a contradiction that is none, or is not noted",
     "SELECT p.id FROM proposition p WHERE p.ranked <= 0 "
     "AND NOT EXISTS (SELECT 1 FROM waiting) AND p.disputed <> "
     "(p.topic IS NOT NULL AND p.value IS NOT NULL AND EXISTS (SELECT 1 "
     "FROM conflict c WHERE c.a = p.id)) LIMIT 1"},
};

static void check_file(truc_ledger *l) {
  sqlite3_stmt *s = truc__ask(l, "PRAGMA integrity_check(1)", "");
  while (truc__next(l, s))
    if (strcmp(truc__text(s, 0), "ok"))
      truc__set_fail(l, TRUC_ELEDGER, "the ledger is damaged: %.100s",
                     truc__text(s, 0));
}

/* FTS5 checks its own structure; the contents are not stored in it. */
static void check_index(truc_ledger *l) {
  if (l->writable && !sqlite3_db_readonly(l->db, "main"))
    truc__exec(l, "INSERT INTO search(search) VALUES('integrity-check')", "");
}

truc_rc truc_ledger_check(truc_ledger *l, truc_err *err) {
  truc__begin_call(l);
  check_file(l);
  for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++) {
    int64_t row = truc__ask_int(l, TRUC__NO_INT, laws[i].sql, "");
    if (row != TRUC__NO_INT && !truc__failed(l))
      truc__set_fail(l, TRUC_ELEDGER, "the ledger is damaged: %s (row %lld)",
                     laws[i].what, (long long)row);
  }
  check_index(l);
  truc__check_groups(l);
  return truc__end_call(l, err);
}

/* VACUUM wants no statement and no transaction open. */
truc_rc truc_ledger_compact(truc_ledger *l, truc_err *err) {
  truc__begin_call(l);
  if (!l->writable)
    truc__set_fail(l, TRUC_EARG, "the ledger was opened for reading");
  else
    truc__settle(l);
  if (!truc__failed(l))
    truc__exec(l, "INSERT INTO search(search) VALUES('optimize')", "");
  truc__commit(l);
  truc__finalize_all(l);
  truc__script(l, "VACUUM");
  truc__script(l, "PRAGMA wal_checkpoint(TRUNCATE)");
  return truc__end_call(l, err);
}

/* SPDX-License-Identifier: Apache-2.0
**
** old_tables.h - SQL that turns a ledger into one of earlier tables.
*/
#ifndef OLD_TABLES_H
#define OLD_TABLES_H

/* Numbers are names again. */
#define NAMED(table)                                                         \
  "ALTER TABLE " table " ADD COLUMN k TEXT;"                                 \
  "ALTER TABLE " table " ADD COLUMN m TEXT;"                                 \
  "ALTER TABLE " table " ADD COLUMN p TEXT;"                                 \
  "UPDATE " table " SET k = kind, m = modality, p = precision;"              \
  "ALTER TABLE " table " DROP COLUMN kind;"                                  \
  "ALTER TABLE " table " DROP COLUMN modality;"                              \
  "ALTER TABLE " table " DROP COLUMN precision;"                             \
  "ALTER TABLE " table " DROP COLUMN kind_no;"                               \
  "ALTER TABLE " table " DROP COLUMN modality_no;"                           \
  "ALTER TABLE " table " RENAME COLUMN k TO kind;"                           \
  "ALTER TABLE " table " RENAME COLUMN m TO modality;"                       \
  "ALTER TABLE " table " RENAME COLUMN p TO precision;"

/* From the tables of version 7 to those of version 6, and from these to those
** of version 3. */
#define TABLES_6                                                             \
  "DROP VIEW entity_name; DROP VIEW summary; DROP VIEW proposition_fact;"    \
  "DROP VIEW statement; DROP VIEW source; DROP VIEW timeline;"               \
  "DROP VIEW conflict; DROP VIEW partial; DROP VIEW rank_history;"           \
  "DROP VIEW relation_ladder; DROP VIEW plan_history;"                       \
  "DROP VIEW agreement_history; DROP VIEW office_holder;"                    \
  "ALTER TABLE proposition DROP COLUMN key;" NAMED("fact")                   \
  NAMED("proposition")                                                       \
  "ALTER TABLE proposition ADD COLUMN "                                      \
  "key TEXT AS (kind || '-' || printf('%016x', hash));"                      \
  "UPDATE proposition SET ranked = NULL WHERE ranked = -1099511627776;"      \
  "PRAGMA user_version = 6;"
#define TABLES_3                                                            \
  TABLES_6                                                                  \
  "UPDATE sentence SET kind = 'body' WHERE kind = '';"                      \
  "ALTER TABLE fact ADD COLUMN pattern TEXT;"                               \
  "ALTER TABLE fact ADD COLUMN basis TEXT;"                                 \
  "ALTER TABLE fact ADD COLUMN event TEXT;"                                 \
  "ALTER TABLE fact ADD COLUMN mode TEXT;"                                  \
  "ALTER TABLE fact ADD COLUMN context TEXT;"                               \
  "ALTER TABLE fact ADD COLUMN cameo TEXT;"                                 \
  "UPDATE fact SET pattern = r.pattern, basis = r.basis, event = r.event, " \
  "mode = r.mode, context = r.context, cameo = r.cameo FROM reading r "     \
  "WHERE r.id = fact.reading;"                                              \
  "ALTER TABLE fact DROP COLUMN reading; DROP TABLE reading;"               \
  "DROP TABLE alias; CREATE TABLE alias(entity INTEGER NOT NULL, "          \
  "text TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, "             \
  "PRIMARY KEY(entity, text)) WITHOUT ROWID;"                               \
  "CREATE INDEX alias_key ON alias(key);"                                   \
  "CREATE INDEX evidence_sentence ON evidence(sentence);"                   \
  "UPDATE claim SET core = '?' WHERE core = '';"                            \
  "ALTER TABLE proposition ADD COLUMN summary TEXT NOT NULL DEFAULT '?';"   \
  "UPDATE argument SET text = 'words' WHERE entity IS NOT NULL "            \
  "AND start IS NOT NULL;"                                                  \
  "DROP INDEX proposition_unranked;"                                        \
  "ALTER TABLE proposition DROP COLUMN ranked;"                             \
  "ALTER TABLE proposition DROP COLUMN disputed; DROP TABLE concern;"       \
  "CREATE TABLE concern(entity INTEGER NOT NULL, claim INTEGER NOT NULL, "  \
  "PRIMARY KEY(entity, claim)) WITHOUT ROWID;"                              \
  "INSERT INTO concern SELECT entity, claim FROM party;"                    \
  "ALTER TABLE sentence DROP COLUMN joins; PRAGMA user_version = 3;"

#endif

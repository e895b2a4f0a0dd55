/* SPDX-License-Identifier: Apache-2.0
**
** old_tables.h - SQL that turns a ledger into one of earlier tables.
*/
#ifndef OLD_TABLES_H
#define OLD_TABLES_H

/* From the tables of version 6 to those of version 3. */
#define TABLES_3                                                            \
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

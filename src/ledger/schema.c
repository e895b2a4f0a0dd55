/* SPDX-License-Identifier: Apache-2.0 */
/* schema.c - the tables and their versions; the views are in views.c.  The text
** of the CREATE statements is kept by SQLite word for word, so their comments
** are the first documentation that one who opens a ledger meets (`.schema`). */
#include <stdio.h>

#include "ledger/ledger.h"

/* Kinds and modalities are stored as numbers, a sixth of the size of their
** names, which stand beside them as columns that are worked out. */
/* clang-format off */
#define KINDS(X)                                                          \
  X(0, OFFICE) X(1, VISIT) X(2, CONTACT) X(3, STATEMENT) X(4, MILESTONE)  \
  X(5, COOPERATION) X(6, AGREEMENT) X(7, FORUM) X(8, PROVISION)           \
  X(9, RANKING) X(10, AMOUNT) X(11, EVENT) X(12, STATUS) X(13, IMPACT)
#define MODALITIES(X)                                                     \
  X(0, actual) X(1, planned) X(2, desired) X(3, agreed) X(4, expected)    \
  X(5, conditional) X(6, denied)
/* clang-format on */
#define SAME(n, name) \
  _Static_assert(TRUC_KIND_##name == n, "the numbers of truc_kind");
KINDS(SAME)
#undef SAME
#define NAME(n, name) " WHEN " #n " THEN '" #name "'"
#define NUMBER(n, name) " WHEN '" #name "' THEN " #n
#define KIND "kind TEXT AS (CASE kind_no" KINDS(NAME) " END)"
#define MODALITY "modality TEXT AS (CASE modality_no" MODALITIES(NAME) " END)"
#define PRECISION /* of a day, whichever digits are unknown */           \
  "precision TEXT AS (CASE WHEN date GLOB '*[0-9X]-[0-9X][0-9X]-*'\n"    \
  "    THEN 'day' WHEN date GLOB '*[0-9X]-[0-9X][0-9X]*' THEN 'month'\n" \
  "    WHEN date IS NOT NULL THEN 'year' END)"
#define KEY "key TEXT AS (kind || '-' || printf('%016x', hash))"

#define CONCERN                                                              \
  "CREATE TABLE concern( -- who is concerned by a proposition, the best "    \
  "known\n"                                                                  \
  "                      -- first\n"                                         \
  "  entity INTEGER NOT NULL REFERENCES entity(id),\n"                       \
  "  other INTEGER NOT NULL,     -- 0, or the second of two countries\n"     \
  "  kind INTEGER NOT NULL,      -- its number; + 64: and it is "            \
  "contradicted\n"                                                           \
  "  rank INTEGER NOT NULL,      -- by sources, then by the latest report\n" \
  "  proposition INTEGER NOT NULL REFERENCES proposition(id),\n"             \
  "  PRIMARY KEY(entity, other, kind, rank, proposition)\n"                  \
  ") WITHOUT ROWID;\n"                                                       \
  "CREATE INDEX proposition_unranked ON proposition(ranked) "                \
  "WHERE ranked > 0; -- few\n"

#define READING                                                           \
  "CREATE TABLE reading( -- how a fact was read, and its codes of event " \
  "data\n"                                                                \
  "  id INTEGER PRIMARY KEY,\n"                                           \
  "  pattern TEXT,               -- that read it\n"                       \
  "  basis TEXT,                 -- how the date was worked out\n"        \
  "  event TEXT, mode TEXT,      -- codes of PLOVER, NULL: it has none\n" \
  "  context TEXT,               -- joined by blanks\n"                   \
  "  cameo TEXT                  -- code of CAMEO\n"                      \
  ");\n"

#define ALIAS                                                            \
  "CREATE TABLE alias( -- how it is written, and how often\n"            \
  "  entity INTEGER NOT NULL REFERENCES entity(id),\n"                   \
  "  text TEXT NOT NULL,\n"                                              \
  "  key INTEGER NOT NULL,       -- hash of its letters without marks\n" \
  "  n INTEGER NOT NULL,         -- mentions\n"                          \
  "  PRIMARY KEY(entity, text)\n"                                        \
  ") WITHOUT ROWID;\n"                                                   \
  "CREATE INDEX alias_key ON alias(key);\n"

static const char *const tables[] = {
    "CREATE TABLE meta( -- what this file is\n"
    "  key TEXT PRIMARY KEY, value TEXT NOT NULL\n"
    ") WITHOUT ROWID;\n",

    "CREATE TABLE document( -- one article; its text stands in `sentence`\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  name TEXT NOT NULL UNIQUE,  -- its id outside, as in DOC:f3\n"
    "  title TEXT NOT NULL,\n"
    "  date TEXT,                  -- publication date, NULL: unknown\n"
    "  day INTEGER,                -- the same as days since 1970-01-01\n"
    "  path TEXT, url TEXT,        -- where it came from\n"
    "  form TEXT NOT NULL,         -- raw or seg (word-segmented)\n"
    "  model TEXT NOT NULL,        -- model that read it, '' without one\n"
    "  program TEXT NOT NULL,      -- version of the program that read it\n"
    "  hash INTEGER NOT NULL,      -- of text and date\n"
    "  origin INTEGER NOT NULL,    -- document that stands for its source:\n"
    "                              -- near-copies share it\n"
    "  bytes INTEGER NOT NULL,     -- length of the text\n"
    "  first INTEGER NOT NULL,     -- its sentences are first ...\n"
    "  last INTEGER NOT NULL,      -- ... to last, in order\n"
    "  first_fact INTEGER NOT NULL, -- and its facts likewise\n"
    "  last_fact INTEGER NOT NULL,\n"
    "  head TEXT NOT NULL          -- what stands before the first sentence\n"
    ");\n"
    "CREATE INDEX document_hash ON document(hash);\n"
    "CREATE INDEX document_origin ON document(origin) "
    "WHERE origin <> id; -- near-copies, which are few\n",

    "CREATE TABLE sentence( -- head, text, gap, text, gap ... is the "
    "document,\n"
    "                       -- byte for byte\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  document INTEGER NOT NULL REFERENCES document(id),\n"
    "  kind TEXT NOT NULL,         -- title caption credit byline; '', body\n"
    "  start INTEGER NOT NULL,     -- where it begins, in bytes\n"
    "  char INTEGER NOT NULL,      -- and in code points\n"
    "  text TEXT NOT NULL,         -- a BLOB if it is not clean UTF-8\n"
    "  gap TEXT NOT NULL,          -- what stands before the next one\n"
    "  joins BLOB                  -- bit i: a word joins syllable i to the\n"
    "                              -- one before; NULL: no words were cut\n"
    ");\n",

    "CREATE TABLE entity( -- who or what is named\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  ref TEXT NOT NULL UNIQUE,   -- gpe:JPN  per:Võ Văn Thưởng  org:asean\n"
    "  type TEXT NOT NULL          -- PER GPE LOC ORG FORUM ... SECTOR\n"
    ");\n" ALIAS
    "CREATE TABLE mention( -- where it is named\n"
    "  sentence INTEGER NOT NULL REFERENCES sentence(id),\n"
    "  start INTEGER NOT NULL,     -- bytes of the sentence\n"
    "  entity INTEGER NOT NULL REFERENCES entity(id),\n"
    "  length INTEGER NOT NULL,\n"
    "  named INTEGER NOT NULL,     -- 1: by name; 0: ông, hai nước, a title\n"
    "  PRIMARY KEY(sentence, start, entity)\n"
    ") WITHOUT ROWID;\n"
    "CREATE TABLE appearance( -- in which documents, and how often\n"
    "  entity INTEGER NOT NULL REFERENCES entity(id),\n"
    "  document INTEGER NOT NULL REFERENCES document(id),\n"
    "  n INTEGER NOT NULL,\n"
    "  PRIMARY KEY(entity, document)\n"
    ") WITHOUT ROWID;\n",

    "CREATE TABLE fact( -- as one document states it\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  document INTEGER NOT NULL REFERENCES document(id),\n"
    "  n INTEGER NOT NULL,         -- f1, f2 ... in the document\n"
    "  claim INTEGER NOT NULL REFERENCES claim(id),\n"
    "  kind_no INTEGER NOT NULL,   -- numbers of the next two\n"
    "  modality_no INTEGER NOT NULL,\n"
    "  " KIND
    ",\n"
    "  " MODALITY
    ",\n"
    "  date TEXT,                  -- ISO 8601, X for unknown digits\n"
    "  " PRECISION
    ",\n"
    "  confidence INTEGER NOT NULL, -- percent\n"
    "  derived INTEGER NOT NULL,   -- 1: follows by arithmetic\n"
    "  part_of INTEGER,            -- number of another fact of the document\n"
    "  timed INTEGER NOT NULL,     -- 0: an office at no known time, which\n"
    "                              -- does not count as a source\n"
    "  weight INTEGER NOT NULL,    -- how full a statement it is\n"
    "  reading INTEGER             -- row of reading\n"
    ");\n" READING
    "CREATE INDEX fact_claim ON fact(claim);\n"
    "CREATE TABLE argument( -- who, whom, what, where, how much\n"
    "  fact INTEGER NOT NULL REFERENCES fact(id),\n"
    "  n INTEGER NOT NULL,\n"
    "  slot TEXT NOT NULL,\n"
    "  entity INTEGER REFERENCES entity(id),\n"
    "  country INTEGER REFERENCES entity(id), -- of that entity, if said\n"
    "  code TEXT, number TEXT,\n"
    "  other INTEGER,              -- number of another fact of the document\n"
    "  start INTEGER, end INTEGER, -- where it is read; NULL: implied\n"
    "  text TEXT,                  -- the words, where they name no entity\n"
    "  implicit INTEGER NOT NULL,  -- 1: not in the sentence that states it\n"
    "  PRIMARY KEY(fact, n)\n"
    ") WITHOUT ROWID;\n"
    "CREATE TABLE speaker( -- who says so\n"
    "  fact INTEGER NOT NULL REFERENCES fact(id),\n"
    "  n INTEGER NOT NULL,\n"
    "  entity INTEGER NOT NULL REFERENCES entity(id),\n"
    "  PRIMARY KEY(fact, n)\n"
    ") WITHOUT ROWID;\n"
    "CREATE TABLE evidence( -- the sentences that state it\n"
    "  fact INTEGER NOT NULL REFERENCES fact(id),\n"
    "  n INTEGER NOT NULL,\n"
    "  sentence INTEGER NOT NULL REFERENCES sentence(id),\n"
    "  PRIMARY KEY(fact, n)\n"
    ") WITHOUT ROWID;\n",

    "CREATE TABLE claim( -- facts with the same kind, core slots and date\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  block INTEGER NOT NULL,     -- hash of kind and what must be equal\n"
    "  core TEXT NOT NULL,         -- those slots as text, if there may be a\n"
    "                              -- history of it\n"
    "  time TEXT NOT NULL,         -- date; ~date: published then; '': none\n"
    "  rest TEXT NOT NULL,         -- what must agree where both say it\n"
    "  lo INTEGER, hi INTEGER,     -- days in which others may agree\n"
    "  topic INTEGER, value TEXT,  -- see proposition\n"
    "  proposition INTEGER NOT NULL REFERENCES proposition(id)\n"
    ");\n"
    "CREATE INDEX claim_block ON claim(block, lo);\n"
    "CREATE INDEX claim_proposition ON claim(proposition);\n"
    "CREATE TABLE party( -- who is concerned by a claim\n"
    "  entity INTEGER NOT NULL REFERENCES entity(id),\n"
    "  claim INTEGER NOT NULL REFERENCES claim(id),\n"
    "  role INTEGER NOT NULL,      -- 1 argument, 2 its country, 3 named in "
    "the\n"
    "                              -- sentence\n"
    "  PRIMARY KEY(claim, entity)\n"
    ") WITHOUT ROWID;\n",

    "CREATE TABLE proposition( -- claims that agree: one thing said\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  kind_no INTEGER NOT NULL,   -- numbers of the next two\n"
    "  modality_no INTEGER NOT NULL,\n"
    "  " KIND
    ",\n"
    "  " MODALITY
    ",\n"
    "  hash INTEGER NOT NULL,      -- of its finest claim; upper bits: block\n"
    "  " KEY
    ", -- its stable name\n"
    "  date TEXT,                  -- the finest that is stated\n"
    "  " PRECISION
    ",\n"
    "  lo INTEGER, hi INTEGER,     -- its days since 1970-01-01\n"
    "  sources INTEGER NOT NULL,   -- independent ones; 0: at no known time\n"
    "  documents INTEGER NOT NULL,\n"
    "  facts INTEGER NOT NULL,\n"
    "  first_day INTEGER, last_day INTEGER, -- published; an office: seen\n"
    "  fact INTEGER NOT NULL,      -- the fullest statement\n"
    "  topic INTEGER,              -- what it is about: two values for one\n"
    "  value TEXT,                 -- topic contradict each other\n"
    "  ranked INTEGER,             -- its rank in concern; -1099511627776, 1,\n"
    "                              -- NULL: not yet\n"
    "  disputed INTEGER NOT NULL DEFAULT 0 -- 1: another contradicts it\n"
    ");\n"
    "CREATE INDEX proposition_topic ON proposition(topic) "
    "WHERE topic IS NOT NULL;\n" CONCERN,

    "CREATE TABLE shingle( -- marks of a text, equal in near-copies\n"
    "  hash INTEGER NOT NULL,\n"
    "  document INTEGER NOT NULL REFERENCES document(id),\n"
    "  PRIMARY KEY(hash, document)\n"
    ") WITHOUT ROWID;\n",

    "CREATE TABLE syllable( -- every written form, by its letters\n"
    "  blind TEXT NOT NULL, exact TEXT NOT NULL,\n"
    "  PRIMARY KEY(blind, exact)\n"
    ") WITHOUT ROWID;\n"
    "CREATE TABLE waiting( -- documents that are not yet in search, alias,\n"
    "                      -- appearance, concern, shingle\n"
    "  document INTEGER PRIMARY KEY\n"
    ");\n"
    "CREATE VIRTUAL TABLE search USING fts5(\n"
    "  text, content='', columnsize=0, tokenize='truc');\n",
    NULL};

void truc__schema_create(truc_ledger *l) {
  char sql[512];
  for (size_t i = 0; tables[i]; i++) truc__script(l, tables[i]);
  truc__views_create(l);
  sqlite3_snprintf(sizeof sql, sql,
                   "INSERT INTO meta VALUES('made_by', 'truc %s'),"
                   "('about', 'sourced record of relations between countries; "
                   "see the views statement, timeline, conflict');"
                   "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                   TRUC_VERSION, TRUC__APPLICATION_ID, TRUC_LEDGER_SCHEMA);
  truc__script(l, sql);
}

#define NUMBERED(table) \
  "ALTER TABLE " table " ADD COLUMN kind_no INTEGER NOT NULL DEFAULT 0;"  \
  "ALTER TABLE " table " ADD COLUMN modality_no INTEGER NOT NULL DEFAULT " \
  "0; UPDATE " table " SET kind_no = CASE kind" KINDS(NUMBER) " END, "     \
  "modality_no = CASE modality" MODALITIES(NUMBER) " ELSE 0 END;"          \
  "ALTER TABLE " table " DROP COLUMN kind;"                                \
  "ALTER TABLE " table " DROP COLUMN modality;"                            \
  "ALTER TABLE " table " DROP COLUMN precision;"                           \
  "ALTER TABLE " table " ADD COLUMN " PRECISION ";"                        \
  "ALTER TABLE " table " ADD COLUMN " KIND ";"                             \
  "ALTER TABLE " table " ADD COLUMN " MODALITY ";"

/* Step i brings version i + 1 to version i + 2. */
static const char *const steps[] = {
    /* 2: codes of event data; what is there is read again when it is added
    ** again. */
    "ALTER TABLE fact ADD COLUMN event TEXT;"
    "ALTER TABLE fact ADD COLUMN mode TEXT;"
    "ALTER TABLE fact ADD COLUMN context TEXT;"
    "ALTER TABLE fact ADD COLUMN cameo TEXT;"
    "UPDATE document SET program = '';",
    /* 3: views of histories. */
    "",
    /* 4: which syllables words join; likewise read again. */
    "ALTER TABLE sentence ADD COLUMN joins BLOB;"
    "UPDATE document SET program = '';",
    /* 5: who is concerned, in the order in which it is shown; what can be
    ** worked out is stored once. */
    "ALTER TABLE proposition ADD COLUMN ranked INTEGER;"
    "ALTER TABLE proposition ADD COLUMN disputed INTEGER NOT NULL DEFAULT 0;"
    "UPDATE proposition SET ranked = 1;"
    "DROP TABLE concern;" CONCERN
    "DROP INDEX evidence_sentence;"
    "UPDATE claim SET core = '' WHERE id IN (SELECT claim FROM fact WHERE "
    "kind NOT IN ('RANKING', 'AMOUNT', 'MILESTONE', 'COOPERATION', "
    "'AGREEMENT', 'OFFICE'));"
    "ALTER TABLE proposition DROP COLUMN summary;"
    "UPDATE argument SET text = NULL WHERE entity IS NOT NULL "
    "AND entity NOT IN (SELECT id FROM entity WHERE type = 'SECTOR') "
    "AND EXISTS (SELECT 1 FROM fact f "
    "CROSS JOIN document d ON d.id = f.document CROSS JOIN sentence s "
    "ON s.id BETWEEN d.first AND d.last WHERE f.id = argument.fact "
    "AND s.start <= argument.start "
    "AND argument.end <= s.start + length(CAST(s.text AS BLOB)));",
    /* 6: what many share is stored once. */
    READING
    "INSERT INTO reading(pattern, basis, event, mode, context, cameo) "
    "SELECT DISTINCT pattern, basis, event, mode, context, cameo FROM fact;"
    "CREATE INDEX reading_all ON reading(pattern, basis, event, mode);"
    "ALTER TABLE fact ADD COLUMN reading INTEGER;"
    "UPDATE fact SET reading = (SELECT r.id FROM reading r "
    "WHERE r.pattern IS fact.pattern AND r.basis IS fact.basis "
    "AND r.event IS fact.event AND r.mode IS fact.mode "
    "AND r.context IS fact.context AND r.cameo IS fact.cameo);"
    "DROP INDEX reading_all;"
    "ALTER TABLE fact DROP COLUMN pattern; ALTER TABLE fact DROP COLUMN basis;"
    "ALTER TABLE fact DROP COLUMN event; ALTER TABLE fact DROP COLUMN mode;"
    "ALTER TABLE fact DROP COLUMN context; ALTER TABLE fact DROP COLUMN cameo;"
    "DROP INDEX alias_key; ALTER TABLE alias RENAME TO alias_before;" ALIAS
    "INSERT INTO alias SELECT entity, text, truc_key(key), n FROM alias_before;"
    "DROP TABLE alias_before;",
    /* 7: kinds and modalities as numbers, precision worked out. */
    "ALTER TABLE proposition DROP COLUMN key;" NUMBERED("fact")
        NUMBERED("proposition") "ALTER TABLE proposition ADD COLUMN " KEY ";",
    NULL};
#define NSTEPS (sizeof steps / sizeof steps[0] - 1)
_Static_assert(NSTEPS + 1 == TRUC_LEDGER_SCHEMA, "a step for every version");

/* truc_key(letters): the hash in alias.key. */
static void key_function(sqlite3_context *c, int n, sqlite3_value **v) {
  (void)n;
  const char *s = (const char *)sqlite3_value_text(v[0]);
  size_t len = (size_t)sqlite3_value_bytes(v[0]);
  sqlite3_result_int64(c, truc__name_key(s ? s : "", s ? len : 0));
}

void truc__schema_migrate(truc_ledger *l, int from) {
  char sql[64];
  int rc = sqlite3_create_function(l->db, "truc_key", 1, SQLITE_UTF8, NULL,
                                   key_function, NULL, NULL);
  if (rc) truc__sql_fail(l, rc, "writing to the ledger");
  truc__views_drop(l);
  l->unranked = true;
  for (int v = from; v < TRUC_LEDGER_SCHEMA; v++) truc__script(l, steps[v - 1]);
  truc__views_create(l);
  sqlite3_snprintf(sizeof sql, sql, "PRAGMA user_version = %d",
                   TRUC_LEDGER_SCHEMA);
  truc__script(l, sql);
}

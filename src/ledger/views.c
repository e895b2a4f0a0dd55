/* SPDX-License-Identifier: Apache-2.0 */
/* views.c - the tables, joined for people. */
#include <stdio.h>

#include "ledger/ledger.h"

/* What a fact says in one line: "visitor Tô Lâm; host MYS". */
#define SUMMARY(fact)                                                         \
  "(SELECT group_concat(said, '; ') FROM (SELECT x.slot || ' ' ||\n"          \
  "    group_concat(coalesce(substr(e.ref, instr(e.ref, ':') + 1), x.code,\n" \
  "      x.number, x.text), ', ') AS said\n"                                  \
  "    FROM argument x LEFT JOIN entity e ON e.id = x.entity\n"               \
  "    WHERE x.fact = " fact " GROUP BY x.slot ORDER BY min(x.n)))"

/* Joins for people; the program itself uses only `conflict` and `summary`. */
static const char *const views[] = {
    "CREATE VIEW entity_name AS -- the full name of a person, else the\n"
    "                           -- commonest form\n"
    "  SELECT e.id AS entity, e.ref, e.type,\n"
    "    coalesce((SELECT a.text FROM alias a\n"
    "              WHERE a.entity = e.id AND e.type <> 'PER'\n"
    "              ORDER BY a.n DESC, a.text LIMIT 1),\n"
    "             substr(e.ref, instr(e.ref, ':') + 1)) AS name,\n"
    "    (SELECT sum(a.n) FROM alias a WHERE a.entity = e.id) AS mentions\n"
    "  FROM entity e;\n",

    "CREATE VIEW summary AS -- every proposition in one line\n"
    "  SELECT p.id, p.key AS proposition, p.kind, p.date, p.sources,\n"
    "    " SUMMARY("p.fact") " AS summary\n"
    "  FROM proposition p;\n",

    "CREATE VIEW proposition_fact AS -- which facts make a proposition\n"
    "  SELECT p.key AS proposition, f.id AS fact,\n"
    "    d.name || ':f' || f.n AS member, d.origin AS source\n"
    "  FROM proposition p JOIN claim c ON c.proposition = p.id\n"
    "  JOIN fact f ON f.claim = c.id JOIN document d ON d.id = f.document;\n",

    "CREATE VIEW statement AS -- what each sentence states\n"
    "  SELECT p.key AS proposition, " SUMMARY("p.fact") " AS summary,\n"
    "    p.sources, d.name AS document,\n"
    "    d.date AS published, f.n AS fact, f.modality, f.date, s.text\n"
    "  FROM proposition p JOIN claim c ON c.proposition = p.id\n"
    "  JOIN fact f ON f.claim = c.id JOIN document d ON d.id = f.document\n"
    "  JOIN evidence e ON e.fact = f.id JOIN sentence s ON s.id = "
    "e.sentence;\n",

    "CREATE VIEW source AS -- documents that are independent of each other\n"
    "  SELECT origin AS source, count(*) AS documents, min(date) AS first,\n"
    "    min(title) AS title\n"
    "  FROM document GROUP BY origin;\n",

    "CREATE VIEW timeline AS -- dated propositions in order\n"
    "  SELECT date, kind, modality, " SUMMARY("p.fact") " AS summary,\n"
    "    sources, key AS proposition\n"
    "  FROM proposition p WHERE date IS NOT NULL ORDER BY lo, hi;\n",

    "CREATE VIEW conflict AS -- two values for one thing at one time\n"
    "  SELECT a.id AS a, b.id AS b, a.key AS proposition, b.key AS other,\n"
    "    a.kind, " SUMMARY("a.fact") " AS summary, a.value, a.sources,\n"
    "    " SUMMARY("b.fact") " AS other_summary,\n"
    "    b.value AS other_value, b.sources AS other_sources\n"
    "  FROM proposition a JOIN proposition b\n"
    "    ON b.topic = a.topic AND b.id <> a.id AND b.value <> a.value\n"
    "  WHERE a.topic IS NOT NULL AND b.topic IS NOT NULL\n"
    "    AND b.kind = a.kind\n"
    "    AND CASE\n"
    "      WHEN a.kind = 'MILESTONE' THEN -- neither date holds the other\n"
    "        NOT (a.lo <= b.lo AND b.hi <= a.hi)\n"
    "        AND NOT (b.lo <= a.lo AND a.hi <= b.hi)\n"
    "      WHEN a.kind = 'VISIT' THEN -- nearly the same days\n"
    "        a.lo <= b.hi + 5 AND b.lo <= a.hi + 5\n"
    "        AND NOT (a.lo <= b.lo AND b.hi <= a.hi)\n"
    "        AND NOT (b.lo <= a.lo AND a.hi <= b.hi)\n"
    "      ELSE -- said of one time: by its dates, else by those of the "
    "press;\n"
    "        -- a sum of no known time contradicts none\n"
    "        coalesce(a.lo, a.first_day, -1e9)\n"
    "          <= coalesce(b.hi, b.last_day, 1e9) + iif(b.hi IS NULL, 200, 0)\n"
    "        AND coalesce(b.lo, b.first_day, -1e9)\n"
    "          <= coalesce(a.hi, a.last_day, 1e9) + iif(a.hi IS NULL, 200, 0)\n"
    "        AND (a.kind <> 'AMOUNT' OR coalesce(a.lo, a.first_day)\n"
    "          + coalesce(b.lo, b.first_day) IS NOT NULL)\n"
    "        AND (a.kind <> 'AMOUNT' -- about 30 and 30.2 are no conflict\n"
    "          OR abs(a.value - b.value) > 0.05 * max(abs(a.value),\n"
    "                                                 abs(b.value)))\n"
    "      END\n"
    "    AND NOT EXISTS ( -- one text that says both means two things\n"
    "      SELECT 1 FROM claim ca JOIN fact fa ON fa.claim = ca.id\n"
    "        JOIN fact fb ON fb.document = fa.document\n"
    "        JOIN claim cb ON cb.id = fb.claim\n"
    "      WHERE ca.proposition = a.id AND cb.proposition = b.id);\n",

    "CREATE VIEW partial AS -- lists that share some of their items\n"
    "  SELECT a.id AS a, b.id AS b, a.key AS proposition, b.key AS other,\n"
    "    a.kind, " SUMMARY("a.fact") " AS summary,\n"
    "    " SUMMARY("b.fact") " AS other_summary\n"
    "  FROM proposition a JOIN proposition b\n"
    "    ON b.topic = a.topic AND b.id <> a.id\n"
    "  WHERE a.topic IS NOT NULL AND b.topic IS NOT NULL\n"
    "    AND a.value IS NULL AND b.value IS NULL\n"
    "    AND EXISTS (SELECT 1 FROM argument x JOIN argument y\n"
    "      ON y.entity = x.entity AND y.slot = x.slot\n"
    "      WHERE x.fact = a.fact AND y.fact = b.fact\n"
    "      AND x.slot IN ('sectors', 'forums'));\n",

    "CREATE VIEW rank_history AS -- a place among others over the years\n"
    "  SELECT s.ref AS subject, d.ref AS domain, r.ref AS relative_to,\n"
    "    coalesce(iif(f.date GLOB '[12]*', substr(f.date, 1, 4), NULL),\n"
    "      strftime('%Y', p.first_day * 86400, 'unixepoch')) AS year,\n"
    "      -- said of, else said in\n"
    "    CAST(n.number AS INTEGER) AS rank, p.modality, p.sources,\n"
    "    p.key AS proposition\n"
    "  FROM proposition p JOIN fact f ON f.id = p.fact\n"
    "  JOIN argument n ON n.fact = p.fact AND n.slot = 'rank'\n"
    "  JOIN argument sa ON sa.fact = p.fact AND sa.slot = 'subject'\n"
    "  JOIN entity s ON s.id = sa.entity\n"
    "  LEFT JOIN argument da ON da.fact = p.fact AND da.slot = 'domain'\n"
    "  LEFT JOIN entity d ON d.id = da.entity\n"
    "  LEFT JOIN argument ra ON ra.fact = p.fact AND ra.slot = "
    "'relative_to'\n"
    "  LEFT JOIN entity r ON r.id = ra.entity\n"
    "  WHERE p.kind = 'RANKING' AND n.number IS NOT NULL\n"
    "  ORDER BY s.ref, d.ref, r.ref, year, p.sources DESC;\n",

    "CREATE VIEW relation_ladder AS -- how far two have come, step by step\n"
    "  SELECT a.ref AS a, b.ref AS b, p.date, coalesce(o.code, t.code) AS "
    "step,\n"
    "    p.modality, p.sources, p.key AS proposition\n"
    "  FROM proposition p\n"
    "  JOIN argument t ON t.fact = p.fact AND t.slot = 'type'\n"
    "  JOIN argument aa ON aa.fact = p.fact AND aa.slot = 'parties'\n"
    "  JOIN entity a ON a.id = aa.entity\n"
    "  JOIN argument ba ON ba.fact = p.fact AND ba.slot = 'parties'\n"
    "  JOIN entity b ON b.id = ba.entity AND b.ref > a.ref\n"
    "  LEFT JOIN argument o ON o.fact = p.fact AND o.slot = 'of'\n"
    "  WHERE p.kind = 'MILESTONE'\n"
    "    AND t.code IN ('establishment', 'normalisation', 'upgrade')\n"
    "  ORDER BY a.ref, b.ref, p.lo IS NULL, p.lo, p.sources DESC;\n",

    "CREATE VIEW plan_history AS -- when one plan of cooperation was first\n"
    "                            -- wished, planned, agreed, and done\n"
    "  SELECT (SELECT group_concat(ref, ' ') FROM (SELECT DISTINCT e.ref\n"
    "      FROM argument x JOIN entity e ON e.id = x.entity\n"
    "      WHERE x.fact = p.fact AND x.slot IN ('parties', 'sectors')\n"
    "      ORDER BY e.ref)) AS plan,\n"
    "    date(min(iif(p.modality = 'desired', p.first_day, NULL)) * 86400,\n"
    "      'unixepoch') AS wished,\n"
    "    date(min(iif(p.modality IN ('planned', 'expected'), p.first_day,\n"
    "      NULL)) * 86400, 'unixepoch') AS planned,\n"
    "    date(min(iif(p.modality = 'agreed', p.first_day, NULL)) * 86400,\n"
    "      'unixepoch') AS agreed,\n"
    "    date(min(iif(p.modality = 'actual', p.first_day, NULL)) * 86400,\n"
    "      'unixepoch') AS done,\n"
    "    sum(p.sources) AS sources, count(DISTINCT p.modality) AS stages\n"
    "  FROM proposition p WHERE p.kind = 'COOPERATION'\n"
    "  GROUP BY plan HAVING stages > 1;\n",

    "CREATE VIEW agreement_history AS -- negotiated, signed, ratified, in "
    "force\n"
    "  SELECT (SELECT group_concat(ref, ' ') FROM (SELECT e.ref\n"
    "      FROM argument x JOIN entity e ON e.id = x.entity\n"
    "      WHERE x.fact = p.fact AND x.slot = 'parties' ORDER BY e.ref))\n"
    "      AS parties, i.text AS instrument, t.code AS action, p.modality,\n"
    "    p.date, date(p.first_day * 86400, 'unixepoch') AS first_said,\n"
    "    p.sources, p.key AS proposition\n"
    "  FROM proposition p\n"
    "  JOIN argument t ON t.fact = p.fact AND t.slot = 'action'\n"
    "  LEFT JOIN argument i ON i.fact = p.fact AND i.slot = 'instrument'\n"
    "  WHERE p.kind = 'AGREEMENT'\n"
    "  ORDER BY parties, instrument, coalesce(p.lo, p.first_day);\n",

    "CREATE VIEW office_holder AS -- who held it, first and last seen\n"
    "  SELECT o.ref AS office, c.ref AS country, g.ref AS org, h.ref AS "
    "person,\n"
    "    date(p.first_day * 86400, 'unixepoch') AS first_seen,\n"
    "    date(p.last_day * 86400, 'unixepoch') AS last_seen,\n"
    "    p.documents, p.sources, p.key AS proposition\n"
    "  FROM proposition p\n"
    "  JOIN argument oa ON oa.fact = p.fact AND oa.slot = 'office'\n"
    "  JOIN entity o ON o.id = oa.entity\n"
    "  JOIN argument ha ON ha.fact = p.fact AND ha.slot = 'person'\n"
    "  JOIN entity h ON h.id = ha.entity\n"
    "  LEFT JOIN argument ca ON ca.fact = p.fact AND ca.slot = 'country'\n"
    "  LEFT JOIN entity c ON c.id = ca.entity\n"
    "  LEFT JOIN argument ga ON ga.fact = p.fact AND ga.slot = 'org'\n"
    "  LEFT JOIN entity g ON g.id = ga.entity\n"
    "  WHERE p.kind = 'OFFICE'\n"
    "  ORDER BY c.ref, g.ref, o.ref, p.first_day;\n",
    NULL};

void truc__views_create(truc_ledger *l) {
  for (size_t i = 0; views[i]; i++) truc__script(l, views[i]);
}

/* Views hold nothing: every version makes its own. */
void truc__views_drop(truc_ledger *l) {
  for (size_t i = 0; views[i]; i++) {
    char name[48], sql[80];
    if (sscanf(views[i], "CREATE VIEW %47s", name) != 1) continue;
    sqlite3_snprintf(sizeof sql, sql, "DROP VIEW IF EXISTS %s", name);
    truc__script(l, sql);
  }
}

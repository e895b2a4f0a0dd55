/* SPDX-License-Identifier: Apache-2.0
**
** export_test.c - every format against its own rules.
**
** The documents say things that formats stumble over: marks of XML, JSON and
** iCalendar, controls, bytes that are no UTF-8, long lines of two-byte letters,
** dates that are not known to the day, people with nobody on the other side.
*/
#include "test/unit/ledger_docs.h"

static const sample samples[] = {
    {"v<1>", "2024-11-22",
     "Chuyến thăm\nÔng Tô Lâm thăm Malaysia; \"tình hữu nghị\", \\ & <b>niềm "
     "tin</b> giữa hai nước được nhắc lại nhiều lần trong suốt ba ngày làm "
     "việc ở thủ đô,\tnơi mưa lớn đổ xuống vào các buổi chiều "
     "🙂.\n",
     "VISIT;actual;2024-11-21/2024-11-23;visitor=per:Tô \"Lâm\" <&>;"
     "host=gpe:MYS;@2\n"
     "OFFICE;actual;2024-11-21;person=per:Tô \"Lâm\" <&>;office=office:Tổng "
     "Bí thư;country=gpe:VNM;@2\n"
     "OFFICE;actual;-;person=per:A;office=office:Bộ trưởng;org=org:bct;@2\n"},
    {"m", "2024-01-05",
     "Kỷ niệm\nViệt Nam và Nhật Bản \xff\x01 lập quan hệ năm ấy.\nHai nước sẽ "
     "ký, theo lời ông A.\n",
     "MILESTONE;actual;1973-09-21;parties=gpe:VNM;parties=gpe:JPN;"
     "type=#establishment;@2\n"
     "MILESTONE;actual;2023-09-21;parties=gpe:VNM;parties=gpe:JPN;"
     "type=#anniversary;years=50;@2\n"
     "AGREEMENT;planned;2024-02-29;parties=gpe:VNM;parties=gpe:JPN;"
     "parties=gpe:LAO;action=#sign;instrument='lập quan hệ;@3\n"
     "AGREEMENT;denied;2024-03-01;parties=gpe:VNM;parties=gpe:FRA;"
     "action=#sign;instrument='lập quan;@3\n"
     "VISIT;planned;XXXX-05-29;visitor=per:A;host=gpe:LAO;@3\n"
     "VISIT;actual;2020;visitor=per:B;host=gpe:FRA;phase=#arrival;@3\n"},
    {"c", NULL, "Hợp tác\nViệt Nam và Pháp hợp tác.\nNhật Bản đứng_thứ nhất.\n",
     "COOPERATION;agreed;-;parties=gpe:VNM;parties=gpe:FRA;"
     "sectors=sector:trade;@2\n"
     "RANKING;actual;2023;subject=gpe:JPN;rank=1;domain=sector:oda;"
     "relative_to=gpe:VNM;@3\n"
     "STATEMENT;actual;-;speaker=per:A;act=#say;@3\n"
     "AMOUNT;actual;2023;what=#trade;value=44;unit=#USD;@3\n"
     "CONTACT;actual;2024-12-31;actor=per:A;counterpart=per:B;form=#talks;"
     "place=loc:Huế;@2\n"
     "STATUS;actual;-;subject=gpe:VNM;subject=gpe:LAO;label=#good;@2\n"
     "MILESTONE;desired;2025-01-01;parties=gpe:VNM;parties=gpe:FRA;"
     "type=#upgrade;@2\n"},
};
#define NSAMPLES (sizeof samples / sizeof samples[0])

static truc_ledger *filled(bool backwards) {
  truc_ledger *l = in_memory();
  for (size_t i = 0; i < NSAMPLES; i++)
    add(l, &samples[backwards ? NSAMPLES - 1 - i : i]);
  return l;
}

static char *exported(truc_export_format f) {
  truc_ledger *l = filled(false);
  char *s = dump(l, f);
  close_checked(l);
  return s;
}

static int times(const char *s, const char *what) {
  int n = 0;
  for (; (s = strstr(s, what)) != NULL; s += strlen(what)) n++;
  return n;
}

static void assert_has(const char *s, const char *what) {
  if (!strstr(s, what)) fail_msg("no '%s' in:\n%s", what, s);
}

static void assert_utf8(const char *s, size_t n) {
  for (size_t i = 0; i < n;) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0) fail_msg("no UTF-8: %.*s", (int)n, s);
  }
}

/* Cuts off the next line; NULL at the end. */
static char *next_line(char **s) {
  char *line = *s, *end = strchr(line, '\n');
  if (!end) {
    assert_string_equal(line, ""); /* the last line ends, too */
    return NULL;
  }
  *end = '\0';
  *s = end + 1;
  return line;
}

/* -------------------------------------------------------------------- JSON */

/* The whole of it is one JSON object; which of the keys (at any depth) are
** there, as bits. */
static unsigned parse(const char *line, const char *const *keys) {
  truc__json j = {0};
  truc__jtype t;
  unsigned found = 0;
  truc__json_init(&j, line, strlen(line));
  while ((t = truc__json_next(&j)) != JSON_END) {
    if (t == JSON_ERROR) fail_msg("%s in %s", j.error, line);
    for (unsigned k = 0; t == JSON_KEY && keys[k]; k++)
      if (!strcmp(keys[k], j.str.p ? j.str.p : "")) found |= 1u << k;
  }
  truc__json_release(&j);
  assert_utf8(line, strlen(line));
  assert_int_equal(line[0], '{');
  return found;
}

static void test_jsonl(void **state) {
  static const char *const keys[] = {"id", "kind", "args", "evidence", NULL};
  char *all = exported(TRUC_EXPORT_JSONL), *s = all, *line;
  (void)state;
  while ((line = next_line(&s))) assert_int_equal(parse(line, keys), 15);
  free(all);
}

static void test_plover(void **state) {
  static const char *const keys[] = {"id",        "date", "actor", "event",
                                     "recipient", "mode", NULL};
  char *all = exported(TRUC_EXPORT_PLOVER), *s = all, *line;
  (void)state;
  assert_has(all, "\"date\":\"2024-11-21\",\"enddate\":\"2024-11-23\"");
  assert_has(all, "\"event\":[\"CONSULT\"],\"mode\":[\"visit\"]");
  assert_has(all, "\"entity_text\":\"Tô \\\"Lâm\\\" <&>\"");
  assert_null(strstr(all, "RANKING"));
  assert_null(strstr(all, "anniversary"));
  while ((line = next_line(&s))) {
    assert_int_equal(parse(line, keys), 63);
    assert_null(strstr(line, "XXXX"));
  }
  free(all);
}

static void test_tsv(void **state) {
  char *all = exported(TRUC_EXPORT_TSV), *s = all, *line = next_line(&s);
  int columns = times(line, "\t");
  (void)state;
  assert_true(columns > 20);
  while ((line = next_line(&s))) assert_int_equal(times(line, "\t"), columns);
  free(all);
}

/* --------------------------------------------------------------------- FTM */

static const struct {
  const char *schema, *needs[2];
} ftm[] = {{"Person", {"name", NULL}},
           {"PublicBody", {"name", NULL}},
           {"Organization", {"name", NULL}},
           {"Position", {"name", NULL}},
           {"Event", {"name", NULL}},
           {"Occupancy", {"holder", "post"}},
           {"UnknownLink", {"subject", "object"}}};

static void check_schema(const char *line) {
  char word[64];
  for (size_t i = 0; i < sizeof ftm / sizeof ftm[0]; i++) {
    snprintf(word, sizeof word, "\"schema\":\"%s\"", ftm[i].schema);
    if (!strstr(line, word)) continue;
    for (int k = 0; k < 2 && ftm[i].needs[k]; k++) {
      snprintf(word, sizeof word, "\"%s\":[\"", ftm[i].needs[k]);
      assert_has(line, word);
    }
    return;
  }
  fail_msg("no such schema: %s", line);
}

/* Every "truc-..." of a line is its own id or that of an earlier line. */
static void check_references(const char *line, truc__buf *ids) {
  const char *own = strstr(line, "\"truc-");
  assert_true(own == line + strlen("{\"id\":"));
  for (const char *s = own + 1; (s = strstr(s, "\"truc-")); s++) {
    char id[32];
    snprintf(id, sizeof id, "%.23s", s);
    assert_has(ids->p, id);
  }
  char id[32];
  snprintf(id, sizeof id, "%.23s", own);
  assert_null(strstr(ids->p, id));
  truc__buf_str(ids, id);
}

static void test_ftm(void **state) {
  static const char *const keys[] = {"id", "schema", "properties", NULL};
  char *all = exported(TRUC_EXPORT_FTM), *s = all, *line;
  truc__buf ids = {0};
  (void)state;
  truc__buf_str(&ids, " ");
  assert_has(all, "\"country\":[\"my\"]");
  assert_has(all,
             "\"startDate\":[\"2024-11-21\"],\"endDate\":[\"2024-11-23\"]");
  assert_null(strstr(all, "XXXX"));
  assert_has(all, " (desired)\"]"); /* no wish looks like a fact */
  assert_has(all, "\"description\":[\"v<1>, 2024-11-22: 1 source\"]");
  while ((line = next_line(&s))) {
    assert_int_equal(parse(line, keys), 7);
    check_schema(line);
    check_references(line, &ids);
  }
  truc__buf_release(&ids);
  free(all);
}

/* ------------------------------------------------------------------- GDELT */

static void check_row(char *line) {
  char *cell[64];
  int n = 0;
  assert_utf8(line, strlen(line));
  for (char *s = line; s && n < 64; n++) {
    cell[n] = s;
    s = strchr(s, '\t');
    if (s) *s++ = '\0';
  }
  assert_int_equal(n, 61);
  static const int numbers[] = {0, 1, 2, 3, 25, 29, 31, 32, 33, 59};
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    const char *c = cell[numbers[i]];
    assert_true(*c && strspn(c, "0123456789") == strlen(c));
  }
  assert_true(strtoull(cell[0], NULL, 10) <= INT64_MAX);
  assert_int_equal(strlen(cell[1]), 8);
  assert_int_equal(strlen(cell[59]), 14);
  assert_int_equal(strncmp(cell[1], cell[2], 6), 0);
  assert_true(*cell[6] && *cell[16]); /* names of both actors */
  assert_int_equal(strncmp(cell[26], cell[27], strlen(cell[27])), 0);
  assert_int_equal(strlen(cell[28]), 2); /* 02 keeps its zero */
  assert_true(*cell[60]);
}

static void test_gdelt(void **state) {
  char *all = exported(TRUC_EXPORT_GDELT), *s = all, *line;
  (void)state;
  assert_has(all, "\t20241121\t202411\t2024\t2024.8");
  assert_has(all, "\t20241231\t202412\t2024\t2024.9"); /* 360 and 1 of 365 */
  assert_has(all, "\t1\t042\t042\t04\t1\t\t1\t1\t1\t");
  int n = 0;
  for (; (line = next_line(&s)); n++) check_row(line);
  assert_true(n >= 4);
  free(all);
}

/* ----------------------------------------------------------------- GraphML */

/* The name of a tag: "/node", "edge". */
static size_t tag_name(const char *s) { return strcspn(s, " />\t\n?"); }

/* Text or an attribute: no bare marks, only the five entities. */
static void check_chars(const char *s, size_t n) {
  static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;",
                                         "&apos;"};
  assert_utf8(s, n);
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    assert_true(c >= ' ' || c == '\t' || c == '\n');
    assert_int_not_equal(c, '<');
    if (c != '&') continue;
    bool known = false;
    for (size_t k = 0; k < 5; k++)
      known |= !strncmp(s + i, entities[k], strlen(entities[k]));
    assert_true(known);
  }
}

/* Well-formed: tags nest, attributes are quoted, text is clean. */
static void check_xml(const char *s) {
  const char *open[16];
  int depth = 0;
  assert_int_equal(strncmp(s, "<?xml version=\"1.0\" ", 20), 0);
  for (s = strchr(s, '\n') + 1; *s;) {
    size_t text = strcspn(s, "<");
    check_chars(s, text);
    s += text;
    if (!*s) break;
    const char *end = strchr(s, '>');
    assert_non_null(end);
    size_t quotes = 0;
    for (const char *q = s; q < end; q++) quotes += *q == '"';
    assert_int_equal(quotes % 2, 0);
    if (s[1] == '/') {
      assert_true(depth > 0);
      size_t n = tag_name(open[--depth]);
      assert_int_equal(tag_name(s + 2), n);
      assert_int_equal(strncmp(open[depth], s + 2, n), 0);
    } else if (end[-1] != '/') {
      assert_true(depth < 16);
      open[depth++] = s + 1;
    }
    s = end + 1;
  }
  assert_int_equal(depth, 0);
}

static void test_graphml(void **state) {
  char *all = exported(TRUC_EXPORT_GRAPHML), *s = all, *line;
  int nodes = 0, edges = 0;
  (void)state;
  check_xml(all);
  assert_has(all, "Tô &quot;Lâm&quot; &lt;&amp;&gt;");
  while ((line = next_line(&s))) {
    int a = 0, b = 0;
    if (sscanf(line, "<node id=\"n%d\"", &a) == 1)
      assert_int_equal(a, ++nodes); /* each once, in order */
    if (sscanf(line, "<edge source=\"n%d\" target=\"n%d\"", &a, &b) == 2) {
      assert_true(a >= 1 && a <= nodes && b >= 1 && b <= nodes);
      edges++;
    }
  }
  assert_true(nodes >= 5 && edges >= 8);
  free(all);
}

/* --------------------------------------------------------------- iCalendar */

/* Lines end in CRLF and are no longer than 75 octets of whole characters;
** unfolds in place. */
static void unfold(char *s) {
  char *to = s;
  for (char *at = s; *at;) {
    char *end = strstr(at, "\r\n");
    assert_non_null(end);
    size_t n = (size_t)(end - at);
    assert_true(n > 0 && n <= 75);
    assert_utf8(at, n);
    for (size_t i = 0; i < n; i++) assert_true((unsigned char)at[i] >= ' ');
    if (*at == ' ') at++, n--, to--; /* over the line end before it */
    memmove(to, at, n);
    to += n;
    *to++ = '\n';
    at = end + 2;
  }
  *to = '\0';
}

typedef struct event {
  int uid, stamp, start, end, first, last;
} event;

static void check_property(const char *line, event *e) {
  if (!strncmp(line, "UID:", 4)) e->uid++;
  if (!strncmp(line, "DTSTAMP:", 8)) {
    e->stamp++;
    assert_int_equal(strlen(line), 8 + strlen("20240101T000000Z"));
    assert_string_equal(line + 16, "T000000Z");
  }
  e->start += sscanf(line, "DTSTART;VALUE=DATE:%8d", &e->first) == 1;
  e->end += sscanf(line, "DTEND;VALUE=DATE:%8d", &e->last) == 1;
  if (strncmp(line, "SUMMARY:", 8) && strncmp(line, "DESCRIPTION:", 12)) return;
  for (const char *s = strchr(line, ':') + 1; *s; s++) {
    if (*s == '\\') {
      s++;
      assert_non_null(strchr("\\;,nN", *s));
      assert_int_not_equal(*s, '\0');
    } else {
      assert_null(strchr(";,", *s));
    }
  }
}

static void test_ics(void **state) {
  char *all = exported(TRUC_EXPORT_ICS), *line;
  event e = {0};
  int n = 0;
  bool inside = false;
  (void)state;
  unfold(all);
  char *s = all;
  assert_has(all, "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:");
  assert_has(all,
             "DTSTAMP:20241122T000000Z\nDTSTART;VALUE=DATE:20241121\n"
             "DTEND;VALUE=DATE:20241124\n");
  assert_has(all, "DTEND;VALUE=DATE:20240301\n"); /* after a 29th of February */
  assert_has(all, "20230922\nSUMMARY:");          /* an anniversary: once */
  assert_has(all, "DTEND;VALUE=DATE:19730922\nRRULE:FREQ=YEARLY\n");
  assert_has(all, "\\, \\\\ & <b>niềm tin</b>");
  assert_has(all, "STATUS:TENTATIVE");
  assert_int_equal(times(all, "20240301"), 1); /* what is denied is not there */
  assert_int_equal(times(all, "RRULE"), 1);    /* a wish does not recur */
  while ((line = next_line(&s))) {
    if (!strcmp(line, "BEGIN:VEVENT")) {
      assert_false(inside);
      inside = true;
      e = (event){0};
    } else if (!strcmp(line, "END:VEVENT")) {
      assert_true(inside && e.uid == 1 && e.stamp == 1 && e.start == 1 &&
                  e.end == 1 && e.first < e.last);
      inside = false;
      n++;
    }
    check_property(line, &e);
    if (!*s) assert_string_equal(line, "END:VCALENDAR");
  }
  assert_int_equal(n, 5);
  free(all);
}

/* A calendar must hold an event: of nothing, nothing is made. */
static void test_empty(void **state) {
  truc_ledger *l = in_memory();
  (void)state;
  char *s = dump(l, TRUC_EXPORT_ICS);
  assert_string_equal(s, "");
  free(s);
  s = dump(l, TRUC_EXPORT_GRAPHML);
  check_xml(s);
  free(s);
  close_checked(l);
}

/* ---------------------------------------------------------------- Markdown */

static void test_md(void **state) {
  char *all = exported(TRUC_EXPORT_MD), *s = all, *line;
  (void)state;
  assert_int_equal(times(all, "## VISIT\n"), 1);
  assert_has(all, "\\<b\\>");
  while ((line = next_line(&s)))
    assert_true(!*line || !strncmp(line, "## ", 3) || !strncmp(line, "- ", 2) ||
                !strncmp(line, "  > ", 4));
  free(all);
}

/* ------------------------------------------------------------ all of them */

static int count_bytes(void *ctx, const char *s, size_t n) {
  (void)s;
  *(size_t *)ctx += n;
  return 0;
}

static int refuse(void *ctx, const char *s, size_t n) {
  (void)ctx;
  (void)s;
  (void)n;
  return 1;
}

static void test_counts(void **state) {
  truc_ledger *l = filled(false);
  truc_ledger_counts c;
  (void)state;
  assert_int_equal(truc_ledger_count(l, &c, NULL), TRUC_OK);
  for (unsigned f = 0; f < TRUC_NEXPORT; f++) {
    truc_export_format format = (truc_export_format)f;
    uint64_t n = 0, left = 0;
    size_t bytes = 0;
    assert_int_equal(truc_ledger_export(l, NULL, format, count_bytes, &bytes,
                                        &n, &left, NULL),
                     TRUC_OK);
    assert_int_equal(n + left, c.propositions);
    if (left) assert_true(*truc_export_lacks(format));
    assert_true(*truc_export_name(format));
    if (bytes)
      assert_int_equal(
          truc_ledger_export(l, NULL, format, refuse, NULL, NULL, NULL, NULL),
          TRUC_EIO);
  }
  assert_int_equal(
      truc_ledger_export(l, NULL, TRUC_NEXPORT, refuse, NULL, NULL, NULL, NULL),
      TRUC_EARG);
  close_checked(l);
}

/* -------------------------------------------------------------------- brat */

static int collect_bytes(void *ctx, const char *s, size_t n) {
  truc__buf_put(ctx, s, n);
  return 0;
}

/* Bytes of the file `name` of an archive, NULL if it is not there; every head
** on the way is checked. */
static char *file_of(const truc__buf *tar, const char *name) {
  assert_int_equal(tar->n % 512, 0);
  for (size_t i = 0; i + 512 <= tar->n && tar->p[i];) {
    const char *head = tar->p + i;
    uint64_t sum = 8 * ' ';
    for (int k = 0; k < 512; k++)
      if (k < 148 || k >= 156) sum += (unsigned char)head[k];
    assert_int_equal(strtoul(head + 148, NULL, 8), sum);
    assert_memory_equal(head + 257, "ustar\00000", 8);
    size_t n = strtoul(head + 124, NULL, 8);
    assert_true(i + 512 + n <= tar->n);
    if (!strcmp(head, name)) {
      char *s = calloc(1, n + 1);
      memcpy(s, head + 512, n);
      return s;
    }
    i += 512 + (n + 511) / 512 * 512;
  }
  return NULL;
}

/* Byte offset of a code point. */
static size_t byte_at(const char *s, unsigned long point) {
  size_t i = 0, n = strlen(s);
  for (; point && i < n; point--) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
  }
  return i;
}

/* "T1 <tab> TYPE 3 9;10 20 <tab> words": the words are those of the text, and
** no fragment runs over a line end. */
static void check_bound(const char *line, const char *text) {
  char words[1024] = "";
  const char *p = strchr(strchr(line, '\t'), ' '), *tab;
  assert_non_null(p);
  tab = strchr(p, '\t');
  assert_non_null(tab);
  while (p < tab) {
    char *end;
    unsigned long from = strtoul(p + 1, &end, 10), to = strtoul(end, &end, 10);
    size_t a = byte_at(text, from), b = byte_at(text, to);
    assert_true(to > from);
    assert_null(memchr(text + a, '\n', b - a));
    snprintf(words + strlen(words), sizeof words - strlen(words), "%s%.*s",
             *words ? " " : "", (int)(b - a), text + a);
    p = end;
    assert_true(*p == ';' || p == tab);
  }
  assert_string_equal(words, tab + 1);
}

/* Every reference is to an annotation that is there: "host:T2", "E3". */
static void check_references_to(const char *line, const char *ann) {
  for (const char *p = line; *p; p++) {
    if ((p[-1] != ':' && p[-1] != ' ') || (*p != 'T' && *p != 'E') ||
        p[1] < '0' || p[1] > '9')
      continue;
    char start[16];
    snprintf(start, sizeof start, "\n%.*s\t",
             1 + (int)strspn(p + 1, "0123456789"), p);
    if (!strstr(ann, start)) fail_msg("no %s for %s", start, line);
  }
}

static void check_standoff(const char *ann, const char *text) {
  char *copy = malloc(strlen(ann) + 2), *all = malloc(strlen(ann) + 2);
  char *s = copy, *line;
  strcpy(copy, ann);
  sprintf(all, "\n%s", ann);
  while ((line = next_line(&s))) {
    assert_non_null(strchr("TEA#", *line));
    if (*line == 'T')
      check_bound(line, text);
    else
      check_references_to(strchr(line, '\t') + 1, all);
  }
  free(copy);
  free(all);
}

static void test_brat(void **state) {
  truc_ledger *l = filled(false);
  truc__buf tar = {0};
  uint64_t n, left;
  char name[64];
  (void)state;
  assert_int_equal(truc_ledger_export(l, NULL, TRUC_EXPORT_BRAT, collect_bytes,
                                      &tar, &n, &left, NULL),
                   TRUC_OK);
  assert_true(n > 5 && left == 6); /* those of the text that is no UTF-8 */
  char *text = file_of(&tar, "c.txt"), *ann = file_of(&tar, "c.ann");
  char *conf = file_of(&tar, "annotation.conf");
  assert_non_null(text);
  assert_non_null(ann);
  assert_non_null(conf);
  check_standoff(ann, text);
  assert_has(ann, "\tModality E1 agreed\n");
  assert_has(conf, "[entities]\n");
  assert_has(conf, "\n[relations]\n");
  assert_has(conf, "\n[events]\n");
  assert_has(conf, "\n[attributes]\nModality\tArg:<EVENT>, Value:actual|");
  assert_null(file_of(&tar, "m.txt"));
  free(text);
  free(ann);
  snprintf(name, sizeof name, "v_1_-%08x.txt", (unsigned)truc__hash("v<1>", 4));
  text = file_of(&tar, name);
  memcpy(strrchr(name, '.'), ".ann", 5);
  ann = file_of(&tar, name);
  assert_non_null(text);
  assert_non_null(ann);
  check_standoff(ann, text);
  assert_has(ann, ";"); /* its sentence has a tab in it */
  free(text);
  free(ann);
  free(conf);
  truc__buf_release(&tar);
  close_checked(l);
}

/* ----------------------------------------------------------------- CoNLL-U */

/* Roles are seen in test/cli/ledger.t: the samples say few words.  Here:
** offsets that rise, and the form where `text` has it next: what is behind. */
static char *check_token(char *line, char *text, unsigned id, unsigned *last) {
  unsigned columns = 1, start, end;
  for (const char *c = line; *c; c++) columns += *c == '\t';
  assert_int_equal(columns, 10);
  assert_int_equal(strtoul(line, NULL, 10), id);
  char *form = strchr(line, '\t') + 1, *misc = strrchr(line, '\t') + 1;
  form[strcspn(form, "\t")] = '\0';
  assert_non_null(text);
  assert_true(!strncmp(text, form, strlen(form))); /* forms and blanks are it */
  text += strlen(form);
  if (!strncmp(misc, "SpaceAfter=No|", 14)) {
    assert_true(*text != ' ');
    misc += 14;
  }
  text += strspn(text, " ");
  assert_int_equal(sscanf(misc, "start_char=%u|end_char=%u", &start, &end), 2);
  if (id == 1 && *last > start) *last = 0; /* the next document */
  assert_true(start >= *last && end > start);
  *last = end;
  return text;
}

static void test_conllu(void **state) {
  (void)state;
  char *all = exported(TRUC_EXPORT_CONLLU), *s = all, *line, *text = NULL;
  unsigned id = 0, last = 0, words = 0;
  assert_has(all, "# newdoc id = c\n");
  assert_has(all, "# fact = f1 ");
  while ((line = next_line(&s)) != NULL) {
    if (!strncmp(line, "# text = ", 9)) text = line + 9;
    if (!*line) id = 0;
    if (!*line || *line == '#') continue;
    text = check_token(line, text, ++id, &last);
    words++;
  }
  assert_true(words > 20);
  free(all);
}

/* Equal ledgers give equal bytes, however they came about. */
static void test_same(void **state) {
  truc_ledger *a = filled(false), *b = filled(true);
  (void)state;
  for (unsigned f = 0; f < TRUC_NEXPORT; f++) {
    char *x = dump(a, (truc_export_format)f),
         *y = dump(b, (truc_export_format)f);
    assert_string_equal(x, y);
    free(x);
    free(y);
  }
  close_checked(a);
  close_checked(b);
}

/* The k-th allocation fails: an error, or all of it. */
static void test_oom(void **state) {
  (void)state;
  for (unsigned f = 0; f < TRUC_NEXPORT; f++) {
    truc_ledger *l = filled(false);
    size_t all = 0, bytes = 0;
    truc_export_format format = (truc_export_format)f;
    truc_ledger_export(l, NULL, format, count_bytes, &all, NULL, NULL, NULL);
    for (long k = 1, ok = 0; !ok; k++) {
      bytes = 0;
      truc__fail_alloc_after(k);
      truc_rc rc = truc_ledger_export(l, NULL, format, count_bytes, &bytes,
                                      NULL, NULL, NULL);
      truc__fail_alloc_after(0);
      if (rc)
        assert_int_equal(rc, TRUC_ENOMEM);
      else
        assert_int_equal(bytes, all);
      ok = !rc && k > 200;
    }
    close_checked(l);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_jsonl),   cmocka_unit_test(test_plover),
      cmocka_unit_test(test_ftm),     cmocka_unit_test(test_gdelt),
      cmocka_unit_test(test_graphml), cmocka_unit_test(test_ics),
      cmocka_unit_test(test_tsv),     cmocka_unit_test(test_empty),
      cmocka_unit_test(test_md),      cmocka_unit_test(test_counts),
      cmocka_unit_test(test_brat),    cmocka_unit_test(test_conllu),
      cmocka_unit_test(test_same),    cmocka_unit_test(test_oom)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

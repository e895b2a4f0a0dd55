/* SPDX-License-Identifier: Apache-2.0
**
** serve_test.c - pages over a ledger of the demo's articles, asked for through
** a socket as a browser would, and as nobody should.
*/
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "serve/serve.h"

/* ----------------------------------------------------------------- ledger */

#define EVIL "<script>alert(1)</script> & \"Nhật_Bản\""

typedef struct stage {
  char path[64];
  truc__serve *serve;
  uint16_t port;
  truc__buf reply; /* of the last request, head and body */
} stage;

static const struct {
  const char *file, *id, *date, *title;
} articles[] = {
    {"jpn-2023-visit.txt", "jpn-2023-visit", "2023-11-27", NULL},
    {"jpn-2023-relation.txt", "jpn/2023 relation?", NULL, NULL},
    {"fra-2024-upgrade.seg.txt", "fra-seg", "2024-10-08", NULL},
    {"jpn-2025-ishiba.txt", "<b>ishiba</b>", "2025-04-28", EVIL},
    {"aus-2024-upgrade.txt", "aus-2024-upgrade", "2024-03-07", NULL},
    {"aus-2024-end.txt", "aus-2024-end", "2024-03-10", NULL},
};

static bool slurp(const char *file, truc__buf *out) {
  char path[128], piece[4096];
  size_t n;
  snprintf(path, sizeof path, "demo/articles/%s", file);
  FILE *f = fopen(path, "rb");
  if (!f) return false;
  while ((n = fread(piece, 1, sizeof piece, f)) > 0)
    truc__buf_put(out, piece, n);
  fclose(f);
  return !out->rc;
}

static void store(truc_ledger *l, size_t i) {
  truc__buf text = {0};
  truc_article a = TRUC_ARTICLE;
  truc_read_options o = TRUC_READ_OPTIONS;
  truc_stored what;
  truc_doc *d = truc_doc_new(NULL);
  assert_true(slurp(articles[i].file, &text));
  o.date = articles[i].date;
  assert_int_equal(truc_doc_read(d, text.p, text.n, &o, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_FACTS, NULL), TRUC_OK);
  a.id = articles[i].id;
  a.date = articles[i].date;
  a.title = articles[i].title;
  a.url = "javascript:alert(1)";
  a.text = text.p;
  a.n = text.n;
  assert_int_equal(truc_ledger_add(l, d, &a, &what, NULL), TRUC_OK);
  truc_doc_free(d);
  truc__buf_release(&text);
}

static void start(stage *s, int patience) {
  truc_err err = {0};
  truc__serve_options o = {.ledger = s->path, .patience = patience};
  assert_int_equal(truc__serve_start(&o, &err, &s->serve), TRUC_OK);
  s->port = truc__serve_port(s->serve);
  assert_int_not_equal(s->port, 0);
}

/* With what SQLite keeps beside it. */
static void remove_ledger(const char *path) {
  static const char *const more[] = {"", "-wal", "-shm"};
  char name[128];
  for (size_t i = 0; i < sizeof more / sizeof more[0]; i++) {
    snprintf(name, sizeof name, "%s%s", path, more[i]);
    unlink(name);
  }
}

static int set_up(void **state) {
  stage *s = calloc(1, sizeof *s);
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l;
  assert_non_null(s);
  snprintf(s->path, sizeof s->path, "/tmp/truc-serve-%ld.db", (long)getpid());
  remove_ledger(s->path);
  o.mode = TRUC_LEDGER_CREATE;
  assert_int_equal(truc_ledger_open(s->path, &o, NULL, &l), TRUC_OK);
  for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++) store(l, i);
  assert_int_equal(truc_ledger_close(l, NULL), TRUC_OK);
  start(s, 0);
  *state = s;
  return 0;
}

static int tear_down(void **state) {
  stage *s = *state;
  truc__serve_stop(s->serve);
  truc__buf_release(&s->reply);
  remove_ledger(s->path);
  free(s);
  return 0;
}

/* ----------------------------------------------------------------- client */

/* Sends these bytes, reads until the server closes; the status, 0 if none. */
static int talk(stage *s, const char *bytes, size_t n) {
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(s->port)};
  char piece[4096];
  ssize_t got;
  a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  truc__buf_reset(&s->reply);
  truc__buf_put(&s->reply, "", 0);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  assert_int_equal(connect(fd, (struct sockaddr *)&a, sizeof a), 0);
  assert_int_equal(send(fd, bytes, n, MSG_NOSIGNAL), (ssize_t)n);
  while ((got = recv(fd, piece, sizeof piece, 0)) > 0)
    truc__buf_put(&s->reply, piece, (size_t)got);
  close(fd);
  int status = 0;
  if (s->reply.n) sscanf(s->reply.p, "HTTP/1.1 %d", &status);
  return status;
}

static int ask(stage *s, const char *method, const char *path, const char *host,
               const char *more) {
  truc__buf b = {0};
  truc__buf_fmt(&b, "%s %s HTTP/1.1\r\n", method, path);
  if (host) truc__buf_fmt(&b, "Host: %s\r\n", host);
  truc__buf_fmt(&b, "%sConnection: close\r\n\r\n", more);
  int status = talk(s, b.p, b.n);
  truc__buf_release(&b);
  return status;
}

static int get(stage *s, const char *path) {
  return ask(s, "GET", path, "localhost", "");
}

static const char *body(const stage *s) {
  const char *p = s->reply.p ? strstr(s->reply.p, "\r\n\r\n") : NULL;
  return p ? p + 4 : "";
}

static bool has(const stage *s, const char *what) {
  return s->reply.p && strstr(s->reply.p, what);
}

/* Is the body one JSON value?  Number of strings in it, -1 if not. */
static int json_strings(const stage *s) {
  truc__json j = {0};
  truc__jtype t;
  int n = 0;
  truc__json_init(&j, body(s), strlen(body(s)));
  while ((t = truc__json_next(&j)) != JSON_END && t != JSON_ERROR)
    n += t == JSON_STRING;
  truc__json_release(&j);
  return t == JSON_ERROR ? -1 : n;
}

/* The first address in the page that begins so, "" if there is none. */
static void find_link(const stage *s, const char *begin, char *out,
                      size_t size) {
  const char *p = strstr(body(s), begin);
  size_t n = p ? strcspn(p, "\"#") : 0;
  *out = '\0';
  if (p && n < size) snprintf(out, size, "%.*s", (int)n, p);
}

/* ------------------------------------------------------------------ pages */

static void start_page(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/"), 200);
  assert_true(has(s, "Content-Type: text/html; charset=utf-8"));
  assert_true(has(s, "href=\"/pair/JPN/VNM\""));
  assert_true(has(s, "href=\"/doc/jpn-2023-visit\""));
  assert_true(has(s, "action=\"/find\""));
}

static void pair_page(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/pair/VNM/JPN"), 200);
  assert_true(has(s, "<h1>Việt Nam – Nhật Bản</h1>"));
  assert_true(has(s, "Kishida Fumio"));
  assert_true(has(s, "id=\"timeline\""));
  assert_true(has(s, "1973-09-21"));
  assert_true(has(s, "<table>"));
  assert_true(has(s, "/fact/RANKING-"));
  assert_int_equal(get(s, "/pair/Vi%E1%BB%87t%20Nam/nhat%20ban"), 200);
  assert_int_equal(get(s, "/pair/gpe:VNM/gpe:JPN"), 200);
}

static void contradictions_stand_side_by_side(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/pair/VNM/AUS"), 200);
  const char *sides = strstr(body(s), "class=\"sides\"");
  assert_non_null(sides);
  const char *first = strstr(sides, "no. ");
  assert_non_null(first);
  assert_non_null(strstr(first + 4, "no. "));
}

static void years_narrow_a_pair(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/pair/VNM/JPN?from=2025&to=2025"), 200);
  assert_false(has(s, "1973-09-21"));
  assert_true(has(s, "value=\"2025\""));
  assert_int_equal(get(s, "/pair/VNM/JPN?from=%22%3E%3Cscript%3E"), 400);
  assert_false(has(s, "<script>"));
}

static void one_section_whole(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/pair/VNM/JPN?only=ranks&all=1"), 200);
  assert_true(has(s, "id=\"ranks\""));
  assert_false(has(s, "id=\"timeline\""));
}

static void actor_pages(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/country/JPN"), 200);
  assert_true(has(s, "href=\"/pair/JPN/VNM\""));
  assert_int_equal(get(s, "/actor/per:Kishida%20Fumio"), 200);
  assert_true(has(s, "Thủ tướng"));
}

/* What changed stands in tables of its own; the JSON has it, too. */
static void histories(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/pair/VNM/JPN"), 200);
  assert_true(has(s, "<section id=\"histories\">"));
  assert_true(has(s, "<caption>"));
  assert_true(has(s, "strategic partnership</a>"));
  assert_int_equal(get(s, "/pair/VNM/JPN?only=histories&lang=vi"), 200);
  assert_true(has(s, "đối tác chiến lược</a>"));
  assert_false(has(s, "id=\"timeline\""));
  assert_int_equal(get(s, "/pair/VNM/JPN?format=json"), 200);
  assert_true(has(s, "\"histories\":[{\"history\":"));
  assert_true(json_strings(s) > 10);
}

static void proposition_page(void **state) {
  char link[128];
  stage *s = *state;
  get(s, "/pair/VNM/JPN?only=ranks");
  find_link(s, "/fact/RANKING-", link, sizeof link);
  assert_string_not_equal(link, "");
  assert_int_equal(get(s, link), 200);
  assert_true(has(s, "<blockquote"));
  assert_true(has(s, "#b"));
  link[strlen(link) - 3] = '\0'; /* the beginning of an id is none */
  assert_int_equal(get(s, link), 404);
}

static void document_page(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/doc/jpn-2023-visit"), 200);
  assert_true(has(s, "<mark>"));
  assert_true(has(s, "href=\"/fact/"));
  /* Its address holds what an address may not. */
  assert_int_equal(get(s, "/doc/jpn%2F2023%20relation%3F"), 200);
  get(s, "/");
  assert_true(has(s, "href=\"/doc/jpn%2F2023%20relation%3F\""));
}

/* What a segmenter added is not shown. */
static void segmented_document(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/doc/fra-seg"), 200);
  const char *p = strstr(body(s), "<article");
  assert_non_null(p);
  assert_non_null(strstr(p, "Việt Nam"));
  assert_null(strstr(p, "Việt_Nam"));
  assert_null(strstr(p, " ,"));
  assert_null(strstr(p, "( "));
}

static void search_page(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/find?q=nhat+ban"), 200);
  assert_true(has(s, "<mark>Nhật"));
  assert_true(has(s, "href=\"/country/JPN\""));
  assert_int_equal(get(s, "/find"), 200);
  assert_int_equal(get(s, "/find?q=%22%28*+OR+-"), 200);
}

static void vietnamese(void **state) {
  stage *s = *state;
  assert_int_equal(get(s, "/pair/VNM/JPN?lang=vi"), 200);
  assert_true(has(s, "<html lang=\"vi\">"));
  assert_true(has(s, "Dòng thời gian"));
  assert_false(has(s, "Timeline"));
  assert_true(has(s, "?lang=vi\">Nhật Bản</a>")); /* links keep it */
}

static void every_page_is_json(void **state) {
  static const char *const paths[] = {
      "/?format=json", "/pair/VNM/JPN?format=json", "/country/JPN?format=json",
      "/doc/jpn-2023-visit?format=json", "/find?q=ODA&format=json"};
  char link[160];
  stage *s = *state;
  for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
    assert_int_equal(get(s, paths[i]), 200);
    assert_true(has(s, "Content-Type: application/json"));
    assert_true(json_strings(s) > 10);
  }
  get(s, "/pair/VNM/JPN");
  find_link(s, "/fact/", link, sizeof link - 16);
  strcat(link, "?format=json");
  assert_int_equal(get(s, link), 200);
  assert_true(json_strings(s) > 10);
  assert_int_equal(get(s, "/nothing?format=json"), 404);
  assert_int_equal(json_strings(s), 1);
}

/* ---------------------------------------------------------------- dangers */

static void texts_are_escaped(void **state) {
  static const char *const paths[] = {
      "/",
      "/doc/%3Cb%3Eishiba%3C%2Fb%3E",
      "/find?q=Ishiba&all=1",
      "/pair/VNM/JPN",
      "/find?q=%3Cscript%3Ealert(1)%3C/script%3E",
      "/%3Cscript%3E?lang=%22%3E%3Cscript%3E"};
  stage *s = *state;
  for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
    get(s, paths[i]);
    assert_false(has(s, "<script"));
    assert_false(has(s, "<b>ishiba"));
    assert_false(has(s, "href=\"javascript:"));
  }
  get(s, "/doc/%3Cb%3Eishiba%3C%2Fb%3E");
  assert_true(has(s, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;"));
}

static void policy_headers(void **state) {
  static const char *const paths[] = {"/", "/nothing", "/style.css",
                                      "/?format=json"};
  stage *s = *state;
  for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
    get(s, paths[i]);
    assert_true(has(s, "Content-Security-Policy: default-src 'none'; style-"));
    assert_true(has(s, "X-Content-Type-Options: nosniff"));
    assert_true(has(s, "Cross-Origin-Resource-Policy: same-origin"));
    assert_false(has(s, "Access-Control-"));
    assert_false(has(s, "unsafe-inline"));
  }
}

static void foreign_hosts(void **state) {
  static const struct {
    const char *host;
    int status;
  } cases[] = {{"localhost", 200},
               {"LOCALHOST:80", 200},
               {"127.0.0.1:8474", 200},
               {"[::1]:8474", 200},
               {"evil.example", 421},
               {"localhost.evil.example", 421},
               {"127.0.0.1.evil.example", 421},
               {"localhost:80@evil.example", 421},
               {"[::1]evil", 421},
               {"", 421}};
  stage *s = *state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_int_equal(ask(s, "GET", "/", cases[i].host, ""), cases[i].status);
  assert_int_equal(ask(s, "GET", "/", NULL, ""), 400);
  assert_int_equal(ask(s, "GET", "/", "localhost", "Host: evil.example\r\n"),
                   400);
}

static void other_methods(void **state) {
  static const char *const methods[] = {"POST",    "PUT",   "DELETE",
                                        "OPTIONS", "TRACE", "BREW"};
  stage *s = *state;
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
    assert_int_equal(
        ask(s, methods[i], "/", "localhost", "Content-Length: 0\r\n"), 405);
    assert_true(has(s, "Allow: GET, HEAD"));
  }
}

static void head_is_get_without_body(void **state) {
  char length[64];
  stage *s = *state;
  get(s, "/pair/VNM/JPN");
  snprintf(length, sizeof length, "Content-Length: %zu\r\n", strlen(body(s)));
  assert_int_equal(ask(s, "HEAD", "/pair/VNM/JPN", "localhost", ""), 200);
  assert_true(has(s, length));
  assert_string_equal(body(s), "");
}

static void etags(void **state) {
  char header[96];
  stage *s = *state;
  get(s, "/country/JPN");
  const char *etag = strstr(s->reply.p, "ETag: ");
  assert_non_null(etag);
  snprintf(header, sizeof header, "If-None-Match: %.18s\r\n", etag + 6);
  assert_int_equal(ask(s, "GET", "/country/JPN", "localhost", header), 304);
  assert_string_equal(body(s), "");
  assert_int_equal(ask(s, "GET", "/country/VNM", "localhost", header), 200);
}

static void what_is_not_there(void **state) {
  static const char *const paths[] = {"/nothing",
                                      "/pair",
                                      "/pair/",
                                      "/pair/VNM",
                                      "/pair/VNM/",
                                      "/pair/VNM/VNM",
                                      "/pair/VNM/JPN/AUS",
                                      "/country/XXX",
                                      "/country/",
                                      "/doc/",
                                      "/doc/none",
                                      "/fact/",
                                      "/fact/VISIT-0",
                                      "/fact/VISIT-zz",
                                      "/../../etc/passwd",
                                      "/style.css/",
                                      "/doc/%00",
                                      "/actor/%ff%fe"};
  stage *s = *state;
  for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
    int status = get(s, paths[i]);
    if (status != 404) print_message("%s: %d\n", paths[i], status);
    assert_int_equal(status, 404);
  }
}

static void too_much(void **state) {
  stage *s = *state;
  truc__buf b = {0};
  truc__buf_str(&b, "/find?q=");
  for (int i = 0; i < 500; i++) truc__buf_chr(&b, 'a');
  assert_int_equal(get(s, b.p), 414);
  for (int i = 0; i < 40000; i++) truc__buf_chr(&b, 'a');
  int status = get(s, b.p);
  assert_true(status == 414 || status == 431);
  truc__buf_release(&b);
  talk(s, "\0\0\r\n\r\n", 6); /* no HTTP */
  assert_int_equal(get(s, "/"), 200);
}

/* A ledger that answers too slowly is interrupted, and the next request is
** served by a fresh handle. */
static void slow_queries(void **state) {
  stage *s = *state, slow = {0};
  memcpy(slow.path, s->path, sizeof slow.path);
  start(&slow, -1); /* its time is always up */
  assert_int_equal(get(&slow, "/pair/VNM/JPN"), 503);
  assert_true(has(&slow, "took too long"));
  assert_int_equal(get(&slow, "/style.css"), 200);
  truc__serve_stop(slow.serve);
  truc__buf_release(&slow.reply);
  assert_int_equal(get(s, "/pair/VNM/JPN"), 200);
}

static void a_ledger_that_grows(void **state) {
  stage *s = *state;
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l;
  get(s, "/doc/late");
  o.mode = TRUC_LEDGER_WRITE;
  assert_int_equal(truc_ledger_open(s->path, &o, NULL, &l), TRUC_OK);
  assert_int_equal(truc_ledger_remove(l, "aus-2024-end", NULL), TRUC_OK);
  assert_int_equal(truc_ledger_close(l, NULL), TRUC_OK);
  assert_int_equal(get(s, "/doc/aus-2024-end"), 404);
  assert_int_equal(get(s, "/doc/aus-2024-upgrade"), 200);
}

static void cannot_start(void **state) {
  truc_err err;
  truc__serve *s;
  truc__serve_options o = {.ledger = "/tmp/no/such/ledger.db"};
  assert_int_equal(truc__serve_start(&o, &err, &s), TRUC_EIO);
  assert_null(s);
  o.ledger = ((stage *)*state)->path;
  o.address = "localhost";
  assert_int_equal(truc__serve_start(&o, &err, &s), TRUC_EARG);
  o.address = NULL;
  o.port = ((stage *)*state)->port; /* taken */
  assert_int_equal(truc__serve_start(&o, &err, &s), TRUC_EIO);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(start_page),
      cmocka_unit_test(pair_page),
      cmocka_unit_test(contradictions_stand_side_by_side),
      cmocka_unit_test(years_narrow_a_pair),
      cmocka_unit_test(one_section_whole),
      cmocka_unit_test(actor_pages),
      cmocka_unit_test(proposition_page),
      cmocka_unit_test(document_page),
      cmocka_unit_test(segmented_document),
      cmocka_unit_test(search_page),
      cmocka_unit_test(vietnamese),
      cmocka_unit_test(every_page_is_json),
      cmocka_unit_test(histories),
      cmocka_unit_test(texts_are_escaped),
      cmocka_unit_test(policy_headers),
      cmocka_unit_test(foreign_hosts),
      cmocka_unit_test(other_methods),
      cmocka_unit_test(head_is_get_without_body),
      cmocka_unit_test(etags),
      cmocka_unit_test(what_is_not_there),
      cmocka_unit_test(too_much),
      cmocka_unit_test(slow_queries),
      cmocka_unit_test(a_ledger_that_grows),
      cmocka_unit_test(cannot_start),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

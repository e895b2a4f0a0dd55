/* SPDX-License-Identifier: Apache-2.0 */
/* export_graph.c - GraphML 1.0 (graphml.graphdrawing.org): who is linked with
** whom.
**
** A node is a country, person, body or other named thing; it comes before the
** first edge that needs it, numbered in that order, because an id of GraphML
** may hold no blanks and our refs do.  An edge is a proposition with somebody
** on both sides; with more than one on a side, one edge for each two. */
#include "ledger/export.h"

/* Characters that XML forbids, and ill-formed bytes, become U+FFFD. */
static void put_xml(truc__buf *b, const char *s, size_t n) {
  for (size_t i = 0; i < n;) {
    int32_t cp;
    unsigned k = truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0 || (cp < ' ' && cp != '\t' && cp != '\n' && cp != '\r') ||
        cp == 0xFFFE || cp == 0xFFFF)
      truc__buf_str(b, "\xEF\xBF\xBD");
    else if (cp == '&')
      truc__buf_str(b, "&amp;");
    else if (cp == '<')
      truc__buf_str(b, "&lt;");
    else if (cp == '>')
      truc__buf_str(b, "&gt;");
    else if (cp == '"')
      truc__buf_str(b, "&quot;");
    else
      truc__buf_put(b, s + i, k);
    i += k;
  }
}

static void put_data(truc__buf *b, const char *key, const char *value) {
  if (!*value) return;
  truc__buf_fmt(b, "<data key=\"%s\">", key);
  put_xml(b, value, strlen(value));
  truc__buf_str(b, "</data>");
}

static void put_head(truc__export *x) {
  static const char *const key[][3] = {
      {"node", "ref", "string"},      {"node", "type", "string"},
      {"node", "label", "string"},    {"node", "country", "string"},
      {"edge", "id", "string"},       {"edge", "kind", "string"},
      {"edge", "modality", "string"}, {"edge", "text", "string"},
      {"edge", "date", "string"},     {"edge", "first", "string"},
      {"edge", "last", "string"},     {"edge", "documents", "int"},
      {"edge", "sources", "int"}};
  truc__buf *b = &x->out;
  truc__buf_str(b,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  for (size_t i = 0; i < sizeof key / sizeof key[0]; i++)
    truc__buf_fmt(b,
                  "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" "
                  "attr.type=\"%s\"/>\n",
                  key[i][1], key[i][0], key[i][1], key[i][2]);
  truc__buf_str(b, "<graph id=\"ledger\" edgedefault=\"directed\">\n");
}

static void put_tail(truc__export *x) {
  truc__buf_str(&x->out, "</graph>\n</graphml>\n");
}

static const char *type_of(const char *ref) {
  static const char *const type[][2] = {
      {"gpe:", "country"}, {"per:", "person"}, {"org:", "body"},
      {"loc:", "place"},   {"grp:", "group"},  {"office:", "office"},
      {"ev:", "event"}};
  for (size_t i = 0; i < sizeof type / sizeof type[0]; i++)
    if (!strncmp(ref, type[i][0], strlen(type[i][0]))) return type[i][1];
  return "other";
}

/* Writes the node if it is new. */
static uint32_t node_of(truc__export *x, const truc_record_item *i) {
  truc__buf *b = &x->out;
  bool fresh;
  uint32_t number = truc__number_of(x, i->ref, &fresh);
  if (!fresh) return number;
  truc__buf_fmt(b, "<node id=\"n%u\">", number);
  put_data(b, "ref", i->ref);
  put_data(b, "type", type_of(i->ref));
  put_data(b, "label", truc__item_name(x, i));
  const char *country = truc__item_country(i);
  put_data(b, "country", country ? country : "");
  truc__buf_str(b, "</node>\n");
  return number;
}

static void put_edge(truc__export *x, const truc_record *p, uint32_t from,
                     uint32_t to) {
  truc__buf *b = &x->out;
  truc__buf_fmt(b, "<edge source=\"n%u\" target=\"n%u\">", from, to);
  put_data(b, "id", p->id);
  put_data(b, "kind", truc_kind_name((truc_kind)p->kind));
  put_data(b, "modality", truc_modality_name((truc_modality)p->modality));
  truc__buf_reset(&x->line);
  truc__put_label(x, &x->line, p);
  if (x->line.rc) b->rc = x->line.rc;
  put_data(b, "text", x->line.p ? x->line.p : "");
  put_data(b, "date", p->date);
  put_data(b, "first", p->first);
  put_data(b, "last", p->last);
  truc__buf_fmt(b,
                "<data key=\"documents\">%u</data>"
                "<data key=\"sources\">%u</data></edge>\n",
                p->ndoc, p->nsource);
}

static bool put_graphml(truc__export *x, const truc_record *p) {
  truc__sides s;
  truc__sides_of(x->r, p, &s);
  if (!s.n[0] || !s.n[1]) return false;
  for (uint32_t i = 0; i < s.n[0]; i++)
    for (uint32_t j = 0; j < s.n[1]; j++) {
      uint32_t from = node_of(x, s.item[0][i]), to = node_of(x, s.item[1][j]);
      put_edge(x, p, from, to);
    }
  return true;
}

const truc__form truc__form_graphml = {.name = "graphml",
                                       .lacks = "no two actors",
                                       .max_evidence = 1,
                                       .head = put_head,
                                       .tail = put_tail,
                                       .put = put_graphml};

/* SPDX-License-Identifier: Apache-2.0
**
** names.c - truc names: who and what is mentioned, with ids.
**
** By default the outermost names; --all adds what points at somebody without
** naming (titles, "ông", "hai nước") and names inside names; --layers adds the
** offices and the values (layers.c).
*/
#include "cli/layers.h"

static const cli_option options[] = {
    {"all", 'a', NULL, "also titles, pronouns, pairs, names inside names"},
    {"entities", 'e', NULL, "who is meant, once per document"},
    {"layers", 0, "LIST", "names, offices, values: which, parted by commas"},
    {NULL, 0, NULL, NULL}};

static const char *form_name(uint8_t form) {
  static const char *const names[] = {"name", "title", "pronoun", "pair"};
  return form < 4 ? names[form] : "name";
}

/* The first mention around m that is no pair: "Việt - Nhật" is two names. */
static uint32_t outer_name(const truc_mention *all, const truc_mention *m) {
  uint32_t o = m->outer;
  while (o != TRUC_NONE && all[o].form == TRUC_SAID_PAIR) o = all[o].outer;
  return o;
}

bool cli_is_outer_name(const truc_mention *all, const truc_mention *m) {
  return m->form == TRUC_SAID_NAME && outer_name(all, m) == TRUC_NONE &&
         m->type != TRUC_OFFICE && m->type != TRUC_GROUP;
}

static bool wanted(const cli *c, const truc_mention *all,
                   const truc_mention *m) {
  return cli_value(c, "all") || cli_is_outer_name(all, m);
}

/* Bits of --layers; 0 if one of them is unknown. */
static unsigned asked_layers(const cli *c) {
  static const char *const names[] = {"names", "offices", "values"};
  const char *s = cli_value(c, "layers");
  unsigned layers = s ? 0 : LAYER_NAMES;
  while (s && *s) {
    size_t n = strcspn(s, ","), k = 0;
    while (k < 3 && (strlen(names[k]) != n || memcmp(names[k], s, n))) k++;
    if (k == 3) return 0;
    layers |= 1u << k;
    s += n + (s[n] == ',');
  }
  return layers;
}

static const truc_entity *entity(const cli_job *j, uint32_t i) {
  uint32_t n;
  const truc_entity *e = truc_doc_entities(j->doc, &n);
  return i < n ? &e[i] : NULL;
}

static void put_key(truc__buf *b, const char *key, const char *value) {
  truc__buf_fmt(b, ",\"%s\":", key);
  truc__buf_json(b, value, strlen(value));
}

/* --------------------------------------------------------------- agencies */

static void put_month(truc__buf *b, const char *key, truc_date x) {
  if (!x.year) return;
  truc__buf_fmt(b, ",\"%s\":\"%04d", key, x.year);
  if (x.month) truc__buf_fmt(b, "-%02d", x.month);
  truc__buf_chr(b, '"');
}

/* Which ministry of Viet Nam is meant, and when it was there.  Dates of the
** text are read for such articles alone. */
static void put_agency(cli_job *j, uint32_t mention) {
  truc_agency a;
  truc__buf *b = j->out;
  if (!truc_doc_agency(j->doc, mention, &a)) return;
  truc_rc rc = truc_doc_run(j->doc, TRUC_VALUES, NULL);
  if (rc) b->rc = rc;
  if (truc_doc_agency(j->doc, mention, &a) != 1) return;
  put_key(b, "agency", a.name);
  put_month(b, "from", a.from);
  put_month(b, "until", a.until);
  if (a.successor) put_key(b, "successor", a.successor);
  if (a.from.year || a.until.year)
    put_key(b, "standing", truc_standing_name((truc_standing)a.standing));
}

/* -------------------------------------------------------------- mentions */

static void put_json(const cli *c, cli_job *j, const truc_mention *m) {
  uint32_t n;
  truc__buf *b = j->out;
  cli_layer_head(j, cli_value(c, "layers") ? "name" : NULL);
  cli_json_span(c, j, m->at);
  put_key(b, "type", truc_entity_type_name((truc_entity_type)m->type));
  truc__buf_str(b, ",\"text\":");
  truc__buf_json(b, cli_bytes(j, m->at), m->at.len);
  const truc_entity *e = entity(j, m->entity), *other = entity(j, m->other);
  if (e && e->ref) put_key(b, "ref", e->ref);
  if (m->form == TRUC_SAID_PAIR && other && other->ref)
    put_key(b, "other", other->ref);
  put_agency(j, (uint32_t)(m - truc_doc_mentions(j->doc, &n)));
  if (cli_value(c, "all")) {
    put_key(b, "form", form_name(m->form));
    truc__buf_fmt(b, ",\"inner\":%s", m->outer == TRUC_NONE ? "false" : "true");
  }
  truc__buf_str(b, "}\n");
}

static void put_name(const cli *c, cli_job *j, const truc_mention *m,
                     uint32_t *id) {
  const char *type = truc_entity_type_name((truc_entity_type)m->type);
  const truc_entity *e = entity(j, m->entity);
  const char *ref = e ? e->ref : NULL;
  switch (c->format[0]) {
    case 'b': cli_put_brat(j, m->at, type, ref, ++*id); break;
    case 't': cli_put_mark(c, j, m->at, type, form_name(m->form), ref); break;
    default: put_json(c, j, m);
  }
}

static void emit_mentions(const cli *c, cli_job *j) {
  unsigned layers = asked_layers(c);
  uint32_t n, id = 0;
  if (c->format[0] == 'c') {
    cli_put_layers_conllu(c, j, layers);
    return;
  }
  const truc_mention *m = truc_doc_mentions(j->doc, &n);
  for (uint32_t i = 0; (layers & LAYER_NAMES) && i < n; i++)
    if (wanted(c, m, &m[i])) put_name(c, j, &m[i], &id);
  if (layers & LAYER_OFFICES) cli_put_offices(c, j, &id);
  if (layers & LAYER_VALUES) cli_put_values(c, j, &id);
}

/* -------------------------------------------------------------- entities */

static void emit_entities(const cli *c, cli_job *j) {
  uint32_t n;
  truc__buf *b = j->out;
  const truc_entity *e = truc_doc_entities(j->doc, &n);
  for (uint32_t i = 0; i < n; i++) {
    const truc_entity *land = entity(j, e[i].country);
    const char *type = truc_entity_type_name((truc_entity_type)e[i].type);
    const char *ref = e[i].ref ? e[i].ref : "";
    const char *name = e[i].name ? e[i].name : "";
    if (c->format[0] == 't') {
      truc__buf_fmt(b, "%s\t%s\t%s\t%s\t%s\t%u\n", j->rec.id, type, ref, name,
                    land && land->ref ? land->ref : "",
                    (unsigned)e[i].nmention);
      continue;
    }
    truc__buf_str(b, "{\"doc\":");
    truc__buf_json(b, j->rec.id, strlen(j->rec.id));
    put_key(b, "type", type);
    if (*ref) put_key(b, "ref", ref);
    put_key(b, "name", name);
    if (land && land->ref) put_key(b, "country", land->ref);
    truc__buf_fmt(b, ",\"mentions\":%u}\n", (unsigned)e[i].nmention);
  }
}

/* ------------------------------------------------------------------ verb */

static int run(cli *c) {
  bool entities = cli_value(c, "entities") != NULL;
  unsigned layers = asked_layers(c);
  if (!layers)
    return cli_fail(c, CLI_USAGE, NULL, "--layers=names,offices,values",
                    "--layers wants names, offices, values");
  if (entities && strchr("bc", c->format[0]))
    return cli_fail(c, CLI_USAGE, NULL, "--format=jsonl",
                    "--entities has no %s form", c->format);
  if (c->format[0] == 't' && entities)
    cli_put(c, "doc\ttype\tref\tname\tcountry\tmentions\n");
  else if (c->format[0] == 't')
    cli_put(c, "doc\tstart\tend\ttype\tform\tref\ttext\n");
  unsigned run = layers & LAYER_VALUES ? TRUC_VALUES : TRUC_NAMES;
  return cli_each(c, run, entities ? emit_entities : emit_mentions);
}

const cli_verb cli_names = {
    "names",
    "find people, countries, bodies, places, forums; with ids",
    "[options] [FILE...|-]",
    "  truc names article.txt\n"
    "  truc names --entities --format=tsv article.txt\n"
    "  truc names --layers=names,offices,values article.txt\n"
    "  truc names --format=brat article.txt > article.ann\n",
    "jsonl   one name a line: doc, start, end, type, text, ref; of ministries\n"
    "        and agencies of Viet Nam also agency (the full name), from, "
    "until\n"
    "        and successor (as far as known), and standing: within, before or\n"
    "        after that time, by the date of the sentence or the article\n"
    "tsv     one name a row\n"
    "brat    a standoff file (one document at a time)\n"
    "conllu  words; NER, Office, Value in the last column\n"
    "With --layers each line says its layer: an office has title, holder, "
    "org,\n"
    "country; a value its kind, value, unit, precision, basis, and TIMEX3.\n"
    "Types: PER GPE LOC ORG FORUM AGREEMENT EVENT; with --all also OFFICE and\n"
    "GROUP. Offsets are code points unless --offsets says otherwise.\n",
    CLI_INPUT | CLI_OUTPUT | CLI_UNITS | CLI_MODEL | CLI_JOBS | CLI_CHARS,
    "jsonl tsv brat conllu",
    options,
    run};

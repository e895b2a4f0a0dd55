/* SPDX-License-Identifier: Apache-2.0
**
** names.c - truc names: who and what is mentioned, with ids.
**
** By default the outermost names; --all adds what points at somebody without
** naming (titles, "ông", "hai nước") and names inside names.
*/
#include "cli/cli.h"

static const cli_option options[] = {
    {"all", 'a', NULL, "also titles, pronouns, pairs, names inside names"},
    {"entities", 'e', NULL, "who is meant, once per document"},
    {NULL, 0, NULL, NULL}};

static const char *form_name(uint8_t form) {
  static const char *const names[] = {"name", "title", "pronoun", "pair"};
  return form < 4 ? names[form] : "name";
}

/* The first mention around m that is no pair: "Việt - Nhật" is two names. */
static uint32_t outer_name(const truc_mention *all, const truc_mention *m) {
  uint32_t o = m->outer;
  while (o != TRUC_NONE && all[o].form == TRUC_FORM_PAIR) o = all[o].outer;
  return o;
}

static bool wanted(const cli *c, const truc_mention *all,
                   const truc_mention *m) {
  if (cli_value(c, "all")) return true;
  return m->form == TRUC_FORM_NAME && outer_name(all, m) == TRUC_NONE &&
         m->type != TRUC_OFFICE && m->type != TRUC_GROUP;
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

/* -------------------------------------------------------------- mentions */

static void put_json(const cli *c, cli_job *j, const truc_mention *m) {
  truc__buf *b = j->out;
  truc__buf_str(b, "{\"doc\":");
  truc__buf_json(b, j->rec.id, strlen(j->rec.id));
  truc__buf_chr(b, ',');
  cli_json_span(c, j, m->at);
  put_key(b, "type", truc_entity_type_name((truc_entity_type)m->type));
  truc__buf_str(b, ",\"text\":");
  truc__buf_json(b, cli_bytes(j, m->at), m->at.len);
  const truc_entity *e = entity(j, m->entity), *other = entity(j, m->other);
  if (e && e->ref) put_key(b, "ref", e->ref);
  if (m->form == TRUC_FORM_PAIR && other && other->ref)
    put_key(b, "other", other->ref);
  if (cli_value(c, "all")) {
    put_key(b, "form", form_name(m->form));
    truc__buf_fmt(b, ",\"inner\":%s", m->outer == TRUC_NONE ? "false" : "true");
  }
  truc__buf_str(b, "}\n");
}

static void put_row(const cli *c, cli_job *j, const truc_mention *m) {
  truc__buf *b = j->out;
  const truc_entity *e = entity(j, m->entity);
  cli_range r = cli_span(c, j, m->at);
  truc__buf_fmt(b, "%s\t%llu\t%llu\t%s\t%s\t%s\t", j->rec.id,
                (unsigned long long)r.start, (unsigned long long)r.end,
                truc_entity_type_name((truc_entity_type)m->type),
                form_name(m->form), e && e->ref ? e->ref : "");
  cli_put_cell(b, j, m->at);
  truc__buf_chr(b, '\n');
}

/* A brat annotation file counts code points, whatever --offsets says. */
static void put_brat(const cli *c, cli_job *j, const truc_mention *m,
                     uint32_t id) {
  truc__buf *b = j->out;
  truc_span u = truc_doc_units(j->doc, m->at, TRUC_CODEPOINT);
  uint64_t start = j->base[TRUC_CODEPOINT] + u.off;
  (void)c;
  truc__buf_fmt(b, "T%u\t%s %llu %llu\t", (unsigned)id,
                truc_entity_type_name((truc_entity_type)m->type),
                (unsigned long long)start, (unsigned long long)(start + u.len));
  cli_put_cell(b, j, m->at);
  const truc_entity *e = entity(j, m->entity);
  if (e && e->ref)
    truc__buf_fmt(b, "\n#%u\tAnnotatorNotes T%u\t%s", (unsigned)id,
                  (unsigned)id, e->ref);
  truc__buf_chr(b, '\n');
}

static void emit_mentions(const cli *c, cli_job *j) {
  uint32_t n, id = 0;
  const truc_mention *m = truc_doc_mentions(j->doc, &n);
  for (uint32_t i = 0; i < n; i++) {
    if (!wanted(c, m, &m[i])) continue;
    switch (c->format[0]) {
      case 'b': put_brat(c, j, &m[i], ++id); break;
      case 't': put_row(c, j, &m[i]); break;
      default: put_json(c, j, &m[i]);
    }
  }
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
  if (entities && c->format[0] == 'b')
    return cli_fail(c, CLI_USAGE, NULL, "--format=jsonl",
                    "--entities has no brat form");
  if (c->format[0] == 't' && entities)
    cli_put(c, "doc\ttype\tref\tname\tcountry\tmentions\n");
  else if (c->format[0] == 't')
    cli_put(c, "doc\tstart\tend\ttype\tform\tref\ttext\n");
  return cli_each(c, TRUC_NAMES, entities ? emit_entities : emit_mentions);
}

const cli_verb cli_names = {
    "names",
    "find people, countries, bodies, places, forums; with ids",
    "[options] [FILE...|-]",
    "  truc names article.txt\n"
    "  truc names --entities --format=tsv article.txt\n"
    "  truc names --format=brat article.txt > article.ann\n",
    "jsonl   one name a line: doc, start, end, type, text, ref\n"
    "tsv     one name a row\n"
    "brat    a standoff file (one document at a time)\n"
    "Types: PER GPE LOC ORG FORUM AGREEMENT EVENT; with --all also OFFICE and\n"
    "GROUP. Offsets are code points unless --offsets says otherwise.\n",
    CLI_INPUT | CLI_OUTPUT | CLI_UNITS | CLI_MODEL | CLI_JOBS | CLI_CHARS,
    "jsonl tsv brat",
    options,
    run};

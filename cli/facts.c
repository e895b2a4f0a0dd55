/* SPDX-License-Identifier: Apache-2.0
**
** facts.c - truc facts: what a text says, as propositions with evidence.
*/
#include <stdlib.h>

#include "fact/fact.h"

#include "cli/cli.h"

/* ------------------------------------------------------------------- TSV */

/* The word that stands for an item: its id, code, number, or its words. */
static void put_item(cli_job *j, const truc_item *it) {
  truc__buf *b = j->out;
  if (it->ref)
    truc__buf_str(b, it->ref);
  else if (it->code)
    truc__buf_str(b, it->code);
  else if (it->has_number)
    truc__buf_decimal(b, it->mantissa, it->exponent);
  else if (it->fact != TRUC_NONE)
    truc__buf_fmt(b, "f%u", (unsigned)it->fact + 1);
  else
    cli_put_cell(b, j, it->at);
}

/* "visitor=per:Tô Lâm; host=gpe:MYS" */
static void put_slots(cli_job *j, const truc_fact *f) {
  uint32_t n;
  truc__buf *b = j->out;
  const truc_item *item = truc_doc_items(j->doc, &n);
  const char *slot = "";
  for (uint32_t i = 0; i < f->nitem; i++) {
    const truc_item *it = &item[f->item + i];
    if (strcmp(slot, it->slot))
      truc__buf_fmt(b, "%s%s=", i ? "; " : "", it->slot);
    else
      truc__buf_str(b, ", ");
    slot = it->slot;
    put_item(j, it);
  }
}

static void put_speakers(cli_job *j, const truc_fact *f) {
  uint32_t n, nentity;
  const uint32_t *who = truc_doc_speakers(j->doc, &n);
  const truc_entity *e = truc_doc_entities(j->doc, &nentity);
  for (uint32_t i = 0; i < f->nspeaker; i++) {
    uint32_t k = who[f->speaker + i];
    if (i) truc__buf_str(j->out, ", ");
    if (k < nentity && e[k].ref) truc__buf_str(j->out, e[k].ref);
  }
}

static void put_row(const cli *c, cli_job *j, const truc_fact *f, uint32_t i) {
  uint32_t n, nsent;
  truc__buf *b = j->out;
  const uint32_t *evidence = truc_doc_evidence(j->doc, &n);
  const truc_sentence *sent = truc_doc_sentences(j->doc, &nsent);
  truc__buf_fmt(b, "%s\tf%u\t%s\t%s\t%s\t", j->rec.id, (unsigned)i + 1,
                truc_kind_name((truc_kind)f->kind), f->date,
                truc_modality_name((truc_modality)f->modality));
  put_slots(j, f);
  truc__buf_chr(b, '\t');
  put_speakers(j, f);
  if (f->nevidence) {
    const truc_sentence *s = &sent[evidence[f->evidence]];
    cli_range r = cli_span(c, j, s->at);
    truc__buf_fmt(b, "\t%llu\t%llu\t", (unsigned long long)r.start,
                  (unsigned long long)r.end);
    cli_put_cell(b, j, s->at);
  } else {
    truc__buf_str(b, "\t\t\t");
  }
  truc__buf_chr(b, '\n');
}

/* ------------------------------------------------------------------ verb */

static const cli_option options[] = {
    {"min-confidence", 0, "N", "leave out less sure facts: 0.8, or 80 percent"},
    {NULL, 0, NULL, NULL}};

/* "0.8", "80" and "80%" are one; a number up to 1 is a share. */
static unsigned least_confidence(cli *c, bool *bad) {
  const char *s = cli_value(c, "min-confidence");
  char *end;
  if (!s) return 0;
  double x = strtod(s, &end);
  if (x >= 0 && x <= 1) x *= 100;
  if (*end == '%') end++;
  if (end != s && !*end && x >= 0 && x <= 100) return (unsigned)(x + 0.5);
  cli_fail(c, CLI_USAGE, NULL, "truc facts --min-confidence=0.8",
           "'%s' is no confidence, 0 to 1 or percent", s);
  *bad = true;
  return 0;
}

static void emit(const cli *c, cli_job *j) {
  uint32_t n;
  const truc_fact *f = truc_doc_facts(j->doc, &n);
  truc__fact_out how = {j->rec.id, c->unit, j->base[c->unit], j->rec.piece};
  unsigned least = *(const unsigned *)c->own;
  for (uint32_t i = 0; i < n; i++) {
    if (f[i].confidence < least) continue;
    if (c->format[0] == 't') {
      put_row(c, j, &f[i], i);
      continue;
    }
    truc__fact_json(j->out, j->doc, i, &how);
    truc__buf_chr(j->out, '\n');
  }
}

static int run(cli *c) {
  bool bad = false;
  unsigned least = least_confidence(c, &bad);
  if (bad) return c->status;
  c->own = &least;
  if (c->format[0] == 't')
    cli_put(c,
            "doc\tid\tkind\tdate\tmodality\tslots\tspeaker\tstart\tend\t"
            "sentence\n");
  return cli_each(c, TRUC_FACTS, emit);
}

const cli_verb cli_facts = {
    "facts",
    "visits, talks, agreements, ranks, sums ... with their sentences",
    "[options] [FILE...|-]",
    "  truc facts --date=2023-11-27 article.txt\n"
    "  truc facts --format=tsv articles.jsonl\n"
    "  truc facts -j 4 articles.jsonl | grep '\"kind\":\"VISIT\"'\n",
    "jsonl   one fact a line: doc, id, kind, args, date, modality, speaker,\n"
    "        evidence (doc/ANNOTATION.md)\n"
    "tsv     one fact a row, with its first sentence\n"
    "The publication date (--date, or the record's field) resolves dates such\n"
    "as \"hôm nay\" or \"ngày 21-11\"; without it what is unknown stays X.\n"
    "A fact's confidence is the chance that it is right with all its core\n"
    "slots, measured on articles judged by hand (doc/ACCURACY.md).\n"
    "Offsets are code points unless --offsets says otherwise.\n",
    CLI_INPUT | CLI_OUTPUT | CLI_UNITS | CLI_MODEL | CLI_JOBS | CLI_CHARS,
    "jsonl tsv",
    options,
    run};

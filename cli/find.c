/* SPDX-License-Identifier: Apache-2.0
**
** find.c - truc find: sentences of a ledger that hold words, or state facts.
*/
#include "cli/ledger.h"

static void put_kinds(truc__buf *b, uint32_t kinds) {
  for (int k = 0; k < TRUC_NKINDS; k++)
    if (kinds >> k & 1) {
      if (b->n) truc__buf_str(b, " · ");
      truc__buf_str(b, truc_kind_name((truc_kind)k));
    }
}

static void show_text(cli_view *v, const truc_finds *f) {
  truc__buf remark = {0};
  for (uint32_t i = 0; i < f->nfound; i++) {
    const truc_found *x = &f->found[i];
    const truc_record_document *d = &f->document[x->doc];
    truc__buf_reset(&remark);
    put_kinds(&remark, x->kinds);
    if (i) cli_view_blank(v);
    cli_view_entry(v, *d->date ? d->date : "no date", d->id,
                   remark.p ? remark.p : "");
    cli_view_quote(v, x->text, x->len, f->mark + x->mark, x->nmark);
  }
  truc__buf_release(&remark);
}

static void put_key(truc__buf *b, const char *key, const char *value) {
  truc__buf_fmt(b, ",\"%s\":", key);
  truc__buf_json(b, value, strlen(value));
}

/* Offsets are bytes of the document; marks count from there too. */
static void put_json(truc__buf *b, const truc_finds *f, const truc_found *x) {
  const truc_record_document *d = &f->document[x->doc];
  const char *between = "";
  truc__buf_str(b, "{\"doc\":");
  truc__buf_json(b, d->id, strlen(d->id));
  if (*d->date) put_key(b, "date", d->date);
  if (*d->title) put_key(b, "title", d->title);
  truc__buf_fmt(b, ",\"offsets\":\"byte\",\"start\":%u,\"end\":%u,\"text\":",
                x->off, x->off + x->len);
  truc__buf_json(b, x->text, x->len);
  truc__buf_str(b, ",\"marks\":[");
  for (uint32_t i = 0; i < x->nmark; i++) {
    truc_span m = f->mark[x->mark + i];
    truc__buf_fmt(b, "%s[%u,%u]", i ? "," : "", x->off + m.off,
                  x->off + m.off + m.len);
  }
  truc__buf_str(b, "],\"kinds\":[");
  for (int k = 0; k < TRUC_NKINDS; k++)
    if (x->kinds >> k & 1) {
      truc__buf_fmt(b, "%s\"%s\"", between, truc_kind_name((truc_kind)k));
      between = ",";
    }
  truc__buf_str(b, "]}\n");
}

static void put_tsv(truc__buf *b, const truc_finds *f, const truc_found *x) {
  const truc_record_document *d = &f->document[x->doc];
  truc__buf_fmt(b, "%s\t%s\t%u\t%u\t", d->date, d->id, x->off, x->off + x->len);
  for (uint32_t i = 0; i < x->len; i++)
    truc__buf_chr(b, (unsigned char)x->text[i] < ' ' ? ' ' : x->text[i]);
  truc__buf_chr(b, '\n');
}

static void show(cli *c, truc_ledger *l, const truc_finds *f) {
  if (!strcmp(c->format, "tsv"))
    cli_put(c, "date\tdoc\tstart\tend\tsentence\n");
  if (!strcmp(c->format, "text")) {
    cli_view v;
    cli_view_init(&v, c, l, false);
    show_text(&v, f);
    cli_view_release(&v);
    if (f->total > f->nfound || f->more)
      fprintf(stderr, "%u of %s%llu sentences; more with --limit\n", f->nfound,
              f->more ? "more than " : "", (unsigned long long)f->total);
    return;
  }
  for (uint32_t i = 0; i < f->nfound; i++)
    if (c->format[0] == 'j')
      put_json(&c->out, f, &f->found[i]);
    else
      put_tsv(&c->out, f, &f->found[i]);
}

/* The words of the command line; one that was quoted and has blanks in it is a
** phrase only if it says so itself. */
static bool join_words(cli *c, truc__buf *b) {
  for (int i = 1; i < c->nargs; i++) {
    if (i > 1) truc__buf_chr(b, ' ');
    truc__buf_str(b, c->args[i]);
  }
  if (b->rc) cli_fail(c, CLI_IO, NULL, NULL, "%s", truc_rc_message(b->rc));
  return !b->rc;
}

static bool has_words(const cli *c) {
  for (int i = 1; i < c->nargs; i++)
    if (c->args[i][strspn(c->args[i], " \t\n")]) return true;
  return false;
}

static void find(cli *c, truc_ledger *l, uint32_t limit) {
  cli_filter f;
  truc_finds *found;
  truc_err err;
  truc__buf words = {0};
  if (cli_filter_read(c, l, &f) && join_words(c, &words)) {
    f.q.words = has_words(c) ? words.p : NULL;
    f.q.strict = cli_value(c, "strict") != NULL;
    f.q.order = cli_value(c, "by-date") ? TRUC_ORDER_DATE : TRUC_ORDER_SOURCES;
    f.q.limit = limit;
    if (truc_ledger_find(l, &f.q, &err, &found)) {
      cli_ledger_fail(c, c->args[0], &err);
    } else {
      show(c, l, found);
      if (!found->nfound) cli_fail(c, CLI_NOTHING, NULL, NULL, "nothing found");
      truc_finds_free(found);
    }
  }
  truc__buf_release(&words);
}

static int run(cli *c) {
  bool bad = false;
  long limit = cli_number(c, "limit", 20, 0, 1000000, &bad);
  if (bad) return c->status;
  if (c->nargs < 1)
    return cli_fail(c, CLI_USAGE, NULL, "truc find relations.db hợp tác",
                    "which ledger?");
  if (!has_words(c) && !cli_value(c, "kind") && !cli_value(c, "actor") &&
      !cli_value(c, "sector") && !cli_value(c, "modality"))
    return cli_fail(c, CLI_USAGE, NULL, "truc find relations.db hợp tác",
                    "find what? words, or --kind, --actor, --sector");
  truc_ledger *l = cli_ledger_open(c, c->args[0], TRUC_LEDGER_READ);
  if (!l) return c->status;
  find(c, l, (uint32_t)limit);
  cli_ledger_close(c, l);
  return c->status;
}

static const cli_option options[] = {
    CLI_FILTER_OPTIONS,
    {"strict", 's', NULL, "words without marks find only what has none"},
    {"by-date", 'd', NULL, "in order of time, not of rank"},
    {"limit", 'n', "N", "at most N sentences (20; 0: all)"},
    {NULL, 0, NULL, NULL}};

const cli_verb cli_find = {
    "find",
    "sentences of a ledger that hold words, or state facts",
    "[options] LEDGER [WORDS...]",
    "  truc find relations.db hợp tác quốc phòng\n"
    "  truc find relations.db '\"doi tac chien luoc\" -kinh' --by-date\n"
    "  truc find relations.db --kind=AMOUNT --actor=JPN --sector=oda\n",
    "All words must be in the sentence, in any order; \"...\" is a phrase, "
    "-word\n"
    "excludes, OR is an alternative, word* a beginning; hợp_tác is the word, "
    "not\n"
    "two syllables that meet by accident. What is typed must\n"
    "match, what is left out is free: duong finds đường and dương, đường only\n"
    "đường; hòa and hoà are one. --from and --to look at the dates of facts "
    "if\n"
    "facts are asked for, else at those of publication. --actor alone finds\n"
    "the sentences that name them; with --kind, --modality or --sector those\n"
    "that state such facts about them, by whatever name.\n"
    "text for the terminal, json (offsets and marks in bytes), tsv. Exit code "
    "1:\n"
    "nothing found.\n",
    CLI_OUTPUT,
    "text json tsv",
    options,
    run};

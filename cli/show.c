/* SPDX-License-Identifier: Apache-2.0
**
** show.c - truc show: what a ledger knows of a pair, a country, a person, or
** one proposition.
*/
#include <stdio.h>

#include "cli/brief.h"
#include "ledger/ledger.h"

enum { HISTORIES = 20 }; /* of a kind, if not all are asked for */

/* Another proposition, by its id, in one line. */
static void other(cli_brief *x, const char *label, const char *id) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  q.id = id;
  q.max_evidence = 1;
  q.brief = 1;
  if (truc_ledger_records(x->v->l, &q, NULL, &r)) return;
  if (r->nrecord) {
    const truc_record *p = &r->record[0];
    truc__buf_reset(&x->what);
    truc__buf_reset(&x->note);
    cli_put_headline(&x->what, x->v->l, r, p);
    cli_put_modality(&x->what, p);
    if (*p->date) truc__buf_str(&x->what, " · ");
    cli_put_date(&x->what, p->date);
    cli_put_sources(&x->note, p);
    cli_view_entry(x->v, label, cli_brief_text(&x->what),
                   cli_brief_text(&x->note));
    cli_view_note(x->v, id);
  }
  truc_records_free(r);
}

/* One proposition with everything that is known of it. */
static void proposition(cli_brief *x, const truc_record *p) {
  truc__buf_reset(&x->label);
  cli_put_date(&x->label, p->date);
  cli_view_title(x->v, p->id, truc_modality_name((truc_modality)p->modality));
  cli_brief_entry(x, p, cli_brief_text(&x->label));
  truc__buf_reset(&x->note);
  truc__buf_fmt(&x->note, "read by pattern %s, confidence %u %%",
                *p->pattern ? p->pattern : "(none)", p->confidence);
  cli_view_note(x->v, cli_brief_text(&x->note));
  for (uint32_t k = 0; k < p->nconflict; k++)
    other(x, "against", x->r->conflict[p->conflict + k]);
  for (uint32_t k = 0; k < p->npartial; k++)
    other(x, "in part", x->r->partial[p->partial + k]);
}

static bool show_proposition(cli_view *v, const char *id) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  truc_err err;
  q.id = id;
  if (truc_ledger_records(v->l, &q, &err, &r)) {
    cli_ledger_fail(v->c, NULL, &err);
    return false;
  }
  cli_brief x = {.v = v, .r = r, .evidence = true};
  for (uint32_t i = 0; i < r->nrecord; i++) {
    if (i) cli_view_blank(v);
    proposition(&x, &r->record[i]);
  }
  bool any = r->nrecord != 0;
  cli_brief_release(&x);
  truc_records_free(r);
  return any;
}

/* -------------------------------------------------------------------- verb */

/* "VISIT-4kq0..." */
static bool is_id(const char *s) {
  for (int k = 0; k < TRUC_NKINDS; k++) {
    const char *name = truc_kind_name((truc_kind)k);
    size_t n = strlen(name);
    if (!strncmp(s, name, n) && s[n] == '-') return true;
  }
  return false;
}

static int write_out(void *ctx, const char *s, size_t n) {
  cli *c = ctx;
  truc__buf_put(&c->out, s, n);
  return !cli_flush(c);
}

/* What changed among them, a line each. */
static void show_histories(cli *c, truc_ledger *l, const truc_query *query) {
  truc_query q = *query;
  truc_histories *h;
  truc_err err;
  q.limit = cli_value(c, "all") ? 0 : HISTORIES;
  if (truc_ledger_histories(l, &q, &err, &h)) {
    cli_ledger_fail(c, c->args[0], &err);
    return;
  }
  for (uint32_t i = 0; i < h->nhistory; i++) {
    truc__history_json(&c->out, h, i);
    truc__buf_chr(&c->out, '\n');
  }
  truc_histories_free(h);
}

/* The same choice of propositions for a program. */
static bool show_data(cli *c, truc_ledger *l, const truc_query *q) {
  uint64_t n = 0;
  truc_err err;
  truc_export_format f =
      c->format[0] == 'j' ? TRUC_EXPORT_JSONL : TRUC_EXPORT_TSV;
  if (truc_ledger_export(l, q, f, write_out, c, &n, NULL, &err) && !c->broken)
    cli_ledger_fail(c, c->args[0], &err);
  if (f == TRUC_EXPORT_JSONL && !q->id && !c->status && !c->broken)
    show_histories(c, l, q);
  return n != 0;
}

/* A name of several words, typed without quotes: "Tô Lâm", "Viet Nam". */
static bool is_one_name(cli *c, truc_ledger *l, char *out, size_t size) {
  truc__buf words = {0};
  truc_known known;
  uint32_t n = 0;
  for (int i = 1; i < c->nargs; i++) {
    if (i > 1) truc__buf_chr(&words, ' ');
    truc__buf_str(&words, c->args[i]);
  }
  bool one = c->nargs > 2 && !words.rc &&
             !truc_ledger_lookup(l, words.p, &known, 1, &n, NULL) && n &&
             strlen(known.ref) < size;
  if (one) snprintf(out, size, "%s", known.ref);
  truc__buf_release(&words);
  return one;
}

/* Whom the words name: one, or two; false has been reported. */
static bool read_actors(cli *c, truc_ledger *l, char ref[2][256]) {
  if (is_one_name(c, l, ref[0], sizeof ref[0])) return true;
  if (c->nargs > 3) {
    cli_fail(c, CLI_USAGE, NULL, "truc show relations.db 'Nhật Bản' 'Hàn Quốc'",
             "more than two names; quote a name of several words");
    return false;
  }
  for (int i = 1; i < c->nargs; i++)
    if (!cli_actor(c, l, c->args[i], ref[i - 1], sizeof ref[0])) return false;
  if (!strcmp(ref[0], ref[1])) *ref[1] = '\0';
  return true;
}

static bool show(cli *c, truc_ledger *l, uint32_t limit) {
  char ref[2][256] = {"", ""};
  bool id = c->nargs == 2 && is_id(c->args[1]), any;
  if (!id && !read_actors(c, l, ref)) return true;
  const char *b = *ref[1] ? ref[1] : NULL;
  if (c->format[0] == 'j' || c->format[1] == 's') {
    truc_query q = TRUC_QUERY;
    q.id = id ? c->args[1] : NULL;
    q.actor[0] = id ? NULL : ref[0];
    q.actor[1] = b;
    q.holders = b != NULL;
    return show_data(c, l, &q);
  }
  cli_view v;
  cli_view_init(&v, c, l, c->format[0] == 'm');
  any = id ? show_proposition(&v, c->args[1])
           : cli_show_actors(&v, ref[0], b, limit);
  cli_view_release(&v);
  return any;
}

static int run(cli *c) {
  bool bad = false;
  long limit = cli_number(c, "limit", 20, 0, 1000000, &bad);
  if (bad) return c->status;
  if (c->nargs < 2)
    return cli_fail(c, CLI_USAGE, NULL, "truc show relations.db VNM JPN",
                    "show whom? one or two names, or the id of a proposition");
  truc_ledger *l = cli_ledger_open(c, c->args[0], TRUC_LEDGER_READ);
  if (!l) return c->status;
  bool any = show(c, l, cli_value(c, "all") ? 0 : (uint32_t)limit);
  if (!any && !c->status)
    cli_fail(c, CLI_NOTHING, NULL, NULL, "nothing is known of %s%s%s",
             c->args[1], c->nargs == 3 ? " and " : "",
             c->nargs == 3 ? c->args[2] : "");
  cli_ledger_close(c, l);
  return c->status;
}

const cli_option cli_show_options[] = {
    {"limit", 'n', "N", "entries per section (20)"},
    {"all", 0, NULL, "all entries"},
    {NULL, 0, NULL, NULL}};

const cli_verb cli_show = {
    "show",
    "what a ledger knows of two countries, of one, of a person",
    "[options] LEDGER NAME [NAME]",
    "  truc show relations.db VNM JPN\n"
    "  truc show relations.db 'Nhật Bản' --format=md\n"
    "  truc show relations.db 'Tô Lâm'\n",
    "A name is a code (JPN), a name as the press has it, a part of a person's\n"
    "name (Biden), or a ref (per:Tô Lâm); the id of a proposition\n"
    "(VISIT-...) shows all its sentences and what contradicts it. Two names\n"
    "of several words are quoted.\n"
    "text  for the terminal; colours only there, and not if NO_COLOR is set\n"
    "json  the propositions as JSON Lines, then what changed over time: a\n"
    "      \"history\" of a rank, sum, relation, plan, agreement, office\n"
    "tsv   as a sheet     md  Markdown\n"
    "Near-copies of one text count as one source.\n",
    CLI_OUTPUT,
    "text json tsv md",
    cli_show_options,
    run};

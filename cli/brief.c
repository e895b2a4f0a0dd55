/* SPDX-License-Identifier: Apache-2.0
**
** brief.c - what a brief is made of: entries with their sentences, sections
** with a heading; and the order of the sections.
*/
#include "cli/brief.h"

/* ----------------------------------------------------------------- entries */

void cli_put_sources(truc__buf *b, const truc_record *p) {
  if (p->timeless && p->ndoc > 1) {
    truc__buf_fmt(b, "%u documents, none says when", (unsigned)p->ndoc);
    return;
  }
  truc__buf_fmt(b, "%u source%s", (unsigned)p->nsource,
                p->nsource == 1 ? "" : "s");
}

/* "[planned]" where it is not simply so. */
void cli_put_modality(truc__buf *b, const truc_record *p) {
  if (p->modality != TRUC_ACTUAL)
    truc__buf_fmt(b, " [%s]", truc_modality_name((truc_modality)p->modality));
}

static void put_document(truc__buf *b, const truc_record_document *d) {
  cli_put_word(b, d->id);
  if (*d->date) truc__buf_fmt(b, " (%s)", d->date);
}

/* Ids of the documents that state it, the one quoted first. */
static void put_documents(cli_brief *x, const truc_record *p) {
  enum { SHOWN = 3 };
  uint32_t seen[SHOWN], n = 0;
  truc__buf_reset(&x->note);
  for (uint32_t k = 0; k < p->nevidence && n < SHOWN; k++) {
    uint32_t doc = x->r->evidence[p->evidence + k].doc;
    bool again = false;
    for (uint32_t i = 0; i < n; i++) again |= seen[i] == doc;
    if (again) continue;
    if (n) truc__buf_str(&x->note, " · ");
    put_document(&x->note, &x->r->document[doc]);
    seen[n++] = doc;
  }
  if (p->ndoc > n)
    truc__buf_fmt(&x->note, " · %u more", (unsigned)(p->ndoc - n));
}

/* Several propositions often stand in one sentence: it is shown once. */
static void quote_once(cli_brief *x, const truc_record_evidence *e) {
  bool again =
      x->quoted && x->nquoted == e->len && !memcmp(x->quoted, e->text, e->len);
  if (again)
    cli_view_note(x->v, "(the same sentence)");
  else
    cli_view_quote(x->v, e->text, e->len, NULL, 0);
  x->quoted = e->text;
  x->nquoted = e->len;
}

void cli_brief_quote(cli_brief *x, const truc_record *p) {
  for (uint32_t k = 0; k < p->nevidence && (x->evidence || !k); k++) {
    const truc_record_evidence *e = &x->r->evidence[p->evidence + k];
    quote_once(x, e);
    if (!x->evidence) continue;
    truc__buf_reset(&x->note);
    put_document(&x->note, &x->r->document[e->doc]);
    truc__buf_fmt(&x->note, " f%u", (unsigned)e->fact);
    cli_view_note(x->v, cli_brief_text(&x->note));
  }
  if (x->evidence) return;
  put_documents(x, p);
  cli_view_note(x->v, cli_brief_text(&x->note));
}

/* One proposition under a label. */
void cli_brief_entry(cli_brief *x, const truc_record *p, const char *label) {
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  cli_put_headline(&x->what, x->v->l, x->r, p);
  cli_put_modality(&x->what, p);
  if (p->disputed) truc__buf_str(&x->what, " (contradicted)");
  cli_put_sources(&x->note, p);
  cli_view_entry(x->v, label, cli_brief_text(&x->what),
                 cli_brief_text(&x->note));
  cli_brief_quote(x, p);
}

/* --------------------------------------------------------------- sections */

enum { EVIDENCE = 3 }; /* by record: one sentence, and documents */

/* The records of a section; NULL if there are none. */
truc_records *cli_brief_ask(cli_brief *x, unsigned kinds, bool contradicted) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  truc_err err;
  q.actor[0] = x->a;
  q.actor[1] = x->b;
  q.kinds = kinds;
  q.holders = kinds == BIT(OFFICE) && x->b;
  q.contradicted = contradicted;
  q.limit = x->limit;
  q.max_evidence = EVIDENCE;
  q.brief = 1;
  x->quoted = NULL;
  if (x->failed) return NULL;
  if (truc_ledger_records(x->v->l, &q, &err, &r)) {
    cli_ledger_fail(x->v->c, NULL, &err);
    x->failed = true;
    return NULL;
  }
  if (r->nrecord) return r;
  truc_records_free(r);
  return NULL;
}

/* Opens a section: the best known of its kinds, with a heading. */
truc_records *cli_brief_open(cli_brief *x, const char *title, unsigned kinds) {
  truc_records *r = cli_brief_ask(x, kinds, false);
  x->r = r;
  if (!r) return NULL;
  truc__buf_reset(&x->note);
  truc__buf_fmt(&x->note, "%u", (unsigned)r->total);
  cli_view_section(x->v, title, cli_brief_text(&x->note));
  return r;
}

void cli_brief_close(cli_brief *x, truc_records *r) {
  if (r->total > r->nrecord) {
    truc__buf_reset(&x->note);
    truc__buf_fmt(&x->note, "... %u more (--all)",
                  (unsigned)(r->total - r->nrecord));
    cli_view_note(x->v, cli_brief_text(&x->note));
  }
  truc_records_free(r);
  x->r = NULL;
}

/* Labels say the date or nothing. */
void cli_brief_section(cli_brief *x, const char *title, unsigned kinds) {
  truc_records *r = cli_brief_open(x, title, kinds);
  if (!r) return;
  for (uint32_t i = 0; i < r->nrecord; i++) {
    truc__buf_reset(&x->label);
    cli_put_date(&x->label, r->record[i].date);
    cli_brief_entry(x, &r->record[i], cli_brief_text(&x->label));
  }
  cli_brief_close(x, r);
}

/* ------------------------------------------------------------------ briefs */

static void put_actor(cli_brief *x, const char *ref) {
  const char *name = truc_ledger_name(x->v->l, ref);
  if (!strncmp(ref, "sector:", 7))
    cli_put_words(&x->what, name);
  else
    cli_put_word(&x->what, name);
}

static bool title(cli_brief *x) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  truc_err err;
  q.actor[0] = x->a;
  q.actor[1] = x->b;
  q.limit = 1;
  q.max_evidence = 1;
  q.brief = 1;
  if (truc_ledger_records(x->v->l, &q, &err, &r)) {
    cli_ledger_fail(x->v->c, NULL, &err);
    return false;
  }
  uint32_t total = r->total, supported = r->supported;
  truc_records_free(r);
  if (!total) return false;
  truc__buf_reset(&x->what);
  put_actor(x, x->a);
  if (x->b) truc__buf_str(&x->what, " – ");
  if (x->b) put_actor(x, x->b);
  truc__buf_reset(&x->note);
  truc__buf_fmt(&x->note, "%u proposition%s, %u with two sources or more",
                (unsigned)total, total == 1 ? "" : "s", (unsigned)supported);
  cli_view_title(x->v, cli_brief_text(&x->what), cli_brief_text(&x->note));
  return true;
}

void cli_brief_release(cli_brief *x) {
  truc__buf_release(&x->label);
  truc__buf_release(&x->what);
  truc__buf_release(&x->note);
}

bool cli_show_actors(cli_view *v, const char *a, const char *b,
                     uint32_t limit) {
  cli_brief x = {.v = v, .a = a, .b = b, .limit = limit};
  bool any = title(&x);
  if (any) {
    cli_brief_conflicts(&x);
    cli_brief_changes(&x);
    cli_brief_offices(&x);
    cli_brief_ranks(&x);
    cli_brief_ladder(&x);
    cli_brief_section(&x, "Sums and goods", BIT(AMOUNT) | BIT(PROVISION));
    cli_brief_timeline(&x);
    cli_brief_cooperation(&x);
    cli_brief_section(&x, "Forums", BIT(FORUM));
    cli_brief_section(&x, "State of the relation", BIT(STATUS));
    cli_brief_section(&x, "Effects", BIT(IMPACT));
    cli_brief_section(&x, "Statements", BIT(STATEMENT));
  }
  cli_brief_release(&x);
  return any;
}

/* SPDX-License-Identifier: Apache-2.0
**
** sections.c - sections of a brief that have a shape of their own: ranks over
** the years, steps of a relation, offices, a timeline, fields of cooperation,
** contradictions.
*/
#include <stdlib.h>

#include "cli/brief.h"

/* ------------------------------------------------------------------- ranks */

static void rank(cli_brief *x, const truc_record *p) {
  const truc_record_item *number = cli_slot(x->r, p, "rank");
  truc__buf_reset(&x->label);
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  truc__buf_fmt(&x->label, "no. %s",
                number && number->number ? number->number : "?");
  cli_put_slot(&x->what, x->v->l, x->r, p, "", "subject");
  cli_put_slot(&x->what, x->v->l, x->r, p, " · ", "domain");
  cli_put_slot(&x->what, x->v->l, x->r, p, " · for ", "relative_to");
  cli_put_slot(&x->what, x->v->l, x->r, p, " · among ", "set");
  cli_put_modality(&x->what, p);
  if (*p->date) {
    truc__buf_str(&x->what, " · ");
    cli_put_date(&x->what, p->date);
  }
  if (p->disputed) truc__buf_str(&x->what, " (contradicted)");
  cli_put_sources(&x->note, p);
  cli_view_entry(x->v, cli_brief_text(&x->label), cli_brief_text(&x->what),
                 cli_brief_text(&x->note));
  cli_brief_quote(x, p);
}

/* A record and what it is sorted by. */
typedef struct sorted {
  const truc_record *p;
  const char *key[4];
} sorted;

static int by_keys(const void *a, const void *b) {
  const sorted *x = a, *y = b;
  for (int i = 0; i < 4; i++) {
    int d = strcmp(x->key[i], y->key[i]);
    if (d) return d;
  }
  return strcmp(x->p->id, y->p->id);
}

static const char *ref_in(const cli_brief *x, const truc_record *p,
                          const char *name) {
  const truc_record_item *i = cli_slot(x->r, p, name);
  return i && i->ref ? i->ref : "";
}

/* Each place with its years together: a history. */
void cli_brief_ranks(cli_brief *x) {
  truc_records *r = cli_brief_open(x, "Ranks", BIT(RANKING));
  if (!r) return;
  sorted *v = truc__realloc(NULL, r->nrecord * sizeof *v);
  for (uint32_t i = 0; v && i < r->nrecord; i++) {
    const truc_record *p = &r->record[i];
    v[i] =
        (sorted){p,
                 {ref_in(x, p, "subject"), ref_in(x, p, "domain"),
                  ref_in(x, p, "relative_to"), *p->date ? p->date : p->first}};
  }
  if (v) qsort(v, r->nrecord, sizeof *v, by_keys);
  for (uint32_t i = 0; v && i < r->nrecord; i++) rank(x, v[i].p);
  truc__free(v);
  cli_brief_close(x, r);
}

/* A step: ties begun, made normal, raised to something. */
static const char *step_of(const cli_brief *x, const truc_record *p) {
  const truc_record_item *type = cli_slot(x->r, p, "type");
  const truc_record_item *of = cli_slot(x->r, p, "of");
  if (!type || !type->code || !strcmp(type->code, "anniversary")) return NULL;
  return of && of->code ? of->code : type->code;
}

/* How far two have come, step by step; all else on milestones stands in the
** timeline. */
void cli_brief_ladder(cli_brief *x) {
  truc_records *r = x->b ? cli_brief_ask(x, BIT(MILESTONE), false) : NULL;
  if (!r) return;
  x->r = r;
  uint32_t n = 0;
  sorted *v = truc__realloc(NULL, r->nrecord * sizeof *v);
  for (uint32_t i = 0; v && i < r->nrecord; i++) {
    const truc_record *p = &r->record[i];
    const char *step = step_of(x, p);
    if (step && *p->date && p->modality == TRUC_ACTUAL)
      v[n++] = (sorted){p, {p->date, step, "", ""}};
  }
  if (n) {
    qsort(v, n, sizeof *v, by_keys);
    truc__buf_reset(&x->note);
    truc__buf_fmt(&x->note, "%u", (unsigned)n);
    cli_view_section(x->v, "Steps of the relation", cli_brief_text(&x->note));
  }
  for (uint32_t i = 0; i < n; i++) {
    truc__buf_reset(&x->label);
    truc__buf_reset(&x->note);
    cli_put_date(&x->label, v[i].p->date);
    cli_put_sources(&x->note, v[i].p);
    if (v[i].p->disputed) truc__buf_str(&x->note, ", contradicted");
    truc__buf_reset(&x->what);
    cli_put_words(&x->what, v[i].key[1]);
    cli_view_entry(x->v, cli_brief_text(&x->label), cli_brief_text(&x->what),
                   cli_brief_text(&x->note));
  }
  truc__free(v);
  cli_brief_close(x, r);
}

static void put_held(truc__buf *b, const truc_record *p) {
  if (!*p->first) return;
  truc__buf_fmt(b, " · %s", p->first);
  if (strcmp(p->first, p->last)) truc__buf_fmt(b, " to %s", p->last);
}

static void office(cli_brief *x, const truc_record *p) {
  truc__buf_reset(&x->label);
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  cli_put_slot(&x->label, x->v->l, x->r, p, "", "person");
  cli_put_slot(&x->what, x->v->l, x->r, p, "", "office");
  cli_put_slot(&x->what, x->v->l, x->r, p, ", ", "org");
  cli_put_slot(&x->what, x->v->l, x->r, p, ", ", "country");
  put_held(&x->what, p);
  cli_put_sources(&x->note, p);
  cli_view_entry(x->v, cli_brief_text(&x->label), cli_brief_text(&x->what),
                 cli_brief_text(&x->note));
}

/* Names in a column, what they hold beside them. */
void cli_brief_offices(cli_brief *x) {
  int label = x->v->label, widest = 0;
  truc_records *r = cli_brief_open(x, "Offices", BIT(OFFICE));
  if (!r) return;
  for (uint32_t i = 0; i < r->nrecord; i++) {
    const truc_record_item *who = cli_slot(r, &r->record[i], "person");
    int n = who && who->name ? cli_columns(who->name, strlen(who->name)) : 0;
    if (n > widest) widest = n;
  }
  x->v->label = widest < 28 ? widest + 2 : 30;
  for (uint32_t i = 0; i < r->nrecord; i++) office(x, &r->record[i]);
  x->v->label = label;
  cli_brief_close(x, r);
}

/* By date, undated last. */
static int by_date(const void *a, const void *b) {
  const truc_record *x = *(const truc_record *const *)a;
  const truc_record *y = *(const truc_record *const *)b;
  if (!*x->date != !*y->date) return *x->date ? -1 : 1;
  int d = strcmp(x->date, y->date);
  return d ? d : strcmp(x->id, y->id);
}

void cli_brief_timeline(cli_brief *x) {
  static const char *const name[TRUC_NKINDS] = {
      [TRUC_KIND_VISIT] = "visit",
      [TRUC_KIND_CONTACT] = "contact",
      [TRUC_KIND_MILESTONE] = "milestone",
      [TRUC_KIND_AGREEMENT] = "agreement",
      [TRUC_KIND_EVENT] = "event"};
  truc_records *r = cli_brief_open(
      x, "Timeline",
      BIT(VISIT) | BIT(CONTACT) | BIT(MILESTONE) | BIT(AGREEMENT) | BIT(EVENT));
  if (!r) return;
  const truc_record **p = truc__realloc(NULL, r->nrecord * sizeof *p);
  for (uint32_t i = 0; p && i < r->nrecord; i++) p[i] = &r->record[i];
  if (p) qsort(p, r->nrecord, sizeof *p, by_date);
  for (uint32_t i = 0; p && i < r->nrecord; i++) {
    truc__buf_reset(&x->label);
    cli_put_date(&x->label, p[i]->date);
    if (!x->label.n) truc__buf_str(&x->label, name[p[i]->kind]);
    cli_brief_entry(x, p[i], cli_brief_text(&x->label));
  }
  truc__free(p);
  cli_brief_close(x, r);
}

/* ------------------------------------------------------------ cooperation */

static const struct {
  const char *name;
  unsigned set;
} field_column[] = {{"in place", 1u << TRUC_ACTUAL},
                    {"agreed", 1u << TRUC_AGREED},
                    {"planned", 1u << TRUC_PLANNED | 1u << TRUC_EXPECTED},
                    {"wished", 1u << TRUC_DESIRED | 1u << TRUC_CONDITIONAL}};
enum { NFIELD_COLUMNS = 4, FIELD_WIDTH = 34, NUMBER_WIDTH = 10 };

static void put_padded(truc__buf *out, const char *s, int width, bool right) {
  int gap = width - cli_columns(s, strlen(s));
  for (int i = 0; right && i < gap; i++) truc__buf_chr(out, ' ');
  truc__buf_str(out, s);
  for (int i = 0; !right && i < gap; i++) truc__buf_chr(out, ' ');
}

static void field_row(cli_brief *x, const truc_field *f) {
  truc__buf *out = &x->v->c->out;
  bool markdown = x->v->markdown;
  truc__buf_reset(&x->what);
  if (*f->text)
    cli_put_tidy(&x->what, f->text, strlen(f->text));
  else
    cli_put_words(&x->what,
                  strchr(f->ref, ':') ? strchr(f->ref, ':') + 1 : f->ref);
  truc__buf_str(out, markdown ? "| " : "  ");
  put_padded(out, cli_brief_text(&x->what), FIELD_WIDTH, false);
  for (int c = 0; c < NFIELD_COLUMNS; c++) {
    char number[16] = "·";
    unsigned n = 0;
    for (unsigned m = 0; m < 7; m++)
      if (field_column[c].set >> m & 1) n += f->n[m];
    if (n) snprintf(number, sizeof number, "%u", n);
    truc__buf_str(out, markdown ? " | " : "");
    put_padded(out, number, NUMBER_WIDTH, true);
  }
  truc__buf_str(out, markdown ? " |\n" : "\n");
}

/* Fields down, modalities across: how many propositions say so. */
static void field_table(cli_brief *x) {
  enum { ROOM = 128 };
  truc_field f[ROOM];
  uint32_t n = 0;
  truc_query q = TRUC_QUERY;
  truc__buf *out = &x->v->c->out;
  bool markdown = x->v->markdown;
  q.actor[0] = x->a;
  q.actor[1] = x->b;
  if (truc_ledger_fields(x->v->l, &q, f, ROOM, &n, NULL) || !n) return;
  truc__buf_str(out, markdown ? "\n| " : "  ");
  put_padded(out, "field", FIELD_WIDTH, false);
  for (int c = 0; c < NFIELD_COLUMNS; c++) {
    truc__buf_str(out, markdown ? " | " : "");
    put_padded(out, field_column[c].name, NUMBER_WIDTH, true);
  }
  truc__buf_str(out, markdown ? " |\n|---|--:|--:|--:|--:|\n" : "\n");
  for (uint32_t i = 0; i < n && (!x->limit || i < x->limit); i++)
    field_row(x, &f[i]);
  if (!markdown) cli_view_blank(x->v);
}

void cli_brief_cooperation(cli_brief *x) {
  truc_records *r = cli_brief_open(x, "Cooperation", BIT(COOPERATION));
  if (!r) return;
  field_table(x);
  for (uint32_t i = 0; i < r->nrecord; i++) {
    const truc_record *p = &r->record[i];
    truc__buf_reset(&x->what);
    truc__buf_reset(&x->note);
    cli_put_headline(&x->what, x->v->l, x->r, p);
    cli_put_sources(&x->note, p);
    cli_view_entry(x->v, truc_modality_name((truc_modality)p->modality),
                   cli_brief_text(&x->what), cli_brief_text(&x->note));
    cli_brief_quote(x, p);
  }
  cli_brief_close(x, r);
}

/* --------------------------------------------------------------- conflicts */

static const truc_record *by_id(const truc_records *r, const char *id) {
  for (uint32_t i = 0; i < r->nrecord; i++)
    if (!strcmp(r->record[i].id, id)) return &r->record[i];
  return NULL;
}

static void side(cli_brief *x, const truc_record *p, const char *label) {
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  cli_put_headline(&x->what, x->v->l, x->r, p);
  if (*p->date) {
    truc__buf_str(&x->what, " · ");
    cli_put_date(&x->what, p->date);
  }
  cli_put_sources(&x->note, p);
  cli_view_entry(x->v, label, cli_brief_text(&x->what),
                 cli_brief_text(&x->note));
  cli_brief_quote(x, p);
}

/* The other side of a contradiction, by itself; NULL if it is lost. */
static truc_records *other_side(cli_brief *x, const char *id) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  q.id = id;
  q.max_evidence = 1;
  q.brief = 1;
  if (truc_ledger_records(x->v->l, &q, NULL, &r)) return NULL;
  if (r->nrecord) return r;
  truc_records_free(r);
  return NULL;
}

/* Has this pair been shown from its other side? */
static bool shown_before(const truc_records *r, uint32_t i, const char *other) {
  for (uint32_t k = 0; k < i; k++)
    if (!strcmp(r->record[k].id, other)) return true;
  return false;
}

/* One of those that contradict what was shown last. */
static void other(cli_brief *x, truc_records *r, const char *id) {
  const truc_record *q = by_id(r, id);
  truc_records *alone = q ? NULL : other_side(x, id);
  if (!q && !alone) return;
  x->r = q ? r : alone;
  side(x, q ? q : &alone->record[0], "    or");
  x->r = r;
  truc_records_free(alone);
}

/* What one proposition says and what others say instead; how many they are. */
static uint32_t contradiction(cli_brief *x, truc_records *r, uint32_t i,
                              uint32_t room) {
  const truc_record *p = &r->record[i];
  uint32_t n = 0;
  for (uint32_t k = 0; k < p->nconflict; k++) {
    const char *id = r->conflict[p->conflict + k];
    if (shown_before(r, i, id)) continue;
    if (!n && room) side(x, p, "either");
    if (n++ < room) other(x, r, id);
  }
  return n;
}

/* Each pair once, all sides with their sentences; the best known first. */
void cli_brief_conflicts(cli_brief *x) {
  uint32_t n = 0;
  truc_records *r = cli_brief_ask(
      x, BIT(RANKING) | BIT(AMOUNT) | BIT(MILESTONE) | BIT(VISIT), true);
  x->r = r;
  if (!r) return;
  cli_view_section(x->v, "Contradictions", "");
  for (uint32_t i = 0; i < r->nrecord; i++)
    n += contradiction(x, r, i,
                       !x->limit      ? UINT32_MAX
                       : n < x->limit ? x->limit - n
                                      : 0);
  if (x->limit && (n > x->limit || r->total > r->nrecord)) {
    truc__buf_reset(&x->note);
    truc__buf_str(&x->note, "... more (--all)");
    cli_view_note(x->v, cli_brief_text(&x->note));
  }
  truc_records_free(r);
  x->r = NULL;
}

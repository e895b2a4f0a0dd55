/* SPDX-License-Identifier: Apache-2.0
**
** show.c - truc show: what a ledger knows of a pair, a country, a person, or
** one proposition.
*/
#include <stdlib.h>

#include "cli/ledger.h"

/* ------------------------------------------------------------------- names */

static void put_words(truc__buf *b, const char *code) {
  for (; *code; code++) truc__buf_chr(b, *code == '_' ? ' ' : *code);
}

/* Ids such as org:asean are no names. */
static bool is_short_id(const char *ref) {
  const char *p = strchr(ref, ':');
  if (!p) return false;
  for (p++; *p; p++)
    if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == ' '))
      return false;
  return true;
}

static void put_safe(truc__buf *b, const char *s) {
  cli_put_safe(b, s, strlen(s));
}

static void put_name(truc__buf *b, truc_ledger *l, const truc_record_item *i) {
  bool sector = i->ref && !strncmp(i->ref, "sector:", 7);
  if (i->ref && !sector && (!strncmp(i->ref, "gpe:", 4) || is_short_id(i->ref)))
    put_safe(b, truc_ledger_name(l, i->ref));
  else if (i->ref && !sector)
    put_safe(b, i->name);
  else if (i->text)
    cli_put_tidy(b, i->text, strlen(i->text));
  else if (sector)
    put_words(b, i->name);
  else if (i->number)
    truc__buf_str(b, i->number);
  else if (i->code)
    put_words(b, i->code);
}

/* "8,77%" is both sum and unit: it is said once. */
static bool is_said(const truc_records *r, const truc_record *p,
                    const truc_record_item *i) {
  if (strcmp(i->slot, "unit") || !i->text) return false;
  for (uint32_t k = 0; k < p->nitem; k++) {
    const truc_record_item *o = &r->item[p->item + k];
    if (o != i && o->text && !strcmp(o->text, i->text)) return true;
  }
  return false;
}

/* Items of a slot, joined; false if there are none. */
static bool put_slot(truc__buf *b, truc_ledger *l, const truc_records *r,
                     const truc_record *p, const char *before,
                     const char *slot) {
  bool any = false;
  for (uint32_t k = 0; k < p->nitem; k++) {
    const truc_record_item *i = &r->item[p->item + k];
    if (strcmp(i->slot, slot) || is_said(r, p, i)) continue;
    size_t from = b->n;
    truc__buf_str(b, any ? ", " : before);
    size_t name = b->n;
    put_name(b, l, i);
    if (b->n == name) { /* it says nothing that could be shown */
      b->n = from;
      continue;
    }
    any = true;
  }
  return any;
}

static const truc_record_item *slot(const truc_records *r, const truc_record *p,
                                    const char *name) {
  for (uint32_t k = 0; k < p->nitem; k++)
    if (!strcmp(r->item[p->item + k].slot, name)) return &r->item[p->item + k];
  return NULL;
}

static void put_code(truc__buf *b, const truc_records *r, const truc_record *p,
                     const char *before, const char *name) {
  const truc_record_item *i = slot(r, p, name);
  if (!i || !i->code || !strcmp(i->code, "whole")) return;
  truc__buf_str(b, before);
  put_words(b, i->code);
}

/* --------------------------------------------------------------- headlines */

/* Slots in the order of speech, each with what stands before it; a slot that
** begins with '#' is shown by its code. */
typedef struct part {
  const char *before, *slot;
} part;
static const part lines[TRUC_NKINDS][8] = {
    [TRUC_KIND_OFFICE] = {{"", "person"},
                          {" — ", "office"},
                          {", ", "org"},
                          {", ", "country"}},
    [TRUC_KIND_VISIT] = {{"", "visitor"},
                         {" → ", "host"},
                         {" · ", "#visit_type"},
                         {" · ", "#phase"},
                         {" · ", "place"}},
    [TRUC_KIND_CONTACT] = {{"", "actor"},
                           {" ↔ ", "counterpart"},
                           {" · ", "#form"},
                           {" · ", "place"}},
    [TRUC_KIND_STATEMENT] = {{"", "speaker"},
                             {" · ", "#act"},
                             {" · ", "#medium"},
                             {" · ", "publisher"}},
    [TRUC_KIND_MILESTONE] = {{"", "parties"},
                             {" · ", "#type"},
                             {" · ", "years"},
                             {" · ", "of"}},
    [TRUC_KIND_COOPERATION] = {{"", "sectors"},
                               {" · wished by ", "holder"},
                               {" · ", "means"}},
    [TRUC_KIND_AGREEMENT] = {{"", "#action"},
                             {" · ", "instrument"},
                             {" · ", "parties"}},
    [TRUC_KIND_FORUM] = {{"", "forums"}, {" · ", "#action"}},
    [TRUC_KIND_PROVISION] = {{"", "provider"},
                             {" → ", "recipient"},
                             {" · ", "goods"}},
    [TRUC_KIND_RANKING] = {{"", "subject"},
                           {" · no. ", "rank"},
                           {" · ", "domain"},
                           {" · for ", "relative_to"},
                           {" · among ", "set"}},
    [TRUC_KIND_AMOUNT] = {{"", "what"},
                          {" · ", "#mod"},
                          {" · ", "value"},
                          {" ", "unit"},
                          {" · ", "provider"},
                          {" → ", "recipient"}},
    [TRUC_KIND_EVENT] = {{"", "name"}, {" · ", "place"}, {" · ", "parties"}},
    [TRUC_KIND_STATUS] = {{"", "subject"}, {" · ", "label"}, {" · ", "object"}},
    [TRUC_KIND_IMPACT] = {{"", "cause"}, {" · ", "effect"}, {" → ", "target"}},
};

void cli_put_headline(truc__buf *b, truc_ledger *l, const truc_records *r,
                      const truc_record *p) {
  size_t from = b->n;
  for (const part *x = lines[p->kind]; x->slot; x++) {
    const char *before = b->n == from ? "" : x->before;
    const truc_record_item *rank =
        strcmp(x->slot, "rank") ? NULL : slot(r, p, "rank");
    if (*x->slot == '#') {
      put_code(b, r, p, before, x->slot + 1);
    } else if (rank && rank->number) {
      truc__buf_str(b, before);
      truc__buf_str(b, rank->number);
    } else {
      put_slot(b, l, r, p, before, x->slot);
    }
  }
  if (p->kind == TRUC_KIND_MILESTONE && slot(r, p, "years") &&
      slot(r, p, "years")->number && !slot(r, p, "years")->text)
    truc__buf_str(b, " years");
  if (b->n == from) truc__buf_str(b, truc_kind_name((truc_kind)p->kind));
}

/* The second half of an interval without what it shares with the first. */
void cli_put_date(truc__buf *b, const char *iso) {
  const char *slash = strchr(iso, '/');
  size_t n = slash ? (size_t)(slash - iso) : strlen(iso);
  truc__buf_put(b, iso, n);
  if (!slash) return;
  const char *end = slash + 1;
  truc__buf_chr(b, '/');
  if (n == 10 && strlen(end) == 10) {
    if (!strncmp(iso, end, 8))
      end += 8;
    else if (!strncmp(iso, end, 5))
      end += 5;
  }
  truc__buf_str(b, end);
}

/* ----------------------------------------------------------------- entries */

typedef struct brief {
  cli_view *v;
  const char *a, *b;     /* refs; b may be NULL */
  uint32_t limit;        /* entries per section, 0: all */
  bool evidence;         /* every sentence, not one */
  bool failed;           /* reported */
  const truc_records *r; /* of the section at hand */
  truc__buf label, what, note;
  const char *quoted; /* the sentence shown last in it, and its length */
  uint32_t nquoted;
} brief;

static const char *text(truc__buf *b) { return b->p ? b->p : ""; }

static void put_sources(truc__buf *b, const truc_record *p) {
  truc__buf_fmt(b, "%u source%s", (unsigned)p->nsource,
                p->nsource == 1 ? "" : "s");
}

/* "[planned]" where it is not simply so. */
static void put_modality(truc__buf *b, const truc_record *p) {
  if (p->modality != TRUC_ACTUAL)
    truc__buf_fmt(b, " [%s]", truc_modality_name((truc_modality)p->modality));
}

static void put_document(truc__buf *b, const truc_record_document *d) {
  put_safe(b, d->id);
  if (*d->date) truc__buf_fmt(b, " (%s)", d->date);
}

/* Ids of the documents that state it, the one quoted first. */
static void put_documents(brief *x, const truc_record *p) {
  enum { SHOWN = 6 };
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
static void quote_once(brief *x, const truc_record_evidence *e) {
  bool again =
      x->quoted && x->nquoted == e->len && !memcmp(x->quoted, e->text, e->len);
  if (again)
    cli_view_note(x->v, "(the same sentence)");
  else
    cli_view_quote(x->v, e->text, e->len, NULL, 0);
  x->quoted = e->text;
  x->nquoted = e->len;
}

static void quote(brief *x, const truc_record *p) {
  for (uint32_t k = 0; k < p->nevidence && (x->evidence || !k); k++) {
    const truc_record_evidence *e = &x->r->evidence[p->evidence + k];
    quote_once(x, e);
    if (!x->evidence) continue;
    truc__buf_reset(&x->note);
    put_document(&x->note, &x->r->document[e->doc]);
    truc__buf_fmt(&x->note, " f%u", (unsigned)e->fact);
    cli_view_note(x->v, text(&x->note));
  }
  if (x->evidence) return;
  put_documents(x, p);
  cli_view_note(x->v, text(&x->note));
}

/* One proposition under a label. */
static void entry(brief *x, const truc_record *p, const char *label) {
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  cli_put_headline(&x->what, x->v->l, x->r, p);
  put_modality(&x->what, p);
  if (p->nconflict) truc__buf_str(&x->what, " (contradicted)");
  put_sources(&x->note, p);
  cli_view_entry(x->v, label, text(&x->what), text(&x->note));
  quote(x, p);
}

/* --------------------------------------------------------------- sections */

#define BIT(k) (1u << TRUC_KIND_##k)
enum { EVIDENCE = 6 }; /* sentences by record: one is quoted, documents named */

/* The records of a section; NULL if there are none. */
static truc_records *ask(brief *x, unsigned kinds, bool contradicted) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  truc_err err;
  q.actor[0] = x->a;
  q.actor[1] = x->b;
  q.kinds = kinds;
  q.holders = kinds == BIT(OFFICE) && x->b;
  q.contradicted = contradicted;
  q.limit = contradicted && x->limit ? 4 * x->limit : x->limit;
  q.max_evidence = EVIDENCE;
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
static truc_records *open_section(brief *x, const char *title, unsigned kinds) {
  truc_records *r = ask(x, kinds, false);
  x->r = r;
  if (!r) return NULL;
  truc__buf_reset(&x->note);
  truc__buf_fmt(&x->note, "%u", (unsigned)r->total);
  cli_view_section(x->v, title, text(&x->note));
  return r;
}

static void close_section(brief *x, truc_records *r) {
  if (r->total > r->nrecord) {
    truc__buf_reset(&x->note);
    truc__buf_fmt(&x->note, "... %u more (--all)",
                  (unsigned)(r->total - r->nrecord));
    cli_view_note(x->v, text(&x->note));
  }
  truc_records_free(r);
  x->r = NULL;
}

/* Labels say the date or nothing. */
static void section(brief *x, const char *title, unsigned kinds) {
  truc_records *r = open_section(x, title, kinds);
  if (!r) return;
  for (uint32_t i = 0; i < r->nrecord; i++) {
    truc__buf_reset(&x->label);
    cli_put_date(&x->label, r->record[i].date);
    entry(x, &r->record[i], text(&x->label));
  }
  close_section(x, r);
}

static void rank(brief *x, const truc_record *p) {
  const truc_record_item *number = slot(x->r, p, "rank");
  truc__buf_reset(&x->label);
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  truc__buf_fmt(&x->label, "no. %s",
                number && number->number ? number->number : "?");
  put_slot(&x->what, x->v->l, x->r, p, "", "subject");
  put_slot(&x->what, x->v->l, x->r, p, " · ", "domain");
  put_slot(&x->what, x->v->l, x->r, p, " · for ", "relative_to");
  put_slot(&x->what, x->v->l, x->r, p, " · among ", "set");
  put_modality(&x->what, p);
  if (*p->date) {
    truc__buf_str(&x->what, " · ");
    cli_put_date(&x->what, p->date);
  }
  if (p->nconflict) truc__buf_str(&x->what, " (contradicted)");
  put_sources(&x->note, p);
  cli_view_entry(x->v, text(&x->label), text(&x->what), text(&x->note));
  quote(x, p);
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

static const char *ref_in(const brief *x, const truc_record *p,
                          const char *name) {
  const truc_record_item *i = slot(x->r, p, name);
  return i && i->ref ? i->ref : "";
}

/* Each place with its years together: a history. */
static void ranks(brief *x) {
  truc_records *r = open_section(x, "Ranks", BIT(RANKING));
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
  close_section(x, r);
}

/* A step: ties begun, made normal, raised to something. */
static const char *step_of(const brief *x, const truc_record *p) {
  const truc_record_item *type = slot(x->r, p, "type");
  const truc_record_item *of = slot(x->r, p, "of");
  if (!type || !type->code || !strcmp(type->code, "anniversary")) return NULL;
  return of && of->code ? of->code : type->code;
}

/* How far two have come, step by step; all else on milestones stands in the
** timeline. */
static void ladder(brief *x) {
  truc_records *r = x->b ? ask(x, BIT(MILESTONE), false) : NULL;
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
    cli_view_section(x->v, "Steps of the relation", "");
  }
  for (uint32_t i = 0; i < n; i++) {
    truc__buf_reset(&x->label);
    truc__buf_reset(&x->note);
    cli_put_date(&x->label, v[i].p->date);
    put_sources(&x->note, v[i].p);
    if (v[i].p->nconflict) truc__buf_str(&x->note, ", contradicted");
    cli_view_entry(x->v, text(&x->label), v[i].key[1], text(&x->note));
  }
  truc__free(v);
  close_section(x, r);
}

static void put_held(truc__buf *b, const truc_record *p) {
  if (!*p->first) return;
  truc__buf_fmt(b, " · %s", p->first);
  if (strcmp(p->first, p->last)) truc__buf_fmt(b, " to %s", p->last);
}

static void office(brief *x, const truc_record *p) {
  truc__buf_reset(&x->label);
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  put_slot(&x->label, x->v->l, x->r, p, "", "person");
  put_slot(&x->what, x->v->l, x->r, p, "", "office");
  put_slot(&x->what, x->v->l, x->r, p, ", ", "org");
  put_slot(&x->what, x->v->l, x->r, p, ", ", "country");
  put_held(&x->what, p);
  put_sources(&x->note, p);
  cli_view_entry(x->v, text(&x->label), text(&x->what), text(&x->note));
}

/* Names in a column, what they hold beside them. */
static void offices(brief *x) {
  int label = x->v->label, widest = 0;
  truc_records *r = open_section(x, "Offices", BIT(OFFICE));
  if (!r) return;
  for (uint32_t i = 0; i < r->nrecord; i++) {
    const truc_record_item *who = slot(r, &r->record[i], "person");
    int n = who && who->name ? cli_columns(who->name, strlen(who->name)) : 0;
    if (n > widest) widest = n;
  }
  x->v->label = widest < 28 ? widest + 2 : 30;
  for (uint32_t i = 0; i < r->nrecord; i++) office(x, &r->record[i]);
  x->v->label = label;
  close_section(x, r);
}

/* By date, undated last. */
static int by_date(const void *a, const void *b) {
  const truc_record *x = *(const truc_record *const *)a;
  const truc_record *y = *(const truc_record *const *)b;
  if (!*x->date != !*y->date) return *x->date ? -1 : 1;
  int d = strcmp(x->date, y->date);
  return d ? d : strcmp(x->id, y->id);
}

static void timeline(brief *x) {
  static const char *const name[TRUC_NKINDS] = {
      [TRUC_KIND_VISIT] = "visit",
      [TRUC_KIND_CONTACT] = "contact",
      [TRUC_KIND_MILESTONE] = "milestone",
      [TRUC_KIND_AGREEMENT] = "agreement",
      [TRUC_KIND_EVENT] = "event"};
  truc_records *r = open_section(
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
    entry(x, p[i], text(&x->label));
  }
  truc__free(p);
  close_section(x, r);
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

static void field_row(brief *x, const truc_field *f) {
  truc__buf *out = &x->v->c->out;
  bool markdown = x->v->markdown;
  truc__buf_reset(&x->what);
  if (*f->text)
    cli_put_tidy(&x->what, f->text, strlen(f->text));
  else
    put_words(&x->what, strchr(f->ref, ':') ? strchr(f->ref, ':') + 1 : f->ref);
  truc__buf_str(out, markdown ? "| " : "  ");
  put_padded(out, text(&x->what), FIELD_WIDTH, false);
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
static void field_table(brief *x) {
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

static void cooperation(brief *x) {
  truc_records *r = open_section(x, "Cooperation", BIT(COOPERATION));
  if (!r) return;
  field_table(x);
  for (uint32_t i = 0; i < r->nrecord; i++) {
    const truc_record *p = &r->record[i];
    truc__buf_reset(&x->what);
    truc__buf_reset(&x->note);
    cli_put_headline(&x->what, x->v->l, x->r, p);
    put_sources(&x->note, p);
    if (p->npartial)
      truc__buf_fmt(&x->note, ", %u in part", (unsigned)p->npartial);
    cli_view_entry(x->v, truc_modality_name((truc_modality)p->modality),
                   text(&x->what), text(&x->note));
    quote(x, p);
  }
  close_section(x, r);
}

/* --------------------------------------------------------------- conflicts */

static const truc_record *by_id(const truc_records *r, const char *id) {
  for (uint32_t i = 0; i < r->nrecord; i++)
    if (!strcmp(r->record[i].id, id)) return &r->record[i];
  return NULL;
}

static void side(brief *x, const truc_record *p, const char *label) {
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  cli_put_headline(&x->what, x->v->l, x->r, p);
  if (*p->date) {
    truc__buf_str(&x->what, " · ");
    cli_put_date(&x->what, p->date);
  }
  put_sources(&x->note, p);
  cli_view_entry(x->v, label, text(&x->what), text(&x->note));
  quote(x, p);
}

/* Each pair once, both sides with their sentences. */
static void conflicts(brief *x) {
  bool any = false;
  truc_records *r =
      ask(x, BIT(RANKING) | BIT(AMOUNT) | BIT(MILESTONE) | BIT(VISIT), true);
  x->r = r;
  if (!r) return;
  for (uint32_t i = 0; i < r->nrecord; i++) {
    const truc_record *p = &r->record[i];
    for (uint32_t k = 0; k < p->nconflict; k++) {
      const truc_record *q = by_id(r, r->conflict[p->conflict + k]);
      if (!q || strcmp(p->id, q->id) > 0) continue;
      if (!any) cli_view_section(x->v, "Contradictions", "");
      any = true;
      side(x, p, "either");
      side(x, q, "    or");
    }
  }
  truc_records_free(r);
  x->r = NULL;
}

/* ------------------------------------------------------------------ briefs */

static bool title(brief *x) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  truc_err err;
  q.actor[0] = x->a;
  q.actor[1] = x->b;
  q.limit = 1;
  q.max_evidence = 1;
  if (truc_ledger_records(x->v->l, &q, &err, &r)) {
    cli_ledger_fail(x->v->c, NULL, &err);
    return false;
  }
  uint32_t total = r->total, supported = r->supported;
  truc_records_free(r);
  if (!total) return false;
  truc__buf_reset(&x->what);
  put_safe(&x->what, truc_ledger_name(x->v->l, x->a));
  if (x->b) {
    truc__buf_str(&x->what, " – ");
    put_safe(&x->what, truc_ledger_name(x->v->l, x->b));
  }
  truc__buf_reset(&x->note);
  truc__buf_fmt(&x->note, "%u proposition%s, %u with two sources or more",
                (unsigned)total, total == 1 ? "" : "s", (unsigned)supported);
  cli_view_title(x->v, text(&x->what), text(&x->note));
  return true;
}

static void release(brief *x) {
  truc__buf_release(&x->label);
  truc__buf_release(&x->what);
  truc__buf_release(&x->note);
}

bool cli_show_actors(cli_view *v, const char *a, const char *b,
                     uint32_t limit) {
  brief x = {.v = v, .a = a, .b = b, .limit = limit};
  bool any = title(&x);
  if (any) {
    conflicts(&x);
    offices(&x);
    ranks(&x);
    ladder(&x);
    section(&x, "Sums and goods", BIT(AMOUNT) | BIT(PROVISION));
    timeline(&x);
    cooperation(&x);
    section(&x, "Forums", BIT(FORUM));
    section(&x, "State of the relation", BIT(STATUS));
    section(&x, "Effects", BIT(IMPACT));
    section(&x, "Statements", BIT(STATEMENT));
  }
  release(&x);
  return any;
}

/* One proposition with everything that is known of it. */
static void proposition(brief *x, const truc_record *p) {
  truc__buf_reset(&x->label);
  cli_put_date(&x->label, p->date);
  cli_view_title(x->v, p->id, truc_modality_name((truc_modality)p->modality));
  entry(x, p, text(&x->label));
  truc__buf_reset(&x->note);
  truc__buf_fmt(&x->note, "read by pattern %s, confidence %u %%",
                *p->pattern ? p->pattern : "(none)", p->confidence);
  cli_view_note(x->v, text(&x->note));
  for (uint32_t k = 0; k < p->nconflict; k++)
    cli_view_entry(x->v, "against", x->r->conflict[p->conflict + k], "");
  for (uint32_t k = 0; k < p->npartial; k++)
    cli_view_entry(x->v, "in part", x->r->partial[p->partial + k], "");
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
  brief x = {.v = v, .r = r, .evidence = true};
  for (uint32_t i = 0; i < r->nrecord; i++) {
    if (i) cli_view_blank(v);
    proposition(&x, &r->record[i]);
  }
  bool any = r->nrecord != 0;
  release(&x);
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

/* The same choice of propositions for a program. */
static bool show_data(cli *c, truc_ledger *l, const truc_query *q) {
  uint64_t n = 0;
  truc_err err;
  truc_export_format f =
      c->format[0] == 'j' ? TRUC_EXPORT_JSONL : TRUC_EXPORT_TSV;
  if (truc_ledger_export(l, q, f, write_out, c, &n, NULL, &err) && !c->broken)
    cli_ledger_fail(c, c->args[0], &err);
  return n != 0;
}

static bool show(cli *c, truc_ledger *l, uint32_t limit) {
  char ref[2][256] = {"", ""};
  bool id = c->nargs == 2 && is_id(c->args[1]), any;
  for (int i = 1; i < c->nargs && !id; i++)
    if (!cli_actor(c, l, c->args[i], ref[i - 1], sizeof ref[0])) return true;
  const char *b = c->nargs == 3 ? ref[1] : NULL;
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
  if (c->nargs < 2 || c->nargs > 3)
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
    "A name is a code (JPN), a name as the press has it, or a ref\n"
    "(per:Tô Lâm); the id of a proposition (VISIT-...) shows all its "
    "sentences.\n"
    "text  for the terminal; colours only there, and not if NO_COLOR is set\n"
    "json  the propositions as JSON Lines     tsv  as a sheet     md  "
    "Markdown\n"
    "Near-copies of one text count as one source.\n",
    CLI_OUTPUT,
    "text json tsv md",
    cli_show_options,
    run};

/* SPDX-License-Identifier: Apache-2.0 */
/* brief.c - what is known of a pair, or of one actor. */
#include "serve/serve.h"

#define BIT(k) (1u << TRUC_KIND_##k)

typedef struct section {
  truc__label title;
  const char *key; /* in ?only=KEY */
  unsigned kinds;
  truc_order order;
} section;

static const section sections[] = {
    {TRUC__L_OFFICES, "offices", BIT(OFFICE), TRUC_ORDER_SOURCES},
    {TRUC__L_RANKS, "ranks", BIT(RANKING), TRUC_ORDER_SOURCES},
    {TRUC__L_SUMS, "sums", BIT(AMOUNT) | BIT(PROVISION), TRUC_ORDER_SOURCES},
    {TRUC__L_TIMELINE, "timeline",
     BIT(VISIT) | BIT(CONTACT) | BIT(MILESTONE) | BIT(AGREEMENT) | BIT(EVENT),
     TRUC_ORDER_DATE},
    {TRUC__L_COOPERATION, "cooperation", BIT(COOPERATION), TRUC_ORDER_SOURCES},
    {TRUC__L_FORUMS, "forums", BIT(FORUM), TRUC_ORDER_SOURCES},
    {TRUC__L_STATUS, "status", BIT(STATUS), TRUC_ORDER_SOURCES},
    {TRUC__L_EFFECTS, "effects", BIT(IMPACT), TRUC_ORDER_SOURCES},
    {TRUC__L_STATEMENTS, "statements", BIT(STATEMENT), TRUC_ORDER_SOURCES},
};
enum { NSECTIONS = sizeof sections / sizeof sections[0] };

typedef struct brief {
  truc__page *p;
  const char *a, *b; /* refs; b may be NULL */
  truc_query q;      /* actors and dates */
  uint32_t count[TRUC_NKINDS], total, corroborated;
  truc_records *part[NSECTIONS];
  truc_histories *histories; /* NULL: another section is asked for */
} brief;

/* -------------------------------------------------------------- gathering */

/* A query over `proposition p` with the conditions of the brief. */
static sqlite3_stmt *ask(brief *x, const truc_query *q, truc__filter *f,
                         const char *head, const char *tail) {
  truc__begin_call(x->p->l);
  truc__filter_make(x->p->l, q, f);
  return truc__failed(x->p->l) ? NULL
                               : truc__filter_ask(x->p->l, f, head, tail);
}

static bool end(brief *x, truc__filter *f, sqlite3_stmt *s) {
  sqlite3_finalize(s);
  truc__filter_release(f);
  return !truc__end_call(x->p->l, &x->p->err);
}

static bool count(brief *x) {
  truc__filter f;
  sqlite3_stmt *s = ask(x, &x->q, &f,
                        "SELECT p.kind_no, count(*), total(p.sources > 1) "
                        "FROM proposition p WHERE ",
                        " GROUP BY p.kind_no");
  while (truc__next(x->p->l, s)) {
    truc_kind k = truc__kind_column(s, 0);
    if (k == TRUC_NKINDS) continue;
    x->count[k] = (uint32_t)sqlite3_column_int64(s, 1);
    x->total += x->count[k];
    x->corroborated += (uint32_t)sqlite3_column_int64(s, 2);
  }
  return end(x, &f, s);
}

static uint32_t rows(const brief *x) {
  return x->p->req->all ? TRUC__ALL_ROWS : TRUC__ROWS;
}

static bool gather(brief *x, int k) {
  truc_query q = x->q;
  const char *only = x->p->req->only;
  if (*only && strcmp(only, sections[k].key)) return true;
  q.kinds = sections[k].kinds;
  q.order = sections[k].order;
  q.limit = rows(x);
  q.max_evidence = 6;
  q.holders = x->b != NULL && q.kinds == BIT(OFFICE);
  return !truc_ledger_records(x->p->l, &q, &x->p->err, &x->part[k]);
}

static bool gather_histories(brief *x) {
  enum { FEW = 8 };
  truc_query q = x->q;
  const truc__request *r = x->p->req;
  if (!r->json && *r->only && strcmp(r->only, "histories")) return true;
  q.limit = r->all ? 0 : FEW;
  return !truc_ledger_histories(x->p->l, &q, &x->p->err, &x->histories);
}

/* --------------------------------------------------------------- contents */

static uint32_t section_count(const brief *x, unsigned kinds) {
  uint32_t n = 0;
  for (int k = 0; k < TRUC_NKINDS; k++)
    if (kinds >> k & 1) n += x->count[k];
  return n;
}

static void heading(brief *x, const section *s) {
  truc__html(x->p,
             "<section id=\"%t\">\n<h2>%l <span class=\"count\">%d</span>"
             "</h2>\n",
             s->key, s->title, (unsigned)section_count(x, s->kinds));
}

static void put_more(brief *x, const section *s, uint32_t shown) {
  const truc_records *r = x->part[s - sections];
  if (shown >= r->total || x->p->req->all) return;
  truc__html(x->p, "<p class=\"more\"><a href=\"?only=%t&amp;all=1", s->key);
  if (*x->p->req->from) truc__html(x->p, "&amp;from=%u", x->p->req->from);
  if (*x->p->req->to) truc__html(x->p, "&amp;to=%u", x->p->req->to);
  truc__html(x->p, "%a\">%l</a></p>\n", TRUC__L_ALL);
}

/* Offices are short: a line each. */
static void put_office(truc__page *p, const truc_records *r,
                       const truc_record *x) {
  truc__buf_reset(&p->a);
  truc__put_headline(&p->a, p, r, x);
  truc__html(p, "<li><a href=\"/fact/%u%q\">%p</a> <span class=\"count\">",
             x->id, p->a.n ? p->a.p : "");
  if (*x->first) truc__html(p, "%t", x->first);
  if (strcmp(x->first, x->last)) truc__html(p, " → %t", x->last);
  truc__html(p, "</span>");
  truc__put_sources(p, x);
  truc__html(p, "</li>\n");
}

/* With two countries also the offices of the people whom the pair's
** propositions name. */
static void put_offices(brief *x, const section *s, const truc_records *r) {
  truc__page *p = x->p;
  if (!r->nrecord) return;
  truc__html(p, "<section id=\"offices\">\n<h2>%l</h2>\n<ul class=\"lines\">\n",
             TRUC__L_OFFICES);
  for (uint32_t i = 0; i < r->nrecord; i++) put_office(p, r, &r->record[i]);
  truc__html(p, "</ul>\n");
  put_more(x, s, r->nrecord);
  truc__html(p, "</section>\n");
}

/* ------------------------------------------------------------ cooperation */

enum { COLUMNS = 4, FIELDS = 200 };

typedef struct field {
  char ref[64], text[96];
  uint32_t n[COLUMNS], total;
} field;

static int column_of(int modality) {
  switch (modality) {
    case TRUC_ACTUAL: return 0;
    case TRUC_AGREED: return 1;
    case TRUC_PLANNED:
    case TRUC_EXPECTED: return 2;
    case TRUC_DESIRED:
    case TRUC_CONDITIONAL: return 3;
    default: return -1;
  }
}

static field *field_of(field *v, uint32_t *n, const char *ref) {
  for (uint32_t i = 0; i < *n; i++)
    if (!strcmp(v[i].ref, ref)) return &v[i];
  if (*n == FIELDS) return NULL;
  field *f = &v[(*n)++];
  memset(f, 0, sizeof *f);
  sqlite3_snprintf(sizeof f->ref, f->ref, "%s", ref);
  return f;
}

/* Stable: most often said first. */
static void sort_fields(field *v, uint32_t n) {
  for (uint32_t i = 1; i < n; i++) {
    field f = v[i];
    uint32_t k = i;
    for (; k && v[k - 1].total < f.total; k--) v[k] = v[k - 1];
    v[k] = f;
  }
}

/* Fields down, modalities across: how often each is said. */
static uint32_t read_fields(brief *x, field *v) {
  truc__filter f;
  truc_query q = x->q;
  uint32_t n = 0;
  q.kinds = BIT(COOPERATION);
  sqlite3_stmt *s = ask(x, &q, &f,
                        "SELECT fe.ref, p.modality_no, count(DISTINCT p.id), "
                        "coalesce(fa.text, ''), min(length(fa.text)) "
                        "FROM proposition p "
                        "CROSS JOIN argument fa ON fa.fact = p.fact "
                        "AND fa.slot = 'sectors' "
                        "CROSS JOIN entity fe ON fe.id = fa.entity WHERE ",
                        " GROUP BY fe.ref, p.modality_no ORDER BY fe.ref");
  while (truc__next(x->p->l, s)) {
    int column = column_of(sqlite3_column_int(s, 1));
    field *w = field_of(v, &n, truc__text(s, 0));
    if (!w || column < 0) continue;
    const char *text = truc__text(s, 3);
    w->n[column] += (uint32_t)sqlite3_column_int64(s, 2);
    w->total += (uint32_t)sqlite3_column_int64(s, 2);
    if (strlen(text) < sizeof w->text &&
        (!*w->text || (*text && strlen(text) < strlen(w->text))))
      sqlite3_snprintf(sizeof w->text, w->text, "%s", text);
  }
  end(x, &f, s);
  sort_fields(v, n);
  return n;
}

static void put_field(truc__page *p, const field *f) {
  const char *code = strchr(f->ref, ':') ? strchr(f->ref, ':') + 1 : f->ref;
  truc__html(p, "<tr><th scope=\"row\">");
  if (*f->text)
    truc__put_prose(p, f->text, strlen(f->text), NULL, 0);
  else
    truc__html(p, "%c", code);
  if (*f->text && !p->req->vietnamese)
    truc__html(p, " <span class=\"dim\">%c</span>", code);
  truc__html(p, "</th>");
  for (int c = 0; c < COLUMNS; c++)
    if (f->n[c])
      truc__html(p, "<td>%d</td>", (unsigned)f->n[c]);
    else
      truc__html(p, "<td class=\"dim\">·</td>");
  truc__html(p, "</tr>\n");
}

static void put_table(brief *x) {
  truc__page *p = x->p;
  field *v = truc__realloc(NULL, FIELDS * sizeof *v);
  if (!v) return;
  uint32_t n = read_fields(x, v);
  if (n) {
    truc__html(p,
               "<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>"
               "<th scope=\"col\">%l</th><th scope=\"col\">%l</th>"
               "<th scope=\"col\">%l</th><th scope=\"col\">%l</th>"
               "<th scope=\"col\">%l</th></tr></thead>\n<tbody>\n",
               TRUC__L_FIELD, TRUC__L_IN_PLACE, TRUC__L_AGREED, TRUC__L_PLANNED,
               TRUC__L_WISHED);
    for (uint32_t i = 0; i < n; i++) put_field(p, &v[i]);
    truc__html(p, "</tbody></table></div>\n");
  }
  truc__free(v);
}

/* --------------------------------------------------------------- conflicts */

static void put_side(truc__page *p, const char *id) {
  truc_query q = TRUC_QUERY;
  truc_records *r;
  q.id = id;
  q.max_evidence = 6;
  if (p->err.rc || truc_ledger_records(p->l, &q, &p->err, &r)) return;
  if (r->nrecord) {
    truc__html(p, "<ul class=\"facts\">");
    truc__put_entry(p, r, &r->record[0]);
    truc__html(p, "</ul>\n");
  }
  truc_records_free(r);
}

/* Both sides of what two propositions of the brief say differently. */
static void put_conflicts(brief *x) {
  bool any = false;
  for (int k = 0; k < NSECTIONS; k++) {
    const truc_records *r = x->part[k];
    for (uint32_t i = 0; r && i < r->nrecord; i++)
      for (uint32_t c = 0; c < r->record[i].nconflict; c++) {
        const char *a = r->record[i].id;
        const char *b = r->conflict[r->record[i].conflict + c];
        if (strcmp(a, b) > 0) continue;
        if (!any)
          truc__html(x->p, "<section id=\"conflicts\">\n<h2>%l</h2>\n",
                     TRUC__L_CONTRADICTIONS);
        any = true;
        truc__html(x->p, "<div class=\"sides\">\n");
        put_side(x->p, a);
        put_side(x->p, b);
        truc__html(x->p, "</div>\n");
      }
  }
  if (any) truc__html(x->p, "</section>\n");
}

/* ------------------------------------------------------------------- page */

static void put_section(brief *x, int k) {
  const section *s = &sections[k];
  const truc_records *r = x->part[k];
  if (!r) return;
  if (s->kinds == BIT(OFFICE)) {
    put_offices(x, s, r);
    return;
  }
  if (!r->nrecord) return;
  heading(x, s);
  if (s->kinds == BIT(COOPERATION)) put_table(x);
  truc__html(x->p, "<ol class=\"facts\">\n");
  for (uint32_t i = 0; i < r->nrecord; i++)
    truc__put_entry(x->p, r, &r->record[i]);
  truc__html(x->p, "</ol>\n");
  put_more(x, s, r->nrecord);
  truc__html(x->p, "</section>\n");
}

/* Links to the sections, and the choice of years. */
static void put_menu(brief *x) {
  truc__page *p = x->p;
  truc__html(p, "<nav>");
  if (x->histories && x->histories->nhistory)
    truc__html(p, "<a href=\"#histories\">%l</a> ", TRUC__L_HISTORIES);
  for (int k = 0; k < NSECTIONS; k++) {
    uint32_t n = section_count(x, sections[k].kinds);
    if (!k && x->b) n = x->total; /* offices of whom the pair names */
    if (n && (!*p->req->only || x->part[k]))
      truc__html(p, "<a href=\"#%t\">%l</a> ", sections[k].key,
                 sections[k].title);
  }
  truc__html(p,
             "</nav>\n<form class=\"years\"><label>%l <input name=\"from\" "
             "value=\"%t\" size=\"10\" maxlength=\"10\"></label> <label>%l "
             "<input name=\"to\" value=\"%t\" size=\"10\" maxlength=\"10\">"
             "</label>",
             TRUC__L_FROM, p->req->from, TRUC__L_TO, p->req->to);
  if (p->req->vietnamese)
    truc__html(p, "<input type=\"hidden\" name=\"lang\" value=\"vi\">");
  truc__html(p, " <button>%l</button></form>\n", TRUC__L_SHOW);
}

static void put_partners(brief *x) {
  enum { PARTNERS = 60 };
  truc_pair pair[PARTNERS];
  truc__page *p = x->p;
  uint32_t n = 0;
  if (x->b || strncmp(x->a, "gpe:", 4) ||
      truc_ledger_partners(p->l, x->a, pair, PARTNERS, &n, &p->err) || !n)
    return;
  truc__html(p, "<h2>%l</h2>\n<ul class=\"pairs\">\n", TRUC__L_PAIRS);
  for (uint32_t i = 0; i < n; i++)
    truc__html(p,
               "<li><a href=\"/pair/%u/%u%q\">%t</a> <span class=\"count\">"
               "%d</span></li>\n",
               x->a + 4, pair[i].b + 4, truc_ledger_name(p->l, pair[i].b),
               (unsigned)pair[i].propositions);
  truc__html(p, "</ul>\n");
}

static void put_page(brief *x) {
  truc__page *p = x->p;
  truc__buf title = {0};
  truc__buf_str(&title, truc_ledger_name(p->l, x->a));
  if (x->b) {
    truc__buf_str(&title, " – ");
    truc__buf_str(&title, truc_ledger_name(p->l, x->b));
  }
  truc__page_begin(p, title.rc ? "" : title.p);
  truc__buf_release(&title);
  truc__html(p, "<p class=\"counts\">%d %l · %d %l", (unsigned)x->total,
             TRUC__L_PROPOSITIONS, (unsigned)x->corroborated,
             TRUC__L_CORROBORATED);
  for (int k = 0; k < 2 && x->b; k++) {
    truc__html(p, " · ");
    truc__put_actor(p, k ? x->b : x->a);
  }
  truc__html(p, "</p>\n");
  put_menu(x);
  if (!x->total) truc__html(p, "<p>%l</p>\n", TRUC__L_NOTHING);
  put_partners(x);
  put_conflicts(x);
  if (x->histories) truc__put_histories(p, x->histories);
  for (int k = 0; k < NSECTIONS; k++) put_section(x, k);
  truc__page_end(p);
  if (p->err.rc) truc__page_error(p, 500);
}

static void put_json(brief *x) {
  truc__page *p = x->p;
  p->type = "application/json; charset=utf-8";
  truc__buf_chr(&p->out, '{');
  truc__json_text(&p->out, "a", x->a);
  truc__json_text(&p->out, "a_name", truc_ledger_name(p->l, x->a));
  if (x->b) {
    truc__json_text(&p->out, "b", x->b);
    truc__json_text(&p->out, "b_name", truc_ledger_name(p->l, x->b));
  }
  truc__json_number(&p->out, "total", x->total);
  truc__json_number(&p->out, "corroborated", x->corroborated);
  truc__buf_str(&p->out, ",\"histories\":");
  truc__json_histories(p, x->histories);
  truc__buf_str(&p->out, ",\"propositions\":");
  truc_query q = x->q;
  q.limit = p->req->all ? 0 : TRUC__JSON_ROWS;
  truc__json_records(p, &q);
  if (p->status == 200) truc__buf_str(&p->out, "}\n");
}

void truc__page_actors(truc__page *p, const char *a, const char *b) {
  brief x = {.p = p, .a = a, .b = b, .q = TRUC_QUERY};
  x.q.actor[0] = a;
  x.q.actor[1] = b;
  x.q.from = *p->req->from ? p->req->from : NULL;
  x.q.to = *p->req->to ? p->req->to : NULL;
  bool ok = count(&x);
  for (int k = 0; k < NSECTIONS && ok && !p->req->json; k++) ok = gather(&x, k);
  ok = ok && gather_histories(&x);
  if (!ok)
    truc__page_error(p, 500);
  else if (p->req->json)
    put_json(&x);
  else
    put_page(&x);
  for (int k = 0; k < NSECTIONS; k++) truc_records_free(x.part[k]);
  truc_histories_free(x.histories);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* export.c - propositions as text for other programs: the walk over them, and
** what the formats (export_FORMAT.c) share. */
#include "ledger/export.h"
#include "text/prose.h"

#define PAGE 256 /* propositions in memory at a time */

static const truc__form *const forms[TRUC_NEXPORT] = {
    [TRUC_EXPORT_JSONL] = &truc__form_jsonl,
    [TRUC_EXPORT_TSV] = &truc__form_tsv,
    [TRUC_EXPORT_CLUSTERS] = &truc__form_clusters,
    [TRUC_EXPORT_PLOVER] = &truc__form_plover,
    [TRUC_EXPORT_GDELT] = &truc__form_gdelt,
    [TRUC_EXPORT_GRAPHML] = &truc__form_graphml,
    [TRUC_EXPORT_ICS] = &truc__form_ics,
    [TRUC_EXPORT_FTM] = &truc__form_ftm,
    [TRUC_EXPORT_MD] = &truc__form_md,
    [TRUC_EXPORT_BRAT] = &truc__form_brat,
    [TRUC_EXPORT_CONLLU] = &truc__form_conllu,
};

const char *truc_export_name(truc_export_format f) {
  return (unsigned)f < TRUC_NEXPORT ? forms[f]->name : "";
}

const char *truc_export_lacks(truc_export_format f) {
  return (unsigned)f < TRUC_NEXPORT ? forms[f]->lacks : "";
}

/* ------------------------------------------------------------------ parts */

void truc__put_cell(truc__buf *b, const char *s, size_t n) {
  for (size_t i = 0; i < n;) {
    int32_t cp;
    unsigned k = truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0)
      truc__buf_str(b, "\xEF\xBF\xBD");
    else if (cp < ' ' || cp == 0x7f)
      truc__buf_chr(b, ' ');
    else
      truc__buf_put(b, s + i, k);
    i += k;
  }
}

void truc__put_words(truc__buf *b, const char *s, size_t n) {
  truc__prose p;
  size_t from, len;
  bool blank;
  truc__prose_begin(&p, s, n, NULL, 0);
  while (truc__prose_next(&p, &from, &len, &blank))
    truc__put_cell(b, blank ? " " : s + from, blank ? 1 : len);
}

void truc__take_head(truc__export *x) {
  truc__script(x->l,
               "CREATE TEMP TABLE IF NOT EXISTS chosen("
               "id INTEGER PRIMARY KEY); DELETE FROM chosen;");
}

bool truc__take(truc__export *x, const truc_record *none) {
  (void)none;
  if (!truc__ask_int(x->l, 0,
                     "SELECT 1 FROM claim c CROSS JOIN fact f "
                     "ON f.claim = c.id CROSS JOIN document d "
                     "ON d.id = f.document CROSS JOIN evidence e "
                     "ON e.fact = f.id WHERE c.proposition = ? "
                     "AND typeof(d.head) = 'text' LIMIT 1",
                     "i", x->id))
    return false;
  truc__exec(x->l, "INSERT OR IGNORE INTO chosen VALUES(?)", "i", x->id);
  return true;
}

sqlite3_stmt *truc__taken_documents(truc__export *x) {
  return truc__ask(
      x->l,
      "SELECT d.id, d.name FROM document d WHERE typeof(d.head) = 'text' "
      "AND EXISTS (SELECT 1 FROM fact f CROSS JOIN claim c "
      "ON c.id = f.claim CROSS JOIN temp.chosen t ON t.id = c.proposition "
      "WHERE f.id BETWEEN d.first_fact AND d.last_fact) ORDER BY d.name",
      "");
}

void truc__json_words(truc__buf *b, const char *words) {
  truc__buf_chr(b, '[');
  for (const char *s = words; *s;) {
    size_t n = strcspn(s, " ");
    if (s != words) truc__buf_chr(b, ',');
    truc__buf_json(b, s, n);
    s += n + (s[n] == ' ');
  }
  truc__buf_chr(b, ']');
}

const char *truc__item_country(const truc_record_item *i) {
  const char *ref = i->country ? i->country : i->ref;
  return ref && !strncmp(ref, "gpe:", 4) && strlen(ref) == 7 ? ref + 4 : NULL;
}

const char *truc__item_name(truc__export *x, const truc_record_item *i) {
  const char *name = NULL;
  if (!i->ref) return i->text ? i->text : "";
  sqlite3_stmt *s = truc__ask(
      x->l, "SELECT name FROM entity_name WHERE ref = ?", "s", i->ref);
  if (truc__next(x->l, s)) {
    const char *p = truc__spoken_name(i->ref, truc__text(s, 0));
    name = truc__keep(x->l, &x->arena, p, strlen(p));
    truc__end(s);
  }
  return name ? name : i->name ? i->name : i->ref;
}

const truc_record_item *truc__item_of(const truc_records *r,
                                      const truc_record *p, const char *slot) {
  for (uint32_t k = 0; slot && k < p->nitem; k++)
    if (!strcmp(r->item[p->item + k].slot, slot)) return &r->item[p->item + k];
  return NULL;
}

/* ---------------------------------------------------------------- numbers */

static struct truc__number *place_of(const truc__numbers *m, uint64_t hash) {
  uint32_t i = (uint32_t)hash & (m->cap - 1);
  while (m->v[i].number && m->v[i].hash != hash) i = (i + 1) & (m->cap - 1);
  return &m->v[i];
}

static bool make_place(truc__numbers *m) {
  truc__numbers old = *m;
  if (m->n * 2 < m->cap) return true;
  uint32_t cap = old.cap ? old.cap * 2 : 64;
  struct truc__number *v = truc__realloc(NULL, cap * sizeof *v);
  if (!v) return false;
  memset(v, 0, cap * sizeof *v);
  m->v = v;
  m->cap = cap;
  for (uint32_t i = 0; i < old.cap; i++)
    if (old.v[i].number) *place_of(m, old.v[i].hash) = old.v[i];
  truc__free(old.v);
  return true;
}

uint32_t truc__number_of(truc__export *x, const char *text, bool *fresh) {
  *fresh = false;
  if (!make_place(&x->seen)) {
    truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
    return 0;
  }
  uint64_t hash = truc__hash(text, strlen(text));
  struct truc__number *at = place_of(&x->seen, hash);
  if (at->number) return at->number;
  *fresh = true;
  at->hash = hash;
  return at->number = ++x->seen.n;
}

/* ------------------------------------------------------------------ sides */

/* Slots of those who act and of those who are met with it; with no second slot,
** or nobody in it, the first of the list stands against the others. */
static const char *const sides[TRUC_NKINDS][2] = {
    [TRUC_KIND_OFFICE] = {"person", "country"},
    [TRUC_KIND_VISIT] = {"visitor", "host"},
    [TRUC_KIND_CONTACT] = {"actor", "counterpart"},
    [TRUC_KIND_STATEMENT] = {"speaker", NULL},
    [TRUC_KIND_MILESTONE] = {"parties", NULL},
    [TRUC_KIND_COOPERATION] = {"parties", NULL},
    [TRUC_KIND_AGREEMENT] = {"parties", NULL},
    [TRUC_KIND_FORUM] = {"parties", NULL},
    [TRUC_KIND_PROVISION] = {"provider", "recipient"},
    [TRUC_KIND_RANKING] = {"subject", "relative_to"},
    [TRUC_KIND_AMOUNT] = {"provider", "recipient"},
    [TRUC_KIND_EVENT] = {"parties", NULL},
    [TRUC_KIND_STATUS] = {"subject", "object"},
};

static uint32_t in_slot(const truc_records *r, const truc_record *p,
                        const char *slot, const truc_record_item **out,
                        uint32_t room) {
  uint32_t n = 0;
  for (uint32_t k = 0; slot && k < p->nitem && n < room; k++) {
    const truc_record_item *i = &r->item[p->item + k];
    if (!strcmp(i->slot, slot) && i->ref) out[n++] = i;
  }
  return n;
}

void truc__sides_of(const truc_records *r, const truc_record *p,
                    truc__sides *s) {
  const char *const *slot = sides[p->kind < TRUC_NKINDS ? p->kind : 0];
  s->n[0] = in_slot(r, p, slot[0], s->item[0], TRUC__SIDE);
  s->n[1] = in_slot(r, p, slot[1], s->item[1], TRUC__SIDE);
  bool list = !slot[1] || p->kind == TRUC_KIND_STATUS;
  if (s->n[1] || s->n[0] < 2 || !list) return;
  s->n[1] = s->n[0] - 1;
  s->n[0] = 1;
  memcpy(s->item[1], s->item[0] + 1, s->n[1] * sizeof s->item[0][0]);
}

/* ------------------------------------------------------------------- days */

bool truc__days_of(const char *iso, int32_t *first, int32_t *last) {
  truc__when w = truc__when_parse(iso);
  if (!w.some || !w.known || w.near || !w.start.day || !w.end.day ||
      !w.start.year || !w.end.year || w.lo > w.hi)
    return false;
  *first = w.lo;
  *last = w.hi;
  return true;
}

bool truc__event_days(const truc_record *p, int32_t *first, int32_t *last) {
  return truc__days_of(p->date, first, last) ||
         truc__days_of(p->first, first, last);
}

void truc__put_day(truc__buf *b, int32_t day, bool dashes) {
  char iso[16];
  truc__day_iso(day, iso);
  for (const char *s = iso; *s; s++)
    if (dashes || *s != '-') truc__buf_chr(b, *s);
}

/* ------------------------------------------------------------------ label */

static void put_names(truc__export *x, truc__buf *b,
                      const truc_record_item *const *item, uint32_t n) {
  for (uint32_t k = 0; k < n; k++) {
    const char *name = truc__item_name(x, item[k]);
    if (k) truc__buf_str(b, ", ");
    truc__put_cell(b, name, strlen(name));
  }
}

/* "VISIT" -> "Visit". */
static void put_kind(truc__buf *b, const truc_record *p) {
  const char *kind = truc_kind_name((truc_kind)p->kind);
  truc__buf_chr(b, *kind);
  for (const char *s = kind + 1; *s; s++)
    truc__buf_chr(b, (char)(*s >= 'A' && *s <= 'Z' ? *s + 32 : *s));
}

/* "restricted_talks": "restricted talks". */
static void put_code(truc__buf *b, const char *code) {
  for (; *code; code++) truc__buf_chr(b, *code == '_' ? ' ' : *code);
}

static void put_item(truc__export *x, truc__buf *b, const truc_record_item *i) {
  const char *name = truc__item_name(x, i);
  if (i->code || (i->ref && !strncmp(i->ref, "sector:", 7)))
    put_code(b, i->code ? i->code : name);
  else if (i->ref)
    truc__put_cell(b, name, strlen(name));
  else if (i->text)
    truc__put_words(b, i->text, strlen(i->text));
  else if (i->number)
    truc__buf_str(b, i->number);
}

/* How it is done: a code in brackets. */
static void put_how(truc__export *x, truc__buf *b, const truc_record *p) {
  static const char *const how[] = {"type",       "action", "form",
                                    "visit_type", "act",    NULL};
  for (size_t k = 0; how[k]; k++) {
    const truc_record_item *i = truc__item_of(x->r, p, how[k]);
    if (!i || !i->code) continue;
    truc__buf_str(b, " (");
    put_code(b, i->code);
    truc__buf_chr(b, ')');
    return;
  }
}

/* What it is about: all items of the first slot that it has. */
static void put_what(truc__export *x, truc__buf *b, const truc_record *p,
                     const char *before) {
  static const char *const what[] = {
      "office", "name",  "instrument", "goods", "what",   "sectors", "domain",
      "forums", "label", "of",         "years", "effect", NULL};
  size_t slot = 0;
  while (what[slot] && !truc__item_of(x->r, p, what[slot])) slot++;
  for (uint32_t k = 0; what[slot] && k < p->nitem; k++) {
    const truc_record_item *i = &x->r->item[p->item + k];
    if (strcmp(i->slot, what[slot])) continue;
    truc__buf_str(b, before);
    put_item(x, b, i);
    before = ", ";
  }
}

/* A sum with its unit ("8,77%" is both), a place among others. */
static void put_number(truc__export *x, truc__buf *b, const truc_record *p,
                       const char *before) {
  const truc_record_item *rank = truc__item_of(x->r, p, "rank");
  const truc_record_item *value = truc__item_of(x->r, p, "value");
  const truc_record_item *unit = truc__item_of(x->r, p, "unit");
  if (rank && rank->number) truc__buf_fmt(b, "%sno. %s", before, rank->number);
  if (!value) return;
  truc__buf_str(b, before);
  put_item(x, b, value);
  if (!unit || (unit->text && value->text && !strcmp(unit->text, value->text)))
    return;
  truc__buf_chr(b, ' ');
  put_item(x, b, unit);
}

void truc__put_label(truc__export *x, truc__buf *b, const truc_record *p) {
  truc__sides s;
  put_kind(b, p);
  put_how(x, b, p);
  truc__buf_str(b, ": ");
  size_t from = b->n;
  truc__sides_of(x->r, p, &s);
  put_names(x, b, s.item[0], s.n[0]);
  if (s.n[1]) truc__buf_str(b, sides[p->kind][1] ? " → " : ", ");
  put_names(x, b, s.item[1], s.n[1]);
  put_what(x, b, p, b->n > from ? "; " : "");
  put_number(x, b, p, b->n > from ? "; " : "");
}

/* --------------------------------------------------------------- the walk */

static void put_rows(truc__export *x, const truc__form *form, const int64_t *id,
                     uint32_t n, uint64_t *done) {
  for (uint32_t i = 0; i < n; i++) {
    x->id = id[i];
    *done += form->put(x, NULL);
  }
}

static void put_page(truc__export *x, const truc__form *form, const int64_t *id,
                     uint32_t n, uint64_t *done) {
  if (form->ids_only) {
    put_rows(x, form, id, n, done);
    return;
  }
  truc_query q = TRUC_QUERY;
  q.max_evidence = form->max_evidence;
  truc_records *r = truc__read_records(x->l, id, n, &q);
  x->r = r;
  for (uint32_t i = 0; r && i < r->nrecord; i++)
    *done += form->put(x, &r->record[i]);
  x->r = NULL;
  truc_records_free(r);
  truc__arena_reset(&x->arena);
}

bool truc__export_flush(truc__export *x) {
  truc__buf *b = &x->out;
  if (b->rc)
    truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
  else if (b->n && !truc__failed(x->l) && x->write(x->ctx, b->p, b->n))
    truc__set_fail(x->l, TRUC_EIO, "the output cannot be written");
  truc__buf_reset(b);
  return !truc__failed(x->l);
}

static uint64_t walk(truc__export *x, const truc__form *form,
                     const truc__ids *id) {
  uint64_t n = 0;
  if (form->head) form->head(x);
  for (uint32_t i = 0; i < id->n; i += PAGE) {
    put_page(x, form, id->v + i, id->n - i < PAGE ? id->n - i : PAGE, &n);
    if (!truc__export_flush(x)) return n;
  }
  x->done = n;
  if (form->tail) form->tail(x);
  truc__export_flush(x);
  return n;
}

truc_rc truc_ledger_export(truc_ledger *l, const truc_query *query,
                           truc_export_format format, truc_write_fn *write,
                           void *ctx, uint64_t *nrecord, uint64_t *nleft,
                           truc_err *err) {
  truc_query q = TRUC_QUERY;
  truc__chosen c = {0};
  truc__export x = {.l = l, .write = write, .ctx = ctx};
  if ((unsigned)format >= TRUC_NEXPORT)
    return truc__fail(err, TRUC_EARG, 0, 0, "no such format");
  if (query) q = *query;
  if (!q.limit) q.order = TRUC_ORDER_KEY;
  truc__begin_call(l);
  truc__choose(l, &q, &c);
  if (q.limit) truc__order_by_key(l, &c.id, q.limit);
  uint64_t n = truc__failed(l) ? 0 : walk(&x, forms[format], &c.id);
  if (nrecord) *nrecord = n;
  if (nleft) *nleft = c.id.n - n;
  VEC_FREE(c.id);
  truc__buf_release(&x.out);
  truc__buf_release(&x.line);
  truc__buf_release(&x.notes);
  truc__free(x.seen.v);
  truc__arena_release(&x.arena);
  return truc__end_call(l, err);
}

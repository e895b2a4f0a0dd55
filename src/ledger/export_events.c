/* SPDX-License-Identifier: Apache-2.0 */
/* export_events.c - event data, for programs that count who does what to whom.
**
** plover: PLOVER as JSON Lines, by its manual (openeventdata/PLOVER): `id`,
** `date`, `actor`, `event` are needed; actors without a code have their name.
** gdelt: the 61 columns of the GDELT 2.0 event table, by its codebook.  What we
** do not know (ethnic, religious and type codes, FIPS places, the Goldstein
** scale, tone) is empty, never guessed.
**
** Both have a place only for what has a code of theirs (data/plover.tsv).  An
** event whose day is not said has that of the first report, as is usual in
** event data; PLOVER notes it in `comment`. */
#include "ledger/export.h"

static void put_member(truc__buf *b, const char *key, const char *value) {
  if (!*value) return;
  truc__buf_fmt(b, ",\"%s\":", key);
  truc__buf_json(b, value, strlen(value));
}

/* ----------------------------------------------------------------- plover */

static void put_actors(truc__export *x, const char *key,
                       const truc_record_item *const *item, uint32_t n) {
  truc__buf *b = &x->out;
  truc__buf_fmt(b, ",\"%s\":[", key);
  for (uint32_t k = 0; k < n; k++) {
    const char *code = truc__item_country(item[k]);
    truc__buf_str(b, k ? ",{\"code\":" : "{\"code\":");
    truc__buf_json(b, code ? code : "", code ? 3 : 0);
    put_member(b, "entity_text", truc__item_name(x, item[k]));
    put_member(b, "identifier_id", item[k]->ref);
    truc__buf_chr(b, '}');
  }
  truc__buf_chr(b, ']');
}

static void put_citation(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  const truc_record_document *d = &x->r->document[p->doc];
  truc__buf_str(b, ",\"cite_info\":{\"language\":\"vi\"");
  put_member(b, "citation", d->id);
  put_member(b, "url", d->url);
  put_member(b, "title", d->title);
  truc__buf_chr(b, '}');
}

static void put_text(truc__export *x, const truc_record *p) {
  if (!p->nevidence) return;
  const truc_record_evidence *e = &x->r->evidence[p->evidence];
  truc__buf_str(&x->out, ",\"text\":");
  truc__buf_json(&x->out, e->text, e->len);
  truc__buf_fmt(&x->out, ",\"text_info\":{\"start\":%u,\"end\":%u}", e->cp,
                e->cp + e->cplen);
}

static void put_plover_date(truc__export *x, int32_t first, int32_t last) {
  truc__buf_str(&x->out, ",\"date\":\"");
  truc__put_day(&x->out, first, true);
  if (last != first) {
    truc__buf_str(&x->out, "\",\"enddate\":\"");
    truc__put_day(&x->out, last, true);
  }
  truc__buf_chr(&x->out, '"');
}

static bool put_plover(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  truc__sides s;
  int32_t first, last;
  truc__sides_of(x->r, p, &s);
  if (!*p->event || !s.n[0] || !truc__event_days(p, &first, &last))
    return false;
  truc__buf_str(b, "{\"id\":");
  truc__buf_json(b, p->id, strlen(p->id));
  put_plover_date(x, first, last);
  put_actors(x, "actor", s.item[0], s.n[0]);
  put_actors(x, "recipient", s.item[1], s.n[1]);
  truc__buf_str(b, ",\"event\":");
  truc__json_words(b, p->event);
  truc__buf_str(b, ",\"mode\":");
  truc__json_words(b, p->mode);
  truc__buf_str(b, ",\"context\":");
  truc__json_words(b, p->context);
  put_text(x, p);
  put_citation(x, p);
  truc__buf_str(b, ",\"coder\":\"truc " TRUC_VERSION "\"");
  if (!truc__days_of(p->date, &first, &last))
    truc__buf_str(b, ",\"comment\":\"date of the first report\"");
  truc__buf_str(b, "}\n");
  return true;
}

const truc__form truc__form_plover = {
    .name = "plover",
    .lacks = "no code of PLOVER, no actor, or no day",
    .max_evidence = 1,
    .put = put_plover};

/* ------------------------------------------------------------------ gdelt */

static void put_empty(truc__buf *b, int n) {
  while (n-- > 0) truc__buf_chr(b, '\t');
}

/* GLOBALEVENTID is a number: the 64 bits of our id without the highest. */
static uint64_t number_of(const char *id) {
  uint64_t n = 0;
  const char *s = strrchr(id, '-');
  for (s = s ? s + 1 : ""; *s; s++) {
    unsigned digit = (unsigned)(*s <= '9' ? *s - '0' : *s - 'a' + 10);
    n = n << 4 | (digit & 15);
  }
  return n & INT64_MAX;
}

/* SQLDATE, MonthYear, Year, FractionDate (months of 30 days, as the codebook
** counts). */
static void put_gdelt_date(truc__buf *b, int32_t day) {
  char iso[16];
  truc__day_iso(day, iso);
  int month = (iso[5] - '0') * 10 + iso[6] - '0';
  int of_month = (iso[8] - '0') * 10 + iso[9] - '0';
  int passed = (month - 1) * 30 + of_month;
  truc__buf_chr(b, '\t');
  truc__put_day(b, day, false);
  truc__buf_fmt(b, "\t%.4s%.2s\t%.4s\t%.4s.%04d", iso, iso + 5, iso, iso,
                passed >= 365 ? 9999 : passed * 10000 / 365);
}

/* Code, name, country, and seven codes that we do not have. */
static void put_gdelt_actor(truc__export *x, const truc_record_item *i) {
  truc__buf *b = &x->out;
  const char *code = truc__item_country(i), *name = truc__item_name(x, i);
  truc__buf_fmt(b, "\t%s\t", code ? code : "");
  truc__put_cell(b, name, strlen(name));
  truc__buf_fmt(b, "\t%s", code ? code : "");
  put_empty(b, 7);
}

/* Verbal cooperation, material cooperation, verbal, material conflict. */
static int quad_class(const char *cameo) {
  int root = (cameo[0] - '0') * 10 + cameo[1] - '0';
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}

static bool put_gdelt(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  const truc_record_document *d = &x->r->document[p->doc];
  truc__sides s;
  int32_t first, last, added;
  truc__sides_of(x->r, p, &s);
  if (strlen(p->cameo) < 2 || !s.n[0] || !s.n[1] ||
      !truc__event_days(p, &first, &last))
    return false;
  if (!truc__days_of(p->first, &added, &last)) added = first;
  truc__buf_fmt(b, "%llu", (unsigned long long)number_of(p->id));
  put_gdelt_date(b, first);
  put_gdelt_actor(x, s.item[0][0]);
  put_gdelt_actor(x, s.item[1][0]);
  truc__buf_fmt(b, "\t1\t%s\t%.3s\t%.2s\t%d\t\t%u\t%u\t%u\t", p->cameo,
                p->cameo, p->cameo, quad_class(p->cameo), p->nfact, p->nsource,
                p->ndoc);
  put_empty(b, 3 * 8);
  truc__buf_chr(b, '\t');
  truc__put_day(b, added, false);
  truc__buf_str(b, "000000\t");
  const char *source = *d->url ? d->url : d->id;
  truc__put_cell(b, source, strlen(source));
  truc__buf_chr(b, '\n');
  return true;
}

const truc__form truc__form_gdelt = {
    .name = "gdelt",
    .lacks = "no code of CAMEO, no two actors, or no day",
    .max_evidence = 1,
    .put = put_gdelt};

/* SPDX-License-Identifier: Apache-2.0 */
/* export_ftm.c - FollowTheMoney entities as JSON Lines, by the schema files of
** alephdata/followthemoney.
**
** Person, PublicBody (a country is one, too) and Organization come before what
** first needs them.  An office is Position and Occupancy; what happens on some
** day (visits, talks, milestones, agreements, ceremonies) is an Event; what
** holds between two (cooperation, provision, rank, status, work in a forum) an
** UnknownLink whose `role` is its kind.  What is planned or wished for says so
** in the name of the event, the role of the link, the status of the occupancy.
** Our id stands in `recordId`, where it is said and by how many sources in
** `description`. */
#include <stdio.h>

#include "ledger/export.h"

typedef struct ftm_id {
  char s[32];
} ftm_id;

static ftm_id id_of(const char *what) {
  ftm_id id;
  snprintf(id.s, sizeof id.s, "truc-%016llx",
           (unsigned long long)truc__hash(what, strlen(what)));
  return id;
}

/* {"id":ID,"schema":NAME,"properties":{ ... }} */
static void begin(truc__buf *b, const char *id, const char *schema) {
  truc__buf_fmt(b, "{\"id\":\"%s\",\"schema\":\"%s\",\"properties\":{", id,
                schema);
}

static void end(truc__buf *b) { truc__buf_str(b, "}}\n"); }

static void put_bytes(truc__buf *b, const char *key, const char *s, size_t n) {
  if (!n) return;
  truc__buf_fmt(b, b->n && b->p[b->n - 1] != '{' ? ",\"%s\":[" : "\"%s\":[",
                key);
  truc__buf_json(b, s, n);
  truc__buf_chr(b, ']');
}

static void put(truc__buf *b, const char *key, const char *s) {
  put_bytes(b, key, s, strlen(s));
}

static void put_country(truc__buf *b, const char *key,
                        const truc_record_item *i) {
  const char *alpha3 = truc__item_country(i);
  char code[3];
  if (!alpha3 || !truc__alpha2(alpha3, code)) return;
  code[0] = (char)(code[0] + 32);
  code[1] = (char)(code[1] + 32);
  put(b, key, code);
}

/* Is it new? */
static bool first_time(truc__export *x, const char *what) {
  bool fresh;
  truc__number_of(x, what, &fresh);
  return fresh;
}

static const char *schema_of(const char *ref) {
  return !strncmp(ref, "per:", 4)   ? "Person"
         : !strncmp(ref, "gpe:", 4) ? "PublicBody"
         : !strncmp(ref, "org:", 4) ? "Organization"
                                    : NULL;
}

/* Writes who is named, if it is new. False: the format has no schema for it. */
static bool put_thing(truc__export *x, const truc_record_item *i) {
  truc__buf *b = &x->out;
  const char *schema = i->ref ? schema_of(i->ref) : NULL;
  if (!schema) return false;
  if (!first_time(x, i->ref)) return true;
  begin(b, id_of(i->ref).s, schema);
  put(b, "name", truc__item_name(x, i));
  put_country(b, *schema == 'P' && schema[1] == 'e' ? "nationality" : "country",
              i);
  put(b, "notes", i->ref);
  end(b);
  return true;
}

/* ------------------------------------------------------- what they share */

/* FollowTheMoney knows days, months and years, and no X. */
static void put_dates(truc__buf *b, const truc_record *p) {
  const char *slash = strchr(p->date, '/');
  if (!*p->date || strpbrk(p->date, "X~")) return;
  if (!slash) {
    put(b, "date", p->date);
    return;
  }
  if (p->date[0] != '.')
    put_bytes(b, "startDate", p->date, (size_t)(slash - p->date));
  if (slash[1] != '.') put(b, "endDate", slash + 1);
}

static void put_record(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  const truc_record_document *d = &x->r->document[p->doc];
  put_dates(b, p);
  if (p->nevidence) {
    const truc_record_evidence *e = &x->r->evidence[p->evidence];
    truc__buf_reset(&x->line);
    truc__put_words(&x->line, e->text, e->len);
    if (x->line.rc) b->rc = x->line.rc;
    put_bytes(b, "summary", x->line.p ? x->line.p : "", x->line.n);
  }
  truc__buf_reset(&x->line);
  truc__buf_fmt(&x->line, "%s%s%s: %u source%s", d->id, *d->date ? ", " : "",
                d->date, (unsigned)p->nsource, p->nsource == 1 ? "" : "s");
  put(b, "description", x->line.p ? x->line.p : "");
  put(b, "recordId", p->id);
  if (strstr(d->url, "://")) put(b, "sourceUrl", d->url);
}

/* ------------------------------------------------------------------ kinds */

static bool put_office(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  const truc_record_item *person = truc__item_of(x->r, p, "person");
  const truc_record_item *office = truc__item_of(x->r, p, "office");
  const truc_record_item *org = truc__item_of(x->r, p, "org");
  const truc_record_item *country = truc__item_of(x->r, p, "country");
  if (!person || !office || !office->ref || !put_thing(x, person)) return false;
  if (org && !put_thing(x, org)) org = NULL;
  char post[512];
  snprintf(post, sizeof post, "%.200s|%.200s|%.40s", office->ref,
           org ? org->ref : "", country && country->ref ? country->ref : "");
  if (first_time(x, post)) {
    begin(b, id_of(post).s, "Position");
    put(b, "name", truc__item_name(x, office));
    if (country) put_country(b, "country", country);
    if (org) put(b, "organization", id_of(org->ref).s);
    end(b);
  }
  begin(b, id_of(p->id).s, "Occupancy");
  put(b, "holder", id_of(person->ref).s);
  put(b, "post", id_of(post).s);
  if (p->modality != TRUC_ACTUAL)
    put(b, "status", truc_modality_name((truc_modality)p->modality));
  put_record(x, p);
  end(b);
  return true;
}

/* Those of a side that have a schema; the others are dropped from it. */
static void put_side(truc__export *x, truc__sides *s, int side) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < s->n[side]; k++)
    if (put_thing(x, s->item[side][k])) s->item[side][n++] = s->item[side][k];
  s->n[side] = n;
}

static void put_involved(truc__buf *b, const truc__sides *s) {
  const char *between = "";
  if (!s->n[0] && !s->n[1]) return;
  truc__buf_str(b, ",\"involved\":[");
  for (int side = 0; side < 2; side++)
    for (uint32_t k = 0; k < s->n[side]; k++) {
      truc__buf_fmt(b, "%s\"%s\"", between, id_of(s->item[side][k]->ref).s);
      between = ",";
    }
  truc__buf_chr(b, ']');
}

static bool put_event(truc__export *x, const truc_record *p, truc__sides *s) {
  truc__buf *b = &x->out;
  const truc_record_item *place = truc__item_of(x->r, p, "place");
  if (!s->n[0] && !s->n[1]) return false;
  truc__buf_reset(&x->line);
  truc__put_label(x, &x->line, p);
  if (p->modality != TRUC_ACTUAL)
    truc__buf_fmt(&x->line, " (%s)",
                  truc_modality_name((truc_modality)p->modality));
  if (x->line.rc) b->rc = x->line.rc;
  begin(b, id_of(p->id).s, "Event");
  put(b, "name", x->line.p ? x->line.p : "");
  put_involved(b, s);
  if (place) put(b, "location", truc__item_name(x, place));
  put_record(x, p);
  end(b);
  return true;
}

static bool put_link(truc__export *x, const truc_record *p,
                     const truc__sides *s) {
  truc__buf *b = &x->out;
  if (!s->n[0] || !s->n[1]) return false;
  begin(b, id_of(p->id).s, "UnknownLink");
  put(b, "subject", id_of(s->item[0][0]->ref).s);
  put(b, "object", id_of(s->item[1][0]->ref).s);
  truc__buf_reset(&x->line);
  truc__buf_fmt(&x->line, "%s, %s", truc_kind_name((truc_kind)p->kind),
                truc_modality_name((truc_modality)p->modality));
  put(b, "role", x->line.p ? x->line.p : "");
  put_record(x, p);
  end(b);
  return true;
}

static bool put_ftm(truc__export *x, const truc_record *p) {
  truc__sides s;
  if (p->modality == TRUC_DENIED) return false;
  if (p->kind == TRUC_KIND_OFFICE) return put_office(x, p);
  if (p->kind == TRUC_KIND_STATEMENT || p->kind == TRUC_KIND_AMOUNT ||
      p->kind == TRUC_KIND_IMPACT)
    return false;
  truc__sides_of(x->r, p, &s);
  put_side(x, &s, 0);
  put_side(x, &s, 1);
  switch (p->kind) {
    case TRUC_KIND_VISIT:
    case TRUC_KIND_CONTACT:
    case TRUC_KIND_MILESTONE:
    case TRUC_KIND_AGREEMENT:
    case TRUC_KIND_EVENT: return put_event(x, p, &s);
    default: return put_link(x, p, &s);
  }
}

const truc__form truc__form_ftm = {
    .name = "ftm",
    .lacks = "a statement, sum or effect, denied, or nobody named on a side",
    .max_evidence = 1,
    .put = put_ftm};

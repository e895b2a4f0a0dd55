/* SPDX-License-Identifier: Apache-2.0 */
/* export_ical.c - iCalendar (RFC 5545): visits, milestones and agreements whose
** day is known, as events that last whole days.
**
** The founding, normalisation and raising of a relation come again each year.
** UID is our id and DTSTAMP the day of the last report, not the present: equal
** ledgers give equal bytes.  Lines end in CRLF and are folded at 75 octets,
** between characters. */
#include "ledger/export.h"

#define LINE 75

/* Text of a value: marks of the syntax escaped, controls and ill-formed bytes
** made harmless. */
static void put_escaped(truc__buf *b, const char *s, size_t n) {
  for (size_t i = 0; i < n;) {
    int32_t cp;
    unsigned k = truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0)
      truc__buf_str(b, "\xEF\xBF\xBD");
    else if (cp == '\n')
      truc__buf_str(b, "\\n");
    else if (cp < ' ' || cp == 0x7f)
      truc__buf_chr(b, ' ');
    else {
      if (cp == '\\' || cp == ';' || cp == ',') truc__buf_chr(b, '\\');
      truc__buf_put(b, s + i, k);
    }
    i += k;
  }
}

/* One content line, folded. */
static void put_line(truc__buf *b, const char *s, size_t n) {
  size_t room = LINE;
  for (size_t i = 0; i < n;) {
    int32_t cp;
    unsigned k = truc__utf8_next(s + i, n - i, &cp);
    if (k > room) {
      truc__buf_str(b, "\r\n ");
      room = LINE - 1;
    }
    truc__buf_put(b, s + i, k);
    room -= k;
    i += k;
  }
  truc__buf_str(b, "\r\n");
}

/* Ends the line that was made in x->line. */
static void end_line(truc__export *x) {
  if (x->line.rc)
    x->out.rc = x->line.rc;
  else
    put_line(&x->out, x->line.p ? x->line.p : "", x->line.n);
  truc__buf_reset(&x->line);
}

static void put_plain(truc__export *x, const char *name, const char *value) {
  truc__buf_fmt(&x->line, "%s:%s", name, value);
  end_line(x);
}

static void put_text(truc__export *x, const char *name, const char *s,
                     size_t n) {
  truc__buf_fmt(&x->line, "%s:", name);
  put_escaped(&x->line, s, n);
  end_line(x);
}

static void put_day(truc__export *x, const char *name, int32_t day,
                    const char *after) {
  truc__buf_fmt(&x->line, "%s:", name);
  truc__put_day(&x->line, day, false);
  truc__buf_str(&x->line, after);
  end_line(x);
}

/* A calendar holds at least one event, so it begins with the first. */
static void begin(truc__export *x) {
  bool fresh;
  truc__number_of(x, "VCALENDAR", &fresh);
  if (!fresh) return;
  put_plain(x, "BEGIN", "VCALENDAR");
  put_plain(x, "VERSION", "2.0");
  put_plain(x, "PRODID", "-//truc//truc " TRUC_VERSION "//EN");
  put_plain(x, "CALSCALE", "GREGORIAN");
}

static void put_tail(truc__export *x) {
  if (x->done) put_plain(x, "END", "VCALENDAR");
}

static bool is_yearly(const truc__export *x, const truc_record *p) {
  const truc_record_item *type = truc__item_of(x->r, p, "type");
  return p->kind == TRUC_KIND_MILESTONE && p->modality == TRUC_ACTUAL && type &&
         type->code && strcmp(type->code, "anniversary") != 0;
}

static void put_summary(truc__export *x, const truc_record *p) {
  truc__buf label = {0};
  truc__put_label(x, &label, p);
  if (label.rc)
    x->out.rc = label.rc;
  else
    put_text(x, "SUMMARY", label.p, label.n);
  truc__buf_release(&label);
}

/* A URI has no blanks and no controls. */
static bool is_uri(const char *s) {
  if (!strstr(s, "://")) return false;
  for (; *s; s++)
    if ((unsigned char)*s <= ' ' || *s == 0x7f) return false;
  return true;
}

static void put_details(truc__export *x, const truc_record *p) {
  const truc_record_document *d = &x->r->document[p->doc];
  put_summary(x, p);
  if (p->nevidence) {
    const truc_record_evidence *e = &x->r->evidence[p->evidence];
    truc__buf words = {0};
    truc__put_words(&words, e->text, e->len);
    if (words.rc)
      x->out.rc = words.rc;
    else
      put_text(x, "DESCRIPTION", words.p ? words.p : "", words.n);
    truc__buf_release(&words);
  }
  if (is_uri(d->url)) put_plain(x, "URL", d->url);
  const char *kind = truc_kind_name((truc_kind)p->kind);
  put_text(x, "CATEGORIES", kind, strlen(kind));
  put_plain(x, "STATUS",
            p->modality == TRUC_ACTUAL ? "CONFIRMED" : "TENTATIVE");
  put_plain(x, "TRANSP", "TRANSPARENT");
}

static bool has_place(const truc_record *p, int32_t *first, int32_t *last) {
  return (p->kind == TRUC_KIND_VISIT || p->kind == TRUC_KIND_MILESTONE ||
          p->kind == TRUC_KIND_AGREEMENT) &&
         p->modality != TRUC_DENIED && truc__days_of(p->date, first, last);
}

static bool put_ics(truc__export *x, const truc_record *p) {
  int32_t first, last, stamp, end;
  if (!has_place(p, &first, &last)) return false;
  if (!truc__days_of(p->last, &stamp, &end)) stamp = first;
  begin(x);
  put_plain(x, "BEGIN", "VEVENT");
  truc__buf_fmt(&x->line, "UID:%s@truc", p->id);
  end_line(x);
  put_day(x, "DTSTAMP", stamp, "T000000Z");
  put_day(x, "DTSTART;VALUE=DATE", first, "");
  put_day(x, "DTEND;VALUE=DATE", last + 1, "");
  if (is_yearly(x, p)) put_plain(x, "RRULE", "FREQ=YEARLY");
  put_details(x, p);
  put_plain(x, "END", "VEVENT");
  return true;
}

const truc__form truc__form_ics = {
    .name = "ics",
    .lacks = "no visit, milestone or agreement, or its day is not known",
    .max_evidence = 1,
    .tail = put_tail,
    .put = put_ics};

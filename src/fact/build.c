/* SPDX-License-Identifier: Apache-2.0 */
/* build.c - a match becomes a record. */
#include "fact/fact.h"
#include "tables/lex.h"
#include "value/value.h"

/* A longer stretch is an age, no date of an event. */
#define MAX_YEARS 20
/* Records per document; beyond it the text is no article. */
#define MAX_FACTS 10000u

/* -------------------------------------------------------------------- items */

static truc_item item_at(const truc_doc *d, const char *slot, uint32_t tok,
                         uint32_t ntok) {
  truc_item it;
  memset(&it, 0, sizeof it);
  it.slot = slot;
  it.fact = TRUC_NONE;
  if (ntok) it.at = truc__tok_span(d, tok, ntok);
  return it;
}

static const char *modifier_name(unsigned mod) {
  static const char *const names[] = {NULL,        "approx", "more_than",
                                      "less_than", "nearly", "up_to"};
  return mod < 6 ? names[mod] : NULL;
}

/* A number, and for a sum also its unit and modifier as slots of their own. In
** another slot a counted number is but words: "143 quốc gia". */
static void item_value(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc_value *v) {
  if (v->kind == TRUC_VAL_QUANTITY && strcmp(slot, "value")) {
    truc__item_push(w, item_at(d, slot, v->tok, v->ntok));
    return;
  }
  truc_item it = item_at(d, slot, v->num_ntok ? v->num_tok : v->tok,
                         v->num_ntok ? v->num_ntok : v->ntok);
  it.has_number = 1;
  it.mantissa = v->mantissa;
  it.exponent = v->exponent;
  if (v->kind == TRUC_VAL_DURATION || v->kind == TRUC_VAL_RANK)
    it.at = truc__tok_span(d, v->tok, v->ntok);
  truc__item_push(w, it);
  if (strcmp(slot, "value")) return;
  if (v->unit && v->unit[0]) {
    it = item_at(d, "unit", v->unit_tok, v->unit_ntok);
    it.code = v->unit;
    truc__item_push(w, it);
  }
  if (v->mod) {
    it = item_at(d, "mod", v->mod_tok, v->mod_ntok);
    it.code = modifier_name(v->mod);
    truc__item_push(w, it);
  }
}

static void item_hit(truc_doc *d, truc__fact_work *w, const char *slot,
                     const truc__hit *h) {
  truc_item it = item_at(d, slot, h->tok, h->ntok);
  if (h->cls == LEX_SECTOR) {
    it.ref = truc__sector_ref(d, w, truc__hit_id(h));
  } else if (!strncmp(truc__hit_id(h), "sector:", 7)) {
    it.ref = truc__hit_id(h);
  } else if (strcmp(truc__hit_id(h), "_")) { /* id "_": the span says it */
    it.code = truc__hit_id(h);
  }
  truc__item_push(w, it);
}

/* Everything that stands between OPEN at trace i and its CLOSE; returns the
** index of the CLOSE. */
static uint32_t capture(truc_doc *d, truc__fact_work *w,
                        const truc__trace *trace, uint32_t i, uint32_t n) {
  const char *slot = truc__slots[trace[i].slot];
  uint32_t open = i++, from = trace[open].tok, before = w->item.n;
  bool phrase = false;
  uint32_t close = i;
  while (close < n && !(trace[close].kind == TRACE_CLOSE &&
                        trace[close].slot == trace[open].slot)) {
    phrase |= trace[close].kind == TRACE_PHRASE;
    close++;
  }
  for (; i < close && !phrase; i++) {
    const truc__trace *t = &trace[i];
    switch ((truc__trace_kind)t->kind) {
      case TRACE_CHUNK:
        truc__item_chunk(d, w, slot, &w->chunk.v[t->index]);
        break;
      case TRACE_VALUE: item_value(d, w, slot, &d->value.v[t->index]); break;
      case TRACE_CLASS:
        if (truc__hit_number(d, t->index)->cls != LEX_LIST_SEP)
          item_hit(d, w, slot, truc__hit_number(d, t->index));
        break;
      case TRACE_FOUND: {
        truc_item it = item_at(d, slot, t->tok, t->ntok);
        it.fact = w->match.v[t->index].fact;
        truc__item_push(w, it);
        break;
      }
      case TRACE_SECTORS:
        truc__sectors(d, w, t->tok, t->tok + t->ntok, true);
        for (uint32_t k = 0; k < w->sector.n; k++) {
          truc_item it =
              item_at(d, slot, w->sector.v[k].tok, w->sector.v[k].ntok);
          it.ref = w->sector.v[k].ref;
          truc__item_push(w, it);
        }
        break;
      default: break;
    }
  }
  if (w->item.n == before && close < n && trace[close].tok > from)
    truc__item_push(w, item_at(d, slot, from, trace[close].tok - from));
  return close;
}

/* --------------------------------------------------------------------- date */

static bool ends_clause(const truc_doc *d, uint32_t t) {
  return truc__tok_is(d, t, ",") || truc__tok_is(d, t, ";");
}

/* "ngày 7/3, sáu năm | sau khi hai nước nâng ...": what happened that long
** before or after is not of the day named first. */
static bool years_apart(const truc_doc *d, const truc__fact_work *w,
                        const truc_sentence *s, const truc__match *m,
                        uint32_t t) {
  for (uint32_t k = m->anchor; k > s->tok && !ends_clause(d, k); k--) {
    if (!truc__hit_at(d, k, LEX_TIME_BARRIER)) continue;
    for (uint32_t n = 1; n <= 4 && k >= s->tok + n; n++) {
      uint32_t v = w->value_at.v[k - n];
      if (v != TRUC_NONE && d->value.v[v].kind == TRUC_VAL_DURATION &&
          d->value.v[v].ntok == n)
        return t < k;
    }
  }
  return false;
}

/* Is the date at `t` that of a clause with a time of its own ("kể từ khi ...
** năm 1995"), to which the predicate does not belong?  A sum or a rank may be
** of the time "đến hết quý 1". */
static bool other_clause(const truc_doc *d, const truc_sentence *s,
                         const truc__match *m, uint32_t t) {
  uint32_t anchor = m->anchor;
  bool stand = m->pattern->kind == TRUC_KIND_AMOUNT ||
               m->pattern->kind == TRUC_KIND_RANKING;
  uint32_t k = t, end = t;
  while (k > s->tok && !ends_clause(d, k - 1)) {
    k--;
    const truc__hit *h = truc__hit_at(d, k, LEX_TIME_BARRIER);
    if (!h || (stand && !strcmp(truc__hit_id(h), "until"))) continue;
    while (end < s->tok + s->ntok && !ends_clause(d, end)) end++;
    return anchor < k || anchor >= end;
  }
  return false;
}

static bool comma_between(const truc_doc *d, uint32_t from, uint32_t to) {
  for (uint32_t t = from; t < to; t++)
    if (truc__tok_is(d, t, ",")) return true;
  return false;
}

/* "nâng kim ngạch lên 18 tỷ USD vào năm 2028, ký kết ...": the year is that of
** the sum right before it, not of what stands behind the comma. */
static bool sum_of_clause(const truc_doc *d, const truc__fact_work *w,
                          const truc__match *m, uint32_t t) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (m->anchor < t ? !comma_between(d, m->anchor, t)
                    : !comma_between(d, t, m->anchor))
    return false;
  for (uint32_t k = t > first + 8 ? t - 8 : first; k < t; k++) {
    uint32_t v = w->value_at.v[k];
    if (v == TRUC_NONE || d->value.v[v].kind != TRUC_VAL_MONEY) continue;
    uint32_t after = k + d->value.v[v].ntok;
    if (after == t || (after + 1 == t && !ends_clause(d, after))) return true;
  }
  return false;
}

/* "từ 36 tỷ USD năm 2014 lên 50 tỷ USD": the year belongs to the sum before
** it. */
static bool other_sum(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m, uint32_t t) {
  if (m->pattern->kind != TRUC_KIND_AMOUNT) return sum_of_clause(d, w, m, t);
  uint32_t first = d->sentence.v[m->sent].tok;
  for (uint32_t k = t > first + 8 ? t - 8 : first; k < t; k++) {
    uint32_t v = w->value_at.v[k];
    if (v == TRUC_NONE || d->value.v[v].kind == TRUC_VAL_DATE) continue;
    if (k + d->value.v[v].ntok == t) return k < m->tok || k >= m->end;
  }
  return false;
}

/* "chương trình hợp tác giai đoạn 2030 - 2035": the years of the instrument. */
static bool is_term(const truc_doc *d, const truc_sentence *s,
                    const truc__match *m, uint32_t t) {
  unsigned kind = m->pattern->kind;
  if (t < s->tok + 2 || kind == TRUC_KIND_AMOUNT || kind == TRUC_KIND_RANKING)
    return false;
  return truc__tok_is(d, t - 2, "giai") || truc__tok_is(d, t - 2, "nhiệm");
}

/* "mục tiêu đến năm 2030": no time of what happens on a day. */
static bool is_horizon(const truc_doc *d, const truc_sentence *s,
                       const truc__match *m, uint32_t t, const truc_value *v) {
  unsigned kind = m->pattern->kind;
  return v->precision == TRUC_PREC_YEAR && t > s->tok &&
         truc__tok_is(d, t - 1, "đến") &&
         (kind == TRUC_KIND_VISIT || kind == TRUC_KIND_CONTACT ||
          kind == TRUC_KIND_EVENT);
}

static const truc_value *nearest_date(const truc_doc *d,
                                      const truc__fact_work *w,
                                      const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  const truc_value *best = NULL;
  uint32_t best_distance = UINT32_MAX;
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++) {
    uint32_t i = w->value_at.v[t];
    if (i == TRUC_NONE) continue;
    const truc_value *v = &d->value.v[i];
    bool behind = t == m->end && m->pattern->kind == TRUC_KIND_MILESTONE;
    if (v->kind != TRUC_VAL_DATE || (v->flags & TRUC_VF_NOW)) continue;
    if ((v->flags & TRUC_VF_INNAME) && !behind) continue;
    if (v->end.year - v->start.year > MAX_YEARS && v->start.year) continue;
    if (m->pattern->date == DATE_BEFORE &&
        (t > m->anchor || v->precision != TRUC_PREC_DAY ||
         (v->flags & TRUC_VF_INTERVAL)))
      continue; /* the day of speaking; other dates are of what is said */
    uint32_t distance = t > m->anchor ? t - m->anchor : m->anchor - t;
    /* the stay, not the day of arrival */
    if (m->pattern->kind == TRUC_KIND_VISIT && (v->flags & TRUC_VF_INTERVAL))
      distance = 0;
    if (t > m->tok && t < m->end && distance > 1)
      distance = 1; /* inside the match */
    if (m->pattern->kind == TRUC_KIND_VISIT && v->precision == TRUC_PREC_YEAR &&
        comma_between(d, m->end, t))
      continue; /* ", khuôn khổ thiết lập từ năm 2013" */
    if (is_horizon(d, s, m, t, v) || is_term(d, s, m, t) ||
        other_clause(d, s, m, t) || years_apart(d, w, s, m, t) ||
        other_sum(d, w, m, t))
      continue;
    if (t == m->end || (t == m->end + 1 && !ends_clause(d, m->end)))
      distance = 0; /* right behind it */
    if (distance < best_distance) {
      best = v;
      best_distance = distance;
    }
  }
  return best;
}

static void set_date(truc_fact *f, const truc_value *v) {
  if (v->precision == TRUC_PREC_NONE) return;
  truc_value_iso(v, f->date);
  f->has_date = f->date[0] != '\0';
  f->precision = v->precision;
  f->basis = v->basis;
}

static void set_document_date(const truc_doc *d, truc_fact *f) {
  if (!d->date.year) return;
  truc_value v;
  memset(&v, 0, sizeof v);
  v.kind = TRUC_VAL_DATE;
  v.start = v.end = d->date;
  v.precision = d->date_precision;
  v.basis = truc__publication_basis(d);
  set_date(f, &v);
}

/* The year in which `years` years are over that began on a day in the sentence
** ("60 năm (5/9/1962)": 2022), else the one that the sentence opens with, else
** that of a day in it, if it is about `today`; 0 if it says none. */
static int year_marked(const truc_doc *d, const truc__fact_work *w,
                       const truc_sentence *s, int years, int today) {
  int opens = 0, near = 0;
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++) {
    uint32_t i = w->value_at.v[t];
    if (i == TRUC_NONE || d->value.v[i].kind != TRUC_VAL_DATE) continue;
    const truc_value *v = &d->value.v[i];
    int over = v->start.year + years;
    if (years && v->start.year && over >= today - 1 && over <= today + 1)
      return over;
    if (t == s->tok && v->precision == TRUC_PREC_YEAR) opens = v->start.year;
    if (v->start.year >= today - 1 && v->start.year <= today + 1)
      near = v->start.year;
  }
  return opens ? opens : near;
}

/* An anniversary is of a year: one that the clause gives, else the text's. */
static void set_year(const truc_doc *d, const truc__fact_work *w,
                     const truc__match *m, const truc_value *v, truc_fact *f) {
  truc_value year;
  uint8_t precision;
  if (v && v->precision == TRUC_PREC_YEAR) {
    set_date(f, v);
    return;
  }
  const truc_item *it = truc__first_item(w->item.v, w->item.n, "years");
  int years = it ? (int)it->mantissa : 0;
  int today = truc__value_today(d, &precision).year;
  int said = year_marked(d, w, &d->sentence.v[m->sent], years, today);
  memset(&year, 0, sizeof year);
  year.kind = TRUC_VAL_DATE;
  year.precision = TRUC_PREC_YEAR;
  year.basis = "year of the text";
  year.start.year = year.end.year = (int16_t)(said ? said : today);
  if (year.start.year) set_date(f, &year);
}

static bool says_now(const truc_doc *d, const truc_sentence *s) {
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++)
    if (truc__hit_at(d, t, LEX_NOW)) return true;
  return false;
}

static void find_date(truc_doc *d, truc__fact_work *w, const truc__match *m,
                      truc_fact *f) {
  const truc__trace *trace = w->traces.v + m->trace;
  if (m->pattern->date == DATE_DOCUMENT) {
    set_document_date(d, f);
    return;
  }
  /* a DATE that the pattern itself took under slot `date` */
  for (uint32_t i = 0, open = 0; i < m->ntrace; i++) {
    if (trace[i].kind == TRACE_OPEN)
      open = !strcmp(truc__slots[trace[i].slot], "date");
    if (trace[i].kind == TRACE_CLOSE) open = 0;
    if (open && trace[i].kind == TRACE_VALUE &&
        d->value.v[trace[i].index].kind == TRUC_VAL_DATE) {
      set_date(f, &d->value.v[trace[i].index]);
      return;
    }
  }
  if (m->pattern->date == DATE_NONE) return;
  const truc_value *v = nearest_date(d, w, m);
  if (m->pattern->date == DATE_YEAR) {
    set_year(d, w, m, v, f);
    return;
  }
  if (v)
    set_date(f, v);
  else if (m->pattern->date == DATE_NOW && says_now(d, &d->sentence.v[m->sent]))
    set_document_date(d, f);
}

/* ------------------------------------------------------------------ speaker */

/* The shortest stretch that holds the predicate.  Records come in the order of
** the text, so what is over stays over. */
static void find_speaker(truc_doc *d, truc__fact_work *w, const truc__match *m,
                         truc_fact *f) {
  const truc__speech *best = NULL;
  uint32_t anchor = m->anchor, first = d->sentence.v[m->sent].tok;
  while (w->speech_over < w->speech.n &&
         w->speech.v[w->speech_over].end <= first)
    w->speech_over++;
  for (uint32_t i = w->speech_over; i < w->speech.n; i++) {
    const truc__speech *s = &w->speech.v[i];
    if (s->sent > m->sent + TRUC__SPEECH_BACK) break;
    if (anchor < s->tok || anchor >= s->end) continue;
    if (!best || s->end - s->tok < best->end - best->tok) best = s;
  }
  f->speaker = d->speaker.n;
  if (!best || f->kind == TRUC_KIND_STATEMENT) return;
  /* "phát biểu tại buổi chiêu đãi": where it is said, not what */
  if (f->kind == TRUC_KIND_EVENT && anchor <= best->tok + 3) return;
  w->trail.v[w->trail.n - 1].speech = (uint32_t)(best - w->speech.v);
  if (!VEC_PUSH(d->speaker, best->speaker)) w->rc = TRUC_ENOMEM;
  if (best->speaker2 != TRUC_NONE && !VEC_PUSH(d->speaker, best->speaker2))
    w->rc = TRUC_ENOMEM;
  f->nspeaker = d->speaker.n - f->speaker;
}

/* ------------------------------------------------------------------- record */

truc_fact *truc__fact_push(truc_doc *d, truc__fact_work *w, truc_kind kind,
                           uint32_t sent) {
  truc_fact f;
  memset(&f, 0, sizeof f);
  f.kind = (uint8_t)kind;
  f.tier = kind == TRUC_KIND_STATUS || kind == TRUC_KIND_IMPACT ? 2 : 1;
  f.part_of = TRUC_NONE;
  f.basis = "";
  f.pattern = "";
  f.item = d->item.n;
  f.nitem = w->item.n;
  f.evidence = d->evidence.n;
  f.nevidence = 1;
  f.speaker = d->speaker.n;
  if (d->fact.n >= MAX_FACTS) return NULL;
  if (!VEC_ROOM(d->item, w->item.n) || !VEC_PUSH(d->evidence, sent) ||
      !truc__trail_push(w) || !VEC_PUSH(w->kin, w->last[kind]) ||
      !VEC_PUSH(d->fact, f)) {
    w->rc = TRUC_ENOMEM;
    return NULL;
  }
  if (w->item.n)
    memcpy(d->item.v + d->item.n, w->item.v, w->item.n * sizeof *w->item.v);
  d->item.n += w->item.n;
  w->last[kind] = d->fact.n - 1;
  return &d->fact.v[d->fact.n - 1];
}

/* Has the slot that `refuse` names first one of its codes? */
static bool refused(const truc__fact_work *w, const char *refuse) {
  size_t slot = strcspn(refuse, "|");
  for (uint32_t i = 0; i < w->item.n; i++) {
    const truc_item *it = &w->item.v[i];
    if (!it->code || strlen(it->slot) != slot || memcmp(it->slot, refuse, slot))
      continue;
    size_t n = strlen(it->code);
    for (const char *p = refuse + slot + 1; *p; p += strcspn(p, "|") + 1)
      if (strcspn(p, "|") == n && !memcmp(p, it->code, n)) return true;
  }
  return false;
}

static bool complete(const truc__fact_work *w, const truc__pattern *p) {
  if (p->refuse && refused(w, p->refuse)) return false;
  for (uint32_t i = 0; i < p->nrequire; i++)
    if (!truc__has_slot(w, truc__slots[truc__requires[p->require + i]]))
      return false;
  return true;
}

/* "Trước đây X là đối tác lớn nhất": what was, and no word of when. */
static bool was_once(const truc_doc *d, const truc__match *m,
                     const truc_fact *f) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (f->kind != TRUC_KIND_RANKING && f->kind != TRUC_KIND_STATUS) return false;
  if (f->has_date || f->modality != TRUC_ACTUAL) return false;
  for (uint32_t t = m->anchor, commas = 0; t > first && commas < 2; t--) {
    const truc__hit *h = truc__hit_at(d, t - 1, LEX_ONCE_PAST);
    /* nothing but "Trước đây" before a comma */
    if (h && (!commas || truc__tok_is(d, t - 1 + h->ntok, ","))) return true;
    commas += truc__tok_is(d, t - 1, ",");
  }
  return false;
}

static bool store(truc_doc *d, truc__fact_work *w, const truc__match *m) {
  const truc__pattern *p = m->pattern;
  truc_fact *f = truc__fact_push(d, w, (truc_kind)p->kind, m->sent);
  if (!f) return !w->rc;
  f->pattern = p->name;
  truc__trail_match(w, m);
  f->modality =
      (uint8_t)truc__modality(d, w, m, &w->trail.v[w->trail.n - 1].marker);
  find_date(d, w, m, f);
  if (((p->flags & PATTERN_NEEDDATE) && !f->has_date) || was_once(d, m, f)) {
    d->fact.n--; /* its items and evidence stay unused until the next run */
    w->trail.n--;
    w->last[p->kind] = w->kin.v[--w->kin.n];
    return true;
  }
  find_speaker(d, w, m, f);
  return !w->rc;
}

/* One record per item of the distributed slot. */
static bool store_each(truc_doc *d, truc__fact_work *w, const truc__match *m) {
  const char *slot = truc__slots[m->pattern->distribute];
  uint32_t n = w->item.n;
  w->spread.n = 0;
  for (uint32_t i = 0; i < n; i++)
    if (!VEC_PUSH(w->spread, w->item.v[i])) w->rc = TRUC_ENOMEM;
  bool ok = !w->rc;
  for (uint32_t i = 0; i < n && ok; i++) {
    const truc_item *all = w->spread.v;
    if (strcmp(all[i].slot, slot)) continue;
    w->item.n = 0;
    for (uint32_t k = 0; k < n; k++)
      if (k == i || strcmp(all[k].slot, slot)) truc__item_push(w, all[k]);
    ok = store(d, w, m);
  }
  return ok;
}

bool truc__build(truc_doc *d, truc__fact_work *w, const truc__match *m) {
  const truc__trace *trace = w->traces.v + m->trace;
  if (!truc__in_context(d, w, m)) return true;
  w->item.n = 0;
  w->filled_from = w->filled.n;
  for (uint32_t i = 0; i < m->ntrace; i++)
    if (trace[i].kind == TRACE_OPEN &&
        strcmp(truc__slots[trace[i].slot], "date"))
      i = capture(d, w, trace, i, m->ntrace);
  truc__fill_slots(d, w, m);
  truc__settle_items(d, w, m);
  if (w->rc) return false;
  if (!complete(w, m->pattern) || truc__vetoed(d, w, m)) return true;
  return m->pattern->flags & PATTERN_DISTRIBUTE ? store_each(d, w, m)
                                                : store(d, w, m);
}

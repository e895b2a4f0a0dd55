/* SPDX-License-Identifier: Apache-2.0 */
/* build.c - a match becomes a record. */
#include "fact/fact.h"
#include "tables/lex.h"
#include "value/value.h"

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
  truc__find_date(d, w, m, f);
  if (truc__to_come(d, w, f)) f->modality = TRUC_PLANNED;
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

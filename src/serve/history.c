/* SPDX-License-Identifier: Apache-2.0 */
/* history.c - what changed over time: ranks, sums, steps of a relation, stages
** of a plan, holders of an office. */
#include "serve/serve.h"

static const truc__label titles[TRUC_NCHANGE] = {
    [TRUC_CHANGE_RANK] = TRUC__L_RANKS,
    [TRUC_CHANGE_SUM] = TRUC__L_SUMS_OVER_TIME,
    [TRUC_CHANGE_RELATION] = TRUC__L_STEPS,
    [TRUC_CHANGE_PLAN] = TRUC__L_PLANS,
    [TRUC_CHANGE_AGREEMENT] = TRUC__L_INSTRUMENTS,
    [TRUC_CHANGE_OFFICE] = TRUC__L_HOLDERS};

/* What it is about: the arguments that stay the same from step to step. */
static void put_about(truc__page *p, const truc_histories *h,
                      const truc_history *t) {
  const truc_records *r = h->records;
  const truc_record *x = &r->record[h->step[t->step].record];
  const char *between = "", *slot = "parties"; /* whose relation it is */
  for (uint32_t i = 0; i < x->nitem; i++) {
    const truc_record_item *item = &r->item[x->item + i];
    if (!truc__history_about((truc_change)t->change, item->slot)) continue;
    if (!strcmp(item->slot, "unit")) continue; /* stands with the sum */
    truc__buf_reset(&p->a);
    truc__put_item_name(&p->a, p, item);
    if (!p->a.n) continue;
    truc__html(p, "%t", between);
    if (strcmp(slot, item->slot) != 0)
      truc__html(p, "<span class=\"dim\">%c</span> ", item->slot);
    truc__html(p, "%p", p->a.p);
    between = " · ";
    slot = item->slot;
  }
  for (const char *s = t->between; *s;) {
    size_t n = strcspn(s, " ");
    truc__buf_reset(&p->b);
    truc__buf_put(&p->b, s, n);
    truc__html(p, "%t", between);
    if (p->b.n) truc__put_actor(p, p->b.p);
    between = " – ";
    s += n + (s[n] == ' ');
  }
}

static const truc_record_item *item_of(const truc_records *r,
                                       const truc_record *x, const char *slot) {
  for (uint32_t i = 0; i < x->nitem; i++)
    if (!strcmp(r->item[x->item + i].slot, slot)) return &r->item[x->item + i];
  return NULL;
}

/* A sum as its sentence words it, with its currency; a code by its name. */
static void put_value(truc__page *p, const truc_histories *h,
                      const truc_history *t, const truc_step *s) {
  const truc_record *x = &h->records->record[s->record];
  const truc_record_item *sum = item_of(h->records, x, "value");
  const truc_record_item *unit = item_of(h->records, x, "unit");
  bool money = unit && unit->code && *unit->code >= 'A' && *unit->code <= 'Z';
  if (t->change == TRUC_CHANGE_SUM && sum && sum->text)
    truc__html(p, money ? "%p %t" : "%p", sum->text, money ? unit->code : "");
  else if (t->change == TRUC_CHANGE_RANK || t->change == TRUC_CHANGE_SUM ||
           t->change == TRUC_CHANGE_OFFICE)
    truc__html(p, "%p", s->value);
  else
    truc__html(p, "%c", s->value);
}

static void put_step(truc__page *p, const truc_histories *h,
                     const truc_history *t, const truc_step *s, bool again) {
  const truc_record *x = &h->records->record[s->record];
  truc__html(p, "<tr%t><td class=\"when\">",
             s->differs ? " class=\"differs\"" : "");
  truc__buf_reset(&p->a);
  truc__put_date(&p->a, again ? "" : s->time);
  truc__html(p, "%t</td><th scope=\"row\"><a href=\"/fact/%u%q\">",
             p->a.n ? p->a.p : "", x->id);
  put_value(p, h, t, s);
  truc__html(p, "</a>");
  if (x->modality != TRUC_ACTUAL && t->change != TRUC_CHANGE_PLAN)
    truc__html(p, " <span class=\"tag\">%c</span>",
               truc_modality_name((truc_modality)x->modality));
  if (s->differs)
    truc__html(p, " <span class=\"tag warn\">%l</span>", TRUC__L_DIFFERS);
  truc__html(p, "</th><td class=\"when\">%t", x->first);
  if (strcmp(x->first, x->last)) truc__html(p, " → %t", x->last);
  truc__html(p, "</td><td class=\"count%t\">%d %l</td></tr>\n",
             x->nsource > 1 ? " many" : "", (unsigned)x->nsource,
             x->nsource == 1 ? TRUC__L_SOURCE : TRUC__L_SOURCES);
}

static void put_history(truc__page *p, const truc_histories *h,
                        const truc_history *t) {
  const char *time = NULL;
  truc__html(p,
             "<div class=\"wide\" tabindex=\"0\"><table class=\"history\">\n"
             "<caption>");
  put_about(p, h, t);
  truc__html(p, "</caption>\n<tbody>\n");
  for (uint32_t i = 0; i < t->nstep; i++) {
    const truc_step *s = &h->step[t->step + i];
    put_step(p, h, t, s, time && *time && !strcmp(time, s->time));
    time = s->time;
  }
  truc__html(p, "</tbody></table></div>\n");
}

void truc__put_histories(truc__page *p, const truc_histories *h) {
  int change = -1;
  if (!h->nhistory) return;
  truc__html(p, "<section id=\"histories\">\n<h2>%l</h2>\n", TRUC__L_HISTORIES);
  for (uint32_t i = 0; i < h->nhistory; i++) {
    const truc_history *t = &h->history[i];
    if (t->change != change) truc__html(p, "<h3>%l</h3>\n", titles[t->change]);
    change = t->change;
    put_history(p, h, t);
  }
  truc__html(p, "</section>\n");
}

void truc__json_histories(truc__page *p, const truc_histories *h) {
  truc__buf_chr(&p->out, '[');
  for (uint32_t i = 0; i < h->nhistory; i++) {
    if (i) truc__buf_str(&p->out, ",\n");
    truc__history_json(&p->out, h, i);
  }
  truc__buf_chr(&p->out, ']');
}

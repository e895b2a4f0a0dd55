/* SPDX-License-Identifier: Apache-2.0
**
** changes.c - a section of a brief: sums over the years, plans from the wish to
** the deed, instruments from the negotiation to the day they are in force.
** Ranks, steps of a relation and holders of offices have sections of their own.
*/
#include <stdlib.h>

#include "cli/brief.h"
#include "ledger/ledger.h"

enum { EACH = 4, STEPS = 8 }; /* histories of a kind, steps of one: not all */

/* ------------------------------------------------------------------- words */

/* "28 billion" of "28000000000", "1,600" of "1600"; at most two decimals. */
static void put_number(truc__buf *b, const char *s, size_t n) {
  static const char *const scale[] = {"", "", " million", " billion",
                                      " trillion"};
  size_t whole = 0, thousands;
  if (n && *s == '-') truc__buf_chr(b, '-'), s++, n--;
  while (whole < n && s[whole] >= '0' && s[whole] <= '9') whole++;
  thousands = whole > 6 ? (whole - 1) / 3 : 0;
  if (thousands > 4) thousands = 4;
  size_t shown = whole - 3 * thousands, places = thousands ? 2 : n - whole;
  for (size_t i = 0; i < shown; i++) {
    if (i && (shown - i) % 3 == 0) truc__buf_chr(b, ',');
    truc__buf_chr(b, s[i]);
  }
  if (thousands) {
    while (places && s[shown + places - 1] == '0') places--;
    if (places) truc__buf_chr(b, '.');
  }
  truc__buf_put(b, s + shown, places);
  truc__buf_str(b, scale[thousands]);
}

/* "28000000000 USD", "sign", "desired". */
static void put_value(truc__buf *b, const truc_history *t, const truc_step *s) {
  size_t n = strcspn(s->value, " ");
  if (t->change == TRUC_CHANGE_PLAN) {
    truc__buf_str(b, s->modality == TRUC_ACTUAL    ? "in place"
                     : s->modality == TRUC_DESIRED ? "wished"
                                                   : s->value);
    return;
  }
  if (t->change == TRUC_CHANGE_SUM)
    put_number(b, s->value, n);
  else
    cli_put_words(b, s->value);
  if (t->change == TRUC_CHANGE_SUM && s->value[n]) {
    truc__buf_chr(b, ' ');
    cli_put_words(b, s->value + n + 1);
  }
  if (s->modality != TRUC_ACTUAL)
    truc__buf_fmt(b, " [%s]", truc_modality_name((truc_modality)s->modality));
}

/* ----------------------------------------------------------------- sections */

/* What stays the same from step to step. */
static void put_about(cli_brief *x, const truc_histories *h,
                      const truc_history *t) {
  static const char *const slots[TRUC_NCHANGE][4] = {
      [TRUC_CHANGE_SUM] = {"what", "provider", "recipient"},
      [TRUC_CHANGE_PLAN] = {"sectors", "parties"},
      [TRUC_CHANGE_AGREEMENT] = {"instrument", "parties"}};
  const truc_record *p = &h->records->record[h->step[t->step].record];
  truc__buf *b = &x->what;
  truc__buf_reset(b);
  for (int i = 0; slots[t->change][i]; i++) {
    const char *slot = slots[t->change][i];
    const char *before = !b->n                        ? ""
                         : !strcmp(slot, "recipient") ? " → "
                                                      : " · ";
    cli_put_slot(b, x->v->l, h->records, p, before, slot);
  }
  const char *before = b->n ? " · " : "";
  for (const char *s = t->between; *s; before = " – ") {
    char ref[24];
    size_t n = strcspn(s, " ");
    truc__buf_str(b, before);
    snprintf(ref, sizeof ref, "%.*s", (int)n, s);
    cli_put_word(b, truc_ledger_name(x->v->l, ref));
    s += n + (s[n] == ' ');
  }
}

/* A line: time, if it is another than before, and what was so. */
static void step(cli_brief *x, const truc_history *t, const truc_step *s,
                 bool again) {
  truc__buf_reset(&x->label);
  truc__buf_reset(&x->what);
  truc__buf_reset(&x->note);
  if (!again && !x->v->markdown) truc__buf_str(&x->label, "  ");
  if (!again) cli_put_date(&x->label, s->time);
  put_value(&x->what, t, s);
  if (s->sources)
    truc__buf_fmt(&x->note, "%u source%s", (unsigned)s->sources,
                  s->sources == 1 ? "" : "s");
  cli_view_entry(x->v, cli_brief_text(&x->label), cli_brief_text(&x->what),
                 cli_brief_text(&x->note));
}

static int widest_time(cli_brief *x, const truc_step *s, uint32_t n) {
  int widest = 0;
  for (uint32_t i = 0; i < n; i++) {
    truc__buf_reset(&x->label);
    cli_put_date(&x->label, s[i].time);
    int w = cli_columns(cli_brief_text(&x->label), x->label.n);
    if (w > widest) widest = w;
  }
  return widest;
}

static void history(cli_brief *x, const truc_histories *h,
                    const truc_history *t) {
  const truc_step *s = &h->step[t->step];
  uint32_t skip = x->limit && t->nstep > STEPS ? t->nstep - STEPS : 0;
  int label = x->v->label, width = widest_time(x, s, t->nstep) + 4;
  if (width > label) x->v->label = width;
  put_about(x, h, t);
  cli_view_entry(x->v, truc_change_name((truc_change)t->change),
                 cli_brief_text(&x->what), "");
  if (skip) {
    truc__buf_reset(&x->note);
    truc__buf_fmt(&x->note, "... %u before (--all)", (unsigned)skip);
    cli_view_note(x->v, cli_brief_text(&x->note));
  }
  for (uint32_t k = skip; k < t->nstep; k++)
    step(x, t, &s[k], k > skip && !strcmp(s[k].time, s[k - 1].time));
  x->v->label = label;
}

void cli_brief_changes(cli_brief *x) {
  truc_query q = TRUC_QUERY;
  truc_histories *h;
  truc_err err;
  q.actor[0] = x->a;
  q.actor[1] = x->b;
  q.kinds = BIT(AMOUNT) | BIT(COOPERATION) | BIT(AGREEMENT);
  q.limit = x->limit ? EACH : 0;
  q.brief = 1;
  if (x->failed) return;
  if (truc_ledger_histories(x->v->l, &q, &err, &h)) {
    cli_ledger_fail(x->v->c, NULL, &err);
    x->failed = true;
    return;
  }
  if (h->nhistory) cli_view_section(x->v, "What changed", "");
  for (uint32_t i = 0; i < h->nhistory; i++) history(x, h, &h->history[i]);
  truc_histories_free(h);
}

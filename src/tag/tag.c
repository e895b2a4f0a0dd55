/* SPDX-License-Identifier: Apache-2.0 */
/* tag.c - the room's entry: rows, runs. */
#include "tag/tag.h"

#include "tag/row.h"

/* ------------------------------------------------------------------ memory */

#define LINE 64
_Static_assert(sizeof(truc__tagknown) == LINE, "one line of the cache");

static truc__tagwork *work_of(truc_doc *d) {
  const size_t table = sizeof(truc__tagknown) << TAG_MEMO_BITS;
  truc__tagwork *w = d->scratch[SCRATCH_TAG];
  if (w) return w;
  w = truc__realloc(NULL, sizeof *w + LINE + table);
  if (!w) return NULL;
  memset(w, 0, sizeof *w + LINE + table);
  uintptr_t behind = (uintptr_t)(w + 1);
  w->memo = (void *)((behind + LINE - 1) / LINE * LINE);
  return d->scratch[SCRATCH_TAG] = w;
}

void truc__tag_release(truc_doc *d) {
  truc__tagwork *w = d->scratch[SCRATCH_TAG];
  if (!w) return;
  VEC_FREE(w->place);
  VEC_FREE(w->score);
  truc__free(w);
  d->scratch[SCRATCH_TAG] = NULL;
}

/* ------------------------------------------------------------------- rows */

/* The row of a word beside a class; *its tells whether there is one. */
static inline uint32_t pair_row(const truc__tagmodel *m, uint32_t owner,
                                uint8_t cls, bool *its) {
  truc__tagcell c = m->cell[m->base[owner] + cls];
  *its = c.owner == owner;
  return c.row;
}

/* Finds the rows that are not in the memo, and asks for them ahead of use.
** Without branches: what a word is like is hard to foresee. */
static void aim_rows(const truc__tagmodel *m, truc__tagplace *p, uint32_t n) {
  for (; n > 0; n--, p++) {
    const truc__tagknown *w = &p->word;
    uint32_t one = w->row[0], two = w->row[1], pair = w->known ? 2 * two : 0;
    bool left, right;
    uint32_t a = pair_row(m, pair, p[-1].word.cls, &left);
    uint32_t b = pair_row(m, pair + 1, p[1].word.cls, &right);
    p->more[0] = w->known ? a : one;
    p->more[1] = w->known ? b : two;
    p->mask[0] = -(int)((left & (pair > 0)) | (!w->known & (one > 0)));
    p->mask[1] = -(int)((right & (pair > 0)) | (!w->known & (two > 0)));
    p->here = (w->known & p->capital & (one > 0)) ? &m->row[one] : &w->here;
    __builtin_prefetch(&m->row[p->more[0]]);
    __builtin_prefetch(&m->row[p->more[1]]);
  }
}

/* The scores of the word at p between its neighbours. */
static row score_word(const truc__tagmodel *m, const truc__tagplace *p) {
  row own = row_of(p->here, -1);
  own = row_add(own, row_of(&m->row[TAG_ROW_SHAPE + p->shape], -1));
  own = row_add(own, row_of(&p[-1].word.prev, -1));
  own = row_add(own, row_of(&p[1].word.next, -1));
  own = row_add(own, row_of(&m->row[p->more[0]], p->mask[0]));
  return row_add(own, row_of(&m->row[p->more[1]], p->mask[1]));
}

/* ------------------------------------------------------------------- runs */

static uint8_t margin_of(const truc__tagtabs *t, int32_t diff) {
  uint32_t step = (uint32_t)diff >> t->step;
  return t->margin[step < TAG_MARGINS ? step : TAG_MARGINS - 1];
}

static void set_tag(truc_word *w, const truc__tagtabs *t, unsigned column,
                    bool mark, uint8_t margin) {
  w->tag = truc__tag_of(t->tag[column], mark);
  w->tag_margin = margin;
}

/* The only column of a word, or TAG_EDGE: at the ends of the sentence, and
** where there is more than one. */
static unsigned only_column(const truc__tagplace *p) {
  unsigned may = p->word.may;
  return may & (may - 1) ? TAG_EDGE
                         : (unsigned)__builtin_ctz(may | 1u << TAG_EDGE);
}

/* The n words at p, each with more than one way. */
static void solve_run(const truc__tagmodel *m, truc__tagscore *s,
                      const truc__tagplace *p, truc_word *w, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    s[i].may = p[i].word.may;
    row_put(s[i].own, score_word(m, &p[i]));
  }
  truc__tag_solve(m->tabs, s, n, only_column(p - 1), only_column(p + n));
  for (uint32_t i = 0; i < n; i++)
    set_tag(&w[i], m->tabs, s[i].column, p[i].mark,
            margin_of(m->tabs, s[i].diff));
}

static void tag_words(const truc__tagmodel *m, truc__tagwork *work,
                      truc_word *w, uint32_t n) {
  const truc__tagplace *p = work->place.v + 1;
  uint32_t from = 0;
  for (uint32_t i = 0; i < n; i++) {
    unsigned column = only_column(&p[i]);
    if (column == TAG_EDGE) continue;
    if (from < i) solve_run(m, work->score.v, p + from, w + from, i - from);
    set_tag(&w[i], m->tabs, column, p[i].mark, m->tabs->sure);
    from = i + 1;
  }
  if (from < n) solve_run(m, work->score.v, p + from, w + from, n - from);
}

/* ------------------------------------------------------------------- entry */

/* What stands before and behind a sentence. */
static void set_edge(const truc__tagmodel *m, truc__tagplace *p) {
  memset(p, 0, sizeof *p);
  p->word.cls = TAG_CLASS_EDGE;
  p->word.prev = m->row[TAG_ROW_PREV + TAG_CLASS_EDGE];
  p->word.next = m->row[TAG_ROW_NEXT + TAG_CLASS_EDGE];
}

bool truc__tag_sentence(truc_doc *d, uint32_t sent, truc_word *words) {
  const truc__tagmodel *m = truc__model_tags(d->model);
  const truc_sentence *s = &d->sentence.v[sent];
  if (!m) return true; /* the words are X already */
  truc__tagwork *work = work_of(d);
  if (!work || !VEC_ROOM(d->syllable, 3)) return false;
  work->place.n = work->score.n = 0;
  if (!VEC_ROOM(work->place, (uint64_t)s->nword + 2) ||
      !VEC_ROOM(work->score, s->nword))
    return false;
  set_edge(m, &work->place.v[0]);
  set_edge(m, &work->place.v[s->nword + 1]);
  truc__tag_places(m, work, d, s);
  aim_rows(m, work->place.v + 1, s->nword);
  tag_words(m, work, words, s->nword);
  return true;
}

truc_rc truc__tag_run(truc_doc *d) {
  for (uint32_t i = 0; i < d->sentence.n; i++)
    if (!truc__tag_sentence(d, i, d->word.v + d->sentence.v[i].word))
      return TRUC_ENOMEM;
  return TRUC_OK;
}

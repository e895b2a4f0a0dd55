/* SPDX-License-Identifier: Apache-2.0 */
/* words.c - slots filled by a phrase of a word class: by its code, by the noun
** phrase it begins, or by the one behind it. */
#include "fact/fact.h"
#include "tables/lex.h"

/* The hit as an item: its code, or the field of cooperation it names; "_" says
** nothing. */
static truc_item named(const truc_doc *d, const char *slot,
                       const truc__hit *h) {
  truc_item it = truc__blank_item(slot);
  if (!strncmp(truc__hit_id(h), "sector:", 7))
    it.ref = truc__hit_id(h);
  else if (strcmp(truc__hit_id(h), "_"))
    it.code = truc__hit_id(h);
  it.at = truc__tok_span(d, h->tok, h->ntok);
  return it;
}

/* The longest phrase of the class that holds this one and ends by `end`. */
static const truc__hit *widest(const truc_doc *d, uint32_t first, uint32_t end,
                               const truc__hit *h, int cls) {
  uint32_t tok = h->tok, after = h->tok + h->ntok;
  for (uint32_t k = tok; k > first && k + 5 > tok; k--) {
    const truc__hit *more = truc__hit_at(d, k - 1, cls);
    if (more && k - 1 + more->ntok >= after && k - 1 + more->ntok <= end)
      h = more;
  }
  return h;
}

/* The nearest phrase of a class before the anchor. */
bool truc__fill_class(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__match *m, int cls) {
  uint32_t first = d->sentence.v[m->sent].tok;
  for (uint32_t t = m->anchor; t > first; t--) {
    const truc__hit *h = truc__hit_at(d, t - 1, cls);
    if (!h || t - 1 + h->ntok > m->anchor) continue;
    truc__item_push(w, named(d, slot, widest(d, first, m->anchor, h, cls)));
    return true;
  }
  return false;
}

/* The first phrase of a class after the anchor, longest first. */
bool truc__fill_behind(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m, int cls) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  for (uint32_t t = m->anchor + 1; t < s->tok + s->ntok; t++) {
    const truc__hit *h = truc__hit_at(d, t, cls);
    if (!h) continue;
    truc__item_push(w, named(d, slot, h));
    return true;
  }
  return false;
}

/* Where the words that begin at `tok` end: a noun phrase ("kỷ niệm 50 năm |
** ngày thiết lập quan hệ"), else all up to the next mark ("thông qua | tăng
** cường trao đổi đoàn"). */
static uint32_t words_end(const truc_doc *d, const truc__fact_work *w,
                          uint32_t tok, uint32_t end) {
  uint32_t t = truc__phrase_end(d, w, tok, end);
  if (t > tok && t + 1 < end && truc__tok_is(d, t, "ngày") &&
      w->value_at.v[t] == TRUC_NONE)
    t = truc__phrase_end(d, w, t + 1, end);
  if (t > tok) return t;
  while (t < end && d->token.v[t].kind != TRUC_TOK_PUNCT) t++;
  return t;
}

/* The words of the hit, or `after` it; none where the match stands in them. */
static bool push_words(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m, const truc__hit *h, bool after) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t from = h->tok + h->ntok;
  uint32_t end = words_end(d, w, from, s->tok + s->ntok);
  if (after && (end == from || (from <= m->anchor && end > m->anchor)))
    return false;
  truc_item it = named(d, slot, h);
  if (after) it = truc__blank_item(slot);
  if (!after) from = h->tok;
  it.at = truc__tok_span(d, from, end - from);
  truc__item_push(w, it);
  return true;
}

/* The phrase nearest to the anchor, up to the next semicolon; those behind the
** anchor first: what is added to a predicate follows it, or opens the
** sentence. */
bool truc__fill_words(truc_doc *d, truc__fact_work *w, const char *slot,
                      const truc__match *m, uint32_t cls, bool after) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  const truc__hit *h;
  for (uint32_t t = m->anchor + 1; t < s->tok + s->ntok; t++) {
    if (truc__tok_is(d, t, ";")) break;
    if ((h = truc__hit_at(d, t, (int)cls)) != NULL)
      return push_words(d, w, slot, m, h, after);
  }
  for (uint32_t t = m->anchor; t > s->tok; t--) {
    if (truc__tok_is(d, t - 1, ";")) break;
    if ((h = truc__hit_at(d, t - 1, (int)cls)) == NULL) continue;
    h = widest(d, s->tok, m->anchor, h, (int)cls);
    return push_words(d, w, slot, m, h, after);
  }
  return false;
}

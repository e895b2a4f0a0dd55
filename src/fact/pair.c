/* SPDX-License-Identifier: Apache-2.0 */
/* pair.c - which two countries are meant, and who the parties of an instrument
** are. */
#include "fact/fact.h"
#include "tables/lex.h"

/* "hai nước", "doanh nghiệp hai bên": no names. */
static bool says_two(const truc_doc *d, const truc__fchunk *c) {
  for (uint32_t t = c->tok; t < c->tok + c->ntok; t++)
    if (truc__tok_is(d, t, "hai")) return true;
  return false;
}

/* "Việt Nam - Lào": both have a name here, with a dash between. */
static bool names_two(const truc_doc *d, const truc__fchunk *c) {
  if (c->type != CH_PAIR || c->entity == TRUC_NONE || c->other == TRUC_NONE)
    return false;
  for (uint32_t t = c->tok + 1; t + 1 < c->tok + c->ntok; t++)
    if (d->token.v[t].kind == TRUC_TOK_PUNCT) return true;
  return false;
}

/* "Thủ tướng Lào A và Tổng thống Chile B": the countries of both. */
static bool persons_pair(const truc_doc *d, const truc__fact_work *w,
                         const truc_sentence *s, uint32_t out[2]) {
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[s->tok + s->ntok];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c], *y;
    uint32_t after = x->tok + x->ntok;
    if (x->type != CH_PERSON || x->inner || x->credit) continue;
    if (after + 1 >= s->tok + s->ntok || !truc__tok_is(d, after, "và"))
      continue;
    y = truc__chunk_at(w, after + 1, CH_PERSON);
    if (!y || x->entity == TRUC_NONE || y->entity == TRUC_NONE) continue;
    out[0] = d->entity.v[x->entity].country;
    out[1] = d->entity.v[y->entity].country;
    if (out[0] != TRUC_NONE && out[1] != TRUC_NONE && out[0] != out[1])
      return true;
  }
  out[0] = out[1] = TRUC_NONE;
  return false;
}

/* The two countries named before `tok` in the sentence, people's and groups'
** among them; false if there is one, or a third: "Thủ tướng Ấn Độ ... sang thăm
** Việt Nam nhân dịp hai nước ..." */
static bool countries_before(const truc_doc *d, const truc__fact_work *w,
                             const truc_sentence *s, uint32_t tok,
                             uint32_t out[2]) {
  uint32_t n = 0, two[2] = {TRUC_NONE, TRUC_NONE};
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[tok]; c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->credit || x->inner || x->entity == TRUC_NONE) continue;
    const truc_entity *e = &d->entity.v[x->entity];
    uint32_t of = e->type == TRUC_GPE ? x->entity : e->country;
    if (x->type == CH_PAIR) return false;
    if (of == TRUC_NONE || (n > 0 && of == two[0]) || (n > 1 && of == two[1]))
      continue;
    if (n == 2) return false;
    two[n++] = of;
  }
  if (n < 2) return false;
  out[0] = two[0];
  out[1] = two[1];
  return true;
}

/* How many sentences "hai bên" may stand behind the talks it means. */
#define TALKS_REACH 8u

/* The countries of the two who met last, a few sentences before: an article on
** a conference goes from one talk to the next. */
static bool last_contact(const truc_doc *d, uint32_t sent, uint32_t out[2]) {
  for (uint32_t i = d->fact.n; i-- > 0;) {
    const truc_fact *f = &d->fact.v[i];
    uint32_t at = d->evidence.v[f->evidence];
    if (at + TALKS_REACH < sent) return false;
    if (f->kind != TRUC_KIND_CONTACT) continue;
    const truc_item *items = d->item.v + f->item;
    uint32_t a =
        truc__country_of(d, truc__first_item(items, f->nitem, "actor"));
    uint32_t b =
        truc__country_of(d, truc__first_item(items, f->nitem, "counterpart"));
    if (a == TRUC_NONE || b == TRUC_NONE || a == b) continue;
    out[0] = a;
    out[1] = b;
    return true;
  }
  return false;
}

/* "nâng quan hệ song phương | Việt Nam - Lào | lên ...": named in the match. */
static const truc__fchunk *pair_within(const truc_doc *d,
                                       const truc__fact_work *w,
                                       const truc__match *m) {
  for (uint32_t c = w->chunk_at.v[m->tok]; c < w->chunk_at.v[m->end]; c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (!x->credit && !x->inner && names_two(d, x)) return x;
  }
  return NULL;
}

/* The pair that the sentence before speaks of: one without any country goes on
** about it. */
static bool pair_told(const truc_doc *d, const truc__fact_work *w,
                      uint32_t sent, uint32_t out[2]) {
  if (!sent) return false;
  const truc_sentence *s = &d->sentence.v[sent - 1];
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[s->tok + s->ntok];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->type != CH_PAIR || x->credit || x->inner) continue;
    if (x->entity == TRUC_NONE || x->other == TRUC_NONE) continue;
    out[0] = x->entity;
    out[1] = x->other;
    return true;
  }
  return false;
}

/* The pair in focus: a PAIR chunk of the match or of the sentence, two
** countries of it, one and its partner in the article's pair, that of the
** sentence before, or the article's pair. */
void truc__pair_in_focus(const truc_doc *d, const truc__fact_work *w,
                         const truc__match *m, uint32_t out[2],
                         const truc__fchunk *seen[2]) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t end = s->tok + s->ntok;
  const truc__fchunk *named = pair_within(d, w, m);
  if (named) {
    out[0] = named->entity;
    out[1] = named->other;
    seen[0] = seen[1] = named;
    return;
  }
  out[0] = out[1] = TRUC_NONE;
  seen[0] = seen[1] = NULL;
  bool persons = persons_pair(d, w, s, out);
  if (persons && out[0] != w->pair[0] && out[0] != w->pair[1]) return;
  if (persons && out[1] != w->pair[0] && out[1] != w->pair[1]) return;
  out[0] = out[1] = TRUC_NONE;
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[end]; c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->credit || x->inner || x->entity == TRUC_NONE) continue;
    if (x->type == CH_PAIR && says_two(d, x) &&
        countries_before(d, w, s, x->tok, out)) {
      seen[0] = seen[1] = x;
      return;
    }
    if (x->type == CH_PAIR && out[0] == TRUC_NONE && says_two(d, x) &&
        last_contact(d, m->sent, out)) {
      seen[0] = seen[1] = x;
      return;
    }
    if (d->entity.v[x->entity].type != TRUC_GPE) continue;
    if (x->type == CH_PAIR && out[1] != TRUC_NONE && says_two(d, x))
      return; /* "Nga giao tàu cho Việt Nam trong ... hai nước" */
    if (x->type == CH_PAIR && x->other != TRUC_NONE) {
      out[0] = x->entity;
      out[1] = x->other;
      seen[0] = seen[1] = x;
      return;
    }
    if (x->type != CH_COUNTRY) continue;
    if (out[0] == TRUC_NONE) {
      out[0] = x->entity;
      seen[0] = x;
    } else if (out[1] == TRUC_NONE && x->entity != out[0]) {
      out[1] = x->entity;
      seen[1] = x;
    }
  }
  uint32_t met[2];
  if (out[0] != TRUC_NONE && out[1] == TRUC_NONE &&
      last_contact(d, m->sent, met) && (met[0] == out[0] || met[1] == out[0])) {
    out[1] = met[0] == out[0] ? met[1] : met[0];
  } else if (out[0] != TRUC_NONE && out[1] == TRUC_NONE) {
    if (out[0] == w->pair[0])
      out[1] = w->pair[1];
    else if (out[0] == w->pair[1])
      out[1] = w->pair[0];
    else
      out[1] = w->pair[0];
  }
  if (out[0] == TRUC_NONE && !pair_told(d, w, m->sent, out)) {
    out[0] = w->pair[0];
    out[1] = w->pair[1];
  }
}

truc_span truc__span_of(const truc_doc *d, const truc__fchunk *c) {
  return c ? truc__tok_span(d, c->item_tok, c->item_ntok) : (truc_span){0, 0};
}

/* "hai bên" in a text that names no country: the words alone. */
static bool fill_unknown_pair(truc_doc *d, truc__fact_work *w, const char *slot,
                              const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[s->tok + s->ntok];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->type != CH_PAIR || x->inner) continue;
    truc_item it = truc__blank_item(slot);
    it.at = truc__span_of(d, x);
    truc__item_push(w, it);
    return true;
  }
  return false;
}

bool truc__fill_pair(truc_doc *d, truc__fact_work *w, const char *slot,
                     const truc__match *m) {
  uint32_t e[2];
  const truc__fchunk *seen[2];
  truc__pair_in_focus(d, w, m, e, seen);
  if (e[0] == TRUC_NONE || e[1] == TRUC_NONE)
    return fill_unknown_pair(d, w, slot, m);
  for (int i = 0; i < 2; i++)
    truc__item_entity(d, w, slot, e[i], truc__span_of(d, seen[i]));
  return true;
}

/* --------------------------------------------------- parties of instruments */

static void found_parties(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  const char **parties = ctx;
  (void)ntok;
  if (e->cls == LEX_AGR_PARTY) *parties = truc__lex_id(e);
}

/* Parties of an agreement with a fixed id, from data/lex/parties.tsv: refs with
** blanks between; NULL if it is not there. */
static const char *known_parties(const char *ref) {
  const char *parties = NULL;
  truc_token t;
  memset(&t, 0, sizeof t);
  if (!ref || strncmp(ref, "org:", 4)) return NULL;
  t.sym = truc__lex_symbol(ref + 4, strlen(ref + 4));
  if (t.sym) truc__lex_walk(&t, 1, 0, found_parties, &parties);
  return parties;
}

static bool item_ref(truc_doc *d, truc__fact_work *w, const char *slot,
                     const char *ref, size_t n, truc_span at) {
  truc_item it = truc__blank_item(slot);
  it.ref = truc__arena_str(&d->arena, ref, n);
  it.at = at;
  it.implicit = at.len == 0;
  if (!it.ref) {
    w->rc = TRUC_ENOMEM;
    return false;
  }
  if (!truc__ref_there(w, slot, it.ref)) truc__item_push(w, it);
  return true;
}

/* Names of countries and bodies among the tokens of the span. */
static void parties_in_words(truc_doc *d, truc__fact_work *w, const char *slot,
                             const truc_sentence *s, truc_span at) {
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++) {
    truc_span k = d->token.v[t].at;
    if (k.off < at.off || k.off + k.len > at.off + at.len) continue;
    const truc__hit *gpe = truc__hit_at(d, t, LEX_GPE);
    const truc__hit *org = truc__hit_at(d, t, LEX_FORUM);
    if (!org) org = truc__hit_at(d, t, LEX_ORG);
    const truc__hit *h = gpe && (!org || gpe->ntok >= org->ntok) ? gpe : org;
    if (!h) continue;
    char ref[96];
    size_t n = strlen(truc__hit_id(h));
    if (n + 5 > sizeof ref) continue;
    memcpy(ref, h == gpe ? "gpe:" : "org:", 4);
    memcpy(ref + 4, truc__hit_id(h), n);
    item_ref(d, w, slot, ref, n + 4, truc__tok_span(d, t, h->ntok));
    t += h->ntok - 1u;
  }
}

/* "thỏa thuận cấp cao | hai nước": the pair among the words of the span. */
static bool pair_in_words(truc_doc *d, truc__fact_work *w, const char *slot,
                          const truc_sentence *s, truc_span at) {
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[s->tok + s->ntok];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    truc_span in = truc__span_of(d, x);
    if (x->type != CH_PAIR || x->inner || x->other == TRUC_NONE) continue;
    if (in.off < at.off || in.off + in.len > at.off + at.len) continue;
    truc__item_chunk(d, w, slot, x);
    return true;
  }
  return false;
}

/* "hai nước", also in "lãnh đạo hai nước"; or two by name. */
static bool names_two_countries(const truc__fact_work *w,
                                const truc_sentence *s) {
  uint32_t first = TRUC_NONE;
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[s->tok + s->ntok];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->credit) continue;
    if (x->type == CH_PAIR) return true;
    if (x->type != CH_COUNTRY || x->inner) continue;
    if (first != TRUC_NONE && x->entity != first) return true;
    first = x->entity;
  }
  return false;
}

/* Parties by the instrument of slot `of`: named in its words ("Hiệp định ...
** giữa Việt Nam và Liên minh châu Âu"), or known for its id. True if they are
** settled, which may also mean: none. */
bool truc__fill_inside(truc_doc *d, truc__fact_work *w, const char *slot,
                       const truc__match *m, const char *of) {
  const truc_item *it = truc__first_item(w->item.v, w->item.n, of);
  const truc_sentence *s = &d->sentence.v[m->sent];
  if (!it || !it->at.len) return false;
  const char *known = known_parties(it->ref);
  if (known && !strcmp(known, "-")) return !names_two_countries(w, s);
  uint32_t n = w->item.n;
  if (known) {
    for (const char *p = known; *p;) {
      size_t len = strcspn(p, " ");
      item_ref(d, w, slot, p, len, (truc_span){0, 0});
      p += len + (p[len] == ' ');
    }
    return true;
  }
  parties_in_words(d, w, slot, s, it->at);
  if (w->item.n >= n + 2) return true; /* one alone is no party */
  w->item.n = n;
  return pair_in_words(d, w, slot, s, it->at);
}

/* ------------------------------------------------ who signs, who only helps */

#define SIGNERS (CH_COUNTRY | CH_ORG | CH_FORUM)
/* So far before the predicate the support for it is looked for. */
#define SUPPORT_REACH 8u

/* "X ủng hộ Y ký ...": Y signs, X does not.  Drops the parties named before the
** verb of support, takes those right behind it. */
static void drop_supporters(truc_doc *d, truc__fact_work *w,
                            const truc__match *m) {
  uint32_t first = d->sentence.v[m->sent].tok, n = 0;
  const truc__hit *h = NULL;
  for (uint32_t k = 1; k <= SUPPORT_REACH && m->anchor >= first + k; k++) {
    if (truc__tok_is(d, m->anchor - k, ",")) return;
    h = truc__hit_at(d, m->anchor - k, LEX_AGR_SUPPORT);
    if (h) break;
  }
  if (!h) return;
  const truc__fchunk *c =
      truc__chunk_at(w, h->tok + h->ntok, SIGNERS | CH_PAIR);
  uint32_t off = d->token.v[h->tok].at.off, before = 0;
  for (uint32_t i = 0; i < w->item.n; i++)
    before += truc__slot_is(w->item.v[i].slot, "parties");
  if (!c && before != 1) return; /* "hai bên ủng hộ sớm ký": both will */
  for (uint32_t i = 0; i < w->item.n; i++) {
    const truc_item *it = &w->item.v[i];
    if (strcmp(it->slot, "parties") || !it->at.len || it->at.off >= off)
      w->item.v[n++] = *it;
  }
  w->item.n = n;
  if (c && !truc__has_slot(w, "parties")) truc__item_chunk(d, w, "parties", c);
}

/* "ký hiệp định dẫn độ | với Y": the second party. */
static void add_signer(truc_doc *d, truc__fact_work *w, const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t n = 0, end = s->tok + s->ntok;
  for (uint32_t i = 0; i < w->item.n; i++)
    n += truc__slot_is(w->item.v[i].slot, "parties");
  const truc_item *one = truc__first_item(w->item.v, w->item.n, "parties");
  if (n != 1 || !one->ref || strncmp(one->ref, "gpe:", 4)) return;
  if (m->end + 1 >= end || !truc__tok_is(d, m->end, "với")) return;
  const truc__fchunk *c = truc__chunk_at(w, m->end + 1, SIGNERS);
  if (c && !c->credit) truc__item_chunk(d, w, "parties", c);
}

void truc__settle_signers(truc_doc *d, truc__fact_work *w,
                          const truc__match *m) {
  drop_supporters(d, w, m);
  add_signer(d, w, m);
}

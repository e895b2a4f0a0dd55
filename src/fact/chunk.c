/* SPDX-License-Identifier: Apache-2.0 */
/* chunk.c - what a verb takes as one argument.
**
** A chunk is an office with its body, country and name, a country, a pair of
** countries, a body, a place, or a group of people ("doanh nghiệp hai nước").
** People, firms and governments of a country stand for the country when they
** are parties (class group.country); other groups stand for themselves
** (group.people, "grp:" and the words).  Chunks inside others are kept, marked
** `inner`, for patterns that look into a name ("Chủ tịch ASEAN"). */
#include "fact/fact.h"
#include "tables/lex.h"

const truc__fchunk *truc__chunk_at(const truc__fact_work *w, uint32_t tok,
                                   uint32_t mask) {
  for (uint32_t c = w->chunk_at.v[tok]; c < w->chunk_at.v[tok + 1]; c++)
    if (w->chunk.v[c].type & mask) return &w->chunk.v[c];
  return NULL;
}

static uint32_t type_of(const truc_doc *d, const truc_mention *m) {
  if (m->form == TRUC_SAID_PAIR)
    return m->entity != TRUC_NONE && d->entity.v[m->entity].type != TRUC_GPE
               ? CH_BOTH
               : CH_PAIR;
  switch (m->type) {
    case TRUC_PER:
    case TRUC_OFFICE: return CH_PERSON;
    case TRUC_GPE: return CH_COUNTRY;
    case TRUC_LOC:
      /* a capital that stands for its government is linked to the country */
      return m->entity != TRUC_NONE &&
                     d->entity.v[m->entity].type == TRUC_GPE &&
                     (m->flags & TRUC_MF_METONYM)
                 ? CH_COUNTRY
                 : CH_PLACE;
    case TRUC_ORG: return CH_ORG;
    case TRUC_FORUM: return CH_FORUM;
    case TRUC_AGREEMENT: return CH_AGREEMENT;
    case TRUC_EVENT: return CH_EVENT;
    default: return CH_GROUP;
  }
}

static bool add(truc__fact_work *w, truc__fchunk c) {
  if (VEC_PUSH(w->chunk, c)) return true;
  w->rc = TRUC_ENOMEM;
  return false;
}

static truc__fchunk from_mention(const truc_doc *d, uint32_t i) {
  const truc_mention *m = &d->mention.v[i];
  truc__fchunk c;
  memset(&c, 0, sizeof c);
  c.tok = c.item_tok = m->tok;
  c.ntok = c.item_ntok = m->ntok;
  c.type = type_of(d, m);
  c.entity = m->entity;
  c.other = m->form == TRUC_SAID_PAIR ? m->other : TRUC_NONE;
  c.sent = m->sent;
  c.spouse = (m->flags & TRUC_MF_SPOUSE) != 0;
  c.credit = (m->flags & TRUC_MF_CREDIT) != 0;
  return c;
}

static uint32_t end_of(const truc_doc *d, uint32_t mention, uint32_t so_far) {
  if (mention == TRUC_NONE) return so_far;
  const truc_mention *m = &d->mention.v[mention];
  return m->tok + m->ntok > so_far ? m->tok + m->ntok : so_far;
}

static bool is_kinship(const truc_doc *d, uint32_t tok) {
  return truc__hit_at(d, tok, LEX_KIN_TITLE) != NULL;
}

/* An office and all that belongs to it, from its title to the name. */
static truc__fchunk from_office(const truc_doc *d, const truc_office *o) {
  truc__fchunk c = from_mention(d, o->mention);
  uint32_t end = c.tok + c.ntok;
  end = end_of(d, o->org_mention, end);
  end = end_of(d, o->country_mention, end);
  c.type = CH_PERSON;
  if (o->holder_mention != TRUC_NONE) {
    const truc_mention *h = &d->mention.v[o->holder_mention];
    end = end_of(d, o->holder_mention, end);
    c.item_tok = h->tok;
    c.item_ntok = h->ntok;
    c.entity = h->entity;
  } else {
    if (o->holder != TRUC_NONE) c.entity = o->holder;
    c.item_ntok = end - c.item_tok;
  }
  c.ntok = end - c.tok;
  return c;
}

/* ------------------------------------------------------------------ groups */

static void words_ref(truc_doc *d, truc__fact_work *w, truc__fchunk *c);
static uint32_t group_entity(truc_doc *d, truc__fact_work *w,
                             const truc__fchunk *c, uint32_t country);

/* "Tiến sĩ" without a name is nobody. */
static bool rank_alone(const truc_office *o) {
  return (o->flags & TRUC_OF_RANK) && !strstr(o->title, "đồng") &&
         o->holder == TRUC_NONE && o->holder_mention == TRUC_NONE;
}

/* "các Tổng thống Mỹ", without a name: several holders, none in particular. */
static void plural(truc_doc *d, truc__fact_work *w, const truc_office *o,
                   truc__fchunk *c) {
  uint32_t first = d->sentence.v[c->sent].tok;
  if (o->holder_mention != TRUC_NONE || c->tok == first) return;
  if (!truc__tok_is(d, c->tok - 1, "các") &&
      !truc__tok_is(d, c->tok - 1, "những") &&
      !truc__tok_is(d, c->tok - 1, "nhiều"))
    return;
  uint32_t country = o->country;
  c->tok--;
  c->item_tok = c->tok;
  c->item_ntok = ++c->ntok;
  c->type = CH_GROUP;
  words_ref(d, w, c);
  if (!w->rc) c->entity = group_entity(d, w, c, country);
}

/* "các doanh nghiệp của hai nước": [quantifier] head [của] country | pair. */
static void words_ref(truc_doc *d, truc__fact_work *w, truc__fchunk *c) {
  uint32_t from = d->token.v[c->tok].text;
  const truc_token *last = &d->token.v[c->tok + c->ntok - 1];
  uint32_t n = last->text + last->text_len - from;
  char *s = truc__arena_get(&d->arena, n + 5);
  if (!s) {
    w->rc = TRUC_ENOMEM;
    return;
  }
  memcpy(s, "grp:", 4);
  memcpy(s + 4, d->text.p + from, n);
  s[n + 4] = '\0';
  c->ref = s;
}

static const truc__fchunk *owner_at(const truc_doc *d, const truc__fact_work *w,
                                    uint32_t from, uint32_t tok, uint32_t end) {
  if (tok < end && truc__hit_at(d, tok, LEX_OF)) tok++;
  if (tok >= end) return NULL;
  for (uint32_t c = from; c < w->chunk.n; c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->tok == tok && (x->type & (CH_COUNTRY | CH_PAIR))) return x;
  }
  return NULL;
}

/* "Lãnh đạo Việt Nam" in the singular: the person of that country named
** last. */
static uint32_t leader_of(const truc_doc *d, const truc__fact_work *w,
                          uint32_t country) {
  for (uint32_t c = w->chunk.n; c-- > 0;) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->type == CH_PERSON && x->entity != TRUC_NONE && !x->credit &&
        !x->spouse && d->entity.v[x->entity].type == TRUC_PER &&
        d->entity.v[x->entity].country == country)
      return x->entity;
  }
  return TRUC_NONE;
}

/* "lãnh đạo Triều Tiên | Kim Jong-un": the person whom the words introduce. */
static const truc__fchunk *named_at(const truc_doc *d, const truc__fact_work *w,
                                    uint32_t from, uint32_t tok) {
  for (uint32_t c = from; c < w->chunk.n; c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->tok == tok && x->type == CH_PERSON && x->entity != TRUC_NONE &&
        x->item_tok == tok && d->entity.v[x->entity].type == TRUC_PER)
      return x;
  }
  return NULL;
}

/* An entity of its own for a group, so that it can be a speaker. */
static uint32_t group_entity(truc_doc *d, truc__fact_work *w,
                             const truc__fchunk *c, uint32_t country) {
  for (uint32_t e = d->entity.n; e-- > 0;)
    if (d->entity.v[e].type == TRUC_GROUP &&
        !strcmp(d->entity.v[e].ref, c->ref))
      return e;
  truc_entity e;
  memset(&e, 0, sizeof e);
  e.ref = c->ref;
  e.name = c->ref + 4;
  e.country = country;
  e.head = TRUC_NONE;
  e.type = TRUC_GROUP;
  e.nmention = 1;
  if (!VEC_PUSH(d->entity, e)) {
    w->rc = TRUC_ENOMEM;
    return TRUC_NONE;
  }
  return d->entity.n - 1;
}

/* `from`: first chunk of the sentence. */
static bool group_at(truc_doc *d, truc__fact_work *w, uint32_t tok,
                     uint32_t sent, uint32_t from) {
  const truc_sentence *s = &d->sentence.v[sent];
  const truc__hit *people = truc__hit_at(d, tok, LEX_GROUP_PEOPLE);
  const truc__hit *country = truc__hit_at(d, tok, LEX_GROUP_COUNTRY);
  if (!people && !country) return true;
  bool stands = country && (!people || country->ntok >= people->ntok);
  const truc__hit *head = stands ? country : people;
  uint32_t end = tok + head->ntok, send = s->tok + s->ntok;
  const truc__hit *more =
      end < send ? truc__hit_at(d, end, LEX_GROUP_RANK) : NULL;
  if (more) end += more->ntok;
  const truc__fchunk *owner = owner_at(d, w, from, end, send);
  if (!owner && stands) return true; /* a common noun, nobody in particular */
  truc__fchunk c;
  memset(&c, 0, sizeof c);
  c.tok = tok;
  if (tok > s->tok && truc__hit_at(d, tok - 1, LEX_QUANTIFIER)) c.tok--;
  c.sent = sent;
  c.entity = c.other = TRUC_NONE;
  if (owner) {
    end = owner->tok + owner->ntok;
    c.entity = owner->entity;
    c.other = owner->other;
  }
  c.type = !stands ? CH_GROUP : c.other != TRUC_NONE ? CH_PAIR : CH_COUNTRY;
  c.ntok = end - c.tok;
  c.item_tok = c.tok;
  c.item_ntok = c.ntok;
  if (!stands) {
    uint32_t of = c.entity;
    const truc__fchunk *name = !strcmp(truc__hit_id(people), "leader")
                                   ? named_at(d, w, from, end)
                                   : NULL;
    if (name) {
      truc__fchunk person = *name;
      person.tok = c.tok;
      person.ntok = end + name->ntok - c.tok;
      return add(w, person);
    }
    bool one = c.tok == tok && owner && owner->type == CH_COUNTRY &&
               !strcmp(truc__hit_id(people), "leader");
    c.entity = one ? leader_of(d, w, of) : TRUC_NONE;
    c.other = TRUC_NONE;
    if (c.entity != TRUC_NONE) {
      c.type = CH_PERSON;
    } else {
      words_ref(d, w, &c);
      if (w->rc) return false;
      c.entity = group_entity(d, w, &c, of);
    }
  }
  return add(w, c);
}

static bool groups(truc_doc *d, truc__fact_work *w, uint32_t sent,
                   uint32_t from) {
  const uint64_t heads =
      TRUC__CLASS_BIT(LEX_GROUP_PEOPLE) | TRUC__CLASS_BIT(LEX_GROUP_COUNTRY);
  const truc_sentence *x = &d->sentence.v[sent];
  if (x->kind == TRUC_SENT_CREDIT || x->kind == TRUC_SENT_BYLINE) return true;
  if (!truc__hit_within(w, LEX_GROUP_PEOPLE) &&
      !truc__hit_within(w, LEX_GROUP_COUNTRY))
    return true;
  for (uint32_t t = x->tok; t < x->tok + x->ntok; t++)
    if (truc__hit_maybe(d, t, heads) && !group_at(d, w, t, sent, from))
      return false;
  return true;
}

/* "Người đứng đầu Chính phủ Việt Nam": whoever of that country was named. */
static void head_of_government(const truc_doc *d, const truc__fact_work *w,
                               const truc_office *o, truc__fchunk *c) {
  if (o->holder_mention != TRUC_NONE || o->country == TRUC_NONE) return;
  if (strncmp(o->title + 1, "gười đứng đầu", strlen("gười đứng đầu"))) return;
  uint32_t who = leader_of(d, w, o->country);
  if (who != TRUC_NONE) c->entity = who;
}

/* ------------------------------------------------------------------- order */

static bool before(const truc__fchunk *a, const truc__fchunk *b) {
  return a->tok != b->tok ? a->tok < b->tok : a->ntok > b->ntok;
}

/* The chunks of one sentence: few, and nearly in order. */
static void sort_chunks(truc__fact_work *w, uint32_t from) {
  for (uint32_t i = from + 1; i < w->chunk.n; i++) {
    if (!before(&w->chunk.v[i], &w->chunk.v[i - 1])) continue;
    truc__fchunk x = w->chunk.v[i];
    uint32_t j = i;
    for (; j > from && before(&x, &w->chunk.v[j - 1]); j--)
      w->chunk.v[j] = w->chunk.v[j - 1];
    w->chunk.v[j] = x;
  }
}

/* Which chunks lie inside others, and the first chunk of every token. */
static void index_chunks(truc__fact_work *w, const truc_sentence *s,
                         uint32_t from) {
  uint32_t t = s->tok, end = s->tok + s->ntok;
  for (uint32_t i = from; i < w->chunk.n; i++) {
    truc__fchunk *c = &w->chunk.v[i];
    c->inner = c->tok < w->chunk_end;
    if (!c->inner) w->chunk_end = c->tok + c->ntok;
    while (t <= c->tok) w->chunk_at.v[t++] = i;
  }
  while (t <= end) w->chunk_at.v[t++] = w->chunk.n;
}

/* The first value of every token, of those that are values to a pattern. "hai
** nước" is a pair, no count of two; nor is a number inside a name. */
static void index_values(const truc_doc *d, truc__fact_work *w, uint32_t end) {
  uint32_t *v = &w->value_end, *c = &w->value_chunk;
  w->value = *v;
  for (; *v < d->value.n && d->value.v[*v].tok < end; ++*v) {
    const truc_value *x = &d->value.v[*v];
    while (*c < w->chunk.n &&
           w->chunk.v[*c].tok + w->chunk.v[*c].ntok <= x->tok)
      ++*c;
    /* documents that are counted are instruments, read as such */
    if (x->unit && !strcmp(x->unit, "agreement")) continue;
    if (x->kind == TRUC_VAL_DATE || *c >= w->chunk.n ||
        w->chunk.v[*c].tok > x->tok)
      w->value_at.v[x->tok] = *v;
  }
}

/* "Phu nhân | Ngô Thị Y": one argument of a verb, called by her name. */
static bool joins_spouse(truc__fact_work *w, const truc_mention *m) {
  truc__fchunk *c = w->chunk.n ? &w->chunk.v[w->chunk.n - 1] : NULL;
  if (!c || !c->spouse || c->sent != m->sent || c->entity != m->entity ||
      c->tok + c->ntok != m->tok)
    return false;
  c->ntok += m->ntok;
  c->item_tok = m->tok;
  c->item_ntok = m->ntok;
  return true;
}

/* Chunks of the next mentions, those that lie in the sentence. */
static bool names(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  uint32_t *i = &w->mention, *o = &w->office;
  for (; *i < d->mention.n && d->mention.v[*i].sent == sent; ++*i) {
    const truc_mention *m = &d->mention.v[*i];
    if (m->flags & TRUC_MF_INNAME) continue;
    while (*o < d->office.n && d->office.v[*o].mention < *i) ++*o;
    if (m->form == TRUC_SAID_NAME && joins_spouse(w, m)) continue;
    truc__fchunk c = from_mention(d, *i);
    if (m->type == TRUC_OFFICE && *o < d->office.n &&
        d->office.v[*o].mention == *i) {
      c = from_office(d, &d->office.v[*o]);
      if (rank_alone(&d->office.v[*o])) continue;
      plural(d, w, &d->office.v[*o], &c);
      head_of_government(d, w, &d->office.v[*o], &c);
    }
    /* "ông Vũ": the verb's argument begins at "ông" */
    if (m->type == TRUC_PER && m->form == TRUC_SAID_NAME &&
        m->tok > d->sentence.v[sent].tok && is_kinship(d, m->tok - 1)) {
      c.tok--;
      c.ntok++;
    }
    if (!add(w, c)) return false;
  }
  return true;
}

/* ------------------------------------------------------------------- steps */

static uint8_t stop_of(const truc_doc *d, uint32_t t) {
  const truc_token *k = &d->token.v[t];
  if (truc__tok_is(d, t, ",")) return 1;
  if (k->text_len == 1) return strchr(";:.)", d->text.p[k->text]) ? 2 : 0;
  return truc__tok_is(d, t, "…") || truc__tok_is(d, t, "...") ? 2 : 0;
}

/* Marks: where gaps stop, and of every '(' its ')'. */
static void step_marks(const truc_doc *d, truc__fact_work *w, uint32_t first,
                       uint32_t end) {
  uint32_t open = TRUC_NONE;
  for (uint32_t t = first; t < end; t++) {
    const truc_token *k = &d->token.v[t];
    if (k->kind != TRUC_TOK_PUNCT) continue;
    char c = k->text_len == 1 ? d->text.p[k->text] : '\0';
    w->step.v[t].stop = stop_of(d, t);
    if (c == '(') open = t;
    if (c == ')' && open != TRUC_NONE) {
      w->close_at.v[open] = t;
      w->step.v[open].next = t + 1;
      w->step.v[open].stop = 0;
      w->step.v[open].types |= TRUC__BRACKET;
      open = TRUC_NONE;
    }
  }
}

void truc__steps(const truc_doc *d, truc__fact_work *w,
                 const truc_sentence *s) {
  uint32_t first = s->tok, end = s->tok + s->ntok;
  memset(w->close_at.v + first, 0xFF, s->ntok * sizeof *w->close_at.v);
  for (uint32_t t = first; t < end; t++)
    w->step.v[t] = (truc__step){t + 1, 0, 0};
  for (uint32_t v = w->value; v < w->value_end; v++) {
    const truc_value *x = &d->value.v[v];
    if (w->value_at.v[x->tok] != v) continue;
    w->step.v[x->tok].next = x->tok + x->ntok;
    w->step.v[x->tok].types = 1u << (TRUC__CHUNK_BITS + x->kind);
  }
  /* of several chunks at a token the first, which is the longest */
  for (uint32_t c = w->chunk_at.v[end]; c-- > w->chunk_at.v[first];) {
    const truc__fchunk *x = &w->chunk.v[c];
    w->step.v[x->tok].next = x->tok + x->ntok;
    w->step.v[x->tok].types |= x->type;
  }
  step_marks(d, w, first, end);
  if (!truc__hit_within(w, LEX_GAP_STOP)) return;
  for (uint32_t t = first; t < end; t++)
    if (truc__hit_at(d, t, LEX_GAP_STOP)) w->step.v[t].stop = 2;
}

/* ---------------------------------------------------------------- sentences */

bool truc__chunks_begin(truc_doc *d, truc__fact_work *w) {
  uint64_t n = (uint64_t)d->token.n + 1;
  w->chunk.n = w->chunk_at.n = w->value_at.n = w->close_at.n = w->step.n = 0;
  w->mention = w->office = w->chunk_end = w->value_end = w->value_chunk = 0;
  if (!VEC_ROOM(w->chunk_at, n) || !VEC_ROOM(w->value_at, n) ||
      !VEC_ROOM(w->close_at, n) || !VEC_ROOM(w->step, n))
    return false;
  memset(w->value_at.v, 0xFF, n * sizeof *w->value_at.v);
  return true;
}

bool truc__chunks(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  uint32_t from = w->chunk.n;
  if (!names(d, w, sent)) return false;
  sort_chunks(w, from);
  if (!groups(d, w, sent, from)) return false;
  sort_chunks(w, from);
  index_chunks(w, s, from);
  index_values(d, w, s->tok + s->ntok);
  return true;
}

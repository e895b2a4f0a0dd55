/* SPDX-License-Identifier: Apache-2.0 */
/* veto.c - what looks like a fact and is none.
**
** A pattern sees its own words; these checks look around: the list that another
** predicate governs, the field that is a name's part, the rank that is no
** cooperation, the journey to one's own country. */
#include "fact/fact.h"
#include "tables/lex.h"

/* "tăng cường | hợp tác | trong các lĩnh vực ...": several predicates find the
** same list; the first, which governs the others, keeps it. */
static bool list_is_taken(const truc_doc *d, const truc__fact_work *w,
                          const truc__match *m) {
  uint32_t all = 0, taken = 0;
  for (uint32_t i = 0; i < w->item.n; i++) {
    const truc_item *it = &w->item.v[i];
    if (strcmp(it->slot, "sectors") || !it->at.len) continue;
    all++;
    bool found = false;
    for (uint32_t f = d->fact.n; f-- > 0 && !found;) {
      const truc_fact *x = &d->fact.v[f];
      if (x->kind != m->pattern->kind) continue;
      if (d->evidence.v[x->evidence] != m->sent) break;
      for (uint32_t k = 0; k < x->nitem && !found; k++) {
        const truc_item *o = &d->item.v[x->item + k];
        found = !strcmp(o->slot, "sectors") &&
                o->at.off < it->at.off + it->at.len &&
                it->at.off < o->at.off + o->at.len;
      }
    }
    taken += found;
  }
  return all > 0 && taken == all;
}

/* "4,8 tỷ bảng, tương đương (hơn) | 6,5 tỷ USD" */
static bool is_equivalent(const truc_doc *d, uint32_t first, uint32_t tok) {
  for (uint32_t n = 2; n <= 4 && tok >= first + n; n++)
    if (truc__tok_is(d, tok - n, "tương") &&
        truc__tok_is(d, tok - n + 1, "đương"))
      return true;
  return false;
}

/* "(338 triệu USD)" behind "38,5 tỷ yen": the same sum in other money. */
static bool is_gloss(const truc_doc *d, const truc__fact_work *w,
                     const truc__match *m) {
  uint32_t first = d->sentence.v[m->sent].tok, open = m->anchor;
  if (m->pattern->kind != TRUC_KIND_AMOUNT) return false;
  if (is_equivalent(d, first, m->anchor)) return true;
  while (open > first && open + 4 > m->anchor && !truc__tok_is(d, open, "("))
    open--;
  if (!truc__tok_is(d, open, "(") || w->close_at.v[open] < m->anchor)
    return false;
  for (uint32_t t = open > first + 8 ? open - 8 : first; t < open; t++) {
    uint32_t v = w->value_at.v[t];
    if (v != TRUC_NONE && d->value.v[v].kind == TRUC_VAL_MONEY &&
        t + d->value.v[v].ntok == open)
      return true;
  }
  return false;
}

/* "đứng thứ 30 trong số 143 quốc gia": how many are ranked is no sum. */
static bool counts_ranked(const truc_doc *d, const truc__fact_work *w,
                          const truc__match *m) {
  if (m->pattern->kind != TRUC_KIND_AMOUNT) return false;
  uint32_t first = d->sentence.v[m->sent].tok;
  for (uint32_t t = m->anchor; t-- > first && t + 6 > m->anchor;) {
    uint32_t v = w->value_at.v[t];
    if (v == TRUC_NONE || d->value.v[v].kind != TRUC_VAL_RANK) continue;
    uint32_t end = t + d->value.v[v].ntok;
    return end < m->anchor &&
           (truc__tok_is(d, end, "trong") || truc__tok_is(d, end, "trên"));
  }
  return false;
}

/* A talk with a newspaper, or given to it, is an interview. */
static bool with_press(const truc_doc *d, const truc__fact_work *w,
                       const truc__match *m) {
  if (m->pattern->kind != TRUC_KIND_CONTACT &&
      m->pattern->kind != TRUC_KIND_PROVISION)
    return false;
  const truc__trace *t = w->traces.v + m->trace;
  for (uint32_t i = 0; i < m->ntrace; i++)
    if (t[i].kind == TRACE_CHUNK && truc__hit_at(d, t[i].tok, LEX_NEWS_AGENCY))
      return true;
  return false;
}

/* "kỷ niệm 70 năm Việt - Trung thiết lập quan hệ": the day of the feast. */
static bool is_anniversary(const truc_doc *d, const truc__fact_work *w,
                           const truc__match *m) {
  if (m->pattern->kind != TRUC_KIND_MILESTONE) return false;
  const truc_item *type = truc__first_item(w->item.v, w->item.n, "type");
  if (!type || !type->code || strcmp(type->code, "establishment")) return false;
  uint32_t first = d->sentence.v[m->sent].tok;
  for (uint32_t t = m->anchor; t > first && t + 8 > m->anchor; t--) {
    if (truc__tok_is(d, t - 1, ",")) return false;
    uint32_t v = w->value_at.v[t - 1];
    if (v != TRUC_NONE && d->value.v[v].kind == TRUC_VAL_DURATION)
      return !truc__tok_is(d, m->end - 1, ")");
  }
  return false;
}

/* Nobody makes an official journey to his own country. */
static bool at_home(const truc_doc *d, const truc__fact_work *w,
                    const truc__match *m) {
  if (m->pattern->kind != TRUC_KIND_VISIT) return false;
  uint32_t from =
      truc__country_of(d, truc__first_item(w->item.v, w->item.n, "visitor"));
  return from != TRUC_NONE &&
         from == truc__country_of(
                     d, truc__first_item(w->item.v, w->item.n, "host"));
}

/* Nobody meets himself; what a country gives its own is no relation. */
static bool to_itself(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m) {
  bool meets = m->pattern->kind == TRUC_KIND_CONTACT;
  if (!meets && m->pattern->kind != TRUC_KIND_PROVISION) return false;
  const truc_item *from =
      truc__first_item(w->item.v, w->item.n, meets ? "actor" : "provider");
  const truc_item *to = truc__first_item(w->item.v, w->item.n,
                                         meets ? "counterpart" : "recipient");
  if (!from || !to || !from->ref || !to->ref) return false;
  bool same = !strcmp(from->ref, to->ref);
  if (meets) return same && !strncmp(from->ref, "per:", 4);
  uint32_t home = truc__country_of(d, from);
  return same || (home != TRUC_NONE && home == truc__country_of(d, to));
}

/* "góp phần củng cố quan hệ, | thúc đẩy (sự) phát triển kinh tế" */
static bool helps_growth(const truc_doc *d, const truc__match *m,
                         uint32_t first) {
  uint32_t t = m->anchor + 2;
  if (m->anchor < first + 2 || !truc__tok_is(d, m->anchor - 1, ","))
    return false;
  if (t + 1 < m->end && truc__tok_is(d, t, "sự")) t++;
  if (t >= m->end || !truc__tok_is(d, t, "phát")) return false;
  for (uint32_t k = m->anchor - 1; k > first && k + 20 > m->anchor; k--)
    if (truc__hit_at(d, k - 1, LEX_COOP_EFFECT)) return true;
  return false;
}

/* "góp phần thúc đẩy phát triển kinh tế": an effect of something. */
static bool is_effect(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (m->pattern->kind != TRUC_KIND_COOPERATION) return false;
  if (helps_growth(d, m, first)) return true;
  for (uint32_t n = 1; n <= 6 && m->anchor >= first + n; n++) {
    if (d->token.v[m->anchor - n].kind == TRUC_TOK_PUNCT) return false;
    /* "giúp hai nước hợp tác": they do it */
    if (truc__chunk_at(w, m->anchor - n, CH_PAIR)) return false;
    const truc__hit *h = truc__hit_at(d, m->anchor - n, LEX_COOP_EFFECT);
    if (h && h->ntok <= n) return true;
  }
  /* "trong nỗ lực duy trì hòa bình" */
  if (m->anchor > first + 1 && truc__tok_is(d, m->anchor - 1, "lực") &&
      truc__tok_is(d, m->anchor - 2, "nỗ"))
    return true;
  /* "đóng góp của X trong việc duy trì hòa bình" */
  if (m->anchor < first + 3 || !truc__tok_is(d, m->anchor - 1, "việc"))
    return false;
  for (uint32_t t = m->anchor; t > first && t + 20 > m->anchor; t--) {
    if (d->token.v[t - 1].kind == TRUC_TOK_PUNCT) return false;
    if (truc__hit_at(d, t - 1, LEX_COOP_EFFECT)) return true;
  }
  return false;
}

/* "đối tác hợp tác lao động thứ hai", "thứ hai về hợp tác lao động", "nước cung
** cấp ODA lớn nhất": a rank, no cooperation and no gift. */
static bool is_ranked(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  if (m->pattern->kind != TRUC_KIND_COOPERATION &&
      m->pattern->kind != TRUC_KIND_PROVISION)
    return false;
  uint32_t from = m->anchor > s->tok + 5 ? m->anchor - 5 : s->tok;
  uint32_t to =
      m->anchor + 6 < s->tok + s->ntok ? m->anchor + 6 : s->tok + s->ntok;
  for (uint32_t t = from; t < to; t++) {
    uint32_t v = w->value_at.v[t];
    if (v == TRUC_NONE || d->value.v[v].kind != TRUC_VAL_RANK) continue;
    uint32_t end = t + d->value.v[v].ntok;
    if (t > m->anchor) return !truc__tok_is(d, t - 1, ",");
    if (end < m->anchor + 1 && truc__hit_at(d, end, LEX_RANK_ABOUT))
      return true;
  }
  return false;
}

/* "xu thế hòa bình, ổn định, | hợp tác": a word beside others like it. */
static bool in_creed(const truc_doc *d, const truc__match *m) {
  uint32_t t = m->anchor;
  if (m->pattern->kind != TRUC_KIND_COOPERATION) return false;
  if (t < d->sentence.v[m->sent].tok + 3 || !truc__tok_is(d, t, "hợp"))
    return false;
  if (!truc__tok_is(d, t - 1, ",") && !truc__tok_is(d, t - 1, "và"))
    return false;
  return truc__tok_is(d, t - 2, "định") || truc__tok_is(d, t - 2, "bình");
}

/* "Diễn đàn Hợp tác kinh tế ...", "Đối thoại Shangri-La": words of a name. */
static bool in_name(const truc_doc *d, const truc__fact_work *w,
                    const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  if (m->pattern->kind != TRUC_KIND_COOPERATION &&
      m->pattern->kind != TRUC_KIND_CONTACT)
    return false;
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[m->anchor + 1];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->tok + x->ntok > m->anchor &&
        (x->type & (CH_FORUM | CH_ORG | CH_AGREEMENT | CH_EVENT | CH_PERSON)))
      return true;
  }
  return false;
}

/* "viện trợ phát triển" is the name of a field, its "phát triển" no
** predicate. */
static bool in_field_name(const truc_doc *d, const truc__fact_work *w,
                          const truc__match *m) {
  if (m->pattern->kind != TRUC_KIND_COOPERATION) return false;
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t first = d->sentence.v[m->sent].tok;
  /* "Ủy ban liên Chính phủ ... về hợp tác kinh tế" */
  if (m->anchor > first + 1 && truc__tok_is(d, m->anchor - 1, "về"))
    for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[m->anchor]; c++)
      if (w->chunk.v[c].tok + w->chunk.v[c].ntok + 1 == m->anchor &&
          w->chunk.v[c].type == CH_ORG)
        return true;
  /* "bản ghi nhớ | hợp tác giáo dục" */
  for (uint32_t n = 1; n <= 4 && m->anchor >= first + n; n++) {
    const truc__hit *h = truc__hit_at(d, m->anchor - n, LEX_COOP_INSTRUMENT);
    if (h && (h->ntok == n ||
              (h->ntok + 1u == n && truc__tok_is(d, m->anchor - 1, "về"))))
      return true;
    h = truc__hit_at(d, m->anchor - n, LEX_AGR_HEAD); /* "thỏa thuận hợp tác" */
    if (h && h->ntok > n && !truc__hit_at(d, m->anchor - n, LEX_PLANS_OF))
      return true;
  }
  for (uint32_t t = m->anchor; t > first && t + 5 > m->anchor; t--) {
    const truc__hit *h = truc__hit_at(d, t - 1, LEX_SECTOR);
    if (h && t - 1 + h->ntok > m->anchor) return true;
  }
  return false;
}

/* Does the sentence name a country, an official or whatever else the pattern
** wants around?  A contract between two firms is no relation of countries. */
bool truc__in_context(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  if (!m->pattern->context) return true;
  for (uint32_t c = w->chunk_at.v[s->tok]; c < w->chunk_at.v[s->tok + s->ntok];
       c++) {
    const truc__fchunk *x = &w->chunk.v[c];
    if (x->credit) continue;
    if (x->type & m->pattern->context) return true;
    if (x->type == CH_PERSON && x->entity != TRUC_NONE &&
        d->entity.v[x->entity].country != TRUC_NONE)
      return true;
  }
  return false;
}

static bool holds_office(const truc_doc *d, const char *ref) {
  for (uint32_t i = 0; i < d->office.n; i++) {
    uint32_t who = d->office.v[i].holder;
    if (who != TRUC_NONE && !strcmp(d->entity.v[who].ref, ref)) return true;
  }
  return false;
}

/* Everybody named in the slot is a person without office or country. */
static bool all_private(const truc_doc *d, const truc__fact_work *w,
                        const char *slot) {
  bool any = false;
  for (uint32_t i = 0; i < w->item.n; i++) {
    const truc_item *it = &w->item.v[i];
    if (strcmp(it->slot, slot)) continue;
    if (!it->ref || strncmp(it->ref, "per:", 4)) return false;
    if (!strncmp(it->ref, "per:phu nhân", strlen("per:phu nhân"))) return false;
    if (truc__country_of(d, it) != TRUC_NONE || holds_office(d, it->ref))
      return false;
    any = true;
  }
  return any;
}

/* "do bà X dẫn đầu": whoever leads a delegation is on no private journey. */
static bool leads(const truc_doc *d, const truc__match *m) {
  for (uint32_t t = m->tok; t + 1 < m->end; t++)
    if (truc__tok_is(d, t, "dẫn") && truc__tok_is(d, t + 1, "đầu")) return true;
  return false;
}

/* "Tổng thống X mời ông Y thăm": an official asks him. */
static bool is_asked(const truc_doc *d, const truc__fact_work *w,
                     const truc__match *m) {
  if (m->pattern->modality != TRUC_DESIRED) return false;
  const truc__fchunk *c =
      truc__chunk_ending(w, d->sentence.v[m->sent].tok, m->tok, CH_PERSON);
  return c && c->entity != TRUC_NONE &&
         holds_office(d, d->entity.v[c->entity].ref);
}

/* A tennis player comes to Paris and meets another. */
static bool is_private(const truc_doc *d, const truc__fact_work *w,
                       const truc__match *m) {
  if (m->pattern->kind == TRUC_KIND_VISIT)
    return !truc__has_slot(w, "visit_type") && !leads(d, m) &&
           !is_asked(d, w, m) && all_private(d, w, "visitor");
  return m->pattern->kind == TRUC_KIND_CONTACT && all_private(d, w, "actor") &&
         all_private(d, w, "counterpart");
}

/* Parties that the sentence does not name, and no word of working together: a
** policy, a heritage, an economy at home. */
static bool is_alone(const truc_doc *d, const truc__fact_work *w,
                     const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  if (m->pattern->kind != TRUC_KIND_COOPERATION) return false;
  for (uint32_t i = 0; i < w->item.n; i++)
    if (truc__slot_is(w->item.v[i].slot, "parties") && w->item.v[i].at.len)
      return false;
  uint32_t t = m->anchor > s->tok + 12 ? m->anchor - 12 : s->tok;
  for (; t < m->end; t++)
    if (truc__hit_at(d, t, LEX_COOP_WORD)) return false;
  return true;
}

/* "... | thông qua Hiệp định CPTPP": by means of it; who adopts it, or an
** auxiliary, would stand before. */
static bool is_through(const truc_doc *d, const truc__fact_work *w,
                       const truc__match *m) {
  uint32_t first = d->sentence.v[m->sent].tok, t = m->anchor;
  if (m->pattern->kind != TRUC_KIND_AGREEMENT || t < first + 2) return false;
  if (!truc__tok_is(d, t, "thông") || !truc__tok_is(d, t + 1, "qua"))
    return false;
  if (truc__hit_at(d, t - 1, LEX_ARRIVE_AUX)) return false;
  if (truc__hit_at(d, t - 1, LEX_AGR_ADVERB)) return false;
  return !truc__chunk_ending(w, first, t, ~0u);
}

/* "ký hiệp định", "hiệp định này": no more words than that. */
static bool is_bare(const truc_doc *d, const truc__fact_work *w,
                    const truc__match *m) {
  if (truc__tok_is(d, m->end - 1, "này")) return true;
  for (uint32_t t = m->anchor; t < m->end; t++)
    if (w->value_at.v[t] != TRUC_NONE) return false;
  return m->end <= m->anchor + 4;
}

/* "hiệp định này" signed: told before under its name. */
static bool is_told(const truc_doc *d, const truc__fact_work *w,
                    const truc__match *m) {
  if (m->pattern->kind != TRUC_KIND_AGREEMENT) return false;
  const truc_item *it = truc__first_item(w->item.v, w->item.n, "instrument");
  const truc_item *act = truc__first_item(w->item.v, w->item.n, "action");
  if (!it || it->ref || !act || !act->code) return false;
  if (!is_bare(d, w, m)) return false;
  for (uint32_t i = 0; i < d->fact.n; i++) {
    const truc_fact *f = &d->fact.v[i];
    if (f->kind != TRUC_KIND_AGREEMENT) continue;
    const truc_item *a =
        truc__first_item(d->item.v + f->item, f->nitem, "action");
    if (a && a->code && !strcmp(a->code, act->code)) return true;
  }
  return false;
}

/* "Theo Chính phủ", a line of its own: a credit. */
static bool is_credit(const truc_doc *d, const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  return m->pattern->kind == TRUC_KIND_STATEMENT &&
         truc__hit_at(d, s->tok, LEX_ACCORDING) && m->tok == s->tok &&
         m->end + 1 >= s->tok + s->ntok;
}

/* "được Tổng thống tin tưởng", "gia nhập APEC khẳng định ...": an object. */
static bool is_no_speaker(const truc_doc *d, const truc__fact_work *w,
                          const truc__match *m) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (m->pattern->kind != TRUC_KIND_STATEMENT || m->tok <= first) return false;
  if (truc__tok_is(d, m->tok - 1, "được") || truc__tok_is(d, m->tok - 1, "bị"))
    return true;
  const truc__hit *h =
      m->tok > first + 1 ? truc__hit_at(d, m->tok - 2, LEX_FORUM_JOIN) : NULL;
  if (h && h->ntok == 2) return true;
  /* "Hợp tác quốc phòng Việt - Mỹ ghi nhận ..." */
  const truc__fchunk *c = truc__chunk_at(w, m->tok, CH_PAIR);
  return c && d->token.v[m->tok - 1].kind == TRUC_TOK_SYLLABLE &&
         c->ntok == 3 && d->token.v[c->tok + 1].kind == TRUC_TOK_PUNCT;
}

/* A field after "Về" alone opens a paragraph; what is done follows. */
static bool is_heading(const truc_doc *d, const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  return m->pattern->kind == TRUC_KIND_COOPERATION && m->anchor == s->tok + 1 &&
         truc__tok_is(d, s->tok, "Về") && truc__tok_is(d, m->end, ",");
}

/* "... hợp tác ra sao?": a question states nothing, unless somebody asks it who
** is more than the "PV:" of an interview. */
static bool is_question(const truc_doc *d, const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  unsigned kind = m->pattern->kind;
  if (kind != TRUC_KIND_COOPERATION && kind != TRUC_KIND_STATEMENT &&
      kind != TRUC_KIND_IMPACT)
    return false;
  if (!truc__tok_is(d, s->tok + s->ntok - 1, "?")) return false;
  for (uint32_t t = s->tok; t < s->tok + s->ntok; t++)
    if ((t >= s->tok + 3 && truc__tok_is(d, t, ":")) ||
        truc__tok_is(d, t, "\""))
      return false;
  return true;
}

/* "các chủ đề như: ... thúc đẩy hợp tác": what is talked of. */
static bool is_topic(const truc_doc *d, const truc__match *m) {
  uint32_t first = d->sentence.v[m->sent].tok;
  if (m->pattern->kind != TRUC_KIND_COOPERATION &&
      m->pattern->kind != TRUC_KIND_FORUM)
    return false;
  for (uint32_t t = first + 1; t < m->anchor; t++)
    if (truc__tok_is(d, t, "đề") && truc__tok_is(d, t - 1, "chủ")) return true;
  /* "các vấn đề | hợp tác kinh tế", "Nhắc đến | hợp tác kinh tế, ..." */
  uint32_t a = m->anchor;
  return a > first + 1 &&
         ((truc__tok_is(d, a - 1, "đề") && truc__tok_is(d, a - 2, "vấn")) ||
          (a == first + 2 && truc__tok_is(d, a - 1, "đến")));
}

/* The last checks: of single kinds. */
static bool is_other(const truc_doc *d, const truc__fact_work *w,
                     const truc__match *m) {
  return truc__takes_back(d, w, m) || is_alone(d, w, m) || in_creed(d, m) ||
         is_through(d, w, m) || is_told(d, w, m) || is_credit(d, m) ||
         is_no_speaker(d, w, m) || is_heading(d, m) || is_question(d, m) ||
         is_topic(d, m);
}

bool truc__vetoed(const truc_doc *d, const truc__fact_work *w,
                  const truc__match *m) {
  return list_is_taken(d, w, m) || in_name(d, w, m) || in_field_name(d, w, m) ||
         is_ranked(d, w, m) || is_effect(d, w, m) || is_gloss(d, w, m) ||
         counts_ranked(d, w, m) || at_home(d, w, m) || to_itself(d, w, m) ||
         with_press(d, w, m) || is_anniversary(d, w, m) ||
         is_private(d, w, m) || is_other(d, w, m);
}

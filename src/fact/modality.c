/* SPDX-License-Identifier: Apache-2.0 */
/* modality.c - is it done, planned, agreed, wished, expected, denied?
**
** The nearest marker before the predicate decides ("đã ký", "sẽ thăm", "nhất
** trí tăng cường"), "đã" and its like only if nobody contests what follows
** ("phủ nhận việc X đã thăm ..."); it holds over the commas and semicolons
** of the list that it opens, since news lists the points of one agreement
** that way. A marker does not reach into what a barrier opens ("sau khi
** ...", "trong bối cảnh ..."), and words inside a longer phrase that is no
** marker (class mod.none) do not count. Of a noun ("chuyến thăm ... sẽ diễn
** ra") the marker of its own verb counts, which follows; "không có ... nào"
** before it denies it, and so does "là sai sự thật" behind it. What a
** condition opens ("nếu ..., X sẽ") is conditional. A pattern that says by
** itself that something is so (a rank, a standing) hears the markers between
** subject and predicate alone ("không còn là đối tác ..."). A new subject
** with a verb of its own is not looked for: measured on the development
** articles, stopping there lost more right scopes than it saved. */
#include "fact/fact.h"
#include "tables/lex.h"

/* A marker further away than this many tokens governs something else. */
#define REACH 90u
/* Negation and "có thể" (id "near") are a matter of the verb they stand
** before. */
#define REACH_NEAR 3u
/* From a rank or a standing to its subject, and behind what is called false. */
#define REACH_WITHIN 16u
/* How far behind a noun its own verb is looked for. */
#define NOUN_REACH 5u

static const struct {
  int cls;
  truc_modality modality;
} markers[] = {
    {LEX_MOD_PLANNED, TRUC_PLANNED},         {LEX_MOD_DESIRED, TRUC_DESIRED},
    {LEX_MOD_AGREED, TRUC_AGREED},           {LEX_MOD_EXPECTED, TRUC_EXPECTED},
    {LEX_MOD_CONDITIONAL, TRUC_CONDITIONAL}, {LEX_MOD_DENIED, TRUC_DENIED},
    {LEX_MOD_ACTUAL, TRUC_ACTUAL},
};
#define NMARKERS (sizeof markers / sizeof markers[0])
#define MARKER_BITS                                                         \
  (TRUC__CLASS_BIT(LEX_MOD_PLANNED) | TRUC__CLASS_BIT(LEX_MOD_DESIRED) |    \
   TRUC__CLASS_BIT(LEX_MOD_AGREED) | TRUC__CLASS_BIT(LEX_MOD_EXPECTED) |    \
   TRUC__CLASS_BIT(LEX_MOD_CONDITIONAL) | TRUC__CLASS_BIT(LEX_MOD_DENIED) | \
   TRUC__CLASS_BIT(LEX_MOD_ACTUAL))

/* The marker that begins at `tok`, if any, and its modality. */
static const truc__hit *marker_at(const truc_doc *d, uint32_t tok,
                                  truc_modality *out) {
  if (!truc__hit_maybe(d, tok, MARKER_BITS)) return NULL;
  const truc__hit *best = NULL, *none = truc__hit_at(d, tok, LEX_MOD_NONE);
  for (size_t i = 0; i < NMARKERS; i++) {
    const truc__hit *h = truc__hit_at(d, tok, markers[i].cls);
    if (!h || (best && best->ntok >= h->ntok)) continue;
    best = h;
    *out = markers[i].modality;
  }
  return best && (!none || none->ntok < best->ntok) ? best : NULL;
}

/* Is `tok` inside a phrase that only looks like a marker, or inside a longer
** marker ("chuẩn bị để")? */
static bool inside_longer(const truc_doc *d, uint32_t first, uint32_t tok) {
  for (uint32_t t = tok > first + 3 ? tok - 3 : first; t < tok; t++) {
    truc_modality other;
    const truc__hit *h = truc__hit_at(d, t, LEX_MOD_NONE);
    if (h && t + h->ntok > tok) return true;
    h = marker_at(d, t, &other);
    if (h && t + h->ntok > tok) return true;
  }
  return false;
}

static bool bare_start(const truc_doc *d, const truc__match *m) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  /* "Hợp tác du lịch giữa hai nước", "Hợp tác du lịch hiện ...": a noun */
  if (m->end < s->tok + s->ntok && (truc__tok_is(d, m->end, "giữa") ||
                                    truc__hit_at(d, m->end, LEX_MOD_ACTUAL)))
    return false;
  if (m->anchor == s->tok) return true;
  const truc_token *k = &d->token.v[m->anchor - 1];
  return k->kind == TRUC_TOK_PUNCT && k->text_len == 1 &&
         strchr(";:-", d->text.p[k->text]);
}

static bool is_quote(const truc_doc *d, uint32_t t) {
  return truc__tok_is(d, t, "\"") || truc__tok_is(d, t, "“") ||
         truc__tok_is(d, t, "”");
}

/* Going left we meet the quote at `t`: does it close a quotation that lies
** before the anchor? A straight one does if an odd number stands before it. */
static bool closes(const truc_doc *d, uint32_t first, uint32_t t) {
  if (!truc__tok_is(d, t, "\"")) return truc__tok_is(d, t, "”");
  uint32_t before = 0;
  for (uint32_t k = first; k < t; k++) before += truc__tok_is(d, k, "\"");
  return before % 2 == 1;
}

/* The marker inside the match, behind the predicate: "hợp tác ... cần được tăng
** cường". */
static truc_modality within(const truc_doc *d, const truc__match *m,
                            uint32_t *marker) {
  for (uint32_t t = m->end; t-- > m->anchor + 1;) {
    truc_modality found;
    const truc__hit *h = marker_at(d, t, &found);
    if (!h || inside_longer(d, m->anchor, t)) continue;
    *marker = truc__number_of(d, h);
    return found;
  }
  return TRUC_ACTUAL;
}

/* "Chuyến thăm ... dự kiến diễn ra", "... bị hoãn": a noun's own verb. */
static truc_modality noun_verb(const truc_doc *d, const truc__match *m,
                               uint32_t *marker) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t end = s->tok + s->ntok;
  /* "chuẩn bị cho chuyến thăm", "kế hoạch thăm" */
  for (uint32_t n = 1; n <= 3 && m->tok >= s->tok + n; n++) {
    const truc__hit *h = truc__hit_at(d, m->tok - n, LEX_MOD_PREPARES);
    if (!h || h->ntok != n) continue;
    *marker = truc__number_of(d, h);
    return TRUC_PLANNED;
  }
  /* "chuyến thăm Lào sắp tới của X" */
  for (uint32_t t = m->tok; t < m->end; t++) {
    const truc__hit *h = truc__hit_at(d, t, LEX_MOD_SOON);
    if (!h) continue;
    *marker = truc__number_of(d, h);
    return TRUC_PLANNED;
  }
  for (uint32_t t = m->end; t < end && t < m->end + NOUN_REACH; t++) {
    truc_modality found;
    if (d->token.v[t].kind == TRUC_TOK_PUNCT) break;
    const truc__hit *h = marker_at(d, t, &found);
    if (!h || found == TRUC_ACTUAL || inside_longer(d, s->tok, t)) continue;
    uint32_t after = t + h->ntok;
    bool happens = found == TRUC_DENIED && strcmp(truc__hit_id(h), "near");
    for (int k = 0; k < 2 && after < end; k++, after++)
      happens |= truc__hit_at(d, after, LEX_MOD_HAPPENS) != NULL;
    happens |= t > s->tok && truc__tok_is(d, t - 1, "bị");
    if (!happens) return TRUC_ACTUAL;
    *marker = truc__number_of(d, h);
    return found;
  }
  return TRUC_ACTUAL;
}

/* "không có thỏa thuận nào": nothing of the kind. */
static bool is_none(const truc_doc *d, const truc__match *m, uint32_t *marker) {
  uint32_t first = d->sentence.v[m->sent].tok;
  uint32_t at = m->tok < m->anchor ? m->tok : m->anchor;
  for (uint32_t n = 1; n <= 4 && at >= first + n; n++) {
    const truc__hit *h = truc__hit_at(d, at - n, LEX_MOD_NOTHING);
    if (!h || h->ntok != n) continue;
    *marker = truc__number_of(d, h);
    return true;
  }
  return false;
}

/* "khi Phó thủ tướng X | thăm": the subject alone stands between. */
static bool opens_clause(const truc__fact_work *w, const truc__match *m,
                         const truc__hit *barrier) {
  const truc__fchunk *c = truc__chunk_at(w, barrier->tok + barrier->ntok, ~0u);
  return c && c->tok + c->ntok + 2 >= m->anchor && c->tok < m->anchor;
}

/* The aim of a journey is as sure as the journey ("sẽ đến ... để dự"), whose
** marker stands further left; and the aim of one point is not that of the
** next. */
static bool goes_there(const truc__pattern *p) {
  return p->kind == TRUC_KIND_EVENT || p->kind == TRUC_KIND_VISIT ||
         p->kind == TRUC_KIND_CONTACT;
}

/* May the subject of the predicate begin right behind a verb that contests or
** reports it: "phản đối | Ukraine gia nhập", not "phản đối Nga và | ký"? */
static bool is_subject(const truc_doc *d, const truc__fact_work *w,
                       const truc__match *m, const truc__fchunk *c) {
  uint32_t t = c->tok + c->ntok;
  for (const truc__hit *sep; (sep = truc__hit_at(d, t, LEX_LIST_SEP));) {
    c = truc__chunk_at(w, t + sep->ntok, ~0u);
    if (!c) return false;
    t = c->tok + c->ntok;
  }
  for (; t < m->anchor; t++)
    if (d->token.v[t].kind == TRUC_TOK_PUNCT ||
        truc__hit_at(d, t, LEX_LIST_SEP))
      return false;
  return true;
}

/* Does a marker `n` tokens before the predicate reach it?  `comma`, `point`:
** one stands between. */
static bool reaches(const truc_doc *d, const truc__fact_work *w,
                    const truc__match *m, const truc__hit *h, uint32_t n,
                    bool comma, bool point) {
  const char *id = truc__hit_id(h);
  if (!strcmp(id, "near")) return n <= REACH_NEAR;
  if (!strcmp(id, "aim")) return !point && !goes_there(m->pattern);
  if (!strcmp(id, "clause")) return !comma;
  if (strcmp(id, "claim")) return true;
  const truc__fchunk *c = truc__chunk_at(w, h->tok + h->ntok, ~0u);
  if (!c || c->tok >= m->anchor) return !comma && n <= REACH_NEAR;
  return is_subject(d, w, m, c);
}

/* Verbs and nouns that contest or only report what the clause behind them says
** as done. */
static bool contests(const truc__hit *h) {
  return !strcmp(truc__hit_id(h), "claim") ||
         !strcmp(truc__hit_id(h), "clause");
}

/* "Nếu ..., X | sẽ ký", "X sẽ ký | nếu ..." */
static bool on_condition(const truc_doc *d, const truc__match *m, uint32_t tok,
                         uint32_t *marker) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  bool comma = false;
  for (uint32_t t = tok; t > s->tok && !is_quote(d, t - 1); t--) {
    const truc__hit *h = truc__hit_at(d, t - 1, LEX_MOD_CONDITIONAL);
    comma |= truc__tok_is(d, t - 1, ",");
    if (!h || !comma || strcmp(truc__hit_id(h), "if")) continue;
    *marker = truc__number_of(d, h);
    return true;
  }
  for (uint32_t t = m->end; t < s->tok + s->ntok; t++) {
    const truc__hit *h = truc__hit_at(d, t, LEX_MOD_CONDITIONAL);
    if (d->token.v[t].kind == TRUC_TOK_PUNCT) break;
    if (!h || strcmp(truc__hit_id(h), "if")) continue;
    *marker = truc__number_of(d, h);
    return true;
  }
  return false;
}

/* "Tin X thăm Y | là sai sự thật" */
static bool called_false(const truc_doc *d, const truc__match *m,
                         uint32_t *marker) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  uint32_t end = s->tok + s->ntok;
  for (uint32_t t = m->end; t < end && t < m->end + REACH_WITHIN; t++) {
    const truc__hit *h = truc__hit_at(d, t, LEX_MOD_FALSE);
    if (d->token.v[t].kind == TRUC_TOK_PUNCT) return false;
    if (!h) continue;
    *marker = truc__number_of(d, h);
    return true;
  }
  return false;
}

/* "X | không còn là | đối tác lớn nhất": the marker between the subject and
** what is said of it. */
static truc_modality behind_subject(const truc_doc *d, const truc__fact_work *w,
                                    const truc__match *m, uint32_t *marker) {
  uint32_t first = d->sentence.v[m->sent].tok;
  /* words of a standing stand in many a phrase; with a subject it is said */
  uint32_t from = m->pattern->kind == TRUC_KIND_STATUS ? m->tok : first;
  for (uint32_t t = m->anchor; t > from && t + REACH_WITHIN > m->anchor;) {
    truc_modality found;
    if (d->token.v[--t].kind == TRUC_TOK_PUNCT) break;
    if (truc__chunk_at(w, t, CH_COUNTRY | CH_FORUM | CH_PERSON)) break;
    const truc__hit *h = marker_at(d, t, &found);
    if (!h || found == TRUC_ACTUAL || found == TRUC_AGREED) continue;
    if (inside_longer(d, first, t) || contests(h)) continue;
    /* "mong muốn | và coi trọng" */
    if (truc__hit_at(d, t + h->ntok, LEX_LIST_SEP)) continue;
    *marker = truc__number_of(d, h);
    return found;
  }
  return TRUC_ACTUAL;
}

/* "sẽ không rút khỏi ...": not what a pattern of the end of something means. */
bool truc__takes_back(const truc_doc *d, const truc__fact_work *w,
                      const truc__match *m) {
  uint32_t marker;
  if (m->pattern->modality != TRUC_DENIED ||
      behind_subject(d, w, m, &marker) == TRUC_ACTUAL)
    return false;
  /* "hủy | chuyến thăm": what the pattern itself asks for */
  const truc__trace *t = w->traces.v + m->trace;
  uint32_t said = truc__hit_number(d, marker)->tok;
  for (uint32_t i = 0; i < m->ntrace; i++)
    if (t[i].kind == TRACE_CLASS && t[i].tok <= said &&
        t[i].tok + t[i].ntok > said)
      return false;
  return true;
}

/* "Tuyên bố chung | Hướng tới tương lai": a capital inside the sentence makes
** the word part of a name. */
static bool in_title(const truc_doc *d, const truc_sentence *s, uint32_t t) {
  return t > s->tok && d->token.v[t].shape == TRUC_SHAPE_TITLE &&
         d->token.v[t - 1].kind == TRUC_TOK_SYLLABLE;
}

/* The marker that governs the predicate, or NULL. */
static const truc__hit *governing(const truc_doc *d, const truc__fact_work *w,
                                  const truc__match *m, truc_modality *out) {
  const truc_sentence *s = &d->sentence.v[m->sent];
  const truc__hit *done = NULL; /* "đã" */
  const truc__hit *soon =
      NULL; /* "thời gian tới": as planned as what is said */
  uint32_t n = 0;
  bool comma = false, point = false;
  for (uint32_t t = m->anchor; t > s->tok && n < REACH; n++) {
    t--;
    truc_modality found;
    const truc__hit *barrier = truc__hit_at(d, t, LEX_MOD_BARRIER);
    if (barrier && !comma &&
        (barrier->ntok > 1 ? n > 0 : n < 3 || opens_clause(w, m, barrier)))
      break;
    if (truc__tok_is(d, t, ",")) comma = true;
    if (truc__tok_is(d, t, ";")) point = true;
    if (is_quote(d, t)) {
      /* what is quoted has markers of its own; a quotation passed has none
      ** for us */
      if (!closes(d, s->tok, t)) break;
      while (t > s->tok && !is_quote(d, t - 1)) t--;
      if (t > s->tok) t--;
      continue;
    }
    const truc__hit *h = marker_at(d, t, &found);
    if (!h || (done && !contests(h)) || inside_longer(d, s->tok, t)) continue;
    if (in_title(d, s, t)) continue;
    if (!reaches(d, w, m, h, n, comma, point)) continue;
    if (!strcmp(truc__hit_id(h), "time")) {
      soon = h;
      continue;
    }
    if (soon && found != TRUC_AGREED && found != TRUC_DESIRED) break;
    if (found == TRUC_ACTUAL) {
      done = h;
      continue;
    }
    *out = found;
    return h;
  }
  *out = soon ? TRUC_PLANNED : TRUC_ACTUAL;
  return soon ? soon : done;
}

truc_modality truc__modality(const truc_doc *d, const truc__fact_work *w,
                             const truc__match *m, uint32_t *marker) {
  const truc__pattern *p = m->pattern;
  truc_modality found = TRUC_ACTUAL;
  *marker = TRUC_NONE;
  if (p->modality == TRUC_ACTUAL &&
      (p->kind == TRUC_KIND_RANKING || p->kind == TRUC_KIND_STATUS))
    return behind_subject(d, w, m, marker);
  if (p->modality >= 0) return (truc_modality)p->modality;
  if (is_none(d, m, marker) || called_false(d, m, marker)) return TRUC_DENIED;
  if (p->flags & PATTERN_FOLLOWS) return within(d, m, marker);
  if (p->flags & PATTERN_NOUN) return noun_verb(d, m, marker);
  const truc__hit *h = governing(d, w, m, &found);
  if (!h && (p->flags & PATTERN_BARE_PLANNED) && bare_start(d, m))
    return TRUC_PLANNED;
  if (!h) return TRUC_ACTUAL;
  *marker = truc__number_of(d, h);
  if (found != TRUC_PLANNED && found != TRUC_EXPECTED) return found;
  if (on_condition(d, m, h->tok, marker)) return TRUC_CONDITIONAL;
  /* an effect is not planned */
  return p->kind == TRUC_KIND_IMPACT ? TRUC_EXPECTED : found;
}

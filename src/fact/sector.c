/* SPDX-License-Identifier: Apache-2.0 */
/* sector.c - lists of fields of cooperation.
**
** "từ chính trị, an ninh - quốc phòng, kinh tế đến hợp tác nguồn nhân lực":
** what stands between the fields differs from writer to writer (prepositions,
** verbs of promotion, adjectives), so the list is read field by field: a phrase
** of class `sector` is one, words of class sector_filler are passed, a few
** unknown words are tolerated behind a field (its modifiers), and a phrase of
** class sector_stop (nhằm, trên cơ sở, góp phần ...) or a full stop ends it. */
#include "fact/fact.h"
#include "tables/lex.h"

/* Unknown words passed before the first field, and between two. */
#define BEFORE_FIRST 3u
#define BETWEEN 7u

static bool is_mark(const truc_doc *d, uint32_t t, const char *marks) {
  const truc_token *k = &d->token.v[t];
  return k->kind == TRUC_TOK_PUNCT && k->text_len == 1 &&
         strchr(marks, d->text.p[k->text]) != NULL;
}

const char *truc__sector_ref(truc_doc *d, truc__fact_work *w, const char *id) {
  size_t n = strlen(id);
  char *ref = truc__arena_get(&d->arena, n + 8);
  if (!ref) {
    w->rc = TRUC_ENOMEM;
    return NULL;
  }
  memcpy(ref, "sector:", 7);
  memcpy(ref + 7, id, n + 1);
  return ref;
}

static bool keep_sector(truc_doc *d, truc__fact_work *w, const truc__hit *h) {
  const char *ref = truc__sector_ref(d, w, truc__hit_id(h));
  if (!ref) return false;
  truc__sector s = {ref, h->tok, h->ntok};
  for (uint32_t i = 0; i < w->sector.n; i++)
    if (!strcmp(w->sector.v[i].ref, ref)) return true; /* named twice */
  if (VEC_PUSH(w->sector, s)) return true;
  w->rc = TRUC_ENOMEM;
  return false;
}

/* Bodies, people and sums end a list; countries may stand inside one. */
static bool chunk_ends(const truc__fact_work *w, uint32_t t, uint32_t *next) {
  const truc__fchunk *c = truc__chunk_at(w, t, ~0u);
  if (!c) return false;
  *next = c->tok + c->ntok;
  return (c->type & (CH_COUNTRY | CH_PAIR | CH_PLACE)) == 0;
}

/* "đầu tư, | xây dựng, ...": a common word that is a field as a member. */
static bool listed(const truc_doc *d, const truc__hit *h, uint32_t end) {
  uint32_t after = h->tok + h->ntok;
  if (strcmp(truc__hit_id(h), "construction")) return false;
  if (!truc__hit_at(d, h->tok - 1, LEX_LIST_SEP)) return false;
  return after >= end || is_mark(d, after, ",;.") ||
         truc__hit_at(d, after, LEX_LIST_SEP);
}

/* "...; kinh tế số; du lịch, văn hóa": the list goes on behind the mark. */
static bool list_resumes(const truc_doc *d, uint32_t t, uint32_t end) {
  const truc__hit *h = t < end ? truc__hit_at(d, t, LEX_SECTOR) : NULL;
  if (!h || (h->flags & LEX_AMBIGUOUS) || !strcmp(truc__hit_id(h), "none"))
    return false;
  t += h->ntok;
  return t < end && (is_mark(d, t, ",;") || truc__hit_at(d, t, LEX_LIST_SEP));
}

/* ", đồng thời thúc đẩy hợp tác ...": a record of its own begins. */
static bool new_predicate(const truc_doc *d, uint32_t t, uint32_t end) {
  while (t < end) {
    const truc__hit *h = truc__hit_at(d, t, LEX_SECTOR_SPLIT);
    if (!h) return false;
    if (!strcmp(truc__hit_id(h), "verb")) return true;
    t += h->ntok; /* an adverb before the verb */
  }
  return false;
}

uint32_t truc__sectors(truc_doc *d, truc__fact_work *w, uint32_t tok,
                       uint32_t end, bool keep) {
  uint32_t t = tok, last = tok, unknown = 0;
  bool any = false, channel = false; /* "kênh Đảng, Nhà nước" */
  if (keep) w->sector.n = 0;
  while (t < end) {
    const truc__hit *h = truc__hit_at(d, t, LEX_SECTOR);
    if (t > tok && truc__hit_at(d, t, LEX_COOP_INSTRUMENT)) {
      uint32_t title = truc__phrase_end(d, w, t, end); /* "hiệp định kinh tế" */
      t = title > t ? title : t + 1;
      continue;
    }
    const truc__fchunk *who = truc__chunk_at(w, t, CH_COUNTRY | CH_PAIR);
    if (who && (!h || h->ntok < who->ntok)) { /* "Đảng, Nhà nước Việt Nam" */
      t = who->tok + who->ntok;
      continue;
    }
    bool member = h && any && listed(d, h, end);
    if (h && (h->flags & LEX_AMBIGUOUS) && !channel && !member) h = NULL;
    const truc__hit *stop = truc__hit_at(d, t, LEX_SECTOR_STOP);
    if (stop && !member && (!h || stop->ntok >= h->ntok)) break;
    if (h && strcmp(truc__hit_id(h), "none")) {
      if (keep && !keep_sector(d, w, h)) return tok;
      channel = strstr(truc__hit_id(h), "_channel") != NULL;
      t += h->ntok;
      last = t;
      any = true;
      unknown = 0;
      continue;
    }
    if (h) { /* a phrase that only looks like a field */
      t += h->ntok;
      continue;
    }
    uint32_t next = t + 1;
    const truc__hit *filler = truc__hit_at(d, t, LEX_SECTOR_FILLER);
    if (filler) {
      t += filler->ntok;
      continue;
    }
    if (truc__chunk_at(w, t, ~0u)) {
      if (chunk_ends(w, t, &next)) break;
      t = next;
      continue;
    }
    if (w->close_at.v[t] != TRUC_NONE && any) { /* "(với PVN)" is passed over */
      uint32_t inside = truc__hit_at(d, t + 1, LEX_WITH) ? 1 : 0;
      t = inside ? w->close_at.v[t] + 1 : t + 1;
      continue;
    }
    if (!any && is_mark(d, t, ":")) { /* "trên các lĩnh vực: kinh tế, ..." */
      t++;
      continue;
    }
    if (any && is_mark(d, t, ";") && list_resumes(d, t + 1, end)) {
      t++;
      continue;
    }
    if (is_mark(d, t, ".;:\"!?")) break;
    if (any && is_mark(d, t, ",") && new_predicate(d, t + 1, end)) break;
    if (is_mark(d, t, ",-()/")) {
      t++;
      unknown = any ? 0 : unknown;
      continue;
    }
    if (++unknown > (any ? BETWEEN : BEFORE_FIRST)) break;
    t++;
  }
  return any ? last : tok;
}

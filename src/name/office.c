/* SPDX-License-Identifier: Apache-2.0 */
/* office.c - offices and the chain from title to holder.
**
**   [nguyên|cựu|cố|quyền] [Phó] title [thường trực] [body] [country] NAME
**
** A chain is one person's offices: "Phó Thủ tướng, Bộ trưởng Ngoại giao X".
** While it is open, s->expect is the token where it must go on. */
#include "name/name.h"

static truc_office *last_office(const truc__scan *s) {
  return &s->d->office.v[s->d->office.n - 1];
}

static const char *kind_of(const truc__scan *s, const truc_office *o) {
  return s->w->note.v[o->mention].kind;
}

static bool kind_is(const truc__scan *s, const truc_office *o,
                    const char *kind) {
  return truc__same_id(kind_of(s, o), kind);
}

static bool open_at(const truc__scan *s, uint32_t tok) {
  return s->expect == tok && s->nchain > 0;
}

/* ------------------------------------------------------------------ read */

typedef struct reading {
  uint32_t from, end; /* the title's own words */
  uint8_t flags;
  const truc__hit *title;
} reading;

static uint8_t flag_of(const char *id) {
  if (truc__same_id(id, "former")) return TRUC_OF_FORMER;
  if (truc__same_id(id, "acting")) return TRUC_OF_ACTING;
  if (truc__same_id(id, "elect")) return TRUC_OF_ELECT;
  return 0;
}

/* Words before the title; the deputy's "Phó" is part of it. */
static bool read_before(const truc__scan *s, uint32_t tok, reading *r) {
  const truc_doc *d = s->d;
  r->from = r->end = tok;
  r->flags = 0;
  for (int k = 0; k < 3; k++) {
    r->title = truc__hit_in(d, r->end, s->end, LEX_TITLE);
    if (r->title) { /* "Đại sứ quán" is no "Đại sứ" */
      const truc__hit *body = truc__hit_in(d, r->end, s->end, LEX_ORGHEAD);
      return !body || body->ntok <= r->title->ntok;
    }
    const truc__hit *p = truc__hit_in(d, r->end, s->end, LEX_TITLE_PRE);
    if (!p) return false;
    r->flags |= flag_of(truc__hit_id(p));
    r->end += p->ntok;
    if (!truc__same_id(truc__hit_id(p), "deputy")) r->from = r->end;
  }
  return false;
}

/* One word of a field: of the lists, or a capital with the small second half of
** its word ("Điều phối"). */
static uint32_t field_word(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (tok >= s->end) return 0;
  const truc__hit *m = truc__hit_in(d, tok, s->end, LEX_MINISTRY);
  const truc__hit *w = truc__hit_in(d, tok, s->end, LEX_ORGWORD);
  if (!m || (w && w->ntok > m->ntok)) m = w;
  if (m) return m->ntok;
  const truc_token *t = &d->token.v[tok];
  bool halves = tok + 1 < s->end && t->shape == TRUC_SHAPE_TITLE &&
                t[1].shape == TRUC_SHAPE_LOWER && t->word != TRUC_NONE &&
                t->word == t[1].word;
  return halves ? 2 : 0;
}

/* "Bộ trưởng Ngoại giao", "Bộ trưởng Điều phối Kinh tế và Nhân lực": the field
** of the ministry is part of the title. */
static void read_field(const truc__scan *s, reading *r) {
  const truc_doc *d = s->d;
  if (!truc__same_id(truc__hit_id(r->title), "minister") || r->end >= s->end)
    return;
  bool small = !truc__tok_capital(d, r->from);
  uint32_t i = r->end, n;
  const truc__hit *f = truc__hit_in(d, i, s->end, LEX_MINISTRY);
  if (f && (small || truc__tok_capital(d, i))) i += f->ntok;
  while (i < s->end) {
    bool joint = i > r->end && i + 1 < s->end &&
                 (truc__name_is(d, i, "và") || truc__tok_mark(d, i, ',') ||
                  truc__tok_mark(d, i, '&') || truc__tok_dash(d, i));
    uint32_t at = i + joint;
    if (!truc__tok_capital(d, at) || (n = field_word(s, at)) == 0) break;
    if (truc__hit_in(d, at, s->end, LEX_TITLE) ||
        truc__hit_in(d, at, s->end, LEX_ORGHEAD) ||
        truc__hit_in(d, at, s->end, LEX_GPE))
      break; /* "Bộ trưởng Ngoại giao | Liên bang Nga", too */
    i = at + n;
  }
  r->end = i;
}

/* "Bí thư | Tỉnh ủy Đồng Tháp", "Trưởng | Công an xã ...": so are the last
** two. */
static bool give_committee(const truc__scan *s, reading *r) {
  uint32_t head = r->end - 2, country;
  bool police = r->title->ntok > 2 && truc__name_is(s->d, head, "công");
  if ((r->title->ntok < 4 && !police) || r->end >= s->end) return false;
  const truc__hit *h = truc__hit_in(s->d, head, r->end, LEX_ORGHEAD);
  bool person =
      truc__person_begins(s, r->end) && !truc__any_place(s->d, r->end);
  if (!h || h->ntok != 2 || !truc__same_id(truc__hit_id(h), "council") ||
      person || truc__bound_body(s, h, &country) <= r->end)
    return false;
  r->end = head;
  return true;
}

/* "Trưởng | Ban Đối ngoại Trung ương", "trưởng | phòng Tài chính huyện ...":
** the last word of the title is the first of a body's name. */
static void give_head(const truc__scan *s, reading *r) {
  const truc_doc *d = s->d;
  uint32_t head = r->end - 1, country;
  if (r->title->ntok < 2 || head <= r->from) return;
  if (give_committee(s, r)) return;
  const truc__hit *a = truc__hit_in(d, head, s->end, LEX_AGENCY);
  const truc__hit *h = truc__hit_in(d, head, s->end, LEX_ORGHEAD);
  bool body =
      (a && a->ntok > 1) || (h && truc__bound_body(s, h, &country) > r->end);
  bool unit =
      h && truc__same_id(truc__hit_id(h), "unit") && field_word(s, r->end) > 0;
  if (body && (unit || truc__tok_capital(d, head))) r->end = head;
}

static void read_after(const truc__scan *s, reading *r) {
  const truc_doc *d = s->d;
  uint32_t skip = r->end;
  for (int k = 0; k < 2 && skip < s->end; k++) {
    const truc__hit *p = truc__hit_in(d, skip, s->end, LEX_TITLE_POST);
    if (!p) break;
    skip += p->ntok;
    r->flags |= flag_of(truc__hit_id(p));
    if (truc__same_id(truc__hit_id(p), "part") && skip == r->end + p->ntok)
      r->end = skip;
  }
}

/* "Tướng", "Vua", "TS": words too small to be an office without a name. */
static bool needs_name(const truc__scan *s, const reading *r) {
  if (truc__same_id(truc__hit_id(r->title), "post")) {
    if (r->end >= s->end) return true;
    return !truc__tok_capital(s->d, r->end) &&
           !truc__hit_of(s->d, r->end, LEX_ORGHEAD) &&
           !(truc__name_is(s->d, r->end, "của") &&
             truc__tok_capital(s->d, r->end + 1));
  }
  return r->title->ntok == 1 && r->end == r->from + 1 &&
         (r->end >= s->end || !truc__tok_capital(s->d, r->end));
}

static char *title_text(const truc__scan *s, const reading *r) {
  truc_doc *d = s->d;
  size_t n = 0;
  bool shouted = truc__shouted(d, r->from, r->end - r->from, TRUC_OFFICE);
  for (uint32_t i = r->from; i < r->end; i++) n += d->token.v[i].text_len + 1;
  char *out = truc__arena_get(&d->arena, n + 1);
  if (!out) return NULL;
  size_t k = 0;
  for (uint32_t i = r->from; i < r->end; i++) {
    const truc_token *t = &d->token.v[i];
    bool comma = t->text_len == 1 && *truc__tok_text(d, i) == ',';
    if (k && !comma) out[k++] = ' ';
    if (shouted && t->shape == TRUC_SHAPE_UPPER) {
      k += truc__token_small(d, i, i == r->from, out + k);
      continue;
    }
    memcpy(out + k, truc__tok_text(d, i), t->text_len);
    k += t->text_len;
  }
  out[k] = '\0';
  return out;
}

/* "... từng là", "từng làm", "từng giữ chức", "từng đảm nhiệm chức vụ" */
static bool once_held(const truc__scan *s, uint32_t i, uint32_t tok) {
  static const truc__word words[] = {
      TRUC__WORD("là"),    TRUC__WORD("làm"),  TRUC__WORD("giữ"),
      TRUC__WORD("chức"),  TRUC__WORD("vụ"),   TRUC__WORD("đảm"),
      TRUC__WORD("nhiệm"), TRUC__WORD("kinh"), TRUC__WORD("qua")};
  while (i < tok && truc__name_any(s->d, i, words)) i++;
  return i >= tok;
}

/* Does what stands before `tok` say that this office is the last person's? */
static bool apposed(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (s->person == TRUC_NONE || s->person_end >= tok) return false;
  uint32_t i = s->person_end;
  if (truc__name_is(d, i, "từng")) return once_held(s, i + 1, tok);
  if (tok == i + 1)
    return truc__tok_mark(d, i, ',') || truc__tok_dash(d, i) ||
           truc__name_is(d, i, "là") || truc__tok_mark(d, i, '(');
  if (!truc__name_is(d, i, "là")) return false;
  for (i++; i < tok; i++)
    if (!truc__name_is(d, i, "một") && !truc__name_is(d, i, "vị") &&
        !truc__name_is(d, i, "người"))
      return false;
  return true;
}

static bool push(truc__scan *s, const reading *r) {
  truc_doc *d = s->d;
  uint32_t m = truc__mention_add(s, r->from, r->end, TRUC_OFFICE, NULL,
                                 "title of the lexicon");
  if (m == TRUC_NONE) return false;
  d->mention.v[m].form = TRUC_SAID_TITLE;
  s->w->note.v[m].kind = truc__hit_id(r->title);
  truc_office o;
  memset(&o, 0, sizeof o);
  o.title = title_text(s, r);
  o.mention = m;
  o.holder = o.holder_mention = o.org = o.org_mention = TRUC_NONE;
  o.country = o.country_mention = TRUC_NONE;
  o.flags = r->flags;
  if (truc__same_id(truc__hit_id(r->title), "rank") ||
      truc__same_id(truc__hit_id(r->title), "acad") ||
      truc__same_id(truc__hit_id(r->title), "peer"))
    o.flags |= TRUC_OF_RANK;
  d->mention.v[m].office = d->office.n;
  return o.title && VEC_PUSH(d->office, o) && VEC_PUSH(s->w->chain, s->chain);
}

uint32_t truc__office_read(truc__scan *s, uint32_t tok) {
  reading r;
  if (!read_before(s, tok, &r)) return tok;
  r.end = r.title->tok + r.title->ntok;
  read_field(s, &r);
  read_after(s, &r);
  give_head(s, &r);
  if (needs_name(s, &r)) return tok;
  bool on = open_at(s, tok) && !s->joined;
  if (!on) {
    uint32_t before = s->joined && s->nchain ? s->d->office.n - 1 : TRUC_NONE;
    bool joined = s->joined;
    if (!joined) truc__office_close(s);
    s->chain++;
    s->nchain = 0;
    s->share = joined ? before : TRUC_NONE;
    s->appos = joined ? TRUC_NONE : apposed(s, tok) ? s->person : TRUC_NONE;
    if (s->appos != TRUC_NONE && truc__name_is(s->d, s->person_end, "từng"))
      r.flags |= TRUC_OF_FORMER;
  } else if (s->d->office.n && (last_office(s)->flags & TRUC_OF_FORMER)) {
    r.flags |= TRUC_OF_FORMER; /* "nguyên Phó Thủ tướng, Bộ trưởng ..." */
  }
  if (!push(s, &r)) {
    s->failed = true;
    return r.end;
  }
  s->nchain++;
  s->expect = r.end;
  s->after_at = s->joined = s->cut = false;
  /* words such as "đắc cử" stand behind the title without being part of it */
  const truc__hit *p = truc__hit_in(s->d, r.end, s->end, LEX_TITLE_POST);
  if (p && !truc__same_id(truc__hit_id(p), "part")) s->expect += p->ntok;
  return s->expect;
}

/* ---------------------------------------------------------------- attach */

void truc__office_person(truc__scan *s, uint32_t mention) {
  truc_doc *d = s->d;
  truc_mention *m = &d->mention.v[mention];
  s->person = mention;
  s->person_end = m->tok + m->ntok;
  if (!open_at(s, m->tok)) return;
  for (uint32_t k = 0; k < s->nchain; k++) {
    uint32_t o = d->office.n - 1 - k;
    if (d->office.v[o].holder_mention != TRUC_NONE) continue;
    d->office.v[o].holder_mention = mention;
    d->mention.v[d->office.v[o].mention].form = TRUC_SAID_NAME;
    if (m->office == TRUC_NONE || !(d->office.v[o].flags & TRUC_OF_RANK))
      m->office = o;
  }
  s->appos = s->expect = TRUC_NONE;
  s->nchain = 0;
}

/* "Chủ tịch Quốc hội", "Trưởng Ban Đối ngoại Trung ương": the body is part of
** the title's words. */
static bool whole_title(truc__scan *s, truc_office *o, uint32_t mention) {
  const truc_mention *t = &s->d->mention.v[o->mention];
  const truc_mention *m = &s->d->mention.v[mention];
  const truc__note *n = &s->w->note.v[mention];
  if (m->tok != t->tok + t->ntok) return true;
  bool chamber =
      n->kind && truc__same_id(n->kind, "parliament") && kind_is(s, o, "chair");
  const truc__hit *title = truc__hit_of(s->d, t->tok, LEX_TITLE);
  bool shared = title && title->ntok > t->ntok; /* see give_head() */
  if (!chamber && !shared) return true;
  uint32_t end = m->tok + m->ntok;
  if (n->country != TRUC_NONE) end = s->d->mention.v[n->country].tok;
  reading r = {t->tok, end, 0, NULL};
  o->title = title_text(s, &r);
  return o->title != NULL;
}

/* "Chủ tịch Hạ viện và Chủ tịch Thượng viện Malaysia": of both. */
static void share_country(truc__scan *s, uint32_t mention) {
  if (s->share == TRUC_NONE) return;
  truc_office *o = &s->d->office.v[s->share];
  if (o->country_mention == TRUC_NONE && o->holder_mention == TRUC_NONE)
    o->country_mention = mention;
}

void truc__office_body(truc__scan *s, uint32_t mention) {
  const truc_mention *m = &s->d->mention.v[mention];
  if (!open_at(s, m->tok) || s->cut) return;
  truc_office *o = last_office(s);
  if (o->org_mention == TRUC_NONE) {
    o->org_mention = mention;
    if (!whole_title(s, o, mention)) s->failed = true;
  }
  uint32_t c = s->w->note.v[mention].country;
  if (c != TRUC_NONE && o->country_mention == TRUC_NONE) o->country_mention = c;
  s->expect = m->tok + m->ntok;
}

void truc__office_country(truc__scan *s, uint32_t mention) {
  const truc_mention *m = &s->d->mention.v[mention];
  if (!open_at(s, m->tok) || s->cut) return;
  s->expect = m->tok + m->ntok;
  if (s->after_at || m->type != TRUC_GPE) return;
  truc_office *v = s->d->office.v;
  for (uint32_t k = 0; k < s->nchain; k++) {
    truc_office *o = &v[s->d->office.n - 1 - k];
    if (o->country_mention == TRUC_NONE) o->country_mention = mention;
  }
  share_country(s, mention);
}

/* ------------------------------------------------------------------ links */

static bool title_at(const truc__scan *s, uint32_t tok) {
  reading r;
  return tok < s->end && read_before(s, tok, &r);
}

static bool honor_name_at(const truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_HONOR);
  return h && tok + h->ntok < s->end && truc__tok_capital(s->d, tok + h->ntok);
}

static bool country_or_place(const truc__scan *s, uint32_t tok) {
  if (truc__hit_in(s->d, tok, s->end, LEX_GPE) && truc__tok_capital(s->d, tok))
    return true;
  return truc__country_at(s, tok) || truc__hit_of(s->d, tok, LEX_SEAT) ||
         truc__hit_of(s->d, tok, LEX_PLACE) ||
         truc__hit_of(s->d, tok, LEX_FORUM) ||
         truc__hit_of(s->d, tok, LEX_PLACEHEAD);
}

/* Offices that one person can hold together; "Tổng thống Mỹ, người phát ngôn
** Bộ Ngoại giao X" are two people. */
static bool held_together(const truc__scan *s, uint32_t tok) {
  reading r;
  if (tok >= s->end || !read_before(s, tok, &r)) return false;
  const char *a = kind_of(s, last_office(s)), *b = truc__hit_id(r.title);
  bool top = truc__same_id(a, "head") || truc__same_id(a, "headvn") ||
             truc__same_id(a, "royal");
  if (!top) return true;
  return !truc__same_id(b, "role") && !truc__same_id(b, "acad") &&
         !truc__same_id(b, "mp") && !truc__same_id(b, "royal") &&
         (!truc__same_id(b, "head") || !truc__same_id(a, "headvn"));
}

/* How far behind a comma an office may name its country. */
#define COUNTRY_REACH 10u

/* "theo lời mời của Tổng thống Lào, Chủ tịch nước X thăm ...": who invites is
** not who comes, unless the second office has a country of its own too. */
static bool invitation_ends(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  const truc_office *o = last_office(s);
  if (o->country_mention == TRUC_NONE) return false;
  uint32_t at = d->mention.v[o->mention].tok;
  if (at < s->begin + 2 || !truc__name_is(d, at - 1, "của") ||
      !truc__name_is(d, at - 2, "mời"))
    return false;
  for (uint32_t t = tok + 1; t < s->end && t < tok + COUNTRY_REACH; t++) {
    if (truc__tok_mark(d, t, ',')) break;
    if (truc__country_at(s, t))
      return t + 1 >= s->end || !truc__tok_capital(d, t + 1);
  }
  return true;
}

static uint32_t link_comma(truc__scan *s, uint32_t tok) {
  if (invitation_ends(s, tok)) return tok;
  if (held_together(s, tok + 1)) return tok + 1;
  if (!honor_name_at(s, tok + 1)) return tok;
  s->cut = true;
  return tok + 1;
}

/* "Đặc phái viên ... về Syria", "... về biến đổi khí hậu": the matter, and then
** the name. */
static uint32_t link_about(truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  const truc_office *o = last_office(s);
  if (!kind_is(s, o, "envoy") && !kind_is(s, o, "role") &&
      !kind_is(s, o, "post") && !kind_is(s, o, "chair"))
    return tok;
  if (country_or_place(s, tok + 1)) {
    s->after_at = true;
    return tok + 1;
  }
  uint32_t i = tok + 1;
  while (i < s->end && i < tok + 8 && d->token.v[i].kind == TRUC_TOK_SYLLABLE &&
         !truc__tok_capital(d, i) && !truc__hit_of(d, i, LEX_NAME_STOP) &&
         !truc__hit_of(d, i, LEX_SAY))
    i++;
  uint32_t end = truc__run_end(s, i);
  bool name = truc__run_vietnamese(d, i, end) ||
              (end > i + 1 && (d->token.v[i].flags & TRUC_TF_FOREIGN));
  return i > tok + 1 && name ? i : tok;
}

uint32_t truc__office_link(truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (!open_at(s, tok) || tok + 1 >= s->end) return tok;
  if (truc__tok_mark(d, tok, ',')) return link_comma(s, tok);
  if (truc__name_is(d, tok, "kiêm")) {
    if (truc__name_is(d, tok + 1, "nhiệm")) {
      s->after_at = true;
      return tok + 2;
    }
    return title_at(s, tok + 1) ? tok + 1 : tok;
  }
  if (truc__name_is(d, tok, "và")) {
    if (title_at(s, tok + 1)) {
      s->joined = true;
      return tok + 1;
    }
    return s->after_at && country_or_place(s, tok + 1) ? tok + 1 : tok;
  }
  if (truc__name_is(d, tok, "của"))
    return truc__tok_capital(d, tok + 1) && !kind_is(s, last_office(s), "rank")
               ? tok + 1
               : tok;
  if (truc__name_is(d, tok, "tại") || truc__name_is(d, tok, "ở")) {
    const truc_office *o = last_office(s);
    if (!kind_is(s, o, "envoy") && !kind_is(s, o, "role") &&
        !kind_is(s, o, "post") && !kind_is(s, o, "chair"))
      return tok;
    if (!country_or_place(s, tok + 1)) return tok;
    s->after_at = true;
    return tok + 1;
  }
  if (truc__name_is(d, tok, "nước") && truc__country_at(s, tok + 1))
    return tok + 1;
  if (truc__name_is(d, tok, "về")) return link_about(s, tok);
  return tok;
}

/* "ông X, người phát ngôn Bộ Ngoại giao | cho biết": the verb of the one person
** follows. */
static bool verb_follows(const truc__scan *s) {
  const truc_doc *d = s->d;
  uint32_t i = s->expect;
  for (int k = 0; k < 2 && i < s->end; k++, i++) {
    if (truc__hit_in(d, i, s->end, LEX_SAY)) return true;
    if (truc__name_is(d, i, "làm") || truc__name_is(d, i, "dẫn")) return true;
    if (!truc__name_is(d, i, "đã") && !truc__name_is(d, i, "cũng") &&
        !truc__name_is(d, i, "sẽ"))
      return false;
    if (truc__name_is(d, i, "đã") || truc__name_is(d, i, "sẽ")) return true;
  }
  return false;
}

/* The chain found no name of its own: it may be the last person's, if it was
** set off by marks on both sides or said with "là". */
void truc__office_close(truc__scan *s) {
  truc_doc *d = s->d;
  if (s->nchain && s->appos != TRUC_NONE) {
    bool is = truc__name_is(d, s->person_end, "là") ||
              truc__name_is(d, s->person_end, "từng");
    bool mark = s->expect >= s->end ||
                d->token.v[s->expect].kind == TRUC_TOK_PUNCT ||
                truc__tok_dash(d, s->person_end) ||
                (truc__tok_mark(d, s->person_end, ',') && verb_follows(s));
    for (uint32_t k = 0; (is || mark) && k < s->nchain; k++) {
      truc_office *o = &d->office.v[d->office.n - 1 - k];
      if (o->holder_mention != TRUC_NONE) break;
      o->holder_mention = s->appos;
      d->mention.v[o->mention].form = TRUC_SAID_NAME;
    }
  }
  s->nchain = 0;
  s->expect = s->appos = s->share = TRUC_NONE;
  s->after_at = s->joined = s->cut = false;
}

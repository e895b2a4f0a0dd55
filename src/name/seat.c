/* SPDX-License-Identifier: Apache-2.0 */
/* seat.c - whose a body is and where it sits: a country, a place, a firm or a
** ruler in its name. */
#include "name/body.h"

const truc__hit *truc__any_place(const truc_doc *d, uint32_t tok) {
  const truc__hit *h = truc__hit_of(d, tok, LEX_PLACE);
  return h ? h : truc__hit_of(d, tok, LEX_SEAT);
}

/* Country, or the short form used in "Việt - Nhật". */
const truc__hit *truc__country_named(const truc_doc *d, uint32_t tok) {
  if (tok >= d->token.n) return NULL;
  const truc__hit *h = truc__hit_of(d, tok, LEX_GPE);
  if (h && truc__tok_capital(d, tok)) return h;
  return NULL;
}

/* Country, forum or place, whichever reaches farthest ("Thái Bình Dương" is no
** "Thái"). */
static const truc__hit *seat_name(const body *b) {
  const truc_doc *d = b->s->d;
  if (!truc__tok_capital(d, b->i)) return NULL;
  const truc__hit *h = truc__country_named(d, b->i);
  const truc__hit *w = truc__hit_of(d, b->i, LEX_ORGWORD);
  if (h && w && w->ntok > h->ntok) h = NULL; /* "Pháp chế" is no "Pháp" */
  const truc__hit *f = truc__hit_of(d, b->i, LEX_FORUM);
  const truc__hit *p = truc__any_place(d, b->i);
  if (f && (!h || f->ntok > h->ntok)) h = f;
  if (p && (!h || p->ntok > h->ntok)) h = p;
  return h;
}

/* "Việt - Nhật", "Việt Nam - Singapore" as part of a name. */
uint32_t truc__pair_length(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  const truc__hit *a = truc__country_named(d, tok);
  if (!a) a = truc__hit_of(d, tok, LEX_GPE_SHORT);
  if (!a || !truc__tok_dash(d, tok + a->ntok)) return 0;
  uint32_t next = tok + a->ntok + 1;
  if (next >= s->end) return 0;
  const truc__hit *b = truc__country_named(d, next);
  if (!b) b = truc__hit_of(d, next, LEX_GPE_SHORT);
  return b ? a->ntok + 1u + b->ntok : 0;
}

/* A country; behind it the name is over, unless the country came first
** ("Trường Pháp Quốc tế ...", "Hội hữu nghị Việt Nam - Nhật Bản"). Behind a
** place only a country may follow. */
bool truc__take_country(body *b, bool *over) {
  const truc_doc *d = b->s->d;
  uint32_t pair = truc__pair_length(b->s, b->i);
  if (pair) {
    take(b, pair);
    return true;
  }
  const truc__hit *h = seat_name(b);
  if (!h) return false;
  bool first = b->i == b->head;
  if (h->cls != LEX_GPE && h->ntok == 2 && !first &&
      truc__person_begins(b->s, b->i) && truc__run_end(b->s, b->i) > b->i + 2)
    return false; /* "Thành ủy Hà Nội Đinh Văn Bền": a town "Đinh Văn" */
  if (h->cls == LEX_GPE && b->country == TRUC_NONE) b->country = b->i;
  take(b, h->ntok);
  if (h->cls == LEX_PLACE || h->cls == LEX_SEAT) {
    const truc__hit *c = b->i < b->s->end ? truc__country_named(d, b->i) : NULL;
    /* "Công ty Khoáng sản Sài Gòn - Quy Nhơn" */
    if (is_kind(b, "company") && b->i + 1 < b->s->end &&
        truc__tok_dash(d, b->i) && truc__any_place(d, b->i + 1))
      take(b, 1u + truc__any_place(d, b->i + 1)->ntok);
    if (!c) {
      *over = !first;
      return true;
    }
    b->country = b->i;
    take(b, c->ntok);
    *over = true;
    return true;
  }
  if (truc__tok_dash(d, b->i) && b->i + 1 < b->s->end) {
    const truc__hit *other = truc__country_named(d, b->i + 1);
    if (!other) other = truc__hit_of(d, b->i + 1, LEX_GPE_SHORT);
    if (other) take(b, 1u + other->ntok);
  }
  *over = !(first && (is_kind(b, "school") || is_kind(b, "company") ||
                      is_kind(b, "society")));
  return true;
}

/* Does an office stand before the body, "Trưởng", "Phó Chủ tịch"? */
static bool has_holder(const body *b) {
  static const truc__word last[] = {TRUC__WORD("trưởng"), TRUC__WORD("phó"),
                                    TRUC__WORD("tịch"), TRUC__WORD("đốc"),
                                    TRUC__WORD("thư")};
  if (b->s->nchain && b->s->expect == b->from) return true;
  if (b->from == b->s->begin) return false;
  return truc__name_any(b->s->d, b->from - 1, last);
}

/* "UBND tỉnh đã họp", "Phó Chủ tịch HĐND thành phố Lê Thị Yên": the level of a
** body, whose place is not said; `at` is behind it. */
static bool own_level(const body *b, uint32_t at) {
  const truc_doc *d = b->s->d;
  if (b->i != b->head) return false;
  const truc__hit *p = truc__any_place(d, at);
  uint32_t run = truc__run_end(b->s, at);
  bool person = at < b->s->end && truc__tok_capital(d, at) && run > at + 2 &&
                (!p || run == at + p->ntok + 1u) &&
                truc__person_begins(b->s, at);
  bool people = truc__name_is(d, b->head - 1, "dân") ||
                truc__name_is(d, b->head - 1, "an"); /* "Công an" */
  if (d->token.v[b->from].shape == TRUC_SHAPE_UPPER && b->head == b->from + 1)
    return person || at >= b->s->end || !truc__tok_capital(d, at);
  return people && person && has_holder(b);
}

/* "tỉnh Nghệ An", "thành phố Hà Nội" inside "Ủy ban nhân dân ...". */
bool truc__take_place(body *b) {
  const truc_doc *d = b->s->d;
  const truc__hit *h = truc__hit_of(d, b->i, LEX_PLACEHEAD);
  if (!h || !truc__same_id(truc__hit_id(h), "out")) return false;
  uint32_t at = b->i + h->ntok;
  if (at >= b->s->end) return false;
  bool number = truc__numbered_place(b->s, h);
  if (number || own_level(b, at)) {
    take(b, h->ntok + number);
    b->placed = true;
    return true;
  }
  const truc__hit *p = truc__any_place(d, at);
  /* "Chủ tịch UBND huyện Trần Văn A", but "Công an xã Lục Sĩ Thành" */
  bool holder = !is_kind(b, "school") && has_holder(b);
  if (!p && holder && truc__person_begins(b->s, at)) return false;
  uint32_t end = p ? at + p->ntok : truc__run_end(b->s, at);
  if (end == at) return false;
  uint32_t known = p ? at : truc__known_place(d, at, end);
  if (known > at) end = known; /* "quận Manhattan Albin Bragg" */
  take(b, end - b->i);
  b->placed = true;
  return true;
}

/* "Tập đoàn Airbus": a firm of the lexicon ends the name. */
bool truc__take_firm(body *b, bool *over) {
  if (b->i != b->head || !(is_kind(b, "company") || is_kind(b, "media")))
    return false;
  const truc__hit *h = truc__hit_of(b->s->d, b->i, LEX_ORG);
  if (!h || !truc__tok_capital(b->s->d, b->i)) return false;
  take(b, h->ntok);
  const truc__hit *c = truc__country_named(b->s->d, b->i);
  if (c) {
    b->country = b->i;
    take(b, c->ntok);
  }
  *over = true;
  return true;
}

/* "Văn phòng Thủ tướng" */
bool truc__take_ruler(body *b) {
  const truc_doc *d = b->s->d;
  if (b->i != b->head || !truc__name_is(d, b->from, "văn")) return false;
  const truc__hit *h = truc__hit_of(d, b->i, LEX_TITLE);
  if (!h || (!truc__same_id(truc__hit_id(h), "head") &&
             !truc__same_id(truc__hit_id(h), "headvn")))
    return false;
  take(b, h->ntok);
  return true;
}

/* "tại Việt Nam" belongs to the names of missions. */
bool truc__take_seat(body *b) {
  const truc_doc *d = b->s->d;
  if (b->i + 1 >= b->s->end || !truc__name_is(d, b->i, "tại")) return false;
  const truc__hit *h = truc__country_named(d, b->i + 1);
  if (!h) h = truc__any_place(d, b->i + 1);
  if (!h) h = truc__hit_of(d, b->i + 1, LEX_FORUM);
  if (h) take(b, 1u + h->ntok);
  return h != NULL;
}

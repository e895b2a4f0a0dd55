/* SPDX-License-Identifier: Apache-2.0 */
/* bound.c - where the name of a body ends, by the kind of body. */
#include "name/body.h"

/* "Trường THPT Nông Cống 2": a number that counts nothing. */
static void take_number(body *b) {
  const truc_doc *d = b->s->d;
  uint32_t next = b->i + 1;
  if (!b->full || b->good != b->i || b->i >= b->s->end ||
      d->token.v[b->i].kind != TRUC_TOK_NUMBER || d->token.v[b->i].text_len > 2)
    return;
  if (next >= b->s->end || d->token.v[next].kind == TRUC_TOK_PUNCT ||
      truc__hit_of(d, next, LEX_NAME_STOP) || truc__hit_of(d, next, LEX_SAY) ||
      truc__hit_of(d, next, LEX_PLACEHEAD) || truc__tok_capital(d, next))
    take(b, 1);
}

/* "Bộ Tư lệnh Quân khu 4", "Sư đoàn Bộ binh số 10", "Lữ đoàn Xe tăng 203": the
** number of a unit. */
static bool take_unit_number(body *b) {
  const truc_doc *d = b->s->d;
  if (b->i == b->head || b->good != b->i) return false;
  uint32_t n = truc__name_is(d, b->i, "số") ? 2 : 1;
  if (b->i + n > b->s->end || d->token.v[b->i + n - 1].kind != TRUC_TOK_NUMBER)
    return false;
  const truc__hit *unit = truc__before(b->s, b->i, LEX_ORGHEAD);
  bool inner = unit && truc__same_id(truc__hit_id(unit), "force");
  if (!inner && !is_kind(b, "force")) return false;
  take(b, n);
  return true;
}

static void read_body(body *b) {
  bool over = false;
  while (!over && b->i < b->s->end) {
    if (is_kind(b, "force") && b->i == b->head &&
        b->s->d->token.v[b->i].kind == TRUC_TOK_NUMBER)
      take(b, 1);
    else if (!truc__take_firm(b, &over) && !truc__take_country(b, &over) &&
             !truc__take_place(b) && !truc__take_ruler(b) &&
             !truc__take_word(b) && !truc__take_bridge(b) &&
             !take_unit_number(b) && !truc__take_plain_words(b))
      break;
  }
}

/* Further fields of a ministry that the lexicon has not in this order. */
static void read_fields(body *b) {
  const truc_doc *d = b->s->d;
  while (b->i + 1 < b->s->end) {
    uint32_t next = b->i + 1;
    bool and_ = truc__name_is(d, b->i, "và") || truc__tok_mark(d, b->i, '&');
    const truc__hit *h = truc__word_of_names(d, next);
    const truc__hit *head = truc__hit_of(d, next, LEX_ORGHEAD);
    if (!h || (head && head->ntok > 1 && truc__tok_capital(d, next))) return;
    bool fits = truc__tok_capital(d, next) && (and_ || truc__tok_dash(d, b->i));
    if (truc__tok_mark(d, b->i, ',')) fits = truc__list_goes_on(b, b->i);
    if (!fits && !(and_ && truc__words_to_country(b, next))) return;
    take(b, 1u + h->ntok);
    while (b->i < b->s->end && !truc__tok_capital(d, b->i) &&
           (h = truc__word_of_names(d, b->i)) != NULL)
      take(b, h->ntok);
  }
}

/* In the same sentence: the next headline may begin with a country. */
static const truc__hit *country_behind(const body *b) {
  return b->i < b->s->end ? truc__country_named(b->s->d, b->i) : NULL;
}

/* "Bộ Ngoại giao", "Bộ Văn hóa, Thể thao và Du lịch" + country. */
static void read_ministry(body *b) {
  const truc_doc *d = b->s->d;
  const truc__hit *h = truc__hit_of(d, b->head, LEX_MINISTRY);
  bool small = !truc__tok_capital(d, b->head - 1);
  if (h && (!small || truc__tok_capital(d, b->head))) {
    take(b, h->ntok);
    read_fields(b);
    h = country_behind(b);
    if (!h) return;
    b->country = b->i;
    take(b, h->ntok);
  } else if (!small && truc__tok_capital(d, b->head)) {
    read_body(b);
  }
}

/* Bodies of a state: the country is all that follows. */
static void read_state(body *b) {
  const truc__hit *h = country_behind(b);
  if (!h) return;
  b->country = b->i;
  take(b, h->ntok);
}

/* "Cơ quan công an đang ...": a kind of body, whose capital is that of the
** sentence. */
static bool only_small_words(const body *b) {
  if (is_kind(b, "gov") || is_kind(b, "parliament") || is_kind(b, "party") ||
      b->placed)
    return false;
  uint32_t from = b->from + 1; /* "Cục Cảnh sát" is no common word */
  bool anywhere = is_kind(b, "force") && truc__name_is(b->s->d, b->from, "lực");
  if (b->s->d->token.v[b->from].shape != TRUC_SHAPE_UPPER && !anywhere &&
      !truc__tok_first(b->s, b->from))
    return false; /* but no "Lực lượng cứu hộ" */
  for (uint32_t i = from; i < b->good; i++) {
    if (b->s->d->token.v[i].shape != TRUC_SHAPE_LOWER) return false;
    /* "Trung tâm dự báo khí tượng thủy văn quốc gia": there is one of it */
    if (i >= b->head && i + 1 < b->good &&
        (is_kind(b, "school") || truc__name_is(b->s->d, b->from, "ban")) &&
        (truc__name_is(b->s->d, i, "quốc") ||
         truc__name_is(b->s->d, i, "trung")) &&
        (truc__name_is(b->s->d, i + 1, "gia") ||
         truc__name_is(b->s->d, i + 1, "ương")))
      return false;
  }
  return true;
}

/* "Trường Giang": the first word of a body is a name's too, if nothing but one
** syllable of our own follows it. */
static bool short_name(const body *b) {
  const truc_doc *d = b->s->d;
  return b->head == b->from + 1 && b->good == b->head + 1 &&
         d->token.v[b->from].shape == d->token.v[b->head].shape &&
         (d->token.v[b->head].shape == TRUC_SHAPE_TITLE || b->s->credit) &&
         d->token.v[b->head].kind == TRUC_TOK_SYLLABLE &&
         !(d->token.v[b->head].flags & TRUC_TF_FOREIGN) &&
         !truc__hit_of(d, b->head, LEX_ORGWORD) &&
         !truc__hit_of(d, b->head, LEX_GPE) && !truc__any_place(d, b->head);
}

/* "công an tỉnh Bắc Ninh", "trường tiểu học thị trấn Tân Hiệp" */
static bool place_behind(const body *b) {
  const truc_doc *d = b->s->d;
  if (!is_kind(b, "school") && !is_kind(b, "council")) return false;
  const truc__hit *h = truc__hit_in(d, b->head, b->s->end, LEX_PLACEHEAD);
  return h && truc__same_id(truc__hit_id(h), "out") &&
         truc__tok_capital(d, b->head + h->ntok) &&
         !truc__numbered_place(b->s, h);
}

uint32_t truc__bound_body(const truc__scan *s, const truc__hit *h,
                          uint32_t *inside) {
  uint32_t head = h->tok + h->ntok;
  bool capital = truc__tok_capital(s->d, h->tok);
  const char *kind =
      !truc__same_id(truc__hit_id(h), "unit") ? truc__hit_id(h) : "council";
  body b = {s,      kind,      h->tok, head,    head,
            h->tok, TRUC_NONE, false,  capital, false};
  *inside = TRUC_NONE;
  if (head >= s->end && !is_kind(&b, "gov") && !is_kind(&b, "parliament"))
    return h->tok;
  if (is_kind(&b, "ministry")) {
    if (head < s->end) read_ministry(&b);
  } else if (is_kind(&b, "gov") || is_kind(&b, "parliament")) {
    read_state(&b);
    if (!b.full && capital) b.good = head;
  } else if (is_kind(&b, "embassy")) {
    read_state(&b);
    bool seat = b.full && truc__take_seat(&b);
    /* "Phái đoàn Hàn Quốc sắp đến": people on a journey */
    if (!seat && h->ntok == 2 && truc__name_is(s->d, h->tok + 1, "đoàn"))
      return h->tok;
  } else if (capital || truc__tok_capital(s->d, head) || place_behind(&b)) {
    if (!capital && kind == truc__hit_id(h) &&
        truc__hit_of(s->d, head, LEX_ORGHEAD))
      return h->tok;
    read_body(&b);
    if (short_name(&b)) return h->tok;
    if (is_kind(&b, "school") || is_kind(&b, "force")) take_number(&b);
  }
  /* "công ty Pháp", "báo Nhật": a kind of body and its country, no name */
  if (!capital && b.country == head && !is_kind(&b, "gov") &&
      !is_kind(&b, "embassy") && !is_kind(&b, "party") &&
      b.good == head + truc__hit_of(s->d, head, LEX_GPE)->ntok)
    return h->tok;
  *inside = b.country;
  uint32_t bracket =
      b.full && capital ? truc__bracket_end(s, h->tok, b.good) : b.good;
  if (bracket == b.good && only_small_words(&b)) return h->tok;
  return bracket;
}

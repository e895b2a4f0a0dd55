/* SPDX-License-Identifier: Apache-2.0 */
/* road.c - places that are written as people are: what stands beside a run of
** capitals says that it is a street, the end of a line, a part of a larger
** place. */
#include "name/name.h"

/* "đường Nguyễn Trãi, Lê Lợi và Trần Phú": streets are called after people. */
static bool among_roads(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (!d->mention.n || tok < s->begin + 2) return false;
  const truc_mention *m = &d->mention.v[d->mention.n - 1];
  const char *kind = s->w->note.v[d->mention.n - 1].kind;
  return m->type == TRUC_LOC && kind && truc__same_id(kind, "road") &&
         m->sent == s->sent && m->tok + m->ntok + 1 == tok &&
         (truc__name_is(d, tok - 1, "và") || truc__tok_mark(d, tok - 1, ',') ||
          truc__tok_dash(d, tok - 1));
}

/* "Cái Mép - Thị Vải", "tuyến Nội Bài - Nhật Tân": the ends of a line. */
static bool joined_place(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (!d->mention.n || s->credit || tok < s->begin + 2) return false;
  const truc_mention *m = &d->mention.v[d->mention.n - 1];
  return m->type == TRUC_LOC && m->sent == s->sent && m->ntok < 6 &&
         m->tok + m->ntok + 1 == tok && truc__tok_dash(d, tok - 1) &&
         truc__run_end(s, tok) == tok + 2;
}

/* "Đồng Văn (Hà Giang)", "Giang Biên, quận Long Biên" */
static bool in_place(const truc__scan *s, uint32_t tok) {
  if (tok + 2 < s->end && truc__tok_mark(s->d, tok, ',')) {
    const truc__hit *h = truc__hit_of(s->d, tok + 1, LEX_PLACEHEAD);
    return h && truc__same_id(truc__hit_id(h), "out") &&
           tok + 1 + h->ntok < s->end &&
           truc__tok_capital(s->d, tok + 1 + h->ntok);
  }
  if (tok + 2 >= s->end || !truc__tok_mark(s->d, tok, '(')) return false;
  const truc__hit *h = truc__hit_of(s->d, tok + 1, LEX_PLACE);
  return h && truc__tok_mark(s->d, tok + 1 + h->ntok, ')');
}

/* "tại 36 Võ Văn Kiệt, phường ...": a number of a house, and the street. */
static bool house_number(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (tok < s->begin + 2 || (d->token.v[tok - 1].kind != TRUC_TOK_NUMBER &&
                             d->token.v[tok - 1].kind != TRUC_TOK_CODE))
    return false;
  uint32_t end = truc__run_name(s, tok);
  const truc__hit *out = truc__tok_mark(d, end, ',')
                             ? truc__hit_in(d, end + 1, s->end, LEX_PLACEHEAD)
                             : NULL;
  if (out && truc__same_id(truc__hit_id(out), "out")) return true;
  if (truc__name_is(d, tok - 2, "số"))
    return d->token.v[tok - 1].text_len > 2 ||
           (tok > s->begin + 2 && truc__before(s, tok - 2, LEX_WHERE));
  return truc__name_is(d, tok - 2, "tại") || truc__name_is(d, tok - 2, "ở") ||
         truc__name_is(d, tok - 2, "chỉ");
}

static bool is_list_word(const truc_doc *d, uint32_t tok) {
  static const truc__word words[] = {
      TRUC__WORD("và"),     TRUC__WORD("quốc"),  TRUC__WORD("lộ"),
      TRUC__WORD("tỉnh"),   TRUC__WORD("huyện"), TRUC__WORD("quận"),
      TRUC__WORD("phường"), TRUC__WORD("xã"),    TRUC__WORD("đường")};
  return truc__tok_capital(d, tok) || truc__tok_mark(d, tok, ',') ||
         truc__tok_mark(d, tok, '(') || truc__tok_mark(d, tok, ')') ||
         d->token.v[tok].kind == TRUC_TOK_NUMBER ||
         truc__name_any(d, tok, words);
}

/* "các tuyến đường bị ngập: Lê Lợi, Trần Phú", "... gồm Lê Lợi, Trần Phú": a
** list of names that a word for streets announces. */
static bool announced_road(const truc__scan *s, uint32_t tok, uint32_t end) {
  const truc_doc *d = s->d;
  bool listed = tok > s->begin && truc__tok_mark(d, tok - 1, ',');
  if (end < s->end)
    listed |= truc__tok_mark(d, end, ',') || truc__tok_mark(d, end, '(');
  if (!listed) return false;
  uint32_t i = tok; /* a list of no end costs no more than this for each */
  while (i > s->begin && tok - i < 160 && is_list_word(d, i - 1)) i--;
  if (i < s->begin + 2) return false;
  if (!truc__tok_mark(d, i - 1, ':') && !truc__name_is(d, i - 1, "là") &&
      !truc__name_is(d, i - 1, "gồm") && !truc__name_is(d, i - 1, "như"))
    return false;
  uint32_t from = i < s->begin + 14 ? s->begin : i - 14;
  for (i--; i-- > from;) {
    const truc__hit *h = truc__hit_of(d, i, LEX_PLACEHEAD);
    if (h && truc__same_id(truc__hit_id(h), "road")) return true;
  }
  return false;
}

bool truc__is_road(const truc__scan *s, uint32_t tok, uint32_t end) {
  return among_roads(s, tok) || house_number(s, tok) ||
         announced_road(s, tok, end);
}

bool truc__by_neighbours(const truc__scan *s, uint32_t tok, uint32_t end,
                         const char **why) {
  if (end == tok + 2 && in_place(s, end))
    *why = "place, with the larger one in brackets";
  else if (end == tok + 2 && joined_place(s, tok))
    *why = "place joined to a place by a dash";
  else if (end > tok + 1 && end < tok + 5 && among_roads(s, tok))
    *why = "as the street before it";
  else if (house_number(s, tok))
    *why = "street of a house number";
  else if (end > tok + 1 && end < tok + 5 && announced_road(s, tok, end))
    *why = "in a list of streets";
  else
    return false;
  return true;
}

uint32_t truc__named_number(const truc__scan *s, uint32_t tok, uint32_t end) {
  const truc_doc *d = s->d;
  const truc__work *w = s->w;
  if (end >= s->end || d->token.v[end].kind != TRUC_TOK_NUMBER ||
      d->token.v[end].text_len > 2)
    return end;
  uint32_t words = end - tok;
  for (uint32_t m = d->mention.n, k = 0; m-- > 0 && k < 64; k++) {
    const truc__note *n = &w->note.v[m];
    const truc_mention *at = &d->mention.v[m];
    if (at->type != TRUC_LOC || n->nkey <= words ||
        d->token.v[at->tok + at->ntok - 1].kind != TRUC_TOK_NUMBER)
      continue;
    uint32_t i = 0, from = n->key + n->nkey - 1 - words;
    while (i < words && w->key.v[from + i] == truc__tok_hash(d, tok + i)) i++;
    if (i == words) return end + 1;
  }
  return end;
}

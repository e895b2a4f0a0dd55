/* SPDX-License-Identifier: Apache-2.0 */
/* phrase.c - where instruments, events and places with a head word end. */
#include "name/name.h"

/* ------------------------------------------------- instruments and events */

static bool stops(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  if (t->kind == TRUC_TOK_PUNCT && !truc__tok_dash(d, tok)) return true;
  if (t->kind == TRUC_TOK_EMOJI || t->kind == TRUC_TOK_URL) return true;
  return truc__hit_of(d, tok, LEX_NAME_STOP) != NULL ||
         truc__hit_of(d, tok, LEX_PRO) != NULL;
}

/* "và" goes on inside "giữa Việt Nam và EU", and before a word of names. */
static bool and_goes_on(const truc__scan *s, uint32_t tok, bool between) {
  uint32_t next = tok + 1;
  if (next >= s->end) return false;
  if (between) return true;
  return truc__hit_of(s->d, next, LEX_ORGWORD) != NULL &&
         !truc__hit_of(s->d, next, LEX_ORGHEAD);
}

static bool small_joint(const truc_doc *d, uint32_t tok) {
  return truc__name_is(d, tok, "của") || truc__name_is(d, tok, "với");
}

static bool begins_office(const truc_doc *d, uint32_t tok) {
  return truc__hit_of(d, tok, LEX_TITLE) || truc__hit_of(d, tok, LEX_HONOR);
}

/* Reads to the stop; *last is the end of the last token that can end a name. */
static uint32_t read_phrase(const truc__scan *s, uint32_t from, uint32_t *last,
                            bool event) {
  const truc_doc *d = s->d;
  bool between = false;
  uint32_t i = from;
  *last = from;
  while (i < s->end) {
    if (truc__name_is(d, i, "năm") && i + 1 < s->end &&
        d->token.v[i + 1].kind == TRUC_TOK_NUMBER) {
      i += 2;
      *last = i;
      continue;
    }
    if (stops(d, i) || (!event && truc__name_is(d, i, "lần"))) break;
    if (event && (truc__name_is(d, i, "ở") || truc__name_is(d, i, "giữa")))
      break;
    if (i + 1 < s->end && small_joint(d, i) && begins_office(d, i + 1)) break;
    if (truc__hit_of(d, i, LEX_AGRHEAD) && i > from && truc__tok_capital(d, i))
      break;
    if (truc__name_is(d, i, "giữa")) between = true;
    if (truc__name_is(d, i, "và")) {
      if (!and_goes_on(s, i, between)) break;
      between = false;
    }
    const truc__hit *h = truc__hit_of(d, i, LEX_ORGWORD);
    if (!h) h = truc__country_named(d, i);
    if (!h) h = truc__any_place(d, i);
    if (!h) h = truc__hit_of(d, i, LEX_FORUM);
    if (!h && event) h = truc__hit_of(d, i, LEX_TITLE);
    uint8_t kind = d->token.v[i].kind;
    bool verb = h && h->cls == LEX_ORGWORD && *truc__hit_id(h) == 'v' &&
                !truc__tok_capital(d, i); /* "Diễn đàn X phối hợp ..." */
    if (!verb && (h || truc__tok_capital(d, i) || kind == TRUC_TOK_NUMBER ||
                  kind == TRUC_TOK_CODE))
      *last = i + (h ? h->ntok : 1u);
    i += h ? h->ntok : 1u;
  }
  return i;
}

/* Heads that also begin a plain sentence: "Tuyên bố về vụ việc, ông ...". */
static bool weak_start(const truc__scan *s, const truc__hit *h) {
  if (h->tok > s->begin && truc__tok_quote(s->d, h->tok - 1)) return false;
  return truc__tok_first(s, h->tok) && h->ntok <= 2 &&
         !truc__name_is(s->d, h->tok, "công") &&
         !truc__name_is(s->d, h->tok, "hiệp");
}

/* A name of common words must say what it is about. */
static bool says_what(const truc_doc *d, uint32_t from, uint32_t end) {
  for (uint32_t i = from; i < end; i++)
    if (truc__tok_capital(d, i) || truc__name_is(d, i, "về") ||
        d->token.v[i].kind == TRUC_TOK_NUMBER)
      return true;
  return false;
}

/* "Bộ Quy tắc ứng xử (COC)": the bracket says which. */
static bool named_by_bracket(const truc_doc *d, uint32_t tok) {
  return truc__tok_mark(d, tok, '(') && tok + 2 < d->token.n &&
         truc__hit_of(d, tok + 1, LEX_AGREEMENT) &&
         truc__tok_mark(d, tok + 2, ')');
}

uint32_t truc__bound_instrument(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t from = h->tok + h->ntok, last;
  if (from >= s->end) return h->tok;
  uint32_t end = read_phrase(s, from, &last, false);
  if (end == from) return named_by_bracket(d, from) ? from : h->tok;
  bool proper = truc__tok_capital(d, from) || truc__hit_of(d, from, LEX_GPE);
  if (weak_start(s, h) && !proper) return h->tok;
  if (truc__name_is(d, from, "của")) return h->tok;
  if (!proper && (last < from + 2 || !says_what(d, from, end))) return h->tok;
  if (h->tok > s->begin && truc__tok_quote(d, h->tok - 1) && end < s->end &&
      truc__tok_quote(d, end))
    return end; /* the quoted words are the name */
  /* words behind the last capital belong to it where the name is a phrase */
  if (!proper && last < end && end - last <= 3) last = end;
  while (last > from &&
         (small_joint(d, last - 1) || truc__name_is(d, last - 1, "giữa") ||
          truc__name_is(d, last - 1, "về")))
    last--;
  return last > from ? last : h->tok;
}

uint32_t truc__bound_event(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t from = h->tok + h->ntok, last;
  if (from >= s->end) return h->tok;
  uint32_t end = read_phrase(s, from, &last, true);
  if (end == from || last == from) return h->tok;
  bool name = false;
  for (uint32_t i = from; i < last && !name; i++)
    name = truc__tok_capital(d, i) ||
           (i + 1 < last && truc__name_is(d, i, "lần") &&
            truc__name_is(d, i + 1, "thứ"));
  return name ? last : h->tok;
}

/* ----------------------------------------------------------------- places */

static bool one_letter_head(const truc__scan *s, const truc__hit *h) {
  return h->ntok == 1 && s->d->token.v[h->tok].text_len <= 2;
}

/* "vịnh Thái Lan", "biển Nhật Bản" */
static bool of_water(const truc_doc *d, uint32_t tok) {
  return truc__name_is(d, tok, "vịnh") || truc__name_is(d, tok, "biển") ||
         truc__name_is(d, tok, "eo") || truc__name_is(d, tok, "đảo") ||
         truc__name_is(d, tok, "bán");
}

/* "khu vực Trường Đại học ...", but "đường Trường Sơn", "phố Hội Vũ" */
static bool body_begins(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  const truc__hit *h = truc__hit_of(d, tok, LEX_ORGHEAD);
  if (!h) return false;
  return h->ntok > 1 || truc__run_end(s, tok) != tok + 2 ||
         (d->token.v[tok + 1].flags & TRUC_TF_FOREIGN) ||
         truc__hit_of(d, tok + 1, LEX_GPE) || truc__any_place(d, tok + 1) ||
         truc__hit_of(d, tok + 1, LEX_ORGWORD);
}

/* "quận 3", "phường 12" */
bool truc__numbered_place(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t at = h->tok + h->ntok;
  if (at >= s->end || d->token.v[at].kind != TRUC_TOK_NUMBER ||
      d->token.v[at].text_len > 2 || *truc__tok_text(d, at) == '0')
    return false;
  return truc__name_is(d, h->tok, "quận") || truc__name_is(d, h->tok, "phường");
}

/* "khu công nghiệp Điện Nam - Điện Ngọc", "cao tốc Nội Bài - Lào Cai": what has
** two ends, or two halves. */
static uint32_t joined_ends(const truc__scan *s, const truc__hit *h,
                            uint32_t end) {
  const truc_doc *d = s->d;
  if (end + 1 >= s->end || !truc__tok_dash(d, end)) return end;
  static const truc__word heads[] = {TRUC__WORD("khu"), TRUC__WORD("cao"),
                                     TRUC__WORD("kcn"), TRUC__WORD("tuyến"),
                                     TRUC__WORD("vành")};
  if (!truc__name_any(d, h->tok, heads)) return end;
  const truc__hit *p = truc__any_place(d, end + 1);
  uint32_t other = p ? end + 1 + p->ntok : truc__run_end(s, end + 1);
  if (other == end + 1 || other > end + 5) return end;
  if (other + 1 >= s->end || !truc__tok_dash(d, other)) return other;
  p = truc__any_place(d, other + 1); /* "TP HCM - Long Thành - Dầu Giây" */
  uint32_t third = p ? other + 1 + p->ntok : truc__run_end(s, other + 1);
  return third > other + 1 && third < other + 5 ? third : other;
}

/* "thủy điện Rào Trăng 3": works are counted. */
static uint32_t with_number(const truc__scan *s, const truc__hit *h,
                            uint32_t end) {
  const truc_doc *d = s->d;
  static const truc__word heads[] = {TRUC__WORD("thủy"),  TRUC__WORD("nhà"),
                                     TRUC__WORD("nhiệt"), TRUC__WORD("hầm"),
                                     TRUC__WORD("ga"),    TRUC__WORD("khu"),
                                     TRUC__WORD("cảng")};
  return end < s->end && truc__name_any(d, h->tok, heads) &&
                 d->token.v[end].kind == TRUC_TOK_NUMBER &&
                 d->token.v[end].text_len == 1
             ? end + 1
             : end;
}

uint32_t truc__bound_place(const truc__scan *s, const truc__hit *h,
                           uint32_t *from) {
  const truc_doc *d = s->d;
  uint32_t at = h->tok + h->ntok;
  bool in = !truc__same_id(truc__hit_id(h), "out") != 0;
  *from = in ? h->tok : at;
  if (truc__numbered_place(s, h)) {
    *from = h->tok;
    return at + 1;
  }
  if (at >= s->end || !truc__tok_capital(d, at)) return h->tok;
  /* "Hồ", "Đình", "Đường" with a capital are family names */
  if (in && h->ntok == 1 && truc__tok_capital(d, h->tok) &&
      truc__hit_of(d, h->tok, LEX_SURNAME))
    return h->tok;
  if (!in && h->ntok == 1 && one_letter_head(s, h) &&
      !truc__tok_initial(d, h->tok) &&
      d->token.v[h->tok].shape != TRUC_SHAPE_UPPER)
    return h->tok;
  /* "Đình Phước" */
  if (in && h->ntok == 1 && truc__tok_capital(d, h->tok) &&
      truc__name_is(d, h->tok, "đình") && truc__run_end(s, at) == at + 1)
    return h->tok;
  const truc__hit *t = truc__hit_of(d, at, LEX_TITLE);
  if ((t && t->ntok > 1) || body_begins(s, at)) return h->tok;
  if (truc__name_is(d, h->tok, "kênh") &&
      truc__hit_of(d, h->tok, LEX_ORGHEAD) &&
      d->token.v[at].shape != TRUC_SHAPE_TITLE)
    return h->tok; /* "kênh VTV3" */
  if (truc__name_is(d, h->tok, "bản") && h->ntok == 1 &&
      (d->token.v[at].flags & TRUC_TF_FOREIGN))
    return h->tok; /* "bản Android" */
  const truc__hit *p = truc__any_place(d, at);
  if (in && truc__pair_length(s, at)) return at + truc__pair_length(s, at);
  const truc__hit *g = truc__hit_of(d, at, LEX_GPE);
  uint32_t run = truc__run_name(s, at);
  if (!p && in && g &&
      !((g->flags & LEX_AMBIGUOUS) && run > at + g->ntok &&
        !(d->token.v[at + g->ntok].flags & TRUC_TF_FOREIGN)))
    p = truc__country_named(d, at); /* but "khu du lịch Mỹ Khánh" */
  uint32_t end = p ? at + p->ntok : at;
  uint32_t known =
      !in && !p && run > at + 2 ? truc__known_place(d, at, run) : at;
  if (known > at && known + 2 == run &&
      truc__known_score(d, known, run) > KNOWN_PERSON)
    return known; /* "bang Indiana Mike Pence" */
  /* "sân bay Thái": a kind of place and its country, no name */
  if (in && p && p->cls == LEX_GPE && truc__same_id(truc__hit_id(h), "in") &&
      run <= end && d->token.v[h->tok].shape == TRUC_SHAPE_LOWER &&
      !of_water(d, h->tok))
    return h->tok;
  if (!in && !p && g && (run <= at + g->ntok || !(g->flags & LEX_AMBIGUOUS)))
    return h->tok; /* but "phường Anh Dũng" */
  /* "xã Vinh Thái": two syllables, of which the first is a city too */
  bool two = !in && p && p->ntok == 1 && run == at + 2 &&
             !(d->token.v[at].flags & TRUC_TF_FOREIGN) &&
             !(d->token.v[at + 1].flags & TRUC_TF_FOREIGN);
  if (!p || two ||
      (in && p->cls == LEX_PLACE && run > end && !truc__person_begins(s, end) &&
       !truc__hit_of(d, end, LEX_GPE)))
    end = run;
  if (in && end > at) end = joined_ends(s, h, end);
  if (in) end = with_number(s, h, end);
  /* "Đại lễ đường Nhân dân" */
  const truc_token *last = s->d->token.v + end;
  if (end > at && end < s->end && last->shape == TRUC_SHAPE_LOWER &&
      last->word != TRUC_NONE && last->word == last[-1].word)
    end++;
  return end > at ? end : h->tok;
}

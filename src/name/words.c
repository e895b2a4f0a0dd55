/* SPDX-License-Identifier: Apache-2.0 */
/* words.c - the words, small or with a capital, and the "và" and "," that the
** name of a body goes on over. */
#include "name/body.h"

/* `head` is the first token behind a head word, where a second head word is
** still the body's own: "Đảng Tổ chức ...". */
static bool own_name_begins(const truc__scan *s, uint32_t tok, uint32_t head) {
  const truc_doc *d = s->d;
  const truc__hit *h = truc__hit_of(d, tok, LEX_TITLE);
  if (h && (h->ntok > 1 || !truc__tok_capital(d, tok) ||
            truc__same_id(truc__hit_id(h), "acad")))
    return true;
  if (truc__hit_of(d, tok, LEX_SPOUSE)) return true;
  h = truc__hit_of(d, tok, LEX_ORGHEAD);
  return h && h->ntok > 1 && tok > head && truc__tok_capital(d, tok);
}

/* Small words that are verbs too, and single syllables, end no name. */
static bool small_word_fits(const body *b, const truc__hit *h) {
  const truc_doc *d = b->s->d;
  uint32_t next = b->i + h->ntok;
  if (h->ntok > 1 && *truc__hit_id(h) != 'v') return true;
  if (next >= b->s->end) return false;
  if (truc__hit_of(d, next, LEX_ORGHEAD) && truc__tok_capital(d, next))
    return false; /* "... phối hợp Công an tỉnh" */
  const truc__hit *more = truc__hit_of(d, next, LEX_ORGWORD);
  if (more && *truc__hit_id(h) == 'v' && *truc__hit_id(more) == 'v')
    more = NULL;
  if (more && more->ntok > 1 && b->capital) return true;
  if (!b->full && (h->ntok < 2 || b->head < b->from + 3)) return false;
  if (more && more->ntok > 1) return true;
  /* "Công ty Tư vấn xây dựng Song Tiến" */
  bool firm = is_kind(b, "company") && truc__run_end(b->s, next) == next + 2;
  return (truc__tok_capital(d, next) &&
          (firm || !truc__person_begins(b->s, next))) ||
         truc__hit_of(d, next, LEX_PLACEHEAD);
}

/* "Tổng cục Đầu tư và thương mại Ba Lan": small words of names up to a
** country. */
bool truc__words_to_country(const body *b, uint32_t tok) {
  const truc_doc *d = b->s->d;
  for (int k = 0; k < 6 && tok < b->s->end; k++) {
    if (truc__hit_of(d, tok, LEX_GROUP)) return false;
    const truc__hit *h = truc__hit_of(d, tok, LEX_ORGWORD);
    if (!h) h = truc__hit_of(d, tok, LEX_MINISTRY);
    if (!h && k > 0 &&
        (truc__name_is(d, tok, "và") || truc__tok_dash(d, tok))) {
      tok++;
      continue;
    }
    if (!h) return k > 0 && truc__country_named(d, tok) != NULL;
    tok += h->ntok;
  }
  return false;
}

/* "Hiệp hội nhựa Việt Nam", but "Ủy ban yêu cầu ..." */
static bool joins_country(const body *b) {
  return is_kind(b, "society") || is_kind(b, "company");
}

/* "Tòa án Tối cao Cameron Mander": a foreign name behind words of our own. */
static bool foreign_person(const body *b) {
  const truc_doc *d = b->s->d;
  uint32_t end = truc__run_name(b->s, b->i);
  if (end < b->i + 2 || end > b->i + 4) return false;
  if (!(d->token.v[b->i].flags & TRUC_TF_FOREIGN) ||
      (d->token.v[b->i - 1].flags & TRUC_TF_FOREIGN))
    return false;
  if (truc__hit_of(d, b->i, LEX_ORG_TOKEN) ||
      truc__hit_of(d, end - 1, LEX_ORG_TOKEN))
    return false;
  bool chain = b->s->nchain && b->s->expect == b->from;
  if (!chain && (is_kind(b, "school") || is_kind(b, "company"))) return false;
  return truc__known_kind(d, b->i, end) == KNOWN_PER ||
         truc__known_score(d, b->i, end) > 0;
}

/* "Cục Hải sự tỉnh ...": a small syllable between one with a capital and a word
** for places is the second half of its word. */
static bool small_half(const body *b) {
  const truc_doc *d = b->s->d;
  uint32_t i = b->i;
  if (i + 2 >= b->s->end || d->token.v[i].kind != TRUC_TOK_SYLLABLE ||
      d->token.v[i].shape != TRUC_SHAPE_LOWER)
    return false;
  const truc_token *t = &d->token.v[i - 1];
  if (t->shape != TRUC_SHAPE_TITLE || (t->flags & TRUC_TF_FOREIGN))
    return false;
  const truc__hit *p = truc__hit_of(d, i + 1, LEX_PLACEHEAD);
  if (!p || !truc__same_id(truc__hit_id(p), "out") ||
      !truc__tok_capital(d, i + 1 + p->ntok))
    return false;
  return !truc__has(b->s->w, i, LEX_WHERE) &&
         !truc__has(b->s->w, i, LEX_NAME_STOP) &&
         !truc__has(b->s->w, i, LEX_PLACEHEAD) &&
         !truc__has(b->s->w, i, LEX_FUNC) && !truc__has(b->s->w, i, LEX_ACT);
}

bool truc__take_word(body *b) {
  const truc_doc *d = b->s->d;
  if (b->placed) return false;
  const truc__hit *h = truc__hit_of(d, b->i, LEX_ORGWORD);
  if (h &&
      (truc__tok_capital(d, b->i) || small_word_fits(b, h) ||
       (b->capital && joins_country(b) && truc__words_to_country(b, b->i)))) {
    take(b, h->ntok);
    return true;
  }
  if (!truc__tok_capital(d, b->i)) return false;
  /* where all has capitals, they say nothing: "CÔNG AN BẮT GIỮ ..." */
  if (b->s->caps && !(d->token.v[b->i].flags & TRUC_TF_FOREIGN)) return false;
  if (own_name_begins(b->s, b->i, b->head)) return false;
  if (truc__person_begins(b->s, b->i)) {
    uint32_t end = truc__run_name(b->s, b->i);
    bool named = !b->full && (is_kind(b, "school") || is_kind(b, "company"));
    /* "Công ty Tư vấn xây dựng Song Tiến" */
    bool firm = is_kind(b, "company") && end == b->i + 2 &&
                d->token.v[b->i - 1].shape == TRUC_SHAPE_LOWER;
    /* "Trường THPT chuyên Lê Hồng Phong" */
    bool gifted = is_kind(b, "school") && b->i > b->head &&
                  truc__name_is(d, b->i - 1, "chuyên");
    named = named || firm || gifted;
    if (named) take(b, end - b->i);
    if (named || b->full || is_kind(b, "council"))
      return named; /* "Trường ĐH Nguyễn Tất Thành" */
  }
  if (b->full && foreign_person(b)) return false;
  /* "Annals of Medicine" */
  bool of = b->i + 2 < truc__run_end(b->s, b->i) &&
            !truc__tok_capital(d, b->i + 1) && !truc__tok_dash(d, b->i + 1);
  take(b, of ? 2 : 1);
  /* the small second half of a word that began with a capital */
  const truc_token *t = d->token.v;
  while (b->i < b->s->end && t[b->i].word != TRUC_NONE &&
         t[b->i].word == t[b->i - 1].word && t[b->i].shape == TRUC_SHAPE_LOWER)
    take(b, 1);
  if (small_half(b)) take(b, 1);
  return true;
}

/* A head word of bodies; "phòng" is one only behind "trưởng". */
static bool own_head(const truc_doc *d, uint32_t tok) {
  const truc__hit *h = truc__hit_of(d, tok, LEX_ORGHEAD);
  return h && !truc__same_id(truc__hit_id(h), "unit");
}

/* Behind "và" small words belong to the name if they are words of names, name
** no group of people, and what follows them is not a noun's verb we know
** nothing of: "... tài nguyên và môi trường tỉnh X", "... và hải đảo, ". */
static bool words_go_on(const body *b, uint32_t tok) {
  const truc_doc *d = b->s->d;
  uint32_t i = tok;
  for (int k = 0; k < 4 && i < b->s->end; k++) {
    if (truc__hit_of(d, i, LEX_GROUP) || truc__hit_of(d, i, LEX_TITLE) ||
        own_head(d, i))
      return false;
    const truc__hit *h = truc__hit_of(d, i, LEX_ORGWORD);
    if (!h) break;
    i += h->ntok;
  }
  if (i == tok) return false;
  if (i >= b->s->end || d->token.v[i].kind == TRUC_TOK_PUNCT) return true;
  return truc__tok_capital(d, i) || truc__hit_of(d, i, LEX_PLACEHEAD) ||
         truc__hit_of(d, i, LEX_SAY) || truc__hit_of(d, i, LEX_NAME_STOP) ||
         truc__hit_of(d, i, LEX_ACT);
}

const truc__hit *truc__word_of_names(const truc_doc *d, uint32_t tok) {
  const truc__hit *h = truc__hit_of(d, tok, LEX_ORGWORD);
  const truc__hit *m = truc__hit_of(d, tok, LEX_MINISTRY);
  return m && (!h || m->ntok > h->ntok) ? m : h;
}

/* ", Truyền hình và Thông tin điện tử": a list of fields up to its "và". */
bool truc__list_goes_on(const body *b, uint32_t comma) {
  const truc_doc *d = b->s->d;
  uint32_t i = comma + 1;
  for (int k = 0; k < 4 && i < b->s->end; k++) {
    const truc__hit *h = truc__word_of_names(d, i);
    if (!h || !truc__tok_capital(d, i)) return false;
    while (i < b->s->end && (h = truc__word_of_names(d, i)) != NULL)
      i += h->ntok;
    if (i + 1 >= b->s->end) return false;
    if (truc__name_is(d, i, "và"))
      return truc__word_of_names(d, i + 1) && truc__tok_capital(d, i + 1);
    if (!truc__tok_mark(d, i, ',')) return false;
    i++;
  }
  return false;
}

/* ", thể thao và du lịch Đà Nẵng": fields in small letters up to the place. */
static bool fields_to_place(const body *b, uint32_t comma) {
  const truc_doc *d = b->s->d;
  uint32_t i = comma + 1;
  if (!truc__name_is(d, b->from, "sở") && !truc__name_is(d, b->from, "phòng"))
    return false;
  for (int k = 0; k < 6 && i < b->s->end; k++) {
    const truc__hit *h = truc__word_of_names(d, i);
    if (truc__hit_of(d, i, LEX_ORGHEAD) && truc__tok_capital(d, i))
      return false;
    if (!h && k > 0 && truc__name_is(d, i, "và")) {
      i++;
      continue;
    }
    if (!h) {
      const truc__hit *p = truc__hit_of(d, i, LEX_PLACEHEAD);
      if (p) i += p->ntok;
      return k > 0 && truc__tok_capital(d, i) && truc__any_place(d, i);
    }
    i += h->ntok;
  }
  return false;
}

/* A capital behind "và" that begins no name of its own. */
static bool capital_goes_on(const body *b, uint32_t tok) {
  const truc_doc *d = b->s->d;
  if (!is_kind(b, "school") && !is_kind(b, "council")) return false;
  return !(d->token.v[tok].flags & TRUC_TF_FOREIGN) &&
         !truc__any_place(d, tok) && !truc__person_begins(b->s, tok) &&
         d->token.v[tok].shape == TRUC_SHAPE_TITLE;
}

/* "và", "," and the like bridge to a further word of the name. */
bool truc__take_bridge(body *b) {
  const truc_doc *d = b->s->d;
  uint32_t next = b->i + 1;
  if (!b->full || b->placed || next >= b->s->end) return false;
  if (is_kind(b, "company") && truc__tok_mark(d, b->i, '&') &&
      truc__tok_capital(d, next)) {
    take(b, 2);
    return true;
  }
  if (truc__tok_mark(d, b->i, ',') && fields_to_place(b, b->i)) {
    const truc__hit *h = truc__word_of_names(d, next);
    take(b, 1u + h->ntok);
    return true;
  }
  if (truc__tok_mark(d, b->i, ',') && truc__list_goes_on(b, b->i)) {
    b->i = next;
    return true;
  }
  if (truc__tok_mark(d, b->i, '/') && !truc__tok_capital(d, next) &&
      d->token.v[next].kind == TRUC_TOK_SYLLABLE) {
    take(b, 2); /* "... chất độc da cam/dioxin" */
    return true;
  }
  if (is_kind(b, "company") && !words_go_on(b, next)) return false;
  bool of = truc__name_is(d, b->i, "của");
  bool and_ = truc__name_is(d, b->i, "và") || truc__tok_mark(d, b->i, '&');
  bool dash = truc__tok_dash(d, b->i);
  bool about = truc__name_is(d, b->i, "về");
  if (!of && !and_ && !dash && !about) return false;
  if (own_name_begins(b->s, next, b->head)) return false;
  const truc__hit *c = truc__country_named(d, next),
                  *longer = truc__word_of_names(d, next);
  if (c && !(longer && longer->ntok > c->ntok)) return false;
  if (of) {
    const truc__hit *h = truc__hit_of(d, next, LEX_AGENCY);
    if (!h) return false;
    take(b, 1u + h->ntok);
    return true;
  }
  if (truc__hit_of(d, next, LEX_ORG) || truc__hit_of(d, next, LEX_AGENCY) ||
      own_head(d, next) || truc__hit_of(d, next, LEX_FORUM))
    return false;
  bool word = truc__hit_of(d, next, LEX_ORGWORD) != NULL;
  if (!truc__tok_capital(d, next) || (!word && !capital_goes_on(b, next))) {
    if (dash && word) {
      b->i = next;
      return true;
    }
    bool field = and_ || (about && truc__name_is(d, b->from, "ban") &&
                          truc__name_is(d, b->from + 1, "chỉ"));
    if (!(and_ || about) ||
        !(truc__words_to_country(b, next) || (field && words_go_on(b, next))))
      return false;
  }
  b->i = next;
  return true;
}

/* What no small word inside a name is. */
static bool breaks_off(const body *b, uint32_t tok) {
  const truc__work *w = b->s->w;
  const truc_doc *d = b->s->d;
  if (d->token.v[tok].kind != TRUC_TOK_SYLLABLE)
    return !truc__tok_mark(d, tok, ',') && !truc__tok_dash(d, tok) &&
           !truc__tok_mark(d, tok, '/');
  const truc__hit *honor = truc__hit_of(d, tok, LEX_HONOR);
  return truc__has(w, tok, LEX_NAME_STOP) || truc__has(w, tok, LEX_SAY) ||
         truc__has(w, tok, LEX_ACT) || truc__has(w, tok, LEX_WHERE) ||
         truc__has(w, tok, LEX_TITLE) || truc__has(w, tok, LEX_PRO) ||
         truc__has(w, tok, LEX_PLACEHEAD) || (honor && honor->ntok == 1) ||
         truc__name_is(d, tok, "của") || truc__name_is(d, tok, "các");
}

/* "Trung tâm nuôi dưỡng, phục hồi chức năng nạn nhân ... Nghĩa Thắng": small
** words up to the name that it bears. */
bool truc__take_plain_words(body *b) {
  const truc_doc *d = b->s->d;
  if (!b->capital || b->placed || !is_kind(b, "school") ||
      b->head < b->from + 2)
    return false;
  uint32_t i = b->i;
  while (i < b->s->end && i < b->i + 16 && !truc__tok_capital(d, i)) {
    const truc__hit *h = truc__hit_of(d, i, LEX_ORGWORD);
    if ((!h || h->ntok < 2) && breaks_off(b, i)) return false;
    i += h ? h->ntok : 1u;
  }
  if (i < b->i + 2 || i >= b->s->end || !truc__tok_capital(d, i) ||
      d->token.v[i - 1].kind != TRUC_TOK_SYLLABLE)
    return false;
  const truc__hit *p = truc__any_place(d, i);
  uint32_t end = p ? i + p->ntok : truc__run_end(b->s, i);
  const truc__hit *g = truc__hit_of(d, i, LEX_GPE);
  if (end < i + 2 || end > i + 3 || truc__hit_of(d, i, LEX_ORGHEAD) ||
      (g && (g->ntok > 1 || !(g->flags & LEX_AMBIGUOUS))) ||
      truc__hit_of(d, i, LEX_TITLE))
    return false;
  take(b, end - b->i);
  b->placed = true;
  return true;
}

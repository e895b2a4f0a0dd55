/* SPDX-License-Identifier: Apache-2.0 */
/* bound.c - where a name that begins with a common word ends.
**
** Vietnamese writes a capital at the first syllable of a name's parts and small
** letters inside them ("Bộ Phát triển nông thôn"), so the left end is sure and
** the right end is not.  A body's name goes on over capitals, over words that
** occur in names of bodies (class orgword), over a country or place, and over
** a conjunction only if such a word follows it.  It stops before whatever
** begins a name or an office of its own. */
#include "name/name.h"

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

/* `head` is the first token behind a head word, where a second head word is
** still the body's own: "Đảng Tổ chức ...". */
static bool own_name_begins(const truc__scan *s, uint32_t tok, uint32_t head) {
  const truc_doc *d = s->d;
  const truc__hit *h = truc__hit_of(d, tok, LEX_TITLE);
  if (h &&
      (h->ntok > 1 || !truc__tok_capital(d, tok) || !strcmp(h->id, "acad")))
    return true;
  if (truc__hit_of(d, tok, LEX_SPOUSE)) return true;
  h = truc__hit_of(d, tok, LEX_ORGHEAD);
  return h && h->ntok > 1 && tok > head && truc__tok_capital(d, tok);
}

/* A Vietnamese full name stands at `tok` and nothing of the body's name goes
** on behind it. */
bool truc__person_begins(const truc__scan *s, uint32_t tok) {
  uint32_t end = truc__run_end(s, tok);
  if (!truc__run_vietnamese(s->d, tok, end)) return false;
  if (end == tok + 2 && truc__any_place(s->d, tok)) return false;
  return end >= s->end || !truc__hit_of(s->d, end, LEX_ORGWORD) ||
         end > tok + 2;
}

/* ----------------------------------------------------------------- bodies */

typedef struct body {
  const truc__scan *s;
  const char *kind;
  uint32_t from, head; /* the head word; first token behind it */
  uint32_t i, good;    /* reading place; end of the name so far */
  uint32_t country;
  bool full;    /* something besides the head word was read */
  bool capital; /* the head word has one */
  bool placed;  /* a place was read: only a larger one may follow */
} body;

static bool is_kind(const body *b, const char *kind) {
  return truc__same_id(b->kind, kind);
}

static void take(body *b, uint32_t n) {
  b->i += n;
  b->good = b->i;
  b->full = true;
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
static bool take_country(body *b, bool *over) {
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
  static const char *const last[] = {"trưởng", "phó", "tịch", "đốc", "thư"};
  if (b->s->nchain && b->s->expect == b->from) return true;
  if (b->from == b->s->begin) return false;
  for (size_t i = 0; i < sizeof last / sizeof last[0]; i++)
    if (truc__name_same(b->s->d, b->from - 1, last[i], strlen(last[i])))
      return true;
  return false;
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
static bool take_place(body *b) {
  const truc_doc *d = b->s->d;
  const truc__hit *h = truc__hit_of(d, b->i, LEX_PLACEHEAD);
  if (!h || strcmp(h->id, "out")) return false;
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
static bool take_firm(body *b, bool *over) {
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

/* Small words that are verbs too, and single syllables, end no name. */
static bool small_word_fits(const body *b, const truc__hit *h) {
  const truc_doc *d = b->s->d;
  uint32_t next = b->i + h->ntok;
  if (h->ntok > 1 && *h->id != 'v') return true;
  if (next >= b->s->end) return false;
  if (truc__hit_of(d, next, LEX_ORGHEAD) && truc__tok_capital(d, next))
    return false; /* "... phối hợp Công an tỉnh" */
  const truc__hit *more = truc__hit_of(d, next, LEX_ORGWORD);
  if (more && *h->id == 'v' && *more->id == 'v') more = NULL;
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
static bool words_to_country(const body *b, uint32_t tok) {
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
  if (!p || strcmp(p->id, "out") || !truc__tok_capital(d, i + 1 + p->ntok))
    return false;
  return !truc__has(b->s->w, i, LEX_WHERE) &&
         !truc__has(b->s->w, i, LEX_NAME_STOP) &&
         !truc__has(b->s->w, i, LEX_PLACEHEAD) &&
         !truc__has(b->s->w, i, LEX_FUNC) && !truc__has(b->s->w, i, LEX_ACT);
}

/* "Văn phòng Thủ tướng" */
static bool take_ruler(body *b) {
  const truc_doc *d = b->s->d;
  if (b->i != b->head || !truc__name_is(d, b->from, "văn")) return false;
  const truc__hit *h = truc__hit_of(d, b->i, LEX_TITLE);
  if (!h || (strcmp(h->id, "head") && strcmp(h->id, "headvn"))) return false;
  take(b, h->ntok);
  return true;
}

static bool take_word(body *b) {
  const truc_doc *d = b->s->d;
  if (b->placed) return false;
  const truc__hit *h = truc__hit_of(d, b->i, LEX_ORGWORD);
  if (h && (truc__tok_capital(d, b->i) || small_word_fits(b, h) ||
            (b->capital && joins_country(b) && words_to_country(b, b->i)))) {
    take(b, h->ntok);
    return true;
  }
  if (!truc__tok_capital(d, b->i)) return false;
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
  return h && strcmp(h->id, "unit");
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

static const truc__hit *word_of_names(const truc_doc *d, uint32_t tok) {
  const truc__hit *h = truc__hit_of(d, tok, LEX_ORGWORD);
  const truc__hit *m = truc__hit_of(d, tok, LEX_MINISTRY);
  return m && (!h || m->ntok > h->ntok) ? m : h;
}

/* ", Truyền hình và Thông tin điện tử": a list of fields up to its "và". */
static bool list_goes_on(const body *b, uint32_t comma) {
  const truc_doc *d = b->s->d;
  uint32_t i = comma + 1;
  for (int k = 0; k < 4 && i < b->s->end; k++) {
    const truc__hit *h = word_of_names(d, i);
    if (!h || !truc__tok_capital(d, i)) return false;
    while (i < b->s->end && (h = word_of_names(d, i)) != NULL) i += h->ntok;
    if (i + 1 >= b->s->end) return false;
    if (truc__name_is(d, i, "và"))
      return word_of_names(d, i + 1) && truc__tok_capital(d, i + 1);
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
    const truc__hit *h = word_of_names(d, i);
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
static bool take_bridge(body *b) {
  const truc_doc *d = b->s->d;
  uint32_t next = b->i + 1;
  if (!b->full || b->placed || next >= b->s->end) return false;
  if (is_kind(b, "company") && truc__tok_mark(d, b->i, '&') &&
      truc__tok_capital(d, next)) {
    take(b, 2);
    return true;
  }
  if (truc__tok_mark(d, b->i, ',') && fields_to_place(b, b->i)) {
    const truc__hit *h = word_of_names(d, next);
    take(b, 1u + h->ntok);
    return true;
  }
  if (truc__tok_mark(d, b->i, ',') && list_goes_on(b, b->i)) {
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
                  *longer = word_of_names(d, next);
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
        !(words_to_country(b, next) || (field && words_go_on(b, next))))
      return false;
  }
  b->i = next;
  return true;
}

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

/* "tại Việt Nam" belongs to the names of missions. */
static bool take_seat(body *b) {
  const truc_doc *d = b->s->d;
  if (b->i + 1 >= b->s->end || !truc__name_is(d, b->i, "tại")) return false;
  const truc__hit *h = truc__country_named(d, b->i + 1);
  if (!h) h = truc__any_place(d, b->i + 1);
  if (!h) h = truc__hit_of(d, b->i + 1, LEX_FORUM);
  if (h) take(b, 1u + h->ntok);
  return h != NULL;
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
static bool take_plain_words(body *b) {
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

static void read_body(body *b) {
  bool over = false;
  while (!over && b->i < b->s->end) {
    if (is_kind(b, "force") && b->i == b->head &&
        b->s->d->token.v[b->i].kind == TRUC_TOK_NUMBER)
      take(b, 1);
    else if (!take_firm(b, &over) && !take_country(b, &over) &&
             !take_place(b) && !take_ruler(b) && !take_word(b) &&
             !take_bridge(b) && !take_plain_words(b))
      break;
  }
}

/* Further fields of a ministry that the lexicon has not in this order. */
static void read_fields(body *b) {
  const truc_doc *d = b->s->d;
  while (b->i + 1 < b->s->end) {
    uint32_t next = b->i + 1;
    bool and_ = truc__name_is(d, b->i, "và") || truc__tok_mark(d, b->i, '&');
    const truc__hit *h = word_of_names(d, next);
    const truc__hit *head = truc__hit_of(d, next, LEX_ORGHEAD);
    if (!h || (head && head->ntok > 1 && truc__tok_capital(d, next))) return;
    bool fits = truc__tok_capital(d, next) && (and_ || truc__tok_dash(d, b->i));
    if (truc__tok_mark(d, b->i, ',')) fits = list_goes_on(b, b->i);
    if (!fits && !(and_ && words_to_country(b, next))) return;
    take(b, 1u + h->ntok);
    while (b->i < b->s->end && !truc__tok_capital(d, b->i) &&
           (h = word_of_names(d, b->i)) != NULL)
      take(b, h->ntok);
  }
}

/* "Bộ Ngoại giao", "Bộ Văn hóa, Thể thao và Du lịch" + country. */
static void read_ministry(body *b) {
  const truc_doc *d = b->s->d;
  const truc__hit *h = truc__hit_of(d, b->head, LEX_MINISTRY);
  bool small = !truc__tok_capital(d, b->head - 1);
  if (h && (!small || truc__tok_capital(d, b->head))) {
    take(b, h->ntok);
    read_fields(b);
    h = truc__country_named(d, b->i);
    if (!h) return;
    b->country = b->i;
    take(b, h->ntok);
  } else if (!small && truc__tok_capital(d, b->head)) {
    read_body(b);
  }
}

/* Bodies of a state: the country is all that follows. */
static void read_state(body *b) {
  const truc__hit *h = truc__country_named(b->s->d, b->i);
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
  return h && !strcmp(h->id, "out") &&
         truc__tok_capital(d, b->head + h->ntok) &&
         !truc__numbered_place(b->s, h);
}

uint32_t truc__bound_body(const truc__scan *s, const truc__hit *h,
                          uint32_t *inside) {
  uint32_t head = h->tok + h->ntok;
  bool capital = truc__tok_capital(s->d, h->tok);
  const char *kind = strcmp(h->id, "unit") ? h->id : "council";
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
    bool seat = b.full && take_seat(&b);
    /* "Phái đoàn Hàn Quốc sắp đến": people on a journey */
    if (!seat && h->ntok == 2 && truc__name_is(s->d, h->tok + 1, "đoàn"))
      return h->tok;
  } else if (capital || truc__tok_capital(s->d, head) || place_behind(&b)) {
    if (!capital && kind == h->id && truc__hit_of(s->d, head, LEX_ORGHEAD))
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

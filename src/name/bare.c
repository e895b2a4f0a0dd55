/* SPDX-License-Identifier: Apache-2.0 */
/* bare.c - a run of capitals that no table and no word before it explains: is
** it a name, how far does it go, and what does it say of its own type? */
#include "name/name.h"

static uint8_t hint_for(const truc__scan *s, uint32_t tok, uint32_t end) {
  if (truc__before(s, tok, LEX_WHERE)) return HINT_PLACE;
  if (truc__before(s, tok, LEX_WITH_BODY)) return HINT_BODY;
  if (end < s->end && truc__hit_of(s->d, end, LEX_SAY)) return HINT_SPEAKER;
  if (end == tok + 1 && truc__tok_first(s, tok)) return HINT_FIRST;
  if (end > tok + 1 && end < s->end && truc__hit_of(s->d, end, LEX_ACT))
    return HINT_ACTOR;
  return HINT_NONE;
}

/* "McCain", "O'Neill", "al-Assad": capitals inside, but no brand. */
static bool inner_capital(const char *s, uint32_t n) {
  static const char *const heads[] = {
      "Mc",  "Mac", "O'", "O\xe2\x80\x99", "D'", "D\xe2\x80\x99", "al-",
      "el-", "Al-", "El-"};
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
    size_t k = strlen(heads[i]);
    if (n > k + 1 && !memcmp(s, heads[i], k) && s[k] >= 'A' && s[k] <= 'Z' &&
        s[k + 1] >= 'a' && s[k + 1] <= 'z')
      return true;
  }
  return false;
}

/* Without a letter that has a mark: "AFP", not "HUYỀN". */
static bool plain(const truc_doc *d, uint32_t tok) {
  const char *p = truc__tok_text(d, tok);
  for (uint32_t i = 0; i < d->token.v[tok].text_len; i++)
    if ((unsigned char)p[i] >= 0x80) return false;
  return true;
}

static bool acronym(const truc_doc *d, uint32_t tok) {
  const truc_token *t = &d->token.v[tok];
  if (t->shape == TRUC_SHAPE_UPPER)
    return t->text_len >= 2 && ((t->flags & TRUC_TF_FOREIGN) ||
                                t->kind != TRUC_TOK_SYLLABLE || plain(d, tok));
  return t->shape == TRUC_SHAPE_MIXED &&
         !inner_capital(truc__tok_text(d, tok), t->text_len);
}

/* "LPBank Vĩnh Bảo" */
static bool mixed_first(const truc_doc *d, uint32_t tok) {
  return d->token.v[tok].shape == TRUC_SHAPE_MIXED && acronym(d, tok);
}

/* "E - Mart", with the blanks that stored texts have. */
static bool spaced_brand(const truc_doc *d, uint32_t tok, uint32_t end) {
  return end == tok + 3 && d->token.v[tok].text_len == 1 &&
         truc__tok_dash(d, tok + 1) && truc__tok_capital(d, tok + 2);
}

static bool has_token(const truc_doc *d, uint32_t tok, uint32_t end,
                      unsigned cls) {
  for (uint32_t i = tok; i < end; i++)
    if (truc__hit_of(d, i, cls)) return true;
  return false;
}

/* "Santa Barbara", "Wall Street" */
static bool place_words(const truc_doc *d, uint32_t tok, uint32_t end) {
  const truc__hit *h = truc__hit_in(d, tok, end, LEX_PLACE_FIRST);
  if (h && tok + h->ntok < end) return true;
  return end > tok + 1 && truc__hit_of(d, end - 1, LEX_PLACE_LAST);
}

static bool has_mark(const truc_doc *d, uint32_t tok, uint32_t end, char mark) {
  for (uint32_t i = tok; i < end; i++)
    if (truc__tok_mark(d, i, mark)) return true;
  return false;
}

/* "Arton Capital", "Johnson & Johnson" */
static bool body_words(const truc_doc *d, uint32_t tok, uint32_t end) {
  return has_token(d, tok, end, LEX_ORG_TOKEN) || has_mark(d, tok, end, '&');
}

/* "đại diện của Grab", "giám đốc Arton Capital": a firm, whose director is not
** named here. */
bool truc__foreign_body(const truc__scan *s, uint32_t tok) {
  uint32_t end = truc__run_name(s, tok);
  if (end == tok + 1)
    return truc__firm_due(s) && truc__known_kind(s->d, tok, end) == KNOWN_ORG;
  return end > tok + 1 && body_words(s->d, tok, end);
}

/* "Chủ tịch OANA Aslan Aslanov": capitals before a name written as usual. */
bool truc__abbreviated_body(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (!acronym(d, tok) || d->token.v[tok].shape != TRUC_SHAPE_UPPER)
    return false;
  return tok + 1 >= s->end || d->token.v[tok + 1].shape != TRUC_SHAPE_UPPER;
}

/* "Lan Anh", "Hoàng Nga": a country word behind a Vietnamese syllable with a
** capital is a given name. */
static bool given_not_country(const truc_doc *d, const truc__hit *h) {
  return h->cls == LEX_GPE && (h->flags & LEX_AMBIGUOUS) && h->ntok == 1 &&
         !(d->token.v[h->tok - 1].flags & TRUC_TF_FOREIGN) &&
         d->token.v[h->tok - 1].shape == d->token.v[h->tok].shape;
}

/* A run ends where a country or body of the lexicon begins. */
static uint32_t cut_run(const truc__scan *s, uint32_t tok, uint32_t end) {
  if (truc__run_vietnamese(s->d, tok, end) && end > tok + 2 && !s->caps)
    return end;
  uint32_t place = end > tok + 3 ? truc__known_place(s->d, tok, end) : tok;
  if (place == tok && end == tok + 4 &&
      truc__hit_in(s->d, tok, end, LEX_PLACE_FIRST))
    place = tok + 2;
  if (place > tok && place + 2 == end &&
      truc__known_score(s->d, place, end) > 0 &&
      (s->d->token.v[place].flags & TRUC_TF_FOREIGN))
    return place; /* "San Antonio William McManus" */
  for (uint32_t i = tok + 1; i < end; i++) {
    const truc__hit *h = truc__farthest(s, i).hit;
    if (h && given_not_country(s->d, h)) continue;
    /* "Michael Bloomberg", "Michael Jordan": called after people, or so */
    if (h && (h->cls == LEX_ORG || h->cls == LEX_GPE) && i + 1 == end &&
        i == tok + 1 && !truc__has(s->w, tok, LEX_ORG_TOKEN) &&
        !truc__before(s, tok, LEX_WITH_BODY) &&
        truc__known_score(s->d, tok, end) > 0)
      continue;
    if (h && (h->cls == LEX_GPE || h->cls == LEX_FORUM || h->cls == LEX_ORG ||
              h->cls == LEX_AGENCY || h->cls == LEX_AGREEMENT ||
              h->cls == LEX_EVENT))
      return i;
  }
  return end;
}

/* As truc__key_hash() of the mention would be. */
static uint64_t run_hash(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint64_t h = KEY_SEED;
  for (uint32_t i = tok; i < end; i++)
    if (!truc__tok_dash(d, i)) h = KEY_STEP(h, truc__tok_hash(d, i));
  return h ^ (h >> 29);
}

/* "P.H.Q.": a person whose name is kept back. */
static bool initials(const truc_doc *d, uint32_t tok) {
  const char *p = truc__tok_text(d, tok);
  uint32_t n = d->token.v[tok].text_len, letters = 0, dots = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (p[i] == '.')
      dots++;
    else if (((unsigned char)p[i] & 0xc0) != 0x80)
      letters++;
  }
  return letters >= 2 && letters <= 4 && dots + 1 >= letters && dots <= letters;
}

/* "B.Sơn": an initial and a name. */
static bool initial_name(const truc_doc *d, uint32_t tok) {
  const char *p = truc__tok_text(d, tok);
  uint32_t n = d->token.v[tok].text_len, i = 1;
  while (i < n && ((unsigned char)p[i] & 0xc0) == 0x80) i++;
  if (i + 3 > n || p[i] != '.') return false;
  const char *rest = p + i + 1;
  n -= i + 1;
  return !memchr(rest, '.', n) && !memchr(rest, '-', n) &&
         ((unsigned char)rest[0] >= 0x80 || (rest[0] >= 'A' && rest[0] <= 'Z'));
}

/* "Rời Canberra": a Vietnamese word with marks that has its capital from the
** place it stands at, and then a foreign name. */
static bool verb_first(const truc__scan *s, uint32_t tok, uint32_t end) {
  const truc_doc *d = s->d;
  if (end < tok + 2 || !truc__tok_first(s, tok)) return false;
  if ((d->token.v[tok].flags & TRUC_TF_FOREIGN) ||
      !(d->token.v[tok + 1].flags & TRUC_TF_FOREIGN) ||
      truc__has(s->w, tok, LEX_SURNAME))
    return false;
  return !plain(d, tok);
}

/* What the words of a run say of its type; UNDECIDED if nothing. */
/* "Ảnh: Trao kỷ lục ...": a sentence, no name. */
static bool word_first(const truc__scan *s, uint32_t tok, uint32_t end) {
  const truc_token *t = s->d->token.v;
  return end == tok + 1 && !(t[tok].flags & TRUC_TF_FOREIGN) && end < s->end &&
         t[end].kind == TRUC_TOK_SYLLABLE && t[end].shape == TRUC_SHAPE_LOWER;
}

static unsigned run_type(const truc__scan *s, uint32_t tok, uint32_t end,
                         uint8_t hint, const char **why) {
  const truc_doc *d = s->d;
  if (s->credit && tok > s->begin && truc__name_is(d, tok - 1, "theo") &&
      (d->token.v[tok].flags & TRUC_TF_FOREIGN)) {
    *why = "source of a text";
    return TRUC_ORG;
  }
  if (s->credit && !(end == tok + 1 && acronym(d, tok)) &&
      !word_first(s, tok, end)) {
    *why = "name in a credit";
    return TRUC_PER;
  }
  if (truc__by_neighbours(s, tok, end, why)) return TRUC_LOC;
  if (truc__run_vietnamese(d, tok, end)) {
    if (end == tok + 2 && truc__known_kind(d, tok, end) == KNOWN_LOC) {
      *why = "place by its counts";
      return TRUC_LOC;
    }
    *why = "Vietnamese full name";
    if (hint == HINT_PLACE) return UNDECIDED;
    if (s->caps && end == tok + 2 && hint != HINT_SPEAKER) return UNDECIDED;
    return end > tok + 2 || !truc__tok_first(s, tok) || hint == HINT_SPEAKER
               ? TRUC_PER
               : UNDECIDED;
  }
  if (end > tok + 1 && body_words(d, tok, end)) {
    *why = "foreign words for bodies";
    return TRUC_ORG;
  }
  if (end > tok + 1 && mixed_first(d, tok) &&
      truc__known_place(d, tok + 1, end) == end) {
    *why = "brand and its place";
    return TRUC_ORG;
  }
  if (place_words(d, tok, end)) {
    *why = "foreign words for places";
    return TRUC_LOC;
  }
  if (end == tok + 1 && (initials(d, tok) || initial_name(d, tok))) {
    *why = "initials of a person";
    return TRUC_PER;
  }
  if ((end == tok + 1 && acronym(d, tok)) || spaced_brand(d, tok, end)) {
    if (truc__known_kind(d, tok, end) == KNOWN_THING) return UNDECIDED;
    *why = "unknown abbreviation or brand";
    return TRUC_ORG;
  }
  return UNDECIDED;
}

/* "số 709 - BNV / HC / 26": letters between strokes and numbers. */
static bool in_code(const truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (tok > s->begin && d->token.v[tok - 1].kind != TRUC_TOK_SYLLABLE &&
      d->token.v[tok - 1].kind != TRUC_TOK_PUNCT &&
      !(d->token.v[tok].flags & TRUC_TF_SPACE))
    return true; /* "02/2019/NQ-HĐND" */
  bool stroke = truc__tok_mark(d, tok + 1, '/') ||
                (tok > s->begin && truc__tok_mark(d, tok - 1, '/'));
  uint32_t from = tok < s->begin + 4 ? s->begin : tok - 4;
  for (uint32_t i = from; stroke && i < tok + 5 && i < s->end; i++)
    if (d->token.v[i].kind == TRUC_TOK_NUMBER) return true;
  return false;
}

/* "Vostok-2018", "Hwasong -12": the name of a thing. */
static bool numbered(const truc__scan *s, uint32_t tok, uint32_t end) {
  const truc_token *t = s->d->token.v;
  return end == tok + 1 && end + 1 < s->end && truc__tok_dash(s->d, end) &&
         t[end + 1].kind == TRUC_TOK_NUMBER &&
         !(t[end + 1].flags & TRUC_TF_SPACE);
}

/* Where the full name begins that ends a run of which it is a part. */
static uint32_t person_behind(const truc__scan *s, uint32_t tok, uint32_t end) {
  for (uint32_t i = tok + 1; i + 3 <= end; i++)
    if ((s->d->token.v[i - 1].kind != TRUC_TOK_SYLLABLE ||
         (s->d->token.v[i - 1].flags & TRUC_TF_FOREIGN)) &&
        truc__run_vietnamese(s->d, i, end))
      return i;
  return end;
}

static bool quarter(const truc_doc *d, uint32_t tok) {
  return truc__name_is(d, tok, "đông") || truc__name_is(d, tok, "tây") ||
         truc__name_is(d, tok, "nam") || truc__name_is(d, tok, "bắc");
}

/* End of a quarter of the sky, `tok` if there is none: "về phía Tây Nam",
** "hướng Tây Tây Bắc"; but "phía Đông Bắc Bộ" names a region. */
static uint32_t direction(const truc__scan *s, uint32_t tok, uint32_t end) {
  const truc_doc *d = s->d;
  if (tok < s->begin + 1 || s->caps) return tok;
  static const truc__word before[] = {TRUC__WORD("phía"), TRUC__WORD("hướng"),
                                      TRUC__WORD("lên"),  TRUC__WORD("gió"),
                                      TRUC__WORD("miền"), TRUC__WORD("mùa")};
  uint32_t i = tok;
  while (i < end && quarter(d, i)) i++;
  return i == end && truc__name_any(d, tok - 1, before) ? i : tok;
}

/* "tàu sân bay Pháp Charles de Gaulle": the thing, its country, its name. */
static const truc__hit *product_before(const truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__before(s, tok, LEX_PRODUCT);
  const truc__hit *g = h ? NULL : truc__before(s, tok, LEX_GPE);
  return g ? truc__before(s, g->tok, LEX_PRODUCT) : h;
}

/* Runs, or parts of runs, that are no name: how much is to be passed over. */
static uint32_t no_name(truc__scan *s, uint32_t tok, uint32_t end) {
  truc_doc *d = s->d;
  bool author =
      s->credit && end > tok + 1 &&
      !(d->token.v[tok + 1].flags & TRUC_TF_FOREIGN) &&
      (truc__has(s->w, tok, LEX_ORGHEAD) ||
       (tok == s->begin && end == s->end) || truc__name_is(d, tok, "quốc"));
  bool source = s->credit && truc__name_is(d, tok, "theo");
  if (source ||
      (!author && (truc__tok_first(s, tok) || (s->credit && end == tok + 1)))) {
    const truc__hit *f = truc__hit_in(d, tok, s->end, LEX_FUNC);
    if (f) return f->ntok < end - tok ? f->ntok : end - tok;
  }
  if (!s->credit && verb_first(s, tok, end)) return 1;
  if (truc__tok_first(s, tok) && end > tok + 1 &&
      truc__has(s->w, tok, LEX_WITH_BODY) &&
      (d->token.v[tok + 1].flags & TRUC_TF_FOREIGN)) {
    const truc__hit *kind = truc__hit_in(d, tok, end, LEX_WITH_BODY);
    if (kind && kind->ntok == 1) return 1; /* "Trang IFLScience cho biết" */
  }
  uint32_t person = person_behind(s, tok, end);
  if (d->token.v[tok].kind == TRUC_TOK_CODE && person < end)
    return person - tok; /* "MK2 Vũ Đức A" */
  if (direction(s, tok, end) > tok) return end - tok;
  const truc__hit *product = product_before(s, tok);
  const truc__hit *honor = truc__before(s, tok, LEX_HONOR);
  if (product && honor && honor->ntok > product->ntok) product = NULL;
  if (product) {                           /* but "lái xe P." */
    if (person < end) return person - tok; /* "tiêm kích Su-30 Vũ Đức A" */
    if (!truc__table_put(&s->w->product, run_hash(d, tok, end), 1))
      s->failed = true;
    return end - tok;
  }
  if (has_token(d, tok, end, LEX_THING_TOKEN)) return end - tok;
  const truc__hit *sir = truc__hit_in(d, tok, end, LEX_HONOR_FOREIGN);
  if (sir && tok + sir->ntok < end) return sir->ntok;
  const truc__hit *a = truc__hit_in(d, tok, end, LEX_ACRONYM);
  if (a) return a->ntok; /* "CSGT Hưng Phú": the word, then the name */
  if (numbered(s, tok, end)) return end - tok;
  if (end > tok + 1 || !acronym(d, tok)) return 0;
  /* "PGS.TS ngữ văn Nguyễn Văn A" */
  if (truc__has(s->w, tok, LEX_TITLE) || truc__has(s->w, tok, LEX_HONOR))
    return 1;
  return d->token.v[tok].kind == TRUC_TOK_CODE || in_code(s, tok);
}

/* "H.", a letter that elsewhere stands for "huyện": whose, memory.c decides. */
static uint32_t read_letter(truc__scan *s, uint32_t tok) {
  if (!truc__tok_initial(s->d, tok)) return tok;
  uint32_t m =
      truc__mention_add(s, tok, tok + 1, UNDECIDED, NULL, "run of capitals");
  if (m != TRUC_NONE) s->w->note.v[m].hint = HINT_NONE;
  return tok + 1;
}

uint32_t truc__bare_run(truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  uint32_t end = truc__run_name(s, tok);
  if (end == tok) return read_letter(s, tok);
  end = cut_run(s, tok, end);
  if (truc__name_due(s, tok) && truc__abbreviated_body(s, tok)) end = tok + 1;
  if (end > tok + 2 && !s->caps && truc__abbreviated_body(s, tok) &&
      d->token.v[tok].text_len > 1 && !truc__has(s->w, tok, LEX_THING_TOKEN) &&
      (truc__run_vietnamese(d, tok + 1, end) ||
       truc__known_score(d, tok + 1, end) > 0))
    end = tok + 1; /* "lãnh đạo M5S Luigi Di Maio" */
  if (end == tok + 1 && end < s->end && truc__has(s->w, end, LEX_ORG_TOKEN) &&
      truc__tok_capital(d, end))
    end++; /* "NBC News Keir Simmons" */
  uint32_t skip = no_name(s, tok, end);
  if (skip) return tok + skip;
  if (truc__named_number(s, tok, end) > end) {
    uint32_t m = truc__mention_add(s, tok, ++end, TRUC_LOC, NULL,
                                   "place with the number it was named with");
    if (m != TRUC_NONE) truc__office_country(s, m);
    return end;
  }
  const char *why = "run of capitals";
  uint8_t hint = hint_for(s, tok, end);
  unsigned type = run_type(s, tok, end, hint, &why);
  bool road = type == TRUC_LOC && truc__is_road(s, tok, end);
  uint32_t m = truc__mention_add(s, tok, end, type, NULL, why);
  if (m == TRUC_NONE) return end;
  s->w->note.v[m].hint = hint;
  if (road) s->w->note.v[m].kind = "road";
  /* "Đường Lâm": two syllables may be a place too, and "Hồ Kẻ Gỗ" a lake */
  bool lake = truc__tok_first(s, tok) && truc__has(s->w, tok, LEX_PLACEHEAD);
  bool line = end == tok + 3 && tok > s->begin && truc__tok_dash(s->d, tok - 1);
  s->w->note.v[m].weak = type == TRUC_PER && (end == tok + 2 || lake || line) &&
                         !s->credit && truc__run_vietnamese(s->d, tok, end);
  if (type == TRUC_PER) truc__office_person(s, m);
  if (type == TRUC_ORG) truc__office_body(s, m);
  return end;
}

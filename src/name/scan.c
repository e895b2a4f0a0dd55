/* SPDX-License-Identifier: Apache-2.0 */
/* scan.c - the walk over a sentence that finds its mentions. */
#include "name/name.h"

/* --------------------------------------------------------------- mentions */

/* A hash per word: "Jong-un" has two, as "Jong - un" and "Jong Un" have. */
static bool push_words(truc__work *w, const truc_doc *d, uint32_t tok) {
  const char *s = truc__tok_text(d, tok);
  uint32_t n = d->token.v[tok].text_len;
  if (!memchr(s, '-', n)) return VEC_PUSH(w->key, truc__tok_hash(d, tok));
  for (uint32_t from = 0, k = 0; k <= n; k++) {
    if (k < n && s[k] != '-') continue;
    if (k > from && !VEC_PUSH(w->key, truc__word_hash(s + from, k - from)))
      return false;
    from = k + 1;
  }
  return true;
}

static bool push_key(truc__work *w, const truc_doc *d, uint32_t tok,
                     uint32_t end) {
  bool ok = true;
  for (uint32_t i = tok; i < end && ok; i++) {
    const truc_token *t = &d->token.v[i];
    if (t->flags & TRUC_TF_FOREIGN)
      ok = truc__tok_dash(d, i) || push_words(w, d, i);
    else if (t->kind == TRUC_TOK_SYLLABLE || !truc__tok_dash(d, i))
      ok = VEC_PUSH(w->key, truc__tok_hash(d, i));
  }
  return ok;
}

static void fill_mention(const truc__scan *s, truc_mention *m, uint32_t tok,
                         uint32_t end) {
  memset(m, 0, sizeof *m);
  m->at = truc__tok_span(s->d, tok, end - tok);
  m->tok = tok;
  m->ntok = end - tok;
  m->sent = s->sent;
  m->entity = m->other = m->office = m->outer = TRUC_NONE;
  m->form = TRUC_SAID_NAME;
  m->flags = s->credit ? TRUC_MF_CREDIT : 0;
}

uint32_t truc__mention_add(truc__scan *s, uint32_t tok, uint32_t end,
                           unsigned type, const char *id, const char *why) {
  truc_doc *d = s->d;
  truc__work *w = s->w;
  const uint32_t key = w->key.n;
  if (!push_key(w, d, tok, end) || !VEC_ROOM(w->note, 1) ||
      !VEC_ROOM(d->mention, 1)) {
    s->failed = true;
    return TRUC_NONE;
  }
  truc__note *n = &w->note.v[w->note.n++];
  memset(n, 0, sizeof *n);
  n->id = id && *id && *id != '-' ? id : NULL;
  n->key = key;
  n->nkey = w->key.n - key;
  n->whole = truc__hash_keys(w, key, n->nkey);
  n->caps = s->caps;
  n->country = n->alias = n->proto = n->owner = TRUC_NONE;
  truc_mention *m = &d->mention.v[d->mention.n++];
  fill_mention(s, m, tok, end);
  m->type = (uint8_t)type;
  m->why = why;
  return d->mention.n - 1;
}

const truc__hit *truc__find_before(const truc__scan *s, uint32_t tok,
                                   unsigned cls) {
  for (uint32_t k = 4; k >= 1; k--) {
    if (tok < s->begin + k || !truc__has(s->w, tok - k, cls)) continue;
    uint32_t n;
    const truc__hit *h = truc__hits_at(s->d, tok - k, &n);
    for (; n; n--, h++)
      if (h->cls == cls && h->ntok == k) return h;
  }
  return NULL;
}

/* ------------------------------------------------------------------- walk */

/* "MỤC LỤC", "TIN LIÊN QUAN": a heading, not an author, unless it is spelled
** as a full name or ends the article. */
static bool heading(const truc__scan *s, uint32_t tok, uint32_t end) {
  return end < s->d->token.n && truc__shouted(s->d, tok, end - tok, TRUC_PER) &&
         !truc__run_vietnamese(s->d, tok, end) &&
         truc__known_kind(s->d, tok, end) != KNOWN_PER;
}

/* A line of nothing but a name is the author's, also where the sentence room
** took it for text. */
static bool bare_name(const truc__scan *s) {
  uint32_t n = s->end - s->begin, tok = s->begin;
  if (n < 2 || n > 9) return false;
  for (int k = 0; k < 2; k++) { /* "Khánh Lynh - Hồng Hạnh" */
    uint32_t end = truc__run_end(s, tok);
    if (end < tok + 2 || end > tok + 5 || truc__farthest(s, tok).hit ||
        truc__hit_of(s->d, tok, LEX_TITLE) || heading(s, tok, end))
      return false;
    if (end == s->end) return true;
    if (!truc__tok_dash(s->d, end)) return false;
    tok = end + 1;
  }
  return false;
}

/* "Ngọc Ánh (Theo AFP)" */
static bool name_and_source(const truc__scan *s) {
  if (s->end >= s->begin + 12) return false;
  uint32_t end = truc__run_end(s, s->begin);
  if (end > s->begin + 1 && end + 2 < s->end && truc__tok_dash(s->d, end))
    end = truc__run_end(s, end + 1); /* "Vũ Anh - Thanh Tâm (theo AFP)" */
  return end > s->begin + 1 && end < s->begin + 9 && end + 2 < s->end &&
         truc__tok_mark(s->d, end, '(') &&
         (truc__name_is(s->d, end + 1, "theo") ||
          truc__name_is(s->d, end + 1, "tổng") ||
          truc__name_is(s->d, end + 1, "dịch") ||
          truc__name_is(s->d, end + 1, "ghi") ||
          truc__name_is(s->d, end + 1, "lược"));
}

static uint32_t read_credit_mark(truc__scan *s, uint32_t tok) {
  const truc__hit *h = truc__hit_in(s->d, tok, s->end, LEX_CREDIT);
  if (!h || !truc__tok_mark(s->d, tok + h->ntok, ':')) return tok;
  s->credit = true;
  return tok + h->ntok + 1;
}

/* "Sabah Al-Ahmad", "Al - Ahmad": the rest of an Arab's name. */
static bool arab_tail(const truc_doc *d, uint32_t tok) {
  static const char *const heads[] = {"al", "el", "bin", "ibn"};
  const truc_token *t = &d->token.v[tok];
  const char *p = truc__tok_text(d, tok);
  for (size_t k = 0; k < sizeof heads / sizeof heads[0]; k++) {
    size_t n = strlen(heads[k]);
    if (t->text_len < n || (*p | 0x20) != heads[k][0] ||
        memcmp(p + 1, heads[k] + 1, n - 1) != 0)
      continue;
    if (t->text_len == n) return k > 1 || truc__tok_dash(d, tok + 1);
    if (p[n] == '-') return true;
  }
  return false;
}

/* "Bộ trưởng Thái Văn A": a country word that begins a full name. */
static bool name_not_country(const truc__scan *s, const truc__hit *h) {
  if (h->ntok >= 3) return false; /* "Thái Bình Dương" */
  uint32_t behind = h->tok + h->ntok;
  if (h->cls == LEX_PLACE && behind < s->end && arab_tail(s->d, behind))
    return true;
  if (h->cls == LEX_GPE && !(h->flags & LEX_AMBIGUOUS)) return false;
  if (h->cls != LEX_GPE && h->cls != LEX_PLACE) return false;
  uint32_t end = truc__run_name(s, h->tok), rest = h->tok + h->ntok;
  if (end <= rest || !truc__run_vietnamese(s->d, h->tok, end)) return false;
  /* "Bí thư Thành ủy Hà Nội Đinh Văn A" */
  return h->ntok < 2 || !truc__run_vietnamese(s->d, rest, end);
}

/* "Ngoại trưởng Antony Blinken", "Tướng Austin Miller": a town that is a first
** name, too, behind an office that no town has. */
static bool first_name(const truc__scan *s, const truc__hit *h) {
  const truc_doc *d = s->d;
  uint32_t next = h->tok + 1;
  if (h->ntok != 1 || (h->cls != LEX_PLACE && h->cls != LEX_SEAT)) return false;
  if (!(d->token.v[h->tok].flags & TRUC_TF_FOREIGN)) return false;
  if (truc__run_name(s, h->tok) <= next) return false;
  const truc_office *o = &d->office.v[d->office.n - 1];
  const char *kind = truc__kind_of(s->w, o->mention);
  return truc__same_id(kind, "head") || truc__same_id(kind, "minister") ||
         truc__same_id(kind, "rank");
}

/* May the office read last be one of a firm? */
bool truc__firm_due(const truc__scan *s) {
  const truc_doc *d = s->d;
  if (!s->nchain || !d->office.n) return false;
  const truc_office *o = &d->office.v[d->office.n - 1];
  const char *kind = truc__kind_of(s->w, o->mention);
  return truc__same_id(kind, "post") || truc__same_id(kind, "chair") ||
         truc__same_id(kind, "role");
}

/* "Tổng thống Ford": no firm has such an office. */
static bool name_not_firm(const truc__scan *s, const truc__hit *h) {
  return h->cls == LEX_ORG && h->ntok == 1 && !truc__firm_due(s) &&
         (s->d->token.v[h->tok].flags & TRUC_TF_FOREIGN) &&
         s->d->token.v[h->tok].shape == TRUC_SHAPE_TITLE;
}

/* "Manila Times", "NBC News": a name, and a foreign word for bodies. */
static bool place_of_body(const truc__scan *s, const truc__hit *h) {
  uint32_t next = h->tok + h->ntok;
  return (h->cls == LEX_GPE || h->cls == LEX_SEAT || h->cls == LEX_PLACE ||
          h->cls == LEX_ORG) &&
         next < s->end && truc__has(s->w, next, LEX_ORG_TOKEN) &&
         truc__hit_find(s->d, next, s->end, LEX_ORG_TOKEN) &&
         !truc__hit_of(s->d, next, LEX_GPE) && truc__run_end(s, h->tok) > next;
}

/* "(VTC News) - ...": the source before a text. */
static uint32_t read_source(truc__scan *s, uint32_t tok) {
  const truc_doc *d = s->d;
  if (tok != s->begin || !truc__tok_mark(d, tok, '(')) return tok;
  uint32_t end = truc__run_end(s, tok + 1);
  if (end == tok + 1 || end + 1 >= s->end || !truc__tok_mark(d, end, ')') ||
      !truc__tok_dash(d, end + 1))
    return tok;
  uint32_t m = truc__mention_add(s, tok + 1, end, TRUC_ORG, NULL,
                                 "source before the text");
  if (m != TRUC_NONE) truc__mention_at(s, m)->flags |= TRUC_MF_CREDIT;
  return end + 1;
}

/* Only the bracket of a source before the text, and the mark of a credit, come
** before all else. */
static uint32_t read_marks(truc__scan *s, uint32_t tok) {
  uint32_t end = tok;
  if (truc__has(s->w, tok, LEX_CREDIT)) end = read_credit_mark(s, tok);
  return end == tok && tok == s->begin ? read_source(s, tok) : end;
}

/* "Tiểu vương quốc Ả Rập", "Tiểu vương" */
static bool title_in_country(const truc__scan *s, uint32_t tok) {
  const truc__hit *g = truc__hit_in(s->d, tok, s->end, LEX_GPE);
  const truc__hit *t = truc__hit_in(s->d, tok, s->end, LEX_TITLE);
  return g && t && g->ntok > t->ntok;
}

static uint32_t read_words(truc__scan *s, uint32_t tok, uint64_t classes) {
  uint32_t end = tok;
  if ((classes & (TRUC__BIT(TITLE) | TRUC__BIT(TITLE_PRE))) &&
      !title_in_country(s, tok))
    end = truc__office_read(s, tok);
  if (end == tok && (classes & TRUC__BIT(SPOUSE)))
    end = truc__spouse_read(s, tok);
  if (end == tok && (classes & (TRUC__BIT(PRO) | TRUC__BIT(GPE_BYNAME))))
    end = truc__pro_read(s, tok);
  if (end == tok &&
      (classes & (TRUC__BIT(GPE) | TRUC__BIT(GPE_SHORT) | TRUC__BIT(SEAT))))
    end = truc__country_pair(s, tok);
  return end;
}

/* "Trường Hà", "Hội An": two syllables with capitals, of which the first begins
** bodies too but begins none here. */
static bool half_of_name(const truc__scan *s, uint32_t tok, uint64_t classes) {
  const truc_doc *d = s->d;
  if (!(classes & TRUC__BIT(ORGHEAD)) || tok + 1 >= s->end || s->caps)
    return false;
  const truc__hit *h = truc__hit_in(d, tok, s->end, LEX_ORGHEAD);
  return h && h->ntok == 1 && truc__tok_capital(d, tok) &&
         d->token.v[tok].shape == d->token.v[tok + 1].shape &&
         d->token.v[tok + 1].kind == TRUC_TOK_SYLLABLE &&
         !(d->token.v[tok + 1].flags & TRUC_TF_FOREIGN) &&
         truc__run_end(s, tok) == tok + 2 &&
         !truc__has(s->w, tok + 1, LEX_ORGWORD) &&
         !truc__has(s->w, tok + 1, LEX_ORGHEAD) &&
         !truc__has(s->w, tok + 1, LEX_GPE) &&
         !truc__has(s->w, tok + 1, LEX_TITLE);
}

static uint32_t read_any(truc__scan *s, uint32_t tok) {
  const uint64_t classes = s->w->classes.v[tok];
  if (s->small && truc__name_due(s, tok)) {
    uint32_t small = truc__small_read(s, tok, "name after an office");
    if (small > tok) return small;
  }
  const uint64_t named =
      ((((uint64_t)1 << BITS_NAME) - 1) & ~(((uint64_t)1 << BITS_BEGIN) - 1)) |
      TRUC__BIT(AGRHEAD) | TRUC__BIT(EVENTHEAD);
  if (!(classes & TRUC__MAY_BEGIN)) return tok;
  const truc__hit *no = truc__hit_in(s->d, tok, s->end, LEX_NOT_NAME);
  uint32_t n;
  if (no && truc__hits_at(s->d, tok, &n)->ntok == no->ntok)
    return tok + no->ntok; /* no longer phrase begins here */
  uint32_t end = read_marks(s, tok);
  if (end == tok) end = read_words(s, tok, classes);
  if (end > tok) return end;
  if (classes & TRUC__BIT(GPE_SHORT)) end = truc__country_short(s, tok);
  if (end > tok) return end;
  truc__named x = {NULL, tok, TRUC_NONE};
  if (classes & named) x = truc__farthest(s, tok);
  const truc__hit *h = x.hit;
  const bool capital = classes & TRUC__BIT(STARTS);
  bool person = truc__name_due(s, tok) && capital;
  if (h && person && (name_not_country(s, h) || first_name(s, h))) h = NULL;
  if (h && (place_of_body(s, h) || (person && name_not_firm(s, h)))) h = NULL;
  if (h) return truc__named_take(s, x);
  if (classes & TRUC__BIT(ORGHEAD)) end = truc__head_alone(s, tok);
  if (end > tok) return end;
  if (half_of_name(s, tok, classes)) return truc__bare_run(s, tok);
  if (classes & TRUC__BIT(HONOR)) end = truc__honor_read(s, tok);
  if (end > tok || !capital) return end;
  if (person && (truc__abbreviated_body(s, tok) || truc__foreign_body(s, tok)))
    person = false;
  if (person) end = truc__committee_read(s, tok);
  if (person && end == tok)
    end = truc__person_read(s, tok, "name after an office");
  return end > tok ? end : truc__bare_run(s, tok);
}

/* The first token from `tok` on where something may begin; behind the sentence
** or at its end if there is none. */
static uint32_t next_start(const truc__scan *s, uint32_t tok) {
  const uint64_t *starts = s->w->starts.v;
  uint32_t k = tok / 64;
  uint64_t bits = starts[k] >> tok % 64 << tok % 64;
  while (!bits && (k + 1) * 64 < s->end) bits = starts[++k];
  return bits ? k * 64 + (uint32_t)__builtin_ctzll(bits) : s->end;
}

static void walk(truc__scan *s) {
  uint32_t tok = s->begin;
  while (tok < s->end && !s->failed) {
    if (!s->nchain && (tok = next_start(s, tok)) >= s->end) break;
    uint32_t end = s->nchain ? truc__office_link(s, tok) : tok;
    if (end > tok) {
      s->expect = end;
      tok = end;
      continue;
    }
    bool due = truc__name_due(s, tok);
    end = read_any(s, tok);
    if (due && s->expect == tok) truc__office_close(s);
    if (end == tok) end++;
    /* whatever was read did not carry the chain on: it ends here */
    if (s->nchain && s->expect != TRUC_NONE && s->expect < end)
      truc__office_close(s);
    tok = end;
  }
  truc__office_close(s);
}

/* A heading in capitals: letter case tells nothing then. */
static bool all_caps(const truc_doc *d, uint32_t tok, uint32_t end) {
  uint32_t upper = 0, other = 0;
  for (uint32_t i = tok; i < end; i++) {
    const truc_token *t = &d->token.v[i];
    if (t->kind != TRUC_TOK_SYLLABLE || t->text_len < 2) continue;
    if (t->shape == TRUC_SHAPE_UPPER)
      upper++;
    else
      other++;
    if (other > 2) return false;
  }
  return upper > 4 && other * 8 < upper;
}

bool truc__scan_run(truc_doc *d, truc__work *w) {
  truc__scan s;
  memset(&s, 0, sizeof s);
  s.d = d;
  s.w = w;
  s.expect = s.person = s.appos = s.share = w->run[0] = TRUC_NONE;
  for (uint32_t i = 0; i < d->sentence.n && !s.failed; i++) {
    const truc_sentence *t = &d->sentence.v[i];
    s.sent = i;
    s.begin = t->tok;
    s.end = t->tok + t->ntok;
    s.person = TRUC_NONE;
    s.small = truc__all_small(d, s.begin, s.end);
    s.caps = all_caps(d, s.begin, s.end);
    s.credit = t->kind == TRUC_SENT_CREDIT || t->kind == TRUC_SENT_BYLINE ||
               (t->kind == TRUC_SENT_BODY && i > 0 &&
                (bare_name(&s) || name_and_source(&s)));
    walk(&s);
  }
  return !s.failed;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* memory.c - what the document said elsewhere decides what is undecided. */
#include "name/name.h"

static bool sure(const truc_doc *d, uint32_t m) {
  return (d->mention.v[m].type < TRUC_OFFICE) & /* one guess for both */
         (d->mention.v[m].form == TRUC_SAID_NAME);
}

/* What is asked for: a bit per hash. Few names are in doubt, and what nobody
** asks for need not be learned. */
typedef struct asked {
  uint64_t bits[16];
} asked;

static void ask(asked *a, uint64_t key) {
  a->bits[key >> 60] |= (uint64_t)1 << (key >> 54 & 63);
}
static bool is_asked(const asked *a, uint64_t key) {
  return a->bits[key >> 60] >> (key >> 54 & 63) & 1;
}

/* A body that may turn out to be a thing: one word that nothing explains. */
static bool lone_body(const truc_mention *at, const truc__note *n) {
  return at->type == TRUC_ORG && at->ntok == 1 && !n->id && !n->kind;
}

/* Lists in work.given the mentions that may change: those in doubt, and lone
** bodies. */
static bool list_doubts(const truc_doc *d, truc__work *w) {
  const uint32_t n = d->mention.n;
  w->given.n = 0;
  if (!VEC_ROOM(w->given, (uint64_t)n + 1)) return false;
  for (uint32_t m = 0; m < n; m++) {
    const truc_mention *at = &d->mention.v[m];
    const truc__note *x = &w->note.v[m];
    w->given.v[w->given.n] = m;
    w->given.n += (at->type == UNDECIDED) | x->weak | lone_body(at, x);
  }
  return true;
}

/* Asks for all names in doubt, whole and by their last words; false if there
** are none. */
static bool ask_all(const truc_doc *d, const truc__work *w, asked *a) {
  bool any = false;
  memset(a, 0, sizeof *a);
  for (uint32_t k = 0; k < w->given.n; k++) {
    const uint32_t m = w->given.v[k];
    const truc__note *n = &w->note.v[m];
    if (d->mention.v[m].type != UNDECIDED && !n->weak) continue;
    ask(a, n->whole);
    if (n->nkey) ask(a, w->key.v[n->key + n->nkey - 1]);
    any = true;
  }
  return any;
}

/* "chung cư Golden Field" and then "Golden Field"; what is known by itself
** stays. */
static bool put_rest(truc__work *w, const truc__note *n, uint32_t m,
                     const asked *a) {
  uint64_t key = truc__hash_keys(w, n->key + n->nhead, n->nkey - n->nhead);
  return !is_asked(a, key) || truc__table_get(&w->whole, key) != TRUC_NONE ||
         truc__table_put(&w->whole, key, m);
}

/* Of a person's name the parts; of a Vietnamese one the last, which people are
** called by. */
static bool put_parts(const truc_doc *d, truc__work *w, uint32_t m,
                      const asked *a) {
  const truc__note *n = &w->note.v[m];
  const uint64_t *key = w->key.v + n->key;
  for (uint32_t k = n->nkey; k-- > 0;) {
    if (!is_asked(a, key[k]) || (k + 1 < n->nkey && truc__national_name(d, m)))
      continue;
    if (!truc__table_put(&w->part, key[k], m)) return false;
  }
  return true;
}

/* Every sure name, and the parts of a person's. */
static bool learn(const truc_doc *d, truc__work *w, const asked *a) {
  truc__table_clear(&w->whole);
  truc__table_clear(&w->part);
  for (uint32_t m = 0; m < d->mention.n; m++) {
    const truc__note *n = &w->note.v[m];
    const bool person = d->mention.v[m].type == TRUC_PER;
    if (!sure(d, m) || (n->weak && !person)) continue;
    if (!n->weak && is_asked(a, n->whole) &&
        !truc__table_put(&w->whole, n->whole, m))
      return false;
    if (n->nhead && n->nhead < n->nkey && !put_rest(w, n, m, a)) return false;
    if (person && n->nkey > 1 && !(d->mention.v[m].flags & TRUC_MF_CREDIT) &&
        !put_parts(d, w, m, a))
      return false;
  }
  return true;
}

static bool all_foreign(const truc_doc *d, const truc_mention *m) {
  for (uint32_t i = m->tok; i < m->tok + m->ntok; i++)
    if (!(d->token.v[i].flags & TRUC_TF_FOREIGN) &&
        d->token.v[i].kind != TRUC_TOK_ABBR)
      return false;
  return true;
}

static bool some_foreign(const truc_doc *d, const truc_mention *m) {
  for (uint32_t i = m->tok; i < m->tok + m->ntok; i++)
    if (d->token.v[i].flags & TRUC_TF_FOREIGN) return true;
  return false;
}

/* A member of a list is of the same kind as its neighbour: "Pertamina và
** Rosneft". */
static unsigned neighbour(const truc_doc *d, uint32_t m) {
  const truc_mention *at = &d->mention.v[m];
  for (int side = -1; side <= 1; side += 2) {
    if ((side < 0 && m == 0) || (side > 0 && m + 1 >= d->mention.n)) continue;
    const truc_mention *b = &d->mention.v[side < 0 ? m - 1 : m + 1];
    uint32_t gap = side < 0 ? at->tok - 1 : at->tok + at->ntok;
    bool next = side < 0 ? b->tok + b->ntok == gap : b->tok == gap + 1;
    if (!next || b->sent != at->sent || b->form != TRUC_SAID_NAME) continue;
    if (!truc__name_is(d, gap, "và") && !truc__tok_mark(d, gap, ',') &&
        !truc__tok_mark(d, gap, '/'))
      continue;
    /* "HLV người Scotland và Fellaini" */
    if (b->type == TRUC_LOC && b->tok && truc__name_is(d, b->tok - 1, "người"))
      continue;
    if (b->type == TRUC_ORG || b->type == TRUC_LOC || b->type == TRUC_PER)
      return b->type;
  }
  return UNDECIDED;
}

/* Is the run the last words of a longer person's name: "Gia Bảo"? */
static bool end_of_person(const truc_doc *d, const truc__work *w,
                          const truc__note *n) {
  uint32_t p = truc__table_get(&w->part, w->key.v[n->key + n->nkey - 1]);
  if (p == TRUC_NONE || n->nkey < 2) return false;
  const truc__note *o = &w->note.v[p];
  if (d->mention.v[p].type != TRUC_PER || o->nkey <= n->nkey) return false;
  const uint64_t *a = w->key.v + n->key;
  const uint64_t *b = w->key.v + o->key + (o->nkey - n->nkey);
  return !memcmp(a, b, n->nkey * sizeof *a);
}

/* A single syllable at the head of a sentence is a name if the document uses
** it as one elsewhere, and if the word layer takes it for a word of its own. */
static bool single_name(const truc_doc *d, const truc_mention *at) {
  const truc_token *t = &d->token.v[at->tok];
  uint32_t next = at->tok + 1;
  if (truc__hit_of(d, at->tok, LEX_HONOR)) return false; /* "Anh tâm sự" */
  return next >= d->token.n || t->word == TRUC_NONE ||
         d->token.v[next].word != t->word;
}

/* What the document says of the same words elsewhere. */
static unsigned by_document(const truc_doc *d, const truc__work *w, uint32_t m,
                            bool foreign, const char **why) {
  const truc__note *n = &w->note.v[m];
  const truc_mention *at = &d->mention.v[m];
  uint32_t same = truc__table_get(&w->whole, n->whole);
  if (same != TRUC_NONE && d->mention.v[same].type != TRUC_GPE &&
      (n->hint != HINT_FIRST || foreign || single_name(d, at))) {
    *why = "the same name elsewhere in the document";
    return d->mention.v[same].type;
  }
  *why = "part of a person's name in the document";
  if (n->nkey == 1 && (n->hint != HINT_FIRST || foreign) &&
      truc__table_get(&w->part, w->key.v[n->key]) != TRUC_NONE)
    return TRUC_PER;
  return end_of_person(d, w, n) ? TRUC_PER : UNDECIDED;
}

/* What counts of other texts say of the whole run. */
static unsigned by_counts(const truc__note *n, unsigned kind, bool foreign,
                          const char **why) {
  if (n->nkey < 2 && !foreign) return UNDECIDED;
  *why = "known by its counts";
  switch (kind) {
    case KNOWN_PER: return TRUC_PER;
    case KNOWN_LOC: return TRUC_LOC;
    case KNOWN_ORG: return TRUC_ORG;
    default: return UNDECIDED;
  }
}

/* What the words beside it say. */
static unsigned by_hint(const truc__note *n, bool foreign, int score,
                        const char **why) {
  if (!foreign && n->nkey < 2) return UNDECIDED;
  switch (n->hint) {
    case HINT_PLACE: *why = "name after a word of place"; return TRUC_LOC;
    case HINT_SPEAKER:
      *why = "name before a verb of saying";
      return score < 2 * KNOWN_PERSON ? TRUC_ORG : TRUC_PER;
    case HINT_BODY: *why = "name after a word for bodies"; return TRUC_ORG;
    default: return UNDECIDED;
  }
}

/* "Thẻ ECC", "AMM Retreat": a word of capitals among others is no name of a
** person. */
static bool has_letters(const truc_doc *d, const truc_mention *m) {
  uint32_t upper = 0, other = 0;
  for (uint32_t i = m->tok; i < m->tok + m->ntok; i++) {
    const truc_token *t = &d->token.v[i];
    if (t->kind == TRUC_TOK_PUNCT || truc__tok_initial(d, i)) continue;
    if (t->kind == TRUC_TOK_CODE) return true; /* "F-15 Eagle" */
    if (t->shape == TRUC_SHAPE_UPPER && t->text_len > 1)
      upper++;
    else
      other++;
  }
  return upper && other;
}

/* Type of an undecided run, UNDECIDED if nothing tells. */
static unsigned decide(const truc_doc *d, const truc__work *w, uint32_t m,
                       bool last, const char **why) {
  const truc__note *n = &w->note.v[m];
  const truc_mention *at = &d->mention.v[m];
  uint32_t end = at->tok + at->ntok;
  bool foreign = all_foreign(d, at), some = some_foreign(d, at);
  unsigned type = by_document(d, w, m, foreign, why);
  if (type != UNDECIDED) return type;
  unsigned kind = truc__known_kind(d, at->tok, end);
  type = by_counts(n, kind, foreign, why);
  if (type != UNDECIDED) return type;
  if (kind == KNOWN_THING) return UNDECIDED;
  /* "về Luis Suarez": what the rest of the document says comes first */
  if (n->hint == HINT_PLACE && some && n->nkey > 1 && !last) return UNDECIDED;
  int score = some && n->nkey > 1 ? truc__known_score(d, at->tok, end) : 0;
  type = by_hint(n, foreign, score, why);
  if (type != UNDECIDED) return type;
  int least = n->hint == HINT_ACTOR && !truc__any_place(d, at->tok)
                  ? KNOWN_PERSON - 3
                  : KNOWN_PERSON;
  if (n->nkey >= 2 && n->nkey <= 4 && some && score > least &&
      !has_letters(d, at)) {
    *why = "foreign name of several parts";
    return TRUC_PER;
  }
  if (n->hint == HINT_FIRST || (!foreign && n->nkey < 2)) return UNDECIDED;
  *why = "as its neighbour in a list";
  type = neighbour(d, m);
  bool two = type == TRUC_PER && n->nkey >= 2;
  return foreign || two || type == TRUC_LOC ? type : UNDECIDED;
}

/* "... đặc biệt (ICU)": an abbreviation in brackets, with no name of a body
** before it. */
static bool term_in_brackets(const truc_doc *d, const truc_mention *m) {
  uint32_t from = d->sentence.v[m->sent].tok;
  if (m->tok < from + 2 || !truc__tok_mark(d, m->tok - 1, '(') ||
      !truc__tok_mark(d, m->tok + m->ntok, ')'))
    return false;
  for (uint32_t i = m->tok - 1; i-- > from && i + 16 > m->tok;) {
    if (truc__hit_of(d, i, LEX_ORGHEAD) && truc__tok_capital(d, i))
      return false;
    if (truc__tok_mark(d, i, ';') || truc__tok_mark(d, i, ':')) break;
  }
  return true;
}

/* "tàu Margrethe Maersk": the same words behind the name of a kind of thing,
** and nowhere as a person's. */
static bool product_named(const truc__work *w, const truc__note *n) {
  uint64_t key = n->whole;
  return truc__table_get(&w->product, key) != TRUC_NONE &&
         truc__table_get(&w->whole, key) == TRUC_NONE;
}

/* "Cái Mép - Thị Vải": a place and a dash before it. */
static bool behind_dash(const truc_doc *d, uint32_t m) {
  if (!m) return false;
  const truc_mention *a = &d->mention.v[m - 1], *b = &d->mention.v[m];
  return a->type == TRUC_LOC && a->sent == b->sent && a->ntok < 6 &&
         b->ntok == 2 && a->tok + a->ntok + 1 == b->tok &&
         truc__tok_dash(d, b->tok - 1) && !(b->flags & TRUC_MF_CREDIT);
}

/* Is mention `m` joined to the one before it, and that one a place? */
static bool place_before(const truc_doc *d, uint32_t m) {
  if (!m || m >= d->mention.n) return false;
  const truc_mention *a = &d->mention.v[m - 1], *b = &d->mention.v[m];
  return a->type == TRUC_LOC && a->form == TRUC_SAID_NAME &&
         a->sent == b->sent && a->tok + a->ntok + 1 == b->tok &&
         (truc__tok_mark(d, b->tok - 1, ',') ||
          truc__name_is(d, b->tok - 1, "và"));
}

/* "ở Cẩm Xuyên, Hương Khê, Thạch Hà": the third of a list of places, or the
** one between two. */
static bool among_places(const truc_doc *d, uint32_t m) {
  if (!place_before(d, m)) return false;
  if (place_before(d, m - 1)) return true;
  if (m + 1 >= d->mention.n) return false;
  const truc_mention *at = &d->mention.v[m], *next = at + 1;
  uint32_t gap = at->tok + at->ntok;
  return next->type == TRUC_LOC && next->sent == at->sent &&
         next->tok == gap + 1 &&
         (truc__tok_mark(d, gap, ',') || truc__name_is(d, gap, "và"));
}

/* Two syllables taken for a person. */
static void settle_short(const truc_doc *d, truc__work *w, uint32_t m) {
  truc_mention *at = &d->mention.v[m];
  truc__note *n = &w->note.v[m];
  uint32_t same = truc__table_get(&w->whole, n->whole);
  n->weak = false;
  if (same == TRUC_NONE) {
    if (!behind_dash(d, m) && !among_places(d, m)) return;
    at->type = TRUC_LOC;
    at->why = "among places";
    return;
  }
  unsigned type = d->mention.v[same].type;
  if (type != TRUC_LOC && type != TRUC_ORG) return;
  at->type = (uint8_t)type;
  at->why = "the same name elsewhere in the document";
}

/* "tàu tác chiến ven biển (LMS)": what a term stands for is a thing, wherever
** it is said; false when out of memory. */
static bool learn_terms(const truc_doc *d, truc__work *w) {
  for (uint32_t k = 0; k < w->given.n; k++) {
    const uint32_t m = w->given.v[k];
    const truc_mention *at = &d->mention.v[m];
    const truc__note *n = &w->note.v[m];
    if (lone_body(at, n) && term_in_brackets(d, at) &&
        !truc__table_put(&w->product, n->whole, 1))
      return false;
  }
  return true;
}

/* "Anh và Pháp": a country beside one that is in no doubt. */
static bool beside_country(const truc_doc *d, const truc__work *w, uint32_t m) {
  const truc_mention *at = &d->mention.v[m], *next = at + 1;
  const uint32_t end = at->tok + at->ntok;
  return at->type == TRUC_GPE && m + 1 < d->mention.n &&
         next->type == TRUC_GPE && !w->note.v[m + 1].weak &&
         next->tok == end + 1 && truc__name_is(d, end, "và");
}

static void settle(const truc_doc *d, truc__work *w) {
  for (uint32_t k = 0; k < w->given.n; k++) {
    const uint32_t m = w->given.v[k];
    truc_mention *at = &d->mention.v[m];
    truc__note *n = &w->note.v[m];
    if (lone_body(at, n) && truc__table_get(&w->product, n->whole) != TRUC_NONE)
      at->type = UNDECIDED;
    else if (at->type == UNDECIDED && at->ntok > 1 && all_foreign(d, at) &&
             product_named(w, n))
      continue;
    else if (at->type == UNDECIDED) {
      at->type = (uint8_t)decide(d, w, m, false, &at->why);
    } else if (n->weak && at->type == TRUC_PER) {
      settle_short(d, w, m);
    } else if (n->weak && !beside_country(d, w, m)) {
      uint32_t same = truc__table_get(&w->whole, n->whole);
      const truc__hit *h = truc__hit_of(d, at->tok, LEX_GPE);
      bool split = h && h->split;
      if (same == TRUC_NONE && (split || truc__hit_of(d, at->tok, LEX_HONOR) ||
                                truc__hit_of(d, at->tok, LEX_ORGWORD)))
        at->type = UNDECIDED;
    }
  }
}

/* One Vietnamese syllable with a capital inside a sentence, and no word that
** is written so. */
static bool one_syllable(const truc_doc *d, const truc__work *w, uint32_t m) {
  const truc_mention *at = &d->mention.v[m];
  const truc__note *n = &w->note.v[m];
  const truc_token *t = &d->token.v[at->tok];
  return at->type == UNDECIDED && at->ntok == 1 && n->hint != HINT_FIRST &&
         t->kind == TRUC_TOK_SYLLABLE && t->shape == TRUC_SHAPE_TITLE &&
         !(t->flags & TRUC_TF_FOREIGN) && !truc__has(w, at->tok, LEX_ORGHEAD) &&
         !truc__has(w, at->tok, LEX_PLACEHEAD) &&
         !truc__has(w, at->tok, LEX_TITLE) &&
         !truc__has(w, at->tok, LEX_EVENTHEAD) &&
         !truc__has(w, at->tok, LEX_ORGWORD) &&
         !truc__has(w, at->tok, LEX_FUNC) && !truc__has(w, at->tok, LEX_GPE) &&
         !truc__has(w, at->tok, LEX_GPE_SHORT) && single_name(d, at) &&
         truc__known_score(d, at->tok, at->tok + 1) > 0;
}

/* "... Thư nói với Vũ": who is called so three times is a person; the syllables
** are counted in w->title, which is empty now. */
static bool settle_called(const truc_doc *d, truc__work *w) {
  truc__table_clear(&w->title);
  for (uint32_t k = 0; k < w->given.n; k++) {
    const uint32_t m = w->given.v[k];
    if (!one_syllable(d, w, m)) continue;
    uint64_t key = w->note.v[m].whole;
    uint32_t n = truc__table_get(&w->title, key);
    if (!truc__table_put(&w->title, key, n == TRUC_NONE ? 1 : n + 1))
      return false;
  }
  for (uint32_t k = 0; w->title.n && k < w->given.n; k++) {
    const uint32_t m = w->given.v[k];
    if (!one_syllable(d, w, m)) continue;
    uint32_t n = truc__table_get(&w->title, w->note.v[m].whole);
    if (n == TRUC_NONE || n < 3) continue;
    d->mention.v[m].type = TRUC_PER;
    d->mention.v[m].why = "called so several times";
  }
  return true;
}

/* What was decided last may tell of what is still open. */
static bool settle_rest(const truc_doc *d, truc__work *w) {
  asked a;
  if (!ask_all(d, w, &a)) return true;
  if (!learn(d, w, &a)) return false;
  for (uint32_t k = 0; k < w->given.n; k++) {
    const uint32_t m = w->given.v[k];
    truc_mention *at = &d->mention.v[m];
    if (at->type != UNDECIDED) continue;
    const char *why = at->why;
    unsigned type = by_document(d, w, m, all_foreign(d, at), &why);
    if (type == UNDECIDED && w->note.v[m].hint == HINT_PLACE)
      type = decide(d, w, m, true, &why);
    if (type == UNDECIDED) continue;
    at->type = (uint8_t)type;
    at->why = why;
  }
  return true;
}

/* Foreign words that nothing but themselves told to be a person. */
static bool foreign_title(const truc_doc *d, const truc_mention *m) {
  return m->ntok > 1 && all_foreign(d, m) &&
         (m->type == UNDECIDED ||
          (m->type == TRUC_PER &&
           !strcmp(m->why, "foreign name of several parts")));
}

/* Such a title that stands in brackets elsewhere, "Cơ quan Di trú ...
** (Immigration NZ)", is that body; behind it, an alias. work.title has them. */
static void meet_title(const truc_doc *d, truc__work *w, uint32_t m) {
  truc__note *n = &w->note.v[m];
  uint32_t of = truc__table_get(&w->title, n->whole);
  if (of == TRUC_NONE || !foreign_title(d, &d->mention.v[m])) return;
  d->mention.v[m].type = TRUC_ORG;
  if (m > of) n->alias = of;
}

/* Does the bracket behind a name hold one mention and nothing else? */
static bool in_brackets(const truc_doc *d, const truc_mention *a,
                        const truc_mention *b) {
  const uint32_t end = a->tok + a->ntok;
  return b->tok == end + 1 && truc__tok_mark(d, end, '(') &&
         truc__tok_mark(d, b->tok + b->ntok, ')') && b->sent == a->sent &&
         a->type >= TRUC_ORG && a->type <= TRUC_EVENT && a->outer == TRUC_NONE;
}

/* "Long name (ABC)": the abbreviation is of the same kind, the same body. */
static bool brackets(const truc_doc *d, truc__work *w) {
  truc__table_clear(&w->title);
  for (uint32_t m = 0; m + 1 < d->mention.n; m++) {
    const truc_mention *a = &d->mention.v[m];
    uint32_t k = m + 1, end = a->tok + a->ntok;
    while (k < d->mention.n && d->mention.v[k].tok < end) k++;
    if (k >= d->mention.n) continue;
    truc_mention *b = &d->mention.v[k];
    if (w->title.n) { /* in most documents there is none */
      meet_title(d, w, m);
      meet_title(d, w, k);
    }
    if (!in_brackets(d, a, b)) continue;
    if (a->type == TRUC_ORG && foreign_title(d, b)) {
      if (!truc__table_put(&w->title, w->note.v[k].whole, m)) return false;
      meet_title(d, w, k);
    } else {
      if (b->type < TRUC_ORG && b->type != UNDECIDED) continue;
      const truc_token *t = &d->token.v[b->tok];
      bool title = t->shape == TRUC_SHAPE_TITLE && t->text_len > 1;
      if (w->note.v[k].nkey > 2 || title) continue;
    }
    if (w->note.v[k].id) {
      if (!w->note.v[m].id && a->type == b->type)
        w->note.v[m].id = w->note.v[k].id;
      continue;
    }
    b->type = a->type;
    b->why = "abbreviation defined in brackets";
    w->note.v[k].alias = m;
  }
  for (uint32_t m = 0; w->title.n && m < d->mention.n; m++) meet_title(d, w, m);
  return true;
}

bool truc__memory_run(truc_doc *d, truc__work *w) {
  asked a;
  if (!list_doubts(d, w)) return false;
  if (ask_all(d, w, &a) && !learn(d, w, &a)) return false;
  if (!learn_terms(d, w)) return false;
  settle(d, w);
  return settle_rest(d, w) && settle_called(d, w) && brackets(d, w) &&
         truc__compact(d, w);
}

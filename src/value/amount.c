/* SPDX-License-Identifier: Apache-2.0 */
/* amount.c - numerals with their units and modifiers. */
#include "lex.h"
#include "value/value.h"

/* -------------------------------------------------------------------- units */

typedef enum unit_kind {
  U_NONE,
  U_PERCENT,
  U_MONEY,
  U_TIME,
  U_MEASURE,
  U_COUNT,
  U_TIMES
} unit_kind;

typedef struct unit {
  unit_kind kind;
  const char *id;
  uint32_t tok, ntok;
  bool weak; /* an ordinary word too: đồng, yên */
} unit;

static const struct {
  uint16_t cls;
  uint8_t kind;
} unit_classes[] = {
    {LEX_UNIT_PERCENT, U_PERCENT}, {LEX_UNIT_MONEY, U_MONEY},
    {LEX_UNIT_TIME, U_TIME},       {LEX_UNIT_MEASURE, U_MEASURE},
    {LEX_UNIT_AGE, U_COUNT},       {LEX_UNIT_TIMES, U_TIMES},
    {LEX_UNIT_COUNT, U_COUNT},
};

/* The longest unit at `tok`; of equal ones the class that comes first. */
static unit read_unit(const truc__reader *r, uint32_t tok) {
  unit u = {U_NONE, "", tok, 0, false};
  if (!truc__may_any(r, tok, TRUC__UNITS)) return u;
  for (size_t i = 0; i < sizeof unit_classes / sizeof unit_classes[0]; i++) {
    const truc__hit *h = truc__phrase(r, tok, unit_classes[i].cls);
    if (!h || h->ntok <= u.ntok) continue;
    bool count = unit_classes[i].kind == U_COUNT;
    if (count && (h->flags & LEX_AMBIGUOUS) && h->split) continue;
    u.kind = (unit_kind)unit_classes[i].kind;
    u.id = truc__hit_id(h);
    u.ntok = h->ntok;
    u.weak = h->flags & LEX_AMBIGUOUS;
  }
  return u;
}

/* Things of which one says "chiếc". */
static bool is_thing(const char *id) {
  return !strcmp(id, "aircraft") || !strcmp(id, "ship") ||
         !strcmp(id, "vehicle") || !strcmp(id, "missile");
}

/* "5 trong số 12 chiếc": the noun stands before. At most 30 tokens back. */
static const char *thing_before(const truc__reader *r, uint32_t tok) {
  for (uint32_t k = 1; k <= 30 && tok >= r->begin + k; k++) {
    const truc__hit *h = truc__phrase(r, tok - k, LEX_UNIT_COUNT);
    if (h && is_thing(truc__hit_id(h))) return truc__hit_id(h);
  }
  return "item";
}

/* A classifier takes the noun after it: "12 chiếc máy bay". */
static void complete_item(const truc__reader *r, unit *u) {
  if (u->kind != U_COUNT || strcmp(u->id, "item")) return;
  const truc__hit *h = truc__phrase(r, u->tok + u->ntok, LEX_UNIT_COUNT);
  if (h && strcmp(truc__hit_id(h), "item")) {
    u->id = truc__hit_id(h);
    u->ntok += h->ntok;
  } else if (truc__is_word(r, u->tok, "chiếc")) {
    u->id = thing_before(r, u->tok);
  }
}

/* ---------------------------------------------------------------- modifiers */

static const struct {
  uint16_t cls;
  uint8_t mod;
} mod_classes[] = {
    {LEX_MOD_APPROX, TRUC_MOD_APPROX},  {LEX_MOD_MORE, TRUC_MOD_MORE_THAN},
    {LEX_MOD_LESS, TRUC_MOD_LESS_THAN}, {LEX_MOD_NEAR, TRUC_MOD_NEARLY},
    {LEX_MOD_UPTO, TRUC_MOD_UP_TO},
};

/* The longest modifier that ends right before `tok`. */
static const truc__hit *mod_before(const truc__reader *r, uint32_t tok,
                                   uint8_t *mod) {
  const truc__hit *best = NULL;
  for (size_t i = 0; i < sizeof mod_classes / sizeof mod_classes[0]; i++) {
    const truc__hit *h = truc__phrase_back(r, tok, mod_classes[i].cls);
    if (!h || (best && best->ntok >= h->ntok)) continue;
    best = h;
    *mod = mod_classes[i].mod;
  }
  return best;
}

/* A flagged modifier ("trên", "tới") is a preposition before small counts. */
void truc__set_modifier(const truc__reader *r, truc_value *v, bool big) {
  uint8_t mod = TRUC_MOD_NONE;
  const truc__hit *h = mod_before(r, v->tok, &mod);
  if (!h) {
    const truc__hit *skip = truc__phrase_back(r, v->tok, LEX_MOD_SKIP);
    if (skip) h = mod_before(r, skip->tok, &mod);
    if (h && (h->flags & LEX_AMBIGUOUS) && mod != TRUC_MOD_UP_TO) h = NULL;
  }
  if (h && (h->flags & LEX_AMBIGUOUS) && !big) h = NULL;
  if (!h) {
    h = truc__phrase(r, v->tok + v->ntok, LEX_MOD_AFTER);
    if (!h) return;
    mod = !strcmp(truc__hit_id(h), "more") ? TRUC_MOD_MORE_THAN
                                           : TRUC_MOD_LESS_THAN;
  }
  v->mod = mod;
  v->mod_tok = h->tok;
  v->mod_ntok = h->ntok;
}

/* "tăng gấp ba lần", "tăng tới hơn 1.500 lần": a factor; else occasions. */
static bool is_factor(const truc__reader *r, const truc_value *v) {
  uint32_t tok = v->mod_ntok && v->mod_tok < v->tok ? v->mod_tok : v->tok;
  if (truc__phrase_back(r, tok, LEX_UNIT_FACTOR) ||
      truc__phrase_back(r, v->tok, LEX_UNIT_FACTOR))
    return true;
  uint8_t mod;
  const truc__hit *h = mod_before(r, tok, &mod);
  if (h && truc__phrase_back(r, h->tok, LEX_UNIT_FACTOR)) return true;
  return truc__phrase_len(r, v->tok + v->ntok, LEX_TIME_AGAINST) > 0;
}

/* ------------------------------------------------------------------- values */

static void set_number(truc_value *v, const truc__num *n, uint32_t tok) {
  v->mantissa = n->mantissa;
  v->exponent = n->exponent;
  v->num_tok = tok;
  v->num_ntok = n->ntok;
}

static truc_value_kind kind_of(unit_kind k) {
  switch (k) {
    case U_PERCENT: return TRUC_VAL_PERCENT;
    case U_MONEY: return TRUC_VAL_MONEY;
    case U_TIME: return TRUC_VAL_DURATION;
    case U_NONE: return TRUC_VAL_NUMBER;
    default: return TRUC_VAL_QUANTITY;
  }
}

void truc__set_duration(truc_value *v, const char *id) {
  bool decade = !strcmp(id, "decade"), century = !strcmp(id, "century");
  v->unit = decade || century ? "year" : id;
  if (!decade && !century) return;
  if (v->mantissa) v->exponent += decade ? 1 : 2;
  for (; v->exponent < 0 && v->mantissa % 10 == 0; v->exponent++)
    v->mantissa /= 10;
}

static void set_unit(truc_value *v, const unit *u) {
  v->kind = (uint8_t)kind_of(u->kind);
  v->unit = u->id;
  v->unit_tok = u->tok;
  v->unit_ntok = u->ntok;
  if (u->kind == U_TIME) truc__set_duration(v, u->id);
}

/* "hai năm rưỡi" */
static void add_half(const truc__reader *r, truc_value *v) {
  uint32_t at = v->tok + v->ntok;
  if (v->kind != TRUC_VAL_DURATION || !truc__phrase_len(r, at, LEX_NUM_HALF))
    return;
  if (truc__decimal_add(&v->mantissa, &v->exponent, 5, -1)) v->ntok++;
}

static truc_value *add_value(const truc__reader *r, truc__found *f,
                             uint32_t tok, const truc__num *n, const unit *u) {
  uint32_t end = tok + n->ntok;
  if (u->kind != U_NONE && u->tok == end) end = u->tok + u->ntok;
  truc_value *v = truc__found_add(f, TRUC_VAL_NUMBER, tok, end - tok);
  if (!v) return NULL;
  set_number(v, n, tok);
  if (u->kind != U_NONE) set_unit(v, u);
  bool exact = u->kind == U_MONEY || u->kind == U_PERCENT ||
               u->kind == U_MEASURE || u->kind == U_TIME;
  truc__set_modifier(r, v, n->big || exact);
  if (u->kind == U_TIMES && !is_factor(r, v)) v->unit = "occasion";
  add_half(r, v);
  f->ntok = v->tok + v->ntok - f->v[0].tok;
  return v;
}

/* ------------------------------------------------------------------- doubts */

/* The numeral is a piece of a word of the word layer: ba lô. */
static bool is_piece(const truc__reader *r, uint32_t tok, uint32_t ntok) {
  const truc_token *t = r->d->token.v;
  uint32_t end = tok + ntok;
  if (tok > r->begin && t[tok].word != TRUC_NONE &&
      t[tok].word == t[tok - 1].word)
    return true;
  return end < r->end && t[end].word != TRUC_NONE &&
         t[end].word == t[end - 1].word;
}

/* A numeral without a unit: Điều 5, Boeing 787, "số 1". */
static bool is_label(const truc__reader *r, uint32_t tok, const truc__num *n) {
  if (n->magnitude || n->percent) return false;
  if (truc__phrase_back(r, tok, LEX_NUM_LABEL)) return true;
  uint8_t mod;
  if (tok == r->begin || n->words || mod_before(r, tok, &mod)) return false;
  const truc_token *before = &r->d->token.v[tok - 1];
  if (before->kind == TRUC_TOK_CODE || before->shape == TRUC_SHAPE_UPPER ||
      (before->shape == TRUC_SHAPE_TITLE && before->text_len == 1))
    return true;
  char m = truc__mark_at(r, tok - 1);
  if (m == '-' || m == '+') { /* Su -24, GMT+7, P 5+1 */
    const truc_token *head = tok > r->begin + 1 ? before - 1 : before;
    return head->shape == TRUC_SHAPE_UPPER || m == '+' ||
           (head->shape == TRUC_SHAPE_TITLE && head->text_len <= 3);
  }
  return truc__is_capital_token(r, tok - 1) &&
         (!truc__is_first(r, tok - 1) || (before->flags & TRUC_TF_FOREIGN));
}

/* "4.0" names an age of industry, "Hai là" a point of an argument. */
static bool is_figure_of_speech(const truc__reader *r, uint32_t tok,
                                const truc__num *n) {
  const truc_token *t = &r->d->token.v[tok];
  const char *s = truc__tok_text(r->d, tok);
  if (t->kind == TRUC_TOK_NUMBER && t->text_len == 3 && !memcmp(s + 1, ".0", 2))
    return true;
  return n->words && truc__is_first(r, tok) &&
         truc__is_word(r, tok + n->ntok, "là");
}

/* "9 giờ sáng", "lúc 7 giờ": a time of day. */
static bool is_clock(const truc__reader *r, uint32_t tok, uint32_t after) {
  if (!truc__phrase_len(r, after - 1, LEX_TIME_CLOCK)) return false;
  if (truc__phrase_len(r, after, LEX_TIME_PART) ||
      truc__phrase_len(r, after, LEX_TIME_DAY) ||
      truc__small_int(r, after) >= 0 || truc__is_word(r, after, "địa"))
    return true;
  return tok > r->begin && (truc__is_word(r, tok - 1, "lúc") ||
                            truc__is_word(r, tok - 1, "đúng"));
}

/* "7,8 tỷ năm 2010", "3 triệu tháng 5": the date of a sum, not its unit. */
static bool is_dated(const truc__reader *r, const truc__num *n, const unit *u) {
  uint32_t next = u->tok + u->ntok;
  return truc__year_token(r, next) ||
         (n->magnitude && truc__small_int(r, next) > 0);
}

/* "22 h": the letter stands apart. */
static bool is_hour(const truc__reader *r, uint32_t tok, const truc__num *n) {
  return n->ntok == 1 && truc__small_int(r, tok) >= 0 &&
         truc__small_int(r, tok) <= 24 && truc__is_word(r, tok + 1, "h");
}

/* Is this numeral with this unit worth a record? */
static bool is_useful(const truc__reader *r, uint32_t tok, const truc__num *n,
                      unit *u) {
  if (u->kind == U_MONEY && u->weak) { /* 500 đồng, not "hai đồng chủ tịch" */
    bool enough = n->magnitude || (!n->words && n->exponent >= 0 &&
                                   (n->mantissa >= 100 || n->exponent >= 2 ||
                                    (n->mantissa >= 10 && n->exponent)));
    if (!enough) *u = (unit){U_NONE, "", 0, 0, false};
  }
  if (n->one && (u->kind == U_NONE || u->kind == U_COUNT || u->kind == U_TIMES))
    return false;
  if (u->kind != U_NONE) return true;
  if (is_label(r, tok, n) || is_figure_of_speech(r, tok, n)) return false;
  return !n->words || !is_piece(r, tok, n->ntok);
}

/* ------------------------------------------------------------ ranges, parts */

static bool is_to(const truc__reader *r, uint32_t tok) {
  return truc__mark_at(r, tok) == '-' || truc__is_word(r, tok, "đến") ||
         truc__is_word(r, tok, "tới");
}

/* The first number of "3 đến 5 tỷ" takes the magnitude of the second, unless
** it is the greater one: "500 đến 2 triệu" says no such thing. */
static bool carry_magnitude(truc__num *a, const truc__num *b) {
  if (a->magnitude || !b->magnitude) return true;
  if (b->exponent < 0 || a->exponent < 0) {
    a->exponent += b->worth;
    return true;
  }
  double whole = (double)b->mantissa, mine = (double)a->mantissa;
  for (int32_t e = b->exponent; e > b->worth; e--) whole *= 10;
  for (int32_t e = a->exponent; e > 0; e--) mine *= 10;
  for (int32_t e = b->exponent; e < b->worth; e++) whole /= 10;
  if (mine > whole) return false;
  a->exponent += b->worth;
  a->magnitude = a->big = true;
  return true;
}

/* "3 đến 5 tỷ USD", "10-12%": two values, one unit. */
static bool read_range(const truc__reader *r, uint32_t tok, truc__num a,
                       truc__found *f) {
  uint32_t at = tok + a.ntok;
  if (a.percent || !is_to(r, at) || at + 1 >= r->end) return false;
  truc__num b = truc__read_number(r, at + 1);
  if (!b.ntok) return false;
  unit u = read_unit(r, at + 1 + b.ntok);
  if (b.percent) u = (unit){U_PERCENT, "%", at + 1, 1, false};
  if (!is_useful(r, at + 1, &b, &u)) return false;
  if (u.kind == U_NONE && !b.magnitude) return false;
  if (!carry_magnitude(&a, &b)) return false;
  complete_item(r, &u);
  return add_value(r, f, tok, &a, &u) && add_value(r, f, at + 1, &b, &u);
}

/* The token before a value, its modifier and "mức", "con số". */
static uint32_t lead(const truc__reader *r, const truc_value *v) {
  uint32_t at = v->mod_ntok && v->mod_tok < v->tok ? v->mod_tok : v->tok;
  const truc__hit *skip = truc__phrase_back(r, at, LEX_MOD_SKIP);
  return (skip ? skip->tok : at) - 1;
}

/* Is it the amount that something rises or falls to? */
static bool is_target(const truc__reader *r, const truc_value *v) {
  bool amount = v->kind == TRUC_VAL_MONEY || v->kind == TRUC_VAL_PERCENT ||
                v->kind == TRUC_VAL_QUANTITY;
  return amount && (v->mod == TRUC_MOD_UP_TO ||
                    truc__is_any(r, lead(r, v), "lên xuống còn thành đến tới"));
}

static void take_unit(const truc__reader *r, truc_value *v,
                      const truc_value *from) {
  truc__num a = truc__read_number(r, v->num_tok);
  truc__num b = truc__read_number(r, from->num_tok);
  if (!a.ntok || !b.ntok || !carry_magnitude(&a, &b)) return;
  v->kind = from->kind;
  v->mantissa = a.mantissa;
  v->exponent = a.exponent;
  v->unit = from->unit;
  v->unit_tok = from->unit_tok;
  v->unit_ntok = from->unit_ntok;
}

/* "tăng từ 7,8 tỷ (năm 2010) lên 10 tỷ USD": the unit is given once. */
void truc__carry_unit(const truc__reader *r, truc_value *v, uint32_t n) {
  if (v->kind != TRUC_VAL_NUMBER || v->unit[0] || v->num_tok == TRUC_NONE)
    return;
  if (!truc__is_any(r, lead(r, v), "từ Từ")) return;
  for (uint32_t k = 1; k < n && k <= 3; k++) {
    if (v[k].kind == TRUC_VAL_DATE) continue;
    if (v[k].tok <= v->tok + 20 && is_target(r, &v[k])) take_unit(r, v, &v[k]);
    return;
  }
}

/* "5 trong số 12 chiếc": the part has the unit of the whole. */
static bool read_part(const truc__reader *r, uint32_t tok, truc__num a,
                      truc__found *f) {
  uint32_t at = tok + a.ntok;
  uint32_t of = truc__phrase_len(r, at, LEX_UNIT_OF);
  if (!of || a.percent || a.magnitude || at + of >= r->end) return false;
  truc__num b = truc__read_number(r, at + of);
  if (!b.ntok || b.percent || b.one || a.one) return false;
  unit u = read_unit(r, at + of + b.ntok);
  if (u.kind != U_COUNT || a.exponent || b.exponent < 0) return false;
  if (b.exponent == 0 && a.mantissa > b.mantissa) return false;
  complete_item(r, &u);
  return add_value(r, f, tok, &a, &u) && add_value(r, f, at + of, &b, &u);
}

/* "2-1", "24/7": two numbers that are no quantities; both are passed over. */
static bool is_score(const truc__reader *r, uint32_t tok, const truc__num *n) {
  uint32_t at = tok + n->ntok;
  return !n->words && !n->magnitude && truc__mark_at(r, at) == '-' &&
         truc__small_int(r, tok) >= 0 && truc__small_int(r, at + 1) >= 0;
}

/* -------------------------------------------------------------------- entry */

/* "nửa thế kỷ", "nửa năm" */
static void read_half(const truc__reader *r, uint32_t tok, truc__found *f) {
  unit u = read_unit(r, tok + 1);
  if (!truc__phrase_len(r, tok, LEX_UNIT_HALF) || u.kind != U_TIME) return;
  truc__num n;
  memset(&n, 0, sizeof n);
  n.mantissa = 5;
  n.exponent = -1;
  n.ntok = 1;
  n.words = n.big = true;
  truc_value *v = add_value(r, f, tok, &n, &u);
  if (v && v->exponent > 0) { /* 5 * 10^1 years */
    v->mantissa *= 10;
    v->exponent--;
  }
}

/* "$500 triệu" */
static void read_signed(const truc__reader *r, uint32_t tok, truc__found *f) {
  const truc__hit *h = truc__phrase(r, tok, LEX_UNIT_SIGN);
  if (!h || tok + h->ntok >= r->end) return;
  truc__num n = truc__read_number(r, tok + h->ntok);
  if (!n.ntok || n.words || n.percent) return;
  truc_value *v = truc__found_add(f, TRUC_VAL_MONEY, tok, h->ntok + n.ntok);
  set_number(v, &n, tok + h->ntok);
  v->unit = truc__hit_id(h);
  v->unit_tok = tok;
  v->unit_ntok = h->ntok;
  truc__set_modifier(r, v, true);
  f->ntok = v->ntok;
}

/* "gấp đôi" */
static void read_fold(const truc__reader *r, uint32_t tok, truc__found *f) {
  const truc__hit *h = truc__phrase(r, tok, LEX_NUM_FOLD);
  if (!h) return;
  truc_value *v = truc__found_add(f, TRUC_VAL_QUANTITY, tok, h->ntok);
  v->mantissa = truc__hit_id(h)[0] - '0';
  v->unit = "times";
  v->num_tok = v->unit_tok = tok;
  v->num_ntok = v->unit_ntok = h->ntok;
  truc__set_modifier(r, v, true);
  f->ntok = v->ntok;
}

/* "gấp ba": times as much, also without the word for it. */
static void count_times(const truc__reader *r, truc_value *v) {
  if (!v || v->kind != TRUC_VAL_NUMBER || v->unit[0]) return;
  if (!truc__is_any(r, v->tok - 1, "gấp Gấp")) return;
  v->kind = TRUC_VAL_QUANTITY;
  v->unit = "times";
  if (v->mod) return;
  uint8_t mod = TRUC_MOD_NONE;
  const truc__hit *h = mod_before(r, v->tok - 1, &mod); /* gần gấp ba */
  if (!h) return;
  v->mod = mod;
  v->mod_tok = h->tok;
  v->mod_ntok = h->ntok;
}

void truc__read_amount(const truc__reader *r, uint32_t tok, truc__found *f) {
  f->ntok = f->n = 0;
  if (r->sign[tok].inside) return;
  read_signed(r, tok, f);
  if (!f->ntok) read_fold(r, tok, f);
  if (f->ntok) return;
  truc__read_fraction(r, tok, f);
  if (f->ntok) return;
  truc__num n = truc__read_number(r, tok);
  if (!n.ntok) {
    read_half(r, tok, f);
    return;
  }
  if (truc__phrase_back(r, tok, LEX_NUM_VAGUE)) return;
  if (read_range(r, tok, n, f) || read_part(r, tok, n, f)) return;
  f->ntok = f->n = 0;
  unit u = read_unit(r, tok + n.ntok);
  if (n.percent) u = (unit){U_PERCENT, "%", tok, 1, false};
  if (u.kind == U_TIME && is_dated(r, &n, &u)) {
    f->ntok = n.magnitude ? 0 : n.ntok; /* "hai năm 2017 và 2018" */
    if (f->ntok) return;
    u = (unit){U_NONE, "", 0, 0, false};
  }
  uint32_t after = tok + n.ntok + (n.percent ? 0 : u.ntok);
  if (is_score(r, tok, &n)) {
    f->ntok = n.ntok + 2;
    return;
  }
  if (u.kind == U_TIME && !strcmp(u.id, "day") && after < r->end &&
      r->d->token.v[after].kind == TRUC_TOK_DATE)
    return; /* "hai hôm 27/2" */
  if (u.kind == U_TIME && is_clock(r, tok, after)) {
    f->ntok = after - tok;
    return;
  }
  if (is_hour(r, tok, &n)) {
    f->ntok = n.ntok + 1;
    return;
  }
  if (!is_useful(r, tok, &n, &u)) return;
  complete_item(r, &u);
  count_times(r, add_value(r, f, tok, &n, &u));
}

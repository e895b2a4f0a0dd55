/* SPDX-License-Identifier: Apache-2.0 */
/* moment.c - one point of time; days.
**
**     moment  = [clock] [part] [day-word] day [year]      22h ngày 19-11
**             | relative ["(" day ")"]                    hôm nay (27/11)
**             | weekday ["(" day ")"] | now | period      (see period.c)
**     day     = 30/11 | 21-9-1973 | 21 tháng 11 | 27
*/
#include "lex.h"
#include "value/value.h"

/* "73" is 1973, "23" is 2023. */
static int full_year(int v, int digits) {
  if (digits != 2) return v;
  return v <= 40 ? 2000 + v : 1900 + v;
}

/* Fields of a date token, checked; precision NONE if it is no date. */
void truc__moment_of_dmy(const truc__dmy *f, truc__moment *m) {
  int y = 0, mo, day;
  if (f->n == 3 && f->digits[0] == 4) {
    y = f->value[0], mo = f->value[1], day = f->value[2];
  } else if (f->n == 3) {
    day = f->value[0], mo = f->value[1];
    y = full_year(f->value[2], f->digits[2]);
  } else if (f->n == 2 && f->digits[1] == 4) {
    y = f->value[1], mo = f->value[0], day = 0;
  } else if (f->n == 2) {
    day = f->value[0], mo = f->value[1];
  } else {
    return;
  }
  bool month_only = f->n == 2 && f->digits[1] == 4;
  if (!mo || (!day && !month_only) || (f->n == 3 && !y)) return;
  if (!truc__date_valid(y, mo, day)) return;
  truc__set_point(m, (truc_date){(int16_t)y, (uint8_t)mo, (uint8_t)day},
                  month_only ? TRUC_PREC_MONTH : TRUC_PREC_DAY);
}
/* --------------------------------------------------------------------- days */

/* Words and days that make what follows them a day: "hôm nay 4/9", "từ 1/3",
** "ngày 29/7 - 3/8", "Quốc khánh 2/9", "vào 1/7". */
static bool follows_time(const truc__reader *r, uint32_t tok) {
  if (truc__phrase_back(r, tok, LEX_TIME_EVENT) ||
      truc__phrase_back(r, tok, LEX_TIME_FROM) ||
      truc__phrase_back(r, tok, LEX_TIME_REL) ||
      truc__phrase_back(r, tok, LEX_TIME_LAST) ||
      truc__is_any(r, tok - 1, "vào Vào trước sau"))
    return true;
  const truc__hit *to = truc__phrase_back(r, tok, LEX_TIME_TO);
  if (!to) to = truc__phrase_back(r, tok, LEX_TIME_AND);
  return to && to->tok > r->begin &&
         (truc__is_digits(r, to->tok - 1) ||
          truc__phrase_back(r, to->tok, LEX_TIME_REL));
}

/* "dân số", "số phiếu": what has parts. */
static bool is_whole(const truc__reader *r, uint32_t tok) {
  static const char *const wholes[][2] = {
      {"dân", "số"},      {"diện", "tích"},  {"tổng", "số"},
      {"thành", "viên"},  {"lãnh", "thổ"},   {"thời", "gian"},
      {"quãng", "đường"}, {"cử", "tri"},     {"nghị", "sĩ"},
      {"nghị", "sỹ"},     {"đại", "biểu"},   {"sản", "lượng"},
      {"dung", "tích"},   {"khối", "lượng"}, {"dân", "cư"}};
  for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
    if (truc__is_word(r, tok, wholes[i][0]) &&
        truc__is_word(r, tok + 1, wholes[i][1]))
      return true;
  return truc__is_any(r, tok, "số phiếu ghế");
}

bool truc__is_share(const truc__reader *r, uint32_t tok) {
  truc__dmy f = truc__split_dmy(r, tok);
  int a = f.value[0], b = f.value[1];
  if (f.n != 2 || f.separator != '/' || a >= b || b > 10 || !a) return false;
  if (is_whole(r, tok + 1) && !follows_time(r, tok)) return true;
  if (truc__phrase_back(r, tok, LEX_MOD_MORE) ||
      truc__phrase_back(r, tok, LEX_MOD_NEAR) ||
      truc__phrase_back(r, tok, LEX_MOD_APPROX) ||
      truc__phrase_len(r, tok + 1, LEX_UNIT_TIME) ||
      truc__is_any(r, tok - 1, "chiếm Chiếm bằng giảm tăng còn"))
    return true;
  char before = truc__mark_at(r, tok - 1), after = truc__mark_at(r, tok + 1);
  if (before == '(' || before == ',' || tok + 1 == r->end) return false;
  return !after && !follows_time(r, tok);
}

/* "ngày 1-2 lần" is one or two times a day. */
static bool is_count(const truc__reader *r, uint32_t tok, const truc__dmy *f) {
  if (f->n != 2 || f->separator != '-' || f->value[1] != f->value[0] + 1)
    return false;
  return truc__phrase_len(r, tok + 1, LEX_UNIT_TIMES) ||
         truc__phrase_len(r, tok + 1, LEX_UNIT_COUNT);
}

/* A unit after a number: what looked like a day is a count. */
static bool is_counted(const truc__reader *r, uint32_t next) {
  return truc__phrase_len(r, next, LEX_UNIT_TIMES) ||
         truc__phrase_len(r, next, LEX_NUM_MAG) ||
         truc__phrase_len(r, next, LEX_UNIT_COUNT) ||
         truc__phrase_len(r, next, LEX_UNIT_TIME) ||
         truc__phrase_len(r, next, LEX_UNIT_PERCENT) ||
         truc__phrase_len(r, next, LEX_UNIT_MEASURE) ||
         truc__phrase_len(r, next, LEX_UNIT_MONEY);
}

/* "điểm 9/10", "8/10 điểm" */
static bool is_score(const truc__reader *r, uint32_t tok, const truc__dmy *f) {
  if (f->separator != '/' || f->value[0] > f->value[1]) return false;
  return truc__is_word(r, tok + 1, "điểm") ||
         (f->value[1] == 10 && truc__is_any(r, tok - 1, "điểm Điểm"));
}

/* A day and month without a word of time beside it. */
static bool bare_day_holds(const truc__reader *r, uint32_t tok,
                           const truc__dmy *f) {
  static const char links[] = "từ đến tới và trước sau";
  if (f->n == 2 && f->digits[1] == 4 && truc__mark_at(r, tok + 1) == '/')
    return false; /* Thông tư 08/2024/TT-BTC */
  if (f->n != 2 || f->digits[1] == 4) return true;
  if (is_score(r, tok, f)) return false;
  if (truc__phrase_back(r, tok, LEX_NUM_LABEL)) return false; /* lớp 3/2 */
  if (f->separator == '.') return truc__mark_at(r, tok - 1) == '(';
  if (f->separator == '/')
    return !(f->value[0] == 24 && f->value[1] == 7) && !truc__is_share(r, tok);
  bool rises = f->value[0] < f->value[1];
  if (rises && is_counted(r, tok + 1)) return false; /* từ 3-5 học kỳ */
  if (f->value[0] > 9 || rises) return true;         /* no score */
  if (truc__is_any(r, tok - 1, links)) return true;
  return truc__mark_at(r, tok - 1) == '(' && truc__mark_at(r, tok + 1) == ')';
}

/* Behind "ngày": "mười lăm tháng ba". */
static bool day_in_words(const truc__reader *r, uint32_t tok, truc__moment *m,
                         uint32_t *ntok) {
  uint32_t words, more;
  int day = truc__small_number(r, tok, &words);
  uint32_t at = tok + words + 1;
  if (!day || at >= r->end || !truc__is_word(r, at - 1, "tháng")) return false;
  int month = truc__small_number(r, at, &more);
  if (!month || month > 12 || !truc__date_valid(0, month, day)) return false;
  truc__set_point(m, (truc_date){0, (uint8_t)month, (uint8_t)day},
                  TRUC_PREC_DAY);
  *ntok = words + 1 + more;
  return true;
}

/* "21 tháng 11" */
static bool day_and_month(const truc__reader *r, uint32_t tok, truc__moment *m,
                          uint32_t *ntok) {
  uint32_t words;
  int day = truc__small_int(r, tok);
  if (day < 1 || day > 31 || !truc__is_word(r, tok + 1, "tháng")) return false;
  int month = tok + 2 < r->end ? truc__small_number(r, tok + 2, &words) : 0;
  if (month && truc__is_word(r, tok + 2, "năm")) return false;
  if (month && truc__is_word(r, tok + 2 + words, "lần")) return false;
  if (month) {
    if (month > 12 || !truc__date_valid(0, month, day)) return false;
    truc__set_point(m, (truc_date){0, (uint8_t)month, (uint8_t)day},
                    TRUC_PREC_DAY);
    *ntok = 2 + words;
    return true;
  }
  truc__dmy f = truc__split_dmy(r, tok + 2); /* 21 tháng 11/2024 */
  if (f.n != 2 || f.digits[1] != 4) return false;
  if (!truc__date_valid(f.value[1], f.value[0], day)) return false;
  truc__set_point(
      m, (truc_date){(int16_t)f.value[1], (uint8_t)f.value[0], (uint8_t)day},
      TRUC_PREC_DAY);
  *ntok = 3;
  return true;
}

/* "ngày 27" alone: not "ngày 2 lần", "ngày 5 triệu". */
static bool day_alone(const truc__reader *r, uint32_t tok, truc__moment *m) {
  int day = truc__small_int(r, tok);
  if (day < 1 || day > 31) return false;
  if (is_counted(r, tok + 1)) return false;
  truc__set_point(m, (truc_date){0, 0, (uint8_t)day}, TRUC_PREC_DAY);
  return true;
}

uint32_t truc__hyphen_day(const truc__reader *r, uint32_t tok,
                          truc__moment *m) {
  int day = truc__small_int(r, tok), month = truc__small_int(r, tok + 2);
  if (truc__mark_at(r, tok + 1) != '-' || month < 1 || month > 12) return 0;
  const truc_token *t = &r->d->token.v[tok];
  bool apart = (t[1].flags | t[2].flags) & TRUC_TF_SPACE;
  if (day < 1 || (apart && month >= day)) return 0;
  if (!truc__date_valid(0, month, day)) return 0;
  char next = truc__mark_at(r, tok + 3);
  if (next == '-' || next == '/' || truc__is_word(r, tok + 3, "tháng") ||
      is_counted(r, tok + 3))
    return 0;
  truc__set_point(m, (truc_date){0, (uint8_t)month, (uint8_t)day},
                  TRUC_PREC_DAY);
  return 3;
}

/* Words after which "1-3" is a day rather than a score or a range. */
static bool after_link(const truc__reader *r, uint32_t tok) {
  static const char words[] = "trước sau vào mốc hết";
  return truc__is_any(r, tok - 1, words) ||
         truc__phrase_back(r, tok, LEX_TIME_FROM) ||
         truc__phrase_back(r, tok, LEX_TIME_EVENT);
}

/* What may stand before a day: "22h", "9 giờ", "sáng", "ngày"; *marked tells
** whether anything but a clock did. */
static uint32_t skip_markers(const truc__reader *r, uint32_t tok,
                             bool *marked) {
  uint32_t at = tok, n;
  if (at < r->end && r->d->token.v[at].kind == TRUC_TOK_TIME) {
    at++;
  } else if (truc__small_int(r, at) >= 0 && truc__small_int(r, at) <= 24 &&
             truc__is_word(r, at + 1, "giờ")) {
    at += 2;
    if (truc__small_int(r, at) >= 0 && truc__is_word(r, at + 1, "phút"))
      at += 2;
    else if (truc__small_int(r, at) > 0 && truc__small_int(r, at) < 60 &&
             !truc__is_word(r, at + 1, "tháng"))
      at++;
  }
  *marked = false;
  for (int k = 0; k < 2 && (n = truc__phrase_len(r, at, LEX_TIME_PART)) != 0;
       k++) {
    at += n;
    *marked = true;
  }
  if ((n = truc__phrase_len(r, at, LEX_TIME_DAY)) != 0 ||
      (n = truc__phrase_len(r, at, LEX_TIME_DATE)) != 0) {
    at += n;
    *marked = true;
  }
  return at;
}

/* Core of a day at `tok`; *ntok its length. */
static bool read_core(const truc__reader *r, uint32_t tok, bool marked,
                      truc__moment *m, uint32_t *ntok) {
  *ntok = 1;
  if (!truc__is_digits(r, tok)) return marked && day_in_words(r, tok, m, ntok);
  truc__dmy f = truc__split_dmy(r, tok);
  if (f.n) {
    if (!marked && !bare_day_holds(r, tok, &f)) return false;
    if (is_count(r, tok, &f)) return false;
    truc__moment_of_dmy(&f, m);
    return m->precision != TRUC_PREC_NONE;
  }
  if (day_and_month(r, tok, m, ntok)) return true;
  uint32_t n = marked || after_link(r, tok) ? truc__hyphen_day(r, tok, m) : 0;
  if (n) {
    *ntok = n;
    return true;
  }
  return marked && day_alone(r, tok, m);
}

static truc__moment read_day(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  bool marked;
  uint32_t at = skip_markers(r, tok, &marked), ntok;
  if (at >= r->end) return m;
  if (at > tok && truc__phrase_len(r, at, LEX_TIME_REL)) { /* 9h sáng hôm nay */
    m = truc__read_relative(r, at);
    if (m.ntok) m.ntok += at - tok;
    return m;
  }
  if (!read_core(r, at, marked, &m, &ntok)) return truc__no_moment();
  at += ntok;
  if (m.start.month && !m.start.year) at += truc__trailing_year(r, at, &m);
  m.marked = marked;
  m.ntok = at - tok;
  return m;
}

/* "(27/11)", ", 27/11" or "27/11" after "hôm nay" or a weekday. */
static uint32_t explicit_day(const truc__reader *r, uint32_t tok,
                             truc__moment *m) {
  uint32_t at = tok;
  bool bracket = truc__mark_at(r, at) == '(';
  if (bracket || truc__mark_at(r, at) == ',') at++;
  if (at > tok && !bracket && !truc__split_dmy(r, at).n &&
      !truc__is_word(r, at, "ngày"))
    return 0; /* "trưa nay, hôm 5/4" are two days */
  truc__moment x = read_day(r, at);
  if (!x.ntok) x.ntok = truc__hyphen_day(r, at, &x);
  if (!x.ntok || x.precision != TRUC_PREC_DAY || !x.start.month) return 0;
  at += x.ntok;
  if (bracket && truc__mark_at(r, at) == ')') at++;
  *m = x;
  return at - tok;
}

/* ----------------------------------------------------------------- weekdays */

/* Does a word that makes "thứ hai" a weekday stand after it? */
static bool week_after(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_REL);
  if (h && (truc__hit_id(h)[0] == 'w' || truc__hit_id(h)[0] == 'e'))
    return true;
  return truc__is_word(r, tok, "hàng") && truc__is_word(r, tok + 1, "tuần");
}

static bool ordinal_after(const truc__reader *r, uint32_t tok) {
  static const char words[] = "của liên trong làm sau kể trên là";
  return truc__is_any(r, tok, words);
}

/* Length of a weekday at `tok`, and which one: "thứ Hai", "thứ 5". */
static uint32_t weekday_at(const truc__reader *r, uint32_t tok, int *day,
                           bool *sure) {
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_WEEKDAY);
  if (h) {
    *day = truc__hit_id(h)[0] - '0';
    const truc_token *last = &r->d->token.v[tok + h->ntok - 1];
    *sure = !(h->flags & LEX_AMBIGUOUS) || last->shape == TRUC_SHAPE_TITLE;
    return h->ntok;
  }
  int v = truc__small_int(r, tok + 1);
  if (!truc__is_any(r, tok, "thứ Thứ") || v < 2 || v > 7) return 0;
  *day = v - 1;
  *sure = false;
  return 2;
}

/* Nothing stands before it whose number it could be. */
static bool at_pause(const truc__reader *r, uint32_t tok) {
  return tok == r->begin || truc__mark_at(r, tok - 1) == ',';
}

static bool is_weekday(const truc__reader *r, uint32_t tok, uint32_t end,
                       bool marked) {
  if (week_after(r, end)) return true;
  if (at_pause(r, tok) && truc__is_any(r, end, "này vừa tới")) return true;
  if (!marked && !truc__is_word(r, tok - 1, "vào")) return false;
  bool day = marked && truc__is_word(r, tok - 1, "ngày");
  return !(day && ordinal_after(r, end));
}

static truc__moment read_weekday(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  bool marked, sure;
  int day;
  uint32_t at = skip_markers(r, tok, &marked);
  uint32_t n = weekday_at(r, at, &day, &sure), end = at + n;
  if (at == tok && truc__is_any(r, tok - 1, "lần Lần")) return m;
  if (!n) return m;
  uint32_t more = explicit_day(r, end, &m);
  sure = sure || (more && truc__mark_at(r, end) == '(');
  if (!sure && !is_weekday(r, at, end, marked)) return truc__no_moment();
  if (!more) {
    m.when.base = BASE_WEEKDAY;
    m.when.shift = (int16_t)day;
    m.precision = TRUC_PREC_DAY;
    const truc__hit *w = truc__phrase(r, end, LEX_TIME_REL);
    if (w && (truc__hit_id(w)[0] == 'w' || truc__hit_id(w)[0] == 'e')) {
      m.when.of_week = true;
      m.when.week =
          (int8_t)(truc__hit_id(w)[2] == '-' ? -1 : truc__hit_id(w)[2] - '0');
      more = w->ntok;
    } else if (truc__is_word(r, end, "này")) {
      m.when.of_week = true;
      more = 1;
    }
  }
  m.marked = true;
  m.ntok = end + more - tok;
  return m;
}

/* -------------------------------------------------------------------- entry */

/* "hiện" is a syllable of many words; the look-alikes are in the table, and a
** word that the segmenter made longer is no adverb. */
static truc__moment read_now(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_NOW);
  if (!h || (h->ntok == 1 && h->split)) return m;
  m.now = m.marked = true;
  m.ntok = h->ntok;
  return m;
}

static truc__moment read_today(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__read_relative(r, tok);
  if (!m.ntok || m.when.unit != 'd' || m.when.base != BASE_PUB) return m;
  truc__moment x;
  uint32_t more = explicit_day(r, tok + m.ntok, &x);
  if (!more) return m;
  x.when.hint = HINT_TODAY;
  x.when.shift = m.when.shift;
  x.marked = true;
  x.ntok = m.ntok + more;
  return x;
}

truc__moment truc__read_moment(const truc__reader *r, uint32_t tok) {
  truc__moment m = truc__no_moment();
  if (tok >= r->end) return m;
  const uint64_t may = r->sign[tok].begins;
  if (!(may & TRUC__MOMENTS)) return m;
  if (may & BIT(TIME_NOW)) m = read_now(r, tok);
  if (may & TRUC__DAYS) truc__keep_longer(&m, read_day(r, tok));
  if (may & TRUC__RELATIVES) truc__keep_longer(&m, read_today(r, tok));
  if (may & TRUC__WEEKDAYS) truc__keep_longer(&m, read_weekday(r, tok));
  truc__keep_longer(&m, truc__read_period(r, tok));
  return m;
}

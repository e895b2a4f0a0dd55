/* SPDX-License-Identifier: Apache-2.0 */
/* moment.c - one point of time.
**
**     moment  = [clock] [part] [day-word] day [year]      22h ngày 19-11
**             | [edge] (month [year] | year | quarter [year])
**             | relative ["(" day ")"]                    hôm nay (27/11)
**             | weekday | decade | century | now
**     day     = 30/11 | 21-9-1973 | 21 tháng 11 | 27
**     year    = năm 2024 | năm nay | cùng năm
*/
#include "lex.h"
#include "value/value.h"

static truc__moment none(void) {
  truc__moment m;
  memset(&m, 0, sizeof m);
  return m;
}


static void set_point(truc__moment *m, truc_date x, unsigned precision) {
  m->start = m->end = x;
  m->precision = (uint8_t)precision;
}

static void set_years(truc__moment *m, int first, int last) {
  m->start = (truc_date){(int16_t)first, 0, 0};
  m->end = (truc_date){(int16_t)last, 0, 0};
  m->precision = TRUC_PREC_YEAR;
  m->interval = first != last;
}

static void set_months(truc__moment *m, int first, int last) {
  m->start = (truc_date){0, (uint8_t)first, 0};
  m->end = (truc_date){0, (uint8_t)last, 0};
  m->precision = TRUC_PREC_MONTH;
  m->interval = first != last;
}

static bool usual_year(int y) { return y >= 1900 && y <= 2100; }

/* "73" is 1973, "23" is 2023. */
static int full_year(int v, int digits) {
  if (digits != 2) return v;
  return v <= 40 ? 2000 + v : 1900 + v;
}

/* ---------------------------------------------------------- relative phrases */

/* "w:-1" */
static void set_relative(truc__moment *m, const char *id, truc__base base) {
  m->when.base = (uint8_t)base;
  m->when.unit = id[0];
  m->when.shift = (int16_t)(id[2] == '-' ? -(id[3] - '0') : id[2] - '0');
  switch (id[0]) {
    case 'y': m->precision = TRUC_PREC_YEAR; break;
    case 'q': m->precision = TRUC_PREC_MONTH; m->interval = true; break;
    case 'm': m->precision = TRUC_PREC_MONTH; break;
    case 'w': m->precision = TRUC_PREC_DAY; m->interval = true; break;
    default: m->precision = TRUC_PREC_DAY; break;
  }
}

static truc__moment read_relative(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_REL);
  const truc__hit *l = truc__phrase(r, tok, LEX_TIME_LAST);
  if (l && (!h || l->ntok > h->ntok)) {
    set_relative(&m, l->id, BASE_LAST);
    m.ntok = l->ntok;
  } else if (h) {
    set_relative(&m, h->id, BASE_PUB);
    m.ntok = h->ntok;
  }
  m.marked = true;
  return m;
}

uint32_t truc__trailing_year(const truc__reader *r, uint32_t tok,
                             truc__moment *m) {
  uint32_t at = tok + (truc__is_word(r, tok, "của") ? 1 : 0);
  const truc__hit *h = truc__phrase(r, at, LEX_TIME_REL);
  bool last = false;
  if (!h && (h = truc__phrase(r, at, LEX_TIME_LAST)) != NULL) last = true;
  if (h && h->id[0] == 'y') {
    truc__moment y = none();
    set_relative(&y, h->id, BASE_PUB);
    m->when.year_base = last ? BASE_LAST : BASE_PUB;
    m->when.year_shift = y.when.shift;
    return at + h->ntok - tok;
  }
  if (!truc__is_word(r, at, "năm")) return 0;
  int year = truc__year_token(r, at + 1);
  if (!year || !truc__date_valid(year, m->start.month, m->start.day)) return 0;
  m->start.year = m->end.year = (int16_t)year;
  return at + 2 - tok;
}

/* ----------------------------------------------------------------------- days */

/* Fields of a date token, checked; precision NONE if it is no date. */
static void date_of_fields(const truc__dmy *f, truc__moment *m) {
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
  set_point(m, (truc_date){(int16_t)y, (uint8_t)mo, (uint8_t)day},
            month_only ? TRUC_PREC_MONTH : TRUC_PREC_DAY);
}

static bool follows(const truc__reader *r, uint32_t tok,
                    const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (truc__is_word(r, tok, words[i])) return true;
  return false;
}
#define FOLLOWS(r, tok, list) follows(r, tok, list, sizeof list / sizeof *list)

/* "1/3 dân số", "gần 2/3": a share, not the first of March. */
static bool is_share(const truc__reader *r, uint32_t tok,
                     const truc__dmy *f) {
  static const char *const after[] = {
      "số",   "dân",  "tổng",  "lượng", "diện", "thành", "người", "ghế",
      "phiếu", "trong", "quân", "thế",   "kim",  "doanh", "nước",  "của",
      "nhu",  "sản",  "đại",   "nghị",  "đội",  "lực",   "bệnh",  "cử"};
  static const char *const ahead[] = {"gần",  "khoảng", "hơn",  "chiếm", "bằng",
                                      "tới",  "giảm",   "tăng", "được",  "quá",
                                      "có",   "đến",    "mất",  "hết"};
  int a = f->value[0], b = f->value[1];
  if (a >= b || b > 10) return false;
  return FOLLOWS(r, tok + 1, after) || FOLLOWS(r, tok - 1, ahead);
}

/* A day and month without a word of time beside it. */
static bool bare_day_holds(const truc__reader *r, uint32_t tok,
                           const truc__dmy *f) {
  static const char *const links[] = {"từ", "đến", "tới", "và", "trước", "sau"};
  if (f->n != 2 || f->digits[1] == 4) return true;
  if (f->separator == '.') return truc__mark_at(r, tok - 1) == '(';
  if (f->separator == '/')
    return !(f->value[0] == 24 && f->value[1] == 7) && !is_share(r, tok, f);
  if (f->value[0] > 9 || f->value[0] < f->value[1]) return true; /* no score */
  if (FOLLOWS(r, tok - 1, links)) return true;
  return truc__mark_at(r, tok - 1) == '(' && truc__mark_at(r, tok + 1) == ')';
}

/* "21 tháng 11" */
static bool day_and_month(const truc__reader *r, uint32_t tok,
                          truc__moment *m, uint32_t *ntok) {
  uint32_t words;
  int day = truc__small_int(r, tok);
  if (day < 1 || day > 31 || !truc__is_word(r, tok + 1, "tháng")) return false;
  int month = tok + 2 < r->end ? truc__small_number(r, tok + 2, &words) : 0;
  if (month) {
    if (month > 12 || !truc__date_valid(0, month, day)) return false;
    set_point(m, (truc_date){0, (uint8_t)month, (uint8_t)day}, TRUC_PREC_DAY);
    *ntok = 2 + words;
    return true;
  }
  truc__dmy f = truc__split_dmy(r, tok + 2); /* 21 tháng 11/2024 */
  if (f.n != 2 || f.digits[1] != 4) return false;
  if (!truc__date_valid(f.value[1], f.value[0], day)) return false;
  set_point(m, (truc_date){(int16_t)f.value[1], (uint8_t)f.value[0],
                           (uint8_t)day},
            TRUC_PREC_DAY);
  *ntok = 3;
  return true;
}

/* "ngày 27" alone: not "ngày 2 lần", "ngày 5 triệu". */
static bool day_alone(const truc__reader *r, uint32_t tok, truc__moment *m) {
  int day = truc__small_int(r, tok);
  if (day < 1 || day > 31) return false;
  uint32_t next = tok + 1;
  if (truc__phrase_len(r, next, LEX_UNIT_TIMES) || truc__phrase_len(r, next, LEX_NUM_MAG) ||
      truc__phrase_len(r, next, LEX_UNIT_COUNT) || truc__phrase_len(r, next, LEX_UNIT_TIME) ||
      truc__phrase_len(r, next, LEX_UNIT_PERCENT) ||
      truc__phrase_len(r, next, LEX_UNIT_MEASURE) || truc__phrase_len(r, next, LEX_UNIT_MONEY))
    return false;
  set_point(m, (truc_date){0, 0, (uint8_t)day}, TRUC_PREC_DAY);
  return true;
}

/* "ngày 28 - 2": the hyphen of a date with blanks round it. A range rises. */
static bool spaced_day(const truc__reader *r, uint32_t tok, truc__moment *m) {
  int day = truc__small_int(r, tok), month = truc__small_int(r, tok + 2);
  if (truc__mark_at(r, tok + 1) != '-' || month < 1 || month > 12) return false;
  if (month >= day || !truc__date_valid(0, month, day)) return false;
  if (truc__is_word(r, tok + 3, "tháng")) return false;
  set_point(m, (truc_date){0, (uint8_t)month, (uint8_t)day}, TRUC_PREC_DAY);
  return true;
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
  while ((n = truc__phrase_len(r, at, LEX_TIME_PART)) != 0) {
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
  truc__dmy f = truc__split_dmy(r, tok);
  if (f.n) {
    if (!marked && !bare_day_holds(r, tok, &f)) return false;
    date_of_fields(&f, m);
    return m->precision != TRUC_PREC_NONE;
  }
  if (day_and_month(r, tok, m, ntok)) return true;
  if (!marked) return false;
  if (spaced_day(r, tok, m)) {
    *ntok = 3;
    return true;
  }
  return day_alone(r, tok, m);
}

static truc__moment read_day(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  bool marked;
  uint32_t at = skip_markers(r, tok, &marked), ntok;
  if (at >= r->end) return m;
  if (at > tok && truc__phrase_len(r, at, LEX_TIME_REL)) { /* 9h sáng hôm nay */
    m = read_relative(r, at);
    if (m.ntok) m.ntok += at - tok;
    return m;
  }
  if (!read_core(r, at, marked, &m, &ntok)) return none();
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
  if (!x.ntok || x.precision != TRUC_PREC_DAY || !x.start.month) return 0;
  at += x.ntok;
  if (bracket && truc__mark_at(r, at) == ')') at++;
  *m = x;
  return at - tok;
}

/* ------------------------------------------------------------------- weekdays */

/* Does a word that makes "thứ hai" a weekday stand after it? */
static bool week_after(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_REL);
  if (h && h->id[0] == 'w') return true;
  return truc__is_word(r, tok, "hàng") && truc__is_word(r, tok + 1, "tuần");
}

static bool ordinal_after(const truc__reader *r, uint32_t tok) {
  static const char *const words[] = {"của", "liên", "trong", "làm", "sau",
                                      "kể",  "trên", "là"};
  return FOLLOWS(r, tok, words);
}

static truc__moment read_weekday(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  bool marked;
  uint32_t at = skip_markers(r, tok, &marked);
  const truc__hit *h = truc__phrase(r, at, LEX_TIME_WEEKDAY);
  if (!h) return m;
  uint32_t end = at + h->ntok;
  const truc_token *last = &r->d->token.v[end - 1];
  bool capital = last->shape == TRUC_SHAPE_TITLE;
  if ((h->flags & LEX_AMBIGUOUS) && !capital) {
    if (!marked && !week_after(r, end)) return m;
    if (marked && truc__phrase_len(r, end - h->ntok - 1, LEX_TIME_DAY) &&
        ordinal_after(r, end))
      return m;
  }
  uint32_t more = explicit_day(r, end, &m);
  if (!more) {
    m.when.base = BASE_WEEKDAY;
    m.when.shift = (int16_t)(h->id[0] - '0');
    m.precision = TRUC_PREC_DAY;
    const truc__hit *w = truc__phrase(r, end, LEX_TIME_REL);
    if (w && w->id[0] == 'w') {
      m.when.of_week = true;
      m.when.week = (int8_t)(w->id[2] == '-' ? -1 : w->id[2] - '0');
      more = w->ntok;
    }
  }
  m.marked = true;
  m.ntok = end + more - tok;
  return m;
}

/* -------------------------------------------------- months, quarters, years */

static truc__moment read_month(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  uint32_t ntok = 1;
  if (!truc__phrase_len(r, tok, LEX_TIME_MONTH) || tok + 1 >= r->end) return m;
  truc__dmy f = truc__split_dmy(r, tok + 1);
  if (f.n == 2 && f.digits[1] == 4) {
    date_of_fields(&f, &m);
  } else if (!f.n) {
    int month = truc__small_number(r, tok + 1, &ntok);
    if (month < 1 || month > 12) return m;
    if (truc__is_word(r, tok + 1 + ntok, "lần")) return m;
    bool five = truc__is_word(r, tok + 1, "năm");
    if (five && !truc__year_token(r, tok + 2) &&
        !truc__is_word(r, tok + 2, "năm"))
      return m; /* "trong tháng, năm …" and "tháng năm nay" say no May */
    set_point(&m, (truc_date){0, (uint8_t)month, 0}, TRUC_PREC_MONTH);
    if (five && truc__year_token(r, tok + 2)) { /* tháng năm 2023 */
      m.start.year = m.end.year = (int16_t)truc__year_token(r, tok + 2);
      ntok++;
    }
  }
  if (!m.precision) return m;
  uint32_t at = tok + 1 + ntok;
  if (!m.start.year) at += truc__trailing_year(r, at, &m);
  m.marked = true;
  m.ntok = at - tok;
  return m;
}

static truc__moment read_quarter(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  if (!truc__phrase_len(r, tok, LEX_TIME_QUARTER) || tok + 1 >= r->end) return m;
  int q = 0, year = 0;
  uint32_t ntok = 1;
  truc__dmy f = truc__split_dmy(r, tok + 1);
  const truc__hit *roman = truc__phrase(r, tok + 1, LEX_NUM_ROMAN);
  if (f.n == 2 && f.digits[1] == 4) {
    q = f.value[0], year = f.value[1];
  } else if (roman) {
    q = roman->id[1] ? 0 : roman->id[0] - '0';
  } else {
    q = truc__small_number(r, tok + 1, &ntok);
  }
  if (q < 1 || q > 4) return m;
  uint32_t at = tok + 1 + ntok;
  set_months(&m, q * 3 - 2, q * 3);
  if (!year && truc__mark_at(r, at) == '/' && truc__year_token(r, at + 1)) {
    year = truc__year_token(r, at + 1);
    at += 2;
  }
  m.start.year = m.end.year = (int16_t)year;
  if (!year) at += truc__trailing_year(r, at, &m);
  m.marked = true;
  m.ntok = at - tok;
  return m;
}

static truc__moment read_decade(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  uint32_t n = truc__phrase_len(r, tok, LEX_TIME_DECADE);
  if (!n) return m;
  int v = truc__small_int(r, tok + n);
  if (v >= 10 && v < 100) v += 1900;
  if (v < 1000 || v > 2999 || v % 10) return m;
  set_years(&m, v, v + 9);
  m.marked = true;
  m.ntok = n + 1;
  return m;
}

static truc__moment read_century(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  uint32_t n = truc__phrase_len(r, tok, LEX_TIME_CENTURY), ntok = 1;
  if (!n || tok + n >= r->end) return m;
  if (truc__is_word(r, tok + n, "thứ")) n++;
  if (tok + n >= r->end) return m;
  const truc__hit *roman = truc__phrase(r, tok + n, LEX_NUM_ROMAN);
  int v = 0;
  if (roman)
    for (const char *p = roman->id; *p; p++) v = v * 10 + (*p - '0');
  else
    v = truc__small_int(r, tok + n);
  if (v < 1 || v > 29) return m;
  set_years(&m, v * 100 - 99, v * 100);
  m.marked = true;
  m.ntok = n + ntok;
  return m;
}

bool truc__year_is_placed(const truc__reader *r, uint32_t tok) {
  static const char *const ahead[] = {"từ",  "đến", "tới",   "vào", "trong",
                                      "mùa", "sau", "trước", "hết"};
  if (tok == r->begin) return false;
  if (truc__mark_at(r, tok - 1) == '(') return true;
  if (truc__phrase_len(r, tok - 1, LEX_TIME_AND) &&
      truc__year_token(r, tok - 2))
    return true;
  return FOLLOWS(r, tok - 1, ahead) ||
         truc__phrase_back(r, tok, LEX_TIME_EDGE) ||
         truc__phrase_back(r, tok, LEX_TIME_PERIOD);
}

/* May a number of four digits stand for a year here, without "năm"?  Thousands
** are written with a dot, so it is one unless a word of quantity precedes. */
static bool bare_year_holds(const truc__reader *r, uint32_t tok, int year) {
  static const char *const ahead[] = {"được", "có",  "với", "đạt", "lên",
                                      "còn",  "mức", "giá", "số",  "khoản",
                                      "cả",   "gồm", "thêm", "mua", "bán",
                                      "bằng", "thu", "chi", "xuống"};
  if (truc__year_is_placed(r, tok)) return true;
  if (year == 2000 || FOLLOWS(r, tok - 1, ahead)) return false;
  if (truc__phrase_back(r, tok, LEX_NUM_LABEL)) return false;
  return !truc__phrase_back(r, tok, LEX_MOD_MORE) &&
         !truc__phrase_back(r, tok, LEX_MOD_NEAR) &&
         !truc__phrase_back(r, tok, LEX_MOD_LESS) &&
         !truc__phrase_back(r, tok, LEX_MOD_APPROX);
}

static truc__moment read_year(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  uint32_t n = truc__phrase_len(r, tok, LEX_TIME_YEAR);
  int year = truc__year_token(r, tok + n);
  if (!year || (!n && (!usual_year(year) || !bare_year_holds(r, tok, year))))
    return m;
  set_years(&m, year, year);
  m.marked = n > 0;
  if (n == 2 && truc__is_word(r, tok, "trong")) m.when.hint = HINT_WITHIN;
  m.ntok = n + 1;
  return m;
}

/* "đầu năm", "cuối tháng": of the current one. */
static truc__moment read_current(const truc__reader *r, uint32_t tok) {
  static const char *const other[] = {"mới", "học", "ấy", "đó", "này"};
  truc__moment m = none();
  bool year = truc__is_word(r, tok, "năm");
  if (!year && !truc__is_word(r, tok, "tháng")) return m;
  if (FOLLOWS(r, tok + 1, other)) return m;
  set_relative(&m, year ? "y:0" : "m:0", BASE_PUB);
  m.marked = true;
  m.ntok = 1;
  return m;
}

static void keep_longer(truc__moment *a, truc__moment b) {
  if (b.ntok > a->ntok) *a = b;
}

static truc__moment read_period(const truc__reader *r, uint32_t tok) {
  truc__moment m = read_relative(r, tok);
  keep_longer(&m, read_month(r, tok));
  keep_longer(&m, read_quarter(r, tok));
  keep_longer(&m, read_decade(r, tok));
  keep_longer(&m, read_century(r, tok));
  keep_longer(&m, read_year(r, tok));
  return m;
}

/* "cuối tháng 3", "đầu năm ngoái": no more exact than the month or year. */
static truc__moment read_edge(const truc__reader *r, uint32_t tok) {
  uint32_t n = truc__phrase_len(r, tok, LEX_TIME_EDGE);
  if (!n) return none();
  truc__moment m = read_period(r, tok + n);
  if (!m.ntok) m = read_current(r, tok + n);
  if (m.precision == TRUC_PREC_DAY) return none();
  if (m.ntok) m.ntok += n;
  m.when.hint = 0;
  return m;
}

/* "nửa đầu năm 2023" */
static truc__moment read_half_year(const truc__reader *r, uint32_t tok) {
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_HALF);
  if (!h) return none();
  truc__moment y = read_year(r, tok + h->ntok), m = none();
  if (!y.ntok) y = read_relative(r, tok + h->ntok);
  if (!y.ntok) y = read_current(r, tok + h->ntok);
  if (!y.ntok || y.precision != TRUC_PREC_YEAR) return m;
  bool first = h->id[0] == '1';
  set_months(&m, first ? 1 : 7, first ? 6 : 12);
  m.start.year = m.end.year = y.start.year;
  m.when.year_base = y.when.base;
  m.when.year_shift = y.when.shift;
  m.marked = true;
  m.ntok = h->ntok + y.ntok;
  return m;
}

/* ---------------------------------------------------------------------- entry */

/* "hiện" is a syllable of many words; the look-alikes are in the table, and a
** word that the segmenter made longer is no adverb. */
static truc__moment read_now(const truc__reader *r, uint32_t tok) {
  truc__moment m = none();
  const truc__hit *h = truc__phrase(r, tok, LEX_TIME_NOW);
  if (!h || (h->ntok == 1 && (h->flags & HIT_SPLIT))) return m;
  m.now = m.marked = true;
  m.ntok = h->ntok;
  return m;
}

static truc__moment read_today(const truc__reader *r, uint32_t tok) {
  truc__moment m = read_relative(r, tok);
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
  truc__moment m = read_now(r, tok);
  keep_longer(&m, read_day(r, tok));
  keep_longer(&m, read_today(r, tok));
  keep_longer(&m, read_weekday(r, tok));
  keep_longer(&m, read_period(r, tok));
  keep_longer(&m, read_edge(r, tok));
  keep_longer(&m, read_half_year(r, tok));
  return m;
}

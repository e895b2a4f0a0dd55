/* SPDX-License-Identifier: Apache-2.0
**
** value - dates, spans of time, sums, counts and ranks: found and normalised.
**
** In:  d->token, d->sentence, the phrases of data/lex/{time,numbers,units,
**      currencies,ranks}.tsv, d->mention (what lies inside a name), d->date.
** Out: d->value, sorted, not overlapping.
**
** Two passes.  The first reads each sentence from left to right: at every token
** the readers of dates, ranks and amounts each say how far they get, and the
** longest reading wins.  What a date still lacks (a year, a month, "yesterday
** of which day?") is kept beside it in a truc__pending.  The second pass walks
** over all values in order and fills that in: from the other side of an
** interval, from the date mentioned before, from the publication date, or,
** where that is unknown, from what the text itself says about its own day and
** year.  It comes second because the text may say so late: "trong năm 2023"
** stands in the tenth sentence, and the first has only "30/11".
**
** Without a publication date, a dateline of the text gives it ("Hà Nội, ngày
** 12-5-2024" as a line of its own, d->date_inferred); a date of the body never
** does.
**
** What is not known stays 0.  A year is never guessed from the calendar of the
** reader; a missing one is the year that puts the date nearest to the
** publication date, unless the tense of the clause forbids that.  What is of no
** one day stays text: lunar dates, "thứ Hai hằng tuần".
**
** Speed.  Most questions ("a unit here?") are asked of tokens that have nothing
** of the kind, so the classes of the phrases that begin and end at a token are
** gathered once as bits (truc__sign), and a phrase is looked for only where its
** bit is set.  The lexicon says of every node whether it has phrases for this
** room, so that no others are copied; and each reader is asked only where one
** of its bits is set, for nearly all of a text begins no value.
**
** Spans.  A value's own span covers the numeral and the unit, without the
** modifier ("hơn"), which has a span of its own: the same sum is stated by "30
** tỷ USD" and "khoảng 30 tỷ USD".  A unit may lie outside the value where the
** text gives it once: "từ 3 đến 5 tỷ USD" is two values, with one unit.  A date
** covers its markers: "22h ngày 19-11", "từ ngày 27 đến 30/11".  A rank covers
** the adjective that belongs to it: "lớn thứ tư".
**
** Why readers in C and not rules in a file: a date is arithmetic and carrying,
** which pattern files say badly; the words are in the tables, where they can be
** edited without this code.  Why the longest reading and not priorities: "7
** tháng đầu năm nay" begins as a duration and "27-30/11" as a number; the
** length says which one was meant.
**
** Tried and dropped: resolving a date when it is found (the text's own year may
** come later); weekdays read by default (of 322 lower-case "thứ hai … thứ bảy"
** in foreign-affairs news 11 were days); "thứ N" as a rank by default (of 119
** ranks so read a third counted something: "tổng thống thứ 45"); any "trong năm
** Y" as the year of the text (right in 47 of 108 texts).
**
**   classes.h   the classes of phrases, each with its bit; bits.h makes masks
**   look.c      phrases, marks and digits at a token
**   number.c    numerals: 5.000, ba tỷ rưỡi, hai mươi lăm nghìn
**   amount.c    money, percentages, counts, durations, and their modifiers
**   fraction.c  parts of a whole
**   rank.c      ranks and ordinals
**   moment.c    one point of time: 30/11, hôm nay (27/11), thứ Hai
**   period.c    months and more: tháng 3, quý I/2023, nửa đầu năm, tuần tới
**   date.c      which reading of a date is taken
**   interval.c  from one to another
**   series.c    several days in one phrase: hai ngày 20 và 21/5
**   counted.c   counted from a known date: 7 tháng đầu năm, 65 năm qua
**   lunar.c     dates of the lunar calendar
**   tense.c     what the clause says: future, past, part of a name
**   dateline.c  the publication date, where the text prints it
**   resolve.c   second pass: what a date lacks (resolve.h)
**   reference.c the day that the text speaks from
**   relative.c  dates that count from that day, or from the date before
**   timex.c     a date or duration in the terms of TIMEX3
**   agency.c    which ministry a name means, by the date
**   calendar.c  days, weeks, the ISO form
**   value.c     the passes
*/
#ifndef TRUC_VALUE_H
#define TRUC_VALUE_H

#include "base/doc.h"
#include "value/bits.h"

truc_rc truc__value_run(truc_doc *d);
void truc__value_release(truc_doc *d);

/* --------------------------------------------------------------- calendar.c */

/* Days since 1970-01-01 in the Gregorian calendar, and back. */
int32_t truc__date_days(truc_date x);
truc_date truc__date_of_days(int32_t days);
/* Is it a day that exists, or may exist (year 0: unknown)? */
bool truc__date_valid(int year, int month, int day);
/* -1, 0, 1; unknown fields count as 0. */
int truc__date_compare(truc_date a, truc_date b);
/* `months` later; the day is cut to the length of the month. */
truc_date truc__date_add_months(truc_date x, int months);

/* ---------------------------------------------------------- what is missing */

/* How a date hangs on another one. */
typedef enum truc__base {
  BASE_NONE,    /* it stands for itself, perhaps with fields missing */
  BASE_PUB,     /* `shift` units from the publication date */
  BASE_LAST,    /* `shift` units from the date mentioned before */
  BASE_WEEKDAY, /* `shift` 1..7: that weekday near the publication date */
  BASE_SPAN,    /* the `shift` units before or after the publication date */
  BASE_TEXT     /* it stays as the text says it; the basis is written */
} truc__base;

typedef struct truc__pending {
  uint8_t base;      /* truc__base */
  char unit;         /* d w m q y, e: a weekend */
  int8_t tense;      /* see truc__clause_tense() */
  uint8_t year_base; /* where the year hangs: "tháng 3 năm ngoái" */
  int16_t shift, year_shift;
  uint8_t hint;       /* HINT_ */
  bool month_carried; /* "ngày 27 đến 30/11" */
  bool of_week;       /* a weekday of the week that lies `week` from now */
  int8_t week;
} truc__pending;
#define HINT_ANNIVERSARY 0x01 /* second date of (21/9/1973-21/9/2023) */
#define HINT_WITHIN 0x02      /* "trong năm 2023" */
#define HINT_UNTIL 0x04       /* "đến tháng 8/2018" */
#define HINT_TODAY 0x08       /* "hôm nay (27/11)" */
#define HINT_BEGINS 0x10      /* an interval right after "bắt đầu" */
#define HINT_AHEAD 0x40       /* second date of a jubilee still to come */
#define HINT_START 0x20       /* base and shift belong to the start alone */
#define HINT_YEARLY 0x80      /* "ngày 31-3 hằng năm": of no one year */

/* -------------------------------------------------------------- the reading */

/* What stands at a token, worked out once, for the readers ask it often. */
typedef struct truc__sign {
  uint64_t begins; /* classes of the phrases that begin here, see bits.h */
  uint64_t ends;   /* of those of five tokens at most that end before it */
  char mark;       /* see truc__mark_at() */
  uint8_t inside;  /* INSIDE_ */
} truc__sign;

typedef struct truc__valuework {
  VEC(truc__pending) when; /* [values] */
  truc__phrases phrases;   /* of the classes of bits.h */
  VEC(truc__sign) sign;    /* [tokens + 1] */
  uint64_t named;          /* the classes of all of them together */
  bool comma_groups;       /* this text writes 1,234,567.8 */
  bool lunar;              /* it has words of the lunar calendar */
  truc_date ref;           /* publication date, or the text's own day */
  uint8_t ref_precision;   /* truc_precision */
  bool ref_from_text;
  int16_t text_year; /* the year the text speaks from, 0 unknown */
  truc_date day;     /* of a dateline without a year; day 0: none */
} truc__valuework;
#define INSIDE_NAME 0x01 /* of a body, a person, an agreement */
#define INSIDE_PAIR 0x02 /* of "hai nước", "hai bên" */

/* A sentence being read. */
typedef struct truc__reader {
  const truc_doc *d;
  const truc__valuework *w;
  const truc__sign *sign; /* of the whole text */
  uint32_t begin, end;    /* its tokens */
  uint32_t sent;
} truc__reader;

/* What a reader found at a token: up to FOUND_MAX values in `ntok` tokens. */
#define FOUND_MAX 8
typedef struct truc__found {
  uint32_t ntok;
  unsigned n;
  truc_value v[FOUND_MAX];
  truc__pending w[FOUND_MAX];
} truc__found;
/* A new entry, cleared, over [tok, tok + ntok); NULL if full. */
truc_value *truc__found_add(truc__found *f, truc_value_kind kind, uint32_t tok,
                            uint32_t ntok);

/* ------------------------------------------------------------------- look.c */

/* Fills w->sign and what they say of the whole text. */
bool truc__signs_run(const truc_doc *d, truc__valuework *w);
/* The phrases that begin at a token, the longest first; *n is their number. */
const truc__hit *truc__value_phrases(const truc_doc *d, uint32_t tok,
                                     uint32_t *n);
/* May a value begin at this token? */
static inline bool truc__may_begin(const truc__sign *s) {
  return s->begins & BIT_BEGIN;
}

/* At what each reader may begin. */
#define TRUC__RELATIVES (BIT(TIME_REL) | BIT(TIME_LAST))
#define TRUC__PERIODS                                                \
  (TRUC__RELATIVES | BIT_DIGITS | BIT(TIME_MONTH) | BIT(TIME_YEAR) | \
   BIT(TIME_QUARTER) | BIT(TIME_DECADE) | BIT(TIME_CENTURY))
#define TRUC__DAYS \
  (BIT_DIGITS | BIT(TIME_PART) | BIT(TIME_DAY) | BIT(TIME_DATE))
#define TRUC__WEEKDAYS (TRUC__DAYS | BIT(TIME_WEEKDAY) | BIT(RANK_THU))
#define TRUC__MOMENTS                                               \
  (TRUC__PERIODS | TRUC__WEEKDAYS | BIT(TIME_EDGE) | BIT(TIME_HALF) | \
   BIT(TIME_NOW))
#define TRUC__NUMBERS (BIT_DIGITS | BIT(NUM_WORD) | BIT(NUM_TAIL))
#define TRUC__SERIES \
  (TRUC__NUMBERS | BIT(VALUE_BEGIN) | BIT(TIME_DAY) | BIT(TIME_PART))
#define TRUC__LUNAR BIT(TIME_TET)
#define TRUC__DATES                                                       \
  (TRUC__MOMENTS | TRUC__SERIES | TRUC__LUNAR | BIT(TIME_FROM) | BIT(UNIT_HALF))
#define TRUC__RANKS                                                    \
  (BIT(RANK_THU) | BIT(RANK_DEGREE) | BIT(RANK_FIRST) | BIT(RANK_BEST) | \
   BIT(RANK_LEAD) | BIT(RANK_PLACE) | BIT(VALUE_BEGIN))
#define TRUC__AMOUNTS (TRUC__NUMBERS | BIT(UNIT_SIGN) | BIT(UNIT_HALF))
#define TRUC__UNITS                                               \
  (BIT(UNIT_PERCENT) | BIT(UNIT_MONEY) | BIT(UNIT_TIME) |         \
   BIT(UNIT_MEASURE) | BIT(UNIT_AGE) | BIT(UNIT_TIMES) | BIT(UNIT_COUNT))
/* Perhaps a phrase of one of these classes begins here. */
static inline bool truc__may_any(const truc__reader *r, uint32_t tok,
                                 uint64_t bits) {
  return tok >= r->begin && tok < r->end && (r->sign[tok].begins & bits);
}
static inline bool truc__may(const truc__reader *r, uint32_t tok,
                             unsigned cls) {
  return truc__may_any(r, tok, truc__bit(cls));
}
/* Is the token of digits: a number, date, time or percentage? */
static inline bool truc__is_digits(const truc__reader *r, uint32_t tok) {
  return truc__may_any(r, tok, BIT_DIGITS);
}
/* Longest phrase of class `cls` at `tok`, NULL if there is none or if a longer
** look-alike (class value.not) stands there. */
const truc__hit *truc__find_phrase(const truc__reader *r, uint32_t tok,
                                   unsigned cls);
static inline const truc__hit *truc__phrase(const truc__reader *r, uint32_t tok,
                                            unsigned cls) {
  return truc__may(r, tok, cls) ? truc__find_phrase(r, tok, cls) : NULL;
}
/* Its length in tokens, 0 if none. */
static inline uint32_t truc__phrase_len(const truc__reader *r, uint32_t tok,
                                        unsigned cls) {
  const truc__hit *h = truc__phrase(r, tok, cls);
  return h ? h->ntok : 0;
}
/* Longest phrase of the class that ends right before `tok`. */
const truc__hit *truc__find_back(const truc__reader *r, uint32_t tok,
                                 unsigned cls);
static inline const truc__hit *truc__phrase_back(const truc__reader *r,
                                                 uint32_t tok, unsigned cls) {
  if (!(r->sign[tok].ends & truc__bit(cls))) return NULL;
  return truc__find_back(r, tok, cls);
}
/* Does a noun stand before it that is numbered, not counted: Điều 5?  It is a
** word of its own, not the end of one: "quốc phòng 2011". */
bool truc__is_labelled(const truc__reader *r, uint32_t tok);
/* First byte of a mark ('-' for all dashes, '"' for all quotes), 0 if the token
** is none or lies outside the sentence. */
static inline char truc__mark_at(const truc__reader *r, uint32_t tok) {
  return tok >= r->begin && tok < r->end ? r->sign[tok].mark : '\0';
}
/* Is the token spelled so, letter case and all? */
static inline bool truc__is_word(const truc__reader *r, uint32_t tok,
                                 const char *word) {
  if (tok < r->begin || tok >= r->end) return false;
  size_t n = strlen(word);
  return r->d->token.v[tok].text_len == n &&
         !memcmp(truc__tok_text(r->d, tok), word, n);
}
/* Is it one of them? They are parted by blanks. */
bool truc__is_any(const truc__reader *r, uint32_t tok, const char *words);
bool truc__is_capital_token(const truc__reader *r, uint32_t tok);
/* First of its sentence, or after a quote or a bracket. */
bool truc__is_first(const truc__reader *r, uint32_t tok);
/* The fields of 21/9/1973 or 30-11; count 0 if the token is something else. */
typedef struct truc__dmy {
  int n;
  int value[3];
  int digits[3];
  char separator;
} truc__dmy;
truc__dmy truc__split_dmy(const truc__reader *r, uint32_t tok);
/* A token of up to four digits and nothing else; -1 otherwise. */
int truc__small_int(const truc__reader *r, uint32_t tok);
/* A year 1000..2999 of four digits; 0 otherwise. */
int truc__year_token(const truc__reader *r, uint32_t tok);

/* ----------------------------------------------------------------- number.c */

typedef struct truc__num {
  int64_t mantissa;
  int32_t exponent;
  uint32_t ntok;  /* 0: no numeral here */
  bool words;     /* begins with a word, not with digits */
  bool one;       /* the lone word "một": mostly an article */
  bool magnitude; /* has a word like triệu */
  bool percent;   /* 7,5% in one token */
  bool big;       /* ten or more, or a fraction: surely a quantity */
  int32_t worth;  /* power of ten of its last magnitude word */
} truc__num;

/* The numeral that begins at `tok`. */
truc__num truc__read_number(const truc__reader *r, uint32_t tok);
/* Value 1..99 of a small number in digits or words ("3", "ba", "tư"); *ntok is
** its length; 0 if there is none. For ordinals, months, quarters. */
int truc__small_number(const truc__reader *r, uint32_t tok, uint32_t *ntok);
/* How a number in digits separates thousands and fractions: 1 as 1,234.5, -1 as
** 1.234,5, 0 it does not say. */
int truc__comma_vote(const truc_doc *d, uint32_t tok);
/* Adds b to a, exactly; false if that does not fit. */
bool truc__decimal_add(int64_t *am, int32_t *ae, int64_t bm, int32_t be);

/* --------------------------------------------- amount.c, rank.c, date.c ... */

/* Each leaves f->ntok 0 if nothing of its kind begins at `tok`. */
void truc__read_amount(const truc__reader *r, uint32_t tok, truc__found *f);
/* Gives `v`, the first of `n` that are left of its sentence, the unit of the
** amount it grows to. */
void truc__carry_unit(const truc__reader *r, truc_value *v, uint32_t n);
/* The modifier round a value; `big`: surely a quantity. */
void truc__set_modifier(const truc__reader *r, truc_value *v, bool big);
void truc__read_fraction(const truc__reader *r, uint32_t tok, truc__found *f);
/* Unit of a duration; decades and centuries are counted in years. */
void truc__set_duration(truc_value *v, const char *id);
void truc__read_rank(const truc__reader *r, uint32_t tok, truc__found *f);
void truc__read_date(const truc__reader *r, uint32_t tok, truc__found *f);

/* ----------------------------------------------------------------- moment.c */

/* One point of time as read. */
typedef struct truc__moment {
  uint32_t ntok; /* 0: none */
  truc_date start, end;
  uint8_t precision;
  bool interval; /* a quarter, a decade */
  bool marked;   /* has a word like ngày, sáng, tháng */
  bool now;
  truc__pending when;
} truc__moment;

static inline truc__moment truc__no_moment(void) {
  truc__moment m;
  memset(&m, 0, sizeof m);
  return m;
}
static inline void truc__set_point(truc__moment *m, truc_date x,
                                   unsigned precision) {
  m->start = m->end = x;
  m->precision = (uint8_t)precision;
}
static inline void truc__keep_longer(truc__moment *a, truc__moment b) {
  if (b.ntok > a->ntok) *a = b;
}

truc__moment truc__read_moment(const truc__reader *r, uint32_t tok);
/* "2-6" or "28 - 2" where the tokens are a number, a hyphen and a number: where
** the words round it speak of days, the caller says so.  Its length, or 0. */
uint32_t truc__hyphen_day(const truc__reader *r, uint32_t tok, truc__moment *m);
/* "1/3 dân số", "4/6 nhịp": a share, not the first of March? */
bool truc__is_share(const truc__reader *r, uint32_t tok);
/* What the fields of 30/11 say; precision NONE if they are no date. */
void truc__moment_of_dmy(const truc__dmy *f, truc__moment *m);

/* ------------------------- date.c, interval.c, series.c, counted.c, lunar.c */

/* Adds what was read as a value. */
truc_value *truc__add_moment(truc__found *f, uint32_t tok, uint32_t ntok,
                             const truc__moment *m);
void truc__add_interval(uint32_t tok, uint32_t ntok, const truc__moment *a,
                        const truc__moment *b, truc__found *f);
/* Are both days, or months, or years? */
bool truc__same_kind(const truc__moment *a, const truc__moment *b);
/* Carries month and year from side to side. */
bool truc__carry(truc__moment *a, truc__moment *b);
/* `first` is the moment at `tok`, if there is one. */
void truc__read_interval(const truc__reader *r, uint32_t tok,
                         const truc__moment *first, truc__found *f);
/* "2016-2020" */
void truc__read_years(const truc__reader *r, uint32_t tok, truc__found *f);
void truc__read_series(const truc__reader *r, uint32_t tok, truc__found *f);
void truc__read_months(const truc__reader *r, uint32_t tok, truc__found *f);
void truc__read_counted(const truc__reader *r, uint32_t tok, truc__found *f);

/* `solar` is the moment read at `tok`. */
void truc__read_lunar(const truc__reader *r, uint32_t tok,
                      const truc__moment *solar, truc__found *f);

/* --------------------------------------------------------------- period.c */

truc__moment truc__read_period(const truc__reader *r, uint32_t tok);
/* "hôm nay", "tuần tới", "cùng năm" */
truc__moment truc__read_relative(const truc__reader *r, uint32_t tok);
/* Does a number of four digits stand where a year stands: after "từ", "đến",
** "(", "giai đoạn"?  Elsewhere it belongs to the noun before it: "AFF Cup
** 2018". */
bool truc__year_is_placed(const truc__reader *r, uint32_t tok);
/* "năm 2023", "năm ngoái" after a day or month; sets year or year_base and
** returns its length, 0 if there is none. */
uint32_t truc__trailing_year(const truc__reader *r, uint32_t tok,
                             truc__moment *m);

/* ------------------------------------------------------------------ tense.c */

/* Tense of the clause round [tok, tok + ntok): 1 future, -1 past, 0 not said;
** 2 and -2 where the word stands at the date itself: "hồi tháng 3". */
int truc__clause_tense(const truc__reader *r, uint32_t tok, uint32_t ntok);
/* "tháng 3 tới", but not "ngày 30/11 tới Hà Nội". */
bool truc__is_ahead(const truc__reader *r, uint32_t tok);
/* Does the sentence tell of things that have happened, and of none to come? */
bool truc__happened(const truc__reader *r, uint32_t tok);
/* Does the year or day that begins at `tok` belong to a name? */
bool truc__in_title(const truc__reader *r, uint32_t tok, bool bare);
/* Is it the base of a comparison: "so với năm 2016"? */
bool truc__compared(const truc__reader *r, uint32_t tok);

/* --------------------------------------------------------------- dateline.c */

/* The publication date, if a dateline of the text says it; its year may be
** unknown. */
truc_date truc__find_dateline(const truc_doc *d, const truc__valuework *w);

/* The basis of a date that is the publication date itself. */
static inline const char *truc__publication_basis(const truc_doc *d) {
  return d->date_inferred ? "inferred publication date" : "publication date";
}

/* ----------------------------------------------------------------- timex.c */

typedef struct truc__timex {
  const char *type;        /* DATE TIME DURATION SET */
  const char *mod;         /* APPROX MORE_THAN START BEFORE ..., NULL if none */
  char value[48];          /* 2023-11-27 2023-W48 2023-Q1 2023-11-27TMO P50Y */
  char begin[32], end[32]; /* of an interval; "" if none */
} truc__timex;
/* A date or a duration in the terms of TIMEX3; false for other values. */
bool truc__value_timex(const truc_doc *d, const truc_value *v,
                       truc__timex *out);

/* ---------------------------------------------------------------- resolve.c */

void truc__resolve(truc_doc *d, truc__valuework *w);
/* The day the text speaks from: the publication date or, where that is unknown,
** what the text itself says ("hôm nay … từ ngày 27 đến 30/11", "trong năm
** 2023"); year 0 if the year is not known. For later rooms. */
truc_date truc__value_today(const truc_doc *d, uint8_t *precision);

#endif

/* SPDX-License-Identifier: Apache-2.0 */
/* number.c - tokens that begin with a digit: numbers, percents, dates, times,
** and codes such as 25A. */
#include "text/text.h"

static bool digit(char c) { return c >= '0' && c <= '9'; }

static size_t digits_end(const char *s, size_t n, size_t i) {
  while (i < n && digit(s[i])) i++;
  return i;
}

/* Value of s[from, to) if it has 1 to 4 digits, else -1. */
static int small(const char *s, size_t from, size_t to) {
  int v = 0;
  if (to == from || to - from > 4) return -1;
  for (; from < to; from++) v = v * 10 + (s[from] - '0');
  return v;
}

static bool is_day(int v) { return v >= 1 && v <= 31; }
static bool is_month(int v) { return v >= 1 && v <= 12; }
static bool is_year(int v) { return v >= 1000 && v <= 2999; }

/* ------------------------------------------------------------------- dates */

/* Digit groups joined by one separator: 30/4/1975. */
typedef struct {
  size_t end[3];
  int v[3];
  unsigned n;
} groups;

static groups read_groups(const char *s, size_t n, size_t i, char sep) {
  groups g = {{0, 0, 0}, {-1, -1, -1}, 0};
  while (g.n < 3) {
    size_t end = digits_end(s, n, i);
    if (end == i) break;
    g.v[g.n] = small(s, i, end);
    g.end[g.n++] = end;
    if (end >= n || s[end] != sep) break;
    i = end + 1;
  }
  return g;
}

/* All three parts of a date: 21/9/1973, 5-10-00, 2023-11-27. */
static bool is_full_date(const groups *g) {
  if (g->n != 3) return false;
  bool two = g->end[2] - g->end[1] == 3;
  if (is_day(g->v[0]) && is_month(g->v[1])) return is_year(g->v[2]) || two;
  return is_year(g->v[0]) && is_month(g->v[1]) && is_day(g->v[2]);
}

/* Words after which `19-11` and `8.3` are dates. */
static bool after_day_word(const char *s, size_t i) {
  static const char *const words[] = {
      "ngày", "Ngày", "sáng", "Sáng", "trưa", "Trưa", "chiều", "Chiều",
      "tối",  "Tối",  "đêm",  "Đêm",  "hôm",  "Hôm",  "mùng",  "rạng"};
  size_t end = i, from;
  if (end && s[end - 1] == ' ') end--;
  for (from = end; from > 0 && end - from < 12 && s[from - 1] != ' ' &&
                   s[from - 1] != '\n';)
    from--;
  for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
    if (strlen(words[k]) == end - from &&
        !memcmp(words[k], s + from, end - from))
      return true;
  return false;
}

/* "ngày 21 đến 23-11", "các ngày 4-6, 5-6": the word stands a little before,
** with only numbers and links between. */
static bool day_word_near(const char *s, size_t i, size_t begin) {
  size_t back = i - begin > 40 ? i - 40 : begin;
  for (size_t k = i; k-- > back;) {
    if (digit(s[k])) {
      size_t from = k;
      while (from > back && digit(s[from - 1])) from--;
      if (after_day_word(s, from)) return true;
      k = from;
    }
    if (s[k] == '.' || s[k] == ';' || s[k] == '(') return false;
  }
  return false;
}

static bool next_is(const char *s, size_t n, size_t i, const char *w) {
  size_t k = strlen(w);
  return n - i >= k && !memcmp(s + i, w, k);
}

/* Two parts joined by a hyphen: a date or a range? */
static bool is_hyphen_date(const char *s, size_t n, size_t i, size_t begin,
                           const groups *g) {
  int a = g->v[0], b = g->v[1];
  size_t end = g->end[1];
  if (end < n && (s[end] == '/' || s[end] == '%' || s[end] == ',')) {
    bool more = end + 1 < n && digit(s[end + 1]);
    if (s[end] != ',' || more) return false;
  }
  if (is_month(a) && is_year(b)) return true;
  if (!is_day(a) || !is_month(b) || g->end[1] - g->end[0] > 3) return false;
  if (next_is(s, n, end, " tháng")) return false;
  if (after_day_word(s, i) || day_word_near(s, i, begin)) return true;
  return a >= b; /* a range rises */
}

static size_t date_end(const char *s, size_t n, size_t i, size_t begin) {
  size_t end = digits_end(s, n, i);
  if (end >= n || (s[end] != '/' && s[end] != '-' && s[end] != '.')) return 0;
  char sep = s[end];
  groups g = read_groups(s, n, i, sep);
  if (g.n < 2) return 0;
  bool more = g.end[g.n - 1] + 1 < n && s[g.end[g.n - 1]] == sep &&
              digit(s[g.end[g.n - 1] + 1]);
  if (is_full_date(&g) && !more) return g.end[2];
  int a = g.v[0], b = g.v[1];
  if (sep == '/')
    return (is_day(a) && is_month(b)) || (is_month(a) && is_year(b)) ? g.end[1]
                                                                     : 0;
  if (g.n != 2) return 0;
  if (sep == '.')
    return is_day(a) && is_month(b) && g.end[1] - g.end[0] <= 3 &&
                   after_day_word(s, i)
               ? g.end[1]
               : 0;
  return is_hyphen_date(s, n, i, begin, &g) ? g.end[1] : 0;
}

/* ------------------------------------------------------------------- times */

/* 7h, 7h30, 16:45, 16:45:30 */
static size_t time_end(const char *s, size_t n, size_t i) {
  size_t end = digits_end(s, n, i);
  if (end - i > 2 || end >= n || small(s, i, end) > 24) return 0;
  char sep = s[end];
  if (sep != 'h' && sep != 'H' && sep != 'g' && sep != ':') return 0;
  size_t more = digits_end(s, n, end + 1);
  bool minutes = more - end == 3 && s[end + 1] < '6';
  if (sep == ':') {
    if (!minutes) return 0;
    size_t sec = more < n && s[more] == ':' ? digits_end(s, n, more + 1) : 0;
    return sec && sec - more == 3 ? sec : more;
  }
  if (minutes) return truc__letters_end(s, n, more) == more ? more : 0;
  if (sep == 'g' || more != end + 1) return 0;
  return truc__letters_end(s, n, end) == end + 1 ? end + 1 : 0;
}

/* ----------------------------------------------------------------- numbers */

/* Groups of three after `sep`; returns the end, or `i` if there are none. */
static size_t thousands(const char *s, size_t n, size_t i, char sep) {
  while (i < n && s[i] == sep && digits_end(s, n, i + 1) == i + 4) i += 4;
  return i;
}

static size_t decimals(const char *s, size_t n, size_t i, char sep) {
  if (i + 1 >= n || s[i] != sep || !digit(s[i + 1])) return i;
  return digits_end(s, n, i + 1);
}

/* 250.000  3,8  1.234.567,89  1,234.5  192.168.1.1 */
static size_t figure_end(const char *s, size_t n, size_t i) {
  size_t end = digits_end(s, n, i);
  if (end >= n || (s[end] != '.' && s[end] != ',')) return end;
  char sep = s[end], other = sep == '.' ? ',' : '.';
  size_t grouped = end - i <= 3 ? thousands(s, n, end, sep) : end;
  if (grouped > end) {
    size_t last = decimals(s, n, grouped, other);
    return sep == '.' && last == grouped ? decimals(s, n, last, sep) : last;
  }
  size_t last = decimals(s, n, end, sep);
  while (sep == '.' && last < n && s[last] == '.') { /* version, address */
    size_t more = decimals(s, n, last, '.');
    if (more == last) break;
    last = more;
  }
  return last;
}

/* Units that are written against the number with capital letters. */
static bool is_unit(const char *s, size_t n) {
  static const char *const units[] = {
      "W",    "V",    "MW",  "GW",  "TW",  "Wh",  "MWh", "GWh", "GB",  "MB",
      "TB",   "KB",   "Hz",  "MHz", "GHz", "USD", "VND", "VNĐ", "EUR", "GBP",
      "Mbps", "Gbps", "MPa", "Pa",  "Km",  "KM",  "KG",  "Kg",  "Ha"};
  for (size_t k = 0; k < sizeof units / sizeof units[0]; k++)
    if (strlen(units[k]) == n && !memcmp(units[k], s, n)) return true;
  return false;
}

static bool is_ordinal(const char *s, size_t n) {
  return n == 2 && (!memcmp(s, "st", 2) || !memcmp(s, "nd", 2) ||
                    !memcmp(s, "rd", 2) || !memcmp(s, "th", 2));
}

/* 29A-168.78, the plate of a car. */
static size_t plate_end(const char *s, size_t n, size_t i, size_t letters) {
  if (letters > 2 || i + 1 >= n || s[i] != '-' || !digit(s[i + 1])) return i;
  size_t end = digits_end(s, n, i + 1);
  return end + 1 < n && s[end] == '.' && digit(s[end + 1])
             ? digits_end(s, n, end + 1)
             : end;
}

/* A day with an English month, as spreadsheets write it: 6-Jan. */
static size_t month_end(const char *s, size_t n, size_t i) {
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (i >= n || s[i] != '-' || truc__letters_end(s, n, i + 1) != i + 4)
    return i;
  for (const char *m = months; *m; m += 3)
    if (!memcmp(s + i + 1, m, 3)) return i + 4;
  return i;
}

/* Letters and digits that go on after the figure: 25A, 3D, 787-10 is none. */
static size_t code_end(const char *s, size_t n, size_t end) {
  size_t letters = truc__letters_end(s, n, end);
  if (letters == end) return month_end(s, n, end);
  bool goes_on = letters < n && digit(s[letters]);
  if (is_unit(s + end, letters - end)) return end;
  if (!truc__is_capital(s + end, letters - end) &&
      !is_ordinal(s + end, letters - end))
    return end;
  if (!goes_on) return plate_end(s, n, letters, letters - end);
  while (letters < n &&
         (digit(s[letters]) || truc__letters_end(s, n, letters) > letters))
    letters =
        digit(s[letters]) ? letters + 1 : truc__letters_end(s, n, letters);
  return letters;
}

size_t truc__number_token(const char *s, size_t n, size_t i, size_t begin,
                          truc_token_kind *kind) {
  size_t end = time_end(s, n, i);
  if (end) return *kind = TRUC_TOK_TIME, end - i;
  end = date_end(s, n, i, begin);
  if (end) return *kind = TRUC_TOK_DATE, end - i;
  *kind = TRUC_TOK_NUMBER;
  end = figure_end(s, n, i);
  if (end < n && s[end] == '%') return *kind = TRUC_TOK_PERCENT, end + 1 - i;
  if (next_is(s, n, end, "\xE2\x80\xB0")) /* per mille */
    return *kind = TRUC_TOK_PERCENT, end + 3 - i;
  size_t part = digits_end(s, n, end + (end < n && s[end] == '/'));
  if (end == digits_end(s, n, i) && end < n && s[end] == '/' && part > end + 1)
    return part - i; /* a fraction */
  size_t code = code_end(s, n, end);
  if (code > end) *kind = TRUC_TOK_CODE;
  return code - i;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* layout.c - a segmenter's layout is undone.
**
** The text is read chunk by chunk (what stands between blanks).  For each blank
** between two chunks of a line a rule says whether the original had it; those
** it had not are dropped, and `_` inside words become blanks.  Bytes are only
** dropped or replaced one for one, so the map is mended by one merge.
**
** A mark that is written with no blank at all (the comma of 2,4, the slash of
** km/h) is "tight": the blanks on both its sides go. */
#include "text/text.h"

/* s[from, end) of the text; empty beyond the ends of the line. */
typedef struct {
  const char *s;
  uint32_t from, end;
} chunk;

/* The blank in question stands between c[MID] and c[MID + 1]. */
enum { MID = 3, WINDOW = 8 };

typedef struct {
  truc_doc *d;
  truc__textwork *work; /* drops: the bytes to be dropped */
  chunk c[WINDOW];
  bool whole_numbers; /* this segmenter leaves 2,4 in one piece */
  bool in_quote[2];   /* straight double, single: inside a pair */
  bool opens;         /* c[MID] is a straight quote that opens */
  bool failed;
} layout;

static uint32_t length(const chunk *c) { return c->end - c->from; }
static const char *bytes(const chunk *c) { return c->s + c->from; }
static bool is_char(const chunk *c, char ch) {
  return length(c) == 1 && c->s[c->from] == ch;
}
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool all_digits(const chunk *c) {
  for (uint32_t i = c->from; i < c->end; i++)
    if (!is_digit(c->s[i])) return false;
  return c->from < c->end;
}

/* What touches the mark: of `dịch_COVID - 19` the last part, of `TP. HCM_gửi`
** the first. */
static chunk last_part(const chunk *c) {
  chunk p = *c;
  for (uint32_t i = c->from; i < c->end; i++)
    if (c->s[i] == '_' || (c->s[i] == ' ')) p.from = i + 1;
  return p;
}
static chunk first_part(const chunk *c) {
  chunk p = *c;
  for (uint32_t i = c->end; i-- > c->from;)
    if (c->s[i] == '_') p.end = i;
  return p;
}

/* A figure, perhaps with separators inside. */
static bool is_figure(const chunk *c) {
  if (c->from == c->end || !is_digit(c->s[c->end - 1])) return false;
  for (uint32_t i = c->from; i < c->end; i++)
    if (!is_digit(c->s[i]) && !strchr(".,/-", c->s[i])) return false;
  return true;
}

static bool is_ascii_word(const chunk *c) {
  for (uint32_t i = c->from; i < c->end; i++)
    if ((c->s[i] | 32) < 'a' || (c->s[i] | 32) > 'z') return false;
  return c->from < c->end;
}

/* A few letters A to Z, a capital first: the head of F-16, COVID-19, Kh-29. */
static bool is_code_head(const chunk *c) {
  return is_ascii_word(c) && *bytes(c) < 'a' && length(c) <= 6;
}

/* All capitals. */
static bool is_initials(const chunk *c) {
  return length(c) > 0 && length(c) <= 8 &&
         (truc__shape(bytes(c), length(c)) == TRUC_SHAPE_UPPER ||
          (length(c) == 1 && is_code_head(c)));
}

static bool among(const chunk *c, const char *const *list, size_t n) {
  for (size_t k = 0; k < n; k++)
    if (strlen(list[k]) == length(c) && !memcmp(list[k], bytes(c), length(c)))
      return true;
  return false;
}
#define AMONG(c, list) among(c, list, sizeof list / sizeof list[0])

/* ------------------------------------------------------------- tight marks */

static bool tight_slash(const chunk *a, const chunk *b) {
  return length(a) && length(b);
}

/* What may follow a fraction. */
static bool is_scale(const chunk *c) {
  static const char *const units[] = {
      "%",  "tỷ", "tỉ", "triệu", "nghìn", "ngàn", "km",  "kg",  "m",
      "cm", "ha", "g",  "tấn",   "mét",   "độ",   "USD", "lần", "điểm"};
  return AMONG(c, units);
}

/* 2 , 4 %   25 . 000 */
static bool tight_point(const layout *x, const chunk *m) {
  const chunk *a = m - 1, *b = m + 1;
  if (x->whole_numbers || !all_digits(b) || !is_figure(a)) return false;
  if (is_char(m, '.')) return length(b) == 3 && length(a) <= 11;
  return length(b) <= 2 && length(a) <= 3 && is_scale(m + 2) &&
         !is_char(m - 2, ',');
}

/* Chunks [from, to] of the window written with no blanks are a loan word. */
static bool is_loan(const chunk *from, const chunk *to) {
  char word[64];
  size_t n = 0;
  for (const chunk *c = from; c <= to; c++) {
    chunk p = c == from ? last_part(c) : c == to ? first_part(c) : *c;
    if (length(&p) >= sizeof word - n) return false;
    memcpy(word + n, bytes(&p), length(&p));
    n += length(&p);
  }
  return truc__is_loan_word(word, n);
}

/* xi - măng, ki - lô - mét */
static bool tight_loan(const layout *x, const chunk *m) {
  const chunk *last = x->c + WINDOW - 1;
  return is_loan(m - 1, m + 1) ||
         (m + 3 <= last && is_char(m + 2, '-') && is_loan(m - 1, m + 3)) ||
         (m - 3 >= x->c && is_char(m - 2, '-') && is_loan(m - 3, m + 1));
}

/* 30 - 4 - 1975 */
static bool tight_date(const chunk *m) {
  const chunk *a = m - 1, *b = m + 1;
  if (!all_digits(a) || !all_digits(b) || length(a) > 2) return false;
  return (length(b) <= 2 && is_char(m + 2, '-')) ||
         (length(b) == 4 && is_char(m - 2, '-'));
}

/* The first hyphen of Mar - a - Lago, Chan - o - cha: a small letter stands
** between two. */
static bool before_joint(const chunk *m) {
  chunk head = last_part(m - 1), tail = first_part(m + 3);
  return length(m + 1) == 1 && *bytes(m + 1) >= 'a' && *bytes(&head) < 'a' &&
         length(&head) > 1 && is_char(m + 2, '-') && is_ascii_word(&tail) &&
         length(&tail) > 1;
}

/* Bộ LĐ - TB & XH, Sở GD - ĐT: abbreviations behind a word for offices. */
static bool of_office(const chunk *m) {
  static const char *const heads[] = {"Bộ", "Sở", "Phòng", "bộ", "sở"};
  chunk a = last_part(m - 1), b = first_part(m + 1), head = *(m - 2);
  if (a.from > (m - 1)->from) head = (chunk){a.s, (m - 1)->from, a.from - 1};
  return AMONG(&head, heads) && is_initials(&a) && is_initials(&b);
}

/* F - 16, e - mail, al - Assad, and those above */
static bool tight_hyphen(const layout *x, const chunk *m) {
  chunk a = last_part(m - 1), b = first_part(m + 1);
  if (!length(&a) || !length(&b)) return false;
  if (!is_digit(*bytes(&a)) && is_digit(*bytes(&b)))
    return is_code_head(&a) && !(all_digits(&b) && length(&b) == 4);
  if (tight_date(m) || tight_loan(x, m) || of_office(m)) return true;
  if (!is_ascii_word(&a) || !is_ascii_word(&b)) return false;
  return (length(&a) == 1 && length(&b) > 1) ||
         truc__is_hyphen_head(bytes(&a), length(&a)) || before_joint(m);
}

/* Victoria ' s, O ' Brien, H ' leo */
static bool tight_apostrophe(const chunk *m) {
  static const char *const tails[] = {"s", "t", "re", "ve", "ll"};
  chunk a = last_part(m - 1), b = first_part(m + 1);
  if (!is_ascii_word(&a) || !length(&b)) return false;
  return (length(&a) == 1 && truc__letters_end(bytes(&b), length(&b), 0)) ||
         AMONG(&b, tails);
}

/* GD & ĐT */
static bool tight_and(const chunk *m) {
  chunk a = last_part(m - 1), b = first_part(m + 1);
  return is_initials(&a) && is_initials(&b);
}

/* `m` points into the window, not at its first or last chunk. */
static bool is_tight(const layout *x, const chunk *m) {
  static const char *const curly[] = {"’"};
  if (AMONG(m, curly)) return tight_apostrophe(m);
  if (length(m) != 1) return false;
  switch (*bytes(m)) {
    case '/': return tight_slash(m - 1, m + 1);
    case '.':
    case ',': return tight_point(x, m);
    case '-': return tight_hyphen(x, m);
    case '&': return tight_and(m);
    case '\'': return tight_apostrophe(m);
    default: return false;
  }
}

/* ------------------------------------------------------------------ quotes */

static int quote_of(const chunk *c) {
  return is_char(c, '"') ? 0 : is_char(c, '\'') ? 1 : -1;
}

static bool is_stop(const chunk *c) {
  return length(c) == 1 && strchr(".!?,;:", *bytes(c));
}

/* Does the straight quote c[MID + 1] open?  They come in pairs; but one
** before a comma or a full stop closes, whatever came before. */
static bool quote_opens(const layout *x, int q) {
  const chunk *c = &x->c[MID];
  if (x->in_quote[q]) return false;
  return !(is_stop(c + 2) && length(c));
}

/* ------------------------------------------------------------------- blanks */

static bool is_degree(const chunk *c) {
  static const char *const signs[] = {"°", "º"};
  return AMONG(c, signs);
}

/* TP. HCM, as segmenters write TP.HCM. */
static bool is_city(const chunk *c) {
  static const char *const names[] = {"TP.", "Tp.", "tp.", "TX.", "TT."};
  chunk p = last_part(c);
  return AMONG(&p, names);
}

static bool keeps_blank(const layout *x) {
  static const char *const openers[] = {"(", "[", "{", "“", "‘", "«"};
  static const char *const closers[] = {",", ".",  ";",   ":",   "!", "?",
                                        ")", "]",  "}",   "”",   "’", "»",
                                        "…", "..", "...", "...."};
  const chunk *l = &x->c[MID], *r = l + 1;
  int q = quote_of(r);
  if (x->opens || AMONG(l, openers)) return false;
  if (is_tight(x, l) || is_tight(x, r)) return false;
  if (q >= 0) return quote_opens(x, q);
  if (is_char(r, '%')) return !is_figure(l);
  if (is_degree(l)) return !is_char(r, 'C') && !is_char(r, 'F');
  if (is_city(l)) {
    chunk name = first_part(r);
    return !is_initials(&name);
  }
  return !AMONG(r, closers);
}

static void drop(layout *x, uint32_t i) {
  if (!VEC_PUSH(x->work->drops, i)) x->failed = true;
}

/* Letters or digits, and no abbreviation: no rule has a say between two
** such. */
static bool is_plain(const chunk *c) {
  unsigned char first = (unsigned char)*bytes(c);
  bool word = (first >= 'a' && first <= 'z') ||
              (first >= 'A' && first <= 'Z') ||
              (first >= '0' && first <= '9') || first == 0xE1 ||
              (first >= 0xC3 && first <= 0xCB);
  return word && c->s[c->end - 1] != '.';
}

/* The blank between c[MID] and c[MID + 1]; then the quotes are counted on. */
static void decide(layout *x) {
  const chunk *l = &x->c[MID], *r = l + 1;
  if (length(l) && is_plain(l) && is_plain(r)) {
    x->opens = false;
    return;
  }
  int q = quote_of(r);
  bool opens = q >= 0 && !is_tight(x, r) && quote_opens(x, q);
  if (length(l) && !keeps_blank(x))
    for (uint32_t i = l->end; i < r->from; i++) drop(x, i);
  x->opens = opens;
  if (q >= 0 && !is_tight(x, r)) x->in_quote[q] = opens;
}

/* ------------------------------------------------------------- underscores */

/* URLs, addresses, file names, identifiers keep theirs. */
static bool keeps_underscores(const chunk *c) {
  const char *s = bytes(c);
  uint32_t n = length(c);
  bool ascii = true, digits = false;
  if (s[0] == '_' || s[n - 1] == '_' || s[0] == '#' || s[0] == '@') return true;
  for (uint32_t i = 0; i < n; i++) {
    char next = i + 1 < n ? s[i + 1] : '\0';
    if (s[i] == '@' || (s[i] == '_' && next == '_')) return true;
    if (s[i] == '/' && next == '/') return true;
    ascii &= (unsigned char)s[i] < 0x80;
    digits |= is_digit(s[i]);
  }
  return ascii && digits;
}

static void undo_joins(layout *x, const chunk *c) {
  char *s = x->d->text.p;
  if (!memchr(bytes(c), '_', length(c)) || keeps_underscores(c)) return;
  for (uint32_t i = c->from + 1; i + 1 < c->end; i++) {
    if (s[i] != '_') continue;
    if (s[i - 1] == '\\') {
      drop(x, i - 1);
      continue;
    }
    s[i] = ' ';
    if (!VEC_PUSH(x->d->joins, i)) x->failed = true;
  }
}

/* --------------------------------------------------------------------- run */

/* The next chunk of the line from `i` on; empty at its end. */
static chunk next_chunk(const truc__buf *text, uint32_t i) {
  const char *s = text->p;
  uint32_t n = (uint32_t)text->n;
  while (i < n && s[i] == ' ') i++;
  uint32_t from = i;
  while (i < n && s[i] != ' ' && s[i] != '\n') i++;
  return (chunk){s, from, i};
}

/* One line from `i` on; returns where the next begins. The window holds two
** chunks on each side of the one that is passed. */
static uint32_t line(layout *x, uint32_t i) {
  const truc__buf *t = &x->d->text;
  for (int k = 0; k <= MID; k++) x->c[k] = (chunk){t->p, i, i};
  for (int k = MID + 1; k < WINDOW; k++) {
    x->c[k] = next_chunk(t, i);
    i = x->c[k].end;
  }
  x->in_quote[0] = x->in_quote[1] = x->opens = false;
  while (length(&x->c[MID + 1]) && !x->failed) {
    decide(x);
    undo_joins(x, &x->c[MID + 1]);
    memmove(x->c, x->c + 1, (WINDOW - 1) * sizeof *x->c);
    x->c[WINDOW - 1] = next_chunk(t, i);
    i = x->c[WINDOW - 1].end;
  }
  i = x->c[MID].end;
  while (i < t->n && t->p[i] != '\n') i++;
  return i + 1;
}

/* Does some figure have its separator inside? Then all have. */
static bool has_whole_numbers(const truc__buf *t) {
  for (size_t i = 1; i + 1 < t->n; i++)
    if ((t->p[i] == ',' || t->p[i] == '.') && is_digit(t->p[i - 1]) &&
        is_digit(t->p[i + 1]))
      return true;
  return false;
}

/* New map, entry by entry, where bytes are dropped or an old entry stands.  The
** old one is kept in unit_index, which is empty until asked for. */
static bool mend_map(truc_doc *d, const uint32_t *drops, uint32_t ndrops) {
  truc__map whole[2] = {{0, 0, false}, {(uint32_t)d->text.n, d->nraw, false}};
  const truc__map *old = d->map.n ? d->map.v : whole;
  uint32_t nold = d->map.n ? d->map.n : 2, k = 0;
  d->unit_index.n = 0;
  for (uint32_t i = 0; i < nold; i++) {
    for (; k < ndrops && (i + 1 == nold || drops[k] < old[i].text); k++) {
      const truc__map *m = &old[i - 1]; /* the byte dropped is not the first */
      uint32_t next = drops[k] + 1;
      truc__map e = {drops[k] - k, m->raw + (next - m->text), false};
      if (!m->atom && !VEC_PUSH(d->unit_index, e)) return false;
    }
    truc__map e = {old[i].text - k, old[i].raw, old[i].atom};
    if (!VEC_PUSH(d->unit_index, e)) return false;
  }
  truc__map *v = d->map.v;
  uint32_t cap = d->map.cap;
  d->map.v = d->unit_index.v;
  d->map.n = d->unit_index.n;
  d->map.cap = d->unit_index.cap;
  d->unit_index.v = v;
  d->unit_index.cap = cap;
  d->unit_index.n = 0;
  return true;
}

static void drop_bytes(truc_doc *d, const uint32_t *drops, uint32_t n) {
  char *s = d->text.p;
  size_t to = n ? drops[0] : 0;
  for (uint32_t k = 0; k < n; k++) {
    size_t from = drops[k] + 1;
    size_t end = k + 1 < n ? drops[k + 1] : d->text.n;
    memmove(s + to, s + from, end - from);
    to += end - from;
  }
  for (uint32_t j = 0, k = 0; j < d->joins.n; j++) {
    while (k < n && drops[k] < d->joins.v[j]) k++;
    d->joins.v[j] -= k;
  }
  if (n) {
    d->text.n = to;
    s[to] = '\0';
  }
}

truc_rc truc__layout_run(truc_doc *d) {
  layout x;
  memset(&x, 0, sizeof x);
  x.d = d;
  x.work = truc__textwork_of(d);
  if (!x.work) return TRUC_ENOMEM;
  x.whole_numbers = has_whole_numbers(&d->text);
  x.work->drops.n = d->joins.n = 0;
  for (uint32_t i = 0; i < d->text.n && !x.failed;) i = line(&x, i);
  if (x.failed) return TRUC_ENOMEM;
  if (!x.work->drops.n) return TRUC_OK;
  if (!mend_map(d, x.work->drops.v, x.work->drops.n)) return TRUC_ENOMEM;
  drop_bytes(d, x.work->drops.v, x.work->drops.n);
  return TRUC_OK;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* token.c - how far a token reaches, by the rules. */
#include "text/text.h"

typedef truc__lexed text;

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static bool alnum(char c) { return digit(c) || ascii_letter(c); }
static bool gap_byte(char c) { return (unsigned char)c <= ' '; }
static char at(const text *t, size_t i) { return i < t->n ? t->s[i] : '\0'; }

/* ------------------------------------------------------------- addresses */

/* The longest lookahead into one chunk; keeps the whole linear. */
#define ADDRESS_MAX 256

static bool starts(const text *t, size_t i, const char *w) {
  size_t k = 0;
  for (; w[k]; k++)
    if ((at(t, i + k) | 32) != w[k] && at(t, i + k) != w[k]) return false;
  return true;
}

static bool is_top_domain(const char *s, size_t n) {
  static const char *const names[] = {
      "com",  "net", "org", "vn",  "edu", "gov", "info", "io", "biz", "tv",
      "asia", "int", "eu",  "uk",  "us",  "jp",  "cn",   "kr", "fr",  "de",
      "ru",   "au",  "sg",  "mil", "me",  "co",  "app",  "ai", "th",  "la"};
  for (size_t k = 0; k < sizeof names / sizeof names[0]; k++)
    if (*names[k] == *s && strlen(names[k]) == n && !memcmp(names[k], s, n))
      return true;
  return false;
}

/* End of a host name at i that ends in a known domain, or 0. */
static size_t host_end(const text *t, size_t i) {
  size_t end = i, label = i, good = 0;
  for (; end < t->n && end - i < ADDRESS_MAX; end++) {
    char c = t->s[end];
    if (alnum(c) || c == '-') continue;
    if (label > i && is_top_domain(t->s + label, end - label)) good = end;
    if (c != '.' || !alnum(at(t, end + 1)) || end == label) break;
    label = end + 1;
  }
  if (end == t->n && label > i && is_top_domain(t->s + label, end - label))
    good = end;
  if (!good || truc__letters_end(t->s, t->n, good) > good) return 0;
  return good;
}

/* A URL reaches to the next blank, but not over the marks that end a sentence
** or close a bracket. */
static size_t url_end(const text *t, size_t i) {
  size_t end = i, open = 0, close = 0;
  for (; end < t->n && !gap_byte(t->s[end]); end++) {
    open += t->s[end] == '(';
    close += t->s[end] == ')';
  }
  while (end > i) {
    char c = t->s[end - 1];
    if (c == ')' && close <= open) break;
    if (c == ')') {
      close--;
    } else if (end - i >= 3 && (!memcmp(t->s + end - 3, "\xE2\x80\x9D", 3) ||
                                !memcmp(t->s + end - 3, "\xE2\x80\x99", 3) ||
                                !memcmp(t->s + end - 3, "\xE2\x80\xA6", 3))) {
      end -= 2;
    } else if (!strchr(".,;:!?]}\"'>", c)) {
      break;
    }
    end--;
  }
  return end;
}

static size_t address_end(const text *t, size_t i) {
  if (starts(t, i, "http://") || starts(t, i, "https://") ||
      starts(t, i, "ftp://"))
    return url_end(t, i);
  if (starts(t, i, "www.") && alnum(at(t, i + 4))) return url_end(t, i);
  size_t k = i; /* local part of an e-mail */
  while (k < t->n && k - i < 64 && (alnum(t->s[k]) || strchr(".+_-", t->s[k])))
    k++;
  if (k > i && at(t, k) == '@' && alnum(at(t, k + 1))) {
    size_t host = host_end(t, k + 1);
    if (host) return host;
  }
  size_t host = host_end(t, i);
  if (!host) return 0;
  return at(t, host) == '/' || (at(t, host) == ':' && digit(at(t, host + 1)))
             ? url_end(t, i)
             : host;
}

/* ------------------------------------------------------------ abbreviations */

static bool one_letter(const text *t, size_t i, size_t end) {
  unsigned len;
  if (end == i) return false;
  truc__class_at(t->s + i, end - i, &len);
  return len == end - i;
}

/* Can s[i, end) follow the dot of an abbreviation inside one token: HCM of
** TP.HCM, TS of PGS.TS., S of U.S.? */
static bool is_abbrev_part(const text *t, size_t i, size_t end) {
  if (end == i) return false;
  if (one_letter(t, i, end) ||
      truc__shape(t->s + i, end - i) == TRUC_SHAPE_UPPER)
    return true;
  if (at(t, end) != '.') return false;
  return truc__is_abbrev(t->s + i, end + 1 - i);
}

/* The letters [i, end) are followed by a dot: end of the abbreviation they
** begin, or 0. */
static size_t abbrev_end(const text *t, size_t i, size_t end) {
  if (at(t, end + 1) == '.') /* an ellipsis, but "ông C.." */
    return at(t, end + 2) != '.' && truc__is_initial(t->s + i, end - i)
               ? end + 1
               : 0;
  size_t next = truc__letters_end(t->s, t->n, end + 1);
  bool known = truc__is_abbrev(t->s + i, end + 1 - i);
  bool single = one_letter(t, i, end);
  bool initial = truc__is_initial(t->s + i, end - i);
  if (single && digit(at(t, end + 1))) { /* q.1 */
    size_t k = end + 1;
    while (digit(at(t, k))) k++;
    return k;
  }
  if (single && truc__is_capital(t->s + end + 1, next - end - 1))
    known = true; /* q.Bình Thạnh */
  if (!known && !initial && !(single && one_letter(t, end + 1, next))) return 0;
  size_t last = end + 1;
  while (is_abbrev_part(t, last, next)) {
    size_t from = last, dot = next;
    bool dotted = at(t, dot) == '.' && at(t, dot + 1) != '.';
    last = dot;
    if (!dotted) break;
    next = truc__letters_end(t->s, t->n, dot + 1);
    if (is_abbrev_part(t, dot + 1, next) || one_letter(t, from, dot) ||
        truc__is_abbrev(t->s + from, dot + 1 - from))
      last = dot + 1; /* else TP.HCM and a full stop */
    else
      break;
  }
  if (at(t, last) == '-') return single && last == end + 1 ? last : 0;
  return last;
}

/* ----------------------------------------------------------------- hyphens */

#define PARTS_MAX 8

typedef struct {
  size_t from[PARTS_MAX], end[PARTS_MAX];
  unsigned n;
  unsigned native, upper, title, lower, single, named;
  bool marked;   /* a part has a tone that loan words do not have */
  bool accented; /* a part has a letter that is not ASCII */
} parts;

/* Grave, hook, tilde and dot: loan words are written level or acute. */
static bool has_native_tone(const char *s, size_t n) {
  for (size_t i = 0; i + 1 < n; i++) {
    unsigned char a = (unsigned char)s[i], b = (unsigned char)s[i + 1];
    if (a == 0xE1 && i + 2 < n) {
      unsigned cp = 0x1E00u + ((b & 3u) << 6) + ((unsigned char)s[i + 2] & 63u);
      if (cp < 0x1EA0) continue;
      if (cp != 0x1EA4 && cp != 0x1EA5 && cp != 0x1EAE && cp != 0x1EAF &&
          cp != 0x1EBE && cp != 0x1EBF && cp != 0x1ED0 && cp != 0x1ED1 &&
          cp != 0x1EDA && cp != 0x1EDB && cp != 0x1EE8 && cp != 0x1EE9)
        return true;
    }
    if (a == 0xC3 && (b == 0xA0 || b == 0xA8 || b == 0xAC || b == 0xB2 ||
                      b == 0xB9 || b == 0xA3 || b == 0xB5))
      return true;
  }
  return false;
}

static void add_part(const text *t, parts *p, size_t i, size_t end) {
  const char *s = t->s + i;
  size_t n = end - i;
  truc__looked look = truc__token_look(t->work, s, n);
  uint8_t shape = look.shape;
  p->from[p->n] = i;
  p->end[p->n++] = end;
  p->native += !(look.traits & LOOK_FOREIGN);
  p->single += n == 1 || (n == 2 && !memcmp(s, "Đ", 2));
  p->upper += shape == TRUC_SHAPE_UPPER;
  p->title += shape == TRUC_SHAPE_TITLE;
  p->lower += shape == TRUC_SHAPE_LOWER;
  p->named += truc__is_name_word(look, s, n);
  p->marked |= has_native_tone(s, n);
  for (size_t k = 0; k < n && !p->accented; k++)
    p->accented = (unsigned char)s[k] >= 0x80;
}

static parts read_parts(const text *t, size_t i, size_t end) {
  parts p;
  memset(&p, 0, sizeof p);
  add_part(t, &p, i, end);
  while (p.n < PARTS_MAX && at(t, end) == '-') {
    size_t next = truc__letters_end(t->s, t->n, end + 1);
    if (next == end + 1 || digit(at(t, next))) break;
    add_part(t, &p, end + 1, next);
    end = next;
  }
  return p;
}

/* A capital word and small ones: Mát-xcơ-va, Kim Jong-un, but `Việt-nam`, and
** `Santos-tức` where a foreign word meets a native one. */
static bool is_one_name(const text *t, const parts *p) {
  const char *head = t->s + p->from[0];
  size_t n = p->end[0] - p->from[0];
  if (p->native == p->n) return !p->marked;
  if (p->n > 2 || p->native == 0 || !p->accented) return true;
  for (size_t k = 0; k < n; k++)
    if (!ascii_letter(head[k])) return true;
  return truc__is_syllable(head, n);
}

/* Do the hyphened letters make one token? */
static bool is_one(const text *t, const parts *p) {
  const char *s = t->s + p->from[0];
  size_t len = p->end[p->n - 1] - p->from[0];
  if (truc__is_loan_word(s, len) ||
      truc__is_name_word(truc__token_look(t->work, s, len), s, len))
    return true;
  if (p->named) return false;
  if (p->upper + p->single == p->n) return true;     /* GD-ĐT */
  if (p->upper && p->title + p->lower) return false; /* EU-Việt */
  if (truc__is_capital(s, len) && p->lower == p->n - 1)
    return is_one_name(t, p);
  if (p->single) return true;                  /* e-mail, V-League */
  if (p->title == p->n) return p->native == 0; /* Jean-Claude; Nga-Trung */
  return p->native < p->n && !p->marked;
}

static size_t hyphen_end(const text *t, size_t i, size_t end) {
  const char *s = t->s;
  if (digit(at(t, end + 1))) { /* F-16, COVID-19 */
    for (size_t k = i; k < end; k++)
      if (!ascii_letter(s[k])) return end;
    if (!truc__is_capital(s + i, end - i)) return end;
    size_t k = end + 1;
    while (alnum(at(t, k))) k++;
    bool year = k - end == 5 && (s[end + 1] == '1' || s[end + 1] == '2');
    return year ? end : k; /* quý I-2013 */
  }
  parts p = read_parts(t, i, end);
  return p.n > 1 && is_one(t, &p) ? p.end[p.n - 1] : end;
}

/* ------------------------------------------------------------------- words */

/* Letters [i, end) followed by a digit: H5N1, A321neo, but `năm2023` is two. */
static size_t letter_code_end(const text *t, size_t i, size_t end) {
  if (!truc__is_capital(t->s + i, end - i) && end - i > 2 &&
      truc__is_syllable(t->s + i, end - i))
    return end;
  for (;;) {
    size_t next = truc__letters_end(t->s, t->n, end);
    while (digit(at(t, next))) next++;
    if (next == end) break;
    end = next;
  }
  if (at(t, end) == '-' && digit(at(t, end + 1))) /* A320-200 */
    for (end++; alnum(at(t, end));) end++;
  return end;
}

static size_t identifier_end(const text *t, size_t i) {
  for (;;) {
    size_t next = truc__letters_end(t->s, t->n, i);
    if (next > i)
      i = next;
    else if (digit(at(t, i)) || at(t, i) == '_')
      i++;
    else
      return i;
  }
}

/* Length of an apostrophe at i, 0 if there is none. */
static size_t apostrophe(const text *t, size_t i) {
  if (at(t, i) == '\'') return 1;
  return t->n - i > 3 && !memcmp(t->s + i, "\xE2\x80\x99", 3) ? 3 : 0;
}

/* doesn't, O'Brien, rock'n'roll, H'leo: what is glued to ASCII letters. */
static size_t glued_end(const text *t, size_t i, size_t end) {
  size_t mark;
  while ((mark = apostrophe(t, end)) > 0 && ascii_letter(at(t, end + mark))) {
    for (size_t k = i; k < end; k++)
      if (!ascii_letter(t->s[k])) return end;
    i = end + mark;
    end = truc__letters_end(t->s, t->n, i);
  }
  return end;
}

static size_t ampersand_end(const text *t, size_t i, size_t end) {
  size_t next = truc__letters_end(t->s, t->n, end + 1);
  return next > end + 1 && next - i <= 8 &&
                 truc__is_capital(t->s + i, end - i) &&
                 truc__is_capital(t->s + end + 1, next - end - 1)
             ? next
             : end;
}

/* Words without a mark that begin what follows a caption. */
static bool is_opening(const char *s, size_t n) {
  static const char *const words[] = {"Theo", "Trong", "Trao", "Khi", "Sau"};
  for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
    if (strlen(words[k]) == n && !memcmp(words[k], s, n)) return true;
  return false;
}

/* "NeesonHiện", "LoanTheo": where a crawl has lost the blank between two words.
** The second is a Vietnamese syllable with a mark, which VinFast and McDonald
** have not, or one of a few.  Its place, or `end`. */
static size_t lost_blank(const text *t, size_t i, size_t end) {
  unsigned len;
  for (size_t k = i; k < end; k += len) {
    truc__class_at(t->s + k, end - k, &len);
    size_t next = k + len, rest = end - next;
    if (k == i || next >= end || truc__is_capital(t->s + k, len)) continue;
    if (!truc__is_capital(t->s + next, rest)) continue;
    const char *p = t->s + next;
    bool marked = false;
    for (size_t n = 0; n < rest; n++) marked |= (unsigned char)p[n] >= 0x80;
    if (is_opening(p, rest)) return next;
    return marked && truc__shape(p, rest) == TRUC_SHAPE_TITLE &&
                   truc__is_syllable(p, rest)
               ? next
               : end;
  }
  return end;
}

/* Length of the token of letters at i. */
static size_t word_token(const text *t, size_t i, truc_token_kind *kind) {
  size_t end = truc__letters_end(t->s, t->n, i), more = lost_blank(t, i, end);
  char c = at(t, end);
  *kind = TRUC_TOK_SYLLABLE;
  if (more < end) return more - i;
  if (gap_byte(c) || c == ',') return end - i;
  if ((c == '.' || c == ':' || c == '@' || c == '_' || c == '-' || c == '+' ||
       digit(c)) &&
      (more = address_end(t, i)) > end)
    return *kind = TRUC_TOK_URL, more - i;
  if (c == '.' && (more = abbrev_end(t, i, end)) > end)
    return *kind = TRUC_TOK_ABBR, more - i;
  if (c == '_' && (more = identifier_end(t, i)) > end)
    return *kind = TRUC_TOK_CODE, more - i;
  if (digit(c) && (more = letter_code_end(t, i, end)) > end)
    return *kind = TRUC_TOK_CODE, more - i;
  if (c == '-') {
    more = hyphen_end(t, i, end);
    if (more > end && digit(t->s[end + 1])) *kind = TRUC_TOK_CODE;
    if (more > end && at(t, more) == '&') /* VH-TT&DL */
      more = ampersand_end(t, end + 1, more);
    return more - i;
  }
  if (c == '&') {
    more = ampersand_end(t, i, end);
    if (more > end) *kind = TRUC_TOK_CODE;
    return more - i;
  }
  if (c == '\'' || c == '\xE2') return glued_end(t, i, end) - i;
  return end - i;
}

/* ------------------------------------------------------------- marks, emoji */

static size_t run_end(const text *t, size_t i) {
  size_t end = i;
  while (at(t, end) == t->s[i]) end++;
  return end;
}

static size_t punct_token(const text *t, size_t i, unsigned len,
                          truc_token_kind *kind) {
  char c = t->s[i], next = at(t, i + 1);
  size_t end;
  *kind = TRUC_TOK_PUNCT;
  if ((c == '.' || c == '-') && next == c) return run_end(t, i) - i;
  if ((c == '=' || c == '&' || c == '|') && next == c) return 2;
  if (c == '-' && next == '>') return 2;
  if ((c == '#' || c == '@') && (i == t->begin || gap_byte(t->s[i - 1]))) {
    end = truc__letters_end(t->s, t->n, i + 1);
    if (end > i + 1) return *kind = TRUC_TOK_TAG, identifier_end(t, end) - i;
  }
  if (c == '_' && (end = identifier_end(t, i)) > i + 1)
    return *kind = TRUC_TOK_CODE, end - i;
  if ((c == ':' || c == '=' || c == ';') &&
      (i == t->begin || gap_byte(t->s[i - 1])) && (next == ')' || next == '('))
    return *kind = TRUC_TOK_EMOJI, run_end(t, i + 1) - i;
  if (c == '\xC2' && next == '\xB0' && /* °C */
      (at(t, i + 2) == 'C' || at(t, i + 2) == 'F') &&
      truc__letters_end(t->s, t->n, i + 2) == i + 3)
    return *kind = TRUC_TOK_SYLLABLE, 3;
  return len;
}

static bool is_regional(const text *t, size_t i) {
  return t->n - i >= 4 && !memcmp(t->s + i, "\xF0\x9F\x87", 3) &&
         (unsigned char)t->s[i + 3] >= 0xA6;
}

/* A grapheme cluster: flags, skin tones, selectors, joined families. */
static size_t emoji_token(const text *t, size_t i, unsigned len) {
  size_t end = i + len;
  if (is_regional(t, i) && end < t->n && is_regional(t, end)) return 8;
  while (end < t->n) {
    unsigned more, after;
    truc__class c = truc__class_at(t->s + end, t->n - end, &more);
    bool tone = t->n - end >= 4 && !memcmp(t->s + end, "\xF0\x9F\x8F", 3) &&
                (unsigned char)t->s[end + 3] >= 0xBB;
    if (c != C_JOINER && c != C_MARK && !tone) break;
    bool joiner = more == 3 && !memcmp(t->s + end, "\xE2\x80\x8D", 3);
    end += more;
    if (joiner && end < t->n &&
        truc__class_at(t->s + end, t->n - end, &after) == C_EMOJI)
      end += after;
  }
  return end - i;
}

/* A character no rule knows, with the marks upon it. */
static size_t other_token(const text *t, size_t i, unsigned len) {
  size_t end = i + len;
  unsigned more;
  while (end < t->n && truc__class_at(t->s + end, t->n - end, &more) == C_MARK)
    end += more;
  return end - i;
}

size_t truc__token_length(const truc__lexed *t, size_t i, truc__class c,
                          unsigned len, truc_token_kind *kind) {
  switch (c) {
    case C_LETTER: return word_token(t, i, kind);
    case C_DIGIT: return truc__number_token(t->s, t->n, i, t->begin, kind);
    case C_PUNCT: return punct_token(t, i, len, kind);
    case C_EMOJI: *kind = TRUC_TOK_EMOJI; return emoji_token(t, i, len);
    default: *kind = TRUC_TOK_OTHER; return other_token(t, i, len);
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* prose.c - segmented text as people write it. */
#include "text/prose.h"

#include <string.h>

#include "base/base.h"

/* Bytes of the blank at s[i], 0 if there is none. */
static unsigned blank_at(const char *s, size_t n, size_t i) {
  if (i >= n) return 0;
  if (s[i] == ' ' || (s[i] >= 9 && s[i] <= 13)) return 1;
  return i + 1 < n && s[i] == '\xC2' && s[i + 1] == '\xA0' ? 2 : 0;
}

/* Is s[i] at a blank or at the end of the text? */
static bool at_edge(const char *s, size_t n, size_t i) {
  return i >= n || blank_at(s, n, i);
}

/* Is s[i] at the beginning of the text or behind a blank? */
static bool behind_edge(const char *s, size_t i) {
  return !i || s[i - 1] == ' ' || (s[i - 1] >= 9 && s[i - 1] <= 13) ||
         (i > 1 && s[i - 2] == '\xC2' && s[i - 1] == '\xA0');
}

/* Bytes of the mark at s[i] that belongs to what stands before it. */
static unsigned mark_at(const char *s, size_t n, size_t i) {
  static const char *const wide[] = {"”", "’", "…"};
  if (i < n && s[i] && strchr(",.;:!?)]}%", s[i])) return 1;
  for (size_t w = 0; w < 3; w++)
    if (i < n && n - i >= 3 && !memcmp(s + i, wide[w], 3)) return 3;
  return 0;
}

/* Do such marks stand at s[i], and a blank behind them?  "đi ." is so, ".vn"
** is not. */
static bool closes(const char *s, size_t n, size_t i) {
  size_t from = i;
  for (unsigned k; (k = mark_at(s, n, i));) i += k;
  return i > from && at_edge(s, n, i);
}

static bool opening_before(const char *s, size_t i) {
  if (!i) return false;
  if (strchr("([{", s[i - 1])) return true;
  return i >= 3 && (!memcmp(s + i - 3, "“", 3) || !memcmp(s + i - 3, "‘", 3));
}

/* 0 or 1 for a straight quotation mark that stands by itself, else -1. */
static int quote_at(const char *s, size_t n, size_t i) {
  if (i >= n || (s[i] != '"' && s[i] != '\'')) return -1;
  if (!behind_edge(s, i) || !at_edge(s, n, i + 1)) return -1;
  return s[i] == '"';
}

/* An underscore between letters. */
static bool joins(const char *s, size_t n, size_t i) {
  return i && i + 1 < n && s[i] == '_' && s[i - 1] != '_' && s[i + 1] != '_' &&
         !behind_edge(s, i) && !at_edge(s, n, i + 1);
}

/* A sentence has several underscores; an address has one, of its own kind. */
void truc__prose_begin(truc__prose *p, const char *s, size_t n,
                       const truc_span *mark, uint32_t nmark) {
  size_t njoins = 0, nquotes = 0;
  bool address = false;
  *p = (truc__prose){.s = s, .n = n, .mark = mark, .nmark = nmark};
  for (size_t i = 0; i < n; i++) switch (s[i]) {
      case '@':
      case '#': address = true; break;
      case '/': address |= i && s[i - 1] == '/'; break;
      case '_': njoins += joins(s, n, i); break;
      case '"':
      case '\'': nquotes += quote_at(s, n, i) >= 0; break;
      case ' ': p->spaced |= closes(s, n, i + 1); break;
      default: break;
    }
  p->joined = njoins > n / 80 && !address;
  p->spaced |= p->joined || nquotes > 1;
}

/* Has a segmenter put in the blanks s[from..to)? */
static bool is_filling(const truc__prose *p, size_t from, size_t to) {
  int before = from ? quote_at(p->s, p->n, from - 1) : -1;
  int after = quote_at(p->s, p->n, to);
  return closes(p->s, p->n, to) || opening_before(p->s, from) ||
         (before >= 0 && p->quoted[before]) || (after >= 0 && p->quoted[after]);
}

/* Behind the blanks at i; i itself if there are none. */
static size_t behind_blanks(const truc__prose *p, size_t i) {
  for (;;) {
    unsigned k = blank_at(p->s, p->n, i);
    if (!k && p->joined && joins(p->s, p->n, i)) k = 1;
    if (!k) return i;
    i += k;
  }
}

/* Is a byte always a letter, wherever it stands? */
static bool is_plain(char c) {
  return (unsigned char)c > ' ' && c != '_' && c != '"' && c != '\'' &&
         c != '\xC2';
}

/* The next end of a mark behind i, at most the end of the text. */
static size_t next_edge(truc__prose *p, size_t i) {
  for (; p->nmark; p->mark++, p->nmark--) {
    size_t off = p->mark->off, end = off + p->mark->len;
    if (i < end) end = i < off ? off : end;
    if (i < end) return end < p->n ? end : p->n;
  }
  return p->n;
}

/* Behind the piece that begins at i. */
static size_t behind_piece(truc__prose *p, size_t i) {
  size_t end = next_edge(p, i), k = i;
  int32_t cp;
  while (k < end && is_plain(p->s[k])) k++;
  return k > i ? k : i + truc__utf8_next(p->s + i, p->n - i, &cp);
}

bool truc__prose_next(truc__prose *p, size_t *from, size_t *len, bool *blank) {
  size_t start = p->i, end = behind_blanks(p, start);
  *from = start;
  p->i = end;
  if (end > start && start && end < p->n &&
      !(p->spaced && is_filling(p, start, end))) {
    *len = end - start;
    *blank = true;
    return true;
  }
  if (end >= p->n) return false;
  int quote = quote_at(p->s, p->n, end);
  if (quote >= 0) p->quoted[quote] ^= true;
  p->i = behind_piece(p, end);
  *from = end;
  *len = p->i - end;
  *blank = false;
  return true;
}

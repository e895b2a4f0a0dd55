/* SPDX-License-Identifier: Apache-2.0 */
/* form.c - raw or word-segmented? */
#include "source/source.h"

/* Enough to decide; keeps the decision cheap on long documents. */
#define LOOK_AT ((size_t)64 * 1024)

static bool blank(unsigned char c) { return c <= ' '; }
static bool letter(unsigned char c) {
  return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

typedef struct {
  size_t words, joined; /* chunks with a letter; those with an inner '_' */
  size_t native;        /* of these, those that no identifier looks like */
  size_t marks, apart;  /* '.' and ',' at the end of a chunk; alone */
} counts;

static void count_chunk(counts *c, const unsigned char *s, size_t n) {
  bool letters = false, joined = false, native = false;
  for (size_t i = 0; i < n; i++) {
    letters |= letter(s[i]);
    native |= s[i] >= 0x80;
    joined |= s[i] == '_' && i > 0 && i + 1 < n && letter(s[i - 1]) &&
              letter(s[i + 1]);
  }
  c->words += letters;
  c->joined += joined;
  c->native += joined && native;
  if (s[n - 1] != '.' && s[n - 1] != ',') return;
  c->marks++;
  c->apart += n == 1;
}

truc_form truc__source_form(const char *raw, size_t n) {
  const unsigned char *s = (const unsigned char *)raw;
  counts c = {0, 0, 0, 0, 0};
  if (n > LOOK_AT) n = LOOK_AT;
  if (!memchr(s, '_', n)) return TRUC_FORM_RAW;
  for (size_t i = 0; i < n;) {
    while (i < n && blank(s[i])) i++;
    size_t from = i;
    while (i < n && !blank(s[i])) i++;
    if (i > from) count_chunk(&c, s + from, i - from);
  }
  bool many = c.joined * 10 > c.words && c.apart * 2 >= c.marks;
  /* a few words without a mark: my_var_x alone says nothing */
  if (!c.marks && !c.native) many = false;
  /* a segmenter that joins little still sets every mark apart */
  bool clear = c.joined * 50 > c.words && c.joined >= 4 && c.marks >= 4 &&
               c.apart * 10 >= c.marks * 9;
  return many || clear ? TRUC_FORM_SEG : TRUC_FORM_RAW;
}

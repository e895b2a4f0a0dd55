/* SPDX-License-Identifier: Apache-2.0
** query_fuzz.c - any bytes up to a NUL as a search: no error reaches the user,
** it ends soon, the index finds what the matcher finds, and what is marked are
** whole letters of the sentence, in order. */
#include <string.h>
#include <time.h>

#include "fuzz/laws.h"
#include "ledger/ledger.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static const char text[] =
    "Trên đất nước_mặn không ai trồng được lúa .\n"
    "Họ yêu đất_nước và con_người nơi này .\n"
    "Ho\xCC\x80"
    "a_bình là con đường dài , HOÀ_BÌNH còn xa .\n"
    "Duong_lịch là lịch mặt_trời , viết không dấu ngày 30/11 .\n"
    "Tàu chạy trên đường_sắt mới từ TP.HCM ra Hà_Nội .\n"
    "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a .\n";

static void give_words(truc_doc *d) {
  truc_given word[160];
  uint32_t n = 0;
  int begins = 1;
  for (const char *p = text; *p && n < 160;) {
    size_t len = strcspn(p, " \n");
    if (len) {
      word[n++] = (truc_given){{(uint32_t)(p - text), (uint32_t)len}, begins};
      begins = 0;
    }
    p += len;
    if (*p) begins |= *p++ == '\n';
  }
  LAW(truc_doc_set_words(d, word, n, NULL) == TRUC_OK);
}

/* With the text in it; indexed, or still waiting to be: who may not write does
** not index. */
static truc_ledger *open_ledger(int indexed) {
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_article a = TRUC_ARTICLE;
  truc_ledger *l;
  truc_doc *d = truc_doc_new(NULL);
  o.mode = TRUC_LEDGER_MEMORY;
  LAW(d && truc_ledger_open(NULL, &o, NULL, &l) == TRUC_OK);
  a.id = "doc";
  a.model = "m1";
  a.text = text;
  a.n = sizeof text - 1;
  LAW(truc_doc_read(d, text, a.n, NULL, NULL) == TRUC_OK);
  give_words(d);
  LAW(truc_doc_run(d, TRUC_WORDS | TRUC_FACTS, NULL) == TRUC_OK);
  LAW(truc_ledger_add(l, d, &a, NULL, NULL) == TRUC_OK);
  if (indexed) truc__settle(l);
  l->writable = false;
  truc_doc_free(d);
  return l;
}

static int inside_letter(const truc_found *x, uint32_t i) {
  return i < x->len && ((unsigned char)x->text[i] & 0xC0) == 0x80;
}

static void laws_of_marks(const truc_finds *f) {
  for (uint32_t i = 0; i < f->nfound; i++) {
    const truc_found *x = &f->found[i];
    LAW(x->off + x->len < sizeof text && x->nmark > 0);
    LAW(!memcmp(text + x->off, x->text, x->len));
    uint32_t end = 0;
    for (uint32_t k = x->mark; k < x->mark + x->nmark; k++) {
      law_span(f->mark[k], x->len);
      LAW(f->mark[k].len > 0 && f->mark[k].off >= end);
      end = f->mark[k].off + f->mark[k].len;
      LAW(!inside_letter(x, f->mark[k].off) && !inside_letter(x, end));
    }
  }
}

static truc_finds *find(truc_ledger *l, const char *words, int strict) {
  truc_query q = TRUC_QUERY;
  truc_finds *f;
  q.words = words;
  q.strict = strict;
  q.order = TRUC_ORDER_DATE;
  LAW(truc_ledger_find(l, &q, NULL, &f) == TRUC_OK);
  laws_of_marks(f);
  return f;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  static truc_ledger *l[2];
  for (int i = 0; i < 2; i++)
    if (!l[i]) l[i] = open_ledger(i);
  char *words = malloc(n + 1);
  LAW(words != NULL);
  if (n) memcpy(words, bytes, n);
  words[n] = '\0';
  clock_t start = clock();
  for (int strict = 0; strict < 2; strict++) {
    truc_finds *f[2];
    for (int i = 0; i < 2; i++) f[i] = find(l[i], words, strict);
    LAW(f[0]->nfound == f[1]->nfound);
    for (uint32_t i = 0; i < f[0]->nfound; i++)
      LAW(f[0]->found[i].off == f[1]->found[i].off);
    for (int i = 0; i < 2; i++) truc_finds_free(f[i]);
  }
  LAW(n > 4096 || clock() - start < 2 * CLOCKS_PER_SEC);
  free(words);
  return 0;
}

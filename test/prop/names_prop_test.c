/* SPDX-License-Identifier: Apache-2.0
**
** names_prop_test.c - what a fast walk over names could break.
**
** The phrases that the name room reads of a sentence are those that a plain
** walk through the lexicon finds; a document object that has read other texts
** before says the same as a new one, also where a text is cut in the middle of
** a name, a phrase or a letter; odd bytes and lengths do no harm; and the time
** grows with the text alone, whatever it says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <time.h>

#include <cmocka.h>

#include "name/name.h"

/* Of all kinds that the room knows: offices, pairs, bodies, abbreviations in
** brackets, spouses, names in doubt. */
static const char *const texts[] = {
    "Thủ tướng Việt Nam Trần Văn Nam và Phu nhân tới Viên, thủ đô nước Áo.\n"
    "(Báo Xa Xăm) - Ông Nam hội đàm với người đồng cấp Áo Karl Bolan; hai bên "
    "ký Hiệp định thương mại tự do Việt Nam - Áo. Hai ông cùng dự tiệc.",
    "Cơ quan Di trú Úc (Immigration Zealand) cho biết Immigration Zealand mở "
    "cửa. Alibaba Bolan và Karl Xalan đến Mát-xcơ-va, Thành phố Hồ Chí Minh.",
    "QUAN HỆ VIỆT NAM - NHẬT BẢN: THỦ TƯỚNG LÊ VĂN BẮC THĂM TOKYO NGÀY MAI",
    "thủ tướng nguyễn văn an nói với tổng thống putin ở hà nội về hai nước",
    "Bộ trưởng Bộ Ngoại giao, Bộ trưởng Điều phối Kinh tế và Nhân lực Li Bolan "
    "(Ảnh: Hà An). Washington và Bắc Kinh phản đối. EU, ASEAN, Mekong, APEC.",
};
#define NTEXT (sizeof texts / sizeof *texts)

static truc_doc *new_doc(void) {
  truc_doc *d = truc_doc_new(NULL);
  assert_non_null(d);
  return d;
}

static void read_bytes(truc_doc *d, const char *p, size_t n) {
  assert_int_equal(truc_doc_read(d, p, n, NULL, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_NAMES, NULL), TRUC_OK);
}

/* All that the room says of a text, as one number; spans lie in the text. */
static uint64_t digest(const truc_doc *d) {
  truc__buf b = {0};
  for (uint32_t m = 0; m < d->mention.n; m++) {
    const truc_mention *x = &d->mention.v[m];
    assert_true(x->ntok && x->tok + x->ntok <= d->token.n);
    assert_true(x->entity == TRUC_NONE || x->entity < d->entity.n);
    assert_true(x->other == TRUC_NONE || x->other < d->entity.n);
    assert_true(x->outer == TRUC_NONE || x->outer < d->mention.n);
    uint32_t v[] = {x->tok,    x->ntok, x->entity, x->other, x->outer,
                    x->office, x->type, x->form,   x->flags};
    truc__buf_put(&b, (const char *)v, sizeof v);
    truc__buf_put(&b, x->why, strlen(x->why));
  }
  for (uint32_t e = 0; e < d->entity.n; e++) {
    const truc_entity *x = &d->entity.v[e];
    uint32_t v[] = {x->country, x->head, x->nmention, x->type};
    truc__buf_put(&b, (const char *)v, sizeof v);
    truc__buf_put(&b, x->ref, strlen(x->ref));
    truc__buf_put(&b, x->name, strlen(x->name));
  }
  for (uint32_t o = 0; o < d->office.n; o++) {
    const truc_office *x = &d->office.v[o];
    uint32_t v[] = {x->mention, x->holder, x->org, x->country, x->flags};
    truc__buf_put(&b, (const char *)v, sizeof v);
    truc__buf_put(&b, x->title, strlen(x->title));
  }
  uint64_t h = b.n ? truc__hash(b.p, b.n) : 0;
  truc__buf_release(&b);
  return h;
}

/* ---------------------------------------------------------------- phrases */

typedef struct want {
  const truc_doc *d;
  uint32_t tok;
  const truc__hit *hit; /* what the room has */
  uint32_t nhit, found;
} want;

static bool has_shape(const truc_doc *d, uint32_t tok, uint32_t ntok,
                      unsigned flags) {
  if ((flags & LEX_SHAPES) && d->token.v[tok].shape == TRUC_SHAPE_LOWER)
    return false;
  for (uint32_t i = tok; (flags & LEX_UPPER) && i < tok + ntok; i++)
    if (d->token.v[i].shape == TRUC_SHAPE_TITLE && d->token.v[i].text_len > 1)
      return false; /* "Un" is not UN */
  return true;
}

static bool is_shared(unsigned cls) {
#define X(name) || cls == LEX_##name
  return false TRUC__NAME_SHARED(X);
#undef X
}

/* Every phrase of a class that the room reads is there, and its bit is set.
** What other rooms read too stands in two lists: the walk meets it twice. */
static void expect(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  want *w = ctx;
  uint32_t n = 0;
  if (truc__name_bit(e->cls) == BIT_NONE) return;
  if (!has_shape(w->d, w->tok, ntok, e->flags)) return;
  for (uint32_t i = 0; i < w->nhit; i++)
    n += w->hit[i].ntok == ntok && w->hit[i].cls == e->cls &&
         !strcmp(truc__hit_id(&w->hit[i]), truc__lex_id(e));
  assert_true(n > 0);
  w->found += is_shared(e->cls) ? 1 : 2;
  assert_true(truc__has(w->d->scratch[SCRATCH_NAME], w->tok, e->cls));
}

static void phrases_are_those_of_the_lexicon(void **state) {
  (void)state;
  truc_doc *d = new_doc();
  for (size_t k = 0; k < NTEXT; k++) {
    read_bytes(d, texts[k], strlen(texts[k]));
    for (uint32_t s = 0; s < d->sentence.n; s++) {
      const truc_sentence *x = &d->sentence.v[s];
      uint32_t end = x->tok + x->ntok;
      if (truc__all_small(d, x->tok, end)) continue; /* has rules of its own */
      for (uint32_t tok = x->tok; tok < end; tok++) {
        want w = {d, tok, NULL, 0, 0};
        w.hit = truc__hits_at(d, tok, &w.nhit);
        for (uint32_t i = 1; i < w.nhit; i++) /* longest first */
          assert_true(w.hit[i - 1].ntok >= w.hit[i].ntok);
        truc__lex_walk(d->token.v, end, tok, expect, &w);
        assert_int_equal(w.found, 2 * w.nhit); /* and there is no other */
      }
    }
  }
  truc_doc_free(d);
}

/* The phrases at a token for the fact room and the value room; the number of
** those that the name room reads too. */
static uint32_t phrases_for_others(truc_doc *d, truc__phrases *p,
                                   uint32_t tok) {
  uint32_t shared = 0;
  for (int values = 0; values < 2; values++) {
    assert_true(truc__phrases_begin(d, p));
    assert_true(VEC_ROOM(p->hit, 1000));
    assert_false(truc__is_read(p, tok));
    (values ? truc__phrases_values : truc__phrases_facts)(d, p, tok);
    assert_true(truc__is_read(p, tok));
    assert_int_equal(p->at.v[tok].n, p->hit.n);
    for (uint32_t i = 0; i < p->hit.n; i++) {
      const truc__hit *h = &p->hit.v[i];
      const bool value = h->cls >= LEX_NFACTS && h->cls < LEX_VALUES_END;
      assert_int_equal(h->tok, tok);
      assert_true(i == 0 || p->hit.v[i - 1].ntok >= h->ntok);
      assert_true(values ? value : value || h->cls < LEX_NFACTS);
      assert_true(truc__name_bit(h->cls) == BIT_NONE || is_shared(h->cls));
      shared += is_shared(h->cls);
    }
  }
  return shared;
}

/* The rooms behind see the phrases of their classes, and no others. */
static void phrases_for_others_are_not_of_names(void **state) {
  (void)state;
  truc_doc *d = new_doc();
  truc__phrases p = {{NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}};
  uint32_t shared = 0;
  for (size_t k = 0; k < NTEXT; k++) {
    read_bytes(d, texts[k], strlen(texts[k]));
    for (uint32_t tok = 0; tok < d->token.n; tok++)
      shared += phrases_for_others(d, &p, tok);
  }
  assert_true(shared > 5);
  truc__phrases_release(&p);
  truc_doc_free(d);
}

/* ------------------------------------------------------------------- cuts */

/* Every beginning of every text, cut in letters too, by an object that has read
** all the others before and by a new one. */
static void an_old_object_reads_as_a_new_one(void **state) {
  (void)state;
  truc_doc *old = new_doc();
  for (size_t k = 0; k < NTEXT; k++) {
    size_t n = strlen(texts[k]);
    for (size_t cut = 0; cut <= n; cut++) {
      truc_doc *d = new_doc();
      read_bytes(old, texts[k] + (n - cut), cut); /* an end, then a beginning */
      read_bytes(old, texts[k], cut);
      read_bytes(d, texts[k], cut);
      assert_int_equal(digest(old), digest(d));
      truc_doc_free(d);
    }
  }
  truc_doc_free(old);
}

static void repeat(truc__buf *b, const char *s, size_t n, int times) {
  b->n = 0;
  for (int i = 0; i < times; i++) truc__buf_put(b, s, n);
  assert_int_equal(b->rc, TRUC_OK);
}

/* NUL, ill-formed bytes, tokens longer than any key, runs and phrases longer
** than any limit: each has a name behind it that must still be found. */
static void odd_bytes_do_no_harm(void **state) {
  (void)state;
  static const struct {
    const char *s;
    size_t n;
    int times;
  } odd[] = {{"\0", 1, 3},          {"\xc3", 1, 2},        {"\xe1\xba", 2, 4},
             {"Ab", 2, 400},        {"Ab-", 3, 400},       {"Karl ", 5, 300},
             {"cộng hòa ", 11, 90}, {"Bộ Ngoại ", 12, 90}, {"(", 1, 90},
             {"ông ", 5, 300},      {"- ", 2, 90},         {"Phó ", 5, 200}};
  truc_doc *d = new_doc();
  truc__buf b = {0};
  static const char rest[] = ".\n\nTổng thống Mỹ Karl Bolan tới Hà Nội.";
  for (size_t k = 0; k < sizeof odd / sizeof *odd; k++) {
    repeat(&b, odd[k].s, odd[k].n, odd[k].times);
    truc__buf_put(&b, rest, sizeof rest - 1);
    read_bytes(d, b.p, b.n);
    (void)digest(d);
    bool found = false;
    for (uint32_t m = 0; m < d->mention.n; m++)
      found = found ||
              (d->mention.v[m].type == TRUC_GPE &&
               d->mention.v[m].entity != TRUC_NONE &&
               !strcmp(d->entity.v[d->mention.v[m].entity].ref, "gpe:USA"));
    assert_true(found);
  }
  truc__buf_release(&b);
  truc_doc_free(d);
}

/* ------------------------------------------------------------------- time */

static double seconds(truc_doc *d, const truc__buf *b) {
  struct timespec t0, t1;
  assert_int_equal(truc_doc_read(d, b->p, b->n, NULL, NULL), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_WORDS, NULL), TRUC_OK);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t0);
  assert_int_equal(truc_doc_run(d, TRUC_NAMES, NULL), TRUC_OK);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t1);
  return (double)(t1.tv_sec - t0.tv_sec) +
         1e-9 * (double)(t1.tv_nsec - t0.tv_nsec);
}

/* Sixteen times the text: a pass over all mentions for each of them would take
** 256 times as long. */
static void time_grows_with_the_text(void **state) {
  (void)state;
  static const char *const units[] = {
      "hai ông ",
      "Phu nhân ",
      "ông và ",
      "người đồng cấp Mỹ ",
      "Bộ Ngoại giao (BNG) và Cơ quan Di trú (Immigration Zealand), ",
      "Tổng thống phu nhân hai ông ",
      "Karl Bolan, ",
      "hiệp định hội nghị công ty ",
  };
  truc_doc *d = new_doc();
  truc__buf b = {0};
  for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
    int few = (int)(8000 / strlen(units[k]));
    repeat(&b, units[k], strlen(units[k]), few * 16);
    (void)seconds(d, &b); /* grown once */
    double much = seconds(d, &b);
    repeat(&b, units[k], strlen(units[k]), few);
    double little = seconds(d, &b);
    for (int i = 0; i < 4; i++) {
      double again = seconds(d, &b);
      if (again < little) little = again;
    }
    assert_true(much < little * 96 + 0.01);
  }
  truc__buf_release(&b);
  truc_doc_free(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(phrases_are_those_of_the_lexicon),
      cmocka_unit_test(phrases_for_others_are_not_of_names),
      cmocka_unit_test(an_old_object_reads_as_a_new_one),
      cmocka_unit_test(odd_bytes_do_no_harm),
      cmocka_unit_test(time_grows_with_the_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

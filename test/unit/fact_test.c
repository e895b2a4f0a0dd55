/* SPDX-License-Identifier: Apache-2.0
**
** fact_test.c - what stands round the patterns: codes of event data, the
** explanation of a record, its confidence.  Own sentences; the working folder
** is the root of the source tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fact/confidence.h"
#include "fact/fact.h"
#include "fact/plover.h"
#include "test/unit/with_model.h"

static truc_doc *read(const char *text) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err e;
  opt.date = "2024-11-20";
  opt.form = TRUC_FORM_RAW;
  truc_doc *d = truc_doc_new(model);
  assert_non_null(d);
  assert_int_equal(truc_doc_read(d, text, strlen(text), &opt, &e), TRUC_OK);
  assert_int_equal(truc_doc_run(d, TRUC_FACTS, &e), TRUC_OK);
  return d;
}

static uint32_t first_of(const truc_doc *d, truc_kind kind) {
  for (uint32_t i = 0; i < d->fact.n; i++)
    if (d->fact.v[i].kind == kind) return i;
  return TRUC_NONE;
}

/* ------------------------------------------------------------------ plover */

typedef struct coded {
  const char *text;
  truc_kind kind;
  const char *codes; /* "EVENT mode cameo context,context" or "" */
} coded;

static const coded table[] = {
    {"Thủ tướng Lê Văn Cường đang thăm chính thức Lào.", TRUC_KIND_VISIT,
     "CONSULT visit 042 "},
    {"Thủ tướng Lê Văn Cường sẽ thăm chính thức Lào.", TRUC_KIND_VISIT,
     "AGREE - 036 diplomatic"},
    {"Thủ tướng Lê Văn Cường mời Tổng thống Pháp Jean Dupont thăm Việt Nam.",
     TRUC_KIND_VISIT, "AGREE - 036 diplomatic"},
    {"Thủ tướng Lê Văn Cường đã hội đàm với Thủ tướng Lào Bounthong Keo.",
     TRUC_KIND_CONTACT, "CONSULT - 040 "},
    {"Thủ tướng Lê Văn Cường đã điện đàm với Thủ tướng Lào Bounthong Keo.",
     TRUC_KIND_CONTACT, "CONSULT phone 041 "},
    {"Việt Nam và Lào đã hợp tác trong lĩnh vực quốc phòng và giáo dục.",
     TRUC_KIND_COOPERATION, "COOPERATE - 062 military"},
    {"Việt Nam và Lào đã hợp tác trong lĩnh vực giáo dục, văn hóa.",
     TRUC_KIND_COOPERATION, "SUPPORT - 050 "},
    {"Việt Nam và Lào đã hợp tác trong lĩnh vực thương mại, quốc phòng.",
     TRUC_KIND_COOPERATION, "COOPERATE - 060 economic,military"},
    {"Việt Nam và Lào nhất trí tăng cường hợp tác trong lĩnh vực thương mại.",
     TRUC_KIND_COOPERATION, "AGREE - 0311 economic"},
    {"Việt Nam và Lào nhất trí tăng cường hợp tác trong lĩnh vực y tế.",
     TRUC_KIND_COOPERATION, "AGREE - 030 health"},
    {"Việt Nam và Lào đã ký Hiệp định hợp tác quốc phòng.", TRUC_KIND_AGREEMENT,
     "SUPPORT - 057 diplomatic,military"},
    {"Việt Nam và Lào sẽ ký Hiệp định thương mại.", TRUC_KIND_AGREEMENT,
     "AGREE - 0311 economic"},
    {"Năm 1962, Việt Nam và Lào thiết lập quan hệ ngoại giao.",
     TRUC_KIND_MILESTONE, "SUPPORT - 050 diplomatic"},
    {"Hai nước kỷ niệm 50 năm thiết lập quan hệ ngoại giao Việt Nam - Pháp.",
     TRUC_KIND_MILESTONE, ""},
    {"Nhật Bản đã viện trợ cho Lào 3 triệu USD.", TRUC_KIND_PROVISION,
     "AID - 071 economic"},
    {"Nhật Bản đã viện trợ cho Lào hàng cứu trợ.", TRUC_KIND_PROVISION,
     "AID - 073 "},
    {"Nhật Bản đã viện trợ cho Lào thiết bị y tế.", TRUC_KIND_PROVISION,
     "AID - 070 health"},
    {"Việt Nam đã mua ba tàu tuần tra từ Nhật Bản.", TRUC_KIND_PROVISION,
     "COOPERATE - 062 military"},
    {"Nhật Bản sẽ viện trợ cho Lào ba tàu tuần tra.", TRUC_KIND_PROVISION,
     "AGREE - 0332 military"},
    {"Thủ tướng Lê Văn Cường cho biết hai nước sẽ ký hiệp định.",
     TRUC_KIND_STATEMENT, ""},
};

static void codes_of(const truc_doc *d, uint32_t fact, truc__buf *b) {
  truc__plover p;
  b->n = 0;
  if (truc__plover_of(d, fact, &p)) {
    truc__buf_fmt(b, "%s %s %s ", p.event, p.mode ? p.mode : "-", p.cameo);
    for (uint32_t i = 0; i < p.ncontext; i++)
      truc__buf_fmt(b, i ? ",%s" : "%s", p.context[i]);
  }
  truc__buf_chr(b, '\0');
}

static void codes(void **state) {
  (void)state;
  truc__buf b = {0};
  unsigned wrong = 0;
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    truc_doc *d = read(table[i].text);
    uint32_t f = first_of(d, table[i].kind);
    if (f != TRUC_NONE) codes_of(d, f, &b);
    if (f == TRUC_NONE || strcmp(b.p, table[i].codes)) {
      print_error("%s: '%s', not '%s'\n", table[i].text,
                  f == TRUC_NONE ? "no record" : b.p, table[i].codes);
      wrong++;
    }
    truc_doc_free(d);
  }
  truc__buf_release(&b);
  assert_int_equal(wrong, 0);
}

/* Every field that the lexicon knows has its row, so that none loses its
** context unseen. */
static void every_field_has_a_row(void **state) {
  (void)state;
  static const char *const without[] = {"none", "new_fields", "general"};
  char line[8192], id[64];
  unsigned seen = 0, missing = 0;
  FILE *f = fopen("data/lex/sectors.tsv", "r");
  assert_non_null(f);
  while (fgets(line, sizeof line, f)) {
    if (sscanf(line, "sector\t%63[a-z_]", id) != 1) continue;
    bool found = false;
    for (size_t i = 0; i < 3; i++) found |= !strcmp(id, without[i]);
    for (uint32_t i = 0; i < truc__nplover_sector; i++)
      found |= !strcmp(id, truc__plover_sectors[i].id);
    if (!found) print_error("sector '%s' has no row in plover.tsv\n", id);
    missing += !found;
    seen++;
  }
  fclose(f);
  assert_true(seen > 40);
  assert_int_equal(missing, 0);
}

/* ----------------------------------------------------------------- explain */

typedef struct told {
  const char *text;
  truc_kind kind;
  const char *says[5];
} told;

static const told explained[] = {
    {"Thủ tướng Lê Văn Cường sẽ thăm chính thức Lào.",
     TRUC_KIND_VISIT,
     {"pattern        visit.verb: ", "predicate      \"thăm chính thức\"",
      "planned: marker \"sẽ\" of class mod.planned",
      "host           gpe:LAO \"Lào\" <- matched",
      "phase          whole <- not said here; fixed by the pattern"}},
    {"Thủ tướng Lê Văn Cường mời Tổng thống Pháp Jean Dupont thăm Việt Nam.",
     TRUC_KIND_VISIT,
     {"desired: fixed by the pattern"}},
    {"Ông Lê Văn Cường cho biết Việt Nam và Lào nhất trí tăng cường hợp tác"
     " trong lĩnh vực y tế.",
     TRUC_KIND_COOPERATION,
     {"agreed: marker \"nhất trí\" of class mod.agreed",
      "speaker        per:Lê Văn Cường\n",
      "says           \"Việt Nam và Lào nhất trí"}},
    {"Việt Nam và Lào có quan hệ tốt. Hai nước nhất trí tăng cường hợp tác"
     " trong lĩnh vực y tế.",
     TRUC_KIND_COOPERATION,
     {"gpe:LAO \"Hai nước\" <- the two countries in focus"}},
    {"Chuyến thăm Lào của Thủ tướng Lê Văn Cường sẽ góp phần củng cố quan hệ"
     " hai nước.",
     TRUC_KIND_IMPACT,
     {"pattern        impact.visit (phase 2): ",
      "cause          f2 \"Chuyến thăm Lào của Thủ tướng Lê Văn Cường\" <- "
      "mat"}},
    {"Thủ tướng Lê Văn Cường thăm Lào. Chuyến thăm của ông Cường sẽ góp phần"
     " củng cố quan hệ hai nước.",
     TRUC_KIND_IMPACT,
     {"cause          f2 \"Chuyến thăm của ông Cường\" <- matched"}},
    {"Thủ tướng Lê Văn Cường thăm Lào. Chuyến thăm này sẽ góp phần củng cố quan"
     " hệ hai nước.",
     TRUC_KIND_IMPACT,
     {"f2 \"Chuyến thăm này\" <- the latest record of kind VISIT before"}},
    {"Chuyến thăm Lào của Thủ tướng Lê Văn Cường khẳng định Việt Nam luôn coi"
     " trọng quan hệ truyền thống.",
     TRUC_KIND_STATUS,
     {"object         gpe:LAO <- not said here; 'host' of the record found"}},
    {"Bộ trưởng Trần Văn Bình thăm Lào.",
     TRUC_KIND_OFFICE,
     {"pattern        the office layer", "<- title and name side by side"}},
};

static void explanations(void **state) {
  (void)state;
  unsigned wrong = 0;
  truc__buf b = {0};
  for (size_t i = 0; i < sizeof explained / sizeof explained[0]; i++) {
    const told *t = &explained[i];
    truc_doc *d = read(t->text);
    uint32_t f = first_of(d, t->kind);
    assert_int_not_equal(f, TRUC_NONE);
    b.n = 0;
    truc__fact_explain(&b, d, f);
    truc__buf_chr(&b, '\0');
    for (int k = 0; k < 5 && t->says[k]; k++) {
      if (strstr(b.p, t->says[k])) continue;
      print_error("%s\n%sdoes not say '%s'\n", t->text, b.p, t->says[k]);
      wrong++;
    }
    truc_doc_free(d);
  }
  truc__buf_release(&b);
  assert_int_equal(wrong, 0);
}

/* -------------------------------------------------------------- confidence */

typedef struct doubted {
  const char *text;
  truc_kind kind;
  const char *doubts;
} doubted;

static const doubted doubts_of[] = {
    {"Thủ tướng Lê Văn Cường sẽ thăm chính thức Lào.", TRUC_KIND_VISIT, ""},
    {"Việt Nam và Lào có quan hệ tốt. Hai nước nhất trí tăng cường hợp tác"
     " trong lĩnh vực y tế.",
     TRUC_KIND_COOPERATION, "pair "},
    {"Việt Nam và Lào có quan hệ tốt đẹp giữa hai nước. Sẽ tăng cường hợp tác"
     " trong lĩnh vực y tế.",
     TRUC_KIND_COOPERATION, "implicit pair "},
    {"Hợp tác kinh tế giữa Việt Nam và Lào cần được nâng lên ngang tầm quan"
     " hệ giữa hai nước.",
     TRUC_KIND_COOPERATION, "pair late "},
};

static void doubts(void **state) {
  (void)state;
  unsigned wrong = 0;
  truc__buf b = {0};
  for (size_t i = 0; i < sizeof doubts_of / sizeof doubts_of[0]; i++) {
    const doubted *t = &doubts_of[i];
    truc_doc *d = read(t->text);
    uint32_t f = first_of(d, t->kind);
    assert_int_not_equal(f, TRUC_NONE);
    const char *have[TRUC_MAX_DOUBTS];
    uint32_t n = truc_doc_doubts(d, f, have);
    b.n = 0;
    for (uint32_t k = 0; k < n; k++) truc__buf_fmt(&b, "%s ", have[k]);
    truc__buf_chr(&b, '\0');
    if (strcmp(b.p, t->doubts)) {
      print_error("%s: '%s', not '%s'\n", t->text, b.p, t->doubts);
      wrong++;
    }
    truc_doc_free(d);
  }
  truc__buf_release(&b);
  assert_int_equal(wrong, 0);
}

/* Each doubt lowers the confidence, and it stays a percent. */
static void doubts_lower(void **state) {
  (void)state;
  truc_doc *plain = read(doubts_of[0].text);
  uint32_t f = first_of(plain, TRUC_KIND_VISIT);
  assert_true(plain->fact.v[f].confidence > 70);
  assert_true(plain->fact.v[f].confidence < 100);
  truc_doc_free(plain);
  unsigned last = 100;
  for (int i = 1; i < 3; i++) {
    truc_doc *d = read(doubts_of[i].text);
    f = first_of(d, TRUC_KIND_COOPERATION);
    assert_true(d->fact.v[f].confidence > 0);
    assert_true(d->fact.v[f].confidence < last);
    last = d->fact.v[f].confidence;
    truc_doc_free(d);
  }
}

/* ----------------------------------------------------------------- derived */

/* The establishment that a text gives: its date, and whether it was derived. */
static void ties(const char *text, const char *date, int derived) {
  truc_doc *d = read(text);
  uint32_t n = 0;
  for (uint32_t i = 0; i < d->fact.n; i++) {
    const truc_fact *f = &d->fact.v[i];
    const truc_item *type =
        truc__first_item(d->item.v + f->item, f->nitem, "type");
    if (f->kind != TRUC_KIND_MILESTONE || !type || !type->code) continue;
    if (strcmp(type->code, "establishment") != 0) continue;
    n++;
    assert_string_equal(f->date, date);
    assert_int_equal(f->derived, derived);
    assert_int_equal(f->modality, TRUC_ACTUAL);
    assert_non_null(strstr(d->raw + type->at.off, "quan hệ"));
  }
  assert_int_equal(n, *date != '\0');
  truc_doc_free(d);
}

static void ties_follow_from_their_anniversary(void **state) {
  (void)state;
  ties(
      "Năm 2023, Việt Nam và Nhật Bản kỷ niệm 50 năm thiết lập quan hệ ngoại "
      "giao.",
      "1973", 1);
  ties(
      "Lào và Cuba sẽ kỷ niệm 55 năm ngày thiết lập quan hệ ngoại giao vào "
      "năm 2029.",
      "1974", 1);
  /* what the text says itself is not derived */
  ties(
      "Việt Nam và Brazil kỷ niệm 30 năm thiết lập quan hệ ngoại giao "
      "(8/5/1989 - 8/5/2019).",
      "1989-05-08", 0);
  /* the level of the ties, and not the ties */
  ties(
      "Năm 2024, Việt Nam và Australia kỷ niệm 5 năm thiết lập quan hệ đối "
      "tác chiến lược.",
      "", 0);
}

/* ------------------------------------------------------------------- posts */

static bool post_stands(truc_doc *d, const truc__post *x, uint32_t tok,
                        uint32_t end) {
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  if (x->types) return truc__chunk_at(w, tok, x->types) != NULL;
  uint32_t n;
  const truc__hit *h = truc__fact_phrases(d, tok, &n);
  for (; n; n--, h++) {
    const uint32_t to = tok + h->ntok;
    if (h->cls != x->cls || (h->ntok == 1 && h->split) || to > end) continue;
    if (!x->behind) return true;
    if (to < end && truc__can_stand(d, w, &truc__stands[x->behind], to))
      return true;
  }
  return false;
}

/* Does a line that begins there find them?  truc__posts_until must know; it may
** say yes too often. */
static bool finds_posts(truc_doc *d, const truc__need *need, uint32_t tok,
                        uint32_t end) {
  for (uint32_t i = 0; i < need->npost; i++) {
    const truc__post *x = &truc__posts[need->post + i];
    while (tok < end && !post_stands(d, x, tok, end)) tok++;
    if (tok++ >= end) return false;
  }
  return true;
}

static void lines_begin_where_they_find_their_posts(void **state) {
  (void)state;
  static const char *const texts[] = {
      "Sáng 5/11, Thủ tướng Lê Văn Cường đã gặp Tổng thống Pháp Jean Dupont và "
      "hội đàm với Thủ tướng Lào Bounthong Keo tại Hà Nội.",
      "Tổng thống Pháp Jean Dupont và Phu nhân thăm chính thức Việt Nam theo "
      "lời mời của Chủ tịch nước Lê Văn Cường, sau đó rời Hà Nội đi Lào.",
      "Gặp gỡ báo chí, ông Lê Văn Cường cho biết Nhật Bản viện trợ cho Lào 5 "
      "triệu USD để xây trường học.",
  };
  for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
    truc_doc *d = read(texts[k]);
    truc__fact_work *w = d->scratch[SCRATCH_FACT];
    const truc_sentence *s = &d->sentence.v[0];
    uint32_t end = s->tok + s->ntok, some = 0;
    assert_int_equal(d->sentence.n, 1);
    for (uint32_t l = 0; l < truc__nline; l++) {
      const truc__need *need = &truc__needs[truc__lines[l].need];
      uint32_t until = truc__posts_until(d, w, s, need);
      if (!need->npost) continue;
      for (uint32_t tok = until; tok < end; tok++)
        assert_false(finds_posts(d, need, tok, end));
      some += until > s->tok;
    }
    assert_true(some > 0 && some < truc__nline / 2);
    truc_doc_free(d);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(codes),
      cmocka_unit_test(every_field_has_a_row),
      cmocka_unit_test(explanations),
      cmocka_unit_test(lines_begin_where_they_find_their_posts),
      cmocka_unit_test(doubts),
      cmocka_unit_test(doubts_lower),
      cmocka_unit_test(ties_follow_from_their_anniversary)};
  return cmocka_run_group_tests(tests, open_model, close_model);
}

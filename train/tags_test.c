/* SPDX-License-Identifier: Apache-2.0 */
/* tags_test.c - accuracy of a model, and the calibration of its margins. */
#include <math.h>

#include "tags.h"

static truc_doc *new_doc(const truc_model *m) {
  truc_doc *d = truc_doc_new(m);
  if (!d) train_die("out of memory");
  return d;
}

static void tag_gold(truc_doc *d, const tags_gold *g, bool raw) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  opt.form = TRUC_FORM_RAW;
  if (!raw)
    tags_impose(d, g);
  else if (truc_doc_read(d, g->text.p, g->text.n, &opt, &err))
    train_die("%s", err.msg);
  if (truc_doc_run(d, TRUC_TAGS, &err)) train_die("%s", err.msg);
}

tags_score tags_test(const truc_model *m, const char *path, bool raw) {
  train_lines l;
  tags_gold g;
  tags_score s = {0, 0, 0, 0};
  truc_doc *d = new_doc(m);
  memset(&g, 0, sizeof g);
  train_lines_open(&l, path);
  while (tags_next(&l, &g, raw)) {
    tag_gold(d, &g, raw);
    s.gold += g.tag.n;
    s.guess += d->word.n;
    for (uint32_t i = 0; i < d->word.n; i++) {
      bool exact;
      uint8_t tag = tags_beneath(&g, d->word.v[i].at, &exact);
      s.same += exact;
      s.right += exact && tag == d->word.v[i].tag;
    }
  }
  tags_gold_free(&g);
  truc_doc_free(d);
  return s;
}

void tags_hit(const truc_model *m, const char *path, uint32_t fold,
              tags_hits *h) {
  train_lines l;
  tags_gold g;
  truc_doc *d = new_doc(m);
  memset(&g, 0, sizeof g);
  train_lines_open(&l, path);
  for (uint32_t k = 0; tags_next(&l, &g, false); k++) {
    if (k % TAGS_FOLDS != fold) continue;
    tag_gold(d, &g, false);
    for (uint32_t i = 0; i < d->word.n; i++) {
      const truc_word *w = &d->word.v[i];
      bool exact, right = tags_beneath(&g, w->at, &exact) == w->tag;
      uint32_t step = w->tag_margin;
      h->n[step]++;
      h->right[step] += right;
    }
  }
  tags_gold_free(&g);
  truc_doc_free(d);
}

static uint8_t chance(double right, double n) {
  return (uint8_t)lround((right + 0.5) / (n + 1) * 255);
}

void tags_calibrate(const tags_hits *h, uint8_t margin[TAG_MARGINS]) {
  double n[TAG_MARGINS], right[TAG_MARGINS];
  uint32_t last[TAG_MARGINS];
  for (uint32_t k = 0; k < TAGS_SURE; k++) {
    n[k] = h->n[k];
    right[k] = h->right[k];
  }
  train_pool(n, right, last, TAGS_SURE);
  for (uint32_t k = 0, pool = 0; k < TAGS_SURE; k++) {
    if (k > last[pool]) pool++;
    margin[k] = chance(right[pool], n[pool]);
  }
  margin[TAGS_SURE] = chance(h->right[TAGS_SURE], h->n[TAGS_SURE]);
}

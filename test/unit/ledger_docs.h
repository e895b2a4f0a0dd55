/* SPDX-License-Identifier: Apache-2.0
**
** ledger_docs.h - documents for the tests of the ledger.
**
** They are made here, layer by layer, so that what the engine can or
** cannot read does not matter.  A document is a text, one sentence a line, and
** a list of facts, one a line:
**
**     VISIT;actual;2024-11-21;visitor=per:Tô Lâm;host=gpe:MYS;@1
**
** A value is a ref, a #code, a number, or 'words that stand in the text; @1,2
** are the sentences (from 1) that state it, !ref a speaker.
*/
#ifndef LEDGER_DOCS_H
#define LEDGER_DOCS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/doc.h"
#include "ledger/ledger.h"

/* ------------------------------------------------------- making documents */

static const struct {
  const char *word, *ref;
} countries[] = {{"Việt Nam", "gpe:VNM"},
                 {"Nhật Bản", "gpe:JPN"},
                 {"Malaysia", "gpe:MYS"},
                 {"Pháp", "gpe:FRA"},
                 {"Lào", "gpe:LAO"}};

static uint8_t type_of(const char *ref) {
  return !strncmp(ref, "per:", 4)   ? TRUC_PER
         : !strncmp(ref, "gpe:", 4) ? TRUC_GPE
         : !strncmp(ref, "loc:", 4) ? TRUC_LOC
                                    : TRUC_ORG;
}

static char *keep(truc_doc *d, const char *s, size_t n) {
  char *p = truc__arena_str(&d->arena, s, n);
  assert_non_null(p);
  return p;
}

static uint32_t entity(truc_doc *d, const char *ref) {
  for (uint32_t i = 0; i < d->entity.n; i++)
    if (!strcmp(d->entity.v[i].ref, ref)) return i;
  truc_entity e = {.ref = keep(d, ref, strlen(ref)),
                   .country = TRUC_NONE,
                   .type = type_of(ref)};
  assert_true(VEC_PUSH(d->entity, e));
  return d->entity.n - 1;
}

/* Every place where a name stands becomes a mention, in order. */
static void mention_all(truc_doc *d, const char *text) {
  for (uint32_t at = 0; text[at]; at++)
    for (size_t k = 0; k < sizeof countries / sizeof countries[0]; k++) {
      size_t n = strlen(countries[k].word);
      if (strncmp(text + at, countries[k].word, n)) continue;
      uint32_t sent = 0;
      while (sent + 1 < d->sentence.n && d->sentence.v[sent + 1].at.off <= at)
        sent++;
      truc_mention m = {.at = {at, (uint32_t)n},
                        .sent = sent,
                        .entity = entity(d, countries[k].ref),
                        .other = TRUC_NONE,
                        .type = TRUC_GPE,
                        .form = TRUC_SAID_NAME};
      assert_true(VEC_PUSH(d->mention, m));
    }
}

static void sentences(truc_doc *d, const char *text, size_t n) {
  for (size_t i = 0; i < n;) {
    const char *nl = memchr(text + i, '\n', n - i);
    size_t len = nl ? (size_t)(nl - text) - i : n - i;
    truc_sentence s = {.at = {(uint32_t)i, (uint32_t)len},
                       .kind = i ? TRUC_SENT_BODY : TRUC_SENT_TITLE};
    if (len) assert_true(VEC_PUSH(d->sentence, s));
    i += len + 1;
  }
}

static void item(truc_doc *d, const char *text, char *field) {
  char *value = strchr(field, '=');
  assert_non_null(value);
  *value++ = '\0';
  truc_item i = {.slot = keep(d, field, strlen(field)), .fact = TRUC_NONE};
  if (*value == '#') {
    i.code = keep(d, value + 1, strlen(value + 1));
  } else if (*value == '\'') {
    const char *at = strstr(text, value + 1);
    assert_non_null(at);
    i.at = (truc_span){(uint32_t)(at - text), (uint32_t)strlen(value + 1)};
  } else if (strchr(value, ':')) {
    i.ref = keep(d, value, strlen(value));
    entity(d, value);
  } else {
    i.has_number = 1;
    i.mantissa = atoll(value);
  }
  assert_true(VEC_PUSH(d->item, i));
  d->fact.v[d->fact.n - 1].nitem++;
}

static void evidence(truc_doc *d, const char *list) {
  for (const char *p = list; p;
       p = strchr(p, ',') ? strchr(p, ',') + 1 : NULL) {
    uint32_t s = (uint32_t)atoi(p) - 1;
    assert_true(s < d->sentence.n);
    assert_true(VEC_PUSH(d->evidence, s));
    d->fact.v[d->fact.n - 1].nevidence++;
  }
}

static void fact(truc_doc *d, const char *text, char *line) {
  char *save = NULL, *field = strtok_r(line, ";", &save);
  truc_fact f = {.part_of = TRUC_NONE,
                 .confidence = 80,
                 .basis = "",
                 .pattern = "test",
                 .tier = 1,
                 .item = d->item.n,
                 .speaker = d->speaker.n,
                 .evidence = d->evidence.n};
  int kind = truc__kind_named(field);
  assert_true(kind >= 0);
  f.kind = (uint8_t)kind;
  int modality = truc__modality_named(strtok_r(NULL, ";", &save));
  assert_true(modality >= 0);
  f.modality = (uint8_t)modality;
  field = strtok_r(NULL, ";", &save);
  if (strcmp(field, "-")) {
    f.has_date = 1;
    f.precision = TRUC_PREC_DAY;
    snprintf(f.date, sizeof f.date, "%s", field);
  }
  assert_true(VEC_PUSH(d->fact, f));
  while ((field = strtok_r(NULL, ";", &save)) != NULL) {
    if (*field == '@') {
      evidence(d, field + 1);
    } else if (*field == '!') {
      assert_true(VEC_PUSH(d->speaker, entity(d, field + 1)));
      d->fact.v[d->fact.n - 1].nspeaker++;
    } else {
      item(d, text, field);
    }
  }
}

/* The text is borrowed. */
static truc_doc *make_n(const char *text, size_t n, const char *facts) {
  truc_doc *d = truc_doc_new(NULL);
  char *copy = strdup(facts), *save = NULL;
  assert_non_null(d);
  assert_non_null(copy);
  d->raw = text;
  d->nraw = (uint32_t)n;
  d->form = TRUC_FORM_RAW;
  d->done = TRUC_FACTS;
  for (size_t i = 0; i < n;) {
    int32_t cp;
    i += truc__utf8_next(text + i, n - i, &cp);
    d->invalid += cp < 0;
  }
  sentences(d, text, n);
  mention_all(d, text);
  for (char *line = strtok_r(copy, "\n", &save); line;
       line = strtok_r(NULL, "\n", &save))
    fact(d, text, line);
  free(copy);
  return d;
}

typedef struct sample {
  const char *id, *date, *text, *facts;
} sample;

static truc_rc add_as(truc_ledger *l, const sample *s, const char *path,
                      const char *model, truc_stored *what, truc_err *err) {
  truc_doc *d = make_n(s->text, strlen(s->text), s->facts);
  truc_article a = TRUC_ARTICLE;
  a.id = s->id;
  a.date = s->date;
  a.path = path;
  a.model = model;
  a.text = s->text;
  a.n = strlen(s->text);
  truc_rc rc = truc_ledger_add(l, d, &a, what, err);
  truc_doc_free(d);
  return rc;
}

static void add(truc_ledger *l, const sample *s) {
  truc_err err;
  truc_stored what;
  if (add_as(l, s, NULL, "m1", &what, &err)) fail_msg("%s", err.msg);
}

/* ------------------------------------------------------------- small tools */

static truc_ledger *open_mode(const char *path, truc_ledger_mode mode) {
  truc_ledger_options o = TRUC_LEDGER_OPTIONS;
  truc_ledger *l;
  truc_err err;
  o.mode = mode;
  o.wait_ms = 50;
  if (truc_ledger_open(path, &o, &err, &l)) fail_msg("%s", err.msg);
  return l;
}

static truc_ledger *in_memory(void) {
  return open_mode(NULL, TRUC_LEDGER_MEMORY);
}

static void close_checked(truc_ledger *l) {
  truc_err err;
  if (truc_ledger_check(l, &err)) fail_msg("%s", err.msg);
  if (truc_ledger_close(l, &err)) fail_msg("%s", err.msg);
}

static int collect(void *ctx, const char *s, size_t n) {
  truc__buf_put(ctx, s, n);
  return 0;
}

/* The whole ledger as text; to be freed. */
static inline char *dump(truc_ledger *l, truc_export_format format) {
  truc__buf b = {0};
  truc_err err;
  if (truc_ledger_export(l, NULL, format, collect, &b, NULL, NULL, &err))
    fail_msg("%s", err.msg);
  truc__buf_put(&b, "", 0);
  return b.p;
}

#endif

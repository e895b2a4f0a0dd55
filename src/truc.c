/* SPDX-License-Identifier: Apache-2.0
**
** truc.c - the public document calls: order of the rooms, and the arrays they
** leave.  The only file of the core that knows all rooms.
*/
#include "truc/truc.h"

#include "base/doc.h"
#include "fact/fact.h"
#include "name/name.h"
#include "sentence/sentence.h"
#include "source/source.h"
#include "tag/tag.h"
#include "text/fold.h"
#include "text/text.h"
#include "value/value.h"
#include "word/word.h"

truc_doc *truc_doc_new(const truc_model *m) {
  truc_doc *d = truc__realloc(NULL, sizeof *d);
  if (!d) return NULL;
  memset(d, 0, sizeof *d);
  d->model = m;
  return d;
}

void truc_doc_reset(truc_doc *d) {
  if (!d) return;
  d->done = 0;
  d->raw = NULL;
  d->nraw = 0;
  d->invalid = d->first_invalid = 0;
  d->date = (truc_date){0, 0, 0};
  d->date_precision = TRUC_PREC_NONE;
  d->date_inferred = false;
  d->form = TRUC_FORM_RAW;
  d->has_title = 0;
  truc__buf_reset(&d->text);
  d->map.n = d->joins.n = d->unit_index.n = 0;
  d->token.n = d->syllable.n = d->odd.n = 0;
  d->sentence.n = d->word.n = d->type.n = 0;
  d->mention.n = d->entity.n = d->office.n = 0;
  d->value.n = 0;
  d->fact.n = d->item.n = d->speaker.n = d->evidence.n = 0;
  truc__arena_reset(&d->arena);
}

void truc_doc_free(truc_doc *d) {
  if (!d) return;
  truc__text_release(d);
  truc__word_release(d);
  truc__tag_release(d);
  truc__name_release(d);
  truc__value_release(d);
  truc__fact_release(d);
  truc__buf_release(&d->text);
  VEC_FREE(d->map);
  VEC_FREE(d->joins);
  VEC_FREE(d->token);
  VEC_FREE(d->syllable);
  VEC_FREE(d->odd);
  VEC_FREE(d->unit_index);
  VEC_FREE(d->sentence);
  VEC_FREE(d->word);
  VEC_FREE(d->type);
  VEC_FREE(d->mention);
  VEC_FREE(d->entity);
  VEC_FREE(d->office);
  VEC_FREE(d->value);
  VEC_FREE(d->fact);
  VEC_FREE(d->item);
  VEC_FREE(d->speaker);
  VEC_FREE(d->evidence);
  truc__arena_release(&d->arena);
  truc__free(d);
}

static truc_rc null_given(truc_err *err, const char *what) {
  return truc__fail(err, TRUC_EARG, 0, 0, "NULL for %s", what);
}

static const char *const profiles[NPROFILES] = {"ud", "vlsp"};

truc_rc truc_doc_set_profile(truc_doc *d, const char *name, truc_err *err) {
  unsigned p = 0;
  if (!d || !name) return null_given(err, "a document or profile");
  while (p < NPROFILES && strcmp(profiles[p], name) != 0) p++;
  if (p == NPROFILES)
    return truc__fail(err, TRUC_EARG, 0, 0, "no profile is called '%.32s'",
                      name);
  if (p && !truc__model_profile(d->model, p))
    return truc__fail(err, TRUC_EARG, 0, 0,
                      "the model has no tables for profile '%s'", name);
  truc_doc_reset(d);
  d->profile = p;
  return TRUC_OK;
}

const char *truc_doc_profile(const truc_doc *d) {
  return d ? profiles[d->profile] : "";
}

truc_rc truc_doc_read(truc_doc *d, const void *bytes, size_t n,
                      const truc_read_options *opt, truc_err *err) {
  if (!d || (!bytes && n)) return null_given(err, "a document or its text");
  truc_doc_reset(d);
  if (n >= UINT32_MAX)
    return truc__fail(err, TRUC_ELIMIT, 0, 0,
                      "document larger than 4 GiB - 1 bytes");
  if (opt && opt->size != sizeof *opt)
    return truc__fail(err, TRUC_EARG, 0, 0, "options of another version");
  if (opt && (unsigned)opt->form > TRUC_FORM_SEG)
    return truc__fail(err, TRUC_EARG, 0, 0, "no form %d", (int)opt->form);
  if (opt && opt->date &&
      !truc__date_parse(opt->date, &d->date, &d->date_precision))
    return truc__fail(err, TRUC_EDATE, 0, 0,
                      "invalid date '%.32s'; write YYYY-MM-DD", opt->date);
  d->raw = n ? bytes : "";
  d->nraw = (uint32_t)n;
  d->form = opt ? opt->form : TRUC_FORM_AUTO;
  if (opt) d->has_title = (int8_t)((opt->has_title > 0) - (opt->has_title < 0));
  if (d->form == TRUC_FORM_AUTO) d->form = truc__source_form(d->raw, n);
  return TRUC_OK;
}

/* The rooms in order, the layer each fills, and the layers it stands on. */
static const struct {
  unsigned layer, needs;
  truc_rc (*run)(truc_doc *);
} rooms[] = {
    {TRUC_TOKENS, 0, truc__text_run},
    {TRUC_SENTENCES, TRUC_TOKENS, truc__sentence_run},
    {TRUC_WORDS, TRUC_SENTENCES, truc__word_run},
    {TRUC_TAGS, TRUC_WORDS, truc__tag_run},
    {TRUC_NAMES, TRUC_WORDS, truc__name_run},
    {TRUC_VALUES, TRUC_NAMES, truc__value_run},
    {TRUC_FACTS, TRUC_VALUES, truc__fact_run},
};
#define NROOMS (sizeof rooms / sizeof rooms[0])

static void drop_layer(truc_doc *d, unsigned layer) {
  switch (layer) {
    case TRUC_TOKENS: d->token.n = d->syllable.n = d->odd.n = 0; break;
    case TRUC_SENTENCES: d->sentence.n = 0; break;
    case TRUC_WORDS: d->word.n = 0; break;
    case TRUC_NAMES: d->mention.n = d->entity.n = d->office.n = 0; break;
    case TRUC_VALUES: d->value.n = 0; break;
    case TRUC_FACTS:
      d->fact.n = d->item.n = d->speaker.n = d->evidence.n = 0;
      break;
    default: break;
  }
}

truc_rc truc_doc_run(truc_doc *d, unsigned layers, truc_err *err) {
  if (!d) return null_given(err, "a document");
  if (!d->raw) return truc__fail(err, TRUC_ESTATE, 0, 0, "nothing was read");
  if (layers > 2 * TRUC_FACTS - 1)
    return truc__fail(err, TRUC_EARG, 0, 0, "no layer 0x%x", layers);
  if (d->profile && layers > (TRUC_TOKENS | TRUC_SENTENCES | TRUC_WORDS))
    return truc__fail(err, TRUC_ESTATE, 0, 0,
                      "profile '%s' has words only; tags, names and facts "
                      "need 'ud'",
                      profiles[d->profile]);
  for (size_t i = NROOMS; i-- > 0;)
    if (layers & rooms[i].layer) layers |= rooms[i].needs;
  for (size_t i = 0; i < NROOMS; i++) {
    if (!(layers & rooms[i].layer) || (d->done & rooms[i].layer)) continue;
    truc_rc rc = rooms[i].run(d);
    if (rc) {
      drop_layer(d, rooms[i].layer);
      return truc__fail(err, rc, 0, 0, "%s", truc_rc_message(rc));
    }
    d->done |= rooms[i].layer;
  }
  return TRUC_OK;
}

truc_rc truc_doc_set_words(truc_doc *d, const truc_given *words, uint32_t n,
                           truc_err *err) {
  uint32_t i;
  if (!d || (!words && n)) return null_given(err, "a document or its words");
  if (d->raw && (d->done & (TRUC_SENTENCES | TRUC_WORDS)))
    return truc__fail(err, TRUC_ESTATE, 0, 0, "words are there already");
  truc_rc rc = truc_doc_run(d, TRUC_TOKENS, err);
  if (rc) return rc;
  const char *why = truc__given_wrong(d, words, n, &i);
  if (why)
    return truc__fail(err, TRUC_EARG, 0, 0, "words[%u] %s", (unsigned)i, why);
  rc = truc__words_given(d, words, n);
  if (rc) {
    drop_layer(d, TRUC_WORDS);
    drop_layer(d, TRUC_SENTENCES);
    return truc__fail(err, rc, 0, 0, "%s", truc_rc_message(rc));
  }
  d->done |= TRUC_SENTENCES | TRUC_WORDS;
  return TRUC_OK;
}

truc_form truc_doc_form(const truc_doc *d) {
  return d ? d->form : TRUC_FORM_RAW;
}

uint32_t truc_doc_invalid(const truc_doc *d, uint32_t *first) {
  if (first) *first = d ? d->first_invalid : 0;
  return d ? d->invalid : 0;
}

const char *truc_doc_text(const truc_doc *d, uint32_t *n) {
  if (n) *n = d ? (uint32_t)d->text.n : 0;
  return d && d->text.p ? d->text.p : "";
}

/* ------------------------------------------------------- the caller's words */

/* One line, s[0..n): `line` is a document without a model. */
static truc_rc add_word(truc_doc *d, truc_doc *line, truc__buf *b,
                        const char *s, size_t n, uint32_t *bad) {
  *bad = 0;
  truc__buf_reset(b);
  truc__buf_put(b, s, n);
  for (size_t i = 0; i < b->n; i++)
    if (b->p[i] == '_') b->p[i] = ' ';
  truc_rc rc = b->rc ? b->rc : truc_doc_read(line, b->p, b->n, NULL, NULL);
  line->form = TRUC_FORM_RAW;
  if (!rc) rc = truc_doc_run(line, TRUC_TOKENS, NULL);
  if (!rc && truc_doc_invalid(line, bad)) rc = TRUC_EUTF8;
  return !rc && line->token.n ? truc__user_add(d, line) : rc;
}

truc_rc truc_doc_add_words(truc_doc *d, const void *text, size_t n,
                           truc_err *err) {
  const char *s = text;
  if (!d || (!text && n)) return null_given(err, "a document or its words");
  truc_doc *line = truc_doc_new(NULL);
  truc__buf b = {0};
  truc_rc rc = line ? TRUC_OK : TRUC_ENOMEM;
  uint32_t number = 0, bad = 0;
  size_t at = 0, next = 0;
  while (!rc && next < n) {
    at = next;
    const char *end = memchr(s + at, '\n', n - at);
    size_t len = end ? (size_t)(end - s) - at : n - at;
    next = at + len + 1;
    number++;
    if (len >= UINT32_MAX)
      rc = TRUC_ELIMIT;
    else if (len && s[at] != '#')
      rc = add_word(d, line, &b, s + at, len, &bad);
  }
  truc_doc_free(line);
  truc__buf_release(&b);
  return rc ? truc__fail(err, rc, number, at + bad + 1, "%s",
                         rc == TRUC_ELIMIT
                             ? "a word has at most 12 tokens of 96 bytes"
                             : truc_rc_message(rc))
            : TRUC_OK;
}

void truc_doc_forget_words(truc_doc *d) {
  if (d) truc__user_free(d);
}

/* -------------------------------------------------------------------- keys */

size_t truc_doc_word_key(const truc_doc *d, uint32_t word, truc_key_kind kind,
                         char *out, size_t size) {
  char key[TRUC__FOLD_MAX];
  size_t n = 0;
  if (!out) size = 0;
  if (size) out[0] = '\0';
  if (!d || word >= d->word.n) return 0;
  const truc_word *w = &d->word.v[word];
  for (uint32_t k = w->tok; k < w->tok + w->ntok; k++) {
    const char *s = truc__tok_text(d, k);
    size_t len = d->token.v[k].text_len;
    size_t m = kind == TRUC_KEY_PLAIN ? truc__fold_blind(s, len, key)
                                      : truc__fold_key(s, len, key);
    if (m) s = key, len = m;
    if (k > w->tok && ++n < size) out[n - 1] = '_';
    for (size_t i = 0; i < len; i++)
      if (++n < size) out[n - 1] = s[i];
  }
  if (size) out[n < size ? n : size - 1] = '\0';
  return n;
}

/* ------------------------------------------------------------------ layers */

#define GETTER(type, name, field)                               \
  const type *truc_doc_##name(const truc_doc *d, uint32_t *n) { \
    if (n) *n = d ? d->field.n : 0;                             \
    return d ? d->field.v : NULL;                               \
  }
GETTER(truc_token, tokens, token)
GETTER(truc_sentence, sentences, sentence)
GETTER(truc_word, words, word)
GETTER(truc_mention, mentions, mention)
GETTER(truc_entity, entities, entity)
GETTER(truc_office, offices, office)
GETTER(truc_value, values, value)
GETTER(truc_fact, facts, fact)
GETTER(truc_item, items, item)
GETTER(uint32_t, speakers, speaker)
GETTER(uint32_t, evidence, evidence)
#undef GETTER

const char *truc_tag_name(truc_tag t) {
  static const char *const names[] = {
#define X(name) #name,
      TRUC_TAGS_LIST(X)
#undef X
  };
  return (unsigned)t < TRUC_NTAGS ? names[t] : "X";
}

const char *truc_entity_type_name(truc_entity_type t) {
  static const char *const names[] = {"PER",   "GPE",    "LOC",
                                      "ORG",   "FORUM",  "AGREEMENT",
                                      "EVENT", "OFFICE", "GROUP"};
  return (unsigned)t < TRUC_NENTITY_TYPES ? names[t] : "?";
}

const char *truc_kind_name(truc_kind k) {
  static const char *const names[] = {
#define X(name) #name,
      TRUC_KINDS(X)
#undef X
  };
  return (unsigned)k < TRUC_NKINDS ? names[k] : "?";
}

const char *truc_modality_name(truc_modality m) {
  static const char *const names[] = {"actual", "planned",  "desired",
                                      "agreed", "expected", "conditional",
                                      "denied"};
  return (unsigned)m < 7 ? names[m] : "?";
}

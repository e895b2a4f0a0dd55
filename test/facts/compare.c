/* SPDX-License-Identifier: Apache-2.0 */
/* compare.c - an expected record against one that was read. */
#include <math.h>
#include <stdio.h>

#include "suite.h"
#include "text/fold.h"

/* ------------------------------------------------------------------- core */

static const struct {
  const char *kind, *core; /* slots between blanks */
  bool date, modality;     /* core as well */
} rules[] = {
    {"OFFICE", " person office ", false, false},
    {"VISIT", " visitor host ", true, false},
    {"CONTACT", " actor counterpart ", false, false},
    {"STATEMENT", " speaker act ", false, false},
    {"MILESTONE", " parties type ", true, false},
    {"COOPERATION", " parties sectors ", false, true},
    {"AGREEMENT", " parties instrument action ", false, false},
    {"FORUM", " parties forums ", false, false},
    {"PROVISION", " provider recipient goods ", false, false},
    {"RANKING", " subject rank domain relative_to ", false, false},
    {"AMOUNT", " what value unit ", false, false},
    {"EVENT", " name ", false, false},
    {"STATUS", " subject label ", false, false},
    {"IMPACT", " cause effect target ", false, false},
};
#define NRULES (sizeof rules / sizeof rules[0])

static size_t rule_of(const char *kind) {
  for (size_t i = 0; i < NRULES; i++)
    if (!strcmp(rules[i].kind, kind)) return i;
  return NRULES;
}

bool slot_is_core(const char *kind, const char *slot) {
  size_t r = rule_of(kind);
  char key[64];
  if (r == NRULES) return false;
  snprintf(key, sizeof key, " %s ", slot);
  return strstr(rules[r].core, key) != NULL;
}

/* ----------------------------------------------------------------- folded */

enum { FOLDED = 512 };

static bool parts(char c) { return c == ' ' || c == '_' || c == '-'; }

/* Case, tone placement, underscores and hyphens undone. */
static void fold(const char *s, size_t n, char out[FOLDED]) {
  size_t o = 0;
  for (size_t i = 0; i < n;) {
    while (i < n && parts(s[i])) i++;
    size_t from = i;
    while (i < n && !parts(s[i])) i++;
    if (i == from) break;
    char key[TRUC__FOLD_MAX];
    size_t k = truc__fold_key(s + from, i - from, key);
    if (o + k + 2 > FOLDED) break;
    if (o) out[o++] = ' ';
    memcpy(out + o, key, k);
    o += k;
  }
  out[o] = '\0';
}

static bool same_text(const char *a, size_t na, const char *b, size_t nb) {
  char x[FOLDED], y[FOLDED];
  fold(a, na, x);
  fold(b, nb, y);
  return !strcmp(x, y);
}

/* The last syllable, by which a person is called. */
static const char *last_part(const char *folded) {
  const char *p = strrchr(folded, ' ');
  return p ? p + 1 : folded;
}

/* ------------------------------------------------------------------ items */

typedef struct side {
  const truc_doc *doc;
  const char *text;
} side;

/* Is `got` an occurrence of `words` in the text, near enough: same start, or
** half of the union shared? */
static bool near_words(const side *s, truc_span got, const char *words) {
  size_t n = strlen(words);
  if (!got.len || !n) return false;
  for (const char *p = s->text; (p = strstr(p, words)); p++) {
    size_t a = (size_t)(p - s->text), b = a + n;
    size_t c = got.off, d = c + got.len;
    if (a == c) return true;
    size_t lo = a > c ? a : c, hi = b < d ? b : d;
    size_t from = a < c ? a : c, to = b > d ? b : d;
    if (hi > lo && 2 * (hi - lo) >= to - from) return true;
  }
  return false;
}

static bool person_right(const char *want, const char *got) {
  char x[FOLDED], y[FOLDED];
  fold(want, strlen(want), x);
  fold(got, strlen(got), y);
  return !strcmp(x, y) || !strcmp(last_part(x), last_part(y));
}

/* Refs whose ids are fixed: no spelling to be forgiving about. */
static bool fixed_ref(const char *ref) { return !strncmp(ref, "gpe:", 4); }

static bool ref_right(const side *s, const char *want, const truc_item *got) {
  const char *name = strchr(want, ':') + 1;
  if (got->ref && !strcmp(got->ref, want)) return true;
  if (fixed_ref(want)) return false;
  bool span_left = got->at.len > 0;
  if (!strncmp(want, "per:", 4))
    return got->ref && !strncmp(got->ref, "per:", 4) &&
           person_right(name, got->ref + 4);
  if (got->ref && same_text(got->ref, strlen(got->ref), want, strlen(want)))
    return true;
  return span_left && near_words(s, got->at, name);
}

static bool words_right(const side *s, const char *words,
                        const truc_item *got) {
  if (near_words(s, got->at, words)) return true;
  return got->at.len &&
         same_text(s->text + got->at.off, got->at.len, words, strlen(words));
}

static bool number_right(double want, const truc_item *got) {
  if (!got->has_number) return false;
  double v = (double)got->mantissa * pow(10, got->exponent);
  return fabs(v - want) <= 1e-9 * fabs(want);
}

static bool string_right(const side *s, const char *want,
                         const truc_item *got) {
  if (strchr(want, ':')) return ref_right(s, want, got);
  return got->code && !strcmp(got->code, want);
}

static bool item_right(const side *s, const node *want, const truc_item *got) {
  if (want->type == JSON_STRING) return string_right(s, want->str, got);
  if (want->type == JSON_NUMBER) return number_right(want->num, got);
  const node *any = tree_get(want, "any"), *value = tree_get(want, "value");
  for (const node *x = any ? any->child : NULL; x; x = x->next)
    if (item_right(s, x, got)) return true;
  const char *ref = tree_str(want, "ref"), *code = tree_str(want, "code");
  const char *words = tree_str(want, "text");
  return (ref && ref_right(s, ref, got)) ||
         (code && string_right(s, code, got)) ||
         (value && number_right(value->num, got)) ||
         (words && words_right(s, words, got));
}

/* A slot is right if every item asked for is there and nothing else is. */
static bool slot_right(const side *s, const node *want, const truc_fact *f,
                       const char *slot) {
  uint32_t n;
  const truc_item *item = truc_doc_items(s->doc, &n) + f->item;
  bool used[256] = {false};
  uint32_t most = f->nitem < 256 ? f->nitem : 256;
  for (const node *w = want->child; w; w = w->next) {
    bool found = false;
    for (uint32_t i = 0; i < most && !found; i++)
      if (!used[i] && !strcmp(item[i].slot, slot) && item_right(s, w, &item[i]))
        found = used[i] = true;
    if (!found && !tree_true(w, "optional")) return false;
  }
  for (uint32_t i = 0; i < most; i++)
    if (!used[i] && !strcmp(item[i].slot, slot)) return false;
  return true;
}

/* ------------------------------------------------------------------ dates */

/* One side of an interval cut to as many characters as the other has. */
static bool day_right(const char *a, size_t na, const char *b, size_t nb) {
  size_t n = na < nb ? na : nb;
  return !memcmp(a, b, n) && ((na == 2) == (nb == 2) || na == nb);
}

static bool dates_agree(const char *a, const char *b) {
  if (!*a || !*b) return !*a && !*b;
  const char *sa = strchr(a, '/'), *sb = strchr(b, '/');
  size_t na = sa ? (size_t)(sa - a) : strlen(a);
  size_t nb = sb ? (size_t)(sb - b) : strlen(b);
  const char *ea = sa ? sa + 1 : a, *eb = sb ? sb + 1 : b;
  return day_right(a, na, b, nb) && day_right(ea, strlen(ea), eb, strlen(eb));
}

static bool date_right(const node *want, const truc_fact *f) {
  const char *got = f->has_date ? f->date : "";
  const char *w = tree_str(want, "date");
  if (dates_agree(w ? w : "", got)) return true;
  const node *also = tree_get(tree_get(want, "accept"), "date");
  for (const node *x = also ? also->child : NULL; x; x = x->next)
    if (dates_agree(x->type == JSON_STRING ? x->str : "", got)) return true;
  return false;
}

/* --------------------------------------------------- modality and speaker */

static bool modality_right(const node *want, const truc_fact *f) {
  const char *got = truc_modality_name(f->modality);
  const char *w = tree_str(want, "modality");
  if (w && !strcmp(w, got)) return true;
  const node *also = tree_get(tree_get(want, "accept"), "modality");
  for (const node *x = also ? also->child : NULL; x; x = x->next)
    if (!strcmp(x->str, got)) return true;
  return false;
}

static bool speaker_is(const char *want, const char *got) {
  if (!strncmp(want, "per:", 4))
    return !strncmp(got, "per:", 4) && person_right(want + 4, got + 4);
  return same_text(want, strlen(want), got, strlen(got));
}

static bool speakers_are(const truc_doc *doc, const node *list,
                         const truc_fact *f) {
  uint32_t n, wanted = 0;
  const uint32_t *who = truc_doc_speakers(doc, &n) + f->speaker;
  const truc_entity *ent = truc_doc_entities(doc, &n);
  for (const node *x = list->child; x; x = x->next, wanted++) {
    bool found = false;
    for (uint32_t i = 0; i < f->nspeaker; i++)
      found |= who[i] != TRUC_NONE && speaker_is(x->str, ent[who[i]].ref);
    if (!found) return false;
  }
  return wanted == f->nspeaker;
}

static bool speaker_right(const truc_doc *doc, const node *want,
                          const truc_fact *f) {
  if (speakers_are(doc, tree_get(want, "speaker"), f)) return true;
  const node *also = tree_get(tree_get(want, "accept"), "speaker");
  for (const node *x = also ? also->child : NULL; x; x = x->next)
    if (speakers_are(doc, x, f)) return true;
  return false;
}

/* ---------------------------------------------------------------- records */

static bool kind_right(const node *want, const char *got, bool *same) {
  *same = !strcmp(tree_str(want, "kind"), got);
  if (*same) return true;
  const node *also = tree_get(tree_get(want, "accept"), "kind");
  for (const node *x = also ? also->child : NULL; x; x = x->next)
    if (!strcmp(x->str, got)) return true;
  return false;
}

static void note(verdict *v, const char *name) {
  size_t n = strlen(v->wrong);
  snprintf(v->wrong + n, sizeof v->wrong - n, "%s%s", n ? " " : "", name);
}

/* Actor and counterpart may change places where the item says so. */
static const char *mirror(const char *slot) {
  if (!strcmp(slot, "actor")) return "counterpart";
  return strcmp(slot, "counterpart") ? slot : "actor";
}

/* As asked for, or one of the lists in accept.slots. */
static bool slot_or_accepted(const side *s, const node *want, const node *list,
                             const truc_fact *f, const char *slot) {
  if (slot_right(s, list, f, slot)) return true;
  const node *also =
      tree_get(tree_get(tree_get(want, "accept"), "slots"), list->key);
  for (const node *x = also ? also->child : NULL; x; x = x->next)
    if (slot_right(s, x, f, slot)) return true;
  return false;
}

static void compare_slots(const side *s, const node *want, const truc_fact *f,
                          bool mirrored, verdict *v) {
  const char *kind = tree_str(want, "kind");
  for (const node *x = tree_get(want, "args")->child; x; x = x->next) {
    const char *slot = mirrored ? mirror(x->key) : x->key;
    bool right = slot_or_accepted(s, want, x, f, slot);
    bool core = slot_is_core(kind, x->key);
    if (core)
      v->core++, v->core_right += right;
    else
      v->other++, v->other_right += right;
    if (!right) note(v, x->key);
  }
}

static verdict compare_as(const side *s, const node *want, const truc_fact *f,
                          bool mirrored) {
  verdict v;
  memset(&v, 0, sizeof v);
  if (!kind_right(want, truc_kind_name(f->kind), &v.same_kind)) return v;
  size_t r = rule_of(tree_str(want, "kind"));
  if (v.same_kind) compare_slots(s, want, f, mirrored, &v);
  v.date = date_right(want, f);
  v.modality = modality_right(want, f);
  v.speaker = speaker_right(s->doc, want, f);
  if (!v.date) note(&v, "date");
  if (!v.modality) note(&v, "modality");
  if (!v.speaker) note(&v, "speaker");
  v.possible = !v.same_kind || v.core_right > 0;
  v.strict = v.core_right == v.core && (v.date || !rules[r].date) &&
             (v.modality || !rules[r].modality);
  return v;
}

verdict compare(const truc_doc *doc, const char *text, const node *want,
                uint32_t fact) {
  uint32_t n;
  const truc_fact *f = truc_doc_facts(doc, &n) + fact;
  side s = {doc, text};
  verdict v = compare_as(&s, want, f, false);
  if (!v.possible && !v.same_kind) return v;
  if (!tree_true(tree_get(want, "accept"), "swap") || v.strict) return v;
  verdict w = compare_as(&s, want, f, true);
  return w.core_right > v.core_right ? w : v;
}

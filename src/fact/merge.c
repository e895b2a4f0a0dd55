/* SPDX-License-Identifier: Apache-2.0 */
/* merge.c - one record per proposition and document.
**
** Two records of one kind that agree in their core slots state the same: the
** first keeps its slots, takes over what it lacks (a date, a visit type), and
** gets the other's sentence as further evidence.  Which slots are core is fixed
** by the definition of the kinds (doc/ANNOTATION.md). */
#include "fact/fact.h"

/* A record is compared with this many earlier ones of its kind: bounds the time
** on texts that are no articles. */
#define WINDOW 400u

typedef struct rule {
  truc_kind kind;
  const char *same[4]; /* slots whose items must agree */
  bool modality;       /* must agree too */
  bool date;           /* must be compatible */
} rule;

static const rule rules[] = {
    {TRUC_KIND_VISIT, {"visitor", "host", "phase"}, false, true},
    {TRUC_KIND_CONTACT, {"actor", "counterpart", "form"}, false, true},
    {TRUC_KIND_STATEMENT, {"speaker"}, true, true},
    {TRUC_KIND_MILESTONE, {"parties", "type", "of", "years"}, false, true},
    {TRUC_KIND_COOPERATION, {"parties", "sectors"}, true, false},
    {TRUC_KIND_AGREEMENT, {"instrument", "action"}, false, true},
    {TRUC_KIND_FORUM, {"parties", "forums", "action"}, true, false},
    {TRUC_KIND_PROVISION, {"provider", "recipient", "goods"}, false, true},
    {TRUC_KIND_RANKING,
     {"subject", "rank", "domain", "relative_to"},
     false,
     false},
    {TRUC_KIND_AMOUNT, {"value", "unit"}, false, false},
    {TRUC_KIND_EVENT, {"name", "place"}, false, true},
    {TRUC_KIND_STATUS, {"subject", "label", "object"}, false, false},
    {TRUC_KIND_IMPACT, {"cause", "effect", "target"}, true, false},
};

static const rule *rule_of(unsigned kind) {
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
    if (rules[i].kind == kind) return &rules[i];
  return NULL;
}

/* So many letters in common are no chance. */
#define LONG_ENOUGH 9u

/* Letters and marks of the text; combining marks are no letters of their own,
** so that NFC and NFD count alike. */
static uint32_t letters(const char *s, uint32_t n) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < n;) {
    int32_t cp;
    i += truc__utf8_next(s + i, n - i, &cp);
    count += cp < 0x300 || cp > 0x36F;
  }
  return count;
}

/* The same but for the case of ASCII letters: "Quan hệ", "quan hệ". */
static bool alike(const char *a, const char *b, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    if (a[i] == b[i]) continue;
    char x = (char)(a[i] | 0x20);
    if (x != (b[i] | 0x20) || x < 'a' || x > 'z') return false;
  }
  return true;
}

/* The same words, or one stretch begins or ends with the other ("máy bay huấn
** luyện T-6C", "máy bay huấn luyện T-6C thế hệ mới"; "ngày | thiết lập quan
** hệ"). */
static bool same_text(const truc_doc *d, truc_span a, truc_span b) {
  uint32_t n = a.len < b.len ? a.len : b.len;
  if (!n) return false;
  const char *p = d->raw + a.off, *q = d->raw + b.off;
  if (!alike(p, q, n) && !alike(p + a.len - n, q + b.len - n, n)) return false;
  return a.len == b.len || letters(p, n) >= LONG_ENOUGH;
}

/* All words of the one name stand in the other, in order, and what is left over
** names no second party: "Hội nghị G20", "Hội nghị thượng đỉnh G20 năm 2019",
** but not "Hội nghị ASEAN - Nhật Bản". */
static bool name_within(const char *few, const char *many) {
  while (*few) {
    size_t n = strcspn(few, " "), k = strcspn(many, " ");
    if (!k) return false;
    if (n == k && !memcmp(few, many, n))
      few += n + (few[n] == ' ');
    else if (k == 1 && *many == '-')
      return false;
    many += k + (many[k] == ' ');
  }
  return !strchr(many, '-');
}

static bool same_event(const char *a, const char *b) {
  return strlen(a) <= strlen(b) ? name_within(a, b) : name_within(b, a);
}

/* "dự G20", "Hội nghị thượng đỉnh G20 năm 2019": the body stands for its
** summit. */
static bool is_summit(const char *body, const char *event) {
  size_t n = strlen(body);
  if (!strstr(event, "thượng đỉnh") && !strstr(event, "ấp cao")) return false;
  for (const char *s = event; *s && *s != '-'; s++) {
    size_t k = 0;
    while (k < n && (s[k] | 0x20) == (body[k] | 0x20)) k++;
    if (k == n && (s == event || s[-1] == ' ') && (!s[n] || s[n] == ' '))
      return true;
  }
  return false;
}

/* "đoàn đại biểu ..." and who leads it. */
static bool is_delegation(const char *ref) {
  if (*ref != 'g') return false;
  return !strncmp(ref, "grp:đoàn", 10) || !strncmp(ref, "grp:Đoàn", 10);
}

static bool is_event(const char *ref) {
  return *ref == 'e' && !strncmp(ref, "ev:", 3);
}

static bool same_ref(const char *a, const char *b) {
  if (!strcmp(a, b)) return true;
  bool ea = is_event(a), eb = is_event(b);
  if (ea && eb) return same_event(a + 3, b + 3);
  if (eb && !strncmp(a, "org:", 4)) return is_summit(a + 4, b + 3);
  if (ea && !strncmp(b, "org:", 4)) return is_summit(b + 4, a + 3);
  return (is_delegation(a) && !strncmp(b, "per:", 4)) ||
         (is_delegation(b) && !strncmp(a, "per:", 4));
}

static bool same_item(const truc_doc *d, const truc_item *a,
                      const truc_item *b) {
  if (a->ref || b->ref) return a->ref && b->ref && same_ref(a->ref, b->ref);
  if (a->fact != TRUC_NONE && b->fact != TRUC_NONE) return a->fact == b->fact;
  if (a->has_number || b->has_number)
    return a->has_number && b->has_number && a->mantissa == b->mantissa &&
           a->exponent == b->exponent;
  if (a->code && b->code) return !strcmp(a->code, b->code);
  return same_text(d, a->at, b->at);
}

static const truc_item *next_of(const truc_doc *d, const truc_fact *f,
                                const char *slot, uint32_t *i) {
  for (; *i < f->nitem; ++*i) {
    const truc_item *it = &d->item.v[f->item + *i];
    if (truc__slot_is(it->slot, slot)) {
      ++*i;
      return it;
    }
  }
  return NULL;
}

static bool has_item(const truc_doc *d, const truc_fact *f, const char *slot,
                     const truc_item *x) {
  uint32_t i = 0;
  for (const truc_item *it; (it = next_of(d, f, slot, &i)) != NULL;)
    if (same_item(d, it, x)) return true;
  return false;
}

static uint32_t count(const truc_doc *d, const truc_fact *f, const char *slot) {
  uint32_t i = 0, n = 0;
  while (next_of(d, f, slot, &i)) n++;
  return n;
}

static bool is_one_of(const char *slot, const char *const *list) {
  for (; *list; list++)
    if (truc__slot_is(slot, *list)) return true;
  return false;
}

/* Where one record leaves these open, it agrees with anything. */
static const char *const loose[] = {"visitor", "host",  "relative_to", "of",
                                    "place",   "years", "counterpart", "actor",
                                    "object",  NULL};
/* These are sets: one record may not name more than the other. */
static const char *const sets[] = {"sectors", "forums", "speaker", NULL};

static bool is_spouse(const truc_item *it) {
  return it->ref &&
         !strncmp(it->ref, "per:phu nhân", sizeof "per:phu nhân" - 1);
}

/* "Ông X và phu nhân", "ông X và bà Y": one of the two has no name here. */
static bool spouse_in(const truc_doc *d, const truc_fact *f, const char *slot) {
  uint32_t i = 0;
  for (const truc_item *it; (it = next_of(d, f, slot, &i)) != NULL;)
    if (is_spouse(it)) return true;
  return false;
}

/* All items of one are in the other. */
static bool slot_agrees(const truc_doc *d, const truc_fact *a,
                        const truc_fact *b, const char *slot) {
  uint32_t na = count(d, a, slot), nb = count(d, b, slot), i = 0;
  if (na == 0 || nb == 0) return na == nb || is_one_of(slot, loose);
  if (na != nb && is_one_of(slot, sets)) return false;
  const truc_fact *few = na <= nb ? a : b, *many = na <= nb ? b : a;
  bool met = false;
  for (const truc_item *it; (it = next_of(d, few, slot, &i)) != NULL;) {
    if (has_item(d, many, slot, it))
      met = true;
    else if (!is_spouse(it) && !spouse_in(d, many, slot))
      return false;
  }
  return met;
}

/* "2023-11-27/2023-11-30" agrees with "2023-11" and "2023-11-28"; none with
** everything. */
static bool date_agrees(const truc_fact *a, const truc_fact *b) {
  if (!a->has_date || !b->has_date) return true;
  char a1[32], a2[32], b1[32], b2[32];
  const char *sa = strchr(a->date, '/'), *sb = strchr(b->date, '/');
  size_t na = sa ? (size_t)(sa - a->date) : strlen(a->date);
  size_t nb = sb ? (size_t)(sb - b->date) : strlen(b->date);
  memset(a1, 0, sizeof a1);
  memset(b1, 0, sizeof b1);
  memcpy(a1, a->date, na);
  memcpy(b1, b->date, nb);
  strcpy(a2, sa ? sa + 1 : a1);
  strcpy(b2, sb ? sb + 1 : b1);
  size_t n = strlen(a1) < strlen(b1) ? strlen(a1) : strlen(b1);
  /* compare what both give: intervals overlap after cutting to n */
  return strncmp(a1, b2, n) <= 0 && strncmp(b1, a2, n) <= 0;
}

static const char *code_of(const truc_doc *d, const truc_fact *f,
                           const char *slot) {
  uint32_t i = 0;
  const truc_item *it = next_of(d, f, slot, &i);
  return it && it->code ? it->code : "";
}

/* Words that were written or printed are an occasion of their own. */
static bool is_written(const char *medium) {
  return !strcmp(medium, "communique") || !strcmp(medium, "article") ||
         !strcmp(medium, "message") || !strcmp(medium, "interview");
}

/* An article or an interview goes on where nothing else is said; a communique
** is out with one sentence. */
static bool goes_on(const char *medium) {
  return !strcmp(medium, "article") || !strcmp(medium, "interview");
}

/* One speaker, two occasions: a communique beside what was said. `b` stands
** behind `a`. */
static bool other_occasion(const truc_doc *d, const truc_fact *a,
                           const truc_fact *b) {
  const char *x = code_of(d, a, "medium"), *y = code_of(d, b, "medium");
  if (!*y && goes_on(x)) return false;
  return strcmp(x, y) && (is_written(x) || is_written(y));
}

/* "cuộc gặp" is also what is said of him who was received. */
static bool other_word(const truc_doc *d, const truc_fact *a,
                       const truc_fact *b) {
  const char *x = code_of(d, a, "form"), *y = code_of(d, b, "form");
  return (!strcmp(x, "meeting") && !strcmp(y, "reception")) ||
         (!strcmp(y, "meeting") && !strcmp(x, "reception"));
}

/* "trao đổi", "tiếp xúc" say in general what "hội đàm" says exactly. */
static bool general_contact(const truc_doc *d, const truc_fact *f) {
  const char *form = code_of(d, f, "form");
  return !strcmp(form, "exchange") || !strcmp(form, "contacts");
}

static bool in_title(const truc_doc *d, const truc_fact *f) {
  return d->sentence.v[d->evidence.v[f->evidence]].kind == TRUC_SENT_TITLE;
}

static bool is_office(const char *ref) {
  return *ref == 'o' && !strncmp(ref, "office:", 7);
}

/* The title has whom he meets by office alone, a sentence by name. */
static bool title_contact(const truc_doc *d, const truc_fact *a,
                          const truc_fact *b) {
  uint32_t i = 0;
  const truc_item *it = next_of(d, a, "counterpart", &i);
  return it && it->ref && is_office(it->ref) && slot_agrees(d, a, b, "form");
}

/* The title says in short what a sentence says in full. */
static bool title_of(const truc_doc *d, const truc_fact *a,
                     const truc_fact *b) {
  uint32_t i = 0;
  if (!in_title(d, a)) return false;
  if (a->kind == TRUC_KIND_CONTACT) return title_contact(d, a, b);
  if (a->kind != TRUC_KIND_COOPERATION) return false;
  for (const truc_item *it; (it = next_of(d, a, "sectors", &i)) != NULL;)
    if (!has_item(d, b, "sectors", it)) return false;
  return true;
}

/* What is denied is another proposition; so is a wish to meet again beside the
** meeting, or a meeting on some condition. */
static bool is_open(const truc_fact *a, const truc_fact *b) {
  if (a->modality == TRUC_DENIED) return true;
  return a->kind == TRUC_KIND_CONTACT && b->modality == TRUC_ACTUAL &&
         (a->modality == TRUC_DESIRED || a->modality == TRUC_CONDITIONAL);
}

static bool same(const truc_doc *d, const rule *r, const truc_fact *a,
                 const truc_fact *b) {
  if (a->kind != b->kind) return false;
  if (title_of(d, a, b))
    return slot_agrees(d, a, b,
                       a->kind == TRUC_KIND_CONTACT ? "actor" : "parties");
  if (r->modality && a->modality != b->modality) return false;
  if (a->modality != b->modality && (is_open(a, b) || is_open(b, a)))
    return false;
  if (r->date && !date_agrees(a, b)) return false;
  if (a->kind == TRUC_KIND_STATEMENT && other_occasion(d, a, b)) return false;
  bool swap = false;
  for (int i = 0; i < 4 && r->same[i]; i++) {
    if (slot_agrees(d, a, b, r->same[i])) continue;
    if (a->kind != TRUC_KIND_CONTACT) return false;
    if (i > 1 && !general_contact(d, a) && !general_contact(d, b) &&
        !other_word(d, a, b))
      return false;
    swap |= i < 2;
  }
  if (!swap) return true;
  /* talks between equals: the two sides may change places */
  uint32_t i = 0;
  const truc_item *x = next_of(d, a, "actor", &i);
  return x && has_item(d, b, "counterpart", x);
}

/* ------------------------------------------------------------------- union */

static bool append_items(truc_doc *d, truc_fact *a, const truc_fact *b) {
  uint32_t extra = 0;
  for (uint32_t i = 0; i < b->nitem; i++) {
    const truc_item *it = &d->item.v[b->item + i];
    if (!truc__first_item(d->item.v + a->item, a->nitem, it->slot)) extra++;
  }
  if (!extra) return true;
  uint32_t old = a->item, n = a->nitem;
  if (!VEC_ROOM(d->item, n + b->nitem)) return false;
  memcpy(d->item.v + d->item.n, d->item.v + old, n * sizeof *d->item.v);
  a->item = d->item.n;
  d->item.n += n;
  for (uint32_t i = 0; i < b->nitem; i++) {
    truc_item it = d->item.v[b->item + i];
    if (truc__first_item(d->item.v + old, n, it.slot)) continue;
    it.implicit = 1; /* said, but not in the first sentence */
    d->item.v[d->item.n++] = it;
  }
  a->nitem = d->item.n - a->item;
  return true;
}

static bool append_evidence(truc_doc *d, truc_fact *a, const truc_fact *b) {
  uint32_t n = a->nevidence, old = a->evidence;
  if (!VEC_ROOM(d->evidence, n + b->nevidence)) return false;
  memmove(d->evidence.v + d->evidence.n, d->evidence.v + old,
          n * sizeof *d->evidence.v);
  a->evidence = d->evidence.n;
  d->evidence.n += n;
  for (uint32_t i = 0; i < b->nevidence; i++) {
    uint32_t s = d->evidence.v[b->evidence + i];
    bool there = false;
    for (uint32_t k = 0; k < n; k++)
      there |= d->evidence.v[a->evidence + k] == s;
    if (!there) d->evidence.v[d->evidence.n++] = s;
  }
  a->nevidence = d->evidence.n - a->evidence;
  return true;
}

/* The title's record takes the slots of the sentence that says it in full. */
static void take_over(truc_fact *a, const truc_fact *b) {
  a->item = b->item;
  a->nitem = b->nitem;
  a->modality = b->modality;
  a->speaker = b->speaker;
  a->nspeaker = b->nspeaker;
  a->pattern = b->pattern;
}

static bool unite(truc_doc *d, truc_fact *a, const truc_fact *b) {
  if (title_of(d, a, b)) take_over(a, b);
  if (!a->has_date && b->has_date) {
    memcpy(a->date, b->date, sizeof a->date);
    a->has_date = 1;
    a->precision = b->precision;
    a->basis = b->basis;
  } else if (a->has_date && b->has_date && strlen(b->date) > strlen(a->date)) {
    memcpy(a->date, b->date, sizeof a->date); /* the finer or fuller one */
    a->precision = b->precision;
    a->basis = b->basis;
  }
  if (a->confidence < b->confidence) a->confidence = b->confidence;
  /* whom the title leaves out the sentence names; what the text says for itself
  ** needs no speaker */
  if (!a->nspeaker && b->nspeaker && a->nevidence == 1 && in_title(d, a)) {
    a->speaker = b->speaker;
    a->nspeaker = b->nspeaker;
  } else if (!b->nspeaker && !in_title(d, b)) {
    a->nspeaker = 0;
  }
  return append_items(d, a, b) && append_evidence(d, a, b);
}

/* "Chuyến thăm của X" says no time of its own; "X sẽ thăm" does. */
static void take_modality(truc_fact *a, const truc__trail *ta,
                          const truc_fact *b, const truc__trail *tb) {
  bool noun = ta->pattern && (ta->pattern->flags & PATTERN_NOUN) != 0;
  if (a->kind == TRUC_KIND_VISIT && noun && ta->marker == TRUC_NONE &&
      tb->marker != TRUC_NONE && b->modality == TRUC_PLANNED)
    a->modality = b->modality;
}

/* ------------------------------------------------------------------- brands */

static uint64_t bit_of(const void *s, size_t n) {
  return (uint64_t)1 << (truc__hash(s, n) >> 58);
}

/* What an item has in common with all that same_item says are the same. */
static uint64_t item_brand(const truc_item *it) {
  if (it->ref && (is_delegation(it->ref) || is_office(it->ref)))
    return ~(uint64_t)0;
  if (it->ref && is_event(it->ref)) return bit_of("ev:", 3);
  /* a body stands for its summit */
  if (it->ref && *it->ref == 'o' && !strncmp(it->ref, "org:", 4))
    return bit_of("ev:", 3) | bit_of(it->ref, strlen(it->ref));
  if (it->ref) return bit_of(it->ref, strlen(it->ref));
  if (it->has_number) return bit_of(&it->mantissa, sizeof it->mantissa);
  /* one text may begin or end with the other */
  if (!it->code) return it->at.len ? ~(uint64_t)0 : 0;
  return bit_of(it->code, strlen(it->code));
}

static truc__brand brand_of(const truc_doc *d, const rule *r,
                            const truc_fact *f) {
  truc__brand b = {{0}};
  for (int k = 0; k < 4 && r->same[k]; k++) {
    uint32_t i = 0;
    for (const truc_item *it; (it = next_of(d, f, r->same[k], &i)) != NULL;)
      b.slot[k] |= item_brand(it);
  }
  return b;
}

static bool may_agree(const truc__brand *a, const truc__brand *b, int k) {
  return !a->slot[k] || !b->slot[k] || (a->slot[k] & b->slot[k]) != 0;
}

/* Can `same` be true?  It asks as much or more. */
static bool may_be_same(unsigned kind, const truc__brand *a,
                        const truc__brand *b) {
  if (kind == TRUC_KIND_CONTACT) /* the two sides may change places */
    return (may_agree(a, b, 0) && may_agree(a, b, 1)) ||
           (a->slot[0] & b->slot[1]) != 0;
  if (kind == TRUC_KIND_COOPERATION) /* a title leaves fields out */
    return may_agree(a, b, 0);
  return may_agree(a, b, 0) && may_agree(a, b, 1) && may_agree(a, b, 2) &&
         may_agree(a, b, 3);
}

/* What the speaker wrote or gave out stands between: what he says next does not
** go back to what he said before that, unless its day tells. */
static bool ends_occasion(const truc_doc *d, const truc_fact *between,
                          const truc_fact *f) {
  return f->kind == TRUC_KIND_STATEMENT && !f->has_date &&
         is_written(code_of(d, between, "medium")) &&
         slot_agrees(d, between, f, "speaker");
}

/* The oldest record of the last ones of its kind that states the same. */
static uint32_t find_same(const truc_doc *d, const truc__fact_work *w,
                          const rule *r, const truc_fact *f,
                          const truc__brand *brand, uint32_t last) {
  uint32_t found = TRUC_NONE;
  for (uint32_t k = last, n = 0; k != TRUC_NONE && n < WINDOW; n++) {
    if (may_be_same(f->kind, &w->brand.v[k], brand)) {
      if (same(d, r, &d->fact.v[k], f)) found = k;
      if (ends_occasion(d, &d->fact.v[k], f)) break;
    }
    k = w->kin.v[k];
  }
  return found;
}

/* Records that items point to stand before theirs. */
static void point_again(truc_doc *d, const truc__fact_work *w,
                        const truc_fact *f) {
  for (uint32_t i = f->item; i < f->item + f->nitem; i++)
    if (d->item.v[i].fact != TRUC_NONE)
      d->item.v[i].fact = w->moved.v[d->item.v[i].fact];
}

bool truc__merge(truc_doc *d, truc__fact_work *w) {
  uint32_t n = 0, last[TRUC_NKINDS];
  memset(last, 0xFF, sizeof last);
  w->kin.n = w->brand.n = w->moved.n = 0;
  if (!VEC_ROOM(w->kin, d->fact.n) || !VEC_ROOM(w->brand, d->fact.n) ||
      !VEC_ROOM(w->moved, d->fact.n))
    return false;
  for (uint32_t i = 0; i < d->fact.n; i++) {
    truc_fact f = d->fact.v[i];
    const rule *r = rule_of(f.kind);
    point_again(d, w, &f);
    truc__brand brand = r ? brand_of(d, r, &f) : (truc__brand){{0}};
    uint32_t into =
        r ? find_same(d, w, r, &f, &brand, last[f.kind]) : TRUC_NONE;
    w->moved.v[i] = into == TRUC_NONE ? n : into;
    if (into == TRUC_NONE) {
      w->kin.v[n] = last[f.kind];
      w->brand.v[n] = brand;
      last[f.kind] = n;
      w->trail.v[n] = w->trail.v[i];
      d->fact.v[n++] = f;
      continue;
    }
    if (title_of(d, &d->fact.v[into], &f)) w->trail.v[into] = w->trail.v[i];
    take_modality(&d->fact.v[into], &w->trail.v[into], &f, &w->trail.v[i]);
    if (!unite(d, &d->fact.v[into], &f)) w->rc = TRUC_ENOMEM;
    if (w->rc) return false;
    w->brand.v[into] = brand_of(d, r, &d->fact.v[into]);
  }
  d->fact.n = w->trail.n = n;
  return true;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* claim.c - what makes a fact this fact and no other.
**
** One table says, kind by kind, which slots must be equal (they form the core),
** which must agree where both statements have them (the rest), and what the
** kind's time is.  Items become text in
** slots.c, and what must agree is compared in agree.c. */
#include "ledger/ledger.h"

/* -------------------------------------------------------------- the table */

enum {
  LEAD = 1, /* the principal item: the first person, else the first item */
  SET = 2,  /* all items, in no order */
  NAME = 3, /* a ref, code or number is core; words alone must agree */
  SOFT = 4, /* all items, must agree where both have the slot */
  PAIR = 5, /* this slot and the next rule's, in no order */
  NEED = 8  /* without it two statements are the same only word for word */
};
#define ROLE(r) ((r)&7)

typedef struct rule {
  uint8_t kind, role;
  const char *slot;
  const char *otherwise; /* the code that stands where the slot is empty */
} rule;

#define K(kind) TRUC_KIND_##kind
static const rule rules[] = {
    {K(OFFICE), LEAD | NEED, "person", NULL},
    {K(OFFICE), LEAD | NEED, "office", NULL},
    {K(OFFICE), SOFT, "org", NULL},
    {K(OFFICE), SOFT, "country", NULL},
    {K(VISIT), LEAD | NEED, "visitor", NULL},
    {K(VISIT), SET | NEED, "host", NULL},
    {K(VISIT), SET, "phase", "whole"},
    {K(CONTACT), PAIR | NEED, "actor", NULL},
    {K(CONTACT), PAIR | NEED, "counterpart", NULL},
    {K(CONTACT), SOFT, "form", NULL},
    {K(STATEMENT), LEAD | NEED, "speaker", NULL},
    {K(STATEMENT), LEAD, "act", "say"},
    {K(STATEMENT), SOFT, "medium", NULL},
    {K(MILESTONE), SET | NEED, "parties", NULL},
    {K(MILESTONE), LEAD | NEED, "type", NULL},
    {K(MILESTONE), SOFT, "years", NULL},
    {K(MILESTONE), SOFT, "of", NULL},
    {K(COOPERATION), SET | NEED, "parties", NULL},
    {K(COOPERATION), SET | NEED, "sectors", NULL},
    {K(AGREEMENT), SET | NEED, "parties", NULL},
    {K(AGREEMENT), NAME | NEED, "instrument", NULL},
    {K(AGREEMENT), LEAD | NEED, "action", NULL},
    {K(FORUM), SET | NEED, "parties", NULL},
    {K(FORUM), SET | NEED, "forums", NULL},
    {K(FORUM), LEAD, "action", NULL},
    {K(PROVISION), LEAD | NEED, "provider", NULL},
    {K(PROVISION), LEAD | NEED, "recipient", NULL},
    {K(PROVISION), NAME | NEED, "goods", NULL},
    {K(RANKING), LEAD | NEED, "subject", NULL},
    {K(RANKING), LEAD | NEED, "rank", NULL},
    {K(RANKING), NAME | NEED, "domain", NULL},
    {K(RANKING), SET, "relative_to", NULL},
    {K(RANKING), SOFT, "set", NULL},
    {K(AMOUNT), NAME | NEED, "what", NULL},
    {K(AMOUNT), LEAD | NEED, "value", NULL},
    {K(AMOUNT), LEAD | NEED, "unit", NULL},
    {K(AMOUNT), SOFT, "provider", NULL},
    {K(AMOUNT), SOFT, "recipient", NULL},
    {K(EVENT), NAME | NEED, "name", NULL},
    {K(EVENT), SOFT, "place", NULL},
    {K(EVENT), SOFT, "parties", NULL},
    {K(STATUS), NAME | NEED, "subject", NULL},
    {K(STATUS), NAME | NEED, "label", NULL},
    {K(STATUS), SET, "object", NULL},
    {K(IMPACT), NAME | NEED, "cause", NULL},
    {K(IMPACT), LEAD | NEED, "effect", NULL},
    {K(IMPACT), NAME | NEED, "target", NULL},
};
#define NRULES (sizeof rules / sizeof rules[0])

/* TIMELESS: the date tells nothing about identity.  PLAIN: two dates must
** agree, none agrees with any.  A number: an event; without a date of its own
** it happened within so many days of its report. */
enum { TIMELESS = -2, PLAIN = -1 };
static const int8_t times[TRUC_NKINDS] = {
    [K(OFFICE)] = TIMELESS, [K(VISIT)] = 30,
    [K(CONTACT)] = 3,       [K(STATEMENT)] = 2,
    [K(MILESTONE)] = PLAIN, [K(COOPERATION)] = TIMELESS,
    [K(AGREEMENT)] = 30,    [K(FORUM)] = PLAIN,
    [K(PROVISION)] = PLAIN, [K(RANKING)] = TIMELESS,
    [K(AMOUNT)] = PLAIN,    [K(EVENT)] = 7,
    [K(STATUS)] = TIMELESS, [K(IMPACT)] = TIMELESS,
};
#define WORDS_WINDOW 30 /* STATUS, IMPACT of something that has no name */

int truc__kind_window(truc_kind k) {
  return times[k] > 0 ? times[k] : WORDS_WINDOW;
}

int truc__kind_slack(truc_kind k) { return k == TRUC_KIND_VISIT ? 3 : 0; }

bool truc__is_timed(const truc_fact *f) {
  return f->kind != TRUC_KIND_OFFICE || f->has_date;
}

/* -------------------------------------------------------- core and rest */

/* Kinds that happen once: what the sides agree to do is planned. */
static bool happens(truc_kind k) {
  return k == TRUC_KIND_VISIT || k == TRUC_KIND_CONTACT ||
         k == TRUC_KIND_MILESTONE || k == TRUC_KIND_AGREEMENT ||
         k == TRUC_KIND_EVENT;
}

/* Modalities under which two statements can be one proposition.  What is
** planned and what then happens are one visit; a wish is another matter. */
static const char *modality_class(const truc__reading *r, const truc_fact *f) {
  truc_modality m = (truc_modality)f->modality;
  if (m == TRUC_DENIED) return "denied";
  switch ((truc_kind)f->kind) {
    case TRUC_KIND_COOPERATION: return truc_modality_name(m);
    case TRUC_KIND_FORUM:
      for (uint32_t k = 0; k < f->nitem && m != TRUC_DESIRED; k++)
        if (truc__starts(r->item[f->item + k].code, "support"))
          return "support";
      return truc_modality_name(m);
    case TRUC_KIND_STATEMENT: return "said";
    case TRUC_KIND_AMOUNT:
    case TRUC_KIND_PROVISION:
      if (m == TRUC_PLANNED || m == TRUC_EXPECTED || m == TRUC_AGREED)
        return "planned";
      break;
    default: break;
  }
  if (m == TRUC_DESIRED || m == TRUC_CONDITIONAL) return "wish";
  return m == TRUC_AGREED && !happens((truc_kind)f->kind) ? "agreed" : "real";
}

static void put_folded(truc__buf *b, const truc__reading *r,
                       uint32_t sentence) {
  truc_span at = r->sentence[sentence].at;
  truc__fold_words(b, r->raw + at.off, at.len, r->folds);
}

/* An empty list of refs is no wild card: "we want closer ties" is the same
** claim only where it is said in the same words, and words enough to be more
** than a phrase ("Reuters cho biết"): a short sentence counts together with
** the one that opens the article. */
static void put_sentence(truc__claim *c, const truc__reading *r,
                         const truc_fact *f) {
  enum { WORDS = 8 };
  if (!f->nevidence) return;
  uint32_t s = r->evidence[f->evidence];
  if (s >= r->nsentence) return;
  truc__buf_reset(&c->key);
  truc__buf_put(&c->key, "", 0);
  put_folded(&c->key, r, s);
  if (c->key.rc) return;
  if (truc__words_count(c->key.p, c->key.n) < WORDS) put_folded(&c->key, r, 0);
  if (c->key.rc) return;
  truc__buf_fmt(&c->core, "|said=%016llx",
                (unsigned long long)truc__hash(c->key.p, c->key.n));
}

/* Digits of a plain decimal between its first and last that are not 0. */
static int significant_digits(const char *number, size_t n) {
  int digits = 0, zeros = 0;
  for (size_t i = 0; i < n; i++) {
    if (number[i] < '0' || number[i] > '9') continue;
    if (number[i] == '0') {
      zeros += digits > 0;
      continue;
    }
    digits += zeros + 1;
    zeros = 0;
  }
  return digits;
}

static bool in_rest(const truc__claim *c, const char *slot) {
  size_t n;
  return truc__slot_value(c->rest.p, slot, &n) != NULL;
}

/* Could the sum be anybody's?  A single syllable ("người") tells nothing apart.
** A round figure that nobody gives, takes or shares ("5 tỉnh", "400 triệu
** đồng") is said of many things, and so is "20 %" of growth, whosever it is;
** one of three digits is its own mark. */
static bool is_anybodys(const truc__claim *c) {
  size_t n;
  const char *what = truc__slot_value(c->rest.p, "what", &n);
  if (what && *what == '\'' && truc__words_count(what, n) < 2) return true;
  const char *value = truc__slot_value(c->core.p, "value", &n);
  if (value && significant_digits(value, n) >= 3) return false;
  if (strstr(c->core.p, "|what=#growth")) return true;
  return !in_rest(c, "provider") && !in_rest(c, "recipient") &&
         !in_rest(c, "between");
}

/* Anybody's sums of one day are one; but growth is of anything. */
static bool put_day(truc__claim *c, const truc_fact *f) {
  truc__when w = truc__when_parse(f->has_date ? f->date : "");
  if (!w.known || w.fine != 3 || w.lo != w.hi) return false;
  if (strstr(c->core.p, "|what=#growth")) return false;
  truc__buf_fmt(&c->core, "|on=%s", f->date);
  return true;
}

/* Actor and counterpart of a contact may change places. */
static bool put_pair(truc__claim *c, const truc__reading *r,
                     const truc_fact *f) {
  truc__buf side[2] = {{0}, {0}};
  truc__slot_keys(c, r, f, "actor", false);
  truc__put_keys(&side[0], c);
  truc__slot_keys(c, r, f, "counterpart", false);
  truc__put_keys(&side[1], c);
  bool both = side[0].n && side[1].n;
  for (int k = 0; k < 2; k++) truc__buf_put(&side[k], "", 0);
  bool ok = !side[0].rc && !side[1].rc;
  if (ok) {
    int first = strcmp(side[0].p, side[1].p) > 0;
    truc__buf_fmt(&c->core, "|between=%s~%s", side[first].p, side[!first].p);
  } else {
    c->core.rc = TRUC_ENOMEM;
  }
  truc__buf_release(&side[0]);
  truc__buf_release(&side[1]);
  return both;
}

/* One rule; false if the slot was needed and is empty. */
static bool apply(truc__claim *c, const truc__reading *r, const truc_fact *f,
                  const rule *u) {
  bool words = ROLE(u->role) == NAME && truc__only_words(r, f, u->slot);
  truc__slot_keys(c, r, f, u->slot, ROLE(u->role) == LEAD || words);
  if (!c->keys.n) {
    if (u->otherwise) truc__buf_fmt(&c->core, "|%s=#%s", u->slot, u->otherwise);
    return !(u->role & NEED);
  }
  truc__put_slot(ROLE(u->role) == SOFT || words ? &c->rest : &c->core, c,
                 u->slot);
  return true;
}

/* A part of a visit is told from others by its place. */
static void put_place(truc__claim *c, const truc__reading *r,
                      const truc_fact *f) {
  for (uint32_t k = 0; k < f->nitem; k++) {
    const truc_item *i = &r->item[f->item + k];
    if (truc__in_slot(i, "phase") && i->code && !strcmp(i->code, "part")) {
      truc__slot_keys(c, r, f, "place", false);
      if (c->keys.n) truc__put_slot(&c->core, c, "place");
      return;
    }
  }
}

/* A sum without giver and taker belongs to the two countries that its sentence
** names, if they are two. */
static void put_between(truc__claim *c, const truc__reading *r, uint32_t fact) {
  const truc_fact *f = &r->fact[fact];
  uint32_t e[3];
  for (uint32_t k = 0; k < f->nitem; k++)
    if (truc__in_slot(&r->item[f->item + k], "provider") ||
        truc__in_slot(&r->item[f->item + k], "recipient"))
      return;
  if (truc__countries_named(r, fact, e, 3) != 2) return;
  const char *a = r->entity[e[0]].ref, *b = r->entity[e[1]].ref;
  bool swap = strcmp(a, b) > 0;
  truc__buf_fmt(&c->rest, "%sbetween=%s+%s", c->rest.n ? "|" : "", swap ? b : a,
                swap ? a : b);
}

static void put_core(truc__claim *c, const truc__reading *r, uint32_t fact) {
  const truc_fact *f = &r->fact[fact];
  bool whole = true;
  truc__buf_str(&c->core, truc_kind_name((truc_kind)f->kind));
  for (size_t k = 0; k < NRULES; k++) {
    if (rules[k].kind != f->kind) continue;
    if (ROLE(rules[k].role) == PAIR) {
      whole = put_pair(c, r, f) && whole;
      k++;
    } else {
      whole = apply(c, r, f, &rules[k]) && whole;
    }
  }
  if (f->kind == TRUC_KIND_VISIT) put_place(c, r, f);
  if (f->kind == TRUC_KIND_AMOUNT) {
    put_between(c, r, fact);
    whole = whole && (!is_anybodys(c) || put_day(c, f));
  }
  if (f->kind == TRUC_KIND_EVENT && !strstr(c->core.p, "|name=ev:") &&
      !strstr(c->rest.p, "place=") && !strstr(c->rest.p, "parties="))
    whole = false; /* a ceremony, somewhere */
  truc__buf_fmt(&c->core, "|%s", modality_class(r, f));
  if (!whole) put_sentence(c, r, f);
}

/* ------------------------------------------------------------------- time */

static bool timed_by_report(const truc__reading *r, const truc_fact *f) {
  if (times[f->kind] >= 0) return true;
  return (f->kind == TRUC_KIND_STATUS && truc__only_words(r, f, "subject")) ||
         (f->kind == TRUC_KIND_IMPACT && truc__only_words(r, f, "cause"));
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Does it say by name which one it is?  An instrument of a name or code of its
** own ("evfta") does, once it is signed and no longer planned again and again;
** and an event "hội nghị cấp cao apec 2017", "... lần thứ 26". */
static bool names_itself(const truc__claim *c, const truc_fact *f) {
  size_t n;
  if (f->modality == TRUC_ACTUAL &&
      truc__slot_value(c->core.p, "instrument", &n))
    return true;
  const char *v = truc__slot_value(c->core.p, "name", &n);
  if (!v || !truc__starts(v, "ev:")) return false;
  for (size_t i = 3; i + 3 < n; i++)
    if (v[i - 1] == ' ' && (v[i] == '1' || v[i] == '2') && is_digit(v[i + 1]) &&
        is_digit(v[i + 2]) && is_digit(v[i + 3]) &&
        (i + 4 == n || v[i + 4] == ' '))
      return true;
  const char *time = strstr(v, "lần thứ ");
  return time && time < v + n;
}

static void put_time(truc__claim *c, const truc__reading *r,
                     const truc_fact *f) {
  char iso[16];
  bool report = timed_by_report(r, f);
  c->lo = c->hi = TRUC__NO_INT;
  if (times[f->kind] == TIMELESS && !report) return;
  if (f->has_date && times[f->kind] != TIMELESS) {
    truc__buf_str(&c->time, f->date);
  } else if (names_itself(c, f)) {
    report = false; /* any report of it is of this one */
  } else if (report && r->day != TRUC__NO_INT) {
    truc__day_iso((int32_t)r->day, iso);
    truc__buf_fmt(&c->time, "~%s", iso);
  } else if (report) {
    put_sentence(c, r, f); /* nobody can say which one is meant */
  }
  truc__buf_put(&c->time, "", 0);
  if (c->time.rc) return;
  truc__when w = truc__when_parse(c->time.p);
  if (!w.some || !w.known) return;
  int window = report ? truc__kind_window((truc_kind)f->kind) : 0;
  c->lo = w.lo - window;
  c->hi = w.hi + window;
}

/* ------------------------------------------------------- topic and weight */

/* Adds the named slots of core and rest to the topic; how many there were. */
static int topic_slots(truc__claim *c, const char *const *slots) {
  int found = 0;
  for (; *slots; slots++) {
    size_t n;
    const char *v = truc__slot_value(c->core.p, *slots, &n);
    if (!v) v = truc__slot_value(c->rest.p, *slots, &n);
    truc__buf_chr(&c->topic, '|');
    if (!v) continue;
    truc__buf_put(&c->topic, v, n);
    found++;
  }
  return found;
}

static void copy_value(truc__claim *c, const char *slot) {
  size_t n;
  const char *v = truc__slot_value(c->core.p, slot, &n);
  if (!v) v = truc__slot_value(c->rest.p, slot, &n);
  if (v) truc__buf_put(&c->value, v, n);
}

static void milestone_topic(truc__claim *c) {
  size_t n;
  const char *type = truc__slot_value(c->core.p, "type", &n);
  topic_slots(c, (const char *const[]){"parties", "type", NULL});
  if (type && n == 12 && !memcmp(type, "#anniversary", n)) {
    truc__buf_put(&c->topic, c->time.p, c->time.n < 4 ? c->time.n : 4);
    if (c->time.n >= 4 && c->time.p[0] != 'X') copy_value(c, "years");
    return;
  }
  if (type && n == 8 && !memcmp(type, "#upgrade", n))
    topic_slots(c, (const char *const[]){"of", NULL});
  truc__buf_put(&c->value, c->time.p, c->time.n);
}

static void amount_topic(truc__claim *c) {
  static const char *const must[] = {"what", "unit", NULL};
  static const char *const who[] = {"provider", "recipient", "between", NULL};
  /* "up 12 per cent", or down: of what, the record does not say */
  if (strstr(c->core.p, "|what=#growth") || strstr(c->core.p, "|what=#decline"))
    return;
  if (topic_slots(c, must) == 2 && topic_slots(c, who)) copy_value(c, "value");
  truc__buf_str(&c->topic, strrchr(c->core.p, '|')); /* modality */
}

/* What a proposition is about.  One topic with two values is a conflict; lists
** (no value) of one topic may share items. */
static void put_topic(truc__claim *c, truc_kind kind) {
  static const char *const rank[] = {"subject", "domain", "relative_to", NULL};
  static const char *const visit[] = {"visitor", "host", NULL};
  static const char *const list[] = {"parties", "action", NULL};
  bool lists = kind == TRUC_KIND_COOPERATION || kind == TRUC_KIND_FORUM;
  truc__buf_str(&c->topic, truc_kind_name(kind));
  switch (kind) {
    case TRUC_KIND_RANKING:
      if (topic_slots(c, rank) == 3) copy_value(c, "rank");
      break;
    case TRUC_KIND_VISIT:
      if (topic_slots(c, visit) == 2 && strstr(c->core.p, "|phase=#whole") &&
          c->time.n && c->time.p[0] != '~')
        truc__buf_put(&c->value, c->time.p, c->time.n);
      break;
    case TRUC_KIND_MILESTONE: milestone_topic(c); break;
    case TRUC_KIND_AMOUNT: amount_topic(c); break;
    case TRUC_KIND_COOPERATION:
    case TRUC_KIND_FORUM: topic_slots(c, list); break;
    default: break;
  }
  if (!lists && !c->value.n) truc__buf_reset(&c->topic);
}

/* The fullest statement stands for its proposition: done before planned, finer
** date, more slots, surer. */
static int32_t weight_of(const truc_fact *f) {
  truc__when w = truc__when_parse(f->has_date ? f->date : "");
  int32_t date = w.some ? 1 + w.fine + (w.known ? 1 : 0) : 0;
  if (f->kind == TRUC_KIND_VISIT && w.known && w.hi > w.lo && w.fine == 3)
    date++;
  int32_t items = f->nitem < 60 ? (int32_t)f->nitem : 60;
  return (f->modality == TRUC_ACTUAL ? 100000 : 0) + date * 10000 +
         items * 101 + f->confidence;
}

bool truc__claim_make(truc__claim *c, const truc__reading *r, uint32_t fact) {
  truc__buf *all[] = {&c->core,  &c->time,  &c->rest,
                      &c->topic, &c->value, &c->key};
  bool ok = true;
  for (size_t i = 0; i < 6; i++) {
    truc__buf_reset(all[i]);
    truc__buf_put(all[i], "", 0);
  }
  put_core(c, r, fact);
  put_time(c, r, &r->fact[fact]);
  if (!c->core.rc && !c->rest.rc && !c->time.rc)
    put_topic(c, (truc_kind)r->fact[fact].kind);
  c->weight = weight_of(&r->fact[fact]);
  for (size_t i = 0; i < 6; i++) ok = ok && !all[i]->rc;
  return ok;
}

void truc__claim_release(truc__claim *c) {
  truc__buf_release(&c->core);
  truc__buf_release(&c->time);
  truc__buf_release(&c->rest);
  truc__buf_release(&c->topic);
  truc__buf_release(&c->value);
  truc__buf_release(&c->key);
  VEC_FREE(c->keys);
}

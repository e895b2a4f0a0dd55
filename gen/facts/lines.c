/* SPDX-License-Identifier: Apache-2.0 */
/* lines.c - the lines of a pattern, one after another, and what must be true of
** it as a whole. */
#include "compile.h"
#include "lex.h"

#define MAX_PHASE 9

static const char *p; /* the reading place in a line */

static void blanks(void) { p += strspn(p, " \t"); }

static truc__pattern *cur; /* being read, or NULL */
static place head;         /* of its name */
static unsigned nmatching, nnot;
static uint32_t held; /* kinds of its [KIND] elements, as bits */

uint32_t held_kinds(void) { return held; }

static void end_of_line(void) {
  blanks();
  if (*p) fail(p, "unexpected text");
}

static int modality_named(const char *s, size_t n) {
  static const char *const names[] = {"actual", "planned",  "desired",
                                      "agreed", "expected", "conditional",
                                      "denied"};
  for (int i = 0; i < 7; i++)
    if (strlen(names[i]) == n && !memcmp(names[i], s, n)) return i;
  return -1;
}

static void modality_line(void) {
  blanks();
  size_t n = name_length(p);
  if (n == 4 && !memcmp(p, "noun", 4)) {
    cur->flags |= PATTERN_NOUN;
  } else if (n == 4 && !memcmp(p, "bare", 4)) {
    cur->flags |= PATTERN_BARE_PLANNED;
  } else if (n == 7 && !memcmp(p, "follows", 7)) {
    cur->flags |= PATTERN_FOLLOWS;
  } else {
    int m = modality_named(p, n);
    if (m < 0) fail(p, "unknown modality");
    cur->modality = (int8_t)m;
  }
  p += n;
  end_of_line();
}

static void date_line(void) {
  static const char *const names[] = {"none", "clause", "before",
                                      "year", "now",    "document"};
  blanks();
  size_t n = name_length(p);
  int i = 0;
  while (i < 6 && (strlen(names[i]) != n || memcmp(names[i], p, n))) i++;
  if (i == 6) fail(p, "date is none, clause, before, year, now or document");
  cur->date = (uint8_t)i;
  p += n;
  blanks();
  if (!strncmp(p, "needed", 6)) {
    cur->flags |= PATTERN_NEEDDATE;
    p += 6;
  }
  end_of_line();
}

static void priority_line(void) {
  char *end;
  long n = strtol(p, &end, 10);
  if (end == p) fail(p, "expected a number");
  if (n < -1000 || n > 1000) fail(p, "a priority of -1000 to 1000");
  cur->priority = (int16_t)n;
  p = end;
  end_of_line();
}

static void phase_line(void) {
  char *end;
  long n = strtol(p, &end, 10);
  if (end == p) fail(p, "expected a number");
  if (n < 1 || n > MAX_PHASE) fail(p, "a phase of 1 to %d", MAX_PHASE);
  if (cur->nline) fail(p, "the phase stands before the match lines");
  cur->phase = (uint8_t)n;
  p = end;
  end_of_line();
}

static void aside_line(void) {
  cur->flags |= PATTERN_ASIDE;
  end_of_line();
}

/* What a line is looked up by must be there. */
static void check_needs(const line_needs *needs, const char *from) {
  if (cur->phase > 1 && !needs->found)
    fail(from, "a line of phase %d needs a [KIND]", cur->phase);
  if (cur->phase == 1 && needs->held)
    fail(needs->held, "[KIND] needs a phase above 1");
  bool by_class = needs->cls[0] != 0xFFFF, by_word = needs->word;
  if (needs->tags && !needs->found && !by_class && !needs->types[0] &&
      (!by_word || needs->first))
    fail(needs->tags, "beside tags a line needs a class, a word or a name");
}

/* What the line needs, as the sentence is asked for it. */
static uint16_t need_of(const line_needs *needs, const words *cuts) {
  truc__need x;
  memset(&x, 0, sizeof x);
  x.words = needs->words;
  x.phase = cur->phase;
  x.found = needs->found;
  for (int i = 0; i < TRUC__NEEDS; i++) {
    x.cls[i] = needs->cls[i] == 0xFFFF ? LEX_NFACTS : needs->cls[i];
    x.types[i] = needs->types[i] ? needs->types[i] : TRUC__NO_TYPE;
  }
  find_posts(&x, cuts);
  /* a line that stands only at the start of a sentence is rare enough */
  bool by_word = x.cls[0] == LEX_NFACTS && !needs->first && cur->phase == 1;
  uint32_t word = by_word ? needs->word : 0;
  for (uint32_t i = 0; i < made.needs.n; i++)
    if (!memcmp(&made.needs.v[i], &x, sizeof x) && made.need_words.v[i] == word)
      return (uint16_t)i;
  PUSH(made.needs, x);
  PUSH(made.need_words, word);
  return (uint16_t)(made.needs.n - 1);
}

static void match_line(void) {
  blanks();
  const char *from = p;
  static words cuts;
  line_needs needs;
  p = read_expression(p, &needs, &cuts);
  if (*p) fail(p, "unexpected text");
  if (!made.code.n) fail(p, "expected an element");
  check_needs(&needs, from);
  held |= needs.kinds;
  truc__line l = {(uint16_t)(made.patterns.n - 1), need_of(&needs, &cuts)};
  tree_plant(&cuts, made.lines.n);
  PUSH(made.lines, l);
  cur->nline++;
}

static void names_line(bool distribute) {
  for (;;) {
    blanks();
    size_t n = name_length(p);
    if (!n) break;
    uint16_t s = speak(p, n);
    p += n;
    if (distribute) {
      cur->distribute = s;
      cur->flags |= PATTERN_DISTRIBUTE;
    } else {
      PUSH(made.requires, s);
    }
  }
  if (*p) fail(p, "unexpected text");
}

/* context TYPE TYPE ... */
static void context_line(void) {
  for (size_t n; blanks(), (n = name_length(p)) > 0; p += n)
    cur->context |= type_mask(p, n);
  if (*p) fail(p, "unexpected text");
}

/* refuse SLOT code code ... -> "SLOT|code|code|" */
static void refuse_line(void) {
  truc__buf b = {0};
  if (name_length(p)) speak(p, name_length(p));
  for (size_t n; blanks(), (n = name_length(p)) > 0; p += n) {
    truc__buf_put(&b, p, n);
    truc__buf_chr(&b, '|');
  }
  if (b.rc || !b.n || *p) fail(p, "expected a slot and codes");
  cur->refuse = copy(b.p, b.n);
  truc__buf_release(&b);
}

/* split FROM TO */
static void split_line(void) {
  size_t n = name_length(p);
  if (!n) fail(p, "expected two slots");
  cur->split = speak(p, n);
  p += n;
  blanks();
  n = name_length(p);
  if (!n) fail(p, "expected two slots");
  cur->split_to = give(p, n);
  cur->flags |= PATTERN_SPLIT;
  p += n;
  end_of_line();
}

/* "sentence" => slot=value ..., or "sentence" alone that must not match.  A
** value runs up to the next "slot=". */
static void sentence_line(bool matches) {
  blanks();
  const char *from = p;
  if (*p != '"') fail(p, "expected a sentence in quotes");
  const char *to = strstr(from, "\" =>");
  if (!to) to = strrchr(from, '"');
  if (to == from) fail(from, "quotation without an end");
  if (to == from + 1) fail(from, "an empty sentence");
  p = to + 1;
  blanks();
  if (!matches) {
    if (*p) fail(p, "unexpected text");
    nnot++;
    return;
  }
  nmatching++;
  if (strncmp(p, "=>", 2)) fail(p, "expected '=>' and the slots");
  p += 2;
  blanks();
  size_t n = name_length(p);
  if (!n || p[n] != '=') fail(p, "expected slot=value");
  for (const char *q = p; (q = strchr(q, '=')) != NULL; q++) {
    const char *name = q;
    while (name > p && name_char(name[-1])) name--;
    n = (size_t)(q - name);
    if (!n) fail(q, "expected slot=value");
    if (!q[1] || q[1] == ' ') fail(q + 1, "expected a value");
    if (n != 8 || memcmp(name, "modality", 8)) speak(name, n);
  }
}

static void pattern_line(void) {
  blanks();
  size_t n = name_length(p);
  if (!n) fail(p, "expected a name");
  truc__pattern t;
  memset(&t, 0, sizeof t);
  head = place_of(p);
  begin_slots();
  nmatching = nnot = held = 0;
  t.name = copy(p, n);
  t.why = "";
  for (uint32_t i = 0; i < made.patterns.n; i++)
    if (!strcmp(made.patterns.v[i].name, t.name))
      fail(p, "pattern '%s' stands twice", t.name);
  p += n;
  blanks();
  n = name_length(p);
  unsigned k = kind_named(p, n);
  p += n;
  end_of_line();
  t.kind = (uint16_t)k;
  t.line = made.lines.n;
  t.phase = 1;
  t.modality = -1;
  t.date = DATE_CLAUSE;
  t.fill = made.fills.n;
  t.require = made.requires.n;
  PUSH(made.patterns, t);
  cur = &made.patterns.v[made.patterns.n - 1];
}

static bool keyword(const char *w) {
  size_t n = strlen(w);
  if (strncmp(p, w, n) || (p[n] && p[n] != ' ' && p[n] != '\t')) return false;
  p += n;
  blanks();
  return true;
}

void end_pattern(void) {
  if (!cur) return;
  if (!cur->nline) fail_there(head, "pattern without a match line");
  if (!*cur->why) fail_there(head, "pattern without a why");
  end_slots(cur->kind);
  if (nmatching < 2)
    fail_there(head, "at least two sentences that match, not %u", nmatching);
  if (!nnot) fail_there(head, "at least one sentence that must not match");
  cur->nfill = made.fills.n - cur->fill;
  cur->nrequire = made.requires.n - cur->require;
  cur = NULL;
}

void read_line(char *s) {
  p = s;
  blanks();
  if (!*p || *p == '#') return;
  if (keyword("class")) return; /* gen/lex.c reads those */
  if (keyword("pattern")) {
    end_pattern();
    pattern_line();
    return;
  }
  if (!cur) fail(p, "expected 'class' or 'pattern'");
  if (keyword("why"))
    cur->why = copy(p, strlen(p));
  else if (keyword("match"))
    match_line();
  else if (keyword("fill"))
    read_fill(p, false);
  else if (keyword("fill!"))
    read_fill(p, true);
  else if (keyword("require"))
    names_line(false);
  else if (keyword("distribute"))
    names_line(true);
  else if (keyword("refuse"))
    refuse_line();
  else if (keyword("context"))
    context_line();
  else if (keyword("split"))
    split_line();
  else if (keyword("date"))
    date_line();
  else if (keyword("modality"))
    modality_line();
  else if (keyword("priority"))
    priority_line();
  else if (keyword("phase"))
    phase_line();
  else if (keyword("aside"))
    aside_line();
  else if (*p == '+' || *p == '-')
    sentence_line(*p++ == '+');
  else
    fail(p, "unknown line");
}

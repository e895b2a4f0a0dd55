/* SPDX-License-Identifier: Apache-2.0 */
/* match.c - the machine that runs compiled patterns over a sentence.
**
** It goes through the tree of lines (pattern.h) from a root down, for all lines
** awake at once: what lines share is matched once.  Backtracking with an
** explicit stack and a cap on steps per start, so that the time is linear in
** the text whatever a pattern says.  Every line counts with the first way in
** which it matches; a branch whose lines have all matched is not gone again. */
#include "fact/fact.h"
#include "tables/lex.h"

/* Steps from one start; a clean match of the longest pattern takes about
** 300. */
#define MAX_STEPS 4000u
/* A phrase longer than this is a clause that was not recognised as one. */
#define MAX_PHRASE 30u

uint32_t truc__phrase_end(const truc_doc *d, const truc__fact_work *w,
                          uint32_t tok, uint32_t end) {
  uint32_t t = tok;
  if (t < end && (truc__tok_is(d, t, "\"") || truc__tok_is(d, t, "“"))) {
    for (t++; t < end; t++)
      if (truc__tok_is(d, t, "\"") || truc__tok_is(d, t, "”")) return t + 1;
    return tok;
  }
  while (t < end && t - tok < MAX_PHRASE) {
    const truc_token *k = &d->token.v[t];
    if (k->kind == TRUC_TOK_PUNCT && !truc__tok_is(d, t, "-") &&
        w->close_at.v[t] == TRUC_NONE)
      break;
    if (truc__hit_at(d, t, LEX_PHRASE_STOP)) break;
    t = truc__element_end(w, t);
  }
  return t > end ? end : t;
}

/* ----------------------------------------------------------------- machine */

typedef struct machine {
  truc_doc *d;
  truc__fact_work *w;
  uint32_t sent, first, end; /* the sentence */
  uint32_t start;            /* token */
  uint32_t node;             /* at work */
  uint32_t ntrace, nstack;
  truc__trace *trace;     /* room for MAX_STEPS */
  truc__backtrack *stack; /* room for MAX_WAYS */
} machine;

/* A step leaves at most one way for later; only FORK leaves more, and it stops
** the machine where so many are left that this could be too many. */
#define MAX_WAYS (2 * MAX_STEPS + truc__nnode)

bool truc__machine_room(truc__fact_work *w) {
  w->trace.n = w->stack.n = 0;
  return VEC_ROOM(w->trace, MAX_STEPS) && VEC_ROOM(w->stack, MAX_WAYS);
}

/* A step notes at most one thing, so there is room. */
static inline bool note(machine *m, truc__trace_kind kind, uint32_t slot,
                        uint32_t tok, uint32_t ntok, uint32_t index) {
  truc__trace *t = &m->trace[m->ntrace++];
  *t = (truc__trace){(uint8_t)kind, (uint16_t)slot, tok, ntok, index};
  return true;
}

static inline void later(machine *m, uint32_t node, uint32_t pc, uint32_t tok,
                         uint32_t again) {
  truc__backtrack *b = &m->stack[m->nstack++];
  *b = (truc__backtrack){node, pc, tok, m->ntrace, again};
}

/* "Trần Văn Sang thăm ...": the last syllable of a name begins no phrase. */
static bool ends_name(const machine *m, uint32_t tok) {
  const truc_token *t = m->d->token.v + tok;
  return tok > m->first && t->shape == TRUC_SHAPE_TITLE &&
         t[-1].shape == TRUC_SHAPE_TITLE;
}

/* Does a longer phrase of the same family, begun before, hold this one?  The
** verb in "chuyến thăm" is none, nor is the second of "tăng cường hợp tác". */
static bool inside_relative(const machine *m, const truc__hit *x) {
  const uint32_t *family = truc__lex.class_family;
  const uint64_t kin = truc__lex.class_kin[x->cls];
  uint32_t t = x->tok > m->first + 4 ? x->tok - 4 : m->first, n;
  for (; t < x->tok; t++) {
    if (!(m->w->classes.v[t] & kin)) continue;
    const truc__hit *o = truc__fact_phrases(m->d, t, &n);
    for (; n; n--, o++)
      if (family[o->cls] == family[x->cls] &&
          o->tok + o->ntok >= x->tok + x->ntok && !ends_name(m, o->tok))
        return true;
  }
  return false;
}

/* The first hit of the class in [x, end), `end` if none is. */
static const truc__hit *next_hit(const truc__hit *x, const truc__hit *end,
                                 uint32_t cls) {
  for (; x < end; x++) {
    if (x->cls != cls || (x->ntok == 1 && x->split)) continue;
    if (cls == LEX_SECTOR && !strcmp(truc__hit_id(x), "none")) continue;
    break;
  }
  return x;
}

/* Does a word with one of these tags begin at `tok`? */
static bool has_tag(const machine *m, uint32_t tags, uint32_t tok) {
  const truc_word *x = truc__tagged_at(m->d, m->w, m->sent, tok);
  return x && tags >> x->tag & 1;
}

/* The longest match of an earlier phase that begins at `tok`, of one of these
** kinds of record: its index, or NONE. */
static uint32_t found_at(const machine *m, uint32_t kinds, uint32_t tok) {
  const truc__match *x = m->w->match.v;
  uint32_t best = TRUC_NONE;
  for (uint32_t i = m->w->sent_from; i < m->w->match_from; i++)
    if (x[i].tok == tok && !x[i].replaced && kinds >> x[i].pattern->kind & 1 &&
        (best == TRUC_NONE || x[i].end > x[best].end))
      best = i;
  return best;
}

/* Kept out of the way of what is asked at nearly every token. */
#define RARE __attribute__((noinline, cold))

RARE static bool can_stand_rare(const machine *m, const truc__stand *x,
                                uint32_t tok) {
  return (x->found && found_at(m, x->found, tok) != TRUC_NONE) ||
         (x->tags && has_tag(m, x->tags, tok));
}

/* Can what a SEEK, SPLIT or node looks for stand at `tok`? */
static inline bool can_stand(const machine *m, uint32_t sought, uint32_t tok) {
  if (!sought) return true;
  if (tok >= m->end) return false;
  const truc__stand *x = &truc__stands[sought];
  if (truc__can_stand(m->d, m->w, x, tok)) return true;
  return (x->tags | x->found) && can_stand_rare(m, x, tok);
}

/* The instructions below take the token where they stand and return the token
** behind what they consume, NOWHERE if this way fails. */
#define NOWHERE UINT32_MAX

/* SEEK: passes elements until the sought one can stand; `passed` elements were
** passed before, the last time up to `t`.  Leaves a way to pass more. */
static uint32_t seek(machine *m, uint32_t pc, uint32_t t, uint32_t passed) {
  uint32_t a = truc__programs[pc] >> 8, sought = truc__programs[pc + 1];
  uint32_t most = a / 2, over = a % 2;
  const truc__step *step = m->w->step.v;
  bool resumed = passed > 0;
  for (uint32_t n = resumed ? passed - 1 : 0;; resumed = false) {
    if (!resumed && can_stand(m, sought, t)) {
      if (n < most) later(m, m->node, pc, t, n + 1);
      return t;
    }
    if (n++ == most || t >= m->end || step[t].stop > over) return NOWHERE;
    t = step[t].next;
    if (t > m->end) return NOWHERE;
  }
}

/* CLASS: the longest phrase; leaves a way to the next one, the one behind the
** first `again`. */
static uint32_t phrase(machine *m, uint32_t pc, uint32_t t, uint32_t again) {
  uint32_t cls = truc__programs[pc] >> 8, n;
  if (t >= m->end || !(m->w->classes.v[t] & TRUC__CLASS_BIT(cls)))
    return NOWHERE;
  const truc__hit *first = truc__fact_phrases(m->d, t, &n), *end = first + n;
  const truc__hit *h = next_hit(first + again, end, cls);
  if (h == end || t + h->ntok > m->end) return NOWHERE;
  /* a phrase of one token is the shortest: only others stand behind it */
  if (h->ntok > 1 && next_hit(h + 1, end, cls) < end)
    later(m, m->node, pc, t, (uint32_t)(h + 1 - first));
  if (inside_relative(m, h)) return NOWHERE;
  note(m, TRACE_CLASS, 0, t, h->ntok, truc__number_of(m->d, h));
  return t + h->ntok;
}

/* "(APEC) và" : the bracket belongs to what precedes. */
static uint32_t separator(const machine *m, uint32_t t) {
  if (t >= m->end) return NOWHERE;
  if (m->w->close_at.v[t] != TRUC_NONE) t = m->w->close_at.v[t] + 1;
  const truc__hit *hit =
      t < m->end ? truc__hit_at(m->d, t, LEX_LIST_SEP) : NULL;
  if (!hit || t + hit->ntok > m->end) return NOWHERE;
  return t + hit->ntok;
}

RARE static uint32_t tagged_word(machine *m, uint32_t tags, uint32_t t) {
  if (!has_tag(m, tags, t)) return NOWHERE;
  uint32_t n = truc__tagged_at(m->d, m->w, m->sent, t)->ntok;
  note(m, TRACE_TAG, 0, t, n, 0);
  return t + n <= m->end ? t + n : NOWHERE;
}

RARE static uint32_t found(machine *m, uint32_t kinds, uint32_t t) {
  uint32_t i = found_at(m, kinds, t);
  if (i == TRUC_NONE) return NOWHERE;
  uint32_t to = m->w->match.v[i].end;
  note(m, TRACE_FOUND, 0, t, to - t, i);
  return to > t ? to : NOWHERE;
}

/* The rarer instructions. */
static uint32_t advance(machine *m, uint32_t word, uint32_t t) {
  truc_doc *d = m->d;
  uint32_t op = word & 0xFF, a = word >> 8, to = NOWHERE, h;
  if (op == OP_START) return t == m->first ? t : NOWHERE;
  if (op == OP_NOTNEXT)
    return t >= m->end || !truc__hit_at(d, t, (int)a) ? t : NOWHERE;
  if (op == OP_TAGGED || op == OP_NOTTAG || op == OP_BETWEEN) {
    note(m, TRACE_ASK, op, t, 0, a);
    return t;
  }
  if (t >= m->end) return NOWHERE;
  switch (op) {
    case OP_LIT:
      if (d->token.v[t].sym != a) return NOWHERE;
      note(m, TRACE_WORD, 0, t, 1, 0);
      return t + 1;
    case OP_VALUE:
      h = m->w->value_at.v[t];
      if (h == TRUC_NONE || !(1u << d->value.v[h].kind & a)) return NOWHERE;
      note(m, TRACE_VALUE, 0, t, d->value.v[h].ntok, h);
      return t + d->value.v[h].ntok;
    case OP_TAG: return tagged_word(m, a, t);
    case OP_FOUND: return found(m, a, t);
    case OP_SECTORS:
      if (!truc__hit_within(m->w, LEX_SECTOR)) return NOWHERE;
      to = truc__sectors(d, m->w, t, m->end, false);
      note(m, TRACE_SECTORS, 0, t, to - t, 0);
      return to > t ? to : NOWHERE;
    case OP_PHRASE:
      to = truc__phrase_end(d, m->w, t, m->end);
      note(m, TRACE_PHRASE, 0, t, to - t, 0);
      return to > t ? to : NOWHERE;
    default: return NOWHERE;
  }
}

static uint32_t chunk(machine *m, uint32_t types, uint32_t t) {
  const truc__fchunk *c = t < m->end ? truc__chunk_at(m->w, t, types) : NULL;
  if (!c || c->credit) return NOWHERE;
  note(m, TRACE_CHUNK, 0, t, c->ntok, (uint32_t)(c - m->w->chunk.v));
  return t + c->ntok;
}

/* ----------------------------------------------------------------- matches */

/* The anchor: the token marked, else the first word or class of the match. */
static uint32_t find_anchor(const truc__fact_work *w, uint32_t tok) {
  for (uint32_t i = 0; i < w->trace.n; i++)
    if (w->trace.v[i].kind == TRACE_ANCHOR) return w->trace.v[i].tok;
  for (uint32_t i = 0; i < w->trace.n; i++)
    if (w->trace.v[i].kind <= TRACE_CLASS) return w->trace.v[i].tok;
  return tok;
}

/* Where the first slot of a trace ends. */
static uint32_t first_close(const truc__trace *t, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (t[i].kind == TRACE_CLOSE) return t[i].tok;
  return 0;
}

/* Of two matches of one pattern at one predicate the nearer argument is right;
** of two with the same last member the earlier line, then the longer list. */
static bool nearer(const truc__fact_work *w, const truc__match *x,
                   const truc__match *old) {
  uint32_t a = first_close(w->trace.v, w->trace.n);
  uint32_t b = first_close(w->traces.v + old->trace, old->ntrace);
  if (a != b) return a > b;
  return x->line != old->line ? x->line < old->line : x->tok < old->tok;
}

/* Is x the better reading of the predicate? */
static bool better(const truc__fact_work *w, const truc__match *x,
                   const truc__match *old) {
  if (x->pattern == old->pattern) return nearer(w, x, old);
  if (x->pattern->priority != old->pattern->priority)
    return x->pattern->priority > old->pattern->priority;
  return x->pattern < old->pattern; /* the one that stands first in the file */
}

/* Keeps a match, unless a better one of its kind has the same anchor.  Those of
** earlier phases keep their places: others may hold them. */
static bool keep(truc__fact_work *w, truc__match x) {
  for (uint32_t i = w->sent_from; i < w->match_from; i++) {
    truc__match *o = &w->match.v[i];
    if (o->pattern->kind == x.pattern->kind && o->anchor == x.anchor)
      o->replaced = true;
  }
  for (uint32_t i = w->match_from; i < w->match.n; i++) {
    truc__match *o = &w->match.v[i];
    if (o->pattern->kind != x.pattern->kind || o->anchor != x.anchor) continue;
    if (!better(w, &x, o)) return true;
    *o = w->match.v[--w->match.n];
    i--;
  }
  x.trace = w->traces.n;
  x.ntrace = w->trace.n;
  if (!VEC_ROOM(w->traces, w->trace.n)) return false;
  if (w->trace.n)
    memcpy(w->traces.v + w->traces.n, w->trace.v,
           w->trace.n * sizeof *w->trace.v);
  w->traces.n += w->trace.n;
  return VEC_PUSH(w->match, x);
}

/* A match that begins with a chunk which a preposition governs has taken a
** place or a possessor for its subject: "Tại Trụ sở ..., Thủ tướng ...". */
static bool begins_governed(const machine *m, uint32_t anchor) {
  const truc__fact_work *w = m->w;
  for (uint32_t i = 0; i < w->trace.n; i++) {
    const truc__trace *t = &w->trace.v[i];
    if (t->kind >= TRACE_OPEN) continue;
    return t->kind == TRACE_CHUNK &&
           truc__list_governed(m->d, w, m->first, t->tok, anchor);
  }
  return false;
}

/* A node is done; so are those above it that have nothing else to do. */
static void set_done(const machine *m, uint32_t node) {
  truc__branch *b = m->w->branch.v;
  for (uint32_t up;; node = up) {
    b[node].done = m->start + 1;
    up = truc__nodes[node].parent;
    if (up & TRUC__ROOT) return;
    for (uint32_t c = b[up].child; c != TRUC_NONE; c = b[c].next)
      if (b[c].until > m->start && b[c].done != m->start + 1) return;
  }
}

/* Are all words from `tok` up to `end` such words? */
static bool all_tagged(const machine *m, uint32_t tags, uint32_t tok,
                       uint32_t end) {
  while (tok < end && has_tag(m, tags, tok))
    tok += truc__tagged_at(m->d, m->w, m->sent, tok)->ntok;
  return tok == end;
}

/* Tags are dear, and few questions about them are answered no: so they are put
** last.  `last` is the element before the question, or NULL. */
static bool answer(const machine *m, const truc__trace *ask,
                   const truc__trace *last) {
  switch (ask->slot) {
    case OP_TAGGED: return last && has_tag(m, ask->index, last->tok);
    case OP_NOTTAG: return !has_tag(m, ask->index, ask->tok);
    default: /* BETWEEN */
      return all_tagged(m, ask->index, last ? last->tok + last->ntok : m->start,
                        ask->tok);
  }
}

static bool all_answered(const machine *m) {
  const truc__trace *last = NULL, *t = m->trace;
  for (uint32_t i = 0; i < m->ntrace; i++) {
    if (t[i].kind < TRACE_OPEN) last = &t[i];
    if (t[i].kind == TRACE_ASK && !answer(m, &t[i], last)) return false;
  }
  return true;
}

/* A line has matched up to `end`. */
static void matched(const machine *m, uint32_t line, uint32_t end) {
  truc__fact_work *w = m->w;
  if (!all_answered(m)) return;
  w->trace.n = m->ntrace;
  truc__match x = {&truc__patterns[truc__lines[line].pattern],
                   line,
                   m->sent,
                   m->start,
                   end,
                   find_anchor(w, m->start),
                   0,
                   0,
                   TRUC_NONE,
                   false};
  if (!begins_governed(m, x.anchor) && !keep(w, x)) w->rc = TRUC_ENOMEM;
  set_done(m, line);
}

/* FORK: lines that end here have matched; of the ways down one is taken, the
** others are left for later.  false: there is none, or there are too many. */
static bool go_down(machine *m, uint32_t node, uint32_t tok) {
  const truc__branch *b = m->w->branch.v;
  uint32_t found = TRUC_NONE;
  if (m->nstack > MAX_STEPS) return false;
  for (uint32_t c = b[node].child; c != TRUC_NONE; c = b[c].next) {
    if (b[c].until <= m->start || b[c].done == m->start + 1) continue;
    if (c < truc__nline) {
      matched(m, c, tok);
    } else if (can_stand(m, truc__nodes[c].consumes, tok)) {
      if (found != TRUC_NONE) later(m, found, truc__nodes[found].code, tok, 0);
      found = c;
    }
  }
  m->node = found;
  return found != TRUC_NONE;
}

/* Takes the last way left that may still lead to a match; NULL: none is. */
static const truc__backtrack *go_back(machine *m) {
  const truc__branch *b = m->w->branch.v;
  while (m->nstack) {
    const truc__backtrack *way = &m->stack[--m->nstack];
    if (b[way->node].done == m->start + 1) continue;
    m->node = way->node;
    m->ntrace = way->ntrace;
    return way;
  }
  return NULL;
}

_Static_assert(OP_OPEN == 0 && TRACE_OPEN + OP_CLOSE == TRACE_CLOSE &&
                   TRACE_OPEN + OP_ANCHOR == TRACE_ANCHOR,
               "a note is what the instruction says");

void truc__machine_run(truc_doc *d, truc__fact_work *w, uint32_t sent,
                       uint32_t root, uint32_t start) {
  const truc_sentence *s = &d->sentence.v[sent];
  const uint32_t *program = truc__programs;
  machine m = {d,    w, sent, s->tok,     s->tok + s->ntok, start,
               root, 0, 0,    w->trace.v, w->stack.v};
  uint32_t pc = truc__nodes[root].code, tok = start, again = 0;
  for (uint32_t steps = 0; steps < MAX_STEPS; steps++) {
    uint32_t word = program[pc], op = word & 0xFF, a = word >> 8, to = tok;
    if (op <= OP_ANCHOR) {
      note(&m, TRACE_OPEN + op, a, tok, 0, 0);
      pc++;
      continue;
    }
    switch (op) {
      case OP_FORK:
        if (go_down(&m, a, tok)) {
          pc = truc__nodes[m.node].code;
          continue;
        }
        to = NOWHERE;
        break;
      case OP_SPLIT:
        if (!can_stand(&m, program[pc + 2], tok)) {
          pc = program[pc + 1];
          continue;
        }
        if (program[pc + 1] != a) later(&m, m.node, program[pc + 1], tok, 0);
        pc = a;
        continue;
      case OP_JUMP: pc = a; continue;
      case OP_SEEK:
        to = seek(&m, pc++, tok, again); /* past its second word */
        break;
      case OP_CLASS: to = phrase(&m, pc, tok, again); break;
      case OP_CHUNK: to = chunk(&m, a, tok); break;
      case OP_SEPARATOR: to = separator(&m, tok); break;
      default: to = advance(&m, word, tok);
    }
    pc++;
    tok = to;
    again = 0;
    if (to != NOWHERE) continue;
    const truc__backtrack *way = go_back(&m);
    if (!way) return;
    pc = way->pc;
    tok = way->tok;
    again = way->again;
  }
}

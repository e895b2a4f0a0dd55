/* SPDX-License-Identifier: Apache-2.0 */
/* match.c - the machine that runs compiled patterns over a sentence.
**
** Backtracking with an explicit stack and a cap on steps per start, so that the
** time is linear in the text whatever a pattern says.  A line is tried only
** before what it cannot match without, and only at tokens where something
** stands that it can begin with (truc__starters): a thousand patterns
** cost little more than the few that can match at all. */
#include "fact/fact.h"
#include "tables/lex.h"

/* Steps of one attempt; a clean match of the longest pattern takes about
** 300. */
#define MAX_STEPS 4000u
/* A phrase longer than this is a clause that was not recognised as one. */
#define MAX_PHRASE 30u

const truc__hit *truc__hit_at(const truc_doc *d, uint32_t tok, int cls) {
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  if (!(w->classes.v[tok] >> (cls % 64) & 1)) return NULL;
  for (uint32_t h = d->hit_at.v[tok]; h < d->hit_at.v[tok + 1]; h++) {
    const truc__hit *x = &d->hit.v[h];
    if (x->cls != cls) continue;
    if (x->ntok == 1 && (x->flags & HIT_SPLIT)) continue;
    return x;
  }
  return NULL;
}

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
  uint32_t first, end; /* the sentence */
  uint32_t anchor;
  uint32_t steps;
} machine;

static bool note(machine *m, truc__trace_kind kind, uint32_t slot, uint32_t tok,
                 uint32_t ntok, uint32_t index) {
  truc__trace t = {(uint8_t)kind, (uint16_t)slot, tok, ntok, index};
  if (VEC_PUSH(m->w->trace, t)) return true;
  m->w->rc = TRUC_ENOMEM;
  return false;
}

static void later(machine *m, uint32_t pc, uint32_t tok, uint32_t nth) {
  truc__backtrack b = {pc, tok, m->w->trace.n, nth};
  if (!VEC_PUSH(m->w->stack, b)) m->w->rc = TRUC_ENOMEM;
}

/* Does a longer phrase of the same family, begun before, hold this one?  The
** verb in "chuyến thăm" is none, nor is the second of "tăng cường hợp tác". */
static bool inside_relative(const machine *m, const truc__hit *x) {
  const uint32_t *family = truc__lex.class_family;
  uint32_t from = x->tok > m->first + 4 ? x->tok - 4 : m->first;
  for (uint32_t h = m->d->hit_at.v[from]; h < m->d->hit_at.v[x->tok]; h++) {
    const truc__hit *o = &m->d->hit.v[h];
    if (family[o->cls] == family[x->cls] &&
        o->tok + o->ntok >= x->tok + x->ntok)
      return true;
  }
  return false;
}

/* The nth hit of the class at tok; sets *h. Longest first. */
static const truc__hit *nth_hit(const truc_doc *d, uint32_t tok, uint32_t cls,
                                uint32_t nth, uint32_t *h) {
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  if (!(w->classes.v[tok] >> (cls % 64) & 1)) return NULL;
  for (*h = d->hit_at.v[tok]; *h < d->hit_at.v[tok + 1]; ++*h) {
    const truc__hit *x = &d->hit.v[*h];
    if (x->cls != cls || (x->ntok == 1 && (x->flags & HIT_SPLIT))) continue;
    if (cls == LEX_SECTOR && !strcmp(x->id, "none")) continue;
    if (nth-- == 0) return x;
  }
  return NULL;
}

/* Can a consuming instruction match at `tok`?  May say yes too often. */
static bool can_stand(const machine *m, uint32_t word, uint32_t tok) {
  uint32_t a = word >> 8;
  if (!word) return true;
  if (tok >= m->end) return false;
  switch (word & 0xFF) {
    case OP_LIT: return m->d->token.v[tok].sym == a;
    case OP_CLASS: return m->w->classes.v[tok] >> (a % 64) & 1;
    case OP_CHUNK: return truc__chunk_at(m->w, tok, a) != NULL;
    case OP_VALUE: return m->w->value_at.v[tok] != TRUC_NONE;
    default: return true;
  }
}

/* SEEK: passes elements until the sought one can stand; `passed` elements were
** passed before, the last time up to *tok.  Leaves a way to pass more. */
static bool seek(machine *m, uint32_t pc, uint32_t *tok, uint32_t passed) {
  uint32_t a = truc__programs[pc] >> 8, sought = truc__programs[pc + 1];
  uint32_t most = a / 2, over = a % 2, t = *tok;
  const truc__step *step = m->w->step.v;
  bool resumed = passed > 0;
  for (uint32_t n = resumed ? passed - 1 : 0;; resumed = false) {
    if (!resumed && can_stand(m, sought, t)) {
      if (n < most) later(m, pc, t, n + 1);
      *tok = t;
      return true;
    }
    if (n++ == most || t >= m->end || step[t].stop > over) return false;
    t = step[t].next;
    if (t > m->end) return false;
  }
}

/* One consuming or testing instruction at *tok; false: this way fails. */
static bool advance(machine *m, uint32_t word, uint32_t *tok, uint32_t pc,
                    uint32_t nth) {
  truc_doc *d = m->d;
  uint32_t op = word & 0xFF, a = word >> 8, t = *tok, h;
  const truc__hit *hit;
  const truc__fchunk *c;
  if (op == OP_START) return t == m->first;
  if (op == OP_NOTNEXT) return t >= m->end || !truc__hit_at(d, t, (int)a);
  if (t >= m->end) return false;
  switch (op) {
    case OP_LIT:
      if (d->token.v[t].sym != a) return false;
      *tok = t + 1;
      return note(m, TRACE_WORD, 0, t, 1, 0);
    case OP_CLASS:
      hit = nth_hit(d, t, a, nth, &h);
      if (!hit || t + hit->ntok > m->end) return false;
      later(m, pc, t, nth + 1);
      if (inside_relative(m, hit)) return false;
      *tok = t + hit->ntok;
      return note(m, TRACE_CLASS, 0, t, hit->ntok, h);
    case OP_SEPARATOR: /* "(APEC) và" : the bracket belongs to what precedes */
      if (m->w->close_at.v[t] != TRUC_NONE) t = m->w->close_at.v[t] + 1;
      hit = t < m->end ? truc__hit_at(d, t, LEX_LIST_SEP) : NULL;
      if (!hit || t + hit->ntok > m->end) return false;
      *tok = t + hit->ntok;
      return true;
    case OP_CHUNK:
      c = truc__chunk_at(m->w, t, a);
      if (!c || c->credit) return false;
      *tok = t + c->ntok;
      return note(m, TRACE_CHUNK, 0, t, c->ntok, (uint32_t)(c - m->w->chunk.v));
    case OP_VALUE:
      h = m->w->value_at.v[t];
      if (h == TRUC_NONE || !(1u << d->value.v[h].kind & a)) return false;
      *tok = t + d->value.v[h].ntok;
      return note(m, TRACE_VALUE, 0, t, d->value.v[h].ntok, h);
    case OP_SECTORS:
      *tok = truc__sectors(d, m->w, t, m->end, false);
      return *tok > t && note(m, TRACE_SECTORS, 0, t, *tok - t, 0);
    case OP_PHRASE:
      *tok = truc__phrase_end(d, m->w, t, m->end);
      return *tok > t && note(m, TRACE_PHRASE, 0, t, *tok - t, 0);
    default: return false;
  }
}

/* Runs a program from `tok`; the trace of a match is left in w->trace. */
static bool run(machine *m, uint32_t pc, uint32_t tok, uint32_t *end) {
  truc__fact_work *w = m->w;
  uint32_t nth = 0;
  w->trace.n = w->stack.n = 0;
  m->steps = 0;
  while (!w->rc && m->steps++ < MAX_STEPS) {
    uint32_t word = truc__programs[pc], op = word & 0xFF, a = word >> 8;
    bool ok = true;
    switch (op) {
      case OP_DONE: *end = tok; return true;
      case OP_SPLIT:
        if (truc__programs[pc + 1] != a)
          later(m, truc__programs[pc + 1], tok, 0);
        pc = a;
        nth = 0;
        continue;
      case OP_JUMP:
        pc = a;
        nth = 0;
        continue;
      case OP_OPEN: ok = note(m, TRACE_OPEN, a, tok, 0, 0); break;
      case OP_CLOSE: ok = note(m, TRACE_CLOSE, a, tok, 0, 0); break;
      case OP_ANCHOR: ok = note(m, TRACE_ANCHOR, 0, tok, 0, 0); break;
      case OP_SEEK:
        ok = seek(m, pc, &tok, nth);
        if (ok) pc++; /* its second word */
        break;
      default: ok = advance(m, word, &tok, pc, nth);
    }
    nth = 0;
    if (ok) {
      pc++;
      continue;
    }
    if (w->stack.n == 0) return false;
    truc__backtrack b = w->stack.v[--w->stack.n];
    pc = b.pc;
    tok = b.tok;
    nth = b.nth;
    w->trace.n = b.ntrace;
  }
  return false;
}

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

/* Keeps a match, unless a better one of its kind has the same anchor. */
static bool keep(truc__fact_work *w, truc__match x) {
  for (uint32_t i = 0; i < w->match.n; i++) {
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
    if (t->kind == TRACE_OPEN || t->kind == TRACE_ANCHOR) continue;
    return t->kind == TRACE_CHUNK &&
           truc__list_governed(m->d, w, m->first, t->tok, anchor);
  }
  return false;
}

/* Tries one line at one token. */
static bool run_line(machine *m, uint32_t line, uint32_t t, uint32_t sent) {
  const truc__line *l = &truc__lines[line];
  uint32_t end;
  if (l->at_start && t != m->first) return true;
  if (!run(m, l->code, t, &end)) return !m->w->rc;
  truc__match x = {&truc__patterns[l->pattern], line, sent, t, end,
                   find_anchor(m->w, t),        0,    0};
  return begins_governed(m, x.anchor) || keep(m->w, x);
}

/* Do the elements stand at t or after it that the line cannot match without? */
static bool can_follow(const truc__fact_work *w, const truc__line *l,
                       uint32_t t) {
  uint32_t ahead = w->ahead.v[t];
  for (int i = 0; i < TRUC__NEEDS; i++) {
    if (l->cls[i] != 0xFFFF && w->last.v[l->cls[i]] <= t) return false;
    if (l->types[i] && !(l->types[i] & ahead)) return false;
  }
  return true;
}

/* Tries the lines in a slice of truc__starters.line that have not been tried at
** this token. */
static bool run_slice(machine *m, uint32_t from, uint32_t to, uint32_t t,
                      uint32_t sent) {
  truc__fact_work *w = m->w;
  for (uint32_t i = from; i < to; i++) {
    uint32_t line = truc__starters.line[i];
    if (!can_follow(w, &truc__lines[line], t)) continue;
    if (w->tried.v[line] == t + 1) continue;
    w->tried.v[line] = t + 1;
    if (!run_line(m, line, t, sent)) return false;
  }
  return true;
}

static bool run_symbol(machine *m, uint32_t t, uint32_t sent) {
  const truc__begin_index *b = &truc__starters;
  uint32_t sym = m->d->token.v[t].sym, lo = 0, hi = b->nsym;
  if (sym >= b->nsymset || !(b->symset[sym / 64] >> sym % 64 & 1)) return true;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (b->sym[mid] < sym)
      lo = mid + 1;
    else
      hi = mid;
  }
  return run_slice(m, b->sym_at[lo], b->sym_at[lo + 1], t, sent);
}

/* All lines that can begin with what stands at this token. */
static bool run_token(machine *m, uint32_t t, uint32_t sent) {
  const truc__begin_index *b = &truc__starters;
  const truc_doc *d = m->d;
  const truc__fact_work *w = m->w;
  for (uint32_t h = d->hit_at.v[t]; h < d->hit_at.v[t + 1]; h++) {
    unsigned c = d->hit.v[h].cls;
    if (!run_slice(m, b->cls[c], b->cls[c + 1], t, sent)) return false;
  }
  for (uint32_t k = w->chunk_at.v[t]; k < w->chunk_at.v[t + 1]; k++)
    for (unsigned bit = 0; bit < TRUC__CHUNK_BITS; bit++)
      if (w->chunk.v[k].type >> bit & 1 &&
          !run_slice(m, b->chunk[bit], b->chunk[bit + 1], t, sent))
        return false;
  if (w->value_at.v[t] != TRUC_NONE) {
    unsigned k = d->value.v[w->value_at.v[t]].kind;
    if (!run_slice(m, b->value[k], b->value[k + 1], t, sent)) return false;
  }
  return run_symbol(m, t, sent) &&
         run_slice(m, b->any, b->any + b->nany, t, sent);
}

static int by_anchor(const truc__match *a, const truc__match *b) {
  if (a->anchor != b->anchor) return a->anchor < b->anchor ? -1 : 1;
  return a->pattern < b->pattern ? -1 : a->pattern > b->pattern;
}

/* Few matches a sentence: insertion sort, stable and without a call. */
static void sort_matches(truc__fact_work *w) {
  for (uint32_t i = 1; i < w->match.n; i++) {
    truc__match x = w->match.v[i];
    uint32_t j = i;
    for (; j > 0 && by_anchor(&x, &w->match.v[j - 1]) < 0; j--)
      w->match.v[j] = w->match.v[j - 1];
    w->match.v[j] = x;
  }
}

bool truc__match_begin(truc__fact_work *w) {
  if (!VEC_ROOM(w->last, LEX_NCLASSES) || !VEC_ROOM(w->tried, truc__nline))
    return false;
  memset(w->last.v, 0, LEX_NCLASSES * sizeof *w->last.v);
  memset(w->tried.v, 0, truc__nline * sizeof *w->tried.v);
  return true;
}

/* Of every token, the types of chunk and kinds of value from it to the end. */
static bool look_ahead(const machine *m) {
  truc__fact_work *w = m->w;
  const truc_doc *d = m->d;
  if (!VEC_ROOM(w->ahead, d->token.n)) return false;
  uint32_t bits = 0;
  for (uint32_t t = m->end; t-- > m->first;) {
    for (uint32_t k = w->chunk_at.v[t]; k < w->chunk_at.v[t + 1]; k++)
      bits |= w->chunk.v[k].type;
    if (w->value_at.v[t] != TRUC_NONE)
      bits |= 1u << (d->value.v[w->value_at.v[t]].kind + TRUC__CHUNK_BITS);
    w->ahead.v[t] = bits;
  }
  return true;
}

bool truc__match_sentence(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  machine m = {d, w, s->tok, s->tok + s->ntok, 0, 0};
  w->match.n = w->traces.n = 0;
  if (!look_ahead(&m)) return false;
  for (uint32_t h = d->hit_at.v[m.first]; h < d->hit_at.v[m.end]; h++)
    w->last.v[d->hit.v[h].cls] = d->hit.v[h].tok + 1;
  for (uint32_t t = m.first; t < m.end; t++)
    if (!run_token(&m, t, sent)) return false;
  sort_matches(w);
  return true;
}

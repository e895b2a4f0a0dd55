/* SPDX-License-Identifier: Apache-2.0 */
/* tree.c - see compile.h. */
#include "compile.h"
#include "lex.h"

uint32_t words_of(uint32_t word) {
  uint32_t op = word & 0xFF;
  return op == OP_SPLIT ? 3 : op == OP_SEEK ? 2 : 1;
}

void add_word(words *set, uint32_t word) {
  for (uint32_t i = 0; i < set->n; i++)
    if (set->v[i] == word) return;
  PUSH(*set, word);
}

/* Adds what an instruction consumes; false: it does not say. */
static bool add_stand(truc__stand *x, uint32_t op, uint32_t a) {
  switch (op) {
    case OP_LIT: x->words |= TRUC__WORD_BIT(a); return true;
    case OP_CLASS: x->classes |= TRUC__CLASS_BIT(a); return true;
    case OP_CHUNK: x->types |= a; return true;
    case OP_VALUE: x->types |= a << TRUC__CHUNK_BITS; return true;
    case OP_TAG: x->tags |= a; return true;
    case OP_FOUND: x->found |= a; return true;
    case OP_SEPARATOR:
      x->types |= TRUC__BRACKET;
      x->classes |= TRUC__CLASS_BIT(LEX_LIST_SEP);
      return true;
    default: return false;
  }
}

/* Adds what a program can consume first; false: not known, or nothing. */
static bool first_of(truc__stand *x, const uint32_t *program, uint32_t pc,
                     uint32_t end) {
  while (pc < end) {
    uint32_t op = program[pc] & 0xFF, a = program[pc] >> 8;
    switch (op) {
      case OP_OPEN:
      case OP_CLOSE:
      case OP_ANCHOR:
      case OP_NOTNEXT:
      case OP_BETWEEN:
      case OP_NOTTAG: pc++; break;
      case OP_JUMP: pc = a; break;
      case OP_SPLIT:
        if (a != program[pc + 1] && !first_of(x, program, program[pc + 1], end))
          return false;
        pc = a;
        break;
      default: return add_stand(x, op, a);
    }
  }
  return false;
}

static bool same(const truc__stand *a, const truc__stand *b) {
  return a->classes == b->classes && a->words == b->words &&
         a->types == b->types && a->tags == b->tags && a->found == b->found;
}

uint32_t consumes(const uint32_t *program, uint32_t pc, uint32_t end) {
  truc__stand x;
  memset(&x, 0, sizeof x);
  if (!made.stands.n) PUSH(made.stands, x); /* 0: anything */
  if (!first_of(&x, program, pc, end)) return 0;
  for (uint32_t i = 1; i < made.stands.n; i++)
    if (same(&made.stands.v[i], &x)) return i;
  PUSH(made.stands, x);
  return made.stands.n - 1;
}

/* Tells every SEEK and SPLIT of the line what it looks for. */
static void find_sought(uint32_t from) {
  for (uint32_t pc = from; pc < made.code.n; pc += words_of(made.code.v[pc])) {
    uint32_t op = made.code.v[pc] & 0xFF;
    if (op == OP_SEEK)
      made.code.v[pc + 1] = consumes(made.code.v, pc + 2, made.code.n);
    else if (op == OP_SPLIT && made.code.v[pc] >> 8 != made.code.v[pc + 1])
      made.code.v[pc + 2] =
          consumes(made.code.v, made.code.v[pc] >> 8, made.code.n);
  }
}

/* -------------------------------------------------------------------- tree */

static node_list nodes;

static void shift(uint32_t *program, uint32_t n, uint32_t by) {
  for (uint32_t pc = 0; pc < n; pc += words_of(program[pc])) {
    uint32_t op = program[pc] & 0xFF;
    if (op != OP_SPLIT && op != OP_JUMP) continue;
    program[pc] += by << 8;
    if (op == OP_SPLIT) program[pc + 1] += by;
  }
}

static uint32_t node_of(uint32_t parent, uint32_t from, uint32_t end) {
  uint32_t n = end - from;
  shift(made.code.v + from, n, -from);
  for (uint32_t i = 0; i < nodes.n; i++) {
    const node *x = &nodes.v[i];
    if (x->parent == parent && x->line == NO_NODE && x->n == n &&
        !memcmp(x->program, made.code.v + from, n * sizeof *made.code.v))
      return i;
  }
  node x = {malloc((n + 1) * sizeof *made.code.v), n, parent, NO_NODE, 0};
  if (!x.program) fail(NULL, "out of memory");
  memcpy(x.program, made.code.v + from, n * sizeof *made.code.v);
  PUSH(nodes, x);
  return nodes.n - 1;
}

void tree_plant(words *cuts, uint32_t line) {
  uint32_t at = NO_NODE, from = 0;
  find_sought(0);
  if (!cuts->n || cuts->v[cuts->n - 1] != made.code.n) PUSH(*cuts, made.code.n);
  for (uint32_t i = 0; i < cuts->n; i++) {
    at = node_of(at, from, cuts->v[i]);
    from = cuts->v[i];
  }
  node end = {NULL, 0, at, line, 0};
  PUSH(nodes, end);
  made.code.n = cuts->n = 0;
}

/* ------------------------------------------------------------------ layout */

/* The only child of an element, if that is an element too, else NO_NODE. */
static uint32_t only_child(uint32_t of) {
  uint32_t found = NO_NODE;
  for (uint32_t i = 0; i < nodes.n; i++) {
    if (nodes.v[i].parent != of) continue;
    if (found != NO_NODE || nodes.v[i].line != NO_NODE) return NO_NODE;
    found = i;
  }
  return found;
}

/* Elements that only follow one another are one node. */
static void join_elements(void) {
  for (uint32_t i = 0, c; i < nodes.n; i++) {
    node *x = &nodes.v[i];
    if (x->line != NO_NODE || !x->program) continue;
    while ((c = only_child(i)) != NO_NODE) {
      node *y = &nodes.v[c];
      x->program = realloc(x->program, (x->n + y->n) * sizeof *made.code.v);
      if (!x->program) fail(NULL, "out of memory");
      shift(y->program, y->n, x->n);
      memcpy(x->program + x->n, y->program, y->n * sizeof *made.code.v);
      x->n += y->n;
      free(y->program);
      y->program = NULL;
      y->parent = c; /* nobody's child */
      for (uint32_t k = 0; k < nodes.n; k++)
        if (nodes.v[k].parent == c && k != c) nodes.v[k].parent = i;
    }
  }
}

/* Old numbers to new ones. */
static void renumber(node_list *out, const words *order) {
  words number = {0};
  for (uint32_t i = 0; i < nodes.n; i++) PUSH(number, NO_NODE);
  for (uint32_t i = 0; i < order->n; i++) number.v[order->v[i]] = i;
  for (uint32_t i = 0; i < order->n; i++) {
    node x = nodes.v[order->v[i]];
    if (x.parent != NO_NODE) x.parent = number.v[x.parent];
    PUSH(*out, x);
  }
  VEC_FREE(number);
}

node_list tree_lay_out(void) {
  node_list out = {0};
  words order = {0};
  join_elements();
  for (uint32_t i = 0; i < nodes.n; i++)
    if (nodes.v[i].line != NO_NODE) PUSH(order, i);
  for (uint32_t i = 0; i < nodes.n; i++)
    if (nodes.v[i].program) PUSH(order, i);
  renumber(&out, &order);
  VEC_FREE(order);
  for (uint32_t i = made.lines.n; i < out.n; i++) {
    node *x = &out.v[i];
    x->code = made.code.n;
    shift(x->program, x->n, made.code.n);
    for (uint32_t k = 0; k < x->n; k++) PUSH(made.code, x->program[k]);
    PUSH(made.code, OP_FORK | i << 8);
  }
  return out;
}

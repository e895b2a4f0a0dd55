/* SPDX-License-Identifier: Apache-2.0 */
/* posts.c - the posts of a line: what each of its elements outside options
** consumes first, where that is a chunk or a phrase of one class. */
#include "compile.h"
#include "lex.h"

/* Where the element first consumes something: behind what only notes or asks,
** and behind a gap. */
static uint32_t first_step(uint32_t pc, uint32_t end) {
  for (; pc < end; pc += words_of(made.code.v[pc])) {
    switch (made.code.v[pc] & 0xFF) {
      case OP_OPEN:
      case OP_CLOSE:
      case OP_ANCHOR:
      case OP_START:
      case OP_SEEK:
      case OP_NOTNEXT:
      case OP_TAGGED:
      case OP_NOTTAG:
      case OP_BETWEEN: break;
      default: return pc;
    }
  }
  return end;
}

/* What can stand right behind the class at `pc`, if the tokens of a sentence
** say so; else 0. */
static uint16_t behind(uint32_t pc) {
  uint32_t i = consumes(made.code.v, pc + 1, made.code.n);
  const truc__stand *x = &made.stands.v[i];
  return (uint16_t)(x->tags || x->found ? 0 : i);
}

/* The types of chunk of which one is what the code consumes first; else 0. */
static uint32_t chunks(uint32_t pc, uint32_t end) {
  uint32_t i = consumes(made.code.v, pc, end);
  const truc__stand *x = &made.stands.v[i];
  bool other = x->classes || x->words || x->tags || x->found;
  return other || x->types >> TRUC__CHUNK_BITS ? 0 : x->types;
}

/* The same slice, if it was there before. */
static void share(truc__need *of) {
  const size_t n = of->npost * sizeof *made.posts.v;
  for (uint32_t i = 0; i < of->post; i++) {
    if (memcmp(made.posts.v + i, made.posts.v + of->post, n)) continue;
    made.posts.n = i + of->npost > of->post ? i + of->npost : of->post;
    of->post = i;
    return;
  }
}

void find_posts(truc__need *of, const words *cuts) {
  uint32_t from = 0, end = made.code.n;
  of->post = made.posts.n;
  for (uint32_t i = 0; i <= cuts->n; i++) {
    uint32_t to = i < cuts->n ? cuts->v[i] : end;
    uint32_t pc = first_step(from, to);
    from = to;
    truc__post x = {0, LEX_NFACTS, 0};
    if (pc == to) continue;
    if ((made.code.v[pc] & 0xFF) == OP_CLASS) {
      x.cls = (uint16_t)(made.code.v[pc] >> 8);
      x.behind = behind(pc);
    } else {
      x.types = chunks(pc, to);
    }
    if (!x.types && x.cls == LEX_NFACTS) continue;
    PUSH(made.posts, x);
  }
  of->npost = (uint16_t)(made.posts.n - of->post);
  share(of);
}

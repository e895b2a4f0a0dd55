/* SPDX-License-Identifier: Apache-2.0 */
/* tables.c - what was compiled, as C. */
#include "compile.h"
#include "lex.h"

static void put_string(FILE *f, const char *s) {
  fputc('"', f);
  for (; *s; s++) {
    if (*s == '"' || *s == '\\') fputc('\\', f);
    fputc(*s, f);
  }
  fputc('"', f);
}

/* The same, or 0. */
static void put_name(FILE *f, const char *s) {
  if (s)
    put_string(f, s);
  else
    fputc('0', f);
}

static VEC(truc__opening) begins;
static uint32_t root_begins; /* first entry of the root at work */

static void begins_with(int sort, uint32_t which) {
  truc__opening b = {(uint16_t)sort, which};
  PUSH(begins, b);
}

static void begins_with_chunk(uint32_t mask) {
  for (uint32_t i = 0; i < begins.n; i++)
    if (i >= root_begins && begins.v[i].sort == BEGIN_CHUNK) {
      begins.v[i].which |= mask;
      return;
    }
  begins_with(BEGIN_CHUNK, mask);
}

static void begins_with_bits(int sort, uint32_t bits) {
  for (uint32_t i = 0; bits; i++, bits >>= 1)
    if (bits & 1) begins_with(sort, i);
}

/* What may the program of a root begin with?  Follows all ways up to the first
** instruction that consumes something. */
static void find_begins(const node_list *nodes, truc__root *r) {
  VEC(uint32_t) todo = {0};
  VEC(uint32_t) seen = {0};
  PUSH(todo, nodes->v[r->node].code);
  while (todo.n) {
    uint32_t pc = todo.v[--todo.n];
    bool old = false;
    for (uint32_t i = 0; i < seen.n; i++) old |= seen.v[i] == pc;
    if (old) continue;
    PUSH(seen, pc);
    uint32_t a = made.code.v[pc] >> 8;
    switch (made.code.v[pc] & 0xFF) {
      case OP_SPLIT:
        PUSH(todo, a);
        PUSH(todo, made.code.v[pc + 1]);
        break;
      case OP_FORK:
        for (uint32_t i = made.lines.n; i < nodes->n; i++)
          if (nodes->v[i].parent == a) PUSH(todo, nodes->v[i].code);
        break;
      case OP_JUMP: PUSH(todo, a); break;
      case OP_START: r->at_start = 1; /* fall through */
      case OP_OPEN:
      case OP_CLOSE:
      case OP_ANCHOR:
      case OP_NOTNEXT:
      case OP_NOTTAG: PUSH(todo, pc + 1); break;
      case OP_LIT: begins_with(BEGIN_SYM, a); break;
      case OP_CLASS: begins_with(BEGIN_CLASS, a); break;
      case OP_CHUNK: begins_with_chunk(a); break;
      case OP_VALUE: begins_with_bits(BEGIN_VALUE, a); break;
      case OP_TAG: begins_with(BEGIN_TAG, a); break;
      case OP_FOUND: begins_with(BEGIN_FOUND, a); break;
      default: begins_with(BEGIN_ANY, 0); break;
    }
  }
  VEC_FREE(todo);
  VEC_FREE(seen);
}

static int by_begin(const void *a, const void *b) {
  const truc__opening *x = a, *y = b;
  if (x->sort != y->sort) return x->sort < y->sort ? -1 : 1;
  return x->which < y->which ? -1 : x->which > y->which;
}

/* Sorts the begins from `from` on and drops what stands twice, or beside
** "anything". */
static void tidy_begins(uint32_t from) {
  uint32_t n = from;
  qsort(begins.v + from, begins.n - from, sizeof *begins.v, by_begin);
  for (uint32_t i = from; i < begins.n; i++)
    if (begins.v[i].sort == BEGIN_ANY) {
      begins.v[from] = begins.v[i];
      begins.n = from + 1;
    }
  for (uint32_t i = from; i < begins.n; i++)
    if (i == from || by_begin(&begins.v[i], &begins.v[i - 1]))
      begins.v[n++] = begins.v[i];
  begins.n = n;
}

static void put_nodes(FILE *f, const node_list *nodes) {
  uint32_t nroot = 0, root = 0;
  fputs("const truc__node truc__nodes[] = {", f);
  for (uint32_t i = 0; i < nodes->n; i++) {
    const node *x = &nodes->v[i];
    uint32_t up = x->parent == NO_NODE ? TRUC__ROOT | root++ : x->parent;
    fprintf(f, "%s{%u,%u,%u},", i % 6 ? "" : "\n", (unsigned)x->code,
            (unsigned)consumes(made.code.v, x->code, x->code + x->n),
            (unsigned)up);
  }
  fprintf(f, "{0,0,0}};\nconst uint32_t truc__nnode = %u;\n",
          (unsigned)nodes->n);
  fputs("const truc__root truc__roots[] = {", f);
  for (uint32_t i = made.lines.n; i < nodes->n; i++) {
    if (nodes->v[i].parent != NO_NODE) continue;
    truc__root r = {i, begins.n, 0, 0};
    root_begins = begins.n;
    find_begins(nodes, &r);
    tidy_begins(r.begin);
    r.nbegin = (uint16_t)(begins.n - r.begin);
    fprintf(f, "%s{%u,%u,%u,%u},", nroot++ % 6 ? "" : "\n", (unsigned)r.node,
            (unsigned)r.begin, r.nbegin, r.at_start);
  }
  fputs("{0,0,0,0}};\nconst truc__opening truc__openings[] = {", f);
  for (uint32_t i = 0; i < begins.n; i++)
    fprintf(f, "%s{%u,%u},", i % 8 ? "" : "\n", begins.v[i].sort,
            (unsigned)begins.v[i].which);
  fputs("{0,0}};\n", f);
}

static void put_programs(FILE *f) {
  fprintf(f, "const truc__stand truc__stands[] = {\n");
  for (uint32_t i = 0; i < made.stands.n; i++) {
    const truc__stand *x = &made.stands.v[i];
    fprintf(f, "{0x%llx,0x%llx,0x%x,0x%x,0x%x},\n",
            (unsigned long long)x->classes, (unsigned long long)x->words,
            (unsigned)x->types, (unsigned)x->tags, (unsigned)x->found);
  }
  fprintf(f, "};\nconst uint32_t truc__programs[] = {");
  for (uint32_t i = 0; i < made.code.n; i++)
    fprintf(f, "%s%uu,", i % 10 ? "" : "\n", (unsigned)made.code.v[i]);
  fprintf(f, "0};\nconst truc__fill truc__fills[] = {\n");
  for (uint32_t i = 0; i < made.fills.n; i++) {
    truc__fill *x = &made.fills.v[i];
    fprintf(f, "{%u,%u,%u,%uu,", x->slot, x->source, x->always,
            (unsigned)x->mask);
    put_name(f, x->code);
    fputs(",", f);
    put_name(f, x->same);
    fputs("},\n", f);
  }
  fprintf(f, "{0,0,0,0,0,0}};\nconst uint16_t truc__requires[] = {");
  for (uint32_t i = 0; i < made.requires.n; i++)
    fprintf(f, "%u,", made.requires.v[i]);
  fprintf(f, "0};\nconst char *const truc__slots[] = {\n");
  for (uint32_t i = 0; i < made.slots.n; i++) {
    put_string(f, made.slots.v[i]);
    fputs(",\n", f);
  }
  fprintf(f, "0};\nconst uint32_t truc__nslot = %u;\n", (unsigned)made.slots.n);
}

/* Is the need looked up by this class (by_type: by this type)? */
static bool keyed(uint32_t need, bool by_type, uint32_t which) {
  const truc__need *x = &made.needs.v[need];
  if (x->phase > 1) return false;
  if (!by_type) return x->cls[0] == which;
  return x->cls[0] == LEX_NFACTS && !made.need_words.v[need] &&
         x->types[0] >> which & 1;
}

/* The needs by what they are looked up by: list and where each slice begins. */
static void put_keys(FILE *f, const char *name, bool by_type, uint32_t n) {
  VEC(uint32_t) at = {0};
  uint32_t k = 0;
  fprintf(f, "static const uint16_t %s_need[] = {", name);
  for (uint32_t w = 0; w < n; w++) {
    PUSH(at, k);
    for (uint32_t i = 0; i < made.needs.n; i++)
      if (keyed(i, by_type, w))
        fprintf(f, "%s%u,", k++ % 16 ? "" : "\n", (unsigned)i);
  }
  PUSH(at, k);
  fprintf(f, "0};\nstatic const uint16_t %s_at[] = {", name);
  for (uint32_t i = 0; i < at.n; i++)
    fprintf(f, "%s%u,", i % 16 ? "" : "\n", (unsigned)at.v[i]);
  fputs("};\n", f);
  VEC_FREE(at);
}

static int by_symbol(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* The words that needs are looked up by, the needs of each, and one bit for
** every symbol: is it one of them? */
static void put_word_keys(FILE *f) {
  words known = {0};
  uint32_t k = 0;
  for (uint32_t i = 0; i < made.needs.n; i++)
    if (made.need_words.v[i]) add_word(&known, made.need_words.v[i]);
  if (known.n) qsort(known.v, known.n, sizeof *known.v, by_symbol);
  fputs("static const uint32_t word_keys[] = {", f);
  for (uint32_t w = 0; w < known.n; w++)
    fprintf(f, "%u,", (unsigned)known.v[w]);
  fputs("0};\nstatic const uint64_t word_set[] = {", f);
  for (uint32_t w = 0, i = 0; i < known.n; w++) {
    uint64_t bits = 0;
    for (; i < known.n && known.v[i] / 64 == w; i++)
      bits |= UINT64_C(1) << known.v[i] % 64;
    fprintf(f, "0x%llx,%s", (unsigned long long)bits, w % 8 ? "" : "\n");
  }
  fputs("0};\nstatic const uint16_t by_word_need[] = {", f);
  VEC(uint32_t) at = {0};
  for (uint32_t w = 0; w < known.n; w++) {
    PUSH(at, k);
    for (uint32_t i = 0; i < made.needs.n; i++)
      if (made.need_words.v[i] == known.v[w])
        fprintf(f, "%s%u,", k++ % 16 ? "" : "\n", (unsigned)i);
  }
  fputs("0};\nstatic const uint16_t by_word_at[] = {", f);
  for (uint32_t w = 0; w < at.n; w++) fprintf(f, "%u,", (unsigned)at.v[w]);
  fprintf(f, "%u};\n#define NWORD_KEYS %u\n", (unsigned)k, (unsigned)known.n);
  VEC_FREE(at);
  VEC_FREE(known);
}

/* The needs of later phases, and how many phases there are. */
static void put_later(FILE *f) {
  unsigned n = 0, phases = 1;
  fputs("0};\nstatic const uint16_t later[] = {", f);
  for (uint32_t i = 0; i < made.needs.n; i++) {
    if (made.needs.v[i].phase == 1) continue;
    fprintf(f, "%s%u,", n++ % 16 ? "" : "\n", (unsigned)i);
    if (made.needs.v[i].phase > phases) phases = made.needs.v[i].phase;
  }
  fprintf(f, "0};\n#define NLATER %u\n#define NPHASES %u\n", n, phases);
}

/* The classes that needs are looked up by. */
static void put_wakes(FILE *f) {
  uint64_t wakes[TRUC__LEX_WORDS] = {0};
  for (uint32_t i = 0; i < made.needs.n; i++) {
    const truc__need *x = &made.needs.v[i];
    if (x->phase == 1 && x->cls[0] != LEX_NFACTS)
      wakes[x->cls[0] / 64] |= TRUC__CLASS_BIT(x->cls[0]);
  }
  fputs("static const uint64_t wakes[] = {", f);
  for (uint32_t i = 0; i < TRUC__LEX_WORDS; i++)
    fprintf(f, "0x%llx,", (unsigned long long)wakes[i]);
}

/* The needs, and of each the lines that have it. */
static void put_needs(FILE *f) {
  uint32_t k = 0;
  fputs("const uint16_t truc__need_lines[] = {", f);
  for (uint32_t n = 0; n < made.needs.n; n++) {
    truc__need *x = &made.needs.v[n];
    x->line = k;
    for (uint32_t i = 0; i < made.lines.n; i++)
      if (made.lines.v[i].need == n)
        fprintf(f, "%s%u,", k++ % 16 ? "" : "\n", (unsigned)i);
    x->nline = (uint16_t)(k - x->line);
  }
  fputs("0};\nconst truc__need truc__needs[] = {\n", f);
  for (uint32_t n = 0; n < made.needs.n; n++) {
    const truc__need *x = &made.needs.v[n];
    fprintf(f, "{0x%llx,{%uu,%uu},%u,{%u,%u},%u,%u,%u,%u,%u},%s",
            (unsigned long long)x->words, (unsigned)x->types[0],
            (unsigned)x->types[1], (unsigned)x->found, x->cls[0], x->cls[1],
            x->phase, x->nline, x->npost, (unsigned)x->line, (unsigned)x->post,
            n % 4 == 3 ? "\n" : "");
  }
  fputs("{0,{0,0},0,{0,0},0,0,0,0,0}};\nconst truc__post truc__posts[] = {", f);
  for (uint32_t i = 0; i < made.posts.n; i++) {
    const truc__post *x = &made.posts.v[i];
    fprintf(f, "%s{%u,%u,%u},", i % 6 ? "" : "\n", (unsigned)x->types, x->cls,
            x->behind);
  }
  fputs("{0,0,0}};\n", f);
}

static void put_lines(FILE *f) {
  fputs("const truc__line truc__lines[] = {", f);
  for (uint32_t i = 0; i < made.lines.n; i++)
    fprintf(f, "%s{%u,%u},", i % 8 ? "" : "\n", made.lines.v[i].pattern,
            made.lines.v[i].need);
  fprintf(f, "{0,0}};\nconst uint32_t truc__nline = %u;\n",
          (unsigned)made.lines.n);
}

/* By what the needs are looked up. */
static void put_index(FILE *f) {
  uint32_t k = 0;
  put_keys(f, "by_class", false, LEX_NFACTS);
  put_keys(f, "by_type", true, TRUC__TYPE_BITS);
  put_word_keys(f);
  put_wakes(f);
  put_later(f);
  fputs("static const uint16_t by_nothing[] = {", f);
  for (uint32_t i = 0; i < made.needs.n; i++)
    if (made.needs.v[i].cls[0] == LEX_NFACTS && !made.need_words.v[i] &&
        made.needs.v[i].types[0] == TRUC__NO_TYPE && made.needs.v[i].phase == 1)
      fprintf(f, "%s%u,", k++ % 16 ? "" : "\n", (unsigned)i);
  fprintf(f,
          "0};\nconst truc__need_index truc__need_keys = {wakes,"
          "\n  by_class_need, by_class_at, by_word_need, by_word_at, word_keys,"
          "\n  word_set, sizeof word_set * 8, NWORD_KEYS, by_type_need,"
          "\n  by_type_at, by_nothing, %u, later, NLATER, NPHASES};\n",
          (unsigned)k);
}

static void put_patterns(FILE *f) {
  fprintf(f, "const truc__pattern truc__patterns[] = {\n");
  for (uint32_t i = 0; i < made.patterns.n; i++) {
    truc__pattern *t = &made.patterns.v[i];
    fputs("{", f);
    put_string(f, t->name);
    fputs(",", f);
    put_string(f, t->why);
    fprintf(f, ",%u,%u,%u,%d,%u,%u,%d,%u,%u,%u,%u,%u,%u,%u,%uu,",
            (unsigned)t->line, (unsigned)t->nline, t->kind, t->priority,
            t->date, t->flags, t->modality, t->distribute, t->split,
            t->split_to, (unsigned)t->fill, (unsigned)t->nfill,
            (unsigned)t->require, (unsigned)t->nrequire, (unsigned)t->context);
    put_name(f, t->refuse);
    fprintf(f, ",%u},\n", t->phase);
  }
  fprintf(f,
          "{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}};\n"
          "const uint32_t truc__npattern = %u;\n",
          (unsigned)made.patterns.n);
}

void put_tables(FILE *f) {
  node_list nodes = tree_lay_out();
  fputs(
      "/* Generated by gen/facts.c from data/facts; do not edit. */\n"
      "#include \"fact/pattern.h\"\n",
      f);
  put_nodes(f, &nodes);
  put_lines(f);
  put_needs(f);
  put_index(f);
  put_programs(f);
  put_patterns(f);
}

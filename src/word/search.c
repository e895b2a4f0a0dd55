/* SPDX-License-Identifier: Apache-2.0 */
/* search.c - more than the best: the k best readings of a sentence, and the
** lattice of the words that it could have.
**
** K BEST.  The search of decode.c over two labels per gap, but each label keeps
** a list of its k best sums with the way they came:
**
**     list[i][label] = the k best of  list[i-1][0] + s,  list[i-1][1] + s + b
**
** LATTICE.  A word of tokens [i, j) has gaps apart at both ends and joined
** inside, so the best reading that holds it is worth
**
**     pre[i] + W(i, j) + post[j]
**
** with W the sum inside, pre and post the best of what stands on both sides.
** That is exact, and costs twelve steps a token. */
#include "word/word.h"

typedef struct {
  int64_t sum;
  uint8_t label, rank; /* of the gap before, on the way here */
} way;

typedef struct truc__wordsearch {
  VEC(way) way;       /* [ntok][2][k] */
  VEC(uint32_t) nway; /* [ntok][2] */
  VEC(truc_reading) reading;
  VEC(uint8_t) join; /* [readings][ntok] */
  VEC(int64_t) pre;  /* [ntok + 1] */
  VEC(int64_t) post; /* [ntok + 1] */
  VEC(truc_edge) edge;
  VEC(truc_boundary) boundary;
} truc__wordsearch;

static truc__wordsearch *search_of(truc_doc *d) {
  truc__wordsearch *x = d->scratch[SCRATCH_SEARCH];
  if (x) return x;
  x = truc__realloc(NULL, sizeof *x);
  if (x) memset(x, 0, sizeof *x);
  return d->scratch[SCRATCH_SEARCH] = x;
}

void truc__search_release(truc_doc *d) {
  truc__wordsearch *x = d->scratch[SCRATCH_SEARCH];
  if (!x) return;
  VEC_FREE(x->way);
  VEC_FREE(x->nway);
  VEC_FREE(x->reading);
  VEC_FREE(x->join);
  VEC_FREE(x->pre);
  VEC_FREE(x->post);
  VEC_FREE(x->edge);
  VEC_FREE(x->boundary);
  truc__free(x);
  d->scratch[SCRATCH_SEARCH] = NULL;
}

/* Sets the length of a vector; false when out of memory. */
#define RESIZE(a, want) \
  ((a).n = 0, VEC_ROOM(a, want) ? ((a).n = (uint32_t)(want), true) : false)

static bool can_join(int32_t score) { return score > WORD_NOGAP / 2; }
static bool can_part(int32_t score) { return score < WORD_FORCED / 2; }

static int32_t below(int64_t sum, int64_t best) {
  int64_t less = sum - best;
  return less < INT32_MIN ? INT32_MIN : (int32_t)less;
}

/* A sentence with its words there, or an error. */
static truc_rc sentence_of(truc_doc *d, uint32_t i, const truc_sentence **s,
                           truc_err *err) {
  if (!d) return truc__fail(err, TRUC_EARG, 0, 0, "NULL for a document");
  if (!(d->done & TRUC_WORDS))
    return truc__fail(err, TRUC_ESTATE, 0, 0, "the words have not been run");
  if (i >= d->sentence.n)
    return truc__fail(err, TRUC_EARG, 0, 0, "no sentence %u", (unsigned)i);
  *s = &d->sentence.v[i];
  return TRUC_OK;
}

static truc_rc no_memory(truc_err *err) {
  return truc__fail(err, TRUC_ENOMEM, 0, 0, "%s", truc_rc_message(TRUC_ENOMEM));
}

/* ------------------------------------------------------------------ k best */

/* The k best of two sorted lists, the second with `more` added. */
static uint32_t merge(const way *a, uint32_t na, const way *b, uint32_t nb,
                      int64_t more, uint32_t k, way *out) {
  uint32_t i = 0, j = 0, n = 0;
  while (n < k && (i < na || j < nb)) {
    bool first = j == nb || (i < na && a[i].sum >= b[j].sum + more);
    out[n] = first ? (way){a[i].sum, 0, (uint8_t)i}
                   : (way){b[j].sum + more, 1, (uint8_t)j};
    i += first;
    j += !first;
    n++;
  }
  return n;
}

/* All lists of a sentence; list[i][y] is at way[(2 * i + y) * k]. */
static bool fill_ways(truc__wordsearch *x, const truc__wordline *l, uint32_t n,
                      uint32_t k) {
  const int32_t *score = l->score + 2, *both = l->both + 2;
  if ((uint64_t)n * 2 * k > UINT32_MAX || !RESIZE(x->way, (size_t)n * 2 * k) ||
      !RESIZE(x->nway, (size_t)n * 2))
    return false;
  x->way.v[0] = (way){0, 0, 0};
  x->nway.v[0] = 1;
  x->nway.v[1] = 0;
  for (uint32_t i = 1; i < n; i++) {
    const way *a = &x->way.v[(size_t)(2 * i - 2) * k], *b = a + k;
    const uint32_t *had = &x->nway.v[2 * i - 2];
    way *out = &x->way.v[(size_t)(2 * i) * k];
    uint32_t *nout = &x->nway.v[2 * i];
    nout[0] = can_part(score[i]) ? merge(a, had[0], b, had[1], 0, k, out) : 0;
    nout[1] = can_join(score[i])
                  ? merge(a, had[0], b, had[1], both[i], k, out + k)
                  : 0;
    for (uint32_t r = 0; r < nout[1]; r++) out[k + r].sum += score[i];
  }
  return true;
}

/* The labels on the way to rank `r` of the last gap's label `y`. */
static void trace(const truc__wordsearch *x, uint32_t n, uint32_t k, unsigned y,
                  uint32_t r, uint8_t *join) {
  for (uint32_t i = n; i-- > 0;) {
    const way *w = &x->way.v[(size_t)(2 * i + y) * k + r];
    join[i] = (uint8_t)y;
    y = w->label;
    r = w->rank;
  }
}

static bool too_long(const uint8_t *join, uint32_t n) {
  for (uint32_t i = 0, run = 0; i < n; i++) {
    run = join[i] ? run + 1 : 0;
    if (run >= WORD_LONGEST) return true;
  }
  return false;
}

/* The layer's own words come first; then what differs from them. */
static void put_readings(const truc_doc *d, truc__wordsearch *x,
                         const truc_sentence *s, uint32_t most) {
  uint32_t n = s->ntok, k = most + 1;
  way all[TRUC_READINGS_MAX + 1];
  const way *last = &x->way.v[(size_t)(2 * n - 2) * k];
  const uint32_t *had = &x->nway.v[2 * n - 2];
  uint32_t nall = merge(last, had[0], last + k, had[1], 0, k, all);
  uint8_t *join = x->join.v;
  for (uint32_t i = 0; i < n; i++)
    join[i] = (d->token.v[s->tok + i].flags & TRUC_TF_JOIN) != 0;
  x->reading.v[0] = (truc_reading){0, s->nword, join};
  x->reading.n = 1;
  for (uint32_t r = 0; r < nall && x->reading.n < most; r++) {
    uint8_t *next = join + (size_t)x->reading.n * n;
    uint32_t nword = 0;
    trace(x, n, k, all[r].label, all[r].rank, next);
    if (!memcmp(next, join, n) || too_long(next, n)) continue;
    for (uint32_t i = 0; i < n; i++) nword += !next[i];
    x->reading.v[x->reading.n++] =
        (truc_reading){below(all[r].sum, all[0].sum), nword, next};
  }
}

truc_rc truc_doc_readings(truc_doc *d, uint32_t sentence, uint32_t most,
                          const truc_reading **out, uint32_t *n,
                          truc_err *err) {
  const truc_sentence *s;
  truc_rc rc = sentence_of(d, sentence, &s, err);
  if (!out || !n)
    return truc__fail(err, TRUC_EARG, 0, 0, "NULL for the result");
  *out = NULL;
  *n = 0;
  if (rc) return rc;
  if (most < 1 || most > TRUC_READINGS_MAX)
    return truc__fail(err, TRUC_EARG, 0, 0, "readings: 1 to %d",
                      TRUC_READINGS_MAX);
  truc__wordsearch *x = search_of(d);
  const truc__wordline *l = truc__word_scores(d, s);
  if (!x || !l || !fill_ways(x, l, s->ntok, most + 1) ||
      !RESIZE(x->reading, most) || !RESIZE(x->join, (size_t)most * s->ntok))
    return no_memory(err);
  put_readings(d, x, s, most);
  *out = x->reading.v;
  *n = x->reading.n;
  return TRUC_OK;
}

/* ----------------------------------------------------------------- lattice */

#define IMPOSSIBLE (INT64_MIN / 4)

/* Adds to a word that ends before gap j - 1 the token j - 1; IMPOSSIBLE if it
** cannot be joined. `sum` is W(i, j - 1), j - i > 1. */
static int64_t grow(const int32_t *score, const int32_t *both, uint32_t i,
                    uint32_t j, int64_t sum) {
  if (sum == IMPOSSIBLE || !can_join(score[j - 1])) return IMPOSSIBLE;
  return sum + score[j - 1] + (j - i > 2 ? both[j - 1] : 0);
}

/* Is a boundary before token i allowed? */
static bool cut_at(const int32_t *score, uint32_t i, uint32_t n) {
  return i == 0 || i == n || can_part(score[i]);
}

static uint32_t last_end(uint32_t i, uint32_t n) {
  return n - i < WORD_LONGEST ? n : i + WORD_LONGEST;
}

static bool fill_sides(truc__wordsearch *x, const int32_t *score,
                       const int32_t *both, uint32_t n) {
  if (!RESIZE(x->pre, (size_t)n + 1) || !RESIZE(x->post, (size_t)n + 1))
    return false;
  int64_t *pre = x->pre.v, *post = x->post.v;
  for (uint32_t i = 0; i <= n; i++) pre[i] = post[i] = IMPOSSIBLE;
  pre[0] = post[n] = 0;
  for (uint32_t i = 0; i < n; i++) {
    int64_t sum = 0;
    if (pre[i] == IMPOSSIBLE) continue;
    for (uint32_t j = i + 1; j <= last_end(i, n); j++) {
      if (j > i + 1) sum = grow(score, both, i, j, sum);
      if (sum == IMPOSSIBLE) break;
      if (cut_at(score, j, n) && pre[i] + sum > pre[j]) pre[j] = pre[i] + sum;
    }
  }
  for (uint32_t i = n; i-- > 0;) {
    int64_t sum = 0;
    if (!cut_at(score, i, n)) continue;
    for (uint32_t j = i + 1; j <= last_end(i, n); j++) {
      if (j > i + 1) sum = grow(score, both, i, j, sum);
      if (sum == IMPOSSIBLE) break;
      if (post[j] == IMPOSSIBLE) continue;
      if (post[j] + sum > post[i]) post[i] = post[j] + sum;
    }
  }
  return true;
}

/* In a word of four syllables and more a part of one is a last resort: it is
** made of words, cơ sở + hạ tầng, and the weights of its gaps, which were
** learned from the whole, do not tell them apart. */
#define LONE ((int64_t)1 << 40)

static int64_t worth_of_part(uint32_t len, uint32_t whole, int64_t sum) {
  return len == 1 && whole >= 4 ? sum - LONE : sum;
}

/* The best way to cut the word [a, b) in two or more: part[i - a] becomes the
** length of the part that begins at i, 0 where none does. */
static void cut_word(const int32_t *score, const int32_t *both, uint32_t a,
                     uint32_t b, uint32_t n, uint8_t part[WORD_LONGEST]) {
  int64_t best[WORD_LONGEST + 1];
  uint32_t from[WORD_LONGEST + 1] = {0};
  memset(part, 0, WORD_LONGEST);
  for (uint32_t j = 0; j <= b - a; j++) best[j] = j ? IMPOSSIBLE : 0;
  for (uint32_t i = a; i < b; i++) {
    int64_t sum = 0;
    if (best[i - a] == IMPOSSIBLE || (i > a && !cut_at(score, i, n))) continue;
    for (uint32_t j = i + 1; j <= b && !(i == a && j == b); j++) {
      if (j > i + 1) sum = grow(score, both, i, j, sum);
      if (sum == IMPOSSIBLE) break;
      if (j < b && !cut_at(score, j, n)) continue;
      int64_t all = best[i - a] + worth_of_part(j - i, b - a, sum);
      if (all <= best[j - a]) continue;
      best[j - a] = all;
      from[j - a] = i - a;
    }
  }
  if (best[b - a] == IMPOSSIBLE) return;
  for (uint32_t j = b - a; j > 0; j = from[j])
    part[from[j]] = (uint8_t)(j - from[j]);
}

typedef struct {
  const truc_doc *d;
  truc__wordsearch *x;
  const truc_sentence *s;
  const int32_t *score, *both;
  int64_t beam;
  uint8_t part[WORD_LONGEST]; /* of the layer's word around */
  uint32_t word;              /* its first token in the sentence */
} lattice;

/* The words that begin at token i of the sentence. */
static bool put_edges(lattice *v, uint32_t i) {
  truc__wordsearch *x = v->x;
  uint32_t n = v->s->ntok;
  const truc_word *w = &v->d->word.v[v->d->token.v[v->s->tok + i].word];
  bool head = w->tok == v->s->tok + i;
  int64_t sum = 0, top = x->pre.v[n];
  if (head) {
    v->word = i;
    memset(v->part, 0, sizeof v->part);
    if (w->ntok > 1 && w->ntok <= WORD_LONGEST)
      cut_word(v->score, v->both, i, i + w->ntok, n, v->part);
  }
  for (uint32_t j = i + 1; j <= last_end(i, n); j++) {
    if (j > i + 1) sum = grow(v->score, v->both, i, j, sum);
    if (sum == IMPOSSIBLE) break;
    bool best = head && j - i == w->ntok;
    bool part = i - v->word < WORD_LONGEST && j - i == v->part[i - v->word];
    int64_t all = x->pre.v[i] + sum + x->post.v[j];
    bool real = x->pre.v[i] > IMPOSSIBLE && x->post.v[j] > IMPOSSIBLE;
    if (!best && !part && !(real && top - all <= v->beam)) continue;
    truc_edge e = {.at = truc__tok_span(v->d, v->s->tok + i, j - i),
                   .tok = v->s->tok + i,
                   .ntok = (uint16_t)(j - i),
                   .flags = (uint8_t)((best ? TRUC_EDGE_BEST : 0) |
                                      (part ? TRUC_EDGE_PART : 0)),
                   .score = best ? 0 : below(all, top)};
    if (!VEC_PUSH(x->edge, e)) return false;
  }
  return true;
}

truc_rc truc_doc_lattice(truc_doc *d, uint32_t sentence, uint32_t beam,
                         const truc_edge **out, uint32_t *n, truc_err *err) {
  const truc_sentence *s;
  truc_rc rc = sentence_of(d, sentence, &s, err);
  if (!out || !n)
    return truc__fail(err, TRUC_EARG, 0, 0, "NULL for the result");
  *out = NULL;
  *n = 0;
  if (rc) return rc;
  lattice v = {.d = d, .x = search_of(d), .s = s, .beam = beam};
  const truc__wordline *l = truc__word_scores(d, s);
  if (!v.x || !l) return no_memory(err);
  v.score = l->score + 2;
  v.both = l->both + 2;
  v.x->edge.n = 0;
  if (!fill_sides(v.x, v.score, v.both, s->ntok)) return no_memory(err);
  for (uint32_t i = 0; i < s->ntok; i++)
    if (!put_edges(&v, i)) return no_memory(err);
  *out = v.x->edge.v;
  *n = v.x->edge.n;
  return TRUC_OK;
}

/* -------------------------------------------------------------- boundaries */

truc_rc truc_doc_boundaries(truc_doc *d, uint32_t sentence,
                            const truc_boundary **out, uint32_t *n,
                            truc_err *err) {
  const truc_sentence *s;
  truc_rc rc = sentence_of(d, sentence, &s, err);
  if (!out || !n)
    return truc__fail(err, TRUC_EARG, 0, 0, "NULL for the result");
  *out = NULL;
  *n = 0;
  if (rc) return rc;
  truc__wordsearch *x = search_of(d);
  if (!x || !RESIZE(x->boundary, s->ntok) ||
      truc__word_why(d, s, x->boundary.v))
    return no_memory(err);
  *out = x->boundary.v;
  *n = x->boundary.n;
  return TRUC_OK;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* tree.c - one JSON text as a tree, in an arena. */
#include "suite.h"

enum { DEPTH = 64 }; /* what the reader allows */

static node *leaf(truc__arena *a, truc__jtype type, const truc__json *j) {
  node *x = truc__arena_get(a, sizeof *x);
  if (!x) return NULL;
  memset(x, 0, sizeof *x);
  x->type = type;
  x->num = j->num;
  if (type == JSON_STRING) {
    x->str = truc__arena_str(a, j->str.p ? j->str.p : "", j->str.n);
    if (!x->str) return NULL;
  }
  return x;
}

/* The open arrays and objects, and where their next member is hung. */
typedef struct builder {
  node *open[DEPTH];
  node **tail[DEPTH];
  const char *key;
  node *root;
  int depth;
} builder;

static void hang(builder *b, node *x) {
  x->key = b->key;
  b->key = NULL;
  if (!b->depth) {
    b->root = x;
    return;
  }
  *b->tail[b->depth - 1] = x;
  b->tail[b->depth - 1] = &x->next;
}

static bool push(builder *b, node *x) {
  if (b->depth == DEPTH) return false;
  b->open[b->depth] = x;
  b->tail[b->depth++] = &x->child;
  return true;
}

node *tree_read(truc__arena *a, const char *s, size_t n, const char **why) {
  truc__json j;
  memset(&j, 0, sizeof j);
  truc__json_init(&j, s, n);
  builder b;
  memset(&b, 0, sizeof b);
  *why = "out of memory";
  for (bool going = true; going;) {
    truc__jtype t = truc__json_next(&j);
    node *x;
    switch (t) {
      case JSON_END:
        *why = NULL;
        going = false;
        break;
      case JSON_ERROR:
        *why = j.error;
        going = false;
        break;
      case JSON_KEY:
        b.key = truc__arena_str(a, j.str.p, j.str.n);
        going = b.key != NULL;
        break;
      case JSON_ARRAY_END:
      case JSON_OBJECT_END: b.depth--; break;
      default:
        x = leaf(a, t, &j);
        going = x != NULL;
        if (x) hang(&b, x);
        if (x && (t == JSON_ARRAY || t == JSON_OBJECT)) going = push(&b, x);
    }
  }
  truc__json_release(&j);
  return *why ? NULL : b.root;
}

const node *tree_get(const node *object, const char *key) {
  if (!object || object->type != JSON_OBJECT) return NULL;
  for (const node *x = object->child; x; x = x->next)
    if (!strcmp(x->key, key)) return x->type == JSON_NULL ? NULL : x;
  return NULL;
}

const char *tree_str(const node *object, const char *key) {
  const node *x = tree_get(object, key);
  return x && x->type == JSON_STRING ? x->str : NULL;
}

bool tree_true(const node *object, const char *key) {
  const node *x = tree_get(object, key);
  return x && x->type == JSON_TRUE;
}

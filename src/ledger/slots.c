/* SPDX-License-Identifier: Apache-2.0 */
/* slots.c - the items of a slot as text that compares: "gpe:jpn+gpe:vnm". */
#include <stdlib.h>

#include "ledger/ledger.h"

/* The signs that structure a list of slots may not stand in a value. */
static void put_clean(truc__buf *b, const char *s) {
  for (; *s; s++)
    truc__buf_chr(b, *s == '|' || *s == '=' || *s == '+' ? ' ' : *s);
}

static bool has_name(const truc_item *i) {
  return i->ref || i->code || i->has_number;
}

/* The comparable form of one item. */
static void put_item(truc__buf *b, const truc__reading *r, const truc_item *i) {
  if (i->ref) {
    const char *colon = strchr(i->ref, ':');
    size_t k = colon ? (size_t)(colon - i->ref) + 1 : 0;
    truc__buf_put(b, i->ref, k);
    truc__fold_words(b, i->ref + k, strlen(i->ref + k), r->folds);
  } else if (i->code) {
    truc__buf_chr(b, '#');
    put_clean(b, i->code);
  } else if (i->has_number) {
    truc__buf_decimal(b, i->mantissa, i->exponent);
  } else if (i->at.len) {
    truc__buf_chr(b, '\'');
    truc__fold_words(b, r->raw + i->at.off, i->at.len, r->folds);
  } else if (i->fact < r->nfact) {
    truc__buf_chr(b, '&');
    truc__buf_str(b, truc_kind_name((truc_kind)r->fact[i->fact].kind));
  }
}

/* Company that changes nothing about who or what is meant. */
static bool aside(const truc_item *i) {
  return truc__starts(i->ref, "per:phu nhân") ||
         (i->ref && !strcmp(i->ref, "sector:general"));
}

static void push_key(truc__claim *c, const truc__reading *r,
                     const truc_item *i) {
  uint32_t from = (uint32_t)c->key.n;
  put_item(&c->key, r, i);
  truc_span s = {from, (uint32_t)c->key.n - from};
  if (s.len && !VEC_PUSH(c->keys, s)) c->key.rc = TRUC_ENOMEM;
}

static int compare_keys(const truc__claim *c, truc_span a, truc_span b) {
  uint32_t n = a.len < b.len ? a.len : b.len;
  int d = memcmp(c->key.p + a.off, c->key.p + b.off, n);
  return d ? d : (a.len > b.len) - (a.len < b.len);
}

/* Insertion sort, without doubles: lists hold a few items. */
static void sort_keys(truc__claim *c) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->keys.n; i++) {
    truc_span s = c->keys.v[i];
    uint32_t k = n;
    while (k && compare_keys(c, c->keys.v[k - 1], s) > 0) k--;
    if (k && !compare_keys(c, c->keys.v[k - 1], s)) continue;
    memmove(c->keys.v + k + 1, c->keys.v + k, (n - k) * sizeof s);
    c->keys.v[k] = s;
    n++;
  }
  c->keys.n = n;
}

void truc__slot_keys(truc__claim *c, const truc__reading *r, const truc_fact *f,
                     const char *slot, bool lead) {
  const truc_item *first = NULL, *person = NULL;
  truc__buf_reset(&c->key);
  c->keys.n = 0;
  for (uint32_t k = 0; k < f->nitem; k++) {
    const truc_item *i = &r->item[f->item + k];
    if (!truc__in_slot(i, slot)) continue;
    if (!first || (aside(first) && !aside(i))) first = i;
    if (!person && truc__starts(i->ref, "per:") && !aside(i)) person = i;
    if (!lead && !aside(i)) push_key(c, r, i);
  }
  if (lead && person) first = person;
  if (first && !c->keys.n) push_key(c, r, first);
  sort_keys(c);
}

bool truc__only_words(const truc__reading *r, const truc_fact *f,
                      const char *slot) {
  bool any = false;
  for (uint32_t k = 0; k < f->nitem; k++) {
    const truc_item *i = &r->item[f->item + k];
    if (!truc__in_slot(i, slot)) continue;
    if (has_name(i)) return false;
    any = true;
  }
  return any;
}

void truc__put_keys(truc__buf *b, const truc__claim *c) {
  for (uint32_t k = 0; k < c->keys.n; k++) {
    if (k) truc__buf_chr(b, '+');
    truc__buf_put(b, c->key.p + c->keys.v[k].off, c->keys.v[k].len);
  }
}

void truc__put_slot(truc__buf *b, const truc__claim *c, const char *slot) {
  if (b->n) truc__buf_chr(b, '|');
  truc__buf_str(b, slot);
  truc__buf_chr(b, '=');
  truc__put_keys(b, c);
}

const char *truc__slot_value(const char *list, const char *slot, size_t *n) {
  size_t k = strlen(slot);
  for (const char *p = list; p; p = strchr(p, '|')) {
    if (*p == '|') p++;
    if (!strncmp(p, slot, k) && p[k] == '=') {
      *n = strcspn(p + k + 1, "|");
      return p + k + 1;
    }
  }
  *n = 0;
  return NULL;
}

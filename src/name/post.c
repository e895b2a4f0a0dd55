/* SPDX-License-Identifier: Apache-2.0 */
/* post.c - which offices are the same, said with other words.
**
** "Ngoại trưởng", "Bộ trưởng Ngoại giao" and "Bộ trưởng Bộ Ngoại giao" are one
** office; so are a throne's many words.  Each office has a key, a hash that is
** alike for such. */
#include "name/name.h"

uint64_t truc__post_title(const truc_doc *d, const truc__work *w, uint32_t m) {
  const truc__note *n = &w->note.v[m];
  const truc_mention *at = &d->mention.v[m];
  uint32_t count = n->nkey;
  if (count == 4 && truc__name_is(d, at->tok + 2, "chính")) count = 2;
  if (n->kind && truc__same_id(n->kind, "royal") &&
      (truc__name_is(d, at->tok, "nhà") || truc__name_is(d, at->tok, "quốc") ||
       truc__name_is(d, at->tok, "đức") || truc__name_is(d, at->tok, "nhật") ||
       truc__name_is(d, at->tok, "vua")))
    return truc__hash("vua", 3);
  return truc__key_hash(w, n, count);
}

/* A post in a body: "Chủ tịch ASEAN" is no "Chủ tịch EU". */
static uint64_t body_post(const truc_doc *d, const truc__work *w,
                          const truc_office *x) {
  const truc__note *n = &w->note.v[x->org_mention];
  uint32_t count = n->nkey;
  if (n->country != TRUC_NONE &&
      d->mention.v[n->country].tok > d->mention.v[x->org_mention].tok)
    count = d->mention.v[n->country].tok - d->mention.v[x->org_mention].tok;
  return truc__post_title(d, w, x->mention) ^
         (truc__key_hash(w, n, count < n->nkey ? count : n->nkey) | 4);
}

/* -------------------------------------------------------------- ministers */

/* Words of a field, without those that only join them. */
static uint64_t add_words(const truc_doc *d, uint64_t key, uint32_t tok,
                          uint32_t end) {
  for (; tok < end; tok++)
    if (d->token.v[tok].kind != TRUC_TOK_PUNCT && !truc__name_is(d, tok, "và"))
      key = KEY_STEP(key, truc__tok_hash(d, tok));
  return key;
}

static uint64_t add_word(uint64_t key, const char *word) {
  return KEY_STEP(key, truc__word_hash(word, strlen(word)));
}

static bool foreign_minister(const truc_doc *d, const truc_mention *at) {
  return at->ntok == 2 && truc__name_is(d, at->tok, "ngoại") &&
         truc__name_is(d, at->tok + 1, "trưởng");
}

/* Where the field of a minister stands: in the title or in the body's name
** behind its first word, "Bộ"; empty if it is not said. */
static uint32_t field_of(const truc_doc *d, const truc__work *w,
                         const truc_office *x, uint32_t *end) {
  const truc_mention *at = &d->mention.v[x->mention];
  if (x->org_mention != TRUC_NONE &&
      truc__same_id(truc__kind_of(w, x->org_mention), "ministry")) {
    const truc_mention *org = &d->mention.v[x->org_mention];
    uint32_t c = w->note.v[x->org_mention].country;
    *end = c != TRUC_NONE && d->mention.v[c].tok > org->tok
               ? d->mention.v[c].tok
               : org->tok + org->ntok;
    return org->tok + 1;
  }
  uint32_t tok = at->tok + 2;
  *end = at->tok + at->ntok;
  const truc__hit *p = truc__hit_in(d, tok, *end, LEX_TITLE_POST);
  return p ? tok + p->ntok : tok; /* "Thứ trưởng thường trực" */
}

static bool is_minister(const truc_doc *d, const truc__work *w,
                        const truc_office *x) {
  return truc__same_id(truc__kind_of(w, x->mention), "minister") ||
         foreign_minister(d, &d->mention.v[x->mention]);
}

uint64_t truc__post_head(const truc_doc *d, const truc__work *w,
                         const truc_office *x) {
  const truc_mention *at = &d->mention.v[x->mention];
  if (!is_minister(d, w, x) || at->ntok < 2) return 0;
  if (foreign_minister(d, at))
    return add_word(add_word(KEY_SEED, "bộ"), "trưởng");
  return add_words(d, KEY_SEED, at->tok, at->tok + 2);
}

/* -------------------------------------------------------------------- all */

uint64_t truc__post_key(const truc_doc *d, const truc__work *w,
                        const truc_office *x) {
  uint64_t key = truc__post_head(d, w, x);
  if (key) {
    uint32_t end, tok = field_of(d, w, x, &end);
    if (foreign_minister(d, &d->mention.v[x->mention]))
      return add_word(add_word(key, "ngoại"), "giao");
    return add_words(d, key, tok, end);
  }
  const char *kind = truc__kind_of(w, x->mention);
  bool of_body = truc__same_id(kind, "chair") || truc__same_id(kind, "role") ||
                 truc__same_id(kind, "post");
  if (x->org_mention != TRUC_NONE && of_body) return body_post(d, w, x);
  return truc__post_title(d, w, x->mention);
}

uint64_t truc__post_country(const truc_doc *d, uint64_t key, uint32_t e) {
  const char *ref = d->entity.v[e].ref;
  return key ^ (truc__hash(ref, strlen(ref)) | 2);
}

/* "các Bộ trưởng", "cấp Bộ trưởng", "trở thành Thủ tướng": nobody is meant. */
bool truc__post_general(const truc_doc *d, const truc_office *x) {
  static const truc__word before[] = {
      TRUC__WORD("các"), TRUC__WORD("những"), TRUC__WORD("một"),
      TRUC__WORD("mỗi"), TRUC__WORD("nhiều"), TRUC__WORD("cấp"),
      TRUC__WORD("hàm"), TRUC__WORD("ghế"),   TRUC__WORD("chức"),
      TRUC__WORD("làm"), TRUC__WORD("thành")};
  uint32_t tok = d->mention.v[x->mention].tok;
  if (tok == d->sentence.v[d->mention.v[x->mention].sent].tok) return false;
  return truc__name_any(d, tok - 1, before);
}

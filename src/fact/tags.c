/* SPDX-License-Identifier: Apache-2.0 */
/* tags.c - parts of speech, for the patterns that ask for one.
**
** Facts are read from words without tags, which would cost a fifth of the time
** from bytes to facts.  So a sentence is tagged when a line has matched but for
** what it asks about tags, or must know where a word ends: of 4,441 sentences
** of news 19.  And it is tagged into words of this room's own: what a document
** shows of its words does not depend on which patterns were tried.
** Where the tag layer was filled before, its tags are the same and are taken;
** so the records are too, whatever layers were asked for. */
#include "fact/fact.h"
#include "tag/tag.h"

void truc__tags_begin(truc__fact_work *w) { w->tagged_sent = TRUC_NONE; }

/* The words of the sentence, tagged; for each of its tokens the word that
** begins there. */
static bool tag(truc_doc *d, truc__fact_work *w, uint32_t sent) {
  const truc_sentence *s = &d->sentence.v[sent];
  w->tagged.n = w->tagged_at.n = 0;
  if (!VEC_ROOM(w->tagged, s->nword) || !VEC_ROOM(w->tagged_at, s->ntok))
    return false;
  if (s->nword)
    memcpy(w->tagged.v, d->word.v + s->word, s->nword * sizeof *w->tagged.v);
  if (!(d->done & TRUC_TAGS) && !truc__tag_sentence(d, sent, w->tagged.v))
    return false;
  memset(w->tagged_at.v, 0xFF, s->ntok * sizeof *w->tagged_at.v);
  for (uint32_t i = 0; i < s->nword; i++)
    w->tagged_at.v[w->tagged.v[i].tok - s->tok] = i;
  w->tagged_sent = sent;
  return true;
}

const truc_word *truc__tagged_at(truc_doc *d, truc__fact_work *w, uint32_t sent,
                                 uint32_t tok) {
  const truc_sentence *s = &d->sentence.v[sent];
  if (tok >= s->tok + s->ntok) return NULL;
  if (w->tagged_sent != sent && !tag(d, w, sent)) {
    w->rc = TRUC_ENOMEM;
    return NULL;
  }
  uint32_t word = w->tagged_at.v[tok - s->tok];
  return word == TRUC_NONE ? NULL : &w->tagged.v[word];
}

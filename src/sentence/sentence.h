/* SPDX-License-Identifier: Apache-2.0
**
** sentence - where sentences end, and what kind of sentence each is.
**
** In:  d->token.
** Out: d->sentence: every token is in exactly one; paragraphs; kinds.
**
** A line is one paragraph of news, unless the text is hard-wrapped (many
** lines go on with a small letter).  Within a paragraph a sentence ends
** after a stop (. ! ? …) with the closing quotes and brackets that hold to
** it, if what comes next can begin a sentence.  The hard part is the dot
** that is no stop; most of it is done by the token rules, which leave the
** dot with TP. and A., so here only the doubtful ones are left.  One state
** is carried along: whether a quotation or a bracket is open, no stack, so
** that ten thousand of them cost no more than one.
**
** Seven tokens in eight are syllables inside a line, at which nothing happens:
** each look-out for a line end, a colon or a stop goes along the list of the
** others (d->odd).
**
** A news text also holds what is no sentence: the title, photo captions,
** credits ("Ảnh: TTXVN"), the line of the author or agency.  They are found
** by their layout, and also where the layout is lost and they run into the
** next sentence.
**
** Considered and left: a learned classifier over candidates (rules reach the
** agreement of people here, and can say why).
** Tried and dropped: counting brackets in depth (one that is never closed
** kept the rest of its paragraph together); the parity of straight quotes
** alone (one quote too many turned all that follow; the blanks around a
** quote say more); any line without a full stop at the head as a title (also
** a paragraph whose last mark was lost).
**
**   boundary.c  does a sentence end here?
**   layout.c    titles, captions, credits, bylines
**   sentence.c  one pass that uses both
*/
#ifndef TRUC_SENTENCE_H
#define TRUC_SENTENCE_H

#include "base/doc.h"

truc_rc truc__sentence_run(truc_doc *d);

/* Longest sentence in tokens; a longer one is cut after its last comma. */
#define TRUC__SENTENCE_MAX 8192

/* ------------------------------------------------------------- boundary.c */

/* A mark as one letter, so that rules are switches: an ASCII mark is itself,
** and further
**     o c  opening and closing curly double quote    g G  guillemets
**     O C  the single ones                           e    an ellipsis
**     d    a dash longer than a hyphen               x    any other mark
** 0: the token is no mark. */
char truc__mark_letter(const truc_doc *d, uint32_t tok); /* of a mark */
static inline char truc__mark(const truc_doc *d, uint32_t tok) {
  return d->token.v[tok].kind == TRUC_TOK_PUNCT ? truc__mark_letter(d, tok) : 0;
}

/* What is carried from token to token inside a paragraph. */
typedef struct truc__quoting {
  bool curly, straight; /* inside “...”, "..." */
  uint32_t bracket;     /* where the bracket closes that is open, or 0 */
} truc__quoting;
/* Takes in token `tok`, whose mark is `mark`; `end` is that of the
** paragraph. */
void truc__quoting_pass(truc__quoting *q, const truc_doc *d, uint32_t tok,
                        uint32_t end, char mark);

/* Can a sentence begin with this token? */
bool truc__can_begin(const truc_doc *d, uint32_t tok);
/* Can a sentence end at a token with this mark? */
static inline bool truc__is_stop(const truc_doc *d, uint32_t tok, char mark) {
  return mark ? mark == '.' || mark == '!' || mark == '?' || mark == 'e'
              : d->token.v[tok].kind == TRUC_TOK_ABBR;
}
/* The stop at `tok` of a sentence that began at `first`: *ends says whether the
** sentence ends there.  Returns the length of the run of stops, closing quotes
** and brackets, 1 or more; no other end lies inside it. `end` is the end of the
** paragraph. */
uint32_t truc__stop_at(const truc_doc *d, uint32_t first, uint32_t tok,
                       uint32_t end, const truc__quoting *q, bool *ends);

/* --------------------------------------------------------------- layout.c */

/* Tokens of the title at the head of the document, 0 if it has none of its
** own. `end` is the end of its first paragraph. */
uint32_t truc__title_length(const truc_doc *d, uint32_t end);
/* Tokens of a credit that begins at `tok`, else 0. */
uint32_t truc__credit_length(const truc_doc *d, uint32_t tok, uint32_t end);
/* Tokens of a line such as "(VOV) -" or "TTO -" at the head of the body. */
uint32_t truc__dateline_length(const truc_doc *d, uint32_t tok, uint32_t end);
/* Is [tok, end), the last words of a document, the name of an author or
** agency? */
bool truc__is_byline(const truc_doc *d, uint32_t tok, uint32_t end);

#endif

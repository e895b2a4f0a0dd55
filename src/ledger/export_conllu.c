/* SPDX-License-Identifier: Apache-2.0 */
/* export_conllu.c - CoNLL-U (universaldependencies.org/format.html): the
** sentences that state something, word by word, with who plays which role.
**
**     # newdoc id = DOC
**     # sent_id = DOC.7
**     # text = ...
**     # fact = f3 VISIT actual VISIT-0123456789abcdef
**     1  Thủ tướng  _ _ _ _ _ _ _  start_char=210|end_char=219
**     2  Lê An      _ _ ...        start_char=220|end_char=225|Fact=f3:visitor
**
** A ledger keeps of words only where they join.  They are read anew from the
** text of the document with the model the ledger was opened with; without one a
** word is a syllable.
** Every word that an argument covers names it in MISC.  Columns of layers that
** are not there are "_". */
#include <stdio.h>

#include "ledger/export.h"

/* An argument of the document on its way, by its place. */
typedef struct role {
  uint32_t start, end; /* bytes of the text */
  uint32_t fact;       /* f3: 3 */
  char slot[20];
} role;

typedef struct page {
  truc__export *x;
  const char *name;
  const truc__buf *text;
  VEC(role) role;
  uint32_t cp, off; /* code points before byte `off` of the text */
} page;

/* Code points before a byte; places come in order. */
static unsigned points_to(page *g, uint32_t off) {
  if (off < g->off) g->off = g->cp = 0;
  g->cp += (uint32_t)truc__points(g->text->p + g->off, off - g->off);
  g->off = off;
  return (unsigned)g->cp;
}

static void read_roles(page *g, int64_t document) {
  truc_ledger *l = g->x->l;
  g->role.n = 0;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT a.start, a.end, f.n, a.slot FROM document d CROSS JOIN fact f "
      "ON f.id BETWEEN d.first_fact AND d.last_fact CROSS JOIN claim c "
      "ON c.id = f.claim CROSS JOIN temp.chosen t ON t.id = c.proposition "
      "CROSS JOIN argument a ON a.fact = f.id WHERE d.id = ? "
      "AND a.start IS NOT NULL AND a.end > a.start "
      "ORDER BY a.start, f.n, a.slot, a.end",
      "i", document);
  while (truc__next(l, s)) {
    role r = {(uint32_t)sqlite3_column_int64(s, 0),
              (uint32_t)sqlite3_column_int64(s, 1),
              (uint32_t)sqlite3_column_int64(s, 2), ""};
    snprintf(r.slot, sizeof r.slot, "%s", truc__text(s, 3));
    if (!VEC_PUSH(g->role, r)) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
}

/* The facts whose first sentence begins at `start`, as comments. */
static void put_facts(page *g, int64_t document, truc_span at) {
  truc_ledger *l = g->x->l;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT f.n, f.kind, f.modality, p.key FROM document d CROSS JOIN fact f "
      "ON f.id BETWEEN d.first_fact AND d.last_fact CROSS JOIN claim c "
      "ON c.id = f.claim CROSS JOIN temp.chosen t ON t.id = c.proposition "
      "CROSS JOIN proposition p ON p.id = t.id CROSS JOIN evidence e "
      "ON e.fact = f.id AND e.n = 0 CROSS JOIN sentence s ON s.id = e.sentence "
      "WHERE d.id = ?1 AND s.start >= ?2 AND s.start < ?3 ORDER BY f.n",
      "iii", document, (int64_t)at.off, (int64_t)at.off + at.len);
  while (truc__next(l, s))
    truc__buf_fmt(&g->x->out, "# fact = f%u %s %s %s\n",
                  (unsigned)sqlite3_column_int64(s, 0), truc__text(s, 1),
                  truc__text(s, 2), truc__text(s, 3));
}

static void put_word(page *g, uint32_t id, truc_span at, bool glued) {
  truc__buf *b = &g->x->out;
  uint32_t end = at.off + at.len;
  bool any = false;
  truc__buf_fmt(b, "%u\t", (unsigned)id);
  truc__put_cell(b, g->text->p + at.off, at.len);
  truc__buf_fmt(b, "\t_\t_\t_\t_\t_\t_\t_\t%sstart_char=%u|",
                glued ? "SpaceAfter=No|" : "", points_to(g, at.off));
  truc__buf_fmt(b, "end_char=%u", points_to(g, end));
  for (uint32_t i = 0; i < g->role.n && g->role.v[i].start < end; i++) {
    const role *r = &g->role.v[i];
    if (r->end <= at.off) continue;
    truc__buf_fmt(b, "%sf%u:%s", any ? "," : "|Fact=", (unsigned)r->fact,
                  r->slot);
    any = true;
  }
  truc__buf_chr(b, '\n');
}

/* Where a text has joined what are two words, the joint is of the first: forms
** and blanks are the text. */
static truc_span with_joint(const page *g, const truc_word *w, bool last) {
  truc_span at = w->at;
  uint32_t end = at.off + at.len;
  if (!last && w[1].at.off == end + 1 && g->text->p[end] == '_') at.len++;
  return at;
}

static void put_sentence(page *g, int64_t document, const truc_doc *d,
                         uint32_t i) {
  uint32_t nsent, nword;
  const truc_sentence *s = &truc_doc_sentences(d, &nsent)[i];
  const truc_word *word = truc_doc_words(d, &nword);
  truc__buf *b = &g->x->out;
  if (i == 0) truc__buf_fmt(b, "# newdoc id = %s\n", g->name);
  truc__buf_fmt(b, "# sent_id = %s.%u\n# text = ", g->name, (unsigned)i + 1);
  truc__put_cell(b, g->text->p + s->at.off, s->at.len);
  truc__buf_chr(b, '\n');
  put_facts(g, document, s->at);
  for (uint32_t k = 0; k < s->nword; k++) {
    const truc_word *w = &word[s->word + k];
    bool last = k + 1 == s->nword;
    truc_span at = with_joint(g, w, last);
    put_word(g, k + 1, at, !last && w[1].at.off == at.off + at.len);
  }
  truc__buf_chr(b, '\n');
}

static void put_document(page *g, truc_doc *d, int64_t id) {
  truc_ledger *l = g->x->l;
  truc__buf text = {0}, name = {0};
  truc_err err;
  truc_read_options opt = TRUC_READ_OPTIONS;
  uint32_t nsent = 0;
  opt.form = truc__ask_int(l, 0,
                           "SELECT form = 'seg' FROM document "
                           "WHERE id = ?",
                           "i", id)
                 ? TRUC_FORM_SEG
                 : TRUC_FORM_RAW;
  truc__document_text(l, id, &text);
  truc__put_cell(&name, g->name, strlen(g->name));
  truc__buf_put(&name, "", 0);
  if (text.rc || name.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  g->text = &text;
  g->name = name.p ? name.p : "";
  g->cp = g->off = 0;
  read_roles(g, id);
  if (!truc__failed(l) &&
      (truc_doc_read(d, text.p ? text.p : "", text.n, &opt, &err) ||
       truc_doc_run(d, TRUC_WORDS, &err)))
    truc__set_fail(l, err.rc, "%s", err.msg);
  if (!truc__failed(l)) truc_doc_sentences(d, &nsent);
  for (uint32_t i = 0; i < nsent && !truc__failed(l); i++)
    put_sentence(g, id, d, i);
  truc__buf_release(&text);
  truc__buf_release(&name);
}

static void put_tail(truc__export *x) {
  truc_ledger *l = x->l;
  page g = {.x = x};
  if (!x->done) return;
  truc_doc *d = truc_doc_new(l->words);
  if (!d) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  sqlite3_stmt *s = truc__taken_documents(x);
  while (d && truc__next(l, s)) {
    g.name = truc__text(s, 1);
    put_document(&g, d, sqlite3_column_int64(s, 0));
    if (truc__export_flush(x)) continue;
    truc__end(s);
    break;
  }
  VEC_FREE(g.role);
  truc_doc_free(d);
}

const truc__form truc__form_conllu = {.name = "conllu",
                                      .lacks = "no document of clean UTF-8",
                                      .ids_only = true,
                                      .head = truc__take_head,
                                      .tail = put_tail,
                                      .put = truc__take};

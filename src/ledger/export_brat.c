/* SPDX-License-Identifier: Apache-2.0 */
/* export_brat.c - standoff annotation of brat (brat.nlplab.org/standoff.html),
** in which people correct what a program has read.
**
** brat wants two files for each document, NAME.txt and NAME.ann, and one that
** says what there is, annotation.conf.  A stream holds them as an archive of
** tar (ustar), so that an export writes nowhere but to its output:
**
**     truc export --format=brat relations.db | tar -x -C corpus
**
** A fact is an event.  An event of brat has words that name it; ours takes the
** sentence that states it.  Offsets are code points.  An annotation may not run
** over a line end: what does is given in fragments. */
#include <stdio.h>

#include "ledger/export.h"

/* ----------------------------------------------------------------- archive */

enum { BLOCK = 512 };

static void put_number(char *field, int width, uint64_t v) {
  snprintf(field, (size_t)width, "%0*llo", width - 1, (unsigned long long)v);
}

static void put_file(truc__export *x, const char *name, const char *s,
                     size_t n) {
  char head[BLOCK] = {0};
  uint64_t sum = 0;
  snprintf(head, 100, "%s", name);
  put_number(head + 100, 8, 0644);
  put_number(head + 108, 8, 0);
  put_number(head + 116, 8, 0);
  put_number(head + 124, 12, n);
  put_number(head + 136, 12, 0);
  memset(head + 148, ' ', 8);
  head[156] = '0';
  memcpy(head + 257, "ustar\00000", 8);
  for (int i = 0; i < BLOCK; i++) sum += (unsigned char)head[i];
  snprintf(head + 148, 8, "%06llo", (unsigned long long)sum);
  truc__buf_put(&x->out, head, BLOCK);
  truc__buf_put(&x->out, s, n);
  while (x->out.n % BLOCK && !x->out.rc) truc__buf_chr(&x->out, '\0');
}

/* A document's name as a file's, with a number where it had to be changed. */
static void file_name(const char *name, const char *ending, char out[100]) {
  enum { LONGEST = 70 };
  size_t n = 0;
  bool changed = strlen(name) > LONGEST;
  for (const char *s = name; *s && n < LONGEST; s++) {
    unsigned char c = (unsigned char)*s;
    bool fine = c >= 0x80 || (c >= '0' && c <= '9') ||
                ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '-' || c == '_' ||
                (c == '.' && n);
    changed |= !fine;
    out[n++] = fine ? *s : '_';
  }
  if (n == LONGEST && changed) { /* not in the middle of a character */
    while (n && ((unsigned char)out[n - 1] & 0xC0) == 0x80) n--;
    if (n && (unsigned char)out[n - 1] >= 0xC0) n--;
  }
  if (changed)
    snprintf(out + n, 100 - n, "-%08x%s",
             (unsigned)truc__hash(name, strlen(name)), ending);
  else
    snprintf(out + n, 100 - n, "%s", ending);
}

/* -------------------------------------------------------------- annotations */

/* One document on its way. */
typedef struct standoff {
  truc__export *x;
  const truc__buf *text;
  truc__buf *ann;
  uint32_t t, a; /* the last numbers of text-bound and other annotations */
} standoff;

static bool breaks(char c) { return c == '\n' || c == '\r' || c == '\t'; }

/* A text-bound annotation; its number, 0 if there is nothing to bind. */
static uint32_t put_span(standoff *w, const char *type, size_t off, size_t n) {
  const char *s = w->text->p;
  truc__buf *b = w->ann, *words = &w->x->line;
  if (off > w->text->n || n > w->text->n - off) return 0;
  size_t end = off + n, before = b->n;
  truc__buf_reset(words);
  truc__buf_fmt(b, "T%u\t%s", (unsigned)w->t + 1, type);
  for (size_t i = off; i < end;) {
    size_t from = i;
    while (i < end && !breaks(s[i])) i++;
    if (i > from) {
      uint32_t at = truc__points(s, from);
      truc__buf_fmt(b, "%c%u %u", words->n ? ';' : ' ', (unsigned)at,
                    (unsigned)(at + truc__points(s + from, i - from)));
      if (words->n) truc__buf_chr(words, ' ');
      truc__buf_put(words, s + from, i - from);
    }
    i++;
  }
  if (!words->n) {
    b->n = before;
    return 0;
  }
  truc__buf_chr(b, '\t');
  truc__buf_put(b, words->p, words->n);
  truc__buf_chr(b, '\n');
  return ++w->t;
}

/* Notes for annotation.conf that an event of this kind has this role. */
static void note_role(truc__export *x, const char *kind, const char *slot) {
  char key[96];
  snprintf(key, sizeof key, "\n%s %s\n", kind, slot);
  if (x->notes.n && strstr(x->notes.p, key)) return;
  truc__buf_str(&x->notes, key);
}

/* The arguments that stand in the text: text-bound annotations before the line
** of the event, roles behind it. */
static void put_roles(standoff *w, int64_t fact, const char *kind,
                      truc__buf *roles) {
  truc_ledger *l = w->x->l;
  char last[32] = "";
  int count = 0;
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT a.slot, lower(coalesce(e.type, 'VALUE')), a.start, a.end "
      "FROM argument a LEFT JOIN entity e ON e.id = a.entity "
      "WHERE a.fact = ? AND a.start IS NOT NULL ORDER BY a.slot, a.n",
      "i", fact);
  while (truc__next(l, s)) {
    const char *slot = truc__text(s, 0);
    int64_t from = sqlite3_column_int64(s, 2), to = sqlite3_column_int64(s, 3);
    if (from < 0 || to <= from) continue;
    uint32_t t =
        put_span(w, truc__text(s, 1), (size_t)from, (size_t)(to - from));
    if (!t) continue;
    count = strcmp(last, slot) ? 1 : count + 1;
    snprintf(last, sizeof last, "%s", slot);
    truc__buf_fmt(roles, count > 1 ? " %s%d:T%u" : " %s%.0d:T%u", slot,
                  count > 1 ? count : 0, (unsigned)t);
    note_role(w->x, kind, slot);
  }
}

static void put_event(standoff *w, sqlite3_stmt *s) {
  truc__buf roles = {0};
  const char *kind = truc__text(s, 2);
  unsigned n = (unsigned)sqlite3_column_int64(s, 1);
  uint32_t t = put_span(w, kind, (size_t)sqlite3_column_int64(s, 5),
                        (size_t)sqlite3_column_int64(s, 6));
  if (t) {
    put_roles(w, sqlite3_column_int64(s, 0), kind, &roles);
    truc__buf_put(&roles, "", 0);
    truc__buf_fmt(w->ann, "E%u\t%s:T%u%s\n", n, kind, (unsigned)t,
                  roles.p ? roles.p : "");
    truc__buf_fmt(w->ann, "A%u\tModality E%u %s\n", (unsigned)++w->a, n,
                  truc__text(s, 3));
    truc__buf_fmt(w->ann, "#%u\tAnnotatorNotes E%u\t%s\n", (unsigned)w->a, n,
                  truc__text(s, 4));
  }
  if (roles.rc) truc__set_fail(w->x->l, TRUC_ENOMEM, "out of memory");
  truc__buf_release(&roles);
}

static void put_document(truc__export *x, int64_t document, const char *name) {
  truc_ledger *l = x->l;
  truc__buf text = {0}, ann = {0};
  standoff w = {x, &text, &ann, 0, 0};
  char file[100];
  truc__document_text(l, document, &text);
  truc__buf_put(&text, "", 0);
  truc__buf_put(&ann, "", 0);
  sqlite3_stmt *s = truc__ask(
      l,
      "SELECT f.id, f.n, f.kind, f.modality, p.key, s.start, "
      "length(CAST(s.text AS BLOB)) FROM document d CROSS JOIN fact f "
      "ON f.id BETWEEN d.first_fact AND d.last_fact "
      "CROSS JOIN claim c ON c.id = f.claim "
      "CROSS JOIN temp.chosen t ON t.id = c.proposition "
      "CROSS JOIN proposition p ON p.id = t.id "
      "CROSS JOIN evidence e ON e.fact = f.id AND e.n = 0 "
      "CROSS JOIN sentence s ON s.id = e.sentence WHERE d.id = ? "
      "ORDER BY f.n",
      "i", document);
  while (truc__next(l, s)) put_event(&w, s);
  if (text.rc || ann.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  if (!truc__failed(l)) {
    file_name(name, ".txt", file);
    put_file(x, file, text.p, text.n);
    file_name(name, ".ann", file);
    put_file(x, file, ann.p, ann.n);
  }
  truc__buf_release(&text);
  truc__buf_release(&ann);
}

/* --------------------------------------------------------------- the whole */

static void put_configuration(truc__export *x) {
  truc__buf *b = &x->line;
  const char *notes = x->notes.n ? x->notes.p : "";
  truc__buf_reset(b);
  truc__buf_str(b, "[entities]\n");
  for (int t = 0; t < TRUC_NENTITY_TYPES; t++) {
    const char *name = truc_entity_type_name((truc_entity_type)t);
    for (; *name; name++) /* in small letters: some kinds are called so, too */
      truc__buf_chr(b,
                    (char)(*name >= 'A' && *name <= 'Z' ? *name + 32 : *name));
    truc__buf_chr(b, '\n');
  }
  truc__buf_str(b, "sector\nother\nvalue\n\n[relations]\n\n[events]\n");
  for (int k = 0; k < TRUC_NKINDS; k++) {
    char key[40];
    const char *between = "\t";
    int n = snprintf(key, sizeof key, "\n%s ", truc_kind_name((truc_kind)k));
    truc__buf_str(b, truc_kind_name((truc_kind)k));
    for (const char *s = notes; (s = strstr(s, key)) != NULL; s += n) {
      truc__buf_str(b, between);
      truc__buf_put(b, s + n, strcspn(s + n, "\n"));
      truc__buf_str(b, "*:<ANY>");
      between = ", ";
    }
    truc__buf_chr(b, '\n');
  }
  truc__buf_str(b, "\n[attributes]\nModality\tArg:<EVENT>, Value:");
  for (int m = TRUC_ACTUAL; m <= TRUC_DENIED; m++)
    truc__buf_fmt(b, "%s%s", m == TRUC_ACTUAL ? "" : "|",
                  truc_modality_name((truc_modality)m));
  truc__buf_chr(b, '\n');
  if (b->rc || x->notes.rc)
    truc__set_fail(x->l, TRUC_ENOMEM, "out of memory");
  else
    put_file(x, "annotation.conf", b->p, b->n);
}

static void put_tail(truc__export *x) {
  static const char zeros[2 * BLOCK];
  truc_ledger *l = x->l;
  if (!x->done) return;
  sqlite3_stmt *s = truc__taken_documents(x);
  while (truc__next(l, s)) {
    put_document(x, sqlite3_column_int64(s, 0), truc__text(s, 1));
    if (truc__export_flush(x)) continue;
    truc__end(s);
    return;
  }
  put_configuration(x);
  truc__buf_put(&x->out, zeros, sizeof zeros);
}

const truc__form truc__form_brat = {.name = "brat",
                                    .lacks = "no document of clean UTF-8",
                                    .ids_only = true,
                                    .head = truc__take_head,
                                    .tail = put_tail,
                                    .put = truc__take};

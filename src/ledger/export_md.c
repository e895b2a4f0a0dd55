/* SPDX-License-Identifier: Apache-2.0 */
/* export_md.c - Markdown (CommonMark), to read: a section for each kind, an
** item for each proposition with its fullest sentence. */
#include "ledger/ledger.h"
#include "text/prose.h"

/* Marks of the syntax lose their meaning, line ends become blanks. */
static void put_text(truc__buf *b, const char *s, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (strchr("\\`*_[]<>#|&", s[i]) && s[i]) truc__buf_chr(b, '\\');
    truc__put_cell(b, s + i, 1);
  }
}

/* A sentence as people write it. */
static void put_prose(truc__buf *b, const char *s, size_t n) {
  truc__prose p;
  size_t from;
  unsigned len;
  bool blank;
  truc__prose_begin(&p, s, n);
  while (truc__prose_next(&p, &from, &len, &blank))
    put_text(b, blank ? " " : s + from, blank ? 1 : len);
}

static void put_heading(truc__export *x, const truc_record *p) {
  const char *kind = truc_kind_name((truc_kind)p->kind);
  bool fresh;
  uint32_t number = truc__number_of(x, kind, &fresh);
  if (!fresh) return;
  truc__buf_fmt(&x->out, "%s## %s\n\n", number > 1 ? "\n" : "", kind);
}

static bool put_md(truc__export *x, const truc_record *p) {
  truc__buf *b = &x->out;
  const truc_record_document *d = &x->r->document[p->doc];
  put_heading(x, p);
  truc__buf_reset(&x->line);
  truc__put_label(x, &x->line, p);
  if (x->line.rc) b->rc = x->line.rc;
  truc__buf_str(b, "- ");
  if (*p->date) truc__buf_fmt(b, "**%s** ", p->date);
  if (x->line.p) put_text(b, x->line.p, x->line.n);
  truc__buf_fmt(b, " (%s, %u source%s)\n",
                truc_modality_name((truc_modality)p->modality), p->nsource,
                p->nsource == 1 ? "" : "s");
  if (p->nevidence) {
    const truc_record_evidence *e = &x->r->evidence[p->evidence];
    truc__buf_str(b, "  > ");
    put_prose(b, e->text, e->len);
    truc__buf_str(b, " — ");
    put_text(b, d->id, strlen(d->id));
    truc__buf_chr(b, '\n');
  }
  return true;
}

const truc__form truc__form_md = {
    .name = "md", .lacks = "", .max_evidence = 1, .put = put_md};

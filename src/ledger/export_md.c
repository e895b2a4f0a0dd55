/* SPDX-License-Identifier: Apache-2.0 */
/* export_md.c - Markdown (CommonMark), to read: a section for each kind, an
** item for each proposition with its fullest sentence. */
#include "ledger/export.h"

/* Marks of the syntax lose their meaning. */
static void put_text(truc__buf *b, const char *s, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (s[i] && strchr("\\`*_[]<>#|&", s[i])) truc__buf_chr(b, '\\');
    truc__buf_chr(b, s[i]);
  }
}

/* What was made in x->line. */
static void end_line(truc__export *x) {
  if (x->line.rc) x->out.rc = x->line.rc;
  if (x->line.n) put_text(&x->out, x->line.p, x->line.n);
  truc__buf_reset(&x->line);
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
  truc__buf_str(b, "- ");
  if (*p->date) truc__buf_fmt(b, "**%s** ", p->date);
  truc__put_label(x, &x->line, p);
  end_line(x);
  truc__buf_fmt(b, " (%s, %u source%s)\n",
                truc_modality_name((truc_modality)p->modality), p->nsource,
                p->nsource == 1 ? "" : "s");
  if (p->nevidence) {
    const truc_record_evidence *e = &x->r->evidence[p->evidence];
    truc__buf_str(b, "  > ");
    truc__put_words(&x->line, e->text, e->len);
    end_line(x);
    truc__buf_str(b, " — ");
    truc__put_cell(&x->line, d->id, strlen(d->id));
    end_line(x);
    truc__buf_chr(b, '\n');
  }
  return true;
}

const truc__form truc__form_md = {
    .name = "md", .lacks = "", .max_evidence = 1, .put = put_md};

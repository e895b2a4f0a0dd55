/* SPDX-License-Identifier: Apache-2.0
**
** view.c - briefs for the eye: headings, columns, quotations, on a terminal or
** as Markdown.
*/
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/ledger.h"
#include "text/prose.h"

enum { INDENT = 2, NARROW = 40, WIDE = 110 };

/* ------------------------------------------------------------------ widths */

static bool is_wide(int32_t cp) {
  return (cp >= 0x1100 && cp < 0x1160) || (cp >= 0x2E80 && cp < 0xA4D0) ||
         (cp >= 0xAC00 && cp < 0xD7A4) || (cp >= 0xF900 && cp < 0xFB00) ||
         (cp >= 0xFE30 && cp < 0xFE70) || (cp >= 0xFF00 && cp < 0xFF61) ||
         (cp >= 0x1F300 && cp < 0x1FB00) || (cp >= 0x20000 && cp < 0x40000);
}

static bool is_flat(int32_t cp) { /* takes no column */
  return (cp >= 0x300 && cp < 0x370) || (cp >= 0x200B && cp < 0x2010) ||
         cp == 0xFEFF || (cp >= 0xFE00 && cp < 0xFE10);
}

int cli_columns(const char *s, size_t n) {
  int w = 0;
  for (size_t i = 0; i < n; w++) {
    int32_t cp;
    unsigned k =
        (unsigned char)s[i] < 0x80 ? 1 : truc__utf8_next(s + i, n - i, &cp);
    i += k;
    if (k < 3 && (k == 1 || cp < 0x300)) continue; /* most letters */
    w += is_flat(cp) ? -1 : is_wide(cp);
  }
  return w;
}

static int terminal_width(void) {
  struct winsize w;
  const char *columns = getenv("COLUMNS");
  int n = columns ? atoi(columns) : 0;
  if (!n && isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &w))
    n = w.ws_col;
  if (!n) n = 80;
  return n < NARROW ? NARROW : n > WIDE ? WIDE : n;
}

void cli_view_init(cli_view *v, cli *c, truc_ledger *l, bool markdown) {
  *v = (cli_view){.c = c, .l = l, .markdown = markdown};
  v->width = terminal_width();
  v->label = 14;
  v->colour = !markdown && cli_colour();
}

void cli_view_release(cli_view *v) { truc__buf_release(&v->line); }

/* ------------------------------------------------------------------ pieces */

static void style(cli_view *v, cli_style s) {
  static const char *const on[] = {"\033[0m", "\033[1;36m", "\033[1m",
                                   "\033[2m", "\033[1;33m", "\033[1;31m"};
  if (v->colour) truc__buf_str(&v->c->out, on[s]);
}

static void blanks(cli_view *v, int n) {
  for (int i = 0; i < n; i++) truc__buf_chr(&v->c->out, ' ');
}

static void rule(cli_view *v, const char *mark, int n) {
  for (int i = 0; i < n; i++) truc__buf_str(&v->c->out, mark);
}

static int width_of(const char *s) { return cli_columns(s, strlen(s)); }

/* `left`, then `right` at the right end, with `fill` between. */
static void ends(cli_view *v, const char *left, const char *right,
                 const char *fill, cli_style s) {
  int space = v->width - width_of(left) - width_of(right) - 1 - (*right != 0);
  style(v, s);
  truc__buf_str(&v->c->out, left);
  style(v, STYLE_FAINT);
  truc__buf_chr(&v->c->out, ' ');
  rule(v, fill, space > 0 ? space : 0);
  if (*right) truc__buf_chr(&v->c->out, ' ');
  truc__buf_str(&v->c->out, right);
  style(v, STYLE_PLAIN);
  truc__buf_chr(&v->c->out, '\n');
}

void cli_view_blank(cli_view *v) { truc__buf_chr(&v->c->out, '\n'); }

void cli_view_title(cli_view *v, const char *title, const char *remark) {
  if (v->markdown) {
    truc__buf_fmt(&v->c->out, "# %s\n\n", title);
    if (*remark) truc__buf_fmt(&v->c->out, "%s\n", remark);
    return;
  }
  ends(v, title, remark, "━", STYLE_HEAD);
}

void cli_view_section(cli_view *v, const char *title, const char *remark) {
  if (v->markdown) {
    truc__buf_fmt(&v->c->out, "\n## %s%s%s\n", title, *remark ? " — " : "",
                  remark);
    return;
  }
  cli_view_blank(v);
  ends(v, title, remark, "─", STYLE_STRONG);
}

/* ---------------------------------------------------------------- wrapping */

/* Wraps `s` to the view from column `at` on, with `indent` for further lines.
** Marks are byte spans of `s`, in order. */
typedef struct wrapping {
  cli_view *v;
  const char *s;
  size_t n;
  const truc_span *mark;
  uint32_t nmark, next;
  int at, indent, right; /* right: last column */
  cli_style style;
  bool marked;
} wrapping;

/* The end of s[from..to), or before it that of a piece which is all marked or
** all not. */
static size_t evenly(const wrapping *w, const truc_span *m, size_t from,
                     size_t to) {
  size_t edge = m ? (size_t)m->off + (w->marked ? m->len : 0) : to;
  return edge > from && edge < to ? edge : to;
}

/* Puts s[from..to), switching colours where marks begin and end. */
static void put_run(wrapping *w, size_t from, size_t to) {
  truc__buf *out = &w->v->c->out;
  const char *on = w->v->markdown ? "**" : "", *off = on;
  for (size_t i = from; i < to;) {
    const truc_span *m = w->next < w->nmark ? &w->mark[w->next] : NULL;
    if (m && !w->marked && i == m->off) {
      style(w->v, STYLE_MARK);
      truc__buf_str(out, on);
      w->marked = true;
    }
    size_t end = evenly(w, m, i, to);
    truc__buf_put(out, w->s + i, end - i);
    i = end;
    if (m && w->marked && i == (size_t)m->off + m->len) {
      truc__buf_str(out, off);
      style(w->v, STYLE_PLAIN);
      style(w->v, w->style);
      w->marked = false;
      w->next++;
    }
  }
}

static void wrap(wrapping *w) {
  bool first = true;
  style(w->v, w->style);
  for (size_t i = 0; i < w->n;) {
    size_t from = i;
    while (i < w->n && w->s[i] == ' ') i++;
    size_t word = i;
    while (i < w->n && w->s[i] != ' ') i++;
    int columns = cli_columns(w->s + word, i - word);
    int gap = first ? 0 : (int)(word - from);
    if (!first && !w->v->markdown && w->at + gap + columns > w->right) {
      truc__buf_chr(&w->v->c->out, '\n');
      blanks(w->v, w->indent);
      w->at = w->indent;
      put_run(w, word, word);
    } else if (!first) {
      put_run(w, from, word);
      w->at += gap;
    }
    put_run(w, word, i);
    w->at += columns;
    first = false;
  }
  style(w->v, STYLE_PLAIN);
}

/* ----------------------------------------------------------------- entries */

static int text_column(const cli_view *v) { return INDENT + v->label; }

/* The label in its column; one that is too wide takes a line of its own. */
static void put_label(cli_view *v, const char *label) {
  int columns = width_of(label);
  blanks(v, INDENT);
  style(v, STYLE_STRONG);
  truc__buf_str(&v->c->out, label);
  style(v, STYLE_PLAIN);
  if (columns < v->label) {
    blanks(v, v->label - columns);
    return;
  }
  truc__buf_chr(&v->c->out, '\n');
  blanks(v, text_column(v));
}

/* The remark at the right end of the line, or of the next one. */
static void put_remark(cli_view *v, const char *remark, int at) {
  int columns = width_of(remark);
  if (!columns) return;
  if (at + 2 + columns > v->width) {
    truc__buf_chr(&v->c->out, '\n');
    at = 0;
  }
  blanks(v, v->width - at - columns);
  style(v, STYLE_FAINT);
  truc__buf_str(&v->c->out, remark);
  style(v, STYLE_PLAIN);
}

void cli_view_entry(cli_view *v, const char *label, const char *what,
                    const char *remark) {
  truc__buf *out = &v->c->out;
  if (v->markdown) {
    truc__buf_fmt(out, "\n- %s%s%s", *label ? "**" : "", label,
                  *label ? "** " : "");
    truc__buf_str(out, what);
    if (*remark) truc__buf_fmt(out, " _(%s)_", remark);
    truc__buf_chr(out, '\n');
    return;
  }
  put_label(v, label);
  wrapping w = {.v = v,
                .s = what,
                .n = strlen(what),
                .at = text_column(v),
                .indent = text_column(v),
                .right = v->width};
  wrap(&w);
  put_remark(v, remark, w.at);
  truc__buf_chr(out, '\n');
}

void cli_view_note(cli_view *v, const char *s) {
  truc__buf *out = &v->c->out;
  if (v->markdown) {
    truc__buf_fmt(out, "  <br>");
    truc__buf_str(out, s);
    truc__buf_chr(out, '\n');
    return;
  }
  int text = text_column(v) + 2;
  blanks(v, text);
  wrapping w = {.v = v,
                .s = s,
                .n = strlen(s),
                .at = text,
                .indent = text,
                .right = v->width,
                .style = STYLE_FAINT};
  wrap(&w);
  truc__buf_chr(out, '\n');
}

/* ------------------------------------------------------------ quotations */

/* The words as the eye wants them, and where the marks are then. */
static void tidy(truc__buf *b, const char *s, size_t n, const truc_span *mark,
                 truc_span *moved, uint32_t nmark) {
  truc__prose p;
  size_t from, len;
  bool blank;
  uint32_t opened = 0, closed = 0;
  truc__prose_begin(&p, s, n, mark, nmark);
  do {
    if (!truc__prose_next(&p, &from, &len, &blank)) from = n;
    while (closed < opened &&
           from >= (size_t)mark[closed].off + mark[closed].len) {
      moved[closed].len = (uint32_t)b->n - moved[closed].off;
      closed++;
    }
    if (from >= n) break;
    if (opened < nmark && from >= mark[opened].off && !blank)
      moved[opened++].off = (uint32_t)b->n;
    if (blank)
      truc__buf_chr(b, ' ');
    else
      cli_put_safe(b, s + from, len);
  } while (from < n);
}

void cli_put_tidy(truc__buf *b, const char *s, size_t n) {
  tidy(b, s, n, NULL, NULL, 0);
}

void cli_view_quote(cli_view *v, const char *s, size_t n,
                    const truc_span *marks, uint32_t nmark) {
  enum { MAX = 64 };
  truc_span own[MAX] = {0};
  truc__buf *b = &v->line, *out = &v->c->out;
  if (nmark > MAX) nmark = MAX;
  truc__buf words = {0};
  tidy(&words, s, n, marks, own, nmark);
  truc__buf_reset(b);
  truc__buf_str(b, "“");
  truc__buf_put(b, words.p ? words.p : "", words.n);
  truc__buf_str(b, "”");
  truc__buf_release(&words);
  for (uint32_t i = 0; i < nmark; i++) own[i].off += (uint32_t)strlen("“");
  int text = v->markdown ? 0 : text_column(v) + 1;
  if (v->markdown) truc__buf_str(out, "  > ");
  blanks(v, text);
  wrapping w = {.v = v,
                .s = b->p,
                .n = b->n,
                .mark = own,
                .nmark = nmark,
                .at = text,
                .indent = text + 1,
                .right = v->width};
  if (b->p) wrap(&w);
  truc__buf_chr(out, '\n');
}

/* SPDX-License-Identifier: Apache-2.0
**
** words.c - truc words: text in, words out; line in, line out.
**
** In joined text two meanings of '_' must never mix: a join, which we put, and
** a literal, which the user wrote.  A literal one is written \_ (and a
** backslash \\), unless --plain asks for naked text.
*/
#include <stdlib.h>

#include "cli/words.h"

static const cli_option options[] = {
    {"plain", 0, NULL, "joined text without escapes (literal _ stays _)"},
    {"join", 0, "C", "join syllables by C instead of _"},
    {"profile", 0, "NAME", "convention of words: ud or vlsp"},
    {"keep-gaps", 0, NULL, "copy all other bytes: undone, it is the input"},
    {"words", 'w', "FILE", "words of your own, one a line: hoa_hồng"},
    {"k-best", 0, "N", "JSON Lines: the N best readings of each sentence"},
    {"lattice", 0, "BEAM", "JSON Lines: all words down to BEAM below the best"},
    {"scores", 0, NULL, "JSON Lines: how sure each word is, 0.5 to 1"},
    {"keys", 0, NULL, "JSON Lines: keys of each word, exact and plain"},
    {NULL, 0, NULL, NULL}};

/* ------------------------------------------------------------ joined text */

/* How a record is written; looked up once for all its tokens. */
typedef struct style {
  const char *join;
  size_t njoin;
  bool escapes; /* some byte of the record needs one */
  bool seg;     /* segmented input brings escapes of its own */
} style;

static style style_of(const cli *c, const cli_job *j, bool seg) {
  style y = {.join = cli_value(c, "join"), .seg = seg};
  if (!y.join) y.join = "_";
  y.njoin = strlen(y.join);
  if (!cli_value(c, "plain"))
    y.escapes = memchr(j->rec.text, '\\', j->rec.n) ||
                memmem(j->rec.text, j->rec.n, y.join, y.njoin);
  return y;
}

/* Bytes of the input, escaped.  Escapes that segmented input brings are passed
** on. */
static void put_escaped(const style *y, cli_job *j, truc_span s) {
  truc__buf *b = j->out;
  const char *p = cli_bytes(j, s);
  for (uint32_t i = 0; i < s.len;) {
    size_t k = 1;
    bool is_join = s.len - i >= y->njoin && !memcmp(p + i, y->join, y->njoin);
    if (y->seg && p[i] == '\\' && i + 1 < s.len &&
        (p[i + 1] == '_' || p[i + 1] == '\\'))
      k = 2;
    else if (is_join || p[i] == '\\')
      truc__buf_chr(b, '\\');
    if (is_join) k = y->njoin;
    truc__buf_put(b, p + i, k);
    i += (uint32_t)k;
  }
}

/* Is there a byte that may have to be escaped? */
static inline bool is_special(const style *y, const char *p, uint32_t n) {
  bool special = false;
  for (uint32_t i = 0; i < n; i++)
    special |= p[i] == '\\' || p[i] == y->join[0];
  return special;
}

static inline void put_bytes(const style *y, cli_job *j, truc_span s) {
  truc__buf *b = j->out;
  if (y->escapes && is_special(y, cli_bytes(j, s), s.len)) {
    put_escaped(y, j, s);
  } else if (truc__buf_room(b, s.len)) {
    memcpy(b->p + b->n, cli_bytes(j, s), s.len);
    b->n += s.len;
  }
}

/* Line ends in the bytes [from, to). */
static uint32_t line_ends(const cli_job *j, uint32_t from, uint32_t to) {
  uint32_t n = 0;
  for (uint32_t i = from; i < to; i++) n += j->rec.text[i] == '\n';
  return n;
}

/* What stands before a token: a join, a blank, or the line ends of the gap. */
static inline void put_gap(const style *y, cli_job *j, uint32_t from,
                           uint32_t to, bool inside, bool first) {
  truc__buf *b = j->out;
  uint32_t lines = line_ends(j, from, to);
  for (uint32_t i = 0; i < lines; i++) truc__buf_chr(b, '\n');
  if (lines || first || !truc__buf_room(b, y->njoin)) return;
  if (inside && y->njoin > 1)
    truc__buf_put(b, y->join, y->njoin);
  else
    b->p[b->n++] = inside ? y->join[0] : ' ';
}

/* The end of a piece: its last line ends; the end of a text closes its line. */
static void put_tail(cli_job *j, uint32_t from) {
  uint32_t n = (uint32_t)j->rec.n;
  uint32_t lines = line_ends(j, from, n);
  for (uint32_t i = 0; i < lines; i++) truc__buf_chr(j->out, '\n');
  if (n == 0 || j->rec.text[n - 1] == '\n') return;
  if (j->rec.last)
    truc__buf_chr(j->out, '\n');
  else if (j->rec.text[n - 1] == ' ' || j->rec.text[n - 1] == '\t')
    truc__buf_chr(j->out, ' ');
}

static void put_joined(const cli *c, cli_job *j) {
  uint32_t ntok, end = 0;
  const style y = style_of(c, j, truc_doc_form(j->doc) == TRUC_FORM_SEG);
  const truc_token *tok = truc_doc_tokens(j->doc, &ntok);
  for (uint32_t i = 0; i < ntok; i++) {
    put_gap(&y, j, end, tok[i].at.off, tok[i].flags & TRUC_TF_JOIN, i == 0);
    put_bytes(&y, j, tok[i].at);
    end = tok[i].at.off + tok[i].at.len;
  }
  put_tail(j, end);
}

/* With --keep-gaps a join shows only where the gap is one blank, and all other
** gaps are copied. */
static void put_kept(const cli *c, cli_job *j) {
  uint32_t ntok, end = 0;
  const style y = style_of(c, j, false);
  const truc_token *tok = truc_doc_tokens(j->doc, &ntok);
  const char *raw = j->rec.text;
  for (uint32_t i = 0; i < ntok; i++) {
    truc_span at = tok[i].at;
    if ((tok[i].flags & TRUC_TF_JOIN) && at.off == end + 1 && raw[end] == ' ')
      truc__buf_put(j->out, y.join, y.njoin);
    else
      put_bytes(&y, j, (truc_span){end, at.off - end});
    put_bytes(&y, j, at);
    end = at.off + at.len;
  }
  put_bytes(&y, j, (truc_span){end, (uint32_t)j->rec.n - end});
}

/* ---------------------------------------------------------- other formats */

/* The least sure of the boundaries of a word: before it, inside, behind. */
static void put_confidence(cli_job *j, const truc_word *w) {
  uint32_t ntok;
  const truc_token *tok = truc_doc_tokens(j->doc, &ntok);
  unsigned least = 255;
  for (uint32_t k = w->tok; k <= w->tok + w->ntok && k < ntok; k++)
    if (tok[k].margin < least) least = tok[k].margin;
  truc__buf_fmt(j->out, ",\"confidence\":%.3f", 0.5 + least / 510.0);
}

static void put_key(cli_job *j, uint32_t word, truc_key_kind kind,
                    const char *name) {
  char key[512];
  size_t n = truc_doc_word_key(j->doc, word, kind, key, sizeof key);
  truc__buf_fmt(j->out, ",\"%s\":", name);
  truc__buf_json(j->out, key, n < sizeof key ? n : sizeof key - 1);
}

static void put_json_word(const cli *c, cli_job *j, uint32_t i,
                          const truc_token *tok) {
  uint32_t n;
  const truc_word *w = &truc_doc_words(j->doc, &n)[i];
  truc__buf *b = j->out;
  truc__buf_str(b, "{\"text\":");
  truc__buf_json(b, cli_bytes(j, w->at), w->at.len);
  truc__buf_chr(b, ',');
  cli_json_span(c, j, w->at);
  truc__buf_fmt(b, ",\"sentence\":%u", (unsigned)w->sent);
  if (w->ntok > 1) {
    truc__buf_str(b, ",\"syllables\":[");
    for (uint32_t k = 0; k < w->ntok; k++) {
      cli_range r = cli_span(c, j, tok[w->tok + k].at);
      truc__buf_fmt(b, "%s[%llu,%llu]", k ? "," : "",
                    (unsigned long long)r.start, (unsigned long long)r.end);
    }
    truc__buf_chr(b, ']');
  }
  if (cli_value(c, "scores")) put_confidence(j, w);
  if (cli_value(c, "keys")) {
    put_key(j, i, TRUC_KEY_EXACT, "key");
    put_key(j, i, TRUC_KEY_PLAIN, "plain");
  }
  truc__buf_chr(b, '}');
}

static void put_json(const cli *c, cli_job *j) {
  uint32_t nword, ntok;
  const truc_token *tok = truc_doc_tokens(j->doc, &ntok);
  truc_doc_words(j->doc, &nword);
  cli_json_head(c, j);
  truc__buf_str(j->out, ",\"words\":[");
  for (uint32_t i = 0; i < nword; i++) {
    if (i) truc__buf_chr(j->out, ',');
    put_json_word(c, j, i, tok);
  }
  truc__buf_str(j->out, "]}\n");
}

static void put_tsv(const cli *c, cli_job *j) {
  uint32_t nword;
  const truc_word *word = truc_doc_words(j->doc, &nword);
  for (uint32_t i = 0; i < nword; i++) {
    cli_range r = cli_span(c, j, word[i].at);
    truc__buf_fmt(j->out, "%s\t%u\t%llu\t%llu\t%u\t", j->rec.id,
                  (unsigned)word[i].sent + 1, (unsigned long long)r.start,
                  (unsigned long long)r.end, (unsigned)word[i].ntok);
    cli_put_cell(j->out, j, word[i].at);
    truc__buf_chr(j->out, '\n');
  }
}

/* ------------------------------------------------------------------- verb */

static void emit(const cli *c, cli_job *j) {
  switch (c->format[0]) {
    case 'j': put_json(c, j); break;
    case 'c': cli_put_conllu(c, j, false); break;
    case 't': put_tsv(c, j); break;
    case 'p': cli_put_phobert(j); break;
    default:
      if (cli_value(c, "keep-gaps"))
        put_kept(c, j);
      else
        put_joined(c, j);
  }
}

/* A number that was checked. */
static uint32_t number(const char *s) { return (uint32_t)strtoul(s, NULL, 10); }

static void emit_readings(const cli *c, cli_job *j) {
  cli_put_readings(c, j, number(cli_value(c, "k-best")));
}
static void emit_lattice(const cli *c, cli_job *j) {
  cli_put_lattice(c, j, number(cli_value(c, "lattice")));
}

static bool one_letter(const char *s) {
  int32_t cp;
  size_t n = strlen(s);
  return n && truc__utf8_next(s, n, &cp) == n && cp > ' ' && cp != '\\';
}

/* Options that only JSON Lines can show. */
static bool wants_json(cli *c, bool best, bool lattice) {
  bool more = cli_value(c, "scores") || cli_value(c, "keys");
  const char *format = cli_value(c, "format");
  if (best + lattice + more > 1) {
    cli_fail(c, CLI_USAGE, NULL, "truc words --k-best=3",
             "--k-best, --lattice and the words with --scores or --keys are "
             "three things");
    return false;
  }
  if (best + lattice + more && format && *format != 'j') {
    cli_fail(c, CLI_USAGE, NULL, "--format=jsonl",
             "--k-best, --lattice, --scores and --keys are printed as jsonl "
             "alone");
    return false;
  }
  if (best + lattice + more) c->format = "jsonl";
  return true;
}

static int run(cli *c) {
  const char *join = cli_value(c, "join");
  bool bad = false, best = cli_value(c, "k-best") != NULL;
  bool lattice = cli_value(c, "lattice") != NULL;
  cli_number(c, "k-best", 1, 1, TRUC_READINGS_MAX, &bad);
  cli_number(c, "lattice", 0, 0, 1000000, &bad);
  if (bad || !cli_load_words(c)) return c->status;
  c->piece = CLI_PIECE / 4; /* words look no further than their sentence */
  if (join && !one_letter(join))
    return cli_fail(c, CLI_USAGE, NULL, "--join=+",
                    "--join wants one character, no blank or backslash");
  if (!wants_json(c, best, lattice)) return c->status;
  c->profile = cli_value(c, "profile");
  if (c->format[0] == 'p' && !c->profile && c->model) c->profile = "vlsp";
  if (c->format[0] == 't')
    cli_put(c, "doc\tsentence\tstart\tend\tsyllables\tword\n");
  return cli_each(c, TRUC_WORDS,
                  best      ? emit_readings
                  : lattice ? emit_lattice
                            : emit);
}

const cli_verb cli_words = {
    "words",
    "cut text into words, syllables joined by _",
    "[options] [FILE...|-]",
    "  echo 'Thủ tướng thăm Nhật Bản.' | truc words\n"
    "  truc words --format=jsonl --offsets=utf16 article.txt\n"
    "  truc words -j 4 corpus.txt > corpus.seg\n",
    "seg     joined text: words by blanks, syllables by _; line in, line out;\n"
    "        a _ of the source is written \\_ and a backslash \\\\\n"
    "jsonl   one record per input record, with offsets of words and syllables\n"
    "conllu  ten columns; FORM keeps the blanks between syllables\n"
    "tsv     one word a row\n"
    "phobert a sentence a line as VnCoreNLP writes it, for PhoBERT and its "
    "like:\n"
    "        profile vlsp unless another is named, composed letters, hoà for\n"
    "        hòa, no escapes\n\n"
    "--words=FILE: one word a line, syllables by _ or blanks, # for remarks; "
    "case,\n"
    "tone place and composition make no difference; the longest word wins.\n"
    "--lattice=0 gives each word and the parts of the long ones; a score says "
    "how\n"
    "far the best reading with that word is below the best of all.\n",
    CLI_INPUT | CLI_OUTPUT | CLI_UNITS | CLI_MODEL | CLI_JOBS,
    "seg jsonl conllu tsv phobert",
    options,
    run};

/* SPDX-License-Identifier: Apache-2.0
**
** explain.c - truc explain: why a boundary, a name or a fact came out as it
** did.  For people; the layout may change.
*/
#include "fact/fact.h"
#include "value/value.h"

#include "cli/words.h"

static const cli_option options[] = {
    {"date", 0, "YYYY-MM-DD", "publication date"},
    {"in", 0, "FORM", "auto, raw or seg (word-segmented)"},
    {"words", 'w', "FILE", "words of your own, one a line"},
    {NULL, 0, NULL, NULL}};

/* What all the listings need. */
typedef struct view {
  truc__buf *b;
  const char *text;
  truc_doc *d;
  const truc_token *tok;
  const truc_sentence *sent;
  const truc_word *word;
  const truc_mention *mention;
  const truc_entity *entity;
  const truc_office *office;
  const truc_value *value;
  const truc_fact *fact;
  uint32_t ntok, nsent, nword, nmention, nentity, noffice, nvalue, nfact;
} view;

/* ---------------------------------------------------------------- layout */

/* Text of a span, safe for a terminal, filled up to `width` columns. */
static void put_span(view *v, truc_span s, size_t width) {
  size_t start = v->b->n, columns = 0;
  cli_put_safe(v->b, v->text + s.off, s.len);
  for (size_t i = start; i < v->b->n;) {
    int32_t cp;
    i += truc__utf8_next(v->b->p + i, v->b->n - i, &cp);
    columns += !(cp >= 0x300 && cp < 0x370);
  }
  for (; columns < width; columns++) truc__buf_chr(v->b, ' ');
}

static const char *ref_of(const view *v, uint32_t entity) {
  if (entity >= v->nentity) return "-";
  const char *ref = v->entity[entity].ref;
  return ref ? ref : "-";
}

static void put_sentence(view *v, uint32_t i) {
  static const char *const kinds[] = {"body", "title", "caption", "credit",
                                      "byline"};
  const truc_sentence *s = &v->sent[i];
  truc__buf_fmt(v->b, "%ssentence %u (%s, bytes %u-%u): ", i ? "\n" : "",
                (unsigned)i + 1, s->kind < 5 ? kinds[s->kind] : "?",
                (unsigned)s->at.off, (unsigned)(s->at.off + s->at.len));
  put_span(v, s->at, 0);
  truc__buf_chr(v->b, '\n');
}

/* ----------------------------------------------------------------- words */

static const char *token_kind(uint8_t kind) {
  static const char *const names[] = {
      "syllable", "number", "date", "time",  "percent",     "code",
      "abbr",     "url",    "tag",  "emoji", "punctuation", "other"};
  return kind < sizeof names / sizeof names[0] ? names[kind] : "?";
}

/* The boundary before a token, and how sure it is (word/word.h, CONFIDENCE). */
static void put_boundary(view *v, const truc_boundary *e) {
  if (e->why == TRUC_WHY_START)
    truc__buf_str(v->b, "  start          ");
  else
    truc__buf_fmt(v->b, "  %s %3u%%  ", e->joined ? "_ joined" : "| apart ",
                  (unsigned)(50 + (e->margin * 50 + 127) / 255));
}

/* The weights that were summed up; those that are 0 said nothing. */
static void put_weights(view *v, const truc_boundary *e) {
  const struct {
    const char *name;
    int32_t value;
  } part[] = {{"left syllable", e->left},
              {"right syllable", e->right},
              {e->known ? "pair" : "pair unknown", e->pair},
              {"kinds of syllable", e->kinds},
              {"capitals", e->capitals},
              {"pairs beside it", e->around},
              {"longer words", e->longer},
              {"decision before", e->before},
              {"decision after", e->after}};
  truc__buf_fmt(v->b,
                "      why: %+d =", (int)(e->score + e->before + e->after));
  for (size_t i = 0; i < sizeof part / sizeof part[0]; i++)
    if (part[i].value || (i == 2 && !e->known))
      truc__buf_fmt(v->b, " %s %+d", part[i].name, (int)part[i].value);
  truc__buf_chr(v->b, '\n');
}

static void put_why(view *v, const truc_boundary *e) {
  static const char *const reasons[] = {
      [TRUC_WHY_MARK] = "a mark, number or address on one side",
      [TRUC_WHY_LINE] = "a line ends",
      [TRUC_WHY_USER] = "the file of words",
      [TRUC_WHY_NO_MODEL] = "no model"};
  if (e->why == TRUC_WHY_SCORE)
    put_weights(v, e);
  else if (e->why != TRUC_WHY_START)
    truc__buf_fmt(v->b, "      why: %s\n", reasons[e->why]);
}

static void explain_words(view *v) {
  for (uint32_t i = 0; i < v->nsent; i++) {
    const truc_boundary *e;
    uint32_t n;
    truc_rc rc = truc_doc_boundaries(v->d, i, &e, &n, NULL);
    if (rc) v->b->rc = rc;
    put_sentence(v, i);
    for (uint32_t k = 0; k < n; k++) {
      const truc_token *t = &v->tok[e[k].tok];
      put_boundary(v, &e[k]);
      put_span(v, t->at, 16);
      truc__buf_fmt(v->b, " %s", token_kind(t->kind));
      if (t->flags & TRUC_TF_FOREIGN) truc__buf_str(v->b, " foreign");
      if (t->flags & TRUC_TF_HINT) truc__buf_str(v->b, " hint:joined");
      truc__buf_chr(v->b, '\n');
      put_why(v, &e[k]);
    }
  }
}

/* ----------------------------------------------------------------- names */

static void put_month(view *v, const char *what, truc_date x) {
  if (!x.year) return;
  truc__buf_fmt(v->b, ", %s %04d", what, x.year);
  if (x.month) truc__buf_fmt(v->b, "-%02d", x.month);
}

/* "spoken of at 2025-06-10 (publication date): after its time" */
static void put_standing(view *v, const truc_agency *a) {
  char iso[32];
  if (!a->when.start.year) {
    truc__buf_str(v->b, "; no date says when");
    return;
  }
  truc_value_iso(&a->when, iso);
  truc__buf_fmt(v->b, "; spoken of at %s (", iso);
  if (a->said < v->nvalue)
    put_span(v, v->value[a->said].at, 0);
  else
    truc__buf_str(v->b, "publication date");
  truc__buf_fmt(v->b, "): %s its time",
                a->standing == TRUC_STANDING_OPEN
                    ? "perhaps outside"
                    : truc_standing_name((truc_standing)a->standing));
}

/* Which ministry it is, when it was there, and by what date. */
static void put_agency(view *v, uint32_t mention) {
  truc_agency a;
  int found = truc_doc_agency(v->d, mention, &a);
  if (!found) return;
  truc__buf_fmt(v->b, "      agency: %s", a.name);
  put_month(v, "from", a.from);
  put_month(v, "until", a.until);
  if (a.successor)
    truc__buf_fmt(v->b, ", %s %s", found > 1 ? "or" : "then", a.successor);
  if (a.from.year || a.until.year) put_standing(v, &a);
  truc__buf_chr(v->b, '\n');
}

static void put_mention(view *v, const truc_mention *m) {
  static const char *const forms[] = {"name", "title", "pronoun", "pair"};
  static const struct {
    unsigned flag;
    const char *name;
  } flags[] = {{TRUC_MF_METONYM, "metonym"},
               {TRUC_MF_INNAME, "inside-a-name"},
               {TRUC_MF_POSSESSIVE, "possessive"},
               {TRUC_MF_SPOUSE, "spouse"},
               {TRUC_MF_CREDIT, "credit"}};
  truc__buf_str(v->b, m->outer == TRUC_NONE ? "  " : "    ");
  put_span(v, m->at, m->outer == TRUC_NONE ? 30 : 28);
  truc__buf_fmt(v->b, " %-9s %-7s %s",
                truc_entity_type_name((truc_entity_type)m->type),
                m->form < 4 ? forms[m->form] : "?", ref_of(v, m->entity));
  if (m->form == TRUC_SAID_PAIR)
    truc__buf_fmt(v->b, " + %s", ref_of(v, m->other));
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
    if (m->flags & flags[i].flag) truc__buf_fmt(v->b, " %s", flags[i].name);
  truc__buf_fmt(v->b, "\n      why: %s\n", m->why ? m->why : "-");
  put_agency(v, (uint32_t)(m - v->mention));
}

/* Where a part of an office is said. */
static void put_said(view *v, const char *what, uint32_t entity,
                     uint32_t mention) {
  if (entity == TRUC_NONE) return;
  truc__buf_fmt(v->b, "      %s %s", what, ref_of(v, entity));
  if (mention < v->nmention) {
    truc__buf_str(v->b, ", as said: ");
    put_span(v, v->mention[mention].at, 0);
  } else {
    truc__buf_str(v->b, ", implied");
  }
  truc__buf_chr(v->b, '\n');
}

static void put_office(view *v, const truc_office *o) {
  truc__buf_fmt(v->b, "  %s%s%s%s%s\n", o->title ? o->title : "-",
                o->flags & TRUC_OF_FORMER ? " former" : "",
                o->flags & TRUC_OF_ACTING ? " acting" : "",
                o->flags & TRUC_OF_ELECT ? " elect" : "",
                o->flags & TRUC_OF_RANK ? " rank" : "");
  put_said(v, "holder ", o->holder, o->holder_mention);
  put_said(v, "body   ", o->org, o->org_mention);
  put_said(v, "country", o->country, o->country_mention);
  const char *why =
      o->mention < v->nmention ? v->mention[o->mention].why : NULL;
  truc__buf_fmt(v->b, "      why: %s\n", why ? why : "-");
}

/* ---------------------------------------------------------------- values */

static void put_tokens(view *v, const char *what, uint32_t tok, uint32_t n) {
  if (tok >= v->ntok || !n) return;
  const truc_token *a = &v->tok[tok], *b = &v->tok[tok + n - 1];
  truc__buf_fmt(v->b, "%s \"", what);
  put_span(v, (truc_span){a->at.off, b->at.off + b->at.len - a->at.off}, 0);
  truc__buf_chr(v->b, '"');
}

/* What of the words a number, a sum, a count was read from. */
static void put_parts(view *v, const truc_value *x) {
  put_tokens(v, "numeral", x->num_tok, x->num_ntok);
  if (x->unit_ntok && x->unit_tok != x->num_tok)
    put_tokens(v, ", unit", x->unit_tok, x->unit_ntok);
  put_tokens(v, ", modifier", x->mod_tok, x->mod_ntok);
}

static void put_timex(view *v, const truc_value *x) {
  truc__timex t;
  if (!truc__value_timex(v->d, x, &t)) return;
  truc__buf_fmt(v->b, "      timex3: %s %s", t.type, t.value);
  if (t.mod) truc__buf_fmt(v->b, " %s", t.mod);
  if (t.begin[0] || t.end[0]) truc__buf_fmt(v->b, " %s..%s", t.begin, t.end);
  truc__buf_chr(v->b, '\n');
}

static void put_normal(view *v, const truc_value *x) {
  static const struct {
    unsigned flag;
    const char *name;
  } flags[] = {{TRUC_VF_INNAME, "inside-a-name"},
               {TRUC_VF_COMPARED, "base-of-a-comparison"},
               {TRUC_VF_NOW, "now"},
               {TRUC_VF_SET, "comes-again"}};
  char iso[32] = "";
  if (x->kind == TRUC_VAL_DATE) {
    truc_value_iso(x, iso);
    truc__buf_str(v->b, iso[0] ? iso : "-");
  } else {
    truc__buf_decimal(v->b, x->mantissa, x->exponent);
    if (x->unit[0]) truc__buf_fmt(v->b, " %s", x->unit);
  }
  if (x->mod)
    truc__buf_fmt(v->b, " %s", truc_modifier_name((truc_modifier)x->mod));
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
    if (x->flags & flags[i].flag) truc__buf_fmt(v->b, " %s", flags[i].name);
}

static void put_value(view *v, const truc_value *x) {
  truc__buf_str(v->b, "  ");
  put_span(v, x->at, 30);
  truc__buf_fmt(v->b, " %-9s value   ",
                truc_value_kind_name((truc_value_kind)x->kind));
  put_normal(v, x);
  truc__buf_str(v->b, "\n      why: ");
  if (x->kind == TRUC_VAL_DATE)
    truc__buf_str(v->b, x->basis[0] ? x->basis : "-");
  else
    put_parts(v, x);
  truc__buf_chr(v->b, '\n');
}

/* ----------------------------------------------------------------- names */

static void put_date(view *v) {
  static const char *const precisions[] = {"", "day", "month", "year"};
  truc_precision p;
  int inferred;
  truc_date x = truc_doc_date(v->d, &p, &inferred);
  if (!x.year) return;
  truc_value of = {.precision = (uint8_t)p, .start = x, .end = x};
  char iso[32];
  truc_value_iso(&of, iso);
  truc__buf_fmt(v->b, "publication date %s (%s, %s)\n\n", iso,
                precisions[p & 3],
                inferred ? "inferred from a dateline" : "given");
}

static void explain_names(view *v) {
  uint32_t k = 0, n = 0;
  put_date(v);
  for (uint32_t i = 0; i < v->nsent; i++) {
    put_sentence(v, i);
    for (; k < v->nmention && v->mention[k].sent <= i; k++)
      put_mention(v, &v->mention[k]);
    for (; n < v->nvalue && v->value[n].sent <= i; n++) {
      put_value(v, &v->value[n]);
      put_timex(v, &v->value[n]);
    }
  }
  if (v->noffice) truc__buf_str(v->b, "\noffices\n");
  for (uint32_t i = 0; i < v->noffice; i++) put_office(v, &v->office[i]);
  if (v->nentity) truc__buf_str(v->b, "\nentities\n");
  for (uint32_t i = 0; i < v->nentity; i++) {
    const truc_entity *e = &v->entity[i];
    truc__buf_fmt(v->b, "  %s \"%s\" country %s, %u mentions\n", ref_of(v, i),
                  e->name ? e->name : "", ref_of(v, e->country),
                  (unsigned)e->nmention);
  }
}

/* ----------------------------------------------------------------- facts */

static void explain_facts(view *v) {
  uint32_t k = 0;
  for (uint32_t i = 0; i < v->nsent; i++) {
    put_sentence(v, i);
    for (; k < v->nvalue && v->value[k].sent <= i; k++)
      put_value(v, &v->value[k]);
  }
  truc__buf_str(v->b, v->nfact ? "\nfacts\n" : "\nno facts\n");
  for (uint32_t i = 0; i < v->nfact; i++) {
    if (i) truc__buf_chr(v->b, '\n');
    truc__fact_explain(v->b, v->d, i);
  }
}

/* ------------------------------------------------------------------ verb */

static const struct {
  const char *name;
  unsigned layers;
  void (*explain)(view *v);
} topics[] = {{"words", TRUC_WORDS, explain_words},
              {"names", TRUC_VALUES, explain_names},
              {"facts", TRUC_FACTS, explain_facts}};

static void look(view *v, cli *c, truc_doc *d, const char *text) {
  *v = (view){.b = &c->out, .text = text, .d = d};
  v->tok = truc_doc_tokens(d, &v->ntok);
  v->sent = truc_doc_sentences(d, &v->nsent);
  v->word = truc_doc_words(d, &v->nword);
  v->mention = truc_doc_mentions(d, &v->nmention);
  v->entity = truc_doc_entities(d, &v->nentity);
  v->office = truc_doc_offices(d, &v->noffice);
  v->value = truc_doc_values(d, &v->nvalue);
  v->fact = truc_doc_facts(d, &v->nfact);
}

static int explain_text(cli *c, size_t topic, const char *text, size_t n) {
  static const char *const forms[] = {"auto", "raw", "seg"};
  truc_read_options opt = TRUC_READ_OPTIONS;
  opt.date = cli_value(c, "date");
  const char *form = cli_value(c, "in");
  for (int i = 0; form && i < 3; i++)
    if (!strcmp(form, forms[i])) opt.form = (truc_form)i;
  truc_doc *d = truc_doc_new(c->model);
  truc_err err = {0};
  if (d && (!cli_load_words(c) || !cli_add_words(c, d))) {
    truc_doc_free(d);
    return c->status;
  }
  truc_rc rc = d ? truc_doc_read(d, text, n, &opt, &err) : TRUC_ENOMEM;
  if (!rc) rc = truc_doc_run(d, topics[topic].layers, &err);
  err.rc = rc;
  int code = rc ? cli_fail_err(c, NULL, &err) : CLI_OK;
  if (!rc) {
    view v;
    look(&v, c, d, text);
    topics[topic].explain(&v);
  }
  truc_doc_free(d);
  return code;
}

/* The operands after the topic, joined by blanks; or standard input. */
static void gather_text(cli *c, truc__buf *b) {
  for (int i = 1; i < c->nargs; i++) {
    if (i > 1) truc__buf_chr(b, ' ');
    truc__buf_str(b, c->args[i]);
  }
  char chunk[4096];
  size_t k;
  while (c->nargs == 1 && (k = fread(chunk, 1, sizeof chunk, stdin)) > 0)
    truc__buf_put(b, chunk, k);
}

static int run(cli *c) {
  const char *names[3] = {"words", "names", "facts"};
  const char *want = c->nargs ? c->args[0] : "";
  size_t topic = 0;
  while (topic < 3 && strcmp(names[topic], want)) topic++;
  if (topic == 3) {
    const char *near = cli_nearest(want, names, 3);
    char hint[48];
    snprintf(hint, sizeof hint, "truc explain %s 'câu'", near ? near : "facts");
    return cli_fail(c, CLI_USAGE, NULL, hint,
                    "explain what? one of: words names facts");
  }
  truc__buf text = {0};
  gather_text(c, &text);
  int code =
      text.rc ? cli_fail(c, CLI_IO, NULL, NULL, "%s", truc_rc_message(text.rc))
              : explain_text(c, topic, text.p ? text.p : "", text.n);
  truc__buf_release(&text);
  cli_flush(c);
  return code;
}

const cli_verb cli_explain = {
    "explain",
    "say why: boundaries, names or facts of a sentence",
    "words|names|facts [options] [TEXT...]",
    "  truc explain words 'Hai nước thiết lập quan hệ ngoại giao.'\n"
    "  truc explain names 'Ông Vũ thăm Tokyo.'\n"
    "  truc explain facts --date=2023-11-27 < article.txt\n",
    "words   every boundary: how sure it is, and the weights that decided\n"
    "names   every mention with the rule that decided; offices; entities\n"
    "facts   values; each fact with its pattern, what marks its modality, who\n"
    "        says it, and where every slot came from\n"
    "Without TEXT standard input is read.\n",
    CLI_MODEL,
    NULL,
    options,
    run};

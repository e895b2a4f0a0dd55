/* SPDX-License-Identifier: Apache-2.0
**
** options.c - parsing, help and hints, all grown from the tables of options.
*/
#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>

#include "cli/cli.h"
#include "source/source.h"

static const cli_option input_options[] = {
    {"in", 0, "FORM", "auto, raw, seg (word-segmented) or jsonl"},
    {"date", 0, "YYYY-MM-DD", "publication date, also YYYY or YYYY-MM"},
    {"title", 0, NULL, "the first line is the title"},
    {"field", 0, "NAME=KEY,...", "JSON keys of id, title, date, text"},
    {"strict", 0, NULL, "stop at the first record that fails"},
    {"line-buffered", 0, NULL, "plain text: answer line by line, at once"},
    {NULL, 0, NULL, NULL}};
static const cli_option output_options[] = {
    {"format", 'f', "NAME", "form of the output"}, {NULL, 0, NULL, NULL}};
static const cli_option unit_options[] = {
    {"offsets", 0, "UNIT", "byte, char (code points) or utf16"},
    {NULL, 0, NULL, NULL}};
static const cli_option model_options[] = {
    {"model", 'm', "FILE", "model file or none; else $TRUC_MODEL, or shipped"},
    {NULL, 0, NULL, NULL}};
static const cli_option job_options[] = {
    {"jobs", 'j', "N", "work in N threads; the order is kept"},
    {NULL, 0, NULL, NULL}};
static const cli_option common_options[] = {
    {"help", 'h', NULL, "short help with -h, full with --help"},
    {NULL, 0, NULL, NULL}};

static const struct {
  unsigned group;
  const cli_option *options;
} groups[] = {
    {CLI_OUTPUT, output_options}, {CLI_UNITS, unit_options},
    {CLI_INPUT, input_options},   {CLI_MODEL, model_options},
    {CLI_JOBS, job_options},
};
#define NGROUPS (sizeof groups / sizeof groups[0])

/* Lists every option of a verb, its own first. */
static int gather(const cli_verb *v, const cli_option *all[CLI_MAXOPT]) {
  int n = 0;
  for (const cli_option *o = v->own; o && o->name; o++) all[n++] = o;
  for (size_t g = 0; g < NGROUPS; g++) {
    if (!(v->takes & groups[g].group)) continue;
    for (const cli_option *o = groups[g].options; o->name; o++) all[n++] = o;
  }
  for (const cli_option *o = common_options; o->name; o++) all[n++] = o;
  assert(n <= CLI_MAXOPT);
  return n;
}

/* ---------------------------------------------------------------- lookup */

static int place(const cli *c, const char *name) {
  for (int i = 0; i < c->noption; i++)
    if (!strcmp(c->option[i]->name, name)) return i;
  return -1;
}

const char *cli_value(const cli *c, const char *name) {
  int i = place(c, name);
  assert(i >= 0);
  return i < 0 ? NULL : c->value[i];
}

long cli_number(cli *c, const char *name, long otherwise, long low, long high,
                bool *bad) {
  const char *s = cli_value(c, name);
  if (!s) return otherwise;
  char *end;
  errno = 0;
  long n = strtol(s, &end, 10);
  if (!*s || *end || errno || n < low || n > high) {
    cli_fail(c, CLI_USAGE, NULL, NULL,
             "--%s wants a whole number from %ld to %ld, not '%s'", name, low,
             high, s);
    *bad = true;
    return otherwise;
  }
  return n;
}

bool cli_pair(const char *list, const char *key, char *out, size_t size) {
  size_t nkey = strlen(key);
  while (list && *list) {
    size_t n = strcspn(list, ",");
    if (n > nkey && list[nkey] == '=' && !strncmp(list, key, nkey) &&
        n - nkey - 1 < size) {
      memcpy(out, list + nkey + 1, n - nkey - 1);
      out[n - nkey - 1] = '\0';
      return true;
    }
    list += n + (list[n] == ',');
  }
  return false;
}

/* --------------------------------------------------------------- nearness */

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Edits (insert, drop, change, swap of neighbours) from a to b; both short. */
static size_t edits(const char *a, const char *b) {
  enum { MAX = 24 };
  size_t na = strlen(a), nb = strlen(b);
  if (na >= MAX || nb >= MAX) return MAX;
  size_t d[MAX][MAX];
  for (size_t i = 0; i <= na; i++) d[i][0] = i;
  for (size_t j = 0; j <= nb; j++) d[0][j] = j;
  for (size_t i = 1; i <= na; i++) {
    for (size_t j = 1; j <= nb; j++) {
      size_t change = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      d[i][j] = least(change, least(d[i - 1][j], d[i][j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[na][nb];
}

const char *cli_nearest(const char *word, const char *const *names, size_t n) {
  const char *best = NULL;
  size_t best_edits = strlen(word) < 4 ? 2 : 3;
  for (size_t i = 0; i < n; i++) {
    size_t e = edits(word, names[i]);
    /* A beginning of two letters or more is meant to be completed. */
    if (strlen(word) > 1 && !strncmp(word, names[i], strlen(word))) e = 0;
    if (e < best_edits) {
      best_edits = e;
      best = names[i];
    }
  }
  return best;
}

/* ------------------------------------------------------------------- help */

static void help_option(const cli_option *o) {
  char left[40];
  snprintf(left, sizeof left, "%s%c%s--%s%s%s", o->letter ? "-" : "  ",
           o->letter ? o->letter : ' ', o->letter ? ", " : " ", o->name,
           o->arg ? "=" : "", o->arg ? o->arg : "");
  printf("  %-28s %s\n", left, o->help);
}

void cli_help(const cli_verb *v, bool full) {
  printf("truc %s - %s\n\nusage: truc %s %s\n\n", v->name, v->summary, v->name,
         v->usage);
  if (!full) {
    printf("examples:\n%s\n", v->examples);
    if (v->formats) printf("formats: %s\n", v->formats);
    printf("all options: truc %s --help\n", v->name);
    return;
  }
  const cli_option *all[CLI_MAXOPT];
  int n = gather(v, all);
  printf("options:\n");
  for (int i = 0; i < n; i++) help_option(all[i]);
  if (v->formats) {
    const char *s = v->formats;
    int first = (int)strcspn(s, " ");
    bool wide = strlen(s) + (size_t)first > 60;
    printf("\nformats: %s;%sdefault %.*s\n", s, wide ? "\n  " : " ", first, s);
  }
  if (v->more) printf("\n%s", v->more);
  printf("\nexamples:\n%s\n", v->examples);
  printf(
      "exit: 0 ok, 1 nothing found, 2 usage, 3 some records failed,\n"
      "      4 cannot read or write, 5 model\n");
}

static void complete_verb(const cli_verb *v) {
  const cli_option *all[CLI_MAXOPT];
  int n = gather(v, all);
  printf("    %s) words='", v->name);
  for (int i = 0; i < n; i++)
    printf("%s--%s%s", i ? " " : "", all[i]->name, all[i]->arg ? "=" : "");
  printf("';");
  if (v->formats) printf(" formats='%s';", v->formats);
  printf(";\n");
}

void cli_completion(const cli_verb *const *verbs, size_t n) {
  printf(
      "# bash completion of truc\n_truc() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} words= formats=\n"
      "  local prev=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  # '=' parts words\n"
      "  if [ \"$cur\" = = ]; then cur=\n"
      "  elif [ \"$prev\" = = ]; then "
      "prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then words='");
  for (size_t i = 0; i < n; i++) printf("%s ", verbs[i]->name);
  printf("help --help --version'\n  else case ${COMP_WORDS[1]} in\n");
  for (size_t i = 0; i < n; i++) complete_verb(verbs[i]);
  printf(
      "  esac; fi\n"
      "  case $prev in --format) words=$formats ;; esac\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
      "  [[ ${COMPREPLY-} == *= ]] && compopt -o nospace\n"
      "}\ncomplete -o default -F _truc truc\n");
}

/* ------------------------------------------------------------------ parse */

static void complain_option(cli *c, const char *given) {
  const char *names[CLI_MAXOPT];
  for (int i = 0; i < c->noption; i++) names[i] = c->option[i]->name;
  char word[64], hint[96] = "";
  const char *name = given + strspn(given, "-");
  snprintf(word, sizeof word, "%.*s", (int)strcspn(name, "="), name);
  const char *near = cli_nearest(word, names, (size_t)c->noption);
  if (near && given[0] == '-' && given[1] == '-')
    snprintf(hint, sizeof hint, "--%s", near);
  else
    snprintf(hint, sizeof hint, "truc %s -h", c->verb->name);
  cli_fail(c, CLI_USAGE, NULL, hint, "unknown option '%.40s' of '%s'", given,
           c->verb->name);
}

/* One of the words in `choices`, else a complaint; returns its number. */
static int choose(cli *c, const char *option, const char *value,
                  const char *choices) {
  const char *names[16];
  char copy[160];
  size_t n = 0;
  snprintf(copy, sizeof copy, "%s", choices);
  for (char *save, *w = strtok_r(copy, " ", &save); w && n < 16;
       w = strtok_r(NULL, " ", &save))
    names[n++] = w;
  for (size_t i = 0; i < n; i++)
    if (!strcmp(names[i], value)) return (int)i;
  const char *near = cli_nearest(value, names, n);
  char hint[80];
  snprintf(hint, sizeof hint, "--%s=%s", option, near ? near : names[0]);
  cli_fail(c, CLI_USAGE, NULL, hint, "unknown --%s '%.40s'; one of: %s", option,
           value, choices);
  return -1;
}

/* NAME=KEY,NAME=KEY of names that a record has. */
static bool check_fields(cli *c) {
  static const char *const names[] = {"id", "title", "date", "text"};
  const char *list = cli_value(c, "field");
  while (list && *list) {
    size_t n = strcspn(list, ","), name = strcspn(list, "=,"), i = 0;
    while (i < 4 &&
           (strlen(names[i]) != name || strncmp(list, names[i], name) != 0))
      i++;
    if (i == 4 || name + 1 >= n) {
      cli_fail(c, CLI_USAGE, NULL, "--field=text=content",
               "--field wants NAME=KEY of id, title, date, text, not '%.*s'",
               (int)n, list);
      return false;
    }
    list += n + (list[n] == ',');
  }
  return true;
}

static bool check_input(cli *c) {
  static const truc_form forms[] = {TRUC_FORM_AUTO, TRUC_FORM_RAW,
                                    TRUC_FORM_SEG, TRUC_FORM_AUTO,
                                    TRUC_FORM_AUTO};
  const bool conllu = c->verb->takes & CLI_CONLLU;
  c->in = cli_value(c, "in") ? cli_value(c, "in") : "auto";
  int i = choose(c, "in", c->in,
                 conllu ? "auto raw seg jsonl conllu" : "auto raw seg jsonl");
  if (i < 0) return false;
  c->form = forms[i];
  if (!check_fields(c)) return false;
  c->date = cli_value(c, "date");
  c->title = cli_value(c, "title") != NULL;
  c->strict = cli_value(c, "strict") != NULL;
  c->line_buffered = cli_value(c, "line-buffered") != NULL;
  truc_date date;
  uint8_t precision;
  if (c->date && !truc__date_parse(c->date, &date, &precision)) {
    cli_fail(c, CLI_USAGE, NULL, "--date=2023-11-27",
             "invalid date '%.32s'; write YYYY-MM-DD", c->date);
    return false;
  }
  return true;
}

/* Brings the shared options into their fields. */
static bool check_values(cli *c) {
  static const char *const units[] = {"byte", "char", "utf16"};
  const cli_verb *v = c->verb;
  bool bad = false;
  c->jobs = 1;
  c->unit = v->takes & CLI_CHARS ? TRUC_CODEPOINT : TRUC_BYTE;
  c->unit_name = units[c->unit];
  if (v->takes & CLI_JOBS) c->jobs = (int)cli_number(c, "jobs", 1, 1, 64, &bad);
  if (v->takes & CLI_INPUT && !check_input(c)) return false;
  if (v->takes & CLI_OUTPUT) {
    c->format = cli_value(c, "format");
    if (c->format && choose(c, "format", c->format, v->formats) < 0)
      return false;
  }
  if (v->takes & CLI_UNITS && cli_value(c, "offsets")) {
    int i = choose(c, "offsets", cli_value(c, "offsets"), "byte char utf16");
    if (i < 0) return false;
    c->unit = (truc_unit)i;
    c->unit_name = units[i];
  }
  return !bad;
}

static void default_format(cli *c) {
  static char name[24]; /* lives as long as the program */
  if (!c->verb->formats || c->format) return;
  snprintf(name, sizeof name, "%.*s", (int)strcspn(c->verb->formats, " "),
           c->verb->formats);
  c->format = name;
}

/* Fills getopt's tables from ours. */
static void describe(const cli *c, struct option *longs, char *shorts) {
  /* '+': options end at the first operand; ':': a missing value is told. */
  if (c->verb->takes & CLI_REST) *shorts++ = '+';
  *shorts++ = ':';
  for (int i = 0; i < c->noption; i++) {
    const cli_option *o = c->option[i];
    longs[i] = (struct option){
        o->name, o->arg ? required_argument : no_argument, NULL, 256 + i};
    if (!o->letter) continue;
    *shorts++ = o->letter;
    if (o->arg) *shorts++ = ':';
  }
  longs[c->noption] = (struct option){NULL, 0, NULL, 0};
  *shorts = '\0';
}

static int by_letter(const cli *c, int letter) {
  for (int i = 0; i < c->noption; i++)
    if (c->option[i]->letter == letter) return i;
  return -1;
}

static bool stop(cli *c, int status) {
  c->status = status;
  return false;
}

bool cli_parse(cli *c, int argc, char **argv) {
  struct option longs[CLI_MAXOPT + 1];
  char shorts[2 * CLI_MAXOPT + 3];
  c->noption = gather(c->verb, c->option);
  describe(c, longs, shorts);
  optind = 2;
  opterr = 0;
  for (;;) {
    int k = getopt_long(argc, argv, shorts, longs, NULL);
    if (k == -1) break;
    if (k == ':') {
      cli_fail(c, CLI_USAGE, NULL, NULL, "option '%s' wants a value",
               argv[optind - 1]);
      return false;
    }
    if (k == '?') {
      char letter[3] = {'-', (char)optopt, '\0'};
      bool is_letter = optopt > 0 && optopt < 128;
      complain_option(c, is_letter ? letter : argv[optind - 1]);
      return false;
    }
    int i = k >= 256 ? k - 256 : by_letter(c, k);
    if (!strcmp(c->option[i]->name, "help")) {
      cli_help(c->verb, k >= 256);
      return stop(c, CLI_OK);
    }
    c->value[i] = optarg ? optarg : "";
  }
  c->args = argv + optind;
  c->nargs = argc - optind;
  if (!check_values(c)) return false;
  default_format(c);
  return true;
}

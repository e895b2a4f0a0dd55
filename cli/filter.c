/* SPDX-License-Identifier: Apache-2.0
**
** filter.c - the filters of truc find and truc export: kinds, actors, fields,
** dates, modalities.  A value that can be nothing is a mistake of usage, and
** the message says what it can be.
*/
#include "base/doc.h"
#include "base/lexicon.h"
#include "cli/ledger.h"
#include "fact/plover.h"
#include "source/source.h"
#include "tables/lex.h"

static int kind_named(const char *s) {
  for (int k = 0; k < TRUC_NKINDS; k++)
    if (!strcasecmp(s, truc_kind_name((truc_kind)k))) return k;
  return -1;
}

static void put_kinds(truc__buf *b) {
  for (int k = 0; k < TRUC_NKINDS; k++)
    truc__buf_fmt(b, " %s", truc_kind_name((truc_kind)k));
}

static int modality_named(const char *s) {
  for (int m = TRUC_ACTUAL; m <= TRUC_DENIED; m++)
    if (!strcasecmp(s, truc_modality_name((truc_modality)m))) return m;
  return -1;
}

static void put_modalities(truc__buf *b) {
  for (int m = TRUC_ACTUAL; m <= TRUC_DENIED; m++)
    truc__buf_fmt(b, " %s", truc_modality_name((truc_modality)m));
}

static void put_sectors(truc__buf *b) {
  for (uint32_t i = 0; i < truc__nplover_sector; i++)
    truc__buf_fmt(b, " %s", truc__plover_sectors[i].id);
}

/* Always false. */
static bool unknown(cli *c, const char *option, const char *word,
                    void (*put_all)(truc__buf *)) {
  truc__buf all = {0};
  put_all(&all);
  cli_fail(c, CLI_USAGE, NULL, all.p && !all.rc ? all.p + 1 : NULL,
           "unknown --%s '%.80s'", option, word);
  truc__buf_release(&all);
  return false;
}

/* "A,B" -> bits. */
static bool read_set(cli *c, const char *option, int (*named)(const char *),
                     void (*put_all)(truc__buf *), unsigned *set) {
  const char *s = cli_value(c, option);
  while (s && *s) {
    char word[32];
    size_t n = strcspn(s, ",");
    snprintf(word, sizeof word, "%.*s", (int)(n < 31 ? n : 31), s);
    int k = named(word);
    if (k < 0) return unknown(c, option, word, put_all);
    *set |= 1u << k;
    s += n + (s[n] == ',');
  }
  return true;
}

static bool read_actors(cli *c, truc_ledger *l, cli_filter *f) {
  const char *s = cli_value(c, "actor");
  for (int i = 0; s && *s; i++) {
    char word[256];
    size_t n = strcspn(s, ",");
    if (i == 2)
      return cli_fail(c, CLI_USAGE, NULL, NULL, "at most two actors"), false;
    snprintf(word, sizeof word, "%.*s", (int)(n < 255 ? n : 255), s);
    if (!cli_actor(c, l, word, f->actor[i], sizeof f->actor[i])) return false;
    f->q.actor[i] = f->actor[i];
    s += n + (s[n] == ',');
  }
  return true;
}

/* ---------------------------------------------------------------- sectors */

/* The field that all the words name; NULL until then. */
typedef struct naming {
  uint32_t ntok;
  const char *id;
} naming;

static void note_sector(void *ctx, uint32_t ntok, const truc__lexentry *e) {
  naming *x = ctx;
  if (e->cls == LEX_SECTOR && ntok == x->ntok) x->id = truc__lex_id(e);
}

static const char *sector_of_id(const char *id) {
  for (uint32_t i = 0; i < truc__nplover_sector; i++)
    if (!strcmp(truc__plover_sectors[i].id, id))
      return truc__plover_sectors[i].id;
  return NULL;
}

/* "bán dẫn": semiconductors. */
static const char *sector_in_words(const char *words) {
  naming x = {0, NULL};
  truc_doc *d = truc_doc_new(NULL);
  if (!d) return NULL;
  if (!truc_doc_read(d, words, strlen(words), NULL, NULL) &&
      !truc_doc_run(d, TRUC_NAMES, NULL) && (x.ntok = d->token.n) != 0)
    truc__lex_walk(d->token.v, d->token.n, 0, note_sector, &x);
  truc_doc_free(d);
  return x.id ? sector_of_id(x.id) : NULL;
}

const char *cli_sector(const char *words) {
  bool ref = !strncmp(words, "sector:", 7);
  const char *id = sector_of_id(ref ? words + 7 : words);
  return id ? id : sector_in_words(words);
}

static bool read_sector(cli *c, cli_filter *f) {
  const char *s = cli_value(c, "sector");
  if (!s) return true;
  f->q.sector = cli_sector(s);
  return f->q.sector || unknown(c, "sector", s, put_sectors);
}

/* ------------------------------------------------------------------ dates */

static bool read_date(cli *c, const char *option, const char **out) {
  truc_date date;
  uint8_t precision;
  *out = cli_value(c, option);
  if (!*out || truc__date_parse(*out, &date, &precision)) return true;
  cli_fail(c, CLI_USAGE, NULL, "YYYY, YYYY-MM or YYYY-MM-DD",
           "invalid --%s '%.32s'", option, *out);
  return false;
}

bool cli_filter_read(cli *c, truc_ledger *l, cli_filter *f) {
  f->q = (truc_query)TRUC_QUERY;
  return read_set(c, "kind", kind_named, put_kinds, &f->q.kinds) &&
         read_set(c, "modality", modality_named, put_modalities,
                  &f->q.modalities) &&
         read_sector(c, f) && read_date(c, "from", &f->q.from) &&
         read_date(c, "to", &f->q.to) && read_actors(c, l, f);
}

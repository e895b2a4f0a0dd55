/* SPDX-License-Identifier: Apache-2.0
**
** facts_prop_test.c - laws of the fact layer that need no annotation.
**
**   segmented  a text and its own words, joined by us, give the same records
**   date       a publication date moved by a year moves relative dates alone,
**              unless the text then contradicts itself
**   decomposed NFC and NFD give the same records
**   shuffled   in another order of its sentences a text still gives every
**              record whose core slots are all said in its own sentence
**   doubled    a text that says everything twice gives the same records once
**   off topic  pages of crime, sport and markets give almost no relations
**
** Over sentences of our own and the articles of demo/, where the laws must hold
** for every record; and over the development articles and a sample of the
** corpora in $SHARED (../shared), where they must hold for nearly all: there
** the text has every fault that the press has.  $TRUC_PROP_ARTICLES sets the
** size of that sample (60), $TRUC_PROP_SEED draws another, $TRUC_PROP_SHOW=1
** shows what breaks a law. */
#include "records.h"

#include "fact/fact.h"
#include "text/letter.h"

enum { MAXARTICLES = 20000 };

typedef struct article {
  char *id, *text; /* title, blank line, body */
  char date[11];
  uint64_t rank; /* place in the draw */
} article;

typedef struct articles {
  article *v;
  uint32_t n, cap;
} articles;

static truc_model *model;
static bool show;

static void free_articles(articles *a) {
  for (uint32_t i = 0; i < a->n; i++) {
    truc__free(a->v[i].id);
    truc__free(a->v[i].text);
  }
  VEC_FREE(*a);
}

static char *copy(const char *s) {
  truc__buf b = {0};
  truc__buf_str(&b, s);
  return b.p;
}

/* "20241121" and "2024-11-21" are both a day. */
static void set_date(article *a, const char *s) {
  size_t n = strlen(s);
  bool plain = n == 8 && strspn(s, "0123456789") == 8;
  if (plain)
    snprintf(a->date, sizeof a->date, "%.4s-%.2s-%.2s", s, s + 4, s + 6);
  else if (n == 4 || n == 7 || n == 10)
    snprintf(a->date, sizeof a->date, "%.10s", s);
}

static void add(articles *a, const char *id, const char *text,
                const char *date) {
  article x = {copy(id), copy(text), "", 0};
  set_date(&x, date);
  assert_true(VEC_PUSH(*a, x));
}

/* ----------------------------------------------------------------- sources */

/* Written for this test: names, fields, dates of every basis, speech. */
static const char *const own[][2] = {
    {"2024-11-20",
     "Thủ tướng Lê Văn Cường thăm chính thức Lào\n\n"
     "Thủ tướng Lê Văn Cường sẽ thăm chính thức Lào từ ngày 3 đến 5/12. "
     "Việt Nam và Lào thiết lập quan hệ ngoại giao ngày 5/9/1962. "
     "Bộ trưởng Ngoại giao Trần Văn Bình cho biết hai nước nhất trí tăng cường "
     "hợp tác trong các lĩnh vực quốc phòng, giáo dục và y tế. "
     "Hôm nay, ông Bình đã hội đàm với Thủ tướng Lào Bounthong Keo."},
    {"2023-05-08",
     "Việt Nam và Chile ký hiệp định thương mại\n\n"
     "Ngày 6/5, Việt Nam và Chile đã ký Hiệp định thương mại tự do. "
     "Kim ngạch thương mại Việt Nam - Chile năm 2022 đạt 2,1 tỷ USD. "
     "Chile là đối tác thương mại lớn thứ tư của Việt Nam tại Mỹ Latinh. "
     "Hai nước sẽ hợp tác trong lĩnh vực nông nghiệp trong năm nay."},
    {"2019-03-30",
     "Chủ tịch nước Phạm Văn Dũng tiếp Tổng thống Pháp Jean Dupont\n\n"
     "Sáng 29/3, Chủ tịch nước Phạm Văn Dũng đã tiếp Tổng thống Pháp Jean "
     "Dupont. Pháp viện trợ cho Việt Nam 3 triệu euro. Tổng thống Jean Dupont "
     "mời Chủ tịch nước Phạm Văn Dũng thăm Pháp. Pháp ủng hộ Việt Nam ứng cử "
     "vào Hội đồng Bảo an Liên Hợp Quốc."},
};

static void add_own(articles *a) {
  for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
    char id[16];
    snprintf(id, sizeof id, "own %u", (unsigned)i + 1);
    add(a, id, own[i][1], own[i][0]);
  }
}

static void add_demo(articles *a) {
  FILE *f = fopen("demo/articles.tsv", "r");
  char line[1024], path[1100];
  assert_non_null(f);
  while (fgets(line, sizeof line, f)) {
    char *tab = strchr(line, '\t'), *end = tab ? strchr(tab + 1, '\t') : NULL;
    if (*line == '#' || !end) continue;
    *tab = *end = '\0';
    snprintf(path, sizeof path, "demo/articles/%s.txt", line);
    size_t n;
    char *text = read_file(path, &n);
    if (text) add(a, line, text, tab + 1);
    truc__free(text);
  }
  fclose(f);
}

static const char *shared(void) {
  const char *s = getenv("SHARED");
  return s ? s : "../shared";
}

/* The string after "key": in a line of JSON, unescaped by the reader. */
static bool field(const char *line, const char *key, truc__buf *out) {
  truc__json j = {0};
  bool found = false;
  truc__json_init(&j, line, strlen(line));
  out->n = 0;
  if (truc__json_next(&j) == JSON_OBJECT)
    while (!found && truc__json_next(&j) == JSON_KEY) {
      bool mine = j.str.n == strlen(key) && !memcmp(j.str.p, key, j.str.n);
      truc__jtype t = truc__json_next(&j);
      if (mine && t == JSON_STRING) {
        truc__buf_put(out, j.str.p ? j.str.p : "", j.str.n);
        found = true;
      } else if (!truc__json_skip(&j, t)) {
        break;
      }
    }
  truc__buf_chr(out, '\0');
  truc__json_release(&j);
  return found;
}

/* The ten development articles; false if they are not there. */
static bool add_dev(articles *a) {
  char list[512], path[512];
  snprintf(list, sizeof list, "ls %s/gold-facts/dev/*.meta.json 2>/dev/null",
           shared());
  FILE *f = popen(list, "r");
  if (!f) return false;
  uint32_t before = a->n;
  while (fgets(path, sizeof path, f)) {
    truc__buf date = {0};
    size_t n;
    path[strcspn(path, "\n")] = '\0';
    char *meta = read_file(path, &n), *dot = strstr(path, ".meta.json");
    assert_non_null(meta);
    field(meta, "date", &date);
    strcpy(dot, ".txt");
    char *text = read_file(path, &n);
    assert_non_null(text);
    add(a, strrchr(path, '/') + 1, text, date.p);
    truc__free(text);
    truc__free(meta);
    truc__buf_release(&date);
  }
  pclose(f);
  return a->n > before;
}

static uint64_t number(const char *name, uint64_t otherwise) {
  const char *s = getenv(name);
  return s && *s ? strtoull(s, NULL, 10) : otherwise;
}

/* Keeps the `most` articles with the lowest rank: a draw that depends on the
** ids and the seed alone. */
static void draw(articles *a, uint32_t most, const char *id, const char *text,
                 const char *date) {
  char key[256];
  snprintf(key, sizeof key, "%llu %s",
           (unsigned long long)number("TRUC_PROP_SEED", 1), id);
  uint64_t rank = truc__hash(key, strlen(key));
  uint32_t at = a->n;
  if (a->n >= most) {
    at = 0;
    for (uint32_t i = 1; i < a->n; i++)
      if (a->v[i].rank > a->v[at].rank) at = i;
    if (a->v[at].rank <= rank) return;
    truc__free(a->v[at].id);
    truc__free(a->v[at].text);
    a->v[at] = a->v[--a->n];
  }
  add(a, id, text, date);
  a->v[a->n - 1].rank = rank;
}

typedef bool wanted(const char *line, const char *text);

/* Draws from a JSON Lines corpus; false if it is not there. */
static bool draw_jsonl(articles *a, uint32_t most, const char *name,
                       wanted *fits) {
  char command[512];
  snprintf(command, sizeof command, "xz -dc %s/data/%s 2>/dev/null", shared(),
           name);
  FILE *f = popen(command, "r");
  if (!f) return false;
  char *line = NULL;
  size_t cap = 0;
  bool any = false;
  truc__buf id = {0}, title = {0}, date = {0}, text = {0}, all = {0};
  while (getline(&line, &cap, f) > 0) {
    any = true;
    if (!field(line, "id", &id) || !field(line, "text", &text)) continue;
    if (!fits(line, text.p)) continue;
    field(line, "title", &title);
    field(line, "date", &date);
    all.n = 0;
    truc__buf_fmt(&all, "%s\n\n", title.p);
    truc__buf_str(&all, text.p);
    draw(a, most, id.p, all.p, date.p);
  }
  free(line);
  truc__buf_release(&id);
  truc__buf_release(&title);
  truc__buf_release(&date);
  truc__buf_release(&text);
  truc__buf_release(&all);
  return pclose(f) == 0 && any;
}

/* Draws from a corpus of segmented blocks "# id"; false if it is not there. */
static bool draw_blocks(articles *a, uint32_t most, const char *name,
                        wanted *fits) {
  char command[512];
  snprintf(command, sizeof command, "xz -dc %s/data/%s 2>/dev/null", shared(),
           name);
  FILE *f = popen(command, "r");
  if (!f) return false;
  char *line = NULL, id[128] = "";
  size_t cap = 0;
  truc__buf text = {0};
  for (bool more = true; more;) {
    ssize_t n = getline(&line, &cap, f);
    more = n > 0;
    if (!more || !strncmp(line, "# ", 2)) {
      truc__buf_chr(&text, '\0');
      if (*id && fits("", text.p)) draw(a, most, id, text.p, "");
      text.n = 0;
      if (more) snprintf(id, sizeof id, "%.100s", line + 2);
      id[strcspn(id, "\n")] = '\0';
    } else {
      truc__buf_put(&text, line, (size_t)n);
    }
  }
  free(line);
  truc__buf_release(&text);
  return pclose(f) == 0 && *id;
}

static bool of_vietnam(const char *line, const char *text) {
  (void)text;
  return strstr(line, "\"VN_IR\"") != NULL;
}

/* -------------------------------------------------------------------- laws */

/* What a law met: records it looked at, and how many break it. */
typedef struct tally {
  uint64_t records, broken;
} tally;

static records one, two; /* too large for the stack */

static void compare(const article *a, const truc_doc *x, const char *rawx,
                    const truc_doc *y, const char *rawy, tally *t) {
  list_records(x, rawx, &one);
  list_records(y, rawy, &two);
  t->records += one.n > two.n ? one.n : two.n;
  t->broken += differences(show ? a->id : NULL, &one, &two);
  free_records(&one);
  free_records(&two);
}

/* The text as its own words: joins inside, blanks between, lines kept. */
static void segmented_text(const truc_doc *d, truc__buf *b) {
  uint32_t n;
  const truc_token *t = truc_doc_tokens(d, &n);
  for (uint32_t i = 0; i < n; i++) {
    bool inside = i && t[i].word != TRUC_NONE && t[i].word == t[i - 1].word;
    if (t[i].flags & TRUC_TF_PARA)
      truc__buf_str(b, "\n\n");
    else if (t[i].flags & TRUC_TF_LINE)
      truc__buf_str(b, i ? "\n" : "");
    else if (i)
      truc__buf_chr(b, inside ? '_' : ' ');
    truc__buf_put(b, d->raw + t[i].at.off, t[i].at.len);
  }
  truc__buf_chr(b, '\n');
}

static void law_segmented(const article *a, tally *t) {
  truc__buf b = {0};
  truc_doc *d =
      read_doc(model, a->text, strlen(a->text), a->date, TRUC_FORM_AUTO);
  segmented_text(d, &b);
  truc_doc *e = read_doc(model, b.p, b.n, a->date, TRUC_FORM_SEG);
  compare(a, d, a->text, e, b.p, t);
  truc_doc_free(d);
  truc_doc_free(e);
  truc__buf_release(&b);
}

/* ---- date */

/* A record but for its date: kind, items, modality, sentence. */
static char *undated(const truc_doc *d, const truc_fact *f) {
  truc_fact copy_of = *f;
  truc__buf b = {0};
  copy_of.has_date = 0;
  char *line = record_line(d, d->raw, &copy_of);
  truc__buf_fmt(&b, "%u %s", (unsigned)d->evidence.v[f->evidence], line);
  truc__free(line);
  return b.p;
}

/* May the date of `f` move with the date of publication? */
static bool relative(const truc_fact *f) {
  return f->has_date && strncmp(f->basis, "explicit", 8);
}

static const truc_fact *same_but_date(const truc_doc *d, const char *line,
                                      const truc_fact *like) {
  for (uint32_t i = 0; i < d->fact.n; i++) {
    if (d->fact.v[i].kind != like->kind) continue;
    char *other = undated(d, &d->fact.v[i]);
    bool same = !strcmp(line, other);
    truc__free(other);
    if (same) return &d->fact.v[i];
  }
  return NULL;
}

/* Do two records tell of the same (kind and first item) with different dates,
** one of them explicit? A text that says "tháng 11/2017" and "tháng 11 năm
** ngoái" of one visit contradicts itself once its date is moved, and rightly
** gives two. */
static bool contradicts(const truc_doc *d, const truc_fact *like,
                        const truc_doc *of) {
  const truc_item *it = &of->item.v[like->item];
  bool fixed = false, moves = false;
  for (uint32_t i = 0; i < d->fact.n; i++) {
    const truc_fact *f = &d->fact.v[i];
    if (f->kind != like->kind || !f->has_date || !it->ref) continue;
    for (uint32_t k = 0; k < f->nitem; k++) {
      const char *ref = d->item.v[f->item + k].ref;
      size_t n = ref ? strlen(ref) : 0, all = strlen(it->ref);
      if (!n || strncmp(ref, it->ref, n < all ? n : all)) continue;
      fixed |= !relative(f);
      moves |= relative(f);
    }
  }
  return fixed && moves;
}

static void law_date(const article *a, tally *t) {
  /* for this law any day will do */
  const char *date = *a->date ? a->date : "2018-06-15";
  char moved[32];
  snprintf(moved, sizeof moved, "%04d%.6s", atoi(date) + 1, date + 4);
  if (!strcmp(moved + 4, "-02-29")) return;
  size_t n = strlen(a->text);
  truc_doc *d = read_doc(model, a->text, n, date, TRUC_FORM_AUTO);
  truc_doc *e = read_doc(model, a->text, n, moved, TRUC_FORM_AUTO);
  for (uint32_t i = 0; i < d->fact.n; i++) {
    const truc_fact *f = &d->fact.v[i];
    char *line = undated(d, f);
    const truc_fact *g = same_but_date(e, line, f);
    bool stays = g && !strcmp(f->date, g->date);
    /* explicit dates stay; a relative one moves, unless an explicit one beside
    ** it gave the year */
    bool holds =
        g ? stays || relative(f) : contradicts(d, f, d) || contradicts(e, f, d);
    t->records++;
    t->broken += !holds;
    if (!holds && show)
      print_error("%s: %s @%s (%s) -> %s\n", a->id, line, f->date, f->basis,
                  g ? g->date : "no such record");
    truc__free(line);
  }
  truc_doc_free(d);
  truc_doc_free(e);
}

/* ---- decomposed */

/* Letter and mark of a composed letter; two zeros if it is none. */
static const uint32_t *parts_of(uint32_t cp) {
  static uint32_t table[0x2000][2];
  static const uint32_t marks[] = {0x300, 0x301, 0x303, 0x309,
                                   0x323, 0x302, 0x306, 0x31B};
  if (!table[0][1]) {
    table[0][1] = 1;
    for (uint32_t m = 0; m < 8; m++)
      for (uint32_t c = 'A'; c < 0x1B1; c++) {
        uint32_t whole = truc__compose(c, marks[m]);
        if (!whole || whole >= 0x2000 || table[whole][0]) continue;
        table[whole][0] = c;
        table[whole][1] = marks[m];
      }
  }
  return table[cp < 0x2000 ? cp : 1];
}

static void put_decomposed(truc__buf *b, uint32_t cp) {
  char out[4];
  uint32_t mark[4];
  int n = 0;
  for (const uint32_t *p; n < 4 && (p = parts_of(cp))[0]; cp = p[0])
    mark[n++] = p[1];
  truc__buf_put(b, out, truc__utf8_put(cp, out));
  while (n-- > 0) truc__buf_put(b, out, truc__utf8_put(mark[n], out));
}

static void decomposed_text(const char *s, truc__buf *b) {
  size_t n = strlen(s);
  for (size_t i = 0; i < n;) {
    int32_t cp;
    unsigned k = truc__utf8_next(s + i, n - i, &cp);
    if (cp < 0)
      truc__buf_put(b, s + i, k);
    else
      put_decomposed(b, (uint32_t)cp);
    i += k;
  }
}

/* Spans are bytes of the input, so their words are compared decomposed too. */
static void law_decomposed(const article *a, tally *t) {
  truc__buf b = {0};
  decomposed_text(a->text, &b);
  truc_doc *d =
      read_doc(model, a->text, strlen(a->text), a->date, TRUC_FORM_AUTO);
  truc_doc *e = read_doc(model, b.p, b.n, a->date, TRUC_FORM_AUTO);
  list_records(d, a->text, &one);
  list_records(e, b.p, &two);
  for (int side = 0; side < 2; side++) {
    records *r = side ? &two : &one;
    for (uint32_t i = 0; i < r->n; i++) {
      truc__buf line = {0};
      decomposed_text(r->line[i], &line);
      truc__free(r->line[i]);
      r->line[i] = line.p;
    }
    qsort(r->line, r->n, sizeof r->line[0], by_text);
  }
  t->records += one.n;
  t->broken += differences(show ? a->id : NULL, &one, &two);
  free_records(&one);
  free_records(&two);
  truc_doc_free(d);
  truc_doc_free(e);
  truc__buf_release(&b);
}

/* ---- doubled */

static void law_doubled(const article *a, tally *t) {
  truc__buf b = {0};
  const char *body = strstr(a->text, "\n\n");
  body = body ? body : a->text;
  truc__buf_str(&b, a->text);
  truc__buf_str(&b, "\n\n");
  truc__buf_str(&b, body + strspn(body, "\n"));
  truc_doc *d =
      read_doc(model, a->text, strlen(a->text), a->date, TRUC_FORM_AUTO);
  truc_doc *e = read_doc(model, b.p, b.n, a->date, TRUC_FORM_AUTO);
  compare(a, d, a->text, e, b.p, t);
  truc_doc_free(d);
  truc_doc_free(e);
  truc__buf_release(&b);
}

/* ---- shuffled */

/* The core slots of doc/ANNOTATION.md. */
static const char *const core[TRUC_NKINDS] = {
    [TRUC_KIND_OFFICE] = "person office ",
    [TRUC_KIND_VISIT] = "visitor host ",
    [TRUC_KIND_CONTACT] = "actor counterpart ",
    [TRUC_KIND_STATEMENT] = "speaker act ",
    [TRUC_KIND_MILESTONE] = "parties type ",
    [TRUC_KIND_COOPERATION] = "parties sectors ",
    [TRUC_KIND_AGREEMENT] = "parties instrument action ",
    [TRUC_KIND_FORUM] = "parties forums ",
    [TRUC_KIND_PROVISION] = "provider recipient goods ",
    [TRUC_KIND_RANKING] = "subject rank domain relative_to ",
    [TRUC_KIND_AMOUNT] = "what value unit ",
    [TRUC_KIND_EVENT] = "name ",
    [TRUC_KIND_STATUS] = "subject label ",
    [TRUC_KIND_IMPACT] = "cause effect target ",
};

static bool is_core(unsigned kind, const char *slot) {
  const char *at = strstr(core[kind], slot);
  size_t n = strlen(slot);
  return at && at[n] == ' ' && (at == core[kind] || at[-1] == ' ');
}

/* Does a fill line that looks beyond the sentence have a part in it? */
static bool looks_afar(const truc_doc *d, uint32_t fact) {
  const truc__trail *t = truc__trail_of(d, fact);
  const truc__fact_work *w = d->scratch[SCRATCH_FACT];
  for (uint32_t i = 0; i < t->nfill; i++) {
    const truc__fill *f = &truc__fills[w->filled.v[t->fill + i]];
    if (f->source == SRC_PAIR || f->source == SRC_OTHER ||
        f->source == SRC_COUNTRY || f->source == SRC_LATEST)
      return true;
  }
  return false;
}

/* A name in full, not "ông Vũ", "hai nước", an acronym or an office. */
static bool says_itself(const truc_doc *d, const truc_item *it) {
  if (it->implicit || !it->at.len) return false;
  for (uint32_t m = 0; m < d->mention.n; m++) {
    const truc_mention *x = &d->mention.v[m];
    if (x->at.off == it->at.off && x->form != TRUC_SAID_NAME) return false;
  }
  if (!it->ref || !strncmp(it->ref, "gpe:", 4) ||
      !strncmp(it->ref, "sector:", 7))
    return true;
  const char *name = strchr(it->ref, ':') + 1;
  if (*name >= 'a' && *name <= 'z') return true; /* a fixed id */
  truc__buf said = {0}, full = {0};
  put_words(&said, d->raw, it->at);
  put_words(&full, name, (truc_span){0, (uint32_t)strlen(name)});
  bool same = said.n == full.n && !memcmp(said.p, full.p, full.n);
  truc__buf_release(&said);
  truc__buf_release(&full);
  return same;
}

/* Is all that is core said in the one sentence of the record? */
static bool local(const truc_doc *d, uint32_t fact) {
  const truc_fact *f = &d->fact.v[fact];
  if (f->nevidence > 1 || looks_afar(d, fact)) return false;
  if (d->sentence.v[d->evidence.v[f->evidence]].kind != TRUC_SENT_BODY)
    return false;
  uint32_t seen = 0;
  for (uint32_t i = 0; i < f->nitem; i++) {
    const truc_item *it = &d->item.v[f->item + i];
    if (!is_core(f->kind, it->slot)) continue;
    if (!says_itself(d, it)) return false;
    seen++;
  }
  return seen > 0;
}

static bool same_item(const truc_doc *d, const truc_item *x, const truc_doc *e,
                      const truc_item *y) {
  if (strcmp(x->slot, y->slot)) return false;
  if (x->ref || y->ref) return x->ref && y->ref && !strcmp(x->ref, y->ref);
  if (x->code && y->code) return !strcmp(x->code, y->code);
  if (x->has_number || y->has_number)
    return x->mantissa == y->mantissa && x->exponent == y->exponent;
  truc__buf one_side = {0}, other = {0};
  put_words(&one_side, d->raw, x->at);
  put_words(&other, e->raw, y->at);
  bool same = one_side.n == other.n && !memcmp(one_side.p, other.p, one_side.n);
  truc__buf_release(&one_side);
  truc__buf_release(&other);
  return same;
}

/* Has a record of `e` all core items of this one, and its modality if it has
** but one sentence? */
static bool found_in(const truc_doc *d, const truc_fact *f, const truc_doc *e) {
  for (uint32_t i = 0; i < e->fact.n; i++) {
    const truc_fact *g = &e->fact.v[i];
    bool all =
        g->kind == f->kind && (g->modality == f->modality || g->nevidence > 1);
    for (uint32_t k = 0; all && k < f->nitem; k++) {
      const truc_item *x = &d->item.v[f->item + k];
      bool there = !is_core(f->kind, x->slot);
      for (uint32_t m = 0; !there && m < g->nitem; m++)
        there = same_item(d, x, e, &e->item.v[g->item + m]);
      all = there;
    }
    if (all) return true;
  }
  return false;
}

/* The sentences in another order (step 0: in their own), a line each, the title
** first.  Stepping by a number that has no divisor in common with n visits each
** once. */
static void put_sentences(const truc_doc *d, uint32_t step, truc__buf *b) {
  uint32_t list[4096], n = 0;
  for (uint32_t s = 0; s < d->sentence.n && n < 4096; s++) {
    const truc_sentence *x = &d->sentence.v[s];
    if (x->kind == TRUC_SENT_TITLE) {
      truc__buf_put(b, d->raw + x->at.off, x->at.len);
      truc__buf_str(b, "\n\n");
    } else if (x->kind == TRUC_SENT_BODY) {
      list[n++] = s;
    }
  }
  uint32_t hop = 1;
  if (step)
    for (hop = n / 2 + 1; n % 2 == 0 && hop % 2 == 0; hop++) continue;
  for (uint32_t i = 0, at = step && n ? n - 1 : 0; i < n;
       i++, at = (at + hop) % n) {
    truc_span s = d->sentence.v[list[at]].at;
    truc__buf_put(b, d->raw + s.off, s.len);
    truc__buf_str(b, "\n\n");
  }
}

static void law_shuffled(const article *a, tally *t) {
  truc__buf plain = {0}, mixed = {0};
  truc_doc *d =
      read_doc(model, a->text, strlen(a->text), a->date, TRUC_FORM_AUTO);
  put_sentences(d, 0, &plain);
  put_sentences(d, 1, &mixed);
  truc_doc *e =
      read_doc(model, plain.p ? plain.p : "", plain.n, a->date, TRUC_FORM_AUTO);
  truc_doc *g =
      read_doc(model, mixed.p ? mixed.p : "", mixed.n, a->date, TRUC_FORM_AUTO);
  for (uint32_t i = 0; i < e->fact.n; i++) {
    if (!local(e, i)) continue;
    bool there = found_in(e, &e->fact.v[i], g);
    t->records++;
    t->broken += !there;
    if (there || !show) continue;
    char *line = record_line(e, e->raw, &e->fact.v[i]);
    print_error("%s: only in order: %s\n", a->id, line);
    truc__free(line);
  }
  truc_doc_free(d);
  truc_doc_free(e);
  truc_doc_free(g);
  truc__buf_release(&plain);
  truc__buf_release(&mixed);
}

/* ------------------------------------------------------------------- tests */

static const struct {
  const char *name;
  void (*law)(const article *a, tally *t);
  double most; /* percent of the records of press texts that may break it */
} laws[] = {{"segmented", law_segmented, 3},
            {"date", law_date, 1},
            {"decomposed", law_decomposed, 0},
            {"shuffled", law_shuffled, 3},
            {"doubled", law_doubled, 3}};
enum { NLAWS = sizeof laws / sizeof laws[0] };

static tally hold(int i, const articles *a, const char *where) {
  tally t = {0, 0};
  for (uint32_t k = 0; k < a->n; k++) laws[i].law(&a->v[k], &t);
  print_message("%-10s %-24s %5u texts %6u records %4u break it (%.2f%%)\n",
                laws[i].name, where, (unsigned)a->n, (unsigned)t.records,
                (unsigned)t.broken,
                t.records ? 100.0 * (double)t.broken / (double)t.records : 0);
  return t;
}

static void at_home(void **state) {
  (void)state;
  articles a = {0};
  bool was = show;
  uint64_t broken = 0;
  show = true;
  add_own(&a);
  add_demo(&a);
  assert_true(a.n > 10);
  for (int i = 0; i < NLAWS; i++) {
    tally t = hold(i, &a, "own sentences and demo");
    assert_true(t.records > 0);
    broken += t.broken;
  }
  show = was;
  free_articles(&a);
  assert_int_equal(broken, 0);
}

static void in_the_press(void **state) {
  (void)state;
  articles a = {0};
  if (!add_dev(&a)) {
    print_message("skipped: no articles in %s\n", shared());
    skip();
  }
  uint32_t most = (uint32_t)number("TRUC_PROP_ARTICLES", 60);
  assert_true(draw_jsonl(&a, a.n + most, "ir_all.jsonl.xz", of_vietnam));
  bool ok = true;
  for (int i = 0; i < NLAWS; i++) {
    tally t = hold(i, &a, "the press");
    ok &= 100.0 * (double)t.broken <= laws[i].most * (double)t.records;
  }
  free_articles(&a);
  assert_true(ok);
}

/* --------------------------------------------------------------- off topic */

static const char *const topics[3][13] = {
    {"công an", "khởi tố", "bị cáo", "nạn nhân", "ma túy", "trộm", "cướp",
     "giết", "tạm giam", "phiên tòa", "điều tra", "đối tượng", NULL},
    {"trận đấu", "bàn thắng", "HLV", "cầu thủ", "bóng đá", "tỷ số",
     "huấn luyện viên", "vô địch", "tiền đạo", "giải đấu", "thủ môn",
     "V-League", NULL},
    {"giá vàng", "cổ phiếu", "VN-Index", "chứng khoán", "lãi suất",
     "nhà đầu tư", "giá bán", "cổ đông", "bất động sản", "khách hàng",
     "doanh thu", "thị trường", NULL}};

static unsigned occurrences(const char *text, const char *word) {
  unsigned n = 0;
  for (const char *p = text; (p = strstr(p, word)) != NULL; p += strlen(word))
    n++;
  return n;
}

/* A page that names six times what only such pages name. */
static bool off_topic(const char *line, const char *text) {
  (void)line;
  truc__buf plain = {0};
  truc__buf_str(&plain, text);
  for (size_t i = 0; i < plain.n; i++)
    if (plain.p[i] == '_') plain.p[i] = ' ';
  bool found = false;
  for (int t = 0; t < 3 && !found; t++) {
    unsigned n = 0;
    for (int w = 0; topics[t][w]; w++) n += occurrences(plain.p, topics[t][w]);
    found = n >= 6;
  }
  truc__buf_release(&plain);
  return found;
}

static bool is_relation(const truc_fact *f) {
  return f->kind == TRUC_KIND_VISIT || f->kind == TRUC_KIND_CONTACT ||
         f->kind == TRUC_KIND_AGREEMENT || f->kind == TRUC_KIND_COOPERATION ||
         f->kind == TRUC_KIND_FORUM || f->kind == TRUC_KIND_RANKING;
}

/* The relations of one page; shows them if asked. */
static unsigned relations(const article *a, bool print) {
  unsigned n = 0;
  truc_doc *d =
      read_doc(model, a->text, strlen(a->text), a->date, TRUC_FORM_AUTO);
  for (uint32_t i = 0; i < d->fact.n; i++) {
    const truc_fact *f = &d->fact.v[i];
    if (!is_relation(f)) continue;
    n++;
    if (!print) continue;
    char *line = record_line(d, d->raw, f);
    print_message("  %s: %s %s\n", a->id, f->pattern, line);
    truc__free(line);
  }
  truc_doc_free(d);
  return n;
}

static void show_worst(const articles *a, unsigned *count) {
  for (int k = 0; k < 10; k++) {
    uint32_t worst = 0;
    for (uint32_t i = 1; i < a->n; i++)
      if (count[i] > count[worst]) worst = i;
    if (!count[worst]) return;
    print_message("%s: %u\n", a->v[worst].id, count[worst]);
    if (show) relations(&a->v[worst], true);
    count[worst] = 0;
  }
}

static void away_from_the_topic(void **state) {
  (void)state;
  articles a = {0}, b = {0};
  uint32_t most = (uint32_t)number("TRUC_PROP_ARTICLES", 60) * 5 / 2;
  if (!draw_jsonl(&a, most, "baomoi2013.jsonl.xz", off_topic) ||
      !draw_blocks(&b, most, "vietnews_general10k_seg.txt.xz", off_topic)) {
    free_articles(&a);
    print_message("skipped: no corpora in %s\n", shared());
    skip();
  }
  for (uint32_t i = 0; i < b.n; i++) assert_true(VEC_PUSH(a, b.v[i]));
  VEC_FREE(b);
  unsigned *count = calloc(a.n, sizeof *count), all = 0;
  assert_non_null(count);
  for (uint32_t i = 0; i < a.n; i++)
    all += count[i] = relations(&a.v[i], false);
  double rate = 10.0 * all / a.n;
  print_message("off topic: %u pages, %u relations, %.2f per 10 pages\n",
                (unsigned)a.n, all, rate);
  show_worst(&a, count);
  free(count);
  free_articles(&a);
  assert_true(rate <= 1.0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(at_home),
                                     cmocka_unit_test(in_the_press),
                                     cmocka_unit_test(away_from_the_topic)};
  truc_err e;
  if (truc_model_open("models/truc.model", &e, &model)) model = NULL;
  show = number("TRUC_PROP_SHOW", 0) != 0;
  int rc = cmocka_run_group_tests(tests, NULL, NULL);
  truc_model_close(model);
  return rc;
}

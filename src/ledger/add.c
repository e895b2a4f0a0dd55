/* SPDX-License-Identifier: Apache-2.0 */
/* add.c - documents in and out, one transaction each. */
#include <stdlib.h>

#include "ledger/ledger.h"

#define FLUSH_DOCUMENTS 512u   /* so many wait at most to be indexed, or */
#define FLUSH_BYTES (4u << 20) /* so many bytes of them */
#define BATCH_BYTES (1u << 20) /* a batch is committed at the latest then */

/* A fact whose claim has its row. */
typedef struct placed {
  int64_t claim, proposition;
  int32_t weight;
  bool alone; /* the proposition is new and counted */
} placed;

/* A mention of an entity with a row. */
typedef struct named {
  int64_t row;
  truc_span at;
  uint32_t sentence, entity;
  bool named;
} named;

/* An entity that is concerned by a claim. */
typedef struct concerned {
  int64_t claim, entity, role;
} concerned;

/* What is known while one document is stored. */
typedef struct storing {
  truc_ledger *l;
  const truc_article *a;
  truc__reading r;
  int64_t document, first_sentence, first_fact;
  bool clean;       /* UTF-8 without a NUL */
  bool copied;      /* its source has other documents */
  truc__memo local; /* hash of ref -> index of the document's entity */
  truc__ids entity; /* [entities] their rows */
  truc__ids claim;  /* new ones that are not alone: to be grouped */
  VEC(named) named;
  VEC(placed) placed;       /* [facts] */
  VEC(concerned) concerned; /* in the order met */
} storing;

/* ----------------------------------------------------------------- which */

static bool proper(truc_ledger *l, const truc_article *a, bool with_id) {
  if (!a || a->size != sizeof *a)
    truc__set_fail(l, TRUC_EARG, "article of another version");
  else if (with_id && (!a->id || !*a->id))
    truc__set_fail(l, TRUC_EARG, "article without an id");
  else if (!a->text && a->n)
    truc__set_fail(l, TRUC_EARG, "article without its text");
  return !truc__failed(l);
}

static int64_t content_hash(const truc_article *a) {
  const char *date = a->date ? a->date : "";
  uint64_t h = truc__hash(a->text, a->n);
  h = (h ^ truc__hash(date, strlen(date))) * 0x9E3779B97F4A7C15u;
  return (int64_t)(h ^ (h >> 31));
}

/* Row of the document with this text and date, 0 if there is none; *current:
** it was read by this model and version. */
static int64_t same_content(truc_ledger *l, const truc_article *a,
                            bool *current) {
  int64_t id = 0;
  sqlite3_stmt *s =
      truc__ask(l,
                "SELECT id, model = ? AND program = ? FROM document "
                "WHERE hash = ? AND date IS ? AND bytes = ?",
                "ssisi", a->model ? a->model : "", TRUC_VERSION,
                content_hash(a), a->date, (int64_t)a->n);
  while (!id && truc__next(l, s)) {
    truc__document_text(l, sqlite3_column_int64(s, 0), &l->c);
    if (truc__failed(l) || l->c.n != a->n ||
        (a->n && memcmp(l->c.p, a->text, a->n)))
      continue;
    id = sqlite3_column_int64(s, 0);
    *current = sqlite3_column_int(s, 1);
  }
  if (id) truc__end(s);
  return id;
}

/* An earlier text of the same id and path; not one of this session, where equal
** ids are two records of one input. */
static int64_t earlier_text(truc_ledger *l, const truc_article *a) {
  return a->path ? truc__ask_int(l, 0,
                                 "SELECT id FROM document WHERE name = ? "
                                 "AND path = ? AND id <= ?",
                                 "ssi", a->id, a->path, l->old_documents)
                 : 0;
}

truc_rc truc_ledger_known(truc_ledger *l, const truc_article *a, int *known,
                          truc_err *err) {
  bool current = false;
  truc__begin_call(l);
  *known = 0;
  if (proper(l, a, false))
    *known = same_content(l, a, &current) != 0 && current;
  return truc__end_call(l, err);
}

/* -------------------------------------------------------------- document */

/* First title sentence, blanks and line ends levelled. */
static void make_title(storing *w, truc__buf *out) {
  truc__buf_reset(out);
  truc__buf_put(out, "", 0);
  const char *s = w->a->title;
  size_t n = s ? strlen(s) : 0;
  for (uint32_t i = 0; !s && i < w->r.nsentence; i++)
    if (w->r.sentence[i].kind == TRUC_SENT_TITLE) {
      s = w->r.raw + w->r.sentence[i].at.off;
      n = w->r.sentence[i].at.len;
    }
  for (size_t i = 0; i < n; i++) {
    bool blank = (unsigned char)s[i] <= ' ';
    if (!blank)
      truc__buf_chr(out, s[i]);
    else if (out->n && out->p[out->n - 1] != ' ')
      truc__buf_chr(out, ' ');
  }
}

static void free_name(truc_ledger *l, const char *id, truc__buf *out) {
  for (int k = 1; !truc__failed(l); k++) {
    truc__buf_reset(out);
    truc__buf_str(out, id);
    if (k > 1) truc__buf_fmt(out, "~%d", k);
    if (out->rc)
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    else if (!truc__ask_int(l, 0, "SELECT 1 FROM document WHERE name = ?", "t",
                            out->p, out->n))
      return;
  }
}

static int64_t next_id(truc_ledger *l, const char *sql) {
  return truc__ask_int(l, 0, sql, "") + 1;
}

/* Bytes before the first sentence; all if there is none. */
static size_t head_length(const storing *w) {
  return w->r.nsentence ? w->r.sentence[0].at.off : w->a->n;
}

static void insert_document(storing *w, const char *name) {
  truc_ledger *l = w->l;
  const truc_article *a = w->a;
  w->clean =
      !truc_doc_invalid(w->r.doc, NULL) && !(a->n && memchr(a->text, 0, a->n));
  free_name(l, name, &l->a);
  make_title(w, &l->b);
  if (l->b.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  w->document = next_id(l, "SELECT max(id) FROM document");
  w->first_fact = next_id(l, "SELECT max(id) FROM fact");
  w->first_sentence = next_id(l, "SELECT max(id) FROM sentence");
  truc__exec(l,
             "INSERT INTO document(id, name, title, date, day, path, url, "
             "form, model, program, hash, origin, bytes, first, last, "
             "first_fact, last_fact, head) "
             "VALUES(?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?1, ?, ?, ?, ?, ?, ?)",
             w->clean ? "ittsosssssiiiiiit" : "ittsosssssiiiiiib", w->document,
             l->a.p, l->a.n, l->b.p, l->b.n, a->date, w->r.day, a->path, a->url,
             truc_doc_form(w->r.doc) == TRUC_FORM_SEG ? "seg" : "raw",
             a->model ? a->model : "", TRUC_VERSION, content_hash(a),
             (int64_t)a->n, w->first_sentence,
             w->first_sentence + w->r.nsentence - 1, w->first_fact,
             w->first_fact + w->r.nfact - 1, w->r.raw, head_length(w));
}

/* Which syllables words join; in l->a, and kept for the row. */
static const char *joins_of(storing *w, uint32_t *word, size_t from,
                            size_t end) {
  truc__buf *b = &w->l->a;
  truc__joins_make(&w->r, word, from, end, b);
  if (b->rc) truc__set_fail(w->l, TRUC_ENOMEM, "out of memory");
  return b->rc ? NULL : truc__pour_text(w->l, b->p, b->n);
}

/* A sentence and the gap behind it end where the next one begins: nothing is
** lost, even if they should overlap. */
static void insert_sentences(storing *w) {
  static const char *const kind[] = {"", "title", "caption", "credit",
                                     "byline"};
  /* Texts are BLOBs where they are not clean; words are cut by a model. */
  bool cut = w->r.nword && w->a->model;
  const char *types = w->clean ? (cut ? "iisiittb" : "iisiitts")
                               : (cut ? "iisiibbb" : "iisiibbs");
  size_t off = head_length(w);
  int64_t points = truc__points(w->r.raw, off);
  uint32_t word = 0;
  for (uint32_t i = 0; i < w->r.nsentence; i++) {
    const truc_sentence *s = &w->r.sentence[i];
    size_t next =
        i + 1 < w->r.nsentence ? w->r.sentence[i + 1].at.off : w->a->n;
    size_t end = (size_t)s->at.off + s->at.len;
    if (end > next) end = next;
    const char *joins = cut ? joins_of(w, &word, off, end) : NULL;
    truc__row(w->l, types, w->first_sentence + i, w->document,
              kind[s->kind < 5 ? s->kind : 0], (int64_t)off, points,
              w->r.raw + off, end - off, w->r.raw + end, next - end, joins,
              w->l->a.n);
    points += truc__points(w->r.raw + off, next - off);
    off = next;
  }
  truc__pour(w->l,
             "INSERT INTO sentence SELECT a, b, c, d, e, f, g, h "
             "FROM poured");
}

/* -------------------------------------------------------------- entities */

static const char *type_of_ref(const char *ref) {
  static const struct {
    const char *prefix, *type;
  } known[] = {{"per:", "PER"},  {"gpe:", "GPE"},       {"loc:", "LOC"},
               {"org:", "ORG"},  {"office:", "OFFICE"}, {"grp:", "GROUP"},
               {"ev:", "EVENT"}, {"sector:", "SECTOR"}};
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    if (!strncmp(ref, known[i].prefix, strlen(known[i].prefix)))
      return known[i].type;
  return "OTHER";
}

/* Row of an entity; `type` NULL: by its ref. */
static int64_t entity_row(truc_ledger *l, const char *ref, const char *type) {
  int64_t id;
  uint64_t h = truc__hash(ref, strlen(ref));
  if (truc__memo_get(&l->entities, h, &id)) return id;
  id = truc__ask_int(l, 0, "SELECT id FROM entity WHERE ref = ?", "s", ref);
  if (!id && !truc__failed(l)) {
    truc__exec(l, "INSERT INTO entity(ref, type) VALUES(?, ?)", "ss", ref,
               type ? type : type_of_ref(ref));
    id = sqlite3_last_insert_rowid(l->db);
  }
  if (!truc__failed(l)) truc__memo_put(&l->entities, h, id);
  return id;
}

static void insert_entities(storing *w) {
  for (uint32_t i = 0; i < w->r.nentity; i++) {
    const truc_entity *e = &w->r.entity[i];
    int64_t id = 0;
    if (e->ref) {
      id = entity_row(w->l, e->ref,
                      truc_entity_type_name((truc_entity_type)e->type));
      truc__memo_put(&w->local, truc__hash(e->ref, strlen(e->ref)), i);
    }
    if (!VEC_PUSH(w->entity, id))
      truc__set_fail(w->l, TRUC_ENOMEM, "out of memory");
  }
}

static void add_mention(storing *w, const truc_mention *m, uint32_t entity) {
  if (entity >= w->r.nentity || !w->entity.v[entity]) return;
  if (m->sent >= w->r.nsentence) return;
  truc_span s = w->r.sentence[m->sent].at;
  if (m->at.off < s.off || m->at.off + m->at.len > s.off + s.len) return;
  named x = {w->entity.v[entity], m->at, m->sent, entity,
             m->form == TRUC_FORM_NAME};
  if (!VEC_PUSH(w->named, x))
    truc__set_fail(w->l, TRUC_ENOMEM, "out of memory");
}

static int by_place(const void *a, const void *b) {
  const named *x = a, *y = b;
  if (x->at.off != y->at.off) return x->at.off < y->at.off ? -1 : 1;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  return (x->named < y->named) - (x->named > y->named);
}

/* In the order of the key, each once. */
static void insert_mentions(storing *w) {
  const named *last = NULL;
  for (uint32_t i = 0; i < w->r.nmention && !truc__failed(w->l); i++) {
    const truc_mention *m = &w->r.mention[i];
    if (m->flags & (TRUC_MF_INNAME | TRUC_MF_CREDIT)) continue;
    add_mention(w, m, m->entity);
    if (m->form == TRUC_FORM_PAIR) add_mention(w, m, m->other);
  }
  if (w->named.n) qsort(w->named.v, w->named.n, sizeof *w->named.v, by_place);
  for (uint32_t i = 0; i < w->named.n; i++) {
    const named *x = &w->named.v[i];
    if (last && last->at.off == x->at.off && last->row == x->row) continue;
    truc__row(w->l, "iiiii", w->first_sentence + x->sentence,
              (int64_t)(x->at.off - w->r.sentence[x->sentence].at.off), x->row,
              (int64_t)x->at.len, (int64_t)x->named);
    truc__pend_mention(w->l, w->document, x->row, w->r.entity[x->entity].ref,
                       x->named, w->r.raw + x->at.off, x->at.len);
    last = x;
  }
  truc__pour(w->l, "INSERT INTO mention SELECT a, b, c, d, e FROM poured");
}

/* ------------------------------------------------------------------ facts */

static void add_party(storing *w, int64_t claim, int64_t entity, int64_t role) {
  concerned x = {claim, entity, role};
  if (entity && !VEC_PUSH(w->concerned, x))
    truc__set_fail(w->l, TRUC_ENOMEM, "out of memory");
}

static int by_claim(const void *a, const void *b) {
  const concerned *x = a, *y = b;
  if (x->claim != y->claim) return x->claim < y->claim ? -1 : 1;
  if (x->entity != y->entity) return x->entity < y->entity ? -1 : 1;
  return (x->role > y->role) - (x->role < y->role);
}

/* In the order of the key, each once, with the closest role. */
static void insert_parties(storing *w) {
  const concerned *last = NULL;
  if (w->concerned.n)
    qsort(w->concerned.v, w->concerned.n, sizeof *w->concerned.v, by_claim);
  for (uint32_t i = 0; i < w->concerned.n; i++) {
    const concerned *x = &w->concerned.v[i];
    if (last && last->claim == x->claim && last->entity == x->entity) continue;
    truc__row(w->l, "iii", x->entity, x->claim, x->role);
    last = x;
  }
  truc__pour(w->l,
             "INSERT INTO party SELECT a, b, c FROM poured WHERE 1 "
             "ON CONFLICT DO UPDATE SET role = excluded.role "
             "WHERE excluded.role < role");
}

/* Row of the country of what `ref` names, 0 if the document does not say. */
static int64_t country_of(storing *w, const char *ref) {
  int64_t i;
  if (!truc__memo_get(&w->local, truc__hash(ref, strlen(ref)), &i)) return 0;
  uint32_t c = w->r.entity[i].country;
  return c < w->r.nentity ? w->entity.v[c] : 0;
}

/* Does it stand in one sentence?  Then its words are read from there. */
static bool in_sentence(const storing *w, truc_span at) {
  uint32_t lo = 0, hi = w->r.nsentence;
  while (lo < hi) { /* the first that begins behind it */
    uint32_t mid = lo + (hi - lo) / 2;
    if (w->r.sentence[mid].at.off <= at.off)
      lo = mid + 1;
    else
      hi = mid;
  }
  if (!lo) return false;
  truc_span s = w->r.sentence[lo - 1].at;
  bool whole =
      lo == w->r.nsentence || s.off + s.len <= w->r.sentence[lo].at.off;
  return whole && at.off + at.len <= s.off + s.len;
}

/* The words of a name stand in its sentence, and nowhere else; how a field is
** put is what people want to see of it. */
static bool keeps_words(const storing *w, const truc_item *i) {
  return i->at.len &&
         (!i->ref || !strncmp(i->ref, "sector:", 7) || !in_sentence(w, i->at));
}

static void add_item(storing *w, int64_t fact, int64_t claim, uint32_t n,
                     const truc_item *i) {
  truc_ledger *l = w->l;
  int64_t entity = i->ref ? entity_row(l, i->ref, NULL) : 0;
  int64_t country = i->ref ? country_of(w, i->ref) : 0;
  bool said = i->at.len != 0, words = keeps_words(w, i);
  const char *number = NULL;
  if (i->has_number) {
    truc__buf_reset(&l->a);
    truc__buf_decimal(&l->a, i->mantissa, i->exponent);
    if (l->a.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    number = l->a.rc ? NULL : truc__pour_text(l, l->a.p, l->a.n);
  }
  truc__row(l, words ? "iisoossoooit" : "iisoossooois", fact, (int64_t)n,
            i->slot, entity ? entity : TRUC__NO_INT,
            country ? country : TRUC__NO_INT, i->code, number,
            i->fact < w->r.nfact ? (int64_t)i->fact + 1 : TRUC__NO_INT,
            said ? (int64_t)i->at.off : TRUC__NO_INT,
            said ? (int64_t)i->at.off + i->at.len : TRUC__NO_INT,
            (int64_t)i->implicit, words ? w->r.raw + i->at.off : NULL,
            (size_t)i->at.len);
  add_party(w, claim, entity, 1);
  add_party(w, claim, country, 2);
}

/* Kinds whose arguments often leave out the countries that they concern. */
static bool wants_context(uint8_t kind) {
  return kind == TRUC_KIND_STATEMENT || kind == TRUC_KIND_EVENT ||
         kind == TRUC_KIND_AMOUNT || kind == TRUC_KIND_STATUS ||
         kind == TRUC_KIND_IMPACT || kind == TRUC_KIND_AGREEMENT ||
         kind == TRUC_KIND_PROVISION;
}
#define CONTEXT_KINDS                                                  \
  "('STATEMENT', 'EVENT', 'AMOUNT', 'STATUS', 'IMPACT', 'AGREEMENT', " \
  "'PROVISION')"

static void insert_items(storing *w) {
  for (uint32_t i = 0; i < w->placed.n; i++) {
    const truc_fact *f = &w->r.fact[i];
    for (uint32_t k = 0; k < f->nitem; k++)
      add_item(w, w->first_fact + i, w->placed.v[i].claim, k,
               &w->r.item[f->item + k]);
  }
  truc__pour(w->l,
             "INSERT INTO argument SELECT a, b, c, d, e, f, g, h, i, j, l, k "
             "FROM poured");
}

static void insert_speakers(storing *w) {
  uint32_t ns;
  const uint32_t *speaker = truc_doc_speakers(w->r.doc, &ns);
  for (uint32_t i = 0; i < w->placed.n; i++) {
    const truc_fact *f = &w->r.fact[i];
    for (uint32_t k = 0; k < f->nspeaker; k++) {
      uint32_t e = speaker[f->speaker + k];
      if (e >= w->r.nentity || !w->entity.v[e]) continue;
      truc__row(w->l, "iii", w->first_fact + i, (int64_t)k, w->entity.v[e]);
      add_party(w, w->placed.v[i].claim, w->entity.v[e], 3);
    }
  }
  truc__pour(w->l, "INSERT INTO speaker SELECT a, b, c FROM poured");
}

static void insert_evidence(storing *w) {
  for (uint32_t i = 0; i < w->placed.n; i++) {
    const truc_fact *f = &w->r.fact[i];
    for (uint32_t k = 0; k < f->nevidence; k++)
      truc__row(w->l, "iii", w->first_fact + i, (int64_t)k,
                w->first_sentence + w->r.evidence[f->evidence + k]);
  }
  truc__pour(w->l, "INSERT INTO evidence SELECT a, b, c FROM poured");
}

static void add_context(storing *w) {
  uint32_t countries[16];
  for (uint32_t i = 0; i < w->placed.n; i++) {
    if (!wants_context(w->r.fact[i].kind)) continue;
    uint32_t n = truc__countries_named(&w->r, i, countries, 16);
    for (uint32_t k = 0; k < n; k++)
      add_party(w, w->placed.v[i].claim, w->entity.v[countries[k]], 3);
  }
}

static const char *or_null(const char *s) { return s && *s ? s : NULL; }

/* The row of the claim in l->claim.  proposition: that it belongs to; 0 if it
** is new and must be grouped; the new one of its own if nothing is like it. */
static placed place(storing *w, uint32_t index) {
  truc_ledger *l = w->l;
  placed p = {0, 0, l->claim.weight, truc__claim_alone(l, &l->claim)};
  if (!p.alone) p.claim = truc__claim_find(l, &l->claim, &p.proposition);
  if (p.claim) return p;
  if (p.alone)
    p.proposition = truc__proposition_of(l, &l->claim, &w->r, &w->r.fact[index],
                                         w->first_fact + index);
  p.claim = truc__claim_insert(l, &l->claim, p.proposition);
  if (!p.alone) truc__ids_add(l, &w->claim, p.claim);
  return p;
}

static void place_facts(storing *w) {
  truc_ledger *l = w->l;
  for (uint32_t i = 0; i < w->r.nfact && !truc__failed(l); i++) {
    bool made = truc__claim_make(&l->claim, &w->r, i);
    placed p = {0};
    if (made) p = place(w, i);
    if (!made || !VEC_PUSH(w->placed, p))
      truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  }
}

/* Contexts joined by blanks, NULL if there is none. */
static const char *join_contexts(truc_ledger *l, const truc_codes *c) {
  truc__buf_reset(&l->a);
  for (uint32_t i = 0; i < c->ncontext; i++)
    truc__buf_fmt(&l->a, i ? " %s" : "%s", c->context[i]);
  if (l->a.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
  if (!c->ncontext || l->a.rc) return NULL;
  return truc__pour_text(l, l->a.p, l->a.n);
}

/* Row of how a fact was read; some hundreds do for all. */
static int64_t reading_row(truc_ledger *l, const truc_fact *f,
                           const truc_codes *codes) {
  const char *context = join_contexts(l, codes);
  const char *part[] = {or_null(f->pattern), or_null(f->basis), codes->event,
                        codes->mode,         context,           codes->cameo};
  uint64_t h = 0;
  int64_t id;
  for (int i = 0; i < 6; i++)
    h = (h ^ (part[i] ? truc__hash(part[i], strlen(part[i])) : 1)) *
        0x9E3779B97F4A7C15u;
  h ^= h >> 31;
  if (truc__memo_get(&l->readings, h, &id)) return id;
  id = truc__ask_int(l, 0,
                     "SELECT id FROM reading WHERE pattern IS ? AND basis IS ? "
                     "AND event IS ? AND mode IS ? AND context IS ? "
                     "AND cameo IS ?",
                     "ssssss", part[0], part[1], part[2], part[3], part[4],
                     part[5]);
  if (!id && !truc__failed(l)) {
    truc__exec(l,
               "INSERT INTO reading(pattern, basis, event, mode, context, "
               "cameo) VALUES(?, ?, ?, ?, ?, ?)",
               "ssssss", part[0], part[1], part[2], part[3], part[4], part[5]);
    id = sqlite3_last_insert_rowid(l->db);
  }
  if (!truc__failed(l)) truc__memo_put(&l->readings, h, id);
  return id;
}

static void add_fact(storing *w, uint32_t index) {
  static const char *const precision[] = {NULL, "day", "month", "year"};
  const truc_fact *f = &w->r.fact[index];
  const placed *p = &w->placed.v[index];
  truc_codes codes;
  truc_doc_codes(w->r.doc, index, &codes);
  truc__row(w->l, "iiiissssiioiii", w->first_fact + index, w->document,
            (int64_t)index + 1, p->claim, truc_kind_name((truc_kind)f->kind),
            truc_modality_name((truc_modality)f->modality),
            f->has_date ? f->date : NULL,
            f->has_date ? precision[f->precision & 3] : NULL,
            (int64_t)f->confidence, (int64_t)f->derived,
            f->part_of < w->r.nfact ? (int64_t)f->part_of + 1 : TRUC__NO_INT,
            (int64_t)truc__is_timed(f), (int64_t)p->weight,
            reading_row(w->l, f, &codes));
}

static void insert_facts(storing *w) {
  truc_ledger *l = w->l;
  place_facts(w);
  for (uint32_t i = 0; i < w->placed.n; i++) add_fact(w, i);
  truc__pour(l,
             "INSERT INTO fact(id, document, n, claim, kind, modality, date, "
             "precision, confidence, derived, part_of, timed, weight, reading) "
             "SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n FROM poured");
  insert_items(w);
  insert_speakers(w);
  insert_evidence(w);
  add_context(w);
  insert_parties(w);
  for (uint32_t i = 0; i < w->placed.n; i++)
    if (w->placed.v[i].proposition && !w->placed.v[i].alone)
      truc__count_fact(l, w->placed.v[i].proposition, w->first_fact + i,
                       w->first_fact, w->copied);
}

/* All propositions with a statement in one of the documents of a source. */
static void recount_source(truc_ledger *l, int64_t origin) {
  truc__ids p = {0};
  sqlite3_stmt *s =
      truc__ask(l,
                "SELECT DISTINCT c.proposition FROM document d "
                "JOIN fact f ON f.id BETWEEN d.first_fact AND d.last_fact "
                "JOIN claim c ON c.id = f.claim "
                "WHERE d.id = ?1 OR (d.origin = ?1 AND d.origin <> d.id)",
                "i", origin);
  while (truc__next(l, s)) truc__ids_add(l, &p, sqlite3_column_int64(s, 0));
  for (uint32_t i = 0; i < p.n; i++) truc__recount(l, p.v[i]);
  VEC_FREE(p);
}

static void insert_all(storing *w, const char *name) {
  truc_ledger *l = w->l;
  insert_document(w, name);
  insert_sentences(w);
  truc__exec(l, "INSERT INTO waiting VALUES(?)", "i", w->document);
  uint32_t united = truc__copies_add(l, w->document, w->a->text, w->a->n);
  w->copied = united > 0;
  if (united > 1)
    recount_source(
        l, truc__ask_int(l, 0, "SELECT origin FROM document WHERE id = ?", "i",
                         w->document));
  insert_entities(w);
  insert_mentions(w);
  insert_facts(w);
  if (!truc__failed(l)) truc__regroup(l, &w->claim);
}

/* --------------------------------------------------------------- removing */

static void collect(truc_ledger *l, sqlite3_stmt *s, truc__ids *out) {
  while (truc__next(l, s)) truc__ids_add(l, out, sqlite3_column_int64(s, 0));
}

#define OF_DOCUMENT                                          \
  "BETWEEN (SELECT first_fact FROM document WHERE id = ?1) " \
  "AND (SELECT last_fact FROM document WHERE id = ?1)"

static void remove_facts(truc_ledger *l, int64_t document) {
  truc__exec(l, "DELETE FROM argument WHERE fact " OF_DOCUMENT, "i", document);
  truc__exec(l, "DELETE FROM speaker WHERE fact " OF_DOCUMENT, "i", document);
  truc__exec(l, "DELETE FROM evidence WHERE fact " OF_DOCUMENT, "i", document);
  truc__exec(l, "DELETE FROM fact WHERE id " OF_DOCUMENT, "i", document);
}

/* Who is concerned by a claim, from the facts that are left. */
static void rebuild_party(truc_ledger *l, int64_t claim) {
  truc__exec(l, "DELETE FROM party WHERE claim = ?", "i", claim);
  truc__exec(l,
             "INSERT OR IGNORE INTO party SELECT a.entity, f.claim, 1 "
             "FROM fact f JOIN argument a ON a.fact = f.id "
             "WHERE f.claim = ? AND a.entity IS NOT NULL",
             "i", claim);
  truc__exec(l,
             "INSERT OR IGNORE INTO party SELECT a.country, f.claim, 2 "
             "FROM fact f JOIN argument a ON a.fact = f.id "
             "WHERE f.claim = ? AND a.country IS NOT NULL",
             "i", claim);
  truc__exec(l,
             "INSERT OR IGNORE INTO party SELECT s.entity, f.claim, 3 "
             "FROM fact f JOIN speaker s ON s.fact = f.id WHERE f.claim = ?",
             "i", claim);
  truc__exec(l,
             "INSERT OR IGNORE INTO party SELECT m.entity, f.claim, 3 "
             "FROM fact f JOIN evidence e ON e.fact = f.id "
             "JOIN mention m ON m.sentence = e.sentence "
             "JOIN entity n ON n.id = m.entity AND n.type = 'GPE' "
             "WHERE f.claim = ? AND f.kind IN " CONTEXT_KINDS,
             "i", claim);
}

/* Claims that nobody states any more go, and what hung together with them is
** grouped anew; the others are counted anew. */
static void settle_claims(truc_ledger *l, const truc__ids *claims) {
  truc__ids near = {0}, propositions = {0};
  for (uint32_t i = 0; i < claims->n && !truc__failed(l); i++) {
    int64_t id = claims->v[i];
    int64_t of = truc__ask_int(
        l, 0, "SELECT proposition FROM claim WHERE id = ?", "i", id);
    truc__concern_forget(l, of);
    truc__ids_add(l, &propositions, of);
    if (truc__ask_int(l, 0, "SELECT 1 FROM fact WHERE claim = ? LIMIT 1", "i",
                      id)) {
      rebuild_party(l, id);
      continue;
    }
    truc__neighbours(l, id, &near);
    truc__exec(l, "DELETE FROM party WHERE claim = ?", "i", id);
    truc__exec(l, "DELETE FROM claim WHERE id = ?", "i", id);
  }
  for (uint32_t i = 0; i < propositions.n; i++)
    truc__recount(l, propositions.v[i]);
  truc__regroup(l, &near); /* ids in it that have gone are not found */
  VEC_FREE(near);
  VEC_FREE(propositions);
}

static void remove_document(truc_ledger *l, int64_t document) {
  truc__ids claims = {0}, relatives = {0}, propositions = {0};
  collect(l,
          truc__ask(l, "SELECT DISTINCT claim FROM fact WHERE id " OF_DOCUMENT,
                    "i", document),
          &claims);
  collect(l,
          truc__ask(l,
                    "SELECT d.id FROM document x JOIN document d "
                    "ON d.id = x.origin OR (d.origin = x.origin "
                    "AND d.origin <> d.id) WHERE x.id = ?1 AND d.id <> ?1",
                    "i", document),
          &relatives);
  truc__unindex(l, document);
  remove_facts(l, document);
  truc__copies_remove(l, document);
  truc__exec(l,
             "DELETE FROM mention WHERE sentence BETWEEN (SELECT first FROM "
             "document WHERE id = ?1) AND (SELECT last FROM document "
             "WHERE id = ?1)",
             "i", document);
  truc__exec(l,
             "DELETE FROM sentence WHERE id BETWEEN (SELECT first FROM "
             "document WHERE id = ?1) AND (SELECT last FROM document "
             "WHERE id = ?1)",
             "i", document);
  truc__exec(l, "DELETE FROM document WHERE id = ?", "i", document);
  settle_claims(l, &claims);
  for (uint32_t i = 0; i < relatives.n && !truc__failed(l); i++)
    collect(l,
            truc__ask(l,
                      "SELECT DISTINCT c.proposition FROM fact f JOIN claim c "
                      "ON c.id = f.claim WHERE f.id " OF_DOCUMENT,
                      "i", relatives.v[i]),
            &propositions);
  for (uint32_t i = 0; i < propositions.n; i++)
    truc__recount(l, propositions.v[i]);
  VEC_FREE(claims);
  VEC_FREE(relatives);
  VEC_FREE(propositions);
}

truc_rc truc_ledger_remove(truc_ledger *l, const char *id, truc_err *err) {
  truc__begin_call(l);
  int64_t document = 0;
  if (!l->writable)
    truc__set_fail(l, TRUC_EARG, "the ledger was opened for reading");
  if (truc__transaction(l)) {
    truc__recall(l);
    document =
        truc__ask_int(l, 0, "SELECT id FROM document WHERE name = ?", "s", id);
    if (document) remove_document(l, document);
    truc__finish(l);
  }
  truc_rc rc = truc__end_call(l, err);
  return rc || document ? rc : TRUC_DONE;
}

/* ----------------------------------------------------------------- adding */

/* Takes out what the new text replaces; the name it is kept under. */
static truc_stored make_room(storing *w, truc__buf *name) {
  truc_ledger *l = w->l;
  bool current = false;
  int64_t old = same_content(l, w->a, &current);
  if (old && current) return TRUC_STORED_SAME;
  if (!old) old = earlier_text(l, w->a);
  truc__buf_reset(name);
  truc__buf_str(name, w->a->id);
  if (!old || truc__failed(l)) return TRUC_STORED_NEW;
  sqlite3_stmt *s =
      truc__ask(l, "SELECT name FROM document WHERE id = ?", "i", old);
  if (truc__next(l, s)) {
    truc__buf_reset(name);
    truc__buf_str(name, truc__text(s, 0));
    truc__end(s);
  }
  remove_document(l, old);
  return TRUC_STORED_REPLACED;
}

/* The index may lag behind; a failure here says nothing about the document just
** stored, and the next call tries again; unless a batch went with it. */
static void flush_if_due(truc_ledger *l, size_t n) {
  uint32_t lost = l->lost;
  l->waiting++;
  l->waiting_bytes += n;
  l->uncommitted++;
  l->batch_bytes += n;
  if (l->waiting >= FLUSH_DOCUMENTS || l->waiting_bytes >= FLUSH_BYTES) {
    truc__settle(l);
    if (l->lost == lost) truc__begin_call(l);
  }
  if (l->uncommitted < l->batch && l->batch_bytes < BATCH_BYTES) return;
  truc__commit(l);
  l->batch_bytes = 0;
}

static void store(truc_ledger *l, const truc_doc *d, const truc_article *a,
                  truc_stored *what) {
  storing w = {.l = l, .a = a};
  truc__when published = truc__when_parse(a->date ? a->date : "");
  bool day = published.known && published.fine == 3;
  truc__reading_make(&w.r, d, a->n ? a->text : "",
                     day ? (int64_t)published.lo : TRUC__NO_INT);
  w.r.folds = &l->folds;
  truc__buf name = {0};
  if (truc__transaction(l)) {
    truc__recall(l);
    *what = make_room(&w, &name);
    if (name.rc) truc__set_fail(l, TRUC_ENOMEM, "out of memory");
    if (*what != TRUC_STORED_SAME && !truc__failed(l)) insert_all(&w, name.p);
    truc__finish(l);
  }
  truc__buf_release(&name);
  truc__memo_release(&w.local);
  VEC_FREE(w.entity);
  VEC_FREE(w.claim);
  VEC_FREE(w.placed);
  VEC_FREE(w.named);
  VEC_FREE(w.concerned);
}

truc_rc truc_ledger_add(truc_ledger *l, const truc_doc *d,
                        const truc_article *a, truc_stored *what,
                        truc_err *err) {
  truc_stored ignored;
  truc__begin_call(l);
  if (!what) what = &ignored;
  *what = TRUC_STORED_SAME;
  if (!l->writable)
    truc__set_fail(l, TRUC_EARG, "the ledger was opened for reading");
  if (proper(l, a, true)) store(l, d, a, what);
  if (!truc__failed(l) && *what != TRUC_STORED_SAME) flush_if_due(l, a->n);
  return truc__end_call(l, err);
}

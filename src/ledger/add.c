/* SPDX-License-Identifier: Apache-2.0 */
/* add.c - documents come in, one transaction each: the text, who is named; the
** facts by facts.c. */
#include <stdlib.h>

#include "ledger/ledger.h"

#define FLUSH_DOCUMENTS 512u   /* so many wait at most to be indexed, or */
#define FLUSH_BYTES (4u << 20) /* so many bytes of them */
#define BATCH_BYTES (1u << 20) /* a batch is committed at the latest then */

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
static void make_title(truc__storing *w, truc__buf *out) {
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
static size_t head_length(const truc__storing *w) {
  return w->r.nsentence ? w->r.sentence[0].at.off : w->a->n;
}

static void insert_document(truc__storing *w, const char *name) {
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
static const char *joins_of(truc__storing *w, uint32_t *word, size_t from,
                            size_t end) {
  truc__buf *b = &w->l->a;
  truc__joins_make(&w->r, word, from, end, b);
  if (b->rc) truc__set_fail(w->l, TRUC_ENOMEM, "out of memory");
  return b->rc ? NULL : truc__pour_text(w->l, b->p, b->n);
}

/* A sentence and the gap behind it end where the next one begins: nothing is
** lost, even if they should overlap. */
static void insert_sentences(truc__storing *w) {
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
int64_t truc__entity_row(truc_ledger *l, const char *ref, const char *type) {
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

static void insert_entities(truc__storing *w) {
  for (uint32_t i = 0; i < w->r.nentity; i++) {
    const truc_entity *e = &w->r.entity[i];
    int64_t id = 0;
    if (e->ref) {
      id = truc__entity_row(w->l, e->ref,
                            truc_entity_type_name((truc_entity_type)e->type));
      truc__memo_put(&w->local, truc__hash(e->ref, strlen(e->ref)), i);
    }
    if (!VEC_PUSH(w->entity, id))
      truc__set_fail(w->l, TRUC_ENOMEM, "out of memory");
  }
}

/* "Tổng thống" beside a name, or alone, means the person and names nobody. */
static bool is_title(const truc__storing *w, const truc_mention *m,
                     uint32_t entity) {
  return m->type == TRUC_OFFICE && w->r.entity[entity].type == TRUC_PER;
}

static void add_mention(truc__storing *w, const truc_mention *m,
                        uint32_t entity) {
  if (entity >= w->r.nentity || !w->entity.v[entity]) return;
  if (m->sent >= w->r.nsentence) return;
  truc_span s = w->r.sentence[m->sent].at;
  if (m->at.off < s.off || m->at.off + m->at.len > s.off + s.len) return;
  truc__named x = {w->entity.v[entity], m->at, m->sent, entity,
                   m->form == TRUC_SAID_NAME && !is_title(w, m, entity)};
  if (!VEC_PUSH(w->named, x))
    truc__set_fail(w->l, TRUC_ENOMEM, "out of memory");
}

static int by_place(const void *a, const void *b) {
  const truc__named *x = a, *y = b;
  if (x->at.off != y->at.off) return x->at.off < y->at.off ? -1 : 1;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  return (x->named < y->named) - (x->named > y->named);
}

/* In the order of the key, each once. */
static void insert_mentions(truc__storing *w) {
  const truc__named *last = NULL;
  for (uint32_t i = 0; i < w->r.nmention && !truc__failed(w->l); i++) {
    const truc_mention *m = &w->r.mention[i];
    if (m->flags & (TRUC_MF_INNAME | TRUC_MF_CREDIT)) continue;
    add_mention(w, m, m->entity);
    if (m->form == TRUC_SAID_PAIR) add_mention(w, m, m->other);
  }
  if (w->named.n) qsort(w->named.v, w->named.n, sizeof *w->named.v, by_place);
  for (uint32_t i = 0; i < w->named.n; i++) {
    const truc__named *x = &w->named.v[i];
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

static void insert_all(truc__storing *w, const char *name) {
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
  truc__insert_facts(w);
  if (!truc__failed(l)) truc__regroup(l, &w->claim);
}

/* ----------------------------------------------------------------- adding */

/* Takes out what the new text replaces; the name it is kept under. */
static truc_stored make_room(truc__storing *w, truc__buf *name) {
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
  truc__remove_document(l, old);
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
  truc__storing w = {.l = l, .a = a};
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

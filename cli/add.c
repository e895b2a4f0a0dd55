/* SPDX-License-Identifier: Apache-2.0
**
** add.c - truc add: articles into a ledger.
*/
#include <dirent.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/ledger.h"
#include "cli/reader.h"

/* What a ledger takes from a document. */
#define LAYERS (TRUC_WORDS | TRUC_FACTS)

typedef struct adding {
  cli *c;
  truc_ledger *l;
  bool dead, quiet, progress;
  pthread_mutex_t lock; /* of the ledger */
  uint64_t added, same, replaced, empty, bytes;
  uint64_t taken, total; /* of the files, as packed as they are */
  struct timespec start;
  double said; /* when the progress was shown last */
} adding;

/* --------------------------------------------------------------- progress */

static double seconds(const adding *a) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)(now.tv_sec - a->start.tv_sec) +
         1e-9 * (double)(now.tv_nsec - a->start.tv_nsec);
}

static void show_progress(adding *a) {
  double t = seconds(a);
  if (!a->progress || t - a->said < 0.2) return;
  a->said = t;
  double rate = (double)a->bytes / (t > 0.01 ? t : 0.01);
  fprintf(stderr, "\r\033[K  %llu documents  %.1f MB  %.1f MB/s",
          (unsigned long long)(a->added + a->same + a->replaced),
          (double)a->bytes / 1e6, rate / 1e6);
  if (a->total > a->taken && a->taken)
    fprintf(stderr, "  %.0f s left",
            t * (double)(a->total - a->taken) / (double)a->taken);
  fflush(stderr);
}

static void end_progress(const adding *a) {
  if (a->progress) fputs("\r\033[K", stderr);
}

/* ----------------------------------------------------------------- adding */

static bool ledger_failed(adding *a, const cli_record *r, const truc_err *err) {
  bool ours = err->rc == TRUC_EARG || err->rc == TRUC_ELIMIT;
  end_progress(a);
  cli_fail(a->c, ours ? CLI_RECORDS : cli_exit_code(err->rc),
           &(cli_place){r->file, NULL, 0, 0, r->line, r->byte}, NULL, "%s",
           err->msg[0] ? err->msg : truc_rc_message(err->rc));
  if (ours)
    a->c->nfailed++;
  else
    a->dead = true;
  return false;
}

static bool known(adding *a, const cli_job *j, const truc_article *article) {
  truc_err err;
  int yes = 0;
  pthread_mutex_lock(&a->lock);
  if (!a->dead && truc_ledger_known(a->l, article, &yes, &err))
    ledger_failed(a, &j->rec, &err);
  pthread_mutex_unlock(&a->lock);
  return yes;
}

/* A record as the ledger wants it; a long text comes in pieces, each a document
** of its own. */
static void describe(const cli *c, const cli_job *j, truc_article *article,
                     char id[512]) {
  snprintf(id, 512, j->rec.piece ? "%s#%u" : "%s", j->rec.id,
           (unsigned)j->rec.piece + 1);
  *article = (truc_article)TRUC_ARTICLE;
  article->id = *id ? id : "-";
  article->path = strcmp(j->rec.file, "-") ? j->rec.file : NULL;
  article->title = j->rec.title;
  article->date = j->rec.date;
  article->model = c->model ? truc_model_id(c->model) : NULL;
  article->text = j->rec.text;
  article->n = j->rec.n;
}

/* Nothing is written there: it is no document, and no source. */
static bool is_empty(const cli_record *r) {
  for (size_t i = 0; i < r->n; i++)
    if ((unsigned char)r->text[i] > ' ') return false;
  return true;
}

/* In any thread: reads what is not there yet. */
static void read_article(const cli *c, cli_job *j) {
  adding *a = c->own;
  truc_article article;
  char id[512];
  describe(c, j, &article, id);
  j->own = is_empty(&j->rec) || known(a, j, &article);
  if (!j->own) truc_doc_run(j->doc, LAYERS, j->err);
}

static bool put(adding *a, cli_job *j, const truc_article *article,
                truc_stored *what) {
  truc_err err;
  pthread_mutex_lock(&a->lock);
  bool failed = truc_ledger_add(a->l, j->doc, article, what, &err) != TRUC_OK;
  if (failed) ledger_failed(a, &j->rec, &err);
  pthread_mutex_unlock(&a->lock);
  return !failed;
}

/* In the order of the input.  What was there when it was read may have been
** replaced since. */
static void store_article(const cli *c, cli_job *j) {
  adding *a = c->own;
  truc_stored what = TRUC_STORED_SAME;
  truc_article article;
  char id[512];
  if (a->dead) return;
  if (is_empty(&j->rec)) {
    a->empty++;
    return;
  }
  describe(c, j, &article, id);
  a->bytes += j->rec.n;
  a->taken = j->rec.taken;
  bool there = j->own && (c->jobs == 1 || known(a, j, &article));
  if (!there && j->own && truc_doc_run(j->doc, LAYERS, j->err)) return;
  if (!there && (a->dead || !put(a, j, &article, &what))) return;
  a->added += what == TRUC_STORED_NEW;
  a->same += what == TRUC_STORED_SAME;
  a->replaced += what == TRUC_STORED_REPLACED;
  show_progress(a);
}

/* ---------------------------------------------------------------- folders */

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

typedef VEC(char *) names;

static bool push_name(names *v, const char *folder, const char *name) {
  size_t n = (folder ? strlen(folder) + 1 : 0) + strlen(name) + 1;
  char *s = truc__realloc(NULL, n);
  if (s)
    snprintf(s, n, "%s%s%s", folder ? folder : "", folder ? "/" : "", name);
  return s && VEC_PUSH(*v, s);
}

/* Files and folders of a folder; folders are visited in turn, so that nothing
** is nested. */
static bool list_folder(adding *a, names *files, names *folders,
                        const char *path) {
  DIR *dir = opendir(path);
  bool ok = true;
  if (!dir) {
    cli_fail(a->c, CLI_IO, &(cli_place){path, NULL, 0, 0, 0, 0}, NULL,
             "cannot read the folder");
    return true;
  }
  for (struct dirent *e; ok && (e = readdir(dir));) {
    struct stat st;
    if (*e->d_name == '.') continue;
    if (!push_name(files, path, e->d_name)) ok = false;
    if (!ok || stat(files->v[files->n - 1], &st)) continue;
    if (S_ISDIR(st.st_mode))
      ok = VEC_PUSH(*folders, files->v[--files->n]);
    else if (!cli_reader_wants(e->d_name))
      truc__free(files->v[--files->n]);
  }
  closedir(dir);
  return ok;
}

static bool expand_folder(adding *a, names *out, const char *path) {
  names folders = {0};
  uint32_t from = out->n;
  bool ok = push_name(&folders, NULL, path);
  for (uint32_t i = 0; ok && i < folders.n; i++)
    ok = list_folder(a, out, &folders, folders.v[i]);
  for (uint32_t i = 0; i < folders.n; i++) truc__free(folders.v[i]);
  VEC_FREE(folders);
  if (out->n > from)
    qsort(out->v + from, out->n - from, sizeof *out->v, by_name);
  return ok;
}

/* Operands with folders replaced by what is in them. */
static bool expand(adding *a, names *out, int first) {
  bool ok = true;
  for (int i = 0; ok && i < a->c->nargs; i++) {
    struct stat st;
    char *s = a->c->args[i];
    bool there = i >= first && strcmp(s, "-") && !stat(s, &st);
    if (there && S_ISDIR(st.st_mode))
      ok = expand_folder(a, out, s);
    else
      ok = push_name(out, NULL, s);
  }
  for (uint32_t i = (uint32_t)first; i < out->n; i++) {
    struct stat st;
    if (!stat(out->v[i], &st) && S_ISREG(st.st_mode))
      a->total += (uint64_t)st.st_size;
  }
  return ok;
}

/* ------------------------------------------------------------------- verb */

static void summary(adding *a) {
  truc_err err;
  if (!a->dead && truc_ledger_commit(a->l, &err)) {
    cli_ledger_fail(a->c, NULL, &err);
    a->dead = true;
  }
  uint64_t lost = truc_ledger_lost(a->l);
  a->added -= lost < a->added ? lost : a->added;
  if (a->quiet) return;
  fprintf(stderr, "added %llu", (unsigned long long)a->added);
  if (a->replaced)
    fprintf(stderr, ", replaced %llu", (unsigned long long)a->replaced);
  if (a->empty)
    fprintf(stderr, ", left out %llu without text",
            (unsigned long long)a->empty);
  if (a->same) fprintf(stderr, ", unchanged %llu", (unsigned long long)a->same);
  cli_ledger_summary(a->l);
}

bool cli_add_records(cli *c, truc_ledger *l, int first, bool quiet) {
  adding a = {.c = c, .l = l, .quiet = quiet};
  names args = {0};
  a.progress = !quiet && isatty(STDERR_FILENO);
  clock_gettime(CLOCK_MONOTONIC, &a.start);
  pthread_mutex_init(&a.lock, NULL);
  if (expand(&a, &args, first)) {
    char **old = c->args;
    int nold = c->nargs;
    c->args = args.v;
    c->nargs = (int)args.n;
    c->own = &a;
    /* A folder without articles is not standard input. */
    if (nold <= first || c->nargs > first)
      cli_each_from(c, first, 0, read_article, store_article);
    c->args = old;
    c->nargs = nold;
  } else {
    cli_fail(c, CLI_IO, NULL, NULL, "%s", truc_rc_message(TRUC_ENOMEM));
  }
  pthread_mutex_destroy(&a.lock);
  end_progress(&a);
  summary(&a);
  for (uint32_t i = 0; i < args.n; i++) truc__free(args.v[i]);
  VEC_FREE(args);
  return !a.dead;
}

static int run(cli *c) {
  if (c->nargs < 1)
    return cli_fail(c, CLI_USAGE, NULL, "truc add relations.db articles/",
                    "which ledger?");
  truc_ledger *l = cli_ledger_open(c, c->args[0], TRUC_LEDGER_CREATE);
  if (!l) return c->status;
  cli_add_records(c, l, 1, false);
  cli_ledger_close(c, l);
  return c->status;
}

const cli_verb cli_add = {
    "add",
    "read articles into a ledger (a SQLite file)",
    "[options] LEDGER [FILE|FOLDER...|-]",
    "  truc add relations.db articles/\n"
    "  truc add --date=2023-11-27 relations.db article.txt\n"
    "  truc add -j 2 relations.db articles.jsonl.xz\n",
    "The ledger is made if it is not there. Folders are searched for .txt and\n"
    ".jsonl files, also packed (.gz .xz .zst; told by their bytes on standard\n"
    "input too). With -j N articles are read in N threads; what is stored is\n"
    "the same. Each document is stored in one transaction; what is there\n"
    "already is left as it is, so the command can be repeated after an\n"
    "interruption. A text that another version of the model has read is read\n"
    "again. Near-copies of a text count as one source. Tables and views:\n"
    "doc/DATABASE.md.\n",
    CLI_INPUT | CLI_MODEL | CLI_JOBS,
    NULL,
    NULL,
    run};

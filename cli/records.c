/* SPDX-License-Identifier: Apache-2.0
**
** records.c - runs every record of the input through the engine and the verb.
**
**   reader -> batch of slots -> threads: read, run, emit -> written in order
**                                      and in_turn
**
** A thread that is done with its record before its turn waits for it, so that
** there are never more documents than threads.
**
** With one job a batch is one piece, so that an answer is out before the next
** piece is read; with more it is a few pieces for each thread, and the threads
** take them one by one.
*/
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

#include "cli/reader.h"
#include "cli/words.h"

enum { PER_JOB = 16, BATCH_BYTES = 4 << 20 };

typedef struct run {
  cli *c;
  unsigned layers;
  cli_emit *emit, *in_turn;
  cli_slot *slot; /* [nslot] */
  int nslot, filled;
  atomic_int taken;
  pthread_mutex_t lock;
  pthread_cond_t next;
  int turn;       /* the slot that may do what is done in turn */
  bool stopped;   /* --strict, and one has failed */
  truc_doc **doc; /* [jobs] */
  bool progress;
  uint64_t bytes;
  double start, said;
} run;

static volatile sig_atomic_t interrupted;
static void on_interrupt(int sig) {
  (void)sig;
  interrupted = 1;
  signal(SIGINT, SIG_DFL); /* the second one ends at once */
}

/* ------------------------------------------------------------- one record */

static void finish_record(cli_slot *s) {
  cli_record *rec = &s->job.rec;
  rec->id = s->id.p ? s->id.p : "";
  rec->text = s->text.p ? s->text.p : "";
  rec->n = s->text.n;
  s->job.out = &s->out;
  s->job.err = &s->err;
}

static void do_slot(const run *r, cli_slot *s, truc_doc *doc) {
  finish_record(s);
  truc__buf_reset(&s->out);
  s->job.doc = doc;
  if (s->err.rc) return;
  const cli_record *rec = &s->job.rec;
  truc_read_options opt = TRUC_READ_OPTIONS;
  opt.form = rec->form;
  opt.date = rec->date;
  opt.has_title = rec->piece ? -1 : rec->has_title;
  truc_rc rc = truc_doc_read(doc, rec->text, rec->n, &opt, &s->err);
  if (!rc) rc = truc_doc_run(doc, r->layers, &s->err);
  if (rc) return;
  r->emit(r->c, &s->job);
  if (s->out.rc) s->err.rc = s->out.rc;
}

/* What is done in the order of the input. */
static void take_turn(run *r, int i) {
  cli_slot *s = &r->slot[i];
  if (!r->in_turn) return;
  pthread_mutex_lock(&r->lock);
  while (r->turn != i) pthread_cond_wait(&r->next, &r->lock);
  if (!s->err.rc && !r->stopped) r->in_turn(r->c, &s->job);
  if (s->err.rc && r->c->strict) r->stopped = true;
  r->turn++;
  pthread_cond_broadcast(&r->next);
  pthread_mutex_unlock(&r->lock);
}

typedef struct worker {
  run *r;
  truc_doc *doc;
} worker;

static void *work(void *arg) {
  worker *w = arg;
  for (;;) {
    int i = atomic_fetch_add(&w->r->taken, 1);
    if (i >= w->r->filled) return NULL;
    do_slot(w->r, &w->r->slot[i], w->doc);
    take_turn(w->r, i);
  }
}

static void do_batch(run *r) {
  pthread_t thread[64];
  worker w[64];
  int n = r->c->jobs < r->filled ? r->c->jobs : r->filled, started = 0;
  atomic_store(&r->taken, 0);
  r->turn = 0;
  for (int i = 0; i < n; i++) w[i] = (worker){r, r->doc[i]};
  /* This thread is worker 0; one that cannot start is done without. */
  for (int i = 1; i < n; i++)
    if (!pthread_create(&thread[started], NULL, work, &w[i])) started++;
  work(&w[0]);
  for (int i = 0; i < started; i++) pthread_join(thread[i], NULL);
}

/* ----------------------------------------------------------------- output */

/* Names of the errors for machines. */
static const char *error_code(truc_rc rc) {
  switch (rc) {
    case TRUC_EUTF8: return "utf8";
    case TRUC_ELIMIT: return "limit";
    case TRUC_EJSON: return "json";
    case TRUC_EMODEL: return "model";
    case TRUC_EDATE: return "date";
    case TRUC_ENOMEM: return "memory";
    default: return "io";
  }
}

/* A damaged record leaves a record with its error in its place. */
static void put_error(cli *c, const cli_slot *s) {
  if (!c->format || strcmp(c->format, "jsonl")) return;
  truc__buf *b = &c->out;
  truc__buf_str(b, "{\"id\":");
  truc__buf_json(b, s->id.p ? s->id.p : "", s->id.n);
  truc__buf_fmt(b,
                ",\"error\":{\"code\":\"%s\",\"line\":%u,\"byte\":%llu,"
                "\"msg\":",
                error_code(s->err.rc), (unsigned)s->err.line,
                (unsigned long long)s->err.byte);
  const char *msg = s->err.msg[0] ? s->err.msg : truc_rc_message(s->err.rc);
  truc__buf_json(b, msg, strlen(msg));
  truc__buf_str(b, "}}\n");
}

static void report_slot(cli *c, cli_slot *s) {
  const cli_record *rec = &s->job.rec;
  c->nfailed++;
  if (!s->err.line) s->err.line = rec->line;
  if (!s->err.byte) s->err.byte = rec->byte;
  cli_place p = {rec->file,   s->line.n ? s->line.p : NULL,
                 s->line.n,   s->column,
                 s->err.line, s->err.byte};
  const char *msg = s->err.msg[0] ? s->err.msg : truc_rc_message(s->err.rc);
  int code = s->err.rc == TRUC_ENOMEM ? CLI_IO : CLI_RECORDS;
  cli_fail(c, code, &p, NULL, "%s", msg);
  put_error(c, s);
}

/* Writes what came of a batch; false: stop. */
static bool put_batch(run *r) {
  cli *c = r->c;
  for (int i = 0; i < r->filled; i++) {
    cli_slot *s = &r->slot[i];
    c->nrecords += s->job.rec.last || s->err.rc;
    if (s->err.rc)
      report_slot(c, s);
    else
      truc__buf_put(&c->out, s->out.p, s->out.n);
    if (s->err.rc && c->strict) {
      cli_flush(c);
      return false;
    }
  }
  return cli_flush(c);
}

/* --------------------------------------------------------------- progress */

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* A line on the terminal, five times a second; never in between data. */
static void show_progress(run *r) {
  for (int i = 0; i < r->filled; i++) r->bytes += r->slot[i].text.n;
  double t = now();
  if (!r->progress || t - r->said < 0.2) return;
  r->said = t;
  double mb = (double)r->bytes / 1e6, seconds = t - r->start;
  fprintf(stderr, "\r\033[K  %llu records  %.1f MB  %.1f MB/s",
          (unsigned long long)r->c->nrecords, mb, mb / (seconds + 0.01));
  fflush(stderr);
}

static void end_progress(const run *r) {
  if (r->progress && r->said > r->start) fputs("\r\033[K", stderr);
}

/* ------------------------------------------------------------------- loop */

static bool fill_batch(run *r, cli_reader *reader) {
  size_t bytes = 0;
  r->filled = 0;
  while (r->filled < r->nslot && bytes < BATCH_BYTES && !interrupted) {
    if (!cli_reader_next(reader, &r->slot[r->filled])) break;
    bytes += r->slot[r->filled++].text.n;
  }
  return r->filled > 0;
}

static void release(run *r) {
  for (int i = 0; r->slot && i < r->nslot; i++) {
    cli_slot *s = &r->slot[i];
    truc__buf *all[] = {&s->text,  &s->id,  &s->date,
                        &s->title, &s->out, &s->line};
    for (size_t k = 0; k < sizeof all / sizeof all[0]; k++)
      truc__buf_release(all[k]);
  }
  for (int i = 0; r->doc && i < r->c->jobs; i++) truc_doc_free(r->doc[i]);
  truc__free(r->slot);
  truc__free(r->doc);
}

static bool set_profile(cli *c, truc_doc *d) {
  truc_err err;
  if (!c->profile || !truc_doc_set_profile(d, c->profile, &err)) return true;
  cli_fail(c, CLI_USAGE, NULL, "--profile=ud", "%s", err.msg);
  return false;
}

static bool prepare(run *r) {
  int jobs = r->c->jobs > 0 ? r->c->jobs : 1;
  r->nslot = jobs == 1 || r->c->line_buffered ? 1 : jobs * PER_JOB;
  r->slot = truc__realloc(NULL, (size_t)r->nslot * sizeof *r->slot);
  r->doc = truc__realloc(NULL, (size_t)jobs * sizeof *r->doc);
  if (r->slot) memset(r->slot, 0, (size_t)r->nslot * sizeof *r->slot);
  if (r->doc) memset(r->doc, 0, (size_t)jobs * sizeof *r->doc);
  bool fine = r->slot && r->doc;
  for (int i = 0; fine && i < jobs; i++)
    fine = (r->doc[i] = truc_doc_new(r->c->model)) != NULL &&
           set_profile(r->c, r->doc[i]) && cli_add_words(r->c, r->doc[i]);
  return fine;
}

int cli_each_from(cli *c, int first, unsigned layers, cli_emit *emit,
                  cli_emit *in_turn) {
  run r = {.c = c, .layers = layers, .emit = emit, .in_turn = in_turn};
  pthread_mutex_init(&r.lock, NULL);
  pthread_cond_init(&r.next, NULL);
  /* A verb that keeps a state of its own tells its own progress. */
  r.progress = !c->own && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
  r.start = r.said = now();
  cli_reader *reader = cli_reader_new(c, first);
  if (!prepare(&r) || !reader) {
    if (!c->status)
      cli_fail(c, CLI_IO, NULL, NULL, "%s", truc_rc_message(TRUC_ENOMEM));
  } else {
    signal(SIGINT, on_interrupt);
    while (!interrupted && fill_batch(&r, reader)) {
      do_batch(&r);
      if (!put_batch(&r)) break;
      show_progress(&r);
    }
    end_progress(&r);
    if (c->nfailed)
      fprintf(stderr, "truc: %llu of %llu records failed\n",
              (unsigned long long)c->nfailed, (unsigned long long)c->nrecords);
  }
  release(&r);
  pthread_cond_destroy(&r.next);
  pthread_mutex_destroy(&r.lock);
  cli_reader_free(reader);
  return c->status;
}

int cli_each(cli *c, unsigned layers, cli_emit *emit) {
  return cli_each_from(c, 0, layers, emit, NULL);
}

/* ------------------------------------------------------------------ spans */

cli_range cli_span(const cli *c, const cli_job *j, truc_span s) {
  truc_span u = truc_doc_units(j->doc, s, c->unit);
  uint64_t base = j->base[c->unit];
  return (cli_range){base + u.off, base + u.off + u.len};
}

void cli_json_span(const cli *c, cli_job *j, truc_span s) {
  cli_range r = cli_span(c, j, s);
  truc__buf_fmt(j->out, "\"start\":%llu,\"end\":%llu",
                (unsigned long long)r.start, (unsigned long long)r.end);
}

void cli_json_head(const cli *c, cli_job *j) {
  truc__buf_str(j->out, "{\"id\":");
  truc__buf_json(j->out, j->rec.id, strlen(j->rec.id));
  truc__buf_fmt(j->out, ",\"schema\":1,\"model\":\"%s\",\"offsets\":\"%s\"",
                c->model ? truc_model_id(c->model) : "", c->unit_name);
  if (c->profile) truc__buf_fmt(j->out, ",\"profile\":\"%s\"", c->profile);
  if (j->rec.piece || !j->rec.last)
    truc__buf_fmt(j->out, ",\"piece\":%u,\"last\":%s", (unsigned)j->rec.piece,
                  j->rec.last ? "true" : "false");
}

/* SPDX-License-Identifier: Apache-2.0 */
/* route.c - from a path to a page. */
#include "serve/serve.h"

enum { WORDS_MAX = 400 }; /* bytes of a question or a name */

static void fresh(truc__page *p, int status) {
  truc__buf_reset(&p->out);
  p->status = status;
}

static truc__label reason(const truc__page *p) {
  switch (p->status) {
    case 404: return TRUC__L_NOT_FOUND;
    case 414: return TRUC__L_TOO_LONG;
    case 503: return TRUC__L_TOO_SLOW;
    case 400: return TRUC__L_BAD_DATE;
    default: return TRUC__L_BROKEN;
  }
}

/* The ledger's own message may name files: it stays here. */
void truc__page_error(truc__page *p, int status) {
  if (status == 500 && p->err.rc == TRUC_EDATE) status = 400;
  fresh(p, status);
  const char *why = truc__label_text(reason(p), p->req->vietnamese);
  if (p->req->json) {
    p->type = "application/json; charset=utf-8";
    truc__buf_chr(&p->out, '{');
    truc__json_number(&p->out, "status", (uint64_t)status);
    truc__json_text(&p->out, "error", why);
    truc__buf_str(&p->out, "}\n");
    return;
  }
  truc__page_begin(p, why);
  truc__html(p, "<p><a href=\"/%q\">%l</a></p>\n", TRUC__L_START);
  truc__page_end(p);
}

static void style_sheet(truc__page *p) {
  size_t n;
  const char *s = truc__style(&n);
  p->type = "text/css; charset=utf-8";
  truc__buf_put(&p->out, s, n);
}

/* What a path calls an actor, as a ref: "JPN", "gpe:JPN", "Nhật Bản". */
static bool actor(truc__page *p, const char *words, size_t n, truc__buf *ref) {
  truc_known known;
  uint32_t found = 0;
  truc__buf name = {0};
  truc__buf_put(&name, words, n);
  if (!n || n > WORDS_MAX || name.rc) {
    truc__buf_release(&name);
    truc__page_error(p, n > WORDS_MAX ? 414 : 404);
    return false;
  }
  truc_rc rc = truc_ledger_lookup(p->l, name.p, &known, 1, &found, &p->err);
  truc__buf_release(&name);
  if (rc || !found) {
    truc__page_error(p, rc ? 500 : 404);
    return false;
  }
  truc__buf_str(ref, known.ref);
  if (ref->rc) truc__page_error(p, 500);
  return !ref->rc;
}

static void actors(truc__page *p, const char *words, bool two) {
  truc__buf a = {0}, b = {0};
  size_t n = two ? strcspn(words, "/") : strlen(words);
  bool ok = actor(p, words, n, &a);
  if (ok && two) {
    const char *rest = words + n + (words[n] == '/');
    ok = actor(p, rest, strlen(rest), &b);
  }
  if (ok && two && !strcmp(a.p, b.p)) {
    truc__page_error(p, 404);
    ok = false;
  }
  if (ok) truc__page_actors(p, a.p, two ? b.p : NULL);
  truc__buf_release(&a);
  truc__buf_release(&b);
}

/* The rest of the path after a beginning, NULL if it has another one. */
static const char *after(const char *path, const char *beginning) {
  size_t n = strlen(beginning);
  return strncmp(path, beginning, n) ? NULL : path + n;
}

void truc__route(truc__page *p) {
  const char *path = p->req->path, *rest;
  fresh(p, 200);
  if (strlen(path) > 3 * WORDS_MAX || strlen(p->req->q) > WORDS_MAX)
    truc__page_error(p, 414);
  else if (!strcmp(path, "/"))
    truc__page_start(p);
  else if (!strcmp(path, "/style.css"))
    style_sheet(p);
  else if (!strcmp(path, "/find"))
    truc__page_find(p);
  else if ((rest = after(path, "/pair/")))
    actors(p, rest, true);
  else if ((rest = after(path, "/country/")) || (rest = after(path, "/actor/")))
    actors(p, rest, false);
  else if ((rest = after(path, "/fact/")))
    truc__page_proposition(p, rest);
  else if ((rest = after(path, "/doc/")))
    truc__page_document(p, rest);
  else
    truc__page_error(p, 404);
}

void truc__page_release(truc__page *p) {
  truc__buf_release(&p->out);
  truc__buf_release(&p->a);
  truc__buf_release(&p->b);
}

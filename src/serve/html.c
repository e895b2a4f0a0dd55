/* SPDX-License-Identifier: Apache-2.0 */
/* html.c - writing pages: nothing gets in unescaped. */
#include <stdarg.h>

#include "serve/serve.h"
#include "text/prose.h"

/* --------------------------------------------------------------- escaping */

static const char *entity_for(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
  }
}

/* One code point; what no page may hold becomes U+FFFD. */
static void put_point(truc__buf *b, const char *s, size_t n, int32_t cp) {
  const char *e = n == 1 ? entity_for(*s) : NULL;
  bool bad = cp < 0 || (cp < 0x20 && cp != '\t' && cp != '\n' && cp != '\r') ||
             (cp >= 0x7f && cp < 0xa0) || (cp & 0xfffe) == 0xfffe;
  if (e)
    truc__buf_str(b, e);
  else if (bad)
    truc__buf_str(b, "\xEF\xBF\xBD");
  else
    truc__buf_put(b, s, n);
}

void truc__put_escaped(truc__buf *b, const char *s, size_t n) {
  for (size_t i = 0; i < n;) {
    int32_t cp;
    unsigned k = truc__utf8_next(s + i, n - i, &cp);
    put_point(b, s + i, k, cp);
    i += k;
  }
}

/* RFC 3986: all but the unreserved; ':' is allowed within a path. */
void truc__put_encoded(truc__buf *b, const char *s) {
  for (; *s; s++) {
    unsigned char c = (unsigned char)*s;
    bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                 (c >= 'a' && c <= 'z') || strchr("-._~:", c);
    if (plain)
      truc__buf_chr(b, *s);
    else
      truc__buf_fmt(b, "%%%02X", c);
  }
}

static void put_language(truc__page *p, char first) {
  if (!p->req->vietnamese) return;
  truc__buf_str(&p->out, first == '?' ? "?lang=vi" : "&amp;lang=vi");
}

void truc__html(truc__page *p, const char *format, ...) {
  truc__buf *b = &p->out;
  const char *s;
  va_list ap;
  va_start(ap, format);
  for (; *format; format++) {
    if (*format != '%') {
      truc__buf_chr(b, *format);
      continue;
    }
    switch (*++format) {
      case 't':
        s = va_arg(ap, const char *);
        truc__put_escaped(b, s, strlen(s));
        break;
      case 'p':
        s = va_arg(ap, const char *);
        truc__put_prose(p, s, strlen(s), NULL, 0);
        break;
      case 'u': truc__put_encoded(b, va_arg(ap, const char *)); break;
      case 'd': truc__buf_int(b, va_arg(ap, unsigned)); break;
      case 'l':
        s = truc__label_text(va_arg(ap, truc__label), p->req->vietnamese);
        truc__put_escaped(b, s, strlen(s));
        break;
      case 'c':
        truc__buf_reset(&p->b);
        truc__put_code(&p->b, va_arg(ap, const char *), p->req->vietnamese);
        truc__put_escaped(b, p->b.p ? p->b.p : "", p->b.n);
        break;
      case 'q': put_language(p, '?'); break;
      case 'a': put_language(p, '&'); break;
      default: truc__buf_chr(b, '%');
    }
  }
  va_end(ap);
}

/* ------------------------------------------------------------------ prose */

void truc__put_prose(truc__page *p, const char *s, size_t n,
                     const truc_span *mark, uint32_t nmark) {
  truc__buf *b = &p->out;
  truc__prose prose;
  size_t from, len;
  bool open = false, blank;
  uint32_t m = 0;
  truc__prose_begin(&prose, s, n, mark, nmark);
  while (truc__prose_next(&prose, &from, &len, &blank)) {
    if (open && from >= (size_t)mark[m].off + mark[m].len) {
      truc__buf_str(b, "</mark>");
      open = false;
      m++;
    }
    if (!open && !blank && m < nmark && mark[m].len && from >= mark[m].off) {
      truc__buf_str(b, "<mark>");
      open = true;
    }
    if (blank)
      truc__buf_chr(b, ' ');
    else
      truc__put_escaped(b, s + from, len);
  }
  if (open) truc__buf_str(b, "</mark>");
}

/* ------------------------------------------------------------------ links */

void truc__put_path(truc__buf *b, const char *ref) {
  bool country = !strncmp(ref, "gpe:", 4);
  truc__buf_str(b, country ? "/country/" : "/actor/");
  truc__put_encoded(b, country ? ref + 4 : ref);
}

void truc__put_actor(truc__page *p, const char *ref) {
  truc__buf_str(&p->out, "<a href=\"");
  truc__put_path(&p->out, ref);
  truc__html(p, "%q\">%t</a>", truc_ledger_name(p->l, ref));
}

/* ------------------------------------------------------------------ frame */

/* The page that is being shown, with another language or form. */
static void put_this_page(truc__page *p, bool vietnamese, bool json) {
  const truc__request *r = p->req;
  const char *between = "?";
  const struct {
    const char *key, *value;
  } part[] = {{"q", r->q},
              {"from", r->from},
              {"to", r->to},
              {"only", r->only},
              {"all", r->all ? "1" : ""},
              {"lang", vietnamese ? "vi" : ""},
              {"format", json ? "json" : ""}};
  for (const char *s = r->path; *s;) {
    size_t n = strcspn(s, "/");
    truc__buf_reset(&p->a);
    truc__buf_put(&p->a, s, n);
    if (p->a.n) truc__put_encoded(&p->out, p->a.p);
    if (s[n]) truc__buf_chr(&p->out, '/');
    s += n + (s[n] == '/');
  }
  for (size_t i = 0; i < sizeof part / sizeof part[0]; i++) {
    if (!*part[i].value) continue;
    truc__buf_str(&p->out, between);
    truc__html(p, "%t=%u", part[i].key, part[i].value);
    between = "&amp;";
  }
}

void truc__page_begin(truc__page *p, const char *title) {
  p->type = "text/html; charset=utf-8";
  truc__html(p,
             "<!DOCTYPE html>\n<html lang=\"%t\">\n<head>\n"
             "<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, "
             "initial-scale=1\">\n"
             "<title>%p – Trúc</title>\n"
             "<link rel=\"stylesheet\" href=\"/style.css\">\n"
             "<link rel=\"icon\" href=\"data:,\">\n"
             "</head>\n<body>\n<header>\n"
             "<a class=\"home\" href=\"/%q\">Trúc <span>%l</span></a>\n"
             "<form action=\"/find\" role=\"search\">"
             "<input type=\"search\" name=\"q\" value=\"%t\" "
             "placeholder=\"%l\" aria-label=\"%l\" maxlength=\"400\">",
             p->req->vietnamese ? "vi" : "en", title, TRUC__L_TITLE, p->req->q,
             TRUC__L_SEARCH_HINT, TRUC__L_SEARCH);
  if (p->req->vietnamese)
    truc__html(p, "<input type=\"hidden\" name=\"lang\" value=\"vi\">");
  truc__html(p, "<button>%l</button></form>\n</header>\n<main>\n<h1>%p</h1>\n",
             TRUC__L_SEARCH, title);
}

void truc__page_end(truc__page *p) {
  truc__html(p, "</main>\n<footer><a href=\"");
  put_this_page(p, !p->req->vietnamese, false);
  truc__html(p, "\" hreflang=\"%t\" lang=\"%t\">%l</a> <a href=\"",
             p->req->vietnamese ? "en" : "vi", p->req->vietnamese ? "en" : "vi",
             TRUC__L_LANGUAGE);
  put_this_page(p, p->req->vietnamese, true);
  truc__html(p, "\">%l</a></footer>\n</body>\n</html>\n", TRUC__L_AS_JSON);
}

/* ------------------------------------------------------------------- JSON */

static void put_key(truc__buf *b, const char *key) {
  char last = b->n ? b->p[b->n - 1] : '{';
  if (last != '{' && last != '[') truc__buf_chr(b, ',');
  truc__buf_json(b, key, strlen(key));
  truc__buf_chr(b, ':');
}

void truc__json_text(truc__buf *b, const char *key, const char *value) {
  put_key(b, key);
  truc__buf_json(b, value, strlen(value));
}

void truc__json_number(truc__buf *b, const char *key, uint64_t value) {
  put_key(b, key);
  truc__buf_int(b, (int64_t)value);
}

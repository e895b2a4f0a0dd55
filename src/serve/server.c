/* SPDX-License-Identifier: Apache-2.0 */
/* server.c - sockets to pages: who may ask, how much, and what goes along. */
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <strings.h>

#include "serve/serve.h"

enum {
  THREADS = 4,
  CONNECTIONS = 64,
  SECONDS = 15,          /* of silence until a connection is closed */
  HEAD_BYTES = 16 << 10, /* a connection's memory: its head must fit */
};

struct truc__serve {
  struct MHD_Daemon *daemon;
  truc__pool *pool;
  char address[64], host[256];
};

/* ---------------------------------------------------------------- library */

/* libmicrohttpd brings a dozen libraries along, and they take longer to load
** than any other verb takes to answer; so it is opened when a page is served,
** not when the program starts.  Opening what is open costs a look-up. */
#define LIBRARY "libmicrohttpd.so.12"

static void *symbol(const char *name) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  return library ? dlsym(library, name) : NULL;
}

/* The function `name` of the library, with its own type. */
#define HTTP(name)           \
  (((union {                 \
     void *object;           \
     __typeof__(&name) call; \
   }){symbol(#name)})        \
       .call)

/* ---------------------------------------------------------------- headers */

static const char *const headers[][2] = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
     "base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cache-Control", "no-cache"},
};

static enum MHD_Result send_bytes(struct MHD_Connection *c, unsigned status,
                                  const char *type, const char *etag,
                                  const char *s, size_t n) {
  struct MHD_Response *r = HTTP(MHD_create_response_from_buffer)(
      n, (void *)(uintptr_t)s, MHD_RESPMEM_MUST_COPY);
  if (!r) return MHD_NO;
  for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
    HTTP(MHD_add_response_header)(r, headers[i][0], headers[i][1]);
  if (type) HTTP(MHD_add_response_header)(r, "Content-Type", type);
  if (etag) HTTP(MHD_add_response_header)(r, "ETag", etag);
  if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
    HTTP(MHD_add_response_header)(r, "Allow", "GET, HEAD");
  enum MHD_Result sent = HTTP(MHD_queue_response)(c, status, r);
  HTTP(MHD_destroy_response)(r);
  return sent;
}

static enum MHD_Result refuse(struct MHD_Connection *c, unsigned status,
                              const char *why) {
  return send_bytes(c, status, "text/plain; charset=utf-8", NULL, why,
                    strlen(why));
}

/* ------------------------------------------------------------------- host */

typedef struct hosts {
  int n;
  const char *value;
} hosts;

static enum MHD_Result see_host(void *ctx, enum MHD_ValueKind kind,
                                const char *key, const char *value) {
  hosts *h = ctx;
  (void)kind;
  if (!strcasecmp(key, "Host")) {
    h->n++;
    h->value = value;
  }
  return MHD_YES;
}

static bool same(const char *s, size_t n, const char *name) {
  return *name && strlen(name) == n && !strncasecmp(s, name, n);
}

/* The name alone decides: whoever forwards a port comes with another number,
** and a foreign page cannot choose the name. */
static bool is_our_host(const truc__serve *s, const char *value) {
  const char *close = *value == '[' ? strchr(value, ']') : NULL;
  size_t n = close ? (size_t)(close + 1 - value) : strcspn(value, ":");
  const char *rest = value + n;
  if (*rest &&
      (*rest != ':' || strspn(rest + 1, "0123456789") != strlen(rest + 1)))
    return false;
  return same(value, n, "localhost") || same(value, n, "127.0.0.1") ||
         same(value, n, "[::1]") || same(value, n, s->address) ||
         same(value, n, s->host);
}

/* ---------------------------------------------------------------- answers */

static const char *parameter(struct MHD_Connection *c, const char *name) {
  const char *v =
      HTTP(MHD_lookup_connection_value)(c, MHD_GET_ARGUMENT_KIND, name);
  return v ? v : "";
}

/* "a", "b" or *: is ours among them?  Weak or strong is one to GET. */
static bool is_known(struct MHD_Connection *c, const char *etag) {
  const char *v = HTTP(MHD_lookup_connection_value)(
      c, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH);
  return v && (!strcmp(v, "*") || strstr(v, etag));
}

static enum MHD_Result send_page(struct MHD_Connection *c,
                                 const truc__page *p) {
  char etag[24];
  if (p->out.rc)
    return refuse(c, MHD_HTTP_INTERNAL_SERVER_ERROR, "out of memory\n");
  if (p->status != 200)
    return send_bytes(c, (unsigned)p->status, p->type, NULL, p->out.p,
                      p->out.n);
  snprintf(etag, sizeof etag, "\"%016llx\"",
           (unsigned long long)truc__hash(p->out.p, p->out.n));
  if (is_known(c, etag))
    return send_bytes(c, MHD_HTTP_NOT_MODIFIED, NULL, etag, "", 0);
  return send_bytes(c, MHD_HTTP_OK, p->type, etag, p->out.p, p->out.n);
}

static enum MHD_Result answer(truc__serve *s, struct MHD_Connection *c,
                              const char *path) {
  truc__request r = {
      .path = path,
      .q = parameter(c, "q"),
      .from = parameter(c, "from"),
      .to = parameter(c, "to"),
      .only = parameter(c, "only"),
      .vietnamese = !strcmp(parameter(c, "lang"), "vi"),
      .json = !strcmp(parameter(c, "format"), "json"),
      .all = *parameter(c, "all") != '\0',
  };
  truc__page p = {.req = &r, .status = 200};
  p.l = truc__pool_take(s->pool, &p.err);
  if (!p.l) return refuse(c, MHD_HTTP_SERVICE_UNAVAILABLE, "no ledger\n");
  truc__route(&p);
  if (truc__pool_give(s->pool, p.l)) {
    p.l = NULL; /* an error page asks nothing */
    truc__page_error(&p, 503);
  }
  enum MHD_Result sent = send_page(c, &p);
  truc__page_release(&p);
  return sent;
}

static enum MHD_Result handle(void *ctx, struct MHD_Connection *c,
                              const char *url, const char *method,
                              const char *version, const char *data, size_t *n,
                              void **state) {
  truc__serve *s = ctx;
  (void)version;
  (void)data;
  (void)n;
  if (strcmp(method, "GET") && strcmp(method, "HEAD"))
    return refuse(c, MHD_HTTP_METHOD_NOT_ALLOWED, "GET or HEAD\n");
  if (!*state) { /* the head is there; a body would be refused next */
    *state = s;
    return MHD_YES;
  }
  if (*n) return MHD_NO;
  hosts h = {0};
  HTTP(MHD_get_connection_values)(c, MHD_HEADER_KIND, see_host, &h);
  if (h.n != 1)
    return refuse(c, MHD_HTTP_BAD_REQUEST, "one Host header, please\n");
  if (!is_our_host(s, h.value))
    return refuse(c, MHD_HTTP_MISDIRECTED_REQUEST, "another host\n");
  return answer(s, c, url);
}

/* --------------------------------------------------------------- starting */

typedef union address {
  struct sockaddr any;
  struct sockaddr_in v4;
  struct sockaddr_in6 v6;
} address;

/* Numbers only: a name could mean what nobody meant. */
static bool read_address(truc__serve *s, const char *text, uint16_t port,
                         address *a) {
  memset(a, 0, sizeof *a);
  if (inet_pton(AF_INET, text, &a->v4.sin_addr) == 1) {
    a->v4.sin_family = AF_INET;
    a->v4.sin_port = htons(port);
    snprintf(s->address, sizeof s->address, "%s", text);
    return true;
  }
  if (inet_pton(AF_INET6, text, &a->v6.sin6_addr) != 1) return false;
  a->v6.sin6_family = AF_INET6;
  a->v6.sin6_port = htons(port);
  snprintf(s->address, sizeof s->address, "[%s]", text);
  return true;
}

static bool start_daemon(truc__serve *s, const address *a) {
  unsigned flags = MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD;
  if (a->any.sa_family == AF_INET6) flags |= MHD_USE_IPv6;
  s->daemon = HTTP(MHD_start_daemon)(
      flags, 0, NULL, NULL, handle, s, MHD_OPTION_SOCK_ADDR, &a->any,
      MHD_OPTION_THREAD_POOL_SIZE, (unsigned)THREADS,
      MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
      MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SECONDS,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEAD_BYTES, MHD_OPTION_END);
  return s->daemon != NULL;
}

static truc_rc start(truc__serve *s, const truc__serve_options *o,
                     truc_err *err) {
  address a;
  const char *at = o->address ? o->address : "127.0.0.1";
  if (o->host) snprintf(s->host, sizeof s->host, "%s", o->host);
  if (!read_address(s, at, o->port, &a))
    return truc__fail(err, TRUC_EARG, 0, 0, "no numeric address: '%.60s'", at);
  s->pool = truc__pool_new(o->ledger,
                           o->patience ? o->patience : TRUC__PATIENCE, err);
  if (!s->pool) return err ? err->rc : TRUC_EIO;
  if (!symbol("MHD_start_daemon"))
    return truc__fail(err, TRUC_EIO, 0, 0, "cannot load %s", LIBRARY);
  errno = 0;
  if (!start_daemon(s, &a))
    return truc__fail(err, TRUC_EIO, 0, 0, "cannot serve at %s, port %u: %s",
                      at, (unsigned)o->port,
                      errno ? strerror(errno) : "no sockets");
  return TRUC_OK;
}

truc_rc truc__serve_start(const truc__serve_options *o, truc_err *err,
                          truc__serve **out) {
  *out = NULL;
  truc__serve *s = truc__realloc(NULL, sizeof *s);
  if (!s) return truc__fail(err, TRUC_ENOMEM, 0, 0, "out of memory");
  memset(s, 0, sizeof *s);
  truc_rc rc = start(s, o, err);
  if (rc)
    truc__serve_stop(s);
  else
    *out = s;
  return rc;
}

uint16_t truc__serve_port(const truc__serve *s) {
  const union MHD_DaemonInfo *i =
      HTTP(MHD_get_daemon_info)(s->daemon, MHD_DAEMON_INFO_BIND_PORT);
  return i ? i->port : 0;
}

void truc__serve_stop(truc__serve *s) {
  if (!s) return;
  if (s->daemon) HTTP(MHD_stop_daemon)(s->daemon);
  truc__pool_free(s->pool);
  truc__free(s);
}

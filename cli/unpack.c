/* SPDX-License-Identifier: Apache-2.0
**
** unpack.c - gzip, xz, zstd and plain bytes behind one read.
*/
#include "cli/unpack.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#ifdef TRUC_HAVE_ZLIB
#include <zlib.h>
#define HAS_ZLIB true
#else
#define HAS_ZLIB false
#endif
#ifdef TRUC_HAVE_LZMA
#include <lzma.h>
#define HAS_LZMA true
#else
#define HAS_LZMA false
#endif
#ifdef TRUC_HAVE_ZSTD
#include <zstd.h>
#define HAS_ZSTD true
#else
#define HAS_ZSTD false
#endif

#include "source/source.h"

enum { CHUNK = 64 << 10 };

typedef enum packing { PLAIN, GZIP, XZ, ZSTD, NPACKING } packing;

static const struct {
  const char *name, *library, *magic;
  size_t n;
  bool built;
} known[NPACKING] = {
    [PLAIN] = {"plain", "", "", 0, true},
    [GZIP] = {"gzip", "zlib", "\x1F\x8B", 2, HAS_ZLIB},
    [XZ] = {"xz", "liblzma",
            "\xFD"
            "7zXZ",
            6, HAS_LZMA},
    [ZSTD] = {"zstd", "libzstd", "\x28\xB5\x2F\xFD", 4, HAS_ZSTD}};

struct cli_unpack {
  int fd;
  bool begun, eof;
  bool whole; /* the last member has ended, another may begin */
  packing kind;
  size_t n, used; /* bytes read into `in`, and taken from it */
  uint64_t taken, given;
  uint32_t lines;
  const char *error;
  char message[160];
#ifdef TRUC_HAVE_ZLIB
  z_stream gz;
#endif
#ifdef TRUC_HAVE_LZMA
  lzma_stream xz;
#endif
#ifdef TRUC_HAVE_ZSTD
  ZSTD_DStream *zstd;
#endif
  unsigned char in[CHUNK];
};

cli_unpack *cli_unpack_new(int fd) {
  cli_unpack *u = truc__realloc(NULL, sizeof *u);
  if (!u) return NULL;
  memset(u, 0, offsetof(struct cli_unpack, in));
  u->fd = fd;
  return u;
}

void cli_unpack_free(cli_unpack *u) {
  if (!u) return;
#ifdef TRUC_HAVE_ZLIB
  if (u->kind == GZIP) inflateEnd(&u->gz);
#endif
#ifdef TRUC_HAVE_LZMA
  if (u->kind == XZ) lzma_end(&u->xz);
#endif
#ifdef TRUC_HAVE_ZSTD
  if (u->kind == ZSTD) ZSTD_freeDStream(u->zstd);
#endif
  truc__free(u);
}

const char *cli_unpack_error(const cli_unpack *u) { return u->error; }
uint32_t cli_unpack_line(const cli_unpack *u) { return u->lines + 1; }
uint64_t cli_unpack_byte(const cli_unpack *u) { return u->given + 1; }
uint64_t cli_unpack_taken(const cli_unpack *u) { return u->taken; }

static ptrdiff_t fail(cli_unpack *u, const char *what, const char *why) {
  snprintf(u->message, sizeof u->message,
           "%s %s data: %s (byte %llu of the packed file)", what,
           known[u->kind].name, why, (unsigned long long)(u->taken + 1));
  u->error = u->message;
  return -1;
}

/* More bytes of the file behind those that are left; false on an error. */
static bool more(cli_unpack *u) {
  if (u->used == u->n) u->used = u->n = 0;
  ptrdiff_t k = truc__read_fd(&u->fd, (char *)u->in + u->n, CHUNK - u->n);
  if (k < 0) return false;
  u->n += (size_t)k;
  u->eof = k == 0;
  return true;
}

/* ------------------------------------------------------------- the members */

/* Makes one decoder ready. */
static bool begin(cli_unpack *u) {
  switch (u->kind) {
#ifdef TRUC_HAVE_ZLIB
    case GZIP: return inflateInit2(&u->gz, 15 + 16) == Z_OK;
#endif
#ifdef TRUC_HAVE_LZMA
    case XZ:
      return lzma_stream_decoder(&u->xz, UNPACK_MEMORY, LZMA_CONCATENATED) ==
             LZMA_OK;
#endif
#ifdef TRUC_HAVE_ZSTD
    case ZSTD:
      if (!(u->zstd = ZSTD_createDStream())) return false;
      return !ZSTD_isError(
          ZSTD_DCtx_setParameter(u->zstd, ZSTD_d_windowLogMax, 27));
#endif
    default: return true;
  }
}

#ifdef TRUC_HAVE_ZLIB
static ptrdiff_t step_gzip(cli_unpack *u, char *to, size_t n) {
  z_stream *z = &u->gz;
  if (u->whole && inflateReset(z) != Z_OK) return fail(u, "damaged", "state");
  u->whole = false;
  z->next_in = u->in + u->used;
  z->avail_in = (unsigned)(u->n - u->used);
  z->next_out = (unsigned char *)to;
  z->avail_out = (unsigned)n;
  int rc = inflate(z, Z_NO_FLUSH);
  size_t took = u->n - u->used - z->avail_in;
  u->used += took;
  u->taken += took;
  if (rc == Z_STREAM_END) u->whole = true;
  if (rc == Z_MEM_ERROR) return errno = ENOMEM, -1;
  if (rc != Z_OK && rc != Z_STREAM_END && rc != Z_BUF_ERROR)
    return fail(u, "damaged", z->msg ? z->msg : "not what it says");
  return (ptrdiff_t)(n - z->avail_out);
}
#endif

#ifdef TRUC_HAVE_LZMA
static const char *why_xz(lzma_ret rc) {
  switch (rc) {
    case LZMA_FORMAT_ERROR: return "no xz stream begins here";
    case LZMA_OPTIONS_ERROR: return "it uses what this liblzma does not know";
    default: return "it does not agree with its checksums";
  }
}

static ptrdiff_t step_xz(cli_unpack *u, char *to, size_t n) {
  lzma_stream *x = &u->xz;
  x->next_in = u->in + u->used;
  x->avail_in = u->n - u->used;
  x->next_out = (unsigned char *)to;
  x->avail_out = n;
  lzma_ret rc = lzma_code(x, u->eof ? LZMA_FINISH : LZMA_RUN);
  size_t took = u->n - u->used - x->avail_in;
  u->used += took;
  u->taken += took;
  if (rc == LZMA_STREAM_END) u->whole = true;
  if (rc == LZMA_MEM_ERROR) return errno = ENOMEM, -1;
  if (rc == LZMA_MEMLIMIT_ERROR)
    return fail(u, "unreadable", "it wants more memory than is allowed");
  if (rc == LZMA_BUF_ERROR && u->eof) return 0; /* cut off; see unpack */
  if (rc != LZMA_OK && rc != LZMA_STREAM_END && rc != LZMA_BUF_ERROR)
    return fail(u, "damaged", why_xz(rc));
  return (ptrdiff_t)(n - x->avail_out);
}
#endif

#ifdef TRUC_HAVE_ZSTD
static ptrdiff_t step_zstd(cli_unpack *u, char *to, size_t n) {
  ZSTD_inBuffer in = {u->in, u->n, u->used};
  ZSTD_outBuffer out = {to, n, 0};
  size_t rc = ZSTD_decompressStream(u->zstd, &out, &in);
  u->taken += in.pos - u->used;
  u->used = in.pos;
  if (ZSTD_isError(rc)) return fail(u, "damaged", ZSTD_getErrorName(rc));
  u->whole = rc == 0;
  return (ptrdiff_t)out.pos;
}
#endif

static ptrdiff_t step(cli_unpack *u, char *to, size_t n) {
  switch (u->kind) {
#ifdef TRUC_HAVE_ZLIB
    case GZIP: return step_gzip(u, to, n);
#endif
#ifdef TRUC_HAVE_LZMA
    case XZ: return step_xz(u, to, n);
#endif
#ifdef TRUC_HAVE_ZSTD
    case ZSTD: return step_zstd(u, to, n);
#endif
    default: break;
  }
  size_t k = u->n - u->used < n ? u->n - u->used : n;
  memcpy(to, u->in + u->used, k);
  u->used += k;
  u->taken += k;
  u->whole = true;
  return (ptrdiff_t)k;
}

/* ---------------------------------------------------------------- reading */

/* Could the bytes held be the beginning of this packing? */
static bool may_be(const cli_unpack *u, packing k) {
  size_t n = u->n < known[k].n ? u->n : known[k].n;
  return n && !memcmp(u->in, known[k].magic, n);
}

static bool not_built(cli_unpack *u) {
  snprintf(u->message, sizeof u->message,
           "%s data, and this program was built without %s",
           known[u->kind].name, known[u->kind].library);
  u->error = u->message;
  u->kind = PLAIN; /* nothing to end */
  return false;
}

/* Reads until the first bytes say what it is: a line that somebody types is
** known at its first letter. */
static bool look(cli_unpack *u) {
  bool open = true;
  while (open && !u->eof) {
    if (!more(u)) return false;
    open = u->n == 0;
    for (packing k = GZIP; k < NPACKING; k++)
      open |= may_be(u, k) && u->n < known[k].n;
  }
  for (packing k = GZIP; k < NPACKING; k++)
    if (may_be(u, k) && u->n >= known[k].n) u->kind = k;
  u->begun = true;
  if (!known[u->kind].built) return not_built(u);
  if (begin(u)) return true;
  errno = ENOMEM;
  return false;
}

static ptrdiff_t unpack(cli_unpack *u, char *to, size_t n) {
  for (;;) {
    bool done = u->used == u->n;
    if (done && (u->whole || u->kind == PLAIN)) {
      if (u->eof) return 0;
      if (!more(u)) return -1;
      continue;
    }
    ptrdiff_t k = step(u, to, n);
    if (k || u->used < u->n) {
      if (k) return k;
    } else if (u->eof) {
      return u->whole ? 0 : fail(u, "damaged", "it is cut off");
    } else if (!more(u)) {
      return -1;
    }
  }
}

ptrdiff_t cli_unpack_read(cli_unpack *u, char *to, size_t n) {
  if (u->error) return -1;
  if (!u->begun && !look(u)) return -1;
  ptrdiff_t k = unpack(u, to, n);
  if (k <= 0) return k;
  u->given += (uint64_t)k;
  for (const char *p = to; (p = memchr(p, '\n', (size_t)(to + k - p))); p++)
    u->lines++;
  return k;
}

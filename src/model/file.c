/* SPDX-License-Identifier: Apache-2.0 */
/* file.c - header, section table, checksums: opening and writing. */
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/model.h"
#include "model/tags.h"

/* As on disk. PNG's trick: a line-end or 7-bit conversion damages the magic. */
typedef struct header {
  unsigned char magic[8];
  uint32_t format;
  uint32_t nsection;
  uint32_t nprofile;
  uint32_t zero;
  uint64_t size; /* of the whole file */
  uint64_t body; /* checksum of all that follows the header */
  uint64_t zero2[2];
  uint64_t self; /* checksum of the 56 bytes before */
} header;
_Static_assert(sizeof(header) == 64, "the header has 64 bytes");

typedef struct entry {
  char name[8]; /* filled up with NUL */
  uint64_t off, size;
  uint64_t zero;
} entry;
_Static_assert(sizeof(entry) == 32, "a table entry has 32 bytes");

static const unsigned char magic[8] = {0x89, 'T', 'R', 'U', 'C', 13, 10, 26};

struct truc_model {
  const unsigned char *bytes;
  size_t n;
  bool mapped;
  uint32_t nsection;
  const entry *table;
  char id[17];
  truc__wordmodel words[NPROFILES];
  truc__tagmodel tags;
};

/* Four lanes, so that the multiplications overlap; `n` need not be a multiple
** of anything.  Fixed for ever, as models are named by it. */
static uint64_t checksum(const unsigned char *p, size_t n) {
  uint64_t h[4] = {1, 2, 3, 4};
  size_t i = 0;
  for (; i + 32 <= n; i += 32)
    for (int k = 0; k < 4; k++) {
      uint64_t v;
      memcpy(&v, p + i + 8 * k, 8);
      h[k] = (h[k] ^ v) * 0x9FB21C651E98DF25u;
      h[k] ^= h[k] >> 29;
    }
  uint64_t rest = truc__hash(p + i, n - i);
  for (int k = 0; k < 4; k++) rest = truc__hash(&h[k], 8) ^ (rest * 5);
  return rest ^ n;
}

/* ---------------------------------------------------------------- opening */

static const char *check_header(const unsigned char *bytes, size_t n) {
  const header *h = (const void *)bytes;
  if (n < sizeof *h || memcmp(h->magic, magic, sizeof magic) != 0)
    return "not a truc model";
  if (checksum(bytes, 56) != h->self) return "damaged header";
  if (h->format != MODEL_FORMAT) return "a model of another format";
  if (h->size != n) return "the file is cut short, or too long";
  if (h->zero || h->zero2[0] || h->zero2[1]) return "damaged header";
  if (h->nsection > MODEL_MAX_SECTIONS ||
      sizeof *h + h->nsection * sizeof(entry) > n)
    return "damaged section table";
  if (checksum(bytes + sizeof *h, n - sizeof *h) != h->body)
    return "damaged: the checksum does not fit";
  return NULL;
}

/* Sections stand in order, aligned, without overlap, inside the file. */
static bool check_table(const truc_model *m) {
  uint64_t from = sizeof(header) + m->nsection * sizeof(entry);
  for (uint32_t i = 0; i < m->nsection; i++) {
    const entry *e = &m->table[i];
    if (e->zero || e->off % MODEL_ALIGN || e->off < from || e->off > m->n ||
        e->size > m->n - e->off)
      return false;
    from = e->off + e->size;
  }
  return true;
}

static void set_id(truc_model *m, uint64_t h) {
  for (int i = 15; i >= 0; i--, h >>= 4) m->id[i] = "0123456789abcdef"[h & 15];
}

static truc_rc little_endian(void) {
  const uint16_t one = 1;
  unsigned char first;
  memcpy(&first, &one, 1);
  return first == 1 ? TRUC_OK : TRUC_EMODEL;
}

truc_rc truc_model_open_memory(const void *bytes, size_t n, truc_err *err,
                               truc_model **out) {
  if (out) *out = NULL;
  if (!out || !bytes)
    return truc__fail(err, TRUC_EARG, 0, 0, "NULL for a model");
  if (little_endian())
    return truc__fail(err, TRUC_EMODEL, 0, 0,
                      "models are for little-endian machines");
  if ((uintptr_t)bytes % MODEL_ALIGN)
    return truc__fail(err, TRUC_EARG, 0, 0, "model bytes not aligned to 64");
  const char *what = check_header(bytes, n);
  if (what) return truc__fail(err, TRUC_EMODEL, 0, 0, "%s", what);
  truc_model *m = truc__realloc(NULL, sizeof *m);
  if (!m) return truc__fail(err, TRUC_ENOMEM, 0, 0, "out of memory");
  const header *h = bytes;
  memset(m, 0, sizeof *m);
  m->bytes = bytes;
  m->n = n;
  m->nsection = h->nsection;
  m->table = (const void *)(m->bytes + sizeof *h);
  set_id(m, h->body);
  if (!check_table(m) || !truc__words_open(m, m->words) ||
      !truc__tags_open(m, &m->tags)) {
    truc_model_close(m);
    return truc__fail(err, TRUC_EMODEL, 0, 0, "damaged section");
  }
  *out = m;
  return TRUC_OK;
}

static truc_rc io_error(truc_err *err, const char *path) {
  return truc__fail(err, TRUC_EIO, 0, 0, "cannot read '%.80s': %.40s", path,
                    strerror(errno));
}

/* Maps the file; an empty one gives *n 0 and no mapping. */
static truc_rc map_file(const char *path, truc_err *err, void **bytes,
                        size_t *n) {
  *bytes = NULL;
  *n = 0;
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return io_error(err, path);
  struct stat st;
  if (fstat(fd, &st) != 0 || S_ISDIR(st.st_mode)) {
    if (S_ISDIR(st.st_mode)) errno = EISDIR;
    truc_rc rc = io_error(err, path);
    close(fd);
    return rc;
  }
  truc_rc rc = TRUC_OK;
  if (st.st_size > 0) {
    *n = (size_t)st.st_size;
    *bytes = mmap(NULL, *n, PROT_READ, MAP_PRIVATE, fd, 0);
    if (*bytes == MAP_FAILED) {
      *bytes = NULL;
      rc = io_error(err, path);
    }
  }
  close(fd);
  return rc;
}

truc_rc truc_model_open(const char *path, truc_err *err, truc_model **out) {
  void *bytes;
  size_t n;
  if (out) *out = NULL;
  if (!out || !path)
    return truc__fail(err, TRUC_EARG, 0, 0, "NULL for a model or its path");
  truc_rc rc = map_file(path, err, &bytes, &n);
  if (rc) return rc;
  if (!bytes)
    return truc__fail(err, TRUC_EMODEL, 0, 0, "'%.80s' is empty", path);
  truc_err why = {TRUC_OK, 0, 0, ""};
  rc = truc_model_open_memory(bytes, n, &why, out);
  if (rc) {
    munmap(bytes, n);
    return truc__fail(err, rc, 0, 0, "'%.80s': %.60s", path, why.msg);
  }
  (*out)->mapped = true;
  return TRUC_OK;
}

void truc_model_close(truc_model *m) {
  if (!m) return;
  if (m->mapped) {
    void *p;
    memcpy(&p, &m->bytes, sizeof p); /* the mapping was made without const */
    munmap(p, m->n);
  }
  truc__free(m);
}

/* ---------------------------------------------------------------- reading */

const char *truc_model_id(const truc_model *m) { return m ? m->id : ""; }

const void *truc__model_section(const truc_model *m, const char *name,
                                size_t *n) {
  *n = 0;
  for (uint32_t i = 0; m && i < m->nsection; i++)
    if (strncmp(m->table[i].name, name, sizeof m->table[i].name) == 0) {
      *n = (size_t)m->table[i].size;
      return m->bytes + m->table[i].off;
    }
  return NULL;
}

bool truc__model_nth(const truc_model *m, uint32_t i, char name[9], size_t *n) {
  if (!m || i >= m->nsection) return false;
  memcpy(name, m->table[i].name, sizeof m->table[i].name);
  name[8] = '\0';
  *n = (size_t)m->table[i].size;
  return true;
}

const char *truc_model_provenance(const truc_model *m, size_t *n) {
  size_t length;
  const char *s = truc__model_section(m, "about", n ? n : &length);
  return s ? s : "";
}

const truc__wordmodel *truc__model_words(const truc_model *m) {
  return truc__model_profile(m, PROFILE_UD);
}

const truc__wordmodel *truc__model_profile(const truc_model *m,
                                           unsigned profile) {
  return m && m->words[profile].keys.n ? &m->words[profile] : NULL;
}

const truc__tagmodel *truc__model_tags(const truc_model *m) {
  return m && m->tags.keys.n ? &m->tags : NULL;
}

/* ---------------------------------------------------------------- writing */

static void pad(truc__buf *out) {
  static const char zeros[MODEL_ALIGN];
  size_t over = out->n % MODEL_ALIGN;
  if (over) truc__buf_put(out, zeros, MODEL_ALIGN - over);
}

static bool names_ok(const truc__section *s, uint32_t n) {
  if (n > MODEL_MAX_SECTIONS) return false;
  for (uint32_t i = 0; i < n; i++) {
    size_t len = strlen(s[i].name);
    if (len == 0 || len > sizeof((entry *)0)->name) return false;
    for (uint32_t k = 0; k < i; k++)
      if (strcmp(s[i].name, s[k].name) == 0) return false;
  }
  return true;
}

truc_rc truc__model_build(truc__buf *out, const truc__section *s, uint32_t n,
                          uint32_t nprofile) {
  if (!names_ok(s, n)) return TRUC_EARG;
  header h;
  memset(&h, 0, sizeof h);
  truc__buf_reset(out);
  truc__buf_put(out, (const char *)&h, sizeof h);
  uint64_t at = sizeof h + n * sizeof(entry);
  for (uint32_t i = 0; i < n; i++) {
    entry e;
    memset(&e, 0, sizeof e);
    memcpy(e.name, s[i].name, strlen(s[i].name));
    at = (at + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
    e.off = at;
    e.size = s[i].n;
    at += s[i].n;
    truc__buf_put(out, (const char *)&e, sizeof e);
  }
  for (uint32_t i = 0; i < n; i++) {
    pad(out);
    truc__buf_put(out, s[i].bytes, s[i].n);
  }
  if (out->rc) return out->rc;
  memcpy(h.magic, magic, sizeof magic);
  h.format = MODEL_FORMAT;
  h.nsection = n;
  h.nprofile = nprofile;
  h.size = out->n;
  h.body = checksum((unsigned char *)out->p + sizeof h, out->n - sizeof h);
  h.self = checksum((const unsigned char *)&h, 56);
  memcpy(out->p, &h, sizeof h);
  return TRUC_OK;
}

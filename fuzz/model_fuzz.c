/* SPDX-License-Identifier: Apache-2.0
** model_fuzz.c - any bytes as a model file: refused, or harmless in use.
**
** Checksums would hide the checks behind them, so an input that begins with 'P'
** is a list of patches to the shipped model (section, three bytes of offset,
** new byte), which is then packed with right checksums and opened. */
#include "base/base.h"
#include "fuzz/laws.h"
#include "model/model.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static const char sample[] =
    "Thủ tướng thăm chính thức Nhật Bản từ ngày 27 đến 30/11/2023. Hai nước "
    "thiết lập quan hệ ngoại giao năm 1973, hợp tác xã phát triển mạnh.";

static void use(const void *bytes, size_t n) {
  void *aligned = NULL;
  if (posix_memalign(&aligned, MODEL_ALIGN, n ? n : 1)) return;
  memcpy(aligned, bytes, n);
  truc_model *m = NULL;
  if (truc_model_open_memory(aligned, n, NULL, &m) == TRUC_OK) {
    truc_doc *d = truc_doc_new(m);
    LAW(d &&
        truc_doc_read(d, sample, sizeof sample - 1, NULL, NULL) == TRUC_OK);
    LAW(truc_doc_run(d, TRUC_WORDS | TRUC_TAGS, NULL) == TRUC_OK);
    laws(d, sizeof sample - 1, TRUC_WORDS | TRUC_SENTENCES | TRUC_TOKENS);
    truc_doc_free(d);
  } else {
    LAW(m == NULL);
  }
  truc_model_close(m);
  free(aligned);
}

/* The shipped model, taken apart; each section is a copy of its own. */
typedef struct parts {
  truc__section s[MODEL_MAX_SECTIONS];
  char name[MODEL_MAX_SECTIONS][9];
  uint8_t *p[MODEL_MAX_SECTIONS];
  uint32_t n;
} parts;

static void take_apart(parts *x) {
  truc_model *m = NULL;
  if (truc_model_open("models/truc.model", NULL, &m)) return;
  size_t n;
  while (truc__model_nth(m, x->n, x->name[x->n], &n)) {
    const void *from = truc__model_section(m, x->name[x->n], &n);
    x->p[x->n] = malloc(n ? n : 1);
    LAW(from && x->p[x->n]);
    memcpy(x->p[x->n], from, n);
    x->s[x->n] = (truc__section){x->name[x->n], x->p[x->n], n};
    x->n++;
  }
  truc_model_close(m);
}

static void patch(const uint8_t *bytes, size_t n) {
  enum { MOST = 32 };
  static parts x;
  uint8_t *at[MOST], old[MOST];
  size_t done = 0;
  if (!x.n) take_apart(&x);
  for (size_t i = 0; i + 5 <= n && done < MOST && x.n; i += 5) {
    uint32_t k = bytes[i] % x.n;
    size_t off =
        (size_t)bytes[i + 1] << 16 | (size_t)bytes[i + 2] << 8 | bytes[i + 3];
    if (!x.s[k].n) continue;
    at[done] = x.p[k] + off % x.s[k].n;
    old[done] = *at[done];
    *at[done++] = bytes[i + 4];
  }
  truc__buf out = {0};
  if (truc__model_build(&out, x.s, x.n, 0) == TRUC_OK) use(out.p, out.n);
  truc__buf_release(&out);
  while (done-- > 0) *at[done] = old[done]; /* the last first */
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  if (n && bytes[0] == 'P')
    patch(bytes + 1, n - 1);
  else
    use(bytes, n);
  return 0;
}

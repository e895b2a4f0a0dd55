/* SPDX-License-Identifier: Apache-2.0
** model_fuzz.c - any bytes as a model file: refused, or harmless in use.
**
** Checksums would hide the checks behind them, so an input that begins with 'S'
** is taken for sections (name of one byte, length of two, bytes), packed with
** right checksums, and opened. */
#include "base/base.h"
#include "fuzz/laws.h"
#include "model/model.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static const char sample[] =
    "Thủ tướng thăm chính thức Nhật Bản từ ngày 27 đến 30/11/2023. Hai nước "
    "thiết lập quan hệ ngoại giao năm 1973.";

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

/* The sections that the rooms know, by their number. */
static const char *const names[] = {"about",  "w.slot", "w.key",
                                    "w.pool", "w.row",  "w.cell",
                                    "w.node", "w.edge", "w.tabs"};
enum { NNAMES = sizeof names / sizeof names[0], TABS = NNAMES - 1 };

/* The small tables are large for a fuzzer: what is missing becomes zero. */
static void fill_tabs(truc__section *s, truc__wordtabs *tabs) {
  memset(tabs, 0, sizeof *tabs);
  memcpy(tabs, s->bytes, s->n < sizeof *tabs ? s->n : sizeof *tabs);
  s->bytes = tabs;
  s->n = sizeof *tabs;
}

static void pack(const uint8_t *bytes, size_t n) {
  static truc__wordtabs tabs;
  truc__section s[NNAMES];
  uint32_t ns = 0;
  for (size_t i = 0; i + 3 <= n && ns < NNAMES;) {
    size_t len = (size_t)bytes[i + 1] << 8 | bytes[i + 2];
    if (len > n - i - 3) len = n - i - 3;
    uint32_t name = bytes[i] % NNAMES;
    s[ns] = (truc__section){names[name], bytes + i + 3, len};
    if (name == TABS) fill_tabs(&s[ns], &tabs);
    ns++;
    i += 3 + len;
  }
  truc__buf out = {0};
  if (truc__model_build(&out, s, ns, 0) == TRUC_OK) use(out.p, out.n);
  truc__buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
  if (n && bytes[0] == 'S')
    pack(bytes + 1, n - 1);
  else
    use(bytes, n);
  return 0;
}

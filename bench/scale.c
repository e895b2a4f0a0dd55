/* SPDX-License-Identifier: Apache-2.0
**
** scale.c - what a ledger costs at its size, and how soon it answers.
**
**     scale TRUC LEDGER RUNS CPU_SECONDS PEAK_MB
**
** Prints a row of Markdown: documents, megabytes of text, the two figures given
** (of the last adding), bytes of the file by document and by byte of text, and
** median and 95th percentile of whole processes `truc find` and `truc show`,
** each of a fixed list of questions asked RUNS times: milliseconds of wall time
** (of an idle machine, or it says little) and of CPU.
*/
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "truc/ledger.h"

#define MOST 4096
#define ARGS 4

/* Rare and common words, with and without marks, phrases, filters. */
static const char *const finds[][ARGS] = {
    {"hợp tác"},
    {"duong sat"},
    {"\"thủ tướng\""},
    {"thu tuong nhat ban"},
    {"\"quan hệ song phương\""},
    {"biển đông"},
    {"xuất khẩu gạo"},
    {"xuat khau gao"},
    {"là"},
    {"nguyen"},
    {"tổng thống -mỹ"},
    {"đại sứ OR lãnh sự"},
    {"đàm ph*"},
    {"gió mùa đông bắc"},
    {"--kind=VISIT", "--actor=JPN"},
    {"--actor=VNM,USA"},
    {"--kind=RANKING"},
    {"--sector=trade", "--actor=KOR"},
    {"--from=2013-05", "--to=2013-06", "hợp tác"},
    {"--kind=AGREEMENT", "ký kết"},
};
static const char *const shows[][ARGS] = {
    {"VNM", "JPN"},
    {"VNM", "USA"},
    {"VNM", "CHN"},
    {"VNM", "RUS"},
    {"USA", "CHN"},
    {"VNM", "LAO"},
    {"nhat ban", "han quoc"},
    {"JPN"},
    {"LAO"},
    {"DEU"},
    {"asean"},
    {"Liên Hợp Quốc"},
    {"sector:trade"},
    {"VNM", "FRA"},
    {"VNM"},
    {"USA"},
    {"Barack Obama"},
};

typedef struct cost {
  double wall, cpu;
} cost;

static double seconds(struct timeval t) {
  return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Options stand before the ledger, words behind it. */
static cost ask(const char *truc, const char *verb, const char *ledger,
                const char *const *q) {
  const char *argv[ARGS + 4] = {truc, verb};
  int n = 2;
  for (int i = 0; i < ARGS && q[i]; i++)
    if (q[i][0] == '-') argv[n++] = q[i];
  argv[n++] = ledger;
  for (int i = 0; i < ARGS && q[i]; i++)
    if (q[i][0] != '-') argv[n++] = q[i];
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    int null = open("/dev/null", O_WRONLY);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    execv(truc, (char *const *)(void *)argv);
    _exit(127);
  }
  int status;
  struct rusage r;
  if (child < 0 || wait4(child, &status, 0, &r) < 0 ||
      (WEXITSTATUS(status) > 1)) {
    fprintf(stderr, "scale: %s %s failed\n", verb, q[0]);
    exit(1);
  }
  return (cost){1e3 * (now() - start),
                1e3 * (seconds(r.ru_utime) + seconds(r.ru_stime))};
}

static int ascending(const void *a, const void *b) {
  const double *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

static void latency(const char *truc, const char *verb, const char *ledger,
                    const char *const (*q)[ARGS], size_t n, int runs) {
  static double ms[MOST], cpu[MOST];
  size_t k = 0;
  bool tell = getenv("TRUC_SCALE_TELL") != NULL;
  for (size_t i = 0; i < n; i++) {
    ask(truc, verb, ledger, q[i]); /* once for the cache of the system */
    for (int r = 0; r < runs && k < MOST; r++, k++) {
      cost c = ask(truc, verb, ledger, q[i]);
      ms[k] = c.wall;
      cpu[k] = c.cpu;
    }
    if (tell && k)
      fprintf(stderr, "%8.1f ms %8.1f CPU  %s %s %s\n", ms[k - 1], cpu[k - 1],
              verb, q[i][0], q[i][1] ? q[i][1] : "");
  }
  qsort(ms, k, sizeof *ms, ascending);
  qsort(cpu, k, sizeof *cpu, ascending);
  printf(" %.1f / %.1f | %.1f / %.1f |", ms[k / 2], ms[k * 95 / 100],
         cpu[k / 2], cpu[k * 95 / 100]);
}

int main(int argc, char **argv) {
  truc_ledger *l;
  truc_ledger_counts c;
  truc_err err;
  if (argc != 6) {
    fprintf(stderr, "usage: scale TRUC LEDGER RUNS CPU_SECONDS PEAK_MB\n");
    return 2;
  }
  if (truc_ledger_open(argv[2], NULL, &err, &l) ||
      truc_ledger_count(l, &c, &err)) {
    fprintf(stderr, "scale: %s\n", err.msg);
    return 1;
  }
  truc_ledger_close(l, NULL);
  printf("| %llu | %.1f | %s | %s | %llu | %.2f |",
         (unsigned long long)c.documents, 1e-6 * (double)c.text_bytes, argv[4],
         argv[5], (unsigned long long)(c.file_bytes / c.documents),
         (double)c.file_bytes / (double)c.text_bytes);
  int runs = atoi(argv[3]);
  latency(argv[1], "find", argv[2], finds, sizeof finds / sizeof finds[0],
          runs);
  latency(argv[1], "show", argv[2], shows, sizeof shows / sizeof shows[0],
          runs);
  printf("\n");
  return 0;
}

/* SPDX-License-Identifier: Apache-2.0
**
** process.c - CPU time, wall time and peak memory of a command.
**
**     process NAME RUNS COMMAND ARG...
**
** The command runs RUNS times with its output thrown away; the least of each
** figure counts (memory: the greatest).
*/
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double seconds(struct timeval t) {
  return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

static void become(char **argv) {
  int null = open("/dev/null", O_WRONLY);
  dup2(null, STDOUT_FILENO);
  execvp(argv[0], argv);
  perror(argv[0]);
  _exit(127);
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: process NAME RUNS COMMAND ARG...\n");
    return 2;
  }
  double cpu = 1e9, wall = 1e9;
  long peak = 0;
  int status = 0;
  for (int i = 0; i < atoi(argv[2]) && status == 0; i++) {
    struct rusage r;
    double start = now();
    pid_t pid = fork();
    if (pid == 0) become(argv + 3);
    if (pid < 0 || wait4(pid, &status, 0, &r) < 0) return 1;
    double w = now() - start;
    double c = seconds(r.ru_utime) + seconds(r.ru_stime);
    if (w < wall) wall = w;
    if (c < cpu) cpu = c;
    if (r.ru_maxrss > peak) peak = r.ru_maxrss;
  }
  printf("%-26s %8.1f ms CPU %8.1f ms wall %7.1f MB peak%s\n", argv[1],
         1e3 * cpu, 1e3 * wall, (double)peak / 1024, status ? "  FAILED" : "");
  return status != 0;
}

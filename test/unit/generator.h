/* SPDX-License-Identifier: Apache-2.0
**
** generator.h - a test runs a generator of the same build on a text of its own
** and looks at what it says. Of one test program each. */
#ifndef TRUC_TEST_GENERATOR_H
#define TRUC_TEST_GENERATOR_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char program[4096]; /* the generator */

/* Of argv[0], BUILD/test/unit/NAME_test: BUILD/NAME is the generator. */
static int find_generator(const char *test, const char *name) {
  const char *end = strstr(test, "/test/unit/");
  if (!end) return 0;
  snprintf(program, sizeof program, "%.*s/%s", (int)(end - test), test, name);
  return 1;
}

static void write_text(const char *file, const char *text) {
  FILE *f = fopen(file, "w");
  assert_non_null(f);
  fputs(text, f);
  fclose(f);
}

/* What is said of the text, a file of this ending, without the file's name; ""
** if nothing. Before it another file is read, where.tsv, if `before` has its
** text. */
static const char *generate_after(const char *before, const char *text,
                                  const char *ending) {
  static char said[512];
  char folder[] = "/tmp/truc-gen-XXXXXX", file[64], other[64] = "";
  char command[4400];
  assert_non_null(mkdtemp(folder));
  snprintf(file, sizeof file, "%s/t.%s", folder, ending);
  write_text(file, text);
  if (before) {
    snprintf(other, sizeof other, "%s/where.tsv", folder);
    write_text(other, before);
  }
  snprintf(command, sizeof command, "'%s' %s %s %s 2>&1", program, folder,
           other, file);
  FILE *f = popen(command, "r");
  assert_non_null(f);
  said[fread(said, 1, sizeof said - 1, f)] = '\0';
  int rc = pclose(f);
  said[strcspn(said, "\n")] = '\0';
  assert_int_equal(rc != 0, *said != '\0');
  snprintf(command, sizeof command, "rm -r %s", folder);
  assert_int_equal(system(command), 0);
  size_t n = strlen(file);
  return !strncmp(said, file, n) && said[n] == ':' ? said + n + 1 : said;
}

#endif

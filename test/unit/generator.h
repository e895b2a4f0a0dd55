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

/* What is said of the text, a file of this ending, without the file's name; ""
** if nothing. */
static const char *generate(const char *text, const char *ending) {
  static char said[512];
  char folder[] = "/tmp/truc-gen-XXXXXX", file[64], command[4400];
  assert_non_null(mkdtemp(folder));
  snprintf(file, sizeof file, "%s/t.%s", folder, ending);
  FILE *f = fopen(file, "w");
  assert_non_null(f);
  fputs(text, f);
  fclose(f);
  snprintf(command, sizeof command, "'%s' %s %s 2>&1", program, folder, file);
  f = popen(command, "r");
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

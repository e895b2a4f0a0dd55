/* SPDX-License-Identifier: Apache-2.0
**
** user_words.c - --words=FILE: words of the caller's own.
*/
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "cli/words.h"
#include "source/source.h"

enum { READ_SIZE = 1 << 16 };

bool cli_load_words(cli *c) {
  const char *file = cli_value(c, "words");
  if (!file) return true;
  int fd = open(file, O_RDONLY | O_CLOEXEC);
  ptrdiff_t k = fd < 0 ? -1 : 1;
  while (k > 0 && truc__buf_room(&c->words, READ_SIZE)) {
    k = truc__read_fd(&fd, c->words.p + c->words.n, READ_SIZE);
    if (k > 0) c->words.n += (size_t)k;
  }
  if (c->words.rc) errno = ENOMEM;
  if (k < 0 || c->words.rc) {
    cli_place p = {file, NULL, 0, 0, 0, 0};
    cli_fail(c, CLI_IO, &p, NULL, "cannot read: %s", strerror(errno));
  }
  if (fd >= 0) close(fd);
  return k >= 0 && !c->words.rc;
}

bool cli_add_words(cli *c, truc_doc *d) {
  truc_err err = {0};
  if (!c->words.n || !truc_doc_add_words(d, c->words.p, c->words.n, &err))
    return true;
  /* the line, for the caret */
  size_t at = (size_t)err.byte - 1, from = at, end = at;
  while (from > 0 && c->words.p[from - 1] != '\n') from--;
  while (end < c->words.n && c->words.p[end] != '\n') end++;
  cli_place p = {cli_value(c, "words"),
                 c->words.p + from,
                 end - from,
                 at - from,
                 err.line,
                 err.byte};
  cli_fail(c, CLI_IO, &p, NULL, "%s", err.msg);
  return false;
}

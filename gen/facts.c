/* SPDX-License-Identifier: Apache-2.0 */
/* facts.c - host program: the patterns of data/facts -> tables/facts.c.
**
**     gen-facts OUT_DIR FILE.pat ...
**
** The language is taught in doc/PATTERNS.md.  In short, by line:
**
**     class NAME [id] = form | form        (compiled by gen/lex.c)
**     pattern NAME KIND
**       why text
**       match EXPRESSION                   (several: alternatives)
**       fill slot = source, source ...     ("fill!": even if it has items)
**       require slot ...
**       date none|clause|before|year|now|document [needed]
**       modality noun|bare|follows|actual|planned|...
**       priority N
**       phase N                            (before its match lines)
**       aside
**       distribute slot
**       split slot slot
**       refuse slot code code ...
**       context TYPE TYPE ...
**       + "a sentence that must match" => slot=value ...
**       - "a sentence that must not"
**
** What an EXPRESSION is, facts/expression.c tells.
*/
#include "facts/compile.h"
#include "out/out.h"

compiled made;

char *copy(const char *s, size_t n) {
  char *p = need(malloc(n + 1));
  memcpy(p, s, n);
  p[n] = '\0';
  return p;
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: gen-facts OUT_DIR FILE.pat ...\n");
    return 2;
  }
  for (int i = 2; i < argc; i++) {
    read_lines(argv[i], read_line);
    end_pattern();
  }
  check_references();
  FILE *f = out_open("gen-facts", argv[1], "facts.c");
  put_tables(f);
  out_close("gen-facts", f);
  return 0;
}

/* SPDX-License-Identifier: Apache-2.0
**
** conllu.h - CoNLL-U as input, for tags.c alone.
*/
#ifndef TRUC_CLI_CONLLU_H
#define TRUC_CLI_CONLLU_H

#include "cli/cli.h"

/* Tags the words of the operands, or of standard input; an exit code. */
int cli_tag_conllu(cli *c);
/* "Confidence=0.984"; `w` NULL: of a word without a tag. */
void cli_put_confidence(truc__buf *b, const truc_word *w);

#endif

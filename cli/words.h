/* SPDX-License-Identifier: Apache-2.0
**
** words.h - what truc words prints besides one segmentation; and the caller's
** own words, which truc explain takes too.
*/
#ifndef TRUC_CLI_WORDS_H
#define TRUC_CLI_WORDS_H

#include "cli/cli.h"

/* Reads --words=FILE into c->words; false: it cannot be read (reported). */
bool cli_load_words(cli *c);
/* Gives c->words to a document object; false: reported. */
bool cli_add_words(cli *c, truc_doc *d);

/* Records of JSON Lines: the k best readings of each sentence; the words that
** each could have, as far as `beam` below the best. */
void cli_put_readings(const cli *c, cli_job *j, uint32_t most);
void cli_put_lattice(const cli *c, cli_job *j, uint32_t beam);

/* A sentence a line, as VnCoreNLP writes it and PhoBERT wants it. */
void cli_put_phobert(cli_job *j);

#endif

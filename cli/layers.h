/* SPDX-License-Identifier: Apache-2.0
**
** layers.h - the forms of truc names: names, offices and values of a document,
** one stream of lines.
**
** Names come first, then offices, then values; each in the order of the text.
** Offices and values have a layer of their own because what counts names reads
** every line as one.
*/
#ifndef TRUC_CLI_LAYERS_H
#define TRUC_CLI_LAYERS_H

#include "cli/cli.h"

enum { LAYER_NAMES = 1, LAYER_OFFICES = 2, LAYER_VALUES = 4 };

/* `"doc":ID,` and, if more layers than the names are asked for, the layer. */
void cli_layer_head(cli_job *j, const char *layer);
/* A standoff annotation of brat, which counts code points: T line and note. */
void cli_put_brat(cli_job *j, truc_span at, const char *type, const char *note,
                  uint32_t id);
/* A row: doc, start, end, type, form, ref, text. */
void cli_put_mark(const cli *c, cli_job *j, truc_span at, const char *type,
                  const char *form, const char *ref);

/* In the format of `c`; brat ids go on from *id. */
void cli_put_offices(const cli *c, cli_job *j, uint32_t *id);
void cli_put_values(const cli *c, cli_job *j, uint32_t *id);
/* CoNLL-U with NER, Office and Value in MISC. */
void cli_put_layers_conllu(const cli *c, cli_job *j, unsigned layers);

/* Is it a name that is no part of another? */
bool cli_is_outer_name(const truc_mention *all, const truc_mention *m);

#endif

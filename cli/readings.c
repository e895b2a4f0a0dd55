/* SPDX-License-Identifier: Apache-2.0
**
** readings.c - truc words --k-best, --lattice: more than one segmentation, as
** JSON Lines.
*/
#include "cli/words.h"

static void put_text(cli_job *j, truc_span s) {
  truc__buf_str(j->out, "{\"text\":");
  truc__buf_json(j->out, cli_bytes(j, s), s.len);
  truc__buf_chr(j->out, ',');
}

static void put_reading(const cli *c, cli_job *j, const truc_sentence *s,
                        const truc_reading *r, const truc_token *tok) {
  truc__buf *b = j->out;
  truc__buf_fmt(b, "{\"score\":%d,\"words\":[", (int)r->score);
  for (uint32_t i = 0, end; i < s->ntok; i = end) {
    for (end = i + 1; end < s->ntok && r->join[end];) end++;
    const truc_token *first = &tok[s->tok + i], *last = &tok[s->tok + end - 1];
    truc_span at = {first->at.off, last->at.off + last->at.len - first->at.off};
    if (i) truc__buf_chr(b, ',');
    put_text(j, at);
    cli_json_span(c, j, at);
    truc__buf_chr(b, '}');
  }
  truc__buf_str(b, "]}");
}

/* Opens a sentence and the list of what it has. */
static void put_head(const cli *c, cli_job *j, const truc_sentence *s,
                     uint32_t i, const char *what) {
  truc__buf *b = j->out;
  if (i) truc__buf_chr(b, ',');
  truc__buf_chr(b, '{');
  cli_json_span(c, j, s->at);
  truc__buf_fmt(b, ",\"%s\":[", what);
}

void cli_put_readings(const cli *c, cli_job *j, uint32_t most) {
  uint32_t nsent, ntok, n;
  const truc_sentence *s = truc_doc_sentences(j->doc, &nsent);
  const truc_token *tok = truc_doc_tokens(j->doc, &ntok);
  cli_json_head(c, j);
  truc__buf_str(j->out, ",\"sentences\":[");
  for (uint32_t i = 0; i < nsent; i++) {
    const truc_reading *r;
    truc_rc rc = truc_doc_readings(j->doc, i, most, &r, &n, NULL);
    if (rc) j->out->rc = rc;
    put_head(c, j, &s[i], i, "readings");
    for (uint32_t k = 0; k < n; k++) {
      if (k) truc__buf_chr(j->out, ',');
      put_reading(c, j, &s[i], &r[k], tok);
    }
    truc__buf_str(j->out, "]}");
  }
  truc__buf_str(j->out, "]}\n");
}

static void put_edge(const cli *c, cli_job *j, const truc_edge *e) {
  put_text(j, e->at);
  cli_json_span(c, j, e->at);
  truc__buf_fmt(j->out, ",\"syllables\":%u,\"score\":%d", (unsigned)e->ntok,
                (int)e->score);
  if (e->flags & TRUC_EDGE_BEST) truc__buf_str(j->out, ",\"best\":true");
  if (e->flags & TRUC_EDGE_PART) truc__buf_str(j->out, ",\"part\":true");
  truc__buf_chr(j->out, '}');
}

void cli_put_lattice(const cli *c, cli_job *j, uint32_t beam) {
  uint32_t nsent, n;
  const truc_sentence *s = truc_doc_sentences(j->doc, &nsent);
  cli_json_head(c, j);
  truc__buf_str(j->out, ",\"sentences\":[");
  for (uint32_t i = 0; i < nsent; i++) {
    const truc_edge *e;
    truc_rc rc = truc_doc_lattice(j->doc, i, beam, &e, &n, NULL);
    if (rc) j->out->rc = rc;
    put_head(c, j, &s[i], i, "edges");
    for (uint32_t k = 0; k < n; k++) {
      if (k) truc__buf_chr(j->out, ',');
      put_edge(c, j, &e[k]);
    }
    truc__buf_str(j->out, "]}");
  }
  truc__buf_str(j->out, "]}\n");
}

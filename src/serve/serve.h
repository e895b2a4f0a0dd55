/* SPDX-License-Identifier: Apache-2.0
**
** serve - pages over a ledger.
**
** In:  a ledger's file name; requests for pages.
** Out: HTML that reads without JavaScript, and the same pages as JSON.
**
**     socket -> server.c -> route.c -> one of the pages -> truc__reply
**               limits,      which       asks the ledger,
**               Host, ETag   page        writes HTML or JSON
**
** WHO IS TRUSTED.  The texts in a ledger come from the press, and whoever sends
** a request may be any page that is open in the same browser.  Therefore:
**   - HTML is written by truc__html alone, whose directives escape; there is
**     none that puts a string in as it stands.  What could slip through would
**     meet a policy that allows no script at all.
**   - a Host that is not ours is refused: a foreign name that points to
**     127.0.0.1 must not read the ledger.  No CORS header is ever sent.
**   - the ledger is opened read-only; GET and HEAD only.
**   - a query has TRUC__PATIENCE milliseconds; then SQLite is interrupted and
**     the answer is 503.  Head, path, words, rows and connections have limits.
**
** PAGES ARE LINKS AND LISTS, made on the server.  An application in the browser
** would have to be sent the record first, and would show nothing where scripts
** are off; a page of one pair is some tens of kilobytes.
**
** SECTIONS ask the ledger one by one, each with a limit, and are counted by one
** query over them all: a pair with a hundred thousand propositions costs as
** much as one with a thousand.
**
** THREADS.  Requests come on several; each takes a ledger handle of its own
** from a small stock (pool.c).  A handle whose query was interrupted is closed.
**
** Tried and dropped: templates in files (they need an escaping rule per place,
** and hide which data a page needs); a date-stamped ETag (a hash of the page is
** as cheap as making it, and right when only the language differs).
*/
#ifndef TRUC_SERVE_ROOM_H
#define TRUC_SERVE_ROOM_H

#include "ledger/ledger.h"

#define TRUC__PATIENCE 3000 /* milliseconds for the queries of a page */
#define TRUC__ROWS 40       /* of a section, if not all are asked for */
#define TRUC__ALL_ROWS 1000 /* if they are */
#define TRUC__JSON_ROWS 500 /* propositions of a page as JSON, the best known */

/* --------------------------------------------------------------- server.c */

typedef struct truc__serve truc__serve;
typedef struct truc__serve_options {
  const char *ledger;  /* file */
  const char *address; /* NULL: 127.0.0.1 */
  uint16_t port;       /* 0: any that is free */
  const char *host;    /* a further name for the Host header, or NULL */
  int patience;        /* milliseconds; 0: TRUC__PATIENCE */
} truc__serve_options;

/* Starts serving in threads of its own.  *out is NULL on failure. */
truc_rc truc__serve_start(const truc__serve_options *o, truc_err *err,
                          truc__serve **out);
uint16_t truc__serve_port(const truc__serve *s);
void truc__serve_stop(truc__serve *s); /* NULL is fine */

/* ----------------------------------------------------------------- pool.c */

/* Ledger handles, one per request under way. */
typedef struct truc__pool truc__pool;
truc__pool *truc__pool_new(const char *path, int patience, truc_err *err);
void truc__pool_free(truc__pool *p); /* NULL is fine */
/* A handle whose clock runs from now on; NULL after filling `err`. */
truc_ledger *truc__pool_take(truc__pool *p, truc_err *err);
/* Gives it back; true if its time had run out. */
bool truc__pool_give(truc__pool *p, truc_ledger *l);

/* ---------------------------------------------------------------- route.c */

typedef struct truc__request {
  const char *path; /* decoded, begins with '/' */
  const char *q, *from, *to, *only; /* parameters, "" if not given */
  bool vietnamese, json, all;
} truc__request;

typedef struct truc__page {
  const truc__request *req;
  truc_ledger *l;
  truc__buf out;   /* the page */
  truc__buf a, b;  /* scratch */
  const char *type;
  int status;      /* of HTTP */
  truc_err err;    /* the ledger's, if it failed */
} truc__page;

/* Fills `p` for p->req.  Never fails: what goes wrong is a page, too. */
void truc__route(truc__page *p);
/* A page that says what is wrong. */
void truc__page_error(truc__page *p, int status);
void truc__page_release(truc__page *p);

/* --------------------------------------------------------------- labels.c */

#define TRUC__LABELS(X)                                                    \
  X(TITLE, "Record of relations", "Hồ sơ quan hệ")                         \
  X(SEARCH, "Search", "Tìm")                                               \
  X(SEARCH_HINT, "words, a name, \"a phrase\"",                            \
    "từ, tên, \"một cụm từ\"")                                             \
  X(START, "Start", "Trang đầu")                                           \
  X(PAIRS, "Pairs of countries", "Các cặp nước")                           \
  X(LATEST, "Latest documents", "Bài mới nhất")                            \
  X(DOCUMENTS, "documents", "bài")                                         \
  X(SOURCES, "sources", "nguồn")                                           \
  X(SOURCE, "source", "nguồn")                                             \
  X(PROPOSITIONS, "propositions", "mệnh đề")                               \
  X(CORROBORATED, "with two sources or more", "có từ hai nguồn trở lên")   \
  X(CONFLICT, "contradiction", "điểm mâu thuẫn")                           \
  X(CONFLICTS, "contradictions", "điểm mâu thuẫn")                         \
  X(CONTRADICTIONS, "Contradictions", "Mâu thuẫn")                         \
  X(AGAINST, "against", "đối lại")                                         \
  X(OFFICES, "Offices", "Chức vụ")                                         \
  X(RANKS, "Ranks", "Thứ hạng")                                            \
  X(SUMS, "Sums and goods", "Số liệu, viện trợ")                           \
  X(TIMELINE, "Timeline", "Dòng thời gian")                                \
  X(COOPERATION, "Cooperation", "Hợp tác")                                 \
  X(FORUMS, "Forums", "Diễn đàn")                                          \
  X(STATUS, "State of the relation", "Tình trạng quan hệ")                 \
  X(EFFECTS, "Effects", "Tác động")                                        \
  X(STATEMENTS, "Statements", "Phát biểu")                                 \
  X(HISTORIES, "What changed", "Thay đổi theo thời gian")                  \
  X(SUMS_OVER_TIME, "Sums", "Số liệu")                                     \
  X(STEPS, "Steps of the relation", "Các bước của quan hệ")                \
  X(PLANS, "Plans", "Kế hoạch hợp tác")                                    \
  X(INSTRUMENTS, "Agreements", "Văn kiện")                                 \
  X(HOLDERS, "Holders of offices", "Người giữ chức vụ")                    \
  X(DIFFERS, "sources differ", "các nguồn khác nhau")                      \
  X(FIELD, "Field", "Lĩnh vực")                                            \
  X(IN_PLACE, "in place", "đang có")                                       \
  X(AGREED, "agreed", "nhất trí")                                          \
  X(PLANNED, "planned", "dự kiến")                                         \
  X(WISHED, "wished", "mong muốn")                                         \
  X(ALL, "show all", "xem tất cả")                                         \
  X(FROM, "from", "từ")                                                    \
  X(TO, "to", "đến")                                                       \
  X(SHOW, "Show", "Xem")                                                   \
  X(NOTHING, "Nothing is known of this.", "Chưa có gì về mục này.")        \
  X(EVIDENCE, "Evidence", "Bằng chứng")                                    \
  X(DETAILS, "Details", "Chi tiết")                                        \
  X(KIND, "kind", "loại")                                                  \
  X(DATE, "date", "ngày")                                                  \
  X(UNDATED, "no date", "không rõ ngày")                                   \
  X(BASIS, "date worked out by", "ngày suy ra từ")                         \
  X(PATTERN, "pattern", "mẫu")                                             \
  X(CONFIDENCE, "confidence", "độ tin cậy")                                \
  X(PUBLISHED, "reported", "đưa tin")                                      \
  X(SPEAKER, "said by", "theo lời")                                        \
  X(PARTIAL, "Shares part of a list with", "Trùng một phần với")           \
  X(STATED, "What it states", "Nội dung đã đọc được")                      \
  X(RESULTS, "sentences", "câu")                                           \
  X(NAMES, "Names", "Tên")                                                 \
  X(AS_JSON, "This page as JSON", "Trang này dạng JSON")                   \
  X(NOT_FOUND, "There is no such page.", "Không có trang này.")            \
  X(TOO_LONG, "The question is too long.", "Câu hỏi quá dài.")             \
  X(TOO_SLOW, "That took too long. Ask for less.",                         \
    "Mất quá nhiều thời gian. Hãy hỏi hẹp hơn.")                           \
  X(BAD_DATE, "Write dates as 2024, 2024-11 or 2024-11-21.",               \
    "Hãy viết ngày dạng 2024, 2024-11 hoặc 2024-11-21.")                   \
  X(BROKEN, "The ledger cannot be read.", "Không đọc được sổ.")            \
  X(IMPLIED, "implied", "ngụ ý")                                           \
  X(LANGUAGE, "Tiếng Việt", "English")

typedef enum truc__label {
#define X(name, en, vi) TRUC__L_##name,
  TRUC__LABELS(X)
#undef X
  TRUC__NLABELS
} truc__label;

const char *truc__label_text(truc__label l, bool vietnamese);
/* The name of a kind, modality, slot or code: "state_visit" -> "state visit";
** in Vietnamese from a table, else the same. */
void truc__put_code(truc__buf *b, const char *code, bool vietnamese);

/* ----------------------------------------------------------------- html.c */

/* Appends `format`, a literal, to the page:
**   %t text, escaped                 %p a press text, see truc__put_prose
**   %u part of an address, encoded   %d unsigned number
**   %l a truc__label                 %c a code, see truc__put_code
**   %q what keeps the language in an address without parameters, "?lang=vi"
**   %a the same after other parameters
**   %% a per cent sign                                                     */
void truc__html(truc__page *p, const char *format, ...);
/* A press text for the eye: a segmenter's underscores undone, blanks before
** marks too; escaped.  Spans of `mark` (sorted, bytes of `s`) are marked. */
void truc__put_prose(truc__page *p, const char *s, size_t n,
                     const truc_span *mark, uint32_t nmark);
/* Appends a ref's name as a link to its page. */
void truc__put_actor(truc__page *p, const char *ref);
/* "/country/JPN" or "/actor/per:...", for an address. */
void truc__put_path(truc__buf *b, const char *ref);
void truc__put_escaped(truc__buf *b, const char *s, size_t n);
void truc__put_encoded(truc__buf *b, const char *s);
/* Head and foot of a page; `title` is text. */
void truc__page_begin(truc__page *p, const char *title);
void truc__page_end(truc__page *p);
/* Appends `"key":"value"` with a comma where one is needed. */
void truc__json_text(truc__buf *b, const char *key, const char *value);
void truc__json_number(truc__buf *b, const char *key, uint64_t value);

/* --------------------------------------------------------------- record.c */

/* A proposition in one line, for %p. */
void truc__put_headline(truc__buf *b, truc__page *p, const truc_records *r,
                        const truc_record *x);
/* "2023-11-27/30". */
void truc__put_date(truc__buf *b, const char *iso);
/* One proposition as an entry of a list: date, headline as a link, sources, a
** sentence, the documents. */
void truc__put_sources(truc__page *p, const truc_record *x);
void truc__put_entry(truc__page *p, const truc_records *r,
                     const truc_record *x);
/* Propositions as a JSON array, each as `truc export` writes it. */
void truc__json_records(truc__page *p, const truc_query *q);
/* Arguments as rows of a definition list. */
void truc__put_items(truc__page *p, const truc_records *r,
                     const truc_record *x);
/* The wording of one argument, for %p. */
void truc__put_item_name(truc__buf *b, truc__page *p,
                         const truc_record_item *i);

/* -------------------------------------------------------------- history.c */

/* What changed, as a section of a page (nothing if nothing did), as a JSON
** array. */
void truc__put_histories(truc__page *p, const truc_histories *h);
void truc__json_histories(truc__page *p, const truc_histories *h);

/* ------------------------------------------------------ pages, a file each */

void truc__page_start(truc__page *p);                      /* start.c */
void truc__page_actors(truc__page *p, const char *a, const char *b);
                                                           /* brief.c */
void truc__page_proposition(truc__page *p, const char *id); /* fact.c */
void truc__page_document(truc__page *p, const char *name); /* document.c */
void truc__page_find(truc__page *p);                       /* find.c */

/* --------------------------------------------------------------- assets.c */

/* The style sheet. */
const char *truc__style(size_t *n);

#endif

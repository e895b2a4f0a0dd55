/* SPDX-License-Identifier: Apache-2.0 */
/* labels.c - the words of the pages, in two languages. */
#include "serve/serve.h"

static const char *const labels[TRUC__NLABELS][2] = {
#define X(name, en, vi) [TRUC__L_##name] = {en, vi},
    TRUC__LABELS(X)
#undef X
};

const char *truc__label_text(truc__label l, bool vietnamese) {
  return labels[l][vietnamese];
}

/* Sorted by code. */
static const char *const codes[][2] = {
    {"AGREEMENT", "văn kiện"},
    {"AMOUNT", "số liệu"},
    {"CONTACT", "tiếp xúc"},
    {"COOPERATION", "hợp tác"},
    {"EVENT", "sự kiện"},
    {"FORUM", "diễn đàn"},
    {"IMPACT", "tác động"},
    {"MILESTONE", "dấu mốc"},
    {"OFFICE", "chức vụ"},
    {"PROVISION", "viện trợ"},
    {"RANKING", "thứ hạng"},
    {"STATEMENT", "phát biểu"},
    {"STATUS", "tình trạng"},
    {"VISIT", "thăm"},
    {"action", "hành động"},
    {"actor", "bên"},
    {"actual", "đã có"},
    {"agreed", "nhất trí"},
    {"anniversary", "kỷ niệm"},
    {"announce", "công bố"},
    {"approx", "khoảng"},
    {"comprehensive_strategic_partnership", "đối tác chiến lược toàn diện"},
    {"conditional", "có điều kiện"},
    {"coordinate", "phối hợp"},
    {"counterpart", "đối tác"},
    {"country", "nước"},
    {"denied", "bác bỏ"},
    {"desired", "mong muốn"},
    {"domain", "lĩnh vực"},
    {"establishment", "thiết lập"},
    {"expected", "dự kiến"},
    {"forums", "diễn đàn"},
    {"goods", "khoản"},
    {"holder", "bên mong muốn"},
    {"host", "nước chủ nhà"},
    {"instrument", "văn kiện"},
    {"meeting", "hội kiến"},
    {"more_than", "hơn"},
    {"nearly", "gần"},
    {"of", "về"},
    {"office", "chức vụ"},
    {"official", "chính thức"},
    {"org", "cơ quan"},
    {"parties", "các bên"},
    {"person", "người"},
    {"phone", "điện đàm"},
    {"place", "nơi"},
    {"planned", "dự kiến"},
    {"provider", "bên cấp"},
    {"rank", "hạng"},
    {"recipient", "bên nhận"},
    {"relative_to", "đối với"},
    {"say", "nói"},
    {"sectors", "lĩnh vực"},
    {"sign", "ký"},
    {"speaker", "người nói"},
    {"state", "cấp nhà nước"},
    {"strategic_partnership", "đối tác chiến lược"},
    {"subject", "chủ thể"},
    {"talks", "hội đàm"},
    {"type", "loại"},
    {"unit", "đơn vị"},
    {"up_to", "tới"},
    {"upgrade", "nâng cấp"},
    {"value", "trị số"},
    {"visit_type", "loại chuyến thăm"},
    {"visitor", "khách"},
    {"what", "nội dung"},
    {"working", "làm việc"},
    {"years", "số năm"},
};

void truc__put_code(truc__buf *b, const char *code, bool vietnamese) {
  for (size_t i = 0; vietnamese && i < sizeof codes / sizeof codes[0]; i++)
    if (!strcmp(codes[i][0], code)) {
      truc__buf_str(b, codes[i][1]);
      return;
    }
  for (; *code; code++) truc__buf_chr(b, *code == '_' ? ' ' : *code);
}

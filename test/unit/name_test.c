/* SPDX-License-Identifier: Apache-2.0 */
/* name_test.c - mentions, offices and who is meant, trap by trap.
**
** A case is a text and what must be found in it, "TYPE:words=ref" joined by
** '|', in order; the part from '=' on may be left out. Mentions without a name
** (pronouns, pairs, titles) are asked for by the other tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "truc/truc.h"

typedef struct {
  const char *text, *want;
} name_case;

static truc_doc *doc;

static void read_text(const char *text) {
  truc_read_options opt = TRUC_READ_OPTIONS;
  truc_err err;
  assert_int_equal(truc_doc_read(doc, text, strlen(text), &opt, &err), TRUC_OK);
  assert_int_equal(truc_doc_run(doc, TRUC_NAMES, &err), TRUC_OK);
}

static void add(char *out, size_t size, const char *s, size_t n) {
  size_t k = strlen(out);
  assert_true(k + n + 1 < size);
  memcpy(out + k, s, n);
  out[k + n] = '\0';
}

static void add_str(char *out, size_t size, const char *s) {
  add(out, size, s, strlen(s));
}

/* The names of the document in the form of name_case.want, with refs. */
static void names(const char *text, char *out, size_t size, int refs) {
  uint32_t n, ne;
  const truc_mention *m = truc_doc_mentions(doc, &n);
  const truc_entity *e = truc_doc_entities(doc, &ne);
  *out = '\0';
  for (uint32_t i = 0; i < n; i++) {
    if (m[i].form != TRUC_SAID_NAME || m[i].type >= TRUC_OFFICE) continue;
    if (m[i].outer != TRUC_NONE && m[m[i].outer].form != TRUC_SAID_PAIR)
      continue;
    if (*out) add_str(out, size, "|");
    add_str(out, size, truc_entity_type_name(m[i].type));
    add_str(out, size, ":");
    add(out, size, text + m[i].at.off, m[i].at.len);
    if (!refs || m[i].entity == TRUC_NONE) continue;
    add_str(out, size, "=");
    add_str(out, size, e[m[i].entity].ref);
  }
}

/* Does `got` (always with refs) say what `want` says? */
static int agrees(const char *want, const char *got) {
  for (;;) {
    size_t w = strcspn(want, "|"), g = strcspn(got, "|");
    size_t plain = strcspn(got, "=|");
    int with_ref = memchr(want, '=', w) != NULL;
    if (w != (with_ref ? g : plain) || memcmp(want, got, w)) return 0;
    want += w;
    got += g;
    if (!*want || !*got) return !*want && !*got;
    want++;
    got++;
  }
}

static void run_cases(const name_case *c, size_t n) {
  char got[4096];
  unsigned bad = 0;
  for (size_t i = 0; i < n; i++) {
    read_text(c[i].text);
    names(c[i].text, got, sizeof got, 1);
    if (agrees(c[i].want, got)) continue;
    bad++;
    print_error("%s\n  want %s\n  got  %s\n", c[i].text, c[i].want, got);
  }
  assert_int_equal(bad, 0);
}
#define RUN(cases) run_cases(cases, sizeof cases / sizeof cases[0])

/* -------------------------------------------------------------- countries */

static void countries(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Đoàn sẽ thăm Úc và Hoa Kỳ.", "GPE:Úc=gpe:AUS|GPE:Hoa Kỳ=gpe:USA"},
      {"Doanh nghiệp Đức muốn mở rộng sản xuất.", "GPE:Đức=gpe:DEU"},
      {"Cô giáo dạy tiếng Nhật cho trẻ em.", ""},
      {"Anh em trong nhà đều vui.", ""},
      {"Ý kiến của cử tri được lắng nghe.", ""},
      {"Áo đón đoàn cấp cao. Đoàn sẽ ở Áo ba ngày.",
       "GPE:Áo=gpe:AUT|GPE:Áo=gpe:AUT"},
      {"Chị Nguyễn Đức Anh sống ở quê.", "PER:Nguyễn Đức Anh"},
      {"Cộng hòa Liên bang Đức viện trợ thuốc.",
       "GPE:Cộng hòa Liên bang Đức=gpe:DEU"},
      {"Cộng hoà Séc và Ba Lan ký thỏa thuận.",
       "GPE:Cộng hoà Séc=gpe:CZE|GPE:Ba Lan=gpe:POL"},
      {"CHDCND Triều Tiên phóng vệ tinh.", "GPE:CHDCND Triều Tiên=gpe:PRK"},
      {"Liên bang Nga là bạn hàng lâu năm.", "GPE:Liên bang Nga=gpe:RUS"},
      {"Hàng bán sang Ấn Độ, Băng-la-đét và Xri Lan-ca.",
       "GPE:Ấn Độ=gpe:IND|GPE:Băng-la-đét=gpe:BGD|GPE:Xri Lan-ca=gpe:LKA"},
      {"Người dân góp phần lan tỏa nét đẹp.", ""},
      {"UAE mở đường bay mới.", "GPE:UAE=gpe:ARE"},
      {"Đội Thái Lan thắng đội Lào.", "GPE:Thái Lan=gpe:THA|GPE:Lào=gpe:LAO"},
      {"Chuyến thăm Cộng hòa Dominica kết thúc. Báo chí Dominica đưa tin đậm.",
       "GPE:Cộng hòa Dominica=gpe:DOM|GPE:Dominica=gpe:DOM"},
      {"Đảo quốc Dominica ở vùng biển ấm.", "GPE:Dominica=gpe:DMA"},
  };
  RUN(cases);
}

static void pairs_of_names(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Quan hệ Việt - Nhật tốt đẹp.", "GPE:Việt=gpe:VNM|GPE:Nhật=gpe:JPN"},
      {"Quan hệ Việt-Nhật tốt đẹp.", "GPE:Việt=gpe:VNM|GPE:Nhật=gpe:JPN"},
      {"Căng thẳng Trung - Mỹ kéo dài.", "GPE:Trung=gpe:CHN|GPE:Mỹ=gpe:USA"},
      {"Hợp tác Việt Nam - Malaysia mở rộng.",
       "GPE:Việt Nam=gpe:VNM|GPE:Malaysia=gpe:MYS"},
      {"Tình hữu nghị Việt Nam-Hàn Quốc bền chặt.",
       "GPE:Việt Nam=gpe:VNM|GPE:Hàn Quốc=gpe:KOR"},
      {"Cuộc họp ba bên Nga - Trung - Ấn kết thúc.",
       "GPE:Nga=gpe:RUS|GPE:Trung=gpe:CHN|GPE:Ấn=gpe:IND"},
      {"Hội hữu nghị Việt Nam - Lào họp.", "ORG:Hội hữu nghị Việt Nam - Lào"},
      {"Trường Đại học Việt - Đức tuyển sinh.",
       "ORG:Trường Đại học Việt - Đức"},
  };
  RUN(cases);
}

static void capitals(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Đoàn đến Paris chiều qua.", "LOC:Paris=loc:Paris"},
      {"Việt Nam mong Paris tiếp tục ủng hộ.",
       "GPE:Việt Nam|GPE:Paris=gpe:FRA"},
      {"Bắc Kinh tuyên bố sẽ đáp trả.", "GPE:Bắc Kinh=gpe:CHN"},
      {"Hội thảo diễn ra tại Bắc Kinh.", "LOC:Bắc Kinh=loc:Bắc Kinh"},
      {"Điện Kremlin bác bỏ thông tin này.", "GPE:Điện Kremlin=gpe:RUS"},
      {"Thỏa thuận giữa Washington và Bình Nhưỡng đổ vỡ.",
       "GPE:Washington=gpe:USA|GPE:Bình Nhưỡng=gpe:PRK"},
      {"Thủ đô Hà Nội đón khách.", "LOC:Hà Nội=loc:Hà Nội"},
      {"Máy bay rời Mát-xcơ-va lúc sáng.", "LOC:Mát-xcơ-va"},
  };
  RUN(cases);
}

/* ----------------------------------------------------------------- bodies */

static void bodies(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Bộ Giáo dục và Đào tạo ra thông báo.", "ORG:Bộ Giáo dục và Đào tạo"},
      {"Bộ Văn hóa, Thể thao và Du lịch tổ chức.",
       "ORG:Bộ Văn hóa, Thể thao và Du lịch"},
      {"Bộ Ngoại giao Cộng hòa Cuba đón đoàn.",
       "ORG:Bộ Ngoại giao Cộng hòa Cuba"},
      {"Bộ Công an và Bộ Quốc phòng phối hợp.",
       "ORG:Bộ Công an|ORG:Bộ Quốc phòng"},
      {"Đại sứ quán Mỹ tại Hà Nội mở cửa.", "ORG:Đại sứ quán Mỹ tại Hà Nội"},
      {"Chính phủ Nhật Bản cấp học bổng.", "ORG:Chính phủ Nhật Bản"},
      {"chính phủ Pháp cam kết.", "ORG:chính phủ Pháp"},
      {"Đảng, Nhà nước Việt Nam luôn quan tâm.",
       "ORG:Đảng|ORG:Nhà nước Việt Nam"},
      {"Đó là mong muốn của Đảng, nhà nước và nhân dân hai nước.", ""},
      {"Thăm Tập đoàn Sao Mai và bàn hợp tác.", "ORG:Tập đoàn Sao Mai"},
      {"Ủy ban nhân dân tỉnh Nghệ An họp.", "ORG:Ủy ban nhân dân tỉnh Nghệ An"},
      {"Học viện Ngoại giao Cộng hòa Cuba và nhiều trường khác.",
       "ORG:Học viện Ngoại giao Cộng hòa Cuba"},
      {"Viện Tim quốc gia Lào và bệnh nhân.", "ORG:Viện Tim quốc gia Lào"},
      {"Trung tâm Quan trắc tài nguyên và môi trường tỉnh Hà Nam báo cáo.",
       "ORG:Trung tâm Quan trắc tài nguyên và môi trường tỉnh Hà Nam"},
      {"Thị trường Việt Nam hấp dẫn.", "GPE:Việt Nam"},
      {"Chính trường Hàn Quốc biến động.", "GPE:Hàn Quốc"},
      {"Lực lượng Không quân Thái Bình Dương Mỹ tham gia.",
       "ORG:Lực lượng Không quân Thái Bình Dương Mỹ"},
      {"Đảng Cộng sản Trung Quốc gửi điện mừng.",
       "ORG:Đảng Cộng sản Trung Quốc"},
      {"Hội đồng Bảo an Liên Hợp Quốc họp khẩn.",
       "FORUM:Hội đồng Bảo an Liên Hợp Quốc=org:unsc"},
      {"Theo TTXVN, đoàn đã về nước.", "ORG:TTXVN"},
      {"Hợp tác với Viettel và PVN về dầu khí.", "ORG:Viettel|ORG:PVN"},
      {"Cục Phát thanh, Truyền hình và Thông tin điện tử cho biết.",
       "ORG:Cục Phát thanh, Truyền hình và Thông tin điện tử"},
      {"GDP và ODA đều tăng.", ""},
      {"Họ mua máy bay Falcon và xe Camry.", ""},
  };
  RUN(cases);
}

static void forums(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Việt Nam gia nhập ASEAN, APEC và Liên Hiệp Quốc.",
       "GPE:Việt Nam|FORUM:ASEAN=org:asean|FORUM:APEC=org:apec|"
       "FORUM:Liên Hiệp Quốc=org:un"},
      {"Hiệp hội các quốc gia Đông Nam Á (ASEAN) đoàn kết.",
       "FORUM:Hiệp hội các quốc gia Đông Nam Á=org:asean|"
       "FORUM:ASEAN=org:asean"},
      {"Diễn đàn Hợp tác Kinh tế châu Á - Thái Bình Dương (APEC) họp.",
       "FORUM:Diễn đàn Hợp tác Kinh tế châu Á - Thái Bình Dương=org:apec|"
       "FORUM:APEC=org:apec"},
      {"Ông Kim Jong Un có mặt.", "PER:Kim Jong Un"},
      {"Hợp tác ở tiểu vùng sông Mekong.", "LOC:tiểu vùng sông Mekong"},
      {"Phong trào Không liên kết nhóm họp.",
       "FORUM:Phong trào Không liên kết=org:nam"},
      {"Phối hợp tại Liên hợp quốc, APEC, ASEAN, Mekong.",
       "FORUM:Liên hợp quốc|FORUM:APEC|FORUM:ASEAN|FORUM:Mekong=org:mekong"},
      {"Dân cư sống dọc sông Mekong và bên bờ Mekong.",
       "LOC:sông Mekong|LOC:Mekong=loc:Mekong"},
      {"Hợp tác trên kênh Đảng, Nhà nước và nhân dân.", ""},
      {"Hành lang Cộng đồng ASEAN vững mạnh.", "FORUM:Cộng đồng ASEAN"},
  };
  RUN(cases);
}

static void instruments(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Hai bên tuân thủ Công ước Liên hợp quốc về Luật Biển năm 1982.",
       "AGREEMENT:Công ước Liên hợp quốc về Luật Biển năm 1982=org:unclos"},
      {"Cần tôn trọng UNCLOS 1982 và sớm đạt COC.",
       "AGREEMENT:UNCLOS 1982=org:unclos|AGREEMENT:COC=org:coc"},
      {"Hiệp định Đối tác toàn diện và tiến bộ xuyên Thái Bình Dương (CPTPP).",
       "AGREEMENT:Hiệp định Đối tác toàn diện và tiến bộ xuyên Thái Bình Dương"
       "=org:cptpp|AGREEMENT:CPTPP=org:cptpp"},
      {"Hai bên ký Hiệp định Vận tải biển và ra thông cáo.",
       "AGREEMENT:Hiệp định Vận tải biển"},
      {"Hướng tới Tầm nhìn Cộng đồng ASEAN 2045.",
       "AGREEMENT:Tầm nhìn Cộng đồng ASEAN 2045=org:asean vision 2045"},
      {"Thực hiện \"Thoả thuận về nguyên tắc giải quyết vấn đề trên biển\".",
       "AGREEMENT:Thoả thuận về nguyên tắc giải quyết vấn đề trên biển"},
      {"Tuyên bố về vụ việc, ông cho rằng cần thời gian.", ""},
      {"Các thỏa thuận kinh tế được triển khai.", ""},
      {"Bản ghi nhớ thúc đẩy hợp tác hải quan 2011 còn hiệu lực.",
       "AGREEMENT:Bản ghi nhớ thúc đẩy hợp tác hải quan 2011"},
  };
  RUN(cases);
}

static void events(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Dự Tuần lễ cấp cao APEC tháng 11.", "EVENT:Tuần lễ cấp cao APEC"},
      {"Lễ hội Văn hóa Nhật Bản được mong đợi.",
       "EVENT:Lễ hội Văn hóa Nhật Bản"},
      {"Hội nghị bế mạc chiều nay.", ""},
      {"SEA Games khai mạc tại Hà Nội.", "EVENT:SEA Games|LOC:Hà Nội"},
  };
  RUN(cases);
}

static void places(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Máy bay hạ cánh xuống sân bay Nội Bài trưa nay.",
       "LOC:sân bay Nội Bài"},
      {"Sân bay quốc tế Las Palmas đông khách.",
       "LOC:Sân bay quốc tế Las Palmas"},
      {"Ông thăm tỉnh Quảng Trị và thành phố Huế.", "LOC:Quảng Trị|LOC:Huế"},
      {"Lãnh đạo TP HCM tiếp đoàn.", "LOC:TP HCM"},
      {"Tình hình Biển Đông phức tạp.", "LOC:Biển Đông"},
      {"Phân định Vịnh Bắc Bộ.", "LOC:Vịnh Bắc Bộ"},
      {"Khu vực châu Á - Thái Bình Dương năng động.",
       "LOC:châu Á - Thái Bình Dương"},
      {"Cung điện Hofburg mở cửa.", "LOC:Cung điện Hofburg"},
      {"Lễ đón tại Phủ Thủ tướng.", "LOC:Phủ Thủ tướng"},
      {"Đoàn ghé Ostrava rồi về.", "LOC:Ostrava"},
  };
  RUN(cases);
}

/* ----------------------------------------------------------------- people */

static void people(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Thứ trưởng thường trực Bộ Ngoại giao Lê Văn Bình phát biểu.",
       "ORG:Bộ Ngoại giao|PER:Lê Văn Bình"},
      {"Tổng thống Nga Ivanov gặp Thủ tướng Malaysia Karim Hassan.",
       "GPE:Nga|PER:Ivanov|GPE:Malaysia|PER:Karim Hassan"},
      {"Thủ tướng Anh Mary Woods đến Hà Nội.",
       "GPE:Anh=gpe:GBR|PER:Mary Woods|LOC:Hà Nội"},
      {"Đại sứ Nhật Bản tại Việt Nam Sato Kenji chúc mừng.",
       "GPE:Nhật Bản|GPE:Việt Nam|PER:Sato Kenji"},
      {"Bộ trưởng Bộ Quốc phòng Liên bang Nga, Đại tướng Petrov Oleg tới thăm.",
       "ORG:Bộ Quốc phòng Liên bang Nga|PER:Petrov Oleg"},
      {"Ông Trần Văn Vũ nói. Ông Vũ cảm ơn.",
       "PER:Trần Văn Vũ=per:Trần Văn Vũ|PER:Vũ=per:Trần Văn Vũ"},
      {"Thủ tướng Kovac đến. Thủ tướng Stefan Kovac hội đàm.",
       "PER:Kovac=per:Stefan Kovac|PER:Stefan Kovac=per:Stefan Kovac"},
      {"Chủ tịch Tập Cận Bình tiếp khách. Ông Tập hài lòng.",
       "PER:Tập Cận Bình|PER:Tập=per:Tập Cận Bình"},
      {"Tổng thống Moon Jae-in đến. Ông Moon phát biểu.",
       "PER:Moon Jae-in|PER:Moon=per:Moon Jae-in"},
      {"Tư lệnh Kevin B. Smith dự lễ.", "PER:Kevin B. Smith"},
      {"Bác Hồ đã đến đây. Chủ tịch Hồ Chí Minh là bạn của nước Pháp.",
       "PER:Bác Hồ=per:Hồ Chí Minh|PER:Hồ Chí Minh|GPE:Pháp"},
      {"Thủ tướng Malaysia Dato' Seri Karim Hassan đón đoàn.",
       "GPE:Malaysia|PER:Karim Hassan"},
      {"Đoàn duyệt Đội danh dự.", ""},
      {"Bà Angela và ông Jean-Pierre Morel dự tiệc.",
       "PER:Angela|PER:Jean-Pierre Morel"},
      {"Phạm Thu Hà cho biết tình hình ổn định.", "PER:Phạm Thu Hà"},
      {"Chủ tịch IFAN Omar Diallo cảm ơn.", "ORG:IFAN|PER:Omar Diallo"},
  };
  RUN(cases);
}

static void credits(void **state) {
  (void)state;
  uint32_t n, ne;
  const char *text =
      "Ông Nguyễn Minh Vũ phát biểu.\nẢnh: Hoàng Vũ\nÔng Vũ nói thêm.";
  read_text(text);
  const truc_mention *m = truc_doc_mentions(doc, &n);
  const truc_entity *e = truc_doc_entities(doc, &ne);
  assert_int_equal(n, 3);
  assert_true(m[1].flags & TRUC_MF_CREDIT);
  assert_string_equal(e[m[1].entity].ref, "per:Hoàng Vũ");
  assert_string_equal(e[m[2].entity].ref, "per:Nguyễn Minh Vũ");
}

/* ---------------------------------------------------------------- offices */

/* "title;holder;org;country;flags" per office, joined by '|'; "-" none. */
static void offices_of(char *out, size_t size) {
  uint32_t n, ne;
  const truc_office *o = truc_doc_offices(doc, &n);
  const truc_entity *e = truc_doc_entities(doc, &ne);
  *out = '\0';
  for (uint32_t i = 0; i < n; i++) {
    uint32_t parts[3] = {o[i].holder, o[i].org, o[i].country};
    char flags[8];
    if (i) add_str(out, size, "|");
    add_str(out, size, o[i].title);
    for (int k = 0; k < 3; k++) {
      add_str(out, size, ";");
      add_str(out, size, parts[k] == TRUC_NONE ? "-" : e[parts[k]].ref);
    }
    snprintf(flags, sizeof flags, ";%u", (unsigned)o[i].flags);
    add_str(out, size, flags);
  }
}

static void offices(void **state) {
  (void)state;
  static const name_case cases[] = {
      {"Thứ trưởng thường trực Bộ Ngoại giao Lê Văn Bình phát biểu.",
       "Thứ trưởng thường trực;per:Lê Văn Bình;org:Bộ Ngoại giao;gpe:VNM;0"},
      {"Phó Thủ tướng, Bộ trưởng Ngoại giao Lê Văn Bình phát biểu.",
       "Phó Thủ tướng;per:Lê Văn Bình;-;gpe:VNM;0|"
       "Bộ trưởng Ngoại giao;per:Lê Văn Bình;-;gpe:VNM;0"},
      {"Tổng Bí thư, Chủ tịch nước Trần Văn An gửi điện mừng.",
       "Tổng Bí thư;per:Trần Văn An;-;gpe:VNM;0|"
       "Chủ tịch nước;per:Trần Văn An;-;gpe:VNM;0"},
      {"Cựu Tổng thống Pháp Jean Morel đến thăm.",
       "Tổng thống;per:Jean Morel;-;gpe:FRA;1"},
      {"Quyền Thủ tướng Thái Lan Somchai Wong phát biểu.",
       "Thủ tướng;per:Somchai Wong;-;gpe:THA;2"},
      {"Tổng thống đắc cử Mỹ John Smith phát biểu.",
       "Tổng thống;per:John Smith;-;gpe:USA;4"},
      {"Đại sứ Cuba tại Việt Nam Mario Lopez chúc Tết.",
       "Đại sứ;per:Mario Lopez;-;gpe:CUB;0"},
      {"Đại sứ Việt Nam tại Cuba kiêm nhiệm Haiti Lê Văn Bình đón đoàn.",
       "Đại sứ;per:Lê Văn Bình;-;gpe:VNM;0"},
      {"Trung tướng Lê Văn Bình - tư lệnh Quân chủng Hải quân Việt Nam, dự.",
       "Trung tướng;per:Lê Văn Bình;-;gpe:VNM;8|"
       "tư lệnh;per:Lê Văn Bình;org:Quân chủng Hải quân Việt Nam;gpe:VNM;0"},
      {"Nhà vua và Hoàng hậu Nhật Bản sẽ thăm Việt Nam.",
       "Nhà vua;-;-;gpe:JPN;0|Hoàng hậu;-;-;gpe:JPN;0"},
      {"Ông Juan Perez là vị tổng thống đầu tiên của Cuba.",
       "tổng thống;per:Juan Perez;-;gpe:CUB;0"},
      {"Chủ tịch Quốc hội Trần Thị Mai tiếp Chủ tịch Hạ viện Malaysia.",
       "Chủ tịch Quốc hội;per:Trần Thị Mai;org:Quốc hội;gpe:VNM;0|"
       "Chủ tịch Hạ viện;-;org:Hạ viện Malaysia;gpe:MYS;0"},
      {"Thủ tướng Pháp đến. Thủ tướng Pháp Jean Morel cảm ơn.",
       "Thủ tướng;per:Jean Morel;-;gpe:FRA;0|"
       "Thủ tướng;per:Jean Morel;-;gpe:FRA;0"},
      {"Thủ tướng Lê Văn Bình tiếp Thủ tướng Lào Somphone. Thủ tướng nói.",
       "Thủ tướng;per:Lê Văn Bình;-;gpe:VNM;0|"
       "Thủ tướng;per:Somphone;-;gpe:LAO;0|"
       "Thủ tướng;per:Lê Văn Bình;-;gpe:VNM;0"},
      {"Khi ông thành tổng thống Mỹ, người phát ngôn Bộ Ngoại giao "
       "Lê Thị Mai chúc mừng.",
       "tổng thống;-;-;gpe:USA;0|"
       "người phát ngôn;per:Lê Thị Mai;org:Bộ Ngoại giao;gpe:VNM;0"},
      {"Đại sứ quán Mỹ ra thông cáo.", ""},
      {"Đại diện hai nước ký kết.", ""},
  };
  char got[4096];
  unsigned bad = 0;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    read_text(cases[i].text);
    offices_of(got, sizeof got);
    if (!strcmp(got, cases[i].want)) continue;
    bad++;
    print_error("%s\n  want %s\n  got  %s\n", cases[i].text, cases[i].want,
                got);
  }
  assert_int_equal(bad, 0);
}

/* ------------------------------------------------------------ coreference */

typedef struct {
  const char *text, *words, *entity, *other; /* the last mention so written */
} ref_case;

static void check_ref(const ref_case *c) {
  uint32_t n, ne, found = TRUC_NONE;
  read_text(c->text);
  const truc_mention *m = truc_doc_mentions(doc, &n);
  const truc_entity *e = truc_doc_entities(doc, &ne);
  for (uint32_t i = 0; i < n; i++)
    if (m[i].at.len == strlen(c->words) &&
        !memcmp(c->text + m[i].at.off, c->words, m[i].at.len))
      found = i;
  if (found == TRUC_NONE) fail_msg("%s: no mention '%s'", c->text, c->words);
  const char *a = m[found].entity == TRUC_NONE ? "-" : e[m[found].entity].ref;
  const char *b = m[found].other == TRUC_NONE ? "-" : e[m[found].other].ref;
  if (strcmp(a, c->entity) || (c->other && strcmp(b, c->other)))
    fail_msg("%s: '%s' is %s + %s", c->text, c->words, a, b);
}

static void references(void **state) {
  (void)state;
  static const ref_case cases[] = {
      {"Việt Nam và Nhật Bản là bạn. Hai nước tin cậy nhau.", "Hai nước",
       "gpe:VNM", "gpe:JPN"},
      {"Quan hệ Việt - Pháp tốt đẹp.", "Việt - Pháp", "gpe:VNM", "gpe:FRA"},
      {"Việt Nam đón khách. Ông Lê Văn Bình thăm Lào. Hai bên hội đàm.",
       "Hai bên", "gpe:VNM", "gpe:LAO"},
      {"Việt Nam và Cuba là anh em. Năm 1990, Nga và Mỹ ký kết; hai nước "
       "đã thực hiện.",
       "hai nước", "gpe:RUS", "gpe:USA"},
      {"Đoàn Việt Nam đến Cuba. Quan chức nước bạn ra đón.", "nước bạn",
       "gpe:CUB", "-"},
      {"Malaysia đón đoàn. Nước này có biển rộng.", "Nước này", "gpe:MYS", "-"},
      {"Thủ tướng Lê Văn Bình và Phu nhân đến.", "Phu nhân",
       "per:phu nhân của Lê Văn Bình", "-"},
      {"Nhân dịp này, Phu nhân Tổng Bí thư Trần Văn An thăm trường.",
       "Phu nhân", "per:phu nhân của Trần Văn An", "-"},
      {"Thủ tướng Lê Văn Bình đến. Ông cảm ơn nước chủ nhà.", "Ông",
       "per:Lê Văn Bình", "-"},
      {"Chủ tịch nước Trần Văn An lên đường. Chuyến thăm của Chủ tịch nước "
       "rất quan trọng.",
       "Chủ tịch nước", "per:Trần Văn An", "-"},
      {"Tổng thống Pháp sẽ thăm Việt Nam.", "Tổng thống",
       "office:Tổng thống Pháp", "-"},
      {"Thủ tướng Lê Văn Bình gặp Thủ tướng Lào Somphone Keo. Hai Thủ tướng "
       "nhất trí.",
       "Hai Thủ tướng", "per:Lê Văn Bình", "per:Somphone Keo"},
      {"Triều Tiên cử đại diện. Chủ tịch Kim Chol nói. Nhà lãnh đạo Triều "
       "Tiên Kim Chol cười. Báo viết về nhà lãnh đạo Triều Tiên.",
       "nhà lãnh đạo", "per:Kim Chol", "-"},
      {"Bộ trưởng Bộ Y tế Cuba Mario Lopez và Thứ trưởng Bộ Ngoại giao Jose "
       "Diaz đón đoàn.",
       "Bộ Ngoại giao", "org:Bộ Ngoại giao Cuba", "-"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    check_ref(&cases[i]);
}

/* --------------------------------------------------------------- same text */

/* Names with blanks for underscores, so that both forms can be compared. */
static void names_level(const char *text, char *out, size_t size) {
  names(text, out, size, 1);
  for (char *p = out; *p; p++)
    if (*p == '_') *p = ' ';
}

static void segmented(void **state) {
  (void)state;
  static const struct {
    const char *raw, *seg;
  } cases[] = {
      {"Tổng thống Nga Putin và phu nhân vẫy chào.",
       "Tổng_thống Nga_Putin và phu_nhân_vẫy chào ."},
      {"Ảnh: BNG\nÔng Vũ nói.", "Ảnh : BNG\nÔng Vũ nói ."},
      {"Bộ trưởng Bộ Ngoại giao Lê Văn Bình thăm Nhật Bản.",
       "Bộ_trưởng Bộ Ngoại_giao Lê_Văn_Bình thăm Nhật_Bản ."},
      {"Hiệp hội các quốc gia Đông Nam Á (ASEAN) họp tại TP HCM.",
       "Hiệp_hội các quốc_gia Đông_Nam_Á ( ASEAN ) họp tại TP HCM ."},
  };
  char raw[2048], seg[2048];
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    read_text(cases[i].raw);
    names_level(cases[i].raw, raw, sizeof raw);
    read_text(cases[i].seg);
    names_level(cases[i].seg, seg, sizeof seg);
    assert_string_equal(raw, seg);
  }
}

static void decomposed(void **state) {
  (void)state;
  const char *nfc = "Thủ tướng Áo đến Huế.";
  const char *nfd =
      "Thu\xcc\x89 t\xc6\xb0\xc6\xa1\xcc\x81ng A\xcc\x81o \xc4\x91\x65\xcc\x82"
      "\xcc\x81n Hu\x65\xcc\x82\xcc\x81.";
  uint32_t n, k, ne;
  read_text(nfc);
  truc_doc_mentions(doc, &n);
  read_text(nfd);
  const truc_mention *m = truc_doc_mentions(doc, &k);
  const truc_entity *e = truc_doc_entities(doc, &ne);
  assert_int_equal(n, k);
  assert_int_equal(k, 3);
  assert_string_equal(e[m[1].entity].ref, "gpe:AUT");
  assert_string_equal(e[m[2].entity].ref, "loc:Huế");
}

/* Entities and mentions point at each other, spans lie in their sentence. */
static void consistent(void **state) {
  (void)state;
  const char *text =
      "Việt - Nhật hợp tác.\n\nThủ tướng Lê Văn Bình và Phu nhân thăm Nhật "
      "Bản. Hai nước ra Tuyên bố chung về Tầm nhìn Việt - Nhật. Bộ Ngoại giao "
      "Nhật Bản (MOFA) cảm ơn. Ông nói: \"MOFA là bạn\". ((- ,, (ABC";
  uint32_t nm, ne, no, nt, ns;
  read_text(text);
  const truc_mention *m = truc_doc_mentions(doc, &nm);
  const truc_entity *e = truc_doc_entities(doc, &ne);
  const truc_office *o = truc_doc_offices(doc, &no);
  const truc_sentence *s = truc_doc_sentences(doc, &ns);
  truc_doc_tokens(doc, &nt);
  assert_true(nm > 8);
  for (uint32_t i = 0; i < nm; i++) {
    assert_true(m[i].ntok > 0 && m[i].tok + m[i].ntok <= nt);
    assert_true(m[i].sent < ns && m[i].tok >= s[m[i].sent].tok);
    assert_true(m[i].tok + m[i].ntok <= s[m[i].sent].tok + s[m[i].sent].ntok);
    assert_true(m[i].entity == TRUC_NONE || m[i].entity < ne);
    assert_true(m[i].other == TRUC_NONE || m[i].other < ne);
    assert_true(m[i].outer == TRUC_NONE || m[i].outer < nm);
    assert_non_null(m[i].why);
    assert_true(i == 0 || m[i].tok >= m[i - 1].tok);
  }
  for (uint32_t i = 0; i < ne; i++) assert_true(strchr(e[i].ref, ':') != NULL);
  for (uint32_t i = 0; i < no; i++) assert_true(o[i].mention < nm);
}

static int setup(void **state) {
  (void)state;
  doc = truc_doc_new(NULL);
  return doc ? 0 : -1;
}

static int teardown(void **state) {
  (void)state;
  truc_doc_free(doc);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(countries),  cmocka_unit_test(pairs_of_names),
      cmocka_unit_test(capitals),   cmocka_unit_test(bodies),
      cmocka_unit_test(forums),     cmocka_unit_test(instruments),
      cmocka_unit_test(events),     cmocka_unit_test(places),
      cmocka_unit_test(people),     cmocka_unit_test(credits),
      cmocka_unit_test(offices),    cmocka_unit_test(references),
      cmocka_unit_test(segmented),  cmocka_unit_test(decomposed),
      cmocka_unit_test(consistent),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}

# STATUS and IMPACT (tier 2): states of a relation, and what brings what.

class status.label best_ever = tốt nhất từ trước tới nay | tốt nhất từ trước đến nay | tốt đẹp nhất từ trước tới nay | chưa bao giờ tốt như hiện nay | chưa bao giờ tốt đẹp như hiện nay | tốt đẹp như hiện nay | chưa bao giờ vững chắc hơn | giai đoạn tốt đẹp nhất | tốt đẹp nhất | giai đoạn tốt đẹp và mật thiết nhất | giai đoạn mật thiết nhất | tốt đẹp nhất từ trước đến nay | tốt đẹp nhất trong lịch sử
class status.label developing_well = tiến triển tích cực | tiến triển tốt đẹp | phát triển rất tốt đẹp | phát triển rất tốt | phát triển nhanh | phát triển tốt | có nhiều bước phát triển | những bước tiến triển rất tốt đẹp | bước phát triển mới | ngày càng nồng ấm | ngày càng sâu sắc | ngày càng được củng cố | duy trì đà phát triển | duy trì đà phát triển tốt đẹp | duy trì đà tiến | đạt tiến triển rất tích cực | phát triển sâu rộng | phát triển ngày càng sâu rộng | phát triển toàn diện | quan hệ tốt đẹp | những bước phát triển tốt đẹp | sự phát triển tốt đẹp | sự phát triển tích cực | những tiến triển tích cực | đạt nhiều thành tựu | đạt nhiều kết quả tích cực | phát triển hiệu quả | phát triển thực chất | ngày càng đi vào chiều sâu | đi vào chiều sâu | ngày càng tốt đẹp | được tăng cường mạnh mẽ | phát triển tốt đẹp | phát triển mạnh mẽ | ngày càng phát triển | phát triển năng động | phát triển nhanh chóng | đang phát triển tốt đẹp | phát triển tích cực | không ngừng được củng cố và phát triển | không ngừng được củng cố | không ngừng phát triển
class status.label trusted_partner = đối tác rất tin cậy | bạn bè tin cậy | người bạn tin cậy | đối tác tốt | người bạn tốt | đối tác tin cậy | đối tác tin cậy , quan trọng hàng đầu
class status.label top_partner = đối tác quan trọng hàng đầu | đối tác hàng đầu | đối tác kinh tế quan trọng hàng đầu | đối tác kinh tế hàng đầu | đối tác thương mại hàng đầu
class status.label important_partner = đối tác rất quan trọng | đối tác kinh tế quan trọng | đối tác chính | đối tác quan trọng và tin cậy | thị trường quan trọng | đối tác lớn | đối tác quan trọng | đối tác thương mại quan trọng | đối tác ưu tiên
class status.level strategic_partnership = đối tác chiến lược | quan hệ chiến lược
class status.level comprehensive_strategic_partnership = đối tác chiến lược toàn diện
class status.level comprehensive_partnership = đối tác toàn diện
class status.label foreign_policy_priority = ưu tiên cao trong chính sách đối ngoại | ưu tiên hàng đầu trong chính sách đối ngoại | đối tác ưu tiên trong chính sách đối ngoại | vị trí ưu tiên cao trong chính sách đối ngoại | ưu tiên trong chính sách đối ngoại | ưu tiên cao | ưu tiên hàng đầu
class status.label traditional_friend = bạn bè truyền thống | hữu nghị truyền thống | quan hệ hữu nghị truyền thống | người bạn truyền thống | bạn truyền thống
class status.label close_neighbour = láng giềng thân thiết | láng giềng gần gũi | láng giềng hữu nghị | anh em , láng giềng
class status.label milestone = dấu mốc hết sức quan trọng | mốc quan trọng | mốc lịch sử | bước ngoặt | trang mới | sự kiện quan trọng | sự kiện có ý nghĩa | dấu mốc | dấu mốc quan trọng | cột mốc mới | mốc son | cột mốc quan trọng | dấu mốc lịch sử | cột mốc lịch sử | dấu mốc mới
class status.label significant = có ý nghĩa lịch sử | ý nghĩa đặc biệt quan trọng | ý nghĩa hết sức quan trọng | có ý nghĩa hết sức quan trọng | ý nghĩa rất quan trọng | ý nghĩa to lớn | ý nghĩa đặc biệt | ý nghĩa lịch sử | ý nghĩa quan trọng | có ý nghĩa quan trọng | có ý nghĩa đặc biệt quan trọng | nhiều ý nghĩa
class status.label bright_spot = điểm sáng
class status.label main_pillar = trụ cột của quan hệ | một trong những trụ cột | trụ cột | nền tảng vững chắc | trụ cột chính | trụ cột quan trọng
class status.label highlight = bước tiến mới | bước tiến lớn | điểm nhấn nổi bật | điểm nhấn quan trọng | điểm nhấn | bước tiến quan trọng
class status.label important_position = vị trí rất quan trọng | vai trò đặc biệt quan trọng | vai trò ngày càng quan trọng | vai trò rất quan trọng | vai trò then chốt | vai trò tích cực | vị thế ngày càng cao | vai trò và vị thế ngày càng cao | vị trí quan trọng | vai trò quan trọng | vai trò và vị thế quan trọng | vị thế quan trọng
class status.label shared_interests = tầm nhìn chung | nguyện vọng và lợi ích chung | lợi ích tương đồng | nhiều lợi ích chung | quan điểm tương đồng | nhiều giá trị chung | những điểm tương đồng | nhiều điểm chung | những điểm chung | lợi ích song trùng | cùng chung lợi ích | lợi ích căn bản | phù hợp với lợi ích của nhân dân hai nước | ký ức lịch sử chung | lợi ích chiến lược chung | nhiều điểm tương đồng | chia sẻ nhiều tương đồng | lợi ích chung | nhiều tương đồng
class status.label mutual_trust = sự tin cậy và coi trọng | độ tin cậy cao | sự tin cậy cao | tin cậy chính trị cao | sự tin tưởng | sự tin cậy lẫn nhau | tin cậy lẫn nhau | sự tin cậy chính trị cao
class status.label special = quan hệ đặc biệt | đoàn kết đặc biệt | hữu nghị vĩ đại | mối quan hệ đặc biệt | gắn bó mật thiết | hết sức mật thiết | thủy chung , son sắt | thủy chung son sắt | quan hệ thân thiết
class status.label stable_healthy = phát triển ổn định , lành mạnh | ổn định , lành mạnh | phát triển lành mạnh , ổn định | phát triển ổn định và lành mạnh | ổn định , lành mạnh và bền vững
class status.label successful = kết thúc tốt đẹp | thành công tốt đẹp | thành công rất tốt đẹp | thành công tốt đẹp về mọi mặt | rất thành công
class status.values values_relation = rất chú trọng đến | hết sức chú trọng | luôn đặc biệt coi trọng | đánh giá cao và coi trọng | luôn chú trọng | coi trọng | luôn coi trọng | hết sức coi trọng | sự coi trọng | rất coi trọng | đặc biệt coi trọng | rất chú trọng
class status.regard r = coi | xem | luôn coi | luôn xem | tiếp tục coi | coi nhau
pattern status.is STATUS
  why X is a partner of Y
  match subject:LIST(COUNTRY) ...5 ( "là" | "trở" | "thành" ) ...3 !label:@status.label ...5 "của" object:COUNTRY
  match subject:LIST(COUNTRY) ...5 ( "là" | "trở" | "thành" ) ..3 !label:@status.level ...5 "của" object:COUNTRY
  modality actual
  date none
  priority 5
  + "Lào là đối tác quan trọng hàng đầu của Việt Nam." => label=top_partner
  + "Và Lào là ưu tiên cao của Chile trong khu vực." => label=foreign_policy_priority subject=gpe:LAO
  + "Hàn Quốc là đối tác thương mại quan trọng của Việt Nam." => label=important_partner
  + "Lào chưa phải là đối tác chiến lược của Canada." => label=strategic_partnership modality=denied
  - "Lào có nhiều đối tác."

pattern status.regards STATUS
  why X regards Y as a partner
  match subject:COUNTRY ...4 !@status.regard object:COUNTRY ( "là" ) ...2 label:@status.label
  match subject:COUNTRY ...4 !@status.regard object:COUNTRY ( "là" ) ...2 label:@status.level
  modality actual
  date none
  priority 5
  + "Việt Nam luôn coi Lào là đối tác tin cậy." => label=trusted_partner
  + "Nhật Bản coi Việt Nam là đối tác quan trọng." => label=important_partner
  - "Ông coi đó là việc nhỏ."

pattern status.values STATUS
  why X values its relation with Y
  match subject:COUNTRY ...4 !label:@status.values ...8 ( "với" ) object:COUNTRY
  match subject:COUNTRY ...4 !label:@status.values ...8 ( "quan" "hệ" ) object:( PAIR | COUNTRY )
  match subject:( COUNTRY | ORG ) ...3 !label:@status.values
  match subject:( GROUP | PERSON ) ..2 @verb.say !label:@status.values ...8 "với" object:COUNTRY
  match "của" subject:COUNTRY ..2 !label:@status.values
  match !label:@status.values ...12 "của" subject:COUNTRY
  fill object = other(subject)
  modality actual
  date none
  priority 6
  + "Việt Nam luôn coi trọng quan hệ với Lào." => label=values_relation
  + "Lãnh đạo Lào luôn khẳng định coi trọng quan hệ hợp tác với Chile." => label=values_relation object=gpe:CHL
  + "Pháp hết sức coi trọng quan hệ với Việt Nam." => label=values_relation
  - "Ông coi trọng sức khỏe."

pattern status.shown STATUS
  why a visit or a talk shows how X holds Y
  match affirmed_by:@status.shower ...24 @status.shows ...4 !label:@status.values ..2 "của" subject:COUNTRY ...14 ( "với" | "tới" | "đến" ) object:COUNTRY
  match affirmed_by:@status.shower ...24 @status.shows ...4 !label:@status.values ..2 "của" subject:COUNTRY
  match affirmed_by:@status.shower ...24 @status.shows ...8 subject:COUNTRY ...4 !label:@status.values ...8 ( "với" ) object:COUNTRY
  match affirmed_by:@status.shower ...24 @status.shows ...8 subject:COUNTRY ...4 !label:@status.values
  match affirmed_by:@status.shower ...24 @status.shows ...2 subject:COUNTRY ...4 !@status.regard object:COUNTRY ( "là" ) ...2 label:@status.label
  fill object = other(subject)
  modality actual
  date none
  priority 7
  + "Chuyến thăm thể hiện sự coi trọng của Lào đối với Chile." => label=values_relation subject=gpe:LAO affirmed_by=Chuyến thăm
  + "Chuyến thăm khẳng định Lào luôn coi trọng quan hệ với Chile." => object=gpe:CHL affirmed_by=Chuyến thăm
  + "Chuyến thăm khẳng định Lào coi Chile là đối tác quan trọng." => label=important_partner affirmed_by=Chuyến thăm
  - "Chuyến thăm thể hiện sự chu đáo của chủ nhà."
class status.shower _ = chuyến thăm | chuyến thăm chính thức | chuyến thăm cấp Nhà nước | chuyến công du | chuyến đi | cuộc gặp | cuộc hội đàm | cuộc điện đàm | sự kiện này | việc nâng cấp quan hệ | kết quả chuyến thăm
class status.shows s = thể hiện | khẳng định | cho thấy | là minh chứng cho | minh chứng cho | phản ánh | là biểu hiện của | nhằm khẳng định | tiếp tục khẳng định | là thông điệp

pattern status.shown.visit STATUS
  why the visit that the sentence states shows how the visitor's country holds the host
  phase 2
  match affirmed_by:[VISIT] ...8 @status.shows ...4 !label:@status.values ..2 "của" subject:COUNTRY
  match affirmed_by:[VISIT] ...8 @status.shows ...8 subject:COUNTRY ...4 !label:@status.values
  fill object = found(host)
  modality actual
  date none
  + "Chuyến thăm Việt Nam của Tổng thống Pháp Jean Dupont thể hiện sự coi trọng của Pháp." => label=values_relation subject=gpe:FRA object=gpe:VNM affirmed_by=VISIT
  + "Chuyến thăm Chile của Chủ tịch nước Trần Văn Bình khẳng định Việt Nam luôn coi trọng quan hệ truyền thống." => subject=gpe:VNM object=gpe:CHL
  - "Chuyến thăm Việt Nam của Tổng thống Pháp Jean Dupont thể hiện sự chu đáo."

pattern status.visit STATUS
  why what a visit is: a milestone, of significance
  match subject:( @status.thing ) ...20 ( "là" | "có" | "mang" ) ...2 !label:@status.label
  match subject:( @status.thing ) ...12 ( "đánh" "dấu" ) ...2 !label:@status.label
  match subject:( @status.thing ) ...8 !label:@status.bears
  fill object = pair
  modality actual
  date none
  priority 3
  + "Chuyến thăm Lào của Thủ tướng Lê Văn Cường là dấu mốc quan trọng." => label=milestone
  + "Chuyến thăm có ý nghĩa quan trọng đối với Việt Nam và Lào." => label=significant
  - "Chuyến thăm rất dài."
class status.bears significant = có ý nghĩa quan trọng | có ý nghĩa lịch sử | có ý nghĩa to lớn | có ý nghĩa đặc biệt quan trọng | có ý nghĩa hết sức quan trọng | có ý nghĩa rất quan trọng | có ý nghĩa đặc biệt
class status.thing _ = sự hiện diện | sự tham dự | chuyến thăm | chuyến thăm chính thức | chuyến đi | chuyến công du | hội nghị | hiệp định

pattern status.visit.found STATUS
  why what the visit that the sentence states is: a milestone, of significance
  phase 2
  match subject:[VISIT] ...12 ( "là" | "có" | "mang" ) ...2 !label:@status.label
  match subject:[VISIT] ...12 "đánh" "dấu" ...2 !label:@status.label
  match subject:[VISIT] ...6 !label:@status.bears
  fill object = pair
  modality actual
  date none
  + "Chuyến thăm Lào của Thủ tướng Lê Văn Cường có ý nghĩa quan trọng." => label=significant subject=Chuyến thăm Lào của Thủ tướng Lê Văn Cường
  + "Chuyến thăm Lào của Thủ tướng Lê Văn Cường là dấu mốc quan trọng." => label=milestone subject=Chuyến thăm Lào của Thủ tướng Lê Văn Cường
  + "Chuyến thăm cấp Nhà nước tới Chile của Chủ tịch nước Trần Văn Bình đánh dấu bước ngoặt." => label=milestone subject=VISIT
  - "Chuyến thăm Lào của Thủ tướng Lê Văn Cường rất dài."

pattern status.label STATUS
  why the relation is in a state
  match !label:@status.label ..2 @status.through affirmed_by:( ( "những" | "các" )? PHRASE )
  match !label:@status.label ..3 "với" extent:( ( "nhiều" | "những" ) PHRASE )
  match !label:@status.label ( "của" ( PAIR | LIST(COUNTRY) | "chúng" "ta" ) )? "về" extent:PHRASE
  match !label:@status.label
  fill subject = pair
  modality actual
  date none
  require subject
  priority 1
  + "Quan hệ Việt Nam - Lào đang trong giai đoạn tốt đẹp nhất." => label=best_ever
  + "Quan hệ hữu nghị Việt Nam - Cuba không ngừng được củng cố." => label=developing_well
  + "Quan hệ Việt Nam - Lào phát triển tốt đẹp với nhiều thành tựu nổi bật." => label=developing_well extent=nhiều thành tựu nổi bật
  + "Điều đó phản ánh tầm nhìn chung của Việt Nam và Lào về một khu vực hòa bình." => label=shared_interests extent=một khu vực hòa bình
  - "Thời tiết tốt đẹp."
class status.through t = thể hiện qua | được thể hiện qua | thể hiện ở | được minh chứng bằng

pattern status.ended STATUS
  why a visit that ended well: it was a success
  match !label:@ended.well subject:( @status.thing PHRASE? )
  modality actual
  date none
  priority 6
  + "Thủ tướng Lê Văn Cường kết thúc tốt đẹp chuyến thăm chính thức Lào." => label=successful subject=chuyến thăm chính thức Lào
  + "Đoàn đã kết thúc thành công chuyến công du." => label=successful subject=chuyến công du
  - "Thủ tướng Lê Văn Cường kết thúc chuyến thăm Lào."
class ended.well successful = kết thúc tốt đẹp | kết thúc thành công | kết thúc rất thành công | đã kết thúc tốt đẹp

pattern status.first STATUS
  why somebody is the first leader to come
  match subject:PERSON ..3 "là" ..1 !label:@first.leader
  match subject:( @status.thing ) ...10 !label:@first.visit ( "của" "một" | "của" PERSON | "sau" | "trong" )
  fill object = latest(VISIT.host), pair
  modality actual
  date none
  require subject
  priority 4
  + "Thủ tướng Lê Văn Cường là lãnh đạo đầu tiên của Việt Nam thăm Brunei từ năm 2010." => label=first_visit subject=per:Lê Văn Cường
  + "Đây là chuyến thăm Brazil đầu tiên của một Chủ tịch Quốc hội Việt Nam." => label=first_visit
  + "Đây là chuyến thăm chính thức Lào đầu tiên của Thủ tướng Lê Văn Cường trên cương vị mới." => label=first_visit
  - "Ông là người đầu tiên đến."
class first.leader first_visit = lãnh đạo đầu tiên | nguyên thủ đầu tiên | lãnh đạo nước ngoài đầu tiên | nguyên thủ nước ngoài đầu tiên | lãnh đạo Đông Nam Á đầu tiên | lãnh đạo chủ chốt đầu tiên | nhà lãnh đạo đầu tiên | một trong những lãnh đạo đầu tiên | khách quốc tế đầu tiên | Tổng thống Mỹ đầu tiên
class first.visit first_visit = đầu tiên | lần đầu tiên

pattern status.high STATUS
  why X thinks highly of Y, of its role, of what it did
  match subject:( COUNTRY | PERSON | GROUP ) ..3 !label:@high.verb ...5 "của" object:COUNTRY
  match subject:( COUNTRY | PERSON | GROUP ) ..3 !label:@high.verb ..4 object:COUNTRY
  modality actual
  date none
  priority 2
  + "Lào đánh giá cao vai trò và vị thế của Việt Nam trong khu vực." => label=highly_appreciates subject=gpe:LAO object=gpe:VNM
  + "Tổng thống Pháp Jean Dupont bày tỏ ngưỡng mộ lịch sử của Việt Nam." => label=highly_appreciates
  - "Ông đánh giá cao đội bóng."
class high.verb highly_appreciates = đánh giá cao | ngưỡng mộ | bày tỏ ngưỡng mộ | khâm phục | bày tỏ sự ngưỡng mộ | rất đánh giá cao | đánh giá rất cao | luôn đánh giá cao

pattern status.situation STATUS
  why how things stand in the region
  match subject:( @situation.head ..6 ) !label:@situation.label
  modality actual
  date none
  priority 4
  + "Tình hình Biển Đông diễn biến phức tạp." => label=complex
  + "Tình hình thế giới và khu vực có nhiều biến động khó lường." => label=complex
  - "Tình hình rất tốt."
class situation.head _ = tình hình | cục diện | bối cảnh quốc tế | môi trường an ninh | các thách thức
class situation.label complex = diễn biến phức tạp | diễn biến nhanh chóng , phức tạp | nhiều biến động | nhiều thay đổi | có nhiều thay đổi | diễn biến nhanh , phức tạp | diễn biến phức tạp , khó lường | bất ổn | khó lường | tiếp tục diễn biến phức tạp | có nhiều diễn biến phức tạp | căng thẳng | những thay đổi sâu sắc | có nhiều biến động

pattern status.party STATUS
  why a field, a country or an act is the bright spot, the pillar, of importance
  match ( "hợp" "tác" )? subject:@sector ..3 ( "là" | "thành" ) ..3 !label:@status.label
  match subject:COUNTRY ..2 ( "có" | "là" | "giữ" | "đóng" ) ..1 !label:@status.label
  match "của" subject:COUNTRY ..2 "có" !label:@status.label
  fill object = pair
  modality bare
  date none
  priority 2
  + "Hợp tác kinh tế là điểm sáng trong quan hệ Việt Nam - Lào." => label=bright_spot subject=sector:economy
  + "Malaysia có vị trí quan trọng trong khu vực." => label=important_position subject=gpe:MYS
  - "Ông có vai trò quan trọng."

class impact.effect strengthen = thắt chặt hơn | củng cố và tăng cường | củng cố vững chắc | vun đắp | góp phần vun đắp | gắn kết | tăng cường hơn nữa | củng cố hơn nữa | làm sâu sắc | làm sâu sắc hơn | củng cố | tăng cường | thắt chặt | góp phần củng cố | góp phần tăng cường | làm sâu sắc thêm | góp phần thắt chặt
class impact.effect create_momentum = tạo động lực cho | tạo xung lực cho | tạo đà cho | tạo bước đột phá
class impact.effect promote = thúc đẩy mạnh mẽ | thúc đẩy hơn nữa | thúc đẩy | góp phần thúc đẩy | tạo động lực | tạo xung lực | tạo đà | tạo động lực thúc đẩy | tạo động lực mới | tạo xung lực mới
class impact.effect contribute = góp phần | đóng góp | đóng góp tích cực | đóng góp thiết thực | đóng góp quan trọng | góp phần tích cực | góp phần quan trọng
class impact.effect ensure = góp phần bảo đảm | bảo đảm | góp phần duy trì | góp phần đảm bảo | góp phần bảo vệ | góp phần giữ gìn
class impact.effect support = hỗ trợ đắc lực | hỗ trợ tích cực
class impact.effect benefit = có lợi ích cho | có lợi cho | mang lại lợi ích | đem lại lợi ích | vì lợi ích
class impact.effect open_opportunities = mở ra cơ hội | tạo cơ hội | mở ra nhiều cơ hội | mở ra những cơ hội | tạo ra cơ hội | tạo nhiều cơ hội | mở ra triển vọng
class impact.effect build_foundation = tạo khuôn khổ | tạo cơ sở | tạo tiền đề | đặt nền tảng | tạo khuôn khổ thông thoáng | tạo nền tảng quan hệ | nền móng vững chắc | tạo điều kiện thuận lợi | tạo nền tảng | xây dựng nền tảng | tạo nền tảng vững chắc | đặt nền móng | xây dựng nền tảng vững chắc
class impact.effect open_new_stage = mở ra | mở ra trang mới | mở ra chương mới | mở ra giai đoạn mới | mở ra một chương mới | mở ra kỷ nguyên mới
class impact.effect upgrade = lên tầm cao mới | đưa quan hệ | phát triển lên tầm cao mới
class impact.effect bring = đem lại | mang lại | mang đến
class impact.cause _ = việc nâng cấp | văn kiện này | kết quả chuyến thăm | các dự án ODA | các hoạt động này | sự kiện | việc ký kết | việc thiết lập | hội nghị | các hoạt động | đường bay | diễn đàn | thỏa thuận | các thỏa thuận | cuộc gặp | tuyên bố chung | hợp tác | việc hai nước | chuyến thăm | chuyến đi | hoạt động này | sự kiện này | việc nâng cấp quan hệ | hiệp định | quan hệ | kết quả | chuyến công du
class impact.help h = sẽ | góp phần | nhằm | giúp | đã | cũng | được kỳ vọng | có thể | qua đó | sẽ góp phần | sẽ giúp

pattern impact.cause IMPACT
  why a cause brings an effect
  match cause:( @impact.cause ) ...14 ( @impact.help ) ( @impact.help )? !effect:@impact.effect target:PHRASE
  match @impact.qua !effect:@impact.effect target:PHRASE
  date none
  priority 3
  + "Chuyến thăm sẽ góp phần làm sâu sắc hơn quan hệ Việt Nam - Lào." => effect=strengthen
  + "Chuyến thăm được kỳ vọng mở ra chương mới trong quan hệ Việt Nam - Pháp." => effect=open_new_stage modality=expected
  - "Chuyến thăm kéo dài ba ngày."
class impact.qua q = góp phần | qua đó | từ đó góp phần | qua đó góp phần | nhằm | , góp phần

pattern impact.visit IMPACT
  why the visit that the sentence states is the cause
  phase 2
  match cause:[VISIT] ...14 @impact.help ( @impact.help )? !effect:@impact.effect target:PHRASE
  match cause:[VISIT] ...14 !effect:@gives.effect ( "cho" | "vào" | "tới" | "đến" )? target:( PAIR | PHRASE )
  match cause:[VISIT] ...6 @impact.qua !effect:@impact.effect target:PHRASE
  date none
  + "Chuyến thăm Lào của Thủ tướng Lê Văn Cường sẽ góp phần làm sâu sắc hơn quan hệ hai nước." => effect=strengthen cause=Chuyến thăm Lào của Thủ tướng Lê Văn Cường
  + "Chuyến thăm chính thức Việt Nam của Tổng thống Pháp Jean Dupont được kỳ vọng mở ra chương mới trong quan hệ Việt - Pháp." => effect=open_new_stage modality=expected
  - "Chuyến thăm Lào của Thủ tướng Lê Văn Cường kéo dài ba ngày."

pattern impact.this IMPACT
  why "this visit", which was told of before, is the cause
  match cause:@this.visit ...14 @impact.help ( @impact.help )? !effect:@impact.effect target:PHRASE
  match cause:@this.visit ...14 !effect:@gives.effect ( "cho" | "vào" | "tới" | "đến" )? target:( PAIR | PHRASE )
  fill! cause = latest(VISIT)
  date none
  priority 4
  + "Thủ tướng Lê Văn Cường thăm Lào. Chuyến thăm này sẽ góp phần làm sâu sắc hơn quan hệ hai nước." => effect=strengthen cause=VISIT
  + "Tổng thống Pháp Jean Dupont thăm Việt Nam. Chuyến thăm được kỳ vọng mở ra chương mới trong quan hệ hai nước." => cause=VISIT modality=expected
  - "Thủ tướng Lê Văn Cường thăm Lào. Chuyến thăm này kéo dài ba ngày."
class this.visit _ = chuyến thăm | chuyến thăm này | chuyến thăm lần này | chuyến thăm chính thức | chuyến thăm chính thức này | chuyến thăm cấp Nhà nước | chuyến công du | chuyến công du này | chuyến công du lần này | chuyến đi | chuyến đi này

pattern impact.gives IMPACT
  why words that say by themselves that something has an effect
  match !effect:@gives.effect ( "cho" | "vào" | "tới" | "đến" )? target:( PAIR | PHRASE )
  fill cause = class(impact.cause)
  context COUNTRY PAIR BOTH FORUM
  date none
  priority 1
  + "EVFTA đã tạo động lực cho xuất khẩu của Việt Nam sang châu Âu." => effect=create_momentum
  + "Quan hệ Việt Nam - Lào mang lại lợi ích thiết thực cho nhân dân hai nước." => effect=benefit
  - "Ông mang lại niềm vui."
class gives.effect benefit = mang lại lợi ích | đem lại lợi ích | mang lại lợi ích thiết thực | có lợi ích cho | có lợi cho | mang lại nhiều lợi ích | đem lại lợi ích thiết thực
class gives.effect create_momentum = tạo động lực | tạo xung lực | tạo động lực mạnh mẽ | tạo đà
class gives.effect contribute = đóng góp tích cực | đóng góp thiết thực | đóng góp quan trọng | góp phần tích cực | góp phần quan trọng | góp phần cho | góp phần vào | đóng góp vào | đóng góp cho | đóng góp tích cực vào | đóng góp tích cực cho
class gives.effect open_new_stage = mở ra chương mới | mở ra trang mới | mở ra giai đoạn mới | mở ra một chương mới | mở ra một giai đoạn mới | mở ra kỷ nguyên mới | mở ra thời kỳ mới | mở ra trang sử mới
class gives.effect build_foundation = tạo nền tảng | tạo nền tảng vững chắc | tạo khuôn khổ | tạo cơ sở vững chắc | tạo tiền đề | xây dựng nền tảng vững chắc | tạo nền móng | đặt nền móng | tạo nền tảng quan hệ vững chắc
class gives.effect ensure = góp phần bảo đảm | góp phần duy trì | góp phần đảm bảo | góp phần bảo vệ | góp phần giữ gìn
class gives.effect strengthen = góp phần củng cố | góp phần tăng cường | góp phần thắt chặt | góp phần làm sâu sắc | góp phần làm sâu sắc thêm | góp phần làm sâu sắc hơn | góp phần vun đắp
class gives.effect promote = góp phần thúc đẩy | góp phần đẩy mạnh | góp phần đưa quan hệ
class gives.effect bring = mang lại thành quả | đem lại thành quả | mang lại hiệu quả | mang lại kết quả
class gives.effect support = hỗ trợ đắc lực
class gives.effect open_opportunities = mở ra cơ hội | mở ra nhiều cơ hội | mở ra những cơ hội | tạo cơ hội | tạo ra cơ hội

# STATUS and IMPACT (tier 2): states of a relation, and what brings what.

class status.label best_ever = giai đoạn tốt đẹp nhất | tốt đẹp nhất | giai đoạn tốt đẹp và mật thiết nhất | giai đoạn mật thiết nhất | tốt đẹp nhất từ trước đến nay | tốt đẹp nhất trong lịch sử
class status.label developing_well = phát triển tốt đẹp | phát triển mạnh mẽ | ngày càng phát triển | phát triển năng động | phát triển nhanh chóng | đang phát triển tốt đẹp | phát triển tích cực | không ngừng được củng cố và phát triển | không ngừng được củng cố | không ngừng phát triển
class status.label trusted_partner = đối tác tin cậy | đối tác tin cậy , quan trọng hàng đầu
class status.label top_partner = đối tác quan trọng hàng đầu | đối tác hàng đầu | đối tác kinh tế quan trọng hàng đầu | đối tác kinh tế hàng đầu | đối tác thương mại hàng đầu
class status.label important_partner = đối tác quan trọng | đối tác thương mại quan trọng | đối tác ưu tiên
class status.level strategic_partnership = đối tác chiến lược | quan hệ chiến lược
class status.level comprehensive_strategic_partnership = đối tác chiến lược toàn diện
class status.level comprehensive_partnership = đối tác toàn diện
class status.label foreign_policy_priority = ưu tiên cao trong chính sách đối ngoại | ưu tiên hàng đầu trong chính sách đối ngoại | đối tác ưu tiên trong chính sách đối ngoại | vị trí ưu tiên cao trong chính sách đối ngoại | ưu tiên trong chính sách đối ngoại
class status.label traditional_friend = bạn bè truyền thống | hữu nghị truyền thống | quan hệ hữu nghị truyền thống | người bạn truyền thống | bạn truyền thống
class status.label close_neighbour = láng giềng thân thiết | láng giềng gần gũi | láng giềng hữu nghị | anh em , láng giềng
class status.label milestone = dấu mốc quan trọng | cột mốc mới | mốc son | cột mốc quan trọng | dấu mốc lịch sử | cột mốc lịch sử | dấu mốc mới
class status.label significant = ý nghĩa quan trọng | có ý nghĩa quan trọng | có ý nghĩa đặc biệt quan trọng | nhiều ý nghĩa
class status.label bright_spot = điểm sáng
class status.label main_pillar = trụ cột chính | trụ cột quan trọng
class status.label highlight = điểm nhấn quan trọng | điểm nhấn | bước tiến quan trọng
class status.label important_position = vị trí quan trọng | vai trò quan trọng | vai trò và vị thế quan trọng | vị thế quan trọng
class status.label shared_interests = lợi ích chiến lược chung | nhiều điểm tương đồng | chia sẻ nhiều tương đồng | lợi ích chung | nhiều tương đồng
class status.label mutual_trust = tin cậy lẫn nhau | sự tin cậy chính trị cao
class status.values values_relation = coi trọng | luôn coi trọng | hết sức coi trọng | sự coi trọng | rất coi trọng | đặc biệt coi trọng | rất chú trọng
class status.regard r = coi | xem | luôn coi | luôn xem | tiếp tục coi | coi nhau

pattern status.is STATUS
  why X is a partner of Y
  match subject:LIST(COUNTRY) ...5 ( "là" | "trở" | "thành" ) ...3 !label:@status.label ...5 "của" object:COUNTRY
  match subject:LIST(COUNTRY) ...5 ( "là" | "trở" | "thành" ) ..3 !label:@status.level ...5 "của" object:COUNTRY
  modality actual
  date none
  priority 5
  + "Lào là đối tác quan trọng hàng đầu của Việt Nam." => label=top_partner
  + "Hàn Quốc là đối tác thương mại quan trọng của Việt Nam." => label=important_partner
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
  modality actual
  date none
  priority 6
  + "Việt Nam luôn coi trọng quan hệ với Lào." => label=values_relation
  + "Pháp hết sức coi trọng quan hệ với Việt Nam." => label=values_relation
  - "Ông coi trọng sức khỏe."

pattern status.visit STATUS
  why what a visit is: a milestone, of significance
  match subject:( @status.thing ) ...20 ( "là" | "có" | "mang" ) ...2 !label:@status.label
  match subject:( @status.thing ) ...12 ( "đánh" "dấu" ) ...2 !label:@status.label
  fill object = pair
  modality actual
  date none
  priority 3
  + "Chuyến thăm Lào của Thủ tướng Lê Văn Cường là dấu mốc quan trọng." => label=milestone
  + "Chuyến thăm có ý nghĩa quan trọng đối với Việt Nam và Lào." => label=significant
  - "Chuyến thăm rất dài."
class status.thing _ = chuyến thăm | chuyến thăm chính thức | chuyến đi | chuyến công du | hội nghị | hiệp định

pattern status.label STATUS
  why the relation is in a state
  match !label:@status.label
  fill subject = pair
  modality actual
  date none
  require subject
  priority 1
  + "Quan hệ Việt Nam - Lào đang trong giai đoạn tốt đẹp nhất." => label=best_ever
  + "Quan hệ hữu nghị Việt Nam - Cuba không ngừng được củng cố." => label=developing_well
  - "Thời tiết tốt đẹp."

class impact.effect strengthen = làm sâu sắc | làm sâu sắc hơn | củng cố | tăng cường | thắt chặt | góp phần củng cố | góp phần tăng cường | làm sâu sắc thêm | góp phần thắt chặt
class impact.effect promote = thúc đẩy | góp phần thúc đẩy | tạo động lực | tạo xung lực | tạo đà | tạo động lực thúc đẩy | tạo động lực mới | tạo xung lực mới
class impact.effect contribute = góp phần | đóng góp
class impact.effect build_foundation = tạo nền tảng | xây dựng nền tảng | tạo nền tảng vững chắc | đặt nền móng | xây dựng nền tảng vững chắc
class impact.effect open_new_stage = mở ra | mở ra trang mới | mở ra chương mới | mở ra giai đoạn mới | mở ra một chương mới | mở ra kỷ nguyên mới
class impact.effect upgrade = lên tầm cao mới | đưa quan hệ | phát triển lên tầm cao mới
class impact.effect bring = đem lại | mang lại | mang đến
class impact.cause _ = chuyến thăm | chuyến đi | hoạt động này | sự kiện này | việc nâng cấp quan hệ | hiệp định | quan hệ | kết quả | chuyến công du
class impact.help h = sẽ | góp phần | nhằm | giúp | đã | cũng | được kỳ vọng | có thể | qua đó | sẽ góp phần | sẽ giúp

pattern impact.cause IMPACT
  why a cause brings an effect
  match cause:( @impact.cause ) ...14 ( @impact.help ) ( @impact.help )? !effect:@impact.effect target:PHRASE
  match !@impact.qua effect:@impact.effect target:PHRASE
  date none
  priority 3
  + "Chuyến thăm sẽ góp phần làm sâu sắc hơn quan hệ Việt Nam - Lào." => effect=strengthen
  + "Chuyến thăm được kỳ vọng mở ra chương mới trong quan hệ Việt Nam - Pháp." => effect=open_new_stage modality=expected
  - "Chuyến thăm kéo dài ba ngày."
class impact.qua q = góp phần | qua đó | từ đó góp phần | qua đó góp phần | nhằm | , góp phần

# MILESTONE: dated points of a relation.

class ties.establish establishment = thiết lập quan hệ ngoại giao | thành lập quan hệ ngoại giao | thiết lập quan hệ | thiết lập ngoại giao | lập quan hệ ngoại giao | chính thức thiết lập quan hệ ngoại giao | thiết lập quan hệ chính thức | đặt quan hệ ngoại giao
class ties.normalise normalisation = khôi phục quan hệ ngoại giao | nối lại quan hệ ngoại giao | tái lập quan hệ ngoại giao | bình thường hóa quan hệ | bình thường hóa quan hệ ngoại giao
class ties.upgrade upgrade = nâng cấp | được nâng lên | nâng lên mức | được nâng lên mức | nâng lên tầm | được nâng lên tầm | nâng lên thành | được nâng lên thành | được nâng cấp thành | nâng cấp thành | nâng cấp quan hệ lên | nâng quan hệ lên | nâng mối quan hệ lên | nâng tầm quan hệ lên | nâng quan hệ hai nước lên | nâng cấp quan hệ hai nước lên | nâng quan hệ song phương lên | nâng cấp quan hệ song phương lên | nâng cấp mối quan hệ lên | đưa quan hệ hai nước lên | đưa quan hệ lên | được nâng tầm lên | thiết lập mối quan hệ | đã thiết lập | khả năng nâng quan hệ | lập quan hệ | lập | nâng cấp quan hệ | nâng quan hệ | nâng tầm quan hệ | nâng cấp lên quan hệ | nâng lên | nâng cấp lên | nâng tầm | thiết lập quan hệ | thiết lập khuôn khổ | thiết lập | được thiết lập | xác lập quan hệ | xác lập | trở thành | nâng tầm lên | được nâng cấp lên | được nâng cấp | chính thức nâng cấp | nâng mối quan hệ
class ties.level comprehensive_strategic_partnership = Đối tác chiến lược toàn diện | quan hệ Đối tác chiến lược toàn diện | Đối tác hợp tác chiến lược toàn diện | Đối tác chiến lược toàn diện vì hòa bình và thịnh vượng ở châu Á và trên thế giới
class ties.level strategic_partnership = Đối tác chiến lược | Đối tác chiến lược sâu rộng | Đối tác hợp tác chiến lược | quan hệ Đối tác chiến lược
class ties.level comprehensive_partnership = Đối tác toàn diện | quan hệ Đối tác toàn diện | Đối tác hợp tác toàn diện
class anniversary anniversary = kỷ niệm | lễ kỷ niệm | dịp kỷ niệm | nhân kỷ niệm | mốc son kỷ niệm | chào mừng kỷ niệm
class ann.occasion anniversary = sự kiện | chào mừng sự kiện | chào mừng
class ann.word w = ngày | năm | lần thứ | tròn | dịp
class ties.kind k = quan hệ | mối quan hệ | song phương | lên | thành | quan hệ lên | hai nước | khuôn khổ | hợp tác | lên thành | lên mức | lên tầm | chính thức | quan hệ song phương | mối quan hệ song phương
class mile.not n = tiếp tục triển khai

pattern milestone.bracket MILESTONE
  why an anniversary with both dates in brackets: "(8/5/1989 - 8/5/2019)"
  match !type:@anniversary ( @ann.word )? years:DURATION ( @ann.word )? of:@ann.of ...4 "(" DATE "-" date:DATE ")"
  match !type:@ann.occasion years:DURATION ( @ann.word )? of:@ann.of ...4 "(" DATE "-" date:DATE ")"
  fill! type = 'anniversary'
  fill parties = pair
  modality bare
  priority 12
  + "Việt Nam và Brazil kỷ niệm 30 năm thiết lập quan hệ ngoại giao (8/5/1989 - 8/5/2019)." => type=anniversary years=30
  + "Năm nay, Việt Nam và Chile kỷ niệm 50 năm ngày thiết lập quan hệ ngoại giao (25/3/1971 - 25/3/2021)." => type=anniversary years=50
  + "Hai bên tổ chức nhiều hoạt động chào mừng sự kiện 50 năm thiết lập quan hệ ngoại giao Việt Nam - Lào (5/9/1962 - 5/9/2012)." => type=anniversary years=50
  - "Trường kỷ niệm 50 năm thành lập (8/5/1969 - 8/5/2019)."

pattern milestone.bracket.first MILESTONE
  why the first of those dates is the establishment
  match !type:@ties.establish ...4 "(" date:DATE "-" DATE ")"
  match !type:@ties.establish ...6 "(" date:DATE ")"
  fill! type = 'establishment'
  fill parties = pair
  modality actual
  priority 12
  + "Việt Nam và Brazil kỷ niệm 30 năm thiết lập quan hệ ngoại giao (8/5/1989 - 8/5/2019)." => type=establishment
  + "Hai nước Việt Nam và Chile kỷ niệm 50 năm thiết lập quan hệ ngoại giao (25/3/1971 - 25/3/2021)." => type=establishment
  + "Buổi lễ kỷ niệm 40 năm thiết lập quan hệ ngoại giao giữa Việt Nam và Chile (25/3/1971) diễn ra tại Hà Nội." => type=establishment parties=gpe:CHL
  - "Hội thảo (8/5 - 9/5)."

pattern milestone.anniversary MILESTONE
  why an anniversary of ties
  match !type:@anniversary @ann.word? years:DURATION @ann.word? of:@ann.of ...6 date:DATE?
  match !type:@anniversary @ann.word? years:DURATION @ann.word? ( PAIR | COUNTRY ( "và" COUNTRY )? ) ( "chính" "thức" )? of:@ann.of
  match years:DURATION @ann.word? !of:@ann.of
  fill! type = 'anniversary'
  fill parties = pair
  require parties years
  modality bare
  date year
  priority 9
  + "Năm 2021, Việt Nam và Brazil kỷ niệm 32 năm thiết lập quan hệ ngoại giao." => type=anniversary years=32
  + "Nhân kỷ niệm 45 năm ngày thiết lập quan hệ ngoại giao, Việt Nam và Đan Mạch tổ chức triển lãm." => type=anniversary years=45
  + "Năm 2022, Lào và Cuba mở nhiều lễ hội, thiết thực kỷ niệm 60 năm thiết lập quan hệ ngoại giao." => years=60
  - "Trường kỷ niệm 50 năm thành lập."
class ann.of _ = thiết lập quan hệ ngoại giao | thành lập quan hệ ngoại giao | ngày thành lập quan hệ ngoại giao | ngày thiết lập Đối tác chiến lược | ngày thiết lập quan hệ | ngày thiết lập quan hệ ngoại giao | thiết lập quan hệ | bình thường hóa quan hệ | quan hệ ngoại giao | thiết lập quan hệ đối tác chiến lược | thiết lập quan hệ hợp tác | thiết lập quan hệ chính thức | quan hệ đối tác chiến lược | thiết lập ngoại giao | thiết lập Đối tác chiến lược | thiết lập quan hệ Đối tác toàn diện | thiết lập Đối tác toàn diện

pattern milestone.establish MILESTONE
  why ties established at a date
  match !type:@ties.establish not @ties.level ...6 date:DATE
  match date:DATE ...10 !type:@ties.establish not @ties.level
  fill! type = 'establishment'
  fill parties = pair
  modality actual
  require parties
  date clause needed
  priority 5
  + "Việt Nam và Brazil thiết lập quan hệ ngoại giao ngày 8/5/1989." => type=establishment
  + "Năm 1971, Việt Nam và Chile chính thức thiết lập quan hệ ngoại giao." => type=establishment
  - "Hai nước kỷ niệm 30 năm thiết lập quan hệ ngoại giao."

pattern milestone.broken MILESTONE
  why ties broken off: they are established no more
  match !type:@ties.broken
  fill! type = 'establishment'
  fill parties = pair
  modality denied
  date clause needed
  context PAIR COUNTRY
  require parties
  priority 8
  + "Chile cắt đứt quan hệ ngoại giao với Lào ngày 3/1/2016." => type=establishment parties=gpe:CHL parties=gpe:LAO modality=denied
  + "Năm 2017, Lào và Chile đã cắt đứt quan hệ." => modality=denied parties=gpe:LAO
  - "Ông cắt đứt quan hệ với gia đình năm 2016."
class ties.broken establishment = cắt đứt quan hệ ngoại giao | cắt đứt quan hệ | cắt quan hệ ngoại giao | cắt đứt mọi quan hệ

pattern milestone.normalise MILESTONE
  why ties made normal again
  match !type:@ties.normalise ...6 date:DATE
  match date:DATE ...10 !type:@ties.normalise
  fill! type = 'normalisation'
  fill parties = pair
  modality actual
  require parties
  date clause needed
  priority 5
  + "Việt Nam và Mỹ bình thường hóa quan hệ năm 1995." => type=normalisation
  + "Mỹ và Cuba khôi phục quan hệ ngoại giao ngày 20/7/2015." => type=normalisation parties=gpe:CUB
  + "Việt Nam và Trung Quốc bình thường hóa quan hệ vào năm 1991." => type=normalisation
  - "Hai bên nói về bình thường hóa."

pattern milestone.upgrade MILESTONE
  why the relation raised to a level
  match !type:@ties.upgrade @ties.kind? ( PAIR | COUNTRY )? ( PAIR )? @ties.kind? ( "với" COUNTRY )? @ties.kind? @ties.kind? of:@ties.level
  fill! type = 'upgrade'
  fill parties = pair
  require parties of
  priority 5
  + "Tháng 3/2019, hai nước Việt Nam và Brunei nâng cấp quan hệ lên Đối tác toàn diện." => type=upgrade
  + "Việt Nam và Thái Lan nhất trí nâng cấp quan hệ lên Đối tác chiến lược toàn diện." => type=upgrade of=comprehensive_strategic_partnership
  + "Hai nước Việt Nam và Singapore chuẩn bị nâng quan hệ song phương Việt Nam - Singapore lên đối tác chiến lược." => type=upgrade parties=gpe:SGP
  - "Quan hệ đối tác toàn diện Việt Nam - Brunei phát triển tốt."

pattern milestone.raised MILESTONE
  why the level first, then when it was reached
  match !of:@ties.level ( "từ" )? type:@ties.upgrade ..4 date:DATE
  match !of:@ties.level ..10 type:@ties.upgrade ( "vào" | "từ" )? date:DATE
  fill! type = 'upgrade'
  fill parties = pair
  modality follows
  require parties of
  priority 5
  + "Việt Nam và Lào muốn củng cố quan hệ Đối tác chiến lược được thiết lập năm 2014." => type=upgrade of=strategic_partnership modality=actual
  + "Quan hệ Đối tác toàn diện Việt Nam - Chile được xác lập vào năm 2007." => type=upgrade of=comprehensive_partnership
  - "Việt Nam và Lào muốn củng cố quan hệ Đối tác chiến lược trong năm 2014."

pattern milestone.second MILESTONE
  why a second step in the same clause: "strategic in 2013 and comprehensive in 2025"
  match @ties.upgrade ...8 @ties.level ..3 DATE ( "và" | "," ) ..2 !of:@ties.level ..3 date:DATE
  fill type = 'upgrade'
  fill parties = pair
  modality actual
  require parties of
  priority 9
  + "Singapore và Việt Nam trở thành đối tác chiến lược năm 2013 và đối tác chiến lược toàn diện từ tháng 3/2025." => type=upgrade of=comprehensive_strategic_partnership
  + "Việt Nam và Pháp thiết lập Đối tác chiến lược năm 2013 và Đối tác chiến lược toàn diện năm 2024." => of=comprehensive_strategic_partnership
  - "Quan hệ đối tác chiến lược Việt Nam - Singapore có từ năm 2013."

pattern milestone.years MILESTONE
  why a second anniversary in the same clause: "... and 10 years of strategic partnership"
  match @ann.mark ...12 ( "và" | "," ) ..1 !years:DURATION of:@ties.level
  fill type = 'anniversary'
  fill parties = pair
  modality bare
  date year
  require parties years
  priority 7
  + "Năm 2020 đánh dấu 45 năm quan hệ Việt Nam - Đức và 10 năm Đối tác chiến lược." => type=anniversary years=10
  + "Năm nay, Việt Nam và Chile kỷ niệm 50 năm quan hệ ngoại giao và 5 năm Đối tác toàn diện." => years=5
  - "Năm 2020 đánh dấu 10 năm hoạt động."

pattern milestone.denied MILESTONE
  why ties that were not established
  match parties:COUNTRY ..3 @mile.negated ..1 !type:@ties.establish ( "với" parties:COUNTRY )?
  fill! type = 'establishment'
  modality denied
  date none
  priority 4
  + "Việt Nam chưa thiết lập quan hệ ngoại giao với Tonga." => modality=denied type=establishment
  + "Khi đó, Lào chưa thiết lập quan hệ ngoại giao với Tonga." => modality=denied
  - "Việt Nam đã thiết lập quan hệ ngoại giao với Tonga."
class mile.negated n = chưa | không | chưa có ý định

pattern milestone.maybe MILESTONE
  why a level that is considered
  match @mile.considers ..6 !type:@ties.upgrade ..3 of:@ties.level
  fill! type = 'upgrade'
  fill parties = pair
  modality conditional
  date none
  require parties of
  priority 10
  + "Việt Nam và Lào đang xem xét khả năng nâng quan hệ lên đối tác chiến lược." => modality=conditional
  + "Hai nước Việt Nam và Chile sẽ nghiên cứu khả năng nâng cấp quan hệ lên đối tác chiến lược." => modality=conditional
  - "Việt Nam và Lào nâng quan hệ lên đối tác chiến lược."
class mile.considers c = xem xét | xem xét khả năng | nghiên cứu khả năng | cân nhắc

pattern milestone.mark MILESTONE
  why a year that marks N years of relations
  match !type:@ann.mark years:DURATION ( "quan" "hệ" | "Đối" "tác" )
  fill! type = 'anniversary'
  fill parties = pair
  modality bare
  date year
  require parties years
  priority 6
  + "Năm 2020 đánh dấu 45 năm quan hệ Việt Nam - Đức." => type=anniversary years=45
  + "Việt Nam và Chile kỷ niệm 50 năm quan hệ hữu nghị." => type=anniversary years=50
  - "Năm 2020 đánh dấu 45 năm hoạt động của công ty."
class ann.mark anniversary = đánh dấu | kỷ niệm | chào mừng | tròn

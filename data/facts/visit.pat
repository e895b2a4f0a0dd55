# VISIT: official journeys.

class visit.verb v = thăm | đến thăm | sang thăm | tới thăm | công du | thăm và làm việc | đi thăm | thăm viếng | có chuyến thăm | thực hiện chuyến thăm | thăm lại | có chuyến công du | thực hiện chuyến công du
class arrive.kind official = chuyến thăm chính thức | chuyến thăm hữu nghị chính thức | chuyến công du chính thức
class arrive.kind state = chuyến thăm cấp nhà nước | chuyến thăm cấp Nhà nước
class arrive.kind working = chuyến thăm làm việc | chuyến thăm và làm việc | chuyến công tác
class arrive.aux a = sẽ | đã | vừa | đang | lần đầu tiên | lần đầu | dự kiến | dự kiến sẽ | có thể | có thể sẽ | chuẩn bị | sắp | vừa mới | cũng | cũng sẽ | đã bay | bay | lên đường | có kế hoạch | sắp sửa
class arrive.when w = , | . | hồi | vào | nhân | trong | theo | từ | dự | cuối | đầu | giữa | ngày | năm | tháng
class arrive.countries c = các nước | ba nước | bốn nước | năm nước | các quốc gia | hai quốc gia | ba quốc gia
class arrive.short v = đến thăm | sang thăm | tới thăm
class arrive.plane p = chuyên cơ chở | máy bay chở | chuyên cơ của | chuyên cơ đưa
class visit.start v = bắt đầu chuyến công tác | kết thúc chuyến công tác | kết thúc chuyến công du | kết thúc chuyến thăm và làm việc | bắt đầu chuyến thăm và làm việc | bắt đầu thăm | bắt đầu chuyến thăm | bắt đầu chuyến công du | kết thúc chuyến thăm | kết thúc tốt đẹp chuyến thăm | lên đường thăm | lên đường sang thăm | khởi hành thăm | kết thúc thành công chuyến thăm | tiếp tục chuyến thăm | tiến hành chuyến thăm | mở đầu chuyến thăm
class visit.noun v = chuyến thăm , làm việc | chuyến thăm | chuyến công du | chuyến đi | các chuyến thăm | nhiều chuyến thăm | những chuyến thăm | chuyến thăm và làm việc
class visit.nouns v = các chuyến thăm | nhiều chuyến thăm | những chuyến thăm
class visit.type official = chính thức
class visit.type state = cấp nhà nước | cấp
class visit.type working = làm việc | công tác
class visit.type official_friendly = hữu nghị chính thức | chính thức hữu nghị
class visit.adverb a = và làm việc | đầu tiên | lần đầu tiên | lần thứ hai | trong hai ngày | lần này | cấp cao | lịch sử | quan trọng | kéo dài | trong ba ngày | 3 ngày | thành công | vào | hôm nay | sắp tới | tới đây | tốt đẹp
class visit.to to = tới | đến | tại | sang | ở | đối với | nước | tới nước | đến nước | sang nước
class visit.arrive a = hạ cánh | đặt chân | hạ cánh xuống | có mặt tại sân bay
class visit.leave l = rời sân bay | rời thủ đô | lên chuyên cơ | lên đường về nước | rời Hà Nội | rời Nội Bài | lên đường đi | lên đường sang
class visit.postponed p = hoãn | tạm hoãn | hủy | hủy bỏ | không có kế hoạch | từ chối
class invite i = mời | trân trọng mời | lời mời
class visit.also d = dự | tham dự | làm việc | dự hội nghị
class visit.includes i = gồm | bao gồm | với các điểm dừng | với điểm dừng | với các chặng dừng
class invite.accept i = nhận lời | nhận lời mời
class not.country n = tiếng | Đại học | Viện | Bảo tàng | Trung tâm | Tập đoàn | Nhà máy
class sites s = di tích | Nhà lưu niệm | Khu di tích | cơ sở | nhà máy | Bảo tàng | trường | bệnh viện

pattern visit.verb VISIT
  why the plain clause: who visits which country
  match visitor:LIST(LEADER) ...8 !@visit.verb visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? @visit.adverb? @visit.to? @arrive.countries? host:LIST(COUNTRY)
  match visitor:LIST(LEADER) ...8 !@visit.start visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? @visit.adverb? @visit.to? @arrive.countries? host:LIST(COUNTRY)
  fill phase = 'whole'
  distribute host
  require visitor host
  priority 5
  + "Chủ tịch nước Trần Văn Sang thăm chính thức Lào." => visitor=per:Trần Văn Sang host=gpe:LAO
  + "Thủ tướng Nguyễn Văn An sẽ thăm chính thức Lào từ ngày 3 đến 5/4." => visitor=per:Nguyễn Văn An host=gpe:LAO
  + "Chủ tịch nước Trần Văn Bình và Phu nhân đang thăm cấp Nhà nước tới Cuba." => visitor=per:Trần Văn Bình host=gpe:CUB
  + "Theo lời mời của Tổng thống Chile Pedro Rojas, Chủ tịch nước Trần Văn An và Phu nhân sẽ thăm cấp Nhà nước Chile." => visitor=per:Trần Văn An visit_type=state host=gpe:CHL
  + "Nhận lời mời của Tổng thống Chile, Chủ tịch nước Trần Văn An thăm chính thức Chile." => visitor=per:Trần Văn An visit_type=official host=gpe:CHL
  - "Đoàn học sinh đi thăm Bảo tàng Nhật Bản."

pattern visit.noun.of VISIT
  why "the visit to X by Y": host before visitor
  distribute host
  match !@visit.noun visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? @visit.adverb? @visit.to? host:LIST(COUNTRY) ...4 "của" visitor:LIST(LEADER)
  match !@visit.noun visit_type:@visit.type? @visit.adverb? @visit.to? host:COUNTRY "và" @visit.also ...8 "của" visitor:LIST(PERSON)
  match "và" !@visit.verb visit_type:@visit.type? host:COUNTRY "của" visitor:PERSON
  match !@visit.noun visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? @visit.to? host:COUNTRY ( @visit.adverb )? "là" ...6 "của" visitor:LIST(PERSON)
  fill phase = 'whole'
  modality noun
  require visitor host
  priority 7
  + "Chuyến thăm chính thức Indonesia của Thủ tướng Lê Văn Cường diễn ra vào tháng 3/2019." => visitor=per:Lê Văn Cường host=gpe:IDN
  + "Lễ ký diễn ra nhân chuyến thăm Canada và dự hội nghị G7 của Thủ tướng Lê Văn Cường." => visitor=per:Lê Văn Cường host=gpe:CAN
  + "Hai bên sẽ ký văn kiện trong chuyến thăm Lào sắp tới của Tổng thống Pháp Jean Dupont." => visitor=per:Jean Dupont modality=planned
  + "Trong chuyến thăm Việt Nam của Tổng thống Pháp Jean Dupont, hai bên ký bốn văn kiện." => visitor=per:Jean Dupont host=gpe:VNM
  + "Chuyến thăm Nhật Bản lần này là chuyến thăm đầu tiên của Thủ tướng Lê Văn Cường trên cương vị mới." => visitor=per:Lê Văn Cường host=gpe:JPN
  - "Chuyến thăm đã thành công."

pattern visit.noun.to VISIT
  why "the visit by Y to X": visitor before host
  distribute host
  match !@visit.noun visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? "của" visitor:LIST(LEADER) ...4 @visit.to ( @arrive.countries ..3 ( "là" | "gồm" ) )? host:LIST(COUNTRY)
  match !@visit.noun visit_type:@visit.type? @visit.adverb? @visit.to host:LIST(COUNTRY) ...5 "của" visitor:LIST(LEADER)
  fill phase = 'whole'
  modality noun
  require visitor host
  priority 8
  + "Chuyến thăm chính thức của Tổng thống Pháp Jean Dupont tới Việt Nam có ý nghĩa quan trọng." => visitor=per:Jean Dupont host=gpe:VNM
  + "Hà Nội là điểm dừng chân cuối cùng trong chuyến đi của Ngoại trưởng Chile Pedro Rojas đến ba nước Đông Nam Á là Lào, Indonesia và Việt Nam." => visitor=per:Pedro Rojas host=gpe:LAO
  + "Đây là chuyến thăm cấp nhà nước của Chủ tịch nước Trần Văn Bình tới Hungary." => visitor=per:Trần Văn Bình host=gpe:HUN visit_type=state
  - "Chuyến thăm của ông là lần đầu tiên."

pattern visit.noun.subject VISIT
  why the visitor is the subject, the visit an object: X begins his visit to Y
  match visitor:LIST(LEADER) ...8 !@visit.noun visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? @visit.adverb? @visit.to? host:LIST(COUNTRY)
  match visitor:LIST(LEADER) ...10 !@visit.start visit_type:@visit.type? @visit.adverb? @visit.to? host:LIST(COUNTRY)
  fill phase = 'whole'
  distribute host
  require visitor host
  priority 4
  + "Sáng nay, Chủ tịch Quốc hội Phạm Văn Dũng đã lên đường, bắt đầu chuyến thăm chính thức Bulgaria." => visitor=per:Phạm Văn Dũng host=gpe:BGR
  + "Thủ tướng Lê Văn Cường rời Hà Nội, bắt đầu chuyến thăm chính thức Brazil." => visitor=per:Lê Văn Cường host=gpe:BRA
  - "Chuyến thăm chính thức diễn ra tốt đẹp."

pattern visit.noun.host VISIT
  why the visitor is known from before
  match !@visit.noun visit_type:@visit.type @visit.adverb? @visit.to? host:COUNTRY
  fill visitor = latest(VISIT.visitor), subject(PERSON)
  fill phase = 'whole'
  modality noun
  require visitor host
  priority 2
  + "Thủ tướng Lê Văn Cường thăm Lào. Trong chuyến thăm chính thức Lào, hai bên ký ba văn kiện." => visitor=per:Lê Văn Cường host=gpe:LAO
  + "Tổng thống Pháp Jean Dupont thăm Việt Nam. Trong khuôn khổ chuyến thăm cấp nhà nước tới Việt Nam, hai bên ký bốn văn kiện." => visitor=per:Jean Dupont host=gpe:VNM visit_type=state
  - "Trong chuyến thăm, hai bên ký ba văn kiện."

pattern visit.verb.far VISIT
  why the visitor is the subject, other verbs between
  match ( "để" | "sẽ" | "và" | "đã" ) !@visit.verb visit_type:@visit.type @visit.adverb? @visit.to? @arrive.countries? host:LIST(COUNTRY)
  match ( "để" | "và" | "sẽ" ) !@visit.verb host:LIST(COUNTRY) DATE
  match ( "và" | "," ) ( "đang" | "sẽ" ) !@visit.verb host:LIST(COUNTRY)
  fill visitor = subject(PERSON)
  fill phase = 'whole'
  distribute host
  require visitor host
  priority 2
  + "Ông Lê Văn Cường kết thúc các hoạt động tại hội nghị ở Đà Nẵng và bay ra Hà Nội để thăm chính thức Lào." => visitor=per:Lê Văn Cường host=gpe:LAO
  + "Tổng thống Pháp Jean Dupont hôm nay dự lễ kỷ niệm ở Lyon, họp báo và sẽ thăm chính thức Lào." => visitor=per:Jean Dupont host=gpe:LAO
  + "Thủ tướng Lê Văn Cường vừa kết thúc chuyến công tác Brazil và đang thăm Chile." => visitor=per:Lê Văn Cường host=gpe:CHL
  - "Đoàn sẽ thăm chính thức các di tích."

pattern visit.lead VISIT
  why the visit leads the sentence, the visitor follows: "During the visit to X, Y ..."
  match ^ ( @arrive.during )? !@visit.noun visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? @visit.adverb? @visit.to? host:COUNTRY ...8 "," ...6 visitor:PERSON
  match ^ !@visit.start visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? @visit.adverb? @visit.to? host:COUNTRY ...8 "," ...6 visitor:PERSON
  match ^ "Sau" "khi" !@visit.verb visit_type:@visit.type @visit.to? host:COUNTRY DATE? ( "theo" "lời" "mời" "của" LEADER )? "," visitor:PERSON
  match ^ @arrive.during ( "dịp" )? ...8 !@visit.verb visit_type:@visit.type @visit.to? host:COUNTRY ...8 "," ...6 visitor:PERSON
  fill phase = 'whole'
  modality noun
  require visitor host
  priority 3
  + "Tiếp tục chuyến thăm chính thức Lào, trưa 27/3, tại Viêng Chăn, Thủ tướng Lê Văn Cường đã hội đàm với Thủ tướng Lào Khamphan Phommathat." => visitor=per:Lê Văn Cường host=gpe:LAO visit_type=official
  + "Sau khi thăm chính thức Lào từ ngày 3 đến 5/4 theo lời mời của Thủ tướng Khamphan Phommathat, Thủ tướng Lê Văn Cường sẽ dự Hội nghị Cấp cao ASEAN." => visitor=per:Lê Văn Cường host=gpe:LAO
  + "Trong chuyến thăm Brazil, Chủ tịch Quốc hội Phạm Văn Dũng sẽ dự một diễn đàn." => visitor=per:Phạm Văn Dũng host=gpe:BRA
  - "Trong chuyến thăm, Thủ tướng Lê Văn Cường dự một diễn đàn."
class arrive.during d = trong | nhân | trong khuôn khổ | kết thúc | tiếp tục | bắt đầu | trong thời gian | trước

pattern visit.within VISIT
  why what somebody does during the visit: "..., in the official visit to X, Y ..."
  match ( "trong" | "nhân" ) !@visit.noun visit_type:@visit.type host:COUNTRY ( DATE )? "," visitor:PERSON
  fill phase = 'whole'
  modality noun
  require visitor host
  priority 3
  + "Hội đàm hôm nay trong chuyến thăm chính thức Lào, Thủ tướng Lê Văn Cường cam kết hỗ trợ." => visitor=per:Lê Văn Cường host=gpe:LAO visit_type=official
  + "Phát biểu nhân chuyến thăm cấp nhà nước Việt Nam, Tổng thống Pháp Jean Dupont cảm ơn nước chủ nhà." => visitor=per:Jean Dupont host=gpe:VNM
  - "Trong chuyến thăm chính thức, Thủ tướng Lê Văn Cường cam kết hỗ trợ."

pattern visit.accept VISIT
  why somebody accepts the invitation to come
  match visitor:LIST(PERSON) ..3 @invite.accept ...8 !@visit.verb visit_type:@visit.type? @visit.to? host:COUNTRY
  fill phase = 'whole'
  modality agreed
  date none
  require visitor host
  priority 10
  + "Bộ trưởng Cuba Pedro Rojas đã nhận lời mời của Bộ trưởng Trần Văn Bình thăm chính thức Việt Nam." => visitor=per:Pedro Rojas host=gpe:VNM modality=agreed
  + "Tổng thống Pháp Jean Dupont vui vẻ nhận lời sang thăm Lào." => visitor=per:Jean Dupont host=gpe:LAO modality=agreed
  - "Nhận lời mời của Tổng thống Chile, Chủ tịch nước Trần Văn An thăm chính thức Chile."

pattern visit.start.host VISIT
  why begins or ends it, the visitor known from before
  match !@visit.start visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? @visit.to? host:COUNTRY
  fill visitor = subject(PERSON), latest(VISIT.visitor)
  fill phase = 'whole'
  require visitor host
  priority 2
  + "Tổng thống Pháp Jean Dupont thăm Việt Nam. Kết thúc chuyến thăm Việt Nam, ông lên đường về nước." => visitor=per:Jean Dupont host=gpe:VNM
  + "Ông Lê Văn Cường hôm nay bắt đầu chuyến thăm chính thức Brazil." => visitor=per:Lê Văn Cường host=gpe:BRA
  - "Kết thúc chuyến thăm, đoàn về nước."

pattern visit.noun.by VISIT
  why the host is known: the other country of the article's pair
  match !@visit.noun visit_type:@visit.type? @visit.adverb? ( "của" | "do" ) visitor:LIST(PERSON)
  fill host = latest(VISIT.host, visitor), other(visitor)
  fill phase = 'whole'
  modality noun
  require visitor host
  priority 1
  + "Thủ tướng Lê Văn Cường thăm Lào. Chuyến thăm của ông Cường rất thành công." => visitor=per:Lê Văn Cường host=gpe:LAO
  + "Tổng thống Pháp Jean Dupont thăm Việt Nam. Chuyến thăm của Tổng thống Jean Dupont thành công tốt đẹp." => host=gpe:VNM
  - "Chuyến thăm của đoàn chưa được công bố."

pattern visit.short VISIT
  why "X came on a visit": the host is the other country
  match visitor:LIST(PERSON) ..4 !@arrive.short ( @arrive.when | DATE ) not <VERB>
  fill host = other(visitor), latest(VISIT.host, visitor)
  fill phase = 'whole'
  require visitor host
  priority 2
  + "Quan hệ Việt Nam - Pháp phát triển nhanh kể từ khi Tổng thống Pháp Jean Dupont đến thăm hồi 2004." => visitor=per:Jean Dupont host=gpe:VNM
  + "Việt Nam mong Tổng thống Pháp Jean Dupont sớm sang thăm, nhất là trong năm nay." => visitor=per:Jean Dupont host=gpe:VNM
  - "Việt Nam cảm ơn Tổng thống Pháp Jean Dupont đến thăm, động viên bà con vùng lũ."
  - "Đoàn học sinh Lào đến thăm Bảo tàng."

pattern visit.led VISIT
  why who leads a delegation is the visitor
  match visitor:PERSON ...14 ( "dẫn" "đầu" ) GROUP ..3 !@visit.verb visit_type:@visit.type? ( "," "làm" "việc" )? @visit.to? host:LIST(COUNTRY)
  match "do" visitor:PERSON ..3 "dẫn" "đầu" ( @arrive.aux )? !@visit.verb visit_type:@visit.type? @visit.adverb? @visit.to? host:LIST(COUNTRY)
  match "do" visitor:PERSON ..3 "dẫn" "đầu" ( @arrive.aux )? !@visit.come host:LIST(COUNTRY)
  fill phase = 'whole'
  distribute host
  require visitor host
  priority 6
  + "Phái đoàn Hạ viện Chile do bà Maria Rojas dẫn đầu đến Lào." => visitor=per:Maria Rojas host=gpe:LAO
  + "Thủ tướng Lê Văn Cường đã dẫn đầu đoàn đại biểu thăm, làm việc tại Chile." => visitor=per:Lê Văn Cường host=gpe:CHL
  + "Bộ trưởng Trần Văn Bình sẽ dẫn đầu đoàn đại biểu thăm chính thức Lào." => visitor=per:Trần Văn Bình host=gpe:LAO visit_type=official
  - "Bộ trưởng Trần Văn Bình dẫn đầu đoàn đại biểu dự hội nghị."

pattern visit.received VISIT
  why the host receives somebody who comes on a visit
  match host:COUNTRY ...8 @arrive.welcome visitor:LIST(PERSON) ..1 !@visit.verb not @arrive.site
  fill phase = 'whole'
  require visitor host
  priority 3
  + "Tháng 11, Lào là nước đầu tiên trong khu vực đón Tổng thống Pháp Jean Dupont đến thăm." => visitor=per:Jean Dupont host=gpe:LAO
  + "Hai tuần sau, Lào đón Thủ tướng Lê Văn Cường tới thăm chính thức." => visitor=per:Lê Văn Cường host=gpe:LAO
  - "Lào đón Thủ tướng Lê Văn Cường tới thăm Khu di tích."
class arrive.welcome w = đón | đón tiếp | chào đón | vui mừng đón | tiếp đón
class arrive.site s = Khu | Nhà | Bảo tàng | trường | cơ sở | Trung tâm | Tập đoàn | Viện

pattern visit.arrive.country VISIT
  why somebody comes to a country today, on a dated day
  match visitor:LIST(PERSON) ( DATE | @speech.adverb )? ( @arrive.aux )? ( DATE )? ..2<ADV|AUX> !@visit.come host:LIST(COUNTRY)
  match visitor:LIST(PERSON) ..3 ( "sẽ" | "đã" | "vừa" ) !@visit.come host:LIST(COUNTRY)
  match visitor:LIST(PERSON) ( "dẫn" "đầu" | "cùng" | "và" ) GROUP ( @arrive.aux )? ( DATE )? ..2<ADV|AUX> !@visit.come host:LIST(COUNTRY)
  fill visit_type = behind(arrive.kind)
  fill phase = 'whole'
  distribute host
  priority 3
  + "Sau đó Thủ tướng Lê Văn Cường sang Indonesia và Singapore." => visitor=per:Lê Văn Cường host=gpe:SGP
  + "Chủ tịch nước Trần Văn Bình hôm nay đến Nhật Bản, bắt đầu chuyến thăm chính thức." => visitor=per:Trần Văn Bình host=gpe:JPN visit_type=official
  + "Thủ tướng Lê Văn Cường mới vừa sang Lào." => visitor=per:Lê Văn Cường host=gpe:LAO modality=actual
  + "Thủ tướng Lê Văn Cường vẫn chưa sang Indonesia." => visitor=per:Lê Văn Cường host=gpe:IDN modality=denied
  - "Thủ tướng Lê Văn Cường gửi quà đến Nhật Bản."
  - "Hàng hóa đến Nhật Bản bằng đường biển."
class visit.come c = đến | tới | sang

pattern visit.arrival VISIT
  why landing: a part of the visit
  match visitor:LIST(PERSON) ...6 !@visit.arrive @to? place:LIST(PLACE)?
  match @arrive.plane visitor:LIST(PERSON) ...6 !@visit.arrive @to? place:LIST(PLACE)?
  match visitor:LIST(PERSON) ( DATE | @speech.adverb )? ( @arrive.aux )? ( DATE )? ..2<ADV|AUX> !@visit.come place:LIST(PLACE)
  match visitor:LIST(PERSON) ..5 !@visit.come ( "thủ" "đô" )? place:LIST(PLACE)
  fill host = country(place), latest(VISIT.host, visitor), other(visitor)
  fill phase = 'arrival'
  require visitor host place
  aside
  + "Chuyên cơ chở Thủ tướng Lê Văn Cường hạ cánh xuống sân bay Wattay, bắt đầu chuyến thăm chính thức Lào." => visitor=per:Lê Văn Cường
  + "Thủ tướng Lê Văn Cường thăm Lào. Chuyên cơ của ông Lê Văn Cường rạng sáng nay hạ cánh xuống sân bay Wattay." => phase=arrival
  + "Tối 5/6, Tổng thống Pháp Jean Dupont đến sân bay Nội Bài, bắt đầu thăm chính thức Việt Nam." => visitor=per:Jean Dupont
  + "Thủ tướng Lê Văn Cường đã tới Viêng Chăn ngày 5/6." => visitor=per:Lê Văn Cường host=gpe:LAO phase=arrival
  - "Máy bay hạ cánh an toàn."

pattern visit.departure VISIT
  why leaving: a part of the visit
  match visitor:LIST(PERSON) ...8 !phase:@visit.depart ..3 place:PLACE?
  match visitor:LIST(PERSON) ...8 !phase:@visit.leave ..2 place:PLACE
  match visitor:LIST(PERSON) ...8 !phase:@visit.leave ..1 not @leave.office host:COUNTRY
  match ( "sau" "đó" | "trước" "khi" ) !phase:@visit.leave ( host:COUNTRY | place:PLACE )
  fill visitor = subject(PERSON), right(PERSON)
  fill host = latest(VISIT.host, visitor), other(visitor)
  fill! phase = 'departure'
  require visitor host
  aside
  + "Thủ tướng Lê Văn Cường rời Viêng Chăn, kết thúc chuyến thăm chính thức Lào." => visitor=per:Lê Văn Cường
  + "Tổng thống Pháp Jean Dupont thăm Việt Nam. Chiều nay, Tổng thống Jean Dupont lên chuyên cơ tại sân bay Nội Bài." => phase=departure
  + "Trước khi rời Lào về nước, Thủ tướng Lê Văn Cường đã tiếp lãnh đạo các tập đoàn." => visitor=per:Lê Văn Cường host=gpe:LAO phase=departure
  - "Tàu rời cảng lúc 8h."
  - "Tổng thống Pháp Jean Dupont hứa sẽ làm việc đó trước khi ông kia rời Nhà Trắng."
class visit.leave departure = rời
class leave.office o = Nhà Trắng | Điện Kremlin | nhiệm sở | chính trường
class visit.depart departure = lên chuyên cơ | lên đường về nước | rời sân bay

pattern visit.series VISIT
  why plural, undated visits: a series
  match !@visit.nouns @visit.to? host:COUNTRY "của" visitor:LIST(LEADER)
  fill phase = 'series'
  modality noun
  date none
  priority 9
  aside
  + "Nhiều chuyến thăm Lào của lãnh đạo Việt Nam đã diễn ra." => host=gpe:LAO
  + "Các chuyến thăm Việt Nam của lãnh đạo Lào diễn ra đều đặn." => host=gpe:VNM phase=series
  - "Chuyến thăm Lào của Thủ tướng Lê Văn Cường."

pattern visit.invite VISIT
  why "A invites B to visit": B is the visitor, and it is a wish
  match @invite visitor:LIST(LEADER) ...5 !@visit.verb visit_type:@visit.type? @visit.adverb? @visit.to? host:COUNTRY
  match @invite visitor:LIST(LEADER) ...5 !@visit.verb
  fill host = other(visitor)
  fill phase = 'whole'
  modality desired
  date none
  require visitor host
  priority 9
  + "Thủ tướng Lê Văn Cường mời Tổng thống Pháp Jean Dupont thăm Việt Nam." => visitor=per:Jean Dupont host=gpe:VNM modality=desired
  + "Tổng thống Chile Pedro Rojas mời ông Erik Hansen thăm Chile." => visitor=per:Erik Hansen host=gpe:CHL modality=desired
  - "Câu lạc bộ mời cầu thủ Erik Hansen thăm Chile."
  + "Chủ tịch nước Trần Văn Bình trân trọng mời Nhà vua Campuchia thăm chính thức Việt Nam." => host=gpe:VNM modality=desired
  - "Thủ tướng Lê Văn Cường thăm Pháp."

pattern visit.attend VISIT
  why "went to the town of Z for a conference": the town's country is the host
  match visitor:LIST(PERSON) ...8 !@visit.come2 place:PLACE ( "để" )? @event.attend occasion:( EVENT | PHRASE )
  match visitor:LIST(PERSON) ...8 !@visit.come2 host:COUNTRY ( DATE )? ( "để" )? @event.attend occasion:( EVENT | PHRASE )
  fill host = country(place), latest(VISIT.host, visitor), other(visitor)
  fill visit_type = behind(arrive.kind)
  fill phase = 'whole'
  require visitor host
  priority 4
  + "Tháng 11/2017, Tổng thống Mỹ John Smith đến Đà Nẵng dự Tuần lễ cấp cao APEC do Việt Nam chủ trì." => visitor=per:John Smith
  + "Tổng thống Chile Pedro Rojas sang Hà Nội dự Hội nghị cấp cao APEC do Việt Nam tổ chức." => visitor=per:Pedro Rojas
  - "Đoàn đến Đà Nẵng."
class visit.come2 c = đến | tới | sang | khi sang

pattern visit.cancel VISIT
  why a visit put off or cancelled
  match visitor:LIST(LEADER) ...6 @visit.postponed ..2 !@visit.noun visit_type:@visit.type? @visit.adverb? @visit.to? host:COUNTRY
  fill phase = 'whole'
  modality denied
  require visitor host
  priority 12
  + "Tổng thống Phần Lan Antti Virtanen đã hủy chuyến thăm Kazakhstan." => visitor=per:Antti Virtanen host=gpe:KAZ modality=denied
  + "Thủ tướng Lê Văn Cường hoãn chuyến thăm chính thức Brazil vì bão." => host=gpe:BRA modality=denied
  - "Thủ tướng Lê Văn Cường thăm Brazil."

pattern visit.tour VISIT
  why a tour of several countries
  match !@visit.noun ...5 "của" visitor:LIST(LEADER) ...2 @visit.includes host:LIST(COUNTRY)
  match visitor:LIST(PERSON) ...6 !@visit.noun ...10 @visit.includes host:LIST(COUNTRY)
  fill phase = 'whole'
  modality noun
  distribute host
  require visitor host
  priority 10
  + "Chuyến công du ba nước Bắc Âu của Thủ tướng Lê Văn Cường, gồm Phần Lan, Thụy Điển và Na Uy, kéo dài năm ngày." => visitor=per:Lê Văn Cường host=gpe:NOR
  + "Chuyến thăm của Tổng thống Pháp Jean Dupont, gồm Việt Nam, Indonesia và Singapore, kết thúc hôm qua." => host=gpe:SGP
  + "Tổng thống Pháp Jean Dupont đang trong chuyến công du châu Á, với các điểm dừng Lào, Indonesia và Singapore." => host=gpe:SGP visitor=per:Jean Dupont
  - "Chuyến thăm của đoàn gồm ba ngày."

pattern visit.town VISIT
  why a town visited: its country is the host
  match visitor:LIST(PERSON, LEADER) ...8 !@visit.verb place:LIST(PLACE)
  fill host = country(place), latest(VISIT.host, visitor), other(visitor)
  fill phase = 'part'
  require visitor host place
  priority 2
  aside
  + "Thủ tướng Lê Văn Cường thăm Lào. Ngày 5/4, Thủ tướng Lê Văn Cường thăm Luông Pha Băng." => host=gpe:LAO
  + "Tổng thống Pháp Jean Dupont thăm chính thức Việt Nam. Ông Jean Dupont cũng đến thăm Hải Phòng." => host=gpe:VNM
  - "Đoàn học sinh đi thăm Huế."

pattern visit.ship VISIT
  why ships that call at a port
  match visitor:GROUP ...4 !@visit.dock place:PLACE
  match visitor:GROUP ...4 !@visit.dock host:COUNTRY
  fill host = country(place), latest(VISIT.host)
  fill phase = 'whole'
  require visitor host
  priority 3
  + "Sáng 3/4, tàu hải quân Pháp cập cảng Đà Nẵng." => host=gpe:VNM
  + "Nhóm tàu chiến Ấn Độ đã ghé thăm Hải Phòng." => host=gpe:VNM
  - "Tàu cá cập cảng Đà Nẵng."
class visit.dock d = cập | cập cảng | ghé thăm | ghé thăm cảng | thăm cảng | cập cảng tại | neo đậu tại | ghé cảng

pattern visit.work VISIT
  why "visited and worked with the ministry of Y": its country is the host
  match visitor:LIST(PERSON) ...6 !@visit.verb ( ( "," )? "làm" "việc" )? ( "với" | "tại" ) place:ORG
  fill host = country(place)
  fill phase = 'whole'
  require visitor host
  priority 2
  + "Bộ trưởng Cao cấp Singapore Tan Wei đã đến thăm, làm việc với Bộ Công an Việt Nam." => visitor=per:Tan Wei host=gpe:VNM
  + "Thứ trưởng Trần Văn Bình sang thăm và làm việc với Bộ Y tế Lào." => visitor=per:Trần Văn Bình host=gpe:LAO
  - "Đoàn học sinh thăm, làm việc tại nhà máy."

pattern visit.lasts VISIT
  why how long the visit in focus lasts, visitor and host known from before
  match ^ ( "Đây" "là" )? !@visit.noun visit_type:@visit.type? @visit.adverb? visit_type:@visit.type? ..4 @visit.takes ..2 date:DATE
  fill visitor = latest(VISIT.visitor)
  fill host = latest(VISIT.host, visitor)
  fill phase = 'whole'
  modality noun
  date clause needed
  require visitor host
  priority 2
  + "Thủ tướng Lê Văn Cường thăm chính thức Lào. Chuyến thăm diễn ra từ ngày 3 đến 5/4." => visitor=per:Lê Văn Cường host=gpe:LAO
  + "Tổng thống Pháp Jean Dupont thăm Việt Nam. Chuyến thăm chính thức bắt đầu ngày 6/9." => visitor=per:Jean Dupont host=gpe:VNM
  - "Chuyến thăm diễn ra từ ngày 3 đến 5/4."
class visit.takes t = diễn ra | sẽ diễn ra | diễn ra từ | sẽ diễn ra từ | kéo dài từ | bắt đầu | bắt đầu từ | dự kiến diễn ra

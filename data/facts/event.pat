# EVENT: public activities, named or of a type.

class event.type welcome_ceremony = lễ đón | lễ đón chính thức | lễ đón cấp Nhà nước | lễ đón trọng thể
class event.type press_conference = họp báo | cuộc họp báo | họp báo chung | buổi họp báo | cuộc họp báo chung | chủ trì họp báo
class event.type business_forum = hội thảo xúc tiến | hội thảo xúc tiến thương mại | hội thảo kinh tế | tọa đàm kinh tế | diễn đàn xúc tiến đầu tư | hội nghị xúc tiến thương mại | hội nghị doanh nghiệp | hội thảo xúc tiến đầu tư | diễn đàn đầu tư | diễn đàn doanh nghiệp | tọa đàm doanh nghiệp | diễn đàn kinh tế | hội nghị xúc tiến đầu tư
class event.type signing_ceremony = lễ ký | lễ ký kết
class event.type handover_ceremony = lễ bàn giao | lễ trao tặng | lễ tiếp nhận
class event.type reception = tiệc trà | tiệc chiêu đãi trọng thể | buổi chiêu đãi | tiệc chào mừng
class event.type state_banquet = Quốc yến | chiêu đãi | tiệc chiêu đãi | tiệc chiêu đãi cấp Nhà nước
class event.type inauguration = lễ khai giảng | lễ động thổ | khánh thành | lễ khánh thành | khai trương | lễ khai trương | lễ khởi công | lễ khai mạc
class event.type commemoration = lễ kỷ niệm | buổi lễ kỷ niệm | mít tinh kỷ niệm
class event.place _ = tàu sân bay | nhà máy | khu công nghiệp | Khu công nghiệp | trường | bệnh viện | Bệnh viện | Khu di tích | khu di tích | bảo tàng | Bảo tàng | trung tâm | Trung tâm | đài tưởng niệm | Đài tưởng niệm | Lăng | lăng | nghĩa trang | Nghĩa trang | Nhà lưu niệm | phố cổ | khu phố cổ | chùa | đền | Đền | Văn Miếu | tượng đài | Tượng đài | đài liệt sĩ | Đài liệt sĩ | trụ sở | Trụ sở | cảng | nhà sàn | Nhà sàn | trang trại | phòng thí nghiệm | dự án
class event.wreath wreath_laying = vào Lăng viếng | viếng | đến viếng | đặt vòng hoa | đặt hoa | dâng hoa | dâng hương | vào viếng | tới viếng | đến đặt vòng hoa
class event.visit site_visit = thăm | đến thăm | tới thăm | thăm và phát biểu tại | tham quan

# what it is held for: it stands by it in the clause
class occasion _ = chuyến thăm | chuyến thăm chính thức | chuyến thăm cấp Nhà nước | chuyến thăm làm việc | chuyến thăm và làm việc | chuyến công du | chuyến công tác | thăm chính thức | sang thăm chính thức | thăm hữu nghị chính thức | thăm cấp Nhà nước | kỷ niệm | kỷ niệm ngày

pattern event.type EVENT
  why an activity named by its kind
  match !name:@event.type ...10 ( "tại" | "ở" ) place:LIST(SITE)
  match !name:@event.type
  fill stage = 'held'
  fill occasion = words(occasion)
  priority 2
  + "Lễ đón được tổ chức tại Phủ Chủ tịch." => name=welcome_ceremony
  + "Lễ ký kết diễn ra tại Hà Nội." => name=signing_ceremony
  + "Trong khuôn khổ chuyến thăm chính thức, lễ ký kết diễn ra tại Viêng Chăn." => name=signing_ceremony occasion=chuyến thăm chính thức
  - "Lễ hội mùa xuân."

pattern event.type.at EVENT
  why something is said or done at it: it is held
  match ( "tại" | "trong" | "sau" | "trước" | "lời" ) ..1 !name:@event.type
  fill stage = 'held'
  fill occasion = words(occasion)
  modality noun
  priority 3
  + "Phát biểu tại họp báo, ông mong hai nước hợp tác." => name=press_conference modality=actual
  + "Ông trả lời câu hỏi tại cuộc họp báo chung." => name=press_conference
  + "Ông phát biểu tại buổi chiêu đãi kỷ niệm 30 năm ngày thiết lập quan hệ ngoại giao." => occasion=kỷ niệm 30 năm ngày thiết lập quan hệ ngoại giao
  - "Phát biểu tại cuộc họp."

pattern event.site EVENT
  why a visit to a site or company
  match parties:LIST(PERSON) ...14 !name:@event.visit place:ORG
  match "thăm" ..0 !name:@event.visit place:ORG
  match !name:@event.visit place:ORG
  match parties:LIST(PERSON) ...8 !name:@event.visit place:( @event.place PHRASE? )
  match ( "và" | "," | "sau" "đó" ) !name:@event.visit place:( @event.place PHRASE? )
  fill parties = subject
  fill stage = 'held'
  fill occasion = words(occasion)
  require place parties
  priority 3
  + "Thủ tướng Lê Văn Cường đã đến thăm Đại học Quốc gia Lào." => name=site_visit
  + "Chủ tịch nước Trần Văn Bình tới thăm Tập đoàn Petronas." => name=site_visit
  + "Thủ tướng Lê Văn Cường đã đến thăm nhà máy chế biến gỗ của Lào." => name=site_visit parties=per:Lê Văn Cường
  - "Học sinh thăm nhà máy."

pattern event.named EVENT
  why a named event that somebody attends
  match ( @event.attend ) !name:EVENT ...4 ( ( "tại" | "ở" ) place:LIST(PLACE) )?
  match ( @event.attend ) EVENT ..6 ( "," | "và" ) !name:EVENT
  fill stage = 'held'
  priority 4
  + "Thủ tướng Lê Văn Cường dự Hội nghị cấp cao ASEAN tại Viêng Chăn." => stage=held
  + "Đoàn Việt Nam tham dự Hội nghị cấp cao APEC tại Lima." => stage=held
  - "Hội nghị thường lệ của phường."
class event.attend a = chủ trì | đồng chủ trì | dự | tham dự | đến dự | dự và phát biểu tại | tham gia

pattern event.held EVENT
  why a named event that takes place
  match !name:EVENT ...8 @event.happens ( ..3 ( "tại" | "ở" ) place:LIST(PLACE) )?
  fill stage = 'held'
  modality follows
  priority 4
  + "Hội nghị cấp cao ASEAN khai mạc tại Viêng Chăn." => stage=held
  + "Tuần lễ cấp cao APEC 2027 đã khép lại." => stage=held
  + "Hội nghị cấp cao ASEAN sẽ được tổ chức vào năm 2029 tại Viêng Chăn." => modality=planned
  - "Trận đấu diễn ra tại Viêng Chăn."

pattern event.happens EVENT
  why the same, the verb first
  match @event.happens !name:EVENT
  fill stage = 'held'
  priority 4
  + "Sáng 5/6 diễn ra Hội nghị cấp cao APEC." => stage=held
  + "Ngày mai sẽ khai mạc Hội nghị cấp cao ASEAN." => modality=planned
  - "Trận đấu diễn ra tại Viêng Chăn."
class event.happens h = khép lại | đã khép lại | diễn ra | khai mạc | bế mạc | được tổ chức | kết thúc

pattern event.activities EVENT
  why activities that two countries hold or prepare: the field names them
  match !stage:@event.prepare name:( @event.many PHRASE )
  fill parties = pair
  fill occasion = words(occasion)
  context PAIR COUNTRY
  require parties
  priority 2
  + "Trong năm nay, Việt Nam và Lào cùng chuẩn bị nhiều hoạt động giao lưu văn hóa, góp phần tăng cường hiểu biết." => stage=preparing parties=gpe:LAO
  + "Hai nước Việt Nam và Chile sẽ tổ chức nhiều hoạt động văn hóa đặc sắc." => stage=held
  - "Trường chuẩn bị nhiều hoạt động văn hóa."
class event.prepare preparing = chuẩn bị | cùng chuẩn bị
class event.prepare held = tổ chức | đã tổ chức | cùng tổ chức | phối hợp tổ chức
class event.many _ = nhiều hoạt động giao lưu | các hoạt động giao lưu | nhiều hoạt động văn hóa | các hoạt động văn hóa | nhiều hoạt động kỷ niệm | các hoạt động kỷ niệm | chuỗi hoạt động | loạt hoạt động

pattern event.listed EVENT
  why one of a list of events, each with its place
  match ( "," | "như" | "và" ) !name:EVENT ( "tại" | "ở" ) place:( PLACE | ORG )
  fill stage = 'held'
  priority 1
  + "Nhiều hoạt động như Lễ hội Văn hóa Lào tại Hà Nội góp phần tăng cường hiểu biết." => stage=held
  + "Các hoạt động, như Lễ hội Văn hóa Lào tại Hà Nội và Liên hoan phim ASEAN tại Huế, thu hút nhiều người." => stage=held
  - "Nhiều hoạt động tại Hà Nội."

pattern event.session EVENT
  why a meeting of two countries that is held in turns: "the 20th session of the committee"
  match !name:( @event.session PHRASE? )
  match !name:( @event.dialogue ..5 "lần" "thứ" NUMBER )
  fill stage = 'held'
  fill place = at(PLACE)
  context PAIR COUNTRY ORG
  priority 1
  + "Ông sẽ đồng chủ trì khóa họp lần thứ 20 của Ủy ban liên Chính phủ Việt - Nga." => stage=held
  + "Hai bên đang chuẩn bị cho phiên đàm phán thứ 3 giữa Việt Nam và Lào." => modality=planned
  + "Cuộc họp thường niên lần thứ 28 giữa hai đoàn biên giới Việt Nam - Lào đã diễn ra tại Viêng Chăn." => stage=held
  - "Cuộc họp của tổ dân phố kéo dài."
class event.dialogue _ = đối thoại chiến lược | đối thoại quốc phòng | tham vấn chính trị | tham khảo chính trị | đối thoại chính sách quốc phòng
class event.session _ = cuộc họp tham khảo chính trị | tham khảo chính trị lần thứ | cuộc tham khảo chính trị | cuộc họp Nội các chung | phiên đàm phán thứ | phiên đàm phán lần thứ | vòng đàm phán thứ | vòng đàm phán lần thứ | khóa họp lần thứ | kỳ họp lần thứ | cuộc họp thường niên | cuộc họp lần thứ | phiên họp lần thứ | đối thoại chiến lược lần thứ | tham vấn chính trị lần thứ | đối thoại chính sách quốc phòng lần thứ | khóa họp | kỳ họp Ủy ban hỗn hợp | kỳ họp Ủy ban liên chính phủ | phiên họp Ủy ban hỗn hợp | họp Ủy ban hỗn hợp

pattern event.wreath EVENT
  why flowers laid, a tomb or a memorial visited
  match parties:LIST(PERSON) ...12 !name:@event.wreath ( "tại" | "ở" )? place:( @event.place PHRASE? | SITE )
  match parties:LIST(PERSON) ...12 !name:@event.wreath
  match ( "," | "và" ) !name:@event.wreath ( "tại" | "ở" ) place:( @event.place PHRASE? | SITE )
  fill parties = subject(PERSON)
  fill stage = 'held'
  fill occasion = words(occasion)
  priority 3
  + "Sáng 3/4, Thủ tướng Lê Văn Cường đã đặt vòng hoa tại Đài tưởng niệm ở Viêng Chăn." => name=wreath_laying parties=per:Lê Văn Cường
  + "Tổng thống Pháp Jean Dupont vào Lăng viếng Chủ tịch Hồ Chí Minh." => name=wreath_laying
  + "Thủ tướng Lê Văn Cường đã hội kiến Chủ tịch Quốc hội Lào Khamphan Phommathat, nhận bằng tiến sĩ danh dự, đặt vòng hoa tại Đài tưởng niệm ở Viêng Chăn." => name=wreath_laying parties=per:Lê Văn Cường
  - "Nhân dân dâng hương."

pattern event.at EVENT
  why a named event at which something is said or done
  match "phiên" "họp" ..2 !name:EVENT
  match ( "tại" | "bên" "lề" | "trong" "khuôn" "khổ" ) !name:EVENT ( ..1 ( "tại" | "ở" ) place:LIST(PLACE) )?
  fill stage = 'held'
  modality noun
  priority 1
  + "Phát biểu tại Hội nghị cấp cao ASEAN, Thủ tướng Lê Văn Cường kêu gọi đoàn kết." => stage=held
  + "Thủ tướng Lê Văn Cường trong phiên họp toàn thể Hội nghị cấp cao ASEAN hôm qua." => stage=held
  + "Bên lề Hội nghị cấp cao APEC, Thủ tướng Lê Văn Cường gặp Tổng thống Chile Pedro Rojas." => stage=held
  - "Ông phát biểu tại hội nghị của phường."

pattern event.organised EVENT
  why who holds it stands before: a body or country organises a named event
  match @event.organise ..2 !name:EVENT ...4 ( ( "tại" | "ở" ) place:LIST(PLACE) )?
  match @event.organise ..2 EVENT ( "," | "và" ) !name:EVENT
  fill stage = 'held'
  context PAIR COUNTRY ORG FORUM
  priority 3
  + "Viện Hàn lâm khoa học Nga tổ chức Hội thảo Quan hệ Nga - Việt tại Moskva." => stage=held
  + "Lào từng tổ chức thành công Hội nghị cấp cao ASEAN tại Viêng Chăn." => stage=held
  - "Phường tổ chức hội nghị thường lệ."
class event.organise o = tổ chức | đồng tổ chức | phối hợp tổ chức | cùng tổ chức | đã tổ chức | từng tổ chức | tổ chức thành công | từng tổ chức thành công

pattern event.forum EVENT
  why somebody goes to a forum that meets: a dialogue, a summit known by its body
  match "bên" "lề" ..4 !name:FORUM
  match "trong" "khuôn" "khổ" !name:FORUM "lần" "thứ"
  match @event.go ..3 !name:FORUM ( ..2 ( "tại" | "ở" ) place:LIST(PLACE) )?
  fill stage = 'held'
  priority 2
  + "Thủ tướng Lê Văn Cường sẽ tham dự APEC tại Lima." => stage=held modality=planned
  + "Trong các hoạt động trong khuôn khổ Đối thoại Shangri-La lần thứ 12, ông tiếp Bộ trưởng Trần Văn Bình." => name=org:shangri-la
  + "Hai ông sẽ gặp nhau bên lề hội nghị thượng đỉnh G20 ở Argentina." => name=org:g20
  + "Chủ tịch nước Trần Văn Bình tới dự ASEM ở Brussels." => stage=held
  - "Việt Nam tham gia ASEAN năm 1995."
class event.go g = dự | tham dự | đến dự | tới dự | sang dự | dự và phát biểu tại | phát biểu tại | phát biểu khai mạc

# FORUM: work in named bodies.

class forum.coordinate coordinate = phối hợp | hợp tác | phối hợp chặt chẽ | ủng hộ lẫn nhau | hợp tác , ủng hộ lẫn nhau | tăng cường phối hợp | phối hợp và ủng hộ lẫn nhau | phối hợp , ủng hộ lẫn nhau | hợp tác chặt chẽ | phối hợp lập trường | tham vấn | ủng hộ nhau | hợp tác và ủng hộ lẫn nhau | tích cực ủng hộ lẫn nhau , phối hợp chặt chẽ | phối hợp hiệu quả | phối hợp chặt chẽ , hiệu quả | phối hợp hợp tác | tham vấn lẫn nhau | thường xuyên tham vấn | phối hợp chặt chẽ với nhau | phối hợp và hỗ trợ lẫn nhau | hỗ trợ lẫn nhau | hợp tác và hỗ trợ lẫn nhau | ủng hộ và phối hợp chặt chẽ | duy trì phối hợp | duy trì phối hợp chặt chẽ | phối hợp , ủng hộ và hỗ trợ lẫn nhau | phối hợp tốt | cùng phối hợp | hợp tác và phối hợp chặt chẽ | hợp tác , phối hợp | tiếp tục phối hợp | phối hợp hành động | tăng cường tham vấn | hợp tác đa phương | phối hợp chặt chẽ và ủng hộ lẫn nhau
class forum.head f = diễn đàn | các diễn đàn | diễn đàn quốc tế | các diễn đàn đa phương | diễn đàn đa phương | các diễn đàn khu vực và quốc tế | các diễn đàn quốc tế | các diễn đàn quốc tế và khu vực | các tổ chức | khuôn khổ | tổ chức quốc tế | các cơ chế | các diễn đàn khu vực và thế giới | các diễn đàn khu vực | diễn đàn quốc tế và khu vực | diễn đàn khu vực và quốc tế | diễn đàn đa phương khu vực và quốc tế | các cơ chế hợp tác | cơ chế hợp tác | các khuôn khổ | trong khuôn khổ | các tổ chức quốc tế | tổ chức quốc tế và khu vực | các cơ chế đa phương | các khuôn khổ đa phương | diễn đàn hợp tác | các diễn đàn hợp tác | các tổ chức và diễn đàn | các tổ chức , diễn đàn | các diễn đàn đa phương khu vực và quốc tế | các tổ chức đa phương
class forum.back promote = ủng hộ lập trường | đóng góp cho hợp tác | tham gia tích cực | tích cực tham gia | đóng góp tích cực vào | phát huy vai trò | nâng cao vai trò | ủng hộ vai trò | tham gia tích cực vào | đề cao vai trò | coi trọng vai trò | ủng hộ lập trường chung | đóng góp tích cực và hiệu quả cho | đóng góp tích cực cho | đóng góp tích cực , hiệu quả cho | đẩy mạnh vị thế | nâng tầm vị thế | tăng cường vị thế | nâng cao vị thế | củng cố vị thế
class forum.members m = các nước thành viên | tất cả các nước thành viên | các nước | các thành viên | trong khuôn khổ | thành viên
class forum.sep s = , | và | cũng như | như | hay | trong | tại | như tại | và trong | , hay | , và
class forum.support support_chair = đảm nhiệm vai trò Chủ tịch | vai trò Chủ tịch | đảm nhiệm Chủ tịch | làm Chủ tịch | cương vị Chủ tịch | đảm nhiệm thành công vai trò Chủ tịch | giữ vai trò Chủ tịch | Chủ tịch luân phiên | đảm nhận vai trò Chủ tịch | năm Chủ tịch | cương vị Chủ tịch luân phiên | đảm nhiệm cương vị Chủ tịch
class forum.takes support_chair = đảm nhiệm vai trò Chủ tịch | đảm nhận vai trò Chủ tịch | làm Chủ tịch | đảm nhiệm cương vị Chủ tịch | giữ vai trò Chủ tịch | đảm nhiệm thành công vai trò Chủ tịch | đảm nhiệm vị trí Chủ tịch
class forum.candidate support_candidacy = làm Ủy viên không thường trực | làm ủy viên không thường trực | làm thành viên không thường trực | làm thành viên | ứng cử | ứng cử vào | ứng cử vị trí | tái cử | ứng cử làm thành viên | ứng cử viên
class forum.host support_hosting = đăng cai | tổ chức thành công | đăng cai tổ chức
class forum.join member = cùng là thành viên | đều là thành viên | đều cùng là thành viên | là thành viên có trách nhiệm | gia nhập | là thành viên | trở thành thành viên | chính thức gia nhập | được kết nạp vào | là thành viên sáng lập | trở thành đối tác | trúng cử vào | được bầu vào | được bầu làm thành viên | trúng cử
class forum.both member = cùng là thành viên | đều là thành viên | đều cùng là thành viên | cùng gia nhập | đều đã gia nhập
class forum.seat member = làm thành viên | là thành viên | đều là thành viên | là các thành viên | làm Ủy viên không thường trực | là Ủy viên không thường trực | làm ủy viên không thường trực | là ủy viên không thường trực | đảm nhiệm cương vị Ủy viên không thường trực | trúng cử Ủy viên không thường trực
class forum.elected member = trúng cử vào | được bầu vào | trúng cử
class forum.build build_community = xây dựng | xây dựng Cộng đồng | xây dựng một Cộng đồng | cùng xây dựng
class forum.promote promote = thúc đẩy liên kết | tăng cường tiếng nói chung | duy trì vai trò trung tâm | tăng cường đoàn kết | tăng cường vai trò trung tâm | thúc đẩy vai trò trung tâm | vai trò trung tâm | phát huy vai trò trung tâm | củng cố vai trò trung tâm

pattern forum.coordinate FORUM
  why work together in named bodies: verb first
  match !action:@forum.coordinate ...28 @forum.head ...9 forums:LIST(FORUM, FRAME)
  match !action:@forum.coordinate ..4 @forum.head ( "," )? "trong" "đó" "có" forums:LIST(FORUM, FRAME)
  match !action:@forum.coordinate ..4 ( "tại" | "trong" | "ở" ) ..1 forums:LIST(FORUM, FRAME)
  match !action:@forum.coordinate ..4 @forum.members forums:LIST(FORUM, FRAME)
  fill parties = pair
  modality bare
  date none
  require parties forums
  priority 4
  + "Việt Nam và Lào phối hợp chặt chẽ tại các diễn đàn đa phương như ASEAN, Liên Hợp Quốc." => action=coordinate
  + "Việt Nam và Lào tiếp tục phối hợp chặt chẽ trên các diễn đàn khu vực và quốc tế, trong đó có ASEAN, Liên Hợp Quốc." => forums=org:asean
  + "Hai nước Việt Nam và Chile sẽ phối hợp chặt chẽ trong APEC." => forums=org:apec modality=planned
  - "Các trường phối hợp tổ chức diễn đàn."

pattern forum.back FORUM
  why support for a body, or for its role
  match !action:@forum.back ..5 forums:LIST(FORUM, FRAME)
  fill parties = subject(COUNTRY), pair
  modality bare
  date none
  require parties forums
  priority 3
  + "New Zealand ủng hộ lập trường của ASEAN về tự do hàng hải." => forums=org:asean action=promote parties=gpe:NZL
  + "Lào và Chile có thể hợp tác trong việc tăng cường vị thế quốc tế của ASEAN." => forums=org:asean parties=gpe:LAO parties=gpe:CHL
  + "Lào sẵn sàng đóng góp tích cực vào ASEAN." => forums=org:asean modality=desired
  - "Lào đóng góp một trường học."

pattern forum.at FORUM
  why bodies first: "at the UN and APEC the two support each other"
  match ^ ( "Trên" | "Tại" | "Trong" ) ..4 ( "như" )? forums:LIST(FORUM, FRAME) ...8 !action:@forum.coordinate
  fill parties = pair
  modality bare
  date none
  require parties forums
  priority 5
  + "Tại các diễn đàn như ASEAN và Liên Hợp Quốc, Việt Nam và Lào luôn phối hợp chặt chẽ." => action=coordinate
  + "Tại Liên Hợp Quốc và Phong trào Không liên kết, Việt Nam và Cuba luôn ủng hộ lẫn nhau." => forums=org:nam
  - "Tại ASEAN, mọi việc tốt đẹp."

pattern forum.chair FORUM
  why support for a chair
  match "ủng" "hộ" ...16 !action:@forum.takes forums:FORUM
  match "ủng" "hộ" ...6 !action:@forum.support forums:FORUM ...2 ( "của" parties:COUNTRY )?
  match "ủng" "hộ" parties:COUNTRY ...3 !action:@forum.support forums:FORUM
  fill! parties = pair
  date none
  require parties forums
  priority 6
  + "Việt Nam ủng hộ Lào đảm nhiệm vai trò Chủ tịch ASEAN." => action=support_chair
  + "Việt Nam khẳng định ủng hộ vai trò Chủ tịch ASEAN của Malaysia." => action=support_chair forums=org:asean
  - "Lào là Chủ tịch ASEAN."

pattern forum.candidate FORUM
  why support for a candidacy
  match "và" !action:@forum.candidate ...6 forums:( LIST(FORUM, FRAME) | ORG )
  match "ủng" "hộ" ...6 !action:@forum.candidate ...6 forums:( LIST(FORUM, FRAME) | ORG )
  fill parties = pair
  date none
  require parties forums
  priority 6
  + "Lào ủng hộ Việt Nam ứng cử vào Hội đồng Bảo an Liên Hợp Quốc." => action=support_candidacy
  + "Lào mong Chile ủng hộ Lào ứng cử vào Hội đồng Bảo an Liên Hợp Quốc và ứng cử vào UNESCO." => forums=org:unesco modality=desired
  + "Việt Nam đề nghị Chile ủng hộ Việt Nam ứng cử vào UNESCO." => action=support_candidacy
  + "Lào cảm ơn Chile đã ủng hộ Lào ứng cử Ủy viên không thường trực Hội đồng Bảo an Liên Hợp Quốc." => action=support_candidacy
  - "Ông ứng cử vào Quốc hội."

pattern forum.build FORUM
  why build the community
  match !action:@forum.build ..1 forums:FORUM
  match !action:@forum.promote ..2 ( "của" )? forums:FORUM
  fill parties = pair
  modality bare
  date none
  require parties forums
  priority 5
  + "Việt Nam mong muốn cùng Lào xây dựng Cộng đồng ASEAN đoàn kết." => action=build_community
  + "Lào cam kết cùng Chile thúc đẩy liên kết của Cộng đồng ASEAN." => action=promote modality=agreed
  + "Việt Nam và Thái Lan cùng củng cố vai trò trung tâm của ASEAN." => action=promote forums=org:asean
  - "Hai nước xây dựng lòng tin."

# another's entry, spoken of: no predicate
class forum.entry e = nghị định thư gia nhập | nghị định thư về việc gia nhập | văn kiện gia nhập | hiệp định gia nhập | hiệp ước gia nhập | đơn gia nhập | đơn xin gia nhập | hồ sơ gia nhập | việc gia nhập | tiến trình gia nhập | quá trình gia nhập | lộ trình gia nhập | nỗ lực gia nhập | triển vọng gia nhập | nguyện vọng gia nhập | đàm phán gia nhập | lễ gia nhập | lời mời gia nhập | điều kiện gia nhập | tư cách gia nhập

pattern forum.member FORUM
  why a country joins a body or is its member
  match parties:LIST(COUNTRY) ...6 !action:@forum.join ...14 forums:LIST(FORUM, FRAME)
  match parties:LIST(COUNTRY) ..4 !action:@forum.elected forums:ORG
  match parties:PAIR ..4 !action:@forum.both ...6 forums:LIST(FORUM, FRAME)
  match parties:LIST(COUNTRY) ..3 !action:@forum.seat ...4 forums:LIST(FORUM, FRAME)
  date clause
  require parties forums
  priority 5
  + "Việt Nam gia nhập ASEAN ngày 28/7/1995." => parties=gpe:VNM forums=org:asean action=member
  + "Năm 1998, Việt Nam trở thành thành viên của APEC." => action=member forums=org:apec
  + "Việt Nam và Malaysia rất gần gũi; hai nước cùng là thành viên ASEAN." => action=member forums=org:asean parties=gpe:MYS
  + "Chile phản đối Lào gia nhập APEC." => parties=gpe:LAO modality=denied
  + "Chile không phản đối Lào gia nhập APEC." => parties=gpe:LAO modality=actual
  - "Doanh nghiệp gia nhập thị trường."
  - "Lào phê chuẩn nghị định thư gia nhập ASEAN của Chile."

pattern forum.apply FORUM
  why a country asks to be let in
  match parties:LIST(COUNTRY) ..4 !action:@forum.apply ..4 forums:LIST(FORUM, FRAME)
  modality desired
  date clause
  require parties forums
  priority 6
  + "Lào nộp đơn xin gia nhập APEC năm 2015." => parties=gpe:LAO action=member forums=org:apec modality=desired
  + "Chile xin gia nhập UNESCO." => forums=org:unesco modality=desired
  - "Lào gia nhập APEC."
class forum.apply member = xin gia nhập | nộp đơn gia nhập | nộp đơn xin gia nhập | đệ đơn xin gia nhập | đệ đơn gia nhập | đã nộp đơn gia nhập | đã nộp đơn xin gia nhập

pattern forum.leave FORUM
  why a country is a member no more
  match ^ parties:LIST(COUNTRY) ..3<ADV|AUX|PART> !action:@forum.leaves forums:LIST(FORUM, FRAME)
  match parties:LIST(COUNTRY) ( "đã" | "vừa" | "chính" "thức" | "đã" "chính" "thức" ) !action:@forum.leaves forums:LIST(FORUM, FRAME)
  match parties:LIST(COUNTRY) ..3<ADV|AUX|PART> !action:@forum.loses ..1 forums:LIST(FORUM, FRAME)
  modality denied
  date clause
  require parties forums
  priority 6
  + "Chile rời APEC ngày 31/1/2020." => parties=gpe:CHL forums=org:apec action=member modality=denied
  + "Lào bị đình chỉ tư cách thành viên ASEAN." => parties=gpe:LAO modality=denied
  - "Chile sẽ không rút khỏi APEC."
  - "Ông nói về viễn cảnh Chile rời APEC."
  - "Thủ tướng Lào Khamphan Phommathat rời ASEAN."
class forum.leaves member = rời | rời khỏi | rời bỏ | rút khỏi | rút ra khỏi | chính thức rời | chính thức rời khỏi | chính thức rút khỏi | đã rút khỏi | đã rời khỏi
class forum.loses member = bị đình chỉ tư cách thành viên | bị đình chỉ tư cách | bị loại khỏi | bị khai trừ khỏi

pattern forum.hosting FORUM
  why support for hosting a meeting of a body
  match ( @forum.backs ) ...6 !action:@forum.host ...8 forums:FORUM
  fill parties = pair
  date none
  require parties forums
  priority 6
  + "Lào ủng hộ Việt Nam đăng cai Năm APEC 2027." => action=support_hosting
  + "Nhật Bản sẵn sàng hỗ trợ Việt Nam đăng cai APEC 2027." => action=support_hosting
  - "Lào đăng cai hội thảo."
class forum.backs b = ủng hộ | sẵn sàng hỗ trợ | hỗ trợ

pattern forum.since FORUM
  why the entry leads the sentence: "Since it joined ASEM in 1996, X ..."
  match ^ ..3 !action:@forum.enter forums:LIST(FORUM, FRAME) ( ..1 date:DATE )? ..2 "," ..2 parties:COUNTRY
  date clause
  require parties forums
  priority 4
  + "Từ khi gia nhập ASEM năm 1996, Việt Nam luôn tích cực đóng góp." => action=member forums=org:asem parties=gpe:VNM
  + "Từ khi trở thành thành viên của APEC, Chile luôn mở cửa thị trường." => parties=gpe:CHL forums=org:apec
  - "Từ khi tham gia câu lạc bộ, Việt Nam đã thi đấu tốt."
class forum.enter member = tham gia | gia nhập | trở thành thành viên | trở thành thành viên của | chính thức gia nhập

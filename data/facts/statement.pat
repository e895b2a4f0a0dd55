# STATEMENT: who says something.  What is said are facts of their own.

class statement.medium press_conference = họp báo | cuộc họp báo | buổi họp báo | họp báo chung | họp báo thường kỳ | cuộc họp báo chung
class statement.medium communique = thông cáo
class statement.medium interview = phỏng vấn | trả lời phỏng vấn
class statement.medium article = bài viết
class statement.medium speech = bài phát biểu | phát biểu | bài diễn văn | diễn văn
class statement.medium message = thông điệp | điện mừng | thư
class statement.medium joint_statement = tuyên bố chung | bản tuyên bố chung
class statement.medium talks = hội đàm | cuộc hội đàm | cuộc gặp | buổi tiếp
class statement.medium meeting = hội nghị | cuộc họp | phiên họp | diễn đàn
class statement.in t = trong | tại | ở | qua
class statement.out t = được | do | mà

pattern statement.first STATEMENT
  why the speaker before the verb
  match speaker:LIST(LEADER) ( @speech.adverb )? ( @speech.adverb )? ( DATE )? !act:@verb.say
  match speaker:LIST(LEADER) ( @speech.adverb )? ( "tại" | "ở" ) ( PLACE | COUNTRY ) ( DATE )? ( @speech.adverb )? !act:@verb.say
  match speaker:ORG ( @speech.adverb )? ( DATE )? !act:@verb.say
  match speaker:PERSON "," ..10 ( "," ..8 )? ( "," ..4 )? "," ( DATE )? !act:@verb.say
  match speaker:PERSON "," @speech.post ..8 !act:@verb.say
  modality actual
  date before
  priority 3
  + "Bộ trưởng Trần Văn Bình cho biết hai nước sẽ ký hiệp định." => act=say
  + "Tổng thống Pháp Jean Dupont nhấn mạnh Pháp coi trọng quan hệ với Việt Nam." => act=stress speaker=per:Jean Dupont
  + "Ông Jean Dupont, chuyên gia của Viện Nghiên cứu châu Á, Pháp, nhận định quan hệ hai nước rất tốt." => act=say speaker=per:Jean Dupont
  - "Giá tăng cho biết thị trường nóng."

class speech.post p = chuyên gia | nhà nghiên cứu | giáo sư | giám đốc | Giám đốc | phát ngôn viên | trưởng đoàn | nhà phân tích | học giả | cựu | nghiên cứu viên | phó giám đốc | chủ tịch | đại diện | người | Viện trưởng | Trưởng đoàn | đại biểu | tác giả

pattern statement.both STATEMENT
  why what two sides find together
  match speaker:PAIR ( @speech.adverb )? ( @speech.adverb )? !act:@shared.verb
  modality actual
  date before
  priority 3
  + "Việt Nam và Lào hội đàm hôm qua. Hai bên vui mừng nhận thấy quan hệ tiến triển." => act=assess speaker=gpe:LAO
  + "Việt Nam và Lào hội đàm hôm qua. Tại hội đàm, hai bên cũng bày tỏ lo ngại về tình hình." => act=say speaker=gpe:LAO
  - "Hai bên ký ba văn kiện."
class shared.verb assess = vui mừng nhận thấy | đánh giá cao | đánh giá | ghi nhận | hài lòng nhận thấy | vui mừng ghi nhận | hài lòng | vui mừng
class shared.verb say = bày tỏ | cho rằng | chia sẻ lo ngại
class shared.verb express_wish = bày tỏ mong muốn | cùng trông đợi
class shared.verb welcome = hoan nghênh
class shared.verb call_for = kêu gọi

pattern statement.paper STATEMENT
  why a paper of a body says it
  match @statement.source ( DATE )? ( "của" | "từ" | "do" )? speaker:ORG ..4 !act:@verb.say
  match speaker:ORG ( DATE )? ( @speech.adverb )? !act:@paper.gives
  fill medium = 'communique'
  modality actual
  date before
  priority 5
  + "Thông cáo của Bộ Ngoại giao Lào cho biết hai bên sẽ sớm gặp lại." => speaker=org:Bộ Ngoại giao Lào act=say
  + "Bộ Ngoại giao Lào hôm 9/10 ra tuyên bố lên án vụ tấn công." => speaker=org:Bộ Ngoại giao Lào act=announce
  - "Bộ Ngoại giao Lào ra quyết định bổ nhiệm."
class paper.gives announce = ra thông báo | ra tuyên bố | ra thông cáo | phát đi thông báo | phát đi thông cáo | đưa ra tuyên bố | đưa ra thông cáo

pattern statement.title STATEMENT
  why a speaker and a colon: what follows is said
  match ^ speaker:LIST(PERSON) !":" not @statement.list
  fill act = 'say'
  modality actual
  date none
  priority 2
  + "Thủ tướng Lê Văn Cường: Việt Nam coi Lào là bạn." => speaker=per:Lê Văn Cường
  + "Đại sứ Lào Khamphan Phommathat: Quan hệ hai nước rất tốt." => speaker=per:Khamphan Phommathat
  - "Danh sách: Lê Văn Cường."
class statement.list l = gồm | bao gồm

pattern statement.speech STATEMENT
  why a speech that somebody makes
  match speaker:LIST(LEADER) ...8 !act:@oratory.verb
  date before
  priority 2
  + "Tối 3/4, Thủ tướng Lê Văn Cường có bài phát biểu tại Đại học Quốc gia Lào." => act=speak speaker=per:Lê Văn Cường
  + "Tổng thống Pháp Jean Dupont đã đọc diễn văn trước Quốc hội." => act=speak speaker=per:Jean Dupont
  - "Bài phát biểu kéo dài một giờ."
class oratory.verb speak = có bài phát biểu | phát biểu tại | phát biểu chính sách | đọc diễn văn | đọc bài phát biểu | có bài phát biểu chính sách | phát biểu khai mạc | phát biểu trước

pattern statement.medium STATEMENT
  why where or in what the speaker says it
  match speaker:LIST(LEADER) ( @speech.adverb )? ( DATE )? !act:@verb.say @statement.in medium:@statement.medium ( @statement.out publisher:ORG )?
  match speaker:ORG ( @speech.adverb )? ( DATE )? !act:@verb.say @statement.in medium:@statement.medium
  match @statement.in medium:@statement.medium ...8 "," speaker:LIST(LEADER) ( @speech.adverb )? ( @speech.adverb )? !act:@verb.say
  modality actual
  priority 4
  + "Bộ trưởng Trần Văn Bình cho biết trong thông cáo do Bộ Ngoại giao công bố ngày 5/6/2023." => medium=communique publisher=org:Bộ Ngoại giao
  + "Phát biểu tại họp báo, Bộ trưởng Trần Văn Bình khẳng định hai nước sẽ ký hiệp định." => medium=press_conference speaker=per:Trần Văn Bình
  - "Giá tăng cho biết trong thông cáo."

pattern statement.theo STATEMENT
  why "according to the ministry"
  match act:@according speaker:( ORG | PERSON )
  match act:@according @statement.source ( "của" | "từ" )? speaker:ORG
  modality actual
  date before
  priority 4
  + "Theo Bộ Ngoại giao Lào, hội nghị sẽ diễn ra vào tháng 5." => speaker=org:Bộ Ngoại giao Lào
  + "Theo thông cáo của Bộ Ngoại giao Lào, hai bên đã trao đổi ý kiến." => speaker=org:Bộ Ngoại giao Lào
  + "Hai bên sẽ sớm gặp lại, theo thông cáo Bộ Ngoại giao Lào đưa ra." => speaker=org:Bộ Ngoại giao Lào
  - "Theo thông lệ, hội nghị diễn ra vào tháng 5."

class statement.source s = số liệu sơ bộ | số liệu thống kê | bản thông cáo | thông cáo phát đi | tuyên bố | bản tuyên bố | người phát ngôn của | bản tin | thông cáo chung | thông tin | thông cáo | tin | thông báo | thông cáo báo chí | số liệu | thống kê

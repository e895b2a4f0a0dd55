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
  match speaker:ORG ( @speech.adverb )? ( DATE )? !act:@verb.say
  modality actual
  date before
  priority 3
  + "Bộ trưởng Trần Văn Bình cho biết hai nước sẽ ký hiệp định." => act=say
  + "Tổng thống Pháp Jean Dupont nhấn mạnh Pháp coi trọng quan hệ với Việt Nam." => act=stress speaker=per:Jean Dupont
  - "Giá tăng cho biết thị trường nóng."

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
  match act:@according @statement.source ( "của" | "từ" ) speaker:ORG
  modality actual
  date before
  priority 4
  + "Theo Bộ Ngoại giao Lào, hội nghị sẽ diễn ra vào tháng 5." => speaker=org:Bộ Ngoại giao Lào
  + "Theo thông cáo của Bộ Ngoại giao Lào, hai bên đã trao đổi ý kiến." => speaker=org:Bộ Ngoại giao Lào
  - "Theo thông lệ, hội nghị diễn ra vào tháng 5."

class statement.source s = thông tin | thông cáo | tin | thông báo | thông cáo báo chí | số liệu | thống kê

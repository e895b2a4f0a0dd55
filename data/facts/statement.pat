# STATEMENT: who says something.  What is said are facts of their own.

class statement.medium press_conference = họp báo | cuộc họp báo | buổi họp báo | họp báo chung | họp báo thường kỳ | cuộc họp báo chung
class statement.medium communique = thông cáo
class statement.medium interview = phỏng vấn | trả lời phỏng vấn
class statement.medium article = bài viết
class statement.medium press = báo chí

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

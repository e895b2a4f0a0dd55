# CONTACT: talks, meetings, calls, messages.

class contact.talks talks = hội đàm với nhau | hội đàm | tiến hành hội đàm | hội đàm chính thức | có cuộc hội đàm | hội đàm cấp cao | cuộc hội đàm | hội đàm trực tuyến | có cuộc hội đàm quan trọng | cuộc hội đàm quan trọng | đàm phán | có hội đàm | thương lượng | tiến hành thương lượng | cuộc thương lượng | làm việc | buổi làm việc | có buổi làm việc
class contact.talks exchange = trao đổi | thảo luận | bàn | cuộc trao đổi | có cuộc trao đổi | bàn thảo | bàn bạc
class contact.talks restricted_talks = hội đàm hẹp
class contact.negotiate talks = hội đàm | đàm phán | đối thoại | nối lại đàm phán | thương lượng | tiến hành thương lượng | tiến hành đàm phán | tiến hành hội đàm
class contact.meet meeting = có các cuộc gặp gỡ | các cuộc gặp gỡ | có các cuộc gặp | các cuộc gặp | có các cuộc hội kiến | cuộc trò chuyện | có cuộc trò chuyện | gặp | gặp gỡ | hội kiến | có cuộc gặp | cuộc gặp | gặp riêng | cuộc gặp riêng | có cuộc gặp riêng | có cuộc hội kiến | gặp song phương | cuộc gặp song phương | hội ngộ | có cuộc gặp song phương | có cuộc gặp gỡ | cuộc hội kiến
class contact.meet contacts = có các cuộc tiếp xúc | các cuộc tiếp xúc | có các cuộc tiếp xúc song phương | tiếp xúc | có cuộc tiếp xúc | tiếp xúc song phương
class contact.mutual meeting = gặp nhau | gặp gỡ | có cuộc gặp | cuộc gặp | gặp riêng | cuộc gặp riêng | có cuộc gặp riêng | có cuộc hội kiến | gặp song phương | cuộc gặp song phương | có cuộc gặp song phương | cuộc hội kiến | cuộc gặp gỡ | có cuộc gặp gỡ | gặp mặt | gặp thượng đỉnh | cuộc gặp thượng đỉnh | có cuộc tiếp xúc | gặp lại nhau
class contact.meet dialogue = đối thoại | có cuộc đối thoại
class contact.call call = điện đàm | cuộc điện đàm | có cuộc điện đàm | điện đàm trực tuyến | nói chuyện điện thoại
class contact.receive reception = tiếp | tiếp đón | có buổi tiếp
class contact.receive audience = tiếp kiến | yết kiến
class contact.receive welcome = đón | chào đón | đón tiếp | ra đón | đón chính thức
class contact.courtesy audience = chào từ biệt | đến chào từ biệt | tới chào từ biệt | chào kết thúc nhiệm kỳ | đến chào kết thúc nhiệm kỳ | đến chào nhân dịp kết thúc nhiệm kỳ | chào | đến chào | tới chào | chào xã giao | đến chào xã giao | tới chào xã giao
class contact.message message = gửi lời chúc | gửi lời chào | gửi điện mừng | có thư và điện chia buồn gửi | gửi thư và điện chia buồn | gửi thư chia buồn | điện chia buồn gửi | trong điện buồn gửi | trong thư gửi | trong điện gửi | gửi lời chia buồn sâu sắc | gửi thư mời | gửi lời mời | có thư gửi | có điện gửi | có thư chia buồn gửi | gửi điện | gửi thông điệp chúc mừng | gửi lời thăm hỏi | gửi thư chúc mừng | gửi điện chúc mừng | gửi thông điệp | gửi điện chia buồn | gửi thư | gửi lời chúc mừng | gửi điện | gửi lời chia buồn | gửi điện thăm hỏi
class contact.swap message = trao đổi điện mừng | trao đổi thư | trao đổi thông điệp | trao đổi điện chúc mừng | trao đổi thư chúc mừng
class contact.peer p = quyền | tân | nguyên | cựu | vị khách | người đồng cấp | người đồng nhiệm | đồng nghiệp
class contact.stop s = lễ đón | lễ đón chính thức | lễ đón tiếp | lễ tiếp đón | buổi lễ đón | lễ ra mắt | vẫy chào | vẫy tay chào | kết quả hội đàm | kết quả cuộc hội đàm | kết quả của cuộc hội đàm | tiếp nhận | tiếp tục | tiếp thu | tiếp đó | gặp khó khăn | gặp nhiều khó khăn | tiếp cận | lễ trao đổi | lễ trao | trao đổi thương mại | trao đổi đoàn | trao đổi các đoàn | trao đổi thông tin | trao đổi kinh nghiệm | trao đổi văn kiện | trao đổi sinh viên | trao đổi công hàm | trao đổi văn hóa | trao đổi hàng hóa | trao đổi tù nhân | làm việc tại

class contact.stop s = hoàn tất đàm phán | kết thúc đàm phán | khởi động đàm phán | thúc đẩy đàm phán | đàm phán phân định | đàm phán hiệp định | đàm phán phân giới | đàm phán gia nhập | tiến trình đàm phán | vòng đàm phán | bàn đàm phán

pattern contact.talks CONTACT
  why A holds talks with B
  match actor:LIST(LEADER) ...8 !not @contact.stop form:@contact.talks ...5 ( "với" | "cùng" ) ( @contact.peer COUNTRY? )? counterpart:LIST(LEADER)
  match actor:LIST(ACTOR) ..4 !not @contact.stop form:@contact.talks ...5 ( "với" | "cùng" ) ( @contact.peer COUNTRY? )? counterpart:LIST(LEADER)
  match !form:@contact.talks ..3 ( "giữa" | "của" ) actor:LEADER ( "và" | "với" ) counterpart:LEADER
  match !form:@contact.talks ..3 "với" counterpart:LIST(LEADER)
  match !form:@contact.talks "cùng" counterpart:LIST(LEADER)
  match actor:LIST(PERSON) ( @speech.adverb )? ( DATE )? ..2<ADV|AUX> !form:@contact.talks counterpart:LIST(PERSON)
  fill actor = subject(LEADER), subject, left(PERSON)
  fill place = at(PLACE)
  require actor counterpart
  priority 5
  + "Chiều 5/6, Thủ tướng Lê Văn Cường đã hội đàm với Thủ tướng Lào Khamphan Phommathat." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat
  + "Ông Lê Văn Cường hội đàm Thủ tướng Lào Khamphan Phommathat." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat
  + "Cuộc hội đàm giữa Thủ tướng Lê Văn Cường và Thủ tướng Lào Khamphan Phommathat kéo dài hai giờ." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat
  + "Báo chí Lào dẫn lời Thủ tướng Lào Khamphan Phommathat sau cuộc hội đàm với Thủ tướng Lê Văn Cường." => actor=per:Khamphan Phommathat counterpart=per:Lê Văn Cường
  - "Thủ tướng Lê Văn Cường chủ trì lễ đón Thủ tướng Lào Khamphan Phommathat."
  + "Thủ tướng Lê Văn Cường cũng sẽ hội đàm Thủ tướng Lào Khamphan Phommathat." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat modality=planned
  - "Hội đàm diễn ra trong không khí cởi mở."

pattern contact.meet CONTACT
  why A meets B
  match actor:LIST(LEADER) ...8 !not @contact.stop form:@contact.meet ( "với" | "gỡ" )? ( @contact.some )? ( @contact.peer COUNTRY? )? counterpart:LIST(LEADER)
  match actor:LIST(ACTOR) ..4 !not @contact.stop form:@contact.meet ( "với" | "gỡ" )? ( @contact.some )? ( @contact.peer COUNTRY? )? counterpart:LIST(LEADER)
  match actor:LIST(PERSON) ...8 !not @contact.stop form:@contact.meet ..3 "với" ( @contact.peer COUNTRY? )? counterpart:LIST(PERSON)
  match !not @contact.stop form:@contact.meet ( "với" )? ( @contact.some )? counterpart:LIST(LEADER)
  match !form:@contact.meet ..3 ( "giữa" | "của" ) actor:LEADER ( "và" | "với" ) counterpart:LEADER
  match actor:LIST(LEADER) ...8 !form:@contact.meet "," ( "trao" "đổi" | "làm" "việc" | "đối" "thoại" ) ( "với" )? counterpart:LIST(LEADER)
  fill actor = subject(LEADER), subject
  fill place = at(PLACE)
  require actor counterpart
  priority 4
  + "Chủ tịch Quốc hội Phạm Văn Dũng hội kiến Tổng thống Lào Khamphan Phommathat." => actor=per:Phạm Văn Dũng counterpart=per:Khamphan Phommathat
  + "Chủ tịch nước Trần Văn Bình sẽ có các cuộc gặp gỡ với lãnh đạo Chile." => actor=per:Trần Văn Bình modality=planned
  + "Bên lề hội nghị, Bộ trưởng Trần Văn Bình đã gặp Ngoại trưởng Mỹ John Smith." => actor=per:Trần Văn Bình counterpart=per:John Smith form=meeting
  - "Doanh nghiệp gặp khó khăn."

class contact.some s = một số | nhiều | đông đảo
class contact.during d = sau | tại | trong | kết thúc | sau khi kết thúc

pattern contact.during CONTACT
  why after or during talks, one or both sides do something: those talked
  match @contact.during ( "cuộc" )? !form:@contact.form ...8 "," actor:LEADER "và" counterpart:LEADER
  match @contact.during ( "cuộc" )? !form:@contact.form ..3 ( "với" )? counterpart:LEADER ...12 "," actor:LEADER
  match ^ !form:@contact.form ...8 "," actor:LEADER ( "và" | "cùng" ) counterpart:LEADER
  match ^ !form:@contact.opens ( "với" )? ( @contact.peer COUNTRY? )? counterpart:LEADER ...12 "," ..1 actor:LEADER
  modality noun
  require actor counterpart
  priority 6
  + "Sau cuộc hội đàm riêng, Tổng thống Pháp Jean Dupont và Thủ tướng Lào Khamphan Phommathat họp báo." => actor=per:Jean Dupont counterpart=per:Khamphan Phommathat
  + "Trong cuộc điện đàm với Tổng thống Pháp Jean Dupont hôm 3/4, Thủ tướng Lê Văn Cường bày tỏ hy vọng." => actor=per:Lê Văn Cường counterpart=per:Jean Dupont form=call
  + "Hội đàm tại Viêng Chăn ngày 23/3, Thủ tướng Lê Văn Cường và Thủ tướng Lào Khamphan Phommathat khẳng định quan hệ rất tốt." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat
  + "Sau cuộc hội đàm với Thủ tướng Lê Văn Cường, Thủ tướng Chile Pedro Rojas dự một diễn đàn." => actor=per:Pedro Rojas counterpart=per:Lê Văn Cường
  + "Trao đổi với người đồng cấp Lào Khamphan Phommathat trong cuộc hội đàm sau đó, Thủ tướng Lê Văn Cường nhấn mạnh lập trường." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat
  + "Tiếp Đại sứ Lào Khamphan Phommathat chiều 5/6, Bộ trưởng Trần Văn Bình đề nghị hai nước hợp tác." => form=reception actor=per:Trần Văn Bình counterpart=per:Khamphan Phommathat
  - "Sau cuộc hội đàm, hai bên họp báo."
class contact.form talks = hội đàm | cuộc hội đàm
class contact.opens talks = hội đàm | làm việc | trao đổi | thảo luận
class contact.opens meeting = gặp | gặp gỡ | hội kiến
class contact.opens reception = tiếp | tiếp đón
class contact.opens call = điện đàm
class contact.form meeting = cuộc gặp | cuộc gặp gỡ | hội kiến | cuộc hội kiến | cuộc gặp riêng
class contact.form reception = buổi tiếp | cuộc tiếp | lễ tiếp
class contact.form call = điện đàm | cuộc điện đàm

pattern contact.this CONTACT
  why the talks that were told of before: something is said or done there
  match ^ @contact.during ( "cuộc" )? !form:@contact.form ( "này" | "trên" )? ","
  fill actor = latest(CONTACT.actor, form)
  fill counterpart = latest(CONTACT.counterpart, form)
  date none
  modality noun
  require actor counterpart
  priority 1
  + "Thủ tướng Lê Văn Cường hội đàm với Thủ tướng Lào Khamphan Phommathat. Tại cuộc hội đàm, hai bên trao đổi về biên giới." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat
  + "Chủ tịch nước Trần Văn Bình điện đàm với Tổng thống Pháp Jean Dupont. Trong cuộc điện đàm, hai bên bàn về biển." => form=call counterpart=per:Jean Dupont
  - "Thủ tướng Lê Văn Cường điện đàm với Tổng thống Pháp Jean Dupont. Tại hội đàm, hai bên trao đổi về biên giới."

pattern contact.call CONTACT
  why a telephone call
  match actor:LIST(LEADER) ...8 !form:@contact.call ..6 ( "với" ) ( @contact.peer COUNTRY? )? counterpart:LIST(LEADER)
  match !form:@contact.call ..3 ( "giữa" | "của" ) actor:LEADER "và" counterpart:LEADER
  fill actor = subject
  require actor counterpart
  priority 5
  + "Ngoại trưởng Trần Văn Bình điện đàm với Ngoại trưởng Mỹ John Smith." => actor=per:Trần Văn Bình counterpart=per:John Smith
  + "Tối 3/4, Thủ tướng Lê Văn Cường có cuộc điện đàm với Tổng thống Pháp Jean Dupont." => form=call counterpart=per:Jean Dupont
  - "Cuộc điện đàm kéo dài 30 phút."

pattern contact.receive CONTACT
  why A receives B
  match actor:LIST(LEADER) ...6 !not @contact.stop form:@contact.receive ( @contact.peer COUNTRY? )? counterpart:LIST(LEADER) not @arrive.short
  match !not @contact.stop form:@contact.receive counterpart:LIST(PERSON) not @arrive.short
  match actor:LIST(LEADER) ...4 !not @contact.stop form:@contact.receive ( "và" | "," ) ..8 ( "chào" "mừng" | "đón" | "chiêu" "đãi" | "mời" ) counterpart:LIST(PERSON)
  fill actor = subject(PERSON)
  fill place = at(PLACE)
  require actor counterpart
  priority 3
  + "Chiều 5/6, Chủ tịch nước Trần Văn Bình đã tiếp Đại sứ Lào Khamphan Phommathat." => actor=per:Trần Văn Bình counterpart=per:Khamphan Phommathat
  + "Chủ tịch nước Trần Văn Bình hôm qua tiếp cựu Tổng thống Pháp Jean Dupont tại Hà Nội." => form=reception counterpart=per:Jean Dupont
  + "Thủ tướng Lê Văn Cường chào đón Tổng thống Pháp Jean Dupont tại Phủ Chủ tịch." => form=welcome actor=per:Lê Văn Cường
  + "Nhà vua Lào sẽ tiếp kiến và tổ chức Quốc yến chiêu đãi Chủ tịch nước Trần Văn Bình." => form=audience counterpart=per:Trần Văn Bình modality=planned
  - "Việt Nam tiếp nhận năm máy bay."

pattern contact.received CONTACT
  why the guest is the subject: "B was received by A"
  match counterpart:LIST(PERSON) ..2 "được" actor:PERSON ..3<ADV|AUX> !form:@contact.receive
  match counterpart:GROUP ..2 "được" actor:PERSON ..3<ADV|AUX> !form:@contact.receive
  fill place = at(PLACE)
  require actor counterpart
  priority 7
  + "Thủ tướng Lào Khamphan Phommathat được Chủ tịch nước Trần Văn Bình tiếp tại Hà Nội." => form=reception actor=per:Trần Văn Bình counterpart=per:Khamphan Phommathat
  + "Đại sứ Chile Pedro Rojas đã được Thủ tướng Lê Văn Cường đón." => form=welcome actor=per:Lê Văn Cường
  - "Đơn thư được Chủ tịch nước Trần Văn Bình tiếp nhận."

pattern contact.summit CONTACT
  why two who meet at a summit of theirs
  match actor:LEADER ( "và" | "cùng" | "với" ) counterpart:LEADER ..4 !form:@summit.held
  match actor:COUNTRY ( "và" | "với" ) counterpart:COUNTRY ..4 !form:@summit.held
  fill place = at(PLACE)
  require actor counterpart
  priority 7
  + "Tổng thống Chile Pedro Rojas và Tổng thống Pháp Jean Dupont họp thượng đỉnh tại Hà Nội." => actor=per:Pedro Rojas counterpart=per:Jean Dupont place=loc:Hà Nội
  + "Thủ tướng Lê Văn Cường và Tổng thống Pháp Jean Dupont có cuộc họp thượng đỉnh." => form=meeting
  - "Tổng thống Chile Pedro Rojas dự họp thượng đỉnh."
class summit.held meeting = họp thượng đỉnh | có cuộc họp thượng đỉnh | họp hội nghị thượng đỉnh | tổ chức hội nghị thượng đỉnh | tiến hành hội nghị thượng đỉnh | có cuộc gặp thượng đỉnh

pattern contact.phone CONTACT
  why A rings B
  match actor:LIST(PERSON) ...6 !form:@phone.to ( @contact.peer COUNTRY? )? counterpart:LIST(PERSON)
  require actor counterpart
  priority 6
  + "Tổng thống Chile Pedro Rojas gọi điện cho Tổng thống Pháp Jean Dupont." => form=call actor=per:Pedro Rojas counterpart=per:Jean Dupont
  + "Thủ tướng Lê Văn Cường đã gọi điện thoại cho người đồng cấp Lào Khamphan Phommathat." => form=call actor=per:Lê Văn Cường
  - "Ông gọi điện cho vợ."
class phone.to call = gọi điện cho | gọi điện thoại cho | gọi điện tới | gọi điện đến | điện thoại cho | gọi điện chúc mừng | gọi điện

pattern contact.letters CONTACT
  why a new ambassador presents his letters to the head of state
  match actor:LIST(PERSON) ...4 !form:@letters.to ( "lên" | "cho" | "tới" )? counterpart:PERSON
  require actor counterpart
  priority 6
  + "Đại sứ Lào Khamphan Phommathat trình quốc thư lên Chủ tịch nước Trần Văn Bình." => form=audience actor=per:Khamphan Phommathat counterpart=per:Trần Văn Bình
  + "Sáng 3/4, Đại sứ Chile Pedro Rojas đã trình Thư ủy nhiệm lên Nhà vua Na Uy Erik Hansen." => actor=per:Pedro Rojas
  - "Đại sứ Chile Pedro Rojas trình quốc thư."
class letters.to audience = trình quốc thư | trình thư ủy nhiệm | trình ủy nhiệm thư | đến trình quốc thư | đến trình thư ủy nhiệm | trao quốc thư

pattern contact.courtesy CONTACT
  why B pays a courtesy call on A
  match actor:LIST(PERSON) ...6 !form:@contact.courtesy counterpart:LIST(PERSON)
  match !form:@contact.courtesy counterpart:LIST(LEADER)
  fill actor = subject(LEADER)
  require actor counterpart
  priority 5
  + "Đại sứ Nhật Bản Sato Kenji đến chào xã giao Bộ trưởng Trần Văn Bình." => actor=per:Sato Kenji counterpart=per:Trần Văn Bình
  + "Bộ trưởng Quốc phòng Pháp Jean Dupont tới chào xã giao Thủ tướng Lê Văn Cường." => form=audience actor=per:Jean Dupont
  + "Đại sứ Chile Pedro Rojas đến chào từ biệt Bộ trưởng Trần Văn Bình." => form=audience counterpart=per:Trần Văn Bình
  - "Đại sứ chào xã giao."

pattern contact.message CONTACT
  why a message or telegram
  match actor:LIST(ACTOR) ...8 !form:@contact.message ..3 ( "tới" | "đến" | "cho" )? counterpart:LIST(ACTOR)
  match actor:GROUP ...4 !form:@contact.swap
  fill counterpart = slot(actor)
  require actor counterpart
  priority 5
  + "Chủ tịch nước Trần Văn Bình gửi điện mừng tới Tổng thống Lào Khamphan Phommathat." => actor=per:Trần Văn Bình counterpart=per:Khamphan Phommathat
  + "Tổng thống Pháp Jean Dupont gửi thư chúc mừng Thủ tướng Lê Văn Cường." => form=message actor=per:Jean Dupont
  - "Ông gửi thư cho vợ."

pattern contact.both CONTACT
  why "A and B held talks"
  match actor:LEADER ( "và" | "cùng" | "với" | "cùng" "với" | "sẽ" "cùng" "với" | "sẽ" "cùng" ) counterpart:LEADER ...6 !not @contact.stop form:@contact.talks not @contact.with
  match actor:LEADER ( "và" | "cùng" | "với" | "cùng" "với" | "sẽ" "cùng" "với" | "sẽ" "cùng" ) counterpart:LEADER ...6 !form:@contact.call not @contact.with
  match actor:LEADER ( "và" | "cùng" | "với" | "cùng" "với" | "sẽ" "cùng" "với" | "sẽ" "cùng" ) counterpart:LEADER ...6 !form:@contact.mutual not @contact.with
  match actor:COUNTRY ( "và" | "với" ) counterpart:COUNTRY ..4 !form:@contact.negotiate
  priority 6
  + "Sáng 2/3, Bộ trưởng Trần Văn Bình và Bộ trưởng Quốc phòng Lào Khamphan Phommathat đã tiến hành hội đàm." => actor=per:Trần Văn Bình counterpart=per:Khamphan Phommathat
  + "Thủ tướng Lê Văn Cường và Tổng thống Pháp Jean Dupont có cuộc gặp riêng." => actor=per:Lê Văn Cường counterpart=per:Jean Dupont
  - "Hai bên hội đàm."
  + "Thủ tướng Lê Văn Cường và Tổng thống Pháp Jean Dupont đã hội đàm với nhau tại Hà Nội." => actor=per:Lê Văn Cường counterpart=per:Jean Dupont
  - "Bộ trưởng Trần Văn Bình và Bộ trưởng Lào Khamphan Phommathat đánh giá trao đổi thương mại hai chiều tăng nhanh."

class contact.with w = với

pattern contact.pair CONTACT
  why the two leaders as one phrase: "hai nhà lãnh đạo hội đàm"
  match actor:BOTH ...6 !not @contact.stop form:@contact.talks
  match actor:BOTH ...6 !form:@contact.meet
  match actor:BOTH ...6 !form:@contact.call
  split actor counterpart
  require actor counterpart
  priority 6
  + "Thủ tướng Lê Văn Cường đón Thủ tướng Lào Khamphan Phommathat. Hai Thủ tướng sau đó tiến hành hội đàm." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat
  + "Chủ tịch nước Trần Văn Bình đón Tổng thống Pháp Jean Dupont. Hai nhà lãnh đạo có cuộc gặp riêng." => actor=per:Trần Văn Bình counterpart=per:Jean Dupont form=meeting
  - "Hai nước tiến hành hội đàm."
  - "Hai nhà lãnh đạo vui mừng về việc hai nước hoàn tất đàm phán phân định biển năm 2022."

pattern contact.again CONTACT
  why the same people, a second form of contact in one sentence
  match @contact.then ...5 !form:@contact.talks
  match @contact.then ...5 !form:@contact.meet
  fill actor = subject(LEADER)
  split actor counterpart
  require actor counterpart
  priority 1
  + "Thủ tướng Lê Văn Cường và Thủ tướng Lào Khamphan Phommathat dự lễ đón, sau đó tiến hành hội đàm." => actor=per:Lê Văn Cường counterpart=per:Khamphan Phommathat
  + "Chủ tịch nước Trần Văn Bình và Tổng thống Pháp Jean Dupont duyệt đội danh dự, tiếp đó có cuộc gặp riêng." => form=meeting counterpart=per:Jean Dupont
  - "Sau đó, ông hội đàm."
class contact.then t = sau đó | tiếp đó | ngay sau đó | ngay sau lễ đón | ngay sau

pattern contact.chair CONTACT
  why "two officials chair consultations": they talk; the Nth one is an EVENT
  match actor:LEADER ( "và" | "cùng" | "cùng" "với" | "với" ) counterpart:LEADER ..2 @chair.verb ..2 !form:@consult.form not @consult.nth
  match actor:LEADER ...4 @chair.verb ..2 !form:@consult.form not @consult.nth ...8 ( "cùng" | "với" | "cùng" "với" ) counterpart:LEADER
  require actor counterpart
  priority 4
  + "Thứ trưởng Trần Văn Bình và Quốc vụ khanh Na Uy Erik Hansen đồng chủ trì Tham vấn chính trị Việt Nam - Na Uy lần thứ 10." => actor=per:Trần Văn Bình counterpart=per:Erik Hansen form=talks
  + "Thứ trưởng Trần Văn Bình cùng Thứ trưởng Pháp Jean Dupont đồng chủ trì cuộc đối thoại chiến lược." => form=dialogue counterpart=per:Jean Dupont
  - "Thứ trưởng Trần Văn Bình và Quốc vụ khanh Na Uy Erik Hansen đồng chủ trì tham vấn chính trị lần thứ 10."
  - "Ông An và bà Bình đồng chủ trì hội nghị của phường."
class chair.verb c = chủ trì | đồng chủ trì | cùng chủ trì | đã chủ trì | đã đồng chủ trì
class consult.nth n = lần thứ
class consult.form talks = tham vấn chính trị | cuộc tham vấn chính trị | tham khảo chính trị | kỳ tham vấn chính trị
class consult.form dialogue = đối thoại chiến lược | cuộc đối thoại chiến lược | đối thoại chính sách quốc phòng | đối thoại quốc phòng | đối thoại chiến lược quốc phòng

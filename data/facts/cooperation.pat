# COOPERATION: what two parties do together, agree, plan or wish.

class coop.verb v = hợp tác | phối hợp | tăng cường hợp tác | thúc đẩy hợp tác | đẩy mạnh hợp tác | mở rộng hợp tác | phát triển hợp tác | làm sâu sắc hợp tác | hợp tác chặt chẽ | tăng cường | thúc đẩy | đẩy mạnh | mở rộng | củng cố | kết nối | tăng cường phối hợp | tăng cường quan hệ | thúc đẩy quan hệ | phát triển quan hệ | mở rộng quan hệ | gắn bó | gắn bó chặt chẽ | tăng cường trao đổi | tăng cường giao lưu | duy trì | phát huy | nâng cao hiệu quả hợp tác | khuyến khích | tạo điều kiện | làm sâu sắc | làm sâu sắc hơn | tiếp tục hợp tác | hợp tác sâu rộng | tăng cường kết nối | thúc đẩy kết nối | đẩy nhanh | nâng cao | đa dạng hóa | tạo đột phá về | tạo bước đột phá về | ưu tiên hợp tác | hỗ trợ nhau | xây dựng quan hệ | tập trung hợp tác | hợp tác tốt | hợp tác hiệu quả | phối hợp chặt chẽ | đẩy mạnh kết nối | tăng cường liên kết | tăng cường đối thoại | hỗ trợ lẫn nhau | chia sẻ kinh nghiệm | trao đổi kinh nghiệm | kết nghĩa | đẩy mạnh trao đổi | thúc đẩy trao đổi | mở rộng trao đổi | tạo thuận lợi | tạo thuận lợi cho | đẩy mạnh giao lưu | thúc đẩy giao lưu | mở rộng giao lưu | mở rộng kết nối | hợp tác toàn diện | làm sâu sắc thêm | hoàn tất dự án | hoàn thành | sớm hoàn thành | sớm hoàn tất | hợp tác thực chất | nối lại | khôi phục | cùng hợp tác | phối hợp xử lý | phối hợp giải quyết | triển khai | tăng cường hơn nữa hợp tác | tăng cường hơn nữa
class coop.noun n = quan hệ hợp tác | hợp tác | sự hợp tác | quan hệ | mối quan hệ | chương trình hợp tác | dự án hợp tác | các dự án hợp tác | lĩnh vực hợp tác | các lĩnh vực hợp tác | nội dung hợp tác | cơ chế hợp tác
class coop.bad b = quan hệ ngoại giao | Bộ trưởng | tổ chức hợp tác
class coop.is i = , là | là | được coi là | được xem là | chiếm | trở thành | đạt
class coop.effect e = góp phần | giúp | đóng góp | qua đó | từ đó
class coop.word w = hợp tác | lĩnh vực | các lĩnh vực | quan hệ | phối hợp | song phương | hai nước | hai bên | giữa hai nước | kết nối | các mặt | giao lưu | trao đổi
class coop.good positive = hiệu quả | tích cực | tốt đẹp | mở rộng và củng cố | tiến triển tích cực | phát triển mạnh mẽ | đạt nhiều kết quả | bước phát triển mới
class coop.progress positive = có tiến triển | tiến triển tích cực | có tiến triển tích cực | được mở rộng | được tăng cường | được đẩy mạnh | được chú trọng | đạt nhiều kết quả | được thúc đẩy | không ngừng được củng cố | tiếp tục được | được triển khai | đạt nhiều thành tựu
class coop.instrument i = hiệp định | hiệp ước | nghị định thư | bản ghi nhớ | biên bản ghi nhớ
class coop.means m = thông qua | thông qua việc | bằng việc | qua việc | bằng cách
class coop.law _ = biện pháp hòa bình | luật pháp quốc tế | phù hợp với luật pháp quốc tế | trên cơ sở luật pháp quốc tế | phù hợp với nguyên tắc | phù hợp với các nguyên tắc | bằng biện pháp hòa bình

pattern coop.predicate COOPERATION
  why parties, a verb of cooperation, a list of fields
  match !@coop.verb not @coop.against sectors:SECTORS not @coop.is
  fill parties = pair
  fill holder = holder
  fill means = after(coop.means)
  modality bare
  date none
  require parties sectors
  priority 3
  + "Hai nước Việt Nam và Lào nhất trí tăng cường hợp tác trong các lĩnh vực năng lượng, giáo dục và y tế." => modality=agreed
  + "Việt Nam mong muốn cùng Chile mở rộng hợp tác về khai khoáng và nông nghiệp." => modality=desired sectors=sector:minerals
  + "Việt Nam và Lào sẽ tăng cường hợp tác giáo dục thông qua trao đổi sinh viên." => sectors=sector:education_training means=trao đổi sinh viên
  + "Lào muốn đa dạng hóa đầu tư tại Chile." => modality=desired sectors=sector:investment parties=gpe:LAO parties=gpe:CHL
  + "Hai bộ trưởng của Việt Nam và Lào thống nhất, trong thời gian tới tiếp tục thúc đẩy hợp tác y tế." => modality=agreed
  + "Việt Nam và Lào sẽ tăng cường hợp tác kinh tế, đầu tư; năng lượng tái tạo; du lịch, giáo dục." => sectors=sector:energy sectors=sector:education_training
  - "Việt Nam và Lào ký bản ghi nhớ hợp tác giáo dục."
  - "Lào không thể triển khai sức mạnh hải quân của mình tới Chile."
  + "Nga và Lào đang chuẩn bị một kế hoạch hợp tác quân sự." => modality=planned parties=gpe:RUS parties=gpe:LAO
  + "Lào và Chile sẽ tăng cường hợp tác trong các lĩnh vực đầu tư và xây dựng." => sectors=sector:construction
  - "Chuyến thăm góp phần củng cố quan hệ Việt Nam - Lào, thúc đẩy phát triển kinh tế."
  + "Hai nước Việt Nam và Lào nhất trí hợp tác về nghề cá và sớm phê chuẩn hiệp định phân định biên giới." => sectors=sector:fisheries
  - "Nhắc đến hợp tác kinh tế, ông nói về Việt Nam và Lào."
  - "Ông được thúc đẩy bởi niềm tin."
  - "Việt Nam và Lào lo ngại hành động mở rộng tranh chấp ở Biển Đông."

pattern coop.noun COOPERATION
  why cooperation in a field has grown
  match ^ !sectors:SECTORS ..1 assessment:@coop.progress
  match !@coop.noun sectors:SECTORS ...6 assessment:@coop.progress
  fill parties = pair
  modality follows
  date none
  require parties sectors
  priority 4
  + "Hợp tác nông nghiệp giữa Việt Nam và Lào được đẩy mạnh." => modality=actual
  + "Hợp tác du lịch giữa Việt Nam và Chile đạt nhiều kết quả." => sectors=sector:tourism
  + "Hợp tác giáo dục giữa Việt Nam và Lào cần được đẩy mạnh." => modality=desired
  - "Hợp tác giữa các lớp học được đẩy mạnh."

pattern coop.fields COOPERATION
  why a list of fields in which they cooperate
  match @coop.context ...20 !@coop.fieldhead sectors:SECTORS
  match @coop.above !@coop.fieldhead sectors:SECTORS
  fill parties = pair
  fill means = after(coop.means)
  modality bare
  date none
  require parties sectors
  priority 2
  + "Việt Nam và Lào đã có nhiều dự án trong các lĩnh vực thủy điện và khoáng sản." => sectors=sector:minerals
  + "Mối quan hệ giữa hai nước Việt Nam và Lào không ngừng phát triển tốt đẹp trong những năm qua trên tất cả các mặt, đặc biệt là trong các lĩnh vực như: thủy điện và khoáng sản." => sectors=sector:minerals modality=actual
  + "Việt Nam và Chile ký thỏa thuận trong lĩnh vực y tế." => sectors=sector:health
  - "Trong các lĩnh vực khác nhau."
class coop.context c = tập trung | tập trung vào | hợp tác | dự án | các dự án | phối hợp | thỏa thuận | văn kiện | ký kết | ký | trao đổi | kết nối | quan hệ | đầu tư | hỗ trợ | chương trình | gắn bó | chia sẻ
class plans.of p = kế hoạch hợp tác | chương trình hợp tác | các chương trình hợp tác | khuôn khổ hợp tác | khung hợp tác
class coop.area a = các lĩnh vực hợp tác | lĩnh vực hợp tác | những lĩnh vực hợp tác | các lĩnh vực hợp tác khác | các lĩnh vực ưu tiên
class coop.above a = đặc biệt là | nhất là
class coop.fieldhead f = trong các lĩnh vực như | trên các lĩnh vực như | các lĩnh vực như | trong những lĩnh vực | trên những lĩnh vực | những lĩnh vực | trong các lĩnh vực | trong lĩnh vực | trên các lĩnh vực | trên nhiều lĩnh vực | trong nhiều lĩnh vực | trên mọi lĩnh vực | các lĩnh vực hợp tác | lĩnh vực | trong các lĩnh lực | các lĩnh vực

pattern coop.listed COOPERATION
  why "the fields of cooperation are ..."
  match !@coop.area ...9 ( "gồm" | "bao" "gồm" | "là" ) sectors:SECTORS
  fill parties = pair
  modality follows
  date none
  context PAIR COUNTRY BOTH
  require parties sectors
  priority 2
  + "Việt Nam và Lào hội đàm hôm qua. Các lĩnh vực hợp tác khác của hai nước gồm đào tạo, y tế, năng lượng." => sectors=sector:education_training sectors=sector:energy modality=actual
  + "Ông cho hay năm lĩnh vực hợp tác của Việt Nam và Lào là hạ tầng, tài chính, thương mại." => sectors=sector:infrastructure
  - "Các lĩnh vực hợp tác của hai công ty gồm ba mảng."

pattern coop.signed COOPERATION
  why fields on which something was signed: they are agreed
  match !@coop.area ..2 "được" ( "ký" "kết" | "ký" | "thống" "nhất" ) ( "gồm" | "bao" "gồm" | "là" ) sectors:SECTORS
  fill parties = pair
  modality agreed
  date none
  require parties sectors
  priority 3
  + "Việt Nam và Lào hội đàm hôm qua. Các lĩnh vực hợp tác khác được ký kết gồm đào tạo, y tế, năng lượng." => sectors=sector:education_training modality=agreed
  + "Việt Nam và Chile hội đàm. Lĩnh vực hợp tác được thống nhất là y tế, du lịch." => sectors=sector:tourism modality=agreed
  - "Các lĩnh vực hợp tác được ký kết gồm ba mảng."

pattern coop.aim COOPERATION
  why cooperate in order to keep something up: the aim names the field
  match !@coop.verb ..8 @coop.aim @coop.verb? sectors:SECTORS
  fill parties = pair
  fill means = after(coop.means)
  modality bare
  date none
  require parties sectors
  priority 2
  + "Hai nước Việt Nam và Lào cam kết phối hợp chặt chẽ nhằm duy trì hòa bình, ổn định." => modality=agreed
  + "Việt Nam và Chile sẽ phối hợp chặt chẽ nhằm bảo vệ môi trường." => sectors=sector:environment modality=planned
  - "Họ phối hợp chặt chẽ nhằm về đích."
class coop.aim a = nhằm | để | trong việc

pattern coop.plural COOPERATION
  why "in culture, X will help Y": the field stands first
  match ^ "Về" !sectors:SECTORS "," ..6 @coop.doing
  match ";" "về" !sectors:SECTORS "," ..6 @coop.doing
  match ^ ( "Trong" | "Trên" ) "lĩnh" "vực" !sectors:SECTORS "," ...10 @coop.doing
  fill parties = pair
  modality follows
  date none
  context PAIR COUNTRY
  require parties sectors
  priority 4
  + "Việt Nam và Lào hội đàm. Về văn hóa, hai bên sẽ cùng trùng tu các ngôi chùa cổ." => sectors=sector:culture modality=planned
  + "Trong lĩnh vực giáo dục, Việt Nam và Lào đang phối hợp xây dựng ba trường học." => sectors=sector:education_training modality=actual
  - "Về văn hóa, ông viết ba cuốn sách."
class coop.doing d = sẽ cùng | cùng | phối hợp xây dựng | phối hợp tổ chức | giúp | hỗ trợ | tiếp tục giúp | tiếp tục hỗ trợ | hoàn tất | hoàn thành

pattern coop.help COOPERATION
  why one helps the other in a field of its own: to develop, to build, to train
  match !@coop.helps COUNTRY @coop.helped ..1 sectors:SECTORS
  fill parties = pair
  fill holder = holder
  modality bare
  date none
  require parties sectors
  priority 1
  + "Nhật Bản sẵn sàng hỗ trợ Lào phát triển kinh tế và đào tạo nguồn nhân lực." => parties=gpe:JPN parties=gpe:LAO sectors=sector:economy modality=desired
  + "Nhật Bản sẽ hỗ trợ Lào xử lý bom mìn còn sót lại sau chiến tranh." => sectors=sector:war_legacy modality=planned
  + "Nhật Bản cam kết giúp Lào xây dựng cơ sở hạ tầng." => sectors=sector:infrastructure modality=agreed
  - "Nhật Bản hỗ trợ Lào vượt qua trận đấu."
class coop.helps h = hỗ trợ | giúp | giúp đỡ | tiếp tục hỗ trợ | tiếp tục giúp đỡ | tiếp tục giúp
class coop.helped h = xử lý | khắc phục | tìm kiếm | rà phá | phát triển | xây dựng | đào tạo | nâng cao | ứng phó | trong việc | trong lĩnh vực | trong các lĩnh vực | trong quá trình

pattern coop.invest COOPERATION
  why firms invest, or wish to, in fields of the other country
  match COUNTRY ...4 !sectors:@invest.verb ( "vào" | "tại" | "ở" ) COUNTRY ...6 ..2 @invest.field sectors:SECTORS
  fill parties = pair
  fill holder = holder
  modality bare
  date none
  require parties sectors
  priority 4
  + "Việt Nam mong muốn doanh nghiệp Lào đầu tư vào Việt Nam, nhất là trong lĩnh vực năng lượng." => sectors=sector:energy modality=desired
  + "Doanh nghiệp Hàn Quốc sẽ tiếp tục đầu tư vào Việt Nam trong các lĩnh vực điện tử và bán dẫn." => sectors=sector:semiconductors modality=planned
  - "Doanh nghiệp Hàn Quốc đầu tư vào Việt Nam."
class invest.verb sector:investment = đầu tư | tiếp tục đầu tư | mở rộng đầu tư | tăng cường đầu tư | tăng đầu tư
class invest.field f = lĩnh vực | các lĩnh vực | những lĩnh vực | trong lĩnh vực | trong các lĩnh vực | vào lĩnh vực | vào các lĩnh vực

pattern coop.sea COOPERATION
  why both sides want disputes solved in peace, or do so
  match ( PAIR | BOTH ) ...20 !sectors:@coop.sea
  match ";" ..2 !sectors:@coop.sea
  match "cần" ..1 !sectors:@coop.sea
  fill parties = pair
  fill means = words(coop.law)
  modality bare
  date none
  context PAIR BOTH COUNTRY
  require parties sectors
  priority 4
  + "Hai nước Việt Nam và Lào nhất trí kiên trì giải quyết tranh chấp bằng biện pháp hòa bình." => modality=agreed sectors=sector:maritime
  + "Vì thế Việt Nam và Lào cần xử lý bất đồng trên biển." => modality=desired sectors=sector:maritime
  + "Hai nước Việt Nam và Chile sẽ cùng kiểm soát bất đồng trên biển." => modality=planned
  + "Hai nước Việt Nam và Lào cam kết giải quyết tranh chấp bằng biện pháp hòa bình." => means=bằng biện pháp hòa bình
  - "Hai công ty giải quyết tranh chấp tại tòa."
class coop.sea sector:maritime = xử lý bất đồng | xử lý tốt bất đồng | xử lý các bất đồng | xử lý thỏa đáng bất đồng | xử lý bất đồng ở Biển Đông | giải quyết vướng mắc | giải quyết bất đồng | giải quyết các bất đồng | giải quyết tranh chấp | giải quyết các tranh chấp | giải quyết hòa bình các tranh chấp | kiểm soát bất đồng trên biển | kiểm soát tốt bất đồng trên biển | kiểm soát tốt các bất đồng trên biển | kiểm soát bất đồng | kiểm soát tốt bất đồng | xử lý thỏa đáng các bất đồng trên biển | giải quyết vấn đề trên biển | xử lý tranh chấp | giải quyết hòa bình tranh chấp
class coop.against a = kế hoạch quân sự hóa | sức mạnh | sức mạnh quân sự | lực lượng | tên lửa | vũ khí | binh sĩ | quân đội | tranh chấp | căng thẳng | xung đột | quân sự hóa | bất đồng | ảnh hưởng | trừng phạt | lệnh trừng phạt

pattern coop.exchange COOPERATION
  why exchanges that are themselves cooperation: delegations, officers, students
  match !sectors:@coop.exchange ( ( "," | "và" | "cũng" "như" ) sectors:SECTORS )?
  fill parties = pair
  fill holder = holder
  fill means = after(coop.means)
  modality bare
  date none
  context PAIR COUNTRY BOTH
  require parties sectors
  priority 1
  + "Quân đội Việt Nam và Lào sẽ tiếp tục trao đổi đoàn công tác, giao lưu văn hóa, thể thao." => modality=planned sectors=sector:delegation_exchange sectors=sector:culture
  + "Hai nước Việt Nam và Chile thường xuyên trao đổi đoàn cấp cao." => modality=actual sectors=sector:delegation_exchange
  - "Hai đội bóng trao đổi cầu thủ."
class coop.exchange sector:delegation_exchange = trao đổi đoàn ở các cấp | trao đổi đoàn ở tất cả các cấp | trao đổi đoàn | trao đổi đoàn công tác | trao đổi đoàn các cấp | trao đổi đoàn cấp cao | trao đổi các đoàn | trao đổi các đoàn cấp cao | trao đổi các chuyến thăm | trao đổi nhiều đoàn | trao đổi đoàn và tiếp xúc cấp cao | trao đổi đoàn và tiếp xúc các cấp | duy trì tiếp xúc cấp cao | duy trì các cuộc tiếp xúc cấp cao

pattern coop.labour COOPERATION
  why workers of one country received by the other
  match ( COUNTRY | PAIR | PERSON ) ...10 !sectors:@coop.labour
  fill parties = pair
  fill holder = holder
  modality bare
  date none
  context PAIR COUNTRY
  require parties sectors
  priority 3
  + "Malaysia sẽ xem xét tiếp nhận thêm lao động Việt Nam trong một số ngành nghề." => sectors=sector:labour modality=conditional
  + "Lào đề nghị Nhật Bản tăng tiếp nhận thực tập sinh." => sectors=sector:labour modality=desired
  + "Việt Nam đề nghị Hàn Quốc tiếp nhận nhiều lao động hơn." => sectors=sector:labour modality=desired
  - "Công ty tiếp nhận thêm lao động."
class coop.labour sector:labour = tiếp nhận thực tập sinh | tăng tiếp nhận thực tập sinh | tiếp nhận thêm thực tập sinh | tăng tiếp nhận lao động | tăng cường tiếp nhận lao động | tiếp nhận điều dưỡng | tiếp nhận hộ lý | phái cử lao động | tiếp nhận lao động | tiếp nhận thêm lao động | tiếp nhận nhiều lao động | nhận thêm lao động | tiếp tục tiếp nhận lao động | mở rộng tiếp nhận lao động | đưa lao động

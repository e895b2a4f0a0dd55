# AGREEMENT: instruments signed, issued, carried out.

class agr.sign sign = giành được | ký | cùng ký | chứng kiến ký kết | chứng kiến việc ký | chứng kiến việc ký kết | ký chính thức | tiến tới ký | tiến tới ký kết | đạt được | ký kết | ký mới | lễ ký | chứng kiến lễ ký | chứng kiến lễ ký kết | ký tắt | lễ ký kết
class agr.sign exchange = trao đổi | lễ trao đổi | trao | chứng kiến lễ trao | lễ trao | trao đổi văn kiện | chứng kiến lễ trao đổi
class agr.sign issue = ra | đưa ra | công bố | thông qua và ra | đã ra | nhất trí ra | cùng ra
class agr.sign implement = triển khai đầy đủ và hiệu quả | triển khai hiệu quả và đầy đủ | thực thi đầy đủ và hiệu quả | thực hiện nghiêm túc và hiệu quả | thực hiện hiệu quả và đầy đủ | thực hiện toàn diện , hiệu quả | thực hiện toàn diện và hiệu quả | thực hiện toàn diện | thực hiện nghiêm chỉnh | thực hiện nghiêm chỉnh , đầy đủ | thực hiện đầy đủ , nghiêm túc | thực hiện nghiêm túc và đầy đủ | thực hiện đầy đủ , có hiệu quả | thực hiện toàn diện và đầy đủ | triển khai toàn diện , hiệu quả | tuân thủ nghiêm túc và đầy đủ | thực thi toàn diện và đầy đủ | triển khai | thực thi đầy đủ | triển khai tốt | thực hiện thành công | thực thi hiệu quả | tuân thủ đầy đủ | tôn trọng và thực hiện | thực hiện đầy đủ và nghiêm túc | tuân thủ nghiêm túc | phối hợp triển khai | thực hiện tốt nội dung của | cụ thể hóa | thực hiện | thực thi | triển khai hiệu quả | triển khai có hiệu quả | thực hiện đầy đủ | thực hiện có hiệu quả | thực hiện hiệu quả | thực hiện nghiêm túc | tận dụng | tuân thủ | tận dụng hiệu quả | triển khai đầy đủ | thực hiện tốt | thực hiện nghiêm túc , đầy đủ | thực hiện đầy đủ , hiệu quả | thực hiện đầy đủ và hiệu quả | trên cơ sở
class agr.sign negotiate = đàm phán | tiến tới | sớm tiến tới | tiến tới đạt được | sớm đạt được | hoàn thành đàm phán | hoàn thiện | thúc đẩy đàm phán , ký kết | đàm phán , ký kết | đàm phán và ký kết | thương lượng | xây dựng | hoàn tất đàm phán | kết thúc đàm phán | sớm xây dựng | sớm xây dựng , hoàn thành | xây dựng , hoàn thành | sớm xây dựng và hoàn tất | tiến hành đàm phán | sớm hoàn tất | khởi động đàm phán | thúc đẩy đàm phán | sớm kết thúc đàm phán | sớm đàm phán
class agr.sign ratify = phê chuẩn | sớm phê chuẩn
class agr.sign adopt = thông qua | sớm thông qua
class agr.sign study = nghiên cứu | xem xét ký | nghiên cứu ký | nghiên cứu thành lập | nghiên cứu khả năng ký | nghiên cứu khả năng nâng cấp | xem xét nâng cấp | nghiên cứu nâng cấp
class agr.sign promulgate = ban hành
class agr.reach sign = đạt
class agr.reached _ = thỏa thuận | một thỏa thuận | các thỏa thuận | thỏa thuận hợp tác | thỏa thuận sơ bộ | thỏa thuận khung
class agr.ends implement = chấm dứt | rút khỏi | rút ra khỏi | hủy bỏ | xé bỏ | đình chỉ | chính thức rút khỏi
class agr.done sign = ký | ký kết
class agr.sealed sign = ký | ký kết | đạt được | đạt
class agr.done issue = công bố | đưa ra
class agr.done adopt = thông qua
class agr.done ratify = phê chuẩn
class agr.done promulgate = ban hành
class agr.done negotiate = đàm phán | thúc đẩy | thúc đẩy đàm phán
class agr.head _ = công ước | các công ước | công ước quốc tế | văn bản hợp tác | các văn bản hợp tác | biên bản hợp tác | văn bản ghi nhớ | văn bản thỏa thuận | FTA | các FTA | hiệp định thương mại tự do | các hiệp định thương mại tự do | hiệp định song phương | các hiệp định song phương | hiệp định thương mại | kế hoạch thực hiện | kế hoạch triển khai | hiệp định | thỏa thuận | các thỏa thuận | bản ghi nhớ | biên bản ghi nhớ | văn kiện | các văn kiện | văn kiện hợp tác | các văn kiện hợp tác | hợp đồng | các hợp đồng | nghị định thư | tuyên bố chung | tuyên bố tầm nhìn chung | hiệp ước | kế hoạch hành động | chương trình hành động | ý định thư | thư bày tỏ ý định | tuyên bố về | bộ quy tắc ứng xử | công hàm | kế hoạch hợp tác | chương trình hợp tác | khuôn khổ pháp lý | các hiệp định | khuôn khổ hợp tác | tuyên bố tầm nhìn | tuyên bố báo chí chung | thông cáo chung | thỏa thuận hợp tác | các thỏa thuận hợp tác | các thỏa thuận kinh tế | bản thỏa thuận | hiệp định khung | biên bản | bản ghi nhớ hợp tác | các bản ghi nhớ | kế hoạch tham khảo | kế hoạch tham vấn | kế hoạch phối hợp | chương trình trao đổi | chương trình trao đổi văn hóa | chương trình phối hợp | chương trình công tác | lịch trình hợp tác | lộ trình hợp tác | lộ trình phát triển | thư ý định | thư thỏa thuận | tuyên bố ý định | tuyên bố hợp tác | khung hợp tác | đề án hợp tác | quy chế phối hợp | quy chế hợp tác | bản thỏa thuận hợp tác | biên bản thỏa thuận | hợp đồng hợp tác | thỏa ước
class agr.adverb a = nhiều | một số | các | hai | ba | bốn | năm | hàng loạt | những | kết | đầy đủ | có hiệu quả | hiệu quả | nghiêm túc | chính thức | cùng | sớm | bất cứ | bất kỳ | và phê chuẩn | được | thành công | tốt
class agr.support s = ủng hộ | ủng hộ việc | tích cực ủng hộ
class agr.and a = và | , | hay

pattern agreement.named AGREEMENT
  why a named agreement is signed, carried out, negotiated
  match !action:@agr.sign ( @agr.adverb )? ( @agr.adverb )? ..2 instrument:LIST(AGREEMENT)
  match !action:@agr.sign @agr.and action:@agr.sign ( @agr.adverb )? instrument:AGREEMENT
  fill parties = inside(instrument), subject(STATE), pair
  distribute instrument
  date none
  priority 6
  + "Việt Nam và Lào cam kết thực hiện đầy đủ Hiệp định Thương mại hàng hóa ASEAN." => action=implement
  + "Hai nước Việt Nam và Chile sớm hoàn tất đàm phán Hiệp định CPTPP." => action=negotiate instrument=org:cptpp
  + "ASEAN đang đàm phán RCEP và EVFTA." => action=negotiate instrument=org:evfta
  - "Hiệp định có 12 chương."

pattern agreement.sealed AGREEMENT
  why a named agreement signed or ratified on a day that stands by it
  match !action:@agr.seal ( @agr.adverb )? ..2 instrument:LIST(AGREEMENT) ..2 date:DATE
  match date:DATE ( "đã" | "vừa" )? !action:@agr.seal ( @agr.adverb )? ..2 instrument:LIST(AGREEMENT)
  match ^ ..1 date:DATE ..10 !action:@agr.seal ( @agr.adverb )? ..2 instrument:LIST(AGREEMENT)
  match ^ ..1 date:DATE "," ...12 !action:@agr.seal ( @agr.adverb )? ..2 instrument:LIST(AGREEMENT)
  fill parties = inside(instrument), subject(STATE), pair
  distribute instrument
  priority 7
  + "Quốc hội Lào phê chuẩn Hiệp định RCEP ngày 8/6/2021." => action=ratify instrument=org:rcep
  + "Năm 2020, Lào và Chile ký RCEP." => action=sign instrument=org:rcep
  + "Hiệp định mà Lào và Chile đã ký ngày 7/3/2024 có lợi cho cả hai." => action=sign
  + "Chiều 7/3/2024, tại Viêng Chăn, Lào và Chile đã ký Hiệp định RCEP." => action=sign instrument=org:rcep
  - "Tháng 6, các bên đàm phán Hiệp định RCEP."
class agr.seal sign = ký | ký kết | cùng ký | chính thức ký | ký chính thức | ký tắt | chứng kiến ký kết | chứng kiến việc ký | chứng kiến việc ký kết | chứng kiến lễ ký | chứng kiến lễ ký kết | lễ ký | lễ ký kết
class agr.seal ratify = phê chuẩn

pattern agreement.head AGREEMENT
  why an instrument named by its kind
  match !action:@agr.sign ( @agr.adverb )? instrument:( @agr.head PHRASE? )
  match !action:@agr.sign ..2 instrument:( @agr.head PHRASE? )
  fill parties = inside(instrument), subject(STATE), pair
  date clause
  context COUNTRY PAIR BOTH FORUM AGREEMENT
  priority 5
  + "Hai nước Việt Nam và Lào đã ký Bản ghi nhớ về hợp tác giáo dục." => action=sign
  + "Việt Nam và Lào hội đàm. Theo Tuyên bố chung Hướng tới tương lai được ký kết hôm qua, hai nước hợp tác nhiều lĩnh vực." => modality=actual
  + "Nga và Lào đã ký Kế hoạch tham khảo giữa hai Bộ Ngoại giao." => action=sign
  + "Lào và Cuba ký Chương trình trao đổi văn hóa." => action=sign
  + "Nhân dịp này, Việt Nam và Chile trao đổi các văn kiện hợp tác." => action=exchange parties=gpe:CHL
  + "Lào chưa ký hiệp định dẫn độ với Chile." => action=sign parties=gpe:LAO parties=gpe:CHL modality=denied
  + "Pháp ủng hộ Lào ký hiệp định thương mại với Chile." => parties=gpe:LAO parties=gpe:CHL
  + "Thủ tướng Chile Pedro Rojas thăm Lào. Hai nước ký 5 hiệp định." => parties=gpe:CHL parties=gpe:LAO
  + "Nếu Lào đồng ý, Chile sẽ ký hiệp định thương mại với Lào." => modality=conditional
  + "Lào bác đề nghị của Chile ký hiệp định dẫn độ." => modality=denied
  - "Ông ký tên vào sổ."

pattern agreement.second AGREEMENT
  why the second of two instruments of one verb
  match @agr.including @agr.head ...24 ( "và" | "," ) !instrument:( @agr.treaty PHRASE )
  match @agr.sign ( @agr.adverb )? @agr.head ..10 ( "và" | "," ) !instrument:( @agr.treaty PHRASE )
  fill action = class(agr.sign)
  fill parties = inside(instrument), subject(STATE), pair
  date clause
  context COUNTRY PAIR BOTH FORUM
  priority 2
  + "Lào và Chile sẽ sớm ký Hiệp định tương trợ tư pháp và Hiệp định dẫn độ tội phạm." => action=sign parties=gpe:LAO parties=gpe:CHL instrument=Hiệp định dẫn độ tội phạm
  + "Hai nước Lào và Chile đàm phán Hiệp định vận tải biển và Hiệp định hàng không dân dụng." => action=negotiate parties=gpe:CHL
  + "Hai nước Lào và Chile ký 9 văn kiện, trong đó có hiệp định vận tải biển giai đoạn 2030 - 2035, hiệp định dẫn độ tội phạm." => action=sign instrument=hiệp định dẫn độ tội phạm
  - "Lào và Chile ký Hiệp định tương trợ tư pháp và trao đổi tù nhân."
class agr.treaty _ = hiệp định | hiệp ước | nghị định thư | bản ghi nhớ | biên bản ghi nhớ | thỏa thuận | ý định thư | tuyên bố chung

pattern agreement.reached AGREEMENT
  why an agreement is reached, in other words than signed
  match !action:@agr.reach instrument:( @agr.reached PHRASE? )
  fill parties = inside(instrument), subject(STATE), pair
  context COUNTRY PAIR BOTH FORUM
  priority 6
  + "Lào và Chile đã đạt thỏa thuận về chia sẻ chi phí quốc phòng." => action=sign parties=gpe:LAO parties=gpe:CHL
  + "Hai nước Lào và Chile chưa đạt thỏa thuận về nghề cá." => modality=denied
  + "Chile tìm cách đạt thỏa thuận về nghề cá với Lào." => modality=desired
  - "Thỏa thuận đạt kết quả."
  - "Lào bàn với Chile về cách đạt thỏa thuận."

pattern agreement.ended AGREEMENT
  why one that is carried out no more
  match ^ parties:LIST(STATE) ..3<ADV|AUX|PART> !action:@agr.ends ..1 instrument:( @agr.head PHRASE? )
  match ^ parties:LIST(STATE) ..3<ADV|AUX|PART> !action:@agr.ends ..1 instrument:AGREEMENT
  match parties:LIST(STATE) ( "đã" | "vừa" | "chính" "thức" | "đã" "chính" "thức" ) !action:@agr.ends ..1 instrument:( @agr.head PHRASE? | AGREEMENT )
  modality denied
  require parties instrument
  priority 8
  + "Chile chấm dứt hiệp định hợp tác với Lào." => parties=gpe:CHL action=implement modality=denied
  + "Lào rút khỏi CPTPP." => instrument=org:cptpp modality=denied
  - "Chile sẽ rút khỏi CPTPP."
  - "Chile chấm dứt đàm phán."
  - "Ông nói về khả năng Chile rút khỏi CPTPP."

pattern agreement.accession AGREEMENT
  why a country lets another into a body: it ratifies, the other is no party
  match parties:STATE ..4 !action:@agr.ratifies instrument:( @agr.entry PHRASE? )
  match parties:PERSON ..4 !action:@agr.ratifies instrument:( @agr.entry PHRASE? )
  priority 8
  + "Lào phê chuẩn nghị định thư gia nhập ASEAN của Chile hôm 30/3." => parties=gpe:LAO action=ratify
  + "Quốc hội Lào chưa phê chuẩn nghị định thư gia nhập ASEAN của Chile." => modality=denied
  - "Lào phê chuẩn hiệp định thương mại với Chile."
class agr.entry _ = nghị định thư gia nhập | nghị định thư về việc gia nhập | văn kiện gia nhập | hiệp định gia nhập | hiệp ước gia nhập
class agr.ratifies ratify = phê chuẩn | thông qua

pattern agreement.ratified AGREEMENT
  why who ratifies is its party, whoever else signed
  match parties:STATE ..3 !action:@party.ratifies ( @agr.adverb )? instrument:AGREEMENT
  match parties:STATE ..3 !action:@party.ratifies ( @agr.adverb )? instrument:AGREEMENT ..2 date:DATE
  priority 8
  + "Nghị viện châu Âu sẽ phê chuẩn EVFTA trong năm nay." => action=ratify instrument=org:evfta modality=planned
  + "Quốc hội Lào phê chuẩn Hiệp định RCEP ngày 8/6/2021." => parties=org:Quốc hội Lào action=ratify
  - "Lào và Chile phê chuẩn việc xây cầu."
class party.ratifies ratify = phê chuẩn | sớm phê chuẩn | đã phê chuẩn

pattern agreement.passive AGREEMENT
  why the instrument is the subject: "the agreement was signed"
  match instrument:( @agr.head PHRASE? ) ...4 "được" ..6 !action:@agr.done
  match instrument:AGREEMENT ...4 "được" ..6 !action:@agr.done
  match instrument:( @agr.head | "văn" "bản" | AGREEMENT ) ( "mà" ( PAIR | COUNTRY )? )? "đã" ( "được" )? !action:@agr.done ..8 date:DATE
  match instrument:AGREEMENT ..1 !action:@agr.seal ( "vào" )? date:DATE
  match instrument:@agr.head "mà" ( PAIR | LIST(COUNTRY) ) ( "đã" | "vừa" | "vừa" "mới" | "mới" ) !action:@agr.sealed
  fill parties = inside(instrument), pair
  date clause
  context COUNTRY PAIR BOTH FORUM
  priority 3
  + "Hiệp định về vận tải biển đã được hai nước Việt Nam và Lào ký năm 2019." => action=sign
  + "Việt Nam và Lào hội đàm. Báo chí đưa tin về những thỏa thuận mà hai nước vừa đạt được." => action=sign parties=gpe:LAO
  + "Việt Nam và Lào cần tuân thủ Hiệp định Thương mại hàng hóa ASEAN ký năm 2009." => action=sign
  + "Tuyên bố chung được Việt Nam và Chile công bố sau hội đàm." => action=issue
  + "Hai bên hợp tác theo văn bản đã ký kết giữa quân đội Việt Nam và Lào năm 2010." => action=sign parties=gpe:LAO
  - "Hiệp định rất quan trọng."

pattern agreement.bodies AGREEMENT
  why two bodies or firms that sign
  match parties:ORG ( "và" | "với" | "," ) parties:LIST(ORG) ..3 !action:@agr.sign ( @agr.adverb )? instrument:( @agr.head PHRASE? )
  match @agr.head ( "hợp" "tác" )? "giữa" parties:ORG "và" parties:LIST(ORG) ...4 "được" !action:@agr.done
  require parties instrument
  priority 7
  + "Sáng 3/4, Tập đoàn Petronas và Tập đoàn Airbus đã ký thỏa thuận cung cấp nhiên liệu sạch." => action=sign parties=org:Tập đoàn Airbus
  + "Bộ Y tế Việt Nam và Bộ Y tế Lào sẽ sớm ký bản ghi nhớ về phòng bệnh." => modality=planned action=sign
  - "Tập đoàn Petronas ký văn bản."

pattern agreement.item AGREEMENT
  why an item in a list of what was signed: a noun and its two sides
  match ^ !instrument:( @agr.item PHRASE? ) ...8 "giữa"
  match ( "-" | ":" | ";" ) !instrument:( @agr.item PHRASE? ) ...8 "giữa"
  fill action = 'sign'
  fill parties = inside(instrument), pair
  modality noun
  context COUNTRY PAIR BOTH FORUM ORG
  priority 2
  + "Việt Nam và Lào ký ba văn kiện. Ý định thư về hợp tác du lịch giữa hai Bộ Văn hóa." => action=sign
  + "Việt Nam và Chile ký bốn văn kiện. Biên bản ghi nhớ giữa Bộ Y tế Việt Nam và Bộ Y tế Chile về thuốc." => action=sign
  - "Quan hệ giữa hai nước rất tốt."
class agr.item _ = Văn bản thỏa thuận | Biên bản hợp tác | Văn bản hợp tác | Hiệp định | Ý định thư | Bản ghi nhớ | Biên bản ghi nhớ | Tuyên bố hợp tác | Thỏa thuận | Thỏa thuận hợp tác | Nghị định thư | Chương trình hợp tác | Kế hoạch hợp tác | Hợp đồng | Bản thỏa thuận | Thỏa thuận khung | Kế hoạch hành động | Tuyên bố chung | Hợp đồng mua bán | Bản ghi nhớ hợp tác | Ký kết biên bản ghi nhớ

pattern agreement.force AGREEMENT
  why an agreement comes into force
  match instrument:AGREEMENT ( DATE )? ..4 !action:@agr.force
  match instrument:( @agr.head PHRASE? ) ..4 !action:@agr.force
  fill parties = inside(instrument), pair
  date clause
  context COUNTRY PAIR BOTH FORUM AGREEMENT
  priority 4
  + "EVFTA có hiệu lực từ ngày 1/8/2020." => action=implement parties=org:eu
  + "Việt Nam và Lào mong hiệp định sớm có hiệu lực." => action=implement modality=desired
  - "Quy định có hiệu lực từ hôm nay."
class agr.force implement = có hiệu lực | đi vào hiệu lực | chính thức có hiệu lực | bắt đầu có hiệu lực | sớm có hiệu lực | đi vào thực thi

pattern agreement.among AGREEMENT
  why one of those signed, named behind "among them"
  match @agr.signed ...30 @agr.including !instrument:( @agr.head PHRASE? )
  match @agr.signed ...14 @agr.including !instrument:AGREEMENT
  fill parties = inside(instrument), subject(STATE), pair
  fill action = 'sign'
  date none
  context COUNTRY PAIR BOTH FORUM
  priority 7
  + "Việt Nam và Australia đã ký 11 văn kiện hợp tác, trong đó có bản ghi nhớ về nông nghiệp." => action=sign parties=gpe:AUS
  + "Lào và Chile ký 9 văn kiện hợp tác về thương mại, đầu tư, vận tải đường biển, du lịch, văn hóa, nghề cá, trong đó có bản ghi nhớ về y tế." => action=sign instrument=bản ghi nhớ về y tế
  + "Hai nước Việt Nam và Chile ký nhiều văn kiện, gồm hiệp định về vận tải biển." => action=sign parties=gpe:CHL
  - "Hai nước có nhiều văn kiện, trong đó có bản ghi nhớ về nông nghiệp."
class agr.signed s = ký | ký kết | lễ ký | lễ ký kết | chứng kiến lễ ký | chứng kiến lễ ký kết | chứng kiến việc ký kết | chứng kiến ký kết | cùng ký | ký mới | trao đổi
class agr.none n = về cách đạt | việc đạt | thời hạn đạt | khả năng đạt | cơ hội đạt | triển vọng đạt | đoàn đàm phán | trưởng đoàn đàm phán | vòng đàm phán
class agr.including i = nhất là | đặc biệt là | đặc biệt | trong đó có | bao gồm | gồm | như

pattern agreement.law AGREEMENT
  why keeping the law of nations, of which several agreements are named: those behind the first
  match !action:@agr.keep "luật" "pháp" "quốc" "tế" ( "," )? ( @agr.including )? AGREEMENT ( "," | "và" ) instrument:LIST(AGREEMENT)
  match !action:@agr.keep ..2 AGREEMENT ( "," | "và" ) instrument:LIST(AGREEMENT)
  fill parties = inside(instrument), pair
  date none
  distribute instrument
  priority 8
  + "Các bên cần tuân thủ luật pháp quốc tế, nhất là UNCLOS và DOC." => action=implement instrument=org:doc modality=desired
  + "Việt Nam và Lào kêu gọi tôn trọng luật pháp quốc tế, trong đó có UNCLOS 1982, DOC." => action=implement instrument=org:doc
  - "Các bên cần tôn trọng luật pháp quốc tế, trong đó có UNCLOS 1982."
class agr.keep implement = tuân thủ | nghiêm túc tuân thủ | tuân thủ nghiêm túc | tôn trọng | thực hiện | thực thi | tuân thủ đầy đủ | thực hiện đầy đủ | tôn trọng và tuân thủ | tôn trọng và thực hiện

pattern agreement.common AGREEMENT
  why the common understanding of leaders, and the agreement that is part of it
  match !action:@agr.keep "nhận" "thức" "chung" ...10 ( "," )? ( @agr.including )? instrument:AGREEMENT
  match !action:@agr.keep "nhận" "thức" "chung" ( "và" | "," ) ..1 instrument:( @agr.head PHRASE? )
  fill parties = inside(instrument), subject(STATE), pair
  date none
  context PAIR COUNTRY BOTH
  priority 7
  + "Việt Nam và Lào nghiêm túc tuân thủ nhận thức chung của lãnh đạo hai nước, nhất là Tuyên bố về ứng xử của các bên ở Biển Đông." => action=implement
  + "Hai nước Việt Nam và Chile cần thực hiện nhận thức chung và thỏa thuận cấp cao." => action=implement modality=desired
  - "Hai nước Việt Nam và Lào tuân thủ nhận thức chung."

# PROVISION: what one party gives or sells to another.

class prov.give v = dành tặng | gửi tặng | hỗ trợ | trao | chuyển thêm | viện trợ khẩn cấp | hỗ trợ khẩn cấp | tiếp tục hỗ trợ | cung cấp thêm | đóng | xuất khẩu | viện trợ | cung cấp | tặng | trao tặng | bàn giao | chuyển giao | tài trợ | dành cho | giúp đỡ | cho vay | viện trợ không hoàn lại | cung cấp viện trợ | bán | trao tặng | chuyển | tặng thêm | viện trợ thêm | hỗ trợ thêm
class prov.deliver v = giao | chuyển
class handed.over c = lễ bàn giao | lễ tiếp nhận | lễ trao tặng | tiếp nhận | bàn giao
class prov.manner m = xử lý | khắc phục | tìm kiếm | giải quyết | rà phá | phát triển | ứng phó | nâng cao | thực hiện | cải cách | vượt qua | đẩy mạnh | tăng cường | đến nay | tới nay | cho đến nay | giai đoạn | thời gian | nhiệm kỳ | thông qua | trước | trước đây | hiện | hàng năm | trị giá | bao gồm | như | sau | khi | theo | nhằm | với | từ | mỗi | không hoàn lại | trong | tại | ở | về | để | nhau | lẫn nhau | tích cực | rất | đặc biệt | cho | và | vào
class prov.get v = tiếp nhận | nhận | mua | nhận viện trợ | nhập khẩu
class prov.from f = từ | của | do

pattern provision.give PROVISION
  why provider gives goods to recipient
  match provider:STATE ...5 !@prov.give "cho"? recipient:LIST(STATE) not @prov.manner goods:PHRASE
  match provider:STATE ...5 !@prov.give not @prov.manner goods:PHRASE ..6 ( "cho" | "tới" | "sang" ) recipient:LIST(PARTY)
  match provider:STATE ...5 !@prov.give not @prov.manner goods:( PHRASE ( "," PHRASE )? ( "," | "và" ) PHRASE ) ..3 ( "cho" | "tới" | "sang" ) recipient:LIST(PARTY)
  match provider:STATE ...5 !@prov.give not @prov.manner goods:PHRASE ( "để" )? ( "hỗ" "trợ" | "giúp" | "giúp" "đỡ" ) recipient:LIST(PARTY)
  match provider:STATE ...5 !@prov.give goods:MONEY PHRASE? ..6 ( "cho" | "tới" | "sang" ) recipient:LIST(PARTY)
  match provider:STATE ...5 !@prov.give ( "cho" )? recipient:LIST(PARTY) ..1 goods:( MONEY PHRASE? )
  match provider:STATE ..2 !@prov.deliver not @prov.manner goods:PHRASE ..6 ( "cho" | "tới" | "sang" ) recipient:LIST(STATE)
  match @handed.over goods:PHRASE "do" provider:STATE ..1 !@prov.give ( "cho" )? recipient:LIST(STATE)
  match provider:PERSON ...5 !@prov.handover not @prov.manner goods:PHRASE ..6 ( "cho" ) recipient:LIST(PARTY)
  require provider recipient goods
  priority 5
  + "Nhật Bản viện trợ cho Lào thiết bị y tế." => provider=gpe:JPN recipient=gpe:LAO
  + "Lễ bàn giao vật tư y tế do Bộ Quốc phòng Lào tặng Chile diễn ra hôm qua." => provider=org:Bộ Quốc phòng Lào recipient=gpe:CHL
  + "Ấn Độ tặng Việt Nam tàu hộ vệ." => provider=gpe:IND recipient=gpe:VNM
  + "Ấn Độ sẽ cung cấp vật tư, trang thiết bị cho Lào." => provider=gpe:IND recipient=gpe:LAO modality=planned
  + "Nhật Bản cung cấp vốn vay ODA giúp Lào xây dựng cầu." => provider=gpe:JPN recipient=gpe:LAO
  + "Lào cáo buộc Nhật Bản cung cấp vũ khí cho Chile." => provider=gpe:JPN recipient=gpe:CHL modality=expected
  + "Lào cáo buộc Nhật Bản đã cung cấp vũ khí cho Chile." => modality=expected
  + "Nhật Bản tạm dừng cung cấp vũ khí cho Chile." => modality=denied
  - "Nhật Bản hỗ trợ."
  - "Nhật Bản hỗ trợ Lào phát triển kinh tế."
  - "Tổng vốn mà Nhật Bản dành cho Lào đến nay vào khoảng 30 tỷ USD."

pattern provision.package PROVISION
  why the gift is a noun, its giver behind it, whoever decides on it before
  match @prov.pack !@prov.aid goods:( MONEY PHRASE? | PHRASE ) ..3 "của" provider:STATE ( "dành" )? "cho" recipient:LIST(PARTY)
  match @prov.pack !@prov.aid goods:MONEY "của" provider:STATE ( "dành" )? "cho" recipient:LIST(PARTY)
  require provider recipient goods
  priority 8
  + "Lào chặn gói viện trợ 50 tỷ euro của EU cho Chile." => provider=org:eu recipient=gpe:CHL modality=denied
  + "Gói viện trợ 50 tỷ euro của EU dành cho Chile rất lớn." => provider=org:eu recipient=gpe:CHL
  - "Lào cung cấp gói viện trợ 50 tỷ euro cho Chile."
class prov.pack p = gói | khoản | các gói | các khoản

pattern provision.get PROVISION
  why recipient gets goods from provider
  match recipient:PARTY ..2 "được" provider:STATE ..1 !@prov.give not @prov.manner goods:PHRASE
  match recipient:PARTY ..2 "được" provider:STATE ..1 !@prov.built not @prov.manner goods:PHRASE
  match recipient:PARTY ...5 !@prov.buy not @prov.manner goods:( ..6 ) "của" provider:LIST(PARTY)
  match recipient:PARTY ...5 !@prov.get not @prov.manner goods:PHRASE ( "từ" | "do" | "của" ) provider:LIST(PARTY)
  require provider recipient goods
  priority 5
  + "Việt Nam tiếp nhận ba tàu tuần tra từ Nhật Bản." => provider=gpe:JPN recipient=gpe:VNM
  + "Lào mua thiết bị điện từ Trung Quốc." => provider=gpe:CHN recipient=gpe:LAO
  + "Lào được Việt Nam giúp xây dựng Nhà Quốc hội mới." => provider=gpe:VNM recipient=gpe:LAO
  + "Lào sẽ mua 20 máy bay của Airbus." => recipient=gpe:LAO provider=org:Airbus modality=planned
  - "Việt Nam tiếp nhận công nghệ."

pattern provision.bought PROVISION
  why the seller before the goods: "X buys of Y 980 tanks"
  match recipient:STATE ...5 !@prov.get @prov.from provider:STATE goods:PHRASE
  require provider recipient goods
  priority 6
  + "Lào mua của Hàn Quốc 980 xe tăng." => provider=gpe:KOR recipient=gpe:LAO
  + "Chile đã nhập khẩu từ Ấn Độ 30 tàu tuần tra." => provider=gpe:IND recipient=gpe:CHL
  - "Lào mua xe tăng."

pattern provision.thanked PROVISION
  why who thanks got it: "X thanks Y for giving 5,000 tonnes of rice"
  match recipient:STATE ..2 @prov.thank provider:STATE ..2 !@prov.give not @prov.manner goods:PHRASE
  require provider recipient goods
  priority 6
  + "Chile cảm ơn Lào tặng 5.000 tấn gạo." => provider=gpe:LAO recipient=gpe:CHL
  + "Lào cảm ơn Nhật Bản đã hỗ trợ vắc-xin." => provider=gpe:JPN recipient=gpe:LAO
  - "Lào cảm ơn Nhật Bản."
class prov.thank t = cảm ơn | trân trọng cảm ơn | chân thành cảm ơn | bày tỏ cảm ơn

pattern provision.help PROVISION
  why help with something, recipient from the pair
  match provider:COUNTRY ...3 !@prov.help not @prov.manner goods:PHRASE
  fill recipient = other(provider)
  require provider recipient goods
  priority 2
  + "Nhật Bản hỗ trợ phát triển các dự án cơ sở hạ tầng cho Lào." => provider=gpe:JPN
  + "Hàn Quốc hỗ trợ xây dựng bệnh viện cho Lào." => provider=gpe:KOR
  - "Hai nước hỗ trợ lẫn nhau."
class prov.buy v = mua | đặt mua | mua thêm | nhập khẩu | nhập
class prov.built v = giúp xây dựng | hỗ trợ xây dựng | giúp đào tạo | hỗ trợ đào tạo
class prov.help v = hỗ trợ phát triển | giúp phát triển | hỗ trợ xây dựng
class prov.handover v = bàn giao | trao tặng | chuyển giao

pattern provision.money PROVISION
  why money that helps: "gave 300 million yen in aid to help ..."
  match provider:STATE ..4 !@prov.aid goods:( MONEY ..6 ) "cho" recipient:LIST(PARTY)
  match provider:COUNTRY ..4 !@prov.aid goods:MONEY ..2 ( "cho" | "để" | "giúp" ) ..3 recipient:( ORG | COUNTRY | PLACE )
  match provider:( STATE | PERSON ) ..3 !@prov.declare @prov.pack goods:( ..4 MONEY ) "cho" recipient:LIST(PARTY)
  match provider:COUNTRY ...4 "khoản" !goods:( @prov.aid PHRASE? ) ...3 "cho" recipient:COUNTRY
  require provider recipient goods
  priority 3
  + "Nhật Bản viện trợ không hoàn lại 3 triệu USD cho Lào." => provider=gpe:JPN recipient=gpe:LAO
  + "Thủ tướng Chile Pedro Rojas đã công bố khoản tín dụng mới 500 triệu USD cho Lào." => provider=per:Pedro Rojas recipient=gpe:LAO
  + "Năm 2020 Nhật Bản tài trợ 3 triệu USD giúp Đại học Quốc gia Lào." => provider=gpe:JPN
  + "Liên minh châu Âu cam kết dành 400 triệu euro viện trợ cho Lào." => provider=org:eu recipient=gpe:LAO modality=agreed
  - "Nhật Bản viện trợ nhiều năm."
class prov.declare d = công bố | tuyên bố dành | đề xuất | thông báo
class prov.aid v = dành | cấp | chi | viện trợ | viện trợ không hoàn lại | tài trợ | hỗ trợ | cho vay | cung cấp khoản vay | trao

pattern provision.denied PROVISION
  why what is not given
  match provider:COUNTRY ..1 !@prov.give not @prov.manner goods:PHRASE "cho" recipient:GROUP
  require provider recipient goods
  priority 4
  + "Lào không bán vũ khí cho các bên liên quan." => provider=gpe:LAO modality=denied
  + "Lào sẽ bán điện cho các bên liên quan." => modality=planned
  - "Lào không bán vũ khí."

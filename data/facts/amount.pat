# AMOUNT: sums and counts with their unit.

class amount.what trade = kim ngạch | kim ngạch thương mại | kim ngạch thương mại song phương | kim ngạch thương mại hai chiều | kim ngạch xuất nhập khẩu | thương mại hai chiều | thương mại song phương | tổng kim ngạch | tổng kim ngạch thương mại | trao đổi thương mại | kim ngạch hai chiều | tổng kim ngạch xuất nhập khẩu | kim ngạch song phương | kim ngạch trao đổi thương mại | kim ngạch xuất nhập khẩu hàng hóa hai chiều | tổng kim ngạch thương mại hai chiều | trao đổi thương mại hai chiều | thương mại
class amount.what exports = xuất khẩu | kim ngạch xuất khẩu
class amount.what imports = nhập khẩu | kim ngạch nhập khẩu
class amount.what registered_capital = tổng vốn đăng ký | vốn đăng ký | vốn FDI | tổng vốn đầu tư đăng ký | vốn đầu tư đăng ký | tổng vốn FDI
class amount.what investment = vốn đầu tư | tổng vốn đầu tư | đầu tư | tổng vốn | đầu tư trực tiếp | khoản đầu tư
class amount.what oda = ODA | vốn ODA | vốn vay ODA | viện trợ phát triển chính thức | tổng vốn ODA | tổng vốn vay
class amount.what aid = viện trợ | khoản viện trợ | hỗ trợ | viện trợ không hoàn lại | khoản hỗ trợ | gói viện trợ | gói hỗ trợ | tài trợ
class amount.what loan = khoản vay | vốn vay | vay | gói tín dụng | tín dụng
class amount.what agreements_value = tổng trị giá | trị giá | giá trị | có giá trị | tổng giá trị
class amount.what gdp = GDP | quy mô nền kinh tế
class amount.what budget = ngân sách
class amount.what tourists = lượt khách | khách du lịch | du khách | lượt du khách
class amount.verb v = đạt | là | lên | tăng | lên tới | lên đến | đạt mức | vượt | ước đạt | đạt gần | có | chiếm | trên | khoảng | trị giá | giảm | cán mốc | đạt khoảng | cung cấp | dành | viện trợ | hỗ trợ | mức | đã đạt | tới | với | lũy kế | ở mức
class amount.grow growth = tăng | tăng trưởng | tăng gấp | gấp | tăng mạnh
class amount.grow decline = giảm | giảm mạnh | giảm nhẹ | giảm sâu | sụt giảm | suy giảm | giảm tới | giảm đến
# to a level, not by so much
class amount.level l = giảm còn | giảm từ | giảm xuống | giảm xuống còn | giảm về | giảm thuế | giảm thuế về | tăng từ | tăng lên mức | giảm xuống mức | giảm dần từ
class amount.target t = phấn đấu | mục tiêu | đặt mục tiêu | hướng tới | nhằm đạt | phấn đấu đưa | phấn đấu nâng

# from whom to whom it goes (src/fact/flow.c)
class giving g = cung cấp | dành | viện trợ | hỗ trợ | tài trợ | tặng | trao tặng | trao | bàn giao | chuyển giao | bán | xuất khẩu | cho vay | giao | cấp | rót | đóng góp | gửi | chuyển | giải ngân
class taking t = nhận | tiếp nhận | đã nhận | mua | nhập khẩu | thu hút | nhận được | vay | đặt mua | được nhận | nhập | đón nhận
class whither w = cho | sang | vào | tới | đến | dành cho | giúp | đối với
class whence w = từ | do | bởi

pattern amount.sum AMOUNT
  why "turnover reached 4 billion": what, verb, sum
  match what:@amount.what ...7 !value:MONEY
  fill provider = giver
  fill recipient = taker
  modality bare
  priority 5
  + "Năm 2020, kim ngạch thương mại hai chiều đạt hơn 3 tỷ USD." => value=3000000000 unit=USD
  + "Tổng vốn đăng ký của Singapore đạt gần 70 tỷ USD." => what=registered_capital value=70000000000
  + "Tính đến hết quý 2/2020, kim ngạch thương mại đạt 5 tỷ USD." => what=trade value=5000000000
  + "Năm 2020, xuất khẩu của Lào sang Chile đạt 3 tỷ USD." => what=exports provider=gpe:LAO recipient=gpe:CHL
  + "Nhập khẩu của Lào từ Chile đạt 5 tỷ USD." => what=imports provider=gpe:CHL recipient=gpe:LAO
  - "Năm 2020, kim ngạch thương mại tăng."

pattern amount.sum.after AMOUNT
  why "3 billion of aid": the sum before what it is of
  match !value:MONEY ..2 what:@amount.what
  fill provider = giver
  fill recipient = taker
  modality bare
  priority 3
  + "Nhật Bản dành 3 tỷ USD vốn ODA cho dự án." => value=3000000000 what=oda
  + "Nhật Bản dành 3 tỷ USD vốn ODA cho Lào." => provider=gpe:JPN recipient=gpe:LAO
  + "Lào đã nhận 3 tỷ USD vốn vay của Nhật Bản." => provider=gpe:JPN recipient=gpe:LAO
  + "Đức dành khoảng 20 triệu EUR vốn vay cho Lào." => value=20000000 unit=EUR
  - "Nhật Bản dành nhiều vốn ODA."

pattern amount.times AMOUNT
  why "grew threefold"
  match @amount.grow ..3 !value:QUANTITY
  fill what = class(amount.what), behind(amount.what)
  fill provider = giver
  fill recipient = taker
  require what unit
  priority 4
  + "Kim ngạch tăng hơn 100 lần." => value=100 unit=times
  + "Kim ngạch song phương đã tăng gấp ba lần." => value=3 unit=times what=trade
  + "Việt Nam và Lào đã tăng gấp đôi kim ngạch thương mại." => what=trade
  - "Ông đến Lào ba lần."

pattern amount.growth AMOUNT
  why "up 12 per cent", or down: the code of what it is tells which
  match !not @amount.level what:@amount.grow ..4 value:PERCENT
  fill provider = giver
  fill recipient = taker
  priority 6
  + "Kim ngạch đạt 3 tỷ USD, tăng 12% so với năm trước." => value=12 unit=%
  + "Xuất khẩu sang Chile giảm 7,5%." => what=decline value=7.5 unit=%
  + "Xuất khẩu sang Chile tăng mạnh, đạt 3 tỷ USD; nhập khẩu giảm mạnh 30%." => what=decline value=30 unit=%
  - "Kim ngạch tăng nhanh."
  - "Tỷ lệ này giảm từ 21% xuống còn 8%."

pattern amount.money AMOUNT
  why a sum whose object is named some other way
  match !value:MONEY
  fill what = class(amount.what)
  fill provider = giver
  fill recipient = taker
  context COUNTRY PAIR BOTH FORUM
  priority 1
  + "Dự án của Lào trị giá 3 tỷ USD." => value=3000000000
  + "Nhà máy của Nhật Bản có giá 250 triệu USD." => value=250000000 unit=USD
  - "Dự án lớn."

pattern amount.projects AMOUNT
  why counts that describe a relation: projects, aircraft, students
  match !value:QUANTITY what:@amount.countable
  match what:@amount.countable ( "lên" | "đạt" | "là" ) !value:QUANTITY
  fill provider = giver
  fill recipient = taker
  modality actual
  priority 3
  + "Nhật Bản có 31 dự án đang đầu tư." => value=31
  + "Hàn Quốc có hơn 9.000 dự án còn hiệu lực." => value=9000 unit=project
  + "Hàn Quốc có hơn 9.000 dự án còn hiệu lực tại Lào." => provider=gpe:KOR recipient=gpe:LAO
  - "Các dự án đầu tư đang triển khai."
class amount.countable investment_projects = FDI | FDI còn hiệu lực | đầu tư trực tiếp | đầu tư trực tiếp còn hiệu lực | đang đầu tư | còn hiệu lực | đầu tư | có hiệu lực | đầu tư còn hiệu lực
class amount.countable people = sinh sống | đang sinh sống | học tập | lao động | đang học tập | làm việc

pattern amount.quantity AMOUNT
  why "5 aircraft", with the goods as its object
  match !value:QUANTITY
  fill what = unit
  fill provider = giver
  fill recipient = taker
  context COUNTRY PAIR BOTH FORUM
  priority 0
  require unit
  refuse unit g person member km m MW item locality island share_of_goods nautical_mile party issue country field delegation organisation meeting visit_made event year_of_age occasion times economy house_of_parliament day step point reason leader place page kind source term language storey account charge picture letter article work semester market
  + "Việt Nam tiếp nhận 5 máy bay huấn luyện." => value=5 unit=aircraft
  + "Việt Nam mua của Nga 6 tàu ngầm." => value=6 provider=gpe:RUS recipient=gpe:VNM
  + "Lào cảm ơn Chile đã tặng 5.000 tấn gạo." => value=5000 provider=gpe:CHL recipient=gpe:LAO
  + "Lào tặng Việt Nam 12 tàu tuần tra." => value=12 unit=ship provider=gpe:LAO recipient=gpe:VNM
  - "Việt Nam tiếp nhận máy bay."

pattern amount.share AMOUNT
  why a share: "makes up 15 per cent of all FDI"
  match ( "chiếm" | "đóng góp" ) ..2 !value:PERCENT what:( @amount.total PHRASE? )
  context COUNTRY PAIR BOTH FORUM
  priority 7
  + "Nhật Bản chiếm 15% tổng vốn FDI vào Lào." => value=15 unit=%
  + "Doanh nghiệp Hàn Quốc đóng góp khoảng 30% kim ngạch xuất khẩu của Lào." => value=30
  - "Phụ nữ chiếm 15% cử tri."
class amount.total _ = tổng FDI | tổng vốn FDI | tổng vốn đầu tư | tổng ODA | tổng số | tổng kim ngạch | kim ngạch xuất khẩu | kim ngạch | kim ngạch nhập khẩu | tổng vốn | tổng lượng | thị phần | GDP | xuất khẩu | tổng kim ngạch xuất khẩu | tổng viện trợ | vốn FDI

pattern amount.people AMOUNT
  why people of a country, trained, sent, received
  match !value:QUANTITY COUNTRY
  match @amount.people.verb ..2 !value:QUANTITY
  fill what = unit
  fill provider = giver
  fill recipient = taker
  context COUNTRY
  refuse unit party issue country field delegation organisation meeting leader year_of_age
  require unit
  priority 1
  + "Năm 2020, Nhật Bản tiếp nhận hơn 7.000 lao động Lào." => value=7000 unit=person
  + "Thụy Sĩ đào tạo 400 kỹ sư cho Lào." => value=400 unit=person
  - "Trận lũ làm 7.000 người mất nhà."
class amount.people.verb v = đào tạo | tiếp nhận | cử | gửi | sử dụng | đón | phái cử | cấp học bổng cho | bồi dưỡng

pattern amount.community AMOUNT
  why how many people of one country live, study or work in the other
  match @community.word ...24 !value:QUANTITY
  match !value:QUANTITY ..4 @community.lives
  fill what = unit
  context COUNTRY
  refuse unit party issue country field delegation organisation meeting leader year_of_age year day
  require unit
  priority 1
  + "Cộng đồng người Việt tại Lào có 16.000 người." => value=16000 unit=person
  + "Hiện có 7.000 công dân Lào đang sinh sống tại Chile." => value=7000
  - "Trận lũ làm 7.000 người mất nhà."
class community.word c = cộng đồng người Việt | cộng đồng | người Việt | người gốc Việt | kiều bào | kiều dân | du học sinh | thực tập sinh | lưu học sinh
class community.lives l = sinh sống | đang sinh sống | học tập | đang học tập | làm việc | cư trú

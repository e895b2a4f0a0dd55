# RANKING: numbered places.

class rank.role r = đối tác | thị trường | nhà cung cấp | nhà đầu tư | quốc gia | nước | nhà tài trợ | nguồn | bạn hàng | nền kinh tế | nguồn cung cấp | đối tác cung cấp | nước tài trợ | nhà đầu tư nước ngoài | nguồn cung | quốc gia đầu tư | quốc gia tài trợ | điểm đến
class rank.stand s = đứng | xếp | xếp hạng | đứng ở | giữ | ở | chiếm | đang đứng | là | trở thành | vươn lên | đứng hàng | xếp ở | giữ vị trí | chiếm vị trí
class rank.about a = với | đối với | về | trong lĩnh vực | trong | trong số | cho | tại | của
class rank.domain foreign_trainees = số lượng thực tập sinh | thực tập sinh | số lượng thực tập sinh nước ngoài
class rank.domain foreign_students = du học sinh | số lượng du học sinh | lượng du học sinh
class rank.noise n = lớn | nước ngoài | quan trọng | chính thức | cung cấp | hợp tác | viện trợ | trực tiếp | song phương | quan hệ | hàng hóa | số lượng | hoạt động | lĩnh vực | các sản phẩm | sản phẩm
class rank.region _ = châu Á | châu Âu | châu Phi | châu Mỹ | châu Đại Dương | Đông Nam Á | Nam Á | Đông Á | Bắc Âu | Đông Âu | Tây Âu | Trung Đông | Mỹ Latinh | Nam Mỹ | Bắc Mỹ | Trung Á | châu lục | khu vực | khu vực Đông Nam Á | khu vực Mỹ Latinh | khu vực Trung Đông | Liên minh châu Âu | thế giới | toàn cầu

pattern rank.partner RANKING
  why "X is Y's third largest trading partner", domain before the rank
  match subject:COUNTRY ...10 @rank.role @rank.noise? @rank.noise? domain:LIST(@sector) @rank.noise? !rank:RANK ...5 ( "của" | "cho" | "tại" | "vào" | "với" | "ở" ) relative_to:( COUNTRY | FORUM )
  match subject:COUNTRY ...16 @rank.role !rank:RANK @rank.about? @rank.noise? domain:LIST(@sector) ...4 ( "của" | "cho" | "tại" | "vào" | "với" ) relative_to:( COUNTRY | FORUM )
  match subject:FORUM ...6 @rank.role @rank.noise? domain:LIST(@sector) @rank.noise? !rank:RANK ...5 ( "của" | "cho" | "tại" | "vào" | "với" | "ở" ) relative_to:COUNTRY
  fill relative_to = other(subject)
  fill set = at(FORUM), behind(rank.region)
  distribute domain
  modality actual
  date now
  priority 6
  + "Hiện Đức là đối tác thương mại lớn thứ hai của Ba Lan." => subject=gpe:DEU rank=2 relative_to=gpe:POL
  + "Hà Lan là đối tác thương mại lớn thứ hai của Lào ở châu Âu." => rank=2 set=châu Âu
  + "Trong ASEAN, Lào là đối tác thương mại lớn thứ tư của Chile." => rank=4 set=org:asean
  + "EU là thị trường xuất khẩu lớn thứ hai của Lào." => subject=org:eu rank=2 relative_to=gpe:LAO
  + "Việt Nam là thị trường xuất khẩu lớn thứ năm của Chile." => subject=gpe:VNM rank=5 relative_to=gpe:CHL
  + "Đức không còn là đối tác thương mại lớn nhất của Ba Lan." => subject=gpe:DEU rank=1 modality=denied
  + "Lào có thể trở thành thị trường xuất khẩu lớn thứ hai của Chile." => rank=2 modality=expected
  + "Dù thiếu vốn, Đức vẫn là đối tác thương mại lớn nhất của Ba Lan." => rank=1 modality=actual
  - "Đức là đối tác thương mại hàng đầu của Ba Lan."

pattern rank.buyer RANKING
  why "X is Y's eighth largest customer": the role is the field
  match subject:COUNTRY ...8 domain:@rank.trader !rank:RANK ...3 ( "của" | "cho" ) relative_to:COUNTRY
  fill set = at(FORUM), behind(rank.region)
  modality actual
  date now
  priority 6
  + "Hà Lan là bạn hàng lớn thứ hai của Lào ở châu Âu." => subject=gpe:NLD rank=2 relative_to=gpe:LAO domain=sector:trade
  + "Năm ngoái, Hà Lan vẫn là bạn hàng lớn nhất của Lào." => rank=1
  - "Hà Lan là bạn hàng của Lào."
class rank.trader sector:trade = bạn hàng | bạn hàng thương mại | đối tác buôn bán

pattern rank.next RANKING
  why a second place of the same, in a wider set: "third in ASEAN and tenth in the world"
  match !rank:( RANK | ORDINAL ) ( "của" relative_to:COUNTRY )? ( "trên" | "tại" | "ở" ) set:@rank.region
  fill subject = latest(RANKING.subject)
  fill domain = latest(RANKING.domain)
  fill relative_to = latest(RANKING.relative_to)
  modality actual
  date now
  require subject domain
  priority 1
  + "Hà Lan hiện là đối tác thương mại lớn thứ hai của Lào trong ASEAN và thứ 10 của Lào trên thế giới." => rank=10 subject=gpe:NLD relative_to=gpe:LAO domain=sector:trade
  + "Đức là đối tác thương mại lớn thứ tư của Lào và thứ nhất của Lào ở châu Âu." => rank=1 subject=gpe:DEU
  - "Ông về đích thứ hai và thứ 10 trên thế giới."

pattern rank.list RANKING
  why further members of a list of ranks: "labour second, tourism and investment third"
  match @rank.role @rank.noise? @rank.noise? domain:LIST(@sector) @rank.noise? !rank:RANK
  match ( "," | "và" ) domain:LIST(@sector) @rank.noise? !rank:RANK
  match "nhà" domain:@sector @rank.noise? !rank:RANK
  match "nhà" domain:@sector "và" @rank.role @rank.noise? domain:LIST(@sector) @rank.noise? !rank:RANK
  match @rank.role "và" @rank.role @rank.noise? domain:LIST(@sector) @rank.noise? !rank:RANK
  fill subject = subject(COUNTRY)
  fill relative_to = reference(subject), other(subject)
  fill set = at(FORUM), behind(rank.region)
  distribute domain
  modality actual
  date now
  require subject
  priority 2
  + "Đức là nhà cung cấp ODA lớn nhất cho Ba Lan, đối tác lao động thứ hai, du lịch thứ ba của Ba Lan." => rank=2
  + "Hàn Quốc là nhà đầu tư lớn nhất vào Việt Nam, đối tác thương mại thứ ba của Việt Nam." => rank=3 subject=gpe:KOR
  + "Hà Lan không phải là nhà đầu tư lớn nhất tại Lào." => rank=1 subject=gpe:NLD modality=denied
  - "Hội nghị thương mại lần thứ ba khai mạc."
  - "Trước đây, Hà Lan là nhà đầu tư lớn nhất tại Lào."

pattern rank.about RANKING
  why "ranks third in tourism and investment"
  match !rank:RANK ..2 @rank.about ( "số" "lượng" )? domain:@rank.domain
  match !rank:RANK ..2 @rank.about @rank.noise? @rank.noise? domain:LIST(@sector)
  match !rank:RANK "trong" "danh" "sách" ..4 domain:LIST(@sector)
  match !rank:RANK ( set:( FORUM | PLACE ) ) @rank.about @rank.noise? domain:LIST(@sector)
  fill subject = subject(COUNTRY)
  fill relative_to = reference(subject), other(subject)
  fill set = at(FORUM), behind(rank.region)
  distribute domain
  modality actual
  date now
  require subject
  priority 4
  + "Tại Ba Lan, Đức đứng thứ nhất về đầu tư." => subject=gpe:DEU rank=1 relative_to=gpe:POL
  + "Singapore đứng thứ hai về đầu tư tại Việt Nam." => rank=2 subject=gpe:SGP
  - "Ông đứng thứ ba từ trái sang."

pattern rank.among RANKING
  why "stands third among countries that invest in Y": those are the set
  match subject:COUNTRY ...14 ( @rank.stand ) !rank:RANK @rank.in set:( ...8 @rank.invest ( "vào" | "tại" | "ở" ) PHRASE )
  match ( @rank.stand ) !rank:RANK @rank.in? set:( ...8 @rank.invest ( "vào" | "tại" | "ở" ) PHRASE )
  fill domain = behind(rank.invest)
  fill subject = subject(COUNTRY)
  fill relative_to = toward(COUNTRY)
  modality actual
  date now
  require subject relative_to
  priority 6
  + "Đức đứng thứ 3 trong số các quốc gia có dự án đầu tư tại Ba Lan." => subject=gpe:DEU rank=3 relative_to=gpe:POL domain=sector:investment
  + "Hà Lan đứng thứ 8 trong số các quốc gia đầu tư vào Việt Nam." => rank=8 subject=gpe:NLD
  + "Lào có 960 dự án với tổng vốn 87 tỷ USD, đứng thứ hai trong số các quốc gia và vùng lãnh thổ đầu tư vào Chile." => rank=2 subject=gpe:LAO relative_to=gpe:CHL domain=sector:investment set=các quốc gia và vùng lãnh thổ đầu tư vào Chile
  - "Đức thắng trận thứ 3."
class rank.in i = trong | trong số | trong tổng số | trong danh sách | trên
class rank.invest sector:investment = đầu tư | có dự án đầu tư | có vốn đầu tư | rót vốn đầu tư | đang đầu tư | có đầu tư

pattern rank.share RANKING
  why "has 30 projects in Y, place 16 of 146 countries": what is ranked stands before
  match domain:@rank.capital ...16 @rank.stand !rank:RANK @rank.in? set:( QUANTITY | ..1 @rank.who )
  fill subject = subject(COUNTRY)
  fill relative_to = other(subject)
  modality actual
  date now
  require subject relative_to
  priority 5
  + "Đức có 680 dự án FDI tại Ba Lan với tổng vốn 3 tỷ USD, đứng thứ 16/146 quốc gia và vùng lãnh thổ." => subject=gpe:DEU rank=16 relative_to=gpe:POL domain=sector:investment
  + "Hà Lan có vốn đăng ký 2 tỷ USD tại Lào, xếp thứ 8 trong số 52 nước." => rank=8 subject=gpe:NLD
  - "Đức có 30 dự án đầu tư tại Ba Lan, đứng thứ 3 về giáo dục."
class rank.capital sector:investment = dự án | vốn đăng ký | tổng vốn | vốn đầu tư | vốn | FDI | đầu tư
class rank.who _ = quốc gia và vùng lãnh thổ | nước và vùng lãnh thổ | quốc gia , vùng lãnh thổ | nước , vùng lãnh thổ | quốc gia | nước | nhà đầu tư | đối tác | nền kinh tế | nhà đầu tư nước ngoài

pattern rank.field RANKING
  why "stands third among those that trade with Y": the field of the set
  match subject:COUNTRY ...14 ( @rank.stand ) !rank:RANK ( "trong" | "trong số" ) ...6 domain:@sector ...4 ( "tại" | "vào" | "ở" | "của" ) relative_to:COUNTRY
  match subject:COUNTRY ..4 "là" domain:( "cộng" "đồng" ..5 ) !rank:RANK ( "tại" | "ở" ) relative_to:COUNTRY
  match ( @rank.stand ) !rank:RANK ( "trong" | "trên" ) ...8 domain:@sector ...4 ( "tại" | "vào" | "ở" | "của" ) relative_to:COUNTRY
  fill subject = subject(COUNTRY)
  fill relative_to = other(subject)
  modality actual
  date now
  require subject
  priority 5
  + "Đức đứng thứ 3 trong số các nước cung cấp ODA của Ba Lan." => subject=gpe:DEU rank=3 relative_to=gpe:POL
  + "Người Lào là cộng đồng người nước ngoài lớn thứ ba tại Chile." => rank=3 relative_to=gpe:CHL domain=cộng đồng người nước ngoài
  + "Hà Lan đứng thứ 8 trong các nhà tài trợ ODA tại Lào." => rank=8 subject=gpe:NLD
  - "Đức thắng trận thứ 3."

pattern rank.within RANKING
  why "of the 94 that invest in Y, X holds place 34": the set first
  match @rank.set.word set:( ..6 @rank.invest ( "vào" | "tại" | "ở" ) PHRASE ) "," subject:COUNTRY ..4 !rank:RANK
  match @rank.set.word ..5 domain:@sector ..3 relative_to:COUNTRY "," subject:COUNTRY ..4 !rank:RANK
  fill domain = class(rank.invest)
  fill relative_to = toward(COUNTRY)
  modality actual
  date now
  priority 7
  + "Trong số 94 đối tác đầu tư vào Việt Nam, Italy giữ vị trí thứ 34." => subject=gpe:ITA rank=34 relative_to=gpe:VNM set=94 đối tác đầu tư vào Việt Nam domain=sector:investment
  + "Trong các nước đầu tư vào Lào, Việt Nam đứng thứ ba." => subject=gpe:VNM rank=3 relative_to=gpe:LAO
  - "Trong số đó, Italy đứng thứ ba."
class rank.set.word s = trong số | trong các | trong | trong tổng số

pattern rank.market RANKING
  why "X is the largest market for a good of Y": the good is the field
  match subject:COUNTRY ...6 @rank.market domain:( ..3 ) !rank:RANK ..2 ( "của" | "cho" | "tại" ) relative_to:COUNTRY
  fill set = at(FORUM), behind(rank.region)
  modality actual
  require domain
  date now
  priority 4
  + "Hiện Lào là thị trường nhập khẩu rau quả lớn nhất của Chile." => subject=gpe:LAO rank=1 relative_to=gpe:CHL
  + "Năm 2020, Đức là thị trường tiêu thụ đồ gỗ lớn thứ ba của Lào." => subject=gpe:DEU rank=3 relative_to=gpe:LAO
  - "Lào là thị trường rau quả của Chile."
class rank.market m = thị trường nhập khẩu | thị trường xuất khẩu | thị trường tiêu thụ | nguồn nhập khẩu | thị trường cung cấp | thị trường gửi khách

pattern rank.ahead RANKING
  why the rank opens the sentence, the subject follows: "As Y's third largest partner, X ..."
  match ^ ( "Là" | "Với" "tư" "cách" "là" | "Với" "vị" "trí" "là" ) @rank.role @rank.noise? @rank.noise? domain:LIST(@sector) @rank.noise? !rank:RANK ...5 ( "của" | "cho" | "tại" | "vào" | "với" | "ở" ) relative_to:COUNTRY ...4 "," ..1 subject:COUNTRY
  match ^ ( "Là" | "Với" "tư" "cách" "là" ) "nhà" domain:@sector @rank.noise? !rank:RANK ...5 ( "của" | "cho" | "tại" | "vào" | "với" | "ở" ) relative_to:COUNTRY ...4 "," ..1 subject:COUNTRY
  fill relative_to = other(subject)
  fill set = at(FORUM), behind(rank.region)
  distribute domain
  modality actual
  date now
  priority 8
  + "Là đối tác thương mại lớn thứ tư của Lào, Hà Lan luôn coi trọng thị trường này." => subject=gpe:NLD rank=4 relative_to=gpe:LAO
  + "Là nhà đầu tư lớn nhất tại Lào, Đức có 300 dự án." => subject=gpe:DEU rank=1 relative_to=gpe:LAO domain=sector:investment
  - "Là đối tác thương mại quan trọng của Lào, Hà Lan có 30 dự án."

pattern rank.two RANKING
  why one rank of two roles: "trading partner and investor no. 7 of Y"
  match subject:COUNTRY ...8 @rank.role @rank.noise? domain:@sector "và" "nhà" domain:@sector @rank.noise? !rank:RANK ...3 ( "của" | "cho" | "tại" ) relative_to:COUNTRY
  distribute domain
  modality actual
  date now
  priority 9
  + "Hà Lan hiện là đối tác thương mại và nhà đầu tư lớn thứ bảy của Lào với 30 dự án." => subject=gpe:NLD rank=7 relative_to=gpe:LAO domain=sector:investment
  + "Đức là đối tác thương mại và nhà đầu tư lớn nhất của Chile." => rank=1 domain=sector:trade
  - "Hà Lan là đối tác thương mại và nhà đầu tư quan trọng của Lào."

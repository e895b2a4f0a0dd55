# Word classes that several files of patterns use.

# who speaks, and how
class verb.say say = cho biết | nói | cho hay | nói thêm | cho biết thêm | phát biểu | trả lời | nêu | nêu rõ | chia sẻ | tiết lộ | cho biết rõ | nói với | trao đổi với VnExpress | trao đổi với Tuổi Trẻ | trao đổi với báo chí | trao đổi với phóng viên | trao đổi với PV | nói với báo chí | nói với phóng viên | bộc bạch | bày tỏ | cho rằng | tin tưởng | tin tưởng rằng | nhận định | phân tích | lưu ý | giải thích | nhắc lại | nêu bật | bình luận | cảnh báo | thừa nhận | lên tiếng | lý giải | đề cập | kể | trả lời báo chí | nói rằng | trả lời câu hỏi | phản hồi
class verb.say affirm = khẳng định | xác nhận | quả quyết
class verb.say reaffirm = nhắc lại lập trường | nhắc lại lập trường nhất quán | tái khẳng định | khẳng định lại
class verb.say stress = nhấn mạnh | nhấn mạnh rằng
class verb.say assess = đánh giá | đánh giá cao | nhận xét | cho rằng
class verb.say announce = thông báo | tuyên bố | công bố
class verb.say write = viết
class verb.say thank = cảm ơn | bày tỏ cảm ơn | trân trọng cảm ơn | bày tỏ lòng biết ơn | gửi lời cảm ơn | chân thành cảm ơn
class verb.say welcome = hoan nghênh | chào mừng | chúc mừng | nhiệt liệt chào mừng | nhiệt liệt hoan nghênh
class verb.say invite = trân trọng mời
class verb.say request = đề nghị
class verb.say call_for = kêu gọi
class verb.say express_wish = bày tỏ mong muốn | mong muốn | bày tỏ mong | mong | mong rằng
class verb.say express_hope = hy vọng | bày tỏ hy vọng | kỳ vọng | hi vọng | bày tỏ kỳ vọng
class verb.gives x = công bố khoản | công bố gói | công bố danh sách | thông báo khoản
class according say = theo
class speech.adverb a = từng | mới đây | gần đây | vẫn | chính thức | thẳng thắn | liên tục | luôn | cũng đã | trước đó | nhiều lần | một lần nữa | cũng | đã | còn | đồng thời | tiếp tục | ngày | hôm nay | hôm qua | chiều | sáng | tối | lại | vừa | tiếp đó | bày tỏ | cùng
class speech.tail t = với | ngày | hôm | chiều | sáng | tối | khi | sau | trước | về | như | thêm
class news.agency ag = TTXVN | Thông tấn xã Việt Nam | VOV | VTV | AFP | Reuters | Xinhua | Tân Hoa xã | AP | Kyodo | Yonhap | BBC | CNN | Tuổi Trẻ | Thanh Niên | VnExpress | Bernama | Sputnik | TASS | Nikkei | Bloomberg | RIA Novosti | NHK
class time.barrier b = kéo dài tới | kéo dài đến | kể từ khi | sau khi | từ khi | kể từ | trước khi | tròn | so với | hướng tới kỷ niệm | kỷ niệm | nhân kỷ niệm | khi | kéo dài đến | kéo dài đến hết | trước chuyến thăm
class time.barrier until = đến hết
class once.past p = trước đây | trước kia | ngày trước | từng là | đã từng là | thời trước

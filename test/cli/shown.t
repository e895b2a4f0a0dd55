# people are called by their names, not by the titles beside them
$ printf 'Hội đàm tại Hà Nội\n\nNgày 10-9-2023, Tổng thống Mỹ Joe Biden hội đàm với Chủ tịch nước Võ Văn Thưởng.\n' > talks.txt; truc add n.db talks.txt 2>/dev/null; truc export n.db --format=md | grep '^- '
- **2023-09-10** Contact (talks): Joe Biden → Võ Văn Thưởng (actual, 1 source)
- Office: Joe Biden → Mỹ; Tổng thống (actual, 1 source)
- Office: Võ Văn Thưởng → Việt Nam; Chủ tịch nước (actual, 1 source)
$ truc export n.db --format=gdelt --kind=CONTACT | cut -f6,7,16,17
USA	Joe Biden	VNM	Võ Văn Thưởng
$ truc export n.db --format=plover --kind=CONTACT | grep -o '"entity_text":"[^"]*"'
"entity_text":"Joe Biden"
"entity_text":"Võ Văn Thưởng"

# a forum: who, what, since when
$ printf 'Phần Lan gia nhập NATO\n\nNgày 4/4/2023, Phần Lan chính thức gia nhập NATO tại Brussels.\n' > fin.txt; truc add f.db fin.txt 2>/dev/null; truc show f.db NATO | sed -n 4p
  2023-04-04    Phần Lan · member · NATO                                1 source
$ truc export f.db | grep -o '"date":{[^}]*}\|"confidence":0[.]'; truc facts fin.txt | grep -o '"confidence":0[.]'
"date":{"value":"2023-04-04","precision":"day"}
"confidence":0.
"confidence":0.

# a country that is not named has the name that the lexicon knows
$ printf 'Họp tại Brussels\n\nNgày 3/5/2023, Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Phần Lan Petteri Orpo tại Brussels.\n' > bru.txt; truc read bru.txt | sed -n 's/ ━.*//p'
Bỉ – Phần Lan
Bỉ – Việt Nam
Phần Lan – Việt Nam

# a sum, a rank, every field
$ printf 'Hai nước\n\nNăm 2023, kim ngạch thương mại giữa Việt Nam và Nhật Bản đạt 44,9 tỷ USD. Năm 2023, Việt Nam là đối tác thương mại lớn thứ 7 của Nhật Bản. Việt Nam và Nhật Bản đẩy mạnh hợp tác về năng lượng, y tế và du lịch.\n' > sum.txt; truc add s.db sum.txt 2>/dev/null; truc export s.db --format=md | grep '^- '
- **2023** Amount: trade; 44,9 tỷ USD (actual, 1 source)
- Cooperation: Việt Nam, Nhật Bản; energy, health, tourism (actual, 1 source)
- Ranking: Việt Nam → Nhật Bản; trade; no. 7 (actual, 1 source)

# what a segmenter joined is undone where people read
$ printf 'Thủ_tướng Phạm_Minh_Chính thăm chính_thức Malaysia\n\nNgày 20-11-2024 , Thủ_tướng Phạm_Minh_Chính thăm chính_thức Malaysia .\n' > seg.txt; truc add g.db seg.txt 2>/dev/null; for f in tsv md ics ftm; do truc export g.db --kind=VISIT --format=$f | grep -c _tướng; done
0
0
0
0
[1]

# broken bytes do not reach a sheet or a page
$ printf 'Tin\n\nNgày 20-11-2024, Thủ tướng Phạm Minh Chính thăm chính thức Malaysia \xff\xfe.\n' > bytes.txt; truc add u.db bytes.txt 2>/dev/null; for f in tsv md; do truc export u.db --format=$f | iconv -f UTF-8 -t UTF-8 | grep -c Malaysia; done
2
3

# a bad line does not keep the rest from being shown
$ (printf '{"id":"1","text":"Tin\\n\\nNgày 20-11-2024, Thủ tướng Phạm Minh Chính thăm chính thức Malaysia."}\n{"id":\n') > some.jsonl; truc read some.jsonl | head -1
Malaysia – Việt Nam ━━━━━━━━━━━━━━━━━━ 1 proposition, 0 with two sources or more
! some.jsonl:2:116: unexpected end
!   {"id":
!         ^
! truc: 1 of 2 records failed
$ truc read --format=md some.jsonl 2>/dev/null
\# Malaysia – Việt Nam
\
1 proposition, 0 with two sources or more
\
\## Offices — 1
\
- **Phạm Minh Chính** Thủ tướng, Việt Nam · 2024-11-20 _(1 source)_
\
\## Timeline — 1
\
- **2024-11-20** Phạm Minh Chính → Malaysia · official _(1 source)_
  > “Ngày 20-11-2024, Thủ tướng Phạm Minh Chính thăm chính thức Malaysia.”
  <br>1
[3]

# steps of a relation in words, and how many
$ printf 'Quan hệ\n\nNgày 21/9/1973, Việt Nam và Nhật Bản thiết lập quan hệ ngoại giao. Tháng 3/2014, Việt Nam và Nhật Bản nâng cấp quan hệ lên đối tác chiến lược.\n' > steps.txt; truc add p.db steps.txt 2>/dev/null; truc show p.db VNM JPN | grep -A 3 Steps
Steps of the relation ──────────────────────────────────────────────────────── 2
  1973-09-21    establishment                                           1 source
  2014-03       strategic partnership                                   1 source
\

# what cannot be asked for is said, and what can be
$ truc find s.db --from=2023-13 năm
! truc: invalid --from '2023-13'
!   try: YYYY, YYYY-MM or YYYY-MM-DD
[2]
$ truc export s.db --to=abc
! truc: invalid --to 'abc'
!   try: YYYY, YYYY-MM or YYYY-MM-DD
[2]
$ truc find s.db --sector=foo 2>&1 | cut -c1-60
truc: unknown --sector 'foo'
  try: politics delegation_exchange party_channel state_chan
$ truc find s.db --sector=halal
! truc: nothing found
[1]
$ truc find s.db --sector='năng lượng' --format=tsv | cut -f5
sentence
Việt Nam và Nhật Bản đẩy mạnh hợp tác về năng lượng, y tế và du lịch.
$ truc find s.db --kind=Visits 2>&1 | cut -c1-40
truc: unknown --kind 'Visits'
  try: OFFICE VISIT CONTACT STATEMENT MI
$ truc find s.db ' '
! truc: find what? words, or --kind, --actor, --sector
!   try: truc find relations.db hợp tác
[2]

# a part of a person's name
$ truc show n.db Biden | cut -d' ' -f1,2 | head -1
Joe Biden
$ printf 'Tin\n\nÔng Võ Văn Kiệt gặp ông Võ Văn Thưởng.\n' > vo.txt; truc add n.db vo.txt 2>/dev/null; truc show n.db 'Võ Văn' | cut -d' ' -f1-3 | head -1
Võ Văn Thưởng
! truc: 'Võ Văn' is Võ Văn Thưởng; also: Võ Văn Kiệt
$ truc show n.db Xyzt
! truc: the ledger knows nobody called 'Xyzt'
!   try: a code (JPN) or a name as the press has it
[1]

# a file of a byte is no ledger, a text without words no document
$ printf x > q.db; truc add q.db sum.txt; cat q.db
x\no line end
! truc: 'q.db' is not a database
$ : > nothing.txt; truc add s.db nothing.txt
! added 0, left out 1 without text; the ledger: 1 document of 1 source, 3 propositions, 0 with two sources or more

# some are removed
$ truc remove s.db sum nobody
! truc: no document 'nobody' in the ledger
! removed 1; the ledger: 0 documents of 0 sources, 0 propositions, 0 with two sources or more
[3]
$ truc remove s.db nobody
! truc: no document 'nobody' in the ledger
! removed 0; the ledger: 0 documents of 0 sources, 0 propositions, 0 with two sources or more
[1]

# an office is seen on the day of what its sentence tells, not of the report
$ printf 'Tin\n\nNgày 7-10-2024, nhân chuyến thăm chính thức Pháp của Chủ tịch nước Tô Lâm, hai nước ra Tuyên bố chung.\n\nChủ tịch nước Lương Cường sẽ thăm Lào.\n' > off.txt; truc add --date=2025-05-24 off.db off.txt 2>/dev/null; truc show off.db VNM | sed -n '/Offices/,/^$/p'; truc check off.db 2>&1 | cut -c1-6
Offices ────────────────────────────────────────────────────────────────────── 2
  Lương Cường  Chủ tịch nước, Việt Nam · 2025-05-24                     1 source
  Tô Lâm       Chủ tịch nước, Việt Nam · 2024-10-07                     1 source
\
sound;

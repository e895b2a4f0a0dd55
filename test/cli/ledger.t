# the texts: nothing in them is a fact, so that only the ledger is tested
$ printf 'Con đường sắt\n\nTàu chạy trên đường sắt mới qua cầu.\n' > a.txt; printf 'Lịch mới\n\nDuong lịch viết không dấu, và hoà bình.\n' > b.txt

# a ledger is made, and adding again changes nothing
$ truc add l.db a.txt b.txt
! added 2; the ledger: 2 documents of 2 sources, 0 propositions, 0 with two sources or more
$ truc add l.db a.txt b.txt
! added 0, unchanged 2; the ledger: 2 documents of 2 sources, 0 propositions, 0 with two sources or more

# a folder, and a near-copy
$ mkdir f; printf 'Tin về con tàu\n\nTàu trắng rời bến lúc sáng sớm, sương tan dần trên mặt sông.\n' > f/x.txt; (cat f/x.txt; echo 'Gió nhẹ.') > f/y.txt; truc add f.db f
! added 2; the ledger: 2 documents of 1 source, 0 propositions, 0 with two sources or more

# packed files, told by their bytes; what is cut off says where
$ gzip -k a.txt; truc add g.db a.txt.gz; truc add g.db a.txt
! added 1; the ledger: 1 document of 1 source, 0 propositions, 0 with two sources or more
! added 0, unchanged 1; the ledger: 1 document of 1 source, 0 propositions, 0 with two sources or more
$ printf '\x28\xb5\x2f\xfd\x24\x1e\xf1\x00\x00Con\x20t\xc3\xa0u\x20tr\xe1\xba\xafng\x20r\xe1\xbb\x9di\x20b\xe1\xba\xbfn.\x0a\xc5\x8d\x9d\xd0' > c.txt.zst; truc add z.db c.txt.zst; truc add z.db < c.txt.zst
! added 1; the ledger: 1 document of 1 source, 0 propositions, 0 with two sources or more
! added 0, unchanged 1; the ledger: 1 document of 1 source, 0 propositions, 0 with two sources or more
$ printf '\xfd7zXZ\x00\x00\x04\xe6\xd6\xb4F\x02\x00\x21\x01\x16\x00\x00\x00t\x2f\xe5\xa3\x01\x00\x1dCon\x20t\xc3\xa0u\x20tr\xe1\xba\xafng\x20r\xe1\xbb\x9di\x20b\xe1\xba\xbfn.\x0a\x00\x00\x00j\xd3\xa5\x05\x90\xff\x8eA\x00\x016\x1e=\x19\x95S\x1f\xb6\xf3\x7d\x01\x00\x00\x00\x00\x04YZ' > f/c.txt.xz; truc add z.db f
! added 2, unchanged 1; the ledger: 3 documents of 2 sources, 0 propositions, 0 with two sources or more
$ head -c 60 f/c.txt.xz > cut.xz; truc add z.db cut.xz
! cut.xz:2:31: damaged xz data: it is cut off (byte 61 of the packed file)
! added 0; the ledger: 3 documents of 2 sources, 0 propositions, 0 with two sources or more
[4]
$ (head -c 40 c.txt.zst | tr 'b' 'c') > bad.zst; truc add z.db bad.zst
! bad.zst:2:31: damaged zstd data: it is cut off (byte 41 of the packed file)
! added 0; the ledger: 3 documents of 2 sources, 0 propositions, 0 with two sources or more
[4]

# threads store the same bytes
$ for i in 1 2 3 4 5 6 7 8 9; do printf '{"id":"%d","date":"2024-11-2%d","text":"Ngày %d-11-2024, Thủ tướng Phạm Minh Chính thăm chính thức Malaysia.\\n\\nBài số %d của %d."}\n' $i $i 1$i $i $i; done > nine.jsonl; truc add -j 1 one.db nine.jsonl; truc add -j 4 four.db nine.jsonl; cmp one.db four.db
! added 9; the ledger: 9 documents of 1 source, 4 propositions, 0 with two sources or more
! added 9; the ledger: 9 documents of 1 source, 4 propositions, 0 with two sources or more

# what is typed must match, what is left out is free
$ truc find --format=tsv l.db duong | cut -f2,5
doc	sentence
b	Duong lịch viết không dấu, và hoà bình.
a	Con đường sắt
a	Tàu chạy trên đường sắt mới qua cầu.
$ truc find --format=tsv l.db đường | cut -f2,5
doc	sentence
a	Con đường sắt
a	Tàu chạy trên đường sắt mới qua cầu.
$ truc find --format=json l.db '"hòa bình"'
{"doc":"b","title":"Lịch mới","offsets":"byte","start":14,"end":63,"text":"Duong lịch viết không dấu, và hoà bình.","marks":[[52,62]],"kinds":[]}

# on the terminal
$ truc find l.db sat
  no date       a
                 “Con đường sắt”
\
  no date       a
                 “Tàu chạy trên đường sắt mới qua cầu.”

# a query language that forgives
$ truc find l.db '"(AND NEAR/2 *'
! truc: nothing found
[1]

# nothing is no error
$ truc export l.db
[1]
$ truc show l.db VNM
! truc: nothing is known of VNM
[1]
$ truc show l.db 'ông nọ bà kia'
! truc: the ledger knows nobody called 'ông nọ bà kia'
!   try: a code (JPN) or a name as the press has it
[1]

# what is no ledger
$ truc show none.db VNM JPN
! truc: no ledger 'none.db'
[4]
$ echo 'just a text' > text.db; truc add text.db a.txt
! truc: 'text.db' is not a database
[4]
$ truc find .
! truc: find what? words, or --kind, --actor, --sector
!   try: truc find relations.db hợp tác
[2]

# a damaged record, and the others
$ printf '{"id":"1","text":"Một câu."}\n{"id":\n{"id":"3","text":"Hai câu."}\n' | truc add --in=jsonl j.db 2>&1 | tail -2
truc: 1 of 3 records failed
added 2; the ledger: 2 documents of 2 sources, 0 propositions, 0 with two sources or more

# every format says what it cannot hold
$ printf 'Chuyến thăm\n\nNgày 20-11-2024, Thủ tướng Phạm Minh Chính thăm chính thức Malaysia.\n' > v.txt; truc add --date=2024-11-21 v.db v.txt 2>/dev/null; truc export --kind=VISIT --format=plover v.db | grep -c '"event":\["CONSULT"\]'
1
$ truc export --kind=VISIT --format=gdelt v.db | awk -F'\t' '{print NF, $6, $7, $16, $17, $27}'
61 VNM Phạm Minh Chính MYS Malaysia 042
$ truc export --kind=VISIT --format=ics v.db | tr -d '\r' | grep -E '^(DT|SUMMARY)'
DTSTAMP:20241121T000000Z
DTSTART;VALUE=DATE:20241120
DTEND;VALUE=DATE:20241121
SUMMARY:Visit (official): Phạm Minh Chính → Malaysia
$ truc export --kind=VISIT --format=ftm v.db | grep -o '"schema":"[A-Za-z]*"'
"schema":"Person"
"schema":"PublicBody"
"schema":"Event"
$ truc export --kind=VISIT --format=graphml v.db | grep -c '<node\|<edge'
3
$ truc export --kind=VISIT --format=brat v.db | tar -xO v.ann | grep -v '^T1' | head -4
T2	gpe 72 80	Malaysia
T3	value 61 71	chính thức
T4	per 40 55	Phạm Minh Chính
E2	VISIT:T1 host:T2 visit_type:T3 visitor:T4
$ truc export --kind=VISIT --format=brat v.db | tar -t
v.txt
v.ann
annotation.conf
$ truc export --kind=VISIT --format=conllu v.db | grep -o 'Fact=.*'
Fact=f2:visitor
Fact=f2:visit_type
Fact=f2:host
$ truc export --kind=OFFICE --format=ics v.db
! truc: 1 of 1 propositions have no place in this format (no visit, milestone or agreement, or its day is not known)
[1]

# what changed over time, behind the propositions; a segmented sentence tidied
$ printf 'Quan_hệ hai nước\n\nViệt_Nam và Nhật_Bản thiết_lập quan_hệ ngoại_giao ngày 21-9-1973 .\n\nTháng 3-2014 , Việt_Nam và Nhật_Bản nâng_cấp quan_hệ lên đối_tác chiến_lược sâu_rộng .\n' > h.txt; truc add --date=2024-11-21 h.db h.txt 2>/dev/null; truc show --format=json h.db VNM JPN | grep -o '"history":"[a-z]*"\|"time":"[^"]*","value":"[^"]*"'
"history":"relation"
"time":"1973-09-21","value":"establishment"
"time":"2014-03","value":"strategic_partnership"
$ truc find h.db ngoại_giao | grep -o '“.*'
“Việt Nam và Nhật Bản thiết lập quan hệ ngoại giao ngày
$ truc find h.db hệ_ngoại
! truc: nothing found
[1]

# upkeep
$ truc check v.db 2>&1 | cut -d' ' -f1-5
sound; the ledger: 1 document
$ truc add v.db a.txt b.txt 2>/dev/null; truc remove v.db a nobody v
! truc: no document 'nobody' in the ledger
! removed 2; the ledger: 1 document of 1 source, 0 propositions, 0 with two sources or more
[3]
$ truc find --format=tsv v.db duong | cut -f2,5
doc	sentence
b	Duong lịch viết không dấu, và hoà bình.
$ truc compact v.db 2>&1 | sed 's/[0-9][0-9]*/N/g'; truc check v.db
N bytes, before N
! sound; the ledger: 1 document of 1 source, 0 propositions, 0 with two sources or more
$ truc remove v.db
! truc: which documents?
!   try: truc remove relations.db article-17
[2]
$ truc check text.db
! truc: 'text.db' is not a database
[4]
$ cp v.db w.db; printf 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' | dd of=w.db bs=1 seek=4096 conv=notrunc 2>/dev/null; truc check w.db 2>/dev/null
[4]

# sums over the years and the stages of a plan, told once
$ printf 'Hai nước\n\nNăm 2013, kim ngạch thương mại giữa Việt Nam và Nhật Bản đạt 25 tỷ USD. Năm 2019, kim ngạch thương mại giữa Việt Nam và Nhật Bản đạt 39,5 tỷ USD.\n\nViệt Nam mong muốn hợp tác với Nhật Bản trong lĩnh vực quốc phòng. Việt Nam và Nhật Bản nhất trí hợp tác trong lĩnh vực quốc phòng.\n' > years.txt; truc add --date=2024-11-21 y.db years.txt 2>/dev/null; truc show y.db VNM JPN | sed -n '/What changed/,/^$/p'
What changed ───────────────────────────────────────────────────────────────────
  sum           kim ngạch thương mại · Nhật Bản – Việt Nam
    2013        25 billion USD                                          1 source
    2019        39.5 billion USD                                        1 source
  plan          quốc phòng · Việt Nam, Nhật Bản
    2024-11-21  wished                                                  1 source
                agreed                                                  1 source
\

# documents that name an office at no known time do not support each other
$ printf 'Tin\n\nÔng Lê Văn An là Bộ trưởng Quốc phòng Lào.\n' > o1.txt; printf 'Tin\n\nBộ trưởng Quốc phòng Lào Lê Văn An cười.\n' > o2.txt; truc add o.db o1.txt o2.txt 2>/dev/null; truc show o.db LAO | grep 'Lê Văn An'
  Lê Văn An  Bộ trưởng Quốc phòng, Lào               2 documents, none says when

# where a text joins what are two words, forms and blanks are still the text
$ printf 'Tin\n\nTheo lời_mời ấy , sáng_hôm_nay Thủ_tướng_Việt_Nam Phạm_Minh_Chính đã_thăm Lào và bước_đi_này_là tốt .\n' > joint.txt; truc add j.db joint.txt 2>/dev/null; truc export --format=conllu j.db | awk -F'\t' '/^# text = /{t=substr($0,10);o=""} NF==10{o=o $2 ($10~/SpaceAfter=No/?"":" ")} !NF{sub(/ $/,"",o); print (o==t?"same":"differs: " o)}'
same
same

# names of several words without quotes, codes in small letters
$ truc show y.db viet nam | head -1 | sed 's/ ━.*//'
Việt Nam
$ truc show y.db vnm jpn | head -1 | sed 's/ ━.*//'
Việt Nam – Nhật Bản
$ truc show y.db Nhật Bản Việt Nam
! truc: more than two names; quote a name of several words
!   try: truc show relations.db 'Nhật Bản' 'Hàn Quốc'
[2]

# what contradicts a proposition is told, not only named; how many sentences name somebody
$ printf 'Tin\n\nNăm 2013, kim ngạch thương mại giữa Việt Nam và Nhật Bản đạt 31 tỷ USD.\n' > other.txt; truc add --date=2024-11-22 y.db other.txt 2>/dev/null; truc show y.db $(truc export --format=tsv --kind=AMOUNT y.db | awk -F'\t' 'NR > 1 && $4 == 2013 {print $1; exit}') | grep -A 1 against | sed 's/AMOUNT-.*/AMOUNT-/;s/ [0-9]* tỷ/ N tỷ/'
  against       kim ngạch thương mại · N tỷ USD · 2013                 1 source
                  AMOUNT-
$ truc find --limit=1 --actor=JPN y.db >/dev/null
! 1 of 6 sentences; more with --limit

# a field by its name; OR between names in capitals, where KHÔNG is a word
$ truc show y.db 'quốc phòng' | sed -n 's/ ━.*//p'
security defence
$ printf 'Tin\n\nLễ hội Gốm.\n\nHội chợ TTX mở cửa, không quân bay qua.\n' > caps.txt; truc add y.db caps.txt 2>/dev/null; truc find y.db 'TTX OR GỐM' | grep -c '“'; truc find y.db 'KHÔNG QUÂN' | grep -c '“'
2
1

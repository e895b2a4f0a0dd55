# sents: one a line
$ printf 'Tin vắn\n\nÔng An đến. Bà Bình đi! Ảnh: TTXVN\n' >a.txt; truc sents a.txt
Tin vắn
Ông An đến.
Bà Bình đi!
Ảnh: TTXVN

# sents: spans and kinds
$ truc sents --format=jsonl --offsets=char a.txt
{"id":"a","schema":1,"model":"","offsets":"char","sentences":[[0,7],[9,20],[21,32],[33,43]],"kinds":["title","body","caption","credit"],"paragraphs":[0,1,1,1]}
$ truc sents --format=tsv a.txt
doc	paragraph	kind	start	end	text
a	1	title	0	9	Tin vắn
a	2	body	11	26	Ông An đến.
a	2	caption	27	41	Bà Bình đi!
a	2	credit	42	54	Ảnh: TTXVN

# names
$ printf 'Thủ tướng Nguyễn Văn An thăm Nhật Bản. Hai nước hợp tác trong ASEAN.\n' >b.txt; truc names b.txt
{"doc":"b","start":10,"end":23,"type":"PER","text":"Nguyễn Văn An","ref":"per:Nguyễn Văn An"}
{"doc":"b","start":29,"end":37,"type":"GPE","text":"Nhật Bản","ref":"gpe:JPN"}
{"doc":"b","start":62,"end":67,"type":"FORUM","text":"ASEAN","ref":"org:asean"}
# names: a ministry, when it was there, and what the date says of it
$ printf 'Bộ TN&MT cấp phép. Năm 2019, Bộ Nông nghiệp từ chối.\n' >min.txt
$ truc names --date=2025-06-10 min.txt
{"doc":"min","start":0,"end":8,"type":"ORG","text":"Bộ TN&MT","ref":"org:Bộ TN&MT","agency":"Bộ Tài nguyên và Môi trường","until":"2025-02","successor":"Bộ Nông nghiệp và Môi trường","standing":"after"}
{"doc":"min","start":29,"end":43,"type":"ORG","text":"Bộ Nông nghiệp","ref":"org:Bộ Nông nghiệp","agency":"Bộ Nông nghiệp và Phát triển nông thôn","until":"2025-02","successor":"Bộ Nông nghiệp và Môi trường","standing":"within"}
$ truc explain names --date=2025-06-10 <min.txt | grep agency
      agency: Bộ Tài nguyên và Môi trường, until 2025-02, then Bộ Nông nghiệp và Môi trường; spoken of at 2025-06-10 (publication date): after its time
      agency: Bộ Nông nghiệp và Phát triển nông thôn, until 2025-02, then Bộ Nông nghiệp và Môi trường; spoken of at 2019 (Năm 2019): within its time
$ truc explain names <min.txt | grep -c 'no date says when'
1
# names: why a word is a country, a capital its government, Mekong the river
$ truc explain names 'Ông Đức thăm Đức. Theo Ý và Anh, Bắc Kinh phản đối.' | grep -A1 --no-group-separator ' name  '
  Đức                            PER       name    per:Đức
      why: name after a form of address
  Đức                            GPE       name    gpe:DEU
      why: country: a capital inside a sentence, no name around it
  Ý                              GPE       name    gpe:ITA
      why: country: the words before it want one
  Anh                            GPE       name    gpe:GBR
      why: country: beside another
  Bắc Kinh                       GPE       name    gpe:CHN metonym
      why: capital that acts or speaks is its government
$ truc explain names 'APEC, ASEAN, Mekong họp. Họ sống bên Mekong. Họ đến London.' | grep -E 'why: (forum: |place: |capital )'
      why: forum: in a list of forums
      why: place: no forum stands beside it
      why: capital behind a word of place
# names, on
$ truc names --format=tsv --all b.txt
doc	start	end	type	form	ref	text
b	0	9	OFFICE	name	per:Nguyễn Văn An	Thủ tướng
b	10	23	PER	name	per:Nguyễn Văn An	Nguyễn Văn An
b	29	37	GPE	name	gpe:JPN	Nhật Bản
b	39	47	GPE	pair	gpe:JPN	Hai nước
b	62	67	FORUM	name	org:asean	ASEAN
$ truc names --format=brat b.txt
T1	PER 10 23	Nguyễn Văn An
\#1	AnnotatorNotes T1	per:Nguyễn Văn An
T2	GPE 29 37	Nhật Bản
\#2	AnnotatorNotes T2	gpe:JPN
T3	FORUM 62 67	ASEAN
\#3	AnnotatorNotes T3	org:asean
$ truc names --entities --format=tsv b.txt
doc	type	ref	name	country	mentions
b	GPE	gpe:JPN	Nhật Bản		2
b	PER	per:Nguyễn Văn An	Nguyễn Văn An	gpe:VNM	2
b	GPE	gpe:VNM	Việt Nam		0
b	FORUM	org:asean	ASEAN		1
$ truc names --entities --format=brat b.txt
! truc: --entities has no brat form
!   try: --format=jsonl
[2]

# names: offices and values, each line with its layer
$ printf 'Cựu Thủ tướng Nguyễn Văn An thăm Huế tối 3/5/2024, tặng hơn 5 tỷ đồng.\n' >d.txt; truc names --layers=offices,values d.txt
{"doc":"d","layer":"office","start":4,"end":13,"type":"OFFICE","text":"Thủ tướng","title":"Thủ tướng","holder":"per:Nguyễn Văn An","country":"gpe:VNM","former":true}
{"doc":"d","layer":"value","start":37,"end":49,"type":"DATE","text":"tối 3/5/2024","value":"2024-05-03","precision":"day","basis":"explicit","timex3":{"type":"TIME","value":"2024-05-03TEV"}}
{"doc":"d","layer":"value","start":60,"end":69,"type":"MONEY","text":"5 tỷ đồng","value":5000000000,"unit":"VND","mod":"more_than"}
$ truc names --layers=names,offices,values --format=tsv d.txt
doc	start	end	type	form	ref	text
d	14	27	PER	name	per:Nguyễn Văn An	Nguyễn Văn An
d	33	36	LOC	name	loc:Huế	Huế
d	4	13	OFFICE	office	per:Nguyễn Văn An	Thủ tướng
d	37	49	DATE	value	2024-05-03	tối 3/5/2024
d	60	69	MONEY	value	5000000000 VND more_than	5 tỷ đồng
$ truc names --layers=names,values --format=brat d.txt
T1	PER 14 27	Nguyễn Văn An
\#1	AnnotatorNotes T1	per:Nguyễn Văn An
T2	LOC 33 36	Huế
\#2	AnnotatorNotes T2	loc:Huế
T3	DATE 37 49	tối 3/5/2024
\#3	AnnotatorNotes T3	2024-05-03
T4	MONEY 60 69	5 tỷ đồng
\#4	AnnotatorNotes T4	5000000000 VND more_than
$ truc names --layers=names,offices,values --format=conllu d.txt | grep -E 'NER|Office|Value' | cut -f2,10
Thủ tướng	start_char=4|end_char=13|Office=B|Holder=per:Nguyễn Văn An
Nguyễn Văn An	start_char=14|end_char=27|NER=B-PER|Ref=per:Nguyễn Văn An
Huế	start_char=33|end_char=36|NER=B-LOC|Ref=loc:Huế
tối	start_char=37|end_char=40|Value=B-DATE|Norm=2024-05-03
3/5/2024	SpaceAfter=No|start_char=41|end_char=49|Value=I-DATE
5	start_char=60|end_char=61|Value=B-MONEY|Norm=5000000000 VND more_than
tỷ	start_char=62|end_char=64|Value=I-MONEY
đồng	SpaceAfter=No|start_char=65|end_char=69|Value=I-MONEY
$ truc names --layers=names,places d.txt
! truc: --layers wants names, offices, values
!   try: --layers=names,offices,values
[2]

# names: a publication date read in the text
$ printf 'Hà Nội, ngày 12-5-2024\n\nÔng An đến hôm qua.\n' >e.txt; truc names --layers=values e.txt
{"doc":"e","layer":"value","start":8,"end":22,"type":"DATE","text":"ngày 12-5-2024","value":"2024-05-12","precision":"day","basis":"explicit","timex3":{"type":"DATE","value":"2024-05-12"}}
{"doc":"e","layer":"value","start":35,"end":42,"type":"DATE","text":"hôm qua","value":"2024-05-11","precision":"day","basis":"arithmetic, from the inferred publication date","date_inferred":true,"timex3":{"type":"DATE","value":"2024-05-11"}}
$ truc names --layers=values --date=2020-01-02 e.txt | tail -1
{"doc":"e","layer":"value","start":35,"end":42,"type":"DATE","text":"hôm qua","value":"2020-01-01","precision":"day","basis":"arithmetic, from the publication date","timex3":{"type":"DATE","value":"2020-01-01"}}

# facts: the whole record of a plain sentence
$ printf 'Hai nước Việt Nam và Nhật Bản thiết lập quan hệ ngoại giao năm 1973.\n' >c.txt; truc facts c.txt | sed 's/,"plover".*//; s/,"confidence".*//'
{"doc":"c","id":"f1","kind":"MILESTONE","tier":1,"args":{"type":[{"value":"establishment","text":"thiết lập quan hệ ngoại giao","start":30,"end":58}],"parties":[{"ref":"gpe:VNM","text":"Hai nước","start":0,"end":8},{"ref":"gpe:JPN","text":"Hai nước","start":0,"end":8}]},"date":{"value":"1973","precision":"year","basis":"explicit"},"modality":"actual","speaker":[],"evidence":[{"sent":0,"text":"Hai nước Việt Nam và Nhật Bản thiết lập quan hệ ngoại giao năm 1973.","start":0,"end":68}]
$ truc facts --offsets=byte c.txt | grep -o '"evidence".*}]'
"evidence":[{"sent":0,"text":"Hai nước Việt Nam và Nhật Bản thiết lập quan hệ ngoại giao năm 1973.","start":0,"end":87}]
$ truc facts --format=tsv c.txt
doc	id	kind	date	modality	slots	speaker	start	end	sentence
c	f1	MILESTONE	1973	actual	type=establishment; parties=gpe:VNM, gpe:JPN		0	68	Hai nước Việt Nam và Nhật Bản thiết lập quan hệ ngoại giao năm 1973.

# tags: with confidence; without a model every word is X
$ printf 'Ông An đến.' | truc tags --model=none --format=tsv
doc	sentence	start	end	tag	confidence	word
-	1	0	4	X	0.000	Ông
-	1	5	7	X	0.000	An
-	1	8	14	X	0.000	đến
-	1	14	15	X	0.000	.

# tags: CoNLL-U in and out; the words and all that was said of them stay
$ printf '# sent_id = a\n1-2\tÔng An\t_\t_\t_\t_\t_\t_\t_\t_\n1\tÔng\t_\tNOUN\tNc\t_\t2\tnmod\t_\tSpaceAfter=No\n2\tđang uống\t_\t_\t_\t_\t0\troot\t_\tstart_char=9|end_char=18\n\n1\tTrà\t_\t_\t_\t_\t0\t_\t_\t_\n' >w.conllu; truc tags --model=none --offsets=char w.conllu
\# sent_id = a
1-2	Ông An	_	_	_	_	_	_	_	_
1	Ông	_	X	Nc	_	2	nmod	_	SpaceAfter=No|start_char=0|end_char=3|Confidence=0.000
2	đang uống	_	X	_	_	0	root	_	start_char=9|end_char=18|Confidence=0.000
\
1	Trà	_	X	_	_	0	_	_	start_char=13|end_char=16|Confidence=0.000
\
$ truc tags --model=none --in=conllu --format=tsv w.conllu
! truc: CoNLL-U in gives CoNLL-U out
!   try: --format=conllu
[2]
$ printf '1\tmột\n' | truc tags --model=none --in=conllu
! -:1: no row of CoNLL-U: it has not ten columns, parted by tabs
[3]

# facts: nothing in, nothing out
$ printf '' | truc facts

# records: fields of other names
$ printf '{"_id":7,"headline":"Tin","content":"Nhật Bản."}\n' | truc names --field=id=_id,title=headline,text=content
{"doc":"7","start":5,"end":13,"type":"GPE","text":"Nhật Bản","ref":"gpe:JPN"}

# explain
$ truc explain words --model=none 'Hai nước.'
sentence 1 (body, bytes 0-12): Hai nước.
  start          Hai              syllable
  | apart  100%  nước             syllable
      why: no model
  | apart  100%  .                punctuation
      why: a mark, number or address on one side
$ truc explain fcts 'Hai nước.'
! truc: explain what? one of: words names facts
!   try: truc explain facts 'câu'
[2]
$ truc explain names 'Ông An thăm Tokyo.' | head -3
sentence 1 (body, bytes 0-20): Ông An thăm Tokyo.
  An                             PER       name    per:An
      why: name after a form of address

# explain: offices and values
$ truc explain names --date=2024-11-21 'Cựu Thủ tướng Nguyễn Văn An chi hơn 3 tỷ đồng chiều qua.' | sed '/^entities/,$d'
publication date 2024-11-21 (day, given)
\
sentence 1 (body, bytes 0-74): Cựu Thủ tướng Nguyễn Văn An chi hơn 3 tỷ đồng chiều qua.
  Thủ tướng                      OFFICE    name    per:Nguyễn Văn An
      why: title of the lexicon
  Nguyễn Văn An                  PER       name    per:Nguyễn Văn An
      why: name after an office
  3 tỷ đồng                      MONEY     value   3000000000 VND more_than
      why: numeral "3 tỷ", unit "đồng", modifier "hơn"
  chiều qua                      DATE      value   2024-11-20
      why: arithmetic, from the publication date
      timex3: TIME 2024-11-20TAF
\
offices
  Thủ tướng former
      holder  per:Nguyễn Văn An, as said: Nguyễn Văn An
      country gpe:VNM, implied
      why: title of the lexicon
\

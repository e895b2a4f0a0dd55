# words: line in, line out
$ printf 'Hai nước thiết lập quan hệ ngoại giao.\n\nThủ tướng thăm Nhật Bản.\n' | truc words
Hai nước thiết_lập quan_hệ ngoại_giao .
\
Thủ_tướng thăm Nhật_Bản .

# words: the last line needs no end
$ printf 'Việt Nam' | truc words
Việt_Nam

# words: empty in, empty out
$ printf '' | truc words

# words: blank lines stay
$ printf '\n\n' | truc words
\
\

# words: a literal underscore and a backslash are escaped
$ printf 'Tệp my_var_x của Việt Nam ở C:\\d\n' | truc words --in=raw
Tệp my\_var\_x của Việt_Nam ở C : \\ d

# words: naked text
$ printf 'Tệp my_var_x của Việt Nam ở C:\\d\n' | truc words --plain --in=raw
Tệp my_var_x của Việt_Nam ở C : \ d

# words: another joint
$ printf 'Việt Nam + my_var_x\n' | truc words --join=+ --in=raw
Việt+Nam \+ my_var_x

# words: another convention
$ printf 'Người dân cho biết ngày 2/9 tăng 5%%\n' | truc words --profile=vlsp
Người_dân cho_biết ngày 2 / 9 tăng 5 %
$ printf 'Việt Nam' | truc words --profile=vn
! truc: no profile is called 'vn'
!   try: --profile=ud
[2]

# words: what is undone gives the input back
$ printf 'Việt  Nam,\tViệt Nam_ \\ Nhật Bản\r\nxin' | truc words --keep-gaps --in=raw | sed 's/\\\\/\x01/g; s/\\_/\x02/g; s/_/ /g; s/\x01/\\/g; s/\x02/_/g' | od -c | head -4
0000000   V   i 341 273 207   t           N   a   m   ,  \t   V   i 341
0000020 273 207   t       N   a   m   _       \       N   h 341 272 255
0000040   t       B 341 272 243   n  \r  \n   x   i   n
0000054
$ printf 'Việt  Nam,\tViệt Nam_ \\ Nhật Bản\r\nxin' | od -c | head -4
0000000   V   i 341 273 207   t           N   a   m   ,  \t   V   i 341
0000020 273 207   t       N   a   m   _       \       N   h 341 272 255
0000040   t       B 341 272 243   n  \r  \n   x   i   n
0000054

# words: decomposed letters give the same words, in their own bytes
$ printf 'quan hệ ngoại giao\n' | iconv -f utf-8 -t utf-8 | truc words | md5sum
74657b3c9cf7534fb8827a0e6c42ca79  -
$ printf 'quan he\xcc\xa3\xcc\x82 ngoa\xcc\xa3i giao\n' | truc words | od -An -c
   q   u   a   n   _   h   e 314 243 314 202       n   g   o   a
 314 243   i   _   g   i   a   o  \n

# words: segmented input, its joins are no truth
$ printf 'Thủ_tướng thăm Nhật_Bản , dự họp .\n' | truc words --in=seg
Thủ_tướng thăm Nhật_Bản , dự họp .

# words: JSON with syllables
$ printf 'Việt Nam, 5%%' | truc words --format=jsonl --model=none
{"id":"-","schema":1,"model":"","offsets":"byte","words":[{"text":"Việt","start":0,"end":6,"sentence":0},{"text":"Nam","start":7,"end":10,"sentence":0},{"text":",","start":10,"end":11,"sentence":0},{"text":"5%","start":12,"end":14,"sentence":0}]}
$ printf 'Đi 😀 Huế' | truc words --format=jsonl --model=none --offsets=utf16
{"id":"-","schema":1,"model":"","offsets":"utf16","words":[{"text":"Đi","start":0,"end":2,"sentence":0},{"text":"😀","start":3,"end":5,"sentence":0},{"text":"Huế","start":6,"end":9,"sentence":0}]}
$ printf 'Đi 😀 Huế' | truc words --format=jsonl --model=none --offsets=char
{"id":"-","schema":1,"model":"","offsets":"char","words":[{"text":"Đi","start":0,"end":2,"sentence":0},{"text":"😀","start":3,"end":4,"sentence":0},{"text":"Huế","start":5,"end":8,"sentence":0}]}

# words: CoNLL-U
$ printf 'Việt Nam thắng.\n' >a.txt; truc words --format=conllu a.txt
\# newdoc id = a
\# sent_id = a.1
\# text = Việt Nam thắng.
1	Việt Nam	_	_	_	_	_	_	_	start_byte=0|end_byte=10
2	thắng	_	_	_	_	_	_	_	SpaceAfter=No|start_byte=11|end_byte=18
3	.	_	_	_	_	_	_	_	start_byte=18|end_byte=19
\

# words: a table
$ truc words --format=tsv a.txt
doc	sentence	start	end	syllables	word
a	1	0	10	2	Việt Nam
a	1	11	18	1	thắng
a	1	18	19	1	.

# words: threads change nothing
$ for i in 1 2 3 4 5 6 7 8; do cat $ROOT/demo/articles/*.txt; done >big.txt
$ truc words -j 4 big.txt | cmp - <(truc words big.txt) && echo same
same

# words: lines stay lines, whatever the size of the input
$ for i in 1 2 3 4 5 6 7 8; do cat big.txt; done >huge.txt; truc words huge.txt | wc -l | cmp - <(wc -l <huge.txt) && echo same
same

# words: for any bytes at all, what is undone gives the input back
$ printf '%s\n' 's/\\\\/\x01/g' 's/\\_/\x02/g' 's/_/ /g' 's/\x01/\\/g' 's/\x02/_/g' >undo.sed; cat undo.sed
s/\\\\/\x01/g
s/\\_/\x02/g
s/_/ /g
s/\x01/\\/g
s/\x02/_/g
$ export LC_ALL=C; for f in $ROOT/fuzz/seeds/text/* $ROOT/fuzz/seeds/seg/*; do for in in raw seg; do tr -d '\001\002' <$f >f; truc words --keep-gaps --in=$in f | sed -f undo.sed | cmp - f; done; done; echo done
done
$ export LC_ALL=C; tr '\n' ' ' <huge.txt | truc words --keep-gaps | sed -f ./undo.sed | cmp - <(tr '\n' ' ' <huge.txt) && echo same
same

# words: an answer for every line, before the next one is there
$ (echo 'Việt Nam'; sleep 0.3; date +%s%N >t1; echo 'Nhật Bản') | truc words --line-buffered | while read l; do echo "$l"; [ -e t1 ] || echo early; done
Việt_Nam
early
Nhật_Bản

# words: several files, and standard input among them
$ printf 'Việt Nam' >a.txt; printf 'Hà Nội\n' | truc words a.txt - a.txt
Việt_Nam
Hà_Nội
Việt_Nam

# words: words of one's own
$ printf '# what we sell\nhồng_nhung\niPhone 15 Pro\n' >own.txt; printf 'Hoa hồng nhung, iphone 15 pro.\n' | truc words --words=own.txt
Hoa hồng_nhung , iphone_15_pro .
$ printf 'Hoa hồng nhung, iphone 15 pro.\n' | truc words
Hoa_hồng_nhung , iphone 15 pro .
$ printf 'ba\nhai ba\nnư\xffc\n' >own.txt; printf 'a\n' | truc words -w own.txt
! own.txt:3:14: invalid UTF-8
!   nư\xFFc
!     ^
[4]
$ printf 'a\n' | truc words -w none.txt
! none.txt: cannot read: No such file or directory
[4]

# words: more than one reading, as JSON Lines
$ printf 'Họ xây cơ sở hạ tầng.\n' | truc words --k-best=7 | grep -o '"score":0\|"score":-' | sort | uniq -c
      6 "score":-
      1 "score":0
$ printf 'a' | truc words --k-best=2 --model=none
{"id":"-","schema":1,"model":"","offsets":"byte","sentences":[{"start":0,"end":1,"readings":[{"score":0,"words":[{"text":"a","start":0,"end":1}]}]}]}
$ printf 'a' | truc words --k-best=65
! truc: --k-best wants a whole number from 1 to 64, not '65'
[2]
$ printf 'a' | truc words --k-best=2 --format=tsv
! truc: --k-best, --lattice, --scores and --keys are printed as jsonl alone
!   try: --format=jsonl
[2]

# words: coarse words and their parts
$ printf 'Họ xây cơ sở hạ tầng.\n' | truc words --lattice=0 --offsets=char | sed 's/"model":"[^"]*"/"model":""/; s/:-[0-9]*/:-N/g'
{"id":"-","schema":1,"model":"","offsets":"char","sentences":[{"start":0,"end":21,"edges":[{"text":"Họ","start":0,"end":2,"syllables":1,"score":0,"best":true},{"text":"xây","start":3,"end":6,"syllables":1,"score":0,"best":true},{"text":"cơ sở","start":7,"end":12,"syllables":2,"score":-N,"part":true},{"text":"cơ sở hạ tầng","start":7,"end":20,"syllables":4,"score":0,"best":true},{"text":"hạ tầng","start":13,"end":20,"syllables":2,"score":-N,"part":true},{"text":".","start":20,"end":21,"syllables":1,"score":0,"best":true}]}]}

# words: how sure, and keys
$ printf 'Hoà bình, Đường' | truc words --format=jsonl --scores --keys --model=none
{"id":"-","schema":1,"model":"","offsets":"byte","words":[{"text":"Hoà","start":0,"end":4,"sentence":0,"confidence":1.000,"key":"hòa","plain":"hoa"},{"text":"bình","start":5,"end":10,"sentence":0,"confidence":1.000,"key":"bình","plain":"binh"},{"text":",","start":10,"end":11,"sentence":0,"confidence":1.000,"key":",","plain":","},{"text":"Đường","start":12,"end":21,"sentence":0,"confidence":1.000,"key":"đường","plain":"duong"}]}

# words: for models trained on VnCoreNLP's output
$ printf 'Bà Hòa thăm Thụy Sĩ. Hòa  bình,\nquỳ tại TP.HCM _ "thủy" THỦY' | truc words --format=phobert
Bà Hoà thăm Thuỵ_Sĩ .
Hoà_bình ,
quỳ tại TP.HCM _ " thuỷ " THUỶ

# explain: which weights said what
$ truc explain words 'Họ hợp tác, 5 tỷ.' | sed 's/why: [+-][0-9].*= .*/why: weights/; s/ *[0-9]*%/ P/'
sentence 1 (body, bytes 0-24): Họ hợp tác, 5 tỷ.
  start          Họ               syllable
  | apart P  hợp              syllable
      why: weights
  _ joined P  tác              syllable
      why: weights
  | apart P  ,                punctuation
      why: a mark, number or address on one side
  | apart P  5                number
      why: a mark, number or address on one side
  | apart P  tỷ               syllable
      why: a mark, number or address on one side
  | apart P  .                punctuation
      why: a mark, number or address on one side
$ printf 'họ_hợp\n' >own.txt; truc explain words -w own.txt --model=none 'Họ hợp tác'
sentence 1 (body, bytes 0-15): Họ hợp tác
  start          Họ               syllable
  _ joined 100%  hợp              syllable
      why: the file of words
  | apart  100%  tác              syllable
      why: the file of words

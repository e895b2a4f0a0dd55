# an unknown verb
$ truc wrods
! truc: unknown verb 'wrods'
!   try: truc words
[2]

# an unknown option
$ truc words --fromat=seg
! truc: unknown option '--fromat=seg' of 'words'
!   try: --format
[2]
$ truc words -q
! truc: unknown option '-q' of 'words'
!   try: truc words -h
[2]

# an unknown format, unit, form
$ truc words --format=jsnol
! truc: unknown --format 'jsnol'; one of: seg jsonl conllu tsv phobert
!   try: --format=jsonl
[2]
$ truc words --offsets=bytes
! truc: unknown --offsets 'bytes'; one of: byte char utf16
!   try: --offsets=byte
[2]
$ truc words --in=segmented
! truc: unknown --in 'segmented'; one of: auto raw seg jsonl
!   try: --in=auto
[2]

# a value is missing
$ truc words --date
! truc: option '--date' wants a value
[2]

# a wrong date
$ truc facts --date=2023-02-30
! truc: invalid date '2023-02-30'; write YYYY-MM-DD
!   try: --date=2023-11-27
[2]
$ truc facts --date=hôm-nay
! truc: invalid date 'hôm-nay'; write YYYY-MM-DD
!   try: --date=2023-11-27
[2]

# a wrong number
$ truc words -j 0
! truc: --jobs wants a whole number from 1 to 64, not '0'
[2]
$ truc words --join=ab_cd
! truc: --join wants one character, no blank or backslash
!   try: --join=+
[2]

# no verb
$ truc 2>&1 | head -3
truc - Vietnamese news in, a sourced record of foreign relations out
\
usage: truc VERB [options] [FILE...|-]
$ truc 2>/dev/null
[2]

# a file that is not there; the others are done
$ printf 'Việt Nam\n' >a.txt; truc words missing.txt a.txt
Việt_Nam
! missing.txt: cannot open: No such file or directory
[4]
$ truc words .
! .: cannot read: Is a directory
[4]

# a broken line, a wrong date, a line that is no object; the others are done
$ printf '%s\n' '{"id":"a","text":"Việt Nam"}' '{"id":"b","text":"không đóng' '{"id":"c","date":"2023-02-31","text":"Sai ngày."}' '[1]' '{"id":"d","text":"Nhật Bản"}' >x.jsonl; truc words x.jsonl
Việt_Nam
Nhật_Bản
! x.jsonl:2:63: string without an end
!   {"id":"b","text":"không đóng
!                               ^
! x.jsonl:3:81: invalid date '2023-02-31'; write YYYY-MM-DD
!   {"id":"c","date":"2023-02-31","text":"Sai ngày."}
!                    ^
! x.jsonl:4:115: expected an object
!   [1]
!   ^
! truc: 3 of 5 records failed
[3]
$ truc words --format=jsonl --model=none x.jsonl 2>/dev/null
{"id":"a","schema":1,"model":"","offsets":"byte","words":[{"text":"Việt","start":0,"end":6,"sentence":0},{"text":"Nam","start":7,"end":10,"sentence":0}]}
{"id":"b","error":{"code":"json","line":2,"byte":63,"msg":"string without an end"}}
{"id":"c","error":{"code":"date","line":3,"byte":81,"msg":"invalid date '2023-02-31'; write YYYY-MM-DD"}}
{"id":"","error":{"code":"json","line":4,"byte":115,"msg":"expected an object"}}
{"id":"d","schema":1,"model":"","offsets":"byte","words":[{"text":"Nhật","start":0,"end":6,"sentence":0},{"text":"Bản","start":7,"end":12,"sentence":0}]}
[3]

# the first error ends it
$ truc words --strict x.jsonl
Việt_Nam
! x.jsonl:2:63: string without an end
!   {"id":"b","text":"không đóng
!                               ^
! truc: 1 of 2 records failed
[3]

# with threads the same
$ truc words -j 3 x.jsonl 2>/dev/null
Việt_Nam
Nhật_Bản
[3]

# controls in a message are shown
$ printf '{"id":"\033[31m"\n' | truc words --in=jsonl
! -:1:8: control character in a string
!   {"id":"\x1B[31m"
!          ^
! truc: 1 of 1 records failed
[3]

# stdout is full, or closed
$ truc words a.txt >/dev/full
! truc: cannot write standard output: No space left on device
[4]
$ truc words a.txt >&-
! truc: cannot write standard output: Bad file descriptor
[4]

# a damaged model
$ head -c 1000 $ROOT/models/truc.model >cut.model; truc words --model=cut.model a.txt
! truc: 'cut.model': the file is cut short, or too long
[5]
$ (head -c 100000 $ROOT/models/truc.model; printf x; tail -c +100002 $ROOT/models/truc.model) >flip.model; truc words --model=flip.model a.txt
! truc: 'flip.model': damaged: the checksum does not fit
[5]
$ truc words --model=a.txt a.txt
! truc: 'a.txt': not a truc model
[5]
$ truc words --model=missing.model a.txt
! truc: cannot read 'missing.model': No such file or directory
[5]
$ TRUC_MODEL=missing.model truc words a.txt
! truc: cannot read 'missing.model': No such file or directory
[5]

# fields that a record does not have
$ printf '{"ma":"k1","noi_dung":"Việt Nam"}\n' | truc words --in=jsonl
! -:1:1: no field 'text', but 'ma', 'noi_dung'
!   {"ma":"k1","noi_dung":"Việt Nam"}
!   ^
! truc: 1 of 1 records failed
[3]
$ printf '{"ma":"k1","noi_dung":"Việt Nam"}\n' | truc words --field=text=noi_dung
Việt_Nam
$ truc words --field=txt=noi_dung </dev/null
! truc: --field wants NAME=KEY of id, title, date, text, not 'txt=noi_dung'
!   try: --field=text=content
[2]
$ truc words --field=id=ma,text </dev/null
! truc: --field wants NAME=KEY of id, title, date, text, not 'text'
!   try: --field=text=content
[2]

# an array is no JSON Lines
$ printf '[{"id":"a","text":"Việt Nam"}]\n' > all.json; truc words all.json
! all.json:1:1: a JSON array; JSON Lines have an object a line
!   try: jq -c '.[]'
[4]
$ printf '[{"id":"a"}]\n' | truc words --in=raw --model=none
\[ { " id " : " a " } ]

# one letter joins, not two
$ printf 'Việt Nam\n' | truc words --join=+-
! truc: --join wants one character, no blank or backslash
!   try: --join=+
[2]
$ printf 'Việt Nam\n' | truc words --join=·
Việt·Nam

# what only JSON Lines can show
$ printf 'Việt Nam\n' | truc words --scores --format=tsv
! truc: --k-best, --lattice, --scores and --keys are printed as jsonl alone
!   try: --format=jsonl
[2]
$ printf 'Việt Nam\n' | truc words --keys | grep -o '"plain":"[^"]*"'
"plain":"viet_nam"
$ printf 'Việt Nam\n' | truc words --k-best=2 --lattice=0
! truc: --k-best, --lattice and the words with --scores or --keys are three things
!   try: truc words --k-best=3
[2]

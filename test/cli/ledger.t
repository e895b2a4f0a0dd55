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

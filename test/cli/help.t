# short help has three examples
$ truc words -h
truc words - cut text into words, syllables joined by _
\
usage: truc words [options] [FILE...|-]
\
examples:
  echo 'Thủ tướng thăm Nhật Bản.' | truc words
  truc words --format=jsonl --offsets=utf16 article.txt
  truc words -j 4 corpus.txt > corpus.seg
\
formats: seg jsonl conllu tsv phobert
all options: truc words --help

# full help names every option
$ truc facts --help
truc facts - visits, talks, agreements, ranks, sums ... with their sentences
\
usage: truc facts [options] [FILE...|-]
\
options:
      --min-confidence=N       leave out less sure facts: 0.8, or 80 percent
  -f, --format=NAME            form of the output
      --offsets=UNIT           byte, char (code points) or utf16
      --in=FORM                auto, raw, seg (word-segmented) or jsonl
      --date=YYYY-MM-DD        publication date, also YYYY or YYYY-MM
      --title                  the first line is the title
      --field=NAME=KEY,...     JSON keys of id, title, date, text
      --strict                 stop at the first record that fails
      --line-buffered          plain text: answer line by line, at once
  -m, --model=FILE             model file or none; else $TRUC_MODEL, or shipped
  -j, --jobs=N                 work in N threads; the order is kept
  -h, --help                   short help with -h, full with --help
\
formats: jsonl tsv; default jsonl
\
jsonl   one fact a line: doc, id, kind, args, date, modality, speaker,
        evidence (doc/ANNOTATION.md)
tsv     one fact a row, with its first sentence
The publication date (--date, or the record's field) resolves dates such
as "hôm nay" or "ngày 21-11"; without it what is unknown stays X.
A fact's confidence is the chance that it is right with all its core
slots, measured on articles judged by hand (doc/ACCURACY.md).
Offsets are code points unless --offsets says otherwise.
\
examples:
  truc facts --date=2023-11-27 article.txt
  truc facts --format=tsv articles.jsonl
  truc facts -j 4 articles.jsonl | grep '"kind":"VISIT"'
\
exit: 0 ok, 1 nothing found, 2 usage, 3 some records failed,
      4 cannot read or write, 5 model

# an overview
$ truc --help | head -8
truc - Vietnamese news in, a sourced record of foreign relations out
\
usage: truc VERB [options] [FILE...|-]
\
  words    cut text into words, syllables joined by _
  sents    cut text into sentences, one a line
  tags     words with their parts of speech (universal tags)
  names    find people, countries, bodies, places, forums; with ids
$ truc help sents | head -3
truc sents - cut text into sentences, one a line
\
usage: truc sents [options] [FILE...|-]

# every verb has both, short enough for a screen
$ for v in words sents tags names facts read add show find export serve remove check compact train eval explain model; do truc $v -h >h && [ $(wc -l <h) -le 25 ] && truc $v --help >>h && ! grep -E '^.{81,}' h || echo "$v has no help"; done

# versions
$ truc --version | sed 's/^model .*/model ID/'
truc 0.1.0
schema 1
model ID
code Apache-2.0, model CC BY-SA 4.0

# the model
$ truc model | head -1 | sed 's/[0-9a-f]\{16\}/ID/'
id: ID

# completion
$ truc completion >c.sh; bash -c '. ./c.sh; COMP_WORDS=(truc wo); COMP_CWORD=1; _truc; echo ${COMPREPLY[*]}'
words
$ bash -c '. ./c.sh; COMP_WORDS=(truc words --format = js); COMP_CWORD=4; _truc; echo ${COMPREPLY[*]}'
jsonl
$ bash -c '. ./c.sh; COMP_WORDS=(truc names --of); COMP_CWORD=2; _truc; echo ${COMPREPLY[*]}' 2>/dev/null
--offsets=

# the man page names every option of every verb
$ for verb in $(truc help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do truc $verb --help | grep -oE -- '--[a-z][a-z0-9-]+' | sort -u | while read -r option; do grep -qF -- "$(echo "$option" | sed 's/-/\\-/g')" "$ROOT/man/truc.1" || echo "$verb $option"; done; done

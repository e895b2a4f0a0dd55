#!/bin/sh
# run.sh BUILD
# Speed of every stage, start-up time, and peak memory for 10 MB of input.  The
# text is news from the shared data folder, or else the demo's articles over and
# over (which flatters caches: only its ratios mean something).
set -eu
build=$1
truc=$build/truc
model=${TRUC_MODEL:-models/truc.model}
work=$build/bench/data
passes=${PASSES:-5}
mkdir -p "$work"

news=${SHARED:-../shared}/data/ir_all.jsonl.xz
if [ -e "$news" ] && command -v xz >/dev/null 2>&1; then
  [ -e "$work/news.jsonl" ] || xz -dc "$news" | head -3000 >"$work/news.jsonl"
  echo "text: news of the shared data folder"
  docs=$work/news.jsonl
else
  echo "text: the demo's articles, repeated"
  docs=
  for i in 1 2 3 4 5 6 7 8; do docs="$docs $(echo demo/articles/*.txt)"; done
fi
# shellcheck disable=SC2086
"$build/bench/stages" "$model" "$passes" $docs

# Ten megabytes three ways: lines, one line, records.
big=$work/big.txt
if [ ! -e "$big" ]; then
  while cat demo/articles/*.txt; do :; done 2>/dev/null |
    head -c 10000000 >"$big"
  tr '\n' ' ' <"$big" >"$work/line.txt"
fi
echo 'Thủ tướng thăm chính thức Nhật Bản.' >"$work/one.txt"
cat demo/articles/*.txt | head -c 5000 >"$work/article.txt"

echo "whole processes"
p=$build/bench/process
"$p" "start-up: words, a line" 20 "$truc" words "$work/one.txt"
"$p" "start-up: facts, a line" 20 "$truc" facts "$work/one.txt"
"$p" "facts, an article" 20 "$truc" facts "$work/article.txt"
"$p" "words, 10 MB" 2 "$truc" words "$big"
"$p" "words, 10 MB on one line" 2 "$truc" words "$work/line.txt"
"$p" "facts, 10 MB" 2 "$truc" facts "$big"
"$p" "facts, 10 MB on one line" 2 "$truc" facts "$work/line.txt"

echo "a ledger"
bench/scale.sh "$build" 1000 4772

#!/bin/sh
# patterns.sh BUILD [DOCUMENTS]
# What patterns cost: the stage "facts" with every twelfth pattern of each file,
# every fourth, all, and all four and eight times (under other names, each copy
# with all its lines), in turn on the same text: from ten to a thousand.
# Instructions are counted too if valgrind is
# there: they repeat to the digit where time does not.  DOCUMENTS is what
# bench/run.sh measures with, if not given.
set -eu
build=$1
docs=${2:-$build/bench/data/news.jsonl}
model=${TRUC_MODEL:-models/truc.model}
work=$build/bench/patterns
cc=${CC:-cc}
rm -rf "$work"
mkdir -p "$work"

# Keeps every EVERYth pattern, TIMES times.
thin() {
  awk -v every="$1" -v times="$2" '
    function flush(k) {
      if (body == "") return
      if (n++ % every == 0)
        for (k = 1; k <= times; k++) {
          copy = body
          if (k > 1) sub(/^pattern [^ ]+/, "&.copy" k, copy)
          printf "%s", copy
        }
      body = ""
    }
    /^pattern / { flush(); body = $0 "\n"; next }
    body != "" && !/^class / { body = body $0 "\n"; next }
    { flush(); print }
    END { flush() }' "$3"
}

# One program: its tables made of the thinned patterns, all else as built.
variant() {
  dir=$work/$1
  mkdir -p "$dir/data"
  for file in data/facts/*.pat; do
    thin "$2" "$3" "$file" >"$dir/data/${file##*/}"
  done
  "$build/gen-facts" "$dir" "$dir"/data/*.pat
  "$cc" -O2 -Iinclude -Isrc -I. -c "$dir/facts.c" -o "$dir/facts.o"
  "$cc" "$build/bench/stages.o" "$dir/facts.o" "$build/libtruc.a" \
    -lm -lpthread -o "$dir/stages"
}

variant twelfth 12 1
variant quarter 4 1
variant all 1 1
variant fourfold 1 4
variant eightfold 1 8

head -400 "$docs" >"$work/some.jsonl"
for name in twelfth quarter all fourfold eightfold; do
  dir=$work/$name
  lines=$(sed -n 's/^const uint32_t truc__nline = \([0-9]*\);/\1/p' \
    "$dir/facts.c")
  patterns=$(grep -h '^pattern ' "$dir"/data/*.pat | wc -l)
  speed=$("$dir/stages" "$model" 3 "$docs" | awk '$1 == "facts" { print $2; exit }')
  count=-
  if command -v valgrind >/dev/null 2>&1; then
    count=$(valgrind --tool=callgrind --toggle-collect=truc__fact_run \
      --callgrind-out-file=/dev/null "$dir/stages" "$model" 1 \
      "$work/some.jsonl" 2>&1 | sed -n 's/.*Collected : //p')
  fi
  printf '%-9s %4d patterns %5d lines  %6.1f MB/s  %s instructions\n' \
    "$name" "$patterns" "$lines" "$speed" "$count"
done

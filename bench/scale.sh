#!/bin/sh
# scale.sh BUILD [SIZE...]
# Cost of a ledger against its size, as a table of Markdown: the articles of the
# shared data folder are added to one ledger up to each SIZE in turn (1000 4772
# 10000 20000 40000 60000), and at each the same questions are asked.  CPU
# seconds are those of all `truc add` so far; the peak is the greatest of them.
# RUNS: how often each question is asked (5).  KEEP: leave the ledger there.
set -eu
build=$1
shift
data=${SHARED:-../shared}/data
work=$build/bench/data
truc=$build/truc
runs=${RUNS:-5}
[ $# -gt 0 ] || set -- 1000 4772 10000 20000 40000 60000
if [ ! -e "$data/ir_all.jsonl.xz" ] || ! command -v xz >/dev/null 2>&1; then
  echo "scale: no shared data folder (or no xz)" >&2
  exit 0
fi
mkdir -p "$work"

# Objects a line: dates as the program wants them, what is no date left out.
articles() {
  for f in ir_all baomoi2013 news2016 tuoitre2024 vnexpress2020; do
    xz -dc "$data/$f.jsonl.xz"
  done | sed -E 's/"date": "([0-9]{4})([0-9]{2})([0-9]{2})"/"date": "\1-\2-\3"/
    s/"date": "\[[^"]*", //'
  xz -dc "$data/vietnews_world_seg.txt.xz" | awk '
    function put() {
      if (id != "") printf "{\"id\": \"%s\", \"text\": \"%s\"}\n", id, text
    }
    /^# vietnews:/ { put(); id = substr($0, 3); text = ""; next }
    { gsub(/\\/, "&&"); gsub(/"/, "\\\""); gsub(/\t/, " ")
      gsub(/[\001-\037]/, ""); text = text $0 "\\n" }
    END { put() }'
}

last=0
for most in "$@"; do [ "$most" -gt "$last" ] && last=$most; done
all=$work/scale-$last.jsonl
[ -e "$all" ] || articles | head -n "$last" >"$all"

ledger=$work/scale.db
rm -f "$ledger" "$ledger-wal" "$ledger-shm"
echo "| documents | MB of text | CPU s to add | peak MB | bytes of file by" \
  "document | by byte of text | find, median / 95 % (ms) | its CPU |" \
  "show (ms) | its CPU |"
echo "|---|---|---|---|---|---|---|---|---|---|"
from=1
cpu=0
peak=0
for size in "$@"; do
  sed -n "${from},${size}p" "$all" >"$work/slice.jsonl"
  from=$((size + 1))
  said=$("$build/bench/process" add 1 "$truc" add -j 1 "$ledger" \
    "$work/slice.jsonl" </dev/null 2>"$work/add.log") || {
    cat "$work/add.log" >&2
    exit 1
  }
  cpu=$(echo "$said" | awk -v c="$cpu" '{printf "%.1f", c + $2 / 1000}')
  peak=$(echo "$said" | awk -v p="$peak" '{m = $8 > p ? $8 : p
    printf "%.0f", m}')
  "$build/bench/scale" "$truc" "$ledger" "$runs" "$cpu" "$peak"
done
rm -f "$work/add.log" "$work/slice.jsonl"
[ -n "${KEEP:-}" ] || rm -f "$ledger" "$ledger-wal" "$ledger-shm"

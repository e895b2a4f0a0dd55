#!/bin/sh
# cover.sh BUILD
# What share of the lines of each file the tests reach; after
# `make V=cover check`.
set -eu
build=$1
[ -d "$build" ] || {
  echo "cover: first: make V=cover check" >&2
  exit 1
}
find "$build/src" -name '*.gcda' | sort | while read -r data; do
  gcov -n -o "$(dirname "$data")" "$data" 2>/dev/null
done | awk '
  /^File / { gsub(/\047/, "", $2); file = $2 }
  /^Lines executed:/ && file ~ /^src\// {
    split($0, p, /[:% ]+/)
    lines = $NF
    if (!(file in share) || p[3] > share[file]) share[file] = p[3]
    count[file] = lines
  }
  END {
    for (f in share) {
      printf "%6.1f %% of %4d  %s\n", share[f], count[f], f | "sort -k5"
      total += count[f]
      hit += share[f] * count[f] / 100
    }
    close("sort -k5")
    if (total) printf "%6.1f %% of %d lines\n", 100 * hit / total, total
  }'

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# cross.sh - five-fold cross-validation of the word tables over the gold text
# that they are learned from: a larger measure than dev, and one that no test
# set enters.  Prints a line for each fold and batch, then the mean by words.
#
#   sh train/recipes/cross.sh [options of `truc train words`]
#
# TRUC, SHARED as in words.sh.  Blocks of ten sentences go to the folds in turn.
set -eu
cd "$(dirname "$0")/../.."
truc=${TRUC:-build/release/truc}
data=${SHARED:-../shared}/data
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
xz -dc "$data/vietnews_world_seg.txt.xz" \
  "$data/vietnews_general10k_seg.txt.xz" > "$tmp/silver.seg"

fold() { # NUMBER, options
  k=$1
  shift
  for name in udvtb.train udvtb-old.dev udvtb-hist.train; do
    awk -v k="$k" -v held="$tmp/held.$name" -v rest="$tmp/rest.$name" '
      { print > (int((NR - 1) / 10) % 5 == k ? held : rest) }' \
      "$data/gold/ws/$name.seg"
    set -- "$@" --gold="$tmp/rest.$name" --dev="$tmp/held.$name"
  done
  for list in train/lexicon/*.txt; do set -- "$@" --lexicon="$list"; done
  "$truc" train words --silver="$tmp/silver.seg" --out="$tmp/model" "$@" |
    while read -r f1 rest; do
      file=${rest##*/}
      echo "$k $f1 $(wc -w < "$tmp/$file") ${file#held.}"
    done
}

for k in 0 1 2 3 4; do fold "$k" "$@"; done |
  awk '{ print; n[$4] += $3; sum[$4] += $2 * $3; all += $3; total += $2 * $3 }
    END {
      for (name in n) printf "mean %.2f %s\n", sum[name] / n[name], name
      printf "mean %.2f all\n", total / all
    }'

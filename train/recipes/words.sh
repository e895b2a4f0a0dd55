#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# words.sh - makes the word tables of models/truc.model from the data beside the
# repository, byte for byte the same each time.
#
#   sh train/recipes/words.sh [OUT] [options of `truc train words`]
#
# TRUC    the program (build/release/truc)      SHARED  the data (../shared)
# GOLD    names of the files segmented by people, in place of all of them
set -eu
cd "$(dirname "$0")/../.."
out=${1:-models/truc.model}
[ $# -gt 0 ] && shift
truc=${TRUC:-build/release/truc}
data=${SHARED:-../shared}/data
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
gold=$data/gold/ws

# Of every hundred articles one is held out, to measure profile vlsp on.
xz -dc "$data/vietnews_world_seg.txt.xz" \
  "$data/vietnews_general10k_seg.txt.xz" |
  awk -v train="$tmp/silver.seg" -v held="$tmp/held.seg" '
    /^# / { out = n++ % 100 == 50 ? held : train }
    { print > out }'

# Each batch counts once.  Giving the released part, whose labels are of another
# round, more weight changes nothing: by cross-validation over it and by dev.
: "${GOLD:=udvtb.train udvtb-old.dev udvtb-hist.train}"
for name in $GOLD; do set -- "$@" --gold="$gold/$name.seg"; done
for list in train/lexicon/*.txt; do set -- "$@" --lexicon="$list"; done
"$truc" train words --out="$out" "$@" \
  --silver="$tmp/silver.seg" \
  --vlsp=train/vlsp.txt --vlsp-dev="$tmp/held.seg" \
  --dev="$gold/udvtb-vtb906.dev.seg" --dev="$gold/udvtb.test.seg" \
  --dev="$gold/tuecl.test.seg" \
  --about="licence: CC BY-SA 4.0" \
  --about="learned from: UD_Vietnamese-VTB (CC BY-SA 4.0), releases and \
history; counts over segmented news (ThanhChinhBK/vietnews); words listed by \
hand for this project" \
  --about="profiles: ud, vlsp"

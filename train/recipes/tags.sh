#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# tags.sh - adds the tag tables to models/truc.model from the data beside the
# repository, byte for byte the same each time.  Needs the word tables: run
# words.sh first, or all.sh for both.
#
#   sh train/recipes/tags.sh [MODEL [OUT]] [options of `truc train tags`]
#
# TRUC    the program (build/release/truc)      SHARED  the data (../shared)
# ONLY    a .seg file: train on those of its sentences alone
set -eu
cd "$(dirname "$0")/../.."
model=models/truc.model
case ${1-} in ''|-*) ;; *) model=$1; shift ;; esac
out=$model
case ${1-} in ''|-*) ;; *) out=$1; shift ;; esac
truc=${TRUC:-build/release/truc}
data=${SHARED:-../shared}/data
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# The treebank, by rounds of labels: 0 as released, 1 earlier, 2 the first. Each
# is cut into two halves, blocks of 20 sentences in turn.
halves() { # ROUND FIRST_ROUND?
  awk -v half0="$tmp/$1.0" -v half1="$tmp/$1.1" -v first="$2" \
      -v only="${ONLY-}" '
    BEGIN {
      RS = ""
      FS = "\n"
      while (only != "" && (getline line < only) > 0)
        for (i = split(line, rows, "\n"); i > 0; i--) keep[rows[i]] = 1
    }
    ($0 ~ /(^|\n)# sent_id = v20/) != first { next }
    {
      seg = ""
      for (i = 1; i <= NF; i++)
        if ($i !~ /^#/ && split($i, cell, "\t") > 3) {
          gsub(/ /, "_", cell[2])
          seg = seg (seg == "" ? "" : " ") cell[2]
        }
      if (only != "" && !(seg in keep)) next
      if (n++ % 20 == 0) half = half == half0 ? half1 : half0
      print $0 "\n" > (half ".conllu")
      print seg > (half ".seg")
    }' "$data/gold/dep/$3.conllu"
}
halves train 0 udvtb.train
halves old 0 udvtb-old.dev
halves hist 0 udvtb-hist.train
halves first 1 udvtb-hist.train

for name in vietnews_world_seg.txt vietnews_general10k_seg.txt \
    baomoi2013.jsonl news2016.jsonl tuoitre2024.jsonl; do
  xz -dc "$data/$name.xz" > "$tmp/$name"
done
cat "$tmp/vietnews_world_seg.txt" "$tmp/vietnews_general10k_seg.txt" \
  > "$tmp/silver.seg"

# A word model from each half, to split the other one into words: so the tagger
# learns also from words with the faults that it will meet.
half_words() { # HALF
  half=$1
  set --
  for list in train/lexicon/*.txt; do set -- "$@" --lexicon="$list"; done
  for part in train old hist first; do
    [ ! -e "$tmp/$part.$half.seg" ] || set -- "$@" \
      --gold="$tmp/$part.$half.seg"
  done
  "$truc" train words "$@" --seeds=1 --silver="$tmp/silver.seg" \
    --out="$tmp/words.$half.model"
}
half_words 0
half_words 1

gold() { # ROUND PART HALF OTHER
  file=$tmp/$2.$3.conllu
  [ ! -e "$file" ] || list="$list --gold=$1:$file \
--gold=$1:$file:$tmp/words.$4.model"
}
list=
for pair in '0 1' '1 0'; do
  # shellcheck disable=SC2086
  {
    gold 0 train $pair
    gold 0 old $pair
    gold 1 hist $pair
    gold 2 first $pair
  }
done

# shellcheck disable=SC2086
"$truc" train tags --model="$model" --out="$out" $list \
  --seg="$tmp/vietnews_general10k_seg.txt" \
  --raw="$tmp/baomoi2013.jsonl" --raw="$tmp/news2016.jsonl" \
  --raw="$tmp/tuoitre2024.jsonl" --seg="$tmp/vietnews_world_seg.txt" \
  --dev="$data/gold/dep/udvtb-vtb906.dev.conllu" \
  --dev="$data/gold/dep/udvtb.test.conllu" \
  --dev="$data/gold/dep/tuecl.test.conllu" \
  --about="learned from: UD_Vietnamese-VTB (CC BY-SA 4.0), releases and \
history; classes of words from news (vietnews, baomoi, vietnam-news, TuoiTre)" \
  "$@"

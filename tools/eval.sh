#!/bin/sh
# eval.sh PROGRAM [--floors bench/floors.tsv]
# Scores every layer with the scorers of the shared data folder ($SHARED) and
# prints one figure a line; with --floors, fails if one is below its floor.
# Nothing of that folder is copied anywhere but into a scratch folder.
set -eu
truc=$1
floors=
[ "${2-}" = --floors ] && floors=$3
shared=${SHARED:-../shared}
if [ ! -d "$shared/tools" ] || ! command -v python3 >/dev/null 2>&1; then
  echo "eval: skipped: no folder '$shared' with scorers, or no python3"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tools=$shared/tools
figures=$work/figures.tsv

# figure NAME JSON_FILE KEY...   a number out of a scorer's report; the ratios
# of the scorer of facts become percent.
figure() {
  python3 - "$@" >>"$figures" <<'PY'
import json, sys
name, path, keys = sys.argv[1], sys.argv[2], sys.argv[3:]
x = json.load(open(path))
for k in keys:
    x = x.get(k) if isinstance(x, dict) else None
if isinstance(x, dict):
    x = x.get('value')
if name.startswith('facts.') and x:
    x *= 100
print('%s\t%.2f' % (name, x or 0))
PY
}

words() {
  gold=$shared/data/gold/ws/$2
  [ -e "$gold.raw" ] || return 0
  "$truc" words "$gold.raw" >"$work/words.seg"
  python3 "$tools/score_words.py" --json --fold-tone --boot 0 "$gold.seg" \
    "$work/words.seg" >"$work/words.json"
  figure "words.$1.f1" "$work/words.json" words f1
}

sentences() {
  gold=$shared/data/gold/sent/ntrex.test.tsv
  [ -e "$gold" ] || return 0
  python3 "$tools/score_sentences.py" "$gold" --part "$1" \
    --write-docs "$work/docs.jsonl" >/dev/null
  "$truc" sents --format=jsonl --offsets=char --field id=doc \
    "$work/docs.jsonl" | sed 's/^{"id":/{"doc":/' >"$work/sents.jsonl"
  python3 "$tools/score_sentences.py" "$gold" "$work/sents.jsonl" \
    --part "$1" --boot 0 --json >"$work/sents.json"
  figure "sentences.$1.f1" "$work/sents.json" boundaries f1
}

tags() {
  gold=$shared/data/gold/dep/$2.conllu
  [ -e "$gold" ] || return 0
  sed -n 's/^# text = //p' "$gold" >"$work/tags.txt"
  "$truc" tags "$work/tags.txt" >"$work/tags.conllu"
  python3 "$tools/score_conllu.py" --json --fold-tone "$gold" \
    "$work/tags.conllu" >"$work/tags.json" || return 0
  figure "tags.$1.f1" "$work/tags.json" UPOS f1
}

# The publication date of an article, if its meta file has one.
date_of() {
  sed -n 's/.*"date": "\([0-9-]*\)".*/--date=\1/p' "$1"
}

articles() { # VERB FOLDER OUT
  : >"$3"
  for meta in "$2"/*.meta.json; do
    # shellcheck disable=SC2046
    "$truc" "$1" --format=jsonl $(date_of "$meta") "${meta%.meta.json}.txt" \
      >>"$3"
  done
}

names() {
  dir=$shared/gold-facts/dev
  [ -d "$dir" ] || return 0
  articles names "$dir" "$work/names.jsonl"
  python3 "$tools/score_entities.py" --json --gold "$dir"/*.entities.jsonl \
    --pred "$work/names.jsonl" >"$work/names.json"
  figure names.dev.p "$work/names.json" exact p
  figure names.dev.r "$work/names.json" exact r
  figure names.dev.f1 "$work/names.json" exact f1
}

facts() {
  dir=$shared/gold-facts
  [ -d "$dir/seeds" ] || return 0
  for part in seeds dev; do
    articles facts "$dir/$part" "$work/$part.jsonl"
    python3 "$tools/score_facts.py" --json --per-kind --gold "$dir/$part" \
      --pred "$work/$part.jsonl" >"$work/$part.json"
  done
  t="tiers tier1"
  # shellcheck disable=SC2086
  {
    figure facts.seeds.recall "$work/seeds.json" $t recall
    figure facts.seeds.date "$work/seeds.json" $t date
    figure facts.seeds.ranking "$work/seeds.json" kinds RANKING strict_recall
    figure facts.seeds.amount "$work/seeds.json" kinds AMOUNT strict_recall
    figure facts.dev.precision "$work/dev.json" $t precision
    figure facts.dev.recall "$work/dev.json" $t recall
    figure facts.dev.strict_f1 "$work/dev.json" $t strict_f1
    figure facts.dev.date "$work/dev.json" $t date
    figure facts.dev.attribution "$work/dev.json" $t attribution
    figure facts.dev.modality "$work/dev.json" $t modality_marked
    figure facts.dev2.f1 "$work/dev.json" tiers tier2 f1
  }
}

: >"$figures"
words dev udvtb-vtb906.dev
words test udvtb.test
words talks tuecl.test
sentences even
tags dev udvtb-vtb906.dev
names
facts

if [ -z "$floors" ]; then
  cat "$figures"
  exit 0
fi
awk -F'\t' '
  FNR == NR { if ($1 !~ /^#/ && NF > 1) floor[$1] = $2; next }
  {
    seen[$1] = 1
    low = ($1 in floor) && $2 + 0 < floor[$1] + 0
    bad += low
    printf "%-24s %6.2f  floor %6s%s\n", $1, $2,
           ($1 in floor) ? floor[$1] : "-", low ? "  BELOW" : ""
  }
  END {
    for (name in floor) if (!(name in seen)) {
      printf "%-24s not measured, floor %s  BELOW\n", name, floor[name]
      bad++
    }
    exit bad > 0
  }' "$floors" "$figures"

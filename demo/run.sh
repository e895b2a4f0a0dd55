#!/bin/sh
# run.sh - reads the articles of demo/ into a fresh ledger and shows what they
# say of each pair of countries.  TRUC names the program; LEDGER, if set, keeps
# the ledger.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
truc=${TRUC:-$here/../build/release/truc}
if [ -z "${LEDGER:-}" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  LEDGER=$folder/demo.db
fi
rm -f "$LEDGER"

say() { printf '\n\033[1m%s\033[0m\n\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n\n' "$*"; }

# The four of articles.jsonl come from there; of the others the segmented form
# where there is one.
add() {
  file=$here/articles/$1.txt
  case $3 in
    *jsonl*) return 0 ;;
    *seg*) file=$here/articles/$1.seg.txt ;;
  esac
  if [ -n "$2" ]; then
    "$truc" add --date="$2" "$LEDGER" "$file"
  else
    "$truc" add "$LEDGER" "$file"
  fi
}

say "Reading the articles (raw, segmented, JSON Lines)"
tab=$(printf '\t')
grep -v '^#' "$here/articles.tsv" | sed "s/$tab$tab/$tab-$tab/g" |
  while IFS=$tab read -r id date title form note; do
    [ "$date" = - ] && date=
    add "$id" "$date" "$form"
  done
"$truc" add --in=jsonl "$LEDGER" "$here/articles.jsonl"

for country in JPN FRA AUS MYS KOR USA; do
  say "Việt Nam (VNM) - $country"
  "$truc" show "$LEDGER" VNM "$country"
done

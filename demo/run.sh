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
# where there is one.  What the program says of each is kept back.
add() {
  file=$1.txt
  case $3 in
    *seg*) file=$1.seg.txt ;;
    *jsonl*) return 0 ;;
  esac
  printf '  %-28s %s\n' "$file" "${2:-(no date)}"
  file=$here/articles/$file
  "$truc" add ${2:+--date="$2"} "$LEDGER" "$file" 2>"$LEDGER.log" || {
    cat "$LEDGER.log" >&2
    exit 1
  }
}

say "Reading the articles: raw text, word-segmented text, JSON Lines"
tab=$(printf '\t')
grep -v '^#' "$here/articles.tsv" | sed "s/$tab$tab/$tab-$tab/g" |
  while IFS=$tab read -r id date title form note; do
    [ "$date" = - ] && date=
    add "$id" "$date" "$form"
  done
printf '  %-28s %s\n\n' articles.jsonl "(4 articles)"
"$truc" add --in=jsonl "$LEDGER" "$here/articles.jsonl"
rm -f "$LEDGER.log"

for country in JPN FRA AUS MYS KOR USA; do
  say "Việt Nam and $country: truc show LEDGER VNM $country --limit=5"
  "$truc" show "$LEDGER" VNM "$country" --limit=5
done

say "A search without marks: truc find LEDGER ban dan --limit=4"
"$truc" find "$LEDGER" ban dan --limit=4

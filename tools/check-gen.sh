#!/bin/sh
# check-gen.sh GENERATOR SCRATCH_DIR FILE...
# Makes the tables of one generator anew in a scratch folder and compares them
# with tables/, and tables/ with what is committed: a build replaces a stale
# table silently, so the tree alone would not show that it was never committed.
set -eu
gen=$1 scratch=$2
shift 2
[ $# -gt 0 ] || exit 0
rm -rf "$scratch"
mkdir -p "$scratch"
"$gen" "$scratch" "$@"
for file in "$scratch"/*.[ch]; do
  table=tables/${file##*/}
  cmp "$file" "$table"
  if git rev-parse --git-dir >/dev/null 2>&1; then
    git diff --quiet HEAD -- "$table" && git ls-files --error-unmatch \
      "$table" >/dev/null 2>&1 || {
      echo "check-gen: $table differs from what is committed" >&2
      exit 1
    }
  fi
  echo "check-gen: $table is current"
done

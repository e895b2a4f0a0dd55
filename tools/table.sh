#!/bin/sh
# table.sh GENERATOR SCRATCH_DIR TABLES_DIR FILE...
# Runs a table generator and puts each table in place, in one step and only if
# it changed: several builds may share one source tree.
set -eu
gen=$1 scratch=$2 tables=$3
shift 3
[ $# -gt 0 ] || exit 0
mkdir -p "$scratch" "$tables"
"$gen" "$scratch" "$@"
for file in "$scratch"/*.[ch]; do
  to=$tables/${file##*/}
  if ! cmp -s "$file" "$to"; then
    cp "$file" "$to.$$"
    mv "$to.$$" "$to"
  fi
done

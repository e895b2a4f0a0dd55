#!/bin/sh
# check-style.sh FILE...
# The first line names the licence; no line is longer than 80 columns, ends in a
# blank or holds a tab.  Functions of more than 60 lines are listed, no error.
set -eu
LC_ALL=C
export LC_ALL
awk '
  # mawk counts bytes: continuation bytes and combining marks take no column.
  function columns(s) {
    gsub(/\314[\200-\277]|\315[\200-\257]/, "", s)
    gsub(/[\200-\277]/, "", s)
    return length(s)
  }
  function bad(why) { printf "%s:%d: %s\n", FILENAME, FNR, why; wrong++ }
  FNR == 1 {
    if ($0 !~ /^\/\* SPDX-License-Identifier: Apache-2.0/ &&
        FILENAME !~ /tables\//) bad("no licence line")
    from = 0
  }
  columns($0) > 80 { bad("longer than 80 columns") }
  /\t/ { bad("tab") }
  /[ \t]$/ { bad("blank at the end") }
  /^[a-z].*[){]$/ && /\(/ && /\{$/ { from = FNR; name = $0 }
  /^}/ && from {
    if (FNR - from + 1 > 60) {
      printf "%s:%d: note: %d lines: %s\n", FILENAME, from, FNR - from + 1, name
    }
    from = 0
  }
  END { exit wrong > 0 }' "$@"

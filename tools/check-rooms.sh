#!/bin/sh
# check-rooms.sh [--selftest | FILE...]
# The rooms of src/ stand in a line; each may include only itself, rooms before
# it, the public headers and the generated tables.  SQLite is for the ledger and
# what follows it.  src/truc.c may include every room.
set -eu

check() {
  awk '
  BEGIN {
    n = split("base model source text sentence word tag name value fact" \
              " ledger serve", order, " ")
    for (i = 1; i <= n; i++) rank[order[i]] = i
    store = rank["ledger"]
  }
  function bad(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why
    wrong++
  }
  FNR == 1 {
    parts = split(FILENAME, dir, "/")
    room = ""
    for (i = 1; i < parts; i++) if (dir[i] == "src") room = dir[i + 1]
    own = (room in rank) ? rank[room] : 0
    if (!own && room == "truc.c") own = rank["fact"]
    if (!own) bad("no room of this name: " room)
  }
  !own { next }
  /^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, q, "\"")
    path = q[2]
    split(path, p, "/")
    if (path == "truc/truc.h" || path == "lex.h" || path == "facts.h" ||
        path == "tables/lex.h" || path == "tables/facts.h") next
    if (path == "truc/ledger.h") {
      if (own < store) bad(room " may not include " path)
    } else if (!(p[1] in rank)) {
      bad("\"" path "\" is in no room; write \"room/file.h\"")
    } else if (rank[p[1]] > own) {
      bad(room " may not include " path ": " p[1] " comes after it")
    }
  }
  /^[ \t]*#[ \t]*include[ \t]*<(sqlite3|microhttpd)/ {
    if (own < store) bad(room " stands on libc alone, not on " $2)
  }
  END { exit wrong > 0 }' "$@"
}

# The fact room is given no phrase of a class that the name room or the value
# room keeps to itself.
check_classes() {
  cat src/name/classes.h src/value/classes.h | awk '
  FNR == 1 { file++ }
  file == 1 {
    if (/#define/) shared = /NAME_SHARED/
    while (match($0, /X\([A-Z_]+[,)]/)) {
      name = substr($0, RSTART + 2, RLENGTH - 3)
      if (shared) delete own[name]; else own[name] = 1
      $0 = substr($0, RSTART + RLENGTH)
    }
    next
  }
  {
    rest = $0
    while (match(rest, /LEX_[A-Z_]+/)) {
      if (substr(rest, RSTART + 4, RLENGTH - 4) in own) {
        printf "%s:%d: %s comes to no fact, see src/name/classes.h\n",
          FILENAME, FNR, substr(rest, RSTART, RLENGTH)
        wrong++
      }
      rest = substr(rest, RSTART + RLENGTH)
    }
  }
  END { exit wrong > 0 }' - "$@"
}

selftest() {
  dir=$(mktemp -d)
  trap 'rm -rf "$dir"' EXIT
  mkdir -p "$dir/src/word" "$dir/src/ledger"
  printf '#include <stdio.h>\n#include "base/base.h"\n#include "lex.h"\n' \
    >"$dir/src/word/good.c"
  printf '#include <sqlite3.h>\n#include "fact/fact.h"\n' \
    >"$dir/src/ledger/good.c"
  check "$dir/src/word/good.c" "$dir/src/ledger/good.c" >/dev/null || {
    echo "check-rooms: refuses what is allowed" >&2
    exit 1
  }
  for line in '"fact/fact.h"' '"cli/cli.h"' '<sqlite3.h>' '"word.h"' \
    '"truc/ledger.h"'; do
    printf '\n#include %s\n' "$line" >"$dir/src/word/bad.c"
    said=$(check "$dir/src/word/bad.c") && {
      echo "check-rooms: lets $line pass" >&2
      exit 1
    }
    case $said in
    *"src/word/bad.c:2: "*) ;;
    *)
      echo "check-rooms: does not name the place of $line: $said" >&2
      exit 1
      ;;
    esac
  done
  echo 'LEX_GPE' >"$dir/good.c"
  echo 'LEX_TITLE' >"$dir/name.c"
  echo 'LEX_TIME_DAY' >"$dir/value.c"
  check_classes "$dir/good.c" && ! check_classes "$dir/name.c" >/dev/null &&
    ! check_classes "$dir/value.c" >/dev/null || {
    echo "check-rooms: does not know the classes of the rooms" >&2
    exit 1
  }
}

case ${1-} in
--selftest) selftest ;;
'')
  # shellcheck disable=SC2046
  check $(find src -name '*.[ch]' | sort) && check_classes src/fact/*.[ch] &&
    echo "check-rooms: in order"
  ;;
*) check "$@" ;;
esac

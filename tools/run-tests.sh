#!/bin/bash
# run-tests.sh BUILD [--only] PROGRAM...
# Runs every test program, then (not with --only) the cases of test/cli against
# BUILD/truc, counts cases, and ends in the line "N passed, N failed".  What
# fails is shown.
set -u
build=$1
shift
only=
if [ "${1-}" = --only ]; then
  only=1
  shift
fi
passed=0
failed=0

# A cmocka program speaks TAP: a line per case.  One that crashes or says
# nothing counts as one failure more.
run_program() {
  local program=$1 out rc ok bad skipped
  out=$(CMOCKA_MESSAGE_OUTPUT=TAP "$@" 2>&1)
  rc=$?
  ok=$(grep -ac '^ok ' <<<"$out")
  # cmocka marks a case that was skipped as one that failed, with a word more.
  skipped=$(grep -ac '^not ok .*# SKIP' <<<"$out")
  bad=$(($(grep -ac '^not ok ' <<<"$out") - skipped))
  if [ "$rc" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  if [ "$rc" = 0 ] && [ "$ok" = 0 ] && [ "$bad" = 0 ]; then ok=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  if [ "$bad" != 0 ] || [ "$rc" != 0 ]; then
    echo "FAILED ${program#"$build"/} (exit $rc)"
    # Not the lines of what went well.
    grep -av '^ok ' <<<"$out" | head -60
  else
    echo "ok     ${program#"$build"/} ($ok$([ "$skipped" = 0 ] || echo ", $skipped skipped"))"
  fi
}

# Replays every seed of a fuzz target, each file a case.
run_replay() {
  local program=$1 name seeds out rc
  name=$(basename "$program")
  seeds=fuzz/seeds/${name%_fuzz}
  [ -d "$seeds" ] || return 0
  out=$("$program" "$seeds"/* 2>&1)
  rc=$?
  if [ $rc = 0 ]; then
    passed=$((passed + $(find "$seeds" -type f | wc -l)))
    echo "ok     fuzz/$name ($(find "$seeds" -type f | wc -l))"
  else
    failed=$((failed + 1))
    echo "FAILED fuzz/$name (exit $rc)"
    tail -40 <<<"$out"
  fi
}

for program in "$@"; do
  case $program in
  *_fuzz) run_replay "$program" ;;
  */facts/run) run_program "$program" -q ;; # figures, not every sentence
  *) run_program "$program" ;;
  esac
done

if [ -z "$only" ] && [ -d test/cli ]; then
  out=$(test/cli/run.sh "$build/truc" test/cli/*.t 2>&1)
  echo "$out" | grep -v '^cli: '
  last=$(grep '^cli: ' <<<"$out" | tail -1)
  read -r _ ok _ bad _ <<<"${last:-cli: 0 passed, 1 failed}"
  passed=$((passed + ok))
  failed=$((failed + bad))
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

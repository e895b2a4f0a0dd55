#!/bin/bash
# run.sh [--rewrite] PROGRAM FILE.t...
# Runs the cases of FILE.t and compares stdout, stderr and exit code, exactly.
#
#   # a comment, or the name of the case that follows
#   $ printf 'xin chào\n' | truc words      a command for bash
#   xin chào                                what it must print
#   ! truc: a message                       what it must say on stderr
#   [3]                                     its exit code, if not 0
#
# Each file runs in an empty folder of its own, case after case, with `truc` in
# the path and $ROOT the source tree.  A line of output that begins with '$ ',
# '! ', '#' or '[' is written with a backslash before it.  --rewrite puts what
# came out into the file; git shows the change.
set -u
rewrite=
if [ "$1" = --rewrite ]; then
  rewrite=1
  shift
fi
program=$(realpath "$1")
shift
ROOT=$(pwd)
export ROOT
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
mkdir "$bin/bin"
ln -s "$program" "$bin/bin/truc"
export PATH=$bin/bin:$PATH LC_ALL=C.UTF-8
unset NO_COLOR TRUC_MODEL
# The link hides where the program was built, so the model is named.
[ -e models/truc.model ] && export TRUC_MODEL=$ROOT/models/truc.model
passed=0
failed=0

# Runs one command in the folder $2 and prints it in the form of a case.
perform() {
  local command=$1 rc
  echo "\$ $command"
  (cd "$2" && bash -c "$command" >"$bin/out" 2>"$bin/err" </dev/null)
  rc=$?
  sed -e 's/^$/\\/' -e 's/^\([$!] \|#\|\[\)/\\\1/' "$bin/out"
  # An output without a last line end shows.
  if [ -s "$bin/out" ] && [ -n "$(tail -c1 "$bin/out")" ]; then
    echo "\\no line end"
  fi
  sed -e 's/^/! /' "$bin/err"
  [ $rc = 0 ] || echo "[$rc]"
}

run_file() {
  local file=$1 dir line expected='' command='' name='' result=$bin/result
  dir=$(mktemp -d -p "$bin")
  : >"$result"
  finish() {
    local got
    [ -n "$command" ] || return 0
    got=$(perform "$command" "$dir")
    echo "$got" >>"$result"
    if [ "$got" = "\$ $command$expected" ]; then
      passed=$((passed + 1))
    elif [ -z "$rewrite" ]; then
      failed=$((failed + 1))
      echo "FAILED $file: ${name:-$command}"
      diff <(echo "\$ $command$expected") <(echo "$got") | sed 's/^/    /'
    fi
    command=
    expected=
  }
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
    '$ '*)
      finish
      command=${line#'$ '}
      ;;
    '#'* | '')
      finish
      name=${line#'# '}
      echo "$line" >>"$result"
      ;;
    *) expected+=$'\n'$line ;;
    esac
  done <"$file"
  finish
  if [ -n "$rewrite" ]; then cp "$result" "$file"; fi
}

for file in "$@"; do
  before=$failed
  run_file "$file"
  if [ $failed = "$before" ]; then echo "ok     $file"; fi
done
echo "cli: $passed passed, $failed failed"
[ $failed = 0 ]

#!/bin/sh
# deps.sh - installs the Debian packages that a build, the tests and the demo
# need and that are missing: a C compiler, SQLite, libmicrohttpd, cmocka, and
# the libraries of packed input (gzip, xz, zstd).
# Nothing missing: nothing is done, and the network is not touched.
set -eu
cc=${CC:-gcc}
missing=

has_header() {
  printf '#include <stdarg.h>\n#include <stddef.h>\n#include <stdint.h>
#include <setjmp.h>\n#include <%s>\n' "$1" |
    "$cc" -E -x c - >/dev/null 2>&1
}

if ! command -v "$cc" >/dev/null 2>&1; then
  # Nothing can be asked without a compiler; apt-get skips what is there.
  missing=" $(basename "$cc") libc6-dev libsqlite3-dev \
libmicrohttpd-dev libcmocka-dev zlib1g-dev liblzma-dev libzstd-dev"
else
  has_header stdio.h || missing="$missing libc6-dev"
  has_header sqlite3.h || missing="$missing libsqlite3-dev"
  has_header microhttpd.h || missing="$missing libmicrohttpd-dev"
  has_header cmocka.h || missing="$missing libcmocka-dev"
  has_header zlib.h || missing="$missing zlib1g-dev"
  has_header lzma.h || missing="$missing liblzma-dev"
  has_header zstd.h || missing="$missing libzstd-dev"
fi
command -v make >/dev/null 2>&1 || missing="$missing make"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "deps: missing:$missing" >&2
  echo "deps: this is no Debian system; install their like by hand" >&2
  exit 1
fi
root=
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "deps: missing:$missing" >&2
    echo "deps: try: as root, apt-get install$missing" >&2
    exit 1
  fi
  root=sudo
fi
echo "deps: installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# shellcheck disable=SC2086
if ! { $root apt-get -qq update &&
  $root apt-get -qq install -y --no-install-recommends $missing; } \
  >"$log" 2>&1; then
  tail -20 "$log" >&2
  rm -f "$log"
  echo "deps: could not install; try: apt-get install$missing" >&2
  exit 1
fi
rm -f "$log"

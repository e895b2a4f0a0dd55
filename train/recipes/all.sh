#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# all.sh - makes models/truc.model whole: word tables, then tag tables.
#
#   sh train/recipes/all.sh [OUT]         TRUC, SHARED as in words.sh
set -eu
here=$(dirname "$0")
out=${1:-models/truc.model}
sh "$here/words.sh" "$out"
sh "$here/tags.sh" "$out"

#!/bin/bash
# accuracy-dedup.sh [N] -- what dedup --near finds and what it drops wrongly
#
# On press-dup.txt and its truth (corpora/press/make-dup.py): recall by kind of
# edit, right origin, first sights dropped and how like they are to what they
# were dropped for; with N, a sample of N of the last to be read by hand.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
[ -f "$CORPORA/press/make-dup.py" ] || { echo "dedup: no corpora at $CORPORA"; exit 0; }
W=$(mktemp -d "${TMPDIR:-/tmp}/dedup-accuracy.XXXXXX") || exit 1
trap 'rm -rf "$W"' EXIT
python3 "$CORPORA/press/make-dup.py" "$W" > /dev/null || exit 1
"$B/bin/dedup" -e --near --report="$W/report" "$W/press-dup.txt" > /dev/null
python3 tests/bench/dedup-near.py "$W/press-dup.truth.tsv" "$W/report" \
    "$W/press-dup.txt" "${1:-0}"

#!/bin/bash
# accuracy.sh -- every program's accuracy on the development sets
set -u
cd "$(dirname "$0")/../.." || exit 1
export B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}

[ -d "$CORPORA" ] || { echo "make accuracy: no corpora at $CORPORA (CORPORA=DIR)"; exit 0; }
for p in dedup sentence-split tag-entities quote-extract; do
	echo "== $p"
	"tests/bench/accuracy-$p.sh"
	echo
done

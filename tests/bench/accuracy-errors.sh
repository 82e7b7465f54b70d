#!/bin/bash
# accuracy-errors.sh -- what every program gets wrong there, with context
set -u
cd "$(dirname "$0")/../.." || exit 1
export B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}

[ -d "$CORPORA" ] || { echo "make accuracy-errors: no corpora at $CORPORA (CORPORA=DIR)"; exit 0; }
for p in dedup sentence-split tag-entities quote-extract; do
	echo "== $p"
	"tests/bench/accuracy-errors-$p.sh"
	echo
done

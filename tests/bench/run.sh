#!/bin/bash
# run.sh -- every program's benchmark: CPU time side by side with its peers
set -u
cd "$(dirname "$0")/../.." || exit 1
export B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}

if [ ! -d "$CORPORA" ]; then
	echo "make bench: no corpora at $CORPORA (CORPORA=DIR): on text made of the sample articles"
	exec tests/bench/start-up.sh
fi
for p in dedup sentence-split quote-extract tag-entities; do
	echo "== $p"
	"tests/bench/$p.sh"
	echo
done
echo "== start-up and size"
tests/bench/start-up.sh

#!/bin/bash
# accuracy.sh -- every program's accuracy on the development sets, and on what is
# in the tree; without CORPORA on that alone
set -u
cd "$(dirname "$0")/../.." || exit 1
export B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}

programs="dedup sentence-split tag-entities quote-extract"
left=
if [ ! -d "$CORPORA" ]; then
	programs="sentence-split tag-entities quote-extract"
	left="left out: dedup, and the development sets of the others: no corpora at $CORPORA (CORPORA=DIR)"
fi
status=0
[ ! -d "$CORPORA" ] || programs="$programs languages"
for p in $programs; do
	echo "== $p"
	"tests/bench/accuracy-$p.sh" || status=1
	[ "$p" != tag-entities ] || tests/bench/accuracy-values.sh || status=1
	echo
done
[ -z "$left" ] || echo "$left"
exit "$status"

#!/bin/bash
# accuracy-sentence-split.sh -- where sentences end: all ends inside paragraphs in
# our own texts (tests/sentences); on the development sets F1 of those behind
# . ? !, ours and other splitters'
set -eu

B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
cd "$(dirname "$0")/../.."
C=$CORPORA/sentences
bin=$B/bin/sentence-split
echo "our own texts (tests/sentences)"
python3 tests/bench/score-sentences.py "$bin" tests/sentences/*.gold
echo
echo "cases of one kind each (tests/sentences/kinds), failed of tried"
python3 tests/sentences/kinds.py "$bin" tests/sentences/kinds/*.txt
[ -d "$C" ] || exit 0
echo
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
peers=${PEERS:-$B/peers-sentence-split}
names=
tests/bench/sentence-split-peers.sh "$peers" && names="blingfire moses punkt syntok sentencex pysbd icu"

run() {
	if [ "$1" = ours ]; then
		"$bin"
	else
		"$peers/bin/python" tests/bench/sentence-split-peers.py "$1"
	fi
}

# Text that a splitter altered (some do) is aligned again as far as it goes.
f1() {
	python3 "$C/score.py" "$C/$1.raw" "$C/$1.gold" "$scratch/out" --json --resync 2> /dev/null |
	    python3 -c 'import json,sys; r=json.load(sys.stdin); print("%.2f" % (100*r["term"][2]))'
}

printf '%-16s' set
for p in ours $names; do printf '%11s' "$p"; done
echo
for set in gum-open-dev masc-news-dev ewt-dev; do
	printf '%-16s' "$set"
	for p in ours $names; do
		run "$p" < "$C/$set.raw" > "$scratch/out"
		printf '%11s' "$(f1 "$set")"
	done
	echo
done

echo
"$bin" --quotes=keep -b < "$C/cases-golden.raw" > "$scratch/out"
python3 -c '
import sys
gold, out = (["".join(c.split(" ")) for c in open(f).read().strip().split("\n\n")] for f in sys.argv[1:])
print("golden cases, --quotes=keep: %d of %d exact" % (sum(g == o for g, o in zip(gold, out)), len(gold)))' \
    "$C/cases-golden.gold" "$scratch/out"
for set in cases-sentencex-en cases-syntok-ospl cases-segtok-ospl; do
	"$bin" < "$C/$set.raw" > "$scratch/out"
	echo "$set: F1 $(f1 $set)"
done

echo
echo "wrapped at 72 columns, -p, against the same text unwrapped:"
for set in gum-open-dev masc-news-dev ewt-dev; do
	awk '{ print; print "" }' "$C/$set.raw" > "$scratch/paragraphs"
	"$bin" -p "$scratch/paragraphs" > "$scratch/plain"
	fold -s -w 72 "$scratch/paragraphs" | "$bin" -p > "$scratch/wrapped"
	echo "$set: $(diff <(tr -d ' ' < "$scratch/plain") <(tr -d ' ' < "$scratch/wrapped") | grep -c '^[<>]') lines differ"
done

#!/bin/bash
# accuracy-errors-sentence-split.sh -- each end wrongly found (FP) or missed
# (FN) on the development sets, and each golden case that is not exact
set -eu

B=${B:-build}
cd "$(dirname "$0")/../.."
C=$CORPORA/sentences
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for set in gum-open-dev masc-news-dev ewt-dev; do
	"$B/bin/sentence-split" < "$C/$set.raw" > "$scratch/out"
	python3 "$C/score.py" "$C/$set.raw" "$C/$set.gold" "$scratch/out" --name "$set" --errors 1000000
done
for set in cases-golden cases-sentencex-en; do
	options=
	[ $set != cases-golden ] || options=--quotes=keep
	echo "$set"
	# shellcheck disable=SC2086 # none or one
	"$B/bin/sentence-split" -b $options < "$C/$set.raw" > "$scratch/out"
	python3 -c '
import sys
gold, out = ([c.split("\n") for c in open(f).read().strip().split("\n\n")] for f in sys.argv[1:])
for g, o in zip(gold, out):
    if ["".join(x.split()) for x in g] != ["".join(x.split()) for x in o]:
        print("  gold", " | ".join(g), "\n  ours", " | ".join(o))' "$C/$set.gold" "$scratch/out"
done

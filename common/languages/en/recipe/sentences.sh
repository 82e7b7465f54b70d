#!/bin/bash
# sentences.sh -- learn where sentences end from the sets marked train
#
# -k 5 tries it on each fifth of the sets after learning from the rest.
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}" "${OUT:=common/languages/en}"
cd "$(dirname "$0")/../../../.."

make -s B="$B" CC="$CC" "$B/train/sentences"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
xz -dc "$CORPORA/press/press.txt.xz" | paste -d "\n" - "$CORPORA/sentences/voa-train.raw" > "$scratch/press"
python3 -c '
import json, sys
for line in sys.stdin:
    for p in json.loads(line)["text"].split("\n\n"):
        if p.strip():
            print(*p.split())' < "$CORPORA/quotes/litbank.jsonl" > "$scratch/books"
# Paragraphs of our own examples, each on a line.
awk 'BEGIN { RS = ""; FS = "\n" }
	{ s = $1; for (i = 2; i <= NF; i++) s = s " " $i; print s }' \
    common/languages/en/recipe/sentences-own.gold > "$scratch/own.raw"

# How much an example counts: masc-other has much that is no running text, ewt
# is sloppy as the press is not, and our own examples stand for many.
sets=(4 "$scratch/own.raw" common/languages/en/recipe/sentences-own.gold)
add() {
	sets+=("$2" "$CORPORA/sentences/$1.raw" "$CORPORA/sentences/$1.gold")
}
add voa-train 1
add masc-news-train 1
add masc-other-train 0.2
add gum-open-train 1
add ewt-train 0.25
# And as a tokeniser leaves them, which counts for little.
for set in masc-news-train gum-open-train; do
	python3 common/languages/en/recipe/sentences-tokens.py \
	    common/languages/en/abbreviation-kinds.txt "$CORPORA/sentences/$set.gold" \
	    "$scratch/$set.raw" "$scratch/$set.gold"
	sets+=(0.3 "$scratch/$set.raw" "$scratch/$set.gold")
done
"$B/train/sentences" "$@" -o "$OUT/sentences.model" \
    common/languages/en/recipe/sentences-silver.txt common/languages/en/abbreviation-kinds.txt \
    "$scratch/press" "$scratch/books" "${sets[@]}"

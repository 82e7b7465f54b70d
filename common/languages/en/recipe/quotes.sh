#!/bin/bash
# quotes.sh -- learn quotations from the sets marked train: our own marks above
# all, in wire text and in invented articles (quotes-own.txt); reports as a
# parser sees them for the ends of clauses and noun phrases and for what verbs
# seldom met do; the same turned round for the order of words, and with where it
# was said put in; announced statements; novels for what is speech.
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
: "${SILVER:=$B/train/silver.jsonl}"
cd "$(dirname "$0")/../../../.."

mkdir -p "$B/train"
[ -s "$SILVER" ] || CORPORA="$CORPORA" common/languages/en/recipe/silver.sh "$SILVER"
for kind in clauses orders whether; do
	common/languages/en/recipe/silver-quotes.py $kind common/languages/en/cue-verbs.txt < "$SILVER" \
	    > "$B/train/silver-$kind.jsonl"
done
for kind in turned placed; do
	common/languages/en/recipe/silver-frames.py $kind < "$B/train/silver-clauses.jsonl" \
	    > "$B/train/silver-$kind.jsonl"
done
xz -dc "$CORPORA/press/press.txt.xz" |
    common/languages/en/recipe/silver-statements.py common/languages/en/cue-verbs.txt \
	"$CORPORA/quotes/wire-quotes-dev.jsonl" \
    > "$B/train/silver-statements.jsonl"
common/languages/en/recipe/quotes-own.py common/languages/en/recipe/quotes-own.txt > "$B/train/quotes-own.jsonl"
make -s B="$B" CC="$CC" "$B/train/quotes"
"$B/train/quotes" train common/languages/en/quotes.model \
    "$CORPORA/quotes/wire-quotes-train.jsonl" \
    "$B/train/quotes-own.jsonl:0.5" \
    "$B/train/silver-clauses.jsonl:0.15:rb" \
    "$B/train/silver-orders.jsonl:0.05:rb" \
    "$B/train/silver-orders.jsonl:0.02:rf" \
    "$B/train/silver-whether.jsonl:0.1:n" \
    "$B/train/silver-turned.jsonl:0.06:rf" \
    "$B/train/silver-placed.jsonl:0.05:rf" \
    "$B/train/silver-placed.jsonl:0.12:rb" \
    "$B/train/silver-statements.jsonl:0.15:n" \
    "$CORPORA/quotes/gum.news.jsonl:0.3:rs" \
    "$CORPORA/quotes/gum.other.jsonl:0.3:rs" \
    "$CORPORA/quotes/litbank.jsonl:0.1:rg"

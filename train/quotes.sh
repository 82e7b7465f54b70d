#!/bin/bash
# quotes.sh -- learn quotations from the sets marked train: our own marks above
# all, in wire text and in invented articles (quotes-own.txt); reports as a
# parser sees them for the ends of clauses and noun phrases and for what verbs
# seldom met do; the same turned round for the order of words, and with where it
# was said put in; announced statements; novels for what is speech.
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
: "${SILVER:=$B/train/silver.jsonl}"
cd "$(dirname "$0")/.."

mkdir -p "$B/train"
[ -s "$SILVER" ] || CORPORA="$CORPORA" train/silver.sh "$SILVER"
for kind in clauses orders whether; do
	train/silver-quotes.py $kind common/english/cue-verbs.txt < "$SILVER" \
	    > "$B/train/silver-$kind.jsonl"
done
for kind in turned placed; do
	train/silver-frames.py $kind < "$B/train/silver-clauses.jsonl" \
	    > "$B/train/silver-$kind.jsonl"
done
xz -dc "$CORPORA/press/press.txt.xz" |
    train/silver-statements.py common/english/cue-verbs.txt \
	"$CORPORA/quotes/wire-quotes-dev.jsonl" \
    > "$B/train/silver-statements.jsonl"
train/quotes-own.py train/quotes-own.txt > "$B/train/quotes-own.jsonl"
make -s B="$B" CC="$CC" "$B/train/quotes"
"$B/train/quotes" train common/english/quotes.model \
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

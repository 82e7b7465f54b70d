#!/bin/bash
# quotes.sh [speakers] -- learn quotations from the sets marked train
#
# speakers: only whom he, she, "the minister" or nothing stands for, and how sure
# that is; all else stays as it is in the model.  It needs no teacher.
#
# Our own marks above all, in wire text and in invented articles
# (quotes-own.txt); reports as a parser sees them for the ends of clauses and
# noun phrases and for what verbs seldom met do; the same turned round for the
# order of words, and with where it was said put in; announced statements; novels
# for what is speech.
set -eu
what=${1:-all}
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
: "${SILVER:=$B/silver/tags.jsonl}" "${OUT:=common/languages/en}"
cd "$(dirname "$0")/../../../.."
R=common/languages/en/recipe T=$B/silver/quotes
verbs=$T/verbs.tsv

mkdir -p "$T"
silver() {
	make -s B="$B" CC="$CC" "$B/mklexicon"
	"$B/mklexicon" -l cue-verbs common/languages/en > "$verbs"
	[ -s "$SILVER" ] || $R/silver.sh "$SILVER"
	for kind in clauses orders whether; do
		$R/quotes-silver.py $kind "$verbs" < "$SILVER" > "$T/$kind.jsonl"
	done
	for kind in turned placed; do
		$R/quotes-frames.py $kind < "$T/clauses.jsonl" > "$T/$kind.jsonl"
	done
	xz -dc "$CORPORA/press/press.txt.xz" |
	    $R/quotes-statements.py "$verbs" "$CORPORA/quotes/wire-quotes-dev.jsonl" > "$T/statements.jsonl"
}
[ "$what" = speakers ] || silver
$R/quotes-own.py $R/quotes-own.txt > "$T/own.jsonl"
make -s B="$B" CC="$CC" "$B/train/quotes" "$B/train/sure"

# To MODEL, without every FOLDS-th document of our own marks from the k-th on.
FOLDS=5 WIRE=$CORPORA/quotes/wire-quotes-train.jsonl
learn_speakers() {	# MODEL [k]
	"$B/train/quotes" speakers "$1" common/languages/en/quotes.model \
	    "$WIRE${2:+:1:$2/$FOLDS}" \
	    "$T/own.jsonl:0.5${2:+:$2/$FOLDS}" \
	    "$CORPORA/quotes/gum.news.jsonl:0.3:rs" \
	    "$CORPORA/quotes/gum.other.jsonl:0.3:rs"
}

learn_all() {	# MODEL [k]
	"$B/train/quotes" train "$1" \
	    "$WIRE${2:+:1:$2/$FOLDS}" \
	    "$T/own.jsonl:0.5${2:+:$2/$FOLDS}" \
	    "$T/clauses.jsonl:0.15:rb" \
	    "$T/orders.jsonl:0.05:rb" \
	    "$T/orders.jsonl:0.02:rf" \
	    "$T/whether.jsonl:0.1:n" \
	    "$T/turned.jsonl:0.06:rf" \
	    "$T/placed.jsonl:0.05:rf" \
	    "$T/placed.jsonl:0.12:rb" \
	    "$T/statements.jsonl:0.15:n" \
	    "$CORPORA/quotes/gum.news.jsonl:0.3:rs" \
	    "$CORPORA/quotes/gum.other.jsonl:0.3:rs" \
	    "$CORPORA/quotes/litbank.jsonl:0.1:rg"
}

# How sure a record is, is learned from what no weight of it has seen.
# The fits do not know of each other: JOBS of them at a time.
: "${JOBS:=$(nproc)}"
learners=()
start() {	# MODEL [k]
	[ "${#learners[@]}" -lt "$JOBS" ] || {
		wait "${learners[0]}"
		learners=("${learners[@]:1}")
	}
	"learn_$what" "$@" &
	learners+=($!)
}
start "$T/all.model"
folds=()
for ((k = 0; k < FOLDS; k++)); do
	start "$T/without-$k.model" $k 2> /dev/null
	folds+=("$T/without-$k.model")
done
for learner in "${learners[@]}"; do
	wait "$learner"
done
"$B/train/sure" "$OUT/quotes.model" "$T/all.model" "${folds[@]}" -- \
    "$WIRE" "$T/own.jsonl"

#!/bin/bash
# accuracy-values.sh -- values of dates, times, sums and numbers: how many, how right
#
# On news, against what was marked by hand before the code, tests/values: own.tsv and
# wire.tsv were looked at, those held out were not.  On CORPORA/values/recognizers-dev,
# what people write to an assistant (specifications of Microsoft's Recognizers-Text,
# MIT), by its own score.py.  V=1 shows what is wrong.
set -u
B=${B:-build}
export CORPORA=${CORPORA:-../shared/corpora}
verbose=()
[ "${V:-0}" = 0 ] || verbose=(-v)
score() {
	printf '%-22s ' "$1"
	shift
	python3 tests/bench/score-values.py "$B/bin/tag-entities" "${verbose[@]}" "$@"
}
score 'own articles' tests/values/own.tsv
score 'own, held out' tests/values/own-held.tsv
if [ ! -e "$CORPORA/entities/wire-entities-dev.jsonl" ]; then
	echo "wire and assistant: left out, without their corpora"
	exit 0
fi
score 'wire' tests/values/wire.tsv
score 'wire, held out' tests/values/wire-held.tsv
score 'news together' tests/values/*.tsv
C=$CORPORA/values
python3 "$C/score.py" "$B/bin/tag-entities" "$C/recognizers-dev.jsonl" "${verbose[@]}"

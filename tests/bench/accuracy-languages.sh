#!/bin/bash
# accuracy-languages.sh -- sentences in each language but English: F1 behind the
# marks that end sentences on its development set, ours and the best of other
# splitters' (languages-peers.tsv); MB of text a second of processor time; bytes of
# its lists and model.  Then how often -l auto is right.
set -eu

B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
cd "$(dirname "$0")/../.."
C=$CORPORA/sentences-multi
bin=$B/bin/sentence-split
[ -d "$C" ] || exit 0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
TIMEFORMAT=%U

echo "language     ours    best other            MB/s   kB"
while IFS=$'\t' read -r code name f1; do
	"$bin" -l "$code" "$C/$code-dev.raw" > "$scratch/out"
	ours=$(python3 "$C/score.py" "$C/$code-dev.raw" "$C/$code-dev.gold" "$scratch/out" --json |
	    python3 -c 'import json,sys; print("%.1f" % (100 * json.load(sys.stdin)["term"][2]))')
	for _ in {1..60}; do cat "$C/$code-dev.raw"; done > "$scratch/long"
	t=$( { time "$bin" -l "$code" "$scratch/long" > "$scratch/out"; } 2>&1)
	bytes=$(cat "common/languages/$code/"*.txt "common/languages/$code/sentences.model" | wc -c)
	awk -v size="$(stat -c %s "$scratch/long")" -v t="$t" -v bytes="$bytes" \
	    -v row="$(printf '%-8s %8s %8s %-12s' "$code" "$ours" "$f1" "$name")" \
	    'BEGIN { printf "%s %8.0f %4.0f\n", row, size / 1e6 / (t + 0.001), bytes / 1000 }'
done < <(grep -v '^#' tests/bench/languages-peers.tsv)

if [ -x "$B/train/telling" ]; then
	echo
	echo "-l auto on pieces of a hundred characters: right, of, per cent, taken for"
	args=(en "$CORPORA/sentences/masc-news-dev.raw")
	while IFS=$'\t' read -r code _; do
		args+=("$code" "$C/$code-dev.raw")
	done < <(grep -v '^#' tests/bench/languages-peers.tsv)
	"$B/train/telling" -t "${args[@]}"
fi

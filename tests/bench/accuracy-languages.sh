#!/bin/bash
# accuracy-languages.sh -- sentences in each language but English: F1 behind the
# marks that end sentences on its development set, ours and the best of other
# splitters' (languages-peers.tsv); cases of our own (tests/sentences/languages),
# failed of tried; MB of text a second of processor time, the best of three; kB of
# its lists and model.  Then what all together take, and how often -l auto is right.
set -eu

B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
cd "$(dirname "$0")/../.."
C=$CORPORA/sentences-multi
bin=$B/bin/sentence-split
[ -d "$C" ] || exit 0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
TIMEFORMAT="%U %S"

# MB a second of processor time, user and system, for language $1 on file $2.
rate() {
	local best=0 t _
	for _ in 1 2 3; do
		t=$( { time "$bin" -l "$1" "$2" > /dev/null; } 2>&1)
		best=$(awk -v size="$(stat -c %s "$2")" -v t="$t" -v best="$best" 'BEGIN {
			split(t, v, " "); r = size / 1e6 / (v[1] + v[2] + 0.001)
			print (r > best ? r : best) }')
	done
	echo "$best"
}

echo "language     ours    best other          cases   MB/s   kB"
while IFS=$'\t' read -r code name f1; do
	"$bin" -l "$code" "$C/$code-dev.raw" > "$scratch/out"
	ours=$(python3 "$C/score.py" "$C/$code-dev.raw" "$C/$code-dev.gold" "$scratch/out" --json |
	    python3 -c 'import json,sys; print("%.1f" % (100 * json.load(sys.stdin)["term"][2]))')
	cases=$(tests/sentences/languages.sh "$bin" "$code")
	copies=$((20000000 / $(stat -c %s "$C/$code-dev.raw")))
	for _ in $(seq "$copies"); do cat "$C/$code-dev.raw"; done > "$scratch/long"
	bytes=$(cat "common/languages/$code/"*.txt "common/languages/$code/sentences.model" | wc -c)
	printf '%-8s %8s %8s %-12s %6s %6.0f %4.0f\n' "$code" "$ours" "$f1" "$name" \
	    "${cases#* }" "$(rate "$code" "$scratch/long")" "$((bytes / 1000))"
done < <(grep -v '^#' tests/bench/languages-peers.tsv)

echo
size -t "$B"/obj/{lexicon,language}_??.o "$B"/obj/common/languages/??/*.o |
    awk '$NF !~ /(_en\.o|\/en\/)/ && $1 ~ /^[0-9]+$/ && !/TOTALS/ { n += $1 + $2 }
	END { printf "all but English in the program: %.0f kB\n", n / 1000 }'
echo 'Ja. Nein.' > "$scratch/one"
for l in en de auto; do
	perl -MTime::HiRes=time -e '
		my @t; for (1..200) { my $a = time; system("$ARGV[0] -l $ARGV[1] $ARGV[2] > /dev/null"); push @t, time - $a }
		printf "start-up, -l %s: %.2f ms\n", $ARGV[1], 1000 * (sort { $a <=> $b } @t)[100]' "$bin" "$l" "$scratch/one"
done

if [ -x "$B/train/telling" ]; then
	echo
	echo "-l auto on pieces of a hundred characters: right, of, per cent, taken for"
	args=(en "$CORPORA/sentences/masc-news-dev.raw")
	while IFS=$'\t' read -r code _; do
		args+=("$code" "$C/$code-dev.raw")
	done < <(grep -v '^#' tests/bench/languages-peers.tsv)
	"$B/train/telling" -t "${args[@]}"
fi

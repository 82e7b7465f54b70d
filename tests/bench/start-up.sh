#!/bin/bash
# start-up.sh -- of each program: start-up time, size, memory, CPU on a text
#
# The text is the press releases of CORPORA, or some megabytes of the sample articles.
set -eu

B=${B:-build}
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
echo 'Anna Holm said "yes."' > "$scratch/one"
press=$scratch/press.txt
if [ -e "${CORPORA:-}/press/press.txt.xz" ]; then
	xz -dc "$CORPORA/press/press.txt.xz" > "$press"
else
	for _ in $(seq 200); do cat tests/sample/*.txt tests/sample/wire/*.txt; done > "$press"
fi

echo "text: $(wc -c < "$press") bytes"
printf '%-16s %10s %10s %12s %12s %12s\n' program start-ms size-KiB rss-MiB text-s text-rss-MiB
for p in dedup sentence-split quote-extract tag-entities; do
	bin=$B/bin/$p
	ms=$(perl -MTime::HiRes=time -e '
		my @t; for (1..200) { my $a = time; system("$ARGV[0] $ARGV[1] > /dev/null"); push @t, time - $a }
		printf "%.2f", 1000 * (sort { $a <=> $b } @t)[100]' "$bin" "$scratch/one")
	size=$(($(strip -o "$scratch/stripped" "$bin" && stat -c %s "$scratch/stripped") / 1024))
	rss=$(/usr/bin/time -f %M "$bin" "$scratch/one" 2>&1 > /dev/null | tail -n 1)
	# shellcheck disable=SC2046 # three words
	set -- $(/usr/bin/time -f '%U %S %M' "$bin" "$press" 2>&1 > "$scratch/out" | tail -n 1)
	cpu=$(perl -e 'printf "%.2f", $ARGV[0] + $ARGV[1]' "$1" "$2") big=$(($3 / 1024))
	printf '%-16s %10s %10s %12s %12s %12s\n' "$p" "$ms" "$size" "$((rss / 1024))" "$cpu" "$big"
done

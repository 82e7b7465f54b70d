#!/bin/bash
# sentence-split.sh -- MB of text for each second of CPU time (user and system)
#
# Our own program on press.txt and on texts made to be bad, then other
# splitters on the first part of press.txt, side by side with ours on the same.
set -eu

B=${B:-build}
cd "$(dirname "$0")/../.."
press=$CORPORA/press/press.txt.xz
[ -e "$press" ] || { echo "sentence-split: no corpora at $CORPORA (CORPORA=DIR)"; exit 0; }
bin=$B/bin/sentence-split
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# MB a second of the best of five runs of ours that read $1, with standard input
# and output as given: user and system time of the program alone.
our_rate() {
	local file=$1 size best=0 ns _
	size=$(stat -c %s "$file")
	shift
	for _ in 1 2 3 4 5; do
		ns=$(perl -e '
			use Time::HiRes; use POSIX ();
			my ($in, $out, @cmd) = @ARGV;
			my $pid = fork;
			if (!$pid) {
				open STDIN, $in; open STDOUT, $out;
				exec @cmd;
			}
			waitpid $pid, 0;
			my @t = times; printf "%d", ($t[2] + $t[3]) * 1e9' "$@")
		best=$(echo "$ns $size $best" | awk '{ r = $2 * 1000 / ($1 > 0 ? $1 : 1e7)
			print (r > $3 ? r : $3) }')
	done
	printf '%8.0f' "$best"
}

xz -dc "$press" > "$scratch/press"
# Texts long enough for the clock's hundredths.
cat "$scratch/press" "$scratch/press" "$scratch/press" "$scratch/press" > "$scratch/long"
fold -s -w 72 "$scratch/press" | awk '{ print } /[^ ]$/ { print "" }' > "$scratch/wrapped"
cat "$scratch/wrapped" "$scratch/wrapped" "$scratch/wrapped" > "$scratch/wrapped3"
tr '\n' ' ' < "$scratch/press" > "$scratch/one-line"

printf '%-44s %8s\n' "sentence-split" "MB/s"
row() {
	printf '%-44s ' "$1"
	shift
	our_rate "$@"
	echo
}
row "press.txt, a file" "$scratch/long" "< /dev/null" "> /dev/null" "$bin" "$scratch/long"
row "press.txt, redirected" "$scratch/long" "< $scratch/long" "> /dev/null" "$bin"
row "press.txt, from a pipe" "$scratch/long" "cat $scratch/long |" "> /dev/null" "$bin"
row "press.txt, into a file" "$scratch/long" "< /dev/null" "> $scratch/out" "$bin" "$scratch/long"
row "press.txt, into a pipe" "$scratch/long" "< /dev/null" "| cat > /dev/null" "$bin" "$scratch/long"
row "press.txt wrapped at 72, -p" "$scratch/wrapped3" "< /dev/null" "> /dev/null" "$bin" -p "$scratch/wrapped3"
row "press.txt, --quotes=keep" "$scratch/long" "< /dev/null" "> /dev/null" "$bin" --quotes=keep "$scratch/long"
row "press.txt, -o tsv" "$scratch/long" "< /dev/null" "> /dev/null" "$bin" -o tsv "$scratch/long"
row "press.txt in one line" "$scratch/one-line" "< /dev/null" "> /dev/null" "$bin" "$scratch/one-line"
for s in . '"' x '. ' '. A ' '?" ' '1. ' '“'; do
	perl -e '$n = int(2e6 / length $ARGV[0]); print $ARGV[0] x $n for 1 .. 50' "$s" > "$scratch/bad"
	row "100 MB of nothing but '$s'" "$scratch/bad" "< /dev/null" "> /dev/null" "$bin" "$scratch/bad"
done

peers=${PEERS:-$B/peers-sentence-split}
tests/bench/sentence-split-peers.sh "$peers" || exit 0
head -n 100000 "$scratch/press" > "$scratch/most"	# for the fast ones
head -n 7000 "$scratch/press" > "$scratch/part"
head -n 300 "$scratch/press" > "$scratch/bit"
echo
printf '%-16s %8s %8s\n' "peer" "MB/s" "ours is faster by"
ours=$(our_rate "$scratch/long" "< /dev/null" "> /dev/null" "$bin" "$scratch/long")
for p in blingfire icu sentencex moses punkt syntok pysbd; do
	file=$scratch/part
	case $p in
	blingfire | icu | sentencex) file=$scratch/most ;;
	pysbd | syntok) file=$scratch/bit ;;
	esac
	# What it takes to start is not counted: the same on one line.
	head -n 1 "$file" > "$scratch/one"
	perl -e '
		sub cpu { my @b = times; system("$ARGV[0]/bin/python tests/bench/sentence-split-peers.py $ARGV[1] < $_[0] > /dev/null"); my @a = times; $a[2] + $a[3] - $b[2] - $b[3] }
		my $t = cpu($ARGV[2]) - cpu($ARGV[3]); $t = .01 if $t < .01;
		my $r = (-s $ARGV[2]) / 1e6 / $t;
		printf "%-16s %8.2f %8.0f\n", $ARGV[1], $r, $ARGV[4] / $r' \
	    "$peers" "$p" "$file" "$scratch/one" "$ours"
done

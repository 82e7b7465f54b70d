#!/bin/bash
# dedup.sh -- CPU time and memory of dedup beside its peers, and its goals
#
# Everything in one run, best of three, user and system time together; data
# from corpora/press/make-dup.py.  A ratio is what counts: the machine may be
# busy.  Closes with the goals, each "met" or "MISSED"; one of them takes
# reading: SAMPLE=FILE writes there what is to be read.  Runs of all peers are
# interleaved; PEERS=DIR keeps those that are built.
set -u

cd "$(dirname "$0")/../.." || exit 1
B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
D=$B/bin/dedup
[ -f "$CORPORA/press/make-dup.py" ] || { echo "dedup: no corpora at $CORPORA"; exit 0; }
W=$(mktemp -d "${TMPDIR:-/tmp}/dedup-bench.XXXXXX") || exit 1
trap 'rm -rf "$W"' EXIT
RUNS=${RUNS:-3} KILLS=${KILLS:-200}
TIMEFORMAT='%3U %3S'
results=

python3 "$CORPORA/press/make-dup.py" "$W/press" > /dev/null || exit 1
PEERS=${PEERS:-$W/peers}
tests/bench/dedup-peers.sh "$PEERS" || PEERS=
press=$W/press/press-dup.txt truth=$W/press/press-dup.truth.tsv
seq 5000000 > "$W/seq"
cc -O2 -o "$W/floor" tests/bench/dedup-floor.c -ljansson || exit 1
size=$(stat -c %s "$press")

# The least CPU seconds of RUNS runs of a command on the data $2: into a file,
# or ($1 is "pipe") into a pipe, where what reads from it does not count.
cpu() {
	local to=$1 data=$2 i best=999 t
	shift 2
	for ((i = 0; i < RUNS; i++)); do
		if [ "$to" = pipe ]; then
			{ time "$@" < "$data" 2> "$W/err"; } 2> "$W/time" | cat > "$W/out"
		else
			{ time "$@" < "$data" > "$W/out" 2> "$W/err"; } 2> "$W/time"
		fi
		t=$(awk 'END { print $1 + $2 }' "$W/time")
		best=$(awk -v a="$t" -v b="$best" 'BEGIN { print a < b ? a : b }')
	done
	echo "$best"
}

# One run after the other of each command, RUNS times: the least CPU seconds of
# each, into best.  A command is NAME:WORDS.
interleaved() {
	local to=$1 data=$2 i c name words t
	shift 2
	declare -gA best=()
	for ((i = 0; i < RUNS; i++)); do
		for c in "$@"; do
			name=${c%%:*}
			eval "words=(${c#*:})"
			t=$(RUNS=1 cpu "$to" "$data" "${words[@]}")
			best[$name]=$(awk -v a="$t" -v b="${best[$name]:-999}" 'BEGIN { print a < b ? a : b }')
		done
	done
}

# The peak memory in KiB of the command.
memory() {
	/usr/bin/time -f %M "$@" 2>&1 > /dev/null | tail -n 1
}

# A line of the table: name, seconds, of how many bytes.
row() {
	awk -v name="$1" -v t="$2" -v n="$3" 'BEGIN { printf "  %-34s %6.2f s %8.0f MB/s\n", name, t, n / 1e6 / t }'
}

# A goal: what, value, limit ("<= 5" or ">= 0.93").
goal() {
	local verdict
	verdict=$(awk -v v="$2" -v op="${3%% *}" -v l="${3##* }" 'BEGIN { print (op == "<=" ? v <= l : v >= l) ? "met" : "MISSED" }')
	results+=$(printf '  %-52s %10s  goal %-10s %s' "$1" "$2" "$3" "$verdict")$'\n'
}

ratio() {
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}

# shellcheck disable=SC2016 # these are awk's and perl's dollars
exact() {
	local data=$1 name=$2 to=$3 n p
	n=$(stat -c %s "$data")
	echo "$name, lines, into a $to:"
	set -- "dedup:$D -e" "mawk:mawk '!s[\$0]++'" "gawk:env LC_ALL=C gawk '!s[\$0]++'" \
	    "perl:perl -ne 'print unless \$s{\$_}++'" "sort:env LC_ALL=C sort -u --parallel=1" "floor:$W/floor hash"
	[ -z "$PEERS" ] || set -- "$@" "huniq:$PEERS/bin/huniq" "runiq:$PEERS/bin/runiq"
	interleaved "$to" "$data" "$@"
	for p in "$@"; do
		p=${p%%:*}
		row "$p" "${best[$p]}" "$n"
	done
	[ -z "$PEERS" ] || goal "$name, $to: of huniq's" "$(ratio "${best[dedup]}" "${best[huniq]}")" \
	    "<= $([ "$name" = press ] && echo 0.67 || echo 0.77)"
	if [ "$name" = seq ]; then
		goal "$name, $to: of gawk's" "$(ratio "${best[dedup]}" "${best[gawk]}")" "<= 0.40"
		return
	fi
	goal "$name, $to: of mawk's" "$(ratio "${best[dedup]}" "${best[mawk]}")" "<= 0.20"
	goal "$name, $to: of gawk's" "$(ratio "${best[dedup]}" "${best[gawk]}")" "<= 0.25"
	goal "$name, $to: of perl's" "$(ratio "${best[dedup]}" "${best[perl]}")" "<= 0.40"
	goal "$name, $to: of read, split, hash" "$(ratio "${best[dedup]}" "${best[floor]}")" "<= 4"
}

exact "$press" press file
exact "$press" press pipe
exact "$W/seq" seq file
exact "$W/seq" seq pipe

echo "ten million distinct lines, into a file:"
seq 10000000 > "$W/ten"
interleaved file "$W/ten" "dedup:$D -e" "gawk:env LC_ALL=C gawk '!s[\$0]++'" "sort:env LC_ALL=C sort -u --parallel=1"
for p in dedup gawk sort; do
	row "$p" "${best[$p]}" "$(stat -c %s "$W/ten")"
done
goal "ten million: of gawk's" "$(ratio "${best[dedup]}" "${best[gawk]}")" "<= 0.17"
goal "ten million: of sort -u's" "$(ratio "${best[dedup]}" "${best[sort]}")" "<= 0.67"
goal "ten million: bytes a record above 4 MiB" \
    "$(awk -v k="$(memory "$D" -e "$W/ten")" 'BEGIN { printf "%.1f", (k * 1024 - 4194304) / 1e7 }')" "<= 24"
rm "$W/ten"

echo "the same lines as awk's, but that CR LF ends a line like LF:"
echo "  awk $(mawk '!s[$0]++' "$press" | wc -l), awk without CR $(tr -d '\r' < "$press" | mawk '!s[$0]++' | wc -l), dedup -e $("$D" -e "$press" | wc -l)"

echo "memory, file to file:"
# shellcheck disable=SC2016
for data in "$press" "$W/seq"; do
	name=$(basename "$data")
	kib=$(memory "$D" -e "$data") lines=$("$D" -e "$data" | wc -l)
	echo "  $name: dedup $kib KiB for $lines distinct; mawk $(memory mawk '!s[$0]++' "$data"), perl $(memory perl -ne 'print unless $s{$_}++' "$data")"
	goal "$name: bytes a distinct record above 4 MiB" \
	    "$(awk -v k="$kib" -v n="$lines" 'BEGIN { printf "%.1f", (k * 1024 - 4194304) / n }')" "<= 24"
done

echo "near repeats, press:"
t=$(cpu file "$press" "$D" -e --near)
row "dedup -e --near" "$t" "$size"
goal "near: MB a second" "$(awk -v t="$t" -v n="$size" 'BEGIN { printf "%.0f", n / 1e6 / t }')" ">= 100"
kib=$(memory "$D" -e --near "$press") lines=$("$D" -e --near "$press" | wc -l)
goal "near: bytes a record printed, all in all" "$(awk -v k="$kib" -v n="$lines" 'BEGIN { printf "%.0f", k * 1024 / n }')" "<= 200"
"$D" -e --near --report="$W/report" "$press" > /dev/null
python3 tests/bench/dedup-near.py "$truth" "$W/report" > "$W/near"
sed 's/^/  /' "$W/near"
goal "near: recall" "$(awk '$1 == "n" && $3 == "lines" { print $6 }' "$W/near")" ">= 0.955"
goal "near: right origin" "$(awk '$1 == "n" && $3 == "lines" { print $NF }' "$W/near")" ">= 0.98"
[ -z "${SAMPLE:-}" ] ||
	python3 tests/bench/dedup-near.py "$truth" "$W/report" "$press" 300 > "$SAMPLE"
results+=$(printf '  %-52s %10s  goal %-10s %s' "near: of 300 dropped first sights no repeats" "?" "<= 3" "read ${SAMPLE:-the file SAMPLE=FILE makes}")$'\n'
t=$(cpu file "$press" "$D" -e --contained)
row "dedup -e --contained" "$t" "$size"

echo "spilling at 64 MiB, seq twice over:"
cat "$W/seq" "$W/seq" > "$W/twice"
n=$(stat -c %s "$W/twice")
t=$(cpu file "$W/twice" "$D" --memory=64M --when-full=spill); row "dedup --memory=64M, spill" "$t" "$n"
s=$(cpu file "$W/twice" env LC_ALL=C sort -u -S 64M --parallel=1); row "sort -u -S 64M" "$s" "$n"
goal "spill: of sort -u -S 64M" "$(ratio "$t" "$s")" "<= 2"
same=0
for data in "$press" "$W/twice"; do
	"$D" "$data" > "$W/want"
	"$D" --memory=64M --when-full=spill "$data" 2> /dev/null | cmp -s - "$W/want" || same=1
	"$D" --memory=8M --when-full=spill "$data" 2> /dev/null | cmp -s - "$W/want" || same=1
done
goal "spill: outputs that differ" "$same" "<= 0"

echo "objects, one for each line of press:"
python3 -c '
import json, sys
for i, line in enumerate(sys.stdin):
    print(json.dumps({"id": i, "text": line.rstrip("\n"), "date": "2026-11-23"}))' < "$press" > "$W/press.jsonl"
n=$(stat -c %s "$W/press.jsonl")
t=$(cpu file "$W/press.jsonl" "$D" -J); row "dedup -J" "$t" "$n"
s=$(cpu file "$W/press.jsonl" "$W/floor" json); row "read, split, decode, no more" "$s" "$n"
goal "-J: of the decoder alone" "$(ratio "$t" "$s")" "<= 1.5"

echo "killed with --seen, $KILLS times:"
seq 1000000 > "$W/in"
lost=0 unreadable=0 cut=0 early=0
for ((i = 0; i < KILLS; i++)); do
	rm -f "$W/seen"
	: > "$W/printed"
	"$D" --seen="$W/seen" < "$W/in" >> "$W/printed" &
	pid=$!
	sleep "$(awk -v r="$RANDOM" 'BEGIN { print r / 32768 * 0.25 }')"
	kill -9 "$pid" 2> /dev/null || early=$((early + 1))
	wait "$pid" 2> /dev/null
	"$D" --seen="$W/seen" < "$W/in" >> "$W/printed" 2> "$W/err" || unreadable=$((unreadable + 1))
	! grep -q 'cut off' "$W/err" || cut=$((cut + 1))
	n=$(awk 'NR == FNR { seen[$0] = 1; next } !($0 in seen)' "$W/printed" "$W/in" | wc -l)
	lost=$((lost + n))
done
echo "  $((KILLS - early)) killed while running, $cut left an unfinished block"
goal "killed: records lost" "$lost" "<= 0"
goal "killed: files unreadable" "$unreadable" "<= 0"

echo "goals:"
printf '%s' "$results"

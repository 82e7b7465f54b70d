#!/bin/bash
# shellcheck disable=SC1091,SC2154 # lib.sh: what it sets
# kills.sh [TIMES [WAY ...]] -- dedup --seen, killed at a random moment TIMES times
# in each way (lines, pipe, objects, near, forget, merge): what was not
# printed is printed by the next run, the one after prints nothing, no record is
# torn but the last that was on its way, and nothing is left beside the file
set -u
. "$(dirname "$0")/lib.sh"
times=${1:-200}
shift
[ $# -gt 0 ] || set -- lines pipe objects near forget merge

# What a way runs on the file s, and what is in.
set_up() {
	options=(--seen=s)
	case $1 in
	lines|pipe) seq 300000 > in ;;
	objects) seq 100000 | sed 's/.*/{"id": &, "text": "record &"}/' > in; options+=(-J) ;;
	near) unlike 6000 > in; options+=(--near) ;;
	forget)	seq 200000 | "$BIN/dedup" --seen=begun --forget=1d > begin.out
		seq 200001 300000 | "$BIN/dedup" --seen=begun --forget=1d > begin.out
		: > in
		options+=(--forget=90000) ;;
	merge)	rm -f a b
		"$BIN/dedup" --seen=a < /dev/null
		cp a b
		seq 200000 | "$BIN/dedup" --seen=a > begin.out
		seq 150000 300000 | "$BIN/dedup" --seen=b > begin.out
		: > in
		options=(--merge --seen=s a b) ;;
	esac
}

begin() {
	rm -f s s.* begun.*
	[ "$way" != forget ] || cp begun s
}

# Seconds that a whole run takes, in thousandths.
measure() {
	local from to
	begin
	from=$(date +%s%N)
	"$BIN/dedup" "${options[@]}" < in > whole || fault "$way: status $?"
	to=$(date +%s%N)
	cmp -s in whole || [ "$way" = merge ] || fault "$way: not all of it is printed"
	took=$(((to - from) / 1000000 + 1))
}

# One run that is killed: 0 if it was still there to be killed.
killed() {
	local s=0 pid
	if [ "$way" = pipe ]; then
		mkfifo fifo
		cat fifo > first &
		reader=$!
		"$BIN/dedup" "${options[@]}" < in > fifo 2> err &
	else
		"$BIN/dedup" "${options[@]}" < in > first 2> err &
	fi
	pid=$!
	sleep "$(awk -v t="$((RANDOM % (took * 12 / 10 + 1)))" 'BEGIN { print t / 1000 }')"
	kill -9 "$pid" 2> kill.err
	# The shell tells of those that are killed.
	wait "$pid" 2> kill.err || s=$?
	[ "$way" != pipe ] || { wait "$reader"; rm fifo; }
	[ "$s" -eq 137 ]
}

# What the first and the next run print is all there is, whole lines.
look() {
	"$BIN/dedup" "${options[@]}" < in > next 2> err || { fault "$way: then status $?, $(head -n 1 err)"; return; }
	# The last line of the first may be torn: it has no newline then.
	{ [ -z "$(tail -c 1 first)" ] && cat first || sed '$d' first; cat next; } | sort -u | cmp -s - sorted ||
	    fault "$way: lost or torn"
	"$BIN/dedup" "${options[@]}" < in > again 2> err
	[ ! -s again ] || fault "$way: $(wc -l < again) not remembered"
}

# The memory itself is what counts.
look_inside() {
	[ "$way" = forget ] || rm -f s
	"$BIN/dedup" "${options[@]}" < /dev/null > next 2> err || fault "$way: then status $?, $(head -n 1 err)"
	if [ "$way" = forget ]; then
		seq 220000 300000 | "$BIN/dedup" --seen=s --seen-only > next
	else
		seq 300000 | "$BIN/dedup" --seen=s --seen-only > next
	fi
	[ ! -s next ] || fault "$way: $(wc -l < next) not remembered"
}

for way; do
	set_up "$way"
	sort -u in > sorted
	measure
	for ((hits = 0, tries = 0; hits < times && tries < times * 20; tries++)); do
		begin
		# About every second one is to be hit, at whatever speed it runs.
		killed || { took=$((took * 9 / 10 + 1)); continue; }
		took=$((took * 11 / 10 + 1))
		hits=$((hits + 1))
		runs=$((runs + 1))
		if [ -s in ]; then look; else look_inside; fi
		left=$(find . -name 's?*' ! -name sorted)
		[ -z "$left" ] || fault "$way: left $left"
	done
	[ "$hits" -eq "$times" ] || fault "$way: only $hits of $tries were killed"
done 2> trouble
cat trouble >&2
finish

#!/bin/bash
# shellcheck disable=SC1091,SC2154 # lib.sh: what it sets
# seen.sh [TIMES] -- files of --seen, of lines, of lines with times and of near
# texts, damaged TIMES times each in one of four ways: no record that is new is
# ever dropped, and whatever is not remembered is told
set -u
. "$(dirname "$0")/lib.sh"
times=${1:-500}

RANDOM=7	# the same every time

# The file good, made in six runs; what it remembers is old, and new is not in it.
# $1 is of what kind.
make() {
	local i n
	rm -f good old
	options=()
	case $1 in
	times)	options=(--forget=30d) ;;
	near)	options=(--near)
		unlike 350 > all ;;
	esac
	for i in 1 2 3 4 5 6; do
		n=$((i * 1000))
		if [ "$1" = near ]; then
			sed -n "$((i * 50 - 49)),$((i * 50))p" all > part
		else
			seq $n $((n + RANDOM % 200)) > part
		fi
		cat part >> old
		"$BIN/dedup" "${options[@]}" --seen=good < part > out
	done
	if [ "$1" = near ]; then tail -n 50 all; else seq 1 50; fi > new
	size=$(stat -c %s good)
}

# The file bad, damaged; how is in $how.
damage() {
	local at=$((RANDOM * 32768 % size + RANDOM % size)) n=$((RANDOM % 100 + 1))
	at=$((at % size))
	cp good bad
	case $((RANDOM % 4)) in
	0)	how="a byte at $at"
		printf '%b' "\\0$(printf %o $((RANDOM % 256)))" | dd of=bad bs=1 seek=$at conv=notrunc 2> dd.err ;;
	1)	how="cut at $at"
		head -c $at good > bad ;;
	2)	how="$n bytes of zeros at $at"
		head -c "$n" /dev/zero | dd of=bad bs=1 seek=$at conv=notrunc 2> dd.err ;;
	3)	how="$n bytes lost at $at"
		{ head -c $at good; tail -c +$((at + n + 1)) good; } > bad ;;
	esac
}

# What was seen and what is new, through the damaged file, or what --merge makes
# of it: $1 is run or merge.
try() {
	local way="$kind, $how, $1" s=0 file=tried
	runs=$((runs + 1))
	cp bad tried
	if [ "$1" = merge ]; then
		file=made
		rm -f made
		(ulimit -t 20; exec "$BIN/dedup" --merge --seen=made tried > out 2> err) || s=$?
		cmp -s bad tried || fault "$way: changed"
	else
		: > err
	fi
	if [ "$s" -le 1 ]; then
		s=0
		cat old new | (ulimit -t 20; exec "$BIN/dedup" "${options[@]}" --seen=$file > out 2>> err) || s=$?
		[ "$s" -ne 2 ] || [ "$1" = run ] || fault "$way: merged, and no good"
		[ "$s" -ne 2 ] || cmp -s bad tried || fault "$way: refused and changed"
	fi
	[ "$s" -le 2 ] || fault "$way: status $s"
	[ -s err ] || [ "$(wc -l < out)" -eq 50 ] || fault "$way: not a word"
	[ "$s" -eq 2 ] || tail -n 50 out | cmp -s - new || fault "$way: a new record is lost"
	[ "$s" -ne 2 ] || [ -s err ] || fault "$way: refused without a word"
}

for kind in lines times near; do
	make $kind
	for ((i = 0; i < times; i++)); do
		damage
		! cmp -s good bad || continue
		try run
		try merge
	done
done
finish

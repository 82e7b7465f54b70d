#!/bin/bash
# shellcheck disable=SC1091,SC2154 # lib.sh: what it sets
# seen.sh [TIMES] -- files of --seen, damaged in one of four ways each time: no
# record that is new is ever dropped, and whatever is not remembered is told
set -u
. "$(dirname "$0")/lib.sh"
times=${1:-500}

RANDOM=7	# the same every time
for i in 1 2 3 4 5 6; do
	seq $((i * 1000)) $((i * 1000 + RANDOM % 200)) > part
	cat part >> old
	"$BIN/dedup" --seen=good < part > out
done
seq 1 50 > new
size=$(stat -c %s good)

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

for ((i = 0; i < times; i++)); do
	damage
	! cmp -s good bad || continue
	for way in run merge; do
		runs=$((runs + 1))
		cp bad tried
		s=0
		if [ $way = run ]; then
			cat old new | (ulimit -t 20; exec "$BIN/dedup" --seen=tried > out 2> err) || s=$?
			[ "$s" -ne 2 ] || cmp -s bad tried || fault "$how: refused and changed"
		else
			rm -f made
			(ulimit -t 20; exec "$BIN/dedup" --merge --seen=made tried > out 2> err) || s=$?
			[ "$s" -gt 1 ] || cat old new | "$BIN/dedup" --seen=made > out 2>> err || fault "$how: merged, and no good"
		fi
		[ "$s" -le 2 ] || fault "$how, $way: status $s"
		[ -s err ] || [ "$(wc -l < out)" -eq 50 ] || fault "$how, $way: not a word"
		[ "$s" -eq 2 ] || tail -n 50 out | cmp -s - new || fault "$how, $way: a new record is lost"
		[ "$s" -ne 2 ] || [ -s err ] || fault "$how, $way: refused without a word"
	done
done
finish

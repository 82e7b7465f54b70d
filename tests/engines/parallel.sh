#!/bin/bash
# parallel.sh -- one job of dedup shared by processes, with xargs and parallel
#
# Every recipe of copydesk(7) on a real input; each must give the bytes that
# one process gives.  Ends with "N passed, N failed".
set -u

BIN=${BIN:-$(cd "$(dirname "$0")/../.." && pwd)/build/bin}
PATH=$BIN:$PATH
W=$(mktemp -d "${TMPDIR:-/tmp}/dedup-engine.XXXXXX") || exit 1
trap 'rm -rf "$W"' EXIT
cd "$W" || exit 1
passed=0 failed=0

check() {
	local name=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
		echo "ok $name"
	else
		failed=$((failed + 1))
		echo "not ok $name"
	fi
}

awk 'BEGIN { srand(5); for (i = 0; i < 200000; i++) {
	k = int(rand() * 60000); if (k % 50 == 0) print ""; else
	printf "%s said on day %d that\tnothing was decided\n", k % 7 ? "He" : "She", k } }' > in
jq -c -R '{id: input_line_number, text: .}' in > in.jsonl
dedup -e in > want
dedup -J -e in.jsonl > want.jsonl

xargs_parts() {
	seq 4 | xargs -P 4 -I@ sh -c 'dedup -en --partition=@/4 in > part.@' &&
	    sort -m -n part.? | cut -f 2- | cmp - want
}

parallel_parts() {
	parallel "dedup -en --partition={}/8 in > ppart.{}" ::: 1 2 3 4 5 6 7 8 &&
	    sort -m -n ppart.? | cut -f 2- | cmp - want
}

parallel_objects() {
	parallel "dedup -Jen --partition={}/3 in.jsonl > jpart.{}" ::: 1 2 3 &&
	    sort -m -n jpart.? | cut -f 2- | cmp - want.jsonl
}

# Each block by itself first, which leaves less for the one that sees all.
parallel_blocks() {
	parallel -k --pipe --block 256k dedup -e < in | dedup -e | cmp - want
}

parallel_files() {
	split -n l/9 in piece. && parallel -k dedup -e ::: piece.* | dedup -e | cmp - want
}

parallel_seen() {
	dedup -e --partition=1/1 --seen=base < /dev/null > /dev/null &&
	    parallel "cp base seen.{} && dedup -e --partition={}/4 --seen=seen.{} in > /dev/null" ::: 1 2 3 4 &&
	    dedup --merge --seen=all seen.? && [ "$(dedup -e --partition=1/1 --seen=all --seen-only in | wc -l)" -eq 0 ]
}

parallel_fails() {
	! parallel "dedup -e --partition={}/2 missing > /dev/null 2>&1" ::: 1 2
}

check "xargs: partitions" xargs_parts
check "parallel: partitions" parallel_parts
check "parallel: partitions of objects" parallel_objects
check "parallel: blocks, then all" parallel_blocks
check "parallel: files, then all" parallel_files
check "parallel: memories merged" parallel_seen
check "parallel: failure is told" parallel_fails
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

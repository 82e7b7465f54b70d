#!/bin/bash
# shellcheck disable=SC1091,SC2154 # lib.sh: what it sets
# limits.sh [STEP] -- all programs on a large object and a long line, under
# address spaces from the least they start in, STEP KiB more each time: status 2
# and a message, or the same answer
set -u
. "$(dirname "$0")/lib.sh"
step=${1:-500}

text 2500 | jq -Rsc '{id: 1, text: .}' > in.json
text 2500 | tr '\n' ' ' > in.txt
printf 'Roe\nfasc.\n' > own

for p in dedup sentence-split quote-extract tag-entities; do
	for ((least = 2000; ; least += 250)); do
		# The shell itself tells of programs that could not even be loaded.
		! { (ulimit -v $least; exec "$BIN/$p" --version > out 2>&1) } 2> shell || break
	done
	for o in "" -J "-J -p" -p; do
		[ "$p" != dedup ] || o=${o#-J -p}
		f=in.txt
		[[ $o != *J* ]] || f=in.json
		# shellcheck disable=SC2086
		"$BIN/$p" $o $f > want 2> err || { fault "$p $o: $(head -n 1 err)"; continue; }
		for ((kib = least, enough = 0; enough < 3; kib += step)); do
			s=0
			runs=$((runs + 1))
			# shellcheck disable=SC2086
			(ulimit -t 60; ulimit -v $kib; exec "$BIN/$p" $o $f > out 2> err) 2> shell || s=$?
			if [ "$s" -eq 0 ] && cmp -s out want; then
				enough=$((enough + 1))
			elif [ "$s" -ne 2 ] || [ ! -s err ]; then
				fault "$p $o in $kib KiB: status $s"
			fi
		done
	done
done
finish

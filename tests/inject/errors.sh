#!/bin/bash
# shellcheck disable=SC1091,SC2154 # lib.sh: what it sets
# errors.sh [MOST] -- the first MOST calls of each kind fail, each by itself, in
# every program: the same answer where the error is one to try again after, else
# a message and status 1 (input) or 2; what is lost is told, always
set -u
. "$(dirname "$0")/lib.sh"
most=${1:-12}

$CC -shared -fPIC -o fail.so "$INJECT/failcall.c" || exit 1
text 300 > in.txt
text 40 | jq -Rc '{id: 1, text: .}' > in.json
printf 'Roe\nfasc.\n' > own
eintr=4 eio=5 eagain=11 enospc=28

# May this call that fails so be tried again, so that nothing is to be seen?
passes() {
	[ "$2" -eq 0 ] || { [ "$2" -eq $eintr ] && [ "$1" != open ] && [ "$1" != close ] && [ "$1" != ftruncate ]; } ||
	    { [ "$2" -eq $eagain ] && { [ "$1" = read ] || [ "$1" = writev ]; }; }
}

for p in dedup sentence-split quote-extract tag-entities; do
	while read -r o; do
		f=in.txt
		[[ $o != *-J* ]] || f=in.json
		rm -f s r
		# shellcheck disable=SC2086
		"$BIN/$p" $o $f > want 2> err || { fault "$p $o: $(head -n 1 err)"; continue; }
		for call in read writev pread pwrite open close fdatasync ftruncate; do
			for e in 0 $eintr $eio $eagain $enospc; do
				[ "$e" -ne 0 ] || [[ $call != @(open|close|fdatasync|ftruncate) ]] || continue
				[ "$e" -ne $eagain ] || [[ $call = @(read|writev) ]] || continue
				for ((n = 1; n <= most; n++)); do
					rm -f s r
					s=0
					runs=$((runs + 1))
					# shellcheck disable=SC2086
					(ulimit -t 20; FAIL_CALL=$call FAIL_AT=$n FAIL_ERRNO=$e LD_PRELOAD=$work/fail.so \
					    exec "$BIN/$p" $o $f > out 2> err) || s=$?
					if [ "$s" -eq 0 ] && cmp -s out want; then
						continue
					fi
					if [ "$s" -gt 2 ] || [ "$s" -eq 0 ] || [ ! -s err ] || passes "$call" "$e"; then
						fault "$p $o: $call $n fails with $e: status $s $(head -n 1 err)"
					fi
				done
			done
		done
	done < <(option_sets "" "$p"; option_sets -J "$p" | head -n 2)
done
finish

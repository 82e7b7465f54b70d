#!/bin/bash
# shellcheck disable=SC1091,SC2154 # lib.sh: what it sets
# malloc.sh [STEP [SIZE]] -- every STEP-th allocation of every program fails, under
# many options, on a text of SIZE stories (6), once alone and once with all after
# it: status 2 and a message, or, where it was not needed, the same answer
set -u
. "$(dirname "$0")/lib.sh"
step=${1:-1} size=${2:-6}

$CC -shared -fPIC -o fail.so "$INJECT/failmalloc.c" || exit 1
text "$size" > in.txt
text "$size" | jq -Rsc '{id: 1, text: ., entities: [{type: "PERSON", name: "John Kerry"}]}' > in.json
text 3 | jq -Rsc '{id: "b", text: ., deep: [[[{}]]]}' | sed 's/He said/\\ud800&/' >> in.json
[ "$(wc -l < in.json)" -eq 2 ] || exit 1
printf 'Roe\nfasc.\n' > own

# One run with the n-th allocation failing: 1 if it was not reached any more.
run() {
	local n=$1 once=$2 s=0
	shift 2
	rm -f s r
	runs=$((runs + 1))
	(ulimit -t 20; ${once:+export FAIL_ONCE=1}; FAIL_AT=$n LD_PRELOAD=$work/fail.so exec "$@" > out 2> err) || s=$?
	if [ "$s" -eq 0 ] && cmp -s out want; then
		return 0
	fi
	{ [ "$s" -eq 2 ] && [ -s err ]; } || fault "allocation $n ${once:+alone} of ${*##*/}: status $s"
	return 1
}

for p in dedup sentence-split quote-extract tag-entities; do
	for json in "" -J; do
		while read -r o; do
			f=in.txt
			[ -z "$json" ] || f=in.json
			rm -f s r
			# shellcheck disable=SC2086
			"$BIN/$p" $o $f > want 2> err || { fault "$p $o: $(head -n 1 err)"; continue; }
			for once in "" once; do
				# Ten in a row that were not needed: it has no more.
				for ((n = 1, idle = 0; idle < 10; n += step)); do
					# shellcheck disable=SC2086
					if run "$n" "$once" "$BIN/$p" $o $f; then idle=$((idle + 1)); else idle=0; fi
				done
			done
		done < <(option_sets "$json" "$p")
	done
done
finish

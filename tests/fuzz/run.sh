#!/bin/bash
# run.sh TARGET ... -- fuzz each for FUZZ_SECONDS, from its seeds, as many at a
# time as there are processors; ends with "N passed, N failed"
#
# What is found anew stays in $B/fuzz/corpus/TARGET, and what fails in $B/fuzz.
# Inputs are short, so that there are many a second, and chosen without regard
# to how rare what they reach is: that took nine tenths of the time.  Leaks are
# looked for by the tests with sanitizers and not after each input.
set -u

B=${B:-build}
cd "$(dirname "$0")/../.." || exit 1

# Fuzz one and tell.
fuzz() {
	local t=$1 log=$B/fuzz/$1.log args
	args=(-max_total_time="${FUZZ_SECONDS:-60}" -max_len=2048 -detect_leaks=0 -timeout=30
	    -rss_limit_mb=4096 -entropic=0 -print_final_stats=1 -artifact_prefix="$B/fuzz/")
	mkdir -p "$B/fuzz/corpus/$t"
	[ ! -e "tests/fuzz/$t.dict" ] || args+=(-dict="tests/fuzz/$t.dict")
	if "$B/fuzz/$t" "${args[@]}" "$B/fuzz/corpus/$t" "tests/fuzz/$t" > "$log" 2>&1; then
		echo "ok fuzz: $t, $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") executions"
	else
		echo "not ok fuzz: $t"
		tail -n 30 "$log" | sed 's/^/# /'
	fi
}
export -f fuzz
export B FUZZ_SECONDS

# shellcheck disable=SC2016 # it is for the shell of each
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" bash -c 'fuzz "$1"' - |
    awk '
	/^ok/ { passed++ }
	/^not ok/ { failed++ }
	{ print; fflush() }
	END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || passed == 0 }'

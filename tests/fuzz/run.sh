#!/bin/bash
# run.sh TARGET ... -- fuzz each for FUZZ_SECONDS, from its seeds
set -eu

B=${B:-build}
cd "$(dirname "$0")/../.."
for t in "$@"; do
	mkdir -p "$B/fuzz/corpus/$t"
	echo "$t: ${FUZZ_SECONDS:-60} s"
	"$B/fuzz/fuzz/$t" -max_total_time="${FUZZ_SECONDS:-60}" -rss_limit_mb=4096 \
	    -artifact_prefix="$B/fuzz/" "$B/fuzz/corpus/$t" "tests/fuzz/$t" 2>&1 | tail -n 3
done

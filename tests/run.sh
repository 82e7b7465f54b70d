#!/bin/sh
# run.sh [FILE.bats ...] -- run the tests and end with "N passed, N failed"
set -eu

B=${B:-build}
cd "$(dirname "$0")/.."
case $B in
/*) BIN=$B/bin ;;
*) BIN=$PWD/$B/bin ;;
esac
export BIN
PATH=$BIN:$PATH
export PATH
CC=${CC:-cc}
export CC
[ $# -gt 0 ] || set -- tests/*.bats

# Files of tests side by side, a file's tests one after the other.
jobs=
! command -v parallel > /dev/null || jobs="-j $(nproc) --no-parallelize-within-files"

# TAP has no closing line, and no tests at all is no success: count.
# shellcheck disable=SC2086 # two words or none
bats -F tap $jobs "$@" | awk '
	/^1\.\./ { planned = substr($0, 4) }
	/^ok/ { if (/# skip/) skipped++; else passed++ }
	/^not ok/ { failed++ }
	{ print; fflush() }
	END {
		printf "%d passed, %d failed%s\n", passed, failed,
		    skipped ? ", " skipped " skipped" : ""
		exit failed > 0 || passed == 0 || passed + failed + skipped != planned
	}'

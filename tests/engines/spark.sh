#!/bin/bash
# spark.sh -- one job of dedup through Spark's pipe, in local mode
#
# Makes an environment with a pinned pyspark in a scratch folder (or uses the
# one named by SPARK_ENV), runs spark.py and compares its output with that of
# one process.  Needs python3-venv, a Java and the package index; says so and
# succeeds where they are missing.  Ends with "N passed, N failed".
set -u

here=$(cd "$(dirname "$0")" && pwd)
BIN=${BIN:-$(cd "$here/../.." && pwd)/build/bin}
command -v java > /dev/null || { echo "spark: no java here: skipped"; exit 0; }
W=$(mktemp -d "${TMPDIR:-/tmp}/dedup-spark.XXXXXX") || exit 1
trap 'rm -rf "$W"' EXIT
env=${SPARK_ENV:-$W/env}
if [ ! -x "$env/bin/python" ]; then
	python3 -m venv "$env" > /dev/null 2>&1
	if ! "$env/bin/pip" install -q pyspark==3.5.3 > "$W/pip" 2>&1; then
		echo "spark: no pyspark to be had: skipped"
		exit 0
	fi
fi
awk 'BEGIN { srand(5); for (i = 0; i < 100000; i++) {
	k = int(rand() * 30000); if (k % 50 == 0) print ""; else
	printf "line %d\tof the wire, \303\251dition %d\n", k, k % 9 } }' > "$W/in"
"$BIN/dedup" -e "$W/in" > "$W/want"
if PYSPARK_PYTHON=$env/bin/python "$env/bin/python" "$here/spark.py" "$BIN/dedup" "$W/in" "$W/out" > "$W/log" 2>&1 &&
    cmp "$W/out" "$W/want"; then
	echo "ok spark: partitions give the bytes of one process, and a failure is told"
	echo "1 passed, 0 failed"
else
	tail -n 20 "$W/log"
	echo "not ok spark"
	echo "0 passed, 1 failed"
	exit 1
fi

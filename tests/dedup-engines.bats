# dedup under what runs it many times at once: tests/engines/.

load helper

@test "xargs and parallel" {
	not_sanitized
	"$TESTS/engines/parallel.sh"
}

@test "a Slurm array" {
	not_sanitized
	command -v slurmctld > /dev/null || skip "no slurm-wlm here"
	"$TESTS/engines/slurm.sh"
}

@test "Spark's pipe" {
	not_sanitized
	[ -n "${SPARK_ENV:-}" ] || skip "SPARK_ENV names no environment with pyspark"
	"$TESTS/engines/spark.sh"
}

# What happens when the system fails: a few rounds of the loops in tests/inject,
# each of which can be run by hand for more.

load helper

setup() {
	not_sanitized
	export BIN SETS=3
}

@test "allocations that fail: a message and status 2, whatever the options" {
	run -0 "$TESTS/inject/malloc.sh" 7
	[[ $output == *" 0 faults" ]]
}

@test "too little address space for a large object: a message and status 2" {
	run -0 "$TESTS/inject/limits.sh" 20000
	[[ $output == *" 0 faults" ]]
}

@test "system calls that fail, are interrupted or do half: nothing is lost in silence" {
	run -0 "$TESTS/inject/errors.sh" 1
	[[ $output == *" 0 faults" ]]
}

@test "files of --seen with damage of any kind: no new record is lost, every loss is told" {
	SETS=100 run -0 "$TESTS/inject/seen.sh" 12
	[[ $output == *" 0 faults" ]]
}

@test "--seen, killed while it prints to a pipe, remembers near texts or merges: nothing is lost or torn" {
	run -0 "$TESTS/inject/kills.sh" 4 pipe objects near merge
	[[ $output == *"16 runs, 0 faults" ]]
}

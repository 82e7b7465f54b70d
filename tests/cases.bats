# Golden cases: tests/cases/PROGRAM/NAME.in through PROGRAM with the shell
# words of NAME.args gives NAME.out, on standard error NAME.err (if there is
# one), and the status in NAME.status (else 0).  All that fail are named.

load helper

# Run the case with this path but for its ending; false, and told, if it is wrong.
run_case() {
	local name=$1 program args=() want=0 status=0 wrong=0 kind
	program=$(basename "$(dirname "$name")")
	cd "$(dirname "$name")" || return 1
	name=$(basename "$name")
	[ ! -e "$name.args" ] || eval "args=($(cat "$name.args"))"
	[ ! -e "$name.status" ] || want=$(cat "$name.status")
	"$BIN/$program" "${args[@]}" < "$name.in" > "$BATS_TEST_TMPDIR/out" \
	    2> "$BATS_TEST_TMPDIR/err" || status=$?
	if [ "$status" -ne "$want" ]; then
		echo "cases/$program/$name: status $status, not $want"
		cat "$BATS_TEST_TMPDIR/err"
		wrong=1
	fi
	for kind in out err; do
		[ "$kind" = out ] || [ -e "$name.err" ] || continue
		diff -u --label "$program ${args[*]} < $name.in" --label "what it gave" \
		    "$name.$kind" "$BATS_TEST_TMPDIR/$kind" && continue
		echo "cases/$program/$name: not as in $name.$kind"
		wrong=1
	done
	return "$wrong"
}

@test "golden cases" {
	local in failed=() n=0
	for in in "$TESTS"/cases/*/*.in; do
		n=$((n + 1))
		(run_case "${in%.in}") || failed+=("$(basename "$(dirname "$in")")/$(basename "$in" .in)")
	done
	echo "$n cases, not as they should be: ${failed[*]:-none}"
	[ "$n" -gt 0 ] && [ ${#failed[@]} -eq 0 ]
}

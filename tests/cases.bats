# Golden cases: tests/cases/PROGRAM/NAME.in through PROGRAM with the shell
# words of NAME.args gives NAME.out, and the status in NAME.status (else 0).

load helper

@test "golden cases" {
	local in name program args status want failed=0 n=0
	for in in "$TESTS"/cases/*/*.in; do
		name=${in%.in}
		program=$(basename "$(dirname "$in")")
		args=()
		[ ! -e "$name.args" ] || eval "args=($(cat "$name.args"))"
		want=0
		[ ! -e "$name.status" ] || want=$(cat "$name.status")
		status=0
		(cd "$(dirname "$in")" && "$BIN/$program" "${args[@]}" < "$in") \
		    > "$BATS_TEST_TMPDIR/out" 2> "$BATS_TEST_TMPDIR/err" || status=$?
		if [ "$status" -ne "$want" ]; then
			echo "$program/$(basename "$name"): status $status, not $want"
			cat "$BATS_TEST_TMPDIR/err"
			failed=1
		fi
		diff -u "$name.out" "$BATS_TEST_TMPDIR/out" || failed=1
		if [ -e "$name.err" ]; then
			diff -u "$name.err" "$BATS_TEST_TMPDIR/err" || failed=1
		fi
		n=$((n + 1))
	done
	echo "$n cases"
	[ "$n" -gt 0 ] && [ "$failed" -eq 0 ]
}

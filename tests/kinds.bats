# sentence-split: cases of one kind each (tests/sentences/kinds), failed of tried.

load helper

@test "sentence-split: no kind of case fails more often than it did" {
	cd "$BATS_TEST_TMPDIR" || return 1
	python3 "$TESTS/sentences/kinds.py" "$BIN/sentence-split" \
	    "$TESTS"/sentences/kinds/*.txt | tr -s ' ' > out
	diff "$TESTS/sentences/kinds/failed" out
}

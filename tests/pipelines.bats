# The programs together, on the sample article: tests/pipelines/NAME.sh, run
# in tests/sample, prints NAME.out.

load helper

@test "pipelines on the sample article" {
	local script failed=0 n=0
	PATH=$BIN:$PATH
	cd "$SAMPLE" || return 1
	for script in "$TESTS"/pipelines/*.sh; do
		n=$((n + 1))
		bash -eu -o pipefail "$script" > "$BATS_TEST_TMPDIR/out" || failed=1
		diff -u "${script%.sh}.out" "$BATS_TEST_TMPDIR/out" || failed=1
	done
	[ "$n" -gt 0 ] && [ "$failed" -eq 0 ]
}

@test "split into sentences first, or not: the same quotations and names" {
	PATH=$BIN:$PATH
	cd "$SAMPLE" || return 1
	dedup article.txt > "$BATS_TEST_TMPDIR/once"
	sentence-split "$BATS_TEST_TMPDIR/once" > "$BATS_TEST_TMPDIR/split"
	cd "$BATS_TEST_TMPDIR" || return 1
	quote-extract once | cut -f 1-4,7 > a
	quote-extract split | cut -f 1-4,7 | diff a -
	tag-entities -o tsv once | cut -f 1,2,5 > a
	tag-entities -o tsv split | cut -f 1,2,5 | diff a -
}

@test "as JSON Lines: what the same text gives as a NUL-terminated document" {
	PATH=$BIN:$PATH
	cd "$BATS_TEST_TMPDIR" || return 1
	dedup "$SAMPLE/article.txt" > once
	jq -c -n --rawfile t once '{text: $t}' | tag-entities -J | quote-extract -J > out
	jq -r '.quotes[] | [.speaker // "", .mention.text // "", .cue.text // "", .kind, .quote] | @tsv' out > a
	quote-extract -z once | cut -f 1-4,7 | diff a -
	jq -r '.entities[] | [.type, .name, .text] | @tsv' out > a
	tag-entities -z -o tsv once | cut -f 1,2,5 | diff a -
}

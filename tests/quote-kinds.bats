# quote-extract: frames of text by kind (quotes/kinds), and how many may fail.

load helper

@test "kinds of frames: no more fail than the limits say" {
	local name most failed n=0 wrong=0
	while read -r name most; do
		[ "$name" != "#" ] || continue
		n=$((n + 1))
		failed=$("$TESTS/quotes/kinds/run.sh" "$BIN/quote-extract" \
		    "$TESTS/quotes/kinds/$name.tsv" | cut -d' ' -f2)
		[ "$failed" -le "$most" ] && continue
		echo "$name: $failed fail, not $most"
		wrong=1
	done < "$TESTS/quotes/kinds/limits"
	[ "$n" -gt 0 ] && [ "$wrong" -eq 0 ]
}

@test "every table of frames has a limit" {
	diff <(sed -n '/^#/!s/ .*//p' "$TESTS/quotes/kinds/limits" | sort) \
	    <(basename -as .tsv "$TESTS"/quotes/kinds/*.tsv | sort)
}

@test "the runner of frames tells what fails" {
	cd "$BATS_TEST_TMPDIR" || return 1
	printf '=Q\t" "|« »\n$Q1It rained,$Q2 said Ann Roe.\tAnn Roe / direct / It rained\n' > good.tsv
	printf '"It rained," said Ann Roe.\tJan Doe / direct / It rained\n"It rained," said Ann Roe.\n' > bad.tsv
	"$TESTS/quotes/kinds/run.sh" "$BIN/quote-extract" good.tsv bad.tsv > out
	diff out - <<< $'good 0 of 2\nbad 2 of 2'
	{ echo '#stream'; cat good.tsv; } > stream.tsv
	"$TESTS/quotes/kinds/run.sh" -v "$BIN/quote-extract" stream.tsv | diff - <(echo 'stream 0 of 2')
}

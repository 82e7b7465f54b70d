# Forms of dates, times, sums and numbers, kind by kind: every line of
# tests/entities/numbers/KIND.txt is a sentence with its marks as [[TYPE|words]],
# and tag-entities must mark these and nothing else.  Says how many of how many
# are right, and which are not.

load helper

TYPES=DATE,TIME,PERCENT,MONEY,QUANTITY,ORDINAL,CARDINAL

# The kind in file $1: its lines that are not as marked.
wrong_in() {
	local options
	options=$(sed -n 's/^# options: //p' "$1")
	grep -v '^#' "$1" | sed 's/&/\&amp;/g; s/\[\[\([A-Z]*\)|\([^]]*\)\]\]/<\1>\2<\/\1>/g' > want
	# shellcheck disable=SC2086 # words of options
	grep -v '^#' "$1" | sed 's/\[\[[A-Z]*|\([^]]*\)\]\]/\1/g' |
	    "$BIN/tag-entities" -t "$TYPES" $options > got
	diff want got | grep '^[<>]'
}

@test "forms of numbers and dates, kind by kind" {
	local f lines wrong all=0 bad=0
	cd "$BATS_TEST_TMPDIR" || return 1
	for f in "$TESTS"/entities/numbers/*.txt; do
		lines=$(grep -vc '^#' "$f")
		wrong_in "$f" > differ || :
		wrong=$(grep -c '^<' differ) || :
		echo "$(basename "$f" .txt): $((lines - wrong)) of $lines"
		cat differ
		all=$((all + lines)) bad=$((bad + wrong))
	done
	echo "all: $((all - bad)) of $all"
	[ "$all" -ge 360 ] && [ "$bad" -eq 0 ]
}

@test "it sees a mark that is not there" {
	cd "$BATS_TEST_TMPDIR" || return 1
	printf '%s\n' '# Two.' 'It is [[DATE|May 5]].' '[[CARDINAL|Five]] men on Monday.' > two.txt
	run wrong_in two.txt
	[ "$output" = "< <CARDINAL>Five</CARDINAL> men on Monday.
> <CARDINAL>Five</CARDINAL> men on <DATE>Monday</DATE>." ]
}

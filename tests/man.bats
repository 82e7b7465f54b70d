# The manuals: every command in an EXAMPLES section runs, and prints something.

load helper

# A folder as the examples suppose it.
setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	cp -r "$SAMPLE/article.txt" "$SAMPLE/other.txt" "$SAMPLE/wire" .
	cp other.txt today.txt
	jq -c -n --rawfile a article.txt --rawfile b other.txt \
	    '{id: 1, text: $a}, {id: 2, text: $b}, {id: 3, text: $a}' > dump.jsonl
	gzip -k dump.jsonl
	iconv -t UTF-16 article.txt > article16.txt
	mandoc -T pdf "$TESTS/../man/dedup.1" > report.pdf
	sed 's/^/<p>/;1i <!DOCTYPE html><title>News</title>' article.txt > page.html
	printf 'Subject: News\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n' |
	    cat - article.txt > message.eml
	mkdir maildir
	cp message.eml maildir
	printf '%s\n' '<rss version="2.0"><channel><title>News</title><item><title>Talks end</title>' \
	    '<link>http://example.org/1</link></item></channel></rss>' > feed.xml
	PATH=$BIN:$PATH
}

# The commands of a page as a reader sees them: lines that begin with "$ ".
commands() {
	page "$1" | sed -n 's/^ *\$ //p'
}

@test "every command in the manuals runs" {
	local page command first failed=0 n=0 skipped=0 status
	for page in "$TESTS"/../man/*.[157]; do
		while IFS= read -r command; do
			# What other packages do is run where they are.
			first=$(sed 's/ .*//;s/^find$/mshow/' <<< "$command")
			case $first in pandoc | pdftotext | mshow | sfeed | w3m)
				[[ $command == *"$first"* ]] && ! command -v "$first" > /dev/null &&
				    { skipped=$((skipped + 1)); continue; } ;;
			esac
			n=$((n + 1)) status=0
			bash -o pipefail -c "$command" < /dev/null > out 2> err || status=$?
			if [ "$status" -ne 0 ] || [ ! -s out ] || [ -s err ]; then
				echo "$(basename "$page"): $command: status $status"
				head -n 3 err
				failed=1
			fi
		done < <(commands "$page")
	done
	echo "$n commands, $skipped of packages that are not here"
	[ "$n" -ge 10 ] && [ "$failed" -eq 0 ]
}

# .Pq Dq a , Dq b opens the second inside the first.
@test "no quotation in the manuals opens inside another" {
	local page found failed=0
	for page in "$TESTS"/../man/*.[157]; do
		found=$(mandoc -T utf8 "$page" | sed 's/.\x08//g' | tr -s ' \n' ' ' |
		    grep -o '“[^”]\{0,60\}“') || continue
		failed=1
		echo "${page##*/}: $found"
	done
	[ "$failed" -eq 0 ]
}

@test "every program has examples in its manual" {
	local p
	for p in $PROGRAMS; do
		[ "$(commands "$TESTS/../man/$p.1" | wc -l)" -ge 3 ]
	done
}

@test "the output README shows is the output there is" {
	# In README a line "    $ command" is followed by what it prints; one that
	# prints nothing is for all that follow.
	local command failed=0 n=0 before=:
	cd "$TESTS/.." || return 1
	awk '/^    \$ / { on = ++n; print substr($0, 7) > (dir "/" n ".sh") }
	    !/^    / { on = 0 }
	    on && !/^    \$ / { print substr($0, 5) > (dir "/" n ".out") }' \
	    dir="$BATS_TEST_TMPDIR" README.md
	for ((n = 1; ; n++)); do
		command=$BATS_TEST_TMPDIR/$n.sh
		[ -e "$command" ] || break
		if [ ! -e "${command%.sh}.out" ]; then
			before="$before; $(cat "$command")"
			continue
		fi
		bash -o pipefail -c "$before; $(cat "$command")" | diff "${command%.sh}.out" - || failed=1
	done
	[[ $before == *'cd tests/sample' ]]
	[ "$n" -ge 5 ] && [ "$failed" -eq 0 ]
}

@test "apropos finds the programs by what they are about" {
	local found word p
	for found in duplicates:dedup quotations:quote-extract "named entities:tag-entities" \
	    sentence:sentence-split "news text:copydesk"; do
		word=${found%:*} p=${found##*:}
		sed -n '/^\.Nd/p' "$TESTS/../man/$p".[17] | grep -q "$word"
	done
	# What --help says of a program is what its manual does.
	for p in $PROGRAMS; do
		"$BIN/$p" --help | grep -q -x -F "$p: $(sed -n 's/^\.Nd //p' "$TESTS/../man/$p.1")"
	done
}

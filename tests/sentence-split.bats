# sentence-split: what the golden cases cannot say.

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	cat "$SAMPLE"/*.txt "$SAMPLE"/wire/*.txt > text
	cat "$TESTS"/cases/sentence-split/*.in >> text
}

squeeze() {
	tr -d ' \t\n\v\f\r\0'
}

@test "sentence-split: nothing but white space changes" {
	local m
	head -c 300000 /dev/urandom > random
	tr -dc '.?!"()a-zA \n\342\200\234\235\246' < /dev/urandom | head -c 300000 > marks
	for f in text random marks; do
		for m in "" -p -b -z "-p -z -b" "--quotes=keep" "-p --quotes=keep" \
		    "--threshold=0.01" "--threshold=0.99"; do
			# shellcheck disable=SC2086
			"$BIN/sentence-split" $m "$f" > out
			squeeze < "$f" > want
			squeeze < out | cmp - want
		done
	done
}

@test "sentence-split: offsets cut out the sentences" {
	"$BIN/sentence-split" text | tr -d '\r' > lines
	"$BIN/sentence-split" -o tsv text > table
	[ "$(wc -l < lines)" -eq "$(wc -l < table)" ]
	while IFS=$'\t' read -r start end _; do
		tail -c +$((start + 1)) text | head -c $((end - start))
		echo
	done < table | cmp - lines
	"$BIN/sentence-split" -o json text | jq -r .text | tr -d '\0' |
	    cmp - <(tr -d '\0' < lines)
	"$BIN/sentence-split" -o json text > objects
	jq -R -s . < text | jq -r --slurpfile s objects '. as $t | $s[] | $t[.start:.end]' |
	    tr -d '\0\r' | cmp - <(tr -d '\0' < lines)
}

@test "sentence-split: -J gives the sentences of the text" {
	jq -c -n --rawfile t "$SAMPLE/article.txt" '{text: $t}' > objects
	"$BIN/sentence-split" -J objects | jq -r '.text as $t | .sentences[] | $t[.start:.end]' > out
	"$BIN/sentence-split" "$SAMPLE/article.txt" | cmp - out
}

@test "sentence-split -p: wrapped text gives the same sentences" {
	local w
	for f in "$SAMPLE"/*.txt "$TESTS"/cases/sentence-split/news.in \
	    "$TESTS"/cases/sentence-split/quotes.in; do
		awk '{ print; print "" }' "$f" > paragraphs
		for o in "" --quotes=keep; do
			# shellcheck disable=SC2086
			"$BIN/sentence-split" -p $o paragraphs > want
			for w in 30 72 100; do
				# shellcheck disable=SC2086
				fold -s -w "$w" paragraphs | "$BIN/sentence-split" -p $o | cmp - want
			done
		done
		"$BIN/sentence-split" "$f" | tr -s ' ' | cmp - <("$BIN/sentence-split" -p paragraphs | tr -s ' ')
	done
}

@test "sentence-split: a sentence split again is whole" {
	"$BIN/sentence-split" text | tr -d '\0' > once
	"$BIN/sentence-split" once > twice
	# A list item, once alone, may lose what told it apart: few do.
	[ "$(diff once twice | grep -c '^>')" -le $(($(wc -l < once) / 50)) ]
}

@test "sentence-split --threshold: a lower one splits more" {
	local n last=1000000 p
	for p in 0.01 0.1 0.5 0.9 0.99; do
		n=$("$BIN/sentence-split" --threshold=$p text | wc -l)
		[ "$n" -le "$last" ]
		last=$n
	done
	[ "$last" -lt "$("$BIN/sentence-split" --threshold=0.01 text | wc -l)" ]
	run -2 "$BIN/sentence-split" --threshold=0 text
	run -2 "$BIN/sentence-split" --threshold=2 text
}

@test "sentence-split: wrong options" {
	run -2 "$BIN/sentence-split" --quotes=maybe text
	[[ $output == *"not split or keep"* ]]
	run -2 "$BIN/sentence-split" -l xx text
	[[ $output == *"not one of: auto en"* ]]
	"$BIN/sentence-split" -l English text | cmp - <("$BIN/sentence-split" text)
	run -2 "$BIN/sentence-split" -a missing text
	[[ $output == *"missing: No such file"* ]]
	run -2 "$BIN/sentence-split" -a / text
	[[ $output == *"/: Is a directory"* ]]
}

@test "sentence-split -a: several lists, with or without stops" {
	echo Fasc > one
	echo Abt. > two
	echo 'See Fasc. Two and Abt. Nine of it. It ends.' > in
	"$BIN/sentence-split" -a one -a two in > out
	[ "$(wc -l < out)" -eq 2 ]
	echo 'They wrote it in fasc. Two of them left.' > in
	[ "$("$BIN/sentence-split" -a <(echo fasc) in | wc -l)" -eq 1 ]
}

@test "sentence-split -a: pairs, names with marks, words that are none, case" {
	printf '%s\n' 'Wg. Cdr.  # an officer' 'Yahoo!' '- No.' '? Qrx.' fasc \
	    'Panic! At' > words
	cat > in <<'EOF'
Wg. Cdr. Wren left. Cdr. He did.
Go to Yahoo! Mail now. He left Yahoo! He was tired. Yahoo! is old.
Was it him? He said No. Five men left.
See FASC. Two of it. See Fasc. Two of it.
They own Qrx. He said so.
Panic! At nine it was over.
EOF
	"$BIN/sentence-split" -a words in | diff - <(cat <<'EOF'
Wg. Cdr. Wren left.
Cdr. He did.
Go to Yahoo! Mail now.
He left Yahoo!
He was tired.
Yahoo! is old.
Was it him?
He said No.
Five men left.
See FASC. Two of it.
See Fasc. Two of it.
They own Qrx.
He said so.
Panic! At nine it was over.
EOF
	)
}

@test "sentence-split -a: what cannot be used is told with file and line" {
	printf '%s\n' '# all wrong but one' 'Fasc.' '(x)' '' '- a b' '-' > words
	run -2 --separate-stderr "$BIN/sentence-split" -a words text
	[ "$output" = "" ]
	[ "$(cut -d: -f 2,3 <<< "$stderr")" = $' words:3\n words:5\n words:6' ]
}

@test "sentence-split -p: items, quotes, headlines and rows are records" {
	cat > in <<'EOF'
Mayor quits
The mayor of the old town said on Monday
that he would leave in the
14. week of the year. He was at the age of
42. He gave no reason, but a paper of Dec.
14. That was all - he did
- as ever - what he liked:
- Bread that is dark enough to be
  called so
- Butter
1. A first thing that goes on and on
over two lines
2. A second
> a reply that was
> quoted
Name   Goals   Points
Orr    12      30
| a | b |
• one • two
It is short
EOF
	"$BIN/sentence-split" -p in | diff - <(cat <<'EOF'
Mayor quits
The mayor of the old town said on Monday that he would leave in the 14. week of the year.
He was at the age of 42.
He gave no reason, but a paper of Dec. 14.
That was all - he did - as ever - what he liked:
- Bread that is dark enough to be called so
- Butter
1. A first thing that goes on and on over two lines
2. A second
> a reply that was
> quoted
Name   Goals   Points
Orr    12      30
| a | b |
• one
• two It is short
EOF
	)
	sed 's/$/\r/' in | "$BIN/sentence-split" -p | tr -d '\r' |
	    cmp - <("$BIN/sentence-split" -p in)
}

@test "sentence-split: a lone CR is white space" {
	printf 'One is here. Two\ris there.\rThree.\n' > in
	[ "$("$BIN/sentence-split" in | wc -l)" -eq 3 ]
	"$BIN/sentence-split" in | tr '\r' ' ' | cmp - <(tr '\r' ' ' < in | "$BIN/sentence-split")
}

@test "sentence-split --max-length: pieces at the best place, none is longer" {
	local n
	for n in 1 7 40 100; do
		"$BIN/sentence-split" --max-length=$n text > out
		[ "$(tr -d '\r' < out | jq -R length | sort -n | tail -n 1)" -le $n ]
		cmp <(squeeze < text) <(squeeze < out)
	done
	echo 'The council met on Monday; it was late: nobody spoke, and the mayor slept on.' > in
	"$BIN/sentence-split" --max-length=50 -f start,end,by,text in | diff - <(printf '%s\t%s\t%s\t%s\n' \
	    0 39 length 'The council met on Monday; it was late:' \
	    40 77 line 'nobody spoke, and the mayor slept on.')
	"$BIN/sentence-split" --max-length=30 in | diff - <(printf '%s\n' \
	    'The council met on Monday;' 'it was late: nobody spoke,' \
	    'and the mayor slept on.')
	printf 'He is here\r\nand now\r\nthere.\r\n' | "$BIN/sentence-split" -p --max-length=18 | tr -d '\r' |
	    diff - <(printf '%s\n' "He is here and now" there.)
	printf '\303\251\303\251\303\251\n' | "$BIN/sentence-split" --max-length=2 |
	    diff - <(printf '\303\251\303\251\n\303\251\n')
	run -2 "$BIN/sentence-split" --max-length=0 in
}

@test "sentence-split -f: how sure an end is, and --threshold obeys" {
	echo 'He saw the Gov. He left. They live on Elm Dr. It is quiet.' > in
	"$BIN/sentence-split" -f by,text,confidence in > out
	[ "$(cut -f 1 out | tr '\n' ' ')" = "model rule model line " ]
	[ "$(sed -n 2p out)" = $'rule\tHe left.\t1' ]
	[ "$("$BIN/sentence-split" --threshold=0.999 in | wc -l)" -eq 2 ]
	# Ends below the threshold are none, and those above stay as they are.
	"$BIN/sentence-split" --threshold=0.8 -f confidence text > out
	[ "$(sort -n out | head -n 1 | tr -d .)" -ge 0790 ]
	run -2 "$BIN/sentence-split" -f start,nothing in
	jq -R -c '{text: .}' in | "$BIN/sentence-split" -J -f by |
	    diff - <(printf '\t%s\n' model rule model line)
}

@test "sentence-split: time is linear in texts of nothing but marks" {
	not_sanitized
	local s o
	of_s() {
		perl -e 'print $ARGV[0] x ($ARGV[1] / length $ARGV[0])' "$s" "$1"
	}
	for s in . '"' ' .' '. ' '. A ' '?" ' '(' '.)(' '1. ' '1. 2. ' 'a. ' '(1) ' '[a] ' 'A. B. ' '. <b' '. &#' '• ' '|  ' '“' "'a.' " $'\n' ' '; do
		for o in "" -p --quotes=keep; do
			# shellcheck disable=SC2086
			takes_linear_time of_s 500000 "$BIN/sentence-split" $o
			# shellcheck disable=SC2086
			"$BIN/sentence-split" $o small.input > out
			squeeze < small.input | cmp - <(squeeze < out)
		done
	done
}

@test "sentence-split: constructions of newspapers and books" {
	local set exact
	# A paragraph of the list is a line of text; never trained on.
	for set in newspapers business markets stocks world city books tokens; do
		awk 'BEGIN { RS = ""; FS = "\n" } { $1 = $1; print }' \
		    "$TESTS/sentences/$set.gold" | "$BIN/sentence-split" -b > out
		exact=$(awk 'BEGIN { RS = "" }
			FNR == NR { want[FNR] = $0; next }
			$0 == want[FNR] { exact++ }
			END { printf "%d", 100 * exact / FNR }' \
		    "$TESTS/sentences/$set.gold" out)
		echo "$set: $exact % of the paragraphs are right"
		[ "$exact" -ge 90 ]
	done
}

